//! How the links of a scenario run, kept up to date from edit to edit.
//!
//! Three steps: where each link is attached ([`mod@ports`]), the way around the cards ([`mod@search`]), and
//! what lines keep between each other ([`mod@separation`]); then labels and the bars of forks and joins.
//! Only the second is costly, so its ways are kept from edit to edit.

mod bars;
mod labels;
mod loops;
mod ports;
mod search;
mod separation;

use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

use super::card::Card;
use super::geometry::SheetGeometry;
use super::link_room::{Rests, room};
use super::space::{Point, Rect, Size};
use crate::blueprint::{Link, LinkId, Scenario};

pub use self::bars::Bar;

use self::bars::Meetings;
use self::labels::{Labelled, common_length, label_spots};
use self::loops::returning;
use self::ports::{Ends, ports};
use self::search::{Corners, Port, Way, way};
use self::separation::{Lines, separate};

/// Length of the arrow out of the service.
const EXIT_LENGTH: f32 = 24.0;
/// With more moved cards than this, everything is routed anew.
const MOST_MOVED: usize = 64;

/// How a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteStyle {
    /// A Flow: solid, with an arrowhead.
    Flow,
    /// A Flow that leads back, to the left: rework.
    Back,
    /// A Flow out of the service: a short arrow to a mark.
    Exit,
    /// Plain, without arrowhead.
    Together,
    /// Dashed, with an arrowhead.
    Trigger,
    /// Dotted and thin: to evidence or a note.
    Association,
}

impl RouteStyle {
    /// Whether it ends in an arrowhead.
    #[must_use]
    pub fn has_head(self) -> bool {
        !matches!(self, Self::Together | Self::Association)
    }
}

/// How one link runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The link.
    pub link: LinkId,
    /// How it is drawn.
    pub style: RouteStyle,
    /// Its corners on the sheet, from its start to its end; pieces are horizontal or vertical.
    pub points: SmallVec<[Point; 6]>,
    /// Where its share is written on the sheet, if it has one: the centre of the label.
    pub label: Option<Point>,
    /// The smallest rectangle around its points.
    pub bounds: Rect,
    /// Whether it crosses no card; where cards lie too densely it may have to.
    pub clear: bool,
}

impl Route {
    /// Its straight pieces as rectangles without width.
    pub fn pieces(&self) -> impl Iterator<Item = Rect> + '_ {
        self.points.windows(2).filter_map(|piece| match piece {
            [a, b] => Some(Rect::spanning(*a, *b)),
            _ => None,
        })
    }
}

/// How all links of a scenario run. Equal scenarios give equal routes, whatever came before.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    all: Vec<Route>,
    bars: Vec<Bar>,
    /// What the routes were made for.
    cards: Vec<Card>,
    links: Vec<(LinkId, Arc<Link>)>,
    /// The positions of each link's cards.
    at: Vec<(u32, Option<u32>)>,
    /// Whether each link leads back.
    returning: Vec<bool>,
    ends: Vec<Ends>,
    /// The ways around the cards, before lines are moved apart.
    ways: Vec<Way>,
    meetings: Meetings,
}

impl PartialEq for Routes {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all && self.bars == other.bars
    }
}

impl Routes {
    /// Routes every link.
    #[must_use]
    pub fn of(scenario: &Scenario, geometry: &SheetGeometry) -> Self {
        let mut routes = Self::default();
        routes.update(scenario, geometry);
        routes
    }

    /// Brings the routes up to date. After a few cards moved only links at those cards, at their
    /// neighbours and across the places they left or entered are sought anew; the rest is linear in
    /// cards and links but for sorting. Other changes route everything.
    pub fn update(&mut self, scenario: &Scenario, geometry: &SheetGeometry) {
        profiling::function_scope!();
        // A row that no edit replaced is the same allocation: thousands are compared at a glance.
        let same_links = self.links.len() == scenario.links().len()
            && self.links.iter().zip(scenario.links()).all(|((id, link), (new_id, new))| {
                id == new_id && (Arc::ptr_eq(link, new) || link == new)
            });
        let same_cards = self.cards.len() == geometry.cards().len()
            && self.cards.iter().zip(geometry.cards()).all(|(a, b)| a.step == b.step);
        if !(same_links && same_cards) {
            self.rebuild(scenario, geometry);
            return;
        }
        let moved: Vec<usize> = self
            .cards
            .iter()
            .zip(geometry.cards())
            .enumerate()
            .filter(|(_, (old, new))| old != new)
            .map(|(at, _)| at)
            .collect();
        let same_kinds = moved.iter().all(|at| self.cards[*at].kind == geometry.cards()[*at].kind);
        if moved.len() > MOST_MOVED || !same_kinds {
            self.rebuild(scenario, geometry);
        } else if !moved.is_empty() {
            self.follow(geometry, &moved);
        }
    }

    fn rebuild(&mut self, scenario: &Scenario, geometry: &SheetGeometry) {
        self.cards = geometry.cards().to_vec();
        self.links.clear();
        self.at.clear();
        for (id, link) in scenario.links() {
            let from = geometry.position(link.from);
            let to = link.to.step().map(|to| geometry.position(to));
            // Both are on the sheet: a scenario's links join steps that are there.
            let (Some(from), None | Some(Some(_))) = (from, to) else { continue };
            self.links.push((*id, Arc::clone(link)));
            self.at.push((index(from), to.flatten().map(index)));
        }
        self.returning = returning(&self.links, &self.at, self.cards.len());
        self.ends = ports(&self.links, &self.at, &self.returning, &self.cards);
        self.ways = self.ends.iter().map(|ends| sought(ends, geometry, &self.cards)).collect();
        self.meetings = Meetings::of(&self.links, &self.at, &self.cards);
        self.finish(geometry);
    }

