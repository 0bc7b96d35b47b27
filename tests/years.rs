//! Earlier years: what each unit is held against, and by how much it changed.

use serde_json::Value;

use crate::appraisal::result;
use crate::folder::Folder;
use crate::form::{Opened, recalculated, shown};
use crate::intake::hand::{Act, by_hand};

/// Makes the small campaign with the result of another year beside it, in which unit A got 7.20 points and unit B 7.70;
/// this year they have 8.70 and 6.70. `changes` are made in that result.
fn earlier(changes: &[(&str, &str)]) -> Folder {
    let folder = Folder::base();
    let typed = folder.text("appraisal/tham-dinh.csv");
    folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,0,Chưa đạt\nso-b,2,2,Đạt\n");
    result(&folder);
    let mut kept = folder.text("reports/result.json").replace("\"year\":2026", "\"year\":2025");
    for (from, to) in changes {
        assert!(kept.contains(from), "{from}");
        kept = kept.replace(from, to);
    }
    folder.put("nam-truoc/result.json", kept).put("appraisal/tham-dinh.csv", typed);
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nprevious: nam-truoc");
    folder
}

/// Says what each unit is held against, as the result has it.
fn previous(folder: &Folder) -> String {
    let result = result(folder);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let of = |unit: &Value| {
        let keys = ["points", "index", "place", "change_points", "change_index", "change_place"];
        let previous = &unit["previous"];
        let told = keys.map(|key| text(&previous[key])).join(" ");
        format!("{}: {}", text(&unit["id"]), if previous.is_null() { "new".to_owned() } else { told })
    };
    let mut units: Vec<String> = result["groups"][0]["units"].as_array().unwrap().iter().map(of).collect();
    units.sort();
    let mut codes: Vec<String> = result["findings"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect();
    codes.retain(|code| code.starts_with("C27") || code.starts_with("C28") || code.starts_with("C25"));
    format!("{} {}", units.join(" | "), codes.join(" "))
}

/// Gives the words of a sheet.
fn words(folder: &Folder, file: &str, sheet: &str) -> String {
    Opened::new(std::fs::read(folder.path(file)).unwrap()).texts(sheet).join("\n")
}

const ITSELF: &str = "so-a: 7.20 72.00 2 1.50 15.00 -1 | so-b: 7.70 77.00 1 -1.00 -10.00 1 ";

#[test]
fn a_unit_is_held_against_itself() {
    let folder = earlier(&[]);
    assert_eq!(previous(&folder), ITSELF);
    let result = result(&folder);
    assert_eq!(result["groups"][0]["units"][0]["previous"]["areas"]["2"], "75.00");
    assert_eq!(result["groups"][0]["units"][1]["previous"]["areas"]["2"], "-50.00");
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("SO SÁNH KẾT QUẢ NĂM 2026 VỚI NĂM 2025: KHỐI SỞ"), "{page}");
    let unit = words(&folder, "reports/don-vi/so-b.xlsx", "Kết quả");
    assert!(unit.contains("Chỉ số giảm 10,00 điểm phần trăm; giảm 1 hạng (năm 2025: 1/2)."), "{unit}");
    assert!(folder.run("why . so-a").out.contains("Năm 2025: chỉ số 72,00%; hạng 2/2; năm nay tăng 15,00."));
}

#[test]
fn the_same_result_may_be_a_file_or_a_folder_and_alone_is_enough() {
    let folder = earlier(&[]);
    folder.edit("campaign.yaml", "previous: nam-truoc", "previous: [nam-truoc/result.json]");
    assert_eq!(previous(&folder), ITSELF);
    folder.edit("campaign.yaml", "previous: [nam-truoc/result.json]", "previous: [khac]");
    assert_eq!(previous(&folder), "so-a: new | so-b: new C277");
    folder.put("nam-truoc/result.json", "{\"schema\":\"parindex/result/2\"}");
    folder.edit("campaign.yaml", "previous: [khac]", "previous: nam-truoc/");
    assert_eq!(previous(&folder), "so-a: new | so-b: new C250");
}

