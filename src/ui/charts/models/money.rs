//! Where a customer's money goes, and profit against the time of execution.

use crate::analysis::{Basis, CostStructure, ProfitCurve, ProfitMark, ProfitMarkKind};
use crate::blueprint::RoleId;

/// How many times as far as what is drawn or stated the axis of time reaches at most.
const FURTHEST: f64 = 6.0;
/// Amounts below this share of the whole are not drawn.
const DUST: f64 = 1e-9;

/// What a customer pays, part by part: each begins where the one before ends.
#[derive(Debug, PartialEq)]
pub(in crate::ui::charts) struct MoneyPicture {
    /// From top to bottom: roles, overhead, material, and what is left or lacking.
    pub parts: Vec<MoneyPart>,
    /// The price, or the cost where there is none.
    pub total: f64,
    /// What a customer costs.
    pub cost: f64,
    /// What of it is paid for time without work.
    pub idle: f64,
    /// What is left of the price; below zero where it does not cover the cost.
    pub margin: Option<f64>,
    /// The amount at the right edge.
    pub end: f64,
    /// What a customer costs in the scenario that this one is compared with.
    pub other: Option<f64>,
    /// How far the cost can be trusted.
    pub basis: Basis,
}

/// A part of a customer's money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui::charts) struct MoneyPart {
    pub kind: PartKind,
    /// Where it begins and ends on the axis of money.
    pub from: f64,
    pub to: f64,
    /// For roles: where the part for work ends and that for idle time begins.
    pub busy_to: f64,
}

/// What a part goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::charts) enum PartKind {
    Role(RoleId),
    Overhead,
    Material,
    /// What is left.
    Margin,
    /// What the price does not cover.
    Loss,
}

impl MoneyPart {
    /// How much it is.
    pub fn amount(&self) -> f64 {
        self.to - self.from
    }
}

impl MoneyPicture {
    /// Puts the parts in a row; `None` where nothing costs anything and nothing is paid.
    pub fn of(structure: &CostStructure) -> Option<Self> {
        let mut parts = Vec::with_capacity(structure.roles.len() + 3);
        let (mut at, mut idle) = (0.0, 0.0);
        for role in &structure.roles {
            let busy_to = at + role.busy;
            let to = busy_to + role.idle;
            parts.push(MoneyPart { kind: PartKind::Role(role.role), from: at, to, busy_to });
            at = to;
            idle += role.idle;
        }
        for (kind, amount) in
            [(PartKind::Overhead, structure.overhead), (PartKind::Material, structure.material)]
        {
            if amount > 0.0 {
                parts.push(MoneyPart { kind, from: at, to: at + amount, busy_to: at });
                at += amount;
            }
        }
        let end = at.max(structure.total);
        if !(end > 0.0 && end.is_finite()) {
            return None;
        }
        if let Some(margin) = structure.margin.filter(|margin| margin.abs() > DUST * end) {
            let kind = if margin > 0.0 { PartKind::Margin } else { PartKind::Loss };
            let (from, to) = if margin > 0.0 { (at, at + margin) } else { (at + margin, at) };
            parts.push(MoneyPart { kind, from, to, busy_to: from });
        }
        Some(Self {
            parts,
            total: structure.total,
            cost: at,
            idle,
            margin: structure.margin,
            end,
            other: None,
            basis: structure.basis,
        })
    }

    /// Puts the cost of another scenario beside, on one axis, so that nothing jumps when they are
    /// flipped.
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(other) = other {
            self.end = self.end.max(other.end);
            self.other = Some(other.cost);
        }
        self
    }
}

/// Profit for one customer against the time that the work takes (Shostack 1984).
#[derive(Debug, Default, PartialEq)]
pub(in crate::ui::charts) struct ProfitPicture {
    /// The line from end to end, by seconds and profit.
    pub line: Vec<(f64, f64)>,
    /// From which second on the demand is out of reach.
    pub full_s: Option<f64>,
    /// The marks that there are, those that matter most first.
    pub marks: Vec<ProfitMark>,
    /// Profit at the lower and at the upper edge; zero is always between.
    pub span: (f64, f64),
    /// Seconds at the right edge.
    pub end_s: f64,
    /// The line of the scenario that this one is compared with.
    pub other: Vec<(f64, f64)>,
    /// How far the profits can be trusted.
    pub basis: Basis,
}

