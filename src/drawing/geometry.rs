//! Where everything lies on the sheet: bands, columns, lines and cards.

use super::card::{Card, CardForm};
use super::cells::Cells;
use super::moments::{Moment, moments_of};
use super::space::{Point, Rect};
use crate::blueprint::{
    Lane, LaneHeight, LaneId, Line, PhaseId, Place, Scenario, SheetPoint, Step, StepId, Zone,
};

/// How far right of the last phase the sheet still belongs to it.
pub const OVERHANG: f32 = 216.0;
/// The height of a collapsed lane.
pub const COLLAPSED_HEIGHT: f32 = 24.0;
/// The height of a zone without lanes.
pub const EMPTY_ZONE_HEIGHT: f32 = 14.0;
/// What a lane keeps free above and below its cards.
const LANE_PADDING: f32 = 10.0;

/// A horizontal strip of the sheet: a lane, or a zone that has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The zone.
    pub zone: Zone,
    /// The lane; `None` for a zone without lanes.
    pub lane: Option<LaneId>,
    /// Upper edge on the sheet.
    pub top: f32,
    /// Lower edge on the sheet.
    pub bottom: f32,
    /// Whether it is drawn as a thin strip.
    pub collapsed: bool,
}

/// A phase's column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The phase.
    pub phase: PhaseId,
    /// Left edge on the sheet.
    pub left: f32,
    /// Right edge on the sheet.
    pub right: f32,
}

/// What releasing a dragged line would change.
#[derive(Clone, Debug, PartialEq)]
pub struct LineDrop {
    /// Lanes that change zone, in the order in which moving them one by one keeps their order on
    /// the sheet.
    pub lanes: Vec<(LaneId, Zone)>,
    /// Where the line would lie on the sheet.
    pub y: f32,
}

/// Where everything of a scenario lies. The sheet's upper left corner is (0, 0).
#[derive(Clone, Debug, Default)]
pub struct SheetGeometry {
    bands: Vec<Band>,
    columns: Vec<Column>,
    cards: Vec<Card>,
    /// Positions in `cards`, by identity.
    by_step: Vec<(StepId, u32)>,
    cells: Cells,
    moments: Vec<Moment>,
}

