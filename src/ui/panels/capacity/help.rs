//! What would help: suggestions with what they promise. Pointing at one shows it on the sheet and in
//! the figures, a click opens its card.

use egui::accesskit::Role as AccessRole;
use egui::{
    Align2, CornerRadius, Popup, PopupAnchor, PopupCloseBehavior, RectAlign, Response, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::advice::Advice;
use super::card;
use crate::analysis::Change;
use crate::blueprint::Scenario;
use crate::redesign::{Promise, Suggestion, TradeOff};
use crate::ui::controls::{elided, small};
use crate::ui::desk::{Desk, LEVERS};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};

/// The height of a suggestion.
const HEIGHT: f32 = 46.0;

/// Shows the suggestions, best first.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, advice: &mut Advice) {
    if desk.analysis.capacity_per_hour.value.is_none() && desk.editor.trial().is_none() {
        return;
    }
    let (found, is_fresh) = advice.of(ui.ctx(), desk);
    // Names are today's: a trial may have renamed or removed what they are about.
    let scenario = std::sync::Arc::clone(desk.editor.settled_scenario());
    let levers = desk.editor.trial() == Some(LEVERS);
    let is_lost = advice.is_lost(&scenario);
    if found.is_empty() || is_lost {
        let text = match (is_fresh, is_lost) {
            (true, _) => "help-none",
            (false, true) => "work-stopped",
            (false, false) => "suggestion-thinking",
        };
        small(ui, desk.tokens, desk.words.text(text));
    }
    // An open card comes before the pointer, the pointer before the keyboard.
    let mut pointed: (u8, Option<&Suggestion>) = (0, None);
    ui.spacing_mut().item_spacing.y = 5.0;
    for (at, suggestion) in found.iter().enumerate() {
        let mut response = row(ui, desk, suggestion, &scenario, (at, is_fresh));
        if levers {
            response = response.on_hover_text(desk.words.text("suggestion-levers"));
        }
        if !is_fresh {
            continue;
        }
        let beside = response.rect.with_min_x(ui.min_rect().left());
        let is_open = Popup::from_toggle_button_response(&response)
            .anchor(PopupAnchor::ParentRect(beside))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::LEFT_START)
            .gap(14.0)
            .accessible_name(desk.words.proposal(&suggestion.proposal, &scenario))
            .show(|ui| card::show(ui, desk, advice, suggestion, &scenario))
            .is_some();
        // What was pressed elsewhere must not meet a trial that the keyboard left behind.
        let down = ui.input(|input| input.pointer.any_down());
        let rank = if is_open {
            3
        } else if response.hovered() {
            2
        } else {
            u8::from(response.has_focus() && !down)
        };
        if rank > pointed.0 {
            pointed = (rank, Some(suggestion));
        }
    }
    match pointed.1.filter(|_| !levers).map(|suggestion| &suggestion.promise) {
        Some(Promise::Kept(kept)) => advice.want(&kept.edit),
        Some(Promise::Asks(_)) => card::want_machine(advice, &scenario),
        None => {}
    }
    no_help(ui, desk);
}

/// A suggestion: its name and what it brings, and below what it costs beside.
fn row(
    ui: &mut Ui,
    desk: &Desk<'_>,
    suggestion: &Suggestion,
    scenario: &Scenario,
    (at, is_fresh): (usize, bool),
) -> Response {
    let (words, tokens) = (desk.words, desk.tokens);
    let name = words.proposal(&suggestion.proposal, scenario);
    let gain = words.gain(suggestion).unwrap_or_default();
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (_, rect) = ui.allocate_space(size);
    let id = egui::Id::unique(("suggestion", at));
    let response = ui.interact(rect, id, Sense::click());
    let said = if gain.is_empty() {
        name.clone()
    } else {
        words.with(
            "suggestion-gain",
            &[("name", name.as_str().into()), ("gain", gain.as_str().into())],
        )
    };
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, is_fresh, said.as_str()));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let lit = response.hovered() || response.has_focus();
    let fill = if lit { tokens.accent_wash } else { tokens.background };
    let edge = if response.has_focus() { tokens.accent } else { tokens.hairline };
    let (round, line) = (CornerRadius::same(8), Stroke::new(1.0, edge));
    ui.painter().rect(rect, round, fill, line, StrokeKind::Inside);
    let inside = rect.shrink2(Vec2::new(12.0, 6.0));
    let ink = if is_fresh { tokens.ink } else { tokens.muted };
    let good = if is_fresh { tokens.good } else { tokens.muted };
    let gain = ui.painter().text(
        inside.right_top() + Vec2::new(0.0, 1.0),
        Align2::RIGHT_TOP,
        gain,
        font(Weight::Semibold, BODY),
        good,
    );
    let room = gain.left().min(inside.right()) - inside.left() - 8.0;
    let title = elided(ui, &name, font(Weight::Medium, BODY), ink, room);
    ui.painter().galley(inside.left_top() + Vec2::new(0.0, 1.0), title, ink);
    let aside = aside(desk, suggestion, scenario);
    let muted = tokens.muted;
    let aside = elided(ui, &aside, font(Weight::Regular, SMALL), muted, inside.width());
    ui.painter().galley(inside.left_bottom() - Vec2::new(0.0, aside.size().y), aside, muted);
    response
}

/// The most important thing that it costs beside; of a question, what is asked.
fn aside(desk: &Desk<'_>, suggestion: &Suggestion, scenario: &Scenario) -> String {
    if matches!(suggestion.promise, Promise::Asks(_)) {
        return desk.words.text("trade-ask").to_owned();
    }
    let currency = desk.editor.blueprint().currency();
    let first = suggestion.trade_offs.first();
    first
        .map_or_else(String::new, |cost: &TradeOff| desk.words.trade_off(*cost, scenario, currency))
}

/// Roles of which one more brings nothing, in one quiet line.
fn no_help(ui: &mut Ui, desk: &Desk<'_>) {
    let Some(now) = desk.analysis.capacity_per_hour.value else { return };
    let useless: Vec<&str> = desk
        .analysis
        .trials
        .iter()
        .filter_map(|trial| match trial.change {
            Change::OneMore(role) if trial.capacity_per_hour <= now * (1.0 + 1e-9) => {
                Some(desk.words.role(role, desk.scenario))
            }
            _ => None,
        })
        .collect();
    if !useless.is_empty() {
        let names = desk.words.list(&useless, 3);
        small(ui, desk.tokens, desk.words.with("help-nothing", &[("names", names.into())]));
    }
}
