//! A campaign: what `campaign.yaml` says, and what comes of everything that was sent in. No disk.
//!
//! [`work_out`] is the spine: every stage a plain function on values. Bytes come from whoever calls: from a folder, or
//! from a page that holds them in memory.

mod award_facts;
mod awards;
mod blank_form;
mod changes;
mod check;
mod consequences;
mod content;
mod earlier;
mod earlier_folder;
mod check_json;
mod council;
mod explained;
mod failure;
mod feedback;
mod fresh;
mod laws;
mod kept;
mod locked;
mod merits;
mod names;
mod one_unit;
mod plan;
mod progress;
mod raw;
mod receipts;
mod resubmitted;
mod several_explanations;
mod several_forms;
mod stages;
mod submissions;
mod suggestion;
mod tables;
mod templates;
mod ties;

use std::collections::BTreeMap;

use crate::assessment::{Appraisal, Arrivals, Explanations, Receipts, SelfAssessment};
use crate::award::{self, Shortlist};
use crate::certainty::{self, Certainty};
use crate::evidence::{Evidenced, Files};
use crate::figure::UnitId;
use crate::finding::{self, Checked, Finding};
use crate::past::Comparison;
use crate::placeholder::Template;
use crate::ranking::{self, Ranking};
use crate::results::{Results, Whereabouts};
use crate::scoring::Scorecard;
use crate::text::{Lang, Words};
use crate::yaml;

pub use award_facts::criterion as criterion_facts;
pub use blank_form::{blank_form, is_untouched};
pub use changes::{Change, Changed, changed, changes_schema};
pub use check::{Checking, Form, Headings, Opened, OtherKind, Within, finish, found_in, open, said_of};
pub use check_json::check_json;
pub use council::{Appraising, Question, Returned, annotated, asking, round, told_round, workbook, workbooks};
pub use earlier::{Earlier, comparable, earlier, last_year, unusable};
pub use earlier_folder::{EarlierFolder, EarlierOf};
pub use failure::{Unknown, Unmade};
pub use feedback::feedback;
pub use fresh::{CARRIED, CarriedSet, NoStart, Start};
pub use names::{criterion, unit};
pub use one_unit::{explanation_files, needed_files, one_unit};
pub use plan::{FILE, Plan, SetFile, read};
pub use progress::{FORMS, NoProgress, Progress, READING, WRITING};
pub use receipts::{REGISTERS, receipts};
pub use several_explanations::join as join_explanations;
pub use submissions::{Counting, FOLDER as SUBMISSIONS, File as SentFile, Sent, Submitted, counting, order, submission};
pub use suggestion::did_you_mean;
pub use tables::{Entering, Table};
pub use templates::{FOLDER as TEMPLATES, template};

/// Gives the JSON Schema of `campaign.yaml`, with descriptions in both languages.
pub fn schema() -> serde_json::Value {
    yaml::schema::<raw::RawCampaign>("campaign", Words { vi: "Đợt đánh giá (campaign.yaml)", en: "Campaign (campaign.yaml)" })
}

/// Everything that was sent in, read.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The form of every unit that sent one.
    pub forms: BTreeMap<UnitId, SelfAssessment>,
    /// Files of evidence; a unit that sent none has an empty list.
    pub evidence: BTreeMap<UnitId, Files>,
    /// What the council and the survey typed.
    pub appraisal: Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: Explanations,
    /// When what units sent came.
    pub receipts: Receipts,
    /// Rounds that are locked, and earlier years.
    pub earlier: Earlier,
    /// The province's own templates of documents.
    pub templates: Vec<Template>,
}

/// Campaign that is scored and ranked, with nothing written yet.
#[derive(Debug)]
pub struct WorkedOut {
    /// The campaign, as it was read.
    pub plan: Plan,
    /// Forms with the verdict on their evidence.
    pub evidenced: BTreeMap<UnitId, Evidenced>,
    /// What the council and the survey typed.
    pub appraisal: Appraisal,
    /// What units explained after rounds of appraisal.
    pub explanations: Explanations,
    /// What came of each unit, compared with its last days.
    pub arrivals: BTreeMap<UnitId, Arrivals>,
    /// How this year compares with earlier ones.
    pub comparison: Comparison,
    /// Scores of every unit.
    pub cards: BTreeMap<UnitId, Scorecard>,
    /// Places of every group.
    pub ranking: Ranking,
    /// Award proposals.
    pub shortlists: Vec<Shortlist>,
    /// How sure the order is, where the campaign asks.
    pub certainty: Option<Certainty>,
    /// Everything found, in the order of places.
    pub findings: Vec<Finding>,
    /// Where each unit stands in units, places and findings.
    pub whereabouts: Whereabouts,
    /// The province's own templates of documents.
    pub templates: Vec<Template>,
}

