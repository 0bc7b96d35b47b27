//! A campaign folder on disk, and the main job over it.
//!
//! [`run`] is the spine, with [`work_out`] for what needs no writing: every stage a plain function on values.

pub mod alone;
pub mod evidence_folder;
pub mod failure;
pub mod feedback;
pub mod folder;
pub mod forms;
pub mod fresh;
mod laws;
pub mod manifest;
pub mod near;
pub mod output;
pub mod plan;
pub mod progress;
pub mod raw;
pub mod sets;
pub mod stages;
pub mod submissions;
pub mod tables;
pub mod twice;
pub mod who;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::assessment::Appraisal;
use crate::award::Shortlist;
use crate::evidence::Evidenced;
use crate::figure::UnitId;
use crate::finding::{Checked, Finding};
use crate::ranking::Ranking;
use crate::report::Results;
use crate::scoring::Scorecard;
use crate::text::Words;
use crate::{award, ranking, yaml};

pub use failure::RunError;
use output::Output;
use plan::Plan;
use progress::Progress;

/// Gives the JSON Schema of `campaign.yaml`, with descriptions in both languages.
pub fn schema() -> serde_json::Value {
    yaml::schema::<raw::RawCampaign>("campaign", Words { vi: "Đợt đánh giá (campaign.yaml)", en: "Campaign (campaign.yaml)" })
}

/// What a run came to.
#[derive(Debug)]
pub struct Done {
    /// The campaign, as it was read.
    pub plan: Plan,
    /// Places.
    pub ranking: Ranking,
    /// Award proposals.
    pub shortlists: Vec<Shortlist>,
    /// Everything found, in the order of places.
    pub findings: Vec<Finding>,
    /// `result.json`, byte for byte.
    pub result_json: Vec<u8>,
    /// Files of others that were kept in the reports folder.
    pub kept: Vec<String>,
}

/// Campaign that is scored and ranked, with nothing written yet.
#[derive(Debug)]
pub struct Worked {
    /// The campaign, as it was read, with everything that was read for it.
    pub plan: Plan,
    /// Forms with the verdict on their evidence.
    pub evidenced: BTreeMap<UnitId, Evidenced>,
    /// What the council and the survey typed.
    pub appraisal: Appraisal,
    /// Scores of every unit.
    pub cards: BTreeMap<UnitId, Scorecard>,
    /// Places.
    pub ranking: Ranking,
    /// Award proposals.
    pub shortlists: Vec<Shortlist>,
    /// Everything found, in the order of places.
    pub findings: Vec<Finding>,
}

impl Worked {
    /// Gives what reports are printed from.
    pub fn results(&self) -> Results<'_> {
        Results {
            campaign: &self.plan.campaign,
            units: &self.plan.units,
            sets: &self.plan.sets,
            evidenced: &self.evidenced,
            appraisal: &self.appraisal,
            cards: &self.cards,
            ranking: &self.ranking,
            shortlists: &self.shortlists,
            totals: &self.plan.totals,
            findings: &self.findings,
        }
    }
}

/// Does the main job: reads a campaign folder, scores, ranks, proposes awards, writes the reports into `out`.
///
/// # Errors
/// Where the run can't go on: the campaign is broken, or something can't be read or written. Everything else is a finding.
pub fn run(folder: &Path, out: &Path, progress: &dyn Progress) -> Result<Done, RunError> {
    let plan = plan::load(folder)?;
    let output = Output::begin(out)?;
    let worked = work_out(folder, plan, progress);
    let result_json = stages::reports(&worked.results(), &output, progress)?;
    let kept = output.finish(&worked.plan.inputs, &json!({ "command": "run" }))?;
    let Worked { plan, ranking, shortlists, findings, .. } = worked;
    Ok(Done { plan, ranking, shortlists, findings, result_json, kept })
}

/// Reads, scores and ranks everything that was sent in, and writes nothing.
pub fn work_out(folder: &Path, plan: Checked<Plan>, progress: &dyn Progress) -> Worked {
    let mut findings = plan.findings;
    let mut plan = plan.value;
    let evidence = evidence_folder::list(folder, &plan).collect(&mut findings);
    let forms = submissions::read(folder, &plan, progress).collect(&mut findings);
    let entered = tables::read(folder, &plan).collect(&mut findings);
    let evidenced = stages::evidence(&plan, forms.by_unit, &evidence.files).collect(&mut findings);
    let cards = stages::scores(&plan, &evidenced, &entered.appraisal).collect(&mut findings);
    let ranking = ranking::rank(&plan.groups, &plan.units, &cards).collect(&mut findings);
    let shortlists = award::shortlist(&plan.awards, &ranking, &plan.units).collect(&mut findings);
    plan.judge(&mut findings);
    yaml::sort(&mut findings);
    for inputs in [evidence.inputs, forms.inputs, entered.inputs] {
        plan.inputs.extend(inputs);
    }
    Worked { plan, evidenced, appraisal: entered.appraisal, cards, ranking, shortlists, findings }
}
