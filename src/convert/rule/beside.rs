//! What stands beside a rule and is no part of it: it is kept, and asked unless it can't change a point.

use crate::convert::line::{
    Case, Clause, Gives, WordedClause, is_of_ranking, is_of_some_units, limits, narrows, only_points_at, telling, turns,
};
use crate::finding::convert::BESIDE;
use crate::text;

use super::things::is_rate_of_something;
use super::{Doubt, Words, aside};

/// Asks of all that stands beside a rule and may bind it: remarks that don't only point at something, and headings that say for
/// whom or when.
pub fn questions(words: &Words<'_>, said: &[WordedClause]) -> Vec<Doubt> {
    // “Chỉ tính khi: (1) …; (2) …” is one question.
    let asked = said.chunk_by(|one, next| {
        may_bind(words, said, one) && may_bind(words, said, next) && is_of_ranking(&one.text) == is_of_ranking(&next.text)
    });
    let told = asked.filter_map(|group| {
        let binds = group.first().is_some_and(|one| may_bind(words, said, one));
        binds.then(|| beside(words.name, &group.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("; ")))
    });
    told.collect()
}

/// Tells whether a clause that no rule uses may bind it.
fn may_bind(words: &Words<'_>, said: &[WordedClause], one: &WordedClause) -> bool {
    // “Tổ đại biểu không tổ chức giám sát” is what the form counts.
    let counted = said.iter().any(|other| matches!(&other.clause, Clause::Each(each) if each.what == one.text));
    match one.clause {
        _ if counted => false,
        Clause::Note => true,
        // Which things count is for whoever counts them.
        Clause::Remark if aside::leaves_out(&one.text) => false,
        Clause::Remark => !only_points_at(&one.text) && !repeats(words, said, one) && (!narrows(&one.text) || is_of_some_units(&one.text)),
        // “Tỷ lệ hồ sơ bổ sung quá 01 lần:” above a yes or no is no figure that anybody is asked for.
        Clause::Heading if is_figure_of_so_many(&one.text) => true,
        // “Tỷ lệ văn bản được ký số:” names what is measured.
        Clause::Heading if is_rate_of_something(&one.text) && !limits(before_its_whole(&one.text)) => false,
        Clause::Heading => says_for_whom_or_when(&one.text) && !repeats(words, said, one),
        _ => false,
    }
}

/// Tells whether a heading is the name of a figure with a number in it.
fn is_figure_of_so_many(text: &str) -> bool {
    let plain = text.to_lowercase();
    let figure = ["tỷ lệ ", "tỉ lệ ", "hệ số ", "số lượng ", "tổng số ", "số "].iter().any(|word| plain.starts_with(word));
    let number = |word: &str| word.len() < 4 && word.chars().all(|c| c.is_ascii_digit());
    figure && plain.split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty() && number(word))
}

/// Gives the words of a rate that stand before its whole, which only say what counts: “văn bản phải xử lý” are all there are.
fn before_its_whole(text: &str) -> &str {
    [" trên tổng số ", "/tổng số "].iter().find_map(|joint| text.split_once(joint)).map_or(text, |(part, _)| part)
}

/// Tells whether the words of a heading say for whom or when it holds: “đối với đơn vị sự nghiệp”, “nếu được giao nhiệm vụ”.
fn says_for_whom_or_when(text: &str) -> bool {
    const SAID: [&str; 4] = ["được", "đã", "bị", "có"];
    // “Trường hợp còn lại:”, “các trường hợp sau:” only lead to what follows.
    let plain = text.to_lowercase();
    let leads = ["còn lại", "khác", "sau", "sau đây"].iter().any(|word| plain.trim_end_matches([':', ' ']).ends_with(word));
    let cases = ["trường hợp", "các trường hợp", "những trường hợp"].iter().any(|word| plain.starts_with(word));
    !(leads && cases) && limits(text) || plain.split(|c: char| !c.is_alphanumeric()).any(|word| SAID.contains(&word))
}

/// Tells whether words only say once more what the criterion is about.
fn repeats(words: &Words<'_>, said: &[WordedClause], one: &WordedClause) -> bool {
    const DEMANDS: [&str; 8] = ["có ", "đã ", "được ", "đủ ", "ban hành ", "xây dựng ", "tổ chức ", "hoàn thành "];
    const LIGHT: [&str; 17] =
        ["tính", "theo", "quy", "định", "năm", "việc", "về", "tại", "nội", "dung", "tiêu", "chí", "đơn", "vị", "kỳ", "mức", "độ"];
    let plain = |text: &str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    // “Có kế hoạch” beside “có báo cáo: 1 điểm” asks for the plan that the name speaks of.
    let asks = |text: &str| DEMANDS.iter().any(|word| text.to_lowercase().trim_start_matches(['-', '+', ' ']).starts_with(word));
    let level = |other: &WordedClause| matches!(&other.clause, Clause::Case(case) if !case.is_negative() && case.words.len() > 1 && asks(&case.label));
    let demands = asks(&one.text) && said.iter().any(level);
    let mut known = if demands { Vec::new() } else { plain(words.name) };
    let unused = |clause: &Clause| matches!(clause, Clause::Heading | Clause::Remark | Clause::Note | Clause::Supplied(_));
    known.extend(said.iter().filter(|other| !unused(&other.clause)).flat_map(|other| plain(&other.text)));
    let told = plain(&one.text);
    !limits(&one.text) && telling(&told).iter().all(|word| LIGHT.contains(word) || known.iter().any(|one| one == word))
}

