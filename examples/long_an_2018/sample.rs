//! Makes the campaign folder: forms, evidence, appraisal, survey.

#![allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "fixed tables; a fault shows when the sample is made")]

#[path = "council.rs"]
mod council;
#[path = "documents.rs"]
mod documents;
#[path = "explained.rs"]
mod explained;
#[path = "figures.rs"]
mod figures;
#[path = "frame.rs"]
mod frame;
#[path = "last_year.rs"]
mod last_year;
#[path = "mistakes.rs"]
mod mistakes;
#[path = "own_template.rs"]
mod own_template;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use parindex::assessment::{Answer, Claim, Remarks, SelfAssessment, SetRef, Unit};
use parindex::campaign::Plan;
use parindex::criteria::{CriteriaSet, Criterion, Leaf};
use parindex::figure::{CriterionId, Figures};
use parindex::form::template::{self, Form};
use parindex::points::Points;
use parindex::rule::{Case, Gives, Scorer};
use parindex::text::Lang;
use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use frame::{FRAMES, Frame, SILENT, TWIN, TWINNED};

/// Writes the sample into a folder: `campaign.yaml` and `award-cases.yaml` from `source`, and all that is made of it.
///
/// # Errors
/// Whatever keeps it from being read, made or written.
pub fn write(source: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let plan = parindex::folder::read_campaign(source)?.value.ok_or("campaign.yaml has errors")?.plan;
    for folder in ["submissions", "evidence", "appraisal", "survey", "nam-truoc", "templates"] {
        fs::create_dir_all(out.join(folder))?;
    }
    for by_hand in ["campaign.yaml", "award-cases.yaml"] {
        fs::write(out.join(by_hand), fs::read(source.join(by_hand))?)?;
    }
    let dossiers: BTreeMap<&str, [u64; 3]> = frame::dossiers().into_iter().collect();
    let (mut lines, mut sent) = (Vec::new(), Vec::new());
    for unit in plan.units.iter().filter(|unit| unit.id.as_str() != SILENT) {
        let id = unit.id.as_str();
        let frame = Frame::of(id).ok_or_else(|| format!("no frame for {id}"))?;
        let mut filled = answers(&plan, unit, frame, dossiers.get(id).copied().unwrap_or_default())?;
        lines.extend(appraised(unit, frame, &filled));
        for (leaf, answer) in &mut filled.answers {
            mistakes::make(id, leaf.as_str(), answer);
        }
        sent.push((unit, filled));
        fs::create_dir_all(out.join("evidence").join(id))?;
        for (name, bytes) in documents::files(frame) {
            fs::write(out.join("evidence").join(id).join(name), bytes)?;
        }
    }
    let forms: Result<Vec<_>, String> = sent.par_iter().map(|(unit, filled)| form(&plan, unit, filled)).collect();
    for ((unit, _), bytes) in sent.iter().zip(forms?) {
        fs::write(out.join("submissions").join(file_name(unit.id.as_str())), bytes)?;
    }
    fs::write(out.join("appraisal/tham-dinh-lan-1.xlsx"), appraisal(1, &lines)?)?;
    fs::write(out.join("templates/thong-bao-ket-qua.docx"), own_template::notice()?)?;
    fs::write(out.join("survey/dieu-tra-xa-hoi-hoc.csv"), survey(&plan))?;
    fs::write(out.join("nam-truoc/result.json"), last_year::result(&plan, &dossiers)?)?;
    explained::write(source, out)?;
    fs::write(out.join("appraisal/tham-dinh-lan-2.xlsx"), appraisal(2, &second(&plan))?)?;
    Ok(())
}

/// Names a unit's file as units do: the form says whose it is, whatever the file is called.
fn file_name(id: &str) -> String {
    match id {
        "so-tai-chinh" => "STC - tự chấm CCHC 2018 (bản chính thức).xlsx".to_owned(),
        "tan-tru" => "TÂN TRỤ nộp lại lần 2.xlsx".to_owned(),
        "so-y-te" => "bieu mau 01.xlsx".to_owned(),
        _ => format!("{id}.xlsx"),
    }
}

/// Writes a unit's filled form.
fn form(plan: &Plan, unit: &Unit, filled: &SelfAssessment) -> Result<Vec<u8>, String> {
    let group = plan.group(unit).ok_or("a unit without group")?;
    let set = plan.set(unit).ok_or("a group without set")?;
    let form = Form {
        set,
        unit,
        campaign: &plan.campaign,
        group: &group.name,
        rounding: group.rounding,
        last_year: None,
        lang: Lang::Vi,
        filled: Some(filled),
    };
    template::write(&form).map_err(|error| error.to_string())
}

