//! What the form calls a figure that levels count: the name of the criterion, with what the levels say of each thing and of how long
//! they count.

use crate::convert::line::{Case, Condition, Side};
use crate::finding::convert::MEASURED;
use crate::text;

use super::Doubt;
use super::measure::Asked;
use crate::convert::line::lowered;

/// How a figure is called, where its criterion's name doesn't say it all.
#[derive(Debug, Default)]
pub struct CountedAs {
    /// Words of the input.
    pub label: Option<String>,
    /// Unit of measure with its time: “tin/tháng”.
    pub unit: Option<String>,
}

/// Words that say of a thing how it has to be.
const HOW: [&str; 12] = ["có", "được", "đã", "đang", "đạt", "bảo", "đảm", "đầy", "kèm", "do", "đúng", "không"];

/// Tells whether levels count things in a time, so that their figure is a mean.
pub fn is_mean(cases: &[&Case]) -> bool {
    cases.iter().filter(|case| !case.gives_nothing()).filter_map(|case| case.condition.as_ref()).any(|one| in_a_time(one).is_some())
}

/// Names what levels count, and asks where only some of them say how it has to be, and what so many in a month are in a year.
pub fn counted_as(asked: &Asked<'_>, cases: &[&Case], between: bool, doubts: &mut Vec<Doubt>) -> CountedAs {
    let name = asked.words.name;
    let conditions: Vec<&Condition> =
        cases.iter().filter(|case| !case.gives_nothing()).filter_map(|case| case.condition.as_ref()).collect();
    let mut found = CountedAs::default();
    let known: Vec<String> = name.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    let told = conditions.iter().map(|condition| thing(condition)).filter(|tail| says_how(tail, &known)).max_by_key(String::len);
    if let Some(tail) = told {
        // “Có 02 sáng kiến được công nhận; 01 sáng kiến” says it once; “02 cuộc, có kết luận; 01 cuộc” may not.
        let apart = tail.contains(',') || tail.contains('(');
        if apart && !conditions.iter().all(|condition| says_how(&thing(condition), &known)) {
            doubts.push((
                &MEASURED,
                text!(
                    "“{name}”: chỉ một số mức ghi “{tail}”; tạm tính cùng một số liệu ở mọi mức",
                    "“{name}”: only some of the levels say “{tail}”; the same figure counts for all of them for now"
                ),
            ));
        }
        // “Sáng kiến” says no more than “sáng kiến được công nhận”, “Sáng kiến cấp cơ sở” does.
        let plain = tail.to_lowercase();
        let says_all = known.iter().all(|word| plain.split(' ').any(|one| one == word));
        found.label = Some(if says_all { format!("Số {}", lowered(&tail)) } else { format!("{name}: số {}", lowered(&tail)) });
    }
    if conditions.iter().any(|condition| takes_days(condition)) {
        let unit = conditions.iter().find_map(|condition| condition.after.first()).map_or("ngày", String::as_str);
        let told = ["thời gian", "số ngày", "số giờ", "thời hạn"].iter().any(|word| name.to_lowercase().contains(word));
        found.label = found.label.or_else(|| (!told).then(|| format!("{name}: số {unit} thực hiện")));
        if is_done_often(name, &conditions) {
            doubts.push((
                &MEASURED,
                text!(
                    "“{name}”: số {unit} của từng trường hợp, của trường hợp lâu nhất hay bình quân các trường hợp? Tạm hỏi một số {unit}",
                    "“{name}”: the number of “{unit}” of each case, of the longest, or the mean of all? The form asks for one number for now"
                ),
            ));
        }
    }
    if let Some((unit, time)) = conditions.iter().find_map(|condition| in_a_time(condition)) {
        // “Số tin bình quân mỗi tháng” says of itself that it is a mean.
        let means = |words: &str| ["bình quân", "trung bình"].iter().any(|mean| words.contains(mean));
        let named = means(&name.to_lowercase());
        if named && !between {
            return CountedAs { label: found.label, unit: Some(unit) };
        }
        // “Bình quân từ 05 tin, bài/tuần” says that it is a mean, if not what one between two levels gives.
        let told = !between && conditions.iter().any(|condition| means(&condition.words().join(" ")));
        let question: Doubt = (
            &MEASURED,
            if between {
                text!(
                    "“{name}”: số “{unit}” tính bình quân cả năm hay từng {time} đều phải đạt? Tạm hỏi số bình quân mỗi {time}, số lẻ giữa hai mức tính theo mức ít điểm hơn",
                    "“{name}”: is “{unit}” the mean of the year, or must each {time} reach it? The form asks for the mean for now, and a mean between two levels takes the one with fewer points"
                )
            } else {
                text!(
                    "“{name}”: số “{unit}” tính bình quân cả năm hay từng {time} đều phải đạt? Tạm hỏi số bình quân mỗi {time}",
                    "“{name}”: is “{unit}” the mean of the year, or must each {time} reach it? The form asks for the mean for now"
                )
            },
        );
        doubts.extend((!told).then_some(question));
        let label = found.label.unwrap_or_else(|| name.to_owned());
        let label = if named { label } else { format!("{label} (bình quân mỗi {time})") };
        found = CountedAs { label: Some(label), unit: Some(unit) };
    }
    found
}

