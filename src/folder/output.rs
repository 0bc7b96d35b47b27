//! The reports folder: written beside the old one and put in its place when complete.
//!
//! A run that fails leaves what was there as it was. What others put into the folder, or changed in it, is kept.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde_json::Value;

use super::failure::RunError;
use super::load;
use super::lock::{Lock, beside};
use super::manifest::{self, Input, Stamp, Stamping};

/// Name of the file that makes a folder ours.
pub const MANIFEST: &str = "manifest.json";
/// What stands in the name of a folder that is being written.
const FRESH: &str = "dang-ghi";
/// What stands in the name of the old reports for the moment between.
const STALE: &str = "ban-cu";

/// Reports folder in the making.
#[derive(Debug)]
pub struct Output {
    /// Where the reports will stand.
    target: PathBuf,
    /// Where they are written meanwhile.
    fresh: PathBuf,
    /// Where the old reports stand for the moment between.
    stale: PathBuf,
    /// What was written, by its path below the folder.
    written: Mutex<BTreeMap<String, Stamp>>,
    /// Keeps other runs away.
    _lock: Lock,
}

/// What finishing came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// Files of others that were kept.
    pub kept: Vec<String>,
    /// The old reports, where they could not be taken away.
    pub left: Option<PathBuf>,
}

impl Output {
    /// Begins a reports folder, after making sure that it may stand where it is asked for and that no other run writes there.
    ///
    /// # Errors
    /// [`RunError::Foreign`] where the place is taken by something not ours, [`RunError::Open`] where an old report is
    /// open in another program, [`RunError::Running`], [`RunError::Write`] where nothing can be written.
    pub fn begin(target: &Path) -> Result<Self, RunError> {
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
        check_ours(&target)?;
        check_closed(&target)?;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(RunError::write(parent))?;
        let lock = Lock::take(&target)?;
        if lock.holds() {
            tidy(&target, parent)?;
        }
        let (fresh, stale) = unused(&target)?;
        Ok(Self { target, fresh, stale, written: Mutex::default(), _lock: lock })
    }

