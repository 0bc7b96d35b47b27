//! `award-cases.yaml`: sentences of the rules of ranking and awards, worked out, that a campaign must come to.
//!
//! A case is a small table of units. They are ranked and proposed by the campaign's own groups, tie-breaks, grades and
//! awards, by the same functions as in a run; only what a run would know of each unit is what the case says.

mod expected;
mod given;
mod raw;

use crate::award;
use crate::campaign::Plan;
use crate::finding::campaign::AWARD_CASE_UNKNOWN;
use crate::finding::{Checked, Finding, Place, Severity};
use crate::ranking::rank;
use crate::text;
use crate::text::{Text, Words};
use crate::yaml::{self, Document, nearest};

use expected::Outcome;
use given::Given;
use raw::RawAwardCases;

/// Name of the file beside `campaign.yaml`.
pub const FILE: &str = "award-cases.yaml";

/// What came of a file of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct AwardCasesRun {
    /// Cases in the file.
    pub cases: usize,
    /// Cases that came out as they say.
    pub right: usize,
}

/// Reads `award-cases.yaml` and compares a campaign with it; `file` is the name that findings carry.
pub fn run(bytes: &[u8], file: &str, plan: &Plan) -> Checked<AwardCasesRun> {
    let mut findings = Vec::new();
    let mut ran = AwardCasesRun::default();
    let text = yaml::decode(bytes, file).collect(&mut findings);
    let document = text.and_then(|text| yaml::read::<RawAwardCases>(&text, file).collect(&mut findings));
    if let Some(document) = document.filter(|_| !findings.iter().any(|finding| finding.severity == Severity::Error)) {
        for n in 0..document.value.0.len() {
            let found = case(plan, &document, n);
            ran.cases += 1;
            ran.right += usize::from(!found.iter().any(|finding| finding.severity == Severity::Error));
            findings.extend(found);
        }
    }
    yaml::sort(&mut findings);
    Checked { value: ran, findings }
}

/// Gives the JSON Schema of `award-cases.yaml`, with descriptions in both languages.
pub fn schema() -> serde_json::Value {
    let title = Words {
        vi: "Ví dụ xếp hạng, khen thưởng của đợt (award-cases.yaml)",
        en: "Cases of ranking and awards (award-cases.yaml)",
    };
    yaml::schema::<RawAwardCases>("award-cases", title)
}

/// Works one case out and compares it with what it expects.
fn case(plan: &Plan, document: &Document<RawAwardCases>, n: usize) -> Vec<Finding> {
    let Some(raw) = document.value.0.get(n) else { return Vec::new() };
    let at = At { document, n: n.to_string() };
    let mut findings = Vec::new();
    let Given { units, cards, merits, facts } = given::of(plan, raw, &at).collect(&mut findings);
    findings.extend(expected::unknown(plan, raw, &units, &at));
    // What a case does not understand is told first: its outcome would only repeat it.
    if findings.is_empty() {
        let ranking = rank(&plan.groups, &units, &cards, &merits).value;
        let shortlists = award::shortlist(&plan.awards, &ranking, &units, &facts).value;
        findings.extend(Outcome { raw, at: &at, ranking: &ranking, shortlists: &shortlists }.hold());
    }
    findings
}

/// One case in its file.
struct At<'a> {
    document: &'a Document<RawAwardCases>,
    n: String,
}

impl At<'_> {
    /// Gives the whole path to something in the case.
    fn path<'p>(&'p self, below: &[&'p str]) -> Vec<&'p str> {
        std::iter::once(self.n.as_str()).chain(below.iter().copied()).collect()
    }

    /// Gives the place of a value in the case.
    fn value(&self, below: &[&str]) -> Place {
        self.document.place(&self.path(below))
    }

    /// Gives the place of a key in the case.
    fn key(&self, below: &[&str]) -> Place {
        self.document.key(&self.path(below))
    }

    /// Tells of a name that nothing has, with the nearest of those that there are.
    fn unknown<'n>(place: Place, message: Text, name: &str, there: impl IntoIterator<Item = &'n str>) -> Finding {
        let there: Vec<&str> = there.into_iter().collect();
        let finding = Finding::new(&AWARD_CASE_UNKNOWN, message).at(place);
        let listed = there.join(", ");
        match nearest(name, &there) {
            Some(near) => finding.help(text!("Có phải là “{near}”?", "Did you mean “{near}”?")),
            None if (1..=20).contains(&there.len()) => finding.help(text!("Viết một trong: {listed}.", "Write one of: {listed}.")),
            None => finding,
        }
    }
}
