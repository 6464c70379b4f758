//! Pictures that leave the program: pages, pictures with text, pixels, by the command line.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

#[path = "exporting/handbook.rs"]
mod handbook;
#[path = "exporting/handout.rs"]
mod handout;
#[path = "exporting/mistakes.rs"]
mod mistakes;
#[path = "exporting/verdict.rs"]
mod verdict;

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command
}

fn onstage(words: &[&str]) -> Output {
    command(words).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const OFFICE: &str = "assets/samples/en/driver-licence-office.ron";
const OFFICE_CHINESE: &str = "assets/samples/zh-Hans/driver-licence-office.ron";

/// What an export of a sample to standard output writes.
fn exported(sample: &str, format: &str, more: &[&str]) -> Vec<u8> {
    let output = onstage(&[&["export", sample, "-o", "-", "--to", format], more].concat());
    assert_eq!(output.status.code(), Some(0), "{more:?}: {}", said(&output));
    output.stdout
}

fn svg(sample: &str, more: &[&str]) -> String {
    String::from_utf8(exported(sample, "svg", more)).unwrap()
}

/// Pages on a day that never changes.
fn pdf(sample: &str, more: &[&str]) -> Vec<u8> {
    exported(sample, "pdf", &[&["--date", "2026-11-29"], more].concat())
}

/// How often some bytes occur.
fn count(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}

/// The numbers behind each `/MediaBox`: width and height of a page, in points.
fn pages(bytes: &[u8]) -> Vec<(f64, f64)> {
    let text = String::from_utf8_lossy(bytes);
    text.split("/MediaBox")
        .skip(1)
        .map(|rest| {
            let inside = rest.split_once('[').unwrap().1.split_once(']').unwrap().0;
            let numbers: Vec<f64> =
                inside.split_whitespace().map(|number| number.parse().unwrap()).collect();
            (numbers[2], numbers[3])
        })
        .collect()
}

/// A blueprint of so many steps in a row, in a folder that lives as long as the answer.
fn long(steps: usize) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let (table, long) = (folder.path().join("long.csv"), folder.path().join("long.ron"));
    let row = |number| format!("Step {number},1 min\n");
    let rows: String = (1..=steps).map(row).collect();
    std::fs::write(&table, format!("step,time\n{rows}")).unwrap();
    let (table, long) = (table.display().to_string(), long.display().to_string());
    let output = onstage(&["import", &table, "-o", &long]);
    assert!(output.status.success(), "{}", said(&output));
    (folder, long)
}

#[test]
fn the_office_is_one_page_across_that_says_what_it_shows() {
    let bytes = pdf(OFFICE, &["--paper", "a4"]);
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let pages = pages(&bytes);
    assert_eq!(pages.len(), 1);
    assert!((pages[0].0 - 841.89).abs() < 0.1 && (pages[0].1 - 595.28).abs() < 0.1, "{pages:?}");
    assert!(bytes.len() < 100_000, "{} bytes", bytes.len());
    // It claims to keep the rules of PDF/UA-1, which were checked, and says its language.
    assert!(count(&bytes, "pdfuaid:part") > 0, "no claim");
    assert_eq!(count(&bytes, "/Lang(en)"), count(&bytes, "/Lang"));
    assert!(count(&bytes, "/Outlines") > 0 && count(&bytes, "/StructTreeRoot") > 0);
    // Fonts are embedded in part, with what their glyphs mean.
    let fonts = count(&bytes, "/Type0");
    assert!(fonts >= 2 && count(&bytes, "/ToUnicode") >= fonts, "{fonts}");
    assert!(count(&bytes, "+Inter") > 0);
}

#[test]
fn the_same_is_the_same_to_the_byte_on_every_day() {
    for (sample, more) in [(OFFICE, &[][..]), (OFFICE_CHINESE, &["--language", "zh"])] {
        assert!(pdf(sample, more) == pdf(sample, more), "{sample}");
    }
    let on = |seconds: &str| {
        let words = ["export", OFFICE, "-o", "-", "--to", "pdf"];
        command(&words).env("SOURCE_DATE_EPOCH", seconds).output().unwrap()
    };
    assert!(on("1795910400").stdout == pdf(OFFICE, &[]), "the day of a build");
    assert!(on("1").stdout != pdf(OFFICE, &[]));
    let wrong = on("yesterday");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(said(&wrong).contains("SOURCE_DATE_EPOCH"), "{}", said(&wrong));
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "pdf", "--date", "29.11.2026"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("2026-11-29"), "{}", said(&output));
}

