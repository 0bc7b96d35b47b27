//! Makes the campaign folder: campaign, year before, register, forms, evidence, two rounds with explanations, survey.

#![allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::format_push_string,
    reason = "fixed tables; a fault shows when the sample is made"
)]

#[path = "council.rs"]
mod council;
#[path = "figures.rs"]
mod figures;
#[path = "last_year.rs"]
mod last_year;
#[path = "units.rs"]
mod units;
#[path = "yaml.rs"]
mod yaml;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use parindex::assessment::{Answer, Claim, Evidence, EvidenceDate, Explanation, Remarks, Round, SelfAssessment, SetRef, Unit};
use parindex::campaign::{self, NoProgress, Plan};
use parindex::criteria::{CriteriaSet, Criterion, Leaf};
use parindex::figure::{CriterionId, Figure, UnitId};
use parindex::folder;
use parindex::form::template::{self, Form};
use parindex::points::Points;
use parindex::rule::{Case, Gives, Scorer};
use parindex::text::Lang;
use rayon::prelude::*;

use units::Frame;
use yaml::{CARELESS, SILENT};

/// Communes of the whole sample.
pub const COMMUNES: usize = 96;
/// Sets that the groups follow.
const SETS: [&str; 2] = ["mau-so-nganh-2025", "mau-xa-phuong-2025"];
/// Most units that explain.
const EXPLAINING: usize = 12;

/// Writes the sample into a folder, with so many communes.
///
/// # Errors
/// Whatever keeps it from being made or written.
pub fn write(out: &Path, communes: usize) -> Result<(), Box<dyn Error>> {
    let plan = begin(out, communes)?;
    let frames = units::units(communes);
    let sent: Result<Vec<_>, String> = frames.par_iter().filter(|frame| frame.id != SILENT).map(|frame| unit(&plan, frame, out)).collect();
    let sent = sent?;
    rounds(&plan, &sent, out)
}

/// Writes what is small: the campaign, the year before, the register, the survey.
///
/// # Errors
/// Whatever keeps it from being made or written.
pub fn begin(out: &Path, communes: usize) -> Result<Plan, Box<dyn Error>> {
    let frames = units::units(communes);
    for below in ["submissions", "evidence", "appraisal", "survey", "nam-truoc"] {
        fs::create_dir_all(out.join(below))?;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Inside the repository the sets are found above the folder.
    if !std::path::absolute(out)?.starts_with(root) {
        for set in SETS {
            fs::create_dir_all(out.join("criteria").join(set))?;
            fs::copy(root.join("criteria").join(set).join("set.yaml"), out.join("criteria").join(set).join("set.yaml"))?;
        }
    }
    fs::write(out.join("campaign.yaml"), yaml::campaign(&frames))?;
    fs::write(out.join("tiep-nhan.csv"), yaml::register(&frames))?;
    for (name, table) in council::survey(&frames) {
        fs::write(out.join("survey").join(name), table)?;
    }
    let plan = folder::read_campaign(out)?.value.ok_or("campaign.yaml has errors")?.plan;
    fs::write(out.join("nam-truoc/result.json"), last_year::result(&plan)?)?;
    Ok(plan)
}

/// Writes what a unit sends; gives what the council makes of it.
fn unit<'f>(plan: &Plan, frame: &'f Frame, out: &Path) -> Result<(&'f Frame, Vec<council::Line>), String> {
    let unit = plan.unit(&UnitId::new(&frame.id)).ok_or("a frame of no unit")?;
    let (set, group) = (plan.set(unit).ok_or("a group without set")?, plan.group(unit).ok_or("a unit without group")?);
    let mut filled = answers(set, unit, frame);
    let lines = council::first(set, frame, &filled.answers);
    mistakes(frame, &mut filled);
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
    let bytes = template::write(&form).map_err(|error| error.to_string())?;
    let failed = |error: std::io::Error| error.to_string();
    fs::write(out.join("submissions").join(format!("{}.xlsx", frame.id)), bytes).map_err(failed)?;
    let folder = out.join("evidence").join(&frame.id);
    fs::create_dir_all(&folder).map_err(failed)?;
    for file in FILES {
        fs::write(folder.join(file), format!("%PDF-1.4\n% TAI LIEU MINH HOA {}/{file}\n", frame.id)).map_err(failed)?;
    }
    Ok((frame, lines))
}

/// Files that every unit sends.
const FILES: [&str; 3] = ["ke-hoach-cchc-2025.pdf", "bao-cao-cchc-2025.pdf", "tap-tai-lieu-kiem-chung-2025.pdf"];

