//! Plain tables of points.

use parindex::intake::table::{self, Known, SaidRound};
use parindex::points::Points;

use super::raw::{told, workbook};

/// Reads a table, and gives a line for each row and each finding.
fn read(bytes: &[u8], file: &str) -> String {
    let read = table::read(bytes, file, &Known::default());
    let mut lines: Vec<String> = read
        .value
        .iter()
        .map(|row| {
            let points = row.points(&Points::hundred(), &row.unit);
            let (line, cell) = (row.place.line.map(|line| line.to_string()), row.place.cell.clone());
            format!(
                "{}: {} | {} | {} | {} | {}",
                line.or(cell).unwrap(),
                row.unit,
                row.criterion.shown(),
                points.value.map_or_else(|| told(&points.findings), |points| points.plain()),
                row.reason.as_deref().unwrap_or("–"),
                match &row.round {
                    SaidRound::Unsaid => "–".into(),
                    SaidRound::Round(round) => round.number().to_string(),
                    SaidRound::Unclear(words) => format!("?{words}"),
                }
            )
        })
        .collect();
    lines.extend((!read.findings.is_empty()).then(|| told(&read.findings)));
    lines.join("\n")
}

#[test]
fn csv_with_semicolons_and_decimal_commas() {
    let csv = "\u{FEFF}BẢNG ĐIỂM THẨM ĐỊNH;;;\n;;;\nĐơn vị;Tiêu chí;Điểm thẩm định (65);Lý do\nThị xã Thuận An;A;46,8;\nTP Thủ Dầu Một;1.10;51,75;\"Đủ hồ sơ;\nrõ ràng\"\n;;;\nHuyện X;2;abc;\n;3;4;\n";
    assert_eq!(
        read(csv.as_bytes(), "tham-dinh.csv"),
        "4: Thị xã Thuận An | A | 46.8 | – | –\n\
         5: TP Thủ Dầu Một | 1.10 | 51.75 | Đủ hồ sơ;\nrõ ràng | –\n\
         8: Huyện X | 2 | S072 Điểm “abc” của “Huyện X”, tiêu chí 2, không phải là một số hoặc có thể hiểu hai cách; chưa được tính. | – | –\n\
         S074 Dòng có điểm “4” nhưng thiếu đơn vị hoặc tiêu chí."
    );
}

#[test]
fn csv_with_commas_tabs_and_rounds() {
    let commas = "unit,criterion,points,reason,round\nso-a,1.1,\"46,8\",ok,1\nso-a,1.1,2,,lần 2\n";
    assert_eq!(read(commas.as_bytes(), "a.csv"), "2: so-a | 1.1 | 46.8 | ok | 1\n3: so-a | 1.1 | 2 | – | 2");
    let tabs: Vec<u8> = "unit\tcriterion\tpoints\r\nsở a\t1\t2\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [b"\xFF\xFE".as_slice(), &tabs].concat();
    assert_eq!(read(&wide, "a.txt"), "2: sở a | 1 | 2 | – | –");
}

#[test]
fn a_workbook_with_two_rounds_side_by_side() {
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
    let heading = [
        ("B4", "Tên đơn vị"),
        ("C4", "Mã tiêu chí"),
        ("D4", "Điểm tối đa"),
        ("E4", "Điểm thẩm định lần 1"),
        ("F4", "Ý kiến"),
        ("G4", "Điểm thẩm định lần 2"),
        ("H4", "Ý kiến"),
    ];
    let heading: String = heading.iter().map(|(at, words)| text(at, words)).collect();
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"4\">{heading}</row><row r=\"5\">{}{}<c r=\"D5\"><v>2</v></c><c r=\"E5\"><v>1.5</v></c>{}<c r=\"G5\"><v>2</v></c>{}</row>",
        text("A1", "KẾT QUẢ THẨM ĐỊNH"),
        text("B5", "Sở Nội vụ"),
        text("C5", "1.10"),
        text("F5", "thiếu"),
        text("H5", "đủ")
    );
    assert_eq!(read(&workbook(&rows), "a.xlsx"), "E5: Sở Nội vụ | 1.10 | 1.5 | thiếu | 1\nG5: Sở Nội vụ | 1.10 | 2 | đủ | 2");
}

