//! Reports that leave the program: as pages, for a browser, for a word processor, as text.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use onstage::analysis::analyse;
use onstage::blueprint::Blueprint;
use onstage::drawing::{
    CellKind, DisplayList, Document, DocumentBlock, DocumentPages, DocumentSheet, FootTexts,
    PaperSize, RowLook, Shape, Telling, Typesetter, set_document,
};
use onstage::pictures::Shown;
use onstage::reports::{PageSubject, Part, Past, ReportSource, report, verdict_page};
use onstage::storage::{samples, templates};
use onstage::wording::{Language, Units, Wording};

const OFFICE: &str = "assets/samples/en/driver-licence-office.ron";
const OFFICE_CHINESE: &str = "assets/samples/zh-Hans/driver-licence-office.ron";
const FORMATS: [&str; 4] = ["docx", "html", "md", "pdf"];

fn onstage(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A report on standard output, on a day that never changes.
fn written(file: &str, format: &str, more: &[&str]) -> Vec<u8> {
    let words = ["report", file, "-o", "-", "--to", format, "--date", "2026-11-29"];
    let output = onstage(&[&words[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{more:?}: {}", said(&output));
    output.stdout
}

fn text(file: &str, format: &str, more: &[&str]) -> String {
    String::from_utf8(written(file, format, more)).unwrap()
}

/// All samples and templates of a language.
fn shipped(language: Language) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["assets/samples", "assets/templates"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(language.code());
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.sort();
    files
}

fn open(file: &Path) -> Blueprint {
    onstage::storage::open(file).unwrap().blueprint
}

/// The report on the first scenario of a blueprint.
fn document(blueprint: &Blueprint, language: Language, without: &[Part]) -> Document {
    let scenario = blueprint.baseline();
    let mut words = Wording::new(language);
    words.set_units(Units::of(blueprint, scenario));
    let analysis = analyse(scenario);
    let currency = blueprint.currency();
    let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
    let source = ReportSource { blueprint, shown, file: "office.ron", date: "today" };
    let without: BTreeSet<Part> = without.iter().copied().collect();
    report(&source, &without, &Typesetter::new(1.0))
}

fn set(document: &Document) -> DocumentPages {
    let page = |number: usize, count: usize| format!("{number}/{count}");
    let sheet = DocumentSheet { paper: PaperSize::A4, foot: FootTexts::default(), page: &page };
    set_document(document, &sheet, &Typesetter::new(1.0))
}

/// A blueprint that is imported from a table of steps.
fn imported(table: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let (steps, file) = (folder.path().join("steps.csv"), folder.path().join("made.ron"));
    std::fs::write(&steps, table).unwrap();
    let (steps, file) = (steps.display().to_string(), file.display().to_string());
    let output = onstage(&["import", &steps, "-o", &file]);
    // What is imported may have errors, which the report then names.
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", said(&output));
    (folder, file)
}

/// The rows of a table after a heading, groups apart.
fn rows_below(document: &Document, heading: &str) -> Vec<Vec<String>> {
    let mut blocks = document.blocks.iter();
    blocks.find(|block| matches!(block, DocumentBlock::Heading(_, text) if text == heading));
    let table = blocks.find_map(|block| match block {
        DocumentBlock::Table(table) => Some(table),
        _ => None,
    });
    let rows = table.unwrap().rows.iter().filter(|row| row.look != RowLook::Group);
    rows.map(|row| row.cells.clone()).collect()
}

#[test]
fn the_office_reports_what_the_specification_says() {
    let blueprint = open(Path::new(OFFICE));
    let report = document(&blueprint, Language::English, &[]);
    let all = report.texts().join("\n");
    for expected in [
        "Tight: 54 an hour come, 60 can be served.",
        "60 /h\nexact",
        "54 /h\ngiven",
        "90 %\nexact",
        "7 min 45 s\nexact",
        "6.98\nexact",
        "$1.70\nexact",
        "Records officer: 1 ÷ 60 s per customer = 60 /h. Next limit: Optometry aide at 90 /h.",
        "Waits for check: 4 min 18 s, accepted 5 min.",
        "Eye test: The applicant knows the chart by heart (0.8 = 2 % × 8 × 5). \
         Next: Review application (0.64 = 8 % × 4 × 2). Both have a recovery.",
        "Not given: the price; the overhead; the opening hours; evidence in the phase Verify.",
        "No problems found.",
        "Let Clerk help the Records officer (60 → 90 /h)\nTraining for Clerk\n\
         Second Records officer (60 → 90 /h)\n$12.00 more per hour\n\
         Merge Collect payment and Check violations (60 → 80 /h)",
        "To-be A: 120 /h (+60 /h), 3 min 27 s (−4 min 18 s), $1.93 (+$0.23).",
    ] {
        assert!(all.contains(expected), "{expected}");
    }
    let steps = rows_below(&report, "Steps");
    assert_eq!(steps.len(), 14);
    let check = steps.iter().find(|row| row[0].starts_with("Check violations")).unwrap();
    assert_eq!(check[3..8], ["60 s", "1", "60 /h", "90 %", "4 min 18 s"]);
    assert!(check[0].contains("Bottleneck"), "what limits is said, not only coloured");
    let marks: Vec<&str> = steps.iter().map(|row| row[9].as_str()).collect();
    let count = |mark: &str| marks.iter().filter(|other| **other == mark).count();
    assert_eq!((count("F"), count("W"), count("–")), (2, 1, 11));
    let roles = rows_below(&report, "Roles");
    let names: Vec<&str> = roles.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names.len(), 7);
    assert!(names[0].starts_with("Records officer") && names[6] == "Clerk", "{names:?}");
    let experience = rows_below(&report, "Visible and hidden, for one customer");
    let value = |name: &str| experience.iter().find(|row| row[0] == name).unwrap()[1].clone();
    assert_eq!(value("In front of the line of visibility"), "3 min 15 s");
    assert_eq!(value("Behind the line of visibility"), "1 min 20 s");
    assert_eq!(
        (value("Moments of truth"), value("Share of waiting")),
        ("5".into(), "58.1 %".into())
    );
    assert_eq!(rows_below(&report, "Where $1.70 a customer goes").len(), 14);
    assert!(all.contains("Cost of a minute’s delay\n$0.239"));
    assert_eq!(rows_below(&report, "To-be A against As-is").len(), 22);
    let changes = report.blocks.iter().rev().find_map(|block| match block {
        DocumentBlock::List(entries) => Some(entries.len()),
        _ => None,
    });
    assert_eq!(changes, Some(20));
    assert!(all.contains("Little 1961") && all.contains("Pollaczek 1930"), "sources");
}

#[test]
fn the_office_reports_the_same_in_chinese() {
    let blueprint = open(Path::new(OFFICE_CHINESE));
    let report = document(&blueprint, Language::Chinese, &[]);
    let all = report.texts().join("\n");
    for expected in [
        "十分紧张：每小时到达 54 位，可服务 60 位。",
        "60 位/小时\n精确",
        "7 分 45 秒\n精确",
        "记录核查员：1 ÷ 每位顾客 60 秒 = 60 位/小时。下一个限制：视力检查员，90 位/小时。",
        "等候检查：4 分 18 秒，可接受 5 分钟。",
        "0.8 = 2% × 8 × 5",
        "没有发现问题。",
        "120 位/小时（+60 位/小时）",
    ] {
        assert!(all.contains(expected), "{expected}");
    }
    assert_eq!(rows_below(&report, "步骤").len(), 14);
    assert_eq!(rows_below(&report, "角色").len(), 7);
}

#[test]
fn everything_that_is_shipped_makes_every_format() {
    for language in Language::ALL {
        for file in shipped(language) {
            let name = file.display().to_string();
            for format in FORMATS {
                let words = ["report", &name, "-o", "-", "--to", format, "--date", "2026-11-29"];
                let output = onstage(&[&words[..], &["--language", language.code()]].concat());
                let code = output.status.code();
                assert!(matches!(code, Some(0 | 1)), "{name} {format}: {}", said(&output));
                // Beside Markdown lie its pictures, for which standard output has no room.
                let is_beside = format == "md";
                assert!(
                    is_beside || said(&output).is_empty(),
                    "{name} {format}: {}",
                    said(&output)
                );
                assert!(!is_beside || said(&output).contains(".svg"), "{name}: {}", said(&output));
                match format {
                    "pdf" => {
                        let found = |part: &[u8]| {
                            output.stdout.windows(part.len()).any(|window| window == part)
                        };
                        assert!(found(b"pdfuaid:part"), "{name} does not claim PDF/UA-1");
                        assert!(found(b"/Outlines") && found(b"/StructTreeRoot"));
                    }
                    "html" => check_html(&String::from_utf8(output.stdout).unwrap(), &name),
                    "docx" => assert!(output.stdout.starts_with(b"PK"), "{name}"),
                    _ => assert!(output.stdout.starts_with(b"# "), "{name}"),
                }
            }
        }
    }
}

/// HTML is XML as well, has one heading of the first level, and holds nothing that is fetched or run.
fn check_html(html: &str, name: &str) {
    let mut reader = quick_xml::Reader::from_str(html);
    let mut depth = 0_i32;
    let mut identifiers = BTreeSet::new();
    let (mut titles, mut cells) = (0, 0);
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}"));
        let element = match &event {
            quick_xml::events::Event::Start(element) => {
                depth += 1;
                element
            }
            quick_xml::events::Event::Empty(element) => element,
            quick_xml::events::Event::End(_) => {
                depth -= 1;
                continue;
            }
            quick_xml::events::Event::Eof => break,
            _ => continue,
        };
        let tag = element.name().as_ref().to_owned();
        let foreign = ["script", "link", "img", "image", "iframe", "object", "use"];
        assert!(!foreign.contains(&tag.as_str()), "{name}: {tag}");
        titles += i32::from(tag == "h1");
        let mut is_scoped = tag != "th";
        for attribute in element.attributes() {
            let attribute = attribute.unwrap_or_else(|error| panic!("{name}: {error}"));
            let key = attribute.key.as_ref().to_owned();
            let value = attribute.value.to_string();
            assert!(!key.starts_with("on"), "{name}: {key}");
            match key.as_str() {
                // Only to places in the file itself.
                "href" => assert!(value.starts_with('#'), "{name}: {value}"),
                "src" => panic!("{name}: {value}"),
                "id" => assert!(identifiers.insert(value.clone()), "{name}: {value} twice"),
                "scope" => is_scoped = true,
                _ => {}
            }
        }
        cells += i32::from(tag == "td");
        assert!(is_scoped, "{name}: a head without a scope");
    }
    assert_eq!((depth, titles), (0, 1), "{name}");
    assert!(cells > 0 && html.contains("default-src 'none'"), "{name}");
    assert!(!html.contains("url(http") && !html.contains("@import"), "{name}");
}

#[test]
fn the_same_is_the_same_to_the_byte() {
    for format in FORMATS {
        let once = written(OFFICE, format, &[]);
        assert!(once == written(OFFICE, format, &[]), "{format}");
        // Markdown has its pictures beside it, and colours nowhere else.
        let is_coloured = once != written(OFFICE, format, &["--theme", "dark"]);
        assert_eq!(is_coloured, format != "md", "{format}");
        assert!(once != written(OFFICE, format, &["--scenario", "To-be A"]), "{format}");
    }
    // On another day only the day is another.
    let words = ["report", OFFICE, "-o", "-", "--to", "md", "--date", "2026-11-30"];
    let other = String::from_utf8(onstage(&words).stdout).unwrap();
    assert_eq!(other.replace("30 November", "29 November"), text(OFFICE, "md", &[]));
}

#[test]
fn the_office_is_small() {
    assert!(written(OFFICE, "pdf", &[]).len() < 300_000);
    assert!(written(OFFICE_CHINESE, "pdf", &["--language", "zh"]).len() < 300_000);
    assert!(written(OFFICE, "html", &[]).len() < 400_000);
}

#[test]
fn every_text_of_a_report_is_on_its_pages() {
    for (language, file) in [(Language::English, OFFICE), (Language::Chinese, OFFICE_CHINESE)] {
        let document = document(&open(Path::new(file)), language, &[]);
        let pages = set(&document);
        let panels = pages.pages.iter().flat_map(|page| &page.panels);
        let items = panels.flat_map(|panel| panel.lists.iter().flat_map(DisplayList::iter));
        let drawn: String = items
            .filter_map(|item| match item.shape {
                Shape::Text { text, .. } => Some(text.to_owned()),
                _ => None,
            })
            .collect();
        let closed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let drawn = closed(&drawn);
        for text in document.texts() {
            assert!(drawn.contains(&closed(text)), "{text}");
        }
    }
}

#[test]
fn pages_are_told_as_they_are_built() {
    let report = document(&open(Path::new(OFFICE)), Language::English, &[]);
    let pages = set(&report);
    let told: Vec<_> =
        pages.pages.iter().flat_map(|page| &page.panels).flat_map(|panel| &panel.told).collect();
    assert_eq!(told[0].telling, Telling::Heading(1), "the title comes first");
    let levels: Vec<u16> = told
        .iter()
        .filter_map(|told| match told.telling {
            Telling::Heading(level) => Some(level),
            _ => None,
        })
        .collect();
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "no level is skipped: {levels:?}");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    for kind in [CellKind::ColumnHead, CellKind::RowHead, CellKind::GroupHead, CellKind::Data] {
        let is_there = told
            .iter()
            .any(|told| matches!(told.telling, Telling::Cell { kind: other, .. } if other == kind));
        assert!(is_there, "{kind:?}");
    }
    assert!(told.iter().any(|told| matches!(told.telling, Telling::Item { .. })));
    // Each step of the sheet and each chart has its words.
    let figures = told.iter().filter(|told| told.telling == Telling::Figure);
    assert!(figures.clone().all(|told| !told.text.is_empty()));
    assert_eq!(figures.count(), 19 + 4);
    let bytes = written(OFFICE, "pdf", &[]);
    let count =
        |part: &str| bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count();
    for tag in ["/S/Table", "/S/TR", "/S/TH", "/S/TD", "/S/L", "/S/LI", "/S/Figure", "/S/H1"] {
        assert!(count(tag) > 0, "{tag}");
    }
    // No page but the last is nearly empty.
    let marks: Vec<&str> = pages.bookmarks.iter().map(|mark| mark.text.as_str()).collect();
    // It has no planning sheets.
    assert_eq!(marks.len(), Part::ALL.len() - 1, "{marks:?}");
}

