//! Documents named in running text: a table written by hand, citations made by the thousand, what names nothing.

mod made;
mod table;

use parindex::assessment::{Evidence, EvidenceDate};
use parindex::typed::citation::{self, is_promise, is_section};
use table::{CITATIONS, NOTHING};

/// Gives the fields of a document: number, day, issuer, title, section, file, link; what is missing is empty.
fn fields(evidence: &Evidence) -> [String; 7] {
    let day = match &evidence.date {
        EvidenceDate::Day(day) => day.to_string(),
        EvidenceDate::Wrong(typed) => format!("!{typed}"),
        EvidenceDate::Blank => String::new(),
    };
    let words = |field: &Option<String>| field.clone().unwrap_or_default();
    [&evidence.number, &None, &evidence.issuer, &evidence.title, &evidence.section, &evidence.file, &evidence.link]
        .map(words)
        .into_iter()
        .enumerate()
        .map(|(n, field)| if n == 1 { day.clone() } else { field })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

/// Reads the fields of a document of the table.
fn right(line: &str) -> [String; 7] {
    let mut parts: Vec<String> = line.split('|').map(|part| part.trim().to_owned()).collect();
    parts.resize(7, String::new());
    parts.try_into().unwrap()
}

#[test]
fn every_citation_of_the_table_is_read_as_a_reader_would() {
    assert!(CITATIONS.len() >= 120);
    let mut wrong = Vec::new();
    for (text, documents) in CITATIONS {
        let read: Vec<_> = citation::read(text).evidence.iter().map(fields).collect();
        let right: Vec<_> = documents.iter().map(|line| right(line)).collect();
        if read != right {
            let show = |all: &[[String; 7]]| all.iter().map(|one| one.join(" | ")).collect::<Vec<_>>().join("\n      ");
            wrong.push(format!("{text:?}\n  read  {}\n  right {}", show(&read), show(&right)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CITATIONS.len(), wrong.join("\n"));
}

#[test]
fn no_document_is_made_of_words_that_name_none() {
    for text in NOTHING {
        let said = citation::read(text);
        assert_eq!(said.evidence, [], "{text:?}");
        for label in ["Tài liệu kiểm chứng: ", "TLKC:\n- "] {
            assert_eq!(citation::read(&format!("{label}{text}")).evidence, [], "{label:?} {text:?}");
        }
    }
}
