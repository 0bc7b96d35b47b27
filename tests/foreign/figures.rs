//! Figures of a province's form: what is missing, moved or not understood is never worth more than a blank.

use super::thu::{checked, checked_as, form};

#[test]
fn a_part_and_its_whole_may_stand_in_one_cell_where_the_row_asks_for_both() {
    let table = |typed: &str| {
        format!(
            "UBND XÃ TÂN AN
Tiêu chí, chỉ tiêu | Nội dung | Điểm số tối đa | Căn cứ chấm điểm | > | Điểm số tự chấm | Chữ ký
 | | | Số liệu thực hiện (1) | Tỷ lệ đạt được (2)
Tiêu chí 1 | Chỉ đạo, điều hành | 8
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | {typed} | | 3.2
"
        )
    };
    // What is typed, and the two figures that are read.
    let cases = [
        ("40/50", Some(("40", "50"))),
        ("40 / 50", Some(("40", "50"))),
        ("40/50 nhiệm vụ", Some(("40", "50"))),
        ("40/50 (80%)", Some(("40", "50"))),
        ("13.348/13.348", Some(("13348", "13348"))),
        // Asked: another sign, a third figure, a rate alone, a day that Excel may have made of it.
        ("40 trên 50", None),
        ("40/50/60", None),
        ("80%", None),
        ("40", None),
        ("40/50; 3/4", None),
    ];
    for (typed, figures) in cases {
        let said = checked(&table(&format!("'{typed}")));
        let read = said.input("1.2", "xong").zip(said.input("1.2", "giao"));
        assert_eq!(read, figures.map(|(one, other)| (one.to_owned(), other.to_owned())), "{typed}: {said:?}");
        if figures.is_none() {
            assert_eq!(said.accepted("1.2").as_deref(), Some("0.00"), "{typed}");
            assert!(said.found.iter().any(|one| one == "S090 error"), "{typed}: {:?}", said.found);
        }
    }
    let said = checked(&table("'40/50"));
    assert_eq!((said.json["files"][0]["layout"].as_str(), said.accepted("1.2").as_deref()), (Some("E"), Some("3.20")));
}

#[test]
fn two_figures_in_one_cell_are_asked_elsewhere() {
    let base = form(&["Điểm tự chấm"]);
    for (from, to, leaf) in
        [("| | 40\n", "| | '40/50\n", "1.2"), ("| 4 | 80 |", "| 4 | '80/100 |", "2.1"), ("| | 1.5 |", "| | '1,5/2 |", "1.3")]
    {
        let said = checked(&base.replace(from, to));
        assert!(said.accepted(leaf).is_none_or(|points| points == "0.00"), "{to}: {said:?}");
        assert!(said.found.iter().any(|one| one.ends_with(" error")), "{to}: {:?}", said.found);
    }
}

#[test]
fn a_row_of_the_rate_is_held_against_its_figures_and_no_false_alarm() {
    let base = form(&["Điểm tự chấm"]);
    let with = |rate: &str| base.replace("| | 50\n", &format!("| | 50\n | - Tỷ lệ % | | {rate}\n"));
    for (rate, said) in [("80", None), ("'80 %", None), ("'79,5%", None), ("'95%", Some("S094 warning"))] {
        let found = checked(&with(rate)).found;
        let expected: Vec<&str> = said.into_iter().collect();
        assert_eq!(found, expected, "{rate}");
    }
}

/// What is done to a good form: never worth more than when the cells of figures are left blank, and told.
const DAMAGE: [(&str, &[(&str, &str)]); 9] = [
    ("rows of figures deleted", &[(" | Số nhiệm vụ hoàn thành | | 40\n", ""), (" | Số nhiệm vụ được giao | | 50\n", "")]),
    ("labels reworded", &[("Số nhiệm vụ hoàn thành", "Đã xong"), ("Số nhiệm vụ được giao", "Giao")]),
    ("heading reworded", &[("Số liệu kê khai", "Con số")]),
    ("heading of the office", &[("Số liệu kê khai", "Ý kiến thẩm định")]),
    ("words for a figure", &[("| | 40\n", "| | rất nhiều\n")]),
    ("a dash for a figure", &[("| | 40\n", "| | -\n")]),
    ("two figures in one cell", &[("| | 40\n", "| | '40/50\n"), ("| | 50\n", "| |\n")]),
    ("one of two rows deleted", &[(" | Số nhiệm vụ được giao | | 50\n", "")]),
    ("last year's figures alone", &[("Số liệu kê khai", "Số liệu năm 2025")]),
];

