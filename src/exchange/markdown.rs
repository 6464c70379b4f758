//! Marks of Markdown within a cell: `**bold**`, `_slanted_`, `` `code` ``, `[text](address)`.

/// A cell as it is shown, without the marks that only say how it looks.
pub fn without_marks(cell: &str) -> String {
    let mut text = without_breaks(&without_links(cell));
    for mark in ["***", "**", "__", "~~", "``", "`", "*", "_"] {
        text = without_pairs(&text, mark);
    }
    unescaped(&text)
}

/// Line breaks as they are written within a cell.
fn without_breaks(text: &str) -> String {
    let mut text = text.to_owned();
    for tag in ["<br>", "<br/>", "<br />", "<BR>"] {
        text = text.replace(tag, "\n");
    }
    text.trim().to_owned()
}

/// Of links and pictures the text.
fn without_links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, tail) = rest.split_at(at);
        let inside = tail.get(1..).unwrap_or_default();
        let link = inside.split_once("](").and_then(|(name, behind)| {
            let (address, behind) = behind.split_once(')')?;
            let plain = !name.contains(['[', ']', '\n']) && !address.contains(['\n', '[']);
            plain.then_some((name, behind))
        });
        if let Some((name, behind)) = link {
            shown.push_str(before.strip_suffix('!').unwrap_or(before));
            shown.push_str(name);
            rest = behind;
        } else {
            shown.push_str(before);
            shown.push('[');
            rest = inside;
        }
    }
    shown.push_str(rest);
    shown
}

/// A text without pairs of a mark that embrace words: no blank within them, no letter beside a lone
/// sign, so that `2 * 3` and `a_b_c` stay.
fn without_pairs(text: &str, mark: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(mark) {
        let (before, tail) = rest.split_at(at);
        let inside = tail.get(mark.len()..).unwrap_or_default();
        let lone = mark == "_" || mark == "*";
        let within = lone && before.ends_with(char::is_alphanumeric);
        let blank = inside.starts_with(char::is_whitespace);
        let open = !(blank || within || before.ends_with('\\'));
        let close = inside.find(mark).filter(|end| *end > 0 && open).filter(|end| {
            let head = inside.get(..*end).unwrap_or_default();
            let behind = inside.get(end + mark.len()..).unwrap_or_default();
            let within = lone && behind.starts_with(char::is_alphanumeric);
            !(head.ends_with(char::is_whitespace) || within)
        });
        shown.push_str(before);
        if let Some(end) = close {
            shown.push_str(inside.get(..end).unwrap_or_default());
            rest = inside.get(end + mark.len()..).unwrap_or_default();
        } else {
            shown.push_str(mark);
            rest = inside;
        }
    }
    shown.push_str(rest);
    shown
}

/// Signs behind a backslash are meant as they stand.
fn unescaped(text: &str) -> String {
    let mut shown = text.to_owned();
    for sign in ['*', '_', '`', '[', ']', '#', '~', '<', '>', '(', ')'] {
        shown = shown.replace(&format!("\\{sign}"), &sign.to_string());
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_come_off() {
        for (cell, shown) in [
            ("**A**", "A"),
            ("__A__", "A"),
            ("*A*", "A"),
            ("_A b_", "A b"),
            ("***A***", "A"),
            ("~~A~~", "A"),
            ("`Nurse`", "Nurse"),
            ("[B](https://a.example/b)", "B"),
            ("[**B**](x)", "B"),
            ("**B** 70 %; `C` 30 %", "B 70 %; C 30 %"),
            ("Ask <br> answer", "Ask \n answer"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("a_b_c", "a_b_c"),
            ("5*", "5*"),
            ("** A", "** A"),
            ("A [1]", "A [1]"),
            ("\\*A\\*", "*A*"),
            ("护士**长**", "护士长"),
            ("", ""),
        ] {
            assert_eq!(without_marks(cell), shown, "{cell}");
        }
    }
}
