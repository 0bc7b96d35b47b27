//! Laws of `steps`: bounds that can't be, and a highest step that means more than it says.

use super::{Step, Steps, path};
use crate::finding::rule::{OR_MORE, OVERLAP, TWICE, UNREACHABLE};
use crate::points::Points;
use crate::rule::say::{exact, points, say};
use crate::rule::span::{Domain, Span};
use crate::rule::{Fault, Terms};
use crate::text;
use crate::yaml::Amount;

impl Steps {
    /// Says what is wrong with the bounds: two of one side, the wrong way round, overlap, percent where there is none.
    pub(super) fn bounds_laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let (domain, sign, spans) = (self.domain(leaf), self.measure.sign(leaf), self.spans(leaf));
        for (n, (step, span)) in self.list.iter().zip(&spans).enumerate() {
            for (key, bound) in &step.bounds {
                let fault = self.measure.bound_law(leaf, key, bound);
                faults.extend(fault.map(|fault| Fault { path: path(n, key), ..fault }));
            }
            let has = |key: &str| step.bound(key).is_some();
            if (has("above") && has("from")) || (has("below") && has("up_to")) || (has("exactly") && step.bounds.len() > 1) {
                let keys = step.bounds.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(", ");
                let message = text!("Một mức có nhiều cận cùng phía: “{keys}”.", "A step has two bounds on one side: “{keys}”.");
                faults.push(Fault { path: path(n, "points"), code: &TWICE, message });
            } else if span.is_empty() {
                let message = text!("Cận dưới của mức này cao hơn cận trên.", "The lower bound of this step is above its upper bound.");
                faults.push(Fault { path: path(n, "points"), code: &UNREACHABLE, message });
            } else if let Some((_, earlier)) = spans.iter().take(n).enumerate().find(|(_, earlier)| earlier.overlaps(span)) {
                let message = say!(
                    "Mức “{one}” và mức “{other}” chồng lên nhau.",
                    "The steps “{one}” and “{other}” overlap.",
                    one = earlier.wording(domain, &sign),
                    other = span.wording(domain, &sign)
                );
                faults.push(Fault { path: path(n, "points"), code: &OVERLAP, message });
            }
        }
        faults
    }

    /// Tells of a highest step of a count that is written `exactly` and so means that many or more, where that can't be meant:
    /// fewer are worth more, or nothing is left for `otherwise`.
    pub(super) fn or_more_law(&self, leaf: &Terms<'_>) -> Option<Fault> {
        let (domain, spans) = (self.domain(leaf), self.spans(leaf));
        let opened = |(_, (span, step)): &(usize, (&Span, &Step))| span.to.is_none() && step.bound("exactly").is_some();
        let (n, (_, top)) = spans.iter().zip(&self.list).enumerate().find(opened).filter(|_| domain == Domain::Whole)?;
        let bound = top.bound("exactly")?;
        let gives = |amount: &Amount| amount.of(leaf.max);
        let own = gives(&top.points);
        let falls = own.is_positive() && self.list.iter().any(|step| gives(&step.points) > own);
        let other = self.otherwise.as_ref().is_some_and(|rest| gives(rest) != own);
        let (one, next) = (exact(&bound), exact(&(&bound + &Points::one())));
        let message = if other && domain.gaps(&spans).is_empty() {
            say!(
                "“exactly: {one}” ở mức cao nhất được hiểu là từ {one} trở lên, nên không còn giá trị nào cho “otherwise”. Nếu chỉ đúng {one}, viết “from: {one}, below: {next}”.",
                "“exactly: {one}” on the highest step means {one} or more, which leaves nothing for “otherwise”. For {one} alone write “from: {one}, below: {next}”.",
                one = one,
                next = next
            )
        } else if falls {
            say!(
                "“exactly: {one}” ở mức cao nhất được hiểu là từ {one} trở lên: nhiều hơn vẫn được {own}, trong khi ít hơn được nhiều điểm hơn. Nếu chỉ đúng {one}, viết “from: {one}, below: {next}”.",
                "“exactly: {one}” on the highest step means {one} or more: more still give {own}, while fewer give more. For {one} alone write “from: {one}, below: {next}”.",
                one = one,
                next = next,
                own = points(&own)
            )
        } else {
            return None;
        };
        Some(Fault { path: path(n, "exactly"), code: &OR_MORE, message })
    }
}
