//! Shifts of a role: when how many are there, and their breaks.

use std::num::NonZeroU32;

use super::refusal::Refusal;
use super::time_of_day::{DAY_MINUTES, TimeOfDay};

/// A break within a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// When it begins.
    pub at: TimeOfDay,
    /// Minutes.
    pub lasts: u32,
    /// Whether it is paid.
    pub paid: bool,
}

/// Some people of a role who come, have their breaks and go at the same times. It repeats every day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// When they come.
    pub from: TimeOfDay,
    /// When they go; not later than they come means the next day.
    pub to: TimeOfDay,
    /// How many.
    pub count: NonZeroU32,
    /// Breaks, in the order in which they are written. Where some overlap, nobody is away twice.
    pub breaks: Vec<Break>,
}

impl Shift {
    /// More people than a role can have are refused.
    pub const MOST_PEOPLE: u32 = 1_000_000;
    /// More shifts of a role are refused.
    pub const MOST: usize = 200;

    /// One person without a break.
    #[must_use]
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Self {
        Self { from, to, count: NonZeroU32::MIN, breaks: Vec::new() }
    }

    /// Minutes from coming to going: above 0, up to a whole day.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.from.until(self.to)
    }

    /// Minutes of it that are paid: all but unpaid breaks, which may overlap.
    #[must_use]
    pub fn paid_minutes(&self) -> u32 {
        let unpaid = |minute: u32| {
            let mut breaks = self.breaks.iter().filter(|it| !it.paid);
            breaks.any(|it| {
                let from = self.from.ahead(it.at);
                (from..from + it.lasts).contains(&minute)
            })
        };
        let unpaid = (0..self.length()).filter(|minute| unpaid(*minute)).count();
        self.length() - u32::try_from(unpaid).unwrap_or_default()
    }

    /// Whether they are within their shift, on a break or not, at so many minutes after midnight, on
    /// whichever day.
    #[must_use]
    pub fn covers(&self, minute: u32) -> bool {
        self.minute_of(minute) < self.length()
    }

    /// Whether they are on a break at so many minutes after midnight, on whichever day.
    #[must_use]
    pub fn is_on_break(&self, minute: u32) -> bool {
        let since = self.minute_of(minute);
        self.breaks.iter().any(|it| {
            let from = self.from.ahead(it.at);
            (from..from + it.lasts).contains(&since)
        })
    }

    /// How many minutes ago they last came.
    fn minute_of(&self, minute: u32) -> u32 {
        self.from.ahead(TimeOfDay::on_any_day(minute))
    }

    /// Checks what always holds of a shift by itself.
    ///
    /// # Errors
    /// [`Refusal::BreakOutsideShift`]; [`Refusal::TooLarge`] for more people than a role can have.
    pub fn check(&self) -> Result<(), Refusal> {
        let fits = |it: &Break| {
            it.lasts > 0
                && it.lasts <= DAY_MINUTES
                && self.from.ahead(it.at) + it.lasts <= self.length()
        };
        if self.count.get() > Self::MOST_PEOPLE {
            return Err(Refusal::TooLarge);
        }
        if self.breaks.iter().all(fits) { Ok(()) } else { Err(Refusal::BreakOutsideShift) }
    }
}

/// How many of some shifts are on duty at so many minutes after midnight, on whichever day: those whose
/// shift covers it, less those on a break. Linear.
#[must_use]
pub fn on_duty(shifts: &[Shift], minute: u32) -> u32 {
    let present = shifts.iter().filter(|it| it.covers(minute) && !it.is_on_break(minute));
    present.map(|it| it.count.get()).fold(0, u32::saturating_add)
}

