//! What people said, and where.

use super::texts::Wording;
use crate::blueprint::{Anchor, CommentKind, Scenario, ScenarioId};

impl Wording {
    /// What sort of comment it is.
    #[must_use]
    pub fn comment_kind(&self, kind: CommentKind) -> &str {
        self.text(match kind {
            CommentKind::Remark => "comment-remark",
            CommentKind::Question => "comment-question",
            CommentKind::Risk => "comment-risk",
            CommentKind::MustChange => "comment-must-change",
        })
    }

    /// Where a comment is, in a scenario: `Check violations · time`. What is there no more is said to be gone.
    #[must_use]
    pub fn place_of(&self, on: &Anchor, scenario: &Scenario) -> String {
        let gone = || self.text("comment-place-gone").to_owned();
        let lane = |id| {
            let lane = scenario.lanes().get(&id)?;
            Some(match lane.name.trim() {
                "" => self.zone(lane.zone).to_owned(),
                name => name.to_owned(),
            })
        };
        let phase = |id| {
            let phase = scenario.phases().get(&id)?;
            Some(match phase.name.trim() {
                "" => self.text("details-phase-unnamed").to_owned(),
                name => name.to_owned(),
            })
        };
        let link = |id| {
            let link = scenario.links().get(&id)?;
            let from = self.step(link.from, scenario).to_owned();
            let to = link.to.step().map_or_else(
                || self.text("comment-place-exit").to_owned(),
                |step| self.step(step, scenario).to_owned(),
            );
            Some(self.with("comment-place-link", &[("from", from.into()), ("to", to.into())]))
        };
        let thing = if let Some(step) = on.step {
            let is_there = scenario.steps().contains_key(&step);
            if is_there { self.step(step, scenario).to_owned() } else { gone() }
        } else if let Some(id) = on.link {
            link(id).unwrap_or_else(gone)
        } else if let Some(role) = on.role {
            let is_there = scenario.roles().contains_key(&role);
            if is_there { self.role(role, scenario).to_owned() } else { gone() }
        } else if let Some(id) = on.lane {
            lane(id).unwrap_or_else(gone)
        } else if let Some(id) = on.phase {
            phase(id).unwrap_or_else(gone)
        } else if !on.figure.is_empty() {
            self.figure_by_name(&on.figure).to_owned()
        } else if on.at.is_some() {
            self.text("comment-place-point").to_owned()
        } else if on.scenario == Some(scenario.id()) && !on.change.is_empty() {
            on.change.clone()
        } else if on.scenario.is_none_or(|id: ScenarioId| id == scenario.id()) {
            self.text("comment-place-whole").to_owned()
        } else {
            gone()
        };
        if on.field.is_empty() {
            return thing;
        }
        let arguments = [("thing", thing.into()), ("field", self.field_by_name(&on.field).into())];
        self.with("comment-place-field", &arguments)
    }

    /// What a figure is called that a file names; one that only a newer version knows by its name.
    fn figure_by_name<'a>(&'a self, name: &'a str) -> &'a str {
        match name {
            "capacity_per_hour" => self.text("figure-capacity"),
            "utilisation" => self.text("figure-utilisation"),
            "throughput_time_s" => self.text("figure-throughput-time"),
            "wip" => self.text("figure-wip"),
            "cost_per_customer" => self.text("figure-cost"),
            "wait_s" => self.text("page-worst-wait"),
            "largest_risk" => self.text("page-risk"),
            "experience" => self.text("page-experience"),
            "missing" => self.text("page-missing"),
            "changed" => self.text("page-changed"),
            "trust" => self.text("page-trust"),
            other => other,
        }
    }

    /// What a field is called that a file names; one that only a newer version knows by its name.
    fn field_by_name<'a>(&'a self, name: &'a str) -> &'a str {
        match name {
            "time" => self.text("details-time"),
            "needs" => self.text("details-needs"),
            "name" => self.text("details-name"),
            "headcount" => self.text("details-headcount"),
            "cost_per_hour" => self.text("details-cost_per_hour"),
            other => other,
        }
    }
}
