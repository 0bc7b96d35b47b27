//! `init`: a new campaign folder that runs as it is.

use serde_json::json;

use super::Exit;
use super::args::Init;
use super::terminal::Terminal;
use crate::folder;
use crate::text;

/// Makes the folder and says what to do next.
pub fn run(args: &Init, terminal: Terminal) -> Exit {
    let folder = args.folder.display().to_string();
    match folder::make_campaign(&args.folder, &args.sets) {
        Err(error) => terminal.failed(&error),
        Ok(files) if terminal.json() => {
            terminal.give(&json!({ "folder": folder, "files": files }));
            Exit::Done
        }
        Ok(_) if terminal.quiet => Exit::Done,
        Ok(files) => {
            terminal.say(&text!("Đã tạo thư mục đợt đánh giá “{folder}”:", "Made the campaign folder “{folder}”:"));
            for file in files {
                terminal.say(&text!("  {file}", "  {file}"));
            }
            terminal.remark(&text!(
                "Tiếp theo: mở so-tay-parindex.html bằng trình duyệt, sửa campaign.yaml, rồi chạy “parindex lint {folder}” và “parindex run {folder}”.",
                "Next: open so-tay-parindex.html in a browser, edit campaign.yaml, then “parindex lint {folder}” and “parindex run {folder}”."
            ));
            Exit::Done
        }
    }
}
