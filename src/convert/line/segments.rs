//! A sentence of a line, parted into clauses where one ends and another begins.

use super::clause::{Case, Clause, Each, WordedClause};
use super::gives::Gives;
use super::governed::{Governed, governed};
use super::words::Phrase;
use super::{beside, beside_nothing, case, counts_for, each, less_taken, limit, others, part_of_step, quotient, rounding, scorer};
use crate::points::Points;

/// Takes the letter of an item off the front of a sentence: `b) Từ 50% đến 70%`, `(b) …`.
pub fn lettered(phrase: Phrase<'_>) -> Phrase<'_> {
    let rest = phrase.trimmed();
    let short = |at: usize| rest.word(at).is_some_and(|word| word.chars().count() == 1);
    let letter = short(0) && rest.sign(1) == Some(')');
    let number = rest.number(1).is_some_and(Points::is_whole);
    let bracketed = rest.sign(0) == Some('(') && (short(1) || number) && rest.sign(2) == Some(')');
    match usize::from(letter) * 2 + usize::from(bracketed) * 3 {
        width if width > 0 && rest.len() > width => rest.from(width),
        _ => phrase,
    }
}

/// Reads “trong đó” before something that gives points: what follows are parts of what stood before.
pub fn parted(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
    let clear = phrase.without_front(&[",", ".", "-", "+"]);
    let width = clear.says_any(0, &["trong đó gồm", "trong đó", "gồm", "bao gồm"]);
    if width == 0 {
        return None;
    }
    let rest = clear.from(width).without_front(&[":", ",", "-"]);
    let found = segment(rest)?;
    let gives = matches!(found.first()?.clause, Clause::Case(Case { gives: Gives::Amount(..), .. }));
    let mut all = vec![WordedClause { clause: Clause::Parts, text: clear.part(0, width).shown() }];
    all.extend(found);
    gives.then_some(all)
}

/// Reads a phrase as one clause, or as several one behind the other.
pub fn segment(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
    // “-1 điểm nếu …” begins with a minus, or with a bullet.
    if phrase.is_minus(0) && phrase.says_any(2, &["điểm", "đ"]) > 0 {
        return None;
    }
    let phrase = phrase.without_front(&[",", ".", "-", "+"]).without_end(&[",", ".", "-"]);
    if phrase.is_empty() {
        return Some(Vec::new());
    }
    if let Some(found) = beside_nothing::or_nothing(phrase) {
        return Some(found);
    }
    if let Some(clause) = clause(phrase) {
        return Some(vec![WordedClause { clause, text: phrase.shown() }]);
    }
    let depths = phrase.depths();
    for at in 1..phrase.len() {
        if depths.get(at) != Some(&0) {
            continue;
        }
        let (skip, or) = match joint(phrase, at) {
            Joint::None => continue,
            Joint::Cut(skip) => (skip, false),
            Joint::Or(skip) => (skip, true),
        };
        let (left, right) = (phrase.part(0, at), phrase.from(at + skip));
        if let Some(all) = each::announced(left, right).and_then(|clause| with_its_rest(left, clause, right)) {
            return Some(all);
        }
        let first = beside_nothing::or_nothing(left).or_else(|| {
            let clause = clause(left).filter(is_whole)?;
            Some(vec![WordedClause { clause, text: left.trimmed().shown() }])
        });
        let Some(mut all) = first else { continue };
        let is_case = matches!(all.last(), Some(WordedClause { clause: Clause::Case(_), .. }));
        // What becomes of whoever gets no points, and who is excused, is kept with the case that it is said of.
        if is_case && !or && beside_nothing::is_consequence(right) {
            let said = right.trimmed().without_front(&["và", ",", "(", "đồng thời"]).without_end(&[")"]);
            all.push(WordedClause { clause: Clause::Note, text: said.shown() });
            return Some(all);
        }
        let Some(rest) = parted(right).or_else(|| segment(right)) else { continue };
        // “0 điểm và phê bình”, “1 điểm (trung bình 4 quý)”: what hangs onto points is no remark.
        if (phrase.is(at, "và") || right.sign(0) == Some('('))
            && rest.iter().any(|said| matches!(said.clause, Clause::Remark | Clause::Note))
        {
            continue;
        }
        // “0 điểm và trừ 0,5 điểm/vụ” takes beside nothing.
        let takes = matches!(rest.first(), Some(WordedClause { clause: Clause::Each(each), text }) if each.takes && begins_to_take(text));
        if takes && matches!(all.last(), Some(WordedClause { clause: Clause::Case(case), .. }) if case.gives_nothing()) {
            continue;
        }
        if or {
            all.push(WordedClause { clause: Clause::Or, text: phrase.part(at, at + skip).shown() });
        }
        all.extend(rest);
        return Some(all);
    }
    headed(phrase)
}

/// Reads what stands behind a clause.
fn with_its_rest(left: Phrase<'_>, clause: Clause, right: Phrase<'_>) -> Option<Vec<WordedClause>> {
    let mut all = vec![WordedClause { clause, text: left.trimmed().shown() }];
    all.extend(segment(right)?);
    Some(all)
}

/// Tells whether words begin with taking points, without a word of each: “trừ 0,5 điểm/vụ”, “bị trừ thêm …”.
fn begins_to_take(text: &str) -> bool {
    let plain = text.to_lowercase();
    ["trừ", "bị trừ", "đồng thời trừ", "đồng thời bị trừ"].iter().any(|word| plain.starts_with(word))
}

/// How clauses are joined at a place: so many tokens stand between.
enum Joint {
    /// One goes on.
    None,
    /// One ends.
    Cut(usize),
    /// One ends, and its alternative begins.
    Or(usize),
}

/// Tells how clauses are joined at a place.
fn joint(phrase: Phrase<'_>, at: usize) -> Joint {
    // “Vụ, việc” are one kind of thing.
    let one = phrase.sign(at) == Some(',') && at > 0 && phrase.is(at - 1, "vụ") && phrase.is(at + 1, "việc");
    if phrase.sign(at) == Some(',') && !one || (phrase.sign(at) == Some('-') && phrase.number(at + 1).is_none()) || phrase.is(at, "và") {
        return Joint::Cut(1);
    }
    if phrase.is(at, "hoặc") {
        return Joint::Or(1);
    }
    let starts = [
        "cho đến khi hết",
        "đến khi hết",
        "cho đến hết",
        "đến hết",
        "tối đa",
        "nhưng",
        "không quá",
        "trừ đến hết",
        "trừ tối đa",
        "trong đó",
        "trường hợp",
        "nếu",
        "còn lại",
        "(",
        "cứ",
        "mỗi",
        "làm tròn",
    ];
    if phrase.says_any(at, &starts) > 0 { Joint::Cut(0) } else { Joint::None }
}

/// Tells whether a clause says something by itself, so that another may follow behind a comma.
const fn is_whole(clause: &Clause) -> bool {
    !matches!(clause, Clause::Remark | Clause::Note | Clause::Heading | Clause::Unknown)
}

/// Reads a heading and the clauses behind it: `Tính nội suy: đạt 99% trở lên: 5`.
fn headed(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
    let depths = phrase.depths();
    let at = (1..phrase.len()).find(|at| phrase.sign(*at) == Some(':') && depths.get(*at) == Some(&0))?;
    let (left, right) = (phrase.part(0, at), phrase.from(at + 1));
    if let Some(below) = each::below_a_number(left, right) {
        return Some(below.map(|clause| WordedClause { clause, text: phrase.shown() }).into());
    }
    if beside::tells_the_source(phrase) {
        return Some(vec![WordedClause { clause: Clause::Remark, text: phrase.trimmed().shown() }]);
    }
    let heading = match scorer::scorer(left) {
        Some(by) => vec![by],
        None if scorer::supplied(left).is_some() => scorer::supplied(left).into_iter().collect(),
        None if left.says(0, "hoặc") == left.len() => vec![Clause::Or],
        None => others::heading(left).or_else(|| Some(vec![others::announced(left)?]))?,
    };
    let marks = heading.contains(&Clause::Between).then(|| others::two_marks(right.trimmed())).flatten();
    if let Some(marks) = marks {
        return Some(vec![WordedClause { clause: marks, text: phrase.shown() }]);
    }
    let mut rest = segment(lettered(right))?;
    match governed(left, &rest) {
        Governed::Heads => {}
        Governed::Level(case) => return Some(vec![WordedClause { clause: Clause::Case(*case), text: phrase.shown() }]),
        Governed::Refused => return None,
    }
    for said in &mut rest {
        if let Clause::Each(each) = &mut said.clause {
            told_by_heading(each, left);
        }
    }
    let mut all: Vec<WordedClause> = heading.into_iter().map(|clause| WordedClause { clause, text: left.shown() }).collect();
    all.extend(rest);
    Some(all)
}

/// Takes the heading for what is counted where that is named in it: “Có hồ sơ trễ hạn: cứ 01 hồ sơ trừ 0,1 điểm”.
fn told_by_heading(each: &mut Each, heading: Phrase<'_>) {
    let heading = heading.trimmed().without_front(&["nếu", "trường hợp", "khi", "có", "để xảy ra"]).shown();
    let known: Vec<String> = heading.to_lowercase().split(' ').map(str::to_owned).collect();
    if each.what.to_lowercase().split(' ').all(|word| known.iter().any(|one| one == word)) {
        each.what = heading;
    }
}

/// Reads a phrase as one clause.
fn clause(phrase: Phrase<'_>) -> Option<Clause> {
    let clear = phrase.trimmed();
    if clear.is_empty() {
        return Some(Clause::Heading);
    }
    if let Some(found) = scorer::scorer(clear).or_else(|| others::letter(clear)).or_else(|| others::maximum(clear)) {
        return Some(found);
    }
    if let Some(found) = others::equals(clear)
        .or_else(|| others::rate_letters(clear))
        .or_else(|| others::definition(clear))
        .or_else(|| quotient::quotient(clear))
    {
        return Some(found);
    }
    if others::is_highest_only(clear) {
        return Some(Clause::HighestOnly);
    }
    if let Some(found) = rounding::rounding(clear).or_else(|| others::line(clear)) {
        return Some(found);
    }
    if let Some(found) = counts_for::counts_for(clear).or_else(|| less_taken::less_taken(clear)) {
        return Some(found);
    }
    if let Some(found) = part_of_step::part_of_step(clear) {
        return Some(found);
    }
    if let Some(found) = limit::limit(phrase) {
        return Some(Clause::Limit(found));
    }
    if let Some(found) = each::each(phrase) {
        return Some(found);
    }
    if let Some(found) = others::formula(phrase) {
        return Some(found);
    }
    if let Some(found) = case::case(phrase) {
        return Some(Clause::Case(found));
    }
    others::rate(clear).or_else(|| others::plain(phrase))
}
