//! Công văn đôn đốc: to the units that have sent nothing, or have to correct what they sent.

use super::super::cell::{centre, count, text};
use super::super::document::{Document, OPEN, Part};
use super::super::page::Table;
use super::super::standing::{Phase, Standing, Waits, may_be_over, phase, standings};
use super::super::words::{many, sent};
use super::wording::{Sent, close, head, is_office, office};
use crate::assessment::addressed as addressed_as;
use crate::figure::date_in;
use crate::results::Results;
use crate::text::{Lang, said};

/// Most units that are addressed by name; more have a list below.
const NAMED: usize = 6;

/// Makes the document; nothing where nobody has to be reminded.
pub fn reminder_letter(results: &Results<'_>) -> Option<Document> {
    // The office sees for itself what it lacks.
    let all: Vec<_> = standings(results).into_iter().filter(|one| !is_office(results, one.unit)).collect();
    let absent: Vec<&Standing<'_>> = all.iter().filter(|one| one.waits() == Waits::Form).collect();
    let wrong: Vec<&Standing<'_>> = all.iter().filter(|one| one.must_correct()).collect();
    if absent.is_empty() && wrong.is_empty() {
        return None;
    }
    let (campaign, lang, sent_by) = (results.campaign, results.lang, office(results.campaign));
    let year = campaign.year;
    let about = said!(
        lang,
        "V/v đôn đốc gửi, hoàn thiện báo cáo tự đánh giá Chỉ số cải cách hành chính năm {year}",
        "Re: submitting and completing self-assessments for the Public Administration Reform Index (PAR Index), {year}"
    );
    let mut document = Document::new(said!(lang, "Công văn {about}", "Official letter. {about}"), results);
    head(&mut document, campaign, "……-……", Some(about));
    document.add(Part::To(addressed(&absent, &wrong, lang)));
    let due = campaign.deadline.map(|day| date_in(day, lang));
    let due = due.map(|day| said!(lang, ", hạn gửi báo cáo tự đánh giá ngày {day}", ", with self-assessments due by {day}"));
    // Of some of them something came; the table says what.
    let unread = absent.iter().filter(|one| came(one, results)).count();
    let (due, silent, faulty) = (due.unwrap_or_default(), absent.len() - unread, wrong.len());
    let [units, unread_units, others] = [silent, unread, faulty].map(|number| many(number, "unit has", "units have"));
    let behind = [
        (silent, said!(lang, "{silent} đơn vị chưa gửi báo cáo tự đánh giá", "{units} not submitted a self-assessment")),
        (
            unread,
            said!(
                lang,
                "{unread} đơn vị đã gửi báo cáo tự đánh giá nhưng chưa chấm được",
                "{unread_units} submitted a self-assessment that can't be scored yet"
            ),
        ),
        (faulty, said!(lang, "{faulty} đơn vị đã gửi nhưng còn lỗi phải khắc phục", "{others} submitted one with errors to correct")),
    ];
    let behind = behind.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect::<Vec<_>>();
    let (behind, carried_out) = (behind.join(lang.word(", ", " and ")), &campaign.title);
    let alone = match (silent, unread, faulty) {
        (1, 0, 0) => Some(lang.word("đơn vị chưa gửi báo cáo tự đánh giá", "the unit has not submitted a self-assessment")),
        (0, 1, 0) => Some(
            lang.word("báo cáo tự đánh giá của đơn vị chưa chấm được", "the self-assessment that the unit submitted can't be scored yet"),
        ),
        (0, 0, 1) => Some(lang.word(
            "báo cáo tự đánh giá của đơn vị còn lỗi phải khắc phục",
            "the self-assessment that the unit submitted has errors to correct",
        )),
        _ => None,
    };
    document.paragraph(match alone {
        Some(alone) => said!(lang, "Thực hiện “{carried_out}”{due}; đến nay {alone}.", "In “{carried_out}”{due}, {alone} so far."),
        None => said!(lang, "Thực hiện “{carried_out}”{due}; qua tổng hợp, còn {behind}.", "In “{carried_out}”{due}, {behind}."),
    });
    let who = if absent.len() + faulty == 1 {
        lang.word("đơn vị", "the unit")
    } else {
        lang.word("các cơ quan, đơn vị", "the agencies and units")
    };
    document.paragraph(said!(
        lang,
        "Để bảo đảm tiến độ chấm điểm, {sent_by} đề nghị {who} thực hiện các nội dung sau:",
        "To keep the scoring on schedule, {sent_by} asks {who} to do the following:"
    ));
    document.table("", &[7, 40, 15, 38], table(&absent, &wrong, results));
    if !wrong.is_empty() {
        document.paragraph(lang.word(
            "Từng lỗi và cách khắc phục nêu trong báo cáo kết quả kiểm tra gửi kèm. Đơn vị sửa trên biểu đã gửi và gửi lại toàn bộ biểu.",
            "Each error, and how to correct it, is set out in the attached report of findings. Units correct the form that they submitted, and submit the whole form again.",
        ));
    }
    document.paragraph(said!(lang, "Đề nghị gửi về {sent_by} trước ngày {OPEN}.", "Please submit to {sent_by} before {OPEN}."));
    document.paragraph(said!(
        lang,
        "{sent_by} đề nghị {who} quan tâm phối hợp thực hiện./.",
        "{sent_by} counts on the cooperation of {who}./."
    ));
    close(&mut document, campaign, Sent::ToUnit);
    Some(document)
}

