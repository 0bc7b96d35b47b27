//! Scores: every stage of every leaf, sums, index, and what is said of them.

mod blank;
mod campaigns;
mod reasons;

use std::collections::BTreeMap;

use parindex::assessment::{
    Answer, AnswerCells, Applies, Claim, Corrected, Corrections, Entry, Excused, Round, SelfAssessment, SetRef, Stage, Surveyed, Unit,
};
use parindex::criteria::{self, CriteriaSet};
use parindex::evidence::{Evidenced, Withheld};
use parindex::figure::{CriterionId, Figure, Figures, InputKind, UnitId};
use parindex::finding::{CellAddress, Finding, Place, Severity, catalogue};
use parindex::points::{Points, Rounding, RoundingMode};
use parindex::scoring::{self, Cut, Entrant, Scorecard, Typed};

/// Makes a number.
pub fn number(text: &str) -> Points {
    Points::parse(text).unwrap()
}

/// Stage of a round.
pub fn appraised(round: u8) -> Stage {
    Stage::Appraised(Round::new(round).unwrap())
}

/// Points that somebody typed.
pub fn entry(points: &str) -> Entry {
    Entry { points: number(points), reason: None, reason_asked: false, place: Place::default() }
}

/// Makes a set of its criteria, as YAML under `criteria:`.
pub fn set(total: &str, head: &str, criteria: &str) -> CriteriaSet {
    let yaml = format!("set: thu\ntitle: Bộ thử\nstatus: model\nsource: {{ document: 1/QĐ-UBND }}\ntotal: {total}\n{head}\n{criteria}\n");
    let read = criteria::read(&yaml, "set.yaml");
    let worst: Vec<&Finding> = read.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(worst.is_empty(), "{yaml}\n{worst:#?}");
    read.value.unwrap()
}

/// Rate of two counts, a claim alone, a council's leaf and a survey's leaf.
pub fn mixed() -> CriteriaSet {
    set(
        "10",
        "",
        r#"criteria:
  - id: "1"
    name: Thủ tục
    max: 5
    criteria:
      - id: "1.1"
        name: Đúng hạn
        max: 2
        inputs: [ { id: a, kind: count, label: Đúng hạn }, { id: b, kind: count, label: Đã giải quyết } ]
        rule: { ratio: { of: a, to: b, when_nothing: not_applicable } }
        evidence: { required: true }
      - { id: "1.2", name: Tự khai, max: 3, rule: { given: { by: unit } }, may_not_apply: true }
  - id: "2"
    name: Tác động
    max: 5
    criteria:
      - { id: "2.1", name: Hội đồng chấm, max: 2, rule: { given: { by: council } } }
      - { id: "2.2", name: Điều tra, max: 3, rule: { given: { by: survey } } }"#,
    )
}

/// One rate of two counts with this maximum and rule.
pub fn rate(max: &str, head: &str) -> CriteriaSet {
    set(
        max,
        head,
        &format!(
            r#"criteria:
  - id: "1"
    name: Đúng hạn
    max: {max}
    inputs: [ {{ id: a, kind: count, label: Đúng hạn }}, {{ id: b, kind: count, label: Đã giải quyết }} ]
    rule: {{ ratio: {{ of: a, to: b, when_nothing: not_applicable }} }}"#
        ),
    )
}

/// Unit with everything that is typed for it; a form of ours, blank to begin with.
#[derive(Clone, Debug)]
pub struct Trial {
    pub set: CriteriaSet,
    pub official: Stage,
    pub unit: Unit,
    pub evidenced: Option<Evidenced>,
    rounds: BTreeMap<Round, Typed>,
    applies: BTreeMap<Round, BTreeMap<CriterionId, Vec<Applies>>>,
    corrected: BTreeMap<Round, Corrections>,
    survey: Typed,
}

impl Trial {
    pub fn new(set: CriteriaSet) -> Self {
        let blank = |row: u32, leaf: &criteria::Leaf| Answer {
            sheet: Some("Phiếu".into()),
            figures: leaf.inputs.iter().map(|input| (input.id.clone(), Figure::Blank)).collect(),
            cells: AnswerCells {
                claimed: Some(CellAddress::new(row, 0)),
                inputs: leaf.inputs.iter().zip(1..).map(|(input, column)| (input.id.clone(), CellAddress::new(row, column))).collect(),
                ..AnswerCells::default()
            },
            ..Answer::default()
        };
        let answers = set.leaves().zip(1..).map(|((criterion, leaf), row)| (criterion.id.clone(), blank(row, leaf))).collect();
        let of = SetRef { id: set.id.clone(), version: set.version.clone(), sha256: set.sha256.clone() };
        let assessment = SelfAssessment {
            unit: "so-a".into(),
            set: of,
            file: "so-a.xlsx".into(),
            layout: "parindex/1".into(),
            answers,
            shared: Answer::default(),
            remarks: parindex::assessment::Remarks::default(),
            holds_unread: false,
        };
        Self {
            set,
            official: Stage::Accepted,
            unit: Unit {
                id: "so-a".into(),
                name: "Sở A".into(),
                aliases: Vec::new(),
                authority: None,
                place: None,
                signatory: None,
                group: "so".into(),
                ranked: true,
                not_applicable: Excused::default(),
                deadlines: parindex::assessment::Deadlines::default(),
            },
            evidenced: Some(Evidenced { assessment, withheld: BTreeMap::new() }),
            rounds: BTreeMap::new(),
            applies: BTreeMap::new(),
            corrected: BTreeMap::new(),
            survey: Typed::new(),
        }
    }

    pub fn answer(&mut self, id: &str) -> &mut Answer {
        self.evidenced.as_mut().unwrap().assessment.answers.get_mut(&CriterionId::from(id)).unwrap()
    }

