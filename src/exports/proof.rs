//! What is to leave, finished but for its pixels or bytes: a person looks at it before it is written.

use std::ops::Range;

use super::order::Order;
use super::picture::{ExportJob, NotMade};
use super::{Choices, Theme};
use crate::drawing::{DisplayList, Page, Palette, Panel, Rect, Shaper, Size};
use crate::exchange::{
    Date, Export, Exporter, Paper, Picture, Pixels, Refused, WrittenFile, page_pixels, pixels,
};

/// What a look shows. It is the very thing that is written, kept until something else is chosen.
#[derive(Debug)]
pub enum Proof {
    /// Pages, the first first.
    Pages(Vec<Page>, Inks),
    /// A report that flows, as one page as high as it takes.
    Flow(Page, Inks),
    /// A picture, and how many pixels the written one has across and down, where it has any.
    Picture(DrawnProof, Option<Result<(u32, u32), Refused>>),
    /// Tables by their names, with how many rows each has below its head.
    Tables(Vec<(String, usize)>),
    /// Lines of a text.
    Text(Vec<String>),
}

/// What the inks of pages look like.
#[derive(Debug)]
pub struct Inks {
    palette: Palette,
    /// Whether pages are filled with the ground of the palette.
    ground: bool,
}

impl Inks {
    fn of(choices: &Choices) -> Self {
        Self { palette: choices.theme.palette(), ground: choices.theme == Theme::Dark }
    }
}

/// A picture that was drawn.
#[derive(Debug)]
pub struct DrawnProof {
    lists: Vec<DisplayList>,
    viewport: Rect,
    palette: Palette,
    transparent: bool,
}

impl Order {
    /// It finished but for its pixels, to be looked at. It takes a while; a page of it is then quick.
    ///
    /// # Errors
    /// Why there is nothing to see.
    pub fn proof(&self) -> Result<Proof, NotMade> {
        self.carry_out(|export| proof(export, self))
    }
}

/// What is finished of an order.
fn proof(export: &ExportJob<'_>, order: &Order) -> Result<Proof, NotMade> {
    let choices = &order.choices;
    match order.exporter.export {
        Export::Report(_) if flows(order.exporter) => {
            Ok(Proof::Flow(export.report_flow(), Inks::of(choices)))
        }
        Export::Pages(_) | Export::Report(_) => {
            let pages = export.pages_in(order.exporter)?.pages;
            if pages.is_empty() {
                return Err(NotMade::Lacks(Vec::new()));
            }
            Ok(Proof::Pages(pages, Inks::of(choices)))
        }
        Export::Picture(_) => {
            let drawn = export.draw()?;
            let full = drawn.viewport.size();
            // Only a picture of pixels has some.
            let written = (order.exporter.ending == "png").then(|| choices.size.of(full).of(full));
            let drawn = DrawnProof {
                lists: drawn.lists().cloned().collect(),
                viewport: drawn.viewport,
                palette: choices.theme.palette(),
                transparent: choices.transparent,
            };
            Ok(Proof::Picture(drawn, written))
        }
        Export::Workbook(_) => Ok(Proof::Tables(export.sheets())),
        Export::Document(_) => Ok(texts(&export.write(order.exporter)?.files, order)),
    }
}

/// Whether a report has no pages in a format.
fn flows(exporter: &Exporter) -> bool {
    matches!(exporter.ending, "html" | "md")
}

/// The files of a format that is text: of tables how long each is, of another text its lines.
fn texts(files: &[WrittenFile], order: &Order) -> Proof {
    let ending = order.exporter.ending;
    if ending == "csv" {
        let name = |beside: &str| format!("{}{beside}.{ending}", order.name);
        return Proof::Tables(
            files.iter().map(|file| (name(file.beside), records(&file.bytes))).collect(),
        );
    }
    let text = files.first().map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    Proof::Text(text.unwrap_or_default().lines().map(str::to_owned).collect())
}

/// How many records a table has below its head: a quoted cell may have line breaks in it.
fn records(bytes: &[u8]) -> usize {
    let mut quoted = false;
    let breaks = bytes.iter().filter(|byte| {
        quoted ^= **byte == b'"';
        **byte == b'\n' && !quoted
    });
    breaks.count().saturating_sub(1)
}

impl Proof {
    /// How many pages there are; 0 where it is none of pages.
    #[must_use]
    pub fn page_count(&self) -> usize {
        match self {
            Self::Pages(pages, _) => pages.len(),
            Self::Flow(..) | Self::Picture(..) | Self::Tables(_) | Self::Text(_) => 0,
        }
    }

    /// How large what is drawn on a page is, in points; `None` where nothing is.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<Size> {
        match self {
            Self::Pages(pages, _) => pages.get(page).map(|page| page.size),
            Self::Flow(page, _) => Some(page.size),
            Self::Picture(drawn, _) => Some(drawn.viewport.size()),
            Self::Tables(_) | Self::Text(_) => None,
        }
    }

    /// Some rows of pixels of a page at a scale, four bytes each: red, green, blue, opacity; and how many
    /// they are across and down.
    ///
    /// # Errors
    /// That there would be too many.
    pub fn pixels(
        &self,
        page: usize,
        scale: f32,
        rows: Range<u32>,
    ) -> Result<((u32, u32), Vec<u8>), Refused> {
        let (top, bottom) = (rows.start as f32 / scale, rows.end as f32 / scale);
        match self {
            Self::Pages(pages, inks) => match pages.get(page) {
                Some(page) => strip(page, inks, scale, (top, bottom)),
                None => Ok(((0, 0), Vec::new())),
            },
            Self::Flow(page, inks) => strip(page, inks, scale, (top, bottom)),
            Self::Picture(drawn, _) => {
                let whole = drawn.viewport;
                let viewport =
                    Rect::new(whole.left(), whole.top() + top, whole.right(), whole.top() + bottom);
                pixels(&Picture {
                    lists: &drawn.lists,
                    palette: &drawn.palette,
                    viewport,
                    title: "",
                    description: "",
                    language: "",
                    titles: &[],
                    shaper: &Shaper::new(),
                    pixels: Pixels { scale, transparent: drawn.transparent },
                    outlines: false,
                })
            }
            Self::Tables(_) | Self::Text(_) => Ok(((0, 0), Vec::new())),
        }
    }
}

