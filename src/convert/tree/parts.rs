//! What stands below a criterion: parts, levels, contents with points of their own, and lines between them that have none.

use super::{Node, behind};
use crate::convert::line::{contradicts, gives_something, points_given, says_only};
use crate::convert::rows::{CellWords, Row};
use crate::convert::sign;
use crate::finding::Finding;
use crate::finding::convert::UNNUMBERED;
use crate::intake::stt::Style;
use crate::points::Points;
use crate::text;
use crate::text::fold::bare;

/// Decides what lines with points of their own are: parts, or levels.
pub fn settle(node: &mut Node, findings: &mut Vec<(CellWords, Finding)>) {
    joined_to_the_one_above(node);
    told_in_the_name(node);
    listed_in_the_name(node);
    behind::parted(node);
    if let Some(parts) = under_letters(node) {
        node.children = parts;
        node.lines.clear();
    }
    let full = node.max.clone();
    if branches(node) {
        for child in std::mem::take(&mut node.children) {
            let text = format!("{} {}", child.written.unwrap_or_default(), child.row.name.text);
            node.lines.push(CellWords { text, points: child.max, ..child.row.name });
            node.lines.extend(child.lines);
            node.row.others.extend(child.row.others);
            node.row.evidence.extend(child.row.evidence);
        }
    }
    let loose: Vec<Points> = node.lines.iter().filter(|line| !none_of_them(line)).filter_map(|line| line.points.clone()).collect();
    let sum: Points = loose.iter().sum();
    if loose.len() >= 2
        && node.children.is_empty()
        && full.as_ref() == Some(&sum)
        && loose.iter().all(|one| Some(one) != full.as_ref())
        && !only_done(node)
    {
        parts_of(node, findings);
    }
    for child in &mut node.children {
        settle(child, findings);
    }
}

/// Makes parts of lines under lettered headings, where the best of each come to the maximum: “a) Mức độ đầy đủ”, “Đủ: 1,5”, “Thiếu: 0,75”, “b)
/// Tần suất cập nhật”, “Từ 05 tin/tuần: 1”.
fn under_letters(node: &Node) -> Option<Vec<Node>> {
    let letter = |line: &CellWords| is_lettered(&line.text) && line.points.is_none() && !gives_something(&line.text);
    let all = &node.lines;
    if !node.children.is_empty() || !all.first().is_some_and(&letter) {
        return None;
    }
    let mut groups: Vec<(&CellWords, Vec<CellWords>)> = Vec::new();
    for line in all {
        match groups.last_mut().filter(|_| !letter(line)) {
            Some((_, lines)) => lines.push(line.clone()),
            None => groups.push((line, Vec::new())),
        }
    }
    let best = |lines: &[CellWords]| lines.iter().filter_map(|line| line.points.clone()).max().filter(Points::is_positive);
    let most: Vec<Points> = groups.iter().map(|(_, lines)| best(lines)).collect::<Option<_>>()?;
    let sum: Points = most.iter().sum();
    if groups.len() < 2 || node.max.as_ref() != Some(&sum) {
        return None;
    }
    let part = |(n, ((heading, lines), max)): (usize, ((&CellWords, Vec<CellWords>), Points))| {
        let next = u32::try_from(n + 1).unwrap_or(u32::MAX);
        let parts = node.parts.iter().copied().chain([next]).collect();
        let mut letters = heading.text.chars();
        let written: String = letters.by_ref().take(2).collect();
        let text = letters.as_str().trim().trim_end_matches(':').to_owned();
        let row = Row {
            max: Some(max),
            max_cell: (node.row.max_cell.0.clone(), None),
            signed: None,
            name: CellWords { text, points: None, ..heading.clone() },
            row: heading.row,
            stt: None,
            number: None,
            lines: Vec::new(),
            evidence: Vec::new(),
            noted: Vec::new(),
            survey: None,
            others: Vec::new(),
            ..node.row.clone()
        };
        let mut made = super::node(row, Some(written), Style::Dotted, parts);
        made.lines = lines;
        made
    };
    Some(groups.into_iter().zip(most).enumerate().map(part).collect())
}

/// Tells whether words begin with the letter of an item: “b) Tần suất cập nhật”.
fn is_lettered(text: &str) -> bool {
    let mut letters = text.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    first.is_some_and(char::is_alphabetic) && matches!(second, Some(')' | '.')) && third == Some(' ')
}

