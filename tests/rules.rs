//! Rules: what each kind gives, says and refuses; and that its Excel formula means the same.

mod bounds;
pub mod dice;
mod insane;
mod kinds;
mod sheet;
mod step_by;
mod witness;
mod words;

use std::collections::BTreeMap;

use parindex::figure::{Figure, Figures, Input, InputKind};
use parindex::finding::Severity;
use parindex::points::{Points, Rounding};
use parindex::rule::{Case, Gives, Outcome, RawRule, Rule, Terms};

/// Leaf to try a rule on.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub yaml: String,
    pub rule: Rule,
    pub inputs: Vec<Input>,
    pub max: Points,
}

/// Makes a number.
pub fn number(text: &str) -> Points {
    Points::parse(text).unwrap_or_else(|| panic!("{text} is no number"))
}

/// Makes a leaf: `inputs` reads `id:kind`, or `id:kind:measure`.
pub fn leaf(max: &str, inputs: &[&str], rule: &str) -> Leaf {
    let input = |words: &&str| {
        let mut parts = words.split(':');
        let (id, kind, measure) = (parts.next().unwrap(), parts.next().unwrap(), parts.next());
        let kind = match kind {
            "count" => InputKind::Count,
            "percent" => InputKind::Percent,
            "points" => InputKind::Points,
            "date" => InputKind::Date,
            "yes_no" => InputKind::YesNo,
            "choice" => InputKind::Choice,
            other => panic!("no such kind: {other}"),
        };
        // Around the year of the rules: 2008 to 2020.
        let day = |month, day| jiff::civil::Date::new(2018, month, day).ok();
        let days = parindex::figure::Days::default().around(day(1, 1), day(12, 31));
        Input { id: id.into(), kind, label: id.to_uppercase(), measure: measure.map(str::to_owned), days, shared: false }
    };
    let raw: RawRule = serde_saphyr::from_str(rule).unwrap_or_else(|error| panic!("{rule}\n{error}"));
    Leaf { yaml: rule.to_owned(), rule: raw.into_rule(), inputs: inputs.iter().map(input).collect(), max: number(max) }
}

