//! A day of the scenario that is shown, played on the sheet.
//!
//! - here: what is played, when it is in it, and what becomes of a wish;
//! - `recording`: the day is played once to its end, off the window's thread;
//! - `picture`: what is to be seen of it, as the drawing takes it; `travelling`: customers on their way;
//! - `strip`, `timeline`, `beside`: what is shown around the sheet; `on_wall`: what a class sees of it; `keys`: the keys of the player.
//!
//! # What always holds
//!
//! - What is shown at a time is what the engine says, wherever one comes from; numbers are exact at every
//!   instant.
//! - An edit or a lever plays the same day again up to the same time: the same customers with the same times, so
//!   that what differs is what was changed.
//! - A pass takes two milliseconds for it; where that is not enough the clock runs slower, and says so.
//! - Nothing is played and nothing asked for while it is paused.

mod beside;
mod keys;
mod on_wall;
mod picture;
mod recording;
mod strip;
mod timeline;
mod travelling;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Context;

use crate::analysis::Lack;
use crate::background::{Kept, Pace};
use crate::blueprint::{Scenario, ScenarioId};
use crate::drawing::Played;
use crate::simulation::playback::{Cursor, MINUTE, Marker, Reel, SECOND, Still, Which};
use crate::wording::Wording;

use self::recording::{Answer, Asked, Job, record};
use self::travelling::Travelling;
use super::simulating::Version;

pub(super) use self::beside::show as show_beside;
pub(super) use self::keys::wishes_of_keys;
pub(super) use self::strip::{height, show as show_strip};

/// What a pass may take to play, both sides together.
const BUDGET: Duration = Duration::from_millis(2);
/// Under less motion, what is seen changes after so many seconds.
const CALM: f64 = 0.5;
/// A pass that took longer counts as so many seconds: nobody wants to miss what happened meanwhile.
const LONGEST_PASS: f64 = 0.5;

/// How fast it is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Speed {
    /// One minute a second.
    One,
    #[default]
    Five,
    Fifteen,
    Thirty,
    /// The whole day in thirty seconds.
    WholeDay,
}

impl Speed {
    /// All, the slowest first.
    pub const ALL: [Self; 5] = [Self::One, Self::Five, Self::Fifteen, Self::Thirty, Self::WholeDay];

    /// Minutes of the day that pass in a second; `None` for the whole day.
    pub fn minutes(self) -> Option<u32> {
        match self {
            Self::One => Some(1),
            Self::Five => Some(5),
            Self::Fifteen => Some(15),
            Self::Thirty => Some(30),
            Self::WholeDay => None,
        }
    }

    fn beside(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|speed| *speed == self).unwrap_or_default();
        Self::ALL.get(at.saturating_add_signed(by)).copied().unwrap_or(self)
    }
}

/// What is asked of the player.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PlayWish {
    /// To play, or to pause.
    Toggle,
    /// To go to a time, in ticks.
    GoTo(u64),
    /// To go so many ticks on, or back.
    Move(i64),
    /// To go to the next event.
    StepOn,
    /// To go to the event before.
    StepBack,
    ToStart,
    ToEnd,
    At(Speed),
    Faster,
    Slower,
    /// To play another day.
    Day(Which),
    /// To go to the next marker of the story.
    NextMarker,
}

/// One of the days that are played beside each other.
struct Side {
    cursor: Cursor,
    still: Arc<Still>,
}

impl Side {
    fn of(reel: &Arc<Reel>, at: u64) -> Self {
        let mut cursor = Cursor::new(reel);
        cursor.seek(at, &mut || true);
        cursor.moves();
        Self { still: Arc::new(cursor.still()), cursor }
    }

    /// Goes to a time, as far as there is time to; answers whether it arrived.
    fn seek(&mut self, at: u64, has_time: &mut dyn FnMut() -> bool) -> bool {
        let arrived = self.cursor.seek(at, has_time);
        if self.still.at != self.cursor.at() {
            self.still = Arc::new(self.cursor.still());
        }
        arrived
    }
}

/// Why no day can be played.
enum Missing {
    /// What it cannot be played without.
    Lacks(Vec<Lack>),
    /// More would be inside than can be simulated.
    TooMuch,
}

