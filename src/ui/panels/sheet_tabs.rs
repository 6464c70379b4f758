//! The tabs of the planning sheets, behind those of the scenarios.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, Galley, Id, Key, Modifiers, Painter, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, TextEdit, Ui, Vec2, WidgetInfo,
};

use crate::blueprint::SheetId;
use crate::blueprint::sheets::Purpose;
use crate::ui::access;
use crate::ui::commands::Command;
use crate::ui::controls::{elided, painted_button};
use crate::ui::fields::select_all;
use crate::ui::fonts::{Weight, font};
use crate::ui::planning::PlanWish;
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

use super::tab_fit::{HEIGHT, MOST_NAME, PADDING};

/// The room of the grid before the name.
const GRID: f32 = 18.0;
/// The room of the button that adds a sheet.
pub(super) const BUTTON: f32 = 32.0;

/// A tab before it has its place.
pub(super) struct SheetTab {
    pub id: SheetId,
    pub name: Arc<Galley>,
    pub width: f32,
    pub is_shown: bool,
    /// What it is called, in full.
    full: String,
    /// What it is for.
    about: String,
}

/// What the tabs remember from frame to frame.
#[derive(Debug, Default)]
pub(super) struct SheetTabs {
    /// A sheet whose name is typed; no text until the field is first shown.
    renaming: Option<(SheetId, Option<String>)>,
}

/// Lays out the names.
pub(super) fn tabs(ui: &Ui, view: &ViewContext<'_>) -> Vec<SheetTab> {
    let sheets = view.editor.blueprint().sheets().iter();
    sheets
        .map(|(id, sheet)| {
            let is_shown = view.sheet == Some(*id);
            let colour = if is_shown { view.tokens.accent } else { view.tokens.ink };
            let full = match sheet.name.trim() {
                "" => view.text("planner-unnamed").to_owned(),
                name => name.to_owned(),
            };
            let name = elided(ui, &full, font(Weight::Semibold, BODY), colour, MOST_NAME);
            let width = (2.0 * PADDING + GRID + name.size().x).ceil();
            let about = view.words.sheet_title(sheet.purpose).to_owned();
            SheetTab { id: *id, name, width, is_shown, full, about }
        })
        .collect()
}

impl SheetTabs {
    /// Shows those of the tabs that have room.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        tabs: &[SheetTab],
        visible: impl Iterator<Item = usize>,
    ) {
        let mut drawn = Vec::new();
        for place in visible {
            let Some(tab) = tabs.get(place) else { continue };
            if self.renaming.as_ref().is_some_and(|(id, _)| *id == tab.id) {
                self.field(ui, view, tab);
            } else {
                drawn.push((place, self.tab(ui, view, tab)));
            }
        }
        drag(ui, view, tabs, &drawn);
    }

    fn tab(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: &SheetTab) -> Response {
        let size = Vec2::new(tab.width, HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let said = view.words.clauses(&[tab.full.as_str(), &tab.about]);
        access::tab(&response, &said, tab.is_shown);
        paint(ui, view, rect, &response, tab);
        let help = view.text("planner-tab-help");
        let response = response.on_hover_text(format!("{said}\n{help}"));
        if (response.clicked() || response.secondary_clicked()) && !tab.is_shown {
            view.ask(Action::Plan(PlanWish::Show(tab.id)));
        }
        let asked_by_key = response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2));
        if response.double_clicked() || asked_by_key {
            self.renaming = Some((tab.id, None));
        }
        response.context_menu(|ui| {
            ui.set_min_width(180.0);
            if ui.button(view.text("planner-rename")).clicked() {
                self.renaming = Some((tab.id, None));
                ui.close();
            }
            for (key, wish) in [
                ("planner-duplicate", PlanWish::Duplicate(tab.id)),
                ("planner-remove", PlanWish::Remove(tab.id)),
            ] {
                if ui.button(view.words.text(key)).clicked() {
                    view.ask(Action::Plan(wish));
                    ui.close();
                }
            }
        });
        response
    }

    /// A field in the place of a tab; Enter keeps the name, Esc leaves the old one.
    fn field(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tab: &SheetTab) {
        let Some((id, text)) = self.renaming.take() else { return };
        let is_first = text.is_none();
        let mut text = text.unwrap_or_else(|| tab.full.clone());
        let field_id = Id::unique("rename sheet");
        let field = TextEdit::singleline(&mut text)
            .id(field_id)
            .font(font(Weight::Semibold, BODY))
            .align(Align2::LEFT_CENTER)
            .desired_width(tab.width.max(140.0) - 2.0 * PADDING)
            .min_size(Vec2::new(0.0, HEIGHT));
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &tab.full, &text, "");
            info.label = Some(view.text("planner-rename").to_owned());
            info
        });
        if is_first {
            response.request_focus();
            select_all(ui, field_id, &text);
        }
        if response.lost_focus() {
            let stays = ui.input(|input| input.key_pressed(Key::Escape));
            let name = text.trim();
            if !stays && !name.is_empty() && name != tab.full {
                view.ask(Action::Plan(PlanWish::Rename(id, name.to_owned())));
            }
            return;
        }
        self.renaming = Some((id, Some(text)));
    }
}

