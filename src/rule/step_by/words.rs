//! `step_by` in sentences: the rule, and how a value came to its points.

use super::{Counting, Side, Slope, StepBy, Stepped};
use crate::points::Points;
use crate::rule::Terms;
use crate::rule::say::{Spelt, exact, points, printed, rate, say, whole};
use crate::text::Text;

impl StepBy {
    /// Says the rule in the words of a form.
    pub(super) fn worded(&self, leaf: &Terms<'_>) -> Vec<Text> {
        let mut lines = self.measure.heading(leaf);
        let (mark, start) = (self.signed(exact(&self.at.value), leaf), exact(&self.points.of(leaf.max)));
        let (floor, cap) = self.limits(leaf.max);
        let least = self.zero_below.as_ref().map(|least| self.signed(exact(&least.value), leaf));
        let span = match (&self.below, &self.above, &least) {
            // Up to the mark the points stay, down to where there are none.
            (None, Some(_), Some(least)) if self.zero_below.as_ref() != Some(&self.at) => {
                say!("Từ {least} đến {mark}", "From {least} to {mark}", least = least.clone(), mark = mark)
            }
            (Some(_), None, _) => say!("Từ {mark} trở lên", "{mark} or more", mark = mark),
            (None, Some(_), None) => say!("Từ {mark} trở xuống", "{mark} or less", mark = mark),
            _ => say!("Đạt {mark}", "{mark}", mark = mark),
        };
        lines.push(say!("{span}: {n} điểm", "{span}: {n} points", span = span, n = start));
        let (full, beside) = match self.counting {
            Counting::Full => (Text::new("đủ ", "full "), Text::default()),
            Counting::Begun => (Text::default(), Text::new(" (phần lẻ tính là một lần)", " (a part counts as one)")),
            Counting::Proportional => (Text::default(), Text::new(" (phần lẻ tính theo tỷ lệ)", " (parts in proportion)")),
        };
        let line = |slope: &Slope, vi: (&str, &str, &str), en: (&str, &str, &str), limit: &Points| {
            let (each, n) = (self.signed(exact(&slope.each.value), leaf), exact(&slope.points.of(leaf.max)));
            let (way, does, most) = (Text::new(vi.0, en.0), Text::new(vi.1, en.1), Text::new(vi.2, en.2));
            say!(
                "Cứ {way} {full}{each} {does} {n} điểm{beside}, {most} {limit} điểm",
                "For each {full}{each} {way}, {n} points are {does}{beside}, {most} {limit} points",
                way = way,
                full = full.clone(),
                each = each,
                does = does,
                n = n,
                beside = beside.clone(),
                most = most,
                limit = exact(limit)
            )
        };
        let below = |slope: &Slope| line(slope, ("giảm", "trừ", "thấp nhất"), ("below", "taken", "at least"), &floor);
        lines.extend(self.below.as_deref().map(below));
        let above = |slope: &Slope| line(slope, ("tăng thêm", "cộng", "tối đa"), ("above", "added", "at most"), &cap);
        lines.extend(self.above.as_deref().map(above));
        lines.extend(least.map(|least| say!("Dưới {least}: 0 điểm", "Under {least}: 0 points", least = least)));
        lines.extend(self.measure.footing());
        lines
    }

    /// Adds the sign of what is measured: `98,5%`, `12 hồ sơ`.
    fn signed(&self, number: Text, leaf: &Terms<'_>) -> Text {
        let sign = self.measure.sign(leaf);
        say!("{number}{sign}", "{number}{sign}", number = number)
    }

    /// Says how far a value is from the mark, how many steps count, and what they make of the points.
    pub(super) fn told(&self, value: &Points, said: Spelt, stepped: &Stepped, leaf: &Terms<'_>) -> Text {
        // A reader takes the mark from the value as it is spelt.
        let away = (&said.value - &self.at.value).abs();
        let said = self.signed(said.words, leaf);
        let start = self.points.of(leaf.max);
        let mark = self.signed(exact(&self.at.value), leaf);
        if let Some(least) = self.zero_below.as_ref().filter(|_| stepped.too_low) {
            let floor = self.signed(exact(&least.value), leaf);
            return say!(
                "{said} thấp hơn mức sàn {floor}: 0 điểm.",
                "{said} is below the floor of {floor}: 0 points.",
                said = said,
                floor = floor
            );
        }
        let Some((side, slope)) = stepped.side.and_then(|side| Some((side, self.slope(side)?))) else {
            return if *value == self.at.value {
                say!("{said} đúng mức quy định: {n}.", "{said} is the required level: {n}.", said = said, n = points(&start))
            } else {
                let n = points(&start);
                say!(
                    "{said} so với mức quy định {mark}: chưa đủ để cộng, trừ điểm; được {n}.",
                    "{said}, against the required level of {mark}: no step to add or take; {n}.",
                    said = said,
                    mark = mark,
                    n = n
                )
            };
        };
        let worth = slope.points.of(leaf.max);
        let given = |change: &Points| {
            let reached = if side == Side::Below { &start - change } else { &start + change };
            let (floor, cap) = self.limits(leaf.max);
            leaf.rounding.print(&reached.clamp_to(&floor, &cap))
        };
        let spelt = |value: &Points, gives: &dyn Fn(&Points) -> Points| {
            if value.is_whole() { whole(value) } else { rate(value, leaf.rounding, gives) }
        };
        let counted = spelt(&stepped.steps, &|steps| given(&(steps * &worth)));
        let change = &counted.value * &worth;
        let change = if stepped.steps.is_whole() { exact(&change) } else { spelt(&change, &given).words };
        let (counted, given) = (counted.words, printed(&self.stepped(value, leaf.max).0, leaf.rounding));
        let away = self.signed(self.measure.spelt(&away, leaf, Points::clone).words, leaf);
        let each = self.signed(exact(&slope.each.value), leaf);
        let (way, does, left, stop) = match side {
            Side::Below => (
                Text::new("thấp hơn", "below"),
                Text::new("trừ", "taken"),
                Text::new("còn", "leaving"),
                Text::new(" (mức thấp nhất)", ", the least"),
            ),
            Side::Above => (
                Text::new("cao hơn", "above"),
                Text::new("cộng", "added"),
                Text::new("được", "giving"),
                Text::new(" (mức tối đa)", ", the most"),
            ),
        };
        say!(
            "{said} {way} mức {mark} là {away}, tính {counted} lần {each}: {does} {counted} × {worth} = {change} điểm, {left} {given} điểm{stop}.",
            "{said} is {away} {way} {mark}, counted as {counted} × {each}: {counted} × {worth} = {change} points {does}, {left} {given} points{stop}.",
            said = said,
            way = way,
            mark = mark,
            away = away,
            counted = counted,
            each = each,
            does = does,
            worth = exact(&worth),
            change = change,
            left = left,
            given = given,
            stop = if stepped.stopped { stop } else { Text::default() }
        )
    }
}
