//! What changed between two versions of a blueprint, in words.

use super::changes::{ChangeSign, ChangeWords};
use super::numbers::Amount;
use super::texts::Wording;
use crate::analysis::{Basis, Figure};
use crate::blueprint::{Element, Field, RateUnit, Scenario, StepId};
use crate::process::ProblemPlace;
use crate::redesign::{Difference, SheetChange};
use crate::versions::{Change, FileChange, Group, Judged, Measure, Said};

/// How many cards are named before the rest is counted.
const CARDS_NAMED: usize = 3;

impl Wording {
    /// A change as one line.
    #[must_use]
    pub fn version_change(
        &self,
        change: &Change,
        before: &Scenario,
        after: &Scenario,
    ) -> ChangeWords {
        let mut lines = self.changes(&change.comparison(), before, after).into_iter();
        let Some(first) = lines.next() else {
            return match change {
                Change::Drawn(steps) => self.drawn(steps, after),
                // A comparison leaves the rules of a redesign out.
                _ => ChangeWords {
                    sign: ChangeSign::Changed,
                    text: self.text("versions-rules").to_owned(),
                    place: ProblemPlace::Sheet,
                },
            };
        };
        let mut texts: Vec<String> = match change {
            Change::Sheet(change) => self.sheet_values(*change, before, after),
            _ => Vec::new(),
        };
        if texts.is_empty() {
            texts.push(first.text.clone());
            texts.extend(lines.map(|line| line.text));
        }
        ChangeWords { text: self.clauses(&texts), ..first }
    }

    /// Cards that lie elsewhere in their lane and phase, or only other sizes.
    fn drawn(&self, steps: &[StepId], after: &Scenario) -> ChangeWords {
        let (Some(first), sign) = (steps.first(), ChangeSign::Moved) else {
            let text = self.text("versions-sizes").to_owned();
            return ChangeWords { sign: ChangeSign::Changed, text, place: ProblemPlace::Sheet };
        };
        let names: Vec<&str> = steps.iter().map(|step| self.step(*step, after)).collect();
        let arguments =
            [("names", self.list(&names, CARDS_NAMED).into()), ("count", names.len().into())];
        let text = self.with("versions-drawn", &arguments);
        ChangeWords { sign, text, place: ProblemPlace::Step(*first) }
    }

    /// What a field was and is, in few words; `None` where a change is not of a field, or where it
    /// does not fit a line.
    #[must_use]
    pub fn values_of_change(
        &self,
        change: &Change,
        before: &Scenario,
        after: &Scenario,
    ) -> Option<(String, String)> {
        match change {
            Change::Field(step, field) => Some((
                self.field_value(field.of(before.steps().get(step)?), before)?,
                self.field_value(field.of(after.steps().get(step)?), after)?,
            )),
            Change::RoleField(role, field) => Some((
                self.field_value(field.of(before.roles().get(role)?), before)?,
                self.field_value(field.of(after.roles().get(role)?), after)?,
            )),
            Change::Demand(field) => Some((
                self.field_value(field.of(before.demand()), before)?,
                self.field_value(field.of(after.demand()), after)?,
            )),
            Change::Sheet(SheetChange::Phase(id, Difference::Changed)) => {
                let name = |of: &Scenario| of.phases().get(id).map(|phase| phase.name.clone());
                name(before).zip(name(after))
            }
            _ => None,
        }
    }

