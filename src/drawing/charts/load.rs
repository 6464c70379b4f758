//! The loads: a bar for each pool against the line of full load.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::board::{Board, Hold};
use super::easel::Easel;
use super::rows::{Look, Part, Rows};

/// Least and largest height of a row, before it grows with the chart.
const ROW: (f32, f32) = (23.0, 52.0);
/// The largest numbers stand at the ends of the list: so many there are measured.
const MEASURED: usize = 20;

/// How a load stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    /// It limits the whole.
    Bottleneck,
    /// It has more work than time, but something else has even more.
    Overloaded,
    /// It is busy nearly all the time.
    Busy,
    /// It has time to spare.
    Easy,
}

/// One pool, in numbers and words.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadBar {
    /// What it is called in the list of shapes.
    pub subject: Subject,
    /// Who or what it is.
    pub name: String,
    /// Work over time (1 = 100 %).
    pub share: f64,
    /// That share in words, with its mark.
    pub share_text: String,
    /// What it can serve, in words, with its mark.
    pub capacity_text: String,
    /// How it stands out.
    pub degree: Degree,
    /// What it says besides its length, so that no colour has to; and shorter, where that has no
    /// room.
    pub notes: Vec<String>,
    /// Its share in the scenario that this one is compared with.
    pub other: Option<f64>,
}

/// What the chart shows. Words are asked for only where they are drawn.
pub trait LoadValues {
    /// How many bars there are, most loaded first.
    fn count(&self) -> usize;
    /// A bar.
    fn bar(&self, at: usize) -> Option<LoadBar>;
    /// What can be pointed at in a row.
    fn subject(&self, at: usize) -> Option<Subject>;
    /// The share of full load at the right end of the axis.
    fn end(&self) -> f64;
    /// The marks of the axis: shares of full load, and how they are called.
    fn marks(&self) -> Vec<(f64, String)>;
    /// The heads of the columns of shares and of capacities.
    fn heads(&self) -> [&str; 2];
}

/// The chart of a width.
pub struct Load<'a> {
    values: &'a dyn LoadValues,
    easel: &'a Easel<'a>,
    columns: Columns,
}

/// Where the parts of a row stand, from the left edge.
#[derive(Clone, Copy)]
struct Columns {
    /// Width of the names.
    name: f32,
    /// From the left edge to the foot of the bars.
    track: f32,
    /// Width of the axis.
    span: f32,
    /// From the left edge to the right end of the shares, and of the capacities.
    share: f32,
    capacity: f32,
    /// The share at the end of the axis.
    end: f64,
}

impl Columns {
    fn of(values: &dyn LoadValues, easel: &Easel<'_>, width: f32) -> Self {
        // A scroll bar floats; what it would cover stays free.
        let width = width - 8.0;
        let gap = easel.length(12.0);
        let [share, capacity] =
            values.heads().map(|head| easel.width(head, easel.small(Weight::Regular)));
        let body = easel.body(Weight::Semibold);
        let (mut share, mut capacity) = (share.max(easel.length(56.0)), capacity);
        let count = values.count();
        let last = count.saturating_sub(MEASURED).max(MEASURED.min(count));
        for bar in (0..MEASURED.min(count)).chain(last..count).filter_map(|at| values.bar(at)) {
            share = share.max(easel.width(&bar.share_text, body));
            capacity = capacity.max(easel.width(&bar.capacity_text, body));
        }
        let mut name = (width * 0.24).clamp(easel.length(96.0), easel.length(220.0));
        if easel.is_wall() {
            let names = (0..MEASURED.min(count)).filter_map(|at| values.bar(at));
            let widest = names.map(|bar| easel.width(&bar.name, body)).fold(0.0, f32::max);
            name = name.max((widest + 1.0).min(width * 0.45));
        }
        let track = name + gap;
        let span = (width - track - share - capacity - 2.0 * gap).max(40.0);
        let end = values.end();
        Self { name, track, span, share: width - capacity - gap, capacity: width, end }
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, share: f64) -> f32 {
        left + self.track + self.span * (share / self.end).clamp(0.0, 1.0) as f32
    }

    /// The part of a row from one share to another, of a height.
    fn bar(&self, row: Rect, (from, to): (f64, f64), thick: f32) -> Rect {
        let middle = row.centre().y;
        let (left, right) = (self.x(row.left(), from), self.x(row.left(), to));
        Rect::new(left, middle - thick / 2.0, right, middle + thick / 2.0)
    }
}

impl<'a> Load<'a> {
    /// Lays the chart out in a width.
    #[must_use]
    pub fn of(values: &'a dyn LoadValues, easel: &'a Easel<'a>, width: f32) -> Self {
        Self { values, easel, columns: Columns::of(values, easel, width) }
    }

    fn draw_bar(&self, board: &mut Board<'_>, bar: &LoadBar, row: Rect) {
        let easel = self.easel;
        let columns = &self.columns;
        let thick = (row.height() * 0.66).round();
        let span = |from: f64, to: f64| columns.bar(row, (from, to), thick);
        board.fill(span(0.0, 1.0_f64.min(columns.end)), 4.0, Ink::Track);
        let fill = match bar.degree {
            Degree::Bottleneck | Degree::Overloaded => Ink::Bad,
            Degree::Busy => Ink::WarnText,
            Degree::Easy => Ink::Good,
        };
        let mut filled = span(0.0, bar.share);
        filled.max.x = filled.max.x.max(filled.min.x + 3.0);
        board.fill(filled, 4.0, fill);
        if bar.share > 1.0 {
            let line = Stroke::solid(easel.scale() * 1.6, Ink::Sheer(Hue::BadWash, 55));
            board.hatch(span(1.0, bar.share), easel.length(7.0), line);
        }
        if bar.share > columns.end * (1.0 + 1e-9) {
            // The bar goes on: its end is torn off.
            let tear = Rect::new(
                filled.right() - easel.length(9.0),
                filled.top() + 1.0,
                filled.right() - easel.length(5.0),
                filled.bottom() - 1.0,
            );
            board.fill(tear, 0.0, Ink::Panel);
        }
        let x = columns.x(row.left(), 1.0);
        board.upright(x, row, Stroke::solid(easel.length(2.0), Ink::Text));
        for note in &bar.notes {
            if self.note(board, bar.degree, note, filled, x) {
                break;
            }
        }
    }

