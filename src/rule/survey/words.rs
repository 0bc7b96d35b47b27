//! `survey` in sentences: the rule, and how answers came to its points.

use super::answers::weighted;
use super::{Answers, Counted, Respondents, Survey, SurveyReading, Surveyed};
use crate::figure::InputId;
use crate::points::Points;
use crate::rule::say::{exact, printed, rate, say};
use crate::rule::span::share;
use crate::rule::{Faces, Terms};
use crate::text;
use crate::text::Text;

impl Survey {
    /// Says the rule in the words of a form.
    pub(super) fn worded(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let max = exact(leaf.max);
        match &self.found {
            SurveyReading::Steps(steps) => steps.wording(leaf),
            SurveyReading::All(Answers::Percent(id)) => {
                let label = leaf.label(id);
                vec![say!("{label} (%) × {max}", "{label} (%) × {max}", max = max)]
            }
            SurveyReading::All(Answers::Options(options)) => {
                let average = say!("Bình quân trọng số các phiếu × {max}", "Average weight of answers × {max}", max = max);
                [vec![average], weights(options, leaf)].concat()
            }
            SurveyReading::Groups(groups) => {
                let mut lines = vec![say!(
                    "Bình quân của các nhóm đối tượng theo trọng số (%) × {max}",
                    "Average of the groups of respondents by weight (%) × {max}",
                    max = max
                )];
                for group in groups {
                    let (name, share) = (Text::same(&group.name), exact(&group.weight));
                    lines.push(match &group.answers {
                        Answers::Percent(id) => {
                            let label = Text::same(leaf.label(id));
                            say!(
                                "“{name}”, trọng số {weight}%: {label} (%)",
                                "“{name}”, weight {weight}%: {label} (%)",
                                name = name,
                                weight = share,
                                label = label
                            )
                        }
                        Answers::Options(options) => say!(
                            "“{name}”, trọng số {weight}%: bình quân các phiếu ({options})",
                            "“{name}”, weight {weight}%: average of the answers ({options})",
                            name = name,
                            weight = share,
                            options = Text::join(&weights(options, leaf), "; ")
                        ),
                    });
                }
                lines.push(left_out());
                lines
            }
            SurveyReading::Mean(groups, zero, full) => {
                let mut lines = vec![say!(
                    "(Điểm trung bình − {zero}) / ({full} − {zero}) × {max}",
                    "(Mean − {zero}) / ({full} − {zero}) × {max}",
                    zero = exact(zero),
                    full = exact(full),
                    max = max
                )];
                if groups.len() > 1 {
                    for (id, weight) in groups {
                        let label = leaf.label(id);
                        lines.push(say!("{label}: trọng số {weight}%", "{label}: weight {weight}%", weight = exact(weight)));
                    }
                    lines.push(left_out());
                }
                lines
            }
        }
    }

    /// Names an input, with its group where another is called alike.
    fn called(&self, id: &InputId, leaf: &Terms<'_>) -> Text {
        let label = leaf.label(id);
        match self.group_of(id, leaf.inputs) {
            Some(group) => text!("{label} ở nhóm “{group}”", "{label} of group “{group}”"),
            None => Text::same(label),
        }
    }

    /// Says how figures came to their points.
    pub(super) fn explained(&self, fact: &Surveyed, leaf: &Terms<'_>) -> Vec<Text> {
        if let Surveyed::Blank(ids) = fact {
            let names = ids.iter().map(|id| self.called(id, leaf)).collect::<Vec<_>>();
            let (names_vi, names_en): (Vec<String>, Vec<String>) = names.into_iter().map(|Text { vi, en }| (vi, en)).unzip();
            let (names_vi, names_en) = (names_vi.join(", "), names_en.join(", "));
            return vec![text!("Chưa có số liệu điều tra {names_vi}.", "No survey figures for {names_en}.")];
        }
        let Some(part) = self.share(fact) else { return Vec::new() };
        let (max, given) = (exact(leaf.max), printed(&(&part * leaf.max), leaf.rounding));
        let points = |share: Option<Points>| share.map(|share| leaf.rounding.print(&(&share * leaf.max)));
        let percent_spelt = |percent: &Points| rate(percent, leaf.rounding, |percent| points(percent.over(&Points::hundred()))).words;
        match (fact, &self.found) {
            (Surveyed::All(Counted { answers: None, percent }), _) => vec![say!(
                "{percent}% × {max} = {given} điểm.",
                "{percent}% × {max} = {given} points.",
                percent = exact(percent),
                max = max,
                given = given
            )],
            (Surveyed::All(Counted { answers: Some(answers), percent }), _) => vec![say!(
                "{n} phiếu, bình quân {percent}% × {max} = {given} điểm.",
                "{n} answers, {percent}% on average × {max} = {given} points.",
                n = exact(answers),
                percent = percent_spelt(percent),
                max = max,
                given = given
            )],
            (Surveyed::Groups { groups: counted, percent }, SurveyReading::Groups(groups)) => {
                let part = |(group, counted): (&Respondents, &Option<Counted>)| Part {
                    name: format!("“{}”", group.name),
                    weight: group.weight.clone(),
                    answers: counted.as_ref().and_then(|counted| counted.answers.clone()),
                    value: counted.as_ref().map(|counted| counted.percent.clone()),
                };
                let parts: Vec<Part> = groups.iter().zip(counted).map(part).collect();
                let mut lines = averaged(&parts, &percent_spelt, "%", leaf);
                lines.push(say!(
                    "{percent}% × {max} = {given} điểm.",
                    "{percent}% × {max} = {given} points.",
                    percent = percent_spelt(percent),
                    max = max,
                    given = given
                ));
                lines
            }
            (Surveyed::Mean { means, mean }, SurveyReading::Mean(groups, zero, full)) => {
                let outside = mean < zero || mean > full;
                let spelt = |mean: &Points| {
                    if outside {
                        rate(mean, leaf.rounding, |mean| mean < zero || mean > full).words
                    } else {
                        rate(mean, leaf.rounding, |mean| points(share(mean, zero, full))).words
                    }
                };
                let part = |((id, weight), mean): (&(InputId, Points), &Option<Points>)| Part {
                    name: leaf.label(id),
                    weight: weight.clone(),
                    answers: None,
                    value: mean.clone(),
                };
                let parts: Vec<Part> = groups.iter().zip(means).map(part).collect();
                let mut lines = if parts.len() > 1 { averaged(&parts, &spelt, "", leaf) } else { Vec::new() };
                lines.push(if outside {
                    say!(
                        "Điểm trung bình {mean} nằm ngoài thang từ {zero} đến {full}: được {given} điểm.",
                        "Mean {mean} is outside the scale of {zero} to {full}: {given} points.",
                        mean = spelt(mean),
                        zero = exact(zero),
                        full = exact(full),
                        given = given
                    )
                } else {
                    say!(
                        "Điểm trung bình {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} điểm.",
                        "Mean {mean}: ({mean} − {zero}) / ({full} − {zero}) × {max} = {given} points.",
                        mean = spelt(mean),
                        zero = exact(zero),
                        full = exact(full),
                        max = max,
                        given = given
                    )
                });
                lines
            }
            (Surveyed::Groups { .. } | Surveyed::Mean { .. } | Surveyed::Blank(_) | Surveyed::Steps(_), _) => Vec::new(),
        }
    }
}