/// Makes what a unit should say.
fn answers(plan: &Plan, unit: &Unit, frame: &Frame, dossiers: [u64; 3]) -> Result<SelfAssessment, Box<dyn Error>> {
    let set = plan.set(unit).ok_or("a group without set")?;
    let mut assessment = SelfAssessment {
        unit: unit.id.clone(),
        set: SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() },
        file: String::new(),
        layout: "".into(),
        answers: BTreeMap::new(),
        shared: Answer::default(),
        remarks: remarks(unit.id.as_str()),
        holds_unread: false,
    };
    for (criterion, leaf) in set.leaves() {
        let excused = unit.not_applicable.contains(&criterion.id);
        if leaf.scorer() == Scorer::Unit && !excused {
            assessment.answers.insert(criterion.id.clone(), answer(set, unit, frame, dossiers, criterion, leaf));
        }
    }
    Ok(assessment)
}

/// Gives what a unit says beside its points; most say nothing.
fn remarks(unit: &str) -> Remarks {
    let (difficulties, proposals) = match unit {
        "duc-hue" => (
            "Đường truyền tại các xã biên giới chưa ổn định nên hồ sơ trực tuyến còn ít; công chức bộ phận một cửa kiêm nhiệm nhiều việc.",
            "Đề nghị Sở Thông tin và Truyền thông hỗ trợ nâng cấp đường truyền cho 11 xã, thị trấn trong quý II/2019.",
        ),
        "so-tu-phap" => (
            "Việc lấy ý kiến dự thảo văn bản quy phạm pháp luật thường bị chậm do các ngành trả lời quá hạn.",
            "Đề nghị UBND tỉnh quy định thời hạn trả lời là 10 ngày làm việc.",
        ),
        _ => return Remarks::default(),
    };
    Remarks { difficulties: Some(difficulties.to_owned()), proposals: Some(proposals.to_owned()) }
}

/// Answers one leaf as it should be answered.
fn answer(set: &CriteriaSet, unit: &Unit, frame: &Frame, dossiers: [u64; 3], criterion: &Criterion, leaf: &Leaf) -> Answer {
    let id = criterion.id.as_str();
    let figures = declared(id, frame, dossiers);
    if id == "2.1.2" && declared("2.1.1", frame, dossiers).values().all(|figure| figure.number().is_some_and(Points::is_zero)) {
        let claim = Claim::NotApplicable;
        let explanation = Some("Trong năm 2018 cơ quan không được giao xây dựng văn bản quy phạm pháp luật.".to_owned());
        return Answer { claim, explanation, ..Answer::default() };
    }
    let points = match leaf.rule.score(&Case::new(set.terms(criterion, leaf), &figures)).gives {
        Gives::Points(points) => set.rounding.print(&points),
        Gives::NotApplicable | Gives::Nothing => return Answer { figures, ..Answer::default() },
        Gives::Waits if original(frame).rate(id) >= 84 => criterion.max.clone(),
        Gives::Waits => &criterion.max * &Points::parse("0.75").unwrap_or_default(),
    };
    let asked = leaf.evidence.required && points.is_positive();
    Answer {
        explanation: (points < criterion.max).then(|| explanation(id)).flatten().map(str::to_owned),
        evidence: if asked { documents::evidence(id, frame, &unit.name, &leaf.evidence.types, leaf.evidence.least) } else { Vec::new() },
        claim: Claim::Points(points),
        figures,
        ..Answer::default()
    }
}

/// Gives the figures of a leaf; the twin's are those of the unit that it is the twin of, on another scale.
fn declared(leaf: &str, frame: &Frame, dossiers: [u64; 3]) -> Figures {
    if frame.id == TWIN {
        figures::doubled(figures::figures(leaf, original(frame), frame::TWINNED_DOSSIERS))
    } else {
        figures::figures(leaf, frame, dossiers)
    }
}

/// Gives the unit whose figures a unit repeats: for all but the twin, itself.
fn original(frame: &Frame) -> &Frame {
    if frame.id == TWIN { Frame::of(TWINNED).unwrap_or(frame) } else { frame }
}

