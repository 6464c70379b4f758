//! The capacity tab: load by step and by role, what would help, labour and time.

use egui::accesskit::Role as AccessRole;
use egui::{Color32, CornerRadius, RichText, Sense, Ui, WidgetInfo};

use crate::analysis::{Basis, Change, Figure, FigureKey, Lack};
use crate::blueprint::{Role, StepId};
use crate::drawing::BUSY;
use crate::editor::{Edit, Selection, Thing};
use crate::process::ProblemPlace;
use crate::ui::controls::{BarRow, section_head, small, value_row};
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::wording::Amount;

use super::why::{Asked, wait_line};

/// How many rows a list shows before it is cut.
const ROWS: usize = 8;

/// Shows the tab.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    load_by_step(ui, desk);
    ui.add_space(8.0);
    what_would_help(ui, desk);
    ui.add_space(8.0);
    section_head(ui, desk.tokens, desk.text("section-time-and-labour"));
    figures(ui, desk);
    ui.add_space(8.0);
    load_by_role(ui, desk);
}

/// The colour of a load, as on the cards: red at the bottleneck, amber when busy, else green.
pub(in crate::ui) fn load_colour(tokens: Tokens, bottleneck: bool, part: f64) -> Color32 {
    if bottleneck {
        tokens.bad
    } else if part >= BUSY {
        tokens.warn
    } else {
        tokens.good
    }
}

fn load_by_step(ui: &mut Ui, desk: &mut Desk<'_>) {
    head_with_unit(ui, desk, "section-load-by-step", "unit-capacity-per-hour");
    let mut rows: Vec<(StepId, f64, bool)> = desk
        .analysis
        .steps
        .iter()
        .filter_map(|(id, step)| Some((*id, step.capacity_per_hour.value?, step.bottleneck)))
        .collect();
    if rows.is_empty() {
        small(ui, desk.tokens, desk.text("load-none"));
        return;
    }
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let least = rows.first().map_or(1.0, |row| row.1);
    // With demand a full bar is full load; without it, the load of the tightest step.
    let full = desk.analysis.demand_per_hour.value.unwrap_or(least);
    for (id, rate, bottleneck) in rows.iter().take(ROWS).copied() {
        let part = full / rate;
        let name = desk.words.step(id, desk.scenario);
        let row = BarRow {
            name,
            number: desk.words.number(rate),
            part: bar(part),
            colour: load_colour(desk.tokens, bottleneck, part),
            strong: bottleneck,
        };
        let response = row.show(ui, desk.tokens);
        if response.clicked() {
            desk.ask(Action::GoTo(ProblemPlace::Step(id)));
        }
        response.on_hover_ui(|ui| step_hover(ui, desk, id));
    }
    cut_note(ui, desk, rows.len());
}

fn step_hover(ui: &mut Ui, desk: &Desk<'_>, id: StepId) {
    let Some(step) = desk.analysis.steps.get(&id) else { return };
    let words = desk.words;
    let line = |ui: &mut Ui, key: &'static str, figure: &Figure, value: Option<String>| {
        let text = value.or_else(|| words.lacks(&figure.lacks, desk.scenario));
        if let Some(text) = text {
            ui.label(format!("{}: {text}", words.text(key)));
        }
    };
    line(ui, "figure-visits", &step.visits, step.visits.value.map(|v| words.number(v)));
    let rate = step.capacity_per_hour.value.map(|rate| words.rate(rate));
    line(ui, "figure-capacity", &step.capacity_per_hour, rate);
    let share = step.utilisation.value.map(|share| words.percent(share));
    line(ui, "figure-utilisation", &step.utilisation, share);
    let wait = step.wait_s.value.map(|wait| words.time(wait));
    line(ui, "figure-wait", &step.wait_s, wait);
    if step.wait_s.value.is_some() {
        wait_line(ui, desk, id);
    }
}

