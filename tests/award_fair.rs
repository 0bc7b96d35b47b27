//! What holds of every award, whatever it asks and whomever it keeps places for: random campaigns of fixed seeds.

use std::collections::{BTreeMap, BTreeSet};

use parindex::award::{AwardRule, Condition, Considered, Measure, Quota, Shortlist};
use parindex::figure::UnitId;

use crate::award::{at_least, at_most, award, told};
use crate::ranking::points;
use crate::rules::dice::Dice;

/// Unit that is drawn: its group, its index and its points of criterion 1, which is also the tie-break of groups.
#[derive(Clone, Debug)]
struct Drawn {
    id: String,
    group: &'static str,
    index: u64,
    first: u64,
}

impl Drawn {
    /// Tells whether it sent something.
    fn sent(&self) -> bool {
        !self.id.starts_with('-')
    }

    /// Gives what an award compares, the most important first.
    fn keys(&self, rule: &AwardRule) -> Vec<u64> {
        let key = |by: &Measure| if *by == Measure::CriterionPoints("1".into()) { self.first } else { self.index };
        if rule.order.is_empty() { vec![self.index] } else { rule.order.iter().map(key).collect() }
    }

    /// Tells whether it stands before another for an award: by its order, or by place in their group.
    fn stands_before(&self, other: &Self, rule: &AwardRule) -> bool {
        let (one, two) = (self.keys(rule), other.keys(rule));
        one > two || (one == two && self.group == other.group && (self.index, self.first) > (other.index, other.first))
    }
}

/// Draws units of three groups, many of them equal, some of which sent nothing.
fn units(dice: &mut Dice) -> Vec<Drawn> {
    let unit = |n: u64, dice: &mut Dice| {
        let name = char::from(b'a' + u8::try_from(n).unwrap());
        let id = if dice.one_in(8) { format!("-{name}") } else { name.to_string() };
        let group = ["A", "B", "C"][usize::try_from(dice.throw(3)).unwrap()];
        Drawn { id, group, index: 60 + 5 * dice.throw(8), first: dice.throw(3) }
    };
    (0..dice.throw(9) + 2).map(|n| unit(n, dice)).collect()
}

/// Draws an award; those before it may exclude from it.
fn rule(dice: &mut Dice, id: &str, before: &[AwardRule], units: &[Drawn]) -> AwardRule {
    let groups: Vec<&str> = ["A", "B", "C"].into_iter().filter(|_| !dice.one_in(4)).collect();
    let groups = if groups.is_empty() { vec!["A", "B"] } else { groups };
    let small = |dice: &mut Dice, most: u64| usize::try_from(dice.throw(most)).unwrap();
    let mut rule = award(id, &groups, 1 + small(dice, 5));
    if dice.one_in(3) {
        let share = points(&(5 + 5 * dice.throw(13)).to_string()).over(&points("100")).unwrap();
        rule.quota = Quota::Share { share, up: dice.one_in(2) };
    }
    rule.per_group = dice.one_in(4);
    if !rule.per_group && dice.one_in(2) {
        // A group may come twice.
        let entry = |dice: &mut Dice| (groups[small(dice, u64::try_from(groups.len()).unwrap())].into(), 1 + small(dice, 2));
        rule.reserved = (0..=dice.throw(3)).map(|_| entry(dice)).collect();
    }
    let first = Measure::CriterionPoints("1".into());
    rule.order = match dice.throw(5) {
        0 => vec![first],
        1 => vec![first, Measure::Index],
        2 => vec![Measure::Points],
        _ => Vec::new(),
    };
    match dice.throw(4) {
        0 => rule.conditions.push(at_least(Measure::Index, "75")),
        1 => rule.conditions.push(at_most(Measure::Place, "2")),
        _ => {}
    }
    if !before.is_empty() && !dice.one_in(3) {
        let others = before.iter().filter(|_| !dice.one_in(3)).map(|other| other.id.clone());
        rule.conditions.push(Condition::NotProposed(others.collect()));
    }
    if dice.one_in(3) {
        let unit = &units[small(dice, u64::try_from(units.len()).unwrap())];
        rule.excluded.push((unit.id.as_str().into(), "đang bị thanh tra".into()));
    }
    rule
}

