//! The right column: what the design changes, what limits it, and what it asks of people.

use egui::{Button, Ui, vec2};

use super::comparison::{Compared, rows};
use super::consequences::{Limit, capacity_of, equipment, learnings, limits, one_more, staffing};
use super::{Redesign, Request, View, job_words};
use crate::analysis::Basis;
use crate::redesign::{Design, FrontierPoint};
use crate::ui::change_rows;
use crate::ui::controls::{section_head, small};
use crate::ui::three_columns::{STALE, above_foot, make_button, sentence};

/// Height of the buttons at the foot.
const FOOT: f32 = 34.0;
/// How many lines of a list are said before the rest is counted.
const MOST_LINES: usize = 6;

impl Redesign {
    /// Shows the figures, the reasons, and the buttons.
    pub(super) fn effect_column(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        requests: &mut Vec<Request>,
    ) {
        above_foot(
            ui,
            "effect scrolls",
            FOOT,
            self,
            |this, ui| {
                ui.set_max_width(ui.available_width() - 2.0);
                if this.search.is_stale() {
                    ui.multiply_opacity(STALE);
                }
                this.effects(ui, view);
            },
            |this, ui| this.buttons(ui, view, requests),
        );
    }

    fn effects(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        let pointed = self.shown_staff(self.pointed);
        let is_chosen = pointed == self.shown_staff(None);
        let at = if is_chosen { self.design } else { 0 };
        let prospect = pointed.and_then(|staff| self.prospect_of(words, staff, at));
        let Some((found, point, design)) = self.shown() else { return };
        let compared = Compared {
            workload: &found.workload,
            today: &found.frontier.today,
            basis: found.frontier.basis,
            figures_today: &self.analysis,
            point,
            design,
            figures: prospect.as_ref().map(|prospect| &prospect.analysis),
            currency: view.currency,
        };
        let rows = rows(words, &compared);
        change_rows::show(ui, words, view.tokens, words.text("advisor-design-head"), &rows);
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.add_space(5.0);
        small(ui, view.tokens, words.text("advisor-at-capacity"));
        ui.add_space(8.0);
        section_head(ui, view.tokens, words.text("advisor-why"));
        for line in self.reasons(view, point, design) {
            sentence(ui, view.tokens, &line);
        }
        let training = self.training(view, design);
        ui.add_space(10.0);
        section_head(ui, view.tokens, words.text("advisor-training"));
        for line in &training {
            sentence(ui, view.tokens, line);
        }
        let stays = &found.frontier.stays;
        if !stays.is_empty() {
            ui.add_space(10.0);
            section_head(ui, view.tokens, words.text("advisor-staying"));
            for stays in stays.iter().take(MOST_LINES) {
                let step = words.step(stays.step, view.scenario);
                let because = words.stays_because(stays.because);
                let arguments = &[("step", step.into()), ("why", because.into())];
                sentence(ui, view.tokens, &words.with("advisor-stays", arguments));
            }
            let rest = stays.len().saturating_sub(MOST_LINES);
            if rest > 0 {
                sentence(ui, view.tokens, &words.with("rows-more", &[("count", rest.into())]));
            }
        }
    }

