//! From left to right: what goes from where to where, as bands as wide as their amounts.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::board::{Board, Hold};
use super::easel::Easel;

/// An end with its amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct BandEnd {
    /// Its name.
    pub name: String,
    /// What is said of it: `75 of 80`.
    pub note: String,
    /// How much there is, or is wanted.
    pub amount: f64,
    /// Whether nothing of it is left, or no more than was wanted comes.
    pub is_full: bool,
}

/// What goes along a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// From which end on the left.
    pub from: usize,
    /// To which end on the right.
    pub to: usize,
    /// How much.
    pub amount: f64,
    /// That in words.
    pub text: String,
}

/// The picture in its own units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bands {
    /// Ends at the left.
    pub from: Vec<BandEnd>,
    /// Ends at the right.
    pub to: Vec<BandEnd>,
    /// What goes, row by row.
    pub bands: Vec<Band>,
    /// The cheapest way that is not used, with what it would cost more.
    pub unused: Option<(usize, usize, String)>,
}

const STEPS: u8 = 24;

impl Bands {
    /// Draws it into a rectangle.
    pub fn draw(&self, list: &mut DisplayList, easel: &Easel<'_>, area: Rect) {
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let letters = easel.body(Weight::Semibold);
        let widest = |ends: &[BandEnd]| {
            let name = |end: &BandEnd| {
                let small = easel.small(Weight::Regular);
                easel.width(&end.name, letters).max(easel.width(&end.note, small))
            };
            ends.iter().map(name).fold(0.0, f32::max).min(0.28 * area.width())
        };
        let gap = easel.length(10.0);
        let (left_room, right_room) = (widest(&self.from), widest(&self.to));
        let node = easel.length(10.0);
        let left = area.left() + left_room + gap;
        let right = area.right() - right_room - gap;
        let sums =
            [&self.from, &self.to].map(|ends| ends.iter().map(|end| end.amount).sum::<f64>());
        let whole = sums[0].max(sums[1]).max(f64::MIN_POSITIVE);
        let most = self.from.len().max(self.to.len()).max(1) as f32;
        let between = (area.height() / (3.0 * most)).min(easel.length(26.0));
        let room = (area.height() - between * (most - 1.0)).max(1.0);
        // A part of a height on the screen.
        #[allow(clippy::cast_possible_truncation)]
        let high = |amount: f64| ((amount / whole) as f32 * room).max(0.0);
        let place = |ends: &[BandEnd], x: f32| -> Vec<Rect> {
            let used: f32 = ends.iter().map(|end| high(end.amount).max(2.0)).sum::<f32>()
                + between * (ends.len().saturating_sub(1)) as f32;
            let mut y = area.top() + ((area.height() - used) / 2.0).max(0.0);
            ends.iter()
                .map(|end| {
                    let tall = high(end.amount).max(2.0);
                    let rect = Rect::new(x, y, x + node, y + tall);
                    y += tall + between;
                    rect
                })
                .collect()
        };
        let (sources, sinks) = (place(&self.from, left), place(&self.to, right - node));
        let mut gone = vec![0.0_f32; sources.len()];
        let mut come = vec![0.0_f32; sinks.len()];
        let mut labels = Vec::new();
        for band in &self.bands {
            let (Some(source), Some(sink)) = (sources.get(band.from), sinks.get(band.to)) else {
                continue;
            };
            let (Some(gone), Some(come)) = (gone.get_mut(band.from), come.get_mut(band.to)) else {
                continue;
            };
            let tall = high(band.amount);
            let (from, to) = (source.top() + *gone, sink.top() + *come);
            (*gone, *come) = (*gone + tall, *come + tall);
            let ends = [Point::new(source.right(), from), Point::new(sink.left(), to)];
            let upper = swung(ends);
            let lower: Vec<Point> =
                upper.iter().map(|at| Point::new(at.x, at.y + tall.max(1.0))).collect();
            // Of the colours of roles those that are far apart.
            let hue = Hue::Role(u8::try_from(band.from % 8).unwrap_or(0));
            board.list.area(&upper, &lower, Ink::Sheer(hue, 38));
            labels.push((ends, tall, band));
        }
        self.unused(&mut board, &sources, &sinks);
        for (ends, tall, band) in labels {
            let small = easel.small(Weight::Semibold);
            if tall + 4.0 < easel.room(&band.text, small).height {
                continue;
            }
            let at = ends[0].towards(ends[1], 0.12);
            let y = swing(ends, 0.12) + tall / 2.0;
            let at = Point::new(at.x, y);
            board.write(&band.text, at, Hold::LEFT, small, Ink::Text);
        }
        for (ends, places, is_left) in [(&self.from, &sources, true), (&self.to, &sinks, false)] {
            for (end, rect) in ends.iter().zip(places) {
                let ink = if end.is_full { Ink::Accent } else { Ink::Muted };
                board.fill(*rect, 2.0, ink);
                name(&mut board, end, *rect, is_left, if is_left { left_room } else { right_room });
            }
        }
    }

    fn unused(&self, board: &mut Board<'_>, sources: &[Rect], sinks: &[Rect]) {
        let Some((from, to, text)) = &self.unused else { return };
        let (Some(source), Some(sink)) = (sources.get(*from), sinks.get(*to)) else { return };
        let ends = [
            Point::new(source.right(), source.centre().y),
            Point::new(sink.left(), sink.centre().y),
        ];
        let stroke = Stroke::dashed(board.easel.length(2.0), Ink::Warn, 3.0, 4.0);
        board.path(swung(ends), stroke);
        let middle = Point::new(ends[0].towards(ends[1], 0.6).x, swing(ends, 0.6));
        let letters = board.easel.small(Weight::Semibold);
        board.pill(text, middle, Hold::MIDDLE, letters, Ink::WarnText);
    }
}

/// How high an s-shaped line is at a share of its way.
fn swing([from, to]: [Point; 2], share: f32) -> f32 {
    let bend = share * share * (3.0 - 2.0 * share);
    from.y + bend * (to.y - from.y)
}

fn swung(ends: [Point; 2]) -> Vec<Point> {
    (0..=STEPS)
        .map(|step| {
            let share = f32::from(step) / f32::from(STEPS);
            Point::new(ends[0].towards(ends[1], share).x, swing(ends, share))
        })
        .collect()
}

fn name(board: &mut Board<'_>, end: &BandEnd, rect: Rect, is_left: bool, room: f32) {
    let easel = board.easel;
    let (bold, small) = (easel.body(Weight::Semibold), easel.small(Weight::Regular));
    let gap = easel.length(8.0);
    let middle = rect.centre().y;
    let width = |text: &str, letters| easel.width(text, letters).min(room);
    let x = |wide: f32| if is_left { rect.left() - gap - wide } else { rect.right() + gap };
    let above = Point::new(x(width(&end.name, bold)), middle);
    board.cut(&end.name, above, Hold::LEFT_BOTTOM, bold, Ink::Text, room);
    let below = Point::new(x(width(&end.note, small)), middle);
    board.cut(&end.note, below, Hold::LEFT_TOP, small, Ink::Muted, room);
}
