//! The time line of a visit, put into rows and into words.

use crate::analysis::{Basis, Lack, Visit};
use crate::blueprint::{LaneId, Line, RoleId, Scenario, StepId, Zone};
use crate::drawing::charts::{self, VisitMark, VisitValues};

use super::axes::mark_of_time;
use super::truth::{marked, worst};
use super::{Shown, Table};

/// Rows of one lane at most where steps share rows; each bar looks for its place among them.
const MOST_SIDE_BY_SIDE: usize = 400;

/// The picture of a visit.
#[derive(Debug, PartialEq)]
struct Timeline {
    /// From top to bottom, in the order of the sheet.
    pub rows: Vec<Row>,
    /// Seconds until the customer leaves.
    pub total_s: f64,
    /// Seconds of it that the customer waits, on the longest way.
    pub waits_s: f64,
    /// Whether all waits are known; without demand none is.
    pub waits_known: bool,
    /// Seconds at the right edge.
    pub end_s: f64,
    /// Whether some stops could last longer without the customer leaving later, so that the
    /// critical path is worth marking.
    pub has_slack: bool,
}

/// A row of the picture.
#[derive(Debug, PartialEq)]
enum Row {
    /// Steps of a lane that do not overlap, by start.
    Bars {
        zone: Zone,
        lane: LaneId,
        /// Whether it is the first of its lane.
        first: bool,
        bars: Vec<Passed>,
    },
    /// The line of visibility: what stands below it is hidden from the customer.
    Visibility,
}

/// One step of the visit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Passed {
    pub step: StepId,
    pub role: Option<RoleId>,
    pub start_s: f64,
    pub end_s: f64,
    /// Seconds of waiting that are shown before it; zero on all steps of a stop but one.
    pub wait_s: f64,
    /// Seconds that its stop could last longer.
    pub slack_s: f64,
    pub visible: bool,
    pub triggered: bool,
    /// Whether it lies on the longest way.
    pub critical: bool,
}

impl Timeline {
    /// Puts a visit into rows: one for each step where that makes at most `most_rows`, else steps of
    /// a lane share rows as long as they do not overlap. `None` where nothing is passed.
    pub fn of(visit: &Visit, scenario: &Scenario, most_rows: usize) -> Option<Self> {
        if visit.stops.is_empty()
            || visit.lacks.iter().any(|lack| matches!(lack, Lack::Flow | Lack::SoundFlow))
        {
            return None;
        }
        let end_s = visit.stops.iter().map(|stop| stop.end_s).fold(visit.total_s, f64::max);
        let mut critical = visit.critical.clone();
        critical.sort_unstable();
        let is_critical = |step: &StepId| critical.binary_search(step).is_ok();
        let mut lanes: Vec<(Zone, LaneId, Vec<Passed>)> = Zone::ALL
            .into_iter()
            .flat_map(|zone| scenario.lanes_of(zone).map(move |(id, _)| (zone, id, Vec::new())))
            .collect();
        let mut waits_s = 0.0;
        for stop in &visit.stops {
            if stop.steps.iter().any(|step| is_critical(&step.step)) {
                waits_s += stop.wait_s;
            }
            // The wait is the customer's: it is shown where he stands, if he is there.
            let waiting = stop.steps.iter().min_by_key(|step| (step.zone, step.step));
            let waiting = waiting.map(|step| step.step);
            for step in &stop.steps {
                let Some((.., bars)) = lanes.iter_mut().find(|lane| lane.1 == step.lane) else {
                    continue;
                };
                bars.push(Passed {
                    step: step.step,
                    role: step.roles.first().copied(),
                    start_s: step.start_s,
                    end_s: step.end_s,
                    wait_s: if waiting == Some(step.step) { stop.wait_s } else { 0.0 },
                    slack_s: stop.slack_s.unwrap_or(0.0),
                    visible: step.visible,
                    triggered: stop.triggered,
                    critical: is_critical(&step.step),
                });
            }
        }
        let steps: usize = lanes.iter().map(|(.., bars)| bars.len()).sum();
        let own_rows = steps < most_rows;
        let mut rows = Vec::new();
        let mut was_visible = false;
        for (zone, lane, bars) in lanes.into_iter().filter(|(.., bars)| !bars.is_empty()) {
            if was_visible && !zone.is_visible() {
                rows.push(Row::Visibility);
            }
            was_visible = zone.is_visible();
            for (at, bars) in in_rows(bars, own_rows).into_iter().enumerate() {
                rows.push(Row::Bars { zone, lane, first: at == 0, bars });
            }
        }
        Some(Self {
            rows,
            total_s: visit.total_s,
            waits_s,
            waits_known: visit.stops.iter().all(|stop| stop.waits_known),
            end_s,
            has_slack: visit.stops.iter().any(|stop| stop.slack_s > Some(1e-9)),
        })
    }
}

