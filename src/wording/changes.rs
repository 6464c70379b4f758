//! What differs between two scenarios, in words.

use super::excerpts::excerpts;
use super::numbers::Amount;
use super::texts::Wording;
use crate::analysis::{Figure, FigureKey};
use crate::blueprint::{
    DemandField, Field, FieldRef, FieldSort, LaneId, Link, LinkEnd, PhaseId, Places, Role,
    RoleField, Scenario, Shift, Step,
};
use crate::process::ProblemPlace;
use crate::redesign::{
    Comparison, Difference, FigureChange, FigureSubject, LinkChange, Move, RoleChange, SheetChange,
    StepChange, Verdict,
};

/// How many shifts of a role are named before the rest is counted.
const SHIFTS_NAMED: usize = 3;

/// What a line of changes is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeSign {
    /// Something came.
    Added,
    /// Something went.
    Removed,
    /// Something is not the same.
    Changed,
    /// A step went to another place.
    Moved,
}

impl ChangeSign {
    /// Its sign before a line, and on a card: `+`, `−`, `•`, `→`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "−",
            Self::Changed => "•",
            Self::Moved => "→",
        }
    }

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}

impl From<Difference> for ChangeSign {
    fn from(difference: Difference) -> Self {
        match difference {
            Difference::Added => Self::Added,
            Difference::Removed => Self::Removed,
            Difference::Changed => Self::Changed,
        }
    }
}

/// One line about what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// What sort of change it is.
    pub sign: ChangeSign,
    /// What it says.
    pub text: String,
    /// Where it is to be seen: in the second scenario, or in the first where it is no more.
    pub place: ProblemPlace,
}

/// Two scenarios under comparison.
struct Pair<'a> {
    words: &'a Wording,
    before: &'a Scenario,
    after: &'a Scenario,
    /// Whether whole texts are only named.
    in_short: bool,
}

