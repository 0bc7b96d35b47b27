//! What is done beside what was asked: a target may be passed, so that it is no whole of which the other is a part.

use crate::convert::draft::{Inputs, Measure, Rule};
use crate::convert::line::{Case, Clause, Condition, Side, WordedClause, lowered};
use crate::figure::InputKind;
use crate::points::Points;
use crate::text::capital;

/// Finds the target that percentages are said to be of: “đạt từ 100% chỉ tiêu được giao trở lên”, “dưới 70% kế hoạch”. `None` where
/// these are things that are counted, “100% chỉ tiêu kinh tế” below “Thực hiện các chỉ tiêu”, or a plan of one thing.
pub fn behind_percentages(name: &str, before: &[Vec<String>], tails: &[String]) -> Option<String> {
    const GIVEN: [&str; 20] = [
        "theo", "kế", "hoạch", "được", "giao", "đề", "ra", "năm", "của", "tỉnh", "ubnd", "hđnd", "xã", "sở", "cấp", "trên", "trung",
        "ương", "đã", "phê",
    ];
    let name = name.to_lowercase();
    // What is done of one's own plan is no more than all of it.
    let done = |words: &Vec<String>| ["hoàn", "thực"].contains(&words.first().map_or("", String::as_str));
    if tails.iter().any(|tail| tail.to_lowercase().contains("kế hoạch")) && before.iter().any(done) {
        return None;
    }
    // Money is compared with its plan as two amounts.
    if name.contains("vốn") || name.contains("giải ngân") {
        return None;
    }
    let cleaned = |tail: &String| {
        let plain = tail.to_lowercase().replace(" trở lên", "").replace(" trở xuống", "");
        let plain = plain.trim_matches([' ', ',', '.']);
        ["so với ", "của "].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain).to_owned()
    };
    let of_target = |tail: &String| {
        let thing = SET.iter().find(|thing| tail.starts_with(**thing))?;
        let behind = tail.get(thing.len()..)?.trim();
        // “Chỉ tiêu Chính phủ giao” says by whom.
        let by = behind.ends_with(" giao") && behind.split(' ').count() <= 5 && behind.chars().all(|c| c.is_alphabetic() || c == ' ');
        let given = by || behind.split_whitespace().all(|word| GIVEN.contains(&word) || word.chars().all(|c| c.is_ascii_digit()));
        (given && !name.contains(thing)).then(|| tail.clone())
    };
    let said: Vec<String> = tails.iter().map(cleaned).filter(|tail| !tail.is_empty()).collect();
    let targets: Option<Vec<String>> = said.iter().map(of_target).collect();
    targets.filter(|all| !all.is_empty())?.into_iter().max_by_key(|tail| tail.chars().count())
}

/// Names how much of a plan is done, where the name says of what: “hoàn thành 100% kế hoạch” below “Đào tạo, bồi dưỡng công chức”.
pub fn of_own_plan(name: &str, (before, tails): (&[Vec<String>], &[String])) -> Option<String> {
    const RATES: [&str; 6] = ["tỷ lệ", "tỉ lệ", "mức độ", "kế hoạch", "chỉ số", "kết quả"];
    let plain = name.to_lowercase();
    let plan = |tail: &String| tail.to_lowercase().replace(" trở lên", "").trim() == "kế hoạch";
    let bare = tails.iter().any(plan) && tails.iter().all(|tail| tail.is_empty() || plan(tail));
    let done = before.iter().map(|words| words.join(" ")).find(|words| ["hoàn thành", "thực hiện"].contains(&words.as_str()))?;
    (bare && !RATES.iter().any(|word| plain.contains(word))).then(|| format!("Tỷ lệ {done} kế hoạch {}", lowered(name)))
}

