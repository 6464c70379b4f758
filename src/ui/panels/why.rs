//! Why a figure is what it is: a small popup beside the figure that was clicked.

use std::sync::Arc;

use egui::{
    Align, Label, Layout, Popup, PopupAnchor, PopupCloseBehavior, RectAlign, Response, RichText,
    ScrollArea, Ui,
};

use crate::analysis::{BoundReason, Figure, FigureKey, bound_reason, explain};
use crate::background::Snapshot;
use crate::blueprint::{Scenario, StepId};
use crate::guide::Page;
use crate::simulation::{Believe, led_figure};
use crate::stage::{StopFigure, name_of_figure};
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font};
use crate::ui::reviewing::comment_on_figure;
use crate::ui::simulating::Found;
use crate::ui::theme::{BODY, FIGURE, SMALL};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::{Explanation, Language, Wording};

use super::capacity::place_of_lack;
use super::more::more_in_the_guide;

/// Width of the popup's text.
const WIDTH: f32 = 320.0;
/// Height from which the rows of a popup scroll.
const ROWS_HEIGHT: f32 = 240.0;

/// A figure that can be clicked to ask why.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// What is explained.
    pub why: FigureKey,
    /// The figure.
    pub figure: &'a Figure,
    /// Its number as it is shown.
    pub shown: &'a str,
}

impl Asked<'_> {
    /// Answers a click on a figure: leads to where it is entered or where something is missing,
    /// else opens the explanation, and shows it while it is open.
    pub fn answer(self, ui: &Ui, view: &mut ViewContext<'_>, response: &Response) {
        if self.figure.value.is_none() {
            let place = self.figure.lacks.iter().copied().find_map(place_of_lack);
            if let Some(place) = place.filter(|_| response.clicked()) {
                view.ask(Action::GoTo(place));
            }
            return;
        }
        let name = view.words.figure_name(self.why).to_owned();
        // Beside the panel rather than over the figures that stand left of this one.
        let beside = response.rect.with_min_x(ui.min_rect().left());
        Popup::from_toggle_button_response(response)
            .anchor(PopupAnchor::ParentRect(beside))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::LEFT_START)
            .gap(14.0)
            .accessible_name(name)
            .show(|ui| self.show(ui, view, self.why));
    }

    fn show(&self, ui: &mut Ui, view: &mut ViewContext<'_>, why: FigureKey) {
        let tokens = view.tokens;
        let words = view.words;
        let answer = answer(ui, view, why);
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 4.0;
        egui::Frame::new().inner_margin(8).show(ui, |ui| {
            ui.horizontal(|ui| {
                let name = RichText::new(words.figure_name(why));
                ui.label(name.font(font(Weight::Semibold, BODY + 0.5)).color(tokens.ink));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let value =
                        RichText::new(self.shown).font(font(Weight::Semibold, FIGURE - 5.0));
                    ui.label(value.color(tokens.ink));
                });
            });
            for sentence in &answer.words.sentences {
                ui.add(Label::new(RichText::new(sentence).color(tokens.ink)).wrap());
            }
            if !answer.words.rows.is_empty() {
                ui.separator();
                ScrollArea::vertical().max_height(ROWS_HEIGHT).show(ui, |ui| {
                    ui.spacing_mut().interact_size.y = 18.0;
                    for (name, number) in &answer.words.rows {
                        line(ui, view, name, number);
                    }
                });
            }
            ui.separator();
            let currency = view.editor.blueprint().currency();
            let amount = |value| Wording::figure_amount(why, value, currency);
            small(ui, tokens, words.figure_meaning(why));
            match answer.bound {
                Some(reason) => small(ui, tokens, words.why_bound(reason)),
                None => small(ui, tokens, words.basis_meaning(self.figure.basis, amount)),
            };
            let capacity = matches!(why, FigureKey::Capacity | FigureKey::CycleTime);
            if let Some(order) = view.analysis.capacity_order.filter(|_| capacity) {
                small(ui, tokens, words.why_order(order));
            }
            if let Some(source) = &answer.words.source {
                small(ui, tokens, source);
            }
            if more_in_the_guide(ui, view, Page::Trust) {
                ui.close();
            }
            // Of what is tried nobody says anything: it is nobody's version yet.
            if let Some(figure) = name_of_figure(StopFigure::Key(why))
                && view.settled.is_none()
                && comment_on_figure(ui, view, (figure, words.figure_name(why)))
            {
                ui.close();
            }
        });
    }
}

/// A name on the left and its number on the right; a long name gives way.
fn line(ui: &mut Ui, view: &ViewContext<'_>, name: &str, number: &str) {
    let tokens = view.tokens;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(number).font(font(Weight::Medium, SMALL)).color(tokens.ink));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(name).size(SMALL).color(tokens.muted);
                ui.add(Label::new(name).truncate());
            });
        });
    });
}

/// Says in a tooltip how the wait before a step was computed, where there is one.
pub(super) fn wait_line(ui: &mut Ui, view: &ViewContext<'_>, step: StepId) {
    let answer = answer(ui, view, FigureKey::Wait(step));
    ui.separator();
    for text in answer.words.sentences.iter().chain(&answer.words.source) {
        small(ui, view.tokens, text);
    }
}

