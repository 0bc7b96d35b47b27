//! What a person means who has no terminal: files or a folder dropped on the program, or a double click on it.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use clap::CommandFactory;

use super::args::Args;
use crate::campaign;
use crate::text;
use crate::text::{Lang, Text};

/// Gives the command line that paths alone stand for: a campaign is run, other folders and files are checked, with an annotated
/// copy beside the first of them; YAML is linted. `None` where the command line has a command, or names what is not there.
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
            let beside = Path::new(first);
            let folder = if beside.is_dir() { Some(beside) } else { beside.parent() };
            let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            line.extend(["check".into(), "--out".into(), folder.into()]);
        }
    }
    line.extend(paths);
    Some(line)
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
