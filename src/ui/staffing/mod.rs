//! The staffing plan: who is to come when, so that a day goes well. A dialog in three columns — what is asked
//! for, the plan over the day, what it promises and costs.
//!
//! # What always holds
//!
//! - The plan is worked out off the window's thread and follows the last choice; what was found before stays
//!   until then, marked as such (`search`).
//! - The dialog changes nothing in the file until a scenario is asked for, or a day where there is none
//!   (`a_plan_that_is_only_looked_at_changes_nothing`).
//! - What is said of a plan was simulated or proven, never typed in (`reasons`).
//!
//! It plans nothing itself: [`crate::redesign::staffing()`] does.

mod acts;
mod by_hand;
mod choices;
mod day_axis;
mod demand_chart;
mod desk;
mod from_day;
mod goal_column;
mod need_chart;
mod person_rows;
mod plan_column;
mod reasons;
mod result_column;
mod search;
mod shape_fields;
mod shape_lines;

pub(super) use self::desk::StaffingDesk;
pub(super) use self::from_day::day_line;

use std::sync::Arc;

use egui::Vec2;

use crate::background::Snapshot;
use crate::blueprint::{Blueprint, RoleId, Scenario};
use crate::drawing::{Ink, Palette};
use crate::process::ProblemPlace;
use crate::redesign::{Staffing, StaffingRefusal, plannable_roles};
use crate::wording::Wording;

use self::by_hand::ByHand;
use self::choices::Choices;
use self::search::{Asked, Search};
use super::simulating::Simulation;
use super::theme::{self, Tokens};
use super::three_columns::{ThreeColumns, in_column};

/// The size of the dialog where the window has room for it.
const SIZE: Vec2 = Vec2::new(1440.0, 900.0);

/// What a person wants of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// To close the dialog.
    Close,
    /// To remove what is in the way.
    GoTo(ProblemPlace),
    /// To give the service a day.
    GiveDay,
    /// To save the shifts as a table.
    SaveRota,
    /// To have the plan as a scenario.
    Make,
}

/// The dialog with all that was chosen in it.
pub(super) struct StaffingDialog {
    blueprint: Arc<Blueprint>,
    scenario: Arc<Scenario>,
    choices: Choices,
    search: Search,
    by_hand: ByHand,
    /// What became of the table of shifts.
    said: Option<String>,
}

/// What all parts of the dialog are shown with.
#[derive(Clone, Copy)]
struct View<'a> {
    words: &'a Wording,
    tokens: Tokens,
    palette: &'a Palette,
    scenario: &'a Scenario,
    currency: &'a str,
}

impl View<'_> {
    fn ink(&self, ink: Ink) -> egui::Color32 {
        theme::colour(self.palette, ink)
    }

    /// The colour of a role.
    fn of_role(&self, role: RoleId) -> egui::Color32 {
        let role = self.scenario.roles().get(&role);
        self.ink(role.map_or(Ink::NoRole, |role| Ink::Role(role.colour)))
    }
}

impl StaffingDialog {
    /// Opens the dialog on a scenario.
    pub fn of(
        blueprint: &Arc<Blueprint>,
        scenario: &Arc<Scenario>,
        words: &Wording,
        how: Simulation,
    ) -> Self {
        Self {
            blueprint: Arc::clone(blueprint),
            scenario: Arc::clone(scenario),
            choices: Choices::usual(&plannable_roles(scenario), words, how),
            search: Search::default(),
            by_hand: ByHand::default(),
            said: None,
        }
    }

    /// Goes on with the scenario as it is now.
    pub fn take(&mut self, blueprint: &Arc<Blueprint>, scenario: &Arc<Scenario>) {
        if !Arc::ptr_eq(&self.scenario, scenario) {
            self.choices.take(&plannable_roles(scenario));
            self.scenario = Arc::clone(scenario);
        }
        self.blueprint = Arc::clone(blueprint);
    }

    /// Whether a plan is being worked out, or about to be.
    pub fn is_searching(&self) -> bool {
        self.search.is_stale() || self.by_hand.is_busy()
    }

    /// The plan: as it was moved by hand, else as it was found.
    fn plan(&self) -> Option<&Staffing> {
        self.by_hand.plan().or_else(|| self.found())
    }

    /// The plan that was found.
    fn found(&self) -> Option<&Staffing> {
        self.search.answer()?.as_ref().ok()
    }

    /// Why there is none; known before anything is worked out, or found out on the way.
    fn obstacle(&self) -> Option<StaffingRefusal> {
        if let Some(obstacle) = self.choices.obstacle(&self.scenario) {
            return Some(obstacle);
        }
        let refusal = self.search.answer()?.as_ref().err()?;
        Some(refusal.clone()).filter(|refusal| *refusal != StaffingRefusal::Cancelled)
    }

    /// Keeps the plan up to date.
    pub fn follow(&mut self, ctx: &egui::Context) {
        let question = self.choices.question(&self.scenario);
        if self.choices.obstacle(&self.scenario).is_some() {
            self.search.rest();
            self.by_hand.forget();
            return;
        }
        self.by_hand.follow(ctx, &question);
        let asked = Asked { scenario: Snapshot::of(&self.scenario), question };
        if self.search.follow(ctx, &asked) {
            self.said = None;
            self.by_hand.forget();
        }
    }

    /// Shows the dialog; `was_typing` says whether a field has just owned the keys.
    pub fn show(&mut self, ctx: &egui::Context, words: &Wording, was_typing: bool) -> Vec<Request> {
        let palette = theme::palette(ctx);
        let scenario = Arc::clone(&self.scenario);
        let blueprint = Arc::clone(&self.blueprint);
        let view = View {
            words,
            tokens: Tokens::of(ctx),
            palette: &palette,
            scenario: &scenario,
            currency: blueprint.currency(),
        };
        let mut requests = Vec::new();
        let columns = ThreeColumns {
            id: "staffing",
            size: SIZE,
            title: words.text("staffing-title"),
            question: words.text("staffing-question"),
            beside: |width| {
                // Two fields with words between them fit into the left one.
                let left = 276.0_f32.min(width * 0.3).max((width * 0.21).min(300.0));
                (left, (width * 0.25).clamp(260.0, 352.0))
            },
        };
        let is_at_work = was_typing || self.by_hand.drag.is_some();
        let closes = columns.show(ctx, words, is_at_work, |ui, [goal, plan, result]| {
            in_column(ui, goal, "goal", |ui| self.goal_column(ui, &view));
            in_column(ui, plan, "plan", |ui| self.plan_column(ui, &view, &mut requests));
            in_column(ui, result, "result", |ui| self.result_column(ui, &view, &mut requests));
        });
        if closes {
            requests.push(Request::Close);
        }
        requests
    }
}