/// Takes brackets behind a name that say points for a line, where there is no other: “Quy chế dân chủ (có quy chế: 3 đ; không có: 0
/// đ)”. At a criterion with parts they are a line, too: “(không có nhiệm vụ được giao được tính 3 điểm)”.
fn told_in_the_name(node: &mut Node) {
    let Some((name, inside)) = node.row.name.text.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|text| text.split_once('('))
    else {
        return;
    };
    let plain = bare(inside);
    let worded = inside.contains(':') || ["duoc tinh ", "moi ", "tru "].iter().any(|word| plain.contains(word));
    let says = worded && (!points_given(inside).is_empty() || gives_something(inside) || plain.contains("duoc tinh "));
    if !says
        || plain.trim_start().starts_with("toi da")
        || inside.contains(['(', ')'])
        || !node.lines.is_empty()
        || sign::of_name(name).is_some()
        || name.trim().is_empty()
    {
        return;
    }
    let text = inside.trim().to_owned();
    let name = name.trim_end().to_owned();
    node.lines.push(CellWords { text, points: None, column: None, ..node.row.name.clone() });
    node.row.name.text = name;
}

/// Takes a list behind a name that gives points for lines, where there is no other: “Công khai TTHC: a) tại trụ sở: 1 điểm; b) trên Cổng:
/// 1 điểm”.
fn listed_in_the_name(node: &mut Node) {
    const FEWEST: usize = 2;
    let text = node.row.name.text.clone();
    let begins = [" a) ", " (a) ", " 1) ", " - "].iter().filter_map(|mark| text.find(mark)).min();
    let Some((name, list)) = begins.and_then(|at| text.split_at_checked(at)).filter(|_| node.lines.is_empty() && node.children.is_empty())
    else {
        return;
    };
    let counted = [" b) ", " (b) ", " 2) ", " - "].iter().any(|mark| list.get(1..).is_some_and(|rest| rest.contains(mark)));
    let name = name.trim_end_matches([':', ' ', '.', ',']);
    if !counted || name.contains([';', ':']) || points_given(list).len() < FEWEST || sign::of_name(name).is_some() {
        return;
    }
    node.lines.push(CellWords { text: list.trim().to_owned(), points: None, column: None, ..node.row.name.clone() });
    node.row.name.text = name.to_owned();
}

/// Tells whether a) b) c) below a criterion are its levels: the best has all of its points, and the others are no parts of it, for
/// they come to more, or one of them has none.
fn branches(node: &Node) -> bool {
    let plain = |child: &Node| child.style == Style::Lower && child.children.is_empty();
    let said = |child: &Node| child.lines.iter().any(|line| line.points.is_some() || gives_something(&line.text));
    if node.children.len() < 2 || node.max.is_none() || !node.children.iter().all(|child| plain(child) && !said(child)) {
        return false;
    }
    let given: Vec<&Points> = node.children.iter().filter_map(|child| child.max.as_ref()).collect();
    let sum: Points = given.iter().copied().sum();
    let none = given.iter().any(|points| points.is_zero());
    given.iter().copied().max() == node.max.as_ref() && (none || Some(&sum) != node.max.as_ref())
}

