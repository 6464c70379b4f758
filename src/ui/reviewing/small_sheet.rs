//! The sheet as a small picture, with the pins of its cards.

use std::cell::RefCell;

use egui::{Rect, Ui};

use crate::background::{Memo, Snapshot};
use crate::blueprint::{Scenario, StepId};
use crate::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, KnownWidths, Look, Routes, STRIP_WIDTH, Scene,
    SheetGeometry, draw,
};
use crate::pictures::{CardWords, SheetWords};
use crate::ui::paint::{self, FontWidths};
use crate::ui::view_context::ViewContext;

use super::bubble::{counted, filled, stacked};

/// What stays free around the sheet.
const MARGIN: f32 = 6.0;

/// The sheet as it was drawn small last.
#[derive(Default)]
pub(in crate::ui) struct SmallSheet {
    made: Memo<Snapshot<Scenario>, (SheetGeometry, Routes)>,
    list: DisplayList,
    look: Look,
    widths: RefCell<KnownWidths>,
}

impl SmallSheet {
    /// Draws the whole sheet into a part of the screen.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        on_screen: Rect,
        pins: &[(StepId, usize, String)],
    ) {
        let scenario = view.editor.scenario();
        let (geometry, routes) = self.made.get(Snapshot::of(scenario), || {
            let geometry = SheetGeometry::of(scenario);
            let routes = Routes::of(scenario, &geometry);
            (geometry, routes)
        });
        let area = paint::from_egui(on_screen);
        let text = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let figures = view.card_figures();
        let scene = Scene {
            scenario,
            geometry,
            routes,
            figures: Some(&figures),
            camera: Camera::fit(geometry.contents(), area, MARGIN),
            // The rows of names lie outside of what is seen.
            viewport: crate::drawing::Rect::new(
                area.left() - STRIP_WIDTH,
                area.top() - HEADER_HEIGHT,
                area.right(),
                area.bottom(),
            ),
            labels: &CardWords(SheetWords(view.words)),
            text: &text,
            look: &self.look,
        };
        draw(&scene, &mut self.list);
        let painter = ui.painter().with_clip_rect(on_screen.intersect(ui.clip_rect()));
        paint::paint(&painter, &self.list);
        let tokens = view.tokens;
        for (step, count, text) in pins {
            let Some(card) = scene.geometry.card(*step) else { continue };
            let at = paint::rect(scene.camera.rect_on_screen(card.rect)).right_bottom();
            if *count > 1 {
                stacked(&painter, tokens, at, tokens.accent);
                counted(&painter, tokens, at, *count, tokens.accent);
            } else {
                filled(&painter, tokens, at, text, tokens.accent);
            }
        }
    }
}
