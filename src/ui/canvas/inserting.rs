//! Steps put where the flow is: into a link, or beside a card and connected to it.

use egui::Pos2;

use crate::blueprint::{
    LinkEnd, LinkId, LinkKind, LinkPull, Place, Room, Scenario, SheetPoint, StepId,
};
use crate::drawing::{
    self, Band, CARD_GAP, CardForm, Falling, Point, Pull, SheetGeometry, fall, fall_below,
    fall_in_row, is_free, link_near, opening, whole_units,
};
use crate::editor::Edit;
use crate::ui::towards::Towards;
use crate::ui::view_context::ViewContext;

use super::placing::{EDGE_MARGIN, usual_step};
use super::{Canvas, paint};

/// How near a card must be dragged to a link to go into it, in screen points.
const INSERT_REACH: f32 = 10.0;

/// An edit in the room that it needs.
pub(super) fn in_room(
    room: impl IntoIterator<Item = Room, IntoIter: DoubleEndedIterator>,
    edit: Edit,
) -> Edit {
    edit.in_rooms(room)
}

/// Where a card lies whose centre is put at a point, once room is made; right of the sheet it
/// belongs to the last phase, which grows.
fn place_in_room(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    room: Option<Room>,
    centre: Point,
) -> Option<Place> {
    let Some(room) = room else {
        return geometry.place_at(scenario, centre).or_else(|| {
            let last = geometry.columns().last().filter(|column| centre.x > column.right)?;
            let near = geometry.place_at(scenario, Point::new(last.right - 1.0, centre.y))?;
            let at = SheetPoint::new(whole_units(centre.x - last.left), near.at.y);
            Some(Place { at, ..near })
        });
    };
    let mut roomy = scenario.clone();
    roomy.make_room(room).ok()?;
    place_in_room(&SheetGeometry::of(&roomy), &roomy, None, centre)
}

/// The height at which a card of a form lies wholly in a band, as near to a wanted one as can be.
pub(super) fn height_in(band: &Band, form: CardForm, wanted: f32) -> f32 {
    let half = form.size().height / 2.0 + EDGE_MARGIN;
    let (top, bottom) = (band.top + half, band.bottom - half);
    if top <= bottom { wanted.clamp(top, bottom) } else { f32::midpoint(band.top, band.bottom) }
}

/// The room and the place for a card that is dropped over a link; `moved` is the card itself where
/// it is on the sheet already.
pub(super) fn place_in_link(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    link: LinkId,
    pointer: Point,
    form: CardForm,
    moved: Option<StepId>,
) -> Option<(Option<Room>, Place)> {
    let link = scenario.links().get(&link)?;
    let band = geometry.band_at(pointer.y)?;
    band.lane?;
    let ends = [Some(link.from), link.to.step()].into_iter().flatten();
    let centre_of = |end| geometry.card(end).map(|card| card.rect.centre().y);
    let in_lane = |y: &f32| (band.top..band.bottom).contains(y);
    let wanted = height_in(band, form, pointer.y);
    let others = geometry.cards().iter().filter(|card| Some(card.step) != moved);
    let others = others.map(|card| card.rect.centre().y).filter(in_lane);
    // In the row of an end of the link, else in that of another card of the lane: beside them it
    // finds room, half above them it would only stand askew.
    let nearest = others
        .filter(|y| (y - wanted).abs() < form.size().height)
        .min_by(|a, b| (a - wanted).abs().total_cmp(&(b - wanted).abs()));
    let row = ends.filter_map(centre_of).filter(in_lane);
    let row = row.into_iter().find(|y| (y - wanted).abs() < form.size().height).or(nearest);
    let y = row.map_or(wanted, |row| height_in(band, form, row));
    let edge = geometry.columns().first().map_or(0.0, |column| column.left);
    let x = pointer.x.max(edge + form.size().width / 2.0 + EDGE_MARGIN);
    let besides = |card: &crate::drawing::Card| Some(card.step) != moved;
    let found = opening(geometry, Point::new(x, y), form.size(), besides);
    let place = place_in_room(geometry, scenario, found.room, found.centre)?;
    Some((found.room, place))
}

impl Canvas {
    /// The link into which a card would go that is dropped at a point of the sheet.
    pub(super) fn link_to_split(
        &self,
        scenario: &Scenario,
        routes: &crate::drawing::Routes,
        pointer: Point,
    ) -> Option<LinkId> {
        link_near(routes, pointer, INSERT_REACH / self.sight.zoom()).filter(|link| {
            scenario.links().get(link).is_some_and(|link| !scenario.is_association(link))
        })
    }

    /// A double click on a link puts the card into it that is usual where it runs.
    pub(super) fn insert_where_clicked(&self, view: &mut ViewContext<'_>, link: LinkId, at: Pos2) {
        self.insert_at(view, link, self.sight.sheet_from_screen(paint::point(at)));
    }

