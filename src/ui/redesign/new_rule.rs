//! The form for one more rule.

use std::num::NonZeroU32;

use egui::{Align2, ComboBox, RichText, Ui};

use super::View;
use super::rules::Rule;
use crate::blueprint::{RoleId, RoleKind, StepId};
use crate::redesign::Task;
use crate::ui::controls::{callout, option, small, stay_above};
use crate::ui::fonts::icon as icon_font;
use crate::ui::icons;
use crate::ui::theme::Tokens;

/// What sort of rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Sort {
    #[default]
    First,
    Last,
    Before,
    Alone,
    Together,
    Places,
    Trained,
}

impl Sort {
    const ALL: [Self; 7] = [
        Self::First,
        Self::Last,
        Self::Before,
        Self::Alone,
        Self::Together,
        Self::Places,
        Self::Trained,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::First => "new-rule-first",
            Self::Last => "new-rule-last",
            Self::Before => "new-rule-before",
            Self::Alone => "new-rule-alone",
            Self::Together => "new-rule-together",
            Self::Places => "new-rule-places",
            Self::Trained => "new-rule-trained",
        }
    }
}

/// How the form is left.
pub(super) enum Left {
    /// With a rule to add.
    Added(Rule),
    /// Without one.
    GivenUp,
}

/// What was chosen so far.
#[derive(Clone, Debug, Default)]
pub(super) struct NewRule {
    sort: Sort,
    step: Option<StepId>,
    other: Option<StepId>,
    role: Option<RoleId>,
    count: u32,
}

impl NewRule {
    /// The rule, once all of it is chosen.
    fn rule(&self) -> Option<Rule> {
        let step = self.step?;
        let other = || self.other.filter(|other| *other != step);
        Some(match self.sort {
            Sort::First => Rule::First(step),
            Sort::Last => Rule::Last(step),
            Sort::Before => Rule::Before(step, other()?),
            Sort::Alone => Rule::Alone(step),
            Sort::Together => Rule::Together(vec![step, other()?]),
            Sort::Places => Rule::Places(step, NonZeroU32::new(self.count.max(1))?),
            Sort::Trained => Rule::Trained(self.role?, step),
        })
    }

    /// Shows the form; answers once it is left.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, tasks: &[Task]) -> Option<Left> {
        let View { words, tokens, scenario, .. } = *view;
        let steps: Vec<(StepId, &str)> =
            tasks.iter().map(|task| (task.step, words.step(task.step, scenario))).collect();
        let roles: Vec<(RoleId, &str)> = scenario
            .roles()
            .iter()
            .filter(|(_, role)| role.kind == RoleKind::Staff)
            .map(|(id, role)| (*id, role.name.as_str()))
            .collect();
        let mut answer = None;
        callout(tokens.background, tokens.hairline).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let sorts = Sort::ALL.map(|sort| (sort, words.text(sort.key())));
            let mut sort = Some(self.sort);
            choose(ui, words.text("new-rule-sort"), "sort", &mut sort, &sorts);
            self.sort = sort.unwrap_or_default();
            let pick = words.text("new-rule-step");
            if self.sort == Sort::Trained {
                choose(ui, words.text("new-rule-role"), "role", &mut self.role, &roles);
            }
            choose(ui, pick, "step", &mut self.step, &steps);
            if matches!(self.sort, Sort::Before | Sort::Together) {
                let pick = words.text("new-rule-other-step");
                choose(ui, pick, "other", &mut self.other, &steps);
            }
            if self.sort == Sort::Places {
                self.count = self.count.max(1);
                ui.horizontal(|ui| {
                    let label = small(ui, tokens, words.text("new-rule-count"));
                    let number = egui::DragValue::new(&mut self.count).range(1..=1000);
                    ui.add(number).labelled_by(label.id);
                });
            }
            ui.horizontal(|ui| {
                let rule = self.rule();
                let add = egui::Button::new(RichText::new(words.text("new-rule-add")));
                if ui.add_enabled(rule.is_some(), add).clicked() {
                    answer = rule.map(Left::Added);
                }
                if ui.button(words.text("button-cancel")).clicked() {
                    answer = Some(Left::GivenUp);
                }
            });
        });
        answer
    }
}

/// A choice of one of several, which is asked for by `hint` until it is made.
fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    hint: &str,
    salt: &str,
    chosen: &mut Option<T>,
    options: &[(T, &str)],
) {
    let named = options.iter().find(|(value, _)| Some(*value) == *chosen);
    let shown = named.map_or(hint, |(_, name)| name);
    let muted = Tokens::of(ui.ctx()).muted;
    let combo = ComboBox::from_id_salt(("new rule", salt))
        .selected_text(shown)
        .width(ui.available_width())
        .wrap_mode(egui::TextWrapMode::Truncate)
        .icon(move |ui, rect, _, _| {
            let letters = icon_font(13.0);
            let middle = Align2::CENTER_CENTER;
            ui.painter().text(rect.center(), middle, icons::CHEVRON_DOWN, letters, muted);
        })
        .show_ui(ui, |ui| {
            stay_above(ui);
            for (value, name) in options {
                if option(ui, Some(*value) == *chosen, *name).clicked() {
                    *chosen = Some(*value);
                }
            }
        });
    let _ = combo.response.accessible_name(hint);
}
