//! What is done with cards, lanes, phases and roles: added, removed, selected, named.

use egui::Context;

use crate::blueprint::{
    Lane, LaneSteps, LinkKind, Phase, PhaseWidth, Place, SheetPoint, StepId, StepKind, Zone,
};
use crate::drawing::{
    CARD_GAP, Card, CardForm, Falling, Point, Rect, SheetGeometry, beside as beside_card,
    fall_together,
};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::app::App;
use crate::ui::canvas::{landing, new_step, placed};
use crate::ui::card_sorts::Palette;
use crate::ui::dialogs::{AskRemoveDecision, AskRemoveLane};
use crate::ui::panels::palette::new_role;
use crate::ui::view_context::LEVERS;

/// How far a duplicate lies from its original outside any lane, in sheet units.
const DUPLICATE_SHIFT: (i32, i32) = (24, 16);
/// How far right of the sheet's edge the first card lies, in sheet units.
const FIRST_STEP: f32 = 86.0;

impl App {
    /// Takes the last edit back; before it, levers that were pulled.
    pub(in crate::ui) fn undo(&mut self) {
        if let Some(presenting) = &mut self.modes.presenting {
            presenting.session.undo(&mut self.editor);
            return;
        }
        if self.editor.trial() == Some(LEVERS) {
            self.editor.abort();
        } else {
            self.canvas.stay_at_zoom();
            self.editor.undo();
            // What was said of it is not so any more.
            self.notice.clear();
            self.tab.give_back(self.editor.selection());
        }
    }

    /// Does again what was taken back.
    pub(in crate::ui) fn redo(&mut self) {
        self.canvas.stay_at_zoom();
        self.editor.redo();
        self.tab.give_back(self.editor.selection());
    }

    /// Adds a copy of the selected cards.
    pub(in crate::ui) fn duplicate(&mut self, ctx: &Context) {
        // A card that lies outside any lane is copied where it is.
        let aside = |app: &Self| {
            let steps = app.editor.selection().steps.clone();
            Edit::DuplicateSteps(steps, DUPLICATE_SHIFT)
        };
        let edit = self.copies_beside().unwrap_or_else(|| aside(self));
        self.edit(ctx, edit);
    }

    /// Selects all cards.
    pub(in crate::ui) fn select_all(&mut self) {
        let all = self.editor.scenario().steps().keys().copied().collect::<Vec<_>>();
        self.editor.select(Selection::steps(all));
        self.letters.pick(self.editor.selection());
    }

    /// Selects nothing.
    pub(in crate::ui) fn select_none(&mut self) {
        self.editor.select(Selection::default());
        self.tab.give_back(self.editor.selection());
    }

    /// Begins to type the name of the selected step, or the label and share of the selected link.
    pub(in crate::ui) fn rename_selected(&mut self) {
        let selection = self.editor.selection();
        if let Some(step) = selection.only_step() {
            self.canvas.start_renaming(step);
        } else if let Some(link) = selection.only_link() {
            self.canvas.start_labelling(link);
        }
    }

    /// Adds a lane to a zone.
    pub(in crate::ui) fn add_lane(&mut self, ctx: &Context, zone: Zone) {
        self.edit(ctx, Edit::AddLane(Lane::new(zone)));
    }

    /// Adds a phase at the end.
    pub(in crate::ui) fn add_phase(&mut self, ctx: &Context) {
        let name = self.words.text("phase-new").to_owned();
        let end = self.editor.scenario().phases().len();
        self.edit(ctx, Edit::AddPhase(Phase::new(name), end));
    }

    /// Adds a role.
    pub(in crate::ui) fn add_role(&mut self, ctx: &Context) {
        let role = new_role(&self.words, self.editor.scenario());
        self.edit(ctx, Edit::AddRole(role));
    }

    /// Removes what is selected; asks first where it is not clear what becomes of the rest.
    pub(in crate::ui) fn delete(&mut self, ctx: &Context) {
        let selection = self.editor.selection().clone();
        let edit = match selection.other {
            Some(Thing::Lane(lane)) => {
                let held = self.editor.scenario().steps().values().any(|step| step.lane == lane);
                if held {
                    self.ask(AskRemoveLane(lane));
                    return;
                }
                Edit::RemoveLane(lane, LaneSteps::MustBeNone)
            }
            Some(Thing::Phase(phase)) => Edit::RemovePhase(phase),
            Some(Thing::Role(role)) => Edit::RemoveRole(role),
            Some(Thing::Element(element)) => Edit::RemoveElement(element),
            None if selection.is_empty() => return,
            None => {
                if let Some(step) = selection.only_step()
                    && self.has_several_branches(step)
                {
                    self.ask(AskRemoveDecision(step));
                    return;
                }
                Edit::Remove { steps: selection.steps, links: selection.links }
            }
        };
        self.edit(ctx, edit);
    }

