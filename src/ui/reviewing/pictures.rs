//! Three small pictures below the rows: the sheet, the loads, a visit in each scenario.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::analysis::Analysis;
use crate::reports::HOLDS;
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::verdict::{MOST_NEAR, scenarios_near};
use crate::ui::printed_figures::PrintedFigures;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::desk::Desk;
use super::pins::on_steps;
use super::wish::{ReviewPage, ReviewWish};

/// How high the pictures are at most and at least, in points.
const HEIGHT: f32 = 460.0;
const LEAST: f32 = 64.0;
/// How high a load is at least and at most, and a visit at least.
const LOAD: f32 = 28.0;
const HIGHEST_LOAD: f32 = 40.0;
const VISIT: f32 = 52.0;
/// Between two rows.
const GAP: f32 = 4.0;
/// The room of the names above them.
const HEADS: f32 = 24.0;
/// How many loads are shown, and where there is much room.
const LOADS: usize = 6;
const MANY_LOADS: usize = 10;
/// So high is much room, in points.
const MUCH: f32 = 300.0;
/// A picture of loads that is narrower, in points, has a short name.
const NARROW: f32 = 180.0;
/// What stands below the sheet takes so much.
const FOOT: f32 = 20.0;

/// Shows the pictures: beside each other, or below each other where there is little room.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (desk, printed): (&mut Desk, &PrintedFigures),
    room: f32,
) {
    let height = (room - HEADS).clamp(LEAST, HEIGHT);
    let whole = ui.available_width();
    let is_wide = whole > 540.0;
    let gap = if whole > 700.0 { 28.0 } else { 18.0 };
    let widths = if is_wide {
        let room = whole - 2.0 * gap;
        [room * 0.44, room * 0.26, room * 0.3]
    } else {
        [whole; 3]
    };
    let [for_sheet, for_load, for_visit] = widths;
    let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui(Vec2::new(width, height + HEADS), |ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = GAP;
                content(ui);
            });
        });
    };
    let mut all = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = gap;
        column(ui, for_sheet, &mut |ui| sheet(ui, view, desk, height));
        column(ui, for_load, &mut |ui| loads(ui, view, printed, height));
        column(ui, for_visit, &mut |ui| visits(ui, view, (desk, printed), height));
    };
    if is_wide {
        ui.horizontal_top(all);
    } else {
        all(ui);
    }
}

/// How many rows there is room for, at least one.
// A height on the screen.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
fn rows_in(height: f32, row: f32) -> usize {
    (((height + GAP) / (row + GAP)).max(1.0)) as usize
}

fn sheet(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk, height: f32) {
    let tokens = view.tokens;
    section_head(ui, tokens, view.text("review-picture-sheet"));
    let pins = on_steps(view, desk);
    let height = if pins.is_empty() || height < MUCH / 2.0 { height } else { height - FOOT };
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = view.text("review-open-sheet");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if ui.is_rect_visible(rect) {
        desk.sheet.paint(ui, view, rect, &pins);
    }
    let colour = if response.hovered() { tokens.accent } else { tokens.hairline };
    let edge = Stroke::new(1.0, colour);
    ui.painter().rect_stroke(rect, CornerRadius::same(4), edge, StrokeKind::Inside);
    if response.on_hover_text(name).clicked() {
        view.ask(Action::review(ReviewWish::See(ReviewPage::Sheet)));
    }
    if !pins.is_empty() && height >= MUCH / 2.0 - FOOT {
        small(ui, tokens, view.text("review-pins-are-comments"));
    }
}

/// How busy the busiest steps are, with a mark where waits begin to grow quickly.
fn loads(ui: &mut Ui, view: &ViewContext<'_>, printed: &PrintedFigures, height: f32) {
    let tokens = view.tokens;
    let known = printed.of(view.editor.scenario());
    let analysis = known.as_deref().unwrap_or(view.analysis);
    let mut rows: Vec<_> = analysis
        .steps
        .iter()
        .filter_map(|(id, step)| {
            let pool = step.tightest.as_ref();
            let share = pool.and_then(|pool| pool.load.value).or(step.utilisation.value)?;
            Some((*id, share, step.bottleneck))
        })
        .collect();
    rows.sort_by(|a, b| b.1.total_cmp(&a.1));
    let most = rows_in(height, LOAD).min(if height > MUCH { MANY_LOADS } else { LOADS });
    let demand = &analysis.demand_per_hour;
    let title = match demand.value {
        Some(_) if ui.available_width() > NARROW => {
            let rate = view.words.marked_as(demand, Wording::rate);
            view.words.with("review-load-at", &[("rate", rate.into())])
        }
        _ => view.text("review-picture-load").to_owned(),
    };
    let title = title.as_str();
    // What is left out is counted.
    let left = rows.len().saturating_sub(most);
    if left > 0 {
        let more = view.words.counted("review-loads-more", left);
        section_head(ui, tokens, &view.words.facts(&[title, more.as_str()]));
    } else {
        section_head(ui, tokens, title);
    }
    if rows.is_empty() {
        let why = view.words.lacks(&analysis.utilisation.lacks, view.scenario);
        let why = why.unwrap_or_else(|| view.text("load-none").to_owned());
        ui.add(egui::Label::new(egui::RichText::new(why).color(tokens.muted)).wrap());
        return;
    }
    let full = rows.first().map_or(1.0, |row| row.1.max(1.0));
    let width = ui.available_width();
    let height = ((height + GAP) / (most as f32) - GAP).min(HIGHEST_LOAD);
    for (id, share, is_limit) in rows.into_iter().take(most) {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
        let name = view.words.step(id, view.scenario);
        let number = view.words.percent(share);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, view.words.labelled(name, &number))
        });
        let colour = match share {
            share if share >= 1.0 => tokens.bad,
            share if share >= HOLDS => tokens.warn,
            _ => tokens.good,
        };
        // The limit is what is read first, however busy it is.
        let weight = if is_limit { Weight::Semibold } else { Weight::Regular };
        let ink = if share >= HOLDS { colour } else { tokens.ink };
        let number = ui.painter().layout_no_wrap(number, font(weight, SMALL + 0.5), ink);
        let room = width - number.size().x - 8.0;
        let name = elided(ui, name, font(weight, SMALL + 0.5), tokens.ink, room);
        let right = rect.right() - number.size().x;
        ui.painter().galley(rect.min, name, tokens.ink);
        ui.painter().galley(egui::pos2(right, rect.top()), number, ink);
        let track = Rect::from_min_max(
            egui::pos2(rect.left(), rect.bottom() - 10.0),
            egui::pos2(rect.right(), rect.bottom() - 5.0),
        );
        let corner = CornerRadius::same(2);
        ui.painter().rect_filled(track, corner, tokens.hairline);
        #[expect(clippy::cast_possible_truncation, reason = "a part of a bar")]
        let part = |share: f64| (share / full).clamp(0.0, 1.0) as f32;
        let mut bar = track;
        bar.set_width((track.width() * part(share)).max(2.0));
        ui.painter().rect_filled(bar, corner, colour);
        let at = track.left() + track.width() * part(HOLDS);
        let mark = Stroke::new(1.5, tokens.ink);
        ui.painter().vline(at, track.top() - 2.0..=track.bottom() + 2.0, mark);
    }
}

