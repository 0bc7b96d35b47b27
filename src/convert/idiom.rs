//! The lines of a criterion → its rule, where they are one of the idioms of decisions; else what was not understood.

use crate::finding::Code;
use crate::finding::convert::{BOUND, NOTHING_TO_DO};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;
use crate::typed::value::day::{Reading, read};
use crate::yaml::Amount;

use super::bounds::{Condition, Side, condition};
use super::draft::{Inputs, Kind, Level, Measure, Rule, Step};
use super::piece::{Gives, Piece, unbullet};
use super::proportion::Proportion;
use super::sentence::{PartOf, Sentence, fraction, is_survey, sentence, sentence_case};
use super::slug::unique;

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
    /// Whether the column of the survey is marked.
    pub survey: bool,
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
    /// Lines that were not understood.
    pub failed: Vec<String>,
    /// What was decided and should be looked at.
    pub doubts: Vec<(&'static Code, Text)>,
}

/// Reads the lines of a leaf.
pub fn recognise(words: &Words<'_>) -> Recognised {
    let mut done = Recognised::default();
    for (label, measure) in words.figures {
        done.inputs.add(Kind::of_label(label), unbullet(label).trim_end_matches([':', '.', ';', ' ']), measure.clone());
    }
    if words.survey || is_survey(words.name) {
        done.rule = Some(Rule::Given("survey"));
        done.inputs = Inputs::default();
        done.remarks = words.lines.to_vec();
        return done;
    }
    let sentences: Vec<(&String, Sentence)> =
        words.lines.iter().flat_map(|line| said(line).into_iter().map(move |one| (line, one))).collect();
    if let Some(scorer) = sentences.iter().find_map(|(_, one)| if let Sentence::Scorer(by) = one { Some(*by) } else { None }) {
        done.rule = Some(Rule::Given(scorer));
        if scorer == "survey" {
            done.inputs = Inputs::default();
        }
        done.remarks = words.lines.to_vec();
        return done;
    }
    let mut found = Found::default();
    for (line, sentence) in sentences {
        match sentence {
            Sentence::Heading | Sentence::Scorer(_) => {}
            // "Điểm tối đa: 2" says the maximum once more.
            Sentence::Pieces(pieces) if matches!(pieces.as_slice(), [one] if is_maximum(&one.label) && is_full(one, words.max)) => {}
            Sentence::Pieces(pieces) if pieces.iter().any(|one| is_maximum(&one.label)) => done.failed.push(line.clone()),
            Sentence::Pieces(pieces) => found.pieces.extend(pieces),
            Sentence::Each { what, each, cap } => found.each.push((what, each, cap)),
            Sentence::Taken { what, each, cap } => found.taken.push((what, each, cap)),
            Sentence::Proportion(parts, proportion) => found.proportions.push((parts, proportion)),
            Sentence::Rate(parts) => found.rate = Some(parts),
            Sentence::Letters(letters) => found.letters.extend(letters),
            Sentence::Remark => done.remarks.push(unbullet(line).to_owned()),
            Sentence::Unknown => done.failed.push(line.clone()),
        }
    }
    let fractions = words.lines.iter().find_map(|line| fraction(line));
    if !done.failed.is_empty() || found.is_empty() {
        if found.is_empty() && done.failed.is_empty() && (!found.letters.is_empty() || found.rate.is_some()) {
            done.failed = words.lines.to_vec();
        }
        return done;
    }
    let mut inputs = done.inputs.clone();
    let rule = rule(words, &found, fractions, &mut inputs, &mut done.doubts);
    if let Some(rule) = rule {
        done.inputs = inputs;
        done.rule = Some(rule);
    } else {
        done.failed = words.lines.to_vec();
        done.remarks.clear();
        done.doubts.clear();
    }
    done
}