/// What is played: the scenario that is shown, and what it is seen beside.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    /// What is shown on the sheet.
    pub now: Arc<Scenario>,
    /// What it was before levers were pulled, or what it is compared with.
    pub before: Option<Arc<Scenario>>,
    /// The name of the latter, where it is compared with it.
    pub compared_with: Option<String>,
}

/// A day that is played.
pub(super) struct Playing {
    which: Which,
    /// Which day that was found to be: it stays, whatever becomes of the scenario.
    resolved: Option<u32>,
    /// Of which scenario.
    scenario: Option<ScenarioId>,
    kept: Kept<Asked, Arc<Answer>>,
    seen: u64,
    number: u32,
    now: Option<Side>,
    before: Option<Side>,
    compared_with: Option<String>,
    missing: Option<Missing>,
    /// The time that is shown, in ticks; `None` until a day is known.
    at: Option<u64>,
    is_running: bool,
    /// Whether the clock runs slower than it is asked to.
    is_late: bool,
    speed: Speed,
    travelling: Travelling,
    /// When the last pass was, and when what is seen was last changed.
    last_pass: f64,
    last_change: f64,
    played: Arc<Played>,
    /// What that was made of.
    pictured: Option<(Arc<Still>, Option<Arc<Still>>)>,
    /// The sheet has the window.
    pub is_wide: bool,
}

impl Playing {
    /// Begins to play a typical day.
    pub fn new(now: f64) -> Self {
        Self {
            which: Which::default(),
            resolved: None,
            scenario: None,
            kept: Kept::new("playback"),
            seen: 0,
            number: 0,
            now: None,
            before: None,
            compared_with: None,
            missing: None,
            at: None,
            is_running: true,
            is_late: false,
            speed: Speed::default(),
            travelling: Travelling::default(),
            last_pass: now,
            last_change: 0.0,
            played: Arc::default(),
            pictured: None,
            is_wide: false,
        }
    }

