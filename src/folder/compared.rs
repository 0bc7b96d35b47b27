//! Campaigns and results compared with others: what changes would move, and what moved between two runs. Nothing is written.

use std::collections::BTreeSet;
use std::path::Path;

use super::failure::RunError;
use super::load::{at_most, load_yaml};
use super::plan::{Loaded, load_campaign};
use super::{receive, sets};
use crate::campaign::{self, Change, FILE, Progress, WorkedOut};
use crate::finding::campaign::UNKNOWN_CHANGE;
use crate::finding::points::STAGE_NOT_REACHED;
use crate::finding::{Checked, Finding, Severity};
use crate::moved::{Cause, Causes, Input, Moved};
use crate::record;
use crate::record::{Record, RecordedInput};
use crate::{moved, yaml};

/// What was found between two results.
#[derive(Debug)]
pub struct Compared {
    /// The earlier result, or that of the campaign as it is.
    pub before: Record,
    /// The later result, or that of the campaign as changed.
    pub after: Record,
    /// What moved.
    pub moved: Vec<Moved>,
    /// What is to be borne in mind.
    pub findings: Vec<Finding>,
    /// Errors and warnings that the changes would make.
    pub made: Vec<Finding>,
}

impl Compared {
    /// Gives the name of an award, with its id where another one has that name; its id where neither result has it.
    pub fn award(&self, id: &str) -> String {
        let all = || self.after.awards.iter().chain(&self.before.awards);
        let Some(name) = all().find(|award| award.id == id).map(|award| &award.name) else { return id.to_owned() };
        if all().any(|other| other.id != id && other.name == *name) { format!("{name} ({id})") } else { name.clone() }
    }

    /// Gives the name of a unit; its id where neither result has it.
    pub fn unit<'a>(&'a self, id: &'a str) -> &'a str {
        self.after.unit(id).or_else(|| self.before.unit(id)).map_or(id, |(_, unit)| unit.name.as_str())
    }

    /// Gives the name of a flag; its id where no award of either result looks at it.
    pub fn flag<'a>(&'a self, id: &'a str) -> &'a str {
        let mut awards = self.after.awards.iter().chain(&self.before.awards);
        awards.find_map(|award| award.flags.get(id)).map_or(id, String::as_str)
    }

    /// Finds what the set of a unit asks by an input; `None` in results that don't say it.
    pub fn input(&self, unit: &str, criterion: &str, id: &str) -> Option<&RecordedInput> {
        let groups = [&self.after, &self.before].into_iter().filter_map(|record| Some(record.unit(unit)?.0));
        groups.flat_map(|group| &group.inputs).find(|input| input.criterion == criterion && input.id == id)
    }
}

/// Works a campaign out as it is and as a change file would have it.
///
/// # Errors
/// [`RunError::Campaign`] where the campaign is broken, [`RunError::Changes`] where the changes are, [`RunError::Read`].
pub fn what_if(folder: &Path, changes: &Path, progress: &dyn Progress) -> Result<Compared, RunError> {
    let Checked { value: Loaded { plan, .. }, findings } = load_campaign(folder)?;
    let bytes = load_yaml(changes).map_err(RunError::read(changes))?;
    let path = folder.join(FILE);
    let own = load_yaml(&path).map_err(RunError::read(&path))?;
    let file = changes.file_name().map_or_else(|| changes.to_string_lossy(), |name| name.to_string_lossy());
    let mut find = |name: &str| sets::find(folder, name);
    let Checked { value, findings: said } = campaign::changed((&bytes, &file), (&plan, &findings), &own, &mut find);
    let Some(changed) = value else {
        return Err(RunError::Changes(said));
    };
    // Forms are of the set as it is, and are read by it; only what is made of them changes.
    let (received, _) = receive::receive(folder, &plan, progress);
    let after = campaign::work_out(Checked { value: changed.plan, findings: findings.clone() }, received.clone());
    let before = campaign::work_out(Checked { value: plan, findings }, received);
    let causes = causes(&before, &changed.changes, &file);
    let made = made(&before.findings, &after.findings);
    let (before, after) = (recorded(&before)?, recorded(&after)?);
    let moved = moved::between(&before, &after, &causes, false);
    Ok(Compared { before, after, moved, findings: said, made })
}