#[test]
fn predecessors_are_as_declared() {
    let on = |a: &str, b: &str| {
        let folder = earlier(&[]);
        folder.edit("campaign.yaml", "name: Sở A,", &format!("name: Sở A,{a}"));
        folder.edit("campaign.yaml", "name: Sở B,", &format!("name: Sở B,{b}"));
        previous(&folder)
    };
    // Two became one: the mean, and no place. The other one comes of the same, and has no place either.
    assert_eq!(on(" predecessors: [so-a, so-b],", ""), "so-a: 7.45 74.50 null 1.25 12.50 null | so-b: 7.70 77.00 null -1.00 -10.00 null ");
    // `why` and the comparison say so.
    let folder = earlier(&[]);
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, predecessors: [so-a, so-b],");
    previous(&folder);
    let said = folder.run("why . so-a").out;
    assert!(said.contains("Năm 2025: chỉ số 74,50% (bình quân của Sở A, Sở B); năm nay tăng 12,50."), "{said}");
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Hợp nhất từ: Sở A, Sở B."), "{page}");
    assert!(page.contains("Năm trước gồm cả phần nay thuộc đơn vị khác; không so hạng.") && !page.contains("Tách từ: Sở B"), "{page}");
    // One became two.
    assert_eq!(on("", " predecessors: [so-a],"), "so-a: 7.20 72.00 null 1.50 15.00 null | so-b: 7.20 72.00 null -0.50 -5.00 null ");
    let folder = earlier(&[("\"so-b\"", "\"so-cu\"")]);
    assert_eq!(previous(&folder), "so-a: 7.20 72.00 2 1.50 15.00 -1 | so-b: new C252");
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Đơn vị cùng tên năm trước mang mã khác: chưa so sánh."), "{page}");
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, predecessors: [so-cu],");
    assert_eq!(previous(&folder), ITSELF);
}

#[test]
fn nothing_is_compared_where_it_cannot_be_told_with_what() {
    // A predecessor that no year has: the unit is not held against itself instead, nor against the rest.
    for named in ["[khong-co]", "[so-a, khong-co]"] {
        let folder = earlier(&[]);
        folder.edit("campaign.yaml", "name: Sở B,", &format!("name: Sở B, predecessors: {named},"));
        assert_eq!(previous(&folder), "so-a: 7.20 72.00 2 1.50 15.00 -1 | so-b: new C281", "{named}");
    }
    // Two results of one year, in either order.
    for order in ["[nam-truoc, khac]", "[khac, nam-truoc]"] {
        let folder = earlier(&[]);
        folder.put("khac/result.json", folder.text("nam-truoc/result.json").replace("\"so-a\"", "\"so-x\""));
        folder.edit("campaign.yaml", "previous: nam-truoc", &format!("previous: {order}"));
        let result = result(&folder);
        assert!(result["groups"][0]["units"].as_array().unwrap().iter().all(|unit| unit["previous"].is_null()), "{order}");
        assert!(result["findings"].as_array().unwrap().iter().any(|one| one["code"] == "C279"), "{order}");
    }
}

#[test]
fn an_id_of_another_name_is_not_compared() {
    let folder = earlier(&[("\"name\":\"Sở B\"", "\"name\":\"Sở Thương mại\"")]);
    assert_eq!(previous(&folder), "so-a: 7.20 72.00 2 1.50 15.00 -1 | so-b: new C280");
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, aliases: [Sở thương mại],");
    assert_eq!(previous(&folder), ITSELF);
    folder.edit("campaign.yaml", " aliases: [Sở thương mại],", " predecessors: [so-b],");
    assert_eq!(previous(&folder), ITSELF);
}

#[test]
fn a_name_under_another_id_is_not_called_new() {
    let told = |folder: &Folder| {
        let result = result(folder);
        let found = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "C252").cloned();
        found.map(|one| format!("{}: {}", one["unit"].as_str().unwrap(), one["message"].as_str().unwrap()))
    };
    let folder = earlier(&[("\"so-b\"", "\"so-cu\"")]);
    let said = "so-b: “Sở B” nay mang mã “so-b”, năm 2025 “Sở B” mang mã “so-cu”; không biết có phải cùng một đơn vị, nên không so sánh.";
    assert_eq!(told(&folder).as_deref(), Some(said));
    // Another spelling, and a former name.
    let folder = earlier(&[("\"so-b\"", "\"so-cu\""), ("\"name\":\"Sở B\"", "\"name\":\"SỞ  B\"")]);
    assert!(told(&folder).is_some());
    let folder = earlier(&[("\"so-b\"", "\"so-cu\""), ("\"name\":\"Sở B\"", "\"name\":\"Sở Thương mại\"")]);
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, aliases: [Sở thương mại],");
    assert!(told(&folder).is_some());
    // A unit that is new is called new.
    let folder = earlier(&[("\"so-b\"", "\"so-cu\""), ("\"name\":\"Sở B\"", "\"name\":\"Sở Thương mại\"")]);
    assert_eq!(previous(&folder), "so-a: 7.20 72.00 2 1.50 15.00 -1 | so-b: new ");
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Đơn vị mới, không có kết quả năm trước."), "{page}");
}

