//! The left column: what must hold, whom it is about, which shifts there may be, and how the plan is found.

use egui::{
    Align2, CornerRadius, Key, Margin, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder,
    Vec2, WidgetInfo, accesskit::Role, vec2,
};

use super::choices::{Aim, Field, RoleLine, STARTS};
use super::{StaffingDialog, View};
use crate::redesign::{StaffingRefusal, StaffingStage};
use crate::ui::controls::{elided, named_choice, section_head};
use crate::ui::fields::bubble;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::three_columns::{Check, StateOfWork, above_foot};

/// Height of the foot, of a role, and of a stage.
const FOOT: f32 = 36.0;
const LINE: f32 = 27.0;
const STAGE: f32 = 23.0;
/// Height of the targets: that of waits has two lines.
const WAITS: f32 = 64.0;
const BUSY: f32 = 36.0;
/// The size of a field.
const FIELD: Vec2 = Vec2::new(62.0, 26.0);

impl StaffingDialog {
    /// Shows what is asked for and how far the plan is.
    pub(super) fn goal_column(&mut self, ui: &mut Ui, view: &View<'_>) {
        above_foot(
            ui,
            "goal scrolls",
            FOOT,
            self,
            |this, ui| {
                ui.set_max_width(ui.available_width() - 2.0);
                let words = view.words;
                section_head(ui, view.tokens, words.text("staffing-target"));
                ui.spacing_mut().item_spacing.y = 6.0;
                this.waits(ui, view);
                this.busy(ui, view);
                ui.add_space(8.0);
                section_head(ui, view.tokens, words.text("staffing-roles"));
                ui.spacing_mut().item_spacing.y = 2.0;
                for line in &mut this.choices.roles {
                    role_line(ui, view, line);
                }
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.add_space(8.0);
                section_head(ui, view.tokens, words.text("staffing-shifts-allowed"));
                let every = this.choices.start_every_min;
                this.choices.shapes.show(ui, view, every);
                ui.add_space(2.0);
                this.starts(ui, view);
                ui.add_space(8.0);
                section_head(ui, view.tokens, words.text("staffing-how"));
                ui.spacing_mut().item_spacing.y = 2.0;
                this.stages(ui, view);
            },
            |this, ui| this.state_of_work(ui, view),
        );
    }

