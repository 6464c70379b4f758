//! Cards that are still being made, new ones and copies: what they lack is not a problem yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::blueprint::{Link, LinkEnd, LinkKind, Scenario, Step, StepId};
use crate::editor::Editor;
use crate::process::{Problem, ProblemPlace};

/// How long a card stays one that is being made once it was worked on and is no longer selected, in
/// seconds: long enough to fetch what it is to be connected with.
const STAYS: f64 = 6.0;

/// The cards that are still being made.
///
/// A card without a link, a time or people is no mistake while somebody is at it. It waits until it is
/// linked or filled in and then left for a while, or until somebody goes on with another card; time
/// alone ends nothing, and stands still while something is typed. It is a mistake at once when the file
/// is saved and when somebody asks for the problems. Only what the window counts waits; the figures
/// themselves, files and exports know nothing of it.
#[derive(Debug, Default)]
pub(super) struct FreshCards {
    cards: BTreeMap<StepId, Standing>,
    /// The sheet as it was seen last.
    seen: Option<Arc<Scenario>>,
}

/// How far a card has come.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Standing {
    /// Nothing was done with it since it was made but to name and to move it.
    Untouched,
    /// It was worked on, or somebody went on with another card.
    Touched,
    /// As above, and it is not selected, since then.
    Left(f64),
}

impl FreshCards {
    /// A card was made.
    pub fn made(&mut self, step: StepId) {
        self.cards.insert(step, Standing::Untouched);
    }

    /// All cards are finished: from now on what they lack is a problem.
    pub fn finish(&mut self) {
        self.cards.clear();
    }

    /// Looks which cards were changed and which are selected at a time, in seconds; answers in how many
    /// seconds the next card is finished. `types` says whether something is being typed.
    pub fn update(&mut self, editor: &Editor, types: bool, now: f64) -> Option<f64> {
        if self.cards.is_empty() {
            self.seen = None;
            return None;
        }
        if !editor.in_gesture() {
            let shown = editor.scenario();
            let seen = self.seen.replace(Arc::clone(shown));
            if let Some(seen) = seen.filter(|seen| !Arc::ptr_eq(seen, shown)) {
                self.follow(&seen, shown);
            }
        }
        let selected = &editor.selection().steps;
        for (step, standing) in &mut self.cards {
            let is_held = types || selected.contains(step);
            *standing = match *standing {
                Standing::Touched if !is_held => Standing::Left(now),
                Standing::Left(_) if is_held => Standing::Touched,
                other => other,
            };
        }
        let steps = editor.scenario().steps();
        self.cards.retain(|step, standing| {
            let is_over = matches!(standing, Standing::Left(since) if now >= *since + STAYS);
            steps.contains_key(step) && !is_over
        });
        let left = self.cards.values().filter_map(|standing| match standing {
            Standing::Left(since) => Some(since + STAYS - now),
            Standing::Untouched | Standing::Touched => None,
        });
        left.reduce(f64::min)
    }

    /// Marks the cards that a change is about; one that is about none of them means them all: somebody
    /// went on with something else.
    fn follow(&mut self, before: &Scenario, after: &Scenario) {
        for about in changes(before, after) {
            let about: Vec<StepId> =
                about.into_iter().flatten().filter(|step| self.cards.contains_key(step)).collect();
            for (step, standing) in &mut self.cards {
                if *standing == Standing::Untouched && (about.is_empty() || about.contains(step)) {
                    *standing = Standing::Touched;
                }
            }
        }
    }

    /// Whether a problem is one of a card that is still being made, or of a way out of it.
    pub fn has(&self, problem: &Problem, scenario: &Scenario) -> bool {
        let step = match problem.place {
            ProblemPlace::Step(step) => Some(step),
            ProblemPlace::Link(link) => scenario.links().get(&link).map(|link| link.from),
            ProblemPlace::Role(_) | ProblemPlace::Sheet => None,
        };
        step.is_some_and(|step| self.cards.contains_key(&step))
    }
}

/// What was worked on between two versions of a sheet: for each step and link the steps that it is
/// about. Names, places, labels and shares are given while a card is made; what makes or takes away a
/// card, with its links, counts for nothing else.
fn changes(before: &Scenario, after: &Scenario) -> Vec<[Option<StepId>; 2]> {
    let (old, new) = (before.steps(), after.steps());
    if old.len() != new.len() || old.keys().any(|step| !new.contains_key(step)) {
        return Vec::new();
    }
    let steps = old.iter().filter_map(|(id, was)| {
        let is = new.get(id)?;
        let same = Arc::ptr_eq(was, is) || {
            let step = Step::clone(was);
            let (name, lane, phase, at) = (is.name.clone(), is.lane, is.phase, is.at);
            Step { name, lane, phase, at, ..step } == **is
        };
        (!same).then_some([Some(*id), None])
    });
    let leads = |link: &Link| -> (StepId, LinkEnd, LinkKind) { (link.from, link.to, link.kind) };
    let (was, is) = (before.links(), after.links());
    let gone = was.iter().filter(|(id, link)| is.get(*id).map(|it| leads(it)) != Some(leads(link)));
    let come = is.iter().filter(|(id, link)| was.get(*id).map(|it| leads(it)) != Some(leads(link)));
    let links = gone.chain(come).map(|(_, link)| [Some(link.from), link.to.step()]);
    steps.chain(links).collect()
}
