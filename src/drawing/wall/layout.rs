//! Where the cells of a part of a sheet lie on a wall: as large as they can be, and never smaller than they
//! can be read.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::card::{Card, CardForm};
use super::super::detail::WALL;
use super::super::geometry::{Band, Column, SheetGeometry};
use super::super::space::{Rect, Size};
use super::super::text::{MeasureText, Weight, wrapped};
use super::grid::{Cell, Grid};
use crate::blueprint::{LaneId, Link, LinkKind, PhaseId, Scenario, StepId, Zone};

/// The letters of a wall, in sheet units.
pub(super) const LETTERS: f32 = WALL;
/// From one line of a card to the next.
pub(super) const PITCH: f32 = 18.6;
/// The row of the names of phases, which may take two lines.
const PHASES: f32 = 26.0;
/// The upper part of a lane, where its name stands.
pub(super) const LANE_NAME: f32 = 22.0;
/// What is free below the cards of a lane, and where a line with its name lies there.
const BELOW: f32 = 5.0;
const BELOW_LINE: f32 = 12.0;
/// Between two rows of a lane, and where a badge stands there.
const ROW_GAP: f32 = 12.0;
const BADGE: f32 = 20.0;
/// Between a card and the line of customers below it, and how high that is.
pub(super) const LINE_GAP: f32 = 4.0;
pub(super) const LINE_HEIGHT: f32 = 22.0;
/// Widths of cards, of which the smallest is taken that holds all names.
const WIDTHS: [f32; 6] = [128.0, 138.0, 150.0, 168.0, 196.0, 232.0];
/// Between two columns at least.
const GAP: f32 = 14.0;
/// Left and right of all cards.
const MARGIN: f32 = LETTERS;
/// Right of the last cards where a way leads out of the service.
const EXIT: f32 = 46.0;
/// A room that is narrower, in sheet units, is that of a wall of 4 : 3.
const NARROW: f32 = 800.0;
/// How much larger than necessary a part is shown at most.
const LARGEST: f32 = 1.5;
/// Widths are measured in other letters than are drawn, which are fitted to pixels.
const SLACK: f32 = 0.98;

/// What stands left and right of the text within a card.
pub(super) fn sides(form: CardForm) -> (f32, f32) {
    match form {
        CardForm::Full => (11.0, 6.0),
        CardForm::Diamond => (19.0, 19.0),
        CardForm::Document => (7.0, 13.0),
        CardForm::Slim | CardForm::Note | CardForm::Folded => (6.0, 6.0),
    }
}

pub(super) fn name_weight(form: CardForm) -> Weight {
    if form == CardForm::Full { Weight::Semibold } else { Weight::Medium }
}

/// How high a card is with so many lines of its name, and of its time and what it can do.
fn height(form: CardForm, lines: usize, (timed, feet): (bool, usize)) -> f32 {
    let lines = lines.clamp(1, 2) as f32;
    let time = if timed { PITCH } else { 0.0 };
    match form {
        CardForm::Full => lines * PITCH + feet as f32 * PITCH + 12.0,
        CardForm::Diamond => lines * PITCH + time + 12.0,
        CardForm::Slim | CardForm::Note | CardForm::Folded => lines * PITCH + 7.0,
        CardForm::Document => lines * PITCH + 4.0,
    }
}

/// What is laid out.
#[derive(Clone, Copy)]
pub(super) struct Plan<'a> {
    pub scenario: &'a Scenario,
    pub text: &'a dyn MeasureText,
    pub grid: &'a Grid,
    /// The cards that bear a badge.
    pub marked: &'a BTreeSet<StepId>,
    /// What lanes are called.
    pub names: &'a BTreeMap<LaneId, String>,
    /// The room in sheet units at the smallest size.
    pub room: Size,
    /// What is free after each column: room for the words of a way that leads on from it.
    pub gaps: &'a [f32],
    /// Whether a way out of the service begins in a column.
    pub exits: &'a [bool],
    /// How wide the time of a card is with what it can do, where these are to have two lines if need be.
    pub feet: &'a BTreeMap<StepId, f32>,
    /// The cards below which there is room for a line of customers.
    pub queues: &'a BTreeSet<StepId>,
    /// Whether the names of lanes stand upright left of the cards, a character below the other.
    pub upright: bool,
}

