//! The walk-through: along the likeliest visit, moment by moment, with the whole window for what surrounds it.
//!
//! On the left what happens, in the middle the elements in their three dimensions with stars, notes and evidence, on the
//! right what is missing, below all moments coloured by their stars. Who comes in person is walked for as a customer, who
//! works at a distance as an employee, both where both are there.
//!
//! # What always holds
//!
//! - Each star is an edit like any other, and undone like any other (`stars_are_given_by_keys`).
//! - Esc lands on the step that was walked to (`esc_lands_on_the_step`).

mod acts;
mod elements;
mod missing;
mod moments;
mod way;

use egui::{Align, CentralPanel, Frame, Key, Layout, Margin, Modifiers, Panel, RichText, Ui};

use crate::blueprint::{ElementId, Participation, Stars, StepId};
use crate::ui::commands::Command;
use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

use way::{Moment, Way};

/// The widths of the columns at the sides, and the height of the row of moments.
const LEFT: f32 = 250.0;
const RIGHT: f32 = 250.0;
const MOMENTS: f32 = 92.0;
/// The size of the letters of a moment's name.
const TITLE: f32 = 21.0;

/// Where the walk has come to.
#[derive(Debug, Default)]
pub(super) struct Walking {
    /// The moment, from 0.
    at: usize,
    /// The element that the digits rate, from 0 in the order in which they are shown.
    element: usize,
    /// Whether one walks as an employee.
    as_staff: bool,
    way: Way,
}

/// In whose shoes one can walk: customers, employees.
fn shoes(view: &ViewContext<'_>) -> (bool, bool) {
    match view.scenario.typology().participation {
        Some(Participation::Remote) => (false, true),
        Some(Participation::Interpersonal) => (true, true),
        Some(Participation::SelfService) | None => (true, false),
    }
}

impl Walking {
    /// The step that one stands at.
    pub fn step(&self) -> Option<StepId> {
        self.way.moments().get(self.at)?.steps.first().copied()
    }

    /// Shows the walk.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        self.way.follow(view);
        let count = self.way.moments().len();
        self.at = self.at.min(count.saturating_sub(1));
        let (customers, staff) = shoes(view);
        self.as_staff = (self.as_staff && staff) || !customers;
        let moment = self.way.moments().get(self.at).cloned().unwrap_or_default();
        let shown = elements::in_order(view, &moment.elements);
        self.element = self.element.min(shown.len().saturating_sub(1));
        self.read_keys(ui, view, &shown, count, customers && staff);
        let ground = view.tokens.panel;
        let bar = |margin| Frame::new().fill(ground).inner_margin(margin);
        Panel::top("walk head").frame(bar(Margin::symmetric(20, 10))).show(ui, |ui| {
            self.head(ui, view, &moment, count, customers && staff);
        });
        let below = bar(Margin::symmetric(20, 10));
        Panel::bottom("walk moments").frame(below).exact_size(MOMENTS).show(ui, |ui| {
            if let Some(at) = moments::show(ui, view, self.way.moments(), self.at) {
                (self.at, self.element) = (at, 0);
            }
        });
        let side = bar(Margin::symmetric(20, 14));
        Panel::left("walk cards").frame(side).exact_size(LEFT).resizable(false).show(ui, |ui| {
            section_head(ui, view.tokens, view.text("walk-happens"));
            ui.add_space(4.0);
            missing::cards(ui, view, &moment);
        });
        Panel::right("walk missing").frame(side).exact_size(RIGHT).resizable(false).show(
            ui,
            |ui| {
                section_head(ui, view.tokens, view.text("walk-missing"));
                ui.add_space(4.0);
                missing::show(ui, view, &moment);
            },
        );
        let middle = Frame::new().fill(view.tokens.background).inner_margin(Margin::same(20));
        CentralPanel::default().frame(middle).show(ui, |ui| {
            let chosen = shown.get(self.element).copied();
            let place = elements::Place { moment: &moment, chosen, as_staff: self.as_staff };
            if let Some(id) = elements::show(ui, view, &shown, &place) {
                self.element = shown.iter().position(|own| *own == id).unwrap_or_default();
            }
        });
    }

    /// The name of the moment, where it lies on the way, and the way out.
    fn head(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        moment: &Moment,
        count: usize,
        is_both: bool,
    ) {
        ui.horizontal(|ui| {
            let arguments = [("at", (self.at + 1).into()), ("of", count.into())];
            small(ui, view.tokens, view.words.with("walk-moment", &arguments));
            let name = RichText::new(&moment.name).font(font(Weight::Semibold, TITLE));
            ui.add(egui::Label::new(name.color(view.tokens.ink)).truncate());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = RichText::new(view.text("walk-end")).color(view.tokens.on_accent);
                let button = egui::Button::new(text).fill(view.tokens.accent);
                if ui.add(button).on_hover_text("Esc").clicked() {
                    view.ask(Action::Run(Command::WalkThrough));
                }
                let next =
                    ui.add_enabled(self.at + 1 < count, egui::Button::new(view.text("walk-next")));
                if next.on_hover_text("→").clicked() {
                    self.go(1, count);
                }
                let back = ui.add_enabled(self.at > 0, egui::Button::new(view.text("walk-back")));
                if back.on_hover_text("←").clicked() {
                    self.go(-1, count);
                }
                if is_both {
                    ui.add_space(12.0);
                    for (key, as_staff) in [("walk-as-staff", true), ("walk-as-customer", false)] {
                        let text = RichText::new(view.text(key)).font(font(Weight::Medium, BODY));
                        if ui.radio(self.as_staff == as_staff, text).clicked() {
                            self.as_staff = as_staff;
                        }
                    }
                }
            });
        });
    }

    fn go(&mut self, by: i32, count: usize) {
        let at = if by < 0 { self.at.saturating_sub(1) } else { self.at + 1 };
        self.at = at.min(count.saturating_sub(1));
        self.element = 0;
    }

    /// Arrows walk and choose, digits rate; nothing while a text is typed.
    fn read_keys(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        shown: &[ElementId],
        count: usize,
        is_both: bool,
    ) {
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowRight) {
            self.go(1, count);
            return;
        }
        if pressed(Key::ArrowLeft) {
            self.go(-1, count);
            return;
        }
        if pressed(Key::ArrowDown) {
            self.element = (self.element + 1).min(shown.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.element = self.element.saturating_sub(1);
        }
        if is_both && pressed(Key::S) {
            self.as_staff = !self.as_staff;
        }
        let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        for (stars, key) in (1..).zip(digits) {
            if pressed(key)
                && let Some(id) = shown.get(self.element)
            {
                let stars = Some(Stars::new(stars));
                if let Some(edit) = elements::rated(view, *id, stars, self.as_staff) {
                    view.edit(edit);
                }
                // On to the next, so that five keys rate five elements.
                self.element = (self.element + 1).min(shown.len().saturating_sub(1));
                return;
            }
        }
        if (pressed(Key::Num0) || pressed(Key::Delete))
            && let Some(id) = shown.get(self.element)
            && let Some(edit) = elements::rated(view, *id, None, self.as_staff)
        {
            view.edit(edit);
        }
    }
}
