//! Filled forms, whatever their file names, each matched to its unit.

mod figures;
mod whose;

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::content::{holds_unread, is_unread, is_without_score};
use super::plan::Plan;
use super::several_explanations;
use super::several_forms::{Settled, Version, add_list, drop_no_place, join, settle};
use super::suggestion::did_you_mean;
use crate::appraisal;
use crate::assessment::{Answer, Explanation, Explanations, Remarks, SelfAssessment, SetRef, Unit};
use crate::criteria::CriteriaSet;
use crate::figure::UnitId;
use crate::finding::appraisal::WRONG_FOLDER;
use crate::finding::campaign::{FORM_OF_NO_UNIT, FORM_OF_OTHER_CAMPAIGN, FORM_SHOWS_OTHER_UNIT};
use crate::finding::sheet::{CRITERION_NOT_FOUND, OTHER_SET, ROW_MISSING, UNIT_NOT_NAMED};
use crate::finding::{Checked, Finding, Part, Place, Severity, bounded};
use crate::form::read;
use crate::form::{Carried, Handed, carried};
use crate::intake::foreign::{self, Asked, Layout, Pin, Tables, Understood};
use crate::intake::{read_ours, titles_of_ours};
use crate::text;
use crate::text::Words;
use crate::workbook::{self, Book};

/// Name of the folder inside the campaign.
pub const FOLDER: &str = "submissions";

/// Gives what files are put in order by: “so-a.xlsx” stands before “so-a (2).xlsx”.
pub fn order(name: &str) -> (String, String) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    (stem.to_owned(), name.to_owned())
}

/// What came of one file.
#[derive(Clone, Debug)]
pub struct Sent {
    /// What the unit says.
    pub form: SelfAssessment,
    /// When it was saved last, where it says so.
    pub saved: Option<DateTime>,
    /// Title of a form of the province's own.
    title: String,
    /// What a form of ours holds, and held as a copy.
    handed: Handed,
    /// Headings of a form of the province's own.
    layout: Option<Layout>,
}

/// What one file of a unit is.
#[derive(Clone, Debug)]
pub enum Submitted {
    /// Its form.
    Form(Box<Sent>),
    /// What it explains after a round of appraisal.
    Explanation(Explanation),
}

/// Reads one file of a campaign. Nothing where it is no form of it.
pub fn submission(bytes: &[u8], file: &str, plan: &Plan) -> Checked<Option<Submitted>> {
    let Checked { value, findings } = of_bytes(bytes, file, plan);
    let sent = |read: Read| match read {
        Read::Form(form) => {
            let Received { assessment, saved, title, understood, handed } = *form;
            // What only lists documents has no place for figures to be compared with that of others.
            let layout = understood.as_ref().filter(|_| !is_without_score(&assessment)).map(Layout::of);
            Submitted::Form(Box::new(Sent { form: assessment.compact(), saved, title, handed, layout }))
        }
        Read::Explanation(explanation) => Submitted::Explanation(explanation),
    };
    Checked { value: value.map(sent), findings: bounded(findings) }
}

/// File of the campaign, as it was read.
#[derive(Clone, Debug)]
pub struct File {
    /// Path in the campaign's folder.
    pub file: String,
    /// What was read, and everything found.
    pub read: Checked<Option<Submitted>>,
}

/// What counts of everything that units sent.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    /// The form of every unit that sent one.
    pub forms: BTreeMap<UnitId, SelfAssessment>,
    /// What units explained after rounds of appraisal.
    pub explanations: Explanations,
}

