//! What the form calls the figures of a rate: with what the name says of them, spelt as the table does.

use crate::convert::line::{WordedClause, lowered};

use super::measure::Asked;
use super::states::says_state;
use super::things::{head, says_what_is_done};

/// Says whose files a criterion on the data of people counts: “hồ sơ” below “Cập nhật cơ sở dữ liệu cán bộ, công chức”.
fn of_people(thing: &str, name: &str) -> Option<String> {
    const DATA: [&str; 2] = ["cơ sở dữ liệu ", "csdl "];
    const PEOPLE: [&str; 6] = ["cán bộ", "công chức", "viên chức", "người lao động", "cb", "cc"];
    let small = name.to_lowercase();
    let at = DATA.iter().find_map(|word| small.find(word).map(|at| at + word.len()))?;
    let behind = name.get(at..)?.split(['(', ';', ':', '.']).next()?.trim();
    let whose = ["quốc gia về ", "của tỉnh về ", "về ", "quốc gia "].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let few = whose.split(' ').count() <= 9 && PEOPLE.iter().any(|word| whose.to_lowercase().starts_with(word));
    (thing == "hồ sơ" && few && !says_state(whose)).then(|| format!("hồ sơ {whose}"))
}

/// Gives words up to the first comma, and behind it the further members of a list that they end with: “của cá nhân, tổ chức”, “sau thanh
/// tra, kiểm tra”. How it is done, and what else, is no member.
fn with_its_members(behind: &str) -> String {
    const LONGEST: usize = 8;
    const OTHERS: [&str; 10] = ["đúng", "không", "kịp", "đầy", "đủ", "có", "theo", "trong", "bảo", "đảm"];
    let mut pieces = behind.split(", ");
    let mut taken = pieces.next().unwrap_or_default().trim_end_matches(',').to_owned();
    for piece in pieces {
        let small = piece.to_lowercase();
        let last: Vec<&str> = taken.split_whitespace().rev().take(2).collect();
        let deed = |words: &str| says_what_is_done(words) || says_state(words);
        let joined = last.into_iter().rev().collect::<Vec<_>>().join(" ").to_lowercase();
        let first = small.split_whitespace().next().unwrap_or_default();
        if OTHERS.contains(&first) || piece.split_whitespace().count() > LONGEST || deed(&small) && !deed(&joined) {
            break;
        }
        taken = format!("{taken}, {}", piece.trim_end_matches(','));
    }
    taken
}

