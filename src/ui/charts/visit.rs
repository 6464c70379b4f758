//! The picture of a visit: what happens when, in front of the line of visibility and behind it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, Ui, Vec2};

use crate::analysis::{self, Basis, Visit};
use crate::blueprint::{LaneId, Line, Scenario, Zone};
use crate::drawing::Ink;
use crate::process::{self, ProblemPlace};
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::Weight;
use crate::ui::theme;

use super::easel::Easel;
use super::missing;
use super::models::axis::clock_marks;
use super::models::visit::{VisitBar, VisitPicture, VisitRow};
use super::spoken;
use super::truth::{marked, worst};

/// Least and largest height of a row, before it grows with the picture.
const ROW: (f32, f32) = (20.0, 44.0);

/// The visit of the scenario that is shown, followed anew only when the scenario changes.
#[derive(Default)]
pub(super) struct VisitKeeper {
    kept: Option<(Arc<Scenario>, Visit)>,
}

impl VisitKeeper {
    fn visit(&mut self, desk: &Desk<'_>) -> &Visit {
        let scenario = desk.editor.scenario();
        // A version that is held here cannot share its address with another one.
        if self.kept.as_ref().is_some_and(|(kept, _)| !Arc::ptr_eq(kept, scenario)) {
            self.kept = None;
        }
        let follow = || {
            let visit =
                analysis::visit(desk.scenario, &process::compile(desk.scenario), desk.analysis);
            (Arc::clone(scenario), visit)
        };
        &self.kept.get_or_insert_with(follow).1
    }

    /// What is to be seen, in a sentence.
    pub fn headline(&mut self, desk: &Desk<'_>) -> String {
        let visit = self.visit(desk);
        let Some(picture) = VisitPicture::of(visit, desk.scenario, 0) else {
            return String::new();
        };
        if !visit.lacks.is_empty() {
            // What is missing stands at the foot, and how long it takes is not known.
            return String::new();
        }
        let words = desk.words;
        let trust = Trust::of(desk, &picture);
        let time = marked(words, trust.basis, &words.time(picture.total_s));
        if picture.waits_known {
            let wait = marked(words, trust.waits, &words.time(picture.waits_s));
            let key = if trust.is_average { "chart-visit-now" } else { "chart-visit-likeliest" };
            words.with(key, &[("time", time.into()), ("wait", wait.into())])
        } else {
            let key =
                if trust.is_average { "chart-visit-empty" } else { "chart-visit-likeliest-empty" };
            words.with(key, &[("time", time.into())])
        }
    }

    /// Shows the picture.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel) {
        let visit = self.visit(desk);
        let legend = desk.bottom.enlarged;
        let line = easel.small(Weight::Regular).size * 1.35;
        let lacks = visit.lacks.clone();
        let foot = missing::foot_height(easel, &lacks) + if legend { 1.6 * line } else { 0.0 };
        let room = ui.available_height() - line - foot;
        let least = easel.length(ROW.0);
        // Few rows are counted on a screen.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let most_rows = (room / least).max(0.0) as usize;
        let picture = VisitPicture::of(visit, desk.scenario, most_rows);
        let Some(picture) = picture.filter(|picture| picture.end_s > 0.0) else {
            missing::show(ui, desk, easel, &visit.lacks);
            return;
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        let clock = Clock::of(ui, desk, easel, &picture);
        clock.head(ui, desk, easel);
        let count = picture.rows.len();
        let height = (room / count.max(1) as f32).clamp(least, easel.length(ROW.1)).floor();
        let tall = (height * count as f32).min(room.max(least));
        ScrollArea::vertical().max_height(tall).auto_shrink(false).show_rows(
            ui,
            height,
            count,
            |ui, rows| {
                let top = rows.start;
                for (at, row) in picture.rows.get(rows).unwrap_or_default().iter().enumerate() {
                    show_row(ui, desk, easel, &clock, row, at == 0 && top > 0, height);
                }
            },
        );
        if legend {
            show_legend(ui, desk, easel, &picture);
        }
        missing::foot(ui, desk, easel, &lacks);
        spoken::visit(ui, desk, &picture);
    }
}

