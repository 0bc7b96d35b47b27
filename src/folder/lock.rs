//! One run at a time for each reports folder: a lock of the operating system, which goes with the process that holds it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::failure::RunError;
use super::runner::Runner;

/// Often enough to open a file that others keep taking away.
const TRIES: usize = 1000;

/// Lock on a reports folder, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    /// What is locked. Nothing where the disk knows no locks: then nothing keeps two runs apart.
    file: Option<File>,
    /// The file that is locked.
    path: PathBuf,
    /// Says who runs. The locked file can't: Windows lets nobody else read it.
    who: PathBuf,
}

impl Lock {
    /// Takes the lock beside a folder.
    ///
    /// # Errors
    /// [`RunError::Running`] where another run holds it, [`RunError::Write`] where no file can stand there.
    pub fn take(folder: &Path) -> Result<Self, RunError> {
        let failed = || RunError::write(folder);
        let (path, who) = (beside(folder, "khoa"), beside(folder, "dang-chay"));
        for _ in 0..TRIES {
            let file = open(&path).map_err(failed())?;
            match file.try_lock() {
                Ok(()) if is_there(&file, &path) => {
                    let lock = Self { file: Some(file), path, who };
                    fs::write(&lock.who, Runner::this().written()).map_err(failed())?;
                    return Ok(lock);
                }
                // The run that held it took the file away between our opening and our locking it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let who = fs::read_to_string(&who).ok().and_then(|text| Runner::read(&text));
                    return Err(RunError::Running { folder: folder.to_owned(), who });
                }
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Self { file: None, path, who }),
                Err(TryLockError::Error(error)) => return Err(failed()(error)),
            }
        }
        Err(RunError::Running { folder: folder.to_owned(), who: None })
    }

    /// Tells whether the lock keeps others away.
    pub fn holds(&self) -> bool {
        self.file.is_some()
    }
}

/// Takes the files away again.
impl Drop for Lock {
    fn drop(&mut self) {
        let Some(file) = self.file.take() else { return };
        let _ = fs::remove_file(&self.who);
        if cfg!(windows) {
            // There the file goes only if nobody else has it open, and not while we do.
            drop(file);
            let _ = fs::remove_file(&self.path);
        } else {
            let _ = fs::remove_file(&self.path);
            drop(file);
        }
    }
}

/// Names a file beside a folder that goes with it: `.reports.khoa`.
pub fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.{what}"))
}

/// Opens the file that is locked, so that on Windows it can't be taken away from under us.
fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        const READ_AND_WRITE: u32 = 1 | 2;
        options.share_mode(READ_AND_WRITE);
    }
    options.open(path)
}

/// Tells whether a file is still the one that its path names.
#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let known = |meta: &fs::Metadata| (meta.dev(), meta.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(ours), Ok(there)) if known(&ours) == known(&there))
}

/// Tells whether a file is still the one that its path names: elsewhere it can't be taken away while it is open.
#[cfg(not(unix))]
fn is_there(_: &File, _: &Path) -> bool {
    true
}
