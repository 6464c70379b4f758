//! The timeline: how many are inside over the day, its story, and a playhead to drag.

use std::sync::Arc;

use egui::{Align2, Color32, Key, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2};
use egui::{WidgetInfo, accesskit::Role};

use crate::simulation::playback::{MINUTE, Marker, Reel};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};

use super::{PlayWish, Playing};

/// Room beside the plot for its numbers, and below it for the hours.
const LEFT: f32 = 30.0;
const RIGHT: f32 = 12.0;
const TOP: f32 = 18.0;
const BOTTOM: f32 = 15.0;
/// Two hours that are written are as far apart at least.
const APART: f32 = 46.0;
/// Radius of a marker of the story.
const MARKER: f32 = 7.5;

/// Where times and numbers lie.
struct Plot {
    area: Rect,
    from: u64,
    to: u64,
    most: f32,
}

impl Plot {
    fn x(&self, at: u64) -> f32 {
        let share = at.saturating_sub(self.from) as f32 / (self.to - self.from).max(1) as f32;
        self.area.left() + share.min(1.0) * self.area.width()
    }

    fn y(&self, count: u32) -> f32 {
        self.area.bottom() - (count as f32 / self.most).min(1.0) * self.area.height()
    }

    fn time(&self, x: f32) -> u64 {
        let share = ((x - self.area.left()) / self.area.width().max(1.0)).clamp(0.0, 1.0);
        // Within the day.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let on = (f64::from(share) * (self.to - self.from) as f64).round() as u64;
        self.from + on
    }

    /// The course of a day as a line, whose upper corners are those of its steps.
    fn line(&self, reel: &Reel) -> Vec<Pos2> {
        let start = Pos2::new(self.x(reel.begins()), self.y(0));
        let points = reel.course().inside();
        let points =
            points.map(|(at, inside)| Pos2::new(self.x(at.min(reel.ends())), self.y(inside)));
        let end =
            Pos2::new(self.x(reel.ends()), self.y(reel.last().inside.try_into().unwrap_or(0)));
        std::iter::once(start).chain(points).chain([end]).collect()
    }
}

/// Texts in the plot, none of which lies on another.
#[derive(Default)]
struct Written(Vec<Rect>);

impl Written {
    /// The first of some places, by their upper left corners, where a text of a size hides none that is there;
    /// `None` where it would hide one everywhere.
    fn place(&mut self, size: Vec2, places: &[Pos2]) -> Option<Pos2> {
        let free = |at: &&Pos2| {
            let rect = Rect::from_min_size(**at, size).expand2(Vec2::new(2.0, 0.0));
            self.0.iter().all(|other| !other.intersects(rect))
        };
        let at = *places.iter().find(free)?;
        self.0.push(Rect::from_min_size(at, size));
        Some(at)
    }
}

