//! The picture of the loads: a bar for each pool against the line of full load.

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, Vec2};

use crate::analysis::{Basis, Pool};
use crate::drawing::Ink;
use crate::editor::{Selection, Thing};
use crate::process::ProblemPlace;
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::Weight;
use crate::wording::Wording;

use super::easel::Easel;
use super::missing;
use super::models::load::{At, Degree, LoadBar, LoadPicture, Target};
use super::spoken;
use super::truth::marked;

/// Least and largest height of a row, before it grows with the picture.
const ROW: (f32, f32) = (23.0, 52.0);

/// What is to be seen, in a sentence.
pub(super) fn headline(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let Some(picture) = LoadPicture::of(desk.analysis) else { return String::new() };
    let Some(first) = picture.bars.first() else { return String::new() };
    let names: Vec<String> = desk
        .analysis
        .pools
        .iter()
        .filter(|pool| pool.binding)
        .take(4)
        .map(|pool| words.pool(&pool.pool, desk.scenario))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let count = names.len();
    let name = words.list(&names, 3);
    if name.is_empty() {
        return String::new();
    }
    match (picture.at, first.growth_per_hour) {
        (_, Some(growth)) => words
            .with("chart-load-over", &[("name", name.into()), ("rate", words.rate(growth).into())]),
        (At::Demand(demand), None) => words.with(
            "chart-load-busy",
            &[
                ("name", name.into()),
                ("count", count.into()),
                ("share", share(desk, first).into()),
                ("rate", words.rate(demand).into()),
            ],
        ),
        (At::Capacity(rate), None) => {
            let rate = marked(words, desk.analysis.capacity_per_hour.basis, &words.rate(rate));
            let arguments = [("name", name.into()), ("count", count.into()), ("rate", rate.into())];
            words.with("chart-load-full", &arguments)
        }
    }
}

/// How loaded a pool is, with the mark of the tiles.
pub(super) fn share(desk: &Desk<'_>, bar: &LoadBar) -> String {
    let basis = desk.analysis.pools.get(bar.pool).map_or(Basis::Exact, |pool| {
        let own = &pool.utilisation;
        if own.value.is_some() { own.basis } else { pool.capacity_per_hour.basis.turned() }
    });
    marked(desk.words, basis, &desk.words.percent(bar.share))
}

/// What a pool can serve, with the mark of the tiles.
pub(super) fn capacity(desk: &Desk<'_>, bar: &LoadBar) -> String {
    let pool = desk.analysis.pools.get(bar.pool);
    let basis = pool.map_or(Basis::Exact, |pool| pool.capacity_per_hour.basis);
    marked(desk.words, basis, &desk.words.rate(bar.capacity_per_hour))
}

/// Shows the picture.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel) {
    let other = desk.compared.map(|compared| compared.other().1);
    let picture = LoadPicture::of(desk.analysis).map(|picture| match other {
        Some(other) => picture.beside(desk.analysis, other),
        None => picture,
    });
    let Some(picture) = picture else {
        missing::show(ui, desk, easel, &desk.analysis.capacity_per_hour.lacks);
        return;
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::of(ui, desk, easel, &picture);
    head(ui, desk, easel, &picture, &columns);
    let room = ui.available_height() - missing::foot_height(easel, &picture.lacks);
    let least = easel.length(ROW.0);
    let height =
        (room / picture.bars.len().max(1) as f32).clamp(least, easel.length(ROW.1)).floor();
    let tall = (height * picture.bars.len() as f32).min(room.max(least));
    ScrollArea::vertical().max_height(tall).auto_shrink(false).show_rows(
        ui,
        height,
        picture.bars.len(),
        |ui, rows| {
            for at in rows {
                let Some(bar) = picture.bars.get(at) else { continue };
                let other = picture.others.get(at).copied().flatten();
                row(ui, desk, easel, (bar, other), &columns, height);
            }
        },
    );
    missing::foot(ui, desk, easel, &picture.lacks);
    spoken::load(ui, desk, &picture);
}

/// Where the parts of a row stand, from the left edge.
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
    fn of(ui: &Ui, desk: &Desk<'_>, easel: &Easel, picture: &LoadPicture) -> Self {
        // The scroll bar floats; what it would cover stays free.
        let width = ui.available_width() - 8.0;
        let gap = easel.length(12.0);
        let heads = easel.small(Weight::Regular);
        let wide = |key| Easel::width(ui, desk.text(key), &heads);
        let share = wide("chart-load-share").max(easel.length(56.0));
        let body = easel.body(Weight::Semibold);
        // The largest numbers stand at the ends of the list.
        let ends = picture.bars.iter().take(20).chain(picture.bars.iter().rev().take(20));
        let share = ends
            .clone()
            .map(|bar| Easel::width(ui, &self::share(desk, bar), &body))
            .fold(share, f32::max);
        let rates = ends.map(|bar| Easel::width(ui, &self::capacity(desk, bar), &body));
        let capacity = rates.fold(wide("chart-load-capacity"), f32::max);
        let name = (width * 0.24).clamp(easel.length(96.0), easel.length(220.0));
        let track = name + gap;
        let span = (width - track - share - capacity - 2.0 * gap).max(40.0);
        Self { name, track, span, share: width - capacity - gap, capacity: width, end: picture.end }
    }

    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, share: f64) -> f32 {
        left + self.track + self.span * (share / self.end).clamp(0.0, 1.0) as f32
    }
}

