//! Where a long sheet is cut, to be shown in rows below each other, as a score is set in systems: the
//! service reads from left to right and then goes on in the row below.
//!
//! Only the picture is cut. The document and where things lie on the sheet stay as they are.

use super::geometry::SheetGeometry;
use super::routing::{Route, RouteStyle, Routes};
use super::scene::HEADER_HEIGHT;
use super::space::{Point, Rect, Size};

/// What lies between two rows on the screen, in points, the names of the lower one apart.
pub const ROW_GAP: f32 = 18.0;
/// What a cut keeps from cards, in sheet units: they have badges around their edges.
const AROUND_CARDS: f32 = 4.0;
/// What it keeps beyond that where there is room: they have circles on their corners, brackets around
/// them and arrows at their edges.
const AROUND_MARKS: f32 = 6.0;
/// How far the words of a link reach to both sides of their centre, in sheet units.
const AROUND_WORDS: f32 = 40.0;
/// What a cut keeps from upright pieces of links and from bars, in sheet units.
const AROUND_LINES: f32 = 3.0;
/// How far from the end of a phase a cut may lie that still counts as one between two phases.
const NEAR_PHASE: f32 = 24.0;
/// More rows than these could not be told apart.
const MOST_ROWS: usize = 24;
/// Another row has to make the whole larger by this factor.
const WORTH_A_ROW: f32 = 1.08;
/// How much wider than the least a row may be for the sake of a cut between two phases.
const SLACK: f32 = 1.1;
/// What a cut within a phase costs beside the squares of the rows' widths, as parts of the widest, and
/// one that leaves less than a card or two of it.
const WITHIN_PHASE: f32 = 0.2;
const STUB: f32 = 0.5;
/// How far from the end of its phase a cut leaves more than a stub, in sheet units.
const LEAST_PART: f32 = 220.0;
/// A row may end so much earlier than it has to for the sake of the end of a phase: this part of its
/// width is the least.
const SHORTEST: f32 = 0.6;

/// Where a sheet is cut into rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folding {
    /// On the sheet, from left to right; none leaves it whole.
    cuts: Vec<f32>,
}

/// A place where a sheet can be cut: no card lies there.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    x: f32,
    /// Whether a phase ends there.
    phase: bool,
    /// Whether the end of a phase is near.
    stub: bool,
}

impl Spot {
    /// What a cut here costs.
    fn cost(self) -> f32 {
        match (self.phase, self.stub) {
            (true, _) => 0.0,
            (false, false) => WITHIN_PHASE,
            (false, true) => STUB,
        }
    }
}

impl Folding {
    /// Cuts a sheet so that all of it is seen as large as possible in a part of the screen, between
    /// two phases where that makes it hardly smaller, and never through a card. A sheet that would
    /// gain nothing stays whole. Cubic in the places where it can be cut at worst.
    #[must_use]
    pub fn of(geometry: &SheetGeometry, routes: &Routes, room: Size) -> Self {
        let contents = geometry.contents();
        let spots = spots(geometry, routes);
        let ends = (contents.left(), contents.right());
        let mut best = (zoom_in(1, contents.width(), contents.height(), room), 1, contents.width());
        for rows in 2..=MOST_ROWS.min(spots.len() + 1) {
            let width = least_width(&spots, ends, rows);
            let zoom = zoom_in(rows, width, contents.height(), room);
            if zoom > best.0 * WORTH_A_ROW {
                best = (zoom, rows, width);
            }
        }
        let (_, rows, width) = best;
        Self { cuts: balanced(&spots, ends, rows, width * SLACK) }
    }

    /// Cuts a sheet into rows that are no wider than so many sheet units, as far as its cards allow:
    /// each as long as it can be, or up to the end of a phase that comes shortly before. Linear in the
    /// places where it can be cut.
    #[must_use]
    pub fn within(geometry: &SheetGeometry, routes: &Routes, width: f32) -> Self {
        let contents = geometry.contents();
        let spots = spots(geometry, routes);
        let (mut cuts, mut start, mut next) = (Vec::new(), contents.left(), 0);
        while contents.right() - start > width {
            let rest = spots.get(next..).unwrap_or_default();
            let fitting = rest.partition_point(|spot| spot.x - start <= width).max(1);
            let row = rest.get(..fitting).unwrap_or(rest);
            let early = start + SHORTEST * width;
            let phase = row.iter().rposition(|spot| spot.phase && spot.x >= early);
            let Some(at) = phase.or(row.len().checked_sub(1)) else { break };
            let Some(spot) = row.get(at) else { break };
            cuts.push(spot.x);
            (start, next) = (spot.x, next + at + 1);
        }
        Self { cuts }
    }

