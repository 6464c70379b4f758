//! Fields of the inspector: what is typed shows its effect at once; what cannot be leaves the old
//! value and stays, with the reason, until it is corrected.

use egui::{
    Align2, Area, CornerRadius, Frame, Id, Key, Margin, Modifiers, Order, Response, RichText,
    Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2, WidgetInfo,
    accesskit::Role,
    text::{CCursor, CCursorRange},
};

use crate::blueprint::Refusal;
use crate::blueprint::notation::{Note, Reading};
use crate::editor::{DocumentEdit, GestureId};

use super::controls::{elided, option};
use super::fonts::{Weight, font, icon};
use super::icons;
use super::theme::{BODY, SMALL, Tokens};
use super::view_context::{Action, ViewContext};

/// Width of the names beside the fields.
const NAME_WIDTH: f32 = 96.0;
/// Height of a field.
const FIELD_HEIGHT: f32 = 26.0;

/// The room that a message needs beside the name of a field.
const BESIDE: f32 = 240.0;

/// How far below a field its message reaches.
const BUBBLE_REACH: f32 = 60.0;

/// What a field remembers between frames.
#[derive(Clone, Debug, Default)]
struct Typing {
    /// What has been typed so far; `None` while the field shows the document's value.
    text: Option<String>,
    /// Why the typed text was not taken, and, once the field was left, the value that is kept
    /// instead. The text stays until it is corrected, given up with Esc, or that value changes.
    refused: Option<(Refusal, Option<String>)>,
    /// What was taken for granted in reading the typed text.
    note: Option<Note>,
    /// The field was entered just now; its text is selected once the pointer is up.
    entered: bool,
    /// The last pass that showed the field: one that was gone for a while starts afresh.
    seen: u64,
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
    /// Shows the field beside its name and leaves what was typed as a preview; leaving the field
    /// commits it, Esc takes it back.
    pub fn show<T, E: Into<DocumentEdit>>(
        self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        parse: impl Fn(&str) -> Result<T, Refusal>,
        edit: impl FnOnce(T) -> E,
    ) {
        self.show_reading(ui, view, |text| parse(text).map(Reading::from), edit);
    }

    /// As [`ValueField::show`], for a text that may be read with something taken for granted, which
    /// is said while it is typed.
    pub fn show_reading<T, E: Into<DocumentEdit>>(
        self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        read: impl Fn(&str) -> Result<Reading<T>, Refusal>,
        edit: impl FnOnce(T) -> E,
    ) {
        named_row(ui, view, self.name, self.help, |ui, view, label| {
            self.styled_line(ui, view, (FIELD_HEIGHT, None), read, edit).labelled_by(label);
        });
    }

    /// The field as a title: larger, across the whole width, without a name before it.
    pub fn show_as_title<T, E: Into<DocumentEdit>>(
        self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        parse: impl Fn(&str) -> Result<T, Refusal>,
        edit: impl FnOnce(T) -> E,
    ) {
        let title = Some(font(Weight::Semibold, 14.0));
        let read = |text: &str| parse(text).map(Reading::from);
        let response = self.styled_line(ui, view, (30.0, title), read, edit);
        let _ = response.accessible_name(self.name);
    }

    /// The bare field without its name; the caller names it.
    pub fn edit_line<T, E: Into<DocumentEdit>>(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        parse: impl Fn(&str) -> Result<T, Refusal>,
        edit: impl FnOnce(T) -> E,
    ) -> Response {
        let read = |text: &str| parse(text).map(Reading::from);
        self.styled_line(ui, view, (FIELD_HEIGHT, None), read, edit)
    }

