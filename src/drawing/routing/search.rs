//! The way of one connector around the cards.
//!
//! A small best-first search: it starts with the plainest ways (straight, one jog, a detour right
//! beside the ends), tests the cheapest against the cards, and where a card is in the way adds the
//! ways that pass that card on either side. Every area that it looked at is remembered, so that a
//! way has to be sought again only when a card appears or vanishes there.

use super::super::geometry::SheetGeometry;
use super::super::hit::Side;
use super::super::space::{Point, Rect, Size};

use smallvec::{SmallVec, smallvec};

/// How far from a card a connector turns, in sheet units.
pub(super) const GAP: f32 = 10.0;

/// What a connector keeps from cards, in sheet units.
#[derive(Clone, Copy, Debug)]
struct Distances {
    /// How far from a card it turns.
    gap: f32,
    /// How far above or below a card it runs.
    beyond: f32,
    /// How near it may pass a card that is none of its own: beside it, where gutters are narrow and
    /// arrowheads long, and above or below.
    clearance: Size,
    /// How far out of its card it goes at least.
    least_out: f32,
}

/// Clear of the brackets of moments.
const ROOMY: Distances = Distances {
    gap: GAP,
    beyond: 14.0,
    clearance: Size { width: 4.0, height: 7.0 },
    least_out: 4.0,
};
/// Between cards that lie close: better near them than through them.
const TIGHT: Distances = Distances {
    gap: 4.0,
    beyond: 4.0,
    clearance: Size { width: 1.5, height: 1.5 },
    least_out: 2.0,
};

/// What a bend costs, as length.
const BEND_COST: f32 = 24.0;
/// How many ways are tested before the plainest is taken although it crosses a card.
const MOST_TESTS: usize = 72;

/// Where a connector that has a choice turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Half way.
    Between,
    /// As soon as it has left: several part from one trunk.
    AtStart,
    /// Right before it arrives: several meet in one trunk.
    AtEnd,
}

/// One end of a connector.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Port {
    /// Which card, by its position.
    pub(super) card: usize,
    /// Which edge.
    pub(super) side: Side,
    /// Where on the edge.
    pub(super) point: Point,
    /// How far out it turns at least: neighbours on one edge turn at different distances.
    pub(super) stub: f32,
}

/// The corners of a way: seldom more than six, which then need no allocation.
pub(super) type Corners = SmallVec<[Point; 6]>;

/// A way and the area that it depends on.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Way {
    pub(super) points: Corners,
    pub(super) seen: Rect,
    /// Whether it crosses no card.
    pub(super) clear: bool,
}

/// Seeks a way from one port to another: with room around it, else close beside cards, else the
/// plainest one through them.
pub(super) fn way(geometry: &SheetGeometry, from: Port, to: Port, turn: Turn) -> Way {
    let roomy = way_keeping(ROOMY, geometry, from, to, turn);
    if roomy.clear {
        return roomy;
    }
    let near = |port: Port| Port { stub: port.stub.min(TIGHT.gap), ..port };
    let tight = way_keeping(TIGHT, geometry, near(from), near(to), turn);
    let seen = roomy.seen.union(tight.seen);
    Way { seen, ..if tight.clear { tight } else { roomy } }
}

fn way_keeping(
    distances: Distances,
    geometry: &SheetGeometry,
    from: Port,
    to: Port,
    turn: Turn,
) -> Way {
    let mut search = Search::new(geometry, distances, [from.card, to.card], from.point);
    match (from.side.is_horizontal(), to.side.is_horizontal()) {
        (true, true) => search.parallel(from, to, turn, false),
        (false, false) => search.parallel(from, to, turn, true),
        (true, false) => search.corner(from, to),
        (false, true) => {
            // The other way round the first piece is the horizontal one again.
            let mut way = search.corner(to, from);
            way.points.reverse();
            way
        }
    }
}

/// A way in the frame where both ends leave horizontally: out to `first`, along `channel` if there
/// is one, and in from `last`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Trial {
    first: f32,
    last: f32,
    channel: Option<f32>,
}

struct Search<'a> {
    geometry: &'a SheetGeometry,
    distances: Distances,
    own: [usize; 2],
    seen: Rect,
}

