//! Which part of the sheet is seen, and how large.

use super::space::{Point, Rect};

/// Leads from the sheet to the screen and back: `on_screen = on_sheet × zoom + pan`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where the sheet's upper left corner lies on the screen, in points.
    pub pan: Point,
    /// Screen points per sheet unit, from [`Camera::LEAST_ZOOM`] to [`Camera::MOST_ZOOM`].
    zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { pan: Point::default(), zoom: 1.0 }
    }
}

impl Camera {
    /// A sheet of a million cards in a row still fits.
    pub const LEAST_ZOOM: f32 = 1e-5;
    /// 400 %.
    pub const MOST_ZOOM: f32 = 4.0;

    /// A camera at a zoom, brought into its range; a zoom that is no number becomes 100 %.
    #[must_use]
    pub fn new(pan: Point, zoom: f32) -> Self {
        Self { pan, zoom: clamped(zoom) }
    }

    /// A camera at any zoom, for a picture whose size is not chosen by hand.
    pub(super) fn exact(pan: Point, zoom: f32) -> Self {
        Self { pan, zoom }
    }

    /// Screen points per sheet unit.
    #[must_use]
    pub fn zoom(self) -> f32 {
        self.zoom
    }

    /// Where a point of the sheet is seen.
    #[must_use]
    pub fn screen_from_sheet(self, point: Point) -> Point {
        point * self.zoom + self.pan
    }

    /// What point of the sheet is seen there.
    #[must_use]
    pub fn sheet_from_screen(self, point: Point) -> Point {
        (point - self.pan) * (1.0 / self.zoom)
    }

    /// Where a rectangle of the sheet is seen.
    #[must_use]
    pub fn rect_on_screen(self, rect: Rect) -> Rect {
        Rect { min: self.screen_from_sheet(rect.min), max: self.screen_from_sheet(rect.max) }
    }

    /// What rectangle of the sheet is seen there.
    #[must_use]
    pub fn rect_on_sheet(self, rect: Rect) -> Rect {
        Rect { min: self.sheet_from_screen(rect.min), max: self.sheet_from_screen(rect.max) }
    }

    /// Zooms to a value and keeps the sheet still under a point of the screen.
    #[must_use]
    pub fn zoomed_to(self, zoom: f32, anchor_on_screen: Point) -> Self {
        let zoom = clamped(zoom);
        let kept = self.sheet_from_screen(anchor_on_screen);
        Self { pan: anchor_on_screen - kept * zoom, zoom }
    }

    /// Zooms by a factor and keeps the sheet still under a point of the screen.
    #[must_use]
    pub fn zoomed_by(self, factor: f32, anchor_on_screen: Point) -> Self {
        self.zoomed_to(self.zoom * factor, anchor_on_screen)
    }

    /// Moves the sheet by a distance on the screen.
    #[must_use]
    pub fn panned(self, by: Point) -> Self {
        Self { pan: self.pan + by, ..self }
    }

    /// Shows a rectangle of the sheet as large as it fits into a part of the screen with `margin`
    /// points around it, but no larger than 100 %, and in its middle.
    #[must_use]
    pub fn fit(rect_on_sheet: Rect, on_screen: Rect, margin: f32) -> Self {
        Self::fit_up_to(1.0, rect_on_sheet, on_screen, margin)
    }

    /// As [`Camera::fit`], but no larger than `most`.
    #[must_use]
    pub fn fit_up_to(most: f32, rect_on_sheet: Rect, on_screen: Rect, margin: f32) -> Self {
        let room = on_screen.grown(-margin);
        let zoom = (room.width() / rect_on_sheet.width().max(1.0))
            .min(room.height() / rect_on_sheet.height().max(1.0))
            .min(most);
        let zoom = clamped(zoom);
        Self { pan: on_screen.centre() - rect_on_sheet.centre() * zoom, zoom }
    }

    /// The step of the ladder of zooms above a zoom: those that people know from other programs, all
    /// through 100 %.
    #[must_use]
    pub fn zoom_above(zoom: f32) -> f32 {
        let above = LADDER.into_iter().find(|step| *step > zoom * NEXT);
        match LADDER.first() {
            // Below the ladder by a constant factor, up to its foot.
            Some(foot) if zoom * NEXT < *foot => (zoom * BELOW_LADDER).min(*foot),
            _ => above.unwrap_or(Self::MOST_ZOOM),
        }
    }

    /// The step of the ladder below a zoom.
    #[must_use]
    pub fn zoom_below(zoom: f32) -> f32 {
        let below = LADDER.into_iter().rev().find(|step| *step * NEXT < zoom);
        below.unwrap_or((zoom / BELOW_LADDER).max(Self::LEAST_ZOOM))
    }

