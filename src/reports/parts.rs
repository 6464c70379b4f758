//! The parts of a report.

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
    /// What the figures mean.
    Method,
}

impl Part {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Verdict,
        Self::Blueprint,
        Self::Steps,
        Self::Roles,
        Self::Experience,
        Self::Problems,
        Self::Comparison,
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
            Self::Method => "method",
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
            Self::Method => "report-part-method",
        }
    }
}
