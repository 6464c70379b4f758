//! The small parts that panels are made of.

use egui::{
    Align, Align2, Color32, ComboBox, CornerRadius, Frame, Layout, Margin, Painter, Rect, Response,
    RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use super::fonts::{Weight, font, icon as icons_at};
use super::theme::{FIGURE, HEAD, SMALL, Tokens};
use super::whole_units;
use crate::wording::Wording;

/// A section head: small letter-spaced capitals where the script has them.
pub(super) fn section_head(ui: &mut Ui, tokens: Tokens, text: &str) -> Response {
    ui.label(
        RichText::new(text.to_uppercase())
            .font(font(Weight::Semibold, HEAD))
            .extra_letter_spacing(1.2)
            .color(tokens.muted),
    )
}

/// Secondary text.
pub(super) fn small(ui: &mut Ui, tokens: Tokens, text: impl Into<String>) -> Response {
    whole_units::label(ui, &text.into(), font(Weight::Regular, SMALL), tokens.muted)
}

/// A square button that shows an icon and is called by its text.
pub(super) fn icon_button(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> Response {
    painted_button(ui, name, enabled, |painter, rect, colour| {
        painter.text(rect.center(), Align2::CENTER_CENTER, icon, icons_at(16.0), colour);
    })
}

/// A square button that is painted, in the colour of its state, and is called by its text.
pub(super) fn painted_button(
    ui: &mut Ui,
    name: &str,
    enabled: bool,
    paint: impl FnOnce(&Painter, Rect, Color32),
) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        let tokens = Tokens::of(ui.ctx());
        if enabled && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.accent_wash);
        }
        if response.has_focus() {
            let edge = Stroke::new(1.5, tokens.accent);
            ui.painter().rect_stroke(rect, CornerRadius::same(6), edge, StrokeKind::Inside);
        }
        paint(ui.painter(), rect, if enabled { tokens.ink } else { tokens.faint });
    }
    response
}

/// An entry of a list that opens, of which one is the current one: keys begin there.
pub(super) fn option<'a>(
    ui: &mut Ui,
    is_current: bool,
    text: impl egui::IntoAtoms<'a>,
) -> Response {
    let response = ui.selectable_label(is_current, text);
    if is_current && opens(ui) {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
    response
}

/// Keeps the list that a field opened above the dialog that the field stands in: both lie in the same
/// order, and the press that opens the list brings the dialog to the top.
pub(super) fn stay_above(ui: &Ui) {
    ui.ctx().move_to_top(ui.layer_id());
}

/// The height of a list, in points: a dozen entries are seen at once.
const LIST_HEIGHT: f32 = 400.0;

/// A choice with its name before it.
pub(super) fn named_choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: f32,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let label = ui.label(RichText::new(name).color(Tokens::of(ui.ctx()).muted));
    let shown = options.iter().find(|(value, _)| *value == current);
    let shown = shown.map_or("", |(_, text)| text.as_str());
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(("choice", name))
        .selected_text(shown)
        .width(width)
        .height(LIST_HEIGHT)
        .truncate()
        .show_ui(ui, |ui| {
            stay_above(ui);
            for (value, text) in options {
                if option(ui, *value == current, text.as_str()).clicked() {
                    // A key that chooses closes the list as a click does.
                    ui.close();
                    chosen = Some(*value).filter(|value| *value != current);
                }
            }
        });
    let _ = combo.response.labelled_by(label.id);
    chosen
}

/// Whether what is shown here was not in the pass before, and is opened by a key: something has the
/// focus then.
fn opens(ui: &Ui) -> bool {
    let id = ui.scope_id().with("opened");
    let pass = ui.ctx().cumulative_pass_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, pass));
    last.is_none_or(|last| last + 1 < pass) && ui.memory(|memory| memory.focused().is_some())
}

/// A menu of the menu bar.
pub(super) fn menu(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    egui::containers::menu::MenuButton::new(name).ui(ui, |ui| {
        ui.set_min_width(220.0);
        content(ui);
    });
}

/// A headline figure: its name, its value with numbers large and units small, and beside it what a
/// preview would make of it, or by how much it has just changed; without a value, why there is none. The whole explains itself on hover.
pub(super) struct FigureCard<'a> {
    pub name: &'a str,
    /// The number with its unit, or a word such as "no end"; blank without one.
    pub value: String,
    /// What the ear is told in the place of the value, where the eye is told it elsewhere.
    pub spoken: Option<String>,
    /// What there is to say where the value is no number.
    pub note: Option<String>,
    /// What a preview would make of it.
    pub then: Option<String>,
    /// By how much it has just changed, or differs from what it is compared with.
    pub difference: Option<(String, Color32)>,
    /// Whether it is compared with another: the value then leaves a line for the difference, and looks
    /// the same whether there is one or not.
    pub is_compared: bool,
    pub badge: Option<String>,
    pub colour: Color32,
    pub hover: String,
}

