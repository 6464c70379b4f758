//! The version that a blueprint is held against, and what changed since.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use crate::analysis::Analysis;
use crate::background::{Kept, Memo, Pace, Snapshot, Task};
use crate::blueprint::{Anchor, Blueprint, Id, Scenario, ScenarioId, StepId};
use crate::drawing::{Differences, OldCard};
use crate::pictures::{Side, differences};
use crate::process::ProblemPlace;
use crate::simulation::printed_analysis;
use crate::storage::recovery::Session;
use crate::storage::{find_version, model_fingerprint, open};
use crate::ui::panels::verdict::HeldAgainst;
use crate::versions::{
    Effects, FileChange, Group, Measure, OwnIds, ScenarioPair, Since, is_one_lineage,
};
use crate::wording::{Language, Wording};

use super::wish::Against;

/// What changes are worked out for: the version before, what is shown, and whether both are of one file.
type Key = (Snapshot<Blueprint>, Snapshot<Scenario>, bool);

/// What changed.
pub(super) struct Changed {
    pub since: Arc<Since>,
    /// The figures of the version before, as they are printed; `None` where the scenario is new.
    pub before: Option<Arc<Analysis>>,
    /// What the model is known by.
    pub fingerprint: String,
}

/// A change in words.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub group: Group,
    pub text: String,
    pub place: ProblemPlace,
    /// What it does to the limit, and to the rest; blank where it does nothing.
    pub limit: String,
    pub besides: String,
    /// Whether the limit rises by it, or falls.
    pub is_better: Option<bool>,
    /// What it is known by among the changes that were looked at.
    pub key: String,
    /// What it is known by among the changes of its place, in a file.
    pub code: String,
}

impl Line {
    /// What a comment on it is on.
    pub fn anchor(&self, scenario: ScenarioId) -> Anchor {
        let change = self.code.clone();
        let on = Anchor { scenario: Some(scenario), change, ..Anchor::default() };
        match self.place {
            ProblemPlace::Step(step) => Anchor { step: Some(step), ..on },
            ProblemPlace::Link(id) => Anchor { link: Some(id), ..on },
            ProblemPlace::Role(role) => Anchor { role: Some(role), ..on },
            ProblemPlace::Sheet => on,
        }
    }
}

/// Why there is nothing to hold it against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoBase {
    /// It is still worked out, or looked for.
    Busy,
    /// Nobody reviewed it.
    NeverReviewed,
    /// The version that was reviewed is not at hand.
    NotAtHand,
    /// It is the very version that was reviewed.
    AsReviewed,
    /// The file could not be read.
    Unreadable,
    /// No recovery copy of the file is there.
    NoCopy,
}

/// The version that it is held against.
pub(in crate::ui) struct Held {
    /// What was chosen; `None` where it is found by itself.
    against: Option<Against>,
    other: Option<(PathBuf, Option<Arc<Blueprint>>)>,
    reading: Task<PathBuf, Option<Arc<Blueprint>>>,
    /// The version of the last review: which is looked for, and what was found.
    sought: Option<(PathBuf, String)>,
    seeking: Task<(PathBuf, String), Option<Arc<Blueprint>>>,
    found: Option<Arc<Blueprint>>,
    kept: Kept<Key, Arc<Changed>>,
    /// What the model is known by.
    print: Memo<Snapshot<Blueprint>, String>,
    pub(super) no_base: Option<NoBase>,
    told: Option<(u64, Language, ScenarioId)>,
    pub(super) lines: Vec<Line>,
    pub(super) differences: Option<Arc<Differences>>,
    /// The change that keys are about.
    pub(super) meant: Option<usize>,
    /// Whether it is to be brought into view.
    pub(super) seeks_meant: bool,
    /// Whether what was moved and renamed is unfolded.
    pub(super) shows_other: bool,
    pub(super) viewed: BTreeSet<String>,
}

impl Default for Held {
    fn default() -> Self {
        Self {
            against: None,
            other: None,
            reading: Task::waiting("read an earlier version"),
            sought: None,
            seeking: Task::waiting("look for the version that was reviewed"),
            found: None,
            kept: Kept::new("changes"),
            print: Memo::default(),
            no_base: Some(NoBase::Busy),
            told: None,
            lines: Vec::new(),
            differences: None,
            meant: None,
            seeks_meant: false,
            shows_other: false,
            viewed: BTreeSet::new(),
        }
    }
}

