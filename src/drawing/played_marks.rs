//! A day that is played on the sheet: lines beside the cards, who works there, customers on their way.
//!
//! Numbers are exact; dots only picture them.

use super::card::Card;
use super::detail::{Detail, SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::{Hue, Ink};
use super::line_names::names_of_lines;
use super::played::{CrewPlayed, LinePlayed, Pip, Played, StepPlayed, Traveller, Way};
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::LinkId;

/// The least size of a number of customers on the screen, in points: read from five metres away on a wall.
const NUMBER: f32 = 18.0;
/// And at 100 %.
const NUMBER_AT_ZOOM: f32 = 19.0;
/// So many dots stand for a line at most.
const DOTS: u32 = 8;
/// From one dot to the next, and between them and the words, on the screen.
const DOT_PITCH: f32 = 9.0;
const DOTS_GAP: f32 = 4.0;
/// A longer line is too long.
const LONG: u32 = 5;
/// Radius of a server, in sheet units.
const PIP: f32 = 4.0;
/// From one server to the next.
pub(super) const PIP_PITCH: f32 = 12.5;
/// Radius of a customer on the way, on the screen.
const CUSTOMER: f32 = 5.5;
/// How far from a card a customer without a connector comes from or goes to, in sheet units.
const APPROACH: f32 = 26.0;
/// Room for the name of a line, on the screen.
const LINE_NAME: f32 = 12.0;
/// Height of the bar that pictures how long the line was before, on the screen.
const BAR: f32 = 11.0;

/// Draws the lines beside the cards, and whoever is on the way.
pub(super) fn played(list: &mut DisplayList, scene: &Scene, detail: Detail) {
    let Some(played) = &scene.look.played else { return };
    // The names of lines are to be read.
    let mut taken: Vec<Rect> = names_of_lines(scene).into_iter().map(|name| name.rect).collect();
    for (step, at) in &played.steps {
        let hidden = scene.look.pale.contains(step) || scene.look.hides(*step);
        if let (Some(line), Some(card)) = (&at.line, scene.geometry.card(*step))
            && !hidden
        {
            let ink = at.crews.first().map_or(Hue::Accent, |crew| Hue::Role(crew.colour));
            taken.extend(line_beside(list, scene, card, line, ink, detail, &taken));
        }
    }
    on_the_way(list, scene, played, 1.0);
}

/// Draws whoever is on the way, so many times as large as on the screen of one person.
pub(super) fn on_the_way(list: &mut DisplayList, scene: &Scene, played: &Played, larger: f32) {
    for (link, strength) in &played.pulses {
        pulse(list, scene, *link, (*strength, larger));
    }
    list.pen(Layer::Marks, Subject::Sheet, 300);
    for traveller in &played.travellers {
        if let Some(point) = place_of(scene, traveller) {
            let at = scene.camera.screen_from_sheet(point);
            let edge = Stroke::solid(1.5 * larger, Ink::Panel);
            let (radius, ink) = if traveller.background {
                (CUSTOMER - 2.0, Ink::Muted)
            } else {
                (CUSTOMER, Ink::Accent)
            };
            list.circle(at, radius * larger, Some(ink), Some(edge));
        }
    }
}

/// Where a customer is on the sheet.
fn place_of(scene: &Scene, traveller: &Traveller) -> Option<Point> {
    match traveller.way {
        Way::Link(link) => {
            if scene.fades(link).1 {
                return None;
            }
            along(&scene.routes.route(link)?.points, traveller.part)
        }
        Way::Into(step) => {
            let card = scene.geometry.card(step)?;
            let door = Point::new(card.rect.left(), card.rect.centre().y);
            Some(door - Point::new(APPROACH * (1.0 - traveller.part), 0.0))
        }
    }
}

/// The point that lies a part of the way along a line.
fn along(points: &[Point], part: f32) -> Option<Point> {
    let length = |pair: &[Point]| match pair {
        [from, to] => from.distance(*to),
        _ => 0.0,
    };
    let mut left = part.clamp(0.0, 1.0) * points.windows(2).map(length).sum::<f32>();
    for pair in points.windows(2) {
        let piece = length(pair);
        if let [from, to] = pair
            && left <= piece
        {
            return Some(from.towards(*to, if piece > 0.0 { left / piece } else { 0.0 }));
        }
        left -= piece;
    }
    points.last().copied()
}

fn pulse(list: &mut DisplayList, scene: &Scene, link: LinkId, (strength, larger): (f32, f32)) {
    let Some(route) = scene.routes.route(link).filter(|_| !scene.fades(link).1) else { return };
    list.pen(Layer::Marks, Subject::Link(link), 300);
    // From 0 to 100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let opacity = (15.0 + 45.0 * strength.clamp(0.0, 1.0)).round() as u8;
    let points = route.points.iter().map(|point| scene.camera.screen_from_sheet(*point));
    list.path(points, Stroke::solid(8.0 * larger, Ink::Sheer(Hue::Accent, opacity)));
}

/// How a line looks on the screen.
struct Sizes {
    number: f32,
    word: Option<f32>,
    size: Size,
    /// How wide it is as wide as its card, and how narrow it may be.
    of_card: f32,
    least: f32,
    has_bar: bool,
}

impl Sizes {
    /// As many dots as there is room for beside number and word.
    fn dots_within(&self, width: f32) -> u32 {
        // A few.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let room = ((width - self.least - DOTS_GAP + 0.01) / DOT_PITCH).max(0.0) as u32;
        room.min(DOTS)
    }
}

/// Draws a line beside its card where it hides no other one; answers where.
fn line_beside(
    list: &mut DisplayList,
    scene: &Scene,
    card: &Card,
    line: &LinePlayed,
    hue: Hue,
    detail: Detail,
    taken: &[Rect],
) -> Option<Rect> {
    let rect = scene.camera.rect_on_screen(card.rect);
    let says_more = detail == Detail::Full;
    // From far away an empty line is none.
    if !says_more && line.waiting == 0 && line.before.is_none() {
        return None;
    }
    let sizes = sizes(scene, line, rect.width(), says_more);
    let chip = place(scene, card, rect, &sizes, taken);
    let dots = if says_more { sizes.dots_within(chip.width()) } else { 0 };
    list.pen(Layer::Marks, Subject::Step(card.step), 300);
    let long = line.waiting > LONG;
    let edge = match line.waiting {
        0 => Stroke::solid(1.0, Ink::Hairline),
        _ if long => Stroke::solid(1.75, Ink::Bad),
        _ => Stroke::solid(1.0, Ink::Faint),
    };
    list.rect(chip, 5.0, Some(Ink::Panel), Some(edge));
    let bar = if sizes.has_bar { BAR + 4.0 } else { 0.0 };
    let y = chip.top() + (chip.height() - bar) / 2.0;
    let ink = match line.waiting {
        0 => Ink::Muted,
        _ if long => Ink::Bad,
        _ => Ink::Text,
    };
    let text = |size, weight, ink, anchor| TextLook { size, weight, ink, anchor, upwards: false };
    let number = line.waiting.to_string();
    let pad = 8.0;
    let left = chip.left() + pad;
    let only = !says_more && sizes.word.is_none();
    let (at, anchor) = if only {
        (Point::new(chip.centre().x, y), Anchor::Centre)
    } else {
        (Point::new(left, y), Anchor::Left)
    };
    let width = scene.text.width(&number, sizes.number, Weight::Semibold);
    list.text(at, text(sizes.number, Weight::Semibold, ink, anchor), |out| out.push_str(&number));
    if let Some(word) = sizes.word {
        let at = Point::new(left + width + 4.0, y + sizes.number * 0.1);
        let look = text(word, Weight::Regular, Ink::Muted, Anchor::Left);
        list.text(at, look, |out| out.push_str(&line.word));
    }
    for dot in 0..dots.min(line.waiting) {
        let radius = (DOT_PITCH - 1.8) / 2.0;
        let x = chip.right() - pad - radius - dot as f32 * DOT_PITCH;
        list.circle(Point::new(x, y), radius, Some(hue.into()), None);
    }
    if let Some((before, said)) = line.before.as_ref().filter(|_| sizes.has_bar) {
        let bottom = chip.bottom() - 5.0;
        let track = Rect::new(left, bottom - BAR, chip.right() - pad, bottom);
        // A line of one beside none is no long line.
        let most = (*before).max(line.waiting).max(LONG) as f32;
        let part = |count: u32| track.width() * count as f32 / most;
        let hollow =
            Rect { max: Point::new(track.left() + part(*before).max(BAR), bottom), ..track };
        list.rect(hollow, BAR / 2.0, None, Some(Stroke::solid(1.25, Ink::Muted)));
        if line.waiting > 0 {
            let end = track.left() + part(line.waiting).max(BAR);
            let full = Rect { max: Point::new(end, bottom), ..track };
            list.rect(full, BAR / 2.0, Some(hue.into()), None);
        }
        let at = Point::new(track.right() - 5.0, track.centre().y);
        let room = track.width() - part(line.waiting) - 10.0;
        if scene.text.width(said, 9.0, Weight::Medium) <= room {
            let look = text(9.0, Weight::Medium, Ink::Text, Anchor::Right);
            list.text(at, look, |out| out.push_str(said));
        }
    }
    Some(chip)
}

fn sizes(scene: &Scene, line: &LinePlayed, card: f32, says_more: bool) -> Sizes {
    let zoom = scene.camera.zoom();
    let number = (NUMBER_AT_ZOOM * zoom).round().max(NUMBER);
    let width = scene.text.width(&line.waiting.to_string(), number, Weight::Semibold);
    let has_bar = says_more && line.before.is_some();
    let mut needed = width + 16.0;
    let word = says_more.then(|| (SMALL * zoom).round().max(10.0));
    if let Some(word) = word {
        needed += scene.text.width(&line.word, word, Weight::Regular) + 4.0;
    }
    let of_card = if says_more { needed.max(card) } else { needed };
    // Each who waits is to have a dot, up to a few.
    let dots = line.waiting.min(DOTS) as f32;
    let with_dots = if says_more && dots > 0.0 { DOTS_GAP + dots * DOT_PITCH } else { 0.0 };
    let wide = of_card.max(needed + with_dots);
    let height = number * 1.3 + if has_bar { BAR + 5.0 } else { 0.0 };
    Sizes { number, word, size: Size::new(wide, height), of_card, least: needed, has_bar }
}

/// Where a line lies: below its card, or at another of its sides where that is seen and hides no other card, no
/// other line and no name.
fn place(scene: &Scene, card: &Card, rect: Rect, sizes: &Sizes, taken: &[Rect]) -> Rect {
    let (size, least) = (sizes.size, sizes.least);
    let gap = 4.0;
    let (middle, across) = (rect.centre().x, rect.centre().y);
    let at = |x: f32, y: f32| Rect::centred(Point::new(x, y), size);
    let below = at(middle, rect.bottom() + gap + size.height / 2.0);
    let as_card = Rect::centred(below.centre(), Size::new(sizes.of_card, size.height));
    let narrow = Rect { max: Point::new(as_card.left() + least, as_card.bottom()), ..as_card };
    let places = [
        below,
        // A wider one may have room to one side of it alone.
        at(rect.left() + size.width / 2.0, below.centre().y),
        at(rect.right() - size.width / 2.0, below.centre().y),
        as_card,
        narrow,
        at(rect.left() - 2.0 * gap - size.width / 2.0, across),
        at(rect.right() + 2.0 * gap + size.width / 2.0, across),
        at(middle, rect.top() - gap - size.height / 2.0),
        // Below the name of a line that lies below the card.
        at(middle, below.centre().y + size.height + LINE_NAME),
    ];
    let is_free = |place: &&Rect| {
        let on_sheet = scene.camera.rect_on_sheet(place.grown(1.0));
        let other = scene.geometry.first_near(on_sheet, |_, other: &Card| {
            other.step != card.step && !scene.look.hides(other.step) && other.rect.touches(on_sheet)
        });
        let is_seen = sheet_area(scene.viewport).encloses(**place);
        is_seen && other.is_none() && !taken.iter().any(|other| other.touches(**place))
    };
    places.iter().find(is_free).copied().unwrap_or(as_card)
}

/// Whether a card shows who works there.
pub(super) fn shows_crew(scene: &Scene, card: &Card) -> bool {
    crew(scene, card).is_some()
}

fn crew<'a>(scene: &'a Scene, card: &Card) -> Option<&'a StepPlayed> {
    let played = scene.look.played.as_ref()?;
    played.steps.get(&card.step).filter(|step| !step.crews.is_empty())
}

