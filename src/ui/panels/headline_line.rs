//! The key figures in one line, for where the panel is about something else: what is selected, or a
//! window that is too low for the tiles. Below them stands who is the bottleneck.

use egui::{Align2, CornerRadius, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::analysis::PoolFigures;
use crate::ui::controls::{FigureCard, elided};
use crate::ui::flash::Flashes;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, HEAD, SMALL};
use crate::ui::view_context::{Action, SideTab, ViewContext};
use crate::ui::whole_units;

use super::headline::{Tile, answer, missing, told};
use super::steady::growing;

/// Height of the figures.
const FIGURES: f32 = 36.0;
/// Height of the line below them.
const LINE: f32 = 20.0;
/// How many lines a reason takes at most; the hover says all of it.
const REASON_LINES: usize = 4;
/// Between the figures.
const GAP: f32 = 8.0;

/// Shows the figures, and below them who is the bottleneck, or what is missing.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, flashes: &Flashes) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let size = Vec2::new(ui.available_width(), FIGURES);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let cards = Tile::ALL.map(|tile| (tile, told(view, flashes, tile)));
    let widths = widths(ui, view, &cards, whole.width());
    let mut left = whole.left();
    for ((tile, card), width) in cards.into_iter().zip(widths) {
        let corner = egui::pos2(left, whole.top());
        let rect = Rect::from_min_size(corner, Vec2::new(width - GAP, whole.height()));
        left += width;
        figure(ui, view, tile, &card, rect);
    }
    growing(ui, view, "limit", LINE, |ui, view| {
        ui.horizontal(|ui| {
            ui.set_min_height(LINE);
            ui.spacing_mut().interact_size.y = LINE;
            limit(ui, view);
        });
    });
}

/// Its name small, its value below; a preview or what has just changed stands in the name's place.
fn figure(ui: &Ui, view: &mut ViewContext<'_>, tile: Tile, card: &FigureCard<'_>, rect: Rect) {
    let tokens = view.tokens;
    let id = ui.scope_id().with(("headline", tile.short_key()));
    let response = ui.interact(rect, id, Sense::click());
    let said = card.said(view.words);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        let ground = rect.expand2(Vec2::new(4.0, 0.0));
        painter.rect_filled(ground, CornerRadius::same(4), tokens.accent_wash);
    }
    let (upper, colour) = match (&card.then, &card.difference) {
        (Some(then), _) => (format!("→ {then}"), tokens.accent),
        (None, Some((difference, colour))) if !card.is_compared => (difference.clone(), *colour),
        (None, _) => (view.text(tile.short_key()).to_owned(), tokens.muted),
    };
    let upper = elided(ui, &upper, font(Weight::Regular, HEAD), colour, rect.width() + GAP - 2.0);
    painter.galley(rect.left_top() + Vec2::new(0.0, 2.0), upper, colour);
    let value = shown(view, card);
    let strong = font(Weight::Semibold, BODY + 0.5);
    let value = elided(ui, &value, strong, card.colour, rect.width() + GAP - 2.0);
    let corner = egui::pos2(rect.left(), rect.bottom() - 2.0 - value.size().y);
    let end = corner + Vec2::new(value.size().x + 3.0, value.size().y - 1.5);
    painter.galley(corner, value, card.colour);
    if let Some(badge) = &card.badge {
        let letters = font(Weight::Regular, SMALL - 1.0);
        let badge = elided(ui, badge, letters, tokens.muted, rect.right() + GAP - 2.0 - end.x);
        let place = Align2::LEFT_BOTTOM.anchor_size(end, badge.size());
        painter.galley(place.min, badge, tokens.muted);
    }
    let response = response.on_hover_text(&card.hover);
    answer(ui, view, tile, &card.value, &response);
}

/// The value, or a dash where a note stands in its place: the hover says the rest.
fn shown(view: &ViewContext<'_>, card: &FigureCard<'_>) -> String {
    let value = if card.value.is_empty() { view.words.text("no-figure") } else { &card.value };
    value.to_owned()
}

/// The widths of the figures: what each needs, and a fair part of what is left or lacking.
fn widths(
    ui: &Ui,
    view: &ViewContext<'_>,
    cards: &[(Tile, FigureCard<'_>)],
    room: f32,
) -> Vec<f32> {
    let wide = |text: &str, weight, size| {
        elided(ui, text, font(weight, size), view.tokens.ink, f32::INFINITY).size().x
    };
    let needed: Vec<f32> = cards
        .iter()
        .map(|(tile, card)| {
            let name = wide(view.words.text(tile.short_key()), Weight::Regular, HEAD);
            let badge = card.badge.as_ref();
            let badge = badge.map_or(0.0, |it| 3.0 + wide(it, Weight::Regular, SMALL - 1.0));
            let value = wide(&shown(view, card), Weight::Semibold, BODY + 0.5) + badge;
            name.max(value) + GAP
        })
        .collect();
    let more = (room - needed.iter().sum::<f32>()) / needed.len().max(1) as f32;
    needed.into_iter().map(|width| (width + more).max(2.0 * GAP)).collect()
}

/// Who is the bottleneck; where there is none, what is missing, and a way there.
fn limit(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let (words, tokens, analysis) = (view.words, view.tokens, view.analysis);
    let text = |text: &str, weight, colour| {
        RichText::new(text).font(font(weight, SMALL + 0.5)).color(colour)
    };
    let binding: Vec<&PoolFigures> = analysis.pools.iter().filter(|pool| pool.binding).collect();
    if analysis.capacity_per_hour.value.is_some() {
        let names = words.in_the_way(binding.iter().copied(), view.scenario);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let key = if view.settled.is_some() { "bottleneck-tried" } else { "bottleneck-is" };
        let said = words.with(key, &[("name", words.list(&names, 1).into())]);
        let button = egui::Button::new(text(&said, Weight::Medium, tokens.bad));
        let response = ui.add(button.frame(false).truncate());
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let sums = binding.iter().map(|pool| {
            let name = words.pool(&pool.pool, view.scenario);
            words.pool_arithmetic(pool, &name, view.scenario, pool.capacity_per_hour.basis)
        });
        let hover = sums.chain([words.text("headline-to-capacity").to_owned()]);
        let hover = hover.collect::<Vec<_>>().join("\n");
        if response.on_hover_text(hover).clicked() {
            view.ask(Action::Tab(SideTab::Capacity));
        }
        return;
    }
    let key = match (view.settled, view.before) {
        (Some(_), _) => "no-capacity-tried",
        (None, Some(_)) => "no-capacity-now",
        (None, None) => "no-capacity",
    };
    let (missing, place) = missing(view);
    ui.spacing_mut().item_spacing.x = 6.0;
    let go = view.text("go-there");
    let end = if place.is_some() { 70.0 } else { 0.0 };
    let said = missing.unwrap_or_else(|| words.text(key).to_owned());
    let room = ui.available_width() - end;
    let letters = font(Weight::Medium, SMALL + 0.5);
    let galley = whole_units::layout(ui, &said, letters, tokens.ink, (room, REASON_LINES));
    let hover = match view.before {
        Some(_) => format!("{said}\n{}", words.text("headline-before")),
        None => format!("{}\n{said}", words.text(key)),
    };
    let response = ui.add(egui::Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response.on_hover_text(hover);
    if let Some(place) = place
        && ui.link(text(go, Weight::Regular, tokens.accent)).clicked()
    {
        view.ask(Action::GoTo(place));
    }
}
