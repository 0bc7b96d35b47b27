//! What the council and the survey typed.

use std::collections::BTreeMap;

use parindex::assessment::{Answer, Claim};
use parindex::criteria::{CriteriaSet, Leaf};
use parindex::figure::CriterionId;
use parindex::points::{Points, Rounding};
use parindex::rule::Scorer;

use super::units::Frame;
use super::yaml::{CARELESS, LATE};

/// Heading of the council's tables.
pub const HEAD: &str = "\u{feff}Đơn vị;Tiêu chí;Số liệu;Giá trị thẩm định;Điểm;Lý do;Người thẩm định;Lần\r\n";

/// Agencies, by the area that they appraise, and who signs for each.
pub static AGENCIES: [(&str, &str, &[&str]); 5] = [
    ("snv", "Phòng CCHC, Sở Nội vụ", &["1", "4", "5", "8", "P1"]),
    ("stp", "Phòng Xây dựng và Thi hành pháp luật, Sở Tư pháp", &["2"]),
    ("vpub", "Phòng Kiểm soát TTHC, Văn phòng UBND tỉnh", &["3"]),
    ("stc", "Phòng Ngân sách, Sở Tài chính", &["6"]),
    ("skhcn", "Phòng Chuyển đổi số, Sở Khoa học và Công nghệ", &["7"]),
];

/// Why points are taken away.
static REASONS: [&str; 6] = [
    "Tài liệu kiểm chứng chưa thể hiện kết quả như đơn vị kê khai",
    "Số liệu trên hệ thống thấp hơn số liệu đơn vị báo cáo",
    "Văn bản kèm theo ban hành sau thời hạn quy định",
    "Kiểm tra thực tế: mới thực hiện một phần nội dung",
    "Báo cáo thiếu phụ lục số liệu, chỉ tính phần có minh chứng",
    "Tài liệu trùng với tiêu chí khác, không tính hai lần",
];

/// What the council typed of a leaf: points, reason.
pub struct Line {
    /// Criterion.
    pub criterion: CriterionId,
    /// Figure that is confirmed, in place of points: its id, its value.
    pub figure: Option<(String, String)>,
    /// Points.
    pub points: Points,
    /// Points that the unit should have claimed.
    pub fair: Points,
    /// Reason, where points were taken away.
    pub reason: &'static str,
}

/// Gives what the council typed of a unit in the first round.
pub fn first(set: &CriteriaSet, frame: &Frame, fair: &BTreeMap<CriterionId, Answer>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (criterion, leaf) in set.leaves() {
        let id = criterion.id.as_str();
        // Without a plan in time its quality is not looked at.
        let no_plan =
            id == "1.1.2" && fair.get(&"1.1.1".into()).is_some_and(|plan| matches!(&plan.claim, Claim::Points(points) if *points < half()));
        if no_plan || id == "P1" {
            continue;
        }
        match (leaf.scorer(), fair.get(&criterion.id).map(|answer| &answer.claim)) {
            (Scorer::Unit, Some(Claim::Points(points))) => {
                let taken = id != "1.1.1" && frame.noise(&format!("taken {id}"), 17) == 0 && points.is_positive();
                let less = if taken { set.rounding.print(&(points * &half())) } else { points.clone() };
                let reason = match () {
                    () if taken => REASONS[frame.noise(id, 6) as usize],
                    () if frame.id == CARELESS => "Đơn vị đã đính chính, bổ sung bằng văn bản trong thời gian thẩm định",
                    () => "",
                };
                lines.push(Line { criterion: criterion.id.clone(), figure: None, points: less, fair: points.clone(), reason });
            }
            // What is compared with the best of the group has no points of its own: its figures are confirmed.
            (Scorer::Unit, Some(Claim::Blank)) if !leaf.rule.takes_claims() => {
                let figures = fair.get(&criterion.id).into_iter().flat_map(|answer| &answer.figures);
                lines.extend(figures.filter_map(|(input, figure)| {
                    let figure = Some((input.to_string(), figure.number()?.plain_vi()));
                    Some(Line { criterion: criterion.id.clone(), figure, points: Points::default(), fair: Points::default(), reason: "" })
                }));
            }
            (Scorer::Council, _) => {
                let share = if frame.rate(id) >= 88 {
                    Points::from(1)
                } else if frame.rate(id) >= 72 {
                    three_quarters()
                } else {
                    half()
                };
                let points = set.rounding.print(&(&criterion.max * &share));
                lines.push(Line {
                    criterion: criterion.id.clone(),
                    figure: None,
                    fair: points.clone(),
                    points,
                    reason: "Theo dõi trong năm",
                });
            }
            _ => {}
        }
    }
    let days = LATE.iter().find(|(id, _)| *id == frame.id && !frame.department).map(|(_, day)| day[8..].parse::<i64>().unwrap_or(10) - 10);
    let penalty = Points::from(days.unwrap_or_default().min(4)).over(&Points::from(4)).unwrap_or_default();
    let reason = if days.is_some() { "Theo sổ tiếp nhận" } else { "" };
    lines.push(Line { criterion: "P1".into(), figure: None, fair: penalty.clone(), points: penalty, reason });
    lines
}

