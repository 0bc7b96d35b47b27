//! The one list of kinds of rule. What must know every kind is made of it, or matches over [`Kind`] and does not compile
//! without a new one.
//!
//! Also a rule as it stands in YAML: one key names its kind, and `text` beside it, or among the kind's own keys, holds the
//! words of the decision.
//!
//! ```yaml
//! rule:
//!   text: Đúng hạn từ 95% trở lên được 2 điểm; dưới 95% tính theo tỷ lệ.
//!   ratio: { of: dung_han, to: giai_quyet, full_at: 95% }
//! ```

mod best_of;
mod sum_of;
mod unsaid;
mod within;

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Value, json};

pub use self::best_of::{BestOf, RawBestOf};
pub use self::sum_of::{PartOut, RawSumOf, SumOf};
use super::scored::Scored;
use super::{
    Case, Count, Deadline, Deductions, Faces, Formula, Given, Interpolate, Levels, Ratio, RawCount, RawDeadline, RawDeductions, RawFormula,
    RawGiven, RawInterpolate, RawLevels, RawRatio, RawRelative, RawStepBy, RawSteps, RawSurvey, RawYesNo, Relative, Scores, StepBy, Steps,
    Survey, Terms, YesNo,
};
use crate::figure::InputId;
use crate::finding::Finding;
use crate::points::Points;
use crate::rule::say::say;
use crate::text::Text;
use crate::yaml::KIND;

/// Makes of a list of kinds: [`Kind`], [`Rule`], [`RawKind`], [`Facts`], and the ways from a rule to what its kind can do.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $key:literal $kind:ident $raw:ident;)*) => {
        /// Kind of rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])* $kind,)*
        }

        impl Kind {
            /// All kinds, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// Gives the key that names the kind in YAML.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)*
                }
            }
        }

        /// Rule of a leaf.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Rule {
            $($(#[doc = $doc])* $kind($kind),)*
        }

        /// What a rule says under the key that names its kind.
        #[derive(Debug, Clone)]
        enum RawKind {
            $($(#[doc = $doc])* $kind($raw),)*
        }

        impl RawKind {
            /// Reads what stands under the key of a kind.
            pub fn of<'de, D: Deserializer<'de>>(key: &str, deserializer: D) -> Result<Self, D::Error> {
                match key {
                    $($key => $raw::deserialize(deserializer).map(Self::$kind),)*
                    _ => Err(D::Error::unknown_variant(key, &[$($key,)*])),
                }
            }

            /// Lists the kinds with their descriptions and the schemas of what they say.
            pub fn schemas(generator: &mut SchemaGenerator) -> Vec<(&'static str, String, Schema)> {
                vec![$(($key, concat!($($doc),*).trim().to_owned(), generator.subschema_for::<$raw>()),)*]
            }

            /// Makes the rule of its YAML; what its kind finds wrong is told by [`Faces::laws`].
            pub fn into_rule(self) -> Rule {
                match self {
                    $(Self::$kind(raw) => Rule::$kind(raw.into()),)*
                }
            }
        }

        /// Facts of a score, by its kind of rule.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Facts {
            $($(#[doc = $doc])* $kind(<$kind as Scores>::Fact),)*
        }

        impl Rule {
            /// Tells the kind.
            pub const fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)*
                }
            }

            /// Gives what the kind says of itself, whatever a unit declares.
            pub fn faces(&self) -> &dyn Faces {
                match self {
                    $(Self::$kind(rule) => rule,)*
                }
            }

            /// Scores by the kind.
            pub(super) fn scored(&self, case: &Case<'_>) -> Scored<Facts> {
                match self {
                    $(Self::$kind(rule) => rule.score(case).map(Facts::$kind),)*
                }
            }

            /// Gives the value that units of a group are compared by; `None` for rules on one unit alone, and where figures
            /// are missing.
            pub fn compared(&self, case: &Case<'_>) -> Option<Points> {
                match self {
                    $(Self::$kind(rule) => rule.compared(case),)*
                }
            }

            /// Names the branches that facts of the same kind come by.
            pub(super) fn branches_of(&self, facts: &Facts) -> Vec<String> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.taken(fact),)*
                    _ => Vec::new(),
                }
            }

            /// Says in sentences what facts of the same kind are.
            pub(super) fn sentences_of(&self, facts: &Facts, leaf: &Terms<'_>) -> Vec<Text> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.explain(fact, leaf),)*
                    _ => Vec::new(),
                }
            }

            /// Gives what facts of the same kind leave to be found on the figures.
            pub(super) fn findings_of(&self, facts: &Facts, leaf: &Terms<'_>) -> Vec<(Option<InputId>, Finding)> {
                match (self, facts) {
                    $((Self::$kind(rule), Facts::$kind(fact)) => rule.findings(fact, leaf),)*
                    _ => Vec::new(),
                }
            }
        }
    };
}

