//! A matrix of risks: how likely each is for a customer, how badly it hits, how often it happens in a day.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Weight, lines_of};

use super::board::{Board, Hold};
use super::easel::Easel;
use super::labels::{Obstacles, place};
use super::rows::{Look, Part};

/// How much further than beside its dot a name may stand.
const NEAR: f32 = 8.0;

/// The lowest and the highest severity.
const SEVERITY: (f64, f64) = (1.0, 10.0);
/// Beyond the lowest and the highest severity, in its own unit.
const AROUND: f64 = 0.6;
/// How large dots are, before they grow with the chart.
const LEAST_DOT: f32 = 5.0;
const LARGEST_DOT: f32 = 17.0;
/// Between a dot and its ring.
const RING: f32 = 3.5;
/// The least room for a name.
const LEAST_NAME: f32 = 84.0;
/// A picture that is lower than this does not say what its axis across is.
const TITLED: f32 = 150.0;

/// The colour of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskTone {
    /// Often and severe.
    Bad,
    /// Rare and severe.
    Warn,
    /// Often and mild.
    Accent,
    /// Rare and mild.
    Quiet,
}

impl RiskTone {
    const fn ground(self) -> Ink {
        match self {
            Self::Bad => Ink::BadWash,
            Self::Warn => Ink::WarnWash,
            Self::Accent => Ink::AccentWash,
            Self::Quiet => Ink::Track,
        }
    }

    const fn letters(self) -> Ink {
        match self {
            Self::Bad => Ink::BadText,
            Self::Warn => Ink::WarnText,
            Self::Accent => Ink::Accent,
            Self::Quiet => Ink::Muted,
        }
    }

    const fn dot(self) -> Ink {
        match self {
            Self::Bad => Ink::Bad,
            Self::Warn => Ink::Warn,
            Self::Accent => Ink::Accent,
            Self::Quiet => Ink::Muted,
        }
    }
}

/// A risk as a dot.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskDot {
    /// What can fail.
    pub name: String,
    /// A quieter line below.
    pub below: String,
    /// Failures per customer.
    pub likelihood: f64,
    /// 1 to 10.
    pub severity: f64,
    /// Failures a day; `None` where nobody knows how many.
    pub per_day: Option<f64>,
    /// Whether nothing guards against it: a ring.
    pub is_unguarded: bool,
    /// Whether nobody puts it right: hollow.
    pub is_unrecovered: bool,
    /// The quarter that it lies in.
    pub tone: RiskTone,
}

/// What the matrix shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Risks {
    /// The dots.
    pub dots: Vec<RiskDot>,
    /// The likelihoods at the left and the right edge.
    pub span: (f64, f64),
    /// From which likelihood and severity on something is often and severe.
    pub split: (f64, f64),
    /// Marks of the likelihoods, in words.
    pub marks: Vec<(f64, String)>,
    /// The names of the quarters, each with a quieter word beside: often and severe, rare and severe, often, rare.
    pub quarters: [(String, String); 4],
    /// What the axis upwards is.
    pub severity: String,
    /// What the axis across is, and the size of the dots.
    pub likelihood: String,
    /// What rings and hollow dots are.
    pub legend: [String; 2],
}

impl Risks {
    /// Lays the matrix out in a rectangle; `None` where that is too small for one.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> Option<RiskPlot<'a>> {
        if area.width() < 120.0 || area.height() < 80.0 {
            return None;
        }
        let letters = easel.small(Weight::Regular);
        let line = easel.room("10", letters);
        // A low picture keeps its height for the dots.
        let lines = if area.height() < TITLED { 1.0 } else { 2.0 };
        let frame = Rect::new(
            area.left() + line.height + line.width + easel.length(10.0),
            area.top() + line.height + easel.length(6.0),
            area.right() - easel.length(8.0),
            area.bottom() - lines * line.height - easel.length(6.0),
        );
        Some(RiskPlot { values: self, easel, area, frame })
    }
}

