//! The clock of a lesson: how long it goes on, not counting pauses, beside what was planned.

/// When it began and how long it stood still. All times are seconds of the window's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    began: f64,
    paused_at: Option<f64>,
    paused_for: f64,
    /// Whether it stands still only because another lesson is given.
    is_aside: bool,
}

/// How a lesson stands in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Seconds since the lesson began, without pauses.
    pub elapsed_s: f64,
    /// When the stop that is shown is planned to end, in seconds from the beginning.
    pub until_s: f64,
    /// How long the whole lesson is planned to take, in seconds.
    pub planned_s: f64,
    /// Whether the clock stands still.
    pub is_paused: bool,
}

impl Clock {
    /// A clock that begins now.
    #[must_use]
    pub fn starting(now_s: f64) -> Self {
        Self { began: now_s, paused_at: None, paused_for: 0.0, is_aside: false }
    }

    /// Stops it, or lets it go on.
    pub fn pause_or_go_on(&mut self, now_s: f64) {
        match self.paused_at.take() {
            Some(at) => self.paused_for += (now_s - at).max(0.0),
            None => self.paused_at = Some(now_s),
        }
    }

    /// Another lesson is given: it stands still until this one comes back.
    pub fn lie_aside(&mut self, now_s: f64) {
        self.is_aside = !self.is_paused();
        if self.is_aside {
            self.pause_or_go_on(now_s);
        }
    }

    /// Its lesson is given again: it goes on, unless it stood still before.
    pub fn come_back(&mut self, now_s: f64) {
        if std::mem::take(&mut self.is_aside) && self.is_paused() {
            self.pause_or_go_on(now_s);
        }
    }

    /// Whether it stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused_at.is_some()
    }

    /// Seconds since it began, without pauses.
    #[must_use]
    pub fn elapsed_s(&self, now_s: f64) -> f64 {
        let until = self.paused_at.unwrap_or(now_s);
        (until - self.began - self.paused_for).max(0.0)
    }
}

impl Standing {
    /// From how many seconds behind on one is late.
    const LATE_S: f64 = 120.0;

    /// Seconds in hand until the stop is planned to end; below zero when it is over.
    #[must_use]
    pub fn in_hand_s(&self) -> f64 {
        self.until_s - self.elapsed_s
    }

    /// Whether one is so far behind that it should be seen.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.planned_s > 0.0 && self.in_hand_s() < -Self::LATE_S
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_does_not_count() {
        let mut clock = Clock::starting(100.0);
        clock.pause_or_go_on(160.0);
        let shows =
            |clock: &Clock, now: f64, wanted: f64| (clock.elapsed_s(now) - wanted).abs() < 1e-9;
        assert!(shows(&clock, 400.0, 60.0));
        clock.pause_or_go_on(400.0);
        assert!(shows(&clock, 410.0, 70.0));
        assert!(!clock.is_paused());
    }

    #[test]
    fn late_is_more_than_two_minutes_behind() {
        let at =
            |elapsed_s| Standing { elapsed_s, until_s: 60.0, planned_s: 600.0, is_paused: false };
        assert!(!at(170.0).is_late() && at(181.0).is_late());
        let unplanned = Standing { until_s: 0.0, planned_s: 0.0, ..at(900.0) };
        assert!(!unplanned.is_late(), "without a plan nobody is late");
    }
}
