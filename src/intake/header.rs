//! Where the table stands on a sheet: its header, wherever it is, and what each column is for.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Field, beside_criteria, field};
use super::heading::{LONGEST, Mark, Role, is_points_alone, is_rate_alone, only_tells_apart, role, sense};
use super::stt;
use crate::text::fold::{bare, tidy};
use crate::typed::citation;
use crate::workbook::{Book, Cell, Grid, Value, letters};

/// Most rows that a header takes.
pub(super) const TALLEST: u32 = 4;
/// Most rows with content that are searched for a header.
pub(super) const MOST_ABOVE: usize = 500;

/// Table on a sheet.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// Sheet.
    pub grid: &'a Grid,
    /// First row of the header.
    pub top: u32,
    /// First row of data.
    pub data: u32,
    /// Columns with a heading: what each is for, and its heading.
    pub columns: BTreeMap<u32, (Role, String)>,
}

impl Table<'_> {
    /// Finds the column of a role.
    pub fn column(&self, role: Role) -> Option<u32> {
        self.columns.iter().find(|(_, (of, _))| *of == role).map(|(column, _)| *column)
    }

    /// Lists the columns of a role, from left to right.
    pub fn columns_of(&self, role: Role) -> impl Iterator<Item = u32> {
        self.columns.iter().filter(move |(_, (of, _))| *of == role).map(|(column, _)| *column)
    }

    /// Lists the columns of documents beside the criteria, each document's by its fields: where a field comes again, the
    /// columns of another document begin.
    pub fn documents(&self) -> Vec<BTreeMap<Field, u32>> {
        let mut documents: Vec<BTreeMap<Field, u32>> = Vec::new();
        for (column, (role, _)) in &self.columns {
            let Role::Document(field) = *role else { continue };
            match documents.last_mut().filter(|document| !document.contains_key(&field)) {
                Some(document) => {
                    document.insert(field, *column);
                }
                None => documents.push(BTreeMap::from([(field, *column)])),
            }
        }
        documents
    }

    /// Tells whether there is a place for evidence.
    pub fn has_evidence(&self) -> bool {
        self.columns.values().any(|(role, _)| matches!(role, Role::Evidence | Role::Document(_)))
    }

    /// Tells whether the headings are those of another table.
    fn says_the_same(&self, other: &Table<'_>) -> bool {
        let words = |table: &Table<'_>| table.columns.iter().map(|(at, (_, heading))| (*at, bare(heading))).collect::<Vec<_>>();
        words(self) == words(other)
    }

    /// Tells whether the first row of data is that of another table once more.
    fn starts_again(&self, other: &Table<'_>) -> bool {
        let begins = |table: &Table<'_>| {
            let row = table.grid.rows().into_iter().find(|row| *row >= table.data && table.grid.row(*row).count() > 1)?;
            let cells = [Role::Number, Role::Name].into_iter().filter_map(|role| table.grid.shown(row, table.column(role)?));
            Some(cells.map(|words| bare(&words)).collect::<Vec<_>>())
        };
        begins(self).is_some() && begins(self) == begins(other)
    }

    /// Gives the heading of a column; its letters where it has none.
    pub fn heading(&self, column: u32) -> String {
        self.columns.get(&column).map_or_else(|| letters(column), |(_, heading)| heading.clone())
    }
}

/// Finds the tables of a book, one a sheet at most, those with most rows first, several columns of one role left as they are;
/// hidden sheets only where asked by name.
pub fn tables<'a>(book: &'a Book, sheet: Option<&str>) -> Vec<Table<'a>> {
    let asked = |grid: &&Grid| sheet.map_or(!grid.hidden, |name| tidy(name) == tidy(&grid.name));
    let mut found: Vec<Table<'_>> = book.sheets.iter().filter(asked).filter_map(first).collect();
    found.sort_by_key(|table| std::cmp::Reverse(maxima(table)));
    found
}

/// Finds the first table of each sheet that names criteria, whatever else it has; hidden sheets only where asked by name.
pub fn naming<'a>(book: &'a Book, sheet: Option<&str>) -> Vec<Table<'a>> {
    let asked = |grid: &&Grid| sheet.map_or(!grid.hidden, |name| tidy(name) == tidy(&grid.name));
    let names = |table: &Table<'_>| table.column(Role::Name).is_some();
    book.sheets.iter().filter(asked).filter_map(|grid| first_that(grid, names)).collect()
}

