//! The styles of documents: one place for fonts, sizes and room, so that an office can change the look in Word at once.

use std::fmt::Write as _;

use crate::text::{Lang, Words};

/// Style of a paragraph: id, name in Word, what its paragraphs and words have beside the defaults, and its level as a heading.
struct Style {
    id: &'static str,
    name: Words,
    paragraph: &'static str,
    words: &'static str,
}

/// Room of running text: first line moved in 1 cm, set to both sides.
const RUNNING: &str = r#"<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#;
/// No room around lines that stand close to each other.
const CLOSE: &str = r#"<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#;

/// Room of a line that holds nothing: a tenth of a point, so that it opens no page.
const THIN: &str = r#"<w:spacing w:before="0" w:after="0" w:line="2" w:lineRule="exact"/><w:jc w:val="center"/>"#;

/// Name that Word itself gives a style, in every language.
const fn same(name: &'static str) -> Words {
    Words { vi: name, en: name }
}

/// Every style that a paragraph of ours names.
const STYLES: [Style; 19] = [
    Style { id: "Header", name: same("header"), paragraph: CLOSE, words: r#"<w:sz w:val="26"/><w:szCs w:val="26"/>"# },
    Style {
        id: "Letterhead",
        name: Words { vi: "Tên cơ quan", en: "Letterhead" },
        paragraph: CLOSE,
        words: r#"<w:sz w:val="26"/><w:szCs w:val="26"/>"#,
    },
    Style {
        id: "Rule", name: Words { vi: "Đường kẻ", en: "Rule" }, paragraph: THIN, words: r#"<w:sz w:val="2"/><w:szCs w:val="2"/>"#
    },
    Style {
        id: "Title",
        name: same("Title"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="240" w:after="0"/><w:jc w:val="center"/>"#,
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "Subtitle",
        name: same("Subtitle"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#,
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "AnnexTitle",
        name: Words { vi: "Phụ lục", en: "Annex" },
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#,
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "AnnexOf",
        name: Words { vi: "Kèm theo", en: "Annex of" },
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#,
        words: "<w:i/><w:iCs/>",
    },
    Style {
        id: "Notice",
        name: Words { vi: "Ghi chú đầu trang", en: "Notice" },
        paragraph: CLOSE,
        words: r#"<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>"#,
    },
    Style {
        id: "To",
        name: Words { vi: "Kính gửi", en: "To" },
        paragraph: r#"<w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>"#,
        words: "",
    },
    Style {
        id: "ToItem",
        name: Words { vi: "Nơi gửi", en: "To, item" },
        paragraph: r#"<w:spacing w:before="0" w:after="0"/><w:ind w:left="3119"/>"#,
        words: "",
    },
    Style { id: "Basis", name: Words { vi: "Căn cứ", en: "Basis" }, paragraph: RUNNING, words: "<w:i/><w:iCs/>" },
    Style {
        id: "Heading1",
        name: same("heading 1"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="180" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/><w:outlineLvl w:val="0"/>"#,
        words: "<w:b/><w:bCs/>",
    },
    Style {
        id: "Heading2",
        name: same("heading 2"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/><w:outlineLvl w:val="1"/>"#,
        words: "<w:b/><w:bCs/>",
    },
    Style { id: "BodyText", name: same("Body Text"), paragraph: RUNNING, words: "" },
    Style {
        id: "Remark",
        name: Words { vi: "Ghi chú", en: "Remark" },
        paragraph: RUNNING,
        words: r#"<w:i/><w:iCs/><w:sz w:val="26"/><w:szCs w:val="26"/>"#,
    },
    Style {
        id: "Caption",
        name: same("caption"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="center"/>"#,
        words: r#"<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>"#,
    },
    Style {
        id: "TableText",
        name: Words { vi: "Chữ trong bảng", en: "Table text" },
        paragraph: r#"<w:spacing w:before="30" w:after="30"/>"#,
        words: r#"<w:sz w:val="24"/><w:szCs w:val="24"/>"#,
    },
    Style {
        id: "Recipients",
        name: Words { vi: "Nơi nhận", en: "Recipients" },
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/>"#,
        words: r#"<w:sz w:val="22"/><w:szCs w:val="22"/>"#,
    },
    Style {
        id: "Signature",
        name: same("Signature"),
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#,
        words: "<w:b/><w:bCs/>",
    },
];

/// Makes `word/styles.xml`, for words of a language.
pub fn styles(lang: Lang) -> String {
    let tag = lang.word("vi-VN", "en-GB");
    let mut xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="{tag}" w:eastAsia="{tag}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    );
    for Style { id, name, paragraph, words } in &STYLES {
        let name = name.get(lang);
        let _ = write!(
            xml,
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>"#
        );
    }
    xml.push_str(
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>"#,
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(xml, r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#);
    }
    xml.push_str("</w:tblBorders></w:tblPr></w:style></w:styles>");
    xml
}
