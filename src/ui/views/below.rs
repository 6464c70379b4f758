//! The rows of the views below the sheet.

use egui::{Rect, Ui};

use crate::ui::desk::Desk;
use crate::ui::panels::tables::Tables;

use super::{BottomTab, ViewState};

/// Shows a view; answers a headline, which stands beside the tabs where there is room.
type Show = fn(&mut Ui, &mut Desk<'_>, &mut ViewState) -> String;

/// Shows in a room beside the tabs what a view is steered with.
type ShowTools = fn(&mut Ui, &mut Desk<'_>, &mut ViewState, Rect);

/// What a view is steered with, and the least room that takes.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Tools {
    pub least: f32,
    pub show: ShowTools,
}

/// How a view below the sheet is shown.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Shown {
    pub show: Show,
    /// Beside the tabs.
    pub tools: Option<Tools>,
}

/// How a view is shown.
pub(in crate::ui) fn below(view: BottomTab) -> Shown {
    match view {
        BottomTab::Steps => table(
            |ui, desk, state| {
                state.tables.show(ui, desk, BottomTab::Steps);
                String::new()
            },
            |ui, desk, state, room| state.tables.tools(ui, desk, BottomTab::Steps, room),
        ),
        BottomTab::Roles => table(
            |ui, desk, state| {
                state.tables.show(ui, desk, BottomTab::Roles);
                String::new()
            },
            |ui, desk, state, room| state.tables.tools(ui, desk, BottomTab::Roles, room),
        ),
        BottomTab::Load => chart(|ui, desk, state| state.charts.show(ui, desk, BottomTab::Load)),
        BottomTab::Visit => chart(|ui, desk, state| state.charts.show(ui, desk, BottomTab::Visit)),
        BottomTab::Waiting => {
            chart(|ui, desk, state| state.charts.show(ui, desk, BottomTab::Waiting))
        }
        BottomTab::Money => chart(|ui, desk, state| state.charts.show(ui, desk, BottomTab::Money)),
    }
}

fn table(show: Show, tools: ShowTools) -> Shown {
    Shown { show, tools: Some(Tools { least: Tables::LEAST_TOOLS, show: tools }) }
}

fn chart(show: Show) -> Shown {
    Shown { show, tools: None }
}
