//! A step of a handbook: what it is for, who does it and how, how long it takes, and what if it fails.

use super::served::Served;
use crate::blueprint::{
    FailPoint, Law, Need, Rating, RiskResponse, Scenario, ServiceTime, Span, Step, StepId, Zone,
};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook};
use crate::pictures::Shown;
use crate::reports::Draft;
use crate::wording::Wording;

/// The most that a fail point is rated with.
const MOST_RATING: u8 = 10;
/// The most stars.
const MOST_STARS: u8 = 5;

/// What is laid down, a row for each thing that is said.
pub(super) struct Rows<'a> {
    words: &'a Wording,
    table: DocumentTable,
}

impl<'a> Rows<'a> {
    pub(super) fn new(words: &'a Wording) -> Self {
        let columns = ["handbook-item", "handbook-content"];
        let columns = columns.map(|key| (words.text(key).to_owned(), false));
        Self { words, table: DocumentTable::with(columns) }
    }

    /// Adds what is said under the text of a key; nothing where nothing is said.
    pub(super) fn add(&mut self, key: &str, said: impl Into<String>) {
        let said: String = said.into();
        if !said.trim().is_empty() {
            let name = self.words.text(key).to_owned();
            self.table.row(RowLook::Plain, vec![name, said.trim().to_owned()]);
        }
    }
}

impl Draft<'_> {
    /// Puts down what was said, if anything.
    pub(super) fn lay_down(&mut self, rows: Rows<'_>) {
        if !rows.table.rows.is_empty() {
            self.blocks.push(DocumentBlock::Table(rows.table));
        }
    }

    /// How a step is done.
    pub(super) fn section(&mut self, served: &Served<'_>, id: StepId, step: &Step) {
        let Shown { scenario, words, .. } = self.source.shown;
        let mut rows = Rows::new(words);
        rows.add("details-purpose", step.purpose.as_str());
        rows.add("handbook-who", who(step, scenario, words));
        rows.add("details-owner", step.owner.as_str());
        rows.add("handbook-actions", numbered(&step.procedure));
        let moment = || served.moment(id).filter_map(|id| Some((id, scenario.steps().get(&id)?)));
        let customers = moment()
            .filter(|(other, step)| *other != id && scenario.zone_of(step) == Zone::Customer);
        let customers: Vec<&str> = customers.map(|(_, step)| step.name.as_str()).collect();
        rows.add("handbook-customer", words.list(&customers, customers.len()));
        let seen = served.seen(id);
        rows.add("handbook-seen", words.list(&seen, seen.len()));
        let time = step.time.as_ref().map(|time| lasting(time, words));
        rows.add("details-time", time.unwrap_or_default());
        let span =
            |span: Option<Span>| span.map_or_else(String::new, |span| words.time(span.seconds()));
        rows.add("details-setup", span(step.setup));
        rows.add("details-standard", span(step.standard));
        rows.add("details-acceptable", span(step.acceptable));
        rows.add("details-target", span(step.target));
        // Steps that go together wait together: the shortest wait is the one to keep to.
        let accepted = moment().filter_map(|(_, step)| step.wait.as_ref()?.acceptable);
        let accepted = accepted.min_by(|a, b| a.seconds().total_cmp(&b.seconds()));
        rows.add("handbook-accepted-wait", span(accepted));
        rows.add("details-documents", lines(&step.documents));
        rows.add("details-skills", lines(&step.skills));
        rows.add("details-manner", lines(&step.manner));
        rows.add("details-result", lines(&step.result));
        if let Some(fail) = &step.fail {
            failing(fail, scenario, &mut rows);
        }
        let around = moment().flat_map(|(_, step)| step.elements.iter().copied());
        let around: Vec<_> = around.collect();
        let elements = scenario.elements().iter().filter(|(id, _)| around.contains(id));
        let elements: Vec<String> = elements
            .map(|(_, element)| {
                let stars = |stars: u8| {
                    let arguments = [("number", stars.into()), ("most", MOST_STARS.into())];
                    words.with("handbook-of", &arguments)
                };
                let rated = element.rating.map(|rating| stars(rating.get()));
                let by_staff = element.staff_rating.map(|rating| {
                    let rated = stars(rating.get());
                    words.with("handbook-for-staff", &[("rated", rated.into())])
                });
                let rated: Vec<String> = rated.into_iter().chain(by_staff).collect();
                let name = element.name.trim();
                let said = match rated.as_slice() {
                    [] => name.to_owned(),
                    rated => words.labelled(name, &words.clauses(rated)),
                };
                match element.note.trim() {
                    "" => said,
                    note => words.said_why(&said, note),
                }
            })
            .collect();
        rows.add("handbook-surroundings", elements.join("\n"));
        self.heading(3, step.name.trim());
        self.lay_down(rows);
    }
}

