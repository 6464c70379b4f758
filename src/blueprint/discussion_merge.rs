//! Two copies of what was said become one, in which nothing is missing.
//!
//! Merging is a join of a semilattice: the order in which copies come, how they are grouped and how often one
//! comes do not matter (Shapiro, Preguiça, Baquero & Zawirski 2011, "Conflict-free replicated data types").

use super::discussion::{Asked, Comment, Discussion, Review};

impl Discussion {
    /// Puts what was said in the order of a file: comments by what they are on, then by time; each once.
    /// n log n.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.comments.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.at.by_text(&b.at)));
        let mut comments: Vec<Comment> = Vec::with_capacity(self.comments.len());
        for comment in self.comments {
            match comments.last_mut() {
                Some(last) if last.is_same(&comment) => last.take_in(comment),
                _ => comments.push(comment.in_order()),
            }
        }
        self.reviews.sort_by(|a, b| order_of_reviews(a, b).then_with(|| a.at.by_text(&b.at)));
        self.reviews.dedup_by(|a, b| order_of_reviews(a, b).is_eq());
        Self { comments, ..self }
    }

    /// Everything that is said here or there. Commutative, associative, idempotent.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let all = |here: &[Comment], there: &[Comment]| here.iter().chain(there).cloned().collect();
        let reviews: Vec<Review> = self.reviews.iter().chain(&other.reviews).cloned().collect();
        // A review that came after the question has answered it.
        let last = reviews.iter().map(|review| &review.at).max();
        let asked = self.asked.iter().chain(&other.asked);
        let asked = asked.max_by(|a, b| a.cmp(b).then_with(|| a.at.by_text(&b.at))).cloned();
        let is_open = |asked: &Asked| last.is_none_or(|last| asked.at > *last);
        let merged = Self {
            asked: asked.filter(is_open),
            comments: all(&self.comments, &other.comments),
            reviews,
        };
        merged.in_order()
    }

    /// Comments by the same person, at the same time, on the same thing, that say something else: each is kept,
    /// and somebody should look at them. Of comments in the order of a file; linear.
    #[must_use]
    pub fn twins(&self) -> usize {
        let is_twin = |pair: &&[Comment]| match pair {
            [a, b] => a.on == b.on && a.at == b.at && a.by == b.by,
            _ => false,
        };
        self.comments.windows(2).filter(is_twin).count()
    }
}

/// What comments are ordered by.
fn key(comment: &Comment) -> impl Ord + '_ {
    (&comment.on, &comment.at, &comment.by, &comment.text)
}

fn order_of_reviews(a: &Review, b: &Review) -> std::cmp::Ordering {
    let key = |review: &Review| {
        (
            review.at.clone(),
            review.by.clone(),
            review.verdict.clone(),
            review.text.clone(),
            review.of.clone(),
        )
    };
    let figures = || {
        let bits = |review: &Review| -> Vec<(String, u64)> {
            review.saw.iter().map(|(name, value)| (name.clone(), value.to_bits())).collect()
        };
        bits(a).cmp(&bits(b))
    };
    key(a).cmp(&key(b)).then_with(figures)
}

impl Comment {
    fn in_order(mut self) -> Self {
        self.replies.sort_by(|a, b| a.cmp(b).then_with(|| a.at.by_text(&b.at)));
        self.replies.dedup();
        // What happened last stands.
        let mut closings = std::mem::take(&mut self.earlier);
        closings.extend(self.closed.take());
        closings.sort_by(|a, b| a.cmp(b).then_with(|| a.at.by_text(&b.at)));
        closings.dedup();
        self.closed = closings.pop();
        self.earlier = closings;
        self
    }

