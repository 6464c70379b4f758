//! What the staffing plan says.

use super::texts::Wording;
use crate::blueprint::{Day, Scenario, TimeOfDay};
use crate::planning::{PlannedShift, RotaRefusal, Shape};
use crate::redesign::{RolePlan, StaffTarget, Staffing, StaffingRefusal};

/// Stretches of time that are named before the rest is counted.
const MOST_NAMED: usize = 3;
/// Roles that the name of a scenario has before the rest is counted.
const MOST_IN_A_NAME: usize = 2;

impl Wording {
    /// What a plan is for.
    #[must_use]
    pub fn staffing_target(&self, target: StaffTarget) -> String {
        match target {
            StaffTarget::Within { share, wait_s } => {
                let (share, wait) = (self.percent(share), self.time(wait_s));
                let arguments = [("share", share.into()), ("wait", wait.into())];
                self.with("staffing-target-within", &arguments)
            }
            StaffTarget::Busy { most } => {
                self.with("staffing-target-busy", &[("share", self.percent(most).into())])
            }
        }
    }

    /// What a scenario with the shifts of a plan is called: each role, and how many of them come.
    #[must_use]
    pub fn staffing_name(&self, plan: &Staffing) -> String {
        let of = |role: &RolePlan| {
            let name = self.role(role.role, &plan.scenario);
            let arguments = [("name", name.into()), ("count", role.rota.people.into())];
            self.with("staffing-name-of-role", &arguments)
        };
        let roles: Vec<String> = plan.roles.iter().map(of).collect();
        let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
        let roles = self.list(&roles, MOST_IN_A_NAME);
        self.with("staffing-scenario-name", &[("roles", roles.into())])
    }

    /// Whether it holds, and where it holds least.
    #[must_use]
    pub fn staffing_holds(&self, plan: &Staffing, day: &Day) -> Option<String> {
        let (role, interval, held) = plan.tightest()?;
        let arguments = [
            ("days", self.number(f64::from(plan.days)).into()),
            ("share", self.percent(held.mean).into()),
            ("half", self.percent(held.half_width).into()),
            ("role", self.role(role, &plan.scenario).into()),
            ("time", day.begins(interval).to_string().into()),
        ];
        let said = match plan.target {
            _ if !plan.holds => self.with("staffing-misses", &arguments),
            StaffTarget::Within { .. } => self.with("staffing-holds", &arguments),
            StaffTarget::Busy { .. } => self.with("staffing-busy-holds", &arguments),
        };
        let (missed, of) = plan.intervals_missed();
        if plan.holds || missed < 2 {
            return Some(said);
        }
        let several = [("missed", missed.into()), ("of", of.into()), ("said", said.into())];
        Some(self.with("staffing-misses-several", &several))
    }

    /// Whether shifts could be cheaper.
    #[must_use]
    pub fn staffing_proof(&self, role: &RolePlan) -> String {
        let above = role.rota.above_best();
        if role.rota.is_proven() {
            self.text("staffing-proven").to_owned()
        } else if above.is_finite() {
            self.with("staffing-unproven", &[("share", self.percent(above).into())])
        } else {
            self.text("staffing-unknown").to_owned()
        }
    }

    /// Whether the shifts of all roles could be cheaper.
    #[must_use]
    pub fn staffing_proof_of_all(&self, plan: &Staffing) -> String {
        let least: u64 = plan.roles.iter().map(|role| role.rota.paid_at_least_min).sum();
        let paid: u64 = plan.roles.iter().map(|role| role.rota.paid_min).sum();
        if plan.roles.iter().all(|role| role.rota.is_proven()) {
            self.text("staffing-all-proven").to_owned()
        } else if least > 0 {
            let above = self.percent(paid as f64 / least as f64 - 1.0);
            self.with("staffing-all-unproven", &[("share", above.into())])
        } else {
            self.text("staffing-unknown").to_owned()
        }
    }

    /// When somebody comes and goes.
    #[must_use]
    pub fn planned_hours(&self, shift: &PlannedShift) -> String {
        let (from, to) = (time(shift.from_min), time(shift.to_min));
        self.with("day-from-to", &[("from", from.into()), ("to", to.into())])
    }

    /// When somebody comes and goes, and their break.
    #[must_use]
    pub fn planned_hours_and_break(&self, shift: &PlannedShift) -> String {
        self.and_break(self.planned_hours(shift), shift)
    }

    /// A shift with its people and its break.
    #[must_use]
    pub fn planned_shift(&self, shift: &PlannedShift) -> String {
        let hours = self.with(
            "staffing-shift",
            &[
                ("count", shift.count.into()),
                ("from", time(shift.from_min).into()),
                ("to", time(shift.to_min).into()),
            ],
        );
        self.and_break(hours, shift)
    }

    fn and_break(&self, hours: String, shift: &PlannedShift) -> String {
        let Some(rest) = shift.rest else { return hours };
        let key = if rest.paid { "staffing-break-paid" } else { "staffing-break" };
        let (from, to) = (time(rest.at_min), time(rest.at_min + rest.lasts_min));
        self.with(key, &[("shift", hours.into()), ("from", from.into()), ("to", to.into())])
    }