    /// What a lane, phase or element was and is, field by field; nothing where that is said elsewhere.
    fn sheet_values(
        &self,
        change: SheetChange,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<String> {
        let rows = match change {
            SheetChange::Lane(id, Difference::Changed) => {
                let zones = [before, after].map(|scenario| {
                    scenario.lanes().get(&id).map_or("", |lane| self.zone(lane.zone))
                });
                let [was, is] =
                    [before, after].map(|scenario| self.lane(scenario, id).into_owned());
                let name = self.with("compare-lane", &[("name", is.as_str().into())]);
                vec![
                    (name.clone(), self.text("details-name"), was, is),
                    (name, self.text("versions-zone"), zones[0].to_owned(), zones[1].to_owned()),
                ]
            }
            SheetChange::Phase(id, Difference::Changed) => {
                let name = |scenario: &Scenario| match scenario.phases().get(&id) {
                    Some(phase) if !phase.name.trim().is_empty() => phase.name.clone(),
                    _ => self.text("details-phase-unnamed").to_owned(),
                };
                let (was, is) = (name(before), name(after));
                let name = self.with("compare-phase", &[("name", is.as_str().into())]);
                vec![(name, self.text("details-name"), was, is)]
            }
            SheetChange::Element(id, Difference::Changed) => {
                let of = |scenario: &Scenario| scenario.elements().get(&id).cloned();
                let (Some(was), Some(is)) = (of(before), of(after)) else { return Vec::new() };
                self.element_values(&was, &is)
            }
            _ => Vec::new(),
        };
        let told = rows.into_iter().filter(|(.., was, is)| was != is);
        told.map(|(name, field, was, is)| self.value_of(&name, field, was, is)).collect()
    }

    fn element_values(&self, was: &Element, is: &Element) -> Vec<(String, &str, String, String)> {
        let rating = |element: &Element| {
            let none = || self.text("no-figure").to_owned();
            element.rating.map_or_else(none, |stars| stars.get().to_string())
        };
        let name = &is.name;
        vec![
            (name.clone(), self.text("details-name"), was.name.clone(), is.name.clone()),
            (
                name.clone(),
                self.text("details-dimension"),
                self.dimension(was.dimension).to_owned(),
                self.dimension(is.dimension).to_owned(),
            ),
            (name.clone(), self.text("details-rating"), rating(was), rating(is)),
            (name.clone(), self.text("details-note"), was.note.clone(), is.note.clone()),
        ]
    }

    fn value_of(&self, name: &str, field: &str, was: String, is: String) -> String {
        let or_blank = |text: String| {
            if text.trim().is_empty() { self.text("no-figure").to_owned() } else { text }
        };
        let arguments = [
            ("name", name.into()),
            ("field", field.into()),
            ("before", or_blank(was).into()),
            ("after", or_blank(is).into()),
        ];
        self.with("compare-value", &arguments)
    }

    /// A change of the file as a whole, as one line.
    #[must_use]
    pub fn file_change(&self, change: &FileChange) -> (ChangeSign, String) {
        let value = |field: &str, was: &str, is: &str| {
            let said = |text: &str| match text.trim() {
                "" => self.text("no-figure").to_owned(),
                text => text.to_owned(),
            };
            let (was, is) = (said(was), said(is));
            let arguments = [("field", field.into()), ("before", was.into()), ("after", is.into())];
            self.with("compare-sheet-value", &arguments)
        };
        let rates = |per: &RateUnit| {
            self.text(match per {
                RateUnit::Hour => "details-rates-hour",
                RateUnit::Day => "details-rates-day",
                RateUnit::Week => "details-rates-week",
            })
        };
        let only_today = self.text("details-only-today");
        match change {
            FileChange::Title(was, is) => {
                (ChangeSign::Changed, value(self.text("details-title"), was, is))
            }
            FileChange::Currency(was, is) => {
                let said = value(self.text("details-currency"), was, is);
                let hint = self.text("versions-not-converted").to_owned();
                (ChangeSign::Changed, self.clauses(&[said, hint]))
            }
            FileChange::Unit(was, is) => {
                (ChangeSign::Changed, value(self.text("versions-unit"), was, is))
            }
            FileChange::Rates(was, is) => {
                (ChangeSign::Changed, value(self.text("details-rates"), rates(was), rates(is)))
            }
            FileChange::OnlyToday(true) => (
                ChangeSign::Changed,
                self.with("versions-only-today", &[("field", only_today.into())]),
            ),
            FileChange::OnlyToday(false) => (
                ChangeSign::Changed,
                self.with("versions-not-only-today", &[("field", only_today.into())]),
            ),
            FileChange::ScenarioAdded(name) => (
                ChangeSign::Added,
                self.with("versions-scenario-added", &[("name", name.as_str().into())]),
            ),
            FileChange::ScenarioRemoved(name) => (
                ChangeSign::Removed,
                self.with("versions-scenario-removed", &[("name", name.as_str().into())]),
            ),
            FileChange::ScenarioRenamed(was, is) => {
                let arguments = [("before", was.as_str().into()), ("after", is.as_str().into())];
                (ChangeSign::Changed, self.with("versions-scenario-renamed", &arguments))
            }
            FileChange::Comments(said) => {
                (ChangeSign::Changed, self.said_since("versions-comments", said))
            }
            FileChange::Notes(said) => {
                (ChangeSign::Changed, self.said_since("versions-notes", said))
            }
            FileChange::Reviews(said) => {
                (ChangeSign::Changed, self.said_since("versions-reviews", said))
            }
            FileChange::Asked(true) => (ChangeSign::Added, self.text("versions-asked").to_owned()),
            FileChange::Asked(false) => {
                (ChangeSign::Removed, self.text("versions-not-asked").to_owned())
            }
            FileChange::Lesson(difference) => {
                let text = self.text(match difference {
                    Difference::Added => "versions-lesson-added",
                    Difference::Removed => "versions-lesson-removed",
                    Difference::Changed => "versions-lesson-changed",
                });
                ((*difference).into(), text.to_owned())
            }
            FileChange::Judged(what, how, name) => {
                let what = self.text(judged_key(*what));
                let named = match name.as_str() {
                    "" => what.to_owned(),
                    name => {
                        let arguments = [("what", what.into()), ("name", name.into())];
                        self.with("versions-judged-named", &arguments)
                    }
                };
                let key = match how {
                    Difference::Added => "versions-judged-added",
                    Difference::Removed => "versions-judged-removed",
                    Difference::Changed => "versions-judged-changed",
                };
                ((*how).into(), self.with(key, &[("what", named.into())]))
            }
            FileChange::Sheet(sheet, change) => self.plan_change(sheet, change),
            FileChange::ScenarioOrder => {
                (ChangeSign::Moved, self.text("versions-scenario-order").to_owned())
            }
        }
    }

    /// How much was said since: `Comments: 2 new, 1 answered or closed`.
    fn said_since(&self, key: &'static str, said: &Said) -> String {
        let parts = [
            (said.new, "versions-said-new"),
            (said.gone, "versions-said-gone"),
            (said.otherwise, "versions-said-otherwise"),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(count, key)| self.with(key, &[("count", count.into())])).collect();
        self.with(key, &[("said", self.clauses(&parts).into())])
    }

    /// What a group of changes is called.
    #[must_use]
    pub fn change_group(&self, group: Group) -> &str {
        self.text(match group {
            Group::Figures => "versions-figures",
            Group::Customers => "versions-customers",
            Group::Other => "versions-other",
        })
    }

    /// What a measure of an effect is called.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> &str {
        match measure {
            Measure::Wait => self.text("versions-wait"),
            Measure::Capacity | Measure::ThroughputTime | Measure::Cost => {
                self.figure_name(measure.key())
            }
        }
    }

