//! Reports: what there is to say about a service, as a document with tables and pictures.
//!
//! [`report()`] makes a [`Document`] of finished words in the language that is on; formats write it and
//! [`crate::drawing::set_document`] sets it on pages. Whoever shows a report takes this way, a file
//! and a preview alike. Its [`Part`]s can be left out.
//!
//! # What always holds
//!
//! - A report says what the window and the command line say, in the same words: figures with how far
//!   they can be trusted (`the_office_reports_what_the_specification_says`).
//! - What is missing is said, and nothing is blank (`what_is_missing_is_said`).
//! - The same scenario is the same report: the day and the file are told from outside
//!   (`the_same_is_the_same_to_the_byte`).
//!
//! It reads no clock, no file and no settings, and knows no format.

mod changed;
mod charts;
mod comparison;
mod experience;
mod findings;
mod gaps;
mod handbook;
mod handout;
mod method;
mod parts;
mod plan_sentences;
mod plans;
mod problems;
mod quality;
mod risks;
mod roles;
mod rows;
mod said;
mod sentences;
mod sheet;
mod steps;
mod suggested;
mod trust;
mod verdict;
mod verdict_document;
mod verdict_head;
mod verdict_page;
mod verdict_pictures;
mod waits;

pub use changed::{Beside, Earlier, told_beside};
pub use handbook::handbook;
pub use handout::{handout, handout_walls, holds_back};
pub use parts::Part;
pub use rows::{FigureRow, cost_rows, experience_rows, money_rows, names_money, profit_rows};
pub use said::{comment_said, is_there, said_place, sheet_is_there};
pub use suggested::{Prospect, prospect};
pub use verdict::HOLDS;
pub use verdict_page::{
    BesideFigure, PageRow, PageSubject, Past, VerdictPage, page_value, verdict_page,
};
pub use verdict_pictures::verdict_pictures;

use std::collections::BTreeSet;

use crate::blueprint::{Blueprint, Scenario};
use crate::drawing::{Document, DocumentBlock, MeasureText, Tone};
use crate::pictures::Shown;
use crate::wording::Wording;

/// What a report is about.
#[derive(Clone, Copy)]
pub struct ReportSource<'a> {
    /// The blueprint.
    pub blueprint: &'a Blueprint,
    /// The scenario with its figures, and the words.
    pub shown: Shown<'a>,
    /// The file that it is from; may be blank.
    pub file: &'a str,
    /// The day, as people write it; may be blank.
    pub date: &'a str,
}

impl ReportSource<'_> {
    /// What the service is called.
    #[must_use]
    pub fn service(&self) -> &str {
        match self.blueprint.title().trim() {
            "" => self.shown.words.text("untitled"),
            title => title,
        }
    }

    /// What the scenario is called.
    #[must_use]
    pub fn scenario(&self) -> &str {
        called(self.shown.scenario, self.shown.words)
    }
}

/// What a scenario is called.
fn called<'a>(scenario: &'a Scenario, words: &'a Wording) -> &'a str {
    match scenario.name().trim() {
        "" => words.text("scenario-unnamed"),
        name => name,
    }
}

/// A report under construction.
struct Draft<'a> {
    source: ReportSource<'a>,
    measure: &'a dyn MeasureText,
    blocks: Vec<DocumentBlock>,
}

impl<'a> Draft<'a> {
    fn words(&self) -> &'a Wording {
        self.source.shown.words
    }

    fn text(&self, key: &'a str) -> String {
        self.words().text(key).to_owned()
    }

    fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(DocumentBlock::Heading(level, text.into()));
    }

    fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.blocks.push(DocumentBlock::Text(tone, text.into()));
    }
}

/// The report on a scenario, without some parts. What the blueprint has nothing for is left out:
/// see [`Part::is_in`].
#[must_use]
pub fn report(
    source: &ReportSource<'_>,
    without: &BTreeSet<Part>,
    measure: &dyn MeasureText,
) -> Document {
    let mut draft = Draft { source: *source, measure, blocks: Vec::new() };
    let words = source.shown.words;
    draft.heading(1, source.service());
    let mut facts = vec![source.scenario(), source.file, source.date];
    facts.retain(|fact| !fact.trim().is_empty());
    draft.say(Tone::Note, words.facts(&facts));
    for part in Part::ALL.into_iter().filter(|part| !without.contains(part)) {
        if !part.is_in(source.blueprint) {
            continue;
        }
        draft.heading(2, words.text(part.key()));
        match part {
            Part::Verdict => draft.verdict(),
            Part::Blueprint => draft.sheet(),
            Part::Steps => draft.steps(),
            Part::Roles => draft.roles(),
            Part::Experience => draft.experience(),
            Part::Problems => draft.problems(),
            Part::Comparison => draft.comparison(),
            Part::Plans => draft.plans(),
            Part::Method => draft.method(),
        }
    }
    let title = words.with(
        "report-title",
        &[("blueprint", source.service().into()), ("scenario", source.scenario().into())],
    );
    Document { title, language: words.language().code(), blocks: draft.blocks }
}
