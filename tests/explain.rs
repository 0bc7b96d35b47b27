//! `explain`: every code has its words in both languages, on the terminal, as JSON and on the page of all codes.

use std::collections::BTreeSet;
use std::path::Path;

use parindex::cli::explained;
use parindex::finding::catalogue;
use serde_json::Value;

use crate::folder::{recorded, run};

#[test]
fn a_code_is_explained_with_its_cure_and_whether_it_takes_points() {
    let said = run(Path::new("."), "explain E001");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let code = catalogue().find(|code| code.id == "E001").unwrap();
    assert!(said.out.starts_with(&format!("E001 · lỗi · {}\n\nVì sao\n  ", code.title.vi)), "{}", said.out);
    assert!(said.out.contains("\n\nKhắc phục\n  "), "{}", said.out);
    assert!(
        said.out.ends_with(
            "\n\nẢnh hưởng đến điểm\n  Mặc định tiêu chí thành phần có lỗi này không được công nhận điểm; bộ tiêu chí có thể quy định\n  khác bằng khóa “withhold”.\n"
        ),
        "{}",
        said.out
    );
    let english = run(Path::new("."), "explain k002 --lang en");
    assert_eq!(
        english.out,
        "K002 · note · Equal indexes told apart by a tie-break\n\nWhy\n  Two units have the same index and different places; readers of the table need to know why.\n\nHow to fix\n  Nothing to correct; compare the tie-break with the decision that issued the criteria.\n\nPoints\n  This finding takes no points by itself.\n"
    );
}

#[test]
fn a_code_that_does_not_exist_is_a_bad_command_line_with_a_suggestion() {
    let said = run(Path::new("."), "explain E01");
    assert_eq!(
        (said.code, said.out.as_str(), said.err.as_str()),
        (2, "", "lỗi: không có mã kết quả kiểm tra “E01”\n  có phải là “E001”?\nXem danh mục: parindex explain\n")
    );
    let far = run(Path::new("."), "explain nothing-like-it --lang en --format json");
    assert_eq!(
        (far.code, far.out.as_str(), far.err.as_str()),
        (2, "", "error: there is no finding “nothing-like-it”\nFor the catalogue: parindex explain\n")
    );
}

#[test]
fn without_a_code_the_whole_catalogue_is_listed() {
    let every: BTreeSet<&str> = catalogue().map(|code| code.id).collect();
    let said = run(Path::new("."), "explain");
    let listed: Vec<&str> =
        said.out.lines().filter_map(|line| line.split_whitespace().next()).filter(|word| every.contains(word)).collect();
    assert_eq!(listed.len(), every.len());
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), every);
    let json: Value = serde_json::from_str(&run(Path::new("."), "explain --format json --lang en").out).unwrap();
    let codes = json["codes"].as_array().unwrap();
    assert_eq!(codes.len(), every.len());
    let withholding: Vec<&str> =
        codes.iter().filter(|code| code["withholds_by_default"] == true).map(|code| code["code"].as_str().unwrap()).collect();
    assert_eq!(withholding, ["E001", "P001"]);
}

#[test]
fn the_page_of_all_codes_says_what_the_catalogue_says() {
    recorded(Path::new("src/finding/CODES.md"), &explained());
}
