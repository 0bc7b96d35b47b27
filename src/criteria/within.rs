//! Bonuses and penalties of one criterion (“điểm thưởng của tiêu chí 3.2”): they count within its maximum.

use super::{Adjustment, CriteriaSet, Criterion, Sign, WhenBlank};
use crate::figure::CriterionId;
use crate::points::Points;
use crate::text;
use crate::text::Text;

/// Criterion of the tree that lines outside it belong to.
#[derive(Clone, Debug)]
pub struct LinesOf<'s> {
    /// The criterion.
    pub criterion: &'s Criterion,
    /// Product of the weights from the criterion up to the top.
    pub scale: Points,
    /// Its lines, in the order of the file.
    pub lines: Vec<&'s Adjustment>,
}

impl Adjustment {
    /// Says how the line counts, where it belongs to a criterion.
    pub fn within_words(&self, set: &CriteriaSet) -> Option<Text> {
        let criterion = set.find(self.within.as_ref()?)?;
        let (id, max_vi, max) = (&criterion.id, criterion.max.plain_vi(), &criterion.max);
        Some(match self.sign {
            Sign::Bonus => text!(
                "Cộng vào điểm của tiêu chí {id}, tổng không quá {max_vi} điểm; điều kiện và xét khen thưởng theo điểm chưa cộng.",
                "Added to criterion {id}, which gives {max} points at most; conditions and awards go by the points without it."
            ),
            Sign::Penalty => text!(
                "Trừ vào điểm của tiêu chí {id}, không quá số điểm tiêu chí đạt được; điều kiện và xét khen thưởng theo điểm chưa trừ.",
                "Taken from criterion {id}, never more than it has; conditions and awards go by the points without it."
            ),
        })
    }

    /// Says what the line takes where its figures are left blank, where the set settles that.
    pub fn blank_words(&self) -> Option<Text> {
        let (max_vi, max) = (self.criterion.max.plain_vi(), &self.criterion.max);
        match self.when_blank {
            WhenBlank::Ask => None,
            WhenBlank::None => Some(Text::new("Để trống số liệu thì không trừ.", "Figures left blank take nothing.")),
            WhenBlank::Full => Some(text!("Để trống số liệu thì trừ cả {max_vi} điểm.", "Figures left blank take all {max} points.")),
        }
    }
}

impl CriteriaSet {
    /// Says how a line outside the tree counts: in which criterion, under which cap, and what blank figures mean. Nothing of
    /// criteria of the tree.
    pub fn line_words(&self, id: &CriterionId) -> Vec<Text> {
        let Some(line) = self.line(id) else { return Vec::new() };
        [line.within_words(self), self.cap_words(id), line.blank_words()].into_iter().flatten().collect()
    }

    /// Says the cap that a line outside the tree shares with others.
    pub fn cap_words(&self, line: &CriterionId) -> Option<Text> {
        let sign = self.line(line)?.sign;
        let cap = self.caps.iter().find(|cap| cap.adjustments.contains(line))?;
        let ids = cap.adjustments.iter().map(CriterionId::as_str).collect::<Vec<_>>().join(", ");
        let (max_vi, max) = (cap.max.plain_vi(), &cap.max);
        Some(match sign {
            Sign::Bonus => {
                text!("Tổng điểm thưởng của {ids} không quá {max_vi} điểm.", "Bonuses {ids} count {max} points at most, together.")
            }
            Sign::Penalty => {
                text!("Tổng điểm trừ của {ids} không quá {max_vi} điểm.", "Penalties {ids} take {max} points at most, together.")
            }
        })
    }

    /// Finds a line outside the tree by its id.
    pub fn line(&self, id: &CriterionId) -> Option<&Adjustment> {
        self.adjustments.iter().find(|line| line.criterion.id == *id)
    }

    /// Lists the criteria that have lines of their own, in the order of those lines.
    pub fn with_lines(&self) -> Vec<LinesOf<'_>> {
        let mut all: Vec<LinesOf<'_>> = Vec::new();
        for line in &self.adjustments {
            let Some(id) = &line.within else { continue };
            if let Some(of) = all.iter_mut().find(|of| of.criterion.id == *id) {
                of.lines.push(line);
                continue;
            }
            let lineage = self.lineage(id);
            let scale = lineage.iter().fold(Points::one(), |scale, criterion| &scale * &criterion.weight);
            all.extend(lineage.last().map(|criterion| LinesOf { criterion, scale, lines: vec![line] }));
        }
        all
    }
}
