//! What was measured for an indicator: the newest first, with a row for the next.

use std::sync::Arc;

use egui::{Id, TextEdit, Ui, Vec2};

use crate::blueprint::notation::{parse_count, parse_share};
use crate::blueprint::{Date, Datum, Indicator, IndicatorId, Judgements, Refusal};
use crate::ui::controls::icon_button;
use crate::ui::fields::{ValueField, bubble};
use crate::ui::icons;
use crate::ui::judging::{change_indicator, read_date};
use crate::ui::view_context::ViewContext;

/// Rows that are shown at most; the chart has them all.
const MOST: usize = 60;
/// The widths of a date and of a count.
const DATE: f32 = 98.0;
const COUNT: f32 = 48.0;

/// What is typed into the row of a new datum.
#[derive(Default)]
pub(super) struct Entry {
    /// Blank for today.
    date: String,
    value: String,
    n: String,
    refused: Option<Refusal>,
}

/// A value as a field shows it.
pub(super) fn shown(value: f64, is_share: bool) -> String {
    // Enough digits to be read back, and no dust of binary fractions.
    let trimmed = |value: f64| {
        let text = format!("{value:.9}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    if is_share { format!("{} %", trimmed(value * 100.0)) } else { trimmed(value) }
}

/// Reads a value: `57`, `-3.5`, `90 %`, `18/20`.
fn read(text: &str) -> Result<f64, Refusal> {
    let text = text.trim().replace('−', "-");
    if text.contains(['%', '/', '％']) {
        return parse_share(&text).map(crate::blueprint::Share::value);
    }
    let value: f64 = text.parse().map_err(|_| Refusal::NotANumber)?;
    if value.is_finite() { Ok(value) } else { Err(Refusal::NotANumber) }
}

/// Reads a value; a blank is none.
pub(super) fn read_optional(text: &str) -> Result<Option<f64>, Refusal> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// Reads of how many something is a share; a blank is of nothing.
fn read_count(text: &str) -> Result<Option<u32>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_count(text).map(|count| Some(count.get()))
}

/// A value with its count: `18/20` is a share of 20 where nothing else is said.
fn read_datum(date: Date, value: &str, n: &str) -> Result<Datum, Refusal> {
    let share = value.split_once('/').and_then(|(_, of)| parse_count(of.trim()).ok());
    let n = read_count(n)?.or(share.map(std::num::NonZeroU32::get));
    let value = read(value)?;
    if n.is_some() && !(0.0..=1.0).contains(&value) {
        return Err(Refusal::NotAShare);
    }
    Ok(Datum { date, value, n })
}

/// Changes data and puts them in the order of time; what is of one day keeps its order.
fn change(
    judgements: &Judgements,
    id: IndicatorId,
    change: impl FnOnce(&mut Vec<Datum>),
) -> crate::editor::DocumentEdit {
    change_indicator(judgements, id, |indicator| {
        change(&mut indicator.data);
        indicator.data.sort_by_key(|datum| datum.date);
    })
}

/// Shows the data.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: IndicatorId,
    indicator: &Indicator,
    entry: &mut Entry,
) {
    new_row(ui, view, judgements, id, entry);
    let rows = indicator.data.iter().enumerate().rev().take(MOST);
    for (at, datum) in rows {
        ui.horizontal(|ui| row(ui, view, judgements, (id, at), datum));
    }
    let more = indicator.data.len().saturating_sub(MOST);
    if more > 0 {
        let said = view.words.with("rows-more", &[("count", more.into())]);
        crate::ui::controls::small(ui, view.tokens, said);
    }
}

/// The widths of the three fields of a row, beside the button at its end.
fn widths(ui: &Ui) -> [f32; 3] {
    let gap = ui.spacing().item_spacing.x;
    let value = ui.available_width() - DATE - COUNT - 26.0 - 3.0 * gap;
    [DATE, value.max(44.0), COUNT]
}

