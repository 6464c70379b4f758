//! Levers in a review: how many there are of a role, how long a step takes, tried at once and never kept.

use egui::{Button, DragValue, Frame, Label, Margin, RichText, Slider, Ui, WidgetInfo};

use crate::blueprint::{Anchor, Role, RoleId, ServiceTime, StepId, Suggested};
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, REVIEW, ViewContext};

use super::desk::{About, Desk};
use super::wish::ReviewWish;

/// The most roles and steps that are offered.
const MOST: usize = 3;
/// How many times longer than today a step can be tried, at most.
const LONGEST: f64 = 3.0;

/// What the levers are about: what is selected, else what limits the service.
fn about(view: &ViewContext<'_>) -> (Vec<RoleId>, Vec<StepId>) {
    let scenario = view.editor.settled_scenario();
    let selection = view.editor.selection();
    if let Some(crate::editor::Thing::Role(role)) = selection.other {
        return (vec![role], Vec::new());
    }
    let selected = selection.only_step().filter(|step| scenario.steps().contains_key(step));
    let steps: Vec<StepId> = match selected {
        Some(step) => vec![step],
        None => view.formulas.bottleneck.iter().copied().take(MOST).collect(),
    };
    let needs = steps.iter().filter_map(|id| scenario.steps().get(id)).flat_map(|it| &it.needs);
    let mut roles: Vec<RoleId> = needs.flat_map(|need| need.roles.iter().copied()).collect();
    roles.sort_unstable();
    roles.dedup();
    roles.retain(|role| scenario.roles().contains_key(role));
    roles.truncate(MOST);
    let timed = |id: &StepId| scenario.steps().get(id).is_some_and(|step| step.time.is_some());
    (roles, steps.into_iter().filter(timed).collect())
}

/// Shows the levers, folded until somebody wants them; in a review only.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk) {
    if view.reviewing.is_none() {
        return;
    }
    let key = if desk.unfolded.levers { "review-levers-fold" } else { "review-levers" };
    if ui.link(RichText::new(view.text(key)).size(SMALL)).clicked() {
        desk.unfolded.levers ^= true;
        if !desk.unfolded.levers {
            view.ask(Action::review(ReviewWish::PutBack));
        }
    }
    if !desk.unfolded.levers {
        return;
    }
    let (roles, steps) = about(view);
    let mut wanted = desk.pulled.clone();
    let frame = Frame::new()
        .fill(view.tokens.background)
        .corner_radius(8)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if roles.is_empty() && steps.is_empty() {
            small(ui, view.tokens, view.text("review-levers-none"));
            return;
        }
        for role in roles {
            people(ui, view, &mut wanted, role);
        }
        for step in steps {
            time(ui, view, &mut wanted, step);
        }
        if !desk.pulled.is_empty() {
            let ground = (
                view.editor.settled_blueprint().as_ref(),
                view.editor.settled_scenario().as_ref(),
                &crate::analysis::analyse(view.editor.settled_scenario()),
            );
            let prospect = crate::reports::prospect(&desk.pulled, ground, view.words);
            let said = view.words.clauses(&[prospect.limit.as_str(), prospect.besides.as_str()]);
            let colour = if prospect.is_better { view.tokens.good } else { view.tokens.warn };
            ui.add(Label::new(RichText::new(said).size(SMALL).color(colour)).wrap());
            ui.horizontal(|ui| {
                if ui.button(view.text("review-put-back")).clicked() {
                    view.ask(Action::review(ReviewWish::PutBack));
                }
                if ui.add(Button::new(view.text("review-levers-suggest"))).clicked() {
                    view.ask(Action::review(ReviewWish::SuggestPulled));
                }
            });
        }
    });
    if wanted != desk.pulled {
        view.ask(Action::review(ReviewWish::Pull(wanted)));
    }
}

/// How many there are of a role.
fn people(ui: &mut Ui, view: &ViewContext<'_>, wanted: &mut Suggested, role: RoleId) {
    let scenario = view.editor.settled_scenario();
    let today = scenario.roles().get(&role).map_or(0, |role| role.headcount);
    let known = wanted.headcount.iter().find(|(id, _)| *id == role);
    let mut count = known.map_or(today, |(_, count)| *count);
    let name = view.words.role(role, scenario);
    let said = view.words.with("review-heads-of", &[("role", name.into())]);
    ui.horizontal(|ui| {
        let response = ui.add(DragValue::new(&mut count).range(0..=Role::MOST).speed(0.05));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, &said));
        ui.add(Label::new(name).truncate());
    });
    wanted.headcount.retain(|(id, _)| *id != role);
    if count != today {
        wanted.headcount.push((role, count));
    }
}

/// How long a step takes.
fn time(ui: &mut Ui, view: &ViewContext<'_>, wanted: &mut Suggested, step: StepId) {
    let scenario = view.editor.settled_scenario();
    let today = scenario.steps().get(&step).and_then(|step| step.time.as_ref());
    let Some(today) = today.map(ServiceTime::mean_s).filter(|today| *today > 0.0) else { return };
    let known = wanted.time.iter().find(|(id, _)| *id == step);
    let known = known.and_then(|(_, time)| time.trim_end_matches(" s").parse().ok());
    let before: f64 = known.unwrap_or(today);
    let mut seconds = before;
    let name = view.words.step(step, scenario);
    let said = view.words.with("review-time-of", &[("step", name.into())]);
    ui.add(Label::new(name).truncate());
    let slider = Slider::new(&mut seconds, 0.0..=today * LONGEST)
        .custom_formatter(|seconds, _| view.words.time(seconds));
    let response = ui.add(slider);
    response.widget_info(|| WidgetInfo::slider(true, seconds, &said));
    if (seconds - before).abs() > 0.0 {
        wanted.time.retain(|(id, _)| *id != step);
        let rounded = seconds.round().max(1.0);
        if (rounded - today).abs() > 0.0 {
            wanted.time.push((step, format!("{rounded} s")));
        }
    }
}

impl App {
    /// Begins a comment that suggests what stands in the levers, on the first thing that they are about.
    pub(super) fn suggest_pulled(&mut self) {
        let pulled = self.views.review.pulled.clone();
        let step = pulled.time.first().map(|(step, _)| *step);
        let role = pulled.headcount.first().map(|(role, _)| *role).filter(|_| step.is_none());
        let scenario = Some(self.editor.scenario().id());
        self.stop_trying();
        self.write(
            About::Comment,
            Anchor { scenario, step, role, ..Anchor::default() },
            String::new(),
        );
        if let Some(writing) = &mut self.views.review.writing {
            writing.time = pulled.time.first().map(|(_, time)| time.clone()).unwrap_or_default();
            writing.suggests = Suggested { time: Vec::new(), ..pulled };
            writing.with_suggestion = true;
        }
    }

    /// Tries what stands in the levers.
    pub(super) fn pull_levers(&mut self, ctx: &egui::Context, pulled: Suggested) {
        self.stop_trying();
        if pulled.is_empty() {
            return;
        }
        let edit = crate::redesign::suggested_edit(&pulled, self.editor.scenario());
        match edit.map(|edit| self.editor.try_out(REVIEW, edit)) {
            Some(Ok(())) => self.views.review.pulled = pulled,
            Some(Err(refusal)) => {
                self.editor.abort();
                let why = self.words.refusal(refusal).to_owned();
                self.notice.say(why, ctx.time());
            }
            None => {}
        }
    }
}
