//! A visit: what happens when, in front of the line of visibility and behind it.

use std::ops::RangeInclusive;

use crate::blueprint::{StepId, Zone};
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::Weight;

use super::axis::clock_marks;
use super::board::{Board, Hold};
use super::easel::Easel;
use super::rows::{Look, Part, Rows};

/// Least and largest height of a row, before it grows with the chart.
const ROW: (f32, f32) = (20.0, 44.0);
/// The height of the line that explains the marks, in lines.
const LEGEND: f32 = 1.6;
/// Names of lanes that are measured.
const MEASURED: usize = 64;

/// A row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub enum VisitRow {
    /// Steps of a lane that do not overlap, by start.
    Bars {
        /// Whose ground it has.
        zone: Zone,
        /// What the lane is called.
        lane: String,
        /// Whether it is the first of its lane.
        first: bool,
        /// The steps.
        bars: Vec<VisitBar>,
    },
    /// The line of visibility: what stands below it is hidden from the customer.
    Visibility,
}

/// One step of the visit, in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VisitBar {
    /// Which.
    pub step: StepId,
    /// The colour of its role; `None` where it needs none.
    pub role: Option<u8>,
    /// Seconds from the start of the visit.
    pub start_s: f64,
    /// Seconds from the start of the visit.
    pub end_s: f64,
    /// Seconds of waiting that are shown before it; zero on all steps of a stop but one.
    pub wait_s: f64,
    /// Seconds that its stop could last longer without the customer leaving later.
    pub slack_s: f64,
    /// Whether the customer is not waited for, and the visit goes on beside it.
    pub triggered: bool,
    /// Whether it lies on the longest way.
    pub critical: bool,
}

/// What the chart shows. Words are asked for only where they are drawn.
pub trait VisitValues {
    /// How many rows there are.
    fn count(&self) -> usize;
    /// A row.
    fn row(&self, at: usize) -> Option<VisitRow>;
    /// The names of the lanes.
    fn lanes(&self) -> Vec<String>;
    /// What a step is called.
    fn name(&self, step: StepId) -> String;
    /// What is said of the wait before a step.
    fn wait(&self, bar: &VisitBar) -> String;
    /// Seconds until the customer leaves, and how that is said.
    fn total(&self) -> (f64, String);
    /// Seconds at the right edge.
    fn end_s(&self) -> f64;
    /// What a time is called at a mark of an axis that ends at [`VisitValues::end_s`].
    fn mark(&self, seconds: f64) -> String;
    /// Whether the longest way is marked: where nothing runs beside it, it is everything.
    fn marks_path(&self) -> bool;
    /// The name of the line of visibility.
    fn line(&self) -> &str;
    /// What the marks mean that occur; none where nothing is explained.
    fn legend(&self) -> Vec<(VisitMark, String)>;
}

/// What a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitMark {
    /// The customer waits.
    Wait,
    /// The longest way.
    Critical,
    /// Time to spare.
    Slack,
    /// What the customer does not wait for.
    Triggered,
}

/// The chart of a width.
pub struct Visit<'a> {
    values: &'a dyn VisitValues,
    easel: &'a Easel<'a>,
    clock: Clock,
}

/// The axis of time.
struct Clock {
    /// From the left edge to the start of the visit; names of lanes stand before.
    left: f32,
    width: f32,
    end_s: f64,
    total_s: f64,
    marks: Vec<f64>,
}

impl Clock {
    fn of(values: &dyn VisitValues, easel: &Easel<'_>, width: f32) -> Self {
        let letters = easel.small(Weight::Medium);
        let lanes = values.lanes();
        let lanes = lanes.iter().take(MEASURED).map(|name| easel.width(name, letters));
        let wide = lanes.fold(0.0, f32::max);
        // A scroll bar floats; what it would cover stays free.
        let all = width - 8.0;
        let left = (wide + easel.length(16.0)).min(all * 0.3);
        // Behind the end stands how long it took.
        let (total_s, total) = values.total();
        let right = easel.width(&total, easel.body(Weight::Semibold)) / 2.0;
        let width = (all - left - right - easel.length(4.0)).max(40.0);
        let marks = (width / easel.length(72.0)).clamp(2.0, 10.0);
        // Few marks, so that none crowds its neighbour.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let marks = clock_marks(values.end_s(), marks as usize);
        Self { left, width, end_s: values.end_s(), total_s, marks }
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, seconds: f64) -> f32 {
        left + self.left + self.width * (seconds / self.end_s).clamp(0.0, 1.0) as f32
    }

