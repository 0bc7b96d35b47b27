//! Whether the words of a row are the label of a figure: as it stands, or in other words that can mean nothing else.

use std::sync::LazyLock;

use crate::figure::{Input, InputKind};
use crate::intake::heading::{sense, spaced};
use crate::text::fold::{bare, fold, tidy};

/// Words for a day, folded.
static DAY: LazyLock<String> = LazyLock::new(|| fold("ngày"));
/// Longer words for it, folded: “Ngày, tháng, năm ban hành” asks for what “Ngày ban hành” asks for.
static WHOLE_DAY: LazyLock<[String; 3]> = LazyLock::new(|| ["ngày, tháng, năm", "ngày tháng năm", "ngày/tháng/năm"].map(fold));
/// Words that stand before a label and say only which part of a share it is, folded.
static LEADS: LazyLock<Vec<String>> = LazyLock::new(|| ["trong đó", "mẫu số", "tử số", "gồm", "bao gồm", "cụ thể"].map(fold).to_vec());
/// Words that say of a number no more than that it is one, folded.
static IDLE: LazyLock<Vec<String>> = LazyLock::new(|| ["số", "lượng", "tổng", "cộng", "đã", "được", "các", "những"].map(fold).to_vec());
/// Words that say no more than that it is of the year that is scored, folded.
static OF_THE_YEAR: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let phrases = ["trong năm", "của năm", "trong kỳ", "trong kỳ báo cáo", "cả năm", "năm"];
    phrases.map(|phrase| phrase.split(' ').map(fold).collect()).to_vec()
});
/// Words in brackets that say how a figure is to be written, not what it is of, folded.
static HOW_WRITTEN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = "theo đơn vị tính đvt số lượng tổng nếu có trong cả năm kỳ báo cáo ghi rõ điền nhập cụ thể dd mm yyyy ngày tháng";
    words.split(' ').map(fold).collect()
});
/// Words for what is counted, folded: a figure is the same number whether these stand behind it or not.
static COUNTED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = "nhiệm vụ hồ sơ văn bản người lượt cuộc thủ tục tthc điểm lần chỉ tiêu tài liệu";
    words.split(' ').map(fold).collect()
});
/// Abbreviations in labels, with what they stand for.
const SHORT: [(&str, &str); 5] =
    [("nv", "nhiệm vụ"), ("hs", "hồ sơ"), ("vb", "văn bản"), ("tthc", "thủ tục hành chính"), ("cbcc", "cán bộ công chức")];

/// Finds the input whose label the words of a row are: exactly, with or without bullet, unit of measure and colon; else the
/// only one that differs in nothing but what adds nothing to it.
pub fn labelled<'i>(words: &str, inputs: &'i [Input], year: Option<i16>) -> Option<&'i Input> {
    if let Some(input) = inputs.iter().find(|input| is_label(words, input)) {
        return Some(input);
    }
    let (outside, inside) = apart(words);
    if inside.iter().any(|inside| says_another(inside, year)) {
        return None;
    }
    let said = plain(&tidy(&outside));
    let fits = |input: &Input| {
        let label = apart(&input.label).0;
        let same = !said.is_empty() && plain(&tidy(&label)) == said;
        let number = matches!(input.kind, InputKind::Count | InputKind::Percent | InputKind::Points);
        same || number && is_reworded(&outside, &label, year)
    };
    let mut fitting = inputs.iter().filter(|input| fits(input));
    let input = fitting.next().filter(|_| fitting.next().is_none())?;
    inside.iter().all(|inside| adds_nothing(inside, input, year)).then_some(input)
}

/// Parts words into what stands outside of brackets and what stands in each of them.
fn apart(words: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside): (String, Vec<String>) = (String::new(), Vec::new());
    let mut depth = 0_u32;
    for letter in words.chars() {
        match letter {
            '(' | '[' => {
                depth += 1;
                inside.push(String::new());
                outside.push(' ');
            }
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(letter),
            _ => inside.last_mut().into_iter().for_each(|inside| inside.push(letter)),
        }
    }
    (outside, inside)
}

/// Tells whether words say what a label says, beside words that add nothing: “Tổng số nhiệm vụ được giao trong năm”.
fn is_reworded(words: &str, label: &str, year: Option<i16>) -> bool {
    let (said, own) = (core(words, year), core(label, year));
    !own.is_empty() && said == own
}

