//! An amount that is drawn, exactly.

use crate::points::Points;

/// Amount that is drawn, as it counts at the top, with its sign.
pub struct Swing {
    /// Leaf whose weight it takes; `None` for a line outside the tree.
    pub leaf: Option<usize>,
    /// What it is officially.
    pub official: Points,
    /// What it is where 0 is drawn.
    pub base: Points,
    /// What a thousand drawn adds.
    pub size: Points,
    /// Least that it counts.
    pub least: Points,
    /// Most that it counts.
    pub most: Points,
    /// How it is drawn.
    pub spread: Spread,
}

/// How an amount is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// From 0 to a thousand, all equally likely.
    Equal,
    /// Around 0, a thousand being the standard deviation.
    Bell,
}
