//! The lines of a criterion → its rule. A rule is given only where it uses every clause; else the words left over are.

mod alternatives;
mod at_least;
mod arithmetic;
mod aside;
mod beside;
mod best;
mod between;
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
mod graded;
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
mod ranges;
mod rate_words;
mod rates;
mod reduced;
mod regular;
mod scale;
mod sense;
mod several;
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
mod who;
mod within;
mod written;

use crate::finding::Code;
use crate::finding::convert::{BESIDE, MEASURED, ROUNDING, RULE_UNFIT, SCALE};
use crate::points::Points;
use crate::text;
use crate::text::Text;

use super::draft::{Inputs, Rule, kind_of_label};
use super::line::{
    Case, Clause, Gives, Limit, Scorer, WordedClause, clauses, is_survey, is_survey_name, letters_explained, lowered, named_body,
};
pub use beside::beside as asked_beside;
pub use excused::lacks_something;
use measure::Asked;
pub use named::is_made_known;
use pool::Pool;
pub use ranges::Range;
pub use sense::spelt;
pub use states::{Kind, states};
use surveyed::surveyed;
pub use things::{head, names_a_rate, names_no_total, typed_without_total, unit_of};
pub use who::{does_something, done_by, is_heading_of_answers};

/// Who answers a leaf, as the table says beside its name and its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// Nothing says that anybody but the unit does.
    #[default]
    OfUnit,
    /// A heading says that people are asked: “KHẢO SÁT NGƯỜI DÂN”.
    OfPeople,
    /// The column of the survey is marked, or the area is the survey's.
    OfSurvey,
}

/// What a table says of a leaf.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Name of the criterion.
    pub name: &'a str,
    /// Maximum.
    pub max: &'a Points,
    /// Lines on how points are given.
    pub lines: &'a [String],
    /// Figures asked, with their unit of measure.
    pub figures: &'a [(String, Option<String>)],
    /// Who answers it, as a column or the headings above it say.
    pub answers: Answers,
    /// Whether its points are taken from the total: a line of penalty points.
    pub takes: bool,
    /// Whether its points are added beside the tree: a line of bonus points.
    pub adds: bool,
}

/// Something that the decision leaves open, or that was decided and should be looked at.
pub type Doubt = (&'static Code, Text);

/// What is said of units alone that have nothing to do, and holds for no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exempt {
    /// Nothing.
    #[default]
    Nobody,
    /// What they get, or something to be asked.
    Told,
    /// The criterion doesn't count for them, so that a unit may say that it doesn't apply.
    MayNotApply,
}

/// What came of reading the lines.
#[derive(Clone, Debug, Default)]
pub struct Recognised {
    /// Inputs, those of the table first.
    pub inputs: Inputs,
    /// The rule; `None` where the lines say none, or one that isn't understood.
    pub rule: Option<Rule>,
    /// Lines that say nothing of points, for whoever fills in the form.
    pub remarks: Vec<String>,
    /// Words that no rule uses.
    pub failed: Vec<String>,
    /// The rule of all other words, with its inputs, where these make one: whoever reviews it only has to add what is left over.
    pub partly: Option<(Rule, Inputs)>,
    /// Whether the survey gives the points where there is no rule: units never score what people say of them.
    pub by_survey: bool,
    /// What the decision leaves open.
    pub doubts: Vec<Doubt>,
    /// Whether the lines round points to two decimals.
    pub rounded: bool,
    /// The body that the lines name as the one that gives the points.
    pub agency: Option<String>,
    /// What the lines say of units alone that have nothing to do.
    pub exempt: Exempt,
    /// Words of other places that the rule uses, for whoever fills in the form.
    pub from_elsewhere: Vec<String>,
    /// Whether the rule lacks some of what the table says.
    pub lacks: bool,
}

impl Recognised {
    /// Tells whether the rule says all that the table does.
    pub const fn is_whole(&self) -> bool {
        self.rule.is_some() && !self.lacks
    }

    /// Tells whether something was told of words that aren't in the rule, of another figure than the name's, of a scale, or of who
    /// scores.
    pub fn told_of_less(&self) -> bool {
        let told = |code: &Code| [&BESIDE, &MEASURED, &SCALE].contains(&code);
        let given = matches!(self.rule, Some(Rule::Given(_)));
        self.doubts.iter().any(|(code, _)| told(code) || given)
    }
}

