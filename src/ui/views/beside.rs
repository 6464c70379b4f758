//! The rows of the views beside the sheet.

use egui::Ui;

use crate::editor::Thing;
use crate::ui::desk::Desk;
use crate::ui::panels;

use super::{SideTab, ViewState};

/// A view beside the sheet.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Beside {
    /// What its tab says.
    pub name: fn(&Desk<'_>) -> String,
    /// Whether there is something to show in it.
    pub is_offered: fn(&Desk<'_>) -> bool,
    pub show: fn(&mut Ui, &mut Desk<'_>, &mut ViewState),
}

/// The row of a view.
pub(in crate::ui) fn beside(view: SideTab) -> Beside {
    match view {
        SideTab::Capacity => Beside {
            name: |desk| desk.text("tab-capacity").to_owned(),
            is_offered: |_| true,
            show: |ui, desk, state| panels::capacity::show(ui, desk, &mut state.advice),
        },
        SideTab::Details => Beside {
            name: |desk| details_name(desk).to_owned(),
            is_offered: |_| true,
            show: |ui, desk, _| panels::details::show(ui, desk),
        },
        SideTab::Problems => Beside {
            name: |desk| {
                let grave = panels::problems::grave(desk.analysis);
                desk.words.with("tab-problems", &[("count", grave.into())])
            },
            is_offered: |_| true,
            show: |ui, desk, _| panels::problems::show(ui, desk),
        },
        SideTab::Compare => Beside {
            name: |desk| desk.text("tab-compare").to_owned(),
            is_offered: |desk| desk.compared.is_some(),
            show: |ui, desk, _| panels::compare::show(ui, desk),
        },
    }
}

fn details_name<'a>(desk: &Desk<'a>) -> &'a str {
    let selection = desk.editor.selection();
    desk.text(match (selection.other, selection.steps.len(), selection.links.len()) {
        (Some(Thing::Lane(_)), ..) => "tab-lane",
        (Some(Thing::Phase(_)), ..) => "tab-phase",
        (Some(Thing::Role(_)), ..) => "tab-role",
        (Some(Thing::Element(_)), ..) => "tab-element",
        (None, 1, 0) => "tab-step",
        (None, 0, 1) => "tab-link",
        (None, 0, 0) => "tab-blueprint",
        _ => "tab-selection",
    })
}
