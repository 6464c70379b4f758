//! Which part of the sheet is seen, and how large.
//!
//! Whatever moves the view asks here, so that the sheet can never be lost from it.

use crate::background::Snapshot;
use crate::blueprint::{LinkKind, Scenario, StepId};
use crate::drawing::{Camera, Detail, Folding, OVERHANG, Point, Rect, Sight, Size, wall_zoom};
use crate::editor::Selection;

use super::{Canvas, Gesture, paint};
use crate::ui::view_context::ViewContext;

/// What is seen around a place that is looked at, to each side, in units of the sheet.
const NEAR: f32 = 160.0;
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
/// From this zoom on a sheet in rows is shown whole: the names on its cards can be read.
const LEGIBLE: f32 = 0.6;
/// Rows are cut anew where one has become wider than it would be by this factor.
const WORTH_REFOLDING: f32 = 1.2;
/// A sheet of which all is seen is shown larger where that makes it larger by this factor.
const WORTH_ENLARGING: f32 = 1.25;
/// No smaller is a sheet shown by hand, unless it is so large that it does not fit.
const LEAST_BY_HAND: f32 = 0.1;

/// Whether and how a sheet in rows is to be cut anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Recut {
    /// Nothing has changed.
    #[default]
    Not,
    /// Cards have changed: the cuts come to lie beside them.
    BesideCards,
    /// As if it had just been asked for.
    Anew,
}

/// How large a sheet is shown at most that has the window.
const LARGEST_WIDE: f32 = 2.5;

/// What was seen before the sheet got the window.
#[derive(Debug)]
pub(super) struct BeforeWide {
    sight: Sight,
    moved: bool,
    whole: bool,
    drawn: Option<Snapshot<Scenario>>,
}

impl Canvas {
    /// Shows the whole sheet as large as it fits once it gets the window, and what was seen before once the
    /// panels are back.
    pub(super) fn follow_player(&mut self, is_wide: bool) {
        match (is_wide, self.before_wide.take()) {
            (true, None) => {
                self.before_wide = Some(BeforeWide {
                    sight: self.sight.clone(),
                    moved: self.moved,
                    whole: self.whole,
                    drawn: self.drawn.clone(),
                });
                self.fit_all();
            }
            (true, before) => self.before_wide = before,
            (false, Some(before)) => {
                (self.moved, self.whole) = (before.moved, before.whole);
                // A place in another version of the sheet is no place to go back to.
                if before.drawn == self.drawn {
                    self.sight = before.sight;
                } else {
                    self.fit_all();
                }
            }
            (false, None) => {}
        }
    }

    /// The sheet's zoom; 1 is 100 %.
    pub fn zoom(&self) -> f32 {
        self.sight.zoom()
    }

    /// The part of the window that shows the sheet, without the names of lanes and phases, and where
    /// the whole sheet lies there, seen or not.
    pub fn sheet_on_screen(&self) -> (egui::Rect, egui::Rect) {
        (paint::rect(self.sight.area()), paint::rect(self.sight.extent()))
    }

    /// Zooms to the next step of the ladder, around what is selected, which stays in view; else around
    /// the middle of what is seen of the sheet.
    pub fn zoom_in(&mut self, selection: &Selection) {
        self.zoom_to(Camera::zoom_above(self.sight.zoom()), selection);
    }

    /// Zooms to the step of the ladder below; no farther out than the whole sheet.
    pub fn zoom_out(&mut self, selection: &Selection) {
        self.zoom_to(Camera::zoom_below(self.sight.zoom()), selection);
    }

    /// Shows the sheet at 100 %; what is selected stays in view.
    pub fn zoom_actual(&mut self, selection: &Selection) {
        self.zoom_to(1.0, selection);
    }

    fn zoom_to(&mut self, zoom: f32, selection: &Selection) {
        self.moved = true;
        let zoom = zoom.max(self.least_zoom());
        let area = self.sight.area();
        let before = self.sight.clone();
        let Some(around) = self.bounds_of(selection) else {
            self.sight.zoom_to(zoom, self.middle_seen());
            self.hold();
            return;
        };
        let anchor = before.screen_from_sheet(around.centre());
        self.sight.zoom_to(zoom, anchor);
        let fits = self.sight.rect_on_screen(around).size();
        // What has grown too large for the window is kept in its middle.
        if fits.width > area.width() || fits.height > area.height() {
            self.sight.pan(area.centre() - anchor);
        } else {
            self.sight.reveal(around, FIT_MARGIN);
        }
        self.hold_zoomed(&before);
    }