#[test]
fn criteria_are_matched_by_id_or_as_they_are_mapped() {
    let area = |folder: &Folder, area: &str| result(folder)["groups"][0]["units"][0]["previous"]["areas"][area].to_string();
    let folder = earlier(&[("\"id\":\"2\"", "\"id\":\"7\"")]);
    assert_eq!(area(&folder, "2"), "null");
    folder.edit("campaign.yaml", "previous: nam-truoc", "previous: nam-truoc\ncriteria_map: { \"7\": \"2\" }");
    assert_eq!(area(&folder, "2"), "\"75.00\"");
    // What moved elsewhere is not what has its id now, nor is what stands below it.
    folder.edit("campaign.yaml", "{ \"7\": \"2\" }", "{ \"7\": \"2\", \"1\": \"3\" }");
    assert_eq!((area(&folder, "1"), area(&folder, "2")), ("null".into(), "\"75.00\"".into()));
}

#[test]
fn several_years_make_a_trend() {
    let folder = earlier(&[]);
    let older = folder.text("nam-truoc/result.json").replace("\"year\":2025", "\"year\":2024");
    folder.put("nam-kia/result.json", older);
    folder.edit("campaign.yaml", "previous: nam-truoc", "previous: [nam-kia, nam-truoc]");
    assert_eq!(previous(&folder), ITSELF);
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Chỉ số qua các năm (%)\nĐơn vị\n2024\n2025\n2026\n"), "{page}");
}

/// A year that has only one of two predecessors is no value of their series.
#[test]
fn a_trend_does_not_mix_units() {
    let folder = earlier(&[]);
    let last = folder.text("nam-truoc/result.json");
    let older = last.replace("\"year\":2025", "\"year\":2024").replace("\"so-a\"", "\"so-x\"").replace("\"so-b\"", "\"so-khac\"");
    folder.put("nam-kia/result.json", older).put("nam-truoc/result.json", last.replace("\"so-b\"", "\"so-y\""));
    folder.edit("campaign.yaml", "previous: nam-truoc", "previous: [nam-kia, nam-truoc]");
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, predecessors: [so-x, so-y],");
    result(&folder);
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    let told =
        "Không đưa vào dãy số những năm chỉ một phần các đơn vị trước sắp xếp có kết quả: Sở B năm 2024 (Sở A); Sở B năm 2025 (Sở B).";
    assert!(page.contains(told), "{page}");
}

/// Makes the form of unit A, and gives what stands beside the cells of its figures.
fn beside(folder: &Folder, options: &str) -> (Vec<u8>, [String; 4]) {
    let said = folder.run(&format!("template . --unit so-a --out bieu {options} -q"));
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let bytes = std::fs::read(folder.path("bieu/so-a.xlsx")).unwrap();
    std::fs::remove_dir_all(folder.path("bieu")).unwrap();
    let mut opened = Opened::new(bytes.clone());
    let rows = ["1.1/muc", "1.2/dung_han", "1.2/da_giai_quyet", "1.3/ty_le"];
    let cells = rows.map(|row| shown(&opened.at("Tự đánh giá", &format!("input:{row}"), "computed")));
    (bytes, cells)
}

