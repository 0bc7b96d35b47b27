//! What reaches a terminal, and what is said where nothing can be printed.

use std::fs::File;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::folder::{Folder, Said, run_with};

/// Characters that steer a terminal or turn text around, as a double-quoted text of YAML writes them, and as they are shown.
const STEERING: &[(&str, &str)] = &[
    ("\\e[31m", "<U+001B>[31m"),
    ("\\e]0,x\\a", "<U+001B>]0,x<U+0007>"),
    ("\\x9b31m", "<U+009B>31m"),
    ("\\u202e", "<U+202E>"),
    ("\\u2066", "<U+2066>"),
    ("\\u061c", "<U+061C>"),
    ("\\x7f", "<U+007F>"),
];

/// Lists the characters that steer, by what they do and by no list of the program's own.
fn steering(words: &str) -> Vec<char> {
    let turns = |c: char| {
        "\u{61C}\u{200E}\u{200F}\u{2028}\u{2029}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
    };
    words.chars().filter(|c| turns(*c) || (c.is_control() && *c != '\n')).collect()
}

/// Makes a campaign in which everything that people name holds such characters.
fn hostile(typed: &str) -> Folder {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "title: Đợt thử năm 2026", &format!("title: \"Đợt {typed}\"\nnotice: \"Nháp {typed}\""));
    folder.edit("campaign.yaml", "name: Sở A", &format!("name: \"Sở {typed}\""));
    folder.edit("criteria/nho/set.yaml", "name: Ban hành kế hoạch", &format!("name: \"Ban hành {typed}\""));
    for field in ["title: Kế hoạch năm", "title: Báo cáo đào tạo"] {
        folder.edit("forms.yaml", field, &format!("title: \"Tên {typed}\", file: \"tep {typed}.pdf\", link: \"http:/{typed}\""));
    }
    folder.fill();
    folder
}

/// Every command that shows what people wrote.
const COMMANDS: &[&[&str]] = &[
    &["run", "."],
    &["check", "submissions/so-a.xlsx", "submissions/so-b.xlsx", "--campaign", "."],
    &["check", "submissions/so-a.xlsx"],
    &["why", ".", "so-a"],
    &["why", ".", "so-a", "1.1"],
    &["lint", "."],
    &["template", ".", "--out", "bieu"],
];

#[test]
fn what_would_steer_a_terminal_is_shown_and_never_sent() {
    let all = |pick: fn(&(&'static str, &'static str)) -> &'static str| STEERING.iter().map(pick).collect::<Vec<_>>().join("x");
    let (typed, shown) = (all(|(typed, _)| typed), all(|(_, shown)| shown));
    let folder = hostile(&typed);
    for args in COMMANDS {
        let Said { code, out, err } = run_with(&folder.path(""), args);
        assert!(matches!(code, 0 | 3), "{args:?}: {err}");
        assert_eq!((steering(&out), steering(&err)), (Vec::new(), Vec::new()), "{args:?}:\n{out}{err}");
        let json = run_with(&folder.path(""), &[*args, &["--format", "json"]].concat());
        assert_eq!(steering(&json.out), Vec::<char>::new(), "{args:?}");
        let _: Value = serde_json::from_str(&json.out).unwrap();
    }
    let said = folder.run("check submissions/so-a.xlsx --campaign .");
    assert!(said.out.contains(&format!("“tep {shown}.pdf”")), "{}", said.out);
}

#[test]
fn json_says_exactly_what_was_typed() {
    let folder = hostile("\\u202e");
    let said = folder.run("check submissions/so-a.xlsx --campaign . --format json");
    assert!(said.out.contains("\\u202e"), "escaped, not dropped");
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["files"][0]["rows"][0]["evidence"][0]["title"], "Tên \u{202E}");
    let run = folder.run("run . --format json");
    let (printed, written): (Value, Value) =
        (serde_json::from_str(&run.out).unwrap(), serde_json::from_str(&folder.text("reports/result.json")).unwrap());
    assert_eq!(printed, written);
}

#[test]
fn names_of_files_and_arguments_do_not_steer_either() {
    #[cfg(unix)]
    {
        let folder = Folder::base();
        let name = "a\u{1b}[31m\u{202e}b.xlsx";
        folder.put(&format!("submissions/{name}"), "không phải Excel").put("x.yaml", "set: \"\u{202e}\u{9b}1m\nmax\u{7f}: [");
        let file = format!("submissions/{name}");
        let commands: &[&[&str]] = &[
            &["run", "."],
            &["check", &file],
            &["check", "\u{1b}[31mnone.xlsx"],
            &["why", ".", "\u{1b}[31m"],
            &["explain", "\u{202e}"],
            &["template", ".", "--unit", "\u{9b}31m", "--out", "bieu"],
            &["lint", "x.yaml"],
            &["run\u{1b}[31m", "."],
            &["init", "moi\u{1b}[31m"],
        ];
        for args in commands {
            let said = run_with(&folder.path(""), args);
            assert_eq!((steering(&said.out), steering(&said.err)), (Vec::new(), Vec::new()), "{args:?}:\n{}{}", said.out, said.err);
        }
    }
}

#[test]
fn a_result_that_can_not_be_printed_is_no_success() {
    #[cfg(target_os = "linux")]
    {
        let folder = Folder::base();
        for args in [
            "run .",
            "check submissions/so-a.xlsx",
            "why . so-a",
            "explain E001",
            "schema set",
            "completions bash",
            "lint . --format json",
            "--help",
        ] {
            let full = File::create("/dev/full").unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_parindex"))
                .current_dir(folder.path(""))
                .args(args.split(' '))
                .stdout(full)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let err = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{args}: {err}");
            assert!(err.contains("lỗi: không in được kết quả: ổ đĩa đã đầy\n"), "{args}: {err}");
        }
    }
}

#[test]
fn a_reader_that_has_gone_away_ends_it_without_words() {
    let folder = Folder::base();
    for args in ["explain E001", "schema set", "lint . --format json", "--help"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_parindex"));
        command.current_dir(folder.path("")).args(args.split(' ')).stdout(writer).stderr(Stdio::piped());
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), ""), "{args}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_no_file_or_too_large_is_not_read_on() {
    let folder = Folder::base();
    for args in ["convert /dev/zero", "lint /dev/zero"] {
        let said = folder.run(args);
        assert_eq!(said.code, 1, "{args}: {} {}", said.out, said.err);
    }
    // 3 GB that take no room on the disk.
    File::create(folder.path("bang.xlsx")).unwrap().set_len(3 << 30).unwrap();
    assert_eq!(folder.run("convert bang.xlsx").code, 1);
    File::options().write(true).open(folder.path("campaign.yaml")).unwrap().set_len(3 << 30).unwrap();
    let said = folder.run("lint .");
    assert!(said.code == 3 && said.out.contains("tệp lớn hơn mức tối đa 8 MB"), "{} {}", said.out, said.err);
}
