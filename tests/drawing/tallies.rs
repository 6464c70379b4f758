//! What makes a sheet unrestful, counted: crossings, bends, lines along lines, labels that cover.

use std::collections::BTreeSet;
use std::ops::AddAssign;

use onstage::blueprint::{LinkEnd, Scenario};
use onstage::drawing::{Point, Rect, Route, RouteStyle, Routes, SheetGeometry, Size, whole_units};

/// How near two lines may run beside each other, and how far, before they look like one.
const NEAR: f32 = 5.0;
const LONG: f32 = 6.0;
/// How near a line may pass a card.
const CLOSE: f32 = 7.5;
/// How wide a letter beside a link is, about, how high the words are, and what they keep free.
const LETTER: f32 = 6.2;
const HEIGHT: f32 = 14.0;
const BESIDE: f32 = 6.0;

/// Counts of one sheet or of many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Links.
    pub links: usize,
    /// Places where two links cross.
    pub crossings: usize,
    /// Corners of links; a corner of a trunk that several share counts once.
    pub bends: usize,
    /// Pairs of links that run along each other although they share neither end.
    pub along: usize,
    /// Links that run along a line between zones.
    pub along_lines: usize,
    /// Links that run through a card.
    pub through_cards: usize,
    /// Arrowheads beyond the first at one edge of a card.
    pub heads: usize,
    /// Ends that are not in the middle of an edge.
    pub off_middle: usize,
    /// Labels that lie on another label, a card, a line or a link that is not theirs.
    pub labels: usize,
    /// Cards that overlap.
    pub overlaps: usize,
    /// Links that run close beside a card that is none of theirs.
    pub grazing: usize,
    /// Links that run along the bracket of a moment.
    pub on_brackets: usize,
}

impl AddAssign for Tallies {
    fn add_assign(&mut self, other: Self) {
        self.links += other.links;
        self.crossings += other.crossings;
        self.bends += other.bends;
        self.along += other.along;
        self.along_lines += other.along_lines;
        self.through_cards += other.through_cards;
        self.heads += other.heads;
        self.off_middle += other.off_middle;
        self.labels += other.labels;
        self.overlaps += other.overlaps;
        self.grazing += other.grazing;
        self.on_brackets += other.on_brackets;
    }
}

fn is_flat(piece: Rect) -> bool {
    piece.height() < 0.01
}

/// Whether two links share an end of the same kind, so that they may share a trunk there.
fn share_a_trunk(scenario: &Scenario, a: &Route, b: &Route) -> bool {
    let links = scenario.links();
    let (Some(one), Some(other)) = (links.get(&a.link), links.get(&b.link)) else { return false };
    let ends = |end: LinkEnd| end.step();
    let joined = one.from == other.from || ends(one.to).is_some() && one.to == other.to;
    let paired = a.style == RouteStyle::Together
        && (Some(one.from) == ends(other.to) || ends(one.to) == Some(other.from));
    let alike =
        |style: RouteStyle| if style == RouteStyle::Back { RouteStyle::Flow } else { style };
    alike(a.style) == alike(b.style) && (joined || paired)
}

fn crosses(a: Rect, b: Rect) -> bool {
    let (flat, upright) = match (is_flat(a), is_flat(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return false,
    };
    let (x, y) = (upright.left(), flat.top());
    let inside = 0.5;
    flat.left() + inside < x
        && x < flat.right() - inside
        && upright.top() + inside < y
        && y < upright.bottom() - inside
}

fn runs_along(a: Rect, b: Rect) -> bool {
    if is_flat(a) != is_flat(b) {
        return false;
    }
    let (a, b) = if is_flat(a) { (a, b) } else { (a.transposed(), b.transposed()) };
    let shared = a.right().min(b.right()) - a.left().max(b.left());
    (a.top() - b.top()).abs() < NEAR && shared > LONG
}

/// The pairs of links that run along each other although they share no trunk.
pub fn along_pairs<'a>(scenario: &Scenario, all: &'a [Route]) -> Vec<(&'a Route, &'a Route)> {
    let mut found = Vec::new();
    for (at, route) in all.iter().enumerate() {
        for other in all[at + 1..].iter().filter(|b| b.bounds.grown(NEAR).touches(route.bounds)) {
            let mut pairs = route.pieces().flat_map(|a| other.pieces().map(move |b| (a, b)));
            if !share_a_trunk(scenario, route, other) && pairs.any(|(a, b)| runs_along(a, b)) {
                found.push((route, other));
            }
        }
    }
    found
}

impl Tallies {
    /// Nothing counted.
    pub const NONE: Self = Self {
        links: 0,
        crossings: 0,
        bends: 0,
        along: 0,
        along_lines: 0,
        through_cards: 0,
        heads: 0,
        off_middle: 0,
        labels: 0,
        overlaps: 0,
        grazing: 0,
        on_brackets: 0,
    };

