//! What customers see of a service and what stays hidden.

use super::figure::Figure;
use crate::blueprint::{Line, ValueKind, Zone};

/// How a customer meets the service: what lies on either side of each line, and what the time is
/// worth. All per customer, over the visits of the compiled flow.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Experience {
    /// The work in each zone, in the order of [`Zone::ALL`]. Evidence takes no part in the flow, so
    /// its zone has time only where somebody acts in it.
    pub zones: [WorkTime; 5],
    /// What lies on either side of each line and crosses it, in the order of [`Line::ALL`].
    pub lines: [LineFigures; 3],
    /// How often the customer meets the frontstage (Normann 1984; Bitner, Ostrom & Morgan 2008):
    /// Together and Flow links between the two zones, as often as they are used.
    pub moments_of_truth: Figure,
    /// How often the work passes from staff to staff of whom none has the same role.
    ///
    /// Counted along Flows and Triggers from each moment with staff to the next with staff; moments
    /// without staff in between are looked through. Each branch of a fork hands over.
    pub hand_offs: Figure,
    /// The shares of the customer's time in an empty system that add value, that are necessary and
    /// that are waste, in the order of [`ValueKind::ALL`] (1 = 100 %). While several steps of a
    /// moment go on, the best of them counts; what no mark covers is left to 1.
    pub value_shares: [Figure; 3],
    /// The share of the throughput time that is added by waiting, at the demand (1 = 100 %).
    pub waiting_share: Figure,
    /// The share of the throughput time during which the customer is served, at the demand
    /// (1 = 100 %): rush-order time ÷ throughput time.
    pub flow_efficiency: Figure,
}

/// Work for one customer in a part of the sheet. In each moment the longest step counts, as steps
/// of a moment start together; a step without its own time lasts as long as its moment. Waits are
/// not counted.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct WorkTime {
    /// Seconds, triggered work included.
    pub time_s: Figure,
    /// Of them, seconds of triggered work, for which the customer does not wait.
    pub triggered_s: Figure,
}

/// What lies on either side of a line, and what crosses it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LineFigures {
    /// The work above the line: on the customer's side.
    pub in_front: WorkTime,
    /// The work below the line.
    pub behind: WorkTime,
    /// Together and Flow links across the line, as often as a customer uses them. Across the line
    /// of internal interaction each is an internal hand-off.
    pub crossings: Figure,
    /// Triggers across the line, as often as a customer sets them off.
    pub triggers: Figure,
}

impl Experience {
    /// The work in a zone.
    #[must_use]
    pub fn zone(&self, zone: Zone) -> &WorkTime {
        &self.zones[zone as usize]
    }

    /// What lies on either side of a line, and what crosses it.
    #[must_use]
    pub fn line(&self, line: Line) -> &LineFigures {
        &self.lines[line as usize]
    }

    /// The work in a part of the sheet.
    #[must_use]
    pub fn work_in(&self, stretch: Stretch) -> &WorkTime {
        match stretch {
            Stretch::Zone(zone) => self.zone(zone),
            Stretch::InFrontOf(line) => &self.line(line).in_front,
            Stretch::Behind(line) => &self.line(line).behind,
        }
    }

    /// The share of the customer's time that is worth so much.
    #[must_use]
    pub fn value_share(&self, value: ValueKind) -> &Figure {
        &self.value_shares[value as usize]
    }
}

/// A part of the sheet that work is added up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stretch {
    /// One zone.
    Zone(Zone),
    /// Everything above a line.
    InFrontOf(Line),
    /// Everything below a line.
    Behind(Line),
}

impl Stretch {
    /// Whether a zone belongs to it.
    #[must_use]
    pub fn holds(self, zone: Zone) -> bool {
        match self {
            Self::Zone(only) => zone == only,
            Self::InFrontOf(line) => zone <= line.zone_above(),
            Self::Behind(line) => zone > line.zone_above(),
        }
    }
}

/// What crossings are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contact {
    /// Together and Flow links across a line.
    Crossing(Line),
    /// Triggers across a line.
    Trigger(Line),
    /// Together and Flow links between customer actions and frontstage (Normann 1984).
    MomentOfTruth,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_lines_and_values_are_found_by_their_place() {
        let mut experience = Experience::default();
        for (at, zone) in Zone::ALL.into_iter().enumerate() {
            experience.zones[at].time_s = Figure::exact(at as f64);
            assert_eq!(experience.zone(zone).time_s.value, Some(at as f64));
        }
        for (at, line) in Line::ALL.into_iter().enumerate() {
            experience.lines[at].crossings = Figure::exact(at as f64);
            assert_eq!(experience.line(line).crossings.value, Some(at as f64));
            assert_eq!(line.zone_above().line_below(), Some(line));
        }
        for (at, value) in ValueKind::ALL.into_iter().enumerate() {
            experience.value_shares[at] = Figure::exact(at as f64);
            assert_eq!(experience.value_share(value).value, Some(at as f64));
        }
    }
}