#[test]
fn parts_can_be_left_out() {
    let all = text(OFFICE, "md", &[]);
    let parts: Vec<&str> = all.lines().filter(|line| line.starts_with("## ")).collect();
    let names = [
        "Verdict",
        "Blueprint",
        "Steps",
        "Roles",
        "Experience and money",
        "Problems",
        "Comparison",
        "Method",
    ];
    assert_eq!(parts, names.map(|name| format!("## {name}")));
    for part in Part::ALL {
        let less = text(OFFICE, "md", &["--without", part.name()]);
        let left = if part == Part::Plans { 8 } else { 7 };
        assert_eq!(less.lines().filter(|line| line.starts_with("## ")).count(), left, "{part:?}");
    }
    // Nothing but a title is no report; one part is.
    let all_but_one = Part::ALL.map(Part::name)[1..].join(",");
    let verdict = text(OFFICE, "html", &["--without", &all_but_one]);
    assert!(verdict.contains("<h1") && verdict.matches("<h2").count() == 1);
    let all = Part::ALL.map(Part::name).join(",");
    let output = onstage(&["report", OFFICE, "-o", "-", "--to", "html", "--without", &all]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let words = ["report", OFFICE, "-o", "-", "--to", "md", "--without", "verdicts"];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("verdict, blueprint"), "{}", said(&output));
    // One scenario alone is compared with nothing.
    let (_folder, file) = imported("step,time\nPay,1 min\n");
    assert!(!text(&file, "md", &[]).contains("## Comparison"));
}

