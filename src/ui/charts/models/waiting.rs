//! The time through the service against demand.

use crate::analysis::{Analysis, Basis, CurvePoint};

/// Where the picture ends above: so many times the time at 90 % of the capacity.
const TOP: f64 = 2.2;
/// How far it reaches beyond the capacity, at least and at most, in capacities.
const BEYOND: (f64, f64) = (1.09, 1.5);

/// The picture of the waits.
#[derive(Debug, PartialEq)]
pub(in crate::ui::charts) struct WaitingPicture {
    /// The curve, by demand per hour and seconds.
    pub curve: Vec<(f64, f64)>,
    /// How far each point of the curve can be trusted.
    pub bases: Vec<Basis>,
    /// Customers per hour that it goes up to without end.
    pub capacity_per_hour: f64,
    /// Seconds where nobody is ahead.
    pub rush_s: f64,
    /// The present demand, with the time through if there is one.
    pub present: Option<(f64, Option<f64>)>,
    /// By how many an hour the queue grows at the present demand.
    pub growth_per_hour: Option<f64>,
    /// 80 % and 90 % of the capacity: share, demand per hour, seconds.
    pub compared: Vec<(f64, f64, f64)>,
    /// Customers per hour at the right edge.
    pub end_per_hour: f64,
    /// Seconds at the upper edge.
    pub top_s: f64,
    /// The curve of the scenario that this one is compared with.
    pub other: Vec<(f64, f64)>,
}

impl WaitingPicture {
    /// Puts the picture together from a curve and the present figures.
    pub fn of(points: &[CurvePoint], analysis: &Analysis) -> Option<Self> {
        let first = points.first()?;
        let last = points.last()?;
        let capacity = last.demand_per_hour / last.utilisation;
        let rush_s = analysis.rush_order_time_s.value.unwrap_or(first.throughput_time_s);
        let at = |share: f64| {
            let point = points.iter().find(|point| (point.utilisation - share).abs() < 1e-9)?;
            Some((share, point.demand_per_hour, point.throughput_time_s))
        };
        let compared: Vec<(f64, f64, f64)> = [0.8, 0.9].into_iter().filter_map(at).collect();
        let present =
            analysis.demand_per_hour.value.map(|demand| (demand, analysis.throughput_time_s.value));
        let reached = compared.last().map_or(last.throughput_time_s, |mark| mark.2);
        let mut top_s = (TOP * reached).min(last.throughput_time_s).max(1.15 * rush_s);
        if let Some((_, Some(seconds))) = present {
            top_s = top_s.max(1.2 * seconds);
        }
        let demand = present.map_or(0.0, |(demand, _)| demand);
        let end = (1.06 * demand / capacity).clamp(BEYOND.0, BEYOND.1) * capacity;
        (capacity.is_finite() && top_s > 0.0).then_some(Self {
            curve: points.iter().map(|p| (p.demand_per_hour, p.throughput_time_s)).collect(),
            bases: points.iter().map(|point| point.basis).collect(),
            capacity_per_hour: capacity,
            rush_s,
            present,
            growth_per_hour: analysis.growth_per_hour.value.filter(|growth| *growth > 0.0),
            compared,
            end_per_hour: end,
            top_s,
            other: Vec::new(),
        })
    }

