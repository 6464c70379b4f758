//! What README.md and the pages of the guide say is so: their commands print what they show, their
//! files are what the program makes, their tables are complete, their links lead somewhere.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use onstage::process::{ProblemCode, Severity};

/// Stands for lines that a document leaves out.
const LEFT_OUT: &str = "…";
/// The folders of the guide: each in its language, with the locale in which its commands run and
/// the least number of commands that it shows.
const GUIDES: [(&str, &str, usize); 2] = [("en", "C", 20), ("zh-Hans", "zh_CN.UTF-8", 10)];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text of the project, with what its commands are run with.
struct Page {
    /// Its path within the project.
    name: String,
    text: String,
    locale: &'static str,
    /// The folder of the samples that its commands find.
    samples: &'static str,
}

impl Page {
    fn read(path: &Path, locale: &'static str, samples: &'static str) -> Self {
        let name = path.strip_prefix(project()).unwrap().to_string_lossy().replace('\\', "/");
        Self { name, text: fs::read_to_string(path).unwrap(), locale, samples }
    }

    /// The code blocks, each with the mark before it (`file: steps.csv`) or its language.
    fn blocks(&self) -> Vec<(String, Vec<&str>)> {
        let mut found = Vec::new();
        let mut mark = None;
        let mut lines = self.text.lines();
        while let Some(line) = lines.next() {
            let comment = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            if let Some(said) = comment {
                mark = Some(said.to_owned());
            } else if let Some(language) = line.strip_prefix("```") {
                let code = lines.by_ref().take_while(|line| *line != "```").collect();
                found.push((mark.take().unwrap_or_else(|| language.to_owned()), code));
            }
        }
        found
    }

    /// The text without what stands in code blocks.
    fn prose(&self) -> impl Iterator<Item = &str> {
        let mut in_code = false;
        self.text.lines().filter(move |line| {
            let is_fence = line.starts_with("```");
            in_code ^= is_fence;
            !in_code && !is_fence
        })
    }

    /// The names by which links lead to its headings, as code hosts make them.
    fn anchors(&self) -> Vec<String> {
        let headings = self.prose().filter(|line| line.starts_with('#'));
        headings.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
    }

    /// Where its links and pictures lead.
    fn targets(&self) -> impl Iterator<Item = &str> {
        self.prose().flat_map(|line| line.split("](").skip(1)).filter_map(|s| s.split(')').next())
    }
}

/// The name of a heading in links: small letters, hyphens for blanks, nothing else but letters and
/// digits.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn readme() -> Page {
    Page::read(&project().join("README.md"), "C", "en")
}

/// The pages of a language's guide, by name.
fn guide(language: &'static str, locale: &'static str) -> Vec<Page> {
    let folder = project().join("assets/guide").join(language);
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    paths.sort();
    paths.iter().map(|path| Page::read(path, locale, language)).collect()
}

/// README.md and every page of the guide.
fn documents() -> Vec<Page> {
    let pages = GUIDES.iter().flat_map(|(language, locale, _)| guide(language, locale));
    std::iter::once(readme()).chain(pages).collect()
}

/// Checks that a text holds the shown lines in their order, in one piece between two marks of
/// lines left out.
#[track_caller]
fn shows(what: &str, text: &str, shown: &[&str]) {
    let lines: Vec<_> = text.lines().collect();
    let mut rest = &lines[..];
    for piece in shown.split(|line| *line == LEFT_OUT).filter(|piece| !piece.is_empty()) {
        let at = rest.windows(piece.len()).position(|window| window == piece);
        let Some(at) = at else {
            panic!("{what} has not:\n{}\n\nbut:\n{}", piece.join("\n"), rest.join("\n"));
        };
        rest = &rest[at + piece.len()..];
    }
}

