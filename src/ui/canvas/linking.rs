//! Links drawn with the pointer and by keyboard, and why some cannot be.

use std::collections::BTreeSet;

use egui::{Align2, CursorIcon, Key, Modifiers, Pos2, Rect, Ui, Vec2};

use crate::background::Snapshot;
use crate::blueprint::{Blueprint, Link, LinkId, LinkKind, LinkPull, Refusal, Scenario, StepId};
use crate::drawing::{CardForm, Ghost, LinkSide, PendingLink, Point, Routes, Side, flow_order};
use crate::editor::Edit;
use crate::ui::commands::Palette;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::aiming::{End, next_kind, reattached};
use super::gesture::Gesture;
use super::link_told::{KindWord, Spot};
use super::walking::nearest_towards;
use super::{Canvas, paint};

impl Canvas {
    /// Starts to draw a link by keyboard: the card to the right is offered first that none leads to yet.
    pub(in crate::ui) fn start_linking(&mut self, scenario: &Scenario, from: StepId) {
        let ends = scenario.links_at(from).flat_map(|(_, link)| [Some(link.from), link.to.step()]);
        let linked: BTreeSet<StepId> = ends.flatten().collect();
        let nearest = |may: &dyn Fn(StepId) -> bool| {
            nearest_towards(&self.geometry, from, Towards::Right, may)
        };
        let first = nearest(&|step| !linked.contains(&step)).or_else(|| nearest(&|_| true));
        self.gesture = Gesture::LinkByKeys { from, target: first, kind: None };
        self.keys.wanted = true;
    }

