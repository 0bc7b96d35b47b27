//! `why`: how a unit came to its score, computed as `run` computes it; nothing is written.

use super::Exit;
use super::args;
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::account::Why;
use crate::campaign::{self, Unknown};
use crate::{folder, print};

/// Explains a unit, or one criterion of it.
pub fn run(args: &args::Why, terminal: Terminal) -> Exit {
    let found = folder::load_campaign(&args.campaign).and_then(|loaded| {
        let plan = &loaded.value.plan;
        let unit = campaign::unit(plan, &args.unit)?;
        let set = plan.set(unit);
        let criterion = args.criterion.as_ref().zip(set).map(|(called, set)| campaign::criterion(set, called)).transpose()?;
        let ids = (unit.id.clone(), criterion.map(|criterion| criterion.id.clone()));
        Ok((loaded, ids))
    });
    let (loaded, (unit, criterion)) = match found {
        Ok(found) => found,
        Err(error) => return terminal.failed(&error),
    };
    let bar = TerminalBar::new(terminal);
    let worked = folder::work_out_unit(&args.campaign, loaded, &unit, &bar);
    bar.finish();
    let results = worked.results();
    let why = worked.plan.unit(&unit).and_then(|unit| Why::new(&results, unit, criterion.as_ref(), terminal.lang));
    let Some(why) = why else {
        return terminal.failed(&Unknown::Unit { id: unit.to_string(), near: None }.into());
    };
    if terminal.json() {
        terminal.give(&why.json());
    } else {
        terminal.print(&print::for_terminal(&why.page(), terminal.lang));
    }
    terminal::exit(why.findings().iter().copied())
}
