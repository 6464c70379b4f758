//! How a lesson stands on the desk: its clock, what comes next, the note, the answer.

use egui::{Align, CornerRadius, Frame, Layout, Margin, Rect, RichText, Sense, Stroke, Ui, vec2};

use crate::analysis::Basis;
use crate::blueprint::StopGone;
use crate::presenting::Session;
use crate::stage::{Held, StopFigure};
use crate::ui::controls::section_head;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::frame::fitting;
use super::versions::Versions;
use super::wall::WallState;

/// A part of the desk: a panel with a head, and something small at its right.
pub(super) fn card(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (key, aside): (&'static str, &str),
    content: impl FnOnce(&mut Ui, &mut ViewContext<'_>),
) {
    let tokens = view.tokens;
    Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.0, tokens.hairline))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                section_head(ui, tokens, view.words.text(key));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = RichText::new(aside).size(SMALL).color(tokens.muted);
                    ui.add(egui::Label::new(text).truncate());
                });
            });
            content(ui, view);
        });
}

/// Minutes and seconds, as a clock shows them.
fn on_clock(seconds: f64) -> String {
    let whole = seconds.max(0.0).floor();
    format!("{:02}:{:02}", (whole / 60.0).floor(), whole % 60.0)
}

/// The clock.
pub(super) fn clock(ui: &mut Ui, view: &mut ViewContext<'_>, session: &Session) {
    let tokens = view.tokens;
    let standing = session.standing(ui.input(|input| input.time));
    let large = font(Weight::Semibold, 34.0);
    let colour = if standing.is_paused { tokens.muted } else { tokens.ink };
    ui.label(RichText::new(on_clock(standing.elapsed_s)).font(large).color(colour));
    if standing.planned_s <= 0.0 {
        ui.label(RichText::new(view.text("lesson-not-planned")).size(SMALL).color(tokens.muted));
        return;
    }
    ui.horizontal(|ui| {
        ui.label(RichText::new(view.text("lesson-stop-ends")).color(tokens.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(on_clock(standing.until_s)).font(font(Weight::Semibold, BODY)));
        });
    });
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
    // A part of a bar needs no more digits.
    #[allow(clippy::cast_possible_truncation)]
    let part = (standing.elapsed_s / standing.planned_s).clamp(0.0, 1.0) as f32;
    let round = CornerRadius::same(2);
    ui.painter().rect_filled(bar, round, tokens.hairline);
    let (in_hand, is_late) = (standing.in_hand_s(), standing.is_late());
    let ink = if is_late { tokens.warn } else { tokens.good };
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * part, bar.height()));
    ui.painter().rect_filled(done, round, ink);
    ui.horizontal(|ui| {
        let time = view.words.time(in_hand.abs().round());
        let said = if in_hand >= 0.0 {
            view.words.with("lesson-in-hand", &[("time", time.into())])
        } else {
            view.words.with("lesson-behind", &[("time", time.into())])
        };
        let ink = if in_hand >= 0.0 { tokens.good } else { ink };
        let quiet = !is_late && in_hand < 0.0;
        let ink = if quiet { tokens.muted } else { ink };
        ui.label(RichText::new(said).font(font(Weight::Medium, SMALL)).color(ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let minutes = view.words.number((standing.planned_s / 60.0).round());
            let text = view.words.with("lesson-of-minutes", &[("minutes", minutes.into())]);
            ui.label(RichText::new(text).size(SMALL).color(tokens.muted));
        });
    });
}

/// The stop that comes next, small.
pub(super) fn next(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &mut Session,
    wall: &mut WallState,
) {
    let tokens = view.tokens;
    let next = session.next(view.editor).map(|(at, stop)| (at, stop.clone()));
    let Some((at, stop)) = next else {
        ui.label(RichText::new(view.text("lesson-results-next")).color(tokens.muted));
        return;
    };
    let whole = ui.available_width();
    ui.horizontal_top(|ui| {
        let width = (whole * 0.62).min(220.0);
        let (room, _) = ui.allocate_exact_size(vec2(width, width * 9.0 / 16.0), Sense::hover());
        let rect = fitting(room, 16.0 / 9.0);
        let held = Held::those(&session.hidden_at(at));
        wall.show_small(ui, view, session, (&stop, held), (rect, None));
        let edge = Stroke::new(1.0, tokens.hairline);
        ui.painter().rect_stroke(rect, CornerRadius::same(4), edge, egui::StrokeKind::Outside);
        ui.vertical(|ui| {
            let number = view.words.with("lesson-stop-number", &[("number", (at + 1).into())]);
            ui.label(RichText::new(number).size(SMALL).color(tokens.muted));
            let title = RichText::new(&stop.title).font(font(Weight::Semibold, BODY));
            ui.add(egui::Label::new(title).wrap());
            if let Some(minutes) = stop.minutes {
                let text = view.words.with("lesson-minutes", &[("minutes", minutes.into())]);
                ui.label(RichText::new(text).size(SMALL).color(tokens.muted));
            }
        });
    });
    for skipped in session.place().stop + 1..at {
        let title = session.stop_at(skipped).map_or("", |stop| stop.title.as_str());
        let arguments = [("number", (skipped + 1).into()), ("title", title.into())];
        let text = view.words.with("lesson-skips-stop", &arguments);
        ui.label(RichText::new(text).size(SMALL).color(tokens.warn));
    }
    said_of_gone(ui, view, session.gone(at, view.editor.blueprint()));
}

