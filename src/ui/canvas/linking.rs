//! Links drawn with the pointer and by keyboard, and why some cannot be.

use egui::{Align2, CursorIcon, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, Refusal, StepId};
use crate::drawing::{LinkSide, PendingLink, Point, Side};
use crate::editor::Edit;
use crate::ui::flow_order::flow_order;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::towards::Towards;
use crate::ui::view_context::ViewContext;

use super::gesture::Gesture;
use super::walking::nearest_towards;
use super::{Canvas, paint};

impl Canvas {
    /// Starts to draw a link by keyboard: the card to the right is offered first.
    pub(in crate::ui) fn start_linking(&mut self, from: StepId) {
        let first = nearest_towards(&self.geometry, from, Towards::Right, |_| true);
        self.gesture = Gesture::LinkByKeys { from, target: first };
        self.keys.wanted = true;
    }

    /// A link that is being drawn from a card's edge.
    pub(super) fn show_pending(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        from: StepId,
        side: Side,
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
        let target = self.step_under(view, ui, at).filter(|step| *step != from);
        let (kind, refusal) = usual_link(view, from, target);
        self.look.target = target.filter(|_| refusal.is_none());
        let to = self.camera.sheet_from_screen(paint::point(at));
        let refused = refusal.is_some();
        self.look.pending_link = Some(PendingLink { from: start, to, kind, refused });
        self.say_why(ui, view, refusal, at);
    }

    /// A link whose end is being attached elsewhere.
    pub(super) fn show_reattached(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        id: LinkId,
        side: LinkSide,
        at: Pos2,
    ) {
        let Some(link) = view.scenario.links().get(&id) else { return };
        let fixed = if side == LinkSide::To { Some(link.from) } else { link.to.step() };
        let target = self.step_under(view, ui, at);
        let refusal = target.and_then(|step| {
            view.scenario.check_link(&reattached(link, side, step), Some(id)).err()
        });
        if let Some(card) = fixed.and_then(|step| self.geometry.card(step)) {
            let (from, to) = (card.rect.centre(), self.camera.sheet_from_screen(paint::point(at)));
            let refused = refusal.is_some();
            self.look.pending_link = Some(PendingLink { from, to, kind: link.kind, refused });
        }
        self.look.target = target.filter(|_| refusal.is_none());
        self.say_why(ui, view, refusal, at);
    }

    fn say_why(&mut self, ui: &Ui, view: &ViewContext<'_>, refusal: Option<Refusal>, at: Pos2) {
        self.reason = refusal.map(|refusal| (at, view.words.refusal(refusal).to_owned()));
        if refusal.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::NotAllowed);
        }
    }

    /// Shows the link that is drawn by keyboard.
    pub(super) fn show_linking(&mut self, view: &ViewContext<'_>) {
        let Gesture::LinkByKeys { from, target } = self.gesture else { return };
        let Some(card) = self.geometry.card(from) else {
            self.gesture = Gesture::Nothing;
            return;
        };
        let start = card.rect;
        let (kind, refusal) = usual_link(view, from, target);
        self.look.target = target.filter(|_| refusal.is_none());
        let end = target.and_then(|step| self.geometry.card(step));
        self.look.pending_link = end.map(|end| {
            let (a, b) = facing(start, end.rect);
            PendingLink { from: a, to: b, kind, refused: refusal.is_some() }
        });
        self.reason = refusal.zip(end).map(|(refusal, end)| {
            let at = self.camera.screen_from_sheet(end.rect.centre());
            (paint::pos(at), view.words.refusal(refusal).to_owned())
        });
    }

    /// Chooses the next target of a link that is drawn by keyboard.
    pub(super) fn choose_target(&mut self, view: &ViewContext<'_>, towards: Towards) {
        let Gesture::LinkByKeys { from, target } = self.gesture else { return };
        let here = target.unwrap_or(from);
        let next = nearest_towards(&self.geometry, here, towards, |step| {
            step != from && view.scenario.steps().contains_key(&step)
        });
        self.aim_at(from, next);
    }

    /// Chooses the target that comes `by` later in the flow.
    pub(super) fn choose_along(&mut self, view: &ViewContext<'_>, backwards: bool) {
        let Gesture::LinkByKeys { from, target } = self.gesture else { return };
        let mut order = flow_order(view.scenario);
        let here = target.unwrap_or(from);
        order.retain(|step| *step != from || *step == here);
        self.aim_at(from, step_after(&order, Some(here), backwards));
    }

    fn aim_at(&mut self, from: StepId, next: Option<StepId>) {
        if let Some(next) = next {
            self.gesture = Gesture::LinkByKeys { from, target: Some(next) };
            self.reveal(next);
        }
    }

    /// Draws the link to a target, and ends drawing; a link that cannot be stays offered.
    pub(super) fn link_to(&mut self, ui: &Ui, view: &mut ViewContext<'_>, to: StepId) {
        let Gesture::LinkByKeys { from, .. } = self.gesture else { return };
        match usual_link(view, from, Some(to)) {
            (kind, None) => {
                view.edit(Edit::AddLink(Link::between(from, to, kind)));
                self.release(ui.ctx());
            }
            (_, Some(_)) => self.aim_at(from, Some(to)),
        }
    }

    /// Says at the pointer why something cannot be.
    pub(super) fn show_reason(&self, ui: &Ui, view: &ViewContext<'_>) {
        let Some((at, why)) = &self.reason else { return };
        let tokens = view.tokens;
        let area = paint::rect(self.viewport);
        let text =
            ui.painter().layout_no_wrap(why.clone(), font(Weight::Medium, SMALL), tokens.ink);
        let size = text.size() + Vec2::new(18.0, 10.0);
        let corner = *at + Vec2::new(16.0, 18.0);
        let corner = corner.min(area.max - size - Vec2::splat(4.0)).max(area.min);
        let frame = Rect::from_min_size(corner, size);
        let painter = ui.painter().with_clip_rect(area);
        let stroke = Stroke::new(1.0, tokens.bad);
        painter.rect(frame, 6.0, tokens.bad_wash, stroke, StrokeKind::Inside);
        painter.galley(frame.min + Vec2::new(9.0, 5.0), text, tokens.ink);
    }

    /// Says at the lower edge of the sheet what the keys do while a tool is at work.
    pub(super) fn show_tool_hint(&self, ui: &Ui, view: &ViewContext<'_>) {
        let key = match self.gesture {
            Gesture::LinkByKeys { .. } => "hand-connect-hint",
            Gesture::Space(_) => "hand-space-hint",
            _ => return,
        };
        let tokens = view.tokens;
        let area = paint::rect(crate::drawing::sheet_area(self.viewport));
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

/// The link that is meant between two steps, and why it cannot be drawn.
pub(super) fn usual_link(
    view: &ViewContext<'_>,
    from: StepId,
    to: Option<StepId>,
) -> (LinkKind, Option<Refusal>) {
    let Some(to) = to else { return (LinkKind::Flow, None) };
    let kind = view.scenario.usual_link_kind(from, to);
    let link = Link::between(from, to, kind);
    (kind, view.scenario.check_link(&link, None).err())
}

/// A link with one of its ends at another step.
pub(super) fn reattached(link: &Link, side: LinkSide, step: StepId) -> Link {
    match side {
        LinkSide::From => Link { from: step, ..*link },
        LinkSide::To => Link { to: LinkEnd::Step(step), ..*link },
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