    /// The same cuts on a sheet that has changed: each at the nearest place where no card lies.
    #[must_use]
    pub fn kept(&self, geometry: &SheetGeometry, routes: &Routes) -> Self {
        if self.cuts.is_empty() {
            return Self::default();
        }
        let spots = spots(geometry, routes);
        let nearest = |cut: &f32| {
            let away = |spot: &&Spot| (spot.x - cut).abs();
            spots.iter().min_by(|a, b| away(a).total_cmp(&away(b))).map(|spot| spot.x)
        };
        let mut cuts: Vec<f32> = self.cuts.iter().filter_map(nearest).collect();
        cuts.dedup();
        Self { cuts }
    }

    /// The cuts as they lie once cards have moved: each moves with the first card after it, so that what
    /// comes before that card is the last of its row. One that `stays` lies before a card that is put
    /// there. Linear in the cards for each cut.
    #[must_use]
    pub fn followed(
        &self,
        before: &SheetGeometry,
        after: &SheetGeometry,
        stays: Option<f32>,
    ) -> Self {
        let moved = |cut: f32| {
            let mut next: Vec<(f32, f32)> = before
                .cards()
                .iter()
                .map(|card| (card, card.rect.centre().x))
                .filter(|(_, x)| *x > cut)
                .filter_map(|(card, x)| Some((x, after.card(card.step)?.rect.centre().x - x)))
                .collect();
            next.sort_by(|a, b| a.0.total_cmp(&b.0));
            // A card that is taken away alone takes no row with it.
            let by = next.iter().take(2).map(|(_, by)| *by);
            by.min_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(0.0)
        };
        let follow = |cut: &f32| if stays == Some(*cut) { *cut } else { cut + moved(*cut) };
        Self::at(self.cuts.iter().map(follow).collect())
    }

    /// Cuts at given places of the sheet.
    #[must_use]
    pub fn at(mut cuts: Vec<f32>) -> Self {
        cuts.retain(|cut| cut.is_finite());
        cuts.sort_by(f32::total_cmp);
        cuts.dedup();
        Self { cuts }
    }

    /// Where the sheet is cut, from left to right.
    #[must_use]
    pub fn cuts(&self) -> &[f32] {
        &self.cuts
    }

    /// How many rows there are: at least one.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.cuts.len() + 1
    }

    /// The zoom at which all rows of a sheet are seen in a part of the screen.
    #[must_use]
    pub fn fitting_zoom(&self, contents: Rect, room: Size) -> f32 {
        zoom_in(self.rows(), self.widest(contents), contents.height(), room)
    }

    /// The width of the widest row of a sheet.
    #[must_use]
    pub fn widest(&self, contents: Rect) -> f32 {
        let (mut width, mut left) = (0.0_f32, contents.left());
        for right in self.cuts.iter().copied().chain([contents.right()]) {
            width = width.max(right - left);
            left = right;
        }
        width
    }
}

/// The zoom at which so many rows of a size on the sheet are seen in a part of the screen, whose
/// names of lanes and of the first row's phases lie outside of it.
fn zoom_in(rows: usize, width: f32, height: f32, room: Size) -> f32 {
    let rows = rows as f32;
    let between = (rows - 1.0) * (HEADER_HEIGHT + ROW_GAP);
    let down = (room.height - between).max(0.0) / (rows * height.max(1.0));
    (room.width / width.max(1.0)).min(down)
}

