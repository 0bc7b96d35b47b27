//! `manifest.json`: what went into the reports and what came out, by SHA-256, so that anyone can repeat the run.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::text::hex;

/// Schema of the manifest.
const SCHEMA: &str = "parindex/manifest/1";

/// Size and hash of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hex, as `certutil -hashfile` and `sha256sum` print it.
    pub sha256: String,
}

/// File that the run read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Path relative to the campaign folder, with `/` between parts.
    pub file: String,
    /// Size and hash.
    pub stamp: Stamp,
}

impl Stamp {
    /// Stamps bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
    }

    /// Stamps what can be read, without holding it in memory.
    ///
    /// # Errors
    /// What the system says where it can't be read.
    pub fn of_reader(mut reader: impl Read) -> io::Result<Self> {
        let (mut hasher, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 64 * 1024]);
        loop {
            let read = reader.read(&mut buffer)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            hasher.update(chunk);
            size += read as u64;
        }
        Ok(Self { size, sha256: hex(&hasher.finalize()) })
    }
}

/// Writes on, and stamps what goes through.
#[derive(Debug)]
pub struct Stamping<W> {
    to: W,
    hasher: Sha256,
    size: u64,
}

impl<W> Stamping<W> {
    /// Stamps what is written to `to`.
    pub fn new(to: W) -> Self {
        Self { to, hasher: Sha256::new(), size: 0 }
    }

    /// Gives the stamp of everything that was written.
    pub fn stamp(self) -> Stamp {
        Stamp { size: self.size, sha256: hex(&self.hasher.finalize()) }
    }
}

impl<W: Write> Write for Stamping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or(bytes));
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Writes the manifest. Inputs and outputs are in order of their names; nothing in it depends on time or machine.
pub fn write(inputs: &[Input], outputs: &BTreeMap<String, Stamp>, options: &Value) -> Vec<u8> {
    let line = |file: &str, stamp: &Stamp| json!({ "file": file, "size": stamp.size, "sha256": stamp.sha256 });
    let mut inputs: Vec<&Input> = inputs.iter().collect();
    inputs.sort_by(|one, other| one.file.cmp(&other.file));
    let manifest = json!({
        "schema": SCHEMA,
        "program": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "options": options,
        "inputs": inputs.iter().map(|input| line(&input.file, &input.stamp)).collect::<Vec<_>>(),
        "outputs": outputs.iter().map(|(file, stamp)| line(file, stamp)).collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n").into_bytes()
}

/// Tells whether bytes are a manifest of this program.
pub fn is_ours(bytes: &[u8]) -> bool {
    serde_json::from_slice(bytes)
        .is_ok_and(|manifest: Value| manifest.get("schema").and_then(Value::as_str).is_some_and(|s| s.starts_with("parindex/manifest/")))
}

/// Tells whether this very program wrote a manifest.
pub fn is_of_this_version(bytes: &[u8]) -> bool {
    let version = |manifest: &Value| manifest.get("program")?.get("version")?.as_str().map(str::to_owned);
    is_ours(bytes) && serde_json::from_slice(bytes).ok().as_ref().and_then(version).as_deref() == Some(env!("CARGO_PKG_VERSION"))
}

/// Gives the inputs that a manifest lists.
pub fn inputs(bytes: &[u8]) -> BTreeMap<String, Stamp> {
    stamps(bytes, "inputs")
}

/// Gives the outputs that a manifest lists.
pub fn outputs(bytes: &[u8]) -> BTreeMap<String, Stamp> {
    stamps(bytes, "outputs")
}

/// Gives the files of a list with their stamps.
fn stamps(bytes: &[u8], list: &str) -> BTreeMap<String, Stamp> {
    let manifest: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let lines = manifest.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
    lines
        .iter()
        .filter_map(|line| {
            let text = |key| Some(line.get(key)?.as_str()?.to_owned());
            Some((text("file")?, Stamp { size: line.get("size")?.as_u64()?, sha256: text("sha256")? }))
        })
        .collect()
}