/// Makes what a unit should say.
fn answers(set: &CriteriaSet, unit: &Unit, frame: &Frame) -> SelfAssessment {
    let mut filled = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: String::new(),
        layout: "".into(),
        answers: BTreeMap::new(),
        shared: Answer::default(),
        remarks: Remarks::default(),
        holds_unread: false,
    };
    if frame.noise("remarks", 9) == 0 {
        filled.remarks.difficulties =
            Some("Khối lượng hồ sơ tăng sau sắp xếp, công chức chuyên môn về công nghệ thông tin còn thiếu.".into());
        filled.remarks.proposals = Some("Đề nghị tỉnh sớm bổ sung biên chế và nâng cấp đường truyền cho các điểm tiếp nhận hồ sơ.".into());
    }
    let lines = set.adjustments.iter().filter_map(|line| Some((&line.criterion, line.criterion.leaf()?)));
    let lines = lines.map(|(criterion, leaf)| (criterion, leaf, if frame.rate(criterion.id.as_str()) > 93 { 50 } else { 0 }));
    let tree = set.leaves().map(|(criterion, leaf)| {
        let rate = frame.rate(criterion.id.as_str());
        (criterion, leaf, if rate >= if frame.department { 92 } else { 80 } { 100 } else { rate })
    });
    for (criterion, leaf, wanted) in tree.chain(lines) {
        if leaf.scorer() == Scorer::Unit && !unit.not_applicable.contains(&criterion.id) {
            let answer = answer(set, frame, criterion, leaf, wanted);
            filled.answers.insert(criterion.id.clone(), answer);
        }
    }
    filled
}

/// Answers one leaf as it should be answered.
fn answer(set: &CriteriaSet, frame: &Frame, criterion: &Criterion, leaf: &Leaf, wanted: u32) -> Answer {
    // A department without documents to draft: some years have none.
    if leaf.may_not_apply && frame.noise("drafts nothing", 4) == 0 {
        let explanation = Some("Trong năm cơ quan không được giao tham mưu văn bản quy phạm pháp luật.".to_owned());
        return Answer { claim: Claim::NotApplicable, explanation, ..Answer::default() };
    }
    let first_day = set.valid.from.unwrap_or(Date::constant(2025, 1, 1));
    let figures = figures::of(set, criterion, leaf, frame, first_day, wanted);
    let points = match leaf.rule.score(&Case::new(set.terms(criterion, leaf), &figures)).gives {
        Gives::Points(points) => set.rounding.print(&points),
        Gives::Waits if !leaf.asked().is_empty() => return Answer { evidence: documents(frame, leaf), figures, ..Answer::default() },
        // Scored by the unit's own judgement.
        Gives::Waits => set.rounding.print(&(&criterion.max * &Points::parse(if wanted == 100 { "1" } else { "0.5" }).unwrap_or_default())),
        Gives::NotApplicable | Gives::Nothing => return Answer { figures, ..Answer::default() },
    };
    let positive = points.is_positive();
    let low = points < &criterion.max * &Points::parse("0.6").unwrap_or_default();
    Answer {
        explanation: (positive && low).then(|| "Đơn vị đã xây dựng kế hoạch khắc phục trong quý I/2026.".to_owned()),
        evidence: if positive && leaf.evidence.required { documents(frame, leaf) } else { Vec::new() },
        claim: if leaf.rule.takes_claims() { Claim::Points(points) } else { Claim::Blank },
        figures,
        ..Answer::default()
    }
}

/// Names the documents that back a leaf: of a type that is asked, as many as are enough.
fn documents(frame: &Frame, leaf: &Leaf) -> Vec<Evidence> {
    let ask = &leaf.evidence;
    let types: Vec<&str> = if ask.types.is_empty() { vec!["BC"] } else { ask.types.iter().map(String::as_str).collect() };
    let what = ask.what.clone().unwrap_or_default();
    let document = |n: usize| {
        let code = types[n % types.len()];
        let key = format!("{what}{n}{code}");
        // Plans stand at the beginning, reports at the end of the period.
        let early = matches!(code, "KH" | "QĐ" | "QC" | "NQ" | "PA");
        let month = if early { if frame.department { 1 } else { 7 } } else { 12 };
        let day = 8 + i8::try_from(frame.noise(&key, 9)).unwrap_or(0);
        let title: String = what.chars().take(120).collect();
        Evidence {
            number: Some(format!("{}/{code}-{}", 12 + frame.noise(&key, 460), frame.symbol)),
            date: EvidenceDate::Day(Date::constant(2025, month, day)),
            issuer: Some(frame.name.clone()),
            title: Some(title),
            section: Some(format!("Mục {}, trang {}", ["I", "II", "III"][n % 3], 1 + frame.noise(&key, 9))),
            file: Some(
                FILES[if code == "KH" {
                    0
                } else if code == "BC" {
                    1
                } else {
                    2
                }]
                .to_owned(),
            ),
            ..Evidence::default()
        }
    };
    (0..ask.least.max(1)).map(document).collect()
}

