//! Puts cards in order: in line, spaced out, or tidied up.

use egui::Context;

use crate::drawing::{Alignment, Spacing, align, distribute, tidy};
use crate::editor::Edit;
use crate::ui::app::App;

impl App {
    /// Brings the selected cards into line.
    pub(in crate::ui) fn align(&mut self, ctx: &Context, alignment: Alignment) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let places = align(&scenario, self.canvas.geometry(), steps, alignment);
        self.edit(ctx, Edit::AlignSteps(places));
    }

    /// Spaces the selected cards out.
    pub(in crate::ui) fn distribute(&mut self, ctx: &Context, spacing: Spacing) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let places = distribute(&scenario, self.canvas.geometry(), steps, spacing);
        self.edit(ctx, Edit::DistributeSteps(places));
    }

    /// Tidies up the selected cards, or all if fewer than two are selected.
    pub(in crate::ui) fn tidy_up(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let said = match tidy(&scenario, Some(steps).filter(|steps| steps.len() > 1)) {
            None => "tidy-too-wide",
            Some(tidied) if tidied.is_so(&scenario) => "tidy-already",
            Some(tidied) => {
                let (places, lanes, phases) = (tidied.places, tidied.lanes, tidied.phases);
                self.canvas.stay();
                self.edit(ctx, Edit::TidyUp { places, lanes, phases });
                return;
            }
        };
        self.notice.say(self.words.text(said).to_owned(), ctx.time());
    }
}
