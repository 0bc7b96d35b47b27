//! YAML as a person would lay it out: quoted ids, short mappings on one line, the words of the table in comments.

use jiff::civil::Date;

use crate::points::Points;
use crate::yaml::Amount;

use super::draft::{Input, Level, Measure, Part, Rule, Step, StepBy};

/// Text that grows line by line.
#[derive(Debug, Default)]
pub struct Writer {
    /// What is written.
    pub text: String,
}

impl Writer {
    /// Writes a line.
    pub fn line(&mut self, indent: usize, words: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(words.trim_end());
        self.text.push('\n');
    }

    /// Writes a comment.
    pub fn comment(&mut self, indent: usize, words: &str) {
        self.line(indent, &format!("# {words}"));
    }

    /// Writes inputs, one a line.
    pub fn inputs(&mut self, indent: usize, inputs: &[Input]) {
        if inputs.is_empty() {
            return;
        }
        self.line(indent, "inputs:");
        for Input { id, kind, label, measure } in inputs {
            let measure = measure.as_ref().map_or_else(String::new, |measure| format!(", measure: {}", flow(measure)));
            self.line(indent + 2, &format!("- {{ id: {id}, kind: {}, label: {}{measure} }}", kind.key(), flow(label)));
        }
    }

    /// Writes a rule: long ones line by line, others on one line.
    pub fn rule(&mut self, indent: usize, rule: &Rule) {
        match rule {
            Rule::Levels { of, levels } => {
                self.line(indent, "rule:");
                self.line(indent + 2, "levels:");
                self.line(indent + 4, &format!("of: {of}"));
                self.line(indent + 4, "levels:");
                self.items(indent + 6, &levels.iter().map(level).collect::<Vec<_>>());
            }
            Rule::Steps { .. } => {
                self.line(indent, "rule:");
                self.steps(indent + 2, rule);
            }
            Rule::SurveySteps(rule) => {
                self.line(indent, "rule:");
                self.line(indent + 2, "survey:");
                self.steps(indent + 4, rule);
            }
            Rule::Deadline { of, steps, later, never: (never, penalty) } => {
                self.line(indent, "rule:");
                self.line(indent + 2, "deadline:");
                self.line(indent + 4, &format!("of: {of}"));
                self.line(indent + 4, "steps:");
                self.items(indent + 6, &steps.iter().map(day).collect::<Vec<_>>());
                self.line(indent + 4, &format!("later: {}", amount(later)));
                self.line(indent + 4, &format!("never: {}", amount(never)));
                if let Some(penalty) = penalty {
                    self.line(indent + 4, &format!("never_penalty: {penalty}"));
                }
            }
            Rule::StepBy(steps) => {
                self.line(indent, "rule:");
                self.line(indent + 2, "step_by:");
                for entry in step_by(steps) {
                    self.line(indent + 4, &entry);
                }
            }
            Rule::SumOf(parts) => {
                self.line(indent, "rule:");
                self.line(indent + 2, "sum_of:");
                self.line(indent + 4, "parts:");
                self.items(indent + 6, &parts.iter().map(part).collect::<Vec<_>>());
            }
            Rule::BestOf(rules) => {
                self.line(indent, "rule:");
                self.line(indent + 2, "best_of:");
                self.line(indent + 4, "rules:");
                self.items(indent + 6, &rules.iter().map(on_one_line).collect::<Vec<_>>());
            }
            _ => self.line(indent, &format!("rule: {}", on_one_line(rule))),
        }
    }

    /// Writes a rule with the words that the decision says it in, line by line.
    pub fn stated(&mut self, indent: usize, rule: &Rule, text: &[String]) {
        if text.is_empty() {
            return self.rule(indent, rule);
        }
        let mut alone = Self::default();
        alone.rule(0, rule);
        self.line(indent, "rule:");
        match text {
            [line] => self.line(indent + 2, &format!("text: {}", scalar(line))),
            lines => {
                self.line(indent + 2, "text: |-");
                for line in lines {
                    self.line(indent + 4, line);
                }
            }
        }
        let short = alone.text.trim_end().strip_prefix("rule: { ").and_then(|rule| rule.strip_suffix(" }"));
        match short {
            Some(rule) => self.line(indent + 2, rule),
            None => alone.text.lines().skip(1).for_each(|line| self.line(indent, line)),
        }
    }

