//! The parts of a report.

use crate::blueprint::Blueprint;

/// A part of a report, which can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Whether the service copes, and what would help.
    Verdict,
    /// The sheet.
    Blueprint,
    /// The steps with their figures.
    Steps,
    /// The roles with theirs.
    Roles,
    /// What customers see and meet, and what it costs.
    Experience,
    /// What is wrong with the blueprint.
    Problems,
    /// The scenarios against the first.
    Comparison,
    /// The planning sheets with their answers.
    Plans,
    /// What the figures mean.
    Method,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 9] = [
        Self::Verdict,
        Self::Blueprint,
        Self::Steps,
        Self::Roles,
        Self::Experience,
        Self::Problems,
        Self::Comparison,
        Self::Plans,
        Self::Method,
    ];

    /// Its name on the command line, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Blueprint => "blueprint",
            Self::Steps => "steps",
            Self::Roles => "roles",
            Self::Experience => "experience",
            Self::Problems => "problems",
            Self::Comparison => "comparison",
            Self::Plans => "plans",
            Self::Method => "method",
        }
    }

    /// Whether a blueprint has something for it: a comparison needs a second scenario, plans need sheets.
    #[must_use]
    pub fn is_in(self, blueprint: &Blueprint) -> bool {
        match self {
            Self::Comparison => blueprint.scenarios().len() > 1,
            Self::Plans => !blueprint.sheets().is_empty(),
            _ => true,
        }
    }

    /// The key of its heading.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Verdict => "report-part-verdict",
            Self::Blueprint => "report-part-blueprint",
            Self::Steps => "report-part-steps",
            Self::Roles => "report-part-roles",
            Self::Experience => "report-part-experience",
            Self::Problems => "report-part-problems",
            Self::Comparison => "report-part-comparison",
            Self::Plans => "report-part-plans",
            Self::Method => "report-part-method",
        }
    }
}
