//! What the window is about: editing, comparing two scenarios, judging what somebody else drew, playing
//! a simulated day, giving a lesson, looking at a design that is not in the file, or choosing what to begin
//! with.
//!
//! A mode says what is drawn, what may be done meanwhile, and what Esc does. Modes lie above one
//! another; the topmost that is on answers, and below all of them lies editing. What only a mode
//! needs to know is its own state, and goes with it.
//!
//! A new mode — a lesson — is
//!
//! 1. a file here: its state, and [`Mode`] for it. Each question has the answer of editing as its
//!    usual one, so that only what is different is said; what Esc does must be said.
//! 2. a field of [`Modes`], and its line in `layers`: where it lies among the others;
//! 3. a command that enters it, which is a row of the table of commands.
//!
//! The rest asks [`Modes::now`] and need not know which mode is on; who reads keys asks
//! [`Modes::at_the_keys`], as the guide may lie over all of them and have the keys.
//!
//! # What always holds
//!
//! - Esc leaves one thing a press, from the top (`esc_leaves_one_thing_at_a_time_from_the_top`).
//! - What a mode does not allow is not done, by whatever way it was asked for: menu, key, finder or
//!   panel (`a_design_that_is_looked_at_takes_nothing_in`).
//! - Editing is always on below the others, so that there is always a mode that answers.

mod comparing;
mod editing;
mod planning;
mod playing;
mod presenting;
mod previewing;
mod reading;
mod reviewing;
mod start_screen;
mod walking;

use egui::Ui;

use super::commands::{Bound, Command, Face};
use super::comparing::{Compared, Comparing};
use super::playing::Playing;
use super::presenting::Presenting;
use super::reviewing::Reviewing;
use super::view_context::{Action, ViewContext};
use super::walking::Walking;

pub(super) use planning::{Planning, shows_blueprint};
pub(super) use previewing::Previewing;
pub(super) use reading::Reading;
pub(super) use start_screen::StartScreen;

use editing::Editing;

/// A bar above the sheet that says what the mode is.
pub(super) type Bar = fn(&mut Ui, &mut ViewContext<'_>);

/// What is drawn around the sheet.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    /// Whether menus and tool bar can be used.
    pub menus: bool,
    /// What stands above the sheet.
    pub bar: Option<Bar>,
    /// Whether what is to be said of the file is said above the sheet.
    pub file_bars: bool,
}

impl Default for Drawn {
    fn default() -> Self {
        Self { menus: true, bar: None, file_bars: true }
    }
}

/// What there is to leave when Esc is pressed.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// A text is being typed, which takes Esc itself.
    pub typing: bool,
    /// The view below takes the place of the sheet.
    pub enlarged: bool,
    /// Levers are pulled and not kept.
    pub levers: bool,
    /// Something is being dragged or drawn on the sheet.
    pub in_gesture: bool,
    /// Only some of the steps are shown.
    pub filtered: bool,
    /// Something is selected.
    pub selected: bool,
}

/// What becomes of Esc.
#[derive(Clone, Debug)]
pub(super) enum Esc {
    /// It asks for this.
    Asks(Action),
    /// It belongs to what is being typed or drawn.
    IsTaken,
    /// There is nothing to leave: it selects nothing, as its command says.
    IsFree,
}

/// What the window is about.
pub(super) trait Mode {
    /// What it is called where nobody reads it in a language.
    fn name(&self) -> &'static str {
        std::any::type_name::<Self>().rsplit("::").next().unwrap_or_default()
    }

    /// What is drawn around the sheet.
    fn drawn(&self) -> Drawn {
        Drawn::default()
    }

    /// Whether what is typed, nudged and pasted changes what is on the sheet.
    fn sheet_takes_input(&self) -> bool {
        true
    }

    /// Whether a key may ask for its command.
    fn takes_key(&self, _key: &Bound) -> bool {
        true
    }

    /// Whether something that was asked for may be done. `face_of` tells commands apart.
    fn allows(&self, _action: &Action, _face_of: fn(Command) -> Face) -> bool {
        true
    }

    /// What Esc does as things stand.
    fn escape(&self, standing: Standing) -> Esc;
}

/// The modes that are on.
#[derive(Default)]
pub(super) struct Modes {
    /// Reading in the guide: over all others, but only for the keys.
    pub reading: Option<Reading>,
    /// Choosing what to begin with.
    pub start_screen: Option<StartScreen>,
    /// Giving a lesson: what is on the sheet meanwhile is a sandbox.
    pub presenting: Option<Box<Presenting>>,
    /// Walking along the visit: the surroundings of each moment have the window.
    pub walking: Option<Walking>,
    /// Playing a simulated day: nothing is locked meanwhile.
    pub playing: Option<Playing>,
    /// Looking at a design that is not in the file.
    pub previewing: Option<Previewing>,
    /// Working on a planning sheet in the place of the blueprint.
    pub planning: Option<Planning>,
    /// Judging what somebody else drew.
    pub reviewing: Option<Reviewing>,
    /// Comparing two scenarios.
    pub comparing: Option<Comparing>,
}

