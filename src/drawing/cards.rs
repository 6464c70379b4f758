//! Cards: bodies, texts, bars, badges.

use std::borrow::Cow;

use super::card_texts::{needs_that_fit, time_that_fits};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook, Weight};
use super::geometry::{Card, CardForm};
use super::ink::Ink;
use super::outline::{cut_corner, diamond, rounded_left};
use super::scene::{Detail, Ghost, Scene, letters};
use super::space::{Point, Rect, Size};
use super::text_fit::{wrapped, write_elided};
use crate::analysis::Analysis;
use crate::blueprint::{Scenario, Share, Step, StepId};

/// Letters of a name at 100 %.
const NAME: f32 = 12.0;
/// Letters of roles and capacities at 100 %: the smallest that a card needs.
pub(super) const SMALL: f32 = 11.0;
/// Letters of a name that stands alone on its card, when zoomed out.
pub(super) const NAME_ALONE: f32 = 18.0;
/// Letters of servicescape chips at 100 %.
const CHIP: f32 = 9.0;
/// Corner of a card at 100 %.
const CORNER: f32 = 8.0;
/// Width of the role stripe at 100 %.
const STRIPE: f32 = 4.0;
/// Height of the bottleneck badge on the screen, at every zoom.
const BADGE_HEIGHT: f32 = 18.0;
/// Letters of the bottleneck badge on the screen, at every zoom.
const BADGE_LETTERS: u8 = 11;
/// Radius on the screen of the dot that stands for the badge where that has no room.
const DOT_RADIUS: f32 = 5.0;
/// Radius of the F and W circles at 100 %.
pub(super) const MARK_RADIUS: f32 = 9.0;
/// Radius of the button that appends a step, on the screen.
const APPEND_RADIUS: f32 = 8.0;
/// How far from its middle that button still reacts: as far as the card's edge.
pub(super) const APPEND_REACH: f32 = 13.0;
/// Radius of a handle on the screen.
const HANDLE_RADIUS: f32 = 4.5;

/// Load from which a bar is amber.
pub const BUSY: f64 = 0.7;
/// Load from which a bar is red even if the step is no bottleneck.
const OVERLOADED: f64 = 1.0;

/// How loaded a step is, 0 to 1 and above.
#[derive(Clone, Copy)]
struct CardLoad {
    /// The utilisation of its tightest pool, over all that this does; without demand, at the
    /// capacity of the whole.
    pool: f64,
    /// The step's own part of that.
    own: f64,
    /// Whether the pool does other steps as well.
    shared: bool,
}

fn load(scene: &Scene, card: &Card) -> Option<CardLoad> {
    let analysis = scene.analysis?;
    let step = analysis.steps.get(&card.step)?;
    let (utilisation, capacity, share, shared) = match &step.tightest {
        Some(pool) => (&pool.utilisation, &pool.capacity_per_hour, pool.share, pool.steps > 1),
        None => (&step.utilisation, &step.capacity_per_hour, 1.0, false),
    };
    let pool = utilisation.value.or_else(|| {
        let own = capacity.value.filter(|own| *own > 0.0)?;
        Some(analysis.capacity_per_hour.value? / own)
    })?;
    Some(CardLoad { pool, own: share * pool, shared })
}

/// What a card says of how much it can do: the customers per hour that it could serve; of a step
/// whose people do others as well, the part of their time that it takes.
fn load_words<'a>(scene: &Scene<'a>, card: &Card) -> Option<Cow<'a, str>> {
    let step = scene.analysis?.steps.get(&card.step)?;
    if let Some(load) = load(scene, card).filter(|load| load.shared) {
        // More than all of their time is no part of it.
        let part = if load.own <= 1.0 { load.own } else { step.tightest.as_ref()?.share };
        let percent = (part * 1000.0).round() / 10.0;
        return Share::percent(percent).ok().map(|share| scene.labels.share(share));
    }
    let own =
        step.tightest.as_ref().map_or(&step.capacity_per_hour, |pool| &pool.capacity_per_hour);
    own.value.map(|_| scene.labels.capacity(own))
}