    /// Types figures into the inputs of a leaf, in their order: numbers, or Có and Không.
    pub fn fill(mut self, id: &str, typed: &[&str]) -> Self {
        let criterion = CriterionId::from(id);
        let inputs = self.set.leaves().find(|(leaf, _)| leaf.id == criterion).unwrap().1.inputs.clone();
        for (input, typed) in inputs.iter().zip(typed) {
            let figure = match (input.kind, *typed) {
                (_, "-") => Figure::Blank,
                (InputKind::YesNo, words) => Figure::YesNo(words == "Có"),
                (_, words) => Points::parse(words).map_or_else(|| Figure::Wrong(words.into()), Figure::Number),
            };
            self.answer(id).figures.insert(input.id.clone(), figure);
        }
        self
    }

    pub fn claim(mut self, id: &str, typed: &str) -> Self {
        self.answer(id).claim = Points::parse(typed).map_or(Claim::NotApplicable, Claim::Points);
        self
    }

    /// Takes the cells for figures out of the form.
    pub fn without_cells(mut self, id: &str) -> Self {
        self.answer(id).figures = Figures::default();
        self
    }

    pub fn withhold(mut self, id: &str, share: &str) -> Self {
        let code = catalogue().find(|code| code.id == "E001").unwrap();
        let one = Withheld { code, share: number(share) };
        self.evidenced.as_mut().unwrap().withheld.entry(id.into()).or_default().push(one);
        self
    }

    pub fn typed(mut self, round: u8, id: &str, points: &str) -> Self {
        self.rounds.entry(Round::new(round).unwrap()).or_default().insert(id.into(), entry(points));
        self
    }

    /// Corrects a figure to a number.
    pub fn corrected(mut self, round: u8, id: &str, input: &str, figure: &str) -> Self {
        let one = Corrected { figure: Figure::Number(number(figure)), reason: None, reason_asked: false, place: Place::default() };
        let of_round = self.corrected.entry(Round::new(round).unwrap()).or_default();
        of_round.entry(id.into()).or_default().insert(input.into(), one);
        self
    }

    /// Says whether a leaf, or a part of it written `1/hai`, applies.
    pub fn applies(mut self, round: u8, id: &str, applies: bool) -> Self {
        let (leaf, part) = id.split_once('/').map_or((id, None), |(leaf, part)| (leaf, Some(part.to_owned())));
        let said = Applies { part, applies, reason: None, reason_asked: false, place: Place::default() };
        self.applies.entry(Round::new(round).unwrap()).or_default().entry(leaf.into()).or_default().push(said);
        self
    }

    /// Types survey points.
    pub fn survey(mut self, id: &str, points: &str) -> Self {
        self.survey.insert(id.into(), entry(points));
        self
    }

    pub fn official(self, official: Stage) -> Self {
        Self { official, ..self }
    }

    pub fn excused(mut self, id: &str) -> Self {
        let named: Vec<CriterionId> = self.unit.not_applicable.named().cloned().chain([id.into()]).collect();
        self.unit.not_applicable = Excused::below(&self.set, named);
        self
    }

    pub fn entrant(&self) -> Entrant<'_> {
        Entrant {
            rounds: self.rounds.iter().map(|(round, typed)| (*round, typed)).collect(),
            applies: self.applies.iter().map(|(round, said)| (*round, said)).collect(),
            corrected: self.corrected.iter().map(|(round, of)| (*round, of)).collect(),
            survey: Some(&self.survey),
            ..Entrant::new(&self.unit, self.evidenced.as_ref())
        }
    }

    pub fn score(&self) -> (Scorecard, Vec<Finding>) {
        let mut checked = scoring::score_group(&self.set, self.set.rounding, &[self.entrant()], self.official);
        (checked.value.pop().unwrap(), checked.findings)
    }

    /// Prints a leaf or group: claimed, computed, accepted, rounds 1 and 2, survey = official / applicable maximum.
    pub fn row(&self, id: &str) -> String {
        let (card, _) = self.score();
        let rounding = self.set.rounding;
        let show = |points: &Option<Points>| points.as_ref().map_or("–".into(), |points| rounding.vietnamese(points));
        let line = |stages: &scoring::Stages, official: &Option<Points>, max: &Points| {
            let scoring::Stages { claimed, computed, accepted, appraised, survey } = stages;
            let rounds = [1, 2].into_iter().chain(appraised.keys().map(|round| round.number()).filter(|round| *round > 2));
            let rounds = rounds.map(|round| appraised.get(&Round::new(round).unwrap()).cloned());
            let before = [claimed, computed, accepted].map(Clone::clone).into_iter();
            let stages = before.chain(rounds).chain([survey.clone()]).map(|points| show(&points)).collect::<Vec<_>>().join(" ");
            format!("{stages} = {} / {}", show(official), max.plain_vi())
        };
        if id == "total" {
            return line(&card.stages, &Some(card.points.clone()), &card.applicable_max);
        }
        let node = card.nodes.iter().find(|node| node.id.as_str() == id).unwrap();
        line(&node.stages, &node.official, &node.applicable_max)
    }

    /// Names a cell by what it holds: `dung_han9`, `claimed9`.
    fn named(&self, cell: &str) -> String {
        let sent = &self.evidenced.as_ref().unwrap().assessment;
        let cells = sent.answers.values().chain([&sent.shared]).flat_map(|answer| answer.cells.by_name());
        let mut named = cells.filter(|(_, address)| address == cell).map(|(name, _)| format!("{name}9"));
        named.next().unwrap_or_else(|| cell.to_owned())
    }

    /// Lists the findings: code, criterion, cell.
    pub fn codes(&self) -> Vec<String> {
        let words = |finding: &Finding| {
            assert_eq!(finding.unit, Some(UnitId::from("so-a")), "{finding:?}");
            let criterion = finding.criterion.as_ref().map_or("", |id| id.as_str());
            format!("{} {criterion} {}", finding.code.id, finding.place.cell.as_deref().map(|cell| self.named(cell)).unwrap_or_default())
                .trim_end()
                .to_owned()
        };
        self.score().1.iter().map(words).collect()
    }
}

