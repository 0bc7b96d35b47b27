//! Addresses that lead to no document, in the cell and behind it: worth what the cell is worth without them.

use super::thu::{Said, checked, checked_bytes, form};
use crate::folder::{Folder, drawn};
use crate::intake::raw::edited;

/// Address that is drawn and another one put in its place.
const DRAWN: &str = "https://lien-ket.vn/";

/// Checks a form that names this for its document of 1.1.
fn naming(words: &str) -> Said {
    checked(&form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", words))
}

/// Checks a form that names this, with a link behind it.
fn linked(words: &str, link: &str) -> Said {
    let words = format!("{words} → {DRAWN}");
    let form = drawn(&form(&["Điểm tự chấm"]).replace("Kế hoạch số 12/KH-UBND ngày 20/01/2026 của UBND xã", &words));
    checked_bytes(&edited(&form, "xl/worksheets/_rels/sheet1.xml.rels", |xml| xml.replace(DRAWN, link)), "x.xlsx", "")
}

/// Tells whether 1.1 is worth what it is blank.
fn is_blank(said: &Said) -> bool {
    said.accepted("1.1").as_deref() == Some("0.00") && said.found.iter().any(|one| one == "E001 error")
}

#[test]
fn an_address_that_is_none_is_no_document() {
    assert!(is_blank(&naming("")));
    for words in [
        "https://",
        "https://...",
        "http://x",
        "http://localhost/",
        "http:///a.pdf",
        "https://google",
        "ftp://x/kh.pdf",
        "https://[::1]/a",
        "https://; http://tanan",
    ] {
        let said = naming(words);
        assert!(is_blank(&said), "{words}: {:?}", said.found);
        let told = said.of("E035");
        assert!(told.iter().any(|one| one.contains(&format!("“{}”", words.split(';').next().unwrap()))), "{words}: {told:?}");
    }
    // Controls: an address, and a document whose address is none.
    for words in ["https://tanan.gov.vn/kh.pdf", "www.tanan.gov.vn/kh", "Kế hoạch số 12/KH-UBND ngày 20/01/2026 https://"] {
        let said = naming(words);
        assert_eq!(said.accepted("1.1").as_deref(), Some("2.00"), "{words}: {:?}", said.found);
    }
}

#[test]
fn a_link_that_opens_no_document_is_worth_nothing() {
    for link in ["tel:0912345678", "javascript:alert(1)", "mailto:a@tanan.gov.vn", "zalo:0912", "https://google", "http://x/a.pdf"] {
        let said = linked("Xem", link);
        let without = naming("Xem");
        assert_eq!(said.accepted("1.1"), without.accepted("1.1"), "{link}: {:?}", said.found);
        assert_eq!(said.found.iter().any(|one| one == "E001 error"), without.found.iter().any(|one| one == "E001 error"), "{link}");
        assert!(said.of("E030").is_empty() && said.of("E032").is_empty(), "{link}: {:?}", said.found);
    }
    // Controls: one that does, and a document that needs no link.
    for (words, link) in [("Xem", "https://tanan.gov.vn/kh.pdf"), ("Kế hoạch số 12/KH-UBND ngày 20/01/2026", "tel:0912345678")] {
        assert_eq!(linked(words, link).accepted("1.1").as_deref(), Some("2.00"), "{words}");
    }
}

#[test]
fn our_own_form_says_the_same() {
    // What stands in the column of files, whether it is a document, and whether it is told.
    for (words, counts) in [
        ("https://", false),
        ("http://x", false),
        ("tel:0912345678", false),
        ("javascript:alert(1)", false),
        ("https://sa.gov.vn/kh.pdf", true),
        ("kh.pdf", true),
    ] {
        let folder = Folder::base();
        let forms = folder.text("forms.yaml");
        let line = forms.lines().find(|line| line.contains("\"1.1\"")).unwrap();
        let filled = format!("    \"1.1\": {{ figures: {{ muc: kip_thoi }}, claimed: \"2\", evidence: [ {{ file: \"{words}\" }} ] }}");
        folder.put("forms.yaml", forms.replacen(line, &filled, 1)).fill();
        let said = folder.run("check submissions/so-a.xlsx --campaign .").out;
        assert_eq!(said.contains("lỗi[E001]"), !counts, "{words}: {said}");
        assert_eq!(said.contains("cảnh báo[E035]"), !counts, "{words}: {said}");
    }
}

#[test]
fn a_path_is_quoted_as_it_was_typed() {
    let told = naming("D:/kh.pdf").of("E032");
    assert!(matches!(told.as_slice(), [one] if one.contains("“D:/kh.pdf”")), "{told:?}");
}
