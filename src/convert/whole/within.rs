//! Lines that add points to what a criterion gives, or take some from it: “Kiểm tra phát hiện thủ tục niêm yết sai: trừ 0,05 điểm/thủ
//! tục” beside parts, “để lộ bí mật nhà nước: 0 điểm cho cả tiêu chí”. Where no rule of the criterion uses them, they become bonuses and
//! penalties of that criterion.

use crate::convert::adjustments;
use crate::convert::draft::Rule;
use crate::convert::line::{Clause, Gives, Limit, WordedClause, capital, clauses};
use crate::convert::rows::CellWords;
use crate::convert::rule::{Answers, Doubt, Recognised, Words, head, recognise};
use crate::convert::sign::{Sign, of_line};
use crate::convert::together;
use crate::convert::tree::{Node, spoken};
use crate::finding::convert::{GAP, WITHIN};
use crate::points::Points;
use crate::text;
use crate::yaml::Amount;

/// Gives such lines nodes of their own, behind all others.
pub fn set_apart(roots: &mut Vec<Node>) {
    let mut found = Vec::new();
    for root in roots.iter_mut().filter(|root| root.sign.is_none()) {
        from(root, &mut found);
    }
    if found.is_empty() {
        return;
    }
    roots.extend(found);
    adjustments::number(roots);
}

/// Finds those of a criterion and of all below it. Lines of a criterion leave no place for lines of its parts.
fn from(node: &mut Node, found: &mut Vec<Node>) {
    let own = if node.children.is_empty() { of_leaf(node) } else { of_group(node) };
    if own.is_empty() {
        node.children.iter_mut().for_each(|child| from(child, found));
    }
    found.extend(own);
}

/// Takes such lines of a criterion with parts.
fn of_group(node: &mut Node) -> Vec<Node> {
    let apart: Vec<bool> =
        node.lines.iter().map(|said| !together::says_cap(node, &said.text) && of_line(&spoken(said)).is_some()).collect();
    let lines = |which: bool| node.lines.iter().zip(&apart).filter(move |(_, apart)| **apart == which).map(|(said, _)| said.clone());
    let Some(found) = lines(true).map(|said| line_of(node, said)).collect::<Option<Vec<Node>>>() else { return Vec::new() };
    node.lines = lines(false).collect();
    found
}

/// Takes such lines of a leaf, where its rule has no use for them and is understood without them.
fn of_leaf(node: &mut Node) -> Vec<Node> {
    let whole: Vec<String> = node.lines.iter().map(spoken).collect();
    let Some(max) = node.max.clone() else { return Vec::new() };
    if recognised(node, &max, &whole).rule.is_some() {
        return Vec::new();
    }
    let parted: Vec<CellWords> = node.lines.iter().flat_map(sentences).collect();
    let (apart, rest): (Vec<CellWords>, Vec<CellWords>) = parted.into_iter().partition(|said| of_line(&spoken(said)).is_some());
    if apart.is_empty() {
        return Vec::new();
    }
    let without = recognised(node, &max, &rest.iter().map(spoken).collect::<Vec<_>>());
    let open = without.doubts.iter().any(|(code, _)| *code == &GAP);
    let others: Vec<WordedClause> = rest.iter().flat_map(|said| clauses(&spoken(said))).collect();
    let fits = |said: &CellWords| {
        let line = spoken(said);
        !is_denied(&line, &others) && without.rule.as_ref().is_some_and(|rule| stands_beside(rule, open, &line))
    };
    if !apart.iter().all(fits) {
        return Vec::new();
    }
    let Some(found) = apart.into_iter().map(|said| line_of(node, said)).collect::<Option<Vec<Node>>>() else { return Vec::new() };
    node.lines = rest;
    found
}

/// Reads lines of a criterion.
fn recognised(node: &Node, max: &Points, lines: &[String]) -> Recognised {
    recognise(&Words { name: &node.row.name.text, max, lines, figures: &[], answers: Answers::OfUnit, takes: false, adds: false })
}

/// Tells whether a line may add to what a rule gives or take from it. A level that is not reached may be what takes: “báo cáo đúng hạn: 1
/// điểm; chậm: trừ 0,5 điểm”.
fn stands_beside(rule: &Rule, open: bool, line: &str) -> bool {
    if rule.is_given() {
        return false;
    }
    let takes_part = |one: &WordedClause| match &one.clause {
        Clause::Each(each) => each.takes,
        Clause::Case(case) => matches!(&case.gives, Gives::Taken(amount) if !takes_all(amount)),
        _ => false,
    };
    let each = |one: &WordedClause| matches!(&one.clause, Clause::Each(_));
    let said = clauses(line);
    if !said.iter().any(takes_part) {
        return true;
    }
    !open
        && said.iter().filter(|one| takes_part(one)).all(each)
        && !matches!(rule, Rule::YesNo { .. } | Rule::Deductions { .. } | Rule::Deadline { .. })
}

/// Tells whether another clause denies what a line counts: “không có người vi phạm: 2 điểm” is where “mỗi người vi phạm trừ 0,5 điểm”
/// begins, and no level beside it.
fn is_denied(line: &str, others: &[WordedClause]) -> bool {
    let things: Vec<String> = clauses(line)
        .into_iter()
        .filter_map(|one| if let Clause::Each(each) = one.clause { head(&each.what).or(Some(each.what)) } else { None })
        .map(|thing| thing.to_lowercase())
        .collect();
    let denies = |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if case.begins(&["không", "chưa"]));
    others.iter().filter(|one| denies(one)).any(|one| things.iter().any(|thing| one.text.to_lowercase().contains(thing.as_str())))
}