/// Decides the awards on the units.
fn decide(rules: &[AwardRule], units: &[Drawn]) -> (Vec<Shortlist>, Vec<&'static str>) {
    let named: Vec<(String, String)> =
        units.iter().map(|unit| (format!("{}@{}", unit.id, unit.group), format!("{}+{}", unit.index, unit.first))).collect();
    let named: Vec<(&str, &str)> = named.iter().map(|(name, index)| (name.as_str(), index.as_str())).collect();
    let (lists, findings) = told(rules, &named);
    (lists, findings.iter().map(|finding| finding.code.id).collect())
}

/// Who is chosen, and who is equal at the edge, for each award.
fn came(lists: &[Shortlist]) -> Vec<(BTreeSet<UnitId>, BTreeSet<UnitId>)> {
    let set = |units: &[UnitId]| units.iter().cloned().collect::<BTreeSet<_>>();
    lists.iter().map(|list| (set(&list.chosen), set(&list.tied_at_edge))).collect()
}

/// Checks an award of a scope: all of its groups, or one that has a quota for itself.
fn check_scope(list: &Shortlist, units: &BTreeMap<&str, &Drawn>, scope: &[&Considered], context: &dyn Fn() -> String) {
    let rule = &list.award;
    let of = |one: &Considered| units[one.unit.as_str()];
    let ranked = scope.iter().filter(|one| of(one).sent()).count();
    let quota = rule.quota.places(ranked);
    let (chosen, rest): (Vec<&Considered>, Vec<&Considered>) = scope.iter().copied().partition(|one| one.chosen);
    let (tied, passed): (Vec<&Considered>, Vec<&Considered>) = rest.into_iter().partition(|one| list.tied_at_edge.contains(&one.unit));
    let passed: Vec<&Considered> = passed.into_iter().filter(|one| one.eligible).collect();
    assert!(chosen.len() <= quota, "more than the quota: {}", context());
    let left = quota - chosen.len();
    // A tie is of more units than there are places left, and whoever meets the conditions has one that nobody else needs.
    assert!(tied.is_empty() || (0 < left && left < tied.len()), "no tie at the edge: {}", context());
    assert!(!tied.is_empty() || left == 0 || passed.is_empty(), "passed over beside free places: {}", context());
    // Nobody is passed over for one that stands behind, but for places that are kept for that one's group.
    let is_kept = |one: &Considered| rule.reserved.iter().any(|(group, _)| group.as_str() == of(one).group);
    for lost in &passed {
        for won in chosen.iter().chain(&tied) {
            let own = of(won).group == of(lost).group;
            assert!(!((own || !is_kept(won)) && of(lost).stands_before(of(won), rule)), "{} before {}: {}", lost.unit, won.unit, context());
        }
    }
    // Places that are kept go to the group as long as it has units for them.
    let kept: usize = rule.reserved.iter().map(|(_, places)| places).sum();
    if kept <= quota {
        for group in rule.reserved.iter().map(|(group, _)| group) {
            let places: usize = rule.reserved.iter().filter(|(other, _)| other == group).map(|(_, places)| places).sum();
            let count = |list: &[&Considered]| list.iter().filter(|one| of(one).group == group.as_str()).count();
            let (won, waiting, lost) = (count(&chosen), count(&tied), count(&passed));
            assert!(won + waiting >= places.min(won + waiting + lost), "{group} lacks its places: {}", context());
        }
    }
    check_sentences(list, (&chosen, &tied, &passed), quota, units, context);
}