/// Shows the timeline in the room that is left.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let (Some(reel), Some(at), Some((from, to))) = (playing.reel(), playing.at(), playing.span())
    else {
        return;
    };
    let size = Vec2::new(ui.available_width(), ui.available_height().max(70.0));
    let (whole, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let before = playing.reel_before();
    let most = highest(reel).into_iter().chain(before.and_then(|before| highest(before))).max();
    let most = most.unwrap_or(0).max(4);
    let plot = Plot {
        area: Rect::from_min_max(
            whole.min + Vec2::new(LEFT, TOP),
            whole.max - Vec2::new(RIGHT, BOTTOM),
        ),
        from,
        to,
        most: most as f32 * 1.1,
    };
    let flag = flag(ui, view, playing, at, &plot, whole);
    let markers_at = marker_places(&plot, reel);
    let of_marker = |at: &Pos2| Rect::from_center_size(*at, Vec2::splat(2.0 * MARKER));
    let mut written = Written(markers_at.iter().map(of_marker).chain([flag.0]).collect());
    ground(ui, view, playing, &plot, most, &mut written);
    if let Some(before) = before {
        let line = plot.line(before);
        let stroke = Stroke::new(1.25, view.tokens.muted);
        ui.painter().extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
    }
    let line = plot.line(reel);
    let wash = view.tokens.accent.gamma_multiply(0.14);
    area(ui, &plot, &line, wash);
    ui.painter().add(Shape::line(line, Stroke::new(1.75, view.tokens.accent)));
    playhead(ui, view, playing, at, &plot, whole, flag);
    if let Some(before) = before {
        highest_before(ui, view, playing, (before, reel), &plot, &mut written);
    }
    // A moment of the story is seen though the playhead stands at it.
    markers(ui, view, reel, &plot);

    let inside = playing.stills().map_or(0, |(still, _)| still.inside);
    let time = playing.clock(at, view.words);
    let arguments = [("time", time.into()), ("inside", inside.into())];
    let said = view.words.with("playing-timeline", &arguments);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, said.as_str()));
    if response.has_focus() {
        let edge = Stroke::new(1.5, view.tokens.accent);
        ui.painter().rect_stroke(whole, 4.0, edge, egui::StrokeKind::Inside);
        // The arrows are the player's, not those that lead from one thing to the next.
        ui.memory_mut(|memory| {
            let arrows = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
            memory.set_focus_lock_filter(response.id, arrows);
        });
        let moved = ui.input(|input| {
            let pressed = |key| i64::from(input.key_pressed(key));
            let minutes = if input.modifiers.shift { 15 } else { 1 };
            minutes * (pressed(Key::ArrowRight) - pressed(Key::ArrowLeft))
        });
        if moved != 0 {
            view.ask(Action::Play(PlayWish::Move(super::seconds(60 * moved))));
        }
    }
    if (response.clicked() || response.dragged())
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let mut markers = reel.story().iter().zip(marker_places(&plot, reel));
        let marker = markers
            .find(|(_, place)| response.clicked() && place.distance(pointer) <= MARKER + 2.0);
        let to = marker
            .map(|(marker, _)| marker)
            .map_or_else(|| plot.time(pointer.x), |marker| marker.at);
        view.ask(Action::Play(PlayWish::GoTo(to)));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn ground(
    ui: &Ui,
    view: &ViewContext<'_>,
    playing: &Playing,
    plot: &Plot,
    most: u32,
    written: &mut Written,
) {
    let (painter, tokens) = (ui.painter(), view.tokens);
    let letters = font(Weight::Regular, SMALL - 0.5);
    for count in [0, round_number(most)] {
        let y = plot.y(count);
        painter.hline(plot.area.x_range(), y, Stroke::new(1.0, tokens.hairline));
        let at = Pos2::new(plot.area.left() - 6.0, y);
        painter.text(at, Align2::RIGHT_CENTER, count.to_string(), letters.clone(), tokens.muted);
    }
    // Full hours of the clock.
    let first = 60 - playing.minute_of_day(plot.from) % 60;
    let hour = 60 * MINUTE;
    let per_hour = plot.area.width() * hour as f32 / (plot.to - plot.from).max(1) as f32;
    let every = [1, 2, 3, 4, 6, 12].into_iter().find(|step| *step as f32 * per_hour >= APART);
    let mut at = plot.from + u64::from(first % 60) * MINUTE;
    while at <= plot.to {
        let minute = playing.minute_of_day(at);
        if (minute / 60).is_multiple_of(every.unwrap_or(24)) {
            let x = plot.x(at);
            let end = plot.area.bottom();
            painter.vline(x, end..=end + 3.0, Stroke::new(1.0, tokens.faint));
            let text = view.words.clock(minute);
            let at = Pos2::new(x, end + 3.0);
            painter.text(at, Align2::CENTER_TOP, text, letters.clone(), tokens.muted);
        }
        if minute == 0 && playing.is_next_day(at) {
            let x = plot.x(at);
            painter.vline(x, plot.area.y_range(), Stroke::new(1.0, tokens.faint));
            beside(ui, view, plot, x, view.text("playing-next-day-mark"), written);
        }
        at += hour;
    }
    if let Some(close) = playing.reel().and_then(|reel| reel.stage().closes()) {
        let x = plot.x(close);
        let ends = [Pos2::new(x, plot.area.top() - 6.0), Pos2::new(x, plot.area.bottom())];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(1.0, tokens.faint), 4.0, 3.0));
        beside(ui, view, plot, x, view.text("playing-close"), written);
    }
    // What the line means, below the flag of the playhead.
    let galley =
        painter.layout_no_wrap(view.text("playing-inside").to_owned(), letters, tokens.muted);
    let left = plot.area.left() + 4.0;
    let tops = [plot.area.top() - 1.0, plot.area.top() + 14.0];
    if let Some(at) = written.place(galley.size(), &tops.map(|top| Pos2::new(left, top))) {
        painter.galley(at, galley, tokens.muted);
    }
}