/// Puts bars, which come by start, into as few rows as hold them without overlap.
fn in_rows(bars: Vec<Passed>, own_rows: bool) -> Vec<Vec<Passed>> {
    if own_rows {
        return bars.into_iter().map(|bar| vec![bar]).collect();
    }
    let mut rows: Vec<Vec<Passed>> = Vec::new();
    for bar in bars {
        let from = bar.start_s - bar.wait_s;
        let free = |row: &Vec<Passed>| {
            row.last().is_none_or(|last| last.end_s <= from + 1e-9 * from.abs())
        };
        match rows.iter().position(free) {
            Some(row) => rows[row].push(bar),
            None if rows.len() < MOST_SIDE_BY_SIDE => rows.push(vec![bar]),
            // So many at once are drawn over each other rather than one below the other.
            None => rows[MOST_SIDE_BY_SIDE - 1].push(bar),
        }
    }
    rows
}

impl Timeline {
    /// The steps of all rows.
    fn bars(&self) -> impl Iterator<Item = &Passed> {
        self.rows.iter().flat_map(|row| match row {
            Row::Bars { bars, .. } => bars.as_slice(),
            Row::Visibility => &[],
        })
    }
}

/// How far the times of a visit can be trusted.
#[derive(Clone, Copy)]
struct Trust {
    /// Those that hold waits: how long it takes, when a step starts.
    basis: Basis,
    /// All waits together.
    waits: Basis,
    /// Whether the visit that is drawn takes as long as one does on average: no way is left out.
    is_average: bool,
}

impl Trust {
    fn of(shown: &Shown<'_>, picture: &Timeline) -> Self {
        let analysis = shown.analysis;
        let through = if picture.waits_known {
            &analysis.throughput_time_s
        } else {
            &analysis.rush_order_time_s
        };
        let passed = picture.bars().filter(|bar| bar.wait_s > 0.0 && bar.critical);
        let waits = worst(passed.filter_map(|bar| Some(&analysis.steps.get(&bar.step)?.wait_s)));
        let same = |seconds: f64| (seconds - picture.total_s).abs() <= 1e-3 * picture.total_s;
        let is_average = through.value.is_some_and(same);
        let basis = match through.value {
            Some(_) if is_average => through.basis,
            // Of a visit of its own only the marks of its waits are known.
            _ => waits,
        };
        Self { basis, waits, is_average }
    }
}

/// The chart of a visit.
pub struct VisitChart<'a> {
    shown: Shown<'a>,
    timeline: Timeline,
    trust: Trust,
    lacks: &'a [Lack],
    /// Whether the marks are explained.
    legend: bool,
}

impl<'a> VisitChart<'a> {
    /// Of a visit: a row for each step where that makes at most `most_rows`. `None` where nothing is
    /// passed.
    #[must_use]
    pub fn of(shown: Shown<'a>, visit: &'a Visit, most_rows: usize, legend: bool) -> Option<Self> {
        let timeline = Timeline::of(visit, shown.scenario, most_rows)?;
        let trust = Trust::of(&shown, &timeline);
        Some(Self { shown, timeline, trust, lacks: &visit.lacks, legend })
    }

    /// On an axis that ends no sooner: one with that of another visit.
    #[must_use]
    pub fn until(mut self, end_s: f64) -> Self {
        if self.takes_time() {
            self.timeline.end_s = self.timeline.end_s.max(end_s);
        }
        self
    }

    /// Whether the visit takes any time, so that there is an axis.
    #[must_use]
    pub fn takes_time(&self) -> bool {
        self.timeline.end_s > 0.0
    }