impl FigureCard<'_> {
    pub fn show(self, ui: &mut Ui, words: &Wording, tokens: Tokens, width: f32) -> Response {
        let size = Vec2::new(width, 56.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let said = self.said(words);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
        let painter = ui.painter();
        let edge = if response.has_focus() { tokens.accent } else { tokens.hairline };
        painter.rect(
            rect,
            CornerRadius::same(8),
            tokens.background,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let inside = rect.shrink2(Vec2::new(12.0, 8.0));
        self.fill(ui, tokens, inside);
        response.on_hover_text(self.hover)
    }

    /// What it is called: its name and what it says.
    pub fn said(&self, words: &Wording) -> String {
        let value = self.spoken.as_ref().unwrap_or(&self.value);
        let said: Vec<&str> = [Some(value.as_str()), self.note.as_deref()]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
        let said = words.labelled(self.name, &words.clauses(&said));
        match &self.then {
            Some(then) => format!("{said} → {then}"),
            None => said,
        }
    }

    /// Draws the texts. What stands beside the value goes where nothing is covered: a badge at the
    /// name or at the value, a preview or a difference at the value; else in a line of its own under a smaller value.
    fn fill(&self, ui: &Ui, tokens: Tokens, inside: egui::Rect) {
        let painter = ui.painter();
        let letters = |weight, size| font(weight, size);
        let one_line = |text: &str, letters: egui::FontId, colour| {
            painter.layout_no_wrap(text.to_owned(), letters, colour)
        };
        let regular = letters(Weight::Regular, SMALL);
        let name = one_line(self.name, regular.clone(), tokens.muted);
        let badge = self.badge.as_ref();
        let badge = badge.map(|text| one_line(text, letters(Weight::Medium, SMALL), tokens.muted));
        let then = self.then.as_ref().map(|then| (format!("→ {then}"), tokens.accent));
        let then = then.or_else(|| self.difference.clone()).map(|(text, colour)| {
            let letters = letters(Weight::Semibold, SMALL);
            (elided(ui, &text, letters, colour, inside.width() + 8.0), colour)
        });
        let (above, mut beside) = match badge {
            Some(badge) if name.size().x + badge.size().x + 6.0 > inside.width() + 4.0 => {
                (None, Some((badge, tokens.muted)))
            }
            badge => (badge, None),
        };
        let mut below = None;
        if let Some(then) = then {
            // The badge of a number that is shown beside its preview keeps its place at the name.
            let rest = beside.replace(then);
            below = rest;
        }
        painter.galley(
            inside.left_top(),
            elided(ui, self.name, regular.clone(), tokens.muted, inside.width() + 4.0),
            tokens.muted,
        );
        if let Some(above) = above {
            let left = inside.right() - above.size().x;
            painter.galley(egui::pos2(left, inside.top()), above, tokens.muted);
        }
        let words = self.value_words(painter);
        let large: f32 = words.iter().map(|(galley, _, gap)| galley.size().x + gap).sum();
        let fits = |galley: &std::sync::Arc<egui::Galley>, room: f32| {
            self.note.is_none() && large + galley.size().x <= room
        };
        let is_small = self.is_compared
            || beside.as_ref().is_some_and(|(beside, _)| !fits(beside, inside.width() + 4.0));
        if self.note.is_none() && !is_small && below.is_none() {
            // Numbers large, units small: "7 min 11 s" has two of each.
            let mut left = inside.left();
            for (galley, raise, gap) in words {
                let bottom = inside.bottom() + 3.0 - raise;
                let at = egui::pos2(left, bottom - galley.size().y);
                left += galley.size().x + gap;
                painter.galley(at, galley, self.colour);
            }
            if let Some((beside, colour)) = beside {
                let corner = inside.right_bottom() + Vec2::new(4.0, 1.0);
                chip(painter, tokens, corner, beside, colour);
            }
            return;
        }
        let mut top = inside.top() + 14.0;
        let mut lines = 2;
        if !self.value.is_empty() {
            let strong = letters(Weight::Semibold, super::theme::BODY + 0.5);
            let value = elided(ui, &self.value, strong, self.colour, inside.width() + 4.0);
            let end = top + value.size().y;
            painter.galley(egui::pos2(inside.left(), top), value, self.colour);
            if let Some(below) = below {
                let corner = egui::pos2(inside.right() + 4.0, end);
                chip(painter, tokens, corner, below.0, below.1);
            }
            top = end - 1.0;
            lines = 1;
        }
        if let Some((beside, colour)) = beside {
            let corner = inside.right_bottom() + Vec2::new(4.0, 4.0);
            chip(painter, tokens, corner, beside, colour);
            if self.note.is_none() || !self.value.is_empty() {
                return;
            }
            lines = 1;
        }
        if let Some(note) = &self.note {
            let small = letters(Weight::Regular, SMALL - 0.5);
            let room = (inside.width(), lines);
            let note = whole_units::layout(ui, note, small, tokens.muted, room);
            painter.galley(egui::pos2(inside.left(), top), note, tokens.muted);
        }
    }

    /// The words of the value, each with how far it is raised and the gap behind it.
    fn value_words(
        &self,
        painter: &egui::Painter,
    ) -> Vec<(std::sync::Arc<egui::Galley>, f32, f32)> {
        let tokens = Tokens::of(painter.ctx());
        let words = self.value.split_whitespace().map(|word| {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit() || "–−".contains(c));
            let (size, weight, colour, raise, gap) = if is_number {
                (FIGURE, Weight::Semibold, self.colour, 0.0, 3.0)
            } else {
                (SMALL, Weight::Regular, tokens.muted, 3.0, 6.0)
            };
            let galley = painter.layout_no_wrap(word.to_owned(), font(weight, size), colour);
            (galley, raise, gap)
        });
        words.collect()
    }
}

