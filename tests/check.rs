//! `check`: which files it takes, what it says of each, and that none stops another.

use std::fs;

use serde_json::Value;

use crate::folder::{Folder, run_with};

/// Files that were checked, as the answer names them.
fn checked(folder: &Folder, args: &[&str]) -> Vec<String> {
    let said = run_with(&folder.path(""), &[&["check", "--format", "json"], args].concat());
    let json: Value = serde_json::from_str(&said.out).unwrap();
    json["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap().to_owned()).collect()
}

/// Makes a folder of forms beside what lies about in such folders.
fn forms() -> Folder {
    let folder = Folder::base();
    for copy in ["submissions/so-a (2).xlsx", "submissions/Biểu Sở C.XLSX"] {
        fs::copy(folder.path("submissions/so-a.xlsx"), folder.path(copy)).unwrap();
    }
    for litter in ["~$so-a.xlsx", ".an.xlsx", ".~lock.so-a.xlsx#", "Thumbs.db", "con/so-d.xlsx"] {
        folder.put(&format!("submissions/{litter}"), "x");
    }
    folder
}

#[test]
fn folders_and_patterns_are_files() {
    let folder = forms();
    let (a, a_2, b, c) = ("submissions/so-a.xlsx", "submissions/so-a (2).xlsx", "submissions/so-b.xlsx", "submissions/Biểu Sở C.XLSX");
    let cases: &[(&[&str], &[&str])] = &[
        (&["submissions"], &[c, a, a_2, b]),
        (&["submissions/"], &[c, a, a_2, b]),
        (&["submissions/*"], &[c, a, a_2, b]),
        (&["submissions/*.xlsx"], &[c, a, a_2, b]),
        (&["sub*/so-?.xlsx"], &[a, b]),
        (&["*/so-a*.xlsx"], &[a, a_2]),
        (&["submissions/SO-B.xls?"], &[b]),
        (&["submissions/bi?u*"], &[c]),
        (&["submissions/?o-*b*x"], &[b]),
        // Each once, wherever it was named first; a hidden file where it is named as hidden.
        (&[b, "submissions", "submissions/so-?.xlsx"], &[b, c, a, a_2]),
        (&["submissions/.*.xlsx"], &["submissions/.an.xlsx"]),
    ];
    for (named, files) in cases {
        assert_eq!(checked(&folder, named), *files, "{named:?}");
    }
    // A file may be called like a pattern.
    #[cfg(unix)]
    {
        fs::copy(folder.path(a), folder.path("submissions/so-?.xlsx")).unwrap();
        assert_eq!(checked(&folder, &["submissions/so-?.xlsx"]), ["submissions/so-?.xlsx"]);
    }
}

#[test]
fn what_gives_no_file_is_told_and_stops_no_other() {
    let folder = Folder::base();
    fs::create_dir(folder.path("trong")).unwrap();
    let args = ["check", "submissions/*.pdf", "trong", "khong-co.xlsx", "submissions", "-q"];
    let vi = run_with(&folder.path(""), &args);
    assert_eq!((vi.code, vi.out.as_str()), (1, ""));
    assert_eq!(
        vi.err,
        "lỗi: không có tệp nào khớp với “submissions/*.pdf”\nlỗi: thư mục “trong” không có tệp nào để kiểm tra\nlỗi: không đọc được “khong-co.xlsx”: không tìm thấy\n"
    );
    let en = run_with(&folder.path(""), &[&args[..], &["--lang", "en"]].concat());
    assert_eq!(
        en.err,
        "error: no file matches “submissions/*.pdf”\nerror: the folder “trong” holds no file to check\nerror: “khong-co.xlsx” can't be read: not found\n"
    );
    let loud = run_with(&folder.path(""), &args[..5]);
    assert!(loud.out.contains("submissions/so-b.xlsx: Sở B: 0 lỗi"), "the others are checked: {}", loud.out);
}

#[test]
fn folders_inside_what_is_checked_are_told_with_what_to_do() {
    let folder = forms();
    folder.put("submissions/đợt 2/so-e.xlsx", "x");
    fs::create_dir(folder.path("submissions/trống")).unwrap();
    let told = |args: &[&str]| {
        let said = run_with(&folder.path(""), &[&["check", "--format", "json"], args].concat());
        let json: Value = serde_json::from_str(&said.out).unwrap();
        let findings = json["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "C230");
        findings.map(|one| (one["message"].as_str().unwrap().to_owned(), one["help"].as_str().unwrap().to_owned())).collect::<Vec<_>>()
    };
    for named in ["submissions", "submissions/*"] {
        assert_eq!(
            told(&[named]),
            [(
                format!("Trong “{named}” có 2 thư mục con chưa được kiểm tra: “con”, “đợt 2”."),
                "Muốn kiểm tra cả tệp trong thư mục con, ghi thêm thư mục đó vào lệnh, ví dụ “submissions/con”.".to_owned()
            )]
        );
    }
    // What a pattern does not speak of, files alone, and folders that are named themselves.
    for named in ["submissions/*.xlsx", "submissions/so-a.xlsx", "submissions/đợt 2", "submissions/*/*"] {
        assert_eq!(told(&[named]), [], "{named}");
    }
}

#[test]
fn files_are_counted_and_units_named() {
    let folder = Folder::base();
    let vi = folder.run("check submissions --campaign .");
    assert_eq!(
        vi.out,
        "submissions/so-a.xlsx: Sở A: 0 lỗi, 0 cảnh báo, 0 lưu ý\nsubmissions/so-b.xlsx: Sở B: 0 lỗi, 0 cảnh báo, 0 lưu ý\n"
    );
    assert_eq!(vi.err, "Đã kiểm tra 2 tệp: 0 lỗi, 0 cảnh báo, 0 lưu ý\n");
    let en = folder.run("check submissions/so-a.xlsx --lang en");
    assert_eq!(
        (en.out.as_str(), en.err.as_str()),
        ("submissions/so-a.xlsx: Sở A: errors: 0, warnings: 0, notes: 0\n", "Files checked: 1; errors: 0, warnings: 0, notes: 0\n")
    );
    folder.put("submissions/so-b.xlsx", "không phải Excel");
    let broken = folder.run("check submissions/so-b.xlsx");
    assert!(broken.out.ends_with("submissions/so-b.xlsx: không đọc được: 1 lỗi, 0 cảnh báo, 0 lưu ý\n"), "{}", broken.out);
}

#[test]
fn a_blank_form_is_said_to_be_blank() {
    let folder = Folder::base();
    folder.run("template . --out bieu");
    for (args, words) in [
        ("check bieu/so-a.xlsx", "bieu/so-a.xlsx: Sở A (biểu chưa điền): "),
        ("check bieu --campaign .", "bieu/so-b.xlsx: Sở B (biểu chưa điền): "),
        ("check bieu/so-a.xlsx --lang en", "bieu/so-a.xlsx: Sở A (not filled in): "),
    ] {
        let said = folder.run(args);
        assert!(said.out.contains(words), "{args}: {}", said.out);
    }
    let blank = |args: &str| serde_json::from_str::<Value>(&folder.run(args).out).unwrap()["files"][0]["blank"].clone();
    assert_eq!(blank("check bieu/so-a.xlsx --format json"), true);
    assert_eq!(blank("check submissions/so-a.xlsx --format json"), false);
}

#[test]
fn a_copy_that_can_not_be_written_stops_no_other() {
    let folder = Folder::base();
    // Nothing can be written over a folder.
    fs::create_dir_all(folder.path("ra/so-a.phan-hoi.xlsx")).unwrap();
    let said = folder.run("check submissions --out ra");
    assert_eq!(said.code, 1);
    assert!(folder.path("ra/so-b.phan-hoi.xlsx").is_file());
    assert!(said.out.contains("Đã ghi bản phản hồi “ra/so-b.phan-hoi.xlsx”."), "{}", said.out);
    assert!(said.err.contains("lỗi: không ghi được “ra/so-a.phan-hoi.xlsx”"), "{}", said.err);
    let json: Value = serde_json::from_str(&folder.run("check submissions --out ra --format json").out).unwrap();
    assert_eq!((&json["files"][0]["feedback"], &json["files"][1]["feedback"]), (&Value::Null, &"ra/so-b.phan-hoi.xlsx".into()));
    // A folder that can't be made is told once.
    folder.put("tep", "x");
    let said = folder.run("check submissions --out tep/ra");
    assert_eq!((said.code, said.err.matches("lỗi: ").count()), (1, 1), "{}", said.err);
}
