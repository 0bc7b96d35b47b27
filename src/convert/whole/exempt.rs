//! Remarks on whom a criterion is for, in the words in which lines say it: “Không đánh giá đối với sở không có TTHC” is “sở không có
//! TTHC: không đánh giá tiêu chí này”.

use crate::text::fold::tidy;

/// Words that leave a criterion out.
const LEFT_OUT: [&str; 6] = ["không đánh giá", "không áp dụng", "không xét", "không chấm điểm", "không tính điểm", "không tính"];
/// Those of them that may as well mean no points.
const UNSURE: [&str; 2] = ["không tính điểm", "không tính"];
/// What lines say where a criterion doesn't count.
const NOT_COUNTED: &str = "không đánh giá tiêu chí này";
/// Bodies that are scored.
const BODIES: [&str; 8] = ["sở", "đơn vị", "cơ quan", "địa phương", "xã", "phường", "huyện", "các"];
/// What a body has or gets, which others don't.
const HOLDS: [&str; 4] = ["được", "có", "phát sinh", "thuộc"];

/// Writes a remark that leaves a criterion out for some units as a line says it; `None` where it says anything else.
pub fn as_line(remark: &str) -> Option<String> {
    let remark = tidy(remark);
    let remark = remark.trim_end_matches(['.', ';', ' ']);
    for_others(remark).or_else(|| for_some(remark)).or_else(|| made_up_for(remark))
}

/// Reads “Không đánh giá đối với sở không có TTHC”.
fn for_some(remark: &str) -> Option<String> {
    let rest = after(remark, &LEFT_OUT)?;
    let rest = after(rest, &["tiêu chí này", "nội dung này"]).unwrap_or(rest);
    let whom = after(rest, &["đối với", "với"])?;
    (!whom.contains([':', ';', '.'])).then(|| format!("{whom}: {NOT_COUNTED}"))
}

/// Reads “Áp dụng đối với sở được giao vốn”: the criterion doesn't count for those who were given none.
fn for_others(remark: &str) -> Option<String> {
    let rest = after(remark, &["chỉ"]).unwrap_or(remark);
    let whom = after(rest, &["áp dụng", "đánh giá", "tính", "chấm"])?;
    let whom = after(whom, &["đối với", "cho"])?;
    let words: Vec<&str> = whom.split(' ').collect();
    let holds =
        |at: usize| HOLDS.iter().any(|verb| words.get(at..).unwrap_or_default().join(" ").to_lowercase().starts_with(&format!("{verb} ")));
    let mut places = (1..words.len()).filter(|at| holds(*at));
    let at = places.next()?;
    let body = after(whom, &BODIES).is_some();
    let denied = words.iter().any(|word| ["không", "chưa", "và", "hoặc", "trừ"].contains(&word.to_lowercase().as_str()));
    if denied || at > MOST_OF_BODY || !body || whom.contains([':', ';', '.']) {
        return None;
    }
    let (front, behind) = words.split_at(at);
    Some(format!("{} không {}: {NOT_COUNTED}", front.join(" "), behind.join(" ")))
}

/// Most words of a body: “các đơn vị sự nghiệp”.
const MOST_OF_BODY: usize = 5;

/// Reads “Sở không có vốn: không tính, quy đổi theo thang điểm còn lại”: the points of the others make up for it, so that it doesn't count.
fn made_up_for(remark: &str) -> Option<String> {
    let (whom, said) = remark.split_once(':').or_else(|| remark.split_once(" thì "))?;
    let rest = after(said.trim(), &LEFT_OUT)?;
    // “Không tính điểm tiêu chí này” leaves out the criterion, and not its points alone.
    let this = after(rest, &["điểm tiêu chí này", "tiêu chí này", "nội dung này"]);
    let (whole, rest) = (this.is_some(), this.unwrap_or(rest));
    let made_up = rest.trim_start_matches([',', ';', ' ']);
    let made_up = after(made_up, &["và", "điểm", "được"]).unwrap_or(made_up);
    let made_up = after(made_up, &["điểm", "được"]).unwrap_or(made_up);
    let converted = after(made_up, &["quy đổi", "loại trừ điểm"]).is_some();
    let sure = !UNSURE.iter().any(|word| after(said.trim(), &[word]).is_some());
    (converted || (sure || whole) && rest.is_empty()).then(|| format!("{}: {NOT_COUNTED}", whom.trim()))
}

/// Gives what stands behind words that a text begins with.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
        let (front, rest) = text.split_at(end);
        let whole = !rest.starts_with(char::is_alphanumeric);
        (front.to_lowercase() == *word && whole).then(|| rest.trim_start())
    })
}
