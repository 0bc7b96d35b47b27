//! A rule line of a decision, taken apart into clauses. Each is read whole, or it is [`Clause::Unknown`].

mod agency;
mod arithmetic;
mod beside;
mod beside_nothing;
mod bounds;
mod brackets;
mod case;
mod clause;
mod counts_for;
mod days;
mod describe;
mod each;
mod gives;
mod governed;
mod lead;
mod less_taken;
mod limit;
mod means;
mod months;
mod others;
mod part_of_step;
mod quotient;
mod ranking;
mod respelt;
mod rounding;
mod scorer;
mod segments;
mod spelt;
mod symbols;
mod worded;
mod words;

pub use self::agency::{is_of_some_units, is_one_body, named_body};
pub use self::arithmetic::{Expression, RateOf, SYSTEMS, Sign, Straight};
pub use self::beside::{limits, only_points_at};
pub use self::bounds::{Condition, Side};
pub use self::brackets::{in_brackets, without_brackets};
pub use self::clause::{Case, Clause, Each, Limit, PartOfStep, Scorer, Slope, WordedClause};
pub use self::days::Span;
pub use self::describe::{is_index, telling, turns};
pub use self::gives::Gives;
pub use self::others::{capital, fraction, lowered};
pub use self::ranking::is_of_ranking;
pub use self::scorer::{is_supplied, is_survey, is_survey_area, is_survey_name, judged_by_name, scored_by_name};
pub use self::spelt::narrows;
pub use self::worded::letters_explained;

use self::segments::{lettered, parted, segment};
use self::words::{Line, Phrase};
use crate::points::Points;
use crate::yaml::Amount;

/// Most letters of a line that are looked at; a longer one is not a rule.
const LONGEST: usize = 2_000;

/// Takes a line apart. Where words are left over, it is tried once more in others that say the same.
pub fn clauses(text: &str) -> Vec<WordedClause> {
    if text.chars().count() > LONGEST {
        return as_spelt(text);
    }
    let understood = |found: &Vec<WordedClause>| found.iter().all(|said| said.clause != Clause::Unknown);
    let settled = respelt::settled(text).filter(|other| understood(&as_spelt(other)));
    let text = settled.as_deref().unwrap_or(text);
    let own = as_spelt(text);
    if understood(&own) {
        return own;
    }
    let narrowed = || {
        let (rest, kept) = brackets::narrowing(text)?;
        let mut found = as_spelt(&rest);
        found.push(kept);
        Some(found)
    };
    respelt::respelt(text).map(|other| as_spelt(&other)).filter(understood).or_else(|| narrowed().filter(understood)).unwrap_or(own)
}

/// Takes a line apart as its words stand.
fn as_spelt(text: &str) -> Vec<WordedClause> {
    if text.chars().count() > LONGEST {
        return vec![WordedClause { clause: Clause::Unknown, text: text.to_owned() }];
    }
    if let Some((rest, who)) = brackets::told_apart(text) {
        let mut found = as_spelt(&rest);
        found.push(who);
        return found;
    }
    if let Some((rest, note)) = brackets::reference(text) {
        let mut found = as_spelt(&rest);
        found.push(note);
        return found;
    }
    if let Some((rest, due)) = brackets::due(text) {
        let mut found = as_spelt(&rest);
        let clause = due.beside(&found);
        if clause == Clause::Remark && due.restore(&mut found) {
            return found;
        }
        found.push(WordedClause { clause, text: due.text });
        return found;
    }
    // “Chỉ số SIPAS (%)” is measured in per cent.
    let plain = text.contains("(%)").then(|| text.replace("(%)", "%"));
    let written = [plain, brackets::unbracketed(text), symbols::as_letters(text), means::as_things_in_a_time(text)]
        .into_iter()
        .flatten()
        .map(|other| read(&other));
    let understood = |found: &Vec<WordedClause>| found.iter().all(|said| said.clause != Clause::Unknown);
    // “b/a < 0,6: 0 (a: tổng số hồ sơ; b: số hồ sơ được số hóa)” says what its letters are.
    let explained = |found: &Vec<WordedClause>| found.iter().filter(|said| matches!(said.clause, Clause::Letter(..))).count() > 1;
    if let Some(found) = brackets::unbracketed(text).map(|other| read(&other)).filter(|found| understood(found) && explained(found)) {
        return found;
    }
    let own = read(text);
    // “Trong tháng 01/2026” that bounds no day is a word of its label.
    let dated = |found: &[WordedClause]| found.iter().any(|said| matches!(&said.clause, Clause::Case(case) if case.days.is_some()));
    if let Some((other, months)) = months::as_days(text) {
        let mut days = read(&other);
        if understood(&days) && dated(&days) {
            months::restore(&mut days, &months);
            return days;
        }
    }
    if understood(&own) {
        return own;
    }
    // “(Riêng Thanh tra tỉnh không đánh giá)” says nothing of who judges.
    let excused = brackets::excuses(text);
    let denies = |said: &WordedClause| matches!(&said.clause, Clause::Case(case) if case.says(&["không", "chưa"]));
    let cases = |found: &[WordedClause]| found.iter().any(denies);
    let fits = |found: &Vec<WordedClause>| understood(found) && (excused.is_none() || cases(found));
    written.into_iter().find(fits).or_else(|| Some(vec![excused.clone()?])).unwrap_or(own)
}

