//! What stops a run: only what makes it impossible to go on. Everything else is a finding.

use std::io;
use std::path::{Path, PathBuf};

use super::load::is_no_file;
use super::runner::Runner;
use crate::campaign::{NoStart, Unknown, Unmade};
use crate::finding::Finding;
use crate::text;
use crate::text::{Text, Words};

/// Why a run could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The campaign itself is broken; the findings say where.
    #[error("{}", broken().vi)]
    Campaign(Vec<Finding>),
    /// Changes to be tried out are not understood, or break a law; the findings say where.
    #[error("{}", refused().vi)]
    Changes(Vec<Finding>),
    /// Two results can't be compared with each other; the findings say why.
    #[error("{}", incomparable().vi)]
    Incomparable(Vec<Finding>),
    /// Something could not be read.
    #[error("{}", unreadable(path, source).vi)]
    Read {
        /// File or folder that the system refused.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Something could not be written.
    #[error("{}", unwritable(path, source).vi)]
    Write {
        /// File or folder that the system refused.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder for the reports holds something that is not ours.
    #[error("{}", foreign(folder, found).vi)]
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// A name in it.
        found: String,
    },
    /// The folder for a new campaign is not empty.
    #[error("{}", full(folder, found).vi)]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// A name in it.
        found: String,
    },
    /// A file that may be filled in has the name of one to be written.
    #[error("{}", filled(.0).vi)]
    Filled(PathBuf),
    /// A name for something to be made is one that Windows refuses.
    #[error("{}", no_name(path, why).vi)]
    Name {
        /// The path as it was given.
        path: PathBuf,
        /// Why it can't be.
        why: Text,
    },
    /// A unit or a criterion asked for is not there.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// No campaign can begin with the sets asked for.
    #[error(transparent)]
    Start(#[from] NoStart),
    /// A report of the last run is open in another program.
    #[error("{}", open(folder, file, lock).vi)]
    Open {
        /// The folder.
        folder: PathBuf,
        /// The report.
        file: String,
        /// The lock file that shows it; empty where the system itself refused.
        lock: String,
    },
    /// A folder that was named holds no file to check.
    #[error("{}", no_files(folder).vi)]
    NoFiles {
        /// The folder.
        folder: PathBuf,
    },
    /// A pattern that was named matches no file.
    #[error("{}", no_match(pattern).vi)]
    NoMatch {
        /// The pattern.
        pattern: PathBuf,
    },
    /// Another run writes the same folder.
    #[error("{}", running(folder, who.as_ref()).vi)]
    Running {
        /// The folder.
        folder: PathBuf,
        /// Who runs, where that could be read.
        who: Option<Runner>,
    },
    /// The finished folder does not hold what was written into it.
    #[error("{}", incomplete(folder, file).vi)]
    Incomplete {
        /// The folder.
        folder: PathBuf,
        /// A report that is missing or differs.
        file: String,
    },
    /// A report or a form could not be made.
    #[error(transparent)]
    Make(#[from] Unmade),
}

impl RunError {
    /// Makes the error of something that could not be read.
    pub fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }

    /// Makes the error of something that could not be written.
    pub fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Write { path, source }
    }

    /// Gives the findings that stopped the run; none where something else did.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Campaign(findings) | Self::Changes(findings) | Self::Incomparable(findings) => findings,
            _ => &[],
        }
    }

    /// Says it in both languages.
    pub fn text(&self) -> Text {
        match self {
            Self::Campaign(_) => broken(),
            Self::Changes(_) => refused(),
            Self::Incomparable(_) => incomparable(),
            Self::Read { path, source } => unreadable(path, source),
            Self::Write { path, source } => unwritable(path, source),
            Self::Foreign { folder, found } => foreign(folder, found),
            Self::NotEmpty { folder, found } => full(folder, found),
            Self::Filled(path) => filled(path),
            Self::Name { path, why } => no_name(path, why),
            Self::Unknown(unknown) => unknown.text(),
            Self::Start(why) => why.text(),
            Self::Open { folder, file, lock } => open(folder, file, lock),
            Self::NoFiles { folder } => no_files(folder),
            Self::NoMatch { pattern } => no_match(pattern),
            Self::Running { folder, who } => running(folder, who.as_ref()),
            Self::Incomplete { folder, file } => incomplete(folder, file),
            Self::Make(unmade) => unmade.text(),
        }
    }
}

fn broken() -> Text {
    Text::new(
        "chưa chấm được vì đợt đánh giá hoặc bộ tiêu chí còn lỗi; hãy sửa các lỗi nêu trên rồi chạy lại",
        "nothing was done because the campaign or a criteria set has errors; correct those above and run again",
    )
}

fn refused() -> Text {
    Text::new(
        "chưa thử được vì tệp thay đổi còn lỗi; hãy sửa các lỗi nêu trên rồi chạy lại",
        "nothing was tried out because the change file has errors; correct those above and run again",
    )
}

fn incomparable() -> Text {
    Text::new("không so sánh được hai kết quả này", "these two results can't be compared")
}

fn unreadable(path: &Path, source: &io::Error) -> Text {
    let path = path.display();
    let Words { vi, en } = reason(source);
    text!("không đọc được “{path}”: {vi}", "“{path}” can't be read: {en}")
}