/// How long a visit takes and how much of it is waiting, the same in each scenario.
fn visits(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    (desk, printed): (&mut Desk, &PrintedFigures),
    height: f32,
) {
    let tokens = view.tokens;
    section_head(ui, tokens, view.text("review-picture-visit"));
    // The one that is shown is always among them.
    let most = rows_in(height, VISIT).min(MOST_NEAR);
    let scenarios = scenarios_near(view.editor.blueprint(), view.scenario.id(), most);
    let mut figures = desk.figures_of(scenarios);
    for (scenario, figures) in scenarios.iter().zip(&mut figures) {
        if let Some(known) = printed.of(scenario) {
            *figures = known;
        }
    }
    let visit = |analysis: &Analysis| {
        let rush = analysis.rush_order_time_s.value?;
        Some((rush, analysis.throughput_time_s.value.map(|time| (time - rush).max(0.0))))
    };
    let known = figures.iter().filter_map(|it| visit(it));
    let longest = known.map(|(work, wait)| work + wait.unwrap_or_default());
    let longest = longest.fold(0.0_f64, f64::max).max(f64::MIN_POSITIVE);
    let width = ui.available_width();
    for (scenario, analysis) in scenarios.iter().zip(&figures) {
        let name = view.words.scenario_name(scenario);
        let found = visit(analysis);
        let parts = found.and_then(|(work, wait)| {
            let times = [("work", view.words.time(work)), ("wait", view.words.time(wait?))];
            let arguments = times.map(|(name, time)| (name, time.into()));
            Some(view.words.with("review-work-and-wait", &arguments))
        });
        let said = parts.unwrap_or_default();
        // Whole, in as many lines as that takes.
        let letters = font(Weight::Regular, SMALL);
        let caption = ui.painter().layout(said.clone(), letters, tokens.muted, width);
        let size = Vec2::new(width, VISIT.max(37.0 + caption.size().y));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let Some((work, wait)) = found else {
            let text = elided(ui, name, font(Weight::Medium, BODY), tokens.muted, width);
            ui.painter().galley(rect.min, text, tokens.muted);
            continue;
        };
        let whole = work + wait.unwrap_or_default();
        let time = view.words.time(whole);
        response.widget_info(|| {
            let told = view.words.clauses(&[time.as_str(), said.as_str()]);
            WidgetInfo::labeled(Role::Label, true, view.words.labelled(name, &told))
        });
        let is_shown = scenario.id() == view.scenario.id();
        let weight = if is_shown { Weight::Semibold } else { Weight::Regular };
        let time = ui.painter().layout_no_wrap(time, font(weight, SMALL + 0.5), tokens.ink);
        let room = width - time.size().x - 8.0;
        let text = elided(ui, name, font(weight, SMALL + 0.5), tokens.ink, room);
        ui.painter().galley(rect.min, text, tokens.ink);
        let right = Align2::RIGHT_TOP.anchor_size(rect.right_top(), time.size());
        ui.painter().galley(right.min, time, tokens.ink);
        #[expect(clippy::cast_possible_truncation, reason = "a part of a bar")]
        let length = |seconds: f64| width * (seconds / longest) as f32;
        let bar = |from: f32, length: f32, colour: Color32| {
            let at = egui::pos2(rect.left() + from, rect.top() + 18.0);
            let bar = Rect::from_min_size(at, Vec2::new(length.max(1.0), 16.0));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, colour);
        };
        bar(0.0, length(work), tokens.accent);
        if let Some(wait) = wait.filter(|wait| *wait > 0.0) {
            bar(length(work) + 1.0, length(wait) - 1.0, tokens.warn);
        }
        let at = egui::pos2(rect.left(), rect.top() + 37.0);
        ui.painter().galley(at, caption, tokens.muted);
    }
}
