//! Groups of respondents and answers by the names that a table calls them.

use crate::criteria::Leaf;
use crate::figure::{Input, InputId};
use crate::text::fold::bare;

/// Words in front of a name that say what is counted of it, bare.
const IN_FRONT: [&str; 22] = [
    "diem trung binh",
    "diem binh quan",
    "diem danh gia",
    "diem hai long",
    "diem",
    "so luong phieu",
    "so phieu",
    "so luot",
    "so y kien",
    "so nguoi",
    "phieu",
    "phuong an",
    "ty le",
    "muc do hai long",
    "chi so hai long",
    "chi so",
    "ket qua",
    "muc",
    "nhom",
    "chon",
    "tra loi",
    "cua",
];

/// Finds the input that a name means: by its id or label, else by its label without the words that say what is counted.
pub fn by_name<'l, 'i>(leaf: &'l Leaf, ids: impl IntoIterator<Item = &'i InputId>, name: &str) -> Option<&'l Input> {
    let inputs: Vec<&Input> = ids.into_iter().filter_map(|id| leaf.inputs.iter().find(|input| input.id == *id)).collect();
    let typed = words(name);
    let only = |fits: &dyn Fn(&Input) -> bool| {
        let mut found = inputs.iter().copied().filter(|input| fits(input));
        found.next().filter(|_| found.next().is_none())
    };
    only(&|input| words(input.id.as_str()) == typed || words(&input.label) == typed).or_else(|| {
        let typed = core(&typed);
        only(&|input| core(&words(&input.label)) == typed)
    })
}

/// Tells whether a name says that everybody is meant.
pub fn is_everybody(name: &str) -> bool {
    ["chung", "toan bo", "tat ca", "tong hop", "tong so", "tong cong", "all"].contains(&words(name).as_str())
}

/// Gives the words of a name, bare, without marks.
fn words(name: &str) -> String {
    let letters: String = bare(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Takes the words off a name that say what is counted.
fn core(words: &str) -> &str {
    let mut rest = words;
    while let Some(shorter) = IN_FRONT.iter().find_map(|front| rest.strip_prefix(front)?.strip_prefix(' ')) {
        rest = shorter;
    }
    rest
}
