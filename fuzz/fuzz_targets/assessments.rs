//! Any bytes as an impact assessment of the CNIL's tool.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(pia) = observe::assessment::read_pia(bytes) {
        let _ = pia.risks("fr", |event| event.code().to_owned());
    }
});