impl<'a> Search<'a> {
    fn new(
        geometry: &'a SheetGeometry,
        distances: Distances,
        own: [usize; 2],
        start: Point,
    ) -> Self {
        Self { geometry, distances, own, seen: Rect { min: start, max: start } }
    }

    /// The card that a way would cross or graze first.
    fn blocker(&mut self, points: &[Point], turned: bool) -> Option<Rect> {
        let turn = |rect: Rect| if turned { rect.transposed() } else { rect };
        for piece in points.windows(2) {
            let [a, b] = piece else { continue };
            let exact = turn(Rect::spanning(*a, *b));
            let level = exact.height() < exact.width();
            let clearance = self.distances.clearance;
            let area = exact.grown(if level { clearance.height } else { clearance.width });
            self.seen = self.seen.union(area);
            let own = self.own;
            let hit = self.geometry.first_near(area, |at, card| {
                card.rect.overlaps(if own.contains(&at) { exact } else { area })
            });
            if let Some(card) = hit.and_then(|at| self.geometry.cards().get(at)) {
                return Some(turn(card.rect));
            }
        }
        None
    }

    /// Both ends leave along the same axis.
    fn parallel(&mut self, from: Port, to: Port, at: Turn, turned: bool) -> Way {
        let turn = |point: Point| if turned { point.transposed() } else { point };
        let (start, end) = (turn(from.point), turn(to.point));
        let (out, back) = (from.side.outwards(), to.side.outwards());
        let rects = self.own.map(|at| {
            let rect = self.geometry.cards().get(at).map_or(Rect::default(), |card| card.rect);
            if turned { rect.transposed() } else { rect }
        });
        let (near, far) = (start.x + out * from.stub, end.x + back * to.stub);
        let Distances { gap, least_out, .. } = self.distances;
        let allowed = |trial: &Trial| {
            out * (trial.first - start.x) >= least_out && back * (trial.last - end.x) >= least_out
        };
        let points = |trial: &Trial| -> Corners {
            let mut points: Corners = smallvec![start, Point::new(trial.first, start.y)];
            if let Some(channel) = trial.channel {
                points.push(Point::new(trial.first, channel));
                points.push(Point::new(trial.last, channel));
            }
            points.push(Point::new(trial.last, end.y));
            points.push(end);
            plain(points)
        };
        let mut trials: Vec<(f32, Trial)> = Vec::new();
        let mut known: Vec<Trial> = Vec::new();
        let mut offer = |trials: &mut Vec<(f32, Trial)>, trial: Trial| {
            if allowed(&trial) && !known.contains(&trial) {
                known.push(trial);
                trials.push((cost(&points(&trial)), trial));
            }
        };
        let jog = |x: f32| Trial { first: x, last: x, channel: None };
        if out * back < 0.0 {
            // All of these are as long as each other: the first is taken if nothing is in its way.
            let between = f32::midpoint(start.x, end.x);
            let order = match at {
                Turn::Between => [between, near, far],
                Turn::AtStart => [near, between, far],
                Turn::AtEnd => [far, between, near],
            };
            for x in order {
                offer(&mut trials, jog(x));
            }
        } else {
            offer(&mut trials, jog(if out > 0.0 { near.max(far) } else { near.min(far) }));
        }
        let mut plainest: Option<Corners> = None;
        let distances = self.distances;
        let past = |rect: Rect| beyond(rect, turned, distances);
        let detours = rects.map(past);
        let mut detoured = false;
        for _ in 0..MOST_TESTS {
            let best = (0..trials.len())
                .min_by(|a, b| trials[*a].0.total_cmp(&trials[*b].0).then(a.cmp(b)));
            let Some(best) = best else {
                if detoured {
                    break;
                }
                detoured = true;
                for channel in detours.into_iter().flatten() {
                    let trial = Trial { first: near, last: far, channel: Some(channel) };
                    offer(&mut trials, trial);
                }
                continue;
            };
            let (_, trial) = trials.remove(best);
            let way = points(&trial);
            let Some(rect) = self.blocker(&way, turned) else {
                return Way {
                    points: way.into_iter().map(turn).collect(),
                    seen: self.seen,
                    clear: true,
                };
            };
            plainest.get_or_insert(way);
            let beside = [rect.left() - gap, rect.right() + gap];
            for channel in past(rect) {
                let (first, last) =
                    if trial.channel.is_some() { (trial.first, trial.last) } else { (near, far) };
                offer(&mut trials, Trial { first, last, channel: Some(channel) });
            }
            for x in beside {
                if trial.channel.is_some() {
                    offer(&mut trials, Trial { first: x, ..trial });
                    offer(&mut trials, Trial { last: x, ..trial });
                } else {
                    offer(&mut trials, jog(x));
                }
            }
            if !detoured {
                detoured = true;
                for channel in detours.into_iter().flatten() {
                    let trial = Trial { first: near, last: far, channel: Some(channel) };
                    offer(&mut trials, trial);
                }
            }
        }
        let points = plainest.unwrap_or_else(|| {
            points(&Trial { first: near, last: far, channel: Some(f32::midpoint(start.y, end.y)) })
        });
        Way { points: points.into_iter().map(turn).collect(), seen: self.seen, clear: false }
    }