impl Wording {
    /// What differs between two scenarios, line by line: roles, steps, links, the sheet, demand.
    /// Links that only follow a step that came or went are left out.
    #[must_use]
    pub fn changes(
        &self,
        comparison: &Comparison,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<ChangeWords> {
        Pair { words: self, before, after, in_short: false }.all(comparison)
    }

    /// As [`Wording::changes`], for readers who are far away: of whole texts only that they changed.
    #[must_use]
    pub fn changes_in_short(
        &self,
        comparison: &Comparison,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<ChangeWords> {
        Pair { words: self, before, after, in_short: true }.all(comparison)
    }

    /// What became of a step, one line for each change; nothing where it is the same.
    #[must_use]
    pub fn step_changes(
        &self,
        change: &StepChange,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<ChangeWords> {
        let mut lines = Vec::new();
        Pair { words: self, before, after, in_short: false }.step(change, &mut lines);
        lines
    }

    /// What became of a role, one line for each change; nothing where it is the same.
    #[must_use]
    pub fn role_changes(
        &self,
        change: &RoleChange,
        before: &Scenario,
        after: &Scenario,
    ) -> Vec<ChangeWords> {
        let mut lines = Vec::new();
        Pair { words: self, before, after, in_short: false }.role(change, &mut lines);
        lines
    }

    /// A value of a field in words; `None` for forms.
    pub(super) fn field_value(&self, value: FieldRef<'_>, scenario: &Scenario) -> Option<String> {
        Pair { words: self, before: scenario, after: scenario, in_short: false }
            .said(value, scenario)
    }

    /// A number of a compared figure with its unit.
    #[must_use]
    pub fn figure_amount(key: FigureKey, value: f64, currency: &str) -> Amount<'_> {
        match key {
            FigureKey::Capacity => Amount::PerHour(value),
            FigureKey::Utilisation
            | FigureKey::LabourUtilisation
            | FigureKey::Balance
            | FigureKey::ValueShare(_)
            | FigureKey::WaitingShare
            | FigureKey::FlowEfficiency => Amount::Share(value),
            FigureKey::CycleTime
            | FigureKey::RushOrderTime
            | FigureKey::ThroughputTime
            | FigureKey::LabourContent
            | FigureKey::WorkIn(_)
            | FigureKey::BreakEvenTime => Amount::Seconds(value),
            FigureKey::Cost
            | FigureKey::Profit
            | FigureKey::Margin
            | FigureKey::ProfitAtCapacity
            | FigureKey::BusyCost
            | FigureKey::ExecutionProfit
            | FigureKey::DelayCost => Amount::Money(value, currency),
            _ => Amount::Number(value),
        }
    }

    /// One side of a figure under comparison, or a dash.
    #[must_use]
    pub fn compared(&self, key: FigureKey, figure: &Figure, currency: &str) -> String {
        self.figure(figure, |value| Self::figure_amount(key, value, currency))
    }

    /// The difference of a figure with its sign, such as `+30 /h`; of shares in percentage points.
    /// Blank where nothing changed, or where a number is missing; where it is not known which is the
    /// greater, words that say so.
    #[must_use]
    pub fn figure_difference(&self, change: &FigureChange, currency: &str) -> String {
        if let Some(paired) = &change.paired {
            return self.paired_difference(change.key, paired, currency);
        }
        if change.is_uncertain() {
            return self.text("compare-uncertain").to_owned();
        }
        let Some(difference) = change.difference().filter(|_| change.verdict != Verdict::Same)
        else {
            return String::new();
        };
        let amount = match Self::figure_amount(change.key, difference, currency) {
            // As fine as the two amounts beside it, and what these differ by as they are shown: whoever
            // subtracts them finds it.
            Amount::Money(amount, currency) if is_in_cents(change, amount) => {
                let [was, is] = [&change.before, &change.after]
                    .map(|figure| (figure.value.unwrap_or_default() * 100.0).round());
                let cents = is - was;
                Amount::Money(if cents.abs() < 0.5 { amount } else { cents / 100.0 }, currency)
            }
            amount => amount,
        };
        let amount = self.amount(Self::difference(amount));
        if difference > 0.0 { format!("+{amount}") } else { amount }
    }

    /// By how much a figure differs between two scenarios that were simulated on the same customers:
    /// `−3 min 10 s ±25 s`.
    fn paired_difference(&self, key: FigureKey, difference: &Figure, currency: &str) -> String {
        let amount = |value| Self::difference(Self::figure_amount(key, value, currency));
        let sign = if difference.value.is_some_and(|value| value > 0.0) { "+" } else { "" };
        format!("{sign}{}", self.marked(difference, amount))
    }

    /// What the change of a figure means, in words.
    #[must_use]
    pub fn change_meaning(&self, change: &FigureChange) -> &str {
        if change.is_uncertain() && change.paired.is_some() {
            self.text("compare-no-difference-seen")
        } else if change.is_uncertain() {
            self.text("compare-uncertain-meaning")
        } else {
            self.verdict(change.verdict)
        }
    }

    /// What a verdict is called.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &str {
        self.text(match verdict {
            Verdict::Better => "compare-better",
            Verdict::Worse => "compare-worse",
            Verdict::Same => "compare-same",
            Verdict::Unclear => "compare-unclear",
        })
    }

    /// What a group of compared figures is called.
    #[must_use]
    pub fn figure_subject(&self, subject: FigureSubject) -> &str {
        self.text(match subject {
            FigureSubject::Capacity => "compare-subject-capacity",
            FigureSubject::Time => "compare-subject-time",
            FigureSubject::Experience => "compare-subject-experience",
            FigureSubject::Labour => "compare-subject-labour",
            FigureSubject::Money => "compare-subject-money",
        })
    }
}

impl Pair<'_> {
    /// All that differs.
    fn all(&self, comparison: &Comparison) -> Vec<ChangeWords> {
        let mut lines = Vec::new();
        lines.extend(comparison.demand.iter().flat_map(|field| self.demand(*field)));
        for change in &comparison.roles {
            self.role(change, &mut lines);
        }
        for change in &comparison.steps {
            self.step(change, &mut lines);
        }
        lines.extend(comparison.links.iter().filter(|it| !it.follows).map(|it| self.link(it)));
        lines.extend(comparison.sheet.iter().map(|change| self.sheet(*change)));
        lines
    }