    fn styled_line<T, E: Into<DocumentEdit>>(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        (height, own_font): (f32, Option<egui::FontId>),
        read: impl Fn(&str) -> Result<Reading<T>, Refusal>,
        edit: impl FnOnce(T) -> E,
    ) -> Response {
        let typing = load(ui, self.source, self.shown);
        let mut text = typing.text.clone().unwrap_or_else(|| self.shown.to_owned());
        let mut line = TextEdit::singleline(&mut text)
            .id(self.source)
            .desired_width(f32::INFINITY)
            .min_size(Vec2::new(0.0, height))
            .align(Align2::LEFT_CENTER)
            .hint_text(self.hint);
        let wrong = typing.refused.is_some() && typing.text.is_some();
        if wrong {
            line = line.text_color(view.tokens.bad);
        }
        if let Some(own_font) = own_font {
            line = line.font(own_font);
        }
        let response = ui.add(line);
        if wrong {
            let edge = Stroke::new(1.0, view.tokens.bad);
            ui.painter().rect_stroke(
                response.rect,
                CornerRadius::same(6),
                edge,
                StrokeKind::Inside,
            );
        }
        select_all_when_entered(ui, self.source, &response, text.chars().count());
        follow(ui, view, self.source, &response, self.shown, text, read, edit);
        reading_bubble(ui, view, self.source, &response, self.shown);
        response
    }
}

/// A field of several lines; any text is accepted.
pub(super) fn text_area<E: Into<DocumentEdit>>(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    source: Id,
    name: &str,
    shown: &str,
    hint: &str,
    edit: impl FnOnce(String) -> E,
) {
    let label = ui.label(RichText::new(name).color(view.tokens.muted));
    let typing = load(ui, source, shown);
    let mut text = typing.text.unwrap_or_else(|| shown.to_owned());
    let area = TextEdit::multiline(&mut text)
        .id(source)
        .desired_width(f32::INFINITY)
        .desired_rows(2)
        .hint_text(hint);
    let response = ui.add(area).labelled_by(label.id);
    let read = |text: &str| Ok(text.to_owned().into());
    follow(ui, view, source, &response, shown, text, read, edit);
}

/// The gesture of typing in a field.
pub(super) fn gesture_of(source: Id) -> GestureId {
    GestureId(source.value())
}

/// Turns what happened to a text into actions.
// What a field is and what becomes of it; a struct for one caller would say no more.
#[allow(clippy::too_many_arguments)]
fn follow<T, E: Into<DocumentEdit>>(
    ui: &Ui,
    view: &mut ViewContext<'_>,
    source: Id,
    response: &Response,
    shown: &str,
    text: String,
    read: impl Fn(&str) -> Result<Reading<T>, Refusal>,
    edit: impl FnOnce(T) -> E,
) {
    let mut typing = load(ui, source, shown);
    if response.changed() {
        match read(&text) {
            Ok(Reading { value, note, .. }) => {
                typing.refused = None;
                typing.note = note;
                view.ask(Action::Preview(gesture_of(source), edit(value).into()));
            }
            Err(refusal) => {
                typing.refused = Some((refusal, None));
                typing.note = None;
                view.ask(Action::Abort);
            }
        }
        typing.text = Some(text);
    }
    if response.lost_focus() {
        // The key that leaves the field is used up: Esc must not clear the selection as well, nor
        // Enter begin to rename what is selected.
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if given_up {
            view.ask(Action::Abort);
        } else if typing.text.is_some() {
            view.ask(Action::Commit);
        }
        typing.note = None;
        // A blank is no text to correct: the old value says more.
        let blank = typing.text.as_ref().is_none_or(|text| text.trim().is_empty());
        if given_up || blank || typing.refused.is_none() {
            typing.text = None;
            typing.refused = None;
        }
    } else if let Some((_, kept @ None)) = &mut typing.refused
        && !response.has_focus()
    {
        // By now the document is what it was before the text was typed.
        *kept = Some(shown.to_owned());
    }
    typing.seen = ui.cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(source, typing));
}

/// A value is mostly replaced, so entering its field selects it, unless the pointer selects a part.
fn select_all_when_entered(ui: &Ui, source: Id, response: &Response, length: usize) {
    let mut typing: Typing = ui.data(|data| data.get_temp(source)).unwrap_or_default();
    if response.gained_focus() {
        typing.entered = true;
    }
    if typing.entered && !ui.input(|input| input.pointer.any_down()) {
        typing.entered = false;
        if let Some(mut state) = TextEdit::load_state(ui.ctx(), source)
            && state.cursor.char_range().is_none_or(|range| range.is_empty())
        {
            let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
            state.cursor.set_char_range(Some(all));
            TextEdit::store_state(ui.ctx(), source, state);
            ui.request_repaint();
        }
    }
    ui.data_mut(|data| data.insert_temp(source, typing));
}