/// Gives the form of every unit that counts, of the files that were sent, in their order; and what was found in those.
///
/// A unit of whose files none counts has a form without answers: it sent something that is not read.
pub fn counting(mut files: Vec<File>, plan: &Plan) -> Checked<Counting> {
    figures::blank_where_deleted(&mut files, plan);
    let mut explanations = Explanations::new();
    let mut by_unit: BTreeMap<UnitId, Vec<(Sent, Vec<Finding>)>> = BTreeMap::new();
    let mut unread: BTreeMap<UnitId, String> = BTreeMap::new();
    let mut findings = Vec::new();
    for File { file, read: Checked { value, findings: found } } in files {
        match value {
            Some(Submitted::Form(sent)) => by_unit.entry(sent.form.unit.clone()).or_default().push((*sent, found)),
            Some(Submitted::Explanation(explanation)) => {
                findings.extend(found);
                findings.extend(several_explanations::join(&mut explanations, explanation));
            }
            None => {
                if let Some(unit) = owner_of_unread(&file, &found, plan) {
                    unread.entry(unit).or_insert(file);
                }
                findings.extend(found);
            }
        }
    }
    let mut counting = BTreeMap::new();
    for unit in &plan.units {
        let Some(set) = plan.set(unit) else { continue };
        let all = by_unit.remove(&unit.id).unwrap_or_default();
        let (lists, sent): (Vec<_>, Vec<_>) = all.into_iter().partition(|(sent, _)| sent.form.layout.as_str() == foreign::LIST);
        let versions: Vec<Version<'_>> = sent.iter().map(|(sent, _)| sent.version()).collect();
        let Settled { counting: which, findings: told } = settle(&versions, unit, plan.pinned(&unit.id), Some(plan.campaign.year));
        let disputed = which.is_empty();
        findings.extend(told);
        let mut forms = Vec::new();
        let mut found = Vec::new();
        for (n, (one, of_file)) in sent.into_iter().enumerate() {
            // What is wrong with a version that does not count is nobody's fault any more.
            if disputed || which.contains(&n) {
                found.extend(of_file);
            }
            if which.contains(&n) && !is_unread(&one.form) {
                forms.push(one.form);
            } else if disputed || which.contains(&n) {
                unread.entry(unit.id.clone()).or_insert(one.form.file);
            }
        }
        if let Some(mut form) = join(forms, set, &plan.form(unit).no_figures) {
            for (list, of_file) in lists {
                found.extend(of_file);
                drop_no_place(&mut found, &list.form);
                found.extend(add_list(&mut form, list.form, unit, set, &plan.form(unit).no_figures));
            }
            if which.len() > 1 {
                let there = |finding: &Finding| finding.criterion.as_ref().is_some_and(|id| form.answers.contains_key(id));
                found.retain(|finding| !(says_row_missing(finding) && there(finding)));
            }
            counting.insert(unit.id.clone(), form);
        } else {
            // A list without a form is none.
            for (list, of_file) in lists {
                found.extend(of_file);
                found.push(read::no_form(&list.form.file).of(&unit.id).hides([Part::Form]));
                unread.entry(unit.id.clone()).or_insert(list.form.file);
            }
            if let Some(file) = unread.remove(&unit.id) {
                counting.insert(unit.id.clone(), without_answers(unit, set, file));
            }
        }
        findings.extend(found);
    }
    Checked { value: Counting { forms: counting, explanations }, findings }
}

impl Sent {
    /// Gives what is compared with other files of the unit.
    fn version(&self) -> Version<'_> {
        Version { form: &self.form, saved: self.saved, title: &self.title, handed: &self.handed }
    }
}

/// Tells whose file it is of which nothing was read: what was found says so, else the file's name.
fn owner_of_unread(file: &str, found: &[Finding], plan: &Plan) -> Option<UnitId> {
    let named = found.iter().find_map(|finding| finding.unit.clone()).filter(|unit| plan.unit(unit).is_some());
    // A file that says whose it is, to somebody's doubt, is nobody's.
    let doubts = [&FORM_SHOWS_OTHER_UNIT, &FORM_OF_NO_UNIT, &UNIT_NOT_NAMED];
    let doubted = found.iter().any(|finding| doubts.contains(&finding.code));
    named.or_else(|| plan.roster.in_file_name(file).one().filter(|_| !doubted).map(|unit| unit.id.clone()))
}

/// Makes the form of a unit that sent something of which nothing is read.
fn without_answers(unit: &Unit, set: &CriteriaSet, file: String) -> SelfAssessment {
    let set = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
    SelfAssessment {
        unit: unit.id.clone(),
        set,
        file,
        layout: "".into(),
        answers: BTreeMap::new(),
        shared: Answer::default(),
        remarks: Remarks::default(),
        holds_unread: false,
    }
}

/// Tells whether a finding says that a file lacks the row of a criterion; another file of the unit may have it.
pub fn says_row_missing(finding: &Finding) -> bool {
    [&CRITERION_NOT_FOUND, &ROW_MISSING].contains(&finding.code)
}

/// What a unit sent, and for a form of the province's own how it was understood.
#[derive(Clone, Debug)]
pub struct Received {
    /// What the unit says.
    pub assessment: SelfAssessment,
    /// How the sheet was understood; nothing for a form of ours.
    pub understood: Option<Understood>,
    /// When it was saved last, where it says so.
    pub saved: Option<DateTime>,
    /// Title of a form of the province's own.
    pub title: String,
    /// What a form of ours holds, and held as a copy.
    pub handed: Handed,
}

/// What was read from a file.
#[derive(Clone, Debug)]
pub enum Read {
    /// A form.
    Form(Box<Received>),
    /// What a unit explains after a round of appraisal.
    Explanation(Explanation),
}

