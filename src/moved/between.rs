//! Two results compared with each other, unit by unit.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cause, Causes, Input, Moved, What};
use crate::points::Points;
use crate::record::{Fraction, LookedAt, Printed, Record, RecordedGroup, RecordedUnit};

/// A value before and after.
type FromTo = (Option<String>, Option<String>);
/// A value as it is printed, and exactly.
type Value<'r> = (Option<&'r Printed>, Option<&'r Fraction>);

/// Lists what moved, in the order of the groups and places after. `rounded`: one result knows its values only as printed.
pub fn between(before: &Record, after: &Record, causes: &Causes, rounded: bool) -> Vec<Moved> {
    let comparison = Comparison::new(before, after, causes, rounded);
    let awards = Awards::new(before, after);
    comparison.order.iter().flat_map(|id| comparison.moved(id, &awards)).collect()
}

/// Two results, unit by unit.
struct Comparison<'r> {
    /// Ids of the units, in the order of the later result; those that it lacks after them.
    order: Vec<&'r str>,
    /// Units in both results, by id.
    pairs: BTreeMap<&'r str, Pair<'r>>,
    /// What moved the points of each unit.
    of_points: BTreeMap<&'r str, Vec<Cause>>,
    causes: &'r Causes,
}

impl<'r> Comparison<'r> {
    /// Pairs the units.
    fn new(before: &'r Record, after: &'r Record, causes: &'r Causes, rounded: bool) -> Self {
        let (mut order, mut pairs) = (Vec::new(), BTreeMap::new());
        for (record, is_later) in [(after, true), (before, false)] {
            for (group, unit) in record.groups.iter().flat_map(|group| group.units.iter().map(move |unit| (group, unit))) {
                let id = unit.id.as_str();
                let pair = pairs.entry(id).or_insert_with(|| {
                    order.push(id);
                    Pair { was: None, is: None, rounded }
                });
                *(if is_later { &mut pair.is } else { &mut pair.was }) = Some((group, unit));
            }
        }
        let mut comparison = Self { order, pairs, of_points: BTreeMap::new(), causes };
        let of_points = comparison.pairs.iter().map(|(id, pair)| (*id, comparison.of_points(id, pair)));
        comparison.of_points = of_points.collect();
        comparison
    }

    /// Gives the causes of a unit or of an award.
    fn causes_of(&self, id: &str) -> &'r [Cause] {
        self.causes.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Gives the causes of every unit of the group: of what moved without a cause of its own.
    fn causes_of_group(&self, pair: &Pair<'r>) -> Vec<Cause> {
        let units = pair.is.or(pair.was).into_iter().flat_map(|(group, _)| &group.units);
        joined(&[], units.map(|unit| self.causes_of(&unit.id)))
    }

    /// Gives the causes of what moved of a leaf or of a line.
    fn of_leaf(&self, id: &str, pair: &Pair<'r>, leaf: &str) -> Vec<Cause> {
        let own = self.causes_of(id);
        let of_it = |cause: &&Cause| cause.criterion.as_deref() == Some(leaf) && (cause.input != Input::Finding || is_of_table(cause));
        let mut because: Vec<Cause> = own.iter().filter(of_it).cloned().collect();
        if because.is_empty() {
            because = own.iter().filter(|cause| cause.criterion.is_none() && is_of_leaves(cause)).cloned().collect();
        }
        if because.is_empty() {
            because = self.causes_of_group(pair).into_iter().filter(|cause| of_it(&cause)).collect();
        }
        because
    }

    /// Gives the causes of what moved of the points and the index of a unit: those of its leaves that moved, and what is of no leaf.
    fn of_points(&self, id: &str, pair: &Pair<'r>) -> Vec<Cause> {
        let leaves: Vec<_> = pair.counted_otherwise().into_iter().map(|leaf| self.of_leaf(id, pair, leaf)).collect();
        let own: Vec<Cause> = self.causes_of(id).iter().filter(|cause| !is_typed(cause)).cloned().collect();
        let because = joined(&own, leaves.iter().map(Vec::as_slice));
        // Others move the points of a unit where a rule compares it with them.
        let moved = pair.own().iter().any(|(what, _)| *what != What::Place);
        if because.is_empty() && moved { self.causes_of_group(pair) } else { because }
    }