/// What a group came to.
struct Part {
    /// Its name, quoted.
    name: String,
    /// Its weight in percent.
    weight: Points,
    /// How many answered, where ballots are counted.
    answers: Option<Points>,
    /// Its mean or percentage; `None` where nobody answered.
    value: Option<Points>,
}

/// Says what each group came to, and their average; `spelt` spells an average, `sign` stands behind each value.
///
/// Values have so many decimals that the average of what is printed prints the same.
fn averaged(parts: &[Part], spelt: &dyn Fn(&Points) -> Text, sign: &str, leaf: &Terms<'_>) -> Vec<Text> {
    let mut values: Vec<(Points, &Points)> = parts.iter().filter_map(|part| Some((part.value.clone()?, &part.weight))).collect();
    let average = |values: &[(Points, &Points)]| weighted(values.iter().map(|(value, weight)| (value, *weight))).unwrap_or_default();
    let total = spelt(&average(&values));
    let (mut lines, mut terms, mut at) = (Vec::new(), Vec::new(), 0);
    for Part { name, weight, answers, value } in parts {
        let name = Text::same(name);
        let Some(value) = value else {
            lines.push(say!("{name}: không có kết quả, không tính.", "{name}: no result, left out.", name = name));
            continue;
        };
        let with = |value: &Points| {
            let tried = values.iter().enumerate().map(|(n, (other, weight))| (if n == at { value } else { other }.clone(), *weight));
            spelt(&average(&tried.collect::<Vec<_>>()))
        };
        let printed = rate(value, leaf.rounding, with);
        if let Some(taken) = values.get_mut(at) {
            taken.0 = printed.value;
        }
        at += 1;
        let (words, weight) = (say!("{n}{sign}", "{n}{sign}", n = printed.words), exact(weight));
        lines.push(if let Some(answers) = answers {
            say!(
                "{name}: {n} phiếu, bình quân {value}, trọng số {weight}%.",
                "{name}: {n} answers, {value} on average, weight {weight}%.",
                name = name,
                n = exact(answers),
                value = words.clone(),
                weight = weight.clone()
            )
        } else {
            say!(
                "{name}: {value}, trọng số {weight}%.",
                "{name}: {value}, weight {weight}%.",
                name = name,
                value = words.clone(),
                weight = weight.clone()
            )
        });
        terms.push(say!("{value} × {weight}%", "{value} × {weight}%", value = words, weight = weight));
    }
    let weights: Points = parts.iter().filter(|part| part.value.is_some()).map(|part| &part.weight).sum();
    let sum = Text::join(&terms, " + ");
    let sum = if weights == Points::hundred() {
        sum
    } else {
        say!("({sum}) / {weights}%", "({sum}) / {weights}%", sum = sum, weights = exact(&weights))
    };
    lines.push(say!(
        "Bình quân theo trọng số: {sum} = {total}{sign}.",
        "Average by weight: {sum} = {total}{sign}.",
        sum = sum,
        total = total
    ));
    lines
}

/// Lists answers with their weights.
fn weights(options: &[(InputId, Points)], leaf: &Terms<'_>) -> Vec<Text> {
    let line = |(id, weight): &(InputId, Points)| {
        let label = leaf.label(id);
        say!("{label}: {weight}%", "{label}: {weight}%", weight = exact(weight))
    };
    options.iter().map(line).collect()
}

/// Says what becomes of a group without answers.
fn left_out() -> Text {
    text!(
        "Nhóm không có kết quả thì không tính, trọng số chia theo các nhóm còn lại",
        "A group without a result is left out, and the weights of the others are taken in proportion"
    )
}
