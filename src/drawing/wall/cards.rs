//! Cards of a wall: name, time, rate; no roles, no chips.

use std::collections::BTreeSet;

use super::super::card::{Card, CardForm};
use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::outline::{cut_corner, rounded_left};
use super::super::scene::Scene;
use super::super::space::{Point, Rect};
use super::super::text::{Weight, wrapped};
use super::day;
use super::layout::{LETTERS, PITCH, name_weight, sides};
use super::look::StageSheet;
use super::pen::{Style, cut, write};

use crate::blueprint::{Step, StepId};

/// Radius of corners, in sheet units.
const CORNER: f32 = 6.0;
/// Between a time and what is done in an hour, in parts of the letters' size.
pub(super) const FOOT_GAP: f32 = 0.4;
/// Width of the stripe in the role's colour.
const STRIPE: f32 = 4.5;

/// What cards are drawn with.
pub(super) struct Cards<'a, 'b> {
    pub sheet: &'a StageSheet<'b>,
    pub scene: &'a Scene<'a>,
    /// The cards that bear a badge.
    pub marked: &'a BTreeSet<StepId>,
}

/// The badges of bottlenecks, once a place was found for each.
pub(super) struct Badges {
    text: String,
    places: Vec<(StepId, Rect)>,
}

impl Cards<'_, '_> {
    /// Whether a card is seen as the bottleneck.
    fn limits(&self, step: StepId) -> bool {
        let look = self.sheet.look;
        (!look.hides_bottleneck || look.is_faint) && self.sheet.figures.is_bottleneck(step)
    }

    /// Whether a card is nothing but waiting; not told while the bottleneck is held back.
    fn waits(&self, step: &Step, form: CardForm) -> bool {
        !self.sheet.look.hides_bottleneck && step.wait.is_some() && form == CardForm::Slim
    }

    /// Draws a card.
    pub fn draw(&self, card: &Card, list: &mut DisplayList) {
        list.pen(Layer::Cards, Subject::Step(card.step), 0);
        self.draw_at(card, list);
    }

    /// Draws a card a second time, above the veil that lies on all others.
    pub fn draw_lit(&self, card: &Card, list: &mut DisplayList) {
        list.pen(Layer::Action, Subject::Step(card.step), 400);
        self.draw_at(card, list);
    }

    fn draw_at(&self, card: &Card, list: &mut DisplayList) {
        let Some(step) = self.scene.scenario.steps().get(&card.step) else { return };
        let rect = self.scene.camera.rect_on_screen(card.rect);
        self.body(card, step, rect, list);
        self.texts(card, step, rect, list);
    }

    fn body(&self, card: &Card, step: &Step, rect: Rect, list: &mut DisplayList) {
        let zoom = self.scene.camera.zoom();
        let waits = self.waits(step, card.form);
        let stroke = match () {
            () if self.limits(card.step) && self.sheet.look.is_faint => {
                Stroke::dashed(1.4 * zoom, Ink::Bad, 5.0 * zoom, 3.0 * zoom)
            }
            () if self.limits(card.step) => Stroke::solid(2.0 * zoom, Ink::Bad),
            () if waits => Stroke::solid(0.9 * zoom, Ink::Warn),
            () => Stroke::solid(0.7 * zoom, Ink::Hairline),
        };
        let corner = CORNER * zoom;
        let shadow = rect.shifted(Point::new(0.0, 1.2 * zoom));
        match card.form {
            CardForm::Diamond => {
                let edge = Stroke::solid(0.9 * zoom, Ink::Faint);
                let edge = if self.limits(card.step) { stroke } else { edge };
                list.polygon(lozenge(shadow, zoom), Some(Ink::Shadow), None);
                list.polygon(lozenge(rect, zoom), Some(Ink::Panel), Some(edge));
            }
            CardForm::Document => {
                let fold = 9.0 * zoom;
                list.polygon(cut_corner(shadow, corner * 0.6, fold), Some(Ink::Shadow), None);
                list.polygon(cut_corner(rect, corner * 0.6, fold), Some(Ink::Panel), Some(stroke));
                let (x, y) = (rect.right() - fold, rect.top() + fold);
                let folded =
                    [Point::new(x, rect.top()), Point::new(rect.right(), y), Point::new(x, y)];
                list.polygon(folded, Some(Ink::Hairline), None);
            }
            CardForm::Note => {
                list.rect(rect, corner * 0.4, Some(Ink::AccentWash), Some(stroke));
            }
            CardForm::Full | CardForm::Slim | CardForm::Folded => {
                list.rect(shadow, corner, Some(Ink::Shadow), None);
                let ground = if waits { Ink::WarnWash } else { Ink::Panel };
                list.rect(rect, corner, Some(ground), Some(stroke));
                if card.form == CardForm::Full {
                    self.stripe(step, rect, list);
                }
            }
        }
    }