    /// The lines of the marks and of the end through a row.
    fn grid(&self, board: &mut Board<'_>, row: Rect) {
        for mark in &self.marks {
            let x = self.x(row.left(), *mark);
            board.upright(x, row, Stroke::solid(1.0, Ink::Hairline));
        }
        let heavy = Stroke::solid(board.easel.length(2.0), Ink::Text);
        board.upright(self.x(row.left(), self.total_s), row, heavy);
    }
}

impl<'a> Visit<'a> {
    /// Lays the chart out in a width.
    #[must_use]
    pub fn of(values: &'a dyn VisitValues, easel: &'a Easel<'a>, width: f32) -> Self {
        Self { values, easel, clock: Clock::of(values, easel, width) }
    }

    /// How many rows have room in a height, with the marks explained or not.
    #[must_use]
    pub fn rows_with_room(easel: &Easel<'_>, height: f32, explained: bool) -> usize {
        let line = line_height(easel);
        let foot = if explained { LEGEND * line } else { 0.0 };
        let room = height - line - foot;
        // Few rows are counted on a screen.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rows = (room / easel.length(ROW.0)).max(0.0) as usize;
        rows
    }

    /// Where a step lies in its row.
    fn place(&self, bar: &VisitBar, row: Rect) -> Rect {
        let x = |seconds| self.clock.x(row.left(), seconds);
        let pad = pad(row);
        let left = x(bar.start_s);
        let right = x(bar.end_s).max(left + 3.0);
        Rect::new(left, row.top() + pad, right, row.bottom() - pad)
    }

    /// The line of visibility with its name.
    fn line(&self, board: &mut Board<'_>, rect: Rect) {
        let easel = self.easel;
        let y = rect.centre().y;
        let [upper, lower] = [Zone::Frontstage, Zone::Backstage].map(Ink::Zone);
        board.fill(Rect::new(rect.left(), rect.top(), rect.right(), y), 0.0, upper);
        board.fill(Rect::new(rect.left(), y, rect.right(), rect.bottom()), 0.0, lower);
        self.clock.grid(board, rect);
        let (dash, gap) = (easel.length(8.0), easel.length(5.0));
        let stroke = Stroke::dashed(easel.length(2.0), Ink::Text, dash, gap);
        board.path([Point::new(rect.left(), y), Point::new(rect.right(), y)], stroke);
        let name = self.values.line();
        let letters = easel.small(Weight::Semibold);
        let room = easel.room(name, letters);
        let size = Size::new(room.width + easel.length(16.0), room.height + 2.0);
        let place = Hold::RIGHT.place(Point::new(rect.right() - easel.length(10.0), y), size);
        board.framed(place, 9.0, Ink::Panel, Stroke::solid(1.0, Ink::Text));
        let place = Rect::centred(place.centre(), room);
        board.write_in(name, place, Hold::LEFT, letters, Ink::Text);
    }

    /// A step with its wait, its slack and its name; `next_s` is where what follows it in its row
    /// begins.
    fn bar(
        &self,
        board: &mut Board<'_>,
        bar: &VisitBar,
        row: Rect,
        next_s: Option<f64>,
        alone: bool,
    ) {
        let (easel, clock) = (self.easel, &self.clock);
        let x = |seconds| clock.x(row.left(), seconds);
        let pad = pad(row);
        let rect = self.place(bar, row);
        let hue = bar.role.map_or(Hue::NoRole, Hue::Role);
        let mut said = rect.left();
        if bar.wait_s > 0.0 {
            let from = x(bar.start_s - bar.wait_s);
            said = self.wait(
                board,
                bar,
                Rect {
                    min: Point::new(from, rect.top()),
                    max: Point::new(rect.left(), rect.bottom()),
                },
            );
        }
        if bar.slack_s > 1e-9 && !bar.triggered {
            let to = x(bar.end_s + bar.slack_s);
            // Along the foot of the bar, below its name.
            let foot = rect.bottom() + 1.0;
            let width = easel.length(1.5);
            let dashed = Stroke::dashed(width, Ink::Muted, easel.length(2.0), easel.length(3.0));
            board.path([Point::new(rect.right(), foot), Point::new(to, foot)], dashed);
            let stop = Rect::new(to, foot - 2.0 * pad, to, foot);
            board.upright(to, stop, Stroke::solid(width, Ink::Muted));
        }
        let percent = if bar.triggered { 30 } else { 100 };
        board.fill(rect, 3.0, Ink::Thin(hue, percent));
        if bar.triggered {
            board.dashed(rect, easel.length(1.5), hue.into());
        }
        if self.values.marks_path() && bar.critical && bar.slack_s <= 1e-9 {
            // At the foot of the bar, as far below it as there is room: its name fills low rows.
            let thick = easel.length(3.0);
            let below = rect.bottom() + (pad - 1.0).clamp(0.0, thick - 1.0);
            board.fill(Rect::new(rect.left(), below - thick, rect.right(), below), 0.0, Ink::Text);
        }
        let after = match next_s {
            Some(next) => x(next),
            None if bar.end_s <= clock.total_s => x(clock.total_s) - easel.length(2.0),
            None => row.right() - 4.0,
        };
        let before = if alone { x(0.0)..=x(bar.start_s - bar.wait_s) } else { 0.0..=0.0 };
        let ink = Ink::On(hue, percent);
        self.label(board, bar.step, rect, ink, &[before, said..=rect.left()], after);
    }

