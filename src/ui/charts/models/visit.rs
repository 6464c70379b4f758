//! The time line of a visit, put into rows.

use crate::analysis::{Lack, Visit};
use crate::blueprint::{LaneId, RoleId, Scenario, StepId, Zone};

/// Rows of one lane at most where steps share rows; each bar looks for its place among them.
const MOST_SIDE_BY_SIDE: usize = 400;

/// The picture of a visit.
#[derive(Debug, PartialEq)]
pub(in crate::ui::charts) struct VisitPicture {
    /// From top to bottom, in the order of the sheet.
    pub rows: Vec<VisitRow>,
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
pub(in crate::ui::charts) enum VisitRow {
    /// Steps of a lane that do not overlap, by start.
    Bars {
        zone: Zone,
        lane: LaneId,
        /// Whether it is the first of its lane.
        first: bool,
        bars: Vec<VisitBar>,
    },
    /// The line of visibility: what stands below it is hidden from the customer.
    Visibility,
}

/// One step of the visit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui::charts) struct VisitBar {
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

impl VisitPicture {
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
        let mut lanes: Vec<(Zone, LaneId, Vec<VisitBar>)> = Zone::ALL
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
                bars.push(VisitBar {
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
                rows.push(VisitRow::Visibility);
            }
            was_visible = zone.is_visible();
            for (at, bars) in in_rows(bars, own_rows).into_iter().enumerate() {
                rows.push(VisitRow::Bars { zone, lane, first: at == 0, bars });
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
fn in_rows(bars: Vec<VisitBar>, own_rows: bool) -> Vec<Vec<VisitBar>> {
    if own_rows {
        return bars.into_iter().map(|bar| vec![bar]).collect();
    }
    let mut rows: Vec<Vec<VisitBar>> = Vec::new();
    for bar in bars {
        let from = bar.start_s - bar.wait_s;
        let free = |row: &Vec<VisitBar>| {
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
            let steps: Vec<StopStep> = steps
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
            let end_s = steps.iter().map(|step| step.end_s).fold(start_s, f64::max);
            visit.critical.extend(steps.iter().find(|s| s.end_s >= end_s).map(|s| s.step));
            visit.total_s = end_s;
            visit.stops.push(Stop {
                start_s,
                end_s,
                wait_s: *wait_s,
                waits_known: true,
                slack_s: Some(0.0),
                triggered: false,
                steps,
            });
        }
        visit
    }

    fn zones(picture: &VisitPicture) -> Vec<Option<(Zone, usize)>> {
        let zone = |row: &VisitRow| match row {
            VisitRow::Bars { zone, bars, .. } => Some((*zone, bars.len())),
            VisitRow::Visibility => None,
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
        let picture = VisitPicture::of(&visit, &scenario, 9).unwrap();
        let (customer, front, back) = (Zone::Customer, Zone::Frontstage, Zone::Backstage);
        let expect =
            [Some((customer, 1)), Some((customer, 1)), Some((front, 1)), None, Some((back, 1))];
        assert_eq!(zones(&picture), expect);
        assert_eq!((picture.total_s, picture.waits_s), (105.0, 30.0));
        let packed = VisitPicture::of(&visit, &scenario, 3).unwrap();
        assert_eq!(zones(&packed), [Some((customer, 2)), Some((front, 1)), None, Some((back, 1))]);
    }

    #[test]
    fn the_customer_waits_once_for_a_stop() {
        let (scenario, mut ids) = sheet();
        let steps: &[(Zone, f64)] = &[(Zone::Backstage, 60.0), (Zone::Customer, 20.0)];
        let visit = visit(&scenario, &mut ids, &[(30.0, steps)]);
        let picture = VisitPicture::of(&visit, &scenario, 9).unwrap();
        let waits: Vec<f64> = picture
            .rows
            .iter()
            .filter_map(|row| match row {
                VisitRow::Bars { bars, .. } => Some(bars[0].wait_s),
                VisitRow::Visibility => None,
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
        let picture = VisitPicture::of(&visit, &scenario, 1).unwrap();
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
        let picture = VisitPicture::of(&both, &scenario, 9).unwrap();
        let first = |row: &VisitRow| matches!(row, VisitRow::Bars { first: true, .. });
        assert_eq!(picture.rows.iter().filter(|row| first(row)).count(), 2);
    }

    #[test]
    fn without_a_flow_there_is_no_picture() {
        let (scenario, _) = sheet();
        assert_eq!(VisitPicture::of(&Visit::default(), &scenario, 9), None);
    }
}
