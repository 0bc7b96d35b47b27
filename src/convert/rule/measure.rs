//! What a rate is measured by: a part and its whole among the figures of the table or in its words, or one percentage.

use crate::convert::draft::{Inputs, Measure, kind_of_label};
use crate::convert::line::{Clause, Expression, WordedClause, fraction, lowered};
use crate::figure::InputKind;
use crate::finding::convert::{LETTERS, MEASURED, NOTHING_TO_DO};
use crate::text;
pub use crate::text::capital;

use super::candidates::{self, of_name, of_subject};
use super::deeds::{deed, divided, is_only_a_whole, parts_of_deed, things_and_how, to_be_done};
pub use super::deeds::{does_something, named_parts};
use super::named::says_of_people;
use super::nothing::{arises, of_nothing, question};
use super::pool::Pool;
use super::sense::{self, Sense, asked_as, sense, unsaid};
use super::states::{lost, says_state};
use super::target;
use super::things::{
    divided_in, due_parts, head, is_always_there, names_a_rate, of_rate, over, part_and_whole, says_what_is_done, unnamed,
};
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

/// What the lines say of a rate.
#[derive(Clone, Debug, Default)]
pub struct RateWords {
    /// Part and whole, where a formula names them.
    pub parts: Option<(Expression, Expression)>,
    /// Words of the cases that name the rate: “tỷ lệ văn bản giấy”.
    pub label: Option<String>,
    /// Words of each case.
    pub said: Vec<Vec<String>>,
    /// What the cases say before the percentages is done with the things that the name says: “hoàn thành đúng hạn từ 95%”.
    pub done: Option<String>,
    /// Part and whole, as the words behind the percentages name them.
    pub named: Option<(String, String)>,
    /// Whether the words before the percentages name the part of it.
    pub whole_line: bool,
    /// Words before the percentages, and those behind them.
    pub sides: (Vec<Vec<String>>, Vec<String>),
    /// Whether part and whole are needed, because a percentage can't say that there was nothing to do.
    pub whole: bool,
    /// Whether it may be over 100 %: more than was planned.
    pub passes: bool,
}

impl RateWords {
    /// Finds words that name the rate among those before the bounds, or behind them.
    pub fn of(before: &[Vec<String>], after: &[String]) -> Self {
        let rate = |words: &&Vec<String>| words.len() > 2 && matches!(words.first().map(String::as_str), Some("tỷ" | "tỉ"));
        let named =
            before.iter().filter(rate).max_by_key(|words| words.len()).map(|words| capital(words.join(" ").trim_end_matches(" đạt")));
        // “100% TTHC được công khai” is the rate of what follows, “giảm từ 10% số đơn vị” that of what went.
        let changed = |words: &Vec<String>| words.iter().find(|word| ["giảm", "tăng", "vượt"].contains(&word.as_str())).cloned();
        let change = before.iter().find_map(changed).map_or_else(String::new, |word| format!("{word} "));
        let of = || {
            let tails = after.iter().map(|words| words.replace(" trở lên", "").replace(" trở xuống", ""));
            let longest = tails.filter(|words| words.split(' ').count() > 3).max_by_key(String::len);
            let longest = longest?;
            if let Some(deed) = deed(before).filter(|_| !is_only_a_whole(&longest, before)) {
                return things_and_how(&longest).map(|(things, how)| match to_be_done(things, &deed) {
                    Some(core) => format!("Tỷ lệ {core} đã {deed}{how} trên số {things}"),
                    None => format!("Tỷ lệ {things} đã {deed}{how}"),
                });
            }
            if !is_only_a_whole(&longest, before) {
                return Some(format!("Tỷ lệ {change}{longest}"));
            }
            // “Thời lượng thảo luận ≥ 40% tổng thời gian kỳ họp” is the rate of what stands before it.
            let part = before.iter().map(|words| words.join(" ")).max_by_key(String::len).unwrap_or_default();
            let part = part.trim_start_matches("có ").trim_end_matches(" đạt").trim_end_matches(" chiếm");
            (part.split(' ').count() > 1).then(|| format!("Tỷ lệ {part} trên {longest}"))
        };
        let parts = match deed(before).filter(|_| divided(before).is_none()) {
            Some(deed) => parts_of_deed(&deed, after),
            None => divided(before).or_else(|| named_parts(after)),
        };
        let parts = match parts {
            None if deed(before).is_none() => due_parts(after),
            parts => parts,
        };
        // “Thực hiện liên thông đạt 100% TTHC đủ điều kiện” is done with those that can be.
        let stripped: Vec<Vec<String>> =
            before.iter().map(|words| words.strip_suffix(&["đạt".to_owned()]).map_or_else(|| words.clone(), <[String]>::to_vec)).collect();
        let which = after.iter().any(|tail| candidates::says_which(tail)) && deed(before).is_none();
        let parts = deed(&stripped).filter(|_| which).and_then(|deed| parts_of_deed(&deed, after)).or(parts);
        // “Công khai đạt 100%” does it; words behind the percentages say of which things they are.
        let reached = |words: &Vec<String>| words.strip_suffix(&["đạt".to_owned()]).map_or_else(|| words.clone(), <[String]>::to_vec);
        let done = deed(&before.iter().map(reached).collect::<Vec<_>>()).filter(|_| after.iter().all(String::is_empty));
        let sides = (before.to_vec(), after.to_vec());
        if let Some((part, whole)) = divided(before).is_none().then(|| of_subject(before, after)).flatten() {
            let label = part.strip_prefix("Số ").map(|part| format!("Tỷ lệ {part} trên {}", lowered(&whole)));
            return Self { label, done, named: Some((part, whole)), whole_line: true, sides, ..Self::default() };
        }
        Self { label: named.or_else(of), done, named: parts, sides, ..Self::default() }
    }

