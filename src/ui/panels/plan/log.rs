//! The log: what was done and seen, a dated line each, the last first.

use std::sync::Arc;

use egui::{RichText, Ui};

use crate::blueprint::{ActionId, Judgements, LogEntry};
use crate::editor::Judging;
use crate::ui::controls::icon_button;
use crate::ui::icons;
use crate::ui::judging::judge;
use crate::ui::panels::section::section;
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

use super::menus;

/// Shows the lines, with a field for another about the action that is chosen.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    chosen: Option<ActionId>,
    typed: &mut String,
) {
    let words = view.words;
    let count = judgements.log.len();
    let summary = words.number(count as f64);
    section(ui, view, "plan log", words.text("log-title"), &summary, true, |ui, view| {
        add(ui, view, judgements, chosen, typed);
        // Of one day what was written last comes first.
        let mut lines: Vec<(usize, &LogEntry)> = judgements.log.iter().enumerate().collect();
        lines.sort_by_key(|(at, entry)| std::cmp::Reverse((entry.date, *at)));
        for (at, entry) in lines {
            line(ui, view, judgements, at, entry);
        }
    });
}

/// The field for another line: of today, about what is chosen.
fn add(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    chosen: Option<ActionId>,
    typed: &mut String,
) {
    let Some(date) = view.today else { return };
    let name = view.text("log-new");
    let field = egui::TextEdit::singleline(typed)
        .id(egui::Id::unique("plan log line"))
        .desired_width(f32::INFINITY)
        .hint_text(name);
    let response = ui.add(field);
    let _ = response.clone().accessible_name(name);
    if !response.lost_focus() {
        return;
    }
    let is_given_up =
        ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
    let text = std::mem::take(typed).trim().to_owned();
    if is_given_up || text.is_empty() {
        return;
    }
    let about = chosen.map(crate::blueprint::Id::number).into_iter().collect();
    let entry = LogEntry { date, about, text };
    // By date, so that a file is read from the first day to the last.
    let place = judgements.log.iter().rposition(|other| other.date <= date).map_or(0, |at| at + 1);
    view.edit(judge(judgements, Judging::Note, |it| it.log.insert(place, entry)));
}

fn line(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    judgements: &Arc<Judgements>,
    at: usize,
    entry: &LogEntry,
) {
    let names = menus::names_of(view, judgements, &entry.about);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let date = view.words.date(entry.date);
    let head = if names.is_empty() {
        date
    } else {
        view.words.clauses(&[date, view.words.list(&names, 2)])
    };
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 24.0).max(40.0);
        // In lines, so that long names go on below and not beyond the edge.
        ui.allocate_ui_with_layout(
            egui::vec2(room, 0.0),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_width(room);
                let head = RichText::new(head).size(SMALL).color(view.tokens.muted);
                ui.add(egui::Label::new(head).wrap());
            },
        );
        let remove = view.words.with("log-remove", &[("text", entry.text.as_str().into())]);
        if icon_button(ui, icons::X, &remove, true).on_hover_text(&remove).clicked() {
            view.edit(judge(judgements, Judging::Note, |it| {
                it.log.remove(at);
            }));
        }
    });
    let text = RichText::new(&entry.text).size(SMALL).color(view.tokens.ink);
    ui.add(egui::Label::new(text).wrap());
}
