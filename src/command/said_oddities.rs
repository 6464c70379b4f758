//! What is odd about the places of comments: they are no longer there, or no version knows them.

use crate::blueprint::{Blueprint, Comment};
use crate::reports::is_there;
use crate::stage::figure_named;
use crate::wording::Wording;

/// The rows of the verdict page that are no figure of their own.
const ROWS: [&str; 6] = ["wait_s", "largest_risk", "experience", "missing", "changed", "trust"];

/// A line for each open comment on what is gone or not known, in the order of the file.
pub fn told(blueprint: &Blueprint, wording: &Wording) -> Vec<String> {
    let comments = blueprint.discussion().comments.iter().enumerate();
    let open = comments.filter(|(_, comment)| comment.is_open());
    open.filter_map(|(at, comment)| of_comment(at, comment, blueprint, wording)).collect()
}

fn of_comment(
    at: usize,
    comment: &Comment,
    blueprint: &Blueprint,
    wording: &Wording,
) -> Option<String> {
    let on = &comment.on;
    // Its place in the file may be another one: comments are sorted as they are read.
    let place = format!("comments[{at}] ({}, {})", comment.by.trim(), comment.at);
    let place = place.as_str();
    let scenario = match on.scenario {
        Some(id) => blueprint.scenario(id),
        None => Some(blueprint.baseline()),
    };
    let Some(scenario) = scenario else {
        return Some(wording.with("said-scenario-gone", &[("place", place.into())]));
    };
    if !is_there(on, scenario) {
        let name = wording.scenario_name(scenario).to_owned();
        return Some(wording.with("said-gone", &[("place", place.into()), ("name", name.into())]));
    }
    let figure = on.figure.as_str();
    let is_known = figure.is_empty() || figure_named(figure).is_some() || ROWS.contains(&figure);
    (!is_known).then(|| {
        wording.with("said-unknown-figure", &[("place", place.into()), ("word", figure.into())])
    })
}
