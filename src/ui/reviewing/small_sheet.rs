//! The sheet as a small picture.

use std::borrow::Cow;
use std::cell::RefCell;

use egui::{Rect, Ui};

use crate::background::{Memo, Snapshot};
use crate::blueprint::{Line, Need, Scenario, ServiceTime, Share, Zone};
use crate::drawing::{
    Camera, DisplayList, HEADER_HEIGHT, KnownWidths, Labels, Look, Routes, STRIP_WIDTH, Scene,
    SheetGeometry, draw,
};
use crate::pictures::SheetWords;
use crate::ui::paint::{self, FontWidths};
use crate::ui::view_context::ViewContext;

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

/// The words of a small sheet: those on cards; the names of lines would cover them.
struct OnCards<'a>(SheetWords<'a>);

impl Labels for OnCards<'_> {
    fn zone(&self, zone: Zone) -> Cow<'_, str> {
        self.0.zone(zone)
    }

    fn line(&self, _line: Line) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn bottleneck(&self) -> Cow<'_, str> {
        self.0.bottleneck()
    }

    fn fail_point(&self) -> Cow<'_, str> {
        self.0.fail_point()
    }

    fn wait_point(&self) -> Cow<'_, str> {
        self.0.wait_point()
    }

    fn needs(&self, scenario: &Scenario, needs: &[Need], letters: usize) -> Cow<'_, str> {
        self.0.needs(scenario, needs, letters)
    }

    fn time(&self, time: &ServiceTime) -> Cow<'_, str> {
        self.0.time(time)
    }

    fn share(&self, share: Share) -> Cow<'_, str> {
        self.0.share(share)
    }
}

impl SmallSheet {
    /// Draws the whole sheet into a part of the screen.
    pub(super) fn paint(&mut self, ui: &Ui, view: &ViewContext<'_>, on_screen: Rect) {
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
            labels: &OnCards(SheetWords(view.words)),
            text: &text,
            look: &self.look,
        };
        draw(&scene, &mut self.list);
        let painter = ui.painter().with_clip_rect(on_screen.intersect(ui.clip_rect()));
        paint::paint(&painter, &self.list);
    }
}
