//! Pages that the ranking report has beside places: over-claims, strengths, the survey, published layouts.

use crate::appraisal::result;
use crate::folder::Folder;
use crate::form::Opened;

/// Runs the small campaign with a line more, and gives the words of a sheet of the ranking report.
fn words(folder: &Folder, sheet: &str) -> String {
    result(folder);
    Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap()).texts(sheet).join("|")
}

#[test]
fn published_tables_have_the_layouts_that_the_campaign_chooses() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { published: [scores, places, grades] }");
    folder.edit("campaign.yaml", "set: nho }", "set: nho, grades: [ { name: Tốt, from: 80 }, { name: Khá, from: 0 } ] }");
    let scores = words(&folder, "Công bố điểm – Khối sở");
    let head = "STT|Đơn vị|Điểm thẩm định (8)|Điểm ĐTXHH (2)|Tổng điểm (10)|Chỉ số CCHC (%)";
    let rows = "|1|Sở A|6.9|1.8|8.7|87|2|Sở B|5|1.7|6.7|67|Giá trị trung bình|5.95|1.75|7.7|77";
    assert!(scores.contains(&format!("{head}{rows}")), "{scores}");
    let places = words(&folder, "Công bố hạng – Khối sở");
    let head = "Thứ tự xếp hạng|Tên đơn vị|Tổng điểm|Điểm đánh giá trực tiếp|Điểm điều tra XHH";
    assert!(places.contains(&format!("{head}|1|Sở A|8.7|6.9|1.8|2|Sở B|6.7|5|1.7")), "{places}");
    let grades = words(&folder, "Công bố xếp loại – Khối sở");
    assert!(grades.contains("TT|Tên đơn vị|Điểm đánh giá|Vị thứ|Xếp loại|1|Sở A|8.7|1|Tốt|2|Sở B|6.7|2|Khá"), "{grades}");
    assert!(grades.contains("Xếp loại|Số lượng|Tỷ lệ (%)|Tốt|1|50|Khá|1|50|Cộng|2"), "{grades}");
}

/// Points of different maxima stand in one column: the tables say so, and by what places go.
#[test]
fn published_tables_say_where_the_maxima_of_units_differ() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { published: [scores, places, grades] }");
    let sheets = ["Công bố điểm – Khối sở", "Công bố hạng – Khối sở", "Công bố xếp loại – Khối sở"];
    let said = "Có tiêu chí không áp dụng với một số đơn vị, nên điểm tối đa của các đơn vị khác nhau, từ 8 đến 10 điểm. Thứ hạng tính theo chỉ số:";
    for sheet in sheets {
        assert!(!words(&folder, sheet).contains("Có tiêu chí không áp dụng"), "{sheet}");
    }
    let excused = "official: accepted\nnot_applicable: [ { units: [so-b], criteria: [\"1.3\"], reason: Không có } ]";
    folder.edit("campaign.yaml", "official: accepted", excused);
    for sheet in sheets {
        assert!(words(&folder, sheet).contains(said), "{sheet}");
    }
}

/// Fewer points of a smaller maximum may stand above more: what places go by stands beside the points.
#[test]
fn published_tables_print_the_index_beside_points_that_do_not_give_the_order() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { published: [places, grades] }");
    folder.edit("campaign.yaml", "set: nho }", "set: nho, grades: [ { name: Tốt, from: 80 }, { name: Khá, from: 0 } ] }");
    for sheet in ["Công bố hạng – Khối sở", "Công bố xếp loại – Khối sở"] {
        assert!(!words(&folder, sheet).contains("Chỉ số CCHC (%)"), "{sheet}");
    }
    let excused = "official: accepted\nnot_applicable: [ { units: [so-a], criteria: [\"1.3\"], reason: Không có } ]";
    folder.edit("campaign.yaml", "official: accepted", excused);
    let places = words(&folder, "Công bố hạng – Khối sở");
    assert!(places.contains("Tổng điểm|Chỉ số CCHC (%)|Điểm đánh giá trực tiếp|Điểm điều tra XHH|1|Sở A|"), "{places}");
    let grades = words(&folder, "Công bố xếp loại – Khối sở");
    assert!(grades.contains("Điểm đánh giá|Chỉ số CCHC (%)|Vị thứ|Xếp loại|1|Sở A|"), "{grades}");
}

