//! Where ranges of a rate meet: one holds all of another, or both hold a bound.

use crate::convert::line::Side;
use crate::finding::convert::BOUND;
use crate::points::Points;
use crate::text;

use super::Doubt;
use super::measure::Asked;
use super::pieces::{Piece, Value};
use super::ranges::Range;

/// Ends ranges where another begins: “dưới 95%: tính theo tỷ lệ; dưới 50%: 0 điểm” is from 50 % on, and a bound that two hold is given
/// to the one with more points, and asked: “từ 80% đến 90%: 4; từ 90%: 5”.
pub fn settle(asked: &Asked<'_>, pieces: &mut [Piece], doubts: &mut Vec<Doubt>) {
    let follows = |piece: &Piece| matches!(piece.value, Value::Line(_));
    if !pieces.iter().any(follows) {
        return;
    }
    let lows: Vec<Points> = pieces.iter().filter_map(|piece| ends_below(&piece.bounds)).collect();
    for piece in pieces.iter_mut() {
        let Some(at) = ends_below(&piece.bounds) else { continue };
        if let Some(farther) = lows.iter().filter(|low| **low < at).max() {
            piece.bounds.insert(0, (Side::From, farther.clone()));
            piece.range = Range::of(&piece.bounds);
        }
    }
    let begins: Vec<Points> = pieces
        .iter()
        .filter_map(|piece| match piece.bounds.as_slice() {
            [(Side::From | Side::Exactly, at), ..] => Some(at.clone()),
            _ => None,
        })
        .collect();
    let name = asked.words.name;
    for piece in pieces.iter_mut() {
        if let [_, (side @ Side::UpTo, at)] = piece.bounds.as_mut_slice()
            && begins.contains(at)
        {
            *side = Side::Below;
            let (vi, en) = (at.plain_vi(), at.plain());
            doubts.push((&BOUND, text!("“{name}”: mốc {vi}% thuộc cả hai mức của bảng", "“{name}”: two steps of the table hold {en}%")));
            piece.range = Range::of(&piece.bounds);
        }
    }
}

/// Gives the bound of a range that has no other.
fn ends_below(bounds: &[(Side, Points)]) -> Option<Points> {
    match bounds {
        [(Side::Below, at)] => Some(at.clone()),
        _ => None,
    }
}
