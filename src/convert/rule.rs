//! The lines of a criterion → its rule. A rule is given only where it uses every clause; else the words left over are.

mod alternatives;
mod at_least;
mod arithmetic;
mod aside;
mod beside;
mod best;
mod between;
mod called;
mod candidates;
mod compared;
mod conditions;
mod context;
mod counted;
mod counted_as;
mod dated;
mod deadline;
mod deeds;
mod denied;
mod described;
mod each_of;
mod edges;
mod excused;
mod gaps;
mod given;
mod graded;
mod grouped;
mod growth;
mod in_time;
mod index;
mod inherited;
mod labels;
mod lacking;
mod late;
mod left_of_all;
mod levels;
mod manner;
mod measure;
mod mixed;
mod monthly;
mod named;
mod nature;
mod never;
mod nothing;
mod outside;
mod pairs;
mod parts;
mod penalties;
mod pieces;
mod pool;
mod questions;
mod ranges;
mod rate_words;
mod rates;
mod recognised;
mod reduced;
mod regular;
mod scale;
mod sense;
mod several;
mod several_shares;
mod shares;
mod short;
mod start;
mod states;
mod step_by;
mod steps;
mod surveyed;
mod taken;
mod target;
mod things;
mod two_rates;
mod typed_rates;
mod unanswered;
mod unheld;
mod weighted;
mod who;
mod within;
mod written;

use super::draft::{Inputs, Rule, kind_of_label};
use super::line::{Clause, Scorer, WordedClause, clauses, is_survey, is_survey_name, letters_explained, named_body};
pub use beside::beside as asked_beside;
pub use excused::lacks_something;
use measure::Asked;
pub use named::is_made_known;
use pool::Pool;
pub use ranges::Range;
pub use recognised::{Answers, Doubt, Exempt, Recognised, Words};
pub use sense::spelt;
pub use states::{Kind, states};
use surveyed::surveyed;
pub use things::{head, names_a_rate, names_no_total, typed_without_total, unit_of};
pub use who::{does_something, done_by, is_heading_of_answers};

/// Reads the lines of a leaf.
pub fn recognise(words: &Words<'_>) -> Recognised {
    let mut done = rule_of(words);
    called::labels(words, &mut done);
    if done.rule == Some(Rule::Given("council")) {
        let scores = |one: &WordedClause| matches!(one.clause, Clause::Scorer(Scorer::Council) | Clause::Supplied(true));
        let said = words.lines.iter().flat_map(|line| clauses(line));
        done.agency = said.filter(scores).find_map(|one| named_body(&one.text));
    }
    done
}

/// Most words of a clause that says nothing but that a survey is held.
const SHORT: usize = 7;