/// How far the times of a visit can be trusted.
#[derive(Clone, Copy)]
struct Trust {
    /// Those that hold waits: how long it takes, when a step starts.
    basis: Basis,
    /// All waits together.
    waits: Basis,
    /// Whether the visit that is drawn takes as long as one does on average: no way is left out.
    is_average: bool,
}

impl Trust {
    fn of(desk: &Desk<'_>, picture: &VisitPicture) -> Self {
        let analysis = desk.analysis;
        let through = if picture.waits_known {
            &analysis.throughput_time_s
        } else {
            &analysis.rush_order_time_s
        };
        let bars = picture.rows.iter().flat_map(|row| match row {
            VisitRow::Bars { bars, .. } => bars.as_slice(),
            VisitRow::Visibility => &[],
        });
        let passed = bars.filter(|bar| bar.wait_s > 0.0 && bar.critical);
        let waits = worst(passed.filter_map(|bar| Some(&analysis.steps.get(&bar.step)?.wait_s)));
        let same = |seconds: f64| (seconds - picture.total_s).abs() <= 1e-3 * picture.total_s;
        let is_average = through.value.is_some_and(same);
        let basis = match through.value {
            Some(_) if is_average => through.basis,
            // Of a visit of its own only the marks of its waits are known.
            _ => waits,
        };
        Self { basis, waits, is_average }
    }
}

/// The wait before a step with the mark of the tiles.
pub(super) fn wait_text(desk: &Desk<'_>, bar: &VisitBar) -> String {
    let figures = desk.analysis.steps.get(&bar.step);
    let basis = figures.map_or(Basis::Exact, |figures| figures.wait_s.basis);
    marked(desk.words, basis, &desk.words.time(bar.wait_s))
}

/// The axis of time.
struct Clock {
    trust: Trust,
    /// From the left edge to the start of the visit; names of lanes stand before.
    left: f32,
    width: f32,
    end_s: f64,
    total_s: f64,
    marks: Vec<f64>,
    /// Whether the longest way is marked: where nothing runs beside it, it is everything.
    marks_path: bool,
}

impl Clock {
    fn of(ui: &Ui, desk: &Desk<'_>, easel: &Easel, picture: &VisitPicture) -> Self {
        let letters = easel.small(Weight::Medium);
        let lanes = picture.rows.iter().filter_map(|row| match row {
            VisitRow::Bars { zone, lane, first: true, .. } => Some(lane_name(desk, *zone, *lane)),
            _ => None,
        });
        let wide = lanes.take(64).map(|name| Easel::width(ui, name, &letters)).fold(0.0, f32::max);
        let all = ui.available_width() - 8.0;
        let left = (wide + easel.length(16.0)).min(all * 0.3);
        // Behind the end stands how long it took.
        let trust = Trust::of(desk, picture);
        let total = marked(desk.words, trust.basis, &desk.words.time(picture.total_s));
        let right = Easel::width(ui, &total, &easel.body(Weight::Semibold)) / 2.0;
        let width = (all - left - right - easel.length(4.0)).max(40.0);
        let marks = (width / easel.length(72.0)).clamp(2.0, 10.0);
        // Few marks, so that none crowds its neighbour.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let marks = clock_marks(picture.end_s, marks as usize);
        Self {
            trust,
            left,
            width,
            end_s: picture.end_s,
            total_s: picture.total_s,
            marks,
            marks_path: picture.has_slack,
        }
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, seconds: f64) -> f32 {
        left + self.left + self.width * (seconds / self.end_s).clamp(0.0, 1.0) as f32
    }

