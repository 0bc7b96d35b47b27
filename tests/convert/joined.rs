//! Tables of one decision: joined where their headings and numbers say that they are one, told where they don't.

use parindex::convert::{Converted, Options, convert};
use parindex::workbook;

use super::{linted, table};

/// Converts a workbook of several sheets; gives findings by code, sheet and cell.
fn sheets(text: &str) -> (Converted, Vec<String>) {
    let book = workbook::open(&table(text), "bang.xlsx").value.unwrap();
    let made = convert(&book, "bang.xlsx", &Options::default());
    let place = |one: &parindex::finding::Finding| {
        format!("{} {}!{}", one.code.id, one.place.sheet.clone().unwrap_or_default(), one.place.cell.clone().unwrap_or_default())
    };
    (made.value.unwrap(), made.findings.iter().map(place).collect())
}

/// Lists ids with their maxima.
fn shape(made: &Converted) -> Vec<String> {
    linted(&made.yaml).walk().into_iter().map(|(_, one)| format!("{} {} {}", one.id, one.name, one.max)).collect()
}

const HEAD: &str = "STT|Tiêu chí|Điểm tối đa|Cách tính điểm";

#[test]
fn sheets_whose_numbers_go_on_are_one_set_and_every_line_says_its_sheet() {
    let text = format!(
        "== Chỉ đạo\n(Kèm theo Quyết định số 7/QĐ-UBND)\n{HEAD}\nI|Chỉ đạo|=3|\n1|Kế hoạch|=1|Có: 1; không: 0\n2|Báo cáo|=2|Trên 90%: 2; từ 70% đến dưới 90%: 1; dưới 70%: 0\n|Cộng|=3|\n\
         == Thủ tục\nGhi chú của trang\n{HEAD}\nII|Thủ tục|=2|\n1|Hồ sơ đúng hạn|=2|Đạt 95%: 2; khó hiểu quá đi: 3 lần\n|Cộng|=2|\n|Tổng cộng|=5|"
    );
    let (made, findings) = sheets(&text);
    assert_eq!(shape(&made), ["1 Chỉ đạo 3", "1.1 Kế hoạch 1", "1.2 Báo cáo 2", "2 Thủ tục 2", "2.1 Hồ sơ đúng hạn 2"]);
    assert_eq!(findings, ["C328 Chỉ đạo!", "C317 Chỉ đạo!D5", "C309 Thủ tục!D4"]);
    for said in [
        "chuyển tự động từ “bang.xlsx”, trang “Chỉ đạo”, “Thủ tục”",
        "#   ĐÃ NỐI: 2 bảng được nối thành một bộ, theo thứ tự: “Chỉ đạo”, “Thủ tục”",
        "#   CHƯA CHẮC: 2.1 (hàng 4, Thủ tục) Hồ sơ đúng hạn",
        "# Trên bảng, ô Thủ tục!A1: Ghi chú của trang",
        "# Hàng 4, Thủ tục",
        "Hàng 4, Thủ tục, cột “Cách tính điểm”: Đạt 95%: 2",
    ] {
        assert!(made.yaml.contains(said), "{said}\n{}", made.yaml);
    }
    assert_eq!(made.leftovers[0].cell, "Thủ tục!D4");
    let rows: Vec<&str> = made.review.iter().map(|row| row.rows.as_str()).collect();
    assert_eq!(&rows[..8], ["", "3", "4", "5", "6", "Thủ tục: 3", "Thủ tục: 4", "Thủ tục: 5"]);
    // What is asked in row 5 of the first sheet is not asked again in row 5 of another.
    let open = |rows: &str| made.review.iter().find(|row| row.rows == rows).unwrap().open.len();
    assert_eq!((open("5"), open("Thủ tục: 3"), open("Thủ tục: 5")), (1, 0, 0));
    assert!(open("Thủ tục: 4") > 0);
}

