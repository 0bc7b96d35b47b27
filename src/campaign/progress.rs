//! Tells whoever watches that work goes on; the work itself knows nothing of terminals.

use crate::text::Words;

/// Forms are read.
pub const READING: Words = Words { vi: "Đọc biểu tự đánh giá", en: "Reading forms" };
/// Blank forms are made.
pub const FORMS: Words = Words { vi: "Tạo biểu trống", en: "Making forms" };
/// Reports are written.
pub const WRITING: Words = Words { vi: "Ghi báo cáo", en: "Writing reports" };

/// Whoever watches.
pub trait Progress: Sync {
    /// A stage of so many steps begins.
    fn begin(&self, stage: Words, steps: usize);

    /// A step of the stage is done.
    fn step(&self);
}

/// Nobody watches.
#[derive(Clone, Copy, Debug)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _: Words, _: usize) {}

    fn step(&self) {}
}
