//! People against customers per hour: what a redesign reaches with how many.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Letters, Weight};

use super::board::{Board, Hold};
use super::easel::Easel;
use super::rows::{Look, Part};

/// Room for the rates at the left, and for the numbers of people below.
const LEFT: f32 = 40.0;
const BELOW: f32 = 40.0;
const ABOVE: f32 = 8.0;
/// Lines that a plot has, about.
const LINES: f64 = 5.0;
/// How many times the best rate a target may be to still stretch the plot.
const FAR: f64 = 2.0;
/// Numbers that a row below the plot has at most.
const MOST_NUMBERS: u64 = 14;

/// A point of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierMark {
    /// How many people.
    pub staff: u64,
    /// Customers per hour that they serve.
    pub rate: f64,
    /// Fewer people reach as much.
    pub dominated: bool,
}

/// The plot in its own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// The points, by number of people.
    pub marks: Vec<FrontierMark>,
    /// What there is today.
    pub today: Option<FrontierMark>,
    /// The rate that is asked for.
    pub target: Option<f64>,
    /// The smallest and the largest number of people.
    pub people: (u64, u64),
    /// Rates with a line, from low to high; the first and the last are the ends of the axis.
    pub rates: Vec<f64>,
}

/// The words of the plot.
pub trait FrontierWords {
    /// What is said of a point.
    fn mark(&self, mark: &FrontierMark) -> String;
    /// What is said of today.
    fn today(&self, mark: &FrontierMark) -> String;
    /// What is said of the rate that is asked for.
    fn target(&self, per_hour: f64) -> String;
    /// What a rate is called at a mark of the axis.
    fn rate_mark(&self, per_hour: f64) -> String;
    /// The unit of the axis of rates.
    fn rate_unit(&self) -> String;
    /// What the axis of people counts.
    fn people(&self) -> &str;
}

impl Frontier {
    /// Finds the axes for some points; `None` where there are none.
    #[must_use]
    pub fn of(
        marks: Vec<FrontierMark>,
        today: Option<FrontierMark>,
        target: Option<f64>,
    ) -> Option<Self> {
        let all = || marks.iter().chain(&today);
        let first = all().map(|mark| mark.staff).min()?;
        let last = all().map(|mark| mark.staff).max()?;
        // A target far above all points would press them together: its line then lies at the top.
        let best = all().map(|mark| mark.rate).fold(0.0, f64::max);
        let near = target.filter(|target| *target <= FAR * best);
        let rates = || all().map(|mark| mark.rate).chain(near).filter(|rate| rate.is_finite());
        let (low, high) = (rates().fold(f64::INFINITY, f64::min), rates().fold(0.0, f64::max));
        Some(Self { people: (first, last), rates: ticks(low, high), marks, today, target })
    }

    /// How far to the right a number of people lies, 0 to 1.
    #[must_use]
    pub fn across(&self, staff: u64) -> f32 {
        let (first, last) = self.people;
        // Half a step stays free at both ends.
        let whole = (last - first) as f32 + 1.0;
        ((staff.saturating_sub(first)) as f32 + 0.5) / whole
    }

    /// How far up a rate lies, 0 to 1.
    // A share of a height on the screen.
    #[allow(clippy::cast_possible_truncation)]
    #[must_use]
    pub fn up(&self, rate: f64) -> f32 {
        let (low, high) = (self.low(), self.rates.last().copied().unwrap_or(1.0));
        ((rate - low) / (high - low).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) as f32
    }

    fn low(&self) -> f64 {
        self.rates.first().copied().unwrap_or(0.0)
    }

    /// Whether the axis of rates leaves out what lies between zero and its foot.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.low() > 0.0
    }

    /// Whether the target lies above the axis, so that its line only stands for it.
    #[must_use]
    pub fn target_is_beyond(&self) -> bool {
        let top = self.rates.last().copied().unwrap_or(f64::INFINITY);
        self.target.is_some_and(|target| target > top * (1.0 + 1e-9))
    }

    /// The numbers of people that are written below.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        let (first, last) = self.people;
        let stride = (last - first) / MOST_NUMBERS + 1;
        (first..=last).step_by(usize::try_from(stride).unwrap_or(1))
    }

    /// Lays the plot out in a rectangle.
    #[must_use]
    pub fn laid<'a>(
        &'a self,
        words: &'a dyn FrontierWords,
        easel: &'a Easel<'a>,
        area: Rect,
    ) -> FrontierPlot<'a> {
        let letters = easel.small(Weight::Regular);
        let marks = self.rates.iter().map(|rate| words.rate_mark(*rate));
        let marks = marks.chain([words.rate_unit()]);
        let wide = marks.map(|mark| easel.width(&mark, letters)).fold(0.0, f32::max);
        // The numbers of people, and below them what they count.
        let below = 2.0 * easel.room("0", letters).height + easel.length(8.0);
        let frame = Rect::new(
            area.left() + (wide + easel.length(8.0) + 2.0).max(LEFT),
            area.top() + easel.length(ABOVE),
            area.right() - easel.length(4.0),
            area.bottom() - below.max(BELOW),
        );
        FrontierPlot { values: self, words, easel, area, frame }
    }
}

