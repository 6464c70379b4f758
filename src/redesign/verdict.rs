//! The figures of two scenarios side by side, and which of the two is better by what they mean.

use super::certainty::{Course, Direction};
use crate::analysis::{Analysis, Basis, Contact, Figure, FigureKey, Stretch};
use crate::blueprint::{Line, ValueKind};
use crate::simulation::{PairedDifference, Versus, simulated};

/// What a change of a figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The later one is better.
    Better,
    /// The later one is worse.
    Worse,
    /// Nothing changed.
    Same,
    /// It changed, but neither direction is better by itself, a number is missing, or it is not
    /// known which is the greater.
    Unclear,
}

/// Which direction of a figure is the better one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Merit {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// More than 1 is bad, and the more the worse; up to 1 neither direction is better.
    UpToOne,
    /// Neither direction is better by itself.
    Neither,
}

/// What a figure is about; the table of figures is ordered by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureSubject {
    /// How much the service can do.
    Capacity,
    /// How long it takes.
    Time,
    /// What customers meet.
    Experience,
    /// What staff do.
    Labour,
    /// What it costs and leaves.
    Money,
}

impl FigureSubject {
    /// All subjects in their order.
    pub const ALL: [Self; 5] =
        [Self::Capacity, Self::Time, Self::Experience, Self::Labour, Self::Money];
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChange {
    /// Which figure.
    pub key: FigureKey,
    /// What it is about.
    pub subject: FigureSubject,
    /// What it was.
    pub before: Figure,
    /// What it is.
    pub after: Figure,
    /// Where it went, as far as that is known.
    pub direction: Direction,
    /// What that means.
    pub verdict: Verdict,
    /// After − before as it was simulated on the same customers, with its interval, where it was.
    pub paired: Option<Figure>,
}

impl FigureChange {
    /// After − before, in the figure's unit; `None` where one is missing, or where it is not known
    /// which of the two is the greater.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        let difference = match &self.paired {
            Some(paired) => paired.value?,
            None => self.after.value? - self.before.value?,
        };
        (difference.is_finite() && self.direction != Direction::Unknown).then_some(difference)
    }

    /// Says where it went, as it is known from elsewhere.
    pub fn judge(&mut self, direction: Direction) {
        let merit = merit_of(self.key).unwrap_or(Merit::Neither);
        self.direction = direction;
        self.verdict = verdict(merit, direction, &self.before, &self.after);
    }

    /// Takes the difference that was simulated on the same customers, where one of the two figures is simulated and
    /// both are known: it is known better than either of them.
    pub fn pair(&mut self, found: &PairedDifference) {
        let is_simulated = |figure: &Figure| matches!(figure.basis, Basis::Simulated { .. });
        let [before, after] = [&self.before, &self.after];
        // Where one side is known exactly, the formulas' difference may be known better.
        let is_led = is_simulated(before) || is_simulated(after);
        if !is_led || before.value.is_none() || after.value.is_none() {
            return;
        }
        self.judge(match found.verdict {
            Versus::Less => Direction::Down,
            Versus::More => Direction::Up,
            Versus::NoDifferenceSeen => Direction::Unknown,
        });
        self.paired = Some(simulated(Some(found.difference)));
    }

    /// Whether both numbers are there and yet nobody knows which is the greater.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.direction == Direction::Unknown
            && self.before.value.is_some()
            && self.after.value.is_some()
    }
}

