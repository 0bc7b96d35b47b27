//! What a person means who has no terminal: files or a folder dropped on the program, or a double click on it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Read};
use std::path::{Component, Path, PathBuf};

use clap::CommandFactory;

use super::args::Args;
use crate::campaign;
use crate::folder;
use crate::text;
use crate::text::{Lang, Text};

/// Folder of a campaign that copies go to: `run` reads nothing there.
const COPIES: &str = "phan-hoi";

/// Folders of a campaign in which what is checked lies.
const FOLDERS: [&str; 5] = ["submissions", "appraisal", "survey", "evidence", COPIES];

/// Gives the command line that paths alone stand for: a campaign is run, YAML is linted, other folders and files are checked.
/// Those that lie in one campaign are checked by it. `None` where the command line has a command, or names what is not there.
pub fn command(args: &[OsString]) -> Option<Vec<OsString>> {
    let (program, paths) = args.split_first()?;
    let here = env::current_dir().ok().filter(|_| paths.is_empty() && is_double_click());
    let here = here.filter(|folder| folder.join(campaign::FILE).is_file()).map(OsString::from);
    let paths: Vec<OsString> = paths.iter().cloned().chain(here).collect();
    let first = paths.first()?;
    let is_command = |word: &OsString| Args::command().get_subcommands().any(|known| word == known.get_name());
    if is_command(first) || !paths.iter().all(|path| Path::new(path).exists()) {
        return None;
    }
    let is_yaml = |path: &OsString| Path::new(path).extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    let is_campaign = |path: &OsString| Path::new(path).join(campaign::FILE).is_file();
    let mut line = vec![program.clone()];
    match paths.as_slice() {
        [one] if is_campaign(one) => line.push("run".into()),
        [one] if Path::new(one).file_name().is_some_and(|name| name == campaign::FILE) => {
            let folder = Path::new(one).parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return Some(vec![program.clone(), "run".into(), folder.into()]);
        }
        all if all.iter().all(is_yaml) => line.push("lint".into()),
        _ => {
            let home = campaign_around(first);
            line.extend(["check".into(), "--out".into(), copies(first, home.as_deref()).into()]);
            if let Some(home) = home.filter(|home| paths.iter().all(|path| campaign_around(path).as_ref() == Some(home))) {
                line.extend(["--campaign".into(), home.into()]);
            }
        }
    }
    line.extend(paths);
    Some(line)
}

/// Gives the folder of the campaign that a path lies in, spelled from the path as it was given where it can be.
fn campaign_around(path: &OsString) -> Option<PathBuf> {
    let given = Path::new(path);
    let goes_up = given.components().any(|part| part == Component::ParentDir);
    // What is named from where one stands may lie in a campaign further up.
    campaign_above(given).filter(|_| !goes_up).or_else(|| campaign_above(&folder::absolute(given)))
}

/// Gives the nearest folder above a path that is a campaign and holds what lies there. A campaign that lies anywhere above,
/// such as in the folder of all that somebody has, holds only what lies beside its file or in a folder of its own.
fn campaign_above(path: &Path) -> Option<PathBuf> {
    let is_own = |name: &OsStr| FOLDERS.iter().any(|own| name.eq_ignore_ascii_case(own));
    let holds = |home: &Path| {
        let Ok(below) = path.strip_prefix(home) else { return false };
        let mut names = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name),
            _ => None,
        });
        let first = names.next();
        first.is_some_and(is_own) || (names.next().is_none() && !path.is_dir())
    };
    let shown = |home: &Path| if home.as_os_str().is_empty() { PathBuf::from(".") } else { home.to_path_buf() };
    let mut above = path.ancestors().skip(1).filter(|home| holds(home)).map(shown);
    above.find(|home| home.join(campaign::FILE).is_file())
}

/// Gives the folder that copies of what was dropped go to: one of their own in a campaign, elsewhere where the first lies.
fn copies(first: &OsString, campaign: Option<&Path>) -> PathBuf {
    if let Some(campaign) = campaign {
        return campaign.join(COPIES);
    }
    let beside = Path::new(first);
    let folder = if beside.is_dir() { Some(beside) } else { beside.parent() };
    folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_path_buf()
}

/// Tells whether somebody double-clicked on the program: Windows then starts it in its own folder.
fn is_double_click() -> bool {
    let own = env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
    cfg!(windows) && own.is_some() && own == env::current_dir().ok()
}

/// Leaves the window open that Windows opened for the program alone, until somebody has read it.
pub fn wait(lang: Lang) {
    if cfg!(windows) && io::stdin().is_terminal() && io::stderr().is_terminal() {
        let words: Text = text!("Nhấn Enter để đóng cửa sổ này.", "Press Enter to close this window.");
        super::terminal::complain(&format!("\n{}\n", words.get(lang)));
        // Whatever was typed, somebody has read it.
        let _ = io::stdin().lock().read(&mut [0]);
    }
}
