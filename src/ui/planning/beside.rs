//! What the answer says, beside the table.

use egui::{RichText, Ui, Vec2};

use crate::blueprint::sheets::Aim;
use crate::editor::SheetWork;
use crate::pictures::planning::{equation, limit_lines, next_line, plan_lines, verdict};
use crate::planning::sheet::{Answer, Status};
use crate::ui::controls::{FigureCard, callout, section_head, small, value_row};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::ViewContext;

use super::keeper::Keeper;
use super::pictures::limit_bar;
use super::{STALE, Shown, change};

/// Lines of a plan at most: the table has all.
const MOST_PLAN: usize = 12;
/// Letters of numbers that stand beside each other, and of one that is written large.
const MOST_BESIDE: usize = 9;
const MOST_LARGE: usize = 20;
/// Limits that stand above what would be.
const MOST_LIMITS: usize = 4;

/// Shows the panel.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, keeper: &mut Keeper) {
    let area = egui::ScrollArea::vertical().id_salt("planning answer").auto_shrink(false);
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 7.0);
        if keeper.has_failed() {
            ui.colored_label(view.tokens.bad, view.text("planner-failed"));
            if ui.button(view.text("planner-again")).clicked() {
                keeper.again();
            }
        }
        // Why a mix cannot be filled stands above the table.
        if !matches!(shown.mix, Some(Err(_))) {
            faults(ui, view, shown);
        }
        if let Some(answer) = &shown.answer {
            if shown.is_stale {
                small(ui, view.tokens, view.text("planner-last-answer"));
                ui.add_space(4.0);
            }
            // An answer is told of the sheet that it answers, whatever is wrong in it now.
            let past = keeper.past(shown);
            let told = past.as_ref().unwrap_or(shown);
            let answer = told.answer.as_ref().unwrap_or(answer);
            ui.scope(|ui| {
                if shown.is_past() {
                    ui.multiply_opacity(STALE);
                }
                figures(ui, view, told, answer);
                ending(ui, view, (told, shown.is_past()), answer);
                plan(ui, view, told, answer);
                if let Some(Ok(mix)) = &shown.mix {
                    super::mix::beside(ui, view, mix);
                }
                // Of a few limits these come first; many would push the rest out of sight.
                let is_long = answer.limits.len() > MOST_LIMITS;
                if is_long {
                    super::what_if::cards(ui, view, shown, answer);
                }
                limits(ui, view, told, answer);
                if !is_long {
                    super::what_if::cards(ui, view, shown, answer);
                }
            });
        } else if shown.faults.is_empty() && !matches!(shown.mix, Some(Err(_))) {
            small(ui, view.tokens, view.text("planner-solving"));
        }
        ui.add_space(12.0);
    });
}

/// What is wrong, and where.
fn faults(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown) {
    if shown.faults.is_empty() {
        return;
    }
    callout(view.tokens.bad_wash, view.tokens.bad).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let head = RichText::new(view.text("planner-faults")).color(view.tokens.bad);
        ui.label(head.font(font(Weight::Semibold, BODY)));
        for fault in shown.faults.iter().take(6) {
            ui.label(view.words.sheet_fault(&shown.sheet, fault));
        }
    });
    ui.add_space(8.0);
}

