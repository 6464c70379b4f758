//! Taking an edit back shows the sheet where it was seen before the edit, if nobody has looked
//! elsewhere since.

use std::collections::VecDeque;
use std::sync::{Arc, Weak};

use crate::blueprint::Scenario;
use crate::drawing::Camera;

/// How many edits are remembered.
const MOST: usize = 100;
/// For so many frames after an edit the view may follow it, as to show a card that is new.
const FOLLOWS: u8 = 3;

/// A version of the scenario, and where it was seen.
#[derive(Clone, Debug)]
struct Seen {
    // Not held: what is forgotten elsewhere is not kept for this.
    version: Weak<Scenario>,
    camera: Camera,
}

impl Seen {
    fn is(&self, version: &Arc<Scenario>) -> bool {
        std::ptr::eq(self.version.as_ptr(), Arc::as_ptr(version))
    }
}

/// Where each version was seen just before and just after the edit between it and the next.
#[derive(Debug, Default)]
pub(super) struct Trail {
    now: Option<Seen>,
    /// For how many more frames the view may follow the last edit.
    follows: u8,
    edits: VecDeque<(Seen, Seen)>,
}

impl Trail {
    /// Takes down where a version is seen; to be called in every frame in which nothing is held.
    pub fn note(&mut self, version: &Arc<Scenario>, camera: Camera) {
        match &mut self.now {
            Some(now) if now.is(version) => {
                now.camera = camera;
                if self.follows > 0
                    && let Some((_, after)) = self.edits.back_mut()
                {
                    self.follows -= 1;
                    after.camera = camera;
                }
            }
            now => {
                let new = Seen { version: Arc::downgrade(version), camera };
                let Some(before) = now.replace(new.clone()) else { return };
                self.edits.retain(|(from, to)| {
                    let between =
                        |a: &Seen, b: &Seen| a.is(version) && b.version.ptr_eq(&before.version);
                    !between(from, to) && !between(to, from)
                });
                self.edits.push_back((before, new));
                self.follows = FOLLOWS;
                if self.edits.len() > MOST {
                    self.edits.pop_front();
                }
            }
        }
    }

    /// Where `to` was seen beside `from`, if `from` is seen now as it was then.
    pub fn back(&self, from: &Arc<Scenario>, to: &Arc<Scenario>, now: Camera) -> Option<Camera> {
        let ways = self.edits.iter().rev().flat_map(|(a, b)| [(a, b), (b, a)]);
        let mut found = ways.filter(|(start, end)| start.is(from) && end.is(to));
        found.find(|(start, _)| near(start.camera, now)).map(|(_, end)| end.camera)
    }
}

/// Whether two cameras show the same to within a point.
fn near(a: Camera, b: Camera) -> bool {
    (a.zoom() - b.zoom()).abs() < 0.001 && a.pan.distance(b.pan) < 1.0
}