    /// The marks, and how long the visit takes.
    fn head(&self, ui: &mut Ui, desk: &Desk<'_>, easel: &Easel) {
        let letters = easel.small(Weight::Regular);
        let size = Vec2::new(ui.available_width(), (letters.size * 1.35).round());
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let y = rect.center().y;
        let total = Pos2::new(self.x(rect.left(), self.total_s), y);
        let text = marked(desk.words, self.trust.basis, &desk.words.time(self.total_s));
        let body = easel.small(Weight::Semibold);
        let ink = easel.tokens.ink;
        let taken = ui.painter().text(total, Align2::CENTER_CENTER, text, body, ink);
        for mark in &self.marks {
            let at = Pos2::new(self.x(rect.left(), *mark), y);
            let text = Easel::mark_of_time(desk.words, *mark, self.end_s);
            let half = Easel::width(ui, &text, &letters) / 2.0;
            if (at.x + half + easel.length(6.0)) < taken.left() {
                let muted = easel.tokens.muted;
                ui.painter().text(at, Align2::CENTER_CENTER, text, letters.clone(), muted);
            }
        }
    }

    /// The lines of the marks and of the end through a row.
    fn grid(&self, ui: &Ui, easel: &Easel, row: Rect) {
        let painter = ui.painter();
        let thin = Stroke::new(1.0, easel.tokens.hairline);
        for mark in &self.marks {
            painter.vline(self.x(row.left(), *mark), row.y_range(), thin);
        }
        let heavy = Stroke::new(easel.length(2.0), easel.tokens.ink);
        painter.vline(self.x(row.left(), self.total_s), row.y_range(), heavy);
    }
}

fn lane_name<'a>(desk: &Desk<'a>, zone: Zone, lane: LaneId) -> &'a str {
    let lane = desk.scenario.lanes().get(&lane);
    lane.map_or_else(|| desk.words.zone(zone), |lane| desk.words.lane(lane))
}

