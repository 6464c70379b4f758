//! Every character that the program shows has a glyph in the fonts it carries.

use std::collections::BTreeSet;
use std::fs;

use ttf_parser::Face;

use super::hold;
use super::sources::{files_below, project, sources};

/// The weights that texts are set in; each falls back to the Chinese subset.
const WEIGHTS: [&str; 3] = ["Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"];

/// Characters that are never drawn: they end lines.
fn is_drawn(letter: char) -> bool {
    !letter.is_control()
}

fn font(path: &str) -> Vec<u8> {
    fs::read(project().join("assets").join(path)).unwrap()
}

/// The characters of a text that some weight cannot show, with the line they stand in.
fn missing(name: &str, lines: impl IntoIterator<Item = (usize, String)>) -> Vec<String> {
    let chinese = font("fonts/CJK-SC-gb2312.otf");
    let chinese = Face::parse(&chinese, 0).unwrap();
    let weights = WEIGHTS.map(|weight| font(&format!("fonts/{weight}")));
    let weights = weights.each_ref().map(|weight| Face::parse(weight, 0).unwrap());
    let mut broken = Vec::new();
    for (number, line) in lines {
        for letter in line.chars().filter(|letter| is_drawn(*letter)) {
            let is_there = chinese.glyph_index(letter).is_some()
                || weights.iter().all(|weight| weight.glyph_index(letter).is_some());
            if !is_there {
                broken.push(format!("{name}:{number}: {letter} (U+{:04X})", u32::from(letter)));
            }
        }
    }
    broken
}

/// The lines of all files of a kind below a folder that are not comments.
fn missing_below(folder: &str, ending: &str, comment: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for path in files_below(folder, ending) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(project()).unwrap().display().to_string();
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned()));
        broken.extend(missing(&name, lines.filter(|(_, line)| !line.starts_with(comment))));
    }
    broken
}

#[test]
fn every_text_of_both_languages_has_its_glyphs() {
    hold("The bundled fonts show every text", &missing_below("assets/locales", "ftl", "#"));
}

#[test]
fn every_text_of_the_samples_has_its_glyphs() {
    hold("The bundled fonts show every sample", &missing_below("assets/samples", "ron", "//"));
    hold("The bundled fonts show every template", &missing_below("assets/templates", "ron", "//"));
}

#[test]
fn every_page_of_the_guide_has_its_glyphs() {
    hold("The bundled fonts show the guide", &missing_below("assets/guide", "md", "<!--"));
}

#[test]
fn every_character_in_the_code_has_its_glyph() {
    let shown = ["ui", "drawing", "pictures", "wording", "command", "blueprint", "analysis"];
    let mut broken = Vec::new();
    for source in sources() {
        if shown.contains(&source.room.as_str()) {
            broken.extend(missing(&source.path, source.code));
        }
    }
    hold("The bundled fonts show every character of the code", &broken);
}

/// The characters that a file names as `\u{…}`.
fn escapes(text: &str) -> BTreeSet<char> {
    text.split("\\u{")
        .skip(1)
        .filter_map(|after| after.split('}').next())
        .filter_map(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?))
        .collect()
}

#[test]
fn every_icon_is_in_the_icon_font() {
    let icons = font("icons/lucide-subset.ttf");
    let icons = Face::parse(&icons, 0).unwrap();
    let named = escapes(&fs::read_to_string(project().join("src/ui/icons.rs")).unwrap());
    assert!(named.len() > 20, "only {} icons are named", named.len());
    let broken: Vec<_> = named
        .into_iter()
        .filter(|icon| icons.glyph_index(*icon).is_none())
        .map(|icon| format!("src/ui/icons.rs: U+{:04X}", u32::from(icon)))
        .collect();
    hold("The icon font holds every icon that is named", &broken);
}
