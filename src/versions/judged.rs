//! What changed about what is judged, measured and planned, and about planning sheets.

use super::file_change::{FileChange, Judged};
use super::sheets::of_sheet;
use crate::blueprint::sheets::ClassOf;
use crate::blueprint::{Blueprint, Judgements};
use crate::planning::mix::class_name;
use crate::redesign::Difference;

/// What differs, in the order of a file; things are known by their numbers, surveys by source and day. Quadratic in
/// the things of a sort, of which there are few.
pub(super) fn of_judged(old: &Blueprint, new: &Blueprint) -> Vec<FileChange> {
    let (was, is) = (old.judgements(), new.judgements());
    let mut found = Vec::new();
    let mut tell = |what, how, name: &str| {
        found.push(FileChange::Judged(what, how, name.trim().to_owned()));
    };
    if settings(was) != settings(is) {
        tell(Judged::Settings, Difference::Changed, "");
    }
    things(&was.quality.items, &is.quality.items, |how, item| tell(Judged::Item, how, &item.text));
    let surveys = |of: &Judgements| {
        let all = of.quality.surveys.iter();
        all.map(|it| ((it.source.clone(), it.taken), it.clone())).collect::<Vec<_>>()
    };
    things(&surveys(was), &surveys(is), |how, survey| tell(Judged::Survey, how, &survey.source));
    things(&was.indicators, &is.indicators, |how, it| tell(Judged::Indicator, how, &it.name));
    if (was.plan.start, was.plan.target) != (is.plan.start, is.plan.target) {
        tell(Judged::Plan, Difference::Changed, "");
    }
    things(&was.plan.actions, &is.plan.actions, |how, it| tell(Judged::Action, how, &it.name));
    if was.log != is.log {
        tell(Judged::Log, Difference::Changed, "");
    }
    sheets(old, new, &mut found);
    found
}

/// What the class of a mix is called, where a scenario has it.
fn class_in(blueprint: &Blueprint, of: ClassOf) -> Option<String> {
    let names = blueprint.scenarios().iter().map(|scenario| class_name(scenario, of));
    names.map(|name| name.trim().to_owned()).find(|name| !name.is_empty())
}

/// Planning sheets that came or went, and what of the others differs.
fn sheets(old: &Blueprint, new: &Blueprint, found: &mut Vec<FileChange>) {
    for (id, sheet) in old.sheets() {
        let name = || sheet.name.trim().to_owned();
        match new.sheet(*id) {
            None => found.push(FileChange::Judged(Judged::Sheet, Difference::Removed, name())),
            Some(now) => {
                let class =
                    |of| class_in(new, of).or_else(|| class_in(old, of)).unwrap_or_default();
                let changes = of_sheet(sheet, now, &class).into_iter();
                found.extend(changes.map(|change| FileChange::Sheet(now.clone(), change)));
            }
        }
    }
    for (id, sheet) in new.sheets() {
        if old.sheet(*id).is_none() {
            let name = sheet.name.trim().to_owned();
            found.push(FileChange::Judged(Judged::Sheet, Difference::Added, name));
        }
    }
}

/// What holds for the whole.
fn settings(of: &Judgements) -> impl PartialEq + '_ {
    (&of.concept, of.review_days, of.budget, of.quality.scale, of.quality.weights)
}

/// Tells what only one of two lists has, and what differs.
fn things<K: PartialEq, T: PartialEq>(
    was: &[(K, T)],
    is: &[(K, T)],
    mut tell: impl FnMut(Difference, &T),
) {
    let find = |all: &[(K, T)], key: &K| all.iter().position(|(own, _)| own == key);
    for (key, thing) in was {
        match find(is, key).and_then(|at| is.get(at)) {
            None => tell(Difference::Removed, thing),
            Some((_, now)) if now != thing => tell(Difference::Changed, now),
            Some(_) => {}
        }
    }
    for (_, thing) in is.iter().filter(|(key, _)| find(was, key).is_none()) {
        tell(Difference::Added, thing);
    }
}