fn is_bottleneck(scene: &Scene, card: &Card) -> bool {
    scene
        .analysis
        .and_then(|analysis| analysis.steps.get(&card.step))
        .is_some_and(|step| step.bottleneck)
}

/// A customer action that is nothing but waiting.
fn is_waiting(step: &Step, form: CardForm) -> bool {
    step.wait.is_some() && form == CardForm::Slim
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
    analysis: Option<&Analysis>,
    card: &Card,
    step: &Step,
) -> Ink {
    let figures = analysis.and_then(|analysis| analysis.steps.get(&card.step));
    if figures.is_some_and(|figures| figures.bottleneck) {
        Ink::Bad
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
        let ink = block_ink(scene.scenario, scene.analysis, card, step);
        Some((scene.camera.rect_on_screen(card.rect), if pale { Ink::Hairline } else { ink }))
    });
    list.quads(quads);
}

/// One card with everything that lies on it but badges.
pub(super) fn card(list: &mut DisplayList, scene: &Scene, card: &Card, detail: Detail) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    list.pen(Layer::Cards, Subject::Step(card.step), 0);
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    if scene.look.pale.contains(&card.step) {
        faded(list, scene, card, step, rect, detail);
        return;
    }
    body(list, scene, card, step, rect);
    if detail < Detail::Name || card.form == CardForm::Folded {
        return;
    }
    let ink = if is_waiting(step, card.form) { Ink::WarnText } else { Ink::Text };
    let writer = Writer { scene, ink };
    match card.form {
        CardForm::Full if detail == Detail::Full && has_figures(scene, card, step) => {
            figures(list, &writer, card, step, rect);
        }
        _ if detail == Detail::Name => {
            // The name takes the room that the small text left.
            let lines = if card.rect.height() < 60.0 { 1 } else { 3 };
            writer.middle(list, rect.grown(-4.0 * zoom), &step.name, NAME_ALONE, lines);
        }
        CardForm::Full => {
            writer.middle(list, rect.grown(-8.0 * zoom), &step.name, NAME, 3);
        }
        CardForm::Diamond => {
            let timed = step.time.as_ref().filter(|_| detail == Detail::Full);
            let raised = if timed.is_some() { -7.0 * zoom } else { 0.0 };
            let size = Size::new(rect.width() * 0.66, rect.height() * 0.5);
            let centre = rect.centre();
            let room = Rect::centred(centre + Point::new(0.0, raised), size);
            writer.middle(list, room, &step.name, NAME, 2);
            if let (Some(time), Some(size)) = (timed, letters(SMALL, zoom)) {
                let at = Point::new(centre.x, rect.bottom() - 18.0 * zoom);
                let room = rect.width() * 0.4;
                let time = scene.labels.time(time);
                let quiet = Writer { scene, ink: Ink::Muted };
                quiet.line(list, at, &time, room, size, Weight::Regular, Anchor::Centre);
            }
        }
        CardForm::Document => {
            let room = Rect::new(
                rect.left() + 8.0 * zoom,
                rect.top(),
                rect.right() - 10.0 * zoom,
                rect.bottom(),
            );
            writer.middle(list, room, &step.name, NAME - 0.5, 2);
        }
        CardForm::Note => writer.middle(list, rect.grown(-6.0 * zoom), &step.name, SMALL, 3),
        CardForm::Slim | CardForm::Folded => {
            writer.middle(list, rect.grown(-6.0 * zoom), &step.name, NAME, 2);
        }
    }
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
        let (size, most) = if detail == Detail::Name { (NAME_ALONE, 1) } else { (NAME, 2) };
        let room = if card.form == CardForm::Diamond { 0.66 } else { 0.88 };
        let inner = Size::new(rect.width() * room, rect.height());
        let inner = Rect::centred(rect.centre(), inner);
        Writer { scene, ink: Ink::Faint }.middle(list, inner, &step.name, size, most);
    }
}