    /// Writes on a bar before the line of full load, else behind the bar; answers whether it had
    /// room.
    fn note(
        &self,
        board: &mut Board<'_>,
        degree: Degree,
        note: &str,
        filled: Rect,
        line: f32,
    ) -> bool {
        let letters = self.easel.small(Weight::Semibold);
        let wide = self.easel.width(note, letters);
        let gap = self.easel.length(7.0);
        let middle = filled.centre().y;
        let (x, ink) = if wide + 2.0 * gap <= filled.right().min(line) - filled.left() {
            (filled.left() + gap, Ink::OnBad)
        } else if filled.right() + gap + wide < line - gap {
            let ink = if degree == Degree::Busy { Ink::WarnText } else { Ink::BadText };
            (filled.right() + gap, ink)
        } else {
            return false;
        };
        board.write(note, Point::new(x, middle), Hold::LEFT, letters, ink);
        true
    }
}

impl Rows for Load<'_> {
    fn count(&self) -> usize {
        self.values.count()
    }

    fn row_bounds(&self) -> (f32, f32) {
        ROW
    }

    fn head_height(&self) -> f32 {
        (self.easel.small(Weight::Regular).size + self.easel.length(6.0)).round()
    }

    /// The marks of the axis and the heads of the columns.
    fn head(&self, list: &mut DisplayList, rect: Rect) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        let y = rect.centre().y;
        let mut marks = self.values.marks();
        // In large letters every second mark may have no room.
        let wide = |name: &str| self.easel.width(name, self.easel.small(Weight::Semibold));
        let near = |marks: &[(f64, String)]| {
            marks.windows(2).any(|pair| match pair {
                [(a, _), (b, name)] => {
                    self.columns.x(0.0, *b) - self.columns.x(0.0, *a) < 1.6 * wide(name)
                }
                _ => false,
            })
        };
        while self.easel.is_wall() && marks.len() > 2 && near(&marks) {
            let mut keep = false;
            marks.retain(|(mark, _)| {
                keep = !keep;
                keep || (mark - 1.0).abs() < 1e-9
            });
        }
        for (mark, name) in marks {
            let full = (mark - 1.0).abs() < 1e-9;
            let (weight, ink) =
                if full { (Weight::Semibold, Ink::Text) } else { (Weight::Regular, Ink::Muted) };
            let at = Point::new(self.columns.x(rect.left(), mark), y);
            let hold = if mark == 0.0 { Hold::LEFT } else { Hold::MIDDLE };
            board.write(&name, at, hold, self.easel.small(weight), ink);
        }
        let rights = [self.columns.share, self.columns.capacity];
        for (head, right) in self.values.heads().into_iter().zip(rights) {
            let at = Point::new(rect.left() + right, y);
            board.write(head, at, Hold::RIGHT, self.easel.small(Weight::Regular), Ink::Muted);
        }
    }

    fn parts(&self, at: usize, rect: Rect) -> Vec<Part> {
        self.values.subject(at).map(|subject| Part { subject, rect }).into_iter().collect()
    }

    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, _: bool, look: &Look<'_>) {
        let Some(bar) = self.values.bar(at) else { return };
        let (easel, columns) = (self.easel, &self.columns);
        let mut board = Board { list, easel };
        board.pen(bar.subject);
        if look.points_at(bar.subject) {
            board.fill(rect, 4.0, Ink::AccentWash);
        }
        let left = rect.left();
        let middle = rect.centre().y;
        let strong = bar.degree == Degree::Bottleneck;
        let weight = if strong { Weight::Semibold } else { Weight::Regular };
        let at = Point::new(left, middle);
        board.cut(&bar.name, at, Hold::LEFT, easel.body(weight), Ink::Text, columns.name);
        self.draw_bar(&mut board, &bar, rect);
        if let Some(other) = bar.other {
            // Where the bar ends in the scenario that this one is compared with.
            let thick = (rect.height() * 0.66).round() + easel.length(4.0);
            let frame = columns.bar(rect, (0.0, other), thick);
            board.dashed(frame, easel.length(1.5), Ink::Text);
        }
        let ink = match bar.degree {
            Degree::Bottleneck | Degree::Overloaded => Ink::BadText,
            Degree::Busy => Ink::WarnText,
            Degree::Easy => Ink::GoodText,
        };
        let at = Point::new(left + columns.share, middle);
        board.write(&bar.share_text, at, Hold::RIGHT, easel.body(Weight::Semibold), ink);
        let at = Point::new(left + columns.capacity, middle);
        board.write(&bar.capacity_text, at, Hold::RIGHT, easel.body(weight), Ink::Muted);
        if look.selects(bar.subject) {
            let edge = Stroke::solid(2.0 * easel.scale().min(1.5), Ink::Accent);
            board.around(rect.grown(-1.5), 4.0, edge);
        }
    }
}