kinds! {
    /// Các điều kiện phải cùng đạt: có hoặc không. / Conditions that must all hold: yes or no.
    "yes_no" YesNo RawYesNo;
    /// Chọn một trong các mức. / One of several levels.
    "levels" Levels RawLevels;
    /// Bậc điểm theo số liệu hoặc theo tỷ lệ. / Steps on a figure, or on the rate of two figures.
    "steps" Steps RawSteps;
    /// Điểm theo tỷ lệ, có thể kèm mức sàn. / Points in proportion to a rate, with a floor or without.
    "ratio" Ratio RawRatio;
    /// Điểm tăng đều từ mức sàn đến mức trần. / Points on a straight line between a floor and a ceiling.
    "interpolate" Interpolate RawInterpolate;
    /// Điểm ở mức quy định; cứ giảm một bậc thì trừ, cứ tăng thêm một bậc thì cộng. / Points at a mark, less or more for each step beside it.
    "step_by" StepBy RawStepBy;
    /// So với đơn vị cao nhất của nhóm. / In proportion to the best unit of the group.
    "relative" Relative RawRelative;
    /// Mỗi việc được một số điểm, có điểm trần. / So much for each thing, up to a cap.
    "count" Count RawCount;
    /// Mỗi lần vi phạm bị trừ điểm. / So much taken for each violation, down to a floor.
    "deductions" Deductions RawDeductions;
    /// Điểm theo thời hạn hoàn thành. / Points by the day on which a thing was done.
    "deadline" Deadline RawDeadline;
    /// Công thức số học trên các ô số liệu. / Arithmetic over the inputs.
    "formula" Formula RawFormula;
    /// Tính trường hợp có điểm cao nhất. / Best of several alternatives.
    "best_of" BestOf RawBestOf;
    /// Cộng các phần, mỗi phần có điểm tối đa riêng. / Sum of parts, each with its own maximum.
    "sum_of" SumOf RawSumOf;
    /// Kết quả điều tra xã hội học. / What the survey found.
    "survey" Survey RawSurvey;
    /// Điểm do người chấm nhập: đơn vị, hội đồng hoặc điều tra xã hội học. / Points typed by the scorer named.
    "given" Given RawGiven;
}

/// Key of the decision's own words.
const TEXT: &str = "text";

/// Rule as it is written in YAML.
#[derive(Debug, Clone)]
pub struct RawRule {
    /// What the kind says.
    kind: RawKind,
    /// The decision's own words.
    text: Option<String>,
}

impl RawRule {
    /// Makes the rule of its YAML, without the decision's words; what its kind finds wrong is told by
    /// [`Faces::laws`](super::Faces::laws).
    pub fn into_rule(self) -> Rule {
        self.kind.into_rule()
    }

    /// Makes the rule with the decision's words.
    pub fn stated(self) -> Stated {
        let text = self.text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        Stated { rule: self.kind.into_rule(), text }
    }
}

/// Rule with the words that the decision says it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The rule.
    pub rule: Rule,
    /// The decision's own words, where the set gives them.
    pub text: Option<String>,
}

impl Stated {
    /// Says the rule in the words of a form, a line each: the decision's own, else those made of the rule.
    pub fn wording(&self, leaf: &Terms<'_>) -> Vec<Text> {
        wording(&self.rule, self.text.as_deref(), leaf)
    }
}

/// Words of the decision beside those made of the rule, so that a person sees whether they say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionWords {
    /// Keys and list positions from the leaf's `rule` down to the rule that the words are of.
    pub path: Vec<String>,
    /// The decision's own words.
    pub text: String,
    /// Those made of the rule.
    pub made: Vec<Text>,
}

