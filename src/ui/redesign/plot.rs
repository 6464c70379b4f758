//! The plot of people against customers per hour, in the window.

use std::cell::{Cell, RefCell};

use egui::{Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use super::{Redesign, View};
use crate::drawing::charts::{Easel, FrontierPlot, FrontierWords, Look};
use crate::drawing::{DisplayList, KnownWidths, Subject};
use crate::pictures::FrontierChart;
use crate::ui::paint::{self, FontWidths, from_egui};

/// What a number of people is called in the list of shapes.
fn subject(staff: u64) -> Subject {
    Subject::Part(u32::try_from(staff).unwrap_or(u32::MAX))
}

/// What the plot keeps from pass to pass.
#[derive(Default)]
pub(super) struct PlotKeeper {
    list: Cell<DisplayList>,
    widths: RefCell<KnownWidths>,
}

impl Redesign {
    /// Shows the plot; answers whether there is one. Pointing at a number of people previews it, a
    /// click chooses it.
    pub(super) fn plot(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        target: Option<f64>,
        height: f32,
    ) -> bool {
        let found = self.search.answer().and_then(|answer| answer.as_ref().ok());
        let chart = found.and_then(|found| FrontierChart::of(view.words, &found.frontier, target));
        let Some(chart) = chart else { return false };
        let size = Vec2::new(ui.available_width(), height);
        let (area, response) = ui.allocate_exact_size(size, Sense::hover());
        let described = chart.described();
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, described.as_str()));
        let widths = FontWidths { ctx: ui.ctx(), known: &self.plot.widths };
        let easel = Easel::plain(&widths);
        let plot = chart.values().laid(&chart, &easel, from_egui(area));
        let chosen = self.shown_staff(None);
        let (pointed, clicked) = read_marks(ui, &chart, &plot, chosen);
        let chosen = clicked.or(chosen);
        let mut list = self.plot.list.take();
        list.clear();
        list.clip_to(from_egui(ui.clip_rect()));
        let selected = |part| chosen.is_some_and(|staff| subject(staff) == part);
        let look = Look { pointed: pointed.map(subject), selected: Some(&selected) };
        plot.draw(&mut list, &look);
        paint::paint(ui.painter(), &list);
        self.plot.list.set(list);
        self.pointed = pointed;
        if let Some(staff) = clicked {
            (self.staff, self.design) = (Some(staff), 0);
            self.all_shown = false;
        }
        true
    }
}

/// The number of people that is pointed at, and the one that is clicked.
fn read_marks(
    ui: &Ui,
    chart: &FrontierChart<'_>,
    plot: &FrontierPlot<'_>,
    chosen: Option<u64>,
) -> (Option<u64>, Option<u64>) {
    let (mut pointed, mut clicked) = (None, None);
    for (mark, part) in chart.values().marks.iter().zip(plot.parts()) {
        let id = ui.scope_id().with("mark").with(mark.staff);
        let response = ui.interact(paint::rect(part.rect), id, Sense::click());
        let name = chart.mark(mark);
        let is_chosen = clicked.or(chosen) == Some(mark.staff);
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, true, is_chosen, name.as_str())
        });
        if response.hovered() || response.has_focus() {
            pointed = Some(mark.staff);
        }
        if response.clicked() {
            clicked = Some(mark.staff);
        }
    }
    (pointed, clicked)
}
