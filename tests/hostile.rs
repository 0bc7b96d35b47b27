//! Files that mean harm: none of them crashes the program, hangs it, or makes it take more memory than an office has.

mod mutated;
#[cfg(target_os = "linux")]
mod starved;
