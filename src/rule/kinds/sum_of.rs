//! `sum_of`: a sum of parts inside one leaf, each with its own maximum and rule.
//!
//! ```yaml
//! rule:
//!   sum_of:
//!     parts:
//!       - { id: ke_hoach, label: Ban hành kế hoạch, max: 1, rule: { yes_no: { all: [co_ke_hoach] } } }
//!       - { id: kiem_tra, label: Kiểm tra, max: 2, rule: { count: { of: so_cuoc, each: 0.5 } }, applies: co_don_vi_truc_thuoc }
//! ```
//!
//! A part whose `applies` is answered no leaves the leaf's maximum, as does one whose rule finds nothing to do.
//! A blank part counts 0, with a finding, once another is given.

mod part;

use schemars::JsonSchema;
use serde::Deserialize;

use self::part::{Part, PartFact};
use super::within::{asks, laws, not_applicable};
use super::{DecisionWords, RawRule, Rule, unsaid};
use crate::figure::{InputId, InputKind};
use crate::finding::Finding;
use crate::finding::points::PART_BLANK;
use crate::finding::rule::{EMPTY, PARTS, TWICE};
use crate::points::Points;
use crate::rule::cells::PartCells;
use crate::rule::excel::{all, any, number, quoted, says};
use crate::rule::faces::once;
use crate::rule::length::too_long;
use crate::rule::say::{exact, printed, say};
use crate::rule::{
    Ask, Branch, Case, Cells, Faces, Fault, Gives, NOT_APPLICABLE_WORDS, Scored, Scorer, Scores, Spare, Terms, When, YES_WORDS,
};
use crate::text;
use crate::text::Text;
use crate::yaml::Number;

/// YAML of [`SumOf`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSumOf {
    /// Các phần; tổng điểm tối đa bằng điểm tối đa của tiêu chí. / Parts, whose maxima add to the leaf's.
    pub parts: Vec<RawPart>,
}

/// YAML of a part.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPart {
    /// Mã của phần, không dấu. / Id, plain ASCII.
    pub id: String,
    /// Tên của phần. / Name.
    pub label: String,
    /// Điểm tối đa của phần. / Maximum of the part.
    pub max: Number,
    /// Quy tắc của phần. / Rule of the part.
    pub rule: RawRule,
    /// Ô có/không: trả lời “Không” thì phần này không áp dụng. / Input of kind `yes_no`: answered no, the part does not apply.
    pub applies: Option<String>,
}

/// Sum of parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumOf {
    /// Parts, in the order of the decision.
    parts: Vec<Part>,
}

impl From<RawSumOf> for SumOf {
    fn from(raw: RawSumOf) -> Self {
        let part = |raw: RawPart| Part {
            id: raw.id,
            label: raw.label,
            max: raw.max.0,
            stated: raw.rule.stated(),
            applies: raw.applies.map(InputId::new),
        };
        Self { parts: raw.parts.into_iter().map(part).collect() }
    }
}

impl SumOf {
    /// Lists the words of the decision for the parts.
    pub fn beside(&self, leaf: &Terms<'_>) -> Vec<DecisionWords> {
        let of = |(n, part): (usize, &Part)| part.stated.beside(&["parts", &n.to_string(), "rule"], &part.terms(leaf));
        self.parts.iter().enumerate().flat_map(of).collect()
    }

    /// Lists what `text` does not say of the parts: their last days, and where one does not apply.
    pub(super) fn unsaid(&self, text: &str, leaf: &Terms<'_>) -> Vec<Text> {
        let of_part = |part: &Part| {
            let name = Text::same(&part.label);
            let only = part.applies.as_ref().map(|id| {
                let asked = leaf.label(id);
                text!("chỉ áp dụng khi {asked} là “Có”", "applies only where {asked} is “Yes”")
            });
            let lines = part.stated.rule.unsaid(text, &part.terms(leaf)).into_iter().chain(only);
            lines.map(|line| unsaid::of(&name, line)).collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of_part).collect()
    }

    /// Finds a part by its id: its name and its maximum.
    pub fn part(&self, id: &str) -> Option<(&str, &Points)> {
        self.parts.iter().find(|part| part.id == id).map(|part| (part.label.as_str(), &part.max))
    }

