//! Makes the sample campaign of the invented province Minh Giang: `cargo run --example minh_giang_2025 -- <out dir>`.
//!
//! Everything is made up, by arithmetic alone, without clock or chance, so that the same bytes come out every time. What is
//! small stands in `samples/minh-giang-2025`; 109 forms, their evidence and two rounds of appraisal are made when wanted.

#![allow(clippy::print_stderr, reason = "a program for people at a terminal")]

use std::path::Path;
use std::process::ExitCode;

#[path = "../shared/earlier_year.rs"]
mod earlier_year;
#[path = "sample.rs"]
mod sample;

fn main() -> ExitCode {
    let Some(out) = std::env::args_os().nth(1) else {
        eprintln!("usage: cargo run --example minh_giang_2025 -- OUT_DIR");
        return ExitCode::from(2);
    };
    match sample::write(Path::new(&out), sample::COMMUNES) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