/// The matrix on its place.
pub struct RiskPlot<'a> {
    values: &'a Risks,
    easel: &'a Easel<'a>,
    area: Rect,
    frame: Rect,
}

fn subject(at: usize) -> Subject {
    Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
}

impl RiskPlot<'_> {
    // Places on a screen.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, likelihood: f64, severity: f64) -> Point {
        let (from, to) = self.values.span;
        let across = (likelihood.clamp(from, to) / from).ln() / (to / from).ln();
        let (low, high) = (SEVERITY.0 - AROUND, SEVERITY.1 + AROUND);
        let up = (severity - low) / (high - low);
        Point::new(
            self.frame.left() + across as f32 * self.frame.width(),
            self.frame.bottom() - up as f32 * self.frame.height(),
        )
    }

    /// The likelihood and the severity at a place, within their bounds.
    #[must_use]
    pub fn read(&self, at: Point) -> (f64, f64) {
        let (from, to) = self.values.span;
        let across = f64::from((at.x - self.frame.left()) / self.frame.width()).clamp(0.0, 1.0);
        let up = f64::from((self.frame.bottom() - at.y) / self.frame.height());
        let (low, high) = (SEVERITY.0 - AROUND, SEVERITY.1 + AROUND);
        let likelihood = from * (across * (to / from).ln()).exp();
        (likelihood, (low + up * (high - low)).clamp(SEVERITY.0, SEVERITY.1))
    }

    /// The dots, the largest first: smaller ones lie upon them.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let dots = self.values.dots.iter().enumerate();
        let mut dots: Vec<(f32, Part)> = dots
            .map(|(at, dot)| {
                let reach = self.radius(dot) + self.easel.length(RING);
                let rect = Rect::centred(
                    self.at(dot.likelihood, dot.severity),
                    Size::new(2.0 * reach, 2.0 * reach),
                );
                (reach, Part { subject: subject(at), rect })
            })
            .collect();
        dots.sort_by(|a, b| b.0.total_cmp(&a.0));
        dots.into_iter().map(|(_, part)| part).collect()
    }

    /// The radius of a dot: its area is failures a day.
    // A length on a screen.
    #[allow(clippy::cast_possible_truncation)]
    fn radius(&self, dot: &RiskDot) -> f32 {
        let most = self.values.dots.iter().filter_map(|dot| dot.per_day).fold(0.0, f64::max);
        let share = match dot.per_day {
            Some(per_day) if most > 0.0 => (per_day / most).max(0.0).sqrt() as f32,
            _ => 0.0,
        };
        self.easel.length((LARGEST_DOT * share).max(LEAST_DOT))
    }

    /// Draws the matrix.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.legend(&mut board);
        self.quarters(&mut board);
        self.axes(&mut board);
        let mut obstacles = Obstacles::default();
        for part in self.parts() {
            obstacles.taken.push(part.rect);
        }
        let named = self.places().into_iter().zip(self.quarter_names());
        for (at, ((quarter, _, hold), rect)) in named.enumerate() {
            obstacles.taken.push(rect);
            obstacles.taken.extend(self.beside_name(at, quarter, hold, rect));
        }
        let split = self.at(self.values.split.0, self.values.split.1 - 0.5);
        let Rect { min, max } = self.frame;
        obstacles.faint.push([Point::new(split.x, min.y), Point::new(split.x, max.y)]);
        obstacles.faint.push([Point::new(min.x, split.y), Point::new(max.x, split.y)]);
        for part in self.parts() {
            self.dot(&mut board, &part, look);
        }
        for (at, dot) in self.values.dots.iter().enumerate() {
            board.pen(subject(at));
            self.name(&mut board, dot, &mut obstacles);
        }
    }

    /// What rings and hollow dots are, above the right end.
    fn legend(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let letters = easel.small(Weight::Regular);
        let y = f32::midpoint(self.area.top(), self.frame.top());
        let mut right = self.frame.right();
        let radius = easel.length(4.0);
        let [ringed, hollow] = &self.values.legend;
        for (said, is_ring) in [(hollow, false), (ringed, true)] {
            let text = board.write(said, Point::new(right, y), Hold::RIGHT, letters, Ink::Muted);
            let at = Point::new(text.left() - easel.length(6.0) - radius, y);
            if at.x < self.area.left() {
                return;
            }
            let edge = Stroke::solid(easel.length(1.5), Ink::Text);
            if is_ring {
                board.dot(at, radius * 0.6, Ink::Text, None);
                board.list.circle(at, radius + 1.0, None, Some(Stroke::solid(1.0, Ink::Text)));
            } else {
                board.dot(at, radius, Ink::Panel, Some(edge));
            }
            right = at.x - radius - easel.length(12.0);
        }
    }

    /// The quarters from the upper right one on: often and severe, rare and severe, often, rare.
    fn places(&self) -> [(Rect, RiskTone, Hold); 4] {
        let split = self.at(self.values.split.0, self.values.split.1 - 0.5);
        let Rect { min, max } = self.frame;
        let (left, right) = ((min.x, split.x), (split.x, max.x));
        let (upper, lower) = ((min.y, split.y), (split.y, max.y));
        let rect = |x: (f32, f32), y: (f32, f32)| Rect::new(x.0, y.0, x.1, y.1);
        [
            (rect(right, upper), RiskTone::Bad, Hold::RIGHT_TOP),
            (rect(left, upper), RiskTone::Warn, Hold::LEFT_TOP),
            (rect(right, lower), RiskTone::Accent, Hold::RIGHT_BOTTOM),
            (rect(left, lower), RiskTone::Quiet, Hold::LEFT_BOTTOM),
        ]
    }

    /// Where the names of the quarters stand: in the outer corners.
    fn quarter_names(&self) -> [Rect; 4] {
        let easel = self.easel;
        let inset = easel.length(7.0);
        let named = |(rect, _, hold): (Rect, RiskTone, Hold), name: &str| {
            let size = easel.room(name, easel.body(Weight::Semibold));
            let inner = rect.grown(-inset);
            let at = Point::new(
                if hold == Hold::RIGHT_TOP || hold == Hold::RIGHT_BOTTOM {
                    inner.right()
                } else {
                    inner.left()
                },
                if hold == Hold::RIGHT_TOP || hold == Hold::LEFT_TOP {
                    inner.top()
                } else {
                    inner.bottom()
                },
            );
            hold.place(at, size)
        };
        let mut places = [Rect::default(); 4];
        let quarters = self.places().into_iter().zip(&self.values.quarters);
        for (place, (quarter, (name, _))) in places.iter_mut().zip(quarters) {
            *place = named(quarter, name);
        }
        places
    }

    /// Where it stands beside the name of a quarter what that means; `None` where it has no room.
    fn beside_name(&self, at: usize, quarter: Rect, hold: Hold, name: Rect) -> Option<Rect> {
        let easel = self.easel;
        let (_, beside) = self.values.quarters.get(at)?;
        let size = easel.room(beside, easel.small(Weight::Regular));
        let gap = easel.length(6.0);
        if size.width + name.width() + 3.0 * gap > quarter.width() {
            return None;
        }
        let y = name.centre().y;
        Some(if hold == Hold::RIGHT_TOP || hold == Hold::RIGHT_BOTTOM {
            Hold::RIGHT.place(Point::new(name.left() - gap, y), size)
        } else {
            Hold::LEFT.place(Point::new(name.right() + gap, y), size)
        })
    }

    fn quarters(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let small = easel.small(Weight::Regular);
        let names = self.quarter_names();
        let quarters = self.places().into_iter().zip(&self.values.quarters).zip(names);
        for (at, (((rect, tone, hold), (name, beside)), place)) in quarters.enumerate() {
            board.fill(rect, 0.0, tone.ground());
            let letters = easel.body(Weight::Semibold);
            board.write_in(name, place, Hold::LEFT, letters, tone.letters());
            if let Some(place) = self.beside_name(at, rect, hold, place) {
                board.write_in(beside, place, Hold::LEFT, small, Ink::Muted);
            }
        }
        let split = self.at(self.values.split.0, self.values.split.1 - 0.5);
        let line = Stroke::dashed(1.0, Ink::Text, easel.length(3.0), easel.length(2.0));
        board.upright(split.x, self.frame, line);
        board.level(split.y, self.frame, line);
        board.list.rect(self.frame, 0.0, None, Some(Stroke::solid(1.0, Ink::Hairline)));
    }

    fn axes(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let letters = easel.small(Weight::Regular);
        let y = self.frame.bottom() + easel.length(3.0);
        let mut free = f32::NEG_INFINITY;
        for (mark, said) in &self.values.marks {
            let x = self.at(*mark, SEVERITY.0).x;
            let size = easel.room(said, letters);
            let half = size.width / 2.0;
            let middle = x.clamp(self.frame.left() + half, self.area.right() - half);
            if middle - half < free {
                continue;
            }
            board.line(
                Point::new(x, self.frame.bottom()),
                Point::new(x, self.frame.bottom() + easel.length(3.0)),
                Stroke::solid(1.0, Ink::Faint),
            );
            board.write(said, Point::new(middle, y), Hold::TOP, letters, Ink::Muted);
            free = middle + half + easel.length(6.0);
        }
        if self.area.height() >= TITLED {
            let at = Point::new(self.frame.centre().x, self.area.bottom());
            let room = easel.room(&self.values.likelihood, letters);
            if room.width <= self.area.width() {
                let middle = at.x.min(self.area.right() - room.width / 2.0);
                let at = Point::new(middle, at.y - room.height);
                board.write(&self.values.likelihood, at, Hold::TOP, letters, Ink::Muted);
            }
        }
        for mark in [1.0, 4.0, self.values.split.1, 10.0] {
            let at = self.at(self.values.span.0, mark);
            let at = Point::new(self.frame.left() - easel.length(5.0), at.y);
            board.write(&format!("{mark:.0}"), at, Hold::RIGHT, letters, Ink::Muted);
        }
        let room = easel.room(&self.values.severity, letters);
        if room.width <= self.frame.height() {
            let foot = self.frame.centre().y + room.width / 2.0;
            let at = Point::new(self.area.left(), foot);
            board.write_upwards(&self.values.severity, at, letters, Ink::Muted);
        }
    }

    fn dot(&self, board: &mut Board<'_>, part: &Part, look: &Look<'_>) {
        let easel = self.easel;
        let Subject::Part(at) = part.subject else { return };
        let Some(dot) = self.values.dots.get(at as usize) else { return };
        board.pen(part.subject);
        let (middle, radius, ink) = (part.rect.centre(), self.radius(dot), dot.tone.dot());
        if look.selects(part.subject) || look.points_at(part.subject) {
            board.dot(middle, radius + easel.length(RING) + 3.0, Ink::Panel, None);
            let edge = Stroke::solid(easel.length(2.0), Ink::Accent);
            board.list.circle(middle, radius + easel.length(RING) + 3.0, None, Some(edge));
        }
        let inner = if dot.is_unrecovered { Ink::Panel } else { ink };
        board.dot(middle, radius, inner, Some(Stroke::solid(easel.length(2.0), ink)));
        if dot.is_unguarded {
            let edge = Stroke::solid(easel.length(1.5), Ink::Text);
            board.list.circle(middle, radius + easel.length(RING), None, Some(edge));
        }
    }

    /// The name of a dot with the line below it, beside it where nothing else is; in more lines where it is too long,
    /// cut where it is still; else the name alone, else nothing.
    fn name(&self, board: &mut Board<'_>, dot: &RiskDot, obstacles: &mut Obstacles) {
        let easel = self.easel;
        let at = self.at(dot.likelihood, dot.severity);
        let gap = self.radius(dot) + easel.length(RING + 4.0);
        // Within its own quarter.
        let quarter = self.places().into_iter().map(|(rect, ..)| rect);
        let quarter = quarter.into_iter().find(|rect| rect.contains(at)).unwrap_or(self.frame);
        let right = quarter.right() - at.x - gap - easel.length(4.0);
        let left = at.x - quarter.left() - gap - easel.length(4.0);
        let room = right.max(left).max(easel.length(LEAST_NAME));
        // Further off it would be taken for the name of another dot.
        let is_near = |rect: &Rect| {
            let off = |from: f32, low: f32, high: f32| (low - from).max(from - high).max(0.0);
            let (x, y) =
                (off(at.x, rect.left(), rect.right()), off(at.y, rect.top(), rect.bottom()));
            x.hypot(y) <= gap + easel.length(NEAR)
        };
        let found = |block: &Block| {
            let size = block.size;
            let beside = [
                Rect::of(Point::new(at.x + gap, at.y - size.height / 2.0), size),
                Rect::of(Point::new(at.x - gap - size.width, at.y - size.height / 2.0), size),
            ];
            let is_free = |rect: &Rect| {
                quarter.encloses(*rect) && obstacles.taken.iter().all(|it| !it.touches(*rect))
            };
            // Beside the dot at half its height, before anywhere around it.
            let around = || place(at, size, gap, quarter, obstacles).map(|place| place.rect);
            beside.into_iter().find(is_free).or_else(around).filter(is_near)
        };
        let narrow = easel.length(LEAST_NAME);
        let wide = f32::INFINITY;
        let tries = [
            (wide, 1, true),
            (room, 2, true),
            (room, 3, true),
            (narrow, 3, true),
            (wide, 1, false),
            (room, 2, false),
            (narrow, 3, false),
        ];
        let blocks =
            tries.map(|(width, most, with_below)| self.block(dot, width, most, with_below));
        // Whole before cut.
        let whole = blocks.iter().filter(|block| !block.is_cut);
        let mut all = whole.chain(blocks.iter().filter(|block| block.is_cut));
        let Some((block, rect)) = all.find_map(|block| Some((block, found(block)?))) else {
            return;
        };
        let (strong, quiet) = (easel.body(Weight::Semibold), easel.small(Weight::Regular));
        let mut top = Point::new(rect.left(), rect.top());
        for (lines, letters, ink) in
            [(&block.name, strong, Ink::Text), (&block.below, quiet, Ink::Muted)]
        {
            for line in lines {
                board.write(line, top, Hold::LEFT_TOP, letters, ink);
                top.y += easel.room(line, letters).height;
            }
        }
        obstacles.taken.push(rect);
    }

    /// What is said beside a dot, in lines of a width.
    fn block(&self, dot: &RiskDot, width: f32, most: usize, with_below: bool) -> Block {
        let easel = self.easel;
        let mut block = Block::default();
        let parts = [
            (&dot.name, easel.body(Weight::Semibold), &mut block.name),
            (&dot.below, easel.small(Weight::Regular), &mut block.below),
        ];
        let mut is_cut = false;
        let mut size = Size::new(0.0, 0.0);
        for (text, letters, lines) in parts.into_iter().take(if with_below { 2 } else { 1 }) {
            *lines = lines_of(text, width, most, easel.measure(), letters);
            is_cut |= lines.last().is_some_and(|line| line.ends_with('…') && !text.ends_with('…'));
            for line in lines.iter() {
                let room = easel.room(line, letters);
                size = Size::new(size.width.max(room.width), size.height + room.height);
            }
        }
        Block { size, is_cut, ..block }
    }
}

/// What is said beside a dot.
#[derive(Default)]
struct Block {
    name: Vec<String>,
    below: Vec<String>,
    size: Size,
    /// Whether something of it is left out.
    is_cut: bool,
}
