//! A fixed number of random changes to good input, the same in every run: whatever comes of them is a value or a finding.

use parindex::criteria::{self, CriteriaSet};
use parindex::evidence::Number;
use parindex::figure::{Choice, Input, InputId, InputKind};
use parindex::form::read;
use parindex::points::Points;
use parindex::text::legacy;
use parindex::typed::citation;
use parindex::typed::value;
use parindex::workbook::{self, Cell};

use super::files::sharing;
use crate::intake::raw::{unzip, zip};

/// Workbooks made of each good one.
const WORKBOOKS: usize = 150;
/// Texts made.
const TEXTS: usize = 4_000;

/// Numbers that look random and are the same in every run.
///
/// Source: `SplitMix64`.
struct Dice(u64);

impl Dice {
    /// Gives a number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }
}

/// Makes one to eight changes in bytes.
fn changed(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => {
                bytes.remove(at);
            }
            2 => bytes.insert(at, b"<>&\"0;/9\xFF"[dice.below(9)]),
            // A stretch said twice.
            _ => {
                let end = (at + 1 + dice.below(63)).min(bytes.len());
                let stretch = bytes[at..end].to_vec();
                bytes.splice(at..at, stretch);
            }
        }
    }
    bytes
}

/// Reads a workbook all the way; a set that it is read by is at hand.
fn digest(bytes: &[u8], name: &str, set: &CriteriaSet) {
    let opened = workbook::open(bytes, name);
    match opened.value {
        Some(book) => drop(read::read(&book, set, name)),
        None => assert!(!opened.findings.is_empty(), "{name} is refused without a word"),
    }
}

/// Gives the set that the good forms are of.
fn set() -> CriteriaSet {
    let text = std::fs::read_to_string("tests/good/campaign/criteria/day-du/set.yaml").unwrap();
    criteria::read(&text, "set.yaml").value.unwrap()
}

#[test]
fn every_workbook_is_read_or_refused() {
    let set = set();
    let mut dice = Dice(4);
    for (file, zipped) in [("openpyxl.xlsx", true), ("libreoffice.xlsx", true), ("libreoffice.ods", true), ("libreoffice.xls", false)] {
        let good = std::fs::read(format!("tests/good/forms/{file}")).unwrap();
        for _ in 0..WORKBOOKS / 3 {
            digest(&changed(&good, &mut dice), file, &set);
        }
        if !zipped {
            for _ in 0..WORKBOOKS {
                digest(&changed(&good, &mut dice), file, &set);
            }
            continue;
        }
        // Inside of the zip, where the checksum does not stop them.
        let parts = unzip(&good);
        for _ in 0..WORKBOOKS {
            let chosen = dice.below(parts.len());
            let files: Vec<(&str, Vec<u8>)> = parts
                .iter()
                .enumerate()
                .map(|(n, (name, bytes))| (name.as_str(), if n == chosen { changed(bytes, &mut dice) } else { bytes.clone() }))
                .collect();
            digest(&zip(&files), file, &set);
        }
    }
}

#[test]
fn every_text_is_read_as_something() {
    const TEXTS_OF_UNITS: [&str; 12] = [
        "Kế hoạch số 4851/KH-UBND ngày 11/10/2018 của UBND tỉnh, mục II, trang 3; Báo cáo số 12/BC-SNV ngày 05/01/2019",
        "Giải trình: - đã làm. TLKC: - a.pdf; https://longan.gov.vn/x?y=1",
        "30/2018/QĐ-UBND",
        "05-NQ/TU ngày 31 tháng 12 năm 2018",
        "95,73 %",
        "703.938",
        "1.149",
        "0,95",
        "29/02/2019",
        "ngày 5 tháng 3 năm 18",
        "Không áp dụng",
        "Së Néi vô \u{AD} Sôû Noäi vuï",
    ];
    let mut dice = Dice(40);
    let max = Points::from(2);
    let kinds =
        [InputKind::Count, InputKind::Percent, InputKind::Points, InputKind::Date, InputKind::YesNo, InputKind::Choice, InputKind::Text];
    let choices = [Choice { id: "a".into(), label: "Kịp thời".into() }];
    for n in 0..TEXTS {
        let good = TEXTS_OF_UNITS[n % TEXTS_OF_UNITS.len()];
        let text = String::from_utf8_lossy(&changed(good.as_bytes(), &mut dice)).into_owned();
        let cell = Cell::text(text.as_str());
        for kind in kinds {
            let input = Input {
                id: InputId::new("x"),
                kind,
                label: "Số".into(),
                measure: None,
                days: parindex::figure::Days::default(),
                shared: false,
            };
            value::figure(Some(&cell), &input, &choices);
        }
        value::claim(Some(&cell), &max);
        value::evidence_date(Some(&cell));
        citation::read(&text);
        // A number that was read reads the same once it is written properly.
        if let Some(number) = Number::parse(&text) {
            let again = Number::parse(&number.canonical());
            assert_eq!(again.map(|again| again.key()), Some(number.key()), "{text:?}");
        }
        if let Some(read) = legacy::convert(&text, None) {
            assert_ne!(read.words, text, "converted into itself");
        }
    }
}

#[test]
fn old_workbooks_may_share_text_but_not_without_end() {
    let few = workbook::open(&sharing(3, 20_000), "bieu.xls");
    let book = few.value.unwrap_or_else(|| panic!("{}", crate::intake::raw::told(&few.findings)));
    assert_eq!(book.sheets[0].cells.len(), 3);
    assert_eq!(book.sheets[0].shown(2, 0).unwrap().len(), 20_000);
    let many = workbook::open(&sharing(19_000, 32_000), "bieu.xls");
    assert_eq!(crate::intake::raw::told(&many.findings), "S009 Không mở tệp “bieu.xls”: tệp lặp lại quá nhiều chữ.");
}
