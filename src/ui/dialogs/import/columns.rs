//! The columns of a table side by side, and what each is taken for.

use egui::{ComboBox, Frame, Margin, RichText, ScrollArea, Stroke, Ui, Vec2};

use crate::blueprint::notation::LengthUnit;
use crate::exchange::{Column, ColumnPlan, Form, Join, PlainNumbers, StepColumn, Told, UnitTold};
use crate::ui::controls::{option, small, stay_above};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::wording::Wording;

use super::Import;

/// How wide a column is shown.
const COLUMN: f32 = 138.0;

/// How many cells of a column are shown.
const CELLS: usize = 3;

/// The columns side by side: heading, some cells, and what they are taken for.
pub(super) fn columns(ui: &mut Ui, words: &Wording, import: &mut Import) {
    let Form::Steps(plan) = &import.reading.form else { return };
    let Some(table) = import.table() else { return };
    let tokens = Tokens::of(ui.ctx());
    let from = plan.header.map_or(0, |row| row + 1);
    let (mut chosen, mut unit_chosen) = (None, None);
    let unitless = import.source.plain_numbers(&import.reading);
    small(ui, tokens, words.text("import-columns"));
    ScrollArea::horizontal().id_salt("import-columns").show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(6.0, 3.0);
            for (at, column) in plan.columns.iter().enumerate() {
                let taken = column.column.is_some() || column.join.is_some();
                let edge = match (taken, column.told) {
                    (true, Told::ByPart | Told::ByContent) => tokens.warn,
                    _ => tokens.hairline,
                };
                let frame = Frame::new()
                    .fill(if taken { tokens.background } else { tokens.panel })
                    .stroke(Stroke::new(1.0, edge))
                    .corner_radius(6.0)
                    .inner_margin(Margin::symmetric(8, 6));
                frame.show(ui, |ui| {
                    ui.set_width(COLUMN);
                    ui.vertical(|ui| {
                        let number = at + 1;
                        let heading = match column.heading.as_str() {
                            "" => words.with("import-column-unnamed", &[("number", number.into())]),
                            heading => heading.to_owned(),
                        };
                        let strong = font(Weight::Semibold, BODY);
                        let text = RichText::new(&heading).font(strong).color(tokens.ink);
                        ui.add(egui::Label::new(text).truncate());
                        let cells: Vec<&str> = table.column(at, from).take(CELLS).collect();
                        for place in 0..CELLS {
                            let cell = cells.get(place).copied().unwrap_or(" ");
                            let cell = cell.lines().next().unwrap_or_default();
                            let text = RichText::new(cell).size(SMALL).color(tokens.muted);
                            ui.add(egui::Label::new(text).truncate());
                        }
                        let name = words.with("import-column-of", &[("heading", heading.into())]);
                        if let Some(column) = column_choice(ui, words, at, &name, column) {
                            chosen = Some((at, column.0));
                        }
                        let numbers = unitless.iter().find(|numbers| numbers.at == at);
                        if let Some(unit) = numbers.and_then(|p| unit_choice(ui, words, p, &name)) {
                            unit_chosen = Some((at, unit));
                        }
                    });
                });
            }
        });
        ui.add_space(8.0);
    });
    if let Some((at, column)) = chosen
        && let Form::Steps(plan) = &mut import.reading.form
    {
        plan.set(at, column);
        import.outcome = None;
    }
    if let Some((at, unit)) = unit_chosen
        && let Form::Steps(plan) = &mut import.reading.form
        && let Some(column) = plan.columns.get_mut(at)
    {
        column.unit = Some(unit);
        import.outcome = None;
    }
}

/// What a person takes a column for; nothing if it is to be left out.
struct Choice(Option<StepColumn>);

/// What a column is taken for.
fn column_choice(
    ui: &mut Ui,
    words: &Wording,
    at: usize,
    name: &str,
    plan: &ColumnPlan<StepColumn>,
) -> Option<Choice> {
    let tokens = Tokens::of(ui.ctx());
    let current = plan.column;
    let joined = plan.join.map(|join| match join {
        Join::Unit => words.text("import-joined-unit"),
        Join::Part { .. } => words.text("import-joined-part"),
    });
    let text = |column: Option<StepColumn>| match column {
        Some(column) => words.step_column(column),
        None => words.text("import-leave-out"),
    };
    let shown = joined.unwrap_or_else(|| text(current));
    let colour = if current.is_some() || joined.is_some() { tokens.ink } else { tokens.muted };
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("import-column", at))
        .selected_text(RichText::new(shown).color(colour))
        .width(COLUMN)
        .truncate()
        .height(320.0)
        .show_ui(ui, |ui| {
            stay_above(ui);
            let columns = StepColumn::ALL.iter().copied().map(Some);
            for column in std::iter::once(None).chain(columns) {
                let is_current = joined.is_none() && column == current;
                if option(ui, is_current, text(column)).clicked() {
                    chosen = Some(column);
                }
            }
        });
    let _ = combo.response.accessible_name(name);
    chosen.filter(|column| joined.is_some() || *column != current).map(Choice)
}

/// What the plain numbers of a column are in, where its heading does not say.
fn unit_choice(
    ui: &mut Ui,
    words: &Wording,
    plain: &PlainNumbers,
    column: &str,
) -> Option<LengthUnit> {
    const UNITS: [LengthUnit; 5] = [
        LengthUnit::Second,
        LengthUnit::Minute,
        LengthUnit::Hour,
        LengthUnit::Day,
        LengthUnit::WorkingDay,
    ];
    let tokens = Tokens::of(ui.ctx());
    let unit = words.unit_of_numbers(plain.unit);
    // A column is narrow: how sure it is, is said in full where one points.
    let (key, full, colour) = match plain.told {
        UnitTold::Said => ("import-numbers-in", "import-numbers-in", tokens.ink),
        UnitTold::ByCells => ("import-numbers-in", "import-numbers-as-others", tokens.warn),
        UnitTold::Assumed => ("import-numbers-asked", "import-numbers-unsaid", tokens.warn),
    };
    let said = |key: &'static str| words.with(key, &[("unit", unit.clone().into())]);
    let (shown, full) = (said(key), said(full));
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("import-unit", plain.at))
        .selected_text(RichText::new(&shown).color(colour))
        .width(COLUMN)
        .truncate()
        .show_ui(ui, |ui| {
            stay_above(ui);
            for unit in UNITS {
                let is_current = plain.told == UnitTold::Said && unit == plain.unit;
                if option(ui, is_current, words.unit_of_numbers(unit)).clicked() {
                    chosen = Some(unit);
                }
            }
        });
    let name = words.clauses(&[column, full.as_str()]);
    let _ = combo.response.on_hover_text(&full).accessible_name(name);
    chosen
}
