//! `init`: a new campaign folder that runs as it is.

use serde_json::json;

use super::Exit;
use super::args::Init;
use super::terminal::Terminal;
use crate::folder::{self, Made};
use crate::text;

/// Makes the folder and says what to do next.
pub fn run(args: &Init, terminal: Terminal) -> Exit {
    let folder = args.folder.display().to_string();
    match folder::make_campaign(&args.folder, &args.sets) {
        Err(error) => terminal.failed(&error),
        Ok(made) if terminal.json() => {
            terminal.give(&json!({ "folder": folder, "files": made.files }));
            Exit::Done
        }
        Ok(_) if terminal.quiet => Exit::Done,
        Ok(Made { year, files }) => {
            terminal.say(&text!("Đã tạo thư mục đợt đánh giá “{folder}”:", "Made the campaign folder “{folder}”:"));
            for file in files {
                terminal.say(&text!("  {file}", "  {file}"));
            }
            terminal.remark(&text!(
                "Đợt này của năm {year}, theo bộ tiêu chí; đợt của năm khác thì xem mục 1 của so-tay-parindex.html.\nTiếp theo: mở so-tay-parindex.html bằng trình duyệt, sửa campaign.yaml, chạy “parindex lint {folder}”, rồi tạo biểu: “parindex template {folder} --out bieu-trong”.",
                "This campaign is of {year}, as its sets are; for another year see section 1 of so-tay-parindex.html.\nNext: open so-tay-parindex.html in a browser, edit campaign.yaml, run “parindex lint {folder}”, then make the forms: “parindex template {folder} --out bieu-trong”."
            ));
            Exit::Done
        }
    }
}