/// Takes a line for what it says; where it is none of the idioms as a whole, its parts.
fn said(line: &str) -> Vec<Sentence> {
    let whole = sentence(line);
    if matches!(whole, Sentence::Unknown) && line.contains(';') {
        let parts: Vec<Sentence> = line.split(';').filter(|part| !part.trim().is_empty()).map(sentence).collect();
        if !parts.iter().any(|part| matches!(part, Sentence::Unknown)) {
            return parts;
        }
    }
    vec![whole]
}

/// What the lines of a leaf say, sorted.
#[derive(Default)]
struct Found {
    pieces: Vec<Piece>,
    each: Vec<(String, Amount, Option<Amount>)>,
    taken: Vec<(String, Amount, Option<Amount>)>,
    /// Part and whole in words, and what is multiplied by the maximum.
    proportions: Vec<(Option<PartOf>, Proportion)>,
    /// Part and whole of a rate.
    rate: Option<PartOf>,
    letters: Vec<(char, String)>,
}

impl Found {
    /// Tells whether nothing says how points are given.
    fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.each.is_empty() && self.taken.is_empty() && self.proportions.is_empty()
    }
}

/// Makes the rule of what the lines say; `None` where they don't go together.
fn rule(
    words: &Words<'_>,
    found: &Found,
    letters: Option<(char, char)>,
    inputs: &mut Inputs,
    doubts: &mut Vec<(&'static Code, Text)>,
) -> Option<Rule> {
    if !found.taken.is_empty() {
        return deductions(words, found, inputs);
    }
    if let [(what, each, cap)] = found.each.as_slice() {
        let zero = |piece: &Piece| is_zero(piece) && negative(&piece.label);
        if !found.proportions.is_empty() || !found.pieces.iter().all(zero) {
            return None;
        }
        let of = inputs.only(Kind::Count).map(|input| input.id.clone());
        let of = of.unwrap_or_else(|| {
            inputs.add(Kind::Count, &format!("Số {what}"), Some(what.clone()).filter(|what| what.chars().count() <= 30))
        });
        return Some(Rule::Count { of, each: each.clone(), cap: cap.clone() });
    }
    if !found.each.is_empty() {
        return None;
    }
    let proportional = !found.proportions.is_empty() || found.pieces.iter().any(|piece| matches!(piece.gives, Gives::InProportion(_)));
    let nothing = found.pieces.iter().find_map(when_nothing);
    let conditions: Vec<Option<Condition>> = found.pieces.iter().map(|piece| condition(&piece.label)).collect();
    if proportional {
        return ratio(words, found, &conditions, letters, nothing, inputs, doubts);
    }
    if let Some(rule) = deadline(words, &found.pieces, inputs) {
        return Some(rule);
    }
    if let Some(rule) = steps(words, found, &conditions, nothing, inputs, doubts) {
        return Some(rule);
    }
    levels(words, &found.pieces, inputs)
}

/// Tells whether a label is that of the maximum.
fn is_maximum(label: &str) -> bool {
    ["diem toi da", "thang diem", "diem chuan", "tong diem", "tong so diem", "toi da"].contains(&bare(label).as_str())
}

/// Tells whether a piece gives nothing.
fn is_zero(piece: &Piece) -> bool {
    matches!(&piece.gives, Gives::Amount(Amount::Points(points) | Amount::Share(points), _) if points.is_zero())
}

/// Tells whether a piece gives the maximum.
fn is_full(piece: &Piece, max: &Points) -> bool {
    matches!(&piece.gives, Gives::Amount(amount, _) if amount.of(max) == *max)
}

/// Tells whether a label says that something was not done.
fn negative(label: &str) -> bool {
    let plain = bare(label);
    let begins = ["khong", "chua", "nguoc lai", "thieu", "neu khong", "neu chua", "sai", "truong hop khong"];
    begins.iter().any(|word| plain.starts_with(word)) || is_rest(label) || plain.contains("mot trong") || plain.contains("khong dat")
}

/// Tells whether a label speaks of everything else.
fn is_rest(label: &str) -> bool {
    let plain = bare(label);
    [
        "con lai",
        "cac truong hop con lai",
        "truong hop con lai",
        "truong hop khac",
        "cac truong hop khac",
        "cac muc con lai",
        "muc con lai",
        "khac",
    ]
    .iter()
    .any(|word| plain == *word)
}

/// Tells what a piece says of having nothing to do.
fn when_nothing(piece: &Piece) -> Option<&'static str> {
    let plain = bare(&piece.label);
    if !plain.contains("khong phat sinh") && !plain.contains("khong co ho so") {
        return None;
    }
    match &piece.gives {
        Gives::Amount(Amount::Share(share), None) if *share == Points::one() => Some("full"),
        _ if is_zero(piece) => Some("zero"),
        Gives::Amount(Amount::Points(_), None) => Some("full"),
        _ => None,
    }
}

