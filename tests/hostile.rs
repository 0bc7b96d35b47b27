//! Files that mean harm: none of them crashes the program, hangs it, or makes it take more memory than an office has.

#[cfg(target_os = "linux")]
mod bounds;
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "the test that reads them all limits memory as Linux does"))]
mod files;
mod mutated;
#[cfg(target_os = "linux")]
mod starved;
