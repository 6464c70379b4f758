//! The middle column: what people can reach, and by which designs.

use egui::{RichText, Ui};

use super::target::Aim;
use super::{Redesign, Request, View};
use crate::drawing::Ink;
use crate::process::ProblemPlace;
use crate::redesign::Obstacle;
use crate::ui::controls::{callout, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::capacity::place_of_lack;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::three_columns::STALE;
use crate::wording::Units;

impl Redesign {
    /// Shows what is in the way, the plot and the designs.
    pub(super) fn offer_column(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        requests: &mut Vec<Request>,
    ) {
        let height = ui.available_height();
        egui::ScrollArea::vertical().id_salt("offer scrolls").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 2.0);
            let (obstacle, stops) = match self.search.answer() {
                None => {
                    small(ui, view.tokens, view.words.text("advisor-searching"));
                    return;
                }
                Some(Err(obstacle)) => (Some(obstacle.clone()), true),
                Some(Ok(found)) => (found.missed.clone(), false),
            };
            if let Some(obstacle) = obstacle {
                self.in_the_way(ui, view, &obstacle, requests);
                if stops {
                    return;
                }
            }
            if self.search.is_stale() {
                ui.multiply_opacity(STALE);
            }
            if let Some(key) = self.caveat() {
                let said = RichText::new(view.words.text(key)).size(SMALL).color(view.tokens.muted);
                ui.add(egui::Label::new(said).wrap());
                ui.add_space(4.0);
            }
            section_head(ui, view.tokens, view.words.text("advisor-plot"));
            let target = (self.target.aim == Aim::Rate).then_some(self.target.rate);
            if !self.plot(ui, view, target, (height * 0.52).clamp(190.0, 340.0)) {
                small(ui, view.tokens, view.words.text("advisor-stopped"));
                return;
            }
            ui.add_space(8.0);
            self.designs(ui, view);
        });
    }

    /// What a target that is reached rests on, where that is a bound.
    fn caveat(&self) -> Option<&'static str> {
        let found = self.search.answer()?.as_ref().ok()?;
        let is_bound = found.frontier.basis == crate::analysis::Basis::UpperBound;
        if !is_bound || found.missed.is_some() {
            return None;
        }
        match self.target.aim {
            Aim::Rate => Some("redesign-target-at-most"),
            Aim::Cost => Some("redesign-target-cost-at-least"),
            Aim::People => None,
        }
    }

    /// Says what is in the way, what to do about it, and leads there.
    fn in_the_way(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        obstacle: &Obstacle,
        requests: &mut Vec<Request>,
    ) {
        let View { words, tokens, scenario, currency, .. } = *view;
        let what = words.obstacle(obstacle, scenario, currency);
        let (wash, edge) = (view.ink(Ink::WarnWash), tokens.warn);
        callout(wash, edge).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let what = RichText::new(what).font(font(Weight::Medium, BODY)).color(tokens.ink);
            ui.add(egui::Label::new(what).wrap());
            if let Some((aim, text)) = mended_target(obstacle) {
                let shown = match aim {
                    Aim::Rate => text.parse().map_or_else(|_| text.clone(), |r| words.rate(r)),
                    Aim::People => words.counted("people", text.parse().unwrap_or(0)),
                    Aim::Cost => {
                        text.parse().map_or_else(|_| text.clone(), |c| words.money(c, currency))
                    }
                };
                let take = words.with("advisor-take", &[("target", shown.into())]);
                if ui.link(take).clicked() {
                    // As it is put together above: a rate per hour.
                    let _ = self.target.read(aim, &text, Units::default());
                    self.target.aim = aim;
                    self.typed[aim as usize] = (self.target.text(aim, words.units()), true);
                }
            }
            if let Some(place) = place_of(obstacle)
                && ui.link(words.text("go-there")).clicked()
            {
                requests.push(Request::GoTo(place));
            }
        });
        ui.add_space(6.0);
    }
}

/// The target nearest to one that cannot be reached.
fn mended_target(obstacle: &Obstacle) -> Option<(Aim, String)> {
    // Rounded to the side on which it can be reached.
    match obstacle {
        Obstacle::RateOutOfReach { best_per_hour, .. } if *best_per_hour > 0.01 => {
            let rate = (best_per_hour * 100.0 * (1.0 + 1e-12)).floor() / 100.0;
            Some((Aim::Rate, rate.to_string()))
        }
        Obstacle::CostOutOfReach { best: Some(best), .. } => {
            let cost = (best * 100.0 * (1.0 - 1e-12)).ceil() / 100.0;
            Some((Aim::Cost, cost.to_string()))
        }
        Obstacle::NoDesign { least: Some(least), .. } => Some((Aim::People, least.to_string())),
        _ => None,
    }
}

/// Where something can be fixed.
fn place_of(obstacle: &Obstacle) -> Option<ProblemPlace> {
    match obstacle {
        Obstacle::Lacks(lacks) => lacks.iter().copied().find_map(place_of_lack),
        Obstacle::NothingToRegroup(stays) => {
            stays.first().map(|stays| ProblemPlace::Step(stays.step))
        }
        Obstacle::RoleWithoutTasks(role) => Some(ProblemPlace::Role(*role)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Basis;

    #[test]
    fn a_target_is_mended_to_one_that_can_be_reached() {
        let rate = |best_per_hour| {
            let (basis, proven, staying) = (Basis::Exact, true, Vec::new());
            mended_target(&Obstacle::RateOutOfReach { best_per_hour, basis, proven, staying })
        };
        assert_eq!(rate(180.0), Some((Aim::Rate, "180".to_owned())));
        assert_eq!(rate(124.137_9), Some((Aim::Rate, "124.13".to_owned())));
        let cost = |best| mended_target(&Obstacle::CostOutOfReach { best, basis: Basis::Exact });
        assert_eq!(cost(Some(0.866_7)), Some((Aim::Cost, "0.87".to_owned())));
        assert_eq!(cost(None), None);
    }
}
