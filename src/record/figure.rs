//! Figures as a record holds them: printed decimals, exact fractions, points by stage.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::assessment::Round;
use crate::points::Points;

/// Longest printed decimal that is read.
const LONGEST: usize = 200;

/// Decimal as it was printed, with a point: `84.58`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Printed(String);

impl Printed {
    /// Takes a decimal that was printed with a point; `None` for anything else.
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let number = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
        (text.len() <= LONGEST && number(whole) && number(decimals)).then_some(Self(text))
    }

    /// Takes what the program's own rounding printed.
    pub(super) const fn decimal(printed: String) -> Self {
        Self(printed)
    }

    /// Gives the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Gives the value of the decimal itself.
    pub fn as_fraction(&self) -> Option<Fraction> {
        let (whole, decimals) = self.0.split_once('.').unwrap_or((&self.0, ""));
        let points = Points::parse_fraction(&format!("{whole}{decimals}/1{}", "0".repeat(decimals.len())))?;
        Some(Fraction::of(&points))
    }
}

impl<'de> Deserialize<'de> for Printed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).ok_or_else(|| D::Error::custom("a decimal with a point was expected"))
    }
}

/// Exact value, in lowest terms: `355/113`; a whole number has no `/`.
///
/// Kept as text: most readers of a record work out a few of its many values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fraction(String);

impl Fraction {
    /// Writes an exact value.
    pub fn of(points: &Points) -> Self {
        Self(points.fraction())
    }

    /// Gives the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Works the value out.
    pub fn points(&self) -> Points {
        Points::parse_fraction(&self.0).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if Points::is_fraction(&text) { Ok(Self(text)) } else { Err(D::Error::custom("a fraction n/d was expected")) }
    }
}

/// Points by stage, as printed. Rounds are as many as the campaign has; the first two always have a key.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PointsByStage {
    /// Tự đánh giá.
    pub claimed: Option<Printed>,
    /// Computed from declared figures.
    pub computed: Option<Printed>,
    /// Accepted.
    pub accepted: Option<Printed>,
    /// Rounds of appraisal.
    pub rounds: BTreeMap<Round, Option<Printed>>,
    /// Điều tra xã hội học.
    pub survey: Option<Printed>,
}

/// Rounds that always have a key.
const ALWAYS: [Round; 2] = [Round::FIRST, Round::SECOND];

impl Serialize for PointsByStage {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("claimed", &self.claimed)?;
        map.serialize_entry("computed", &self.computed)?;
        map.serialize_entry("accepted", &self.accepted)?;
        let rounds: BTreeSet<Round> = self.rounds.keys().copied().chain(ALWAYS).collect();
        for round in rounds {
            map.serialize_entry(&round.key(), &self.rounds.get(&round).and_then(Option::as_ref))?;
        }
        map.serialize_entry("survey", &self.survey)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for PointsByStage {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(StageVisitor)
    }
}

/// Takes the keys of stages and leaves all others.
struct StageVisitor;

impl<'de> Visitor<'de> for StageVisitor {
    type Value = PointsByStage;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("points by stage")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<PointsByStage, M::Error> {
        let mut stages = PointsByStage { rounds: ALWAYS.map(|round| (round, None)).into(), ..PointsByStage::default() };
        while let Some(key) = map.next_key::<String>()? {
            match (key.as_str(), Round::of_key(&key)) {
                ("claimed", _) => stages.claimed = map.next_value()?,
                ("computed", _) => stages.computed = map.next_value()?,
                ("accepted", _) => stages.accepted = map.next_value()?,
                ("survey", _) => stages.survey = map.next_value()?,
                (_, Some(round)) => drop(stages.rounds.insert(round, map.next_value()?)),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(stages)
    }
}
