//! Who types a figure, or gives the points: the unit, another body, or people who are asked.

use crate::convert::draft::Inputs;
use crate::convert::line::WordedClause;
use crate::figure::InputKind;
use crate::finding::convert::SUPPLIED;
use crate::text;

use super::{Doubt, Words};

/// Tells whether words speak of what the office finds out by asking: the unit can't type it.
pub fn asks_people(text: &str) -> bool {
    let plain = text.to_lowercase();
    let mean = ["trung bình", "bình quân"].iter().any(|word| plain.contains(word));
    plain.contains("sipas") || (mean && plain.contains("phiếu"))
}

/// Gives the clause that says how what people were asked becomes points, where the name says that they are asked and the clauses
/// weigh their answers or their mean, or where no unit could give the answers: “Khảo sát mức độ hài lòng | Rất hài lòng: 100% số điểm; hài lòng: 75%; …”.
pub fn found_by_asking(words: &Words<'_>, said: &[WordedClause]) -> Option<String> {
    let name = words.name.to_lowercase();
    let asks = ["khảo sát", "điều tra", "lấy ý kiến", "đo lường"].iter().any(|word| name.starts_with(word));
    let plain: Vec<String> = said.iter().map(|one| one.text.to_lowercase()).collect();
    let answers = plain.iter().filter(|text| text.contains("hài lòng") || text.contains("bình thường")).count() > 2;
    let share = plain.iter().any(|text| text.contains("số phiếu") || text.contains('%'));
    let mean =
        |text: &&String| ["điểm trung bình", "điểm tb", "điểm bình quân"].iter().any(|word| text.contains(word)) && text.contains("thang");
    let scale = plain.iter().any(|text| mean(&text));
    let told = said.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("; ");
    (asks && ((answers && share) || scale) || weighs_answers(said)).then_some(told)
}

/// Tells whether clauses weigh answers that only people give who are asked: “Rất hài lòng: 100% số điểm; hài lòng: 80%; bình
/// thường: 50%; không hài lòng: 0%”. No unit says that of itself.
pub fn weighs_answers(said: &[WordedClause]) -> bool {
    let plain: Vec<String> = said.iter().map(|one| one.text.to_lowercase()).collect();
    let count = |words: &[&str]| plain.iter().filter(|text| words.iter().any(|word| text.contains(word))).count();
    count(&["rất hài lòng", "không hài lòng", "chưa hài lòng", "ít hài lòng"]) > 1
        && count(&["hài lòng", "bình thường"]) > 2
        && count(&["%"]) > 0
}

/// Asks who types what another body supplies or judges.
pub fn done_by(name: &str, text: &str, given: bool) -> Doubt {
    let message = if given {
        text!(
            "“{name}”: “{text}”; tạm để cơ quan ấy cho điểm, đơn vị không nhập",
            "“{name}”: “{text}”; that body gives the points for now, units type nothing"
        )
    } else {
        text!("“{name}”: “{text}”; tạm để đơn vị nhập, đúng không?", "“{name}”: “{text}”; units type it for now, is that so?")
    };
    (&SUPPLIED, message)
}

/// Asks who finds out how satisfied people are, where units would type it.
pub fn satisfied(words: &Words<'_>, said: &[WordedClause], inputs: &Inputs) -> Option<Doubt> {
    let typed = inputs.list.iter().any(|input| matches!(input.kind, InputKind::Percent | InputKind::Points));
    let text = said.iter().map(|one| one.text.as_str()).chain([words.name]).find(|text| measures_satisfaction(text)).filter(|_| typed)?;
    let name = words.name;
    Some((
        &SUPPLIED,
        text!(
            "“{name}”: “{text}” lấy từ kết quả điều tra, khảo sát hay do đơn vị nhập? Tạm để đơn vị nhập",
            "“{name}”: “{text}”: found by a survey, or typed by units? Units type it for now"
        ),
    ))
}

/// Tells whether words name how satisfied people are: “tỷ lệ người dân hài lòng”, not “tỷ lệ phiếu khảo sát sự hài lòng thu về”.
fn measures_satisfaction(text: &str) -> bool {
    let plain = text.to_lowercase();
    let Some((before, _)) = plain.split_once("hài lòng") else { return false };
    // Slips that came back are counted by whoever sent them out.
    if before.contains("phiếu") {
        return false;
    }
    let begins = ["tỷ lệ", "tỉ lệ", "chỉ số", "mức độ", "mức"];
    let asking = ["khảo sát", "điều tra", "lấy ý kiến", "đo lường", "hòm thư"];
    begins.iter().filter_map(|word| before.rsplit_once(word)).any(|(_, between)| {
        between.split(' ').filter(|word| !word.is_empty()).count() <= 6 && !asking.iter().any(|word| between.contains(word))
    })
}
