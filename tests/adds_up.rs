//! `why` adds up: the terms that its pages print come to the result that they print, of every criterion and unit of the samples, and
//! so does every equation within a leaf, and the points that it ends with.
//!
//! What is read here is the text of the page, as a person reads it. Where printed terms come to something else, the page has to say
//! so, with that sum.

mod equation;
mod kinds;
mod standing;

use std::path::Path;

use parindex::account::Why;
use parindex::campaign::{NoProgress, WorkedOut};
use parindex::figure::CriterionId;
use parindex::folder;
use parindex::points::{Points, Rounding};
use parindex::print::for_terminal;
use parindex::text::Lang;
use rayon::prelude::*;
use serde_json::Value;

/// Works a sample out.
fn worked(folder: &Path) -> WorkedOut {
    let loaded = folder::load_campaign(folder).unwrap();
    folder::work_out(folder, loaded, &NoProgress).0
}

/// Reads a number as Vietnamese pages print it.
fn number(words: &str) -> Points {
    let plain: String = words.trim().trim_end_matches('%').chars().filter(|c| *c != '.').map(|c| if c == ',' { '.' } else { c }).collect();
    Points::parse(&plain).unwrap_or_else(|| panic!("{words:?} is no number"))
}

/// Gives the text of the page, each paragraph on one line.
fn lines(page: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in page.lines() {
        lines.push(line.trim().to_owned());
    }
    lines
}

/// Joins the lines that a long paragraph is broken into, from the one that begins with some words to the one that ends it.
fn sentence(lines: &[String], begins: &str) -> Option<String> {
    let first = lines.iter().position(|line| line.starts_with(begins))?;
    let mut whole = String::new();
    for line in &lines[first..] {
        whole.push_str(line);
        if line.ends_with('.') {
            return Some(whole);
        }
        whole.push(' ');
    }
    Some(whole)
}

/// Gives the sum that a page owns up to, where printed terms come to another one than is printed.
fn owned_up(sentence: &str) -> Option<Points> {
    let (_, behind) = sentence.split_once("các số đã làm tròn cộng lại là ")?;
    Some(number(behind.split(';').next().unwrap()))
}

/// Holds the total of a unit: areas and lines outside the tree come to its points, and these to its index.
fn total_of_unit(text: &str, told: &Value, rounding: impl Fn(&Points) -> Points) -> Result<bool, String> {
    let lines = lines(text);
    let Some(sentence) = sentence(&lines, "Tổng điểm: ") else {
        let cut = text.contains("chỉ số tính bằng 100%") || text.contains("tổng điểm tính bằng 0");
        return if cut || told["unit"]["index"].is_null() { Ok(false) } else { Err("no total, and nothing cut".into()) };
    };
    let (sum, index) = sentence["Tổng điểm: ".len()..].split_once("; chỉ số: ").unwrap();
    let (terms, points) = sum.split_once(" = ").unwrap();
    let terms = terms.replace(" - ", " + -");
    let term = |term: &str| term.split_once(" × ").map_or_else(|| number(term), |(points, weight)| &number(points) * &number(weight));
    let added: Points = terms.split(" + ").map(term).sum();
    let (of, max, percent) = {
        let (of, rest) = index.split_once(" / ").unwrap();
        let (max, rest) = rest.split_once(" × 100 = ").unwrap();
        (number(of), number(max), number(rest.split('%').next().unwrap()))
    };
    let points = number(points);
    let owned = owned_up(&sentence);
    let expected = owned.clone().unwrap_or_else(|| points.clone());
    if added != expected || of != points {
        return Err(format!("{sentence}: the terms come to {}", added.plain()));
    }
    let worked = rounding(&(&of * &Points::hundred()).over(&max).unwrap());
    let unrounded = sentence.contains("(tính từ điểm chưa làm tròn)");
    if owned.is_none() && (worked == percent) == unrounded {
        return Err(format!("{sentence}: the index comes to {}", worked.plain()));
    }
    if told["unit"]["points"].as_str().map(|text| Points::parse(text).unwrap()) != Some(points)
        || told["unit"]["index"].as_str().map(|text| Points::parse(text).unwrap()) != Some(percent)
    {
        return Err(format!("{sentence}: the page has another result"));
    }
    Ok(true)
}