/// Checks a row and the findings of a trial.
#[track_caller]
pub fn check(trial: &Trial, id: &str, row: &str, codes: &[&str]) {
    assert_eq!(trial.row(id), row);
    assert_eq!(trial.codes(), codes);
}

#[test]
fn a_blank_claim_claims_what_is_computed() {
    check(&Trial::new(rate("2", "")).fill("1", &["90", "100"]), "1", "1,80 1,80 1,80 – – – = 1,80 / 2", &[]);
}

#[test]
fn accepted_is_the_lower_of_claimed_and_computed() {
    let filled = Trial::new(rate("2", "")).fill("1", &["90", "100"]);
    check(&filled.clone().claim("1", "2"), "1", "2,00 1,80 1,80 – – – = 1,80 / 2", &["P009 1 claimed9"]);
    check(&filled.claim("1", "1.5"), "1", "1,50 1,80 1,50 – – – = 1,50 / 2", &["P010 1 claimed9"]);
}

#[test]
fn a_claim_that_prints_as_computed_is_equal() {
    // 654/683 × 2 = 1,91508…, printed 1,92.
    let trial = Trial::new(rate("2", "")).fill("1", &["654", "683"]).claim("1", "1.92");
    check(&trial, "1", "1,92 1,92 1,92 – – – = 1,92 / 2", &[]);
    let (card, _) = trial.score();
    assert_eq!(card.points, number("1308").over(&number("683")).unwrap(), "accepted is the computed value itself");
    assert!(card.over_claim_net().is_zero());
}

#[test]
fn a_blank_figure_computes_nothing_and_accepts_nothing() {
    let blank = Trial::new(rate("2", "")).fill("1", &["90", "-"]).claim("1", "2");
    check(&blank, "1", "2,00 – 0,00 – – – = 0,00 / 2", &["P001 1 b9"]);
    // 0 is an answer.
    check(&Trial::new(rate("2", "")).fill("1", &["0", "5"]), "1", "0,00 0,00 0,00 – – – = 0,00 / 2", &[]);
    // A set may say otherwise.
    let lenient = Trial::new(rate("2", "withhold: []")).fill("1", &["90", "-"]).claim("1", "2");
    check(&lenient, "1", "2,00 – 2,00 – – – = 2,00 / 2", &["P001 1 b9"]);
    let half = Trial::new(rate("2", "withhold: [ { finding: P001, share: 50% } ]")).claim("1", "2");
    check(&half, "1", "2,00 – 1,00 – – – = 1,00 / 2", &["P001 1 a9", "P001 1 b9"]);
}

#[test]
fn a_blank_that_no_rule_computes_with_is_told_unless_it_is_for_words() {
    let further = set(
        "2",
        "",
        "criteria:\n  - { id: \"1\", name: A, max: 2, inputs: [ { id: a, kind: count, label: A }, { id: b, kind: text, label: B } ], rule: { count: { of: a, each: 1 } } }",
    );
    assert_eq!(Trial::new(further).fill("1", &["2", "-"]).codes(), [""; 0]);
    let counted = set(
        "2",
        "",
        "criteria:\n  - { id: \"1\", name: A, max: 2, inputs: [ { id: a, kind: count, label: A }, { id: b, kind: count, label: B } ], rule: { count: { of: a, each: 1 } } }",
    );
    assert_eq!(Trial::new(counted.clone()).fill("1", &["2", "-"]).codes(), ["P020 1 b9"]);
    assert_eq!(Trial::new(counted).fill("1", &["2", "5"]).codes(), [""; 0]);
}

#[test]
fn without_cells_for_figures_the_claim_stands() {
    let trial = Trial::new(rate("2", "")).without_cells("1").claim("1", "1.7");
    check(&trial, "1", "1,70 – 1,70 – – – = 1,70 / 2", &[]);
}

#[test]
fn what_is_withheld_leaves_what_is_computed() {
    let filled = Trial::new(rate("2", "")).fill("1", &["90", "100"]);
    check(&filled.clone().withhold("1", "1"), "1", "1,80 1,80 0,00 – – – = 0,00 / 2", &[]);
    check(&filled.clone().withhold("1", "0.5"), "1", "1,80 1,80 0,90 – – – = 0,90 / 2", &[]);
    // Shares add, up to all.
    check(&filled.withhold("1", "0.75").withhold("1", "0.5"), "1", "1,80 1,80 0,00 – – – = 0,00 / 2", &[]);
}

#[test]
fn negative_figures_are_blank_and_too_high_ones_are_capped() {
    check(&Trial::new(rate("2", "")).fill("1", &["-90", "100"]).claim("1", "2"), "1", "2,00 – 0,00 – – – = 0,00 / 2", &["P002 1 a9"]);
    check(&Trial::new(rate("2", "")).fill("1", &["110", "100"]), "1", "2,00 2,00 2,00 – – – = 2,00 / 2", &["P005 1 a9"]);
    // The reader has said what is wrong with words in a cell.
    check(&Trial::new(rate("2", "")).fill("1", &["nhiều", "100"]), "1", "– – 0,00 – – – = 0,00 / 2", &[]);
}

