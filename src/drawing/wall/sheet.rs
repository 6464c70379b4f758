//! The sheet on a wall, as much of it as can be read from the last row.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::camera::Camera;
use super::super::card::Card;
use super::super::connectors;
use super::super::detail::Detail;
use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::geometry::{Band, SheetGeometry};
use super::super::ink::{Hue, Ink};
use super::super::miniature::miniature;
use super::super::routing::{Route, Routes};
use super::super::scene::{Look, Scene};
use super::super::space::{Point, Rect, Size};
use super::super::text::{MeasureText, Weight};
use super::cards::{Cards, FOOT_GAP};
use super::day::draw_played;
use super::grid::{Cell, Grid};
use super::layout::{LANE_NAME, LETTERS, Part, Plan, UPRIGHT_PITCH, gaps, stand_upright};
use super::look::{StagePlaces, StageSheet};
use super::pen::{PITCH, Style, cut, lines, write, write_lines};
use crate::blueprint::{LaneId, Line, LinkKind, StepId, Zone};

impl StageSheet<'_> {
    /// Draws it into an area of the wall; the list is not cleared.
    pub fn draw(&self, area: Rect, u: f32, list: &mut DisplayList) -> StagePlaces {
        let whole = SheetGeometry::of(self.scenario);
        let grid = Grid::of(self.scenario, &whole);
        list.clip_to(area);
        list.pen(Layer::Sheet, Subject::Sheet, 0);
        list.rect(area, 0.0, Some(Ink::Background), None);
        if grid.cells.is_empty() {
            return StagePlaces { pages: 1, ..StagePlaces::default() };
        }
        if self.look.in_short {
            self.draw_in_short(&whole, area, u, list);
            return StagePlaces { pages: 1, ..StagePlaces::default() };
        }
        let marked: BTreeSet<StepId> = self.figures.marked_bottlenecks().into_iter().collect();
        let names = self.lane_names();
        let least = u / LETTERS;
        let (gaps, exits) = gaps(self.scenario, &grid, self.text);
        let none = BTreeMap::new();
        let queues = self.queues();
        let plan = Plan {
            scenario: self.scenario,
            text: self.text,
            grid: &grid,
            marked: &marked,
            names: &names,
            room: Size::new(area.width() / least, area.height() / least),
            gaps: &gaps,
            exits: &exits,
            feet: &none,
            queues: &queues,
            upright: false,
        };
        let mut parts = self.parts(&plan);
        // Of a day only what moves, where there is not room for all.
        let moving = self.moving_lanes().filter(|_| parts.len() > 1);
        let moving = moving.map(|lanes| grid.of_lanes(&lanes)).filter(|it| !it.cells.is_empty());
        let plan = match &moving {
            Some(moving) => Plan { grid: moving, ..plan },
            None => plan,
        };
        if moving.is_some() {
            parts = self.parts(&plan);
        }
        // So do a time and what is done in an hour in two lines.
        let feet = self.feet();
        let roomy = Plan { feet: &feet, ..plan };
        let parts_roomy = self.parts(&roomy);
        let plan = if parts_roomy.len() <= parts.len() {
            parts = parts_roomy;
            roomy
        } else {
            plan
        };
        // Names that stand upright need high lanes: not where a part more would have to be shown for them.
        let standing = Plan { upright: stand_upright(names.values()), ..plan };
        let parts_standing = if standing.upright { self.parts(&standing) } else { Vec::new() };
        let upright = standing.upright && parts_standing.len() <= parts.len();
        let plan = if upright { standing } else { plan };
        if upright {
            parts = parts_standing;
        }
        let page = self.page_of_changed(plan.grid, &parts).unwrap_or(self.look.page);
        let page = page.min(parts.len().saturating_sub(1));
        let all = Part { columns: 0..plan.grid.columns.len(), rows: 0..plan.grid.rows.len() };
        let part = parts.get(page).cloned().unwrap_or(all);
        let laid = plan.laid(&part);
        let geometry = laid.geometry;
        let routes = Routes::of(self.scenario, &geometry);
        let look = Look::default();
        let scene = Scene {
            scenario: self.scenario,
            geometry: &geometry,
            routes: &routes,
            figures: None,
            camera: Camera::exact(area.min, least * laid.scale),
            viewport: area,
            labels: self.labels,
            text: self.text,
            look: &look,
        };
        self.paint(&scene, laid.head, (&names, upright, &marked), area, list);
        let shown = geometry.cards().iter();
        let on_screen = |rect| scene.camera.rect_on_screen(rect);
        let cards: Vec<(StepId, Rect)> =
            shown.map(|card| (card.step, on_screen(card.rect))).collect();
        let all = if moving.is_some() { plan.grid.cells.len() } else { whole.cards().len() };
        let is_part = cards.len() < all;
        let framed = cards.iter().filter_map(|(step, _)| Some(whole.card(*step)?.rect));
        let framed = framed.reduce(Rect::union).filter(|_| is_part);
        if let Some(played) = self.look.played {
            draw_played(list, &scene, played, !self.look.hides_bottleneck || self.look.is_faint);
        }
        StagePlaces { cards, page, pages: parts.len().max(1), framed }
    }

    /// Draws only its zones, its phases and which steps limit it: of a sheet so large no card could be told.
    fn draw_in_short(&self, whole: &SheetGeometry, area: Rect, u: f32, list: &mut DisplayList) {
        let head = 2.0 * u;
        let bounds = whole.contents();
        let across = |x: f32| {
            let part = (x - bounds.left()) / bounds.width().max(1.0);
            area.left() + part.clamp(0.0, 1.0) * area.width()
        };
        let down = |y: f32| {
            let part = (y - bounds.top()) / bounds.height().max(1.0);
            area.top() + head + part.clamp(0.0, 1.0) * (area.height() - head)
        };
        let style = Style::of(u, Weight::Semibold, Ink::Muted, Anchor::Left);
        let mut zones: Vec<(Zone, f32, f32)> = Vec::new();
        for band in whole.bands() {
            match zones.last_mut() {
                Some((zone, _, bottom)) if *zone == band.zone => *bottom = band.bottom,
                _ => zones.push((band.zone, band.top, band.bottom)),
            }
        }
        for (zone, top, bottom) in zones {
            list.pen(Layer::Sheet, Subject::Sheet, 0);
            let rect = Rect::new(area.left(), down(top), area.right(), down(bottom));
            list.rect(rect, 0.0, Some(Ink::Zone(zone)), None);
            if rect.height() > 1.3 * u {
                let name = self.labels.zone(zone);
                let at = Point::new(rect.left() + 0.5 * u, rect.top() + 0.75 * u);
                write(list, at, &cut(&name, 0.6 * area.width(), self.text, style), style);
            }
        }
        let quiet = Style::of(u, Weight::Medium, Ink::Muted, Anchor::Centre);
        for column in whole.columns() {
            let Some(phase) = self.scenario.phases().get(&column.phase) else { continue };
            let (left, right) = (across(column.left), across(column.right));
            let name = cut(&phase.name, right - left - 0.5 * u, self.text, quiet);
            list.pen(Layer::Labels, Subject::Phase(column.phase), 0);
            if right - left > 3.0 * u {
                let at = Point::new(f32::midpoint(left, right), area.top() + head / 2.0);
                write(list, at, &name, quiet);
            }
            let ends = [Point::new(right, area.top()), Point::new(right, area.bottom())];
            list.line(ends, Stroke::solid((u / 24.0).max(1.0), Ink::Hairline));
        }
        if self.look.hides_bottleneck {
            return;
        }
        for step in self.figures.marked_bottlenecks() {
            let Some(card) = whole.card(step) else { continue };
            let at = card.rect.centre();
            list.pen(Layer::Marks, Subject::Step(step), 0);
            list.circle(Point::new(across(at.x), down(at.y)), 0.6 * u, Some(Ink::Bad), None);
        }
    }

    /// The parts that the sheet is shown in.
    fn parts(&self, plan: &Plan<'_>) -> Vec<Part> {
        let changed = self.look.changed.iter().filter(|_| !self.look.around.is_empty());
        let framed = self.look.around.iter().chain(changed);
        let framed = framed.filter_map(|step| plan.grid.column_of(*step));
        let framed = framed.fold(None, |range: Option<Range<usize>>, at| {
            Some(range.map_or(at..at + 1, |range| range.start.min(at)..range.end.max(at + 1)))
        });
        let columns = match framed {
            Some(framed) => plan.with_neighbours(framed),
            None => 0..plan.grid.columns.len(),
        };
        let mut parts = Vec::new();
        for columns in plan.columns_in_parts(columns) {
            for rows in plan.rows_in_parts(&columns) {
                parts.push(Part { columns: columns.clone(), rows });
            }
        }
        parts
    }

    /// The steps before which customers can wait, of a day that is played.
    fn queues(&self) -> BTreeSet<StepId> {
        let steps = self.look.played.into_iter().flat_map(|played| &played.steps);
        steps.filter(|(_, at)| at.line.is_some()).map(|(step, _)| *step).collect()
    }

    /// The lanes in which something happens on a day that is played: work, and the way of customers.
    fn moving_lanes(&self) -> Option<BTreeSet<LaneId>> {
        let played = self.look.played?;
        let flows = self.scenario.links().values().filter(|link| link.kind == LinkKind::Flow);
        let ends = flows.flat_map(|link| [Some(link.from), link.to.step()]).flatten();
        let steps = played.steps.keys().copied().chain(ends);
        Some(steps.filter_map(|step| Some(self.scenario.steps().get(&step)?.lane)).collect())
    }

    /// The part in which most of what a try has changed is, where that is to be followed.
    fn page_of_changed(&self, grid: &Grid, parts: &[Part]) -> Option<usize> {
        if !self.look.follows {
            return None;
        }
        let is_changed = |cell: &&Cell| self.look.changed.contains(&cell.step);
        let count = |part: &Part| {
            let within = grid.within(part.columns.clone()).filter(is_changed);
            within.filter(|cell| part.rows.contains(&cell.row)).count()
        };
        let most = parts.iter().map(count).max().filter(|most| *most > 0)?;
        parts.iter().position(|part| count(part) == most)
    }

    /// How wide the time of each card is with what it can do an hour, whether or not that is held back: nothing jumps
    /// when it is told.
    fn feet(&self) -> BTreeMap<StepId, f32> {
        let timed = self.scenario.steps().iter().filter_map(|(id, step)| {
            let time = self.labels.time(step.time.as_ref()?);
            let rate = self.figures.says(*id)?;
            let time = self.text.width(&time, LETTERS, Weight::Regular);
            let rate = self.text.width(&rate, LETTERS, Weight::Semibold);
            Some((*id, time + FOOT_GAP * LETTERS + rate))
        });
        timed.collect()
    }

    /// What each lane is called.
    pub(super) fn lane_names(&self) -> BTreeMap<LaneId, String> {
        let lanes = self.scenario.lanes().iter();
        lanes
            .map(|(id, lane)| {
                let own = lane.name.trim();
                let name = if own.is_empty() {
                    self.labels.zone(lane.zone).into_owned()
                } else {
                    own.into()
                };
                (*id, name)
            })
            .collect()
    }

    pub(super) fn paint(
        &self,
        scene: &Scene,
        head: f32,
        (names, upright, marked): (&BTreeMap<LaneId, String>, bool, &BTreeSet<StepId>),
        area: Rect,
        list: &mut DisplayList,
    ) {
        bands(list, scene, area);
        let lines = lines_between(scene.geometry.bands());
        draw_lines(list, scene, &lines, area);
        for route in scene.routes.all() {
            connectors::connector(list, scene, route, Detail::Full);
        }
        for bar in scene.routes.bars() {
            connectors::bar(list, scene, bar);
        }
        let cards = Cards { sheet: self, scene, marked };
        for card in scene.geometry.cards() {
            cards.draw(card, list);
        }
        // Names and words lie above what runs below them.
        let mut taken = phases(list, scene, head, area);
        let names = scene
            .geometry
            .bands()
            .iter()
            .filter_map(|band| self.lane_patch(scene, band, (names, upright), (head, area)));
        let names: Vec<(&Band, String, Rect)> = names.collect();
        taken.extend(names.iter().map(|(.., patch)| *patch));
        taken.extend(
            scene.geometry.cards().iter().map(|card| scene.camera.rect_on_screen(card.rect)),
        );
        // Room for badges is kept while they are held back, so that nothing jumps.
        let badges = cards.badges(&mut taken);
        let kept: Vec<Rect> =
            names.iter().map(|(.., patch)| *patch).chain(badges.places()).collect();
        taken.extend(line_pills(list, scene, &lines, area, &kept));
        for (band, name, patch) in &names {
            write_lane_name(list, scene, band, name, *patch);
        }
        words(list, scene, &mut taken);
        if !self.look.hides_bottleneck || self.look.is_faint {
            badges.draw(scene, self.look.is_faint, list);
        }
        if !self.look.spotlight.is_empty() {
            list.pen(Layer::Action, Subject::Sheet, 900);
            list.rect(area, 0.0, Some(Ink::Sheer(Hue::Panel, 75)), None);
            let is_lit = |card: &&Card| self.look.spotlight.contains(&card.step);
            for card in scene.geometry.cards().iter().filter(is_lit) {
                cards.draw_lit(card, list);
            }
        }
    }

    /// A lane's name in its upper left corner, and where it stands.
    fn lane_patch<'b>(
        &self,
        scene: &Scene,
        band: &'b Band,
        (names, upright): (&BTreeMap<LaneId, String>, bool),
        (head, area): (f32, Rect),
    ) -> Option<(&'b Band, String, Rect)> {
        let name = names.get(&band.lane?)?;
        let zoom = scene.camera.zoom();
        if upright {
            let count = name.chars().count() as f32;
            let middle = f32::midpoint(band.top, band.bottom);
            let y = scene.camera.screen_from_sheet(Point::new(0.0, middle)).y.min(area.bottom());
            let left = area.left() + 5.0 * zoom;
            let half = count * UPRIGHT_PITCH * zoom / 2.0;
            let patch = Rect::new(left, y - half, left + LETTERS * zoom, y + half);
            return Some((band, name.clone(), patch));
        }
        // The name of a lane that begins above what is seen stays in sight as long as the lane does.
        let top = band.top.max(head).min(band.bottom - LANE_NAME);
        let middle = scene.camera.screen_from_sheet(Point::new(0.0, top + LANE_NAME / 2.0));
        let style = lane_style(zoom);
        let left = area.left() + 9.0 * zoom;
        let half = 0.6 * style.size;
        let text = cut(name, 0.6 * area.width(), self.text, style);
        let width = style.width(&text, self.text);
        let side = 3.0 * zoom;
        let patch = Rect::new(left - side, middle.y - half, left + width + side, middle.y + half);
        Some((band, text, beside_lines(scene, patch, area)))
    }

    /// The small map with a frame around what is shown, into a rectangle.
    pub fn draw_miniature(&self, framed: Rect, room: Rect, list: &mut DisplayList) -> Rect {
        let geometry = SheetGeometry::of(self.scenario);
        let contents = geometry.contents();
        let figures = (!self.look.hides_bottleneck).then_some(self.figures);
        let camera = Camera::fit_up_to(1.0, contents, room, 0.0);
        let place = camera.rect_on_screen(contents);
        // At the right end of its room.
        let camera = camera.panned(Point::new(room.right() - place.right(), 0.0));
        let place = camera.rect_on_screen(contents);
        list.clip_to(place.grown(4.0));
        list.pen(Layer::Headers, Subject::Wall(5), 0);
        let quads = miniature(self.scenario, &geometry, figures, &Look::default());
        list.quads(quads.into_iter().map(|(rect, ink)| {
            let tells = self.look.hides_bottleneck && matches!(ink, Ink::Bad | Ink::Warn);
            (camera.rect_on_screen(rect), if tells { Ink::NoRole } else { ink })
        }));
        list.rect(place, 0.0, None, Some(Stroke::solid(1.0, Ink::Hairline)));
        let frame = camera.rect_on_screen(framed.grown(14.0)).intersection(place);
        let width = (room.height() / 24.0).max(1.5);
        list.rect(frame, width, None, Some(Stroke::solid(width, Ink::Accent)));
        place
    }
}