    /// Tells whether a figure is asked for a part and for no other.
    pub fn is_of(&self, id: &str, input: &InputId) -> bool {
        let reads = |part: &Part| {
            part.applies.as_ref() == Some(input) || asks(std::iter::once(&part.stated.rule)).iter().any(|ask| ask.input == *input)
        };
        self.parts.iter().any(|part| part.id == id && reads(part)) && !self.parts.iter().any(|part| part.id != id && reads(part))
    }

    /// Tells whether a part does not apply by its figures.
    pub fn is_out(&self, id: &str, case: &Case<'_>) -> bool {
        self.parts.iter().any(|part| part.id == id && part.score(case).gives == Gives::NotApplicable)
    }

    /// Lists the parts: ids and names.
    pub fn named(&self) -> Vec<(&str, &str)> {
        self.parts.iter().map(|part| (part.id.as_str(), part.label.as_str())).collect()
    }
}

impl Faces for SumOf {
    fn asks(&self) -> Vec<Ask> {
        let of = |part: &Part| {
            let applies = part.applies.iter().map(|input| Ask::of(input.clone(), &[InputKind::YesNo]));
            applies.chain(asks(std::iter::once(&part.stated.rule))).collect::<Vec<_>>()
        };
        once(self.parts.iter().flat_map(of))
    }

    fn parts(&self) -> Vec<(InputId, InputId)> {
        self.parts.iter().flat_map(|part| part.stated.rule.faces().parts()).collect()
    }

    fn spares(&self) -> Vec<Spare> {
        let reads = |part: &Part| asks(std::iter::once(&part.stated.rule)).into_iter().map(|ask| ask.input).collect::<Vec<InputId>>();
        let mut spares = Vec::new();
        for (n, part) in self.parts.iter().enumerate() {
            // What another part reads too is asked all the same.
            let elsewhere: Vec<InputId> =
                self.parts.iter().enumerate().filter(|(at, _)| *at != n).flat_map(|(_, other)| reads(other)).collect();
            if let Some(applies) = &part.applies {
                let own = reads(part).into_iter().filter(|id| id != applies && !elsewhere.contains(id));
                spares.extend(own.map(|input| Spare { input, when: When::No(applies.clone()) }));
            }
            spares.extend(part.stated.rule.faces().spares().into_iter().filter(|spare| !elsewhere.contains(&spare.input)));
        }
        spares
    }

    fn scorer(&self) -> Scorer {
        Scorer::Unit
    }

    fn stands_within(&self) -> bool {
        false
    }

    fn branches(&self, leaf: &Terms<'_>) -> Vec<Branch> {
        let of = |part: &Part| {
            let (id, name) = (part.id.clone(), part.label.clone());
            let out = part.applies.iter().map(|_| Branch { id: "out".into(), label: Text::new("Không áp dụng", "Does not apply") });
            let all: Vec<Branch> = part.stated.rule.faces().branches(&part.terms(leaf)).into_iter().chain(out).collect();
            all.into_iter().map(move |branch| Branch {
                id: format!("{id}/{}", branch.id),
                label: say!("{name}: {label}", "{name}: {label}", label = branch.label),
            })
        };
        self.parts.iter().flat_map(of).collect()
    }

    fn most(&self, leaf: &Terms<'_>) -> Points {
        self.parts.iter().map(|part| part.stated.rule.faces().most(&part.terms(leaf))).sum()
    }

