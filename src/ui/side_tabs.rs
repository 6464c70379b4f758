//! Which tab of the side panel is open. What is selected brings its own to the front; once nothing is
//! selected any more, the tab that was there before comes back.

use crate::editor::Selection;

use super::view_context::SideTab;

/// The open tab, and the one that it took the place of.
#[derive(Debug, Default)]
pub(super) struct SideTabs {
    shown: SideTab,
    /// What was open before the details of a selection came to the front by themselves.
    before: Option<SideTab>,
}

impl SideTabs {
    /// The tab that is open.
    pub fn shown(&self) -> SideTab {
        self.shown
    }

    /// Opens a tab that was asked for.
    pub fn open(&mut self, tab: SideTab) {
        self.shown = tab;
        self.before = None;
    }

    /// Shows the details of what is selected; of nothing, the tab that was there before them.
    pub fn follow(&mut self, selection: &Selection) {
        if selection.is_empty() {
            self.give_back(selection);
        } else if self.shown != SideTab::Details {
            self.before = Some(self.shown);
            self.shown = SideTab::Details;
        }
    }

    /// Brings back the tab that the details of a selection took the place of, once it is gone.
    pub fn give_back(&mut self, selection: &Selection) {
        if selection.is_empty()
            && let Some(before) = self.before.take()
        {
            self.shown = before;
        }
    }

    /// A tab is no longer offered: another takes its place.
    pub fn close(&mut self, tab: SideTab, instead: SideTab) {
        if self.shown == tab {
            self.shown = instead;
        }
        if self.before == Some(tab) {
            self.before = Some(instead);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Id, StepId};

    fn something() -> Selection {
        Selection::step(StepId::from_number(1))
    }

    #[test]
    fn the_tab_that_a_selection_covers_comes_back() {
        for tab in [SideTab::Capacity, SideTab::Problems] {
            let mut tabs = SideTabs::default();
            tabs.open(tab);
            tabs.follow(&something());
            assert_eq!(tabs.shown(), SideTab::Details);
            tabs.follow(&Selection::default());
            assert_eq!(tabs.shown(), tab);
        }
    }

    #[test]
    fn a_tab_that_was_asked_for_stays() {
        let mut tabs = SideTabs::default();
        tabs.open(SideTab::Details);
        tabs.follow(&something());
        tabs.follow(&Selection::default());
        assert_eq!(tabs.shown(), SideTab::Details);
        tabs.open(SideTab::Capacity);
        tabs.follow(&something());
        tabs.open(SideTab::Problems);
        tabs.follow(&Selection::default());
        assert_eq!(tabs.shown(), SideTab::Problems);
    }

    #[test]
    fn a_tab_that_is_gone_does_not_come_back() {
        let mut tabs = SideTabs::default();
        tabs.open(SideTab::Compare);
        tabs.follow(&something());
        tabs.close(SideTab::Compare, SideTab::Capacity);
        tabs.follow(&Selection::default());
        assert_eq!(tabs.shown(), SideTab::Capacity);
    }
}
