//! Evidence and explanation in the rows of a form.

use super::RowReader;
use crate::assessment::{Evidence, EvidenceDate, EvidenceField};
use crate::figure::CriterionId;
use crate::finding::sheet as code;
use crate::finding::{CellAddress, CellPlace};
use crate::form::read::documents as ours;
use crate::form::read::keyed::Keyed;
use crate::intake::foreign::choice::asks_for_documents;
use crate::intake::foreign::documents::in_row;
use crate::intake::heading::Role;
use crate::text;
use crate::text::fold::{bare, excerpt, fold, tidy};
use crate::typed::citation;
use crate::typed::value;

/// Labels behind which the unit speaks, bare.
const OWN: [&str; 7] =
    ["tai lieu kiem chung", "tlkc", "minh chung", "tai lieu minh chung", "van ban kiem chung", "giai trinh", "giai trinh them"];
/// Labels behind which the province says what it asks for, bare.
const ASKED: [&str; 4] = ["yeu cau", "cac yeu cau", "yeu cau tai lieu", "tai lieu yeu cau"];

impl RowReader<'_> {
    /// Reads evidence and explanation of a row for a leaf. A cell merged over several rows backs the leaves of all of them.
    pub(super) fn words(&mut self, row: u32, id: &CriterionId) {
        let remarks = self.taken.remarks;
        let read = |role: Role| matches!(role, Role::Evidence | Role::Explanation) || (role == Role::Remark && remarks);
        let table = self.table;
        let mut beside = self.documents_beside(row, id);
        for (column, role) in table.columns.iter().map(|(column, (role, _))| (*column, *role)).filter(|(_, role)| read(*role)) {
            let from = table.grid.covered.get(&(row, column)).copied().unwrap_or(row);
            if self.evidence_read.insert((id.clone(), (from, column)))
                && let Some(cell) = table.grid.get(from, column)
                && let Some(words) = value::words(Some(cell))
            {
                // What a click opens is a document; in an explanation it stands beside the words.
                let link = cell.link.as_deref().filter(|_| role == Role::Evidence);
                self.words_of((from, column), role, (&words, link), id, &mut beside);
            }
        }
        beside.retain(|document| {
            let nothing = ours::nothing_named(document);
            self.findings.extend(nothing.iter().cloned().map(|finding| finding.on(id)));
            nothing.is_none()
        });
        if let Some(answer) = self.taken.answers.get_mut(id) {
            answer.evidence.append(&mut beside);
        }
    }

    /// Reads the documents that have columns for their fields. Cells merged over several rows back the leaves of all of them.
    fn documents_beside(&mut self, row: u32, id: &CriterionId) -> Vec<Evidence> {
        let (table, mut read) = (self.table, Vec::new());
        for fields in table.documents() {
            let here = fields.values().any(|column| table.grid.get(row, *column).is_some_and(|cell| !cell.is_blank()));
            let merged = fields.values().filter_map(|column| table.grid.covered.get(&(row, *column)).copied()).min();
            let from = merged.filter(|_| !here).unwrap_or(row);
            let Some(first) = fields.values().next() else { continue };
            if !self.evidence_read.insert((id.clone(), (from, *first))) {
                continue;
            }
            let columns = fields.iter().filter_map(|(field, column)| Some((field.key()?.to_owned(), *column))).collect();
            let keyed =
                Keyed { grid: table.grid, keys: (table.data.saturating_sub(1), 0), columns, repeated: Vec::new(), rows: Vec::new() };
            let Some(base) = ours::evidence(&keyed, from, self.file) else { continue };
            match ours::nothing_named(&base) {
                // What else is said of a document may belong to the citation beside it.
                Some(nothing) if base.number.is_some() || base.title.is_some() => self.findings.push(nothing.on(id)),
                Some(_) => read.push(base),
                None => read.extend(in_row(base)),
            }
        }
        read
    }

    /// Reads what a cell says for a leaf. What it says of documents that have columns of their own beside it is added there.
    fn words_of(
        &mut self,
        (row, column): (u32, u32),
        role: Role,
        (words, link): (&str, Option<&str>),
        id: &CriterionId,
        beside: &mut [Evidence],
    ) {
        let heading = bare(&self.table.heading(column));
        let asks = heading.contains("yeu cau") || asks_for_documents(&heading);
        let own = own_words(words, asks);
        // A link on nothing but the province's own words is the province's.
        let link = link.filter(|_| !tidy(&own).is_empty());
        let mut said = citation::read_linked(&own, link);
        let explains = role != Role::Evidence || heading.contains("giai trinh") || bare(&own).contains("giai trinh");
        let (explanation, promised) = text::without_promises(said.explanation.as_deref().filter(|_| explains).unwrap_or_default());
        let explanation = Some(explanation).filter(|words| !tidy(words).is_empty());
        let promised = promised || text::is_promise(&own);
        if role == Role::Evidence
            && said.evidence.is_empty()
            && explanation.is_none()
            && !tidy(&own).is_empty()
            && let Some(untitled) = beside.iter_mut().find(|document| document.title.is_none())
        {
            untitled.title = Some(tidy(&own));
            untitled.cells.set(EvidenceField::Title, CellAddress::new(row, column));
            return;
        }
        // A document named by its kind alone is one only where the province printed nothing that it could be.
        // Beside a document named by more, the words are the unit's own.
        let own_cell = !said.evidence.is_empty() || explanation.is_none();
        if own_cell && role == Role::Evidence && !asks {
            said.evidence.append(&mut said.by_kind);
        }
        // What a province prints as its requirement is no evidence of the unit's.
        let nothing = explanation.is_none() && said.evidence.is_empty();
        // Of a document that is named and said not to be there, that is told below.
        if nothing && said.promised.is_empty() && (promised || (!heading.contains("yeu cau") && !tidy(&own).is_empty())) {
            let shown = excerpt(&own);
            let message = if role == Role::Evidence {
                text!(
                    "Ô tài liệu kiểm chứng ghi “{shown}”, không nêu số, ký hiệu, tệp hoặc địa chỉ trang web nào.",
                    "The cell of evidence says “{shown}” and names no number, file or web address."
                )
            } else {
                text!(
                    "Ô giải trình ghi “{shown}”, không giải thích điều gì và không nêu tài liệu nào.",
                    "The cell of explanation says “{shown}”, which explains nothing and names no document."
                )
            };
            self.say(&code::NO_DOCUMENT_NAMED, message, (row, column), Some(id));
        }
        for part in &said.promised {
            let finding = ours::promised(part).at(self.place(row, column));
            self.findings.push(finding.on(id));
        }
        let place = self.place(row, column);
        let at = CellAddress::new(row, column);
        self.findings.extend(citation::too_many(said.left_out, &place).map(|finding| finding.on(id)));
        let Some(answer) = self.taken.answers.get_mut(id) else { return };
        if let Some(more) = explanation {
            answer.explanation = Some(match answer.explanation.take() {
                Some(before) => format!("{before}\n{more}"),
                None => more,
            });
            answer.cells.explanation.get_or_insert(at);
        }
        for evidence in said.evidence {
            let cells = fields(&evidence).into_iter().map(|field| (field, at)).collect();
            let named =
                CellPlace { file: place.file.as_deref().map(Into::into), sheet: place.sheet.as_deref().map(Into::into), cell: Some(at) };
            let evidence = Evidence { place: named, cells, ..evidence };
            match beside.iter_mut().find(|document| is_one_with(document, &evidence)) {
                Some(document) => complete(document, evidence),
                None => answer.evidence.push(evidence),
            }
        }
    }

    /// Tells of words in a row that belongs to no leaf.
    pub(super) fn stray_words(&mut self, row: u32) {
        let documents = self.table.documents();
        let named =
            documents.iter().flat_map(|fields| fields.values()).find_map(|column| Some((*column, self.table.grid.get(row, *column)?)));
        let cells = [self.cell(row, Role::Evidence), self.cell(row, Role::Explanation), named.filter(|(_, cell)| !cell.formula)];
        for (column, cell) in cells.into_iter().flatten() {
            // A cell that reaches over the rows below backs their leaves.
            let reaches = self.table.grid.covered.range((row, 0)..(row + 2, 0)).any(|((_, at), from)| *at == column && *from == row);
            if bare(&self.table.heading(column)).contains("yeu cau") || reaches {
                continue;
            }
            let shown = excerpt(&cell.shown());
            let message = text!(
                "Ô ghi “{shown}” không thuộc tiêu chí thành phần nào nên không được dùng.",
                "The words “{shown}” belong to no sub-criterion and are not used."
            );
            self.say(&code::WORDS_WITHOUT_HOME, message, (row, column), None);
        }
    }
}

