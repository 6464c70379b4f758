//! The problems tab: what is wrong or doubtful, with a click to the place.

use egui::{Context, Id, RichText, Sense, Ui, UiBuilder};

use crate::blueprint::Scenario;
use crate::editor::Edit;
use crate::guide::Page;
use crate::process::{Problem, ProblemCode, ProblemPlace, Severity};
use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::planning::PlanWish;
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::{hints, icons};

use super::more::more_in_the_guide;

/// How many problems of one severity are listed at most; a person fixes the first ones first.
const MOST_LISTED: usize = 100;

/// How many errors and warnings there are; hints are not counted, nor what a card lacks that is
/// still being made.
pub(in crate::ui) fn serious(view: &ViewContext<'_>) -> usize {
    let of_flow = counted(view).filter(|problem| problem.severity() != Severity::Hint).count();
    of_flow + view.faulty.len()
}

/// Whether there is an error among what is told of.
pub(in crate::ui) fn has_errors(view: &ViewContext<'_>) -> bool {
    !view.faulty.is_empty() || counted(view).any(|it| it.severity() == Severity::Error)
}

/// The problems of the flow that are told of before somebody asks for them.
pub(in crate::ui) fn counted<'a>(view: &ViewContext<'a>) -> impl Iterator<Item = &'a Problem> {
    let (fresh, scenario) = (view.fresh, view.scenario);
    all(view).filter(move |problem| !fresh.has(problem, scenario))
}

/// What a reading of the flow finds, and what was seen of the day while it was simulated.
fn all<'a>(view: &ViewContext<'a>) -> impl Iterator<Item = &'a Problem> + Clone {
    let found = super::day::found(view);
    let of_day = found.map_or(&[][..], |day| &day.problems);
    // An interval of a day says nothing of the day as a whole.
    let whole = found.filter(|_| view.hour.is_some());
    let whole = whole.map_or(&[][..], |day| &day.long_run.problems);
    let whole = whole.iter().filter(|problem| problem.code.is_of_a_day());
    view.analysis.problems.iter().chain(whole).chain(of_day)
}

fn in_front_id() -> Id {
    Id::unique("problem in front")
}

/// The sort of the problem that is pointed at or has the keys in this pass or the one before.
pub(in crate::ui) fn in_front(ctx: &Context) -> Option<ProblemCode> {
    let (code, at): (ProblemCode, u64) = ctx.data(|data| data.get_temp(in_front_id()))?;
    (at + 1 >= ctx.cumulative_pass_nr()).then_some(code)
}

/// What fixes a problem in one click, where that is plain: whoever may stay with the customer does.
fn mend(problem: &Problem, scenario: &Scenario) -> Option<Edit> {
    let (ProblemCode::MayStay, ProblemPlace::Step(first)) = (problem.code, problem.place) else {
        return None;
    };
    // The last of the row lets the customer go.
    let (_, stays) = problem.steps.split_last()?;
    let steps = std::iter::once(first).chain(stays.iter().copied()).filter_map(|id| {
        let mut step = (**scenario.steps().get(&id)?).clone();
        step.needs.iter_mut().for_each(|need| need.keep = true);
        Some((id, step))
    });
    Some(Edit::SetSteps(steps.collect()))
}

/// Shows the tab.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let tokens = view.tokens;
    let all: Vec<&Problem> = all(view).collect();
    if all.is_empty() && view.faulty.is_empty() {
        ui.add_space(6.0);
        ui.label(view.text("problems-none"));
        small(ui, tokens, view.text("problems-none-help"));
        return;
    }
    sheets(ui, view);
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let problems: Vec<_> = all.iter().copied().filter(|p| p.severity() == severity).collect();
        if problems.is_empty() {
            continue;
        }
        section_head(ui, tokens, view.words.severity(severity));
        let unlisted = problems.len().saturating_sub(MOST_LISTED);
        for problem in problems.into_iter().take(MOST_LISTED) {
            let (icon, colour) = match severity {
                Severity::Error => (icons::CIRCLE_ALERT, tokens.bad),
                Severity::Warning => (icons::TRIANGLE_ALERT, tokens.warn),
                Severity::Hint => (icons::INFO, tokens.accent),
            };
            let said = view.words.problem(problem, view.scenario);
            let builder = UiBuilder::new()
                .id_salt((problem.code.name(), problem.place))
                .sense(Sense::click())
                .accessibility_label(said.message.clone());
            let response = ui
                .scope_builder(builder, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.label(RichText::new(icon).font(icon_font(14.0)).color(colour));
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 2.0;
                            let message = RichText::new(&said.message)
                                .font(font(Weight::Medium, BODY))
                                .color(tokens.ink);
                            ui.add(egui::Label::new(message).wrap());
                            if !said.hint.is_empty() {
                                small(ui, tokens, &said.hint);
                            }
                            if let Some(edit) = mend(problem, view.scenario) {
                                let text = RichText::new(view.text("problem-may-stay-mend"));
                                if ui.button(text.color(tokens.accent)).clicked() {
                                    view.ask(Action::edit(edit));
                                }
                            }
                        });
                    });
                })
                .response;
            if response.contains_pointer() || response.has_focus() {
                let seen = (problem.code, ui.ctx().cumulative_pass_nr());
                ui.data_mut(|data| data.insert_temp(in_front_id(), seen));
                hints::offer(ui.ctx(), "hint-problem");
            }
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                view.ask(Action::GoTo(problem.place));
            }
            ui.add_space(4.0);
        }
        if unlisted > 0 {
            small(ui, tokens, view.words.with("rows-more", &[("count", unlisted.into())]));
        }
    }
    more_in_the_guide(ui, view, Page::Problems);
}

/// What is wrong with planning sheets: a click shows the sheet.
fn sheets(ui: &mut Ui, view: &mut ViewContext<'_>) {
    if view.faulty.is_empty() {
        return;
    }
    let tokens = view.tokens;
    section_head(ui, tokens, view.text("problems-of-sheets"));
    let faulty = view.faulty;
    for (at, fault) in faulty.iter().take(MOST_LISTED).enumerate() {
        let builder = UiBuilder::new()
            .id_salt(("sheet", at))
            .sense(Sense::click())
            .accessibility_label(fault.message.clone());
        let response = ui.scope_builder(builder, |ui| {
            ui.horizontal_top(|ui| {
                let mark = RichText::new(icons::CIRCLE_ALERT).font(icon_font(14.0));
                ui.label(mark.color(tokens.bad));
                let message = RichText::new(&fault.message).font(font(Weight::Medium, BODY));
                ui.add(egui::Label::new(message.color(tokens.ink)).wrap());
            });
        });
        let response = response.response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            view.ask(Action::Plan(PlanWish::Show(fault.sheet)));
        }
        ui.add_space(4.0);
    }
    let unlisted = faulty.len().saturating_sub(MOST_LISTED);
    if unlisted > 0 {
        small(ui, tokens, view.words.with("rows-more", &[("count", unlisted.into())]));
    }
}
