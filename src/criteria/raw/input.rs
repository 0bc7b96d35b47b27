//! Inputs as they are written: a cell of its own, or a figure of the set.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use validator::{Validate, ValidationErrors};

use super::choices::RawKind;
use super::fields::input_id;
use crate::yaml::Day;

/// Số liệu kê khai: một ô để điền. / Input: a cell to fill in.
#[derive(Debug, Clone, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RawInput {
    /// Mã, chữ thường không dấu. / Id, plain lower-case letters.
    #[validate(custom(function = "input_id"))]
    pub id: String,
    /// Loại số liệu. / Kind.
    pub kind: RawKind,
    /// Nội dung hỏi, đúng lời quyết định. / What it asks, in the words of the decision.
    #[validate(length(min = 1))]
    pub label: String,
    /// Đơn vị tính. / Unit of measure.
    pub measure: Option<String>,
    /// Với loại date: ngày sớm nhất được nhận; mặc định 10 năm trước kỳ đánh giá. / For kind date: first day allowed; default 10 years before the days that are scored.
    pub earliest: Option<Day>,
    /// Với loại date: ngày muộn nhất được nhận; mặc định 2 năm sau kỳ đánh giá. / For kind date: last day allowed; default 2 years after the days that are scored.
    pub latest: Option<Day>,
}

/// Số liệu của tiêu chí: ô riêng, hoặc số liệu dùng chung của bộ. / Input of a criterion: a cell of its own, or a figure of the set.
#[derive(Debug, Clone)]
pub enum RawAsk {
    /// A cell of its own.
    Own(RawInput),
    /// A figure of the set.
    Shared(RawShared),
}

/// Số liệu dùng chung. / Figure of the set.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawShared {
    /// Mã của số liệu trong “figures” của bộ tiêu chí. / Id among the “figures” of the set.
    pub figure: String,
}

impl<'de> Deserialize<'de> for RawAsk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Asks;
        impl<'de> Visitor<'de> for Asks {
            type Value = RawAsk;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an input, or a figure of the set")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawAsk, A::Error> {
                let first = map.next_key::<String>()?;
                let shared = first.as_deref() == Some("figure");
                let all = MapAccessDeserializer::new(Again { first, map });
                if shared { RawShared::deserialize(all).map(RawAsk::Shared) } else { RawInput::deserialize(all).map(RawAsk::Own) }
            }
        }
        deserializer.deserialize_map(Asks)
    }
}

/// A mapping of which the first key was read already.
struct Again<A> {
    first: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Again<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(key) => seed.deserialize(StringDeserializer::<A::Error>::new(key)).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl JsonSchema for RawAsk {
    fn schema_name() -> Cow<'static, str> {
        "RawAsk".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (own, shared) = (generator.subschema_for::<RawInput>(), generator.subschema_for::<RawShared>());
        json_schema!({
            "description": "Ô số liệu riêng, hoặc số liệu dùng chung của bộ. / A cell of its own, or a figure of the set.",
            "anyOf": [own, shared]
        })
    }
}

impl Validate for RawAsk {
    fn validate(&self) -> Result<(), ValidationErrors> {
        match self {
            Self::Own(input) => input.validate(),
            Self::Shared(_) => Ok(()),
        }
    }
}
