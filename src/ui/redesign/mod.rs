//! The redesign: which people reach which rate, and by which jobs. A dialog in three columns — what
//! is wanted, what can be had, what it changes — and a preview on the sheet.
//!
//! # What always holds
//!
//! - The search runs off the window's thread and follows the last question; what was found before
//!   stays until then, marked as such.
//! - A search that was cancelled says that points are missing
//!   (`a_search_that_is_cancelled_says_that_it_is_not_complete`).
//! - The dialog and the preview change nothing in the file until a scenario is asked for
//!   (`a_design_that_is_looked_at_takes_nothing_in`).
//! - The figures of a design are those of the scenario that it becomes (`prospect`).
//!
//! It computes no design itself: [`crate::redesign`] does.

mod comparison;
mod consequences;
mod designs;
mod effect_column;
mod goal_column;
mod job_words;
mod new_rule;
mod offer_column;
mod plot;
mod preview;
mod preview_marks;
mod prospect;
mod request;
mod rules;
mod search;
mod target;

pub(super) use self::preview_marks::{bar, frame_preview, mark_preview};
pub(super) use self::prospect::free_name;
pub(super) use self::request::Request;

use std::sync::Arc;

use egui::Vec2;

use crate::analysis::Analysis;
use crate::background::Snapshot;
use crate::blueprint::{Blueprint, RedesignRules, Scenario};
use crate::drawing::{Ink, Palette};
use crate::redesign::{Design, FrontierPoint, Task, Workload, name_assumed_workers};
use crate::wording::{Units, Wording};

use self::new_rule::NewRule;
use self::plot::PlotKeeper;
use self::prospect::{Prospect, Prospects};
use self::rules::RuleList;
use self::search::{Asked, Found, Search};
use self::target::{Aim, Target};
use super::theme::{self, Tokens};
use super::three_columns::{ThreeColumns, in_column};

/// The size of the dialog where the window has room for it.
const SIZE: Vec2 = Vec2::new(1100.0, 700.0);

/// The dialog with all that was chosen in it.
pub(super) struct Redesign {
    /// The blueprint and its scenario with a worker for each step that is taken for one server.
    blueprint: Arc<Blueprint>,
    scenario: Arc<Scenario>,
    /// The scenario as it is in the file.
    original: Arc<Scenario>,
    /// How many such workers there are.
    assumed: usize,
    analysis: Arc<Analysis>,
    /// The work that can be regrouped; empty where nothing can.
    tasks: Vec<Task>,
    target: Target,
    /// What stands in the fields of the target, and whether it is a number.
    typed: [(String, bool); 3],
    rules: RuleList,
    /// What the rules were when the dialog was opened.
    rules_at_first: RedesignRules,
    new_rule: Option<NewRule>,
    search: Search,
    prospects: Prospects,
    /// The answer that the choice belongs to.
    serial: u64,
    /// The number of people chosen by hand.
    staff: Option<u64>,
    /// Which of the designs.
    design: usize,
    all_shown: bool,
    /// The number of people that is pointed at.
    pointed: Option<u64>,
    plot: PlotKeeper,
}

/// A blueprint and its scenario with a worker for each step that is taken for one server, and how
/// many there are; the same ones where there is none.
fn with_assumed_workers(
    blueprint: &Arc<Blueprint>,
    scenario: &Arc<Scenario>,
    words: &Wording,
) -> (Arc<Blueprint>, Arc<Scenario>, usize) {
    let mut changed = Blueprint::clone(blueprint);
    let named = name_assumed_workers(&mut changed, scenario.id(), |step| {
        words.with("redesign-assumed-worker", &[("name", step.into())])
    });
    match (named, changed.scenario(scenario.id()).cloned()) {
        (Ok(count), Some(worked)) if count > 0 => (Arc::new(changed), worked, count),
        _ => (Arc::clone(blueprint), Arc::clone(scenario), 0),
    }
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
}

impl Redesign {
    /// Opens the dialog on a scenario and its figures.
    pub fn of(
        blueprint: &Arc<Blueprint>,
        scenario: &Arc<Scenario>,
        analysis: &Arc<Analysis>,
        words: &Wording,
    ) -> Self {
        let original = Arc::clone(scenario);
        let (blueprint, scenario, assumed) = with_assumed_workers(blueprint, scenario, words);
        let (blueprint, scenario) = (&blueprint, &scenario);
        let workload = Workload::of(scenario);
        let tasks = workload.map(|workload| workload.tasks).unwrap_or_default();
        let kept = scenario.redesign_rules();
        // Rules that were never drawn up are the usual ones.
        let mut rules = if *kept == RedesignRules::default() {
            RedesignRules::usual(scenario)
        } else {
            kept.clone()
        };
        rules.fixed_roles |= blueprint.only_today();
        let staff = scenario.roles().values();
        let staff = staff.filter(|role| role.kind == crate::blueprint::RoleKind::Staff);
        let people: u64 = staff.map(|role| u64::from(role.headcount)).sum();
        let target =
            Target::usual(analysis.demand_per_hour.value, analysis.capacity_per_hour.value, people);
        Self {
            blueprint: Arc::clone(blueprint),
            scenario: Arc::clone(scenario),
            analysis: Arc::clone(analysis),
            original,
            assumed,
            typed: Aim::ALL.map(|aim| (target.text(aim, Units::of(blueprint, scenario)), true)),
            target,
            rules: RuleList::of(&rules, &tasks, blueprint.only_today()),
            rules_at_first: rules,
            tasks,
            new_rule: None,
            search: Search::default(),
            prospects: Prospects::default(),
            serial: 0,
            staff: None,
            design: 0,
            all_shown: false,
            pointed: None,
            plot: PlotKeeper::default(),
        }
    }