/// Explains why a leaf did not reach its maximum, where units usually do.
const fn explanation(leaf: &str) -> Option<&'static str> {
    match leaf.as_bytes() {
        b"3.1.1" => Some("Một số thủ tục chờ quyết định công bố của bộ, ngành Trung ương nên chưa rà soát xong."),
        b"3.3.2" => Some("Hồ sơ trễ hạn chủ yếu do chờ ý kiến phối hợp của cơ quan liên quan."),
        b"7.1.1" => Some("Văn bản phát hành trước khi được cấp chữ ký số chưa ký số."),
        b"7.1.2" => Some("Một số công chức còn dùng thư điện tử cá nhân; đã nhắc nhở."),
        b"7.2.2" => Some("Người dân, doanh nghiệp vẫn quen nộp hồ sơ trực tiếp."),
        _ => None,
    }
}

/// Line of the appraisal: unit, criterion, points, reason.
type Line = (String, CriterionId, Points, &'static str);

/// Gives what the council typed of a unit: what the unit should have claimed, unless it saw a reason to change it.
fn appraised(unit: &Unit, frame: &Frame, fair: &SelfAssessment) -> Vec<Line> {
    let changed = |leaf: &CriterionId| council::CHANGED.iter().find(|line| line.0 == frame.id && line.1 == leaf.as_str());
    let agreed = fair.answers.iter().filter_map(|(leaf, answer)| match (&answer.claim, changed(leaf)) {
        (_, Some((_, _, hundredths, reason))) => Some((leaf.clone(), hundredths_of(*hundredths), *reason)),
        (Claim::Points(points), None) => Some((leaf.clone(), points.clone(), "")),
        _ => None,
    });
    let (hundredths, reason) = council::cooperation(frame);
    let mut lines: Vec<_> = agreed.chain([("4.3".into(), hundredths_of(hundredths), reason)]).collect();
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    lines.into_iter().map(|(leaf, points, reason)| (unit.name.clone(), leaf, points, reason)).collect()
}

/// Gives what the council typed after units had explained.
fn second(plan: &Plan) -> Vec<Line> {
    let line = |(id, leaf, hundredths, reason): &council::Change| {
        let unit = plan.units.iter().find(|unit| unit.id.as_str() == *id)?;
        Some((unit.name.clone(), (*leaf).into(), hundredths_of(*hundredths), *reason))
    };
    council::SECOND.iter().filter_map(line).collect()
}

/// Writes a round of appraisal as the workbook that a council keeps.
fn appraisal(round: u8, lines: &[Line]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2019, 2, 1)?));
    let plain = Format::new().set_font_name("Times New Roman").set_font_size(13).set_align(FormatAlign::Top);
    let (head, wrapped, points) = (plain.clone().set_bold(), plain.clone().set_text_wrap(), plain.clone().set_num_format("0.00"));
    let sheet = book.add_worksheet().set_name(format!("Thẩm định lần {round}"))?;
    for (column, (title, width)) in (0_u16..).zip([("Đơn vị", 42), ("Tiêu chí", 10), ("Điểm", 8), ("Lý do", 70), ("Lần", 6)]) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(0, column, title, &head)?;
    }
    for (row, (unit, criterion, score, reason)) in (1_u32..).zip(lines) {
        sheet.write_with_format(row, 0, unit, &plain)?;
        sheet.write_with_format(row, 1, criterion.as_str(), &plain)?;
        sheet.write_with_format(row, 2, score.to_cell(), &points)?;
        sheet.write_with_format(row, 3, *reason, &wrapped)?;
        sheet.write_with_format(row, 4, round, &plain)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    book.save_to_buffer()
}

/// Writes the survey as the table that a polling body sends: UTF-8 with a mark that Excel knows, decimal commas.
fn survey(plan: &Plan) -> String {
    let mut table = String::from("\u{feff}Đơn vị;Tiêu chí;Điểm\r\n");
    for unit in &plan.units {
        let Some(frame) = FRAMES.iter().find(|frame| frame.id == unit.id.as_str() && frame.quality > 0) else { continue };
        for (leaf, hundredths) in ["8.1", "8.2", "8.3"].into_iter().zip(council::survey(frame)) {
            table.extend([format!("{};{leaf};{}\r\n", unit.name, hundredths_of(hundredths).plain_vi())]);
        }
    }
    table
}

/// Makes points of hundredths.
fn hundredths_of(hundredths: u32) -> Points {
    Points::from(i64::from(hundredths)).over(&Points::hundred()).unwrap_or_default()
}
