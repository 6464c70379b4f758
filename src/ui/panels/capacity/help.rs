//! What would help: more customers, and shorter visits, each with its suggestions and what they
//! promise. Pointing at one shows it on the sheet and in the figures, a click opens its card.

use std::sync::Arc;

use egui::accesskit::Role as AccessRole;
use egui::{
    Color32, CornerRadius, Galley, Popup, PopupAnchor, PopupCloseBehavior, RectAlign, Response,
    RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::advice::Advice;
use super::card;
use crate::analysis::{Analysis, Basis, Change, Lack, PoolFigures};
use crate::blueprint::Scenario;
use crate::redesign::{Promise, Suggestion, Target, TradeOff};
use crate::ui::controls::{elided, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{LEVERS, ViewContext};
use crate::ui::whole_units;
use crate::wording::Wording;

/// The height of a suggestion whose title has one line.
const HEIGHT: f32 = 46.0;
/// How many lines a title has at most.
const TITLE_ROWS: usize = 2;
/// The least room for a title, in points.
const NARROW: f32 = 96.0;
/// Waits below this share of the time in all are hardly there.
const HARDLY: f64 = 1e-3;

/// Shows the suggestions, best first.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, advice: &mut Advice) {
    if view.analysis.capacity_per_hour.value.is_none() && view.editor.trial().is_none() {
        return;
    }
    let (found, is_fresh) = advice.of(ui.ctx(), view);
    // Names are today's: a trial may have renamed or removed what they are about.
    let scenario = std::sync::Arc::clone(view.editor.settled_scenario());
    let levers = view.editor.trial() == Some(LEVERS);
    if advice.is_lost() {
        small(ui, view.tokens, view.words.text("work-stopped"));
        if ui.link(view.words.text("button-try-again")).clicked() {
            advice.again();
        }
    } else if found.is_empty() && !is_fresh {
        small(ui, view.tokens, view.words.text("suggestion-thinking"));
    }
    let real = view.settled.unwrap_or(view.analysis);
    // The target that comes first is the one that the service lacks most.
    let mut targets = [Target::Capacity, Target::Time];
    if found.first().is_some_and(|first| first.target == Target::Time) {
        targets.reverse();
    }
    // An open card comes before the pointer, the pointer before the keyboard.
    let mut pointed: (u8, Option<&Suggestion>) = (0, None);
    ui.spacing_mut().item_spacing.y = 5.0;
    for target in targets {
        heading(ui, view, target);
        let of_target = found.iter().enumerate().filter(|(_, each)| each.target == target);
        for (at, suggestion) in of_target {
            pointed = offer(ui, view, advice, (at, suggestion, is_fresh), &scenario, pointed);
        }
        if is_fresh {
            let none = !found.iter().any(|each| each.target == target);
            footnote(ui, view, real, target, none);
        }
    }
    if let Some(suggestion) = pointed.1.filter(|_| !levers) {
        let name = view.words.proposal(&suggestion.proposal, &scenario);
        match &suggestion.promise {
            Promise::Kept(kept) => advice.want(&kept.edit, name),
            Promise::Asks(_) => card::want_machine(advice, &scenario, name),
        }
    }
}

/// A quiet head above the suggestions for a target.
fn heading(ui: &mut Ui, view: &ViewContext<'_>, target: Target) {
    let key = match target {
        Target::Capacity => "help-capacity",
        Target::Time => "help-time",
    };
    ui.add_space(2.0);
    let text = RichText::new(view.words.text(key)).font(font(Weight::Medium, SMALL));
    ui.label(text.color(view.tokens.muted));
}

/// A suggestion with its card; answers which is pointed at most so far, and how much.
fn offer<'a>(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    (at, suggestion, is_fresh): (usize, &'a Suggestion, bool),
    scenario: &std::sync::Arc<Scenario>,
    pointed: (u8, Option<&'a Suggestion>),
) -> (u8, Option<&'a Suggestion>) {
    let mut response = row(ui, view, suggestion, scenario, (at, is_fresh));
    if view.editor.trial() == Some(LEVERS) {
        response = response.on_hover_text(view.words.text("suggestion-levers"));
    }
    if !is_fresh {
        return pointed;
    }
    let beside = response.rect.with_min_x(ui.min_rect().left());
    let is_open = Popup::from_toggle_button_response(&response)
        .anchor(PopupAnchor::ParentRect(beside))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(RectAlign::LEFT_START)
        .gap(14.0)
        .accessible_name(view.words.proposal(&suggestion.proposal, scenario))
        .show(|ui| card::show(ui, view, advice, suggestion, scenario))
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
    if rank > pointed.0 { (rank, Some(suggestion)) } else { pointed }
}

