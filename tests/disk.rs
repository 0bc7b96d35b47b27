//! The disk as it comes: several runs at once, links that lead round or out, what is not a file, what may not be read or written.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::folder::Folder;

/// Program, in a folder.
fn program(folder: &Folder, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parindex"));
    command.current_dir(folder.path("")).env("NO_COLOR", "1").args(args);
    command
}

/// Codes, with the unit, file and words of each finding of the last run.
fn findings(folder: &Folder) -> Vec<(String, String, String, String)> {
    let result: Value = serde_json::from_str(&folder.text("reports/result.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |finding: &Value| (text(&finding["code"]), text(&finding["unit"]), text(&finding["file"]), text(&finding["message"]));
    result["findings"].as_array().unwrap().iter().map(one).collect()
}

/// Inputs that the manifest of the last run names below a folder.
fn inputs(folder: &Folder, below: &str) -> Vec<String> {
    let manifest: Value = serde_json::from_str(&folder.text("reports/manifest.json")).unwrap();
    let names = manifest["inputs"].as_array().unwrap().iter().map(|line| line["file"].as_str().unwrap().to_owned());
    names.filter(|name| name.starts_with(below)).collect()
}

/// Compares a reports folder with its own manifest: every file that it names is there, and is what it says.
fn assert_true(reports: &Path) {
    let manifest: Value = serde_json::from_slice(&fs::read(reports.join("manifest.json")).unwrap()).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    assert_eq!(outputs.len(), 10, "{manifest:#}");
    for line in outputs {
        let name = line["file"].as_str().unwrap();
        let bytes = fs::read(reports.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert_eq!(line["sha256"], hash, "{name}");
    }
}

#[test]
fn of_many_runs_at_once_none_is_incomplete() {
    let folder = Folder::base();
    let (mut done, mut refused) = (0, 0);
    for _ in 0..3 {
        let runs: Vec<_> = (0..6)
            .map(|_| {
                program(&folder, &["run", "."]).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap()
            })
            .collect();
        for run in runs {
            let Output { status, stderr, .. } = run.wait_with_output().unwrap();
            let said = String::from_utf8(stderr).unwrap();
            match status.code() {
                Some(0) => done += 1,
                Some(1) => {
                    assert!(said.starts_with("lỗi: một lần chạy khác đang ghi vào thư mục “") && said.contains("/reports”"), "{said}");
                    refused += 1;
                }
                code => panic!("{code:?}: {said}"),
            }
        }
        assert_true(&folder.path("reports"));
    }
    assert!(done >= 3 && done + refused == 18, "{done} done, {refused} refused");
    let left: Vec<_> = fs::read_dir(folder.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_str().unwrap().starts_with('.'))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn the_second_run_says_who_runs_and_a_dead_run_is_in_nobodys_way() {
    let folder = Folder::base();
    folder.run("run .");
    let before = folder.text("reports/manifest.json");
    let lock = File::create(folder.path(".reports.khoa")).unwrap();
    lock.try_lock().unwrap();
    folder.put(".reports.dang-chay", "4711\nmay-cua-lan\nparindex run .\n");
    let vi = folder.run("run .");
    let place = folder.path("reports").canonicalize().unwrap().display().to_string();
    assert_eq!((vi.code, vi.out.as_str()), (1, ""));
    assert_eq!(
        vi.err,
        format!(
            "lỗi: một lần chạy khác đang ghi vào thư mục “{place}” (lệnh “parindex run .”, tiến trình 4711, máy “may-cua-lan”); hãy đợi lần đó xong rồi chạy lại, hoặc chọn thư mục khác bằng --out\n"
        )
    );
    let en = folder.run("run . --lang en");
    assert_eq!(
        en.err,
        format!(
            "error: another run is writing into the folder “{place}” (command “parindex run .”, process 4711, computer “may-cua-lan”); wait until it is done and run again, or name another folder with --out\n"
        )
    );
    assert_eq!(folder.run("run . --out khac").code, 0, "another folder has a lock of its own");
    assert_eq!(folder.text("reports/manifest.json"), before);
    // The process ends, however it ends: its files stay, its lock goes.
    drop(lock);
    folder.put(".reports.dang-ghi-4711/result.json", "{}").put(".reports.dang-ghi-4711-2/x", "");
    folder.put(".reports.ban-cu-4711/x", "").put(".reports.ban-cu-cua-toi/x", "of somebody else");
    assert_eq!(folder.run("run .").code, 0);
    let mut left: Vec<String> =
        fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.retain(|name| name.starts_with('.'));
    assert_eq!(left, [".reports.ban-cu-cua-toi"]);
    assert_true(&folder.path("reports"));
}

#[test]
fn old_reports_come_back_where_a_run_was_cut_off_between_its_renames() {
    let folder = Folder::base();
    folder.run("run .");
    folder.put("reports/da-ky.pdf", "bản ký");
    fs::rename(folder.path("reports"), folder.path(".reports.ban-cu-99")).unwrap();
    let said = folder.run("run .");
    assert!(said.code == 0 && said.err.contains("da-ky.pdf"), "{}", said.err);
    assert_eq!(folder.text("reports/da-ky.pdf"), "bản ký");
}

#[test]
fn folders_that_are_links_out_of_the_campaign_are_told_and_not_read() {
    let outside = Folder::base();
    outside.put("evidence/so-a/bi-mat.txt", "x");
    for (linked, to) in [
        ("submissions", "submissions"),
        ("appraisal", "appraisal"),
        ("survey", "survey"),
        ("evidence", "evidence"),
        ("evidence/so-a", "evidence/so-a"),
        ("evidence/so-a/sau/hon", "evidence/so-a"),
    ] {
        let folder = Folder::base();
        let link = folder.path(linked);
        let _ = fs::remove_dir_all(&link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(outside.path(to), &link).unwrap();
        let said = folder.run("run .");
        assert_eq!(said.code, 3, "{linked}: {}", said.err);
        let unit = if linked.contains("so-a") { "so-a" } else { "" };
        let message = format!("Thư mục “{linked}” là liên kết ra ngoài, không đọc tệp nào trong đó.");
        let told: Vec<_> = findings(&folder).into_iter().filter(|(code, ..)| code == "C232").collect();
        assert_eq!(told, [("C232".to_owned(), unit.to_owned(), linked.to_owned(), message)], "{linked}");
        assert_eq!(inputs(&folder, linked), Vec::<String>::new(), "{linked}");
    }
}

#[test]
fn links_that_lead_round_are_cut_and_told() {
    let folder = Folder::base();
    for name in ["a", "b", "c"] {
        folder.put(&format!("evidence/so-a/{name}/{name}.txt"), name);
    }
    // To the folder itself, to one above, and between any two.
    for (link, to) in [
        ("vong", "."),
        ("a/len", ".."),
        ("a/b", "../b"),
        ("a/c", "../c"),
        ("b/a", "../a"),
        ("b/c", "../c"),
        ("c/a", "../a"),
        ("c/b", "../b"),
    ] {
        symlink(to, folder.path(&format!("evidence/so-a/{link}"))).unwrap();
    }
    assert_eq!(folder.run("run .").code, 0);
    let read = inputs(&folder, "evidence/");
    assert!(["a/a", "b/b", "c/c"].iter().all(|file| read.contains(&format!("evidence/so-a/{file}.txt"))), "{read:?}");
    assert!(read.len() <= 12, "{read:?}");
    let told: BTreeMap<String, String> =
        findings(&folder).into_iter().filter(|(code, ..)| code == "C230").map(|(_, _, file, message)| (file, message)).collect();
    assert_eq!(told["evidence/so-a/vong"], "“evidence/so-a/vong” là liên kết về một thư mục đã đọc, bỏ qua.");
    assert!(told.contains_key("evidence/so-a/a/len"), "{told:?}");
}

#[test]
fn a_folder_too_deep_is_told() {
    let folder = Folder::base();
    folder.put(&format!("evidence/so-a/{}tep.txt", "x/".repeat(20)), "x").put("evidence/so-a/y/y/y/tep.txt", "x");
    assert_eq!(folder.run("run .").code, 0);
    assert_eq!(inputs(&folder, "evidence/"), ["evidence/so-a/y/y/y/tep.txt"]);
    let message = findings(&folder).into_iter().find(|(code, ..)| code == "C230").unwrap().3;
    assert!(message.contains("nằm sâu hơn 12 cấp thư mục"), "{message}");
}

#[test]
fn pipes_sockets_and_devices_are_not_opened() {
    for place in ["submissions/x.xlsx", "appraisal/x.csv", "survey/x.xlsx", "evidence/so-a/x.pdf"] {
        for kind in ["pipe", "socket", "device"] {
            let folder = Folder::base();
            let path = folder.path(place);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let mut listener = None;
            match kind {
                "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
                "socket" => {
                    let near = std::env::temp_dir().join(format!("parindex-{}.socket", std::process::id()));
                    let _ = fs::remove_file(&near);
                    listener = Some(UnixListener::bind(&near).unwrap());
                    fs::rename(near, &path).unwrap();
                }
                _ => {
                    fs::create_dir_all(folder.path("dev")).unwrap();
                    if !Command::new("mknod")
                        .arg(&path)
                        .args(["c", "1", "5"])
                        .stderr(std::process::Stdio::null())
                        .status()
                        .unwrap()
                        .success()
                    {
                        eprintln!("skipped: only root makes devices");
                        continue;
                    }
                }
            }
            let said = folder.run("run .");
            assert_eq!(said.code, 3, "{place}, {kind}: {}", said.err);
            let told: Vec<_> = findings(&folder).into_iter().filter(|(code, ..)| code == "C231").map(|told| (told.2, told.3)).collect();
            let message = format!("Không đọc được “{place}”: đó là ống dẫn (pipe), socket hoặc thiết bị, không phải tệp.");
            assert_eq!(told, [(place.to_owned(), message)], "{kind}");
            let check = folder.run(&format!("check {place} --lang en"));
            assert_eq!(
                (check.code, check.err.as_str()),
                (1, format!("error: “{place}” can't be read: it is a pipe, a socket or a device, not a file\n").as_str())
            );
            drop(listener);
        }
    }
}

/// Runs the program as somebody whom permissions stop: the super-user is stopped by none.
fn as_somebody(folder: &Folder, args: &[&str]) -> Option<Output> {
    const NOBODY: u32 = 65534;
    let mut command = program(folder, args);
    if chown(folder.path(""), Some(NOBODY), Some(NOBODY)).is_ok() {
        // Owned by root: whoever runs the test is root.
        assert!(Command::new("chown").args(["-R", "65534:65534"]).arg(folder.path("")).status().unwrap().success());
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().ok();
    if output.is_none() {
        eprintln!("skipped: run by root, and nobody else may run the program");
    }
    output
}

#[test]
fn a_folder_that_may_not_be_read_is_told_and_its_documents_are_not_called_missing() {
    for (closed, of, unit) in [
        ("evidence", "", false),
        ("evidence/so-a", "so-a", true),
        ("evidence/so-a/ky", "so-a", true),
        ("submissions", "", false),
        ("appraisal", "", false),
    ] {
        let folder = Folder::base();
        folder.put("evidence/so-a/ky/ke-hoach.pdf", "%PDF-1.7");
        folder.edit("forms.yaml", "title: Kế hoạch năm", "title: Kế hoạch năm, file: ky/ke-hoach.pdf");
        folder.fill();
        fs::set_permissions(folder.path(closed), fs::Permissions::from_mode(0o000)).unwrap();
        let output = as_somebody(&folder, &["run", "."]);
        fs::set_permissions(folder.path(closed), fs::Permissions::from_mode(0o755)).unwrap();
        let Some(output) = output else { return };
        assert_eq!(output.status.code(), Some(3), "{closed}: {}", String::from_utf8_lossy(&output.stderr));
        let found = findings(&folder);
        let message = format!("Không đọc được “{closed}”: không có quyền.");
        let told: Vec<_> =
            found.iter().filter(|(code, ..)| code == "C231").map(|told| (told.1.as_str(), told.2.as_str(), told.3.as_str())).collect();
        assert_eq!(told, [(of, closed, message.as_str())]);
        let missing = found.iter().filter(|(code, of, ..)| code == "E030" && of == "so-a").count();
        assert_eq!(missing, 0, "{closed}, {unit}: {found:?}");
    }
}

#[test]
fn read_only_old_reports_do_not_block_the_next_run() {
    let folder = Folder::base();
    folder.put("reports/manifest.json", "");
    fs::remove_dir_all(folder.path("reports")).unwrap();
    let Some(first) = as_somebody(&folder, &["run", "."]) else { return };
    assert_eq!(first.status.code(), Some(0));
    for name in ["reports/don-vi/so-a.xlsx", "reports/result.json"] {
        fs::set_permissions(folder.path(name), fs::Permissions::from_mode(0o444)).unwrap();
    }
    for name in ["reports/don-vi", "reports"] {
        fs::set_permissions(folder.path(name), fs::Permissions::from_mode(0o555)).unwrap();
    }
    let again = as_somebody(&folder, &["run", "."]).unwrap();
    assert_eq!((again.status.code(), String::from_utf8_lossy(&again.stderr).as_ref()), (Some(0), ""));
    assert_true(&folder.path("reports"));
    assert!(!fs::read_dir(folder.path("")).unwrap().any(|entry| entry.unwrap().file_name().to_str().unwrap().starts_with('.')));
}
