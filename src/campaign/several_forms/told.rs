//! What is told of several files of a unit.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::{Version, form_without_places};
use crate::assessment::{Claim, SelfAssessment, Unit};
use crate::figure::{CriterionId, Figure, date_vi};
use crate::finding::campaign::{CHOSEN_FORM, COPIES, JOINED_FORMS, PINNED_FORM, TWO_FORMS};
use crate::finding::{CellAddress, Finding, Part, Place};
use crate::intake::Why;
use crate::text;
use crate::text::{Text, Words};

/// Most criteria, or files, that a message names.
const MOST_NAMED: usize = 6;

/// Why a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The campaign names it.
    Pinned,
    /// It is a copy that went back, filled on since.
    FilledOn,
    /// By what the files say, as with columns.
    Says(Why),
}

/// File that does not count, with its reason where it has one of its own.
pub type Left<'a> = (Version<'a>, Option<Why>);

/// Pairs files that do not count with their reasons.
pub fn left<'a>(left: &[(usize, Option<Why>)], versions: &[Version<'a>]) -> Vec<Left<'a>> {
    left.iter().filter_map(|(n, why)| Some((*versions.get(*n)?, *why))).collect()
}

/// Says that the file which the campaign names is no form of the unit.
pub fn pin_not_there(pinned: &str, unit: &Unit) -> Finding {
    let name = &unit.name;
    let message = text!(
        "Tệp “{pinned}” mà đợt đánh giá chọn cho “{name}” không có, không đọc được hoặc không phải biểu của đơn vị này; không chấm biểu nào khác.",
        "The file “{pinned}”, which the campaign names for “{name}”, is not there, can't be read, or is not a form of this unit; no other one is scored."
    );
    Finding::new(&PINNED_FORM, message).of(&unit.id).at(Place::file(pinned)).hides([Part::Form])
}

/// Says that a file says the same as another.
pub fn copy(original: &Version<'_>, copy: &Version<'_>, unit: &Unit) -> Finding {
    let (first, second) = (sent(&original.form.file), sent(&copy.form.file));
    let message = text!("“{second}” giống hệt “{first}”.", "“{second}” says the same as “{first}”.");
    Finding::new(&COPIES, message).of(&unit.id).at(Place::file(copy.form.file.as_str()))
}

/// Says that a file is a copy that went back, on which nobody typed anything since.
pub fn untouched(copy: &Version<'_>, unit: &Unit) -> Finding {
    let file = sent(&copy.form.file);
    let message = text!(
        "“{file}” là bản phản hồi, từ khi lập chưa có ai ghi thêm, nên không được tính.",
        "“{file}” is an annotated copy, on which nobody typed anything since, so it counts for nothing."
    );
    Finding::new(&COPIES, message).of(&unit.id).at(Place::file(copy.form.file.as_str()))
}

/// Says that files were joined.
pub fn joined(versions: &[Version<'_>], unit: &Unit) -> Finding {
    let (files, name, count) = (listed(versions), &unit.name, versions.len());
    let message = text!(
        "“{name}” gửi {count} tệp trả lời các tiêu chí khác nhau: {files}; các tệp được gộp thành một biểu.",
        "“{name}” sent {count} files that answer different criteria: {files}; they are joined into one form."
    );
    placed(Finding::new(&JOINED_FORMS, message).of(&unit.id), versions)
}

/// Says which of several counts, and why.
pub fn chosen(counts: &Version<'_>, reason: Reason, left: &[Left<'_>], all: &[Version<'_>], unit: &Unit) -> Finding {
    let (first, name, differ) = (sent(&counts.form.file), &unit.name, differ(all));
    let why = match reason {
        Reason::Pinned => Text::new(" vì đợt đánh giá chọn", ", because the campaign names it"),
        Reason::FilledOn => Text::new(" vì là bản phản hồi đã được điền tiếp", ", because it is the annotated copy, filled on since"),
        // The others have their reasons, and are told with them.
        Reason::Says(Why::Rest) => Text::default(),
        Reason::Says(why) => {
            let Words { vi, en } = why.words();
            text!(" vì {vi}", ", because {en}")
        }
    };
    let rest = |words: fn(Words) -> &'static str| {
        let because = |why: &Option<Why>| why.map(|why| format!(" ({})", words(why.words()))).unwrap_or_default();
        some(left.iter().map(|(version, why)| format!("“{}”{}", sent(&version.form.file), because(why))), left.len())
    };
    let (rest_vi, rest_en) = (rest(|words| words.vi), rest(|words| words.en));
    let (why_vi, why_en, differ_vi, differ_en) = (&why.vi, &why.en, &differ.vi, &differ.en);
    let message = text!(
        "“{name}” có nhiều biểu khác nhau{differ_vi}: “{first}” được chấm{why_vi}; không chấm {rest_vi}.",
        "“{name}” has several forms that differ{differ_en}: “{first}” is scored{why_en}; not scored: {rest_en}."
    );
    let others: Vec<Version<'_>> = left.iter().map(|(version, _)| *version).collect();
    placed(Finding::new(&CHOSEN_FORM, message).of(&unit.id), &others)
}