    /// Follows a few moved cards.
    fn follow(&mut self, geometry: &SheetGeometry, moved: &[usize]) {
        let mut areas: Vec<Rect> = Vec::with_capacity(2 * moved.len());
        for &at in moved {
            if let (Some(old), Some(new)) = (self.cards.get_mut(at), geometry.cards().get(at)) {
                areas.extend([old.rect, new.rect]);
                *old = *new;
            }
        }
        let is_moved = |card: u32| moved.binary_search(&(card as usize)).is_ok();
        let ends = ports(&self.links, &self.at, &self.returning, &self.cards);
        for ((way, (old, new)), (from, to)) in
            self.ways.iter_mut().zip(self.ends.iter().zip(&ends)).zip(&self.at)
        {
            let touched = is_moved(*from) || to.is_some_and(is_moved);
            if touched || old != new || areas.iter().any(|area| area.touches(way.seen)) {
                *way = sought(new, geometry, &self.cards);
            }
        }
        self.ends = ends;
        self.finish(geometry);
    }

    /// From ways to routes.
    fn finish(&mut self, geometry: &SheetGeometry) {
        let mut points: Vec<Corners> = self.ways.iter().map(|way| way.points.clone()).collect();
        separate(geometry, &mut Lines { points: &mut points, ends: &self.ends });
        let labelled = self.labelled(&points);
        let spots = label_spots(geometry, &points, &labelled);
        let mut labels: Vec<Option<Point>> = vec![None; points.len()];
        for (label, spot) in labelled.iter().zip(spots) {
            labels[label.route] = Some(spot);
        }
        drop(labelled);
        self.bars = self.meetings.bars(&self.cards, &self.ends, &self.at, &points);
        self.all = points
            .into_iter()
            .zip(labels)
            .zip(self.links.iter().zip(&self.returning).zip(self.ends.iter().zip(&self.ways)))
            .map(|((points, label), (((link, _), returning), (ends, way)))| Route {
                link: *link,
                style: match ends.style {
                    // It runs as what leads back, but goes on.
                    RouteStyle::Back if !returning => RouteStyle::Flow,
                    style => style,
                },
                bounds: around(&points),
                points,
                label,
                clear: way.clear,
            })
            .collect();
    }

    /// The links that bear words, and from where on they run alone.
    fn labelled<'a>(&self, points: &'a [Corners]) -> Vec<Labelled<'a>> {
        let rests = Rests::of_all(self.links.iter().map(|(_, link)| &**link));
        let worded: Vec<(usize, Size)> = self
            .links
            .iter()
            .enumerate()
            .filter_map(|(at, (_, link))| Some((at, room(link, rests.of(link))?)))
            .collect();
        if worded.is_empty() {
            return Vec::new();
        }
        let mut by_start: Vec<(u32, usize)> =
            self.at.iter().enumerate().map(|(route, (from, _))| (*from, route)).collect();
        by_start.sort_unstable();
        let siblings = |card: u32| {
            let start = by_start.partition_point(|(from, _)| *from < card);
            by_start.iter().skip(start).take_while(move |(from, _)| *from == card)
        };
        worded
            .into_iter()
            .map(|(route, size)| {
                let own = points[route].as_slice();
                let others = siblings(self.at[route].0).filter(|(_, other)| *other != route);
                let parts_at = others
                    .map(|(_, other)| common_length(own, &points[*other]))
                    .fold(0.0, f32::max);
                Labelled { route, points: own, parts_at, size }
            })
            .collect()
    }

    /// The routes in the order of the links.
    #[must_use]
    pub fn all(&self) -> &[Route] {
        &self.all
    }

    /// The bars where flows part and meet that are taken all at once.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// The route of a link. Linear in the number of links.
    #[must_use]
    pub fn route(&self, link: LinkId) -> Option<&Route> {
        self.all.iter().find(|route| route.link == link)
    }

    /// Whether any route crosses an area of the sheet.
    #[must_use]
    pub fn crosses(&self, area: Rect) -> bool {
        self.all
            .iter()
            .filter(|route| route.bounds.touches(area))
            .any(|route| route.pieces().any(|piece| piece.touches(area)))
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Seeks the way of one link.
fn sought(ends: &Ends, geometry: &SheetGeometry, cards: &[Card]) -> Way {
    match ends.joined(cards) {
        Some((from, to, turn)) => {
            let mut found = way(geometry, from, to, turn);
            found.seen = found.seen.union(around(&found.points));
            found
        }
        None => ends.start(cards).map_or_else(Way::default, exit),
    }
}

fn exit(from: Port) -> Way {
    let length = EXIT_LENGTH * from.side.outwards();
    let step =
        if from.side.is_horizontal() { Point::new(length, 0.0) } else { Point::new(0.0, length) };
    let points: Corners = smallvec![from.point, from.point + step];
    let seen = around(&points);
    Way { points, seen, clear: true }
}

fn around(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    points
        .iter()
        .fold(Rect { min: first, max: first }, |all, p| all.union(Rect { min: *p, max: *p }))
}
