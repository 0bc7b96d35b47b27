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
    let inputs = ids.into_iter().filter_map(|id| leaf.input(id));
    called(inputs.map(|input| (input, vec![input.id.as_str(), input.label.as_str()])), name)
}

/// Finds the one that a name means among some that are called so: by what it is called, else by that without the words that say
/// what is counted.
pub fn called<'c, T: Copy>(all: impl IntoIterator<Item = (T, Vec<&'c str>)>, name: &str) -> Option<T> {
    let all: Vec<(T, Vec<String>)> = all.into_iter().map(|(one, calls)| (one, calls.into_iter().map(words).collect())).collect();
    let typed = words(name);
    let only = |fits: &dyn Fn(&String) -> bool| {
        let mut found = all.iter().filter(|(_, calls)| calls.iter().any(fits));
        found.next().filter(|_| found.next().is_none()).map(|(one, _)| *one)
    };
    only(&|call| *call == typed).or_else(|| {
        let typed = core(&typed);
        only(&|call| core(call) == typed)
    })
}

/// Finds the answer that a name means among those of a group of respondents, or of everybody: also where the label, or the name,
/// says the group beside the answer.
pub fn by_answer<'l, 'i>(leaf: &'l Leaf, ids: impl IntoIterator<Item = &'i InputId>, group: Option<&str>, name: &str) -> Option<&'l Input> {
    let ids: Vec<&InputId> = ids.into_iter().collect();
    let Some(group) = group else { return by_name(leaf, ids, name) };
    let inputs = ids.iter().filter_map(|id| leaf.input(id));
    let bared: Vec<(&Input, String)> = inputs.map(|input| (input, without_group(&input.label, group))).collect();
    let calls = || bared.iter().map(|(input, bared)| (*input, vec![input.id.as_str(), input.label.as_str(), bared.as_str()]));
    called(calls(), name).or_else(|| called(calls(), &without_group(name, group)))
}

/// Takes the name of a group off an answer of it: “Hài lòng (người dân)”, “Người dân: hài lòng”.
fn without_group(answer: &str, group: &str) -> String {
    let (answer, group) = (words(answer), words(group));
    let before = answer.strip_prefix(&group).filter(|rest| rest.starts_with(' '));
    let behind = answer.strip_suffix(&group).and_then(|rest| rest.strip_suffix(' '));
    let behind = behind.map(|rest| rest.strip_suffix(" cua").or(rest.strip_suffix(" nhom")).unwrap_or(rest));
    before.or(behind).unwrap_or(&answer).trim().to_owned()
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