    fn blank(&self) -> String {
        self.words.text("no-figure").to_owned()
    }

    fn or_blank(&self, value: Option<impl std::fmt::Display>) -> String {
        value.map_or_else(|| self.blank(), |value| value.to_string())
    }

    fn value(&self, name: &str, field: &str, before: String, after: String) -> String {
        let arguments = [
            ("name", name.into()),
            ("field", field.into()),
            ("before", before.into()),
            ("after", after.into()),
        ];
        self.words.with("compare-value", &arguments)
    }

    fn plain(&self, name: &str, difference: Difference) -> String {
        let key = match difference {
            Difference::Added => "compare-added",
            Difference::Removed => "compare-removed",
            Difference::Changed => "compare-changed",
        };
        self.words.with(key, &[("name", name.into())])
    }

    fn demand(&self, field: DemandField) -> Vec<ChangeWords> {
        let name = self.words.text("compare-demand");
        let (before, after) = (self.before.demand(), self.after.demand());
        let line =
            |text| ChangeWords { sign: ChangeSign::Changed, text, place: ProblemPlace::Sheet };
        if let (DemandField::Day, Some(was), Some(is)) = (field, &before.day, &after.day) {
            let differences = self.words.day_differences(was, is).into_iter();
            let lines = differences.map(|(field, was, is)| line(self.value(name, &field, was, is)));
            let lines: Vec<ChangeWords> = lines.collect();
            if !lines.is_empty() {
                return lines;
            }
        }
        // Where it follows from the day, it is said there.
        let derived = field == DemandField::OpeningHours && after.day.is_some();
        if derived && before.day.is_some() {
            return Vec::new();
        }
        vec![line(self.field(field, name, before, after))]
    }

    /// The shifts that only one of two versions of a role has, in words.
    fn shifts(&self, before: &Role, after: &Role) -> (String, String) {
        let only = |of: &Role, other: &Role| {
            let only: Vec<&Shift> =
                of.shifts.iter().filter(|shift| !other.shifts.contains(shift)).collect();
            if only.is_empty() {
                self.blank()
            } else {
                self.words.shifts(&only, SHIFTS_NAMED).join("; ")
            }
        };
        (only(before, after), only(after, before))
    }

    fn role(&self, change: &RoleChange, lines: &mut Vec<ChangeWords>) {
        let place = ProblemPlace::Role(change.role);
        let (before, after) =
            (self.before.roles().get(&change.role), self.after.roles().get(&change.role));
        let (Some(before), Some(after)) = (before, after) else {
            let name = after.or(before).map_or("", |role| &role.name);
            let text = self.plain(name, change.difference);
            lines.push(ChangeWords { sign: change.difference.into(), text, place });
            return;
        };
        for field in &change.fields {
            let (was, is) = self.shifts(before, after);
            let text = if *field == RoleField::Shifts && was != is {
                self.value(&after.name, self.words.text(field.label()), was, is)
            } else {
                self.field(*field, &after.name, before, after)
            };
            lines.push(ChangeWords { sign: ChangeSign::Changed, text, place });
        }
    }

