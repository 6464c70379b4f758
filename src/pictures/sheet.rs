//! The sheet as a picture, whole or in parts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::blueprint::StepId;
use crate::drawing::{
    Camera, Detail, Differences, DisplayList, Folding, HEADER_HEIGHT, Look, MeasureText, Pane,
    Point, Rect, RouteStyle, Routes, STRIP_WIDTH, Scene, SheetFigures, SheetGeometry, Sight, Size,
    draw, draw_pane, legend_beside,
};

use super::{CardFigures, SheetWords, Shown, Spoken};

/// The free space around what lies on the sheet, in points.
const MARGIN: f32 = 12.0;
/// As much of it as its outermost lines are wide.
const EDGE: f32 = 2.0;
/// What is shown around the cards of a part of the sheet, in points.
const AROUND: f32 = 24.0;
/// What the mark at the end of a way out of the service takes around it, in points.
const EXIT_MARK: f32 = 12.0;
/// How much wider than high a page of paper is that lies across.
const PAGE: f32 = std::f32::consts::SQRT_2;

/// What of a sheet is drawn, and how.
#[derive(Clone, Debug, Default)]
pub struct SheetChoice {
    /// Only the part that holds some steps, with what lies wholly between them; all of it if there are
    /// none.
    pub steps: BTreeSet<StepId>,
    /// Whether the figures are left out that follow from the blueprint.
    pub hides_figures: bool,
    /// What differs from a scenario that this one is compared with.
    pub differences: Option<Arc<Differences>>,
    /// What else is said of steps, such as what became of them.
    pub notes: BTreeMap<StepId, Vec<String>>,
}

/// A sheet that is drawn at zoom 1 with nothing selected, whole or in parts; the names of its lanes and
/// phases stand on each.
pub struct SheetPicture<'a> {
    shown: Shown<'a>,
    geometry: SheetGeometry,
    routes: Routes,
    look: Look,
    labels: SheetWords<'a>,
    part: Rect,
    /// Whether that is less than all.
    is_part: bool,
    notes: BTreeMap<StepId, Vec<String>>,
    figures: Option<CardFigures<'a>>,
}

impl<'a> SheetPicture<'a> {
    /// A sheet, laid out.
    #[must_use]
    pub fn of(shown: &Shown<'a>, choice: &SheetChoice) -> Self {
        let geometry = SheetGeometry::of(shown.scenario);
        let routes = Routes::of(shown.scenario, &geometry);
        let cards = geometry.cards().iter().filter(|card| choice.steps.contains(&card.step));
        let around = cards.map(|card| card.rect).reduce(Rect::union);
        let part = around.map_or_else(
            || geometry.bounds().union(geometry.contents()).grown(MARGIN),
            |around| around.grown(AROUND),
        );
        // What would be cut by the edge is left out, and so is what leads there.
        let cut = geometry.cards().iter().filter(|card| {
            around.is_some() && !choice.steps.contains(&card.step) && !part.encloses(card.rect)
        });
        let look = Look {
            detail: Some(Detail::Full),
            differences: choice.differences.clone(),
            pale: cut.map(|card| card.step).collect(),
            hides_pale: true,
            ..Look::default()
        };
        let figures = (!choice.hides_figures).then(|| CardFigures::of(shown.analysis, shown.words));
        let labels = SheetWords(shown.words);
        let is_part = around.is_some();
        let notes = choice.notes.clone();
        Self { shown: *shown, geometry, routes, look, labels, part, is_part, notes, figures }
    }

    /// The part of the sheet that is shown.
    #[must_use]
    pub fn part(&self) -> Rect {
        self.part
    }

    /// The part of the sheet that pages show: their margins are its margin. And how much right of it
    /// they show where there is room, which is where the names of lines stand freely.
    #[must_use]
    pub fn paper_part(&self) -> (Rect, f32) {
        if self.is_part {
            return (self.part, 0.0);
        }
        let contents = self.contents();
        (contents.grown(EDGE), (self.part.right() - contents.right() - EDGE).max(0.0))
    }

    /// All that lies on the sheet. Ways out of the service end beyond the last card.
    fn contents(&self) -> Rect {
        let links = self.routes.all().iter().filter(|route| route.style == RouteStyle::Exit);
        let exits = links.map(|route| route.bounds.grown(EXIT_MARK));
        exits.fold(self.geometry.contents(), Rect::union)
    }

    /// Whether a step is in the picture.
    #[must_use]
    pub fn shows(&self, step: StepId) -> bool {
        !self.look.hides(step)
    }

    /// Where its lanes, phases and cards lie.
    #[must_use]
    pub fn geometry(&self) -> &SheetGeometry {
        &self.geometry
    }