/// Tells whether somebody is reminded who perhaps should not be: only whoever runs the campaign knows whether it is over.
pub fn may_be_past_reminding(results: &Results<'_>) -> bool {
    may_be_over(results) && reminder_letter(results).is_some()
}

/// Tells whether somebody would be reminded, were the campaign not over.
pub fn is_past_reminding(results: &Results<'_>) -> bool {
    let is_behind = |one: &Standing<'_>| !is_office(results, one.unit) && (!one.sent || one.errors > 0);
    phase(results) == Phase::Over && standings(results).iter().any(is_behind)
}

/// Lists to whom it goes.
fn addressed(absent: &[&Standing<'_>], wrong: &[&Standing<'_>], lang: Lang) -> Vec<String> {
    if absent.len() + wrong.len() > NAMED {
        let listed = lang.word("Các cơ quan, đơn vị có tên trong danh sách dưới đây", "The agencies and units in the list below");
        return vec![listed.into()];
    }
    absent.iter().chain(wrong).map(|one| addressed_as(&one.unit.name)).collect()
}

/// Makes the table of what each unit has to do.
fn table(absent: &[&Standing<'_>], wrong: &[&Standing<'_>], results: &Results<'_>) -> Table {
    let lang = results.lang;
    let heads = [("STT", "No."), ("Đơn vị", "Unit"), ("Hạn gửi", "Due"), ("Nội dung", "What to do")];
    let mut table = Table::new(lang.each(heads).map(centre));
    for (n, one) in absent.iter().chain(wrong).enumerate() {
        let words = asked_of(one, results);
        let due = one.unit.deadlines.form.map(|day| date_in(day, lang)).unwrap_or_default();
        table.row([count(n + 1), text(&one.unit.name), centre(due), text(words)]);
    }
    table
}

/// Tells whether anything came of a unit.
fn came(one: &Standing<'_>, results: &Results<'_>) -> bool {
    results.cards.get(&one.unit.id).is_some_and(|card| card.content.is_some())
}

/// Says what a unit has to do: send its form, or correct it.
pub fn asked_of(one: &Standing<'_>, results: &Results<'_>) -> String {
    let lang = results.lang;
    if one.sent {
        let (number, errors) = (one.errors, many(one.errors, "error", "errors"));
        said!(
            lang,
            "Khắc phục {number} lỗi trong báo cáo tự đánh giá và gửi lại",
            "Correct {errors} in the self-assessment and submit it again"
        )
    } else {
        let said = sent(results.cards.get(&one.unit.id), lang);
        let (again, again_en) = if came(one, results) { (" lại", " again") } else { ("", "") };
        said!(
            lang,
            "{said}; đề nghị gửi{again} báo cáo tự đánh giá kèm tài liệu kiểm chứng",
            "{said}; submit the self-assessment{again_en} with its evidence"
        )
    }
}
