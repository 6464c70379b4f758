//! The end card of a lesson: what was tried, and what came of it.

use super::{Figured, figure_named};
use crate::blueprint::Blueprint;
use crate::drawing::{
    DisplayList, MeasureText, Point, Rect, Size, Wall, WallPlaces, WallTable, say, unit,
};
use crate::wording::Wording;

/// The figures of a try, by their names in `--json`.
pub const TOLD: [&str; 4] =
    ["capacity_per_hour", "utilisation", "throughput_time_s", "cost_per_customer"];

/// A version on the end card.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    /// What it is called; may be blank.
    pub name: &'a str,
    /// Whose idea it was; blank for the scenarios of the file.
    pub by: &'a str,
    /// It with its figures.
    pub version: Figured<'a>,
}

/// All that the end card is made of.
#[derive(Clone, Copy)]
pub struct Results<'a> {
    /// The blueprint: its currency.
    pub blueprint: &'a Blueprint,
    /// What the lesson is called; may be blank.
    pub title: &'a str,
    /// The versions in their order, the baseline first.
    pub tried: &'a [Tried<'a>],
    /// The one that stands out.
    pub marked: Option<usize>,
    /// How large the wall is, in points.
    pub size: Size,
    /// The words of a language.
    pub words: &'a Wording,
    /// Widths.
    pub text: &'a dyn MeasureText,
}

impl Results<'_> {
    /// The results as a table: idea, by whom, capacity, load, time, cost.
    #[must_use]
    pub fn table(&self) -> WallTable {
        let words = self.words;
        let currency = self.blueprint.currency();
        let figures: Vec<_> = TOLD.into_iter().filter_map(figure_named).collect();
        let mut heads = vec![words.text("wall-idea").to_owned(), words.text("wall-by").to_owned()];
        heads.extend(figures.iter().map(|figure| figure.name(words).to_owned()));
        let row = |tried: &Tried<'_>| {
            let name = match tried.name.trim() {
                "" => words.text("scenario-unnamed"),
                name => name,
            };
            let mut row = vec![name.to_owned(), tried.by.trim().to_owned()];
            row.extend(figures.iter().map(|figure| {
                let has_one = figure.of(tried.version.analysis).value.is_some()
                    || is_overloaded(tried.version.analysis);
                if has_one {
                    figure.told(tried.version, words, currency)
                } else {
                    // What nobody asked for, as the money of a service without wages, is no news.
                    words.text("no-figure").to_owned()
                }
            }));
            row
        };
        let rows = self.tried.iter().map(row).collect();
        WallTable { heads, rows, of_words: 2, marked: self.marked, notes: Vec::new() }
    }
}

/// Whether a queue grows, so that figures that hang on waiting are missing for a reason that a class should hear.
fn is_overloaded(analysis: &crate::analysis::Analysis) -> bool {
    analysis.growth_per_hour.value.is_some_and(|growth| growth > 0.0)
}

/// Draws that the lesson is over, as large as a wall. The list is cleared first.
pub fn the_end(
    title: &str,
    size: Size,
    words: &Wording,
    text: &dyn MeasureText,
    list: &mut DisplayList,
) {
    list.clear();
    let u = unit(size);
    let said = words.text("wall-the-end");
    let all = Rect::of(Point::default(), size);
    say(said, all, 2.6 * u, text, list);
    let below = Rect::new(0.0, 0.62 * size.height, size.width, size.height);
    if !title.trim().is_empty() {
        say(title, below, 1.2 * u, text, list);
    }
}

/// Draws the end card. The list is cleared first.
pub fn results(results: &Results<'_>, list: &mut DisplayList) -> WallPlaces {
    list.clear();
    let words = results.words;
    let title = match results.title.trim() {
        "" => words.text("wall-results").to_owned(),
        lesson => words.labelled(words.text("wall-results"), lesson),
    };
    let around = Wall {
        size: results.size,
        title: &title,
        pill: "",
        is_try: false,
        tiles: Vec::new(),
        ask: "",
        answers: Vec::new(),
        hands: String::new(),
        cut: &|_| String::new(),
        text: results.text,
    };
    let middle = around.areas().middle;
    // Whoever cannot see the wall hears of all.
    let whole = results.table();
    let mut table = whole.clone();
    let more = |count: usize| words.with("wall-more", &[("count", count.into())]);
    table.keep_rows_with_room(middle, around.unit(), results.text, &more);
    table.draw(middle, around.unit(), results.text, list);
    around.draw(0.0, list);
    let mut said = vec![title.clone()];
    said.extend(whole.rows.iter().map(|row| {
        let cells = whole.heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let told: Vec<String> = cells.map(|(head, cell)| words.labelled(head, cell)).collect();
        words.facts(&told)
    }));
    WallPlaces { middle, pages: 1, said, ..WallPlaces::default() }
}
