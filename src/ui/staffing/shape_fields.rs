//! The lines of the shapes that shifts may have, each typed where it stands.

use egui::{
    Align2, CornerRadius, Id, Key, Margin, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2,
    WidgetInfo, accesskit::Role, vec2,
};

use super::View;
use super::shape_lines::{ShapeLines, Typing};
use crate::planning::Shape;
use crate::redesign::read_shape;
use crate::ui::controls::{elided, icon_button, small};
use crate::ui::fields::{bubble, select_all};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};

/// Height of a line, and room for the button at its end.
const LINE: f32 = 32.0;
const BUTTON: f32 = 28.0;
/// More shapes than these nobody asks people for.
const MOST: usize = 12;

/// What becomes of a shape that was typed.
enum Left {
    Taken(Shape),
    GivenUp,
}

impl ShapeLines {
    /// Shows the lines, and the link that adds one.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, start_every_min: u32) {
        let mut removed = None;
        for at in 0..self.shapes().len() {
            let is_typed = self.typing.as_ref().is_some_and(|typing| typing.at == Some(at));
            if is_typed {
                self.field(ui, view, start_every_min);
            } else if self.line(ui, view, at, start_every_min) {
                removed = Some(at);
            }
        }
        if let Some(removed) = removed {
            self.remove(removed);
        }
        if self.typing.as_ref().is_some_and(|typing| typing.at.is_none()) {
            self.field(ui, view, start_every_min);
        } else if self.shapes().len() < MOST
            && ui.link(view.words.text("staffing-add-shift")).clicked()
        {
            let text = view.words.text("staffing-new-shift").to_owned();
            self.typing = Some(Typing { at: None, text, refused: None, entered: false });
        }
        if self.typing.is_some() {
            small(ui, view.tokens, view.words.text("staffing-shape-help"));
        }
    }

    /// Shows a shape; answers whether it is to be removed.
    fn line(&mut self, ui: &mut Ui, view: &View<'_>, at: usize, start_every_min: u32) -> bool {
        let View { words, tokens, .. } = *view;
        let Some(shape) = self.shapes().get(at).copied() else { return false };
        let said = words.shift_shape(&shape);
        let size = vec2(ui.available_width(), LINE);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = words.with("staffing-shape-change", &[("shape", said.as_str().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
        let is_sound = shape.is_sound(start_every_min);
        let is_near = response.hovered() || response.has_focus();
        let edge = match (is_sound, is_near) {
            (false, _) => tokens.bad,
            (true, true) => tokens.accent,
            (true, false) => tokens.hairline,
        };
        let painter = ui.painter();
        let (corners, stroke) = (CornerRadius::same(7), Stroke::new(1.0, edge));
        painter.rect(rect, corners, tokens.background, stroke, StrokeKind::Inside);
        let inside = rect.shrink2(vec2(10.0, 4.0));
        let bold = font(Weight::Semibold, BODY);
        let length = painter.layout_no_wrap(words.length_of_shape(&shape), bold, tokens.ink);
        let place = Align2::LEFT_CENTER.anchor_size(inside.left_center(), length.size());
        let left = place.right() + 10.0;
        painter.galley(place.min, length, tokens.ink);
        let pause = words.rest_of_shape(&shape);
        let letters = font(Weight::Regular, SMALL);
        let room = inside.right() - BUTTON + 8.0 - left;
        let pause = elided(ui, &pause, letters, tokens.muted, room);
        let at_rest = egui::pos2(left, inside.center().y - pause.size().y / 2.0);
        ui.painter().galley(at_rest, pause, tokens.muted);
        let button = Rect::from_center_size(
            egui::pos2(rect.right() - 16.0, rect.center().y),
            Vec2::splat(26.0),
        );
        let remove = words.with("staffing-shape-remove", &[("shape", said.as_str().into())]);
        let place = egui::UiBuilder::new().max_rect(button).id_salt(("remove", at));
        let is_removed = ui
            .scope_builder(place, |ui| {
                icon_button(ui, icons::X, &remove, true).on_hover_text(&remove).clicked()
            })
            .inner;
        ui.advance_cursor_after_rect(rect);
        if response.on_hover_text(name).clicked() {
            self.typing = Some(Typing { at: Some(at), text: said, refused: None, entered: false });
        }
        is_removed
    }

    /// Shows the field of the shape that is typed, and takes it once it is one.
    fn field(&mut self, ui: &mut Ui, view: &View<'_>, start_every_min: u32) {
        let Some(typing) = &mut self.typing else { return };
        let Some(left) = typing.show(ui, view, start_every_min) else { return };
        let at = typing.at;
        self.typing = None;
        if let Left::Taken(shape) = left {
            self.put(at, shape);
        }
    }
}

impl Typing {
    fn show(&mut self, ui: &mut Ui, view: &View<'_>, start_every_min: u32) -> Option<Left> {
        let View { words, tokens, .. } = *view;
        let id = Id::unique(("staffing shape", self.at));
        let ink = if self.refused.is_some() { tokens.bad } else { tokens.ink };
        let edit = TextEdit::singleline(&mut self.text)
            .id(id)
            .font(font(Weight::Regular, BODY))
            .text_color(ink)
            .margin(Margin::symmetric(8, 4))
            .char_limit(80)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, LINE))
            .align(Align2::LEFT_CENTER);
        let field = ui.add(edit);
        let _ = field.clone().accessible_name(words.text("staffing-shape-field"));
        if !self.entered {
            field.request_focus();
            select_all(ui, id, &self.text);
            self.entered = true;
            return None;
        }
        let read = read_shape(&self.text);
        let sound = read.filter(|shape| shape.is_sound(start_every_min));
        self.refused = match (read, sound) {
            (_, Some(_)) => None,
            (Some(shape), None) => Some(words.malformed_shape(&shape, start_every_min)),
            (None, None) => {
                let text = self.text.trim();
                Some(words.with("staffing-bad-shift", &[("text", text.into())]))
            }
        };
        if let Some(why) = &self.refused
            && field.has_focus()
        {
            bubble(ui, tokens, id.with("refused"), field.rect, why);
        }
        if !field.lost_focus() {
            return None;
        }
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
        match sound {
            Some(shape) if !is_given_up => Some(Left::Taken(shape)),
            // What cannot be taken stays as it was, or is not added.
            _ => Some(Left::GivenUp),
        }
    }
}
