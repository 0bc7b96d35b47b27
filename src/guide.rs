//! The handbook: a year's work and the language of sets, campaigns and their cases, as one page that opens without a network.
//!
//! Its text is Markdown beside this file, Vietnamese with English in quotes; its tables of keys are made of the JSON Schemas,
//! so that no key can be missing or described otherwise than editors do. Tests read its examples.

mod keys;
mod page;
mod words;

pub use page::{is_page, page};

/// Parts of the handbook, in the order of the page.
///
/// A block `yaml set`, `leaf`, `cases`, `campaign`, `campaign-part` or `award-cases` is an example of that kind, a block `keys` names a
/// part of a schema whose keys are listed there.
pub const PARTS: &[&str] = &[
    include_str!("guide/1-year.md"),
    include_str!("guide/2-set.md"),
    include_str!("guide/3-rules.md"),
    include_str!("guide/4-cases.md"),
    include_str!("guide/5-campaign.md"),
    include_str!("guide/6-trouble.md"),
];
