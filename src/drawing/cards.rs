//! Cards: bodies, texts, bars, badges.

use super::badges::{Badge, bottleneck_ink, is_bottleneck};
use super::card::{Card, CardForm};
use super::card_lens as lens;
use super::card_names as names;
use super::card_rows::{AT_SIDES, NAME, NAME_PITCH, Rows, has_figures, load, outdated};
use super::card_texts::{LastRow, TIME_WEIGHT, figure_weight, needs_that_fit, time_of_decision};
use super::detail::{Detail, SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::feeling_curve;
use super::figures::SheetFigures;
use super::ink::{Hue, Ink};
use super::marks;
use super::outline::{CORNER, cut_corner, diamond, rounded_left};
use super::played_marks;
use super::scene::{Ghost, Scene};
use super::space::{Point, Rect, Size};
use super::text::{Weight, wrapped};
use super::writer::Writer;
use crate::blueprint::{Scenario, Step};

/// Width of the role stripe at 100 %.
const STRIPE: f32 = 4.0;

/// Load from which a bar is amber.
pub const BUSY: f64 = 0.7;
/// Load from which a bar is red even if the step is no bottleneck.
const OVERLOADED: f64 = 1.0;

/// How much of its own ground a card keeps that the curve of the feelings passes, in per cent.
const GLASS: u8 = 62;

/// A customer action that is nothing but waiting.
fn is_waiting(step: &Step, form: CardForm) -> bool {
    step.wait.is_some() && form == CardForm::Slim
}

/// Whether a card is told to be nothing but waiting.
fn tells_waiting(scene: &Scene, step: &Step, form: CardForm) -> bool {
    !scene.look.holds_waits && is_waiting(step, form)
}

/// The colours of the roles that a step needs, in the order of its needs.
fn role_inks<'a>(scenario: &'a Scenario, step: &'a Step) -> impl Iterator<Item = Ink> + 'a {
    step.needs
        .iter()
        .flat_map(|need| need.roles.iter())
        .filter_map(|role| scenario.roles().get(role))
        .map(|role| Ink::Role(role.colour))
}

/// The one colour that still says something about a card when nothing else fits.
pub(super) fn block_ink(
    scenario: &Scenario,
    figures: Option<&dyn SheetFigures>,
    card: &Card,
    step: &Step,
) -> Ink {
    if figures.is_some_and(|figures| figures.is_bottleneck(card.step)) {
        bottleneck_ink(figures, card.step)
    } else if is_waiting(step, card.form) {
        Ink::Warn
    } else {
        role_inks(scenario, step).next().unwrap_or(Ink::NoRole)
    }
}

/// Zoomed far out: all cards as one batch of rectangles in the colours that still say something.
pub(super) fn blocks(list: &mut DisplayList, scene: &Scene, positions: &[u32]) {
    list.pen(Layer::Cards, Subject::Sheet, 100);
    let cards = scene.geometry.cards();
    let quads = positions.iter().filter_map(|at| {
        let card = cards.get(*at as usize)?;
        let step = scene.scenario.steps().get(&card.step)?;
        let pale = scene.look.pale.contains(&card.step);
        let ink = block_ink(scene.scenario, scene.figures, card, step);
        Some((scene.camera.rect_on_screen(card.rect), if pale { Ink::Hairline } else { ink }))
    });
    list.quads(quads);
}

/// One card with everything that lies on it but its badge.
pub(super) fn card(
    list: &mut DisplayList,
    scene: &Scene,
    card: &Card,
    badge: Option<Badge>,
    detail: Detail,
) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    list.pen(Layer::Cards, Subject::Step(card.step), 0);
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    if scene.look.pale.contains(&card.step) {
        faded(list, scene, card, step, rect, detail);
        return;
    }
    body(list, scene, card, step, badge.is_some(), rect);
    if detail < Detail::Name || card.form == CardForm::Folded {
        return;
    }
    let ink = if tells_waiting(scene, step, card.form) { Ink::WarnText } else { Ink::Text };
    let writer = Writer { scene, ink };
    if has_figures(scene, card, step, detail) {
        let hangs = matches!(badge, Some(Badge::Word(_)));
        figures(list, &writer, card, step, hangs, rect);
        return;
    }
    let name = names::centred(scene, card, step, rect, detail);
    writer.middle(list, name.room, &step.name, name.size, name.most);
    if detail < Detail::Full {
        return;
    }
    let centre = rect.centre();
    if card.form == CardForm::Diamond {
        let time = step.time.as_ref().and_then(|time| time_of_decision(scene, card, time));
        if let Some((time, size)) = time {
            let at = Point::new(centre.x, rect.bottom() - 21.0 * zoom);
            let quiet = Writer { scene, ink: Ink::Muted };
            quiet.whole(list, at, &time, size, Weight::Regular, Anchor::Centre);
        }
        let half = marks::elements_width(scene, step) / 2.0;
        let end = Point::new(centre.x + half, rect.bottom() - 8.0 * zoom);
        marks::elements(list, scene, step, end);
    } else {
        let end = Point::new(rect.right() - 6.0 * zoom, rect.bottom() - 8.0 * zoom);
        marks::elements(list, scene, step, end);
    }
    lens::chip(list, scene, card, rect);
}

