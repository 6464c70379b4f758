//! Fields of the inspector: what is typed shows its effect at once; what cannot be keeps the old
//! value and says why, right there.

use egui::{Id, Response, RichText, TextEdit, Ui};

use crate::blueprint::Refusal;
use crate::editor::{Edit, GestureId};

use super::desk::{Action, Desk};
use super::theme::SMALL;

/// Width of the names beside the fields.
const NAME_WIDTH: f32 = 104.0;

/// What a field remembers between frames.
#[derive(Clone, Debug, Default)]
struct Typing {
    /// What has been typed so far; `None` while the field shows the document's value.
    text: Option<String>,
    /// Why the last typed text was not taken.
    refused: Option<Refusal>,
}

/// A one-line field for a value.
///
/// `source` tells the field apart from all others, also those of another step; `shown` is the
/// document's value as text. `parse` reads a typed text and `edit` makes the edit from its value.
pub(super) struct ValueField<'a> {
    pub source: Id,
    pub name: &'a str,
    pub shown: &'a str,
    pub hint: &'a str,
    /// What the field means, on hover.
    pub help: &'a str,
}

impl ValueField<'_> {
    /// Shows the field and leaves what was typed as a preview; leaving the field commits it, Esc
    /// takes it back.
    pub fn show<T>(
        self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        parse: impl Fn(&str) -> Result<T, Refusal>,
        edit: impl FnOnce(T) -> Edit,
    ) -> Response {
        let mut response = None;
        ui.horizontal(|ui| {
            let name = field_name(ui, desk, self.name, self.help);
            let answer = self.edit_line(ui, desk, parse, edit);
            response = Some(answer.labelled_by(name.id));
        });
        refusal_line(ui, desk, self.source);
        // The closure above always runs; this spares an unwrap.
        response.unwrap_or_else(|| ui.label(""))
    }

    /// The bare field without its name; the caller names it.
    pub fn edit_line<T>(
        &self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        parse: impl Fn(&str) -> Result<T, Refusal>,
        edit: impl FnOnce(T) -> Edit,
    ) -> Response {
        let typing: Typing = load(ui, self.source);
        let mut text = typing.text.clone().unwrap_or_else(|| self.shown.to_owned());
        let mut line = TextEdit::singleline(&mut text)
            .id(self.source)
            .desired_width(f32::INFINITY)
            .hint_text(self.hint);
        if typing.refused.is_some() && typing.text.is_some() {
            line = line.text_color(desk.tokens.bad);
        }
        let response = ui.add(line);
        follow(ui, desk, self.source, &response, text, parse, edit);
        response
    }
}

/// A field of several lines; any text is accepted.
pub(super) fn text_area(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    source: Id,
    name: &str,
    shown: &str,
    edit: impl FnOnce(String) -> Edit,
) {
    let label = ui.label(RichText::new(name).color(desk.tokens.muted));
    let typing: Typing = load(ui, source);
    let mut text = typing.text.unwrap_or_else(|| shown.to_owned());
    let area =
        TextEdit::multiline(&mut text).id(source).desired_width(f32::INFINITY).desired_rows(3);
    let response = ui.add(area).labelled_by(label.id);
    follow(ui, desk, source, &response, text, |text| Ok(text.to_owned()), edit);
}

/// Turns what happened to a text into actions.
fn follow<T>(
    ui: &Ui,
    desk: &mut Desk<'_>,
    source: Id,
    response: &Response,
    text: String,
    parse: impl Fn(&str) -> Result<T, Refusal>,
    edit: impl FnOnce(T) -> Edit,
) {
    let mut typing: Typing = load(ui, source);
    if response.changed() {
        match parse(&text) {
            Ok(value) => {
                typing.refused = None;
                desk.ask(Action::Preview(GestureId(source.value()), edit(value)));
            }
            Err(refusal) => {
                typing.refused = Some(refusal);
                desk.ask(Action::Abort);
            }
        }
        typing.text = Some(text);
        store(ui, source, typing);
    } else if response.lost_focus() {
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            typing.refused = None;
            desk.ask(Action::Abort);
        } else {
            desk.ask(Action::Commit);
        }
        typing.text = None;
        store(ui, source, typing);
    } else if response.gained_focus() && typing.refused.is_some() {
        typing.refused = None;
        store(ui, source, typing);
    }
}

/// The name beside a field.
pub(super) fn field_name(ui: &mut Ui, desk: &Desk<'_>, name: &str, help: &str) -> Response {
    let width = NAME_WIDTH.min(ui.available_width() * 0.4);
    let response = ui
        .scope(|ui| {
            ui.set_min_width(width);
            ui.set_max_width(width);
            ui.add(egui::Label::new(RichText::new(name).color(desk.tokens.muted)).truncate())
        })
        .inner;
    if help.is_empty() { response } else { response.on_hover_text(help) }
}

/// Says why the last typed text was not taken.
fn refusal_line(ui: &mut Ui, desk: &Desk<'_>, source: Id) {
    let typing: Typing = load(ui, source);
    if let Some(refusal) = typing.refused {
        let why = desk.words.refusal(refusal);
        ui.label(RichText::new(why).size(SMALL).color(desk.tokens.bad));
    }
}

fn load(ui: &Ui, source: Id) -> Typing {
    ui.data(|data| data.get_temp(source)).unwrap_or_default()
}

fn store(ui: &Ui, source: Id, typing: Typing) {
    ui.data_mut(|data| data.insert_temp(source, typing));
}

/// A choice among named values.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    name: &str,
    current: T,
    options: &[(T, &str)],
    edit: impl FnOnce(T) -> Edit,
) {
    let mut chosen = current;
    ui.horizontal(|ui| {
        let label = field_name(ui, desk, name, "");
        let shown =
            options.iter().find(|(value, _)| *value == current).map_or("", |(_, text)| text);
        egui::ComboBox::from_id_salt(("choice", name))
            .selected_text(shown)
            .width(ui.available_width())
            .show_ui(ui, |ui| {
                for (value, text) in options {
                    ui.selectable_value(&mut chosen, *value, *text);
                }
            })
            .response
            .labelled_by(label.id);
    });
    if chosen != current {
        desk.edit(edit(chosen));
    }
}
