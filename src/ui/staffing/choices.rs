//! What is asked of the plan: target, roles, shapes of shifts, and the fields that they are typed in.

use crate::blueprint::notation::{parse_share, parse_span};
use crate::blueprint::{Refusal, RoleId, Scenario, Share, TimeUnit};
use crate::planning::Shape;
use crate::redesign::{StaffTarget, StaffingQuestion, StaffingRefusal};
use crate::ui::simulating::Simulation;
use crate::wording::Wording;

use super::shape_lines::ShapeLines;

/// Minutes from one start of shifts to the next that can be chosen.
pub(super) const STARTS: [u32; 3] = [15, 30, 60];
/// Days of trials and of the check where tests must not take long, and those of each round that they ask for.
const FEW_DAYS: (u32, u32) = (20, 60);
const OF_A_ROUND: (u32, u32) = (50, 150);

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// How many of the waits are short enough.
    Waits,
    /// How busy people are.
    Busy,
}

/// A field of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Share,
    Wait,
    Busy,
}

impl Field {
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Share => "staffing-field-share",
            Self::Wait => "staffing-field-wait",
            Self::Busy => "staffing-field-busy",
        }
    }

    /// What it decides.
    pub fn aim(self) -> Aim {
        match self {
            Self::Share | Self::Wait => Aim::Waits,
            Self::Busy => Aim::Busy,
        }
    }
}

/// What stands in a field, and why it cannot be taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub text: String,
    pub refused: Option<Refusal>,
}

/// A role that can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RoleLine {
    pub role: RoleId,
    pub on: bool,
}

/// All that can be chosen.
pub(super) struct Choices {
    pub aim: Aim,
    share: f64,
    wait_s: f64,
    busy: f64,
    typed: [Typed; 3],
    pub roles: Vec<RoleLine>,
    pub shapes: ShapeLines,
    pub start_every_min: u32,
    /// Days of trials and of the check.
    days: (u32, u32),
}

impl Choices {
    /// The usual question about some roles.
    pub fn usual(roles: &[RoleId], words: &Wording, how: Simulation) -> Self {
        let usual = StaffingQuestion::default();
        let (share, wait_s) = match usual.target {
            StaffTarget::Within { share, wait_s } => (share, wait_s),
            StaffTarget::Busy { most } => (most, 0.0),
        };
        let days = match how {
            Simulation::Live => (usual.trial_days, usual.check_days),
            Simulation::Rounds(count) => (
                OF_A_ROUND.0.saturating_mul(count.max(1)),
                OF_A_ROUND.1.saturating_mul(count.max(1)),
            ),
            Simulation::Off => FEW_DAYS,
        };
        let mut choices = Self {
            aim: Aim::Waits,
            share,
            wait_s,
            busy: 0.85,
            typed: <[Typed; 3]>::default(),
            roles: roles.iter().map(|role| RoleLine { role: *role, on: true }).collect(),
            shapes: ShapeLines::of(usual.shapes),
            start_every_min: usual.start_every_min,
            days,
        };
        for field in [Field::Share, Field::Wait, Field::Busy] {
            choices.write(field, words);
        }
        choices
    }

    /// Goes on with other roles; those that stay are chosen as before.
    pub fn take(&mut self, roles: &[RoleId]) {
        let was_on = |role| self.roles.iter().find(|line| line.role == role).map(|line| line.on);
        let line = |role: &RoleId| RoleLine { role: *role, on: was_on(*role).unwrap_or(true) };
        self.roles = roles.iter().map(line).collect();
    }

    /// What stands in a field.
    pub fn typed(&mut self, field: Field) -> &mut Typed {
        let [share, wait, busy] = &mut self.typed;
        match field {
            Field::Share => share,
            Field::Wait => wait,
            Field::Busy => busy,
        }
    }

    /// Puts the value of a field into it.
    pub fn write(&mut self, field: Field, words: &Wording) {
        let text = match field {
            Field::Share => words.percent(self.share),
            Field::Wait => words.time(self.wait_s),
            Field::Busy => words.percent(self.busy),
        };
        *self.typed(field) = Typed { text, refused: None };
    }

    /// Takes what stands in a field, or says why not.
    pub fn read(&mut self, field: Field) {
        let text = self.typed(field).text.clone();
        let read = match field {
            Field::Share => share(&text).map(|share| self.share = share),
            Field::Wait => wait(&text).map(|wait_s| self.wait_s = wait_s),
            Field::Busy => share(&text).map(|share| self.busy = share),
        };
        self.typed(field).refused = read.err();
        if read.is_ok() {
            self.aim = field.aim();
        }
    }

    /// What must hold.
    pub fn target(&self) -> StaffTarget {
        match self.aim {
            Aim::Waits => StaffTarget::Within { share: self.share, wait_s: self.wait_s },
            Aim::Busy => StaffTarget::Busy { most: self.busy },
        }
    }

    /// What is asked of a scenario.
    pub fn question(&self, scenario: &Scenario) -> StaffingQuestion {
        let on = self.roles.iter().filter(|line| line.on);
        StaffingQuestion {
            target: self.target(),
            roles: on.map(|line| line.role).collect(),
            shapes: self.shapes.shapes().to_vec(),
            start_every_min: self.start_every_min,
            seed: scenario.simulation_rules().seed,
            trial_days: self.days.0,
            check_days: self.days.1,
        }
    }

    /// How many days there are of trials and of the check.
    pub fn days(&self) -> (u32, u32) {
        self.days
    }

    /// The share in whole per cent that can be reached where so much holds at best; `None` where that is next to
    /// nothing.
    pub fn in_reach(&self, best: f64) -> Option<f64> {
        let share = (best * 100.0).floor() / 100.0;
        (self.aim == Aim::Waits && share >= 0.05 && share < self.share).then_some(share)
    }

    /// Takes the share that can be reached as the target.
    pub fn take_reachable(&mut self, words: &Wording, best: f64) {
        if let Some(share) = self.in_reach(best) {
            self.share = share;
            self.write(Field::Share, words);
        }
    }

    /// Allows the usual shifts again.
    pub fn take_usual_shapes(&mut self) {
        self.shapes = ShapeLines::of(StaffingQuestion::default().shapes);
    }

    /// Why nothing can be planned whatever a simulation would say.
    pub fn obstacle(&self, scenario: &Scenario) -> Option<StaffingRefusal> {
        if scenario.demand().day.is_none() {
            return Some(StaffingRefusal::NoDay);
        }
        if !self.roles.iter().any(|line| line.on) {
            return Some(StaffingRefusal::NoStaff);
        }
        if self.shapes.shapes().is_empty() {
            return Some(StaffingRefusal::NoShapes);
        }
        let is_sound = |shape: &Shape| shape.is_sound(self.start_every_min);
        let malformed = self.shapes.shapes().iter().position(|shape| !is_sound(shape));
        malformed.map(StaffingRefusal::Shape)
    }
}

/// A share between nothing and all.
fn share(text: &str) -> Result<f64, Refusal> {
    let share = parse_share(text).map(Share::value)?;
    if share > 0.0 && share < 1.0 { Ok(share) } else { Err(Refusal::NotAShare) }
}

/// Seconds of up to a day.
fn wait(text: &str) -> Result<f64, Refusal> {
    let seconds = parse_span(text, TimeUnit::Minute)?.seconds();
    if seconds <= 86_400.0 { Ok(seconds) } else { Err(Refusal::TimeTooLong) }
}