#[test]
fn what_is_missing_is_said() {
    let (_folder, file) = imported("step,role,time,next\nPay,Clerk,1 min,Leave\nLeave,,,end\n");
    let output = onstage(&["report", &file, "-o", "-", "--to", "md"]);
    assert_eq!(output.status.code(), Some(1), "a time is missing, which is an error");
    let report = String::from_utf8(output.stdout).unwrap();
    for expected in [
        "60 an hour can be served; how many come is not given.",
        "needs the arrivals per hour",
        "needs a time for Leave",
        "| Cost per customer | – | needs a cost per hour for Clerk |",
        "How long customers wait is not known: it needs the arrivals per hour.",
        "No fail point is marked.",
        "the arrivals; the price; the overhead; the opening hours",
        "a cost per hour (Clerk)",
        "There is only one scenario.",
        "Nothing names any money",
    ] {
        assert!(report.contains(expected), "{expected}\n{report}");
    }
    for language in Language::ALL {
        let mut files = shipped(language);
        files.retain(|file| file.ends_with("empty-sheet.ron"));
        let document = document(&open(&files[0]), language, &[]);
        for block in &document.blocks {
            let DocumentBlock::Table(table) = block else { continue };
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            assert!(cells.clone().all(|cell| !cell.trim().is_empty()), "{table:?}");
        }
        let words = Wording::new(language);
        for key in ["report-steps-none", "report-roles-none", "report-money-none"] {
            let told = document.texts().iter().any(|text| *text == words.text(key));
            assert!(told, "{key} in {}", language.code());
        }
    }
}