/// Finds what a rate is measured by: part and whole among the figures, in the words, or one percentage.
fn measure(
    words: &Words<'_>,
    found: &Found,
    letters: Option<(char, char)>,
    nothing: Option<&'static str>,
    inputs: &mut Inputs,
    doubts: &mut Vec<(&'static Code, Text)>,
) -> Measure {
    let named = |letter: char| found.letters.iter().find(|(one, _)| *one == letter).map(|(_, label)| label.clone());
    let by_letter = letters.and_then(|(part, whole)| Some((named(part)?, named(whole)?)));
    let by_words = || found.proportions.iter().find_map(|(parts, _)| parts.clone());
    let pair = inputs.part_of().or_else(|| {
        let (part, whole) = by_letter.or_else(by_words).or_else(|| found.rate.clone())?;
        let kind = |label: &str| if Kind::of_label(label) == Kind::Points { Kind::Points } else { Kind::Count };
        let (of, to) = (kind(&part), kind(&whole));
        Some((inputs.add(of, &part, None), inputs.add(to, &whole, None)))
    });
    if let Some((of, to)) = pair {
        if nothing.is_none() {
            let name = words.name;
            doubts.push((
                &NOTHING_TO_DO,
                text!("“{name}”: bảng không nói tính thế nào khi mẫu số bằng 0", "“{name}”: the table doesn't say what 0 of 0 means"),
            ));
        }
        return Measure { of, to: Some((to, nothing.unwrap_or("zero"))) };
    }
    let single = inputs.only(Kind::Percent).map(|input| input.id.clone());
    Measure { of: single.unwrap_or_else(|| inputs.add(Kind::Percent, words.name, Some("%".into()))), to: None }
}

/// Makes a rule in proportion to a rate.
fn ratio(
    words: &Words<'_>,
    found: &Found,
    conditions: &[Option<Condition>],
    letters: Option<(char, char)>,
    nothing: Option<&'static str>,
    inputs: &mut Inputs,
    doubts: &mut Vec<(&'static Code, Text)>,
) -> Option<Rule> {
    let hundred = Points::hundred();
    match found.proportions.as_slice() {
        [(_, Proportion::Between(low, high))] if found.pieces.is_empty() => {
            let measure = measure(words, found, letters, nothing, inputs, doubts);
            return Some(Rule::Interpolate { measure, zero_at: low.clone(), full_at: high.clone() });
        }
        [(_, Proportion::Best)] if found.pieces.is_empty() => {
            return Some(Rule::Relative { measure: measure(words, found, letters, nothing, inputs, doubts) });
        }
        [(_, Proportion::FullAt(full))] if found.pieces.is_empty() => {
            let measure = measure(words, found, letters, nothing, inputs, doubts);
            return Some(Rule::Ratio { measure, full_at: full.clone(), zero_below: None });
        }
        _ => {}
    }
    let mut zero_below = None;
    let mut begins = None;
    let factor_fits = |factor: &Option<Points>| factor.as_ref().is_none_or(|factor| factor == words.max);
    for (piece, condition) in found.pieces.iter().zip(conditions) {
        if when_nothing(piece).is_some() {
            continue;
        }
        let bounds = condition.as_ref().filter(|condition| condition.percent).map(|condition| condition.bounds.as_slice());
        match (&piece.gives, bounds) {
            (Gives::InProportion(factor), bounds) if factor_fits(factor) => match bounds {
                Some([(Side::From, from)]) => begins = Some(from.clone()),
                Some([(Side::From, from), (Side::Below | Side::UpTo, to)]) if *to == hundred => begins = Some(from.clone()),
                Some([(Side::Below, to)]) if *to == hundred => {}
                None => {}
                _ => return None,
            },
            (_, Some([(Side::Exactly | Side::From, at)])) if is_full(piece, words.max) && *at == hundred => {}
            (_, Some([(Side::Below, at)])) if is_zero(piece) => zero_below = Some(at.clone()),
            (_, None) if is_zero(piece) && negative(&piece.label) => {}
            _ => return None,
        }
    }
    if !found.proportions.iter().all(|(_, one)| matches!(one, Proportion::Plain(factor) if factor_fits(factor)))
        || (begins.is_some() && zero_below.is_some() && begins != zero_below)
    {
        return None;
    }
    let measure = measure(words, found, letters, nothing, inputs, doubts);
    Some(Rule::Ratio { measure, full_at: hundred, zero_below: zero_below.or(begins) })
}

/// Makes a rule of steps.
fn steps(
    words: &Words<'_>,
    found: &Found,
    conditions: &[Option<Condition>],
    nothing: Option<&'static str>,
    inputs: &mut Inputs,
    doubts: &mut Vec<(&'static Code, Text)>,
) -> Option<Rule> {
    let (mut list, mut units, mut otherwise) = (Vec::new(), Vec::new(), None);
    let percent = conditions.iter().flatten().any(|condition| condition.percent);
    let ends = ["ngay", "thang", "quy", "nam", "truoc", "sau", "loai", "do", "cap", "hang", "thu", "nhom", "khoan", "dieu"];
    for (piece, condition) in found.pieces.iter().zip(conditions) {
        let Gives::Amount(points, penalty) = &piece.gives else { return None };
        match condition {
            Some(condition) if condition.percent == percent => {
                let dated = condition.before.split(' ').next_back().is_some_and(|word| ends.contains(&word));
                if !percent && dated {
                    return None;
                }
                units.push(condition.after.clone());
                list.push(Step { bounds: condition.bounds.clone(), points: points.clone(), penalty: penalty.clone() });
            }
            _ if when_nothing(piece).is_some() && percent => {}
            _ if otherwise.is_none() && penalty.is_none() && (is_rest(&piece.label) || (is_zero(piece) && negative(&piece.label))) => {
                otherwise = Some(points.clone());
            }
            _ => return None,
        }
    }
    let unit = units.iter().filter(|unit| !unit.is_empty()).min_by_key(|unit| unit.len()).cloned().unwrap_or_default();
    // “Đúng 5 bước: 2; không đúng: 0” counts nothing.
    if list.is_empty() || (!percent && (list.len() < 2 || units.iter().any(|other| !other.is_empty() && !other.starts_with(&unit)))) {
        return None;
    }
    apart(words, &mut list, percent, doubts);
    let measure = if percent {
        measure(words, found, None, nothing, inputs, doubts)
    } else {
        let single = inputs.only(Kind::Count).map(|input| input.id.clone());
        let shown = spelt(&found.pieces, &unit);
        Measure { of: single.unwrap_or_else(|| inputs.add(Kind::Count, words.name, shown)), to: None }
    };
    Some(Rule::Steps { measure, percent, steps: list, otherwise })
}

/// Spells folded words as the table does.
fn spelt(pieces: &[Piece], unit: &str) -> Option<String> {
    let unit = unit.trim();
    let found = pieces.iter().find_map(|piece| {
        let shown: Vec<&str> = piece.label.split_whitespace().collect();
        let count = unit.split_whitespace().count();
        shown.windows(count.max(1)).find(|window| bare(&window.join(" ")) == unit).map(|window| window.join(" "))
    });
    found.filter(|_| !unit.is_empty() && unit.chars().count() <= 30)
}

/// Gives a bound that two steps hold to the one with more points.
fn apart(words: &Words<'_>, list: &mut [Step], percent: bool, doubts: &mut Vec<(&'static Code, Text)>) {
    let snapshot = list.to_vec();
    for (n, step) in snapshot.iter().enumerate() {
        let Some((Side::UpTo, at)) = step.bounds.last() else { continue };
        let holds = |other: &Step| matches!(other.bounds.first(), Some((Side::From | Side::Exactly, low)) if low == at);
        let Some((m, other)) = snapshot.iter().enumerate().find(|(m, other)| *m != n && holds(other)) else { continue };
        let upper_wins = other.points.of(words.max) >= step.points.of(words.max);
        if upper_wins {
            set_bound(list.get_mut(n).and_then(|step| step.bounds.last_mut()), Side::Below);
        } else {
            set_bound(list.get_mut(m).and_then(|step| step.bounds.first_mut()), Side::Above);
        }
        let (name, sign) = (words.name, if percent { " %" } else { "" });
        let (at_vi, at) = (at.plain_vi(), at.plain());
        doubts.push((
            &BOUND,
            text!("“{name}”: mốc {at_vi}{sign} thuộc cả hai bậc của bảng", "“{name}”: two steps of the table hold {at}{sign}"),
        ));
    }
}

/// Changes the side of a bound.
fn set_bound(bound: Option<&mut (Side, Points)>, side: Side) {
    if let Some(bound) = bound {
        bound.0 = side;
    }
}

/// Makes a rule of conditions or levels.
fn levels(words: &Words<'_>, pieces: &[Piece], inputs: &mut Inputs) -> Option<Rule> {
    let amount = |piece: &Piece| match &piece.gives {
        Gives::Amount(amount, penalty) => Some((amount.clone(), penalty.clone())),
        Gives::InProportion(_) => None,
    };
    if let [yes, rest @ ..] = pieces
        && rest.len() <= 1
        && is_full(yes, words.max)
        && (yes.marked || !rest.is_empty())
        && rest.iter().all(|no| is_zero(no) && negative(&no.label))
    {
        let no = rest.first();
        let labels = conditions_of(words.name, &yes.label, no.map(|no| no.label.as_str()));
        let all = labels.iter().map(|label| inputs.add(Kind::YesNo, label, None)).collect();
        let (no, penalty) = no.and_then(amount).unwrap_or((Amount::Points(Points::zero()), None));
        return Some(Rule::YesNo { all, yes: amount(yes)?.0, no, penalty });
    }
    if pieces.len() < 2 {
        return None;
    }
    let mut taken = Vec::new();
    let levels = pieces.iter().map(|piece| {
        let (points, penalty) = amount(piece)?;
        let label = sentence_case(&piece.label);
        Some(Level { id: unique(&label, "muc", &mut taken), label, points, penalty })
    });
    let levels = levels.collect::<Option<Vec<_>>>()?;
    let of = inputs.add(Kind::Choice, words.name, None);
    Some(Rule::Levels { of, levels })
}

/// Splits a condition that says "và" where the line of 0 points says that one of them missing is enough.
fn conditions_of(name: &str, yes: &str, no: Option<&str>) -> Vec<String> {
    let plain = bare(yes);
    let says_nothing = ["co", "dat", "dung", "yes", "x", "co ban hanh", "dam bao", "thuc hien"];
    if says_nothing.contains(&plain.as_str()) {
        return vec![name.to_owned()];
    }
    let one_of = no.map(bare).filter(|no| no.contains("mot trong") || no.starts_with("thieu"));
    let Some(one_of) = one_of else { return vec![sentence_case(yes)] };
    let parts: Vec<String> =
        yes.split(" và ").flat_map(|part| part.split(", ")).map(sentence_case).filter(|part| part.chars().count() > 2).collect();
    let said = [("hai", 2), ("2", 2), ("ba", 3), ("3", 3), ("bon", 4), ("4", 4)];
    let count = said.iter().find(|(word, _)| one_of.contains(&format!("trong {word}")) || one_of.contains(&format!("trong so {word}")));
    if parts.len() >= 2 && count.is_none_or(|(_, count)| *count == parts.len()) { parts } else { vec![sentence_case(yes)] }
}

/// Makes a rule of what is taken for each violation.
fn deductions(words: &Words<'_>, found: &Found, inputs: &mut Inputs) -> Option<Rule> {
    // "Không vi phạm: điểm tối đa" says where it starts.
    let start = |piece: &Piece| is_full(piece, words.max) && negative(&piece.label);
    if !found.each.is_empty() || !found.proportions.is_empty() || !found.pieces.iter().all(start) {
        return None;
    }
    let single = if found.taken.len() == 1 { inputs.only(Kind::Count).map(|input| input.id.clone()) } else { None };
    let mut floor = None;
    let mut lines = Vec::new();
    for (what, each, cap) in &found.taken {
        if let Some(cap) = cap.as_ref().map(|cap| cap.of(words.max)).filter(|cap| cap != words.max) {
            // "tối đa trừ 1 điểm" of one violation among several is no floor of the whole.
            floor = Some(words.max - &cap).filter(|floor| found.taken.len() == 1 && floor.is_positive());
            floor.as_ref()?;
        }
        let of = single.clone().unwrap_or_else(|| inputs.add(Kind::Count, &format!("Số {what}"), None));
        lines.push((of, each.clone()));
    }
    Some(Rule::Deductions { lines, floor })
}

/// Makes a rule of days; `None` where a label names none, or one without its year.
fn deadline(words: &Words<'_>, pieces: &[Piece], inputs: &mut Inputs) -> Option<Rule> {
    let zero = || Amount::Points(Points::zero());
    let (mut steps, mut later, mut never) = (Vec::new(), None, None);
    for piece in pieces {
        let Gives::Amount(points, penalty) = &piece.gives else { return None };
        let plain = bare(&piece.label);
        let mut day = plain.split(' ').filter_map(|word| match read(word.trim_matches([',', '.', ';', '(', ')'])) {
            Reading::Day(day) => Some(day),
            _ => None,
        });
        let has = |list: &[&str]| list.iter().any(|word| plain.contains(word));
        match day.next_back() {
            Some(day) if has(&["truoc"]) && penalty.is_none() => steps.push((day, true, points.clone())),
            Some(day) if has(&["den ", "cham nhat", "khong muon hon", "khong qua", "het "]) && !has(&["sau "]) && penalty.is_none() => {
                steps.push((day, false, points.clone()));
            }
            Some(day) if has(&["sau "]) && penalty.is_none() => later = Some((day, points.clone())),
            None if is_rest(&piece.label) && penalty.is_none() => {
                never = Some((points.clone(), None));
                later = later.or_else(|| steps.last().map(|(day, ..)| (*day, points.clone())));
            }
            None if negative(&piece.label) && never.is_none() => never = Some((points.clone(), penalty.clone())),
            _ => return None,
        }
    }
    let (last, before, _) = steps.last()?;
    let fits = later.as_ref().is_none_or(|(day, _)| day == last || (*before && last.yesterday().is_ok_and(|eve| eve == *day)));
    if !fits {
        return None;
    }
    let label = format!("Ngày thực hiện: {}", words.name);
    let of = inputs.list.iter().find(|input| input.kind == Kind::Date).map(|input| input.id.clone());
    let of = of.unwrap_or_else(|| inputs.add(Kind::Date, &label, None));
    let later = later.map_or_else(zero, |(_, points)| points);
    Some(Rule::Deadline { of, steps, later, never: never.unwrap_or_else(|| (zero(), None)) })
}