    /// The name of a step: on its bar, else beside it where that is free. `before` is what is free
    /// before it, without its wait and within it; `after` is where the free room behind it ends.
    fn label(
        &self,
        board: &mut Board<'_>,
        step: StepId,
        bar: Rect,
        on_bar: Ink,
        before: &[RangeInclusive<f32>; 2],
        after: f32,
    ) {
        let easel = self.easel;
        let gap = easel.length(5.0);
        let width = |room: &RangeInclusive<f32>| room.end() - room.start();
        let room = bar.width().max(after - bar.right());
        if before.iter().map(width).fold(room, f32::max) < 4.0 * gap {
            // Of thousands of steps most have no room, and measuring letters takes time.
            return;
        }
        let name = self.values.name(step);
        let letters = easel.small(Weight::Medium);
        let wide = easel.width(&name, letters);
        let middle = bar.centre().y;
        if wide + 2.0 * gap <= bar.width() {
            let at = Point::new(bar.left() + gap, middle);
            board.write(&name, at, Hold::LEFT, letters, on_bar);
        } else if wide + 2.0 * gap <= after - bar.right() {
            let at = Point::new(bar.right() + gap, middle);
            board.write(&name, at, Hold::LEFT, letters, Ink::Text);
        } else if let Some((at, room)) =
            before.iter().enumerate().find(|(_, room)| wide + 2.0 * gap <= width(room))
        {
            let to = Point::new(room.end() - gap, middle);
            if at == 1 {
                // On the hatching of the wait letters need a calm ground.
                let ground = Hold::RIGHT.place(to, Size::new(wide, letters.size));
                let ground = Rect::new(
                    ground.left() - 3.0,
                    ground.top() - 1.0,
                    ground.right() + 3.0,
                    ground.bottom() + 1.0,
                );
                board.fill(ground, 3.0, Ink::WarnWash);
            }
            board.write(&name, to, Hold::RIGHT, letters, Ink::Text);
        } else if bar.width() > easel.length(40.0) && !easel.is_wall() {
            let at = Point::new(bar.left() + gap, middle);
            board.cut(&name, at, Hold::LEFT, letters, on_bar, bar.width() - 2.0 * gap);
        }
    }

    /// Waiting before a step, in amber and hatched; answers where its words end.
    fn wait(&self, board: &mut Board<'_>, bar: &VisitBar, rect: Rect) -> f32 {
        let easel = self.easel;
        waiting(board, rect, 3.0, easel.length(6.0));
        let text = self.values.wait(bar);
        let letters = easel.small(Weight::Medium);
        let room = easel.room(&text, letters);
        if room.width + 6.0 + easel.length(10.0) > rect.width() {
            return rect.right();
        }
        let at = Point::new(rect.left() + easel.length(5.0), rect.centre().y);
        let ground = Hold::LEFT.place(at, Size::new(room.width + 6.0, room.height));
        board.fill(ground, 3.0, Ink::WarnWash);
        let place = Rect::centred(ground.centre(), room);
        board.write_in(&text, place, Hold::LEFT, letters, Ink::WarnText);
        ground.right()
    }
}

/// The height of the line above the rows.
fn line_height(easel: &Easel<'_>) -> f32 {
    easel.small(Weight::Regular).size * 1.35
}

/// What stays free above and below a bar in its row.
fn pad(row: Rect) -> f32 {
    (row.height() * 0.14).round()
}

/// The ground of a wait.
fn waiting(board: &mut Board<'_>, rect: Rect, radius: f32, gap: f32) {
    board.fill(rect, radius, Ink::WarnWash);
    board.hatch(rect, gap, Stroke::solid(board.easel.scale(), Ink::Sheer(Hue::Warn, 50)));
}