#[test]
fn no_cell_is_blank() {
    for language in Language::ALL {
        for file in shipped(language) {
            let document = document(&open(&file), language, &[]);
            for block in &document.blocks {
                if let DocumentBlock::Table(table) = block {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    let blank = cells.filter(|cell| cell.trim().is_empty()).count();
                    assert_eq!(blank, 0, "{}: {:?}", file.display(), table.columns);
                }
            }
        }
    }
}

#[test]
fn markdown_has_its_pictures_beside_it_and_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("The office.md");
    let name = path.display().to_string();
    let words = ["report", OFFICE, "-o", &name, "--date", "2026-11-29"];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let markdown = std::fs::read_to_string(&path).unwrap();
    for beside in ["", "-load", "-visit", "-waiting", "-money"] {
        let file = format!("The office{beside}.svg");
        assert!(markdown.contains(&format!("](<{file}>)")), "{file}");
        let svg = std::fs::read_to_string(folder.path().join(&file)).unwrap();
        assert!(svg.starts_with("<svg") && !svg.contains("<script"), "{file}");
    }
    // One of them alone stands in the way of all.
    std::fs::remove_file(&path).unwrap();
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force") && !path.exists(), "{}", said(&output));
    assert!(onstage(&[&words[..], &["--force"]].concat()).status.success());
    // Standard output has nothing beside it.
    let alone = text(OFFICE, "md", &[]);
    assert!(!alone.contains("]("), "no picture");
}