/// Where a name covers no line that runs down through it: in its corner, else right of what is in the way there. Where
/// lines stand too densely it stays in its corner.
fn beside_lines(scene: &Scene, corner: Rect, area: Rect) -> Rect {
    let keeps = 4.0 * scene.camera.zoom();
    let pieces = scene.routes.all().iter().flat_map(Route::pieces);
    let pieces = pieces.map(|piece| scene.camera.rect_on_screen(piece));
    let is_crossing = |piece: &Rect| {
        piece.width() < 1.0 && piece.top() < corner.bottom() && piece.bottom() > corner.top()
    };
    let mut lines: Vec<f32> = pieces.filter(is_crossing).map(Rect::left).collect();
    lines.sort_by(f32::total_cmp);
    let mut left = corner.left();
    for line in lines {
        if line > left - keeps && line < left + corner.width() + keeps {
            left = line + keeps;
        }
    }
    let place = Rect::new(left, corner.top(), left + corner.width(), corner.bottom());
    if place.right() < area.left() + 0.6 * area.width() { place } else { corner }
}

fn lane_style(zoom: f32) -> Style {
    Style::of(LETTERS * zoom, Weight::Semibold, Ink::Muted, Anchor::Left)
}

fn write_lane_name(list: &mut DisplayList, scene: &Scene, band: &Band, name: &str, patch: Rect) {
    let zoom = scene.camera.zoom();
    if let Some(lane) = band.lane {
        list.pen(Layer::Labels, Subject::Lane(lane), 10);
    }
    list.rect(patch, 0.0, Some(Ink::Zone(band.zone)), None);
    if patch.height() > patch.width() && name.chars().count() > 1 {
        let style = Style { anchor: Anchor::Centre, ..lane_style(zoom) };
        for (at, letter) in name.chars().enumerate() {
            let y = patch.top() + (at as f32 + 0.5) * UPRIGHT_PITCH * zoom;
            write(list, Point::new(patch.centre().x, y), letter.encode_utf8(&mut [0; 4]), style);
        }
        return;
    }
    write(list, Point::new(patch.left() + 3.0 * zoom, patch.centre().y), name, lane_style(zoom));
}