/// The figures that are compared, with the direction that is better. The one place that says so.
///
/// | figure | better | why |
/// |---|---|---|
/// | capacity | more | more customers can be served |
/// | cycle time | less | the same, as time between customers |
/// | capacity utilisation | less above 1 | above 1 queues grow without end; below it, idle capacity costs and a busy one makes wait |
/// | rush-order time, throughput time | less | customers are through sooner |
/// | customers inside | less | fewer wait or are in hand |
/// | waiting share | less | less of the visit is spent waiting |
/// | work before and behind the line of visibility | neither | what is shown is a choice |
/// | moments of truth, crossings of the line of visibility | neither | each is a chance and a risk (Normann 1984) |
/// | internal hand-offs, hand-offs between roles | less | at each, work waits and things are lost |
/// | value-adding share | more | customers would pay for it |
/// | necessary share | neither | it may take the place of value or of waste |
/// | waste share | less | it could be left out |
/// | direct labour content | less | the same service takes less work |
/// | direct labour utilisation | neither | paid idleness against strain and waits |
/// | balance | more | the work is shared more evenly |
/// | cost, busy cost, cost of a late minute | less | |
/// | margin, profit, execution profit | more | |
/// | break-even time | more | the execution may last longer before it costs more than it brings |
pub const COMPARED: [(FigureKey, FigureSubject, Merit); 27] = [
    (FigureKey::Capacity, FigureSubject::Capacity, Merit::More),
    (FigureKey::CycleTime, FigureSubject::Capacity, Merit::Less),
    (FigureKey::Utilisation, FigureSubject::Capacity, Merit::UpToOne),
    (FigureKey::RushOrderTime, FigureSubject::Time, Merit::Less),
    (FigureKey::ThroughputTime, FigureSubject::Time, Merit::Less),
    (FigureKey::WorkInProcess, FigureSubject::Time, Merit::Less),
    (FigureKey::WaitingShare, FigureSubject::Time, Merit::Less),
    (
        FigureKey::WorkIn(Stretch::InFrontOf(Line::Visibility)),
        FigureSubject::Experience,
        Merit::Neither,
    ),
    (
        FigureKey::WorkIn(Stretch::Behind(Line::Visibility)),
        FigureSubject::Experience,
        Merit::Neither,
    ),
    (FigureKey::Contacts(Contact::MomentOfTruth), FigureSubject::Experience, Merit::Neither),
    (
        FigureKey::Contacts(Contact::Crossing(Line::Visibility)),
        FigureSubject::Experience,
        Merit::Neither,
    ),
    (
        FigureKey::Contacts(Contact::Crossing(Line::InternalInteraction)),
        FigureSubject::Experience,
        Merit::Less,
    ),
    (FigureKey::HandOffs, FigureSubject::Experience, Merit::Less),
    (FigureKey::ValueShare(ValueKind::Adding), FigureSubject::Experience, Merit::More),
    (FigureKey::ValueShare(ValueKind::Necessary), FigureSubject::Experience, Merit::Neither),
    (FigureKey::ValueShare(ValueKind::Waste), FigureSubject::Experience, Merit::Less),
    (FigureKey::LabourContent, FigureSubject::Labour, Merit::Less),
    (FigureKey::LabourUtilisation, FigureSubject::Labour, Merit::Neither),
    (FigureKey::Balance, FigureSubject::Labour, Merit::More),
    (FigureKey::Cost, FigureSubject::Money, Merit::Less),
    (FigureKey::Margin, FigureSubject::Money, Merit::More),
    (FigureKey::Profit, FigureSubject::Money, Merit::More),
    (FigureKey::ProfitAtCapacity, FigureSubject::Money, Merit::More),
    (FigureKey::BusyCost, FigureSubject::Money, Merit::Less),
    (FigureKey::ExecutionProfit, FigureSubject::Money, Merit::More),
    (FigureKey::BreakEvenTime, FigureSubject::Money, Merit::More),
    (FigureKey::DelayCost, FigureSubject::Money, Merit::Less),
];

/// Which direction of a figure is better; `None` for one that is not compared.
#[must_use]
pub fn merit_of(key: FigureKey) -> Option<Merit> {
    COMPARED.iter().find(|(compared, ..)| *compared == key).map(|(_, _, merit)| *merit)
}

/// All compared figures of two analyses, in the order of the table.
pub(super) fn figure_changes(
    before: &Analysis,
    after: &Analysis,
    course: &Course<'_>,
) -> Vec<FigureChange> {
    let each = COMPARED.iter();
    each.filter_map(|(key, subject, merit)| {
        let (before, after) = (figure_of(before, *key)?.clone(), figure_of(after, *key)?.clone());
        let direction = course.direction(*key, &before, &after);
        let verdict = verdict(*merit, direction, &before, &after);
        Some(FigureChange {
            key: *key,
            subject: *subject,
            before,
            after,
            direction,
            verdict,
            paired: None,
        })
    })
    .collect()
}

/// A figure of the whole service; `None` for those of single steps and roles.
#[must_use]
pub fn figure_of(analysis: &Analysis, key: FigureKey) -> Option<&Figure> {
    let (experience, money) = (&analysis.experience, &analysis.money);
    Some(match key {
        FigureKey::Capacity => &analysis.capacity_per_hour,
        FigureKey::CycleTime => &analysis.cycle_time_s,
        FigureKey::Utilisation => &analysis.utilisation,
        FigureKey::RushOrderTime => &analysis.rush_order_time_s,
        FigureKey::ThroughputTime => &analysis.throughput_time_s,
        FigureKey::WorkInProcess => &analysis.wip,
        FigureKey::LabourContent => &analysis.direct_labour_content_s,
        FigureKey::LabourUtilisation => &analysis.direct_labour_utilisation,
        FigureKey::Balance => &analysis.balance,
        FigureKey::Cost => &analysis.cost_per_customer,
        FigureKey::Profit => &analysis.profit_per_hour,
        FigureKey::WorkIn(stretch) => &experience.work_in(stretch).time_s,
        FigureKey::Contacts(Contact::MomentOfTruth) => &experience.moments_of_truth,
        FigureKey::Contacts(Contact::Crossing(line)) => &experience.line(line).crossings,
        FigureKey::Contacts(Contact::Trigger(line)) => &experience.line(line).triggers,
        FigureKey::HandOffs => &experience.hand_offs,
        FigureKey::ValueShare(value) => experience.value_share(value),
        FigureKey::WaitingShare => &experience.waiting_share,
        FigureKey::FlowEfficiency => &experience.flow_efficiency,
        FigureKey::Margin => &money.margin_per_customer,
        FigureKey::ProfitAtCapacity => &money.profit_at_capacity_per_hour,
        FigureKey::BusyCost => &money.busy_cost_per_customer,
        FigureKey::ExecutionProfit => &money.execution_profit_per_customer,
        FigureKey::BreakEvenTime => &money.break_even_time_s,
        FigureKey::DelayCost => &money.delay_cost_per_minute,
        FigureKey::Wait(_)
        | FigureKey::WithinAcceptable(_)
        | FigureKey::Visits(_)
        | FigureKey::StepCapacity(_)
        | FigureKey::StepUtilisation(_)
        | FigureKey::RoleCapacity(_)
        | FigureKey::RoleUtilisation(_)
        | FigureKey::RoleWait(_)
        | FigureKey::RoleWork(_)
        | FigureKey::StepDelayCost(_) => return None,
    })
}

