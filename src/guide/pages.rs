//! The list of pages and pictures. A new page is a line here and a file in each language's folder of
//! `assets/guide`; a new picture is its name here and a file in each folder of pictures.

use crate::wording::Language;

/// Makes [`Page`] from the names of its files.
macro_rules! pages {
    ($($page:ident: $name:literal,)+) => {
        /// A page of the guide, in the order in which they are read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Page {
            $(#[doc = concat!("`", $name, ".md`")] $page),+
        }

        impl Page {
            /// All pages.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$page),+];

            /// What its file is called, without the ending.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$page => $name),+
                }
            }

            /// Its Markdown.
            #[must_use]
            pub fn source(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$page, Language::English) => {
                            include_str!(concat!("../../assets/guide/en/", $name, ".md"))
                        }
                        (Self::$page, Language::Chinese) => {
                            include_str!(concat!("../../assets/guide/zh-Hans/", $name, ".md"))
                        }
                    )+
                }
            }

            /// The page whose file is called so.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|page| page.name() == name)
            }
        }
    };
}

/// Makes [`picture`] from the names of the files.
macro_rules! pictures {
    ($($name:literal,)*) => {
        /// The names of all pictures.
        #[cfg(test)]
        pub(super) const PICTURES: &[&str] = &[$($name),*];

        /// The file of a picture, a PNG.
        #[must_use]
        pub fn picture(name: &str, language: Language) -> Option<&'static [u8]> {
            match (name, language) {
                $(
                    ($name, Language::English) => Some(include_bytes!(concat!(
                        "../../assets/guide/en/pictures/", $name, ".png"
                    ))),
                    ($name, Language::Chinese) => Some(include_bytes!(concat!(
                        "../../assets/guide/zh-Hans/pictures/", $name, ".png"
                    ))),
                )*
                _ => None,
            }
        }
    };
}

pages! {
    Start: "start",
    Blueprint: "blueprint",
    Drawing: "drawing",
    Steps: "steps",
    Flow: "flow",
    Demand: "demand",
    Day: "day",
    Playing: "playing",
    Lesson: "lesson",
    Staffing: "staffing",
    PlanningSheets: "planning-sheets",
    Verdict: "verdict",
    Review: "review",
    Figures: "figures",
    Trust: "trust",
    Improving: "improving",
    Scenarios: "scenarios",
    Redesign: "redesign",
    Charts: "charts",
    Experience: "experience",
    Quality: "quality",
    Problems: "problems",
    Tables: "tables",
    Files: "files",
    CommandLine: "command-line",
    Keys: "keys",
}

pictures! {
    "start-screen",
    "licence-office",
    "bottleneck-box",
    "blueprint-zones",
    "drawing-handle",
    "space-tool",
    "step-panel",
    "visit-fork",
    "demand-panel",
    "why-popup",
    "figures-panel",
    "suggestion",
    "levers",
    "compare",
    "redesign-dialog",
    "load-chart",
    "visit-chart",
    "waiting-chart",
    "money-chart",
    "fail-point",
    "line-dragged",
    "problems-list",
    "table-steps",
    "import-dialog",
    "finder",
}
