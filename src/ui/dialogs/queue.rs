//! The questions and messages that stand in front of the window: one at a time, none is lost.
//!
//! A dialog that is asked for while another is open waits for it. What an answer leads to comes
//! before what waited: it belongs to the question that was answered.

use std::collections::VecDeque;

use egui::Id;

use super::DialogView;
use crate::guide::Page;
use crate::ui::files::DocumentId;

/// A dialog and the document that it is about.
#[derive(Debug)]
pub(in crate::ui) struct Asked {
    pub dialog: Box<dyn DialogView>,
    pub document: DocumentId,
}

/// For how many passes the keys are held out to what had them before a dialog.
const HELD_OUT: u8 = 3;

/// The dialogs that are open or wait.
#[derive(Debug, Default)]
pub(in crate::ui) struct Dialogs {
    /// The first is open.
    queue: VecDeque<Asked>,
    /// What was asked for by an answer that is being carried out; none while there is no such.
    follow: Option<Vec<Asked>>,
    /// What had the keys before the first of them was shown, and for how many passes they are still
    /// held out to it once all are closed.
    behind: Option<(Id, u8)>,
}

impl Dialogs {
    /// Whether a dialog stands in front of the window.
    pub fn is_open(&self) -> bool {
        !self.queue.is_empty() || self.follow.is_some()
    }

    /// Keeps what had the keys before a dialog took them.
    pub fn keep_behind(&mut self, focused: Id) {
        self.behind = Some((focused, HELD_OUT));
    }

    /// What had the keys before and is to get them back, as long as they are held out to it: what
    /// lies below a dialog takes none in the pass after it was closed either.
    pub fn behind(&mut self) -> Option<Id> {
        let (id, left) = self.behind.take()?;
        self.behind = left.checked_sub(1).filter(|left| *left > 0).map(|left| (id, left));
        Some(id)
    }

    /// What had the keys before is not to get them back: an answer leads elsewhere.
    pub fn leave_behind(&mut self) {
        self.behind = None;
    }

    /// The page of the guide about the dialog that is open.
    pub fn page(&self) -> Option<Page> {
        self.queue.front().and_then(|asked| asked.dialog.page())
    }

    /// Opens a dialog once those that came before it are answered. The same question is asked
    /// once.
    pub fn ask(&mut self, dialog: Box<dyn DialogView>, document: DocumentId) {
        let asked = self.queue.iter().chain(self.follow.iter().flatten());
        if asked.into_iter().any(|asked| asked.dialog.is_same_question(&*dialog)) {
            return;
        }
        let asked = Asked { dialog, document };
        match &mut self.follow {
            Some(follow) => follow.push(asked),
            None => self.queue.push_back(asked),
        }
    }

    /// Opens a dialog in front of those that are open: what is open led to it.
    pub fn ask_first(&mut self, dialog: Box<dyn DialogView>, document: DocumentId) {
        let asked = Asked { dialog, document };
        match &mut self.follow {
            Some(follow) => follow.push(asked),
            None => self.queue.push_front(asked),
        }
    }

    /// Takes the open dialog to show it; what is asked for from now on follows from it. To be ended
    /// by [`Dialogs::answered`].
    pub fn take(&mut self) -> Option<Asked> {
        let asked = self.queue.pop_front()?;
        self.follow = Some(Vec::new());
        Some(asked)
    }

    /// Ends what [`Dialogs::take`] began. A dialog that `stays` goes on once what followed from it
    /// is answered.
    pub fn answered(&mut self, stays: Option<Asked>) {
        let follow = self.follow.take().unwrap_or_default();
        for asked in follow.into_iter().chain(stays).rev() {
            self.queue.push_front(asked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Message, as_a};
    use super::*;

    fn message(text: &str) -> Box<dyn DialogView> {
        Box::new(Message::new("", text))
    }

    fn text(asked: Option<Asked>) -> Option<String> {
        as_a::<Message>(&*asked?.dialog).map(|message| message.text().to_owned())
    }

    #[test]
    fn nothing_takes_the_place_of_an_open_question_and_none_is_lost() {
        let mut dialogs = Dialogs::default();
        let here = DocumentId::default();
        dialogs.ask(message("first"), here);
        dialogs.ask(message("second"), here);
        let first = dialogs.take();
        dialogs.ask(message("follows"), here);
        assert!(dialogs.is_open());
        // The first stays open; what followed from it is answered before.
        dialogs.answered(first);
        for expected in ["follows", "first", "second"] {
            assert_eq!(text(dialogs.take()).as_deref(), Some(expected));
            dialogs.answered(None);
        }
        assert!(!dialogs.is_open());
    }

    #[test]
    fn a_question_is_asked_once() {
        let mut dialogs = Dialogs::default();
        for _ in 0..3 {
            dialogs.ask(message("again"), DocumentId::default());
        }
        dialogs.take();
        dialogs.answered(None);
        assert!(!dialogs.is_open());
    }
}