/// Counts the rows that have a maximum.
pub fn maxima(table: &Table<'_>) -> usize {
    let Some(column) = table.column(Role::Max) else { return 0 };
    // In a document numbers are text.
    let figure = |cell: &Cell| match &cell.value {
        Value::Number(_) => true,
        Value::Text(words) => words.len() < 8 && words.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    table.grid.cells.range((table.data, 0)..).filter(|((_, at), cell)| *at == column && figure(cell)).count()
}

/// Finds the first table of a sheet. Only its first rows are searched, so that a sheet as large as may be costs no more than
/// others.
pub fn first(grid: &Grid) -> Option<Table<'_>> {
    first_that(grid, has_points)
}

/// Finds the first table of a sheet that is what is wanted.
fn first_that(grid: &Grid, wanted: fn(&Table<'_>) -> bool) -> Option<Table<'_>> {
    grid.rows().into_iter().take(MOST_ABOVE).find_map(|top| read(grid, top).filter(wanted))
}

/// Finds every table of a sheet, from the top down, several columns of one role left as they are. Behind the first one only
/// rows of words are looked at, for rows of criteria have figures.
pub fn all(grid: &Grid) -> Vec<Table<'_>> {
    all_that(grid, has_points)
}

/// Finds every table of a sheet as [`all`] does, also those that have figures of criteria and no points at all.
pub fn all_with_figures(grid: &Grid) -> Vec<Table<'_>> {
    all_that(grid, |table| has_points(table) || has_figures(table))
}

/// Finds every table of a sheet that is what is wanted.
fn all_that(grid: &Grid, wanted: fn(&Table<'_>) -> bool) -> Vec<Table<'_>> {
    let Some(first) = first_that(grid, wanted) else { return Vec::new() };
    let mut found = vec![first];
    for top in grid.rows() {
        let Some(above) = found.last() else { break };
        let words = |(_, cell): (u32, &Cell)| matches!(&cell.value, Value::Text(words) if words.len() <= LONGEST * 4);
        if top < above.data || grid.row(top).count() < 3 || !grid.row(top).all(words) {
            continue;
        }
        let Some(next) = read(grid, top).filter(wanted) else { continue };
        // On a new page a table says its heading again and goes on.
        if next.says_the_same(above) && !next.starts_again(above) && !signed_between(grid, above.data, top) {
            continue;
        }
        found.push(next);
    }
    found
}

/// Tells whether signatures stand between two rows.
fn signed_between(grid: &Grid, from: u32, to: u32) -> bool {
    let mut rows = grid.rows().into_iter().filter(|row| (from..to).contains(row));
    rows.any(|row| {
        let plain = grid.row(row).map(|(_, cell)| bare(&cell.shown())).collect::<Vec<_>>().join(" | ");
        grid.row(row).all(|(_, cell)| matches!(cell.value, Value::Text(_))) && is_signature(&plain)
    })
}

/// Reads a table whose header begins in a row; `None` where none does.
pub fn at(grid: &Grid, top: u32) -> Option<Table<'_>> {
    read(grid, top).filter(has_points)
}

/// Tells whether a table names criteria, and points of them.
fn has_points(table: &Table<'_>) -> bool {
    let has = |role| table.column(role).is_some();
    has(Role::Name) && (has(Role::Max) || has(Role::Claim))
}

/// Tells whether a table names criteria, and figures of them.
fn has_figures(table: &Table<'_>) -> bool {
    let has = |role| table.column(role).is_some();
    has(Role::Name) && (has(Role::Figures) || has(Role::Rate))
}

/// Reads what may be a table whose header begins in a row.
fn read(grid: &Grid, top: u32) -> Option<Table<'_>> {
    let known = |row: u32| grid.row(row).filter(|(_, cell)| !cell.is_long() && role(&cell.shown()).is_some()).count();
    if known(top) < 2 {
        return None;
    }
    let mut columns: BTreeMap<u32, (Role, String)> = BTreeMap::new();
    let mut data = top;
    while data < top + TALLEST && (data == top || belongs(grid, data, &columns)) {
        if !is_index(grid, data) {
            add_headings(grid, data, data > top, &mut columns);
        }
        data += 1;
    }
    add_reached(grid, top..data, &mut columns);
    settle_names(&mut columns);
    settle_documents(&mut columns);
    settle_contents(grid, data, &mut columns);
    Some(Table { grid, top, data, columns })
}

