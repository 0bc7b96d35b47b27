//! A rule line of a decision, taken apart into clauses. Each is read whole, or it is [`Clause::Unknown`].

mod agency;
mod arithmetic;
mod beside;
mod beside_nothing;
mod bounds;
mod brackets;
mod case;
mod clause;
mod days;
mod describe;
mod each;
mod gives;
mod governed;
mod lead;
mod limit;
mod means;
mod months;
mod others;
mod part_of_step;
mod quotient;
mod ranking;
mod rounding;
mod scorer;
mod spelt;
mod symbols;
mod words;

pub use self::agency::{is_of_some_units, is_one_body, named_body};
pub use self::arithmetic::{Expression, RateOf, Sign, Straight};
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

use self::governed::{Governed, governed};
use self::words::{Line, Phrase};
use crate::points::Points;
use crate::yaml::Amount;

/// Most letters of a line that are looked at; a longer one is not a rule.
const LONGEST: usize = 2_000;

/// Takes a line apart.
pub fn clauses(text: &str) -> Vec<WordedClause> {
    if text.chars().count() > LONGEST {
        return vec![WordedClause { clause: Clause::Unknown, text: text.to_owned() }];
    }
    if let Some((rest, who)) = brackets::told_apart(text) {
        let mut found = clauses(&rest);
        found.push(who);
        return found;
    }
    if let Some((rest, note)) = brackets::reference(text) {
        let mut found = clauses(&rest);
        found.push(note);
        return found;
    }
    if let Some((rest, due)) = brackets::due(text) {
        let mut found = clauses(&rest);
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

/// Takes the letter of an item off the front of a sentence: `b) Từ 50% đến 70%`, `(b) …`.
fn lettered(phrase: Phrase<'_>) -> Phrase<'_> {
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
fn parted(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
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
    let other = |said: &WordedClause| match &said.clause {
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

/// Reads a phrase as one clause, or as several one behind the other.
fn segment(phrase: Phrase<'_>) -> Option<Vec<WordedClause>> {
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
        let first = beside_nothing::or_nothing(left).or_else(|| {
            let clause = clause(left).filter(is_whole)?;
            Some(vec![WordedClause { clause, text: left.trimmed().shown() }])
        });
        let Some(mut all) = first else { continue };
        let is_case = matches!(all.last(), Some(WordedClause { clause: Clause::Case(_), .. }));
        // What becomes of whoever gets no points, and who is excused, is kept with the case that it is said of.
        if is_case && !or && beside_nothing::is_consequence(right) {
            all.push(WordedClause { clause: Clause::Note, text: phrase.shown() });
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
    if phrase.sign(at) == Some(',') || (phrase.sign(at) == Some('-') && phrase.number(at + 1).is_none()) || phrase.is(at, "và") {
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
