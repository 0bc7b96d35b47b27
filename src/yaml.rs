//! YAML files as people edit them: read with the place of every key and value, every error at once.

pub mod scalar;

pub use scalar::{Amount, Day, Number, Rate};