/// Adds a row of headings to those above it. What stands above a column is its own heading, or where cells are merged the
/// nearest one to the left.
fn add_headings(grid: &Grid, row: u32, below: bool, columns: &mut BTreeMap<u32, (Role, String)>) {
    let above = if below { columns.clone() } else { BTreeMap::new() };
    for (column, cell) in grid.row(row) {
        let words = cell.shown();
        let nearest = above.range(..=column).next_back().map(|(_, heading)| heading);
        let parent = nearest.map(|(role, _)| *role);
        let heard = match role(&words) {
            Some(Role::Max) if is_points_alone(&words) && matches!(parent, Some(Role::Claim | Role::Appraised | Role::Survey)) => parent,
            None if only_tells_apart(&words) => parent,
            // “Số liệu” over “Số lượng | Tỷ lệ (%)”: a rate beside what it is made of.
            None if is_rate_alone(&words) && !above.contains_key(&column) && is_beside_figures(columns, column) => Some(Role::Rate),
            // Two columns below one heading, and nothing says which is which: both are what it says.
            None if !above.contains_key(&column) && unheard_beside(grid, row, &above, column) => parent,
            heard => heard,
        };
        // "Điểm" over "Tối đa | Tự chấm": the lower heading is the nearer one.
        let inherited = nearest.filter(|_| !above.contains_key(&column)).map_or("", |(_, words)| words.as_str());
        let (of, heading) = columns.entry(column).or_insert_with(|| (heard.unwrap_or(Role::Other), inherited.to_owned()));
        *of = heard.unwrap_or(*of);
        if !heading.is_empty() {
            heading.push_str(" / ");
        }
        heading.push_str(&words);
    }
}

/// Tells whether the column to the left is one of figures.
fn is_beside_figures(columns: &BTreeMap<u32, (Role, String)>, column: u32) -> bool {
    columns.range(..column).next_back().is_some_and(|(_, (role, _))| *role == Role::Figures)
}

/// Roles of columns that the unit fills in.
const FILLED_IN: [Role; 5] = [Role::Claim, Role::Figures, Role::Rate, Role::Evidence, Role::Explanation];

/// Adds the columns without words of their own that a merged heading reaches over, where the unit filled them in as it does a
/// column of that kind: the heading is said of each of them.
fn add_reached(grid: &Grid, header: std::ops::Range<u32>, columns: &mut BTreeMap<u32, (Role, String)>) {
    let merged = grid.reach.range((header.start, 0)..(header.end, 0));
    for ((_, first), last) in merged {
        let Some((role, heading)) = columns.get(first).filter(|(role, _)| FILLED_IN.contains(role)).cloned() else { continue };
        let in_words = matches!(role, Role::Evidence | Role::Explanation);
        let fits = |cell: &Cell| match &cell.value {
            Value::Number(_) | Value::Date(_) => !in_words,
            Value::Text(words) => in_words || words.trim().starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        let below: BTreeSet<u32> = grid
            .cells
            .range((header.end, 0)..)
            .filter(|((_, column), cell)| column > first && column <= last && !cell.is_blank() && fits(cell))
            .map(|((_, column), _)| *column)
            .collect();
        for column in below {
            columns.entry(column).or_insert_with(|| (role, heading.clone()));
        }
    }
}

/// Tells whether the column that a heading inherits from has words in this row that nobody knows, either.
fn unheard_beside(grid: &Grid, row: u32, above: &BTreeMap<u32, (Role, String)>, column: u32) -> bool {
    let nearest = above.range(..column).next_back().map(|(nearest, _)| *nearest);
    nearest.and_then(|nearest| grid.get(row, nearest)).is_some_and(|cell| role(&cell.shown()).is_none())
}

/// Tells whether a row below the first one still belongs to the header.
fn belongs(grid: &Grid, row: u32, columns: &BTreeMap<u32, (Role, String)>) -> bool {
    let mut cells = grid.row(row).peekable();
    if cells.peek().is_none() {
        return false;
    }
    if is_index(grid, row) {
        return true;
    }
    let of = |column: u32| columns.get(&column).map(|(role, _)| *role);
    let names = [Role::Number, Role::Name, Role::Content];
    // Figures and days divide a heading where two or more of them stand below one: “31/12/2025 | 31/12/2026”.
    let here: Vec<u32> = grid.row(row).map(|(column, _)| column).collect();
    let nearest = |column: u32| columns.range(..=column).next_back().map(|(nearest, _)| *nearest);
    let parts_heading = |column: u32| here.iter().any(|other| *other != column && nearest(*other) == nearest(column));
    // Every row of criteria has a number or a name: one without either, below the first row, divides headings.
    let divides = |(column, cell): (u32, &Cell)| {
        let words = cell.shown();
        let told_apart = only_tells_apart(&words);
        !of(column).is_some_and(|role| names.contains(&role))
            && (told_apart
                || parts_heading(column)
                || (matches!(cell.value, Value::Text(_)) && words.chars().count() <= LONGEST && !looks_filled_in(&words)))
    };
    let named = columns.iter().any(|(_, (role, _))| *role == Role::Name);
    if named && grid.row(row).all(divides) {
        return true;
    }
    // A second row of headings has words only, none of them a number or the name of a criterion.
    cells.all(|(column, cell)| {
        let words = cell.shown();
        let heading = matches!(cell.value, Value::Text(_)) && words.chars().count() <= LONGEST && stt::before_name(&words).is_none();
        heading
            && match of(column) {
                Some(of) if names.contains(&of) => role(&words).is_some_and(|heard| names.contains(&heard)),
                Some(Role::Evidence) => role(&words).is_some() || field(&words).is_some(),
                Some(Role::Max | Role::Figures | Role::Method | Role::Survey) => role(&words).is_some(),
                _ => true,
            }
    })
}

/// Tells whether words are what somebody types into a row, not a heading: a document, a figure, an answer.
fn looks_filled_in(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        || role(words).is_none() && field(words).is_none() && !citation::documents(words).is_empty()
}

/// Tells whether a row numbers the columns: `(1) (2) (3)`, `A B 1 2`.
pub(super) fn is_index(grid: &Grid, row: u32) -> bool {
    let cells: Vec<&Cell> = grid.row(row).map(|(_, cell)| cell).collect();
    // `(6)=(5)/(3)` numbers a column, too, and says what it is computed of.
    let sign = |cell: &Cell| {
        let words = cell.shown();
        let (own, rest) = words.split_once('=').unwrap_or((&words, ""));
        let computed = rest.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || " ()[]+-*/x×:%".contains(c));
        let core = own.trim_matches(['(', ')', '[', ']', ' ']).to_owned();
        let short = core.chars().count() <= 2 && (core.bytes().all(|b| b.is_ascii_digit()) || core.chars().all(|c| c.is_ascii_uppercase()));
        (short && computed).then_some(core)
    };
    let signs: Vec<Option<String>> = cells.iter().map(|cell| sign(cell)).collect();
    let numbers: Vec<u32> = signs.iter().flatten().filter_map(|core| core.parse().ok()).collect();
    cells.len() >= 3 && signs.iter().all(Option::is_some) && numbers.windows(2).all(|pair| matches!(pair, [one, next] if *next == one + 1))
}

