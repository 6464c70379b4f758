//! Names of the visible cards for screen readers and tests.

use egui::{Id, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::blueprint::{Step, StepId};
use crate::drawing::Detail;
use crate::ui::desk::Desk;

use super::Canvas;

impl Canvas {
    /// Registers a named node for every card that can be read.
    pub(super) fn show_nodes(&self, ui: &Ui, desk: &Desk<'_>) {
        if self.look.detail.unwrap_or(Detail::Full) < Detail::Name {
            return;
        }
        let seen = self.camera.rect_on_sheet(crate::drawing::sheet_area(self.viewport));
        for id in self.geometry.cards_in(seen) {
            if self.look.hides(id) {
                continue;
            }
            let Some(step) = desk.scenario.steps().get(&id) else { continue };
            let Some(rect) = self.card_on_screen(id) else { continue };
            let response = ui.interact(rect, node_id(id), Sense::hover());
            let selected = desk.editor.selection().steps.contains(&id);
            let changes = changes(desk, id);
            response.widget_info(|| {
                let said = described(desk, id, step);
                let said = if changes.is_empty() { said } else { format!("{said}, {changes}") };
                WidgetInfo::selected(Role::ListItem, true, selected, said)
            });
            if !changes.is_empty() && !self.is_editing() {
                response.on_hover_text_at_pointer(changes);
            }
        }
    }
}

/// What became of a step in the comparison that is on, line by line.
fn changes(desk: &Desk<'_>, id: StepId) -> String {
    let Some(compared) = desk.compared else { return String::new() };
    let Some(change) = compared.step(id) else { return String::new() };
    let lines = desk.words.step_changes(change, &compared.before, &compared.after);
    lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
}

fn node_id(step: StepId) -> Id {
    Id::unique(("card", step))
}

/// "Check violations, backstage, 60 s, records officer, bottleneck".
fn described(desk: &Desk<'_>, id: StepId, step: &Step) -> String {
    let words = desk.words;
    let mut parts = vec![step.name.clone()];
    if let Some(lane) = desk.scenario.lanes().get(&step.lane) {
        parts.push(words.lane(lane).to_owned());
    }
    parts.extend(step.time.as_ref().map(|time| words.service_time(time)));
    parts.extend(step.needs.iter().map(|need| words.need(need, desk.scenario)));
    if desk.analysis.steps.get(&id).is_some_and(|figures| figures.bottleneck) {
        parts.push(words.text("figure-bottleneck").to_owned());
    }
    parts.join(", ")
}