impl WorkedOut {
    /// Gives what reports are printed from, in Vietnamese.
    pub fn results(&self) -> Results<'_> {
        Results {
            campaign: &self.plan.campaign,
            itself: self.plan.itself().map(|unit| &unit.id),
            units: &self.plan.units,
            sets: &self.plan.sets,
            evidenced: &self.evidenced,
            appraisal: &self.appraisal,
            explanations: &self.explanations,
            arrivals: &self.arrivals,
            comparison: &self.comparison,
            cards: &self.cards,
            ranking: &self.ranking,
            shortlists: &self.shortlists,
            certainty: self.certainty.as_ref(),
            totals: &self.plan.totals,
            findings: &self.findings,
            whereabouts: &self.whereabouts,
            lang: Lang::default(),
        }
    }
}

/// Judges what was sent in: evidence, scores, places, award proposals.
pub fn work_out(plan: Checked<Plan>, received: Checked<Received>) -> WorkedOut {
    let mut findings = plan.findings;
    let plan = plan.value;
    let Received { forms, evidence, mut appraisal, explanations, receipts, earlier, templates } = received.collect(&mut findings);
    findings.extend(explained::documents(&plan, &explanations, &evidence));
    let evidenced = stages::evidence(&plan, forms, &evidence).collect(&mut findings);
    // The first bytes of every file are in it, and nobody looks at them after this.
    drop(evidence);
    findings.extend(resubmitted::settle(&plan, &evidenced, &mut appraisal));
    let unread = stages::unread(&plan, &findings);
    let arrivals = receipts::arrivals(&plan, &receipts);
    let mut scored = stages::scores(&plan, &evidenced, &unread, &appraisal, &arrivals);
    let again = |appraisal: &_| stages::scores(&plan, &evidenced, &unread, appraisal, &arrivals);
    findings.extend(locked::hold(&plan, &earlier.locked, &mut appraisal, &mut scored, |scored, unit| scored.value.get(unit), again));
    let cards = scored.collect(&mut findings);
    let comparison = earlier::compare(&plan, earlier.years).collect(&mut findings);
    findings.extend(receipts::told(&plan, &arrivals, &cards));
    findings.extend(receipts::without_form(&plan, &receipts, &cards));
    findings.extend(explained::unchanged(&plan, &explanations, &cards));
    explained::answered(&plan, &explanations, &appraisal, &mut findings);
    consequences::drop_consequences(&mut findings);
    plan.judge(&mut findings);
    let before = merits::BeforePlaces {
        evidenced: &evidenced,
        appraisal: &appraisal,
        explanations: &explanations,
        cards: &cards,
        comparison: &comparison,
    };
    let mut ranked = ranking::rank(&plan.groups, &plan.units, &cards, &merits::of_ties(&plan, before, &findings));
    plan.judge(&mut ranked.findings);
    let ranking = ranked.collect(&mut findings);
    let known = award_facts::BeforeAwards { before, ranking: &ranking, arrivals: &arrivals, findings: &findings };
    let facts = award_facts::facts(&plan, &known);
    let mut shortlisted = award::shortlist(&plan.awards, &ranking, &plan.units, &facts);
    plan.judge(&mut shortlisted.findings);
    let shortlists = shortlisted.collect(&mut findings);
    yaml::sort(&mut findings);
    finding::relate(&mut findings);
    findings.shrink_to_fit();
    let whereabouts = Whereabouts::new(&plan.units, &ranking, &findings);
    let certainty = plan.certainty.as_ref().map(|assumptions| {
        let known = certainty::Known {
            ranking: &ranking,
            sets: &plan.sets,
            cards: &cards,
            appraisal: &appraisal,
            explanations: &explanations,
            findings: &findings,
            awards: &plan.awards,
            facts: &facts,
        };
        certainty::simulate(assumptions, &known)
    });
    let mut worked = WorkedOut {
        plan,
        evidenced,
        appraisal,
        explanations,
        arrivals,
        comparison,
        cards,
        ranking,
        shortlists,
        certainty,
        findings,
        whereabouts,
        templates,
    };
    let unfilled = templates::unfilled(&worked.templates, &worked.results());
    if !unfilled.is_empty() {
        worked.findings.extend(unfilled);
        yaml::sort(&mut worked.findings);
        worked.whereabouts = Whereabouts::new(&worked.plan.units, &worked.ranking, &worked.findings);
    }
    worked
}
