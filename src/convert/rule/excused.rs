//! Units that have nothing to do: what a table says of them holds for nobody else, so the rule stands as it is, and its form lets such
//! a unit say so.

use crate::convert::draft::{Inputs, Level, Measure, Rule};
use crate::convert::line::{Case, Clause, Gives, WordedClause};
use crate::convert::slug::unique;
use crate::figure::InputKind;
use crate::finding::convert::NOTHING_TO_DO;
use crate::points::Points;
use crate::yaml::Amount;

use super::measure::capital;
use super::{Attempt, Exempt, Words, attempt, beside};

/// Words that may stand in front of what a unit lacks.
const LEADS: [&str; 35] = [
    "trường hợp",
    "đối với",
    "nếu",
    "riêng",
    "khi",
    "các",
    "những",
    "đơn vị",
    "cơ quan",
    "địa phương",
    "xã, phường",
    "xã",
    "phường",
    "sở, ban, ngành",
    "sở, ngành",
    "sở",
    "ngành",
    "huyện",
    "ubnd cấp xã",
    "ubnd xã",
    "ubnd tỉnh",
    "cấp trên",
    "tỉnh",
    "trong năm đánh giá",
    "trong kỳ đánh giá",
    "năm đánh giá",
    "trong năm",
    "trong kỳ",
    "trong quý",
    "năm",
    "mà",
    "có",
    "thì",
    "(",
    "-",
];

/// What a unit has or is given, behind “không”: without it there is nothing to do.
const HAD: [&str; 14] = [
    "có",
    "phát sinh",
    "được giao",
    "được phân công",
    "được thanh tra",
    "được kiểm tra",
    "được",
    "thuộc",
    "phải",
    "giao",
    "nhận",
    "tiếp nhận",
    "thu",
    "còn",
];

/// What goes wrong: whoever denies it did well, and lacks nothing.
const FAULTS: [&str; 16] = [
    "vi phạm",
    "để xảy ra ",
    " bị ",
    "sai",
    "chậm",
    "trễ",
    "quá hạn",
    "thiếu",
    "muộn",
    "đúng",
    "đầy đủ",
    "kịp thời",
    "đạt",
    "hoàn thành",
    "bảo đảm",
    "đảm bảo",
];

/// What a unit lacks, as words say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// A thing, or a task: “không có đơn vị trực thuộc”, “không được giao vốn”.
    Thing,
    /// Something was not done: “không thực hiện bổ nhiệm”. That may be a failing, too.
    Deed,
}

/// Words of whoever is scored, or of a case that is set apart.
const SUBJECTS: [&str; 11] =
    ["trường hợp", "đơn vị", "cơ quan", "địa phương", "xã", "phường", "sở", "ngành", "huyện", "ubnd cấp xã", "ubnd xã"];

/// Tells whether a text names the units that it speaks of before it says what they lack.
fn names_units(text: &str) -> bool {
    let plain = text.to_lowercase();
    let front = plain.split("không ").next().unwrap_or_default();
    SUBJECTS.iter().any(|subject| format!(" {front}").contains(&format!(" {subject} ")))
}

/// Tells what a unit lacks of which a clause speaks; `None` where it speaks of anything else, or of what must not be.
fn lack(text: &str) -> Option<Lack> {
    let plain = text.to_lowercase();
    let mut rest = plain.trim_start();
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead).filter(|behind| !behind.starts_with(char::is_alphabetic)))
    {
        rest = behind.trim_start_matches([' ', ',', ':']);
    }
    let denied = ["không ", "chưa "].iter().find_map(|word| rest.strip_prefix(word))?;
    let end = [" thì ", ":", ";", "(", " được tính ", " được điểm ", " không tính ", " không đánh giá ", " không chấm "];
    let denied = end.iter().filter_map(|mark| denied.find(mark)).min().and_then(|at| denied.get(..at)).unwrap_or(denied);
    let spaced = format!(" {denied} ");
    if FAULTS.iter().any(|word| spaced.contains(word)) || denied.split_whitespace().count() < FEW {
        return None;
    }
    let had = HAD.iter().any(|word| denied.strip_prefix(word).is_some_and(|behind| behind.starts_with(' ')));
    Some(if had { Lack::Thing } else { Lack::Deed })
}

/// Tells whether words speak of units that have nothing to do, since they lack what it would be done with.
pub fn lacks_something(text: &str) -> bool {
    lack(text) == Some(Lack::Thing)
}

/// Fewest words that say what is lacking: “không có” alone may deny what a level asks for.
const FEW: usize = 2;

