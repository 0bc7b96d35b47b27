//! `what-if` and `diff`: what moves under changes, and what moved between two results.

use super::Exit;
use super::args::{Diff, WhatIf};
use super::progress_bar::TerminalBar;
use super::terminal::{self, Terminal};
use crate::assessment::Stage;
use crate::figure::date_vi;
use crate::folder::{self, Compared};
use crate::moved::{Cause, Input, Moved, What};
use crate::points::{Points, Rounding, vietnamese};
use crate::record::{RecordedInput, recorded};
use crate::text;
use crate::text::{Lang, Text, Words};

/// Tells what changes would move.
pub fn what_if(args: &WhatIf, terminal: Terminal) -> Exit {
    let bar = TerminalBar::new(terminal);
    let compared = folder::what_if(&args.campaign, &args.changes, &bar);
    bar.finish();
    match compared {
        Ok(compared) => tell(
            &compared,
            &Text::new("    không phải do thay đổi trực tiếp nào nêu trong tệp", "    not directly due to any change in the file"),
            terminal,
        ),
        Err(error) => terminal.failed(&error),
    }
}

/// Tells what moved between two results.
pub fn diff(args: &Diff, terminal: Terminal) -> Exit {
    match folder::diff(&args.before, &args.after) {
        Ok(compared) => tell(
            &compared,
            &Text::new(
                "    không thấy nguyên nhân nào khác nhau giữa hai kết quả; so lại campaign.yaml của hai lần chạy",
                "    no cause was seen to differ between the results; compare the campaign.yaml of both runs",
            ),
            terminal,
        ),
        Err(error) => terminal.failed(&error),
    }
}

/// Prints what moved; `unknown` is said where no cause is known.
fn tell(compared: &Compared, unknown: &Text, terminal: Terminal) -> Exit {
    if terminal.json() {
        complaints(compared, terminal);
        let mut given = serde_json::json!({ "moved": compared.moved });
        if let (false, Some(given)) = (compared.made.is_empty(), given.as_object_mut()) {
            given.insert("findings".into(), serde_json::json!(recorded(&compared.made, terminal.lang)));
        }
        terminal.give(&given);
        return terminal::exit(&compared.findings);
    }
    let mut units: Vec<&str> = compared.moved.iter().map(|one| one.unit.as_str()).collect();
    units.dedup();
    for id in &units {
        let name = compared.unit(id);
        terminal.say(&Text::same(format!("{name} ({id})")));
        let own: Vec<&Moved> = compared.moved.iter().filter(|one| one.unit == *id).collect();
        for one in &own {
            terminal.say(&line(one, compared, terminal.lang));
        }
        let mut because: Vec<&Cause> = Vec::new();
        for cause in own.iter().flat_map(|one| &one.because) {
            if !because.contains(&cause) {
                because.push(cause);
            }
        }
        if because.is_empty() {
            terminal.say(unknown);
        }
        for cause in because {
            terminal.say(&reason(cause, id, compared, terminal.lang));
        }
        terminal.say(&Text::default());
    }
    let count = units.len();
    terminal.say(&match count {
        0 => Text::new("Không có điểm, hạng, xếp loại hay đề nghị khen thưởng nào thay đổi.", "No points, place, grade or award moved."),
        1 => Text::new("1 đơn vị có thay đổi.", "1 unit moved."),
        _ => text!("{count} đơn vị có thay đổi.", "{count} units moved."),
    });
    // What was asked is answered first.
    complaints(compared, terminal);
    terminal::exit(&compared.findings)
}

/// Says what was found while the results were made.
fn complaints(compared: &Compared, terminal: Terminal) {
    terminal.complaints(&compared.findings);
    terminal.complaints(&compared.made);
}