    /// Begins one file; `name` may hold one folder: `don-vi/so-tai-chinh.xlsx`.
    ///
    /// # Errors
    /// [`RunError::Write`].
    pub fn create<'a>(&'a self, name: &'a str) -> Result<OutputFile<'a>, RunError> {
        let path = self.fresh.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(RunError::write(&self.target))?;
        }
        let file = File::create(&path).map_err(RunError::write(&self.target.join(name)))?;
        Ok(OutputFile { output: self, name, to: Stamping::new(BufWriter::new(file)) })
    }

    /// Writes the manifest, puts the folder in its place and compares it with the manifest.
    ///
    /// # Errors
    /// [`RunError::Write`], [`RunError::Incomplete`]; the old reports are then where they were.
    pub fn finish(self, inputs: &[Input], options: &Value) -> Result<Finished, RunError> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let manifest = manifest::write(inputs, &written, options);
        fs::write(self.fresh.join(MANIFEST), &manifest).map_err(RunError::write(&self.target.join(MANIFEST)))?;
        check_closed(&self.target)?;
        let kept = self.keep(&written)?;
        let replaces = self.target.exists();
        if replaces {
            fs::rename(&self.target, &self.stale).map_err(RunError::write(&self.target))?;
        }
        let moved = fs::rename(&self.fresh, &self.target).map_err(RunError::write(&self.target));
        if let Err(error) = moved.and_then(|()| self.verify(&written, &manifest)) {
            let _ = fs::rename(&self.target, &self.fresh);
            if replaces {
                let _ = fs::rename(&self.stale, &self.target);
            }
            return Err(error);
        }
        // The new reports stand; an old copy that stays is no reason to fail.
        let left = clear(&self.stale).err().map(|_| self.stale.clone());
        Ok(Finished { kept, left })
    }

    /// Makes sure that the folder holds what the manifest says.
    fn verify(&self, written: &BTreeMap<String, Stamp>, manifest: &[u8]) -> Result<(), RunError> {
        let wrong =
            |(name, stamp): (&String, &Stamp)| (load::stamp(&self.target.join(name)).ok().as_ref() != Some(stamp)).then(|| name.clone());
        let manifest = Stamp::of(manifest);
        match written.par_iter().find_map_first(wrong).or_else(|| wrong((&MANIFEST.to_owned(), &manifest))) {
            Some(file) => Err(RunError::Incomplete { folder: self.target.clone(), file }),
            None => Ok(()),
        }
    }

    /// Copies what others put into the old folder, or changed in it, into the new one. Gives their names there.
    fn keep(&self, written: &BTreeMap<String, Stamp>) -> Result<Vec<String>, RunError> {
        let ours = fs::read(self.target.join(MANIFEST)).map(|bytes| manifest::outputs(&bytes)).unwrap_or_default();
        let mut kept = Vec::new();
        for name in files(&self.target).map_err(RunError::read(&self.target))? {
            let path = self.target.join(&name);
            let stamp = load::stamp(&path).map_err(RunError::read(&path))?;
            if name == MANIFEST || ours.get(&name) == Some(&stamp) {
                continue;
            }
            let name = if written.contains_key(&name) { self.spare(&name) } else { name };
            let to = self.fresh.join(&name);
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder).map_err(RunError::write(&self.target))?;
            }
            fs::copy(&path, &to).map_err(RunError::write(&self.target.join(&name)))?;
            kept.push(name);
        }
        Ok(kept)
    }

    /// Finds a free name for a report that somebody changed: `bao-cao.ban-sua.xlsx`, `bao-cao.ban-sua-2.xlsx`.
    fn spare(&self, name: &str) -> String {
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let candidate = |n: usize| {
            let mark = if n == 1 { "ban-sua".to_owned() } else { format!("ban-sua-{n}") };
            format!("{stem}.{mark}.{extension}")
        };
        let free = |name: &String| !self.fresh.join(name).exists() && !self.target.join(name).exists();
        (1..1000).map(candidate).find(free).unwrap_or_else(|| candidate(1000))
    }
}

/// File of a reports folder in the making: written as it is made, and stamped on the way.
#[derive(Debug)]
pub struct OutputFile<'a> {
    output: &'a Output,
    name: &'a str,
    to: Stamping<BufWriter<File>>,
}

impl OutputFile<'_> {
    /// Ends the file, which then belongs to the folder.
    ///
    /// # Errors
    /// [`RunError::Write`].
    pub fn finish(mut self) -> Result<(), RunError> {
        if let Err(error) = self.to.flush() {
            return Err(self.failed(error));
        }
        let stamp = self.to.stamp();
        self.output.written.lock().unwrap_or_else(PoisonError::into_inner).insert(self.name.to_owned(), stamp);
        Ok(())
    }

    /// Says that the file can't be written.
    pub fn failed(&self, error: io::Error) -> RunError {
        RunError::write(&self.output.target.join(self.name))(error)
    }
}

impl Write for OutputFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A folder that was not finished is taken away again.
impl Drop for Output {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.fresh);
    }
}

/// Makes sure that a folder is absent, empty, or one of ours.
fn check_ours(folder: &Path) -> Result<(), RunError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(RunError::write(folder))?,
    };
    let ours = fs::read(folder.join(MANIFEST)).is_ok_and(|bytes| manifest::is_ours(&bytes));
    let mut names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    match names.into_iter().next() {
        Some(found) if !ours => Err(RunError::Foreign { folder: folder.to_owned(), found }),
        _ => Ok(()),
    }
}

