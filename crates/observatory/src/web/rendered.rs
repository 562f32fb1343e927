use axum::http::StatusCode;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;

/// A page ready to be sent: plain and compressed, with its tag.
#[derive(Debug)]
pub struct Rendered {
    /// Status of the answer.
    pub status: StatusCode,
    /// Its type.
    pub content_type: &'static str,
    /// The bytes.
    pub plain: Vec<u8>,
    /// The same, gzipped.
    pub gzipped: Vec<u8>,
    /// Strong validator, quoted.
    pub etag: String,
    /// File name, for a download.
    pub download: Option<String>,
}

/// Beginning of the types of one program: workbooks, Parquet. No browser shows them.
const OF_PROGRAMS: &str = "application/vnd.";

/// Type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

impl Rendered {
    /// Compresses and tags a body.
    pub fn new(content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        let plain = body.into();
        let digest = Sha256::digest(&plain);
        let tag: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
        Self {
            status: StatusCode::OK,
            content_type,
            gzipped: gzip(&plain),
            plain,
            etag: format!("\"{tag}\""),
            download: None,
        }
    }

    /// An HTML page.
    pub fn html(body: String) -> Self {
        Self::new(HTML, body)
    }

    /// A file to keep under a name.
    pub fn download(content_type: &'static str, body: impl Into<Vec<u8>>, name: String) -> Self {
        Self {
            download: Some(name),
            ..Self::new(content_type, body)
        }
    }

    /// The same with another status.
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// How a file is handed over under its name: what a browser can show is shown.
    pub(super) fn disposition(&self, name: &str) -> String {
        let way = match self.content_type.starts_with(OF_PROGRAMS) {
            true => "attachment",
            false => "inline",
        };
        let simple: String = name.chars().map(plain).collect();
        if simple == name {
            return format!("{way}; filename=\"{name}\"");
        }
        // RFC 6266: a plain name for old programs, then the true one (RFC 8187).
        let is_kept = |byte: &u8| plain(char::from(*byte)) == char::from(*byte);
        let encoded: String = name
            .bytes()
            .map(|byte| match is_kept(&byte) {
                true => char::from(byte).to_string(),
                false => format!("%{byte:02X}"),
            })
            .collect();
        format!("{way}; filename=\"{simple}\"; filename*=UTF-8''{encoded}")
    }

    /// Bytes held in memory.
    pub fn size(&self) -> usize {
        self.plain.len() + self.gzipped.len()
    }
}

/// A sign that any program takes in the name of a file, in place of those that some do not.
fn plain(sign: char) -> char {
    match sign {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '-' | '_' => sign,
        _ => '_',
    }
}

/// Compresses once; what is served a thousand times is compressed a single one.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_whatever_signs_are_in_it() {
        let page = Rendered::new("text/csv", Vec::new());
        let check = |name: &str, expected: &str| {
            let told = page.disposition(name);
            assert_eq!(told.split_once("; ").expect("two parts").1, expected);
            assert!(axum::http::HeaderValue::from_str(&told).is_ok(), "{told}");
        };
        check("VAL-001.json", "filename=\"VAL-001.json\"");
        check(
            "à \"lire\"\r\n.csv",
            "filename=\"___lire___.csv\"; filename*=UTF-8''%C3%A0%20%22lire%22%0D%0A.csv",
        );
    }
}