impl SheetGeometry {
    /// The moments of several steps, with what lies around their cards.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// Lays out a scenario. Linear in its lanes, phases and steps.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        profiling::function_scope!();
        let bands = bands_of(scenario);
        let mut left = 0.0;
        let columns: Vec<Column> = scenario
            .phases()
            .iter()
            .map(|(id, phase)| {
                let column = Column { phase: *id, left, right: left + units(phase.width.units()) };
                left = column.right;
                column
            })
            .collect();
        // Sorted tables of a few rows are found faster than hashed ones, for each of thousands.
        let lanes = sorted(bands.iter().filter_map(|band| Some((band.lane?, band))));
        let phases = sorted(columns.iter().map(|column| (column.phase, column)));
        let cards: Vec<Card> = scenario
            .steps()
            .iter()
            .filter_map(|(id, step)| {
                Some(card(*id, step, find(&lanes, step.lane)?, find(&phases, step.phase)?))
            })
            .collect();
        let mut by_step: Vec<_> = cards.iter().map(|card| card.step).zip(0_u32..).collect();
        by_step.sort_unstable_by_key(|(step, _)| *step);
        let cells = Cells::of(cards.iter().map(|card| card.rect));
        let mut geometry = Self { bands, columns, cards, by_step, cells, moments: Vec::new() };
        let at = |step| geometry.position(step);
        geometry.moments = moments_of(scenario, &geometry.cards, at);
        geometry
    }

    /// A sheet whose parts were laid out elsewhere.
    pub(super) fn assembled(bands: Vec<Band>, columns: Vec<Column>, cards: Vec<Card>) -> Self {
        let mut by_step: Vec<_> = cards.iter().map(|card| card.step).zip(0_u32..).collect();
        by_step.sort_unstable_by_key(|(step, _)| *step);
        let cells = Cells::of(cards.iter().map(|card| card.rect));
        Self { bands, columns, cards, by_step, cells, moments: Vec::new() }
    }

    /// The bands, top to bottom; each begins where the one above ends.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// The columns, left to right; each begins where the one before ends.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The cards in document order.
    #[must_use]
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// The card of a step. Logarithmic in the number of steps.
    #[must_use]
    pub fn card(&self, step: StepId) -> Option<&Card> {
        self.position(step).and_then(|at| self.cards.get(at))
    }

    /// Where a step's card stands in [`SheetGeometry::cards`].
    pub(super) fn position(&self, step: StepId) -> Option<usize> {
        let at = self.by_step.binary_search_by_key(&step, |(step, _)| *step).ok()?;
        self.by_step.get(at).map(|(_, position)| *position as usize)
    }

    /// The sheet from its upper left corner to where drops are still taken.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let right = self.columns.last().map_or(0.0, |column| column.right) + OVERHANG;
        Rect::new(0.0, 0.0, right, self.bands.last().map_or(0.0, |band| band.bottom))
    }

    /// The part of the sheet that "fit all" shows: its phases and lanes with every card, wherever
    /// it was put.
    #[must_use]
    pub fn contents(&self) -> Rect {
        let bounds = self.bounds();
        let sheet = Rect { max: Point::new(bounds.right() - OVERHANG, bounds.bottom()), ..bounds };
        self.cards.iter().fold(sheet, |all, card| all.union(card.rect))
    }

    /// Where a line lies: along the lower edge of the zone above it.
    #[must_use]
    pub fn line_y(&self, line: Line) -> f32 {
        self.bands
            .iter()
            .filter(|band| band.zone.line_below() == Some(line))
            .map(|band| band.bottom)
            .fold(0.0, f32::max)
    }

    /// The upper and lower edge of a zone.
    #[must_use]
    pub fn zone_span(&self, zone: Zone) -> (f32, f32) {
        let mut of_zone = self.bands.iter().filter(|band| band.zone == zone);
        let first = of_zone.next();
        let last = of_zone.next_back().or(first);
        (first.map_or(0.0, |band| band.top), last.map_or(0.0, |band| band.bottom))
    }

    /// The band at a height of the sheet.
    #[must_use]
    pub fn band_at(&self, y: f32) -> Option<&Band> {
        let at = self.bands.partition_point(|band| band.bottom <= y);
        self.bands.get(at).filter(|band| band.top <= y)
    }

    /// The band of a lane.
    #[must_use]
    pub fn band_of(&self, lane: LaneId) -> Option<&Band> {
        self.bands.iter().find(|band| band.lane == Some(lane))
    }

    /// The column at a distance from the left. Time is open to the right: what lies there belongs to
    /// the last phase.
    #[must_use]
    pub fn column_at(&self, x: f32) -> Option<&Column> {
        let at = self.columns.partition_point(|column| column.right <= x);
        self.columns.get(at).or(self.columns.last()).filter(|column| column.left <= x)
    }

    /// The column of a phase.
    #[must_use]
    pub fn column_of(&self, phase: PhaseId) -> Option<&Column> {
        self.columns.iter().find(|column| column.phase == phase)
    }

    /// Where a card lies whose centre is put at a point of the sheet; `None` outside any lane. In
    /// a collapsed lane it comes to lie in the middle of the lane's height.
    #[must_use]
    pub fn place_at(&self, scenario: &Scenario, point: Point) -> Option<Place> {
        let band = self.band_at(point.y)?;
        let lane = band.lane?;
        let column = self.column_at(point.x)?;
        let y = if band.collapsed {
            scenario.lanes().get(&lane)?.height.units() / 2
        } else {
            whole_units(point.y - band.top)
        };
        let at = SheetPoint::new(whole_units(point.x - column.left), y);
        Some(Place { lane, phase: column.phase, at })
    }

    /// The centre of a card at a place; `None` if its lane or phase is not on the sheet. For open
    /// lanes the inverse of [`SheetGeometry::place_at`].
    #[must_use]
    pub fn point_of(&self, place: Place) -> Option<Point> {
        let band = self.band_of(place.lane)?;
        let column = self.column_of(place.phase)?;
        Some(centre(place.at, band, column))
    }

    /// The least height of a lane that still holds its cards.
    #[must_use]
    pub fn least_height(&self, scenario: &Scenario, lane: LaneId) -> LaneHeight {
        let least = scenario
            .steps()
            .values()
            .filter(|step| step.lane == lane)
            .map(|step| {
                let zone = scenario.zone_of(step);
                step.at.y + whole_units(CardForm::of(step, zone).size().height / 2.0 + LANE_PADDING)
            })
            .max()
            .unwrap_or(LaneHeight::LEAST)
            .clamp(LaneHeight::LEAST, LaneHeight::MOST);
        // Clamped above, so that the other height is never taken.
        LaneHeight::new(least).unwrap_or(Lane::new(Zone::Frontstage).height)
    }

    /// What dropping a line at a height of the sheet would change: the lanes of its two zones
    /// whose middle then lies on the other side.
    #[must_use]
    pub fn line_drop(&self, line: Line, y: f32) -> LineDrop {
        let (above, below) = (line.zone_above(), line.zone_below());
        let middle = |band: &Band| f32::midpoint(band.top, band.bottom);
        let lanes_of = |zone: Zone| {
            self.bands
                .iter()
                .filter(move |band| band.zone == zone)
                .filter_map(|band| Some((band, band.lane?)))
        };
        let mut lanes: Vec<(LaneId, Zone)> = Vec::new();
        let mut landing = self.line_y(line);
        // A lane that moves down goes to the upper end of its new zone: the lowest goes first.
        for (band, lane) in lanes_of(above).filter(|(band, _)| middle(band) > y) {
            lanes.insert(0, (lane, below));
            landing = landing.min(band.top);
        }
        for (band, lane) in lanes_of(below).filter(|(band, _)| middle(band) < y) {
            lanes.push((lane, above));
            landing = landing.max(band.bottom);
        }
        LineDrop { lanes, y: landing }
    }

    /// The steps whose cards lie wholly or partly in a rectangle of the sheet, in document order.
    #[must_use]
    pub fn cards_in(&self, area: Rect) -> Vec<StepId> {
        let mut found: Vec<u32> = Vec::new();
        self.positions_near(area, &mut found);
        found
            .iter()
            .filter_map(|at| self.cards.get(*at as usize))
            .filter(|card| card.rect.touches(area))
            .map(|card| card.step)
            .collect()
    }

    /// Positions of the cards in the cells that meet an area, ascending, each once.
    pub(super) fn positions_near(&self, area: Rect, found: &mut Vec<u32>) {
        found.clear();
        self.cells.near(area, |number| {
            found.push(number);
            true
        });
        found.sort_unstable();
        found.dedup();
    }

    /// Shows `see` every card in the cells that meet an area, some of them more than once.
    pub(super) fn visit_near(&self, area: Rect, mut see: impl FnMut(&Card)) {
        self.cells.near(area, |number| {
            if let Some(card) = self.cards.get(number as usize) {
                see(card);
            }
            true
        });
    }

    /// The position of the first card in document order near an area that `blocks` it.
    pub(super) fn first_near(
        &self,
        area: Rect,
        mut blocks: impl FnMut(usize, &Card) -> bool,
    ) -> Option<usize> {
        let mut first: Option<usize> = None;
        self.cells.near(area, |number| {
            let at = number as usize;
            if first.is_none_or(|first| at < first)
                && self.cards.get(at).is_some_and(|card| blocks(at, card))
            {
                first = Some(at);
            }
            true
        });
        first
    }
}

