//! What only says the points again: rates of the maximum, sums of areas, results below the total. None of it is a figure of
//! the unit's, and none of it alarms.

use super::thu::{checked, form};

/// Draws a form with one more column behind the scores; its cells by criterion, and no figures.
fn with_column(heading: &str, cells: &[(&str, &str)]) -> String {
    let plain = form(&["Điểm tự chấm"]).replace("Số liệu kê khai | Điểm tự chấm | TLKC", &format!("Điểm tự chấm | {heading} | TLKC"));
    let mut lines: Vec<String> = Vec::new();
    for line in plain.lines() {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        if line.starts_with(" |") {
            continue;
        }
        let id = parts[0].trim_start_matches('\'');
        let cell = cells.iter().find(|(of, _)| *of == id).map_or("", |(_, cell)| *cell);
        lines.push(match parts.as_slice() {
            [number, name, max, _, claim, rest @ ..] if *number != "STT" => {
                format!("{number} | {name} | {max} | {claim} | {cell} | {}", rest.join(" | "))
            }
            _ => line.to_owned(),
        });
    }
    lines.join("\n")
}

#[test]
fn a_column_that_only_says_the_points_again_is_no_figure() {
    let rates = [("1.1", "100"), ("1.2", "80"), ("1.3", "75"), ("2.1", "80"), ("2.2", "100")];
    let shares = [("1.1", "1"), ("1.2", "0.8"), ("1.3", "0.75"), ("2.1", "0.8"), ("2.2", "1")];
    let lost = [("1.1", "0"), ("1.2", "0.8"), ("1.3", "0.5"), ("2.1", "0.8"), ("2.2", "0")];
    for (heading, cells) in [
        ("Tỷ lệ đạt (%)", rates),
        ("Tỷ lệ (%)", rates),
        ("Tỷ lệ (%) so với điểm tối đa", rates),
        ("Tỷ lệ điểm đạt", rates),
        ("Tỷ lệ đạt", shares),
        ("Điểm không đạt", lost),
    ] {
        let said = checked(&with_column(heading, &cells));
        assert_eq!(said.accepted("1.2").as_deref(), Some("3.20"), "{heading}: {:?}", said.found);
        assert_eq!(said.accepted("2.2").as_deref(), Some("3.00"), "{heading}: {:?}", said.found);
        let alarms: Vec<&String> =
            said.found.iter().filter(|one| one.starts_with("P001") || one.starts_with("S110") || *one == "S091 error").collect();
        assert!(alarms.is_empty(), "{heading}: {alarms:?}");
    }
    // A rate that is not that of the points is a figure, and only where a criterion asks for one.
    let other = [("1.1", "100"), ("1.2", "50"), ("1.3", "75"), ("2.1", "60"), ("2.2", "100")];
    let said = checked(&with_column("Tỷ lệ đạt (%)", &other));
    assert_eq!(said.accepted("2.1").as_deref(), Some("2.40"), "{:?}", said.found);
    // Rates beside the criteria that ask for them alone prove nothing.
    let said = checked(&with_column("Tỷ lệ đạt (%)", &[("2.1", "80")]));
    assert_eq!(said.input("2.1", "ty_le").as_deref(), Some("80"), "{:?}", said.json["files"][0]["rows"]);
}

#[test]
fn sums_of_areas_and_results_below_the_total_do_not_alarm() {
    let plain = form(&["Điểm tự chấm"]);
    let clean = checked(&plain).found;
    let below = |rows: &str| format!("{plain}{rows}");
    let between = |row: &str| plain.replace("'2 | Cải cách thủ tục", &format!("{row}\n'2 | Cải cách thủ tục"));
    for text in [
        below(" | Tổng cộng | 20 | | 12.9\n | Chỉ số CCHC (%) | | | 64.5\n"),
        below(" | Tổng cộng | 20 | | 12.9\n | Xếp loại | | | Khá\n"),
        below(" | Tổng cộng | 20 | | 12.9\n | Chỉ số cải cách hành chính | | | 64,5%\n | Xếp hạng | | | 3\n"),
        between(" | Cộng lĩnh vực 1 | 8 | | 6.7"),
        between(" | Tổng điểm mục 1 | 8 | | 6.7"),
        between(" | Tổng cộng mục I | 8 | | 6.7"),
        plain.replace("\n'1 | Chỉ đạo", "\n(1) | (2) | (3) | (4) | (5)=(4)/(3) | (6)\n'1 | Chỉ đạo"),
        plain.replace("\n'1 | Chỉ đạo", "\n1 | 2 | 3 | 4 | 5=4/3 | 6\n'1 | Chỉ đạo"),
    ] {
        assert_eq!(checked(&text).found, clean, "{text}");
    }
    // A total that is not what the areas come to is still told.
    assert_eq!(checked(&below(" | Tổng cộng | 20 | | 15\n")).of("S088").len(), 1);
}