/// Writes lines of a table.
pub fn table(unit: &str, lines: &[&Line], by: &str, round: u8) -> String {
    let row = |line: &&Line| {
        let points = line.points.plain_vi();
        let found = line.figure.as_ref().map_or_else(|| format!(";;{points}"), |(input, value)| format!("{input};{value};"));
        format!("{unit};{};{found};{};{by};{round}\r\n", line.criterion, line.reason)
    };
    lines.iter().map(row).collect()
}

/// One half.
fn half() -> Points {
    Points::parse("0.5").unwrap_or_default()
}

/// Three quarters.
fn three_quarters() -> Points {
    Points::parse("0.75").unwrap_or_default()
}

/// Gives the points of a leaf that a survey scores, roughly, for the year before.
pub fn surveyed(frame: &Frame, leaf: &Leaf, id: &str, max: &Points) -> Option<Points> {
    (leaf.scorer() == Scorer::Survey).then(|| Rounding::default().print(&(max * &percent(frame.rate(id).max(60)))))
}

/// Makes a share of percent.
fn percent(number: u32) -> Points {
    Points::from(i64::from(number)).over(&Points::hundred()).unwrap_or_default()
}

/// Files of the survey, each in another shape: index of satisfaction, answers, means of groups, points.
pub fn survey(units: &[Frame]) -> [(&'static str, String); 4] {
    let bom = "\u{feff}";
    let mut index = format!("{bom}Đơn vị;Tiêu chí;Tỷ lệ (%);Cỡ mẫu\r\n");
    let mut answers = format!("{bom}Đơn vị;Tiêu chí;Phương án;Số phiếu\r\n");
    let mut means = format!("{bom}Đơn vị;Tiêu chí;Nhóm đối tượng;Điểm trung bình;Cỡ mẫu\r\n");
    let mut points = format!("{bom}Đơn vị;Tiêu chí;Điểm\r\n");
    for unit in units {
        let name = &unit.name;
        let sample = if unit.department { 120 } else { 60 };
        let well = |what: &str| unit.rate(what).clamp(58, 97);
        index += &format!("{name};8.1;{},{:02};{sample}\r\n", well("8.1"), unit.noise("sipas", 100));
        let very = sample * well("8.2") / 180;
        let content = (sample - very) * 3 / 4;
        let neutral = (sample - very - content) * 2 / 3;
        let none = sample - very - content - neutral;
        for (answer, count) in [("Rất hài lòng", very), ("Hài lòng", content), ("Bình thường", neutral), ("Không hài lòng", none)]
        {
            answers += &format!("{name};8.2;{answer};{count}\r\n");
        }
        let groups = if unit.department { ["cap_xa", "so_nganh"] } else { ["dan_cu", "doanh_nghiep"] };
        for group in groups {
            let mean = 300 + unit.rate(group) * 19 / 10;
            means += &format!("{name};8.3;{group};{},{:02};{}\r\n", mean / 100, mean % 100, sample / 3);
        }
        points += &format!("{name};8.4;0,{:02}\r\n", well("8.4").min(99));
    }
    [("sipas.csv", index), ("thai-do-phuc-vu.csv", answers), ("diem-trung-binh.csv", means), ("dai-bieu-hdnd.csv", points)]
}
