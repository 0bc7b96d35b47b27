//! The general assessment in the report on results: what came out well and what did not, with the figures behind.

use super::super::document::Document;
use super::super::over_claim::too_high;
use super::super::strengths::{Came, alike_beyond, best_apart, by_area, came, named_units, worst};
use super::super::words::{capital, index_under, many, name_with_mark, peopled};
use super::wording::group;
use crate::criteria::CriteriaSet;
use crate::ranking::GroupRanking;
use crate::results::Results;
use crate::text::{Lang, said};

/// Criteria that are named at each end of a group.
const NAMED: usize = 5;
/// Units that are named beside a criterion.
const UNITS: usize = 5;

/// Says what came out well and what did not, with the figures behind.
pub fn judged(document: &mut Document, results: &Results<'_>) {
    let known = peopled(results).filter_map(|ranking| Some((ranking, results.sets.get(&ranking.group.set)?)));
    let groups: Vec<(&GroupRanking, &CriteriaSet, Vec<Came<'_>>)> =
        known.map(|(ranking, set)| (ranking, set, came(ranking, set, results))).collect();
    let lang = results.lang;
    if !results.ranking.ranks_anybody() {
        document.paragraph(lang.word("Chưa có đơn vị nào được xếp hạng để đánh giá.", "No unit is ranked yet that could be assessed."));
        return;
    }
    document.subheading(lang.word("1. Kết quả đạt được", "1. Achievements"));
    for (ranking, set, came) in &groups {
        let (criteria, alike) = best_apart(came, NAMED);
        let highest = End { criteria, alike: by_area(&alike, came, (ranking, set), lang), words: lang.word("cao nhất", "highest") };
        add(document, highest, ranking, lang, |one| strong(one, ranking, lang));
    }
    document.subheading(lang.word("2. Tồn tại, hạn chế", "2. Shortcomings"));
    let of_all = shortcomings(results);
    if !of_all.is_empty() {
        document.paragraph(lang.word("Chung:", "In general:"));
    }
    for words in of_all {
        document.item(words);
    }
    for (ranking, _, came) in &groups {
        let criteria: Vec<&Came<'_>> = worst(came, NAMED).into_iter().filter(|one| one.full < one.units).collect();
        let alike = alike_beyond(came, &criteria, ranking, lang);
        let lowest = End { criteria, alike, words: lang.word("thấp nhất", "lowest") };
        add(document, lowest, ranking, lang, |one| weakness(one, ranking, results));
    }
}

/// Criteria at one end of a group.
struct End<'c, 'a> {
    criteria: Vec<&'c Came<'a>>,
    /// What is said of others that came out alike.
    alike: Option<String>,
    /// Which end it is.
    words: &'static str,
}

/// Adds the criteria at one end of a group, each as `said`, and what is said of others that came out alike.
fn add(document: &mut Document, end: End<'_, '_>, ranking: &GroupRanking, lang: Lang, said: impl Fn(&Came<'_>) -> String) {
    let End { criteria, alike, words } = end;
    if criteria.is_empty() && alike.is_none() {
        return;
    }
    let name = capital(&group(&ranking.group.name, lang));
    document.paragraph(if ranking.counted == 1 {
        said!(lang, "{name}: các tiêu chí có chỉ số {words}:", "{name}: criteria with the {words} index:")
    } else {
        said!(lang, "{name}: các tiêu chí có chỉ số trung bình {words}:", "{name}: criteria with the {words} mean index:")
    });
    for one in &criteria {
        document.item(said(one));
    }
    if let Some(words) = alike {
        document.item(words);
    }
}

/// Names a criterion with its mean.
fn named(one: &Came<'_>, ranking: &GroupRanking, lang: Lang) -> String {
    let (id, name, mean) = (one.id(lang), one.name(lang), ranking.group.rounding.spelled(&one.index, lang));
    if ranking.counted == 1 {
        return said!(lang, "Tiêu chí {id} “{name}”: chỉ số {mean}%", "Criterion {id} “{name}”: index {mean}%");
    }
    said!(lang, "Tiêu chí {id} “{name}”: chỉ số trung bình {mean}%", "Criterion {id} “{name}”: mean index {mean}%")
}

/// Says how well a criterion came out.
fn strong(one: &Came<'_>, ranking: &GroupRanking, lang: Lang) -> String {
    let (full, units) = (one.full, one.units);
    // What one unit alone came to says no more than its index.
    let reached = if full > 0 && ranking.counted > 1 {
        let (whom, whose) = applied(one, ranking);
        said!(lang, "; {full}/{units} đơn vị{whom} đạt điểm tối đa", "; {full} of {units} units{whose} have full points")
    } else {
        String::new()
    };
    format!("{}{reached}.", named(one, ranking, lang))
}

/// Says of units that they are those that a criterion applies to, where it does not apply to all.
fn applied(one: &Came<'_>, ranking: &GroupRanking) -> (&'static str, &'static str) {
    if one.units < ranking.counted { (" có áp dụng", " that it applies to") } else { ("", "") }
}

/// Says how badly a criterion came out.
fn weakness(one: &Came<'_>, ranking: &GroupRanking, results: &Results<'_>) -> String {
    let lang = results.lang;
    let (named, short, without, of) = (named(one, ranking, lang), one.units - one.full, one.none.len(), one.units);
    if ranking.counted == 1 {
        return format!("{named}.");
    }
    let (whom, whose) = applied(one, ranking);
    if one.none.is_empty() {
        return said!(
            lang,
            "{named}; {short}/{of} đơn vị{whom} chưa đạt điểm tối đa.",
            "{named}; {short} of {of} units{whose} fell short of full points."
        );
    }
    let names = named_units(&one.none, UNITS, results);
    said!(
        lang,
        "{named}; {without}/{of} đơn vị{whom} không có điểm ({names}).",
        "{named}; {without} of {of} units{whose} have no points ({names})."
    )
}

/// Says what was wrong over all units.
fn shortcomings(results: &Results<'_>) -> Vec<String> {
    let lang = results.lang;
    let mut told = Vec::new();
    if let Some(threshold) = &results.campaign.reports.threshold {
        let under: Vec<String> = results
            .ranking
            .groups
            .iter()
            .flat_map(|ranking| ranking.rows.iter().map(move |row| (ranking.group.rounding, row)))
            .filter(|(rounding, row)| index_under(threshold, row, *rounding, results).is_some())
            .map(|(_, row)| name_with_mark(results, row))
            .collect();
        if !under.is_empty() {
            let (number, units) = (under.len(), many(under.len(), "unit has", "units have"));
            let (least, under) = (threshold.plain_in(lang), under.join("; "));
            told.push(said!(lang, "{number} đơn vị có chỉ số dưới {least}%: {under}.", "{units} an index under {least}%: {under}."));
        }
    }
    let number = too_high(results).len();
    if number > 0 {
        let units = many(number, "unit", "units");
        told.push(said!(
            lang,
            "{number} đơn vị tự chấm cao hơn kết quả công nhận ở ít nhất một tiêu chí.",
            "{units} claimed more than was accepted for at least one criterion."
        ));
    }
    told
}
