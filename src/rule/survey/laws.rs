//! Laws of `survey`: weights that don't add up, a scale upside down, answers that are written twice.

use super::answers::Named;
use super::{Answers, Survey, SurveyReading};
use crate::figure::InputId;
use crate::finding::Code;
use crate::finding::rule::{EMPTY, PENALTY, PERCENT, SURVEY_WEIGHTS, TWICE, UNREACHABLE, UNREACHABLE_MAX};
use crate::points::Points;
use crate::rule::say::{exact, say};
use crate::rule::{Faces, Fault, Terms};
use crate::text;
use crate::text::Text;
use crate::text::fold::bare;

/// Makes a fault.
fn fault(path: &[String], code: &'static Code, message: Text) -> Fault {
    Fault { path: path.to_vec(), code, message }
}

/// Puts keys below a path.
fn below(path: &[String], keys: &[&str]) -> Vec<String> {
    path.iter().cloned().chain(keys.iter().map(|&key| key.to_owned())).collect()
}

impl Survey {
    /// Says what breaks the laws of this kind.
    pub(super) fn breaches(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        if !self.one {
            let message = text!(
                "Cần đúng một trong năm: mean, options, percent, groups, steps.",
                "Exactly one of mean, options, percent, groups and steps is needed."
            );
            return vec![fault(&[], &TWICE, message)];
        }
        match &self.found {
            SurveyReading::Mean(groups, zero, full) => {
                let at = below(&[], &["mean", "groups"]);
                let scale = (zero >= full).then(|| {
                    let message = text!("Đầu thấp của thang không thấp hơn đầu cao.", "The scale's low end isn't below its high end.");
                    fault(&below(&[], &["mean", "full_at"]), &UNREACHABLE, message)
                });
                let weights: Vec<&Points> = groups.iter().map(|(_, weight)| weight).collect();
                let labels: Vec<String> = groups.iter().map(|(id, _)| leaf.label(id)).collect();
                scale.into_iter().chain(weights_of_groups(&at, &weights)).chain(items(&at, &weights, &labels, "of")).collect()
            }
            SurveyReading::All(answers) => answers.breaches(&[], leaf),
            SurveyReading::Steps(steps) => {
                let within = |fault: Fault| Fault { path: std::iter::once("steps".to_owned()).chain(fault.path).collect(), ..fault };
                let beside = steps.takes_beside().then(|| {
                    let message = text!(
                        "Điểm điều tra không trừ thêm được: bỏ “penalty”, hoặc lập một dòng điểm trừ.",
                        "The survey takes no points beside a criterion: leave “penalty” out, or write a line of penalty points."
                    );
                    fault(&below(&[], &["steps", "steps"]), &PENALTY, message)
                });
                steps.laws(leaf).into_iter().map(within).chain(beside).collect()
            }
            SurveyReading::Groups(groups) => {
                let at = below(&[], &["groups"]);
                let weights: Vec<&Points> = groups.iter().map(|group| &group.weight).collect();
                let names: Vec<String> = groups.iter().map(|group| format!("“{}”", group.name)).collect();
                let of_answers = groups.iter().enumerate().flat_map(|(n, group)| {
                    let of_group = below(&at, &[&n.to_string()]);
                    let mut faults = match group.named {
                        Named::Once => group.answers.breaches(&of_group, leaf),
                        Named::Never | Named::Twice(_) => vec![fault(&of_group, &TWICE, named_once(&group.name))],
                    };
                    if group.name.trim().is_empty() {
                        let message =
                            text!("Nhóm chưa có tên, nên bảng điều tra không ghi được.", "The group has no name that a table could give.");
                        faults.push(fault(&below(&at, &[&n.to_string(), "name"]), &EMPTY, message));
                    }
                    let mut before = groups.iter().take(n).flat_map(|group| group.answers.inputs());
                    // One figure can't be the answer of two groups.
                    let shared: Option<&InputId> = group.answers.inputs().into_iter().find(|id| before.any(|earlier| earlier == *id));
                    if let Some(id) = shared {
                        let label = leaf.label(id);
                        let message = text!("{label} là kết quả của hai nhóm.", "{label} is the result of two groups.");
                        faults.push(fault(&below(&at, &[&n.to_string()]), &TWICE, message));
                    }
                    faults
                });
                weights_of_groups(&at, &weights).into_iter().chain(items(&at, &weights, &names, "name")).chain(of_answers).collect()
            }
        }
    }
}

/// Says of a group that its YAML has to name what is asked of it once.
fn named_once(name: &str) -> Text {
    text!("Nhóm “{name}” cần đúng một trong hai: percent, options.", "Group “{name}” needs exactly one of percent and options.")
}

impl Answers {
    /// Says what breaks the laws of answers that stand at `path`.
    fn breaches(&self, path: &[String], leaf: &Terms<'_>) -> Vec<Fault> {
        let Self::Options(options) = self else { return Vec::new() };
        let at = below(path, &["options"]);
        let unreachable = options.iter().all(|(_, weight)| *weight < Points::hundred()).then(|| {
            let message = text!("Không phương án nào có trọng số 100%.", "No option has a weight of 100%.");
            fault(&at, &UNREACHABLE_MAX, message)
        });
        let weights: Vec<&Points> = options.iter().map(|(_, weight)| weight).collect();
        let labels: Vec<String> = options.iter().map(|(id, _)| leaf.label(id)).collect();
        unreachable.into_iter().chain(items(&at, &weights, &labels, "of")).collect()
    }
}

/// Finds weights of groups that don't add to 100%.
fn weights_of_groups(path: &[String], weights: &[&Points]) -> Option<Fault> {
    let sum: Points = weights.iter().copied().sum();
    (!weights.is_empty() && sum != Points::hundred()).then(|| {
        let message = say!(
            "Trọng số của các nhóm cộng lại được {sum}%, không phải 100%.",
            "The weights of the groups add to {sum}%, not 100%.",
            sum = exact(&sum)
        );
        fault(path, &SURVEY_WEIGHTS, message)
    })
}

/// Finds what is wrong with the items of a list: none at all, a weight over 100%, one that is named twice under `key`.
fn items(path: &[String], weights: &[&Points], labels: &[String], key: &str) -> Vec<Fault> {
    if weights.is_empty() {
        return vec![fault(path, &EMPTY, text!("Không có mục nào.", "There is nothing in it."))];
    }
    let mut faults = Vec::new();
    for (n, (weight, label)) in weights.iter().zip(labels).enumerate() {
        if **weight > Points::hundred() {
            let shown = exact(weight);
            let message = say!("Trọng số “{shown}%” vượt 100%.", "The weight “{shown}%” is over 100%.", shown = shown);
            faults.push(fault(&below(path, &[&n.to_string(), "weight"]), &PERCENT, message));
        }
        if labels.iter().take(n).any(|earlier| bare(earlier) == bare(label)) {
            faults.push(fault(&below(path, &[&n.to_string(), key]), &TWICE, text!("{label} viết hai lần.", "{label} is written twice.")));
        }
    }
    faults
}
