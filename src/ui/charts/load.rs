//! The chart of the loads in the window: a bar selects what it is about.

use egui::Ui;

use super::easel::Easel;
use super::rows::{Parts, show as show_rows, tell};
use super::{Headline, missing, shown};
use crate::analysis::Pool;
use crate::drawing::Subject;
use crate::drawing::charts::{Load, LoadValues};
use crate::editor::{Selection, Thing};
use crate::pictures::{LoadChart, LoadTarget};
use crate::process::ProblemPlace;
use crate::ui::view_context::{Action, ViewContext};

/// What is to be seen, in a sentence.
pub(super) fn headline(view: &ViewContext<'_>) -> Headline {
    let Some(chart) = LoadChart::of(shown(view)) else { return Headline::default() };
    (chart.headline(), chart.lacks().to_vec())
}

/// Shows the chart.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, easel: &mut Easel<'_>) {
    let other = view.compared.map(|compared| compared.other().1);
    let Some(chart) = LoadChart::of(shown(view)) else {
        missing::show(ui, view, easel, &view.analysis.capacity_per_hour.lacks);
        return;
    };
    let chart = chart.beside(other);
    let rows = Load::of(&chart, easel.sizes, ui.available_width());
    let bars = Bars { view, chart: &chart };
    let clicked = show_rows(ui, easel, &rows, &bars, "load");
    tell(ui, view.words, &chart.table());
    if let Some(target) = clicked.and_then(|(at, _)| chart.target(at)) {
        view.ask(match target {
            LoadTarget::Role(role) => Action::Select(Selection::thing(Thing::Role(role))),
            LoadTarget::Step(step) => Action::GoTo(ProblemPlace::Step(step)),
        });
    }
}

struct Bars<'a, 'd> {
    view: &'a ViewContext<'d>,
    chart: &'a LoadChart<'a>,
}

impl Parts for Bars<'_, '_> {
    fn name(&self, row: usize, _: Subject) -> String {
        self.chart.spoken(row, self.view.compared.map(|compared| compared.other().2))
    }

    fn hover(&self, row: usize, _: Subject) -> Vec<String> {
        self.chart.hover(row)
    }

    fn is_selected(&self, subject: Subject) -> bool {
        let selection = self.view.editor.selection();
        let mut rows = 0..self.chart.count();
        let Some(row) = rows.find(|row| self.chart.subject(*row) == Some(subject)) else {
            return false;
        };
        match (self.chart.target(row), self.chart.pool(row).map(|pool| &pool.pool)) {
            (_, Some(Pool::Roles(roles))) => {
                matches!(selection.other, Some(Thing::Role(role)) if roles.contains(&role))
            }
            (Some(LoadTarget::Step(step)), _) => selection.steps.contains(&step),
            _ => false,
        }
    }
}