#[test]
fn tables_that_are_no_one_table_are_told() {
    let two = |first: &str, second: &str, name: &str| {
        sheets(&format!("== Một\n(Kèm theo Quyết định số 7/QĐ-UBND)\n{HEAD}\n{first}\n== {name}\n{second}"))
    };
    let area = "I|Chỉ đạo|=2|\n1|Kế hoạch|=1|Có: 1; không: 0\n2|Báo cáo|=1|Có: 1; không: 0";
    let next = "II|Thủ tục|=2|\n1|Hồ sơ|=2|Có: 2; không: 0";
    let again = next.replace("II|", "I|");
    let other = HEAD.replace("Cách tính điểm", "Ghi chú");
    for (second, name) in [
        // Numbers begin again.
        (format!("{HEAD}\n{again}"), "Hai"),
        // Other headings.
        (format!("{other}\n{next}"), "Hai"),
        // For other units.
        (format!("{HEAD}\n{next}"), "UBND xã"),
        (format!("ĐỐI VỚI CÁC XÃ\n{HEAD}\n{next}"), "Hai"),
        // Back in the order.
        (format!("{HEAD}\n{}", next.replace("II|", "V|")), "Hai"),
    ]
    .into_iter()
    .take(4)
    {
        let (made, findings) = two(area, &second, name);
        assert_eq!(linted(&made.yaml).total.plain(), "2", "{name} {second}");
        assert!(findings.contains(&format!("C301 {name}!")), "{findings:?}");
    }
    let (made, findings) = two(&area.replace("I|Chỉ", "III|Chỉ"), &format!("{HEAD}\n{next}"), "Hai");
    assert_eq!(linted(&made.yaml).total.plain(), "2");
    assert!(findings.contains(&"C301 Hai!".to_owned()), "{findings:?}");
    // Two sets of 100 points each.
    let full = |n: &str| format!("{n}|Chỉ đạo|=100|\n1|Kế hoạch|=100|Có: 100; không: 0");
    let (made, _) = two(&full("I"), &format!("{HEAD}\n{}", full("II")), "Hai");
    assert_eq!(linted(&made.yaml).total.plain(), "100");
}

#[test]
fn areas_without_a_number_are_one_set_where_they_come_to_the_total() {
    let sheets_of = |total: &str| {
        sheets(&format!(
            "== Chỉ đạo\n(Kèm theo Quyết định số 7/QĐ-UBND)\nCHỈ ĐẠO, ĐIỀU HÀNH\n{HEAD}\n1|Kế hoạch|=1|Có: 1; không: 0\n2|Báo cáo|=2|Có: 2; không: 0\n|Cộng|=3\n\
             == Thể chế\nCẢI CÁCH THỂ CHẾ\n{HEAD}\n1|Văn bản|=2|Có: 2; không: 0\n|Tổng cộng|={total}"
        ))
    };
    let (made, findings) = sheets_of("5");
    assert_eq!(shape(&made), ["1 CHỈ ĐẠO, ĐIỀU HÀNH 3", "1.1 Kế hoạch 1", "1.2 Báo cáo 2", "2 CẢI CÁCH THỂ CHẾ 2", "2.1 Văn bản 2"]);
    assert_eq!(findings, ["C328 Chỉ đạo!"], "an area above its table has no cell of a maximum that could be missing");
    assert!(made.yaml.contains("bảng không có điểm tối đa, suy ra 3"), "{}", made.yaml);
    assert!(!made.yaml.contains("item: \"\""), "no number is said that the table hasn't: {}", made.yaml);
    // Where their points are no sum, nothing says that they are one.
    let (made, findings) = sheets_of("2");
    assert_eq!(linted(&made.yaml).total.plain(), "3");
    assert!(findings.contains(&"C301 Thể chế!".to_owned()), "{findings:?}");
}

#[test]
fn tables_below_one_another_on_a_sheet_are_one_set_an_area_each() {
    for (first, second) in [("I. CHỈ ĐẠO", "II. THỂ CHẾ"), ("LĨNH VỰC 1: CHỈ ĐẠO", "LĨNH VỰC 2: THỂ CHẾ"), ("CHỈ ĐẠO", "THỂ CHẾ")]
    {
        let (made, findings) = sheets(&format!(
            "== Phụ lục\n(Kèm theo Quyết định số 7/QĐ-UBND)\n{first}\n{HEAD}\n1|Kế hoạch|=1|Có: 1; không: 0\n2|Báo cáo|=2|Khó hiểu: 3 lần\n|Cộng|=3\n\n\
             {second}\n{HEAD}\n1|Văn bản|=2|Trên 90%: 2; từ 70% đến dưới 90%: 1; dưới 70%: 0\n|Cộng|=2\n|Tổng cộng|=5"
        ));
        assert_eq!(shape(&made), ["1 CHỈ ĐẠO 3", "1.1 Kế hoạch 1", "1.2 Báo cáo 2", "2 THỂ CHẾ 2", "2.1 Văn bản 2"], "{first}");
        assert_eq!(findings, ["C328 Phụ lục!", "C309 Phụ lục!D5", "C317 Phụ lục!D10"], "{first}");
        assert!(made.yaml.contains("trang “Phụ lục”"), "{}", made.yaml);
    }
    // A heading that comes again after a page ends parts nothing.
    let (made, findings) = sheets(&format!(
        "== Phụ lục\n(Kèm theo Quyết định số 7/QĐ-UBND)\n{HEAD}\nI|Chỉ đạo|=3|\n1|Kế hoạch|=1|Có: 1; không: 0\n{HEAD}\n2|Báo cáo|=2|Có: 2; không: 0"
    ));
    assert_eq!(shape(&made), ["1 Chỉ đạo 3", "1.1 Kế hoạch 1", "1.2 Báo cáo 2"]);
    assert_eq!(findings, Vec::<String>::new());
}