/// A text at the right lower corner of a tile; what a preview says on a wash.
fn chip(
    painter: &egui::Painter,
    tokens: Tokens,
    corner: egui::Pos2,
    text: std::sync::Arc<egui::Galley>,
    colour: Color32,
) {
    let place = Align2::RIGHT_BOTTOM.anchor_size(corner, text.size());
    if colour == tokens.accent {
        painter.rect_filled(place.expand(2.0), CornerRadius::same(3), tokens.accent_wash);
    }
    painter.galley(place.min, text, colour);
}

/// A name, a number at the right, and a bar below them.
pub(super) struct BarRow<'a> {
    pub name: &'a str,
    pub number: String,
    /// How much of the track is filled, 0 to 1.
    pub part: f32,
    pub colour: Color32,
    pub strong: bool,
}

impl BarRow<'_> {
    pub fn show(self, ui: &mut Ui, words: &Wording, tokens: Tokens) -> Response {
        let size = Vec2::new(ui.available_width(), 31.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, words.labelled(self.name, &self.number))
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(
                rect.expand2(Vec2::new(4.0, 0.0)),
                CornerRadius::same(4),
                tokens.accent_wash,
            );
        }
        let painter = ui.painter_at(rect);
        let weight = if self.strong { Weight::Semibold } else { Weight::Regular };
        let number = painter.text(
            rect.right_top() + Vec2::new(0.0, 3.0),
            Align2::RIGHT_TOP,
            self.number,
            font(weight, super::theme::BODY),
            if self.strong { self.colour } else { tokens.ink },
        );
        let room = number.left() - rect.left() - 8.0;
        let name = elided(ui, self.name, font(weight, super::theme::BODY), tokens.ink, room);
        painter.galley(rect.left_top() + Vec2::new(0.0, 3.0), name, tokens.ink);
        let track = egui::Rect::from_min_size(
            rect.left_bottom() - Vec2::new(0.0, 9.0),
            Vec2::new(rect.width(), 6.0),
        );
        painter.rect_filled(track, CornerRadius::same(3), tokens.hairline);
        let mut filled = track;
        filled.set_width((track.width() * self.part.clamp(0.0, 1.0)).max(3.0));
        painter.rect_filled(filled, CornerRadius::same(3), self.colour);
        response
    }
}

/// A text in one line, cut with an ellipsis where it is too long.
pub(super) fn elided(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    colour: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// A name on the left and a value on the right.
pub(super) fn value_row(
    ui: &mut Ui,
    tokens: Tokens,
    name: &str,
    value: impl Into<egui::WidgetText>,
    hover: &str,
) -> Response {
    let row = ui.horizontal(|ui| {
        let label = ui.label(RichText::new(name).color(tokens.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(egui::Label::new(value).truncate());
        });
        label
    });
    row.response.on_hover_text(hover)
}

/// Draws a rectangle with a dashed edge; `dash` is the length of a dash and of the gap behind it.
pub(super) fn dashed(painter: &egui::Painter, rect: egui::Rect, stroke: Stroke, dash: (f32, f32)) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(egui::Shape::dashed_line(&corners, stroke, dash.0, dash.1));
}

/// A framed block on a wash.
pub(super) fn callout(fill: Color32, edge: Color32) -> Frame {
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 9))
}
