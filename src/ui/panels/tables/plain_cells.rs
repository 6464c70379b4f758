//! Cells as plain text between spreadsheets: tabs between cells, line breaks between rows.

/// Writes rows of cells. A cell with a tab, a line break or a quotation mark stands in quotation
/// marks, as spreadsheets write it.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let lines: Vec<String> =
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\n")
}

/// Reads rows of cells; blank cells and rows count, but for a line break at the very end. A
/// quotation mark that opens a cell and is never closed is part of it.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = text.strip_suffix('\n').unwrap_or(&text);
    let mut rows = vec![Vec::new()];
    loop {
        let (cell, tail) = read_cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut behind = tail.chars();
        match behind.next() {
            None => return rows,
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
        }
        rest = behind.as_str();
    }
}

/// The first cell of a text, and what follows with the separator before it.
fn read_cell(text: &str) -> (String, &str) {
    if let Some(cell) = read_quoted(text) {
        return cell;
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    let (cell, tail) = text.split_at(end);
    (cell.trim().to_owned(), tail)
}

fn read_quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, behind) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(more) = behind.strip_prefix('"') {
            cell.push('"');
            rest = more;
        } else {
            let ends = behind.is_empty() || behind.starts_with(['\t', '\n']);
            return ends.then_some((cell, behind));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn cells_come_back_as_they_were_written() {
        for cells in [
            rows(&[&["a", "b"], &["c", ""]]),
            rows(&[&["a\tb", "two\nlines"], &["he said \"no\"", "\""]]),
            rows(&[&["", ""], &["", "x"]]),
        ] {
            assert_eq!(read(&write(&cells)), cells);
        }
    }

    #[test]
    fn what_spreadsheets_copy_is_read() {
        assert_eq!(read("30 s\r\n40 s\r\n"), rows(&[&["30 s"], &["40 s"]]));
        assert_eq!(read("a\n\nb\n"), rows(&[&["a"], &[""], &["b"]]), "a blank cell counts");
        assert_eq!(read("\"5\" floor\tx"), rows(&[&["\"5\" floor", "x"]]), "no quoted cell");
        assert_eq!(read("\"open\tx"), rows(&[&["\"open", "x"]]));
        assert_eq!(read(""), rows(&[&[""]]));
    }
}