/// The explanation of a figure, kept while nothing that it rests on changes: it takes a whole
/// reading of the flow, which need not be done again in every frame.
struct Answer {
    words: Explanation,
    bound: Option<BoundReason>,
}

/// What an [`Answer`] holds for.
#[derive(Clone, PartialEq)]
struct Circumstances {
    scenario: Snapshot<Scenario>,
    key: FigureKey,
    language: Language,
    currency: String,
    /// What was simulated.
    found: Option<Snapshot<Found>>,
}

fn answer(ui: &Ui, view: &ViewContext<'_>, key: FigureKey) -> Arc<Answer> {
    let kept = egui::Id::unique("why");
    let found = view.simulated.and_then(|simulated| simulated.found.as_ref());
    let now = Circumstances {
        scenario: Snapshot::of(view.seen),
        key,
        language: view.words.language(),
        currency: view.editor.blueprint().currency().to_owned(),
        found: found.map(Snapshot::of),
    };
    let before = ui.data(|data| data.get_temp::<(Circumstances, Arc<Answer>)>(kept));
    if let Some((_, answer)) = before.filter(|(circumstances, _)| *circumstances == now) {
        return answer;
    }
    let answer = Arc::new(match of_simulation(view, key, &now.currency) {
        Some(words) => Answer { words, bound: None },
        None => Answer {
            words: of_formula(view, key, &now.currency),
            bound: bound_reason(view.seen, view.formulas, key),
        },
    });
    ui.data_mut(|data| data.insert_temp(kept, (now, Arc::clone(&answer))));
    answer
}

/// What a formula says, and whether the simulation says the same.
fn of_formula(view: &ViewContext<'_>, key: FigureKey, currency: &str) -> Explanation {
    let words = view.words;
    let derivation = explain(view.seen, view.formulas, key);
    let mut said = words.why(&derivation, view.seen, currency);
    let row = view.simulated.and_then(|simulated| simulated.row(key));
    let sentence = row.and_then(|row| {
        let sentence = match row.believe {
            Believe::Either => "why-simulation-agrees",
            Believe::Neither => "why-simulation-contradicts",
            Believe::Simulation if key == FigureKey::Capacity => "why-simulation-attains",
            Believe::Formula | Believe::Simulation | Believe::NothingYet => return None,
        };
        let amount = |value| Wording::figure_amount(key, value, currency);
        let value = words.marked(&row.simulated, amount);
        Some(words.with(sentence, &[("value", value.into())]))
    });
    said.sentences.extend(sentence);
    said
}

/// What is to be said of a figure that was simulated: how, and what the formula says; `None` of any other.
fn of_simulation(view: &ViewContext<'_>, key: FigureKey, currency: &str) -> Option<Explanation> {
    let words = view.words;
    led_figure(view.analysis, key)?.basis.half_width()?;
    let run = view.simulated?.found.as_ref()?.run.as_ref()?;
    let customers = words.number(run.customers as f64);
    let how = words.with("why-simulated", &[("customers", customers.into())]);
    let formula = led_figure(view.formulas, key)?;
    let amount = |value| Wording::figure_amount(key, value, currency);
    let beside = if let Some(value) = formula.value {
        let value = words.amount(amount(value));
        let basis = words.basis(formula.basis, amount);
        words.with("why-simulated-formula", &[("value", value.into()), ("basis", basis.into())])
    } else {
        let lacks = words.lacks(&formula.lacks, view.seen).unwrap_or_default();
        words.with("why-simulated-no-formula", &[("lacks", lacks.into())])
    };
    Some(Explanation { sentences: vec![how, beside], ..Explanation::default() })
}

#[cfg(test)]
mod tests {
    use egui::Vec2;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use crate::ui::{App, Settings, Start};

    /// The window on the first sample, the driver-licence office.
    fn office() -> Harness<'static, App> {
        let start = Start { settings: Some(Settings::default()), ..Start::default() };
        let mut window = Harness::builder()
            .with_size(Vec2::new(1440.0, 1600.0))
            .with_max_steps(60)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, start));
        window.run_steps(4);
        window
    }

    const ARITHMETIC: &str = "1 Records officer ÷ 60 s = 60 customers per hour.";

    #[test]
    fn a_click_on_the_capacity_shows_its_arithmetic() {
        let mut window = office();
        assert!(window.query_by_label(ARITHMETIC).is_none());
        window.get_by_label("Capacity: 60 /h").click();
        window.run_steps(4);
        window.get_by_label(ARITHMETIC);
        window.get_by_label_contains("Every other pool could serve more");
        window.key_press(egui::Key::Escape);
        window.run_steps(4);
        assert!(window.query_by_label(ARITHMETIC).is_none(), "Esc closes it");
    }

    #[test]
    fn a_click_on_a_row_says_what_the_cycle_time_is_not() {
        let mut window = office();
        window.get_by_label("Times").click();
        window.run_steps(4);
        window.get_by_label_contains("Cycle time: ").click();
        window.run_steps(4);
        window.get_by_label_contains("This is not the time a customer spends here");
    }
}
