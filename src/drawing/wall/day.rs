//! A day that is played before a class: the time and the day's course at the foot, a line below each card where
//! customers wait.

use super::super::card::Card;
use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::{Hue, Ink};
use super::super::played::{LinePlayed, StepPlayed};
use super::super::played_marks::{self, PIP_PITCH, draw_pip};
use super::super::scene::Scene;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight};
use super::layout::{LETTERS, LINE_GAP, LINE_HEIGHT};
use super::pen::{Style, cut, write};

/// How high the foot with the time and the day's course is, in units.
pub const DAY_STRIP: f32 = 6.5;
/// The row of the time, in units.
const HEAD: f32 = 2.5;
/// The row of the hours, in units.
const HOURS: f32 = 1.3;
/// What is free above the course, in units: a name stands there.
const ABOVE: f32 = 0.2;
/// A line of more customers is too long.
const LONG: u32 = 5;
/// So many dots stand for a line at most.
const DOTS: u32 = 8;
/// Radius of a dot, and from one to the next, in sheet units.
const DOT: f32 = 4.5;
const DOT_PITCH: f32 = 10.5;
/// What is free left and right within a line, in sheet units.
const PAD: f32 = 7.0;
/// Radius of one of a role, in sheet units.
const PIP: f32 = 5.0;
/// How much larger than at 100 % a customer on the way is.
const CUSTOMER: f32 = 1.3;

/// A point of the day's course: how much of the day lies before it, and how many are inside, as a part of the height.
pub type CoursePoint = [f32; 2];

/// The time that is shown of a day that is played, and the day's course. Parts of the day are from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayStrip {
    /// The time of day.
    pub clock: String,
    /// How many wait, in words; why there is no day where there is none.
    pub said: String,
    /// Whether a line is too long.
    pub is_long: bool,
    /// What the day's story says of this moment; may be blank.
    pub story: String,
    /// Which day it is, and that it stands still.
    pub day: String,
    /// Whether it stands still.
    pub is_still: bool,
    /// The full hours: how much of the day lies before each, its number from midnight, and how it is written.
    pub hours: Vec<(f32, u32, String)>,
    /// How many are inside over the day.
    pub course: Vec<CoursePoint>,
    /// The same before something was changed; empty where nothing was.
    pub before: Vec<CoursePoint>,
    /// How much of the day is over.
    pub now: f32,
    /// The moments of the day's story.
    pub moments: Vec<CoursePoint>,
    /// When the doors close, and that in words.
    pub closes: Option<(f32, String)>,
    /// A number of customers for the axis: how high it lies, and that number.
    pub mark: Option<(f32, String)>,
    /// What the course counts.
    pub counts: String,
}

impl DayStrip {
    /// Draws it into a rectangle of the wall; answers where the day's course lies, along which a time can be chosen.
    pub fn draw(
        &self,
        area: Rect,
        u: f32,
        text: &dyn MeasureText,
        tells: bool,
        list: &mut DisplayList,
    ) -> Rect {
        list.clip_to(area);
        list.pen(Layer::Headers, Subject::Wall(70), 0);
        list.rect(area, 0.0, Some(Ink::Panel), None);
        let edge = [area.min, Point::new(area.right(), area.top())];
        list.line(edge, Stroke::solid((u / 24.0).max(1.0), Ink::Hairline));
        let inner = Rect::new(area.left() + u, area.top(), area.right() - u, area.bottom());
        self.head(
            Rect { max: Point::new(inner.right(), inner.top() + HEAD * u), ..inner },
            u,
            text,
            tells,
            list,
        );
        let axis = self.mark.as_ref().map_or(0.0, |(_, mark)| text.width(mark, u, Weight::Regular));
        let plot = Rect::new(
            inner.left() + axis.max(u) + 0.4 * u,
            inner.top() + (HEAD + ABOVE) * u,
            inner.right(),
            inner.bottom() - HOURS * u,
        );
        if self.course.is_empty() {
            return plot;
        }
        self.ground(plot, u, text, list);
        let at = |[x, y]: CoursePoint| {
            Point::new(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())
        };
        let dashed = Stroke::dashed(0.07 * u, Ink::Muted, 0.25 * u, 0.2 * u);
        list.path(self.before.iter().map(|point| at(*point)), dashed);
        list.path(self.course.iter().map(|point| at(*point)), Stroke::solid(0.1 * u, Ink::Accent));
        for moment in &self.moments {
            let edge = Stroke::solid(0.08 * u, Ink::Accent);
            list.circle(at(*moment), 0.22 * u, Some(Ink::Panel), Some(edge));
        }
        let x = at([self.now, 0.0]).x;
        let ends = [Point::new(x, plot.top()), Point::new(x, plot.bottom())];
        list.line(ends, Stroke::solid(0.1 * u, Ink::Text));
        list.circle(ends[0], 0.3 * u, Some(Ink::Text), None);
        plot
    }