/// Who works at a card, in the row at its foot between `left` and `right`.
pub(super) fn crew_row(list: &mut DisplayList, scene: &Scene, card: &Card, foot: Rect) {
    let Some(step) = crew(scene, card) else { return };
    let zoom = scene.camera.zoom();
    let y = foot.centre().y;
    let room = |crew: &CrewPlayed| crew.people.len() as f32 * PIP_PITCH * zoom;
    let total: f32 =
        step.crews.iter().map(room).sum::<f32>() + 4.0 * zoom * step.crews.len() as f32;
    if total > foot.width() {
        // Too many to be told apart: the words alone say it.
        says(list, scene, &step.says, foot.left(), foot);
        return;
    }
    let mut left = foot.left() + PIP * zoom;
    for (number, crew) in step.crews.iter().enumerate() {
        for pip in &crew.people {
            draw_pip(list, Point::new(left, y), PIP * zoom, *pip, crew.colour);
            left += PIP_PITCH * zoom;
        }
        left += 4.0 * zoom;
        if number == 0 && step.crews.len() == 1 {
            says(list, scene, &step.says, left - PIP * zoom, foot);
        }
    }
}

/// The words behind the servers, where there is room for them.
fn says(list: &mut DisplayList, scene: &Scene, text: &str, left: f32, foot: Rect) {
    let Some(size) = letters(SMALL - 0.5, scene.camera.zoom()) else { return };
    if scene.text.width(text, size, Weight::Regular) > foot.right() - left + 1.0 {
        return;
    }
    let look = TextLook {
        size,
        weight: Weight::Regular,
        ink: Ink::Muted,
        anchor: Anchor::Left,
        upwards: false,
    };
    list.text(Point::new(left, foot.centre().y), look, |out| out.push_str(text));
}