/// Tells whether a condition is a time in which a thing has to be done: “trong 05 ngày làm việc”, not “chậm không quá 05 ngày”.
fn takes_days(condition: &Condition) -> bool {
    const COUNTED: [&str; 9] = ["chậm", "trễ", "muộn", "sớm", "trước", "quá", "nghỉ", "vắng", "trực"];
    let unit = condition.after.first().is_some_and(|unit| ["ngày", "giờ"].contains(&unit.as_str()));
    let other = condition.before.iter().any(|word| COUNTED.contains(&word.as_str()));
    unit && !other && matches!(condition.bounds.as_slice(), [(Side::UpTo, _)])
}

/// Tells whether what takes so many days is done more than once in a year: results, dossiers, not the plan of the year.
fn is_done_often(name: &str, conditions: &[&Condition]) -> bool {
    const ONCE: [&str; 9] =
        ["kế hoạch", "chương trình", "quy chế", "đề án", "báo cáo năm", "báo cáo tổng kết", "báo cáo kết quả", "quyết định", "danh mục"];
    const MEAN: [&str; 4] = ["trung bình", "bình quân", "lâu nhất", "chậm nhất"];
    // What the days are counted from is not what is done: “kể từ ngày ký quyết định công bố”.
    const FROM: [&str; 5] = ["kể từ", "tính từ", "từ ngày", "sau khi", "sau ngày"];
    let done =
        |words: String| FROM.iter().filter_map(|from| words.find(from)).min().and_then(|at| words.get(..at)).unwrap_or(&words).to_owned();
    let said =
        conditions.iter().map(|condition| done(condition.words().join(" "))).chain([name.to_lowercase()]).collect::<Vec<_>>().join(" ");
    !ONCE.iter().chain(&MEAN).any(|word| said.contains(word))
}

/// Gives the words behind a bound, without “trở lên” and the time.
fn thing(condition: &Condition) -> String {
    let tail = condition.tail.replace(" trở lên", "").replace(" trở xuống", "");
    // “Cuộc/năm, có thông báo kết luận” says behind the time how each has to be.
    let (things, behind) = tail.split_once('/').unwrap_or((&tail, ""));
    let how = behind.find(',').and_then(|at| behind.get(at..)).unwrap_or_default();
    format!("{}{how}", things.trim()).trim_end_matches(',').to_owned()
}

/// Tells whether words say of a thing how it has to be, with words that the name lacks.
fn says_how(tail: &str, known: &[String]) -> bool {
    let words: Vec<String> =
        tail.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let how = words.iter().position(|word| HOW.contains(&word.as_str())).filter(|at| *at > 0);
    how.is_some_and(|at| words.iter().skip(at + 1).any(|word| !known.contains(word)))
}

/// Finds the time in which so many are asked: “02 ngày/tháng”, with the unit as spelt.
fn in_a_time(condition: &Condition) -> Option<(String, String)> {
    let (thing, behind) = condition.tail.split_once('/')?;
    let time = behind.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty())?.to_lowercase();
    ["tháng", "quý", "tuần", "ngày", "kỳ"].contains(&time.as_str()).then(|| (format!("{}/{time}", thing.trim()), time))
}
