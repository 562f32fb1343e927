//! The report: chapters in Markdown under `framework/report/`, bound by name to live numbers,
//! charts and tables, set twice from one description: HTML chapters and an accessible PDF.
//!
//! [`Report::write`] gives the chapters as blocks; [`html`] and [`pdf`] set them. Nothing here
//! reads a clock: the same snapshot, texts and edition give the same bytes.

mod binding;
mod block;
mod chapter;
pub mod html;
mod markdown;
mod pdf;
mod signs;
mod tables;
mod world;
mod xmp;

pub use block::{Block, Cell, DataTable, Inline};
pub use chapter::{Chapter, FUEL, Report, ReportError, first_edition, joint_name};
pub use pdf::{PdfError, pdf};
pub use tables::{TABLES, block, reason};