    /// What is to be seen, in a sentence; blank where that is not known.
    #[must_use]
    pub fn headline(&self) -> String {
        if !self.lacks.is_empty() {
            // What is missing stands at the foot, and how long it takes is not known.
            return String::new();
        }
        let words = self.shown.words;
        let (trust, timeline) = (self.trust, &self.timeline);
        let time = marked(words, trust.basis, &words.time(timeline.total_s));
        if timeline.waits_known {
            let wait = marked(words, trust.waits, &words.time(timeline.waits_s));
            let key = if trust.is_average { "chart-visit-now" } else { "chart-visit-likeliest" };
            words.with(key, &[("time", time.into()), ("wait", wait.into())])
        } else {
            let key =
                if trust.is_average { "chart-visit-empty" } else { "chart-visit-likeliest-empty" };
            words.with(key, &[("time", time.into())])
        }
    }

    /// A step as it is read aloud.
    #[must_use]
    pub fn spoken(&self, step: StepId) -> String {
        let Shown { scenario, words, .. } = self.shown;
        let when = self.bar(step).map_or_else(String::new, |bar| self.when(bar));
        words.labelled(words.step(step, scenario), &when)
    }

    /// What a step says when it is pointed at, line by line.
    #[must_use]
    pub fn hover(&self, step: StepId) -> Vec<String> {
        let Shown { scenario, words, .. } = self.shown;
        let Some(bar) = self.bar(step) else { return Vec::new() };
        let said = |key: &str| words.text(key).to_owned();
        let mut lines = vec![words.step(step, scenario).to_owned()];
        lines.extend(bar.role.map(|role| words.role(role, scenario).to_owned()));
        lines.push(self.when(bar));
        if bar.wait_s > 0.0 {
            lines.push(self.waits(bar));
        }
        lines.push(said(if bar.visible { "chart-visit-visible" } else { "chart-visit-hidden" }));
        if bar.triggered {
            lines.push(said("chart-visit-triggered"));
        } else if bar.slack_s > 1e-9 {
            let time = words.time(bar.slack_s);
            lines.push(words.with("chart-visit-slack", &[("time", time.into())]));
        } else if bar.critical {
            lines.push(said("chart-visit-critical"));
        }
        lines
    }

    /// The visit as a table: a step to a row, in the order of time.
    #[must_use]
    pub fn table(&self) -> Table {
        let Shown { scenario, words, .. } = self.shown;
        let mut bars: Vec<&Passed> = self.timeline.bars().collect();
        bars.sort_by(|a, b| a.start_s.total_cmp(&b.start_s).then(a.step.cmp(&b.step)));
        let row = |bar: &Passed| {
            vec![
                words.step(bar.step, scenario).to_owned(),
                words.time(bar.start_s),
                words.time(bar.end_s),
                self.wait_time(bar),
            ]
        };
        let head = ["column-step", "chart-column-from", "chart-column-to", "column-wait"];
        Table {
            name: words.text("chart-tab-visit").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).into(),
            rows: bars.into_iter().map(row).collect(),
        }
    }

    fn bar(&self, step: StepId) -> Option<&Passed> {
        self.timeline.bars().find(|bar| bar.step == step)
    }

    /// From when to when a step takes.
    fn when(&self, bar: &Passed) -> String {
        let words = self.shown.words;
        // As good as the waits that lie before.
        let (from, to) = (words.time(bar.start_s), words.time(bar.end_s));
        let from = if bar.start_s > 0.0 { marked(words, self.trust.waits, &from) } else { from };
        words.with("chart-visit-when", &[("from", from.into()), ("to", to.into())])
    }

    /// The wait before a step with the mark of the tiles.
    fn wait_time(&self, bar: &Passed) -> String {
        let words = self.shown.words;
        let figures = self.shown.analysis.steps.get(&bar.step);
        let basis = figures.map_or(Basis::Exact, |figures| figures.wait_s.basis);
        marked(words, basis, &words.time(bar.wait_s))
    }

    fn waits(&self, bar: &Passed) -> String {
        let time = self.wait_time(bar);
        self.shown.words.with("chart-visit-waits", &[("time", time.into())])
    }

    fn lane(&self, zone: Zone, lane: LaneId) -> String {
        let Shown { words, scenario, .. } = self.shown;
        if scenario.lanes().contains_key(&lane) {
            words.lane(scenario, lane).into_owned()
        } else {
            words.zone(zone).to_owned()
        }
    }

    fn drawn(&self, bar: &Passed) -> charts::VisitBar {
        let role = bar.role.and_then(|role| self.shown.scenario.roles().get(&role));
        charts::VisitBar {
            step: bar.step,
            role: role.map(|role| role.colour),
            start_s: bar.start_s,
            end_s: bar.end_s,
            wait_s: bar.wait_s,
            slack_s: bar.slack_s,
            triggered: bar.triggered,
            critical: bar.critical,
        }
    }
}