/// Runs a command line of a document in a folder and returns all that it prints.
fn run(line: &str, folder: &Path, locale: &str) -> String {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("onstage"), "{line}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).current_dir(folder);
    for name in ["LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    let output = command.env("LANG", locale).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8(text).unwrap()
}

/// Runs the commands of a document and holds what it shows against what they print and make;
/// answers how many there are. Its folder has the samples, and the files that it shows.
fn check_commands(page: &Page) -> usize {
    let blocks = page.blocks();
    let folder = tempfile::tempdir().unwrap();
    for sample in fs::read_dir(project().join("assets/samples").join(page.samples)).unwrap() {
        let sample = sample.unwrap();
        fs::copy(sample.path(), folder.path().join(sample.file_name())).unwrap();
    }
    for (mark, code) in &blocks {
        if let Some(name) = mark.strip_prefix("file: ") {
            fs::write(folder.path().join(name), code.join("\n") + "\n").unwrap();
        }
    }
    let mut commands = 0;
    for (_, code) in blocks.iter().filter(|(mark, _)| mark == "console") {
        let shown = code.split(|line| line.starts_with("$ ")).skip(1);
        for (shown, line) in shown.zip(code.iter().filter_map(|line| line.strip_prefix("$ "))) {
            let printed = run(line, folder.path(), page.locale);
            let what = format!("{}: {line}", page.name);
            shows(&what, &printed, shown);
            if !shown.contains(&LEFT_OUT) {
                assert_eq!(printed.lines().collect::<Vec<_>>(), shown, "{what}");
            }
            commands += 1;
        }
    }
    for (mark, code) in &blocks {
        if let Some(name) = mark.strip_prefix("part of ") {
            let file = fs::read_to_string(folder.path().join(name)).unwrap();
            shows(&format!("{}: {name}", page.name), &file, code);
        }
    }
    commands
}

#[test]
fn commands_print_what_the_readme_shows() {
    assert!(check_commands(&readme()) >= 2, "commands are shown");
}

#[test]
fn commands_print_what_the_guide_shows() {
    for (language, locale, least) in GUIDES {
        let commands: usize = guide(language, locale).iter().map(check_commands).sum();
        assert!(commands >= least, "only {commands} commands are shown in {language}");
    }
}

#[test]
fn every_problem_is_in_the_table() {
    for (language, locale, _) in GUIDES {
        let pages = guide(language, locale);
        let page = pages.iter().find(|page| page.name.ends_with("/problems.md")).unwrap();
        for code in ProblemCode::ALL {
            let severity = match (code.severity(), language) {
                (Severity::Error, "en") => "error",
                (Severity::Warning, "en") => "warning",
                (Severity::Hint, "en") => "hint",
                (Severity::Error, _) => "错误",
                (Severity::Warning, _) => "警告",
                (Severity::Hint, _) => "提示",
            };
            let row = format!("| `{}` | {severity} |", code.name());
            assert!(page.text.contains(&row), "{} lacks {row}", page.name);
        }
    }
}

#[test]
fn every_room_is_on_the_map() {
    let readme = readme();
    let guide = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    for entry in fs::read_dir(project().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let room = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(readme.text.contains(&format!("| `src/{room}` |")), "README.md lacks {room}");
            assert!(guide.contains(&format!("//! | [`{room}`] |")), "src/lib.rs lacks {room}");
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let documents = documents();
    for page in &documents {
        let folder = project().join(&page.name).parent().unwrap().to_owned();
        for target in page.targets().filter(|target| !target.starts_with("https://")) {
            // The window's guide is asked for its pictures where they are put into the program.
            if target.starts_with("pictures/") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if file.is_empty() { project().join(&page.name) } else { folder.join(file) };
            assert!(path.exists(), "{} links to {target}, which is not there", page.name);
            if !heading.is_empty() {
                let page_there = Page::read(&path, page.locale, page.samples);
                assert!(
                    page_there.anchors().iter().any(|anchor| anchor == heading),
                    "{} links to {target}, which is no heading",
                    page.name
                );
            }
        }
    }
}

#[test]
fn every_page_of_the_guide_is_there_in_each_language() {
    let names = |(language, locale, _): (&'static str, &'static str, usize)| {
        let names = guide(language, locale).into_iter();
        names.map(|page| page.name.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let [english, chinese] = GUIDES.map(names);
    assert_eq!(english, chinese);
    assert!(english.len() >= 18, "{english:?}");
}

#[test]
fn the_test_command_is_marked_for_the_checks() {
    let readme = readme();
    let blocks = readme.blocks();
    let (_, command) = blocks.iter().find(|(mark, _)| mark == "test command").unwrap();
    assert_eq!(command, &["cargo test"]);
}
