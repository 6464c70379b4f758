//! Making stops: of what is seen, and all that are suggested.

use egui::Context;

use crate::blueprint::{Stop, StopId, StopPicture};
use crate::pictures::{Chart, QualityPicture};
use crate::presenting::next_stop;
use crate::ui::app::App;
use crate::ui::comparing::Comparing;
use crate::ui::panels::lesson::{edit_of, picture_key};
use crate::ui::view_context::{BottomTab, SideTab};

use super::suggested;

impl App {
    /// Adds a stop of what is seen: scenario, picture, the cards in view, and two figures.
    pub(in crate::ui) fn add_stop(&mut self, ctx: &Context) {
        let stop = self.stop_of_what_is_seen();
        let blueprint = std::sync::Arc::clone(self.editor.blueprint());
        let lesson = blueprint.lesson().map(|lesson| lesson.as_ref().clone()).unwrap_or_default();
        let after = self.views.lesson.chosen;
        let (lesson, id) = next_stop(&lesson, after, stop, &blueprint);
        self.edit(ctx, edit_of(lesson));
        self.open_lesson(Some(id));
    }

    fn stop_of_what_is_seen(&self) -> Stop {
        let scenario = self.editor.scenario();
        let compared = self.modes.comparing.as_ref().and_then(Comparing::compared);
        let chart = self.bottom.tab.chart().filter(|_| self.bottom.enlarged);
        let judged = self.bottom.picture().filter(|_| self.bottom.enlarged);
        let sheet = self.modes.planning.as_ref().map(|planning| planning.sheet);
        let picture = match chart {
            _ if sheet.is_some() => StopPicture::Plan,
            _ if compared.is_some() => StopPicture::Compare,
            _ if self.modes.playing.is_some() => StopPicture::Day,
            Some(Chart::Load) => StopPicture::Load,
            Some(Chart::Visit) => StopPicture::Visit,
            Some(Chart::Waiting) => StopPicture::Waiting,
            Some(Chart::Money) => StopPicture::Money,
            None => judged.map_or(StopPicture::Sheet, |picture| match picture {
                QualityPicture::Profile => StopPicture::Profile,
                QualityPicture::Gaps => StopPicture::Gaps,
                QualityPicture::Importance => StopPicture::Importance,
                QualityPicture::Kano => StopPicture::Kano,
            }),
        };
        let selected = &self.editor.selection().steps;
        let (seen, _) = self.canvas.sheet_on_screen();
        let in_view = |step: &crate::blueprint::StepId| {
            self.canvas.card_on_screen(*step).is_some_and(|card| seen.contains(card.center()))
        };
        let mut around: Vec<_> = scenario.steps().keys().copied().filter(in_view).collect();
        if !selected.is_empty() {
            around = selected.iter().copied().collect();
        }
        let is_whole = around.len() == scenario.steps().len() || picture != StopPicture::Sheet;
        let figures = ["capacity_per_hour", "throughput_time_s"].map(str::to_owned);
        let shows = if picture == StopPicture::Sheet { "" } else { picture.name() };
        let title = match sheet.and_then(|sheet| self.editor.blueprint().sheet(sheet)) {
            Some(sheet) if !sheet.name.trim().is_empty() => sheet.name.clone(),
            _ => self.words.text(picture_key(picture)).to_owned(),
        };
        // The figures of the service say nothing of a planning sheet.
        let figures = if sheet.is_some() { Vec::new() } else { figures.to_vec() };
        Stop {
            title,
            sheet,
            scenario: Some(scenario.id()),
            shows: shows.to_owned(),
            with: compared.map(|both| both.other_than(scenario.id()).id()),
            around: if is_whole { Vec::new() } else { around },
            figures,
            ..Stop::default()
        }
    }

    /// Puts the suggested stops behind those that are there.
    pub(in crate::ui) fn suggest_stops(&mut self, ctx: &Context) {
        let blueprint = std::sync::Arc::clone(self.editor.blueprint());
        let own = blueprint.lesson().map(|lesson| lesson.as_ref().clone()).unwrap_or_default();
        let new = suggested(&self.editor, &self.words);
        let (mut lesson, mut first) = (own, None);
        if lesson.title.is_empty() {
            lesson.title = new.title;
        }
        for (_, stop) in new.stops {
            let (with, id) = next_stop(&lesson, None, stop, &blueprint);
            lesson = with;
            first = first.or(Some(id));
        }
        if first.is_none() {
            return;
        }
        self.edit(ctx, edit_of(lesson));
        self.open_lesson(first);
    }

    /// Shows the stops below the sheet, and one of them beside it.
    fn open_lesson(&mut self, chosen: Option<StopId>) {
        self.views.lesson.chosen = chosen;
        self.bottom.tab = BottomTab::Lesson;
        self.settings.table = true;
        if chosen.is_some() {
            self.tab.open(SideTab::Stop);
        }
    }
}
