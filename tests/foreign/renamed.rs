//! Figures below a heading that is not that of figures: never worth more than blanks, and told; what is none takes nothing away.

use super::thu::checked;

/// Draws a form of leaves only, with a column between maximum and score, and what stands there for 1.1, 1.2, 2.1 and 2.2.
fn form(heading: &str, [day, share, rate, level]: [&str; 4]) -> String {
    format!(
        "Đơn vị: UBND xã Tân An
STT | Tiêu chí | Điểm tối đa | {heading} | Điểm tự chấm | Tài liệu kiểm chứng
'1.1 | Ban hành kế hoạch cải cách hành chính | 2 | {day} | 2 | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã
'1.2 | Hoàn thành nhiệm vụ được giao | 4 | {share} | 4
'1.3 | Văn hóa công sở | 2 | | 2
'2.1 | Tỷ lệ hồ sơ trực tuyến | 4 | {rate} | 4
'2.2 | Công khai thủ tục hành chính | 3 | {level} | 3
"
    )
}

const FIGURES: [&str; 4] = ["'28/02/2026", "'10/50", "'20%", "Không công khai"];

/// Gives what is accepted for 1.1, 1.2, 2.1 and 2.2.
fn accepted(said: &super::thu::Said) -> String {
    ["1.1", "1.2", "2.1", "2.2"].map(|id| said.accepted(id).unwrap_or_default()).join(" ")
}

#[test]
fn another_heading_of_the_column_of_figures_never_pays_off() {
    let said = checked(&form("Số liệu kê khai", FIGURES));
    assert_eq!(accepted(&said), "1.00 0.80 0.80 0.00", "{:?}", said.found);
    for heading in [
        "Nội dung",
        "Nội dung thực hiện",
        "Diễn giải",
        "Đơn vị tính",
        "Kết quả đạt được",
        "Kết quả đạt được năm 2026",
        "Ý kiến",
        "Số liệu thẩm định",
        "Kết quả thẩm định",
        "Chữ ký",
        "Lý do",
        "Nhận xét",
        "Điều tra xã hội học",
        "Căn cứ chấm",
    ] {
        let said = checked(&form(heading, FIGURES));
        assert_eq!(accepted(&said), "0.00 0.00 0.00 0.00", "{heading}: {:?}", said.found);
        assert_eq!(
            said.of("S091"),
            [format!(
                "D3 Cột “{heading}” ghi số liệu của tiêu chí (số ô: 4) nhưng tên cột không phải tên của cột số liệu nên không được đọc."
            )]
        );
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading}: {:?}", said.found);
        // Figures that nobody reads are not those of a form that asks for none.
        assert_eq!(said.of("S114"), Vec::<String>::new(), "{heading}");
    }
    for heading in ["Kết quả", "Kết quả thực hiện", "Tình hình thực hiện", "Mô tả", " "] {
        let said = checked(&form(heading, FIGURES));
        assert_eq!(accepted(&said), "0.00 0.00 0.00 0.00", "{heading}: {:?}", said.found);
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading}: {:?}", said.found);
    }
}

#[test]
fn a_figure_in_words_below_a_heading_that_nobody_knows_is_one_too() {
    // What stands there, and whether it is a figure of 1.2 and 2.1.
    for (share, rate, figures) in [
        ("'10/50", "", (true, false)),
        ("10/50 nhiệm vụ", "", (true, false)),
        ("Đạt 10/50", "", (true, false)),
        ("10 nhiệm vụ", "", (true, false)),
        ("hoàn thành 10 nhiệm vụ", "", (true, false)),
        ("", "đạt 20%", (false, true)),
        ("", "tỷ lệ 20 %", (false, true)),
        ("", "'20/100", (false, true)),
        // Bounds, points and other numbers are none.
        ("từ 80% trở lên", "", (false, false)),
        ("≥ 80%", "trên 80%: 4 điểm", (false, false)),
        ("Phụ lục 2", "Phòng 3", (false, false)),
        ("Đạt 100%: 4 điểm", "Dưới 80%: 0 điểm", (false, false)),
        ("Kế hoạch số 12/KH-UBND", "Quý IV", (false, false)),
    ] {
        let said = checked(&form("Thực hiện", ["", share, rate, ""]));
        let points = |figure: bool| if figure { "0.00" } else { "4.00" };
        let expected = format!("2.00 {} {} 3.00", points(figures.0), points(figures.1));
        assert_eq!(accepted(&said), expected, "{share} {rate}: {:?}", said.found);
        assert_eq!(said.found.contains(&"S091 error".to_owned()), figures.0 || figures.1, "{share} {rate}: {:?}", said.found);
    }
}

