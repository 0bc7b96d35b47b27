//! `why`: how a unit came to its score, computed as `run` computes it; nothing is written.

use comfy_table::{CellAlignment, ContentArrangement, Table};

use super::args::Why;
use super::terminal::{self, Terminal};
use super::watch::Watch;
use super::{Exit, why_json, why_leaf};
use crate::assessment::{Answer, Stage, Unit};
use crate::campaign::{self, Unknown, Worked};
use crate::criteria::{CriteriaSet, Criterion, Sign};
use crate::figure::CriterionId;
use crate::finding::Finding;
use crate::folder;
use crate::points::{Points, vietnamese};
use crate::ranking::{GroupRanking, Row};
use crate::scoring::{AdjustmentScore, Node, Scorecard, Stages, Trace};
use crate::text;
use crate::text::{Lang, Text, Words};

/// What stands where there is no figure.
pub const NONE: &str = "–";

/// Everything that is told of a unit.
pub struct View<'a> {
    /// The campaign, scored.
    pub worked: &'a Worked,
    /// Whose score.
    pub unit: &'a Unit,
    /// Its set.
    pub set: &'a CriteriaSet,
    /// Its scores.
    pub card: &'a Scorecard,
    /// Its group.
    pub ranking: &'a GroupRanking,
    /// Its line in the group.
    pub row: &'a Row,
    /// Language of every word.
    pub lang: Lang,
}

/// Score of a criterion, in the tree or outside it.
pub struct Scored<'a> {
    /// Points by stage.
    pub stages: &'a Stages,
    /// Official points.
    pub official: Option<&'a Points>,
    /// How a leaf came to its points.
    pub trace: Option<&'a Trace>,
    /// Node of the tree; `None` for a line outside it.
    pub node: Option<&'a Node>,
}

/// Explains a unit, or one criterion of it.
pub fn run(args: &Why, terminal: Terminal) -> Exit {
    let found = folder::load_campaign(&args.campaign).and_then(|loaded| {
        let plan = &loaded.value.plan;
        let unit = campaign::unit(plan, &args.unit)?;
        let set = plan.set(unit);
        let criterion = args.criterion.as_ref().zip(set).map(|(called, set)| campaign::criterion(set, called)).transpose()?;
        let ids = (unit.id.clone(), criterion.map(|criterion| criterion.id.clone()));
        Ok((loaded, ids))
    });
    let (loaded, (unit, criterion)) = match found {
        Ok(found) => found,
        Err(error) => return terminal.failed(&error),
    };
    let watch = Watch::new(terminal);
    let (worked, _) = folder::work_out(&args.campaign, loaded, &watch);
    watch.finish();
    let view = worked.plan.unit(&unit).and_then(|unit| View::new(&worked, unit, terminal.lang));
    let Some(view) = view else {
        return terminal.failed(&Unknown::Unit { id: unit.to_string(), near: None }.into());
    };
    let criterion = criterion.and_then(|id| view.set.find(&id));
    let findings: Vec<Finding> = view.findings(criterion).cloned().collect();
    match (criterion, terminal.json()) {
        (Some(criterion), true) => terminal.give(&why_json::criterion(&view, criterion, &findings)),
        (None, true) => terminal.give(&why_json::unit(&view, &findings)),
        (Some(criterion), false) => terminal.print(&why_leaf::page(&view, criterion, &findings)),
        (None, false) => terminal.print(&unit_page(&view, &findings)),
    }
    terminal::exit(&findings)
}

impl<'a> View<'a> {
    /// Gathers what is known of a unit.
    fn new(worked: &'a Worked, unit: &'a Unit, lang: Lang) -> Option<Self> {
        let (ranking, row) = worked.ranking.find(&unit.id)?;
        Some(Self { worked, unit, set: worked.plan.set(unit)?, card: worked.cards.get(&unit.id)?, ranking, row, lang })
    }

