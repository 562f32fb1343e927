//! Any bytes as requests: a line of JSON under every revision, and a file of CSV.
#![no_main]

use footprint::{
    Batch, EstimateError, Extension, Keys, Method, ModelName, Reading, RequestReader, UNKNOWN,
    answer,
};
use libfuzzer_sys::fuzz_target;

struct Nobody;

impl Keys for Nobody {
    fn model_key(&mut self, _: ModelName<'_>) -> Result<u16, EstimateError> {
        Ok(UNKNOWN)
    }

    fn zone_key(&self, _: &str) -> u16 {
        UNKNOWN
    }
}

fuzz_target!(|bytes: &[u8]| {
    let method = Method::embedded();
    if let Ok(line) = std::str::from_utf8(bytes) {
        for revision in method.revisions() {
            let reading = Reading {
                release: Some(revision.release()),
                extension: Extension::embedded().items.first(),
            };
            if let Ok(answer) = answer(line, method, reading) {
                let text = serde_json::to_string(&answer);
                assert!(text.is_ok(), "an answer is always JSON");
            }
        }
    }
    if let Ok(mut reader) = RequestReader::new(bytes) {
        let mut batch = Batch::default();
        let _ = reader.read(&mut batch, 1000, &mut Nobody);
    }
});
