//! How a list of a workbook is signed: what it is based on, who signs, who gets it. One place for the ranking and the awards.

use super::cell::text;
use super::documents::{bases_or_room, closed, recipients, title_of_head};
use super::page::{Block, NOWHERE, Page, Signature, Signatures, undated};
use crate::results::Results;
use crate::text::fold::bare;
use crate::text::{Lang, Words, said};

/// Rows between two signatures.
const BETWEEN: usize = 1;

/// Adds what the list is based on, a line each.
pub fn basis(page: &mut Page, results: &Results<'_>) {
    for line in closed(bases_or_room(results)) {
        page.paragraph(text(line).italic());
    }
}

/// Adds room for the signatures of the office, below them those of councils, and recipients.
pub fn close(page: &mut Page, results: &Results<'_>, councils: &[String]) {
    let lang = results.lang;
    page.gap();
    page.blocks.push(office(results));
    for council in councils {
        (0..BETWEEN).for_each(|_| page.gap());
        page.blocks.push(signed_by(council, lang));
    }
    to(page, results);
}

/// Adds room for the signatures of the office, then what a council says of the list with room for its own: a section by
/// itself, since it meets on another day; and recipients.
pub fn close_with_votes(page: &mut Page, results: &Results<'_>, council: &str, ballots: &str) {
    let lang = results.lang;
    page.gap();
    page.blocks.push(office(results));
    page.heading(said!(lang, "Kết quả xét của {council}", "Vote of {council}"));
    page.paragraph(text(ballots));
    page.gap();
    page.blocks.push(signed_by(council, lang));
    to(page, results);
}

/// Adds who gets the list.
fn to(page: &mut Page, results: &Results<'_>) {
    let lang = results.lang;
    page.gap();
    page.paragraph(text(lang.word("Nơi nhận:", "Recipients:")).bold().italic());
    for line in recipients(results.campaign, None, lang) {
        page.paragraph(text(line).size(11));
    }
}

/// Leaves room for the signatures of the office that makes the list.
fn office(results: &Results<'_>) -> Block {
    let (campaign, lang) = (results.campaign, results.lang);
    let sign = |title: &str, how: &str| Signature { title: title.to_uppercase(), how: how.into(), name: None };
    let name = campaign.signatory.as_ref().and_then(|who| who.name.clone());
    Block::Signatures(Signatures {
        // It is dated at its head.
        day: String::new(),
        left: sign(lang.word("NGƯỜI LẬP BIỂU", "PREPARED BY"), lang.word(SIGNED.0, SIGNED.1)),
        right: Signature { name, ..sign(&title_of_head(campaign, lang), lang.word("(Ký tên, đóng dấu)", "(signature and seal)")) },
    })
}

/// Leaves room for the signatures of a council, on the day on which it meets.
fn signed_by(council: &str, lang: Lang) -> Block {
    let how = lang.word(SIGNED.0, SIGNED.1);
    let sign = |title: String| Signature { title: title.to_uppercase(), how: how.into(), name: None };
    // Who signs for a council says which office it holds there. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    let named = bare(council).to_lowercase();
    let head = HEADS.iter().find(|(body, _)| named.starts_with(body)).map(|(_, head)| format!("\n{}", head.get(lang)));
    let head = head.unwrap_or_default();
    Block::Signatures(Signatures {
        day: undated(NOWHERE, lang),
        left: sign(lang.word("Thư ký", "Secretary").into()),
        right: sign(said!(lang, "TM. {council}{head}", "On behalf of {council}{head}")),
    })
}

/// How somebody signs who has no seal.
const SIGNED: (&str, &str) = ("(Ký, ghi rõ họ tên)", "(signature and full name)");

/// Who heads a body that advises, by the first words of its name without marks.
const HEADS: [(&str, Words); 4] = [
    ("hoi dong ", Words { vi: "Chủ tịch", en: "Chairperson" }),
    ("to ", Words { vi: "Tổ trưởng", en: "Head of the group" }),
    ("ban ", Words { vi: "Trưởng ban", en: "Head of the board" }),
    ("the emulation and commendation council", Words { vi: "Chủ tịch", en: "Chairperson" }),
];