/// Takes a line apart as it stands.
fn read(text: &str) -> Vec<WordedClause> {
    let line = Line::new(text);
    let whole = bulleted(line.phrase());
    let mut found = Vec::new();
    for sentence in sentences(whole) {
        let sentence = lettered(sentence);
        let mut said = parted(sentence).or_else(|| segment(sentence)).unwrap_or_else(|| unknown(sentence));
        // A limit that is a sentence by itself is one of all that stands before it.
        if let [WordedClause { clause: Clause::Limit(limit), .. }] = said.as_mut_slice()
            && let Limit::MostTaken(most) = limit
        {
            *limit = Limit::TotalTaken(most.clone());
        }
        found.extend(said);
    }
    found
}

/// Lists the points that the cases of a line give.
pub fn points_given(text: &str) -> Vec<Points> {
    let given = |said: WordedClause| match said.clause {
        Clause::Case(Case { gives: Gives::Amount(Amount::Points(points), _), .. }) | Clause::Maximum(points) => Some(points),
        Clause::Case(Case { gives: Gives::Taken(Amount::Points(points)) | Gives::Added(Amount::Points(points)), .. }) => Some(points),
        Clause::Unknown => match alone(&said.text, "x") {
            Some(Case { gives: Gives::Taken(Amount::Points(points)) | Gives::Added(Amount::Points(points)), .. }) => Some(points),
            _ => None,
        },
        _ => None,
    };
    clauses(text).into_iter().filter_map(given).collect()
}

/// Reads “trừ 2 điểm” below a name that says for what; `None` where the words say more.
pub fn alone(text: &str, name: &str) -> Option<Case> {
    let line = Line::new(text);
    let given = gives::gives(line.phrase().trimmed(), false).filter(|given| matches!(given, Gives::Taken(_) | Gives::Added(_)))?;
    let words = Line::new(name).phrase().words();
    Some(Case { label: name.to_owned(), words, condition: None, days: None, gives: given, marked: true })
}

/// Tells whether a line says nothing but that so many points are added or taken: “Cộng 01 điểm” beside 1.
pub fn says_only(text: &str, beside: &Points) -> bool {
    alone(text, "x").is_some_and(|case| match &case.gives {
        Gives::Taken(Amount::Points(points)) | Gives::Added(Amount::Points(points)) => *points == beside.abs(),
        _ => false,
    })
}

/// Reads “01 vụ việc: trừ 0,5 điểm” as a case of exactly so many.
pub fn as_case(text: &str) -> Option<Case> {
    let line = Line::new(text);
    case::case(bulleted(line.phrase()))
}