/// What a clause says of those who have nothing to do.
enum Excuse {
    /// The criterion doesn't count for them.
    LeftOut,
    /// They get no points, as any rate or number of nothing does.
    Nothing,
    /// They get so many points.
    Gives(Amount),
    /// Something that nobody understood.
    Open,
}

/// Reads a clause as one on units that have nothing to do.
fn excuse(words: &Words<'_>, said: &[WordedClause], at: usize) -> Option<Excuse> {
    let one = said.get(at)?;
    // What is left of the points of whoever was late stands beside what these are, and is asked.
    if one.clause == Clause::Unknown && halves(&one.text) {
        return Some(Excuse::Open);
    }
    // “Từ 80% trở lên hoặc không có vụ việc” are two cases of one text.
    let label = if let Clause::Case(case) = &one.clause { case.label.as_str() } else { "" };
    let lacks = lack(label).or_else(|| lack(&one.text))?;
    let demanded = || is_demanded(said, one);
    match &one.clause {
        Clause::Case(case) if case.condition.is_none() && case.days.is_none() => match &case.gives {
            Gives::NotCounted => (lacks == Lack::Thing || !demanded()).then_some(Excuse::LeftOut),
            Gives::Amount(amount, None) if amount.of(words.max).is_positive() => {
                let own = lacks == Lack::Thing || case.is_full(words.max);
                (own && (names_units(&one.text) || shares_words(words, said, at))).then(|| Excuse::Gives(amount.clone()))
            }
            Gives::Amount(_, None) if case.is_zero() && lacks == Lack::Thing && !demanded() => Some(Excuse::Nothing),
            _ => None,
        },
        Clause::Unknown => {
            (lacks == Lack::Thing && names_units(&one.text) && !one.text.contains(|c: char| c.is_ascii_digit())).then_some(Excuse::Open)
        }
        _ => None,
    }
}

/// Tells whether words only say which share of the points counts: “nếu đăng tải chậm thì chỉ được tính 50% số điểm”.
fn halves(text: &str) -> bool {
    let plain = text.to_lowercase();
    let said = ["chỉ được tính ", "chỉ tính ", "được tính bằng ", "chỉ được ", "chỉ đạt "].iter().find_map(|word| plain.split_once(word));
    let share = |behind: &str| {
        let behind = behind.trim_start();
        let number = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
        number.len() < behind.len() && ["% số điểm", "% điểm", "% tổng số điểm"].iter().any(|word| number.starts_with(word))
    };
    said.is_some_and(|(before, behind)| share(behind) && ["nếu ", "trường hợp ", "khi "].iter().any(|word| before.starts_with(word)))
}

/// Tells whether what a clause denies is what another one asks to be done: “không gửi báo cáo” beside “gửi báo cáo đúng hạn”.
fn is_demanded(said: &[WordedClause], one: &WordedClause) -> bool {
    const LIGHT: [&str; 8] = ["thực", "hiện", "tổ", "chức", "triển", "khai", "năm", "trong"];
    let Clause::Case(case) = &one.clause else { return true };
    let denied = case.words.iter().skip_while(|word| !["không", "chưa"].contains(&word.as_str())).skip(1);
    let denied: Vec<&String> = denied.filter(|word| !LIGHT.contains(&word.as_str())).collect();
    let asks = |other: &WordedClause| matches!(&other.clause, Clause::Case(level) if level != case && denied.iter().any(|word| level.words.contains(word)));
    denied.is_empty() || said.iter().any(asks)
}

/// Makes the rule of all clauses but the one on units that have nothing to do, and adds what that one says; `found` is what came of all
/// clauses together. Percentages that a unit would only pick from may be a rate without that one.
pub fn beside_nothing(words: &Words<'_>, said: &mut [WordedClause], inputs: &Inputs, found: Option<&Rule>) -> Option<Attempt> {
    let percent = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.condition.as_ref().is_some_and(|one| one.percent));
    let picked = matches!(found, Some(Rule::Levels { .. })) && said.iter().filter(percent).count() > 1;
    if found.is_some() && !picked {
        return None;
    }
    let found: Vec<(usize, Excuse)> = (0..said.len()).filter_map(|at| Some((at, excuse(words, said, at)?))).collect();
    let [(at, excuse)] = found.as_slice() else { return None };
    let mut rest = said.to_vec();
    rest.get_mut(*at)?.clause = Clause::Excuse;
    let mut made = attempt(words, &rest, inputs);
    let mut rule = made.rule.take().filter(|rule| !(rule.is_given() || picked && matches!(rule, Rule::Levels { .. })))?;
    // What a table says of those without any work of this kind is what 0 of 0 gives, and nobody asks for it.
    if shares_words(words, said, *at) || is_typed(&mut rule) {
        made.doubts.retain(|(code, _)| *code != &NOTHING_TO_DO);
        settle(&mut rule, excuse, words.max);
    }
    let one = said.get(*at)?;
    made.rule = Some(match excuse {
        Excuse::Nothing => rule,
        Excuse::LeftOut => {
            made.exempt = Exempt::MayNotApply;
            rule
        }
        Excuse::Open => {
            made.doubts.push(beside::beside(words.name, &one.text));
            rule
        }
        Excuse::Gives(amount) => {
            let Clause::Case(case) = &one.clause else { return None };
            given_beside(words.max, rule, case, amount, &mut made.inputs)?
        }
    });
    if made.exempt == Exempt::Nobody {
        made.exempt = Exempt::Told;
    }
    // What the rule says is no note.
    let said_by_rule = matches!(excuse, Excuse::Gives(_)) && !matches!(made.rule, Some(Rule::Deductions { .. }));
    if let Some(one) = said.get_mut(*at).filter(|_| !said_by_rule) {
        one.clause = Clause::Excuse;
    }
    Some(made)
}

