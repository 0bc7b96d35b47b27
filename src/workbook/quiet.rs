//! Readers of other people's making, kept from taking the program down with them.

use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// Whether this thread reads bytes that may make a reader panic.
    static READING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Tells whether this thread is inside of a reader: a panic there costs one file, becomes a finding and is not for people
/// to see. Whoever prints panics asks this first.
pub fn is_reading() -> bool {
    READING.get()
}

/// Runs a reader that may panic; `None` where it does.
pub(super) fn quietly<T>(read: impl FnOnce() -> T) -> Option<T> {
    let outer = READING.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read)).ok();
    READING.set(outer);
    read
}