    /// Counts one sheet.
    pub fn of(scenario: &Scenario) -> Self {
        let geometry = SheetGeometry::of(scenario);
        let routes = Routes::of(scenario, &geometry);
        let all = routes.all();
        let mut tallies = Self { links: all.len(), ..Self::default() };
        for (at, card) in geometry.cards().iter().enumerate() {
            let others = geometry.cards()[at + 1..].iter();
            tallies.overlaps += others.filter(|other| card.rect.overlaps(other.rect)).count();
        }
        for (at, route) in all.iter().enumerate() {
            let near =
                || all[at + 1..].iter().filter(|b| b.bounds.grown(NEAR).touches(route.bounds));
            for other in near() {
                let pairs = || route.pieces().flat_map(|a| other.pieces().map(move |b| (a, b)));
                let crossed = pairs().filter(|(a, b)| crosses(*a, *b)).count();
                tallies.crossings += crossed;
            }
            for piece in route.pieces().filter(|piece| is_flat(*piece) && piece.width() > 8.0) {
                let lines = onstage::blueprint::Line::ALL;
                let on =
                    lines.iter().any(|line| (geometry.line_y(*line) - piece.top()).abs() < NEAR);
                tallies.along_lines += usize::from(on);
            }
            let own =
                |step| scenario.links().get(&route.link).is_some_and(|link| link.touches(step));
            let through = geometry.cards().iter().any(|card| {
                !own(card.step) && route.pieces().any(|piece| card.rect.overlaps(piece))
            });
            tallies.through_cards += usize::from(through);
        }
        tallies.along = along_pairs(scenario, all).len();
        tallies.count_near(scenario, &geometry, all);
        tallies.count_corners(all);
        tallies.count_ends(scenario, &geometry, all);
        tallies.count_labels(scenario, &geometry, all);
        tallies
    }

    /// Counts what runs close beside cards, and along brackets.
    fn count_near(&mut self, scenario: &Scenario, geometry: &SheetGeometry, all: &[Route]) {
        for route in all {
            let Some(link) = scenario.links().get(&route.link) else { continue };
            let long = || route.pieces().filter(|piece| piece.width().max(piece.height()) > 8.0);
            let grazes = geometry.cards().iter().any(|card| {
                let near = card.rect.grown(CLOSE);
                !link.touches(card.step) && long().any(|piece| near.overlaps(piece))
            });
            self.grazing += usize::from(grazes);
            let on_bracket = geometry.moments().iter().any(|moment| {
                let Rect { min, max } = moment.frame;
                [min.y, max.y].iter().any(|y| {
                    let bracket = Rect::new(min.x, *y, max.x, *y);
                    long().any(|piece| runs_along(piece, bracket))
                })
            });
            self.on_brackets += usize::from(on_bracket);
        }
    }

    fn count_corners(&mut self, all: &[Route]) {
        let key = |p: Point| (whole_units(p.x * 2.0), whole_units(p.y * 2.0));
        let mut corners = BTreeSet::new();
        for route in all {
            let inner = route.points.len().saturating_sub(1);
            for at in 1..inner {
                let p = route.points[at];
                corners.insert((
                    key(p),
                    key(route.points[at - 1]) < key(p),
                    key(route.points[at + 1]) < key(p),
                ));
            }
        }
        self.bends = corners.len();
    }

    fn count_ends(&mut self, scenario: &Scenario, geometry: &SheetGeometry, all: &[Route]) {
        let mut heads = std::collections::BTreeMap::<_, BTreeSet<(i32, i32)>>::new();
        for route in all {
            let Some(link) = scenario.links().get(&route.link) else { continue };
            let mut end = |step, point: Point, head: bool| {
                let Some(card) = geometry.card(step) else { return };
                let centre = card.rect.centre();
                let off = (point.x - centre.x).abs().min((point.y - centre.y).abs());
                self.off_middle += usize::from(off > 0.6);
                if head
                    && route.style != RouteStyle::Together
                    && route.style != RouteStyle::Association
                {
                    let side = if (point.x - card.rect.left()).abs() < 0.6 {
                        0
                    } else if (point.x - card.rect.right()).abs() < 0.6 {
                        1
                    } else if (point.y - card.rect.top()).abs() < 0.6 {
                        2
                    } else {
                        3
                    };
                    let at = (whole_units(point.x), whole_units(point.y));
                    heads.entry((step, side, route.style)).or_default().insert(at);
                }
            };
            if let (Some(first), Some(last)) = (route.points.first(), route.points.last()) {
                end(link.from, *first, false);
                if let Some(to) = link.to.step() {
                    end(to, *last, true);
                }
            }
        }
        self.heads = heads.values().map(|points| points.len() - 1).sum();
    }

    fn count_labels(&mut self, scenario: &Scenario, geometry: &SheetGeometry, all: &[Route]) {
        let labels: Vec<(usize, Rect)> = all
            .iter()
            .enumerate()
            .filter_map(|(at, route)| Some((at, label_rect(scenario, route)?)))
            .collect();
        let lines = onstage::blueprint::Line::ALL.map(|line| geometry.line_y(line));
        for (number, (at, rect)) in labels.iter().enumerate() {
            let on_label = labels
                .iter()
                .enumerate()
                .any(|(other, (_, b))| other != number && rect.overlaps(*b));
            let on_card = geometry.cards().iter().any(|card| {
                card.rect.overlaps(*rect)
                    && (card.covers(rect.centre())
                        || card.covers(rect.min)
                        || card.covers(rect.max))
            });
            let on_zone_line = lines.iter().any(|y| rect.top() < *y && *y < rect.bottom());
            let on_other_link = all.iter().enumerate().any(|(other, route)| {
                other != *at
                    && route.bounds.touches(*rect)
                    && route.pieces().any(|piece| piece.touches(rect.grown(-1.0)))
            });
            self.labels += usize::from(on_label || on_card || on_zone_line || on_other_link);
        }
    }
}

fn label_rect(scenario: &Scenario, route: &Route) -> Option<Rect> {
    let link = scenario.links().get(&route.link)?;
    let share = link.share.map_or(String::new(), |share| share.to_string());
    let width =
        LETTER * unicode_width::UnicodeWidthStr::width(&*format!("{} {share}", link.label)) as f32;
    Some(Rect::centred(route.label?, Size { width: width + BESIDE, height: HEIGHT }))
}