    /// Plays on; once a pass, before anything is shown.
    pub fn follow(&mut self, ctx: &Context, cast: &Cast, motion: bool, words: &Wording) {
        self.compared_with = cast.compared_with.as_deref().map(short);
        self.follow_scenario(cast.now.id());
        let asked = Asked {
            now: Version::of(&cast.now),
            before: cast.before.as_ref().map(Version::of),
            which: self.which,
        };
        let which = self.resolved.map_or(self.which, Which::Number);
        let job = Job { cast: cast.clone(), which };
        self.kept.follow(&asked, ctx, Pace::Beside, move |signal| Arc::new(record(&job, signal)));
        self.take_answer();
        let now = ctx.time();
        let passed = (now - self.last_pass).clamp(0.0, LONGEST_PASS);
        self.last_pass = now;
        self.advance(passed, now, motion);
        let is_due = !self.is_running || motion || now - self.last_change >= CALM;
        let is_new = self.pictured.as_ref().is_none_or(|(still, before)| {
            let shown = self.now.as_ref().map(|side| &side.still);
            let other = self.before.as_ref().map(|side| &side.still);
            let same = |one: Option<&Arc<Still>>, other: Option<&Arc<Still>>| match (one, other) {
                (Some(one), Some(other)) => Arc::ptr_eq(one, other),
                (one, other) => one.is_none() && other.is_none(),
            };
            !same(shown, Some(still)) || !same(other, before.as_ref())
        });
        let travels = self.travelling.move_on(now);
        if is_due && is_new || travels {
            let side = self.now.as_ref();
            if let Some(still) =
                side.map(|side| Arc::clone(&side.still)).filter(|_| is_due && is_new)
            {
                let before = self.before.as_ref().map(|side| Arc::clone(&side.still));
                self.pictured = Some((still, before));
                self.last_change = now;
            }
            self.played = Arc::new(self.picture(&cast.now, words));
        }
        if self.is_running && self.now.is_some() {
            if motion {
                ctx.request_repaint();
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(CALM / 2.0));
            }
        } else if travels {
            ctx.request_repaint();
        }
    }

    /// Another scenario is shown: the same day goes on, with the same customers, so that what differs is the
    /// scenario's. Of that one it need not be the typical day, nor the bad one.
    fn follow_scenario(&mut self, id: ScenarioId) {
        let before = self.scenario.replace(id);
        if let Some(number) = self.resolved
            && before.is_some_and(|before| before != id)
        {
            self.which = Which::Number(number);
        }
    }

    /// Something lies over the window: the clock stands still meanwhile.
    pub fn wait(&mut self, now: f64) {
        self.last_pass = now;
    }

    /// Takes in what was recorded.
    fn take_answer(&mut self) {
        if self.seen == self.kept.serial() {
            return;
        }
        self.seen = self.kept.serial();
        self.travelling.clear();
        let Some(answer) = self.kept.value().cloned() else {
            return self.show_nothing();
        };
        match answer.as_ref() {
            Answer::Recorded { number, now, before } => {
                let at = self.at.unwrap_or_else(|| now.begins()).clamp(now.begins(), now.ends());
                self.at = Some(at);
                (self.number, self.resolved) = (*number, Some(*number));
                self.now = Some(Side::of(now, at));
                self.before = before.as_ref().map(|before| Side::of(before, at));
                self.missing = None;
            }
            Answer::Lacking(lacks) => {
                self.missing = Some(Missing::Lacks(lacks.clone()));
                self.show_nothing();
            }
            Answer::TooMuch => {
                self.missing = Some(Missing::TooMuch);
                self.show_nothing();
            }
        }
    }

    /// There is no day to show. The time stays, for when there is one again.
    fn show_nothing(&mut self) {
        (self.now, self.before, self.pictured) = (None, None, None);
        self.played = Arc::default();
    }

    /// Lets the clock go on by what has passed of a pass, and both sides with it.
    fn advance(&mut self, passed: f64, now: f64, motion: bool) {
        let (Some(side), Some(at)) = (&mut self.now, self.at) else { return };
        let reel = Arc::clone(side.cursor.reel());
        let ends =
            reel.ends().max(self.before.as_ref().map_or(0, |side| side.cursor.reel().ends()));
        let wanted = if self.is_running {
            let a_second = match self.speed.minutes() {
                Some(minutes) => f64::from(minutes) * MINUTE as f64,
                None => (ends - reel.begins().min(ends)) as f64 / 30.0,
            };
            // Far below 2⁶⁴.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let on = (passed * a_second).round() as u64;
            (at + on).min(ends)
        } else {
            at
        };
        let began = Instant::now();
        let mut has_time = || began.elapsed() < BUDGET;
        let arrived = side.seek(wanted.min(reel.ends()), &mut has_time);
        let moves = side.cursor.moves();
        if self.is_running && motion {
            self.travelling.add(&reel, &moves, now);
        }
        let reached = if arrived { wanted } else { side.cursor.at().max(at.min(reel.ends())) };
        let mut is_late = !arrived;
        if let Some(before) = &mut self.before {
            let to = reached.min(before.cursor.reel().ends());
            is_late |= !before.seek(to, &mut has_time);
            before.cursor.moves();
        }
        self.is_late = is_late && self.is_running;
        self.at = Some(reached);
        if reached >= ends {
            self.is_running = false;
        }
    }

    /// Does what is asked of it.
    pub fn grant(&mut self, wish: PlayWish) {
        match wish {
            PlayWish::Toggle => {
                // At the end it begins anew.
                if !self.is_running && self.is_at_end() {
                    self.go_to(self.begins());
                }
                self.is_running = !self.is_running;
            }
            PlayWish::GoTo(at) => self.go_to(at),
            PlayWish::Move(by) => self.go_to(self.at.unwrap_or_default().saturating_add_signed(by)),
            PlayWish::StepOn => {
                self.is_running = false;
                if let Some(next) = self.now.as_ref().and_then(|side| side.cursor.next_event()) {
                    self.go_to(next);
                }
            }
            PlayWish::StepBack => {
                self.is_running = false;
                let last = self.now.as_ref().and_then(|side| side.cursor.last_event());
                self.go_to(last.unwrap_or_else(|| self.begins()));
            }
            PlayWish::ToStart => self.go_to(self.begins()),
            PlayWish::ToEnd => self.go_to(u64::MAX),
            PlayWish::At(speed) => self.speed = speed,
            PlayWish::Faster => self.speed = self.speed.beside(1),
            PlayWish::Slower => self.speed = self.speed.beside(-1),
            PlayWish::Day(which) if which != self.which => {
                (self.which, self.resolved) = (which, None);
            }
            PlayWish::Day(_) => {}
            PlayWish::NextMarker => {
                if let Some(next) = self.next_marker() {
                    self.is_running = false;
                    self.go_to(next.at);
                }
            }
        }
    }

    fn go_to(&mut self, at: u64) {
        let Some(reel) = self.reel() else { return };
        let ends =
            reel.ends().max(self.before.as_ref().map_or(0, |side| side.cursor.reel().ends()));
        self.at = Some(at.clamp(reel.begins(), ends));
        self.travelling.clear();
    }

    fn begins(&self) -> u64 {
        self.reel().map(|reel| reel.begins()).unwrap_or_default()
    }

    fn is_at_end(&self) -> bool {
        self.reel().zip(self.at).is_some_and(|(reel, at)| at >= reel.ends())
    }

    /// The next marker of the story.
    pub fn next_marker(&self) -> Option<Marker> {
        let at = self.at?;
        self.reel()?.story().iter().find(|marker| marker.at > at).copied()
    }

    /// The day that is shown.
    pub fn reel(&self) -> Option<&Arc<Reel>> {
        self.now.as_ref().map(|side| side.cursor.reel())
    }

    /// From when to when a day is shown: to the full half hour after it, so that the last hour is written.
    fn span(&self) -> Option<(u64, u64)> {
        let reel = self.reel()?;
        let ends = reel.ends().max(self.reel_before().map_or(0, |before| before.ends()));
        Some((reel.begins(), ends.div_ceil(30 * MINUTE) * 30 * MINUTE))
    }

    /// The day beside it.
    pub fn reel_before(&self) -> Option<&Arc<Reel>> {
        self.before.as_ref().map(|side| side.cursor.reel())
    }

    /// What is seen, and what is seen beside it.
    pub fn stills(&self) -> Option<(&Still, Option<&Still>)> {
        let (still, before) = self.pictured.as_ref()?;
        Some((still, before.as_deref()))
    }

    /// What the sheet shows of it.
    pub fn played(&self) -> &Arc<Played> {
        &self.played
    }

    /// The time that is shown, in ticks.
    pub fn at(&self) -> Option<u64> {
        self.at
    }

    /// Which day it is.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Whether a day is being recorded.
    pub fn is_recording(&self) -> bool {
        self.kept.is_busy()
    }

    /// Whether the program made a mistake in it.
    pub fn is_lost(&self) -> bool {
        self.kept.has_failed()
    }

    /// Whether the clock runs.
    pub fn is_running(&self) -> bool {
        self.is_running && self.now.is_some()
    }

    /// The time of day at a moment, in words, which say that it is one of the next day.
    pub fn clock(&self, at: u64, words: &Wording) -> String {
        let time = words.clock(self.minute_of_day(at));
        if self.is_next_day(at) {
            return words.with("playing-next-day", &[("time", time.into())]);
        }
        time
    }

    /// Whether the midnight after the doors opened is over at a moment.
    pub fn is_next_day(&self, at: u64) -> bool {
        self.reel().is_some_and(|reel| reel.stage().seconds_of_day(at) >= 24.0 * 3600.0)
    }

    /// The time of day that is shown at a moment, in whole minutes from midnight.
    pub fn minute_of_day(&self, at: u64) -> u32 {
        self.second_of_day(at) / 60
    }

    /// The same in whole seconds.
    pub fn second_of_day(&self, at: u64) -> u32 {
        let seconds = self.reel().map_or(0.0, |reel| reel.stage().seconds_of_day(at));
        // Within a day.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let seconds = seconds.floor().rem_euclid(24.0 * 3600.0) as u32;
        seconds
    }

    fn picture(&self, scenario: &Scenario, words: &Wording) -> Played {
        let Some((still, before)) = self.stills() else { return Played::default() };
        let mut played = picture::of(scenario, still, before, self.compared_with.as_deref(), words);
        self.travelling.draw(&mut played);
        played
    }
}

/// So many letters of the name of another scenario are said with each number.
const NAMED: usize = 24;

/// A name that leaves room for what is said of it.
fn short(name: &str) -> String {
    if name.chars().count() <= NAMED {
        return name.to_owned();
    }
    let first: String = name.chars().take(NAMED - 1).collect();
    format!("{}…", first.trim_end())
}

/// Ticks of so many seconds.
fn seconds(count: i64) -> i64 {
    count * i64::try_from(SECOND).unwrap_or(1)
}