#[test]
fn the_form_shows_what_the_unit_declared_last_year() {
    let folder = earlier(&[("\"dung_han\":\"90\"", "\"dung_han\":\"1190\"")]);
    let (form, cells) = beside(&folder, "");
    assert_eq!(cells, ["năm 2025: Kịp thời", "năm 2025: 1.190", "năm 2025: 100", "năm 2025: 80%"]);
    assert!(Opened::new(form.clone()).texts("Hướng dẫn").iter().any(|line| line.contains("là số liệu năm 2025 mà đơn vị đã báo cáo")));
    // It computes the same, in another program, too.
    assert_eq!(recalculated(form.clone(), "last-year.xlsx"), [""; 0]);
    // What another unit declared, of which this one comes, is told by its name; the copy that goes back says the same.
    let was = folder.text("campaign.yaml");
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, predecessors: [so-b],");
    let (of_other, cells) = beside(&folder, "");
    assert_eq!(cells[0], "năm 2025 (Sở B): Chậm");
    folder.put("xem/so-a.xlsx", of_other);
    folder.run("check xem/so-a.xlsx --out phan-hoi");
    let mut copy = Opened::new(std::fs::read(folder.path("phan-hoi/so-a.phan-hoi.xlsx")).unwrap());
    assert_eq!(shown(&copy.at("Tự đánh giá", "input:1.1/muc", "computed")), "năm 2025 (Sở B): Chậm");
    folder.put("campaign.yaml", was);
    std::fs::remove_dir_all(folder.path("phan-hoi")).unwrap();
    let (plain, none) = beside(&folder, "--no-last-year");
    assert_eq!(none, [""; 4]);
    // A level that the set no longer has, and figures of who did not send any, are left out.
    let changed = earlier(&[("\"muc\":\"kip_thoi\"", "\"muc\":\"truoc_han\"")]);
    assert_eq!(beside(&changed, "").1[0], "");

    // Reading takes nothing of it for an answer, alone and within the campaign; the copy that goes back keeps it.
    let codes = |bytes: &[u8], options: &str| {
        folder.put("xem/so-a.xlsx", bytes);
        let said = folder.run(&format!("check xem/so-a.xlsx {options} --format json"));
        let said: Value = serde_json::from_str(&said.out).unwrap();
        said["findings"].as_array().unwrap().iter().map(|one| one["code"].to_string()).collect::<Vec<_>>()
    };
    for options in ["", "--campaign ."] {
        assert_eq!(codes(&form, options), codes(&plain, options), "{options}");
    }
    let typed =
        by_hand(&form, &serde_saphyr::from_str::<Vec<Act>>("- put: { at: \"input:1.2/dung_han computed\", text: \"1200\" }").unwrap());
    assert!(codes(&typed, "--campaign .").contains(&"\"S032\"".to_owned()), "{:?}", codes(&typed, "--campaign ."));
    codes(&form, "--campaign . --out phan-hoi");
    let mut copy = Opened::new(std::fs::read(folder.path("phan-hoi/so-a.phan-hoi.xlsx")).unwrap());
    assert_eq!(shown(&copy.at("Tự đánh giá", "input:1.2/dung_han", "computed")), "năm 2025: 1.190");
}

#[test]
fn points_of_another_scale_are_not_compared() {
    let area = "\"depth\":1,\"max\":\"6.00\",\"applicable\":true,\"applicable_max\":\"6.00\"";
    let folder = earlier(&[(area, &area.replace("6.00", "16.00")), ("\"applicable_max\":\"10.00\"", "\"applicable_max\":\"20.00\"")]);
    let told = "so-a: 7.20 72.00 2 null 15.00 -1 | so-b: 7.70 77.00 1 null -10.00 1 C288";
    assert_eq!(previous(&folder), told);
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Năm trước chấm trên thang 20 điểm: không so điểm."), "{page}");
}

#[test]
fn results_that_were_provisional_say_so() {
    let folder = earlier(&[("\"provisional\":false", "\"provisional\":true")]);
    previous(&folder);
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains("Kết quả năm trước là tạm tính."), "{page}");
}

#[test]
fn a_mean_names_those_that_are_not_in_it() {
    let folder = earlier(&[]);
    let result: Value = serde_json::from_str(&folder.text("nam-truoc/result.json")).unwrap();
    let mut silent = result;
    for key in ["points", "index", "place"] {
        silent["groups"][0]["units"][0][key] = Value::Null;
    }
    silent["groups"][0]["units"][0]["exact"] = serde_json::json!({ "points": null, "index": null });
    let name = silent["groups"][0]["units"][0]["name"].as_str().unwrap().to_owned();
    folder.put("nam-truoc/result.json", silent.to_string());
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, predecessors: [so-a, so-b],");
    previous(&folder);
    let page = words(&folder, "reports/bao-cao-xep-hang.xlsx", "So sánh – Khối sở");
    assert!(page.contains(&format!("Không có kết quả năm trước nên không tính vào bình quân: {name}.")), "{page}");
    let said = folder.run("why . so-a").out;
    let other = if name == "Sở A" { "Sở B" } else { "Sở A" };
    assert!(said.contains(&format!("% (của {other});")), "{said}");
}