/// What is shown, as it is now.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub blueprint: &'a Arc<Blueprint>,
    pub shown: &'a Arc<Scenario>,
    pub path: Option<&'a Path>,
    pub words: &'a Wording,
}

impl Held {
    /// What it is held against, chosen or found.
    pub fn against(&self, blueprint: &Blueprint, shown: ScenarioId) -> Against {
        let is_baseline = blueprint.baseline().id() == shown;
        let found = || match blueprint.discussion().last_review() {
            None if !is_baseline => Against::Baseline,
            // Nobody reviewed it: there is nothing that the baseline could be held against by itself.
            _ => Against::LastReview,
        };
        let chosen = self.against.clone();
        // What was chosen for another scenario says nothing about the baseline.
        chosen.filter(|it| !(is_baseline && *it == Against::Baseline)).unwrap_or_else(found)
    }

    /// What changed, as far as that is known.
    pub(super) fn changed(&self) -> Option<&Arc<Changed>> {
        self.kept.value().filter(|_| self.no_base.is_none())
    }

    /// The version that it is held against, for the page: what became of it since, and what it is called.
    pub(super) fn for_page(&self, now: Now<'_>) -> Option<HeldAgainst> {
        let changed = self.changed()?;
        let name = match self.against(now.blueprint, now.shown.id()) {
            Against::LastReview => None,
            Against::Baseline => Some(now.words.scenario_name(now.blueprint.baseline()).to_owned()),
            Against::File(path) => Some(name_of_file(&path)),
            Against::OnDisk => Some(now.words.text("review-against-disk").to_owned()),
            Against::Recovery => Some(now.words.text("review-against-copy").to_owned()),
            Against::ChooseFile => return None,
        };
        let (since, before) = (Arc::clone(&changed.since), changed.before.clone());
        Some(HeldAgainst { since, before, name })
    }

    /// Whether something is read or worked out.
    pub fn is_busy(&self) -> bool {
        self.reading.is_busy() || self.seeking.is_busy() || self.kept.is_busy()
    }

    /// Holds it against another version; `file` is where it lies itself, `session` knows the recovery copies.
    pub fn choose(
        &mut self,
        ctx: &Context,
        against: Against,
        file: Option<&Path>,
        session: Option<Arc<Session>>,
    ) {
        let path = match &against {
            Against::File(path) => Some(path.clone()),
            Against::OnDisk | Against::Recovery => file.map(Path::to_owned),
            Against::LastReview | Against::Baseline | Against::ChooseFile => None,
        };
        if let Some(path) = path {
            self.other = None;
            let copies = session.filter(|_| against == Against::Recovery);
            let is_copy = against == Against::Recovery;
            self.reading.start(path.clone(), ctx, move |_| match copies {
                Some(session) => newest_copy(&session, &path),
                None if is_copy => None,
                None => open(&path).ok().map(|opened| Arc::new(opened.blueprint)),
            });
        }
        self.against = Some(against);
        self.meant = None;
    }

    /// Follows what is shown; once a pass.
    pub(super) fn follow(&mut self, ctx: &Context, now: Now<'_>) {
        if let Some((path, read)) = self.reading.poll() {
            self.other = Some((path, read.ok().flatten()));
        }
        if let Some((_, found)) = self.seeking.poll() {
            self.found = found.ok().flatten();
        }
        let base = self.base(ctx, now);
        let (base, same_file) = match base {
            Ok(base) => base,
            Err(why) => {
                self.no_base = Some(why);
                self.differences = None;
                self.lines.clear();
                self.told = None;
                return;
            }
        };
        let key = (Snapshot::of(&base), Snapshot::of(now.shown), same_file);
        let (blueprint, shown) = (Arc::clone(now.blueprint), Arc::clone(now.shown));
        self.kept.follow(&key, ctx, Pace::Beside, move |_| {
            Arc::new(changed(&base, &blueprint, &shown, same_file))
        });
        self.no_base = self.kept.value().is_none().then_some(NoBase::Busy);
        self.tell(now);
    }

