//! Figures that others find out, times the maximum: an index of the survey, the mean of its answers, an index that is made known.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Case, Clause, Expression, Gives, RateOf, SYSTEMS, Scorer, Sign, is_index, is_supplied, is_survey};
use crate::figure::InputKind;
use crate::finding::convert::{NOTHING_TO_DO, SCALE};
use crate::points::Points;
use crate::text;

use super::measure::{Asked, capital};
use super::named::{is_said_by_people, says_of_people};
use super::pool::Pool;
use super::rates::rate;
use super::steps::steps;
use super::{Answers, Doubt, who};

/// Makes a rule of an index of the survey times the maximum: `Chỉ số SIPAS × 6`.
pub fn of_survey(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    // “Chỉ số hài lòng theo kết quả khảo sát của tỉnh: điểm = SIPAS x 5/100”.
    let formulas = pool.take(|clause| match clause {
        Clause::Formula(expression) => Some(expression),
        Clause::Case(Case { label, condition: None, days: None, gives: Gives::Formula(expression), .. }) if is_survey(label) => {
            Some(expression)
        }
        _ => None,
    });
    let [expression] = formulas.as_slice() else { return None };
    let figures = expression.figures();
    let [Expression::Words(index)] = figures.as_slice() else { return None };
    let plain = index.to_lowercase();
    let told = || !pool.clone().take(|clause| matches!(clause, Clause::Scorer(Scorer::Survey)).then_some(())).is_empty();
    let held = |name: &str| ["khảo sát", "điều tra"].iter().any(|word| name.to_lowercase().contains(word));
    let of_people = says_of_people(index) && (told() || asked.words.answers == Answers::OfSurvey || held(asked.words.name));
    let named = ["sipas", "hài lòng", "khảo sát", "điều tra"].iter().any(|word| plain.contains(word)) || is_survey(index) || of_people;
    let straight = expression.straight(asked.words.max, RateOf::Words).filter(|_| named);
    let share = straight.is_some_and(|line| line.at_zero.is_zero() && line.at(&Points::hundred()) == *asked.words.max);
    // “SIPAS x 5/100” takes the index for points of 100.
    let gives = |index: Points| expression.value(asked.words.max, Sign::Share, &|_| Some(index.clone()));
    let of_hundred =
        gives(Points::zero()).is_some_and(|points| points.is_zero()) && gives(Points::hundred()).as_ref() == Some(asked.words.max);
    if named && (share || of_hundred) {
        pool.take(|clause| matches!(clause, Clause::Scorer(Scorer::Survey | Scorer::NotUnit)).then_some(()));
        *inputs = Inputs::default();
        let of = inputs.add(InputKind::Percent, &capital(index), Some("%".into()));
        return Some(Rule::SurveyPercent(of));
    }
    None
}

/// Makes a rule of steps on a percentage or a mean that the survey finds: “Kết quả khảo sát: từ 90% trở lên: 2; dưới 90%: 1”. Where
/// nothing says that people judge, slips may be counted by whoever does the work, which is asked.
pub fn survey_steps(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let name = asked.words.name;
    if !is_found_by_survey(asked, pool) {
        return None;
    }
    let (mut own, mut asks) = (Inputs::default(), Vec::new());
    let Rule::Steps { measure, percent, steps, otherwise } = steps(asked, pool, &mut own, &mut asks)? else { return None };
    if steps.iter().any(|step| step.penalty.is_some()) {
        return None;
    }
    // The survey gives one figure, and always finds one.
    let label = own.list.iter().find(|input| input.id == measure.of && measure.to.is_none()).map_or(name, |input| &input.label).to_owned();
    *inputs = Inputs::default();
    let kind = if percent { InputKind::Percent } else { InputKind::Points };
    let of = inputs.add(kind, &label, percent.then(|| "%".into()));
    doubts.extend(asks.into_iter().filter(|(code, _)| *code != &NOTHING_TO_DO));
    Some(Rule::SurveySteps(Box::new(Rule::Steps { measure: Measure { of, to: None }, percent, steps, otherwise })))
}

