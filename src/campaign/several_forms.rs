//! Two forms of one unit: which is newer by what the files say of themselves, and what differs.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use jiff::civil::DateTime;

use crate::assessment::SelfAssessment;
use crate::figure::date_vi;
use crate::finding::campaign::{COPIES, TWO_FORMS};
use crate::finding::{Finding, Place};
use crate::text;
use crate::text::Text;

/// Most criteria that a message names.
const MOST_NAMED: usize = 6;

/// One of the forms of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// What it says.
    pub form: &'a SelfAssessment,
    /// When it was saved last, where it says so.
    pub saved: Option<DateTime>,
}

/// Says that a unit has another form beside the one that counts.
pub fn finding(counts: Version<'_>, other: Version<'_>) -> Finding {
    let (first, second, unit) = (&counts.form.file, &other.form.file, &other.form.unit);
    let (ours, theirs) = (bare(counts.form), bare(other.form));
    let finding = if ours == theirs {
        Finding::new(&COPIES, text!("“{second}” giống hệt “{first}”.", "“{second}” says the same as “{first}”."))
    } else {
        let (newer, differ) = (newer(counts, other), differ(&ours, &theirs));
        let (newer_vi, newer_en, differ_vi, differ_en) = (&newer.vi, &newer.en, &differ.vi, &differ.en);
        let message = text!(
            "Đơn vị “{unit}” có hai biểu khác nhau{differ_vi}: “{first}” được chấm, “{second}” không được chấm. {newer_vi}",
            "Unit “{unit}” has two forms that differ{differ_en}: “{first}” is scored, “{second}” is not. {newer_en}"
        );
        Finding::new(&TWO_FORMS, message)
    };
    finding.of(unit).at(Place::file(second.as_str()))
}

/// Says which of two forms was saved last, by what the files themselves say.
fn newer(counts: Version<'_>, other: Version<'_>) -> Text {
    let (Some(ours), Some(theirs)) = (counts.saved, other.saved) else {
        return Text::new("Tệp không ghi thời điểm lưu nên không rõ biểu nào mới hơn.", "The files do not say which was saved last.");
    };
    let (last, time) = match ours.cmp(&theirs) {
        Ordering::Greater => (&counts.form.file, ours),
        Ordering::Less => (&other.form.file, theirs),
        Ordering::Equal => {
            return Text::new(
                "Hai tệp ghi cùng thời điểm lưu nên không rõ biểu nào mới hơn.",
                "Both say that they were saved at the same time.",
            );
        }
    };
    let (day_vi, day, hour) = (date_vi(time.date()), time.date(), time.strftime("%H:%M"));
    text!("“{last}” được lưu sau cùng ({hour} ngày {day_vi}).", "“{last}” was saved last ({day} {hour}).")
}

/// Names the criteria that two forms answer differently.
fn differ(one: &SelfAssessment, other: &SelfAssessment) -> Text {
    let ids: BTreeSet<_> = one.answers.keys().chain(other.answers.keys()).collect();
    let ids: Vec<String> = ids.into_iter().filter(|id| one.answers.get(id) != other.answers.get(id)).map(ToString::to_string).collect();
    let (count, list) = (ids.len(), ids.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", "));
    match count.checked_sub(MOST_NAMED).filter(|rest| *rest > 0) {
        _ if count == 0 => Text::default(),
        None => text!(" ở tiêu chí {list}", " at {list}"),
        Some(rest) => text!(" ở tiêu chí {list} và {rest} tiêu chí khác", " at {list} and {rest} more"),
    }
}

/// Gives what a form says, without where it says it.
fn bare(form: &SelfAssessment) -> SelfAssessment {
    let mut form = SelfAssessment { file: String::new(), ..form.clone() };
    for answer in form.answers.values_mut() {
        answer.sheet = None;
        answer.cells.clear();
        for evidence in &mut answer.evidence {
            evidence.place = Place::default();
            evidence.cells.clear();
        }
    }
    form
}
