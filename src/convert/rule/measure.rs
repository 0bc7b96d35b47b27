//! What a rate is measured by: a part and its whole among the figures of the table or in its words, or one percentage.

use crate::convert::draft::{Inputs, Measure, kind_of_label};
use crate::convert::line::{Clause, Expression, WordedClause, fraction, lowered};
use crate::figure::InputKind;
use crate::finding::convert::{LETTERS, MEASURED, NOTHING_TO_DO};
use crate::text;
pub use crate::text::capital;

use super::beside::beside;
use super::candidates;
pub use super::deeds::{does_something, named_parts};
use super::named::says_of_people;
use super::nature::{always, is_always_there, is_answered, is_counted, of_those_without};
use super::nothing::{arises, denied, of_nothing, question};
use super::pool::Pool;
pub use super::rate_words::RateWords;
use super::sense::{self, Sense, asked_as, sense, unsaid};
use super::states::{lost, says_state};
use super::target;
pub use super::things::is_rate_of_something;
use super::things::{divided_in, done_at, head, names_a_rate, of_rate, over, part_and_whole, unnamed};
use super::who::asks_people_by_name;
use super::{Doubt, Words};

/// A leaf with its clauses.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the table says of it.
    pub words: &'a Words<'a>,
    /// Its clauses.
    pub said: &'a [WordedClause],
}

