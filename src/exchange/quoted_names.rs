//! Lists in a cell, and names between quotes in them.

/// Splits at separators that stand outside quoted names.
pub fn split_list<'t>(text: &'t str, separators: &[char]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut fresh) = (0, 0, true);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        if c == '"'
            && fresh
            && let Some(length) = quoted_length(rest)
        {
            at += length;
            fresh = false;
            continue;
        }
        if separators.contains(&c) {
            parts.push(text.get(start..at).unwrap_or_default().trim());
            start = at + c.len_utf8();
        }
        fresh = c.is_whitespace() || c == '[' || separators.contains(&c);
        at += c.len_utf8();
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}

/// The length of the quoted name that a text starts with, quotes included.
pub fn quoted_length(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text.get(at..)?.find('"')? + 1;
        if text.get(at..)?.starts_with('"') {
            at += 1;
        } else {
            return Some(at);
        }
    }
}

/// A quoted name and what stands behind it.
pub fn unquote(text: &str) -> Option<(String, &str)> {
    let length = text.starts_with('"').then(|| quoted_length(text)).flatten()?;
    let name = text.get(1..length - 1)?.replace("\"\"", "\"");
    Some((name, text.get(length..)?.trim()))
}

/// A name between quotes.
pub fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