/// How many of some shifts are on duty at each minute of a day, from midnight on. Linear in the minutes of
/// all shifts.
#[must_use]
pub fn duty_by_minute(shifts: &[Shift]) -> Vec<u32> {
    let mut duty = vec![0_u32; DAY_MINUTES as usize];
    for shift in shifts {
        let mut away = vec![false; shift.length() as usize];
        for pause in &shift.breaks {
            let from = shift.from.ahead(pause.at) as usize;
            let to = from.saturating_add(pause.lasts as usize).min(away.len());
            away.get_mut(from..to).unwrap_or_default().fill(true);
        }
        let minutes = (shift.from.minutes()..).zip(away);
        for (minute, _) in minutes.filter(|(_, away)| !away) {
            if let Some(present) = duty.get_mut((minute % DAY_MINUTES) as usize) {
                *present = present.saturating_add(shift.count.get());
            }
        }
    }
    duty
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u32, minutes: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60 + minutes).unwrap()
    }

    #[test]
    fn breaks_and_ends_leave_nobody() {
        let pause = Break { at: at(12, 0), lasts: 30, paid: false };
        let shift = Shift { breaks: vec![pause], ..Shift::new(at(8, 0), at(16, 0)) };
        let shifts = [shift.clone(), Shift::new(at(9, 0), at(17, 0))];
        let on = |hours, minutes| on_duty(&shifts, hours * 60 + minutes);
        assert_eq!(
            [on(7_u32, 59), on(8, 0), on(9, 0), on(12, 0), on(12, 29), on(12, 30)],
            [0, 1, 2, 1, 1, 2]
        );
        assert_eq!([on(16, 0), on(17, 0)], [1, 0]);
        assert_eq!(shift.paid_minutes(), 450);
        assert_eq!(shift.check(), Ok(()));
        let late = Break { at: at(15, 45), lasts: 30, paid: true };
        let bad = Shift { breaks: vec![late], ..shift };
        assert_eq!(bad.check(), Err(Refusal::BreakOutsideShift));
    }

    #[test]
    fn breaks_that_overlap_count_once() {
        let pause = |minutes, lasts, paid| Break { at: at(12, minutes), lasts, paid };
        let breaks = vec![pause(0, 30, false), pause(15, 30, false), pause(20, 60, true)];
        let shift = Shift { breaks, ..Shift::new(at(8, 0), at(16, 0)) };
        assert_eq!(shift.check(), Ok(()));
        let shifts = [shift.clone(), Shift::new(at(8, 0), at(16, 0))];
        let on = |minutes: u32| on_duty(&shifts, 12 * 60 + minutes);
        assert_eq!([on(0), on(15), on(44), on(79), on(80)], [1, 1, 1, 1, 2]);
        assert_eq!(shift.paid_minutes(), 480 - 45);
    }

    #[test]
    fn a_night_shift_covers_both_sides_of_midnight() {
        let pause = Break { at: at(2, 0), lasts: 60, paid: true };
        let night = Shift { breaks: vec![pause], ..Shift::new(at(22, 0), at(6, 0)) };
        let on = |hours: u32| on_duty(std::slice::from_ref(&night), hours * 60);
        assert_eq!([on(21), on(22), on(0), on(1), on(2), on(3), on(6)], [0, 1, 1, 1, 0, 1, 0]);
        // Tomorrow is like today.
        assert_eq!([on(24 + 1), on(24 + 2)], [1, 0]);
        assert_eq!(night.paid_minutes(), 480);
    }

    #[test]
    fn minutes_of_a_day_are_what_each_of_them_says() {
        let pause = |hours, minutes, lasts| Break { at: at(hours, minutes), lasts, paid: false };
        let shifts = [
            Shift {
                breaks: vec![pause(2, 0, 60), pause(2, 30, 45)],
                ..Shift::new(at(22, 0), at(6, 0))
            },
            Shift { count: NonZeroU32::new(3).unwrap(), ..Shift::new(at(5, 30), at(9, 15)) },
            Shift::new(TimeOfDay::MIDNIGHT, TimeOfDay::END),
        ];
        let duty = duty_by_minute(&shifts);
        assert!((0..).zip(&duty).all(|(minute, duty)| on_duty(&shifts, minute) == *duty));
        assert_eq!(duty.len(), 1440);
    }
}