#[test]
fn a_word_processor_gets_headings_heads_and_pictures() {
    let bytes = written(OFFICE_CHINESE, "docx", &["--language", "zh"]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        text
    };
    let document = part("word/document.xml");
    for expected in ["Heading1", "Heading2", "Heading3", "w:tblHeader", "wp:docPr", "w:numPr"] {
        assert!(document.contains(expected), "{expected}");
    }
    // The sheet lies on a page across, between pages that are upright, each with its foot first.
    let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    let across = |section: &&str| section.contains("w:orient=\"landscape\"");
    assert_eq!(sections.iter().map(across).collect::<Vec<_>>(), [false, true, false]);
    assert!(sections.iter().all(|section| section.starts_with("<w:footerReference ")));
    assert!(!document.contains('\u{E000}'), "no mark is left");
    assert_eq!(document.matches("w:tblHeader").count(), document.matches("<w:tbl>").count());
    assert_eq!(document.matches("descr=\"").count(), document.matches("<wp:docPr").count());
    let styles = part("word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"zh-CN\"") && styles.contains("Microsoft YaHei"));
    let core = part("docProps/core.xml");
    assert!(core.contains("2026-11-29T00:00:00Z") && core.contains("<dc:title>"), "{core}");
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in &names {
        // Relations are those of parts that are there.
        if let Some((folder, part)) = name.split_once("_rels/").filter(|(_, part)| *part != ".rels")
        {
            let part = format!("{folder}{}", part.trim_end_matches(".rels"));
            assert!(names.contains(&part), "{name} of no part");
        }
    }
    assert!(zip.file_names().any(|name| name.unwrap().starts_with("word/media/")));
    let modified: BTreeSet<String> = (0..zip.len())
        .map(|at| format!("{:?}", zip.by_index(at).unwrap().last_modified()))
        .collect();
    assert_eq!(modified.len(), 1, "no clock: {modified:?}");
}