/// Makes the mistakes that units make.
fn mistakes(frame: &Frame, filled: &mut SelfAssessment) {
    let mut at = |id: &str, make: &dyn Fn(&mut Answer)| {
        if let Some(answer) = filled.answers.get_mut(&CriterionId::new(id)) {
            make(answer);
        }
    };
    if frame.id == CARELESS {
        at("1.1.3", &|answer| answer.figures.values_mut().take(1).for_each(|figure| *figure = Figure::Blank));
        at("2.3.1", &|answer| answer.claim = Claim::Points(Points::from(3)));
        at("3.1.1", &|answer| answer.evidence.clear());
        at("3.1.1", &|answer| answer.explanation = None);
        at("4.1.1", &|answer| answer.evidence.iter_mut().for_each(|one| one.file = Some("quyet-dinh-thanh-lap-phong.pdf".into())));
        at("7.2.1", &|answer| answer.evidence.iter_mut().for_each(|one| one.number = Some("số 45".into())));
        at("5.3.1", &|answer| answer.claim = Claim::NotApplicable);
    }
    // Some claim a little too much where they did not do well.
    if frame.noise("claims more", 5) == 0 {
        let tree = filled.answers.iter_mut().filter(|(id, _)| id.as_str().contains('.')).map(|(_, answer)| answer);
        for answer in tree.filter(|answer| answer.explanation.is_some() && !answer.figures.is_empty()).take(3) {
            let enough = Points::parse("0.4").unwrap_or_default();
            if let Claim::Points(points) = &answer.claim
                && *points >= enough
            {
                answer.claim = Claim::Points(points + &Points::parse("0.25").unwrap_or_default());
            }
        }
    }
    let mut at = |id: &str, make: &dyn Fn(&mut Answer)| {
        if let Some(answer) = filled.answers.get_mut(&CriterionId::new(id)) {
            make(answer);
        }
    };
    if frame.noise("old document", 23) == 0 {
        at("2.2", &|answer| answer.evidence.iter_mut().take(1).for_each(|one| one.date = EvidenceDate::Day(Date::constant(2024, 6, 12))));
    }
}

/// Writes the rounds: every agency's table of the first, the explanations, the second.
fn rounds(plan: &Plan, sent: &[(&Frame, Vec<council::Line>)], out: &Path) -> Result<(), Box<dyn Error>> {
    for (agency, by, areas) in council::AGENCIES {
        let mut table = council::HEAD.to_owned();
        for (frame, lines) in sent {
            let own: Vec<&council::Line> =
                lines.iter().filter(|line| areas.contains(&line.criterion.as_str().split('.').next().unwrap_or_default())).collect();
            table += &council::table(&frame.name, &own, by, 1);
        }
        fs::write(out.join(format!("appraisal/lan-1-{agency}.csv")), table)?;
    }
    // A second round that stands there from an earlier run is none yet.
    fs::write(out.join("appraisal/lan-2.csv"), council::HEAD)?;
    let (mut worked, _) = folder::work_out(out, folder::load_campaign(out)?, &NoProgress);
    let mut second = council::HEAD.to_owned();
    let explaining = sent.iter().filter_map(|(frame, lines)| {
        let line = lines.iter().find(|line| !line.reason.is_empty() && line.points < line.fair)?;
        Some((*frame, line))
    });
    for (n, (frame, line)) in
        explaining.filter(|(frame, _)| frame.noise("explains", 2) == 0 && !units::is_twin(frame)).take(EXPLAINING).enumerate()
    {
        let id = UnitId::new(&frame.id);
        let answer = Answer {
            explanation: Some("Đơn vị đã rà soát lại hồ sơ, đề nghị Hội đồng xem xét tài liệu đã gửi kèm biểu tự đánh giá.".into()),
            ..Answer::default()
        };
        let explanation = Explanation {
            joined: Vec::new(),
            unit: id.clone(),
            round: Round::FIRST,
            file: String::new(),
            answers: BTreeMap::from([(line.criterion.clone(), answer)]),
        };
        worked.explanations.insert(id.clone(), BTreeMap::from([(Round::FIRST, explanation)]));
        let unit = plan.unit(&id).ok_or("an explanation of no unit")?;
        if let Some(asked) = campaign::asking(&worked, unit, Round::FIRST, Lang::Vi)? {
            fs::write(out.join("submissions").join(asked.file), asked.bytes)?;
        }
        let given_back = n % 3 != 2;
        let after = council::Line {
            criterion: line.criterion.clone(),
            figure: None,
            points: if given_back { line.fair.clone() } else { line.points.clone() },
            fair: line.fair.clone(),
            reason: if given_back {
                "Chấp nhận giải trình: tài liệu đã gửi đủ căn cứ"
            } else {
                "Giữ nguyên: giải trình không bổ sung căn cứ mới"
            },
        };
        second += &council::table(&frame.name, &[&after], "Tổ thẩm định", 2);
    }
    fs::write(out.join("appraisal/lan-2.csv"), second)?;
    Ok(())
}
