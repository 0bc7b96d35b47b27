//! What several lines of tables say of one thing: two that say the same are one; of those that differ none counts, until
//! exactly one of them is marked final (chốt).
//!
//! Source: [meanings](crate#meanings) 31 and 44.

mod contradiction;
mod unfounded;

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Applies, Appraisal, Corrected, Entry, Round};
use crate::criteria::Criterion;
use crate::figure::{Choice, CriterionId, InputId, UnitId};
use crate::finding::Finding;
use crate::finding::appraisal::{OVERRULED, REPEATED};
use crate::intake::table::Row;
use crate::text;
use crate::text::{Text, Words};

use super::super::plan::Plan;

/// What a line gives.
#[derive(Clone, Debug)]
pub enum Given {
    /// Points, with their reason.
    Points(Entry),
    /// Figure of the unit, corrected.
    Figure(Corrected),
    /// Whether the criterion, or a part of it, applies.
    Applies(Applies),
}

/// What a line is about, within a leaf of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Points,
    Figure(InputId),
    Applies(Option<String>),
}

/// Line that gives something.
#[derive(Clone, Debug)]
struct Candidate {
    given: Given,
    /// Who appraised, where the line says.
    appraiser: Option<String>,
    /// Whether it is marked as the one that counts.
    is_final: bool,
}

/// Leaf of a unit in a round; the survey has no round.
type Of = (Option<Round>, UnitId, CriterionId);

/// Lines by leaf, and by what of it they are about.
#[derive(Debug, Default)]
pub struct Candidates {
    lines: BTreeMap<Of, BTreeMap<About, Vec<Candidate>>>,
}

/// File and appraiser.
type Verdict<'a> = (Option<&'a str>, Option<&'a str>);

/// Corrected figures of each verdict.
type Figures<'a> = BTreeMap<Verdict<'a>, BTreeMap<&'a InputId, &'a Candidate>>;

impl Candidate {
    /// Tells lines of one appraiser, in one file, from those of another: what one says of a leaf is one verdict.
    fn verdict(&self) -> Verdict<'_> {
        (self.given.place().file.as_deref(), self.appraiser.as_deref())
    }
}

impl Given {
    /// Tells whether two lines say the same.
    fn says_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Points(one), Self::Points(other)) => one.points == other.points,
            (Self::Figure(one), Self::Figure(other)) => one.figure == other.figure,
            (Self::Applies(one), Self::Applies(other)) => one.applies == other.applies,
            _ => false,
        }
    }

    /// Gives what is said, as the message quotes it.
    fn words(&self, choices: &[Choice]) -> Text {
        match self {
            Self::Points(entry) => Text { vi: entry.points.plain_vi(), en: entry.points.plain() },
            Self::Figure(corrected) => corrected.figure.words_of(choices),
            Self::Applies(said) if said.applies => Text::new("có", "yes"),
            Self::Applies(_) => Text::new("không", "no"),
        }
    }

    /// Gives the reason beside it.
    fn reason(&self) -> Option<&String> {
        match self {
            Self::Points(entry) => entry.reason.as_ref(),
            Self::Figure(corrected) => corrected.reason.as_ref(),
            Self::Applies(said) => said.reason.as_ref(),
        }
    }

    /// Gives where it stands.
    const fn place(&self) -> &crate::finding::Place {
        match self {
            Self::Points(entry) => &entry.place,
            Self::Figure(corrected) => &corrected.place,
            Self::Applies(said) => &said.place,
        }
    }
}

impl Candidates {
    /// Takes what a line gives for a leaf of a unit; `round` is `None` for the survey.
    pub fn take(&mut self, round: Option<Round>, unit: &UnitId, criterion: &Criterion, row: &Row, given: Given, input: Option<&InputId>) {
        let about = match (&given, input) {
            (Given::Figure(_), Some(input)) => About::Figure(input.clone()),
            (Given::Applies(said), _) => About::Applies(said.part.clone()),
            _ => About::Points,
        };
        let key = (round, unit.clone(), criterion.id.clone());
        let candidate = Candidate { given, appraiser: row.appraiser.clone(), is_final: row.is_final };
        self.lines.entry(key).or_default().entry(about).or_default().push(candidate);
    }

