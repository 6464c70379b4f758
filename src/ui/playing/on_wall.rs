//! What a class sees of a day that is played: the time, and the day's course.

use crate::drawing::{CoursePoint, DayStrip};
use crate::simulation::playback::{MINUTE, Reel, Which};
use crate::ui::view_context::ViewContext;

use super::Playing;
use super::strip::{nothing_to_show, story_line};
use super::timeline::{highest, inside_at, round_number};

/// The day as a part of a wall.
struct Scale {
    from: u64,
    to: u64,
    most: f32,
}

impl Scale {
    fn across(&self, at: u64) -> f32 {
        let on = at.saturating_sub(self.from) as f32;
        (on / (self.to - self.from).max(1) as f32).min(1.0)
    }

    fn up(&self, count: u32) -> f32 {
        (count as f32 / self.most).min(1.0)
    }

    fn course(&self, reel: &Reel) -> Vec<CoursePoint> {
        let end = u32::try_from(reel.last().inside).unwrap_or(0);
        let points = reel.course().inside();
        let points = points.map(|(at, inside)| (at.min(reel.ends()), inside));
        let points = std::iter::once((reel.begins(), 0)).chain(points).chain([(reel.ends(), end)]);
        points.map(|(at, inside)| [self.across(at), self.up(inside)]).collect()
    }
}

impl Playing {
    /// The time that is shown and the day's course, for a wall.
    pub fn strip_on_wall(&self, view: &ViewContext<'_>) -> DayStrip {
        let words = view.words;
        let (Some(reel), Some(at), Some((from, to))) = (self.reel(), self.at(), self.span()) else {
            let (said, _) = nothing_to_show(view, self);
            return DayStrip { said, ..DayStrip::default() };
        };
        let before = self.reel_before();
        let reels = before.into_iter().chain([reel]);
        let most = reels.filter_map(|reel| highest(reel)).max().unwrap_or(0).max(4);
        let scale = Scale { from, to, most: most as f32 * 1.1 };
        let said = self.stills().map(|(still, before)| {
            words.played_waiting(still, before, self.compared_with.as_deref())
        });
        let longest = self.stills().and_then(|(still, _)| still.longest_line());
        let mut hours = Vec::new();
        let hour = 60 * MINUTE;
        let mut next = from + u64::from((60 - self.minute_of_day(from) % 60) % 60) * MINUTE;
        while next <= to {
            let minute = self.minute_of_day(next);
            hours.push((scale.across(next), minute / 60, words.clock(minute)));
            next += hour;
        }
        let moments = reel.story().iter().map(|marker| marker.at);
        let mark = round_number(most);
        DayStrip {
            clock: words.clock(self.minute_of_day(at)),
            said: said.unwrap_or_default(),
            is_long: longest.is_some_and(|step| step.waiting > 5),
            story: story_line(view, self).unwrap_or_default(),
            day: self.day_in_words(view),
            is_still: !self.is_running,
            hours,
            course: scale.course(reel),
            before: before.map(|before| scale.course(before)).unwrap_or_default(),
            now: scale.across(at),
            moments: moments.map(|at| [scale.across(at), scale.up(inside_at(reel, at))]).collect(),
            closes: reel
                .stage()
                .closes()
                .map(|close| (scale.across(close), words.text("playing-close").to_owned())),
            mark: Some((scale.up(mark), mark.to_string())),
            counts: words.text("playing-inside").to_owned(),
        }
    }

    /// Which day is shown, and that it stands still.
    fn day_in_words(&self, view: &ViewContext<'_>) -> String {
        let day = match self.which {
            Which::Typical => view.text("wall-day-typical").to_owned(),
            Which::Bad => view.text("wall-day-bad").to_owned(),
            Which::Number(number) => {
                view.words.with("wall-day-number", &[("number", number.into())])
            }
        };
        if self.is_running {
            return day;
        }
        view.words.with("wall-day-paused", &[("day", day.into())])
    }

    /// The time that lies so far along the day's course.
    pub fn time_at(&self, part: f32) -> Option<u64> {
        let (from, to) = self.span()?;
        // Within the day.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let on = (f64::from(part.clamp(0.0, 1.0)) * (to - from) as f64).round() as u64;
        Some(from + on)
    }
}
