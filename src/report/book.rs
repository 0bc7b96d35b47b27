//! A workbook of reports: legal names of sheets, and properties that do not depend on the clock.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::ReportError;
use crate::assessment::Campaign;

/// Workbook that is being filled.
pub struct Book {
    workbook: Workbook,
    names: Vec<String>,
}

/// Longest name of a sheet that Excel allows.
const LONGEST_NAME: usize = 31;

impl Book {
    /// Begins a workbook.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn new(title: &str, campaign: &Campaign) -> Result<Self, ReportError> {
        let mut workbook = Workbook::new();
        // The same results must give the same bytes: the day comes from the campaign, never from the clock.
        let made = campaign.deadline.or(campaign.period.to).and_then(|day| {
            ExcelDateTime::from_ymd(day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?).ok()
        });
        let made = made.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
        let mut properties = DocProperties::new().set_title(cut(title, 200)).set_creation_datetime(&made);
        if let Some(office) = &campaign.office {
            properties = properties.set_company(cut(&office.replace('\n', " – "), 200));
        }
        if let Some(notice) = &campaign.notice {
            properties = properties.set_status(cut(notice, 200));
        }
        workbook.set_properties(&properties);
        Ok(Self { workbook, names: Vec::new() })
    }

    /// Adds a sheet, under the nearest name that Excel allows and that is not taken.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn add(&mut self, name: &str) -> Result<&mut Worksheet, ReportError> {
        let legal: String = name.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
        let legal = legal.split_whitespace().collect::<Vec<_>>().join(" ");
        let legal = if legal.is_empty() { "Trang".to_owned() } else { legal };
        let free = (1..).map(|n: usize| if n == 1 { String::new() } else { format!(" ({n})") }).find_map(|mark| {
            let named = format!("{}{mark}", cut(&legal, LONGEST_NAME - mark.len()).trim_end());
            let folded = named.to_lowercase();
            (!self.names.contains(&folded)).then_some((named, folded))
        });
        let (named, folded) = free.unwrap_or_default();
        self.names.push(folded);
        Ok(self.workbook.add_worksheet().set_name(named)?)
    }

    /// Gives the bytes.
    ///
    /// # Errors
    /// Where the writer of workbooks refuses.
    pub fn bytes(mut self) -> Result<Vec<u8>, ReportError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// Cuts a text to so many units of Excel's.
fn cut(text: &str, most: usize) -> String {
    let mut length = 0;
    text.chars()
        .take_while(|letter| {
            length += letter.len_utf16();
            length <= most
        })
        .collect()
}