#[test]
fn the_sheet_of_data_holds_what_stands_in_the_result_where_the_campaign_asks_for_it() {
    let folder = Folder::base();
    let report = |lang: &str| {
        assert_eq!(folder.run(&format!("run . -q --lang {lang}")).code, 0);
        Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap())
    };
    assert!(!report("vi").has("Dữ liệu"));
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { data: true }");
    for (lang, name, unit, criterion, points) in [
        (
            "vi",
            "Dữ liệu",
            "Mã đơn vị",
            "Mã tiêu chí",
            ["Điểm tối đa", "Điểm tối đa áp dụng", "Điểm ĐTXHH", "Điểm chính thức", "Chỉ số (%)"],
        ),
        ("en", "Data", "Unit id", "Criterion id", ["Maximum", "Applicable maximum", "Survey points", "Official points", "Index (%)"]),
    ] {
        drop(report(lang));
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap();
        assert_eq!(calamine::Reader::sheet_names(&book).last().unwrap(), name);
        let range = calamine::Reader::worksheet_range(&mut book, name).unwrap();
        let rows: Vec<Vec<calamine::Data>> = range.rows().map(<[_]>::to_vec).collect();
        let column = |of: &str| rows[0].iter().position(|head| head == of).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.path("reports/result.json")).unwrap()).unwrap();
        let units = json["groups"].as_array().unwrap().iter().flat_map(|group| group["units"].as_array().unwrap());
        let mut seen = 0;
        for of in units {
            let all = of["criteria"].as_array().unwrap();
            let is_leaf = |id: &str| !all.iter().any(|other| other["id"].as_str().unwrap().starts_with(&format!("{id}.")));
            for leaf in all.iter().filter(|one| is_leaf(one["id"].as_str().unwrap())) {
                let is_row = |row: &&Vec<calamine::Data>| {
                    row[column(unit)] == *of["id"].as_str().unwrap() && row[column(criterion)] == *leaf["id"].as_str().unwrap()
                };
                let row = rows.iter().find(is_row).unwrap();
                for (head, field) in points.iter().zip(["max", "applicable_max", "survey", "official", "index"]) {
                    let number = leaf[field].as_str().map(|number| number.parse::<f64>().unwrap());
                    assert_eq!(calamine::DataType::get_float(&row[column(head)]), number, "{row:?}, {field}");
                }
                seen += 1;
            }
        }
        assert_eq!(seen, rows.len() - 1, "a row for each leaf, and no other");
    }
}

#[test]
fn units_under_the_threshold_are_listed() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nreports: { threshold: 67.5 }");
    let page = words(&folder, "Thông tin chung");
    assert!(page.contains("Đơn vị có chỉ số dưới 67,5%|Đơn vị|Khối|Chỉ số (%)|Còn thiếu|Sở B|Khối sở|67|0.5"), "{page}");
    folder.edit("campaign.yaml", "threshold: 67.5", "threshold: 67");
    assert!(words(&folder, "Thông tin chung").contains("Đơn vị có chỉ số dưới 67%|Đơn vị|Khối|Chỉ số (%)|Còn thiếu|Không có đơn vị nào."));
}

#[test]
fn shares_that_miss_100_are_told() {
    let folder = Folder::base();
    folder.edit(
        "campaign.yaml",
        "set: nho }",
        "set: nho, grades: [ { name: Tốt, from: 80 }, { name: Khá, from: 60 }, { name: Yếu, from: 0 } ] }",
    );
    folder.edit("campaign.yaml", "units:", "units:\n  - { id: so-c, name: Sở C, group: so }");
    let form = std::fs::read_to_string("tests/broken/base/forms.yaml").unwrap();
    let third = form.split("- file: ").nth(2).unwrap().replace("so-b", "so-c");
    folder.put("forms.yaml", format!("- file: {third}")).fill();
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1.8\nso-b,3,1.7\nso-c,3,0\n");
    let page = words(&folder, "Tóm tắt");
    assert!(page.contains("|33.33|"), "{page}");
    assert!(page.contains("Các tỷ lệ đã làm tròn cộng lại là 99,99%, do làm tròn từng tỷ lệ."), "{page}");
}