/// A suggestion: its name and what it brings, and below what it costs beside.
fn row(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    suggestion: &Suggestion,
    scenario: &Scenario,
    (at, is_fresh): (usize, bool),
) -> Response {
    let (words, tokens) = (view.words, view.tokens);
    let name = words.proposal(&suggestion.proposal, scenario);
    let gain = words.gain(suggestion).unwrap_or_default();
    let whole = ui.available_width() - 24.0;
    let good = match (is_fresh, is_sure(suggestion)) {
        (false, _) => tokens.muted,
        (true, true) => tokens.good,
        // The direction is known, how far it goes is not.
        (true, false) => tokens.ink,
    };
    let gain_text = ui.painter().layout_no_wrap(gain.clone(), font(Weight::Semibold, BODY), good);
    let ink = if is_fresh { tokens.ink } else { tokens.muted };
    let beside = if gain.is_empty() { 0.0 } else { gain_text.size().x + 8.0 };
    let room = (whole - beside).max(NARROW);
    let title = title(ui, view, suggestion, scenario, ink, room);
    let line = gain_text.size().y;
    // A gain that leaves no room for the title stands below it.
    let is_below = beside > 0.0 && whole - beside < NARROW;
    let more = (title.size().y - line).max(0.0) + if is_below { line } else { 0.0 };
    let size = Vec2::new(ui.available_width(), HEIGHT + more);
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
    let top = inside.left_top() + Vec2::new(0.0, 1.0);
    let mut gain_at = egui::pos2(inside.right() - gain_text.size().x, top.y);
    if is_below {
        gain_at.y += title.size().y;
    }
    ui.painter().galley(gain_at, gain_text, good);
    ui.painter().galley(top, title, ink);
    let aside = aside(view, suggestion, scenario);
    let muted = tokens.muted;
    let aside = elided(ui, &aside, font(Weight::Regular, SMALL), muted, inside.width());
    ui.painter().galley(inside.left_bottom() - Vec2::new(0.0, aside.size().y), aside, muted);
    response
}

/// Whether it is known how far it helps, not only that it does.
fn is_sure(suggestion: &Suggestion) -> bool {
    let figure = |outlook| suggestion.target.figure(outlook).basis;
    let after = suggestion.kept().map(|kept| figure(&kept.after));
    [Some(figure(&suggestion.before)), after]
        .into_iter()
        .flatten()
        .all(|basis| basis != Basis::Unreliable)
}

/// What is proposed in at most two lines: names are shortened where they must be, never the change.
fn title(
    ui: &Ui,
    view: &ViewContext<'_>,
    suggestion: &Suggestion,
    scenario: &Scenario,
    ink: Color32,
    width: f32,
) -> Arc<Galley> {
    let letters = font(Weight::Medium, BODY);
    let laid = |most: Option<usize>, rows: usize| {
        let text = view.words.proposal_within(&suggestion.proposal, scenario, most);
        whole_units::layout(ui, &text, letters.clone(), ink, (width, rows))
    };
    for most in [None, Some(40), Some(28), Some(20), Some(14), Some(10)] {
        let galley = laid(most, usize::MAX);
        if galley.rows.len() <= TITLE_ROWS {
            return galley;
        }
    }
    laid(Some(7), TITLE_ROWS)
}

/// The most important thing that it costs beside; of a question, what is asked.
fn aside(view: &ViewContext<'_>, suggestion: &Suggestion, scenario: &Scenario) -> String {
    if matches!(suggestion.promise, Promise::Asks(_)) {
        return view.words.text("trade-ask").to_owned();
    }
    let currency = view.editor.blueprint().currency();
    let first = suggestion.trade_offs.first();
    first
        .map_or_else(String::new, |cost: &TradeOff| view.words.trade_off(*cost, scenario, currency))
}

/// What does not move the target, or why nothing is offered, in one quiet line.
fn footnote(ui: &mut Ui, view: &ViewContext<'_>, real: &Analysis, target: Target, none: bool) {
    let words = view.words;
    let scenario = view.editor.settled_scenario();
    let said = match target {
        Target::Capacity => {
            let now = real.capacity_per_hour.value.unwrap_or(0.0);
            let useless = real.trials.iter().filter_map(|trial| match trial.change {
                Change::OneMore(role) if trial.capacity_per_hour <= now * (1.0 + 1e-9) => {
                    Some(words.role(role, scenario))
                }
                _ => None,
            });
            named(words, "help-nothing", &useless.collect::<Vec<_>>())
        }
        Target::Time => {
            let time = &real.throughput_time_s;
            let hardly = |pool: &&PoolFigures| {
                let wait = pool.wait_s.value.zip(time.value);
                wait.is_some_and(|(wait, time)| wait <= HARDLY * time)
            };
            let pools: Vec<String> = real
                .pools
                .iter()
                .filter(hardly)
                .map(|pool| words.pool(&pool.pool, scenario))
                .collect();
            if time.lacks.contains(&Lack::SpareCapacity) {
                Some(words.text("help-time-growing").to_owned())
            } else if time.value.is_none() {
                words.lacks(&time.lacks, scenario)
            } else {
                named(words, "help-no-wait", &pools.iter().map(String::as_str).collect::<Vec<_>>())
            }
        }
    };
    if none && (target == Target::Capacity || real.throughput_time_s.value.is_some()) {
        let key = if target == Target::Capacity { "help-none" } else { "help-none-time" };
        small(ui, view.tokens, words.text(key));
    }
    if let Some(said) = said {
        small(ui, view.tokens, said);
    }
}

/// A sentence with some names; none without names.
fn named(words: &Wording, key: &str, names: &[&str]) -> Option<String> {
    let list = (!names.is_empty()).then(|| words.list(names, 3))?;
    Some(words.with(key, &[("names", list.into())]))
}