/// Holds the index of a criterion: the points over the maximum come to it as they are printed, or the page says why not.
fn index(line: &str, of: &Value, rounding: &dyn Fn(&Points) -> Points) -> Result<(), String> {
    let (line, owned) = line.split_once(" (tính từ điểm chưa làm tròn)").map_or((line, false), |(line, _)| (line, true));
    let (points, rest) = line.split_once(" / ").ok_or_else(|| format!("{line}: no terms"))?;
    let (max, percent) = rest.trim_end_matches('.').split_once(" × 100 = ").ok_or_else(|| format!("{line}: no index"))?;
    let [points, max, percent] = [points, max, percent].map(number);
    for (key, printed) in [("official", &points), ("applicable_max", &max), ("index", &percent)] {
        let result = Points::parse(of[key].as_str().unwrap_or_default());
        if result.as_ref() != Some(printed) {
            return Err(format!("{line}: the result has another {key}, {}", of[key]));
        }
    }
    let worked = rounding(&(&points * &Points::hundred()).over(&max).unwrap());
    if (worked == percent) == owned { Err(format!("{line}: the terms come to {}", worked.plain())) } else { Ok(()) }
}

/// Holds the index on the page of a criterion.
fn index_of(text: &str, criterion: &Value, rounding: &dyn Fn(&Points) -> Points) -> Result<bool, String> {
    let lines = lines(text);
    // A heading may have codes around it that make it bold; the table above has a line of this name, with its figure.
    let from = lines.iter().position(|line| line.contains("Chỉ số") && !line.contains('%') && line.chars().count() < 20);
    match (from, criterion["index"].is_null()) {
        (Some(from), false) => index(&lines[from + 1], criterion, rounding).map(|()| true),
        (None, true) => Ok(false),
        _ => Err("no index, or one of nothing".into()),
    }
}

/// Holds the index of every area of a unit; gives how many there were.
fn areas(text: &str, told: &Value, rounding: &dyn Fn(&Points) -> Points) -> Result<usize, String> {
    let lines = lines(text);
    let areas = told["criteria"].as_array().unwrap().iter().filter(|one| one["depth"] == 1 && !one["index"].is_null());
    let mut count = 0;
    for area in areas {
        let begins = format!("Chỉ số lĩnh vực {}: ", area["id"].as_str().unwrap());
        let line = sentence(&lines, &begins).ok_or_else(|| format!("{begins}is not on the page"))?;
        index(&line[begins.len()..], area, rounding)?;
        count += 1;
    }
    let printed = lines.iter().filter(|line| line.starts_with("Chỉ số lĩnh vực ")).count();
    if printed == count { Ok(count) } else { Err(format!("{printed} indexes of areas are printed, {count} are there")) }
}

