//! Grades as they are written: scales that the campaign defines once, and those of a group.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use validator::{Validate, ValidationErrors};

use crate::yaml::Number;

/// Bảng xếp loại dùng chung. / Scale of grades that groups name.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawScale {
    /// Mã, các khối ghi ở `grades`. / Id, which groups give as their `grades`.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Các mức, từ cao xuống thấp. / Grades from the best down.
    #[validate(nested)]
    pub bands: Vec<RawGrade>,
}

/// Mức xếp loại. / Grade.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawGrade {
    /// Tên mức: Tốt. / Name.
    #[validate(length(min = 1, max = 60))]
    pub name: String,
    /// Chỉ số (đã làm tròn) thấp nhất được mức này. / Least printed index.
    pub from: Number,
}

/// Grades of a group.
#[derive(Debug, Clone)]
pub enum RawGrades {
    /// Those of a scale of the campaign.
    Named(String),
    /// Its own.
    Own(Vec<RawGrade>),
}

impl RawGrades {
    /// Gives the grades; none where the campaign has no scale of this id.
    pub fn bands<'a>(&'a self, scales: &'a [RawScale]) -> &'a [RawGrade] {
        match self {
            Self::Own(grades) => grades,
            Self::Named(id) => scales.iter().find(|scale| scale.id == *id).map(|scale| scale.bands.as_slice()).unwrap_or_default(),
        }
    }
}

impl Default for RawGrades {
    fn default() -> Self {
        Self::Own(Vec::new())
    }
}

impl<'de> Deserialize<'de> for RawGrades {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawGrades;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a scale, or a list of grades")
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<RawGrades, E> {
                Ok(RawGrades::Named(id.to_owned()))
            }

            fn visit_u64<E: Error>(self, id: u64) -> Result<RawGrades, E> {
                Ok(RawGrades::Named(id.to_string()))
            }

            fn visit_i64<E: Error>(self, id: i64) -> Result<RawGrades, E> {
                Ok(RawGrades::Named(id.to_string()))
            }

            fn visit_unit<E: Error>(self) -> Result<RawGrades, E> {
                Ok(RawGrades::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawGrades, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(RawGrades::Own)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for RawGrades {
    fn schema_name() -> Cow<'static, str> {
        "RawGrades".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let grades = generator.subschema_for::<Vec<RawGrade>>();
        json_schema!({ "anyOf": [{ "type": "string" }, grades] })
    }
}

impl Validate for RawGrades {
    fn validate(&self) -> Result<(), ValidationErrors> {
        match self {
            Self::Named(_) => Ok(()),
            Self::Own(grades) => grades.validate(),
        }
    }
}