/// A card that a filter left out: its outline and its name, hardly there.
fn faded(
    list: &mut DisplayList,
    scene: &Scene,
    card: &Card,
    step: &Step,
    rect: Rect,
    detail: Detail,
) {
    let zoom = scene.camera.zoom();
    let stroke = Stroke::solid(1.0, Ink::Hairline);
    if card.form == CardForm::Diamond {
        list.polygon(diamond(rect), Some(Ink::Zone(card.zone)), Some(stroke));
    } else {
        list.rect(rect, CORNER * zoom, Some(Ink::Zone(card.zone)), Some(stroke));
    }
    if detail >= Detail::Name && card.form != CardForm::Folded {
        let room = if card.form == CardForm::Diamond { 0.66 } else { 0.88 };
        let inner = Size::new(rect.width() * room, rect.height());
        let inner = Rect::centred(rect.centre(), inner);
        let name = if detail == Detail::Name {
            names::alone(scene, &step.name, inner)
        } else {
            names::Centred { room: inner, size: NAME, most: 2 }
        };
        Writer { scene, ink: Ink::Faint }.middle(list, name.room, &step.name, name.size, name.most);
    }
}

fn body(
    list: &mut DisplayList,
    scene: &Scene,
    card: &Card,
    step: &Step,
    is_marked: bool,
    rect: Rect,
) {
    let zoom = scene.camera.zoom();
    let corner = CORNER * zoom;
    let bottleneck = is_bottleneck(scene, card);
    let bottleneck_ink = bottleneck_ink(scene.figures, card.step);
    let stroke = match () {
        () if is_marked => Stroke::solid((1.75 * zoom).max(1.5), bottleneck_ink),
        () if bottleneck => Stroke::solid(1.0, bottleneck_ink),
        () if tells_waiting(scene, step, card.form) => Stroke::solid(1.0, Ink::Warn),
        () => Stroke::solid(1.0, Ink::Hairline),
    };
    let shadow = Point::new(0.0, 1.5 * zoom);
    // The curve of the feelings is seen through those that it passes.
    let is_passed = feeling_curve::passes(scene, card);
    match card.form {
        CardForm::Diamond if is_passed => {
            let ground = Some(Ink::Sheer(Hue::Panel, GLASS));
            list.polygon(diamond(rect), ground, Some(Stroke::solid(1.25, Ink::Faint)));
        }
        CardForm::Diamond => {
            let shadow_points = diamond(rect.shifted(shadow));
            list.polygon(shadow_points, Some(Ink::Shadow), None);
            let stroke = if bottleneck { stroke } else { Stroke::solid(1.25, Ink::Faint) };
            list.polygon(diamond(rect), Some(Ink::Panel), Some(stroke));
        }
        CardForm::Document => {
            let fold = 10.0 * zoom;
            let shadow_points = cut_corner(rect.shifted(shadow), corner * 0.6, fold);
            list.polygon(shadow_points, Some(Ink::Shadow), None);
            let outline = cut_corner(rect, corner * 0.6, fold);
            list.polygon(outline, Some(Ink::Panel), Some(stroke));
            let (x, y) = (rect.right() - fold, rect.top() + fold);
            let triangle =
                [Point::new(x, rect.top()), Point::new(rect.right(), y), Point::new(x, y)];
            list.polygon(triangle, Some(Ink::Hairline), None);
        }
        CardForm::Note => {
            let stroke = Stroke::solid(1.0, Ink::Hairline);
            list.rect(rect, corner * 0.4, Some(Ink::AccentWash), Some(stroke));
        }
        CardForm::Folded => {
            let ink = role_inks(scene.scenario, step).next().unwrap_or(Ink::NoRole);
            let ink = if bottleneck { bottleneck_ink } else { ink };
            list.rect(rect, rect.height() / 2.0, Some(ink), None);
        }
        CardForm::Full | CardForm::Slim => {
            let ground = match () {
                () if is_passed => Ink::Sheer(Hue::Panel, GLASS),
                () if tells_waiting(scene, step, card.form) => Ink::WarnWash,
                () => Ink::Panel,
            };
            if !is_passed {
                list.rect(rect.shifted(shadow), corner, Some(Ink::Shadow), None);
            }
            list.rect(rect, corner, Some(ground), Some(stroke));
            if card.form == CardForm::Full {
                stripe(list, scene, step, rect);
            }
        }
    }
}