    /// Finds the score of a criterion.
    pub fn scored(&self, id: &CriterionId) -> Option<Scored<'a>> {
        let node = self.card.nodes.iter().find(|node| &node.id == id);
        let in_tree = |node: &'a Node| Scored {
            stages: &node.stages,
            official: node.official.as_ref(),
            trace: node.trace.as_ref(),
            node: Some(node),
        };
        let outside = |line: &'a AdjustmentScore| Scored {
            stages: &line.stages,
            official: line.official.as_ref(),
            trace: line.trace.as_ref(),
            node: None,
        };
        let line = || self.card.adjustments.iter().find(|line| &line.id == id && line.trace.is_some());
        node.map(in_tree).or_else(|| line().map(outside))
    }

    /// Finds the penalty that stands beside a leaf.
    pub fn beside(&self, id: &CriterionId) -> Option<&'a AdjustmentScore> {
        self.card.adjustments.iter().find(|line| &line.id == id && line.trace.is_none())
    }

    /// Finds what the unit said of a leaf.
    pub fn answer(&self, id: &CriterionId) -> Option<&'a Answer> {
        self.worked.evidenced.get(&self.unit.id)?.assessment.answers.get(id)
    }

    /// Lists what was found of the unit, or of one criterion of it.
    pub fn findings(&self, criterion: Option<&Criterion>) -> impl Iterator<Item = &'a Finding> {
        let (unit, criterion) = (&self.unit.id, criterion.map(|criterion| criterion.id.clone()));
        let of_unit = self.worked.findings.iter().filter(|finding| finding.unit.as_ref() == Some(unit));
        of_unit.filter(move |finding| criterion.is_none() || finding.criterion == criterion)
    }

    /// Prints points as the group's reports do.
    pub fn printed(&self, points: &Points) -> String {
        let machine = self.ranking.group.rounding.machine(points);
        if self.lang == Lang::Vi { vietnamese(&machine) } else { machine }
    }

    /// Prints points that may be missing.
    pub fn printed_or(&self, points: Option<&Points>) -> String {
        points.map_or_else(|| NONE.into(), |points| self.printed(points))
    }

    /// Prints a maximum or another exact figure, which is never rounded.
    pub fn exact(&self, points: &Points) -> String {
        if self.lang == Lang::Vi { points.plain_vi() } else { points.plain() }
    }

    /// Says where the unit stands.
    pub fn standing(&self) -> Text {
        let status = self.row.status.words();
        let counted = self.ranking.counted;
        let place = match self.row.place {
            Some(place) if self.row.tied => text!("hạng {place}/{counted} (đồng hạng)", "place {place} of {counted}, shared"),
            Some(place) => text!("hạng {place}/{counted}", "place {place} of {counted}"),
            None => Text::new(status.vi.to_lowercase(), status.en.to_lowercase()),
        };
        let index = self.row.index.as_ref().map(|index| self.printed(index)).map(|index| text!("chỉ số {index} %", "index {index} %"));
        let points = self.row.points.as_ref().map(|points| {
            let (points, max) = (self.printed(points), self.exact(&self.row.applicable_max));
            text!("{points} trên {max} điểm", "{points} of {max} points")
        });
        let grade = self.row.grade.as_ref().map(|grade| text!("xếp loại {grade}", "grade {grade}"));
        Text::join(&[Some(place), index, points, grade].into_iter().flatten().collect::<Vec<_>>(), " · ")
    }

    /// Says which campaign and whose score.
    pub fn heading(&self) -> String {
        let campaign = &self.worked.plan.campaign;
        let title = [Some(&campaign.title), campaign.notice.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
        let (name, id, group) = (&self.unit.name, &self.unit.id, &self.ranking.group.name);
        let name = terminal::bold(&format!("{name} ({id})"));
        format!("{title}\n{name} · {group}\n{}\n", self.standing().get(self.lang))
    }
}

/// Gives the points of a stage; `None` stands for the survey.
fn of(stages: &Stages, stage: Option<Stage>) -> Option<&Points> {
    stage.map_or(stages.survey.as_ref(), |stage| stages.at(stage))
}