    /// F gives the link that is being drawn the next kind that it can have.
    pub(super) fn read_flip(&mut self, ui: &Ui, view: &ViewContext<'_>) {
        let drawing = matches!(
            self.gesture,
            Gesture::Connect { .. } | Gesture::Reattach { .. } | Gesture::LinkByKeys { .. }
        );
        if !drawing || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F)) {
            return;
        }
        let at = ui.input(|input| input.pointer.interact_pos());
        let flipped = match (&self.gesture, at) {
            (Gesture::Connect { from, side, kind }, Some(at)) => {
                Some(self.aim(ui, view, *from, *side, at, *kind).next_kind())
            }
            (Gesture::Reattach { link, side, kind }, Some(at)) => self
                .step_meant(view, ui, at)
                .and_then(|step| reattached(view, *link, *side, step, *kind))
                .map(|(link, kinds, _)| next_kind(&kinds, link.kind)),
            (Gesture::LinkByKeys { from, target: Some(to), kind }, _) => {
                Some(Self::aim_at_card(view, *from, *to, LinkPull::Across, *kind).next_kind())
            }
            _ => None,
        };
        if let (
            Some(flipped),
            Gesture::Connect { kind, .. }
            | Gesture::Reattach { kind, .. }
            | Gesture::LinkByKeys { kind, .. },
        ) = (flipped, &mut self.gesture)
        {
            *kind = Some(flipped);
        }
    }

    /// A link that is being drawn from a card's edge, and the card that it would make.
    pub(super) fn show_pending(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        (from, side): (StepId, Side),
        chosen: Option<LinkKind>,
        at: Pos2,
    ) {
        let Some(card) = self.geometry.card(from) else { return };
        let rect = card.rect;
        let centre = rect.centre();
        let start = match side {
            Side::Left => Point::new(rect.left(), centre.y),
            Side::Right => Point::new(rect.right(), centre.y),
            Side::Top => Point::new(centre.x, rect.top()),
            Side::Bottom => Point::new(centre.x, rect.bottom()),
        };
        let aim = self.aim(ui, view, from, side, at, chosen);
        let refused = aim.refusal.is_some();
        self.look.ghosts.clear();
        self.look.target = None;
        let mut end = None;
        match &aim.end {
            End::Card(step) => {
                self.look.target = Some(*step).filter(|_| !refused);
                end = self.geometry.card(*step).map(|card| card.rect);
            }
            End::Fresh(step, landing) => {
                let zone = view.scenario.zone_of(step);
                let form = CardForm::of(step, zone);
                let centre = landing.centre;
                end = Some(crate::drawing::Rect::centred(centre, form.size()));
                let name = view.text(Palette::usual_in(zone).key()).to_owned();
                self.look.ghosts.push(Ghost { centre, form, name, refused: false });
            }
            End::Nowhere | End::Outside => {}
        }
        let pointer = self.sight.sheet_from_screen(paint::point(at));
        let to = end.map_or(pointer, |end| facing(rect, end).1);
        let meets = matches!(aim.end, End::Card(_) | End::Fresh(..));
        let association = meets && Self::only_associates(view, from, &aim.end);
        let kind = aim.kind;
        self.look.pending_link = Some(PendingLink { from: start, to, kind, association, refused });
        self.look.pending_way = match aim.end {
            End::Card(to) if !refused => self.way_of(view, &Link::between(from, to, kind)),
            _ => Vec::new(),
        };
        let flips = aim.kinds.len() > 1;
        let spot = self.spot_of(at, end, start);
        self.kind_word = (meets && !refused).then_some(KindWord { spot, kind, association, flips });
        self.say_why(ui, view, aim.refusal, spot);
    }

    /// How a link would run if it were drawn now; nothing where it leads to another row.
    fn way_of(&mut self, view: &ViewContext<'_>, link: &Link) -> Vec<Point> {
        if self.sight.is_folded() {
            return Vec::new();
        }
        let shown = view.editor.scenario();
        if let Some((version, known, way)) = &self.way
            && version.is(shown)
            && known == link
        {
            return way.clone();
        }
        let mut with_it = Blueprint::clone(view.editor.blueprint());
        let drawn = with_it.edit(shown.id(), |scenario, ids| scenario.add_link(link.clone(), ids));
        let mut routes = Routes::default();
        if let Some(scenario) = with_it.scenario(shown.id()) {
            routes.update(scenario, &self.geometry);
        }
        let way = drawn.ok().and_then(|id| routes.route(id)).map(|route| route.points.to_vec());
        let way = way.unwrap_or_default();
        self.way = Some((Snapshot::of(shown), link.clone(), way.clone()));
        way
    }

    /// Whether a link from a card would only say what belongs together.
    fn only_associates(view: &ViewContext<'_>, from: StepId, end: &End) -> bool {
        let flows =
            |step: StepId| view.scenario.steps().get(&step).is_some_and(|step| step.kind.flows());
        let end_flows = match end {
            End::Card(step) => flows(*step),
            End::Fresh(step, _) => step.kind.flows(),
            End::Nowhere | End::Outside => true,
        };
        !end_flows || !flows(from)
    }

    /// A link whose end is being attached elsewhere.
    pub(super) fn show_reattached(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        (id, side): (LinkId, LinkSide),
        chosen: Option<LinkKind>,
        at: Pos2,
    ) {
        let Some(old) = view.scenario.links().get(&id) else { return };
        let fixed = if side == LinkSide::To { Some(old.from) } else { old.to.step() };
        let target = self.step_meant(view, ui, at);
        let aim = target.and_then(|step| reattached(view, id, side, step, chosen));
        let refusal = aim.as_ref().and_then(|(_, _, refusal)| *refusal);
        let refused = refusal.is_some();
        let kind = aim.as_ref().map_or(old.kind, |(link, ..)| link.kind);
        let association =
            view.scenario.is_association(aim.as_ref().map_or(&**old, |(link, ..)| link));
        if let Some(card) = fixed.and_then(|step| self.geometry.card(step)) {
            let held = self.sight.sheet_from_screen(paint::point(at));
            // The arrow leads the way that it will lead.
            let (from, to) = match side {
                LinkSide::To => (card.rect.centre(), held),
                LinkSide::From => (held, card.rect.centre()),
            };
            self.look.pending_link = Some(PendingLink { from, to, kind, association, refused });
            self.look.pending_way.clear();
        }
        let flips = aim.is_some_and(|(_, kinds, _)| kinds.len() > 1);
        let rect_of = |step| self.geometry.card(step).map(|card| card.rect);
        let held = self.sight.sheet_from_screen(paint::point(at));
        let other = fixed.and_then(rect_of).map_or(held, crate::drawing::Rect::centre);
        let spot = self.spot_of(at, target.and_then(rect_of), other);
        self.kind_word = (!refused).then_some(KindWord { spot, kind, association, flips });
        self.look.target = target.filter(|_| !refused);
        self.say_why(ui, view, refusal, spot);
    }

    /// Draws the link that was pulled from a card, or the card that it leads to.
    pub(super) fn finish_pending(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        (from, side): (StepId, Side),
        chosen: Option<LinkKind>,
        at: Pos2,
    ) {
        let aim = self.aim(ui, view, from, side, at, chosen);
        match aim.end {
            End::Nowhere => {}
            End::Outside => view.ask(Action::Say(view.text("drop-outside").to_owned())),
            End::Card(to) => {
                self.offer_kinds(view, from);
                view.edit(Edit::AddLink(Link::between(from, to, aim.kind)));
            }
            End::Fresh(step, landing) => {
                self.offer_kinds(view, from);
                let edit = Edit::AppendStep(from, step, aim.kind);
                view.edit(edit.in_rooms(landing.rooms));
            }
        }
    }

    /// Attaches the end of a link elsewhere; says what it means now where it had to change.
    pub(super) fn finish_reattached(
        &mut self,
        ui: &Ui,
        view: &mut ViewContext<'_>,
        (id, side): (LinkId, LinkSide),
        chosen: Option<LinkKind>,
        at: Pos2,
    ) {
        let aim =
            self.step_meant(view, ui, at).and_then(|to| reattached(view, id, side, to, chosen));
        let Some((link, _, refusal)) = aim else { return };
        let before = view.scenario.links().get(&id).map(|link| link.kind);
        let changed = before != Some(link.kind) && refusal.is_none() && chosen.is_none();
        let kind = view.words.link_kind(link.kind).to_owned();
        view.edit(Edit::SetLink(id, link));
        if changed {
            let said = view.words.with("link-kind-changed", &[("kind", kind.into())]);
            view.ask(Action::Say(said));
        }
    }

    fn say_why(&mut self, ui: &Ui, view: &ViewContext<'_>, refusal: Option<Refusal>, spot: Spot) {
        self.reason = refusal.map(|refusal| (spot, view.words.refusal(refusal).to_owned()));
        if refusal.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
        }
    }

    /// Shows the link that is drawn by keyboard.
    pub(super) fn show_linking(&mut self, view: &ViewContext<'_>) {
        let Gesture::LinkByKeys { from, target, kind } = self.gesture else { return };
        let Some(card) = self.geometry.card(from) else {
            self.gesture = Gesture::Nothing;
            return;
        };
        let start = card.rect;
        let aim = target.map(|to| Self::aim_at_card(view, from, to, LinkPull::Across, kind));
        let refusal = aim.as_ref().and_then(|aim| aim.refusal);
        self.look.target = target.filter(|_| refusal.is_none());
        let end = target.and_then(|step| self.geometry.card(step)).map(|card| card.rect);
        self.look.pending_link = None;
        (self.kind_word, self.reason) = (None, None);
        if let (Some(aim), Some(end)) = (aim, end) {
            let (a, b) = facing(start, end);
            let (kind, refused) = (aim.kind, refusal.is_some());
            let association = Self::only_associates(view, from, &aim.end);
            self.look.pending_link =
                Some(PendingLink { from: a, to: b, kind, association, refused });
            self.look.pending_way = match target.filter(|_| !refused) {
                Some(to) => self.way_of(view, &Link::between(from, to, kind)),
                None => Vec::new(),
            };
            let flips = aim.kinds.len() > 1;
            let at = paint::pos(self.sight.screen_from_sheet(end.centre()));
            let spot = self.spot_of(at, Some(end), a);
            self.kind_word = (!refused).then_some(KindWord { spot, kind, association, flips });
            self.reason = refusal.map(|refusal| (spot, view.words.refusal(refusal).to_owned()));
        }
    }

    /// Chooses the next target of a link that is drawn by keyboard.
    pub(super) fn choose_target(&mut self, view: &ViewContext<'_>, towards: Towards) {
        let Gesture::LinkByKeys { from, target, .. } = self.gesture else { return };
        let here = target.unwrap_or(from);
        let next = nearest_towards(&self.geometry, here, towards, |step| {
            step != from && view.scenario.steps().contains_key(&step)
        });
        self.aim_at(from, next);
    }

    /// Chooses the target that comes `by` later in the flow.
    pub(super) fn choose_along(&mut self, view: &ViewContext<'_>, backwards: bool) {
        let Gesture::LinkByKeys { from, target, .. } = self.gesture else { return };
        let mut order = flow_order(view.scenario);
        let here = target.unwrap_or(from);
        order.retain(|step| *step != from || *step == here);
        self.aim_at(from, step_after(&order, Some(here), backwards));
    }

    fn aim_at(&mut self, from: StepId, next: Option<StepId>) {
        if let (Some(next), Gesture::LinkByKeys { kind, .. }) = (next, &self.gesture) {
            self.gesture = Gesture::LinkByKeys { from, target: Some(next), kind: *kind };
            self.reveal(next);
        }
    }

    /// Draws the link to a target, and ends drawing; a link that cannot be stays offered.
    pub(super) fn link_to(&mut self, ui: &Ui, view: &mut ViewContext<'_>, to: StepId) {
        let Gesture::LinkByKeys { from, kind, .. } = self.gesture else { return };
        let aim = Self::aim_at_card(view, from, to, LinkPull::Across, kind);
        if aim.refusal.is_some() {
            self.aim_at(from, Some(to));
            return;
        }
        self.offer_kinds(view, from);
        view.edit(Edit::AddLink(Link::between(from, to, aim.kind)));
        self.release(ui.ctx());
    }

    /// Says at the lower edge of the sheet what the keys do while a tool is at work.
    pub(super) fn show_tool_hint(&self, ui: &Ui, view: &ViewContext<'_>) {
        let key = match self.gesture {
            Gesture::LinkByKeys { .. } => "hand-connect-hint",
            Gesture::Space(_) => "hand-space-hint",
            _ => return,
        };
        let tokens = view.tokens;
        let area = paint::rect(self.sight.area());
        let painter = ui.painter().with_clip_rect(area);
        let colour = tokens.on_accent;
        let room = area.width() - 48.0;
        let text =
            painter.layout(view.text(key).to_owned(), font(Weight::Medium, SMALL), colour, room);
        let size = text.size() + Vec2::new(24.0, 12.0);
        let centre = area.center_bottom() - Vec2::new(0.0, size.y / 2.0 + 12.0);
        let frame = Rect::from_center_size(centre, size);
        painter.rect_filled(frame, 8.0, tokens.accent);
        let at = Align2::CENTER_CENTER.align_size_within_rect(text.size(), frame).min;
        painter.galley(at, text, colour);
    }
}

/// The step that comes after another in an order, around its end.
pub(super) fn step_after(
    order: &[StepId],
    here: Option<StepId>,
    backwards: bool,
) -> Option<StepId> {
    let last = order.len().checked_sub(1)?;
    let at = here.and_then(|here| order.iter().position(|step| *step == here));
    let next = match (at, backwards) {
        (None, false) => 0,
        (None, true) => last,
        (Some(at), false) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), true) => at.checked_sub(1).unwrap_or(last),
    };
    order.get(next).copied()
}

/// Where a straight line between two cards leaves the one and meets the other.
fn facing(from: crate::drawing::Rect, to: crate::drawing::Rect) -> (Point, Point) {
    let (a, b) = (from.centre(), to.centre());
    if (b.x - a.x).abs() >= (b.y - a.y).abs() {
        if b.x >= a.x {
            (Point::new(from.right(), a.y), Point::new(to.left(), b.y))
        } else {
            (Point::new(from.left(), a.y), Point::new(to.right(), b.y))
        }
    } else if b.y >= a.y {
        (Point::new(a.x, from.bottom()), Point::new(b.x, to.top()))
    } else {
        (Point::new(a.x, from.top()), Point::new(b.x, to.bottom()))
    }
}