    /// An amount of a measure with the mark of what it rests on, or a dash.
    #[must_use]
    pub fn measured(
        &self,
        measure: Measure,
        value: Option<f64>,
        basis: Basis,
        currency: &str,
    ) -> String {
        let figure = value.map_or_else(|| Figure::lacking([]), |value| Figure::new(value, basis));
        self.marked(&figure, |value| Self::figure_amount(measure.key(), value, currency))
    }

    /// By how much a measure differs, with its sign, such as `+30 /h`; blank where it does not, a
    /// dash where that is not known.
    #[must_use]
    pub fn effect(&self, measure: Measure, value: Option<f64>, currency: &str) -> String {
        match value {
            None => self.text("no-figure").to_owned(),
            Some(value) if value.abs() > 0.0 => {
                let amount: Amount<'_> = Self::figure_amount(measure.key(), value, currency);
                let amount = self.amount(Self::difference(amount));
                if value > 0.0 { format!("+{amount}") } else { amount }
            }
            Some(_) => String::new(),
        }
    }
}

fn judged_key(what: Judged) -> &'static str {
    match what {
        Judged::Settings => "versions-judged-settings",
        Judged::Item => "versions-judged-item",
        Judged::Survey => "versions-judged-survey",
        Judged::Indicator => "versions-judged-indicator",
        Judged::Plan => "versions-judged-plan",
        Judged::Action => "versions-judged-action",
        Judged::Log => "versions-judged-log",
        Judged::Sheet => "versions-judged-sheet",
    }
}