/// Gives the folded words of a label without those that add nothing.
fn core(words: &str, year: Option<i16>) -> Vec<String> {
    let folded = plain(words);
    let lead = folded.split_once(':').filter(|(lead, _)| LEADS.contains(&lead.trim().to_owned()));
    let words: Vec<String> =
        tokens(lead.map_or(folded.as_str(), |(_, rest)| rest)).into_iter().flat_map(|word| spelled_out(&word)).collect();
    let mut core: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        let phrase = OF_THE_YEAR.iter().filter(|phrase| rest.starts_with(phrase.as_slice())).max_by_key(|phrase| phrase.len());
        if let Some(phrase) = phrase {
            let named = rest.get(phrase.len()).filter(|word| year.is_some_and(|year| **word == year.to_string()));
            // “năm” alone is of what stands beside it: “kế hoạch năm”.
            if phrase.len() > 1 || named.is_some() {
                at += phrase.len() + usize::from(named.is_some());
                continue;
            }
        }
        if !IDLE.contains(word) {
            core.push(word.clone());
        }
        at += 1;
    }
    core
}

/// Gives the words that an abbreviation stands for, or the word itself.
fn spelled_out(word: &str) -> Vec<String> {
    let spelled = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, spelled)| *spelled);
    spelled.split(' ').map(fold).collect()
}

/// Cuts folded words at everything but letters and digits.
fn tokens(folded: &str) -> Vec<String> {
    let letter = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    folded.split(|c: char| !letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Tells whether words are a unit of measure in which a figure is another number: thousands, per cent of what is counted.
pub(super) fn is_another_scale(words: &str, input: &Input) -> bool {
    let said = fold(words);
    if said.trim().is_empty() || input.measure.as_ref().is_some_and(|measure| fold(measure) == said.trim()) {
        return false;
    }
    let plain = spaced(&bare(words));
    let first = plain.split(' ').next().unwrap_or_default();
    let scaled = ["nghin", "ngan", "trieu", "ty", "tram", "chuc"].contains(&first) && !plain.starts_with("ty le");
    let percent = said.trim() == "%" || plain == "phan tram" || plain == "ty le";
    let counted = matches!(input.kind, InputKind::Count | InputKind::Points);
    let number = counted || input.kind == InputKind::Percent;
    number && (scaled || said.contains('‰') || plain == "phan nghin") || counted && percent
}

/// Tells whether what stands in brackets behind a label leaves the figure what it is: its unit of measure, how it is to be
/// written, the year that is scored, words of the label itself, the letter by which a formula calls it.
fn adds_nothing(inside: &str, input: &Input, year: Option<i16>) -> bool {
    if is_another_scale(inside, input) {
        return false;
    }
    let own = tokens(&fold(&format!("{} {}", input.label, input.measure.as_deref().unwrap_or_default())));
    tokens(&fold(inside)).iter().all(|word| {
        let of_year = || year.is_some_and(|year| *word == year.to_string());
        own.contains(word) || HOW_WRITTEN.contains(word) || COUNTED.contains(word) || word.chars().count() == 1 || of_year()
    })
}

/// Tells whether what stands in brackets behind a label makes it another figure: of another year, planned, or what is not.
fn says_another(inside: &str, year: Option<i16>) -> bool {
    let said = sense(inside);
    let other_year = !said.years.is_empty() && year.is_some_and(|year| !said.years.contains(&year));
    let plain = bare(inside);
    other_year || said.tells_versions_apart() || ["khong ", "chua "].iter().any(|not| plain.trim_start().starts_with(not))
}

/// Tells whether the words of a row are the label of an input.
fn is_label(words: &str, input: &Input) -> bool {
    let (said, label) = (plain(words), plain(&input.label));
    let measured = input.measure.as_ref().map(|measure| plain(&format!("{} ({measure})", input.label)));
    !label.is_empty() && (said == label || measured.is_some_and(|measured| said == measured))
}

/// Folds words, and drops bullets and marks around them.
fn plain(words: &str) -> String {
    let folded = fold(words);
    let mark = |c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c) && c != '%';
    let whole = WHOLE_DAY.iter().find(|words| folded.contains(words.as_str()));
    let folded = whole.map_or(folded.clone(), |words| folded.replace(words.as_str(), &DAY));
    folded.trim_matches(mark).to_owned()
}