/// Tells whether a row repeats the header, as tables do after a page break.
pub fn repeats(table: &Table<'_>, row: u32) -> bool {
    says_again(table.grid, table.top..table.data, row)
}

/// Tells whether a row of a sheet numbers columns, or says the same as one of the rows given.
pub(super) fn says_again(grid: &Grid, mut header: std::ops::Range<u32>, row: u32) -> bool {
    let cells = |row: u32| grid.row(row).collect::<Vec<_>>();
    let here = cells(row);
    let same = |head: Vec<(u32, &Cell)>| {
        let pairs = || head.iter().zip(&here);
        // Columns first: words cost more to compare, and most rows differ in the first one.
        head.len() == here.len() && pairs().all(|(one, other)| one.0 == other.0) && pairs().all(|(one, other)| alike(one.1, other.1))
    };
    is_index(grid, row) || (here.len() >= 2 && header.any(|head| same(cells(head))))
}

/// Tells whether two cells show the same words.
fn alike(one: &Cell, other: &Cell) -> bool {
    bare(&one.shown()) == bare(&other.shown())
}

/// Settles what depends on the other columns: which of two columns of names is the outer one, which heading is the plain
/// "Điểm" of the unit's, and whose remarks are.
fn settle_names(columns: &mut BTreeMap<u32, (Role, String)>) {
    // “Tiêu chí chấm” beside another column of criteria says how points are given; alone it is that column. So with “Thang điểm chấm”.
    for (missing, word) in [(Role::Name, "tieu chi cham"), (Role::Max, "thang diem cham")] {
        if columns.values().all(|(role, _)| *role != missing)
            && let Some((role, _)) = columns.values_mut().find(|(role, heading)| *role == Role::Method && bare(heading).contains(word))
        {
            *role = missing;
        }
    }
    // “Nội dung, tiêu chí và cách tính điểm”: rules stand in rows below their criteria, in one column with them.
    if columns.values().all(|(role, _)| *role != Role::Name)
        && let Some((role, _)) = columns.values_mut().find(|(role, heading)| *role == Role::Method && begins_as_names(heading))
    {
        *role = Role::Name;
    }
    let plain = |heading: &str| is_points_alone(heading.rsplit(" / ").next().unwrap_or(heading));
    let better = columns.values().any(|(role, heading)| *role == Role::Max && !plain(heading));
    let appraised = columns.values().any(|(role, _)| *role == Role::Appraised);
    let mut named = false;
    for (role, heading) in columns.values_mut() {
        if *role == Role::Max && better && plain(heading) {
            *role = Role::Other;
        }
        // Where the office scores on the same sheet, it is the office that comments.
        if *role == Role::Remark && appraised && bare(heading).contains("nhan xet") {
            *role = Role::Appraised;
        }
        if *role == Role::Name && named {
            *role = Role::Content;
        }
        named |= *role == Role::Name;
    }
}