#[test]
fn over_claims_are_summed_by_unit_area_and_criterion() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: appraised_1");
    folder
        .put("appraisal/tham-dinh.csv", "Đơn vị,Tiêu chí,Điểm,Lý do\nso-a,2,1.5,Đạt\nso-b,2,1,Đạt\nso-a,1.1,0.5,Chậm\nso-b,1.1,1.5,Kịp\n");
    let page = words(&folder, "Chênh lệch tự chấm");
    assert!(page.contains("|1|Sở A|5.4|1.5|1.5|2|Sở B|4|0|-0.5|Cộng|1.5|1"), "{page}");
    assert!(page.contains("1|Chỉ đạo, điều hành|1|1.5|1|0.5"), "{page}");
    assert!(page.contains("1.1|Ban hành kế hoạch|1|1.5|1|0.5"), "{page}");
}

#[test]
fn strongest_and_weakest_criteria_stand_with_their_figures() {
    let page = words(&Folder::base(), "Mạnh, yếu – Khối sở");
    let (strong, weak) = page.split_once("Tồn tại, hạn chế").unwrap();
    assert!(strong.contains("3|Tác động|2|87.5|2|0|0"), "{page}");
    assert!(strong.contains("1.2|Hồ sơ đúng hạn|2|85|2|0|0|Số hồ sơ đúng hạn: 170.\nSố hồ sơ đã giải quyết: 200."), "{page}");
    assert!(weak.contains("2|Tổ chức bộ máy|2|62.5|2|0|0"), "{page}");
}

#[test]
fn the_survey_has_a_page_with_samples() {
    let folder = Folder::base();
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm,Cỡ mẫu\nso-a,3,1.8,120\nso-b,3,1.7,80\n");
    let page = words(&folder, "Điều tra XHH");
    assert!(page.contains("3. Tác động|200|2|1.75|87.5"), "{page}");
    assert!(page.contains("Đơn vị|3 (tối đa 2)|Cộng|Chỉ số (%)|Sở A|1.8|1.8|90|Sở B|1.7|1.7|85"), "{page}");
    assert!(page.contains("Đơn vị|3\n(số người trả lời)|Sở A|(120)|Sở B|(80)"), "{page}");
    // Without samples nothing is said of answers.
    folder.put("survey/dieu-tra.csv", "Đơn vị,Tiêu chí,Điểm\nso-a,3,1.8\nso-b,3,1.7\n");
    let page = words(&folder, "Điều tra XHH");
    assert!(page.contains("Sở A|1.8|1.8|90") && !page.contains("số người trả lời"), "{page}");
}