#[test]
fn points_rules_and_words_below_such_a_heading_take_nothing_away() {
    let points = ["2", "3,5", "3", "2,5"];
    let rules = ["Trước 31/01: 2 điểm; sau: 1 điểm", "Đạt 100%: 4 điểm", "Từ 80% trở lên: 4 điểm", "Công khai đầy đủ: 3 điểm"];
    for (heading, cells) in [
        ("Điểm thẩm định", points),
        ("Điểm SNV đánh giá", points),
        ("Kết quả thẩm định", points),
        ("Hội đồng đánh giá", points),
        ("Kết quả đạt được", points),
        ("Điểm điều tra xã hội học", points),
        ("Kết quả thẩm định", ["Đạt", "Có", "Đồng ý", "x"]),
        ("Cách tính điểm", rules),
        ("Diễn giải", rules),
        ("Nội dung", rules),
        ("Đơn vị tính", ["ngày", "nhiệm vụ", "%", "mức"]),
        // What share of the maximum was reached.
        ("Chỉ số", ["'100%", "'100%", "'100%", "'100%"]),
        ("Tỷ lệ điểm", ["'100%", "'100%", "'100%", "'100%"]),
        ("Chênh lệch", ["0", "0", "0", "0"]),
        ("Người thực hiện", ["Bà An", "Ông Bình", "Bà Chi", "Ông Dũng"]),
    ] {
        let said = checked(&form(heading, cells));
        assert_eq!(accepted(&said), "2.00 4.00 4.00 3.00", "{heading}: {:?}", said.found);
        assert!(said.found.iter().all(|one| one == "S091 note"), "{heading}: {:?}", said.found);
    }
}

#[test]
fn figures_in_rows_of_their_own_below_such_a_heading_are_what_the_form_lacks() {
    let base = super::thu::form(&["Điểm tự chấm"]);
    for heading in ["Kết quả đạt được", "Kết quả đạt được đến 30/9/2026", "Số liệu thẩm định", "Ý kiến"]
    {
        let said = checked(&base.replace("Số liệu kê khai", heading));
        assert_eq!(accepted(&said), "0.00 0.00 0.00 0.00", "{heading}: {:?}", said.found);
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading}: {:?}", said.found);
    }
    // Beside the unit's own figures those of the office are the office's.
    let both =
        base.replace("Điểm tự chấm | TLKC", "Điểm tự chấm | TLKC | Số liệu thẩm định").replace("| 4 | 80 | 3.2 |", "| 4 | 80 | 3.2 | | 75");
    let said = checked(&both);
    assert_eq!((said.accepted("2.1").as_deref(), said.found), (Some("3.20"), vec!["S091 note".to_owned()]));
}

#[test]
fn what_stands_below_a_heading_of_rates_is_the_figure_where_it_can_be_one() {
    for heading in ["Tỷ lệ đạt được", "Tỷ lệ hoàn thành (%)", "Tỷ lệ đạt"] {
        for (share, told) in [("'40/50", None), ("'40/50 = 80%", None), ("'40/50 (90%)", Some("S094"))] {
            let said = checked(&form(heading, ["'20/01/2026", share, "'80%", "Công khai đầy đủ, kịp thời"]));
            assert_eq!(accepted(&said), "2.00 3.20 3.20 3.00", "{heading} {share}: {:?}", said.found);
            let codes: Vec<&str> = said.found.iter().filter_map(|one| one.split(' ').next()).filter(|code| *code != "P009").collect();
            assert_eq!(codes, told.into_iter().collect::<Vec<_>>(), "{heading} {share}");
        }
        // A rate alone, or what is no figure, is asked and not called blank only.
        for share in ["'80%", "40-50", "rất tốt"] {
            let said = checked(&form(heading, ["'20/01/2026", share, "'80%", "Công khai đầy đủ, kịp thời"]));
            assert_eq!(said.accepted("1.2").as_deref(), Some("0.00"), "{heading} {share}: {:?}", said.found);
            assert_eq!((said.of("S090").len(), said.of("S114").len()), (1, 0), "{heading} {share}: {:?}", said.found);
        }
    }
    // A rate in the row of a leaf whose figures stand below it is no fault.
    let with_rate = super::thu::form(&["Điểm tự chấm"])
        .replace("Số liệu kê khai |", "Số liệu kê khai | Tỷ lệ đạt được |")
        .replace("| 4 | | 3.2 |", "| 4 | | '80% | 3.2 |")
        .replace("| 4 | 80 | 3.2 |", "| 4 | 80 | | 3.2 |")
        .replace("| 2 | | 2 |", "| 2 | | | 2 |")
        .replace("| 2 | | 1.5 |", "| 2 | | | 1.5 |")
        .replace("kịp thời | 3 |", "kịp thời | | 3 |");
    let said = checked(&with_rate);
    assert_eq!((accepted(&said), said.found), ("2.00 3.20 3.20 3.00".to_owned(), vec![]));
}

