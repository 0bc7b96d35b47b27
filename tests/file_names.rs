//! Names that Windows refuses are refused on every system, wherever a name that somebody gives becomes a file or a folder.

use std::fs;

use parindex::text::refused;

use crate::folder::Folder;

/// Names that no file on Windows can have.
const IMPOSSIBLE: [&str; 11] =
    ["CON", "prn.xlsx", "Aux.bao-cao", "NUL", "com1", "LPT9.docx", "COM²", "bao-cao.", "bao-cao ", "quý 1/2", "sao*"];

/// Names that look like these and are none.
const POSSIBLE: [&str; 9] = ["console", "con-2026", "com", "com10", "lpt", "aux-2", "báo cáo 2026", ".an", "nul2.xlsx"];

#[test]
fn one_rule_says_which_names_no_file_can_have() {
    for name in IMPOSSIBLE.into_iter().chain(["a:b", "a<b", "a>b", "a\"b", "a|b", "a?b", "a\\b", "a\u{7}b", "", "nul.tar.gz"]) {
        assert!(refused(name).is_some(), "{name:?}");
    }
    // 255 bytes are room for 255 letters, or for 85 with two marks.
    assert!(refused(&"a".repeat(255)).is_none() && refused(&"ế".repeat(85)).is_none());
    assert!(refused(&"a".repeat(256)).is_some() && refused(&"ế".repeat(86)).is_some());
    for name in POSSIBLE {
        assert_eq!(refused(name), None, "{name:?}");
    }
}

#[test]
fn a_folder_to_be_made_has_a_name_that_windows_can_have() {
    let folder = Folder::base();
    for command in [
        "run . --out con",
        "run . --out ket-qua/aux.2026",
        "template . --out LPT1",
        "appraise . --out bao-cao.",
        "feedback . --out nul/phieu",
        "init prn",
        "check submissions --campaign . --out a|b",
        "docs --out com1.html",
    ] {
        let said = folder.run(command);
        assert_eq!(said.code, 1, "{command}: {}{}", said.out, said.err);
        assert!(said.err.contains("không tạo được “"), "{command}: {}", said.err);
        assert!(said.err.contains("hãy đặt tên khác"), "{command}: {}", said.err);
        let english = folder.run(&format!("{command} --lang en"));
        assert!(english.err.contains("can't be made: ") && english.err.contains("choose another name"), "{command}: {}", english.err);
    }
    assert_eq!(folder.run("run . -q --out ket-qua.2026").code, 0);
    // Whoever has such a folder already may use it.
    #[cfg(unix)]
    {
        fs::create_dir(folder.path("aux")).unwrap();
        assert_eq!(folder.run("template . -q --out aux").code, 0);
    }
}

#[test]
fn ids_that_become_files_are_refused_where_they_are_written() {
    let base = Folder::base();
    let campaign = base.text("campaign.yaml");
    let id = campaign.lines().find(|line| line.starts_with("id: ")).unwrap();
    for (from, to, place) in [
        (id, "id: con", "campaign.yaml:1:"),
        ("official: accepted", "official: accepted\nagencies: [ { id: \"a:b\", name: Sở A, criteria: [\"1\"] } ]", "agencies"),
        ("official: accepted", "official: accepted\nrounds: [ { id: 1, name: Lần 1, locked: khoa/nul } ]", "khoa/nul"),
        ("official: accepted", "official: accepted\nprevious: nam-truoc./2025", "nam-truoc./2025"),
    ] {
        let folder = Folder::base();
        folder.edit("campaign.yaml", from, to);
        let said = folder.run("lint .");
        assert_eq!(said.code, 3, "{to}: {}{}", said.out, said.err);
        let words = format!("{}{}", said.out, said.err);
        assert!(words.contains("Windows") && words.contains(place), "{to}: {words}");
    }
}

#[cfg(unix)]
#[test]
fn a_template_that_no_document_can_be_named_after_is_told() {
    let folder = Folder::base();
    fs::create_dir_all(folder.path("templates")).unwrap();
    fs::write(folder.path("templates/aux.docx"), "").unwrap();
    fs::write(folder.path("templates/hai..docx"), "").unwrap();
    let said = folder.run("lint .");
    assert!(format!("{}{}", said.out, said.err).contains("Mẫu “templates/aux.docx” không dùng được: Windows dành tên “aux” cho thiết bị."));
    // A folder would be named like the template without its ending.
    assert!(format!("{}{}", said.out, said.err).contains("Mẫu “templates/hai..docx” không dùng được: "), "{}", said.out);
    // A copy is named after what was checked.
    fs::copy(folder.path("submissions/so-a.xlsx"), folder.path("aux.xlsx")).unwrap();
    let said = folder.run("check aux.xlsx --out ph");
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("Windows dành tên “aux” cho thiết bị"), "{}", said.err);
    assert!(!folder.path("ph/aux.phan-hoi.xlsx").exists());
}

/// Files of a folder, as a system names them that does not tell capitals.
fn known(folder: &Folder, below: &str) -> Vec<String> {
    let names = fs::read_dir(folder.path(below)).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().to_lowercase());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn names_that_differ_by_capitals_or_marks_alone_give_different_files() {
    let folder = Folder::base();
    let agencies = "agencies: [ { id: NV, name: Cơ quan một, criteria: [\"1.1\"] }, { id: nv, name: Cơ quan hai, criteria: [\"1.2\"] }, { id: n-v, name: Cơ quan ba, criteria: [\"1.3\"] } ]";
    folder.edit("campaign.yaml", "official: accepted", &format!("official: accepted\n{agencies}"));
    let said = folder.run("appraise . --out phieu");
    assert!([0, 3].contains(&said.code), "{}{}", said.out, said.err);
    let files = known(&folder, "phieu");
    for name in ["tham-dinh-lan-1-nv.xlsx", "tham-dinh-lan-1-nv-2.xlsx", "tham-dinh-lan-1-n-v.xlsx"] {
        assert!(files.iter().any(|file| file == name), "{name}: {files:?}");
    }
    // Copies of files from two folders.
    fs::create_dir_all(folder.path("mot")).unwrap();
    fs::create_dir_all(folder.path("hai")).unwrap();
    folder.fill();
    fs::copy(folder.path("submissions/so-a.xlsx"), folder.path("mot/So-A.xlsx")).unwrap();
    fs::copy(folder.path("submissions/so-b.xlsx"), folder.path("hai/so-a.xlsx")).unwrap();
    folder.run("check mot/So-A.xlsx hai/so-a.xlsx --campaign . --out ph");
    assert_eq!(known(&folder, "ph"), ["so-a.phan-hoi-2.xlsx", "so-a.phan-hoi.xlsx"]);
}

#[test]
fn a_copy_whose_name_and_ending_have_no_room_is_refused_with_its_name() {
    let folder = Folder::base();
    folder.fill();
    for (length, code) in [(255 - ".phan-hoi.xlsx".len(), 0), (256 - ".phan-hoi.xlsx".len(), 1)] {
        let name = "a".repeat(length);
        fs::copy(folder.path("submissions/so-a.xlsx"), folder.path(&format!("{name}.xlsx"))).unwrap();
        let said = folder.run(&format!("check {name}.xlsx --campaign . --out ph"));
        let words = format!("{}{}", said.out, said.err);
        assert_eq!(said.code == 1, code == 1, "{length}: {words}");
        let refused = words.contains("tên dài quá 255 byte") && words.contains(&format!("{name}.phan-hoi.xlsx"));
        assert_eq!(refused, code == 1, "{length}: {words}");
    }
}