/// Writes what a time is, beside its line: behind it or in front, where nothing else is written.
fn beside(ui: &Ui, view: &ViewContext<'_>, plot: &Plot, x: f32, text: &str, written: &mut Written) {
    let ink = view.tokens.muted;
    let letters = font(Weight::Regular, SMALL - 0.5);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), letters, ink);
    let size = galley.size();
    let lefts = [x + 4.0, x - 4.0 - size.x];
    let within =
        |left: &f32| *left + size.x <= plot.area.right() + RIGHT && *left >= plot.area.left();
    let tops = [plot.area.top() - 8.0, plot.area.top() + 6.0, plot.area.top() + 20.0];
    let places: Vec<Pos2> = tops
        .iter()
        .flat_map(|top| lefts.iter().filter(|left| within(left)).map(|left| Pos2::new(*left, *top)))
        .collect();
    if let Some(at) = written.place(size, &places) {
        ui.painter().galley(at, galley, ink);
    }
}

/// How many are inside at most.
pub(super) fn highest(reel: &Reel) -> Option<u32> {
    reel.course().inside().map(|(_, inside)| inside).max()
}

/// The largest of 1, 2, 5, 10, 20, 50 … that is no more than a number; 1 at least.
pub(super) fn round_number(most: u32) -> u32 {
    let round = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u32.pow(power)));
    round.take_while(|round| *round <= most).last().unwrap_or(1)
}

