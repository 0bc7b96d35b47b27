//! `cases.yaml` as it is written. What stands under `given` and `expect` depends on the set: it is read from the tree.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::IgnoredAny;
use validator::{Validate, ValidationErrors};

/// Các ví dụ. / Cases.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RawCases(Vec<RawCase>);

impl RawCases {
    /// Counts the cases.
    pub const fn count(&self) -> usize {
        self.0.len()
    }
}

/// Nothing can be said of single fields without the set.
impl Validate for RawCases {
    fn validate(&self) -> Result<(), ValidationErrors> {
        Ok(())
    }
}

/// Một câu của quyết định, tính sẵn. / A sentence of the decision, worked out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCase {
    /// Câu nói rõ ví dụ này. / What the case says, as a sentence.
    #[serde(rename = "name")]
    _name: String,
    /// Số liệu đơn vị kê khai, theo mã tiêu chí rồi mã số liệu; thêm claimed, evidence, explanation, `not_applicable`. / What a unit declares, by criterion and input; also claimed, evidence, explanation, `not_applicable`.
    #[serde(rename = "given")]
    _given: Given,
    /// Điểm phải tính ra, theo mã tiêu chí: một số, `not_applicable`, nothing, hoặc computed, accepted, penalty, findings; `total` nói về cả bộ tiêu chí, `checks` về điều phải đúng giữa các số liệu. / Points that it must come to, by criterion: a number, `not_applicable`, nothing, or computed, accepted, penalty, findings; `total` is the whole set, `checks` are what must hold between figures.
    #[serde(rename = "expect")]
    _expect: Expect,
}

/// Declares a part of a case that is kept in the tree, with the schema that it is compared with.
macro_rules! kept {
    ($name:ident, $schema:tt) => {
        #[derive(Debug, Deserialize)]
        struct $name(IgnoredAny);

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

kept!(Given, {
    "description": "Theo mã tiêu chí. / By the id of the criterion.",
    "type": "object",
    "additionalProperties": {
        "description": "Theo mã số liệu; và claimed, evidence, explanation, not_applicable. / By the id of the input; and claimed, evidence, explanation, not_applicable.",
        "type": "object",
        "additionalProperties": { "type": ["string", "number", "boolean", "array", "null"], "items": { "type": "string" } }
    }
});

kept!(Expect, {
    "description": "Theo mã tiêu chí. / By the id of the criterion.",
    "type": "object",
    "properties": {
        "checks": {
            "description": "Các `checks` của bộ tiêu chí phải báo, viết như khóa `that`; [] là không báo. / Checks of the set that must be told, written as under `that`; [] is none.",
            "type": "array",
            "items": { "type": "string" }
        },
        "total": {
            "description": "Cả bộ tiêu chí: tổng điểm, hoặc `points`, `adjustments`, `findings`. / The whole set: its points, or `points`, `adjustments`, `findings`.",
            "anyOf": [
                { "type": ["string", "number"] },
                {
                    "type": "object",
                    "properties": {
                        "points": {
                            "description": "Tổng điểm được chấp nhận, gồm điểm thưởng, điểm trừ. / Points accepted, with bonuses and penalties.",
                            "type": ["string", "number"]
                        },
                        "adjustments": {
                            "description": "Điểm thưởng được tính trừ đi điểm trừ được tính, sau các mức trần. / What bonuses less penalties come to, once every cap is kept.",
                            "type": ["string", "number"]
                        },
                        "findings": {
                            "description": "Mã của mọi phát hiện không thuộc riêng một tiêu chí nào. / Codes of all findings that belong to no criterion by itself.",
                            "type": "array",
                            "items": { "type": "string" }
                        }
                    },
                    "additionalProperties": false
                }
            ]
        }
    },
    "additionalProperties": {
        "anyOf": [
            { "type": ["string", "number"] },
            {
                "type": "object",
                "properties": {
                    "computed": {
                        "description": "Điểm tính từ số liệu, not_applicable hoặc nothing. / Points computed, not_applicable or nothing.",
                        "type": ["string", "number"]
                    },
                    "accepted": {
                        "description": "Điểm được chấp nhận sau khi đối chiếu tài liệu. / Points accepted after evidence was checked.",
                        "type": ["string", "number"]
                    },
                    "penalty": { "description": "Điểm trừ kèm theo. / Points taken beside it.", "type": ["string", "number"] },
                    "findings": {
                        "description": "Mã của mọi phát hiện ở tiêu chí này. / Codes of all findings on the criterion.",
                        "type": "array",
                        "items": { "type": "string" }
                    }
                },
                "additionalProperties": false
            }
        ]
    }
});
