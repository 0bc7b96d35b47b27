//! The form on paper: how many pages it takes, and what stands on them.

#![expect(clippy::float_arithmetic, reason = "lengths on paper")]

use std::collections::BTreeMap;
use std::fs;

use parindex::criteria::{self, CriteriaSet};
use parindex::form::layout;
use parindex::text::Lang;

use super::{Form, Opened, form, read, workbook, write};

/// A commune's set: 81 criteria.
fn commune() -> CriteriaSet {
    criteria::read_bytes(&fs::read("criteria/mau-xa-phuong-2025/set.yaml").unwrap(), "set.yaml").value.unwrap()
}

/// Gives the values of an attribute, in order.
pub fn attributes(xml: &str, tag: &str, name: &str) -> Vec<Option<String>> {
    let (tag, name) = (format!("<{tag} "), format!(" {name}=\""));
    let tags = xml.split(&tag).skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.map(|tag| format!(" {tag}")).map(|tag| tag.split(&name).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned())).collect()
}

/// Sheet as it is printed: heights of its rows as they come out on paper, and the rows that end a page.
struct Printed {
    rows: BTreeMap<u32, f64>,
    breaks: Vec<u32>,
    high: f64,
}

impl Printed {
    fn new(opened: &Opened, sheet: usize) -> Self {
        let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        let book = opened.part("xl/workbook.xml");
        let area = book.split(&format!("_xlnm.Print_Area\" localSheetId=\"{}\">", sheet - 1)).nth(1).unwrap();
        let corner = area.split('<').next().unwrap().rsplit(':').next().unwrap().trim_start_matches('$');
        let (letter, last) = corner.split_once('$').unwrap();
        let column = u32::from(letter.bytes().next().unwrap() - b'A') + 1;
        let number = |text: &str| text.parse::<f64>().unwrap();
        let mut wide = 0.0;
        let hidden = attributes(&xml, "col", "hidden");
        let to = attributes(&xml, "col", "max");
        for (n, ((from, to), width)) in attributes(&xml, "col", "min").iter().zip(to).zip(attributes(&xml, "col", "width")).enumerate() {
            let (from, to) = (from.as_ref().unwrap().parse::<u32>().unwrap(), to.unwrap().parse::<u32>().unwrap().min(column));
            if hidden[n].is_none() && from <= to {
                wide += f64::from(to - from + 1) * number(&width.unwrap()) * 7.0 * 0.75;
            }
        }
        // A4 within margins of 30, 15 and 20 mm, in points; programs print whole per cents.
        let landscape = xml.contains("orientation=\"landscape\"");
        let (room, high) = if landscape { (713.7, 480.0) } else { (466.9, 726.7) };
        let scale = (room / wide * 100.0_f64).floor().min(100.0) / 100.0;
        let mut rows = BTreeMap::new();
        for ((row, height), hidden) in
            attributes(&xml, "row", "r").into_iter().zip(attributes(&xml, "row", "ht")).zip(attributes(&xml, "row", "hidden"))
        {
            let row: u32 = row.unwrap().parse().unwrap();
            if hidden.is_none() && row <= last.parse::<u32>().unwrap() {
                rows.insert(row, height.as_deref().map_or(15.0, number) * scale);
            }
        }
        let breaks = attributes(&xml, "brk", "id").into_iter().map(|id| id.unwrap().parse().unwrap()).collect();
        Self { rows, breaks, high }
    }

    /// Gives how many pages the sheet takes, rows `repeated` at the head of each but the first.
    fn pages(&self, repeated: u32) -> usize {
        let again = self.rows.get(&repeated).copied().unwrap_or_default();
        let (mut pages, mut taken) = (1, 0.0);
        for (row, height) in &self.rows {
            if taken + height > self.high || self.breaks.contains(&(row - 1)) {
                (pages, taken) = (pages + 1, again);
            }
            taken += height;
        }
        pages
    }
}

