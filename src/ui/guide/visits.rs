//! The pages that were visited: where one is, and the ways back and forward.

use crate::guide::Page;

/// A page with how far it is scrolled, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Visit {
    pub page: Page,
    pub scrolled: f32,
}

/// The pages that were visited.
#[derive(Debug, Default)]
pub(super) struct Visits {
    /// The oldest first; the last is where one is once the guide was opened.
    past: Vec<Visit>,
    /// Those that one came back from, the nearest last.
    ahead: Vec<Visit>,
}

impl Visits {
    /// Where one is.
    pub fn now(&self) -> Option<Page> {
        self.past.last().map(|visit| visit.page)
    }

    /// Notes how far the page is scrolled.
    pub fn scroll(&mut self, scrolled: f32) {
        if let Some(now) = self.past.last_mut() {
            now.scrolled = scrolled;
        }
    }

    /// Goes to a page; what one came back from is forgotten. Another place of the same page is a
    /// visit of its own where `within` says that one leaves what was read there.
    pub fn go(&mut self, page: Page, within: bool) {
        if self.now() != Some(page) || within {
            self.past.push(Visit { page, scrolled: 0.0 });
            self.ahead.clear();
        }
    }

    pub fn can_go_back(&self) -> bool {
        self.past.len() > 1
    }

    pub fn can_go_forward(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// Goes back; answers where one is then, if there is a way.
    pub fn back(&mut self) -> Option<Visit> {
        if !self.can_go_back() {
            return None;
        }
        self.ahead.extend(self.past.pop());
        self.past.last().copied()
    }

    /// Goes forward again; answers where one is then, if there is a way.
    pub fn forward(&mut self) -> Option<Visit> {
        let visit = self.ahead.pop()?;
        self.past.push(visit);
        Some(visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_lead_where_one_was_as_far_as_it_was_scrolled() {
        let [first, .., last] = Page::ALL;
        let mut visits = Visits::default();
        assert_eq!(visits.back(), None);
        visits.go(first, false);
        visits.scroll(120.0);
        visits.go(first, false);
        assert!(!visits.can_go_back(), "the page that is open is no other");
        visits.go(last, false);
        assert_eq!(visits.back(), Some(Visit { page: first, scrolled: 120.0 }));
        assert_eq!((visits.back(), visits.now()), (None, Some(first)));
        assert_eq!(visits.forward().map(|visit| visit.page), Some(last));
        assert_eq!(visits.forward(), None);
        visits.back();
        visits.go(first, true);
        assert!(!visits.can_go_forward() && visits.can_go_back());
    }
}