#[test]
fn what_proves_an_over_claim_can_not_be_taken_away() {
    // The figures prove 3,20; the unit claims 4.
    let over = form(&["Điểm tự chấm"]).replace("| | 3.2 |", "| | 4 |");
    let blank = checked(&over.replace("| | 40\n", "| |\n").replace("| | 50\n", "| |\n"));
    assert_eq!(blank.accepted("1.2").as_deref(), Some("0.00"));
    for (what, changes) in DAMAGE {
        let damaged = changes.iter().fold(over.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{what}");
            text.replace(from, to)
        });
        let said = checked(&damaged);
        assert_eq!(said.accepted("1.2").as_deref(), Some("0.00"), "{what}: {said:?}");
        assert!(said.worth() <= checked(&over).worth(), "{what}");
        assert!(said.found.iter().any(|one| one.ends_with(" error")), "{what}: {:?}", said.found);
    }
}

#[test]
fn a_form_without_any_place_for_figures_stays_as_it_is() {
    let rows = "UBND XÃ TÂN AN
STT | Tiêu chí | Điểm tối đa | Điểm tự chấm | TLKC
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 3.2
'1.3 | Văn hóa công sở | 2 | 1.5
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3.2
'2.2 | Công khai thủ tục hành chính | 3 | 3
";
    let said = checked(rows);
    assert_eq!((said.found.clone(), said.worth()), (vec![], 200 + 320 + 150 + 320 + 300), "{said:?}");
}

#[test]
fn the_campaign_names_leaves_whose_figures_the_form_does_not_ask_for() {
    let base = form(&["Điểm tự chấm"])
        .replace(" | Ngày ban hành kế hoạch | | '20/01/2026\n", "")
        .replace("| 3 | Công khai đầy đủ, kịp thời |", "| 3 | |");
    let said = checked(&base);
    assert_eq!((said.accepted("1.1").as_deref(), said.accepted("2.2").as_deref()), (Some("0.00"), Some("0.00")));
    // The column has a place for them, so they are blank: nothing is proposed.
    assert_eq!(said.of("S114"), Vec::<String>::new());
    let named = checked_as(&base, "form: { no_figures: [\"1.1\", \"2.2\"] }\n");
    assert_eq!((named.accepted("1.1").as_deref(), named.accepted("2.2").as_deref()), (Some("2.00"), Some("3.00")));
    assert_eq!(named.found, Vec::<String>::new());
    // Other leaves are asked all the same.
    let less = checked_as(&base.replace("| 4 | 80 |", "| 4 | |"), "form: { no_figures: [\"1.1\", \"2.2\"] }\n");
    assert_eq!(less.accepted("2.1").as_deref(), Some("0.00"));
}

#[test]
fn no_figures_names_criteria_of_the_set() {
    let folder = crate::folder::Folder::base();
    let campaign = folder.text("campaign.yaml");
    folder.put("campaign.yaml", format!("{campaign}form: {{ no_figures: [\"9.9\"] }}\n"));
    let said = folder.run("lint . --lang en");
    assert!(said.code == 3 && format!("{}{}", said.out, said.err).contains("9.9"), "{} {}", said.out, said.err);
}

