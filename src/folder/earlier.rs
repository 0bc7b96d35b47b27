//! Earlier results in the campaign's folder.

use std::io::ErrorKind;
use std::path::Path;

use super::failure::reason;
use super::listing::leads_out;
use super::load::at_most;
use super::manifest::{Input, Stamp};
use crate::campaign::{self, Earlier, EarlierFolder, Plan};
use crate::finding::Checked;
use crate::record;
use crate::text::{Text, Words};

/// What a run came to.
const RESULT: &str = "result.json";

/// Reads the earlier results that a campaign names. What was read joins the inputs.
pub fn read(folder: &Path, plan: &Plan, inputs: &mut Vec<Input>) -> Checked<Earlier> {
    let mut findings = Vec::new();
    let mut read = Vec::new();
    for named in &plan.earlier {
        match load(folder, named) {
            Ok((file, bytes)) => {
                inputs.push(Input { file: file.clone(), stamp: Stamp::of(&bytes) });
                let record = record::read(&bytes, &file).collect(&mut findings);
                read.extend(record.map(|record| (named, file, record)));
            }
            Err(why) => findings.push(campaign::unusable(named, why)),
        }
    }
    let earlier = campaign::earlier(plan, read).collect(&mut findings);
    Checked { value: earlier, findings }
}

/// Loads a result; gives its path in the campaign's folder, too.
fn load(folder: &Path, named: &EarlierFolder) -> Result<(String, Vec<u8>), Text> {
    let below = named.folder.trim_end_matches('/');
    let file = if below.to_lowercase().ends_with(".json") { below.to_owned() } else { format!("{below}/{RESULT}") };
    let path = folder.join(&file);
    if leads_out(&path, folder) {
        return Err(Text::new("đó là liên kết ra ngoài thư mục đợt đánh giá", "it is a link out of the campaign folder"));
    }
    match at_most(&path, record::LARGEST_FILE as u64) {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(Text::new(format!("không có tệp “{file}”"), format!("there is no file “{file}”")))
        }
        Err(error) => {
            let Words { vi, en } = reason(&error);
            Err(Text::new(format!("không đọc được “{file}”, {vi}"), format!("“{file}” can't be read, {en}")))
        }
    }
}