    /// Whether removing a step would leave open which way the flow goes on.
    fn has_several_branches(&self, step: StepId) -> bool {
        let scenario = self.editor.scenario();
        let decision =
            scenario.steps().get(&step).is_some_and(|step| step.kind == StepKind::Decision);
        decision
            && scenario
                .links_at(step)
                .filter(|(_, link)| link.from == step && link.kind == LinkKind::Flow)
                .count()
                > 1
    }

    /// Adds a card beside the selected one, or in the middle of what is seen.
    pub(in crate::ui) fn insert(&mut self, ctx: &Context, item: Palette) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let geometry = self.canvas.geometry();
        let Some(lane) = scenario.lanes_of(item.zone()).next().map(|(id, _)| id) else {
            let Some((lane, phase)) =
                scenario.lanes().keys().next().zip(scenario.phases().keys().next())
            else {
                return;
            };
            let at = SheetPoint::new(PhaseWidth::USUAL / 2, item.zone().usual_height() / 2);
            let place = Place { lane: *lane, phase: *phase, at };
            let step = self.with_view(ctx, |view| new_step(view, item, place));
            self.edit(ctx, Edit::AddStepWithLane(item.zone(), Box::new(step)));
            return;
        };
        let Some(band) = geometry.band_of(lane).copied() else { return };
        let beside = self.editor.selection().only_step().and_then(|step| geometry.card(step));
        let left = geometry.columns().first().map_or(0.0, |column| column.left);
        let x = match beside {
            Some(card) => beside_card(geometry, card, CardForm::Full, true),
            // The first step comes where time begins.
            None if scenario.steps().is_empty() => left + FIRST_STEP,
            None => self.canvas.middle_on_sheet().x.max(left + FIRST_STEP),
        };
        let middle = f32::midpoint(band.top, band.bottom);
        let y = beside.filter(|card| (band.top..band.bottom).contains(&card.rect.centre().y));
        let point = Point::new(x, y.map_or(middle, |card| card.rect.centre().y));
        let Some(place) = geometry.place_at(&scenario, point) else { return };
        let step = self.with_view(ctx, |view| new_step(view, item, place));
        let form = CardForm::of(&step, band.zone);
        let geometry = self.canvas.geometry();
        let Some(found) = landing(geometry, &scenario, point, form, false) else { return };
        let edit = Edit::AddStep(Box::new(placed(step, found.place)));
        self.edit(ctx, edit.in_rooms(found.rooms));
    }

    /// The cards that copies of the selected ones become, to their right in the same rows.
    fn copies_beside(&self) -> Option<Edit> {
        let scenario = self.editor.scenario();
        let geometry = self.canvas.geometry();
        let steps = &self.editor.selection().steps;
        let cards: Vec<_> = steps.iter().filter_map(|step| geometry.card(*step)).collect();
        let around = cards.iter().map(|card| card.rect).reduce(Rect::union)?;
        let by = Point::new(Self::column_for_copies(geometry, &cards, around)?, 0.0);
        let falling = cards.iter().map(|card| {
            let form = CardForm::of(scenario.steps().get(&card.step)?, card.zone);
            Some(Falling { centre: card.rect.centre() + by, form })
        });
        let falling = falling.collect::<Option<Vec<_>>>()?;
        let (rooms, places) = fall_together(geometry, scenario, &falling, |_| true)?;
        let places = cards.iter().map(|card| card.step).zip(places).collect();
        Some(Edit::CopySteps(places).in_rooms(rooms))
    }

    /// How far right of cards their copies stand: the first in the column after the last, unless that
    /// is too near.
    fn column_for_copies(geometry: &SheetGeometry, cards: &[&Card], around: Rect) -> Option<f32> {
        let centre = |card: &&&Card| card.rect.centre().x;
        let first = cards.iter().min_by(|a, b| centre(a).total_cmp(&centre(b)))?;
        let last = cards.iter().max_by(|a, b| centre(a).total_cmp(&centre(b)))?;
        let by = beside_card(geometry, last, first.form, true) - first.rect.centre().x;
        Some(if by < around.width() + CARD_GAP / 2.0 { around.width() + CARD_GAP } else { by })
    }
}