/// Makes the rule of a leaf of its lines.
fn rule_of(words: &Words<'_>) -> Recognised {
    let mut done = Recognised::default();
    for (label, measure) in words.figures {
        let label = label.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches([':', '.', ';', ' ']);
        done.inputs.add(kind_of_label(label), label, measure.clone());
    }
    // Letters of arithmetic may be explained in another line.
    let spelt = |line: &String| {
        let line = outside::of_each(words, line);
        letters_explained(&line, words.lines).unwrap_or_else(|| line.into_owned())
    };
    let mut said: Vec<WordedClause> = words.lines.iter().flat_map(|line| clauses(&spelt(line))).collect();
    context::by_itself(words, &mut said);
    let rounded: Vec<(bool, String)> = said
        .iter()
        .filter_map(|one| if let Clause::Rounding(house) = one.clause { Some((house, one.text.clone())) } else { None })
        .collect();
    said.retain(|one| !matches!(one.clause, Clause::Rounding(_)));
    context::beside_others(words, &mut said);
    let asks = is_survey_name(words.name) && !who::does_something(&words.name.to_lowercase());
    if words.answers == Answers::OfSurvey || asks {
        return surveyed(&Words { answers: Answers::OfSurvey, ..*words }, &said);
    }
    said.extend(named::judge(words, &said));
    if said.iter().all(|one| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note)) {
        done.remarks = said.iter().filter(|one| one.clause != Clause::Heading).map(|one| one.text.clone()).collect();
        done.by_survey = who::is_of_survey(words, &said);
        // “Theo kết quả công bố của Liên đoàn …” is found by others, and no unit's.
        let known = done.remarks.iter().find(|text| is_made_known(text)).filter(|_| !done.by_survey && !words.takes && !words.adds);
        if let Some(text) = known {
            (done.rule, done.doubts) = (Some(Rule::Given("council")), vec![who::done_by(words.name, text, true)]);
        }
        return done;
    }
    let mut found = weighted::beside_such(words, &said, &done.inputs)
        .or_else(|| weighted::less_taken(words, &said, &done.inputs))
        .unwrap_or_else(|| attempt(words, &said, &done.inputs));
    if let Some(again) = excused::beside_nothing(words, &mut said, &done.inputs, found.rule.as_ref()) {
        found = again;
    }
    let by_unit = |rule: &Rule| !rule.is_given() && said.iter().any(|one| who::asks_people(&one.text));
    if found.rule.as_ref().is_none_or(by_unit) && beside::set_aside(&mut said) {
        // “Không thuộc đối tượng: không đánh giá” beside levels is for whoever excuses units.
        let again = attempt(words, &said, &done.inputs);
        if again.rule.is_some() {
            found = again;
        }
    }
    if found.rule.is_none() {
        let mut kept = said.clone();
        if aside::set_aside(words, &mut kept) {
            let again = attempt(words, &kept, &done.inputs);
            if again.rule.as_ref().is_some_and(|rule| !rule.is_given()) {
                (found, said) = (again, kept);
            }
        }
    }
    if let Some(given) = given::supplied(words, &said, &mut found) {
        return given;
    }
    let by_others: Vec<String> = said.iter().filter(|one| who::asks_people(&one.text)).map(|one| one.text.clone()).collect();
    if !by_others.is_empty() && found.rule.as_ref().is_some_and(|rule| !rule.is_given()) {
        return Recognised { failed: by_others, by_survey: true, ..done };
    }
    let answers = who::weighs_answers(&said)
        || found.rule.as_ref().is_some_and(|rule| who::answers(words, &said, rule) || who::found_by_survey(words, &said, rule));
    if let Some(rule) = found.rule.take().filter(|_| !answers) {
        return understood(words, &said, rule, found, &rounded);
    }
    // “Điều tra xã hội học; tốt: 5; khá: 3” names the survey, and what it finds.
    let only_survey = !found.left.is_empty() && found.left.iter().all(|left| is_survey_name(left) && left.split(' ').count() <= SHORT);
    let told = who::found_by_asking(words, &said).or_else(|| (answers || only_survey).then(|| who::told(&said)));
    let Some(text) = told else {
        let by_survey = who::is_of_survey(words, &said);
        let partly = partly(words, &said, &found.left, &done.inputs).filter(|_| !by_survey && !answers);
        return Recognised {
            failed: found.left,
            partly,
            by_survey,
            doubts: questions::other_maximum(words, &said).into_iter().collect(),
            ..done
        };
    };
    let levels = said.iter().filter(|one| matches!(&one.clause, Clause::Case(case) if case.amount().is_some())).count();
    let doubt = if levels > 1 { questions::answered(words.name, &text) } else { questions::scale(words.name, &text) };
    let (remarks, doubts) = (words.lines.to_vec(), vec![doubt]);
    Recognised { rule: Some(Rule::Given("survey")), remarks, doubts, ..Recognised::default() }
}