#[test]
fn each_step_has_its_text_for_those_who_listen_in_the_order_of_the_flow() {
    use onstage::drawing::{Telling, flow_order};
    use onstage::pictures::{SheetChoice, SheetPicture, Shown};
    use onstage::wording::{Language, Wording};

    let blueprint = onstage::storage::open(Path::new(OFFICE)).unwrap().blueprint;
    let scenario = blueprint.baseline();
    let analysis = onstage::analysis::analyse(scenario);
    let words = Wording::new(Language::English);
    let shown =
        Shown { scenario, analysis: &analysis, words: &words, currency: blueprint.currency() };
    let told = SheetPicture::of(&shown, &SheetChoice::default()).told();
    let figures: Vec<&str> = told
        .iter()
        .filter(|told| told.telling == Telling::Figure)
        .map(|told| told.text.as_str())
        .collect();
    assert_eq!(figures.len(), scenario.steps().len(), "each once");
    // The office goes through its phases from left to right.
    let order = flow_order(scenario);
    for (text, step) in figures.iter().zip(&order) {
        assert!(text.starts_with(&scenario.steps()[step].name), "{text}");
    }
    let check = figures.iter().find(|text| text.starts_with("Check violations")).unwrap();
    for part in ["Records officer", "60 s", "Bottleneck", "together with Waits for check"] {
        assert!(check.contains(part), "{part}: {check}");
    }
    // As many figures are tagged as there are steps.
    let bytes = pdf(OFFICE, &[]);
    assert_eq!(count(&bytes, "/S/Figure"), figures.len());
}

#[test]
fn a_long_sheet_becomes_tiles_and_one_page_where_that_is_asked_for() {
    let (_folder, long) = long(40);
    let tiles = pages(&pdf(&long, &["--paper", "a4"]));
    assert!(tiles.len() > 3, "{tiles:?}");
    assert!(tiles.iter().all(|page| *page == tiles[0]), "pages of one size");
    assert_eq!(pages(&pdf(&long, &["--paper", "a4", "--pages", "one"])).len(), 1);
    assert!(pages(&pdf(&long, &["--paper", "a3"])).len() < tiles.len());
    assert_eq!(pages(&pdf(&long, &["--paper", "a4", "--rows", "--pages", "one"])).len(), 1);
    let own = pages(&pdf(&long, &["--paper", "sheet"]));
    assert!(own.len() == 1 && own[0].0 > 4000.0, "{own:?}");
    let letter = pages(&pdf(OFFICE, &["--paper", "letter"]));
    assert_eq!(letter, [(792.0, 612.0)]);
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "pdf", "--paper", "a5"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("a4, a3, letter or sheet"), "{}", said(&output));
}

#[test]
fn every_text_of_an_svg_is_held_to_its_width_and_every_step_has_its_name() {
    let text = svg(OFFICE, &[]);
    assert!(text.contains("role=\"img\"") && text.contains("xml:lang=\"en\""));
    assert!(text.contains("<title>Driver-licence office · As-is</title>"), "{}", &text[..400]);
    assert!(text.contains("<desc>Service blueprint with"));
    for line in text.lines().filter(|line| line.starts_with("<text")) {
        let letters = line.split_once('>').unwrap().1.split_once("</text>").unwrap().0;
        let is_held = line.contains("textLength=") && line.contains("spacingAndGlyphs");
        assert!(is_held || letters.chars().count() == 1 || letters.starts_with('&'), "{line}");
    }
    let blueprint = onstage::storage::open(Path::new(OFFICE)).unwrap().blueprint;
    for (id, step) in blueprint.baseline().steps() {
        let group = format!("<g id=\"step-{id}\"><title>");
        let at = text.find(&group).unwrap_or_else(|| panic!("{}", step.name));
        let said = &text[at + group.len()..][..40];
        let name = step.name.replace('&', "&amp;");
        assert!(said.starts_with(&name[..name.len().min(20)]), "{said}");
        assert_eq!(text.matches(&group).count(), 1, "an identifier is one");
    }
    for foreign in ["<script", "href", "<image", "<foreignObject"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
}

#[test]
fn letters_become_shapes_where_that_is_asked_for() {
    let text = svg(OFFICE, &["--outlines"]);
    assert!(!text.contains("<text"), "no letters are left");
    assert!(text.matches("<path fill=").count() > 60);
    assert!(text.contains("<title>"), "what it says is still said");
    let chinese = svg(OFFICE_CHINESE, &["--outlines", "--language", "zh"]);
    assert!(!chinese.contains("<text"));
}

#[test]
fn letters_that_no_font_has_are_boxes_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("thai.csv");
    std::fs::write(&table, "step,time\nกาแฟ,1 min\nPay,1 min\n").unwrap();
    let (table, file) =
        (table.display().to_string(), folder.path().join("thai.ron").display().to_string());
    assert!(onstage(&["import", &table, "-o", &file]).status.success());
    for (format, names) in [("pdf", true), ("png", true), ("svg", false)] {
        let output = onstage(&["export", &file, "-o", "-", "--to", format]);
        assert_eq!(output.status.code(), Some(0), "{format}: {}", said(&output));
        assert_eq!(said(&output).contains("ก (U+0E01)"), names, "{format}: {}", said(&output));
        if format == "pdf" {
            // No glyph stands for nothing, so the page still keeps the rules.
            assert!(count(&output.stdout, "pdfuaid:part") > 0);
        }
    }
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "pdf"]);
    assert_eq!(said(&output), "", "the office lacks none");
}