    fn step(&self, change: &StepChange, lines: &mut Vec<ChangeWords>) {
        let place = ProblemPlace::Step(change.step);
        let (before, after) =
            (self.before.steps().get(&change.step), self.after.steps().get(&change.step));
        let mut line = |sign, text| lines.push(ChangeWords { sign, text, place });
        match (before, after) {
            (None, Some(after)) => {
                let zone = self.words.zone(self.after.zone_of(after));
                let arguments = [("name", after.name.as_str().into()), ("place", zone.into())];
                let text = self.words.with("compare-added-in", &arguments);
                line(ChangeSign::Added, self.with_fail_point(text, after));
            }
            (Some(before), None) => {
                let text = self.plain(&before.name, Difference::Removed);
                line(ChangeSign::Removed, self.with_fail_point(text, before));
            }
            (Some(before), Some(after)) => {
                if let Some(moved) = &change.moved {
                    self.moved(&after.name, moved, &mut line);
                }
                for field in &change.fields {
                    line(ChangeSign::Changed, self.field(*field, &after.name, before, after));
                }
            }
            (None, None) => {}
        }
    }

    /// A step that came or went, with what came or went with it that customers may meet.
    fn with_fail_point(&self, text: String, step: &Step) -> String {
        let Some(fail) = step.fail.as_ref().filter(|_| !self.in_short) else { return text };
        let risk = match fail.risk() {
            Some(risk) => {
                self.words.with("compare-with-risk", &[("risk", self.words.number(risk).into())])
            }
            None => self.words.text("compare-with-fail-point").to_owned(),
        };
        self.words.clauses(&[text, risk])
    }

    fn moved(&self, name: &str, moved: &Move, line: &mut impl FnMut(ChangeSign, String)) {
        let mut say = |key: &str, before: String, after: String| {
            let arguments =
                [("name", name.into()), ("before", before.into()), ("after", after.into())];
            line(ChangeSign::Moved, self.words.with(key, &arguments));
        };
        let (from, to) = moved.zones;
        if from != to {
            let lines: Vec<&str> =
                moved.crossed.iter().map(|line| self.words.line(*line)).collect();
            let lines = self.words.list(&lines, lines.len());
            let (before, after) = (self.words.zone(from), self.words.zone(to));
            let arguments = [
                ("name", name.into()),
                ("before", before.into()),
                ("after", after.into()),
                ("lines", lines.into()),
            ];
            // Between the evidence and the customer runs no line.
            if moved.crossed.is_empty() {
                say("compare-lane-moved", before.to_owned(), after.to_owned());
            } else {
                line(ChangeSign::Moved, self.words.with("compare-zone-moved", &arguments));
            }
        } else if moved.lanes.0 != moved.lanes.1 {
            let (before, after) = moved.lanes;
            say("compare-lane-moved", self.lane(before), self.lane(after));
        }
        if moved.phases.0 != moved.phases.1 {
            let (before, after) = moved.phases;
            let arguments = [
                ("name", name.into()),
                ("before", self.phase(before).into()),
                ("after", self.phase(after).into()),
            ];
            line(ChangeSign::Moved, self.words.with("compare-phase-moved", &arguments));
        } else if moved.reordered {
            line(ChangeSign::Moved, self.words.with("compare-reordered", &[("name", name.into())]));
        }
    }

    /// What became of a field of something that is in both.
    fn field<F: Field>(&self, field: F, of: &str, before: &F::Of, after: &F::Of) -> String {
        let words = self.words;
        let name = words.text(field.label());
        let is_long = matches!(field.sort(), FieldSort::Prose | FieldSort::Fail);
        if let (FieldRef::Fail(was), FieldRef::Fail(is)) = (field.of(before), field.of(after))
            && !self.in_short
        {
            let old = (was.as_ref(), self.before);
            if let Some(text) = words.fail_point_changed(of, old, (is.as_ref(), self.after)) {
                return text;
            }
        }
        let was = self.said(field.of(before), self.before).filter(|_| !self.in_short || !is_long);
        match (was, self.said(field.of(after), self.after)) {
            (Some(was), Some(is)) if was != is => {
                let (was, is) = excerpts(&was, &is);
                self.value(of, name, was, is)
            }
            _ => words.with("compare-field", &[("name", of.into()), ("field", name.into())]),
        }
    }