/// Tells whether a heading begins as that of criteria does.
fn begins_as_names(heading: &str) -> bool {
    ["noi dung", "tieu chi", "linh vuc", "chi tieu"].iter().any(|word| bare(heading).starts_with(word))
}

/// Rows of a column that tell what it holds.
const LOOKED_AT: u32 = 60;

/// Settles which columns of contents are none: below "Chỉ tiêu" may stand figures, and then nobody knows which.
fn settle_contents(grid: &Grid, data: u32, columns: &mut BTreeMap<u32, (Role, String)>) {
    for (column, (role, _)) in columns.iter_mut().filter(|(_, (role, _))| *role == Role::Content) {
        let below = grid.cells.range((data, 0)..(data + LOOKED_AT, 0));
        let cells = below.filter(|((_, at), _)| at == column).map(|(_, cell)| cell);
        let (numbers, words): (Vec<&Cell>, Vec<&Cell>) = cells.partition(|cell| matches!(cell.value, Value::Number(_)));
        if numbers.len() > words.len() {
            *role = Role::Other;
        }
    }
}

/// Settles which columns are fields of a document. They count where a document is named by them, or beside a column of
/// evidence; what is of another year or only planned is not the documents that are asked for.
fn settle_documents(columns: &mut BTreeMap<u32, (Role, String)>) {
    let (mut numbered, mut named) = (false, false);
    let mut fields: BTreeMap<u32, Field> = BTreeMap::new();
    for (column, (of, heading)) in &*columns {
        let (above, own) = heading.rsplit_once(" / ").unwrap_or(("", heading));
        let below_evidence = role(above) == Some(Role::Evidence);
        let free = match of {
            Role::Other | Role::Computed => true,
            Role::Evidence => below_evidence,
            // What "Nội dung" holds, the words above and beside it say.
            Role::Name | Role::Content => named && (below_evidence || bare(own).contains("trich yeu")),
            // The first column of numbers is that of the criteria.
            Role::Number => below_evidence || numbered,
            _ => false,
        };
        numbered |= *of == Role::Number;
        named |= *of == Role::Name;
        let told_apart = sense(heading);
        let of_now = told_apart.years.is_empty() && ![Mark::Earlier, Mark::Planned].iter().any(|mark| told_apart.says(*mark));
        fields.extend(beside_criteria(own, below_evidence).filter(|_| free && of_now).map(|field| (*column, field)));
    }
    let evidence = columns.iter().any(|(column, (of, _))| *of == Role::Evidence && !fields.contains_key(column));
    if evidence || fields.values().any(|field| field.names()) {
        for (column, field) in fields {
            columns.entry(column).and_modify(|(of, _)| *of = Role::Document(field));
        }
    }
}

/// Tells whether bare words begin the row of the total.
pub fn is_total(plain: &str) -> bool {
    let plain = plain.trim_matches(['|', ' ', ':']);
    ["tong cong", "tong diem", "tong so diem", "cong tong", "tong:", "tong (", "tong |"].iter().any(|word| plain.starts_with(word))
        || plain == "tong"
        || plain == "cong"
}

/// Tells whether a row is one of signatures.
pub fn is_signature(plain: &str) -> bool {
    let marks = ["nguoi lap", "thu truong", "chu tich", "giam doc", "tm. ", "kt. ", "noi nhan", "ky ten", "(ky", "ghi chu:", "ghi chu |"];
    let day = plain.contains("ngay") && plain.contains("thang") && plain.contains("nam") && plain.contains(',');
    // “Chủ tịch UBND xã chủ trì họp: 2 điểm” says how points are given.
    let gives = |cell: &str| {
        let (before, behind) = cell.rsplit_once(':').unwrap_or(("", cell));
        let number = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let points = number && (behind.contains("diem") || !before.is_empty() && behind.trim().len() < 5);
        let said = points || cell.ends_with(" diem") && cell.contains(|c: char| c.is_ascii_digit());
        said && !cell.starts_with("ghi chu")
    };
    let signs = |cell: &str| marks.iter().any(|mark| cell.starts_with(mark)) && !gives(cell);
    plain.split(" | ").any(signs) || (day && plain.len() < 80)
}
