//! Reads the sources: one entry for each file, with comments and tests told apart from code.

use std::fs;
use std::path::{Path, PathBuf};

/// A file below `src`.
pub struct Source {
    /// Its path from the project's folder, with `/` between names.
    pub path: String,
    /// The room it belongs to: its folder below `src`, or its own name (`main`, `lib`).
    pub room: String,
    /// How many modules lie between it and the root of the crate.
    pub depth: usize,
    /// Its lines as they stand.
    pub lines: Vec<String>,
    /// Its lines of code up to its tests, each with its number from 1, without comments.
    pub code: Vec<(usize, String)>,
}

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with an ending, in the order of their paths.
pub fn files_below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no .{ending} below {folder}");
    found
}

/// All Rust files below `src`.
pub fn sources() -> Vec<Source> {
    files_below("src", "rs").iter().map(|path| Source::read(path)).collect()
}

impl Source {
    fn read(path: &Path) -> Self {
        let below = path.strip_prefix(project().join("src")).unwrap();
        let below: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        Self::of(&below.join("/"), &fs::read_to_string(path).unwrap())
    }

    /// A file at a path below `src`.
    pub fn of(path: &str, text: &str) -> Self {
        let below: Vec<_> = path.split('/').collect();
        let last = below.last().unwrap().trim_end_matches(".rs").to_owned();
        let is_root = below.len() == 1 && matches!(last.as_str(), "main" | "lib");
        let depth = match last.as_str() {
            _ if is_root => 0,
            "mod" => below.len() - 1,
            _ => below.len(),
        };
        Self {
            path: format!("src/{path}"),
            room: if below.len() == 1 { last.clone() } else { below[0].to_owned() },
            depth,
            // A module of tests in a file of its own is no code either.
            code: if last == "tests" { Vec::new() } else { code_of(text) },
            lines: text.lines().map(str::to_owned).collect(),
        }
    }

    /// Each line of code that a test finds, as `path:line: code`.
    pub fn places(&self, found: impl Fn(&str) -> bool) -> impl Iterator<Item = String> {
        self.code
            .iter()
            .filter(move |(_, code)| found(code))
            .map(|(number, code)| format!("{}:{number}: {}", self.path, code.trim()))
    }
}

/// The lines before the module of tests, which ends every file that has one.
fn code_of(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<_> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| {
        let opens = pair[1].trim_start().starts_with("mod ") && pair[1].ends_with('{');
        pair[0].trim() == "#[cfg(test)]" && opens
    });
    let code = &lines[..tests.unwrap_or(lines.len())];
    code.iter()
        .enumerate()
        .map(|(index, line)| (index + 1, without_comment(line).to_owned()))
        .filter(|(_, code)| !code.trim().is_empty())
        .collect()
}

/// A line without what follows `//`, unless that stands in a text such as an address.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut escaped = false;
    let bytes = line.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            // A quotation mark as a character is no text: '"'.
            b'"' if bytes.get(at.wrapping_sub(1)) != Some(&b'\'') => quoted = !quoted,
            b'/' if !quoted && bytes.get(at + 1) == Some(&b'/') => return &line[..at],
            _ => {}
        }
    }
    line
}

/// Whether a word stands in a line of code by itself, not as a part of another word.
pub fn has_word(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part)
    })
}

#[test]
fn comments_are_told_from_code() {
    assert_eq!(without_comment("let a = 1; // one"), "let a = 1; ");
    assert_eq!(without_comment(r#"let a = "https://x"; // y"#), r#"let a = "https://x"; "#);
    assert_eq!(without_comment("'\"' // y"), "'\"' ");
    assert_eq!(code_of("use a;\n#[cfg(test)]\nmod tests {\n}\n").len(), 1);
    assert_eq!(code_of("#[cfg(test)]\nmod tests;\nuse a;\n").len(), 3);
    assert_eq!(Source::of("analysis/tests.rs", "use a;\n").code.len(), 0);
    assert!(has_word("egui::Ui", "egui") && !has_word("from_egui(x)", "egui"));
}
