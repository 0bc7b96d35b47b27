//! What is given to the survey as a whole: what its lines, or its name, say of points is asked.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Clause, Scorer, WordedClause, clauses};

use super::index;
use super::measure::Asked;
use super::pool::Pool;
use super::{Recognised, Way, Words, questions};

/// Makes the rule of a leaf that the table gives to the survey. What else its lines say is kept, and asked.
pub fn surveyed(words: &Words<'_>, said: &[WordedClause]) -> Recognised {
    let says = |one: &&WordedClause| {
        let plain = matches!(one.clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Maximum(_));
        !plain && !matches!(one.clause, Clause::Scorer(Scorer::Survey | Scorer::NotUnit))
    };
    let mut done = Recognised { rule: Some(Rule::Given("survey")), remarks: words.lines.to_vec(), ..Recognised::default() };
    // “Tỷ lệ hài lòng: từ 95% trở lên được 10 điểm” may stand in one cell, as the name.
    let in_name: Vec<WordedClause> = clauses(words.name).into_iter().filter(|one| says(&one) && gives_figures(&one.text)).collect();
    if let Some(one) = said.iter().find(says).or_else(|| in_name.first()) {
        let asked = Asked { words, said };
        let ways: [Way; 4] = [index::of_survey, index::mean, index::survey_steps, index::survey_rate];
        for way in ways {
            let (mut pool, mut inputs, mut doubts) = (Pool::new(said), Inputs::default(), Vec::new());
            pool.take(|clause| matches!(clause, Clause::Scorer(Scorer::Survey | Scorer::NotUnit)).then_some(()));
            if let Some(rule) = way(&asked, &mut pool, &mut inputs, &mut doubts).filter(|_| pool.is_done()) {
                // What the survey reckons itself, it reckons by the lines.
                let remarks = if matches!(rule, Rule::Given(_)) { words.lines.to_vec() } else { Vec::new() };
                return Recognised { rule: Some(rule), inputs, remarks, doubts, ..Recognised::default() };
            }
        }
        done.doubts.push(questions::scale(words.name, &one.text));
    }
    done
}

/// Tells whether words say so many points.
fn gives_figures(text: &str) -> bool {
    let plain = text.to_lowercase();
    let ends = |word: &str| ["điểm", "đ"].iter().any(|unit| word.strip_suffix(unit).is_some_and(is_number));
    let words: Vec<&str> = plain.split(|c: char| c.is_whitespace() || matches!(c, ';' | ':' | '(' | ')' | '.')).collect();
    // “05 điểm tiếp nhận” are places.
    let places = ["tiếp", "bưu", "cầu", "giao", "phục", "nóng", "đến"];
    let said = |at: usize| {
        let unit = words.get(at + 1).is_some_and(|unit| ["điểm", "đ"].contains(unit));
        unit && words.get(at).is_some_and(|number| is_number(number)) && words.get(at + 2).is_none_or(|next| !places.contains(next))
    };
    words.iter().any(|word| ends(word)) || (0..words.len()).any(said)
}

/// Tells whether a word is a number.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '/'))
}
