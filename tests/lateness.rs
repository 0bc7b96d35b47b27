//! When things are due and came, and what it costs to be late.

use serde_json::Value;

use crate::appraisal::result;
use crate::folder::Folder;
use crate::form::Opened;

/// Makes the small campaign with a rule for lateness, more keys of units, and a register.
fn campaign(late: &str, unit_a: &str, register: &str) -> Folder {
    let folder = Folder::base();
    folder.edit("campaign.yaml", "official: accepted", &format!("official: accepted\n{late}"));
    folder.edit("campaign.yaml", "name: Sở A,", &format!("name: Sở A,{unit_a}"));
    if !register.is_empty() {
        folder.put("tiep-nhan.csv", format!("Đơn vị;Ngày nhận;Tiêu chí\n{register}"));
    }
    folder
}

/// Gives a unit of a result.
fn unit<'v>(result: &'v Value, id: &str) -> &'v Value {
    result["groups"][0]["units"].as_array().unwrap().iter().find(|unit| unit["id"] == id).unwrap()
}

/// Says points, adjustments and days of unit A, and which codes about lateness were found.
fn stands(folder: &Folder) -> String {
    let result = result(folder);
    let (unit, text) = (unit(&result, "so-a"), |value: &Value| value.as_str().unwrap_or("–").to_owned());
    let mut codes: Vec<String> = result["findings"].as_array().unwrap().iter().map(|one| text(&one["code"])).collect();
    codes.retain(|code| code.starts_with("A07"));
    format!(
        "{} {} {} {} {}",
        text(&unit["points"]),
        text(&unit["stages"]["adjustments"]),
        unit["receipt"]["days_late"],
        text(&unit["receipt"]["points"]),
        codes.join(" ")
    )
}

const POINTS: &str = "late: { effect: points, each_day: 0.25, cap: 1 }";

#[test]
fn lateness_does_what_the_campaign_says() {
    let late = "Sở A;18/01/2027;\nSở B;15/01/2027;\n";
    let on = |late: &str, unit: &str, register: &str| stands(&campaign(late, unit, register));
    // Three days behind the last one; that day itself is in time.
    assert_eq!(on(POINTS, "", late), "7.95 -0.75 3 0.75 A075");
    assert_eq!(on(POINTS, "", "Sở A;15/01/2027;\nSở B;15/01/2027;\n"), "8.70 – 0 – ");
    // Never more than the cap, calendar days and not working days.
    assert_eq!(on(POINTS, "", "Sở A;28/02/2027;\nSở B;15/01/2027;\n"), "7.70 -1.00 44 1.00 A075");
    assert_eq!(on("late: { effect: points, each_day: 0.25 }", "", late), "7.95 -0.75 3 0.75 A075");
    assert_eq!(on("late: { effect: flag }", "", late), "8.70 – 3 – A075");
    assert_eq!(on("late: { effect: none }", "", late), "8.70 – 3 – A075");
    // Without a rule the days are kept and nothing is said.
    assert_eq!(on("", "", late), "8.70 – 3 – ");
}

