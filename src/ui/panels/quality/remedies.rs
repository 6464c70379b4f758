//! What is offered beside a finding: to put it into the plan, and what would help, to be tried on a copy.

use egui::{Popup, PopupCloseBehavior, RichText, Ui};

use crate::quality::{Finding, FindingPlace, Remedy, cycle, remedies, schedule};
use crate::ui::commands::Command;
use crate::ui::cycle_ring;
use crate::ui::fonts::{Weight, font};
use crate::ui::judging::{action_about, add_action};
use crate::ui::panels::capacity::{Advice, as_scenario};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, BottomTab, ViewContext};

use super::trials::{Tried, edit_of};

/// The width of the list of what would help.
const WIDTH: f32 = 300.0;

/// Shows what is offered beside a finding.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    finding: &Finding,
    said: &str,
) {
    let Some(found) = view.assessment else { return };
    // Of what stands: while one is tried, nothing that is offered goes away.
    let editor = view.editor;
    let all = remedies(finding, found, editor.settled_blueprint(), editor.settled_scenario());
    // Close below the line that they belong to.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.spacing_mut().button_padding = egui::Vec2::ZERO;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(12.0, 0.0);
        ui.add_space(10.0);
        let about: Vec<u32> = finding.place.number().into_iter().collect();
        let is_planned = is_planned(view, &finding.place);
        let key = if is_planned { "plan-is-in" } else { "plan-put" };
        if link(ui, view, key, said).clicked() {
            if is_planned {
                view.ask(Action::Below(BottomTab::Plan));
            } else {
                put(view, said.to_owned(), about.clone());
            }
        }
        if let (Some(number), Some(found)) = (finding.place.number(), view.assessment) {
            let blueprint = view.editor.blueprint();
            let plan = schedule(&blueprint.judgements().plan, view.today);
            let figures = &found.indicators;
            let come = cycle(number, blueprint, view.scenario, figures, plan.as_ref());
            if come.plan {
                cycle_ring::show(ui, view, come);
            }
        }
        if all.is_empty() {
            return;
        }
        let response = link(ui, view, "remedies", said);
        let menu = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        menu.show(|ui| {
            ui.set_width(WIDTH);
            for (at, remedy) in all.iter().enumerate() {
                if at > 0 {
                    ui.separator();
                }
                offer(ui, view, advice, remedy, &about);
            }
        });
    });
}

/// Whether an action is about a place.
fn is_planned(view: &ViewContext<'_>, place: &FindingPlace) -> bool {
    let actions = &view.editor.blueprint().judgements().plan.actions;
    place
        .number()
        .is_some_and(|number| actions.iter().any(|(_, action)| action.about.contains(&number)))
}

/// A small button of one line, whose name for the ear says of what it is.
fn link(ui: &mut Ui, view: &ViewContext<'_>, key: &str, of: &str) -> egui::Response {
    let name = view.words.text(key);
    let text = RichText::new(name).font(font(Weight::Medium, SMALL)).color(view.tokens.accent);
    let response = ui.add(egui::Button::new(text).frame(false));
    let said = view.words.labelled(of, name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &said));
    response
}

fn put(view: &mut ViewContext<'_>, name: String, about: Vec<u32>) {
    let said = view.words.with("plan-was-put", &[("name", name.as_str().into())]);
    let (_, edit) = add_action(view, action_about(name, about));
    view.edit(edit);
    view.ask(Action::Say(said));
}

/// Something that would help, with what can be done with it; pointing at it shows on the sheet what it does.
fn offer(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    remedy: &Remedy,
    about: &[u32],
) {
    let name = view.words.remedy(remedy, view.scenario);
    let edit = edit_of(ui.ctx(), view, advice, remedy);
    let shown = ui.scope(|ui| {
        let text = RichText::new(&name).color(view.tokens.ink);
        ui.add(egui::Label::new(text).wrap());
        if let Some(Tried { brings: Some(brings), .. }) = &edit {
            ui.label(RichText::new(brings).size(SMALL).color(view.tokens.good));
        }
        ui.horizontal(|ui| {
            if ui.button(view.text("plan-put")).clicked() {
                put(view, name.clone(), about.to_vec());
                ui.close();
            }
            let Some(tried) = &edit else {
                let walks = matches!(remedy, Remedy::Walk);
                if walks && ui.button(view.text("command-walk-through")).clicked() {
                    view.ask(Action::Run(Command::WalkThrough));
                    ui.close();
                }
                return;
            };
            if ui.button(view.text("remedy-try")).clicked() {
                advice.rest();
                view.ask(Action::Take(as_scenario(view, tried.on_a_copy.clone(), &name)));
                ui.close();
            }
        });
    });
    let is_pointed = ui.rect_contains_pointer(shown.response.rect);
    if let Some(tried) = edit.filter(|_| is_pointed && ui.is_enabled()) {
        advice.want(&tried.edit, name);
    }
}
