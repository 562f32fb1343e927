//! Any bytes as a register: CSV, workbook or JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = observe::register::decode(bytes, &reference::FileShape::default());
});