    /// Gives the causes of what moved the place of a unit: its own points, and those of the units that stand on its other side.
    fn of_place(&self, id: &str, pair: &Pair<'r>) -> Vec<Cause> {
        let overtaken = pair.overtaken();
        let ties =
            [pair.was, pair.is].into_iter().flatten().any(|(group, _)| group.rules.get("tie_breaks").is_some_and(|by| !by.is_empty()));
        // What breaks ties may be what is claimed, which moves no official points.
        let of = |id: &str| if ties { self.causes_of(id) } else { self.of_points.get(id).map(Vec::as_slice).unwrap_or_default() };
        joined(of(id), overtaken.into_iter().map(of))
    }

    /// Lists what moved of a unit: its own figures, its leaves, its awards.
    fn moved(&self, id: &str, awards: &Awards<'_>) -> Vec<Moved> {
        let Some(pair) = self.pairs.get(id) else { return Vec::new() };
        let of_unit = |what: What, id_of: Option<&str>, (from, to): FromTo, because: Vec<Cause>| Moved {
            unit: id.to_owned(),
            what,
            id: id_of.map(str::to_owned),
            from,
            to,
            shared: (what == What::Place).then(|| pair.shared()),
            because,
        };
        let moving = |because: Vec<Cause>, what: What, values: &FromTo, award: Option<&str>| {
            let looks = award.and_then(|award| awards.looks.get(award));
            let owner = |cause: &Cause| self.pairs.get(cause.unit.as_deref().unwrap_or(id));
            let matters = |cause: &Cause| looks.is_none_or(|looks| matters(cause, looks, owner(cause)));
            let could = |cause: &Cause| could_move(cause, what, values, award) && matters(cause);
            because.into_iter().filter(could).collect::<Vec<_>>()
        };
        let mut moved = Vec::new();
        for (what, values) in pair.own() {
            let because = if what == What::Place { self.of_place(id, pair) } else { self.of_points.get(id).cloned().unwrap_or_default() };
            let because = moving(because, what, &values, None);
            moved.push(of_unit(what, None, values, because));
        }
        for (leaf, values) in pair.leaves() {
            let because = self.of_leaf(id, pair, leaf);
            moved.push(of_unit(What::Points, Some(leaf), values, because));
        }
        for (award, values) in awards.of(id) {
            // What came of awards that this one looks at moved it, too.
            let of_awards = awards.behind(award);
            let units: BTreeSet<&str> = of_awards.iter().flat_map(|award| awards.changed(award)).filter(|other| *other != id).collect();
            let others = units.into_iter().map(|other| self.causes_of(other));
            let because = joined(self.causes_of(id), of_awards.iter().map(|award| self.causes_of(award)).chain(others));
            let because = moving(because, What::Award, &values, Some(award));
            moved.push(of_unit(What::Award, Some(award), values, because));
        }
        moved
    }
}

/// A unit in both results, as far as it is in them.
#[derive(Clone, Copy)]
struct Pair<'r> {
    was: Option<(&'r RecordedGroup, &'r RecordedUnit)>,
    is: Option<(&'r RecordedGroup, &'r RecordedUnit)>,
    rounded: bool,
}

impl<'r> Pair<'r> {
    /// Lists what moved of the unit as a whole.
    fn own(&self) -> Vec<(What, FromTo)> {
        let both =
            |of: fn(&RecordedUnit) -> Option<String>| (self.was.and_then(|(_, unit)| of(unit)), self.is.and_then(|(_, unit)| of(unit)));
        let exact = |printed: fn(&RecordedUnit) -> Option<&Printed>, exact: fn(&RecordedUnit) -> Option<&Fraction>| {
            let of = |unit: Option<(&'r RecordedGroup, &'r RecordedUnit)>| unit.map(|(_, unit)| (printed(unit), exact(unit)));
            self.values(of(self.was), of(self.is))
        };
        let values = [
            (What::Points, exact(|unit| unit.points.as_ref(), |unit| unit.exact.points.as_ref())),
            (What::Index, exact(|unit| unit.index.as_ref(), |unit| unit.exact.index.as_ref())),
            (What::Place, both(|unit| unit.place.map(|place| place.to_string()))),
            (What::Grade, both(|unit| unit.grade.clone())),
        ];
        let [was, is] = self.shared();
        // A place that is shared now is another one.
        let moved = |what: What, (from, to): &FromTo| from != to || what == What::Place && was != is;
        values.into_iter().filter(|(what, values)| moved(*what, values)).collect()
    }

