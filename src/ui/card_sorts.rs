//! The sorts of cards that the palette offers.

use crate::blueprint::{Scenario, StepKind, Zone};
use crate::editor::Selection;

use super::icons;

/// What can be dragged from the palette onto the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Palette {
    CustomerAction,
    FrontstageAction,
    BackstageAction,
    SupportProcess,
    Evidence,
    Decision,
    WaitingPoint,
    Note,
}

impl Palette {
    /// All, in the order of the palette.
    pub const ALL: [Self; 8] = [
        Self::CustomerAction,
        Self::FrontstageAction,
        Self::BackstageAction,
        Self::SupportProcess,
        Self::Evidence,
        Self::Decision,
        Self::WaitingPoint,
        Self::Note,
    ];

    /// Its name in the localisation layer.
    pub fn key(self) -> &'static str {
        match self {
            Self::CustomerAction => "palette-customer-action",
            Self::FrontstageAction => "palette-frontstage-action",
            Self::BackstageAction => "palette-backstage-action",
            Self::SupportProcess => "palette-support-process",
            Self::Evidence => "palette-evidence",
            Self::Decision => "palette-decision",
            Self::WaitingPoint => "palette-waiting-point",
            Self::Note => "palette-note",
        }
    }

    /// What kind of card it makes.
    pub fn kind(self) -> StepKind {
        match self {
            Self::Evidence => StepKind::Evidence,
            Self::Decision => StepKind::Decision,
            Self::Note => StepKind::Note,
            _ => StepKind::Action,
        }
    }

    /// The item for what usually happens in a zone.
    pub fn usual_in(zone: Zone) -> Self {
        match zone {
            Zone::Evidence => Self::Evidence,
            Zone::Customer => Self::CustomerAction,
            Zone::Frontstage => Self::FrontstageAction,
            Zone::Backstage => Self::BackstageAction,
            Zone::Support => Self::SupportProcess,
        }
    }

    /// The item that it becomes in a zone: an action is one of the zone where it happens.
    pub fn in_zone(self, zone: Zone) -> Self {
        let is_action = |item| {
            matches!(
                item,
                Self::CustomerAction
                    | Self::FrontstageAction
                    | Self::BackstageAction
                    | Self::SupportProcess
            )
        };
        let usual = Self::usual_in(zone);
        if is_action(self) && is_action(usual) { usual } else { self }
    }

    /// The item that comes next where it is known: a customer action on an empty sheet, what is usual
    /// in the lane of a step that is selected alone.
    pub fn next_on(scenario: &Scenario, selection: &Selection) -> Option<Self> {
        if scenario.steps().is_empty() {
            return Some(Self::CustomerAction);
        }
        let step = scenario.steps().get(&selection.only_step()?)?;
        Some(Self::usual_in(scenario.zone_of(step)))
    }

    /// The zone it goes to when it is not dragged.
    pub fn zone(self) -> Zone {
        match self {
            Self::Evidence => Zone::Evidence,
            Self::CustomerAction | Self::WaitingPoint | Self::Note => Zone::Customer,
            Self::FrontstageAction | Self::Decision => Zone::Frontstage,
            Self::BackstageAction => Zone::Backstage,
            Self::SupportProcess => Zone::Support,
        }
    }

    /// Its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Self::CustomerAction => icons::CUSTOMER,
            Self::FrontstageAction => icons::EYE,
            Self::BackstageAction => icons::EYE_OFF,
            Self::SupportProcess => icons::COG,
            Self::Evidence => icons::FILE_TEXT,
            Self::Decision => icons::DIAMOND,
            Self::WaitingPoint => icons::WAIT,
            Self::Note => icons::NOTE,
        }
    }
}
