//! The sheet of a scenario, of a part of it or of two, or a chart, as a picture or on pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::choices::{Choices, Motif, Theme};
use crate::analysis::{Analysis, Lack, analyse};
use crate::blueprint::{Blueprint, RateUnit, Scenario, ScenarioId, StepId, Zone};
use crate::drawing::charts::Easel;
use crate::drawing::{
    Borders, CAPTION_HEIGHT, DisplayList, Document, PageCount, Point, Rect, Shaper, Size, Subject,
    Telling, Titles, Told, Typesetter, draw_captions,
};
use crate::exchange::{
    Date, Export, Exporter, Paper, Picture, Pixels, Refused, TextSource, Written,
};
use crate::pictures::{
    ChartSource, Improving, PageChoice, Pages, SheetChoice, SheetPicture, Shown, Side, ToldPicture,
    caption, differences, draw_frontier, draw_quality, in_short, picture_pages, sheet_pages,
};
use crate::redesign::{Comparison, Obstacle, Question, StepChange, compare_analysed, frontier};
use crate::wording::{Units, Wording};
use crate::workbooks::{MadeWorkbook, WorkbookSource, workbook};

/// The size of a chart, in points: as wide as a page across is at a legible scale.
const CHART: Size = Size { width: 960.0, height: 540.0 };
/// What is free around a chart, in points.
const CHART_MARGIN: f32 = 16.0;

/// What lies between two pictures and around them, in points.
const GAP: f32 = 12.0;

/// What a picture is drawn from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The document.
    pub blueprint: &'a Blueprint,
    /// The scenario that is shown, or the later of two.
    pub scenario: &'a Scenario,
    /// The words of a language.
    pub wording: &'a Wording,
    /// The name of the file that it is from; may be blank.
    pub file: &'a str,
    /// The day that is put on pages.
    pub date: Date,
    /// What the file that is written is called, without its ending; `None` where it has no name.
    pub name: Option<&'a str>,
}

/// The units of what is made of a scenario in a format: its own, but the columns of a workbook are per
/// hour, and say so.
#[must_use]
pub fn units_of(exporter: &Exporter, blueprint: &Blueprint, scenario: &Scenario) -> Units {
    let units = Units::of(blueprint, scenario);
    match exporter.export {
        Export::Workbook(_) => Units { per: RateUnit::default(), ..units },
        Export::Document(_) | Export::Pages(_) | Export::Picture(_) | Export::Report(_) => units,
    }
}

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq)]
pub enum NotMade {
    /// The format cannot hold it.
    Refused(Refused),
    /// What the chart lacks; there is nothing to draw without it.
    Lacks(Vec<Lack>),
    /// What keeps the work from being regrouped, so that there is no redesign.
    Obstacle(Obstacle),
    /// The format holds no report.
    NoReport,
}

impl From<Refused> for NotMade {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// What was chosen, ready to be made.
pub struct ExportJob<'a> {
    pub(super) source: Source<'a>,
    pub(super) choices: &'a Choices,
    /// The scenario that is shown, or the later of two.
    pub(super) shown: Version<'a>,
    /// The earlier of two.
    before: Option<Version<'a>>,
    comparison: Option<Comparison>,
    /// The report, made once, as its figures may have to be simulated.
    pub(super) report: OnceLock<(Option<Analysis>, Document)>,
}

/// A scenario with its figures.
pub(super) struct Version<'a> {
    scenario: &'a Scenario,
    analysis: Analysis,
}

impl<'a> Version<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        Self { scenario, analysis: analyse(scenario) }
    }
}

/// Pictures in one plane.
#[derive(Default)]
pub struct Drawn {
    pictures: Vec<ToldPicture>,
    /// What each list says of its subjects.
    titles: Vec<Titles>,
    /// The part of the plane that is shown, in points.
    pub viewport: Rect,
    /// Where one of them ends and the next has not begun.
    ends: Vec<f32>,
    /// What there is to see, where that is said in a sentence of its own.
    said: Option<String>,
}

impl Drawn {
    /// The shapes, list over list.
    pub fn lists(&self) -> impl Iterator<Item = &DisplayList> {
        self.pictures.iter().flat_map(|picture| &picture.lists)
    }
}

