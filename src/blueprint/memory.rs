//! How much memory a version of a blueprint takes besides another, so that a history can be kept
//! within bounds.

use std::mem::size_of;
use std::sync::Arc;

use super::discussion::Discussion;
use super::document::Blueprint;
use super::fields::{Field, heap_of};
use super::lesson::Lesson;
use super::resources::RoleField;
use super::scenario::Scenario;
use super::sheets::{Figure, Sheet};
use super::step::StepField;

impl Blueprint {
    /// About how many bytes this version takes that another one does not take too. What both share
    /// counts for nothing. Linear in the tables that differ.
    #[must_use]
    pub fn bytes_beyond(&self, other: &Self) -> usize {
        let own = self.scenarios().iter().filter(|scenario| {
            let there = other.scenario(scenario.id());
            there.is_none_or(|there| !Arc::ptr_eq(there, scenario))
        });
        let scenarios: usize =
            own.map(|scenario| scenario.bytes_beyond(other.scenario(scenario.id()))).sum();
        let mut beside = 0;
        if !Arc::ptr_eq(self.discussion(), other.discussion()) {
            beside += self.discussion().heap();
        }
        if !Arc::ptr_eq(self.judgements(), other.judgements()) {
            beside += self.judgements().heap();
        }
        let lesson =
            self.lesson().filter(|own| other.lesson().is_none_or(|there| !Arc::ptr_eq(there, own)));
        beside += lesson.map_or(0, |lesson| lesson.heap());
        let is_there =
            |sheet: &Arc<Sheet>| other.sheets().iter().any(|(_, there)| Arc::ptr_eq(there, sheet));
        let sheets = self.sheets().iter().filter(|(_, sheet)| !is_there(sheet));
        beside += sheets.map(|(_, sheet)| sheet.heap()).sum::<usize>();
        size_of::<Self>() + self.title().len() + self.currency().len() + scenarios + beside
    }
}

impl Discussion {
    /// About how much it holds besides itself.
    fn heap(&self) -> usize {
        let comments = self.comments.iter().map(|comment| {
            let replies = comment.replies.iter().map(|it| size_of_val(it) + it.text.len());
            size_of_val(comment) + comment.text.len() + replies.sum::<usize>()
        });
        let reviews = self.reviews.iter().map(|review| size_of_val(review) + review.text.len());
        comments.chain(reviews).sum()
    }
}

impl Lesson {
    /// About how much it holds besides itself.
    fn heap(&self) -> usize {
        let stops = self.stops.iter().map(|(_, stop)| {
            let answers: usize = stop.answers.iter().map(String::len).sum();
            size_of_val(stop) + stop.title.len() + stop.ask.len() + stop.note.len() + answers
        });
        stops.sum()
    }
}

impl Sheet {
    /// About how much it takes.
    fn heap(&self) -> usize {
        let of = |figure: &Figure| size_of::<Figure>() + figure.written().len();
        let limits = self.limits.iter().map(|it| size_of_val(it) + it.name.len());
        let items = self
            .items
            .iter()
            .map(|it| size_of_val(it) + it.name.len() + it.uses.iter().map(of).sum::<usize>());
        let ends = self.from.iter().chain(&self.to).map(|it| size_of_val(it) + it.name.len());
        let cells = self.cells.iter().flatten().map(of);
        let rules = self.rules.iter().map(size_of_val);
        size_of::<Self>() + limits.chain(items).chain(ends).chain(cells).chain(rules).sum::<usize>()
    }
}

impl Scenario {
    fn bytes_beyond(&self, other: Option<&Arc<Self>>) -> usize {
        let other = other.map(std::convert::AsRef::as_ref);
        size_of::<Self>()
            + self.name.len()
            + self.sections.heap()
            + self.lanes.bytes_beyond(other.map(|o| &o.lanes), |lane| lane.name.len())
            + self.phases.bytes_beyond(other.map(|o| &o.phases), |phase| phase.name.len())
            + self.steps.bytes_beyond(other.map(|o| &o.steps), heap_of_all::<StepField>)
            + self.links.bytes_beyond(other.map(|o| &o.links), |_| 0)
            + self.roles.bytes_beyond(other.map(|o| &o.roles), heap_of_all::<RoleField>)
            + self
                .elements
                .bytes_beyond(other.map(|o| &o.elements), |e| e.name.len() + e.note.len())
    }
}

/// What the fields of something hold besides itself.
fn heap_of_all<F: Field>(whole: &F::Of) -> usize {
    F::ALL.iter().map(|field| heap_of(field.of(whole))).sum()
}