    fn laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (n, part) in self.parts.iter().enumerate() {
            let at = |key: &str| vec!["parts".to_owned(), n.to_string(), key.to_owned()];
            let path: Vec<String> = at("rule").into_iter().chain([part.stated.rule.key().to_owned()]).collect();
            let earlier: Vec<&Rule> = self.parts.iter().take(n).map(|part| &part.stated.rule).collect();
            faults.extend(laws(&path, &part.stated.rule, &earlier, &part.terms(leaf)));
            if self.parts.iter().take(n).any(|earlier| earlier.id == part.id) {
                let id = &part.id;
                faults.push(Fault {
                    path: at("id"),
                    code: &TWICE,
                    message: text!("Mã phần “{id}” viết hai lần.", "Part id “{id}” is written twice."),
                });
            }
            if !part.max.is_positive() {
                let message = text!("Điểm tối đa của phần phải lớn hơn 0.", "The maximum of a part must be above 0.");
                faults.push(Fault { path: at("max"), code: &PARTS, message });
            }
        }
        let sum: Points = self.parts.iter().map(|part| &part.max).sum();
        if self.parts.is_empty() {
            faults.push(Fault { path: vec!["parts".into()], code: &EMPTY, message: text!("Không có phần nào.", "There is no part.") });
        } else if sum != *leaf.max {
            let message = say!(
                "Điểm tối đa của các phần cộng lại là “{sum}”, khác điểm tối đa “{max}” của tiêu chí.",
                "The maxima of the parts add to “{sum}”, not to the maximum “{max}” of the criterion.",
                sum = exact(&sum),
                max = exact(leaf.max)
            );
            faults.push(Fault { path: vec!["parts".into()], code: &PARTS, message });
        }
        faults.extend(too_long(self, leaf, "parts"));
        faults
    }

    fn formula(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let values = self.parts.iter().map(|part| part.formula(leaf, cells)).collect::<Option<Vec<_>>>()?;
        let given: Vec<String> = values.iter().map(|value| format!("{value}<>\"\"")).collect();
        let sum = values.iter().map(|value| format!("N({value})")).collect::<Vec<_>>().join("+");
        let out = all(&not_applicable(&values, cells.lang()));
        Some(format!("IF({out},{},IF({},{sum},\"\"))", quoted(NOT_APPLICABLE_WORDS.get(cells.lang())), any(&given)))
    }

    fn penalty(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let of = |part: &Part| {
            let within = PartCells { cells, max: number(&part.max) };
            let value = part.stated.rule.faces().penalty(&part.terms(leaf), &within)?;
            Some(match &part.applies {
                Some(id) => format!("IF({},{value},0)", says(&cells.input(id), YES_WORDS.get(cells.lang()))),
                None => value,
            })
        };
        let penalties: Vec<String> = self.parts.iter().filter_map(of).collect();
        (!penalties.is_empty()).then(|| penalties.join("+"))
    }

    fn lowered(&self, leaf: &Terms<'_>, cells: &dyn Cells) -> Option<String> {
        let of = |part: &Part| {
            let value = part.formula(leaf, cells)?;
            Some(format!("IF({value}={},{},0)", quoted(NOT_APPLICABLE_WORDS.get(cells.lang())), number(&part.max)))
        };
        let lowered: Vec<String> = self.parts.iter().map(of).collect::<Option<_>>()?;
        Some(lowered.join("+"))
    }

    fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = Vec::new();
        for part in &self.parts {
            let label = &part.label;
            let max = exact(&part.max);
            lines.push(say!("{label} (tối đa {max} điểm):", "{label} (at most {max} points):", max = max));
            let line = |text| say!("– {text}", "– {text}", text = text);
            lines.extend(part.stated.wording(&part.terms(leaf)).into_iter().map(line));
            if let Some(id) = &part.applies {
                let name = leaf.label(id);
                lines.push(text!("– {name}: Không → phần này không áp dụng", "– {name}: No → the part does not apply"));
            }
        }
        lines
    }
}

impl Scores for SumOf {
    /// Scores of the parts, in order.
    type Fact = Vec<Scored<PartFact>>;

    fn score(&self, case: &Case<'_>) -> Scored<Vec<Scored<PartFact>>> {
        let scored: Vec<Scored<PartFact>> = self.parts.iter().map(|part| part.score(case)).collect();
        if !given(&scored) {
            let blank = scored.iter().flat_map(|one| one.blank.iter().cloned()).collect();
            return Scored::missing(blank, scored);
        }
        let penalty: Points = scored.iter().filter_map(|one| one.penalty.as_ref()).sum();
        let (sum, lowered) = self.sums(&scored);
        let out = scored.iter().all(|one| one.gives == Gives::NotApplicable);
        let gives = if out { Gives::NotApplicable } else { Gives::Points(sum) };
        let blank = scored.iter().filter(|one| one.gives == Gives::Nothing).flat_map(|one| one.blank.iter().cloned()).collect();
        Scored {
            blank,
            penalty: penalty.is_positive().then_some(penalty),
            lowered: Some(lowered).filter(|lowered| !out && lowered.is_positive()),
            ..Scored::new(gives, scored)
        }
    }

    fn compared(&self, _: &Case<'_>) -> Option<Points> {
        None
    }

    fn taken(&self, fact: &Vec<Scored<PartFact>>) -> Vec<String> {
        let of = |(part, one): (&Part, &Scored<PartFact>)| {
            let branches = match &one.fact {
                PartFact::Out => vec!["out".to_owned()],
                PartFact::Unanswered | PartFact::TakenAway | PartFact::GivenBack => Vec::new(),
                PartFact::Ruled(facts) => part.stated.rule.branches_of(facts),
            };
            branches.into_iter().map(|branch| format!("{}/{branch}", part.id)).collect::<Vec<_>>()
        };
        self.parts.iter().zip(fact).flat_map(of).collect()
    }

