//! What a sheet without steps offers: a ghost of the first step, and other ways to begin.

use egui::{Align2, Rect, RichText, TextStyle, Ui, UiBuilder, Vec2};

use crate::blueprint::Zone;
use crate::drawing::{CardForm, Ghost, Point};
use crate::storage;
use crate::ui::commands::Command;
use crate::ui::controls::callout;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

use super::{Canvas, paint};

/// How far right of the sheet's edge the ghost lies, in sheet units.
const GHOST_AT: f32 = 86.0;
/// The size of the callout, in screen points.
const CALLOUT: Vec2 = Vec2::new(400.0, 216.0);
/// How many samples are offered.
const SAMPLES: usize = 3;

impl Canvas {
    /// The ghost of the first step in the customer's lane, while nothing else is there.
    pub(super) fn first_step(&self, view: &ViewContext<'_>) -> Option<Ghost> {
        if !view.scenario.steps().is_empty() {
            return None;
        }
        let (lane, _) = view.scenario.lanes_of(Zone::Customer).next()?;
        let band = self.geometry.band_of(lane).filter(|band| !band.collapsed)?;
        let left = self.geometry.columns().first()?.left;
        Some(Ghost {
            centre: Point::new(left + GHOST_AT, f32::midpoint(band.top, band.bottom)),
            form: CardForm::Slim,
            name: view.text("empty-first-step").to_owned(),
            refused: false,
        })
    }

    /// The ways to begin.
    pub(super) fn show_empty(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let area = paint::rect(self.sight.area());
        let mut top = area.center().y - CALLOUT.y / 2.0;
        if let Some(ghost) = self.first_step(view) {
            let size = ghost.form.size();
            let card = crate::drawing::Rect::centred(ghost.centre, size);
            let card = paint::rect(self.sight.rect_on_screen(card));
            if self.look.ghosts.is_empty() {
                ui.painter().with_clip_rect(area).text(
                    card.right_center() + Vec2::new(16.0, 0.0),
                    Align2::LEFT_CENTER,
                    view.text("empty-first-step-how"),
                    font(Weight::Regular, BODY),
                    view.tokens.muted,
                );
            }
            // The callout leaves the ghost in view.
            top = top.max(card.bottom() + 28.0);
        }
        let top = top.min(area.bottom() - CALLOUT.y - 8.0).max(area.top());
        let corner = egui::pos2(area.center().x - CALLOUT.x / 2.0, top);
        let rect = Rect::from_min_size(corner, CALLOUT);
        let tokens = view.tokens;
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            callout(tokens.panel, tokens.hairline).inner_margin(20.0).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let title = RichText::new(view.text("empty-title"));
                ui.label(title.text_style(TextStyle::Heading));
                ui.label(view.text("empty-text"));
                ui.add_space(4.0);
                if ui.link(view.text("command-templates")).clicked() {
                    view.ask(Action::Run(Command::Templates));
                }
                for sample in storage::samples().iter().take(SAMPLES) {
                    let name = view.text(sample.name_key);
                    let text = view.words.with("empty-open", &[("name", name.into())]);
                    if ui.link(text).clicked() {
                        view.ask(Action::OpenSample(sample.key));
                    }
                }
            });
        });
    }
}