fn load_by_role(ui: &mut Ui, desk: &mut Desk<'_>) {
    let mut rows: Vec<_> = desk
        .analysis
        .roles
        .iter()
        .filter_map(|(id, role)| Some((*id, role.capacity_per_hour.value?, role)))
        .collect();
    if rows.is_empty() {
        return;
    }
    head_with_unit(ui, desk, "section-load-by-role", "unit-capacity-per-hour");
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let least = rows.first().map_or(1.0, |row| row.1);
    let full = desk.analysis.demand_per_hour.value.unwrap_or(least);
    let count = rows.len();
    for (id, rate, role) in rows.into_iter().take(ROWS) {
        let name = match desk.scenario.roles().get(&id) {
            Some(role) if role.headcount != 1 => {
                let count = role.headcount.to_string();
                desk.words.with(
                    "role-times",
                    &[("name", role.name.as_str().into()), ("count", count.into())],
                )
            }
            Some(role) => role.name.clone(),
            None => continue,
        };
        let row = BarRow {
            name: &name,
            number: desk.words.number(rate),
            part: bar(full / rate),
            colour: load_colour(desk.tokens, role.bottleneck, full / rate),
            strong: role.bottleneck,
        };
        let hover = desk.words.with("role-work", &[("time", desk.words.time(role.work_s).into())]);
        if row.show(ui, desk.tokens).on_hover_text(hover).clicked() {
            desk.ask(Action::Select(Selection::thing(Thing::Role(id))));
        }
    }
    cut_note(ui, desk, count);
}

fn cut_note(ui: &mut Ui, desk: &Desk<'_>, count: usize) {
    if count > ROWS {
        let more = desk.words.with("rows-more", &[("count", (count - ROWS).into())]);
        small(ui, desk.tokens, more);
    }
}

// A part of a bar: precision beyond a pixel is lost on purpose.
#[allow(clippy::cast_possible_truncation)]
fn bar(part: f64) -> f32 {
    part.clamp(0.0, 1.0) as f32
}

fn what_would_help(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(now) = desk.analysis.capacity_per_hour.value else { return };
    let best: Vec<_> = desk
        .analysis
        .trials
        .iter()
        .filter(|trial| trial.capacity_per_hour > now * (1.0 + 1e-9))
        .take(4)
        .collect();
    section_head(ui, desk.tokens, desk.text("section-what-would-help"));
    if best.is_empty() {
        small(ui, desk.tokens, desk.text("help-none"));
    }
    let words = desk.words;
    for trial in best {
        let (text, edit) = change_words(desk, trial.change);
        let from = words.number(now);
        let to = words.rate(trial.capacity_per_hour);
        let gain = words.with("from-to", &[("from", from.into()), ("to", to.into())]);
        let tokens = desk.tokens;
        let button = egui::Button::new((
            RichText::new(text).color(tokens.ink),
            egui::Atom::grow(),
            RichText::new(gain).font(font(Weight::Semibold, BODY)).color(tokens.good),
        ))
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 32.0));
        let response = ui.add(button).on_hover_text(desk.text("help-try"));
        if response.clicked()
            && let Some(edit) = edit
        {
            desk.edit(edit);
        }
    }
    no_help(ui, desk, now);
}

