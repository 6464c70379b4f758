//! Small pictures of shipped blueprints: the sheet itself, drawn small.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use egui::Ui;

use crate::blueprint::{Scenario, StepKind, Zone};
use crate::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, KnownWidths, Look, Point, Rect, Routes, STRIP_WIDTH, Scene,
    SheetGeometry, Size, draw,
};
use crate::storage::Sample;
use crate::wording::{Language, Wording};

use crate::drawing::charts::{Easel, Plane};
use crate::pictures::planning::plane;
use crate::pictures::{CardWords, SheetWords};
use crate::planning::sheet::solve;
use crate::ui::paint::{self, FontWidths};

/// Below this zoom names could not be read, by which pictures are told apart; a larger sheet is cut
/// instead.
const LEAST_ZOOM: f32 = 0.5;
/// What is seen left of the first card of a part, in sheet units.
const BESIDE: f32 = 16.0;
/// What stays free around the sheet, in screen points.
const MARGIN: f32 = 6.0;

/// What is kept of a blueprint that was shown.
struct Picture {
    scenario: Arc<Scenario>,
    geometry: SheetGeometry,
    routes: Routes,
    /// The planning sheets that it is about, and the picture of the first that has one.
    sheets: usize,
    plane: Option<Plane>,
}

/// The pictures that were shown so far; each blueprint is read once, when it is first seen.
#[derive(Default)]
pub(in crate::ui) struct Thumbnails {
    pictures: HashMap<(&'static str, Language), Option<Picture>>,
    list: DisplayList,
    look: Look,
    widths: RefCell<KnownWidths>,
}

impl Thumbnails {
    /// How many steps a blueprint has, counted as in the rest of the window: without notes and
    /// evidence.
    pub fn steps(&mut self, sample: &Sample, language: Language) -> usize {
        self.picture(sample, language).map_or(0, |picture| picture.scenario.flowing_steps())
    }

    /// How many planning sheets a blueprint has that is about them.
    pub fn sheets(&mut self, sample: &Sample, language: Language) -> usize {
        self.picture(sample, language).map_or(0, |picture| picture.sheets)
    }

    fn picture(&mut self, sample: &Sample, language: Language) -> Option<&Picture> {
        let kept = self.pictures.entry((sample.key, language)).or_insert_with(|| {
            // A shipped blueprint is tested; one that failed all the same shows no picture, and
            // says why when it is opened.
            let blueprint = sample.open_in(language.code()).ok()?;
            let scenario = Arc::clone(blueprint.baseline());
            let geometry = SheetGeometry::of(&scenario);
            let routes = Routes::of(&scenario, &geometry);
            let sheets = if blueprint.is_about_sheets() { blueprint.sheets() } else { &[] };
            let plane = sheets.iter().find_map(|(_, sheet)| {
                let answer = solve(sheet).ok()?;
                plane(sheet, &answer, None, &Wording::new(language))
            });
            Some(Picture { scenario, geometry, routes, sheets: sheets.len(), plane })
        });
        kept.as_ref()
    }

    /// Draws a blueprint into a part of the screen: whole where its names stay legible, else the part
    /// that tells it apart.
    pub fn show(&mut self, ui: &Ui, sample: &Sample, words: &Wording, on_screen: egui::Rect) {
        let (mut list, look) = (std::mem::take(&mut self.list), std::mem::take(&mut self.look));
        let widths = std::mem::take(&mut self.widths);
        if let Some(picture) = self.picture(sample, words.language()) {
            let area = paint::from_egui(on_screen);
            let text = FontWidths { ctx: ui.ctx(), known: &widths };
            let painter = ui.painter().with_clip_rect(on_screen.intersect(ui.clip_rect()));
            if let Some(plane) = &picture.plane {
                let easel = Easel::plain(&text);
                list.clip_to(area);
                let _ = plane.laid(&easel, area.grown(-2.0 * MARGIN)).draw(&mut list, None);
                paint::paint(&painter, &list);
                list.clear();
                (self.list, self.look, self.widths) = (list, look, widths);
                return;
            }
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
                labels: &CardWords(SheetWords(words)),
                text: &text,
                look: &look,
            };
            draw(&scene, &mut list);
            paint::paint(&painter, &list);
        }
        (self.list, self.look, self.widths) = (list, look, widths);
    }
}