/// Tells whether all lines have points, and say what is done for them or how it is to be: “Có kế hoạch kiểm tra”, “Thu thập thông
/// tin”, “Công chức có thái độ đúng mực”. The rule adds them up. What only names a thing may be done well or badly, and is asked.
fn only_done(node: &Node) -> bool {
    const DONE: [&str; 64] = [
        "có ",
        "đủ ",
        "đầy đủ ",
        "đúng ",
        "tất cả ",
        "toàn bộ ",
        "kịp thời ",
        "mở ",
        "lắp đặt ",
        "trang bị ",
        "sử dụng ",
        "áp dụng ",
        "vận hành ",
        "cung cấp ",
        "kết nối ",
        "số hóa ",
        "ứng dụng ",
        "phê duyệt ",
        "quán triệt ",
        "phổ biến ",
        "khảo sát ",
        "hướng dẫn ",
        "phát hành ",
        "đào tạo ",
        "bồi dưỡng ",
        "kiện toàn ",
        "sắp xếp ",
        "đôn đốc ",
        "đã ",
        "ban hành ",
        "tổ chức ",
        "thực hiện ",
        "bảo đảm ",
        "đảm bảo ",
        "gửi ",
        "xây dựng ",
        "công khai ",
        "bố trí ",
        "thu thập ",
        "kiểm tra",
        "xử lý ",
        "rà soát",
        "tham mưu ",
        "cập nhật ",
        "niêm yết ",
        "báo cáo ",
        "thành lập ",
        "phân công ",
        "triển khai ",
        "hoàn thành ",
        "tiếp nhận ",
        "giải quyết ",
        "công bố ",
        "tuyên truyền ",
        "đăng tải ",
        "lập ",
        "cử ",
        "theo dõi ",
        "trả lời ",
        "đánh giá ",
        "tham gia ",
        "phối hợp ",
        "duy trì ",
        "khắc phục ",
    ];
    const MEASURED: [&str; 8] = ["tỷ lệ", "tỉ lệ", "số ", "mức ", "chất lượng", "kết quả", "điểm ", "tiến độ"];
    const SAYS: [&str; 6] = [" có ", " được ", " đã ", " đúng ", " đầy đủ", " không "];
    // “Nội dung bám sát kế hoạch của tỉnh”, “Chủ tịch UBND trực tiếp phụ trách”: somebody or something, and what is so of it.
    const SO: [&str; 22] = [
        " bám sát",
        " trực tiếp ",
        " phụ trách",
        " chủ trì",
        " xác định ",
        " nêu ",
        " thể hiện ",
        " phù hợp",
        " kịp thời",
        " thường xuyên",
        " bảo đảm ",
        " đảm bảo ",
        " ban hành ",
        " phân công ",
        " bố trí ",
        " gửi ",
        " ký ",
        " rõ ràng",
        " cụ thể",
        " sử dụng ",
        " tham dự",
        " tiếp thu",
    ];
    let plain = |line: &CellWords| line.text.to_lowercase().trim_start_matches(['-', '+', '*', '•', ' ']).to_owned();
    let begins = |plain: &str, list: &[&str]| list.iter().any(|word| plain.starts_with(word));
    let says = |line: &CellWords| {
        let plain = plain(line);
        let so = !begins(&plain, &NAMES) && SO.iter().any(|word| plain.contains(word));
        begins(&plain, &DONE) || denies(&plain) || !begins(&plain, &MEASURED) && (so || SAYS.iter().any(|word| plain.contains(word)))
    };
    // What a column of notes says beside them is none of them.
    let apart = |line: &CellWords| !gives_something(&line.text) || sign::of_line(&line.text).is_some();
    let noted = |line: &CellWords| line.points.is_none() && (line.column.is_some() && apart(line) || sign::of_line(&line.text).is_some());
    let all: Vec<&CellWords> = node.lines.iter().filter(|line| !none_of_them(line) && !noted(line)).collect();
    let beside = all.iter().any(|line| says(line));
    // Rows of one list are of one kind: what stands beside a deed, names nothing and has words enough is a deed, whatever its verb.
    let parallel = |line: &CellWords| {
        let plain = plain(line);
        let things = begins(&plain, &MEASURED) || begins(&plain, &NAMES) || begins(&plain, &THINGS);
        beside && !things && plain.split_whitespace().count() >= FEWEST
    };
    all.iter().all(|line| line.points.is_some() && !gives_something(&line.text) && (says(line) || parallel(line)))
}

/// Fewest words of a deed whose verb isn't known.
const FEWEST: usize = 5;

/// Words that begin the name of a thing of which something is asked, and say by themselves nothing that is done: “công tác chỉ đạo thường
/// xuyên”.
const NAMES: [&str; 8] = ["công tác ", "việc ", "tình hình ", "quy trình ", "hoạt động ", "thời gian ", "sự ", "trách nhiệm "];

/// Words that begin the name of a thing that may be good or bad.
const THINGS: [&str; 52] = [
    "mô hình ",
    "sáng kiến ",
    "phương án ",
    "bộ phận ",
    "kế hoạch ",
    "chương trình ",
    "quyết định ",
    "quy chế ",
    "quy định ",
    "đề án ",
    "nghị quyết ",
    "chỉ thị ",
    "thông báo ",
    "danh mục ",
    "giao diện ",
    "tốc độ ",
    "nội dung ",
    "hình thức ",
    "thể thức ",
    "bố cục ",
    "ý thức ",
    "tinh thần ",
    "thái độ ",
    "kỹ năng ",
    "trình độ ",
    "năng lực ",
    "hiệu quả ",
    "khả năng ",
    "vai trò ",
    "cơ sở ",
    "trang thiết bị ",
    "thiết bị ",
    "hệ thống ",
    "hạ tầng ",
    "sổ ",
    "hồ sơ ",
    "tài liệu ",
    "văn bản ",
    "trang thông tin ",
    "phòng ",
    "trụ sở ",
    "môi trường ",
    "cảnh quan ",
    "đội ngũ ",
    "cán bộ ",
    "công chức ",
    "nhân sự ",
    "chỉ số ",
    "tính ",
    "phong cách ",
    "giải ",
    "danh hiệu ",
];