    /// The time, how many wait, what the story says, and which day it is.
    fn head(&self, row: Rect, u: f32, text: &dyn MeasureText, tells: bool, list: &mut DisplayList) {
        let y = row.centre().y;
        let clock = Style::of(2.0 * u, Weight::Semibold, Ink::Text, Anchor::Left);
        write(list, Point::new(row.left(), y), &self.clock, clock);
        // As wide as any time, so that nothing beside it moves.
        let wide = clock.width("00:00", text).max(clock.width(&self.clock, text));
        let quiet = Style::of(u, Weight::Regular, Ink::Muted, Anchor::Left);
        let day = cut(&self.day, 0.3 * row.width(), text, quiet);
        let right = row.right() - quiet.width(&day, text);
        write(list, Point::new(row.right(), y), &day, Style { anchor: Anchor::Right, ..quiet });
        let left = row.left() + wide + u;
        let ink = if self.is_long && tells { Ink::BadText } else { Ink::Text };
        let strong = Style::of(1.2 * u, Weight::Semibold, ink, Anchor::Left);
        let room = right - u - left;
        let said = cut(&self.said, room, text, strong);
        write(list, Point::new(left, y), &said, strong);
        let left = left + strong.width(&said, text) + u;
        let room = right - u - left;
        // Rather nothing than three letters of it.
        if tells && room > 8.0 * u {
            write(list, Point::new(left, y), &cut(&self.story, room, text, quiet), quiet);
        }
    }

    /// Hours, axis, and when the doors close.
    fn ground(&self, plot: Rect, u: f32, text: &dyn MeasureText, list: &mut DisplayList) {
        let hairline = Stroke::solid((u / 24.0).max(1.0), Ink::Hairline);
        let quiet = Style::of(u, Weight::Regular, Ink::Muted, Anchor::Centre);
        let level = |part: f32| plot.bottom() - part * plot.height();
        let across = |y: f32| [Point::new(plot.left(), y), Point::new(plot.right(), y)];
        list.line(across(plot.bottom()), hairline);
        let right = Style { anchor: Anchor::Right, ..quiet };
        let beside = plot.left() - 0.4 * u;
        if let Some((part, mark)) = &self.mark {
            list.line(across(level(*part)), hairline);
            let y = level(*part).min(plot.bottom() - u);
            write(list, Point::new(beside, y), mark, right);
        }
        let x = |part: f32| plot.left() + part * plot.width();
        let pitch = match self.hours.as_slice() {
            [first, second, ..] => x(second.0) - x(first.0),
            _ => plot.width(),
        };
        let widest = self.hours.iter().map(|(.., hour)| quiet.width(hour, text));
        let widest = widest.fold(0.0, f32::max);
        let every = [1, 2, 3, 4, 6, 12].into_iter();
        let every = every.clone().find(|step| *step as f32 * pitch >= widest + u).unwrap_or(24);
        let y = plot.bottom() + 0.5 * HOURS * u + 0.05 * u;
        let mut taken = f32::NEG_INFINITY;
        for (part, hour, said) in &self.hours {
            let half = quiet.width(said, text) / 2.0;
            let at = x(*part).clamp(plot.left() + half, (plot.right() - half).max(plot.left()));
            if hour.is_multiple_of(every) && at - half > taken {
                let tick = [
                    Point::new(x(*part), plot.bottom()),
                    Point::new(x(*part), plot.bottom() + 0.2 * u),
                ];
                list.line(tick, hairline);
                write(list, Point::new(at, y), said, quiet);
                taken = at + half + 0.5 * u;
            }
        }
        let name = Point::new(plot.left() + 0.3 * u, plot.top() + 0.55 * u);
        let left = Style { anchor: Anchor::Left, ..quiet };
        // Where the course runs low.
        let is_free = |from: f32, width: f32| {
            let (from, to) = (from - 0.4 * u, from + width + 0.4 * u);
            let course = self.course.iter().chain(&self.before);
            let mut above = course.filter(|[_, y]| level(*y) < plot.top() + 1.2 * u);
            !above.any(|[part, _]| (from..=to).contains(&x(*part)))
                && !(from..=to).contains(&x(self.now))
        };
        let width = left.width(&self.counts, text);
        if is_free(name.x, width) {
            write(list, name, &self.counts, left);
        }
        if let Some((part, said)) = &self.closes {
            let ends = [Point::new(x(*part), plot.top()), Point::new(x(*part), plot.bottom())];
            list.path(ends, Stroke::dashed(0.06 * u, Ink::Faint, 0.25 * u, 0.2 * u));
            let width = left.width(said, text);
            let behind = x(*part) + 0.3 * u;
            let before = x(*part) - 0.3 * u - width;
            let begins = if behind + width <= plot.right() { behind } else { before };
            if is_free(begins, width) && begins > name.x + width + u {
                write(list, Point::new(begins, name.y), said, left);
            }
        }
    }
}

