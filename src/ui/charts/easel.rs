//! What charts are shown with: sizes, a list to draw into, and the colours of the widgets beside.

use egui::{FontId, Response, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::drawing::charts::{Easel as Sizes, Part};
use crate::drawing::{DisplayList, font_of};
use crate::ui::fonts::Weight;
use crate::ui::paint;
use crate::ui::theme::Tokens;

/// The sizes and colours of a chart, and the list that is kept from pass to pass.
pub(super) struct Easel<'a> {
    pub sizes: &'a Sizes<'a>,
    pub list: &'a mut DisplayList,
    pub tokens: Tokens,
}

impl Easel<'_> {
    /// Draws something anew into the list and paints it.
    pub fn paint(&mut self, ui: &Ui, draw: impl FnOnce(&mut DisplayList)) {
        self.list.clear();
        self.list.clip_to(paint::from_egui(ui.clip_rect()));
        draw(self.list);
        paint::paint(ui.painter(), self.list);
    }

    /// Letters for what is read.
    pub fn body(&self, weight: Weight) -> FontId {
        font_of(self.sizes.body(weight))
    }

    /// Letters for what is looked up.
    pub fn small(&self, weight: Weight) -> FontId {
        font_of(self.sizes.small(weight))
    }
}

/// Something in a chart that can be clicked, and is called by a name.
pub(super) fn part(ui: &Ui, part: &Part, salt: &str, name: impl Fn() -> String) -> Response {
    let id = ui.scope_id().with((salt, part.subject));
    let response = ui.interact(paint::rect(part.rect), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    response
}

/// Says lines when something is pointed at.
pub(super) fn hover(response: Response, lines: impl FnOnce() -> Vec<String>) {
    response.on_hover_ui(|ui| {
        for line in lines() {
            ui.label(line);
        }
    });
}