    /// Writes steps on a figure or a rate.
    fn steps(&mut self, indent: usize, rule: &Rule) {
        let Rule::Steps { measure: Measure { of, to }, percent, steps, otherwise } = rule else { return };
        self.line(indent, "steps:");
        self.line(indent + 2, &format!("of: {of}"));
        if let Some((to, nothing)) = to {
            self.line(indent + 2, &format!("to: {to}"));
            self.line(indent + 2, &format!("when_nothing: {nothing}"));
        }
        self.line(indent + 2, "steps:");
        self.items(indent + 4, &steps.iter().map(|one| step(one, *percent)).collect::<Vec<_>>());
        if let Some(otherwise) = otherwise {
            self.line(indent + 2, &format!("otherwise: {}", amount(otherwise)));
        }
    }

    /// Writes the items of a list, one a line.
    fn items(&mut self, indent: usize, items: &[String]) {
        for item in items {
            self.line(indent, &format!("- {item}"));
        }
    }
}

/// Writes a rule on one line.
fn on_one_line(rule: &Rule) -> String {
    match rule {
        Rule::Given(by) => format!("{{ given: {{ by: {by} }} }}"),
        Rule::YesNo { all, yes, no, penalty } => {
            let penalty = penalty.as_ref().map_or_else(String::new, |penalty| format!(", unmet_penalty: {penalty}"));
            let (all, yes, no) = (all.join(", "), amount(yes), amount(no));
            format!("{{ yes_no: {{ all: [{all}], met: {yes}, unmet: {no}{penalty} }} }}")
        }
        Rule::Levels { of, levels } => {
            format!("{{ levels: {{ of: {of}, levels: [ {} ] }} }}", levels.iter().map(level).collect::<Vec<_>>().join(", "))
        }
        Rule::Steps { measure, percent, steps, otherwise } => {
            let (of, nothing) = measured(measure);
            let steps = steps.iter().map(|one| step(one, *percent)).collect::<Vec<_>>().join(", ");
            let otherwise = otherwise.as_ref().map_or_else(String::new, |points| format!(", otherwise: {}", amount(points)));
            format!("{{ steps: {{ {of}{nothing}, steps: [ {steps} ]{otherwise} }} }}")
        }
        Rule::SurveySteps(rule) => format!("{{ survey: {} }}", on_one_line(rule)),
        Rule::Ratio { measure, full_at, zero_below } => {
            let (of, nothing) = measured(measure);
            let floor = zero_below.as_ref().map_or_else(String::new, |floor| format!(", zero_below: {floor}%"));
            format!("{{ ratio: {{ {of}, full_at: {full_at}%{floor}{nothing} }} }}")
        }
        Rule::Interpolate { measure, zero_at, full_at } => {
            let (of, nothing) = measured(measure);
            format!("{{ interpolate: {{ {of}, zero_at: {zero_at}%, full_at: {full_at}%{nothing} }} }}")
        }
        Rule::Relative { measure } => {
            let (of, nothing) = measured(measure);
            format!("{{ relative: {{ {of}{nothing} }} }}")
        }
        Rule::Deductions { lines, floor } => {
            let lines: Vec<String> = lines.iter().map(|(of, each)| format!("{{ of: {of}, each: {} }}", amount(each))).collect();
            let floor = floor.as_ref().map_or_else(String::new, |floor| format!(", floor: {floor}"));
            format!("{{ deductions: {{ lines: [{}]{floor} }} }}", lines.join(", "))
        }
        Rule::Deadline { of, steps, later, never: (never, penalty) } => {
            let steps = steps.iter().map(day).collect::<Vec<_>>().join(", ");
            let penalty = penalty.as_ref().map_or_else(String::new, |penalty| format!(", never_penalty: {penalty}"));
            format!("{{ deadline: {{ of: {of}, steps: [ {steps} ], later: {}, never: {}{penalty} }} }}", amount(later), amount(never))
        }
        Rule::Count { of, each, cap } => {
            let cap = cap.as_ref().map_or_else(String::new, |cap| format!(", cap: {}", amount(cap)));
            format!("{{ count: {{ of: {of}, each: {}{cap} }} }}", amount(each))
        }
        Rule::StepBy(steps) => {
            let entries = step_by(steps);
            format!("{{ step_by: {{ {} }} }}", entries.join(", "))
        }
        Rule::Formula { is, when_nothing } => {
            let nothing = when_nothing.map_or_else(String::new, |nothing| format!(", when_nothing: {nothing}"));
            format!("{{ formula: {{ is: {}{nothing} }} }}", quoted(is))
        }
        Rule::SumOf(parts) => format!("{{ sum_of: {{ parts: [ {} ] }} }}", parts.iter().map(part).collect::<Vec<_>>().join(", ")),
        Rule::BestOf(rules) => format!("{{ best_of: {{ rules: [ {} ] }} }}", rules.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Rule::SurveyMean { of, zero_at, full_at } => {
            format!("{{ survey: {{ mean: {{ groups: [ {{ of: {of}, weight: 100% }} ], zero_at: {zero_at}, full_at: {full_at} }} }} }}")
        }
        Rule::SurveyPercent(of) => format!("{{ survey: {{ percent: {of} }} }}"),
    }
}

/// Writes a level.
fn level(level: &Level) -> String {
    let (id, label, points, beside) = (&level.id, flow(&level.label), amount(&level.points), beside(level.penalty.as_ref()));
    format!("{{ id: {id}, label: {label}, points: {points}{beside} }}")
}

/// Writes a step.
fn step(step: &Step, percent: bool) -> String {
    let sign = if percent { "%" } else { "" };
    let bounds: Vec<String> = step.bounds.iter().map(|(side, at)| format!("{}: {at}{sign}", side.key())).collect();
    let (bounds, points, beside) = (bounds.join(", "), amount(&step.points), beside(step.penalty.as_ref()));
    format!("{{ {bounds}, points: {points}{beside} }}")
}

/// Writes a day with what it gives.
fn day((day, before, points): &(Date, bool, Amount)) -> String {
    let key = if *before { "before" } else { "by" };
    format!("{{ {key}: {day}, points: {} }}", amount(points))
}

/// Writes a part.
fn part(part: &Part) -> String {
    format!("{{ id: {}, label: {}, max: {}, rule: {} }}", part.id, flow(&part.label), part.max, on_one_line(&part.rule))
}

/// Lists the entries of steps beside a mark.
fn step_by(steps: &StepBy) -> Vec<String> {
    let mut entries = vec![format!("of: {}", steps.measure.of)];
    if let Some((to, nothing)) = &steps.measure.to {
        entries.extend([format!("to: {to}"), format!("when_nothing: {nothing}")]);
    }
    entries.extend([format!("at: {}%", steps.at), format!("points: {}", amount(&steps.points))]);
    for (key, slope) in [("below", &steps.below), ("above", &steps.above)] {
        entries.extend(slope.as_ref().map(|(each, points)| format!("{key}: {{ each: {each}%, points: {} }}", amount(points))));
    }
    entries.extend(steps.floor.as_ref().map(|floor| format!("floor: {floor}")));
    entries.extend(steps.cap.as_ref().map(|cap| format!("cap: {}", amount(cap))));
    entries.extend(steps.zero_below.as_ref().map(|least| format!("zero_below: {least}%")));
    entries.push(format!("steps: {}", steps.part.key()));
    entries
}

/// Writes what is measured, and what 0 of 0 means.
fn measured(measure: &Measure) -> (String, String) {
    let to = measure.to.as_ref().map_or_else(String::new, |(to, _)| format!(", to: {to}"));
    let nothing = measure.to.as_ref().map_or_else(String::new, |(_, nothing)| format!(", when_nothing: {nothing}"));
    (format!("of: {}{to}", measure.of), nothing)
}

/// Writes points, or a share of the maximum.
fn amount(amount: &Amount) -> String {
    match amount {
        Amount::Points(points) => points.plain(),
        Amount::Share(share) => format!("{}%", (share * &Points::hundred()).plain()),
    }
}

/// Writes the penalty beside 0 points.
fn beside(penalty: Option<&Points>) -> String {
    penalty.map_or_else(String::new, |penalty| format!(", penalty: {penalty}"))
}

/// Writes a text as the value of a key on a line of its own.
pub fn scalar(words: &str) -> String {
    if is_plain(words) && !words.starts_with(['[', '{']) { words.to_owned() } else { quoted(words) }
}

/// Writes a text inside a mapping on one line.
pub fn flow(words: &str) -> String {
    if is_plain(words) && !words.contains([',', '[', ']', '{', '}']) { words.to_owned() } else { quoted(words) }
}

/// Writes a text in double quotes; what can't be printed is left out.
pub fn quoted(words: &str) -> String {
    let mut text = String::from("\"");
    for c in words.chars().filter(|c| !c.is_control()) {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push('"');
    text
}

/// Tells whether a text means itself without quotes.
fn is_plain(words: &str) -> bool {
    // 1880/QĐ-UBND is a text, 2018-07-27 and 1e3 are none.
    let number = words.chars().next().is_some_and(|c| c.is_ascii_digit()) && words.contains(['/', ' ']);
    let begins = number || words.chars().next().is_some_and(char::is_alphabetic);
    let marks = words.contains(": ") || words.contains(" #") || words.ends_with(':') || words.contains(['"', '“', '”', '‘', '’', '\\']);
    let word = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"].contains(&words.to_lowercase().as_str());
    begins && !marks && !word && words.trim() == words && !words.chars().any(char::is_control)
}