/// Makes a rule of what is understood, where some words are left over. `None` where that is no more than one case.
fn partly(words: &Words<'_>, said: &[WordedClause], left: &[String], inputs: &Inputs) -> Option<(Rule, Inputs)> {
    let rest: Vec<WordedClause> = said.iter().filter(|one| one.clause != Clause::Unknown && !left.contains(&one.text)).cloned().collect();
    let says = |one: &&WordedClause| !matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Maximum(_));
    // Levels of which none gives all are parts of something, or no rule at all.
    let worth = |one: &WordedClause| match &one.clause {
        Clause::Case(case) => case.is_full(words.max),
        Clause::Each(_) | Clause::Formula(_) => true,
        _ => false,
    };
    let enough = rest.iter().filter(says).count() > 1 && rest.iter().any(worth) && rest.len() < said.len();
    let found = enough.then(|| attempt(words, &rest, inputs))?;
    let asks = |one: &WordedClause| who::asks_people(&one.text) || is_survey_name(&one.text);
    let answers = |rule: &Rule| who::answers(words, &rest, rule) || who::found_by_survey(words, &rest, rule);
    let survey = said.iter().any(asks) || words.lines.iter().any(|line| is_survey(line) || who::asks_people_by_name(line));
    // One step says nothing of all other rates, and levels that all give the maximum none of who has less.
    let open = |rule: &Rule| match rule {
        Rule::Steps { steps, otherwise, .. } => steps.len() < 2 && otherwise.is_none(),
        Rule::Levels { levels, .. } => levels.iter().all(|level| level.points.of(words.max) == *words.max),
        _ => false,
    };
    let own = |rule: &Rule| !rule.is_given() && !survey && !answers(rule) && !open(rule);
    found.rule.filter(own).map(|rule| (rule, found.inputs))
}

/// Gives what came of lines that a rule was made of, with what is asked beside it; `rounded` is what they say of rounding, and
/// whether they round as sets do.
fn understood(words: &Words<'_>, said: &[WordedClause], rule: Rule, found: Attempt, rounded: &[(bool, String)]) -> Recognised {
    let Attempt { mut inputs, mut doubts, exempt, .. } = found;
    typed_rates::call(words, said, &mut inputs);
    if exempt == Exempt::Nobody {
        doubts.extend(typed_rates::lacking(&Asked { words, said }, &rule, &inputs, &doubts));
    }
    if rule.is_given() {
        // Remarks are for whoever scores.
        doubts.extend(beside::levels_of_others(words, said).filter(|_| rule == Rule::Given("council")));
        let notes: Vec<WordedClause> = said.iter().filter(|one| one.clause == Clause::Note).cloned().collect();
        doubts.extend(beside::questions(words, &notes).into_iter().filter(|_| !matches!(rule, Rule::Given(_))));
    } else {
        // Who finds the figures is not said by the rule.
        let by_survey = said.iter().find(|one| one.text.to_lowercase().contains("kết quả điều tra"));
        let asked = by_survey.map(|one| questions::scale(words.name, &one.text));
        doubts.extend(
            asked
                .or_else(|| who::satisfied(words, said, &inputs))
                .or_else(|| who::by_heading(words, &rule))
                .or_else(|| named::asked(words, said, &rule))
                .filter(|(code, _)| doubts.iter().all(|(other, _)| other != code)),
        );
        // “Tỷ lệ văn bản đi được ký số đầy đủ:” is what the form asks for.
        let asked_for =
            |one: &WordedClause| one.clause == Clause::Heading && inputs.list.iter().any(|input| says_heading(&input.label, &one.text));
        let rest: Vec<WordedClause> = said.iter().filter(|one| !asked_for(one)).cloned().collect();
        doubts.extend(beside::questions(words, &rest));
    }
    doubts.extend(nothing::refused(words, said).into_iter().chain(nothing::of_less(words, said, &rule, &inputs)));
    doubts.extend(unanswered::asked(words, said, &rule, &doubts));
    doubts.extend(between::of_another(words, said, &rule, &inputs));
    if let Some(doubt) = several::asked(words, said, &rule)
        && doubts.iter().all(|(other, _)| *other != doubt.0)
    {
        doubts.push(doubt);
    }
    doubts.extend(monthly::question(words, said).into_iter().chain(monthly::day_itself(words, said)).filter(|_| !rule.is_given()));
    doubts.extend(rounded.iter().filter(|(house, _)| !house).map(|(_, text)| questions::rounds(words.name, text)));
    let kept = |one: &&WordedClause| {
        let guides = matches!(rule, Rule::Given(_)) && matches!(one.clause, Clause::Case(_) | Clause::Formula(_));
        matches!(one.clause, Clause::Remark | Clause::Note | Clause::Excuse) || guides
    };
    let remarks = said.iter().filter(kept).map(|one| one.text.clone()).collect();
    let rounded = rounded.iter().any(|(house, _)| *house);
    Recognised { inputs, rule: Some(rule), remarks, doubts, rounded, exempt, ..Recognised::default() }
}

