//! What `validator` finds in single fields, as findings with places.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::finding::criteria::OUT_OF_RANGE;
use crate::finding::{Finding, Place};
use crate::points::vietnamese;
use crate::text;
use crate::text::Text;

/// Turns everything that `validator` found into findings; the caller puts them in order.
pub fn findings(errors: &ValidationErrors, place: impl Fn(&[String]) -> Place) -> Vec<Finding> {
    let mut found = Vec::new();
    walk(errors, &mut Vec::new(), &mut |path, error| {
        let field = path.last().map(String::as_str).unwrap_or_default();
        found.push(Finding::new(&OUT_OF_RANGE, words(field, error)).at(place(path)));
    });
    found
}

/// Visits every fault with its path.
fn walk(errors: &ValidationErrors, path: &mut Vec<String>, visit: &mut impl FnMut(&[String], &ValidationError)) {
    for (field, kind) in errors.errors() {
        // Faults of a whole structure have no field of their own.
        let named = field != "__all__";
        if named {
            path.push(field.strip_prefix("r#").unwrap_or(field).to_owned());
        }
        match kind {
            ValidationErrorsKind::Field(faults) => faults.iter().for_each(|fault| visit(path, fault)),
            ValidationErrorsKind::Struct(inner) => walk(inner, path, visit),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    path.push(index.to_string());
                    walk(inner, path, visit);
                    path.pop();
                }
            }
        }
        if named {
            path.pop();
        }
    }
}

/// Says what is wrong. A rule of our own brings its words in its message: `Vietnamese | English`.
fn words(field: &str, error: &ValidationError) -> Text {
    if let Some((vi, en)) = error.message.as_ref().and_then(|message| message.split_once(" | ")) {
        return Text::new(vi, en);
    }
    let given = error.params.get("value").map(shown).unwrap_or_default();
    let (least, most) = (bound(&error.params, "min"), bound(&error.params, "max"));
    let (least_vi, most_vi) = (least.as_deref().map(vietnamese), most.as_deref().map(vietnamese));
    match (error.code.as_ref(), least.zip(least_vi), most.zip(most_vi)) {
        ("range", Some((min, min_vi)), Some((max, max_vi))) => {
            text!("“{field}” là {given}, phải từ {min_vi} đến {max_vi}", "“{field}” is {given}, it must be from {min} to {max}")
        }
        ("range", Some((min, min_vi)), None) => {
            text!("“{field}” là {given}, phải từ {min_vi} trở lên", "“{field}” is {given}, it must be {min} or more")
        }
        ("range", None, Some((max, max_vi))) => text!("“{field}” là {given}, tối đa {max_vi}", "“{field}” is {given}, at most {max}"),
        _ => text!("“{field}” không hợp lệ", "“{field}” is not valid"),
    }
}

/// Gives a bound of the rule, as a machine decimal.
fn bound(params: &HashMap<Cow<'static, str>, Value>, name: &str) -> Option<String> {
    let value = params.get(name)?;
    let words = shown(value);
    Some(words.strip_suffix(".0").map(str::to_owned).unwrap_or(words))
}

/// Prints a value without JSON's quotes.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
