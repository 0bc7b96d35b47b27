//! Campaigns of filled forms to measure on, and how it is measured.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use calamine::{Reader, Xlsx, open_workbook};
use cpu_time::ProcessTime;
use jiff::civil::Date;
use parindex::assessment::{Answer, Evidence, EvidenceDate, SelfAssessment, SetRef, Unit};
use parindex::campaign::Plan;
use parindex::figure::{Choice, Figure, InputKind};
use parindex::folder;
use parindex::form::template::{self, Form};
use parindex::points::Points;
use parindex::rule::Scorer;
use parindex::text::Lang;
use rayon::prelude::*;

/// Runs of each measurement; the best counts.
pub const ROUNDS: usize = 5;

/// Gives the least CPU time of a few rounds, that of all threads together.
pub fn best<T>(work: impl Fn() -> T) -> Duration {
    let round = |_| {
        let start = ProcessTime::now();
        divan::black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap()
}

/// Reads every cell of workbooks, as plainly and as parallel as can be.
pub fn read_bare(forms: &[PathBuf]) -> usize {
    let count = |path: &PathBuf| {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        book.worksheets().into_iter().map(|(_, range)| range.used_cells().count()).sum::<usize>()
    };
    forms.par_iter().map(count).sum()
}

/// Lists the workbooks right inside a folder.
pub fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut books: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    books.retain(|path| path.extension().is_some_and(|extension| extension == "xlsx"));
    books.sort();
    books
}

/// Makes a campaign of so many filled forms of a set.
pub fn make(folder: &Path, set: &str, year: i16, forms: usize) {
    let yaml = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria").join(set).join("set.yaml")).unwrap();
    let own = folder.join("criteria").join(set);
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("set.yaml"), &yaml).unwrap();
    let criteria = parindex::criteria::read(&yaml, "set.yaml").value.unwrap();
    let mut yaml = format!(
        "id: bench\ntitle: Đo tốc độ\nyear: {year}\nofficial: accepted\n\
         groups:\n  - {{ id: g, name: Khối, set: {set} }}\nunits:\n",
    );
    let mut survey = String::from("Đơn vị,Tiêu chí,Điểm\n");
    for n in 1..=forms {
        writeln!(yaml, "  - {{ id: dv-{n:03}, name: Đơn vị {n:03}, group: g }}").unwrap();
        for (criterion, _) in criteria.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Survey) {
            writeln!(survey, "dv-{n:03},{},{}", criterion.id, criterion.max.plain()).unwrap();
        }
    }
    fs::write(folder.join("campaign.yaml"), yaml).unwrap();
    for below in ["submissions", "survey"] {
        fs::create_dir_all(folder.join(below)).unwrap();
    }
    fs::write(folder.join("survey/survey.csv"), survey).unwrap();
    let plan = folder::read_campaign(folder).unwrap().value.unwrap().plan;
    plan.units.par_iter().enumerate().for_each(|(n, unit)| {
        let path = folder.join("submissions").join(format!("{}.xlsx", unit.id));
        fs::write(path, form(&plan, unit, n)).unwrap();
    });
}

/// Writes the filled form of a unit.
fn form(plan: &Plan, unit: &Unit, n: usize) -> Vec<u8> {
    let (set, group) = (plan.set(unit).unwrap(), plan.group(unit).unwrap());
    let mut answers = BTreeMap::new();
    for (criterion, leaf) in set.leaves().filter(|(_, leaf)| leaf.scorer() == Scorer::Unit) {
        let count = leaf.inputs.len();
        let figures = leaf.inputs.iter().enumerate().map(|(at, input)| {
            let figure = match input.kind {
                // Of two counts the first is part of the second; of three, the third is part of the second.
                InputKind::Count if count > 1 => Figure::Number(number(100 - if at + 1 == count - count % 2 { 0 } else { n % 17 })),
                InputKind::Count => Figure::Number(number(n % 5)),
                InputKind::Percent | InputKind::Points => Figure::Number(number(80 + n % 20)),
                InputKind::YesNo => Figure::YesNo(!n.is_multiple_of(7)),
                InputKind::Choice => choice(leaf.choices(&input.id), n),
                InputKind::Date | InputKind::Text => Figure::Blank,
            };
            (input.id.clone(), figure)
        });
        let document = Evidence {
            number: Some(format!("{}/BC-DV", 1 + n % 90)),
            date: EvidenceDate::Day(Date::constant(plan.campaign.year, 12, 10)),
            issuer: Some(unit.name.clone()),
            title: Some("Báo cáo kết quả cải cách hành chính năm 2018".into()),
            section: Some("Mục II, trang 3".into()),
            ..Evidence::default()
        };
        let answer = Answer { figures: figures.collect(), evidence: vec![document], ..Answer::default() };
        answers.insert(criterion.id.clone(), answer);
    }
    let filled = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: String::new(),
        layout: "".into(),
        answers,
        shared: Answer::default(),
        remarks: parindex::assessment::Remarks::default(),
        holds_unread: false,
    };
    let form = Form {
        set,
        unit,
        campaign: &plan.campaign,
        group: &group.name,
        rounding: group.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled: Some(&filled),
    };
    template::write(&form).unwrap()
}

/// Picks one of the choices.
fn choice(choices: Vec<Choice>, n: usize) -> Figure {
    let count = choices.len().max(1);
    choices.into_iter().nth(n % count).map_or(Figure::Blank, |choice| Figure::Choice(choice.id))
}

/// Makes a number.
fn number(number: usize) -> Points {
    Points::from(i64::try_from(number).unwrap())
}
