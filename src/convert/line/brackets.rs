//! What stands in brackets beside a clause: who scores, letters explained, how many there are to be.

use super::beside::limits;
use super::clause::{Clause, Each, Limit, Scorer, WordedClause};
use super::describe::remarks;
use super::scorer;
use super::spelt::narrows;
use super::words::Line;
use crate::points::Points;
use crate::yaml::Amount;

/// Lists what stands in brackets in a text.
pub fn in_brackets(text: &str) -> impl Iterator<Item = &str> {
    text.split('(').skip(1).filter_map(|behind| behind.split_once(')')).map(|(inside, _)| inside)
}

/// Takes brackets that fit out of a text.
pub fn without_brackets(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let all: Vec<&str> = in_brackets(text).filter(|inside| fits(inside)).collect();
    all.iter().fold(text.to_owned(), |rest, inside| rest.replace(&format!("({inside})"), "")).trim().to_owned()
}

/// Takes brackets that say who scores or supplies out of a line: “yếu: 0 (do Sở Nội vụ đánh giá)”.
pub fn told_apart(text: &str) -> Option<(String, WordedClause)> {
    text.match_indices('(').find_map(|(open, _)| {
        let (inside, behind) = text.get(open + 1..)?.split_once(')')?;
        let (line, before) = (Line::new(inside), text.get(..open)?);
        // “(theo kết quả công bố DDCI)” behind the last level is said of all.
        let source = || (line.phrase().is(0, "theo") && before.contains(':') && remarks(line.phrase())).then_some(Clause::Remark);
        let clause = scorer::scorer(line.phrase().trimmed()).or_else(|| scorer::supplied(line.phrase())).or_else(source)?;
        // “Theo kết quả điều tra” says where figures are found, which is asked.
        if matches!(clause, Clause::Scorer(Scorer::Survey | Scorer::SurveyScale)) && line.phrase().has(&["kết quả"]) {
            return None;
        }
        // Brackets alone, or with nothing before them, are read as they stand.
        let given = before.contains(':') || before.contains("điểm");
        given.then(|| (format!("{}{behind}", before.trim_end()), WordedClause { clause, text: inside.trim().to_owned() }))
    })
}

/// Takes brackets that refer to something else out of a line: “từ 02 trở lên: 0đ (đồng thời bị trừ điểm tại nhóm IX)”.
pub fn reference(text: &str) -> Option<(String, WordedClause)> {
    const REFERS: [&str; 6] = ["đồng thời", "xem thêm", "xem", "tham khảo", "chi tiết tại", "chi tiết xem"];
    text.match_indices('(').find_map(|(open, _)| {
        let (inside, behind) = text.get(open + 1..)?.split_once(')')?;
        let (line, before) = (Line::new(inside), text.get(..open)?);
        let given = before.contains(':') || before.contains("điểm") || before.contains('đ');
        // “Dưới 95%: 0 điểm (không tính hồ sơ tạm dừng)” limits all that stands before it.
        let last = behind.trim_matches(['.', ';', ' ']).is_empty() && ends_in_points(before);
        let limiting = last && limits(inside) && is_no_clause(inside) && !inside.contains(|c: char| c.is_ascii_digit());
        (given && (limiting || line.phrase().says_any(0, &REFERS) > 0))
            .then(|| (format!("{}{behind}", before.trim_end()), WordedClause { clause: Clause::Note, text: inside.trim().to_owned() }))
    })
}

/// Takes brackets that only say which things count out of a line: “đạt 100% (trừ văn bản mật)”.
pub fn narrowing(text: &str) -> Option<(String, WordedClause)> {
    let inside = in_brackets(text).find(|inside| narrows(inside) && !inside.trim().starts_with("trở"))?;
    let rest = text.replacen(&format!("({inside})"), "", 1).replace(" :", ":").replace("  ", " ");
    Some((rest, WordedClause { clause: Clause::Remark, text: inside.trim().to_owned() }))
}

/// Tells whether words are no clause that a rule may use.
fn is_no_clause(words: &str) -> bool {
    super::read(words).iter().all(|one| matches!(one.clause, Clause::Remark | Clause::Note | Clause::Heading | Clause::Unknown))
}

/// Tells whether words end in the points that they give.
fn ends_in_points(words: &str) -> bool {
    let plain = words.trim_end().to_lowercase();
    let number = plain.trim_end_matches("điểm").trim_end_matches('đ').trim_end();
    number.ends_with(|c: char| c.is_ascii_digit())
}

