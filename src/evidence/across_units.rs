//! The same document, or the same file, named by several units: a form that was copied, or a number mistyped.

use super::document::{Authority, Number, issuer_kind, named_kind};
use super::{Evidenced, Files, file, repeated};
use crate::assessment::{Evidence, EvidenceDate, EvidenceField, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::{CriterionId, date_vi};
use crate::finding::evidence as code;
use crate::finding::{Code, Finding};
use crate::text;
use crate::text::fold::bare;

/// Most units that a message names.
const NAMED: usize = 3;

/// Unit whose evidence is compared with that of others.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// Unit that named the documents.
    pub unit: &'a Unit,
    /// What its leaves ask.
    pub set: &'a CriteriaSet,
    /// What lies in its folder.
    pub files: Option<&'a Files>,
    /// What it names.
    pub evidenced: &'a Evidenced,
}

/// Where a unit names something, on loan: most of what is named is named by one unit alone, and nothing is said of it.
struct Named<'a> {
    party: &'a Party<'a>,
    criterion: &'a CriterionId,
    evidence: &'a Evidence,
    /// The file; `None` for a document.
    path: Option<&'a str>,
}

/// What units name, by what tells it apart.
type Registry<'a> = Vec<(Box<str>, Named<'a>)>;

/// Says which documents and files several units name, on each of them.
pub fn named_by_several(parties: &[Party<'_>]) -> Vec<Finding> {
    let (mut documents, mut files): (Registry<'_>, Registry<'_>) = Default::default();
    for party in parties {
        let index = party.files.map(file::Index::new);
        for (id, answer) in party.evidenced.assessment.answers.iter().filter(|(id, _)| !party.unit.not_applicable.contains(id)) {
            for evidence in &answer.evidence {
                let named = |path| Named { party, criterion: id, evidence, path };
                if let Some(key) = own_document(evidence) {
                    documents.push((key.into(), named(None)));
                }
                for (path, facts) in index.iter().flat_map(|files| file::found(files, &party.unit.id, evidence)) {
                    if let Some(hash) = facts.sha256.as_deref().filter(|_| facts.size > 0) {
                        files.push((hash.into(), named(Some(path))));
                    }
                }
            }
        }
    }
    let mut findings = Vec::new();
    for (code, mut registry) in [(&code::OTHER_UNIT_TOO, documents), (&code::SAME_FILE, files)] {
        registry.sort_by(|(key, one), (other_key, other)| (key, &one.party.unit.id).cmp(&(other_key, &other.party.unit.id)));
        // Of one unit the first place counts.
        registry.dedup_by(|(later_key, later), (key, named)| later_key == key && later.party.unit.id == named.party.unit.id);
        for units in registry.chunk_by(|(key, _), (other, _)| key == other).filter(|units| units.len() > 1) {
            findings.extend(units.iter().map(|(_, named)| finding(code, named, units)));
        }
    }
    findings
}

/// Gives what tells a document from others, where it is one that a single unit issues: it has a number and
/// a day, and comes from no authority above the units.
fn own_document(evidence: &Evidence) -> Option<String> {
    let EvidenceDate::Day(_) = &evidence.date else { return None };
    let number = Number::parse(evidence.number.as_deref()?)?;
    let issuer = evidence.issuer.as_deref();
    // Committees and councils exist at every level: with the same number and day, only the same name is the same one.
    let named = match issuer.and_then(named_kind).or_else(|| issuer_kind(&number.issuer)) {
        Some(Authority::Ministry | Authority::Government | Authority::Party | Authority::Assembly) => return None,
        Some(Authority::Committee | Authority::Council) => bare(issuer.filter(|name| !is_provincial(name))?),
        Some(Authority::Department) | None => String::new(),
    };
    let key = repeated::key(evidence)?;
    Some(format!("{key} {named}"))
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
fn finding(code: &'static Code, named: &Named<'_>, units: &[(Box<str>, Named<'_>)]) -> Finding {
    let (unit, evidence) = (named.party.unit, named.evidence);
    let others = units.iter().map(|(_, other)| other.party.unit).filter(|other| other.id != unit.id);
    let list = others.take(NAMED).map(|other| format!("“{}”", other.name)).collect::<Vec<_>>().join(", ");
    let rest = units.len().saturating_sub(NAMED + 1);
    let (list_vi, list_en) =
        if rest > 0 { (format!("{list} và {rest} đơn vị khác"), format!("{list} and {rest} more")) } else { (list.clone(), list) };
    let (field, message) = if let Some(path) = named.path {
        (
            EvidenceField::File,
            text!("Tệp “{path}” giống hệt tệp do {list_vi} gửi.", "The file “{path}” is the same as one sent by {list_en}."),
        )
    } else {
        let (what, (day_vi, day_en)) = (super::described(evidence), printed_day(evidence));
        let message = text!(
            "Văn bản “{what}” ngày {day_vi} cũng do {list_vi} nêu làm tài liệu kiểm chứng.",
            "The document “{what}” of {day_en} is also named by {list_en}."
        );
        (EvidenceField::Number, message)
    };
    Finding::new(code, message).at(evidence.place.place(evidence.cells.get(field))).of(&unit.id).on(named.criterion)
}

/// Gives the day of a document as both languages print it.
fn printed_day(evidence: &Evidence) -> (String, String) {
    match &evidence.date {
        EvidenceDate::Day(day) => (date_vi(*day), day.to_string()),
        EvidenceDate::Blank | EvidenceDate::Wrong(_) => (String::new(), String::new()),
    }
}
