//! Comments that were written into a file by hand: they are kept when it is saved.
//!
//! A comment belongs to the value that it stands before or behind, and a value is known by its way
//! from the top: fields by their names, things by their identities, anything else by its place. So
//! a comment follows its step when others are added or removed. Where a value is no longer written,
//! as it is what it usually is, its comments go to the thing that it belonged to.
//!
//! # What always holds
//!
//! - A comment in any place of a file is there again after reading and writing
//!   (`a_comment_in_every_place_stays_in_it`, `a_comment_at_every_value_of_a_sample_is_kept`).
//! - The comments of a thing that is gone are gone with it: [`Comments::lost_in`] names them before
//!   that happens (`a_comment_follows_its_step_and_one_of_a_step_that_goes_is_named`).
//! - A file without comments is written as if there were no such thing
//!   (`without_comments_nothing_is_written_otherwise`).

mod said;
mod tree;
mod united;

use crate::blueprint::Blueprint;
use crate::storage::writing::encode;

use self::tree::{Body, Node, parse};

/// The comments of a file, each with its place.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Comments {
    list: Vec<Comment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Comment {
    path: Vec<Segment>,
    side: Side,
    text: String,
}

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Field(String),
    /// A thing of a list by its identity.
    Id(String),
    /// A value of a list by its place.
    Index(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Before,
    Behind,
    /// Behind its opening bracket.
    Opened,
    /// Before its closing bracket.
    Closing,
    /// Behind everything.
    AtEnd,
}

impl Comments {
    /// The comments of a text that is a sound blueprint. Linear.
    pub(super) fn of(text: &str) -> Self {
        let mut comments = Self::default();
        if !text.contains("//") && !text.contains("/*") {
            return comments;
        }
        let Some(mut file) = parse(text) else { return comments };
        // Whatever stands before the blueprint proper is not written again.
        let Some(root) = file.nodes.pop() else { return comments };
        comments.add(&[], Side::Before, &file.opened);
        for node in &file.nodes {
            comments.add(&[], Side::Before, &node.before);
            comments.add(&[], Side::Before, &node.behind);
        }
        comments.collect(&root, &mut Vec::new());
        comments.add(&[], Side::AtEnd, &file.closing);
        comments
    }

    /// No comments, for callers that have none to keep.
    #[must_use]
    pub fn none() -> &'static Self {
        static NONE: Comments = Comments { list: Vec::new() };
        &NONE
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The comments that have no place in a blueprint, as what they belong to is not in it, in
    /// their order. Linear in the blueprint for each comment.
    #[must_use]
    pub fn lost_in(&self, blueprint: &Blueprint) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let text = encode(blueprint);
        let Some(mut file) = parse(&text) else { return Vec::new() };
        let Some(root) = file.nodes.last_mut() else { return Vec::new() };
        let lost = self.list.iter().filter(|comment| home(root, &comment.path).is_none());
        lost.map(|comment| comment.text.clone()).collect()
    }

    fn add(&mut self, path: &[Segment], side: Side, texts: &[&str]) {
        for text in texts {
            self.list.push(Comment { path: path.to_vec(), side, text: (*text).to_owned() });
        }
    }

    fn collect(&mut self, node: &Node<'_>, path: &mut Vec<Segment>) {
        self.add(path, Side::Before, &node.before);
        if let Some(body) = &node.body {
            if node.is_some() {
                self.add(path, Side::Before, &body.opened);
                for inner in &body.nodes {
                    self.collect(inner, path);
                }
                self.add(path, Side::Behind, &body.closing);
            } else {
                self.add(path, Side::Opened, &body.opened);
                for (at, inner) in body.nodes.iter().enumerate() {
                    path.push(segment(inner, at));
                    self.collect(inner, path);
                    path.pop();
                }
                self.add(path, Side::Closing, &body.closing);
            }
        }
        self.add(path, Side::Behind, &node.behind);
    }
}

fn segment(node: &Node<'_>, at: usize) -> Segment {
    match (node.key, node.id()) {
        (Some(key), _) => Segment::Field(key.to_owned()),
        (None, Some(id)) => Segment::Id(id.to_owned()),
        (None, None) => Segment::Index(at),
    }
}

/// Where the comments of a value stand: how much of the way to it is there. None where a thing on
/// the way is gone.
fn home(root: &Node<'_>, path: &[Segment]) -> Option<usize> {
    let mut node = root;
    for (depth, segment) in path.iter().enumerate() {
        let Some(next) = node.body.as_ref().and_then(|body| child(body, segment)) else {
            let gone = path.iter().skip(depth).any(|segment| matches!(segment, Segment::Id(_)));
            return (!gone).then_some(depth);
        };
        node = next;
    }
    Some(path.len())
}

fn child<'a, 't>(body: &'a Body<'t>, segment: &Segment) -> Option<&'a Node<'t>> {
    body.nodes.iter().enumerate().find(|(at, node)| is_at(node, *at, segment)).map(|found| found.1)
}

fn is_at(node: &Node<'_>, at: usize, segment: &Segment) -> bool {
    match segment {
        Segment::Field(name) => node.key == Some(name.as_str()),
        Segment::Id(id) => node.key.is_none() && node.id() == Some(id.as_str()),
        Segment::Index(index) => node.key.is_none() && at == *index,
    }
}

fn descend<'a, 't>(root: &'a mut Node<'t>, path: &[Segment]) -> Option<&'a mut Node<'t>> {
    let mut node = root;
    for segment in path {
        let body = node.body.as_mut()?;
        let found = body.nodes.iter_mut().enumerate().find(|(at, node)| is_at(node, *at, segment));
        node = found?.1;
    }
    Some(node)
}

/// As [`encode`], with the comments at their places; those that are lost are left out. Without
/// comments the two give the same text. Linear in the blueprint for each comment.
#[must_use]
pub fn encode_with(blueprint: &Blueprint, comments: &Comments) -> String {
    profiling::function_scope!();
    let plain = encode(blueprint);
    if comments.is_empty() {
        return plain;
    }
    let Some(mut file) = parse(&plain) else { return plain };
    let Some(mut root) = file.nodes.pop() else { return plain };
    let mut at_end = Vec::new();
    for Comment { path, side, text } in &comments.list {
        let Some(depth) = home(&root, path) else { continue };
        let moved = depth < path.len();
        let Some(node) = descend(&mut root, path.get(..depth).unwrap_or_default()) else {
            continue;
        };
        match (side, &mut node.body) {
            (Side::AtEnd, _) => at_end.push(text.as_str()),
            (Side::Behind, _) if !moved => node.behind.push(text),
            (Side::Opened, Some(body)) if !moved => body.opened.push(text),
            (Side::Closing, Some(body)) if !moved => body.closing.push(text),
            _ => node.before.push(text),
        }
    }
    let mut text = String::with_capacity(plain.len());
    root.write(0, "", &mut text);
    for comment in at_end {
        text.push_str(comment);
        text.push('\n');
    }
    text
}