    /// The version before, and whether that is in the same file.
    fn base(&mut self, ctx: &Context, now: Now<'_>) -> Result<(Arc<Blueprint>, bool), NoBase> {
        let Now { blueprint, shown, path, .. } = now;
        match self.against(blueprint, shown.id()) {
            Against::Baseline => Ok((Arc::clone(blueprint), true)),
            against @ (Against::File(_)
            | Against::OnDisk
            | Against::Recovery
            | Against::ChooseFile) => match &self.other {
                Some((_, Some(other))) => Ok((Arc::clone(other), false)),
                Some((_, None)) if against == Against::Recovery => Err(NoBase::NoCopy),
                Some((_, None)) => Err(NoBase::Unreadable),
                None => Err(NoBase::Busy),
            },
            Against::LastReview => {
                let review = blueprint.discussion().last_review().ok_or(NoBase::NeverReviewed)?;
                let folder = path.and_then(Path::parent).filter(|_| !review.of.is_empty());
                let sought = folder.map(|folder| (folder.to_owned(), review.of.clone()));
                if sought.is_some() && self.sought != sought {
                    self.sought.clone_from(&sought);
                    self.found = None;
                    if let Some((folder, of)) = sought {
                        self.seeking.start((folder.clone(), of.clone()), ctx, move |_| {
                            find_version(&folder, &of).map(|(_, found)| Arc::new(found))
                        });
                    }
                }
                let print = || model_fingerprint(blueprint);
                let is_it = *self.print.get(Snapshot::of(blueprint), print) == review.of;
                match &self.found {
                    _ if is_it => Err(NoBase::AsReviewed),
                    Some(found) => Ok((Arc::clone(found), false)),
                    None if self.seeking.is_busy() => Err(NoBase::Busy),
                    None => Err(NoBase::NotAtHand),
                }
            }
        }
    }

    /// Puts into words what changed, where that is new.
    fn tell(&mut self, now: Now<'_>) {
        let (words, shown) = (now.words, now.shown);
        let told = (self.kept.serial(), words.language(), shown.id());
        if self.told == Some(told) {
            return;
        }
        self.told = Some(told);
        self.lines.clear();
        self.differences = None;
        let Some(changed) = self.kept.value().cloned() else { return };
        let Some((pair, all)) = &changed.since.pair else { return };
        // Effects are reckoned on the version before, with its money.
        let currency = changed.since.currency_before(now.blueprint.currency());
        self.lines = all
            .lines
            .iter()
            .map(|line| told_line(line, (pair, &all.before), currency, words))
            .chain(changed.since.file.iter().map(|change| line_of_file(change, words)))
            .collect();
        let mut made = differences(&all.comparison, &pair.before, &pair.after, Side::After, words);
        if let Some(own) = &changed.since.own {
            for line in &mut self.lines {
                line.place = own_place(line.place, own);
            }
            made = own_differences(made, own);
        }
        self.differences = Some(Arc::new(made));
    }
}

/// What changed of a scenario against a version; within one file against its baseline.
fn changed(base: &Blueprint, now: &Blueprint, shown: &Arc<Scenario>, same_file: bool) -> Changed {
    let since = if same_file {
        Since::scenario(base.baseline(), shown)
    } else {
        Since::version(base, now, shown, is_one_lineage(base, now))
    };
    let before = since.pair.as_ref().map(|(pair, _)| Arc::new(printed_analysis(&pair.before)));
    Changed { since: Arc::new(since), before, fingerprint: model_fingerprint(now) }
}

/// What the newest recovery copy of a file holds. Reads all of them: not for the thread of a window.
fn newest_copy(session: &Session, file: &Path) -> Option<Arc<Blueprint>> {
    let copies = session.find_for(file).into_iter().filter_map(|found| found.content.ok());
    copies.max_by_key(|content| content.written).map(|content| Arc::new(content.blueprint))
}

/// What a file is called to whoever chose it.
pub(super) fn name_of_file(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}