impl Asked<'_> {
    /// Says which things are meant, where the line only names them and the criterion says which: “100% văn bản được triển khai” below
    /// “Triển khai văn bản QPPL của cấp trên”.
    pub fn as_named(&self, part: &str, whole: &str) -> (String, String) {
        const ENDS: [&str; 25] = [
            "thực", "được", "đã", "bị", "có", "không", "chưa", "đúng", "trễ", "chậm", "quá", "trên", "trong", "tại", "theo", "qua", "bằng",
            "và", "năm", "đến", "để", "từ", "khi", "hoặc", "trực",
        ];
        // Things of a plan are narrowed by the name as others are.
        const PLANNED: [&str; 5] = ["chỉ tiêu", "mục tiêu", "nội dung", "công việc", "hoạt động"];
        const MOST: usize = 16;
        let unchanged = || (part.to_owned(), whole.to_owned());
        let known = |thing: &&str| head(thing).as_deref() == Some(*thing) || PLANNED.contains(thing);
        let Some(thing) = whole.strip_prefix("Tổng số ").filter(known) else { return unchanged() };
        let (name, small) = (self.words.name, self.words.name.to_lowercase());
        if let Some(all) = of_people(thing, name) {
            return (part.replacen(thing, &all, 1), format!("Tổng số {all}"));
        }
        let Some(at) = small.find(&format!("{thing} ")) else { return unchanged() };
        let behind = name.get(at + thing.len()..).unwrap_or_default();
        let behind = with_its_members(behind.split([';', ':', '(', '.', '–']).next().unwrap_or_default());
        let words: Vec<&str> = behind.split_whitespace().collect();
        let ends = |at: usize| {
            let word = words.get(at).map_or_else(String::new, |word| word.trim_end_matches(',').to_lowercase());
            // “Của cấp trên” says whose they are.
            ENDS.contains(&word.as_str()) && !(word == "trên" && at > 0 && words.get(at - 1) == Some(&"cấp"))
        };
        let end = (0..words.len()).find(|at| ends(*at));
        let which = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
        // “Do cơ quan có thẩm quyền kiến nghị” is whole or not at all.
        let by = which.iter().position(|word| *word == "do").filter(|_| end.is_some());
        let which = which.get(..by.unwrap_or(which.len())).unwrap_or_default();
        let which = which.join(" ");
        let which: Vec<&str> = which.trim_end_matches(',').split_whitespace().collect();
        // What is done with them is none of their kinds.
        let done = says_state(&which.join(" ")) || part.to_lowercase().contains(&which.join(" ").to_lowercase());
        if which.is_empty() || which.len() > MOST || done || says_what_is_done(&which.join(" ").to_lowercase()) {
            return unchanged();
        }
        let all = format!("{thing} {}", which.join(" "));
        (part.replacen(thing, &all, 1), format!("Tổng số {all}"))
    }

    /// Names the whole by the criterion where no word of the line does: “Tỷ lệ văn bản trình đúng tiến độ” below “Trình văn bản QPPL
    /// theo chương trình của HĐND”.
    pub fn total_by_name(&self, part: &str, whole: &str) -> Option<(String, String)> {
        const WHICH: [&str; 9] = [
            "được giao",
            "theo chương trình",
            "theo kế hoạch",
            "trong kế hoạch",
            "trong chương trình",
            "do ",
            "của ",
            "thuộc ",
            "được phân công",
        ];
        const MOST: usize = 14;
        // Of which files a rate is isn't said by whose they are.
        let thing = whole.strip_prefix("Tổng số ")?.strip_suffix(" thuộc phạm vi đánh giá").filter(|thing| !thing.starts_with("hồ sơ"))?;
        let (name, small) = (self.words.name, self.words.name.to_lowercase());
        let at = small.find(&format!("{thing} "))? + thing.len();
        let behind = name.get(at..)?.split(['(', ';', ':', '.']).next()?.trim();
        // “Văn bản QPPL theo chương trình”: what is short for a kind stands between.
        let mut which = behind;
        let short = |words: &&str| words.split(' ').next().is_some_and(|word| word.chars().all(char::is_uppercase));
        while let Some(rest) = Some(which).filter(short).and_then(|words| words.split_once(' ')).map(|(_, rest)| rest) {
            which = rest;
        }
        let told = WHICH.iter().any(|word| which.to_lowercase().starts_with(word));
        let done = says_state(behind) || says_what_is_done(&which.to_lowercase()) || part.to_lowercase().contains(&behind.to_lowercase());
        let all = format!("{thing} {behind}");
        (told && !done && behind.split(' ').count() <= MOST).then(|| (part.to_owned(), format!("Tổng số {all}")))
    }

    /// Finds the plan that money is compared with: “đạt 95% kế hoạch vốn được giao trở lên”.
    pub fn planned(&self) -> Option<String> {
        const PLANS: [&str; 4] = ["kế hoạch vốn", "dự toán", "kế hoạch giao", "kế hoạch"];
        const ENDS: [&str; 6] = ["trở", "thì", "đạt", "là", "đến", "năm"];
        let behind = |one: &WordedClause| {
            let is_plan = |words: &&str| PLANS.iter().any(|plan| words.to_lowercase().starts_with(plan));
            let plan = one.text.split('%').skip(1).map(str::trim_start).find(is_plan)?.split([':', ';', ',', '.', '(']).next()?;
            let words: Vec<&str> = plan.split_whitespace().take_while(|word| !ENDS.contains(word)).collect();
            // “Kế hoạch” alone is of the money that the criterion speaks of.
            let of_money = words == ["kế", "hoạch"] && self.words.name.to_lowercase().contains("vốn");
            (!words.is_empty()).then(|| format!("Tổng {}{}", lowered(&words.join(" ")), if of_money { " vốn được giao" } else { "" }))
        };
        self.said.iter().find_map(behind)
    }

    /// Gives words of a line as they stand there, with their commas.
    pub fn as_written(&self, words: &str) -> String {
        let wanted: Vec<&str> = words.split(' ').collect();
        let plain = |word: &str| word.trim_matches([',', '.', ':', ';', '-']).to_lowercase();
        let found = self.said.iter().find_map(|one| {
            let written: Vec<&str> = one.text.split_whitespace().collect();
            let at = written.windows(wanted.len()).position(|some| some.iter().zip(&wanted).all(|(one, other)| plain(one) == *other))?;
            Some(written.get(at..at + wanted.len())?.join(" "))
        });
        found.map_or_else(|| words.to_owned(), |found| lowered(found.trim_end_matches([',', '.', ':', ';'])))
    }

    /// Gives a label with the commas that its words have in the lines and in the name.
    pub fn with_commas(&self, label: &str) -> String {
        let texts = self.said.iter().map(|one| one.text.as_str()).chain([self.words.name]);
        let written: Vec<Vec<&str>> = texts.filter(|text| text.contains(", ")).map(|text| text.split_whitespace().collect()).collect();
        let plain = |word: &str| word.trim_matches([',', '.', ':', ';', '-', '(', ')']).to_lowercase();
        let words: Vec<&str> = label.split(' ').collect();
        let mut kept = words.first().map_or_else(String::new, |word| (*word).to_owned());
        for pair in words.windows(2) {
            let [one, next] = pair else { continue };
            // A comma that always stands there is one of the label.
            let mut found = written.iter().flat_map(|text| text.windows(2)).filter(|two| match two {
                [before, behind] => plain(before) == plain(one) && plain(behind) == plain(next),
                _ => false,
            });
            let comma = found.clone().count() > 0 && found.all(|two| two.first().is_some_and(|word| word.ends_with(',')));
            let ends = one.ends_with([',', ':', ';', '.', ')']);
            kept.push_str(if comma && !ends { ", " } else { " " });
            kept.push_str(next);
        }
        kept
    }

    /// Writes what the table has in capitals, which is short for something, in capitals.
    pub fn in_capitals(&self, label: &str) -> String {
        let lines = self.said.iter().map(|one| one.text.as_str()).chain([self.words.name]);
        let short = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        // Of a line in capitals nobody knows.
        let lines = lines.filter(|line| line.chars().any(char::is_lowercase));
        let known: Vec<&str> = lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).filter(short).collect();
        let one = |word: &str| known.iter().find(|known| known.to_lowercase() == word).map_or(word, |known| known).to_owned();
        label.split(' ').map(one).collect::<Vec<_>>().join(" ")
    }
}
