//! What is lawful and yet worth a director's eye before a set is published.

use jiff::civil::Date;

use super::laws::{Path, at, has_more_decimals, item};
use super::raw::RawSet;
use super::{Adjustment, CriteriaSet, Criterion, Leaf, Status};
use crate::figure::{Figure, Figures, Input, InputKind, date_vi};
use crate::finding::Finding;
use crate::finding::criteria::{
    AFTER_DEADLINE, NO_EFFECT, NO_ITEM, OUTSIDE_YEAR, OUTWEIGHS, OWN_WORDS, PRINT_ROUNDING, SAME_FOR_ALL, WITHIN_MORE,
};
use crate::points::{Points, RoundAt};
use crate::rule::{Case, DecisionWords, Gives, Rule, Scorer};
use crate::text;
use crate::text::Text;
use crate::text::fold::{bare, fold};
use crate::yaml::{Day, Document, Number, Rate};

/// Most figures beside bounds that one input is tried with.
const TRIED: usize = 24;

/// Tells what somebody should look at again.
pub fn findings(set: &CriteriaSet, document: &Document<RawSet>) -> Vec<Finding> {
    let mut review = Review { set, document, findings: Vec::new() };
    if let (Some(date), Some(to)) = (set.source.date, set.valid.to)
        && date > to
    {
        review.date(date, &at(&[], &["source", "date"]), None);
    }
    for (n, area) in set.criteria.iter().enumerate() {
        review.walk(area, &area.weight, &item(&[], "criteria", n), n);
    }
    for (n, line) in set.adjustments.iter().enumerate() {
        line.criterion.leaf().into_iter().for_each(|leaf| review.leaf(&line.criterion, leaf, &item(&[], "adjustments", n)));
        review.more_than_its_criterion(line, &item(&[], "adjustments", n));
    }
    review.caps();
    review.checks();
    review.findings
}

/// A set while it is looked at.
struct Review<'a> {
    set: &'a CriteriaSet,
    document: &'a Document<RawSet>,
    findings: Vec<Finding>,
}