/// Sets aside what leaves the criterion out for some units; tells whether there is any.
pub fn set_aside(said: &mut [WordedClause]) -> bool {
    let arises = |one: &&WordedClause| matches!(&one.clause, Clause::Case(case) if case.is_nothing_to_do());
    // Where two are said, the campaign can't tell them apart.
    if said.iter().filter(arises).count() > 1 {
        return false;
    }
    let mut any = false;
    // Arithmetic says itself what having none of its things gives.
    let levels = said.iter().filter(|one| matches!(one.clause, Clause::Case(_))).count() > 2;
    let computed = said.iter().any(|one| matches!(one.clause, Clause::Formula(_)));
    for one in said {
        let excuses = |case: &Case| {
            let none = levels && case.begins(&["không có", "chưa có"]);
            let begins = ["không thuộc", "không áp dụng", "không có chức năng", "không được giao", "đơn vị không thuộc"];
            // “Xã mới thành lập thì không tính điểm tiêu chí này” says so of the criterion; one that fails is not left out.
            let named = case.begins(&["đối với", "riêng"]);
            let wrong = case.says(&["vi phạm", "bị", "sai", "chậm", "trễ", "thiếu"]);
            let fails = wrong || !named && turns(&case.words.iter().skip(1).cloned().collect::<Vec<_>>());
            let this = !computed && said_of_this(&one.text) && !fails;
            // “Năm đánh giá không có văn bản phải tham mưu thì không chấm điểm tiêu chí này”.
            let lacks = !computed && said_of_this(&one.text) && case.begins(&["không có", "chưa có", "không phát sinh"]);
            case.gives == Gives::NotCounted && (none || case.begins(&begins) || this || lacks)
        };
        if matches!(&one.clause, Clause::Case(case) if excuses(case)) {
            one.clause = Clause::Note;
            any = true;
        }
    }
    any
}

/// Tells whether words leave out the criterion that they stand at: “không tính điểm tiêu chí này”.
fn said_of_this(text: &str) -> bool {
    let plain = text.to_lowercase();
    ["tiêu chí này", "nội dung này", "mục này"].iter().any(|word| plain.ends_with(word) || plain.trim_end_matches('.').ends_with(word))
}

/// Asks whether what stands beside a rule binds it.
pub fn beside(name: &str, text: &str) -> Doubt {
    let text = text.trim_matches(['(', ')', ':', ' ']);
    if is_of_ranking(text) {
        return (
            &BESIDE,
            text!(
                "“{name}”: “{text}” là điều kiện xếp hạng, xếp loại hoặc khen thưởng, không phải cách tính điểm của tiêu chí; nếu áp dụng thì ghi vào campaign.yaml",
                "“{name}”: “{text}” is a condition on places, grades or awards, not on the points of the criterion; where it holds, write it into campaign.yaml"
            ),
        );
    }
    (
        &BESIDE,
        text!(
            "“{name}”: “{text}” chưa có trong cách tính; tạm giữ làm lời hướng dẫn",
            "“{name}”: “{text}” is not part of the rule; it is kept as guidance for now"
        ),
    )
}

/// Asks whether a body that gives points is held to the levels that the lines name: the program takes any points up to the maximum.
pub fn levels_of_others(words: &Words<'_>, said: &[WordedClause]) -> Option<Doubt> {
    let levels: Vec<&str> = said.iter().filter(|one| matches!(one.clause, Clause::Case(_))).map(|one| one.text.as_str()).collect();
    let (name, levels) = (words.name, levels.join("; "));
    let (vi, en) = (words.max.plain_vi(), words.max.plain());
    (!levels.is_empty()).then(|| {
        (
            &BESIDE,
            text!(
                "“{name}”: các mức “{levels}” giữ làm lời hướng dẫn; người chấm vẫn nhập được mọi số điểm từ 0 đến {vi}",
                "“{name}”: the levels “{levels}” are kept as guidance; whoever scores may still type any points from 0 to {en}"
            ),
        )
    })
}
