//! RON text as a tree that keeps its comments and what stands on which line.
//!
//! It knows nothing of types. Where a comment stands is said by the value that it belongs to: it
//! is before it, behind it on its last line, behind its opening bracket, or before its closing one.

use std::mem::take;

use crate::storage::outline::{comment_length, word_length};

/// How deeply brackets may lie in each other; the reader proper takes fewer.
const DEEPEST: usize = 256;

/// A value with the comments around it.
#[derive(Debug, Default)]
pub(super) struct Node<'t> {
    /// The field that it is the value of.
    pub key: Option<&'t str>,
    /// All of it as it is written, with its key.
    written: &'t str,
    /// The word, or what stands before a bracket.
    pub head: &'t str,
    pub body: Option<Body<'t>>,
    /// Comments before it, each on a line of its own when it is written.
    pub before: Vec<&'t str>,
    /// Comments behind it, on its last line.
    pub behind: Vec<&'t str>,
}

/// What stands in brackets.
#[derive(Debug, Default)]
pub(super) struct Body<'t> {
    open: &'t str,
    close: &'t str,
    pub nodes: Vec<Node<'t>>,
    /// Whether each value has lines of its own.
    block: bool,
    /// Comments behind the opening bracket, on its line.
    pub opened: Vec<&'t str>,
    /// Comments before the closing bracket that belong to no value.
    pub closing: Vec<&'t str>,
}

/// What stands between two tokens besides blanks.
#[derive(Default)]
struct Gap<'t> {
    /// Comments on the line of the token before.
    same_line: Vec<&'t str>,
    /// Comments on later lines.
    later: Vec<&'t str>,
    /// Whether the next token stands on a later line.
    breaks: bool,
}

impl Gap<'_> {
    fn is_empty(&self) -> bool {
        self.same_line.is_empty() && self.later.is_empty()
    }
}

/// Reads a text that is known to be sound; `None` where it turns out not to be. Linear.
pub(super) fn parse(text: &str) -> Option<Body<'_>> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let body = parser.body("", "")?;
    parser.rest().is_empty().then_some(body)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn pass(&mut self, length: usize) -> &'t str {
        let start = self.at;
        self.at += length;
        self.since(start)
    }

    fn passes(&mut self, token: char) -> bool {
        let there = self.rest().starts_with(token);
        if there {
            self.at += token.len_utf8();
        }
        there
    }

    fn gap(&mut self) -> Gap<'t> {
        let mut gap = Gap::default();
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            gap.breaks |= self.pass(blank).contains('\n');
            let Some(length) = comment_length(self.rest()) else { return gap };
            let comment = self.pass(length).trim_end();
            if gap.breaks { &mut gap.later } else { &mut gap.same_line }.push(comment);
        }
    }

    /// Reads values up to a closing bracket, whose opening one has been passed; without brackets up
    /// to the end.
    fn body(&mut self, open: &'t str, close: &'t str) -> Option<Body<'t>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut body = Body { open, close, ..Body::default() };
        let mut gap = self.gap();
        body.block = gap.breaks;
        loop {
            let ends = match close.chars().next() {
                Some(close) => self.passes(close),
                None => self.rest().is_empty(),
            };
            if ends {
                behind(&mut body, &mut gap.same_line);
                body.closing.append(&mut gap.later);
                self.depth -= 1;
                return Some(body);
            }
            if gap.breaks {
                behind(&mut body, &mut gap.same_line);
            }
            let mut node = self.node()?;
            let mut before = take(&mut gap.same_line);
            before.append(&mut gap.later);
            before.append(&mut node.before);
            node.before = before;
            gap = self.gap();
            body.nodes.push(node);
            if self.passes(',') {
                // What stands before the comma belongs to the value before it in any case.
                behind(&mut body, &mut gap.same_line);
                if let Some(node) = body.nodes.last_mut() {
                    node.before.append(&mut gap.later);
                }
                gap = self.gap();
            }
        }
    }

    fn node(&mut self) -> Option<Node<'t>> {
        let start = self.at;
        let mut node = Node::default();
        if !self.rest().starts_with(['(', '[', '{']) {
            let length = self.word()?;
            node.head = self.pass(length);
            let after = self.at;
            let gap = self.gap();
            if self.passes(':') {
                node.key = Some(node.head);
                node.before.extend(gap.same_line.into_iter().chain(gap.later));
                let gap = self.gap();
                node.before.extend(gap.same_line.into_iter().chain(gap.later));
                node.head = "";
                if !self.rest().starts_with(['(', '[', '{']) {
                    let length = self.word()?;
                    node.head = self.pass(length);
                }
            } else if !(self.rest().starts_with('(') && gap.is_empty()) {
                self.at = after;
            }
        }
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
            if self.rest().starts_with(open) && (open == "(" || node.head.is_empty()) {
                self.at += open.len();
                node.body = Some(self.body(open, close)?);
                break;
            }
        }
        node.written = self.since(start);
        Some(node)
    }

    /// The length of the word that begins here; none where something else does.
    fn word(&self) -> Option<usize> {
        let rest = self.rest();
        let length = word_length(rest);
        (length > 0 && !rest.starts_with([')', ']', '}', ',', ':'])).then_some(length)
    }
}