/// Tells whether a case takes all that the criterion has.
fn takes_all(amount: &Amount) -> bool {
    matches!(amount, Amount::Share(share) if *share == Points::one())
}

/// Cuts a line between what gives points and what adds or takes some, where it says both.
fn sentences(said: &CellWords) -> Vec<CellWords> {
    let found = clauses(&said.text);
    if said.points.is_some() || found.len() < 2 || of_line(&said.text).is_some() {
        return vec![said.clone()];
    }
    let mut cut = Vec::new();
    let mut rest = said.text.as_str();
    while let Some(at) = rest.find("; ").or_else(|| rest.find(". ")) {
        let (piece, behind) = rest.split_at(at + 1);
        cut.push(piece.trim());
        rest = behind.trim_start();
    }
    cut.push(rest);
    if !cut.iter().any(|piece| of_line(piece).is_some()) {
        return vec![said.clone()];
    }
    cut.into_iter().filter(|piece| !piece.is_empty()).map(|piece| CellWords { text: piece.to_owned(), ..said.clone() }).collect()
}

/// Makes a line of a criterion; `None` where it is not understood as one.
fn line_of(node: &Node, said: CellWords) -> Option<Node> {
    let line = spoken(&said);
    let sign = of_line(&line)?;
    let found = clauses(&line);
    let name = found.iter().find_map(|one| match &one.clause {
        Clause::Each(each) => Some(capital(thing_told(&each.what))),
        Clause::Case(case) => Some(capital(&case.label)),
        _ => None,
    })?;
    let own = node.max.clone()?;
    let max = found.iter().find_map(|one| most(&one.clause, &own)).filter(|most| most.is_positive() && *most < own).unwrap_or(own);
    let lines = [line];
    let words = Words {
        name: &name,
        max: &max,
        lines: &lines,
        figures: &[],
        answers: Answers::OfUnit,
        takes: sign == Sign::Penalty,
        adds: sign == Sign::Bonus,
    };
    recognise(&words).rule.filter(|rule| !rule.is_given())?;
    let mut made = node.clone();
    made.row.name = CellWords { text: name.clone(), ..said.clone() };
    (made.row.number, made.row.stt, made.row.figures, made.row.survey, made.row.signed) = (None, None, None, None, None);
    for list in [&mut made.row.lines, &mut made.row.evidence, &mut made.row.noted, &mut made.row.others] {
        list.clear();
    }
    made.row.max = Some(max.clone());
    made.row.max_cell = (said.cell.clone(), None);
    (made.written, made.uncapped, made.out_of, made.weight, made.deadline, made.alternative) = (None, None, None, None, None, false);
    (made.figures, made.children, made.marks) = (Vec::new(), Vec::new(), Vec::new());
    (made.max, made.lines, made.sign, made.within) = (Some(max), vec![said], Some(sign), Some(node.id.clone()));
    Some(made)
}

/// Gives what brackets behind a thing say of it, where they name it too: “TTHC (kiểm tra phát hiện TTHC niêm yết sai)”.
fn thing_told(what: &str) -> &str {
    let told = what.split_once(" (").and_then(|(thing, told)| Some((thing, told.strip_suffix(')')?)));
    told.filter(|(thing, told)| told.to_lowercase().contains(&thing.to_lowercase())).map_or(what, |(_, told)| told)
}

/// Gives the most that a clause lets a line add or take.
fn most(clause: &Clause, max: &Points) -> Option<Points> {
    match clause {
        Clause::Limit(Limit::Most(most) | Limit::MostTaken(most) | Limit::TotalTaken(most)) => Some(most.of(max)),
        _ => None,
    }
}

/// Asks whether such a line takes from what the other lines give, or how far what it adds goes, where it doesn't say so itself.
pub fn asked(node: &Node) -> Option<Doubt> {
    let id = node.within.as_ref()?;
    let said = node.lines.first()?;
    let line = spoken(said);
    let found = clauses(&line);
    let all =
        |one: &WordedClause| matches!(&one.clause, Clause::Case(case) if matches!(&case.gives, Gives::Taken(amount) if takes_all(amount)));
    let limit = |one: &WordedClause| matches!(one.clause, Clause::Limit(Limit::Most(_)));
    let name = &node.row.name.text;
    match node.sign? {
        Sign::Penalty if found.iter().any(all) => None,
        Sign::Penalty => Some((
            &WITHIN,
            text!(
                "“{name}”: trừ thêm vào số điểm mà các dòng khác của tiêu chí {id} cho, không quá số điểm đạt được, đúng không? Tạm tính như vậy",
                "“{name}”: is this taken from what the other lines of criterion {id} give, and never more than that? So for now"
            ),
        )),
        Sign::Bonus if found.iter().any(limit) => None,
        Sign::Bonus => Some((
            &WITHIN,
            text!(
                "“{name}”: điểm của tiêu chí {id} sau khi cộng có được vượt điểm tối đa không? Tạm tính không vượt",
                "“{name}”: may criterion {id} give more than its maximum with what is added? It may not, for now"
            ),
        )),
        Sign::Both => None,
    }
}
