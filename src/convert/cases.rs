//! `cases.yaml`: a case for each branch of a rule, worked out from the numbers of the line itself, apart from the engine.

mod leaf;
mod marks;
mod parts;

use crate::figure::InputKind;
use crate::points::{Points, RoundingMode};

use self::leaf::Leaf;
use super::draft::{Input, Rule};
use super::yaml::{Writer, quoted, scalar};

/// Sentence, worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it says.
    name: String,
    /// Inputs with their values.
    given: Vec<(String, String)>,
    /// What it comes to.
    expect: Expect,
}

/// What a case comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Expect {
    /// Points that the line gives.
    Points(Points),
    /// Points, and what is taken beside them.
    Penalty(Points, Points),
    /// The criterion leaves the maximum.
    NotApplicable,
}

/// Writes the cases of a criterion.
pub fn write(out: &mut Writer, id: &str, name: &str, cases: &[Case]) {
    for case in cases {
        out.line(0, &format!("- name: {}", scalar(&format!("{id} {name}: {}", case.name))));
        let given: Vec<String> = case.given.iter().map(|(input, value)| format!("{input}: {value}")).collect();
        out.line(2, &format!("given: {{ {}: {{ {} }} }}", quoted(id), given.join(", ")));
        let expect = match &case.expect {
            Expect::Points(points) => printed(points).plain(),
            Expect::Penalty(points, penalty) => format!("{{ computed: {}, penalty: {penalty} }}", printed(points)),
            Expect::NotApplicable => "not_applicable".into(),
        };
        out.line(2, &format!("expect: {{ {}: {expect} }}", quoted(id)));
    }
}

/// Rounds points as a set prints them that says nothing of it.
fn printed(points: &Points) -> Points {
    points.round(2, RoundingMode::HalfUp)
}

/// Says points: `1,5 điểm`.
fn said(points: &Points) -> String {
    format!("{} điểm", printed(points).plain_vi())
}

/// Makes a case of a formula that was worked out; without points the criterion does not apply.
pub fn of_formula(given: &[(String, String)], label: &dyn Fn(&str) -> String, points: Option<Points>) -> Case {
    let said = |value: &str| match value {
        "true" => "có".to_owned(),
        "false" => "không".to_owned(),
        number => number.replace('.', ","),
    };
    let figures: Vec<String> = given.iter().map(|(id, value)| format!("{} là {}", label(id), said(value))).collect();
    let name = figures.join("; ");
    match points {
        Some(points) => case(name, given.to_vec(), points),
        None => Case { name: format!("{name}: không áp dụng"), given: given.to_vec(), expect: Expect::NotApplicable },
    }
}

/// Proposes figures for a formula: nothing at all, a usual year, more than enough, and what lies at its marks and beside them.
pub fn figures(formula: &str, inputs: &[Input]) -> Vec<Vec<(String, String)>> {
    let mut found = usual(formula, inputs);
    for figures in marks::at_marks(formula, inputs) {
        if !found.contains(&figures) {
            found.push(figures);
        }
    }
    let answered = |id: &String| inputs.iter().any(|input| input.id == *id && input.kind == InputKind::YesNo);
    for (_, value) in found.iter_mut().flatten().filter(|(id, _)| answered(id)) {
        *value = (value.as_str() != "0").to_string();
    }
    found.dedup();
    found
}

/// Proposes figures of a usual year, of none, and of a very good one.
fn usual(formula: &str, inputs: &[Input]) -> Vec<Vec<(String, String)>> {
    let all = |value: &dyn Fn(usize, &Input) -> u32| -> Vec<(String, String)> {
        inputs.iter().enumerate().map(|(n, input)| (input.id.clone(), value(n, input).to_string())).collect()
    };
    if let [Input { kind: InputKind::Percent, id, .. }] = inputs {
        return ["100", "85", "40", "0"].iter().map(|rate| vec![(id.clone(), (*rate).to_owned())]).collect();
    }
    let divides = |input: &Input| formula.contains(&format!("/ {}", input.id));
    if !inputs.iter().any(divides) {
        let mut found: Vec<_> = (0..inputs.len()).map(|one| all(&|n, _| u32::from(n == one))).collect();
        found.push(all(&|_, _| 100));
        return found;
    }
    vec![
        all(&|_, _| 0),
        all(&|_, input| if divides(input) { 10 } else { 0 }),
        all(&|n, input| {
            if divides(input) {
                10
            } else if n == 0 {
                6
            } else {
                2
            }
        }),
        all(&|n, input| if divides(input) || n == 0 { 10 } else { 0 }),
    ]
}

/// Makes a case of points.
fn case(mut name: String, given: Vec<(String, String)>, points: Points) -> Case {
    name.push_str(": ");
    name.push_str(&said(&points));
    Case { name, given, expect: Expect::Points(points) }
}

/// Makes a case of points, and of what is taken beside them.
fn with_penalty(name: String, given: Vec<(String, String)>, points: Points, penalty: Option<&Points>) -> Case {
    match penalty {
        Some(penalty) => Case {
            name: format!("{name}: {} và bị trừ {}", said(&points), said(penalty)),
            given,
            expect: Expect::Penalty(points, penalty.clone()),
        },
        None => case(name, given, points),
    }
}

/// Makes a number of a word of this file.
fn number(word: &str) -> Points {
    Points::parse(word).unwrap_or_else(Points::zero)
}

/// Works out the cases of a rule; none for a rule that others score, and for arithmetic.
pub fn of_rule(rule: &Rule, max: &Points, label: &dyn Fn(&str) -> String) -> Vec<Case> {
    Leaf { max, label }.cases(rule)
}