/// The places where a sheet can be cut, from left to right: one in each gap between its cards.
fn spots(geometry: &SheetGeometry, routes: &Routes) -> Vec<Spot> {
    let cards = geometry.cards().iter();
    let taken = merged(cards.map(|card| (card.rect.left(), card.rect.right())), AROUND_CARDS);
    let words = routes.all().iter().filter_map(|route| route.label).map(|at| {
        let around = AROUND_WORDS - AROUND_LINES;
        (at.x - around, at.x + around)
    });
    let upright = routes.all().iter().flat_map(Route::pieces);
    let upright = upright.filter(|piece| piece.width() < piece.height());
    // The end of a way out stays beside what it leads out of.
    let exits = routes.all().iter().filter(|route| route.style == RouteStyle::Exit);
    let exits = exits.map(|route| route.bounds);
    let bars = routes.bars().iter().map(|bar| bar.rect);
    let lines = upright.chain(bars).chain(exits).map(|line| (line.left(), line.right()));
    let in_the_way = merged(words.chain(lines), AROUND_LINES);
    let gaps = taken.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((before.1, after.0)),
        _ => None,
    });
    gaps.map(|gap| spot_in(gap, geometry, routes, &in_the_way)).collect()
}

/// The best place for a cut in a gap: near the end of a phase if one lies there, where nothing is
/// written or runs along, and where as many links as possible come into their row at the height of
/// the card that they lead to.
fn spot_in(
    gap: (f32, f32),
    geometry: &SheetGeometry,
    routes: &Routes,
    in_the_way: &[(f32, f32)],
) -> Spot {
    let ends = || geometry.columns().iter().map(|column| column.right);
    let end = ends().find(|x| (gap.0..=gap.1).contains(x));
    let marks = AROUND_MARKS.min((gap.1 - gap.0) / 2.0);
    let inner = (gap.0 + marks, gap.1 - marks);
    let linked: Vec<&Route> = routes
        .all()
        .iter()
        .filter(|route| route.bounds.left() <= gap.1 && route.bounds.right() >= gap.0)
        .collect();
    // Links that come in askew are worse than marks that are cut, and those than a narrow place.
    let best = [inner, gap].into_iter().enumerate().flat_map(|(tight, within)| {
        let places = free_in(within, in_the_way).into_iter().filter_map(|(from, to)| match end {
            // The names of the phases are cut there as well: not far from where one ends.
            Some(end) => {
                let x = end.clamp(from, to);
                let away = (x - end).abs();
                (away <= NEAR_PHASE).then_some((x, away))
            }
            None => Some((f32::midpoint(from, to), from - to)),
        });
        let rated = places.map(|(x, narrow)| (x, (askew(&linked, gap, x), tight), narrow));
        rated.collect::<Vec<_>>()
    });
    let best = best.min_by(|a, b| a.1.cmp(&b.1).then(a.2.total_cmp(&b.2)));
    let x = best.map_or(end.unwrap_or(f32::midpoint(gap.0, gap.1)), |(x, ..)| x);
    let stub = end.is_none() && ends().any(|end| (end - x).abs() < LEAST_PART);
    Spot { x, phase: end.is_some(), stub }
}

/// The parts of a gap in which nothing lies.
fn free_in(gap: (f32, f32), in_the_way: &[(f32, f32)]) -> Vec<(f32, f32)> {
    let first = in_the_way.partition_point(|(_, right)| *right <= gap.0);
    let within = in_the_way.iter().skip(first).take_while(|(left, _)| *left < gap.1);
    let (mut from, mut free) = (gap.0, Vec::new());
    for (left, right) in within.copied().chain([(gap.1, gap.1)]) {
        if left > from {
            free.push((from, left));
        }
        from = from.max(right);
    }
    free
}

/// How many links would come into a row askew if it began at `x`: in the gap between two cards they
/// would turn up or down only behind the cut, so that they seem to lead to what lies beside it. One
/// that only turns round in the gap crosses it twice for nothing, and counts more.
fn askew(linked: &[&Route], gap: (f32, f32), x: f32) -> usize {
    let mut count = 0;
    for route in linked {
        let crosses = |a: Point, b: Point| (a.x < x) != (b.x < x);
        let turning = route.points.windows(3).filter(|corner| {
            let [a, b, c] = corner else { return false };
            let turns = (b.y - c.y).abs() > (b.x - c.x).abs();
            crosses(*a, *b) && turns && (gap.0..=gap.1).contains(&b.x)
        });
        count += turning.count();
        let pieces = route.points.windows(2);
        let crossings = pieces.filter(|piece| matches!(piece, [a, b] if crosses(*a, *b))).count();
        count += 2 * (crossings / 2);
    }
    count
}

