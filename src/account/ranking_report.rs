//! `bao-cao-xep-hang.xlsx`: places and analysis.

use super::page::Book;
use super::words::peopled;
use super::{
    certainty, chart, comparison, digest, exchange, group, matrix, not_applicable, over_claim, overview, pictures, proposals, published,
    rules, signed_ranking, strengths, survey,
};
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::said;

/// Makes the book.
pub fn ranking_report(results: &Results<'_>) -> Book {
    let (lang, year) = (results.lang, results.campaign.year);
    let title =
        said!(lang, "Báo cáo xếp hạng Chỉ số cải cách hành chính năm {year}", "Ranking by the Public Administration Reform Index, {year}");
    let mut book = Book::new(title, results);
    book.pages.push(digest::page(results));
    book.pages.push(overview::page(results));
    book.pages.push(signed_ranking::page(results));
    book.pages.extend(peopled(results).map(|ranking| group::page(ranking, results)));
    book.pages.extend(chart::page(results));
    book.pages.extend(results.ranking.groups.iter().filter_map(|ranking| pictures::page(ranking, results)));
    // A group of which nobody sent anything has nothing to look at, and what one unit alone came to stands in its own report.
    let is_scored = |ranking: &&GroupRanking| ranking.submitted() > 0;
    for ranking in results.ranking.groups.iter().filter(is_scored) {
        if let Some(set) = results.sets.get(&ranking.group.set) {
            if ranking.submitted() > 1 {
                book.pages.push(matrix::areas(ranking, set, results));
                book.pages.push(matrix::criteria(ranking, set, results));
                book.pages.extend(certainty::page(ranking, set, results));
                book.pages.extend(comparison::page(ranking, set, results));
                book.pages.extend(strengths::page(ranking, set, results));
            }
            if ranking.counted > 0 {
                book.pages.extend(published::pages(ranking, set, results));
            }
        }
    }
    book.pages.extend(over_claim::page(results));
    book.pages.extend(survey::page(results));
    book.pages.extend(exchange::page(results));
    book.pages.extend(not_applicable::page(results));
    book.pages.extend(proposals::page(results));
    for (n, set) in results.sets.values().enumerate() {
        let number = n + 1;
        let name = if results.sets.len() > 1 {
            said!(lang, "Phụ lục {number} quy tắc chấm", "Annex {number} scoring rules")
        } else {
            lang.word("Phụ lục quy tắc chấm", "Annex scoring rules").into()
        };
        book.pages.push(rules::page(&name, set, results));
    }
    book
}
