//! The improvement plan in the window: what it brings and its actions in time, and beside it the action that is
//! chosen.
//!
//! # What always holds
//!
//! - A drag is one undo step, and Esc takes it back (`a_bar_is_dragged_as_one_step`).
//! - Each bar is reached by Tab, moved by arrows, and has a name (`bars_have_names_and_follow_the_arrows`).
//! - An action never comes to wait for itself (`a_circle_cannot_be_made`).

mod form;
mod keeper;
mod log;
mod menus;
mod picture;
mod today;

use egui::accesskit::Role;
use egui::{Align, Layout, Rect, RichText, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::blueprint::{Action, ActionId};
use crate::drawing::KnownWidths;
use crate::quality::schedule;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::judging::{USUAL_DAYS, add_action};
use crate::ui::panels::inviting::invite;
use crate::ui::theme::BODY;
use crate::ui::view_context::ViewContext;

use keeper::StairKeeper;
use picture::Drag;
use today::TodayField;

/// What the tab remembers.
#[derive(Default)]
pub(in crate::ui) struct PlanTab {
    chosen: Option<ActionId>,
    /// One that was just added, chosen once it is there.
    added: Option<ActionId>,
    drag: Option<Drag>,
    stairs: StairKeeper,
    today: TodayField,
    /// What is typed as a line of the log.
    log_typed: String,
    list: crate::drawing::DisplayList,
    widths: std::cell::RefCell<KnownWidths>,
}

/// The width of the form, and the least that is left for the picture.
const FORM: f32 = 264.0;
const LEAST_PICTURE: f32 = 300.0;
const GAP: f32 = 16.0;
/// The height of the line above that says what is to be seen.
const LINE: f32 = 20.0;
/// The least room for the tools beside the tabs.
pub(in crate::ui) const LEAST_TOOLS: f32 = 110.0;
/// The room for them with the day from which the plan is looked at and the sentence behind it.
const DAY_TOOLS: f32 = 500.0;
/// The room for them with the sentence on what the plan brings.
pub(in crate::ui) const ALL_TOOLS: f32 = 380.0;

impl PlanTab {
    /// Whether something is worked out beside.
    pub fn is_busy(&self) -> bool {
        self.stairs.is_busy()
    }

    /// Shows the tab; answers what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) -> String {
        profiling::function_scope!();
        let blueprint = view.editor.blueprint();
        let plan = &blueprint.judgements().plan;
        let is_there = |id: &mut ActionId| plan.actions.iter().any(|(own, _)| own == id);
        if let Some(added) = self.added.take_if(is_there) {
            self.chosen = Some(added);
            // What is new wants a name.
            ui.memory_mut(|memory| memory.request_focus(form::name_field(added)));
        }
        if plan.actions.is_empty() {
            self.drag = None;
            if invite(ui, view, view.text("plan-none"), Some(view.text("plan-begin"))) {
                self.add(view);
            }
            return String::new();
        }
        let whole = ui.available_rect_before_wrap();
        let form = FORM.min((whole.width() - GAP - LEAST_PICTURE).max(whole.width() * 0.4));
        let middle = whole.right() - form - GAP;
        let left = Rect::from_min_max(whole.min, egui::pos2(middle, whole.bottom()));
        let right = Rect::from_min_max(egui::pos2(middle + GAP, whole.top()), whole.max);
        // What is to be seen stands above the picture: beside the tabs there is seldom room for the whole sentence.
        let is_small = !view.bottom.enlarged;
        let (line, left) =
            left.split_top_bottom_at_y(left.top() + if is_small { LINE } else { 0.0 });
        let mut headline = String::new();
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("plan picture"), |ui| {
            if let Some(schedule) = schedule(plan, view.today) {
                headline = self.picture(ui, view, &schedule);
            } else {
                self.names(ui, view);
            }
        });
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("plan form"), |ui| {
            form::show(ui, view, &mut self.chosen, &mut self.today, &mut self.log_typed);
        });
        ui.advance_cursor_after_rect(whole);
        if !is_small {
            return headline;
        }
        if !headline.is_empty() {
            let (ink, letters) = (view.tokens.ink, font(Weight::Semibold, BODY));
            let galley = elided(ui, &headline, letters, ink, line.width());
            ui.painter().galley(line.left_top(), galley, ink);
            let response = ui.interact(line, ui.scope_id().with("plan headline"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &headline));
        }
        String::new()
    }

    /// Shows beside the tabs what adds an action.
    pub fn tools(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, room: Rect) {
        if view.editor.blueprint().judgements().plan.actions.is_empty() {
            return;
        }
        self.today.is_beside_tabs = room.width() >= DAY_TOOLS;
        let left = if self.today.is_beside_tabs {
            room
        } else {
            room.with_max_x(room.left() + LEAST_TOOLS)
        };
        let builder = UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            let text = RichText::new(view.text("plan-add")).color(view.tokens.ink);
            if ui.button(text).clicked() {
                self.add(view);
            }
            if self.today.is_beside_tabs {
                ui.add_space(8.0);
                self.today.show_beside_tabs(ui, view);
            }
        });
    }

    fn add(&mut self, view: &mut ViewContext<'_>) {
        let name = view.text("plan-new-action").to_owned();
        let action = Action { name, days: USUAL_DAYS, ..Action::default() };
        let (id, edit) = add_action(view, action);
        self.added = Some(id);
        view.edit(edit);
    }

    /// The names of the actions, as long as nobody said when the plan begins.
    fn names(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        ui.label(RichText::new(view.text("plan-no-start")).color(view.tokens.muted));
        ui.add_space(4.0);
        egui::ScrollArea::vertical().id_salt("plan names").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::new(4.0, 2.0);
            for (id, action) in &view.editor.blueprint().judgements().plan.actions {
                let is_chosen = self.chosen == Some(*id);
                if ui.selectable_label(is_chosen, &action.name).clicked() {
                    self.chosen = Some(*id);
                }
            }
        });
    }
}