/// The grounds of the lanes, and a hairline where two of one zone meet.
fn bands(list: &mut DisplayList, scene: &Scene, area: Rect) {
    let mut above: Option<Zone> = None;
    for band in scene.geometry.bands() {
        let [top, bottom] =
            [band.top, band.bottom].map(|y| scene.camera.screen_from_sheet(Point::new(0.0, y)).y);
        if let Some(lane) = band.lane {
            list.pen(Layer::Sheet, Subject::Lane(lane), 0);
        }
        let rect = Rect::new(area.left(), top, area.right(), bottom.min(area.bottom()));
        list.rect(rect, 0.0, Some(Ink::Zone(band.zone)), None);
        let meets = above.is_some_and(|above| above == band.zone || above.line_below().is_none());
        if meets {
            let ends = [Point::new(area.left(), top), Point::new(area.right(), top)];
            list.path(ends, Stroke::solid(1.5, Ink::Sheer(Hue::Faint, 55)));
        }
        above = Some(band.zone);
    }
}

/// The lines that lie between the bands that are shown, each with its height on the sheet.
fn lines_between(bands: &[Band]) -> Vec<(Line, f32)> {
    let all = [Line::Interaction, Line::Visibility, Line::InternalInteraction];
    let mut found = Vec::new();
    for pair in bands.windows(2) {
        let [above, below] = pair else { continue };
        for line in all {
            if above.zone <= line.zone_above() && line.zone_below() <= below.zone {
                found.push((line, below.top));
            }
        }
    }
    found
}

