//! Page of the report of findings: where each unit stands, and what to remind whom of.

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Page, Table};
use super::standing::{Standing, Waits, appraises, round, standings, summary};
use super::words::remarks;
use crate::assessment::Arrivals;
use crate::figure::date_vi;
use crate::results::Results;

/// Column of the day on which the form came.
const DAY: usize = 4;

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let standings = standings(results);
    // Where nobody keeps a register, no day is known.
    let registered = standings.iter().any(|one| one.arrivals.and_then(Arrivals::form).is_some());
    let day = if registered { &[13][..] } else { &[] };
    let widths = [&[5, 34, 16, 13], day, &[11, 14, 14, 14, 56]].concat();
    let mut page = Page::new("Tiến độ, đôn đốc", results.campaign, true, &widths);
    page.title("TIẾN ĐỘ VÀ NỘI DUNG ĐÔN ĐỐC TỪNG ĐƠN VỊ", results.campaign, remarks(results));
    for line in summary(results) {
        page.paragraph(text(line.vi));
    }
    let round = results.campaign.rounds.name(round(results)).vi;
    let with_day = |mut cells: Vec<Cell>| {
        if !registered {
            cells.remove(DAY);
        }
        cells
    };
    let head = [
        "STT".to_owned(),
        "Đơn vị".into(),
        "Báo cáo tự đánh giá".into(),
        "Hạn gửi".into(),
        "Ngày nhận".into(),
        "Lỗi phải khắc phục".into(),
        format!("{round}: số tiêu chí đã ghi"),
        "Khác tự đánh giá".into(),
        "Đã giải trình".into(),
        "Nội dung đôn đốc".into(),
    ];
    let mut table = Table::main(with_day(head.map(|words| centre(words).size(11)).into()), 2);
    for (n, one) in standings.iter().enumerate() {
        let tone = match one.waits() {
            Waits::Form | Waits::Corrections => Tone::Bad,
            Waits::Appraisal | Waits::Answer | Waits::Explanation => Tone::Odd,
            Waits::Nothing => Tone::Good,
        };
        let of = |number: usize| if one.sent { count(number) } else { centre("–") };
        let appraised = if one.sent { centre(format!("{}/{}", one.appraised, one.leaves)) } else { centre("–") };
        table.row(with_day(vec![
            count(n + 1),
            text(one.unit.name.as_str()),
            centre(if one.sent { "Đã gửi" } else { "Chưa gửi" }),
            centre(one.unit.deadlines.form.map(date_vi).unwrap_or_default()),
            came(one),
            of(one.errors),
            appraised,
            of(one.changed),
            of(one.explained),
            text(reminder(results, one)).size(11).tone(tone),
        ]));
    }
    page.table(table);
    page
}

/// Makes the cell of the day on which the form came, with the days that it was late.
fn came(one: &Standing<'_>) -> Cell {
    let Some(form) = one.arrivals.and_then(Arrivals::form) else { return centre("") };
    let day = date_vi(form.received);
    match form.days_late() {
        0 => centre(day),
        days => centre(format!("{day}\nmuộn {days} ngày")).tone(Tone::Odd),
    }
}

/// Says what to remind of, or who has to act.
fn reminder(results: &Results<'_>, one: &Standing<'_>) -> String {
    let until = one.unit.deadlines.form.map(|day| format!(" (hạn {})", date_vi(day))).unwrap_or_default();
    let errors = if one.sent && one.errors > 0 && one.waits() != Waits::Corrections {
        format!(" Còn {} lỗi trong báo cáo tự đánh giá.", one.errors)
    } else {
        String::new()
    };
    let words = match one.waits() {
        Waits::Form => format!("Đề nghị gửi báo cáo tự đánh giá{until}."),
        Waits::Corrections => format!("Đề nghị khắc phục {} lỗi trong báo cáo tự đánh giá và gửi lại.", one.errors),
        Waits::Appraisal if appraises(results) => "Chờ cơ quan thẩm định ghi kết quả.".into(),
        Waits::Appraisal | Waits::Nothing if !errors.is_empty() => "Đề nghị xem lại báo cáo.".into(),
        Waits::Appraisal | Waits::Nothing => "Không còn nội dung phải đôn đốc.".into(),
        Waits::Answer => format!("Chờ cơ quan thẩm định xem xét giải trình {} tiêu chí.", one.open),
        Waits::Explanation => {
            format!("{} tiêu chí có điểm thẩm định khác điểm tự đánh giá; đề nghị giải trình hoặc thống nhất kết quả.", one.changed)
        }
    };
    format!("{words}{errors}")
}