#[test]
fn a_heading_or_a_cell_names_the_round() {
    // What is not understood is never taken for the first round.
    for (heading, round) in [
        ("Lần 3", "3"),
        ("thẩm định lần 3", "3"),
        ("Điểm thẩm định (lần 3)", "3"),
        ("Điểm thẩm định lần 3 (tối đa 10)", "3"),
        ("Điểm thẩm định lần thứ ba", "3"),
        ("Điểm vòng III", "3"),
        ("ĐIỂM THẨM ĐỊNH LẦN 12", "12"),
        ("Điểm thẩm định lần đầu", "1"),
        ("Điểm thẩm định (10)", "–"),
        ("Điểm thẩm định lần cuối", "?Điểm thẩm định lần cuối"),
        ("Điểm thẩm định lần 1, 2", "?Điểm thẩm định lần 1, 2"),
        ("Điểm thẩm định đợt 2018", "?Điểm thẩm định đợt 2018"),
    ] {
        let table = format!("Đơn vị;Tiêu chí;{heading}\nso-a;1.1;2\n");
        assert_eq!(read(table.as_bytes(), "a.csv"), format!("2: so-a | 1.1 | 2 | – | {round}"), "{heading}");
    }
    for (cell, round) in [
        ("3", "3"),
        ("lần 3", "3"),
        ("Vòng 3", "3"),
        ("Thẩm định lần III", "3"),
        ("lần thứ hai", "2"),
        ("", "–"),
        ("0", "?0"),
        ("100", "?100"),
        ("cuối", "?cuối"),
        ("1 và 2", "?1 và 2"),
    ] {
        let table = format!("Đơn vị;Tiêu chí;Điểm;Lần\nso-a;1.1;2;{cell}\n");
        assert_eq!(read(table.as_bytes(), "a.csv"), format!("2: so-a | 1.1 | 2 | – | {round}"), "{cell}");
    }
    let both = "Đơn vị;Tiêu chí;Điểm lần 2;Lần\nso-a;1.1;2;2\nso-a;1.2;2;1\nso-a;1.3;2;\n";
    assert_eq!(read(both.as_bytes(), "a.csv"), "2: so-a | 1.1 | 2 | – | 2\n3: so-a | 1.2 | 2 | – | ?2 / 1\n4: so-a | 1.3 | 2 | – | 2");
}

#[test]
fn a_unit_merged_over_several_rows_is_read_for_all_of_them() {
    for kind in ["xlsx", "ods", "xls"] {
        let file = format!("merged.{kind}");
        assert_eq!(
            read(&std::fs::read(format!("tests/fixtures/tables/{file}")).unwrap(), &file),
            "D3: Sở A | 1.1 | 2 | – | –\n\
             D4: Sở A | 1.2 | 1.5 | – | –\n\
             D5: Sở A | 1.3 | 1 | – | –\n\
             D6: Sở B | 1.1 | 1 | – | –\n\
             D7: Sở B | 1.2 | 0.5 | – | –\n\
             S074 Dòng có điểm “1” nhưng thiếu đơn vị hoặc tiêu chí.",
            "{file}"
        );
    }
}

#[test]
fn what_is_no_table_is_said() {
    assert_eq!(read(b"a,b,c\n1,2,3\n", "a.csv"), "S070 Không tìm thấy hàng tiêu đề có “Đơn vị”, “Tiêu chí” và “Điểm” trong tệp “a.csv”.");
    assert_eq!(read(b"\xD0on vi,Tieu chi,Diem\n", "a.csv"), "S071 Tệp CSV “a.csv” không dùng mã UTF-8.");
    assert_eq!(read(b"unit,criterion,points\n", "a.xlsx"), "S007 Tệp “a.xlsx” thực ra là văn bản thuần (như CSV), không phải tệp Excel.");
}