/// What a stop names and the blueprint no longer has.
pub(super) fn said_of_gone(ui: &mut Ui, view: &ViewContext<'_>, gone: StopGone) {
    if !gone.any() {
        return;
    }
    let said = view.words.stop_gone(gone);
    let text = RichText::new(said).size(SMALL).color(view.tokens.warn);
    ui.add(egui::Label::new(text).wrap());
}

/// What the trainer wants to remember, in a size of its own.
pub(super) fn note(ui: &mut Ui, session: &Session, size: &mut f32) {
    let note = session.stop().map_or("", |stop| &stop.note);
    let response =
        ui.add(egui::Label::new(RichText::new(note).font(font(Weight::Regular, *size))).wrap());
    if response.contains_pointer() || ui.ui_contains_pointer() {
        let zoom = ui.input(egui::InputState::zoom_delta);
        if (zoom - 1.0).abs() > 1e-3 {
            *size = (*size * zoom).clamp(10.0, 40.0);
        }
    }
}

/// The answer with its arithmetic: what limits, what would limit next, how long a visit takes.
pub(super) fn answer(ui: &mut Ui, view: &mut ViewContext<'_>, session: &mut Session) {
    let tokens = view.tokens;
    let Some(versions) = Versions::of(session, view) else { return };
    let (scenario, figures) = &versions.shown;
    let words = view.words;
    let names: Vec<&str> =
        figures.bottleneck.iter().map(|step| words.step(*step, scenario)).collect();
    if !names.is_empty() {
        let title = words.list(&names, names.len());
        ui.add(egui::Label::new(RichText::new(title).font(font(Weight::Semibold, 14.0))).wrap());
    }
    let basis = figures.capacity_per_hour.basis;
    let limiting = figures.pools.iter().filter(|pool| {
        pool.capacity_per_hour.value.is_some()
            && pool.capacity_per_hour.value == figures.capacity_per_hour.value
    });
    let mut rows: Vec<(&str, String)> = Vec::new();
    for pool in limiting.take(2) {
        let name = words.pool(&pool.pool, scenario);
        let said = words.pool_arithmetic(pool, &name, scenario, basis);
        rows.push((view.text("figure-capacity"), said));
    }
    if let Some(next) = &figures.next_limit {
        let names: Vec<String> = next.pools.iter().map(|pool| words.pool(pool, scenario)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let rate = words.marked(&next.capacity_per_hour, crate::wording::Amount::PerHour);
        let said = words.labelled(&words.list(&names, 2), &rate);
        rows.push((view.text("lesson-next-limit"), said));
    }
    let currency = view.editor.blueprint().currency();
    for key in [
        crate::analysis::FigureKey::ThroughputTime,
        crate::analysis::FigureKey::Utilisation,
        crate::analysis::FigureKey::Cost,
    ] {
        let figure = StopFigure::Key(key);
        let said = figure.said(figures, words, currency);
        let lacks = || words.lacks(&figure.of(figures).lacks, scenario);
        let Some(said) = said.or_else(lacks) else { continue };
        let exact = figure.of(figures).basis == Basis::Exact && figure.of(figures).value.is_some();
        let said =
            if exact { words.facts(&[said.as_str(), view.text("lesson-exact")]) } else { said };
        rows.push((figure.name(words), said));
    }
    let name_width = 120.0;
    for (name, said) in rows {
        ui.horizontal_top(|ui| {
            let (cell, _) = ui.allocate_exact_size(vec2(name_width, 18.0), Sense::hover());
            let galley = crate::ui::controls::elided(
                ui,
                name,
                font(Weight::Regular, SMALL),
                tokens.muted,
                name_width,
            );
            ui.painter().galley(cell.min, galley, tokens.muted);
            ui.add(egui::Label::new(RichText::new(said).font(font(Weight::Medium, BODY))).wrap());
        });
    }
}