/// Roles of which one more brings nothing, in one quiet line.
fn no_help(ui: &mut Ui, desk: &Desk<'_>, now: f64) {
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

/// What a change is called, and the edit that makes it.
fn change_words(desk: &Desk<'_>, change: Change) -> (String, Option<Edit>) {
    let words = desk.words;
    let scenario = desk.scenario;
    let role_edit = |id, more: bool| {
        let role = scenario.roles().get(&id)?;
        let headcount =
            if more { role.headcount.checked_add(1)? } else { role.headcount.checked_sub(1)? };
        Some(Edit::SetRole(id, Role { headcount, ..Role::clone(role) }))
    };
    let named = |key, name: &str| words.with(key, &[("name", name.into())]);
    match change {
        Change::OneMore(id) => {
            (named("change-one-more", words.role(id, scenario)), role_edit(id, true))
        }
        Change::OneLess(id) => {
            (named("change-one-less", words.role(id, scenario)), role_edit(id, false))
        }
        Change::OneMorePlace(id) => (
            named("change-one-more-place", words.step(id, scenario)),
            super::details::one_more_place(scenario, id),
        ),
        Change::OneLessPlace(id) => (
            named("change-one-less-place", words.step(id, scenario)),
            super::details::one_less_place(scenario, id),
        ),
        Change::SecondServer(id) => (
            named("change-second-server", words.step(id, scenario)),
            super::details::one_more_place(scenario, id),
        ),
        Change::TenPercentFaster(id) => (
            named("change-faster", words.step(id, scenario)),
            super::details::ten_percent_faster(scenario, id),
        ),
    }
}

fn figures(ui: &mut Ui, desk: &mut Desk<'_>) {
    let analysis = desk.analysis;
    let currency = desk.editor.blueprint().currency().to_owned();
    let seconds: fn(f64) -> Amount<'static> = Amount::Seconds;
    let times = [
        (
            FigureKey::CycleTime,
            "figure-cycle-time",
            "figure-cycle-time-meaning",
            &analysis.cycle_time_s,
            seconds,
        ),
        (
            FigureKey::RushOrderTime,
            "figure-rush-order-time",
            "figure-rush-order-time-meaning",
            &analysis.rush_order_time_s,
            seconds,
        ),
        (
            FigureKey::ThroughputTime,
            "figure-throughput-time",
            "figure-throughput-time-meaning",
            &analysis.throughput_time_s,
            seconds,
        ),
        (
            FigureKey::WorkInProcess,
            "figure-wip",
            "figure-wip-meaning",
            &analysis.wip,
            Amount::Number,
        ),
        (
            FigureKey::LabourContent,
            "figure-labour-content",
            "figure-labour-content-meaning",
            &analysis.direct_labour_content_s,
            seconds,
        ),
        (
            FigureKey::LabourUtilisation,
            "figure-labour-utilisation",
            "figure-labour-utilisation-meaning",
            &analysis.direct_labour_utilisation,
            Amount::Share,
        ),
        (
            FigureKey::Balance,
            "figure-balance",
            "figure-balance-meaning",
            &analysis.balance,
            Amount::Share,
        ),
    ];
    for (why, name, meaning, figure, amount) in times {
        let shown = desk.words.figure(figure, amount);
        row(ui, desk, Asked { why: Some(why), name, meaning, figure, shown: &shown });
    }
    for (why, name, meaning, figure) in [
        (FigureKey::Cost, "figure-cost", "figure-cost-meaning", &analysis.cost_per_customer),
        (FigureKey::Profit, "figure-profit", "figure-profit-meaning", &analysis.profit_per_hour),
    ] {
        let shown = desk.words.figure(figure, |value| Amount::Money(value, &currency));
        row(ui, desk, Asked { why: Some(why), name, meaning, figure, shown: &shown });
    }
}

/// A figure with its name; without a value it says what it needs. A click says why.
fn row(ui: &mut Ui, desk: &mut Desk<'_>, asked: Asked<'_>) {
    let words = desk.words;
    let tokens = desk.tokens;
    let figure = asked.figure;
    let name = words.text(asked.name);
    let mut hover = words.text(asked.meaning).to_owned();
    let (said, value) = if figure.value.is_some() {
        hover = format!("{hover}\n{}", words.basis_meaning(figure.basis));
        let badge = match figure.basis {
            Basis::Exact => String::new(),
            basis => format!("   {}", words.badge(basis)),
        };
        let text = format!("{}{badge}", asked.shown);
        let number =
            RichText::new(asked.shown).font(font(Weight::Semibold, BODY)).color(tokens.ink);
        let badge = RichText::new(badge).size(SMALL).color(tokens.muted);
        (text, egui::WidgetText::concat(ui, [number, badge]))
    } else {
        let lack = words
            .lacks(&figure.lacks, desk.scenario)
            .unwrap_or_else(|| words.text("no-figure").to_owned());
        hover = format!("{hover}\n{lack}");
        let value = RichText::new(lack.as_str()).size(SMALL).color(tokens.muted);
        (lack, value.into())
    };
    let wash = ui.painter().add(egui::Shape::Noop);
    let response = value_row(ui, tokens, name, value, &hover).interact(Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, format!("{name}: {said}")));
    if response.hovered() || response.has_focus() {
        let ground = response.rect.expand2(egui::vec2(4.0, 0.0));
        let shape = egui::Shape::rect_filled(ground, CornerRadius::same(4), tokens.accent_wash);
        ui.painter().set(wash, shape);
    }
    asked.answer(ui, desk, &response);
}

/// Where what a figure lacks can be entered.
pub(in crate::ui) fn place_of_lack(lack: Lack) -> Option<ProblemPlace> {
    match lack {
        Lack::Time(step) => Some(ProblemPlace::Step(step)),
        Lack::Headcount(role) | Lack::Rate(role) => Some(ProblemPlace::Role(role)),
        Lack::Demand | Lack::Price => Some(ProblemPlace::Sheet),
        _ => None,
    }
}

fn head_with_unit(ui: &mut Ui, desk: &Desk<'_>, key: &'static str, unit: &'static str) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        section_head(ui, desk.tokens, desk.text(key));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            small(ui, desk.tokens, desk.text(unit));
        });
    });
}