/// Takes the brackets off what explains letters or says a condition at the end of a line: `a/b x 2 (a: số hồ sơ; b: tổng số
/// hồ sơ)`, `tỷ lệ x 3 (dưới 90% không được tính điểm)`.
pub fn unbracketed(text: &str) -> Option<String> {
    let inside = text.trim_end().trim_end_matches('.').strip_suffix(')')?;
    // “(Trong năm không có kiến nghị được tính 2 điểm)” in a line of its own.
    if let Some(all) = inside.trim_start().strip_prefix('(').filter(|all| !all.contains(['(', ')'])) {
        return Some(all.to_owned());
    }
    let (before, inside) = inside.rsplit_once('(')?;
    let mut words = inside.trim_start().chars();
    let letter = words.next().is_some_and(|letter| letter.is_ascii_alphabetic());
    let rest = words.as_str().trim_start();
    let letters = letter && (rest.starts_with([':', '=']) || rest.starts_with("là "));
    let condition = [
        "tỷ lệ dưới",
        "tỷ lệ đạt dưới",
        "dưới",
        "nếu",
        "trường hợp",
        "thang điểm ",
        "không có",
        "không phát sinh",
        "trong năm không",
        "trong kỳ không",
    ]
    .iter()
    .any(|word| inside.trim_start().starts_with(word));
    (letters || condition).then(|| format!("{before}; {inside}"))
}

/// Reads a line in brackets that says for whom the criterion doesn't count: “(Riêng Thanh tra tỉnh không đánh giá)”. No rule can say
/// that, and nobody may pass over it.
pub fn excuses(text: &str) -> Option<WordedClause> {
    const REFUSING: [&str; 6] = ["không đánh giá", "không xét", "không tính", "không áp dụng", "không chấm", "miễn"];
    let text = text.trim().trim_end_matches('.');
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let plain = inside.to_lowercase();
    let plainly =
        !inside.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')')) && REFUSING.iter().any(|word| plain.contains(word));
    plainly.then(|| WordedClause { clause: Clause::Note, text: inside.trim().to_owned() })
}

/// How many of a thing there are to be: `(04 báo cáo/năm)`.
pub struct Due {
    /// So many.
    number: Points,
    /// First word of the thing.
    thing: String,
    /// What stands before its brackets.
    before: String,
    /// With its brackets, as spelt.
    pub text: String,
}

/// Takes brackets that say how many there are to be in a time out of a line.
pub fn due(text: &str) -> Option<(String, Due)> {
    text.match_indices('(').find_map(|(open, _)| {
        let (inside, behind) = text.get(open + 1..)?.split_once(')')?;
        let line = Line::new(inside);
        let phrase = line.phrase().without_front(&["gồm", "đủ", "định kỳ", "ít nhất"]);
        let (number, thing) = (phrase.number(0)?.clone(), phrase.word(1)?.to_owned());
        let at = (2..phrase.len().min(5)).find(|at| phrase.says_any(*at, &["/", "trong", "mỗi", "một"]) > 0)?;
        let end = at + phrase.says_any(at, &["/", "trong", "mỗi", "một"]);
        let end = end + usize::from(phrase.number(end) == Some(&Points::one()));
        let timed = phrase.says_any(end, &["năm", "quý", "tháng", "kỳ", "tuần"]);
        let whole = timed > 0 && end + timed == phrase.len() && (1..at).all(|at| phrase.word(at).is_some());
        let before = text.get(..open)?.trim_end();
        whole.then(|| (format!("{before}{behind}"), Due { number, thing, before: before.to_owned(), text: format!("({inside})") }))
    })
}

impl Due {
    /// Says what it means beside the clauses of its line: where each of the things gives points, there are no more of them.
    pub fn beside(&self, found: &[WordedClause]) -> Clause {
        let each = found.iter().find_map(|said| match &said.clause {
            Clause::Each(each) if !each.takes => Some(each),
            _ => None,
        });
        let Some(each) = each else { return Clause::Remark };
        let most = self.most(each);
        let said = found.iter().find_map(|said| match &said.clause {
            Clause::Limit(Limit::Most(Amount::Points(points))) => Some(points),
            _ => None,
        });
        match (most, said) {
            (Some(most), Some(said)) if most == *said => Clause::Remark,
            (Some(most), None) => Clause::Limit(Limit::Most(Amount::Points(most))),
            _ => Clause::Unknown,
        }
    }

    /// Gives a case the words in brackets that it ends with; tells whether there is one.
    pub fn restore(&self, found: &mut [WordedClause]) -> bool {
        let before = self.before.to_lowercase();
        let ends = |said: &&mut WordedClause| matches!(&said.clause, Clause::Case(case) if before.ends_with(&case.label.to_lowercase()));
        let Some(WordedClause { clause: Clause::Case(case), text }) = found.iter_mut().find(ends) else { return false };
        case.label = format!("{} {}", case.label, self.text);
        *text = format!("{text} {}", self.text);
        true
    }

    /// Gives the points of all of them.
    fn most(&self, each: &Each) -> Option<Points> {
        let same = each.what.to_lowercase().split(' ').any(|word| word == self.thing);
        match &each.amount {
            Amount::Points(points) if same && !each.percent => (points * &self.number).over(&each.per),
            _ => None,
        }
    }
}