    /// A value in words; `None` for forms, which do not fit a line.
    fn said(&self, value: FieldRef<'_>, scenario: &Scenario) -> Option<String> {
        let words = self.words;
        Some(match value {
            FieldRef::Text(text) | FieldRef::Prose(text) => {
                self.or_blank(Some(text.trim()).filter(|text| !text.is_empty()))
            }
            FieldRef::Kind(kind) => words.step_kind(*kind).to_owned(),
            FieldRef::Time(time) => {
                self.or_blank(time.as_ref().map(|time| words.service_time(time)))
            }
            FieldRef::Span(span) => self.or_blank(span.map(|span| words.entered_span(span))),
            FieldRef::Needs(needs) if needs.is_empty() => self.blank(),
            FieldRef::Needs(needs) => {
                let needs: Vec<_> = needs.iter().map(|need| words.need(need, scenario)).collect();
                needs.join(" + ")
            }
            FieldRef::Places(None) => self.blank(),
            FieldRef::Places(Some(Places::Count(count))) | FieldRef::Count(count) => {
                count.to_string()
            }
            FieldRef::Places(Some(Places::Unlimited)) => {
                words.text("details-places-no-limit").to_owned()
            }
            FieldRef::Money(amount) | FieldRef::Variation(amount) => amount.to_string(),
            FieldRef::Price(amount) | FieldRef::Hours(amount) => self.or_blank(*amount),
            FieldRef::Arrivals(rate) => self.or_blank(rate.map(|rate| words.rate(rate.get()))),
            FieldRef::RoleKind(kind) => words.role_kind(*kind).to_owned(),
            FieldRef::Headcount(count) => count.to_string(),
            FieldRef::Colour(number) => number.to_string(),
            FieldRef::Presence(share) => words.share(*share),
            FieldRef::Roles(roles) if roles.is_empty() => self.blank(),
            FieldRef::Roles(roles) => {
                let names: Vec<&str> =
                    roles.iter().map(|role| words.role(*role, scenario)).collect();
                words.list(&names, names.len())
            }
            FieldRef::Share(share) => self.or_blank(share.map(|share| words.share(share))),
            FieldRef::Value(value) => self.or_blank(value.map(|value| words.value_kind(value))),
            FieldRef::Emotion(emotion) => {
                self.or_blank(emotion.map(|emotion| words.emotion(emotion)))
            }
            FieldRef::Meeting(meeting) => {
                self.or_blank(meeting.map(|meeting| words.meeting(meeting)))
            }
            FieldRef::Priority(priority) => {
                self.or_blank(priority.map(|priority| words.priority(priority)))
            }
            FieldRef::Date(date) => self.or_blank(date.map(|date| words.date(date))),
            FieldRef::Urgency(classes) => {
                let names: Vec<&str> = classes.iter().map(|class| class.name.as_str()).collect();
                self.or_blank((!names.is_empty()).then(|| words.list(&names, names.len())))
            }
            FieldRef::Wait(wait) => self.or_blank(wait.as_ref().map(|wait| words.wait(wait))),
            FieldRef::Day(day) => self.or_blank(day.as_deref().map(|day| words.day(day))),
            FieldRef::Fail(fail) => words.fail_point(fail.as_ref(), scenario),
            FieldRef::Elements(elements) => {
                let names = elements.iter().filter_map(|id| scenario.elements().get(id));
                let names: Vec<&str> = names.map(|element| element.name.as_str()).collect();
                if names.is_empty() { self.blank() } else { words.list(&names, names.len()) }
            }
            FieldRef::Shifts(_) => return None,
        })
    }

    fn ends(&self, link: &Link, scenario: &Scenario) -> String {
        let to = match link.to {
            LinkEnd::Step(to) => self.words.step(to, scenario),
            LinkEnd::Outside => self.words.text("place-outside"),
        };
        let from = self.words.step(link.from, scenario);
        self.words.with("place-between", &[("from", from.into()), ("to", to.into())])
    }