    /// Moves just far enough that the sheet is not lost from a part of the screen. On an axis on which
    /// it fits it lies inside; on one on which it does not, no more is free beside its edges than the
    /// `slack` says: across (left, right) and down (above, below), in screen points. A sheet that fits
    /// just about may stick out by as much as what does not fit may leave free.
    #[must_use]
    pub fn holding(self, sheet: Rect, on_screen: Rect, slack: [(f32, f32); 2]) -> Self {
        self.panned(shift_that_holds(self.rect_on_screen(sheet), on_screen, slack))
    }

    /// Moves just far enough that a rectangle of the sheet is seen in a part of the screen; where
    /// it is too large, its upper left corner is.
    #[must_use]
    pub fn revealing(self, rect_on_sheet: Rect, on_screen: Rect, margin: f32) -> Self {
        let seen = self.rect_on_screen(rect_on_sheet);
        let room = on_screen.grown(-margin);
        let shift = |low: f32, high: f32, room_low: f32, room_high: f32| {
            if low < room_low || high - low > room_high - room_low {
                room_low - low
            } else {
                (room_high - high).min(0.0)
            }
        };
        self.panned(Point::new(
            shift(seen.left(), seen.right(), room.left(), room.right()),
            shift(seen.top(), seen.bottom(), room.top(), room.bottom()),
        ))
    }
}

/// By how much what is `seen` at a place of the screen has to move so that it is not lost from a part
/// of it; see [`Camera::holding`].
pub(super) fn shift_that_holds(seen: Rect, on_screen: Rect, slack: [(f32, f32); 2]) -> Point {
    let shift = |(low, high): (f32, f32), (first, last): (f32, f32), slack: (f32, f32)| {
        let room = last - first;
        let size = high - low;
        // The least that must be seen of it shrinks from all to a part as it outgrows the room.
        let (lowest, highest) = if size <= room {
            let out = |slack: f32| (slack - (room - size)).max(0.0);
            (first - out(slack.1), last + out(slack.0))
        } else {
            (last - slack.1 - size, first + slack.0 + size)
        };
        (lowest - low).max(0.0) + (highest - high).min(0.0)
    };
    Point::new(
        shift((seen.left(), seen.right()), (on_screen.left(), on_screen.right()), slack[0]),
        shift((seen.top(), seen.bottom()), (on_screen.top(), on_screen.bottom()), slack[1]),
    )
}

/// Zooms that one comes by, step by step.
const LADDER: [f32; 17] =
    [0.1, 0.15, 0.2, 0.25, 0.33, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0];
/// How much farther than a zoom the next step must be.
const NEXT: f32 = 1.02;
/// The factor from step to step below the ladder.
const BELOW_LADDER: f32 = 1.25;

fn clamped(zoom: f32) -> f32 {
    if zoom.is_finite() { zoom.clamp(Camera::LEAST_ZOOM, Camera::MOST_ZOOM) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let camera = Camera::new(Point::new(40.0, -25.0), 0.8);
        let pointer = Point::new(300.0, 200.0);
        let before = camera.sheet_from_screen(pointer);
        for factor in [0.3, 0.9, 1.1, 3.0, 50.0] {
            let after = camera.zoomed_by(factor, pointer).sheet_from_screen(pointer);
            assert!(before.distance(after) < 0.01, "{factor}: {before:?} -> {after:?}");
        }
    }

    #[test]
    fn zoom_stays_in_its_range() {
        let zoom = |zoom| Camera::default().zoomed_to(zoom, Point::default()).zoom();
        let near = |a: f32, b: f32| (a - b).abs() < 1e-6;
        assert!(near(zoom(0.0), Camera::LEAST_ZOOM) && near(zoom(99.0), Camera::MOST_ZOOM));
        assert!(near(zoom(f32::NAN), 1.0) && near(zoom(2.0), 2.0));
    }

    #[test]
    fn fitting_shows_all_and_enlarges_nothing() {
        let screen = Rect::new(100.0, 50.0, 900.0, 650.0);
        let wide = Rect::new(-50.0, 0.0, 3950.0, 300.0);
        let fitted = Camera::fit(wide, screen, 20.0);
        assert!(screen.grown(-19.9).encloses(fitted.rect_on_screen(wide)));
        let small = Rect::new(0.0, 0.0, 100.0, 100.0);
        let fitted = Camera::fit(small, screen, 20.0);
        assert!((fitted.zoom() - 1.0).abs() < 1e-6);
        assert_eq!(fitted.rect_on_screen(small).centre(), screen.centre());
    }

    #[test]
    fn revealing_moves_only_as_far_as_needed() {
        let screen = Rect::new(0.0, 0.0, 500.0, 400.0);
        let camera = Camera::default();
        let inside = Rect::new(100.0, 100.0, 200.0, 200.0);
        assert_eq!(camera.revealing(inside, screen, 10.0), camera);
        let right = Rect::new(450.0, 100.0, 550.0, 200.0);
        assert_eq!(camera.revealing(right, screen, 10.0).pan, Point::new(-60.0, 0.0));
        let above = Rect::new(100.0, -30.0, 200.0, 70.0);
        assert_eq!(camera.revealing(above, screen, 10.0).pan, Point::new(0.0, 40.0));
    }
}