/// Puts comments behind what stood last.
fn behind<'t>(body: &mut Body<'t>, comments: &mut Vec<&'t str>) {
    let Some(node) = body.nodes.last_mut() else {
        body.opened.append(comments);
        return;
    };
    for comment in comments.drain(..) {
        // A comment to the end of the line is the last one on it.
        if node.behind.last().is_some_and(|last| last.starts_with("//")) {
            node.before.push(comment);
        } else {
            node.behind.push(comment);
        }
    }
}

impl<'t> Node<'t> {
    /// The number that the value has in its field `id`.
    pub fn id(&self) -> Option<&'t str> {
        let nodes = &self.body.as_ref()?.nodes;
        nodes.iter().find(|node| node.key == Some("id")).map(|node| node.head)
    }

    /// Whether it is the `Some` around a value, which is no place of its own.
    pub fn is_some(&self) -> bool {
        self.head == "Some" && self.body.as_ref().is_some_and(|body| body.nodes.len() == 1)
    }

    fn has_comments(&self) -> bool {
        !self.before.is_empty() || !self.behind.is_empty() || self.has_comments_inside()
    }

    fn has_comments_inside(&self) -> bool {
        self.body.as_ref().is_some_and(|body| {
            !body.opened.is_empty()
                || !body.closing.is_empty()
                || body.nodes.iter().any(Node::has_comments)
        })
    }

    /// Writes it with its comments; brackets with comments in them are spread over lines.
    pub fn write(&self, depth: usize, ending: &str, out: &mut String) {
        for comment in &self.before {
            line(depth, comment, out);
        }
        indent(depth, out);
        match &self.body {
            Some(body) if self.has_comments_inside() => {
                if let Some(key) = self.key {
                    out.push_str(key);
                    out.push_str(": ");
                }
                out.push_str(self.head);
                out.push_str(body.open);
                add(&body.opened, out);
                out.push('\n');
                for node in &body.nodes {
                    node.write(depth + 1, ",", out);
                }
                for comment in &body.closing {
                    line(depth + 1, comment, out);
                }
                indent(depth, out);
                out.push_str(body.close);
            }
            _ => out.push_str(self.written),
        }
        out.push_str(ending);
        add(&self.behind, out);
        out.push('\n');
    }
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("    ", depth));
}

fn line(depth: usize, text: &str, out: &mut String) {
    indent(depth, out);
    out.push_str(text);
    out.push('\n');
}

fn add(comments: &[&str], out: &mut String) {
    for comment in comments {
        out.push(' ');
        out.push_str(comment);
    }
}