#[test]
fn an_export_is_a_report_where_that_is_usual_or_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let day = ["--date", "2026-11-29"];
    let (picture, asked, usual) = (path("a.pdf"), path("b.pdf"), path("c.html"));
    for (out, more) in [(&picture, &[][..]), (&asked, &["--as", "report"]), (&usual, &[])] {
        let output = onstage(&[&["export", OFFICE, "-o", out], &day[..], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    assert!(std::fs::read(&asked).unwrap() == written(OFFICE, "pdf", &[]));
    assert!(std::fs::read(&picture).unwrap() != std::fs::read(&asked).unwrap());
    assert!(std::fs::read(&usual).unwrap() == written(OFFICE, "html", &[]));
    for wrong in [
        &["export", OFFICE, "-o", "-", "--to", "html", "--as", "picture"][..],
        &["export", OFFICE, "-o", "-", "--to", "pdf", "--as", "report", "--select", "Photograph"],
        &["report", OFFICE, "-o", "-", "--to", "png"],
        &["report", OFFICE, "-o", "-", "--to", "html", "--paper", "a4"],
        &["report", OFFICE, "-o", "-"],
    ] {
        let output = onstage(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !said(&output).is_empty(), "{wrong:?}");
    }
}

#[test]
fn a_blueprint_with_errors_is_reported_and_ends_with_one() {
    let (_folder, file) = imported(
        "step,role,time,next\nStart,Clerk,1 min,A 50 %; B 40 %\nA,Clerk,1 min,end\nB,Clerk,1 min,end\n",
    );
    let words = ["report", &file, "-o", "-", "--to", "md"];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("shares-do-not-add-up") && report.contains("Error"), "{report}");
}

#[test]
fn the_paper_is_as_asked() {
    let width = |paper: &str| {
        let bytes = written(OFFICE, "pdf", &["--paper", paper]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let inside = text.split_once("/MediaBox").unwrap().1.split_once('[').unwrap().1;
        let numbers: Vec<f64> = inside
            .split(']')
            .next()
            .unwrap()
            .split_whitespace()
            .map(|number| number.parse().unwrap())
            .collect();
        numbers[2].min(numbers[3])
    };
    assert!((width("a4") - 595.28).abs() < 0.1 && (width("letter") - 612.0).abs() < 0.1);
    assert!(width("a3") > 800.0);
    assert!((width("sheet") - 595.28).abs() < 0.1, "texts are on A4");
}

#[test]
fn a_capacity_at_most_promises_nothing() {
    let mut promised = 0;
    for file in shipped(Language::English) {
        let blueprint = open(&file);
        let analysis = analyse(blueprint.baseline());
        let at_most = analysis.capacity_per_hour.basis == onstage::analysis::Basis::UpperBound;
        let markdown = text(file.to_str().unwrap(), "md", &[]);
        let is_at_ease = analysis.utilisation.value.is_some_and(|busy| busy < 1.0);
        let said = |start: &str| markdown.lines().find(|line| line.contains(start));
        if at_most && is_at_ease {
            // What is attained was simulated, and has its interval.
            let holds = ["It holds:", "Tight:", "Too much:"].into_iter().find_map(said);
            let is_attained = holds.is_some_and(|holds| holds.contains('±'));
            assert!(is_attained || said("It may hold:").is_some(), "{}", file.display());
            promised += 1;
        } else {
            assert!(said("It may hold:").is_none(), "{}", file.display());
        }
    }
    assert!(promised > 0);
}

#[test]
fn what_would_help_is_said_once() {
    for file in shipped(Language::English) {
        let markdown = text(file.to_str().unwrap(), "md", &[]);
        let Some((_, after)) = markdown.split_once("What would help most") else { continue };
        let part = after.split("\n#").next().unwrap();
        let all: Vec<&str> = part
            .lines()
            .filter_map(|line| line.strip_prefix("- "))
            .map(|line| line.split(" (").next().unwrap())
            .collect();
        let different: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), different.len(), "{}: {all:?}", file.display());
    }
}