fn show_row(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    easel: &Easel,
    clock: &Clock,
    row: &VisitRow,
    continued: bool,
    height: f32,
) {
    let size = Vec2::new(ui.available_width(), height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let (zone, lane, first, bars) = match row {
        VisitRow::Visibility => {
            show_line(ui, desk, easel, clock, rect);
            return;
        }
        VisitRow::Bars { zone, lane, first, bars } => (*zone, *lane, *first, bars),
    };
    ui.painter().rect_filled(rect, 0, easel.ink(Ink::Zone(zone)));
    if first {
        let thin = Stroke::new(1.0, easel.tokens.hairline);
        ui.painter().hline(rect.x_range(), rect.top(), thin);
    }
    if first || continued {
        let at = Pos2::new(rect.left() + easel.length(6.0), rect.center().y);
        let room = clock.left - easel.length(10.0);
        let letters = easel.small(Weight::Medium);
        let name = lane_name(desk, zone, lane);
        Easel::cut(ui, name, letters, easel.tokens.muted, at, Align2::LEFT_CENTER, room);
    }
    clock.grid(ui, easel, rect);
    for (at, bar) in bars.iter().enumerate() {
        let next = bars.get(at + 1).map(|next| next.start_s - next.wait_s);
        show_bar(ui, desk, easel, clock, bar, rect, next, bars.len() == 1);
    }
}

/// The line of visibility with its name.
fn show_line(ui: &Ui, desk: &Desk<'_>, easel: &Easel, clock: &Clock, rect: Rect) {
    let painter = ui.painter();
    let y = rect.center().y;
    let stroke = Stroke::new(easel.length(2.0), easel.tokens.ink);
    let ends = [Pos2::new(rect.left(), y), Pos2::new(rect.right(), y)];
    painter.rect_filled(rect.with_max_y(y), 0, easel.ink(Ink::Zone(Zone::Frontstage)));
    painter.rect_filled(rect.with_min_y(y), 0, easel.ink(Ink::Zone(Zone::Backstage)));
    clock.grid(ui, easel, rect);
    painter.extend(Shape::dashed_line(&ends, stroke, easel.length(8.0), easel.length(5.0)));
    let name = desk.words.line(Line::Visibility);
    let letters = easel.small(Weight::Semibold);
    let galley = painter.layout_no_wrap(name.to_owned(), letters, easel.tokens.ink);
    let size = galley.size() + Vec2::new(easel.length(16.0), 2.0);
    let at = Pos2::new(rect.right() - easel.length(10.0), y);
    let place = Align2::RIGHT_CENTER.anchor_size(at, size);
    let radius = CornerRadius::same(9);
    let edge = Stroke::new(1.5, easel.tokens.ink);
    painter.rect(place, radius, easel.tokens.panel, edge, egui::StrokeKind::Inside);
    painter.galley(place.center() - galley.size() / 2.0, galley, easel.tokens.ink);
}

#[allow(clippy::too_many_arguments, reason = "a bar, and all that stands around it")]
fn show_bar(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    easel: &Easel,
    clock: &Clock,
    bar: &VisitBar,
    row: Rect,
    next_s: Option<f64>,
    alone: bool,
) {
    let x = |seconds| clock.x(row.left(), seconds);
    let pad = (row.height() * 0.14).round();
    let tall = (row.top() + pad)..=(row.bottom() - pad);
    let mut rect = Rect::from_x_y_ranges(x(bar.start_s)..=x(bar.end_s), tall.clone());
    rect.max.x = rect.max.x.max(rect.min.x + 3.0);
    let role = bar.role.and_then(|role| desk.scenario.roles().get(&role));
    let ink = role.map_or(Ink::NoRole, |role| Ink::Role(role.colour));
    let mut said = rect.left();
    if bar.wait_s > 0.0 {
        let wait = Rect::from_x_y_ranges(x(bar.start_s - bar.wait_s)..=rect.left(), tall);
        said = show_wait(ui, desk, easel, bar, wait);
    }
    let painter = ui.painter();
    if bar.slack_s > 1e-9 && !bar.triggered {
        let to = x(bar.end_s + bar.slack_s);
        // Along the foot of the bar, below its name.
        let foot = rect.bottom() + 1.0;
        let stroke = Stroke::new(easel.length(1.5), easel.tokens.muted);
        let ends = [Pos2::new(rect.right(), foot), Pos2::new(to, foot)];
        painter.extend(Shape::dashed_line(&ends, stroke, easel.length(2.0), easel.length(3.0)));
        painter.vline(to, (foot - 2.0 * pad)..=foot, stroke);
    }
    let radius = CornerRadius::same(3);
    let ground = if bar.triggered {
        easel.tokens.panel.lerp_to_gamma(easel.ink(ink), 0.3)
    } else {
        easel.ink(ink)
    };
    let on_bar = theme::more_legible(ground, easel.tokens.ink, easel.ink(Ink::OnAccent));
    if bar.triggered {
        painter.rect_filled(rect, radius, ground);
        Easel::dashed(painter, rect, Stroke::new(easel.length(1.5), easel.ink(ink)));
    } else {
        painter.rect_filled(rect, radius, ground);
    }
    if clock.marks_path && bar.critical && bar.slack_s <= 1e-9 {
        // At the foot of the bar, as far below it as there is room: its name fills low rows.
        let thick = easel.length(3.0);
        let below = (pad - 1.0).clamp(0.0, thick - 1.0);
        let edge = Rect::from_x_y_ranges(
            rect.x_range(),
            (rect.bottom() + below - thick)..=(rect.bottom() + below),
        );
        painter.rect_filled(edge, 0, easel.tokens.ink);
    }
    let name = desk.words.step(bar.step, desk.scenario);
    let after = match next_s {
        Some(next) => x(next),
        None if bar.end_s <= clock.total_s => x(clock.total_s) - easel.length(2.0),
        None => row.right() - 4.0,
    };
    let before = if alone { x(0.0)..=x(bar.start_s - bar.wait_s) } else { 0.0..=0.0 };
    label(ui, easel, name, rect, on_bar, &[before, said..=rect.left()], after);
    answer(ui, desk, easel, clock.trust, bar, rect);
}

/// The name of a step: on its bar, else beside it where that is free.
/// `before` is what is free before it, without its wait and within it; `after` is where the free
/// room behind it ends.
fn label(
    ui: &Ui,
    easel: &Easel,
    name: &str,
    bar: Rect,
    on_bar: Color32,
    before: &[RangeInclusive<f32>; 2],
    after: f32,
) {
    let gap = easel.length(5.0);
    let room = before.iter().map(|room| room.end() - room.start());
    let room = room.fold(bar.width().max(after - bar.right()), f32::max);
    if room < 4.0 * gap {
        // Of thousands of steps most have no room, and measuring letters takes time.
        return;
    }
    let letters = easel.small(Weight::Medium);
    let ink = easel.tokens.ink;
    let wide = Easel::width(ui, name, &letters);
    let width = |room: &RangeInclusive<f32>| room.end() - room.start();
    let middle = bar.center().y;
    if wide + 2.0 * gap <= bar.width() {
        let at = Pos2::new(bar.left() + gap, middle);
        ui.painter().text(at, Align2::LEFT_CENTER, name, letters, on_bar);
    } else if wide + 2.0 * gap <= after - bar.right() {
        let at = Pos2::new(bar.right() + gap, middle);
        ui.painter().text(at, Align2::LEFT_CENTER, name, letters, ink);
    } else if let Some(at) = before.iter().position(|room| wide + 2.0 * gap <= width(room)) {
        let to = Pos2::new(before[at].end() - gap, middle);
        if at == 1 {
            // On the hatching of the wait letters need a calm ground.
            let ground = Align2::RIGHT_CENTER.anchor_size(to, Vec2::new(wide, letters.size));
            let ground = ground.expand2(Vec2::new(3.0, 1.0));
            ui.painter().rect_filled(ground, CornerRadius::same(3), easel.ink(Ink::WarnWash));
        }
        ui.painter().text(to, Align2::RIGHT_CENTER, name, letters, ink);
    } else if bar.width() > easel.length(40.0) {
        let at = Pos2::new(bar.left() + gap, middle);
        let room = bar.width() - 2.0 * gap;
        Easel::cut(ui, name, letters, on_bar, at, Align2::LEFT_CENTER, room);
    }
}

/// Waiting before a step, in amber and hatched; answers where its words end.
fn show_wait(ui: &Ui, desk: &Desk<'_>, easel: &Easel, bar: &VisitBar, rect: Rect) -> f32 {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(3), easel.ink(Ink::WarnWash));
    let stroke = Stroke::new(easel.scale, easel.ink(Ink::Warn).gamma_multiply(0.5));
    Easel::hatch(painter, rect, easel.length(6.0), stroke);
    let time = wait_text(desk, bar);
    let text = desk.words.with("chart-visit-waits", &[("time", time.into())]);
    let galley = painter.layout_no_wrap(text, easel.small(Weight::Medium), easel.tokens.warn);
    let size = galley.size() + Vec2::new(6.0, 0.0);
    if size.x + easel.length(10.0) > rect.width() {
        return rect.right();
    }
    let at = rect.left_center() + Vec2::new(easel.length(5.0), 0.0);
    let ground = Align2::LEFT_CENTER.anchor_size(at, size);
    painter.rect_filled(ground, CornerRadius::same(3), easel.ink(Ink::WarnWash));
    painter.galley(ground.center() - galley.size() / 2.0, galley, easel.tokens.warn);
    ground.right()
}

/// What a bar says when it is pointed at, and does when it is clicked.
fn answer(ui: &Ui, desk: &mut Desk<'_>, easel: &Easel, trust: Trust, bar: &VisitBar, rect: Rect) {
    let words = desk.words;
    let when = || {
        // As good as the waits that lie before.
        let (from, to) = (words.time(bar.start_s), words.time(bar.end_s));
        let from = if bar.start_s > 0.0 { marked(words, trust.waits, &from) } else { from };
        words.with("chart-visit-when", &[("from", from.into()), ("to", to.into())])
    };
    let name = words.step(bar.step, desk.scenario);
    let id = ui.scope_id().with(("visit", bar.step));
    let response = Easel::part(ui, rect, id, || words.labelled(name, &when()));
    let selected = desk.editor.selection().steps.contains(&bar.step);
    if selected || response.hovered() || response.has_focus() {
        easel.outline(ui.painter(), rect, 3, selected);
    }
    if response.clicked() {
        desk.ask(Action::GoTo(ProblemPlace::Step(bar.step)));
    }
    response.on_hover_ui(|ui| {
        ui.label(name);
        if let Some(role) = bar.role {
            ui.label(words.role(role, desk.scenario));
        }
        ui.label(when());
        if bar.wait_s > 0.0 {
            let time = wait_text(desk, bar);
            ui.label(words.with("chart-visit-waits", &[("time", time.into())]));
        }
        ui.label(words.text(if bar.visible {
            "chart-visit-visible"
        } else {
            "chart-visit-hidden"
        }));
        if bar.triggered {
            ui.label(words.text("chart-visit-triggered"));
        } else if bar.slack_s > 1e-9 {
            let time = words.time(bar.slack_s);
            ui.label(words.with("chart-visit-slack", &[("time", time.into())]));
        } else if bar.critical {
            ui.label(words.text("chart-visit-critical"));
        }
    });
}

/// What the marks mean; only those that are there.
fn show_legend(ui: &mut Ui, desk: &Desk<'_>, easel: &Easel, picture: &VisitPicture) {
    let bars = || {
        picture.rows.iter().flat_map(|row| match row {
            VisitRow::Bars { bars, .. } => bars.as_slice(),
            VisitRow::Visibility => &[],
        })
    };
    let letters = easel.small(Weight::Regular);
    let size = Vec2::new(ui.available_width(), letters.size * 1.6);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    let mut x = rect.left();
    let tall = easel.length(9.0);
    let entries = [
        ("chart-visit-legend-wait", bars().any(|bar| bar.wait_s > 0.0)),
        ("chart-visit-legend-critical", picture.has_slack),
        ("chart-visit-legend-slack", picture.has_slack),
        ("chart-visit-legend-triggered", bars().any(|bar| bar.triggered)),
    ];
    for (key, there) in entries {
        let text = desk.text(key);
        let wide = Easel::width(ui, text, &letters);
        let chip = Rect::from_min_size(
            Pos2::new(x, rect.center().y - tall / 2.0),
            Vec2::new(easel.length(22.0), tall),
        );
        let end = chip.right() + easel.length(6.0) + wide;
        if !there || end > rect.right() {
            continue;
        }
        match key {
            "chart-visit-legend-wait" => {
                painter.rect_filled(chip, CornerRadius::same(2), easel.ink(Ink::WarnWash));
                let stroke = Stroke::new(easel.scale, easel.ink(Ink::Warn).gamma_multiply(0.6));
                Easel::hatch(painter, chip, easel.length(5.0), stroke);
            }
            "chart-visit-legend-critical" => {
                let edge = chip.with_min_y(chip.bottom() - easel.length(3.0));
                painter.rect_filled(chip, CornerRadius::same(2), easel.ink(Ink::NoRole));
                painter.rect_filled(edge, 0, easel.tokens.ink);
            }
            "chart-visit-legend-slack" => {
                let stroke = Stroke::new(easel.length(1.5), easel.tokens.muted);
                let ends = [chip.left_center(), chip.right_center()];
                let dash = (easel.length(2.0), easel.length(3.0));
                painter.extend(Shape::dashed_line(&ends, stroke, dash.0, dash.1));
                painter.vline(chip.right(), chip.y_range(), stroke);
            }
            _ => Easel::dashed(painter, chip, Stroke::new(easel.length(1.5), easel.tokens.muted)),
        }
        let at = Pos2::new(chip.right() + easel.length(6.0), rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, text, letters.clone(), easel.tokens.muted);
        x = end + easel.length(20.0);
    }
}
