//! The same document, or the same file, named by several units: a form that was copied, or a number mistyped.

use std::collections::BTreeMap;

use super::document::{Authority, Number, issuer_kind, named_kind};
use super::{Evidenced, Files, file, repeated};
use crate::assessment::{Evidence, EvidenceDate, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, UnitId, date_vi};
use crate::finding::evidence as code;
use crate::finding::{Code, Finding, Place};
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;

/// Most units that a message names.
const NAMED: usize = 3;

/// Unit whose evidence is held against that of others.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// Whose.
    pub unit: &'a Unit,
    /// What its leaves ask.
    pub set: &'a CriteriaSet,
    /// What lies in its folder.
    pub files: Option<&'a Files>,
    /// What it names.
    pub evidenced: &'a Evidenced,
}

/// Where a unit names something: the first place counts.
struct Named<'a> {
    party: Party<'a>,
    criterion: CriterionId,
    place: Place,
    /// What, in the unit's own words.
    what: String,
    /// Day, as both languages print it.
    day: Text,
}

/// Says which documents and files several units name, on each of them.
pub fn check(parties: &[Party<'_>]) -> Vec<Finding> {
    let (mut documents, mut files): (Registry<'_>, Registry<'_>) = Default::default();
    for party in parties {
        for (id, answer) in party.evidenced.assessment.answers.iter().filter(|(id, _)| !party.unit.not_applicable.contains(id)) {
            for evidence in &answer.evidence {
                let named = |field: &str, what: &str, day: Text| Named {
                    party: *party,
                    criterion: id.clone(),
                    place: Place { cell: evidence.cells.get(field).or(evidence.place.cell.as_ref()).cloned(), ..evidence.place.clone() },
                    what: what.to_owned(),
                    day,
                };
                if let Some((key, day)) = own_document(evidence) {
                    let what = super::described(evidence);
                    documents.entry(key).or_default().entry(&party.unit.id).or_insert_with(|| named("number", what, day));
                }
                for (path, facts) in party.files.into_iter().flat_map(|files| file::found(files, &party.unit.id, evidence)) {
                    if let Some(hash) = facts.sha256.as_ref().filter(|_| facts.size > 0) {
                        files
                            .entry(hash.clone())
                            .or_default()
                            .entry(&party.unit.id)
                            .or_insert_with(|| named("file", path, Text::default()));
                    }
                }
            }
        }
    }
    let mut findings = Vec::new();
    for (code, registry) in [(&code::OTHER_UNIT_TOO, &documents), (&code::SAME_FILE, &files)] {
        for units in registry.values().filter(|units| units.len() > 1) {
            findings.extend(units.values().map(|named| finding(code, named, units)));
        }
    }
    findings
}

/// What units name, by what tells it apart, and then by unit.
type Registry<'a> = BTreeMap<String, BTreeMap<&'a UnitId, Named<'a>>>;

/// Gives what tells a document from others, with its day, where it is one that a single unit issues: it has a number and
/// a day, and comes from no authority above the units.
fn own_document(evidence: &Evidence) -> Option<(String, Text)> {
    let EvidenceDate::Day(day) = &evidence.date else { return None };
    let number = Number::parse(evidence.number.as_deref()?)?;
    let issuer = evidence.issuer.as_deref();
    // Committees and councils exist at every level: with the same number and day, only the same name is the same one.
    let named = match issuer.and_then(named_kind).or_else(|| issuer_kind(&number.issuer)) {
        Some(Authority::Ministry | Authority::Government | Authority::Party | Authority::Assembly) => return None,
        Some(Authority::Committee | Authority::Council) => bare(issuer.filter(|name| !is_provincial(name))?),
        Some(Authority::Department) | None => String::new(),
    };
    let key = repeated::key(evidence)?;
    Some((format!("{key} {named}"), Text::new(date_vi(*day), day.to_string())))
}

/// Cities that are provinces.
const CITIES: [&str; 6] = ["ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"];
/// Levels below the province.
const BELOW: [&str; 8] = ["huyen", "thi xa", "xa", "phuong", "thi tran", "quan", "thanh pho", "tp"];

/// Tells whether a committee or a council is that of the province.
fn is_provincial(issuer: &str) -> bool {
    let words = bare(issuer).split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ");
    let level = BELOW.iter().find(|level| format!("{words} ").contains(&format!(" {level} ")));
    level.is_none_or(|level| ["thanh pho", "tp"].contains(level) && CITIES.iter().any(|city| words.ends_with(city)))
}

/// Tells one unit of the others.
fn finding(code: &'static Code, named: &Named<'_>, units: &BTreeMap<&UnitId, Named<'_>>) -> Finding {
    let unit = named.party.unit;
    let others: Vec<&Unit> = units.values().map(|other| other.party.unit).filter(|other| other.id != unit.id).collect();
    let list = others.iter().take(NAMED).map(|other| format!("“{}”", other.name)).collect::<Vec<_>>().join(", ");
    let rest = others.len().saturating_sub(NAMED);
    let (list_vi, list_en) =
        if rest > 0 { (format!("{list} và {rest} đơn vị khác"), format!("{list} and {rest} more")) } else { (list.clone(), list) };
    let (what, day_vi, day_en) = (&named.what, &named.day.vi, &named.day.en);
    let message = if code == &code::SAME_FILE {
        text!("Tệp “{what}” giống hệt tệp do {list_vi} nộp.", "The file “{what}” is the same as one sent by {list_en}.")
    } else {
        text!(
            "Văn bản “{what}” ngày {day_vi} cũng do {list_vi} nêu làm tài liệu kiểm chứng.",
            "The document “{what}” of {day_en} is also named by {list_en}."
        )
    };
    Finding::new(code, message).at(named.place.clone()).of(&unit.id).on(&named.criterion)
}