    /// The target of the waits: a share and a time.
    fn waits(&mut self, ui: &mut Ui, view: &View<'_>) {
        let rect = self.target_card(ui, view, Aim::Waits, "staffing-aim-waits", WAITS);
        let inside = rect.shrink2(vec2(10.0, 6.0));
        let line = inside.with_min_y(inside.bottom() - FIELD.y);
        let place = UiBuilder::new()
            .max_rect(line)
            .id_salt("waits")
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        ui.scope_builder(place, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            self.field(ui, view, Field::Share);
            let (words, tokens) = (view.words, view.tokens);
            let room = (ui.available_width() - FIELD.x - 6.0).max(0.0);
            let letters = font(Weight::Regular, SMALL);
            let text = elided(ui, words.text("staffing-wait-at-most"), letters, tokens.ink, room);
            let (at, _) = ui.allocate_exact_size(text.size(), Sense::hover());
            ui.painter().galley(at.min, text, tokens.ink);
            self.field(ui, view, Field::Wait);
        });
        ui.advance_cursor_after_rect(rect);
    }

    /// The target of those who work: a share of their time.
    fn busy(&mut self, ui: &mut Ui, view: &View<'_>) {
        let rect = self.target_card(ui, view, Aim::Busy, "staffing-aim-busy", BUSY);
        let inside = rect.shrink2(vec2(10.0, 5.0));
        let place = UiBuilder::new()
            .max_rect(inside.with_min_x(inside.right() - FIELD.x))
            .id_salt("busy")
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        ui.scope_builder(place, |ui| self.field(ui, view, Field::Busy));
        ui.advance_cursor_after_rect(rect);
    }

    /// A target that can be chosen; answers where it lies.
    fn target_card(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        aim: Aim,
        key: &'static str,
        height: f32,
    ) -> Rect {
        let View { words, tokens, .. } = *view;
        let is_on = self.choices.aim == aim;
        let name = words.text(key);
        let size = vec2(ui.available_width(), height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
        let (fill, edge, ink) = if is_on {
            (tokens.accent_wash, tokens.accent, tokens.accent)
        } else {
            (tokens.background, tokens.hairline, tokens.ink)
        };
        let edge = if response.has_focus() || response.hovered() { tokens.accent } else { edge };
        let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, edge);
        ui.painter().rect(rect, CornerRadius::same(7), fill, stroke, StrokeKind::Inside);
        let letters = font(if is_on { Weight::Semibold } else { Weight::Regular }, BODY);
        let room = rect.width() - if aim == Aim::Busy { FIELD.x + 26.0 } else { 20.0 };
        let text = elided(ui, name, letters, ink, room);
        let middle = if aim == Aim::Busy { rect.center().y } else { rect.top() + 17.0 };
        let at = egui::pos2(rect.left() + 10.0, middle - text.size().y / 2.0);
        ui.painter().galley(at, text, ink);
        if response.clicked() {
            self.choices.aim = aim;
        }
        rect
    }

    /// A field of a target.
    fn field(&mut self, ui: &mut Ui, view: &View<'_>, field: Field) {
        let View { words, tokens, .. } = *view;
        let is_on = self.choices.aim == field.aim();
        let name = words.text(field.key());
        let typed = self.choices.typed(field);
        let ink = if typed.refused.is_none() { tokens.ink } else { tokens.bad };
        let ground = if is_on { tokens.panel } else { tokens.background };
        let id = egui::Id::unique(("staffing target", field as u8));
        let edit = TextEdit::singleline(&mut typed.text)
            .id(id)
            .font(font(Weight::Semibold, BODY))
            .text_color(ink)
            .background_color(ground)
            .align(Align2::CENTER_CENTER)
            .margin(Margin::symmetric(4, 2))
            .char_limit(16)
            .desired_width(FIELD.x - 8.0)
            .min_size(FIELD);
        let response = ui.add(edit);
        let _ = response.clone().accessible_name(name);
        let is_blank = typed.text.trim().is_empty();
        if response.changed() {
            self.choices.read(field);
        }
        let refused = self.choices.typed(field).refused;
        let given_up = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        if response.lost_focus() && (refused.is_none() || given_up || is_blank) {
            self.choices.write(field, words);
        } else if let Some(refusal) = refused
            && !is_blank
        {
            // What cannot be read stays, with the reason, until it is corrected.
            bubble(ui, tokens, id.with("refused"), response.rect, words.refusal(refusal));
        }
    }

    fn starts(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        let options = STARTS.map(|minutes| (minutes, words.time(f64::from(minutes) * 60.0)));
        ui.horizontal(|ui| {
            let now = self.choices.start_every_min;
            let name = words.text("staffing-starts-every");
            if let Some(every) = named_choice(ui, name, 84.0, now, &options) {
                self.choices.start_every_min = every;
            }
        });
    }

    /// What is done in a stage.
    pub(super) fn stage_said(&self, view: &View<'_>, stage: StaffingStage) -> String {
        let words = view.words;
        let (trial, check) = self.choices.days();
        let days = |days: u32| words.number(f64::from(days));
        match (stage, self.choices.aim) {
            (StaffingStage::Load, _) => {
                words.with("staffing-stage-load", &[("days", days(trial).into())])
            }
            (StaffingStage::Repair, Aim::Waits) => {
                words.with("staffing-stage-repair", &[("days", days(trial).into())])
            }
            (StaffingStage::Repair, Aim::Busy) => {
                words.with("staffing-stage-repair-busy", &[("days", days(trial).into())])
            }
            (StaffingStage::Shifts, _) => words.text("staffing-stage-shifts").to_owned(),
            (StaffingStage::Check, _) => {
                words.with("staffing-stage-check", &[("days", days(check).into())])
            }
        }
    }

    /// How a plan is found, each stage with whether it is done.
    fn stages(&mut self, ui: &mut Ui, view: &View<'_>) {
        let View { words, tokens, .. } = *view;
        let now = self.search.stage();
        let is_found = self.plan().is_some() && !self.search.is_stale();
        for stage in StaffingStage::ALL {
            let said = self.stage_said(view, stage);
            let is_done = is_found || now.is_some_and(|now| stage < now);
            let size = vec2(ui.available_width(), STAGE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let state = match (is_done, now == Some(stage)) {
                (true, _) => words.text("staffing-stage-done"),
                (false, true) => words.text("staffing-stage-now"),
                (false, false) => "",
            };
            let told = if state.is_empty() { said.clone() } else { words.labelled(&said, state) };
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, told.as_str()));
            let middle = egui::pos2(rect.left() + 8.0, rect.center().y);
            let painter = ui.painter();
            if is_done {
                painter.circle_filled(middle, 7.5, view.ink(crate::drawing::Ink::GoodWash));
                let check = Align2::CENTER_CENTER;
                painter.text(middle, check, icons::CHECK, icon(10.0), tokens.good);
            } else if now == Some(stage) {
                painter.circle_filled(middle, 4.0, tokens.accent);
            } else {
                painter.circle_stroke(middle, 4.0, Stroke::new(1.0, tokens.faint));
            }
            let ink = if is_done || now == Some(stage) { tokens.ink } else { tokens.muted };
            let letters = font(Weight::Regular, SMALL);
            let left = rect.left() + 23.0;
            let text = elided(ui, &said, letters, ink, rect.right() - left);
            let at = egui::pos2(left, rect.center().y - text.size().y / 2.0);
            ui.painter().galley(at, text, ink);
            response.on_hover_text(told);
        }
    }

    /// How far the work is, or how good the plan.
    fn state_of_work(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        let done = self.search.part_done();
        let is_stopped = matches!(self.search.answer(), Some(Err(StaffingRefusal::Cancelled)));
        let (said, link) = if self.search.is_stale() {
            (words.text("staffing-working").to_owned(), done.map(|_| "advisor-stop"))
        } else if self.search.is_lost() {
            (words.text("work-stopped").to_owned(), Some("button-try-again"))
        } else if self.obstacle().is_some() {
            (words.text("staffing-no-plan").to_owned(), None)
        } else if self.by_hand.is_busy() {
            (words.text("staffing-checking").to_owned(), None)
        } else if self.by_hand.plan().is_some() {
            (words.text("staffing-moved").to_owned(), None)
        } else if is_stopped {
            (words.text("advisor-stopped").to_owned(), Some("staffing-again"))
        } else {
            let proof = self.plan().map(|plan| words.staffing_proof_of_all(plan));
            (proof.unwrap_or_default(), None)
        };
        let link = link.map(|key| words.text(key));
        if (StateOfWork { done, said: &said, link }).show(ui, view.tokens) {
            if self.search.is_stale() {
                self.search.stop();
            } else {
                self.search.again();
            }
        }
    }
}

