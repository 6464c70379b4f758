//! Ghosts of cards where they were in the other scenario, or are no more, with their names.

use super::card::CardForm;
use super::detail::letters;
use super::difference_places::Places;
use super::differences::OldCard;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::line_names::names_of_lines;
use super::outline::diamond;
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::text::{Letters, Weight, lines_of, write_elided};

/// Corner of a card at 100 %.
pub(super) const CORNER: f32 = 8.0;
/// Letters of a ghost's name at 100 %.
const NAME: f32 = 12.0;
/// What a name keeps from the edges of its ghost and of what lies on it, on the screen.
const INSET: f32 = 4.0;
/// From one line of a name to the next, in its letters.
const LINE: f32 = 1.25;
/// How many lines a name may take.
const MOST_LINES: usize = 2;
/// A name is cut where at least so many letters' room is left of it.
const LEAST_LETTERS: f32 = 5.0;

/// Ghosts of cards where they were, and lines from there to where they are: below the cards.
pub(super) fn ghosts(list: &mut DisplayList, scene: &Scene) {
    let Some(differences) = &scene.look.differences else { return };
    let area = sheet_area(scene.viewport);
    let zoom = scene.camera.zoom();
    let mut places = Places::of(scene);
    for name in names_of_lines(scene) {
        places.take(name.grip());
    }
    let all: Vec<Rect> = differences.old.iter().map(|old| old_rect(scene, old)).collect();
    for (at, (old, rect)) in differences.old.iter().zip(&all).enumerate() {
        let rect = *rect;
        let now = old.stays.then(|| scene.geometry.card(old.step)).flatten();
        let now = now.map(|card| scene.camera.rect_on_screen(card.rect));
        if !now.map_or(rect, |now| rect.union(now)).touches(area) {
            continue;
        }
        list.pen(Layer::Links, Subject::Step(old.step), 100);
        let edge = if old.stays { Ink::Accent } else { Ink::Bad };
        if let Some(now) = now {
            let line = [rect.centre(), now.centre()];
            list.path(line, Stroke::dashed(1.25, Ink::Accent, 4.0, 4.0));
        }
        let stroke = Stroke::dashed(1.25, edge, 5.0, 4.0);
        if old.form == CardForm::Diamond {
            let [a, b, c, d] = diamond(rect);
            list.polygon([a, b, c, d], Some(Ink::Background), None);
            list.path([a, b, c, d, a], stroke);
        } else {
            list.rect(rect, CORNER * zoom, Some(Ink::Background), None);
            let (left, right, top, bottom) = (rect.left(), rect.right(), rect.top(), rect.bottom());
            let corners = [
                Point::new(left, top),
                Point::new(right, top),
                Point::new(right, bottom),
                Point::new(left, bottom),
                Point::new(left, top),
            ];
            list.path(corners, stroke);
        }
        let later = all.get(at + 1..).unwrap_or_default();
        if let Some(name) = name_of(scene, old, rect, later, &all, &places) {
            places.take(name.place);
            name.draw(list, scene);
        }
    }
}

/// The name of a ghost, and where it stands.
struct Name {
    place: Rect,
    lines: Vec<String>,
    size: f32,
    /// Beside its ghost, where it stands on the lane.
    beside: bool,
}

impl Name {
    fn draw(&self, list: &mut DisplayList, scene: &Scene) {
        let mut ink = Ink::Muted;
        if self.beside {
            let y = scene.camera.sheet_from_screen(self.place.centre()).y;
            let band = scene.geometry.band_at(y);
            let ground = band.map_or(Ink::Background, |band| Ink::Zone(band.zone));
            list.rect(self.place, 3.0, Some(ground), None);
            ink = Ink::BadText;
        }
        let look = TextLook {
            size: self.size,
            weight: Weight::Regular,
            ink,
            anchor: Anchor::Centre,
            upwards: false,
        };
        let line = self.size * LINE;
        let top = self.place.centre().y - line * (self.lines.len() as f32 - 1.0) / 2.0;
        for (at, text) in self.lines.iter().enumerate() {
            let centre = Point::new(self.place.centre().x, top + line * at as f32);
            list.text(centre, look, |out| out.push_str(text));
        }
    }
}

