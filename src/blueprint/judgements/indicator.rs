//! Indicators: what is measured time and again, against a target.

use crate::blueprint::date::Date;

/// The four views of a scorecard (Kaplan & Norton 1992).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum IndicatorView {
    /// How customers see the service.
    Customer,
    /// How the work goes.
    #[default]
    Process,
    /// Money.
    Finance,
    /// What staff learn.
    Learning,
}

impl IndicatorView {
    /// All views in their order, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Customer", Self::Customer),
        ("Process", Self::Process),
        ("Finance", Self::Finance),
        ("Learning", Self::Learning),
    ];
}

/// Which values of an indicator are good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Better {
    /// The higher the better.
    #[default]
    Higher,
    /// The lower the better.
    Lower,
    /// The nearer to the target the better.
    Near,
}

impl Better {
    /// All, with their names in a file.
    pub const NAMES: [(&'static str, Self); 3] =
        [("Higher", Self::Higher), ("Lower", Self::Lower), ("Near", Self::Near)];
}

/// Something that is measured.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Indicator {
    /// What it is called; never blank.
    pub name: String,
    /// Where it stands on the scorecard.
    pub view: IndicatorView,
    /// Which values are good.
    pub better: Better,
    /// What is aimed at.
    pub target: Option<f64>,
    /// What the best reach.
    pub benchmark: Option<f64>,
    /// The number of the step or role that it is about.
    pub of: Option<u32>,
    /// The figure of the blueprint that it measures, by its name in `--json`; blank for none.
    pub figure: String,
    /// From how many of the first data the limits are taken; from all where nothing is said.
    pub baseline: Option<u32>,
    /// What was measured, in the order of time.
    pub data: Vec<Datum>,
}

/// What was measured once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datum {
    /// When.
    pub date: Date,
    /// The value; with `n` a share from 0 to 1.
    pub value: f64,
    /// Of how many it is a share.
    pub n: Option<u32>,
}
