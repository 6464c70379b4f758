//! Load by step and by role: bars that fill up towards the demand.

use egui::{Color32, Ui};

use crate::analysis::{Analysis, Basis, Figure, Lack, RoleFigures};
use crate::blueprint::{RoleId, StepId};
use crate::drawing::BUSY;
use crate::editor::{Selection, Thing};
use crate::process::ProblemPlace;
use crate::ui::controls::{BarRow, small};
use crate::ui::panels::why::wait_line;
use crate::ui::theme::Tokens;
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

/// How many rows a list shows before it is cut.
const ROWS: usize = 8;

/// The colour of a load, as on the cards: red at the bottleneck, amber when busy, else green.
fn load_colour(tokens: Tokens, bottleneck: bool, part: f64) -> Color32 {
    if bottleneck {
        tokens.bad
    } else if part >= BUSY {
        tokens.warn
    } else {
        tokens.good
    }
}

/// Shows a bar for each step, tightest first.
pub(super) fn by_step(ui: &mut Ui, view: &mut ViewContext<'_>) {
    // A step is as loaded as the tightest of those who do it, whatever else they do.
    let rate_of = |analysis: &Analysis, id: &StepId| {
        let step = analysis.steps.get(id)?;
        let pool = step.tightest.as_ref().map(|pool| &pool.capacity_per_hour);
        let figure = pool.filter(|pool| pool.value.is_some()).unwrap_or(&step.capacity_per_hour);
        // What limits the whole is reached as far as the whole is, as the tile says.
        let basis = match figure.basis {
            Basis::Exact if step.bottleneck => analysis.capacity_per_hour.basis,
            own => own,
        };
        Some((figure.value?, basis))
    };
    let mut rows: Vec<(StepId, (f64, Basis), bool)> = view
        .analysis
        .steps
        .iter()
        .filter_map(|(id, step)| {
            // A step that nobody is left to do keeps its row while that is only tried.
            let left = || {
                view.settled.and_then(|settled| rate_of(settled, id)).map(|_| (0.0, Basis::Exact))
            };
            Some((*id, rate_of(view.analysis, id).or_else(left)?, step.bottleneck))
        })
        .collect();
    if rows.is_empty() {
        small(ui, view.tokens, view.text("load-none"));
        return;
    }
    rows.sort_by(|a, b| a.1.0.total_cmp(&b.1.0));
    let least = rows.first().map_or(1.0, |row| row.1.0);
    // With demand a full bar is full load; without it, the load of the tightest step.
    let full = view.analysis.demand_per_hour.value.unwrap_or(least);
    // How loaded a step is, nobody knows while the whole has no capacity.
    let is_known = view.analysis.capacity_per_hour.value.is_some();
    for (id, (rate, basis), bottleneck) in rows.iter().take(ROWS).copied() {
        let part = if rate > 0.0 { full / rate } else { f64::INFINITY };
        let name = view.words.step(id, view.scenario);
        let row = BarRow {
            name,
            number: number(view, &Figure::new(rate, basis)),
            part: bar(part),
            colour: if is_known {
                load_colour(view.tokens, bottleneck, part)
            } else {
                view.tokens.muted
            },
            strong: bottleneck,
        };
        let response = row.show(ui, view.words, view.tokens);
        if response.clicked() {
            view.ask(Action::GoTo(ProblemPlace::Step(id)));
        }
        response.on_hover_ui(|ui| step_hover(ui, view, id));
    }
    cut_note(ui, view, rows.len());
}

/// A rate without its unit, which the head names, with the sign of what is not exact.
fn number(view: &ViewContext<'_>, rate: &Figure) -> String {
    view.words.marked_as(rate, |words, rate| words.number(words.in_rate_unit(rate)))
}

