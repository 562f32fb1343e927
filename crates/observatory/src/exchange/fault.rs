use domain::Remark;

/// Why another register was not read. Each is told with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HarvestFault {
    /// The address is none, or is not encrypted.
    Address(String),
    /// It leads into a network of one's own, and nobody allowed that.
    Private(String),
    /// Nobody answers there.
    Unreachable(String),
    /// It sends elsewhere.
    Redirected(String),
    /// It answers with another status.
    Status(u16),
    /// It asks to come back later.
    Busy,
    /// An answer is too large.
    TooLarge,
    /// There is more than one register can hold.
    TooMuch,
    /// It answers something else than JSON.
    WrongType(String),
    /// It is called JSON and is none, or lacks what it must hold.
    Unreadable(String),
    /// It speaks for another site.
    OtherSite(String),
    /// It goes round in circles.
    Circle,
    /// It no longer knows the place where the last harvest stopped.
    CursorRefused,
}

impl HarvestFault {
    /// Key of its message.
    pub fn key(&self) -> &'static str {
        self.remark().key
    }

    /// The message of a key that was kept, without its details.
    pub fn said(key: &str) -> &'static str {
        const KEYS: [&str; 12] = [
            "harvest-address",
            "harvest-private",
            "harvest-unreachable",
            "harvest-redirected",
            "harvest-status",
            "harvest-busy",
            "harvest-too-large",
            "harvest-too-much",
            "harvest-wrong-type",
            "harvest-unreadable",
            "harvest-other-site",
            "harvest-circle",
        ];
        let known = KEYS.into_iter().find(|known| *known == key);
        known.unwrap_or("harvest-cursor-refused")
    }

    /// What is wrong, and what to do.
    pub fn remark(&self) -> Remark {
        match self {
            Self::Address(url) => Remark::new("harvest-address").with("url", url),
            Self::Private(host) => Remark::new("harvest-private").with("host", host),
            Self::Unreachable(reason) => Remark::new("harvest-unreachable").with("reason", reason),
            Self::Redirected(to) => Remark::new("harvest-redirected").with("to", to),
            Self::Status(status) => Remark::new("harvest-status").with("status", status),
            Self::Busy => Remark::new("harvest-busy"),
            Self::TooLarge => Remark::new("harvest-too-large"),
            Self::TooMuch => Remark::new("harvest-too-much"),
            Self::WrongType(kind) => Remark::new("harvest-wrong-type").with("kind", kind),
            Self::Unreadable(detail) => Remark::new("harvest-unreadable").with("detail", detail),
            Self::OtherSite(site) => Remark::new("harvest-other-site").with("site", site),
            Self::Circle => Remark::new("harvest-circle"),
            Self::CursorRefused => Remark::new("harvest-cursor-refused"),
        }
    }
}