/// Names what a rate is of that the line only calls by what is done, where its cases say that it is of a plan: “tỷ lệ giải ngân × 2”
/// beside “đạt 100% kế hoạch vốn”.
pub fn of_the_plan(name: &str, label: &str, said: &[WordedClause]) -> Option<String> {
    const BARE: [&str; 6] = ["hoàn thành", "thực hiện", "giải ngân", "đạt được", "đạt", "hoàn thành kế hoạch"];
    let plain = label.to_lowercase();
    let deed = ["tỷ lệ ", "tỉ lệ "].iter().find_map(|rate| plain.strip_prefix(rate)).filter(|deed| BARE.contains(deed))?;
    let tails = said.iter().filter_map(|one| match &one.clause {
        Clause::Case(case) => case.condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.tail.to_lowercase()),
        _ => None,
    });
    let plans: Vec<String> = tails.map(|tail| tail.replace(" trở lên", "").trim().to_owned()).collect();
    let plan = plans.iter().filter(|tail| SET.iter().any(|thing| tail.starts_with(thing))).max_by_key(|tail| tail.chars().count())?;
    let deed = if deed.starts_with("đạt") { "thực hiện" } else { deed.trim_end_matches(" kế hoạch") };
    let thing = SET.iter().find(|thing| plan.starts_with(**thing))?;
    // The name says which plan it is.
    let small = name.to_lowercase();
    let of_name = small.find(thing).and_then(|at| name.get(at..)).and_then(|rest| rest.split(['(', ';', ':']).next()).map(lowered);
    if of_name.is_none() && small.starts_with(&format!("{deed} ")) {
        return Some(format!("Tỷ lệ {} so với {plan}", lowered(name)));
    }
    let longer = of_name.filter(|rest| rest.trim().chars().count() > plan.chars().count());
    Some(format!("Tỷ lệ {deed} {}", longer.as_deref().unwrap_or(plan).trim()))
}

/// Says how much of a plan was done: it is one, of which there are no numbers.
pub fn of_one_plan(label: &str) -> Option<String> {
    let plan = label.strip_prefix("Tỷ lệ ").filter(|rest| rest.starts_with("kế hoạch"))?;
    let deed = ["hoàn thành", "thực hiện"].iter().find(|deed| plan.ends_with(&format!(" đã {deed}")))?;
    Some(format!("Tỷ lệ {deed} {}", plan.strip_suffix(&format!(" đã {deed}"))?))
}

/// Takes “đạt hoặc vượt chỉ tiêu” for 100 % of it, where other cases say how many per cent of the target give what.
pub fn reached(name: &str, said: &mut [WordedClause]) {
    let (before, tails): (Vec<Vec<String>>, Vec<String>) = said
        .iter()
        .filter_map(|one| match &one.clause {
            Clause::Case(case) => case.condition.as_ref().filter(|condition| condition.percent),
            _ => None,
        })
        .map(|condition| (condition.before.clone(), condition.tail.clone()))
        .unzip();
    if behind_percentages(name, &before, &tails).is_none() {
        return;
    }
    // “Thu đạt hoặc vượt dự toán” beside “thu đạt từ 90% dự toán” says what reaches it.
    let same: Vec<String> =
        before.iter().filter(|words| words.last().is_some_and(|word| word == "đạt")).map(|words| words.join(" ")).collect();
    let target = |case: &Case| {
        let plain = case.label.to_lowercase();
        let reaches = ["đạt", "hoàn thành", "vượt"].iter().any(|word| plain.starts_with(word))
            || same.iter().any(|words| plain.starts_with(words.as_str()));
        // “Các chỉ tiêu” are several.
        let plainly = reaches && case.condition.is_none() && case.days.is_none() && !plain.contains("các ");
        let at = SET.iter().find_map(|thing| plain.find(thing))?;
        let passes = plain.contains("vượt") && !plain.contains(" hoặc ") && !plain.contains(" và ");
        plainly.then_some((at, passes))
    };
    let found: Vec<bool> = said
        .iter()
        .filter_map(|one| if let Clause::Case(case) = &one.clause { target(case) } else { None })
        .map(|(_, passes)| passes)
        .collect();
    let passed = found.contains(&true);
    // Two that say the same are levels of something else.
    if found.iter().filter(|passes| **passes).count() > 1 || found.iter().filter(|passes| !**passes).count() > 1 {
        return;
    }
    for one in said {
        let Clause::Case(case) = &mut one.clause else { continue };
        if let Some((at, passes)) = target(case) {
            let plain = case.label.to_lowercase();
            let side = match (passes, passed) {
                (true, _) => Side::Above,
                (false, true) => Side::Exactly,
                (false, false) => Side::From,
            };
            case.condition = Some(Condition {
                bounds: vec![(side, Points::hundred())],
                percent: true,
                before: plain
                    .get(..at)
                    .unwrap_or_default()
                    .split_whitespace()
                    .take_while(|word| !["hoặc", "và", "vượt"].contains(word))
                    .map(str::to_owned)
                    .collect(),
                after: plain.get(at..).unwrap_or_default().split(' ').map(str::to_owned).collect(),
                tail: plain.get(at..).unwrap_or_default().to_owned(),
            });
        }
    }
}

