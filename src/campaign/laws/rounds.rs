//! Laws of rounds: each number once, days the right way round.

use jiff::civil::Date;

use super::Laws;
use crate::assessment::{Round, Stage};
use crate::figure::date_vi;
use crate::finding::campaign::{DAYS, OFFICIAL_ROUND};
use crate::text;

impl Laws<'_> {
    /// The official stage: a round that is declared, where any are.
    pub(super) fn official(&mut self) {
        let Stage::Appraised(official) = self.raw.official.0 else { return };
        let declared: Vec<Round> = self.raw.rounds.iter().filter_map(|round| Round::new(round.id)).collect();
        if declared.is_empty() || declared.contains(&official) {
            return;
        }
        let rounds = declared.iter().map(|round| round.number().to_string()).collect::<Vec<_>>().join(", ");
        let number = official.number();
        let message = text!(
            "điểm chính thức lấy ở lần thẩm định {number}, rounds chỉ khai lần {rounds}",
            "official is round {number}, and only these are under rounds: {rounds}"
        );
        let there: Vec<String> = declared.into_iter().map(Round::key).collect();
        self.unknown(&["official"], &OFFICIAL_ROUND, message, &official.key(), there.iter().map(String::as_str));
    }

    /// Rounds: each number once, days the right way round, and no day before one of a round with a lower number, in
    /// whatever order they are written and whichever of their days are left out.
    pub(super) fn rounds(&mut self) {
        let raw = self.raw;
        let ids: Vec<String> = raw.rounds.iter().map(|round| round.id.to_string()).collect();
        self.unique("rounds", ids.iter().map(String::as_str));
        let mut rounds: Vec<_> = raw.rounds.iter().enumerate().collect();
        rounds.sort_by_key(|(_, round)| round.id);
        // Last day of the rounds before.
        let mut before: Option<(u8, Date)> = None;
        for (n, round) in rounds {
            let (n, id) = (n.to_string(), round.id);
            let [from, to] = [&round.from, &round.to].map(|day| day.as_ref().map(|day| day.0));
            if let (Some(from), Some(to)) = (from, to)
                && from > to
            {
                let (from_vi, to_vi) = (date_vi(from), date_vi(to));
                let message = text!("ngày đầu {from_vi} sau ngày cuối {to_vi}", "the first day {from} is after the last day {to}");
                self.fault(&["rounds", &n, "from"], &DAYS, message);
            }
            let first = from.map(|day| ("from", day)).or(to.map(|day| ("to", day)));
            if let (Some((other, last)), Some((key, first))) = (before, first)
                && other < id
                && first < last
            {
                let (first_vi, last_vi) = (date_vi(first), date_vi(last));
                let message = text!(
                    "ngày {first_vi} của lần {id} trước ngày {last_vi} của lần {other}",
                    "the day {first} of round {id} is before {last}, a day of round {other}"
                );
                self.fault(&["rounds", &n, key], &DAYS, message);
            }
            if let Some(last) = to.or(from).filter(|last| before.is_none_or(|(_, other)| other <= *last)) {
                before = Some((id, last));
            }
        }
    }
}
