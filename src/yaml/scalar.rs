//! Scalars of the YAML language, kept exact: no number passes through binary floating point.
//!
//! Each is read from the text of the scalar as it stands in the file, quoted or not.

use std::borrow::Cow;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::points::Points;

/// Declares a scalar that is read from its text by `parse`, named in the JSON Schema by `format`.
macro_rules! scalar {
    ($(#[$doc:meta])* $name:ident($inner:ty), $format:literal, $pattern:literal, $expected:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub $inner);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?}: {}", $expected)))
            }
        }

        /// As it is written in YAML: `validator` hands a faulty value on in this form.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": ["string", "number"], "format": $format, "pattern": $pattern })
            }
        }
    };
}

scalar!(
    /// Number: `2`, `0.25`, `-1.5`. A comma is an error: in YAML it separates.
    Number(Points),
    "number",
    r"^[+-]?[0-9]+(\.[0-9]+)?$",
    "expected a number such as 0.25"
);

scalar!(
    /// Rate in points of percent: `80%`, or `80` which means the same.
    Rate(Points),
    "rate",
    r"^[0-9]+(\.[0-9]+)?%?$",
    "expected a percentage such as 80%"
);

scalar!(
    /// Day: `2018-12-31`.
    Day(Date),
    "date",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "expected a date such as 2018-12-31"
);

/// Points, or a share of the maximum, that a branch of a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Points: `1.5`.
    Points(Points),
    /// Share of the leaf's maximum, from 0 to 1: written `75%`.
    Share(Points),
}

impl Amount {
    /// Reads `1.5` or `75%`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_suffix('%') {
            Some(percent) => Points::parse(percent.trim_end())?.over(&Points::hundred()).map(Self::Share),
            None => Points::parse(text).map(Self::Points),
        }
    }

    /// Gives the points, of a leaf with this maximum.
    pub fn of(&self, max: &Points) -> Points {
        match self {
            Self::Points(points) => points.clone(),
            Self::Share(share) => share * max,
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?}: expected points such as 1.5, or a share such as 75%")))
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"], "format": "amount", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?%?$" })
    }
}

/// Bound of a step: `90`, or `90%` where the step is on a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Number; points of percent where the step is on a rate.
    pub value: Points,
    /// Whether it was written with a percent sign.
    pub percent: bool,
}

impl Bound {
    /// Reads `90` or `90%`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, percent) = text.strip_suffix('%').map_or((text, false), |number| (number.trim_end(), true));
        Points::parse(number).filter(|value| !value.is_negative()).map(|value| Self { value, percent })
    }
}

impl<'de> Deserialize<'de> for Bound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?}: expected a bound such as 90, or 90%")))
    }
}

impl JsonSchema for Bound {
    fn schema_name() -> Cow<'static, str> {
        "Bound".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number"], "format": "rate", "pattern": r"^[0-9]+(\.[0-9]+)?%?$" })
    }
}

impl Number {
    /// Reads a number from its text.
    pub fn parse(text: &str) -> Option<Self> {
        Points::parse(text).map(Self)
    }
}

impl Rate {
    /// Reads a rate from its text.
    pub fn parse(text: &str) -> Option<Self> {
        Points::parse(text.strip_suffix('%').map_or(text, str::trim_end)).filter(|rate| !rate.is_negative()).map(Self)
    }
}

impl Day {
    /// Reads a day from its text: year, month and day, without an hour.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.chars().all(|c| c.is_ascii_digit() || c == '-');
        text.parse().ok().filter(|_| digits && text.len() == "2018-12-31".len()).map(Self)
    }
}