#[test]
fn points_outside_are_kept_as_typed_and_count_as_not_typed() {
    // Meaning 9: nothing is cut to the maximum.
    let over = Trial::new(mixed()).claim("1.2", "50").fill("1.1", &["1", "1"]).typed(1, "2.1", "1").survey("2.2", "1");
    check(&over, "1.2", "50,00 – – – – – = – / 3", &["P011 1.2 claimed9", "P015 1.2"]);
    assert_eq!(over.row("1"), "2,00 2,00 2,00 – – – = 2,00 / 5");
    let under = Trial::new(mixed()).claim("1.2", "-1").fill("1.1", &["1", "1"]).typed(1, "2.1", "1").survey("2.2", "1");
    check(&under, "1.2", "-1,00 – – – – – = – / 3", &["P011 1.2 claimed9", "P015 1.2"]);
    // Where figures give points, those are claimed in its place.
    let figures = Trial::new(rate("2", "")).fill("1", &["90", "100"]);
    for claim in ["2.01", "-0.01", "200"] {
        let row = figures.clone().claim("1", claim).row("1");
        assert_eq!(row.split_once(' ').unwrap().1, "1,80 1,80 – – – = 1,80 / 2", "{claim}");
        assert_eq!(figures.clone().claim("1", claim).codes(), ["P011 1 claimed9"]);
    }
    let typed = Trial::new(mixed()).claim("1.2", "3").fill("1.1", &["1", "1"]).typed(1, "2.1", "7").survey("2.2", "-2");
    check(&typed, "2.1", "– – – 7,00 – – = – / 2", &["A004 2.1", "A004 2.2", "P015 2.1", "P015 2.2"]);
    assert_eq!(typed.row("2.2"), "– – – – – -2,00 = – / 3");
    // An earlier round stands where a later one is out of range.
    let later = Trial::new(mixed()).fill("1.1", &["1", "1"]).typed(1, "1.1", "1.5").typed(2, "1.1", "3").official(appraised(2));
    assert_eq!(later.row("1.1"), "2,00 2,00 2,00 1,50 3,00 – = 1,50 / 2");
}

#[test]
fn nothing_to_do_takes_the_leaf_out_of_the_maximum() {
    let trial = Trial::new(mixed()).fill("1.1", &["0", "0"]).claim("1.2", "3").typed(1, "2.1", "2").survey("2.2", "3");
    check(&trial, "1.1", "– – – – – – = – / 0", &["P007 1.1 b9"]);
    assert_eq!(trial.row("total"), "3,00 – 3,00 5,00 – 3,00 = 8,00 / 8");
    check(&trial.clone().claim("1.1", "2"), "1.1", "2,00 – – – – – = – / 0", &["P007 1.1 b9", "P012 1.1 claimed9"]);
    // The council overrules by typing points, and then the leaf applies again.
    let overruled = trial.clone().official(appraised(1)).typed(1, "1.1", "1");
    assert_eq!(overruled.row("1.1"), "– – – 1,00 – – = 1,00 / 2");
    assert_eq!(overruled.row("total"), "3,00 – 3,00 6,00 – 3,00 = 9,00 / 10");
    // Something out of nothing is an error and 0 points.
    check(&trial.fill("1.1", &["5", "0"]), "1.1", "0,00 0,00 0,00 – – – = 0,00 / 2", &["P006 1.1 b9"]);
}

#[test]
fn a_unit_excuses_itself_only_where_the_set_says_so() {
    let trial = Trial::new(mixed()).fill("1.1", &["1", "1"]).claim("1.2", "KAD").typed(1, "2.1", "2").survey("2.2", "3");
    check(&trial, "total", "2,00 2,00 2,00 4,00 – 3,00 = 7,00 / 7", &[]);
    let refused = Trial::new(rate("2", "")).fill("1", &["1", "2"]).claim("1", "KAD");
    check(&refused, "1", "1,00 1,00 1,00 – – – = 1,00 / 2", &["P013 1 claimed9"]);
}

#[test]
fn what_the_campaign_excuses_stays_excused() {
    let trial = Trial::new(mixed()).claim("1.2", "3").excused("1").typed(1, "1.1", "2").typed(1, "2.1", "2").survey("2.2", "3");
    check(&trial, "1.1", "– – – 2,00 – – = – / 0", &["P012 1.2 claimed9"]);
    assert_eq!(trial.row("1"), "– – – – – – = – / 0");
    assert_eq!(trial.row("total"), "– – – 2,00 – 3,00 = 5,00 / 5");
    assert!(!trial.score().0.nodes[0].applicable);
}

#[test]
fn rounds_fall_back_leaf_by_leaf() {
    let trial = Trial::new(mixed())
        .official(appraised(2))
        .fill("1.1", &["90", "100"])
        .claim("1.2", "3")
        .typed(1, "1.2", "2")
        .typed(1, "2.1", "1")
        .typed(2, "2.1", "1.5")
        .survey("2.2", "2.5");
    assert_eq!(trial.row("1.1"), "1,80 1,80 1,80 – – – = 1,80 / 2");
    assert_eq!(trial.row("1.2"), "3,00 – 3,00 2,00 – – = 2,00 / 3");
    assert_eq!(trial.row("1"), "4,80 1,80 4,80 3,80 – – = 3,80 / 5");
    check(&trial, "total", "4,80 1,80 4,80 4,80 5,30 2,50 = 7,80 / 10", &["P016"]);
    let said: Vec<_> = trial.score().1.iter().map(|finding| (finding.severity, finding.message.vi.clone())).collect();
    assert_eq!(
        said,
        [(
            Severity::Note,
            "Chưa có điểm “Thẩm định lần 2” ở 2 tiêu chí: dùng điểm “Thẩm định lần 1” (1.2), “Được công nhận” (1.1).".into()
        )]
    );
    // A round in which nothing was typed is null.
    assert_eq!(Trial::new(rate("2", "")).fill("1", &["1", "2"]).row("total"), "1,00 1,00 1,00 – – – = 1,00 / 2");
}