    /// Tells whether its place is shared, before and after.
    fn shared(&self) -> [bool; 2] {
        [self.was, self.is].map(|unit| unit.is_some_and(|(_, unit)| unit.place.is_some() && unit.tied))
    }

    /// Tells whether its points moved.
    fn points_moved(&self) -> bool {
        self.own().iter().any(|(what, _)| *what == What::Points)
    }

    /// Tells whether it lost other points for being late.
    fn lateness_moved(&self) -> bool {
        let [was, is] = [self.was, self.is].map(|unit| unit.and_then(|(_, unit)| unit.receipt.as_ref()?.points.as_ref()));
        was != is
    }

    /// Gives two values where they differ: as printed, or exactly where both print alike.
    fn values(&self, was: Option<Value<'_>>, is: Option<Value<'_>>) -> FromTo {
        let printed = |value: Option<Value<'_>>| value.and_then(|(printed, _)| Some(printed?.as_str().to_owned()));
        let exact = |value: Option<Value<'_>>| value.and_then(|(_, exact)| Some(exact?.as_str().to_owned()));
        // The same number with other decimals did not move.
        let decimal = |value: Option<Value<'_>>| value.and_then(|(printed, _)| Points::parse(printed?.as_str()));
        if exact(was) == exact(is) && decimal(was).is_some() && decimal(was) == decimal(is) {
            return (printed(was), printed(was));
        }
        let alike = printed(was) == printed(is);
        if alike && !self.rounded { (exact(was), exact(is)) } else { (printed(was), printed(is)) }
    }

    /// Lists the leaves and lines whose official points differ.
    fn leaves(&self) -> Vec<(&'r str, FromTo)> {
        let (was, is) = (values_of_leaves(self.was), values_of_leaves(self.is));
        let ids: BTreeSet<_> = was.keys().chain(is.keys()).copied().collect();
        let pairs = ids.into_iter().map(|id| (id, self.values(was.get(id).copied(), is.get(id).copied())));
        pairs.filter(|(_, (from, to))| from != to).collect()
    }

    /// Lists the leaves and lines that move the index: by their points, by a penalty beside them, or by what applies of them.
    fn counted_otherwise(&self) -> BTreeSet<&'r str> {
        let moved = self.leaves().into_iter().map(|(id, _)| id);
        let units = [self.was, self.is].map(|unit| unit.map(|(_, unit)| unit));
        let of = |unit: Option<&'r RecordedUnit>| {
            let lines = unit.into_iter().flat_map(|unit| &unit.adjustments);
            let lines = lines.map(|line| ((line.id.as_str(), line.sign.as_str()), line.official.as_ref().map(Printed::as_str)));
            let leaves = unit.into_iter().flat_map(|unit| &unit.criteria);
            lines.chain(leaves.map(|leaf| ((leaf.id.as_str(), ""), Some(leaf.applicable_max.as_str())))).collect::<BTreeSet<_>>()
        };
        let [was, is] = units.map(of);
        let other = was.symmetric_difference(&is).map(|((id, _), _)| *id);
        moved.chain(other).collect()
    }

    /// Lists the units of the group that stand on the other side of this one than before.
    fn overtaken(&self) -> Vec<&'r str> {
        let (Some((was, before)), Some((is, after))) = (self.was, self.is) else {
            return Vec::new();
        };
        let side = |own: &RecordedUnit, other: Option<&RecordedUnit>| Some(own.place?.cmp(&other?.place?));
        let others = is.units.iter().chain(was.units.iter().filter(|unit| is.units.iter().all(|one| one.id != unit.id)));
        let find = |group: &'r RecordedGroup, id: &str| group.units.iter().find(|unit| unit.id == id);
        let moved = others.filter(|other| side(before, find(was, &other.id)) != side(after, find(is, &other.id)));
        moved.map(|unit| unit.id.as_str()).filter(|id| *id != after.id).collect()
    }
}

