//! Where quality is lost: from what customers ought to get down by the gaps to what they got, with what is
//! promised beside.

use crate::drawing::charts::board::{Board, Hold};
use crate::drawing::charts::easel::Easel;
use crate::drawing::charts::rows::{Look, Part};
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::{Letters, Weight, lines_of};

use super::scale::ScaleSeen;

/// The least height of the plot that is worth more words below it, before it grows.
const PLOT: f32 = 84.0;
/// The widest a bar gets, before it grows.
const BAR: f32 = 64.0;
/// How wide the room is between the fall and what is promised.
const BESIDE: f32 = 10.0;

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fall {
    /// A level: where the fall begins or ends.
    Level {
        /// The reading; `None` where it is not known.
        at: Option<f64>,
        /// Whether it is the one that the fall begins at.
        begins: bool,
    },
    /// A gap, from one reading to the next.
    Gap {
        /// Both readings; `None` where one is not known.
        ends: Option<(f64, f64)>,
        /// Whether nobody says yet where it comes from.
        unexplained: bool,
    },
    /// What is promised against what is delivered, beside the fall.
    Promise {
        /// What is promised.
        promised: Option<f64>,
        /// What is delivered.
        delivered: Option<f64>,
    },
}

/// A column with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallColumn {
    /// What it stands for.
    pub fall: Fall,
    /// What it is called.
    pub name: String,
    /// What it says besides.
    pub detail: String,
    /// What helps against it.
    pub remedies: Vec<String>,
    /// Its figure.
    pub figure: String,
    /// A second figure, of what is delivered.
    pub other: String,
}

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// What is to be seen, in a sentence.
    pub title: String,
    /// Where it is, and on which scale.
    pub subtitle: String,
    /// The part of the scale that is shown.
    pub scale: ScaleSeen,
    /// From left to right; what is promised comes last.
    pub columns: Vec<WaterfallColumn>,
}

impl Waterfall {
    /// Lays the picture out in a rectangle.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> WaterfallPlot<'a> {
        let small = easel.small(Weight::Regular);
        let line = easel.room("", small).height;
        let marks = self.scale.marks.iter().map(|(_, name)| easel.width(name, small));
        let left = area.left() + marks.fold(0.0, f32::max) + easel.length(10.0);
        let subtitle = lines_of(&self.subtitle, area.width(), 2, easel.measure(), small);
        let head = easel.room("", easel.body(Weight::Semibold)).height
            + subtitle.len() as f32 * line
            + easel.length(6.0);
        let count = self.columns.len().max(1) as f32;
        let wide = (area.right() - left) / count;
        let strong = easel.small(Weight::Semibold);
        // What is said below a column, with how many lines that are, and whether any of it is cut.
        let said = |shown: Shown| {
            let (mut tallest, mut is_cut) = (0, false);
            for column in &self.columns {
                let room = room(column, wide, easel);
                let mut count = 0;
                let mut say = |text: &str, letters| {
                    let lines = lines_of(text, room, 2, easel.measure(), letters);
                    is_cut |= lines.iter().any(|line| line.ends_with('…'));
                    count += lines.len();
                };
                say(&column.name, strong);
                if shown >= Shown::Details {
                    say(&column.detail, small);
                }
                if shown == Shown::All {
                    column.remedies.iter().for_each(|remedy| say(remedy, small));
                }
                tallest = tallest.max(count);
            }
            (tallest as f32 * line, is_cut)
        };
        let foot = easel.length(6.0);
        let plot = area.height() - head - foot;
        let most = [Shown::All, Shown::Details].into_iter().find_map(|shown| {
            let (words, is_cut) = said(shown);
            (!is_cut && plot - words >= easel.length(PLOT)).then_some((words, shown))
        });
        let (words, shown) = most.unwrap_or_else(|| {
            let (words, is_cut) = said(Shown::Names);
            if !is_cut {
                return (words, Shown::Names);
            }
            // In narrow columns every other name stands a row lower, so that each has the room of two.
            let rows = |column: &WaterfallColumn| {
                let room = 2.0 * wide - easel.length(6.0);
                lines_of(&column.name, room, 2, easel.measure(), strong).len()
            };
            let tallest = self.columns.iter().map(rows).max().unwrap_or(0);
            (2.0 * tallest as f32 * line, Shown::Staggered)
        });
        let frame = Rect::new(left, area.top() + head, area.right(), area.bottom() - words - foot);
        WaterfallPlot { values: self, easel, area, frame, wide, shown, line }
    }
}

