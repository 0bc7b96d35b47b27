//! Laws of what a campaign says of earlier results: folders inside its own, each once; criteria that some set has;
//! predecessors that make no circle.

use std::collections::BTreeSet;

use super::Laws;
use crate::campaign::raw::RawUnit;
use crate::finding::campaign::{EARLIER_FOLDER, PREDECESSORS_CIRCLE, REPEATED_NAME};
use crate::text;
use crate::text::{Text, refused};

impl Laws<'_> {
    /// Looks at locked rounds, earlier years, criteria that moved, and predecessors.
    pub(super) fn earlier(&mut self) {
        let raw = self.raw;
        for (n, round) in raw.rounds.iter().enumerate() {
            if let Some(folder) = &round.locked {
                self.folder(&["rounds", &n.to_string(), "locked"], folder);
            }
        }
        let several = raw.previous.is_list();
        let mut seen = BTreeSet::new();
        for (n, folder) in raw.previous.list().iter().enumerate() {
            let n = n.to_string();
            let path: Vec<&str> = std::iter::once("previous").chain(several.then_some(n.as_str())).collect();
            self.folder(&path, folder);
            if !seen.insert(folder.trim_end_matches('/')) {
                self.fault(&path, &REPEATED_NAME, text!("“{folder}” được nhắc hai lần", "“{folder}” is named twice"));
            }
        }
        for (old, new) in &raw.criteria_map {
            self.criterion_of_any_set(&["criteria_map", old], new);
        }
        self.predecessors();
    }

    /// A folder of a result: inside the campaign's, and not the one that a run writes anew.
    fn folder(&mut self, path: &[&str], folder: &str) {
        let leaves = folder.split('/').any(|part| part == "..") || folder.starts_with('/') || folder.contains(['\\', ':']);
        let why = if folder.trim_matches(['/', '.']).is_empty() || leaves {
            Text::new(
                "phải là đường dẫn bên trong thư mục đợt đánh giá, ngăn bằng dấu /",
                "it has to be a path inside the campaign folder, separated by /",
            )
        } else if let Some(why) = folder.trim_end_matches('/').split('/').filter(|part| *part != ".").find_map(refused) {
            why
        } else if folder.trim_end_matches('/') == "reports" {
            Text::new(
                "thư mục reports bị ghi đè mỗi lần chạy; chép kết quả cần giữ sang thư mục khác",
                "reports is written anew by every run; copy what is to be kept into another folder",
            )
        } else {
            return;
        };
        let (vi, en) = (why.vi, why.en);
        let message = text!("không dùng được thư mục kết quả “{folder}”: {vi}", "the result folder “{folder}” can't be used: {en}");
        self.fault(path, &EARLIER_FOLDER, message);
    }

    /// Predecessors: each once, and no unit that was, through others, its own. That a unit names itself says that it was
    /// one of those that it was made of.
    fn predecessors(&mut self) {
        let raw = self.raw;
        for (n, unit) in raw.units.iter().enumerate() {
            self.once(&["units", &n.to_string(), "predecessors"], &unit.predecessors);
            if let Some(circle) = self.circle(unit) {
                let chain = circle.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join(" ← ");
                let message = text!("đơn vị trước sắp xếp tạo thành vòng: {chain}", "predecessors make a circle: {chain}");
                self.fault(&["units", &n.to_string(), "predecessors"], &PREDECESSORS_CIRCLE, message);
            }
        }
    }

    /// Finds the way from a unit through its predecessors back to itself; told of the first unit of a circle alone.
    fn circle(&self, from: &RawUnit) -> Option<Vec<String>> {
        let raw = self.raw;
        let at = |id: &str| raw.units.iter().position(|unit| unit.id == id);
        let first = at(&from.id)?;
        let mut ways = vec![vec![from.id.clone()]];
        let mut seen = BTreeSet::new();
        while let Some(way) = ways.pop() {
            let Some(last) = way.last().and_then(|id| raw.units.iter().find(|unit| unit.id == *id)) else { continue };
            for next in last.predecessors.iter().filter(|next| **next != last.id) {
                if *next == from.id {
                    let circle = way.iter().cloned().chain([next.clone()]).collect();
                    return way.iter().all(|id| at(id).is_none_or(|at| at >= first)).then_some(circle);
                }
                if seen.insert(next.clone()) {
                    ways.push(way.iter().cloned().chain([next.clone()]).collect());
                }
            }
        }
        None
    }
}
