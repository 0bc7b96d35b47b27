//! Text typed in fonts of before Unicode: told from Unicode and from each other, and read.

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
        "“Có”",
        "plain ASCII, 12/BC-SNV",
        "",
    ];
    for text in texts {
        for font in [None, Font::named(".VnTime"), Font::named("VNI-Times")] {
            let may = font.is_some() && ["5 µm"].contains(&text);
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
    // A fifth style, in a font of before Unicode.
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