/// What is free above the cards of a lane whose name stands left of them.
const UPRIGHT_HEAD: f32 = 9.0;
/// What is free left of the cards where names stand there.
const UPRIGHT_MARGIN: f32 = LETTERS + 14.0;
/// From one character of a name to the next.
pub(super) const UPRIGHT_PITCH: f32 = 1.1 * LETTERS;
/// A name of more characters lies flat.
const MOST_UPRIGHT: usize = 6;

/// Whether names can stand upright: all are of characters that are read so, and short.
pub(super) fn stand_upright<'a>(mut names: impl Iterator<Item = &'a String>) -> bool {
    let is_upright =
        |letter: char| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    names.all(|name| {
        let count = name.chars().count();
        count > 0 && count <= MOST_UPRIGHT && name.chars().all(is_upright)
    })
}

/// What is free after each column, and whether a way out of the service begins there.
pub(super) fn gaps(
    scenario: &Scenario,
    grid: &Grid,
    text: &dyn MeasureText,
) -> (Vec<f32>, Vec<bool>) {
    let columns: BTreeMap<StepId, usize> =
        grid.cells.iter().map(|cell| (cell.step, cell.column)).collect();
    let mut gaps = vec![GAP; grid.columns.len()];
    let mut exits = vec![false; grid.columns.len()];
    for link in scenario.links().values().filter(|link| link.kind == LinkKind::Flow) {
        let Some(from) = columns.get(&link.from).copied() else { continue };
        let Some(to) = link.to.step() else {
            if let Some(exits) = exits.get_mut(from) {
                *exits = true;
            }
            continue;
        };
        let leads_on = columns.get(&to).is_some_and(|to| *to > from);
        if let (true, Some(width), Some(gap)) =
            (leads_on, words(scenario, link, text), gaps.get_mut(from))
        {
            *gap = gap.max((width + 22.0).min(120.0));
        }
    }
    (gaps, exits)
}

/// How wide the words beside a link are, about.
fn words(scenario: &Scenario, link: &Link, text: &dyn MeasureText) -> Option<f32> {
    let share = link.share.or(scenario.rest_share(link)).map(|share| share.to_string());
    let label = super::super::link_room::shown(&link.label);
    let said = format!("{label} {}", share.unwrap_or_default());
    let said = said.trim();
    (!said.is_empty()).then(|| text.width(said, LETTERS, Weight::Medium) + 8.0)
}

/// A part of the grid that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub columns: Range<usize>,
    pub rows: Range<usize>,
}

/// Where everything lies; in sheet units from the upper left corner of the room.
pub(super) struct Laid {
    pub geometry: SheetGeometry,
    /// How much larger than at the smallest size.
    pub scale: f32,
    /// How high the row of the names of phases is.
    pub head: f32,
}

