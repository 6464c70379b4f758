//! Comments in words, as documents and the command line print them.

use super::suggested::prospect;
use crate::analysis::analyse;
use crate::blueprint::{Anchor, Blueprint, Comment, Scenario};
use crate::wording::Wording;

/// Whether the thing that something was said about is in a scenario.
#[must_use]
pub fn is_there(on: &Anchor, scenario: &Scenario) -> bool {
    on.step.is_none_or(|id| scenario.steps().contains_key(&id))
        && on.link.is_none_or(|id| scenario.links().contains_key(&id))
        && on.role.is_none_or(|id| scenario.roles().contains_key(&id))
        && on.lane.is_none_or(|id| scenario.lanes().contains_key(&id))
        && on.phase.is_none_or(|id| scenario.phases().contains_key(&id))
}

/// Whether the planning sheet that something was said about is in a blueprint, if it was about one.
#[must_use]
pub fn sheet_is_there(on: &Anchor, blueprint: &Blueprint) -> bool {
    on.sheet.is_none_or(|id| blueprint.sheet(id).is_some())
}

/// The scenario that something was said about; `None` where that is gone.
fn scenario_of<'a>(
    on: &Anchor,
    blueprint: &'a Blueprint,
    shown: &'a Scenario,
) -> Option<&'a Scenario> {
    match on.scenario {
        Some(id) => blueprint.scenario(id).map(AsRef::as_ref),
        None => Some(shown),
    }
}

/// Where something was said, with the scenario where that is not the one that is shown.
#[must_use]
pub fn said_place(on: &Anchor, blueprint: &Blueprint, shown: &Scenario, words: &Wording) -> String {
    let Some(scenario) = scenario_of(on, blueprint, shown) else {
        return words.text("comment-place-gone").to_owned();
    };
    let place = words.place_in(on, scenario, blueprint);
    if scenario.id() == shown.id() {
        return place;
    }
    let name = words.scenario_name(scenario);
    words.with("comment-place-in", &[("place", place.into()), ("name", name.into())])
}

/// A comment with what it suggests, what that would bring, and what was answered: a line for each.
#[must_use]
pub fn comment_said(
    comment: &Comment,
    number: Option<usize>,
    (blueprint, shown): (&Blueprint, &Scenario),
    words: &Wording,
) -> String {
    let arguments = [
        ("kind", words.kind_of_comment(comment).into()),
        ("place", said_place(&comment.on, blueprint, shown, words).into()),
        ("name", words.author(&comment.by).into()),
        ("date", words.day_of(&comment.at).into()),
        ("text", comment.text.as_str().into()),
    ];
    let line = words.with("comment-line", &arguments);
    let mut said = vec![match number {
        Some(number) => {
            let arguments = [("number", number.into()), ("said", line.as_str().into())];
            words.with("page-comment", &arguments)
        }
        None => line,
    }];
    let scenario = scenario_of(&comment.on, blueprint, shown);
    if let Some(scenario) = scenario.filter(|_| !comment.suggests.is_empty()) {
        let analysis = analyse(scenario);
        let found = prospect(&comment.suggests, (blueprint, scenario, &analysis), words);
        let mut facts = found.lines;
        facts.extend([found.limit, found.besides]);
        facts.retain(|fact| !fact.is_empty());
        let facts = words.clauses(&facts);
        said.push(words.with("comment-suggests", &[("said", facts.into())]));
    }
    said.extend(comment.replies.iter().map(|reply| {
        let arguments = [
            ("name", words.author(&reply.by).into()),
            ("date", words.day_of(&reply.at).into()),
            ("text", reply.text.as_str().into()),
        ];
        words.with("comment-reply", &arguments)
    }));
    said.join("\n")
}