impl Review<'_> {
    /// Looks at a criterion and what is below it; `scale` is the product of weights up to the top.
    fn walk(&mut self, criterion: &Criterion, scale: &Points, path: &[String], area: usize) {
        for (n, child) in criterion.children().iter().enumerate() {
            let (path, scale) = (item(path, "criteria", n), scale * &child.weight);
            if child.leaf().is_some() {
                self.outweighs(child, &scale, &path, area);
            }
            self.walk(child, &scale, &path, area);
        }
        if let Some(leaf) = criterion.leaf() {
            self.leaf(criterion, leaf, path);
        }
    }

    /// Compares a leaf with the least of the other areas.
    fn outweighs(&mut self, criterion: &Criterion, scale: &Points, path: &[String], area: usize) {
        let counts = &criterion.max * scale;
        let others = self.set.criteria.iter().enumerate().filter(|(n, _)| *n != area).map(|(_, other)| other);
        let Some(least) = others.min_by_key(|other| other.weighted_max()).filter(|least| least.weighted_max() < counts) else {
            return;
        };
        let (id, other, name) = (&criterion.id, &least.id, &least.name);
        let (counts_vi, least_vi, counts, least) = (counts.plain_vi(), least.weighted_max().plain_vi(), counts, least.weighted_max());
        let message = text!(
            "“{id}” ({counts_vi} điểm) nhiều điểm hơn cả lĩnh vực “{other}” {name} ({least_vi} điểm)",
            "“{id}” ({counts} points) outweighs the whole area “{other}” {name} ({least} points)"
        );
        self.findings.push(Finding::new(&OUTWEIGHS, message).on(id).at(self.document.place(&at(path, &["max"]))));
    }

    /// Compares the maximum of a line with that of the criterion within which it counts.
    fn more_than_its_criterion(&mut self, line: &Adjustment, path: &[String]) {
        let within = line.within.as_ref().and_then(|id| self.set.find(id));
        let Some(within) = within.filter(|within| within.max < line.criterion.max) else { return };
        let (id, other) = (&line.criterion.id, &within.id);
        let (max_vi, most_vi, max, most) = (line.criterion.max.plain_vi(), within.max.plain_vi(), &line.criterion.max, &within.max);
        let message = text!(
            "“{id}” tối đa {max_vi} điểm nhưng tính trong tiêu chí “{other}” chỉ có {most_vi} điểm",
            "“{id}” may come to {max} points and counts within criterion “{other}”, which has {most}"
        );
        self.findings.push(Finding::new(&WITHIN_MORE, message).on(id).at(self.document.place(&at(path, &["max"]))));
    }

    /// Looks at one leaf.
    fn leaf(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        let id = &criterion.id;
        let rounding = self.set.rounding;
        if rounding.at == RoundAt::Print && has_more_decimals(&criterion.max, rounding.decimals) {
            let (max_vi, max, decimals) = (criterion.max.plain_vi(), &criterion.max, rounding.decimals);
            let (shown_vi, shown) = (rounding.vietnamese(&criterion.max), rounding.machine(&criterion.max));
            let message = text!(
                "điểm tối đa {max_vi} có nhiều hơn {decimals} chữ số thập phân, nên điểm của đơn vị đạt tối đa được in là {shown_vi}",
                "maximum {max} has more than {decimals} decimals, so full points are printed {shown}"
            );
            self.findings.push(Finding::new(&PRINT_ROUNDING, message).on(id).at(self.document.place(&at(path, &["max"]))));
        }
        if self.set.status == Status::Transcribed && criterion.source.item.is_none() {
            let message = text!("“{id}” không ghi mục của quyết định", "“{id}” doesn't name its item of the decision");
            self.findings.push(Finding::new(&NO_ITEM, message).on(id).at(self.document.place(&at(path, &["id"]))));
        }
        self.deadline(criterion, leaf, path);
        self.asked_of_others(criterion, leaf, path);
        self.days_before_the_first(criterion, leaf, path);
        let rule = at(path, &["rule"]);
        self.own_words(criterion, leaf, &rule);
        for (path, words) in self.document.texts(&rule) {
            match Day::parse(words) {
                Some(Day(date)) if !self.set.valid.contains(date) => self.date(date, &path, Some(criterion)),
                _ => {}
            }
        }
        let is_open = matches!(&leaf.rule, Rule::Survey(rule) if rule.is_open());
        if criterion.max.is_positive() && !is_open && self.same_for_all(criterion, leaf, &rule) {
            let message =
                text!("“{id}”: kê khai số liệu nào cũng được số điểm như nhau", "“{id}” gives the same points whatever is declared");
            self.findings.push(Finding::new(&SAME_FOR_ALL, message).on(id).at(self.document.key(&rule)));
        }
    }

    /// Compares the days of a rule with the deadline of its leaf: points for later days would be given and called late.
    fn deadline(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        let Some(deadline) = leaf.deadline else { return };
        let Some(day) = leaf.rule.days().into_iter().filter(|day| *day > deadline).max() else { return };
        let (id, day_vi, deadline_vi) = (&criterion.id, date_vi(day), date_vi(deadline));
        let message = text!(
            "quy tắc của “{id}” có mốc {day_vi}, sau thời hạn {deadline_vi} của tiêu chí",
            "the rule of “{id}” has the day {day}, after {deadline}, the deadline of the criterion"
        );
        self.findings.push(Finding::new(&AFTER_DEADLINE, message).on(id).at(self.document.key(&at(path, &["rule"]))));
    }

    /// Sets the decision's own words beside those made of the rule, for a person to compare.
    fn own_words(&mut self, criterion: &Criterion, leaf: &Leaf, rule: &[String]) {
        let id = &criterion.id;
        for DecisionWords { path, text, mut made } in leaf.rule.beside(leaf.text.as_deref(), &self.set.terms(criterion, leaf)) {
            // Words that say the condition, too, stand in its place.
            let condition = criterion.requires.as_ref().filter(|requires| path.is_empty() && requires.is_said_in(&text, self.set));
            made.extend(condition.map(|requires| requires.words(self.set)));
            let Text { vi, en } = Text::join(&made, "; ");
            let [vi, en] = [vi, en].map(|words| words.replace(":; ", ": "));
            if says_the_same(&text, &vi) || says_the_same(&text, &en) {
                continue;
            }
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let message = text!(
                "“{id}” ghi lời quyết định: “{text}”; quy tắc được tính là: “{vi}”",
                "“{id}” prints the decision's words “{text}”; the rule is computed as “{en}”"
            );
            let above: Path = rule.iter().cloned().chain(path).collect();
            let beside = at(&above, &["text"]);
            let place = if self.document.has(&beside) {
                beside
            } else {
                self.document.keys(&above).first().map_or(beside, |kind| at(&above, &[kind, "text"]))
            };
            self.findings.push(Finding::new(&OWN_WORDS, message).on(id).at(self.document.key(&place)));
        }
    }

    /// Tells of a date outside the validity.
    fn date(&mut self, date: Date, path: &[String], of: Option<&Criterion>) {
        let vi = date_vi(date);
        let message = text!("ngày “{vi}” nằm ngoài thời gian hiệu lực của bộ tiêu chí", "date “{date}” lies outside the set's validity");
        let finding = Finding::new(&OUTSIDE_YEAR, message).at(self.document.place(path));
        self.findings.push(match of {
            Some(criterion) => finding.on(&criterion.id),
            None => finding,
        });
    }

    /// Tries a rule with figures on and beside every number and date that it names.
    fn same_for_all(&self, criterion: &Criterion, leaf: &Leaf, rule: &[String]) -> bool {
        let asked: Vec<&Input> = leaf.rule.faces().asks().iter().filter_map(|ask| leaf.input(&ask.input)).collect();
        if asked.is_empty() {
            return false;
        }
        let named: Vec<&str> = self.document.texts(rule).into_iter().map(|(_, words)| words).collect();
        let tried: Vec<Vec<Figure>> = asked.iter().map(|input| trials(leaf, input, &named)).collect();
        let most = tried.iter().map(Vec::len).max().unwrap_or_default();
        let mut came: Option<Points> = None;
        // Every pair of positions: one for the first input, one for all others.
        for (first, others) in (0..most).flat_map(|first| (0..most).map(move |others| (first, others))) {
            let pick = |n: usize, trials: &Vec<Figure>| trials.get(if n == 0 { first } else { others }.min(trials.len() - 1)).cloned();
            let figures: Figures = asked
                .iter()
                .zip(&tried)
                .enumerate()
                .filter_map(|(n, (input, trials))| Some((input.id.clone(), pick(n, trials)?)))
                .collect();
            match (leaf.rule.score(&Case::new(self.set.terms(criterion, leaf), &figures)).gives, &came) {
                (Gives::Points(points), Some(before)) if points != *before => return false,
                // What waits for other units differs with them.
                (Gives::Waits, _) => return false,
                (Gives::Points(points), None) => came = Some(points),
                _ => {}
            }
        }
        came.is_some()
    }
}