/// Reads a filled form by the campaign's set for its unit, or an explanation. Nothing where it is neither of this campaign.
pub fn of_bytes(bytes: &[u8], file: &str, plan: &Plan) -> Checked<Option<Read>> {
    let opened = workbook::open(bytes, file);
    if let Some(book) = opened.value.as_ref().filter(|book| appraisal::is_explanation(book)) {
        let set = |unit: &UnitId| plan.set(plan.unit(unit)?);
        let noun = Words { vi: "Phiếu giải trình", en: "The explanation" };
        let shows = |id: &UnitId, hidden: Option<&str>| match plan.unit(id) {
            Some(unit) => {
                let Checked { value, findings } = whose::shows(unit, book, hidden, file, (plan, noun));
                Checked { value: value.is_some(), findings }
            }
            None => Checked::clean(false),
        };
        let campaign = &plan.campaign;
        let owner = appraisal::Owner { campaign: &campaign.id, year: campaign.year, rounds: &campaign.rounds, set: &set, shows: &shows };
        let Checked { value, findings } = appraisal::read_explanation(book, file, &owner);
        return Checked { value: value.map(Read::Explanation), findings: opened.findings.into_iter().chain(findings).collect() };
    }
    if opened.value.as_ref().is_some_and(appraisal::is_workbook) {
        return Checked { value: None, findings: vec![in_wrong_folder(file, OfOurs::Appraisal)] };
    }
    let Checked { value, findings } = of_book(opened, file, plan);
    Checked { value: value.map(|form| Read::Form(Box::new(form))), findings }
}

/// Kind of workbook that the program makes to be filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OfOurs {
    /// What the council fills in.
    Appraisal,
    /// What a unit explains.
    Explanation,
    /// The form of a unit.
    Form,
}

/// Tells which kind of workbook of ours a file is; nothing where it is none.
pub fn of_ours(book: &Book) -> Option<OfOurs> {
    if appraisal::is_explanation(book) {
        return Some(OfOurs::Explanation);
    }
    if appraisal::is_workbook(book) {
        return Some(OfOurs::Appraisal);
    }
    (carried(book).is_some() || read::is_ours(book)).then_some(OfOurs::Form)
}

/// Says that a workbook of ours lies in the folder of another kind, and which is its own.
pub fn in_wrong_folder(file: &str, kind: OfOurs) -> Finding {
    let (Words { vi, en }, folder) = match kind {
        OfOurs::Appraisal => (Words { vi: "phiếu thẩm định", en: "an appraisal workbook" }, "appraisal"),
        OfOurs::Explanation => (Words { vi: "phiếu giải trình của đơn vị", en: "a unit's explanation" }, "submissions"),
        OfOurs::Form => (Words { vi: "biểu tự đánh giá của đơn vị", en: "a unit's self-assessment" }, "submissions"),
    };
    let message = text!(
        "“{file}” là {vi}, phải để ở thư mục {folder}; chưa đọc.",
        "“{file}” is {en}, which belongs in the folder {folder}; it is not read."
    );
    Finding::new(&WRONG_FOLDER, message).at(Place::file(file))
}

/// Reads a filled form by the campaign's set for its unit.
fn of_book(opened: Checked<Option<Book>>, file: &str, plan: &Plan) -> Checked<Option<Received>> {
    let mut findings = Vec::new();
    // Whose it is, also where nothing can be read from it.
    let mut owner: Option<UnitId> = None;
    let mut form = opened.collect(&mut findings).and_then(|book| {
        let carried = carried(&book);
        if carried.is_none() && !read::is_ours(&book) {
            let year = plan.campaign.year;
            let other = || foreign::is_list(&book, year) || plan.sets.values().any(|set| foreign::is_unheaded(&book, set, year));
            if plan.forms().any(|pin| foreign::is_form(&book, pin)) || other() {
                return foreign_form(&book, file, plan).collect(&mut findings);
            }
            findings.push(foreign::no_form(&book, file));
            return None;
        }
        let unit = match carried.filter(|carried| carried.unit.is_some()) {
            Some(carried) => {
                let unit = expected(&carried, file, plan).collect(&mut findings)?;
                whose::shows(unit, &book, carried.unit_name.as_deref(), file, (plan, FORM)).collect(&mut findings)?
            }
            // Without its hidden sheet a form is known as the province's own are.
            None => foreign::owner(&book, &plan.roster, file, &plan.form).collect(&mut findings)?,
        };
        owner = Some(unit.id.clone());
        let set = plan.set(unit)?;
        let asked = Asked { set, unit: &unit.id, roster: &plan.roster, year: Some(plan.campaign.year), file, pin: &Pin::default() };
        let assessment = read_ours(&book, &asked).collect(&mut findings)?;
        let assessment = SelfAssessment { unit: unit.id.clone(), ..assessment };
        Some(Received { assessment, understood: None, saved: book.saved, title: titles_of_ours(&book), handed: Handed::of(&book) })
    });
    if let Some(form) = &mut form {
        form.assessment.holds_unread |= holds_unread(&findings);
    } else {
        for finding in findings.iter_mut().filter(|finding| finding.severity == Severity::Error && finding.hides.is_empty()) {
            finding.hides = vec![Part::Form];
        }
    }
    for finding in &mut findings {
        let owner = owner.as_ref().or_else(|| form.as_ref().map(|form| &form.assessment.unit));
        finding.unit = finding.unit.take().or_else(|| owner.cloned());
    }
    Checked { value: form, findings }
}

