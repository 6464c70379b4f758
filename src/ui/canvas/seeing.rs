//! Which part of the sheet is seen, and how large.
//!
//! Whatever moves the view asks here, so that the sheet can never be lost from it.

use crate::blueprint::{LinkKind, StepId};
use crate::drawing::{Camera, Detail, OVERHANG, Point, Rect, Size, sheet_area};
use crate::editor::Selection;

use super::{Canvas, paint};

/// How small a sheet is shown that nobody asked to see as a whole: all of a card can be read.
const LEAST_OPENED: f32 = 0.8;
/// What stays free around a fitted sheet, in screen points.
pub(super) const FIT_MARGIN: f32 = 12.0;
/// What stays free around a card that is brought into view, in screen points.
const CARD_MARGIN: f32 = 24.0;
/// A card so far within the view need not come to its middle, in screen points.
const WELL_IN_VIEW: f32 = 40.0;
/// The part of the view that a sheet which is wider may leave free beside it.
const MOST_BESIDE: f32 = 0.25;
/// What may be free above and below a sheet that is higher than the view, in screen points.
const MOST_ABOVE: f32 = 32.0;
/// No smaller is a sheet shown by hand, unless it is so large that it does not fit.
const LEAST_BY_HAND: f32 = 0.1;

impl Canvas {
    /// The sheet's zoom; 1 is 100 %.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom()
    }

    /// The part of the window that shows the sheet, without the names of lanes and phases, and where
    /// the whole sheet lies there, seen or not.
    pub fn sheet_on_screen(&self) -> (egui::Rect, egui::Rect) {
        let sheet = self.camera.rect_on_screen(self.geometry.contents());
        (paint::rect(sheet_area(self.viewport)), paint::rect(sheet))
    }

    /// Zooms to the next step of the ladder, around what is selected, which stays in view; else around
    /// the middle of what is seen of the sheet.
    pub fn zoom_in(&mut self, selection: &Selection) {
        self.zoom_to(Camera::zoom_above(self.camera.zoom()), selection);
    }

    /// Zooms to the step of the ladder below; no farther out than the whole sheet.
    pub fn zoom_out(&mut self, selection: &Selection) {
        self.zoom_to(Camera::zoom_below(self.camera.zoom()), selection);
    }

    /// Shows the sheet at 100 %; what is selected stays in view.
    pub fn zoom_actual(&mut self, selection: &Selection) {
        self.zoom_to(1.0, selection);
    }

    fn zoom_to(&mut self, zoom: f32, selection: &Selection) {
        self.moved = true;
        let zoom = zoom.max(self.least_zoom());
        let area = sheet_area(self.viewport);
        let before = self.camera;
        let Some(around) = self.bounds_of(selection) else {
            self.camera = before.zoomed_to(zoom, self.middle_seen());
            self.hold_zoomed(before);
            return;
        };
        let anchor = before.screen_from_sheet(around.centre());
        let zoomed = before.zoomed_to(zoom, anchor);
        let fits = zoomed.rect_on_screen(around).size();
        // What has grown too large for the window is kept in its middle.
        self.camera = if fits.width > area.width() || fits.height > area.height() {
            zoomed.panned(area.centre() - anchor)
        } else {
            zoomed.revealing(around, area, FIT_MARGIN)
        };
        self.hold_zoomed(before);
    }

    /// Zooms by a factor and keeps the sheet still under a point of the screen.
    pub(super) fn zoom_at(&mut self, factor: f32, anchor: Point) {
        let before = self.camera;
        let zoom = (before.zoom() * factor).max(self.least_zoom());
        self.camera = before.zoomed_to(zoom, anchor);
        self.moved = true;
        self.hold_zoomed(before);
    }

    /// Moves the sheet by a distance on the screen, as far as it stays in view.
    pub(super) fn pan_by(&mut self, by: Point) {
        self.camera = self.camera.panned(by);
        self.moved = true;
        self.hold();
    }

    /// Keeps the sheet in view after it was moved.
    pub(super) fn hold(&mut self) {
        let area = sheet_area(self.viewport);
        let sheet = self.geometry.contents();
        let beside = MOST_BESIDE * area.width();
        // To the right there is room for what comes later.
        let later = (OVERHANG * self.camera.zoom()).min(2.0 * beside).max(beside);
        self.camera = self.camera.holding(sheet, area, [(beside, later), (MOST_ABOVE, MOST_ABOVE)]);
    }

    /// Keeps the sheet in view after a zoom: no more is free beside it than was before.
    fn hold_zoomed(&mut self, before: Camera) {
        let area = sheet_area(self.viewport);
        let sheet = self.geometry.contents();
        let seen = before.rect_on_screen(sheet);
        let free = |space: f32| space.max(FIT_MARGIN);
        let slack = [
            (free(seen.left() - area.left()), free(area.right() - seen.right())),
            (free(seen.top() - area.top()), free(area.bottom() - seen.bottom())),
        ];
        self.camera = self.camera.holding(sheet, area, slack);
    }

    /// The zoom at which the whole sheet is seen.
    fn fitting_zoom(&self) -> f32 {
        let area = sheet_area(self.viewport);
        Camera::fit(self.geometry.contents(), area, FIT_MARGIN).zoom()
    }

    fn least_zoom(&self) -> f32 {
        self.fitting_zoom().min(LEAST_BY_HAND)
    }

    /// The area of the sheet that selected cards and links take.
    fn bounds_of(&self, selection: &Selection) -> Option<Rect> {
        let cards = selection.steps.iter().filter_map(|step| self.geometry.card(*step));
        let links = selection.links.iter().filter_map(|link| self.routes.route(*link));
        cards.map(|card| card.rect).chain(links.map(|route| route.bounds)).reduce(Rect::union)
    }

    /// The middle of the part of the sheet that is seen; of the window where none is.
    fn middle_seen(&self) -> Point {
        let area = paint::rect(sheet_area(self.viewport));
        let sheet = paint::rect(self.camera.rect_on_screen(self.geometry.contents()));
        let seen = area.intersect(sheet);
        paint::point(if seen.is_positive() { seen.center() } else { area.center() })
    }

    /// Shows the whole sheet, and keeps it in view until a person moves the view.
    pub fn fit_all(&mut self) {
        self.moved = false;
        self.whole = true;
        self.fit();
    }

    pub(super) fn fit(&mut self) {
        // Ways out of the service may lead beyond the last card.
        let links = self.routes.all().iter().map(|route| route.bounds.grown(FIT_MARGIN));
        let sheet = links.fold(self.geometry.contents(), Rect::union);
        let area = sheet_area(self.viewport);
        // In a window made for a large screen the sheet may be enlarged, but not to fill it.
        let most = (area.width() / 1200.0).clamp(1.0, 1.6);
        self.camera = Camera::fit_up_to(most, sheet, area, FIT_MARGIN);
        let corner = area.min + Point::new(FIT_MARGIN, FIT_MARGIN);
        if !self.whole && self.camera.zoom() < LEAST_OPENED {
            // A sheet that could not be read as a whole is opened where its flow starts.
            let pan = corner - sheet.min * LEAST_OPENED;
            self.camera = Camera::new(pan, LEAST_OPENED);
            if let Some(card) = self.first_of_flow().and_then(|step| self.geometry.card(step)) {
                self.camera = self.camera.revealing(card.rect, area, CARD_MARGIN);
            }
        }
        // A sheet smaller than the window starts at the upper left, where people start to read.
        let seen = self.camera.screen_from_sheet(sheet.min);
        let shift = Point::new((corner.x - seen.x).min(0.0), (corner.y - seen.y).min(0.0));
        self.camera = self.camera.panned(shift);
    }

    /// The step that the flow starts with: the leftmost that leads on and that nothing leads to.
    fn first_of_flow(&self) -> Option<StepId> {
        let scenario = self.drawn.as_deref()?;
        let flows = || scenario.links().values().filter(|link| link.kind == LinkKind::Flow);
        let reached: std::collections::BTreeSet<StepId> =
            flows().filter_map(|link| link.to.step()).collect();
        let starts = flows().map(|link| link.from).filter(|step| !reached.contains(step));
        let cards = starts.filter_map(|step| self.geometry.card(step));
        let first = cards.min_by(|a, b| a.rect.left().total_cmp(&b.rect.left()));
        first.map(|card| card.step)
    }

    /// Shows some cards as large as they fit.
    pub fn fit_steps(&mut self, steps: impl IntoIterator<Item = StepId>) {
        let cards = steps.into_iter().filter_map(|step| self.geometry.card(step));
        let around = cards.map(|card| card.rect).reduce(Rect::union);
        if let Some(around) = around {
            self.camera = Camera::fit(around, sheet_area(self.viewport), 40.0);
            self.moved = true;
            self.hold();
        }
    }

    /// Brings a card into view in the next frame, no farther than it takes.
    pub fn reveal(&mut self, step: StepId) {
        self.reveal = Some(step);
    }

    /// Brings a card that was looked for to the middle of the view in the next frame, as far as the
    /// sheet reaches, and large enough to be read.
    pub fn seek(&mut self, step: StepId) {
        self.sought = Some(step);
    }

    /// Brings cards into view in the next frame, all of them if need be smaller.
    pub fn reveal_all(&mut self, steps: impl IntoIterator<Item = StepId>) {
        self.revealed = steps.into_iter().collect();
    }

    /// Shows the card that is wanted, or the cards.
    pub(super) fn show_wanted(&mut self) {
        let area = sheet_area(self.viewport);
        let cards = std::mem::take(&mut self.revealed);
        let cards = cards.into_iter().filter_map(|step| self.geometry.card(step));
        if let Some(around) = cards.map(|card| card.rect).reduce(Rect::union)
            && !area.encloses(self.camera.rect_on_screen(around))
        {
            let fitting = Camera::fit(around, area, CARD_MARGIN);
            self.camera = if fitting.zoom() < self.camera.zoom() {
                fitting
            } else {
                self.camera.revealing(around, area, CARD_MARGIN)
            };
            self.moved = true;
            self.hold();
        }
        if let Some(card) = self.reveal.take().and_then(|step| self.geometry.card(step)) {
            self.camera = self.camera.revealing(card.rect, area, CARD_MARGIN);
        }
        let Some(card) = self.sought.take().and_then(|step| self.geometry.card(step)) else {
            return;
        };
        let legible = Detail::at(self.camera.zoom()) >= Detail::Name;
        let zoom = if legible { self.camera.zoom() } else { LEAST_OPENED };
        let centre = card.rect.centre();
        let wanted = Camera::new(area.centre() - centre * zoom, zoom);
        // What is well in view has no need to move.
        let on_screen = self.camera.rect_on_screen(card.rect);
        let seen = area.grown(-WELL_IN_VIEW).encloses(on_screen)
            || area.encloses(self.camera.rect_on_screen(self.geometry.contents()));
        if !seen || !legible {
            self.camera = wanted;
            self.moved = true;
            self.hold();
        }
    }

    /// Follows another size of the view, as when a panel opens: a sheet that nobody has moved is
    /// fitted again, else it stays where it lies beside the names of lanes and phases.
    pub(super) fn follow_size(&mut self, before: Rect) {
        if before == self.viewport {
            return;
        }
        if !self.moved {
            self.fit();
        } else if before.size() != Size::default() {
            self.camera = self.camera.panned(self.viewport.min - before.min);
            self.hold();
        }
    }
}