#[test]
fn a_line_that_does_not_fit_its_heading_is_told_and_not_read() {
    let unlike = |line: usize, has: usize, asked: usize| {
        format!("S075 Dòng {line} có {has} cột, hàng tiêu đề có {asked} cột; dòng này không được đọc.")
    };
    let cut = "S075 Dòng 2 ghi điểm “1” và cột sau ghi “5”, có thể là 1,5 điểm bị tách ở dấu phẩy; dòng này không được đọc.";
    let open =
        |line: usize| format!("S076 Dòng {line} mở dấu ngoặc kép mà không đóng; dòng này không được đọc, các dòng sau vẫn được đọc.");
    // A file, and what is read and said of it.
    let table: &[(&str, String)] = &[
        // Decimal commas in a file separated by commas.
        ("Đơn vị,Tiêu chí,Điểm\na,1,1,5\nb,1,0,75\n", format!("{}\n{}", unlike(2, 4, 3), unlike(3, 4, 3))),
        ("Đơn vị,Tiêu chí,Điểm,Lý do\na,1,1,5\n", cut.to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Lý do\na,1,1,5,Tốt\n", unlike(2, 5, 4)),
        ("Tiêu chí,Điểm lần 2,Ghi chú,Đơn vị\n1,1,5,a\n", cut.to_owned()),
        // A column that is counted in behind the points takes the rest of a number, as long as no row shows decimals.
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản\na,1,1,5\n", cut.to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản,Lý do\na,1,1,5,đủ\n", cut.to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản\na,1,1,5,\n", cut.to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản\na,1,1,5,3\n", unlike(2, 5, 4)),
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản\na,1,1,5\nb,1,1.5,7\n", "2: a | 1 | 1 | – | –\n3: b | 1 | 1.5 | – | –".to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Số văn bản\na,1,1,5\nb,1,\"1,5\",7\n", "2: a | 1 | 1 | – | –\n3: b | 1 | 1.5 | – | –".to_owned()),
        ("Đơn vị;Tiêu chí;Điểm;Số văn bản\na;1;1;5\n", "2: a | 1 | 1 | – | –".to_owned()),
        ("Đơn vị,Tiêu chí,Điểm,Điểm tối đa\na,1,1,2\n", "2: a | 1 | 1 | – | –".to_owned()),
        // Text with separators.
        ("Đơn vị;Tiêu chí;Điểm;Lý do\na;1;1,5;Thiếu kế hoạch; thiếu báo cáo\n", unlike(2, 5, 4)),
        ("Đơn vị\tTiêu chí\tĐiểm\na\t1\t1,5\tthừa\nb\t1\t2\n", format!("3: b | 1 | 2 | – | –\n{}", unlike(2, 4, 3))),
        // Fields that are missing.
        ("Đơn vị;Tiêu chí;Điểm;Vòng\na;1;2\n", unlike(2, 3, 4)),
        ("Đơn vị;Tiêu chí;Điểm;Lý do\na;1\n", unlike(2, 2, 4)),
        // Quotation marks that are never closed spoil their own line only.
        ("Đơn vị;Tiêu chí;Điểm;Lý do\na;1;1,5;\"Thiếu\nb;1;1;ok\n", format!("3: b | 1 | 1 | ok | –\n{}", open(2))),
        ("Đơn vị,Tiêu chí,Điểm,Lý do\na,1,\"1,5,ok\nb,1,\"1,5\",\"ok\"\n", format!("3: b | 1 | 1.5 | ok | –\n{}", open(2))),
        ("Đơn vị;Tiêu chí;Điểm;Lý do\n\"a;1;2;x\n", open(2)),
        // Controls.
        ("Đơn vị;Tiêu chí;Điểm;Lý do\na;1;1,5\nb;1;2;;;\n;;;\n", "2: a | 1 | 1.5 | – | –\n3: b | 1 | 2 | – | –".to_owned()),
        (
            "Đơn vị,Tiêu chí,Điểm,Lý do\na,1,\"1,5\",\"Thiếu, \"\"chậm\"\"\nvà sai\"\n",
            "2: a | 1 | 1.5 | Thiếu, \"chậm\"\nvà sai | –".to_owned(),
        ),
        ("Đơn vị,Tiêu chí,Điểm,Lý do\na,1,1.5,5\nb,1,1,Văn bản 5\n", "2: a | 1 | 1.5 | 5 | –\n3: b | 1 | 1 | Văn bản 5 | –".to_owned()),
        ("Bảng điểm, vòng 1\nĐơn vị;Tiêu chí;Điểm\na;1;2\n", "3: a | 1 | 2 | – | 1".to_owned()),
        ("Đơn vị;Tiêu chí;Điểm;Lý do\na;1;2;5 inch\"\n", "2: a | 1 | 2 | 5 inch\" | –".to_owned()),
    ];
    for (csv, expected) in table {
        assert_eq!(&read(csv.as_bytes(), "a.csv"), expected, "{csv}");
    }
}