impl Rows for Visit<'_> {
    fn count(&self) -> usize {
        self.values.count()
    }

    fn row_bounds(&self) -> (f32, f32) {
        ROW
    }

    fn head_height(&self) -> f32 {
        line_height(self.easel).round()
    }

    /// The marks, and how long the visit takes.
    fn head(&self, list: &mut DisplayList, rect: Rect) {
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let y = rect.centre().y;
        let (total_s, total) = self.values.total();
        let at = Point::new(self.clock.x(rect.left(), total_s), y);
        let taken = board.write(&total, at, Hold::MIDDLE, easel.small(Weight::Semibold), Ink::Text);
        let letters = easel.small(Weight::Regular);
        for mark in &self.clock.marks {
            let at = Point::new(self.clock.x(rect.left(), *mark), y);
            let text = self.values.mark(*mark);
            let half = easel.width(&text, letters) / 2.0;
            if (at.x + half + easel.length(6.0)) < taken.left() {
                board.write(&text, at, Hold::MIDDLE, letters, Ink::Muted);
            }
        }
    }

    fn parts(&self, at: usize, rect: Rect) -> Vec<Part> {
        let Some(VisitRow::Bars { bars, .. }) = self.values.row(at) else { return Vec::new() };
        let part =
            |bar: &VisitBar| Part { subject: Subject::Step(bar.step), rect: self.place(bar, rect) };
        bars.iter().map(part).collect()
    }

    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, is_first: bool, look: &Look<'_>) {
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let Some(row) = self.values.row(at) else { return };
        let VisitRow::Bars { zone, lane, first, bars } = row else {
            self.line(&mut board, rect);
            return;
        };
        board.fill(rect, 0.0, Ink::Zone(zone));
        if first {
            board.level(rect.top(), rect, Stroke::solid(1.0, Ink::Hairline));
        }
        if first || is_first {
            let at = Point::new(rect.left() + easel.length(6.0), rect.centre().y);
            let room = self.clock.left - easel.length(10.0);
            let letters = easel.small(Weight::Medium);
            board.cut(&lane, at, Hold::LEFT, letters, Ink::Muted, room);
        }
        self.clock.grid(&mut board, rect);
        for (at, bar) in bars.iter().enumerate() {
            let subject = Subject::Step(bar.step);
            board.pen(subject);
            let next = bars.get(at + 1).map(|next| next.start_s - next.wait_s);
            self.bar(&mut board, bar, rect, next, bars.len() == 1);
            let selected = look.selects(subject);
            if selected || look.points_at(subject) {
                let width = if selected { 2.0 } else { 1.5 };
                let edge = Stroke::solid(width * easel.scale().min(1.5), Ink::Accent);
                board.around(self.place(bar, rect), 3.0, edge);
            }
        }
    }

    fn foot_height(&self) -> f32 {
        if self.values.legend().is_empty() { 0.0 } else { LEGEND * line_height(self.easel) }
    }

    /// What the marks mean; only those that are there.
    fn foot(&self, list: &mut DisplayList, rect: Rect) {
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let letters = easel.small(Weight::Regular);
        let mut x = rect.left();
        let tall = easel.length(9.0);
        // Close below the rows; the rest of the foot stays free.
        let middle = rect.top() + letters.size * LEGEND / 2.0;
        for (mark, text) in self.values.legend() {
            let wide = easel.width(&text, letters);
            let chip =
                Rect::of(Point::new(x, middle - tall / 2.0), Size::new(easel.length(22.0), tall));
            let end = chip.right() + easel.length(6.0) + wide;
            if end > rect.right() {
                continue;
            }
            let muted = easel.length(1.5);
            match mark {
                VisitMark::Wait => waiting(&mut board, chip, 2.0, easel.length(5.0)),
                VisitMark::Critical => {
                    let edge = chip.bottom() - easel.length(3.0);
                    board.fill(chip, 2.0, Ink::NoRole);
                    let edge = Rect::new(chip.left(), edge, chip.right(), chip.bottom());
                    board.fill(edge, 0.0, Ink::Text);
                }
                VisitMark::Slack => {
                    let (dash, gap) = (easel.length(2.0), easel.length(3.0));
                    let ends = [chip.left(), chip.right()].map(|x| Point::new(x, middle));
                    board.path(ends, Stroke::dashed(muted, Ink::Muted, dash, gap));
                    board.upright(chip.right(), chip, Stroke::solid(muted, Ink::Muted));
                }
                VisitMark::Triggered => board.dashed(chip, muted, Ink::Muted),
            }
            let at = Point::new(chip.right() + easel.length(6.0), middle);
            board.write(&text, at, Hold::LEFT, letters, Ink::Muted);
            x = end + easel.length(20.0);
        }
    }
}