/// Gives figures that are worth trying: one at least.
fn trials(leaf: &Leaf, input: &Input, named: &[&str]) -> Vec<Figure> {
    let numbers = || {
        let bounds =
            named.iter().filter_map(|words| Number::parse(words).map(|Number(n)| n).or_else(|| Rate::parse(words).map(|Rate(n)| n)));
        let around = bounds.flat_map(|bound| [&bound - &Points::one(), &bound + &Points::one(), bound]);
        let around: Vec<Points> = around.filter(|number| !number.is_negative()).take(TRIED).collect();
        let mut numbers: Vec<Points> = [0, 1, 2, 5, 10, 50, 99, 100, 1000].map(Points::from).into_iter().chain(around).collect();
        numbers.sort();
        numbers.dedup();
        numbers
    };
    match input.kind {
        InputKind::Count => numbers().into_iter().filter(Points::is_whole).map(Figure::Number).collect(),
        InputKind::Percent => numbers().into_iter().filter(|number| *number <= Points::hundred()).map(Figure::Number).collect(),
        InputKind::Points => numbers().into_iter().map(Figure::Number).collect(),
        InputKind::YesNo => vec![Figure::YesNo(true), Figure::YesNo(false)],
        InputKind::Choice => leaf.choices(&input.id).into_iter().map(|choice| Figure::Choice(choice.id)).collect(),
        InputKind::Date => {
            let days = named.iter().filter_map(|words| Day::parse(words)).take(TRIED);
            let beside = |day: Date| [day.yesterday().ok(), Some(day), day.tomorrow().ok()].into_iter().flatten();
            days.flat_map(|Day(day)| beside(day)).map(Figure::Date).chain([Figure::NotIssued]).collect()
        }
        InputKind::Text => vec![Figure::Blank],
    }
}

