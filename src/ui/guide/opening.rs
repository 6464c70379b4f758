//! What the program does with the guide: opens it at the page about what is in front, shows it,
//! closes it.

use egui::{Context, Key, Modifiers};

use crate::editor::Thing;
use crate::guide::{Page, Place, read};
use crate::process::ProblemCode;
use crate::ui::app::App;
use crate::ui::commands::{Command, face, presses};
use crate::ui::modes::{Esc, Reading, Standing};
use crate::ui::panels::problems;
use crate::ui::regions::Region;
use crate::ui::view_context::{Action, BottomTab, SideTab};
use crate::wording::Wording;

impl App {
    /// Opens the guide at the page about what is in front, else at the page that was open last. Whoever
    /// reads in it already stays where they are.
    pub(in crate::ui) fn open_guide(&mut self, ctx: &Context) {
        if self.guide.is_in_front() {
            return;
        }
        if let Some(code) = self.problem_in_front(ctx) {
            self.read_guide(ctx, place_of_problem(&self.words, code));
            return;
        }
        let page = self.page_in_front().or(self.guide.page()).unwrap_or(Page::ALL[0]);
        self.read_guide(ctx, Place::from(page));
    }

    /// Opens the guide at a place.
    pub(in crate::ui) fn read_guide(&mut self, ctx: &Context, place: Place) {
        self.guide.open_at(ctx, place, self.is_covered());
    }

    /// Closes the guide; what had the keys before gets them back, else the sheet.
    pub(in crate::ui) fn close_guide(&mut self, ctx: &Context) {
        self.modes.reading = None;
        let elsewhere =
            !self.guide.is_in_front() && ctx.memory(|memory| memory.focused().is_some());
        let before = self.guide.close();
        if elsewhere {
            return;
        }
        match before.filter(|id| ctx.read_response(*id).is_some()) {
            Some(before) => ctx.memory_mut(|memory| memory.request_focus(before)),
            None if self.is_covered() => {}
            None => self.canvas.take_focus(),
        }
    }

    /// Whether a dialog lies over the window.
    pub(in crate::ui) fn is_covered(&self) -> bool {
        self.dialogs.is_open() || self.is_advised() && !self.is_previewing()
    }

    /// Shows the guide, if it is open; before dialogs, which it lies over.
    pub(in crate::ui) fn show_guide(&mut self, ctx: &Context) {
        let over = self.is_covered();
        if over {
            // Elsewhere the keys of commands are read when everything was shown.
            let keys = face(Command::Guide).shortcuts(ctx.os().is_mac()).to_vec();
            if keys.into_iter().any(|key| ctx.input_mut(|input| presses(input, key)) > 0) {
                self.actions.push(Action::Run(Command::Guide));
            }
        }
        let closes = self.guide.show(ctx, &self.words, &mut self.regions, over);
        if closes {
            self.close_guide(ctx);
        }
        // Before a dialog below it takes the key. Esc has taken the focus from the guide already:
        // what counts is who had it.
        if self.modes.reading.is_some()
            && let Esc::Asks(action) = self.modes.at_the_keys().escape(Standing::default())
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.actions.push(action);
        }
        self.modes.reading = self.guide.is_in_front().then_some(Reading);
    }

    /// The problem of the list that is pointed at or has the keys.
    fn problem_in_front(&self, ctx: &Context) -> Option<ProblemCode> {
        let is_seen = self.tab.shown() == SideTab::Problems && !self.is_covered();
        problems::in_front(ctx).filter(|_| is_seen)
    }

    /// The page about what is in front: a dialog, a mode, the part of the window that was used last
    /// with what it shows.
    fn page_in_front(&self) -> Option<Page> {
        if self.redesign.is_some() {
            return Some(Page::Redesign);
        }
        if self.staffing.is_open() {
            return Some(Page::Staffing);
        }
        if let Some(page) = self.dialogs.page() {
            return Some(page);
        }
        if self.modes.start_screen.is_some() {
            return Some(Page::Start);
        }
        let below = || match self.bottom.tab {
            BottomTab::Steps | BottomTab::Roles => Page::Tables,
            BottomTab::Day => Page::Day,
            BottomTab::Verdict => Page::Verdict,
            BottomTab::Lesson => Page::Lesson,
            BottomTab::Quality | BottomTab::Risk | BottomTab::Indicators | BottomTab::Plan => {
                Page::Quality
            }
            BottomTab::Load | BottomTab::Visit | BottomTab::Waiting | BottomTab::Money => {
                Page::Charts
            }
        };
        if self.modes.presenting.is_some() {
            return Some(Page::Lesson);
        }
        if self.modes.planning.is_some() {
            return Some(Page::PlanningSheets);
        }
        if self.modes.walking.is_some() {
            return Some(Page::Quality);
        }
        if self.modes.playing.is_some() {
            return Some(Page::Playing);
        }
        if self.modes.reviewing.is_some() {
            return Some(Page::Review);
        }
        match self.regions.attended() {
            Some(Region::Below) => Some(below()),
            _ if self.bottom.enlarged => Some(below()),
            Some(Region::Figures) => match self.tab.shown() {
                SideTab::Stop => Some(Page::Lesson),
                SideTab::Problems => Some(Page::Problems),
                SideTab::Compare => Some(Page::Scenarios),
                SideTab::Comments => Some(Page::Review),
                SideTab::Capacity => Some(Page::Figures),
                SideTab::Quality => Some(Page::Experience),
                SideTab::Details => self.page_of_selection(),
            },
            Some(Region::Palette) => Some(Page::Drawing),
            Some(
                Region::Menus
                | Region::Tools
                | Region::Sheet
                | Region::StartFiles
                | Region::StartShelves
                | Region::Guide,
            )
            | None => self.page_of_selection(),
        }
    }

    /// The page about what is selected, else about what the window does.
    fn page_of_selection(&self) -> Option<Page> {
        let selection = self.editor.selection();
        match selection.other {
            Some(Thing::Lane(_) | Thing::Phase(_)) => Some(Page::Blueprint),
            Some(Thing::Role(_)) => Some(Page::Steps),
            Some(Thing::Element(_)) => Some(Page::Experience),
            None if !selection.steps.is_empty() => Some(Page::Steps),
            None if !selection.links.is_empty() => Some(Page::Flow),
            None if self.modes.comparing.is_some() => Some(Page::Scenarios),
            None => None,
        }
    }
}

/// Where the guide tells of a sort of problem: under the heading of the table that lists its code.
pub(in crate::ui) fn place_of_problem(words: &Wording, code: ProblemCode) -> Place {
    let page = Page::Problems;
    let document = read(page, page.source(words.language()));
    Place { page, anchor: document.heading_over(code.name()).map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn each_sort_of_problem_has_its_heading_in_the_guide() {
        for language in Language::ALL {
            let words = Wording::new(language);
            for code in ProblemCode::ALL {
                let place = place_of_problem(&words, code);
                assert!(place.anchor.is_some(), "{code:?} in {language:?}");
            }
        }
    }
}
