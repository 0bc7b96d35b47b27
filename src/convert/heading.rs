//! What stands above a table: the title, and the decision that issued it.

use jiff::civil::Date;

use crate::text::fold::{bare, tidy};
use crate::typed::value::day::{Reading, read};

use super::rows::CellWords;
use super::slug::slug;

/// What the words above a table say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Title of the table.
    pub title: Option<String>,
    /// Number and symbol of the decision: `1880/QĐ-UBND`.
    pub document: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
}

impl Heading {
    /// Reads the words above a table.
    pub fn of(above: &[CellWords]) -> Self {
        let mut heading = Self::default();
        let names = |said: &&CellWords| {
            let plain = bare(&said.text);
            plain.contains("quyet dinh") && plain.contains("/q") && !plain.trim_start_matches(['-', ' ']).starts_with("can cu")
        };
        // "Kèm theo Quyết định số …" says whose table it is; other decisions are named among the grounds.
        let attached = above.iter().filter(names).find(|said| bare(&said.text).contains("kem theo"));
        let decision = attached.or_else(|| above.iter().find(names));
        if let Some(said) = decision {
            heading.decision(&said.text);
        }
        for said in above {
            let plain = bare(&said.text);
            if decision.is_some_and(|decision| decision == said) {
                continue;
            }
            if heading.title.is_none() && ["tieu chi", "chi so", "bang diem", "thang diem"].iter().any(|word| plain.contains(word)) {
                heading.title = Some(said.text.clone());
            }
        }
        heading
    }

    /// Reads `(Ban hành kèm theo Quyết định số 1880/QĐ-UBND ngày 10/12/2013 của UBND tỉnh Cà Mau)`.
    fn decision(&mut self, words: &str) {
        let words = tidy(words);
        let list: Vec<&str> = words.split(' ').collect();
        let number = list.iter().position(|word| bare(word).contains("/q"));
        let Some(at) = number else { return };
        self.document = list.get(at).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        let rest = list.get(at + 1..).unwrap_or_default();
        let of = rest.iter().position(|word| bare(word) == "cua").unwrap_or(rest.len());
        let day = rest.get(..of).unwrap_or_default().join(" ");
        if let Reading::Day(date) = read(day.trim_matches([',', '.', ' ', ')'])) {
            self.date = Some(date);
        }
        let issuer = rest.get(of + 1..).unwrap_or_default().join(" ");
        let issuer = issuer.split([')', ';']).next().unwrap_or_default().trim_matches([' ', ',', '.']);
        self.issuer = Some(issuer.to_owned()).filter(|issuer| !issuer.is_empty());
    }

    /// Makes the id of a set: `ca-mau-1880-2013`, or after the name of the file.
    pub fn id(&self, file: &str) -> String {
        let issuer = self.issuer.as_deref().map(bare).unwrap_or_default();
        let place =
            ["tinh ", "thanh pho ", "tp. ", "tp "].iter().find_map(|word| issuer.rsplit_once(word).map(|(_, place)| place.to_owned()));
        let number = self.document.as_deref().and_then(|document| document.split('/').next()).map(str::to_owned);
        let year = self.date.map(|date| date.year().to_string());
        let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let words = match number {
            Some(number) => [place, Some(number), year].into_iter().flatten().collect::<Vec<_>>().join(" "),
            None => stem.to_owned(),
        };
        let made = slug(&words, '-');
        if made.is_empty() { "bo-tieu-chi".into() } else { made }
    }
}