    /// Why there is no plan.
    #[must_use]
    pub fn staffing_refusal(&self, refusal: &StaffingRefusal, scenario: &Scenario) -> String {
        match refusal {
            StaffingRefusal::NoDay => self.text("staffing-no-day").to_owned(),
            StaffingRefusal::Lacks(lacks) => {
                let lacks = self.lacks(lacks, scenario).unwrap_or_default();
                self.with("simulate-lacks", &[("lacks", lacks.into())])
            }
            StaffingRefusal::Shape(at) => {
                self.with("staffing-bad-shape", &[("number", (at + 1).into())])
            }
            StaffingRefusal::NoShapes => self.text("staffing-no-shapes").to_owned(),
            StaffingRefusal::NoStaff => self.text("staffing-no-staff").to_owned(),
            StaffingRefusal::TooMuch => self.text("simulate-too-much").to_owned(),
            StaffingRefusal::Cancelled => self.text("staffing-cancelled").to_owned(),
            StaffingRefusal::OutOfReach { role, interval, share } => {
                let day = scenario.demand().day.as_deref();
                let begins = day.map_or(TimeOfDay::MIDNIGHT, |day| day.begins(*interval));
                let arguments = [
                    ("role", self.role(*role, scenario).into()),
                    ("time", begins.to_string().into()),
                    ("share", self.percent(*share).into()),
                ];
                self.with("staffing-out-of-reach", &arguments)
            }
            StaffingRefusal::Rota { role, refusal } => {
                let role = self.role(*role, scenario);
                match refusal {
                    RotaRefusal::Unreached(times) => {
                        let times: Vec<String> = times
                            .iter()
                            .map(|(from, to)| {
                                let (from, to) = (time(*from), time(*to));
                                let arguments = [("from", from.into()), ("to", to.into())];
                                self.with("staffing-stretch", &arguments)
                            })
                            .collect();
                        let times: Vec<&str> = times.iter().map(String::as_str).collect();
                        let times = self.list(&times, MOST_NAMED);
                        let arguments = [("role", role.into()), ("times", times.into())];
                        self.with("staffing-unreached", &arguments)
                    }
                    RotaRefusal::Shape(at) => {
                        self.with("staffing-bad-shape", &[("number", (at + 1).into())])
                    }
                    RotaRefusal::Day => self.text("staffing-no-day").to_owned(),
                    RotaRefusal::Cancelled => self.text("staffing-cancelled").to_owned(),
                }
            }
        }
    }

    /// A shape of shifts as it is written: what [`crate::redesign::read_shape`] reads.
    #[must_use]
    pub fn shift_shape(&self, shape: &Shape) -> String {
        let length = self.length_of_shape(shape);
        let Some(rest) = shape.rest else { return length };
        let key = if rest.paid { "staffing-shape-paid-break" } else { "staffing-shape-break" };
        let arguments = [
            ("length", length.into()),
            ("lasts", self.clock_time(f64::from(rest.lasts_min) * 60.0).into()),
            ("from", since(rest.from_min).into()),
            ("to", since(rest.to_min).into()),
        ];
        self.with(key, &arguments)
    }

    /// How long shifts of a shape last, in hours even where a working day is shorter.
    #[must_use]
    pub fn length_of_shape(&self, shape: &Shape) -> String {
        self.clock_time(f64::from(shape.length_min) * 60.0)
    }

    /// The break of a shape, or that there is none.
    #[must_use]
    pub fn rest_of_shape(&self, shape: &Shape) -> String {
        let Some(rest) = shape.rest else { return self.text("staffing-no-break").to_owned() };
        let key = if rest.paid { "staffing-rest-paid" } else { "staffing-rest" };
        let arguments = [
            ("lasts", self.clock_time(f64::from(rest.lasts_min) * 60.0).into()),
            ("from", since(rest.from_min).into()),
            ("to", since(rest.to_min).into()),
        ];
        self.with(key, &arguments)
    }

    /// Why a shape is none where shifts start every so many minutes.
    #[must_use]
    pub fn malformed_shape(&self, shape: &Shape, start_every_min: u32) -> String {
        let arguments = [
            ("shape", self.shift_shape(shape).into()),
            ("every", self.clock_time(f64::from(start_every_min) * 60.0).into()),
        ];
        self.with("staffing-malformed", &arguments)
    }

    /// Hours that are paid, to the tenth.
    #[must_use]
    pub fn paid_hours(&self, hours: f64) -> String {
        let hours = self.number((hours * 10.0).round() / 10.0);
        self.with("staffing-hours", &[("hours", hours.into())])
    }
}

/// How far into a shift, as hours and minutes.
fn since(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// A time of day, in minutes from some midnight; the end of the day stands as 24:00.
fn time(minute: u32) -> String {
    let time = if minute == TimeOfDay::END.minutes() {
        TimeOfDay::END
    } else {
        TimeOfDay::on_any_day(minute)
    };
    time.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Quantity;
    use crate::blueprint::notation::Calendar;
    use crate::planning::Rest;
    use crate::redesign::read_shape;
    use crate::wording::{Language, Units};

    #[test]
    fn a_shape_that_is_written_is_read_back_in_every_language() {
        let rest =
            |lasts_min, paid, from_min, to_min| Some(Rest { lasts_min, paid, from_min, to_min });
        for language in Language::ALL {
            let mut words = Wording::new(language);
            // However short a working day is, shifts last hours.
            let per = words.units().per;
            let calendar = Calendar::new(Some(Quantity::from(4)));
            words.set_units(Units { per, calendar });
            for (length_min, rest) in [
                (240, None),
                (465, None),
                (480, rest(30, false, 210, 270)),
                (480, rest(15, true, 240, 240)),
                (610, rest(90, false, 65, 300)),
            ] {
                let shape = Shape { length_min, rest };
                let written = words.shift_shape(&shape);
                assert_eq!(read_shape(&written), Some(shape), "{written}");
            }
        }
    }
}