/// Round numbers that enclose a range, evenly spaced.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    // What hardly differs must not look as if it did.
    let span = (high - low).max(high * 0.3).max(1e-6);
    let rough = span / LINES;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 4.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let first = ((low - 0.12 * step) / step).floor().max(0.0);
    let last = ((high + 0.12 * step) / step).ceil().max(first + 1.0);
    // At most as many as a span of five rough steps holds, and the ends.
    let count = (last - first).min(2.0 * LINES);
    std::iter::successors(Some(0.0), |at| Some(at + 1.0))
        .take_while(|at| *at <= count)
        .map(|at| (first + at) * step)
        .collect()
}

/// The plot on its place.
pub struct FrontierPlot<'a> {
    values: &'a Frontier,
    words: &'a dyn FrontierWords,
    easel: &'a Easel<'a>,
    area: Rect,
    /// Within the axes.
    frame: Rect,
}

/// What a point is called in the list of shapes.
fn subject(mark: &FrontierMark) -> Subject {
    Subject::Part(u32::try_from(mark.staff).unwrap_or(u32::MAX))
}

impl FrontierPlot<'_> {
    /// What can be pointed at: for each point the part of the plot that its number of people has.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let (first, last) = self.values.people;
        let half = self.frame.width() / ((last - first) as f32 + 1.0) / 2.0;
        let part = |mark: &FrontierMark| {
            let x = self.x(mark.staff);
            let rect = Rect::new(x - half, self.frame.top(), x + half, self.frame.bottom());
            Part { subject: subject(mark), rect }
        };
        self.values.marks.iter().map(part).collect()
    }

    /// Draws the plot; what is selected is the point that is chosen.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.axes(&mut board);
        self.steps(&mut board);
        for mark in &self.values.marks {
            self.mark(&mut board, mark, look);
        }
        board.pen(Subject::Chart);
        let today = self.values.today.map(|mark| self.today(&mut board, &mark));
        let target = self.target_place();
        let is_labelled = |mark: &&FrontierMark| match look.pointed {
            Some(pointed) => pointed == subject(mark),
            None => look.selects(subject(mark)),
        };
        if let Some(mark) = self.values.marks.iter().find(is_labelled) {
            let taken: Vec<Rect> =
                today.into_iter().chain(target.as_ref().map(|(place, _)| *place)).collect();
            self.label(&mut board, mark, &taken);
        }
        if let Some((place, text)) = target {
            board.fill(place.grown(2.0), 3.0, Ink::Panel);
            board.write_in(&text, place, Hold::LEFT, self.strong(), Ink::Accent);
        }
    }

    /// Draws the plot for a page, where nobody can point at it: each point that gains something has its
    /// rate beside it.
    pub fn draw_whole(&self, list: &mut DisplayList) {
        self.draw(list, &Look::default());
        let mut board = Board { list, easel: self.easel };
        // Where a point is what there is today, its rate stands there already.
        let is_today = |mark: &FrontierMark| {
            self.values.today.is_some_and(|today| {
                today.staff == mark.staff
                    && (self.y(today.rate) - self.y(mark.rate)).abs() < self.easel.length(12.0)
            })
        };
        let letters = self.easel.small(Weight::Medium);
        let mut taken: Vec<Rect> =
            self.values.today.map(|mark| self.today_place(&mark).0).into_iter().collect();
        for mark in self.values.marks.iter().filter(|mark| !mark.dominated && !is_today(mark)) {
            board.pen(subject(mark));
            let rate = self.words.rate_mark(mark.rate);
            let room = self.easel.room(&rate, letters);
            let off = self.easel.length(8.0);
            let above = self.at(mark) + Point::new(0.0, -room.height / 2.0 - off);
            // Below where the axes end.
            let below = above.y - room.height / 2.0 < self.area.top() - ABOVE;
            let at = if below {
                self.at(mark) + Point::new(0.0, room.height / 2.0 + off)
            } else {
                above
            };
            let place = Rect::centred(at, room);
            // Where rates would lie on each other, or on today's, the first says enough.
            if taken.iter().any(|other: &Rect| other.grown(2.0).touches(place)) {
                continue;
            }
            taken.push(place);
            board.fill(place.grown(1.0), 2.0, Ink::Panel);
            board.write_in(&rate, place, Hold::LEFT, letters, Ink::Text);
        }
    }

    fn strong(&self) -> Letters {
        self.easel.small(Weight::Semibold)
    }

    fn x(&self, staff: u64) -> f32 {
        self.frame.left() + self.values.across(staff) * self.frame.width()
    }

    fn y(&self, rate: f64) -> f32 {
        self.frame.bottom() - self.values.up(rate) * self.frame.height()
    }

    fn at(&self, mark: &FrontierMark) -> Point {
        Point::new(self.x(mark.staff), self.y(mark.rate))
    }

    fn mark(&self, board: &mut Board<'_>, mark: &FrontierMark, look: &Look<'_>) {
        let subject = subject(mark);
        board.pen(subject);
        let at = self.at(mark);
        let is_chosen = look.selects(subject);
        let (radius, fill, edge) = match (is_chosen, mark.dominated) {
            (true, _) => (8.0, Ink::Accent, Ink::Accent),
            (false, true) => (3.0, Ink::Panel, Ink::Faint),
            (false, false) => (5.0, Ink::Panel, Ink::Accent),
        };
        let width = if mark.dominated && !is_chosen { 1.2 } else { 2.0 };
        let (radius, width) = (self.easel.length(radius), self.easel.length(width));
        board.dot(at, radius, fill, Some(Stroke::solid(width, edge)));
        if look.points_at(subject) && !is_chosen {
            let halo = Stroke::solid(1.5, Ink::Accent);
            board.list.circle(at, radius + 3.5, None, Some(halo));
        }
    }

    /// Marks what there is today; answers where its name stands.
    fn today(&self, board: &mut Board<'_>, mark: &FrontierMark) -> Rect {
        let at = self.at(mark);
        // A diamond: told from the points by more than its colour.
        let side = self.easel.length(6.0);
        let corners = [(0.0, -side), (side, 0.0), (0.0, side), (-side, 0.0)];
        let corners = corners.map(|(x, y)| at + Point::new(x, y));
        board.list.polygon(corners, Some(Ink::BadText), None);
        let (rect, text) = self.today_place(mark);
        // The steps lead on from the point to the right.
        board.fill(rect.grown(1.0), 3.0, Ink::Panel);
        board.write_in(&text, rect, Hold::LEFT, self.strong(), Ink::BadText);
        rect
    }

    /// Where the name of what there is today stands.
    fn today_place(&self, mark: &FrontierMark) -> (Rect, String) {
        let text = self.words.today(mark);
        let room = self.easel.room(&text, self.strong());
        (self.beside(self.at(mark), room, self.easel.length(11.0)), text)
    }

    /// A place for a text above a point, to the right, or to the left where the frame ends; below it
    /// where that is no room above. Beside the point it would lie on the line of the steps.
    fn beside(&self, at: Point, size: Size, gap: f32) -> Rect {
        let is_right = at.x + gap + size.width <= self.frame.right();
        let is_above = at.y - gap * 0.5 - size.height >= self.area.top();
        let (hold, y) = match (is_right, is_above) {
            (true, true) => (Hold::LEFT_BOTTOM, -gap * 0.5),
            (true, false) => (Hold::LEFT_TOP, gap * 0.5),
            (false, true) => (Hold::RIGHT_BOTTOM, -gap * 0.5),
            (false, false) => (Hold::RIGHT_TOP, gap * 0.5),
        };
        let x = if is_right { gap } else { -gap };
        hold.place(at + Point::new(x, y), size)
    }

    /// Writes a point's numbers where they cover the least: below right, above left, and so on.
    fn label(&self, board: &mut Board<'_>, mark: &FrontierMark, taken: &[Rect]) {
        let text = self.words.mark(mark);
        let letters = self.easel.body(Weight::Semibold);
        let room = self.easel.room(&text, letters);
        let at = self.at(mark);
        let places = [
            (Hold::LEFT_TOP, Point::new(12.0, 7.0)),
            (Hold::RIGHT_BOTTOM, Point::new(-10.0, -7.0)),
            (Hold::LEFT_BOTTOM, Point::new(12.0, -7.0)),
            (Hold::RIGHT_TOP, Point::new(-12.0, 7.0)),
        ];
        let frame = self.frame;
        let bounds = Rect::new(
            frame.left() - 2.0,
            frame.top() - 6.0,
            frame.right() + 2.0,
            frame.bottom() + 6.0,
        );
        let places = places.map(|(hold, shift)| hold.place(at + shift, room));
        let is_free = |place: &&Rect| {
            bounds.encloses(**place) && taken.iter().all(|other| !other.grown(3.0).touches(**place))
        };
        let place = places.iter().find(is_free).copied().unwrap_or(places[0]);
        board.fill(place.grown(2.0), 3.0, Ink::Panel);
        board.write_in(&text, place, Hold::LEFT, letters, Ink::Text);
    }

    /// Where the target's name stands: at the right end, above its line.
    fn target_place(&self) -> Option<(Rect, String)> {
        let target = self.values.target?;
        let text = self.words.target(target);
        let size = self.easel.room(&text, self.strong());
        let y = self.y(target);
        let free =
            |hold: Hold, shift: f32| hold.place(Point::new(self.frame.right(), y + shift), size);
        let above = free(Hold::RIGHT_BOTTOM, -3.0);
        let place =
            if above.top() < self.frame.top() - ABOVE { free(Hold::RIGHT_TOP, 3.0) } else { above };
        Some((place, text))
    }

    fn axes(&self, board: &mut Board<'_>) {
        let frame = self.frame;
        let letters = self.easel.small(Weight::Regular);
        let line = Stroke::solid(1.0, Ink::Hairline);
        for rate in &self.values.rates {
            let y = self.y(*rate);
            board.level(y, frame, line);
            let at = Point::new(frame.left() - self.easel.length(8.0), y);
            board.write(&self.words.rate_mark(*rate), at, Hold::RIGHT, letters, Ink::Muted);
        }
        if self.values.is_broken() {
            // Two strokes across the axis: what lies between zero and here is left out.
            board.upright(frame.left(), frame, line);
            let pen = Stroke::solid(1.5, Ink::Muted);
            for up in [5.0, 9.0] {
                let at = Point::new(frame.left(), frame.bottom() - up);
                board.line(at + Point::new(-4.0, 2.0), at + Point::new(4.0, -2.0), pen);
            }
        }
        let y = frame.bottom() + self.easel.length(6.0);
        let at = Point::new(frame.left() - self.easel.length(8.0), y + 2.0);
        board.write(&self.words.rate_unit(), at, Hold::RIGHT_TOP, letters, Ink::Muted);
        // As many numbers as have room beside each other.
        let (first, last) = self.values.people;
        let step = frame.width() / ((last - first) as f32 + 1.0);
        let most = self.easel.width(&last.to_string(), letters) + self.easel.length(6.0);
        let mut free_from = f32::NEG_INFINITY;
        for staff in self.values.numbers() {
            if step < most && self.x(staff) - most / 2.0 < free_from {
                continue;
            }
            free_from = self.x(staff) + most / 2.0;
            let at = Point::new(self.x(staff), y);
            board.write(&staff.to_string(), at, Hold::TOP, letters, Ink::Muted);
        }
        let at = Point::new(frame.centre().x, self.area.bottom() - 2.0);
        board.write(self.words.people(), at, Hold::BOTTOM, letters, Ink::Muted);
        if let Some(target) = self.values.target {
            let y = self.y(target);
            let ends = [frame.left(), frame.right()].map(|x| Point::new(x, y));
            board.path(ends, Stroke::dashed(1.3, Ink::Accent, 6.0, 4.0));
        }
    }

    /// The steps from point to point: so much is reached until somebody more comes.
    fn steps(&self, board: &mut Board<'_>) {
        let pen = Stroke::solid(1.5, Ink::Faint);
        for pair in self.values.marks.windows(2) {
            let [from, to] = pair else { continue };
            let (from, to) = (self.at(from), self.at(to));
            let corner = Point::new(to.x, from.y);
            board.line(from, corner, pen);
            board.line(corner, to, pen);
        }
    }
}