/// Checks that what units read is true.
fn check_sentences(
    list: &Shortlist,
    (chosen, tied, passed): (&[&Considered], &[&Considered], &[&Considered]),
    quota: usize,
    units: &BTreeMap<&str, &Drawn>,
    context: &dyn Fn() -> String,
) {
    let reasons = |one: &Considered| one.reasons.iter().map(|reason| reason.vi.clone()).collect::<Vec<_>>().join("\n");
    for one in chosen {
        assert!(reasons(one).contains("Đề nghị khen thưởng") && one.behind.is_none() && one.missing.is_empty(), "{}", context());
    }
    for one in tied {
        let own = units[one.unit.as_str()].keys(&list.award);
        assert!(one.behind.is_none() && one.missing.is_empty(), "{} lacks something: {}", one.unit, context());
        for said in one.notes.iter().filter(|note| note.vi.contains("chưa phân định được")) {
            assert_eq!(said.vi.starts_with("Bằng chỉ số,"), list.award.order.is_empty(), "{}: {}", said.vi, context());
            for other in units.values().filter(|other| said.vi.contains(&format!("“Sở {}”", other.id))) {
                assert_eq!(other.keys(&list.award), own, "{}: {}", said.vi, context());
            }
        }
    }
    for one in passed {
        let said = reasons(one);
        assert!(said.contains("Đủ điều kiện") && !said.contains("đã hết 0 chỉ tiêu"), "{said}: {}", context());
        assert_eq!(said.contains("chưa đủ một chỉ tiêu"), quota == 0, "{said}: {}", context());
    }
}

#[test]
fn every_award_is_fair_to_everybody() {
    let mut dice = Dice::new(2027);
    for round in 0..500 {
        let units = units(&mut dice);
        let mut rules: Vec<AwardRule> = Vec::new();
        for n in 0..=dice.throw(3) {
            rules.push(rule(&mut dice, &n.to_string(), &rules, &units));
        }
        let (lists, codes) = decide(&rules, &units);
        let by_id: BTreeMap<&str, &Drawn> = units.iter().map(|unit| (unit.id.as_str(), unit)).collect();
        for (n, list) in lists.iter().enumerate() {
            let context = &|| format!("round {round}, award {n}: {units:?} {list:?}");
            let (rule, unique) = (&list.award, |ids: &[UnitId]| ids.iter().collect::<BTreeSet<_>>().len() == ids.len());
            assert!(unique(&list.chosen) && unique(&list.tied_at_edge), "somebody is chosen twice: {}", context());
            let open: BTreeSet<&str> =
                units.iter().filter(|unit| rule.groups.contains(&unit.group.into())).map(|unit| unit.id.as_str()).collect();
            let considered: Vec<&str> = list.considered.iter().map(|one| one.unit.as_str()).collect();
            assert!(considered.len() == open.len() && considered.iter().all(|unit| open.contains(unit)), "{}", context());
            for one in &list.considered {
                let chosen = list.chosen.contains(&one.unit);
                assert!(one.chosen == chosen && !one.reasons.is_empty(), "{}", context());
                if chosen || list.tied_at_edge.contains(&one.unit) {
                    let left_out = rule.excluded.iter().any(|(unit, _)| *unit == one.unit);
                    let before = lists.iter().take(n).filter(|other| rule.is_excluded_by(&other.award.id));
                    let has = before.flat_map(|other| &other.chosen).any(|unit| *unit == one.unit);
                    assert!(one.eligible && by_id[one.unit.as_str()].sent() && !left_out && !has, "{}: {}", one.unit, context());
                }
            }
            let all = |group: Option<&str>| -> Vec<&Considered> {
                let within = |one: &&Considered| group.is_none_or(|group| by_id[one.unit.as_str()].group == group);
                list.considered.iter().filter(within).collect()
            };
            let scopes: Vec<Option<&str>> =
                if rule.per_group { rule.groups.iter().map(|group| Some(group.as_str())).collect() } else { vec![None] };
            let mut quota = 0;
            for scope in scopes {
                let scope = all(scope);
                quota += rule.quota.places(scope.iter().filter(|one| by_id[one.unit.as_str()].sent()).count());
                check_scope(list, &by_id, &scope, context);
            }
            assert_eq!(list.quota, quota, "{}", context());
        }
        assert_eq!(codes.contains(&"W001"), lists.iter().any(|list| !list.tied_at_edge.is_empty()), "{round}");
        // The order of the units in the campaign changes nothing.
        let turned: Vec<Drawn> = units.iter().rev().cloned().collect();
        assert_eq!(came(&decide(&rules, &turned).0), came(&lists), "{round} {units:#?} {rules:#?}");
        // A last award, of nobody's, changes none before it.
        assert_eq!(came(&decide(&rules[..rules.len() - 1], &units).0), came(&lists)[..lists.len() - 1], "{round}");
    }
}