impl Plan<'_> {
    /// Whether a card says its time, and how many lines that takes with what it can do.
    fn foot(&self, cell: &Cell, width: f32) -> (bool, usize) {
        let step = self.scenario.steps().get(&cell.step);
        let (left, right) = sides(cell.form);
        let room = (width - left - right) * SLACK;
        let is_wide = self.feet.get(&cell.step).is_some_and(|foot| *foot > room);
        (step.is_some_and(|step| step.time.is_some()), 1 + usize::from(is_wide))
    }

    /// How much room there is below a card for a line of customers.
    fn line_room(&self, step: StepId) -> f32 {
        if self.queues.contains(&step) { LINE_GAP + LINE_HEIGHT } else { 0.0 }
    }

    /// How many lines the name of a card takes, and whether not even two are enough or a word is broken.
    fn lines(&self, cell: &Cell, width: f32) -> (usize, bool) {
        let Some(step) = self.scenario.steps().get(&cell.step) else { return (1, false) };
        let (left, right) = sides(cell.form);
        let room = (width - left - right) * SLACK;
        let weight = name_weight(cell.form);
        let lines = wrapped(&step.name, room, 2, self.text, LETTERS, weight);
        let too_wide = |line: &&str| self.text.width(line, LETTERS, weight) > room;
        let word = step.name.split_whitespace().any(|word| too_wide(&word));
        let is_latin = step.name.is_ascii();
        (lines.len().max(1), lines.iter().any(too_wide) || is_latin && word)
    }

    /// What is free left of all cards.
    fn margin(&self) -> f32 {
        if self.upright { UPRIGHT_MARGIN } else { MARGIN }
    }

    /// What is free above the cards of a lane, and how high the lane is at least.
    fn head_and_least(&self, lane: LaneId) -> (f32, f32) {
        if !self.upright {
            return (LANE_NAME, 0.0);
        }
        let letters = self.names.get(&lane).map_or(0, |name| name.chars().count());
        (UPRIGHT_HEAD, letters as f32 * UPRIGHT_PITCH + 8.0)
    }

    fn gap(&self, column: usize) -> f32 {
        self.gaps.get(column).copied().unwrap_or(GAP)
    }

    fn exits(&self, column: usize) -> bool {
        self.exits.get(column).copied().unwrap_or(false)
    }

    fn end(&self, columns: &Range<usize>) -> f32 {
        let last = columns.end.saturating_sub(1);
        if self.exits(last) { EXIT } else { MARGIN }
    }

    fn width(&self, columns: &Range<usize>, card: f32) -> f32 {
        let gaps: f32 = (columns.start..columns.end.saturating_sub(1)).map(|at| self.gap(at)).sum();
        self.margin() + columns.len() as f32 * card + gaps + self.end(columns)
    }

    /// Whether a card holds what stands at its foot in one line.
    fn holds_foot(&self, cell: &Cell, width: f32) -> bool {
        self.foot(cell, width).1 < 2
    }

    /// The narrowest cards that hold all names, or the widest for which there is room.
    fn card_width(&self, columns: &Range<usize>) -> f32 {
        let least = WIDTHS[0];
        let fits =
            WIDTHS.into_iter().filter(|width| self.width(columns, *width) <= self.room.width);
        let mut widest = least;
        for width in fits {
            widest = width;
            let holds = |cell: &Cell| !self.lines(cell, width).1 && self.holds_foot(cell, width);
            if self.grid.within(columns.clone()).all(holds) {
                break;
            }
        }
        widest
    }

    /// The columns in parts of which each shows as many as have room.
    pub fn columns_in_parts(&self, all: Range<usize>) -> Vec<Range<usize>> {
        let fits = |range: &Range<usize>| self.width(range, WIDTHS[0]) <= self.room.width;
        let greedy = |most: usize| {
            let mut parts: Vec<Range<usize>> = Vec::new();
            let mut start = all.start;
            while start < all.end {
                let mut end = start + 1;
                while end < all.end && end - start < most && fits(&(start..end + 1)) {
                    end += 1;
                }
                parts.push(start..end);
                start = end;
            }
            parts
        };
        let mut parts = greedy(usize::MAX);
        // The last part shows as many as have room, some of them again: none is nearly empty.
        if let [.., before, last] = parts.as_mut_slice() {
            let first = before.start + 1;
            while last.start > first && fits(&(last.start - 1..last.end)) {
                last.start -= 1;
            }
        }
        parts
    }

    /// Some columns with their neighbours, as far as these still have room in somewhat larger letters.
    pub fn with_neighbours(&self, framed: Range<usize>) -> Range<usize> {
        let all = 0..self.grid.columns.len();
        // A narrow wall has no room to spare.
        let spare = if self.room.width < NARROW { 1.0 } else { 1.15 };
        let mut shown = framed;
        loop {
            let left = shown.start.saturating_sub(1)..shown.end;
            let right = shown.start..(shown.end + 1).min(all.end);
            let fits = |range: &Range<usize>| {
                range.len() > shown.len() && self.width(range, WIDTHS[0]) * spare <= self.room.width
            };
            shown = if fits(&right) {
                right
            } else if fits(&left) {
                left
            } else {
                return shown;
            };
        }
    }

    /// Which rows have cards in some columns, in parts of which each has room, about equally high.
    pub fn rows_in_parts(&self, columns: &Range<usize>) -> Vec<Range<usize>> {
        let all = 0..self.grid.rows.len();
        let card = self.card_width(columns);
        let greedy = |most: f32| {
            let mut parts: Vec<Range<usize>> = Vec::new();
            let mut start = 0;
            while start < all.end {
                let mut end = start + 1;
                while end < all.end && self.height(columns, &(start..end + 1), card, false) <= most
                {
                    end += 1;
                }
                parts.push(start..end);
                start = end;
            }
            // What holds no card is no part.
            let holds = |rows: &Range<usize>| {
                self.grid.within(columns.clone()).any(|cell| rows.contains(&cell.row))
            };
            parts.retain(holds);
            parts
        };
        let mut parts = greedy(self.room.height);
        let mut most = self.room.height;
        while parts.len() > 1 && most > 0.5 * self.room.height {
            most *= 0.95;
            let lower = greedy(most);
            if lower.len() > parts.len() {
                break;
            }
            parts = lower;
        }
        if parts.is_empty() { vec![all] } else { parts }
    }

    /// The heights of rows: `None` for those without cards in these columns.
    fn row_heights(
        &self,
        columns: &Range<usize>,
        rows: &Range<usize>,
        card: f32,
    ) -> Vec<Option<f32>> {
        let mut heights = vec![None; rows.len()];
        for cell in self.grid.within(columns.clone()) {
            let Some(slot) = cell.row.checked_sub(rows.start).and_then(|at| heights.get_mut(at))
            else {
                continue;
            };
            let lines = self.lines(cell, card).0;
            let own = height(cell.form, lines, self.foot(cell, card)) + self.line_room(cell.step);
            *slot = Some(f32::max(slot.unwrap_or(0.0), own));
        }
        heights
    }

    /// How high each form of card is in each row: as high as the highest there.
    fn card_heights(&self, columns: &Range<usize>, card: f32) -> BTreeMap<(usize, bool), f32> {
        let mut heights = BTreeMap::new();
        for cell in self.grid.within(columns.clone()) {
            let lines = self.lines(cell, card).0;
            let own = height(cell.form, lines, self.foot(cell, card));
            let of = heights.entry((cell.row, cell.form == CardForm::Diamond)).or_insert(own);
            *of = f32::max(*of, own);
        }
        heights
    }

    /// What is free above a row: room for a badge between rows, or where the lane's name is in its way.
    fn above(&self, row: usize, is_first: bool, columns: &Range<usize>) -> f32 {
        let of_row = self.grid.within(columns.clone()).filter(|cell| cell.row == row);
        let mut marked = of_row.filter(|cell| self.marked.contains(&cell.step)).peekable();
        if !is_first {
            return if marked.peek().is_some() { BADGE } else { ROW_GAP };
        }
        if self.upright {
            return if marked.peek().is_some() { BADGE - UPRIGHT_HEAD } else { 0.0 };
        }
        let in_way = marked.any(|cell| {
            let name = self.grid.rows.get(row).and_then(|row| self.names.get(&row.lane));
            let name = name.map_or(0.0, |name| self.text.width(name, LETTERS, Weight::Semibold));
            let left = (cell.column - columns.start) as f32 * (WIDTHS[0] + GAP) + MARGIN;
            name + 2.0 * MARGIN > left
        });
        if in_way { BADGE } else { 0.0 }
    }

    fn height(&self, columns: &Range<usize>, rows: &Range<usize>, card: f32, empty: bool) -> f32 {
        let lanes = self.lanes(columns, rows, card, empty);
        self.phase_row(columns, card) + lanes.iter().map(Lane::height).sum::<f32>()
    }

    /// How high the row of the names of phases is.
    fn phase_row(&self, columns: &Range<usize>, card: f32) -> f32 {
        let mut counts: BTreeMap<PhaseId, f32> = BTreeMap::new();
        for column in columns.clone() {
            let phase = self.grid.columns.get(column);
            if let Some(phase) = phase {
                *counts.entry(*phase).or_default() += card + GAP;
            }
        }
        let is_wide = |(phase, room): (&PhaseId, &f32)| {
            let phase = self.scenario.phases().get(phase);
            phase.is_some_and(|phase| {
                self.text.width(&phase.name, LETTERS, Weight::Medium) > (room - 10.0) * SLACK
            })
        };
        if counts.iter().any(is_wide) { PHASES + PITCH } else { PHASES }
    }

    fn lanes(
        &self,
        columns: &Range<usize>,
        rows: &Range<usize>,
        card: f32,
        empty: bool,
    ) -> Vec<Lane> {
        let heights = self.row_heights(columns, rows, card);
        let mut lanes: Vec<Lane> = Vec::new();
        for (row, height) in rows.clone().zip(heights) {
            let Some(of) = self.grid.rows.get(row) else { continue };
            if lanes.last().is_none_or(|lane| lane.id != of.lane) {
                let (head, least) = self.head_and_least(of.lane);
                let (id, zone) = (of.lane, of.zone);
                lanes.push(Lane { id, zone, rows: Vec::new(), below: 0.0, head, least });
            }
            if let (Some(height), Some(lane)) = (height, lanes.last_mut()) {
                let above = self.above(row, lane.rows.is_empty(), columns);
                lane.rows.push(LaidRow { row, above, height });
            }
        }
        lanes.retain(|lane| empty || !lane.rows.is_empty());
        for at in 0..lanes.len() {
            let next = lanes.get(at + 1).map(|lane| lane.zone);
            if let Some(lane) = lanes.get_mut(at) {
                let line =
                    next.is_some_and(|next| next != lane.zone) && lane.zone.line_below().is_some();
                lane.below = if line { BELOW_LINE } else { BELOW };
            }
        }
        lanes
    }

    /// Lays out a part in a room whose letters may grow.
    pub fn laid(&self, part: &Part) -> Laid {
        let Part { columns, rows } = part;
        let card = self.card_width(columns);
        let empty = self.height(columns, rows, card, true) <= self.room.height;
        let mut lanes = self.lanes(columns, rows, card, empty);
        let head = self.phase_row(columns, card);
        let height = head + lanes.iter().map(Lane::height).sum::<f32>();
        let width = self.width(columns, card);
        let scale = (self.room.width / width).min(self.room.height / height).clamp(1.0, LARGEST);
        let room = Size::new(self.room.width / scale, self.room.height / scale);
        let slots = lanes.iter().map(|lane| lane.rows.len().max(1)).sum::<usize>().max(1) as f32;
        let spare = ((room.height - height) / slots).max(0.0);
        for lane in &mut lanes {
            if lane.rows.is_empty() {
                lane.below += spare;
            }
            for row in &mut lane.rows {
                row.above += spare / 2.0;
                row.height += spare / 2.0;
            }
        }
        let geometry = self.geometry(part, (card, head), &lanes, room, width);
        Laid { geometry, scale, head }
    }

    fn geometry(
        &self,
        part: &Part,
        (card, head): (f32, f32),
        lanes: &[Lane],
        room: Size,
        width: f32,
    ) -> SheetGeometry {
        let Part { columns, rows } = part;
        let spare = ((room.width - width) / (columns.len() + 1) as f32).max(0.0);
        let mut x = self.margin() + spare;
        let mut lefts: BTreeMap<usize, f32> = BTreeMap::new();
        for column in columns.clone() {
            lefts.insert(column, x);
            x += card + self.gap(column) + spare;
        }
        let mut tops: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        let mut bands = Vec::with_capacity(lanes.len());
        let mut top = head;
        for lane in lanes {
            let mut y = top + lane.head;
            for row in &lane.rows {
                y += row.above;
                tops.insert(row.row, (y, row.height));
                y += row.height;
            }
            let bottom = top + lane.height();
            let (zone, lane) = (lane.zone, Some(lane.id));
            bands.push(Band { zone, lane, top, bottom, collapsed: false });
            top = bottom;
        }
        if let Some(last) = bands.last_mut() {
            last.bottom = last.bottom.max(room.height);
        }
        let heights = self.card_heights(columns, card);
        let mut cards = Vec::new();
        for cell in self.grid.within(columns.clone()).filter(|cell| rows.contains(&cell.row)) {
            let (Some(left), Some((top, tall))) = (lefts.get(&cell.column), tops.get(&cell.row))
            else {
                continue;
            };
            let own = heights.get(&(cell.row, cell.form == CardForm::Diamond));
            let own = own.copied().unwrap_or(*tall);
            let zone = self.grid.rows.get(cell.row).map_or(Zone::Frontstage, |row| row.zone);
            let of_row = |other: &&Cell| other.row == cell.row;
            let below = self.grid.within(columns.clone()).filter(of_row);
            let below = below.map(|cell| self.line_room(cell.step)).fold(0.0, f32::max);
            let above = top + (tall - own - below) / 2.0;
            cards.push(Card {
                step: cell.step,
                kind: cell.kind,
                form: cell.form,
                zone,
                rect: Rect::new(*left, above, left + card, above + own),
                fails: false,
                waits: false,
                feels: false,
            });
        }
        // In document order, as elsewhere.
        let order: BTreeMap<StepId, usize> =
            self.scenario.steps().keys().zip(0..).map(|(id, at)| (*id, at)).collect();
        cards.sort_by_key(|card| order.get(&card.step).copied());
        SheetGeometry::assembled(bands, self.phases(columns, &lefts, card, room), cards)
    }

    fn phases(
        &self,
        columns: &Range<usize>,
        lefts: &BTreeMap<usize, f32>,
        card: f32,
        room: Size,
    ) -> Vec<Column> {
        let mut phases: Vec<Column> = Vec::new();
        for column in columns.clone() {
            let (Some(phase), Some(left)) = (self.grid.columns.get(column), lefts.get(&column))
            else {
                continue;
            };
            match phases.last_mut() {
                Some(last) if last.phase == *phase => last.right = left + card,
                _ => phases.push(Column { phase: *phase, left: *left, right: left + card }),
            }
        }
        // Each begins where the one before ends.
        let mut edge = 0.0;
        for at in 0..phases.len() {
            let next = phases.get(at + 1).map(|next| next.left);
            if let Some(phase) = phases.get_mut(at) {
                phase.left = edge;
                phase.right = next.map_or(room.width, |next| f32::midpoint(phase.right, next));
                edge = phase.right;
            }
        }
        phases
    }
}

/// A lane with its rows that have cards.
struct Lane {
    id: LaneId,
    zone: Zone,
    rows: Vec<LaidRow>,
    below: f32,
    /// What is free above its cards.
    head: f32,
    /// How high it is at least.
    least: f32,
}

struct LaidRow {
    row: usize,
    above: f32,
    height: f32,
}

impl Lane {
    fn height(&self) -> f32 {
        let rows: f32 = self.rows.iter().map(|row| row.above + row.height).sum();
        (self.head + rows + self.below).max(self.least)
    }
}