pub(super) fn draw_pip(list: &mut DisplayList, at: Point, radius: f32, pip: Pip, colour: u8) {
    let ink = Ink::Role(colour);
    let edge = Stroke::solid((radius * 0.4).max(1.25), ink);
    match pip {
        Pip::Here => list.circle(at, radius, Some(ink), Some(edge)),
        Pip::Elsewhere => {
            list.circle(at, radius, Some(Ink::Thin(Hue::Role(colour), 45)), Some(edge));
        }
        Pip::Free => list.circle(at, radius, Some(Ink::Panel), Some(edge)),
        Pip::Away => {
            list.circle(at, radius, Some(Ink::Panel), Some(edge));
            list.line([at - Point::new(radius, 0.0), at + Point::new(radius, 0.0)], edge);
        }
        Pip::OffDuty => {
            // Two dashes a quarter: a ring of points, known from a hollow one in any colour.
            let edge = Stroke::solid((radius * 0.3).max(1.0), Ink::Faint);
            for eighth in (0..8_u8).step_by(2) {
                let angle = |part: u8| f32::from(part) * std::f32::consts::FRAC_PI_4;
                let on_ring = |angle: f32| at + Point::new(angle.cos(), angle.sin()) * radius;
                list.path([on_ring(angle(eighth)), on_ring(angle(eighth + 1))], edge);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_way_is_measured_along_its_pieces() {
        let way = [Point::new(0.0, 0.0), Point::new(30.0, 0.0), Point::new(30.0, 10.0)];
        assert_eq!(along(&way, 0.0), Some(way[0]));
        assert_eq!(along(&way, 0.5), Some(Point::new(20.0, 0.0)));
        assert_eq!(along(&way, 0.875), Some(Point::new(30.0, 5.0)));
        assert_eq!(along(&way, 1.0), Some(way[2]));
        assert_eq!(along(&way[..1], 0.3), Some(way[0]));
        assert_eq!(along(&[], 0.3), None);
    }
}