    /// The stripe on the left edge, split among the roles.
    fn stripe(&self, step: &Step, rect: Rect, list: &mut DisplayList) {
        let zoom = self.scene.camera.zoom();
        let roles = step.needs.iter().flat_map(|need| need.roles.iter());
        let inks: Vec<Ink> = roles
            .filter_map(|role| self.scene.scenario.roles().get(role))
            .map(|role| Ink::Role(role.colour))
            .collect();
        let height = rect.height() / inks.len().max(1) as f32;
        for (number, ink) in inks.iter().enumerate() {
            let top = rect.top() + height * number as f32;
            let part = Rect::new(rect.left(), top, rect.left() + STRIPE * zoom, top + height);
            let upper = if number == 0 { CORNER * zoom } else { 0.0 };
            let lower = if number + 1 == inks.len() { CORNER * zoom } else { 0.0 };
            list.polygon(rounded_left(part, upper, lower), Some(*ink), None);
        }
    }

    fn texts(&self, card: &Card, step: &Step, rect: Rect, list: &mut DisplayList) {
        let zoom = self.scene.camera.zoom();
        let measure = self.sheet.text;
        let size = LETTERS * zoom;
        let (left, right) = sides(card.form);
        let inner = Rect { min: Point::new(rect.left() + left * zoom, rect.top()), max: rect.max };
        let inner = Rect { max: Point::new(rect.right() - right * zoom, rect.bottom()), ..inner };
        let room = inner.width();
        let weight = name_weight(card.form);
        let lines = wrapped(&step.name, room, 2, measure, size, weight);
        let ink = if self.waits(step, card.form) { Ink::WarnText } else { Ink::Text };
        let pitch = PITCH * zoom;
        let time = step.time.as_ref().map(|time| self.scene.labels.time(time).into_owned());
        let time = time.filter(|time| measure.width(time, size, Weight::Regular) <= room);
        if card.form == CardForm::Full {
            let style = Style::of(size, weight, ink, Anchor::Left);
            let mut y = rect.top() + 6.0 * zoom + pitch / 2.0;
            for line in lines {
                write(list, Point::new(inner.left(), y), &cut(line, room, measure, style), style);
                y += pitch;
            }
            let foot = rect.bottom() - 6.0 * zoom - pitch / 2.0;
            // A line above the last one, where the name leaves room for it.
            let above = Some(foot - pitch).filter(|above| *above >= y - 0.1 * zoom);
            let time = time.as_deref().unwrap_or_default();
            self.foot(card, time, inner, (foot, above), list);
            return;
        }
        let timed = time.filter(|_| card.form == CardForm::Diamond);
        let count = lines.len() + usize::from(timed.is_some());
        let style = Style::of(size, weight, ink, Anchor::Centre);
        let mut y = rect.centre().y - (count.max(1) - 1) as f32 * pitch / 2.0;
        for line in lines {
            let at = Point::new(inner.centre().x, y);
            write(list, at, &cut(line, room, measure, style), style);
            y += pitch;
        }
        if let Some(time) = timed {
            let style = Style::of(size, Weight::Regular, Ink::Muted, Anchor::Centre);
            write(list, Point::new(inner.centre().x, y), &time, style);
        }
    }