#[test]
fn a_part_and_a_sheet_without_figures_show_no_more() {
    let (all, part) =
        (svg(OFFICE, &[]), svg(OFFICE, &["--select", "Check violations", "Eye test"]));
    let width = |text: &str| {
        let rest = text.split_once(" width=\"").unwrap().1;
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    assert!(width(&part) < width(&all) / 2.0, "{} {}", width(&part), width(&all));
    assert!(part.contains("Check violations") && !part.contains(">Issue"), "only the part");
    let plain = svg(OFFICE, &["--no-figures"]);
    assert!(all.contains(">Bottleneck<") && !plain.contains(">Bottleneck<"));
    assert!(!plain.contains("60 /h") && plain.contains("Check violations"));
    let output =
        onstage(&["export", OFFICE, "-o", "-", "--to", "svg", "--select", "Check violence"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("Check violations"), "{}", said(&output));
}

#[test]
fn two_scenarios_are_one_sheet_with_marks_or_two_below_each_other() {
    let pair = ["--pair", "As-is", "To-be A"];
    let (marked, stacked) =
        (svg(OFFICE, &pair), svg(OFFICE, &[&pair[..], &["--stacked"]].concat()));
    let height = |text: &str| {
        let rest = text.split_once(" height=\"").unwrap().1;
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
    };
    assert!(marked.contains("As-is → To-be A"));
    assert!(
        marked.contains(">changed</text>") && !svg(OFFICE, &[]).contains(">changed<"),
        "a legend"
    );
    assert!(height(&stacked) > 1.7 * height(&marked));
    let named = |name: &str| stacked.matches(&format!(">{name}<")).count();
    assert!(named("As-is") >= 1 && named("To-be A") >= 1);
    // What became of a step is said, not only marked.
    let fee = |text: &str| {
        let at = text.find("<title>Pays the fee").unwrap();
        text[at..].split_once("</title>").unwrap().0.to_owned()
    };
    assert!(fee(&marked).len() > fee(&svg(OFFICE, &["--scenario", "To-be A"])).len());
    // No identifier is given twice.
    let mut identifiers: Vec<&str> =
        stacked.split(" id=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    let all = identifiers.len();
    identifiers.sort_unstable();
    identifiers.dedup();
    assert_eq!(identifiers.len(), all);
    for more in [&pair[..], &[&pair[..], &["--stacked"]].concat()] {
        assert!(!pages(&pdf(OFFICE, more)).is_empty());
    }
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "svg", "--pair", "As-is", "None"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn two_sheets_too_large_for_a_page_come_one_after_the_other() {
    let pair = ["--pair", "As-is", "To-be A", "--stacked"];
    let sides = pages(&pdf(OFFICE, &pair));
    assert_eq!(sides.len(), 2, "{sides:?}");
    assert!(sides.iter().all(|(width, height)| width > height), "across: {sides:?}");
    assert_eq!(pages(&pdf(OFFICE, &[&pair[..], &["--pages", "one"]].concat())).len(), 1);
}

#[test]
fn each_chart_can_leave_in_each_format() {
    for sample in [OFFICE, OFFICE_CHINESE] {
        for chart in ["load", "visit", "waiting", "money", "redesign"] {
            let text = svg(sample, &["--chart", chart]);
            assert!(text.contains("<text"), "{sample} {chart}");
            let description = text.split_once("<desc").unwrap().1.split_once("</desc>").unwrap().0;
            assert!(description.chars().count() > 20, "{description}");
            assert!(exported(sample, "png", &["--chart", chart]).starts_with(b"\x89PNG"));
            assert_eq!(pages(&pdf(sample, &["--chart", chart])).len(), 1);
        }
    }
    let empty = "assets/samples/en/empty-sheet.ron";
    let output = onstage(&["export", empty, "-o", "-", "--to", "svg", "--chart", "waiting"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(output.stdout.is_empty() && said(&output).trim().len() > 10, "{}", said(&output));
}

#[test]
fn rows_show_where_the_last_way_out_ends() {
    let bank = "assets/templates/en/bank.ron";
    // The marks of the ends are circles, and so are badges: all of them are there in rows, too, and
    // none lies beyond the edge.
    let circles = |text: &str| text.matches("<circle").count();
    let (whole, rows) = (svg(bank, &[]), svg(bank, &["--rows"]));
    assert_eq!(circles(&whole), circles(&rows));
    let number = |text: &str| text.parse::<f64>().unwrap();
    let width = rows.split_once("viewBox=\"0 0 ").unwrap().1.split(' ').next().map(number);
    let right = rows.split("<circle").skip(1).map(|circle| {
        let of = |name: &str| {
            number(circle.split_once(&format!(" {name}=\"")).unwrap().1.split('"').next().unwrap())
        };
        of("cx") + of("r")
    });
    let right = right.fold(0.0, f64::max);
    assert!(width.is_some_and(|width| width > right), "{width:?} {right}");
}

#[test]
fn nothing_takes_the_place_of_the_blueprint_and_links_are_followed() {
    let folder = tempfile::tempdir().unwrap();
    let (own, other) = (below(&folder, "own.ron"), below(&folder, "other.svg"));
    std::fs::copy(OFFICE, &own).unwrap();
    let before = std::fs::read(&own).unwrap();
    for words in
        [["export", &own, "-o", &own, "--to", "svg"], ["report", &own, "-o", &own, "--to", "html"]]
    {
        let output = onstage(&[&words[..], &["--force"]].concat());
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("itself"), "{}", said(&output));
    }
    assert_eq!(std::fs::read(&own).unwrap(), before);
    #[cfg(unix)]
    {
        let link = below(&folder, "link.svg");
        std::fs::write(&other, "old").unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        let output = onstage(&["export", OFFICE, "-o", &link, "--force"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(std::fs::read_to_string(&other).unwrap().starts_with("<svg"));
    }
}

#[test]
fn rows_of_a_sheet_are_not_cut_into_more_pages() {
    for sample in ["assets/templates/en/bank.ron", "assets/templates/en/car-workshop.ron"] {
        let (rows, plain) = (pdf(sample, &["--rows"]), pdf(sample, &[]));
        assert!(pages(&rows).len() <= pages(&plain).len(), "{sample}");
    }
}

#[test]
fn pixels_go_by_inch_or_by_width() {
    let size = |more: &[&str]| {
        let bytes = exported(OFFICE, "png", more);
        let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        (reader.info().width, reader.info().height, reader.info().pixel_dims.unwrap().xppu)
    };
    let one = size(&["--scale", "1"]);
    assert_eq!(size(&["--dpi", "96"]), one);
    assert_eq!(size(&["--dpi", "192"]).0, 2 * one.0);
    assert_eq!(size(&["--width", "777"]).0, 777);
    assert_eq!(one.2, 3780, "dots to a metre");
    for (option, wrong) in [("--dpi", "0"), ("--dpi", "many"), ("--width", "0"), ("--width", "1e9")]
    {
        let output = onstage(&["export", OFFICE, "-o", "-", "--to", "png", option, wrong]);
        assert_eq!(output.status.code(), Some(2), "{option} {wrong}");
        assert!(said(&output).contains(option) && output.stdout.is_empty());
    }
}

#[test]
fn the_theme_is_light_unless_another_is_asked_for() {
    let light = svg(OFFICE, &[]);
    assert_eq!(svg(OFFICE, &["--theme", "light"]), light);
    let (dark, contrast) =
        (svg(OFFICE, &["--theme", "dark"]), svg(OFFICE, &["--theme", "contrast"]));
    assert!(dark != light && contrast != light && dark != contrast);
    assert!(pdf(OFFICE, &["--theme", "dark"]) != pdf(OFFICE, &[]));
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "svg", "--theme", "pink"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("light, dark or contrast"), "{}", said(&output));
}

#[test]
fn no_picture_replaces_a_file_without_force() {
    let folder = tempfile::tempdir().unwrap();
    for ending in ["svg", "png", "pdf"] {
        let path = folder.path().join(format!("mine.{ending}"));
        std::fs::write(&path, "mine").unwrap();
        let name = path.display().to_string();
        let output = onstage(&["export", OFFICE, "-o", &name]);
        assert_eq!(output.status.code(), Some(2), "{ending}");
        assert!(said(&output).contains("--force"), "{}", said(&output));
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        assert!(onstage(&["export", OFFICE, "-o", &name, "--force"]).status.success());
        assert!(std::fs::read(&path).unwrap() != b"mine");
    }
}

#[test]
fn a_part_shows_no_slivers_of_its_neighbours() {
    let all = ["Check violations", "Photograph", "Issue temp. licence"];
    for steps in [&["Check violations", "Eye test"][..], &["Pays the fee"], &all] {
        let part = svg(OFFICE, &[&["--select"], steps].concat());
        let (width, height) = {
            let number = |name: &str| {
                let rest = part.split_once(&format!(" {name}=\"")).unwrap().1;
                rest.split_once('"').unwrap().0.parse::<f32>().unwrap()
            };
            (number("width"), number("height"))
        };
        let blueprint = onstage::storage::open(Path::new(OFFICE)).unwrap().blueprint;
        let scenario = blueprint.baseline();
        let geometry = onstage::drawing::SheetGeometry::of(scenario);
        let is_chosen = |name: &str| steps.contains(&name);
        let cards = || geometry.cards().iter();
        let name = |step| scenario.steps()[&step].name.as_str();
        let chosen = cards().filter(|card| is_chosen(name(card.step))).map(|card| card.rect);
        let seen = chosen.reduce(onstage::drawing::Rect::union).unwrap().grown(24.0);
        assert!((width - seen.width() - 36.0).abs() < 1.5, "{width}");
        assert!((height - seen.height() - 28.0).abs() < 1.5, "{height}");
        for card in cards() {
            let is_there = part.contains(&format!("<g id=\"step-{}\">", card.step));
            assert_eq!(is_there, seen.encloses(card.rect), "{}", name(card.step));
        }
        for (id, link) in scenario.links() {
            let ends = [Some(link.from), link.to.step()].into_iter().flatten();
            let inside = ends.filter_map(|step| geometry.card(step));
            let inside = inside.into_iter().all(|card| seen.encloses(card.rect));
            let is_there = part.contains(&format!("<g id=\"link-{id}\">"));
            assert_eq!(is_there, inside, "{id}");
        }
        let bytes = pdf(OFFICE, &[&["--select"], steps].concat());
        let figures = cards().filter(|card| seen.encloses(card.rect)).count();
        assert_eq!(count(&bytes, "/S/Figure"), figures, "what is read out is what is seen");
    }
}

/// A file of a folder.
fn below(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

#[test]
fn an_export_of_a_blueprint_with_errors_is_written_and_ends_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let (table, wrong) = (below(&folder, "wrong.csv"), below(&folder, "wrong.ron"));
    // The shares of the ways out come to 90 %.
    std::fs::write(&table, "step,time,next\nA,1 min,B 50 %; C 40 %\nB,1 min,-\nC,1 min,-\n")
        .unwrap();
    let output = onstage(&["import", &table, "-o", &wrong]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert_eq!(onstage(&["check", &wrong]).status.code(), Some(1));
    for exporter in onstage::exchange::EXPORTERS {
        let path = below(&folder, &format!("out-{0}.{0}", exporter.ending));
        let output = onstage(&["export", &wrong, "-o", &path]);
        assert_eq!(output.status.code(), Some(1), "{path}: {}", said(&output));
        assert!(std::fs::metadata(&path).unwrap().len() > 0, "{path}");
        let fine = onstage(&["export", OFFICE, "-o", &path, "--force"]);
        assert_eq!(fine.status.code(), Some(0), "{path}: {}", said(&fine));
    }
    let nothing = below(&folder, "none.xlsx");
    for words in [
        ["export", "there-is-no.ron", "-o", &nothing, "--force", "--to", "xlsx"],
        ["export", OFFICE, "-o", &nothing, "--scenario", "None", "--force"],
        ["export", OFFICE, "-o", &nothing, "--date", "tomorrow", "--force"],
    ] {
        let output = onstage(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(!Path::new(&nothing).exists() && output.stdout.is_empty(), "{words:?}");
    }
}

#[test]
fn a_workbook_and_a_flowchart_leave_and_come_back_by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    for (sample, language) in [(OFFICE, "en"), (OFFICE_CHINESE, "zh")] {
        let xlsx = below(&folder, &format!("{language}.xlsx"));
        let date = ["--date", "2026-11-29", "--language", language];
        let output = onstage(&[&["export", sample, "-o", &xlsx][..], &date].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let bytes = std::fs::read(&xlsx).unwrap();
        assert!(bytes == exported(sample, "xlsx", &date), "the same to standard output");
        let later = ["--date", "2026-11-30", "--language", language];
        assert!(bytes != exported(sample, "xlsx", &later));
        let other = ["--scenario", if language == "en" { "To-be A" } else { "改进方案 A" }];
        let output = [&["export", sample, "-o", "-", "--to", "xlsx"][..], &other].concat();
        assert!(onstage(&output).stdout != bytes);
        let (back, csv) = (below(&folder, &format!("{language}.ron")), below(&folder, "t.csv"));
        let output = onstage(&["import", &xlsx, "-o", &back]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        // As tables both are the same.
        let tables = |file: &str| {
            let words = ["export", file, "-o", &csv, "--force"];
            assert!(onstage(&words).status.success());
            let roles = below(&folder, "t-roles.csv");
            [std::fs::read_to_string(&csv).unwrap(), std::fs::read_to_string(roles).unwrap()]
        };
        assert_eq!(tables(&back), tables(sample));
    }
    let (mmd, back) = (below(&folder, "office.mmd"), below(&folder, "mmd.ron"));
    assert_eq!(onstage(&["export", OFFICE, "-o", &mmd]).status.code(), Some(0));
    assert!(std::fs::read_to_string(&mmd).unwrap().starts_with("flowchart LR\n"));
    let output = onstage(&["import", &mmd, "-o", &back]);
    assert!(said(&output).contains("19 steps"), "{}", said(&output));
    let output = onstage(&["export", OFFICE, "-o", &mmd, "--force", "--date", "2026-11-29"]);
    assert_eq!(output.status.code(), Some(2), "a flowchart bears no date");
}

#[test]
fn an_import_says_its_notices_to_programs_and_refuses_them_where_it_is_strict() {
    let folder = tempfile::tempdir().unwrap();
    let (table, plain) = (below(&folder, "t.csv"), below(&folder, "plain.csv"));
    std::fs::write(&table, "step,time,Favourite colour\nA,1 min,red\nB,2 min,blue\n").unwrap();
    std::fs::write(&plain, "step,time\nA,1 min\nB,2 min\n").unwrap();
    let made = below(&folder, "made.ron");
    let strict = onstage(&["import", &table, "-o", &made, "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
    assert!(said(&strict).contains("Favourite colour") && said(&strict).contains("--strict"));
    assert!(!Path::new(&made).exists(), "nothing is written");
    let fine = onstage(&["import", &plain, "-o", &made, "--strict"]);
    assert_eq!(fine.status.code(), Some(0), "{}", said(&fine));
    for language in ["en", "zh"] {
        let words = ["import", &table, "-o", &made, "--force", "--json", "--language", language];
        let output = onstage(&words);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&told["steps"], &told["roles"]), (&2.into(), &0.into()));
        let [notice] = told["notices"].as_array().unwrap().as_slice() else { panic!("{told}") };
        assert_eq!(notice["code"], "columns_left_out");
        assert!(notice["row"].is_null() && notice["file"] == table.as_str());
        assert!(notice["message"].as_str().unwrap().contains("Favourite colour"));
        assert_eq!(said(&output), "", "for programs alone");
    }
}

#[test]
fn a_write_that_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    // Of two tables the one beside cannot be written: its name is that of a folder.
    let (steps, roles) = (below(&folder, "out.csv"), below(&folder, "out-roles.csv"));
    std::fs::write(&steps, "mine").unwrap();
    std::fs::create_dir(&roles).unwrap();
    std::fs::write(Path::new(&roles).join("full"), "x").unwrap();
    let output = onstage(&["export", OFFICE, "-o", &steps, "--force"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("out-roles.csv"), "{}", said(&output));
    assert_eq!(std::fs::read(&steps).unwrap(), b"mine");
    // A folder that is not there.
    let lost = folder.path().join("none").join("out.xlsx").display().to_string();
    assert_eq!(onstage(&["export", OFFICE, "-o", &lost]).status.code(), Some(2));
    // Nothing is left behind.
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["out-roles.csv", "out.csv"]);
}
