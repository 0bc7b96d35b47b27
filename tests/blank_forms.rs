//! Blank forms, and workbooks of the council and for explanations, made again where some stand already.

use std::fs;

use crate::appraisal::{campaign, table};
use crate::council::acts;
use crate::folder::Folder;
use crate::intake::hand::by_hand;

/// Makes the blank forms of the small campaign.
fn made() -> Folder {
    let folder = Folder::base();
    let said = folder.run("template . --out bieu");
    assert_eq!((said.code, said.out.as_str()), (0, "Đã tạo 2 biểu trong “bieu”.\n"), "{}", said.err);
    folder
}

#[test]
fn forms_that_nobody_filled_in_give_way_to_new_ones() {
    let folder = made();
    let before = fs::read(folder.path("bieu/so-a.xlsx")).unwrap();
    assert_eq!(folder.run("template . --out bieu").out, "Đã tạo 2 biểu trong “bieu”.\n");
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở Công thương,");
    let again = folder.run("template . --out bieu");
    let words = "Đã tạo 2 biểu trong “bieu”.\nTrong đó 1 biểu thay cho biểu cũ cùng tên chưa ai điền.\n";
    assert_eq!((again.code, again.out.as_str()), (0, words), "{}", again.err);
    assert_ne!(fs::read(folder.path("bieu/so-a.xlsx")).unwrap(), before);
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở Xây dựng,");
    let english = folder.run("template . --out bieu --lang en");
    assert!(english.out.ends_with("Of these, 2 stand in the place of older forms that nobody had begun to fill in.\n"), "{}", english.out);
}

#[test]
fn whatever_somebody_did_to_a_form_it_is_kept_and_no_other_is_written() {
    for done in [
        "- put: { at: \"leaf:1.1 claimed\", number: \"1\" }",
        "- put: { at: \"leaf:1.1 claimed\", text: không áp dụng }",
        "- put: { at: \"leaf:1.2 explanation\", text: đang làm }",
        "- put: { at: \"difficulties+0 how\", text: thiếu người }",
        "- put: { at: \"Z40\", text: hỏi lại Sở Nội vụ }",
        "- put: { at: \"A1\", text: Sở khác }",
        "- put: { sheet: evidence, at: \"evidence#2 title\", text: Kế hoạch }",
        "- put: { at: \"proposals+3 computed\", text: Nguyễn Văn Bình }",
        "- note: { at: \"leaf:1.1 claimed\", text: xem lại }",
        "- add_sheet: { name: Nháp, text: \"1 | 2\" }",
        "- delete_row: { at: \"leaf:1.2\" }",
        "- delete_sheet: { sheet: meta }",
    ] {
        let folder = made();
        let kept = by_hand(&fs::read(folder.path("bieu/so-b.xlsx")).unwrap(), &acts(done));
        folder.put("bieu/so-b.xlsx", &kept).edit("campaign.yaml", "name: Sở A,", "name: Sở Công thương,");
        let before = fs::read(folder.path("bieu/so-a.xlsx")).unwrap();
        let again = folder.run("template . --out bieu");
        assert!(
            again.code == 1 && again.err.contains("“bieu/so-b.xlsx” đã có và có thể đã được điền"),
            "{done}: {}{}",
            again.out,
            again.err
        );
        assert!(fs::read(folder.path("bieu/so-b.xlsx")).unwrap() == kept && fs::read(folder.path("bieu/so-a.xlsx")).unwrap() == before);
    }
}

#[test]
fn a_form_that_was_only_opened_and_saved_is_blank_still() {
    let folder = made();
    let saved = by_hand(&fs::read(folder.path("bieu/so-b.xlsx")).unwrap(), &acts("- put: { at: \"leaf:1.1 claimed\" }"));
    folder.put("bieu/so-b.xlsx", &saved);
    assert!(folder.run("template . --out bieu").out.contains("Trong đó 1 biểu thay cho"));
}

/// A campaign that was appraised, with the commands that write workbooks for people, and the workbook that each writes.
fn appraised() -> (Folder, [(&'static str, &'static str); 2]) {
    let folder = campaign();
    folder.put("appraisal/bang.csv", table("so-a;1;dung_han;60;;1;sai sót;;\n"));
    (
        folder,
        [("appraise . --round 2 --out phieu", "phieu/tham-dinh-lan-2.xlsx"), ("feedback . --out phieu", "phieu/so-a.giai-trinh-1.xlsx")],
    )
}