#[test]
fn pictures_of_many_units_are_even_and_none_is_parted_from_its_title() {
    let folder = Folder::base();
    let form = std::fs::read_to_string("tests/broken/base/forms.yaml").unwrap();
    let form = form.split("- file: ").nth(2).unwrap();
    let ids: Vec<String> = (1..=22).map(|n| format!("so-d{n}")).collect();
    let units: Vec<String> = ids.iter().map(|id| format!("\n  - {{ id: {id}, name: Sở {}, group: so }}", id.to_uppercase())).collect();
    folder.edit("campaign.yaml", "units:", &format!("units:{}", units.concat()));
    let forms: Vec<String> = ids.iter().map(|id| format!("- file: {}\n", form.replace("so-b", id).trim_end())).collect();
    let surveyed: Vec<String> = ids.iter().zip(10..).map(|(id, tenths)| format!("{id},3,{}.{}\n", tenths / 10 % 2, tenths % 10)).collect();
    folder.put("survey/dieu-tra.csv", format!("Đơn vị,Tiêu chí,Điểm\nso-a,3,1.8\nso-b,3,1.7\n{}", surveyed.concat()));
    folder.put("forms.yaml", forms.concat()).fill();
    assert!([0, 3].contains(&folder.run("run . -q").code));
    let report = folder.path("reports/bao-cao-xep-hang.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&report).unwrap();
    let name = "Cách biệt – Khối sở";
    let sheet = calamine::Reader::sheet_names(&book).iter().position(|sheet| sheet == name).unwrap() + 1;
    let range = calamine::Reader::worksheet_range(&mut book, name).unwrap();
    let first = |row: usize| range.get((row, 0)).map(ToString::to_string).unwrap_or_default();
    let heads: Vec<usize> = (0..range.height()).filter(|row| first(*row) == "Hạng").collect();
    let units = |head: usize| (head + 1..range.height()).take_while(|row| first(*row).parse::<u32>().is_ok()).count();
    assert_eq!(heads.iter().map(|head| units(*head)).collect::<Vec<_>>(), [12, 12]);
    let parts = crate::intake::raw::unzip(&std::fs::read(&report).unwrap());
    let (_, xml) = parts.iter().find(|(part, _)| *part == format!("xl/worksheets/sheet{sheet}.xml")).unwrap();
    let xml = String::from_utf8(xml.clone()).unwrap();
    let breaks: Vec<usize> = xml.split("<brk id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert_eq!(breaks, [heads[1]], "the second picture begins a page, the first stands below the title");
    // Lines of the axis meet 0 and its end.
    let chart =
        parts.iter().filter(|(part, _)| part.starts_with("xl/charts/chart")).map(|(_, xml)| String::from_utf8(xml.clone()).unwrap());
    let axes = chart.filter_map(|xml| {
        let value = |tag: &str| xml.split(&format!("<c:{tag} val=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
        Some((value("max")?, value("majorUnit")?))
    });
    let axes: Vec<(f64, f64)> = axes.collect();
    assert!(axes.len() >= 2 && axes.iter().all(|(max, unit)| (max / unit).fract() == 0.0 && max / unit <= 6.0), "{axes:?}");
}

#[test]
fn a_name_without_room_beside_its_bar_is_shortened_there_alone() {
    let folder = Folder::base();
    let categories = || {
        folder.run("run . -q");
        let parts = crate::intake::raw::unzip(&std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
        let charts = parts.into_iter().filter(|(part, _)| part.starts_with("xl/charts/chart"));
        let charts =
            charts.map(|(_, xml)| String::from_utf8(xml).unwrap()).filter(|xml| xml.contains("Cách biệt") || xml.contains("Biểu đồ"));
        let of = |xml: String| xml.split("<c:cat>").nth(1).unwrap().split("<c:f>").nth(1).unwrap().split('$').nth(1).unwrap().to_owned();
        charts.map(of).collect::<Vec<_>>()
    };
    let named = categories();
    assert!(!named.is_empty() && named.iter().all(|column| column == "B"), "{named:?}");
    let long = "Sở A phụ trách địa bàn miền núi, biên giới và hải đảo phía Tây Bắc";
    folder.edit("campaign.yaml", "name: Sở A,", &format!("name: \"{long}\", aliases: [Sở A],"));
    let shortened = categories();
    assert!(shortened.len() == named.len() && shortened.iter().all(|column| ["E", "G"].contains(&column.as_str())), "{shortened:?}");
    let mut report = Opened::new(std::fs::read(folder.path("reports/bao-cao-xep-hang.xlsx")).unwrap());
    let drawn = calamine::Reader::worksheet_range(&mut report.book, "Biểu đồ").unwrap();
    let labels: Vec<String> =
        (0..drawn.height()).filter_map(|row| Some(drawn.get((row, 4))?.to_string())).filter(|words| !words.is_empty()).collect();
    assert_eq!(labels, ["Sở A phụ trách địa bàn miền núi", "Sở B"]);
}

/// Equal units that a tie-break told apart: every paper on places says by what, and none that they share one.
#[test]
fn papers_on_places_say_how_equal_units_were_told_apart() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "set: nho }", "set: nho, tie_breaks: [\"1.1\", \"1.3\"] }");
    // B comes to A's 8.7 points, with less of 1.1.
    folder.edit("forms.yaml", "{ muc: cham }, claimed: \"1\"", "{ muc: kip_thoi }, claimed: \"1.7\"");
    folder.edit("appraisal/tham-dinh.csv", "so-b,2,1,Đạt", "so-b,2,2,Đạt").edit("survey/dieu-tra.csv", "so-b,3,1.7", "so-b,3,2");
    folder.fill();
    let told = "“Sở A”, “Sở B” cùng chỉ số 87,00% ở khối sở; thứ hạng xét theo điểm tiêu chí 1.1.";
    let signed = words(&folder, "Trình ký");
    assert!(signed.contains(told), "{signed}");
    // Who reads it needn't know the numbers by heart; what was not looked at is not named.
    let named = "Trong đó tiêu chí 1.1 là “Ban hành kế hoạch”.";
    assert!(signed.contains(named), "{signed}");
    let of_group = words(&folder, "Xếp hạng – Khối sở");
    assert!(of_group.contains("lần lượt điểm tiêu chí 1.1; điểm tiêu chí 1.3"), "{of_group}");
    assert!(of_group.contains("Trong đó tiêu chí 1.1 là “Ban hành kế hoạch”; tiêu chí 1.3 là “"), "{of_group}");
    assert!(words(&folder, "Cách biệt – Khối sở").contains("bằng chỉ số"));
    let unit = Opened::new(std::fs::read(folder.path("reports/don-vi/so-b.xlsx")).unwrap()).texts("Kết quả").join("|");
    assert!(unit.contains("Về thứ hạng|") && unit.contains("“Sở A”"), "{unit}");
    let report = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap());
    assert!(report.contains(told) && !report.contains("có chỉ số bằng nhau được xếp đồng hạng"), "{report}");
}

/// A result of last year that was not ranked lacked something: what comes of having it now is no progress.
#[test]
fn who_was_not_ranked_last_year_has_no_progress() {
    let folder = Folder::base();
    crate::appraisal::result(&folder);
    let kept = folder.text("reports/result.json").replace("\"year\":2026", "\"year\":2025");
    folder.put("nam-truoc/result.json", &kept);
    let awards = "previous: nam-truoc\nawards: [ { id: tb, name: Tiến bộ, quota: 1, conditions: [ { what: progress, at_least: 0 } ] } ]";
    folder.edit("campaign.yaml", "official: accepted", &format!("official: accepted\n{awards}"));
    let eligible = || {
        let result = crate::appraisal::result(&folder);
        let considered = result["awards"][0]["considered"].as_array().unwrap().clone();
        considered.iter().filter(|one| one["eligible"] == true).map(|one| one["unit"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(eligible(), ["so-a", "so-b"]);
    let unranked =
        kept.replacen("\"status\":\"ranked\",\"sent\":\"read\",\"place\":1", "\"status\":\"unranked\",\"sent\":\"read\",\"place\":null", 1);
    assert_ne!(unranked, kept);
    folder.put("nam-truoc/result.json", unranked);
    assert_eq!(eligible(), ["so-b"]);
    let unit = Opened::new(std::fs::read(folder.path("reports/don-vi/so-a.xlsx")).unwrap()).texts("Kết quả").join("|");
    assert!(unit.contains("năm 2025 không được xếp hạng, không tính là tiến bộ"), "{unit}");
    // Nor does the summary count it among those that rose.
    let summary = words(&folder, "Tóm tắt");
    assert!(summary.contains("0 đơn vị tăng, 0 giảm, 1 không đổi."), "{summary}");
}

/// A line of a table that can't be read is an open error of the unit that it names.
#[test]
fn a_line_that_is_not_read_is_an_error_of_whom_it_names() {
    let folder = Folder::base();
    let awards = "awards: [ { id: co, name: Cờ, quota: 2, conditions: [ { what: open_errors, at_most: 0 } ] } ]";
    folder.edit("campaign.yaml", "official: accepted", &format!("official: accepted\n{awards}"));
    let result = crate::appraisal::result(&folder);
    assert_eq!(result["awards"][0]["chosen"], serde_json::json!(["so-a", "so-b"]));
    let table = folder.text("appraisal/tham-dinh.csv");
    folder.put("appraisal/tham-dinh.csv", format!("{}\nSở A,1.1,3,5,7,9\n", table.trim_end()));
    let result = crate::appraisal::result(&folder);
    let found = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "S075").unwrap();
    assert_eq!(found["unit"], "so-a");
    assert_eq!(result["awards"][0]["chosen"], serde_json::json!(["so-b"]));
    folder.put("appraisal/tham-dinh.csv", format!("{}\nSở Không Có,1.1,3,5,7,9\n", table.trim_end()));
    let result = crate::appraisal::result(&folder);
    let found = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "S075").unwrap();
    assert!(found["unit"].is_null(), "{found}");
    // A quotation mark that is never closed hides what stands behind it, not the unit before it.
    for (line, unit) in [("Sở A,1.1,\"3", serde_json::json!("so-a")), ("\"Sở A,1.1,3", serde_json::Value::Null)] {
        folder.put("appraisal/tham-dinh.csv", format!("{}\n{line}\n", table.trim_end()));
        let result = crate::appraisal::result(&folder);
        let found = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "S076").unwrap();
        assert_eq!(found["unit"], unit, "{line}");
        let chosen = if unit.is_null() { serde_json::json!(["so-a", "so-b"]) } else { serde_json::json!(["so-b"]) };
        assert_eq!(result["awards"][0]["chosen"], chosen, "{line}");
    }
}

/// An error of nobody is said on the papers that propose: it may be anybody's.
#[test]
fn errors_of_nobody_are_said_where_awards_are_proposed() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", "official: accepted\nawards: [ { id: co, name: Cờ, quota: 1 } ]");
    let papers = |folder: &Folder| {
        crate::appraisal::result(folder);
        let read = |file: &str| std::fs::read(folder.path(file)).unwrap();
        let list = Opened::new(read("reports/de-xuat-khen-thuong.xlsx")).texts("Danh sách đề nghị").join("|");
        [list, crate::documents::dump(&read("reports/van-ban/to-trinh-khen-thuong.docx"))]
    };
    // A wrong name in a template of a document changes nobody's result.
    folder.put("mau/thong-bao.txt", "Kết quả {{ten_la}} của {{so_don_vi}} đơn vị.");
    folder.templates();
    for paper in papers(&folder) {
        assert!(!paper.contains("chưa rõ của đơn vị nào"), "{paper}");
    }
    let table = folder.text("appraisal/tham-dinh.csv");
    folder.put("appraisal/tham-dinh.csv", format!("{}\nSở Không Có,2,1,Đạt\n", table.trim_end()));
    for paper in papers(&folder) {
        assert!(
            paper.contains("Còn 1 lỗi chưa rõ của đơn vị nào (A001; xem ket-qua-kiem-tra.xlsx): cần xử lý trước khi quyết định"),
            "{paper}"
        );
    }
}

/// A unit that is scored and not ranked learns where it lost points, and nothing of places.
#[test]
fn a_unit_without_a_place_is_told_where_it_lost_points() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, ranked: false,");
    crate::appraisal::result(&folder);
    let page =
        |unit: &str| Opened::new(std::fs::read(folder.path(&format!("reports/don-vi/{unit}.xlsx"))).unwrap()).texts("Kết quả").join("|");
    let (ranked, unranked) = (page("so-a"), page("so-b"));
    assert!(unranked.contains("Các tiêu chí chưa đạt điểm tối đa và lý do") && unranked.contains("Ban hành kế hoạch"), "{unranked}");
    assert!(ranked.contains("Các tiêu chí chưa đạt điểm tối đa và lý do") && ranked.contains("Số điểm cần thêm để nâng hạng"), "{ranked}");
    assert!(!unranked.contains("Số điểm cần thêm để nâng hạng"), "{unranked}");
}

/// Of a criterion that one unit alone is ranked by, no share of units is said.
#[test]
fn no_share_is_said_of_a_criterion_of_one_unit() {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "id: so-b,", "id: so-b, ranked: false,");
    let summary = words(&folder, "Tóm tắt");
    assert!(summary.contains("; một đơn vị)."), "{summary}");
    assert!(!summary.contains("/1 đơn vị"), "{summary}");
    let report = std::fs::read(folder.path("reports/van-ban/bao-cao-ket-qua.docx")).unwrap();
    let parts = crate::intake::raw::unzip(&report);
    let (_, document) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let document = String::from_utf8_lossy(document);
    assert!(document.contains(": chỉ số ") && !document.contains("/1 đơn vị"), "{document}");
    // The index of one unit is no mean.
    assert!(document.contains("các tiêu chí có chỉ số") && !document.contains(": chỉ số trung bình "), "{document}");
}
