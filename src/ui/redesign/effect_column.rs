//! The right column: what the design changes, what limits it, and what it asks of people.

use egui::{
    Align, Align2, Button, Layout, Rect, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo,
    accesskit::Role, vec2,
};

use super::comparison::{Compared, Row, Verdict, rows};
use super::consequences::{Limit, capacity_of, equipment, learnings, limits, one_more, staffing};
use super::{Redesign, Request, View, job_words};
use crate::analysis::Basis;
use crate::redesign::{Design, FrontierPoint};
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL, Tokens};

/// Height of the buttons at the foot.
const FOOT: f32 = 34.0;
/// Height of a row of the comparison.
const ROW: f32 = 30.0;
/// Height of a row whose name stands above its figures, as they have no room beside each other.
const TALL_ROW: f32 = 42.0;
/// Least room for the figures of a design, with the sign before them.
const DESIGN: f32 = 86.0;
/// What stays free between two figures, and the room for the sign of better or worse.
const GAP: f32 = 12.0;
const SIGN: f32 = 18.0;
/// How many lines of a list are said before the rest is counted.
const MOST_LINES: usize = 6;
/// How visible an answer is that belongs to an older question.
const STALE: f32 = 0.45;

impl Redesign {
    /// Shows the figures, the reasons, and the buttons.
    pub(super) fn effect_column(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        requests: &mut Vec<Request>,
    ) {
        self.above_foot(
            ui,
            "effect scrolls",
            FOOT,
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
        let wide = design_width(ui, &rows);
        heads(ui, view, wide);
        for row in &rows {
            paint_row(ui, view, row, wide);
        }
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

/// The button that makes the scenario.
pub(super) fn make_button(
    ui: &mut Ui,
    name: &str,
    tokens: Tokens,
    ready: bool,
    size: Vec2,
) -> bool {
    let text = RichText::new(name).font(font(Weight::Semibold, BODY)).color(tokens.on_accent);
    let button = Button::new(text).fill(tokens.accent).min_size(size);
    ui.add_enabled(ready, button).clicked()
}

fn sentence(ui: &mut Ui, tokens: Tokens, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(tokens.ink)).wrap());
}

fn width_of(ui: &Ui, text: &str, weight: Weight) -> f32 {
    let letters = font(weight, BODY);
    ui.painter().layout_no_wrap(text.to_owned(), letters, egui::Color32::PLACEHOLDER).size().x
}

/// How wide the column of the design is: no figure is cut, as far as there is room for two.
fn design_width(ui: &Ui, rows: &[Row]) -> f32 {
    let wide = rows.iter().map(|row| {
        let sign = if row.verdict == Verdict::Neither { 0.0 } else { SIGN };
        width_of(ui, &row.design, Weight::Semibold) + sign
    });
    (wide.fold(0.0, f32::max) + GAP).clamp(DESIGN, (ui.available_width() * 0.55).max(DESIGN))
}

/// The names of the columns.
fn heads(ui: &mut Ui, view: &View<'_>, design: f32) {
    let words = view.words;
    ui.spacing_mut().interact_size.y = 14.0;
    ui.horizontal(|ui| {
        section_head(ui, view.tokens, words.text("advisor-changes"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let rect = ui.max_rect();
            for (text, right) in [("advisor-design-head", 0.0), ("advisor-today", design)] {
                let at = egui::pos2(rect.right() - right, rect.center().y);
                let letters = font(Weight::Regular, SMALL);
                let muted = view.tokens.muted;
                ui.painter().text(at, Align2::RIGHT_CENTER, words.text(text), letters, muted);
            }
        });
    });
}

/// A figure: its name, today's, the design's. Better and worse are told by a sign and a colour.
fn paint_row(ui: &mut Ui, view: &View<'_>, row: &Row, design_width: f32) {
    let tokens = view.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    let all = ui.available_width();
    let today_width = width_of(ui, &row.today, Weight::Regular);
    let name_room = all - design_width - today_width - GAP;
    let is_tall = width_of(ui, &row.name, Weight::Regular) > name_room;
    let height = if is_tall { TALL_ROW } else { ROW };
    let (rect, response) = ui.allocate_exact_size(vec2(all, height), Sense::hover());
    let middle = if is_tall { rect.bottom() - ROW * 0.4 } else { rect.center().y };
    let meaning = match row.verdict {
        Verdict::Better => view.words.text("advisor-better"),
        Verdict::Worse => view.words.text("advisor-worse"),
        Verdict::Neither => "",
    };
    let said = view.words.with(
        "advisor-row",
        &[
            ("name", row.name.as_str().into()),
            ("today", row.today.as_str().into()),
            ("design", row.design.as_str().into()),
            ("meaning", meaning.into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.trim()));
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.hairline));
    let (ink, sign) = match row.verdict {
        Verdict::Better => (tokens.good, Some(icons::CHECK)),
        Verdict::Worse => (tokens.warn, Some(icons::TRIANGLE_ALERT)),
        Verdict::Neither => (tokens.ink, None),
    };
    let right = rect.right();
    let strong = font(Weight::Semibold, BODY);
    let design = elided(ui, &row.design, strong, ink, all - today_width - GAP);
    let at = Align2::RIGHT_CENTER.anchor_size(egui::pos2(right, middle), design.size());
    painter.galley(at.min, design, ink);
    if let Some(sign) = sign {
        let at = egui::pos2(at.left() - 4.0, middle);
        painter.text(at, Align2::RIGHT_CENTER, sign, icon_font(12.0), ink);
    }
    let plain = font(Weight::Regular, BODY);
    let today = elided(ui, &row.today, plain.clone(), tokens.muted, all - design_width);
    let today_at =
        Align2::RIGHT_CENTER.anchor_size(egui::pos2(right - design_width, middle), today.size());
    painter.galley(today_at.min, today, tokens.muted);
    let (room, name_y) = if is_tall { (all, rect.top() + ROW * 0.4) } else { (name_room, middle) };
    let name = elided(ui, &row.name, plain, tokens.muted, room);
    let name_at =
        Rect::from_min_size(egui::pos2(rect.left(), name_y - name.size().y / 2.0), name.size());
    painter.galley(name_at.min, name, tokens.muted);
    response.on_hover_text(said.trim());
}