/// A part of a page as a page of its own.
fn strip(
    page: &Page,
    inks: &Inks,
    scale: f32,
    (top, bottom): (f32, f32),
) -> Result<((u32, u32), Vec<u8>), Refused> {
    let panels = page.panels.iter().filter_map(|panel| cut(panel, top, bottom)).collect();
    let size = Size::new(page.size.width, bottom - top);
    let part = Page { size, label: String::new(), panels };
    page_pixels(
        &part,
        &Paper {
            pages: &[],
            palette: &inks.palette,
            ground: inks.ground,
            title: "",
            language: "",
            shaper: &Shaper::new(),
            date: Date::default(),
            bookmarks: &[],
        },
        scale,
    )
}

/// What lies of a panel between two heights of its page.
fn cut(panel: &Panel, top: f32, bottom: f32) -> Option<Panel> {
    let (own, height) = (panel.at.y, panel.viewport.height() * panel.scale);
    let (from, to) = (own.max(top), (own + height).min(bottom));
    if from >= to {
        return None;
    }
    let mut part = panel.clone();
    part.told = Vec::new();
    let of_picture = |y: f32| panel.viewport.top() + (y - own) / panel.scale.max(f32::EPSILON);
    (part.viewport.min.y, part.viewport.max.y) = (of_picture(from), of_picture(to));
    part.at.y = from - top;
    Some(part)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::exports::Motif;
    use crate::storage::samples;
    use crate::wording::Language;

    fn order(ending: &str, motif: Motif) -> Order {
        let blueprint = samples()[0].open().expect("a sample");
        Order {
            scenario: blueprint.baseline().id(),
            blueprint: Arc::new(blueprint),
            language: Language::English,
            file: "office.ron".to_owned(),
            date: Date::default(),
            choices: Choices { motif, ..Choices::default() },
            exporter: Exporter::of(std::path::Path::new(&format!("a.{ending}"))).expect("known"),
            name: "office".to_owned(),
        }
    }

    #[test]
    fn a_report_without_pages_is_one_page_that_holds_all_of_it() {
        let report = Motif::Report(std::collections::BTreeSet::new());
        let pages = order("docx", report.clone()).proof().expect("pages");
        assert!(pages.page_count() > 3, "{}", pages.page_count());
        for ending in ["html", "md"] {
            let flow = order(ending, report.clone()).proof().expect("a page");
            assert_eq!(flow.page_count(), 0);
            let height = flow.size(0).expect("drawn").height;
            let page = pages.size(0).expect("drawn");
            assert!(height > 2.0 * page.height && height < 12.0 * page.height, "{height}");
        }
    }

    #[test]
    fn strips_laid_below_each_other_are_the_whole() {
        let report = Motif::Report(std::collections::BTreeSet::new());
        for (ending, motif) in [("pdf", report), ("png", Motif::Sheet)] {
            let proof = order(ending, motif).proof().expect("drawn");
            let ((width, height), whole) = proof.pixels(0, 0.5, 0..300).expect("pixels");
            assert_eq!(height, 300);
            let mut parts = Vec::new();
            for rows in [0..100, 100..200, 200..300] {
                let ((across, down), part) = proof.pixels(0, 0.5, rows).expect("pixels");
                assert_eq!((across, down), (width, 100));
                parts.extend(part);
            }
            // Pixels on an edge may be rounded otherwise.
            let other = whole.iter().zip(&parts).filter(|(a, b)| a.abs_diff(**b) > 8).count();
            assert!(other * 500 < whole.len(), "{ending}: {other} of {}", whole.len());
            let first = whole.first().copied();
            assert!(whole.iter().any(|byte| Some(*byte) != first), "something is drawn");
        }
    }

    #[test]
    fn tables_and_texts_say_what_is_in_them() {
        let Ok(Proof::Tables(tables)) = order("csv", Motif::Sheet).proof() else {
            panic!("tables");
        };
        let names: Vec<&str> = tables.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["office.csv", "office-roles.csv"]);
        let scenario = samples()[0].open().expect("a sample");
        let roles = scenario.baseline().roles().len();
        assert_eq!(tables.last().map(|(_, rows)| *rows), Some(roles));
        let Ok(Proof::Tables(sheets)) = order("xlsx", Motif::Sheet).proof() else {
            panic!("sheets");
        };
        assert!(sheets.iter().any(|(name, rows)| name == "Roles" && *rows == roles), "{sheets:?}");
        let Ok(Proof::Text(lines)) = order("mmd", Motif::Sheet).proof() else { panic!("a text") };
        assert_eq!(lines.first().map(String::as_str), Some("flowchart LR"));
        assert_eq!(records(b"a,b\r\n\"x\ny\",1\r\n"), 1);
    }
}