fn draw_lines(list: &mut DisplayList, scene: &Scene, lines: &[(Line, f32)], area: Rect) {
    let zoom = scene.camera.zoom();
    for (line, y) in lines {
        let y = scene.camera.screen_from_sheet(Point::new(0.0, *y)).y;
        list.pen(Layer::Lines, Subject::Line(*line), 0);
        let stroke = match line {
            Line::Visibility => Stroke::dashed(1.7 * zoom, Ink::Text, 6.0 * zoom, 3.0 * zoom),
            _ => Stroke::dashed(zoom, Ink::Faint, 4.5 * zoom, 3.0 * zoom),
        };
        list.path([Point::new(area.left(), y), Point::new(area.right(), y)], stroke);
    }
}

/// The names of the lines at the right end, left of what stands there already.
fn line_pills(
    list: &mut DisplayList,
    scene: &Scene,
    lines: &[(Line, f32)],
    area: Rect,
    kept: &[Rect],
) -> Vec<Rect> {
    let zoom = scene.camera.zoom();
    let mut places: Vec<Rect> = Vec::new();
    for (line, y) in lines {
        let y = scene.camera.screen_from_sheet(Point::new(0.0, *y)).y;
        let heavy = *line == Line::Visibility;
        let (ink, edge) = if heavy { (Ink::Text, Ink::Text) } else { (Ink::Muted, Ink::Faint) };
        let weight = if heavy { Weight::Semibold } else { Weight::Medium };
        let style = Style::of(LETTERS * zoom, weight, ink, Anchor::Centre);
        let half = 0.66 * style.size;
        let side = 6.0 * zoom;
        let name = scene.labels.line(*line);
        let width = style.width(&name, scene.text) + 20.0 * zoom;
        let of = |right: f32| Rect::new(right - width, y - half, right, y + half);
        // From the right, or left of what is in the way there.
        let mut place = of(area.right() - side);
        while let Some(other) = kept.iter().chain(&places).find(|other| other.overlaps(place)) {
            place = of(other.left() - side);
        }
        if place.left() < area.left() + side {
            continue;
        }
        list.pen(Layer::Labels, Subject::Line(*line), 0);
        list.rect(place, half, Some(Ink::Panel), Some(Stroke::solid(zoom * 0.8, edge)));
        write(list, place.centre(), &name, style);
        places.push(place);
    }
    places
}