/// Says what moved.
fn line(one: &Moved, compared: &Compared, lang: Lang) -> Text {
    let id = one.id.as_deref().unwrap_or_default();
    let what = match (one.what, &one.id) {
        (What::Points, Some(_)) => text!("tiêu chí {id}", "criterion {id}"),
        (What::Points, None) => Text::new("tổng điểm", "points"),
        (What::Index, _) => Text::new("chỉ số", "index"),
        (What::Place, _) => Text::new("hạng", "place"),
        (What::Grade, _) => Text::new("xếp loại", "grade"),
        (What::Award, _) => Text::same(compared.award(id)),
    };
    let value = |value: Option<&String>| match (one.what, value.map(String::as_str)) {
        (What::Award, Some("chosen")) => Words { vi: "được đề nghị", en: "proposed" }.get(lang).to_owned(),
        (What::Award, Some(_)) => {
            Words { vi: "bằng nhau ở vị trí cuối của chỉ tiêu", en: "tied at the edge of the quota" }.get(lang).to_owned()
        }
        (What::Award, None) => Words { vi: "không được đề nghị", en: "not proposed" }.get(lang).to_owned(),
        (What::Points | What::Index, Some(number)) => shown(number, lang),
        (_, Some(words)) => words.to_owned(),
        (_, None) => "–".to_owned(),
    };
    let [from, to] = as_decimals(one).map(|text| value(text.as_ref()));
    let share = |shared: bool| {
        let words = Words { vi: " (đồng hạng)", en: " (shared)" }.get(lang);
        if shared { words } else { "" }
    };
    let [share_from, share_to] = one.shared.map(|both| both.map(share)).unwrap_or_default();
    let (vi, en) = (what.vi, what.en);
    text!("  {vi}: {from}{share_from} → {to}{share_to}", "  {en}: {from}{share_from} → {to}{share_to}")
}

/// Writes values as decimals that can be told apart, where fractions stand for them because both print alike.
fn as_decimals(one: &Moved) -> [Option<String>; 2] {
    let values = [&one.from, &one.to];
    if !matches!(one.what, What::Points | What::Index) || values.iter().all(|value| value.as_ref().is_none_or(|text| !text.contains('/'))) {
        return values.map(Clone::clone);
    }
    let rounding = Rounding::default();
    let exact = values.map(|value| value.as_deref().and_then(Points::parse_fraction));
    let decimals = match &exact {
        [Some(from), Some(to)] => rounding.decimals_apart(from, to),
        _ => rounding.decimals,
    };
    exact.map(|value| Some(value?.fixed(decimals, rounding.mode)))
}

/// Says because of what a unit moved.
fn reason(cause: &Cause, unit: &str, compared: &Compared, lang: Lang) -> Text {
    if let Input::Award(id, key) = &cause.input
        && key == "award"
    {
        let name = compared.award(id);
        return text!("    do “{name}” chỉ có trong một kết quả", "    because “{name}” is in one result only");
    }
    if cause.input == Input::Unit {
        let name = cause.unit.as_deref().map(|id| compared.unit(id)).unwrap_or_default();
        return if cause.to.is_none() {
            text!("    do “{name}” không còn trong kết quả sau", "    because “{name}” is not in the later result")
        } else {
            text!("    do “{name}” không có trong kết quả trước", "    because “{name}” is not in the earlier result")
        };
    }
    let nothing = || match &cause.input {
        Input::Key(key) if key == "excluded" => Words { vi: "có tính", en: "taken in" }.get(lang).to_owned(),
        _ => "–".to_owned(),
    };
    let value = |value: Option<&String>| value.map_or_else(nothing, |value| said(value, cause, compared, lang));
    let (from, to) = (value(cause.from.as_ref()), value(cause.to.as_ref()));
    let owner = cause.unit.as_deref().filter(|owner| *owner != unit).map(|owner| format!("{}: ", compared.unit(owner))).unwrap_or_default();
    let criterion = cause.criterion.as_ref().map(|id| text!("tiêu chí {id}: ", "criterion {id}: ")).unwrap_or_default();
    let line = cause.line.map(|line| text!("dòng {line}", "line {line}").get(lang).to_owned());
    let place = [&cause.file, &cause.sheet, &cause.cell, &line].into_iter().flatten().cloned().collect::<Vec<_>>().join(" › ");
    let place = if place.is_empty() { place } else { format!(" ({place})") };
    let (vi, en) = (format!("{owner}{}", criterion.vi), format!("{owner}{}", criterion.en));
    if cause.input == Input::Finding {
        let code = cause.to.as_deref().or(cause.from.as_deref()).unwrap_or_default();
        return if cause.to.is_some() {
            text!("    do {vi}có thêm {code}{place}", "    because {en}{code} was found{place}")
        } else {
            text!("    do {vi}không còn {code}{place}", "    because {en}{code} is found no longer{place}")
        };
    }
    if cause.input == Input::Group {
        return text!("    do {vi}chuyển từ “{from}” sang “{to}”", "    because {en}moved from “{from}” to “{to}”");
    }
    let Text { vi: what_vi, en: what_en } = of_input(cause, compared);
    // Rules and conditions are as YAML has them: the change file, or the two campaigns, show them better.
    let written = [&cause.from, &cause.to].into_iter().flatten().any(|value| value.starts_with(['{', '[']));
    let unsaid = matches!(&cause.input, Input::Award(_, key) if key == "conditions");
    if written || unsaid || (cause.from.is_none() && cause.to.is_none()) {
        return text!("    do {vi}{what_vi} thay đổi{place}", "    because {en}{what_en} changed{place}");
    }
    text!("    do {vi}{what_vi} {from} → {to}{place}", "    because of {en}{what_en} {from} → {to}{place}")
}