/// Two units with 7.50 points each, of which A had 7.20 the year before and B 7.70.
#[test]
fn equal_units_are_told_apart_by_their_rise_on_last_year() {
    let places = |folder: &Folder| {
        let result = result(folder);
        let units = result["groups"][0]["units"].as_array().unwrap().iter();
        units.map(|unit| format!("{} {} {}", unit["id"].as_str().unwrap(), unit["place"], unit["tied"])).collect::<Vec<_>>()
    };
    let tied = |changes: &[(&str, &str)], by: &str| {
        let folder = earlier(changes);
        folder.put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,0.5,Đạt\nso-b,2,1.7,Đạt\n");
        folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1.6\nso-b,3,1.8\n");
        folder.edit("campaign.yaml", "set: nho }", &format!("set: nho{by} }}"));
        folder
    };
    assert_eq!(places(&tied(&[], "")), ["so-a 1 true", "so-b 1 true"]);
    let by = ", tie_breaks: [ { by: progress } ]";
    let folder = tied(&[], by);
    assert_eq!(places(&folder), ["so-a 1 false", "so-b 2 false"]);
    let why = folder.run("why . so-b").out.split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = "xét mức tăng chỉ số so với năm trước (điểm phần trăm): -2,00 so với 3,00.";
    assert!(why.contains(reason), "{why}");
    // Who is compared with nothing has no rise, and stands behind.
    let folder = tied(&[("\"id\":\"so-a\",\"name\":\"Sở A\"", "\"id\":\"so-cu\",\"name\":\"Sở Cũ\"")], by);
    assert_eq!(places(&folder), ["so-b 1 false", "so-a 2 false"]);
}

/// The report says how each group moved since the year before, who rose and who fell most, and what is not the same any more.
#[test]
fn the_report_compares_groups_with_the_year_before() {
    let told = |folder: &Folder| {
        result(folder);
        let report = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap());
        let (above, below) = report.split_once("BodyText: So với năm 2025:\n").unwrap_or((&report, ""));
        assert!(below.is_empty() || above.contains("1. Kết quả chung"), "{report}");
        below.lines().take_while(|line| line.starts_with("BodyText: - ")).map(|line| line.replace("BodyText: - ", "")).collect::<Vec<_>>()
    };
    let moved = "Khối sở: chỉ số trung bình tăng 2,50 điểm phần trăm (năm 2025: 74,50%); 1 đơn vị tăng, 1 đơn vị giảm, 0 đơn vị không đổi; \
                 tăng nhiều nhất: Sở A (tăng 15,00 điểm phần trăm); giảm nhiều nhất: Sở B (giảm 10,00 điểm phần trăm).";
    assert_eq!(told(&earlier(&[])), [moved]);
    // Another spelling is the same name, another name is not.
    assert_eq!(told(&earlier(&[("\"name\":\"Sở B\"", "\"name\":\"SỞ  B\"")])), [moved]);
    let folder = earlier(&[("\"name\":\"Sở B\"", "\"name\":\"Sở Thương mại\"")]);
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, aliases: [Sở thương mại],");
    assert_eq!(told(&folder), [format!("{moved} 1 đơn vị năm trước mang tên khác.")]);
    // A unit that was merged, one that was not there, one of another group.
    let folder = earlier(&[]);
    folder.edit("campaign.yaml", "name: Sở A,", "name: Sở A, predecessors: [so-a, so-b],");
    let said = told(&folder);
    let ends = "Sở B (giảm 10,00 điểm phần trăm). 1 đơn vị hợp nhất so với bình quân các đơn vị trước sắp xếp; \
                1 đơn vị năm trước còn nằm chung trong một đơn vị với đơn vị khác.";
    assert!(said[0].contains("tăng nhiều nhất: Sở A (tăng 12,50 điểm phần trăm)") && said[0].ends_with(ends), "{said:?}");
    let folder = earlier(&[("\"so-b\"", "\"so-cu\""), ("\"name\":\"Sở B\"", "\"name\":\"Sở Thương mại\"")]);
    let said = told(&folder);
    let ends = "1 đơn vị tăng, 0 đơn vị giảm, 0 đơn vị không đổi; tăng nhiều nhất: Sở A (tăng 15,00 điểm phần trăm). \
                1 đơn vị không có kết quả xếp hạng năm 2025 để so sánh.";
    assert!(said[0].ends_with(ends), "{said:?}");
    // Nobody can be compared; there is no year before.
    let folder = earlier(&[("\"so-b\"", "\"so-x\""), ("\"so-a\"", "\"so-y\"")]);
    assert_eq!(told(&folder), ["Khối sở: không có đơn vị nào so sánh được."]);
    assert!(told(&Folder::base()).is_empty());
}