/// The names of the phases above their columns; answers where they stand.
fn phases(list: &mut DisplayList, scene: &Scene, head: f32, area: Rect) -> Vec<Rect> {
    let zoom = scene.camera.zoom();
    let bottom = scene.camera.screen_from_sheet(Point::new(0.0, head)).y;
    let row = Rect::new(area.left(), area.top(), area.right(), bottom);
    list.pen(Layer::Labels, Subject::Sheet, 500);
    list.rect(row, 0.0, Some(Ink::Background), None);
    let style = Style::of(LETTERS * zoom, Weight::Medium, Ink::Muted, Anchor::Centre);
    for column in scene.geometry.columns() {
        let Some(phase) = scene.scenario.phases().get(&column.phase) else { continue };
        let [left, right] = [column.left, column.right]
            .map(|x| scene.camera.screen_from_sheet(Point::new(x, 0.0)).x.min(area.right()));
        let said = lines(&phase.name, right - left - 8.0 * zoom, 2, scene.text, style);
        list.pen(Layer::Labels, Subject::Phase(column.phase), 0);
        let up = (said.len().max(1) - 1) as f32 * PITCH * style.size / 2.0;
        let middle = Point::new(f32::midpoint(left, right), row.centre().y - up);
        write_lines(list, middle, &said, style);
    }
    vec![row]
}