    /// What is shown.
    #[must_use]
    pub fn shown(&self) -> &Shown<'a> {
        &self.shown
    }

    /// What else is said of a step.
    pub(super) fn notes(&self, step: StepId) -> &[String] {
        self.notes.get(&step).map_or(&[], Vec::as_slice)
    }

    /// It in words.
    #[must_use]
    pub fn spoken(&self) -> Spoken<'a> {
        Spoken { scenario: self.shown.scenario, words: self.shown.words, figures: self.figures }
    }

    /// Draws a part of the sheet so that its upper left corner, names included, lies at a point; the
    /// list is cleared first. Answers the room that it takes.
    #[must_use]
    pub fn draw(
        &self,
        part: Rect,
        corner: Point,
        text: &dyn MeasureText,
        list: &mut DisplayList,
    ) -> Rect {
        let size =
            Size::new((STRIP_WIDTH + part.width()).ceil(), (HEADER_HEIGHT + part.height()).ceil());
        let viewport = Rect::of(corner, size);
        let pan = corner + pan(part);
        draw(&self.scene(Camera::new(pan, 1.0), viewport, text), list);
        viewport
    }

    /// Where a point of the sheet lies in a drawing of a part whose corner lies at the origin.
    #[must_use]
    pub fn drawn_at(part: Rect, point: Point) -> Point {
        point + pan(part)
    }

    fn scene<'s>(&'s self, camera: Camera, viewport: Rect, text: &'s dyn MeasureText) -> Scene<'s> {
        Scene {
            scenario: self.shown.scenario,
            geometry: &self.geometry,
            routes: &self.routes,
            figures: self.figures.as_ref().map(|figures| figures as &dyn SheetFigures),
            camera,
            viewport,
            labels: &self.labels,
            text,
            look: &self.look,
        }
    }

    /// Draws all of the sheet, but one that is longer than a page across is cut into rows below each
    /// other, so that it has about the shape of the page: a list for each row. Answers the room that
    /// they take, and where each row ends.
    #[must_use]
    pub fn draw_rows(
        &self,
        text: &dyn MeasureText,
        lists: &mut Vec<DisplayList>,
    ) -> (Rect, Vec<f32>) {
        let contents = self.geometry.contents();
        let height = (contents.width() * contents.height() / PAGE).sqrt();
        let folding = Folding::of(&self.geometry, &self.routes, Size::new(PAGE * height, height));
        self.draw_folded(folding, text, lists)
    }

    /// As [`Self::draw_rows`], but in rows that are no wider than so many points, the names of lanes
    /// apart, as far as the cards allow.
    #[must_use]
    pub fn draw_within(
        &self,
        width: f32,
        text: &dyn MeasureText,
        lists: &mut Vec<DisplayList>,
    ) -> (Rect, Vec<f32>) {
        let folding = Folding::within(&self.geometry, &self.routes, width);
        self.draw_folded(folding, text, lists)
    }

    /// Where the card of a step lies in the first row of a drawing in rows.
    #[must_use]
    pub fn card_in_row(&self, step: StepId) -> Option<Rect> {
        let card = self.geometry.card(step)?;
        Some(Camera::new(pan_of_rows(self.contents()), 1.0).rect_on_screen(card.rect))
    }

    fn draw_folded(
        &self,
        folding: Folding,
        text: &dyn MeasureText,
        lists: &mut Vec<DisplayList>,
    ) -> (Rect, Vec<f32>) {
        let contents = self.contents();
        let mut sight = Sight::default();
        sight.set_sheet(contents, folding);
        sight.set_camera(Camera::new(pan_of_rows(contents), 1.0));
        let all = sight.extent();
        let viewport =
            Rect::new(0.0, 0.0, (all.right() + MARGIN).ceil(), (all.bottom() + MARGIN).ceil());
        // No row reaches beyond the widest.
        sight.set_viewport(Rect { max: all.max, ..viewport });
        let scene = self.scene(sight.camera(), viewport, text);
        let panes: Vec<Pane> = sight.panes().collect();
        lists.resize_with(panes.len(), DisplayList::default);
        for (pane, list) in panes.iter().zip(lists.iter_mut()) {
            draw_pane(&scene, pane, list);
        }
        if let Some(last) = lists.last_mut().filter(|_| panes.len() > 1) {
            legend_beside(last, &scene, &panes);
        }
        (viewport, panes.iter().map(|pane| pane.viewport.bottom()).collect())
    }
}

/// How far a part of a sheet is moved to lie beside the names of its lanes and below those of its
/// phases.
fn pan(part: Rect) -> Point {
    Point::new(STRIP_WIDTH - part.left(), HEADER_HEIGHT - part.top())
}

/// The same in a drawing in rows, which has a margin.
fn pan_of_rows(contents: Rect) -> Point {
    pan(contents) + Point::new(MARGIN, MARGIN)
}

/// Draws the whole sheet with the names of its lanes and phases at zoom 1, with nothing selected; the
/// list is cleared first. Answers the room that it takes: no more than its content and a margin.
#[must_use]
pub fn draw_sheet(shown: &Shown<'_>, text: &dyn MeasureText, list: &mut DisplayList) -> Rect {
    let sheet = SheetPicture::of(shown, &SheetChoice::default());
    sheet.draw(sheet.part(), Point::default(), text, list)
}

/// As [`draw_sheet`], but only the part of the sheet that holds some steps, with what lies between
/// them; the whole sheet where none of them is there.
#[must_use]
pub fn draw_around(
    shown: &Shown<'_>,
    steps: &BTreeSet<StepId>,
    text: &dyn MeasureText,
    list: &mut DisplayList,
) -> Rect {
    let choice = SheetChoice { steps: steps.clone(), ..SheetChoice::default() };
    let sheet = SheetPicture::of(shown, &choice);
    sheet.draw(sheet.part(), Point::default(), text, list)
}