/// Of many criteria that count an earlier stage twelve are named.
#[test]
fn one_more_that_falls_back_is_not_named() {
    let said = |count: usize| {
        let leaf = |n: usize| {
            format!(
                "  - {{ id: \"{n}\", name: Mục {n}, max: 1, inputs: [ {{ id: a, kind: percent, label: Tỷ lệ }} ], rule: {{ ratio: {{ of: a }} }} }}\n"
            )
        };
        let leaves: String = (1..=count).map(leaf).collect();
        let trial = (1..=count)
            .fold(Trial::new(set(&count.to_string(), "", &format!("criteria:\n{leaves}"))), |trial, n| trial.claim(&n.to_string(), "1"));
        let found = trial.official(appraised(1)).score().1.into_iter().find(|finding| finding.code.id == "P016");
        found.unwrap().message.vi
    };
    assert!(said(12).ends_with(", 11, 12)."), "{}", said(12));
    assert!(said(13).ends_with(", 11, 12, …)."), "{}", said(13));
}

#[test]
fn further_rounds_fall_back_on_those_before_them() {
    let trial = Trial::new(mixed())
        .fill("1.1", &["90", "100"])
        .claim("1.2", "3")
        .typed(1, "1.2", "2")
        .typed(3, "1.1", "1")
        .typed(3, "2.1", "1.5")
        .typed(10, "1.2", "1.25")
        .survey("2.2", "2.5");
    // Rounds 1, 2, 3 and 10: nobody typed anything in the second.
    assert_eq!(trial.row("1"), "4,80 1,80 4,80 3,80 – 3,00 2,25 – = 4,80 / 5");
    for (official, points) in [(1, "3,80"), (2, "3,80"), (3, "3,00"), (9, "3,00"), (10, "2,25"), (99, "2,25")] {
        assert_eq!(trial.clone().official(appraised(official)).row("1"), format!("4,80 1,80 4,80 3,80 – 3,00 2,25 – = {points} / 5"));
    }
    let said: Vec<String> = trial.official(appraised(10)).score().1.into_iter().map(|finding| finding.message.vi).collect();
    assert_eq!(said, ["Chưa có điểm “Thẩm định lần 10” ở 2 tiêu chí: dùng điểm “Thẩm định lần 3” (1.1, 2.1)."]);
}

#[test]
fn every_stage_can_be_official() {
    let mut trial = Trial::new(rate("2", "")).fill("1", &["90", "100"]).claim("1", "1.9").withhold("1", "1");
    for (round, points) in [(1, "1.5"), (2, "1.6"), (3, "1.7")] {
        trial = trial.typed(round, "1", points);
    }
    let before = [(Stage::Claimed, "1,90"), (Stage::Computed, "1,80"), (Stage::Accepted, "0,00")];
    for (stage, official) in before.into_iter().chain([(appraised(1), "1,50"), (appraised(2), "1,60"), (appraised(3), "1,70")]) {
        assert_eq!(trial.clone().official(stage).row("1"), format!("1,90 1,80 0,00 1,50 1,60 1,70 – = {official} / 2"));
    }
    // A claim does not become official by leaving figures blank.
    let blank = Trial::new(rate("2", "")).claim("1", "2").official(Stage::Computed);
    check(&blank, "1", "2,00 – 0,00 – – – = – / 2", &["P001 1 a9", "P001 1 b9", "P015 1"]);
}

#[test]
fn a_leaf_that_nobody_scored_counts_0_and_stays_in_the_maximum() {
    let trial = Trial::new(mixed()).fill("1.1", &["1", "1"]).claim("1.2", "3").survey("2.2", "3");
    assert_eq!(trial.row("2.1"), "– – – – – – = – / 2");
    assert_eq!(trial.row("total"), "5,00 2,00 5,00 – – 3,00 = 8,00 / 10");
    assert_eq!(trial.score().1.len(), 1);
    // What the survey or the council scores can't be claimed.
    let claimed = trial.claim("2.1", "2");
    assert_eq!(claimed.row("2.1"), "2,00 – – – – – = – / 2");
    assert_eq!(claimed.row("2"), "– – – – – 3,00 = 3,00 / 5");
}

#[test]
fn a_unit_without_a_survey() {
    let with = |missing: &str| {
        let mut set = mixed();
        set = criteria::read(&set.yaml.replace("total: 10", &format!("total: 10\nsurvey_missing: {missing}")), "set.yaml").value.unwrap();
        Trial::new(set).fill("1.1", &["1", "1"]).claim("1.2", "3").typed(1, "2.1", "2")
    };
    let unranked = with("unranked");
    assert_eq!(unranked.row("total"), "5,00 2,00 5,00 7,00 – – = 7,00 / 10");
    assert!(!unranked.score().0.ranked);
    assert_eq!(with("zero").row("2.2"), "– – – – – – = 0,00 / 3");
    assert!(with("zero").score().0.ranked);
    assert_eq!(with("rescale").row("total"), "5,00 2,00 5,00 7,00 – – = 7,00 / 7");
    for missing in ["unranked", "zero", "rescale"] {
        let (_, findings) = with(missing).score();
        assert_eq!(findings.iter().map(|finding| (finding.code.id, finding.severity)).collect::<Vec<_>>(), [("P019", Severity::Error)]);
    }
}

