//! Figures that are asked and that no rule uses: whoever fills them in believes that they count.

use crate::convert::rule::{Doubt, Recognised};
use crate::convert::yaml::Writer;
use crate::finding::convert::BESIDE;
use crate::text;

/// Asks of figures that stand in the form and in no rule.
pub fn unused(name: &str, read: &Recognised) -> Option<Doubt> {
    let rule = read.rule.as_ref().filter(|rule| !rule.is_given())?;
    let mut out = Writer::default();
    out.rule(0, rule);
    let used: Vec<&str> = out.text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let left: Vec<&str> =
        read.inputs.list.iter().filter(|input| !used.contains(&input.id.as_str())).map(|input| input.label.as_str()).collect();
    let list = left.join("”, “");
    (!left.is_empty()).then(|| {
        (
            &BESIDE,
            text!(
                "“{name}”: số liệu “{list}” có trong bảng mà cách tính không dùng đến; cách tính phải dùng số liệu này, hay chỉ để tham khảo?",
                "“{name}”: the figures “{list}” stand in the table, and the rule uses none of them; is the rule to use them, or are they for information?"
            ),
        )
    })
}