#[test]
fn garbling_an_answer_is_never_worth_more_than_blanking_it() {
    let base = form(&["Điểm tự chấm"]);
    let answers = ["'20/01/2026", "| | 40\n", "| | 50\n", "| 4 | 80 |", "Công khai đầy đủ, kịp thời"];
    let junk = ["??", "40/50", "-", "31/02/2026", "999999", "-5", "abc", "1.234", "120 %", "không rõ"];
    for answer in answers {
        let cell = |typed: &str| {
            let core = answer.trim_matches(['|', '\n', ' ']).trim_start_matches("4 | ").to_owned();
            base.replacen(answer, &answer.replace(&core, typed), 1)
        };
        let blank = checked(&cell("")).worth();
        for typed in junk {
            let garbled = checked(&cell(&format!("'{typed}")));
            // A figure in range is an answer, not a garbled one.
            let is_answer = matches!((answer, typed), ("| | 50\n" | "| | 40\n", "999999" | "1.234"))
                || (answer == "| 4 | 80 |" && matches!(typed, "120 %" | "999999" | "1.234"));
            assert!(garbled.worth() <= blank || is_answer, "{answer:?} as {typed:?}: {} > {blank}", garbled.worth());
        }
    }
}

#[test]
fn deleting_a_column_is_never_worth_more_than_blanking_it() {
    let base = form(&["Điểm tự chấm"]);
    let cells = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    for column in 0..6 {
        let change = |delete: bool| {
            let lines = base.lines().enumerate().map(|(at, line)| {
                let mut cells = cells(line);
                if at > 2 && column < cells.len() {
                    if delete {
                        cells.remove(column);
                    } else if at > 3 {
                        cells[column] = " ".into();
                    }
                }
                cells.join("|")
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let (deleted, blank) = (checked(&change(true)), checked(&change(false)));
        let worth = |said: &super::thu::Said| if said.unit().is_some() { said.worth() } else { 0 };
        assert!(worth(&deleted) <= worth(&blank), "column {column}: {} > {}", worth(&deleted), worth(&blank));
    }
}

#[test]
fn figures_below_a_heading_that_nobody_knows_are_asked_and_never_worth_the_claim() {
    let form = |heading: &str, share: &str, whole: &str| {
        format!(
            "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Điểm tối đa | {heading} | Điểm tự chấm
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | 4
 | Số nhiệm vụ hoàn thành | | {share}
 | Số nhiệm vụ được giao | | {whole}
'1.3 | Văn hóa công sở | 2 | | 2
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | | 4
"
        )
    };
    for heading in ["Thực hiện", "Mẫu số", "Chỉ tiêu", "Lượng"] {
        let said = super::thu::checked(&form(heading, "10", "50"));
        assert_eq!(said.accepted("1.2").as_deref(), Some("0.00"), "{heading}: {:?}", said.found);
        assert!(said.found.iter().any(|one| one == "S091 error"), "{heading}: {:?}", said.found);
        // No figures are asked for there, and none stand in an unknown column.
        assert_eq!(said.accepted("1.3").as_deref(), Some("2.00"), "{heading}");
    }
    // Words are no figures: such a column takes nothing away.
    let rows = "\n | Số nhiệm vụ hoàn thành | | Phòng Văn hóa\n | Số nhiệm vụ được giao | | Văn phòng";
    let said = super::thu::checked(
        &form("Phòng chủ trì", "Phòng Văn hóa", "Văn phòng").replace(rows, "").replace("| 4 | | 4", "| 4 | Văn phòng | 4"),
    );
    assert_eq!(said.accepted("1.2").as_deref(), Some("4.00"), "{:?}", said.found);
    // The same figures below a heading that says so.
    let said = super::thu::checked(&form("Số liệu kê khai", "10", "50"));
    assert_eq!(said.accepted("1.2").as_deref(), Some("0.80"), "{:?}", said.found);
}

#[test]
fn one_figure_said_in_two_ways_is_asked() {
    let form = |figure: &str, rate: &str| {
        format!(
            "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Tỷ lệ đạt được (%) | Điểm tự chấm
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 40/50 | 80 | 3,2
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | '{figure} | {rate} | 3,2
"
        )
    };
    for (figure, rate, read, accepted) in [
        ("80", "80", Some("80"), "3.20"),
        ("80", "95", Some("80 / 95"), "0.00"),
        ("", "80", Some("80"), "3.20"),
        ("80", "", Some("80"), "3.20"),
        ("40/50", "80", Some("80"), "3.20"),
        ("40/50 hồ sơ", "80", Some("80"), "3.20"),
        ("40/50 (80%)", "80", Some("80"), "3.20"),
        ("2/3", "'66,67", Some("66.67"), "2.67"),
        ("2/3", "'66,6", Some("66.6"), "2.66"),
        ("2/3", "67", Some("67"), "2.68"),
        ("Đạt", "80", Some("80"), "3.20"),
        // What the part and its whole come to is not the rate beside them, or it can't be told what they are.
        ("40/50", "95", Some("95 / 40/50"), "0.00"),
        ("40/50", "100", Some("100 / 40/50"), "0.00"),
        ("2/3", "'66,8", Some("66.8 / 2/3"), "0.00"),
        ("40/50 (95%)", "80", Some("80 / 40/50 (95%)"), "0.00"),
        ("40 trên 50", "95", Some("95 / 40 trên 50"), "0.00"),
        ("40/50/60", "80", Some("80 / 40/50/60"), "0.00"),
        ("0/50", "80", Some("80 / 0/50"), "0.00"),
    ] {
        let said = super::thu::checked(&form(figure, rate));
        let got = (said.input("2.1", "ty_le"), said.accepted("2.1"));
        assert_eq!((got.0.as_deref(), got.1.as_deref()), (read, Some(accepted)), "{figure} {rate}: {:?}", said.found);
        let told = said.found.iter().filter(|one| ["S090 error", "S040 error"].contains(&one.as_str())).count();
        assert_eq!(told, usize::from(accepted == "0.00"), "{figure} {rate}: one fault, one finding: {:?}", said.found);
    }
}

#[test]
fn a_figure_out_of_its_place_is_read_where_its_label_says_so_or_told() {
    let text = "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Điểm tự chấm
'I | Chỉ đạo, điều hành | 8 | 5
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | | 3,2
 | Số nhiệm vụ hoàn thành: 40
 | Số nhiệm vụ được giao: 50
'1.3 | Văn hóa công sở | 1,5/2
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 80 | 3,2
";
    let said = super::thu::checked(text);
    assert_eq!((said.input("1.2", "xong").as_deref(), said.input("1.2", "giao").as_deref()), (Some("40"), Some("50")), "{:?}", said.found);
    assert_eq!(said.accepted("1.2").as_deref(), Some("3.20"));
    assert_eq!(said.of("S090"), ["D3 Số liệu “5” ghi ở hàng của tiêu chí cấp trên 1, không phải hàng của tiêu chí thành phần."]);
    assert_eq!(
        said.of("S085"),
        ["C7 Ô điểm tối đa của tiêu chí 1.3 ghi “1,5/2”, bộ tiêu chí ghi “2”; nội dung thêm vào ô này không được đọc."]
    );
    let merged = "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Điểm tối đa | Điểm tự chấm
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | 5
'1.3 | Văn hóa công sở | 2 | ^
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | 3,2
";
    let said = super::thu::checked(merged);
    assert_eq!((said.accepted("1.2"), said.accepted("1.3")), (None, None), "{:?}", said.found);
    assert_eq!(said.of("S115"), ["D3 Ô điểm “5” gộp qua 2 tiêu chí; không rõ mỗi tiêu chí bao nhiêu điểm nên không được đọc."]);
    assert_eq!(said.accepted("2.1").as_deref(), Some("3.20"));
}

#[test]
fn a_rate_behind_a_part_and_its_whole_is_held_against_them() {
    let rows = " | Số nhiệm vụ hoàn thành | | 40\n | Số nhiệm vụ được giao | | 50\n";
    for (cell, told) in [("40/50", 0), ("40/50 (80%)", 0), ("40/50 = 80 %", 0), ("40/50 (90%)", 1), ("40/50 = 8%", 1)] {
        let text = super::thu::form(&["Điểm tự chấm"]).replace(rows, "").replace("giao | 4 | | 3.2", &format!("giao | 4 | '{cell} | 3.2"));
        let said = super::thu::checked(&text);
        assert_eq!(said.input("1.2", "xong").as_deref(), Some("40"), "{cell}: {:?}", said.found);
        assert_eq!(said.of("S094").len(), told, "{cell}: {:?}", said.found);
    }
}

#[test]
fn a_day_is_asked_for_in_more_words_than_one() {
    for label in ["Ngày, tháng, năm ban hành kế hoạch", "Ngày tháng năm ban hành kế hoạch", "Ngày/tháng/năm ban hành kế hoạch"]
    {
        let said = super::thu::checked(&super::thu::form(&["Điểm tự chấm"]).replace("Ngày ban hành kế hoạch", label));
        assert_eq!(said.accepted("1.1").as_deref(), Some("2.00"), "{label}: {:?}", said.found);
    }
    let said =
        super::thu::checked(&super::thu::form(&["Điểm tự chấm"]).replace("Ngày ban hành kế hoạch", "Ngày, tháng, năm ban hành báo cáo"));
    assert_eq!(said.accepted("1.1").as_deref(), Some("0.00"), "{:?}", said.found);
}

#[test]
fn a_unit_of_measure_may_stand_behind_its_number_in_brackets() {
    for (cell, read) in [("40 nhiệm vụ", true), ("40 (nhiệm vụ)", true), ("40 (hồ sơ)", false), ("40 (nhiệm vụ) 3", false)] {
        let text = super::thu::form(&["Điểm tự chấm"]).replace("hoàn thành | | 40", &format!("hoàn thành | | '{cell}"));
        let said = super::thu::checked(&text);
        assert_eq!(said.accepted("1.2").as_deref(), Some(if read { "3.20" } else { "0.00" }), "{cell}: {:?}", said.found);
    }
}

/// A unit of measure in a heading, a label or a column of its own, and whether the figures below it are what the set asks for.
#[test]
fn a_figure_in_another_unit_of_measure_is_asked() {
    let base = form(&["Điểm tự chấm"]);
    let column = |count: &str, rate: &str| {
        let lines = base.lines().map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let unit = match cells.get(1).copied().unwrap_or_default() {
                "Tiêu chí" => "Đơn vị tính",
                "Số nhiệm vụ hoàn thành" | "Số nhiệm vụ được giao" => count,
                "Tỷ lệ hồ sơ trực tuyến" => rate,
                _ => "",
            };
            if cells.len() < 3 {
                return line.to_owned();
            }
            [&cells[..3], &[unit], &cells[3..]].concat().join(" | ")
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    for (text, counts, rate) in [
        (column("nhiệm vụ", "%"), true, true),
        (column("NV", ""), true, true),
        (column("", "phần trăm"), true, true),
        (column("nghìn nhiệm vụ", "%"), false, true),
        (column("%", "%"), false, true),
        (column("nhiệm vụ", "‰"), true, false),
        (base.replace("Số liệu kê khai", "Số liệu kê khai (%)"), false, true),
        (base.replace("hoàn thành |", "hoàn thành (nghìn) |"), false, true),
        (base.replace("hoàn thành |", "hoàn thành (%) |"), false, true),
        (base.replace("hoàn thành |", "hoàn thành (nhiệm vụ) |"), true, true),
    ] {
        let said = checked(&text);
        let read = (said.accepted("1.2").as_deref() == Some("3.20"), said.accepted("2.1").as_deref() == Some("3.20"));
        assert_eq!(read, (counts, rate), "{text} {:?}", said.found);
        assert_eq!(said.found.is_empty(), counts && rate, "{text} {:?}", said.found);
    }
}

#[test]
fn a_label_in_other_words_is_read_where_it_can_mean_nothing_else() {
    let base = form(&["Điểm tự chấm"]);
    for label in [
        "Tổng số nhiệm vụ được giao",
        "Số lượng nhiệm vụ được giao",
        "Nhiệm vụ được giao",
        "Số NV được giao",
        "Số nhiệm vụ được giao trong năm",
        "Số nhiệm vụ được giao năm 2026",
        "Mẫu số: Số nhiệm vụ được giao",
        "- Tổng số nhiệm vụ được giao trong năm 2026:",
    ] {
        let said = checked(&base.replace("| Số nhiệm vụ được giao |", &format!("| {label} |")));
        assert_eq!((said.input("1.2", "giao").as_deref(), &*said.found), (Some("50"), &[][..]), "{label}");
    }
    for label in [
        "Số nhiệm vụ được giao năm 2025",
        "Số nhiệm vụ không được giao",
        "Số nhiệm vụ được giao đúng hạn",
        "Số nhiệm vụ được UBND tỉnh giao",
        "Số nhiệm vụ",
        "Số chỉ tiêu được giao",
        "Tổng số",
    ] {
        let said = checked(&base.replace("| Số nhiệm vụ được giao |", &format!("| {label} |")));
        assert_eq!((said.input("1.2", "giao"), said.of("S090").len()), (None, 1), "{label}: {:?}", said.found);
    }
    // Of two labels that say the same, neither is taken for the other.
    let said = checked(&base.replace("| Số nhiệm vụ hoàn thành |", "| Tổng số nhiệm vụ được giao |"));
    assert_eq!((said.accepted("1.2").as_deref(), said.input("1.2", "xong")), (Some("0.00"), None), "{:?}", said.found);
}

#[test]
fn a_rate_beside_numbers_below_one_heading_is_a_rate() {
    let base = form(&["Điểm tự chấm"]);
    let parted = |above: &str, left: &str, right: &str| {
        let lines = base.lines().map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let rate = match cells.get(1).copied().unwrap_or_default() {
                "Tiêu chí" => {
                    return format!("STT | Tiêu chí | Điểm tối đa | {above} | > | Điểm tự chấm | TLKC\n | | | {left} | {right}");
                }
                "Hoàn thành nhiệm vụ được giao" => ["", "80"],
                "Tỷ lệ hồ sơ trực tuyến" => ["", "80"],
                _ => [cells.get(3).copied().unwrap_or_default(), ""],
            };
            let behind = cells.get(4..).unwrap_or_default();
            if cells.len() < 3 { line.to_owned() } else { [&cells[..3], &rate[..], behind].concat().join(" | ") }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    for (above, left, right) in
        [("Số liệu", "Số lượng", "Tỷ lệ (%)"), ("Kết quả thực hiện", "Số liệu", "Tỷ lệ %"), ("Số liệu", "Số lượng", "Tỷ lệ")]
    {
        let said = checked(&parted(above, left, right));
        let read = (said.input("1.2", "xong"), said.accepted("1.2"), said.accepted("2.1"));
        let three = |one: &str, two: &str, three: &str| (Some(one.to_owned()), Some(two.to_owned()), Some(three.to_owned()));
        assert_eq!(read, three("40", "3.20", "3.20"), "{above} {left} {right}: {:?}", said.found);
        assert_eq!(said.found, Vec::<String>::new(), "{above} {left} {right}");
    }
    // Two columns of numbers are asked; that no form had figures would be false.
    for (left, right) in [("Số lượng", "Kết quả khác"), ("(A)", "(B)")] {
        let said = checked(&parted("Số liệu", left, right));
        assert!(said.found.iter().any(|one| one == "S110 error"), "{left} {right}: {:?}", said.found);
        assert_eq!(said.of("S114"), Vec::<String>::new(), "{left} {right}");
    }
    // An empty column of last year is not worth a word.
    let empty = base.replacen("| Số liệu kê khai |", "| Số liệu năm 2025 | Số liệu kê khai |", 1);
    let lines = empty.lines().enumerate().map(|(n, line)| match line.match_indices('|').nth(2) {
        Some((at, _)) if n > 3 => format!("{}| {}", &line[..at], &line[at..]),
        _ => line.to_owned(),
    });
    let said = checked(&lines.collect::<Vec<_>>().join("\n"));
    assert_eq!((said.input("1.2", "xong").as_deref(), &*said.found), (Some("40"), &[][..]));
}
