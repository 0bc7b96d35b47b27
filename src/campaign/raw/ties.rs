//! What decides between equal indexes, as it is written: the id of a criterion, or what is looked at.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Tie-break of a group.
#[derive(Debug, Clone)]
pub enum RawTieBreak {
    /// Points of a criterion.
    Criterion(String),
    /// What is looked at.
    By(RawTieOrder),
}

/// Điều xét khi bằng chỉ số. / What is looked at between equal indexes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTieOrder {
    /// Theo gì; cao hơn đứng trước, riêng tự chấm vượt và lỗi, phát hiện thì ít hơn đứng trước. / By what: more comes first, but of over-claims, errors and findings less.
    pub by: RawTieBy,
    /// Tiêu chí, lĩnh vực, khi theo `criterion_points`, `criterion_index`. / Criterion or area of `criterion_points`, `criterion_index`.
    pub id: Option<String>,
    /// Bước, khi theo stage: `claimed`, `computed`, `accepted`, `appraised_1`, …. / Stage of `stage`.
    pub stage: Option<String>,
    /// Mã phát hiện, khi theo findings. / Codes of findings.
    #[serde(default)]
    pub codes: Vec<String>,
}

/// Điều xét khi bằng chỉ số. / What is looked at between equal indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawTieBy {
    /// Điểm chính thức của một tiêu chí, lĩnh vực, dòng điểm thưởng, điểm trừ. / Official points of a criterion, an area, a bonus or a penalty.
    CriterionPoints,
    /// Chỉ số của một tiêu chí, lĩnh vực. / Index of a criterion or an area.
    CriterionIndex,
    /// Tổng điểm của một bước. / Total of a stage.
    Stage,
    /// Điểm điều tra xã hội học. / Points of the survey.
    Survey,
    /// Mức tăng chỉ số so với năm trước. / Rise of the index on last year.
    Progress,
    /// Tự chấm vượt, có bù trừ. / Over-claim, net.
    OverClaimNet,
    /// Tự chấm vượt, chỉ phần cao hơn. / Over-claim, its positive part.
    OverClaimPositive,
    /// Số lỗi chưa khắc phục. / Open errors.
    OpenErrors,
    /// Số phát hiện có mã nêu ở codes. / Findings of the codes named.
    Findings,
}

impl<'de> Deserialize<'de> for RawTieBreak {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawTieBreak;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a criterion in quotes, or a mapping with by")
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<RawTieBreak, E> {
                Ok(RawTieBreak::Criterion(id.to_owned()))
            }

            fn visit_u64<E: Error>(self, id: u64) -> Result<RawTieBreak, E> {
                Ok(RawTieBreak::Criterion(id.to_string()))
            }

            fn visit_i64<E: Error>(self, id: i64) -> Result<RawTieBreak, E> {
                Ok(RawTieBreak::Criterion(id.to_string()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawTieBreak, A::Error> {
                RawTieOrder::deserialize(MapAccessDeserializer::new(map)).map(RawTieBreak::By)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for RawTieBreak {
    fn schema_name() -> Cow<'static, str> {
        "RawTieBreak".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let order = generator.subschema_for::<RawTieOrder>();
        json_schema!({ "anyOf": [{ "type": "string" }, order] })
    }
}