fn sorted<K: Ord + Copy, V>(rows: impl Iterator<Item = (K, V)>) -> Vec<(K, V)> {
    let mut rows: Vec<(K, V)> = rows.collect();
    rows.sort_unstable_by_key(|(key, _)| *key);
    rows
}

fn find<K: Ord + Copy, V: Copy>(rows: &[(K, V)], key: K) -> Option<V> {
    let at = rows.binary_search_by_key(&key, |(key, _)| *key).ok()?;
    rows.get(at).map(|(_, value)| *value)
}

fn bands_of(scenario: &Scenario) -> Vec<Band> {
    let mut bands = Vec::with_capacity(scenario.lanes().len() + Zone::ALL.len());
    let mut top = 0.0;
    for zone in Zone::ALL {
        let mut empty = true;
        for (id, lane) in scenario.lanes_of(zone) {
            empty = false;
            let height = if lane.collapsed { COLLAPSED_HEIGHT } else { units(lane.height.units()) };
            let collapsed = lane.collapsed;
            bands.push(Band { zone, lane: Some(id), top, bottom: top + height, collapsed });
            top += height;
        }
        if empty {
            let bottom = top + EMPTY_ZONE_HEIGHT;
            bands.push(Band { zone, lane: None, top, bottom, collapsed: true });
            top = bottom;
        }
    }
    bands
}

fn card(id: StepId, step: &Step, band: &Band, column: &Column) -> Card {
    let form = if band.collapsed { CardForm::Folded } else { CardForm::of(step, band.zone) };
    let rect = Rect::centred(centre(step.at, band, column), form.size());
    Card {
        step: id,
        kind: step.kind,
        form,
        zone: band.zone,
        rect,
        fails: step.fail.is_some(),
        waits: step.wait.is_some(),
        feels: step.emotion.is_some(),
    }
}

fn centre(at: SheetPoint, band: &Band, column: &Column) -> Point {
    let y =
        if band.collapsed { f32::midpoint(band.top, band.bottom) } else { band.top + units(at.y) };
    Point::new(column.left + units(at.x), y)
}

/// Sheet units as a float: exact up to 16 million units, four hundred times the widest phase that
/// anybody draws.
pub(super) fn units(value: i32) -> f32 {
    value as f32
}

/// The nearest whole number of sheet units. What no number of them is (beyond 2³¹, or not a number)
/// becomes the nearest there is, or zero: a float cast saturates.
#[allow(clippy::cast_possible_truncation)]
#[must_use]
pub fn whole_units(value: f32) -> i32 {
    value.round() as i32
}
