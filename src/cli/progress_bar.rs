//! Progress on stderr, where work is long and somebody watches.

use std::sync::{Mutex, PoisonError};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::Terminal;
use crate::campaign::Progress;
use crate::text::{Lang, Words};

/// Fewest steps of a stage that are worth a bar.
const LONG: usize = 50;

/// Bar on the terminal, shown for long stages only.
#[derive(Debug)]
pub struct TerminalBar {
    lang: Lang,
    watched: bool,
    bar: Mutex<ProgressBar>,
}

impl TerminalBar {
    /// Makes a bar that is not shown yet.
    pub fn new(terminal: Terminal) -> Self {
        Self { lang: terminal.lang, watched: terminal.watched(), bar: Mutex::new(ProgressBar::hidden()) }
    }

    /// Takes the bar off the terminal.
    pub fn finish(&self) {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner).finish_and_clear();
    }
}

impl Progress for TerminalBar {
    fn begin(&self, stage: Words, steps: usize) {
        self.finish();
        let bar = if self.watched && steps >= LONG {
            let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
                bar.set_style(style.progress_chars("=> "));
            }
            bar.with_message(stage.get(self.lang))
        } else {
            ProgressBar::hidden()
        };
        *self.bar.lock().unwrap_or_else(PoisonError::into_inner) = bar;
    }

    fn step(&self) {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner).inc(1);
    }
}
