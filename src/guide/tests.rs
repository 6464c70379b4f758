//! The pages as they are: each file is in the list, languages tell the same, nothing leads nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::document::{Block, Document, Goal, Text};
use super::pages::{PICTURES, Page, picture};
use super::reading::read;
use crate::wording::Language;

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide").join(language.code())
}

/// The names of the files of a folder that end so, without the ending. A folder that is not there
/// has none.
fn files(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(ending).map(str::to_owned))
        .collect()
}

fn pages(language: Language) -> BTreeMap<Page, Document> {
    Page::ALL.into_iter().map(|page| (page, read(page, page.source(language)))).collect()
}

/// Calls back for each part of a page, those within others too.
fn each<'a>(blocks: &'a [Block], seen: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        seen(block);
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| each(item, seen)),
            Block::Quote(blocks) => each(blocks, seen),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Code(_)
            | Block::Table { .. }
            | Block::Picture { .. }
            | Block::Rule => {}
        }
    }
}

/// All texts of a page.
fn texts(document: &Document) -> Vec<&Text> {
    let mut texts = Vec::new();
    each(&document.blocks, &mut |block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => texts.push(text),
        Block::Table { columns, rows } => {
            texts.extend(columns.iter().map(|column| &column.head));
            texts.extend(rows.iter().flatten());
        }
        Block::List { .. }
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Picture { .. }
        | Block::Rule => {}
    });
    texts
}

/// The pictures of a page with what they are called for those who do not see them.
fn pictures(document: &Document) -> Vec<(&str, &str)> {
    let mut pictures = Vec::new();
    each(&document.blocks, &mut |block| {
        if let Block::Picture { name, alt } = block {
            pictures.push((name.as_str(), alt.as_str()));
        }
    });
    pictures
}

#[test]
fn the_lists_hold_every_file_and_no_other() {
    for language in Language::ALL {
        let listed: BTreeSet<String> = Page::ALL.map(|page| page.name().to_owned()).into();
        assert_eq!(files(&folder(language), ".md"), listed, "{}", language.code());
        let listed: BTreeSet<String> = PICTURES.iter().copied().map(str::to_owned).collect();
        let there = files(&folder(language).join("pictures"), ".png");
        assert_eq!(there, listed, "pictures, {}", language.code());
    }
}

#[test]
fn every_page_can_be_shown_as_it_is() {
    for language in Language::ALL {
        for (page, document) in pages(language) {
            let place = format!("{}/{}", language.code(), page.name());
            assert_eq!(document.faults, [""; 0], "{place}");
            let levels: Vec<u8> = document.headings().map(|(level, ..)| level).collect();
            assert_eq!(levels.first(), Some(&1), "{place} begins with its title");
            assert!(levels.iter().skip(1).all(|level| *level > 1), "{place} has one title");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{place}: {levels:?}");
        }
    }
}

#[test]
fn all_languages_tell_the_same() {
    let shape = |document: &Document| {
        let levels: Vec<u8> = document.headings().map(|(level, ..)| level).collect();
        let mut tables = Vec::new();
        each(&document.blocks, &mut |block| {
            if let Block::Table { columns, rows } = block {
                tables.push((columns.len(), rows.len()));
            }
        });
        let pictures: Vec<String> =
            pictures(document).iter().map(|(name, _)| (*name).to_owned()).collect();
        (levels, tables, pictures)
    };
    let english = pages(Language::English);
    for language in Language::ALL {
        for (page, document) in pages(language) {
            let place = format!("{}/{}", language.code(), page.name());
            assert_eq!(shape(&document), shape(&english[&page]), "{place}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for language in Language::ALL {
        let pages = pages(language);
        for (page, document) in &pages {
            let goals = texts(document).into_iter().flat_map(|text| &text.runs);
            for goal in goals.filter_map(|run| run.goal.as_ref()) {
                let Goal::Place(place) = goal else { continue };
                let Some(anchor) = &place.anchor else { continue };
                assert!(
                    pages[&place.page].headings().any(|(_, _, name)| name == anchor),
                    "{}/{} links to {}.md#{anchor}",
                    language.code(),
                    page.name(),
                    place.page.name(),
                );
            }
        }
    }
}

#[test]
fn every_picture_is_there_and_says_what_it_shows() {
    let mut shown = BTreeSet::new();
    for language in Language::ALL {
        for (page, document) in pages(language) {
            for (name, alt) in pictures(&document) {
                let place = format!("{}/{}: {name}", language.code(), page.name());
                assert!(alt.chars().count() >= 6, "{place} says what it shows: {alt}");
                let file = picture(name, language).unwrap_or_else(|| panic!("{place} is there"));
                let decoded = image::load_from_memory(file);
                assert!(decoded.is_ok(), "{place}: {:?}", decoded.err());
                shown.insert(name.to_owned());
            }
        }
    }
    let listed: BTreeSet<String> = PICTURES.iter().copied().map(str::to_owned).collect();
    assert_eq!(shown, listed, "every picture is on a page");
}