fn paint(ui: &Ui, view: &ViewContext<'_>, rect: Rect, response: &Response, tab: &SheetTab) {
    let tokens = view.tokens;
    let (fill, edge) = if tab.is_shown {
        (tokens.accent_wash, tokens.accent)
    } else if response.hovered() {
        (tokens.background, tokens.faint)
    } else {
        (tokens.panel, tokens.hairline)
    };
    let edge = if response.has_focus() { tokens.accent } else { edge };
    let width = if response.has_focus() { 2.0 } else { 1.0 };
    let stroke = Stroke::new(width, edge);
    ui.painter().rect(rect, CornerRadius::same(6), fill, stroke, StrokeKind::Inside);
    let ink = if tab.is_shown { tokens.accent } else { tokens.muted };
    let middle = egui::pos2(rect.left() + PADDING + 6.0, rect.center().y);
    grid(ui.painter(), middle, ink);
    let at = egui::pos2(rect.left() + PADDING + GRID, rect.center().y - tab.name.size().y / 2.0);
    ui.painter().galley(at, Arc::clone(&tab.name), tokens.ink);
}

/// A small grid of three by three: a planning sheet.
pub(super) fn grid(painter: &Painter, middle: Pos2, colour: egui::Color32) {
    let stroke = Stroke::new(1.2, colour);
    let rect = Rect::from_center_size(middle, Vec2::splat(11.0));
    painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Middle);
    for share in [1.0_f32, 2.0] {
        let along = 11.0 * share / 3.0;
        painter.vline(rect.left() + along, rect.y_range(), stroke);
        painter.hline(rect.x_range(), rect.top() + along, stroke);
    }
}

/// The button behind the tabs: a new sheet of a template.
pub(super) fn new_button(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let name = view.text("planner-new-sheet");
    let response = painted_button(ui, name, true, |painter, rect, colour| {
        grid(painter, rect.center() - Vec2::new(2.0, -1.0), colour);
        let plus = rect.center() + Vec2::new(7.0, -7.0);
        let stroke = Stroke::new(1.6, colour);
        painter.hline(plus.x - 3.0..=plus.x + 3.0, plus.y, stroke);
        painter.vline(plus.x, plus.y - 3.0..=plus.y + 3.0, stroke);
    });
    let response = response.on_hover_text(name);
    egui::Popup::menu(&response).show(|ui| {
        ui.set_min_width(220.0);
        for purpose in Purpose::ALL {
            let has_classes = crate::ui::planning::can_begin(view, purpose);
            let button =
                ui.add_enabled(has_classes, egui::Button::new(view.words.sheet_title(purpose)));
            let button = button.on_disabled_hover_text(view.text("command-sheet-mix-none"));
            let button = button.on_hover_text(view.words.sheet_about(purpose));
            if button.clicked() {
                view.ask(Action::Run(Command::NewSheet(purpose)));
                ui.close();
            }
        }
    });
}

/// Moves a tab by dragging: a mark shows where it would stand.
fn drag(ui: &Ui, view: &mut ViewContext<'_>, tabs: &[SheetTab], drawn: &[(usize, Response)]) {
    let held = drawn.iter().find(|(_, tab)| tab.dragged() || tab.drag_stopped());
    let (Some((from, held)), Some((_, last))) = (held, drawn.last()) else { return };
    let Some(pointer) = held.interact_pointer_pos() else { return };
    let before = drawn.iter().find(|(_, tab)| pointer.x < tab.rect.center().x);
    let (gap, x) = match before {
        Some((place, tab)) => (*place, tab.rect.left() - 2.0),
        None => (tabs.len(), last.rect.right() + 2.0),
    };
    let to = if gap > *from { gap - 1 } else { gap };
    if held.drag_stopped() {
        let is_dropped = !ui.input(|input| input.key_pressed(Key::Escape));
        if let Some(tab) = tabs.get(*from).filter(|_| is_dropped && to != *from) {
            view.ask(Action::Plan(PlanWish::Move(tab.id, to)));
        }
        return;
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    if to != *from {
        ui.painter().vline(x, held.rect.y_range(), Stroke::new(2.5, view.tokens.accent));
    }
}