#[test]
fn workbooks_of_the_council_and_for_units_give_way_while_nobody_filled_them_in() {
    let (folder, commands) = appraised();
    for ((command, file), sheet) in commands.into_iter().zip(["appraisal", "explanation"]) {
        let first = folder.run(command);
        assert!(first.code == 0 && !first.out.contains("thay cho"), "{}{}", first.out, first.err);
        assert!(!folder.run(command).out.contains("thay cho"), "the same again");
        let before = fs::read(folder.path(file)).unwrap();
        // Saved by another program, which keeps no cell in its place but what it says.
        folder.put(file, by_hand(&before, &acts(&format!("- put: {{ sheet: {sheet}, at: \"Z40\" }}"))));
        folder.put("appraisal/bang.csv", table("so-a;1;dung_han;55;;1;sai sót;;\n"));
        let again = folder.run(command);
        assert!(
            again.code == 0 && again.out.contains("Trong đó 1 phiếu thay cho phiếu cũ cùng tên chưa ai ghi.\n"),
            "{}{}",
            again.out,
            again.err
        );
        assert_ne!(fs::read(folder.path(file)).unwrap(), before);
        folder.put("appraisal/bang.csv", table("so-a;1;dung_han;60;;1;sai sót;;\n"));
        let english = folder.run(&format!("{command} --lang en")).out;
        assert!(english.contains("Of these, 1 stand in the place of older workbooks that nobody had begun to fill in.\n"), "{english}");
        folder.run(command);
    }
}

#[test]
fn whatever_somebody_did_to_such_a_workbook_it_is_kept() {
    for (nth, done) in [
        (0, "- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", number: \"1\" }"),
        (0, "- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", formula: \"0.5+0.25\", result: \"0.75\" }"),
        (0, "- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", formula: \"0.5+0.25\" }"),
        (0, "- put: { sheet: appraisal, at: \"leaf:so-a/1 reason\", text: xem lại }"),
        (0, "- put: { sheet: appraisal, at: \"leaf:so-a/1 content\", text: nội dung khác }"),
        (0, "- put: { sheet: appraisal, at: \"Z40\", text: hỏi lại }"),
        (0, "- note: { sheet: appraisal, at: \"leaf:so-a/1 points\", text: xem lại }"),
        (0, "- delete_row: { sheet: appraisal, at: \"leaf:so-b/1\" }"),
        (1, "- put: { sheet: explanation, at: \"leaf:1 explained\", text: thiếu quý IV }"),
        (1, "- put: { sheet: explanation, at: \"input:1/dung_han proposed\", formula: \"50+5\", result: \"55\" }"),
        (1, "- put: { sheet: further, at: \"evidence#1 number\", text: 12/BC-SA }"),
        (1, "- add_sheet: { name: Nháp, text: \"1 | 2\" }"),
    ] {
        let (folder, commands) = appraised();
        let (command, file) = commands[nth];
        folder.run(command);
        let kept = by_hand(&fs::read(folder.path(file)).unwrap(), &acts(done));
        folder.put(file, &kept).put("appraisal/bang.csv", table("so-a;1;dung_han;55;;1;sai sót;;\n"));
        let again = folder.run(command);
        assert!(
            again.code == 1 && again.err.contains(&format!("“{file}” đã có và có thể đã được điền")),
            "{done}: {}{}",
            again.out,
            again.err
        );
        assert_eq!(fs::read(folder.path(file)).unwrap(), kept, "{done}");
    }
}

/// What was typed before is printed in the cells to fill in again, and its first place may be gone since.
#[test]
fn a_workbook_that_carries_what_was_typed_before_never_gives_way() {
    let typed = [
        ("appraisal/tham-dinh-lan-2.xlsx", "- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", number: \"1\" }"),
        ("submissions/so-a.giai-trinh-1.xlsx", "- put: { sheet: explanation, at: \"leaf:1 explained\", text: thiếu quý IV }"),
    ];
    for (nth, (handed_in, done)) in typed.into_iter().enumerate() {
        let (folder, commands) = appraised();
        let (command, file) = commands[nth];
        folder.run(command);
        let typed = by_hand(&fs::read(folder.path(file)).unwrap(), &acts(done));
        fs::remove_file(folder.path(file)).unwrap();
        folder.put(handed_in, &typed);
        let said = folder.run(command);
        let carries = fs::read(folder.path(file)).expect(&said.err);
        fs::remove_file(folder.path(handed_in)).unwrap();
        let again = folder.run(command);
        assert!(again.code == 1 && again.err.contains("đã có và có thể đã được điền"), "{file}: {}{}", again.out, again.err);
        assert_eq!(fs::read(folder.path(file)).unwrap(), carries, "{file}");
    }
}

/// A copy that goes back is no blank one, though nobody typed anything on it.
#[test]
fn an_annotated_copy_of_a_workbook_of_the_council_never_gives_way() {
    let (folder, [(command, file), _]) = appraised();
    folder.run(command);
    let filled =
        by_hand(&fs::read(folder.path(file)).unwrap(), &acts("- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", number: \"1\" }"));
    folder.put("appraisal/tham-dinh-lan-2.xlsx", &filled);
    let said = folder.run("check appraisal --campaign . --out phan-hoi");
    let copy = fs::read(folder.path("phan-hoi/tham-dinh-lan-2.phan-hoi.xlsx")).expect(&said.out);
    fs::remove_file(folder.path("appraisal/tham-dinh-lan-2.xlsx")).unwrap();
    folder.put(file, &copy);
    let again = folder.run(command);
    assert!(again.code == 1 && again.err.contains("đã có và có thể đã được điền"), "{}{}", again.out, again.err);
}