/// A line of the inspector: a name on the left and what `content` shows beside it. `content` gets
/// the name's identity, to name its widgets by.
pub(super) fn named_row<R>(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    name: &str,
    help: &str,
    content: impl FnOnce(&mut Ui, &mut ViewContext<'_>, Id) -> R,
) -> R {
    ui.horizontal(|ui| {
        let label = field_name(ui, view, name, help);
        content(ui, view, label.id)
    })
    .inner
}

/// How wide the names beside the fields are.
pub(super) fn name_width(ui: &Ui) -> f32 {
    NAME_WIDTH.min(ui.available_width() * 0.34)
}

/// The name beside a field.
pub(super) fn field_name(ui: &mut Ui, view: &ViewContext<'_>, name: &str, help: &str) -> Response {
    let size = Vec2::new(name_width(ui), FIELD_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    if ui.is_rect_visible(rect) {
        let muted = view.tokens.muted;
        let text = elided(ui, name, font(Weight::Regular, BODY), muted, rect.width());
        let at = egui::pos2(rect.left(), rect.center().y - text.size().y / 2.0);
        ui.painter().galley(at, text, muted);
    }
    if help.is_empty() { response } else { response.on_hover_text(help) }
}

/// A quiet line below a field, aligned with it.
pub(super) fn quiet_line(ui: &mut Ui, view: &ViewContext<'_>, text: &str) {
    let indent = name_width(ui) + ui.spacing().item_spacing.x;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_top(|ui| {
            ui.add_space(indent);
            let text = RichText::new(text).size(SMALL).color(view.tokens.muted);
            ui.add(egui::Label::new(text).wrap());
        });
    });
}

/// Says beside a field why what was typed is not taken, or what was taken for granted in reading it.
/// It lies above everything else, so that no field moves: below the field, but above it where that
/// would cover the field that is typed in now.
fn reading_bubble(ui: &Ui, view: &ViewContext<'_>, source: Id, response: &Response, shown: &str) {
    let typing = load(ui, source, shown);
    if typing.text.is_none() || !ui.is_rect_visible(response.rect) {
        return;
    }
    let (why, edge) = match (typing.refused, typing.note) {
        (Some((refusal, _)), _) => (view.words.refusal(refusal).to_owned(), view.tokens.bad),
        (None, Some(note)) if response.has_focus() => {
            (view.words.reading_note(note), view.tokens.hairline)
        }
        _ => return,
    };
    let focused = ui.memory(egui::Memory::focused).filter(|id| *id != source);
    let other = focused.and_then(|id| ui.ctx().read_response(id)).map(|other| other.rect);
    let covered = egui::Rect::from_min_size(
        response.rect.left_bottom(),
        Vec2::new(response.rect.width(), BUBBLE_REACH),
    );
    // A field with its name before it is at the edge of a panel: beside it nothing else is typed.
    let name = name_width(ui) + ui.spacing().item_spacing.x;
    let row = response.rect.left() - name - 6.0;
    let is_in_row = (ui.min_rect().left() - (response.rect.left() - name)).abs() < 2.0;
    let free = row - ui.ctx().content_rect().left();
    let beside = edge == view.tokens.bad && is_in_row && free >= BESIDE;
    let above = other.is_some_and(|other| other.intersects(covered));
    let (pivot, at) = if beside {
        (Align2::RIGHT_CENTER, egui::pos2(row, response.rect.center().y))
    } else if above {
        (Align2::LEFT_BOTTOM, response.rect.left_top() - Vec2::new(0.0, 3.0))
    } else {
        (Align2::LEFT_TOP, response.rect.left_bottom() + Vec2::new(0.0, 3.0))
    };
    let ink = if edge == view.tokens.bad { edge } else { view.tokens.muted };
    let colours = (edge, ink);
    said_beside(
        ui,
        view.tokens,
        source.with("refusal"),
        (pivot, at),
        response.rect.width(),
        colours,
        &why,
    );
}

