//! The rows of the views below the sheet.

use egui::{Rect, Ui};

use crate::ui::panels::tables::Tables;
use crate::ui::view_context::ViewContext;

use super::{BottomTab, ViewState};

/// Shows a view; answers a headline, which stands beside the tabs where there is room.
type Show = fn(&mut Ui, &mut ViewContext<'_>, &mut ViewState) -> String;

/// Shows in a room beside the tabs what a view is steered with.
type ShowTools = fn(&mut Ui, &mut ViewContext<'_>, &mut ViewState, Rect);

/// What a view is steered with, and the least room that takes.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Tools {
    pub least: f32,
    /// What it takes for all of it, where the tabs can leave that.
    pub wanted: f32,
    /// Whether they are few where that brings every tab into view.
    pub gives_way: bool,
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
            |ui, view, state| {
                state.tables.show(ui, view, BottomTab::Steps);
                String::new()
            },
            |ui, view, state, room| state.tables.tools(ui, view, BottomTab::Steps, room),
        ),
        BottomTab::Roles => table(
            |ui, view, state| {
                state.tables.show(ui, view, BottomTab::Roles);
                String::new()
            },
            |ui, view, state, room| state.tables.tools(ui, view, BottomTab::Roles, room),
        ),
        BottomTab::Day => Shown {
            show: |ui, view, state| state.day.show(ui, view, &mut state.tables),
            tools: Some(Tools {
                least: Tables::LEAST_TOOLS,
                wanted: crate::ui::panels::day::ALL_TOOLS,
                gives_way: false,
                show: |ui, view, _, room| crate::ui::panels::day::DayTab::tools(ui, view, room),
            }),
        },
        BottomTab::Load => chart(|ui, view, state| state.charts.show(ui, view, BottomTab::Load)),
        BottomTab::Visit => chart(|ui, view, state| state.charts.show(ui, view, BottomTab::Visit)),
        BottomTab::Waiting => {
            chart(|ui, view, state| state.charts.show(ui, view, BottomTab::Waiting))
        }
        BottomTab::Money => chart(|ui, view, state| state.charts.show(ui, view, BottomTab::Money)),
        BottomTab::Quality => Shown {
            show: |ui, view, state| {
                state.quality.show(ui, view, &mut state.tables);
                String::new()
            },
            tools: Some(Tools {
                least: crate::ui::charts::QUALITY_TOOLS,
                wanted: crate::ui::charts::QUALITY_TOOLS,
                gives_way: false,
                show: |ui, view, state, room| state.quality.tools(ui, view, room),
            }),
        },
        BottomTab::Risk => chart(|ui, view, state| state.risk.show(ui, view)),
        BottomTab::Indicators => Shown {
            show: |ui, view, state| state.indicators.show(ui, view),
            tools: Some(Tools {
                least: crate::ui::panels::indicators::LEAST_TOOLS,
                wanted: crate::ui::panels::indicators::ALL_TOOLS,
                gives_way: false,
                show: |ui, view, state, room| state.indicators.tools(ui, view, room),
            }),
        },
        BottomTab::Plan => Shown {
            show: |ui, view, state| state.plan.show(ui, view),
            tools: Some(Tools {
                least: crate::ui::panels::plan::LEAST_TOOLS,
                wanted: crate::ui::panels::plan::ALL_TOOLS,
                gives_way: false,
                show: |ui, view, state, room| state.plan.tools(ui, view, room),
            }),
        },
        BottomTab::Lesson => Shown {
            show: |ui, view, state| {
                state.lesson.show(ui, view);
                String::new()
            },
            tools: Some(Tools {
                least: crate::ui::panels::lesson::LEAST_TOOLS,
                wanted: crate::ui::panels::lesson::LEAST_TOOLS,
                gives_way: false,
                show: |ui, view, _, room| {
                    crate::ui::panels::lesson::LessonTab::tools(ui, view, room);
                },
            }),
        },
        BottomTab::Verdict => Shown {
            show: |ui, view, state| {
                state.verdict.show(ui, view);
                String::new()
            },
            tools: Some(Tools {
                least: crate::ui::panels::verdict::LEAST_TOOLS,
                wanted: crate::ui::panels::verdict::LEAST_TOOLS,
                gives_way: false,
                show: |ui, view, state, room| state.verdict.tools(ui, view, room),
            }),
        },
    }
}

fn table(show: Show, tools: ShowTools) -> Shown {
    let (least, wanted) = (Tables::LEAST_TOOLS, Tables::ALL_TOOLS);
    let tools = Tools { least, wanted, gives_way: true, show: tools };
    Shown { show, tools: Some(tools) }
}

fn chart(show: Show) -> Shown {
    Shown { show, tools: None }
}