/// The row of a new datum.
fn new_row(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    id: IndicatorId,
    entry: &mut Entry,
) {
    let row = ui.horizontal(|ui| {
        let [date_width, value_width, count_width] = widths(ui);
        let mut date = entry.date.clone();
        let field =
            |ui: &mut Ui, text: &mut String, name: &str, (key, hint): (&str, &str), width| {
                let source = Id::unique(("new datum", id, key));
                let edit =
                    TextEdit::singleline(text).id(source).hint_text(hint).desired_width(width);
                let response = ui.add_sized(Vec2::new(width, 26.0), edit);
                response.accessible_name(name)
            };
        // Without a date it was measured today.
        let today = view.text("indicator-today");
        let name = view.text("indicator-date");
        let day = field(ui, &mut date, name, ("date", today), date_width);
        if day.changed() {
            entry.date.clone_from(&date);
        }
        let name = view.text("indicator-value");
        let value = field(ui, &mut entry.value, name, ("value", name), value_width);
        let name = view.text("indicator-n");
        let n = field(ui, &mut entry.n, name, ("n", name), count_width);
        if day.changed() || value.changed() || n.changed() {
            entry.refused = None;
        }
        let left = [&day, &value, &n].into_iter().any(egui::Response::lost_focus);
        let entered = left && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let name = view.text("indicator-add-datum");
        let clicked = icon_button(ui, icons::PLUS, name, true).on_hover_text(name).clicked();
        (clicked || entered, date, value.id)
    });
    let (wanted, date, value) = row.inner;
    if wanted && !entry.value.trim().is_empty() {
        let date = read_date(&date).and_then(|it| it.or(view.today).ok_or(Refusal::NotADate));
        match date.and_then(|date| read_datum(date, &entry.value, &entry.n)) {
            Ok(datum) => {
                *entry = Entry { date: std::mem::take(&mut entry.date), ..Entry::default() };
                view.edit(change(judgements, id, |data| data.push(datum)));
                // The next one is typed where this one was.
                ui.memory_mut(|memory| memory.request_focus(value));
            }
            Err(refusal) => entry.refused = Some(refusal),
        }
    }
    if let Some(refusal) = entry.refused {
        let why = view.words.refusal(refusal);
        bubble(ui, view.tokens, Id::unique("new datum refused"), row.response.rect, why);
    }
}

/// A datum that is there.
fn row(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    (id, at): (IndicatorId, usize),
    datum: &Datum,
) {
    let [date_width, value_width, count_width] = widths(ui);
    let words = view.words;
    let date = datum.date.to_string();
    let value = shown(datum.value, datum.n.is_some());
    let n = datum.n.map(|n| n.to_string()).unwrap_or_default();
    let named = |key: &str| words.labelled(&date, words.text(key));
    let source = |key: &str| Id::unique(("datum", id, at, key));
    let field = |source, shown| ValueField { source, name: "", shown, hint: "", help: "" };
    let set = move |change_it: &dyn Fn(&mut Datum)| {
        change(judgements, id, |data| {
            if let Some(datum) = data.get_mut(at) {
                change_it(datum);
            }
        })
    };
    let one = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
        let size = Vec2::new(width, 26.0);
        ui.allocate_ui(size, |ui| {
            ui.set_width(width);
            content(ui);
        });
    };
    one(ui, date_width, &mut |ui| {
        let read = |text: &str| read_date(text).and_then(|date| date.ok_or(Refusal::NotADate));
        let edit = |date: Date| set(&|datum| datum.date = date);
        let response = field(source("date"), &date).edit_line(ui, view, read, edit);
        let _ = response.accessible_name(named("indicator-date"));
    });
    one(ui, value_width, &mut |ui| {
        let is_share = datum.n.is_some();
        let read = |text: &str| {
            let value = read(text)?;
            let fits = !is_share || (0.0..=1.0).contains(&value);
            if fits { Ok(value) } else { Err(Refusal::NotAShare) }
        };
        let edit = |value: f64| set(&|datum| datum.value = value);
        let response = field(source("value"), &value).edit_line(ui, view, read, edit);
        let _ = response.accessible_name(named("indicator-value"));
    });
    one(ui, count_width, &mut |ui| {
        let fits = (0.0..=1.0).contains(&datum.value);
        let read = |text: &str| match read_count(text)? {
            Some(_) if !fits => Err(Refusal::NotAShare),
            n => Ok(n),
        };
        let edit = |n: Option<u32>| set(&|datum| datum.n = n);
        let response = field(source("n"), &n).edit_line(ui, view, read, edit);
        let _ = response.accessible_name(named("indicator-n"));
    });
    let name = words.labelled(&date, words.text("indicator-remove-datum"));
    if icon_button(ui, icons::X, &name, true).clicked() {
        view.edit(change(judgements, id, |data| {
            if at < data.len() {
                data.remove(at);
            }
        }));
    }
}