/// Tells whether a cause could have moved something as it did.
fn could_move(cause: &Cause, what: What, (from, to): &FromTo, award: Option<&str>) -> bool {
    let is_award = what == What::Award;
    match &cause.input {
        Input::Key(key) if key == "grades" => what == What::Grade || is_award,
        Input::Key(key) if key == "tie_breaks" => is_award || what == What::Place,
        Input::Previous => is_award || what == What::Place,
        Input::Finding => is_award || what == What::Place || is_of_table(cause),
        Input::Flags => is_award,
        Input::Group => is_award || matches!(what, What::Place | What::Grade),
        Input::Ranked => is_award || matches!(what, What::Place | What::Grade),
        Input::Award(id, key) if key == "quota" && award == Some(id.as_str()) => {
            let number = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<usize>().ok());
            let grows = number(&cause.from).zip(number(&cause.to)).map(|(from, to)| to > from);
            // A larger quota takes an award from nobody, and a smaller one gives it to nobody.
            let gains = to.is_some() && from.as_deref() != Some("chosen");
            grows.is_none_or(|grows| grows == gains)
        }
        Input::Award(..) => is_award,
        _ => true,
    }
}

/// Tells whether a cause is something that an award looks at, or moved the points of the unit whose input it is.
fn matters(cause: &Cause, looks: &BTreeSet<&str>, owner: Option<&Pair<'_>>) -> bool {
    let any = |whats: &[&str]| whats.iter().any(|what| looks.contains(what));
    match &cause.input {
        Input::Previous => any(&["progress"]),
        Input::Received | Input::Deadline => any(&["in_time"]) || owner.is_none_or(Pair::lateness_moved),
        Input::Flags => any(&["flag"]),
        Input::Finding => any(&["open_errors", "findings"]) || (is_of_table(cause) && owner.is_none_or(Pair::points_moved)),
        Input::Key(key) if key == "severities" => any(&["open_errors", "findings"]),
        _ => true,
    }
}

/// Tells whether a finding is of a table or a form in which points stand: points that can't be taken from there move what counts.
fn is_of_table(cause: &Cause) -> bool {
    let code = cause.to.as_deref().or(cause.from.as_deref()).unwrap_or_default();
    cause.criterion.is_some() && (code.starts_with('A') || code.starts_with('S'))
}

/// Tells whether a cause without a criterion may move points of leaves.
const fn is_of_leaves(cause: &Cause) -> bool {
    !matches!(
        cause.input,
        Input::Finding
            | Input::Received
            | Input::Deadline
            | Input::Previous
            | Input::Flags
            | Input::Ranked
            | Input::Group
            | Input::Award(..)
    )
}

/// Tells whether a cause is what somebody typed of a leaf or of a line: it moves what the leaf moves.
const fn is_typed(cause: &Cause) -> bool {
    matches!(
        cause.input,
        Input::Figure(_)
            | Input::Claim
            | Input::Document
            | Input::Explanation
            | Input::Evidence
            | Input::Stage(_)
            | Input::Applies
            | Input::Line
    )
}

/// Joins causes, each once.
fn joined<'c>(own: &'c [Cause], others: impl Iterator<Item = &'c [Cause]>) -> Vec<Cause> {
    let mut seen = BTreeSet::new();
    let all = own.iter().chain(others.flatten());
    all.filter(|cause| seen.insert((*cause).clone())).cloned().collect()
}