/// Tells whether the survey finds what a criterion measures; takes what says so.
fn is_found_by_survey(asked: &Asked<'_>, pool: &mut Pool<'_>) -> bool {
    let name = asked.words.name;
    let told = pool.take(|clause| matches!(clause, Clause::Scorer(Scorer::Survey | Scorer::NotUnit)).then_some(()));
    let named = |text: &str| is_survey(text) && [name, text].into_iter().any(is_said_by_people) || who::asks_people(text);
    let by_survey =
        !told.is_empty() || asked.words.answers == Answers::OfSurvey || named(name) || asked.said.iter().any(|one| named(&one.text));
    by_survey && !asked.words.takes && !asked.words.adds && !who::does_something(&name.to_lowercase())
}

/// Lowest index of a survey, in per cent, that a decision gives the maximum for.
const LEAST_FULL: i64 = 50;

/// Tells whether a clause says that its figure is found by asking people.
fn says_that_people_are_asked(clause: &Clause, text: &str) -> bool {
    matches!(clause, Clause::Scorer(Scorer::Survey)) || is_survey(text) || who::asks_people(text)
}

/// Makes a rule of points that follow an index of the survey: “từ 95% trở lên: 5 điểm; dưới 95%: chỉ số hài lòng x 5/95%”. Where these
/// are more than the index times the maximum, whoever holds the survey reckons them, by the words of the line.
pub fn survey_rate(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<Rule> {
    let name = asked.words.name;
    // Who has no such index is no case of a figure, and a name alone leaves open who finds it.
    let excused = asked
        .said
        .iter()
        .any(|one| matches!(&one.clause, Clause::Case(case) if case.gives == Gives::NotCounted || case.is_nothing_to_do()));
    let told = asked.words.answers == Answers::OfSurvey || asked.said.iter().any(|one| says_that_people_are_asked(&one.clause, &one.text));
    if excused || !told || !is_found_by_survey(asked, pool) {
        return None;
    }
    let (mut own, mut asks) = (Inputs::default(), Vec::new());
    let found = rate(asked, pool, &mut own, &mut asks)?;
    *inputs = Inputs::default();
    if let Rule::Ratio { measure, full_at, zero_below: None } = &found
        && *full_at == Points::hundred()
    {
        let typed = own.list.iter().find(|input| input.id == measure.of && measure.to.is_none());
        let of = inputs.add(InputKind::Percent, typed.map_or(name, |input| &input.label), Some("%".into()));
        return Some(Rule::SurveyPercent(of));
    }
    // “SIPAS x 3/10” takes the index for points of 10.
    if matches!(&found, Rule::Ratio { full_at, .. } if *full_at < Points::from(LEAST_FULL)) {
        return None;
    }
    let text = who::told(asked.said);
    doubts.push((
        &SCALE,
        text!(
            "“{name}”: điểm tính từ kết quả khảo sát theo “{text}”; tạm để cơ quan khảo sát nhập điểm đã tính",
            "“{name}”: points follow from the survey by “{text}”; whoever holds it types the points for now"
        ),
    ));
    matches!(found, Rule::Ratio { .. } | Rule::Interpolate { .. } | Rule::Formula { .. }).then_some(Rule::Given("survey"))
}

/// Makes a rule of the mean of what people say who are asked: “điểm trung bình phiếu (thang điểm 10) × 4/10”. The arithmetic says
/// what gives nothing and what gives the maximum; a scale that is named has to end there.
pub fn mean(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let max = asked.words.max;
    let formulas = pool.take(|clause| if let Clause::Formula(expression) = clause { Some(expression) } else { None });
    let [expression] = formulas.as_slice() else { return None };
    let figures = expression.figures();
    let [Expression::Words(words)] = figures.as_slice() else { return None };
    let plain = words.to_lowercase();
    // “Điểm khảo sát bình quân”, “điểm trung bình phiếu”.
    let is_mean = plain.starts_with("điểm") && ["trung bình", "bình quân", "tb"].iter().any(|mean| plain.contains(mean))
        || ["điểm trung bình", "điểm tb", "điểm bình quân"].iter().any(|mean| plain.contains(mean));
    let asks = |text: &str| ["phiếu", "khảo sát", "điều tra", "lấy ý kiến"].iter().any(|word| text.to_lowercase().contains(word));
    let by_people = asked.words.answers == Answers::OfSurvey || asks(asked.words.name) || asked.said.iter().any(|one| asks(&one.text));
    if !is_mean || !by_people {
        return None;
    }
    let gives = |mean: &Points| expression.value(max, Sign::Share, &|_| Some(mean.clone()));
    let (at_zero, one, two) = (gives(&Points::zero())?, gives(&Points::one())?, gives(&Points::from(2))?);
    let slope = &one - &at_zero;
    if !slope.is_positive() || &two - &one != slope {
        return None;
    }
    let zero_at = (&Points::zero() - &at_zero).over(&slope)?;
    let full_at = (max - &at_zero).over(&slope)?;
    let named: Vec<Points> = asked.said.iter().filter_map(|one| scale_of(&one.text)).collect();
    // Without a name of the scale its end has to stand in the arithmetic, and it begins at nothing.
    let ends =
        named.iter().all(|end| *end == full_at) && (!named.is_empty() || zero_at.is_zero() && expression.numbers().contains(&full_at));
    if !ends || zero_at.is_negative() || zero_at > Points::one() {
        return None;
    }
    let told = |clause: &Clause| match clause {
        Clause::Scorer(Scorer::Survey | Scorer::SurveyScale | Scorer::NotUnit) => true,
        Clause::Maximum(end) => *end == full_at,
        _ => false,
    };
    pool.take(|clause| told(clause).then_some(()));
    *inputs = Inputs::default();
    let of = inputs.add(InputKind::Points, &capital(words), None);
    Some(Rule::SurveyMean { of, zero_at, full_at })
}

/// Gives the end of a scale that words name: “thang điểm 10”, “thang 5”.
fn scale_of(text: &str) -> Option<Points> {
    let plain = text.to_lowercase();
    let (_, behind) = plain.split_once("thang ")?;
    // “Thang điểm 1 - 10”, “thang điểm từ 0 đến 5” end at the second number.
    let number = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let behind = behind.trim_start_matches("điểm ").trim_start_matches("từ ");
    let first = number(behind);
    let rest = behind.get(first.len()..)?.trim_start();
    let last = ["-", "–", "đến"].iter().find_map(|joint| rest.strip_prefix(joint)).map(|rest| number(rest.trim_start()));
    Points::parse(&last.filter(|last| !last.is_empty()).unwrap_or(first))
}

/// Tells whether arithmetic takes an index that is made known to the maximum: “điểm DTI … do Sở … công bố nhân với 3, chia 100”.
/// Asks who types it.
pub fn is_made_known(asked: &Asked<'_>, expression: &Expression, doubts: &mut Vec<Doubt>) -> bool {
    let max = asked.words.max;
    let figures = expression.figures();
    let [Expression::Words(words)] = figures.as_slice() else { return false };
    let gives = |index: &Points| expression.value(max, Sign::Share, &|_| Some(index.clone()));
    let from_nothing = gives(&Points::zero()).is_some_and(|points| points.is_zero());
    let reaches = expression.numbers().iter().any(|end| *end > Points::one() && gives(end).as_ref() == Some(max));
    // “Điểm đạt được trong Bảng xếp hạng …/100” is a mark of another scale.
    let lower = words.to_lowercase();
    let shown = lower.contains("điểm ") && SYSTEMS.iter().any(|system| lower.contains(system));
    let marked = !is_index(words) && (lower.starts_with("điểm đạt được") || shown);
    if !(is_index(words) || marked) || !from_nothing || !reaches {
        return false;
    }
    if is_supplied(words) {
        doubts.push(who::done_by(asked.words.name, words, false));
    } else if marked {
        doubts.push(who::found_or_typed(asked.words.name, words));
    }
    true
}
