//! The handbook as one HTML page: style inside, no scripts, nothing fetched.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::PARTS;
use super::keys::Schemas;
use super::words::{BETWEEN, both, escaped};
use crate::text::fold::bare;

/// Look of the page.
const STYLE: &str = include_str!("page.css");

/// What tells the page from files of others.
const MARK: &str = "<meta name=\"generator\" content=\"parindex\">";

/// A heading, for the table of contents.
struct Heading {
    level: HeadingLevel,
    id: String,
    shown: String,
}

/// Gives the page.
pub fn page() -> String {
    let schemas = Schemas::new();
    let mut headings = Vec::new();
    let body: String = PARTS.iter().map(|part| rendered(part, &schemas, &mut headings)).collect();
    let (title, body) = body.split_once("</h1>").unwrap_or(("", &body));
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{MARK}\n<title>Sổ tay parindex</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n\
         <input type=\"checkbox\" id=\"english\" checked><label for=\"english\">{}</label>\n{title}</h1>\n{}<main>{body}</main>\n</body>\n</html>\n",
        both("Hiện cả tiếng Anh", "Show English, too"),
        contents(&headings),
    )
}

/// Tells whether a file is this page, of whatever version.
pub fn is_page(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).take(1000).any(|window| window == MARK.as_bytes())
}

/// Renders one part of the handbook.
fn rendered(part: &str, schemas: &Schemas, headings: &mut Vec<Heading>) -> String {
    let mut events = Parser::new_ext(part, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES);
    let mut out = Vec::new();
    let mut in_table = false;
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let inner: Vec<_> = events.by_ref().take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_)))).collect();
                let heading = heading(level, id.as_deref(), inner);
                let (id, shown) = (&heading.id, &heading.shown);
                out.push(Event::Html(format!("<{level} id=\"{id}\">{shown}</{level}>\n").into()));
                headings.push(heading);
            }
            Event::Start(Tag::BlockQuote(_)) => out.push(Event::Html("<div class=\"en\" lang=\"en\">".into())),
            Event::End(TagEnd::BlockQuote(_)) => out.push(Event::Html("</div>\n".into())),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                let text: String = events
                    .by_ref()
                    .map_while(|event| if let Event::Text(text) = event { Some(text.into_string()) } else { None })
                    .collect();
                out.push(Event::Html(block(&kind, &text, schemas).into()));
            }
            Event::Start(Tag::Table(_)) => {
                in_table = true;
                out.push(event);
            }
            Event::End(TagEnd::Table) => {
                in_table = false;
                out.push(event);
            }
            Event::Text(text) if in_table => out.push(cell(text)),
            event => out.push(event),
        }
    }
    let mut page = String::new();
    html::push_html(&mut page, out.into_iter());
    page
}

/// Makes a heading: Vietnamese, with English behind it, and the anchor that it names or that its Vietnamese words give.
fn heading(level: HeadingLevel, id: Option<&str>, inner: Vec<Event<'_>>) -> Heading {
    let mut words = String::new();
    html::push_html(&mut words, inner.into_iter());
    let (vi, shown) = match words.split_once(BETWEEN) {
        Some((vi, en)) => (vi.to_owned(), both(vi, en)),
        None => (words.clone(), words),
    };
    let slug = || bare(&vi).split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    Heading { level, id: id.map_or_else(slug, str::to_owned), shown }
}

/// Shows a cell of a table; where it holds both languages, as such.
fn cell(text: CowStr<'_>) -> Event<'_> {
    match text.split_once(BETWEEN) {
        Some((vi, en)) => Event::Html(both(&escaped(vi), &escaped(en)).into()),
        None => Event::Text(text),
    }
}

/// Shows a block: an example, a command, or a table of keys.
fn block(kind: &str, text: &str, schemas: &Schemas) -> String {
    if kind == "keys" {
        return schemas.table(text);
    }
    let caption = match kind {
        "yaml set" | "yaml leaf" => Some(both("set.yaml", "")),
        "yaml cases" => Some(both("cases.yaml: ví dụ tính sẵn", "worked examples")),
        "yaml award-cases" => Some(both("award-cases.yaml: ví dụ tính sẵn", "worked examples")),
        "yaml campaign" | "yaml campaign-part" => Some(both("campaign.yaml", "")),
        _ => None,
    };
    let caption = caption.map(|words| format!("<figcaption>{words}</figcaption>")).unwrap_or_default();
    format!("<figure>{caption}<pre><code>{}</code></pre></figure>\n", escaped(text))
}

/// Makes the table of contents: chapters, and their sections below them.
fn contents(headings: &[Heading]) -> String {
    let mut list = format!("<nav><h2>{}</h2>\n<ul>\n", both("Mục lục", "Contents"));
    let mut below = false;
    for Heading { level, id, shown } in headings {
        match level {
            HeadingLevel::H2 => {
                list.push_str(if below { "</ul></li>\n" } else { "" });
                let _ = writeln!(list, "<li><a href=\"#{id}\">{shown}</a><ul>");
                below = true;
            }
            HeadingLevel::H3 => {
                let _ = writeln!(list, "<li><a href=\"#{id}\">{shown}</a></li>");
            }
            _ => {}
        }
    }
    list.push_str(if below { "</ul></li>\n" } else { "" });
    list.push_str("</ul>\n</nav>\n");
    list
}