#[test]
fn a_unit_that_sent_nothing() {
    let mut trial = Trial::new(mixed()).typed(1, "2.1", "2").survey("2.2", "3");
    trial.evidenced = None;
    let (card, findings) = trial.score();
    let codes: Vec<&str> = findings.iter().map(|one| one.code.id).collect();
    assert_eq!((card.submitted, codes), (false, vec!["A095"]), "{findings:?}");
    // Where units score nothing themselves, nothing has to be sent.
    let council = set("2", "", "criteria:\n  - { id: \"1\", name: A, max: 2, rule: { given: { by: council } } }");
    let mut trial = Trial::new(council).official(appraised(1)).typed(1, "1", "2");
    trial.evidenced = None;
    assert!(trial.score().0.submitted);
    assert_eq!(trial.row("total"), "– – – 2,00 – – = 2,00 / 2");
}

#[test]
fn nothing_applies() {
    let (card, findings) = Trial::new(rate("2", "")).excused("1").score();
    assert_eq!((card.index, card.ranked), (None, false));
    assert_eq!(findings[0].code.id, "P017");
}

#[test]
fn weight_multiplies_points_and_maximum_in_the_parent() {
    let weighted = set(
        "8",
        "",
        r#"criteria:
  - id: "1"
    name: A
    max: 4
    weight: 2
    criteria:
      - { id: "1.1", name: B, max: 1, weight: 3, rule: { given: { by: unit } } }
      - { id: "1.2", name: C, max: 1, rule: { given: { by: unit } } }"#,
    );
    let trial = Trial::new(weighted).claim("1.1", "0.5").claim("1.2", "1").withhold("1.1", "1");
    assert_eq!(trial.row("1.1"), "0,50 – 0,00 – – – = 0,00 / 1");
    assert_eq!(trial.row("1"), "2,50 – 1,00 – – – = 1,00 / 4");
    assert_eq!(trial.row("total"), "5,00 – 2,00 – – – = 2,00 / 8");
    assert_eq!(trial.score().0.over_claim_net(), number("3"));
}

#[test]
fn over_claim_net_and_positive_only() {
    let two = set(
        "4",
        "",
        "criteria:\n  - { id: \"1\", name: A, max: 2, rule: { given: { by: unit } } }\n  - { id: \"2\", name: B, max: 2, rule: { given: { by: unit } } }",
    );
    let trial = Trial::new(two).official(appraised(1)).claim("1", "2").claim("2", "1").typed(1, "1", "0.5").typed(1, "2", "1.25");
    let (card, _) = trial.score();
    assert_eq!((card.over_claim_net(), card.over_claim_positive()), (number("1.25"), number("1.5")));
    // What prints as nothing is no over-claim, nor is a claim that was too low.
    let too_much = |trial: &Trial| trial.score().0.claims_too_much(trial.set.rounding);
    assert!(too_much(&trial));
    assert!(!too_much(&trial.clone().typed(1, "1", "1.999")));
}

/// A leaf of 1 point, a bonus and a penalty line.
pub fn adjusted(head: &str) -> CriteriaSet {
    set(
        "1",
        head,
        r#"criteria:
  - { id: "1", name: A, max: 1, inputs: [ { id: co, kind: yes_no, label: Có ban hành } ], rule: { yes_no: { all: [co], unmet_penalty: 0.25 } } }
adjustments:
  - { id: T1, sign: bonus, name: Sáng kiến, max: 2, inputs: [ { id: n, kind: count, label: Số sáng kiến } ], rule: { count: { of: n, each: 0.5 } } }
  - { id: T2, sign: penalty, name: Vi phạm, max: 0.6, inputs: [ { id: n, kind: count, label: Số lần } ], rule: { count: { of: n, each: 0.3 } } }"#,
    )
}

#[test]
fn bonus_and_penalty_stand_outside_the_tree() {
    let trial = Trial::new(adjusted("may_pass_100: true")).fill("1", &["Có"]).fill("T1", &["1"]).fill("T2", &["1"]);
    let (card, findings) = trial.score();
    assert_eq!((card.adjusted, card.points, card.index), (Some(number("0.2")), number("1.2"), Some(number("120"))));
    assert!(findings.is_empty() && card.cut.is_none());
    // A bonus left alone is no fault; a penalty line has to be answered.
    let alone = Trial::new(adjusted("")).fill("1", &["Có"]);
    assert_eq!(alone.codes(), ["P033 T2 n9"]);
}

#[test]
fn a_bonus_that_is_claimed_asks_for_its_figure() {
    let of = |trial: Trial| {
        let (card, _) = trial.score();
        let line = card.adjustments.iter().find(|line| line.id.as_str() == "T1").unwrap().official.clone();
        (line, card.adjusted, trial.codes())
    };
    let trial = || Trial::new(adjusted("")).fill("1", &["Có"]).fill("T2", &["0"]);
    // Claimed without its figure, it is not left alone.
    assert_eq!(of(trial().claim("T1", "1")), (Some(Points::zero()), Some(Points::zero()), vec!["P001 T1 n9".to_owned()]));
    // With its figure it needs no claim, and neither of both asks for nothing.
    assert_eq!(of(trial().fill("T1", &["2"])).1, Some(number("1")));
    assert_eq!(of(trial()), (None, Some(Points::zero()), Vec::new()));
}

#[test]
fn bonus_is_cut_at_100() {
    let trial = Trial::new(adjusted("")).fill("1", &["Có"]).fill("T1", &["4"]).fill("T2", &["0"]);
    let (card, findings) = trial.score();
    assert_eq!((card.points, card.index, card.cut), (number("1"), Some(number("100")), Some(Cut::At100)));
    assert_eq!(findings[0].code.id, "P018");
}

#[test]
fn a_unit_cannot_lower_its_penalty_by_claiming_less() {
    let trial = Trial::new(adjusted("")).fill("1", &["Có"]).fill("T1", &["0"]).fill("T2", &["2"]).claim("T2", "0").withhold("T2", "1");
    assert_eq!(trial.score().0.adjusted, Some(number("-0.6")));
    assert_eq!(trial.codes(), ["P009 T2 claimed9"]);
}

