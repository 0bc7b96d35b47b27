//! Page of the report of findings: where each unit stands, and what to remind whom of.

use super::cell::{Cell, Tone, centre, count, text};
use super::page::{Block, Page, Table};
use super::standing::{Standing, Waits, appraises, head_of_changed, round, standings, summary, what_is_changed};
use super::words::{many, remarks};
use crate::assessment::{Arrival, Arrivals};
use crate::figure::date_in;
use crate::finding::{Severity, told};
use crate::results::Results;
use crate::text::{Lang, said};

/// Column of the day on which the form came.
const DAY: usize = 4;

/// Makes the page.
pub fn page(results: &Results<'_>) -> Page {
    let standings = standings(results);
    // Where nobody keeps a register, no day is known.
    let registered = standings.iter().any(|one| one.arrivals.and_then(Arrivals::form).is_some());
    let day = if registered { &[13][..] } else { &[] };
    let widths = [&[5, 34, 16, 13], day, &[11, 14, 14, 14, 56]].concat();
    let lang = results.lang;
    let mut page = Page::new(lang.word("Tiến độ, đôn đốc", "Progress, reminders"), results.campaign, true, &widths);
    let title = lang.word("TIẾN ĐỘ VÀ NỘI DUNG ĐÔN ĐỐC TỪNG ĐƠN VỊ", "PROGRESS, AND WHAT TO REMIND EACH UNIT OF");
    page.title(title, results.campaign, remarks(results));
    for line in summary(results) {
        page.paragraph(text(line.get(lang)));
    }
    page.blocks.extend(other_errors(results, &standings).map(Block::Paragraph));
    let round = results.campaign.rounds.name(round(results));
    let round = round.get(lang);
    let with_day = |mut cells: Vec<Cell>| {
        if !registered {
            cells.remove(DAY);
        }
        cells
    };
    let first = [
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Báo cáo tự đánh giá", "Self-assessment"),
        ("Hạn gửi", "Due"),
        ("Ngày nhận", "Received"),
        ("Lỗi đơn vị phải khắc phục", "Errors for the unit to correct"),
    ];
    let last = [("Đã giải trình", "Explained"), ("Nội dung đôn đốc", "What to remind of")];
    let mut head: Vec<String> = lang.each(first).map(str::to_owned).into();
    head.push(said!(lang, "{round}: số tiêu chí đã ghi", "{round}: criteria recorded"));
    head.push(head_of_changed(results));
    head.extend(lang.each(last).map(str::to_owned));
    let mut table = Table::main(with_day(head.into_iter().map(|words| centre(words).size(11)).collect()), 2);
    for (n, one) in standings.iter().enumerate() {
        let tone = match one.waits() {
            Waits::Form | Waits::Corrections => Tone::Bad,
            Waits::Appraisal | Waits::Answer | Waits::Explanation => Tone::Odd,
            Waits::Nothing if one.sent => Tone::Good,
            Waits::Nothing => Tone::Out,
        };
        let of = |number: usize| if one.sent { count(number) } else { centre("–") };
        let appraised = if one.sent { centre(format!("{}/{}", one.appraised, one.leaves)) } else { centre("–") };
        table.row(with_day(vec![
            count(n + 1),
            text(one.unit.name.as_str()),
            centre(if one.sent { lang.word("Đã gửi", "Submitted") } else { lang.word("Chưa gửi", "Not submitted") }),
            centre(one.unit.deadlines.form.map(|day| date_in(day, lang)).unwrap_or_default()),
            came(one, lang),
            of(one.errors),
            appraised,
            of(one.changed),
            of(one.explained),
            text(reminder(results, one)).size(11).tone(tone),
        ]));
    }
    page.table(table);
    page.gap();
    page.paragraph(text(what_is_changed(results).get(lang)).italic());
    if appraises(results) {
        page.paragraph(
            text(lang.word(
                "“Lỗi đơn vị phải khắc phục”: không kể lỗi ở tiêu chí đã có điểm thẩm định được tính.",
                "“Errors for the unit to correct”: without those at criteria whose appraised points count.",
            ))
            .italic(),
        );
    }
    page
}

/// Says of all errors how many the units have to correct, where that isn't all of them: the rest is settled, or the office's.
fn other_errors(results: &Results<'_>, standings: &[Standing<'_>]) -> Option<Cell> {
    let all = told(results.findings).iter().filter(|told| told.severity() == Severity::Error).count();
    let own = standings.iter().filter(|one| one.sent).map(|one| one.errors).sum::<usize>();
    let others = all.checked_sub(own).filter(|others| *others > 0)?;
    let errors = many(all, "error", "errors");
    let words = said!(
        results.lang,
        "Tổng cộng {all} lỗi: đơn vị phải khắc phục {own}; {others} lỗi khác ở tiêu chí đã có điểm thẩm định, ở bảng của cơ quan thẩm định hoặc ở tệp chưa rõ của đơn vị nào (từng lỗi: trang “Cần xử lý”).",
        "In all {errors}: {own} for units to correct; {others} at criteria that are appraised already, in tables of the appraisers or in files that can't be traced to a unit (each is on the sheet “To do”)."
    );
    Some(text(words))
}

