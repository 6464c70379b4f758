//! What was written by hand into two copies of one blueprint, for a file that is made of both.

use std::collections::BTreeMap;

use super::{Comment, Comments, Segment, Side, home};
use crate::blueprint::{Blueprint, Comment as Said, Discussion};
use crate::storage::comments::tree::parse;
use crate::storage::writing::encode;

/// Where a comment stands.
type Place = (Vec<Segment>, Side);

impl Comments {
    /// The comments of both copies, each once at each place, whichever copy comes first; a comment on what was
    /// said goes with it to where it stands in the merged file. Linear in the blueprint for each comment.
    #[must_use]
    pub fn united(
        &self,
        of: &Blueprint,
        other: &Self,
        of_other: &Blueprint,
        merged: &Blueprint,
    ) -> Self {
        let text = encode(merged);
        let mut file = parse(&text);
        let root = file.as_mut().and_then(|file| file.nodes.pop());
        let placed = |comments: &Self, blueprint: &Blueprint| {
            let mut placed: BTreeMap<Place, Vec<String>> = BTreeMap::new();
            for Comment { path, side, text } in &comments.list {
                let mut path = path.clone();
                follow(&mut path, blueprint.discussion(), merged.discussion());
                let mut side = *side;
                // A value that is not written gives its comments to what it belongs to, as writing does.
                let depth = root.as_ref().and_then(|root| home(root, &path));
                if let Some(depth) = depth.filter(|depth| *depth < path.len()) {
                    path.truncate(depth);
                    side = Side::Before;
                }
                placed.entry((path, side)).or_default().push(text.clone());
            }
            placed
        };
        let (mut all, others) = (placed(self, of), placed(other, of_other));
        for (place, there) in others {
            let here = all.entry(place).or_default();
            *here = both(here, &there);
        }
        let list = all.into_iter().flat_map(|((path, side), texts)| {
            texts.into_iter().map(move |text| Comment { path: path.clone(), side, text })
        });
        Self { list: list.collect() }
    }
}

/// The lines of both, in the order of that with more of them.
fn both(here: &[String], there: &[String]) -> Vec<String> {
    let is_first = (here.len(), there) >= (there.len(), here);
    let (first, second) = if is_first { (here, there) } else { (there, here) };
    let mut lines = first.to_vec();
    lines.extend(second.iter().filter(|line| !first.contains(line)).cloned());
    lines
}

/// Changes the place of something said into that of a merged file.
fn follow(path: &mut [Segment], from: &Discussion, to: &Discussion) {
    let [Segment::Field(list), Segment::Index(at), ..] = path else { return };
    let found = match list.as_str() {
        "comments" => from.comments.get(*at).and_then(|said| {
            let is_it = |it: &&Said| (&it.on, &it.at, &it.by) == (&said.on, &said.at, &said.by);
            let same = to.comments.iter().position(|it| is_it(&it) && it.text == said.text);
            same.or_else(|| to.comments.iter().position(|it| is_it(&it)))
        }),
        "reviews" => from.reviews.get(*at).and_then(|said| {
            to.reviews.iter().position(|it| (&it.at, &it.by) == (&said.at, &said.by))
        }),
        _ => return,
    };
    if let Some(found) = found {
        *at = found;
    }
}