    /// What limits the design, and what one person more would bring.
    fn reasons(&self, view: &View<'_>, point: &FrontierPoint, design: &Design) -> Vec<String> {
        let words = view.words;
        let Some((found, ..)) = self.shown() else { return Vec::new() };
        let limits = limits(design, &found.workload);
        let mut lines: Vec<String> = limits
            .iter()
            .take(2)
            .filter_map(|limit| match limit {
                Limit::Job(at) => {
                    let job = design.jobs.get(*at)?;
                    let steps = job_words::steps(words, job, view.scenario);
                    let role = words.role(job.role, view.scenario);
                    let who = match job.workers {
                        1 => role.to_owned(),
                        count => words
                            .with("role-times", &[("name", role.into()), ("count", count.into())]),
                    };
                    let rate = words.rate(capacity_of(job, &found.workload));
                    Some(words.with(
                        "advisor-limit",
                        &[("steps", steps.into()), ("who", who.into()), ("rate", rate.into())],
                    ))
                }
                Limit::Staying => {
                    let rate = words.rate(found.workload.limit_per_hour?);
                    Some(words.with("advisor-limit-stays", &[("rate", rate.into())]))
                }
            })
            .collect();
        let more = limits.len().saturating_sub(2);
        if more > 0 {
            lines.push(words.with("advisor-limit-more", &[("count", more.into())]));
        }
        // Where what stays limits, nobody was tried who could lift it.
        let more = one_more(&found.frontier, point).filter(|_| !limits.contains(&Limit::Staying));
        if let Some(gain) = more {
            let is_more = gain > 1e-6 * point.capacity_per_hour;
            // What a bound rises by says nothing of what it bounds.
            lines.push(match (is_more, found.frontier.basis) {
                (true, Basis::UpperBound) => {
                    let rate = words.rate(point.capacity_per_hour + gain);
                    words.with("advisor-one-more-at-most", &[("rate", rate.into())])
                }
                (true, _) => words.with("advisor-one-more", &[("rate", words.rate(gain).into())]),
                (false, Basis::UpperBound) => {
                    words.text("advisor-one-more-nothing-at-most").to_owned()
                }
                (false, _) => words.text("advisor-one-more-nothing").to_owned(),
            });
        }
        lines
    }

    /// Who learns what, how many there are of each, and what else is needed.
    fn training(&self, view: &View<'_>, design: &Design) -> Vec<String> {
        let View { words, scenario, .. } = *view;
        let Some((found, ..)) = self.shown() else { return Vec::new() };
        let workload = &found.workload;
        let mut lines: Vec<String> = Vec::new();
        for learning in learnings(design, workload) {
            let role = words.role(learning.role, scenario);
            let names: Vec<&str> =
                learning.steps.iter().map(|step| words.step(*step, scenario)).collect();
            let who = words
                .with("role-times", &[("name", role.into()), ("count", learning.people.into())]);
            let steps = words.list(&names, MOST_LINES);
            let arguments =
                [("who", who.into()), ("steps", steps.into()), ("count", learning.people.into())];
            lines.push(words.with("advisor-learns", &arguments));
        }
        if lines.is_empty() {
            lines.push(words.text("advisor-nobody-learns").to_owned());
        }
        let shifts = staffing(design, workload, scenario);
        let things = equipment(design, workload, scenario);
        for shift in shifts.iter().chain(&things) {
            let name = words.role(shift.role, scenario);
            lines.push(words.with(
                "advisor-shift",
                &[
                    ("name", name.into()),
                    ("today", shift.today.into()),
                    ("design", shift.design.into()),
                ],
            ));
        }
        let rest = lines.len().saturating_sub(2 * MOST_LINES);
        if rest > 0 {
            lines.truncate(2 * MOST_LINES);
            lines.push(words.with("rows-more", &[("count", rest.into())]));
        }
        lines
    }

    fn buttons(&mut self, ui: &mut Ui, view: &View<'_>, requests: &mut Vec<Request>) {
        let View { words, tokens, .. } = *view;
        let ready = !self.search.is_stale() && self.prospect(words).is_some();
        ui.spacing_mut().item_spacing.x = 10.0;
        let width = ((ui.available_width() - 10.0) / 2.0).floor();
        ui.horizontal(|ui| {
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            let preview = Button::new(words.text("advisor-preview"));
            if ui.add_enabled(ready, preview.min_size(vec2(width, FOOT))).clicked() {
                requests.push(Request::Preview);
            }
            if make_button(ui, words.text("advisor-make"), tokens, ready, vec2(width, FOOT)) {
                requests.push(Request::Make);
            }
        });
    }
}