/// What a ghost is called, and where: in what is seen of it between the cards and the ghosts that lie
/// over it, else, where it is gone, below or above it. `None` where only scraps could be read.
fn name_of(
    scene: &Scene,
    old: &OldCard,
    rect: Rect,
    later: &[Rect],
    all: &[Rect],
    places: &Places,
) -> Option<Name> {
    let size = letters(NAME, scene.camera.zoom())?;
    let letters = Letters { size, weight: Weight::Regular };
    let line = size * LINE;
    let width = |text: &String| scene.text.width(text, size, Weight::Regular);
    let written = |area: Rect, anyhow: bool| {
        let room = area.width();
        let most = ((area.height() / line) as usize).min(MOST_LINES);
        if most == 0 || room < size * LEAST_LETTERS {
            return None;
        }
        let lines = lines_of(&old.name, room, most, scene.text, letters);
        let cut = lines.last().is_some_and(|last| last.ends_with('…')) && !old.name.ends_with('…');
        let widest = lines.iter().map(width).fold(0.0, f32::max);
        let extent = Size::new(widest.min(room), line * lines.len() as f32);
        let place = Rect::centred(area.centre(), extent);
        let fits = (anyhow || !cut) && !lines.is_empty() && places.is_clear(scene, place);
        fits.then_some(Name { place, lines, size, beside: false })
    };
    let inner = if old.form == CardForm::Diamond {
        Rect::centred(rect.centre(), Size::new(rect.width() * 0.6, rect.height() * 0.5))
    } else {
        rect.grown(-INSET)
    };
    let areas = free_areas(scene, rect, inner, later);
    let within = areas.iter().find_map(|area| written(*area, false));
    let within = within.or_else(|| areas.iter().find_map(|area| written(*area, true)));
    within.or_else(|| {
        // Beside a card only what is gone is named: to where another went, a line leads.
        let (far, name) = (size / 2.0 + 3.0, width(&old.name).min(rect.width()));
        let at =
            |y: f32| Rect::centred(Point::new(rect.centre().x, y), Size::new(name, size + 2.0));
        let free = |place: &Rect| {
            places.is_clear(scene, *place) && !all.iter().any(|ghost| ghost.overlaps(*place))
        };
        let beside = [rect.bottom() + far, rect.top() - far].map(at);
        let place = beside.into_iter().filter(|_| !old.stays).find(free)?;
        let mut text = String::new();
        let room = place.width() + 0.5;
        write_elided(&mut text, &old.name, room, scene.text, size, Weight::Regular);
        Some(Name { place, lines: vec![text], size, beside: true })
    })
}

/// What is seen of a ghost: `inner` where nothing lies over it, else what is left of it on each side,
/// the largest first.
fn free_areas(scene: &Scene, rect: Rect, inner: Rect, later: &[Rect]) -> Vec<Rect> {
    let sheet = scene.camera.rect_on_sheet(rect);
    let cards = scene.geometry.cards_in(sheet);
    let cards = cards.iter().filter(|step| !scene.look.hides(**step));
    let cards = cards.filter_map(|step| scene.geometry.card(*step));
    let over =
        cards.map(|card| scene.camera.rect_on_screen(card.rect)).chain(later.iter().copied());
    let over = over.filter(|other| other.overlaps(rect)).reduce(Rect::union);
    let Some(over) = over.map(|over| over.grown(INSET)) else { return vec![inner] };
    let (left, top, right, bottom) = (inner.left(), inner.top(), inner.right(), inner.bottom());
    let mut areas = vec![
        Rect::new(left, top, right.min(over.left()), bottom),
        Rect::new(left.max(over.right()), top, right, bottom),
        Rect::new(left, top, right, bottom.min(over.top())),
        Rect::new(left, top.max(over.bottom()), right, bottom),
    ];
    areas.retain(|area| area.width() > 0.0 && area.height() > 0.0);
    let extent = |area: &Rect| area.width() * area.height();
    areas.sort_by(|a, b| extent(b).total_cmp(&extent(a)));
    areas
}

pub(super) fn old_rect(scene: &Scene, old: &OldCard) -> Rect {
    scene.camera.rect_on_screen(Rect::centred(old.centre, old.form.size()))
}