/// The room that words have below a column of those that are so wide each.
fn room(column: &WaterfallColumn, wide: f32, easel: &Easel<'_>) -> f32 {
    let is_beside = matches!(column.fall, Fall::Promise { .. });
    wide - easel.length(if is_beside { BESIDE + 6.0 } else { 6.0 })
}

/// How much is said below the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    /// Names alone, every other a row lower.
    Staggered,
    /// Names alone.
    Names,
    Details,
    All,
}

/// The picture on its place.
pub struct WaterfallPlot<'a> {
    values: &'a Waterfall,
    easel: &'a Easel<'a>,
    area: Rect,
    /// Within the axes.
    frame: Rect,
    /// The width of a column.
    wide: f32,
    shown: Shown,
    /// The height of a line.
    line: f32,
}

fn subject(at: usize) -> Subject {
    Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
}

impl WaterfallPlot<'_> {
    /// What can be pointed at: the columns.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let part = |at| {
            let column = self.column(at);
            let rect = Rect::new(column.left(), self.frame.top(), column.right(), column.bottom());
            Part { subject: subject(at), rect: rect.intersection(self.area) }
        };
        (0..self.values.columns.len()).map(part).collect()
    }

    /// The reading at a height of the screen, to the next tenth.
    #[must_use]
    pub fn reading_at(&self, y: f32) -> f64 {
        let ScaleSeen { from, to, .. } = self.values.scale;
        let part = (self.frame.bottom() - y) / self.tall();
        let value = from + f64::from(part.clamp(0.0, 1.0)) * (to - from);
        (value * 10.0).round() / 10.0
    }

    /// Draws the picture.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.head(&mut board);
        self.ground(&mut board);
        let mut before: Option<f32> = None;
        for (at, column) in self.values.columns.iter().enumerate() {
            board.pen(subject(at));
            let place = self.column(at);
            if look.points_at(subject(at)) {
                let ground =
                    Rect::new(place.left(), self.frame.top() - 2.0, place.right(), place.bottom());
                board.fill(ground.intersection(self.area), 4.0, Ink::AccentWash);
            }
            match column.fall {
                Fall::Level { at: level, begins } => {
                    let ink = if begins { Hue::Accent } else { Hue::Text };
                    let y = level.map(|value| self.y(value));
                    self.joins(&mut board, before.filter(|_| !begins), y, at);
                    if let Some(y) = y {
                        self.level(&mut board, y, place, ink, &column.figure);
                        before = Some(y);
                    } else {
                        self.unknown(&mut board, place, &column.figure);
                    }
                }
                Fall::Gap { ends, unexplained } => {
                    let Some((from, to)) = ends.map(|(from, to)| (self.y(from), self.y(to))) else {
                        self.unknown(&mut board, place, &column.figure);
                        continue;
                    };
                    self.joins(&mut board, before, Some(from), at);
                    self.gap(&mut board, (from, to), place, unexplained, &column.figure);
                    before = Some(to);
                }
                Fall::Promise { promised, delivered } => {
                    let ys = [promised, delivered].map(|it| it.map(|value| self.y(value)));
                    self.promise(&mut board, ys, place, column);
                }
            }
            self.words(&mut board, at, place, column);
        }
    }

    fn head(&self, board: &mut Board<'_>) {
        let (easel, area) = (self.easel, self.area);
        let title = easel.body(Weight::Semibold);
        let at = area.min;
        board.cut(&self.values.title, at, Hold::LEFT_TOP, title, Ink::Text, area.width());
        let mut below = at + Point::new(0.0, easel.room("", title).height + easel.length(1.0));
        let small = easel.small(Weight::Regular);
        for line in lines_of(&self.values.subtitle, area.width(), 2, easel.measure(), small) {
            board.write(&line, below, Hold::LEFT_TOP, small, Ink::Muted);
            below.y += self.line;
        }
    }

    /// The lines of the scale, and the line before what is promised.
    fn ground(&self, board: &mut Board<'_>) {
        let (easel, frame) = (self.easel, self.frame);
        let letters = easel.small(Weight::Regular);
        let few = self.tall() / self.line.max(1.0) < self.values.scale.marks.len() as f32;
        for (at, (mark, name)) in self.values.scale.marks.iter().enumerate() {
            if few && at % 2 == 1 {
                continue;
            }
            let y = self.y(*mark);
            board.level(y, frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y);
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        let last = self.values.columns.len().saturating_sub(1);
        let has_promise = self
            .values
            .columns
            .last()
            .is_some_and(|column| matches!(column.fall, Fall::Promise { .. }));
        if has_promise {
            let x = self.column(last).left() - easel.length(1.0);
            let upright = Rect::new(x, frame.top(), x, self.area.bottom());
            board.upright(x, upright, Stroke::solid(1.0, Ink::Hairline));
        }
    }

    /// A dotted line from one column to the next.
    fn joins(&self, board: &mut Board<'_>, from: Option<f32>, to: Option<f32>, at: usize) {
        let (Some(from), Some(to), Some(before)) = (from, to, at.checked_sub(1)) else { return };
        let (half, near) = (self.bar() / 2.0, self.column(before).centre().x);
        let ends =
            [Point::new(near + half, from), Point::new(self.column(at).centre().x - half, to)];
        let dash = self.easel.length(2.0);
        board.path(ends, Stroke::dashed(1.0, Ink::Faint, dash, dash));
    }

    fn level(&self, board: &mut Board<'_>, y: f32, place: Rect, hue: Hue, figure: &str) {
        let (easel, half) = (self.easel, self.bar() / 2.0);
        let tall = easel.length(4.0);
        let x = place.centre().x;
        board.fill(Rect::new(x - half, y - tall / 2.0, x + half, y + tall / 2.0), 2.0, hue.into());
        let letters = Letters { size: easel.body(Weight::Semibold).size + 2.0, ..self.strong() };
        self.figure(board, Point::new(x, y - tall), figure, letters, hue.into());
    }

    fn gap(
        &self,
        board: &mut Board<'_>,
        (from, to): (f32, f32),
        place: Rect,
        unexplained: bool,
        figure: &str,
    ) {
        let (x, half) = (place.centre().x, self.bar() / 2.0);
        // What is nothing still shows where it is.
        let (top, bottom) = (from.min(to), from.max(to).max(from.min(to) + 2.0));
        let bar = Rect::new(x - half, top, x + half, bottom);
        let falls = to > from;
        let ink = match (unexplained, falls) {
            (true, _) => Ink::Muted,
            (false, true) => Ink::BadText,
            (false, false) => Ink::GoodText,
        };
        if unexplained {
            board.fill(bar, 2.0, Ink::Thin(Hue::Muted, 16));
            board.dashed(bar, 1.0, Ink::Faint);
        } else {
            board.fill(bar, 2.0, if falls { Ink::Bad } else { Ink::Good });
        }
        let at = Point::new(x, top - self.easel.length(2.0));
        self.figure(board, at, figure, self.strong(), ink);
    }

    fn promise(
        &self,
        board: &mut Board<'_>,
        [promised, delivered]: [Option<f32>; 2],
        place: Rect,
        column: &WaterfallColumn,
    ) {
        let easel = self.easel;
        let (x, half) = (place.centre().x, self.bar() / 2.0);
        let Some(promised) = promised else {
            return self.unknown(board, place, &column.figure);
        };
        let letters = Letters { size: easel.body(Weight::Semibold).size + 2.0, ..self.strong() };
        let tall = easel.length(4.0);
        if let Some(delivered) = delivered {
            let box_ =
                Rect::new(x - half, promised.min(delivered), x + half, promised.max(delivered));
            let ink = if delivered > promised { Ink::Bad } else { Ink::Good };
            board.dashed(box_, 1.2, ink);
            board.fill(
                Rect::new(x - half, delivered - 1.0, x + half, delivered + 1.0),
                0.0,
                Ink::Text,
            );
            let strong = self.strong();
            if box_.height() > easel.room("", strong).height + 2.0 {
                let ink = if delivered > promised { Ink::BadText } else { Ink::GoodText };
                board.write(&column.figure, box_.centre(), Hold::MIDDLE, strong, ink);
            }
        }
        board.fill(
            Rect::new(x - half, promised - tall / 2.0, x + half, promised + tall / 2.0),
            2.0,
            Ink::Warn,
        );
        self.figure(board, Point::new(x, promised - tall), &column.other, letters, Ink::WarnText);
    }

    /// What is not known yet.
    fn unknown(&self, board: &mut Board<'_>, place: Rect, figure: &str) {
        let at = Point::new(place.centre().x, self.frame.centre().y);
        board.write(figure, at, Hold::MIDDLE, self.strong(), Ink::Muted);
    }

    /// A figure above a point, or as far down as the picture begins.
    fn figure(&self, board: &mut Board<'_>, at: Point, text: &str, letters: Letters, ink: Ink) {
        let tall = self.easel.room("", letters).height;
        let least = self.frame.top() + tall;
        board.write(text, Point::new(at.x, at.y.max(least)), Hold::BOTTOM, letters, ink);
    }

    /// The name of a column in a row of its own, with the room of two columns.
    fn staggered(&self, board: &mut Board<'_>, at: usize, name: &str) {
        let (easel, area, place) = (self.easel, self.area, self.column(at));
        let letters = self.strong();
        let most = 2.0 * self.wide - easel.length(6.0);
        let rows = (area.bottom() - self.frame.bottom() - easel.length(6.0)) / 2.0;
        let lower = if at % 2 == 1 { rows } else { 0.0 };
        let mut y = self.frame.bottom() + easel.length(6.0) + lower;
        for line in lines_of(name, most, 2, easel.measure(), letters) {
            let half = easel.width(&line, letters) / 2.0;
            let x = place.centre().x.min(area.right() - half).max(area.left() + half);
            board.write(&line, Point::new(x, y), Hold::TOP, letters, Ink::Text);
            y += self.line;
        }
    }

    fn words(&self, board: &mut Board<'_>, at: usize, place: Rect, column: &WaterfallColumn) {
        if self.shown == Shown::Staggered {
            return self.staggered(board, at, &column.name);
        }
        let easel = self.easel;
        let room = place.width() - easel.length(6.0);
        let mut at = Point::new(place.centre().x, self.frame.bottom() + easel.length(6.0));
        let small = easel.small(Weight::Regular);
        let strong = self.strong();
        let mut say = |text: &str, letters: Letters, ink| {
            for line in lines_of(text, room, 2, easel.measure(), letters) {
                board.write(&line, at, Hold::TOP, letters, ink);
                at.y += self.line;
            }
        };
        say(&column.name, strong, Ink::Text);
        if self.shown >= Shown::Details {
            say(&column.detail, small, Ink::Muted);
        }
        if self.shown == Shown::All {
            for remedy in &column.remedies {
                say(remedy, small, Ink::Accent);
            }
        }
    }

    fn strong(&self) -> Letters {
        self.easel.small(Weight::Semibold)
    }

    fn column(&self, at: usize) -> Rect {
        let is_beside = self
            .values
            .columns
            .get(at)
            .is_some_and(|column| matches!(column.fall, Fall::Promise { .. }));
        let gap = if is_beside { self.easel.length(BESIDE) } else { 0.0 };
        let left = self.frame.left() + at as f32 * self.wide + gap;
        Rect::new(left, self.frame.top(), left + self.wide - gap, self.area.bottom())
    }

    fn bar(&self) -> f32 {
        (self.wide * 0.66).min(self.easel.length(BAR))
    }

    /// The height that the scale takes: above it the figure of the highest level has room.
    fn tall(&self) -> f32 {
        let figure = self.easel.room("", self.easel.body(Weight::Semibold)).height;
        (self.frame.height() - figure - self.easel.length(6.0)).max(1.0)
    }

    fn y(&self, value: f64) -> f32 {
        self.frame.bottom() - self.values.scale.part(value) * self.tall()
    }
}