    /// Adds the words of each case.
    pub fn with(self, said: Vec<Vec<String>>) -> Self {
        Self { said, ..self }
    }

    /// Gives all words before and behind the percentages.
    fn spoken(&self) -> String {
        let after = self.sides.1.iter().cloned();
        [self.before()].into_iter().chain(after).collect::<Vec<_>>().join(" ")
    }

    /// Gives all words before the percentages.
    fn before(&self) -> String {
        self.sides.0.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join(" ")
    }

    /// Takes the name for the part where the line names only the whole.
    fn beside(&self, name: &str) -> Self {
        let (before, after) = &self.sides;
        match of_name(name, before, after).filter(|_| !self.whole_line) {
            Some(named) => Self { named: Some(named), label: None, whole_line: true, ..self.clone() },
            None => self.clone(),
        }
    }
}

impl Asked<'_> {
    /// Takes what letters stand for.
    pub fn letters(pool: &mut Pool<'_>) -> Vec<(char, String)> {
        pool.take(|clause| if let Clause::Letter(letter, label) = clause { Some((*letter, capital(label))) } else { None })
    }

    /// Gives the heading of the levels where it names a rate: “Tỷ lệ văn bản đi được ký số: đạt 100%: 2; …”.
    fn heading_of_rate(&self) -> Option<&str> {
        let headings = self.said.iter().filter(|one| one.clause == Clause::Heading).map(|one| one.text.trim().trim_end_matches(':'));
        headings.filter(|text| text.split(' ').count() > 2).find(|text| is_rate_of_something(text))
    }

    /// Names the part and the whole by the heading of the levels: “Tỷ lệ phản ánh được xử lý đúng hạn: từ 95% trở lên: 1”.
    fn headed(&self) -> Option<(String, String)> {
        self.said.iter().filter(|one| one.clause == Clause::Heading).find_map(|one| {
            let plain = one.text.trim().trim_end_matches(':').to_lowercase();
            match ["tỷ lệ ", "tỉ lệ "].iter().find_map(|rate| plain.strip_prefix(rate)) {
                Some(things) => part_and_whole(things),
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
        let rate = &RateWords { done, ..rate };
        let before = inputs.list.len();
        let (found, told) = self.measured(pool, inputs, rate, doubts)?;
        let labels: Vec<&str> = inputs.list.iter().skip(before).map(|input| input.label.as_str()).collect();
        let (name, spoken) = (self.words.name, rate.spoken());
        let left = || {
            let joined = labels.join("; ");
            lost(&format!("{name} {spoken}"), &joined).map(str::to_owned).or_else(|| unsaid(&rate.before(), &format!("{name} {joined}")))
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
                    "“{name}”: tên hoặc dòng chấm nói “{words}”, ô nhập “{labels}” không nói; tạm hỏi như dòng chấm ghi",
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
            if nothing.is_none() && !rate.whole && self.may_have_none(known(&to)) {
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
            let (part, whole) = spoken().or_else(|| told().filter(|_| by.is_none())).unwrap_or_else(|| {
                doubts.push((
                    &LETTERS,
                    text!(
                        "“{name}”: bảng không nói tử số và mẫu số của tỷ lệ là số liệu gì",
                        "“{name}”: the table doesn't say what the parts of the rate are"
                    ),
                ));
                let letters = by.map(|(part, whole)| (part.to_string(), whole.to_string()));
                let (part, whole) = letters.unwrap_or_else(|| ("tử số".into(), "mẫu số".into()));
                (format!("{name}: {part}"), format!("{name}: {whole}"))
            });
            let (of, to) = self.add_parts(&part, &whole, inputs);
            if nothing.is_none() && !rate.whole && self.may_have_none(&whole) {
                doubts.push(question(name, false));
            }
            return Some((Measure { of, to: Some((to, nothing.unwrap_or("zero"))) }, false));
        }
        let single = inputs.only(InputKind::Percent).cloned();
        let Some(single) = single else {
            // Figures that the line itself names say what is measured, where these may not arise.
            let arising = |(part, whole): &(String, String)| {
                arises(&whole.to_lowercase()) && self.may_have_none(whole) && sense(&said, &format!("{name} {part} {whole}")) == Sense::Same
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
            let divided = divided_in(&label).is_some_and(|(_, whole)| !is_always_there(&whole)) && !self.words.adds && !self.words.takes;
            let may_have_none = divided
                || self.may_have_none(&label)
                    && named.as_ref().is_none_or(|(_, whole)| self.may_have_none(whole))
                    && !rate.passes
                    && !rate.said.iter().any(told);
            let label = target::of_own_plan(name, (&rate.sides.0, &rate.sides.1)).unwrap_or(label);
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
            if let Some((part, whole)) = named.filter(|_| may_have_none) {
                let (of, to) = self.add_parts(&part, &whole, inputs);
                return Some((Measure { of, to: Some((to, "zero")) }, false));
            }
            if lacks_capital && !self.words.adds && !self.words.takes && doubts.iter().all(|(code, _)| *code != &NOTHING_TO_DO) {
                doubts.push(question(name, true));
            }
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
        let name = self.words.name;
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

    /// Adds the part and the whole of a rate.
    fn add_parts(&self, part: &str, whole: &str, inputs: &mut Inputs) -> (String, String) {
        let said = format!("{} {part}", self.words.name).to_lowercase();
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
        let (part, whole) = &self.as_named(part, whole);
        let [part, whole] = [part.as_str(), planned.as_deref().unwrap_or(whole)].map(|label| self.in_capitals(label));
        (inputs.add(kind, &part, None), inputs.add(kind, &whole, None))
    }

    /// Says which things are meant, where the line only names them and the criterion says which: “100% văn bản được triển khai” below
    /// “Triển khai văn bản QPPL của cấp trên”.
    fn as_named(&self, part: &str, whole: &str) -> (String, String) {
        const ENDS: [&str; 24] = [
            "được", "đã", "bị", "có", "không", "chưa", "đúng", "trễ", "chậm", "quá", "trên", "trong", "tại", "theo", "qua", "bằng", "và",
            "năm", "đến", "để", "từ", "khi", "hoặc", "trực",
        ];
        const MOST: usize = 6;
        let unchanged = || (part.to_owned(), whole.to_owned());
        let Some(thing) = whole.strip_prefix("Tổng số ").filter(|thing| head(thing).as_deref() == Some(*thing)) else {
            return unchanged();
        };
        let (name, small) = (self.words.name, self.words.name.to_lowercase());
        let Some(at) = small.find(&format!("{thing} ")) else { return unchanged() };
        let behind = name.get(at + thing.len()..).unwrap_or_default();
        let behind = behind.split([',', ';', ':', '(', '.', '–']).next().unwrap_or_default();
        let words: Vec<&str> = behind.split_whitespace().collect();
        let ends = |at: usize| {
            let word = words.get(at).map_or_else(String::new, |word| word.to_lowercase());
            // “Của cấp trên” says whose they are.
            ENDS.contains(&word.as_str()) && !(word == "trên" && at > 0 && words.get(at - 1) == Some(&"cấp"))
        };
        let which = words.get(..(0..words.len()).find(|at| ends(*at)).unwrap_or(words.len())).unwrap_or_default();
        // What is done with them is none of their kinds.
        let done = says_state(&which.join(" ")) || part.to_lowercase().contains(&which.join(" ").to_lowercase());
        if which.is_empty() || which.len() > MOST || done || says_what_is_done(&which.join(" ").to_lowercase()) {
            return unchanged();
        }
        let all = format!("{thing} {}", which.join(" "));
        (part.replacen(thing, &all, 1), format!("Tổng số {all}"))
    }

    /// Finds the plan that money is compared with: “đạt 95% kế hoạch vốn được giao trở lên”.
    fn planned(&self) -> Option<String> {
        const PLANS: [&str; 4] = ["kế hoạch vốn", "dự toán", "kế hoạch giao", "kế hoạch"];
        const ENDS: [&str; 6] = ["trở", "thì", "đạt", "là", "đến", "năm"];
        let behind = |one: &WordedClause| {
            let is_plan = |words: &&str| PLANS.iter().any(|plan| words.to_lowercase().starts_with(plan));
            let plan = one.text.split('%').skip(1).map(str::trim_start).find(is_plan)?.split([':', ';', ',', '.', '(']).next()?;
            let words: Vec<&str> = plan.split_whitespace().take_while(|word| !ENDS.contains(word)).collect();
            // “Kế hoạch” alone is of the money that the criterion speaks of.
            let of_money = words == ["kế", "hoạch"] && self.words.name.to_lowercase().contains("vốn");
            (!words.is_empty()).then(|| format!("Tổng {}{}", lowered(&words.join(" ")), if of_money { " vốn được giao" } else { "" }))
        };
        self.said.iter().find_map(behind)
    }

    /// Gives words of a line as they stand there, with their commas.
    fn as_written(&self, words: &str) -> String {
        let wanted: Vec<&str> = words.split(' ').collect();
        let plain = |word: &str| word.trim_matches([',', '.', ':', ';', '-']).to_lowercase();
        let found = self.said.iter().find_map(|one| {
            let written: Vec<&str> = one.text.split_whitespace().collect();
            let at = written.windows(wanted.len()).position(|some| some.iter().zip(&wanted).all(|(one, other)| plain(one) == *other))?;
            Some(written.get(at..at + wanted.len())?.join(" "))
        });
        found.map_or_else(|| words.to_owned(), |found| lowered(found.trim_end_matches([',', '.', ':', ';'])))
    }

    /// Writes what the table has in capitals, which is short for something, in capitals.
    fn in_capitals(&self, label: &str) -> String {
        let lines = self.said.iter().map(|one| one.text.as_str()).chain([self.words.name]);
        let short = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        // Of a line in capitals nobody knows.
        let lines = lines.filter(|line| line.chars().any(char::is_lowercase));
        let known: Vec<&str> = lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).filter(short).collect();
        let one = |word: &str| known.iter().find(|known| known.to_lowercase() == word).map_or(word, |known| known).to_owned();
        label.split(' ').map(one).collect::<Vec<_>>().join(" ")
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
        let label = label.filter(|_| named == name).map_or(named.clone(), str::to_owned);
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

/// Tells whether words name a rate and what it is of.
pub fn is_rate_of_something(words: &str) -> bool {
    let plain = words.to_lowercase();
    ["tỷ lệ ", "tỉ lệ ", "tính tỷ lệ "].iter().any(|rate| plain.starts_with(rate))
}

/// Lists words in small letters.
pub fn lower_words(words: &str) -> Vec<String> {
    words.to_lowercase().split(' ').map(str::to_owned).collect()
}