#[test]
fn a_penalty_beside_a_leaf_lapses_when_the_council_scores_it() {
    let trial = Trial::new(adjusted("")).fill("1", &["Không"]).fill("T1", &["1"]).fill("T2", &["0"]);
    let (card, _) = trial.score();
    assert_eq!((card.adjusted, card.points), (Some(number("0.25")), number("0.25")));
    let (card, _) = trial.clone().official(appraised(1)).typed(1, "1", "0").score();
    assert_eq!(card.adjusted, Some(number("0.5")));
    let beside = card.adjustments.last().unwrap();
    assert_eq!((beside.id.as_str(), &beside.official, &beside.stages.computed), ("1", &None, &Some(number("0.25"))));
    // Points are never under 0.
    let (card, _) = trial.fill("T1", &["0"]).fill("T2", &["2"]).score();
    assert_eq!((card.points, card.index), (Points::zero(), Some(Points::zero())));
}

#[test]
fn rounding_at_the_leaf_feeds_sums() {
    let ninths = |head: &str| {
        let leaf = |n: usize| {
            format!(
                "  - {{ id: \"{n}\", name: A, max: 1, inputs: [ {{ id: a, kind: count, label: A }}, {{ id: b, kind: count, label: B }} ], rule: {{ ratio: {{ of: a, to: b, when_nothing: zero }} }} }}"
            )
        };
        let set = set("3", head, &format!("criteria:\n{}\n{}\n{}", leaf(1), leaf(2), leaf(3)));
        Trial::new(set).fill("1", &["4", "9"]).fill("2", &["4", "9"]).fill("3", &["1", "9"])
    };
    // 4/9 + 4/9 + 1/9 is 1 exactly, and 0,44 + 0,44 + 0,11 where the set rounds at the leaf.
    assert_eq!(ninths("").score().0.points, number("1"));
    assert_eq!(ninths("rounding: { at: leaf, decimals: 2, mode: half_up }").score().0.points, number("0.99"));
    let truncated = ninths("rounding: { at: leaf, decimals: 1, mode: truncate }").typed(1, "1", "0.57").official(appraised(1));
    assert_eq!(truncated.score().0.points, number("1.0"));
}

#[test]
fn the_group_rounding_decides_what_is_equal() {
    let trial = Trial::new(rate("2", "")).fill("1", &["654", "683"]).claim("1", "1.92");
    let rounding = Rounding { decimals: 3, ..Rounding::default() };
    let checked = scoring::score_group(&trial.set, rounding, &[trial.entrant()], Stage::Accepted);
    assert_eq!(checked.findings.iter().map(|finding| finding.code.id).collect::<Vec<_>>(), ["P009"]);
    assert_eq!(checked.value[0].points.fixed(3, RoundingMode::HalfUp), "1.915");
}

#[test]
fn a_form_alone_is_scored_without_waiting_for_others() {
    let trial = Trial::new(mixed()).fill("1.1", &["90", "100"]).claim("1.2", "3");
    let checked = scoring::score_alone(&trial.set, trial.set.rounding, &trial.unit, trial.evidenced.as_ref().unwrap());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    assert_eq!(checked.value.stages.accepted, Some(number("4.8")));
}

#[test]
fn a_part_that_does_not_apply_lowers_the_maximum_of_its_leaf() {
    let parts = set(
        "3",
        "",
        r#"criteria:
  - id: "1"
    name: A
    max: 3
    inputs: [ { id: co, kind: yes_no, label: Có }, { id: a, kind: count, label: A }, { id: b, kind: count, label: B } ]
    rule:
      sum_of:
        parts:
          - { id: mot, label: Một, max: 1, rule: { yes_no: { all: [co] } } }
          - { id: hai, label: Hai, max: 2, rule: { ratio: { of: a, to: b, when_nothing: not_applicable } } }"#,
    );
    let trial = Trial::new(parts).fill("1", &["Có", "0", "0"]);
    check(&trial, "1", "1,00 1,00 1,00 – – – = 1,00 / 1", &["P007 1 b9"]);
    assert_eq!(trial.score().0.index, Some(Points::hundred()));
    // Meaning 31: what the council types is compared with what is left.
    let typed = |points| trial.clone().official(appraised(1)).typed(1, "1", points).row("1");
    assert_eq!(typed("0.5"), "1,00 1,00 1,00 0,50 – – = 0,50 / 1");
    assert_eq!(typed("2"), "1,00 1,00 1,00 2,00 – – = 1,00 / 1");
}

#[test]
fn survey_points_are_computed_of_what_the_survey_found() {
    let sipas = set(
        "10",
        "",
        "criteria:\n  - { id: \"1\", name: SIPAS, max: 10, inputs: [ { id: sipas, kind: percent, label: SIPAS } ], rule: { survey: { percent: sipas } } }",
    );
    let excused = Trial { evidenced: None, ..Trial::new(sipas.clone()).excused("1") };
    let mut trial = Trial::new(sipas);
    trial.evidenced = None;
    let figures = [("sipas".into(), Figure::Number(number("91.17")))].into();
    let found = [("1".into(), Surveyed { figures, ..Surveyed::default() })].into();
    let score = |trial: &Trial| {
        let entrant = Entrant { surveyed: Some(&found), ..trial.entrant() };
        let checked = scoring::score_group(&trial.set, trial.set.rounding, &[entrant], Stage::Accepted);
        assert!(checked.findings.iter().all(|finding| finding.code.id == "P017"), "{:?}", checked.findings);
        let node = checked.value[0].nodes[0].clone();
        (node.stages.survey, node.official)
    };
    assert_eq!(score(&trial), (Some(number("9.117")), Some(number("9.117"))));
    assert_eq!(score(&excused), (None, None));
    // Points typed stand above.
    assert_eq!(score(&trial.survey("1", "9")), (Some(number("9")), Some(number("9"))));
}