/// Tells whether a clause denies what the name or another clause speaks of.
fn shares_words(words: &Words<'_>, said: &[WordedClause], at: usize) -> bool {
    const LIGHT: [&str; 22] = [
        "năm",
        "trong",
        "đơn",
        "vị",
        "được",
        "điểm",
        "tính",
        "tiêu",
        "chí",
        "này",
        "thì",
        "tối",
        "đa",
        "không",
        "đánh",
        "giá",
        "trường",
        "hợp",
        "phát",
        "sinh",
        "thực",
        "hiện",
    ];
    let split = |text: &str| -> Vec<String> {
        let plain = text.to_lowercase();
        plain
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic))
            .map(str::to_owned)
            .collect()
    };
    let others = said.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, one)| one.text.as_str());
    let known: Vec<String> = std::iter::once(words.name).chain(others).flat_map(split).collect();
    let own = said.get(at).map(|one| split(&one.text)).unwrap_or_default();
    own.iter().any(|word| !LIGHT.contains(&word.as_str()) && known.contains(word))
}

/// Gives what a rule measures, where it measures one thing.
fn measured(rule: &mut Rule) -> Option<&mut Measure> {
    match rule {
        Rule::Steps { measure, .. } | Rule::Ratio { measure, .. } | Rule::Interpolate { measure, .. } => Some(measure),
        Rule::StepBy(by) => Some(&mut by.measure),
        _ => None,
    }
}

/// Tells whether a unit types the rate of a rule, so that it can't say that there is nothing of it.
fn is_typed(rule: &mut Rule) -> bool {
    if let Rule::Formula { is, when_nothing } = rule {
        return when_nothing.is_none() && !is.contains(" = 0");
    }
    measured(rule).is_some_and(|measure| measure.to.is_none())
}

/// Writes what 0 of 0 gives into a rule of two figures, as the clause on those who have nothing to do says it.
fn settle(rule: &mut Rule, excuse: &Excuse, max: &Points) {
    let word = match excuse {
        Excuse::LeftOut => "not_applicable",
        Excuse::Gives(amount) if amount.of(max) == *max => "full",
        _ => return,
    };
    if let Some((_, nothing)) = measured(rule).and_then(|measure| measure.to.as_mut()) {
        *nothing = word;
    }
}

/// Adds to a rule what having nothing to do gives: a level more where one is picked, nothing where only faults take points, else an
/// alternative that such a unit says yes to.
fn given_beside(max: &Points, rule: Rule, case: &Case, amount: &Amount, inputs: &mut Inputs) -> Option<Rule> {
    let full = case.is_full(max);
    let best = match &rule {
        Rule::Levels { levels, .. } => levels.iter().any(|level| level.points.of(max) == *max),
        _ => true,
    };
    match rule {
        Rule::Deductions { .. } if full => Some(rule),
        Rule::Levels { of, mut levels } if best => {
            let mut taken = levels.iter().map(|level| level.id.clone()).collect();
            let label = capital(&case.label);
            let id = unique(&label, "muc", &mut taken);
            levels.push(Level { id, label, points: amount.clone(), penalty: None });
            Some(Rule::Levels { of, levels })
        }
        rule if rule.stands_within() && !matches!(rule, Rule::Levels { .. }) => {
            let of = inputs.add(InputKind::YesNo, &capital(&case.label), None);
            let nothing = Rule::YesNo { all: vec![of], yes: amount.clone(), no: Amount::Points(Points::zero()), penalty: None };
            Some(Rule::BestOf(vec![rule, nothing]))
        }
        _ => None,
    }
}