fn verdict(merit: Merit, direction: Direction, before: &Figure, after: &Figure) -> Verdict {
    let rose = match direction {
        Direction::Up => true,
        Direction::Down => false,
        Direction::Level => return Verdict::Same,
        // Two that are both not there are the same.
        Direction::Unknown if before.value.is_none() && after.value.is_none() => {
            return Verdict::Same;
        }
        Direction::Unknown => return Verdict::Unclear,
    };
    let most = before.value.into_iter().chain(after.value).fold(0.0, f64::max);
    match merit {
        Merit::More => one_of(rose),
        Merit::Less => one_of(!rose),
        Merit::UpToOne if most > 1.0 => one_of(!rose),
        Merit::UpToOne | Merit::Neither => Verdict::Unclear,
    }
}

fn one_of(better: bool) -> Verdict {
    if better { Verdict::Better } else { Verdict::Worse }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Basis;
    use crate::blueprint::{IdSource, Scenario};
    use crate::redesign::direction_of;

    fn of(merit: Merit, before: &Figure, after: &Figure) -> Verdict {
        verdict(merit, direction_of(before, after), before, after)
    }

    fn judge(merit: Merit, before: f64, after: f64) -> Verdict {
        of(merit, &Figure::exact(before), &Figure::exact(after))
    }

    #[test]
    fn better_goes_by_meaning_not_by_sign() {
        assert_eq!(judge(Merit::More, 60.0, 90.0), Verdict::Better);
        assert_eq!(judge(Merit::Less, 60.0, 90.0), Verdict::Worse);
        assert_eq!(judge(Merit::Less, 90.0, 60.0), Verdict::Better);
        assert_eq!(judge(Merit::Neither, 1.0, 2.0), Verdict::Unclear);
        assert_eq!(judge(Merit::Neither, 2.0, 2.0), Verdict::Same);
    }

    #[test]
    fn utilisation_matters_above_one_alone() {
        assert_eq!(judge(Merit::UpToOne, 0.5, 0.9), Verdict::Unclear);
        assert_eq!(judge(Merit::UpToOne, 0.9, 1.2), Verdict::Worse);
        assert_eq!(judge(Merit::UpToOne, 1.2, 0.9), Verdict::Better);
        assert_eq!(judge(Merit::UpToOne, 1.2, 1.5), Verdict::Worse);
    }

    #[test]
    fn bounds_leave_open_what_they_leave_open() {
        let at_least = |value| Figure::new(value, Basis::LowerBound);
        let at_most = |value| Figure::new(value, Basis::UpperBound);
        let exact = Figure::exact;
        let more = |before: Figure, after: Figure| of(Merit::More, &before, &after);
        assert_eq!(more(exact(60.0), at_least(90.0)), Verdict::Better);
        assert_eq!(more(at_most(60.0), exact(90.0)), Verdict::Better);
        assert_eq!(more(at_least(60.0), exact(90.0)), Verdict::Unclear);
        assert_eq!(more(exact(60.0), at_most(90.0)), Verdict::Unclear);
        assert_eq!(more(exact(90.0), at_most(60.0)), Verdict::Worse);
        assert_eq!(more(at_most(60.0), at_most(90.0)), Verdict::Unclear);
        assert_eq!(more(at_least(60.0), at_least(90.0)), Verdict::Unclear);
    }

    #[test]
    fn what_is_missing_on_one_side_is_unclear() {
        let missing = Figure::lacking([]);
        assert_eq!(of(Merit::More, &missing, &Figure::exact(1.0)), Verdict::Unclear);
        assert_eq!(of(Merit::More, &missing, &missing), Verdict::Same);
    }

    #[test]
    fn every_figure_of_the_table_is_there_once() {
        let analysis = Analysis::default();
        for (at, (key, ..)) in COMPARED.iter().enumerate() {
            assert!(figure_of(&analysis, *key).is_some(), "{key:?}");
            assert!(COMPARED[..at].iter().all(|(other, ..)| other != key), "{key:?} twice");
        }
        let scenario = Scenario::empty("", &mut IdSource::default());
        let course = Course::of(&scenario, &scenario);
        assert_eq!(figure_changes(&analysis, &analysis, &course).len(), COMPARED.len());
        assert!(COMPARED.is_sorted_by_key(|(_, subject, _)| *subject));
    }
}
