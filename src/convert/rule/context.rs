//! Steps by which clauses are read for what they mean where they stand, in their order.

use crate::convert::line::{Clause, WordedClause};

use super::alternatives::at_the_head;
use super::graded::graded;
use super::inherited::inherited;
use super::regular::regular;
use super::within::{beyond_it, within};
use super::{Words, compared, dated, each_of, in_time, lacking, left_of_all, manner, monthly, nothing, outside, shares, target};

/// Reads each clause for what it means on its line.
pub fn by_itself(words: &Words<'_>, said: &mut [WordedClause]) {
    outside::beside_the_tree(words, said);
    said.iter_mut().for_each(nothing::not_counted);
}

/// Takes for a remark what says which of the things that are counted don't count: “tin, bài đăng lại không tính” beside “mỗi tin, bài”.
fn left_uncounted(said: &mut [WordedClause]) {
    const NOT: [&str; 5] = [" không tính", " không được tính", " không được tính điểm", " không tính điểm", " thì không tính"];
    let counted: Vec<String> = said
        .iter()
        .filter_map(|one| if let Clause::Each(each) = &one.clause { Some(each.what.to_lowercase()) } else { None })
        .filter(|what| !what.is_empty())
        .collect();
    for one in said.iter_mut().filter(|one| one.clause == Clause::Unknown) {
        let plain = one.text.to_lowercase();
        let thing = NOT.iter().find_map(|not| plain.trim_end_matches(['.', ' ']).strip_suffix(not));
        let of_them = |thing: &str| counted.iter().any(|what| thing.strip_prefix(what.as_str()).is_some_and(|rest| rest.starts_with(' ')));
        let plainly = |thing: &str| !thing.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ';' | '%'));
        if thing.is_some_and(|thing| of_them(thing) && plainly(thing)) {
            one.clause = Clause::Note;
        }
    }
}

/// Reads clauses for what they mean beside the others.
pub fn beside_others(words: &Words<'_>, said: &mut Vec<WordedClause>) {
    compared::two_letters(words.max, said);
    compared::rates_with_a_percentage(said);
    each_of::limited(said);
    left_uncounted(said);
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
