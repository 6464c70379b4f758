//! The designs of a number of people, as rows of jobs.

use std::sync::Arc;

use egui::{
    Align, Align2, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use super::{Redesign, View, job_words};
use crate::drawing::Ink;
use crate::pictures::rate_text;
use crate::redesign::{Design, Workload};
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::wording::Amount;

/// How many designs are shown before all are asked for.
const FEW: usize = 2;
/// Heights of a row, of its blocks, and what stays free around them.
const ROW: f32 = 82.0;
const BLOCK: f32 = 40.0;
const PAD: f32 = 10.0;
/// Between blocks.
const GAP: f32 = 5.0;
/// The least width of a block, where there is room for that.
const LEAST: f32 = 54.0;
/// A block below this width says nothing.
const SPEAKS: f32 = 26.0;

impl Redesign {
    /// Shows the designs of the chosen number of people, of which one can be chosen.
    pub(super) fn designs(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        let Some((found, point, _)) = self.shown() else { return };
        let (found, staff) = (Arc::clone(found), point.staff);
        let Some(point) = found.frontier.points.iter().find(|point| point.staff == staff) else {
            return;
        };
        let workload = &found.workload;
        let people = usize::try_from(point.needed).unwrap_or(usize::MAX);
        let rate = rate_text(view.words, found.frontier.basis, point.capacity_per_hour);
        let head = words.with(
            "advisor-designs",
            &[("people", words.counted("people", people).into()), ("rate", rate.into())],
        );
        ui.horizontal(|ui| {
            section_head(ui, view.tokens, &head);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let key = if point.all_counted { "advisor-equal" } else { "advisor-equal-more" };
                small(ui, view.tokens, words.with(key, &[("count", point.design_count.into())]));
            });
        });
        let is_chosen_point = self.shown_staff(None) == Some(point.staff);
        let chosen = if is_chosen_point { self.design } else { 0 };
        let count = if self.all_shown { point.designs.len() } else { FEW };
        for (at, design) in point.designs.iter().take(count).enumerate() {
            if self.design_row(ui, view, workload, design, (point.staff, at), at == chosen) {
                (self.staff, self.design) = (Some(point.staff), at);
            }
        }
        if point.designs.len() > FEW {
            let text = if self.all_shown {
                words.text("advisor-show-few").to_owned()
            } else {
                words.with("advisor-show-all", &[("count", point.designs.len().into())])
            };
            if ui.link(text).clicked() {
                self.all_shown = !self.all_shown;
            }
        }
    }

    /// A design as a row; answers whether it was clicked.
    fn design_row(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        workload: &Workload,
        design: &Design,
        (staff, at): (u64, usize),
        is_chosen: bool,
    ) -> bool {
        let View { words, tokens, .. } = *view;
        let size = Vec2::new(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let labels: Vec<String> =
            design.jobs.iter().map(|job| job_words::label(words, job)).collect();
        let changes = job_words::changes(words, design);
        let name = words.with(
            "advisor-design",
            &[("jobs", words.clauses(&labels).into()), ("changes", changes.as_str().into())],
        );
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, true, is_chosen, name.as_str())
        });
        if !ui.is_rect_visible(rect) {
            return response.clicked();
        }
        let (fill, edge) = if is_chosen {
            (tokens.accent_wash, tokens.accent)
        } else {
            (tokens.background, tokens.hairline)
        };
        let is_near = response.hovered() || response.has_focus();
        let edge = if is_near { tokens.accent } else { edge };
        let stroke = Stroke::new(1.0, edge);
        ui.painter().rect(rect, CornerRadius::same(8), fill, stroke, StrokeKind::Inside);
        let inside = rect.shrink(PAD);
        let workers: Vec<u32> = design.jobs.iter().map(|job| job.workers).collect();
        let mut left = inside.left();
        for ((job, label), width) in
            design.jobs.iter().zip(&labels).zip(widths(&workers, inside.width()))
        {
            let block = Rect::from_min_size(
                egui::pos2(left, inside.top()),
                Vec2::new(width.max(1.0), BLOCK),
            );
            left += width + GAP;
            let colour = view
                .scenario
                .roles()
                .get(&job.role)
                .map_or(Ink::NoRole, |role| Ink::Role(role.colour));
            let steps = job_words::steps(words, job, view.scenario);
            paint_block(ui, view, block, view.ink(colour), label, &steps);
            let id = response.id.with(left.to_bits());
            let part = ui.interact(block, id, Sense::hover());
            part.on_hover_ui(|ui| {
                ui.label(job_words::in_full(words, job, workload, view.scenario));
            });
        }
        let balance = self
            .prospect_of(words, staff, at)
            .filter(|prospect| prospect.analysis.balance.value.is_some())
            .map(|prospect| words.marked(&prospect.analysis.balance, Amount::Share));
        let mut room = inside.width();
        if let Some(share) = balance {
            let balance = words.with("advisor-design-balance", &[("share", share.into())]);
            let letters = font(Weight::Medium, SMALL);
            let at = inside.right_bottom() + Vec2::new(0.0, 1.0);
            let ink = tokens.muted;
            room -=
                ui.painter().text(at, Align2::RIGHT_BOTTOM, balance, letters, ink).width() + 10.0;
        }
        let said = elided(ui, &changes, font(Weight::Regular, SMALL), tokens.muted, room);
        let at = egui::pos2(inside.left(), inside.bottom() - said.size().y + 1.0);
        ui.painter().galley(at, said, tokens.muted);
        response.clicked()
    }
}