/// The marks of the axis and the heads of the columns.
fn head(ui: &mut Ui, desk: &Desk<'_>, easel: &Easel, picture: &LoadPicture, columns: &Columns) {
    let letters = easel.small(Weight::Regular);
    let height = letters.size + easel.length(6.0);
    let size = Vec2::new(ui.available_width(), height.round());
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    let words = desk.words;
    let muted = easel.tokens.muted;
    for mark in picture.marks() {
        let x = columns.x(rect.left(), mark);
        let full = (mark - 1.0).abs() < 1e-9;
        let letters = if full { easel.small(Weight::Semibold) } else { letters.clone() };
        let colour = if full { easel.tokens.ink } else { muted };
        let anchor = if mark == 0.0 { Align2::LEFT_CENTER } else { Align2::CENTER_CENTER };
        painter.text(Pos2::new(x, rect.center().y), anchor, words.percent(mark), letters, colour);
    }
    for (key, right) in
        [("chart-load-share", columns.share), ("chart-load-capacity", columns.capacity)]
    {
        let at = Pos2::new(rect.left() + right, rect.center().y);
        painter.text(at, Align2::RIGHT_CENTER, words.text(key), letters.clone(), muted);
    }
}

fn row(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    easel: &Easel,
    (bar, other): (&LoadBar, Option<f64>),
    columns: &Columns,
    height: f32,
) {
    let words = desk.words;
    let Some(pool) = desk.analysis.pools.get(bar.pool) else { return };
    let name = words.pool(&pool.pool, desk.scenario);
    let share = self::share(desk, bar);
    let rate = capacity(desk, bar);
    let note = note(desk, bar);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let id = ui.scope_id().with(("load", bar.pool));
    let response = Easel::part(ui, rect, id, || {
        let note = note.as_deref().map_or_else(String::new, |note| format!(", {note}"));
        let note = match (other, desk.compared.map(|compared| compared.other().2)) {
            (Some(other), Some(is_before)) => {
                let key = if is_before { "compare-before" } else { "compare-after" };
                format!("{note}, {}", words.labelled(words.text(key), &words.percent(other)))
            }
            _ => note,
        };
        words.labelled(&name, &format!("{share}, {rate}{note}"))
    });
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), easel.tokens.accent_wash);
    }
    let left = rect.left();
    let strong = bar.degree == Degree::Bottleneck;
    let weight = if strong { Weight::Semibold } else { Weight::Regular };
    let middle = rect.center().y;
    let ink = easel.tokens.ink;
    let at = Pos2::new(left, middle);
    Easel::cut(ui, &name, easel.body(weight), ink, at, Align2::LEFT_CENTER, columns.name);
    paint_bar(ui, words, easel, bar, columns, rect, note.as_deref());
    if let Some(other) = other {
        // Where the bar ends in the scenario that this one is compared with.
        let thick = (rect.height() * 0.66).round() + easel.length(4.0);
        let y = (middle - thick / 2.0)..=(middle + thick / 2.0);
        let frame = Rect::from_x_y_ranges(columns.x(left, 0.0)..=columns.x(left, other), y);
        Easel::dashed(ui.painter(), frame, Stroke::new(easel.length(1.5), ink));
    }
    let painter = ui.painter();
    let colour = text_colour(easel, bar.degree);
    let at = Pos2::new(left + columns.share, middle);
    painter.text(at, Align2::RIGHT_CENTER, &share, easel.body(Weight::Semibold), colour);
    let at = Pos2::new(left + columns.capacity, middle);
    painter.text(at, Align2::RIGHT_CENTER, &rate, easel.body(weight), easel.tokens.muted);
    if is_selected(desk, bar, &pool.pool) {
        easel.outline(painter, rect.shrink(1.5), 4, true);
    }
    if response.clicked() {
        desk.ask(match bar.target {
            Some(Target::Role(role)) => Action::Select(Selection::thing(Thing::Role(role))),
            Some(Target::Step(step)) => Action::GoTo(ProblemPlace::Step(step)),
            None => return,
        });
    }
    response.on_hover_ui(|ui| {
        ui.label(words.labelled(&name, &share));
        let basis = pool.capacity_per_hour.basis;
        ui.label(words.pool_arithmetic(pool, &name, desk.scenario, basis));
        if let Some(note) = &note {
            ui.label(note);
        }
    });
}