impl Leaf {
    /// Gives what the rule may know of its leaf.
    pub fn terms(&self) -> Terms<'_> {
        Terms { max: &self.max, inputs: &self.inputs, rounding: Rounding::default() }
    }

    /// Reads figures as a unit would type them, in the order of the inputs: `5`, `Có`, `2018-03-05`, `-` for blank.
    pub fn figures(&self, typed: &[&str]) -> Figures {
        assert_eq!(typed.len(), self.inputs.len(), "one figure for each input");
        let figure = |input: &Input, typed: &str| match (input.kind, typed) {
            (_, "-") => Figure::Blank,
            (InputKind::YesNo, "Có") => Figure::YesNo(true),
            (InputKind::YesNo, "Không") => Figure::YesNo(false),
            (InputKind::Date, "Không") => Figure::NotIssued,
            (InputKind::Date, day) => Figure::Date(day.parse().unwrap()),
            (InputKind::Choice, id) => Figure::Choice(id.into()),
            (_, words) => Points::parse(words).map_or_else(|| Figure::Wrong(words.into()), Figure::Number),
        };
        self.inputs.iter().zip(typed).map(|(input, typed)| (input.id.clone(), figure(input, typed))).collect()
    }

    /// Scores figures.
    pub fn score(&self, figures: &Figures, best: Option<&Points>) -> Outcome {
        self.rule.score(&Case::new(self.terms(), figures).against(best))
    }

    /// Scores what a unit types, and prints it: points, `không áp dụng`, `chưa tính` or `chờ`, then codes found.
    pub fn prints(&self, typed: &[&str]) -> String {
        let outcome = self.score(&self.figures(typed), None);
        let given = match &outcome.gives {
            Gives::Points(points) => Rounding::default().vietnamese(points),
            Gives::NotApplicable => "không áp dụng".into(),
            Gives::Nothing => "chưa tính".into(),
            Gives::Waits => "chờ".into(),
        };
        let codes = self.rule.findings(&outcome, &self.terms());
        let penalty = outcome.penalty.map(|points| format!("−{}", points.plain_vi()));
        let codes = codes.iter().map(|(_, finding)| finding.code.id.to_owned());
        std::iter::once(given).chain(penalty).chain(codes).collect::<Vec<_>>().join(" ")
    }

    /// Gives the last sentence that explains a score.
    pub fn explains(&self, typed: &[&str]) -> String {
        let trace = self.rule.explain(&self.score(&self.figures(typed), None), &self.terms());
        trace.iter().map(|text| text.vi.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Lists the laws broken: codes with the paths of their places.
    pub fn faults(&self) -> Vec<String> {
        let faults = self.rule.faces().laws(&self.terms());
        faults.iter().map(|fault| format!("{} {}", fault.code.id, fault.path.join("."))).collect()
    }

    /// Says the rule as the form does.
    pub fn wording(&self) -> Vec<String> {
        self.rule.faces().wording(&self.terms()).into_iter().map(|text| text.vi).collect()
    }
}

/// Compares what a rule prints with what is expected, line by line, whatever its laws say.
fn values(leaf: &Leaf, lines: &[(&[&str], &str)]) {
    for (typed, expected) in lines {
        assert_eq!(leaf.prints(typed), *expected, "{} {typed:?}", leaf.yaml);
    }
}

/// Compares what a rule prints with what is expected, line by line: `typed → printed`.
pub fn check(leaf: &Leaf, lines: &[(&[&str], &str)]) {
    assert_eq!(leaf.faults(), Vec::<String>::new(), "{}", leaf.yaml);
    for (typed, expected) in lines {
        assert_eq!(leaf.prints(typed), *expected, "{} on {typed:?}", leaf.yaml);
    }
}

#[test]
fn yes_no_needs_every_condition() {
    let leaf = leaf("1", &["du:yes_no", "kip:yes_no"], "yes_no: { all: [du, kip] }");
    check(
        &leaf,
        &[
            (&["Có", "Có"], "1,00"),
            (&["Có", "Không"], "0,00"),
            // One false decides, even where another is blank; true and blank decides nothing.
            (&["-", "Không"], "0,00"),
            (&["Có", "-"], "chưa tính"),
            (&["-", "-"], "chưa tính"),
        ],
    );
    assert_eq!(leaf.wording(), ["Thực hiện đầy đủ các nội dung: 1 điểm", "Thiếu một trong các nội dung: 0 điểm"]);
}

#[test]
fn zero_and_a_penalty_beside_it() {
    let plan = leaf("1", &["co:yes_no"], "yes_no: { all: [co], unmet_penalty: 0.25 }");
    check(&plan, &[(&["Có"], "1,00"), (&["Không"], "0,00 −0,25")]);
    assert_eq!(plan.wording(), ["Có: 1 điểm", "Không: 0 điểm và bị trừ 0,25 điểm"]);
    let levels = "levels: { of: muc, levels: [ { id: co, label: Có ban hành, points: 1 }, { id: khong, label: Không ban hành, points: 0, penalty: 0.25 } ] }";
    check(&leaf("1", &["muc:choice"], levels), &[(&["co"], "1,00"), (&["khong"], "0,00 −0,25"), (&["-"], "chưa tính")]);
}

#[test]
fn levels_give_points_or_shares_of_the_maximum() {
    let rule = "levels: { of: muc, levels: [ { id: xs, label: Hoàn thành xuất sắc, points: 100% }, { id: tot, label: Hoàn thành tốt, points: 75% }, { id: ht, label: Hoàn thành, points: 50% } ] }";
    let leaf = leaf("2", &["muc:choice"], rule);
    check(&leaf, &[(&["xs"], "2,00"), (&["tot"], "1,50"), (&["ht"], "1,00")]);
    assert_eq!(leaf.wording()[1], "Hoàn thành tốt: 75% điểm tối đa (1,5 điểm)");
    assert_eq!(leaf.explains(&["tot"]), "“Hoàn thành tốt”: được 1,5 điểm.");
}

#[test]
fn steps_of_ca_mau_put_90_itself_into_the_middle() {
    let rule =
        "steps: { of: ty_le, steps: [ { above: 90%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ] }";
    let leaf = leaf("2", &["ty_le:percent"], rule);
    check(
        &leaf,
        &[
            (&["90.01"], "2,00"),
            (&["90"], "1,00"),
            (&["70"], "1,00"),
            (&["69.99"], "0,00"),
            (&["120"], "2,00 P004"),
            (&["-5"], "chưa tính P002"),
            (&["chín mươi"], "chưa tính"),
        ],
    );
    assert_eq!(leaf.wording(), ["Trên 90%: 2 điểm", "Từ 70% đến 90%: 1 điểm", "Dưới 70%: 0 điểm"]);
    let branches: Vec<(String, String)> =
        leaf.rule.faces().branches(&leaf.terms()).into_iter().map(|branch| (branch.label.vi, branch.label.en)).take(3).collect();
    let said = [("trên 90", "over 90"), ("từ 70, đến 90", "from 70, up to 90"), ("dưới 70", "under 70")];
    assert_eq!(branches, said.map(|(vi, en)| (vi.to_owned(), en.to_owned())));
}

#[test]
fn a_rate_that_would_print_as_its_bound_prints_more_decimals() {
    let rule = "steps: { of: a, to: b, when_nothing: zero, steps: [ { from: 90, points: 2 }, { below: 90, points: 0 } ] }";
    let leaf = leaf("2", &["a:count", "b:count:hồ sơ"], rule);
    assert_eq!(leaf.explains(&["899999", "1000000"]), "899.999 / 1.000.000 hồ sơ = 89,9999%. 89,9999% thuộc mức “Dưới 90%”: 0 điểm.");
}

#[test]
fn the_highest_exact_step_of_a_count_means_or_more() {
    let rule = "steps: { of: so, steps: [ { exactly: 4, points: 20 }, { exactly: 3, points: 15 }, { exactly: 2, points: 10 }, { exactly: 1, points: 5 } ], otherwise: 0 }";
    let leaf = leaf("20", &["so:count:lần"], rule);
    check(&leaf, &[(&["7"], "20,00"), (&["4"], "20,00"), (&["3"], "15,00"), (&["0"], "0,00"), (&["2.5"], "chưa tính P003")]);
    assert_eq!(leaf.wording(), ["Từ 4 lần trở lên: 20 điểm", "3 lần: 15 điểm", "2 lần: 10 điểm", "1 lần: 5 điểm", "Còn lại: 0 điểm"]);
}

#[test]
fn a_value_in_a_gap_gives_0_with_a_note() {
    let rule = "steps: { of: so, steps: [ { from: 5, points: 2 }, { below: 3, points: 0 } ] }";
    let leaf = leaf("2", &["so:count"], rule);
    assert_eq!(leaf.prints(&["4"]), "0,00 P008");
    assert_eq!(leaf.faults(), ["C103 steps"]);
}

#[test]
fn ratio_is_proportional_above_its_floor() {
    let rule = "ratio: { of: dung, to: xong, full_at: 100%, zero_below: 80%, when_nothing: not_applicable }";
    let on_time = leaf("2", &["dung:count", "xong:count:hồ sơ"], rule);
    check(
        &on_time,
        &[
            (&["90", "100"], "1,80"),
            (&["80", "100"], "1,60"),
            (&["79", "100"], "0,00"),
            (&["100", "100"], "2,00"),
            (&["654", "683"], "1,92"),
            (&["101", "100"], "2,00 P005"),
            (&["0", "0"], "không áp dụng P007"),
            (&["5", "0"], "0,00 P006"),
            (&["-", "0"], "chưa tính"),
            (&["-5", "100"], "chưa tính P002"),
        ],
    );
    assert_eq!(on_time.explains(&["654", "683"]), "654 / 683 hồ sơ = 95,75%. 95,75% × 2 = 1,92 điểm.");
    assert_eq!(
        on_time.wording(),
        [
            "Tỷ lệ = “DUNG” / “XONG” × 100%",
            "Đạt 100%: 2 điểm",
            "Từ 80% đến dưới 100%: tỷ lệ × 2",
            "Dưới 80%: 0 điểm",
            "Trường hợp không phát sinh: không áp dụng"
        ]
    );
    // 5/600 × 3 is 0,025 exactly: finite decimals print it as 0,02.
    check(
        &leaf("3", &["a:count", "b:count"], "ratio: { of: a, to: b, when_nothing: full }"),
        &[(&["5", "600"], "0,03"), (&["0", "0"], "3,00 P007")],
    );
    check(&leaf("2", &["p:percent"], "ratio: { of: p, full_at: 90% }"), &[(&["45"], "1,00"), (&["95"], "2,00")]);
}

/// “Dưới 50%: 0 điểm và bị trừ 0,25 điểm”: at the floor itself nothing is taken, nor where there was nothing to do.
#[test]
fn a_penalty_stands_beside_a_rate_below_its_floor() {
    let rule = "ratio: { of: dung, to: xong, zero_below: 50%, zero_penalty: 0.25, when_nothing: zero }";
    let ratio = leaf("2", &["dung:count", "xong:count"], rule);
    let cases: [(&[&str], &str); 6] = [
        (&["50", "100"], "1,00"),
        (&["4999", "10000"], "0,00 −0,25"),
        (&["0", "100"], "0,00 −0,25"),
        (&["0", "0"], "0,00 P007"),
        (&["5", "0"], "0,00 P006"),
        (&["-", "100"], "chưa tính"),
    ];
    check(&ratio, &cases);
    assert_eq!(ratio.wording().last().unwrap(), "Trường hợp không phát sinh: 0 điểm");
    assert!(ratio.wording().contains(&"Dưới 50%: 0 điểm và bị trừ 0,25 điểm".to_owned()), "{:?}", ratio.wording());
    // On a straight line the floor itself gives 0, and is penalized, whichever way the line goes.
    let up = leaf("2", &["a:percent"], "interpolate: { of: a, zero_at: 20, full_at: 80, zero_penalty: 0.5 }");
    check(&up, &[(&["20"], "0,00 −0,5"), (&["20.01"], "0,00"), (&["80"], "2,00")]);
    assert_eq!(up.wording().last().unwrap(), "Từ 20% trở xuống: 0 điểm và bị trừ 0,5 điểm");
    let down = leaf("2", &["a:count"], "interpolate: { of: a, zero_at: 10, full_at: 0, zero_penalty: 0.5 }");
    check(&down, &[(&["10"], "0,00 −0,5"), (&["11"], "0,00 −0,5"), (&["9"], "0,20"), (&["0"], "2,00")]);
}

#[test]
fn ninths_tie_with_one() {
    let part = |a: &str| {
        let leaf = leaf("1", &["a:count", "b:count"], "ratio: { of: a, to: b, when_nothing: zero }");
        match leaf.score(&leaf.figures(&[a, "9"]), None).gives {
            Gives::Points(points) => points,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!([part("4"), part("4"), part("1")].into_iter().sum::<Points>(), Points::one());
}

#[test]
fn count_pays_for_each_up_to_the_cap() {
    let leaf = leaf("2", &["so:count:quy chế"], "count: { of: so, each: 0.5, cap: 2 }");
    check(&leaf, &[(&["0"], "0,00"), (&["3"], "1,50"), (&["4"], "2,00"), (&["9"], "2,00"), (&["-"], "chưa tính")]);
    assert_eq!(leaf.wording(), ["Mỗi quy chế: 0,5 điểm, tối đa 2 điểm"]);
    assert_eq!(leaf.explains(&["9"]), "9 quy chế × 0,5 = 4,5 điểm. Tối đa 2 điểm.");
    assert_eq!(leaf.explains(&["4"]), "4 quy chế × 0,5 = 2 điểm.");
}

#[test]
fn interpolation_runs_from_the_floor_to_the_ceiling() {
    let rule = "interpolate: { of: a, to: b, zero_at: 80%, full_at: 98%, when_nothing: full }";
    let leaf_ = leaf("3", &["a:count", "b:count:hồ sơ"], rule);
    check(
        &leaf_,
        &[
            (&["80", "100"], "0,00"),
            (&["50", "100"], "0,00"),
            (&["89", "100"], "1,50"),
            (&["98", "100"], "3,00"),
            (&["100", "100"], "3,00"),
            (&["0", "0"], "3,00 P007"),
        ],
    );
    assert_eq!(leaf_.explains(&["89", "100"]), "89 / 100 hồ sơ = 89%. (89 − 80) / (98 − 80) × 3 = 1,50 điểm.");
    // Less is better.
    check(
        &leaf("2", &["n:count:ngày"], "interpolate: { of: n, zero_at: 30, full_at: 0 }"),
        &[(&["0"], "2,00"), (&["15"], "1,00"), (&["31"], "0,00")],
    );
    assert_eq!(leaf("2", &["n:count"], "interpolate: { of: n, zero_at: 3, full_at: 3 }").faults(), ["C104 full_at"]);
}

#[test]
fn relative_waits_for_the_best_of_the_group() {
    let leaf = leaf("2", &["a:count", "b:count"], "relative: { of: a, to: b, when_nothing: zero }");
    check(&leaf, &[(&["40", "50"], "chờ"), (&["-", "50"], "chưa tính"), (&["0", "0"], "0,00 P007")]);
    let against = |best: &str, typed: &[&str]| match leaf.score(&leaf.figures(typed), Some(&number(best))).gives {
        Gives::Points(points) => Rounding::default().vietnamese(&points),
        other => format!("{other:?}"),
    };
    assert_eq!(against("90", &["60", "100"]), "1,33");
    assert_eq!(against("90", &["90", "100"]), "2,00");
    // A unit that isn't ranked may be better than the best.
    assert_eq!(against("90", &["95", "100"]), "2,00");
    assert_eq!(against("0", &["0", "100"]), "0,00");
    let branch = |best: &str, typed: &[&str]| leaf.rule.taken(&leaf.score(&leaf.figures(typed), Some(&number(best)))).join(" ");
    assert_eq!(branch("90", &["60", "100"]), "part");
    assert_eq!(branch("90", &["90", "100"]), "best");
    assert_eq!(branch("90", &["95", "100"]), "best");
    assert_eq!(branch("0", &["0", "100"]), "zero");
    assert_eq!(
        leaf.wording(),
        ["Tỷ lệ = “A” / “B” × 100%", "Tỷ lệ của đơn vị / tỷ lệ cao nhất của khối × 2", "Trường hợp không phát sinh: 0 điểm"]
    );
}

#[test]
fn deductions_are_shares_of_the_maximum_and_add() {
    let leaf = leaf("2", &["nhe:count", "nang:count"], "deductions: { lines: [ { of: nhe, each: 25% }, { of: nang, each: 100% } ] }");
    assert_eq!(leaf.rule.faces().asks().len(), 2);
    check(
        &leaf,
        &[
            (&["0", "0"], "2,00"),
            (&["1", "0"], "1,50"),
            (&["2", "0"], "1,00"),
            (&["5", "0"], "0,00"),
            (&["0", "1"], "0,00"),
            (&["1", "-"], "chưa tính"),
        ],
    );
    assert_eq!(leaf.explains(&["2", "0"]), "“NHE”: 2 × 0,5 = trừ 1 điểm. 2 − các khoản trừ = 1 điểm.");
    assert_eq!(
        leaf.wording(),
        [
            "Không vi phạm: 2 điểm",
            "“NHE”: mỗi lần trừ 25% điểm tối đa (0,5 điểm)",
            "“NANG”: mỗi lần trừ 100% điểm tối đa (2 điểm)",
            "Thấp nhất: 0 điểm"
        ]
    );
    let measured = &["cham:count:ngày", "thieu:count:văn bản", "hut:count:%"];
    let rule = "deductions: { lines: [ { of: cham, each: 0.1 }, { of: thieu, each: 25% }, { of: hut, each: 0.05 } ] }";
    let wording = self::leaf("2", measured, rule).wording();
    assert_eq!(
        wording[1..4],
        ["“CHAM”: mỗi ngày trừ 0,1 điểm", "“THIEU”: mỗi văn bản trừ 25% điểm tối đa (0,5 điểm)", "“HUT”: mỗi điểm phần trăm trừ 0,05 điểm"]
    );
}

#[test]
fn a_deadline_counts_its_own_day_with_by_and_not_with_before() {
    let rule = "deadline: { of: ngay, steps: [ { by: 2018-01-31, points: 1 }, { before: 2018-03-01, points: 50% } ], never_penalty: 0.25 }";
    let leaf_ = leaf("1", &["ngay:date"], rule);
    check(
        &leaf_,
        &[
            (&["2017-12-31"], "1,00"),
            (&["2018-01-31"], "1,00"),
            (&["2018-02-01"], "0,50"),
            (&["2018-02-28"], "0,50"),
            (&["2018-03-01"], "0,00"),
            (&["Không"], "0,00 −0,25"),
            (&["-"], "chưa tính"),
        ],
    );
    assert_eq!(
        leaf_.wording(),
        [
            "Chậm nhất ngày 31/01/2018: 1 điểm",
            "Trước ngày 01/3/2018: 50% điểm tối đa (0,5 điểm)",
            "Sau thời hạn trên: 0 điểm",
            "Không thực hiện: 0 điểm và bị trừ 0,25 điểm"
        ]
    );
    let wrong = "deadline: { of: ngay, steps: [ { by: 2018-01-31, points: 1 }, { before: 2018-02-01, points: 0.5 } ] }";
    assert_eq!(leaf("1", &["ngay:date"], wrong).faults(), ["C104 steps.1.points"]);
}

#[test]
fn a_formula_computes_exactly_and_cuts() {
    let inputs = ["a:count", "b:count"];
    let rule = "formula: { is: \"if(b = 0, 2, min(a / b / 0.95, 1) * 2)\" }";
    let leaf_ = leaf("2", &inputs, rule);
    check(&leaf_, &[(&["95", "100"], "2,00"), (&["19", "40"], "1,00"), (&["0", "0"], "2,00"), (&["5", "-"], "chưa tính")]);
    assert_eq!(leaf_.explains(&["19", "40"]), "19 : 40 : 0,95 × 2 = 1,00 điểm.");
    // A blank input leaves no result, also in a branch not taken; `if` computes only the branch taken.
    let lazy = leaf("2", &inputs, "formula: { is: \"if(a > 0, 2, min(1 / b, 2))\" }");
    check(&lazy, &[(&["1", "0"], "2,00"), (&["1", "-"], "chưa tính"), (&["0", "0"], "0,00 P022")]);
    let passing = leaf("2", &inputs, "formula: { is: \"a - b\" }");
    assert_eq!(passing.faults(), ["C111 is"]);
    assert_eq!([passing.prints(&["9", "1"]), passing.prints(&["1", "9"])], ["2,00 P021", "0,00 P021"]);
    let low = leaf("2", &inputs, "formula: { is: \"min(a, b, 1)\" }");
    assert_eq!(low.faults(), ["C100 is"]);
}

#[test]
fn a_formula_is_said_as_decisions_say_it() {
    let inputs = ["a:count", "b:count", "c:count", "y:yes_no", "p:percent"];
    let words = |max: &str, is: &str| leaf(max, &inputs, &format!("formula: {{ is: \"{is}\" }}")).wording();
    for (max, is, lines) in [
        // The one case without the formula stands below it; the limit is said once, in points.
        (
            "4",
            "if(c = 0, 4, min((a + 0.5 * b) / c, 1) * 4)",
            vec!["Điểm = (“A” + 0,5 × “B”) : “C” × 4, nhưng không quá 4 điểm", "Trường hợp “C” bằng 0: 4 điểm"],
        ),
        ("2", "min(a / b / 0.95, 1) * 2", vec!["Điểm = “A” : “B” : 0,95 × 2, nhưng không quá 2 điểm"]),
        ("2", "2 * min(1, a / (b * c))", vec!["Điểm = 2 × “A” : (“B” × “C”), nhưng không quá 2 điểm"]),
        // A limit that is not the maximum is part of the formula.
        ("3", "min(a / b, 1) * 2", vec!["Điểm = số nhỏ nhất của (“A” : “B”; 1) × 2"]),
        ("2", "a - (b - c)", vec!["Điểm = “A” − (“B” − “C”), nhưng không dưới 0 điểm và không quá 2 điểm"]),
        (
            "2",
            "if(a >= 4, 2, if(a > 1, 1, 0))",
            vec!["Trường hợp “A” từ 4 trở lên: 2 điểm", "Trường hợp “A” lớn hơn 1: 1 điểm", "Trường hợp khác: 0 điểm"],
        ),
        (
            "2",
            "if(a <> b or c <= 3, p / 100 * 2, 1)",
            vec!["Trường hợp “A” khác “B” hoặc “C” không quá 3: điểm = “P” : 100 × 2", "Trường hợp khác: 1 điểm"],
        ),
    ] {
        assert_eq!(words(max, is), lines, "{is}");
    }
    let counted = leaf("4", &inputs[..3], "formula: { is: \"if(c = 0, 4, min((a + 0.5 * b) / c, 1) * 4)\" }");
    assert_eq!(counted.explains(&["4", "0", "4"]), "(4 + 0,5 × 0) : 4 × 4 = 4,00 điểm.");
    assert_eq!(counted.explains(&["0", "0", "0"]), "Trường hợp “C” bằng 0: 4,00 điểm.");
    // A limit that was reached is said.
    assert_eq!(counted.explains(&["6", "0", "4"]), "số nhỏ nhất của ((6 + 0,5 × 0) : 4; 1) × 4 = 4,00 điểm.");
}

#[test]
fn a_formula_says_what_0_of_0_means() {
    let inputs = ["a:count", "b:count", "c:count"];
    let with = |is: &str, nothing: &str| leaf("2", &inputs, &format!("formula: {{ is: \"{is}\"{nothing} }}"));
    let rate = "min(a / b, 1) * 2";
    // Without a word in the set 0 of 0 is blank, and an error; something of 0 is 0, and an error.
    let silent = with(rate, "");
    assert_eq!(silent.faults(), ["C115 is"]);
    values(&silent, &[(&["1", "2", "0"], "1,00"), (&["0", "0", "0"], "chưa tính P035"), (&["3", "0", "0"], "0,00 P022")]);
    for (nothing, gives) in [("full", "2,00 P007"), ("zero", "0,00 P007"), ("not_applicable", "không áp dụng P007")] {
        let said = with(rate, &format!(", when_nothing: {nothing}"));
        assert_eq!(said.faults(), Vec::<String>::new());
        values(&said, &[(&["1", "2", "0"], "1,00"), (&["0", "0", "0"], gives), (&["3", "0", "0"], "0,00 P022")]);
    }
    // Something of 0 anywhere goes before 0 of 0, in whatever order they stand.
    for is in ["min(a / b, 1) + min(c / b, 1)", "min(c / b, 1) + min(a / b, 1)", "min(a / b, c / b, 2)"] {
        let both = with(is, ", when_nothing: full");
        assert_eq!([both.prints(&["0", "0", "4"]), both.prints(&["0", "0", "0"])], ["0,00 P022", "2,00 P007"], "{is}");
    }
    // A division that is not reached is none.
    let guarded = with("if(b = 0, 1, min(a / b, 2))", "");
    assert_eq!(guarded.faults(), Vec::<String>::new());
    values(&guarded, &[(&["0", "0", "0"], "1,00"), (&["3", "0", "0"], "1,00")]);
    // A denominator that can't be 0 needs no word, and may have none.
    assert_eq!(with("min(a / (b + 1), 2)", "").faults(), Vec::<String>::new());
    assert_eq!(with("min(a / (b + 1), 2)", ", when_nothing: full").faults(), ["C107 when_nothing"]);
    assert_eq!(with("if(a / b > 1, 2, 0)", "").faults(), ["C115 is"], "the condition of an if is always reached");
    assert_eq!(
        [with(rate, ", when_nothing: full").explains(&["0", "0", "0"]), silent.explains(&["0", "0", "0"])],
        [
            "0 : 0 × 2: 0 chia cho 0 (không phát sinh), được điểm tối đa theo quy định.",
            "0 : 0 × 2: 0 chia cho 0 mà bộ tiêu chí chưa quy định, nên chưa tính được điểm."
        ]
    );
}

#[test]
fn a_formula_knows_not_and_tells_its_ifs_apart() {
    let inverted = leaf("2", &["y:yes_no"], "formula: { is: \"if(not y, 1, 2)\" }");
    values(&inverted, &[(&["Có"], "2,00"), (&["Không"], "1,00")]);
    let two = leaf("2", &["y:yes_no", "z:yes_no"], "formula: { is: \"if(y, 1, 0) + if(z, 1, 0)\" }");
    assert_eq!(two.rule.taken(&two.score(&two.figures(&["Có", "Không"]), None)), ["if:1:then", "if:2:else"]);
}

#[test]
fn a_formula_says_where_it_is_wrong() {
    let said = |is: &str| {
        let leaf = leaf("2", &["a:count", "y:yes_no"], &format!("formula: {{ is: \"{is}\" }}"));
        let faults = leaf.rule.faces().laws(&leaf.terms());
        let message = &faults.first().unwrap_or_else(|| panic!("{is} has no fault")).message.vi;
        message.split_once("”, ").expect("the formula is quoted").1.to_owned()
    };
    // What is taken away is never less than 1.
    assert_eq!(leaf("3", &["a:count"], "formula: { is: \"3 - (a + 1)\" }").faults(), ["C100 is", "C111 is"]);
    for (is, message) in [
        ("a +", "ký tự thứ 4: công thức thiếu phần cuối."),
        ("a b", "ký tự thứ 3: “b” đặt không đúng chỗ."),
        ("80% * a", "ký tự thứ 3: công thức không dùng dấu %: viết 0.8 thay cho 80%."),
        ("a × 2", "ký tự thứ 3: dấu nhân viết là *."),
        ("a ÷ 2", "ký tự thứ 3: dấu chia viết là /."),
        ("a : 2", "ký tự thứ 3: dấu chia viết là /."),
        ("round(a, 2)", "ký tự thứ 1: không có hàm “round”: chỉ có min, max, if."),
        ("min(a, 2", "ký tự thứ 9: thiếu “)”."),
        ("if(a > 1, 2)", "ký tự thứ 1: if cần ba phần: if(điều kiện, khi đúng, khi sai)."),
        ("if(a, 2, 0)", "ký tự thứ 4: cần một điều kiện, nhưng đây là số."),
        ("y * 2", "ký tự thứ 1: cần một số, nhưng đây là điều kiện."),
        ("a > 2", "ký tự thứ 1: công thức cho ra đúng hoặc sai, không cho ra điểm."),
        ("a / 0", "ký tự thứ 5: chia cho 0."),
        ("1.2.3", "ký tự thứ 1: “1.2.3” không phải là số."),
    ] {
        assert_eq!(said(is), message, "{is}");
    }
    assert!(said(&"(".repeat(500)).ends_with("công thức lồng quá 30 lớp."));
    assert!(said(&"not ".repeat(100)).ends_with("công thức lồng quá 30 lớp."));
    assert!(said(&"-".repeat(500)).ends_with("công thức lồng quá 30 lớp."));
    assert!(said(&"a+".repeat(290)).ends_with("công thức có quá 200 phần."));
    assert!(said(&"a".repeat(700)).ends_with("công thức dài quá 600 ký tự."));
}

#[test]
fn the_best_of_alternatives_counts_and_blank_ones_are_passed_over() {
    let rule = "best_of: { rules: [ { ratio: { of: a, to: b, when_nothing: not_applicable } }, { levels: { of: m, levels: [ { id: co, label: Có chứng nhận, points: 1.5 }, { id: khong, label: Chưa, points: 0 } ] } } ] }";
    let leaf_ = leaf("2", &["a:count", "b:count", "m:choice"], rule);
    check(
        &leaf_,
        &[
            (&["50", "100", "co"], "1,50"),
            (&["90", "100", "co"], "1,80"),
            (&["-", "-", "co"], "1,50"),
            (&["90", "100", "-"], "1,80"),
            (&["0", "0", "co"], "1,50 P007"),
            (&["0", "0", "-"], "không áp dụng P007"),
            (&["-", "-", "-"], "chưa tính"),
        ],
    );
    assert_eq!(leaf_.rule.taken(&leaf_.score(&leaf_.figures(&["90", "100", "co"]), None)), ["1/part"]);
    assert_eq!(leaf_.rule.faces().parts(), [("a".into(), "b".into())]);
    assert_eq!(
        leaf_.explains(&["90", "100", "co"]),
        "Trường hợp 1: 90 / 100 = 90%. 90% × 2 = 1,80 điểm. Trường hợp 2: “Có chứng nhận”: được 1,5 điểm. Cao nhất là trường hợp 1: 1,80 điểm."
    );
    assert_eq!(leaf_.score(&leaf_.figures(&["-", "-", "-"]), None).blank, ["a".into(), "b".into(), "m".into()]);
    assert_eq!(
        leaf_.wording(),
        [
            "Tính trường hợp có điểm cao nhất:",
            "(1) Tỷ lệ = “A” / “B” × 100%",
            "– Đạt 100%: 2 điểm",
            "– Dưới 100%: tỷ lệ × 2",
            "– Trường hợp không phát sinh: không áp dụng",
            "(2) Có chứng nhận: 1,5 điểm",
            "– Chưa: 0 điểm"
        ]
    );
    let twice = "best_of: { rules: [ { given: { by: unit } }, { count: { of: c, each: 1 } } ] }";
    assert_eq!(leaf("2", &["c:count"], twice).faults(), ["C112 rules.0.given"]);
    let asked_of_people = "best_of: { rules: [ { count: { of: c, each: 1 } }, { survey: { percent: p } } ] }";
    assert_eq!(leaf("2", &["c:count", "p:percent"], asked_of_people).faults(), ["C112 rules.1.survey"]);
    let parts = "{ sum_of: { parts: [ { id: x, label: X, max: 1, rule: { count: { of: c, each: 1 } } }, { id: y, label: Y, max: 1, rule: { yes_no: { all: [d] } } } ] } }";
    let sum_inside = format!("best_of: {{ rules: [ {{ count: {{ of: c, each: 1 }} }}, {parts} ] }}");
    assert_eq!(leaf("2", &["c:count", "d:yes_no"], &sum_inside).faults(), ["C112 rules.1.sum_of"]);
    // The days of every alternative are days of the rule.
    let days = "best_of: { rules: [ { deadline: { of: d, steps: [ { by: 2018-01-31, points: 2 } ] } }, { count: { of: c, each: 1 } } ] }";
    assert_eq!(leaf("2", &["d:date", "c:count"], days).rule.days(), [jiff::civil::date(2018, 1, 31)]);
}

#[test]
fn a_sum_of_parts_counts_blank_parts_0_and_lets_parts_leave_the_maximum() {
    let rule = "sum_of: { parts: [ { id: mot, label: Ban hành, max: 1, rule: { yes_no: { all: [co] } } }, { id: hai, label: Xử lý, max: 2, rule: { ratio: { of: a, to: b, when_nothing: not_applicable } } } ] }";
    let leaf_ = leaf("3", &["co:yes_no", "a:count", "b:count"], rule);
    check(
        &leaf_,
        &[
            (&["Có", "50", "100"], "2,00"),
            (&["Có", "-", "100"], "1,00 P023"),
            (&["-", "50", "100"], "1,00 P023"),
            (&["Có", "0", "0"], "1,00 P007"),
            (&["-", "-", "-"], "chưa tính"),
        ],
    );
    assert_eq!(leaf_.score(&leaf_.figures(&["Có", "0", "0"]), None).lowered, Some(number("2")));
    assert_eq!(
        leaf_.explains(&["Có", "50", "100"]),
        "Ban hành: “CO”: có, được 1 điểm. Xử lý: 50 / 100 = 50%. 50% × 2 = 1,00 điểm. Cộng: 2,00 điểm."
    );
    let beside = "sum_of: { parts: [ { id: mot, label: Một, max: 1, rule: { yes_no: { all: [co], unmet: 0, unmet_penalty: 0.25 } } }, { id: hai, label: Hai, max: 1, rule: { yes_no: { all: [d] } } } ] }";
    check(&leaf("2", &["co:yes_no", "d:yes_no"], beside), &[(&["Không", "Có"], "1,00 −0,25"), (&["Có", "Có"], "2,00")]);
    assert_eq!(leaf("4", &["co:yes_no", "a:count", "b:count"], rule).faults(), ["C113 parts"]);
    assert_eq!(
        leaf_.wording(),
        [
            "Ban hành (tối đa 1 điểm):",
            "– Có: 1 điểm",
            "– Không: 0 điểm",
            "Xử lý (tối đa 2 điểm):",
            "– Tỷ lệ = “A” / “B” × 100%",
            "– Đạt 100%: 2 điểm",
            "– Dưới 100%: tỷ lệ × 2",
            "– Trường hợp không phát sinh: không áp dụng"
        ]
    );
}

#[test]
fn surveys_give_points_by_mean_by_answers_or_by_index() {
    // Hà Tĩnh: SIPAS 91,17 % of 10.
    check(&leaf("10", &["sipas:percent"], "survey: { percent: sipas }"), &[(&["91.17"], "9,12"), (&["-"], "chưa tính")]);
    let options = "survey: { options: [ { of: a, weight: 100% }, { of: b, weight: 60% }, { of: c, weight: 20% }, { of: d, weight: 0% } ] }";
    let yen_bai = leaf("5", &["a:count", "b:count", "c:count", "d:count"], options);
    check(&yen_bai, &[(&["10", "5", "5", "0"], "3,50"), (&["0", "0", "0", "0"], "chưa tính")]);
    assert_eq!(yen_bai.explains(&["10", "5", "5", "0"]), "20 phiếu, bình quân 70% × 5 = 3,50 điểm.");
    let mean = "survey: { mean: { groups: [ { of: dan, weight: 60% }, { of: dn, weight: 40% } ], zero_at: 1, full_at: 5 } }";
    // Groups without answers are left out.
    check(&leaf("4", &["dan:points", "dn:points"], mean), &[(&["4", "3.5"], "2,80"), (&["4", "-"], "3,00"), (&["-", "-"], "chưa tính")]);
    let one_group = "survey: { mean: { groups: [ { of: dan, weight: 100% } ], zero_at: 1, full_at: 5 } }";
    assert_eq!(leaf("4", &["dan:points"], one_group).wording().len(), 1, "weights are told of several groups");
    assert_eq!(leaf("4", &["p:percent"], "survey: { }").faults(), ["C105 "]);
}

#[test]
fn given_points_wait_for_their_scorer() {
    check(&leaf("5", &[], "given: { by: council }"), &[(&[], "chờ")]);
}

#[test]
fn laws_name_the_place_of_every_fault() {
    let faults =
        |max: &str, inputs: &[&str], rule: &str, expected: &[&str]| assert_eq!(leaf(max, inputs, rule).faults(), expected, "{rule}");
    faults("2", &["a:yes_no"], "yes_no: { all: [a, a], met: 1 }", &["C100 ", "C105 all.1"]);
    faults("2", &[], "yes_no: { all: [] }", &["C109 all"]);
    faults("2", &["a:yes_no"], "yes_no: { all: [a], unmet: 1, unmet_penalty: 0.5 }", &["C108 unmet"]);
    faults(
        "1",
        &["m:choice"],
        "levels: { of: m, levels: [ { id: a, label: X, points: 1 }, { id: a, label: x, points: 3 } ] }",
        &["C101 levels.1.points", "C105 levels.1.id", "C105 levels.1.label"],
    );
    faults(
        "2",
        &["p:percent"],
        "steps: { of: p, steps: [ { from: 90, points: 2 }, { from: 70, up_to: 90, points: 1 }, { below: 70, points: 0 } ] }",
        &["C102 steps.1.points"],
    );
    faults("2", &["c:count"], "steps: { of: c, steps: [ { from: 90%, points: 2 }, { below: 90, points: 0 } ] }", &["C106 steps.0.from"]);
    faults(
        "2",
        &["c:count"],
        "steps: { of: c, steps: [ { from: 3, points: 2 }, { above: 2, below: 3, points: 0 }, { up_to: 2, points: 0 } ] }",
        &["C104 steps.1.points"],
    );
    // Between 2 and 3 there is no count.
    faults("2", &["c:count"], "steps: { of: c, steps: [ { from: 2.5, points: 2 }, { below: 2.5, points: 0 } ] }", &[]);
    faults("2", &["a:count", "b:count"], "ratio: { of: a, to: b }", &["C107 when_nothing"]);
    faults("2", &["a:percent"], "ratio: { of: a, when_nothing: full }", &["C107 when_nothing"]);
    faults("2", &["a:percent"], "ratio: { of: a, full_at: 80%, zero_below: 90% }", &["C104 zero_below"]);
    faults("2", &["a:percent"], "ratio: { of: a, zero_penalty: 0.25 }", &["C108 zero_penalty"]);
    faults("2", &["a:percent"], "ratio: { of: a, zero_below: 0, zero_penalty: 0.25 }", &["C108 zero_penalty"]);
    faults("2", &["a:percent"], "ratio: { of: a, zero_below: 50%, zero_penalty: 0 }", &["C108 zero_penalty"]);
    faults("2", &["a:percent"], "interpolate: { of: a, zero_at: 50, full_at: 90, zero_penalty: -1 }", &["C108 zero_penalty"]);
    faults("2", &["a:percent"], "ratio: { of: a, full_at: 120% }", &["C106 full_at"]);
    faults("2", &["c:count"], "count: { of: c, each: 0.5, cap: 1 }", &["C100 "]);
    let answers = |weight: &str| format!("survey: {{ options: [ {{ of: a, weight: {weight} }}, {{ of: b, weight: 0% }} ] }}");
    faults("2", &["a:count", "b:count"], &answers("100%"), &[]);
    faults("2", &["a:count", "b:count"], &answers("80%"), &["C100 options"]);
    faults("2", &["c:count"], "steps: { of: c, steps: [ { from: 2, points: 2 }, { exactly: 0, points: 0 } ] }", &["C103 steps"]);
}

#[test]
fn an_earlier_day_never_scores_less() {
    let rule = "deadline: { of: d, steps: [ { by: 2018-01-31, points: 2 }, { before: 2018-02-10, points: 50% }, { by: 2018-03-01, points: 10% } ] }";
    let leaf = leaf("2", &["d:date"], rule);
    let first: jiff::civil::Date = "2018-01-25".parse().unwrap();
    let scores =
        first.series(jiff::Span::new().days(1)).take(45).map(|day| match leaf.score(&leaf.figures(&[&day.to_string()]), None).gives {
            Gives::Points(points) => points,
            other => panic!("{other:?}"),
        });
    assert!(scores.collect::<Vec<_>>().iter().rev().is_sorted());
}

#[test]
fn every_branch_taken_is_a_branch_named() {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..400 {
        let mut dice = dice::Dice::new(seed);
        let leaf = dice.leaf();
        let named: Vec<String> = leaf.rule.faces().branches(&leaf.terms()).into_iter().map(|branch| branch.id).collect();
        for _ in 0..8 {
            let figures = dice.figures(&leaf);
            for branch in leaf.rule.taken(&leaf.score(&figures, None)) {
                assert!(named.contains(&branch), "{branch} is not among {named:?} of {}", leaf.yaml);
                *taken.entry(branch).or_default() += 1;
            }
        }
    }
    assert!(taken.len() >= 10, "{taken:?}");
}

#[test]
fn a_score_lies_between_0_and_the_maximum() {
    for seed in 0..600 {
        let mut dice = dice::Dice::new(seed);
        let leaf = dice.leaf();
        for fault in leaf.rule.faces().laws(&leaf.terms()) {
            assert!(fault.code.severity < Severity::Error, "{}: {}", leaf.yaml, fault.message.en);
        }
        for _ in 0..8 {
            let figures = dice.figures(&leaf);
            if let Gives::Points(points) = leaf.score(&figures, None).gives {
                assert!(!points.is_negative() && points <= leaf.max, "{} gives {points} on {figures:?}", leaf.yaml);
            }
        }
    }
}

#[test]
fn a_better_numerator_never_scores_less() {
    let leaves = [
        leaf("2", &["a:count", "b:count"], "ratio: { of: a, to: b, full_at: 95%, zero_below: 70%, when_nothing: zero }"),
        leaf("2", &["a:count", "b:count"], "ratio: { of: a, to: b, when_nothing: full }"),
        leaf("2", &["a:count", "b:count"], "count: { of: a, each: 0.15 }"),
        leaf("2", &["a:count", "b:count"], "interpolate: { of: a, to: b, zero_at: 50%, full_at: 90%, when_nothing: full }"),
        leaf(
            "2",
            &["a:count", "b:count"],
            "sum_of: { parts: [ { id: x, label: X, max: 0.5, rule: { count: { of: a, each: 0.2 } } }, { id: y, label: Y, max: 1.5, rule: { ratio: { of: a, to: b, zero_below: 30%, when_nothing: zero } } } ] }",
        ),
        leaf(
            "2",
            &["a:count", "b:count"],
            "best_of: { rules: [ { count: { of: a, each: 0.01 } }, { ratio: { of: a, to: b, when_nothing: zero } } ] }",
        ),
    ];
    for leaf in leaves {
        for whole in [1_i64, 3, 7, 60, 683] {
            let scores = (0..=whole).map(|part| match leaf.score(&leaf.figures(&[&part.to_string(), &whole.to_string()]), None).gives {
                Gives::Points(points) => points,
                other => panic!("{other:?}"),
            });
            assert!(scores.collect::<Vec<_>>().is_sorted(), "{} of {whole}", leaf.yaml);
        }
    }
}

#[test]
fn a_survey_gives_points_by_steps() {
    let steps = "survey: { steps: { of: p, steps: [ { from: 90%, points: 2 }, { from: 80%, below: 90%, points: 1 } ], otherwise: 0 } }";
    let leaf_of = leaf("2", &["p:percent"], steps);
    check(&leaf_of, &[(&["90"], "2,00"), (&["89.9"], "1,00"), (&["79"], "0,00"), (&["-"], "chưa tính")]);
    assert_eq!(leaf_of.faults(), Vec::<String>::new());
    assert_eq!(leaf_of.wording(), ["Từ 90% đến 100%: 2 điểm", "Từ 80% đến dưới 90%: 1 điểm", "Còn lại: 0 điểm"]);
    // The laws of steps hold, and nothing is taken beside a survey.
    let overlap = "survey: { steps: { of: p, steps: [ { from: 80%, points: 2 }, { from: 70%, up_to: 90%, points: 1 }, { below: 70%, points: 0 } ] } }";
    assert_eq!(leaf("2", &["p:percent"], overlap).faults().len(), 1);
    let penalty = "survey: { steps: { of: p, steps: [ { from: 80%, points: 2 }, { below: 80%, points: 0, penalty: 1 } ] } }";
    assert_eq!(leaf("2", &["p:percent"], penalty).faults().len(), 1);
    let both = "survey: { percent: p, steps: { of: p, steps: [ { from: 80%, points: 2 } ], otherwise: 0 } }";
    assert_eq!(leaf("2", &["p:percent"], both).faults().len(), 1);
}