/// Gives the official points of leaves and lines, printed and exact.
fn values_of_leaves<'r>(unit: Option<(&'r RecordedGroup, &'r RecordedUnit)>) -> BTreeMap<&'r str, Value<'r>> {
    let Some((_, unit)) = unit else { return BTreeMap::new() };
    let below = unit.criteria.iter().skip(1).map(|next| next.depth).chain(std::iter::once(0));
    let leaves = unit.criteria.iter().zip(below).filter(|(criterion, next)| *next <= criterion.depth);
    let leaves = leaves.map(|(leaf, _)| (leaf.id.as_str(), (leaf.official.as_ref(), leaf.exact.official.as_ref())));
    // A penalty beside a leaf has the leaf's id: the leaf itself stands.
    let lines = unit.adjustments.iter().map(|line| (line.id.as_str(), (line.official.as_ref(), line.exact.as_ref())));
    lines.chain(leaves).collect()
}

/// Who is proposed for what, before and after.
struct Awards<'r> {
    ids: Vec<&'r str>,
    was: BTreeMap<(&'r str, &'r str), &'static str>,
    is: BTreeMap<(&'r str, &'r str), &'static str>,
    /// Awards that conditions of each look at.
    asked: BTreeMap<&'r str, BTreeSet<&'r str>>,
    /// What conditions and order of each award look at, by their keys; nothing for awards that don't say it.
    looks: BTreeMap<&'r str, BTreeSet<&'r str>>,
}

impl<'r> Awards<'r> {
    fn new(before: &'r Record, after: &'r Record) -> Self {
        let of = |record: &'r Record| {
            let award = record.awards.iter().flat_map(|award| {
                let chosen = award.chosen.iter().map(|unit| (unit, "chosen"));
                let tied = award.tied_at_edge.iter().map(|unit| (unit, "tied_at_edge"));
                chosen.chain(tied).map(|(unit, standing)| ((award.id.as_str(), unit.as_str()), standing))
            });
            award.collect::<BTreeMap<_, _>>()
        };
        let mut ids: Vec<&str> = after.awards.iter().map(|award| award.id.as_str()).collect();
        ids.extend(before.awards.iter().map(|award| award.id.as_str()).filter(|id| after.awards.iter().all(|award| award.id != *id)));
        let mut asked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for award in before.awards.iter().chain(&after.awards) {
            let conditions = award.considered.iter().flat_map(|one| one.conditions.iter().flatten());
            let named = conditions.flat_map(|one| if let LookedAt::OtherAwards(awards) = one.looked_at() { awards } else { Vec::new() });
            asked.entry(&award.id).or_default().extend(named);
        }
        let mut looks: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for award in before.awards.iter().chain(&after.awards).filter(|award| !award.rule.is_empty()) {
            let conditions = award.considered.iter().flat_map(|one| one.conditions.iter().flatten()).map(|one| one.what.as_str());
            let order = award.rule.get("order").map(String::as_str).unwrap_or_default();
            let order = order.split([';', ',', ' ']).filter(|word| !word.is_empty());
            looks.entry(&award.id).or_default().extend(conditions.chain(order));
        }
        Self { ids, was: of(before), is: of(after), asked, looks }
    }

    /// Lists the awards of a unit that moved.
    fn of(&self, unit: &str) -> Vec<(&'r str, FromTo)> {
        let value = |list: &BTreeMap<(&str, &str), &'static str>, award| list.get(&(award, unit)).map(|standing| (*standing).to_owned());
        let pairs = self.ids.iter().map(|award| (*award, (value(&self.was, *award), value(&self.is, *award))));
        pairs.filter(|(_, (from, to))| from != to).collect()
    }

    /// Lists an award with all that its conditions look at, and theirs.
    fn behind<'a>(&'a self, award: &'a str) -> Vec<&'a str> {
        let mut all = vec![award];
        let mut at = 0;
        while let Some(next) = all.get(at).copied() {
            let more: Vec<&str> = self.asked.get(next).into_iter().flatten().copied().filter(|id| !all.contains(id)).collect();
            all.extend(more);
            at += 1;
        }
        all
    }

    /// Lists the units whose standing for an award moved.
    fn changed(&self, award: &str) -> BTreeSet<&'r str> {
        let both = self.was.keys().chain(self.is.keys()).filter(|key| key.0 == award);
        both.filter(|key| self.was.get(*key) != self.is.get(*key)).map(|key| key.1).collect()
    }
}
