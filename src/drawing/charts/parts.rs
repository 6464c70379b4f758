//! Where a customer's money goes, one part below the other.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Weight, lines_of};

use super::board::{Board, Hold};
use super::easel::Easel;
use super::rows::{Look, Part, Rows};

/// Least and largest height of a row, before it grows with the chart.
const ROW: (f32, f32) = (20.0, 40.0);
/// Names and amounts that are measured.
const MEASURED: usize = 40;

/// What a part goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A role, by its colour where it has one.
    Role(Option<u8>),
    /// What goes on whether somebody comes or not.
    Overhead,
    /// What each customer uses up.
    Material,
    /// What is left.
    Margin,
    /// What the price does not cover.
    Loss,
}

/// A part of a customer's money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoneyPart {
    /// What it goes to.
    pub kind: PartKind,
    /// Where it begins on the axis of money.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// For roles: where the part for work ends and that for idle time begins.
    pub busy_to: f64,
}

impl MoneyPart {
    /// How much it is.
    #[must_use]
    pub fn amount(&self) -> f64 {
        self.to - self.from
    }
}

/// The words of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartWords {
    /// What it is called.
    pub name: String,
    /// How much it is, with its mark.
    pub amount: String,
}

/// What the chart shows: each part begins where the one before ends.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyParts {
    /// From top to bottom: roles, overhead, material, and what is left or lacking.
    pub parts: Vec<(MoneyPart, PartWords)>,
    /// The price, or the cost where there is none.
    pub total: f64,
    /// What is said above its line.
    pub total_text: String,
    /// The amount at the right edge.
    pub end: f64,
    /// What a customer costs in the scenario that this one is compared with.
    pub other: Option<f64>,
    /// What solid and what hatched means.
    pub busy_and_idle: [String; 2],
}

impl MoneyParts {
    /// Lays the chart out in a width.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, width: f32) -> PartRows<'a> {
        let letters = easel.small(Weight::Semibold);
        let measured = || self.parts.iter().take(MEASURED).map(|(_, words)| words);
        let amounts = measured().map(|words| easel.width(&words.amount, letters));
        let names = measured().map(|words| easel.width(&words.name, letters) + easel.length(12.0));
        let amount = amounts.fold(0.0, f32::max) + easel.length(8.0);
        // A scroll bar floats; what it would cover stays free.
        let all = width - 8.0;
        // The bars tell their tale in two fifths of the room.
        let name = names.fold(0.0, f32::max).min((all - amount) * 0.6);
        PartRows { values: self, easel, name, amount, all }
    }
}

/// The chart of a width.
pub struct PartRows<'a> {
    values: &'a MoneyParts,
    easel: &'a Easel<'a>,
    /// Width of the names.
    name: f32,
    /// Width of the amounts.
    amount: f32,
    /// Width of everything.
    all: f32,
}

impl PartRows<'_> {
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, amount: f64) -> f32 {
        let span = (self.all - self.name - self.amount).max(30.0);
        left + self.name + span * (amount / self.values.end).clamp(0.0, 1.0) as f32
    }

    fn subject(at: usize) -> Subject {
        Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
    }

    /// The name of a part, in two lines where a tall row has room for them.
    fn name(&self, board: &mut Board<'_>, rect: Rect, text: &str, weight: Weight) {
        let easel = self.easel;
        let room = self.name - easel.length(8.0);
        let letters = easel.small(weight);
        let most = if rect.height() >= 2.4 * letters.size { 2 } else { 1 };
        let lines = lines_of(text, room, most, easel.measure(), letters);
        let height = easel.room("", letters).height;
        let mut y = rect.centre().y - height * (lines.len() as f32 - 1.0) / 2.0;
        for line in lines {
            board.write(&line, Point::new(rect.left(), y), Hold::LEFT, letters, Ink::Text);
            y += height;
        }
    }
}

/// Solid for work; pale and hatched for what is paid without work.
fn amount(board: &mut Board<'_>, rect: Rect, hue: Hue, idle: bool) {
    if idle {
        board.fill(rect, 2.0, Ink::Thin(hue, 22));
        let stroke = Stroke::solid(board.easel.scale(), Ink::Sheer(hue, 60));
        board.hatch(rect, board.easel.length(5.0), stroke);
    } else {
        board.fill(rect, 2.0, hue.into());
    }
}

