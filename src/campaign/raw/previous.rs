//! Earlier years, as they are written: a folder, or a list of folders.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Result folders of earlier years.
#[derive(Debug, Clone)]
pub enum RawPrevious {
    /// One folder.
    One(String),
    /// Several, the last year first.
    Several(Vec<String>),
}

impl RawPrevious {
    /// Lists the folders.
    pub fn list(&self) -> &[String] {
        match self {
            Self::One(folder) => std::slice::from_ref(folder),
            Self::Several(folders) => folders,
        }
    }

    /// Tells whether a list was written.
    pub const fn is_list(&self) -> bool {
        matches!(self, Self::Several(_))
    }
}

impl Default for RawPrevious {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl<'de> Deserialize<'de> for RawPrevious {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawPrevious;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a result folder, or a list of result folders")
            }

            fn visit_str<E: Error>(self, folder: &str) -> Result<RawPrevious, E> {
                Ok(RawPrevious::One(folder.to_owned()))
            }

            fn visit_u64<E: Error>(self, folder: u64) -> Result<RawPrevious, E> {
                Ok(RawPrevious::One(folder.to_string()))
            }

            fn visit_i64<E: Error>(self, folder: i64) -> Result<RawPrevious, E> {
                Ok(RawPrevious::One(folder.to_string()))
            }

            fn visit_unit<E: Error>(self) -> Result<RawPrevious, E> {
                Ok(RawPrevious::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawPrevious, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(RawPrevious::Several)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for RawPrevious {
    fn schema_name() -> Cow<'static, str> {
        "RawPrevious".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let folders = generator.subschema_for::<Vec<String>>();
        json_schema!({ "anyOf": [{ "type": "string" }, folders] })
    }
}