#[test]
fn a_day_without_a_form_is_told() {
    let days = "Sở A;12/01/2027;\nSở B;12/01/2027;\n";
    let told = |folder: &Folder| {
        let result = result(folder);
        let found = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A094");
        found
            .map(|one| format!("{} {}: {}", one["file"].as_str().unwrap(), one["unit"].as_str().unwrap(), one["message"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    let folder = campaign("", "", days);
    assert_eq!(told(&folder), [""; 0]);
    std::fs::remove_file(folder.path("submissions/so-b.xlsx")).unwrap();
    let said = "“Sở B” có ngày nhận biểu 12/01/2027 nhưng thư mục biểu gửi về không có biểu đọc được của đơn vị này.";
    assert_eq!(told(&folder), [format!("submissions so-b: {said}")]);
    // Nor is a day in the campaign's file passed over; without a day nothing contradicts.
    folder.put("tiep-nhan.csv", "Đơn vị;Ngày nhận;Tiêu chí\nSở A;12/01/2027;\n");
    assert_eq!(told(&folder), [""; 0]);
    folder.edit("campaign.yaml", "name: Sở B,", "name: Sở B, received: 2027-01-12,");
    assert_eq!(told(&folder), [format!("submissions so-b: {said}")]);
}

#[test]
fn a_day_is_never_guessed() {
    let b = "Sở B;15/01/2027;\n";
    let on = |unit: &str, register: &str| stands(&campaign(POINTS, unit, register));
    assert_eq!(on("", b), "8.70 – null – A074");
    assert_eq!(on("", &format!("Sở A;20/13/2027;\n{b}")), "8.70 – null – A074 A072");
    assert_eq!(on("", &format!("Sở A;18/01/2027;\nSTC;18/01/2027;\n{b}")), "7.95 -0.75 3 0.75 A075");
    // A day in the campaign's file is one, too; two that differ are none, two alike are one.
    assert_eq!(on(" received: 2027-01-17,", b), "8.20 -0.50 2 0.50 A075");
    assert_eq!(on(" received: 2027-01-17,", &format!("Sở A;17/01/2027;\n{b}")), "8.20 -0.50 2 0.50 A075");
    assert_eq!(on(" received: 2027-01-17,", &format!("Sở A;18/01/2027;\n{b}")), "8.70 – null – A074 A073");
}

#[test]
fn a_day_far_from_the_last_one_is_asked() {
    let b = "Sở B;15/01/2027;\n";
    let on = |unit: &str, register: &str| stands(&campaign(POINTS, unit, register));
    // The wrong January, before and behind; in the campaign's file as well.
    assert_eq!(on("", &format!("Sở A;15/01/2026;\n{b}")), "8.70 – null – A074 A072");
    assert_eq!(on("", &format!("Sở A;18/01/2028;\n{b}")), "8.70 – null – A074 A072");
    assert_eq!(on(" received: 2026-01-15,", b), "8.70 – null – A072 A074");
    // 180 days are near enough.
    assert_eq!(on("", &format!("Sở A;19/07/2026;\n{b}")), "8.70 – 0 – ");
    assert_eq!(on("", &format!("Sở A;18/07/2026;\n{b}")), "8.70 – null – A074 A072");
    // Nothing due, nothing to be far from.
    let folder = campaign("", "", &format!("Sở A;15/01/2026;\n{b}"));
    folder.edit("campaign.yaml", "deadline: 2027-01-15\n", "");
    assert_eq!(stands(&folder), "8.70 – 0 – ");
}

/// An award that asks for it names the units of which nobody says when their form came: also without a rule for lateness.
#[test]
fn an_award_for_being_in_time_asks_for_a_day() {
    let award = "awards: [ { id: co, name: Cờ thi đua, quota: 2, conditions: [ { what: in_time } ] } ]";
    let on = |deadline: bool, register: &str| {
        let folder = campaign(award, "", register);
        if !deadline {
            folder.edit("campaign.yaml", "deadline: 2027-01-15\n", "");
        }
        let result = result(&folder);
        let award = &result["awards"][0];
        let of_a = award["considered"].as_array().unwrap().iter().find(|one| one["unit"] == "so-a").unwrap().clone();
        let told = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A074").cloned();
        (award["chosen"].clone(), of_a, told.map(|one| one["message"].as_str().unwrap().to_owned()))
    };
    let (_, of_a, told) = on(true, "Sở B;15/01/2027;\n");
    assert_eq!(of_a["eligible"], true);
    let reasons = of_a["reasons"].to_string();
    assert!(reasons.contains("Đạt điều kiện gửi đúng hạn: chưa có ngày nhận, coi như đúng hạn."), "{reasons}");
    let folder = campaign(award, "", "Sở B;15/01/2027;\n");
    result(&folder);
    let request = crate::documents::dump(&std::fs::read(folder.path("reports/van-ban/to-trinh-khen-thuong.docx")).unwrap());
    assert!(request.contains("Chưa có ngày nhận báo cáo tự đánh giá, coi như gửi đúng hạn: Sở A."), "{request}");
    let (_, of_a, _) = on(true, "Sở A;15/01/2027;\nSở B;15/01/2027;\n");
    assert!(of_a["reasons"].to_string().contains("Đạt điều kiện gửi đúng hạn: đúng hạn."), "{of_a}");
    assert_eq!(
        told.unwrap(),
        "Chưa có ngày nhận biểu của “Sở A” nên chưa xét được gửi muộn hay không; tính như gửi đúng hạn, kể cả khi xét “Cờ thi đua”."
    );
    // Late at one criterion is late, whenever the form came; and nothing due is in time.
    let (_, of_a, told) = on(true, "Sở A;18/01/2027;1.2\nSở B;15/01/2027;\n");
    assert!(of_a["reasons"].to_string().contains("Không đạt điều kiện gửi đúng hạn: gửi muộn."), "{of_a}");
    assert_eq!(told, None);
    let (chosen, _, told) = on(false, "");
    assert_eq!((chosen, told), (serde_json::json!(["so-a", "so-b"]), None));
}

#[test]
fn an_hour_beside_the_day_is_left_aside() {
    let on = |day: &str| stands(&campaign(POINTS, "", &format!("Sở A;{day};\nSở B;15/01/2027;\n")));
    for day in [
        "16 giờ 30 ngày 18/01/2027",
        "23h59 18/01/2027",
        "18/01/2027 23:59",
        "18/01/2027, 9g05",
        "lúc 8 giờ 15 phút, ngày 18/01/2027",
        "Ngày 18/01/2027 (16h)",
        "16 giờ ngày 18 tháng 01 năm 2027",
    ] {
        assert_eq!(on(day), "7.95 -0.75 3 0.75 A075", "{day}");
    }
    // Two hours, an hour that is none, words: nobody knows what is meant.
    for day in ["16h đến 17h ngày 18/01/2027", "25h 18/01/2027", "sau 16h", "16h30", "chiều thứ hai"] {
        assert_eq!(on(day), "8.70 – null – A074 A072", "{day}");
    }
}

#[test]
fn lateness_names_the_line_of_the_register() {
    let result = result(&campaign(POINTS, "", "Sở A;18/01/2027;\nSở B;15/01/2027;\n"));
    let late = result["findings"].as_array().unwrap().iter().find(|one| one["code"] == "A075").unwrap();
    assert_eq!((late["file"].as_str(), late["line"].as_u64()), (Some("tiep-nhan.csv"), Some(2)));
}

#[test]
fn extensions_put_the_last_day_off() {
    let register = "Sở A;18/01/2027;\nSở B;15/01/2027;\n";
    let on = |more: &str, unit: &str, register: &str| stands(&campaign(&format!("{POINTS}\n{more}"), unit, register));
    assert_eq!(on("", " deadline: 2027-01-17,", register), "8.45 -0.25 1 0.25 A075");
    assert_eq!(on("extensions: [ { units: [so-a], deadline: 2027-01-18, reason: Công văn 12/SNV } ]", "", register), "8.70 – 0 – ");
    assert_eq!(on("extensions: [ { units: [so-b], deadline: 2027-01-18 } ]", "", register), "7.95 -0.75 3 0.75 A075");
    assert_eq!(on("extensions: [ { deadline: 2027-01-16 } ]", "", register), "8.20 -0.50 2 0.50 A075");
    // What came by itself has the last day of its criterion; days on which several things were late count once.
    let single = format!("{register}Sở A;19/01/2027;1.2\n");
    assert_eq!(on("", "", &single), "7.70 -1.00 3 1.00 A075 A075");
    assert_eq!(on("extensions: [ { criteria: [\"1\"], deadline: 2027-01-31 } ]", "", &single), "7.95 -0.75 3 0.75 A075");
}

#[test]
fn each_day_on_which_anything_was_late_counts_once() {
    let register = |day: &str| format!("Sở A;18/01/2027;\nSở B;15/01/2027;\nSở A;{day}/01/2027;1.2\n");
    let points = POINTS.replace("cap: 1", "cap: 5");
    let folder = |deadline: &str, day: &str| {
        campaign(&format!("{points}\nextensions: [ {{ criteria: [\"1.2\"], deadline: 2027-01-{deadline} }} ]"), "", &register(day))
    };
    // The form is late from the 16th to the 18th: apart, side by side, overlapping, within.
    for (deadline, day, expected) in [
        ("20", "22", "7.45 -1.25 3 1.25 A075 A075"),
        ("18", "20", "7.45 -1.25 3 1.25 A075 A075"),
        ("17", "19", "7.70 -1.00 3 1.00 A075 A075"),
        ("16", "17", "7.95 -0.75 3 0.75 A075 A075"),
        ("20", "20", "7.95 -0.75 3 0.75 A075"),
    ] {
        assert_eq!(stands(&folder(deadline, day)), expected, "{deadline} {day}");
    }
    let folder = folder("20", "22");
    let result = result(&folder);
    let late = result["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "A075");
    let told: Vec<&str> = late.map(|one| one["message"].as_str().unwrap()).collect();
    assert_eq!(
        told,
        [
            "“Sở A” gửi biểu ngày 18/01/2027, hạn 15/01/2027: muộn 3 ngày. Cùng các nội dung muộn khác, đơn vị có 5 ngày muộn, mỗi ngày chỉ tính một lần: trừ 1,25 điểm.",
            "“Sở A” gửi nội dung của tiêu chí “1.2” ngày 22/01/2027, hạn 20/01/2027: muộn 2 ngày."
        ]
    );
    let report = crate::samples::dump(&folder.path("reports/bao-cao-xep-hang.xlsx"));
    assert!(report.contains("Gửi muộn 5 ngày, trừ 1,25 điểm."), "{report}");
}

#[test]
fn a_register_is_read_as_offices_keep_it() {
    let folder = campaign(POINTS, "", "");
    folder.put(
        "tiep-nhan.xlsx",
        crate::folder::drawn(
            "== Sổ tiếp nhận\nSỔ TIẾP NHẬN BÁO CÁO\nSTT | Tên đơn vị | Hạn nộp | Ngày gửi | Ngày nhận | Ghi chú\n1 | SỞ A | 15/01/2027 | 14/01/2027 | 18/01/2027 |\n2 | so-b | 15/01/2027 | 14/01/2027 | 15/01/2027 |\n",
        ),
    );
    assert_eq!(stands(&folder), "7.95 -0.75 3 0.75 A075");
    // Headings in other words; “hạn” stands in “nhận”, and is no word of it.
    std::fs::remove_file(folder.path("tiep-nhan.xlsx")).unwrap();
    for head in [
        "Tên đơn vị;Ngày nhận biểu",
        "Đơn vị;Ngày, tháng nhận",
        "Cơ quan, đơn vị;Ngày nhận hồ sơ",
        "Đơn vị gửi;Ngày đến",
        "ĐƠN VỊ;NGÀY NHẬN (ngày/tháng/năm)",
    ] {
        folder.put("tiep-nhan.csv", format!("{head}\nSở A;18/01/2027\nSở B;15/01/2027\n"));
        assert_eq!(stands(&folder), "7.95 -0.75 3 0.75 A075", "{head}");
    }
    // Another day than that of arrival is not believed to be it.
    for head in ["Ngày nhận dự kiến", "Ngày nhận (nháp)", "Ngày nhận lại", "Ngày nhận kết quả", "Ngày nhận năm 2025"]
    {
        folder.put("tiep-nhan.csv", format!("Đơn vị;{head}\nSở A;18/01/2027\n"));
        assert!(stands(&folder).contains("A071"), "{head}: {}", stands(&folder));
        folder.put("tiep-nhan.csv", format!("Đơn vị;{head};Ngày nhận\nSở A;30/01/2027;18/01/2027\nSở B;;15/01/2027\n"));
        assert_eq!(stands(&folder), "7.95 -0.75 3 0.75 A075", "{head}");
    }
    folder.put("tiep-nhan.csv", "Đơn vị;Hạn nhận\nSở A;18/01/2027\n");
    assert!(stands(&folder).contains("A070"));
}

#[test]
fn lateness_stands_in_every_report() {
    let folder = campaign(POINTS, "", "Sở A;18/01/2027;\nSở B;15/01/2027;\n");
    let said = folder.run("run .");
    assert!(said.out.contains("Gửi muộn: 1 đơn vị (Sở A)."), "{}", said.out);
    let words = |file: &str, sheet: &str| {
        let mut opened = Opened::new(std::fs::read(folder.path(file)).unwrap());
        opened.texts(sheet).join("\n")
    };
    let reminders = words("reports/ket-qua-kiem-tra.xlsx", "Tiến độ, đôn đốc");
    assert!(reminders.contains("18/01/2027\nmuộn 3 ngày"), "{reminders}");
    let group = words("reports/bao-cao-xep-hang.xlsx", "Xếp hạng – Khối sở");
    assert!(group.contains("Gửi muộn 3 ngày, trừ 0,75 điểm."), "{group}");
    let unit = words("reports/don-vi/so-a.xlsx", "Kết quả");
    assert!(unit.contains("18/01/2027 (hạn 15/01/2027)") && unit.contains("Điểm thưởng, trừ (kể cả gửi muộn)"), "{unit}");
    assert!(words("reports/don-vi/so-a.xlsx", "Chi tiết").contains("Điểm trừ: gửi muộn"));
    assert!(folder.run("why . so-a").out.contains("Gửi muộn 3 ngày; trừ 0,75 điểm."));
    assert!(folder.run("why . so-a --lang en").out.contains("Late by 3 days; it costs 0.75 points."));
}
