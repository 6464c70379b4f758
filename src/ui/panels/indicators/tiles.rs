//! The tiles of the scorecard, in its four views.

use egui::{Align2, ScrollArea, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::{Id as _, IndicatorId, IndicatorView};
use crate::drawing::charts::{Easel, Tile};
use crate::pictures::IndicatorChart;
use crate::quality::{Assessment, cycle, schedule};
use crate::ui::fonts::{Weight, font};
use crate::ui::paint::{self, FontWidths, from_egui};
use crate::ui::theme::HEAD;
use crate::ui::view_context::ViewContext;

use super::IndicatorTab;

/// Between tiles.
const GAP: f32 = 8.0;
/// The height of the heads of the columns.
const HEADS: f32 = 20.0;
/// The least width of a column: below, the columns stand two by two.
const LEAST: f32 = 84.0;

impl IndicatorTab {
    /// Shows the tiles.
    pub(super) fn tiles(&mut self, ui: &mut Ui, view: &ViewContext<'_>, found: &Assessment) {
        let Self { chosen, list, widths, .. } = self;
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: widths };
        let easel = Easel::plain(&widths);
        let blueprint = view.editor.blueprint();
        let indicators = &blueprint.judgements().indicators;
        let plan = schedule(&blueprint.judgements().plan, view.today);
        let whole = ui.available_width() - 10.0;
        let beside = if (whole - 3.0 * GAP) / 4.0 < LEAST { 2 } else { 4 };
        let width = (whole - (beside - 1) as f32 * GAP) / beside as f32;
        let height = Tile::height(&easel);
        ScrollArea::vertical().id_salt("tiles").auto_shrink(false).show(ui, |ui| {
            list.clear();
            list.clip_to(from_egui(ui.clip_rect()));
            for views in IndicatorView::NAMES.chunks(beside) {
                let of = |wanted: IndicatorView| {
                    indicators.iter().filter(move |(_, it)| it.view == wanted)
                };
                let most =
                    views.iter().map(|(_, each)| of(*each).count()).max().unwrap_or(0).max(1);
                let size = Vec2::new(whole, HEADS + most as f32 * (height + GAP));
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                for (column, (_, each)) in views.iter().enumerate() {
                    let left = rect.left() + column as f32 * (width + GAP);
                    let head = view.words.indicator_view(*each);
                    let at = egui::pos2(left, rect.top() + 2.0);
                    let letters = font(Weight::Semibold, HEAD);
                    ui.painter().text(at, Align2::LEFT_TOP, head, letters, view.tokens.muted);
                    for (row, (id, _)) in of(*each).enumerate() {
                        let top = rect.top() + HEADS + row as f32 * (height + GAP);
                        let place = egui::Rect::from_min_size(
                            egui::pos2(left, top),
                            Vec2::new(width, height),
                        );
                        let words = view.words;
                        let chart = IndicatorChart::of(*id, blueprint, &found.indicators, words);
                        let Some(chart) = chart else { continue };
                        let cycle = cycle(
                            id.number(),
                            blueprint,
                            view.scenario,
                            &found.indicators,
                            plan.as_ref(),
                        );
                        let is_chosen = *chosen == Some(*id);
                        let said = chart.spoken(cycle);
                        let look = tile(ui, place, *id, is_chosen, &said);
                        if look.0 {
                            *chosen = Some(*id);
                        }
                        let look = (is_chosen, look.1);
                        chart.tile(cycle).draw(&easel, from_egui(place), look, list);
                    }
                }
            }
            paint::paint(ui.painter(), list);
        });
    }
}

/// A tile that is clicked; answers whether it was, and whether it is pointed at.
fn tile(ui: &Ui, place: egui::Rect, id: IndicatorId, is_chosen: bool, said: &str) -> (bool, bool) {
    let response = ui.interact(place, ui.scope_id().with(("tile", id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, said));
    let lively = response.hovered() || response.has_focus();
    let clicked = response.clicked();
    response.on_hover_text(said);
    (clicked, lively)
}