fn has_figures(scene: &Scene, card: &Card, step: &Step) -> bool {
    step.time.is_some() || !step.needs.is_empty() || load(scene, card).is_some()
}

fn body(list: &mut DisplayList, scene: &Scene, card: &Card, step: &Step, rect: Rect) {
    let zoom = scene.camera.zoom();
    let corner = CORNER * zoom;
    let bottleneck = is_bottleneck(scene, card);
    let stroke = match () {
        () if bottleneck => Stroke::solid((1.75 * zoom).max(1.5), Ink::Bad),
        () if is_waiting(step, card.form) => Stroke::solid(1.0, Ink::Warn),
        () => Stroke::solid(1.0, Ink::Hairline),
    };
    let shadow = Point::new(0.0, 1.5 * zoom);
    match card.form {
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
            let ink = if bottleneck { Ink::Bad } else { ink };
            list.rect(rect, rect.height() / 2.0, Some(ink), None);
        }
        CardForm::Full | CardForm::Slim => {
            list.rect(rect.shifted(shadow), corner, Some(Ink::Shadow), None);
            let ground = if is_waiting(step, card.form) { Ink::WarnWash } else { Ink::Panel };
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
fn figures(list: &mut DisplayList, writer: &Writer, card: &Card, step: &Step, rect: Rect) {
    let scene = writer.scene;
    let zoom = scene.camera.zoom();
    let (Some(name), Some(small)) = (letters(NAME, zoom), letters(SMALL, zoom)) else { return };
    let left = rect.left() + 13.0 * zoom;
    let right = rect.right() - 9.0 * zoom;
    let room = right - left;
    let bottleneck = is_bottleneck(scene, card);
    let lines = wrapped(&step.name, room, 2, scene.text, name, Weight::Semibold);
    let two = lines.len() > 1;
    let mut y = rect.top() + if two { 13.5 } else { 18.0 } * zoom;
    if bottleneck {
        // The badge hangs into the card.
        y += 2.0 * zoom;
    }
    for line in lines {
        writer.line(list, Point::new(left, y), line, room, name, Weight::Semibold, Anchor::Left);
        y += 13.5 * zoom;
    }
    y += if two { 1.5 } else { 4.0 } * zoom;
    if !step.needs.is_empty() {
        let needs = needs_that_fit(scene, step, room, small);
        let quiet = Writer { scene, ink: Ink::Muted };
        quiet.line(list, Point::new(left, y), &needs, room, small, Weight::Regular, Anchor::Left);
    }
    let row = rect.bottom() - if two { 26.0 } else { 28.0 } * zoom;
    let (ink, weight) =
        if bottleneck { (Ink::Bad, Weight::Semibold) } else { (Ink::Muted, Weight::Regular) };
    let capacity = load_words(scene, card)
        .map(|words| (scene.text.width(&words, small, weight) + 4.0 * zoom, words));
    let mut free = room;
    if let Some(time) = &step.time {
        let beside = capacity.as_ref().map_or(0.0, |(width, _)| *width);
        let time = time_that_fits(scene, time, name, [room - beside, room]);
        let at = Point::new(left, row);
        writer.line(list, at, &time, room, name, Weight::Semibold, Anchor::Left);
        free -= scene.text.width(&time, name, Weight::Semibold);
    }
    // A part of a number would be another one: it stands whole or not at all.
    if let Some((_, capacity)) = capacity.filter(|(width, _)| *width <= free) {
        let at = Point::new(right, row);
        Writer { scene, ink }.line(list, at, &capacity, room, small, weight, Anchor::Right);
    }
    if let Some(load) = load(scene, card) {
        let bar = Rect::new(left, rect.bottom() - 14.0 * zoom, right, rect.bottom() - 10.0 * zoom);
        let ink = if bottleneck || load.pool >= OVERLOADED {
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

/// Writes text in one colour.
struct Writer<'a, 'b> {
    scene: &'a Scene<'b>,
    ink: Ink,
}

impl Writer<'_, '_> {
    // A line of text has this many properties; bundling them would only rename them.
    #[allow(clippy::too_many_arguments)]
    fn line(
        &self,
        list: &mut DisplayList,
        at: Point,
        text: &str,
        room: f32,
        size: u8,
        weight: Weight,
        anchor: Anchor,
    ) {
        let look = TextLook { size, weight, ink: self.ink, anchor, upwards: false };
        let measure = self.scene.text;
        list.text(at, look, |out| write_elided(out, text, room, measure, size, weight));
    }

    /// A few lines in the middle of a rectangle, as many as its height and `most` allow.
    fn middle(&self, list: &mut DisplayList, rect: Rect, text: &str, size: f32, most: usize) {
        let Some(size) = letters(size, self.scene.camera.zoom()) else { return };
        let height = f32::from(size) * 1.2;
        let mut most = most;
        while most > 1 && height * most as f32 > rect.height() + 2.0 {
            most -= 1;
        }
        let weight = Weight::Medium;
        let lines = wrapped(text, rect.width(), most, self.scene.text, size, weight);
        let mut y = rect.centre().y - height * (lines.len() as f32 - 1.0) / 2.0;
        for line in lines {
            let at = Point::new(rect.centre().x, y);
            self.line(list, at, line, rect.width(), size, weight, Anchor::Centre);
            y += height;
        }
    }
}

/// The servicescape chip on the lower edge: the name of a lone element if it fits, else how many
/// there are, in words or as a bare number. Left out where not even that fits: half a word says
/// something else.
pub(super) fn chips(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    let zoom = scene.camera.zoom();
    let Some(size) = letters(CHIP, zoom).filter(|_| card.form != CardForm::Folded) else { return };
    let Some(first) = step.elements.first() else { return };
    list.pen(Layer::Marks, Subject::Step(card.step), 60);
    let rect = scene.camera.rect_on_screen(card.rect);
    let height = 14.0 * zoom;
    let weight = Weight::Medium;
    let look = TextLook { size, weight, ink: Ink::Muted, anchor: Anchor::Centre, upwards: false };
    let padding = 8.0 * zoom;
    let width_of = |word: &str| scene.text.width(word, size, weight) + padding;
    // The middle of the edge stays free for connectors.
    let widest = rect.width() / 2.0 - 4.0 * zoom;
    let lone = scene.scenario.elements().get(first).filter(|_| step.elements.len() == 1);
    let count = step.elements.len();
    let name = lone.map(|element| Cow::Borrowed(element.name.as_str()));
    let words = [name, Some(scene.labels.elements(count)), Some(count.to_string().into())];
    let mut fitting = words.into_iter().flatten().filter(|word| width_of(word) <= widest);
    let Some(word) = fitting.next() else { return };
    let left = rect.left();
    let right = left + width_of(&word);
    let chip = Rect::new(left, rect.bottom() - height / 2.0, right, rect.bottom() + height / 2.0);
    list.rect(chip, height / 2.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Hairline)));
    list.text(chip.centre(), look, |out| out.push_str(&word));
}

/// Where the F and W circles of a card lie on the sheet, if it has them.
pub(super) fn mark_centres(card: &Card, step: &Step) -> [Option<Point>; 2] {
    if card.form == CardForm::Folded {
        return [None, None];
    }
    let corner = match card.form {
        CardForm::Diamond => Point::new(card.rect.right() - 20.0, card.rect.top() + 14.0),
        _ => Point::new(card.rect.right() - 2.0, card.rect.top() + 1.0),
    };
    let fail = step.fail.is_some().then_some(corner);
    let beside = if fail.is_some() { 2.0 * MARK_RADIUS + 3.0 } else { 0.0 };
    let wait = step.wait.is_some().then_some(Point::new(corner.x - beside, corner.y));
    [fail, wait]
}

/// The F and W circles.
pub(super) fn marks(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    if step.fail.is_none() && step.wait.is_none() {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 40);
    let zoom = scene.camera.zoom();
    let looks = [
        (scene.labels.fail_point(), Ink::Bad, Ink::BadWash, Ink::BadText),
        (scene.labels.wait_point(), Ink::Warn, Ink::WarnWash, Ink::WarnText),
    ];
    for (centre, (letter, edge, ground, ink)) in mark_centres(card, step).into_iter().zip(looks) {
        let Some(centre) = centre.map(|centre| scene.camera.screen_from_sheet(centre)) else {
            continue;
        };
        let stroke = Stroke::solid(1.25, edge);
        list.circle(centre, MARK_RADIUS * zoom, Some(ground), Some(stroke));
        if let Some(size) = letters(SMALL, zoom) {
            let look = TextLook {
                size,
                weight: Weight::Semibold,
                ink,
                anchor: Anchor::Centre,
                upwards: false,
            };
            list.text(centre, look, |out| out.push_str(&letter));
        }
    }
}

/// What marks a bottleneck on the screen.
#[derive(Clone, Copy)]
pub(super) enum Badge {
    /// The word, on the upper edge of the card.
    Word(Rect),
    /// A dot on that edge, where the word has no room.
    Dot(Rect),
}

impl Badge {
    /// Where it lies.
    pub fn rect(self) -> Rect {
        let (Self::Word(rect) | Self::Dot(rect)) = self;
        rect
    }
}

/// Where the word would lie: on the upper edge of the card.
fn word_rect(scene: &Scene, card: &Card) -> Rect {
    let word = scene.labels.bottleneck();
    let width = scene.text.width(&word, BADGE_LETTERS, Weight::Semibold) + 18.0;
    let rect = scene.camera.rect_on_screen(card.rect);
    let sunk = if rect.height() > 3.0 * BADGE_HEIGHT { -2.0 } else { -BADGE_HEIGHT / 2.0 - 2.0 };
    let centre = Point::new(rect.centre().x, rect.top() + sunk);
    Rect::centred(centre, Size::new(width, BADGE_HEIGHT))
}

/// How a bottleneck is marked: by the word at a zoom at which cards can be read, where it lies on no
/// other card, no name of a line and no word of a bottleneck that is drawn earlier; else by a dot.
/// Looks at what lies near, and at the bottlenecks.
pub(super) fn badge_of(scene: &Scene, card: &Card) -> Badge {
    let dot = || {
        let rect = scene.camera.rect_on_screen(card.rect);
        let radius = if scene.detail() == Detail::Block { DOT_RADIUS - 1.5 } else { DOT_RADIUS };
        let centre = Point::new(rect.centre().x, rect.top());
        Badge::Dot(Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius)))
    };
    if scene.detail() < Detail::Name {
        return dot();
    }
    let rect = word_rect(scene, card);
    let on_sheet = scene.camera.rect_on_sheet(rect);
    let others = |_, other: &Card| other.step != card.step && other.rect.touches(on_sheet);
    let on_line = || {
        let mut pills = super::sheet::LINES.into_iter();
        pills
            .any(|line| super::sheet::pill_rect(scene, line).is_some_and(|pill| pill.touches(rect)))
    };
    let on_word = || {
        let all: &[StepId] = scene.analysis.map_or(&[], |analysis| &analysis.bottleneck);
        let before = all.iter().take_while(|step| **step != card.step);
        let mut cards = before.filter_map(|step| scene.geometry.card(*step));
        cards.any(|other| word_rect(scene, other).touches(rect))
    };
    let taken = scene.geometry.first_near(on_sheet, others).is_some() || on_line() || on_word();
    if taken { dot() } else { Badge::Word(rect) }
}

/// The badge of a bottleneck.
pub(super) fn badge(list: &mut DisplayList, scene: &Scene, card: &Card) {
    if !is_bottleneck(scene, card) || scene.look.pale.contains(&card.step) {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 50);
    let badge = badge_of(scene, card);
    let rect = badge.rect();
    if let Badge::Dot(_) = badge {
        let edge = Stroke::solid(1.5, Ink::Panel);
        list.circle(rect.centre(), rect.height() / 2.0, Some(Ink::Bad), Some(edge));
        return;
    }
    list.rect(rect, rect.height() / 2.0, Some(Ink::Bad), None);
    let look = TextLook {
        size: BADGE_LETTERS,
        weight: Weight::Semibold,
        ink: Ink::OnBad,
        anchor: Anchor::Centre,
        upwards: false,
    };
    let word = scene.labels.bottleneck();
    list.text(rect.centre(), look, |out| out.push_str(&word));
}

/// Outline of a selected, hovered, targeted or just changed card.
pub(super) fn outline(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let look = scene.look;
    let selected = look.steps.contains(&card.step);
    let target = look.target == Some(card.step);
    let hovered = look.hovered.is_some_and(|hit| hit.step() == Some(card.step));
    let flash = look.flashes.get(&card.step).copied().unwrap_or(0.0).clamp(0.0, 1.0);
    if !selected && !target && !hovered && flash <= 0.0 {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 20);
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    let mut around = |gap: f32, stroke: Stroke| {
        let grown = rect.grown(gap);
        if card.form == CardForm::Diamond {
            list.polygon(diamond(rect.grown(gap * 1.6)), None, Some(stroke));
        } else {
            list.rect(grown, CORNER * zoom + gap, None, Some(stroke));
        }
    };
    if flash > 0.0 {
        around(3.0, Stroke::solid(4.0 * flash, Ink::AccentWash));
    }
    if selected || target {
        around(2.0, Stroke::solid(2.0, Ink::Accent));
    } else if hovered {
        around(1.0, Stroke::solid(1.25, Ink::Accent));
    }
    if has_handles(scene, card) {
        for handle in handles(rect) {
            let stroke = Stroke::solid(1.5, Ink::Accent);
            list.circle(handle, HANDLE_RADIUS, Some(Ink::Panel), Some(stroke));
        }
        append_button(list, scene, card);
    }
}

/// Whether a card shows its handles: hovered or alone selected, and large enough to aim at.
pub(super) fn has_handles(scene: &Scene, card: &Card) -> bool {
    let look = scene.look;
    let alone = look.steps.len() == 1 && look.steps.contains(&card.step);
    let hovered = look.hovered.is_some_and(|hit| hit.step() == Some(card.step));
    (alone || hovered)
        && card.form != CardForm::Folded
        && card.rect.width() * scene.camera.zoom() > 40.0
}

/// The middles of a card's edges, where links are drawn from: left, top, right, bottom.
pub(super) fn handles(rect: Rect) -> [Point; 4] {
    let centre = rect.centre();
    [
        Point::new(rect.left(), centre.y),
        Point::new(centre.x, rect.top()),
        Point::new(rect.right(), centre.y),
        Point::new(centre.x, rect.bottom()),
    ]
}

/// Where the button lies that appends a step: right of the card, below the handle there. Notes and
/// evidence have none.
pub(super) fn append_centre(scene: &Scene, card: &Card) -> Option<Point> {
    if !card.kind.flows() {
        return None;
    }
    let rect = scene.camera.rect_on_screen(card.rect);
    let down = (rect.height() / 2.0 - APPEND_RADIUS).clamp(0.0, 24.0);
    Some(Point::new(rect.right() + 13.0, rect.centre().y + down.max(HANDLE_RADIUS * 3.0)))
}

fn append_button(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(centre) = append_centre(scene, card) else { return };
    let pointed_at = scene.look.hovered == Some(super::hit::Hit::Append(card.step));
    let (ground, ink) =
        if pointed_at { (Ink::Accent, Ink::Panel) } else { (Ink::Panel, Ink::Accent) };
    let radius = APPEND_RADIUS;
    list.circle(centre, radius, Some(ground), Some(Stroke::solid(1.25, Ink::Accent)));
    let stroke = Stroke::solid(1.5, ink);
    for arm in [Point::new(3.5, 0.0), Point::new(0.0, 3.5)] {
        list.path([centre - arm, centre + arm], stroke);
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