/// The place of a change in the scenario that is shown.
fn own_place(place: ProblemPlace, own: &OwnIds) -> ProblemPlace {
    let there = match place {
        ProblemPlace::Step(id) => own.step(id).map(ProblemPlace::Step),
        ProblemPlace::Link(id) => own.link(id).map(ProblemPlace::Link),
        ProblemPlace::Role(id) => own.role(id).map(ProblemPlace::Role),
        ProblemPlace::Sheet => None,
    };
    there.unwrap_or(ProblemPlace::Sheet)
}

/// What differs with the identities of the scenario that is shown. A card that is gone keeps a number that nothing
/// has there.
fn own_differences(made: Differences, own: &OwnIds) -> Differences {
    let steps = |id: StepId| own.step(id);
    let mut gone = u32::MAX;
    Differences {
        cards: made.cards.into_iter().filter_map(|(id, it)| Some((steps(id)?, it))).collect(),
        values: made.values.into_iter().filter_map(|(id, it)| Some((steps(id)?, it))).collect(),
        links: made.links.into_iter().filter_map(|(id, it)| Some((own.link(id)?, it))).collect(),
        old: made
            .old
            .into_iter()
            .map(|old| {
                gone -= 1;
                let step = steps(old.step).filter(|_| old.stays);
                OldCard { step: step.unwrap_or_else(|| StepId::from_number(gone)), ..old }
            })
            .collect(),
        ..made
    }
}

/// What changes do beside the limit, in words: to the visit, to the wait where that is another amount, to the cost.
pub(super) fn besides(effects: &Effects, currency: &str, words: &Wording) -> String {
    let amount = |measure| effects.get(measure).filter(|amount| amount.abs() > 0.0);
    let visit = amount(Measure::ThroughputTime);
    let wait = amount(Measure::Wait).filter(|wait| {
        visit.is_none_or(|visit| (visit - wait).abs() > 1e-6 * visit.abs().max(wait.abs()))
    });
    let said = |measure, value: Option<f64>| {
        value.map(|value| words.effect(measure, Some(value), currency))
    };
    let visit = said(Measure::ThroughputTime, visit);
    let wait = said(Measure::Wait, wait);
    let cost = said(Measure::Cost, amount(Measure::Cost));
    let parts = [
        visit.map(|amount| words.with("review-visit", &[("time", amount.into())])),
        wait.map(|amount| words.with("review-effect-wait", &[("amount", amount.into())])),
        cost.map(|amount| words.with("review-cost", &[("amount", amount.into())])),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    words.clauses(&parts)
}

fn told_line(
    line: &crate::versions::ChangeLine,
    (pair, before): (&ScenarioPair, &Effects),
    currency: &str,
    words: &Wording,
) -> Line {
    let said = words.version_change(&line.change, &pair.before, &pair.after);
    let more = line.effects.get(Measure::Capacity).filter(|more| more.abs() > 0.0);
    let limit = match (before.get(Measure::Capacity), more) {
        (Some(was), Some(more)) => {
            let was_said = words.number(words.in_rate_unit(was));
            let arguments = [("before", was_said.into()), ("after", words.rate(was + more).into())];
            words.with("review-before-after", &arguments)
        }
        (None, Some(more)) => words.effect(Measure::Capacity, Some(more), currency),
        (_, None) => String::new(),
    };
    let rest = besides(&line.effects, currency, words);
    Line {
        group: line.group,
        text: said.text,
        place: said.place,
        limit,
        besides: rest,
        is_better: more.map(|more| more > 0.0),
        // What the change is, with the numbers of what it is about: the same in every language.
        key: known_by(&line.change),
        code: line.change.code(),
    }
}

fn known_by(change: &impl std::fmt::Debug) -> String {
    let hash = siphasher::sip::SipHasher13::new().hash(format!("{change:?}").as_bytes());
    format!("{hash:016x}")
}

/// A change of the file as a whole, which moves no figure.
fn line_of_file(change: &FileChange, words: &Wording) -> Line {
    Line {
        group: Group::Other,
        text: words.file_change(change).1,
        place: ProblemPlace::Sheet,
        limit: String::new(),
        besides: String::new(),
        is_better: None,
        key: known_by(change),
        code: change.code().to_owned(),
    }
}