/// Lists the errors and warnings that are found after changes and not before, and where the official stage is not reached.
fn made(before: &[Finding], after: &[Finding]) -> Vec<Finding> {
    let told = |finding: &Finding| (finding.code.id, finding.unit.clone(), finding.criterion.clone(), finding.message.vi.clone());
    let known: BTreeSet<_> = before.iter().map(told).collect();
    let matters = |finding: &&Finding| finding.severity != Severity::Note || finding.code.id == STAGE_NOT_REACHED.id;
    let counts = |finding: &&Finding| matters(finding) && !known.contains(&told(finding));
    after.iter().filter(counts).cloned().collect()
}

/// Makes the record of what was worked out.
fn recorded(worked: &WorkedOut) -> Result<Record, RunError> {
    let mut bytes = Vec::new();
    let unmade = |why: String| RunError::from(campaign::Unmade { file: RESULT.into(), why });
    record::write(&worked.results(), &mut bytes).map_err(|error| unmade(error.to_string()))?;
    record::read(&bytes, RESULT).value.ok_or_else(|| unmade(UNKNOWN_CHANGE.title.en.to_owned()))
}

/// Gives each unit and each award the changes that are of it.
fn causes(before: &WorkedOut, changes: &[Change], file: &str) -> Causes {
    let cause = |change: &Change| Cause {
        file: Some(file.to_owned()),
        criterion: change.criterion.as_ref().map(ToString::to_string),
        // Without the key a criterion weighs 1.
        from: change.from.clone().or_else(|| (change.key == "weight").then(|| "1".to_owned())),
        to: change.to.clone(),
        input: match &change.award {
            Some(award) => Input::Award(award.clone(), change.key.clone()),
            None => Input::Key(change.key.clone()),
        },
        ..Cause::default()
    };
    let mut causes = Causes::new();
    for unit in &before.plan.units {
        let set = before.plan.group(unit).map(|group| &group.set);
        let own = changes.iter().filter(|change| change.award.is_none() && change.set.as_ref().is_none_or(|id| Some(id) == set));
        causes.insert(unit.id.to_string(), own.map(cause).collect());
    }
    for change in changes {
        if let Some(award) = &change.award {
            causes.entry(award.clone()).or_default().push(cause(change));
        }
    }
    causes
}

/// Name of the record in a folder of results.
const RESULT: &str = "result.json";

/// Compares two folders of results.
///
/// # Errors
/// [`RunError::Incomparable`] where they can't be, [`RunError::Read`].
pub fn diff(before: &Path, after: &Path) -> Result<Compared, RunError> {
    let mut findings = Vec::new();
    let one = result(before, &mut findings)?;
    let other = result(after, &mut findings)?;
    let rounded = !findings.is_empty();
    let (Some(one), Some(other)) = (one, other) else {
        return Err(RunError::Incomparable(findings));
    };
    findings.extend([(&one, before), (&other, after)].into_iter().flat_map(|(record, path)| moved::units_twice(record, &shown(path))));
    findings.extend(moved::comparable(&one, &other, &shown(after)));
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(RunError::Incomparable(findings));
    }
    yaml::sort(&mut findings);
    let moved = moved::between(&one, &other, &moved::inputs(&one, &other), rounded);
    Ok(Compared { before: one, after: other, moved, findings, made: Vec::new() })
}

/// Reads the result of a folder, or of the file itself.
fn result(folder: &Path, findings: &mut Vec<Finding>) -> Result<Option<Record>, RunError> {
    let path = if folder.is_dir() { folder.join(RESULT) } else { folder.to_owned() };
    let bytes = at_most(&path, record::LARGEST_FILE as u64).map_err(RunError::read(&path))?;
    Ok(record::read(&bytes, &shown(&path)).collect(findings))
}

/// Gives a path as messages name it.
fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
