//! What people type into one cell: values of every kind, numbers of criteria, citations, old fonts.

#![no_main]

use libfuzzer_sys::fuzz_target;
use parindex::evidence::{self, Number};
use parindex::figure::{Choice, Input, InputId, InputKind};
use parindex::intake::stt;
use parindex::points::Points;
use parindex::text::{fold, legacy};
use parindex::typed::citation;
use parindex::typed::id;
use parindex::typed::value;
use parindex::workbook::Cell;
use parindex_fuzz::SET;

/// Kinds of inputs.
const KINDS: [InputKind; 7] =
    [InputKind::Count, InputKind::Percent, InputKind::Points, InputKind::Date, InputKind::YesNo, InputKind::Choice, InputKind::Text];

fuzz_target!(|text: &str| {
    let cell = Cell::text(text);
    let choices = [Choice { id: "a".into(), label: "Kịp thời".into() }];
    for kind in KINDS {
        let input = Input {
            id: InputId::new("x"),
            kind,
            label: "Số".into(),
            measure: None,
            days: parindex::figure::Days::default(),
            shared: false,
        };
        let _ = value::figure(Some(&cell), &input, &choices);
    }
    let _ = value::claim(Some(&cell), &Points::from(2));
    let _ = value::evidence_date(Some(&cell));
    let _ = id::named(&cell, &SET);
    let _ = stt::of_text(text);
    let _ = stt::before_name(text);
    let folded = fold::fold(text);
    assert_eq!(fold::fold(&folded), folded, "folding twice is folding once");
    // Every document named in running text can be told again from what was read.
    for evidence in citation::read(text).evidence {
        let said = [&evidence.number, &evidence.title, &evidence.file, &evidence.link, &evidence.issuer, &evidence.section];
        assert!(said.into_iter().flatten().next().is_some(), "a document of nothing");
    }
    if let Some(number) = Number::parse(text) {
        let again = Number::parse(&number.canonical()).expect("a number written properly is a number");
        assert_eq!(again.key(), number.key(), "it is the same number");
    }
    let _ = evidence::nearest_type(text);
    let _ = evidence::issuer_kind(text);
    let _ = evidence::named_kind(text);
    if let Some(read) = legacy::convert(text, None) {
        assert_ne!(read.words, text, "converted into itself");
    }
});