    /// Puts the curve of another scenario beside, on the same axes.
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(other) = other {
            self.end_per_hour = self.end_per_hour.max(other.end_per_hour);
            self.top_s = self.top_s.max(other.top_s);
            self.other = Self { top_s: self.top_s, ..other }.seen();
        }
        self
    }

    /// Seconds at a demand per hour, read off the curve between its points; `None` outside it.
    pub fn read(&self, demand: f64) -> Option<f64> {
        let after = self.curve.partition_point(|point| point.0 < demand);
        let next = *self.curve.get(after)?;
        let Some(before) = after.checked_sub(1).and_then(|at| self.curve.get(at)) else {
            return (demand >= 0.0).then_some(next.1);
        };
        let part = (demand - before.0) / (next.0 - before.0);
        Some(before.1 + part * (next.1 - before.1))
    }

    /// How far a time that is read off at a demand per hour can be trusted.
    pub fn basis(&self, demand: f64) -> Basis {
        let after = self.curve.partition_point(|point| point.0 < demand - 1e-9);
        self.bases.get(after).or(self.bases.last()).copied().unwrap_or(Basis::Exact)
    }

    /// The curve up to the upper edge of the picture, where it is cut.
    pub fn seen(&self) -> Vec<(f64, f64)> {
        let mut seen: Vec<(f64, f64)> = Vec::with_capacity(self.curve.len());
        for &(demand, seconds) in &self.curve {
            if seconds > self.top_s {
                if let Some(&(before, below)) = seen.last()
                    && seconds > below
                {
                    let part = (self.top_s - below) / (seconds - below);
                    seen.push((before + part * (demand - before), self.top_s));
                }
                break;
            }
            seen.push((demand, seconds));
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Figure;

    /// M/M/1 with one minute of service: 60 s ÷ (1 − share).
    fn queue() -> Vec<CurvePoint> {
        let shares = [0.005, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.985];
        let point = |share: f64| CurvePoint {
            demand_per_hour: 60.0 * share,
            utilisation: share,
            throughput_time_s: 60.0 / (1.0 - share),
            basis: Basis::Exact,
        };
        shares.map(point).to_vec()
    }

    fn at(demand: Option<f64>) -> Analysis {
        let time = |rate: f64| (rate < 60.0).then(|| 60.0 / (1.0 - rate / 60.0));
        let exact = |value: Option<f64>| value.map_or_else(Figure::default, Figure::exact);
        Analysis {
            rush_order_time_s: Figure::exact(60.0),
            demand_per_hour: exact(demand),
            throughput_time_s: exact(demand.and_then(time)),
            growth_per_hour: exact(demand.map(|rate| (rate - 60.0).max(0.0))),
            ..Analysis::default()
        }
    }

    #[test]
    fn nine_tenths_take_twice_as_long_as_eight() {
        let picture = WaitingPicture::of(&queue(), &at(Some(30.0))).unwrap();
        let marks: Vec<[f64; 3]> =
            picture.compared.iter().map(|(a, b, c)| [*a, *b, c.round()]).collect();
        assert_eq!(marks, [[0.8, 48.0, 300.0], [0.9, 54.0, 600.0]]);
        assert!((picture.capacity_per_hour - 60.0).abs() < 1e-9);
        assert_eq!(picture.present, Some((30.0, Some(120.0))));
        assert!(picture.end_per_hour > 60.0, "the line of the capacity stands inside");
    }

    #[test]
    fn the_curve_leaves_through_the_upper_edge() {
        let picture = WaitingPicture::of(&queue(), &at(None)).unwrap();
        let seen = picture.seen();
        let last = seen.last().unwrap();
        assert!((last.1 - picture.top_s).abs() < 1e-9 && last.0 < 59.1, "{last:?}");
        assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        let tall = WaitingPicture::of(&queue(), &at(Some(59.0))).unwrap();
        assert!(tall.top_s > 3_600.0, "the present point is never cut off");
    }

    #[test]
    fn two_scenarios_have_the_same_axes_whichever_is_shown() {
        let twice = |point: CurvePoint| CurvePoint {
            demand_per_hour: 2.0 * point.demand_per_hour,
            throughput_time_s: 0.7 * point.throughput_time_s,
            ..point
        };
        let before = || WaitingPicture::of(&queue(), &at(Some(54.0))).unwrap();
        let after = || {
            let points: Vec<CurvePoint> = queue().into_iter().map(twice).collect();
            WaitingPicture::of(&points, &at(Some(54.0))).unwrap()
        };
        let axes = |picture: WaitingPicture| (picture.end_per_hour, picture.top_s);
        assert_ne!(axes(before()), axes(after()), "alone each has its own");
        assert_eq!(axes(before().beside(Some(after()))), axes(after().beside(Some(before()))));
    }

    #[test]
    fn values_are_read_off_between_points() {
        let picture = WaitingPicture::of(&queue(), &at(None)).unwrap();
        assert_eq!(picture.read(48.0), Some(60.0 / (1.0 - 48.0 / 60.0)));
        let between = picture.read(45.0).unwrap();
        assert!((200.0..=300.0).contains(&between), "{between}");
        assert_eq!(picture.read(60.0), None);
        assert_eq!(picture.read(-1.0), None);
    }

    #[test]
    fn beyond_the_capacity_the_queue_grows() {
        let picture = WaitingPicture::of(&queue(), &at(Some(72.0))).unwrap();
        assert_eq!(picture.present, Some((72.0, None)));
        assert_eq!(picture.growth_per_hour, Some(12.0));
        assert!(picture.end_per_hour > 72.0);
        let far = WaitingPicture::of(&queue(), &at(Some(6_000.0))).unwrap();
        assert!((far.end_per_hour - 90.0).abs() < 1e-9, "the curve keeps its room");
    }

    #[test]
    fn no_points_make_no_picture() {
        assert_eq!(WaitingPicture::of(&[], &at(None)), None);
    }
}
