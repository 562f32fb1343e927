use crate::revision::Text;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Dated facts that stand beside the method: never a part of its figures.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Sheet<T> {
    /// Day on which the facts were read, ISO.
    pub as_of: String,
    /// What to print with them.
    pub notice: Text,
    /// The facts.
    pub items: Vec<T>,
}

impl<T: DeserializeOwned> Sheet<T> {
    /// The sheet of a text in JSON.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// The sheets carried by the crate, each read once.
macro_rules! embedded_sheet {
    ($item:ty, $file:literal) => {
        impl $item {
            /// The facts carried by this crate.
            pub fn embedded() -> &'static $crate::Sheet<$item> {
                static SHEET: std::sync::LazyLock<$crate::Sheet<$item>> =
                    std::sync::LazyLock::new(|| {
                        $crate::Sheet::read(include_str!(concat!("../data/", $file)))
                            .expect("the embedded sheets are tested")
                    });
                &SHEET
            }
        }
    };
}

pub(crate) use embedded_sheet;