/// What is below a line.
fn area(ui: &Ui, plot: &Plot, line: &[Pos2], fill: Color32) {
    let bottom = plot.area.bottom();
    let mut mesh = egui::Mesh::default();
    for pair in line.windows(2) {
        let [from, to] = pair else { continue };
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        for at in [*from, *to, Pos2::new(to.x, bottom), Pos2::new(from.x, bottom)] {
            mesh.colored_vertex(at, fill);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    }
    ui.painter().add(mesh);
}

/// When the day beside it was fullest, and how full.
fn highest_before(
    ui: &Ui,
    view: &ViewContext<'_>,
    playing: &Playing,
    (before, now): (&Reel, &Reel),
    plot: &Plot,
    written: &mut Written,
) {
    let fullest =
        before.course().inside().reduce(|most, next| if next.1 > most.1 { next } else { most });
    let Some((at, count)) = fullest else { return };
    let time = playing.clock(at, view.words);
    let text = match playing.compared_with.as_deref() {
        Some(name) => {
            let arguments = [("name", name.into()), ("count", count.into()), ("time", time.into())];
            view.words.with("playing-beside-most", &arguments)
        }
        None => view
            .words
            .with("playing-before-most", &[("count", count.into()), ("time", time.into())]),
    };
    let letters = font(Weight::Medium, SMALL - 0.5);
    let galley = ui.painter().layout_no_wrap(text, letters, view.tokens.muted);
    let size = galley.size();
    // Above that point if it can be, else a little lower, else farther and farther beside it.
    let (middle, step) = (plot.x(at) - size.x / 2.0, size.x / 4.0);
    let top = (plot.y(count) - size.y - 1.0).max(plot.area.top() - TOP);
    let most_right = (plot.area.right() - size.x).max(plot.area.left());
    let aside = |far: u8| [1.0, -1.0].map(|side| middle + side * f32::from(far) * step);
    let places: Vec<Pos2> = (0..=12)
        .flat_map(aside)
        .flat_map(|x| [0.0, size.y].map(|lower| Pos2::new(x, top + lower)))
        .map(|at| Pos2::new(at.x.clamp(plot.area.left(), most_right), at.y))
        .collect();
    // Rather where neither line runs through it.
    let lines = [plot.line(before), plot.line(now)];
    let is_crossed = |at: &Pos2| {
        let rect = Rect::from_min_size(*at, size);
        let crosses = |pair: &[Pos2]| matches!(pair, [from, to] if Rect::from_two_pos(*from, *to).intersects(rect));
        lines.iter().any(|line| line.windows(2).any(crosses))
    };
    let (crossed, clear): (Vec<Pos2>, Vec<Pos2>) = places.into_iter().partition(is_crossed);
    let places = [clear, crossed].concat();
    if let Some(at) = written.place(size, &places) {
        let plate = Rect::from_min_size(at, size).expand2(Vec2::new(2.0, 0.0));
        ui.painter().rect_filled(plate, 3.0, view.tokens.panel.gamma_multiply(0.85));
        ui.painter().galley(at, galley, view.tokens.muted);
    }
}

/// How many are inside at a time, as the line shows it.
pub(super) fn inside_at(reel: &Reel, at: u64) -> u32 {
    let found = reel.course().inside().find(|(end, _)| *end >= at);
    found.map_or(0, |(_, inside)| inside)
}

/// Where the markers lie on the line.
fn moments(plot: &Plot, reel: &Reel) -> Vec<Pos2> {
    let of = |marker: &Marker| Pos2::new(plot.x(marker.at), plot.y(inside_at(reel, marker.at)));
    reel.story().iter().map(of).collect()
}

/// Where the markers lie: on the line, or as near to it as none hides another, above it or below, then beside it,
/// where what comes later is looked for first; within an area.
fn fanned_out(moments: &[Pos2], area: Rect) -> Vec<Pos2> {
    let mut places: Vec<Pos2> = Vec::new();
    for moment in moments {
        let apart = 2.0 * MARKER + 1.0;
        let ring = |far: u8| {
            let far = f32::from(far) * apart;
            [(0.0, -far), (0.0, far), (far, -far), (-far, -far), (far, 0.0), (-far, 0.0)]
        };
        let tried = (0..=6).flat_map(ring).map(|(x, y)| *moment + Vec2::new(x, y));
        let mut free = tried.filter(|at| {
            // On the line it lies well wherever that is.
            (at == moment || area.contains(*at))
                && places.iter().all(|other| other.distance(*at) >= 2.0 * MARKER)
        });
        places.push(free.next().unwrap_or(*moment));
    }
    places
}

/// Where the markers of a day lie.
fn marker_places(plot: &Plot, reel: &Reel) -> Vec<Pos2> {
    fanned_out(&moments(plot, reel), plot.area.expand2(Vec2::new(0.0, MARKER / 2.0)))
}

fn markers(ui: &Ui, view: &ViewContext<'_>, reel: &Reel, plot: &Plot) {
    let tokens = view.tokens;
    let (moments, places) = (moments(plot, reel), marker_places(plot, reel));
    for (moment, at) in moments.iter().zip(&places).filter(|(moment, at)| moment != at) {
        ui.painter().line_segment([*moment, *at], Stroke::new(1.0, tokens.accent));
        ui.painter().circle_filled(*moment, 2.0, tokens.accent);
    }
    for (number, at) in (1..).zip(places) {
        ui.painter().circle(at, MARKER, tokens.panel, Stroke::new(1.25, tokens.accent));
        let letters = font(Weight::Semibold, SMALL - 1.0);
        let number: u32 = number;
        ui.painter().text(at, Align2::CENTER_CENTER, number.to_string(), letters, tokens.accent);
    }
}

/// The flag of the playhead with the time in it, and where it lies.
fn flag(
    ui: &Ui,
    view: &ViewContext<'_>,
    playing: &Playing,
    at: u64,
    plot: &Plot,
    whole: Rect,
) -> (Rect, Arc<egui::Galley>) {
    let text = playing.clock(at, view.words);
    let galley =
        ui.painter().layout_no_wrap(text, font(Weight::Semibold, SMALL), view.tokens.panel);
    let half = galley.size().x / 2.0 + 5.0;
    let middle = plot.x(at).clamp(whole.left() + half, whole.right() - half);
    let size = Vec2::new(2.0 * half, galley.size().y + 3.0);
    (Rect::from_center_size(Pos2::new(middle, whole.top() + 8.0), size), galley)
}

fn playhead(
    ui: &Ui,
    view: &ViewContext<'_>,
    playing: &Playing,
    at: u64,
    plot: &Plot,
    whole: Rect,
    (flag, galley): (Rect, Arc<egui::Galley>),
) {
    let tokens = view.tokens;
    let x = plot.x(at);
    let painter = ui.painter();
    painter.vline(x, whole.top() + 14.0..=plot.area.bottom(), Stroke::new(1.75, tokens.ink));
    let inside = playing.stills().map_or(0, |(still, _)| still.inside);
    let y = plot.y(u32::try_from(inside).unwrap_or(u32::MAX));
    painter.circle(Pos2::new(x, y), 3.5, tokens.accent, Stroke::new(1.5, tokens.panel));
    painter.rect_filled(flag, 3.0, tokens.ink);
    painter.galley(flag.center() - galley.size() / 2.0, galley, tokens.panel);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_one_moment_fan_out_within_the_plot() {
        let area = Rect::from_min_max(Pos2::new(0.0, 0.0), Pos2::new(400.0, 70.0));
        for at in [Pos2::new(390.0, 68.0), Pos2::new(200.0, 4.0), Pos2::new(3.0, 35.0)] {
            let near = Pos2::new(at.x + 3.0, at.y);
            let places = fanned_out(&[at, at, near, at, near, at], area);
            assert_eq!(places.first(), Some(&at), "the first stays on the line");
            for (number, one) in places.iter().enumerate() {
                assert!(area.contains(*one), "{places:?}");
                for other in places.iter().take(number) {
                    assert!(one.distance(*other) >= 2.0 * MARKER, "{places:?}");
                }
            }
        }
        let apart = [Pos2::new(10.0, 60.0), Pos2::new(90.0, 10.0)];
        assert_eq!(fanned_out(&apart, area), apart, "who hides nobody stays");
    }

    #[test]
    fn no_text_lies_on_another() {
        let mut written = Written::default();
        let size = Vec2::new(30.0, 12.0);
        let places = [Pos2::new(10.0, 0.0), Pos2::new(20.0, 0.0), Pos2::new(20.0, 14.0)];
        assert_eq!(written.place(size, &places), Some(places[0]));
        assert_eq!(written.place(size, &places), Some(places[2]));
        assert_eq!(written.place(size, &places), None, "rather nothing than one on the other");
    }

    #[test]
    fn the_axis_bears_a_round_number() {
        let round: Vec<u32> = [1, 4, 9, 10, 27, 71, 150, 4_321].map(round_number).into();
        assert_eq!(round, [1, 2, 5, 10, 20, 50, 100, 2_000]);
    }
}
