//! A file sent from a form.

use super::form::Form;
use crate::web::server::App;
use axum::Router;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, Multipart};
use std::sync::Arc;
use tower_http::limit::RequestBodyLimitLayer;

/// The longest name of a file that is shown, in characters.
const NAME_MAX: usize = 120;

/// What a form with a file sent.
pub(super) struct SentFile {
    /// The other fields.
    pub(super) form: Form,
    /// Name of the file, without folders.
    pub(super) name: String,
    /// What the file holds; nothing when none was chosen.
    pub(super) bytes: Vec<u8>,
}

/// More was sent than is taken, or the sending broke off.
pub(super) struct TooLarge;

/// A file that is too large is read to its end, and forgotten as it comes, up to so many times what
/// is taken: a browser that is cut off while it sends may show no page. Beyond, it is cut off.
const HEARD_OUT: usize = 10;
/// Most bytes of the fields beside the file.
const FIELDS_BYTES_MAX: usize = 64 * 1024;

/// The routes of a form that takes a file of so many bytes.
pub(super) fn taking(routes: Router<Arc<App>>, most: usize) -> Router<Arc<App>> {
    holding(routes, most * HEARD_OUT)
}

/// Routes whose body may be of so many bytes, more than that of any other form.
pub(super) fn holding(routes: Router<Arc<App>>, most: usize) -> Router<Arc<App>> {
    routes
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(most))
}

impl SentFile {
    /// Reads the form; the file, of so many bytes at most, is its field `fichier`.
    ///
    /// # Errors
    ///
    /// If the file is larger, or the other fields together are, or the sending broke off.
    pub(super) async fn read(mut body: Multipart, most: usize) -> Result<Self, TooLarge> {
        let mut form = Form::default();
        let (mut file, mut bytes) = (String::new(), Vec::new());
        let (mut of_file, mut of_fields) = (Left(Some(most)), Left(Some(FIELDS_BYTES_MAX)));
        while let Some(part) = body.next_field().await.map_err(|_| TooLarge)? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == "fichier" {
                file = base_name(part.file_name().unwrap_or_default());
                bytes = of_file.read(part).await?;
            } else {
                let typed = of_fields.read(part).await?;
                form.set(&name, String::from_utf8_lossy(&typed));
            }
        }
        if of_file.0.is_none() || of_fields.0.is_none() {
            return Err(TooLarge);
        }
        Ok(Self {
            form,
            name: file,
            bytes,
        })
    }
}

/// How many bytes may still come; nothing once there were too many.
struct Left(Option<usize>);

impl Left {
    async fn read(&mut self, mut part: Field<'_>) -> Result<Vec<u8>, TooLarge> {
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|_| TooLarge)? {
            self.0 = self.0.and_then(|left| left.checked_sub(chunk.len()));
            match self.0 {
                Some(_) => bytes.extend_from_slice(&chunk),
                None => bytes = Vec::new(),
            }
        }
        Ok(bytes)
    }
}

/// The name of a file without folders, no longer than a line.
fn base_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = name.chars().filter(|c| !c.is_control());
    let name: String = plain.take(NAME_MAX).collect();
    match name.is_empty() {
        true => "fichier".to_owned(),
        false => name,
    }
}
