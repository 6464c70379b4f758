//! What people said, and where.

use super::texts::Wording;
use crate::blueprint::{
    Anchor, Asked, Blueprint, Comment, CommentKind, DemandField, ElementId, Field, Id, LaneId,
    PhaseId, Review, ReviewVerdict, RoleField, SaidOddity, SaidOddityKind, Scenario, ScenarioId,
    StepField,
};

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

    /// What sort a comment is, by the word of its file where that is not known.
    #[must_use]
    pub fn kind_of_comment(&self, comment: &Comment) -> String {
        match comment.unknown_kind() {
            Some(word) => self.with("comment-unknown-kind", &[("word", word.into())]),
            None => self.comment_kind(comment.kind()).to_owned(),
        }
    }

    /// Who said something, or that nobody is named.
    #[must_use]
    pub fn author<'a>(&'a self, name: &'a str) -> &'a str {
        if name.trim().is_empty() { self.text("author-without-name") } else { name }
    }

    /// That a review is wanted, by whom, and what for.
    #[must_use]
    pub fn review_asked(&self, asked: &Asked) -> String {
        let arguments =
            [("name", self.author(&asked.by).into()), ("date", self.day_of(&asked.at).into())];
        let said = self.with("review-asked-by", &arguments);
        match asked.text.trim() {
            "" => said,
            text => self.clauses(&[said.as_str(), text]),
        }
    }

    /// What a review came to: `Reviewer One asks for changes (12 November 2025): Not before …`.
    #[must_use]
    pub fn review_said(&self, review: &Review) -> String {
        let arguments =
            [("name", self.author(&review.by).into()), ("date", self.day_of(&review.at).into())];
        let said = match review.verdict() {
            ReviewVerdict::Approve => self.with("review-said-approve", &arguments),
            ReviewVerdict::Comment => self.with("review-said-comment", &arguments),
            ReviewVerdict::Changes => self.with("review-said-changes", &arguments),
        };
        match review.text.trim() {
            "" => said,
            text => self.labelled(&said, text),
        }
    }

    /// What is odd about something that was said, as a line.
    #[must_use]
    pub fn said_oddity(&self, oddity: &SaidOddity) -> String {
        let place = oddity.place.as_str();
        match &oddity.what {
            SaidOddityKind::NoAuthor => self.with("said-no-author", &[("place", place.into())]),
            SaidOddityKind::NoText => self.with("said-no-text", &[("place", place.into())]),
            SaidOddityKind::UnknownKind(word) => {
                let arguments = [("place", place.into()), ("word", word.as_str().into())];
                self.with("said-unknown-kind", &arguments)
            }
            SaidOddityKind::UnknownWay(word) => {
                let arguments = [("place", place.into()), ("word", word.as_str().into())];
                self.with("said-unknown-way", &arguments)
            }
            SaidOddityKind::UnknownVerdict(word) => {
                let arguments = [("place", place.into()), ("word", word.as_str().into())];
                self.with("said-unknown-verdict", &arguments)
            }
        }
    }

    /// Where a comment is, in a scenario or on a planning sheet: `Sheet "Tables and chairs"`.
    #[must_use]
    pub fn place_in(&self, on: &Anchor, scenario: &Scenario, blueprint: &Blueprint) -> String {
        let Some(id) = on.sheet else { return self.place_of(on, scenario) };
        let Some(sheet) = blueprint.sheet(id) else {
            return self.text("comment-place-gone").to_owned();
        };
        let name = match sheet.name.trim() {
            "" => self.text("planner-unnamed"),
            name => name,
        };
        let thing = self.with("comment-place-sheet", &[("name", name.into())]);
        if on.field.is_empty() {
            return thing;
        }
        // Rows have no name of the program's: they are called as the sheet calls them.
        let arguments = [("thing", thing.into()), ("field", on.field.as_str().into())];
        self.with("comment-place-field", &arguments)
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
        } else if on.sheet.is_some() {
            // Who knows the sheets says which, as in `place_in`.
            gone()
        } else if !on.figure.is_empty() {
            self.figure_by_name(&on.figure).to_owned()
        } else if on.at.is_some() {
            self.text("comment-place-point").to_owned()
        } else if on.scenario == Some(scenario.id()) && !on.change.is_empty() {
            return self.change_by_code(&on.change, scenario);
        } else if on.scenario.is_none_or(|id: ScenarioId| id == scenario.id()) {
            self.text("comment-place-whole").to_owned()
        } else {
            gone()
        };
        let is_of_thing = on.step.is_some() || on.link.is_some() || on.role.is_some();
        if is_of_thing && !on.change.is_empty() {
            let change = self.change_by_code(&on.change, scenario);
            let arguments = [("thing", thing.into()), ("field", change.into())];
            return self.with("comment-place-field", &arguments);
        }
        if on.field.is_empty() {
            return thing;
        }
        let arguments = [("thing", thing.into()), ("field", self.field_by_name(&on.field).into())];
        self.with("comment-place-field", &arguments)
    }

    /// What a change is about that a file names by its code; a text of an older file, or what only a newer
    /// version knows, as it is.
    fn change_by_code(&self, code: &str, scenario: &Scenario) -> String {
        let came = |word: &str| match word {
            "added" => Some(self.text("comment-change-added")),
            "removed" => Some(self.text("comment-change-removed")),
            "changed" => Some(self.text("comment-change-changed")),
            _ => None,
        };
        let plain = match code {
            "lane" => Some("comment-change-lane"),
            "phase" => Some("comment-change-phase"),
            "shares" => Some("comment-change-shares"),
            "lane_order" => Some("comment-change-lane-order"),
            "phase_order" => Some("compare-phase-order"),
            "typology" => Some("compare-typology"),
            "simulation" => Some("day-simulation"),
            "rules" => Some("versions-rules"),
            "drawn" => Some("comment-change-drawn"),
            "file.title" => Some("details-title"),
            "file.currency" => Some("details-currency"),
            "file.unit" => Some("versions-unit"),
            "file.rates" => Some("details-rates"),
            "file.only_today" => Some("details-only-today"),
            "file.scenario_added"
            | "file.scenario_removed"
            | "file.scenario_renamed"
            | "file.scenario_order" => Some("comment-change-scenarios"),
            "file.lesson" => Some("versions-lesson-changed"),
            _ => None,
        };
        if let Some(key) = plain {
            return self.text(key).to_owned();
        }
        if let Some(word) = came(code) {
            return word.to_owned();
        }
        let label = StepField::of_key(code)
            .map(Field::label)
            .or_else(|| RoleField::of_key(code).map(Field::label))
            .or_else(|| DemandField::of_key(code.strip_prefix("demand.")?).map(Field::label));
        if let Some(label) = label {
            return self.text(label).to_owned();
        }
        let of_sheet = || {
            let mut parts = code.split('.');
            let (sort, number) = (parts.next()?, parts.next()?.parse().ok()?);
            let word = came(parts.next()?)?;
            let thing = match sort {
                "lane" => {
                    let id = LaneId::from_number(number);
                    scenario.lanes().contains_key(&id).then(|| self.lane(scenario, id).into_owned())
                }
                "phase" => scenario
                    .phases()
                    .get(&PhaseId::from_number(number))
                    .map(|phase| phase.name.clone()),
                "element" => scenario
                    .elements()
                    .get(&ElementId::from_number(number))
                    .map(|element| element.name.clone()),
                _ => return None,
            };
            let thing = thing.unwrap_or_else(|| self.text("comment-place-gone").to_owned());
            let arguments = [("thing", thing.into()), ("field", word.into())];
            Some(self.with("comment-place-field", &arguments))
        };
        of_sheet().unwrap_or_else(|| code.to_owned())
    }

    /// What a figure is called that a file names; one that only a newer version knows by its name.
    fn figure_by_name<'a>(&'a self, name: &'a str) -> &'a str {
        match name {
            "capacity_per_hour" => self.text("figure-capacity"),
            "utilisation" => self.text("figure-utilisation"),
            "throughput_time_s" => self.text("figure-throughput-time"),
            "wip" => self.text("figure-wip"),
            "demand_per_hour" => self.text("figure-demand"),
            "cycle_time_s" => self.text("figure-cycle-time"),
            "rush_order_time_s" => self.text("figure-rush-order-time"),
            "direct_labour_content_s" => self.text("figure-labour-content"),
            "direct_labour_utilisation" => self.text("figure-labour-utilisation"),
            "balance" => self.text("figure-balance"),
            "profit_per_hour" => self.text("figure-profit"),
            "waiting_share" => self.text("figure-waiting-share"),
            "flow_efficiency" => self.text("figure-flow-efficiency"),
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
