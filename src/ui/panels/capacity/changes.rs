//! What one less and one more of everything would do to the capacity, and 10 % off each time.

use egui::{Align, Label, Layout, RichText, Sense, Ui};

use crate::analysis::{Change, Pool, Trial};
use crate::blueprint::{RoleId, StepId};
use crate::ui::controls::{elided, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

/// How many rows of a kind are shown before the list is cut.
const ROWS: usize = 10;
/// The least width of a number.
const NUMBER: f32 = 62.0;

/// What a row changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Role(RoleId),
    Places(StepId),
    Time(StepId),
}

/// A thing with the capacity that less and more of it bring; of a time, more speed.
struct Row {
    subject: Subject,
    less: Option<f64>,
    more: Option<f64>,
}

/// Shows what every small change would make of the capacity, each recomputed.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(now) = view.analysis.capacity_per_hour.value else { return };
    let rows = rows(view);
    let is_time = |row: &&Row| matches!(row.subject, Subject::Time(_));
    let counts: Vec<&Row> = rows.iter().filter(|row| !is_time(row)).collect();
    let times: Vec<&Row> = rows.iter().filter(is_time).collect();
    small(ui, view.tokens, view.text("changes-meaning"));
    table(ui, view, &counts, now, [Some("changes-one-less"), Some("changes-one-more")]);
    table(ui, view, &times, now, [None, Some("changes-faster")]);
}

/// Shows rows under the heads of their two columns; a column without a head is left free.
fn table(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    rows: &[&Row],
    now: f64,
    heads: [Option<&'static str>; 2],
) {
    if rows.is_empty() {
        return;
    }
    let head = |key: Option<&'static str>| {
        let text = key.map_or("", |key| view.words.text(key));
        RichText::new(text).size(SMALL).color(view.tokens.muted)
    };
    let rates = rows.iter().take(ROWS).flat_map(|row| [row.less, row.more]).flatten();
    let widths = rates.map(|rate| {
        let text = view.words.rate(rate);
        elided(ui, &text, font(Weight::Medium, BODY), view.tokens.ink, f32::INFINITY).size().x
    });
    let number = widths.fold(NUMBER, f32::max).ceil();
    line(ui, view.words, number, "", RichText::new(""), &heads.map(head));
    for row in rows.iter().take(ROWS) {
        let name = name(view, row.subject);
        let less = heads[0].map(|_| cell(view, row.less, now));
        let cells = [less.unwrap_or_else(|| RichText::new("")), cell(view, row.more, now)];
        let text = RichText::new(&name).color(view.tokens.ink);
        line(ui, view.words, number, &name, text, &cells);
    }
    if rows.len() > ROWS {
        let more = view.words.with("rows-more", &[("count", (rows.len() - ROWS).into())]);
        small(ui, view.tokens, more);
    }
}

/// The rows, those that change most first.
fn rows(view: &ViewContext<'_>) -> Vec<Row> {
    let now = view.analysis.capacity_per_hour.value.unwrap_or(0.0);
    let mut rows: Vec<Row> = Vec::new();
    for Trial { change, capacity_per_hour } in &view.analysis.trials {
        let rate = *capacity_per_hour;
        let (subject, is_more) = match *change {
            Change::OneMore(role) => (Subject::Role(role), true),
            Change::OneLess(role) => (Subject::Role(role), false),
            Change::OneMorePlace(step) | Change::SecondServer(step) => {
                (Subject::Places(step), true)
            }
            Change::OneLessPlace(step) => (Subject::Places(step), false),
            Change::TenPercentFaster(step) => (Subject::Time(step), true),
        };
        let at = rows.iter().position(|row| row.subject == subject).unwrap_or_else(|| {
            rows.push(Row { subject, less: None, more: None });
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            *(if is_more { &mut row.more } else { &mut row.less }) = Some(rate);
        }
    }
    let most = |row: &Row| {
        let changes = [row.less, row.more].into_iter().flatten().map(|rate| (rate - now).abs());
        changes.fold(0.0, f64::max)
    };
    rows.sort_by(|a, b| most(b).total_cmp(&most(a)));
    rows
}

fn name(view: &ViewContext<'_>, subject: Subject) -> String {
    match subject {
        Subject::Role(role) => view.words.role(role, view.scenario).to_owned(),
        Subject::Time(step) => view.words.step(step, view.scenario).to_owned(),
        Subject::Places(step) => view.words.pool(&Pool::Places(step), view.scenario),
    }
}

/// A capacity, coloured by what it means; a dash where the change cannot be made.
fn cell(view: &ViewContext<'_>, rate: Option<f64>, now: f64) -> RichText {
    let tokens = view.tokens;
    let Some(rate) = rate else {
        return RichText::new(view.text("no-figure")).color(tokens.muted);
    };
    let colour = if rate > now * (1.0 + 1e-9) {
        tokens.good
    } else if rate < now * (1.0 - 1e-9) {
        tokens.bad
    } else {
        tokens.muted
    };
    RichText::new(view.words.rate(rate)).font(font(Weight::Medium, BODY)).color(colour)
}

/// A name and two numbers, right-aligned below each other.
fn line(
    ui: &mut Ui,
    words: &Wording,
    number: f32,
    said: &str,
    name: RichText,
    cells: &[RichText; 2],
) {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = (ui.available_width() - 2.0 * (number + 6.0)).max(0.0);
        let height = ui.spacing().interact_size.y.min(20.0);
        ui.allocate_ui_with_layout(
            egui::vec2(room, height),
            Layout::left_to_right(Align::Center).with_main_justify(false),
            |ui| {
                ui.set_min_width(room);
                ui.add(Label::new(name).truncate());
            },
        );
        for cell in cells {
            ui.allocate_ui_with_layout(
                egui::vec2(number, height),
                Layout::right_to_left(Align::Center),
                |ui| {
                    ui.set_min_width(number);
                    ui.add(Label::new(cell.clone()));
                },
            );
        }
    });
    if !said.is_empty() {
        let numbers: Vec<&str> = cells.iter().map(RichText::text).collect();
        let numbers = words.clauses(&numbers);
        row.response.interact(Sense::hover()).widget_info(|| {
            let text = words.labelled(said, &numbers);
            egui::WidgetInfo::labeled(egui::accesskit::Role::Row, true, text)
        });
    }
}