    /// Enters what counts, and says which lines don't.
    pub fn settle(self, plan: &Plan, appraisal: &mut Appraisal, findings: &mut Vec<Finding>) {
        for ((round, unit, criterion), mut of_leaf) in self.lines {
            let mut overruled = keep_final(&mut of_leaf);
            if let Some(finding) = round.and_then(|_| contradiction::find(plan, (&unit, &criterion), &of_leaf)) {
                unsettled(appraisal, (round, &unit, &criterion), &finding, of_leaf.values().flatten());
                findings.push(finding);
                continue;
            }
            if figures_differ(&of_leaf) {
                let finding = other_figures(plan, (&unit, &criterion), &of_leaf);
                let figures = of_leaf.iter().filter(|(about, _)| matches!(about, About::Figure(_))).flat_map(|(_, lines)| lines);
                unsettled(appraisal, (round, &unit, &criterion), &finding, figures);
                findings.push(finding);
                of_leaf.retain(|about, _| !matches!(about, About::Figure(_)));
            }
            let mut kept: Vec<Candidate> = of_leaf.values().flatten().filter(|line| line.is_final).cloned().collect();
            for (about, lines) in of_leaf {
                overruled.extend(Self::settle_one(plan, (round, &unit, &criterion), about, &lines, appraisal, findings));
            }
            overruled.retain(|(_, line)| !kept.iter().any(|one| one.given.says_as(&line.given)));
            kept.truncate(MOST_QUOTED);
            findings.extend(overruled_by(plan, (&unit, &criterion), &kept, &overruled));
        }
    }

    /// Enters what counts of one thing; gives the lines that do not, since another one is marked final.
    fn settle_one(
        plan: &Plan,
        (round, unit, criterion): (Option<Round>, &UnitId, &CriterionId),
        about: About,
        lines: &[Candidate],
        appraisal: &mut Appraisal,
        findings: &mut Vec<Finding>,
    ) -> Vec<(About, Candidate)> {
        let same = lines.split_first().is_some_and(|(first, rest)| rest.iter().all(|line| line.given.says_as(&first.given)));
        let mut marked = lines.iter().filter(|line| line.is_final);
        let only = marked.next().filter(|_| marked.next().is_none());
        let Some(taken) = (if same { lines.first() } else { only }) else {
            let finding = differ(plan, (round, unit, criterion), &about, lines);
            unsettled(appraisal, (round, unit, criterion), &finding, lines.iter());
            findings.push(finding);
            return Vec::new();
        };
        let others = lines.iter().filter(|line| !same && !line.given.says_as(&taken.given));
        let overruled = others.map(|line| (about.clone(), line.clone())).collect();
        let (unit, criterion) = (unit.clone(), criterion.clone());
        match (taken.given.clone(), round, about) {
            (Given::Points(entry), None, _) => {
                appraisal.survey.entry(unit).or_default().insert(criterion, entry);
            }
            (Given::Points(entry), Some(round), _) => {
                findings.extend(unfounded::find(plan, appraisal, (round, &unit, &criterion), &entry));
                appraisal.rounds.entry(round).or_default().entry(unit).or_default().insert(criterion, entry);
            }
            (Given::Figure(corrected), Some(round), About::Figure(input)) => {
                let of_round = appraisal.corrected.entry(round).or_default();
                of_round.entry(unit).or_default().entry(criterion).or_default().insert(input, corrected);
            }
            (Given::Applies(said), Some(round), _) => {
                let of_round = appraisal.applies.entry(round).or_default();
                of_round.entry(unit).or_default().entry(criterion).or_default().push(said);
            }
            (Given::Figure(_) | Given::Applies(_), ..) => {}
        }
        overruled
    }
}

/// Keeps what differs, so that a workbook made anew can show it.
fn unsettled<'c>(
    appraisal: &mut Appraisal,
    (round, unit, criterion): (Option<Round>, &UnitId, &CriterionId),
    finding: &Finding,
    lines: impl Iterator<Item = &'c Candidate>,
) {
    let Some(round) = round else { return };
    let kept = appraisal.unsettle(round, unit, criterion);
    kept.differs = true;
    kept.said.push(finding.message.clone());
    for line in lines {
        let (who, reason) = (who(line, false).vi, line.given.reason());
        let reason = reason.map(|reason| format!("“{reason}” ({who})"));
        kept.reasons.extend(reason.filter(|reason| !kept.reasons.contains(reason)));
        if let Given::Points(entry) = &line.given {
            kept.points.push(entry.points.clone());
        }
    }
}

/// Most lines that one message quotes.
const MOST_QUOTED: usize = 6;