/// The value, and what it were if parts were allowed.
fn figures(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown, answer: &Answer) {
    let tokens = view.tokens;
    let Some(value) = &answer.value else { return };
    let quiet = shown.is_stale;
    let (name, note) = match shown.sheet.aim {
        Aim::Most => ("planner-profit", "planner-the-most"),
        Aim::Least => ("planner-cost", "planner-the-least"),
    };
    let difference =
        shown.ghost.as_ref().and_then(|before| before.value.as_ref()).and_then(|before| {
            let change = value - before;
            if change.is_zero() {
                return None;
            }
            let is_better = change.is_positive() == (shown.sheet.aim == Aim::Most);
            let sign = if change.is_positive() { "+" } else { "" };
            let text = format!("{sign}{}", view.words.exact_number(&change));
            Some((text, if is_better { tokens.good } else { tokens.bad }))
        });
    let card = |name: &'static str, value: String, note: &'static str, difference| FigureCard {
        name: view.words.text(name),
        // A number that is longer than a line is told small.
        note: (value.len() > MOST_LARGE).then(|| value.clone()),
        value: if value.len() > MOST_LARGE { String::new() } else { value },
        spoken: None,
        then: None,
        difference,
        is_compared: false,
        badge: None,
        colour: if quiet { tokens.faint } else { tokens.ink },
        hover: view.words.text(note).to_owned(),
    };
    let own = view.words.exact_number(value);
    let relaxed = answer.relaxation.as_ref().map(|value| view.words.exact_number(value));
    let all = ui.available_width();
    let half = (all - 8.0) / 2.0;
    let value = card(name, own.clone(), note, difference);
    let relaxed = relaxed.map(|relaxed| {
        let is_long = relaxed.len().max(own.len()) > MOST_BESIDE;
        (card("planner-if-parts", relaxed, "planner-if-parts-note", None), is_long)
    });
    ui.spacing_mut().item_spacing = Vec2::splat(8.0);
    match relaxed {
        None => {
            value.show(ui, view.words, tokens, all);
        }
        // Long numbers stand below each other.
        Some((relaxed, true)) => {
            value.show(ui, view.words, tokens, all);
            relaxed.show(ui, view.words, tokens, all);
        }
        Some((relaxed, false)) => {
            ui.horizontal(|ui| {
                value.show(ui, view.words, tokens, half);
                relaxed.show(ui, view.words, tokens, half);
            });
        }
    }
    ui.add_space(8.0);
}

/// How it ended: the best plan, why there is none, what would help.
///
/// What was true of a version that is past is not praised while this one is wrong.
fn ending(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (shown, is_past): (&Shown, bool),
    answer: &Answer,
) {
    let said = verdict(&shown.sheet, answer, view.words);
    let tokens = view.tokens;
    let (edge, wash) = match said.status {
        _ if is_past => (tokens.muted, tokens.background),
        Status::Optimal => (tokens.good, view.tokens.background),
        Status::Infeasible => (tokens.bad, tokens.bad_wash),
        Status::Unbounded | Status::Limit => (tokens.warn, tokens.background),
    };
    callout(wash, edge).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let head = RichText::new(&said.head).font(font(Weight::Semibold, BODY)).color(edge);
        ui.label(head);
        if said.status == Status::Optimal
            && let Some(sum) = equation(&shown.sheet, answer, view.words)
        {
            ui.label(sum);
        }
        for line in &said.lines {
            ui.label(line);
        }
        let next = shown.beyond.as_ref().and_then(|it| next_line(&shown.sheet, it, view.words));
        if let Some(next) = next {
            small(ui, tokens, next);
        }
        for (text, repair) in &said.repairs {
            let usable = repair.as_ref().filter(|_| view.reviewing.is_none());
            let Some((place, amount)) = usable else {
                ui.label(RichText::new(text).color(tokens.muted));
                continue;
            };
            let button = egui::Button::new(text.as_str()).wrap();
            if ui.add(button).on_hover_text(view.text("planner-use-repair")).clicked() {
                let sheet = shown.sheet.with(*place, amount);
                change(view, SheetWork::Change, shown.id, sheet);
            }
        }
    });
    ui.add_space(10.0);
}

/// What there is of each.
fn plan(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown, answer: &Answer) {
    let lines = plan_lines(&shown.sheet, answer, view.words);
    if lines.is_empty() {
        return;
    }
    section_head(ui, view.tokens, view.text("planner-plan"));
    ui.spacing_mut().item_spacing.y = 4.0;
    for (name, amount) in lines.iter().take(MOST_PLAN) {
        let amount = RichText::new(amount).font(font(Weight::Semibold, BODY));
        value_row(ui, view.tokens, name, amount, name);
    }
    if lines.len() > MOST_PLAN {
        let more = lines.len() - MOST_PLAN;
        small(ui, view.tokens, view.words.with("planner-more-lines", &[("count", more.into())]));
    }
    ui.add_space(8.0);
}

/// The limits as bars, with what one more of each brings.
fn limits(ui: &mut Ui, view: &ViewContext<'_>, shown: &Shown, answer: &Answer) {
    if answer.limits.is_empty() || answer.value.is_none() {
        return;
    }
    section_head(ui, view.tokens, view.text("planner-limits"));
    ui.spacing_mut().item_spacing = Vec2::new(4.0, 2.0);
    for line in limit_lines(&shown.sheet, answer, view.words) {
        limit_bar(ui, view, &line.name, &line.used, line.part, line.is_binding);
        if !line.brings.is_empty() {
            small(ui, view.tokens, line.brings);
        }
        ui.add_space(4.0);
    }
}
