//! Clicks as they were meant, however slow the passes are.
//!
//! The system tells no times: a click has the time of the pass that reads it, and lies where the
//! pointer is by then. On a slow machine, or in a large file, two clicks of one double click so
//! end up further apart than they were made, and a pointer that has moved on takes the
//! click with it. Hence:
//!
//! - the time that passes themselves took between two clicks does not count;
//! - what the pointer does after a button is left to the next pass, with all that follows.

use egui::{Context, Event, FullOutput, Plugin, RawInput, Ui, ViewportId};

/// The longest time between the clicks of a double click, in seconds.
const DOUBLE_CLICK: f64 = 0.3;

/// The longest time that the button of a click is held, in seconds.
const CLICK: f64 = 0.8;

/// A pass that takes longer lets people wait, in seconds.
const QUICK: f64 = 1.0 / 25.0;

/// How much slow passes excuse at most, in seconds.
const MOST: f64 = 1.0;

/// Reads clicks ahead of everything else.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    /// When the pass before began.
    time: f64,
    /// Whether the pass before asked for the next one at once, so that all between was work.
    follows: bool,
    /// How long a slow pass took recently; none is known to be slow where it is 0.
    pass_s: f64,
    /// How much was work since a button last went down, and since one last went up.
    since_down: f64,
    since_up: f64,
    /// What is left to the next pass.
    later: Vec<Event>,
}

impl Clicks {
    /// Notes that a pass begins, and how much of the time since the one before was work.
    fn begin(&mut self, time: f64) {
        let between = (time - self.time).max(0.0);
        self.time = time;
        if self.follows {
            self.pass_s = if between > QUICK { between } else { 0.0 };
        }
        let work = between.min(self.pass_s);
        self.since_down += work;
        self.since_up += work;
    }

    /// Takes what comes after a button once the pointer has moved on from there.
    fn split(&mut self, events: &mut Vec<Event>) {
        if !self.later.is_empty() {
            drop(events.splice(0..0, std::mem::take(&mut self.later)));
        }
        let mut pressed_at = None;
        let moved_on = events.iter().position(|event| match event {
            Event::PointerButton { pos, .. } => {
                let elsewhere = pressed_at.is_some_and(|at| at != *pos);
                pressed_at = Some(*pos);
                elsewhere
            }
            Event::PointerMoved(pos) => pressed_at.is_some_and(|at| at != *pos),
            _ => false,
        });
        if let Some(at) = moved_on {
            self.later = events.split_off(at);
        }
    }
}

impl Plugin for Clicks {
    fn debug_name(&self) -> &'static str {
        "clicks"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let time = input.time.unwrap_or_else(|| self.time + f64::from(input.predicted_dt));
        self.begin(time);
        self.split(&mut input.events);
        ctx.options_mut(|options| {
            let options = &mut options.input_options;
            options.max_double_click_delay = DOUBLE_CLICK + self.since_up.min(MOST);
            options.max_click_duration = CLICK + self.since_down.min(MOST);
        });
        for event in &input.events {
            match event {
                Event::PointerButton { pressed: true, .. } => self.since_down = 0.0,
                Event::PointerButton { pressed: false, .. } => self.since_up = 0.0,
                _ => {}
            }
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.later.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let root = output.viewport_output.get(&ViewportId::ROOT);
        self.follows = root.is_some_and(|root| root.repaint_delay.is_zero());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, PointerButton, Pos2};

    fn button(x: f32, pressed: bool) -> Event {
        let (pos, button) = (Pos2::new(x, 0.0), PointerButton::Primary);
        Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
    }

    fn moved(x: f32) -> Event {
        Event::PointerMoved(Pos2::new(x, 0.0))
    }

    #[test]
    fn a_click_is_read_where_it_was_made_and_what_follows_waits() {
        let key = Event::Text("a".to_owned());
        let mut clicks = Clicks::default();
        let mut events =
            vec![moved(1.0), button(1.0, true), button(1.0, false), moved(5.0), key.clone()];
        clicks.split(&mut events);
        assert_eq!(events, [moved(1.0), button(1.0, true), button(1.0, false)]);
        let mut next = vec![button(5.0, true), moved(9.0)];
        clicks.split(&mut next);
        assert_eq!(next, [moved(5.0), key, button(5.0, true)]);
        let mut last = Vec::new();
        clicks.split(&mut last);
        assert_eq!(last, [moved(9.0)]);
        assert!(clicks.later.is_empty());
    }

    #[test]
    fn only_the_time_of_slow_passes_is_excused() {
        let mut clicks = Clicks::default();
        let mut pass = |time, follows| {
            clicks.begin(time);
            clicks.follows = follows;
            clicks.since_up
        };
        // A quick machine that is at work all the time.
        for step in 1..=60 {
            assert!(pass(f64::from(step) / 60.0, true) < 1e-9);
        }
        // A pass takes 0.2 s; after it the window rests, and the next one is as slow.
        assert!((pass(1.2, false) - 0.2).abs() < 1e-9);
        assert!((pass(3.2, true) - 0.4).abs() < 1e-9);
    }
}
