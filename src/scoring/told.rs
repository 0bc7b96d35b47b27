//! Conditions in words: what has to hold, what was found, and what comes of it.

use super::{Required, Source};
use crate::criteria::{CriteriaSet, Criterion, Otherwise, Requirement};
use crate::finding::appraisal::CONDITION_APART;
use crate::finding::points::{CONDITION_BLANK, CONDITION_FAILS, CONDITION_UNSEEN, CONDITION_WAITS};
use crate::finding::{Finding, Part};
use crate::points::{Points, Rounding};
use crate::text;
use crate::text::Text;

impl Required {
    /// Says it, with what was found.
    pub fn words(&self, set: &CriteriaSet, rounding: Rounding) -> Text {
        let of = &self.of;
        let (needed, found, then) = (self.requirement.words(set), self.found(set, rounding), self.then());
        let (needed_vi, needed_en, found_vi, found_en) = (needed.vi, needed.en, found.vi, found.en);
        let (then_vi, then_en) = (then.vi, then.en);
        text!(
            "Điều kiện của tiêu chí {of}: {needed_vi}; {found_vi}: {then_vi}.",
            "Condition of criterion {of}: {needed_en}; {found_en}: {then_en}."
        )
    }

    /// Says what was found.
    fn found(&self, set: &CriteriaSet, rounding: Rounding) -> Text {
        match (&self.requirement, &self.value) {
            (Requirement::Index { criterion, .. }, None) => {
                text!("tiêu chí {criterion} không áp dụng", "criterion {criterion} does not apply")
            }
            (Requirement::Index { at_least, .. }, Some(index)) => {
                // An index that prints like the limit and is not the limit is told exactly.
                let alike = rounding.print(index) == *at_least && index != at_least;
                let printed = |exact: String, printed: String| if alike { exact } else { printed };
                let vi = printed(index.plain_vi(), rounding.vietnamese(index));
                let en = printed(index.plain(), rounding.machine(index));
                let Some(most) = &self.most else { return text!("đạt {vi}%", "it reaches {en}%") };
                let (most_vi, most_en) = (rounding.vietnamese(most), rounding.machine(most));
                if self.waits_for_others {
                    text!(
                        "mới đạt {vi}%, có thể đến {most_vi}% vì còn phần chưa có điểm của hội đồng hoặc của điều tra",
                        "it reaches {en}% so far and may reach {most_en}%, since points of the council or the survey are still to come"
                    )
                } else {
                    text!(
                        "mới đạt {vi}%, có thể đến {most_vi}% vì còn phần để trống, hoặc tự chấm thấp hơn số liệu, thiếu tài liệu",
                        "it reaches {en}% so far and may reach {most_en}%, since parts are blank, claimed below the figures, or without documents"
                    )
                }
            }
            (Requirement::Figure { figure, .. }, value) => {
                let measure = set.figures.iter().find(|known| known.id == *figure).and_then(|known| known.measure.as_ref());
                let measure = measure.map(|measure| format!(" {measure}")).unwrap_or_default();
                let number = value.as_ref().map(|value| (value.plain_vi(), value.plain()));
                match (&self.source, number) {
                    (Some(Source::Nowhere), _) => text!("biểu không có ô cho số liệu này", "the form has no cell for the figure"),
                    (Some(Source::CouncilApart(several)), _) => {
                        let vi = several.iter().map(Points::plain_vi).collect::<Vec<_>>().join("; ");
                        let en = several.iter().map(Points::plain).collect::<Vec<_>>().join("; ");
                        text!(
                            "hội đồng xác định khác nhau giữa các tiêu chí ({vi}{measure})",
                            "the council found different values at different criteria ({en}{measure})"
                        )
                    }
                    (_, None) => text!("để trống", "it is blank"),
                    (Some(Source::Council), Some((vi, en))) => {
                        text!("hội đồng xác định là {vi}{measure}", "the council finds it to be {en}{measure}")
                    }
                    (_, Some((vi, en))) => text!("đơn vị kê khai {vi}{measure}", "the unit declares {en}{measure}"),
                }
            }
        }
    }

    /// Says what comes of it.
    fn then(&self) -> Text {
        match (self.holds, self.otherwise) {
            _ if self.overruled => text!("hội đồng xác định có áp dụng", "the council says that it applies"),
            (Some(true), _) if self.value.is_none() => text!("không xét điều kiện", "the condition is not asked"),
            (Some(true), _) => text!("đạt", "it holds"),
            (None, _) => text!("chưa biết, tính 0 điểm", "unknown, it counts 0"),
            (Some(false), Otherwise::Zero) => text!("không đạt, tính 0 điểm", "it does not hold, it counts 0"),
            (Some(false), Otherwise::NotApplicable) => text!("không đạt, không áp dụng", "it does not hold, not applicable"),
        }
    }

    /// Tells the unit where a condition does not simply hold.
    pub fn finding(&self, set: &CriteriaSet, of: &Criterion, rounding: Rounding) -> Option<Finding> {
        let code = match self.holds {
            Some(true) if self.source == Some(Source::Nowhere) => &CONDITION_UNSEEN,
            Some(true) => return None,
            Some(false) => &CONDITION_FAILS,
            None if matches!(self.source, Some(Source::CouncilApart(_))) => &CONDITION_APART,
            None if self.waits_for_others => &CONDITION_WAITS,
            None => &CONDITION_BLANK,
        };
        let Text { vi, en } = self.words(set, rounding);
        let finding = Finding::new(code, text!("{vi}", "{en}")).on(&of.id);
        Some(if code == &CONDITION_BLANK { finding.lacks(Part::Figures) } else { finding })
    }
}
