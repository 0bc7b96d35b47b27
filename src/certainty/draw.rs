//! One draw: what each leaf weighs, and where uncertain points lie.

use super::Assumptions;
use super::makeup::Field;
use super::random::{Stream, THOUSAND};
use super::swing::Spread;

/// One draw.
pub struct Draw {
    /// Weight of each leaf, in thousandths of that of the set.
    pub weights: Vec<i64>,
    /// Where each uncertain amount of each unit lies, in thousandths of its spread.
    pub spreads: Vec<Vec<i64>>,
}

impl Draw {
    /// Draws the weights, then the uncertain points of each unit in the order of ids.
    ///
    /// A number is drawn for every leaf, also for one that is fixed: fixing one changes no other. Groups of one set are
    /// drawn the same weights, and the units of each group uncertain points of their own.
    pub fn random(assumptions: &Assumptions, fixed: &[bool], field: &Field<'_>, n: u32) -> Self {
        let mut stream = Stream::new(assumptions.seed, n.into());
        let share = assumptions.weights.min(1000);
        let mut weight = |fixed: &bool| {
            let drawn = THOUSAND - i64::from(share) + stream.up_to(2 * share);
            if *fixed { THOUSAND } else { drawn }
        };
        let weights = fixed.iter().map(&mut weight).collect();
        let mut stream =
            if field.number == 0 { stream } else { Stream::new(assumptions.seed, (u64::from(field.number) << 32) | u64::from(n)) };
        let mut spreads = vec![Vec::new(); field.units.len()];
        for at in &field.by_id {
            if let (Some(unit), Some(drawn)) = (field.units.get(*at), spreads.get_mut(*at)) {
                *drawn = unit
                    .swings
                    .iter()
                    .map(|swing| match swing.spread {
                        Spread::Equal => stream.up_to(1000),
                        Spread::Bell => stream.bell(),
                    })
                    .collect();
            }
        }
        Self { weights, spreads }
    }

    /// Takes weights as they are given, and all points as they are officially.
    pub const fn certain(weights: Vec<i64>) -> Self {
        Self { weights, spreads: Vec::new() }
    }
}