#[test]
fn figures_below_a_heading_of_words_never_vanish() {
    for heading in [
        "Giải trình",
        "Giải trình của đơn vị",
        "Nội dung giải trình",
        "Tài liệu kiểm chứng",
        "TLKC",
        "Minh chứng kèm theo",
        "Trích yếu",
        "Ghi chú",
        "Thuyết minh tự đánh giá",
    ] {
        let said = checked(&form(heading, FIGURES));
        assert_eq!(accepted(&said), "0.00 0.00 0.00 0.00", "{heading}: {:?}", said.found);
        assert!(said.found.iter().any(|one| one == "S091 error" || one == "S110 error"), "{heading}: {:?}", said.found);
        // Without another column of documents, too.
        let alone = form(heading, FIGURES)
            .replace(" | Tài liệu kiểm chứng\n", "\n")
            .replace(" | Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", "");
        let said = checked(&alone);
        assert_eq!(accepted(&said), "0.00 0.00 0.00 0.00", "{heading} alone: {:?}", said.found);
        assert!(said.found.contains(&"S091 error".to_owned()), "{heading} alone: {:?}", said.found);
    }
}

#[test]
fn words_below_their_heading_take_nothing_away() {
    for (heading, words) in [
        ("Giải trình", ["Đã ban hành ngày 20/01/2026", "Đạt 40/50 nhiệm vụ", "Đạt 80% hồ sơ", "Công khai đầy đủ, kịp thời trên trang"]),
        ("Ghi chú", ["Đúng hạn", "Xong", "Như quý trước", "Có niêm yết"]),
        // Days of documents, and numbers of a list.
        ("Minh chứng kèm theo", ["'20/01/2026", "'15/02/2026", "'31/12/2026", "'01/03/2026"]),
        ("Minh chứng kèm theo", ["'11", "'12", "'13", "'14"]),
    ] {
        let said = checked(&form(heading, words));
        assert!(!said.found.contains(&"S091 error".to_owned()), "{heading} {words:?}: {:?}", said.found);
        assert_eq!(said.accepted("1.2").as_deref(), Some("4.00"), "{heading} {words:?}: {:?}", said.found);
    }
}

#[test]
fn no_cell_is_told_of_as_a_figure_and_as_a_column() {
    let headings = ["Số liệu kê khai", "Tỷ lệ đạt được", "Nội dung", "Kết quả", "Giải trình", "Kết quả đạt được", "Số liệu năm 2025"];
    let values = [FIGURES, ["'31/02/2026", "40-50", "rất tốt", "12"], ["5", "'40/50 (90%)", "'40/50", "'80%"]];
    for (left, right) in headings.iter().flat_map(|left| headings.map(|right| (*left, right))) {
        for value in values {
            let both = value.map(|words| format!("{words} | {words}"));
            let text = form(&format!("{left} | {right}"), [&both[0], &both[1], &both[2], &both[3]]).replace("2 | | 2", "2 | | | 2");
            let said = checked(&text);
            let cells = |code: &str| said.of(code).iter().map(|one| one.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
            let (figures, columns) = (cells("S090"), cells("S091"));
            assert!(!figures.iter().any(|cell| columns.contains(cell)), "{left} | {right} {value:?}: {figures:?} {columns:?}");
        }
    }
}