/// Tells whether a label says what a heading does.
fn says_heading(label: &str, heading: &str) -> bool {
    let plain = heading.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    // “Số tiền đã nộp/số tiền phải nộp:” names part and whole, each of which is asked for.
    if let Some((part, _)) = things::over(&plain) {
        return label.to_lowercase().contains(&part);
    }
    let things = ["tỷ lệ ", "tỉ lệ ", "tổng số ", "số "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    things.split(' ').count() > 2 && label.to_lowercase().contains(things)
}

/// What one way of reading the clauses came to.
struct Attempt {
    rule: Option<Rule>,
    inputs: Inputs,
    doubts: Vec<Doubt>,
    left: Vec<String>,
    /// What is said of units alone that have nothing to do.
    exempt: Exempt,
}

/// A way to make a rule of clauses: it takes those that it uses.
type Way = fn(&Asked<'_>, &mut Pool<'_>, &mut Inputs, &mut Vec<Doubt>) -> Option<Rule>;

/// Ways to make a rule, from the narrowest to the widest.
const WAYS: [Way; 33] = [
    given::given,
    index::of_survey,
    index::mean,
    index::survey_steps,
    index::survey_rate,
    alternatives::alternatives,
    penalties::beside_each,
    penalties::bonus_beside_each,
    counted::penalty,
    taken::deductions,
    step_by::step_by,
    counted::count,
    counted::by_level,
    best::beside_best,
    growth::growth,
    growth::places,
    two_rates::rates,
    rates::rate,
    arithmetic::below_a_mark,
    arithmetic::arithmetic,
    deadline::deadline,
    steps::steps,
    levels::levels,
    parts::parts,
    parts::named_parts,
    two_rates::beside_a_deed,
    levels::with_figures,
    mixed::parts,
    grouped::parts,
    reduced::beside_a_rate,
    reduced::plus_and_minus,
    arithmetic::of_the_group,
    at_least::once,
];

/// Tries all ways. Where none uses every clause, the words that the best of them left over are told.
fn attempt(words: &Words<'_>, said: &[WordedClause], inputs: &Inputs) -> Attempt {
    let asked = Asked { words, said };
    let unknown: Vec<String> = said.iter().filter(|one| one.clause == Clause::Unknown).map(|one| one.text.clone()).collect();
    let mut left = if unknown.is_empty() { said.iter().map(|one| one.text.clone()).collect() } else { unknown.clone() };
    if unknown.is_empty() {
        for way in WAYS {
            let (mut pool, mut inputs, mut doubts) = (Pool::new(said), inputs.clone(), Vec::new());
            maximum(words, &mut pool);
            let Some(rule) = way(&asked, &mut pool, &mut inputs, &mut doubts) else { continue };
            if pool.is_done() {
                return Attempt { rule: Some(rule), inputs, doubts, left: Vec::new(), exempt: Exempt::Nobody };
            }
            let over: Vec<String> = pool.left().map(|one| one.text.clone()).collect();
            if over.len() < left.len() {
                left = over;
            }
        }
    }
    Attempt { rule: None, inputs: inputs.clone(), doubts: Vec::new(), left, exempt: Exempt::Nobody }
}

/// Takes clauses that say the maximum once more.
fn maximum(words: &Words<'_>, pool: &mut Pool<'_>) {
    pool.take(|clause| matches!(clause, Clause::Maximum(max) if max == words.max).then_some(()));
}
