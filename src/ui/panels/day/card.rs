//! The card of the day among the figures that stay in view: how long a visit lasts over the day, and why that is
//! to be believed.

use egui::{
    Align2, CornerRadius, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit,
};

use crate::simulation::simulated;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::simulating::{Ended, FoundDay};
use crate::ui::theme::{FIGURE, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

use super::state::{told, why_it_leads};

/// How high it is, and what is free inside of its edge.
const HEIGHT: f32 = 64.0;
const EDGE: Vec2 = Vec2::new(12.0, 7.0);

/// Shows the card, where a day is simulated.
pub(in crate::ui) fn show(ui: &mut Ui, view: &ViewContext<'_>) {
    let (Some(of), Some(really)) = (view.simulated, view.simulated_really) else { return };
    let is_lacking = |day: &Option<_>| {
        day.as_deref().is_some_and(|it: &FoundDay| it.ended == Some(Ended::Lacking))
    };
    if view.scenario.demand().day.is_none() || is_lacking(&of.day) {
        return;
    }
    let (words, tokens) = (view.words, view.tokens);
    let time = |day: &Option<std::sync::Arc<FoundDay>>| {
        let figures = day.as_ref().and_then(|day| day.figures.as_ref());
        simulated(figures.and_then(|figures| figures.throughput_time_s))
    };
    // A preview stands beside what is real.
    let is_tried = view.settled.is_some();
    let (real, tried) = (time(&really.day), time(&of.day));
    let value =
        real.value.map_or_else(|| words.text("no-figure").to_owned(), |it| words.time_on_a_day(it));
    let amount = Amount::ClockSeconds;
    let badge = real.value.map(|_| words.badge(real.basis, amount));
    let then = is_tried.then(|| format!("→ {}", words.marked(&tried, amount)));
    let note = match told(view, of) {
        Some((state, _)) if real.value.is_none() => state,
        _ => words.text(why_it_leads(view)).to_owned(),
    };
    let name = words.text("simulated-day-card");
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let clauses: Vec<&str> = [Some(value.as_str()), badge.as_deref(), then.as_deref()]
        .into_iter()
        .flatten()
        .chain([note.as_str()])
        .collect();
    let said = words.labelled(name, &words.clauses(&clauses));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, said.as_str()));
    let painter = ui.painter();
    let edge = Stroke::new(1.0, tokens.accent);
    let round = CornerRadius::same(8);
    painter.rect(rect, round, tokens.accent_wash, edge, StrokeKind::Inside);
    let inside = rect.shrink2(EDGE);
    let small = font(Weight::Regular, SMALL);
    let line =
        |text: &str, weight, colour, room: f32| elided(ui, text, font(weight, SMALL), colour, room);
    let title = line(name, Weight::Medium, tokens.accent, inside.width());
    painter.galley(inside.left_top(), title, tokens.accent);
    let note = line(&note, Weight::Regular, tokens.muted, inside.width());
    let at = Pos2::new(inside.left(), inside.bottom() - note.size().y);
    painter.galley(at, note, tokens.muted);
    // Numbers large, units small, on one line between the two.
    let base = inside.center().y + 9.0;
    let mut left = inside.left();
    for word in value.split_whitespace() {
        let is_number = word.starts_with(|it: char| it.is_ascii_digit() || "–−".contains(it));
        let (letters, colour, raise, gap) = if is_number {
            (font(Weight::Semibold, FIGURE), tokens.ink, 0.0, 3.0)
        } else {
            (small.clone(), tokens.muted, 3.0, 6.0)
        };
        let galley = painter.layout_no_wrap(word.to_owned(), letters, colour);
        let at = Pos2::new(left, base + 3.0 - raise - galley.size().y);
        left += galley.size().x + gap;
        painter.galley(at, galley, colour);
    }
    let beside = then.map(|then| (then, tokens.accent)).or(badge.map(|it| (it, tokens.accent)));
    if let Some((text, colour)) = beside {
        let galley = line(&text, Weight::Medium, colour, inside.right() - left - 8.0);
        let middle = Pos2::new(inside.right() - 6.0, inside.center().y);
        let place: Rect = Align2::RIGHT_CENTER.anchor_size(middle, galley.size());
        let pill = place.expand2(Vec2::new(6.0, 2.0));
        let round = CornerRadius::same(9);
        painter.rect(
            pill,
            round,
            tokens.panel,
            Stroke::new(1.0, tokens.accent),
            StrokeKind::Inside,
        );
        painter.galley(place.min, galley, colour);
    }
    response.on_hover_text(format!("{said}\n{}", words.text("simulated-day-card-help")));
}