/// Tells whether a document that has columns of its own may be the one that a citation beside it names.
fn is_one_with(document: &Evidence, cited: &Evidence) -> bool {
    let number = |evidence: &Evidence| evidence.number.as_deref().map(fold);
    let same_day = document.date == cited.date || [document, cited].iter().any(|one| one.date == EvidenceDate::Blank);
    (document.number.is_none() || cited.number.is_none() || number(document) == number(cited)) && same_day
}

/// Adds to a document what a citation says of it and its own columns don't.
fn complete(document: &mut Evidence, cited: Evidence) {
    if document.date == EvidenceDate::Blank {
        document.date = cited.date;
    }
    let pairs = [
        (&mut document.number, cited.number),
        (&mut document.issuer, cited.issuer),
        (&mut document.title, cited.title),
        (&mut document.section, cited.section),
        (&mut document.file, cited.file),
        (&mut document.link, cited.link),
    ];
    for (own, other) in pairs {
        if own.is_none() {
            *own = other;
        }
    }
    for (field, cell) in cited.cells.iter() {
        document.cells.complete(field, cell);
    }
}

/// Gives the unit's own words of a cell: without what stands behind "Yêu cầu:", and in a column of requirements, where the
/// unit's words have labels, only what stands behind these.
fn own_words(words: &str, requirements: bool) -> String {
    let label = |line: &str| {
        let head = bare(line.split_once(':').map_or("", |(head, _)| head));
        head.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    };
    let labelled = words.lines().any(|line| OWN.contains(&label(line).as_str()));
    let mut own = !(requirements && labelled);
    let mut kept = Vec::new();
    for line in words.lines() {
        let head = label(line);
        if OWN.contains(&head.as_str()) {
            own = true;
        } else if ASKED.contains(&head.as_str()) {
            own = false;
        }
        if own {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// Lists the fields that a document has.
fn fields(evidence: &Evidence) -> Vec<EvidenceField> {
    let has = [
        (EvidenceField::Number, evidence.number.is_some()),
        (EvidenceField::Date, evidence.date != EvidenceDate::Blank),
        (EvidenceField::Issuer, evidence.issuer.is_some()),
        (EvidenceField::Title, evidence.title.is_some()),
        (EvidenceField::Section, evidence.section.is_some()),
        (EvidenceField::File, evidence.file.is_some() || evidence.link.is_some()),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(field, _)| field).collect()
}
