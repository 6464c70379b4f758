//! What is odd about what was said: nobody's words, and words that only a newer version knows.

use super::discussion::{ClosingWay, Comment, CommentKind, Discussion, ReviewVerdict};

/// Something odd about what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidOddity {
    /// Where in the file: `comments[3].closed`.
    pub place: String,
    /// What.
    pub what: SaidOddityKind,
}

/// What is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaidOddityKind {
    /// Nobody is named who said it.
    NoAuthor,
    /// It says nothing, and suggests nothing.
    NoText,
    /// The sort of a comment is none that this version knows; it counts as a remark.
    UnknownKind(String),
    /// The way of closing is none that this version knows; it counts as done.
    UnknownWay(String),
    /// The verdict is none that this version knows; it counts as a comment.
    UnknownVerdict(String),
}

impl Discussion {
    /// What is odd about it, in the order of a file. Linear.
    #[must_use]
    pub fn oddities(&self) -> Vec<SaidOddity> {
        let mut found = Vec::new();
        let mut say = |place: String, what| found.push(SaidOddity { place, what });
        if self.asked.as_ref().is_some_and(|asked| asked.by.trim().is_empty()) {
            say("asked".to_owned(), SaidOddityKind::NoAuthor);
        }
        for (at, comment) in self.comments.iter().enumerate() {
            of_comment(at, comment, &mut say);
        }
        for (at, review) in self.reviews.iter().enumerate() {
            let place = format!("reviews[{at}]");
            if review.by.trim().is_empty() {
                say(place.clone(), SaidOddityKind::NoAuthor);
            }
            if is_unknown(&review.verdict, &ReviewVerdict::NAMES) {
                say(place, SaidOddityKind::UnknownVerdict(review.verdict.clone()));
            }
        }
        found
    }
}

fn of_comment(at: usize, comment: &Comment, say: &mut impl FnMut(String, SaidOddityKind)) {
    let place = format!("comments[{at}]");
    if comment.by.trim().is_empty() {
        say(place.clone(), SaidOddityKind::NoAuthor);
    }
    if comment.text.trim().is_empty() && comment.suggests.is_empty() {
        say(place.clone(), SaidOddityKind::NoText);
    }
    if !comment.kind.is_empty() && is_unknown(&comment.kind, &CommentKind::NAMES) {
        say(place.clone(), SaidOddityKind::UnknownKind(comment.kind.clone()));
    }
    for (at, reply) in comment.replies.iter().enumerate() {
        if reply.by.trim().is_empty() {
            say(format!("{place}.replies[{at}]"), SaidOddityKind::NoAuthor);
        }
        if reply.text.trim().is_empty() {
            say(format!("{place}.replies[{at}]"), SaidOddityKind::NoText);
        }
    }
    if let Some(closed) = &comment.closed {
        if closed.by.trim().is_empty() {
            say(format!("{place}.closed"), SaidOddityKind::NoAuthor);
        }
        if is_unknown(&closed.way, &ClosingWay::NAMES) {
            say(format!("{place}.closed"), SaidOddityKind::UnknownWay(closed.way.clone()));
        }
    }
}

fn is_unknown<T>(word: &str, names: &[(&'static str, T)]) -> bool {
    names.iter().all(|(name, _)| *name != word)
}