/// Says that the form which counts is one of which no score is read.
pub fn chosen_unread(counts: &Version<'_>, why: Why, all: &[Version<'_>], unit: &Unit) -> Finding {
    let (files, name, count, first) = (listed(all), &unit.name, all.len(), sent(&counts.form.file));
    let (differ, Words { vi, en }) = (differ(all), why.words());
    let (differ_vi, differ_en) = (&differ.vi, &differ.en);
    let message = text!(
        "“{name}” có {count} biểu khác nhau{differ_vi}: {files}; “{first}” được chọn vì {vi}, nhưng không đọc được điểm tự đánh giá trong đó, nên không chấm biểu nào.",
        "“{name}” has {count} forms that differ{differ_en}: {files}; “{first}” counts, because {en}, but no score can be read in it, so none is scored."
    );
    let (id, others) = (&unit.id, all.iter().filter(|one| one.form.file != counts.form.file));
    let file = others.clone().next().map(in_yaml).unwrap_or_default();
    let help = text!(
        "Sửa tên cột trong “{first}” rồi gửi lại; nếu biểu cần chấm là biểu khác, chọn trong campaign.yaml, ví dụ: submissions: {{ {id}: {file} }}.",
        "Correct the headings of “{first}” and send it again; if another form is meant, name it in campaign.yaml, for example: submissions: {{ {id}: {file} }}."
    );
    Finding::new(&TWO_FORMS, message).help(help).of(id).at(Place::file(counts.form.file.as_str())).hides([Part::Form])
}

/// Says that a form of which no score is read says no more than another one.
pub fn repeated(counts: &Version<'_>, unread: &Version<'_>, unit: &Unit) -> Finding {
    let (first, second, name) = (sent(&counts.form.file), sent(&unread.form.file), &unit.name);
    let message = text!(
        "“{name}” gửi thêm “{second}”, không có cột điểm tự đánh giá; các điểm ghi ở đó giống “{first}” nên “{first}” được chấm, không chấm “{second}”.",
        "“{name}” also sent “{second}”, without a column for the unit's own score; the points in it are those of “{first}”, so “{first}” is scored; not scored: “{second}”."
    );
    Finding::new(&CHOSEN_FORM, message).of(&unit.id).at(Place::file(unread.form.file.as_str()))
}

