//! Pictures of items with a row for each.

use egui::Ui;

use super::{Asked, lack};
use crate::blueprint::ItemId;
use crate::drawing::Subject;
use crate::pictures::{QualityChart, QualitySource, profile_chart, tolerance_chart};
use crate::ui::charts::easel::Easel;
use crate::ui::charts::rows::{Parts, show as show_rows, tell};
use crate::ui::view_context::ViewContext;

/// What the rows are called.
pub(super) struct Names<'a, V> {
    pub chart: &'a QualityChart<V>,
    pub chosen: Option<ItemId>,
}

impl<V> Parts for Names<'_, V> {
    fn name(&self, _row: usize, subject: Subject) -> String {
        self.chart.said(subject)
    }

    fn hover(&self, _row: usize, subject: Subject) -> Vec<String> {
        vec![self.chart.said(subject)]
    }

    fn is_selected(&self, subject: Subject) -> bool {
        self.chosen.is_some() && self.chart.item(subject) == self.chosen
    }
}

/// The profile; answers what is asked for.
pub(super) fn profile(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
) -> Option<Asked> {
    let Some(chart) = profile_chart(source) else {
        return lack(ui, view, easel, "items-lack-profile");
    };
    let sizes = easel.sizes;
    let rows = chart.values.laid(sizes, ui.available_width());
    let clicked = show_rows(ui, easel, &rows, &Names { chart: &chart, chosen }, "profile");
    tell(ui, view.words, &chart.table);
    clicked.and_then(|(_, subject)| chart.item(subject)).map(Asked::Item)
}

/// What is still accepted of each item; answers what is asked for.
pub(super) fn tolerance(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
) -> Option<Asked> {
    let Some(chart) = tolerance_chart(source) else {
        return lack(ui, view, easel, "items-lack-zone");
    };
    let sizes = easel.sizes;
    let rows = chart.values.laid(sizes);
    let clicked = show_rows(ui, easel, &rows, &Names { chart: &chart, chosen }, "tolerance");
    tell(ui, view.words, &chart.table);
    clicked.and_then(|(_, subject)| chart.item(subject)).map(Asked::Item)
}
