//! Files as people type them: with the number of a list, by the hundred, under names that no file can have.

use parindex::assessment::{Answer, Evidence};
use parindex::text::Lang;

use super::{document, found, judged, set};

/// Names files in the cell of one document.
fn naming(files: &str) -> Evidence {
    Evidence { file: Some(files.into()), ..document("12/BC-STC", (2018, 3, 5)) }
}

#[test]
fn a_list_is_numbered_by_two_digits_at_most_or_by_one_letter() {
    for file in ["1. bao-cao.pdf", "12. bao-cao.pdf", "12) bao-cao.pdf", "a) bao-cao.pdf", "Đ. bao-cao.pdf"] {
        assert_eq!(found(naming(file)), "", "{file}");
    }
    // Anything else before the dot is part of a name.
    for file in ["123. bao-cao.pdf", "ab) bao-cao.pdf", ") bao-cao.pdf", "1a. bao-cao.pdf"] {
        let missing = format!("E030 Không tìm thấy tệp “{file}” trong thư mục tài liệu kiểm chứng của đơn vị.");
        assert_eq!(found(naming(file)), missing);
    }
}

#[test]
fn more_files_than_a_cell_may_name_are_counted() {
    let of = |count: usize| found(naming(&vec!["bao-cao.pdf"; count].join("; ")));
    assert_eq!(of(100), "");
    for more in [1, 20] {
        let said = format!("S063 Ô này nêu quá nhiều tệp: kiểm tra 100 tệp đầu, {more} tệp sau không được xét.");
        assert_eq!(of(100 + more), said);
    }
}

#[test]
fn a_name_that_no_file_can_have_is_to_be_written_again() {
    let answer = Answer { evidence: vec![naming("quý 2/aux.pdf")], ..Answer::default() };
    let findings = judged(&set(), &[("2.1", answer)]).findings;
    let help = [Lang::Vi, Lang::En].map(|lang| findings[0].help.get(lang));
    assert_eq!(
        help,
        [
            "Không thể có tệp tên như vậy (Windows dành tên “aux” cho thiết bị); ghi lại đúng tên tệp.",
            "No file can have this name (Windows reserves the name “aux” for a device); give the file's own."
        ]
    );
}