    fn link(&self, change: &LinkChange) -> ChangeWords {
        let place = ProblemPlace::Link(change.link);
        let (words, sign) = (self.words, change.difference.into());
        let text = match (&change.before, &change.after) {
            (Some(was), Some(is)) => {
                let said = |link: &Link, other: &Link, scenario: &Scenario| {
                    if link.kind != other.kind {
                        words.link_kind(link.kind).to_owned()
                    } else if link.share != other.share {
                        self.or_blank(link.share.map(|share| words.share(share)))
                    } else if link.label != other.label {
                        self.or_blank((!link.label.is_empty()).then(|| link.label.clone()))
                    } else {
                        self.ends(link, scenario)
                    }
                };
                let (before, after) = (said(was, is, self.before), said(is, was, self.after));
                let link = self.ends(is, self.after);
                let arguments =
                    [("link", link.into()), ("before", before.into()), ("after", after.into())];
                words.with("compare-link-changed", &arguments)
            }
            (None, Some(is)) => {
                let link = self.ends(is, self.after);
                words.with("compare-link-added", &[("link", link.into())])
            }
            (Some(was), None) => {
                let link = self.ends(was, self.before);
                words.with("compare-link-removed", &[("link", link.into())])
            }
            (None, None) => String::new(),
        };
        ChangeWords { sign, text, place }
    }

    fn lane(&self, id: LaneId) -> String {
        let mut sides = [self.after, self.before].into_iter();
        let with = sides.find(|scenario| scenario.lanes().contains_key(&id));
        with.map_or_else(|| self.blank(), |scenario| self.words.lane(scenario, id).into_owned())
    }

    fn phase(&self, id: PhaseId) -> String {
        let phase = self.after.phases().get(&id).or_else(|| self.before.phases().get(&id));
        match phase.map(|phase| phase.name.trim()) {
            Some("") | None => self.words.text("details-phase-unnamed").to_owned(),
            Some(name) => name.to_owned(),
        }
    }

    fn sheet(&self, change: SheetChange) -> ChangeWords {
        let words = self.words;
        let (sign, text) = match change {
            SheetChange::Lane(id, difference) => {
                let name = words.with("compare-lane", &[("name", self.lane(id).into())]);
                (difference.into(), self.plain(&name, difference))
            }
            SheetChange::Phase(id, difference) => {
                let name = words.with("compare-phase", &[("name", self.phase(id).into())]);
                (difference.into(), self.plain(&name, difference))
            }
            SheetChange::LaneOrder(zone) => {
                let zone = words.zone(zone).to_owned();
                let text = words.with("compare-lane-order", &[("zone", zone.into())]);
                (ChangeSign::Moved, text)
            }
            SheetChange::PhaseOrder => {
                (ChangeSign::Moved, words.text("compare-phase-order").to_owned())
            }
            SheetChange::Element(id, difference) => {
                let element =
                    self.after.elements().get(&id).or_else(|| self.before.elements().get(&id));
                let name = element.map_or("", |element| &element.name);
                (difference.into(), self.plain(name, difference))
            }
            SheetChange::Simulation => {
                let [was, is] = [self.before, self.after]
                    .map(|scenario| words.simulation_rules(&scenario.simulation_rules()));
                let text = words.with(
                    "compare-sheet-value",
                    &[
                        ("field", words.text("day-simulation").into()),
                        ("before", was.into()),
                        ("after", is.into()),
                    ],
                );
                (ChangeSign::Changed, text)
            }
            SheetChange::Typology => {
                (ChangeSign::Changed, words.text("compare-typology").to_owned())
            }
        };
        ChangeWords { sign, text, place: ProblemPlace::Sheet }
    }
}
/// Whether both amounts of a change are shown in whole cents, and so would be their difference.
fn is_in_cents(change: &FigureChange, difference: f64) -> bool {
    let shown = [&change.before, &change.after].map(|figure| figure.value.unwrap_or_default());
    shown.iter().all(|amount| amount.abs() >= 0.9995) && difference.abs() >= 0.005
}