/// The stripe on the left edge, split among the roles.
fn stripe(list: &mut DisplayList, scene: &Scene, step: &Step, rect: Rect) {
    let corner = CORNER * scene.camera.zoom();
    let width = STRIPE * scene.camera.zoom();
    let count = role_inks(scene.scenario, step).count();
    let height = rect.height() / count.max(1) as f32;
    for (number, ink) in role_inks(scene.scenario, step).enumerate() {
        let top = rect.top() + height * number as f32;
        let part = Rect::new(rect.left(), top, rect.left() + width, top + height);
        let upper = if number == 0 { corner } else { 0.0 };
        let lower = if number + 1 == count { corner } else { 0.0 };
        list.polygon(rounded_left(part, upper, lower), Some(ink), None);
    }
}

/// Name, roles, time, capacity and load of a full card.
fn figures(
    list: &mut DisplayList,
    writer: &Writer,
    card: &Card,
    step: &Step,
    badge_hangs: bool,
    rect: Rect,
) {
    let scene = writer.scene;
    let zoom = scene.camera.zoom();
    let (Some(name), Some(small)) = (letters(NAME, zoom), letters(SMALL, zoom)) else { return };
    let left = rect.left() + AT_SIDES.0 * zoom;
    let right = rect.right() - AT_SIDES.1 * zoom;
    let room = right - left;
    let bottleneck = is_bottleneck(scene, card);
    let outdated = outdated(scene, card);
    let lines = wrapped(&step.name, room, 2, scene.text, name, Weight::Semibold);
    let rows = Rows::of(scene, card, step, lines.len());
    // The badge hangs into the card.
    let lowered = if badge_hangs { 2.0 } else { 0.0 };
    let mut y = rect.top() + (rows.name + lowered) * zoom;
    for line in lines {
        writer.line(list, Point::new(left, y), line, room, name, Weight::Semibold, Anchor::Left);
        y += NAME_PITCH * zoom;
    }
    let at = Point::new(left, rect.top() + (rows.needs + lowered) * zoom);
    let chip = marks::elements(list, scene, step, Point::new(right, at.y));
    if !step.needs.is_empty() {
        let beside = if chip > 0.0 { room - chip - 4.0 * zoom } else { room };
        let needs = needs_that_fit(scene, step, beside, small);
        let quiet = Writer { scene, ink: Ink::Muted };
        quiet.line(list, at, &needs, beside, small, Weight::Regular, Anchor::Left);
    }
    if lens::is_on(scene) {
        // Name and needs stay where they are without a lens.
        let top =
            if step.needs.is_empty() && step.elements.is_empty() { y } else { at.y + 8.0 * zoom };
        let foot = Rect::new(left, top, right, rect.bottom() - 6.0 * zoom);
        lens::foot(list, scene, card, foot);
        return;
    }
    let row = rect.top() + rows.time * zoom;
    let foot = LastRow::of(scene, card, step);
    if let Some(time) = &foot.time {
        let at = Point::new(left, row);
        writer.whole(list, at, time, name, TIME_WEIGHT, Anchor::Left);
    }
    if let Some((figure, size)) = foot.figure.zip(foot.letters) {
        let limits = bottleneck && !outdated.says && !outdated.bottleneck;
        let ink = if limits { Ink::Bad } else { Ink::Muted };
        let weight = figure_weight(scene, card);
        let at = Point::new(right, row);
        Writer { scene, ink }.line(list, at, &figure, room, size, weight, Anchor::Right);
    }
    if played_marks::shows_crew(scene, card) {
        let foot = Rect::new(left, rect.bottom() - 19.0 * zoom, right, rect.bottom() - 5.0 * zoom);
        played_marks::crew_row(list, scene, card, foot);
    } else if let Some(load) = load(scene, card) {
        let bar = Rect::new(left, rect.bottom() - 14.0 * zoom, right, rect.bottom() - 10.0 * zoom);
        let ink = if outdated.load {
            Ink::Muted
        } else if bottleneck || load.pool >= OVERLOADED {
            Ink::Bad
        } else if load.pool >= BUSY {
            Ink::Warn
        } else {
            Ink::Good
        };
        list.rect(bar, bar.height() / 2.0, Some(Ink::Track), None);
        // The rest of what its people do stands paler behind the step's own part.
        for (load, ink) in [(load.pool, Ink::Faint), (load.own, ink)] {
            // A float cast of a bounded share.
            #[allow(clippy::cast_possible_truncation)]
            let part = load.clamp(0.0, 1.0) as f32;
            if part > 0.0 {
                let filled = (bar.width() * part).max(bar.height());
                let full = Rect { max: Point::new(bar.left() + filled, bar.bottom()), ..bar };
                list.rect(full, bar.height() / 2.0, Some(ink), None);
            }
        }
    }
}

/// A card that is not there yet.
pub(super) fn ghost(list: &mut DisplayList, scene: &Scene, ghost: &Ghost) {
    let zoom = scene.camera.zoom();
    let on_sheet = Rect::centred(ghost.centre, ghost.form.size());
    let rect = scene.camera.rect_on_screen(on_sheet);
    let (ground, edge, ink) = if ghost.refused {
        (Ink::BadWash, Ink::Bad, Ink::Text)
    } else {
        (Ink::AccentWash, Ink::Accent, Ink::Text)
    };
    let stroke = Stroke::dashed(1.5, edge, 5.0, 4.0);
    if ghost.form == CardForm::Diamond {
        let [a, b, c, d] = diamond(rect);
        list.polygon([a, b, c, d], Some(ground), None);
        list.path([a, b, c, d, a], stroke);
    } else {
        list.rect(rect, CORNER * zoom, Some(ground), Some(stroke));
    }
    let inner = if ghost.form == CardForm::Diamond { rect.grown(-18.0 * zoom) } else { rect };
    Writer { scene, ink }.middle(list, inner.grown(-6.0 * zoom), &ghost.name, NAME, 2);
}
