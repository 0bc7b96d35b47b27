//! The fewest printed steps that are enough.

use crate::points::Points;

/// Finds the fewest steps, one at least, with which it is enough; nothing where `most` is not. What is enough stays so with more.
pub fn fewest_steps(step: &Points, most: &Points, enough: &dyn Fn(&Points) -> bool) -> Option<Points> {
    let steps = |number: i64| step * &Points::from(number);
    let (mut not, mut is) = (0, most.over(step)?.in_units(0)?.checked_add(1)?);
    if !enough(most) {
        return None;
    }
    while is - not > 1 {
        let middle = not + (is - not) / 2;
        if enough(&steps(middle)) {
            is = middle;
        } else {
            not = middle;
        }
    }
    Some(steps(is))
}
