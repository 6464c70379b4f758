//! What is asked of a staffing plan, and what it answers.

use crate::analysis::Lack;
use crate::blueprint::{RoleId, Scenario};
use crate::planning::{Rest, Rota, RotaRefusal, Shape};
use crate::simulation::Estimate;

/// What must hold in every interval of the day, for each role that is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StaffTarget {
    /// This share of the waits for the role lasts at most so many seconds.
    Within {
        /// The share, 0 to 1.
        share: f64,
        /// Seconds.
        wait_s: f64,
    },
    /// The role works at most this share of the time that it is really there, 0 to 1.
    Busy {
        /// The share.
        most: f64,
    },
}

impl Default for StaffTarget {
    fn default() -> Self {
        Self::Within { share: 0.9, wait_s: 300.0 }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffingQuestion {
    /// What must hold.
    pub target: StaffTarget,
    /// Who is planned; nobody stands for all staff who have work.
    pub roles: Vec<RoleId>,
    /// The shapes of shifts that there may be.
    pub shapes: Vec<Shape>,
    /// Minutes from one start of shifts to the next.
    pub start_every_min: u32,
    /// Where the random numbers start.
    pub seed: u32,
    /// Days of a trial.
    pub trial_days: u32,
    /// Days of the check.
    pub check_days: u32,
}

impl StaffingQuestion {
    /// The first shape that is none where shifts and breaks start on the grid that is asked for.
    #[must_use]
    pub fn malformed_shape(&self) -> Option<usize> {
        self.shapes.iter().position(|shape| !shape.is_sound(self.start_every_min))
    }
}

impl Default for StaffingQuestion {
    /// Shifts of 4, 6 and 8 hours on the half hour, the longer ones with half an hour of unpaid break about
    /// their middle.
    fn default() -> Self {
        let rest = |middle: u32| {
            let (from_min, to_min) = (middle - 30, middle + 30);
            Some(Rest { lasts_min: 30, paid: false, from_min, to_min })
        };
        Self {
            target: StaffTarget::default(),
            roles: Vec::new(),
            shapes: vec![
                Shape { length_min: 240, rest: None },
                Shape { length_min: 360, rest: rest(180) },
                Shape { length_min: 480, rest: rest(240) },
            ],
            start_every_min: 30,
            seed: 1,
            trial_days: 200,
            check_days: 1_000,
        }
    }
}

/// How a plan is found, one thing after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StaffingStage {
    /// The work that comes in, with enough people.
    Load,
    /// The fewest heads for it, by formula, then mended by trying them.
    Repair,
    /// The shifts that bring them.
    Shifts,
    /// Other days.
    Check,
}

impl StaffingStage {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Load, Self::Repair, Self::Shifts, Self::Check];
}

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StaffingProgress {
    /// What is being done.
    pub stage: StaffingStage,
    /// How much of all is done, 0 to 1, as far as that can be said.
    pub done: f32,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Staffing {
    /// What it was made for.
    pub target: StaffTarget,
    /// Each role that was planned, in document order.
    pub roles: Vec<RolePlan>,
    /// The scenario with the shifts of the plan.
    pub scenario: Scenario,
    /// Days on which it was tried.
    pub days: u32,
    /// Whether the target held in every interval of those days.
    pub holds: bool,
    /// What the shifts of a day cost; `None` where a planned role has no rate.
    pub cost_per_day: Option<f64>,
    /// What those of today cost.
    pub cost_today: Option<f64>,
}

/// The plan of a role.
#[derive(Clone, Debug)]
pub struct RolePlan {
    /// Which.
    pub role: RoleId,
    /// How many would be at work in each interval if nobody ever waited.
    pub load: Vec<f64>,
    /// How many must be there in each interval.
    pub need: Vec<u32>,
    /// The shifts.
    pub rota: Rota,
    /// The fewest on duty in each interval.
    pub duty: Vec<u32>,
    /// What held in each interval: the share of waits that were short enough, or how busy the role was; `None`
    /// where nobody came.
    pub held: Vec<Option<Estimate>>,
    /// The same with the shifts of today; blank where those cannot be simulated.
    pub held_today: Vec<Option<Estimate>>,
    /// Whether no interval can do with fewer, whatever the target is.
    pub is_least: bool,
    /// What becomes of the target with one less where it is kept by least; `None` where nobody is to spare
    /// anywhere.
    pub one_less: Option<OneLess>,
    /// Hours beyond the shifts, a day.
    pub overtime_hours: Option<Estimate>,
    /// Hours that are paid a day, overtime aside.
    pub paid_hours: f64,
    /// Those of today.
    pub paid_hours_today: f64,
    /// What the shifts cost a day; `None` without a rate.
    pub cost: Option<f64>,
    /// What those of today cost.
    pub cost_today: Option<f64>,
}

/// A trial with one less of a role in one interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneLess {
    /// Where there is one less, by its position.
    pub at: usize,
    /// The interval in which the target is then kept by least.
    pub worst: usize,
    /// What holds there.
    pub held: Estimate,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq)]
pub enum StaffingRefusal {
    /// The scenario has no day.
    NoDay,
    /// It cannot be simulated without these.
    Lacks(Vec<Lack>),
    /// None of its staff, or none of those asked for, have work.
    NoStaff,
    /// No shape of shifts is allowed.
    NoShapes,
    /// The shape of this position is none: it has no length, lasts longer than a day, or its break does not
    /// start on the grid within it.
    Shape(usize),
    /// However many of a role are there, its target is missed in an interval: something else than the role
    /// makes its customers wait.
    OutOfReach {
        /// The role.
        role: RoleId,
        /// The one in which that holds by least, by its position.
        interval: usize,
        /// What holds there at best.
        share: f64,
    },
    /// No shifts cover what a role needs.
    Rota {
        /// The role.
        role: RoleId,
        /// Why.
        refusal: RotaRefusal,
    },
    /// There are more customers inside than can be simulated.
    TooMuch,
    /// Nobody wants the answer any more.
    Cancelled,
}