/// Gives the most that a line gives or takes, where it says it: “tối đa 3 điểm”.
pub fn most_given(text: &str) -> Option<Points> {
    clauses(text).into_iter().find_map(|said| match said.clause {
        Clause::Limit(
            Limit::Most(Amount::Points(points)) | Limit::MostTaken(Amount::Points(points)) | Limit::TotalTaken(Amount::Points(points)),
        ) => Some(points),
        _ => None,
    })
}

/// Tells whether a line says by itself what it gives.
pub fn gives_something(text: &str) -> bool {
    clauses(text).iter().any(|said| !matches!(said.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Unknown))
}

/// Tells whether a line says other points than those beside it: “có kế hoạch: 1 điểm” beside 2.
pub fn contradicts(text: &str, beside: &Points) -> bool {
    let said = clauses(text);
    // “Tỷ lệ hoàn thành = 100%” says how much was reached, and the cell beside it what that gives.
    let rate = ["tỷ lệ", "tỉ lệ"].iter().any(|word| text.trim().to_lowercase().starts_with(word));
    let other = |said: &WordedClause| match &said.clause {
        Clause::Case(Case { gives: Gives::Amount(Amount::Share(_), None), .. }) => rate,
        Clause::Case(Case { gives: Gives::Amount(Amount::Points(points), None), .. }) => points != beside,
        Clause::Case(Case { gives: Gives::Amount(_, Some(penalty)), .. }) => penalty != &beside.abs(),
        Clause::Heading | Clause::Remark | Clause::Note => true,
        _ => false,
    };
    gives_something(text) && said.iter().all(other)
}

/// Tells whether a line says who scores or supplies, or that people are asked.
pub fn says_who(text: &str) -> bool {
    let by_somebody = |text: &str| ["khảo sát", "đánh giá"].iter().any(|word| text.starts_with(word)) && text.contains(" do ");
    is_survey(text)
        || by_somebody(&text.to_lowercase())
        || clauses(text).iter().any(|one| matches!(one.clause, Clause::Scorer(_) | Clause::Supplied(_)))
}

/// Tells whether a line takes points.
pub fn takes(text: &str) -> bool {
    let line = Line::new(text);
    line.phrase().has(&["trừ điểm", "bị trừ", "trừ"]) && !line.phrase().has(&["loại trừ", "trừ trường hợp"])
}

/// Tells whether a line adds points.
pub fn adds(text: &str) -> bool {
    let line = Line::new(text);
    line.phrase().has(&["cộng điểm", "được cộng", "cộng thêm", "cộng", "thưởng điểm", "điểm thưởng", "được thưởng"])
}

/// Takes a bullet off the front, also one that is a letter: `- `, `a) `.
fn bulleted(phrase: Phrase<'_>) -> Phrase<'_> {
    if phrase.is_minus(0) && phrase.says_any(2, &["điểm", "đ"]) > 0 {
        return phrase;
    }
    let rest = phrase.without_front(&["-", "+", "×"]);
    let short = rest.word(0).is_some_and(|word| word.chars().count() == 1) || rest.number(0).is_some();
    let closed = rest.sign(1) == Some(')') || (rest.number(0).is_some() && rest.sign(1) == Some('.') && rest.ends_word(1));
    if short && closed && rest.len() > 2 { rest.from(2) } else { rest }
}

/// Cuts a phrase at `;` and at the ends of sentences, outside of brackets.
fn sentences(phrase: Phrase<'_>) -> Vec<Phrase<'_>> {
    let depths = phrase.depths();
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..phrase.len() {
        let end = match phrase.sign(at) {
            Some(';') => true,
            Some('.') => phrase.ends_word(at),
            _ => false,
        };
        if end && depths.get(at) == Some(&0) {
            found.push(phrase.part(from, at));
            from = at + 1;
        }
    }
    found.push(phrase.from(from));
    found.retain(|part| !part.trimmed().is_empty());
    found
}

/// Says of a phrase that it was not understood.
fn unknown(phrase: Phrase<'_>) -> Vec<WordedClause> {
    vec![WordedClause { clause: Clause::Unknown, text: phrase.trimmed().shown() }]
}