    /// The first end leaves horizontally, the second vertically.
    fn corner(&mut self, from: Port, to: Port) -> Way {
        let (start, end) = (from.point, to.point);
        let (out, back) = (from.side.outwards(), to.side.outwards());
        let (near, far) = (start.x + out * from.stub, end.y + back * to.stub);
        let Distances { gap, least_out, .. } = self.distances;
        let mut trials: Vec<(f32, f32, f32)> = Vec::new();
        let mut known: Vec<(f32, f32)> = Vec::new();
        let points = |x: f32, y: f32| {
            plain(smallvec![
                start,
                Point::new(x, start.y),
                Point::new(x, y),
                Point::new(end.x, y),
                end
            ])
        };
        let mut offer = |trials: &mut Vec<(f32, f32, f32)>, x: f32, y: f32| {
            let allowed = out * (x - start.x) >= least_out && back * (y - end.y) >= least_out;
            if allowed && !known.contains(&(x, y)) {
                known.push((x, y));
                trials.push((cost(&points(x, y)), x, y));
            }
        };
        // A single bend where the two ends look at each other.
        offer(&mut trials, end.x, start.y);
        offer(&mut trials, near, far);
        let mut plainest: Option<Corners> = None;
        for _ in 0..MOST_TESTS {
            let best = (0..trials.len())
                .min_by(|a, b| trials[*a].0.total_cmp(&trials[*b].0).then(a.cmp(b)));
            let Some(best) = best else { break };
            let (_, x, y) = trials.remove(best);
            let way = points(x, y);
            let Some(rect) = self.blocker(&way, false) else {
                return Way { points: way, seen: self.seen, clear: true };
            };
            plainest.get_or_insert(way);
            for beside in [rect.left() - gap, rect.right() + gap] {
                offer(&mut trials, beside, y);
            }
            for past in beyond(rect, false, self.distances) {
                offer(&mut trials, x, past);
            }
            offer(&mut trials, near, y);
            offer(&mut trials, x, far);
        }
        let points = plainest.unwrap_or_else(|| points(near, far));
        Way { points, seen: self.seen, clear: false }
    }
}

/// Where a channel passes a card on either side: as far off as it should, or where that is too near
/// the next one, as far as it has to. Past the left and right edges, which bear no brackets, the
/// two are the same.
fn beyond(rect: Rect, turned: bool, distances: Distances) -> [f32; 4] {
    let Distances { gap, beyond, .. } = distances;
    let far = if turned { gap } else { beyond };
    [rect.top() - far, rect.bottom() + far, rect.top() - gap, rect.bottom() + gap]
}

/// Length plus bends.
fn cost(points: &[Point]) -> f32 {
    let length: f32 = points
        .windows(2)
        .map(|piece| match piece {
            [a, b] => (a.x - b.x).abs() + (a.y - b.y).abs(),
            _ => 0.0,
        })
        .sum();
    length + BEND_COST * points.len().saturating_sub(2) as f32
}

/// Leaves out points that are no corners.
fn plain(points: Corners) -> Corners {
    let mut kept = Corners::new();
    let near = |a: f32, b: f32| (a - b).abs() < 0.01;
    for point in points {
        if kept.last().is_some_and(|last| near(last.x, point.x) && near(last.y, point.y)) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && (near(a.x, b.x) && near(b.x, point.x) || near(a.y, b.y) && near(b.y, point.y))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}