/// Leaves the lines of the one verdict that is marked as the one that counts, where exactly one is; gives the others.
fn keep_final(of_leaf: &mut BTreeMap<About, Vec<Candidate>>) -> Vec<(About, Candidate)> {
    let marked: BTreeSet<_> = of_leaf.values().flatten().filter(|line| line.is_final).map(Candidate::verdict).collect();
    let (Some((file, appraiser)), 1) = (marked.first().copied(), marked.len()) else { return Vec::new() };
    let (file, appraiser) = (file.map(str::to_owned), appraiser.map(str::to_owned));
    let mut overruled = Vec::new();
    for (about, lines) in of_leaf.iter_mut() {
        let (kept, others): (Vec<_>, Vec<_>) =
            std::mem::take(lines).into_iter().partition(|line| line.verdict() == (file.as_deref(), appraiser.as_deref()));
        *lines = kept;
        overruled.extend(others.into_iter().map(|line| (about.clone(), line)));
    }
    of_leaf.retain(|_, lines| !lines.is_empty());
    overruled
}

/// Tells whose verdict on a leaf does not count, since another one is marked final; nothing where nobody's was other.
fn overruled_by(plan: &Plan, (unit, id): (&UnitId, &CriterionId), kept: &[Candidate], overruled: &[(About, Candidate)]) -> Option<Finding> {
    let last = overruled.last()?.1.given.place().clone();
    let quoted = |lines: &mut dyn Iterator<Item = (Option<&InputId>, &Candidate)>| {
        let one = |(input, line): (Option<&InputId>, &Candidate)| {
            let choices = input.map(|input| choices(plan, unit, id, input)).unwrap_or_default();
            let (words, who) = (line.given.words(&choices), who(line, false));
            let label = input.map(|input| format!("{} ", label(plan, unit, id, input))).unwrap_or_default();
            (format!("{label}“{}” ({})", words.vi, who.vi), format!("{label}“{}” ({})", words.en, who.en))
        };
        let (vi, en): (Vec<String>, Vec<String>) = lines.take(MOST_QUOTED).map(one).unzip();
        (vi.join("; "), en.join("; "))
    };
    let figure = |about: &About| match about {
        About::Figure(input) => Some(input.clone()),
        About::Points | About::Applies(_) => None,
    };
    let inputs: Vec<(Option<InputId>, &Candidate)> = overruled.iter().map(|(about, line)| (figure(about), line)).collect();
    let (others_vi, others_en) = quoted(&mut inputs.iter().map(|(input, line)| (input.as_ref(), *line)));
    let (kept_vi, kept_en) = quoted(&mut kept.iter().map(|line| (None, line)));
    let name = plan.unit(unit).map_or(unit.as_str(), |unit| unit.name.as_str());
    let message = text!(
        "Tiêu chí “{id}” của “{name}” tính theo dòng đánh dấu chốt: {kept_vi}; không tính kết quả khác: {others_vi}.",
        "Criterion “{id}” of “{name}” counts as the line marked final says: {kept_en}; these others do not count: {others_en}."
    );
    Some(Finding::new(&OVERRULED, message).of(unit).on(id).at(last))
}

/// Gives the figures of each verdict.
fn by_verdict(of_leaf: &BTreeMap<About, Vec<Candidate>>) -> Figures<'_> {
    let mut verdicts = Figures::new();
    for (about, lines) in of_leaf {
        let About::Figure(input) = about else { continue };
        for line in lines {
            verdicts.entry(line.verdict()).or_default().insert(input, line);
        }
    }
    verdicts
}

/// Tells whether two verdicts correct different figures of a leaf. Together they would be nobody's result.
fn figures_differ(of_leaf: &BTreeMap<About, Vec<Candidate>>) -> bool {
    let verdicts = by_verdict(of_leaf);
    let mut which = verdicts.values().map(|figures| figures.keys().copied().collect::<Vec<_>>());
    which.next().is_some_and(|first| which.any(|other| other != first))
}