/// The labels and shares of links, each where it lies on no card and on no other word.
fn words(list: &mut DisplayList, scene: &Scene, taken: &mut Vec<Rect>) {
    let zoom = scene.camera.zoom();
    let size = LETTERS * zoom;
    for route in scene.routes.all() {
        let Some(link) = scene.scenario.links().get(&route.link) else { continue };
        let said = super::super::link_words::link_words(scene.scenario, scene.labels, link);
        let Some(said) = said else { continue };
        let (laid, width) = said.laid_out(scene.text, size, false);
        let size_of = Size::new(width, 1.15 * size);
        let points: Vec<Point> =
            route.points.iter().map(|point| scene.camera.screen_from_sheet(*point)).collect();
        let mut spots =
            route.label.iter().map(|at| scene.camera.screen_from_sheet(*at)).collect::<Vec<_>>();
        for piece in points.windows(2) {
            let [from, to] = piece else { continue };
            spots.extend([0.5, 0.35, 0.65, 0.2, 0.8].map(|share| from.towards(*to, share)));
        }
        let free = |rect: &Rect| {
            scene.viewport.encloses(*rect) && !taken.iter().any(|other| other.overlaps(*rect))
        };
        let around = |at: &Point| Rect::centred(*at, size_of);
        let Some(rect) = spots.iter().map(around).find(free) else { continue };
        taken.push(rect);
        list.pen(Layer::Labels, Subject::Link(route.link), 10);
        let y = scene.camera.sheet_from_screen(rect.centre()).y;
        let ground = scene.geometry.band_at(y).map_or(Ink::Background, |band| Ink::Zone(band.zone));
        list.rect(rect, 0.2 * size, Some(ground), None);
        for (left, word, ink) in laid {
            let style = Style::of(size, Weight::Medium, ink, Anchor::Left);
            write(list, Point::new(rect.left() + left, rect.centre().y), word, style);
        }
    }
}

/// Says in the place of a picture why there is none.
pub fn say(text: &str, area: Rect, u: f32, measure: &dyn MeasureText, list: &mut DisplayList) {
    list.clip_to(area);
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    list.rect(area, 0.0, Some(Ink::Background), None);
    let style = Style::of(1.3 * u, Weight::Medium, Ink::Muted, Anchor::Centre);
    let said = lines(text, area.width() - 4.0 * u, 4, measure, style);
    write_lines(list, Point::new(area.centre().x, area.top() + 0.4 * area.height()), &said, style);
}