/// Draws every criterion of a unit, a line each.
fn unit_page(view: &View<'_>, findings: &[Finding]) -> String {
    let lang = view.lang;
    let mut stages: Vec<(Text, Option<Stage>)> = vec![
        (Text::new("Tự đánh giá", "Claimed"), Some(Stage::Claimed)),
        (Text::new("Tính toán", "Computed"), Some(Stage::Computed)),
        (Text::new("Chấp nhận", "Accepted"), Some(Stage::Accepted)),
    ];
    stages.extend(view.worked.results().rounds().into_iter().map(|round| {
        let number = round.number();
        (text!("Thẩm định {number}", "Round {number}"), Some(Stage::Appraised(round)))
    }));
    stages.push((Text::new("ĐTXHH", "Survey"), None));
    let lines = view.card.adjustments.iter().map(|line| &line.stages);
    let all: Vec<&Stages> = view.card.nodes.iter().map(|node| &node.stages).chain(lines).collect();
    // A stage that nobody has reached has no column.
    let shown: Vec<_> = stages.into_iter().filter(|(_, stage)| all.iter().any(|stages| of(stages, *stage).is_some())).collect();
    let mut table = Table::new();
    table.load_style(terminal::LISTED).set_content_arrangement(ContentArrangement::Dynamic);
    let mut head = vec!["", Words { vi: "Tiêu chí", en: "Criterion" }.get(lang), Words { vi: "Tối đa", en: "Maximum" }.get(lang)];
    head.extend(shown.iter().map(|(words, _)| words.get(lang)));
    head.extend([Words { vi: "Chính thức", en: "Official" }.get(lang), Words { vi: "Phát hiện", en: "Findings" }.get(lang)]);
    let columns = head.len();
    table.set_header(head);
    let mut line = |id: &CriterionId, name: String, max: String, stages: &Stages, official: String| {
        let mut codes: Vec<&str> =
            findings.iter().filter(|finding| finding.criterion.as_ref() == Some(id)).map(|finding| finding.code.id).collect();
        codes.dedup();
        let mut cells = vec![id.to_string(), name, max];
        cells.extend(shown.iter().map(|(_, stage)| view.printed_or(of(stages, *stage))));
        cells.extend([official, codes.join(" ")]);
        table.add_row(cells);
    };
    for (depth, criterion) in view.set.walk() {
        let Some(scored) = view.scored(&criterion.id) else { continue };
        let name = if depth == 1 { criterion.name.to_uppercase() } else { criterion.name.clone() };
        let applies = scored.node.is_none_or(|node| node.applicable);
        let official = if applies {
            view.printed_or(scored.official)
        } else {
            Words { vi: "không áp dụng", en: "not applicable" }.get(lang).to_owned()
        };
        line(&criterion.id, name, view.exact(&criterion.max), scored.stages, official);
    }
    for outside in &view.card.adjustments {
        let criterion = view.set.adjustments.iter().map(|line| &line.criterion).find(|criterion| criterion.id == outside.id);
        let (name, max) = match (criterion, outside.sign) {
            (None, _) => {
                (Words { vi: "Điểm trừ kèm theo tiêu chí", en: "Penalty beside the criterion" }.get(lang).to_owned(), NONE.to_owned())
            }
            (Some(found), Sign::Bonus) => {
                (format!("{}: {}", Words { vi: "Điểm thưởng", en: "Bonus" }.get(lang), found.name), view.exact(&found.max))
            }
            (Some(found), Sign::Penalty) => {
                (format!("{}: {}", Words { vi: "Điểm trừ", en: "Penalty" }.get(lang), found.name), view.exact(&found.max))
            }
        };
        let official = outside.official.as_ref().map(|points| if outside.sign == Sign::Penalty { -points } else { points.clone() });
        line(&outside.id, name, max, &outside.stages, view.printed_or(official.as_ref()));
    }
    for column in (2..columns.saturating_sub(1)).filter_map(|n| u16::try_from(n).ok()) {
        if let Some(column) = table.column_mut(column.into()) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let counted = terminal::counted(findings);
    let (official, unit) = (view.worked.plan.campaign.official.words(), &view.unit.id);
    let (official_vi, official_en, counted_vi, counted_en) = (official.vi, official.en, counted.vi, counted.en);
    let foot = text!(
        "Điểm chính thức: bước “{official_vi}”, hoặc bước gần nhất đã có. Phát hiện: {counted_vi}.\nCách tính một tiêu chí: parindex why … {unit} <mã tiêu chí>. Ý nghĩa một mã: parindex explain <mã>.",
        "Official: the stage “{official_en}”, or the last one reached before it. Findings: {counted_en}.\nFor one criterion: parindex why … {unit} <criterion>. For a code: parindex explain <code>."
    );
    let cut = if view.card.cut_at_100 {
        Words {
            vi: "Điểm thưởng vượt mức: chỉ số tính bằng 100 %.\n", en: "Bonus points pass the maximum: the index counts as 100 %.\n"
        }
        .get(lang)
    } else {
        ""
    };
    format!("{}{table}\n{cut}{}\n", view.heading(), foot.get(lang))
}

/// Says from which stage official points come, where it isn't the campaign's own.
pub fn origin(view: &View<'_>, criterion: &Criterion, trace: &Trace) -> Option<Text> {
    let official = view.worked.plan.campaign.official;
    let survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == crate::rule::Scorer::Survey);
    match trace.reached {
        _ if trace.excused.is_some() => None,
        Some(reached) if reached < official => Some(fallen(official, reached)),
        Some(reached) => {
            let Text { vi, en } = reached.words();
            Some(text!("bước “{vi}”", "stage “{en}”"))
        }
        None if survey => Some(Text::new("điều tra xã hội học", "survey")),
        None => Some(Text::new("chưa có điểm ở bước nào, tính 0 điểm", "no points at any stage, counts 0")),
    }
}

/// Says that an earlier stage counts.
fn fallen(official: Stage, reached: Stage) -> Text {
    let (wanted, taken) = (official.words(), reached.words());
    let (wanted_vi, taken_vi, wanted_en, taken_en) = (wanted.vi, taken.vi, wanted.en, taken.en);
    text!("chưa có điểm bước “{wanted_vi}”, lấy bước “{taken_vi}”", "nothing at stage “{wanted_en}”, taken from “{taken_en}”")
}