    /// Zooms by a factor and keeps the sheet still under a point of the screen.
    pub(super) fn zoom_at(&mut self, factor: f32, anchor: Point) {
        let before = self.sight.clone();
        let zoom = (before.zoom() * factor).max(self.least_zoom());
        self.sight.zoom_to(zoom, anchor);
        self.moved = true;
        self.hold_zoomed(&before);
    }

    /// Moves the sheet by a distance on the screen, as far as it stays in view.
    pub(super) fn pan_by(&mut self, by: Point) {
        self.sight.pan(by);
        self.moved = true;
        self.hold();
    }

    /// Keeps the sheet in view after it was moved.
    pub(super) fn hold(&mut self) {
        let beside = MOST_BESIDE * self.sight.area().width();
        // To the right there is room for what comes later.
        let later = (OVERHANG * self.sight.zoom()).min(2.0 * beside).max(beside);
        self.sight.hold([(beside, later), (MOST_ABOVE, MOST_ABOVE)]);
    }

    /// Keeps the sheet in view after a zoom: no more is free beside it than was before.
    fn hold_zoomed(&mut self, before: &Sight) {
        let (area, seen) = (self.sight.area(), before.extent());
        let free = |space: f32| space.max(FIT_MARGIN);
        self.sight.hold([
            (free(seen.left() - area.left()), free(area.right() - seen.right())),
            (free(seen.top() - area.top()), free(area.bottom() - seen.bottom())),
        ]);
    }

    /// Everything that there is to be seen of the sheet, under comparison with what is gone from it.
    pub(super) fn contents(&self) -> Rect {
        let contents = self.geometry.contents();
        let gone = self.look.differences.as_ref().and_then(|differences| differences.extent());
        gone.map_or(contents, |gone| contents.union(gone))
    }

    /// The zoom at which the whole sheet is seen.
    fn fitting_zoom(&self) -> f32 {
        let room = self.sight.room(FIT_MARGIN);
        self.sight.folding().fitting_zoom(self.contents(), room)
    }

    fn least_zoom(&self) -> f32 {
        let least = self.fitting_zoom().min(LEAST_BY_HAND);
        self.look.wall.map_or(least, wall_zoom)
    }

    /// Before a class no sheet is shown so small that its letters could not be read.
    pub(super) fn keep_legible(&mut self) {
        let least = self.look.wall.map_or(0.0, wall_zoom);
        if self.sight.zoom() < 0.999 * least {
            self.sight.zoom_to(least, self.middle_seen());
            self.hold();
        }
    }

    /// The area of the sheet that selected cards and links take.
    fn bounds_of(&self, selection: &Selection) -> Option<Rect> {
        let cards = selection.steps.iter().filter_map(|step| self.geometry.card(*step));
        let links = selection.links.iter().filter_map(|link| self.routes.route(*link));
        cards.map(|card| card.rect).chain(links.map(|route| route.bounds)).reduce(Rect::union)
    }

    /// The middle of the part of the sheet that is seen; of the window where none is.
    fn middle_seen(&self) -> Point {
        let area = paint::rect(self.sight.area());
        let seen = area.intersect(paint::rect(self.sight.extent()));
        paint::point(if seen.is_positive() { seen.center() } else { area.center() })
    }

    /// Shows the whole sheet, and keeps it in view until a person moves the view.
    pub fn fit_all(&mut self) {
        self.moved = false;
        self.whole = true;
        self.recut = Recut::Anew;
        self.fit();
    }

