//! Any text set twice is the same as set once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use publish::typography::typeset;

fuzz_target!(|text: &str| {
    let once = typeset(text, domain::Language::Fr).into_owned();
    assert_eq!(typeset(&once, domain::Language::Fr), once);
});