/// Reads the lines of a leaf.
pub fn recognise(words: &Words<'_>) -> Recognised {
    let mut done = rule_of(words);
    // “Số cuộc” alone says nothing to whoever fills in the form.
    for input in done.inputs.list.iter_mut().filter(|input| says_only_how_often(&input.label)) {
        input.label = format!("{}: {}", words.name.trim_end_matches([':', '.', ' ']), lowered(&input.label));
    }
    // “Số văn bản” of faults are those that the name speaks of: “Văn bản bị kết luận trái pháp luật”.
    let name = words.name.trim_end_matches([':', '.', ' ']);
    for input in done.inputs.list.iter_mut().filter(|_| matches!(done.rule, Some(Rule::Deductions { .. }))) {
        let thing = input.label.strip_prefix("Số ").unwrap_or_default().to_lowercase();
        if !thing.is_empty() && name.to_lowercase().strip_prefix(&thing).is_some_and(|rest| rest.starts_with(' ')) {
            input.label = format!("Số {}", lowered(name));
        }
    }
    // “Trường hợp qua xác minh là đúng” are cases of what the name says.
    for input in done.inputs.list.iter_mut().filter(|_| words.takes || words.adds) {
        if let Some(label) = manner::cases_of(words.name, &input.label) {
            input.label = label;
        }
    }
    if done.rule == Some(Rule::Given("council")) {
        let scores = |one: &WordedClause| matches!(one.clause, Clause::Scorer(Scorer::Council) | Clause::Supplied(true));
        let said = words.lines.iter().flat_map(|line| clauses(line));
        done.agency = said.filter(scores).find_map(|one| named_body(&one.text));
    }
    done
}

/// Tells whether a label names nothing but a unit of what happens: “Số cuộc”, “Số lần”.
fn says_only_how_often(label: &str) -> bool {
    const UNITS: [&str; 12] = ["cuộc", "lần", "lượt", "buổi", "trường hợp", "lớp", "hội nghị", "vụ", "vụ việc", "đợt", "kỳ", "phiên"];
    label.strip_prefix("Số ").is_some_and(|unit| UNITS.contains(&unit))
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
    let mut found = attempt(words, &said, &done.inputs);
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
    if let Some(given) = supplied(words, &said, &mut found) {
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
        return Recognised { failed: found.left, partly, by_survey, doubts: other_maximum(words, &said).into_iter().collect(), ..done };
    };
    let levels = said.iter().filter(|one| matches!(&one.clause, Clause::Case(case) if case.amount().is_some())).count();
    let doubt = if levels > 1 { answered(words.name, &text) } else { scale(words.name, &text) };
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
        let asked = by_survey.map(|one| scale(words.name, &one.text));
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
    doubts.extend(nothing::refused(words, said));
    doubts.extend(unanswered::asked(words, said, &rule, &doubts));
    doubts.extend(between::of_another(words, said, &rule, &inputs));
    if let Some(doubt) = several::asked(words, said, &rule)
        && doubts.iter().all(|(other, _)| *other != doubt.0)
    {
        doubts.push(doubt);
    }
    doubts.extend(monthly::question(words, said).into_iter().chain(monthly::day_itself(words, said)).filter(|_| !rule.is_given()));
    doubts.extend(rounded.iter().filter(|(house, _)| !house).map(|(_, text)| rounds(words.name, text)));
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
    let things = ["tỷ lệ ", "tỉ lệ ", "tổng số ", "số "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    things.split(' ').count() > 2 && label.to_lowercase().contains(things)
}

/// Asks who does what the lines say others do; gives the whole rule where these pick a level: “Tốt: 2; khá: 1 (do Sở Nội vụ
/// đánh giá)” is no question to the unit.
fn supplied(words: &Words<'_>, said: &[WordedClause], found: &mut Attempt) -> Option<Recognised> {
    let supplied =
        said.iter().find_map(|one| if let Clause::Supplied(judges) = one.clause { Some((judges, one.text.as_str())) } else { None });
    let (judges, text) = supplied?;
    // “Theo kết quả công bố của Sở Nội vụ” alone is what others find.
    let known = || {
        is_made_known(text)
            && said.iter().all(|one| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Supplied(_)))
    };
    let judges = judges || known();
    let picked = matches!(found.rule, Some(Rule::Levels { .. } | Rule::YesNo { .. }))
        || said.iter().all(|one| matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Supplied(_)));
    if judges && picked {
        let asked = [who::done_by(words.name, text, true)].into_iter().chain(beside::levels_of_others(words, said));
        return Some(Recognised {
            rule: Some(Rule::Given("council")),
            remarks: words.lines.to_vec(),
            doubts: asked.collect(),
            ..Recognised::default()
        });
    }
    // What the survey finds no unit types.
    if found.rule.as_ref().is_some_and(|rule| !rule.is_given()) {
        found.doubts.push(who::done_by(words.name, text, false));
    }
    None
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
const WAYS: [Way; 32] = [
    given,
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

/// Tells of a limit in the lines that is another than the maximum of the table, with both.
fn other_maximum(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    let most = |one: &WordedClause| match &one.clause {
        Clause::Limit(Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most)) => {
            Some(most.of(words.max)).filter(|most| most > words.max)
        }
        Clause::Maximum(max) => Some(max.clone()).filter(|max| max != words.max),
        _ => None,
    };
    let (text, most) = said.iter().find_map(|one| Some((&one.text, most(one)?)))?;
    let name = words.name;
    let ((vi, en), (own_vi, own_en)) = ((most.plain_vi(), most.plain()), (words.max.plain_vi(), words.max.plain()));
    Some((
        &RULE_UNFIT,
        text!(
            "“{name}”: lời của dòng ghi {vi} điểm (“{text}”), cột điểm ghi {own_vi} điểm",
            "“{name}”: the line says {en} points (“{text}”), the column of maxima {own_en} points"
        ),
    ))
}

