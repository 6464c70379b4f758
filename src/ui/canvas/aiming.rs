//! What a link that is being drawn would be: where it would lead, what it would mean, and why it
//! cannot be. What is shown while it is pulled is what its release does.

use egui::{Pos2, Ui};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, LinkPull, Refusal, Step, StepId};
use crate::drawing::{Landing, LinkSide, Point, Side, card_near};
use crate::ui::view_context::ViewContext;

use super::placing::placed;
use super::{Canvas, paint};

/// How far beside a card a link is still meant for it, in screen points.
const MERCY: f32 = 12.0;
/// How far beside the row or column of its start a card may be dropped to end up in it, in sheet
/// units.
const ROW_REACH: f32 = 30.0;

/// Where a link that is being drawn leads.
pub(super) enum End {
    /// To a card.
    Card(StepId),
    /// To a card that is not there yet, and where it falls.
    Fresh(Box<Step>, Landing),
    /// Back to where it came from: it is given up.
    Nowhere,
    /// Where no card can be.
    Outside,
}

/// What a link that is being drawn would be if it were released now.
pub(super) struct Aim {
    pub(super) end: End,
    pub(super) kind: LinkKind,
    /// What else it could mean, itself included; empty for an association.
    pub(super) kinds: Vec<LinkKind>,
    pub(super) refusal: Option<Refusal>,
}

impl Aim {
    /// The kind after the one that it has; the same where there is no other.
    pub(super) fn next_kind(&self) -> LinkKind {
        next_kind(&self.kinds, self.kind)
    }
}

/// The kind that comes after another in the order of [`LinkKind::ALL`], around its end.
pub(super) fn next_kind(kinds: &[LinkKind], kind: LinkKind) -> LinkKind {
    let later = kinds.iter().find(|other| **other > kind);
    later.or(kinds.first()).copied().unwrap_or(kind)
}

/// How a link is pulled from a side of a card.
pub(super) fn pull_from(side: Side) -> LinkPull {
    if side.is_horizontal() { LinkPull::Along } else { LinkPull::Across }
}

impl Canvas {
    /// What a link from a card would be that is released at a point of the window; `chosen` is the
    /// kind that was asked for.
    pub(super) fn aim(
        &self,
        ui: &Ui,
        view: &ViewContext<'_>,
        from: StepId,
        side: Side,
        at: Pos2,
        chosen: Option<LinkKind>,
    ) -> Aim {
        let pull = pull_from(side);
        match self.step_meant(view, ui, at) {
            Some(to) if to == from => Aim::nowhere(End::Nowhere),
            Some(to) => Self::aim_at_card(view, from, to, pull, chosen),
            None => {
                let free = ui.input(|input| input.modifiers.alt);
                let Some((step, landing)) = self.fresh_card(view, from, pull, at, free) else {
                    return Aim::nowhere(End::Outside);
                };
                let usual = view.scenario.usual_link_kind_to(from, step.kind, step.place(), pull);
                let flows = |kind: crate::blueprint::StepKind| kind.flows();
                let joins = flows(step.kind)
                    && view.scenario.steps().get(&from).is_some_and(|from| flows(from.kind));
                let kinds = if joins { LinkKind::ALL.to_vec() } else { Vec::new() };
                let kind = chosen.filter(|_| joins).unwrap_or(usual);
                Aim { end: End::Fresh(Box::new(step), landing), kind, kinds, refusal: None }
            }
        }
    }

    /// What a link between two cards would be.
    pub(super) fn aim_at_card(
        view: &ViewContext<'_>,
        from: StepId,
        to: StepId,
        pull: LinkPull,
        chosen: Option<LinkKind>,
    ) -> Aim {
        let scenario = view.scenario;
        let usual = scenario.usual_link_kind(from, to, pull);
        let mut link = Link::between(from, to, usual);
        if let Some(chosen) = chosen.filter(|_| !scenario.is_association(&link)) {
            link.kind = chosen;
        }
        let kinds = scenario.possible_link_kinds(&link, None);
        let refusal = scenario.check_link(&link, None).err();
        Aim { end: End::Card(to), kind: link.kind, kinds, refusal }
    }

    /// The card that a link is meant for which is released at a point of the window: the one there,
    /// else the nearest within a little.
    pub(super) fn step_meant(&self, view: &ViewContext<'_>, ui: &Ui, at: Pos2) -> Option<StepId> {
        let sheet = paint::rect(self.sight.area());
        self.step_under(view, ui, at).or_else(|| {
            let on_sheet = self.sight.sheet_from_screen(paint::point(at));
            card_near(&self.geometry, on_sheet, MERCY / self.sight.zoom())
                .filter(|step| sheet.contains(at) && !self.look.hides(*step))
        })
    }

    /// The card that a link makes which is released over the empty sheet: in the row or column of
    /// its start where it is near it, and never on another card. `free` lets it lie where it is put.
    fn fresh_card(
        &self,
        view: &ViewContext<'_>,
        from: StepId,
        pull: LinkPull,
        at: Pos2,
        free: bool,
    ) -> Option<(Step, Landing)> {
        let pointer = self.sight.sheet_from_screen(paint::point(at));
        let start = self.geometry.card(from)?.rect.centre();
        let near = |wanted: f32, start: f32| {
            if !free && (wanted - start).abs() <= ROW_REACH { start } else { wanted }
        };
        let x = if pull == LinkPull::Across { near(pointer.x, start.x) } else { pointer.x };
        let wanted = Point::new(x, near(pointer.y, start.y));
        let (step, landing) = self.usual_landing(view, wanted, free)?;
        Some((placed(step, landing.place), landing))
    }
}

impl Aim {
    fn nowhere(end: End) -> Self {
        Self { end, kind: LinkKind::Flow, kinds: Vec::new(), refusal: None }
    }
}

/// A link whose end is attached to another step, and what else it could mean. It keeps its kind
/// where it can; else it becomes a Flow or Together, and only on request a Trigger.
pub(super) fn reattached(
    view: &ViewContext<'_>,
    id: LinkId,
    side: LinkSide,
    step: StepId,
    chosen: Option<LinkKind>,
) -> Option<(Link, Vec<LinkKind>, Option<Refusal>)> {
    let scenario = view.scenario;
    let old = scenario.links().get(&id)?;
    let mut link = Link::clone(old);
    match side {
        LinkSide::From => link.from = step,
        LinkSide::To => link.to = LinkEnd::Step(step),
    }
    let kinds = scenario.possible_link_kinds(&link, Some(id));
    // What only said what belongs together becomes what is usual between the two.
    let flows_now = scenario.is_association(old) && !scenario.is_association(&link);
    if let (true, Some(to)) = (flows_now, link.to.step()) {
        link.kind = scenario.usual_link_kind(link.from, to, LinkPull::Across);
    }
    if let Some(chosen) = chosen.filter(|_| !kinds.is_empty()) {
        link.kind = chosen;
    } else if !kinds.is_empty() && !kinds.contains(&link.kind) {
        let other = kinds.iter().find(|kind| **kind != LinkKind::Trigger);
        link.kind = other.copied().unwrap_or(link.kind);
    }
    let refusal = scenario.check_link(&link, Some(id)).err();
    Some((link, kinds, refusal))
}
