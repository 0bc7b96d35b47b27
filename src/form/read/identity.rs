//! What a form says of itself, compared with the set that it is read by.

use crate::criteria::CriteriaSet;
use crate::finding::sheet as code;
use crate::finding::{Finding, Place};
use crate::form::Carried;
use crate::form::layout::{LAYOUT, META, version};
use crate::text;
use crate::text::Text;

/// Compares what the form says of itself with the set; tells whether it was made for this set.
pub fn check(carried: &Carried, set: &CriteriaSet, file: &str, findings: &mut Vec<Finding>) -> bool {
    let say = |findings: &mut Vec<Finding>, code, message| findings.push(Finding::new(code, message).at(Place::file(file)));
    if carried.unit.is_none() || carried.set.is_none() {
        say(
            findings,
            &code::META_MISSING,
            text!(
                "Biểu trong tệp “{file}” mất trang ẩn “{META}” hoặc trang đó không còn đủ thông tin.",
                "The form in “{file}” has lost its hidden sheet “{META}”, or parts of it."
            ),
        );
    }
    if let Some(layout) = carried.layout.as_ref().filter(|layout| *layout != LAYOUT) {
        findings.push(other_layout(layout, file));
    }
    let Some(made_for) = &carried.set else { return true };
    let (id, version) = (&made_for.id, &made_for.version);
    let (set_id, set_version) = (&set.id, &set.version);
    if id != set_id {
        say(
            findings,
            &code::OTHER_SET,
            text!(
                "Biểu lập cho bộ tiêu chí “{id}”, trong khi đơn vị được chấm theo “{set_id}”.",
                "The form was made for the set “{id}”, while the unit is scored by “{set_id}”."
            ),
        );
        return false;
    }
    if version != set_version {
        say(
            findings,
            &code::OTHER_VERSION,
            text!(
                "Biểu lập theo phiên bản “{version}” của bộ tiêu chí “{id}”, hiện dùng phiên bản “{set_version}”.",
                "The form was made for version “{version}” of the set “{id}”; version “{set_version}” is in use."
            ),
        );
    } else if made_for.sha256 != set.sha256 {
        say(
            findings,
            &code::OTHER_VERSION,
            text!(
                "Nội dung bộ tiêu chí “{id}” đã thay đổi sau khi lập biểu, dù vẫn ghi phiên bản “{version}”.",
                "The set “{id}” has changed since the form was made, though it still says version “{version}”."
            ),
        );
    }
    true
}

/// Says that the program that made the form is older or newer, and what that means for what is read.
fn other_layout(layout: &str, file: &str) -> Finding {
    let newer = version(layout) > version(LAYOUT);
    let message = match version(layout) {
        Some(_) if newer => text!(
            "Biểu theo mẫu “{layout}”, mới hơn mẫu “{LAYOUT}” mà chương trình biết; chỉ các ô có trong mẫu “{LAYOUT}” được đọc.",
            "The form has layout “{layout}”, newer than “{LAYOUT}”, which the program knows; only the cells of “{LAYOUT}” are read."
        ),
        Some(_) => text!(
            "Biểu theo mẫu cũ “{layout}”, hiện dùng mẫu “{LAYOUT}”; mọi ô của biểu vẫn được đọc, cột mà mẫu cũ chưa có coi như để trống.",
            "The form has the old layout “{layout}”, today's is “{LAYOUT}”; every cell is read, and columns that the old layout lacks count as blank."
        ),
        None => text!(
            "Biểu theo mẫu “{layout}”, chương trình đang dùng mẫu “{LAYOUT}”; chỉ các ô có trong mẫu “{LAYOUT}” được đọc.",
            "The form has layout “{layout}”; the program uses “{LAYOUT}”, and reads only the cells of that."
        ),
    };
    let finding = Finding::new(&code::OTHER_LAYOUT, message).at(Place::file(file));
    if newer {
        return finding.help(Text::new(
            "Cập nhật chương trình lên phiên bản mới rồi kiểm tra lại biểu này.",
            "Update the program, then check the form again.",
        ));
    }
    finding
}
