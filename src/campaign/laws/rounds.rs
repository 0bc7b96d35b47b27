//! Laws of rounds: each number once, days the right way round.

use jiff::civil::Date;

use super::Laws;
use crate::figure::date_vi;
use crate::finding::campaign::DAYS;
use crate::text;

impl Laws<'_> {
    /// Rounds: each number once, days the right way round and one round behind the other.
    pub(super) fn rounds(&mut self) {
        let raw = self.raw;
        let ids: Vec<String> = raw.rounds.iter().map(|round| round.id.to_string()).collect();
        self.unique("rounds", ids.iter().map(String::as_str));
        let mut before: Option<(u8, Date)> = None;
        for (n, round) in raw.rounds.iter().enumerate() {
            let (n, id) = (n.to_string(), round.id);
            if let (Some(from), Some(to)) = (&round.from, &round.to)
                && from.0 > to.0
            {
                let (from, to) = (from.0, to.0);
                let (from_vi, to_vi) = (date_vi(from), date_vi(to));
                let message = text!("ngày đầu {from_vi} sau ngày cuối {to_vi}", "the first day {from} is after the last day {to}");
                self.fault(&["rounds", &n, "from"], &DAYS, message);
            }
            if let (Some((other, to)), Some(from)) = (before, &round.from)
                && other < id
                && from.0 < to
            {
                let (from, from_vi, to_vi) = (from.0, date_vi(from.0), date_vi(to));
                let message = text!(
                    "lần {id} bắt đầu ngày {from_vi}, trước khi lần {other} kết thúc ngày {to_vi}",
                    "round {id} begins on {from}, before round {other} ends on {to}"
                );
                self.fault(&["rounds", &n, "from"], &DAYS, message);
            }
            before = round.to.as_ref().map(|to| (id, to.0));
        }
    }
}