/// What a form is called in messages.
const FORM: Words = Words { vi: "Biểu", en: "The form" };

/// Reads a form of the province's own.
fn foreign_form(book: &Book, file: &str, plan: &Plan) -> Checked<Option<Received>> {
    let mut findings = Vec::new();
    // The form of a group may name the unit in a cell of its own: it counts where the unit is one of the group's.
    let of_group = |pin: &&Pin| foreign::in_cell(book, &plan.roster, pin).is_some_and(|unit| plan.form(unit) == *pin);
    let pin = plan.forms().find(of_group).unwrap_or(&plan.form);
    let apart = foreign::apart(book);
    // What the campaign says of columns is said of the sheet as it is.
    let of = |pin| Tables::of(apart.as_ref().filter(|_| !Pin::says_where(pin)).unwrap_or(book), pin);
    let tables = of(pin);
    let read = tables.owner(&plan.roster, file).collect(&mut findings).and_then(|unit| {
        let own = plan.form(unit);
        let tables = if own == pin { tables } else { of(own) };
        let set = plan.set(unit)?;
        let asked = Asked { set, unit: &unit.id, roster: &plan.roster, year: Some(plan.campaign.year), file, pin: own };
        let mut read = tables.read(&asked);
        read.findings.iter_mut().for_each(|finding| finding.unit = Some(unit.id.clone()));
        let form = read.value.as_ref().map(|form| &form.understood);
        findings.extend(tables.other_year(plan.campaign.year, &unit.id, file, form));
        let form = read.collect(&mut findings)?;
        let (assessment, understood) = (form.assessment, form.understood);
        let title = if is_unread(&assessment) { tables.titles_unheaded(set, asked.year) } else { tables.titles() };
        Some(Received { assessment, understood: Some(understood), saved: book.saved, title, handed: Handed::default() })
    });
    Checked { value: read, findings }
}

/// Finds the unit that a form was made for, if it is a form of this campaign.
fn expected<'p>(carried: &Carried, file: &str, plan: &'p Plan) -> Checked<Option<&'p Unit>> {
    let place = || Place::file(file);
    let refuse = |finding: Finding| Checked { value: None, findings: vec![finding.at(place())] };
    let Some(id) = &carried.unit else { return Checked::clean(None) };
    let year = plan.campaign.year;
    if let Some(other) = carried.year.filter(|other| *other != year) {
        let message = text!("Biểu của năm {other}, đợt này chấm năm {year}.", "A form for {other}; this campaign scores {year}.");
        return refuse(Finding::new(&FORM_OF_OTHER_CAMPAIGN, message).of(id).hides([Part::Form]));
    }
    let Some(unit) = plan.unit(id) else {
        let message =
            text!("Biểu của đơn vị “{id}”, đợt này không có đơn vị ấy.", "A form of unit “{id}”, which this campaign does not have.");
        let finding = did_you_mean(Finding::new(&FORM_OF_NO_UNIT, message), id.as_str(), plan.units.iter().map(|unit| unit.id.as_str()));
        return refuse(finding);
    };
    let Some(set) = plan.set(unit) else { return Checked::clean(None) };
    if let Some(theirs) = carried.set.as_ref().map(|theirs| &theirs.id).filter(|theirs| **theirs != set.id) {
        let ours = &set.id;
        let message = text!(
            "Biểu theo bộ tiêu chí “{theirs}”, khối của đơn vị chấm theo “{ours}”; biểu không được chấm.",
            "A form of the set “{theirs}”; the unit's group is scored by “{ours}”; the form is not scored."
        );
        return refuse(Finding::new(&OTHER_SET, message).of(id).hides([Part::Form]));
    }
    let ours = &plan.campaign.id;
    let findings = carried.campaign.iter().filter(|theirs| *theirs != ours).map(|theirs| {
        let message = text!(
            "Biểu của đợt “{theirs}”, đợt này là “{ours}”; vẫn đọc vì cùng năm và cùng bộ tiêu chí.",
            "A form of campaign “{theirs}”, this one is “{ours}”; read all the same, being of this year and this set."
        );
        Finding { severity: Severity::Warning, ..Finding::new(&FORM_OF_OTHER_CAMPAIGN, message).of(id).at(place()) }
    });
    Checked { value: Some(unit), findings: findings.collect() }
}