impl Rule {
    /// Lists the words of the decision for this rule and for the rules within it, beside those made of the rules.
    pub fn beside(&self, text: Option<&str>, leaf: &Terms<'_>) -> Vec<DecisionWords> {
        let own = text.map(|text| DecisionWords { path: Vec::new(), text: text.to_owned(), made: self.faces().wording(leaf) });
        let within = match self {
            Self::BestOf(rule) => rule.beside(leaf),
            Self::SumOf(rule) => rule.beside(leaf),
            _ => Vec::new(),
        };
        let below = within.into_iter().map(|one| DecisionWords { path: [vec![self.key().to_owned()], one.path].concat(), ..one });
        own.into_iter().chain(below).collect()
    }
}

impl Stated {
    /// Lists the words of the decision for a rule within another, which stands at `path` below that one's key.
    pub fn beside(&self, path: &[&str], leaf: &Terms<'_>) -> Vec<DecisionWords> {
        let above = path.iter().map(|&key| key.to_owned()).collect::<Vec<_>>();
        let own = self.rule.beside(self.text.as_deref(), leaf).into_iter();
        own.map(|one| DecisionWords { path: [above.clone(), one.path].concat(), ..one }).collect()
    }
}

/// Says a rule in the words of a form, a line each: the decision's own where there are any, and behind them what they leave
/// unsaid of days and of what applies to whom; else those made of the rule.
pub fn wording(rule: &Rule, text: Option<&str>, leaf: &Terms<'_>) -> Vec<Text> {
    match text {
        Some(text) => {
            let own = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).map(Text::same);
            let unsaid = rule.unsaid(text, leaf).into_iter().map(|line| say!("– {line}", "– {line}", line = line));
            own.chain(unsaid).collect()
        }
        None => rule.faces().wording(leaf),
    }
}

impl<'de> Deserialize<'de> for RawRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rules;
        impl<'de> Visitor<'de> for Rules {
            type Value = RawRule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key that names the kind of rule")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawRule, A::Error> {
                let (mut kind, mut beside, mut within) = (None, None, None);
                while let Some(key) = map.next_key::<String>()? {
                    if key == TEXT {
                        beside = map.next_value::<Option<String>>()?;
                    } else if kind.is_none() {
                        kind = Some(map.next_value_seed(OfKind { key: &key, text: &mut within })?);
                    } else {
                        return Err(A::Error::custom("a rule is of one kind"));
                    }
                }
                let kind = kind.ok_or_else(|| A::Error::custom("no key names the kind of rule"))?;
                Ok(RawRule { kind, text: beside.or(within) })
            }
        }
        deserializer.deserialize_map(Rules)
    }
}

/// Reads what stands under the key of a kind, and takes the decision's words out of it.
struct OfKind<'a> {
    key: &'a str,
    text: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for OfKind<'_> {
    type Value = RawKind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawKind, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OfKind<'_> {
    type Value = RawKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the keys of a rule")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawKind, A::Error> {
        RawKind::of(self.key, MapAccessDeserializer::new(Without { map, text: self.text }))
    }
}

/// Entries of a mapping without the decision's words, which are kept aside.
struct Without<'a, A> {
    map: A,
    text: &'a mut Option<String>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Without<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        loop {
            let Some(key) = self.map.next_key::<String>()? else { return Ok(None) };
            if key != TEXT {
                return seed.deserialize(StringDeserializer::<A::Error>::new(key)).map(Some);
            }
            *self.text = self.map.next_value::<Option<String>>()?;
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl JsonSchema for RawRule {
    fn schema_name() -> Cow<'static, str> {
        "RawRule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = json!({
            "description": "Lời của quyết định, in nguyên văn thay cho câu do chương trình đặt. / The decision's own words, printed instead of the sentence that the program makes.",
            "type": ["string", "null"]
        });
        let kinds: Vec<Value> = RawKind::schemas(generator)
            .into_iter()
            .map(|(key, description, schema)| {
                let name = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.rsplit('/').next());
                if let Some(Value::Object(keys)) = name.and_then(|name| generator.definitions_mut().get_mut(name))
                    && let Some(Value::Object(fields)) = keys.get_mut("properties")
                {
                    fields.insert(TEXT.to_owned(), text.clone());
                }
                json!({
                    "description": description,
                    "type": "object",
                    "properties": { (key): schema.to_value(), (TEXT): text.clone() },
                    "required": [key],
                    "additionalProperties": false,
                    (KIND): key
                })
            })
            .collect();
        let description = "Cách tính điểm: một khóa nêu loại quy tắc. / How points are computed: one key names the kind.";
        Schema::try_from(json!({ "description": description, "oneOf": kinds })).unwrap_or_default()
    }
}
