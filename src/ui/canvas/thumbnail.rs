//! Small pictures of shipped blueprints: the sheet itself, drawn small.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use egui::Ui;

use crate::blueprint::{Line, Need, Scenario, ServiceTime, Share, Zone};
use crate::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, KnownWidths, Labels, Look, Point, Rect, Routes,
    STRIP_WIDTH, Scene, SheetGeometry, draw,
};
use crate::storage::Sample;
use crate::wording::{Language, Wording};

use crate::pictures::SheetWords;
use crate::ui::paint::{self, FontWidths};

/// Below this zoom names could not be read, by which pictures are told apart; a larger sheet is cut
/// instead.
const LEAST_ZOOM: f32 = 0.42;
/// What stays free around the sheet, in screen points.
const MARGIN: f32 = 6.0;

/// What is kept of a blueprint that was shown.
struct Picture {
    scenario: Arc<Scenario>,
    geometry: SheetGeometry,
    routes: Routes,
}

/// The pictures that were shown so far; each blueprint is read once, when it is first seen.
#[derive(Default)]
pub(in crate::ui) struct Thumbnails {
    pictures: HashMap<(&'static str, Language), Option<Picture>>,
    list: DisplayList,
    look: Look,
    widths: RefCell<KnownWidths>,
}

/// The words of a small picture: those on the cards. The names of the lines would cover them.
struct OnCards<'a>(SheetWords<'a>);

impl Labels for OnCards<'_> {
    fn zone(&self, zone: Zone) -> Cow<'_, str> {
        self.0.zone(zone)
    }

    fn line(&self, _line: Line) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn bottleneck(&self) -> Cow<'_, str> {
        self.0.bottleneck()
    }

    fn fail_point(&self) -> Cow<'_, str> {
        self.0.fail_point()
    }

    fn wait_point(&self) -> Cow<'_, str> {
        self.0.wait_point()
    }

    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str> {
        self.0.needs(scenario, needs, letters)
    }

    fn time(&self, time: &ServiceTime) -> Cow<'_, str> {
        self.0.time(time)
    }

    fn share(&self, share: Share) -> Cow<'_, str> {
        self.0.share(share)
    }
}

impl Thumbnails {
    /// How many steps a blueprint has, counted as in the rest of the window: without notes and
    /// evidence.
    pub fn steps(&mut self, sample: &Sample, language: Language) -> usize {
        self.picture(sample, language).map_or(0, |picture| picture.scenario.flowing_steps())
    }

    fn picture(&mut self, sample: &Sample, language: Language) -> Option<&Picture> {
        let kept = self.pictures.entry((sample.key, language)).or_insert_with(|| {
            // A shipped blueprint is tested; one that failed all the same shows no picture, and
            // says why when it is opened.
            let blueprint = sample.open_in(language.code()).ok()?;
            let scenario = Arc::clone(blueprint.baseline());
            let geometry = SheetGeometry::of(&scenario);
            let routes = Routes::of(&scenario, &geometry);
            Some(Picture { scenario, geometry, routes })
        });
        kept.as_ref()
    }

    /// Draws a blueprint into a part of the screen: whole where its links stay visible, else its
    /// beginning.
    pub fn show(&mut self, ui: &Ui, sample: &Sample, words: &Wording, on_screen: egui::Rect) {
        let (mut list, look) = (std::mem::take(&mut self.list), std::mem::take(&mut self.look));
        let widths = std::mem::take(&mut self.widths);
        if let Some(picture) = self.picture(sample, words.language()) {
            let area = paint::from_egui(on_screen);
            let text = FontWidths { ctx: ui.ctx(), known: &widths };
            let scene = Scene {
                scenario: &picture.scenario,
                geometry: &picture.geometry,
                routes: &picture.routes,
                figures: None,
                camera: camera(&picture.geometry, area),
                // The rows of names lie outside of what is seen.
                viewport: Rect::new(
                    area.left() - STRIP_WIDTH,
                    area.top() - HEADER_HEIGHT,
                    area.right(),
                    area.bottom(),
                ),
                labels: &OnCards(SheetWords(words)),
                text: &text,
                look: &look,
            };
            draw(&scene, &mut list);
            let painter = ui.painter().with_clip_rect(on_screen.intersect(ui.clip_rect()));
            paint::paint(&painter, &list);
        }
        (self.list, self.look, self.widths) = (list, look, widths);
    }
}

/// The sheet begins at the left edge, where people start to read; it lies in the middle of the
/// height, or begins at the upper edge where it is too high.
fn camera(geometry: &SheetGeometry, area: Rect) -> Camera {
    let mut sheet = geometry.contents();
    // A sheet that is too large is seen from its customers down: what they do tells it apart.
    if Camera::fit(sheet, area, MARGIN).zoom() < LEAST_ZOOM {
        let customers = geometry.bands().iter().find(|band| band.zone != Zone::Evidence);
        sheet.min.y = customers.map_or(sheet.min.y, |band| band.top);
    }
    let fitted = Camera::fit(sheet, area, MARGIN);
    let camera = fitted.zoomed_to(fitted.zoom().max(LEAST_ZOOM), area.centre());
    let seen = camera.rect_on_screen(sheet);
    let top = (area.centre().y - seen.height() / 2.0).max(area.top() + MARGIN);
    camera.panned(Point::new(area.left() + MARGIN - seen.left(), top - seen.top()))
}
