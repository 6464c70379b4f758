//! The sheet of a scenario, or of two, as a picture or on pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::export_choices::{ExportArguments, PixelSize, Theme, usual_paper};
use super::redesign::{distance, same};
use super::{Stop, choose, day, scenario_of};
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{Blueprint, Scenario, StepId};
use crate::drawing::{
    Borders, CAPTION_HEIGHT, DisplayList, PageCount, Point, Rect, Shaper, Subject, Telling, Titles,
    Told, Typesetter, draw_captions,
};
use crate::exchange::{Paper, Picture, Pixels, Refused, Written};
use crate::pictures::{
    PageChoice, Pages, SheetChoice, SheetPicture, Shown, Side, ToldPicture, caption, differences,
    in_short, picture_pages, sheet_pages,
};
use crate::redesign::{Comparison, StepChange, compare_analysed};
use crate::wording::Wording;

/// What lies between two pictures and around them, in points.
const GAP: f32 = 12.0;

/// A picture that was asked for.
pub struct Asked<'a> {
    arguments: &'a ExportArguments,
    blueprint: &'a Blueprint,
    wording: &'a Wording,
    /// The scenario that is shown, or the later of two.
    shown: Version<'a>,
    /// The earlier of two.
    before: Option<Version<'a>>,
    comparison: Option<Comparison>,
    steps: BTreeSet<StepId>,
}

/// A scenario with its figures.
struct Version<'a> {
    scenario: &'a Scenario,
    analysis: Analysis,
}

impl<'a> Version<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        Self { scenario, analysis: analyse(scenario) }
    }
}

/// Pictures in one plane.
struct Drawn {
    pictures: Vec<ToldPicture>,
    /// What each list says of its subjects.
    titles: Vec<Titles>,
    viewport: Rect,
    /// Where one of them ends and the next has not begun.
    ends: Vec<f32>,
}

