//! How many people and means the demand needs, and how many are planned.

use egui::{RichText, Ui};

use crate::quality::{Assessment, MOST_BUSY, ResourceFigures};
use crate::ui::controls::{small, value_row};
use crate::ui::panels::section::section;
use crate::ui::view_context::ViewContext;

/// Shows a row for each; closed, how many lack.
pub(super) fn show<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    let known = || found.resources.iter().filter(|it| it.needed.is_some());
    if known().count() == 0 {
        return;
    }
    let words = view.words;
    let lacking: u64 = known().filter_map(lacks).sum();
    let summary = match lacking {
        0 => words.text("resources-enough").to_owned(),
        lacking => words.with("resources-lacking", &[("count", lacking.into())]),
    };
    let title = words.text("resources-title");
    section(ui, view, "quality resources", title, &summary, false, |ui, view| {
        for resource in known() {
            row(ui, view, resource);
        }
        let busy = words.percent(MOST_BUSY);
        small(ui, view.tokens, words.with("resources-help", &[("busy", busy.into())]));
    });
}

/// How many lack of a resource; `None` where none does.
fn lacks(resource: &ResourceFigures) -> Option<u64> {
    resource.gap.filter(|gap| *gap < 0).map(i64::unsigned_abs)
}

fn row(ui: &mut Ui, view: &ViewContext<'_>, resource: &ResourceFigures) {
    let words = view.words;
    let Some(needed) = resource.needed else { return };
    let roles = resource.roles.iter();
    let names: Vec<&str> = roles.map(|role| words.role(*role, view.scenario)).collect();
    let arguments = [("needed", needed.into()), ("planned", resource.planned.into())];
    let said = words.with("resources-row", &arguments);
    let month = resource.cost_per_month.map(|cost| {
        let cost = words.money(cost, view.editor.blueprint().currency());
        words.with("resources-month", &[("cost", cost.into())])
    });
    let ink = if lacks(resource).is_some() { view.tokens.bad } else { view.tokens.ink };
    let said = RichText::new(said).color(ink);
    let help = month.unwrap_or_default();
    value_row(ui, view.tokens, &words.list(&names, names.len()), said, &help);
}
