//! What is seen of a sheet that may be folded into rows, and where.

use super::camera::{Camera, shift_that_holds};
use super::folding::{Folding, ROW_GAP};
use super::geometry::OVERHANG;
use super::scene::{HEADER_HEIGHT, STRIP_WIDTH, sheet_area};
use super::space::{Point, Rect, Size};

/// How near the end of a row a point beside it is taken for, in sheet units.
const END: f32 = 1.0;

/// Leads from a sheet to the screen and back, row by row where the sheet is folded. All rows have the
/// same zoom and begin at the same distance from the left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sight {
    /// That of the first row.
    camera: Camera,
    /// The part of the screen that shows the sheet, names of lanes and phases included.
    viewport: Rect,
    /// The sheet with everything on it.
    contents: Rect,
    folding: Folding,
    /// The row that every point of the screen is taken for.
    pinned: Option<usize>,
}

/// A row of the sheet as it is seen: to be drawn, or to be pointed at, as a picture of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// Leads from the sheet to the screen within this row.
    pub camera: Camera,
    /// The part of the screen that the row takes, its names of lanes and phases included.
    pub viewport: Rect,
    /// Where on the sheet the row begins that goes on from the row above, and where the row ends that
    /// goes on in the row below.
    pub cuts: (Option<f32>, Option<f32>),
}

