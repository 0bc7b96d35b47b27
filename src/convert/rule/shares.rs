//! So much taken for each share of things that fail: “cứ 1% hồ sơ trễ hạn trừ 0,5 điểm”. It is a rate of the things, never a number
//! of times.

use crate::convert::draft::Inputs;
use crate::convert::line::{Each, lowered};
use crate::figure::InputKind;
use crate::finding::convert::GAP;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::Asked;

/// Words that begin what went wrong with things.
const FAILING: [&str; 19] = [
    "trễ",
    "chậm",
    "quá",
    "muộn",
    "sai",
    "không",
    "chưa",
    "vi phạm",
    "thiếu",
    "bị",
    "tồn đọng",
    "tồn",
    "giải quyết",
    "xử lý",
    "phát hành",
    "hoàn thành",
    "báo cáo",
    "thực hiện",
    "có",
];

/// Writes what a share of failing things takes, as arithmetic over their number and that of all of them, and asks how begun per
/// cents count; `None` where the words don't say which of the things fail.
pub fn taken(asked: &Asked<'_>, each: &Each, inputs: &mut Inputs, doubts: &mut Vec<Doubt>) -> Option<(String, String)> {
    let max = asked.words.max;
    let things = things(&each.what)?;
    let of = inputs.add(InputKind::Count, &format!("Số {}", lowered(&each.what)), Some(unit(&things)));
    let to = inputs.add(InputKind::Count, &format!("Tổng số {}", lowered(&things)), Some(unit(&things)));
    let all = (&each.amount.of(max) * &Points::hundred()).over(&each.per)?;
    let (name, step, what) = (asked.words.name, each.per.plain_vi(), &each.what);
    let step_en = each.per.plain();
    doubts.push((
        &GAP,
        text!(
            "“{name}”: bảng không nói {step}% {what} tính trên tổng số {things} nào, và phần lẻ dưới {step}% có trừ không; tạm tính trên “Tổng số {things}”, trừ cả phần lẻ theo tỷ lệ",
            "“{name}”: the table doesn't say of which total {step_en}% “{what}” are, and whether less than {step_en}% takes points; of “Tổng số {things}” for now, and in proportion"
        ),
    ));
    Some((format!("{all} * {of} / {to}"), to))
}

/// Names the things of which some fail: “hồ sơ trễ hạn” are “hồ sơ”.
fn things(what: &str) -> Option<String> {
    let plain = what.to_lowercase();
    let at = FAILING.iter().filter_map(|word| plain.find(&format!(" {word} "))).min()?;
    let things = what.get(..at)?.trim();
    let things = ["tổng số ", "số "].iter().find_map(|word| things.strip_prefix(word)).unwrap_or(things);
    (!things.is_empty() && !things.contains(['%', ':', ';', '('])).then(|| things.to_owned())
}

/// Gives the unit of measure of things.
fn unit(things: &str) -> String {
    lowered(things)
}
