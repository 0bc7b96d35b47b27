//! One number of times that is enough, of things that can't be counted as one: “tổ chức hoặc cử cán bộ tham gia ít nhất 01 cuộc diễn tập”.

use crate::convert::draft::{Inputs, Rule};
use crate::convert::line::{Case, Gives, Side};
use crate::figure::InputKind;
use crate::points::Points;
use crate::yaml::Amount;

use super::Doubt;
use super::measure::{Asked, capital};
use super::pool::Pool;

/// Makes a yes or no of what is done so many times at least, and of everything else, which gives nothing. Where less than that may be
/// done, the other line has to speak of all else.
pub fn once(asked: &Asked<'_>, pool: &mut Pool<'_>, inputs: &mut Inputs, _: &mut Vec<Doubt>) -> Option<Rule> {
    let cases = pool.cases(|case| matches!(case.gives, Gives::Amount(_, None)));
    let [yes, no] = cases.as_slice() else { return None };
    let condition = yes.condition.as_ref().filter(|condition| !condition.percent)?;
    let [(Side::From, least)] = condition.bounds.as_slice() else { return None };
    let opposite = |no: &Case| no.is_rest() || *least == Points::one() && no.begins(&["không", "chưa"]);
    let plain = no.condition.is_none() && no.days.is_none() && yes.days.is_none();
    if !yes.is_full(asked.words.max) || !no.is_zero() || !plain || !opposite(no) || yes.is_negative() || asked.words.takes {
        return None;
    }
    let of = inputs.add(InputKind::YesNo, &capital(&yes.label), None);
    Some(Rule::YesNo { all: vec![of], yes: yes.amount()?.0.clone(), no: Amount::Points(Points::zero()), penalty: None })
}
