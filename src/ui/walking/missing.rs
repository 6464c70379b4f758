//! What happens at a moment, and what is missing there.

use egui::{RichText, ScrollArea, Ui};

use crate::blueprint::{StepKind, Zone};
use crate::drawing::Ink;
use crate::quality::{SEVERE, phases_without_evidence};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL, colour, palette};
use crate::ui::view_context::ViewContext;

use super::way::Moment;

/// The cards of the moment, from the customer down.
pub(super) fn cards(ui: &mut Ui, view: &ViewContext<'_>, moment: &Moment) {
    let inks = palette(ui.ctx());
    ScrollArea::vertical().id_salt("walk cards").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for id in &moment.steps {
            let Some(step) = view.scenario.steps().get(id) else { continue };
            let zone = view.scenario.zone_of(step);
            let frame = egui::Frame::new()
                .fill(colour(&inks, Ink::Zone(zone)))
                .stroke(egui::Stroke::new(1.0, view.tokens.hairline))
                .corner_radius(8)
                .inner_margin(egui::Margin::symmetric(12, 8));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                let name = view.words.step(*id, view.scenario);
                let name = RichText::new(name).font(font(Weight::Semibold, BODY));
                ui.add(egui::Label::new(name.color(view.tokens.ink)).wrap());
                let mut said = vec![view.words.zone(zone).to_owned()];
                let roles = step.needs.iter().flat_map(|need| &need.roles);
                said.extend(roles.map(|role| view.words.role(*role, view.scenario).to_owned()));
                let said = RichText::new(view.words.clauses(&said)).size(SMALL);
                ui.add(egui::Label::new(said.color(view.tokens.ink)).wrap());
            });
        }
    });
}

/// What is missing at the moment.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, moment: &Moment) {
    let lines = missing(view, moment);
    if lines.is_empty() {
        small(ui, view.tokens, view.text("walk-complete"));
        return;
    }
    ScrollArea::vertical().id_salt("walk missing").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for line in lines {
            ui.horizontal_top(|ui| {
                let icon = RichText::new(icons::TRIANGLE_ALERT).font(icon_font(14.0));
                ui.label(icon.color(view.tokens.warn));
                ui.add(egui::Label::new(RichText::new(line).color(view.tokens.ink)).wrap());
            });
        }
    });
}

/// What is missing, a sentence each.
fn missing(view: &ViewContext<'_>, moment: &Moment) -> Vec<String> {
    let (words, scenario) = (view.words, view.scenario);
    let mut lines = Vec::new();
    let elements = moment.elements.iter().filter_map(|id| scenario.elements().get(id));
    let is_unrated =
        |it: &crate::blueprint::Element| it.rating.is_none() && it.staff_rating.is_none();
    let unrated = elements.filter(|it| is_unrated(it)).count();
    if moment.elements.is_empty() {
        lines.push(words.text("walk-no-elements").to_owned());
    } else if unrated > 0 {
        lines.push(words.with("walk-unrated", &[("count", unrated.into())]));
    }
    let steps = || moment.steps.iter().filter_map(|id| Some((*id, scenario.steps().get(id)?)));
    // As the verdict says it of the service.
    let bare = phases_without_evidence(scenario);
    for phase in bare.iter().filter(|phase| steps().any(|(_, step)| step.phase == **phase)) {
        let name = scenario.phases().get(phase).map_or("", |phase| phase.name.trim());
        let name = if name.is_empty() { words.text("details-phase-unnamed") } else { name };
        lines.push(words.with("walk-no-evidence", &[("phase", name.into())]));
    }
    for (id, step) in steps() {
        let named = [("step", words.step(id, scenario).to_owned().into())];
        let zone = scenario.zone_of(step);
        if zone == Zone::Customer && step.emotion.is_none() {
            lines.push(words.with("walk-no-feeling", &named));
        }
        let is_action = zone == Zone::Frontstage && step.kind == StepKind::Action;
        if is_action && step.procedure.trim().is_empty() {
            lines.push(words.with("walk-no-procedure", &named));
        }
        let Some(fail) = &step.fail else { continue };
        if fail.recovery.trim().is_empty() && fail.recovery_step.is_none() {
            lines.push(words.with("walk-no-recovery", &named));
        }
        let is_severe = fail.severity.is_some_and(|severity| severity.get() >= SEVERE);
        if is_severe && fail.guard.trim().is_empty() && fail.guard_kind.is_none() {
            lines.push(words.with("walk-no-guard", &named));
        }
    }
    lines
}