/// A job: a stripe in its role's colour, the numbers of its steps, and their names.
fn paint_block(
    ui: &Ui,
    view: &View<'_>,
    rect: Rect,
    colour: egui::Color32,
    label: &str,
    steps: &str,
) {
    let (tokens, painter) = (view.tokens, ui.painter());
    let edge = Stroke::new(1.0, tokens.hairline);
    painter.rect(rect, CornerRadius::same(4), tokens.panel, edge, StrokeKind::Inside);
    let stripe = rect.with_max_x(rect.left() + 4.0_f32.min(rect.width()));
    let round = CornerRadius { nw: 4, sw: 4, ne: 0, se: 0 };
    painter.rect_filled(stripe, round, colour);
    if rect.width() < SPEAKS {
        return;
    }
    let inside = rect.with_min_x(stripe.right()).shrink2(Vec2::new(5.0, 4.0));
    let label = elided(ui, label, font(Weight::Semibold, BODY), tokens.ink, inside.width());
    let at = Align2::CENTER_TOP.anchor_size(inside.center_top(), label.size());
    painter.galley(at.min, label, tokens.ink);
    let steps = elided(ui, steps, font(Weight::Regular, 10.5), tokens.muted, inside.width());
    let at = Align2::CENTER_BOTTOM.anchor_size(inside.center_bottom(), steps.size());
    painter.galley(at.min, steps, tokens.muted);
}

/// How wide blocks are, by their people: all together with their gaps as wide as there is room, none
/// narrower than the least where that is possible.
fn widths(workers: &[u32], room: f32) -> Vec<f32> {
    let count = workers.len();
    let whole = (room - GAP * (count.saturating_sub(1)) as f32).max(0.0);
    let least = LEAST.min(whole / count.max(1) as f32);
    let people: f32 = workers.iter().map(|workers| *workers as f32).sum();
    let spare = (whole - least * count as f32).max(0.0);
    workers.iter().map(|workers| least + spare * *workers as f32 / people.max(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_fill_their_row_and_stay_readable() {
        for workers in [vec![2, 1, 2, 1, 1], vec![1], vec![1_000, 1], vec![1; 60]] {
            for room in [160.0, 436.0] {
                let widths = widths(&workers, room);
                let gaps = GAP * (workers.len() - 1) as f32;
                let whole = widths.iter().sum::<f32>() + gaps;
                assert!(whole <= room.max(gaps) + 0.1, "{workers:?} in {room}: {whole}");
                let fits = LEAST * workers.len() as f32 + gaps <= room;
                assert!(!fits || widths.iter().all(|width| *width >= LEAST), "{widths:?}");
            }
        }
        let widths = widths(&[2, 1], 305.0);
        assert!(widths[0] > widths[1], "more people are wider");
    }
}
