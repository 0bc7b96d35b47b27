//! Rows, columns and sheets of our own form that somebody copied: what the program wrote is read, and nothing is guessed.

use serde_json::Value;

use crate::folder::Folder;

const FORM: &str = r#"- file: submissions/so-a.xlsx
  unit: so-a
  answers:
    "1.1": { figures: { muc: kip_thoi }, claimed: "2", evidence: [ { number: 12/KH-SA, date: 2026-02-03, title: Kế hoạch năm } ] }
    "1.2": { figures: { dung_han: "90", da_giai_quyet: "100" }, claimed: "1.8", evidence: [ { number: 40/BC-SA, date: 2026-12-05, title: Báo cáo năm, section: Mục II } ] }
    "1.3": { figures: { ty_le: "80" }, claimed: "1.6", evidence: [ { number: 41/BC-SA, date: 2026-12-06, title: Báo cáo đào tạo } ] }
"#;

/// Does things to a filled form; gives the claim and the accepted points of 1.2, and what was found.
fn read(acts: &[&str]) -> [String; 3] {
    let folder = Folder::base();
    let acts = acts.iter().map(|act| format!("    - {act}\n")).collect::<Vec<_>>().concat();
    let hand = if acts.is_empty() { "" } else { "  hand:\n" };
    folder.put("forms.yaml", format!("{FORM}{hand}{acts}"));
    folder.fill();
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json");
    let said: Value = serde_json::from_str(&said.out).unwrap();
    let row = &said["files"][0]["rows"].as_array().into_iter().flatten().find(|row| row["criterion"] == "1.2").cloned().unwrap_or_default();
    // Notes in small letters.
    let code = |one: &Value| match one["severity"].as_str() {
        Some("note") => one["code"].as_str().unwrap().to_lowercase(),
        _ => one["code"].as_str().unwrap().to_owned(),
    };
    let mut codes: Vec<String> = said["findings"].as_array().unwrap().iter().map(code).collect();
    codes.sort_unstable();
    codes.dedup();
    let text = |key: &str| row[key].as_str().unwrap_or("–").to_owned();
    [text("claimed"), text("accepted"), codes.join(" ")]
}

#[test]
fn a_copy_never_counts_for_what_the_program_wrote() {
    let put = "put: { at: \"leaf:1.2 claimed\", number: \"2\" }";
    let table: &[(&[&str], [&str; 3])] = &[
        (&[], ["1.8", "1.80", ""]),
        // A copied column: the one in its place is read.
        (&["copy_column_to_end: { at: \"leaf:1.2 claimed\" }"], ["1.8", "1.80", "S034"]),
        (&["copy_column_to_end: { at: \"input:1.2/dung_han input\" }"], ["1.8", "1.80", "S034"]),
        (&["copy_column_to_end: { sheet: evidence, at: \"evidence#1 number\" }"], ["1.8", "1.80", "S034"]),
        (&["copy_column_before: { at: \"leaf:1.2 claimed\" }"], ["1.8", "1.80", "S034"]),
        // Neither of two stands in its place any more.
        (
            &[
                "copy_column_to_end: { at: \"leaf:1.2 claimed\" }",
                "copy_column_before: { at: \"leaf:1.2 stt\" }",
                "delete_column: { at: \"leaf:1.2 stt\" }",
            ],
            ["1.8", "1.80", "S034"],
        ),
        // A copied row that says something else.
        (&["repeat_row: { at: \"leaf:1.2\" }", "put: { at: \"leaf:1.2#2 claimed\", number: \"2\" }"], ["1.8", "1.80", "S025"]),
        (&["repeat_row: { at: \"leaf:1.2\" }", put], ["2", "1.80", "P009 S025"]),
        (
            &["repeat_row: { at: \"input:1.2/dung_han\" }", "put: { at: \"input:1.2/dung_han#2 input\", number: \"100\" }"],
            ["1.8", "1.80", "S025"],
        ),
        // Copied below itself, either may be the form's: blank.
        (
            &["copy_row_below: { at: \"input:1.2/dung_han\" }", "put: { at: \"input:1.2/dung_han#2 input\", number: \"100\" }"],
            ["1.8", "0.00", "P001 S025"],
        ),
        (&["copy_row_below: { at: \"leaf:1.2\" }"], ["1.8", "1.80", ""]),
        // A copied sheet.
        (
            &["copy_sheet: { sheet: assessment, name: A }", "put: { at: \"leaf:1.2 claimed\", number: \"1.7\" }"],
            ["1.7", "1.70", "S028 p010"],
        ),
        // One that says the same takes nothing away.
        (&["copy_sheet: { sheet: assessment, name: A }"], ["1.8", "1.80", "s028"]),
    ];
    for (acts, expected) in table {
        assert_eq!(&read(acts), expected, "{acts:?}");
    }
}