    /// Takes in what was said to the same comment in another copy: all answers and closings, of which the last
    /// stands; of what only one can be, the greater.
    fn take_in(&mut self, other: Self) {
        self.replies.extend(other.replies);
        self.earlier.extend(self.closed.take());
        self.earlier.extend(other.earlier);
        self.closed = other.closed;
        if other.kind > self.kind {
            self.kind = other.kind;
        }
        if other.saw > self.saw {
            self.saw = other.saw;
        }
        if other.suggests > self.suggests {
            self.suggests = other.suggests;
        }
        *self = std::mem::replace(self, Self::new(other.on, "", other.at, "")).in_order();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::blueprint::{
        Anchor, Closing, Id, Reply, RoleId, ScenarioId, StepId, Suggested, Timestamp,
    };

    fn at(minute: u32) -> Timestamp {
        Timestamp::parse(&format!("2026-11-27T14:{minute:02}:10+08:00")).unwrap()
    }

    fn comment() -> impl Strategy<Value = Comment> {
        let place = (0..3_u32, 0..2_u32).prop_map(|(step, field)| Anchor {
            field: ["", "time"][field as usize].to_owned(),
            ..Anchor::step(ScenarioId::from_number(1), StepId::from_number(step))
        });
        let replies = proptest::collection::vec((0..4_u32, 0..2_usize), 0..3);
        let closed = proptest::option::of((0..4_u32, 0..3_usize));
        (place, 0..3_u32, 0..2_usize, 0..2_usize, replies, closed, 0..3_u32).prop_map(
            |(on, minute, who, text, replies, closed, heads)| {
                let who_is = |who: usize| ["Ann", "李"][who].to_owned();
                let mut comment =
                    Comment::new(on, who_is(who), at(minute), ["Why?", "Too slow"][text]);
                let reply = |(minute, who): (u32, usize)| Reply {
                    at: at(30 + minute),
                    by: who_is(who),
                    text: "One on leave.".to_owned(),
                };
                comment.replies = replies.into_iter().map(reply).collect();
                comment.closed = closed.map(|(minute, way)| Closing {
                    at: at(40 + minute),
                    by: "Ann".to_owned(),
                    way: ["done", "reopened", "declined"][way].to_owned(),
                });
                if heads > 0 {
                    let headcount = vec![(RoleId::from_number(9), heads)];
                    comment.suggests = Suggested { headcount, ..Suggested::default() };
                }
                comment
            },
        )
    }

    fn discussion() -> impl Strategy<Value = Discussion> {
        let reviews = proptest::collection::vec((0..3_u32, 0..2_usize), 0..3);
        let asked = proptest::option::of(0..3_u32);
        (proptest::collection::vec(comment(), 0..8), reviews, asked).prop_map(
            |(comments, reviews, asked)| {
                let review = |(minute, verdict): (u32, usize)| Review {
                    at: at(50 + minute),
                    by: "Ann".to_owned(),
                    verdict: ["approve", "changes"][verdict].to_owned(),
                    text: String::new(),
                    of: String::new(),
                    saw: vec![("capacity_per_hour".to_owned(), 60.0)],
                };
                let asked = asked.map(|minute| Asked {
                    at: at(49 + minute),
                    by: "李".to_owned(),
                    text: String::new(),
                });
                let reviews = reviews.into_iter().map(review).collect();
                // As a document holds it: a review takes a question away.
                Discussion { asked, comments, reviews }.merged(&Discussion::default())
            },
        )
    }

    proptest! {
        #[test]
        fn merging_depends_on_no_order(a in discussion(), b in discussion(), c in discussion()) {
            prop_assert_eq!(a.merged(&b), b.merged(&a));
            prop_assert_eq!(a.merged(&b).merged(&c), a.merged(&b.merged(&c)));
            prop_assert_eq!(a.merged(&a), a.clone());
            prop_assert_eq!(a.merged(&b).merged(&b), a.merged(&b));
        }

        #[test]
        fn nothing_that_was_said_is_lost(a in discussion(), b in discussion()) {
            let both = a.merged(&b);
            for comment in a.comments.iter().chain(&b.comments) {
                let kept = both.comments.iter().find(|it| it.is_same(comment));
                let kept = kept.expect("each comment is kept");
                prop_assert!(comment.replies.iter().all(|reply| kept.replies.contains(reply)));
                prop_assert!(kept.closed >= comment.closed, "the later closing wins");
            }
        }
    }

    #[test]
    fn the_same_instant_in_two_time_zones_is_one_comment() {
        let read = |text| Timestamp::parse(text).unwrap();
        let (east, zulu) = (read("2026-11-27T14:05:10+08:00"), read("2026-11-27T06:05:10Z"));
        let of = |at: &Timestamp| {
            let on = Anchor::step(ScenarioId::from_number(1), StepId::from_number(2));
            let mut comment = Comment::new(on, "Ann", at.clone(), "Why?");
            let (by, text) = ("李".to_owned(), "So.".to_owned());
            comment.replies = vec![Reply { at: at.clone(), by: by.clone(), text: text.clone() }];
            comment.closed = Some(Closing { at: at.clone(), by: by.clone(), way: "done".into() });
            let (verdict, of) = ("approve".to_owned(), String::new());
            let review = Review { at: at.clone(), by, verdict, text, of, saw: Vec::new() };
            Discussion { asked: None, comments: vec![comment], reviews: vec![review] }
        };
        for (a, b) in [(&east, &zulu), (&zulu, &east)] {
            let merged = of(a).merged(&of(b));
            let [comment] = &merged.comments[..] else { panic!("{merged:?}") };
            assert_eq!((comment.replies.len(), comment.earlier.len()), (1, 0), "{comment:?}");
            assert_eq!((merged.reviews.len(), merged.twins()), (1, 0));
            assert_eq!(comment.at.to_string(), "2026-11-27T06:05:10Z", "whichever came first");
        }
    }

    #[test]
    fn two_copies_of_five_with_one_in_common_are_nine() {
        let said = |who: &str, minute| {
            let on = Anchor::step(ScenarioId::from_number(1), StepId::from_number(minute));
            Comment::new(on, who, at(minute), "Why?")
        };
        let of = |who: &'static str| {
            let comments = (1..5).map(|minute| said(who, minute)).chain([said("Both", 9)]);
            Discussion { comments: comments.collect(), ..Discussion::default() }.in_order()
        };
        let merged = of("Ann").merged(&of("李"));
        assert_eq!(merged.comments.len(), 9);
        assert_eq!(merged.twins(), 0);
        let mut other = of("Ann");
        other.comments[0].text = "Why not?".to_owned();
        assert_eq!(of("Ann").merged(&other).twins(), 1, "both are kept, with a hint");
    }
}