/// Says below something why it cannot be so, above everything else, so that nothing moves with
/// every key.
pub(super) fn bubble(ui: &Ui, tokens: Tokens, id: Id, below: egui::Rect, why: &str) {
    let place = (Align2::LEFT_TOP, below.left_bottom() + Vec2::new(0.0, 3.0));
    said_beside(ui, tokens, id, place, below.width(), (tokens.bad, tokens.bad), why);
}

fn said_beside(
    ui: &Ui,
    tokens: Tokens,
    id: Id,
    (pivot, at): (Align2, egui::Pos2),
    width: f32,
    (edge, ink): (egui::Color32, egui::Color32),
    why: &str,
) {
    Area::new(id)
        .order(Order::Foreground)
        .interactable(false)
        .fade_in(false)
        .constrain_to(ui.ctx().content_rect())
        .pivot(pivot)
        .fixed_pos(at)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(tokens.panel)
                .stroke(Stroke::new(1.0, edge))
                .corner_radius(CornerRadius::same(6))
                .inner_margin(Margin::symmetric(8, 5))
                .show(ui, |ui| {
                    ui.set_max_width(width.max(160.0) - 16.0);
                    let text = RichText::new(why).size(SMALL).color(ink);
                    ui.add(egui::Label::new(text).wrap());
                });
        });
}

fn load(ui: &Ui, source: Id, shown: &str) -> Typing {
    let mut typing: Typing = ui.data(|data| data.get_temp(source)).unwrap_or_default();
    let focused = ui.memory(|memory| memory.has_focus(source));
    if !focused && typing.seen + 1 < ui.cumulative_pass_nr() {
        // It was not shown when it lost the focus, so nothing told it to forget.
        typing = Typing { seen: typing.seen, ..Typing::default() };
    }
    // What could not be read was meant for a value that is no longer there.
    let kept = typing.refused.as_ref().and_then(|(_, kept)| kept.as_deref());
    if !focused && kept.is_some_and(|kept| kept != shown) {
        typing = Typing { seen: typing.seen, ..Typing::default() };
    }
    typing
}

/// A choice among named values; `None` is a mixed one. Answers a value that was chosen.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    name: &str,
    help: &str,
    current: Option<T>,
    options: &[(T, &str)],
) -> Option<T> {
    named_row(ui, view, name, help, |ui, view, label| {
        bare_choice(ui, view, label, name, current, options)
    })
}

/// A choice without its name beside it.
pub(super) fn bare_choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    label: Id,
    salt: &str,
    current: Option<T>,
    options: &[(T, &str)],
) -> Option<T> {
    let mut chosen = None;
    let shown = match current {
        None => view.text("details-mixed"),
        Some(current) => {
            options.iter().find(|(value, _)| *value == current).map_or("", |(_, text)| text)
        }
    };
    let colour = if current.is_none() { view.tokens.muted } else { view.tokens.ink };
    let muted = view.tokens.muted;
    let combo = egui::ComboBox::from_id_salt(("choice", salt))
        .selected_text(RichText::new(shown).color(colour))
        .width(ui.available_width())
        .wrap_mode(egui::TextWrapMode::Truncate)
        .icon(move |ui, rect, _, _| {
            let icon = icon(13.0);
            ui.painter().text(
                rect.center(),
                Align2::CENTER_CENTER,
                icons::CHEVRON_DOWN,
                icon,
                muted,
            );
        })
        .show_ui(ui, |ui| {
            for (value, text) in options {
                if option(ui, current == Some(*value), *text).clicked() && current != Some(*value) {
                    chosen = Some(*value);
                }
            }
        });
    let _ = combo.response.labelled_by(label);
    chosen
}

/// Selects everything that a field holds, so that typing replaces it.
pub(super) fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    let all = CCursorRange::two(CCursor::new(0), end);
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(ui.ctx(), id, state);
}
