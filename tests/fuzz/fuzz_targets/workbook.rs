//! Any bytes under the name of a workbook.

#![no_main]

libfuzzer_sys::fuzz_target!(init: parindex_fuzz::let_caught_panics_pass(), |bytes: &[u8]| {
    parindex_fuzz::read_all(bytes, "bieu.xlsx");
});
