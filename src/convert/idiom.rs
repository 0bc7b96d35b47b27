//! The lines of a criterion → its rule, where they are one of the idioms of decisions; else what was not understood.

use crate::finding::Code;
use crate::finding::convert::{BOUND, NOTHING_TO_DO};
use crate::points::Points;
use crate::text;
use crate::text::Text;
use crate::text::fold::{bare, tidy};
use crate::yaml::Amount;

use super::bounds::{Condition, Side, condition};
use super::draft::{Inputs, Kind, Level, Measure, Rule, Step};
use super::piece::{Gives, Piece, is_proportion, leading, pieces, unbullet};
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

/// A line, taken for what it says.
enum Sentence {
    /// Heading of other lines.
    Heading,
    /// What is said, and what it gives.
    Pieces(Vec<Piece>),
    /// So much for each.
    Each { what: String, each: Amount, cap: Option<Amount> },
    /// In proportion, with the words of part and whole where the line has them.
    Proportion(Option<(String, String)>, Option<Points>),
    /// What letters of a formula stand for.
    Letters(Vec<(char, String)>),
    /// Scored by the survey, or by the council.
    Scorer(&'static str),
    /// Nothing of points.
    Remark,
    /// Not understood.
    Unknown,
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
    let sentences: Vec<Sentence> = words.lines.iter().map(|line| sentence(line)).collect();
    if let Some(scorer) = sentences.iter().find_map(|one| if let Sentence::Scorer(by) = one { Some(*by) } else { None }) {
        done.rule = Some(Rule::Given(scorer));
        if scorer == "survey" {
            done.inputs = Inputs::default();
        }
        done.remarks = words.lines.to_vec();
        return done;
    }
    let mut found = Found::default();
    for (line, sentence) in words.lines.iter().zip(sentences) {
        match sentence {
            Sentence::Heading | Sentence::Scorer(_) => {}
            // "Điểm tối đa: 2" says the maximum once more.
            Sentence::Pieces(pieces) if matches!(pieces.as_slice(), [one] if is_maximum(&one.label) && is_full(one, words.max)) => {}
            Sentence::Pieces(pieces) if pieces.iter().any(|one| is_maximum(&one.label)) => done.failed.push(line.clone()),
            Sentence::Pieces(pieces) => found.pieces.extend(pieces),
            Sentence::Each { what, each, cap } => found.each.push((what, each, cap)),
            Sentence::Proportion(parts, factor) => found.proportions.push((parts, factor)),
            Sentence::Letters(letters) => found.letters.extend(letters),
            Sentence::Remark => done.remarks.push(unbullet(line).to_owned()),
            Sentence::Unknown => done.failed.push(line.clone()),
        }
    }
    let fractions = words.lines.iter().find_map(|line| fraction(line));
    if !done.failed.is_empty() || found.is_empty() {
        if found.is_empty() && done.failed.is_empty() && !found.letters.is_empty() {
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

/// Words of a part and its whole.
type PartOf = (String, String);

/// What the lines of a leaf say, sorted.
#[derive(Default)]
struct Found {
    pieces: Vec<Piece>,
    each: Vec<(String, Amount, Option<Amount>)>,
    /// Part and whole in words, and what the rate is multiplied by.
    proportions: Vec<(Option<PartOf>, Option<Points>)>,
    letters: Vec<(char, String)>,
}

impl Found {
    /// Tells whether nothing says how points are given.
    fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.each.is_empty() && self.proportions.is_empty()
    }
}

/// Takes a line for what it says.
fn sentence(line: &str) -> Sentence {
    let text = unbullet(line);
    let plain = bare(text);
    if plain.is_empty() {
        return Sentence::Heading;
    }
    if is_survey(text) && !plain.contains(';') {
        return Sentence::Scorer("survey");
    }
    if (plain.contains("hoi dong") || plain.contains("to tham dinh"))
        && plain.contains("cham")
        && !plain.contains(|c: char| c.is_ascii_digit())
    {
        return Sentence::Scorer("council");
    }
    if plain.ends_with(':') && !plain.contains(|c: char| c.is_ascii_digit()) {
        return Sentence::Heading;
    }
    if let Some(letters) = letters(text) {
        return Sentence::Letters(letters);
    }
    if let Some(each) = each(text) {
        return each;
    }
    if let Some(pieces) = pieces(line) {
        // "Điểm = tỷ lệ × điểm tối đa" says no case: the whole leaf is in proportion.
        if let [Piece { label, gives: Gives::InProportion(factor), .. }] = pieces.as_slice()
            && condition(label).is_none()
        {
            return Sentence::Proportion(parts(text), factor.clone());
        }
        return Sentence::Pieces(pieces);
    }
    if is_proportion(&plain) {
        return Sentence::Proportion(parts(text), None);
    }
    let heading = ["cach tinh diem", "thang diem", "cach cham diem", "trong do", "cu the", "tinh diem theo cong thuc"];
    if heading.contains(&plain.trim_end_matches([':', '.', ' '])) {
        return Sentence::Heading;
    }
    let speaks = plain.contains("diem") || plain.contains(" tru ") || plain.contains(|c: char| c.is_ascii_digit()) || plain.contains('%');
    if speaks { Sentence::Unknown } else { Sentence::Remark }
}

/// Tells whether words name the survey.
fn is_survey(words: &str) -> bool {
    let plain = bare(words);
    ["dtxhh", "dieu tra xa hoi hoc", "dieu tra xhh", "khao sat xa hoi hoc"].iter().any(|word| plain.contains(word))
}

/// Reads `Mỗi quy chế 0,5 điểm, tối đa 2`, `0,5 điểm/sáng kiến, tối đa không quá 2 điểm`.
fn each(text: &str) -> Option<Sentence> {
    let plain = bare(text);
    let shown = tidy(text);
    if plain.chars().count() != shown.chars().count() {
        return None;
    }
    let cut = ["toi da khong qua", "toi da", "khong vuot qua", "khong qua"]
        .iter()
        .find_map(|word| plain.find(word).map(|at| (at, at + word.len())));
    let (head_plain, cap) = match cut {
        Some((at, end)) => {
            let (cap, unit) = leading(plain.get(end..)?.trim_start_matches([' ', ':', '=']))?;
            let unit = unit.trim_matches([' ', '.', ';', ')']);
            let cap = match unit {
                "" | "d" | "diem" => Amount::Points(cap),
                _ => return None,
            };
            (plain.get(..at)?, Some(cap))
        }
        None => (plain.as_str(), None),
    };
    let letters = head_plain.chars().count();
    let head: String = shown.chars().take(letters).collect();
    let head = head.trim_end_matches([' ', ',', ';', '(', '.', '-', '–']);
    let head = head.strip_suffix("nhưng").unwrap_or(head).trim_end_matches([' ', ',', ';']);
    let plain_head = bare(head);
    let worded = ["cu moi ", "moi ", "cu co ", "cu "].iter().find_map(|word| plain_head.strip_prefix(word).map(|_| word.chars().count()));
    if plain_head.contains(" tru ") || plain_head.contains("bi tru") {
        return worded.map(|_| Sentence::Unknown);
    }
    if let Some(skip) = worded {
        let found = pieces(head).unwrap_or_default();
        let [Piece { label, gives: Gives::Amount(each, None), .. }] = found.as_slice() else {
            return Some(Sentence::Unknown);
        };
        let what: String = label.chars().skip(skip).collect();
        let what = without_tail(&what);
        return Some(Sentence::Each { what, each: each.clone(), cap });
    }
    // 0,5 điểm/sáng kiến; 0,5 điểm cho mỗi sáng kiến; 01 sáng kiến được 0,5 điểm, tối đa 2 điểm.
    let (number, rest) = leading(&plain_head)?;
    if let Some(what) = rest.trim_start().strip_prefix("diem").map(str::trim_start) {
        let what = what.strip_prefix('/').or_else(|| what.strip_prefix("cho moi ")).or_else(|| what.strip_prefix("cho 01 "))?;
        let count = what.trim().chars().count();
        let all: Vec<char> = head.chars().collect();
        let what: String = all.iter().skip(all.len() - count.min(all.len())).collect();
        return Some(Sentence::Each { what: what.trim().to_owned(), each: Amount::Points(number), cap });
    }
    cap.as_ref().filter(|_| number == Points::one())?;
    let found = pieces(head)?;
    let [Piece { label, gives: Gives::Amount(each, None), .. }] = found.as_slice() else { return None };
    let what = label.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    Some(Sentence::Each { what: without_tail(what), each: each.clone(), cap })
}

/// Takes the words of giving off the end of what is counted.
fn without_tail(what: &str) -> String {
    let mut what = what.trim();
    while let Some(rest) = ["được cộng", "được tính", "được", "cộng", "tính", "đạt", "thì"].iter().find_map(|word| what.strip_suffix(word))
    {
        what = rest.trim_end();
    }
    what.to_owned()
}

/// Reads `a là tổng số hồ sơ; b là số hồ sơ đúng hạn`.
fn letters(text: &str) -> Option<Vec<(char, String)>> {
    let plain = bare(text);
    let skip = if plain.starts_with("trong do") { text.find([':', ',']).map_or("Trong đó".len(), |at| at + 1) } else { 0 };
    let body = text.get(skip..)?.trim();
    let one = |part: &str| -> Option<(char, String)> {
        let part = unbullet(part.trim());
        let letter = part.chars().next().filter(char::is_ascii_alphabetic)?;
        let rest = part.get(1..)?.trim_start();
        let label = rest.strip_prefix("là ").or_else(|| rest.strip_prefix(':')).or_else(|| rest.strip_prefix('='))?.trim();
        let label = label.trim_end_matches(['.', ';', ',']);
        (label.chars().count() > 3 && !is_proportion(&bare(label))).then(|| (letter.to_ascii_lowercase(), sentence_case(label)))
    };
    for mark in [';', ','] {
        let parts: Vec<&str> = body.split(mark).filter(|part| !part.trim().is_empty()).collect();
        if let Some(found) = parts.into_iter().map(one).collect::<Option<Vec<_>>>().filter(|found| !found.is_empty()) {
            return Some(found);
        }
    }
    None
}

/// Finds the letters of part and whole in `b/a × điểm tối đa`.
fn fraction(line: &str) -> Option<(char, char)> {
    let plain = bare(line);
    let letters: Vec<char> = plain.chars().filter(|c| *c != ' ').collect();
    if !is_proportion(&plain) {
        return None;
    }
    letters.windows(3).enumerate().find_map(|(n, window)| {
        let [part, '/', whole] = window else { return None };
        let edge = |at: Option<&char>| at.is_none_or(|c| !c.is_alphabetic() || *c == 'x');
        let alone = (n == 0 || edge(letters.get(n - 1))) && edge(letters.get(n + 3));
        (part.is_ascii_alphabetic() && whole.is_ascii_alphabetic() && alone).then_some((*part, *whole))
    })
}

/// Finds the words of part and whole in `Số hồ sơ đúng hạn / Tổng số hồ sơ × điểm tối đa`.
fn parts(text: &str) -> Option<(String, String)> {
    let after = text.rsplit([':', '=']).next()?;
    let (part, rest) = after.split_once('/')?;
    let whole = rest.split(['×', '*']).next()?.split(" x ").next()?;
    let clean = |words: &str| sentence_case(words.trim_matches(|c: char| !c.is_alphanumeric()));
    let (part, whole) = (clean(part), clean(whole));
    (part.chars().count() > 3 && whole.chars().count() > 3).then_some((part, whole))
}

/// Begins a label with a capital.
fn sentence_case(words: &str) -> String {
    let mut letters = words.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Makes the rule of what the lines say; `None` where they don't go together.
fn rule(
    words: &Words<'_>,
    found: &Found,
    letters: Option<(char, char)>,
    inputs: &mut Inputs,
    doubts: &mut Vec<(&'static Code, Text)>,
) -> Option<Rule> {
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
        let (part, whole) = by_letter.or_else(by_words)?;
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
    let mut zero_below = None;
    let mut begins = None;
    let hundred = Points::hundred();
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
    if !found.proportions.iter().all(|(_, factor)| factor_fits(factor))
        || (begins.is_some() && zero_below.is_some() && begins != zero_below)
    {
        return None;
    }
    let measure = measure(words, found, letters, nothing, inputs, doubts);
    Some(Rule::Ratio { measure, zero_below: zero_below.or(begins) })
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
    let unit = units.iter().find(|unit| !unit.is_empty()).cloned().unwrap_or_default();
    // “Đúng 5 bước: 2; không đúng: 0” counts nothing.
    if list.is_empty() || (!percent && (list.len() < 2 || units.iter().any(|other| !other.is_empty() && *other != unit))) {
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