/// Says a value of a cause as people say it.
fn said(value: &str, cause: &Cause, compared: &Compared, lang: Lang) -> String {
    let words = match (&cause.input, value) {
        (Input::Ranked, "ranked") => Some(Words { vi: "được xếp hạng", en: "ranked" }),
        (Input::Ranked, "unranked") => Some(Words { vi: "không xếp hạng", en: "not ranked" }),
        (Input::Ranked, "not_submitted") => Some(Words { vi: "chưa gửi", en: "not submitted" }),
        (Input::Applies, "true") => Some(Words { vi: "áp dụng", en: "applies" }),
        (Input::Applies, "false") => Some(Words { vi: "không áp dụng", en: "does not apply" }),
        (Input::Explanation, "true") => Some(Words { vi: "có", en: "given" }),
        (Input::Explanation, "false") => Some(Words { vi: "không có", en: "none" }),
        (Input::Key(key), _) if key == "excluded" => Some(Words { vi: "không tính", en: "left out" }),
        (Input::Key(key), _) if key == "official" => {
            return Stage::of_key(value).map_or_else(|| value.to_owned(), |stage| stage.words().get(lang).to_lowercase());
        }
        (Input::Flags, _) => return value.split(", ").map(|id| compared.flag(id)).collect::<Vec<_>>().join(", "),
        // What people typed is told as they typed it.
        (Input::Document, _) => return format!("“{value}”"),
        (Input::Figure(id), _) => return figure(value, asked(cause, id, compared), lang),
        _ => None,
    };
    words.map_or_else(|| shown(value, lang), |words| words.get(lang).to_owned())
}

/// Finds what was asked by a figure of a cause.
fn asked<'c>(cause: &Cause, id: &str, compared: &'c Compared) -> Option<&'c RecordedInput> {
    compared.input(cause.unit.as_deref()?, cause.criterion.as_deref()?, id)
}

/// Says a figure by what was asked.
fn figure(value: &str, input: Option<&RecordedInput>, lang: Lang) -> String {
    let Some(input) = input else { return shown(value, lang) };
    match (input.kind.as_str(), value) {
        ("yes_no", "true") => Words { vi: "Có", en: "Yes" }.get(lang).to_owned(),
        ("yes_no", "false") => Words { vi: "Không", en: "No" }.get(lang).to_owned(),
        ("date", "no") => Words { vi: "không ban hành", en: "not issued" }.get(lang).to_owned(),
        ("percent", number) if Points::parse(number).is_some() => format!("{}%", shown(number, lang)),
        ("choice", id) => format!("“{}”", input.choices.get(id).map_or(id, String::as_str)),
        ("text", words) => format!("“{words}”"),
        _ => shown(value, lang),
    }
}

