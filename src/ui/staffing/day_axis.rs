//! Where times of the day lie across the plan: one axis for demand, need and shifts.

use egui::Rect;

use crate::blueprint::{DAY_MINUTES, Day, TimeOfDay};

/// Times along a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DayAxis {
    /// Minutes after midnight at which the doors open, and for how long they do.
    pub open: u32,
    pub length: u32,
    pub left: f32,
    pub right: f32,
}

impl DayAxis {
    /// The axis of a day.
    pub fn of(day: &Day, (left, right): (f32, f32)) -> Self {
        Self { open: day.open.minutes(), length: day.length().max(1), left, right }
    }

    /// Where a minute from opening lies.
    pub fn x(&self, minute: u32) -> f32 {
        let share = minute.min(self.length) as f32 / self.length as f32;
        self.left + share * (self.right - self.left)
    }

    /// How many minutes so many points are.
    pub fn minutes(&self, points: f32) -> f64 {
        f64::from(points) * f64::from(self.length) / f64::from((self.right - self.left).max(1.0))
    }

    /// A time from one minute after midnight to another, in minutes from opening: of a day that goes round what
    /// lies beyond its end lies at its beginning.
    pub fn pieces(&self, from: u32, to: u32) -> Vec<(u32, u32)> {
        let begins = (from + DAY_MINUTES - self.open % DAY_MINUTES) % DAY_MINUTES;
        let ends = begins + to.saturating_sub(from);
        if ends <= self.length || self.length < DAY_MINUTES {
            return vec![(begins, ends.min(self.length))];
        }
        vec![(begins, self.length), (0, ends - self.length)]
    }

    /// The whole hours that are written along it, as minutes from opening and what the clock shows; so many
    /// points lie between two of them at least.
    pub fn hours(&self, apart: f32) -> Vec<(u32, TimeOfDay)> {
        let per_minute = (self.right - self.left) / self.length as f32;
        let step =
            [1, 2, 3, 4, 6, 12].into_iter().find(|step| *step as f32 * 60.0 * per_minute >= apart);
        let step = step.unwrap_or(24) * 60;
        let first = self.open.div_ceil(step) * step;
        let times = (first..=self.open + self.length).step_by(step as usize);
        times
            .map(|time| {
                let is_end = time == DAY_MINUTES;
                let clock = if is_end { TimeOfDay::END } else { TimeOfDay::on_any_day(time) };
                (time - self.open, clock)
            })
            .collect()
    }
}

/// The day across the column.
pub(super) struct Frame<'a> {
    pub day: &'a Day,
    pub axis: DayAxis,
    /// The left edge of the names.
    pub gutter: f32,
}

impl Frame<'_> {
    /// The part of a chart that belongs to an interval.
    pub fn column(&self, at: usize, rect: Rect) -> Rect {
        let (from, to) = self.day.interval(at);
        Rect::from_x_y_ranges(self.axis.x(from)..=self.axis.x(to), rect.y_range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(from: u32, to: u32) -> DayAxis {
        let at = |hour: u32| TimeOfDay::new(hour * 60).unwrap();
        DayAxis::of(&Day::new(at(from), at(to)), (100.0, 640.0))
    }

    #[test]
    fn shifts_lie_on_the_axis_of_their_day() {
        let office = axis(8, 17);
        assert_eq!((office.x(0), office.x(270), office.x(540)), (100.0, 370.0, 640.0));
        assert_eq!(office.pieces(540, 780), [(60, 300)]);
        let hours: Vec<String> = office.hours(44.0).iter().map(|(_, it)| it.to_string()).collect();
        assert_eq!(hours.len(), 10);
        assert_eq!((hours[0].as_str(), hours[9].as_str()), ("08:00", "17:00"));
        assert_eq!(office.hours(130.0).len(), 3, "12:00 and 15:00, with 09:00");
        let night = axis(20, 4);
        assert_eq!(night.pieces(1_320, 1_560), [(120, 360)]);
        // Around the clock a shift goes on in the morning.
        let always = axis(0, 24);
        assert_eq!(always.pieces(1_320, 1_800), [(1_320, 1_440), (0, 360)]);
        assert_eq!(always.hours(120.0).last().unwrap().1, TimeOfDay::END);
    }
}