impl ProfitPicture {
    /// Puts the picture together; `None` where the line has no length.
    pub fn of(curve: &ProfitCurve) -> Option<Self> {
        let full = curve.full.as_ref().map(|full| full.point);
        let end_s = end_of_axis(curve);
        let whole = Self { line: whole_line(curve), ..Self::default() };
        let mut line: Vec<(f64, f64)> =
            whole.line.iter().copied().filter(|(seconds, _)| *seconds < end_s).collect();
        line.push((end_s, whole.read(end_s)));
        let profits = || line.iter().map(|(_, profit)| *profit);
        let (high, low) =
            (profits().fold(f64::NEG_INFINITY, f64::max), profits().fold(f64::INFINITY, f64::min));
        let air = 0.1 * (high.max(0.0) - low.min(0.0));
        if !(end_s > 0.0 && air > 0.0 && end_s.is_finite() && air.is_finite()) {
            return None;
        }
        let weight = |mark: &ProfitMark| match mark.kind {
            ProfitMarkKind::Present => 0,
            ProfitMarkKind::BreakEven => 1,
            ProfitMarkKind::Standard => 2,
            ProfitMarkKind::Acceptable => 3,
        };
        let mut marks = curve.marks.clone();
        marks.sort_by_key(weight);
        Some(Self {
            line,
            full_s: full.map(|point| point.execution_s).filter(|seconds| *seconds < end_s),
            marks,
            span: (low.min(0.0) - air, high.max(0.0) + air),
            end_s,
            other: Vec::new(),
            basis: curve.basis,
        })
    }

    /// Puts the line of another scenario beside, on the same axes: both go on to the same end.
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(mut other) = other {
            let end_s = self.end_s.max(other.end_s);
            let last = |picture: &Self| (end_s, picture.read(end_s));
            let (here, there) = (last(&self), last(&other));
            self.line.push(here);
            other.line.push(there);
            self.end_s = end_s;
            let low = self.span.0.min(other.span.0).min(here.1).min(there.1);
            self.span = (low, self.span.1.max(other.span.1));
            self.other = other.line;
        }
        self
    }

    /// Profit after so many seconds.
    pub fn read(&self, seconds: f64) -> f64 {
        let after = self.line.partition_point(|point| point.0 < seconds).max(1);
        let (Some(from), Some(to)) = (self.line.get(after - 1), self.line.get(after)) else {
            return self.line.last().map_or(0.0, |point| point.1);
        };
        from.1 + (to.1 - from.1) * (seconds - from.0) / (to.0 - from.0)
    }
}

/// All points of the line.
fn whole_line(curve: &ProfitCurve) -> Vec<(f64, f64)> {
    let full = curve.full.as_ref().map(|full| full.point);
    let mut points: Vec<(f64, f64)> =
        curve.ends.iter().chain(&full).map(|point| (point.execution_s, point.profit)).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| a.0 <= b.0);
    points
}

