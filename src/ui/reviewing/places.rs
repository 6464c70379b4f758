//! What each comment is on: the place in words, its order along the flow, and what became of it since.

use std::collections::BTreeMap;

use crate::analysis::analyse;
use crate::blueprint::notation::parse_time;
use crate::blueprint::{Anchor, Blueprint, Comment, Scenario, ScenarioId, StepId, TimeUnit};
use crate::drawing::flow_order;
use crate::pictures::Shown;
use crate::reports::{PageSubject, VerdictPage, is_there, page_value, sheet_is_there};
use crate::stage::figure_named;
use crate::wording::Wording;

/// A comment with what is known of its place.
#[derive(Clone, Debug)]
pub(super) struct Topic {
    pub comment: Comment,
    /// Its number among those that are open, along the flow.
    pub number: Option<usize>,
    /// Which draft it is, if it is one.
    pub draft: Option<usize>,
    /// What it is on, in words.
    pub place: String,
    /// What that holds now, or which scenario it is in.
    pub detail: String,
    /// Whether what it is on is no longer there.
    pub is_gone: bool,
    /// Whether it is on a scenario that is not shown.
    pub is_elsewhere: bool,
    /// What its place held when it was made, and what it holds now, where these differ.
    pub changed: Option<(String, String)>,
}

impl Topic {
    /// Whether it waits for something.
    pub fn is_open(&self) -> bool {
        self.comment.is_open()
    }
}

/// The name that a row of the page has as a figure.
pub(super) fn figure_of_row(subject: PageSubject) -> &'static str {
    match subject {
        PageSubject::Limit => "capacity_per_hour",
        PageSubject::Load => "utilisation",
        PageSubject::WorstWait => "wait_s",
        PageSubject::Cost => "cost_per_customer",
        PageSubject::Risk => "largest_risk",
        PageSubject::Experience => "experience",
        PageSubject::Missing => "missing",
        PageSubject::Changed => "changed",
        PageSubject::Trust => "trust",
    }
}

/// What a comment on a row of the page is on.
pub(super) fn row_anchor(scenario: ScenarioId, subject: PageSubject) -> Anchor {
    let figure = figure_of_row(subject).to_owned();
    Anchor { scenario: Some(scenario), figure, ..Anchor::default() }
}

/// What places are told by.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub blueprint: &'a Blueprint,
    /// The scenario that is shown.
    pub shown: &'a Scenario,
    /// Its page.
    pub page: &'a VerdictPage,
    /// Whether that is of something that is only tried.
    pub is_tried: bool,
    /// Whether it is left out what places hold.
    pub is_short: bool,
    pub words: &'a Wording,
}