    /// The last line of a card: its time, and how much it can do where there is room for it.
    fn foot(
        &self,
        card: &Card,
        time: &str,
        inner: Rect,
        (y, above): (f32, Option<f32>),
        list: &mut DisplayList,
    ) {
        let size = LETTERS * self.scene.camera.zoom();
        let measure = self.sheet.text;
        let style = Style::of(size, Weight::Regular, Ink::Muted, Anchor::Left);
        let rate = self.sheet.figures.says(card.step);
        // Measured as the widest that it may become, so that nothing jumps when it is told.
        let heavy = Style { weight: Weight::Semibold, ..style };
        let room = inner.width() - style.width(time, measure) - FOOT_GAP * size;
        let is_wide = rate.as_ref().is_some_and(|rate| heavy.width(rate, measure) > room);
        let of_time = if is_wide && !time.is_empty() { above } else { None };
        write(list, Point::new(inner.left(), of_time.unwrap_or(y)), time, style);
        if let Some(played) = self.sheet.look.played {
            // What is done in an hour is of another hour than what is seen.
            if let Some(step) = played.steps.get(&card.step) {
                day::crew(list, self.scene, step, (inner.right(), y), room);
            }
            return;
        }
        if !self.sheet.look.shows_rates {
            return;
        }
        let Some(rate) = rate else { return };
        let limits = self.limits(card.step);
        let (ink, weight) = match (limits, self.sheet.look.is_faint) {
            (true, false) => (Ink::BadText, Weight::Semibold),
            (true, true) => (Ink::Faint, Weight::Semibold),
            (false, _) => (Ink::Muted, Weight::Regular),
        };
        let right = Style::of(size, weight, ink, Anchor::Right);
        let room = if of_time.is_some() { inner.width() } else { room };
        if right.width(&rate, measure) <= room {
            write(list, Point::new(inner.right(), y), &rate, right);
        }
    }

    /// Finds places for the badges of bottlenecks: above their card, beside what stands there.
    pub fn badges(&self, taken: &mut Vec<Rect>) -> Badges {
        let zoom = self.scene.camera.zoom();
        let size = LETTERS * zoom;
        let text = self.scene.labels.bottleneck().into_owned();
        let width = self.sheet.text.width(&text, size, Weight::Semibold) + 14.0 * zoom;
        let mut places = Vec::new();
        for card in self.scene.geometry.cards() {
            if !self.marked.contains(&card.step) {
                continue;
            }
            let rect = self.scene.camera.rect_on_screen(card.rect);
            let bottom = rect.top() + 3.0 * zoom;
            let top = bottom - 20.0 * zoom;
            let lefts = [
                rect.centre().x - width / 2.0,
                rect.right() - width,
                rect.left(),
                rect.right() - 0.7 * width,
            ];
            let of = |left: f32| Rect::new(left, top, left + width, bottom);
            let own = |other: &Rect| *other == rect;
            let free = |place: &Rect| {
                self.scene.viewport.encloses(*place)
                    && !taken.iter().any(|other| !own(other) && other.overlaps(*place))
            };
            let place = lefts.into_iter().map(of).find(free).unwrap_or_else(|| of(lefts[0]));
            taken.push(place);
            places.push((card.step, place));
        }
        Badges { text, places }
    }
}

impl Badges {
    /// Where they stand.
    pub fn places(&self) -> impl Iterator<Item = Rect> + '_ {
        self.places.iter().map(|(_, place)| *place)
    }

    /// Draws the badges; faintly where only the presenter sees them.
    pub fn draw(&self, scene: &Scene, is_faint: bool, list: &mut DisplayList) {
        let zoom = scene.camera.zoom();
        let (ground, ink) =
            if is_faint { (Ink::BadWash, Ink::BadText) } else { (Ink::Bad, Ink::OnBad) };
        let edge = is_faint.then(|| Stroke::dashed(zoom, Ink::Bad, 4.0 * zoom, 3.0 * zoom));
        for (step, rect) in &self.places {
            list.pen(Layer::Marks, Subject::Step(*step), 300);
            list.rect(*rect, rect.height() / 2.0, Some(ground), edge);
            let style = Style::of(LETTERS * zoom, Weight::Semibold, ink, Anchor::Centre);
            write(list, rect.centre(), &self.text, style);
        }
    }
}

/// A decision: a diamond drawn long, so that its name has room.
fn lozenge(rect: Rect, zoom: f32) -> [Point; 6] {
    let (bevel, middle) = (16.0 * zoom, rect.centre().y);
    [
        Point::new(rect.left(), middle),
        Point::new(rect.left() + bevel, rect.top()),
        Point::new(rect.right() - bevel, rect.top()),
        Point::new(rect.right(), middle),
        Point::new(rect.right() - bevel, rect.bottom()),
        Point::new(rect.left() + bevel, rect.bottom()),
    ]
}