impl Sight {
    /// The zoom of all rows; 1 is 100 %.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        self.camera.zoom()
    }

    /// Leads from the sheet to the screen in the first row.
    #[must_use]
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// The part of the screen that shows the sheet, names of lanes and phases included.
    #[must_use]
    pub fn viewport(&self) -> Rect {
        self.viewport
    }

    /// The part of the screen that shows the sheet without the names that stay in view.
    #[must_use]
    pub fn area(&self) -> Rect {
        sheet_area(self.viewport)
    }

    /// Where the sheet is cut.
    #[must_use]
    pub fn folding(&self) -> &Folding {
        &self.folding
    }

    /// The sheet with everything on it.
    #[must_use]
    pub fn contents(&self) -> Rect {
        self.contents
    }

    /// Another part of the screen; nothing moves on it.
    pub fn set_viewport(&mut self, viewport: Rect) {
        self.viewport = viewport;
    }

    /// Another sheet, or another way to cut it; the first row stays where it is.
    pub fn set_sheet(&mut self, contents: Rect, folding: Folding) {
        (self.contents, self.folding) = (contents, folding);
    }

    /// Where the first row lies and how large all are.
    pub fn set_camera(&mut self, camera: Camera) {
        self.camera = camera;
    }

    /// Whether the sheet lies in several rows.
    #[must_use]
    pub fn is_folded(&self) -> bool {
        self.folding.rows() > 1
    }

    /// Where a row begins and ends on the sheet.
    fn stretch(&self, row: usize) -> (f32, f32) {
        let cuts = self.folding.cuts();
        let left = row.checked_sub(1).and_then(|before| cuts.get(before)).copied();
        let right = cuts.get(row).copied();
        (left.unwrap_or(self.contents.left()), right.unwrap_or(self.contents.right()))
    }

    /// The row that shows a distance from the left of the sheet.
    fn row_of(&self, x: f32) -> usize {
        self.folding.cuts().partition_point(|cut| *cut <= x)
    }

    /// Takes every point of the screen for one of the row at a point, until [`Sight::unpin`]: a way
    /// of the pointer is as long as it is seen.
    pub fn pin(&mut self, point: Point) {
        self.pinned = Some(self.row_at(point.y));
    }

    /// Takes every point of the screen for one of the row that it lies in.
    pub fn unpin(&mut self) {
        self.pinned = None;
    }

    /// The row at a height of the screen: between two the upper one, and the nearest beyond all.
    fn row_at(&self, y: f32) -> usize {
        if let Some(row) = self.pinned {
            return row.min(self.folding.rows() - 1);
        }
        let top = self.camera.screen_from_sheet(self.contents.min).y - HEADER_HEIGHT;
        let pitch = self.pitch(self.zoom());
        (1..self.folding.rows()).take_while(|row| y >= top + *row as f32 * pitch).count()
    }

    /// From one row to the next on the screen.
    fn pitch(&self, zoom: f32) -> f32 {
        self.contents.height() * zoom + HEADER_HEIGHT + ROW_GAP
    }

    /// How far a row lies from where it would if the sheet were whole, on the screen.
    fn shift(&self, row: usize, zoom: f32) -> Point {
        let left = self.stretch(row).0 - self.contents.left();
        Point::new(-left * zoom, row as f32 * self.pitch(zoom))
    }

    fn camera_of(&self, row: usize) -> Camera {
        self.camera.panned(self.shift(row, self.zoom()))
    }

    /// Where a point of the sheet is seen.
    #[must_use]
    pub fn screen_from_sheet(&self, point: Point) -> Point {
        self.camera_of(self.row_of(point.x)).screen_from_sheet(point)
    }

    /// What point of the sheet is seen there, or would be in the row there. Beside a row that goes on
    /// in another it is that at its end.
    #[must_use]
    pub fn sheet_from_screen(&self, point: Point) -> Point {
        let row = self.row_at(point.y);
        let found = self.camera_of(row).sheet_from_screen(point);
        if self.pinned.is_some() {
            return found;
        }
        let (left, right) = self.stretch(row);
        let least = if row > 0 { left } else { f32::NEG_INFINITY };
        let most = if row + 1 < self.folding.rows() { right - END } else { f32::INFINITY };
        Point::new(found.x.min(most).max(least), found.y)
    }

    /// The parts of the sheet under a rectangle of the screen: those of all rows that it touches.
    pub fn parts_under(&self, on_screen: Rect) -> impl Iterator<Item = Rect> + '_ {
        let rows = self.folding.rows();
        (0..rows).filter_map(move |row| {
            let part = self.camera_of(row).rect_on_sheet(on_screen);
            if rows == 1 {
                return Some(part);
            }
            let (left, right) = self.stretch(row);
            let (top, bottom) = (self.contents.top(), self.contents.bottom());
            let part = part.intersection(Rect::new(left, top, right, bottom));
            (part.left() <= part.right() && part.top() <= part.bottom()).then_some(part)
        })
    }

    /// Where a rectangle of the sheet is seen; one over several rows in that of its middle.
    #[must_use]
    pub fn rect_on_screen(&self, rect: Rect) -> Rect {
        self.camera_of(self.row_of(rect.centre().x)).rect_on_screen(rect)
    }

    /// What rectangle of the sheet would be seen there in the row of its middle.
    #[must_use]
    pub fn rect_on_sheet(&self, rect: Rect) -> Rect {
        self.camera_of(self.row_at(rect.centre().y)).rect_on_sheet(rect)
    }

    /// The rows that are seen, from the upper one down.
    pub fn panes(&self) -> impl Iterator<Item = Pane> + '_ {
        let rows = if self.is_folded() { self.folding.rows() } else { 0 };
        let whole = Pane { camera: self.camera, viewport: self.viewport, cuts: (None, None) };
        (0..rows).filter_map(|row| self.pane(row)).chain((rows == 0).then_some(whole))
    }

    fn pane(&self, row: usize) -> Option<Pane> {
        let camera = self.camera_of(row);
        let (left, right) = self.stretch(row);
        let last = row + 1 == self.folding.rows();
        let open = if last { OVERHANG } else { 0.0 };
        let on_sheet = Rect::new(left, self.contents.top(), right + open, self.contents.bottom());
        let seen = camera.rect_on_screen(on_sheet);
        let names = Point::new(STRIP_WIDTH, HEADER_HEIGHT);
        let viewport = Rect { min: seen.min - names, max: seen.max }.intersection(self.viewport);
        let enough = viewport.width() > names.x && viewport.height() > names.y;
        let cuts = ((row > 0).then_some(left), (!last).then_some(right));
        enough.then_some(Pane { camera, viewport, cuts })
    }

    /// The row that a point of the screen lies in.
    #[must_use]
    pub fn pane_at(&self, point: Point) -> Option<Pane> {
        self.panes().find(|pane| pane.viewport.contains(point))
    }

    /// The row that shows a distance from the left of the sheet, if it is seen.
    #[must_use]
    pub fn pane_of(&self, x: f32) -> Option<Pane> {
        if self.is_folded() { self.pane(self.row_of(x)) } else { self.panes().next() }
    }

    /// The parts of the sheet that are seen.
    pub fn seen(&self) -> impl Iterator<Item = Rect> + '_ {
        self.panes().map(|pane| pane.camera.rect_on_sheet(sheet_area(pane.viewport)))
    }

    /// Where all of a sheet lies on the screen, seen or not, the names of the first row apart.
    #[must_use]
    pub fn extent(&self) -> Rect {
        let first = self.camera.rect_on_screen(self.contents);
        if !self.is_folded() {
            return first;
        }
        let rows = self.folding.rows();
        let widths = (0..rows).map(|row| self.stretch(row)).map(|(left, right)| right - left);
        let width = widths.fold(0.0, f32::max) * self.zoom();
        let last = self.shift(rows - 1, self.zoom()).y;
        let (left, top) = (first.left(), first.top());
        Rect::new(left, top, left + width, first.bottom() + last)
    }

    /// Moves everything by a distance on the screen.
    pub fn pan(&mut self, by: Point) {
        self.camera = self.camera.panned(by);
    }

    /// Zooms to a value and keeps the sheet still under a point of the screen.
    pub fn zoom_to(&mut self, zoom: f32, anchor_on_screen: Point) {
        let row = self.row_at(anchor_on_screen.y);
        let zoomed = self.camera_of(row).zoomed_to(zoom, anchor_on_screen);
        let by = self.shift(row, zoomed.zoom());
        self.camera = zoomed.panned(Point::default() - by);
    }

    /// Moves just far enough that a rectangle of the sheet is seen in the window with a margin around
    /// it; where it is too large, its upper left corner is.
    pub fn reveal(&mut self, rect_on_sheet: Rect, margin: f32) {
        let before = self.camera_of(self.row_of(rect_on_sheet.centre().x));
        let after = before.revealing(rect_on_sheet, self.area(), margin);
        self.pan(after.pan - before.pan);
    }

    /// Puts a point of the sheet into the middle of the window at a zoom.
    pub fn centre(&mut self, point: Point, zoom: f32) {
        self.camera = Camera::new(self.camera.pan, zoom);
        self.pan(self.area().centre() - self.screen_from_sheet(point));
    }

    /// Shows a part of the sheet as large as it fits, but no larger than 100 %, in the middle.
    pub fn show(&mut self, rect_on_sheet: Rect, margin: f32) {
        let zoom = Camera::fit(rect_on_sheet, self.area(), margin).zoom();
        self.centre(rect_on_sheet.centre(), zoom);
    }

    /// Moves just far enough that the sheet is not lost from the window; see [`Camera::holding`].
    pub fn hold(&mut self, slack: [(f32, f32); 2]) {
        self.pan(shift_that_holds(self.extent(), self.area(), slack));
    }

    /// The part of the window in which rows are fitted.
    #[must_use]
    pub fn room(&self, margin: f32) -> Size {
        self.area().grown(-margin).size()
    }

    /// Shows the rows from the upper left on, as wide as the window but no larger than `most`; the
    /// lower ones may be out of sight.
    pub fn fit_width(&mut self, most: f32, margin: f32) {
        let widest = self.folding.widest(self.contents).max(1.0);
        self.start_at((self.room(margin).width / widest).min(most), margin);
    }

    /// Shows all rows from the upper left on, as large as they fit but no larger than `most`.
    pub fn fit_rows(&mut self, most: f32, margin: f32) {
        self.start_at(
            self.folding.fitting_zoom(self.contents, self.room(margin)).min(most),
            margin,
        );
    }

    fn start_at(&mut self, zoom: f32, margin: f32) {
        self.camera = Camera::new(Point::default(), zoom);
        let corner = self.area().min + Point::new(margin, margin);
        self.pan(corner - self.camera.screen_from_sheet(self.contents.min));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of 1000 by 100 in three rows.
    fn folded() -> Sight {
        let mut sight = Sight::default();
        sight.set_viewport(Rect::new(0.0, 0.0, 600.0, 700.0));
        let folding = Folding::at(vec![300.0, 700.0]);
        sight.set_sheet(Rect::new(0.0, 0.0, 1000.0, 100.0), folding);
        sight.fit_rows(1.0, 12.0);
        sight
    }

    #[test]
    fn every_point_is_seen_in_its_row_and_found_there() {
        let mut sight = folded();
        for (zoom, pan) in [(1.0, 0.0), (0.4, 30.0), (2.5, -200.0)] {
            sight.zoom_to(zoom, Point::new(200.0, 300.0));
            sight.pan(Point::new(pan, pan / 2.0));
            let mut above = f32::NEG_INFINITY;
            for x in [0.0, 150.0, 299.0, 301.0, 650.0, 701.0, 999.0] {
                let point = Point::new(x, 40.0);
                let seen = sight.screen_from_sheet(point);
                assert!(sight.sheet_from_screen(seen).distance(point) < 0.01, "{x} at {zoom}");
                assert!(seen.y >= above, "{x} lies higher than what comes before it");
                above = seen.y;
            }
        }
    }

    #[test]
    fn rows_lie_below_each_other_and_begin_alike() {
        let sight = folded();
        let panes: Vec<Pane> = sight.panes().collect();
        assert_eq!(panes.len(), 3);
        for pair in panes.windows(2) {
            let [upper, lower] = pair else { continue };
            assert!(upper.viewport.bottom() <= lower.viewport.top());
            assert!((upper.viewport.left() - lower.viewport.left()).abs() < 0.01);
        }
        assert_eq!(panes[0].cuts, (None, Some(300.0)));
        assert_eq!(panes[2].cuts, (Some(700.0), None));
        assert!(sight.area().grown(-11.9).encloses(sight.extent()), "{:?}", sight.extent());
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer_in_every_row() {
        for x in [120.0, 400.0, 900.0] {
            let mut sight = folded();
            let point = Point::new(x, 60.0);
            let pointer = sight.screen_from_sheet(point);
            for zoom in [0.5, 1.3, 3.0, 0.2] {
                sight.zoom_to(zoom, pointer);
                let now = sight.screen_from_sheet(point);
                assert!(now.distance(pointer) < 0.1, "{x} at {zoom}: {pointer:?} -> {now:?}");
            }
        }
    }

    #[test]
    fn a_row_out_of_sight_is_not_drawn_and_comes_when_it_is_wanted() {
        let mut sight = folded();
        sight.zoom_to(4.0, Point::new(100.0, 60.0));
        let card = Rect::new(850.0, 20.0, 900.0, 60.0);
        assert!(sight.seen().all(|part| !part.touches(card)));
        sight.reveal(card, 10.0);
        assert!(sight.seen().any(|part| part.encloses(card)));
    }

    #[test]
    fn a_sheet_that_is_not_folded_is_one_pane() {
        let mut sight = folded();
        sight.set_sheet(Rect::new(0.0, 0.0, 1000.0, 100.0), Folding::default());
        let panes: Vec<Pane> = sight.panes().collect();
        assert_eq!(panes.len(), 1);
        assert_eq!(panes[0].viewport, sight.viewport());
        let camera = Camera::new(panes[0].camera.pan, sight.zoom());
        assert_eq!(panes[0].camera, camera);
    }
}
