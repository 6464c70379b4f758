//! The views around the sheet: those of the panel beside it, and those below it.
//!
//! - here: their names, in the order of their tabs;
//! - `beside`, `below`: the rows, one a view: when it is offered, and what shows it;
//! - `state`: what views remember from frame to frame.
//!
//! A new view below the sheet is a line here with the keys of its name and of the command that
//! shows it, a row in `below` (without one nothing compiles), a file that shows it, and its texts
//! in the locales. Its tab, its command, its place in the menu, the finder and the preview come
//! from these.
//!
//! # What always holds
//!
//! - Each view has exactly one row, and the compiler asks for it.
//! - Views change nothing themselves; like all parts of the window they leave actions.

mod below;
mod beside;
mod state;

use crate::pictures::Improving;

pub(super) use below::{Shown, Tools, below};
pub(super) use beside::beside;
pub(super) use state::ViewState;

/// Declares the views of a panel, and the list of all of them.
macro_rules! views {
    ($(#[$about:meta])* $name:ident { $($(#[$of_each:meta])* $view:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub(super) enum $name {
            $($(#[$of_each])* $view,)*
        }

        impl $name {
            /// All, from left to right.
            pub const ALL: [Self; [$(stringify!($view)),*].len()] = [$(Self::$view),*];

            /// What it is called where nobody reads it in a language.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$view => stringify!($view),)*
                }
            }
        }
    };
}

views! {
    /// The views beside the sheet.
    SideTab {
        /// Load, what would help, labour.
        #[default]
        Capacity,
        /// What is selected.
        Details,
        /// How good it is, and what is found.
        Quality,
        /// What is wrong or doubtful.
        Problems,
        /// Two scenarios side by side, while they are compared.
        Compare,
        /// The chosen stop of the lesson.
        Stop,
        /// What was said of it.
        Comments,
    }
}

views! {
    /// The views below the sheet: the tables and the pictures of the figures.
    BottomTab {
        /// The step table.
        #[default]
        Steps,
        /// The role table.
        Roles,
        /// The day: who comes when, and who is on duty.
        Day,
        /// How busy everybody is.
        Load,
        /// One customer's visit along the clock.
        Visit,
        /// How waiting rises with demand.
        Waiting,
        /// Where a customer's money goes.
        Money,
        /// What customers judge.
        Quality,
        /// What can fail: how likely, how badly.
        Risk,
        /// What is measured, against its target.
        Indicators,
        /// What is to be done, and what it brings.
        Plan,
        /// What somebody wants to know who has to decide.
        Verdict,
        /// The stops of the lesson.
        Lesson,
    }
}

impl BottomTab {
    /// The keys of its name on its tab, and of the command that shows it.
    fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Steps => ["chart-tab-steps", "command-show-steps"],
            Self::Roles => ["chart-tab-roles", "command-show-roles"],
            Self::Day => ["chart-tab-day", "command-show-day"],
            Self::Load => ["chart-tab-load", "command-show-load"],
            Self::Visit => ["chart-tab-visit", "command-show-visit"],
            Self::Waiting => ["chart-tab-waiting", "command-show-waiting"],
            Self::Money => ["chart-tab-money", "command-show-money"],
            Self::Quality => ["chart-tab-quality", "command-show-quality"],
            Self::Risk => ["chart-tab-risk", "command-show-risk"],
            Self::Indicators => ["chart-tab-indicators", "command-show-indicators"],
            Self::Plan => ["chart-tab-plan", "command-show-plan"],
            Self::Verdict => ["chart-tab-verdict", "command-show-verdict"],
            Self::Lesson => ["chart-tab-lesson", "command-show-lesson"],
        }
    }

    /// Whether it has more to show than a table, and a height of its own.
    pub fn is_tall(self) -> bool {
        matches!(self, Self::Day | Self::Quality | Self::Risk | Self::Indicators | Self::Plan)
    }

    /// The picture of what is judged, measured or planned that it shows.
    pub fn improving(self) -> Option<Improving> {
        match self {
            Self::Risk => Some(Improving::Risk),
            Self::Indicators => Some(Improving::Indicators),
            Self::Plan => Some(Improving::Plan),
            _ => None,
        }
    }

    /// Whether it shows a picture that can be copied.
    pub fn is_picture(self) -> bool {
        self.chart().is_some() || self.improving().is_some()
    }

    /// Whether it shows what is only known once the quality was assessed.
    pub fn needs_assessment(self) -> bool {
        matches!(self, Self::Quality | Self::Risk | Self::Indicators | Self::Plan)
    }

    /// The key of its name on its tab.
    pub fn key(self) -> &'static str {
        let [tab, _] = self.keys();
        tab
    }

    /// The key of the command that shows it.
    pub fn command_key(self) -> &'static str {
        let [_, command] = self.keys();
        command
    }
}