/// The second at the right edge: behind all marks and the end of reach, but where these lie far
/// off not so far that the present would shrink to nothing.
fn end_of_axis(curve: &ProfitCurve) -> f64 {
    let end_s = curve.ends[1].execution_s;
    let marks = || curve.marks.iter();
    let far = |mark: &&ProfitMark| mark.kind == ProfitMarkKind::BreakEven;
    let near = marks().filter(|mark| !far(mark)).map(|mark| mark.point.execution_s);
    end_s.min(FURTHEST * near.fold(0.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Basis, FullTime, ProfitPoint, ProfitRule, RoleCost};
    use crate::blueprint::IdSource;

    fn structure(price: Option<f64>) -> CostStructure {
        let mut ids = IdSource::default();
        let mut role = |busy, idle| RoleCost { role: ids.fresh(), busy, idle };
        let (clerk, cook) = (role(0.5, 0.25), role(1.0, 0.0));
        CostStructure {
            roles: vec![clerk, cook],
            overhead: 0.25,
            material: 0.0,
            margin: price.map(|price| price - 2.0),
            total: price.unwrap_or(2.0),
            basis: Basis::Exact,
        }
    }

    fn spans(picture: &MoneyPicture) -> Vec<(f64, f64)> {
        picture.parts.iter().map(|part| (part.from, part.to)).collect()
    }

    #[test]
    fn each_part_begins_where_the_one_before_ends() {
        let picture = MoneyPicture::of(&structure(Some(5.0))).unwrap();
        assert_eq!(spans(&picture), [(0.0, 0.75), (0.75, 1.75), (1.75, 2.0), (2.0, 5.0)]);
        assert_eq!(picture.parts[0].busy_to.to_bits(), 0.5_f64.to_bits());
        assert_eq!(picture.parts[3].kind, PartKind::Margin);
        assert!((picture.idle - 0.25).abs() < 1e-12 && (picture.cost - 2.0).abs() < 1e-12);
        assert!((picture.parts[3].amount() - 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_the_price_does_not_cover_is_a_loss_behind_it() {
        let picture = MoneyPicture::of(&structure(Some(1.5))).unwrap();
        let last = picture.parts.last().unwrap();
        assert_eq!((last.kind, last.from, last.to), (PartKind::Loss, 1.5, 2.0));
        assert!((picture.end - 2.0).abs() < 1e-12, "the cost is seen whole");
    }

    #[test]
    fn without_a_price_only_costs_are_shown() {
        let picture = MoneyPicture::of(&structure(None)).unwrap();
        assert_eq!(picture.parts.len(), 3);
        assert!((picture.total - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_service_for_nothing_has_no_picture() {
        let mut free = structure(None);
        free.roles.clear();
        (free.overhead, free.total) = (0.0, 0.0);
        assert_eq!(MoneyPicture::of(&free), None);
    }

    #[test]
    fn two_scenarios_have_the_same_axis_of_money_whichever_is_shown() {
        let dear = || {
            let mut structure = structure(None);
            structure.overhead += 3.0;
            structure.total += 3.0;
            MoneyPicture::of(&structure).unwrap()
        };
        let cheap = || MoneyPicture::of(&structure(Some(2.5))).unwrap();
        assert!(dear().end > cheap().end, "alone each has its own");
        let (before, after) = (cheap().beside(Some(dear())), dear().beside(Some(cheap())));
        assert!((before.end - after.end).abs() < 1e-12 && (before.end - 5.0).abs() < 1e-12);
        // The cost of each is marked on the other.
        assert_eq!((before.other, after.other), (Some(dear().cost), Some(cheap().cost)));
        assert_eq!(cheap().beside(None), cheap());
    }

    #[test]
    fn two_curves_of_profit_have_the_same_axes_whichever_is_shown() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let curve = |now_s: f64, end: ProfitPoint| {
            let present = ProfitMark { kind: ProfitMarkKind::Present, point: point(now_s, 1.0) };
            let curve = ProfitCurve {
                rule: ProfitRule::WorkOnly,
                ends: [point(0.0, 3.0), end],
                full: None,
                marks: vec![present],
                basis: Basis::Exact,
            };
            ProfitPicture::of(&curve).unwrap()
        };
        let before = || curve(60.0, point(120.0, 1.0));
        let after = || curve(200.0, point(400.0, -5.0));
        let axes = |picture: &ProfitPicture| (picture.end_s, picture.span);
        assert_ne!(axes(&before()), axes(&after()), "alone each has its own");
        let (here, there) = (before().beside(Some(after())), after().beside(Some(before())));
        assert_eq!(axes(&here), axes(&there));
        // Nothing of either is cut off.
        for (seconds, profit) in here.line.iter().chain(&here.other) {
            assert!(*seconds <= here.end_s && (here.span.0..=here.span.1).contains(profit));
        }
        assert_eq!((&here.line, &here.other), (&there.other, &there.line));
    }

    #[test]
    fn profit_falls_with_time_and_zero_is_always_seen() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let mark =
            |kind, execution_s, profit| ProfitMark { kind, point: point(execution_s, profit) };
        let present = mark(ProfitMarkKind::Present, 60.0, 2.0);
        let curve = ProfitCurve {
            rule: ProfitRule::WorkOnly,
            ends: [point(0.0, 3.0), point(120.0, 1.0)],
            full: None,
            marks: vec![mark(ProfitMarkKind::Standard, 30.0, 2.5), present],
            basis: Basis::Exact,
        };
        let picture = ProfitPicture::of(&curve).unwrap();
        assert_eq!(picture.marks[0].kind, ProfitMarkKind::Present, "the present comes first");
        assert!(picture.span.0 < 0.0 && picture.span.1 > 3.0);
        assert!((picture.read(60.0) - 2.0).abs() < 1e-12);
        let ends = [point(0.0, 0.0), point(90.0, 0.0)];
        let flat = ProfitCurve { ends, marks: vec![mark(present.kind, 60.0, 0.0)], ..curve };
        assert_eq!(ProfitPicture::of(&flat), None);
    }

    #[test]
    fn the_line_bends_where_the_demand_gets_out_of_reach() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let present = ProfitMark { kind: ProfitMarkKind::Present, point: point(60.0, 2.0) };
        let curve = ProfitCurve {
            rule: ProfitRule::PaidTime,
            ends: [point(0.0, 2.0), point(240.0, -1.0)],
            full: Some(FullTime {
                point: point(120.0, 2.0),
                pools: Vec::new(),
                demand_per_hour: 30.0,
            }),
            marks: vec![present],
            basis: Basis::Exact,
        };
        let picture = ProfitPicture::of(&curve).unwrap();
        assert_eq!(picture.line, [(0.0, 2.0), (120.0, 2.0), (240.0, -1.0)]);
        assert_eq!(picture.full_s, Some(120.0));
        assert!((picture.read(100.0) - 2.0).abs() < 1e-12);
        assert!((picture.read(180.0) - 0.5).abs() < 1e-12);
    }
}