/// Names what was typed or changed.
fn of_input(cause: &Cause, compared: &Compared) -> Text {
    let words = match &cause.input {
        Input::File => Words { vi: "tệp", en: "the file" },
        Input::Received => Words { vi: "ngày nhận", en: "the day of receipt" },
        Input::Deadline => Words { vi: "hạn gửi", en: "the deadline" },
        Input::Flags => Words { vi: "diện của đơn vị", en: "the flags" },
        Input::Previous => Words { vi: "chỉ số năm trước", en: "the index of last year" },
        Input::Ranked => Words { vi: "trạng thái", en: "its state:" },
        Input::Figure(id) => {
            let label = asked(cause, id, compared).map_or(id, |input| &input.label);
            return text!("số liệu “{label}”", "figure “{label}”");
        }
        Input::Claim => Words { vi: "điểm tự đánh giá", en: "claimed points" },
        Input::Document => Words { vi: "tài liệu", en: "document" },
        Input::Explanation => Words { vi: "giải trình", en: "explanation:" },
        Input::Evidence => Words { vi: "điểm theo tài liệu, giải trình", en: "points by documents and explanations" },
        Input::Stage(stage) if stage == "survey" => Words { vi: "điểm điều tra", en: "points of the survey" },
        Input::Stage(stage) => {
            let round = stage.trim_start_matches("appraised_");
            return text!("điểm thẩm định lần {round}", "points of appraisal round {round}");
        }
        Input::Applies => Words { vi: "trạng thái", en: "its state:" },
        Input::Finding => Words { vi: "kết quả kiểm tra", en: "what was found" },
        Input::Unit => Words { vi: "đơn vị", en: "the unit" },
        Input::Group => Words { vi: "khối", en: "the group" },
        Input::Line => Words { vi: "điểm", en: "points" },
        Input::Key(key) => match key.as_str() {
            "max" => Words { vi: "điểm tối đa", en: "the maximum" },
            "weight" => Words { vi: "hệ số", en: "the weight" },
            "rule" => Words { vi: "cách tính điểm", en: "the rule" },
            "excluded" => Words { vi: "phạm vi", en: "the scope" },
            "total" => Words { vi: "tổng điểm của bộ tiêu chí", en: "the total of the set" },
            "official" => Words { vi: "bước lấy điểm chính thức", en: "the official stage" },
            "grades" => Words { vi: "bảng xếp loại", en: "the bands of grades" },
            "set" => Words { vi: "bộ tiêu chí", en: "the criteria set" },
            "severities" => Words { vi: "mức độ của kết quả kiểm tra (severities)", en: "the severities of findings" },
            "decimals" => Words { vi: "số chữ số thập phân", en: "the decimals" },
            "tie_breaks" => Words { vi: "cách phân định khi bằng chỉ số", en: "how ties are broken" },
            other => return Text::same(other),
        },
        Input::Award(id, key) => {
            let (vi, en) = match key.as_str() {
                "quota" => ("chỉ tiêu", "the quota"),
                "conditions" => ("điều kiện", "the conditions"),
                "excluded" => ("danh sách không xét", "the list of those left out"),
                "provisional" => ("việc xét kết quả tạm tính", "whether provisional results count"),
                "order" => ("thứ tự xét hoặc cách chia chỉ tiêu", "the order, or how places are shared out"),
                _ => ("việc xét", "the list"),
            };
            let name = compared.award(id);
            return text!("{vi} của “{name}”", "{en} of “{name}”");
        }
    };
    words.into()
}

/// Gives a value as the language writes numbers.
fn shown(value: &str, lang: Lang) -> String {
    if let (Lang::Vi, Ok(day)) = (lang, value.parse::<jiff::civil::Date>()) {
        return date_vi(day);
    }
    let number = value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) && value.matches('.').count() < 2;
    if lang == Lang::Vi && number && !value.contains("-0") && value.rfind('-').is_none_or(|at| at == 0) {
        vietnamese(value)
    } else {
        value.to_owned()
    }
}