/// Makes sure that no old report is open in another program, by the lock files that office programs leave beside it.
fn check_closed(folder: &Path) -> Result<(), RunError> {
    let names = files(folder).unwrap_or_default();
    for name in &names {
        let (below, base) = name.rsplit_once('/').map_or(("", name.as_str()), |(below, base)| (below, base));
        let locked = match (base.strip_prefix(".~lock.").and_then(|rest| rest.strip_suffix('#')), base.strip_prefix("~$")) {
            (Some(report), _) => Some(report.to_owned()),
            // Excel puts its mark over the first two letters of long names.
            (None, Some(rest)) => names
                .iter()
                .filter_map(|other| other.strip_prefix(below).map(|other| other.trim_start_matches('/')))
                .find(|other| !other.starts_with("~$") && other.ends_with(rest) && other.chars().count() <= rest.chars().count() + 2)
                .map(str::to_owned),
            (None, None) => None,
        };
        if let Some(file) = locked {
            return Err(RunError::Open { folder: folder.join(below), file, lock: base.to_owned() });
        }
        #[cfg(windows)]
        if let Err(error) = fs::OpenOptions::new().append(true).open(folder.join(name)) {
            if matches!(error.raw_os_error(), Some(32 | 33)) {
                return Err(RunError::Open { folder: folder.join(below), file: base.to_owned(), lock: String::new() });
            }
        }
    }
    Ok(())
}

/// Lists the files of a folder and one level below it, in order, with `/` between parts. None where it isn't there.
fn files(folder: &Path) -> io::Result<Vec<String>> {
    fn list(folder: &Path, below: &str, names: &mut Vec<String>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                list(&entry.path(), &format!("{name}/"), names)?;
            } else {
                names.push(name);
            }
        }
        Ok(())
    }
    let mut names = Vec::new();
    match list(folder, "", &mut names) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
        Ok(()) => {
            names.sort();
            Ok(names)
        }
    }
}

/// Puts right what a run left that was cut off: nobody else writes here now.
fn tidy(target: &Path, parent: &Path) -> Result<(), RunError> {
    let leftovers = |what: &str| -> Vec<PathBuf> {
        let plain = beside(target, what).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let ours = |name: &str| name.strip_prefix(&plain).is_some_and(|rest| rest.is_empty() || is_number(rest));
        let entries = fs::read_dir(parent).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> =
            entries.filter(|entry| ours(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect();
        found.sort();
        found
    };
    if let (Some(stale), false) = (leftovers(STALE).first(), target.exists()) {
        // It was cut off between its two renames: the old reports are still there.
        fs::rename(stale, target).map_err(RunError::write(target))?;
    }
    for path in leftovers(FRESH).into_iter().chain(leftovers(STALE)) {
        // Names are never used twice, so that what can't be taken away is in nobody's way.
        let _ = clear(&path);
    }
    Ok(())
}

/// Tells what stands behind the name of a temporary folder: `-4711`, `-4711-2`.
fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|rest| rest.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())))
}

/// Makes a folder to write into, with a name that nobody uses, and names one for the old reports.
fn unused(target: &Path) -> Result<(PathBuf, PathBuf), RunError> {
    let process = std::process::id();
    for n in 1..=u16::MAX {
        let names =
            [FRESH, STALE].map(|what| beside(target, &if n == 1 { format!("{what}-{process}") } else { format!("{what}-{process}-{n}") }));
        let [fresh, stale] = names;
        if fs::symlink_metadata(&stale).is_ok() {
            continue;
        }
        match fs::create_dir(&fresh) {
            Ok(()) => return Ok((fresh, stale)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(RunError::write(target)(error)),
        }
    }
    Err(RunError::write(target)(io::ErrorKind::AlreadyExists.into()))
}

/// Takes a folder of ours away, where there is one, also one that was made read-only.
fn clear(folder: &Path) -> io::Result<()> {
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    gone(fs::remove_dir_all(folder)).or_else(|_| {
        make_writable(folder);
        gone(fs::remove_dir_all(folder))
    })
}

/// Lets folders and files be changed again, as far as that can be done.
fn make_writable(path: &Path) {
    let Ok(meta) = fs::symlink_metadata(path) else { return };
    if meta.is_symlink() {
        return;
    }
    let mut permissions = meta.permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        permissions.set_mode(permissions.mode() | 0o700);
    }
    #[cfg(not(unix))]
    permissions.set_readonly(false);
    let _ = fs::set_permissions(path, permissions);
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        make_writable(&entry.path());
    }
}