/// A chart as large as on a page, with the sentence that drawing it answers.
fn on_easel<E>(draw: impl FnOnce(Rect, &mut DisplayList) -> Result<String, E>) -> Result<Drawn, E> {
    let viewport = Rect::of(Point::default(), CHART);
    let mut list = DisplayList::new();
    let said = draw(viewport.grown(-CHART_MARGIN), &mut list)?;
    let mut subjects: Vec<Subject> = list.iter().map(|item| item.key.subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let told = vec![Told { subjects, telling: Telling::Figure, text: said.clone() }];
    let pictures = vec![ToldPicture { lists: vec![list], told }];
    let titles = vec![Titles::default()];
    Ok(Drawn { pictures, titles, viewport, ends: Vec::new(), said: Some(said) })
}

impl<'a> ExportJob<'a> {
    /// What was chosen. A scenario that is not there is not compared with.
    #[must_use]
    pub fn of(source: Source<'a>, choices: &'a Choices) -> Self {
        let other = |id: ScenarioId| source.blueprint.scenario(id).map(|found| &**found);
        let before = choices.motif.compared_with().and_then(other).map(Version::of);
        let shown = Version::of(source.scenario);
        let comparison = before.as_ref().map(|before| {
            compare_analysed((before.scenario, &before.analysis), (shown.scenario, &shown.analysis))
        });
        let report = OnceLock::new();
        Self { source, choices, shown, before, comparison, report }
    }

    /// It in a format.
    ///
    /// # Errors
    /// Why there is no such file.
    pub fn write(&self, exporter: &Exporter) -> Result<Written, NotMade> {
        let is_report = self.choices.motif.is_document();
        match exporter.export {
            Export::Report(write) => self.write_report(write),
            Export::Pages(write) => self.write_pages(write),
            Export::Picture(_) if is_report => Err(NotMade::NoReport),
            Export::Picture(write) => self.write_picture(write),
            Export::Document(write) => {
                let Source { scenario, wording, .. } = self.source;
                let zones = Zone::ALL.map(|zone| wording.zone(zone));
                let end = wording.text("export-flowchart-end");
                Ok(write(&TextSource { scenario, zones, end }))
            }
            Export::Workbook(write) => {
                let made = self.workbook();
                Ok(Written { renamed: made.renamed, ..write(&made.workbook)? })
            }
        }
    }

    fn workbook(&self) -> MadeWorkbook {
        let Source { blueprint, scenario, wording, date, .. } = self.source;
        workbook(&WorkbookSource { blueprint, scenario, date, words: wording })
    }

    /// The sheets of its workbook, with how many rows each has below its head.
    pub(super) fn sheets(&self) -> Vec<(String, usize)> {
        let sheets = self.workbook().workbook.sheets.into_iter();
        sheets.map(|sheet| (sheet.name, sheet.rows.len().saturating_sub(1))).collect()
    }

    fn write_picture(
        &self,
        write: fn(&Picture<'_>) -> Result<Written, Refused>,
    ) -> Result<Written, NotMade> {
        let drawn = self.draw()?;
        let pixels = self.choices.size.of(drawn.viewport.size());
        let pixels = Pixels { transparent: self.choices.transparent, ..pixels };
        Ok(self.with_picture(&drawn, pixels, write)?)
    }

    /// What was drawn as pixels, row by row, four bytes each, and how many across and down.
    ///
    /// # Errors
    /// That there would be too many.
    pub fn pixels(&self, drawn: &Drawn, pixels: Pixels) -> Result<((u32, u32), Vec<u8>), Refused> {
        self.with_picture(drawn, pixels, crate::exchange::pixels)
    }

    fn with_picture<T>(
        &self,
        drawn: &Drawn,
        pixels: Pixels,
        take: impl FnOnce(&Picture<'_>) -> T,
    ) -> T {
        let lists: Vec<DisplayList> = drawn.lists().cloned().collect();
        let titles: Vec<&Titles> = drawn.titles.iter().collect();
        let description = drawn.said.clone().unwrap_or_else(|| self.description());
        take(&Picture {
            lists: &lists,
            palette: &self.choices.theme.palette(),
            viewport: drawn.viewport,
            title: &self.title(),
            description: &description,
            language: self.source.wording.language().code(),
            titles: &titles,
            shaper: &Shaper::new(),
            pixels,
            outlines: self.choices.outlines,
        })
    }

    fn write_pages(
        &self,
        write: fn(&Paper<'_>) -> Result<Written, Refused>,
    ) -> Result<Written, NotMade> {
        let Pages { pages, bookmarks } = self.pages()?;
        let title = match self.choices.motif {
            Motif::Report(_) | Motif::Handout { .. } | Motif::Handbook(_) => self.report_title(),
            _ => self.title(),
        };
        Ok(write(&Paper {
            pages: &pages,
            palette: &self.choices.theme.palette(),
            ground: self.choices.theme == Theme::Dark,
            title: &title,
            language: self.source.wording.language().code(),
            shaper: &Shaper::new(),
            date: self.source.date,
            bookmarks: &bookmarks,
        })?)
    }

    /// It on the pages of a format; of a report that flows, as it would be on pages.
    ///
    /// # Errors
    /// As [`Self::pages`].
    pub fn pages_in(&self, exporter: &Exporter) -> Result<Pages, NotMade> {
        match exporter.export {
            Export::Report(_) => Ok(self.report_pages()),
            _ => self.pages(),
        }
    }

    /// It on pages.
    ///
    /// # Errors
    /// [`NotMade::Lacks`] for a chart that has nothing to show.
    pub fn pages(&self) -> Result<Pages, NotMade> {
        let (source, choices) = (&self.source, self.choices);
        if choices.motif.is_document() {
            return Ok(self.report_pages());
        }
        let shown = self.shown(&self.shown);
        let figures = if choices.hides_figures { String::new() } else { in_short(&shown) };
        let choice = PageChoice {
            paper: choices.paper,
            count: choices.pages,
            title: self.service(),
            scenario: &self.scenario_names(),
            figures: &figures,
            file: source.file,
            date: &source.wording.date(source.date),
        };
        let text = Typesetter::new(1.0);
        let whole = choices.rows || !matches!(choices.motif, Motif::Sheet | Motif::Steps(_));
        let overlaid = matches!(choices.motif, Motif::Pair { stacked: false, .. });
        let sheet = self.sheet(&shown, Side::After);
        if !whole || overlaid && !choices.rows {
            return Ok(sheet_pages(&[&sheet], &choice, &text));
        }
        let Drawn { pictures, viewport, ends, .. } = self.draw()?;
        if choices.rows && ends.len() < 2 {
            // It is no longer than a page across.
            return Ok(sheet_pages(&[&sheet], &choice, &text));
        }
        // Rows have the shape of a page, and are not cut across.
        let count = match choice.count {
            PageCount::Auto if choices.rows => PageCount::One,
            count => count,
        };
        let choice = PageChoice { count, ..choice };
        let borders = Borders { x: Vec::new(), y: ends };
        let below = picture_pages(pictures, viewport, borders, &choice, source.wording, &text);
        match &self.before {
            // Two sheets too large for a page come one after the other.
            Some(before) if below.pages.len() > 1 && !choices.rows => {
                let shown = self.shown(before);
                let earlier = self.sheet(&shown, Side::Before);
                Ok(sheet_pages(&[&earlier, &sheet], &choice, &text))
            }
            _ => Ok(below),
        }
    }

    pub(super) fn shown<'s>(&'s self, side: &'s Version<'_>) -> Shown<'s> {
        Shown {
            scenario: side.scenario,
            analysis: &side.analysis,
            words: self.source.wording,
            currency: self.source.blueprint.currency(),
        }
    }

    /// The sheet of a side, with what differs where there are two.
    fn sheet<'s>(&'s self, shown: &Shown<'s>, side: Side) -> SheetPicture<'s> {
        let between = self.before.as_ref().zip(self.comparison.as_ref());
        let differences = between.map(|(before, comparison)| {
            let scenarios = (before.scenario, self.shown.scenario);
            Arc::new(differences(comparison, scenarios.0, scenarios.1, side, self.source.wording))
        });
        let choice = SheetChoice {
            steps: self.steps(),
            hides_figures: self.choices.hides_figures,
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
            let lines =
                self.source.wording.step_changes(change, before.scenario, self.shown.scenario);
            (change.step, lines.into_iter().map(|line| line.text).collect())
        };
        comparison.steps.iter().map(said).collect()
    }

    fn steps(&self) -> BTreeSet<StepId> {
        match &self.choices.motif {
            Motif::Steps(steps) => steps.clone(),
            _ => BTreeSet::new(),
        }
    }

    /// Draws it at its own size.
    ///
    /// # Errors
    /// [`NotMade::Lacks`] for a chart that has nothing to show.
    pub fn draw(&self) -> Result<Drawn, NotMade> {
        let text = Typesetter::new(1.0);
        match self.choices.motif {
            Motif::Chart(chart) => {
                let source = ChartSource {
                    shown: self.shown(&self.shown),
                    service: self.source.blueprint.title(),
                    other: None,
                };
                let drawn =
                    on_easel(|area, list| chart.draw(&source, &Typesetter::new(1.0), area, list));
                return drawn.map_err(NotMade::Lacks);
            }
            Motif::Quality(picture) => {
                let shown = self.shown(&self.shown);
                return on_easel(|area, list| {
                    draw_quality(picture, self.source.blueprint, &shown, &text, area, list)
                        .ok_or_else(|| NotMade::Lacks(Vec::new()))
                });
            }
            Motif::Improving(picture, today) => return self.draw_improving(picture, today),
            Motif::Frontier => return self.draw_frontier(),
            Motif::Report(_) | Motif::Handout { .. } | Motif::Handbook(_) => {
                return Err(NotMade::NoReport);
            }
            Motif::Sheet | Motif::Steps(_) | Motif::Pair { .. } => {}
        }
        let after = self.shown(&self.shown);
        let sheet = self.sheet(&after, Side::After);
        let stacked = matches!(self.choices.motif, Motif::Pair { stacked: true, .. });
        if let Some(before) = self.before.as_ref().filter(|_| stacked) {
            let shown = self.shown(before);
            return Ok(self.draw_stacked(&[&self.sheet(&shown, Side::Before), &sheet]));
        }
        let mut lists = vec![DisplayList::new()];
        let (viewport, ends) = match lists.first_mut().filter(|_| !self.choices.rows) {
            Some(list) => (sheet.draw(sheet.part(), Point::default(), &text, list), Vec::new()),
            None => sheet.draw_rows(&text, &mut lists),
        };
        let titles = vec![sheet.titles(); lists.len()];
        let pictures = vec![ToldPicture { lists, told: sheet.told() }];
        Ok(Drawn { pictures, titles, viewport, ends, said: None })
    }

    /// What is judged, measured or planned.
    fn draw_improving(
        &self,
        picture: Improving,
        today: Option<crate::blueprint::Date>,
    ) -> Result<Drawn, NotMade> {
        let (blueprint, shown) = (self.source.blueprint, self.shown(&self.shown));
        on_easel(|area, list| {
            let text = Typesetter::new(1.0);
            let easel = Easel::of(area.size(), &text);
            let said = picture.draw(blueprint, &shown, today, &easel, area, list);
            said.ok_or_else(|| NotMade::Lacks(Vec::new()))
        })
    }

    /// What a redesign reaches, for up to some more people than there are today.
    fn draw_frontier(&self) -> Result<Drawn, NotMade> {
        let Source { blueprint, scenario, wording, .. } = self.source;
        let rules = scenario.redesign_rules();
        let question = Question::near_today(scenario);
        let found = frontier(scenario, rules, &question, &|| false, &mut |_| ());
        let found = found.map_err(NotMade::Obstacle)?;
        let names = caption(wording, blueprint.title(), scenario.name(), false);
        on_easel(|area, list| {
            draw_frontier(wording, names, &found, &Typesetter::new(1.0), area, list)
                .ok_or_else(|| NotMade::Lacks(Vec::new()))
        })
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
        Drawn { pictures, titles, viewport, ends, said: None }
    }

    fn service(&self) -> &str {
        match self.source.blueprint.title().trim() {
            "" => self.source.wording.text("untitled"),
            title => title,
        }
    }

    fn name<'s>(&'s self, scenario: &'s Scenario) -> &'s str {
        match scenario.name().trim() {
            "" => self.source.wording.text("scenario-unnamed"),
            name => name,
        }
    }

    fn scenario_names(&self) -> String {
        let name = self.name(self.shown.scenario);
        match &self.before {
            Some(before) => {
                let before = self.name(before.scenario);
                let arguments = [("before", before.into()), ("after", name.into())];
                self.source.wording.with("page-pair", &arguments)
            }
            None => name.to_owned(),
        }
    }

    /// What it is of, in a few words.
    #[must_use]
    pub fn title(&self) -> String {
        caption(self.source.wording, self.service(), &self.scenario_names(), false)
    }

    fn description(&self) -> String {
        let shown = &self.shown(&self.shown);
        let steps = self.source.wording.counted("steps", shown.scenario.steps().len());
        let mut told =
            vec![self.source.wording.with("picture-blueprint", &[("steps", steps.into())])];
        told.extend((!self.choices.hides_figures).then(|| in_short(shown)));
        told.retain(|told| !told.is_empty());
        self.source.wording.clauses(&told)
    }
}
