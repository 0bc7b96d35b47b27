//! Blank forms made again where some stand already.

use std::fs;

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