    fn explain(&self, fact: &Vec<Scored<PartFact>>, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = Vec::new();
        for (part, one) in self.parts.iter().zip(fact) {
            let label = &part.label;
            lines.push(say!("{label}: {trace}", "{label}: {trace}", trace = part.explain(&one.fact, leaf)));
        }
        if !given(fact) || fact.iter().all(|one| one.gives == Gives::NotApplicable) {
            return lines;
        }
        let (sum, lowered) = self.sums(fact);
        let shown = printed(&sum, leaf.rounding);
        let of_part =
            |one: &Scored<PartFact>| if let Gives::Points(points) = &one.gives { leaf.rounding.print(points) } else { Points::zero() };
        let added: Points = fact.iter().map(of_part).sum();
        let note = if added == leaf.rounding.print(&sum) {
            Text::default()
        } else {
            say!(
                " (các số đã làm tròn cộng lại là {added}; tổng tính từ giá trị chưa làm tròn)",
                " (the printed figures come to {added}; the sum is worked out from unrounded values)",
                added = printed(&added, leaf.rounding)
            )
        };
        lines.push(if lowered.is_positive() {
            say!(
                "Cộng: {shown} điểm{note}; điểm tối đa còn {most}.",
                "Sum: {shown} points{note}; the maximum is {most}.",
                shown = shown,
                note = note,
                most = exact(&(leaf.max - &lowered))
            )
        } else {
            say!("Cộng: {shown} điểm{note}.", "Sum: {shown} points{note}.", shown = shown, note = note)
        });
        lines
    }

    fn findings(&self, fact: &Vec<Scored<PartFact>>, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
        let mut found = Vec::new();
        for (part, one) in self.parts.iter().zip(fact) {
            if let PartFact::Ruled(facts) = &one.fact {
                found.extend(part.stated.rule.findings_of(facts, &part.terms(leaf)));
            }
            if matches!(one.gives, Gives::Nothing | Gives::Waits) && given(fact) {
                let label = &part.label;
                let message = text!("Phần “{label}” để trống: tính 0 điểm.", "The part “{label}” is blank and counts 0.");
                found.push((one.blank.first().cloned(), Finding::new(&PART_BLANK, message)));
            }
        }
        found
    }
}

impl SumOf {
    /// Lists the rules of the parts.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.parts.iter().map(|part| &part.stated.rule)
    }

    /// Lists the parts that a score found not to apply: ids, names, and the inputs that no other part asks for.
    pub fn parts_out(&self, facts: &[Scored<PartFact>]) -> Vec<PartOut<'_>> {
        let inputs = |part: &Part| {
            let reads = asks(std::iter::once(&part.stated.rule)).into_iter().map(|ask| ask.input);
            part.applies.iter().cloned().chain(reads).collect::<Vec<InputId>>()
        };
        let is_out = |(_, one): &(&Part, &Scored<PartFact>)| one.gives == Gives::NotApplicable;
        let out = self.parts.iter().zip(facts).filter(is_out).map(|(part, _)| {
            let others: Vec<InputId> = self.parts.iter().filter(|other| other.id != part.id).flat_map(inputs).collect();
            PartOut { id: &part.id, label: &part.label, inputs: inputs(part).into_iter().filter(|id| !others.contains(id)).collect() }
        });
        out.collect()
    }

    /// Adds the points of parts, and the maxima of those that do not apply.
    fn sums(&self, scored: &[Scored<PartFact>]) -> (Points, Points) {
        let (mut sum, mut lowered) = (Points::zero(), Points::zero());
        for (part, one) in self.parts.iter().zip(scored) {
            match &one.gives {
                Gives::Points(points) => sum += points,
                Gives::NotApplicable => lowered += &part.max,
                Gives::Nothing | Gives::Waits => {}
            }
        }
        (sum, lowered)
    }
}

/// Part of a leaf that does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartOut<'r> {
    /// Id of the part.
    pub id: &'r str,
    /// Its name.
    pub label: &'r str,
    /// Inputs that it asks for, and no other part.
    pub inputs: Vec<InputId>,
}

/// Tells whether any part is given, or does not apply: the others then count.
fn given(scored: &[Scored<PartFact>]) -> bool {
    scored.iter().any(|one| one.gives != Gives::Nothing)
}