/// Stretches with so much around them, from left to right, those that meet as one.
fn merged(stretches: impl Iterator<Item = (f32, f32)>, around: f32) -> Vec<(f32, f32)> {
    let mut all: Vec<_> = stretches.map(|(left, right)| (left - around, right + around)).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<(f32, f32)> = Vec::new();
    for (left, right) in all {
        match merged.last_mut() {
            Some(last) if left <= last.1 => last.1 = last.1.max(right),
            _ => merged.push((left, right)),
        }
    }
    merged
}

/// The least width of the widest row where a sheet is cut into at most so many.
fn least_width(spots: &[Spot], (left, right): (f32, f32), rows: usize) -> f32 {
    let fits = |width: f32| {
        let (mut start, mut last, mut used) = (left, left, 1);
        for x in spots.iter().map(|spot| spot.x).chain([right]) {
            if x - start > width {
                if last <= start || x - last > width {
                    return false;
                }
                (start, used) = (last, used + 1);
            }
            last = x;
        }
        used <= rows
    };
    let (mut low, mut high) = (0.0, right - left);
    // A quarter of a sheet unit decides nothing.
    while high - low > 0.25 {
        let middle = f32::midpoint(low, high);
        if fits(middle) { high = middle } else { low = middle }
    }
    high
}