#[test]
fn the_best_is_sought_among_ranked_units_that_sent_figures() {
    let best = set(
        "2",
        "",
        "criteria:\n  - { id: \"1\", name: A, max: 2, inputs: [ { id: a, kind: count, label: A } ], rule: { relative: { of: a } } }",
    );
    let of = |id: &str, typed: &str, ranked: bool| {
        let mut trial = Trial::new(best.clone()).fill("1", &[typed]);
        trial.unit.id = id.into();
        trial.unit.ranked = ranked;
        trial
    };
    let score = |trials: &[Trial]| {
        let entrants: Vec<Entrant<'_>> = trials.iter().map(Trial::entrant).collect();
        let cards = scoring::score_group(&best, Rounding::default(), &entrants, Stage::Accepted).value;
        cards.iter().map(|card| Rounding::default().vietnamese(&card.points)).collect::<Vec<_>>()
    };
    let nothing_sent = Trial { evidenced: None, ..of("e", "-", true) };
    let excused = of("f", "9", true).excused("1");
    let units = [of("a", "3", true), of("b", "4", true), of("c", "9", false), of("d", "-", true), nothing_sent, excused];
    assert_eq!(score(&units), ["1,50", "2,00", "2,00", "0,00", "0,00", "0,00"]);
    assert_eq!(score(&[of("a", "0", true), of("c", "5", false)]), ["0,00", "0,00"]);
}

/// A form that came late costs points where anything is filled in; a blank one is none.
#[test]
fn a_blank_form_is_not_late() {
    let lateness = |trial: &Trial| {
        let late = Entrant { lateness: Some(number("0.5")), ..trial.entrant() };
        scoring::score_group(&trial.set, trial.set.rounding, &[late], trial.official).value.pop().unwrap().lateness
    };
    assert_eq!(lateness(&Trial::new(mixed()).fill("1.1", &["1", "2"])), Some(number("0.5")));
    assert_eq!(lateness(&Trial::new(mixed())), None);
}

#[test]
fn every_node_says_how_deep_it_stands() {
    let (card, _) = Trial::new(mixed()).score();
    let depths: Vec<(&str, usize)> = card.nodes.iter().map(|node| (node.id.as_str(), node.depth)).collect();
    assert_eq!(depths, [("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1), ("2.1", 2), ("2.2", 2)]);
}

#[test]
fn nodes_stand_in_the_order_of_ids() {
    let many: Vec<String> =
        [10, 9, 2].iter().map(|n| format!("  - {{ id: \"1.{n}\", name: A, max: 1, rule: {{ given: {{ by: unit }} }} }}")).collect();
    let trial = Trial::new(set("3", "", &format!("criteria:\n{}", many.join("\n"))));
    let (card, _) = trial.score();
    assert_eq!(card.nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>(), ["1.2", "1.9", "1.10"]);
}

mod properties {
    //! What holds of every score.

    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// Tree of two areas with weights, rates and claims; with its maxima multiplied by `scale`.
    fn tree(scale: i64, backwards: bool) -> CriteriaSet {
        let leaf = |id: &str, max: i64| {
            let max = max * scale;
            format!(
                "      - {{ id: \"{id}\", name: A, max: {max}, inputs: [ {{ id: a, kind: count, label: A }}, {{ id: b, kind: count, label: B }} ], rule: {{ ratio: {{ of: a, to: b, zero_below: 10%, when_nothing: not_applicable }} }} }}\n"
            )
        };
        let area = |id: &str, max: i64, weight: i64, mut leaves: Vec<String>| {
            if backwards {
                leaves.reverse();
            }
            format!("  - id: \"{id}\"\n    name: A\n    max: {}\n    weight: {weight}\n    criteria:\n{}", max * scale, leaves.concat())
        };
        let one = area("1", 3, 2, vec![leaf("1.1", 1), leaf("1.2", 2)]);
        let two = area("2", 6, 1, vec![leaf("2.1", 1), leaf("2.2", 2), leaf("2.3", 3)]);
        let areas = if backwards { two + &one } else { one + &two };
        set(&(12 * scale).to_string(), "", &format!("criteria:\n{areas}"))
    }

    const LEAVES: [&str; 5] = ["1.1", "1.2", "2.1", "2.2", "2.3"];

    fn filled(set: CriteriaSet, figures: &[(u8, u8)]) -> Trial {
        LEAVES.iter().zip(figures).fold(Trial::new(set), |trial, (id, (a, b))| trial.fill(id, &[&a.to_string(), &b.to_string()]))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, rng_seed: RngSeed::Fixed(2018), ..ProptestConfig::default() })]

        #[test]
        fn hold(figures in proptest::collection::vec((0_u8..30, 0_u8..30), 5), without in 0_usize..5) {
            let trial = filled(tree(1, false), &figures);
            let (card, _) = trial.score();
            for node in &card.nodes {
                if let Some(official) = &node.official {
                    prop_assert!(!official.is_negative() && *official <= node.applicable_max);
                }
            }
            let (other, _) = filled(tree(1, true), &figures).score();
            prop_assert_eq!(&card, &other, "order must not matter");
            let (scaled, _) = filled(tree(7, false), &figures).score();
            prop_assert_eq!(&card.index, &scaled.index, "scale must not matter");
            let (less, _) = trial.withhold(LEAVES[without], "1").score();
            prop_assert!(less.points <= card.points, "evidence removed must not raise");
        }
    }
}
