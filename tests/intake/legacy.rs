//! Text typed in fonts older than Unicode: told from Unicode and from each other, and read.

use parindex::intake::table;
use parindex::text::legacy::{Encoding, Font, convert};
use parindex::workbook;

use super::raw::{edited, told, workbook};

/// Real sentences in Unicode, in TCVN3 and in VNI. Those in TCVN3 have small letters only where it has no capital.
const SENTENCES: [[&str; 3]; 9] = [
    [
        "Kế hoạch cải cách hành chính năm 2018 của Ủy ban nhân dân tỉnh",
        "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2018 cña ñy ban nh©n d©n tØnh",
        "Keá hoaïch caûi caùch haønh chính naêm 2018 cuûa UÛy ban nhaân daân tænh",
    ],
    [
        "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95,73 %",
        "Tû lÖ hå s¬ gi¶i quyÕt ®óng h¹n ®¹t 95,73 %",
        "Tyû leä hoà sô giaûi quyeát ñuùng haïn ñaït 95,73 %",
    ],
    ["Sở Nội vụ", "Së Néi vô", "Sôû Noäi vuï"],
    ["Đơn vị", "§¬n vÞ", "Ñôn vò"],
    ["Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc", "Ñoäc laäp - Töï do - Haïnh phuùc"],
    ["Giải trình: đã ban hành đủ văn bản", "Gi¶i tr×nh: ®· ban hµnh ®ñ v¨n b¶n", "Giaûi trình: ñaõ ban haønh ñuû vaên baûn"],
    [
        "Tuyên truyền, phổ biến nghĩa vụ; sử dụng chữ ký số",
        "Tuyªn truyÒn, phæ biÕn nghÜa vô; sö dông ch÷ ký sè",
        "Tuyeân truyeàn, phoå bieán nghóa vuï; söû duïng chöõ kyù soá",
    ],
    ["Quyết định số 12/QĐ-UBND", "QuyÕt ®Þnh sè 12/Q§-UBND", "Quyeát ñònh soá 12/QÑ-UBND"],
    [
        "ưu, ươm, khuỷu, ngoẵng, ẵm, ẳng, ễnh, ỹ",
        "\u{AD}u, \u{AD}¬m, khuûu, ngo½ng, ½m, ¼ng, Ônh, ü",
        "öu, öôm, khuyûu, ngoaüng, aüm, aúng, eãnh, yõ",
    ],
];

#[test]
fn sentences_of_both_encodings_are_told_apart_and_read() {
    for [unicode, tcvn3, vni] in SENTENCES.into_iter().take(8) {
        for (encoding, typed) in [(Encoding::Tcvn3, tcvn3), (Encoding::Vni, vni)] {
            let read = convert(typed, None).unwrap_or_else(|| panic!("{typed} was not recognised"));
            assert_eq!(read.encoding, encoding, "{typed}");
            assert_eq!(read.words.to_lowercase(), unicode.to_lowercase(), "{typed}");
        }
        assert_eq!(convert(unicode, None), None, "{unicode}");
    }
}

