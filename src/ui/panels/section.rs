//! Sections of the side panel that can be closed.

use egui::accesskit::Role;
use egui::collapsing_header::CollapsingState;
use egui::{Align2, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{HEAD, SMALL};
use crate::ui::view_context::ViewContext;

/// A section that can be closed.
pub(super) struct Section<'a> {
    /// Tells it apart from the others and keeps it open or closed while the window is.
    pub key: &'static str,
    /// Its title.
    pub title: &'a str,
    /// What it holds, in short, for while it is closed.
    pub summary: &'a str,
    /// What can be done in it, quietly, for while it is closed and holds nothing.
    pub hint: &'a str,
    /// What its numbers are, for while it is open.
    pub unit: &'a str,
    /// Whether it is open until somebody closes it.
    pub open_at_first: bool,
}

/// Shows a section that can be closed; closed, it says in short what it holds.
pub(in crate::ui) fn section<'a>(
    ui: &mut Ui,
    view: &mut ViewContext<'a>,
    key: &'static str,
    title: &str,
    summary: &str,
    open_at_first: bool,
    content: impl FnOnce(&mut Ui, &mut ViewContext<'a>),
) {
    Section { key, title, summary, hint: "", unit: "", open_at_first }.show(ui, view, content);
}

impl Section<'_> {
    /// Shows it with its content.
    pub fn show<'a>(
        self,
        ui: &mut Ui,
        view: &mut ViewContext<'a>,
        content: impl FnOnce(&mut Ui, &mut ViewContext<'a>),
    ) {
        let Self { key, title, summary, hint, unit, open_at_first } = self;
        let tokens = view.tokens;
        // Nothing is told apart from the section that comes first.
        if ui.min_rect().height() > 1.0 {
            ui.add_space(2.0);
            let line = ui.available_rect_before_wrap();
            ui.painter().hline(line.x_range(), line.top(), Stroke::new(1.0, tokens.hairline));
        }
        let id = egui::Id::unique(("section", key));
        let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, open_at_first);
        let size = Vec2::new(ui.available_width(), 30.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let open = state.is_open();
        response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, title));
        if response.clicked() {
            state.toggle(ui);
        }
        if ui.is_rect_visible(rect) {
            let lit = response.hovered() || response.has_focus();
            let colour = if lit { tokens.ink } else { tokens.muted };
            let head = RichText::new(title.to_uppercase())
                .font(font(Weight::Semibold, HEAD))
                .extra_letter_spacing(1.2)
                .color(colour);
            let head = egui::WidgetText::from(head).into_galley(
                ui,
                Some(egui::TextWrapMode::Truncate),
                rect.width() - 24.0,
                egui::FontSelection::Default,
            );
            let middle = rect.center().y;
            let painter = ui.painter();
            let arrow = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
            let at = egui::pos2(rect.left() + 5.0, middle);
            painter.text(at, Align2::CENTER_CENTER, arrow, icon(13.0), colour);
            let at = egui::pos2(rect.left() + 17.0, middle - head.size().y / 2.0);
            let used = 17.0 + head.size().x + 12.0;
            painter.galley(at, head, colour);
            let (aside, ink) = match (open, summary) {
                (true, _) => (unit, tokens.muted),
                (false, "") => (hint, tokens.muted),
                (false, summary) => (summary, tokens.ink),
            };
            if !aside.is_empty() {
                let room = rect.width() - used;
                let text = elided(ui, aside, font(Weight::Regular, SMALL), ink, room);
                let at = egui::pos2(rect.right() - text.size().x, middle - text.size().y / 2.0);
                painter.galley(at, text, ink);
            }
        }
        state.show_body_unindented(ui, |ui| {
            content(ui, view);
            ui.add_space(4.0);
        });
    }
}