/// The lines of a text, without blank ones.
pub(super) fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of a text, each with its number in place of one that it bears.
fn numbered(text: &str) -> String {
    let lines = text.lines().map(|line| without_number(line.trim()));
    let lines = lines.filter(|line| !line.is_empty()).zip(1..);
    lines.map(|(line, number)| format!("{number}. {line}")).collect::<Vec<_>>().join("\n")
}

/// A line without the number before it: `2. Sign` is `Sign`; `2.5 ml` stays as it is.
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = rest.len() < line.len();
    let wide = rest.strip_prefix(['、', '．', '）']);
    let narrow = rest.strip_prefix(['.', ')']);
    let narrow =
        narrow.filter(|rest| rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace()));
    wide.or(narrow).filter(|_| is_numbered).map_or(line, str::trim_start)
}

/// How long a step takes; a fixed time as people say it, whatever unit it was entered in.
pub(super) fn lasting(time: &ServiceTime, words: &Wording) -> String {
    match time.law() {
        Law::Fixed(_) => words.time(time.mean_s()),
        _ => words.service_time(time),
    }
}

/// Who does a step, and how many of them.
fn who(step: &Step, scenario: &Scenario, words: &Wording) -> String {
    let one = |need: &Need| {
        let names: Vec<&str> = need.roles.iter().map(|role| words.role(*role, scenario)).collect();
        let arguments = [("name", words.either(&names).into()), ("count", need.count.get().into())];
        let said = words.with("role-times", &arguments);
        if need.keep { words.with("handbook-stays", &[("who", said.into())]) } else { said }
    };
    let needs: Vec<String> = step.needs.iter().map(one).collect();
    words.clauses(&needs)
}

/// A rating with what it is out of.
pub(super) fn rated(rating: Option<Rating>, words: &Wording) -> String {
    rating.map_or_else(String::new, |rating| {
        let arguments = [("number", rating.get().into()), ("most", MOST_RATING.into())];
        words.with("handbook-of", &arguments)
    })
}

/// How a failure is put right: in words, and by which step.
pub(super) fn recovery(fail: &FailPoint, scenario: &Scenario, words: &Wording) -> String {
    let step = fail.recovery_step.map(|step| {
        words.labelled(words.text("details-recovery-step"), words.step(step, scenario))
    });
    lines(&format!("{}\n{}", fail.recovery, step.unwrap_or_default()))
}

/// What if a step fails.
fn failing(fail: &FailPoint, scenario: &Scenario, rows: &mut Rows<'_>) {
    let words = rows.words;
    let what = match fail.what.trim() {
        "" => words.text("report-risk-unnamed"),
        what => what,
    };
    rows.add("handbook-fails", what);
    let often = fail.how_often.map(|share| words.share(share));
    rows.add("details-fail-often", often.unwrap_or_default());
    rows.add("details-fail-severity", rated(fail.severity, words));
    rows.add("details-fail-detection", rated(fail.detection, words));
    let cause = fail.cause.map(|cause| words.fail_cause(cause));
    rows.add("details-cause", cause.unwrap_or_default());
    rows.add("details-recovery", recovery(fail, scenario, words));
    let recovered = fail.recovered.map(|share| words.share(share));
    rows.add("details-recovered", recovered.unwrap_or_default());
    rows.add("handbook-guard", fail.guard.as_str());
    let guards = fail.guard_kind.map(|kind| words.guard_kind(kind));
    rows.add("details-guard-kind", guards.unwrap_or_default());
    let response = fail.response.map(|response| match response {
        RiskResponse::Avoid => words.text("handbook-response-avoid"),
        RiskResponse::Transfer => words.text("handbook-response-transfer"),
        RiskResponse::Reduce => words.text("handbook-response-reduce"),
        RiskResponse::Accept => words.text("handbook-response-accept"),
    });
    rows.add("handbook-response", response.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_numbered_once() {
        assert_eq!(numbered("Look up\n\n  Note it \n"), "1. Look up\n2. Note it");
        assert_eq!(numbered("1. Look up\n2) Note it\n3、签字"), "1. Look up\n2. Note it\n3. 签字");
        assert_eq!(numbered("2.5 ml of it\n2 pictures"), "1. 2.5 ml of it\n2. 2 pictures");
        assert_eq!(numbered(" \n"), "");
    }
}
