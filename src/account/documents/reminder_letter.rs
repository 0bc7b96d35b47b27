//! Công văn đôn đốc: to the units that have sent nothing, or have to correct what they sent.

use super::super::cell::{centre, count, text};
use super::super::document::{Document, OPEN, Part};
use super::super::page::Table;
use super::super::standing::{Standing, Waits, standings};
use super::super::words::sent;
use super::wording::{close, head, office};
use crate::figure::date_vi;
use crate::results::Results;

/// Most units that are addressed by name; more have a list below.
const NAMED: usize = 6;

/// Makes the document; nothing where nobody has to be reminded.
pub fn reminder_letter(results: &Results<'_>) -> Option<Document> {
    let all = standings(results);
    let of = |waits: Waits| all.iter().filter(|one| one.waits() == waits).collect::<Vec<_>>();
    let (absent, wrong) = (of(Waits::Form), of(Waits::Corrections));
    if absent.is_empty() && wrong.is_empty() {
        return None;
    }
    let (campaign, sent_by) = (results.campaign, office(results.campaign));
    let about = format!("V/v đôn đốc gửi, hoàn thiện báo cáo tự đánh giá Chỉ số cải cách hành chính năm {}", campaign.year);
    let mut document = Document::new(format!("Công văn {about}"), results);
    head(&mut document, campaign, "……-……", Some(about));
    document.add(Part::To(addressed(&absent, &wrong)));
    let due = campaign.deadline.map(|day| format!(", hạn gửi báo cáo tự đánh giá ngày {}", date_vi(day))).unwrap_or_default();
    let behind = [(absent.len(), "đơn vị chưa gửi báo cáo tự đánh giá"), (wrong.len(), "đơn vị đã gửi nhưng còn lỗi phải khắc phục")];
    let behind = behind.iter().filter(|(number, _)| *number > 0).map(|(number, words)| format!("{number} {words}"));
    let behind = behind.collect::<Vec<_>>().join(", ");
    document.paragraph(format!("Thực hiện “{}”{due}; qua tổng hợp, còn {behind}.", campaign.title));
    let who = if absent.len() + wrong.len() == 1 { "đơn vị" } else { "các cơ quan, đơn vị" };
    document.paragraph(format!("Để bảo đảm tiến độ chấm điểm, {sent_by} đề nghị {who} thực hiện các nội dung sau:"));
    document.table("", &[7, 40, 15, 38], table(&absent, &wrong, results));
    if !wrong.is_empty() {
        document.paragraph(
            "Từng lỗi và cách khắc phục nêu trong báo cáo kết quả kiểm tra gửi kèm. Đơn vị sửa trên biểu đã gửi và gửi lại toàn bộ biểu.",
        );
    }
    document.paragraph(format!("Đề nghị gửi về {sent_by} trước ngày {OPEN}."));
    document.paragraph(format!("{sent_by} đề nghị {who} quan tâm phối hợp thực hiện./."));
    close(&mut document, campaign, "Như trên");
    Some(document)
}

/// Lists to whom it goes.
fn addressed(absent: &[&Standing<'_>], wrong: &[&Standing<'_>]) -> Vec<String> {
    if absent.len() + wrong.len() > NAMED {
        return vec!["Các cơ quan, đơn vị có tên trong danh sách dưới đây".into()];
    }
    absent.iter().chain(wrong).map(|one| one.unit.name.clone()).collect()
}

/// Makes the table of what each unit has to do.
fn table(absent: &[&Standing<'_>], wrong: &[&Standing<'_>], results: &Results<'_>) -> Table {
    let mut table = Table::new(["STT", "Đơn vị", "Hạn gửi", "Nội dung"].map(centre));
    for (n, one) in absent.iter().chain(wrong).enumerate() {
        let words = if one.sent {
            format!("Khắc phục {} lỗi trong báo cáo tự đánh giá và gửi lại", one.errors)
        } else {
            format!("{}; gửi báo cáo tự đánh giá kèm tài liệu kiểm chứng", sent(results.cards.get(&one.unit.id), results.lang))
        };
        let due = one.unit.deadlines.form.map(date_vi).unwrap_or_default();
        table.row([count(n + 1), text(&one.unit.name), centre(due), text(words)]);
    }
    table
}