/// Says that nothing tells which of several counts.
pub fn disputed(versions: &[Version<'_>], unit: &Unit) -> Finding {
    let (files, name, count) = (listed(versions), &unit.name, versions.len());
    let (differ, newer, example) = (differ(versions), newest(versions), first_differing(versions));
    let (example_vi, example_en) = (&example.vi, &example.en);
    let (differ_vi, differ_en, newer_vi, newer_en) = (&differ.vi, &differ.en, &newer.vi, &newer.en);
    let message = text!(
        "“{name}” có {count} biểu khác nhau{differ_vi}: {files}; không rõ biểu nào là bản cuối nên không chấm biểu nào.{example_vi} {newer_vi}",
        "“{name}” has {count} forms that differ{differ_en}: {files}; nothing says which is the last, so none is scored.{example_en} {newer_en}"
    );
    let id = &unit.id;
    let file = versions.first().map(in_yaml).unwrap_or_default();
    let cure = text!(
        "Giữ lại đúng biểu cuối cùng, chuyển các biểu khác ra khỏi submissions; hoặc chọn trong campaign.yaml, ví dụ: submissions: {{ {id}: {file} }}.",
        "Keep the last form and move the others out of submissions; or name it in campaign.yaml, for example: submissions: {{ {id}: {file} }}."
    );
    placed(Finding::new(&TWO_FORMS, message).help(cure).of(id), versions).hides([Part::Form])
}

/// Places a finding at the last of the files that it speaks of.
fn placed(finding: Finding, versions: &[Version<'_>]) -> Finding {
    match versions.last() {
        Some(version) => finding.at(Place::file(version.form.file.as_str())),
        None => finding,
    }
}

/// Names a file as whoever sent it knows it: below the folder of the office.
pub fn sent(file: &str) -> &str {
    file.split_once('/').map_or(file, |(_, below)| below)
}

/// Gives the name of a file without its folders.
fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Gives the name of a version's file as YAML writes it.
fn in_yaml(version: &Version<'_>) -> String {
    let name = name(&version.form.file);
    let begins = name.chars().next().is_some_and(char::is_alphanumeric);
    let plain = begins && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '(' | ')'));
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Gives the name of a file without its folders and its ending.
pub fn stem(file: &str) -> &str {
    let name = name(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Lists files in quotes.
fn listed(versions: &[Version<'_>]) -> String {
    some(versions.iter().map(|version| format!("“{}”", sent(&version.form.file))), versions.len())
}

/// Joins the first of some words, and says how many more there are.
fn some(words: impl Iterator<Item = String>, count: usize) -> String {
    let more = count.checked_sub(MOST_NAMED).filter(|more| *more > 0).map(|more| format!("+{more}"));
    words.take(MOST_NAMED).chain(more).collect::<Vec<_>>().join(", ")
}

/// Says which was saved last, by what the files themselves say.
fn newest(versions: &[Version<'_>]) -> Text {
    let times: Option<Vec<(DateTime, &str)>> = versions.iter().map(|version| Some((version.saved?, version.form.file.as_str()))).collect();
    let Some((time, last)) = times.as_ref().and_then(|times| times.iter().max()) else {
        return Text::new("Tệp không ghi thời điểm lưu nên không rõ biểu nào mới hơn.", "The files do not say which was saved last.");
    };
    if times.iter().flatten().filter(|(other, _)| other == time).count() > 1 {
        return Text::new(
            "Các tệp ghi cùng thời điểm lưu nên không rõ biểu nào mới hơn.",
            "They say that they were saved at the same time.",
        );
    }
    let (day_vi, day, hour) = (date_vi(time.date()), time.date(), time.strftime("%H:%M"));
    text!("“{last}” được lưu sau cùng ({hour} ngày {day_vi}).", "“{last}” was saved last ({day} {hour}).")
}

/// Names the first part of an answer that two forms say differently, with both places: “1.3: “a.xlsx” ô F14 ghi 1,5, …”.
fn first_differing(versions: &[Version<'_>]) -> Text {
    let said = |version: &Version<'_>, id: &CriterionId| {
        let answer = version.form.answers.get(id)?;
        let file = sent(answer.file.as_deref().unwrap_or(&version.form.file)).to_owned();
        let at = |cell: Option<CellAddress>| {
            let sheet = answer.sheet.as_deref().unwrap_or_default();
            cell.map_or_else(|| format!("“{file}”"), |cell| format!("“{file}” “{sheet}”!{cell}"))
        };
        let claim = match &answer.claim {
            Claim::Points(points) => Some((None, at(answer.cells.claimed), Text::new(points.plain_vi(), points.plain()))),
            _ => None,
        };
        let figures = answer.figures.iter().filter(|(_, figure)| **figure != Figure::Blank);
        let figures = figures.map(|(input, figure)| (Some(input.clone()), at(answer.cells.inputs.get(input).copied()), figure.words()));
        Some(claim.into_iter().chain(figures).collect::<Vec<_>>())
    };
    let ids: BTreeSet<&CriterionId> = versions.iter().flat_map(|version| version.form.answers.keys()).collect();
    let differing = ids.into_iter().find_map(|id| {
        let all: Vec<_> = versions.iter().filter_map(|version| said(version, id)).collect();
        let (first, others) = all.split_first()?;
        let pairs = first.iter().flat_map(|one| others.iter().flatten().map(move |other| (one, other)));
        let ((_, at, one), (_, other_at, other)) = pairs.into_iter().find(|(one, other)| one.0 == other.0 && one.2 != other.2)?;
        let (one_vi, one_en, other_vi, other_en) = (&one.vi, &one.en, &other.vi, &other.en);
        Some(text!(
            " Ví dụ tiêu chí {id}: {at} ghi {one_vi}, {other_at} ghi {other_vi}.",
            " At {id}, for example, {at} says {one_en} and {other_at} says {other_en}."
        ))
    });
    differing.unwrap_or_default()
}

/// Names the criteria that forms answer differently.
fn differ(versions: &[Version<'_>]) -> Text {
    let said: Vec<SelfAssessment> = versions.iter().map(|version| form_without_places(version.form)).collect();
    let ids: BTreeSet<&CriterionId> = said.iter().flat_map(|form| form.answers.keys()).collect();
    // A row that a file doesn't have contradicts nothing; one that it leaves blank may.
    let differs = |id: &&CriterionId| {
        let mut answers = said.iter().filter_map(|form| form.answers.get(*id));
        let first = answers.next();
        answers.any(|answer| first != Some(answer))
    };
    let ids: Vec<String> = ids.into_iter().filter(differs).map(ToString::to_string).collect();
    let (count, list) = (ids.len(), ids.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", "));
    match count.checked_sub(MOST_NAMED).filter(|rest| *rest > 0) {
        _ if count == 0 => Text::default(),
        None => text!(" ở tiêu chí {list}", " at {list}"),
        Some(rest) => text!(" ở tiêu chí {list} và {rest} tiêu chí khác", " at {list} and {rest} more"),
    }
}