impl Review<'_> {
    /// Looks at what a criterion asks of units that others score: nobody types it, so nobody is asked.
    fn asked_of_others(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        if leaf.scorer() == Scorer::Unit {
            return;
        }
        let id = &criterion.id;
        let named = [(leaf.evidence.required, ["evidence", "required"].as_slice()), (leaf.may_not_apply, &["may_not_apply"])];
        for (_, key) in named.into_iter().filter(|(says, _)| *says) {
            let word = key.last().copied().unwrap_or_default();
            let message = text!(
                "“{id}” không do đơn vị tự chấm, nên “{word}” không có tác dụng",
                "units don't score “{id}” themselves, so “{word}” does nothing"
            );
            self.findings.push(Finding::new(&NO_EFFECT, message).on(id).at(self.document.key(&at(path, key))));
        }
    }

    /// Looks at days of a rule that lie before the first one that its cell takes.
    fn days_before_the_first(&mut self, criterion: &Criterion, leaf: &Leaf, path: &[String]) {
        let asks = leaf.rule.faces().asks();
        let first = leaf.inputs.iter().filter(|input| asks.iter().any(|ask| ask.input == input.id)).find_map(|input| input.days.earliest());
        let Some(first) = first else { return };
        let Some(day) = leaf.rule.days().into_iter().filter(|day| *day < first).min() else { return };
        let (id, day_vi, first_vi) = (&criterion.id, date_vi(day), date_vi(first));
        let message = text!(
            "quy tắc của “{id}” có mốc {day_vi}, trước ngày đầu tiên {first_vi} mà ô nhập nhận",
            "the rule of “{id}” has the deadline {day}, before {first}, the first one that its cell takes"
        );
        self.findings.push(Finding::new(&NO_EFFECT, message).on(id).at(self.document.key(&at(path, &["rule"]))));
    }

    /// Looks at caps that their lines can't pass.
    fn caps(&mut self) {
        for (n, cap) in self.set.caps.iter().enumerate() {
            let lines = self.set.adjustments.iter().filter(|line| cap.adjustments.contains(&line.criterion.id));
            let most: Vec<Points> = lines.map(|line| line.criterion.max.clone()).collect();
            let (known, most) = (most.len() == cap.adjustments.len(), most.iter().sum::<Points>());
            if cap.max >= most && known {
                let (max_vi, most_vi, max) = (cap.max.plain_vi(), most.plain_vi(), &cap.max);
                let message = text!(
                    "mức trần {max_vi} điểm, mà các dòng cộng lại nhiều nhất là {most_vi} điểm",
                    "the cap is {max} points, and its lines come to {most} at most"
                );
                self.findings.push(Finding::new(&NO_EFFECT, message).at(self.document.place(&at(&item(&[], "caps", n), &["max"]))));
            }
        }
    }

    /// Looks at conditions between figures that can't fail: one comparison of one figure, which holds for 0 and for as much as
    /// nobody has.
    fn checks(&mut self) {
        for (n, check) in self.set.checks.iter().enumerate() {
            let (inputs, that) = (check.that.inputs(), &check.that.text);
            let [input] = inputs.as_slice() else { continue };
            let plain = that.matches(['<', '>', '=']).count() <= 2 && !that.contains('(') && !that.contains(" or ") && !that.contains("!=");
            let compares = plain && that.contains(['<', '>']);
            let holds = |figure: i64| {
                let figures = Figures::from_iter([(input.clone(), Figure::Number(Points::from(figure)))]);
                check.that.holds(&Case::new(self.set.figure_terms(), &figures)) == Some(true)
            };
            if compares && holds(0) && holds(1_000_000_000_000) {
                let message = text!("điều kiện “{that}” lúc nào cũng đúng", "the condition “{that}” always holds");
                self.findings.push(Finding::new(&NO_EFFECT, message).at(self.document.place(&at(&item(&[], "checks", n), &["that"]))));
            }
        }
    }
}

/// Tells whether the decision's own words are those made of the rule, but for case, blanks, punctuation, zeros and “điểm”.
fn says_the_same(own: &str, made: &str) -> bool {
    let core = |words: &str| {
        let plain = fold(words);
        let kept = plain.split(|c: char| !(c.is_alphanumeric() || "%<>=≥≤+×*/,-−".contains(c)));
        let kept = kept.map(|word| word.trim_matches([',', '-', '/']).to_owned()).filter(|word| !word.is_empty());
        kept.filter(|word| !["diem", "d", "points", "point"].contains(&bare(word).as_str())).collect::<Vec<_>>()
    };
    core(own) == core(made)
}
