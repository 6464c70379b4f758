//! A plan in time: a staircase of what it brings, and below it a bar for each action, on one axis of days.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect, Size};
use crate::drawing::text::{Letters, Weight};

use super::board::{Board, Hold};
use super::easel::Easel;
use super::plan::{Plan, PlanBar, PlanRow, PlanSaid, PlanStair, PlanStanding};
use super::rows::{Look, Part};
use super::wheel::wheel;

/// Heights before they grow with the chart: of the staircase at least, of a line of boxes, of the line of dates, of
/// the head of a stage, of an action, of its bar.
const STAIRS: f32 = 74.0;
const BOX: f32 = 21.0;
const DATES: f32 = 20.0;
const HEAD: f32 = 20.0;
const ROW: f32 = 25.0;
const BAR: f32 = 17.0;
/// The part of the width for names, and its bounds before it grows.
const NAMES: f32 = 0.27;
const LEAST_NAMES: f32 = 92.0;
const MOST_NAMES: f32 = 190.0;
/// The part of the width that names take where they need it, and how many of them are measured.
const MOST_FOR_NAMES: f32 = 0.36;
const MEASURED: usize = 64;
/// Right of the last day, and the part of the width that it takes at most.
const RIGHT: f32 = 18.0;
const MOST_BEHIND: f32 = 0.3;
/// The part of the height that the staircase takes at most.
const MOST_STAIRS: f32 = 0.36;
/// The least width of a bar that is no milestone, and of the handle at its end.
const LEAST_BAR: f32 = 6.0;
const HANDLE: f32 = 8.0;
/// The radius of the wheel before a name.
const WHEEL: f32 = 5.0;

impl Plan {
    /// The least height of the picture.
    #[must_use]
    pub fn least_height(&self, easel: &Easel<'_>) -> f32 {
        let rows = self.rows.iter().map(|row| row_height(row, easel)).sum::<f32>();
        self.head_height(easel, easel.length(STAIRS)) + rows + easel.length(6.0)
    }

    fn head_height(&self, easel: &Easel<'_>, stairs: f32) -> f32 {
        let above = if self.stairs.is_empty() { 0.0 } else { stairs + 2.0 * easel.length(BOX) };
        above + easel.length(DATES)
    }

    /// The room that the names of the actions need, whichever of them is chosen.
    fn names_width(&self, easel: &Easel<'_>) -> f32 {
        let letters = easel.body(Weight::Semibold);
        let names = self.rows.iter().filter_map(|row| match row {
            PlanRow::Action(bar) => Some(easel.width(&bar.name, letters)),
            PlanRow::Stage(_) => None,
        });
        let widest = names.take(MEASURED).fold(0.0, f32::max);
        widest + easel.length(2.0 * WHEEL + 20.0) + 1.0
    }

    /// The room right of the last day: what is said of the last bars stands there, where they have no room for it.
    fn behind(&self, easel: &Easel<'_>, width: f32) -> f32 {
        let letters = easel.small(Weight::Regular);
        let rows = self.rows.iter().filter_map(|row| match row {
            PlanRow::Action(bar) if bar.slack <= 0.0 && self.end > 0.0 => Some(bar),
            _ => None,
        });
        let wanted = rows.map(|bar| {
            let long = on_screen((bar.to - bar.from) / self.end);
            let left = on_screen(1.0 - bar.to / self.end);
            let said = easel.width(&bar.said, letters) + easel.length(22.0);
            if long * width * (1.0 - MOST_BEHIND) > said { 0.0 } else { said - left * width }
        });
        let least = easel.length(RIGHT);
        wanted.fold(least, f32::max).min((width * MOST_BEHIND).max(least))
    }