impl Ground<'_> {
    fn row_of(&self, figure: &str) -> Option<usize> {
        self.page.rows.iter().position(|row| figure_of_row(row.subject) == figure)
    }

    /// What a place holds now, as text that can be kept; blank where that is nothing.
    pub fn value_at(&self, on: &Anchor) -> String {
        let scenario = on.scenario.and_then(|id| self.blueprint.scenario(id));
        let scenario = scenario.map_or(self.shown, AsRef::as_ref);
        if self.is_short {
            return String::new();
        }
        if !on.change.is_empty() {
            // A change is told by itself, not by what its thing holds.
            return String::new();
        }
        if let Some(step) = on.step.and_then(|id| scenario.steps().get(&id)) {
            return match on.field.as_str() {
                "" | "time" => step.time.as_ref().map(ToString::to_string).unwrap_or_default(),
                "name" => step.name.clone(),
                _ => String::new(),
            };
        }
        if let Some(role) = on.role.and_then(|id| scenario.roles().get(&id)) {
            return match on.field.as_str() {
                "" | "headcount" => format!("× {}", role.headcount),
                "name" => role.name.clone(),
                _ => String::new(),
            };
        }
        let mut subjects = PageSubject::ALL.into_iter();
        let subject = subjects.find(|subject| figure_of_row(*subject) == on.figure);
        let Some(subject) = subject.filter(|_| !on.figure.is_empty()) else {
            return self.other_figure(&on.figure, scenario);
        };
        let known = self.page.rows.iter().find(|row| row.subject == subject);
        let value = match known {
            Some(row) if scenario.id() == self.shown.id() && !self.is_tried => row.value.clone(),
            _ => self.figure(subject, scenario),
        };
        if value == self.words.text("no-figure") { String::new() } else { value }
    }

    /// The value of a figure that has no row of its own on the page; blank for none.
    fn other_figure(&self, name: &str, scenario: &Scenario) -> String {
        let Some(figure) = figure_named(name) else { return String::new() };
        let said = figure.said(&analyse(scenario), self.words, self.blueprint.currency());
        said.unwrap_or_default()
    }

    /// The value of a row of the page of a scenario that is not at hand.
    fn figure(&self, subject: PageSubject, scenario: &Scenario) -> String {
        let analysis = analyse(scenario);
        let (words, currency) = (self.words, self.blueprint.currency());
        let shown = Shown { scenario, analysis: &analysis, words, currency };
        page_value(subject, &shown, self.blueprint)
    }

    /// A time that is kept as text, in the words of the language that is on.
    pub fn in_words(&self, on: &Anchor, text: &str) -> String {
        let is_time = on.step.is_some() && matches!(on.field.as_str(), "" | "time");
        let time = is_time.then(|| parse_time(text, TimeUnit::Second).ok()).flatten();
        time.map_or_else(|| text.to_owned(), |time| self.words.service_time(&time))
    }

    /// Where it comes along the flow.
    fn order(&self, on: &Anchor, along: &BTreeMap<StepId, usize>) -> (u8, usize) {
        const LAST: usize = usize::MAX;
        let of_step = |id: StepId| along.get(&id).copied().unwrap_or(LAST);
        if let Some(step) = on.step {
            (0, of_step(step))
        } else if let Some(link) = on.link {
            let link = self.shown.links().get(&link);
            (0, link.map_or(LAST, |link| of_step(link.from)))
        } else if on.at.is_some() {
            (1, 0)
        } else if on.role.is_some() || on.lane.is_some() || on.phase.is_some() {
            (2, 0)
        } else if !on.figure.is_empty() {
            (3, self.row_of(&on.figure).unwrap_or(LAST))
        } else if let Some(sheet) = on.sheet {
            let at = self.blueprint.sheets().iter().position(|(own, _)| *own == sheet);
            (5, at.unwrap_or(LAST))
        } else {
            (4, 0)
        }
    }

    /// All comments and drafts, along the flow; what is on another scenario or gone comes last.
    pub fn topics(&self, drafts: &[Comment]) -> Vec<Topic> {
        let along = flow_order(self.shown).into_iter().enumerate();
        let along: BTreeMap<StepId, usize> = along.map(|(at, step)| (step, at)).collect();
        let said = self.blueprint.discussion();
        let sent = said.comments.iter().map(|comment| (comment, None));
        let drafts = drafts.iter().enumerate().map(|(at, comment)| (comment, Some(at)));
        let mut all: Vec<Topic> =
            sent.chain(drafts).map(|(comment, draft)| self.topic(comment, draft)).collect();
        all.sort_by_cached_key(|topic| {
            let Topic { comment, is_gone, is_elsewhere, .. } = topic;
            let order = self.order(&comment.on, &along);
            (*is_gone, *is_elsewhere, order, comment.at.clone(), comment.text.clone())
        });
        let open = all.iter_mut().filter(|topic| topic.is_open() && !topic.is_gone);
        for (at, topic) in open.enumerate() {
            topic.number = Some(at + 1);
        }
        all
    }

    fn topic(&self, comment: &Comment, draft: Option<usize>) -> Topic {
        let on = &comment.on;
        let scenario = match on.scenario {
            Some(id) => self.blueprint.scenario(id).map(AsRef::as_ref),
            None => Some(self.shown),
        };
        let is_gone = scenario.is_none_or(|scenario| !is_there(on, scenario))
            || !sheet_is_there(on, self.blueprint);
        let is_elsewhere = on.scenario.is_some_and(|id| id != self.shown.id());
        let mut of_thing = on.clone();
        if on.sheet.is_none() {
            of_thing.field.clear();
        }
        let place = match scenario {
            Some(scenario) => self.words.place_in(&of_thing, scenario, self.blueprint),
            None => self.words.text("comment-place-gone").to_owned(),
        };
        let now = if is_gone { String::new() } else { self.value_at(on) };
        let is_row = PageSubject::ALL.into_iter().any(|row| figure_of_row(row) == on.figure);
        let is_lost = is_row && !on.figure.is_empty() && !is_gone && !self.is_short;
        let changed = if is_lost && now.is_empty() && !comment.saw.is_empty() {
            // The figure that was seen cannot be had any more.
            Some((comment.saw.clone(), self.words.text("page-mark-unknown").to_owned()))
        } else {
            is_otherwise(&comment.saw, &now)
                .then(|| (self.in_words(on, &comment.saw), self.in_words(on, &now)))
        };
        let detail = match scenario.filter(|_| is_elsewhere) {
            Some(scenario) => {
                let name = self.words.scenario_name(scenario);
                self.words.with("review-in-scenario", &[("name", name.into())])
            }
            None => self.in_words(on, &now),
        };
        let comment = comment.clone();
        Topic { comment, number: None, draft, place, detail, is_gone, is_elsewhere, changed }
    }
}

/// Whether what a place holds is not what was seen. What was seen in another language tells nothing.
fn is_otherwise(saw: &str, now: &str) -> bool {
    let is_latin = |text: &str| text.chars().all(|letter| u32::from(letter) < 0x2e80);
    !saw.is_empty() && !now.is_empty() && saw != now && is_latin(saw) == is_latin(now)
}
