//! The rows of the views beside the sheet.

use egui::Ui;

use crate::editor::Thing;
use crate::pictures::Lens;
use crate::ui::panels;
use crate::ui::reviewing;
use crate::ui::view_context::ViewContext;

use super::{SideTab, ViewState};

/// A view beside the sheet.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Beside {
    /// What its tab says.
    pub name: fn(&ViewContext<'_>) -> String,
    /// Whether there is something to show in it.
    pub is_offered: fn(&ViewContext<'_>) -> bool,
    pub show: fn(&mut Ui, &mut ViewContext<'_>, &mut ViewState),
}

/// The row of a view.
pub(in crate::ui) fn beside(view: SideTab) -> Beside {
    match view {
        SideTab::Capacity => Beside {
            name: |view| view.text("tab-capacity").to_owned(),
            is_offered: |_| true,
            show: |ui, view, state| panels::capacity::show(ui, view, &mut state.advice),
        },
        SideTab::Details => Beside {
            name: |view| details_name(view).to_owned(),
            is_offered: |_| true,
            show: |ui, view, _| panels::details::show(ui, view),
        },
        SideTab::Quality => Beside {
            name: |view| {
                let key = match view.lens {
                    Lens::Figures | Lens::Quality => "tab-quality",
                    Lens::Experience | Lens::Risk | Lens::Surroundings => view.lens.key(),
                };
                view.text(key).to_owned()
            },
            is_offered: panels::quality::is_offered,
            show: |ui, view, state| panels::quality::show(ui, view, &mut state.advice),
        },
        SideTab::Problems => Beside {
            name: |view| {
                let serious = panels::problems::serious(view);
                view.words.with("tab-problems", &[("count", serious.into())])
            },
            is_offered: |_| true,
            show: |ui, view, _| panels::problems::show(ui, view),
        },
        SideTab::Stop => Beside {
            name: |view| view.text("tab-stop").to_owned(),
            is_offered: |view| view.chosen_stop.is_some(),
            show: |ui, view, _| panels::lesson::show_stop(ui, view),
        },
        SideTab::Compare => Beside {
            name: |view| view.text("tab-compare").to_owned(),
            is_offered: |view| view.compared.is_some(),
            show: |ui, view, _| {
                // Where both have a day, it is asked for first.
                panels::day::versus(ui, view);
                panels::compare::show(ui, view);
            },
        },
        SideTab::Comments => Beside {
            name: |view| {
                let open = view.editor.blueprint().discussion().open_count();
                view.words.with("tab-comments", &[("count", open.into())])
            },
            is_offered: |view| {
                let is_said = !view.editor.blueprint().discussion().comments.is_empty();
                view.compared.is_none() && (is_said || view.comments)
            },
            show: reviewing::show_beside,
        },
    }
}

fn details_name<'a>(view: &ViewContext<'a>) -> &'a str {
    let selection = view.editor.selection();
    view.text(match (selection.other, selection.steps.len(), selection.links.len()) {
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
