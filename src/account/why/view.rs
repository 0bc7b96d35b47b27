//! What is told of a unit's score, and how its figures are spelt.

use crate::account::page::Page;
use crate::account::unit_view::UnitView;
use crate::account::words::NONE;
use crate::assessment::{Answer, Round, Stage};
use crate::criteria::Criterion;
use crate::figure::CriterionId;
use crate::points::Points;
use crate::scoring::{AdjustmentScore, Node, Scorecard, Stages, Trace};
use crate::text;
use crate::text::{Lang, Text};

/// Everything that is told of a unit's score, in one language.
pub struct View<'a> {
    /// The unit.
    pub of: UnitView<'a>,
    /// Its scores.
    pub card: &'a Scorecard,
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

impl<'a> View<'a> {
    /// Finds the score of a criterion.
    pub fn scored(&self, id: &CriterionId) -> Option<Scored<'a>> {
        let node = self.card.nodes.iter().find(|node| &node.id == id);
        let in_tree = |node: &'a Node| Scored {
            stages: &node.stages,
            official: node.official.as_ref(),
            trace: node.trace.as_deref(),
            node: Some(node),
        };
        let outside = |line: &'a AdjustmentScore| Scored {
            stages: &line.stages,
            official: line.official.as_ref(),
            trace: line.trace.as_deref(),
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
        self.of.results.evidenced.get(&self.of.unit.id)?.assessment.answers.get(id)
    }

    /// Names the file that the unit sent.
    pub fn file(&self) -> Option<&'a str> {
        self.of.results.evidenced.get(&self.of.unit.id).map(|sent| sent.assessment.file.as_str())
    }

    /// Lists the stages that are told: before the rounds, and the rounds.
    pub fn stages(&self) -> Vec<Stage> {
        let rounds = self.of.results.rounds().into_iter().map(Stage::Appraised);
        [Stage::Claimed, Stage::Computed, Stage::Accepted].into_iter().chain(rounds).collect()
    }

    /// Prints points as the group's reports do.
    pub fn printed(&self, points: &Points) -> String {
        self.of.rounding().spelled(points, self.lang)
    }

    /// Lists what the unit explained of a leaf, after which rounds.
    pub fn explained(&self, id: &CriterionId) -> Vec<(Round, &'a Answer)> {
        let of_unit = self.of.results.explanations.get(&self.of.unit.id).into_iter().flatten();
        of_unit.filter_map(|(round, one)| Some((*round, one.answers.get(id)?))).collect()
    }

    /// Prints points that may be missing.
    pub fn printed_or(&self, points: Option<&Points>) -> String {
        points.map_or_else(|| NONE.into(), |points| self.printed(points))
    }

    /// Prints a maximum or another exact figure, which is never rounded.
    pub fn exact(&self, points: &Points) -> String {
        points.plain_in(self.lang)
    }

    /// Begins a page: which campaign, whose score, and where the unit stands.
    pub fn page(&self) -> Page {
        let campaign = self.of.results.campaign;
        let mut page = Page::new("why", campaign, false, &[]);
        let title = [Some(&campaign.title), campaign.notice.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ");
        page.paragraph(crate::account::cell::text(title));
        let (name, id) = (&self.of.unit.name, &self.of.unit.id);
        page.subject(format!("{name} ({id})"), &self.of.ranking.group.name, self.standing().get(self.lang));
        page
    }

    /// Says where the unit stands.
    fn standing(&self) -> Text {
        let (row, counted) = (self.of.row, self.of.ranking.counted);
        let status = row.status.words();
        let place = match row.place {
            Some(place) if row.tied => text!("hạng {place}/{counted} (đồng hạng)", "place {place} of {counted}, shared"),
            Some(place) => text!("hạng {place}/{counted}", "place {place} of {counted}"),
            None => Text::new(status.vi.to_lowercase(), status.en.to_lowercase()),
        };
        let index = row.index.as_ref().map(|index| self.printed(index)).map(|index| text!("chỉ số {index}%", "index {index}%"));
        let points = row.points.as_ref().map(|points| {
            let (points, max) = (self.printed(points), self.exact(&row.applicable_max));
            text!("{points} trên {max} điểm", "{points} of {max} points")
        });
        let grade = row.grade.as_ref().map(|grade| text!("xếp loại {grade}", "grade {grade}"));
        let provisional = row.provisional.then(|| Text::new("kết quả tạm tính", "provisional"));
        Text::join(&[Some(place), index, points, grade, provisional].into_iter().flatten().collect::<Vec<_>>(), " · ")
    }

    /// Says from which stage official points come, where it isn't the campaign's own.
    pub fn origin(&self, criterion: &Criterion, trace: &Trace) -> Option<Text> {
        let campaign = self.of.results.campaign;
        let official = campaign.official;
        let survey = criterion.leaf().is_some_and(|leaf| leaf.scorer() == crate::rule::Scorer::Survey);
        match trace.reached {
            _ if trace.excused.is_some() => None,
            Some(reached) if reached < official => Some(fallen(&campaign.official_words(), &campaign.rounds.stage(reached))),
            Some(reached) => {
                let Text { vi, en } = campaign.rounds.stage(reached);
                Some(text!("bước “{vi}”", "stage “{en}”"))
            }
            None if survey => Some(Text::new("điều tra xã hội học", "survey")),
            None => Some(Text::new("chưa có điểm ở bước nào, tính 0 điểm", "no points at any stage, counts 0")),
        }
    }
}

/// Says that an earlier stage counts.
fn fallen(official: &Text, reached: &Text) -> Text {
    let (wanted_vi, taken_vi, wanted_en, taken_en) = (&official.vi, &reached.vi, &official.en, &reached.en);
    text!("chưa có điểm bước “{wanted_vi}”, lấy bước “{taken_vi}”", "nothing at stage “{wanted_en}”, taken from “{taken_en}”")
}
