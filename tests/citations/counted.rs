//! How well made cells are read: field by field, what is read rightly of what is read, and of what is there.

use std::collections::BTreeMap;

use parindex::typed::citation;

/// Fields of a document: number, day as in `2024-03-05`, issuer, title, section, file, link; empty where there is none.
pub type Right = [String; 7];

/// Fields, as they are counted.
const FIELDS: [&str; 7] = ["number", "day", "issuer", "title", "section", "file", "link"];

/// What is asked of a reader, in thousandths.
pub struct Least {
    /// Of what is read, how much is right; of what is there, how much is read: for every field.
    pub field: usize,
    /// How many cells are read without any fault.
    pub whole: usize,
}

/// Reads cells as they are made, each with the documents that it names, and compares what is read with them.
pub fn count(cells: usize, least: &Least, mut cell: impl FnMut() -> (String, Vec<Right>)) {
    // By field: right ones read, all read, all that are right.
    let mut counts: BTreeMap<usize, [usize; 3]> = BTreeMap::new();
    let mut missed: Vec<String> = Vec::new();
    for _ in 0..cells {
        let (text, right) = cell();
        let mut read: Vec<Right> = citation::read(&text).evidence.iter().map(super::fields).collect();
        for one in &mut read {
            one[5] = unnumbered(&one[5]);
        }
        for field in 0..FIELDS.len() {
            let of = |all: &[Right]| all.iter().map(|one| one[field].clone()).filter(|words| !words.is_empty()).collect::<Vec<_>>();
            let (mut read, right) = (of(&read), of(&right));
            let count = counts.entry(field).or_default();
            count[1] += read.len();
            count[2] += right.len();
            for words in right {
                if let Some(at) = read.iter().position(|other| *other == words) {
                    read.remove(at);
                    count[0] += 1;
                }
            }
        }
        if read != right {
            let show = |all: &[Right]| all.iter().map(|one| one.join(" | ")).collect::<Vec<_>>().join("\n      ");
            missed.push(format!("{text:?}\n  read  {}\n  right {}", show(&read), show(&right)));
        }
    }
    let whole = cells - missed.len();
    let told = counts.iter().map(|(field, [hit, read, right])| {
        format!("{:8} precision {:4}‰ recall {:4}‰ of {right}", FIELDS[*field], hit * 1000 / read.max(&1), hit * 1000 / right.max(&1))
    });
    let told = told.collect::<Vec<_>>().join("\n");
    let fine = counts.values().all(|[hit, read, right]| hit * 1000 >= least.field * read && hit * 1000 >= least.field * right);
    let some = missed.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
    assert!(fine && whole * 1000 >= least.whole * cells, "{told}\nwhole cells right: {whole} of {cells}\n{some}");
}

/// Gives names of files without the numbers of a list before them: these are kept until the folder tells whose they are.
fn unnumbered(names: &str) -> String {
    let plain = |name: &str| match name.split_once([')', '.']) {
        Some((label, rest)) if label.chars().count() < 3 && rest.starts_with(' ') => rest.trim().to_owned(),
        _ => name.to_owned(),
    };
    names.split('\n').map(plain).collect::<Vec<_>>().join("\n")
}
