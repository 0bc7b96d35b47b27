//! Random leaves of every kind, and figures on, beside and between their bounds.

use parindex::figure::{Figure, Figures, Input, InputKind};
use parindex::points::Points;
use parindex::rule::Kind;

use super::{Leaf, leaf};

/// Small generator: the same seed gives the same leaf and figures.
pub struct Dice(u64);

impl Dice {
    /// Makes dice.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Throws: 0 to `sides` - 1.
    pub fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }

    /// Tells whether one in so many comes.
    pub fn one_in(&mut self, sides: u64) -> bool {
        self.throw(sides) == 0
    }

    /// Picks one.
    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[usize::try_from(self.throw(of.len() as u64)).unwrap()]
    }

    /// Picks a maximum.
    fn max(&mut self) -> &'static str {
        self.pick(&["0.5", "1", "1.5", "2", "2.25", "3", "10"])
    }

    /// Picks what 0 of 0 means.
    fn nothing(&mut self) -> &'static str {
        self.pick(&["full", "zero", "not_applicable"])
    }

    /// Makes a leaf of a kind that the form computes, each of them as often.
    pub fn leaf(&mut self) -> Leaf {
        loop {
            let kind = Kind::ALL[usize::try_from(self.throw(Kind::ALL.len() as u64)).unwrap()];
            if let Some(leaf) = self.of(kind) {
                return leaf;
            }
        }
    }

    /// Makes a leaf of a kind; `None` for kinds that one unit's form can't compute, which have no formula.
    pub fn of(&mut self, kind: Kind) -> Option<Leaf> {
        let max = self.max();
        Some(match kind {
            Kind::YesNo => self.yes_no(max),
            Kind::Levels => self.levels(max),
            Kind::Steps => self.steps(max),
            Kind::Ratio => self.ratio(max),
            Kind::Interpolate => self.interpolate(max),
            Kind::StepBy => self.step_by(max),
            Kind::Count => self.count(max),
            Kind::Deductions => self.deductions(max),
            Kind::Deadline => self.deadline(max),
            Kind::Formula => self.formula(),
            Kind::BestOf => self.best_of(max),
            Kind::SumOf => self.sum_of(),
            Kind::Relative => self.relative(max),
            Kind::Survey | Kind::Given => return None,
        })
    }

    fn interpolate(&mut self, max: &str) -> Leaf {
        let ends =
            self.pick(&["zero_at: 50, full_at: 95", "zero_at: 33.3, full_at: 99.95", "zero_at: 90, full_at: 0", "zero_at: 0, full_at: 7"]);
        let penalty = self.pick(&["", "", ", zero_penalty: 0.5"]);
        let ends = format!("{ends}{penalty}");
        match self.throw(3) {
            0 => leaf(max, &["p:percent"], &format!("interpolate: {{ of: p, {ends} }}")),
            1 => leaf(max, &["c:count"], &format!("interpolate: {{ of: c, {ends} }}")),
            _ => {
                let nothing = self.nothing();
                leaf(max, &["a:count", "b:count"], &format!("interpolate: {{ of: a, to: b, {ends}, when_nothing: {nothing} }}"))
            }
        }
    }

    fn relative(&mut self, max: &str) -> Leaf {
        let nothing = self.nothing();
        leaf(max, &["a:count", "b:count"], &format!("relative: {{ of: a, to: b, when_nothing: {nothing} }}"))
    }

    fn formula(&mut self) -> Leaf {
        let is = self.pick(&[
            "min(a / b, 1) * 2",
            "if(b = 0, 0.5, min(a / b / 0.95, 1) * 1.5) + p / 100",
            "max(min(a, b), -3) * 0.01 - if(y and not (p < 50), 0.25, 0)",
            "if(a >= 3 or b <> a, if(p > 70, p / 100, 1 / 3), a - b)",
            "-(a - b) / (a + b) * p",
            "if(y, 1, 0) + a * 0.1",
            "min(a / b, 1) + min(p / a, 0.5)",
            "if(a / b > 0.5, b / a, (a - b) / (p / b))",
        ]);
        let nothing = match self.throw(2) {
            0 => String::new(),
            _ if !is.contains("/ b") && !is.contains("/ (a") => String::new(),
            _ => format!(", when_nothing: {}", self.nothing()),
        };
        leaf("1.5", &["a:count", "b:count", "p:percent", "y:yes_no"], &format!("formula: {{ is: \"{is}\"{nothing} }}"))
    }

    fn sum_of(&mut self) -> Leaf {
        let nothing = self.nothing();
        let applies = self.pick(&["", ", applies: y"]);
        let penalty = self.pick(&["", ", unmet_penalty: 0.5"]);
        let parts = [
            format!("{{ id: mot, label: Một, max: 1, rule: {{ ratio: {{ of: a, to: b, zero_below: 50%, when_nothing: {nothing} }} }} }}"),
            format!("{{ id: hai, label: Hai, max: 0.5, rule: {{ yes_no: {{ all: [z]{penalty} }} }}{applies} }}"),
            "{ id: ba, label: Ba, max: 2, rule: { count: { of: c, each: 0.3 } } }".to_owned(),
        ];
        leaf("3.5", &["a:count", "b:count", "y:yes_no", "z:yes_no", "c:count"], &format!("sum_of: {{ parts: [ {} ] }}", parts.join(", ")))
    }

    fn best_of(&mut self, max: &str) -> Leaf {
        let nothing = self.nothing();
        let ratio = format!("{{ ratio: {{ of: a, to: b, full_at: 95%, when_nothing: {nothing} }} }}");
        let other = self.pick(&[
            "{ steps: { of: c, steps: [ { from: 3, points: 100% }, { from: 1, below: 3, points: 40% }, { exactly: 0, points: 0 } ] } }",
            "{ deductions: { lines: [ { of: c, each: 15% } ] } }",
            "{ step_by: { of: c, at: 3, points: 100%, below: { each: 1, points: 30% } } }",
        ]);
        leaf(max, &["a:count", "b:count", "c:count"], &format!("best_of: {{ rules: [ {ratio}, {other} ] }}"))
    }

    fn deductions(&mut self, max: &str) -> Leaf {
        let floor = self.pick(&["", ", floor: 0", ", floor: 12.5%"]);
        let lines = self.pick(&["{ of: a, each: 25% }, { of: b, each: 100% }", "{ of: a, each: 0.1 }, { of: b, each: 33.3% }"]);
        leaf(max, &["a:count", "b:count"], &format!("deductions: {{ lines: [ {lines} ]{floor} }}"))
    }

    fn deadline(&mut self, max: &str) -> Leaf {
        let later = self.pick(&["", ", later: 10%", ", never: 0, never_penalty: 0.5"]);
        let steps = self.pick(&[
            "{ by: 2018-01-31, points: 100% }, { before: 2018-03-01, points: 50% }",
            "{ before: 2018-01-31, points: 100% }",
            "{ by: 2018-01-31, points: 100% }, { by: 2018-02-15, points: 75% }, { by: 2018-12-31, points: 33.3% }",
        ]);
        leaf(max, &["d:date"], &format!("deadline: {{ of: d, steps: [ {steps} ]{later} }}"))
    }

    fn yes_no(&mut self, max: &str) -> Leaf {
        let inputs = ["a:yes_no", "b:yes_no", "c:yes_no"];
        let several = 1 + usize::try_from(self.throw(3)).unwrap();
        let all = ["a", "b", "c"][..several].join(", ");
        let no = self.pick(&["", ", unmet: 25%", ", unmet: 0, unmet_penalty: 0.25"]);
        leaf(max, &inputs[..several], &format!("yes_no: {{ all: [{all}]{no} }}"))
    }

    fn levels(&mut self, max: &str) -> Leaf {
        // Words that MATCH would take for wildcards, and long ones.
        let labels = ["Ban hành kịp thời", "Hoàn thành? *", "Hoàn thành!", "~ \"khác\"", &"dài ".repeat(90)];
        let several = 2 + usize::try_from(self.throw(4)).unwrap();
        let points = ["100%", "75%", "50%", "12.5%", "0"];
        let level = |n: usize| {
            let penalty = if n == 4 { ", penalty: 0.5" } else { "" };
            format!("{{ id: m{n}, label: '{}', points: {}{penalty} }}", labels[n].trim(), points[n])
        };
        let levels = (0..several).map(level).collect::<Vec<_>>().join(", ");
        leaf(max, &["m:choice"], &format!("levels: {{ of: m, levels: [ {levels} ] }}"))
    }

    fn steps(&mut self, max: &str) -> Leaf {
        let shares = ["100%", "66.6%", "50%", "12.5%", "0"];
        let cuts: &[&str] = match self.throw(3) {
            0 => &["90", "70", "50"],
            1 => &["95.5", "80"],
            _ => &["99.95"],
        };
        let mut list = Vec::new();
        let mut upper: Option<String> = None;
        for (n, cut) in cuts.iter().enumerate() {
            let closed = self.one_in(2);
            let lower = if closed { format!("from: {cut}") } else { format!("above: {cut}") };
            let bounds = upper.map_or_else(|| lower.clone(), |upper| format!("{lower}, {upper}"));
            list.push(format!("{{ {bounds}, points: {} }}", shares[n]));
            upper = Some(if closed { format!("below: {cut}") } else { format!("up_to: {cut}") });
        }
        let mut otherwise = "";
        match self.throw(4) {
            0 => otherwise = ", otherwise: 5%",
            1 => {}
            2 => list.push(format!("{{ {}, points: 0, penalty: 0.25 }}", upper.unwrap())),
            _ => list.push(format!("{{ {}, points: 0 }}", upper.unwrap())),
        }
        let list = list.join(", ");
        match self.throw(4) {
            0 => leaf(max, &["p:percent"], &format!("steps: {{ of: p, steps: [ {list} ]{otherwise} }}")),
            1 => leaf(max, &["n:points"], &format!("steps: {{ of: n, steps: [ {list} ]{otherwise} }}")),
            2 => {
                let nothing = self.nothing();
                let rule = format!("steps: {{ of: a, to: b, when_nothing: {nothing}, steps: [ {list} ]{otherwise} }}");
                leaf(max, &["a:count", "b:count"], &rule)
            }
            _ => {
                let rule = format!(
                    "steps: {{ of: c, steps: [ {{ exactly: 4, points: 100% }}, {{ exactly: 3, points: 75% }}, {{ from: 1, up_to: 2, points: 25% }} ]{otherwise} }}"
                );
                leaf(max, &["c:count"], &rule)
            }
        }
    }

    fn ratio(&mut self, max: &str) -> Leaf {
        let full = self.pick(&["", ", full_at: 100%", ", full_at: 95%", ", full_at: 60%"]);
        let floor = self.pick(&["", ", zero_below: 50%", ", zero_below: 33.3%", ", zero_below: 50%, zero_penalty: 0.25"]);
        if self.one_in(3) {
            return leaf(max, &["p:percent"], &format!("ratio: {{ of: p{full}{floor} }}"));
        }
        let nothing = self.nothing();
        let inputs = if self.one_in(4) { ["a:points", "b:points"] } else { ["a:count", "b:count"] };
        leaf(max, &inputs, &format!("ratio: {{ of: a, to: b{full}{floor}, when_nothing: {nothing} }}"))
    }

    fn step_by(&mut self, max: &str) -> Leaf {
        let steps = self.pick(&["", ", steps: full", ", steps: begun", ", steps: proportional"]);
        let below = self.pick(&["{ each: 1, points: 5% }", "{ each: 2.5, points: 0.05 }", "{ each: 33.3, points: 33.3% }"]);
        let above = self.pick(&["{ each: 1, points: 10% }", "{ each: 0.3, points: 0.03 }"]);
        let at = self.pick(&["100", "95", "60", "99.95"]);
        let least = match at {
            "95" => ", zero_below: 60",
            "60" => ", zero_below: 33.3",
            _ => "",
        };
        let sides = match self.throw(3) {
            0 => format!("points: 100%, below: {below}{least}"),
            1 => format!("points: 50%, above: {above}{least}"),
            _ => format!("points: 60%, floor: 10%, below: {below}, above: {above}"),
        };
        match self.throw(4) {
            0 => leaf(max, &["p:percent"], &format!("step_by: {{ of: p, at: {at}, {sides}{steps} }}")),
            1 => leaf(max, &["c:count"], &format!("step_by: {{ of: c, at: {at}, {sides}{steps} }}")),
            2 => leaf(max, &["c:points"], &format!("step_by: {{ of: c, at: {at}, {sides}{steps} }}")),
            _ => {
                let nothing = self.nothing();
                leaf(
                    max,
                    &["a:count", "b:count"],
                    &format!("step_by: {{ of: a, to: b, when_nothing: {nothing}, at: {at}%, {sides}{steps} }}"),
                )
            }
        }
    }

    fn count(&mut self, max: &str) -> Leaf {
        let each = self.pick(&["0.5", "10%", "0.15", "33.3%"]);
        leaf(max, &["c:count"], &format!("count: {{ of: c, each: {each} }}"))
    }

    /// Fills in a leaf.
    pub fn figures(&mut self, leaf: &Leaf) -> Figures {
        let mut figures: Figures = leaf.inputs.iter().map(|input| (input.id.clone(), self.figure(leaf, input))).collect();
        // A rate that lies on a bound, or one dossier beside it.
        if let [part, whole, ..] = leaf.inputs.as_slice()
            && part.kind == InputKind::Count
            && self.one_in(2)
        {
            let bound = self.pick(&["100", "95", "90", "80", "70", "60", "50", "33.3", "95.5", "99.95"]);
            let whole_of = Points::parse(self.pick(&["2000", "20000", "1000000"])).unwrap();
            let on = &(&Points::parse(bound).unwrap() * &whole_of) * &Points::parse("0.01").unwrap();
            let beside = Points::from(i64::try_from(self.throw(3)).unwrap() - 1);
            figures.insert(part.id.clone(), Figure::Number(&on + &beside));
            figures.insert(whole.id.clone(), Figure::Number(whole_of));
        }
        figures
    }

    fn figure(&mut self, leaf: &Leaf, input: &Input) -> Figure {
        if self.one_in(12) {
            return Figure::Blank;
        }
        let number = |text: &str| Figure::Number(Points::parse(text).unwrap());
        match input.kind {
            InputKind::YesNo => Figure::YesNo(!self.one_in(4)),
            InputKind::Choice => {
                let asks = leaf.rule.faces().asks();
                let choices = &asks.iter().find(|ask| ask.input == input.id).unwrap().choices;
                Figure::Choice(choices[usize::try_from(self.throw(choices.len() as u64)).unwrap()].id.clone())
            }
            InputKind::Count if self.one_in(2) => number(self.pick(&["0", "1", "2", "3", "4", "5", "7", "12", "600", "683", "-1", "2.5"])),
            InputKind::Count => Figure::Number(Points::from(i64::try_from(self.throw(900)).unwrap())),
            InputKind::Percent | InputKind::Points if self.one_in(2) => number(self.pick(&[
                "0", "100", "90", "89.99", "90.01", "70", "50", "49.9999", "95.5", "80", "99.95", "33.3", "60", "95", "101", "-3", "0.3",
            ])),
            InputKind::Percent | InputKind::Points if self.one_in(10) => Figure::Wrong(self.pick(&["#N/A", "khoảng 90"]).into()),
            InputKind::Percent | InputKind::Points => {
                let hundredths = Points::from(i64::try_from(self.throw(10_500)).unwrap());
                Figure::Number(&hundredths * &Points::parse("0.01").unwrap())
            }
            InputKind::Date if self.one_in(6) => Figure::NotIssued,
            InputKind::Date if self.one_in(10) => Figure::Wrong("đầu năm".into()),
            InputKind::Date => Figure::Date(
                self.pick(&[
                    "2018-01-30",
                    "2018-01-31",
                    "2018-02-01",
                    "2018-02-15",
                    "2018-02-16",
                    "2018-02-28",
                    "2018-03-01",
                    "2019-01-01",
                    "1918-01-31",
                    "2008-01-01",
                    "2007-12-31",
                    "2020-12-31",
                    "2021-01-01",
                ])
                .parse()
                .unwrap(),
            ),
            InputKind::Text => Figure::Text("chữ".into()),
        }
    }
}
