//! Makes the sample campaign `samples/long-an-2018` again: `cargo run --example long_an_2018 -- <out dir>`.
//!
//! `campaign.yaml` and `award-cases.yaml` are written by hand and copied; forms, evidence, appraisal and survey are made of it by arithmetic
//! alone, without clock or chance, so that the same bytes come out every time.

#![allow(clippy::print_stderr, reason = "a program for people at a terminal")]

use std::path::Path;
use std::process::ExitCode;

#[path = "../shared/earlier_year.rs"]
mod earlier_year;
#[path = "sample.rs"]
mod sample;

fn main() -> ExitCode {
    let Some(out) = std::env::args_os().nth(1) else {
        eprintln!("usage: cargo run --example long_an_2018 -- OUT_DIR");
        return ExitCode::from(2);
    };
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/long-an-2018");
    match sample::write(&source, Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