/// A sheet that is small enough is seen whole, from the left edge, where people start to read, in the
/// middle of the height. Of a larger one the part is seen that tells it apart from others: where most
/// of its cards stand together, above all its decisions.
fn camera(geometry: &SheetGeometry, area: Rect) -> Camera {
    let sheet = geometry.contents();
    let fitted = Camera::fit(sheet, area, MARGIN);
    if fitted.zoom() >= LEAST_ZOOM {
        let seen = fitted.rect_on_screen(sheet);
        let top = (area.centre().y - seen.height() / 2.0).max(area.top() + MARGIN);
        return fitted.panned(Point::new(area.left() + MARGIN - seen.left(), top - seen.top()));
    }
    let corner = telling_corner(geometry, area.size());
    let inside = Point::new(area.left() + MARGIN, area.top() + MARGIN);
    Camera::new(inside - corner * LEAST_ZOOM, LEAST_ZOOM)
}

/// The upper left corner, on the sheet, of the part of a size on the screen that tells most.
fn telling_corner(geometry: &SheetGeometry, size: Size) -> Point {
    let sheet = geometry.contents();
    let room = |length: f32| (length - 2.0 * MARGIN) / LEAST_ZOOM;
    let (width, height) = (room(size.width), room(size.height));
    let lefts = geometry.cards().iter().map(|card| card.rect.left() - BESIDE);
    let lefts = lefts.map(|left| left.min(sheet.right() - width).max(sheet.left()));
    // Evidence shows what customers touch, which is much the same everywhere.
    let bands = geometry.bands().iter().filter(|band| band.zone != Zone::Evidence);
    let tops = bands.map(|band| band.top.min(sheet.bottom() - height).max(sheet.top()));
    let tops: Vec<f32> = tops.collect();
    let corners = lefts.flat_map(|left| tops.iter().map(move |top| Point::new(left, *top)));
    let told = |corner: Point| -> u32 {
        let seen = Rect::new(corner.x, corner.y, corner.x + width, corner.y + height);
        let whole = geometry.cards().iter().filter(|card| seen.encloses(card.rect));
        whole
            .map(|card| match card.kind {
                StepKind::Decision => 4,
                StepKind::Action => 1,
                StepKind::Evidence | StepKind::Note => 0,
            })
            .sum()
    };
    let start = Point::new(sheet.left(), tops.first().copied().unwrap_or(sheet.top()));
    // Of parts that tell as much, the one that comes first.
    let (best, _) = corners.fold((start, told(start)), |best, corner| {
        let tells = told(corner);
        let earlier = tells == best.1 && (corner.x, corner.y) < (best.0.x, best.0.y);
        if tells > best.1 || earlier { (corner, tells) } else { best }
    });
    best
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::drawing;
    use crate::storage::templates;

    /// The cards that are seen whole on a card of the start screen: where, and of which kind.
    fn seen(sample: &Sample) -> BTreeSet<(i32, i32, bool)> {
        let blueprint = sample.open_in("en").expect("a sound template");
        let scenario = blueprint.baseline();
        let geometry = SheetGeometry::of(scenario);
        let area = Rect::new(0.0, 0.0, 338.0, 182.0);
        let camera = camera(&geometry, area);
        let cards = geometry.cards().iter().filter(|card| card.kind.flows());
        let on_screen = cards.map(|card| (card.kind, camera.rect_on_screen(card.rect)));
        let whole = on_screen.filter(|(_, rect)| area.encloses(*rect));
        // In tenths of the area: what is nearly in the same place looks the same.
        let tenth = |length: f32, of: f32| drawing::whole_units(10.0 * length / of);
        whole
            .map(|(kind, rect)| {
                let (x, y) = (tenth(rect.left(), area.width()), tenth(rect.top(), area.height()));
                (x, y, kind == StepKind::Decision)
            })
            .collect()
    }

    #[test]
    fn the_picture_of_a_template_tells_it_from_the_others() {
        let pictures: Vec<_> = templates()
            .iter()
            .map(|template| {
                let cards = seen(template);
                assert!(cards.len() >= 5, "{}: {cards:?}", template.key);
                let decides = cards.iter().any(|(.., decides)| *decides);
                assert!(decides, "{} shows a decision", template.key);
                cards
            })
            .collect();
        for (at, a) in pictures.iter().enumerate() {
            for b in &pictures[at + 1..] {
                let differ = a.symmetric_difference(b).count();
                assert!(differ >= 4, "{differ}: {a:?} {b:?}");
            }
        }
    }
}