/// Holds a group of criteria: its children, as they are printed, come to it. Tells whether there was a sum.
fn children(text: &str, told: &Value) -> Result<bool, String> {
    let lines = lines(text);
    let Some(sentence) = sentence(&lines, "Cộng: ") else { return Ok(false) };
    let ids: Vec<&str> = told["criterion"]["children"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    let from = lines.iter().position(|line| line.contains("Cách tính") && line.chars().count() < 20).unwrap();
    let to = lines.iter().position(|line| line.starts_with("Cộng: ")).unwrap();
    let whole = lines[from + 1..to].join(" ");
    let mut added = Points::zero();
    let mut rest = whole.as_str();
    for (n, id) in ids.iter().enumerate() {
        let Some(begin) = rest.find(&format!("{id} ")) else { continue };
        rest = &rest[begin..];
        let end = ids[n + 1..].iter().filter_map(|next| rest.find(&format!(" {next} "))).min().unwrap_or(rest.len());
        let line = &rest[..end];
        if !line.ends_with("không áp dụng") {
            let (name, max) = line.rsplit_once(" / ").unwrap();
            // What nobody scored counts 0.
            let points = Some(name.rsplit_once(": ").unwrap().1).filter(|words| *words != "–").map(number).unwrap_or_default();
            let weight = max.split_once(", hệ số ").map_or(Points::one(), |(_, weight)| number(weight));
            added += &(&points * &weight);
        }
        rest = &rest[end..];
    }
    let printed = number(sentence["Cộng: ".len()..].split(" (").next().unwrap().trim_end_matches('.'));
    let expected = owned_up(&sentence).unwrap_or_else(|| printed.clone());
    let official = Points::parse(told["criterion"]["official"].as_str().unwrap()).unwrap();
    if added == expected && printed == official { Ok(true) } else { Err(format!("{sentence}: the children come to {}", added.plain())) }
}

/// Holds the way of a leaf: each change begins where the one before it ended, and the last ends at the official points.
fn changes(told: &Value) -> Result<bool, String> {
    let criterion = &told["criterion"];
    let steps = criterion["changes"].as_array().unwrap();
    for pair in steps.windows(2) {
        if pair[0]["to"] != pair[1]["from"] {
            return Err(format!("a change begins elsewhere: {pair:?}"));
        }
    }
    match steps.last() {
        Some(last) if criterion["applicable"] == true && last["to"] != criterion["official"] => {
            Err(format!("{} is not {}", last["to"], criterion["official"]))
        }
        last => Ok(last.is_some()),
    }
}

/// Holds the verdicts on a unit: an eligible one meets all conditions, a chosen one is eligible, and each limit holds or not as is said.
fn awards(text: &str, told: &Value) -> Result<bool, String> {
    let awards = told["awards"].as_array().unwrap();
    for award in awards {
        let conditions = award["conditions"].as_array().unwrap();
        let all = conditions.iter().all(|one| one["met"] == true);
        if (award["chosen"] == true && award["eligible"] != true) || (award["eligible"] == true && !all) {
            return Err(format!("{award}"));
        }
        for one in conditions {
            let limit = one["limit"].as_str().unwrap();
            let Some(value) = one["value"].as_str().and_then(Points::parse) else { continue };
            let holds = limit.split(", ").try_fold(true, |all, limit| {
                let (sign, bound) = limit.split_once(' ')?;
                let bound = Points::parse(bound)?;
                Some(all && if sign == ">=" { value >= bound } else { value <= bound })
            });
            if holds.is_some_and(|holds| one["met"] != holds) {
                return Err(format!("{one}"));
            }
        }
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let reasons = award["reasons"].as_array().unwrap();
        if reasons.is_empty() || !reasons.iter().all(|reason| flat.contains(reason.as_str().unwrap())) {
            return Err(format!("a reason is not on the page: {reasons:?}"));
        }
    }
    Ok(!awards.is_empty())
}

/// Holds the arithmetic of a leaf: what stands on the left of each equation comes to what stands on the right, as both are
/// printed, and the last figure is what was computed. Gives how many equations there were.
fn equations(text: &str, told: &Value, rounding: Rounding, lang: Lang) -> Result<usize, String> {
    let criterion = &told["criterion"];
    let lines: Vec<String> = criterion["arithmetic"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let flat = words(text);
    if let Some(line) = lines.iter().find(|line| !flat.contains(&words(line))) {
        return Err(format!("{line} is not on the page"));
    }
    let held = equation::held(&lines, rounding, lang);
    if !held.wrong.is_empty() {
        return Err(held.wrong.join("; "));
    }
    let computed = criterion["computed"].as_str().map(|text| Points::parse(text).unwrap());
    match (equation::last(&lines, lang), computed) {
        (Some(last), Some(computed)) if rounding.print(&last) != computed => Err(format!("{lines:?} is not {}", computed.plain())),
        _ => Ok(held.count),
    }
}

/// Holds every page of every unit of a sample; gives how many totals, sums, changes, verdicts, equations,
/// indexes of areas, places, indexes of criteria and numbers in awards were held.
fn held(folder: &Path, langs: &[Lang]) -> [usize; 9] {
    let (worked, sample) = (worked(folder), folder.display());
    let results = worked.results();
    let of_unit = |unit: &parindex::assessment::Unit| -> Vec<(usize, Result<usize, String>)> {
        let Some((group, set)) = results.scored_by(unit) else { return Vec::new() };
        let ranking = results.ranking.groups.iter().find(|one| one.group.id == group.id).unwrap();
        let why = |criterion: Option<&CriterionId>| Why::new(&results, unit, criterion, Lang::Vi);
        let Some(whole) = why(None) else { return Vec::new() };
        let failed = |what: &str, error: String| format!("{sample} {} {what}: {error}", unit.id);
        let said = |what: &str, result: Result<bool, String>| result.map(usize::from).map_err(|error| failed(what, error));
        let (text, told) = (for_terminal(&whole.page(), Lang::Vi), whole.json());
        let rounding = |points: &Points| group.rounding.print(points);
        let mut all = vec![
            (0, said("total", total_of_unit(&text, &told, rounding))),
            (3, said("awards", awards(&text, &told))),
            (5, areas(&text, &told, &rounding).map_err(|error| failed("areas", error))),
            (6, said("place", standing::place(&text, ranking, &unit.id))),
        ];
        for (_, criterion) in set.walk() {
            let Some(why) = why(Some(&criterion.id)) else { continue };
            let told = why.json();
            if told["criterion"]["official"].is_null() {
                continue;
            }
            let what = criterion.id.as_str();
            if criterion.leaf().is_some() {
                all.push((2, said(what, changes(&told))));
                for lang in langs {
                    let Some(why) = Why::new(&results, unit, Some(&criterion.id), *lang) else { continue };
                    let page = for_terminal(&why.page(), *lang);
                    if *lang == Lang::Vi {
                        all.push((7, said(what, index_of(&page, &told["criterion"], &rounding))));
                    }
                    let held = equations(&page, &why.json(), group.rounding, *lang);
                    all.push((4, held.map_err(|error| failed(what, error))));
                }
            } else {
                let page = for_terminal(&why.page(), Lang::Vi);
                all.push((1, said(what, children(&page, &told))));
                all.push((7, said(what, index_of(&page, &told["criterion"], &rounding))));
            }
        }
        all
    };
    let all: Vec<(usize, Result<usize, String>)> = results.units.par_iter().flat_map(of_unit).collect();
    let wrong: Vec<&String> = all.iter().filter_map(|(_, result)| result.as_ref().err()).collect();
    assert!(
        wrong.is_empty(),
        "{} pages don't add up:\n{}",
        wrong.len(),
        wrong.iter().take(20).map(|s| s.as_str()).collect::<Vec<_>>().join("\n")
    );
    let mut counts = [0; 9];
    let whole = results.units.iter().filter_map(|unit| Some((unit.id.clone(), Why::new(&results, unit, None, Lang::Vi)?.json())));
    counts[8] = standing::numbered(&results, &whole.collect::<Vec<_>>());
    for (kind, result) in &all {
        counts[*kind] += result.as_ref().unwrap_or(&0);
    }
    counts
}

/// Checks that so many were held, lest a page that says nothing adds up.
#[track_caller]
fn at_least(held: [usize; 9], least: [usize; 9]) {
    assert!(held.iter().zip(&least).all(|(held, least)| held >= least), "{held:?}, not {least:?}");
}

#[test]
fn every_page_of_every_unit_of_long_an_adds_up() {
    at_least(held(Path::new("samples/long-an-2018"), &[Lang::Vi]), [34, 600, 20, 35, 500, 260, 33, 2000, 20]);
    let [totals, ..] = held(Path::new("samples/binh-duong-2017"), &[Lang::Vi]);
    assert!(totals >= 9, "{totals}");
}

#[test]
fn every_page_of_minh_giang_adds_up() {
    at_least(held(crate::samples::minh_giang(), &[Lang::En]), [29, 600, 20, 30, 500, 200, 29, 900, 50]);
}
