//! The council's workbooks: which round is due, who appraises, and the bytes of each.

use std::collections::BTreeMap;

use super::WorkedOut;
use super::failure::{Unknown, Unmade};
use crate::appraisal::{self, Asking, Commission, Marking, Part};
use crate::assessment::{Round, Unit};
use crate::figure::{UnitId, date_in};
use crate::finding::Finding;
use crate::text::fold::fold;
use crate::text::{Lang, said};
use crate::yaml::nearest;

/// What workbooks are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appraising {
    /// Round that is appraised.
    pub round: Round,
    /// Language that they are written in.
    pub lang: Lang,
    /// Path of the folder of evidence, as a link from the workbooks says it.
    pub evidence: String,
}

/// Gives the round that workbooks are made for: the one asked for, else the one that is due.
///
/// # Errors
/// [`Unknown`] where the campaign declares its rounds, and not this one, or has locked it: nothing typed for it would count.
pub fn round(worked: &WorkedOut, asked: Option<Round>) -> Result<Round, Unknown> {
    let rounds = &worked.plan.campaign.rounds;
    let round = match asked {
        None => due(worked),
        Some(round) if rounds.allow(round) => round,
        Some(round) => {
            return Err(Unknown::Round { round: round.number(), declared: rounds.list().iter().map(|one| one.round.number()).collect() });
        }
    };
    if rounds.is_locked(round) { Err(Unknown::Locked { round: round.number() }) } else { Ok(round) }
}

/// Gives the round that is due: the one behind the last that units explained, else the last one in which anything was
/// typed, which may not be done yet; the first where there is neither. A locked round is done.
fn due(worked: &WorkedOut) -> Round {
    let rounds = &worked.plan.campaign.rounds;
    let explained = worked.explanations.values().flat_map(BTreeMap::keys).copied().max();
    let behind = explained.and_then(|round| rounds.behind(round));
    let mut due = last_round(worked).max(behind).unwrap_or(rounds.first());
    while let Some(next) = rounds.behind(due).filter(|_| rounds.is_locked(due)) {
        due = next;
    }
    due
}

/// Lists the workbooks of a campaign, or the one of the agency that is called so.
///
/// # Errors
/// [`Unknown`] where nobody of that id or name appraises anything.
pub fn workbooks(worked: &WorkedOut, by: Option<&str>) -> Result<Vec<Part>, Unknown> {
    let parts = appraisal::parts(&worked.plan.campaign, &worked.plan.sets);
    let Some(called) = by else { return Ok(parts) };
    // An agency that is the office itself goes by its id, too.
    let listed = worked.plan.campaign.agencies.find(called).map(|agency| fold(&agency.name));
    let is =
        |part: &&Part| part.by.as_deref() == Some(called) || fold(&part.name) == fold(called) || listed.as_ref() == Some(&fold(&part.name));
    if let Some(part) = parts.iter().find(is) {
        return Ok(vec![part.clone()]);
    }
    let names: Vec<&str> = parts.iter().flat_map(|part| part.by.as_deref().into_iter().chain([part.name.as_str()])).collect();
    Err(Unknown::Agency { id: called.to_owned(), near: nearest(called, &names).map(str::to_owned) })
}

/// Makes the bytes of a workbook.
///
/// # Errors
/// [`Unmade`] where the writer of workbooks refuses.
pub fn workbook(worked: &WorkedOut, part: &Part, of: &Appraising) -> Result<Vec<u8>, Unmade> {
    let commission = Commission { results: worked.results().told_in(of.lang), round: of.round, part, evidence: &of.evidence, sent: None };
    appraisal::write(&commission).map_err(|error| Unmade { file: part.file(of.round), why: error.to_string() })
}

/// Makes the copy of a filled workbook that goes back to whoever filled it in; nothing where it can't be read as one of the
/// campaign. `worked` is the campaign with this workbook in it.
///
/// # Errors
/// [`Unmade`] where the writer of workbooks refuses.
pub fn annotated(worked: &WorkedOut, sent: &Returned<'_>) -> Result<Option<Vec<u8>>, Unmade> {
    let Returned { bytes, file, findings, evidence, lang } = *sent;
    let plan = &worked.plan;
    let unit = |id: &UnitId| plan.unit(id).and_then(|unit| Some((unit, plan.set(unit)?)));
    let known = appraisal::Known { campaign: &plan.campaign, sets: &plan.sets, unit: &unit };
    let Some(book) = crate::workbook::open(bytes, file).value else { return Ok(None) };
    let Some(held) = appraisal::held(&book, file, &known, findings, lang) else { return Ok(None) };
    let parts = appraisal::parts(&plan.campaign, &plan.sets);
    let Some(part) = parts.iter().find(|part| part.by == held.by) else { return Ok(None) };
    let commission = Commission { results: worked.results(), round: held.round, part, evidence, sent: None };
    let marking = Marking { book: &book, held: &held, findings, file, lang };
    appraisal::annotate(&commission, &marking).map(Some).map_err(|error| Unmade { file: file.to_owned(), why: error.to_string() })
}

/// Filled workbook that goes back.
#[derive(Clone, Copy, Debug)]
pub struct Returned<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its name.
    pub file: &'a str,
    /// Everything that was found in it.
    pub findings: &'a [Finding],
    /// Path of the folder of evidence, as a link from the copy says it.
    pub evidence: &'a str,
    /// Language of the copy.
    pub lang: Lang,
}

/// Gives the last round in which anything was typed; nothing where nothing was.
pub fn last_round(worked: &WorkedOut) -> Option<Round> {
    worked.appraisal.last_round()
}

/// Gives the round that units are told of: `wanted`, else the last in which anything was typed up to the official stage, else the
/// last of all. Nothing where nothing was typed in it.
pub fn told_round(worked: &WorkedOut, wanted: Option<Round>) -> Option<Round> {
    let told = wanted.or_else(|| worked.appraisal.told_round(worked.plan.campaign.official));
    told.filter(|round| worked.appraisal.all_rounds().contains(round))
}

/// Workbook that goes to a unit after a round.
pub struct Question {
    /// Its name.
    pub file: String,
    /// Round that it tells of.
    pub round: Round,
    /// The file as bytes.
    pub bytes: Vec<u8>,
}

/// Makes the workbook that goes to a unit after a round; nothing where nothing was changed. It tells of the last round up to that
/// one which said anything of the unit.
///
/// # Errors
/// [`Unmade`] where the writer of workbooks refuses.
pub fn asking(worked: &WorkedOut, unit: &Unit, told: Round, lang: Lang) -> Result<Option<Question>, Unmade> {
    let rounds = &worked.plan.campaign.rounds;
    let next = rounds.behind(told).and_then(|next| rounds.find(next));
    let until =
        next.and_then(|next| next.from).map(|day| date_in(day, lang)).map(|day| said!(lang, "ngày {day}", "{day}")).unwrap_or_default();
    let results = worked.results().told_in(lang);
    let round = appraisal::told_of(&results, unit, told);
    let file = appraisal::asked_file(unit, round);
    match appraisal::write_explanation(&Asking { results, round, until: &until, unit }) {
        Ok(bytes) => Ok(bytes.map(|bytes| Question { file, round, bytes })),
        Err(error) => Err(Unmade { file, why: error.to_string() }),
    }
}
