//! Reasons that the council was asked for and did not give: told once, of what changes something.

use super::{Trial, appraised, mixed};

/// Asks for a reason of everything that the council said.
fn asked(mut trial: Trial) -> Trial {
    let typed = trial.rounds.values_mut().flat_map(|typed| typed.values_mut());
    typed.for_each(|entry| entry.reason_asked = true);
    let corrected = trial.corrected.values_mut().flat_map(|of_unit| of_unit.values_mut()).flat_map(|of_leaf| of_leaf.values_mut());
    corrected.for_each(|one| one.reason_asked = true);
    let applies = trial.applies.values_mut().flat_map(|of_unit| of_unit.values_mut()).flatten();
    applies.for_each(|one| one.reason_asked = true);
    trial
}

/// Lists what is told of missing reasons.
fn told(trial: &Trial) -> Vec<String> {
    trial.score().1.into_iter().filter(|finding| finding.code.id == "A049").map(|finding| finding.message.vi).collect()
}

/// One of two is in time; or there is nothing to do, so that the criterion does not apply.
fn half() -> Trial {
    Trial::new(mixed()).fill("1.1", &["1", "2"]).official(appraised(1))
}

fn nothing() -> Trial {
    Trial::new(mixed()).fill("1.1", &["0", "0"]).official(appraised(1))
}

#[test]
fn points_that_change_something_want_a_reason_where_there_is_a_place_for_it() {
    assert_eq!(told(&asked(half().typed(1, "1.1", "1"))), [""; 0]);
    let changed = half().typed(1, "1.1", "1.5");
    assert_eq!(told(&changed), [""; 0]);
    assert_eq!(told(&asked(changed)), ["Tiêu chí “1.1” được thẩm định “1,5” điểm, khác 1,00 điểm trước đó, nhưng chưa ghi lý do."]);
}

#[test]
fn what_comes_back_wants_one_reason() {
    let back = nothing().typed(1, "1.1", "1");
    assert_eq!(told(&back), [""; 0]);
    assert_eq!(told(&asked(back.clone())), ["Tiêu chí “1.1” trước đó không áp dụng, nay được thẩm định “1” điểm, nhưng chưa ghi lý do."]);
    // Words say that it applies: the reason is asked of them.
    assert_eq!(told(&asked(back.applies(1, "1.1", true))), ["Tiêu chí “1.1” được xác định có áp dụng nhưng chưa ghi lý do."]);
}

#[test]
fn a_word_on_what_applies_wants_a_reason_where_it_changes_something() {
    let out = half().applies(1, "1.1", false);
    assert_eq!(told(&out), [""; 0]);
    assert_eq!(told(&asked(out)), ["Tiêu chí “1.1” được xác định không áp dụng nhưng chưa ghi lý do."]);
    assert_eq!(told(&asked(half().applies(1, "1.1", true))), [""; 0]);
    assert_eq!(told(&asked(nothing().applies(1, "1.1", false))), [""; 0]);
}

#[test]
fn a_corrected_figure_wants_a_reason_where_it_is_another() {
    assert_eq!(told(&asked(half().corrected(1, "1.1", "a", "1"))), [""; 0]);
    let other = half().corrected(1, "1.1", "a", "2");
    assert_eq!(told(&other), [""; 0]);
    assert_eq!(told(&asked(other)), ["“Đúng hạn” (tiêu chí 1.1) được thẩm định là “2” nhưng chưa ghi lý do."]);
}
