//! The zip of a workbook: its parts by name, and what they say of one another.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::known_name::known_name;
use super::limits::MOST_XML;
use super::refusal::Refusal;
use super::twice::part_listed_twice;
use super::xml::{MOST_HELD, Piece, Pieces, Taker, each, each_held};
use crate::text;

/// Most relations of a part: a sheet may link from every cell that is read, hardly from more.
const MOST_RELATIONS: usize = 200_000;
/// Most bytes that one entry of the zip may inflate to.
const LARGEST_ENTRY: u64 = 64 << 20;
/// Most bytes that all entries may inflate to.
const LARGEST_TOTAL: u64 = 256 << 20;
/// Most bytes of parts that are kept inflated: those of a form are a few hundred thousand.
const MOST_KEPT: u64 = 16 << 20;

/// Zip of a workbook whose entries were all inflated within the limits.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Entries by the name that they are known by.
    entries: BTreeMap<String, Entry>,
    /// Bytes that may still be read: a book may list one part again and again.
    left: u64,
}

/// Entry of a zip.
struct Entry {
    /// Its number.
    index: usize,
    /// What it inflates to, where that is kept.
    inflated: Option<Vec<u8>>,
}

/// What one part says of another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// Its name among those of the part.
    pub id: String,
    /// Last word of its kind: `worksheet`, `hyperlink`.
    pub kind: String,
    /// Name of the other part, or an address outside.
    pub target: String,
    /// Whether it leads out of the workbook.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// Opens a zip, and inflates every entry against the limits; `name` is told each name.
    pub fn open(bytes: &'a [u8], mut name: impl FnMut(&str)) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        let start = usize::try_from(archive.central_directory_start()).unwrap_or(usize::MAX);
        if let Some(part) = part_listed_twice(bytes, start, is_xml) {
            return Err(Refusal::Twice(part));
        }
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        let (mut total, mut kept) = (0_u64, 0_u64);
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|error| refused(&error))?;
            let known = entry.name().map(|name| known_name(&name)).ok();
            name(known.as_deref().unwrap_or_default());
            let keeps = known.as_deref().is_some_and(|known| !entries.contains_key(known) && is_xml(known));
            let room = if keeps { MOST_HELD.min(MOST_KEPT.saturating_sub(kept)) } else { 0 };
            let (size, inflated) = inflate(&mut entry, LARGEST_TOTAL.saturating_sub(total), room)?;
            total = total.saturating_add(size);
            kept = kept.saturating_add(inflated.as_ref().map_or(0, |_| size));
            if let Some(known) = known {
                entries.entry(known).or_insert(Entry { index, inflated });
            }
        }
        Ok(Self { archive, entries, left: MOST_XML })
    }

    /// Goes through the XML of a part; `None` where the package lacks it.
    pub fn each(&mut self, name: &str, take: impl FnMut(Piece<'_>) -> Result<(), Refusal>) -> Option<Result<(), Refusal>> {
        self.each_to(name, &mut Pieces(take))
    }

    /// Goes through the XML of a part for somebody who knows much of it at a glance; `None` where the package lacks it.
    pub fn each_to(&mut self, name: &str, taker: &mut impl Taker) -> Option<Result<(), Refusal>> {
        let entry = self.entries.get(&known_name(name))?;
        let too_much = || {
            let most = MOST_XML >> 20;
            Refusal::Bomb(text!("các trang tính cộng lại hơn {most} MB dữ liệu", "its sheets add up to more than {most} MB"))
        };
        if let Some(inflated) = &entry.inflated {
            let Some(left) = self.left.checked_sub(inflated.len() as u64) else { return Some(Err(too_much())) };
            self.left = left;
            return Some(each_held(inflated, taker));
        }
        let part = match self.archive.by_index(entry.index) {
            Ok(part) => part,
            Err(error) => return Some(Err(refused(&error))),
        };
        let mut counted = Counted { part, left: self.left, passed: false };
        let read = each(&mut counted, taker);
        let (left, passed) = (counted.left, counted.passed);
        self.left = left;
        Some(if passed { Err(too_much()) } else { read })
    }

    /// Lists the names of its parts, as they are known.
    pub fn names(&self) -> Vec<String> {
        self.entries.keys().cloned().collect()
    }

    /// Reads a whole part, which is no larger than this; `None` where the package lacks it.
    pub fn whole(&mut self, name: &str, most: u64) -> Option<Result<Vec<u8>, Refusal>> {
        let entry = self.entries.get(&known_name(name))?;
        if let Some(inflated) = &entry.inflated {
            return Some(Ok(inflated.clone()));
        }
        let mut bytes = Vec::new();
        let read = self.archive.by_index(entry.index).map_err(|error| refused(&error)).and_then(|part| {
            part.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| Refusal::Damaged(error.to_string()))
        });
        let too_large = (bytes.len() as u64) > most;
        Some(read.and(if too_large { Err(Refusal::TooLarge) } else { Ok(bytes) }))
    }

    /// Lists what a part says of others; nothing where it says nothing, or where that is damaged.
    pub fn relations(&mut self, part: &str) -> Vec<Relation> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut relations = Vec::new();
        let read = self.each(&format!("{folder}/_rels/{name}.rels"), |piece| {
            if let Piece::Start(element) = piece
                && element.local() == "Relationship"
                && relations.len() < MOST_RELATIONS
            {
                let external = element.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                let target = element.get("Target").unwrap_or_default();
                relations.push(Relation {
                    id: element.get("Id").unwrap_or_default(),
                    kind: element.get("Type").and_then(|kind| kind.rsplit('/').next().map(str::to_owned)).unwrap_or_default(),
                    target: if external { target } else { resolved(folder, &target) },
                    external,
                });
            }
            Ok(())
        });
        if matches!(read, Some(Err(_))) { Vec::new() } else { relations }
    }
}

/// Says that a zip can't be read.
fn refused(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Password,
        other => Refusal::Damaged(other.to_string()),
    }
}

/// Tells whether a reader may ask for a part: pictures and programs are only inflated.
fn is_xml(known: &str) -> bool {
    [".xml", ".rels", ".vml"].iter().any(|ending| known.ends_with(ending))
}

/// Reads an entry through; gives its inflated size, and what it inflates to where there is room for it.
fn inflate(entry: &mut impl Read, left: u64, room: u64) -> Result<(u64, Option<Vec<u8>>), Refusal> {
    let most = LARGEST_ENTRY.min(left);
    // One byte more than may be tells that there are more.
    let mut entry = entry.take(most + 1);
    let mut start = Vec::new();
    let unread = |error: std::io::Error| Refusal::Damaged(error.to_string());
    if room > 0 {
        entry.by_ref().take(room + 1).read_to_end(&mut start).map_err(unread)?;
    }
    let begun = start.len() as u64;
    let whole = room > 0 && begun <= room;
    let size = if whole { begun } else { begun + std::io::copy(&mut entry, &mut std::io::sink()).map_err(unread)? };
    if size > most {
        let most = most >> 20;
        return Err(Refusal::Bomb(text!("giải nén ra hơn {most} MB dữ liệu", "it unpacks to more than {most} MB")));
    }
    Ok((size, whole.then_some(start)))
}

/// Reader that counts what it reads against what is left.
struct Counted<R> {
    part: R,
    left: u64,
    passed: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.part.read(buffer)?;
        let count = u64::try_from(got).unwrap_or(u64::MAX);
        self.passed |= count > self.left;
        self.left = self.left.saturating_sub(count);
        Ok(if self.passed { 0 } else { got })
    }
}

/// Joins a folder and a target that is written from it, or from the root: `../comments1.xml`, `/xl/comments1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