/// Asks how a result of the survey becomes points.
fn scale(name: &str, text: &str) -> Doubt {
    (
        &SCALE,
        text!(
            "“{name}”: kết quả điều tra quy đổi ra điểm thế nào (“{text}”)?",
            "“{name}”: how do results of the survey become points (“{text}”)?"
        ),
    )
}

/// Asks how answers that each have their points become those of a unit.
fn answered(name: &str, text: &str) -> Doubt {
    (
        &SCALE,
        text!(
            "“{name}”: điểm từng mức trả lời đã ghi (“{text}”); điểm của đơn vị là trung bình các phiếu hay tính cách khác?",
            "“{name}”: each answer has its points (“{text}”); are the points of a unit the mean of all answers, or something else?"
        ),
    )
}

/// Asks how points are rounded.
fn rounds(name: &str, text: &str) -> Doubt {
    let text = text.trim_matches(['(', ')']);
    (
        &ROUNDING,
        text!(
            "“{name}”: “{text}”; tạm làm tròn như mọi tiêu chí khác của bộ",
            "“{name}”: “{text}”; rounded like every other criterion of the set for now"
        ),
    )
}

/// Makes the rule of a leaf that others score.
fn given(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let scorers = pool.take(|clause| if let Clause::Scorer(by) = clause { Some(*by) } else { None });
    if scorers.contains(&Scorer::SurveyScale) {
        let text = asked.said.iter().find(|one| one.clause == Clause::Scorer(Scorer::SurveyScale)).map_or("", |one| &one.text);
        doubts.push(scale(asked.words.name, text));
    }
    if !scorers.is_empty() {
        pool.take(|clause| {
            matches!(clause, Clause::Limit(Limit::Most(most)) if most.of(asked.words.max) == *asked.words.max).then_some(())
        });
    }
    let survey = scorers.iter().any(|by| matches!(by, Scorer::Survey | Scorer::SurveyScale));
    // “Hội đồng chấm: tốt: 2; khá: 1”: the words are for whoever scores. “Không gửi báo cáo: 0 điểm” alone is a rule beside it.
    let scale = asked.said.iter().any(|one| matches!(&one.clause, Clause::Case(case) if case.is_full(asked.words.max)));
    if scorers == [Scorer::Council] && scale {
        pool.cases(|case| matches!(case.gives, Gives::Amount(_, None)));
    }
    // “Đơn vị không có nội dung phối hợp: lấy 1,5 điểm” is for whoever scores, too.
    if scorers == [Scorer::Council] {
        let nothing = |case: &Case| case.condition.is_none() && case.days.is_none() && case.says(&["không có", "không phát sinh"]);
        pool.cases(|case| nothing(case) && matches!(&case.gives, Gives::Amount(amount, None) if amount.of(asked.words.max).is_positive()));
    }
    let council = scorers.contains(&Scorer::Council);
    match (survey, council) {
        (true, false) => {
            *inputs = Inputs::default();
            Some(Rule::Given("survey"))
        }
        (false, true) => Some(Rule::Given("council")),
        // "Điểm điều tra xã hội học do Sở Nội vụ chấm": the survey.
        _ => None,
    }
}