fn step_hover(ui: &mut Ui, view: &ViewContext<'_>, id: StepId) {
    let Some(step) = view.analysis.steps.get(&id) else { return };
    let words = view.words;
    let line =
        |ui: &mut Ui, key: &'static str, figure: &Figure, write: fn(&Wording, f64) -> String| {
            let text = if figure.value.is_some() {
                Some(words.marked_as(figure, write))
            } else {
                words.lacks(&figure.lacks, view.scenario)
            };
            if let Some(text) = text {
                ui.label(words.labelled(words.text(key), &text));
            }
        };
    line(ui, "figure-visits", &step.visits, Wording::number);
    line(ui, "figure-capacity", &step.capacity_per_hour, Wording::rate);
    line(ui, "figure-utilisation", &step.utilisation, Wording::percent);
    if let Some(pool) = step.tightest.as_ref().filter(|pool| pool.steps > 1) {
        let part = pool.load.value.unwrap_or(pool.share);
        let arguments = [
            ("share", words.percent(part).into()),
            ("name", words.pool(&pool.pool, view.scenario).into()),
            ("count", pool.steps.into()),
        ];
        let key = if pool.load.value.is_some() { "load-part-of-time" } else { "load-part-of-work" };
        ui.label(words.with(key, &arguments));
    }
    line(ui, "figure-wait", &step.wait_s, Wording::time);
    if step.within_acceptable.lacks != [Lack::Target] {
        line(ui, "figure-service-level", &step.within_acceptable, Wording::percent);
    }
    if step.wait_s.value.is_some() {
        wait_line(ui, view, id);
    }
}

/// Whether any role does work whose capacity is known.
pub(super) fn has_roles(view: &ViewContext<'_>) -> bool {
    view.analysis.roles.values().any(|role| role.capacity_per_hour.value.is_some())
}

/// The busiest role, for the closed section.
pub(super) fn roles_summary(view: &ViewContext<'_>) -> String {
    roles(view).first().map_or_else(String::new, |(id, _, role)| {
        let rate = view.words.marked_as(&role.capacity_per_hour, Wording::rate);
        format!("{} {rate}", view.words.role(*id, view.scenario))
    })
}

/// Roles with their capacities, tightest first.
fn roles<'a>(view: &ViewContext<'a>) -> Vec<(RoleId, f64, &'a RoleFigures)> {
    let known = view.analysis.roles.iter();
    let mut rows: Vec<_> =
        known.filter_map(|(id, role)| Some((*id, role.capacity_per_hour.value?, role))).collect();
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    rows
}

/// Shows a bar for each role, tightest first.
pub(super) fn by_role(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let rows = roles(view);
    let least = rows.first().map_or(1.0, |row| row.1);
    let full = view.analysis.demand_per_hour.value.unwrap_or(least);
    let count = rows.len();
    for (id, rate, role) in rows.into_iter().take(ROWS) {
        let name = match view.scenario.roles().get(&id) {
            Some(role) if role.headcount != 1 => {
                let count = role.headcount.to_string();
                view.words.with(
                    "role-times",
                    &[("name", role.name.as_str().into()), ("count", count.into())],
                )
            }
            Some(role) => role.name.clone(),
            None => continue,
        };
        let row = BarRow {
            name: &name,
            number: number(view, &role.capacity_per_hour),
            part: bar(full / rate),
            colour: load_colour(view.tokens, role.bottleneck, full / rate),
            strong: role.bottleneck,
        };
        let work = view.words.with("role-work", &[("time", view.words.time(role.work_s).into())]);
        let growth = role.growth_per_hour.value.filter(|growth| *growth > 0.0);
        let grows = growth.map(|growth| view.words.queue_grows(growth));
        let hover = std::iter::once(work).chain(grows).collect::<Vec<_>>().join("\n");
        if row.show(ui, view.words, view.tokens).on_hover_text(hover).clicked() {
            view.ask(Action::Select(Selection::thing(Thing::Role(id))));
        }
    }
    cut_note(ui, view, count);
}

fn cut_note(ui: &mut Ui, view: &ViewContext<'_>, count: usize) {
    if count > ROWS {
        let more = view.words.with("rows-more", &[("count", (count - ROWS).into())]);
        small(ui, view.tokens, more);
    }
}

// A part of a bar: precision beyond a pixel is lost on purpose.
#[allow(clippy::cast_possible_truncation)]
fn bar(part: f64) -> f32 {
    part.clamp(0.0, 1.0) as f32
}