/// Names a target where words only say that there is one.
pub fn named(target: &str) -> String {
    let short = SET.contains(&target);
    capital(&if short { format!("{target} được giao") } else { target.to_owned() })
}

/// Words of targets that may be passed, whatever else is said of them.
const PASSED: [&str; 3] = ["chỉ tiêu", "mục tiêu", "dự toán"];

/// Words of what was set for the year: it may be passed where a line says so.
const SET: [&str; 4] = ["chỉ tiêu", "mục tiêu", "dự toán", "kế hoạch"];

/// Words of what else a result is compared with: other norms, and what another time came to.
const COMPARED: [&str; 6] = ["định mức", "năm trước", "cùng kỳ", "được giao", "năm liền kề", "kỳ trước"];

/// Tells whether the whole of a measure is a target that the lines say may be passed, or one that by its name may be.
pub fn is_of_a_target(said: &[WordedClause], measure: &Measure, inputs: &Inputs) -> bool {
    let Some((to, _)) = &measure.to else { return false };
    let whole = inputs.list.iter().find(|input| input.id == *to).map_or_else(String::new, |input| input.label.to_lowercase());
    let passed = said.iter().any(|one| one.text.to_lowercase().contains("vượt"));
    let named = |list: &[&str]| list.iter().any(|word| whole.contains(word));
    // “Tổng số nhiệm vụ được giao” is all there is to do.
    let counted = whole.starts_with("tổng số ") || whole.starts_with("số nhiệm vụ");
    !counted && (named(&PASSED) || passed && (named(&SET) || named(&COMPARED)))
}

/// Writes points in proportion to a target, with rates as percentages and money with decimals.
pub fn beside_a_target(measure: &Measure, max: &Points, inputs: &mut Inputs) -> Rule {
    let (of, nothing) = (&measure.of, measure.to.as_ref().map_or("zero", |(_, nothing)| nothing));
    let to = measure.to.as_ref().map_or(of, |(to, _)| to);
    let both = |fits: &dyn Fn(&str) -> bool| {
        let mut two = inputs.list.iter().filter(|input| input.id == *of || input.id == *to);
        two.all(|input| fits(&input.label.to_lowercase()))
    };
    let rates = both(&|label| label.starts_with("tỷ lệ") || label.starts_with("tỉ lệ"));
    let counts = both(&|label| ["số ", "tổng số "].iter().any(|word| label.starts_with(word)) && !label.contains("thu"));
    for input in inputs.list.iter_mut().filter(|input| input.id == *of || input.id == *to) {
        if rates {
            (input.kind, input.measure) = (InputKind::Percent, Some("%".to_owned()));
        } else if !counts {
            input.kind = InputKind::Points;
        }
    }
    let given = match nothing {
        "full" => max.plain(),
        _ => "0".to_owned(),
    };
    match nothing {
        "not_applicable" => Rule::Formula { is: format!("min({of} / {to} * {max}, {max})"), when_nothing: Some("not_applicable") },
        _ => Rule::arithmetic(format!("if({to} = 0, {given}, min({of} / {to} * {max}, {max}))")),
    }
}

/// Writes arithmetic over a target, with what no target gives.
pub fn written(measure: &Measure, max: &Points, text: String) -> Option<Rule> {
    let (to, nothing) = measure.to.as_ref()?;
    Some(match *nothing {
        "full" => Rule::arithmetic(format!("if({to} = 0, {}, {text})", max.plain())),
        "not_applicable" => Rule::Formula { is: text, when_nothing: Some("not_applicable") },
        _ => Rule::arithmetic(format!("if({to} = 0, 0, {text})")),
    })
}

/// Tells whether words that deny something deny the target, or nothing that they name: “không được giao chỉ tiêu”, “không phát sinh”.
/// “Không phát sinh hồ sơ” names what there is none of, whatever the target is.
pub fn is_denied(text: &str) -> bool {
    const SAID: [&str; 20] = [
        "không",
        "chưa",
        "phát",
        "sinh",
        "có",
        "nào",
        "trường",
        "hợp",
        "nếu",
        "trong",
        "năm",
        "đơn",
        "vị",
        "được",
        "giao",
        "kỳ",
        "đối",
        "với",
        "thì",
        "trên",
    ];
    let denied = text.split([':', ';']).next().unwrap_or_default().to_lowercase();
    SET.iter().any(|word| denied.contains(word))
        || denied.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| SAID.contains(&word))
}
