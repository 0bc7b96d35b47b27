//! Laws of conditions: written as the language asks, of what exists, and never waiting for themselves.

use super::{Laws, at, item};
use crate::criteria::raw::{RawCriterion, RawRequirement};
use crate::criteria::{Criterion, bindings};
use crate::figure::{CriterionId, InputKind};
use crate::finding::Finding;
use crate::finding::criteria::{CIRCLE, NO_CRITERION, NO_FIGURE, REQUIRES};
use crate::points::Points;
use crate::text;
use crate::yaml::nearest;

impl Laws<'_> {
    /// Looks at the conditions of a criterion, one by one.
    pub(super) fn requires(&mut self, criterion: &Criterion, raw: &RawCriterion, path: &[String]) {
        let id = &criterion.id;
        if raw.otherwise.is_some() && raw.requires.is_none() {
            let message = text!("“{id}” có “else” mà không có “requires”", "“{id}” has “else” and no “requires”");
            self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.key(&at(path, &["else"]))));
        }
        if raw.requires.as_ref().is_some_and(Vec::is_empty) {
            let message = text!("danh sách requires của “{id}” trống", "“requires” of “{id}” is empty");
            self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.place(&at(path, &["requires"]))));
        }
        for (n, one) in raw.requires.iter().flatten().enumerate() {
            self.requirement(id, one, &item(path, "requires", n));
        }
        self.circle(criterion, path);
    }

    /// Looks at one condition.
    fn requirement(&mut self, id: &CriterionId, raw: &RawRequirement, path: &[String]) {
        let whole = match (&raw.criterion, &raw.index_at_least, &raw.figure, &raw.at_most) {
            (Some(criterion), Some(at_least), None, None) => {
                self.required_criterion(id, criterion, path);
                let least = &at_least.0;
                if !least.is_positive() || *least > Points::hundred() {
                    let (vi, en) = (least.plain_vi(), least.plain());
                    let message = text!(
                        "chỉ số {vi}% không nằm trong khoảng từ trên 0% đến 100%",
                        "index {en}% is not between 0% (excluded) and 100%"
                    );
                    self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.place(&at(path, &["index_at_least"]))));
                }
                true
            }
            (None, None, Some(figure), Some(at_most)) => {
                self.required_figure(id, figure, at_most.percent, path);
                true
            }
            _ => false,
        };
        if !whole {
            let message = text!(
                "điều kiện của “{id}” phải ghi “criterion” với “index_at_least”, hoặc “figure” với “at_most”",
                "a condition of “{id}” says “criterion” with “index_at_least”, or “figure” with “at_most”"
            );
            self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.place(path)));
        }
    }

    /// Looks at the criterion that a condition names: one of the tree.
    fn required_criterion(&mut self, id: &CriterionId, named: &str, path: &[String]) {
        let known: Vec<&str> = self.set.walk().into_iter().map(|(_, criterion)| criterion.id.as_str()).collect();
        if known.contains(&named) {
            return;
        }
        let place = self.document.place(&at(path, &["criterion"]));
        let line = self.set.adjustments.iter().any(|line| line.criterion.id.as_str() == named);
        let message = if line {
            text!(
                "“{named}” là điểm thưởng hoặc điểm trừ, không phải tiêu chí, nên không làm điều kiện được",
                "“{named}” is a bonus or a penalty and no criterion, so nothing can wait for it"
            )
        } else {
            text!("bộ tiêu chí không có tiêu chí “{named}”", "the set has no criterion “{named}”")
        };
        let finding = Finding::new(&NO_CRITERION, message).on(id).at(place);
        self.push(match nearest(named, &known) {
            Some(meant) if !line => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
            _ => finding,
        });
    }

    /// Looks at the figure that a condition names: one of the set, that is a number.
    fn required_figure(&mut self, id: &CriterionId, named: &str, percent: bool, path: &[String]) {
        let place = at(path, &["figure"]);
        let Some(figure) = self.set.figures.iter().find(|figure| figure.id.as_str() == named) else {
            let known: Vec<&str> = self.set.figures.iter().map(|figure| figure.id.as_str()).collect();
            let message = text!("bộ tiêu chí không có số liệu dùng chung “{named}”", "the set has no figure “{named}”");
            let finding = Finding::new(&NO_FIGURE, message).on(id).at(self.document.place(&place));
            return self.push(match nearest(named, &known) {
                Some(meant) => finding.help(text!("Có phải là “{meant}”?", "Did you mean “{meant}”?")),
                None => finding,
            });
        };
        if !matches!(figure.kind, InputKind::Count | InputKind::Percent | InputKind::Points) {
            let message =
                text!("“{named}” không phải là số nên không so với mức được", "“{named}” is not a number, so no limit can be set to it");
            self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.place(&place)));
        } else if percent && figure.kind != InputKind::Percent {
            let message =
                text!("“{named}” không phải là tỷ lệ nên mức không ghi dấu %", "“{named}” is not a rate, so its limit has no % sign");
            self.push(Finding::new(&REQUIRES, message).on(id).at(self.document.place(&at(path, &["at_most"]))));
        }
    }

    /// Tells of conditions that wait for themselves, each circle once.
    fn circle(&mut self, criterion: &Criterion, path: &[String]) {
        if self.circled.contains(&criterion.id) {
            return;
        }
        let Some(circle) = bindings::circle(self.set, criterion) else { return };
        let ids = circle.iter().map(CriterionId::as_str).collect::<Vec<_>>().join(" → ");
        let message = text!("các điều kiện chờ lẫn nhau: {ids}", "the conditions go in a circle: {ids}");
        self.push(Finding::new(&CIRCLE, message).on(&criterion.id).at(self.document.key(&at(path, &["requires"]))));
        self.circled.extend(circle);
    }
}