/// Tells whether words deny that something happened: “không để xảy ra sự cố”, “không có công chức bị phản ánh”.
fn denies(plain: &str) -> bool {
    ["không để ", "không xảy ra ", "không có ", "không bị ", "không vi phạm ", "không còn ", "không phát sinh "]
        .iter()
        .any(|word| plain.starts_with(word))
}

/// Tells whether a line says what none of the parts gives: “Không công khai | 0”.
fn none_of_them(line: &CellWords) -> bool {
    let plain = line.text.to_lowercase();
    let plain = plain.trim_start_matches(['-', '+', '*', '•', ' ']);
    line.points.as_ref().is_some_and(Points::is_zero) && ["không ", "chưa "].iter().any(|word| plain.starts_with(word))
}

/// Makes children of the lines that have points.
fn parts_of(node: &mut Node, findings: &mut Vec<(CellWords, Finding)>) {
    let count = node.lines.iter().filter(|line| line.points.is_some() && !none_of_them(line)).count();
    let name = &node.row.name.text;
    let message = text!("{count} dòng có điểm riêng dưới “{name}”", "{count} lines with points of their own below “{name}”");
    findings.push((node.row.name.clone(), Finding::new(&UNNUMBERED, message)));
    let mut above = Vec::new();
    for line in std::mem::take(&mut node.lines) {
        if none_of_them(&line) {
            above.push(line);
            continue;
        }
        let Some(points) = line.points.clone() else {
            // “Để xảy ra sự cố thì không tính điểm của cả tiêu chí” is of them all.
            match node.children.last_mut().filter(|_| sign::of_line(&line.text).is_none()) {
                Some(child) => child.lines.push(line),
                None => above.push(line),
            }
            continue;
        };
        let next = u32::try_from(node.children.len() + 1).unwrap_or(u32::MAX);
        let parts = node.parts.iter().copied().chain([next]).collect();
        let text = line.text.trim_start_matches(['-', '+', '*', '•', ' ']).to_owned();
        let row = Row {
            max: Some(points),
            max_cell: (node.row.max_cell.0.clone(), None),
            signed: None,
            name: CellWords { text, points: None, ..line.clone() },
            row: line.row,
            stt: None,
            number: None,
            lines: Vec::new(),
            evidence: Vec::new(),
            noted: Vec::new(),
            survey: None,
            others: Vec::new(),
            ..node.row.clone()
        };
        node.children.push(super::node(row, None, Style::Dotted, parts));
    }
    node.lines = above;
}

/// Finds a line without points between lines that have some beside them: “Hoàn thành nhiệm vụ” with an empty cell, below “Hoàn
/// thành tốt nhiệm vụ | 2” and above “Không hoàn thành | 0”. What it gives nobody says, and no rule may pass it over.
pub fn alone_between(lines: &[CellWords]) -> Option<&CellWords> {
    let pointed = |line: &CellWords| line.points.is_some();
    let first = lines.iter().position(pointed)?;
    let last = lines.iter().rposition(pointed)?;
    let silent = |line: &&CellWords| line.points.is_none() && !line.text.trim_end().ends_with(':') && !gives_something(&line.text);
    lines.get(first..last)?.iter().find(silent)
}

/// Adds a line that only goes on with the one above it, in small letters or brackets, to that one.
fn joined_to_the_one_above(node: &mut Node) {
    if alone_between(&node.lines).is_none() {
        return;
    }
    let mut lines: Vec<CellWords> = Vec::new();
    for line in std::mem::take(&mut node.lines) {
        let goes_on = line.points.is_none()
            && !is_lettered(&line.text)
            && line.text.starts_with(|c: char| c.is_lowercase() || c == '(')
            && !gives_something(&line.text);
        match lines.last_mut().filter(|above| goes_on && above.points.is_some()) {
            Some(above) => above.text = format!("{} {}", above.text, line.text),
            None => lines.push(line),
        }
    }
    node.lines = lines;
}

/// Gives a line with the points that stand beside it.
pub fn spoken(said: &CellWords) -> String {
    match &said.points {
        Some(points) if says_only(&said.text, points) => said.text.clone(),
        Some(points) if !gives_something(&said.text) || contradicts(&said.text, points) => {
            format!("{}: {}", said.text.trim_end_matches([':', ' ']), points.plain_vi())
        }
        _ => said.text.clone(),
    }
}