impl Modes {
    /// All that are on, the topmost first.
    fn layers(&self) -> impl Iterator<Item = &dyn Mode> {
        fn layer<M: Mode>(mode: Option<&M>) -> Option<&dyn Mode> {
            mode.map(|mode| mode as &dyn Mode)
        }
        [
            layer(self.start_screen.as_ref()),
            layer(self.presenting.as_deref()),
            layer(self.walking.as_ref()),
            layer(self.previewing.as_ref()),
            layer(self.playing.as_ref()),
            // Whoever reviews looks at planning sheets too, and changes none.
            layer(self.reviewing.as_ref()),
            layer(self.planning.as_ref()),
            layer(self.comparing.as_ref()),
        ]
        .into_iter()
        .flatten()
    }

    /// The mode that is on, the topmost of several.
    pub fn now(&self) -> &dyn Mode {
        self.layers().next().unwrap_or(&Editing)
    }

    /// Who says what becomes of a key: the guide while it has the keys, else the mode that speaks.
    pub fn at_the_keys(&self) -> &dyn Mode {
        match &self.reading {
            Some(reading) => reading,
            None => self.now(),
        }
    }

    /// What is known of the comparison that is on.
    pub fn compared(&self) -> Option<&Compared> {
        self.comparing.as_ref().and_then(Comparing::compared)
    }
}

#[cfg(test)]
mod tests {
    use crate::blueprint::Blueprint;
    use crate::ui::commands::Command;

    use super::*;

    fn comparing() -> Option<Comparing> {
        let mut blueprint = Blueprint::empty("", "one");
        let one = blueprint.baseline().id();
        let two = blueprint.duplicate_scenario(one, "two").ok()?;
        Some(Comparing::of(one, two))
    }

    /// What Esc asks for, in short.
    fn check(modes: &Modes, standing: Standing, expected: &str) {
        let said = match modes.at_the_keys().escape(standing) {
            Esc::Asks(Action::Run(command)) => format!("{command:?}"),
            Esc::Asks(action) => format!("{action:?}"),
            Esc::IsTaken => "taken".to_owned(),
            Esc::IsFree => "free".to_owned(),
        };
        assert_eq!(said, expected, "{standing:?}");
    }

    #[test]
    fn esc_leaves_one_thing_at_a_time_from_the_top() {
        let at_rest = Standing::default();
        let all = Standing { enlarged: true, levers: true, filtered: true, ..at_rest };
        let mut modes = Modes { comparing: comparing(), ..Modes::default() };
        check(&modes, all, &format!("{:?}", Command::Enlarge));
        check(&modes, Standing { enlarged: false, ..all }, "Abort");
        check(&modes, Standing { filtered: true, ..at_rest }, "ClearFilter");
        check(&modes, Standing { filtered: true, selected: true, ..at_rest }, "LeaveComparing");
        check(&modes, at_rest, "LeaveComparing");
        check(&modes, Standing { typing: true, ..all }, "taken");
        check(&modes, Standing { in_gesture: true, filtered: true, ..at_rest }, "taken");
        modes.previewing = Some(Previewing);
        check(&modes, Standing { typing: true, ..all }, "Redesign(Back)");
        modes.reading = Some(Reading);
        check(&modes, all, "CloseGuide");
        check(&modes, Standing { typing: true, ..all }, "CloseGuide");
        modes = Modes::default();
        check(&modes, at_rest, "free");
        check(&modes, Standing { selected: true, filtered: true, ..at_rest }, "free");
    }

    #[test]
    fn what_may_be_done_behind_the_guide_is_for_the_mode_behind_it_to_say() {
        let modes =
            Modes { previewing: Some(Previewing), reading: Some(Reading), ..Modes::default() };
        let face_of = crate::ui::commands::face;
        assert!(!modes.now().allows(&Action::Run(Command::Delete), face_of));
        assert!(modes.now().allows(&Action::CloseGuide, face_of));
        assert!(!modes.now().drawn().menus, "what is drawn stays");
    }

    #[test]
    fn a_design_that_is_looked_at_takes_nothing_in() {
        let modes = Modes { previewing: Some(Previewing), ..Modes::default() };
        let face_of = crate::ui::commands::face;
        let allows = |action| modes.now().allows(&action, face_of);
        assert!(!modes.now().sheet_takes_input());
        assert!(allows(Action::Run(Command::ZoomIn)) && allows(Action::Run(Command::Larger)));
        for command in [Command::Delete, Command::Undo, Command::AddPhase, Command::Save] {
            assert!(!allows(Action::Run(command)), "{command:?}");
        }
        assert!(!allows(Action::Commit) && !allows(Action::Abort));
    }
}
