//! A page of the guide as it is read: its parts from top to bottom.

use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, FontFamily, FontId, Frame, Margin, RichText, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, Vec2, pos2,
};

use super::letters::{self, Look};
use super::pictures::Pictures;
use super::table;
use crate::guide::{Block, Place, Text};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::Tokens;
use crate::wording::Language;

/// Size of the text, in points: it is read, not looked at.
const READ: f32 = 13.5;
/// The widest that lines become, in points: some 75 letters, or 40 Chinese ones.
const LINES: f32 = 540.0;
/// The widest that tables and pictures become.
pub(super) const WIDEST: f32 = 760.0;
/// What stands before the things of a list.
const INDENT: f32 = 22.0;

/// What a page is shown with.
pub(super) struct Easel<'a> {
    pub pictures: &'a mut Pictures,
    pub language: Language,
    pub tokens: Tokens,
    /// The heading that is to be brought into view.
    pub sought: Option<&'a str>,
}

impl Easel<'_> {
    /// Shows the parts of a page in a width; answers where a link leads that was clicked.
    pub fn show<'a>(&mut self, ui: &mut Ui, blocks: &'a [Block], width: f32) -> Option<&'a Place> {
        let mut chosen = None;
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 {
                ui.add_space(before(block));
            }
            chosen = self.block(ui, block, width).or(chosen);
        }
        chosen
    }

    fn lines(&self) -> Look {
        Look { size: READ, weight: Weight::Regular, colour: self.tokens.ink, role: Role::Label }
    }

    fn block<'a>(&mut self, ui: &mut Ui, block: &'a Block, width: f32) -> Option<&'a Place> {
        match block {
            Block::Heading { level, text, anchor } => {
                self.heading(ui, (*level, text, anchor.as_str()), width)
            }
            Block::Paragraph(text) => letters::show(ui, text, self.lines(), width.min(LINES)).1,
            Block::List { first, items } => {
                let mut chosen = None;
                let role = UiBuilder::new().accessibility_role(Role::List);
                ui.scope_builder(role, |ui| {
                    for (number, item) in (0..).zip(items) {
                        if number > 0 {
                            ui.add_space(4.0);
                        }
                        let mark = first.map(|first| format!("{}.", first + number));
                        chosen = self.item(ui, mark.as_deref(), item, width).or(chosen);
                    }
                });
                chosen
            }
            Block::Quote(blocks) => {
                let edge = 3.0;
                let frame = Frame::new()
                    .fill(self.tokens.accent_wash)
                    .inner_margin(Margin { left: 14, right: 12, top: 9, bottom: 9 })
                    .corner_radius(CornerRadius::same(4));
                let room = width.min(LINES + 26.0) - 26.0;
                let shown = frame.show(ui, |ui| {
                    ui.set_width(room);
                    self.show(ui, blocks, room)
                });
                let bar = shown.response.rect;
                let bar = bar.with_max_x(bar.left() + edge);
                ui.painter().rect_filled(bar, CornerRadius::same(1), self.tokens.accent);
                shown.inner
            }
            Block::Code(code) => {
                self.code(ui, code, width);
                None
            }
            Block::Table { columns, rows } => {
                let look = Look { size: READ - 1.0, ..self.lines() };
                table::show(ui, (columns, rows), look, width)
            }
            Block::Picture { name, alt } => {
                self.pictures.show(ui, self.language, name, alt, width);
                None
            }
            Block::Rule => {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 9.0), Sense::hover());
                let line = Stroke::new(1.0, self.tokens.hairline);
                ui.painter().hline(rect.x_range(), rect.center().y, line);
                None
            }
        }
    }

    fn heading<'a>(
        &self,
        ui: &mut Ui,
        (level, text, anchor): (u8, &'a Text, &str),
        width: f32,
    ) -> Option<&'a Place> {
        let size = match level {
            1 => 23.0,
            2 => 17.0,
            _ => 14.0,
        };
        let look =
            Look { size, weight: Weight::Semibold, colour: self.tokens.ink, role: Role::Heading };
        let (response, chosen) = letters::show(ui, text, look, width.min(LINES));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_level(usize::from(level)));
        if self.sought == Some(anchor) {
            let at = response.rect.expand2(Vec2::new(0.0, 10.0));
            ui.scroll_to_rect_animation(at, Some(Align::TOP), egui::style::ScrollAnimation::none());
        }
        chosen
    }

    /// One of the things of a list, with a dot or its number before it.
    fn item<'a>(
        &mut self,
        ui: &mut Ui,
        mark: Option<&str>,
        blocks: &'a [Block],
        width: f32,
    ) -> Option<&'a Place> {
        let top = ui.cursor().min;
        let shown = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(INDENT);
            let role = UiBuilder::new().accessibility_role(Role::ListItem);
            ui.scope_builder(role, |ui| {
                ui.vertical(|ui| self.show(ui, blocks, width - INDENT)).inner
            })
            .inner
        });
        let line = (READ * 1.5).round();
        if let Some(number) = mark {
            let at = pos2(top.x + INDENT - 7.0, top.y + line / 2.0);
            let letters = font(Weight::Medium, READ - 0.5);
            ui.painter().text(at, Align2::RIGHT_CENTER, number, letters, self.tokens.muted);
        } else {
            let at = pos2(top.x + INDENT - 11.0, top.y + line / 2.0 + 0.5);
            ui.painter().circle_filled(at, 2.2, self.tokens.muted);
        }
        shown.inner
    }

    /// Lines as they are typed; long ones are reached by scrolling sideways.
    fn code(&self, ui: &mut Ui, code: &str, width: f32) {
        let frame = Frame::new()
            .fill(self.tokens.background)
            .stroke(Stroke::new(1.0, self.tokens.hairline))
            .inner_margin(Margin::symmetric(12, 9))
            .corner_radius(CornerRadius::same(6));
        frame.show(ui, |ui| {
            let room = width.min(LINES + 26.0) - 26.0;
            ui.set_width(room);
            ScrollArea::horizontal().id_salt(ui.next_auto_id()).max_width(room).show(ui, |ui| {
                let letters =
                    RichText::new(code).font(FontId::new(READ - 1.0, FontFamily::Monospace));
                let label =
                    egui::Label::new(letters.color(self.tokens.ink).line_height(Some(19.0)));
                ui.add(label.selectable(true).extend());
            });
        });
    }
}

/// What stays free above a part.
fn before(block: &Block) -> f32 {
    match block {
        Block::Heading { level: 1, .. } => 0.0,
        Block::Heading { level: 2, .. } => 24.0,
        Block::Heading { .. } => 16.0,
        Block::Paragraph(_) | Block::List { .. } => 9.0,
        Block::Quote(_) | Block::Code(_) | Block::Table { .. } | Block::Picture { .. } => 12.0,
        Block::Rule => 8.0,
    }
}