    /// Whether a search is under way, or about to begin.
    pub fn is_searching(&self) -> bool {
        self.search.is_stale() || self.search.answer().is_none() && !self.search.is_lost()
    }

    /// The rules, where they are others than when the dialog was opened.
    pub fn changed_rules(&self) -> Option<RedesignRules> {
        let rules = self.rules.rules();
        (rules != self.rules_at_first).then(|| self.kept_rules())
    }

    /// The rules that the file can keep: workers who are only assumed are not in it.
    fn kept_rules(&self) -> RedesignRules {
        let mut rules = self.rules.rules();
        rules.trained.retain(|(role, _)| self.original.roles().contains_key(role));
        rules
    }

    /// The chosen design carried out.
    fn prospect(&mut self, words: &Wording) -> Option<Arc<Prospect>> {
        let (staff, design) = (self.shown_staff(None)?, self.design);
        self.prospect_of(words, staff, design)
    }

    fn prospect_of(&mut self, words: &Wording, staff: u64, design: usize) -> Option<Arc<Prospect>> {
        let Some(Ok(found)) = self.search.answer() else { return None };
        let point = found.frontier.points.iter().find(|point| point.staff == staff)?;
        let chosen = point.designs.get(design)?;
        let people = usize::try_from(point.needed).unwrap_or(usize::MAX);
        let name = words.with(
            "advisor-scenario-name",
            &[
                ("rate", words.bounded_rate(chosen.capacity_per_hour, found.frontier.basis).into()),
                ("people", people.into()),
            ],
        );
        let (blueprint, original, rules) = (&self.blueprint, &self.original, self.kept_rules());
        self.prospects.get(self.search.serial(), (staff, design), || {
            Prospect::of(blueprint, original, &rules, chosen, &name)
        })
    }

    /// The number of people whose designs are shown: what is pointed at, what was chosen, or what
    /// the target leads to.
    fn shown_staff(&self, pointed: Option<u64>) -> Option<u64> {
        let Some(Ok(found)) = self.search.answer() else { return None };
        let points = &found.frontier.points;
        let is_there = |staff: &u64| points.iter().any(|point| point.staff == *staff);
        pointed
            .filter(is_there)
            .or_else(|| self.staff.filter(is_there))
            .or_else(|| found.wanted.filter(is_there))
            .or_else(|| points.last().map(|point| point.staff))
    }

    /// What was found, with the point and the design that are shown.
    fn shown(&self) -> Option<(&Arc<Found>, &FrontierPoint, &Design)> {
        let Some(Ok(found)) = self.search.answer() else { return None };
        let staff = self.shown_staff(self.pointed)?;
        let point = found.frontier.points.iter().find(|point| point.staff == staff)?;
        let at = if self.shown_staff(None) == Some(staff) { self.design } else { 0 };
        Some((found, point, point.designs.get(at).or_else(|| point.designs.first())?))
    }

    /// Keeps the search up to date, and drops a choice that belongs to an older answer.
    pub fn follow(&mut self, ctx: &egui::Context) {
        let asked = Asked {
            scenario: Snapshot::of(&self.scenario),
            rules: self.rules.rules(),
            target: self.target.clone(),
        };
        self.search.follow(ctx, &asked);
        if self.serial != self.search.serial() {
            self.serial = self.search.serial();
            (self.staff, self.design, self.all_shown) = (None, 0, false);
            // Until one is given, the cost to beat is today's, at capacity as all costs here.
            if let Some(Ok(found)) = self.search.answer()
                && self.target.cost.is_none()
                && let Some(cost) = found.frontier.today.cost_per_customer
            {
                self.target.cost = Some((cost * 100.0).floor() / 100.0).filter(|cost| *cost > 0.0);
                let units = Units::of(&self.blueprint, &self.scenario);
                self.typed[Aim::Cost as usize] = (self.target.text(Aim::Cost, units), true);
            }
        }
    }

    /// Shows the dialog; `was_typing` says whether a field has just owned the keys.
    pub fn show(&mut self, ctx: &egui::Context, words: &Wording, was_typing: bool) -> Vec<Request> {
        let tokens = Tokens::of(ctx);
        let palette = theme::palette(ctx);
        let scenario = Arc::clone(&self.scenario);
        let blueprint = Arc::clone(&self.blueprint);
        let view = View {
            words,
            tokens,
            palette: &palette,
            scenario: &scenario,
            currency: blueprint.currency(),
        };
        let mut requests = Vec::new();
        let columns = ThreeColumns {
            id: "redesign",
            size: SIZE,
            title: words.text("advisor-title"),
            question: words.text("advisor-question"),
            beside: |width| {
                ((width * 0.27).clamp(200.0, 297.0), (width * 0.295).clamp(220.0, 324.0))
            },
        };
        let closes = columns.show(ctx, words, was_typing, |ui, [goal, offer, effect]| {
            in_column(ui, goal, "goal", |ui| self.goal_column(ui, &view));
            in_column(ui, offer, "offer", |ui| self.offer_column(ui, &view, &mut requests));
            in_column(ui, effect, "effect", |ui| self.effect_column(ui, &view, &mut requests));
        });
        if closes {
            requests.push(Request::Close);
        }
        requests
    }
}