    /// Lays the picture out in a rectangle: what is left beyond the least height goes to the staircase.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, area: Rect) -> PlanPlot<'a> {
        let names = (area.width() * NAMES)
            .clamp(easel.length(LEAST_NAMES), easel.length(MOST_NAMES))
            .max(self.names_width(easel).min(area.width() * MOST_FOR_NAMES))
            .min(area.width() / 2.0);
        let most = (area.height() * MOST_STAIRS - easel.length(STAIRS)).max(0.0);
        let spare = (area.height() - self.least_height(easel)).clamp(0.0, most);
        let stairs = easel.length(STAIRS) + spare;
        let head = self.head_height(easel, stairs);
        let left = area.left() + names;
        let behind = self.behind(easel, area.right() - left);
        let days = Rect::new(left, area.top(), area.right() - behind, area.bottom());
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut top = area.top() + head;
        for row in &self.rows {
            let bottom = top + row_height(row, easel);
            rows.push(Rect::new(area.left(), top, area.right(), bottom));
            top = bottom;
        }
        PlanPlot { values: self, easel, area, days, stairs, rows }
    }
}

fn row_height(row: &PlanRow, easel: &Easel<'_>) -> f32 {
    easel.length(match row {
        PlanRow::Stage(_) => HEAD,
        PlanRow::Action(_) => ROW,
    })
}

/// The subject of a row.
fn subject(row: usize) -> Subject {
    Subject::Part(u32::try_from(row).unwrap_or(u32::MAX))
}

/// The picture on its place.
pub struct PlanPlot<'a> {
    values: &'a Plan,
    easel: &'a Easel<'a>,
    area: Rect,
    /// Between the first and the last day.
    days: Rect,
    stairs: f32,
    rows: Vec<Rect>,
}

