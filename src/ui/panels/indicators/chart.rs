//! The control chart of the chosen indicator.

use egui::{Align2, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::drawing::Subject;
use crate::drawing::charts::{Easel, Look};
use crate::pictures::IndicatorChart;
use crate::quality::Assessment;
use crate::ui::access;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::paint::{self, FontWidths, from_egui};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::IndicatorTab;

/// The height of the name, and of the line that compares with the blueprint.
const NAME: f32 = 20.0;
const AGAINST: f32 = 17.0;

impl IndicatorTab {
    /// Shows the chart.
    pub(super) fn chart(&mut self, ui: &mut Ui, view: &ViewContext<'_>, found: &Assessment) {
        let Self { chosen, list, widths, .. } = self;
        let Some(id) = *chosen else { return };
        let blueprint = view.editor.blueprint();
        let chart = IndicatorChart::of(id, blueprint, &found.indicators, view.words);
        let Some(chart) = chart else { return };
        let mut area = ui.available_rect_before_wrap();
        let tokens = view.tokens;
        let name = &chart.indicator.name;
        let letters = font(Weight::Semibold, BODY);
        let text = elided(ui, name, letters, tokens.ink, area.width());
        ui.painter().galley(area.min, text, tokens.ink);
        area.min.y += NAME;
        if let Some(against) = chart.against_blueprint() {
            let letters = font(Weight::Regular, SMALL);
            let text = elided(ui, &against, letters, tokens.muted, area.width());
            ui.painter().galley(area.min, text, tokens.muted);
            area.min.y += AGAINST;
        }
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: widths };
        let easel = Easel::plain(&widths);
        let control = chart.control();
        let Some(control) = &control else {
            let at = area.center();
            let letters = font(Weight::Regular, BODY);
            let said = view.text("indicator-no-data");
            ui.painter().text(at, Align2::CENTER_CENTER, said, letters, tokens.muted);
            return;
        };
        let Some(plot) = control.laid(&easel, from_egui(area)) else { return };
        let whole = ui.interact(area, ui.scope_id().with("control chart"), Sense::hover());
        let said = view.words.labelled(name, &control.kind);
        whole.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &said));
        let mut pointed = None;
        for part in plot.parts() {
            let Subject::Part(at) = part.subject else { continue };
            let id = ui.scope_id().with(("datum", at));
            let response = ui.interact(paint::rect(part.rect), id, Sense::hover());
            if response.hovered() {
                pointed = Some(part.subject);
            }
            response.on_hover_text(chart.datum(at as usize));
        }
        list.clear();
        list.clip_to(from_egui(area.intersect(ui.clip_rect())));
        plot.draw(list, &Look { pointed, selected: None });
        paint::paint(ui.painter(), list);
        let table = chart.table();
        let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
        access::figures(ui, view.words, &table.name, &head, &table.rows);
    }
}
