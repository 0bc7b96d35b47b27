//! Steps by which clauses are read for what they mean where they stand, in their order.

use crate::convert::line::WordedClause;

use super::alternatives::at_the_head;
use super::graded::graded;
use super::inherited::inherited;
use super::regular::regular;
use super::within::{beyond_it, within};
use super::{Words, dated, each_of, in_time, lacking, left_of_all, manner, monthly, nothing, outside, shares, target};

/// Reads each clause for what it means on its line.
pub fn by_itself(words: &Words<'_>, said: &mut [WordedClause]) {
    outside::beside_the_tree(words, said);
    said.iter_mut().for_each(nothing::not_counted);
}

/// Reads clauses for what they mean beside the others.
pub fn beside_others(words: &Words<'_>, said: &mut Vec<WordedClause>) {
    each_of::limited(said);
    at_the_head(words.max, said);
    lacking::as_what_there_is(words.max, said);
    target::reached(words.name, said);
    manner::all_of_them(said);
    lacking::none_of_it(words.max, said);
    graded(words.max, said);
    dated::never_or_late(said);
    dated::in_the_year_before(said);
    dated::days_behind(said);
    regular(words, said);
    each_of::named_whole(words, said);
    each_of::said_twice(said);
    inherited(said);
    each_of::stepped(said);
    within(said);
    beyond_it(said);
    monthly::as_words(said);
    in_time::mark(words, said);
    left_of_all::taken_from_full(words, said);
    left_of_all::taken_levels(words, said);
    nothing::left_out(said);
    shares::doubtful_shares(said);
}
