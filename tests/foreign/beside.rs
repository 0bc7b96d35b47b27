//! Two tables side by side on one sheet: each is one of its own, and none is read half with the other.

use super::thu::{Said, checked, form};

/// Lists the lines of a form from its heading on, and those above it.
fn lines(form: &str) -> (Vec<String>, Vec<String>) {
    let all: Vec<String> = form.lines().map(str::to_owned).collect();
    let head = all.iter().position(|line| line.starts_with("STT")).unwrap();
    (all[..head].to_vec(), all[head..].to_vec())
}

/// Gives the cells of a line.
fn split(line: &str) -> Vec<String> {
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Draws two forms side by side, the right one so many rows lower, with columns left free between them.
fn beside(left: &str, right: &str, lower: usize, gap: usize) -> String {
    let ((above, left), (_, right)) = (lines(left), lines(right));
    let wide = 6;
    let rows = left.len().max(right.len() + lower);
    let mut drawn = above;
    for at in 0..rows {
        let mut cells: Vec<String> = left.get(at).map_or_else(Vec::new, |line| split(line));
        cells.resize(wide + gap, String::new());
        if let Some(line) = at.checked_sub(lower).and_then(|at| right.get(at)) {
            cells.extend(split(line));
        }
        drawn.push(cells.join(" | "));
    }
    drawn.join("\n") + "\n"
}

/// Gives what is read of the leaves that units score.
fn read(said: &Said) -> Vec<String> {
    ["1.1", "1.2", "1.3", "2.1", "2.2"].iter().map(|id| format!("{:?} {:?}", said.claim(id), said.documents(id))).collect()
}

/// Gives the lines of a form but for those of an area.
fn without(form: &str, area: &str) -> String {
    let (above, rows) = lines(form);
    let mut inside = false;
    let kept = rows.into_iter().filter(|line| {
        let begins = line.starts_with("'1 |") || line.starts_with("'2 |");
        if begins {
            inside = line.starts_with(&format!("'{area} |"));
        }
        !inside
    });
    above.into_iter().chain(kept).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_of_two_tables_side_by_side_is_read_by_itself() {
    let whole = form(&["Điểm tự chấm"]);
    let plain = checked(&whole);
    assert_eq!(plain.found, [""; 0], "the control");
    for (lower, gap) in [(0, 2), (0, 0), (2, 1), (1, 0)] {
        // Two copies that say the same, and one area beside the other.
        let twice = checked(&beside(&whole, &whole, lower, gap));
        assert_eq!((read(&twice), twice.worth()), (read(&plain), plain.worth()), "copies, {lower} {gap}: {:?}", twice.json["findings"]);
        assert!(!twice.found.iter().any(|one| one.ends_with("error")), "{lower} {gap}: {:?}", twice.found);
        let parts = checked(&beside(&without(&whole, "2"), &without(&whole, "1"), lower, gap));
        assert_eq!((read(&parts), parts.worth()), (read(&plain), plain.worth()), "areas, {lower} {gap}: {:?}", parts.json["findings"]);
        assert_eq!(parts.found, [""; 0], "{lower} {gap}");
        // What differs is asked, with both places, and the rest stands.
        let other = whole.replace("| 2 | | 1.5 |", "| 2 | | 2 |");
        assert_ne!(whole, other);
        let said = checked(&beside(&whole, &other, lower, gap));
        assert_eq!(said.claim("1.3"), None, "{lower} {gap}: {:?}", said.found);
        assert_eq!((said.claim("1.2"), said.input("1.2", "xong")), (plain.claim("1.2"), plain.input("1.2", "xong")), "{lower} {gap}");
        let asked = said.of("S097");
        assert!(asked.iter().any(|one| one.contains("!A4") && one.contains("1.3")), "{lower} {gap}: {:?}", said.json["findings"]);
    }
}

#[test]
fn of_tables_side_by_side_one_is_chosen_for_a_reason_alone() {
    let whole = form(&["Điểm tự chấm"]);
    let other = whole.replace("| 2 | | 1.5 |", "| 2 | | 2 |");
    for (left, right, claim) in [
        ("Điểm tự chấm năm 2025", "Điểm tự chấm năm 2026", Some("2")),
        ("Điểm tự chấm năm 2026", "Điểm tự chấm năm 2025", Some("1.5")),
        ("Điểm tự chấm", "Điểm tự chấm", None),
    ] {
        let (left, right) = (whole.replace("Điểm tự chấm", left), other.replace("Điểm tự chấm", right));
        for gap in [0, 2] {
            let said = checked(&beside(&left, &right, 0, gap));
            assert_eq!(said.claim("1.3").as_deref(), claim, "{left}: {:?}", said.json["findings"]);
        }
    }
    // Controls: what stands beside is no second form.
    for beside_it in ["STT | Tên tài liệu | Số, ký hiệu", "STT | Lĩnh vực | Ghi chú", "Điểm thẩm định | Ghi chú"] {
        let drawn = whole.replace("| TLKC\n", &format!("| TLKC | {beside_it}\n"));
        let said = checked(&drawn);
        assert_eq!((said.claim("1.3").as_deref(), said.documents("1.1")), (Some("1.5"), 1), "{beside_it}: {:?}", said.found);
    }
}