impl Asked<'_> {
    /// Takes what letters stand for.
    pub fn letters(pool: &mut Pool<'_>) -> Vec<(char, String)> {
        pool.take(|clause| if let Clause::Letter(letter, label) = clause { Some((*letter, capital(label))) } else { None })
    }

    /// Gives the heading of the levels where it names a rate: “Tỷ lệ văn bản đi được ký số: đạt 100%: 2; …”.
    fn heading_of_rate(&self) -> Option<&str> {
        let headings = self.said.iter().filter(|one| one.clause == Clause::Heading).map(|one| one.text.trim().trim_end_matches(':'));
        let reached = headings.map(|text| text.trim_end_matches(" đạt"));
        reached.filter(|text| text.split(' ').count() > 2).find(|text| is_rate_of_something(text))
    }

    /// Names the part and the whole by the heading of the levels: “Tỷ lệ phản ánh được xử lý đúng hạn: từ 95% trở lên: 1”.
    fn headed(&self) -> Option<(String, String)> {
        self.said.iter().filter(|one| one.clause == Clause::Heading).find_map(|one| {
            let plain = one.text.trim().trim_end_matches(':').to_lowercase();
            match ["tỷ lệ ", "tỉ lệ "].iter().find_map(|rate| plain.strip_prefix(rate)) {
                // “Tỷ lệ TTHC được cắt giảm từ 30% thời gian trở lên” says how much of each.
                Some(things) if things.contains('%') => {
                    let whole = things.get(..done_at(things)?)?.trim();
                    Some((format!("Số {things}"), format!("Tổng số {whole}")))
                }
                Some(things) => part_and_whole(things.trim_end_matches(" đạt")),
                // “Số văn bản ký số/tổng số văn bản phát hành:”.
                None => over(&plain).and_then(|(part, whole)| {
                    let part = part.strip_prefix("tổng ").unwrap_or(&part).strip_prefix("số ")?.to_owned();
                    Some((format!("Số {part}"), format!("Tổng số {whole}")))
                }),
            }
        })
    }

    /// Finds what a rate is measured by, and adds its inputs. Takes the clauses that tell of it. `None` where the cases measure
    /// something else.
    pub fn measure(&self, pool: &mut Pool<'_>, inputs: &mut Inputs, rate: &RateWords, doubts: &mut Vec<Doubt>) -> Option<Measure> {
        let rate = rate.beside(self.words.name);
        let done = rate.done.as_deref().map(|done| self.as_written(done));
        let named = rate.named.clone().map(|named| of_those_without(self.words.name, named));
        let rate = &RateWords { done, named, ..rate };
        let before = inputs.list.len();
        let denied = denied(self.words.max, pool);
        let (mut found, told) = self.measured(pool, inputs, rate, doubts)?;
        // “Không phát sinh hồ sơ” says nothing of a target that is 0.
        if let Some(text) = denied.filter(|text| target::is_of_a_target(self.said, &found, inputs) && !target::is_denied(text))
            && let Some((_, nothing)) = &mut found.to
        {
            *nothing = "zero";
            doubts.push(beside(self.words.name, &text));
        }
        let labels: Vec<&str> = inputs.list.iter().skip(before).map(|input| input.label.as_str()).collect();
        let (name, spoken) = (self.words.name, rate.spoken());
        let left = || {
            let joined = labels.join("; ");
            // With what people are satisfied is not what counts of it.
            let of_people = name.to_lowercase().find("hài lòng").and_then(|at| name.get(..at)).unwrap_or(name);
            lost(&format!("{of_people} {spoken}"), &joined)
                .map(str::to_owned)
                .or_else(|| unsaid(&rate.before(), &format!("{name} {joined}")))
        };
        if !told
            && !labels.is_empty()
            && doubts.iter().all(|(code, _)| *code != &MEASURED)
            && let Some(words) = left()
        {
            let labels = labels.join("”, “");
            doubts.push((
                &MEASURED,
                text!(
                    "“{name}”: tên hoặc dòng chấm ghi “{words}”, tên ô nhập “{labels}” không ghi; tạm hỏi như dòng chấm ghi",
                    "“{name}”: the name or the line says “{words}”, the inputs “{labels}” do not; they ask what the line says for now"
                ),
            ));
        }
        Some(found)
    }

    /// Finds the figures of a rate, and tells whether the table names them itself.
    fn measured(&self, pool: &mut Pool<'_>, inputs: &mut Inputs, rate: &RateWords, doubts: &mut Vec<Doubt>) -> Option<(Measure, bool)> {
        let said: Vec<Vec<String>> = rate.said.iter().cloned().chain(sense::beside(self.said)).collect();
        let nothing = self.nothing(pool);
        let letters = Self::letters(pool);
        let worded = pool.take(|clause| if let Clause::Rate(part, whole) = clause { Some((part.clone(), whole.clone())) } else { None });
        let named = pool.take(|clause| if let Clause::RateLetters(part, whole) = clause { Some((*part, *whole)) } else { None });
        let of_formula = rate.parts.as_ref().and_then(|parts| match parts {
            (Expression::Letter(part), Expression::Letter(whole)) => Some((*part, *whole)),
            _ => None,
        });
        let of_line = || self.words.lines.iter().find_map(|line| fraction(line));
        let by = of_formula.or_else(|| named.first().copied()).or_else(of_line);
        let label = |letter: char| letters.iter().find(|(one, _)| *one == letter).map(|(_, label)| label.clone());
        let by_letters = by.and_then(|(part, whole)| Some((label(part)?, label(whole)?)));
        let by_words = rate.parts.as_ref().and_then(|parts| match parts {
            (Expression::Words(part), Expression::Words(whole)) => Some((capital(part), capital(whole))),
            _ => None,
        });
        let pair = inputs.part_of().or_else(|| {
            let (part, whole) = by_letters.or(by_words).or_else(|| worded.first().cloned())?;
            // A rate over the one that was planned has decimals, and so has money.
            let decimal = [&part, &whole].iter().any(|label| matches!(kind_of_label(label), InputKind::Points | InputKind::Percent));
            let kind = if decimal { InputKind::Points } else { InputKind::Count };
            let (of, to) = (kind, kind);
            Some((inputs.add(of, &part, None), inputs.add(to, &whole, None)))
        });
        let name = self.words.name;
        if let Some(target) = target::behind_percentages(name, &rate.sides.0, &rate.sides.1).filter(|_| pair.is_none()) {
            return Some((self.of_target(&target, nothing, inputs, doubts), true));
        }
        if let Some((of, to)) = pair {
            // “Tăng từ 10%” is no share of what the figures are.
            let known = |id: &String| inputs.list.iter().find(|input| input.id == *id).map_or("", |input| input.label.as_str());
            let figures = format!("{name} {} {}", known(&of), known(&to));
            if !matches!(sense(&said, &figures), Sense::Same) && !matches!(sense(&said, known(&of)), Sense::Same) {
                return None;
            }
            if nothing.is_none() && !rate.whole && self.may_lack(known(&to), known(&of)) {
                doubts.push(question(name, false));
            }
            return Some((Measure { of, to: Some((to, nothing.unwrap_or("zero"))) }, true));
        }
        let named_rate = ["tỷ lệ", "tỉ lệ", "ty le", "%", "mức độ", "chỉ số"].iter().any(|word| name.to_lowercase().contains(word));
        // A percentage can't say that there was nothing to do.
        if nothing.is_some() || rate.whole || (by.is_some() && !named_rate) {
            // Figures that the line itself names say what is measured.
            let named = rate.named.as_ref().filter(|_| by.is_none()).map_or_else(String::new, |(part, whole)| format!(" {part} {whole}"));
            if sense(&said, &format!("{name}{named}")) != Sense::Same {
                return None;
            }
            let of_line = || rate.label.as_deref().or(self.heading_of_rate()).and_then(|label| of_rate(label, None));
            let of_name = || of_rate(name, rate.done.as_deref()).or_else(|| names_a_rate(name).then(|| unnamed(name)));
            let told = || rate.named.clone().or_else(|| self.headed()).or_else(of_line).or_else(of_name);
            // “Tỷ lệ A trên tổng số B … (b/a)” names what the letters are.
            let spoken = || rate.label.as_deref().and_then(divided_in).filter(|_| by.is_some());
            let named = spoken().or_else(|| told().filter(|_| by.is_none()));
            // A unit without any work says so by itself, where nobody says of what the percentage is.
            if named.is_none() && nothing.is_some() && by.is_none() && !rate.whole {
                return None;
            }
            let (part, whole) = named.unwrap_or_else(|| {
                doubts.push((
                    &LETTERS,
                    text!(
                        "“{name}”: bảng chưa quy định tử số và mẫu số của tỷ lệ là số liệu nào",
                        "“{name}”: the table doesn't say what the parts of the rate are"
                    ),
                ));
                let letters = by.map(|(part, whole)| (part.to_string(), whole.to_string()));
                let (part, whole) = letters.unwrap_or_else(|| ("tử số".into(), "mẫu số".into()));
                (format!("{name}: {part}"), format!("{name}: {whole}"))
            });
            let (of, to) = self.add_parts(&part, &whole, inputs);
            if nothing.is_none() && !rate.whole && self.may_lack(&whole, &part) {
                doubts.push(question(name, false));
            }
            return Some((Measure { of, to: Some((to, nothing.unwrap_or("zero"))) }, false));
        }
        let single = inputs.only(InputKind::Percent).cloned();
        let money = candidates::of_money(name, &rate.sides.0, &rate.sides.1).is_some();
        if let Some((part, whole)) = rate.named.as_ref().filter(|_| money && single.is_none()) {
            doubts.push(question(name, false));
            let (of, to) = self.add_parts(part, whole, inputs);
            return Some((Measure { of, to: Some((to, "zero")) }, false));
        }
        let Some(single) = single else {
            // Figures that the line itself names say what is measured, where these may not arise.
            let arising = |(part, whole): &(String, String)| {
                arises(&whole.to_lowercase())
                    && self.may_lack(whole, part)
                    && sense(&said, &format!("{name} {part} {whole}")) == Sense::Same
            };
            if let Some((part, whole)) = rate.named.as_ref().filter(|named| arising(named)) {
                doubts.push(question(name, false));
                let (of, to) = self.add_parts(part, whole, inputs);
                return Some((Measure { of, to: Some((to, "zero")) }, false));
            }
            let asked = doubts.len();
            let label = asked_as(name, rate.label.as_deref().or(self.heading_of_rate()), &said, true, doubts)?;
            // The words of the line say what counts where the name doesn't.
            let loses = |words: &str| lost(&rate.before(), words).is_some();
            let known = rate.named.is_some()
                || self.headed().is_some()
                || !loses(&of_rate(&label, rate.done.as_deref()).map_or_else(|| label.clone(), |(part, _)| part));
            let of_line = || Some(()).filter(|()| !known && doubts.len() == asked).and_then(|()| candidates::of_line(name, &rate.sides.0));
            let label = of_line().unwrap_or(label);
            let named = rate.named.clone().or_else(|| self.headed()).or_else(|| of_rate(&label, rate.done.as_deref()));
            let told = |words: &Vec<String>| !self.may_have_none(&words.join(" "));
            // “Tỷ lệ phản hồi hài lòng trên tổng số phản hồi” is of two numbers.
            let divided = divided_in(&label).is_some_and(|(part, whole)| !always(&whole, &part)) && !self.words.adds && !self.words.takes;
            // A whole that no word names is of what the rate names.
            let known = named.as_ref().filter(|(_, whole)| !whole.ends_with("thuộc phạm vi đánh giá"));
            let lacks = known.map(|(part, whole)| self.may_lack(whole, part));
            let may_have_none =
                divided || !rate.passes && lacks.unwrap_or_else(|| self.may_have_none(&label) && !rate.said.iter().any(told));
            let counted = !rate.passes
                && named.as_ref().is_some_and(|(_, whole)| {
                    self.is_counted(whole) || is_answered(self.said, whole) && !whole.starts_with("Tổng số kế hoạch")
                });
            let label = target::of_own_plan(name, (&rate.sides.0, &rate.sides.1)).unwrap_or(label);
            let label = target::of_the_plan(name, &label, self.said).unwrap_or(label);
            let label = target::of_one_plan(&label).unwrap_or(label);
            // “Văn bản đi: ký số từ 95%” is the rate of those that are.
            let of_things = |part: &str| !named_rate && part.strip_prefix("Số ").and_then(head).is_some();
            let whole_line = rate.whole_line
                || rate
                    .named
                    .as_ref()
                    .is_some_and(|(part, _)| of_things(part) || lost(&format!("{name} {}", rate.before()), &label).is_some());
            let part = named.as_ref().filter(|_| whole_line || rate.done.is_some() && rate.named.is_none() && !names_a_rate(&label));
            let lacks_capital = typed_where_there_may_be_none(name);
            let of_whole = |whole: &String| if rate.whole_line { format!(" trên {}", lowered(whole)) } else { String::new() };
            let label =
                part.and_then(|(part, whole)| Some(format!("Tỷ lệ {}{}", part.strip_prefix("Số ")?, of_whole(whole)))).unwrap_or(label);
            // Of what nobody names a unit types the rate, which is asked where the things may not arise, or be in no such state.
            if may_have_none && (named.is_some() || says_state(&label) || arises(&format!("{name} {label}").to_lowercase())) {
                doubts.push(question(name, named.is_none()));
            }
            if let Some((part, whole)) = named.filter(|_| may_have_none || counted) {
                let (of, to) = self.add_parts(&part, &whole, inputs);
                return Some((Measure { of, to: Some((to, "zero")) }, false));
            }
            if lacks_capital && !self.words.adds && !self.words.takes && doubts.iter().all(|(code, _)| *code != &NOTHING_TO_DO) {
                doubts.push(question(name, true));
            }
            // “Số hộ gia đình có mã” in per cent are a rate of them.
            let of_things = label
                .strip_prefix("Số ")
                .filter(|things| head(things).is_some() && !things.contains(':'))
                .map(|things| format!("Tỷ lệ {things}"));
            let label = of_things.unwrap_or(label);
            return Some((Measure { of: inputs.add(InputKind::Percent, &label, Some("%".into())), to: None }, false));
        };
        let of_things = of_rate(&single.label, None).or_else(|| of_rate(name, None)).is_some();
        if (of_things || arises(&format!("{name} {}", single.label).to_lowercase()))
            && self.may_have_none(&single.label)
            && self.may_have_none(name)
        {
            doubts.push(question(name, true));
        }
        (sense(&said, &format!("{name} {}", single.label)) == Sense::Same).then_some((Measure { of: single.id, to: None }, true))
    }

    /// Adds what is compared with a target: a rate and the rate that was asked, or how much of the target was reached, which may be
    /// more than all of it.
    fn of_target(&self, target: &str, nothing: Option<&'static str>, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Measure {
        let (name, target) = (self.words.name, &self.as_written(target));
        if nothing.is_none() && !self.words.adds && !self.words.takes && !target.starts_with("dự toán") {
            doubts.push(question(name, true));
        }
        if names_a_rate(name) {
            let of = inputs.add(InputKind::Percent, name, Some("%".into()));
            let to = inputs.add(InputKind::Percent, &self.in_capitals(&target::named(target)), Some("%".into()));
            return Measure { of, to: Some((to, nothing.unwrap_or("zero"))) };
        }
        if let Some(nothing) = nothing {
            let of = inputs.add(InputKind::Points, &format!("{name}: kết quả thực hiện"), None);
            let to = inputs.add(InputKind::Points, &format!("{name}: {}", lowered(&target::named(target))), None);
            return Measure { of, to: Some((to, nothing)) };
        }
        let label = format!("{name}: tỷ lệ thực hiện so với {}", lowered(&target::named(target)));
        Measure { of: inputs.add(InputKind::Points, &label, Some("%".into())), to: None }
    }

    /// Tells whether a unit may have none of the things that words name, and lose points by it. A line of bonus or penalty points
    /// gives and takes nothing then.
    pub fn may_have_none(&self, words: &str) -> bool {
        let of_people = || asks_people_by_name(self.words.name) || says_of_people(words);
        !self.words.adds && !self.words.takes && !is_always_there(words) && !of_people()
    }

    /// Tells whether a unit may have none of all things that a rate is of; `part` are those that count. No line of bonus or penalty
    /// points asks it, and none that says it itself.
    fn may_lack(&self, whole: &str, part: &str) -> bool {
        let beside = format!("{} {part}", self.words.name);
        let of_people = || asks_people_by_name(self.words.name) || says_of_people(whole);
        !self.words.adds && !self.words.takes && !always(whole, &beside) && !is_answered(self.said, whole) && !of_people()
    }

    /// Tells whether units count all things that a rate is of, though there always are some.
    fn is_counted(&self, whole: &str) -> bool {
        !self.words.adds && !self.words.takes && is_counted(whole) && !asks_people_by_name(self.words.name)
    }

    /// Adds the part and the whole of a rate.
    fn add_parts(&self, part: &str, whole: &str, inputs: &mut Inputs) -> (String, String) {
        let said = format!("{} {part} {}", self.words.name, whole.strip_prefix("Tổng ").unwrap_or_default()).to_lowercase();
        let money = ["vốn", "kinh phí", "ngân sách", "giải ngân", "thu ", "số tiền"].iter().any(|word| said.contains(word));
        // “Thu hồi đất”, “thu phí không tiền mặt” count things all the same.
        let counted = part.strip_prefix("Số ").and_then(head).is_some_and(|thing| thing != "vốn");
        let kind = if money && !counted { InputKind::Points } else { InputKind::Count };
        let planned = self.planned().filter(|_| kind == InputKind::Points);
        // “Số kế hoạch vốn đã giải ngân” is of the money, not of plans.
        let part = &if planned.is_some() {
            part.replacen("Số kế hoạch vốn", "Số vốn", 1).replacen("Số kế hoạch", "Số vốn", 1)
        } else {
            part.to_owned()
        };
        // “Số nhiệm vụ hoàn thành đúng hạn (T)”: the letter says nothing to whoever fills in the form.
        let letter = |label: &str| {
            label
                .strip_suffix(')')
                .and_then(|rest| rest.rsplit_once(" ("))
                .filter(|(_, inside)| inside.len() == 1)
                .map(|(label, _)| label.to_owned())
        };
        let part = &letter(part).unwrap_or_else(|| part.clone());
        let (part, whole) = (self.with_commas(part), self.with_commas(whole));
        let (part, whole) = &self.total_by_name(&part, &whole).unwrap_or_else(|| self.as_named(&part, &whole));
        let [part, whole] = [part.as_str(), planned.as_deref().unwrap_or(whole)].map(|label| self.in_capitals(label));
        (inputs.add(kind, &part, None), inputs.add(kind, &whole, None))
    }

    /// Finds the figure that counts what the cases speak of, or adds it.
    pub fn counted(
        &self,
        kind: InputKind,
        unit: Option<String>,
        said: &[Vec<String>],
        (inputs, label): (&mut Inputs, Option<&str>),
        doubts: &mut Vec<Doubt>,
    ) -> Option<String> {
        let said: Vec<Vec<String>> = said.iter().cloned().chain(sense::beside(self.said)).collect();
        let name = self.words.name;
        if let Some(single) = inputs.only(InputKind::Count).cloned() {
            return (sense(&said, &format!("{name} {}", single.label)) == Sense::Same).then_some(single.id);
        }
        let named = asked_as(name, None, &said, false, doubts)?;
        // “Có sáng kiến được công nhận” is a count of those.
        let things = named.strip_prefix("Có ").filter(|things| head(things).is_some()).map(|things| format!("Số {things}"));
        if let Some(things) = things.filter(|_| named == name && label.is_none_or(|label| label == name)) {
            return Some(inputs.add(kind, &things, unit));
        }
        let unit = unit.map(|unit| self.in_capitals(&unit));
        let label = label.filter(|_| named == name).map_or(named.clone(), |label| self.in_capitals(label));
        Some(inputs.add(kind, &label, unit))
    }

    /// Takes what the lines say of having nothing to do.
    pub fn nothing(&self, pool: &mut Pool<'_>) -> Option<&'static str> {
        of_nothing(self.words.max, pool)
    }
}

/// Tells whether a rate is of money that many a unit has none of: public investment.
fn typed_where_there_may_be_none(name: &str) -> bool {
    let plain = name.to_lowercase();
    ["đầu tư công", "vốn đầu tư", "vốn chương trình mục tiêu"].iter().any(|word| plain.contains(word))
}

/// Lists words in small letters.
pub fn lower_words(words: &str) -> Vec<String> {
    words.to_lowercase().split(' ').map(str::to_owned).collect()
}