impl VisitValues for VisitChart<'_> {
    fn count(&self) -> usize {
        self.timeline.rows.len()
    }

    fn row(&self, at: usize) -> Option<charts::VisitRow> {
        Some(match self.timeline.rows.get(at)? {
            Row::Visibility => charts::VisitRow::Visibility,
            Row::Bars { zone, lane, first, bars } => charts::VisitRow::Bars {
                zone: *zone,
                lane: self.lane(*zone, *lane),
                first: *first,
                bars: bars.iter().map(|bar| self.drawn(bar)).collect(),
            },
        })
    }

    fn lanes(&self) -> Vec<String> {
        let name = |row: &Row| match row {
            Row::Bars { zone, lane, first: true, .. } => Some(self.lane(*zone, *lane)),
            _ => None,
        };
        self.timeline.rows.iter().filter_map(name).collect()
    }

    fn name(&self, step: StepId) -> String {
        self.shown.words.step(step, self.shown.scenario).to_owned()
    }

    fn wait(&self, bar: &charts::VisitBar) -> String {
        self.bar(bar.step).map_or_else(String::new, |bar| self.waits(bar))
    }

    fn total(&self) -> (f64, String) {
        let words = self.shown.words;
        let total_s = self.timeline.total_s;
        (total_s, marked(words, self.trust.basis, &words.time(total_s)))
    }

    fn end_s(&self) -> f64 {
        self.timeline.end_s
    }

    fn mark(&self, seconds: f64) -> String {
        mark_of_time(self.shown.words, seconds, self.timeline.end_s)
    }

    fn marks_path(&self) -> bool {
        self.timeline.has_slack
    }

    fn line(&self) -> &str {
        self.shown.words.line(Line::Visibility)
    }

    fn legend(&self) -> Vec<(VisitMark, String)> {
        if !self.legend {
            return Vec::new();
        }
        let has_slack = self.timeline.has_slack;
        let any = |is: fn(&Passed) -> bool| self.timeline.bars().any(is);
        [
            (VisitMark::Wait, "chart-visit-legend-wait", any(|bar| bar.wait_s > 0.0)),
            (VisitMark::Critical, "chart-visit-legend-critical", has_slack),
            (VisitMark::Slack, "chart-visit-legend-slack", has_slack),
            (VisitMark::Triggered, "chart-visit-legend-triggered", any(|bar| bar.triggered)),
        ]
        .into_iter()
        .filter(|(.., occurs)| *occurs)
        .map(|(mark, key, _)| (mark, self.shown.words.text(key).to_owned()))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Stop, StopStep};
    use crate::blueprint::{IdSource, Lane};

    /// A sheet with one lane of each zone, and where its lanes are.
    fn sheet() -> (Scenario, IdSource) {
        let mut ids = IdSource::default();
        let scenario = Scenario::empty("Test", &mut ids);
        (scenario, ids)
    }

    /// A visit from rows of stop: wait, and steps by zone and length.
    fn visit(scenario: &Scenario, ids: &mut IdSource, stops: &[(f64, &[(Zone, f64)])]) -> Visit {
        let mut visit = Visit::default();
        for (wait_s, steps) in stops {
            let start_s = visit.total_s + wait_s;
            let passed: Vec<StopStep> = steps
                .iter()
                .map(|(zone, lasts_s)| StopStep {
                    step: ids.fresh(),
                    lane: scenario.lanes_of(*zone).next().unwrap().0,
                    zone: *zone,
                    visible: zone.is_visible(),
                    start_s,
                    end_s: start_s + lasts_s,
                    roles: Vec::new(),
                })
                .collect();
            let end_s = passed.iter().map(|step| step.end_s).fold(start_s, f64::max);
            visit.critical.extend(passed.iter().find(|s| s.end_s >= end_s).map(|s| s.step));
            visit.total_s = end_s;
            visit.stops.push(Stop {
                start_s,
                end_s,
                wait_s: *wait_s,
                waits_known: true,
                slack_s: Some(0.0),
                triggered: false,
                steps: passed,
            });
        }
        visit
    }

    fn zones(picture: &Timeline) -> Vec<Option<(Zone, usize)>> {
        let zone = |row: &Row| match row {
            Row::Bars { zone, bars, .. } => Some((*zone, bars.len())),
            Row::Visibility => None,
        };
        picture.rows.iter().map(zone).collect()
    }

    #[test]
    fn rows_follow_the_sheet_with_the_line_of_visibility_between() {
        let (scenario, mut ids) = sheet();
        let visit = visit(
            &scenario,
            &mut ids,
            &[
                (0.0, &[(Zone::Customer, 15.0), (Zone::Frontstage, 15.0)]),
                (30.0, &[(Zone::Customer, 60.0), (Zone::Backstage, 60.0)]),
            ],
        );
        let picture = Timeline::of(&visit, &scenario, 9).unwrap();
        let (customer, front, back) = (Zone::Customer, Zone::Frontstage, Zone::Backstage);
        let expect =
            [Some((customer, 1)), Some((customer, 1)), Some((front, 1)), None, Some((back, 1))];
        assert_eq!(zones(&picture), expect);
        assert_eq!((picture.total_s, picture.waits_s), (105.0, 30.0));
        let packed = Timeline::of(&visit, &scenario, 3).unwrap();
        assert_eq!(zones(&packed), [Some((customer, 2)), Some((front, 1)), None, Some((back, 1))]);
    }

    #[test]
    fn the_customer_waits_once_for_a_stop() {
        let (scenario, mut ids) = sheet();
        let steps: &[(Zone, f64)] = &[(Zone::Backstage, 60.0), (Zone::Customer, 20.0)];
        let visit = visit(&scenario, &mut ids, &[(30.0, steps)]);
        let picture = Timeline::of(&visit, &scenario, 9).unwrap();
        let waits: Vec<f64> = picture
            .rows
            .iter()
            .filter_map(|row| match row {
                Row::Bars { bars, .. } => Some(bars[0].wait_s),
                Row::Visibility => None,
            })
            .collect();
        assert_eq!(waits, [30.0, 0.0], "in the customer's lane, not behind the scenes");
    }

    #[test]
    fn what_goes_on_at_once_gets_rows_of_its_own() {
        let (scenario, mut ids) = sheet();
        let at_once: &[(Zone, f64)] = &[(Zone::Frontstage, 60.0), (Zone::Frontstage, 40.0)];
        let after: &[(Zone, f64)] = &[(Zone::Frontstage, 10.0)];
        let visit = visit(&scenario, &mut ids, &[(0.0, at_once), (0.0, after)]);
        let picture = Timeline::of(&visit, &scenario, 1).unwrap();
        assert_eq!(zones(&picture), [Some((Zone::Frontstage, 2)), Some((Zone::Frontstage, 1))]);
    }

    #[test]
    fn a_second_lane_of_a_zone_is_told_apart() {
        let (mut scenario, mut ids) = sheet();
        scenario.add_lane(Lane::new(Zone::Frontstage), &mut ids);
        let mut both = visit(
            &scenario,
            &mut ids,
            &[(0.0, &[(Zone::Frontstage, 5.0), (Zone::Frontstage, 5.0)])],
        );
        both.stops[0].steps[1].lane = scenario.lanes_of(Zone::Frontstage).nth(1).unwrap().0;
        let picture = Timeline::of(&both, &scenario, 9).unwrap();
        let first = |row: &Row| matches!(row, Row::Bars { first: true, .. });
        assert_eq!(picture.rows.iter().filter(|row| first(row)).count(), 2);
    }

    #[test]
    fn without_a_flow_there_is_no_picture() {
        let (scenario, _) = sheet();
        assert_eq!(Timeline::of(&Visit::default(), &scenario, 9), None);
    }
}
