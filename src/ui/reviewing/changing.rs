//! What becomes of what is asked of the list of changes.

use std::path::PathBuf;

use egui::Context;

use crate::editor::Selection;
use crate::process::ProblemPlace;
use crate::ui::app::App;
use crate::ui::files::Purpose;
use crate::ui::view_context::BottomTab;

use super::desk::About;
use super::held::Now;
use super::wish::{Against, ReviewPage, ReviewWish};

/// For how many versions it is kept which changes were looked at.
const MOST_VERSIONS: usize = 20;

impl App {
    /// Holds what is shown against the version that was chosen; once a pass.
    pub(in crate::ui) fn follow_changes(&mut self, ctx: &Context) {
        let is_page_seen = self.settings.table && self.bottom.tab == BottomTab::Verdict;
        if self.modes.reviewing.is_none() && !is_page_seen {
            return;
        }
        let held = &mut self.views.review.held;
        let before = held.changed().map(|changed| changed.fingerprint.clone());
        let now = Now {
            blueprint: self.editor.settled_blueprint(),
            shown: self.editor.settled_scenario(),
            path: self.files.path(),
            words: &self.words,
        };
        held.follow(ctx, now);
        self.views.verdict.hold_against(held.for_page(now));
        let after = held.changed().map(|changed| changed.fingerprint.clone());
        if let Some(version) = after.filter(|after| before.as_ref() != Some(after)) {
            let kept = self.files.preferences().viewed.get(&version);
            held.viewed = kept.into_iter().flatten().cloned().collect();
        }
    }

    /// Holds it against another version.
    pub(super) fn hold_against(&mut self, ctx: &Context, against: Against) {
        if against == Against::ChooseFile {
            self.choose(ctx, Purpose::Against);
        } else {
            let session = self.recovery.session();
            self.views.review.held.choose(ctx, against, self.files.path(), session);
        }
    }

    /// A file was chosen to hold it against.
    pub(in crate::ui) fn hold_against_file(&mut self, ctx: &Context, path: PathBuf) {
        self.grant_review(ctx, ReviewWish::Against(Against::File(path)));
        self.grant_review(ctx, ReviewWish::See(ReviewPage::Changes));
    }

    /// Goes to the next change, or the one before; what is folded is unfolded on the way.
    pub(super) fn walk_changes(&mut self, ctx: &Context, back: bool) {
        let held = &mut self.views.review.held;
        let count = held.lines.len();
        if count == 0 {
            return;
        }
        let next = match (held.meant, back) {
            (None, false) => 0,
            (None, true) => count - 1,
            (Some(at), false) => (at + 1).min(count - 1),
            (Some(at), true) => at.saturating_sub(1),
        };
        self.go_to_change(ctx, next);
    }

    /// Shows what a change is about.
    pub(super) fn go_to_change(&mut self, ctx: &Context, at: usize) {
        let held = &mut self.views.review.held;
        let Some(line) = held.lines.get(at) else { return };
        held.meant = Some(at);
        held.seeks_meant = true;
        held.shows_other |= line.group == crate::versions::Group::Other;
        let place = line.place;
        let scenario = self.editor.scenario();
        match place {
            ProblemPlace::Step(step) if scenario.steps().contains_key(&step) => self.seek(step),
            ProblemPlace::Link(id) => {
                if let Some(from) = scenario.links().get(&id).map(|link| link.from) {
                    self.canvas.seek(from);
                    self.editor.select(Selection::link(id));
                }
            }
            ProblemPlace::Role(role) if scenario.roles().contains_key(&role) => {
                self.go_to_role(ctx, role);
            }
            ProblemPlace::Step(_) | ProblemPlace::Role(_) | ProblemPlace::Sheet => {
                self.editor.select(Selection::default());
            }
        }
    }

    /// Begins a comment on the change that is meant.
    pub(super) fn comment_on_change(&mut self) {
        let held = &self.views.review.held;
        let Some(line) = held.meant.and_then(|at| held.lines.get(at)) else { return };
        let on = line.anchor(self.editor.scenario().id());
        self.write(About::Comment, on, String::new());
    }

    /// The change that is meant was looked at, or was not: kept for this version on this computer.
    pub(super) fn toggle_viewed(&mut self) {
        let held = &mut self.views.review.held;
        let Some(line) = held.meant.and_then(|at| held.lines.get(at)) else { return };
        let key = line.key.clone();
        if !held.viewed.remove(&key) {
            held.viewed.insert(key);
        }
        let Some(version) = held.changed().map(|changed| changed.fingerprint.clone()) else {
            return;
        };
        let viewed: Vec<String> = held.viewed.iter().cloned().collect();
        self.files.change(move |preferences| {
            preferences.viewed.insert(version.clone(), viewed.clone());
            while preferences.viewed.len() > MOST_VERSIONS {
                let other = preferences.viewed.keys().find(|other| **other != version).cloned();
                match other {
                    Some(other) => preferences.viewed.remove(&other),
                    None => break,
                };
            }
        });
    }
}
