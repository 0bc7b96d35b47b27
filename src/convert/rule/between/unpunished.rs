//! Conditions of the full points that no deduction speaks of: without them nothing is taken.

use crate::convert::line::{Case, Clause, Each};
use crate::convert::rule::Doubt;
use crate::convert::rule::measure::Asked;
use crate::finding::convert::BESIDE;
use crate::text;

use super::both::{ends_in_time, is_in_time, qualities};
use super::words::LATE;

/// Asks of conditions of the full points that no deduction speaks of: “100% phản ánh được xử lý đúng hạn và công khai: 2 điểm; mỗi
/// phản ánh quá hạn trừ 0,5 điểm” takes nothing where nothing is published.
pub fn unpunished(asked: &Asked<'_>, starts: &[&Case], taken: &[&Each], doubts: &mut Vec<Doubt>) {
    const CONDITIONS: [&str; 15] = [
        "chất lượng",
        "có ",
        "công khai",
        "được ",
        "gửi ",
        "bảo đảm",
        "đảm bảo",
        "phải ",
        "niêm yết",
        "đăng ",
        "công bố",
        "kèm ",
        "cập nhật",
        "không ",
        "lưu ",
    ];
    const LIGHT: [&str; 7] = ["có", "được", "phải", "không", "gửi", "kèm", "theo"];
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let punished: Vec<String> = taken.iter().flat_map(|each| words(&each.what)).collect();
    let all = format!(" {} ", punished.join(" "));
    let late = LATE.iter().any(|word| all.contains(&format!(" {word} ")));
    for case in starts {
        let label = case.label.to_lowercase();
        let open = |part: &&str| {
            let told = words(part).iter().any(|word| !LIGHT.contains(&word.as_str()) && punished.contains(word));
            // “Gửi đúng hạn” is what whoever sends late lacks.
            let told = told || ends_in_time(part) && (late || punished.iter().any(|one| one == "quá"));
            CONDITIONS.iter().any(|word| part.starts_with(word)) && !told
        };
        let told = label.replace(", ", " và ").split(" và ").skip(1).map(str::trim).find(open).map(str::to_owned);
        if let Some(condition) = told.or_else(|| unspoken(asked, case)) {
            let name = asked.words.name;
            doubts.push((
                &BESIDE,
                text!(
                    "“{name}”: điểm tối đa còn đòi “{condition}”, mà không mức trừ nào nói đến",
                    "“{name}”: full points also ask for “{condition}”, of which no deduction speaks"
                ),
            ));
        }
    }
}

/// Gives the qualities that full points ask for, side by side, of which no other clause says that they may be lacking: “đầy đủ, kịp thời,
/// đúng mẫu: 1; thiếu 01 báo cáo trừ 0,5”.
fn unspoken(asked: &Asked<'_>, start: &Case) -> Option<String> {
    const ANY: [&str; 20] = [
        "vi phạm",
        "không đạt",
        "chưa đạt",
        "không bảo đảm",
        "không đảm bảo",
        "yêu cầu",
        "không đáp ứng",
        "không đúng quy định",
        "chưa đúng quy định",
        "sai quy định",
        "trái quy định",
        "lỗi",
        "tồn tại",
        "sai sót",
        "hạn chế",
        "một trong",
        "sai phạm",
        "nội dung",
        "nhắc nhở",
        "phê bình",
    ];
    const LACKS: [&str; 6] = ["thiếu", "không", "chưa", "vắng", "bỏ", "khuyết"];
    const UNSENT: [&str; 10] = ["thiếu", "không", "chưa", "vắng", "bỏ", "khuyết", "chậm", "trễ", "muộn", "quá hạn"];
    let others: Vec<String> = asked
        .said
        .iter()
        .filter(|one| !matches!(&one.clause, Clause::Case(case) if case == start))
        .map(|one| one.text.to_lowercase())
        .collect();
    let others = format!(
        " {} ",
        others.join(" ").split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    );
    let says = |list: &[&str]| list.iter().any(|word| others.contains(&format!(" {word} ")));
    let told = |quality: &String| {
        let own: Vec<&str> = quality.split(' ').skip(1).collect();
        let named = !own.is_empty() && own.iter().all(|word| says(&[word]));
        let kind: &[&str] = if is_in_time(quality) {
            &LATE
        } else if quality.starts_with("đủ") || quality.starts_with("đầy đủ") {
            // Without a thing of its own it is of what comes late or not at all: “gửi đầy đủ, đúng hạn”.
            if own.len() > usize::from(quality.starts_with("đầy đủ")) { &LACKS } else { &UNSENT }
        } else {
            &["sai", "không đúng", "chưa đúng", "không chính xác"]
        };
        named || says(kind)
    };
    // “Đầy đủ, kịp thời, đúng quy định” is summed up, and so is what is wrong.
    if start.says(&["đúng quy định"]) && says(&["sai", "không đúng", "chưa đúng"]) {
        return None;
    }
    let qualities = qualities(&start.label.to_lowercase());
    let open: Vec<String> = qualities.iter().filter(|quality| !told(quality) && !quality.contains("quy định")).cloned().collect();
    (qualities.len() > 1 && !open.is_empty() && !says(&ANY)).then(|| open.join("”, “"))
}