/// What a bar says besides its length, so that no colour has to.
fn note(desk: &Desk<'_>, bar: &LoadBar) -> Option<String> {
    let words = desk.words;
    match (bar.degree, bar.growth_per_hour) {
        (Degree::Bottleneck, Some(growth)) => {
            let rate = words.rate(growth);
            Some(words.with("chart-load-grows", &[("rate", rate.into())]))
        }
        (Degree::Bottleneck, None) => Some(words.text("figure-bottleneck").to_owned()),
        (Degree::Overloaded, _) => Some(words.text("chart-load-overloaded").to_owned()),
        (Degree::Busy, _) => Some(words.text("chart-load-is-busy").to_owned()),
        (Degree::Easy, _) => None,
    }
}

fn text_colour(easel: &Easel, degree: Degree) -> Color32 {
    match degree {
        Degree::Bottleneck | Degree::Overloaded => easel.tokens.bad,
        Degree::Busy => easel.tokens.warn,
        Degree::Easy => easel.tokens.good,
    }
}

fn paint_bar(
    ui: &Ui,
    words: &Wording,
    easel: &Easel,
    bar: &LoadBar,
    columns: &Columns,
    row: Rect,
    note: Option<&str>,
) {
    let painter = ui.painter();
    let thick = (row.height() * 0.66).round();
    let span = |from: f64, to: f64| {
        Rect::from_x_y_ranges(
            columns.x(row.left(), from)..=columns.x(row.left(), to),
            (row.center().y - thick / 2.0)..=(row.center().y + thick / 2.0),
        )
    };
    let radius = CornerRadius::same(4);
    painter.rect_filled(span(0.0, 1.0_f64.min(columns.end)), radius, easel.ink(Ink::Track));
    let fill = match bar.degree {
        Degree::Bottleneck | Degree::Overloaded => easel.ink(Ink::Bad),
        Degree::Busy => easel.tokens.warn,
        Degree::Easy => easel.ink(Ink::Good),
    };
    let mut filled = span(0.0, bar.share);
    filled.max.x = filled.max.x.max(filled.min.x + 3.0);
    let cut = bar.share > columns.end * (1.0 + 1e-9);
    painter.rect_filled(filled, radius, fill);
    if bar.share > 1.0 {
        let beyond = span(1.0, bar.share);
        let line = Stroke::new(easel.scale * 1.6, easel.ink(Ink::BadWash).gamma_multiply(0.55));
        Easel::hatch(painter, beyond, easel.length(7.0), line);
    }
    if cut {
        // The bar goes on: its end is torn off.
        let tear = Rect::from_min_max(
            filled.right_top() - Vec2::new(easel.length(9.0), -1.0),
            filled.right_bottom() - Vec2::new(easel.length(5.0), 1.0),
        );
        painter.rect_filled(tear, 0, easel.tokens.panel);
    }
    let x = columns.x(row.left(), 1.0);
    let line = Stroke::new(easel.length(2.0), easel.tokens.ink);
    painter.vline(x, row.y_range(), line);
    if let Some(note) = note {
        // Where all of it has no room, at least what it is.
        let short = (bar.degree == Degree::Bottleneck).then(|| words.text("figure-bottleneck"));
        let placed = write_note(ui, easel, bar, note, filled, x);
        if let Some(short) = short.filter(|_| !placed) {
            write_note(ui, easel, bar, short, filled, x);
        }
    }
}

/// Writes on a bar before the line of full load, else behind the bar; answers whether it had room.
fn write_note(ui: &Ui, easel: &Easel, bar: &LoadBar, note: &str, filled: Rect, line: f32) -> bool {
    let letters = easel.small(Weight::Semibold);
    let wide = Easel::width(ui, note, &letters);
    let gap = easel.length(7.0);
    let middle = filled.center().y;
    let behind = Pos2::new(filled.right() + gap, middle);
    let (at, colour) = if wide + 2.0 * gap <= filled.right().min(line) - filled.left() {
        (Pos2::new(filled.left() + gap, middle), easel.ink(Ink::OnBad))
    } else if behind.x + wide < line - gap {
        let busy = bar.degree == Degree::Busy;
        (behind, if busy { easel.tokens.warn } else { easel.ink(Ink::BadText) })
    } else {
        return false;
    };
    ui.painter().text(at, Align2::LEFT_CENTER, note, letters, colour);
    true
}

/// Whether what a bar is about is selected.
fn is_selected(desk: &Desk<'_>, bar: &LoadBar, pool: &Pool) -> bool {
    let selection = desk.editor.selection();
    match (bar.target, pool) {
        (_, Pool::Roles(roles)) => {
            matches!(selection.other, Some(Thing::Role(role)) if roles.contains(&role))
        }
        (Some(Target::Step(step)), _) => selection.steps.contains(&step),
        _ => false,
    }
}
