//! A picture that is made away from the window: it owns all that it needs.

use std::sync::Arc;

use super::choices::Choices;
use super::picture::{ExportJob, NotMade, Source, units_of};
use crate::blueprint::{Blueprint, ScenarioId};
use crate::drawing::Shaper;
use crate::exchange::{Date, Export, Exporter, Paper, Pixels, Refused, page_pixels};
use crate::wording::{Language, Wording};

/// What is to be made, of a version that no longer changes.
#[derive(Clone, Debug)]
pub struct Order {
    /// The document.
    pub blueprint: Arc<Blueprint>,
    /// The scenario that is shown; the baseline if it is not there.
    pub scenario: ScenarioId,
    /// The language of the texts.
    pub language: Language,
    /// The name of the file that it is from; may be blank.
    pub file: String,
    /// The day that is put on pages.
    pub date: Date,
    /// What was chosen.
    pub choices: Choices,
    /// The format.
    pub exporter: &'static Exporter,
    /// What the file that is written is called, without its ending; blank where it has no name.
    pub name: String,
}

/// How a picture will look, as pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// Their colours, row by row, four bytes each: red, green, blue, opacity.
    pub rgba: Vec<u8>,
    /// How many pages there are; 0 where it is none of pages.
    pub pages: usize,
    /// How many pixels the written picture has across and down, where it has any.
    pub pixels: Option<Result<(u32, u32), Refused>>,
}

impl Order {
    /// Hands out the picture that was ordered.
    pub fn carry_out<T>(&self, take: impl FnOnce(&ExportJob<'_>) -> T) -> T {
        let scenario =
            self.blueprint.scenario(self.scenario).unwrap_or_else(|| self.blueprint.baseline());
        let mut wording = Wording::new(self.language);
        wording.set_units(units_of(self.exporter, &self.blueprint, scenario));
        let source = Source {
            blueprint: &self.blueprint,
            scenario,
            wording: &wording,
            file: &self.file,
            date: self.date,
            name: Some(self.name.as_str()).filter(|name| !name.is_empty()),
        };
        take(&ExportJob::of(source, &self.choices))
    }

    /// How it will look, or one page of it, counted from 0, in no more than so many pixels across and
    /// down. A page beyond the last is the last.
    ///
    /// # Errors
    /// Why there is nothing to see.
    pub fn preview(&self, page: usize, room: (f32, f32)) -> Result<Preview, NotMade> {
        let fitting = |width: f32, height: f32| {
            (room.0 / width.max(1.0)).min(room.1 / height.max(1.0)).clamp(0.01, 4.0)
        };
        self.carry_out(|export| match self.exporter.export {
            // A report that flows is seen as it would be on pages.
            Export::Pages(_) | Export::Report(_) => {
                let made = export.pages_in(self.exporter)?;
                let count = made.pages.len();
                let shown = made.pages.get(page.min(count.saturating_sub(1)));
                let shown = shown.ok_or(NotMade::Lacks(Vec::new()))?;
                let paper = Paper {
                    pages: &made.pages,
                    palette: &self.choices.theme.palette(),
                    ground: self.choices.theme == super::Theme::Dark,
                    title: &export.title(),
                    language: self.language.code(),
                    shaper: &Shaper::new(),
                    date: self.date,
                    bookmarks: &[],
                };
                let scale = fitting(shown.size.width, shown.size.height);
                let (size, rgba) = page_pixels(shown, &paper, scale)?;
                Ok(Preview { size, rgba, pages: count, pixels: None })
            }
            Export::Picture(_) | Export::Document(_) | Export::Workbook(_) => {
                let drawn = export.draw()?;
                let full = drawn.viewport.size();
                let pixels = Pixels {
                    scale: fitting(full.width, full.height),
                    transparent: self.choices.transparent,
                };
                let (size, rgba) = export.pixels(&drawn, pixels)?;
                let written = self.choices.size.of(full).of(full);
                Ok(Preview { size, rgba, pages: 0, pixels: Some(written) })
            }
        })
    }
}
