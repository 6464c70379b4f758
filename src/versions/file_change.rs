//! What changes about a file as a whole.

use std::hash::Hash;
use std::sync::Arc;

use super::matching::paired;
use super::sheets::PlanChange;
use crate::blueprint::RateUnit;
use crate::blueprint::sheets::Sheet;
use crate::redesign::Difference;

/// What changed about the file as a whole; no figure of a scenario depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileChange {
    /// What the service is called.
    Title(String, String),
    /// The currency; no amount is converted.
    Currency(String, String),
    /// What a customer is called.
    Unit(String, String),
    /// What rates are shown per.
    Rates(RateUnit, RateUnit),
    /// Whether steps are only to be done by who does them today, now.
    OnlyToday(bool),
    /// A scenario came.
    ScenarioAdded(String),
    /// A scenario went.
    ScenarioRemoved(String),
    /// A scenario has another name.
    ScenarioRenamed(String, String),
    /// The scenarios stand in another order.
    ScenarioOrder,
    /// Comments.
    Comments(Said),
    /// Comments that stand in the text of a file, written by hand.
    Notes(Said),
    /// Reviews.
    Reviews(Said),
    /// Whether a review is asked for, now.
    Asked(bool),
    /// The lesson that is held with it.
    Lesson(Difference),
    /// Something that is judged or planned with; with its name, blank where there is one of its sort.
    Judged(Judged, Difference, String),
    /// Something about a planning sheet, with the sheet as it is now.
    Sheet(Arc<Sheet>, PlanChange),
}

impl FileChange {
    /// What it is known by, the same in every language.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Title(..) => "file.title",
            Self::Currency(..) => "file.currency",
            Self::Unit(..) => "file.unit",
            Self::Rates(..) => "file.rates",
            Self::OnlyToday(_) => "file.only_today",
            Self::ScenarioAdded(_) => "file.scenario_added",
            Self::ScenarioRemoved(_) => "file.scenario_removed",
            Self::ScenarioRenamed(..) => "file.scenario_renamed",
            Self::ScenarioOrder => "file.scenario_order",
            Self::Comments(_) => "file.comments",
            Self::Notes(_) => "file.notes",
            Self::Reviews(_) => "file.reviews",
            Self::Asked(_) => "file.asked",
            Self::Lesson(_) => "file.lesson",
            Self::Judged(what, ..) => match what {
                Judged::Settings => "file.quality",
                Judged::Item => "file.item",
                Judged::Survey => "file.survey",
                Judged::Indicator => "file.indicator",
                Judged::Plan => "file.plan",
                Judged::Action => "file.action",
                Judged::Log => "file.log",
                Judged::Sheet => "file.sheet",
            },
            Self::Sheet(..) => "file.sheet",
        }
    }

    /// Whether it is about what people said, which changes nothing of the service.
    #[must_use]
    pub fn is_talk(&self) -> bool {
        matches!(self, Self::Comments(_) | Self::Notes(_) | Self::Reviews(_) | Self::Asked(_))
    }
}

/// What became of things that were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Said {
    /// How many only the new version has.
    pub new: usize,
    /// How many only the old one has.
    pub gone: usize,
    /// How many were answered, closed or opened again.
    pub otherwise: usize,
}

impl Said {
    /// Of what is known by a key; linear.
    pub fn of<T: PartialEq, K: Hash + Eq>(old: &[T], new: &[T], key: impl Fn(&T) -> K) -> Self {
        let pairs = paired(old.iter().map(&key), new.iter().map(&key));
        let differs = |(was, is): &&(usize, usize)| old.get(*was) != new.get(*is);
        Self {
            new: new.len() - pairs.len(),
            gone: old.len() - pairs.len(),
            otherwise: pairs.iter().filter(differs).count(),
        }
    }
}

/// A thing that is judged or planned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Judged {
    /// What holds for the whole: concept, budget, scale, weights, how long a procedure stands.
    Settings,
    /// An item.
    Item,
    /// A survey.
    Survey,
    /// An indicator, or what was measured for it.
    Indicator,
    /// When the plan begins, and which scenario it leads to.
    Plan,
    /// An action of the plan.
    Action,
    /// The log.
    Log,
    /// A planning sheet.
    Sheet,
}
