//! Who runs, as it is told to whoever has to wait.

/// Run that holds a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runner {
    /// Number of its process.
    pub process: String,
    /// Name of the computer that it runs on.
    pub host: String,
    /// Its command line.
    pub command: String,
}

impl Runner {
    /// Describes this process.
    pub fn this() -> Self {
        let command: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
        Self {
            process: std::process::id().to_string(),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            command: command.join(" ").replace(['\n', '\r'], " "),
        }
    }

    /// Writes it as the file that says who runs: a line each.
    pub fn written(&self) -> String {
        let Self { process, host, command } = self;
        format!("{process}\n{host}\n{command}\n")
    }

    /// Reads that file.
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::to_owned);
        Some(Self { process: lines.next()?, host: lines.next()?, command: lines.next()? })
    }
}