    pub(super) fn fit(&mut self) {
        if let Some(letters) = self.look.wall {
            self.fit_wall(letters);
            return;
        }
        let area = self.sight.area();
        // In a window made for a large screen the sheet may be enlarged, but not to fill it.
        // One that got the window is there to be seen from afar.
        let most = match &self.before_wide {
            Some(_) => LARGEST_WIDE,
            None => (area.width() / 1200.0).clamp(1.0, 1.6),
        };
        if self.sight.is_folded() {
            let room = self.sight.room(FIT_MARGIN);
            let all = self.sight.folding().fitting_zoom(self.contents(), room);
            if self.whole || all >= LEGIBLE {
                self.sight.fit_rows(most, FIT_MARGIN);
            } else {
                self.sight.fit_width(LEAST_OPENED, FIT_MARGIN);
            }
            return;
        }
        // Ways out of the service may lead beyond the last card.
        let links = self.routes.all().iter().map(|route| route.bounds.grown(FIT_MARGIN));
        let sheet = links.fold(self.contents(), Rect::union);
        let mut camera = Camera::fit_up_to(most, sheet, area, FIT_MARGIN);
        let corner = area.min + Point::new(FIT_MARGIN, FIT_MARGIN);
        // Of a day that is played all is to be seen: what happens at a step may bring about what does elsewhere.
        let is_whole = self.whole || self.look.played.is_some();
        if !is_whole && camera.zoom() < LEAST_OPENED {
            // A sheet that could not be read as a whole is opened where its flow starts.
            let pan = corner - sheet.min * LEAST_OPENED;
            camera = Camera::new(pan, LEAST_OPENED);
            if let Some(card) = self.first_of_flow().and_then(|step| self.geometry.card(step)) {
                camera = camera.revealing(card.rect, area, CARD_MARGIN);
            }
        }
        // A sheet smaller than the window starts at the upper left, where people start to read.
        let seen = camera.screen_from_sheet(sheet.min);
        let shift = Point::new((corner.x - seen.x).min(0.0), (corner.y - seen.y).min(0.0));
        self.sight.set_camera(camera.panned(shift));
    }

    /// Whether all of the sheet is seen.
    pub(super) fn is_whole_seen(&self) -> bool {
        self.sight.area().grown(1.0).encloses(self.sight.extent())
    }

    /// Moves a view that nobody has moved by a distance; where all of the sheet was seen before, it is
    /// fitted instead if that takes another zoom, unless the zoom is to stay.
    pub(super) fn fit_unless(&mut self, holds_zoom: bool, was_whole: bool, by: Point) {
        let before = self.sight.camera();
        self.fit();
        let (fitted, now) = (self.sight.camera(), before.zoom());
        if was_whole && (fitted.zoom() - now).abs() <= 0.001 {
            return;
        }
        self.sight.set_camera(before);
        self.sight.pan(by);
        self.hold();
        let large_enough = self.is_whole_seen() && fitted.zoom() <= WORTH_ENLARGING * now;
        if was_whole && !holds_zoom && !large_enough {
            self.sight.set_camera(fitted);
        }
    }

    /// Cuts the sheet into rows, or makes it whole again, when that is asked for. A folded sheet that
    /// changes keeps its cuts, beside its cards, until they would make a row much too wide; nothing is
    /// cut anew while something is held.
    pub(super) fn follow_folding(&mut self, view: &ViewContext<'_>) {
        // Before a class rows would have to be as small as all of the sheet.
        let wanted = view.settings.rows && self.look.wall.is_none();
        let contents = self.contents();
        if contents != self.sight.contents() {
            self.sight.set_sheet(contents, self.sight.folding().clone());
        }
        if wanted != self.folds {
            (self.folds, self.whole, self.moved) = (wanted, !wanted, false);
            let looked_at = self.looked_at();
            let folding = if wanted { self.best_folding() } else { Folding::default() };
            self.sight.set_sheet(contents, folding);
            self.recut = Recut::Not;
            self.fit();
            // What one was looking at stays in view.
            if let Some(card) = looked_at.and_then(|step| self.geometry.card(step)) {
                self.sight.reveal(card.rect, CARD_MARGIN);
                self.hold();
            }
            return;
        }
        if self.recut == Recut::Not {
            return;
        }
        if !wanted {
            self.recut = Recut::Not;
            return;
        }
        let kept = self.sight.folding().kept(&self.geometry, &self.routes);
        if !matches!(self.gesture, Gesture::Nothing | Gesture::Pan) {
            self.sight.set_sheet(contents, kept);
            return;
        }
        let anew = std::mem::take(&mut self.recut) == Recut::Anew;
        let best = self.best_folding();
        let too_wide = kept.widest(contents) > WORTH_REFOLDING * best.widest(contents);
        let folding = if anew || too_wide { best } else { kept };
        let middle = self.middle_on_sheet();
        let before = self.sight.screen_from_sheet(middle);
        let changes = folding != *self.sight.folding();
        self.sight.set_sheet(contents, folding);
        if !self.moved && (anew || too_wide) {
            self.fit();
        } else if changes {
            self.sight.pan(before - self.sight.screen_from_sheet(middle));
            self.hold();
        }
    }

