//! The chart of a visit in the window: a bar selects its step.

use egui::Ui;

use super::easel::Easel;
use super::rows::{Parts, show as show_rows, tell};
use super::{Headline, missing, shown};
use crate::analysis::{self, Visit};
use crate::background::{Memo, Snapshot};
use crate::blueprint::{Scenario, StepId};
use crate::drawing::Subject;
use crate::drawing::charts;
use crate::pictures::{Shown, VisitChart};
use crate::process::{self, ProblemPlace};
use crate::ui::simulating::Found;
use crate::ui::view_context::{Action, ViewContext};

/// What the chart shows: the waits that stand beside the sheet, simulated or not.
fn with_waits<'a>(view: &ViewContext<'a>) -> Shown<'a> {
    Shown { analysis: view.analysis, ..shown(view) }
}

/// The visit of the scenario that is shown, followed anew only when the scenario changes, or what
/// was simulated of it.
#[derive(Default)]
pub(super) struct VisitKeeper {
    kept: Memo<(Snapshot<Scenario>, Option<Snapshot<Found>>), Visit>,
}

impl VisitKeeper {
    fn visit(&mut self, view: &ViewContext<'_>) -> &Visit {
        let found = view.simulated.and_then(|simulated| simulated.found.as_ref());
        let now = (Snapshot::of(view.seen), found.map(Snapshot::of));
        self.kept
            .get(now, || analysis::visit(view.seen, &process::compile(view.seen), view.analysis))
    }

    /// What is to be seen, in a sentence.
    pub fn headline(&mut self, view: &ViewContext<'_>) -> Headline {
        let visit = self.visit(view);
        match VisitChart::of(with_waits(view), visit, 0, false) {
            Some(chart) if chart.takes_time() => (chart.headline(), visit.lacks.clone()),
            Some(chart) => (chart.headline(), Vec::new()),
            None => Headline::default(),
        }
    }

    /// Shows the chart.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, easel: &mut Easel<'_>) {
        let visit = self.visit(view);
        let explained = view.bottom.enlarged;
        let sizes = easel.sizes;
        let most_rows = charts::Visit::rows_with_room(sizes, ui.available_height(), explained);
        let chart = VisitChart::of(with_waits(view), visit, most_rows, explained);
        let Some(chart) = chart.filter(VisitChart::takes_time) else {
            missing::show(ui, view, easel, &visit.lacks);
            return;
        };
        let rows = charts::Visit::of(&chart, sizes, ui.available_width());
        let bars = Bars { view, chart: &chart };
        let clicked = show_rows(ui, easel, &rows, &bars, "visit");
        tell(ui, view.words, &chart.table());
        if let Some((_, Subject::Step(step))) = clicked {
            view.ask(Action::GoTo(ProblemPlace::Step(step)));
        }
    }
}

struct Bars<'a, 'd> {
    view: &'a ViewContext<'d>,
    chart: &'a VisitChart<'a>,
}

fn step(subject: Subject) -> Option<StepId> {
    if let Subject::Step(step) = subject { Some(step) } else { None }
}

impl Parts for Bars<'_, '_> {
    fn name(&self, _: usize, subject: Subject) -> String {
        step(subject).map_or_else(String::new, |step| self.chart.spoken(step))
    }

    fn hover(&self, _: usize, subject: Subject) -> Vec<String> {
        step(subject).map_or_else(Vec::new, |step| self.chart.hover(step))
    }

    fn is_selected(&self, subject: Subject) -> bool {
        step(subject).is_some_and(|step| self.view.editor.selection().steps.contains(&step))
    }
}
