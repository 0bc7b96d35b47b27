//! Lines of bonus and penalty points: what is told of those that stood in an area, and how the form calls what they count.

use crate::convert::columns::is_uncapped;
use crate::convert::draft::Rule;
use crate::convert::line::most_given;
use crate::convert::rule::{Doubt, Recognised};
use crate::convert::sign::Sign;
use crate::convert::tree::Node;
use crate::figure::InputKind;
use crate::finding::convert::{NO_MAX, SIGN, SUPPLIED};
use crate::text;

/// Tells of a line that stood in an area with a sign before its points: it counts outside of the tree.
pub fn taken_out(node: &Node) -> Option<Doubt> {
    let area = node.out_of.as_deref()?;
    let (name, shown) = (&node.row.name.text, node.row.max_cell.1.as_deref().unwrap_or_default());
    let (vi, en) = match node.sign? {
        Sign::Bonus => ("điểm cộng", "bonus points"),
        Sign::Penalty => ("điểm trừ", "penalty points"),
        Sign::Both => return None,
    };
    if let Some((_, heading)) = &node.row.signed {
        let message = text!(
            "“{name}” đứng trong “{area}” nhưng có điểm ở cột “{heading}”: tạm ghi là {vi} ngoài tổng điểm",
            "“{name}” stands in “{area}”, but has points in the column “{heading}”: written as {en} outside of the tree for now"
        );
        return Some((&SIGN, message));
    }
    let message = text!(
        "“{name}” đứng trong “{area}” nhưng ô điểm ghi “{shown}”: tạm ghi là {vi} ngoài tổng điểm",
        "“{name}” stands in “{area}”, but its cell of points says “{shown}”: written as {en} outside of the tree for now"
    );
    Some((&SIGN, message))
}

/// Asks how much may be taken or added in all, where a column says what each thing takes or adds: “Mỗi vụ việc tham nhũng | 2”.
pub fn uncapped(node: &Node) -> Option<Doubt> {
    let (sign, heading) = node.row.signed.as_ref().filter(|_| is_uncapped(&node.row))?;
    let own = &node.row.name.text;
    // “Trừ 0,5 điểm, tối đa 2 điểm” goes on with the name.
    let told = |text: &String| most_given(text).or_else(|| most_given(&format!("{own}: {text}"))).is_some();
    if node.lines.iter().any(|said| told(&said.text)) {
        return None;
    }
    let (name, max) = (&node.row.name.text, node.max.as_ref()?.abs());
    let (max, max_en) = (max.plain_vi(), max.plain());
    let message = if *sign == Sign::Penalty {
        text!(
            "“{name}”: cột “{heading}” chỉ ghi mức trừ mỗi lần, chưa quy định trừ tối đa bao nhiêu điểm; tạm trừ tối đa {max} điểm",
            "“{name}”: the column “{heading}” says what each takes, and not how much all may; at most {max_en} points for now"
        )
    } else {
        text!(
            "“{name}”: cột “{heading}” chỉ ghi mức cộng mỗi lần, chưa quy định cộng tối đa bao nhiêu điểm; tạm cộng tối đa {max} điểm",
            "“{name}”: the column “{heading}” says what each adds, and not how much all may; at most {max_en} points for now"
        )
    };
    Some((&NO_MAX, message))
}

/// Asks who states what a line of penalty points counts, where it is found only once the unit has scored itself: “tự chấm không
/// trung thực”, “chậm gửi báo cáo tự chấm điểm”.
pub fn known_to_others(node: &Node, read: &Recognised) -> Option<Doubt> {
    const SCORING: [&str; 6] = ["tự chấm", "tự đánh giá", "chấm điểm", "thẩm định", "phúc tra", "hậu kiểm"];
    const EVIDENCE: [&str; 4] = ["kiểm chứng", "minh chứng", "tài liệu chứng minh", "số liệu báo cáo"];
    const UNTRUE: [&str; 6] = ["không trung thực", "không đúng", "không chính xác", "sai", "gian lận", "khống"];
    let asked = read.rule.as_ref().is_some_and(|rule| !rule.is_given());
    let mut said = node.lines.iter().map(|said| said.text.as_str()).chain([node.row.name.text.as_str()]);
    // Whether its own evidence is true a unit is told by whoever checks it.
    let evidence = |plain: &str| EVIDENCE.iter().any(|word| plain.contains(word)) && UNTRUE.iter().any(|word| plain.contains(word));
    let later = said.any(|words| {
        let plain = words.to_lowercase();
        SCORING.iter().any(|word| plain.contains(word)) || evidence(&plain)
    });
    let name = &node.row.name.text;
    (node.sign == Some(Sign::Penalty) && asked && later).then(|| {
        (
            &SUPPLIED,
            text!(
                "“{name}”: khi tự chấm đơn vị chưa biết được điều này; tạm để đơn vị nhập, hay hội đồng, cơ quan thẩm định ghi?",
                "“{name}”: units can't know this while they score themselves; do they type it, as they do for now, or does the council state it?"
            ),
        )
    })
}

/// Most words of a thing that says nothing of what is wrong with it: “báo cáo”, “người”.
const SHORT: usize = 2;

/// Words of what is wrong with things, which stand before them in a name.
const FAULTS: [&str; 7] = ["chậm", "trễ", "thiếu", "nợ", "sai", "mất", "quá hạn"];

/// Names what a line of penalty points counts after the line, where its rule says the thing alone: “0,25 điểm/báo cáo” under “Chậm báo
/// cáo” counts “Số báo cáo chậm”.
pub fn name_counted(node: &Node, read: &mut Recognised) {
    let Some(Rule::Count { of, .. }) = read.rule.as_ref().filter(|_| node.sign == Some(Sign::Penalty)) else { return };
    let name = &node.row.name.text;
    let Some(input) = read.inputs.list.iter_mut().find(|input| input.id == *of && input.kind == InputKind::Count) else { return };
    let Some(thing) = input.label.strip_prefix("Số ").filter(|thing| thing.split(' ').count() <= SHORT) else { return };
    let lower = name.to_lowercase();
    if lower == thing.to_lowercase() {
        return;
    }
    let fault = FAULTS.iter().find(|fault| lower.strip_prefix(**fault).is_some_and(|rest| rest.trim() == thing.to_lowercase()));
    input.label = fault.map_or_else(|| format!("Số {thing} ({name})"), |fault| format!("Số {thing} {fault}"));
}
