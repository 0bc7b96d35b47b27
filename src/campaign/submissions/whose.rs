//! Whose a workbook of ours is: by the id that it carries, held against every name that it shows.
//!
//! Source: [meanings](crate#meanings) 37.

use std::collections::BTreeSet;

use crate::assessment::Unit;
use crate::campaign::plan::Plan;
use crate::finding::campaign::{FORM_SHOWS_NO_UNIT, FORM_SHOWS_OTHER_UNIT};
use crate::finding::sheet::{OTHER_UNIT_BESIDE, UNIT_BY_FILE};
use crate::finding::{Checked, Finding, Place};
use crate::form::{SigningPlace, carried, read};
use crate::intake::{Naming, OtherUnit, other_units, shown_by_our_form};
use crate::text;
use crate::text::Words;
use crate::workbook::Book;

/// Compares the names that a workbook of ours shows, to people and on its hidden sheet, with the unit that it was made for.
/// `noun` is what it is called.
pub fn shows<'p>(unit: &'p Unit, book: &Book, hidden: Option<&str>, file: &str, (plan, noun): (&Plan, Words)) -> Checked<Option<&'p Unit>> {
    let Words { vi: noun_vi, en: noun_en } = noun;
    let roster = &plan.roster;
    let heads = shown_by_our_form(book, roster);
    let shown = heads.named().into_iter().map(|(named, spot)| (named, spot.in_file(file)));
    let hidden = hidden.and_then(|name| roster.called(name).one()).map(|named| (named, Place::file(file)));
    // A line that is no unit's name may still name one: “UBND xã Tân Bình · Đợt năm 2026”.
    let spoken = heads.stranger().and_then(|(words, spot)| Some((roster.mentioned(words).one()?, spot.in_file(file))));
    let spoken = spoken.filter(|(named, _)| !roster.is_office(&named.name));
    let lang = carried(book).map(|carried| carried.lang).unwrap_or_default();
    let others = other_units(book, &read::signed(book, &SigningPlace::of(&plan.campaign, unit, lang)), unit, roster);
    // Its own name above the table tells whose it is, but for who signs it as another.
    let against = |other: &&OtherUnit<'_>| other.how == Naming::Signs || !heads.shows(unit) && are_one(&others);
    let signed = others.iter().find(against).map(|other| (other.unit, other.spot.in_file(file)));
    let (ours, id) = (&unit.name, &unit.id);
    if let Some((other, place)) = shown.chain(hidden).chain(spoken).chain(signed).find(|(named, _)| named.id != unit.id) {
        let theirs = &other.name;
        let message = text!(
            "{noun_vi} phát hành cho “{ours}” (mã “{id}”) nhưng ghi tên “{theirs}”.",
            "{noun_en} was issued to “{ours}” (id “{id}”) but shows the name “{theirs}”."
        );
        return Checked { value: None, findings: vec![Finding::new(&FORM_SHOWS_OTHER_UNIT, message).at(place)] };
    }
    // The office that collects the forms may stand in the name of any of them.
    let by_file = roster.in_file_name(file).one().filter(|other| other.id != unit.id && !roster.is_office(&other.name)).map(|other| {
        let other = &other.name;
        let message = text!(
            "{noun_vi} phát hành cho “{ours}” (mã “{id}”), tên tệp là của “{other}”; tính cho “{ours}”.",
            "{noun_en} was issued to “{ours}” (id “{id}”), the file's name is that of “{other}”; it is taken as that of “{ours}”."
        );
        Finding::new(&UNIT_BY_FILE, message).of(id).at(Place::file(file))
    });
    let mut findings: Vec<Finding> = by_file.into_iter().collect();
    findings.extend(distinct(&others).map(|other| beside(unit, other, noun).at(other.spot.in_file(file))));
    // The unit's own name may stand elsewhere in the form: a name of nobody is told all the same.
    if heads.shows(unit) && heads.stranger().is_none() {
        return Checked { value: Some(unit), findings };
    }
    let message = match heads.stranger() {
        Some((words, _)) => text!(
            "{noun_vi} ghi đơn vị “{words}”, không phải tên của “{ours}”; vẫn tính cho “{ours}” theo mã “{id}”.",
            "{noun_en} names the unit “{words}”, which is not “{ours}”; it is taken as that of “{ours}” by its id “{id}”."
        ),
        None => text!(
            "{noun_vi} không còn ghi tên “{ours}”; vẫn tính cho “{ours}” theo mã “{id}”.",
            "{noun_en} no longer shows the name “{ours}”; it is taken as that of “{ours}” by its id “{id}”."
        ),
    };
    let place = heads.stranger().map_or_else(|| Place::file(file), |(_, spot)| spot.in_file(file));
    findings.push(Finding::new(&FORM_SHOWS_NO_UNIT, message).of(id).at(place));
    Checked { value: Some(unit), findings }
}

/// Tells whether all of several are one unit.
fn are_one(others: &[OtherUnit<'_>]) -> bool {
    distinct(others).count() == 1
}

/// Gives every unit once, where it is named first.
fn distinct<'a, 'u>(others: &'a [OtherUnit<'u>]) -> impl Iterator<Item = &'a OtherUnit<'u>> {
    let mut seen = BTreeSet::new();
    others.iter().filter(move |other| seen.insert(&other.unit.id))
}

/// Says that a workbook of a unit speaks of another one beside it.
fn beside(unit: &Unit, other: &OtherUnit<'_>, noun: Words) -> Finding {
    let Words { vi: noun_vi, en: noun_en } = noun;
    let (ours, theirs) = (&unit.name, &other.unit.name);
    let Words { vi: at_vi, en: at_en } = match other.how {
        Naming::Sheet => Words { vi: "tên trang", en: "the name of a sheet" },
        Naming::Signs | Naming::Beside => Words { vi: "chỗ ký", en: "the place for signatures" },
    };
    let message = text!(
        "{noun_vi} phát hành cho “{ours}”, {at_vi} còn ghi “{theirs}”; tính cho “{ours}”.",
        "{noun_en} was issued to “{ours}”, {at_en} also says “{theirs}”; it is taken as that of “{ours}”."
    );
    let help = text!(
        "Nếu số liệu là của “{theirs}”, điền vào biểu phát hành cho đơn vị đó; nếu là của “{ours}”, sửa {at_vi} cho đúng.",
        "If the figures are those of “{theirs}”, fill in the form that was issued to it; if they are those of “{ours}”, correct {at_en}."
    );
    Finding::new(&OTHER_UNIT_BESIDE, message).help(help).of(&unit.id)
}
