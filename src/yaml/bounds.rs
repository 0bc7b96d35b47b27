//! Values out of bounds: how long a text, how many items, how great a number; each bound said as it is.

use serde_json::Value;

use crate::finding::Finding;
use crate::finding::criteria::OUT_OF_RANGE;
use crate::text;
use crate::text::Text;

/// Least and most that a schema allows of something.
fn bounds(schema: &Value, least: &str, most: &str) -> (u64, Option<u64>) {
    let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
    (bound(least).unwrap_or_default(), bound(most))
}

/// Most characters of a text whose schema names no bound: a cell of Excel holds 32,767, several of them among other words.
const LONGEST_TEXT: u64 = 4_000;

/// Tells of a text that is shorter or longer than its schema allows, in characters.
pub fn of_text(words: &str, schema: &Value, key: &str) -> Option<Finding> {
    let (least, most) = bounds(schema, "minLength", "maxLength");
    let has = if words.trim().is_empty() { 0 } else { u64::try_from(words.chars().count()).unwrap_or(u64::MAX) };
    let message = if has == 0 && least > 0 {
        text!("“{key}” để trống", "“{key}” is empty")
    } else if has < least {
        text!("“{key}” dài {has} ký tự, ít nhất {least}", "“{key}” is {has} characters long, at least {least}")
    } else {
        let most = Some(most.unwrap_or(LONGEST_TEXT)).filter(|most| has > *most)?;
        text!("“{key}” dài {has} ký tự, tối đa {most}", "“{key}” is {has} characters long, at most {most}")
    };
    let help = if has == 0 { text!("Điền “{key}”.", "Fill in “{key}”.") } else { shorter(has < least) };
    Some(Finding::new(&OUT_OF_RANGE, message).help(help))
}

/// Says how a text of the wrong length is cured.
fn shorter(short: bool) -> Text {
    if short { text!("Viết đầy đủ hơn.", "Write more of it.") } else { text!("Viết ngắn lại.", "Make it shorter.") }
}

/// Tells of a list with fewer or more items than its schema allows.
pub fn of_list(has: usize, schema: &Value, key: &str) -> Option<Finding> {
    let (least, most) = bounds(schema, "minItems", "maxItems");
    let has = u64::try_from(has).unwrap_or(u64::MAX);
    let (message, help) = if has < least {
        (
            text!("“{key}” có {has} mục, ít nhất {least}", "“{key}” has {has} items, at least {least}"),
            text!("Thêm mục cho đủ.", "Add what is missing."),
        )
    } else {
        let most = most.filter(|most| has > *most)?;
        (text!("“{key}” có {has} mục, tối đa {most}", "“{key}” has {has} items, at most {most}"), text!("Bớt mục đi.", "Take some out."))
    };
    Some(Finding::new(&OUT_OF_RANGE, message).help(help))
}
