//! The step table below the sheet: every step of the flow with its figures, in document order.

use egui::{Align, Layout, RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder};

use crate::blueprint::StepId;
use crate::editor::Selection;
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};

/// The columns by their keys; the first three hold words, the others numbers.
const COLUMNS: [&str; 9] = [
    "column-step",
    "column-lane",
    "column-role",
    "column-servers",
    "column-time",
    "column-capacity",
    "column-utilisation",
    "column-wait",
    "column-fail-point",
];

/// Shows the table.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let steps: Vec<StepId> = desk
        .scenario
        .steps()
        .iter()
        .filter(|(_, step)| step.kind.flows() && (step.time.is_some() || !step.needs.is_empty()))
        .map(|(id, _)| *id)
        .collect();
    if steps.is_empty() {
        crate::ui::controls::small(ui, desk.tokens, desk.text("step-table-empty"));
        return;
    }
    let tokens = desk.tokens;
    // Eight columns keep their width; the first takes what is left. In a wide window they all grow,
    // so that the figures of a step stay near its name.
    let wide = (ui.available_width() / 1100.0).clamp(1.0, 2.0);
    let number_width = ((ui.available_width() - 420.0) / 6.0).clamp(54.0, 84.0) * wide;
    let mut table = TableBuilder::new(ui)
        .sense(Sense::click())
        .min_scrolled_height(0.0)
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(120.0).clip(true))
        .column(Column::exact(96.0 * wide).clip(true))
        .column(Column::exact(130.0 * wide).clip(true));
    for _ in 3..COLUMNS.len() {
        table = table.column(Column::exact(number_width).clip(true));
    }
    table
        .header(22.0, |mut header| {
            for key in COLUMNS {
                header.col(|ui| {
                    ui.label(RichText::new(desk.text(key)).size(SMALL).color(tokens.muted));
                });
            }
        })
        .body(|body| {
            body.rows(22.0, steps.len(), |mut row| {
                let Some(id) = steps.get(row.index()).copied() else { return };
                row.set_selected(desk.editor.selection().steps.contains(&id));
                let bottleneck = desk.analysis.steps.get(&id).is_some_and(|step| step.bottleneck);
                for (place, text) in cells(desk, id).into_iter().enumerate() {
                    row.col(|ui| {
                        let marked = bottleneck && (place == 0 || place == 5 || place == 6);
                        let text = if marked {
                            RichText::new(text).font(font(Weight::Semibold, BODY)).color(tokens.bad)
                        } else {
                            RichText::new(text).color(tokens.ink)
                        };
                        ui.add(egui::Label::new(text).truncate().selectable(false));
                    });
                }
                if row.response().clicked() {
                    desk.ask(Action::Select(Selection::step(id)));
                }
            });
        });
}

fn cells(desk: &Desk<'_>, id: StepId) -> [String; 9] {
    let words = desk.words;
    let none = || words.text("no-figure").to_owned();
    let Some(step) = desk.scenario.steps().get(&id) else { return std::array::from_fn(|_| none()) };
    let lane = desk.scenario.lanes().get(&step.lane);
    let figures = desk.analysis.steps.get(&id);
    let needs: Vec<String> =
        step.needs.iter().map(|need| words.need(need, desk.scenario)).collect();
    [
        step.name.clone(),
        lane.map_or_else(none, |lane| words.lane(lane).to_owned()),
        if needs.is_empty() { none() } else { needs.join(" + ") },
        figures.and_then(|f| f.servers).map_or_else(none, |servers| words.number(servers)),
        step.time.as_ref().map_or_else(none, |time| words.service_time(time)),
        figures.and_then(|f| f.capacity_per_hour.value).map_or_else(none, |rate| words.rate(rate)),
        figures.and_then(|f| f.utilisation.value).map_or_else(none, |share| words.percent(share)),
        figures.and_then(|f| f.wait_s.value).map_or_else(none, |wait| words.time(wait)),
        words.text(if step.fail.is_some() { "yes" } else { "no" }).to_owned(),
    ]
}
