//! What lies in a folder of the campaign: files in a fixed order, without what is nobody's form.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::failure::reason;
use super::load::is_no_file;
use crate::campaign::order;
use crate::finding::campaign::{LINK_OUTSIDE, SKIPPED, UNREADABLE};
use crate::finding::{Checked, Finding, Place};
use crate::text;
use crate::text::{Text, Words};

/// Files that systems leave behind, which nobody wants to hear of.
const LITTER: &[&str] = &["thumbs.db", "desktop.ini", ".ds_store", ".gitkeep", ".gitignore"];

/// File to read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path relative to the campaign folder, with `/` between parts: `submissions/so-tai-chinh.xlsx`.
    pub file: String,
    /// Where it is on the disk.
    pub path: PathBuf,
}

/// Lists the files right inside a folder of the campaign, in the order of their names. None where it isn't there.
///
/// Lock files, hidden files and sub-folders are skipped with a note; links that lead out of the campaign, and what is no
/// file, with an error.
pub fn files(campaign: &Path, below: &str) -> Checked<Vec<Source>> {
    let mut listed = Checked::clean(Vec::new());
    let folder = campaign.join(below);
    let names = match entries(&folder, campaign, below) {
        Ok(names) => names,
        Err(finding) => {
            listed.findings.extend(finding.map(|finding| *finding));
            return listed;
        }
    };
    let mut names: Vec<String> = names.into_iter().filter(|name| !is_litter(name)).collect();
    names.sort_by_cached_key(|name| order(name));
    for name in names {
        let path = folder.join(&name);
        let file = format!("{below}/{name}");
        match why_skipped(campaign, &name, &path) {
            Some(finding) => listed.findings.push(finding.at(Place::file(file))),
            None => listed.value.push(Source { file, path }),
        }
    }
    listed
}

/// Lists the names in a folder of the campaign. None where it isn't there.
///
/// # Errors
/// The finding that says why nothing was listed: the folder leads out of the campaign, or it can't be read.
pub fn entries(folder: &Path, campaign: &Path, below: &str) -> Result<Vec<String>, Option<Box<Finding>>> {
    if leads_out(folder, campaign) {
        return Err(Some(Box::new(folder_outside(below))));
    }
    match fs::read_dir(folder) {
        Ok(entries) => {
            let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            Ok(names)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound && !folder.is_symlink() => Err(None),
        Err(error) => Err(Some(Box::new(unreadable(below, folder, &error)))),
    }
}

/// Says that a folder is a link out of the campaign, or out of the folder that it stands in.
pub fn folder_outside(folder: &str) -> Finding {
    let message = text!(
        "Thư mục “{folder}” là liên kết ra ngoài, không đọc tệp nào trong đó.",
        "The folder “{folder}” is a link that leads out; no file in it is read."
    );
    let cure = Text::new("Chép chính thư mục đó vào thay cho liên kết.", "Put the folder itself in place of the link.");
    Finding::new(&LINK_OUTSIDE, message).help(cure).at(Place::file(folder))
}

/// Says that a file, or the folder that it should be in, can't be read, and why.
pub fn unreadable(file: &str, path: &Path, error: &io::Error) -> Finding {
    let finding = |why: Words| {
        let Words { vi, en } = why;
        Finding::new(&UNREADABLE, text!("Không đọc được “{file}”: {vi}.", "“{file}” can't be read: {en}.")).at(Place::file(file))
    };
    if path.is_symlink() && error.kind() == io::ErrorKind::NotFound {
        let broken =
            Words { vi: "đó là liên kết đến một tệp không còn nữa", en: "it is a link to a file that is no longer there" };
        return finding(broken).help(Text::new("Chép chính tệp đó vào thay cho liên kết.", "Put the file itself in place of the link."));
    }
    if is_no_file(error) {
        return finding(reason(error)).help(Text::new("Chuyển nó ra khỏi thư mục đợt đánh giá.", "Move it out of the campaign folder."));
    }
    if error.kind() == io::ErrorKind::NotADirectory {
        let file = Words { vi: "đó là một tệp, không phải thư mục", en: "it is a file, not a folder" };
        return finding(file).help(Text::new(
            "Đổi tên tệp ấy, tạo thư mục mang tên này rồi đặt các tệp vào trong.",
            "Rename the file, make a folder of this name and put the files into it.",
        ));
    }
    finding(reason(error))
}

/// Tells whether a name is nobody's: what systems leave behind.
pub fn is_litter(name: &str) -> bool {
    LITTER.contains(&name.to_lowercase().as_str())
}

/// Tells whether a path leads out of a folder, through a link or at all. A link to nothing leads nowhere.
pub fn leads_out(path: &Path, folder: &Path) -> bool {
    match (fs::canonicalize(path), fs::canonicalize(folder)) {
        (Ok(path), Ok(folder)) => !path.starts_with(folder),
        (Err(error), _) => error.kind() != io::ErrorKind::NotFound,
        (Ok(_), Err(_)) => true,
    }
}

/// Says that a file is a link out of the campaign.
pub fn link_outside(name: &str) -> Finding {
    let message =
        text!("“{name}” là liên kết ra ngoài thư mục đợt đánh giá, không đọc.", "“{name}” is a link out of the campaign folder, not read.");
    Finding::new(&LINK_OUTSIDE, message).at(Place::file(name))
}

/// Says why a file is not read, where it isn't.
fn why_skipped(campaign: &Path, name: &str, path: &Path) -> Option<Finding> {
    let skipped = |message| Some(Finding::new(&SKIPPED, message));
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return skipped(text!(
            "“{name}” là tệp khóa của Excel hoặc LibreOffice, bỏ qua.",
            "“{name}” is a lock file of Excel or LibreOffice, skipped."
        ));
    }
    if name.starts_with('.') {
        return skipped(text!("“{name}” là tệp ẩn, bỏ qua.", "“{name}” is a hidden file, skipped."));
    }
    if path.is_symlink() && leads_out(path, campaign) {
        return Some(link_outside(name));
    }
    if path.is_dir() {
        return skipped(text!("“{name}” là thư mục con, bỏ qua.", "“{name}” is a sub-folder, skipped."));
    }
    None
}
