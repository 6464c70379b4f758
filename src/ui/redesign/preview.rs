//! What the window does for the dialog: opens it, carries out what is wanted of it, and shows a
//! design on the sheet without changing the file.

use egui::{Context, Key, Modifiers, RichText, Stroke, Ui, vec2};

use super::effect_column::make_button;
use super::{Redesign, Wish};
use crate::editor::{DocumentEdit, Edit, GestureId};
use crate::ui::app::App;
use crate::ui::commands::Command;
use crate::ui::controls::{dashed, elided};
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, Tokens};

/// The gesture that a preview is to the editor.
const PREVIEW: GestureId = GestureId(u64::MAX - 1);

impl App {
    /// Opens the dialog on the scenario that is shown.
    pub(in crate::ui) fn open_redesign(&mut self) {
        self.editor.commit();
        let (blueprint, scenario) = (self.editor.blueprint(), self.editor.scenario());
        let redesign = Redesign::of(blueprint, scenario, self.figures.analysis(), &self.words);
        self.redesign = Some(Box::new(redesign));
    }

    /// Whether the sheet shows a design that is not in the file.
    pub(in crate::ui) fn is_previewing(&self) -> bool {
        self.redesign.as_ref().is_some_and(|redesign| redesign.previewing)
    }

    /// Shows the dialog, if it is open, and does what is wanted in it.
    pub(in crate::ui) fn show_redesign(&mut self, ctx: &Context, was_typing: bool) {
        let Some(mut redesign) = self.redesign.take() else { return };
        redesign.follow(ctx);
        let wishes = if redesign.previewing {
            let leaves = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            if leaves { vec![Wish::Back] } else { std::mem::take(&mut self.wishes) }
        } else {
            redesign.show(ctx, &self.words, was_typing)
        };
        if !wishes.is_empty() {
            ctx.request_repaint();
        }
        self.redesign = Some(redesign);
        for wish in wishes {
            self.grant(ctx, wish);
        }
    }

    fn grant(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Close => self.close_redesign(ctx),
            Wish::GoTo(place) => {
                self.close_redesign(ctx);
                self.actions.push(Action::GoTo(place));
            }
            Wish::Preview => {
                if let Some(edit) = self.design_as_edit() {
                    let shown = self.editor.try_out(PREVIEW, edit).is_ok();
                    self.bottom.enlarged &= !shown;
                    if let Some(redesign) = &mut self.redesign {
                        redesign.previewing = shown;
                    }
                }
            }
            Wish::Back => self.leave_preview(),
            Wish::Make => {
                self.leave_preview();
                if let Some(edit) = self.design_as_edit() {
                    // The rules go with the scenario: one step that can be undone.
                    self.redesign = None;
                    self.edit(ctx, edit);
                }
            }
        }
    }

    /// The edit that adds the chosen design as a scenario.
    fn design_as_edit(&mut self) -> Option<DocumentEdit> {
        let prospect = self.redesign.as_mut()?.prospect(&self.words)?;
        Some(DocumentEdit::AddScenario(Box::new(prospect.blueprint.clone()), prospect.scenario))
    }

    /// Takes the design off the sheet.
    pub(in crate::ui) fn leave_preview(&mut self) {
        if let Some(redesign) = &mut self.redesign
            && std::mem::take(&mut redesign.previewing)
        {
            self.editor.abort();
        }
    }

    /// Closes the dialog and keeps its rules in the file.
    pub(in crate::ui) fn close_redesign(&mut self, ctx: &Context) {
        self.leave_preview();
        let Some(redesign) = self.redesign.take() else { return };
        if let Some(rules) = redesign.changed_rules() {
            self.edit(ctx, Edit::SetRedesignRules(Box::new(rules)));
        }
    }
}

/// The bar that stands above the sheet while it shows a design.
pub(in crate::ui) fn bar(ui: &mut Ui, desk: &Desk<'_>, wishes: &mut Vec<Wish>) {
    let (words, tokens) = (desk.words, desk.tokens);
    let name = desk.scenario.name();
    let said = words.with("advisor-previewing", &[("name", name.into())]);
    ui.horizontal_centered(|ui| {
        ui.label(RichText::new(said).font(font(Weight::Semibold, BODY)).color(tokens.accent));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let make = words.text("advisor-make");
            if make_button(ui, make, tokens, true, vec2(0.0, 26.0)) {
                wishes.push(Wish::Make);
            }
            let back = egui::Button::new(words.text("advisor-back"));
            if ui.add(back.min_size(vec2(0.0, 26.0))).clicked() {
                wishes.push(Wish::Back);
            }
        });
    });
}

/// Marks what is on the sheet as a preview: a dashed frame around it, and a ribbon that says what is
/// shown where no bar does.
pub(in crate::ui) fn mark_preview(ui: &Ui, tokens: Tokens, said: Option<&str>) {
    let sheet = ui.max_rect().shrink(3.0);
    frame_preview(ui, tokens, sheet);
    let painter = ui.painter();
    let Some(said) = said else { return };
    let letters = font(Weight::Semibold, BODY);
    let text = elided(ui, said, letters, tokens.on_accent, sheet.width() - 80.0);
    let size = text.size() + vec2(24.0, 10.0);
    let middle = egui::pos2(sheet.center().x, sheet.top() + size.y / 2.0 + 6.0);
    let ribbon = egui::Rect::from_center_size(middle, size);
    painter.rect_filled(ribbon, egui::CornerRadius::same(6), tokens.accent);
    painter.galley(ribbon.center() - text.size() / 2.0, text, tokens.on_accent);
    // For those who hear the window.
    let response = ui.interact(ribbon, egui::Id::unique("preview ribbon"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, said));
}

/// Draws the dashed frame of what is only tried.
pub(in crate::ui) fn frame_preview(ui: &Ui, tokens: Tokens, rect: egui::Rect) {
    dashed(ui.painter(), rect, Stroke::new(2.0, tokens.accent), (9.0, 6.0));
}

/// Whether an action may be carried out while the sheet shows a design: what only looks, may.
pub(in crate::ui) fn only_looks(action: &Action) -> bool {
    match action {
        Action::Tab(_) | Action::Below(_) | Action::Say(_) | Action::Filter(_) => true,
        Action::Run(command) => matches!(
            command,
            Command::ZoomIn
                | Command::ZoomOut
                | Command::ZoomActual
                | Command::FitAll
                | Command::ClearFilter
                | Command::ShowMap
                | Command::ShowPalette
                | Command::ShowSide
                | Command::ShowTable
                | Command::ShowBelow(_)
                | Command::Enlarge
                | Command::ThemeLight
                | Command::ThemeDark
                | Command::ThemeSystem
                | Command::English
                | Command::Chinese
        ),
        _ => false,
    }
}