    /// The card in the middle of the view, where not all of the sheet is seen.
    fn looked_at(&self) -> Option<StepId> {
        if !self.moved && self.whole || self.is_whole_seen() {
            return None;
        }
        let middle = self.middle_on_sheet();
        let cards = self.geometry.cards().iter();
        cards
            .min_by(|a, b| a.rect.distance(middle).total_cmp(&b.rect.distance(middle)))
            .map(|card| card.step)
    }

    /// How a sheet is best cut: so that all of it is seen where it can be read then, or was asked for;
    /// else as wide as the window at a size that reads, to be scrolled down.
    fn best_folding(&self) -> Folding {
        let best = self.folding_for(self.whole);
        // Rows that were asked for stay rows when all of them are to be seen, though one were as large.
        if self.whole && best.rows() < 2 { self.folding_for(false) } else { best }
    }

    /// Whether a sheet in one piece would be seen larger in rows.
    pub fn gains_by_rows(&self) -> bool {
        self.folding_for(false).rows() > 1
    }

    fn folding_for(&self, whole: bool) -> Folding {
        let room = self.sight.room(FIT_MARGIN);
        let all = Folding::of(&self.geometry, &self.routes, room);
        if whole || all.fitting_zoom(self.contents(), room) >= LEGIBLE {
            return all;
        }
        Folding::within(&self.geometry, &self.routes, room.width / LEAST_OPENED)
    }

    /// The step that the flow starts with: the leftmost that leads on and that nothing leads to.
    pub(super) fn first_of_flow(&self) -> Option<StepId> {
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
            self.sight.show(around, 40.0);
            self.moved = true;
            self.hold();
        }
    }

    /// Looks at a place of the sheet in the next frame, with what lies near it.
    pub fn look_near(&mut self, at: Point) {
        self.near = Some(at);
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
        if let Some(at) = self.near.take() {
            let near = Rect::new(at.x - NEAR, at.y - NEAR, at.x + NEAR, at.y + NEAR);
            self.sight.show(near, 40.0);
            self.moved = true;
            self.hold();
        }
        let cards = std::mem::take(&mut self.revealed);
        let cards = cards.into_iter().filter_map(|step| self.geometry.card(step));
        let cards: Vec<Rect> = cards.map(|card| card.rect).collect();
        let area = self.sight.area();
        let first = cards.first().copied();
        let is_seen = |card: &Rect| area.encloses(self.sight.rect_on_screen(*card));
        if !cards.iter().all(is_seen)
            && let Some(around) = cards.into_iter().reduce(Rect::union)
        {
            if let Some(first) = first.filter(|_| self.sight.is_folded()) {
                self.sight.reveal(first, CARD_MARGIN);
            } else if Camera::fit(around, area, CARD_MARGIN).zoom() < self.sight.zoom() {
                self.sight.show(around, CARD_MARGIN);
            } else {
                self.sight.reveal(around, CARD_MARGIN);
            }
            self.moved = true;
            self.hold();
        }
        if let Some(card) = self.reveal.take().and_then(|step| self.geometry.card(step)) {
            self.sight.reveal(card.rect, CARD_MARGIN);
        }
        let Some(card) = self.sought.take().and_then(|step| self.geometry.card(step)) else {
            return;
        };
        let area = self.sight.area();
        let legible = Detail::at(self.sight.zoom()) >= Detail::Name;
        let zoom = if legible { self.sight.zoom() } else { LEAST_OPENED };
        let centre = card.rect.centre();
        // What is well in view has no need to move.
        let on_screen = self.sight.rect_on_screen(card.rect);
        let seen =
            area.grown(-WELL_IN_VIEW).encloses(on_screen) || area.encloses(self.sight.extent());
        if !seen || !legible {
            self.sight.centre(centre, zoom);
            self.moved = true;
            self.hold();
        }
    }

    /// Follows another size of the view, as when a panel opens: a sheet that nobody has moved is
    /// fitted again, else it stays where it lies beside the names of lanes and phases.
    pub(super) fn follow_size(&mut self, before: Rect) {
        if before == self.sight.viewport() {
            return;
        }
        if !self.moved {
            self.recut = Recut::Anew;
            self.fit();
        } else if before.size() != Size::default() {
            self.sight.pan(self.sight.viewport().min - before.min);
            self.hold();
        }
    }
}