#[test]
fn capitals_of_vni_are_read() {
    let read = convert("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", None).unwrap();
    assert_eq!(read.words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
}

#[test]
fn the_font_decides_where_words_alone_do_not() {
    // “bé” is a word as it stands; in .VnTime people see “bộ”.
    assert_eq!(convert("bé", None), None);
    assert_eq!(convert("bé", Font::named(".VnTime")).unwrap().words, "bộ");
    assert_eq!(convert("céng hßa x· héi", Font::named(".VnTimeH")).unwrap().words, "CỘNG HÒA XÃ HỘI");
    for [unicode, tcvn3, vni] in SENTENCES {
        assert_eq!(convert(tcvn3, Font::named(".VnArial")).unwrap().words.to_lowercase(), unicode.to_lowercase());
        assert_eq!(convert(vni, Font::named("VNI-Helve")).unwrap().words.to_lowercase(), unicode.to_lowercase());
    }
    assert_eq!(convert("boä", Font::named("VNI-Times")).unwrap().words, "bộ");
    assert_eq!(Font::named("Times New Roman"), None);
}

#[test]
fn other_text_stays_as_it_is() {
    let texts = [
        "Báo cáo tình hình công tác tháng tám",
        "Có",
        "Không có",
        "Không",
        "Khá",
        "Trung bình",
        "12 tháng",
        "hoà, toà, loã",
        "quá trình đào tạo",
        "Re\u{301}sume\u{301}",
        "Báo cáo",
        "Ba\u{301}o ca\u{301}o",
        "Krông Nô",
        "café",
        "naïve",
        "Zürich",
        "señor",
        "Müller",
        "Noël",
        "façade",
        "5 µm",
        "25 °C",
        "100 m²",
        "1 × 2",
        "½",
        "§ 5",
        "© 2018 ®",
        "«Kế hoạch»",
        "a×",
        "a × b",
        "n×m",
        "x× y×",
        "2×3",
        "2×",
        "m²",
        "1½",
        "±5",
        "“a×”",
        "N\u{BA} 5",
        "Ghi chu\u{B9}",
        "Xe ô tô",
        "XÃ MAI LÂM",
        "PHÂN XÃ TÂN LÂM",
        "Straße",
        "El Niño",
        "Ångström",
        "Ä",
        "“Có”",
        "plain ASCII, 12/BC-SNV",
        "",
    ];
    for text in texts {
        for font in [None, Font::named(".VnTime"), Font::named("VNI-Times")] {
            let may = font.is_some() && ["5 µm", "Ghi chu\u{B9}", "Xe ô tô"].contains(&text);
            assert!(may || convert(text, font).is_none(), "{text:?} became {:?} ({font:?})", convert(text, font));
        }
    }
}

#[test]
fn a_workbook_tells_which_cells_were_read_in_an_old_encoding() {
    let bytes = workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Së Néi vô</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>bé</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Đã có</t></is></c><c r=\"B2\" s=\"4\" t=\"inlineStr\"><is><t>bé</t></is></c></row>",
    );
    // A fifth style, in a font older than Unicode.
    let bytes = edited(&bytes, "xl/styles.xml", |xml| {
        let fonts = "<fonts count=\"2\"><font><name val=\"Arial\"/></font><font><name val=\".VnTime\"/></font></fonts><cellXfs";
        xml.replace("<cellXfs", fonts).replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs>")
    });
    let opened = workbook::open(&bytes, "bieu.xlsx");
    assert_eq!(
        told(&opened.findings),
        "S100 Có 2 ô gõ bằng bảng mã TCVN3 (ABC), đã đọc theo Unicode; ví dụ ô A1 “Së Néi vô” đọc là “Sở Nội vụ”."
    );
    let sheet = &opened.value.unwrap().sheets[0];
    let shown = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(row, column)| sheet.shown(row, column).unwrap());
    assert_eq!(shown, ["Sở Nội vụ", "bé", "Đã có", "bộ"]);
}

#[test]
fn fonts_are_told_by_every_kind_of_workbook() {
    // Column A: a font of its own in each cell, the last two in that of the book; column B: the font of its column.
    let read = ["bộ", "bé", "bộ", "CỘNG HÒA XÃ HỘI", "Đã có", "hộp mứt tết", "12/BC-STC", "Có", "cộng"];
    for file in ["openpyxl.xlsx", "libreoffice.ods", "libreoffice.xls"] {
        let opened = workbook::open(&std::fs::read(format!("tests/fixtures/fonts/{file}")).unwrap(), file);
        let sheet = &opened.value.unwrap().sheets[0];
        let shown: Vec<String> = (0..9).map(|row| sheet.shown(row, 0).unwrap()).collect();
        assert_eq!(shown, read, "{file}");
        assert_eq!([1, 2].map(|row| sheet.shown(row, 1).unwrap()), ["kế hoạch", "một"], "{file}");
        assert!(told(&opened.findings).contains("S100 Có 1 ô gõ bằng bảng mã VNI"), "{file}");
    }
}

#[test]
fn units_of_a_table_are_known_by_their_old_names() {
    let csv = "§¬n vÞ,Tiªu chÝ,§iÓm\nSë Tµi chÝnh,1.1,2\n";
    let read = table::read(csv.as_bytes(), "tham-dinh.csv", &table::Known::default());
    assert_eq!(read.value[0].unit, "Sở Tài chính");
    assert!(told(&read.findings).starts_with("S100 Có 4 ô gõ bằng bảng mã TCVN3 (ABC)"), "{}", told(&read.findings));
}

