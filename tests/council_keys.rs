//! Workbooks of the council whose hidden keys, rows, columns and labels were changed after they left the program: nothing
//! typed in them is lost without a word, and no half of a statement counts.

use crate::appraisal::{campaign, result, stands};
use crate::folder::Folder;
use crate::intake::hand::{Act, by_hand};

/// What stands where nothing of a workbook counts.
const NOTHING: &str = "3.20 4.00 2.00 = 9.20 | 3.60 2.00 0.00 = 5.10";

/// Figures and a reason for one leaf, points and a reason for another.
const TYPED: &str = "
- put: { sheet: appraisal, at: \"input:so-a/1/dung_han corrected\", number: \"60\" }
- put: { sheet: appraisal, at: \"input:so-a/1/giai_quyet corrected\", number: \"90\" }
- put: { sheet: appraisal, at: \"leaf:so-a/1 reason\", text: Báo cáo ghi khác }
- put: { sheet: appraisal, at: \"leaf:so-a/3 points\", number: \"1\" }
- put: { sheet: appraisal, at: \"leaf:so-a/3 reason\", text: Chưa công khai đủ }
";
/// What it comes to.
const WHOLE: &str = "2.67 4.00 1.00 = 7.67 | 3.60 2.00 0.00 = 5.10";
/// What it comes to without the figures.
const POINTS: &str = "3.20 4.00 1.00 = 8.20 | 3.60 2.00 0.00 = 5.10";
/// What it comes to without the points.
const FIGURES: &str = "2.67 4.00 2.00 = 8.67 | 3.60 2.00 0.00 = 5.10";

/// Does things to a filled workbook. Gives what stands then, and what was found in it.
fn touched(hand: &str) -> (String, Vec<String>) {
    let folder = campaign();
    let acts: Vec<Act> = serde_saphyr::from_str(&format!("{TYPED}{hand}")).unwrap();
    folder.appraised("appraisal/phieu.xlsx", 1, &acts);
    told(&folder)
}

/// Gives what stands, and what was found in the council's files.
pub fn told(folder: &Folder) -> (String, Vec<String>) {
    let run = result(folder);
    let of_council = |one: &&serde_json::Value| one["file"].as_str().is_some_and(|file| file.starts_with("appraisal/"));
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or("–").to_owned();
    let found = run["findings"].as_array().unwrap().iter().filter(of_council).map(|one| {
        let (code, cell, unit, leaf) = (text(one, "code"), text(one, "cell"), text(one, "unit"), text(one, "criterion"));
        format!("{code} {cell} {unit} {leaf}: {}", text(one, "message"))
    });
    (stands(&run).split(" A0").next().unwrap().to_owned(), found.collect())
}

#[track_caller]
fn hold(hand: &str, expected: &str, found: &[&str]) {
    let (stands, told) = touched(hand);
    assert_eq!((stands.as_str(), told), (expected, found.iter().map(|one| (*one).to_owned()).collect()), "{hand}");
}

#[test]
fn untouched_keys_count_wherever_rows_and_columns_went() {
    hold("", WHOLE, &[]);
    hold("- delete_column: { sheet: appraisal, at: looked }\n", WHOLE, &[]);
    hold("- copy_column_before: { sheet: appraisal, at: points }\n", WHOLE, &[]);
}

#[test]
fn a_cleared_key_takes_the_whole_leaf_along() {
    hold(
        "- put: { sheet: appraisal, at: \"input:so-a/1/dung_han\", text: \"\" }\n",
        POINTS,
        &[
            "A054 M11 so-a 1: Ô mã ẩn A11 của dòng ghi “60” đã bị xóa hoặc sửa; điểm và số liệu thẩm định tiêu chí 1 của “Sở A” chưa được tính.",
        ],
    );
    hold(
        "- put: { sheet: appraisal, at: \"leaf:so-a/3\", text: \"x\" }\n",
        FIGURES,
        &[
            "A054 N22 so-a 3: Ô mã ẩn A22 của dòng ghi “1” đã bị xóa hoặc sửa; điểm và số liệu thẩm định tiêu chí 3 của “Sở A” chưa được tính.",
        ],
    );
    // A line in which nothing was typed has nothing to lose.
    hold("- put: { sheet: appraisal, at: \"leaf:so-b/3\", text: \"\" }\n", WHOLE, &[]);
}

#[test]
fn rows_that_show_another_figure_than_their_key_count_nothing() {
    // Labels swapped as a sort of what is seen swaps them; the hidden keys stay.
    hold(
        "- put: { sheet: appraisal, at: \"input:so-a/1/dung_han content\", text: Số hồ sơ đã giải quyết }\n- put: { sheet: appraisal, at: \"input:so-a/1/giai_quyet content\", text: Số hồ sơ đúng hạn }\n",
        POINTS,
        &[
            "A055 D11 so-a 1: Dòng “Số hồ sơ đúng hạn” của tiêu chí 1, “Sở A” nay ghi “Số hồ sơ đã giải quyết”; không rõ số nào của dòng nào nên tiêu chí này chưa được tính.",
            "A055 D12 so-a 1: Dòng “Số hồ sơ đã giải quyết” của tiêu chí 1, “Sở A” nay ghi “Số hồ sơ đúng hạn”; không rõ số nào của dòng nào nên tiêu chí này chưa được tính.",
        ],
    );
    // Where nothing was typed, nothing is refused.
    hold(
        "- put: { sheet: appraisal, at: \"input:so-b/1/dung_han content\", text: Ghi đè }\n",
        WHOLE,
        &[
            "A091 D14 so-b 1: Cột “Tiêu chí, số liệu” ở dòng “Ghi đè” của tiêu chí 1, “Sở B” nay ghi “Ghi đè”, không phải nội dung phiếu đã in hoặc tự tính; không được đọc.",
        ],
    );
    // Of a set that was changed since, labels may differ, which is told; those of another row may not.
    let other = "- put: { sheet: meta, at: \"set:nho\", text: \"1 0\" }\n";
    let changed = "- put: { sheet: appraisal, at: \"input:so-a/1/dung_han content\", text: Hồ sơ đúng hạn (bản cũ) }\n";
    let (points, found) = touched(&format!("{other}{changed}"));
    assert_eq!((points.as_str(), found.len()), (WHOLE, 2), "{found:#?}");
    let moved = "- put: { sheet: appraisal, at: \"input:so-a/1/dung_han content\", text: Số hồ sơ đã giải quyết }\n";
    let (points, found) = touched(&format!("{other}{moved}"));
    assert_eq!((points.as_str(), found.len()), (POINTS, 2), "{found:#?}");
}

#[test]
fn rows_and_columns_that_are_gone_take_what_they_belong_to_along() {
    hold(
        "- delete_row: { sheet: appraisal, at: \"input:so-a/1/giai_quyet\" }\n",
        POINTS,
        &[
            "A055 D10 so-a 1: Dòng “Số hồ sơ đã giải quyết” của tiêu chí 1, “Sở A” không còn trong phiếu, nên không biết ở đó đã ghi gì; tiêu chí này chưa được tính.",
        ],
    );
    hold(
        "- delete_row: { sheet: appraisal, at: \"leaf:so-a/1\" }\n",
        POINTS,
        &[
            "A055 D10 so-a 1: Dòng “Hồ sơ đúng hạn” của tiêu chí 1, “Sở A” không còn trong phiếu, nên không biết ở đó đã ghi gì; tiêu chí này chưa được tính.",
        ],
    );
    hold(
        "- delete_column: { sheet: appraisal, at: applies }\n",
        NOTHING,
        &[
            "A054 – – –: Phiếu thẩm định không còn cột “Áp dụng”, nên không biết ở đó đã ghi gì; 2 dòng tiêu chí đã ghi ở các cột khác chưa được tính.",
        ],
    );
}

#[test]
fn a_column_without_its_key_or_with_a_second_one_is_told() {
    hold(
        "- put: { sheet: appraisal, at: \"parindex:keys points\", text: \"\" }\n",
        FIGURES,
        &[
            "A054 N22 – –: Ô mã ẩn N7 của cột “Điểm thẩm định” đã bị xóa hoặc sửa; điểm và số liệu thẩm định của 1 dòng tiêu chí có ghi ở cột này, từ ô nêu trên trở xuống, chưa được tính.",
        ],
    );
    hold(
        "- put: { sheet: appraisal, at: \"parindex:keys corrected\", text: xong }\n",
        POINTS,
        &[
            "A054 M11 – –: Ô mã ẩn M7 của cột “Số liệu thẩm định” đã bị xóa hoặc sửa; điểm và số liệu thẩm định của 1 dòng tiêu chí có ghi ở cột này, từ ô nêu trên trở xuống, chưa được tính.",
        ],
    );
    // A copy that says the same does no harm; one that says otherwise is asked.
    let copy = "- copy_column_to_end: { sheet: appraisal, at: points }\n";
    hold(copy, WHOLE, &[]);
    hold(
        &format!("{copy}- put: {{ sheet: appraisal, at: X22, number: \"2\" }}\n"),
        FIGURES,
        &[
            "A054 X22 – –: Các cột N, X cùng là cột “Điểm thẩm định” mà ghi khác nhau; không rõ cột nào được dùng nên 1 dòng tiêu chí có ghi khác nhau, từ ô nêu trên trở xuống, chưa được tính.",
        ],
    );
}

#[test]
fn content_in_a_cell_that_is_none_to_fill_in_is_told() {
    let put = |at: &str, typed: &str| {
        let kind = if typed.parse::<f64>().is_ok() { "number" } else { "text" };
        format!("- put: {{ sheet: appraisal, at: \"{at}\", {kind}: \"{typed}\" }}\n")
    };
    // Points on the line of a figure, a figure on that of its leaf, a result typed over: the leaf is asked.
    hold(
        &put("input:so-b/3/cong_khai points", "2"),
        WHOLE,
        &[
            "A066 N25 so-b 3: Cột “Điểm thẩm định” của dòng “Đã công khai” ghi “2”, nhưng dòng này không có ô để ghi ở cột đó; thẩm định tiêu chí 3 của “Sở B” chưa được tính.",
        ],
    );
    hold(
        &put("leaf:so-a/1 corrected", "3"),
        POINTS,
        &[
            "A066 M10 so-a 1: Cột “Số liệu thẩm định” của dòng “Hồ sơ đúng hạn” ghi “3”, nhưng dòng này không có ô để ghi ở cột đó; thẩm định tiêu chí 1 của “Sở A” chưa được tính.",
        ],
    );
    hold(
        &put("leaf:so-b/1 result", "2"),
        WHOLE,
        &[
            "A066 R13 so-b 1: Cột “Điểm sau thẩm định” của dòng “Hồ sơ đúng hạn” ghi “2”, nhưng dòng này không có ô để ghi ở cột đó; thẩm định tiêu chí 1 của “Sở B” chưa được tính.",
        ],
    );
    hold(&put("N9", "3"), WHOLE, &["S104 N9 – –: Ô N9 chứa “3” nhưng bị ô gộp che nên không ai thấy: không được đọc, coi như để trống."]);
    // Beside the table, below it, in cells that nobody fills in: once, with their number.
    hold(
        &(put("Y10", "2.5") + &put("D40", "Xem lại với phòng TCHC")),
        WHOLE,
        &["A067 Y10 – –: Ô này ghi “2,5” nhưng không phải ô để ghi của phiếu, nên không được đọc; số ô như vậy: 2."],
    );
}

#[test]
fn a_copy_of_the_sheet_that_differs_is_told() {
    let copy = "- copy_sheet: { sheet: appraisal, name: Thẩm định (2) }\n";
    hold(copy, WHOLE, &[]);
    let after = "- put: { sheet: appraisal, at: \"leaf:so-a/3 points\", number: \"1.5\" }\n";
    hold(
        &format!("{copy}{after}"),
        "2.67 4.00 1.50 = 8.17 | 3.60 2.00 0.00 = 5.10",
        &[
            "A065 N22 – –: Trang “Thẩm định (2)” là bản chép của trang “Thẩm định”, ở đây ghi “1” mà trang “Thẩm định” không ghi như vậy; chỉ trang “Thẩm định” được đọc.",
        ],
    );
}

#[test]
fn a_workbook_of_another_layout_or_agency_is_not_read() {
    hold(
        "- put: { sheet: meta, at: layout, text: parindex-appraisal/9 }\n",
        NOTHING,
        &[
            "A063 – – –: Phiếu có bố cục “parindex-appraisal/9”; phiên bản chương trình này chỉ đọc bố cục “parindex-appraisal/1”; chưa đọc.",
        ],
    );
    let folder = campaign();
    folder.put(
        "campaign.yaml",
        folder.text("campaign.yaml")
            + "office: Sở Nội vụ\nagencies: [ { id: stp, name: Sở Tư pháp, criteria: [\"3\"] }, { id: snv, name: SỞ NỘI VỤ, criteria: [\"2\"] } ]\n",
    );
    let said = folder.run("appraise . --by snv --out phieu");
    assert!(said.code == 0 && folder.path("phieu/tham-dinh-lan-1.xlsx").exists(), "{}{}", said.out, said.err);
    // The office has every criterion that nobody else was given; typed by hand it may say the others', too.
    let empty = std::fs::read(folder.path("phieu/tham-dinh-lan-1.xlsx")).unwrap();
    let typed = "- put: { sheet: appraisal, at: \"leaf:so-a/1 points\", number: \"3\" }\n- put: { sheet: appraisal, at: \"leaf:so-a/1 reason\", text: x }\n";
    let book = |hand: &str| by_hand(&empty, &serde_saphyr::from_str::<Vec<Act>>(&format!("{typed}{hand}")).unwrap());
    folder.put("appraisal/phieu.xlsx", book(""));
    assert_eq!(told(&folder), ("3.00 4.00 2.00 = 9.00 | 3.60 2.00 0.00 = 5.10".to_owned(), Vec::new()));
    for (by, name) in [("stp", "Sở Tư pháp"), ("xyz", "Sở Xây dựng")] {
        let hand = format!("- put: {{ sheet: meta, at: by, text: \"{by}\" }}\n- put: {{ sheet: meta, at: by_name, text: \"{name}\" }}\n");
        folder.put("appraisal/phieu.xlsx", book(&hand));
        let found = format!("A064 N10 – 1: Phiếu của “{name}” có nội dung ghi cho tiêu chí 1, do “Sở Nội vụ” thẩm định; chưa được tính.");
        assert_eq!(told(&folder), (NOTHING.to_owned(), vec![found]), "{by}");
    }
    // An agency that goes by another id now is known by its name.
    let renamed = "- put: { sheet: meta, at: by, text: so-noi-vu }\n- put: { sheet: meta, at: by_name, text: Sở Tư pháp }\n";
    let of_stp = renamed.replace("so-noi-vu", "so-tp");
    let hand = format!(
        "{of_stp}- put: {{ sheet: appraisal, at: \"leaf:so-a/1 points\", text: \"\" }}\n- put: {{ sheet: appraisal, at: \"leaf:so-a/1 reason\", text: \"\" }}\n"
    );
    folder.put("appraisal/phieu.xlsx", book(&hand));
    let known = "A093 – – –: Phiếu ghi mã cơ quan thẩm định “so-tp”, đợt đánh giá không có mã này; theo tên “Sở Tư pháp” thì được đọc là phiếu của “stp”.";
    assert_eq!(told(&folder), (NOTHING.to_owned(), vec![known.to_owned()]));
}

/// Puts something else over the heading of a column.
fn headed(column: &str, heading: &str) -> String {
    format!("- put: {{ sheet: appraisal, at: \"parindex:keys+1 {column}\", text: \"{heading}\" }}\n")
}

#[test]
fn headings_that_say_something_else_take_what_stands_below() {
    for heading in ["Điểm dự kiến", "Điểm thẩm định năm 2024", "Điểm trừ"] {
        let (points, found) = touched(&headed("points", heading));
        assert_eq!((points.as_str(), found.len()), (FIGURES, 1), "{heading}: {found:#?}");
        assert_eq!(
            found,
            [format!(
                "A077 N8 – –: Tên cột N ghi “{heading}”, trong khi phiếu in “Điểm thẩm định”; 1 dòng tiêu chí có ghi ở cột này chưa được tính."
            )]
        );
    }
    let (points, found) = touched(&headed("corrected", "Số liệu năm trước"));
    assert_eq!((points.as_str(), found.len()), (POINTS, 1), "{found:#?}");
    let applies = "- put: { sheet: appraisal, at: \"leaf:so-b/1 applies\", text: Không }\n- put: { sheet: appraisal, at: \"leaf:so-b/1 reason\", text: Không phát sinh }\n";
    let (_, found) = touched(&format!("{applies}{}", headed("applies", "Không áp dụng")));
    assert_eq!(found.iter().filter(|one| one.starts_with("A077")).count(), 1, "{found:#?}");
}

#[test]
fn headings_typed_again_as_they_were_count() {
    for heading in ["ĐIỂM THẨM ĐỊNH", "Điểm thẩm định:", "Appraised points"] {
        hold(&headed("points", heading), WHOLE, &[]);
    }
    // Whatever the reasons are called, they are reasons; below a changed heading without content nothing is lost.
    hold(&headed("reason", "Ý kiến của Hội đồng"), WHOLE, &[]);
    hold(&headed("applies", "Không áp dụng"), WHOLE, &[]);
}

#[test]
fn titles_of_another_round_year_or_a_draft_count_nothing() {
    // The title stands above the table, in the first column that is seen.
    let titled = |title: &str| format!("- put: {{ sheet: appraisal, at: B3, text: \"{title}\" }}\n");
    for (title, why) in [
        ("PHIẾU THẨM ĐỊNH LẦN 2", "là của lần thẩm định khác"),
        ("PHIẾU THẨM ĐỊNH NĂM 2024", "là của năm khác"),
        ("DỰ THẢO PHIẾU THẨM ĐỊNH", "chưa hoặc không còn là kết quả chính thức"),
        ("PHIẾU THẨM ĐỊNH 6 THÁNG ĐẦU NĂM", "chỉ của một phần năm"),
    ] {
        let (points, found) = touched(&titled(title));
        let told = format!("A090 B3 – –: Phiếu lập cho thẩm định lần 1 năm 2026 nay ghi “{title}”, cho biết bảng {why}; chưa đọc.");
        assert_eq!((points.as_str(), found), (NOTHING, vec![told]));
    }
    for title in ["Phiếu thẩm định lần 1 năm 2026", "KẾT QUẢ THẨM ĐỊNH", "PHIẾU THẨM ĐỊNH CỦA SỞ NỘI VỤ", ""]
    {
        hold(&titled(title), WHOLE, &[]);
    }
    // Sheets may be called otherwise.
    let called = |name: &str| format!("- copy_sheet: {{ sheet: appraisal, name: {name} }}\n- delete_sheet: {{ sheet: appraisal }}\n");
    hold(&called("Đã thẩm định"), WHOLE, &[]);
    let (points, found) = touched(&called("Thẩm định lần 2"));
    assert_eq!((points.as_str(), found.len()), (NOTHING, 1), "{found:#?}");
}