    /// Puts the card into a link, near a point of the sheet, that is usual where it runs.
    pub(super) fn insert_at(&self, view: &mut ViewContext<'_>, link: LinkId, pointer: Point) {
        let Some(place) = self.geometry.place_at(view.scenario, pointer) else { return };
        let mut step = usual_step(view, place);
        if !step.kind.flows() {
            return;
        }
        let zone = view.scenario.zone_of(&step);
        let form = CardForm::of(&step, zone);
        let found = place_in_link(&self.geometry, view.scenario, link, pointer, form, None);
        if let Some((room, place)) = found {
            (step.lane, step.phase, step.at) = (place.lane, place.phase, place.at);
            view.edit(in_room(room, Edit::InsertStep(link, Box::new(step))));
        }
    }

    /// The edit that adds a step beside another and connects the two; `None` where there is no
    /// lane in that direction or the step takes no part in the flow.
    pub(in crate::ui) fn append_edit(
        &self,
        view: &ViewContext<'_>,
        id: StepId,
        towards: Towards,
    ) -> Option<Edit> {
        let scenario = view.scenario;
        let step = scenario.steps().get(&id).filter(|step| step.kind.flows())?;
        let card = self.geometry.card(id)?;
        let band = match towards {
            Towards::Left | Towards::Right => self.geometry.band_of(step.lane),
            Towards::Up => self.next_lane(step.lane, true),
            Towards::Down => self.next_lane(step.lane, false),
        }?;
        let own = Place { lane: band.lane?, ..step.place() };
        let mut new = usual_step(view, own);
        let form = CardForm::of(&new, band.zone);
        let (half, size) = (form.size().width / 2.0, form.size());
        let rect = card.rect;
        let beside = |x: f32| Point::new(x, height_in(band, form, rect.centre().y));
        let (room, place) = match towards {
            Towards::Right => {
                let centre = beside(drawing::beside(&self.geometry, card, form, true));
                let falling = Falling { centre, form };
                let leads_on = scenario
                    .links_at(id)
                    .any(|(_, link)| link.from == id && link.kind == LinkKind::Flow);
                // The first way on goes straight; one more comes below it.
                let found = if leads_on {
                    fall_below(&self.geometry, scenario, falling, |_| true)?
                } else {
                    fall_in_row(&self.geometry, scenario, falling, |_| true)?
                };
                (found.rooms, found.place)
            }
            Towards::Up | Towards::Down => {
                let middle = f32::midpoint(band.top, band.bottom);
                let centre = Point::new(rect.centre().x, middle);
                let falling = Falling { centre, form };
                let found = fall(&self.geometry, scenario, falling, Pull::Strong, |_| true)?;
                (found.rooms, found.place)
            }
            Towards::Left => {
                let first = beside(drawing::beside(&self.geometry, card, form, false));
                let close = beside(rect.left() - CARD_GAP - half);
                let edge = self.geometry.columns().first().map_or(0.0, |column| column.left);
                let free = |centre: &Point| {
                    centre.x - half >= edge + EDGE_MARGIN
                        && is_free(&self.geometry, *centre, size, CARD_GAP / 2.0)
                };
                let (room, centre) = if let Some(first) = [first, close].into_iter().find(free) {
                    (None, first)
                } else {
                    let wanted = (rect.left() - CARD_GAP / 2.0).max(edge + half + EDGE_MARGIN);
                    let wanted = wanted.min(rect.centre().x);
                    let found = opening(&self.geometry, beside(wanted), size, |_| true);
                    (found.room, found.centre)
                };
                let place = place_in_room(&self.geometry, scenario, room, centre)?;
                (room.into_iter().collect(), place)
            }
        };
        (new.lane, new.phase, new.at) = (place.lane, place.phase, place.at);
        let new = Box::new(new);
        Some(match (towards, only_way_in(scenario, id)) {
            (Towards::Left, Some(link)) => in_room(room, Edit::InsertStep(link, new)),
            (Towards::Left, None) => in_room(room, Edit::PrependStep(id, new)),
            _ => {
                let across = matches!(towards, Towards::Up | Towards::Down);
                let pull = if across { LinkPull::Across } else { LinkPull::Along };
                let kind = scenario.usual_link_kind_to(id, new.kind, place, pull);
                in_room(room, Edit::AppendStep(id, new, kind))
            }
        })
    }

    /// The nearest lane above or below another.
    fn next_lane(&self, lane: crate::blueprint::LaneId, above: bool) -> Option<&Band> {
        let bands = self.geometry.bands();
        let at = bands.iter().position(|band| band.lane == Some(lane))?;
        let open = |band: &&Band| band.lane.is_some();
        if above {
            bands.iter().take(at).rev().find(open)
        } else {
            bands.iter().skip(at + 1).find(open)
        }
    }
}

/// The Flow that leads to a step, if only one does.
fn only_way_in(scenario: &Scenario, id: StepId) -> Option<LinkId> {
    let mut ways = scenario
        .links_at(id)
        .filter(|(_, link)| link.kind == LinkKind::Flow && link.to == LinkEnd::Step(id))
        .filter(|(_, link)| !scenario.is_association(link));
    let (only, _) = ways.next()?;
    ways.next().is_none().then_some(only)
}

/// Whether a step is linked to nothing, so that it can be put into a link.
pub(super) fn is_loose(scenario: &Scenario, id: StepId) -> bool {
    scenario.steps().get(&id).is_some_and(|step| step.kind.flows())
        && scenario.links_at(id).next().is_none()
}