/// Says that two verdicts correct different figures of a leaf.
fn other_figures(plan: &Plan, (unit, id): (&UnitId, &CriterionId), of_leaf: &BTreeMap<About, Vec<Candidate>>) -> Finding {
    let verdicts = by_verdict(of_leaf);
    let of_one = |english: bool| {
        let one = |((file, appraiser), figures): (&Verdict<'_>, &BTreeMap<&InputId, &Candidate>)| {
            let figures = figures.iter().map(|(input, line)| {
                let Text { vi, en } = line.given.words(&choices(plan, unit, id, input));
                format!("{} “{}”", label(plan, unit, id, input), if english { en } else { vi })
            });
            let who: Vec<&str> = appraiser.iter().chain(file).copied().collect();
            format!("{} ({})", figures.collect::<Vec<_>>().join(", "), who.join(", "))
        };
        verdicts.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let (list_vi, list_en) = (of_one(false), of_one(true));
    let name = plan.unit(unit).map_or(unit.as_str(), |unit| unit.name.as_str());
    let message = text!(
        "Tiêu chí “{id}” của “{name}” được thẩm định trên các số liệu khác nhau: {list_vi}; chưa tính số nào.",
        "Criterion “{id}” of “{name}” is appraised on different figures: {list_en}; none counts yet."
    );
    let last = verdicts.values().flat_map(|figures| figures.values()).last();
    let place = last.map(|line| line.given.place().clone()).unwrap_or_default();
    Finding::new(&REPEATED, message).of(unit).on(id).at(place)
}

/// Gives the label of a figure.
fn label(plan: &Plan, unit: &UnitId, id: &CriterionId, input: &InputId) -> String {
    let leaf = plan.unit(unit).and_then(|unit| plan.set(unit)?.find(id)?.leaf());
    leaf.and_then(|leaf| leaf.input(input)).map_or(input.as_str(), |input| input.label.as_str()).to_owned()
}

/// Gives the answers that a figure may be.
fn choices(plan: &Plan, unit: &UnitId, id: &CriterionId, input: &InputId) -> Vec<Choice> {
    let leaf = plan.unit(unit).and_then(|unit| plan.set(unit)?.find(id)?.leaf());
    leaf.map(|leaf| leaf.choices(input)).unwrap_or_default()
}

/// Says whose a line is, and where it stands.
fn who(line: &Candidate, in_one_file: bool) -> Text {
    let place = line.given.place();
    let file = place.file.as_deref().filter(|_| !in_one_file);
    let known = |at: Option<String>| line.appraiser.as_deref().into_iter().chain(file).map(str::to_owned).chain(at).collect::<Vec<_>>();
    let at = |cell: &str, line: &str| match (&place.cell, place.line) {
        (Some(at), _) => Some(format!("{cell} {at}")),
        (None, at) => at.map(|at| format!("{line} {at}")),
    };
    Text { vi: known(at("ô", "dòng")).join(", "), en: known(at("cell", "line")).join(", ") }
}

/// Says that lines differ, each with its appraiser where it names one, and with its place.
fn differ(plan: &Plan, (round, unit, id): (Option<Round>, &UnitId, &CriterionId), about: &About, lines: &[Candidate]) -> Finding {
    let mut said: Vec<(String, String)> = Vec::new();
    let in_one_file = lines.windows(2).all(|pair| matches!(pair, [a, b] if a.given.place().file == b.given.place().file));
    let choices = match about {
        About::Figure(input) => choices(plan, unit, id, input),
        About::Points | About::Applies(_) => Vec::new(),
    };
    for line in lines {
        let Text { vi, en } = line.given.words(&choices);
        let who = who(line, in_one_file);
        let (vi, en) = (format!("“{vi}” ({})", who.vi), format!("“{en}” ({})", who.en));
        if !said.iter().any(|(before, _)| *before == vi) {
            said.push((vi, en));
        }
    }
    let list = |part: fn(&(String, String)) -> &String| said.iter().map(|one| part(one).as_str()).collect::<Vec<_>>().join(", ");
    let (list_vi, list_en) = (list(|one| &one.0), list(|one| &one.1));
    let name = plan.unit(unit).map_or(unit.as_str(), |unit| unit.name.as_str());
    let Words { vi: marked_vi, en: marked_en } = if lines.iter().filter(|line| line.is_final).count() > 1 {
        Words { vi: " Có nhiều dòng cùng đánh dấu chốt.", en: " More than one line is marked as final." }
    } else {
        Words { vi: "", en: "" }
    };
    let message = match (about, round) {
        (About::Points, _) => text!(
            "Tiêu chí “{id}” của “{name}” có các điểm khác nhau: {list_vi}; chưa tính điểm nào.{marked_vi}",
            "Criterion “{id}” of “{name}” has different points: {list_en}; none counts yet.{marked_en}"
        ),
        (About::Figure(input), _) => {
            let label = label(plan, unit, id, input);
            text!(
                "Số liệu “{label}” (tiêu chí {id}) của “{name}” được thẩm định khác nhau: {list_vi}; chưa tính số nào.{marked_vi}",
                "The figure “{label}” (criterion {id}) of “{name}” is corrected differently: {list_en}; none counts yet.{marked_en}"
            )
        }
        (About::Applies(_), _) => text!(
            "Cột Áp dụng ghi cả “có” và “không” cho cùng một tiêu chí trong một lần thẩm định; chưa tính dòng nào.{marked_vi}",
            "The column “Áp dụng” (applies) says both yes and no of the same criterion in one round; neither line counts yet.{marked_en}"
        ),
    };
    let place = lines.last().map(|line| line.given.place().clone()).unwrap_or_default();
    Finding::new(&REPEATED, message).of(unit).on(id).at(place)
}