impl PlanPlot<'_> {
    /// Where a day lies.
    #[must_use]
    pub fn x(&self, day: f64) -> f32 {
        let share = if self.values.end > 0.0 { day / self.values.end } else { 0.0 };
        self.days.left() + on_screen(share) * self.days.width()
    }

    /// The day at a place, which may lie before or behind the axis.
    #[must_use]
    pub fn day(&self, x: f32) -> f64 {
        f64::from((x - self.days.left()) / self.days.width().max(1.0)) * self.values.end
    }

    /// The row of an action with its name, the bar of it, and the handle at the end of the bar; `None` for a stage.
    #[must_use]
    pub fn parts(&self, row: usize) -> Option<[Part; 3]> {
        let PlanRow::Action(bar) = self.values.rows.get(row)? else { return None };
        let place = *self.rows.get(row)?;
        let whole = self.bar(bar, place);
        let name = Rect::new(place.left(), place.top(), self.days.left(), place.bottom());
        let handle = self.easel.length(HANDLE);
        let end = Rect::new(
            (whole.right() - handle).max(whole.centre().x),
            whole.top(),
            whole.right() + handle / 2.0,
            whole.bottom(),
        );
        let subject = subject(row);
        Some([name, whole, end].map(|rect| Part { subject, rect }))
    }

    /// Where the bar of an action lies.
    fn bar(&self, bar: &PlanBar, row: Rect) -> Rect {
        let half = self.easel.length(BAR) / 2.0;
        let y = row.centre().y;
        let (from, to) = (self.x(bar.from), self.x(bar.to));
        if bar.to <= bar.from {
            return Rect::new(from - half, y - half, from + half, y + half);
        }
        Rect::new(from, y - half, to.max(from + self.easel.length(LEAST_BAR)), y + half)
    }

    /// Draws the picture.
    pub fn draw(&self, list: &mut DisplayList, look: &Look<'_>) {
        let mut board = Board { list, easel: self.easel };
        board.pen(Subject::Chart);
        self.grounds(&mut board, look);
        self.dates(&mut board);
        if !self.values.stairs.is_empty() {
            self.staircase(&mut board);
            let line = self.easel.length(BOX);
            let top = self.area.top() + self.stairs;
            let names = &self.values.names;
            self.boxes(&mut board, top, &names.time, |stair| &stair.time);
            self.boxes(&mut board, top + line, &names.cost, |stair| &stair.cost);
        }
        self.arrows(&mut board);
        for (at, row) in self.values.rows.iter().enumerate() {
            let Some(place) = self.rows.get(at) else { continue };
            board.pen(subject(at));
            match row {
                PlanRow::Stage(name) => {
                    let letters = self.easel.small(Weight::Semibold);
                    let foot = Point::new(place.left(), place.bottom() - self.easel.length(3.0));
                    let room = self.days.left() - place.left() - self.easel.length(6.0);
                    board.cut(name, foot, Hold::LEFT_BOTTOM, letters, Ink::Muted, room);
                }
                PlanRow::Action(bar) => self.action(&mut board, bar, *place, look, at),
            }
        }
        board.pen(Subject::Chart);
        self.today(&mut board);
    }

    /// What lies behind the rows that are selected or pointed at.
    fn grounds(&self, board: &mut Board<'_>, look: &Look<'_>) {
        for (at, place) in self.rows.iter().enumerate() {
            let subject = subject(at);
            if look.selects(subject) {
                board.fill(place.grown(-1.0), 4.0, Ink::AccentWash);
            } else if look.points_at(subject) {
                board.fill(place.grown(-1.0), 4.0, Ink::Track);
            }
        }
    }

    fn below_boxes(&self) -> f32 {
        let boxes = if self.values.stairs.is_empty() { 0.0 } else { 2.0 * self.easel.length(BOX) };
        let stairs = if self.values.stairs.is_empty() { 0.0 } else { self.stairs };
        self.area.top() + stairs + boxes
    }

    /// The line of dates, with lines down from those on which something ends.
    fn dates(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let top = self.below_boxes();
        let y = top + easel.length(DATES) / 2.0;
        let bottom = self.rows.last().map_or(self.area.bottom(), |row| row.bottom());
        let rows =
            Rect::new(self.days.left(), top + easel.length(DATES), self.days.right(), bottom);
        let mut taken: Vec<Rect> = Vec::new();
        if let Some((day, said)) = &self.values.today {
            let room = easel.width(said, easel.small(Weight::Semibold)) + easel.length(14.0);
            let size = Size::new(room, easel.length(DATES));
            let within = self.area.right() - room / 2.0;
            let middle = self.x(*day).clamp(self.area.left() + room / 2.0, within);
            taken.push(Rect::centred(Point::new(middle, y), size));
        }
        let write =
            |board: &mut Board<'_>, day: f64, said: &str, strong: bool, taken: &mut Vec<Rect>| {
                let letters = easel.small(if strong { Weight::Semibold } else { Weight::Regular });
                let room = easel.room(said, letters);
                let half = room.width / 2.0;
                let x = self.x(day).clamp(self.days.left() - half, self.area.right() - half);
                let place = Rect::centred(Point::new(x, y), room);
                let gap = easel.length(7.0);
                let place = match taken.iter().rfind(|other| other.touches(place.grown(gap))) {
                    // The end of an action is told beside the one before it.
                    Some(other) if strong && other.left() <= place.left() => {
                        let moved = other.right() + gap + 1.0 - place.left();
                        place
                            .shifted(Point::new(if moved <= half + gap { moved } else { 0.0 }, 0.0))
                    }
                    _ => place,
                };
                let wide = place.grown(gap);
                if taken.iter().all(|other| !other.touches(wide)) {
                    let ink = if strong { Ink::Text } else { Ink::Muted };
                    board.write_in(said, place, Hold::MIDDLE, letters, ink);
                    taken.push(place);
                }
            };
        for stair in self.values.stairs.iter().skip(1) {
            let line = Stroke::dashed(1.0, Ink::Sheer(Hue::Good, 70), 2.0, 3.0);
            board.upright(self.x(stair.at), rows, line);
            write(board, stair.at, &stair.date, true, &mut taken);
        }
        for (day, said) in &self.values.marks {
            board.upright(self.x(*day), rows, Stroke::solid(1.0, Ink::Hairline));
            write(board, *day, said, false, &mut taken);
        }
    }

    /// How many can be served after each end.
    fn staircase(&self, board: &mut Board<'_>) {
        let easel = self.easel;
        let plot = Rect::new(
            self.days.left(),
            self.area.top() + easel.length(2.0),
            self.days.right(),
            self.area.top() + self.stairs - easel.length(6.0),
        );
        let rates = self.values.stairs.iter().filter_map(|stair| stair.capacity.as_ref());
        let rates = rates.map(|(rate, _)| *rate).chain(self.values.demand.iter().map(|it| it.0));
        let top = rates.filter(|rate| rate.is_finite()).fold(0.0, f64::max) * 1.3;
        let (name, help) = &self.values.names.capacity;
        let left = self.area.left();
        let room = self.days.left() - left - easel.length(8.0);
        let body = easel.body(Weight::Semibold);
        let small = easel.small(Weight::Regular);
        let line = easel.room("", body).height;
        let at = Point::new(left, plot.top() + easel.length(4.0));
        board.cut(name, at, Hold::LEFT_TOP, body, Ink::Text, room);
        let lines = crate::drawing::text::lines_of(help, room, 2, easel.measure(), small);
        for (row, said) in lines.iter().enumerate() {
            let below = Point::new(left, at.y + line + row as f32 * easel.room("", small).height);
            board.write(said, below, Hold::LEFT_TOP, small, Ink::Muted);
        }
        if top <= 0.0 {
            return;
        }
        let share = |rate: f64| on_screen((rate / top).clamp(0.0, 1.0));
        let y = |rate: f64| plot.bottom() - share(rate) * plot.height();
        let ends = self.values.stairs.iter().skip(1).map(|stair| self.x(stair.at));
        let ends = ends.chain([plot.right()]);
        let mut line: Vec<Point> = Vec::new();
        for (stair, end) in self.values.stairs.iter().zip(ends) {
            let Some((rate, _)) = &stair.capacity else { continue };
            line.extend([Point::new(self.x(stair.at), y(*rate)), Point::new(end, y(*rate))]);
        }
        let foot: Vec<Point> = line.iter().map(|at| Point::new(at.x, plot.bottom())).collect();
        board.list.area(&line, &foot, Ink::GoodWash);
        if let Some((rate, said)) = &self.values.demand {
            let at = y(*rate);
            let dash = easel.length(4.0);
            board.level(
                at,
                plot,
                Stroke::dashed(easel.length(1.5), Ink::Text, dash, easel.length(3.0)),
            );
            let at = Point::new(plot.left() + easel.length(6.0), at + easel.length(2.0));
            board.write(said, at, Hold::LEFT_TOP, small, Ink::Muted);
        }
        board.path(line.iter().copied(), Stroke::solid(easel.length(2.5), Ink::Good));
        let letters = easel.body(Weight::Semibold);
        let mut taken: Vec<Rect> = Vec::new();
        let mut last = None;
        for stair in &self.values.stairs {
            let Some((rate, said)) = &stair.capacity else { continue };
            if last.replace(*rate) == Some(*rate) {
                continue;
            }
            let (x, y) = (self.x(stair.at), y(*rate) - easel.length(1.0));
            let size = easel.room(said, letters);
            let gap = easel.length(5.0);
            // Left of the riser, where the lower step is; the first stands on its own step.
            let places = [
                Hold::RIGHT_BOTTOM.place(Point::new(x - gap, y + size.height * 0.6), size),
                Hold::LEFT_BOTTOM.place(Point::new(x + gap, y), size),
            ];
            let is_free = |place: &Rect| {
                place.left() >= plot.left() + 1.0
                    && place.right() <= self.area.right()
                    && taken.iter().all(|other| !other.touches(*place))
            };
            let order = if taken.is_empty() { [1, 0] } else { [0, 1] };
            let place = order.iter().filter_map(|at| places.get(*at).copied()).find(is_free);
            if let Some(place) = place {
                board.write_in(said, place, Hold::LEFT, letters, Ink::GoodText);
                taken.push(place);
            }
        }
    }

    /// A line of boxes, one from each end to the next.
    fn boxes(
        &self,
        board: &mut Board<'_>,
        top: f32,
        name: &str,
        said: impl Fn(&PlanStair) -> &PlanSaid,
    ) {
        let easel = self.easel;
        let letters = easel.small(Weight::Semibold);
        let bottom = top + easel.length(BOX) - easel.length(3.0);
        let middle = f32::midpoint(top, bottom);
        let at = Point::new(self.area.left(), middle);
        let room = self.days.left() - at.x - easel.length(8.0);
        board.cut(name, at, Hold::LEFT, easel.small(Weight::Regular), Ink::Text, room);
        // What says the same as the box before is part of it.
        let mut first: Vec<&PlanStair> = Vec::new();
        for stair in &self.values.stairs {
            if first.last().is_none_or(|last| said(last).said != said(stair).said) {
                first.push(stair);
            }
        }
        let ends = first.iter().skip(1).map(|stair| self.x(stair.at));
        let ends = ends.chain([self.days.right()]).collect::<Vec<f32>>();
        for (stair, end) in first.into_iter().zip(ends) {
            let place = Rect::new(self.x(stair.at) + 0.5, top, end - 0.5, bottom);
            if place.width() < 1.0 {
                continue;
            }
            let of = said(stair);
            let (ground, ink) = match of.better {
                None => (Ink::Track, Ink::Text),
                Some(true) => (Ink::GoodWash, Ink::GoodText),
                Some(false) => (Ink::WarnWash, Ink::WarnText),
            };
            board.fill(place, 2.0, ground);
            // The shortest box says it in smaller letters before it says nothing.
            let tries = [(&of.said, 1.0), (&of.short, 1.0), (&of.short, 0.85), (&of.short, 0.7)];
            let sized = |size: f32| Letters { size: letters.size * size, ..letters };
            let fits = |(said, size): &(&String, f32)| {
                easel.width(said, sized(*size)) <= place.width() - 1.0
            };
            if let Some((said, size)) = tries.into_iter().find(fits) {
                board.write(said, place.centre(), Hold::MIDDLE, sized(size), ink);
            }
        }
    }

    /// From each end to what waits for it.
    fn arrows(&self, board: &mut Board<'_>) {
        let stroke = Stroke::solid(1.0, Ink::Faint);
        for (at, row) in self.values.rows.iter().enumerate() {
            let (PlanRow::Action(bar), Some(place)) = (row, self.rows.get(at)) else { continue };
            let own = self.bar(bar, *place);
            for before in &bar.after {
                let Some(PlanRow::Action(first)) = self.values.rows.get(*before) else { continue };
                let Some(row) = self.rows.get(*before) else { continue };
                let first = self.bar(first, *row);
                let turn = first.right() + self.easel.length(5.0);
                let from = Point::new(first.right(), first.centre().y);
                let down = own.centre().y > from.y;
                let edge = if down { own.top() } else { own.bottom() };
                let corner = Point::new(turn, from.y);
                let tip = if own.left() > turn {
                    let tip = Point::new(own.left(), own.centre().y);
                    board.path([from, corner, Point::new(turn, tip.y), tip], stroke);
                    Head::right(tip)
                } else {
                    let tip = Point::new(turn, edge);
                    board.path([from, corner, tip], stroke);
                    Head::upright(tip, down)
                };
                board.list.polygon(tip.0, Some(Ink::Faint), None);
            }
        }
    }

    fn action(
        &self,
        board: &mut Board<'_>,
        bar: &PlanBar,
        row: Rect,
        look: &Look<'_>,
        at_row: usize,
    ) {
        let easel = self.easel;
        let is_chosen = look.selects(subject(at_row));
        let weight = if is_chosen { Weight::Semibold } else { Weight::Regular };
        let letters = easel.body(weight);
        let radius = easel.length(WHEEL);
        let middle = Point::new(row.left() + radius + easel.length(5.0), row.centre().y);
        wheel(board, middle, radius, bar.quarters);
        let left = Point::new(middle.x + radius + easel.length(7.0), row.centre().y);
        let room = self.days.left() - left.x - easel.length(8.0);
        board.cut(&bar.name, left, Hold::LEFT, letters, Ink::Text, room);
        let place = self.bar(bar, row);
        let (fill, ink) = match bar.standing {
            PlanStanding::Critical => (Ink::Accent, Ink::OnAccent),
            PlanStanding::Slack => (Ink::Thin(Hue::Accent, 45), Ink::On(Hue::Accent, 45)),
            PlanStanding::Late => (Ink::Bad, Ink::OnBad),
            PlanStanding::Done => (Ink::Thin(Hue::Good, 35), Ink::On(Hue::Good, 35)),
        };
        let small = easel.small(Weight::Semibold);
        let mut free = place.right() + easel.length(6.0);
        let slack =
            Rect::new(place.right(), place.top(), self.x(bar.to + bar.slack), place.bottom());
        if bar.slack > 0.0 && slack.width() > 2.0 {
            board.hatch(slack, easel.length(7.0), Stroke::solid(1.0, Ink::Hairline));
            board.around(slack.grown(-1.0), 2.0, Stroke::solid(1.0, Ink::Hairline));
            let letters = easel.small(Weight::Regular);
            let size = easel.room(&bar.slack_said, letters);
            if size.width + easel.length(8.0) <= slack.width() {
                let ground = Rect::centred(slack.centre(), size).grown(1.0);
                board.fill(ground, 2.0, if is_chosen { Ink::AccentWash } else { Ink::Panel });
                board.write(&bar.slack_said, slack.centre(), Hold::MIDDLE, letters, Ink::Muted);
            }
            free = slack.right().max(place.right()) + easel.length(6.0);
        }
        if bar.to <= bar.from {
            let Rect { min, max } = place;
            let middle = place.centre();
            let corners = [
                Point::new(middle.x, min.y),
                Point::new(max.x, middle.y),
                Point::new(middle.x, max.y),
                Point::new(min.x, middle.y),
            ];
            board.list.polygon(corners, Some(fill), Some(Stroke::solid(1.5, Ink::Panel)));
        } else {
            board.fill(place, easel.length(3.0), fill);
        }
        let inside = easel.width(&bar.said, small) + easel.length(12.0);
        if bar.to > bar.from && inside <= place.width() {
            let at = Point::new(place.left() + easel.length(6.0), place.centre().y);
            board.write(&bar.said, at, Hold::LEFT, small, ink);
            return;
        }
        let letters = easel.small(Weight::Regular);
        let size = easel.room(&bar.said, letters);
        let y = place.centre().y;
        let (at, hold) = if free + size.width <= self.area.right() {
            (Point::new(free, y), Hold::LEFT)
        } else if bar.after.is_empty()
            && place.left() - size.width - easel.length(6.0) >= self.days.left()
        {
            (Point::new(place.left() - easel.length(6.0), y), Hold::RIGHT)
        } else {
            return;
        };
        // Lines of days and of what waits pass behind it.
        let ground = if is_chosen {
            Ink::AccentWash
        } else if look.points_at(subject(at_row)) {
            Ink::Track
        } else {
            Ink::Panel
        };
        board.fill(hold.place(at, size).grown(1.0), 2.0, ground);
        board.write(&bar.said, at, hold, letters, Ink::Muted);
    }

    /// A line where it is today.
    fn today(&self, board: &mut Board<'_>) {
        let Some((day, said)) = &self.values.today else { return };
        let easel = self.easel;
        let letters = easel.small(Weight::Semibold);
        let top = self.below_boxes();
        let bottom = self.rows.last().map_or(self.area.bottom(), |row| row.bottom());
        let x = self.x(*day);
        board.upright(x, Rect::new(x, top, x, bottom), Stroke::solid(easel.length(1.5), Ink::Text));
        let room = easel.room(said, letters);
        let size = Size::new(room.width + easel.length(12.0), room.height + easel.length(2.0));
        let half = size.width / 2.0;
        let middle = x.clamp(self.area.left() + half, self.area.right() - half);
        let place = Rect::centred(Point::new(middle, top + easel.length(DATES) / 2.0), size);
        board.fill(place, size.height / 2.0, Ink::Text);
        board.write(said, place.centre(), Hold::MIDDLE, letters, Ink::Panel);
    }
}

/// The share of a length on a screen: no finer than a point is.
// A share is cut to what a screen can show.
#[allow(clippy::cast_possible_truncation)]
const fn on_screen(share: f64) -> f32 {
    share as f32
}

/// The head of an arrow.
struct Head([Point; 3]);

impl Head {
    const LONG: f32 = 5.0;
    const WIDE: f32 = 3.0;

    fn right(tip: Point) -> Self {
        let back = tip.x - Self::LONG;
        Self([tip, Point::new(back, tip.y - Self::WIDE), Point::new(back, tip.y + Self::WIDE)])
    }

    fn upright(tip: Point, down: bool) -> Self {
        let back = if down { tip.y - Self::LONG } else { tip.y + Self::LONG };
        Self([tip, Point::new(tip.x - Self::WIDE, back), Point::new(tip.x + Self::WIDE, back)])
    }
}
