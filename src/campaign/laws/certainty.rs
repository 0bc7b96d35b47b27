//! Laws of what may vary where it is asked how sure an order is.

use super::Laws;
use crate::campaign::raw::RawCertainty;
use crate::criteria::{CriteriaSet, Criterion};
use crate::figure::CriterionId;
use crate::finding::campaign::{CERTAINTY_DRAWS, CERTAINTY_FEW_DRAWS, CERTAINTY_FIXED, CERTAINTY_SHARE};
use crate::points::Points;
use crate::text;
use crate::yaml::{Amount, Number};

/// Most draws.
const MOST_DRAWS: i64 = 100_000;
/// Fewest draws of which an interval leaves out several at each end.
const FEW_DRAWS: i64 = 100;
/// Largest seed: what every reader of JSON takes for the same number.
const LARGEST_SEED: i64 = 9_007_199_254_740_991;

impl Laws<'_> {
    /// Looks at what may vary.
    pub(super) fn certainty(&mut self) {
        let Some(raw) = &self.raw.certainty else { return };
        self.share(raw);
        let whole = |number: &Option<Number>, least: i64, most: i64| {
            let within = |number: &&Number| number.0.is_whole() && number.0 >= Points::from(least) && number.0 <= Points::from(most);
            number.as_ref().filter(|number| !within(number)).map(|number| (number.0.plain_vi(), number.0.plain()))
        };
        if let Some((vi, en)) = whole(&raw.draws, 1, MOST_DRAWS) {
            let message = text!(
                "draws phải là số nguyên từ 1 đến 100000, đang ghi {vi}",
                "draws has to be a whole number from 1 to 100000, and is {en}"
            );
            self.fault(&["certainty", "draws"], &CERTAINTY_DRAWS, message);
        } else if let Some(few) = raw.draws.as_ref().filter(|draws| draws.0 < Points::from(FEW_DRAWS)) {
            let number = few.0.plain();
            let message = text!("chỉ tính thử {number} lần", "the number of trials is only {number}");
            self.fault(&["certainty", "draws"], &CERTAINTY_FEW_DRAWS, message);
        }
        if let Some((vi, en)) = whole(&raw.seed, 0, LARGEST_SEED) {
            let message = text!(
                "seed phải là số nguyên từ 0 đến 9007199254740991, đang ghi {vi}",
                "seed has to be a whole number from 0 to 9007199254740991, and is {en}"
            );
            self.fault(&["certainty", "seed"], &CERTAINTY_DRAWS, message);
        }
        self.fixed(raw);
    }

    /// The share: of percent, from 0 to 100, in thousandths.
    fn share(&mut self, raw: &RawCertainty) {
        let message = match &raw.weights {
            Amount::Points(number) => {
                let (vi, en) = (number.plain_vi(), number.plain());
                text!("weights phải là tỷ lệ phần trăm, đang ghi {vi}", "weights has to be a percentage, and is {en}")
            }
            Amount::Share(share) => {
                let percent = share * &Points::hundred();
                let (vi, en) = (percent.plain_vi(), percent.plain());
                if share.is_negative() || *share > Points::one() {
                    text!("weights phải từ 0% đến 100%, đang ghi {vi}%", "weights has to be from 0% to 100%, and is {en}%")
                } else if !(share * &Points::from(1000)).is_whole() {
                    text!("weights có quá một chữ số thập phân: {vi}%", "weights has more than one decimal: {en}%")
                } else {
                    return;
                }
            }
        };
        self.fault(&["certainty", "weights"], &CERTAINTY_SHARE, message);
    }

    /// What is fixed: criteria that some set has, each once, and not all.
    fn fixed(&mut self, raw: &RawCertainty) {
        for (n, id) in raw.fixed.iter().enumerate() {
            let n_words = n.to_string();
            let path = ["certainty", "fixed", n_words.as_str()];
            self.criterion_of_any_set(&path, id);
            if raw.fixed.iter().take(n).any(|other| other == id) {
                self.fault(&path, &CERTAINTY_FIXED, text!("“{id}” được nêu hai lần", "“{id}” is named twice"));
            }
        }
        let fixed: Vec<CriterionId> = raw.fixed.iter().map(|id| CriterionId::new(id.as_str())).collect();
        let all_of = |set: &CriteriaSet| {
            let leaves = set.criteria.iter().flat_map(Criterion::leaves_below);
            let holds = |id: &CriterionId, leaf: &Criterion| set.find(id).is_some_and(|criterion| criterion.holds(&leaf.id));
            leaves.into_iter().all(|leaf| fixed.iter().any(|id| holds(id, leaf)))
        };
        let varies = !matches!(&raw.weights, Amount::Share(share) if share.is_zero());
        if varies && !fixed.is_empty() && !self.sets.is_empty() && self.sets.values().all(all_of) {
            let message = text!("mọi tiêu chí đều giữ nguyên trọng số", "the weights of all criteria are fixed");
            self.fault(&["certainty", "fixed"], &CERTAINTY_FIXED, message);
        }
    }
}