impl<'a> Asked<'a> {
    /// The picture that was asked for.
    ///
    /// # Errors
    /// A scenario or a step that there is not, in words.
    pub fn of(
        arguments: &'a ExportArguments,
        blueprint: &'a Blueprint,
        scenario: &'a Scenario,
        wording: &'a Wording,
    ) -> Result<Self, Stop> {
        let steps = arguments.select.iter().map(|name| step_named(scenario, name, wording));
        let steps = steps.collect::<Result<_, _>>()?;
        let (shown, before, comparison) = match arguments.pair.as_slice() {
            [before, after] => {
                let side = |name: &String| -> Result<Version<'a>, Stop> {
                    let id = choose(blueprint, Some(name), wording)?;
                    Ok(Version::of(scenario_of(blueprint, id)))
                };
                let (before, after) = (side(before)?, side(after)?);
                let comparison = compare_analysed(
                    (before.scenario, &before.analysis),
                    (after.scenario, &after.analysis),
                );
                (after, Some(before), Some(comparison))
            }
            _ => (Version::of(scenario), None, None),
        };
        Ok(Self { arguments, blueprint, wording, shown, before, comparison, steps })
    }

    /// It as a picture of a format.
    ///
    /// # Errors
    /// What was asked for that cannot be, in words; inside, why there is no such picture.
    pub fn write(
        &self,
        write: fn(&Picture<'_>) -> Result<Written, Refused>,
    ) -> Result<Result<Written, Refused>, Stop> {
        let size = self.arguments.size(self.wording)?;
        let drawn = self.draw();
        let lists: Vec<DisplayList> =
            drawn.pictures.into_iter().flat_map(|picture| picture.lists).collect();
        let titles: Vec<&Titles> = drawn.titles.iter().collect();
        let scale = match size {
            PixelSize::Scale(scale) => scale,
            PixelSize::Width(pixels) => pixels as f32 / drawn.viewport.width().max(1.0),
        };
        let title = self.title();
        let shown = self.shown(&self.shown);
        Ok(write(&Picture {
            lists: &lists,
            palette: &self.theme().palette(),
            viewport: drawn.viewport,
            title: &title,
            description: &self.description(&shown),
            language: self.wording.language().code(),
            titles: &titles,
            shaper: &Shaper::new(),
            pixels: Pixels { scale, transparent: self.arguments.transparent },
            outlines: self.arguments.outlines,
        }))
    }

    /// It on pages of a format.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn write_pages(
        &self,
        write: fn(&Paper<'_>) -> Result<Written, Refused>,
    ) -> Result<Result<Written, Refused>, Stop> {
        let date = day::day(self.arguments.date.as_deref(), self.wording)?;
        let locale = sys_locale::get_locale().unwrap_or_default();
        let shown = self.shown(&self.shown);
        let figures = if self.arguments.no_figures { String::new() } else { in_short(&shown) };
        let service = self.service();
        let file = self.arguments.file.file_name().unwrap_or_default().to_string_lossy();
        let choice = PageChoice {
            paper: self.arguments.paper.unwrap_or_else(|| usual_paper(&locale)),
            count: self.arguments.pages.unwrap_or(PageCount::Auto),
            title: service,
            scenario: &self.scenario_names(),
            figures: &figures,
            file: &file,
            date: &self.wording.date(date),
        };
        let text = Typesetter::new(1.0);
        let Pages { pages, bookmarks } = if self.arguments.rows || self.arguments.stacked {
            let drawn = self.draw();
            let borders = Borders { x: Vec::new(), y: drawn.ends };
            let Drawn { pictures, viewport, .. } = drawn;
            picture_pages(pictures, viewport, borders, &choice, self.wording, &text)
        } else {
            sheet_pages(&self.sheet(&shown, Side::After), &choice, &text)
        };
        let title = self.title();
        Ok(write(&Paper {
            pages: &pages,
            palette: &self.theme().palette(),
            ground: self.theme() == Theme::Dark,
            title: &title,
            language: self.wording.language().code(),
            shaper: &Shaper::new(),
            date,
            bookmarks: &bookmarks,
        }))
    }

    fn theme(&self) -> Theme {
        self.arguments.theme.unwrap_or(Theme::Light)
    }

    fn shown<'s>(&'s self, side: &'s Version<'_>) -> Shown<'s> {
        Shown {
            scenario: side.scenario,
            analysis: &side.analysis,
            words: self.wording,
            currency: self.blueprint.currency(),
        }
    }

    /// The sheet of a side, with what differs where there are two.
    fn sheet<'s>(&'s self, shown: &Shown<'s>, side: Side) -> SheetPicture<'s> {
        let between = self.before.as_ref().zip(self.comparison.as_ref());
        let differences = between.map(|(before, comparison)| {
            let scenarios = (before.scenario, self.shown.scenario);
            Arc::new(differences(comparison, scenarios.0, scenarios.1, side, self.wording))
        });
        let choice = SheetChoice {
            steps: self.steps.clone(),
            hides_figures: self.arguments.no_figures,
            differences,
            notes: self.changes(),
        };
        SheetPicture::of(shown, &choice)
    }

    /// What became of the steps of two scenarios, in words: marks alone say it to nobody who listens.
    fn changes(&self) -> BTreeMap<StepId, Vec<String>> {
        let Some((before, comparison)) = self.before.as_ref().zip(self.comparison.as_ref()) else {
            return BTreeMap::new();
        };
        let said = |change: &StepChange| {
            let lines = self.wording.step_changes(change, before.scenario, self.shown.scenario);
            (change.step, lines.into_iter().map(|line| line.text).collect())
        };
        comparison.steps.iter().map(said).collect()
    }

    fn draw(&self) -> Drawn {
        let text = Typesetter::new(1.0);
        let after = self.shown(&self.shown);
        let sheet = self.sheet(&after, Side::After);
        if let Some(before) = self.before.as_ref().filter(|_| self.arguments.stacked) {
            let shown = self.shown(before);
            return self.draw_stacked(&[&self.sheet(&shown, Side::Before), &sheet]);
        }
        let mut lists = vec![DisplayList::new()];
        let (viewport, ends) = match lists.first_mut().filter(|_| !self.arguments.rows) {
            Some(list) => (sheet.draw(sheet.part(), Point::default(), &text, list), Vec::new()),
            None => sheet.draw_rows(&text, &mut lists),
        };
        let titles = vec![sheet.titles(); lists.len()];
        Drawn { pictures: vec![ToldPicture { lists, told: sheet.told() }], titles, viewport, ends }
    }

    /// Sheets below each other at one scale, each with its name.
    fn draw_stacked(&self, sheets: &[&SheetPicture<'_>]) -> Drawn {
        let text = Typesetter::new(1.0);
        let mut pictures = vec![ToldPicture::default()];
        let mut titles = vec![Titles::default()];
        let mut places = Vec::new();
        let mut top = CAPTION_HEIGHT;
        for sheet in sheets {
            let mut list = DisplayList::new();
            let viewport = sheet.draw(sheet.part(), Point::new(0.0, top), &text, &mut list);
            top = viewport.bottom() + GAP + CAPTION_HEIGHT;
            places.push((self.name(sheet.shown().scenario), viewport));
            pictures.push(ToldPicture { lists: vec![list], told: sheet.told() });
            titles.push(sheet.titles());
        }
        let corner = Rect::default();
        let viewport = places.iter().map(|(_, place)| *place).fold(corner, Rect::union);
        let mut captions = DisplayList::new();
        draw_captions(&mut captions, viewport, &places, &text);
        if let Some(first) = pictures.first_mut() {
            first.told = places
                .iter()
                .zip(0_u32..)
                .map(|((name, _), part)| Told {
                    subjects: vec![Subject::Part(part)],
                    telling: Telling::Letters,
                    text: (*name).to_owned(),
                })
                .collect();
            first.lists.push(captions);
        }
        let ends = places.iter().map(|(_, place)| place.bottom() + GAP / 2.0).collect();
        Drawn { pictures, titles, viewport, ends }
    }

    fn service(&self) -> &str {
        match self.blueprint.title().trim() {
            "" => self.wording.text("untitled"),
            title => title,
        }
    }

    fn name<'s>(&'s self, scenario: &'s Scenario) -> &'s str {
        match scenario.name().trim() {
            "" => self.wording.text("scenario-unnamed"),
            name => name,
        }
    }

    fn scenario_names(&self) -> String {
        let name = self.name(self.shown.scenario);
        match &self.before {
            Some(before) => {
                let before = self.name(before.scenario);
                let arguments = [("before", before.into()), ("after", name.into())];
                self.wording.with("page-pair", &arguments)
            }
            None => name.to_owned(),
        }
    }

    fn title(&self) -> String {
        caption(self.wording, self.service(), &self.scenario_names(), false)
    }

    fn description(&self, shown: &Shown<'_>) -> String {
        let steps = self.wording.counted("steps", shown.scenario.steps().len());
        let mut told = vec![self.wording.with("picture-blueprint", &[("steps", steps.into())])];
        told.extend((!self.arguments.no_figures).then(|| in_short(shown)));
        told.retain(|told| !told.is_empty());
        self.wording.clauses(&told)
    }
}

/// The step of a name.
fn step_named(scenario: &Scenario, name: &str, wording: &Wording) -> Result<StepId, Stop> {
    let steps = scenario.steps();
    let found = same(steps.iter().map(|(id, step)| (*id, &step.name)), name);
    found.first().copied().ok_or_else(|| {
        let names = steps.values().map(|step| step.name.as_str());
        let nearest = names.min_by_key(|other| distance(name, other)).unwrap_or_default();
        let arguments = [("name", name.into()), ("nearest", nearest.into())];
        wording.with("command-no-such-step", &arguments).into()
    })
}