impl Rows for PartRows<'_> {
    fn count(&self) -> usize {
        self.values.parts.len()
    }

    fn row_bounds(&self) -> (f32, f32) {
        ROW
    }

    fn head_height(&self) -> f32 {
        (self.easel.small(Weight::Regular).size * 1.5).round()
    }

    /// The price above its line, and what solid and hatched mean.
    fn head(&self, list: &mut DisplayList, rect: Rect) {
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let middle = rect.centre().y;
        let at = Point::new(self.x(rect.left(), self.values.total), middle);
        let strong = easel.small(Weight::Semibold);
        let place = board.write(&self.values.total_text, at, Hold::RIGHT, strong, Ink::Text);
        let letters = easel.small(Weight::Regular);
        let mut x = rect.left();
        let tall = easel.length(9.0);
        for (text, idle) in self.values.busy_and_idle.iter().zip([false, true]) {
            let wide = easel.width(text, letters);
            let corner = Point::new(x, middle - tall / 2.0);
            let chip = Rect::of(corner, Size::new(easel.length(16.0), tall));
            let end = chip.right() + easel.length(5.0) + wide;
            if end + easel.length(6.0) > place.left() {
                return;
            }
            amount(&mut board, chip, Hue::Muted, idle);
            let at = Point::new(chip.right() + easel.length(5.0), middle);
            board.write(text, at, Hold::LEFT, letters, Ink::Muted);
            x = end + easel.length(14.0);
        }
    }

    fn parts(&self, at: usize, rect: Rect) -> Vec<Part> {
        vec![Part { subject: Self::subject(at), rect }]
    }

    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, _: bool, look: &Look<'_>) {
        let Some((part, words)) = self.values.parts.get(at) else { return };
        let easel = self.easel;
        let mut board = Board { list, easel };
        let subject = Self::subject(at);
        board.pen(subject);
        if look.points_at(subject) {
            board.fill(rect, 4.0, Ink::AccentWash);
        }
        let strong = matches!(part.kind, PartKind::Margin | PartKind::Loss);
        let weight = if strong { Weight::Semibold } else { Weight::Regular };
        self.name(&mut board, rect, &words.name, weight);
        let middle = rect.centre().y;
        let thick = (rect.height() * 0.66).round();
        let bar = |from: f64, to: f64| {
            let (left, right) = (self.x(rect.left(), from), self.x(rect.left(), to));
            Rect::new(left, middle - thick / 2.0, right, middle + thick / 2.0)
        };
        let hue = match part.kind {
            PartKind::Role(colour) => colour.map_or(Hue::NoRole, Hue::Role),
            PartKind::Overhead | PartKind::Material => Hue::Muted,
            PartKind::Margin => Hue::Good,
            PartKind::Loss => Hue::Bad,
        };
        if matches!(part.kind, PartKind::Role(Some(_))) {
            amount(&mut board, bar(part.from, part.busy_to), hue, false);
            amount(&mut board, bar(part.busy_to, part.to), hue, true);
        } else {
            amount(&mut board, bar(part.from, part.to), hue, false);
        }
        let line = Stroke::solid(easel.length(2.0), Ink::Text);
        board.upright(self.x(rect.left(), self.values.total), rect, line);
        if let Some(other) = self.values.other {
            let x = self.x(rect.left(), other);
            let dash = easel.length(3.0);
            let ends = [Point::new(x, rect.top()), Point::new(x, rect.bottom())];
            board.path(ends, Stroke::dashed(easel.length(2.0), Ink::Muted, dash, dash));
        }
        let ink = match part.kind {
            PartKind::Margin => Ink::GoodText,
            PartKind::Loss => Ink::BadText,
            _ => Ink::Text,
        };
        let at = Point::new(rect.left() + self.all, middle);
        board.write(&words.amount, at, Hold::RIGHT, easel.small(Weight::Semibold), ink);
    }
}
