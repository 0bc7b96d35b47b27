//! A best level that joins several demands: what a unit gets that meets all of them but one.

use crate::convert::line::Case;
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::{GAP, MEASURED};
use crate::text;

use super::acts::acts_in;
use super::demand::{Demand, Kind, demands, end_in_brackets, telling, words_of};
use super::said::{Other, Said};

/// Asks what a unit gets that meets all that the best level joins but one, where some level parts them and none holds that: “trực tiếp
/// phụ trách và chủ trì ít nhất 02 cuộc họp: 1; chủ trì 01 cuộc họp: 0,5; không chủ trì: 0”.
pub fn open_but_one(asked: &Asked<'_>, cases: &[&Case], told: usize, doubts: &mut Vec<Doubt>) {
    let whole = |case: &&Case| {
        case.is_full(asked.words.max) && !case.is_nothing_to_do() && !case.is_rest() && !case.says(&["hoặc"]) && case.days.is_none()
    };
    let joined = cases.iter().copied().filter(|case| whole(case)).map(|case| (case, demands(case)));
    let Some((best, all)) = joined.into_iter().find(|(_, all)| all.len() > 1) else { return };
    let named = |demand: &Demand| demand.kind == Kind::Result && demand.own.iter().all(|word| words_of(asked.words.name).contains(word));
    let others: Vec<Other<'_>> =
        cases.iter().filter(|case| **case != best && !case.is_nothing_to_do()).map(|case| Other::read(case, best, &all)).collect();
    let parts = |other: &Other<'_>| !other.closes && other.said.contains(&Said::Unmet);
    let Some(denied) =
        others.iter().filter(|other| parts(other)).filter_map(|other| other.said.iter().position(|said| *said == Said::Unmet)).min()
    else {
        return;
    };
    // What is asked of how it is done already says so.
    let settled = doubts.iter().skip(told).any(|(code, _)| *code == &GAP);
    let open: Vec<&str> = all
        .iter()
        .enumerate()
        .filter(|(at, demand)| {
            // Without the thing nothing is made of it, and well done is done; a verb alone comes before the next.
            let depends = |next: &Demand| next.behind;
            let done = !matches!(demand.kind, Kind::Time | Kind::Quality);
            let before = done && all.get(at + 1).is_some_and(depends) || demand.kind == Kind::Bare && *at < denied;
            let how = matches!(demand.kind, Kind::Time | Kind::Quality) && settled;
            let summed = demand.kind == Kind::Quality && sums_up(&demand.said);
            // Beside its denial alone, brackets only say what the act is.
            let explained = others.len() == 1 && end_in_brackets(&best.label).is_some_and(|(_, inside)| inside.contains(&demand.said));
            // “Không có sai phạm phát hiện qua thanh tra, kiểm tra, kiểm toán” lists who looked.
            let looked = best.label.find(" qua ").is_some_and(|at| best.label.find(demand.said.as_str()).is_some_and(|said| said > at))
                && best.begins(&["không"]);
            !before && !looked && !explained && !summed && !how && !named(demand) && !others.iter().any(|other| other.takes(*at))
        })
        .map(|(_, demand)| demand.said.as_str())
        .filter(|said| {
            !doubts.iter().any(|(code, told)| *code == &GAP && told.vi.to_lowercase().contains(&format!("“{}”", said.to_lowercase())))
        })
        .collect();
    if open.is_empty() {
        return;
    }
    let (name, vi, en) = (asked.words.name, open.join("”, chỉ không đạt “"), open.join("”, or only “"));
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng chưa quy định trường hợp chỉ không đạt “{vi}” thì được bao nhiêu điểm",
            "“{name}”: the table doesn't say what a case gives that lacks only “{en}”"
        ),
    ));
}

/// Tells whether a quality says no more than that all is as it should be: “đúng quy định”, not “đúng mẫu quy định”.
fn sums_up(quality: &str) -> bool {
    const NO_MORE: [&str; 15] =
        ["đúng", "đủ", "đầy", "theo", "quy", "định", "của", "pháp", "luật", "hiện", "hành", "bảo", "đảm", "các", "với"];
    quality.contains("quy định") && words_of(quality).iter().all(|word| NO_MORE.contains(&word.as_str()))
}

/// Asks of a further act that only the best step of a rate counts, where another says the first alone: “100% hồ sơ được số hóa và ký số;
/// từ 80% hồ sơ được số hóa”.
pub fn counted_by_some(asked: &Asked<'_>, cases: &[&Case], doubts: &mut Vec<Doubt>) {
    let full = |case: &&&Case| case.is_full(asked.words.max) && !case.says(&["hoặc"]);
    let Some((best, all)) = cases.iter().filter(full).map(|case| (*case, demands(case))).find(|(_, all)| all.len() > 1) else { return };
    let figure = all.iter().find(|demand| demand.kind == Kind::Figure);
    let further = all.iter().find(|demand| matches!(demand.kind, Kind::Act | Kind::Bare) && !demand.behind);
    let Some((figure, further)) = figure.zip(further) else { return };
    let words = |text: &str| format!(" {} ", words_of(text).join(" "));
    let (own, other) = (acts_in(&figure.said), acts_in(&further.said));
    let says = |case: &Case, acts: &[&str]| acts.iter().any(|act| words(&case.label).contains(&format!(" {act} ")));
    let only = |case: &&&Case| **case != best && case.condition.is_some() && says(case, &own) && !says(case, &other);
    // “Kiểm tra từ 30% đơn vị (có kết luận); từ 20% đến dưới 30%”: the figure is of those with the words in brackets.
    let bracketed = end_in_brackets(&best.label).is_some_and(|(_, inside)| inside.contains(&further.said));
    let silent = |case: &&Case| {
        let told = telling(&case.label);
        **case != *best && case.condition.is_some() && !case.gives_nothing() && !further.own.iter().any(|word| told.contains(word))
    };
    if own.iter().any(|act| !other.contains(act)) && cases.iter().any(|case| only(&case)) || bracketed && cases.iter().any(silent) {
        let (name, part) = (asked.words.name, &further.said);
        doubts.push((
            &MEASURED,
            text!(
                "“{name}”: chỉ một số mức ghi “{part}”; tạm tính cùng một tỷ lệ ở mọi mức",
                "“{name}”: only some of the levels say “{part}”; the same rate counts for all of them for now"
            ),
        ));
    }
}