/// A role that can be planned or left as it is.
fn role_line(ui: &mut Ui, view: &View<'_>, line: &mut RoleLine) {
    let View { words, tokens, scenario, currency, .. } = *view;
    let name = words.role(line.role, scenario);
    let wage = scenario.roles().get(&line.role).and_then(|role| role.cost_per_hour);
    let wage = match wage {
        Some(wage) => {
            words.with("staffing-wage", &[("wage", words.money(wage.get(), currency).into())])
        }
        None => words.text("staffing-no-wage").to_owned(),
    };
    let size = vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let said = words.labelled(name, &wage);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, line.on, said.as_str()));
    if response.clicked() {
        line.on = !line.on;
    }
    let (near, focused) = (response.hovered() || response.has_focus(), response.has_focus());
    let check = Check { on: line.on, held: false, near, focused };
    let check = check.paint(ui.painter(), tokens, rect);
    let dot = egui::pos2(check.right() + 13.0, rect.center().y);
    ui.painter().circle_filled(dot, 4.0, view.of_role(line.role));
    let small = font(Weight::Regular, SMALL);
    let wage = elided(ui, &wage, small, tokens.muted, rect.width() * 0.45);
    let at = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), wage.size());
    ui.painter().galley(at.min, wage, tokens.muted);
    let left = dot.x + 10.0;
    let ink = if line.on { tokens.ink } else { tokens.muted };
    let text = elided(ui, name, font(Weight::Regular, BODY), ink, at.left() - left - 8.0);
    let at = egui::pos2(left, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, ink);
    response.on_hover_text(said);
}