/// Makes the cell of the day on which the form came, with the days on which it, or anything that came by itself, was late.
fn came(one: &Standing<'_>, lang: Lang) -> Cell {
    let form = one.arrivals.and_then(Arrivals::form);
    let day = form.map(|form| date_in(form.received, lang));
    let (days, of_form) = (one.days_late(), form.map_or(0, Arrival::days_late));
    let late = many(days, "day", "days");
    let words = match (days, of_form == days) {
        (0, _) => return centre(day.unwrap_or_default()),
        (_, true) => said!(lang, "muộn {days} ngày", "{late} late"),
        (_, false) => said!(lang, "muộn {days} ngày (tính cả tiêu chí gửi riêng)", "{late} late (with criteria sent separately)"),
    };
    centre(day.into_iter().chain([words]).collect::<Vec<_>>().join("\n")).tone(Tone::Odd)
}

/// Says in a letter to a unit what it has to do itself; that others have to act is none of its tasks.
pub fn own_reminder(results: &Results<'_>, one: &Standing<'_>) -> String {
    match one.waits() {
        Waits::Appraisal | Waits::Answer => format!("{}{}", rest(one, results.lang), errors_left(one, results.lang)),
        Waits::Form | Waits::Corrections | Waits::Explanation | Waits::Nothing => reminder(results, one),
    }
}

/// Says what is left where nothing else is waited for of a unit.
fn rest(one: &Standing<'_>, lang: Lang) -> &'static str {
    if one.must_correct() && one.waits() != Waits::Corrections {
        lang.word("Đề nghị xem lại báo cáo.", "To look at the self-assessment again.")
    } else {
        lang.word("Không còn nội dung phải đôn đốc.", "No reminder is needed.")
    }
}

/// Says, behind what else a unit is told, that errors are left.
fn errors_left(one: &Standing<'_>, lang: Lang) -> String {
    let (number, counted) = (one.errors, many(one.errors, "error", "errors"));
    if one.is_closed() && one.sent && number > 0 {
        said!(
            lang,
            " Báo cáo tự đánh giá còn {number} lỗi, đã tính điểm theo quy định.",
            " The self-assessment still has {counted}, scored as the rules say."
        )
    } else if one.must_correct() && one.waits() != Waits::Corrections {
        said!(lang, " Còn {number} lỗi trong báo cáo tự đánh giá.", " The self-assessment still has {counted}.")
    } else {
        String::new()
    }
}

/// Says what to remind of, or who has to act.
fn reminder(results: &Results<'_>, one: &Standing<'_>) -> String {
    let lang = results.lang;
    let until = one.unit.deadlines.form.map(|day| date_in(day, lang));
    let until = until.map(|day| said!(lang, " (hạn {day})", " (due {day})")).unwrap_or_default();
    let (number, changed, open) = (one.errors, one.changed, one.open);
    let counted = many(number, "error", "errors");
    let errors = errors_left(one, lang);
    let words = match one.waits() {
        Waits::Form => said!(lang, "Đề nghị gửi báo cáo tự đánh giá{until}.", "To submit the self-assessment{until}."),
        Waits::Corrections => said!(
            lang,
            "Đề nghị khắc phục {number} lỗi trong báo cáo tự đánh giá và gửi lại.",
            "To correct {counted} in the self-assessment and submit it again."
        ),
        Waits::Appraisal if appraises(results) => {
            lang.word("Chờ cơ quan thẩm định ghi kết quả.", "Waits for the appraising agency to record its results.").into()
        }
        Waits::Nothing if !one.sent => lang
            .word(
                "Đợt đánh giá đã có kết quả cuối cùng; không đôn đốc gửi báo cáo nữa.",
                "The results are final; not reminded to submit any more.",
            )
            .into(),
        Waits::Appraisal | Waits::Nothing => rest(one, lang).into(),
        Waits::Answer => {
            let criteria = many(open, "criterion", "criteria");
            said!(
                lang,
                "Chờ cơ quan thẩm định xem xét giải trình {open} tiêu chí.",
                "Waits for the appraising agency to review explanations of {criteria}."
            )
        }
        Waits::Explanation if one.compared == changed => {
            let criteria = many(changed, "criterion that compares units has", "criteria that compare units have");
            said!(
                lang,
                "{changed} tiêu chí so sánh giữa các đơn vị có điểm thay đổi sau thẩm định; đề nghị giải trình hoặc thống nhất kết quả.",
                "{criteria} other points after the appraisal; to explain, or to accept the result."
            )
        }
        Waits::Explanation => {
            let criteria = many(changed, "criterion was", "criteria were");
            said!(
                lang,
                "{changed} tiêu chí có điểm thẩm định khác điểm tự đánh giá; đề nghị giải trình hoặc thống nhất kết quả.",
                "{criteria} whose appraised points differ from the claim; to explain, or to accept the result."
            )
        }
    };
    format!("{words}{errors}")
}