/// Draws the lines below the cards, and whoever is on the way. While it is held back which step is the bottleneck no
/// line is red.
pub(super) fn draw_played(
    list: &mut DisplayList,
    scene: &Scene,
    played: &super::super::played::Played,
    tells: bool,
) {
    for (step, at) in &played.steps {
        if let (Some(line), Some(card)) = (&at.line, scene.geometry.card(*step)) {
            line_below(list, scene, card, (line, at), tells);
        }
    }
    played_marks::on_the_way(list, scene, played, CUSTOMER * scene.camera.zoom());
}

fn line_below(
    list: &mut DisplayList,
    scene: &Scene,
    card: &Card,
    (line, at): (&LinePlayed, &StepPlayed),
    tells: bool,
) {
    let zoom = scene.camera.zoom();
    let top = card.rect.bottom() + LINE_GAP;
    let rect = Rect::new(card.rect.left(), top, card.rect.right(), top + LINE_HEIGHT);
    let rect = scene.camera.rect_on_screen(rect);
    let is_long = tells && line.waiting > LONG;
    let (edge, ink) = match line.waiting {
        0 => (Stroke::solid(0.7 * zoom, Ink::Hairline), Ink::Muted),
        _ if is_long => (Stroke::solid(1.4 * zoom, Ink::Bad), Ink::BadText),
        _ => (Stroke::solid(0.9 * zoom, Ink::Faint), Ink::Text),
    };
    list.pen(Layer::Marks, Subject::Step(card.step), 300);
    list.rect(rect, 5.0 * zoom, Some(Ink::Panel), Some(edge));
    let size = LETTERS * zoom;
    let y = rect.centre().y;
    let number = Style::of(1.15 * size, Weight::Semibold, ink, Anchor::Left);
    let said = line.waiting.to_string();
    let left = rect.left() + PAD * zoom;
    write(list, Point::new(left, y), &said, number);
    let mut left = left + number.width(&said, scene.text) + 0.35 * size;
    let right = rect.right() - PAD * zoom;
    // How many it was before says more than what they do.
    let word = line.before.as_ref().map_or(&line.word, |(_, said)| said);
    let quiet = Style::of(size, Weight::Regular, Ink::Muted, Anchor::Left);
    let width = quiet.width(word, scene.text);
    let dots = line.waiting.min(DOTS) as f32 * DOT_PITCH * zoom;
    if width <= right - left {
        write(list, Point::new(left, y), word, quiet);
        left += width + 0.35 * size;
    } else if dots > right - left {
        return;
    }
    let hue = at.crews.first().map_or(Hue::Accent, |crew| Hue::Role(crew.colour));
    for dot in 0..line.waiting.min(DOTS) {
        let x = right - (DOT + dot as f32 * DOT_PITCH) * zoom;
        if x - DOT * zoom < left {
            break;
        }
        list.circle(Point::new(x, y), DOT * zoom, Some(hue.into()), None);
    }
}

/// Who works at a card, at the right end of its foot; nothing where there is no room for them.
pub(super) fn crew(
    list: &mut DisplayList,
    scene: &Scene,
    step: &StepPlayed,
    (right, y): (f32, f32),
    room: f32,
) {
    let zoom = scene.camera.zoom();
    let pitch = PIP_PITCH * PIP / 4.0 * zoom;
    let count: usize = step.crews.iter().map(|crew| crew.people.len()).sum();
    let size = LETTERS * zoom;
    if count == 0 || count as f32 * pitch > room {
        let style = Style::of(size, Weight::Regular, Ink::Muted, Anchor::Right);
        if style.width(&step.says, scene.text) <= room {
            write(list, Point::new(right, y), &step.says, style);
        }
        return;
    }
    let mut x = right - count as f32 * pitch + pitch / 2.0;
    for crew in &step.crews {
        for pip in &crew.people {
            draw_pip(list, Point::new(x, y), PIP * zoom, *pip, crew.colour);
            x += pitch;
        }
    }
}