#[test]
fn a_communes_form_of_83_criteria_takes_no_more_than_16_pages() {
    let set = commune();
    assert_eq!(set.leaves().count(), 83);
    let opened = Opened::new(form(&set, None));
    let [guide, assessment, evidence] = [1, 2, 3].map(|sheet| Printed::new(&opened, sheet));
    let pages = [guide.pages(0), assessment.pages(7), evidence.pages(7)];
    // A page that would end on its own were a break too late.
    assert_eq!(pages[1], assessment.breaks.len() + 1, "pages end where the form ends them");
    assert!(pages[0] == 1 && pages.iter().sum::<usize>() <= 16, "{pages:?}");
    // What is still to be done stands on the screen; the last printed column is that of explanations.
    assert!(opened.part("xl/workbook.xml").contains("'Tự đánh giá'!$B$1:$J$"));
}

#[test]
fn a_unit_says_what_is_difficult_and_what_it_proposes_and_signs_below() {
    let set = commune();
    let mut filled = super::assessment(&set, BTreeMap::new());
    filled.remarks.difficulties = Some("Thiếu công chức công nghệ thông tin.\nMáy chủ hay lỗi.".into());
    filled.remarks.proposals = Some("=Đề nghị bổ sung 02 biên chế".into());
    let bytes = form(&set, Some(&filled));
    let book = workbook::open(&bytes, "a.xlsx").value.unwrap();
    let back = read::read(&book, &set, "a.xlsx");
    assert_eq!(back.value.unwrap().remarks, filled.remarks, "{:?}", back.findings);
    assert!(!back.findings.iter().any(|finding| finding.message.vi.contains("biên chế")), "words to be kept are no strays");
    // It counts nowhere: a form with nothing else is not filled in.
    assert!(filled.is_blank());

    let said = |name: &str| {
        let unit = parindex::assessment::Unit { name: name.into(), ..super::unit() };
        let blank = Form {
            set: &set,
            unit: &unit,
            campaign: &super::campaign(),
            group: "Xã, phường",
            rounding: set.rounding,
            last_year: None,
            lang: Lang::Vi,
            filled: None,
        };
        let mut opened = Opened::new(write(&blank).unwrap());
        let cells = calamine::Reader::worksheet_range(&mut opened.book, layout::ASSESSMENT.vi).unwrap();
        cells.used_cells().map(|(.., cell)| cell.to_string()).collect::<Vec<_>>()
    };
    let of_commune = said("Xã An Bình");
    let day = "ngày …… tháng …… năm 20……";
    let dated = format!("An Bình, {day}");
    for words in ["Khó khăn, vướng mắc", "Kiến nghị, đề xuất", "Số: ……/BC-……", &dated, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]
    {
        assert!(of_commune.iter().any(|cell| cell == words), "{words}");
    }
    for (unit, place, head) in [
        ("Sở Xây dựng", "…………", "GIÁM ĐỐC"),
        ("Ban Quản lý các khu công nghiệp", "…………", "THỦ TRƯỞNG ĐƠN VỊ"),
        ("UBND thị xã Hồng Lĩnh", "Hồng Lĩnh", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("Ủy ban nhân dân phường 5, thành phố Tân An", "Phường 5", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
    ] {
        let cells = said(unit);
        assert!([format!("{place}, {day}"), head.into()].iter().all(|words| cells.contains(words)), "{unit}: {cells:?}");
    }
}

/// A people's committee has no authority above its name, a department has the province's committee: never the office
/// that runs the campaign. Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I.
#[test]
fn the_letterhead_names_the_unit_and_only_its_own_authority() {
    let set = commune();
    let province = parindex::assessment::Campaign {
        authority: Some("UBND tỉnh Minh Giang".into()),
        office: Some("Sở Nội vụ".into()),
        ..super::campaign()
    };
    let alone = parindex::assessment::Campaign { authority: None, ..province.clone() };
    for (name, own, campaign, expected) in [
        ("Sở Tư pháp", None, &province, ["UBND TỈNH MINH GIANG", "SỞ TƯ PHÁP"]),
        ("Sở Tư pháp", None, &alone, ["", "SỞ TƯ PHÁP"]),
        ("Phòng Tư pháp", Some("UBND huyện Bến Lức"), &province, ["UBND HUYỆN BẾN LỨC", "PHÒNG TƯ PHÁP"]),
        ("Xã An Bình", None, &province, ["", "UBND XÃ AN BÌNH"]),
        ("UBND phường 5", None, &province, ["", "UBND PHƯỜNG 5"]),
        ("Uỷ ban nhân dân thị xã Hồng Lĩnh", None, &province, ["", "UỶ BAN NHÂN DÂN THỊ XÃ HỒNG LĨNH"]),
        ("Xã An Bình", Some("UBND huyện Bến Lức"), &province, ["UBND HUYỆN BẾN LỨC", "UBND XÃ AN BÌNH"]),
        ("Quản lý thị trường", None, &province, ["UBND TỈNH MINH GIANG", "QUẢN LÝ THỊ TRƯỜNG"]),
    ] {
        let unit = parindex::assessment::Unit { name: name.into(), authority: own.map(Into::into), ..super::unit() };
        let form =
            Form { set: &set, unit: &unit, campaign, group: "", rounding: set.rounding, last_year: None, lang: Lang::Vi, filled: None };
        let bytes = write(&form).unwrap();
        let book = workbook::open(&bytes, "a.xlsx").value.unwrap();
        let read = read::read(&book, &set, "a.xlsx");
        assert!(read.findings.iter().all(|finding| !["S029", "S032", "S033"].contains(&finding.code.id)), "{name}: {:?}", read.findings);
        let mut opened = Opened::new(bytes);
        let cells = calamine::Reader::worksheet_range(&mut opened.book, layout::ASSESSMENT.vi).unwrap();
        let head = [0, 1].map(|row| cells.rows().nth(row).unwrap().iter().map(ToString::to_string).find(|cell| !cell.is_empty()));
        let [above, below] = head.map(Option::unwrap);
        let said = [if above.starts_with("CỘNG HÒA") { "" } else { &above }, below.as_str()];
        assert_eq!(said, expected, "{name}");
    }
}

#[test]
fn rules_run_on_in_paragraphs_and_keep_names_as_they_are() {
    let mut opened = Opened::new(form(&commune(), None));
    let mut how = |id: &str| opened.assessed(&format!("leaf:{id}"), "how").to_string();
    assert_eq!(
        how("1.1.1"),
        "Chậm nhất ngày 31/7/2025: 1 điểm; chậm nhất ngày 31/8/2025: 50% điểm tối đa (0,5 điểm); sau thời hạn trên: 0 điểm; \
         không thực hiện: 0 điểm và bị trừ 0,25 điểm\nTLKC (bắt buộc): Kế hoạch CCHC của UBND xã, phường; loại văn bản KH"
    );
    assert_eq!(
        how("1.2"),
        "Thời hạn gửi báo cáo (tối đa 1 điểm): tỷ lệ = “Số báo cáo CCHC gửi đúng thời hạn” / “Số báo cáo CCHC phải gửi trong kỳ” × 100%; \
         đạt 100%: 1 điểm; dưới 100%: tỷ lệ × 1; trường hợp không phát sinh: 0 điểm\n\
         Nội dung báo cáo (tối đa 0,5 điểm): có: 0,5 điểm; không: 0 điểm\n\
         TLKC (bắt buộc): Các báo cáo CCHC trong kỳ; loại văn bản BC; ít nhất 2 văn bản"
    );
    assert!(how("T2").starts_with("Bằng khen của Chủ tịch UBND tỉnh trở lên: 1 điểm; Giấy khen của sở, ngành tỉnh: 50%"));
}

#[test]
fn a_page_names_form_and_version_and_prints_numbers_with_a_comma() {
    let set = commune();
    let opened = Opened::new(form(&set, None));
    for sheet in 1..=3 {
        let foot = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
        let foot = foot.split("<oddFooter>").nth(1).unwrap().split("</oddFooter>").next().unwrap();
        assert!(foot.ends_with(&format!("Mã biểu: mau-xa-phuong-2025/{}", set.version)), "{foot}");
        assert!(!foot.contains(&set.sha256[..8]), "a hash tells an official nothing: {foot}");
    }
    let styles = opened.part("xl/styles.xml");
    assert!(styles.contains("formatCode=\"[$-42A]General\"") && styles.contains("formatCode=\"[$-42A]0.00\""));
    // The reader still knows which set it is, to the letter.
    let mut opened = opened;
    let range = calamine::Reader::worksheet_range(&mut opened.book, layout::META).unwrap();
    assert!(range.used_cells().any(|(.., cell)| cell.to_string() == set.sha256));
}

/// Gives the words of every cell of a sheet that is merged within its row, with the address, its row and its width in characters.
pub fn merged(opened: &mut Opened, sheet: usize, name: &str) -> Vec<(String, u32, u32, String)> {
    let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
    let mut widths: BTreeMap<u32, f64> = BTreeMap::new();
    for (from, (to, width)) in
        attributes(&xml, "col", "min").into_iter().zip(attributes(&xml, "col", "max").into_iter().zip(attributes(&xml, "col", "width")))
    {
        let [from, to] = [from, to].map(|at| at.unwrap().parse::<u32>().unwrap());
        widths.extend((from..=to).map(|at| (at, width.as_ref().unwrap().parse::<f64>().unwrap())));
    }
    let cells = calamine::Reader::worksheet_range(&mut opened.book, name).unwrap();
    let column = |words: &str| u32::from(words.bytes().next().unwrap() - b'A') + 1;
    let digits = |at: &str| at[1..].to_owned();
    let flat = |area: &String| area.split_once(':').is_some_and(|(from, to)| digits(from) == digits(to));
    let areas = attributes(&xml, "mergeCell", "ref").into_iter().map(Option::unwrap).filter(flat);
    let found = areas.map(|area| {
        let (from, to) = area.split_once(':').unwrap();
        let row: u32 = from[1..].parse().unwrap();
        let pixels: f64 = (column(from)..=column(to)).map(|at| widths[&at] * 7.0).sum();
        let words = cells.get_value((row - 1, column(from) - 1)).map(ToString::to_string).unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred characters")]
        (area.clone(), row, (pixels / 7.0) as u32, words)
    });
    found.collect()
}

#[test]
fn no_letterhead_and_no_place_to_sign_is_cut() {
    let set = commune();
    let campaign = parindex::assessment::Campaign {
        authority: Some("Ủy ban nhân dân tỉnh Minh Giang".into()),
        place: Some("Minh Giang".into()),
        notice: Some("SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU CHÍNH THỨC".into()),
        title: "Đánh giá, xếp hạng kết quả cải cách hành chính của các sở, ban, ngành, cơ quan ngang sở và đơn vị trực thuộc".into(),
        ..super::campaign()
    };
    for name in ["Sở Tư pháp", "Ban Quản lý khu kinh tế và các khu công nghiệp, khu công nghệ cao tỉnh Minh Giang"] {
        let unit = parindex::assessment::Unit { name: name.into(), ..super::unit() };
        let form = Form {
            set: &set,
            unit: &unit,
            campaign: &campaign,
            group: "",
            rounding: set.rounding,
            last_year: None,
            lang: Lang::Vi,
            filled: None,
        };
        let mut opened = Opened::new(write(&form).unwrap());
        for (sheet, title) in [(1, layout::GUIDE.vi), (2, layout::ASSESSMENT.vi), (3, layout::EVIDENCE.vi)] {
            let xml = opened.part(&format!("xl/worksheets/sheet{sheet}.xml"));
            let high: BTreeMap<u32, f64> = attributes(&xml, "row", "r")
                .into_iter()
                .zip(attributes(&xml, "row", "ht"))
                .map(|(row, high)| (row.unwrap().parse().unwrap(), high.map_or(15.0, |high| high.parse().unwrap())))
                .collect();
            let mut long = 0;
            for (area, row, width, words) in merged(&mut opened, sheet, title) {
                let needs = parindex::look::takes(&words, width, parindex::look::SIZE);
                long += usize::from(needs > 20);
                assert!(f64::from(needs) <= high[&row] + 1.0, "{name}, {title}, {area}: “{words}” needs {needs} of {}", high[&row]);
            }
            // What would be cut in a row of one line is there.
            assert!(long > 0 || name.len() < 20, "{title}");
        }
    }
}
