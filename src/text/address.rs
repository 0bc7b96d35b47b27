//! Addresses as people type them, and what of them can be opened.

/// Gives what stands before the colon of an address: `https`. A single letter is a drive.
pub fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.trim().split_once(':')?;
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.len() > 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(sound)).then_some(scheme)
}

/// Tells whether an address leads to no document whatever stands behind its scheme: it dials, writes a mail or runs something.
pub fn leads_nowhere(address: &str) -> bool {
    scheme(address).is_some_and(|scheme| !["http", "https", "ftp", "file"].iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

/// Tells whether a web address has a host and no blanks; browsers open it without `https://`, too.
pub fn is_web_address(link: &str) -> bool {
    let link = link.trim();
    let lower = link.to_lowercase();
    let rest = ["https://", "http://", "ftp://"].iter().find_map(|scheme| lower.strip_prefix(scheme)).unwrap_or(&lower);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split('@').next_back().unwrap_or_default().split(':').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() >= 2 && labels.iter().all(|label| !label.is_empty() && !label.contains(':')) && !link.contains(char::is_whitespace)
}