fn unwritable(path: &Path, source: &io::Error) -> Text {
    let path = path.display();
    let Words { vi, en } = reason(source);
    text!(
        "không ghi được “{path}”: {vi}; báo cáo cũ (nếu có) vẫn giữ nguyên, có thể chọn thư mục khác bằng --out",
        "“{path}” can't be written: {en}; earlier reports, if any, are untouched; another folder can be named with --out"
    )
}

fn foreign(folder: &Path, found: &str) -> Text {
    let folder = folder.display();
    text!(
        "thư mục “{folder}” có “{found}” và không phải thư mục báo cáo của chương trình, nên không ghi đè; hãy chọn thư mục khác bằng --out",
        "the folder “{folder}” holds “{found}” and is not a reports folder of this program, so it is not replaced; name another folder with --out"
    )
}

fn full(folder: &Path, found: &str) -> Text {
    let folder = folder.display();
    text!(
        "thư mục “{folder}” đã có “{found}”; hãy chọn một thư mục mới hoặc còn trống",
        "the folder “{folder}” already holds “{found}”; name a new folder or an empty one"
    )
}

fn filled(path: &Path) -> Text {
    let path = path.display();
    text!(
        "“{path}” đã có và có thể đã được điền nên không ghi đè; hãy chuyển tệp đó đi, hoặc chọn thư mục khác bằng --out",
        "“{path}” is there already and may be filled in, so it is not replaced; move it away, or name another folder with --out"
    )
}

fn no_name(path: &Path, Text { vi, en }: &Text) -> Text {
    let path = path.display();
    text!("không tạo được “{path}”: {vi}; hãy đặt tên khác", "“{path}” can't be made: {en}; choose another name")
}

fn open(folder: &Path, file: &str, lock: &str) -> Text {
    let folder = folder.display();
    let stale = if lock.is_empty() {
        Text::default()
    } else {
        text!("; nếu không còn mở, hãy xóa tệp khóa “{lock}”", "; if it is not, delete the lock file “{lock}”")
    };
    let (stale_vi, stale_en) = (stale.vi, stale.en);
    text!(
        "tệp “{file}” trong “{folder}” đang mở bằng chương trình khác; hãy đóng tệp rồi chạy lại, hoặc chọn thư mục khác bằng --out{stale_vi}; báo cáo cũ vẫn giữ nguyên",
        "“{file}” in “{folder}” is open in another program; close it and run again, or name another folder with --out{stale_en}; earlier reports are untouched"
    )
}

fn no_files(folder: &Path) -> Text {
    let folder = folder.display();
    text!("thư mục “{folder}” không có tệp nào để kiểm tra", "the folder “{folder}” holds no file to check")
}

fn no_match(pattern: &Path) -> Text {
    let pattern = pattern.display();
    text!("không có tệp nào khớp với “{pattern}”", "no file matches “{pattern}”")
}

fn running(folder: &Path, who: Option<&Runner>) -> Text {
    let folder = folder.display();
    let known = who.map(|Runner { process, host, command }| {
        text!(" (lệnh “{command}”, tiến trình {process}, máy “{host}”)", " (command “{command}”, process {process}, computer “{host}”)")
    });
    let Text { vi, en } = known.unwrap_or_default();
    text!(
        "một lần chạy khác đang ghi vào thư mục “{folder}”{vi}; hãy đợi lần đó xong rồi chạy lại, hoặc chọn thư mục khác bằng --out",
        "another run is writing into the folder “{folder}”{en}; wait until it is done and run again, or name another folder with --out"
    )
}

fn incomplete(folder: &Path, file: &str) -> Text {
    let folder = folder.display();
    text!(
        "sau khi ghi, tệp “{file}” trong “{folder}” bị thiếu hoặc khác với nội dung đã ghi; báo cáo cũ (nếu có) vẫn giữ nguyên; hãy kiểm tra ổ đĩa rồi chạy lại",
        "after writing, “{file}” in “{folder}” is missing or differs from what was written; earlier reports, if any, are untouched; check the disk and run again"
    )
}

/// Says why the system refused, in words that help.
pub fn reason(error: &io::Error) -> Words {
    if is_no_file(error) {
        return Words {
            vi: "đó là ống dẫn (pipe), socket hoặc thiết bị, không phải tệp",
            en: "it is a pipe, a socket or a device, not a file",
        };
    }
    match error.kind() {
        io::ErrorKind::NotFound => Words { vi: "không tìm thấy", en: "not found" },
        io::ErrorKind::PermissionDenied => Words { vi: "không có quyền", en: "permission denied" },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Words { vi: "ổ đĩa đã đầy", en: "the disk is full" },
        io::ErrorKind::ReadOnlyFilesystem => Words { vi: "ổ đĩa chỉ cho đọc", en: "the disk is read-only" },
        io::ErrorKind::NotADirectory => Words {
            vi: "một phần của đường dẫn là tệp, không phải thư mục",
            en: "a part of the path is a file, not a folder",
        },
        io::ErrorKind::IsADirectory => Words { vi: "đó là thư mục, không phải tệp", en: "it is a folder, not a file" },
        io::ErrorKind::AlreadyExists => Words { vi: "đã có tệp trùng tên", en: "a file of this name exists" },
        io::ErrorKind::ResourceBusy => Words { vi: "đang được chương trình khác dùng", en: "in use by another program" },
        _ => Words { vi: "hệ điều hành báo lỗi đọc, ghi", en: "the operating system reports an input/output error" },
    }
}