#[test]
fn the_longest_wait_stands_in_the_table_of_steps() {
    for language in Language::ALL {
        let words = Wording::new(language);
        for file in shipped(language) {
            let report = document(&open(&file), language, &[]);
            let steps = rows_below(&report, words.text("report-part-steps"));
            let found = report.blocks.iter().find_map(|block| match block {
                DocumentBlock::Table(table) => {
                    let about = words.text("report-longest-wait");
                    table.rows.iter().find(|row| row.cells.first().is_some_and(|it| it == about))
                }
                _ => None,
            });
            let said = &found.unwrap().cells[1];
            let Some(row) = steps.iter().find(|row| {
                let name = row[0].split([':', '：']).next().unwrap();
                said.starts_with(name) && row[7] != words.text("no-figure")
            }) else {
                // Nobody waits, or it is not known how long.
                assert!(!said.chars().any(|c| c.is_ascii_digit()), "{}: {said}", file.display());
                continue;
            };
            assert!(said.contains(&row[7]), "{}: {said}, but {}", file.display(), row[7]);
        }
    }
}

#[test]
fn the_verdict_page_of_every_sample_answers_all_and_fits_one_page() {
    let mut seen = 0;
    for language in Language::ALL {
        for sample in samples().iter().chain(templates()) {
            let blueprint = sample.open().unwrap();
            for scenario in blueprint.scenarios() {
                let mut words = Wording::new(language);
                words.set_units(Units::of(&blueprint, scenario));
                let (analysis, currency) = (analyse(scenario), blueprint.currency());
                let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
                let file = "a-blueprint-with-a-long-name.ron";
                let source = ReportSource { blueprint: &blueprint, shown, file, date: "today" };
                let page = verdict_page(&source, Past::default());
                let subjects: Vec<PageSubject> = page.rows.iter().map(|row| row.subject).collect();
                assert_eq!(subjects, PageSubject::ALL);
                for row in &page.rows {
                    let name = blueprint.title();
                    assert!(!row.value.is_empty() && !row.said.is_empty(), "{name}: {row:?}");
                    // What has no answer says what to ask for; that nobody reviewed it is no lack.
                    let is_open = row.value == "–" && row.subject != PageSubject::Changed;
                    let asks = row.request.is_some() || row.subject == PageSubject::Experience;
                    assert!(!is_open || asks || row.said.ends_with(['.', '。']), "{name}: {row:?}");
                }
                let document = page.document(&words);
                let pages = set(&document);
                assert_eq!(pages.pages.len(), 1, "{}: {}", blueprint.title(), scenario.name());
                // Every number of the page is one that the report says too.
                let told = page.rows[0].value.clone();
                let report = report(&source, &BTreeSet::new(), &Typesetter::new(1.0));
                assert!(report.texts().iter().any(|text| text.contains(&told)), "{told}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

const PLANS: &str = "assets/samples/en/planning-class.ron";

#[test]
fn planning_sheets_are_in_the_report_with_their_answers() {
    let only = "verdict,blueprint,steps,roles,experience,problems,comparison,method";
    let told = text(PLANS, "md", &["--without", only]);
    for part in [
        "## Planning sheets",
        "### Tables and chairs",
        "The best plan, and the only one: 70",
        "Large: 6 of 6",
        "### Peas",
        "152,535",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    // Painters leave out what a list is not cut at: nothing, where it is cut at nothing.
    let plans = document(&open(Path::new(PLANS)), Language::English, &[]);
    let mut shapes = 0;
    for block in &plans.blocks {
        let DocumentBlock::Picture(picture) = block else { continue };
        for item in picture.lists.iter().flat_map(DisplayList::iter) {
            let is_plan = picture.name.starts_with("-plan-");
            assert!(!is_plan || item.clip.overlaps(picture.viewport), "{}", picture.name);
            shapes += usize::from(is_plan);
        }
    }
    assert!(shapes > 100, "{shapes}");
    let html = text(PLANS, "html", &["--without", only]);
    assert!(html.matches("<svg").count() >= 3, "a plane and two pictures of ways");
    let mix = text("tests/command/practice.ron", "md", &["--without", only]);
    for part in ["632.5", "Nurse: 80 min an hour of Vaccination", "With today’s shares"] {
        assert!(mix.contains(part), "{part}\n{mix}");
    }
}