#[test]
fn utf_8_that_was_taken_for_latin_is_restored() {
    // Latin-1 has nothing from 0x80 to 0x9F; Windows has signs there, and five gaps.
    let windows = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let latin = |text: &str| -> String { text.bytes().map(char::from).collect() };
    let of_windows = |text: &str| -> String {
        latin(text).chars().map(|c| windows.chars().nth((u32::from(c) as usize).wrapping_sub(0x80)).unwrap_or(c)).collect()
    };
    let more = ["Đơn vị", "Điểm tự chấm", "ý kiến", "Hà Nội", "12/QĐ-UBND", "Kế hoạch số 12/KH-UBND – “đã ban hành”", "à, tà"];
    for text in SENTENCES.map(|[unicode, ..]| unicode).into_iter().chain(more) {
        for misread in [latin(text), of_windows(text)] {
            let read = convert(&misread, None).unwrap_or_else(|| panic!("{text}: {misread:?}"));
            assert_eq!((read.words.as_str(), read.encoding), (text, Encoding::MisreadUtf8), "{misread:?}");
        }
        assert_eq!(convert(text, None), None, "{text}");
    }
    // A fixed blank that became a common one.
    let blank = of_windows("Hà Nội và Bình Hà").replace('\u{A0}', " ");
    assert_eq!(convert(&blank, None).unwrap().words, "Hà Nội và Bình Hà");
}

/// Reads a drawn form; gives what its cells show, line by line, and what was found.
fn opened(drawing: &str) -> (Vec<String>, String) {
    let opened = workbook::open(&crate::folder::drawn(drawing), "bieu.xlsx");
    let book = opened.value.unwrap();
    let grid = &book.sheets[0];
    let line = |row: u32| grid.row(row).map(|(_, cell)| cell.shown()).collect::<Vec<_>>().join(" | ");
    (grid.rows().into_iter().map(line).collect(), told(&opened.findings))
}

#[test]
fn a_cell_that_leaves_its_encoding_open_is_read_as_those_around_it() {
    // A row of headings and one below it: as they stand, and as they are read.
    let cases = [
        // One heading of a table in TCVN3 that is a Vietnamese word as it stands, or has one sign only.
        ("Néi dung | §iÓm chuÈn | N¨m", "KÕ ho¹ch | bé | tr×nh", "Nội dung | Điểm chuẩn | Năm", "Kế hoạch | bộ | trình"),
        // Answers in Unicode below headings in TCVN3 stay as they are.
        ("TT | Néi dung | ý kiÕn", "1 | KÕ ho¹ch | Đã báo cáo", "TT | Nội dung | ý kiến", "1 | Kế hoạch | Đã báo cáo"),
        ("Néi dung | KÕt qu¶", "Kế hoạch | Khá", "Nội dung | Kết quả", "Kế hoạch | Khá"),
        ("Néi dung | KÕt qu¶ | §¹t", "Kế hoạch | có | bé", "Nội dung | Kết quả | Đạt", "Kế hoạch | có | bé"),
        // A table in Unicode with signs that TCVN3 has, too.
        ("Nội dung | Cách tính | Ghi chú", "Tỷ lệ | a× | m²", "Nội dung | Cách tính | Ghi chú", "Tỷ lệ | a× | m²"),
        ("Nội dung | n×m", "1½ | Noël café", "Nội dung | n×m", "1½ | Noël café"),
        // VNI: a word of one vowel and its sign.
        ("Noäi dung | Ñieåm chuaån | boä", "Keá hoaïch | taøi | soâ", "Nội dung | Điểm chuẩn | bộ", "Kế hoạch | tài | sô"),
    ];
    for (headings, below, headings_read, below_read) in cases {
        let (lines, told) = opened(&format!("{headings}\n{below}\n"));
        assert_eq!(lines, [headings_read, below_read], "{headings} / {below}: {told}");
        assert_eq!(told.contains("S100"), headings != headings_read, "{headings}: {told}");
    }
}

#[test]
fn text_taken_for_latin_is_told_as_text_in_an_old_encoding_is() {
    let latin = |text: &str| -> String { text.bytes().map(char::from).collect() };
    let (lines, told) = opened(&format!("{} | {}\n1.1 | {}\n", latin("Tiêu chí"), latin("Điểm tự chấm"), latin("Không có")));
    assert_eq!(lines[0], "Tiêu chí | Điểm tự chấm");
    let start = "S100 Có 3 ô bị lỗi phông chữ do lưu nhầm bảng mã (UTF-8 đọc thành Latin), đã khôi phục; ví dụ ô A1 “";
    assert!(told.starts_with(start) && told.ends_with("” đọc là “Tiêu chí”."), "{told}");
}
