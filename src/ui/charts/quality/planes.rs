//! Pictures of items on a plane.

use egui::{Sense, Ui};

use super::{Asked, lack};
use crate::blueprint::ItemId;
use crate::drawing::charts::{Look, Quadrants};
use crate::pictures::{QualityChart, QualitySource, importance_chart, kano_chart};
use crate::ui::charts::easel::{Easel, hover, part};
use crate::ui::charts::rows::tell;
use crate::ui::paint::from_egui;
use crate::ui::view_context::ViewContext;

/// How important and how good items are; answers what is asked for.
pub(super) fn importance(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
) -> Option<Asked> {
    match importance_chart(source) {
        Some(chart) => plane(ui, view, easel, &chart, chosen).map(Asked::Item),
        None => lack(ui, view, easel, "items-lack-importance"),
    }
}

/// What items are to customers; answers what is asked for.
pub(super) fn kano(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
) -> Option<Asked> {
    match kano_chart(source) {
        Some(chart) => plane(ui, view, easel, &chart, chosen).map(Asked::Item),
        None => lack(ui, view, easel, "items-lack-kano"),
    }
}

fn plane(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    easel: &mut Easel<'_>,
    chart: &QualityChart<Quadrants>,
    chosen: Option<ItemId>,
) -> Option<ItemId> {
    let (area, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let sizes = easel.sizes;
    let plot = chart.values.laid(sizes, from_egui(area));
    let (mut pointed, mut clicked) = (None, None);
    for piece in plot.parts() {
        let response = part(ui, &piece, "plane", || chart.said(piece.subject));
        if response.hovered() || response.has_focus() {
            pointed = Some(piece.subject);
        }
        if response.clicked() {
            clicked = chart.item(piece.subject);
        }
        hover(response, || vec![chart.said(piece.subject)]);
    }
    let selected = |subject| chosen.is_some() && chart.item(subject) == chosen;
    let look = Look { pointed, selected: Some(&selected) };
    easel.paint(ui, |list| plot.draw(list, &look));
    tell(ui, view.words, &chart.table);
    clicked
}
