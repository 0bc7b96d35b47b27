//! Laws of `step_by`: steps that can't be taken, limits out of order.

use super::{Side, StepBy};
use crate::finding::rule::{EMPTY, PERCENT, UNREACHABLE};
use crate::points::Points;
use crate::rule::amount::{self, Award};
use crate::rule::say::{exact, say};
use crate::rule::{Fault, Terms};
use crate::text;
use crate::yaml::Amount;

impl StepBy {
    /// Says what breaks the laws of this kind.
    pub(super) fn breaches(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let mut faults = self.measure.laws(leaf);
        let each = [("below", &self.below), ("above", &self.above)];
        let each = each.into_iter().filter_map(|(key, slope)| Some((vec![key, "each"], &slope.as_ref()?.each)));
        let least = self.zero_below.iter().map(|least| (vec!["zero_below"], least));
        for (path, bound) in std::iter::once((vec!["at"], &self.at)).chain(each).chain(least) {
            if bound.percent && !self.measure.is_rate(leaf) {
                let of = leaf.label(&self.measure.of);
                let message = say!(
                    "“{n}%” là phần trăm, nhưng {of} không phải tỷ lệ.",
                    "“{n}%” is a percentage, but {of} is no rate.",
                    n = exact(&bound.value)
                );
                faults.push(Fault { path: path.into_iter().map(str::to_owned).collect(), code: &PERCENT, message });
            }
        }
        if self.below.is_none() && self.above.is_none() {
            let message = text!("Cần “below” (cứ giảm), “above” (cứ tăng), hoặc cả hai.", "“below”, “above” or both are needed.");
            faults.push(Fault { path: Vec::new(), code: &EMPTY, message });
        }
        faults.extend(self.slope_laws(Side::Below, leaf));
        faults.extend(self.slope_laws(Side::Above, leaf));
        faults.extend(self.limit_laws(leaf));
        let most = Amount::Share(Points::one());
        let award = |key: &str, amount| Award { path: vec![key.to_owned()], amount, penalty: None };
        let mut awards = vec![award("points", &self.points)];
        awards.extend(self.floor.iter().map(|floor| award("floor", floor)));
        awards.extend(self.above.iter().map(|_| award("cap", self.cap.as_ref().unwrap_or(&most))));
        faults.extend(amount::laws(leaf, &awards));
        faults
    }

    /// Says what is wrong with the steps on a side.
    fn slope_laws(&self, side: Side, leaf: &Terms<'_>) -> Vec<Fault> {
        let Some(slope) = self.slope(side) else { return Vec::new() };
        let key = if side == Side::Below { "below" } else { "above" };
        let fault = |of: &str, code, message| Fault { path: vec![key.to_owned(), of.to_owned()], code, message };
        let mut faults = Vec::new();
        if !slope.each.value.is_positive() {
            faults.push(fault("each", &UNREACHABLE, text!("Một bậc phải lớn hơn 0.", "A step must be above 0.")));
        }
        if !slope.points.of(leaf.max).is_positive() {
            let message = text!(
                "Điểm của một bậc phải lớn hơn 0: “below” luôn trừ, “above” luôn cộng.",
                "The points of a step must be above 0: “below” always takes, “above” always adds."
            );
            faults.push(fault("points", &UNREACHABLE, message));
        }
        if side == Side::Below && !self.at.value.is_positive() {
            let message = text!("Không giá trị nào thấp hơn mức quy định 0.", "No value lies below a required level of 0.");
            faults.push(fault("each", &UNREACHABLE, message));
        }
        faults
    }

    /// Says what is wrong with floor and cap: out of order, or beside the mark where nothing moves the points.
    fn limit_laws(&self, leaf: &Terms<'_>) -> Vec<Fault> {
        let start = self.points.of(leaf.max);
        let (floor, cap) = self.limits(leaf.max);
        let mut faults = Vec::new();
        let mut fault = |key: &str, message| faults.push(Fault { path: vec![key.to_owned()], code: &UNREACHABLE, message });
        if self.floor.is_some() && self.below.is_none() {
            let message = text!(
                "“floor” chỉ dùng cùng “below” (cứ giảm … trừ …): thêm “below”, hoặc bỏ “floor”; không có “below” thì thấp nhất là “points”.",
                "“floor” goes with “below” (so much less for each step): add “below”, or drop “floor”; without “below” the least is “points”."
            );
            fault("floor", message);
        } else if self.below.is_some() && floor >= start {
            let message = say!(
                "Điểm thấp nhất “{floor}” không thấp hơn điểm “{start}” ở mức quy định.",
                "The floor, “{floor}”, isn't below the “{start}” points at the required level.",
                floor = exact(&floor),
                start = exact(&start)
            );
            fault("floor", message);
        }
        if self.cap.is_some() && self.above.is_none() {
            let message = text!(
                "“cap” chỉ dùng cùng “above” (cứ tăng … cộng …): thêm “above”, hoặc bỏ “cap”; không có “above” thì cao nhất là “points”.",
                "“cap” goes with “above” (so much more for each step): add “above”, or drop “cap”; without “above” the most is “points”."
            );
            fault("cap", message);
        } else if self.above.is_some() && cap <= start {
            let message = say!(
                "Điểm cao nhất “{cap}” không cao hơn điểm “{start}” ở mức quy định.",
                "The cap, “{cap}”, isn't above the “{start}” points at the required level.",
                cap = exact(&cap),
                start = exact(&start)
            );
            fault("cap", message);
        }
        if let Some(least) = &self.zero_below
            && least.value > self.at.value
        {
            let message = say!(
                "Mức “{least}” mà dưới đó 0 điểm cao hơn mức quy định “{at}”.",
                "“{least}”, below which there are 0 points, is above the required level, “{at}”.",
                least = exact(&least.value),
                at = exact(&self.at.value)
            );
            fault("zero_below", message);
        } else if self.zero_below.as_ref().is_some_and(|least| !least.value.is_positive()) {
            fault("zero_below", text!("Không giá trị nào thấp hơn 0.", "No value lies below 0."));
        }
        faults
    }
}
