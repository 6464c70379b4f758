//! What is done with the sheet itself: the step that comes next, phases cut in two, lines moved.

use egui::Context;

use crate::blueprint::{LinkEnd, LinkKind, Place, Scenario, Step, StepId};
use crate::drawing::{CARD_GAP, CardForm, Falling, Point, Pull, beside as beside_card, fall};
use crate::editor::Edit;
use crate::ui::app::App;
use crate::ui::canvas::{cut_at, new_step, placed};
use crate::ui::card_sorts::Palette;
use crate::ui::line_move::LineMove;
use crate::ui::towards::Towards;

/// How far left of a selected card a phase is cut, in sheet units: in the middle of the gap.
const BEFORE_CARD: f32 = CARD_GAP / 2.0;

impl App {
    /// Adds the step that comes next: on an empty sheet the first one of the customer; after the
    /// selected step one more of its lane, linked to it; else what is usual where the pointer is.
    /// Where nothing tells the place, it comes after the one step at which the flow ends, or in the
    /// middle of what is seen.
    pub(in crate::ui) fn insert_here(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let flows = |step: &StepId| scenario.steps().get(step).is_some_and(|it| it.kind.flows());
        let selected = self.editor.selection().only_step();
        if let Some(step) = selected.filter(flows) {
            return self.append_to(ctx, step, Towards::Right);
        }
        let next = Palette::next_on(&scenario, self.editor.selection());
        let beside = selected.and_then(|step| self.canvas.geometry().card(step));
        let point = match (next, beside) {
            (Some(_), Some(card)) => {
                // No form is wider.
                let x = beside_card(self.canvas.geometry(), card, CardForm::Full, true);
                Point::new(x, card.rect.centre().y)
            }
            (Some(item), None) => return self.insert(ctx, item),
            (None, _) => match (self.pointer_on_sheet(ctx), only_end(&scenario)) {
                (Some(point), _) => point,
                (None, Some(end)) => return self.append_to(ctx, end, Towards::Right),
                (None, None) => self.canvas.middle_on_sheet(),
            },
        };
        let loose = scenario.steps().values().any(|step| step.kind.flows());
        match self.usual_step_at(ctx, point) {
            Some(edit) => self.edit(ctx, edit),
            // What is seen lies beside the lanes.
            None => self.insert(ctx, Palette::CustomerAction),
        }
        let added = self.editor.selection().only_step();
        let added = added.and_then(|step| self.editor.scenario().steps().get(&step));
        if loose && added.is_some_and(|step| step.kind.flows()) {
            self.notice.say(self.words.text("keys-not-linked").to_owned(), ctx.time());
        }
    }

    /// The edit that adds the step that is usual at a point of the sheet.
    fn usual_step_at(&mut self, ctx: &Context, point: Point) -> Option<Edit> {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let place: Place = self.canvas.geometry().place_at(&scenario, point)?;
        let zone = scenario.lanes().get(&place.lane)?.zone;
        let item = Palette::usual_in(zone);
        let step: Step = self.with_view(ctx, |view| new_step(view, item, place));
        let falling = Falling { centre: point, form: CardForm::of(&step, zone) };
        let found = fall(self.canvas.geometry(), &scenario, falling, Pull::Strong, |_| true)?;
        let edit = Edit::AddStep(Box::new(placed(step, found.place)));
        Some(edit.in_rooms(found.rooms))
    }

    /// Starts a phase left of what is selected, or in the middle of what is seen.
    pub(in crate::ui) fn split_phase(&mut self, ctx: &Context) {
        let geometry = self.canvas.geometry();
        let cards = self.editor.selection().steps.iter().filter_map(|step| geometry.card(*step));
        let left = cards.map(|card| card.rect.left() - BEFORE_CARD).reduce(f32::min);
        let x = left.unwrap_or_else(|| self.canvas.middle_on_sheet().x);
        let edit = self.with_view(ctx, |view| cut_at(view, x));
        self.edit(ctx, edit);
    }

    /// Moves a line over the lane beside it.
    pub(in crate::ui) fn move_line(&mut self, ctx: &Context, by: LineMove) {
        let Some(lane) = self.editor.scenario().lane_beside(by.line, by.up) else { return };
        self.edit(ctx, Edit::MoveLine(vec![lane]));
    }
}

/// The step at which the flow ends, where there is just one: nothing leads on from it.
fn only_end(scenario: &Scenario) -> Option<StepId> {
    let leads_on = |id: &StepId| {
        let mut links = scenario.links_at(*id);
        links.any(|(_, link)| link.from == *id && link.kind == LinkKind::Flow)
    };
    let within = |id: &StepId| {
        let mut links = scenario.links_at(*id);
        links.any(|(_, link)| link.to == LinkEnd::Step(*id) && link.kind == LinkKind::Flow)
    };
    let mut ends = scenario.steps().iter().filter(|(id, step)| {
        step.kind.flows() && !leads_on(id) && (within(id) || scenario.flowing_steps() == 1)
    });
    let (only, _) = ends.next()?;
    ends.next().is_none().then_some(*only)
}