/// Cuts into so many rows, none wider than `most`: as even as possible, between phases rather than
/// within them.
fn balanced(spots: &[Spot], (left, right): (f32, f32), rows: usize, most: f32) -> Vec<f32> {
    if rows < 2 {
        return Vec::new();
    }
    let places: Vec<(f32, f32)> = [(left, 0.0)]
        .into_iter()
        .chain(spots.iter().map(|spot| (spot.x, spot.cost())))
        .chain([(right, 0.0)])
        .collect();
    // The cost of the best way to each place with so many rows, and where its last row starts.
    let mut best: Vec<Option<(f32, usize)>> = places.iter().map(|_| None).collect();
    if let Some(start) = best.first_mut() {
        *start = Some((0.0, 0));
    }
    let mut came_from = Vec::with_capacity(rows);
    for _ in 0..rows {
        let next: Vec<Option<(f32, usize)>> = places
            .iter()
            .enumerate()
            .map(|(to, (x, cost))| {
                let starts = places.iter().zip(&best).enumerate().take(to);
                starts
                    .filter_map(|(from, ((start, _), so_far))| {
                        let width = x - start;
                        let even = (width / most) * (width / most);
                        (width <= most).then_some((so_far.as_ref()?.0 + even + cost, from))
                    })
                    .min_by(|a, b| a.0.total_cmp(&b.0))
            })
            .collect();
        came_from.push(next.iter().map(|way| way.map(|(_, from)| from)).collect::<Vec<_>>());
        best = next;
    }
    let mut cuts = Vec::new();
    let mut at = places.len() - 1;
    for row in came_from.iter().rev() {
        let Some(from) = row.get(at).copied().flatten() else { break };
        if from > 0
            && let Some((x, _)) = places.get(from)
        {
            cuts.push(*x);
        }
        at = from;
    }
    cuts.reverse();
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots_at(places: &[(f32, bool)]) -> Vec<Spot> {
        places.iter().map(|&(x, phase)| Spot { x, phase, stub: false }).collect()
    }

    #[test]
    fn rows_are_as_even_as_the_places_allow() {
        let spots = spots_at(&[(10.0, false), (40.0, false), (55.0, false), (90.0, false)]);
        let width = least_width(&spots, (0.0, 100.0), 2);
        assert!((width - 55.0).abs() < 0.3, "{width}");
        assert_eq!(balanced(&spots, (0.0, 100.0), 2, width), [55.0]);
        let width = least_width(&spots, (0.0, 100.0), 3);
        assert!((width - 45.0).abs() < 0.3, "{width}");
        assert_eq!(balanced(&spots, (0.0, 100.0), 3, width), [40.0, 55.0]);
    }

    #[test]
    fn a_cut_between_phases_is_worth_a_slightly_wider_row() {
        let spots = spots_at(&[(48.0, true), (50.0, false)]);
        let width = least_width(&spots, (0.0, 100.0), 2);
        assert_eq!(balanced(&spots, (0.0, 100.0), 2, width * SLACK), [48.0]);
        let far = spots_at(&[(30.0, true), (50.0, false)]);
        let width = least_width(&far, (0.0, 100.0), 2);
        assert_eq!(balanced(&far, (0.0, 100.0), 2, width * SLACK), [50.0]);
    }

    #[test]
    fn stretches_that_meet_are_one() {
        let stretches = [(5.0, 9.0), (0.0, 2.0), (4.0, 6.0), (20.0, 21.0)];
        assert_eq!(merged(stretches.into_iter(), 1.0), [(-1.0, 10.0), (19.0, 22.0)]);
    }

    #[test]
    fn a_cut_keeps_off_what_the_cards_beside_it_bear() {
        let blueprint = crate::blueprint::Blueprint::empty("", "As-is");
        let geometry = SheetGeometry::of(blueprint.baseline());
        let routes = Routes::default();
        let end = geometry.columns().last().expect("a phase").right;
        // A phase that ends hardly behind its last card.
        let spot = spot_in((end - 1.0, end + 19.0), &geometry, &routes, &[]);
        assert!(spot.phase && spot.x - (end - 1.0) >= AROUND_MARKS, "{spot:?}");
        let spot = spot_in((end - 19.0, end + 1.0), &geometry, &routes, &[]);
        assert!(spot.phase && end + 1.0 - spot.x >= AROUND_MARKS, "{spot:?}");
        // A link close to a card leaves room for the other.
        let spot = spot_in((100.0, 160.0), &geometry, &routes, &[(105.0, 150.0)]);
        assert!((150.0..=154.0).contains(&spot.x), "{spot:?}");
        // Where there is no room, it is in the middle.
        assert!((spot_in((100.0, 104.0), &geometry, &routes, &[]).x - 102.0).abs() < 0.01);
    }

    #[test]
    fn cuts_follow_the_cards_behind_them() {
        let mut blueprint = crate::blueprint::Blueprint::empty("", "As-is");
        let scenario = blueprint.baseline().id();
        let mut steps = Vec::new();
        blueprint
            .edit(scenario, |scenario, ids| {
                let lane = *scenario.lanes().keys().nth(1).expect("a lane");
                let phase = *scenario.phases().keys().next().expect("a phase");
                for x in [100, 250, 400, 550] {
                    let at = crate::blueprint::SheetPoint::new(x, 61);
                    let place = crate::blueprint::Place { lane, phase, at };
                    let kind = crate::blueprint::StepKind::Action;
                    let step = crate::blueprint::Step::new("A", kind, place);
                    steps.push(scenario.add_step(step, ids)?);
                }
                Ok(())
            })
            .expect("a row");
        let before = SheetGeometry::of(blueprint.baseline());
        let left = before.columns()[0].left;
        let folding = Folding::at(vec![left + 325.0]);
        let moved = |by: [i32; 4]| {
            let mut changed = blueprint.clone();
            changed
                .edit(scenario, |scenario, _| {
                    steps.iter().zip(by).try_for_each(|(step, by)| {
                        let mut place = scenario.steps()[step].place();
                        place.at.x += by;
                        scenario.place_step(*step, place)
                    })
                })
                .expect("moved");
            let after = SheetGeometry::of(changed.baseline());
            (folding.followed(&before, &after, None), after)
        };
        assert_eq!(moved([0, 0, 150, 150]).0.cuts(), [left + 475.0], "all behind it moved");
        assert_eq!(moved([0, 0, 0, 150]).0, folding, "a card was put behind the first");
        assert_eq!(moved([0, 0, 300, 0]).0, folding, "one card alone was moved");
        let (_, after) = moved([0, 0, 150, 150]);
        let stays = Some(left + 325.0);
        assert_eq!(
            folding.followed(&before, &after, stays),
            folding,
            "what comes is put behind it"
        );
    }
}
