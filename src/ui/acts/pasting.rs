//! Copies cards and pastes: cards as they were, a text on the selected card, cells and lists.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Blueprint, LaneId, PhaseWidth, Place, Refusal, Scenario, Step, StepId};
use crate::drawing::{Block, Card, CardForm, Falling, Point, SheetGeometry, fall_in_lanes};
use crate::editor::{DocumentEdit, Edit};
use crate::exchange::{self, TableErrors, TableFault};
use crate::ui::app::App;
use crate::ui::dialogs::{Import, Message, PasteOnCard};
use crate::ui::pasted_text::{PastedAs, lines};

/// The longest text that is taken for a name without a question, in letters.
const LONGEST_NAME: usize = 80;

impl App {
    /// Copies the selected cards.
    pub(in crate::ui) fn copy(&mut self, ctx: &Context) {
        let steps = &self.editor.selection().steps;
        if steps.is_empty() {
            return;
        }
        let scenario = self.editor.scenario();
        let text = exchange::write_some_steps(scenario, steps).text;
        let fragment = Arc::new(scenario.fragment(steps));
        self.clipboard.keep(self.files.preference_store(), &text, &fragment);
        ctx.copy_text(text);
    }

    /// Pastes copied cards as they were, a text on the selected card, or cells of a spreadsheet.
    pub(in crate::ui) fn paste(&mut self, ctx: &Context, text: &str) {
        if let Some(fragment) = self.clipboard.cards(self.files.preference_store(), text) {
            let at = self.place_under_pointer(ctx);
            self.paste_cards(ctx, fragment, at);
            return;
        }
        if exchange::is_survey(text) && text.trim().lines().count() > 1 {
            return self.offer_survey(String::new(), text.to_owned());
        }
        if self.paste_on_card(ctx, text) {
            return;
        }
        self.paste_table(ctx, text);
    }

    /// Pastes cards into their lanes, in rows where some are near; what lies there makes room.
    fn paste_cards(&mut self, ctx: &Context, fragment: Arc<Scenario>, at: Option<Place>) {
        let mut blueprint = Blueprint::clone(self.editor.blueprint());
        // Who points nowhere has not asked for room among the cards of another sheet.
        let block = if at.is_none() && !is_of(&fragment, self.editor.scenario()) {
            Block::InFreeRows
        } else {
            Block::InRows
        };
        let pasted = blueprint.edit(self.editor.scenario().id(), |scenario, ids| {
            let steps = scenario.add_fragment(&fragment, at, ids)?;
            settle(scenario, &steps, block)?;
            Ok(steps)
        });
        match pasted {
            Ok(steps) => self.edit(ctx, DocumentEdit::Paste(Box::new(blueprint), steps)),
            // There is no room for them; as they are they may still be pasted, else it is said why.
            Err(_) => self.edit(ctx, Edit::PasteFragment(fragment, at)),
        }
    }

    /// Turns cells of a spreadsheet, a list or a flowchart into steps.
    pub(in crate::ui) fn paste_table(&mut self, ctx: &Context, text: &str) {
        let source = match exchange::Source::of_text(text) {
            Ok(source) if !source.is_prose() => source,
            Ok(_) => {
                let why = self.words.text("paste-no-steps").to_owned();
                return self.say_not_pasted(&why);
            }
            Err(errors) => return self.say_not_pasted(&self.why_not_pasted(&errors)),
        };
        let reading = match source.propose() {
            Ok(reading) if reading.is_plain() && !leaves_units_open(&source, &reading) => reading,
            // Which column holds what is seen first, and can be said.
            Ok(_) | Err(_) if !source.is_list() => {
                return self.show_import(Import::pasted(source));
            }
            Ok(reading) => reading,
            Err(errors) => return self.say_not_pasted(&self.why_not_pasted(&errors)),
        };
        let mut blueprint = Blueprint::clone(self.editor.blueprint());
        let mut faults = None;
        let added = blueprint.edit(self.editor.scenario().id(), |scenario, ids| {
            source.add(&reading, scenario, ids).map_err(|errors| {
                faults = Some(errors);
                Refusal::NotThere
            })
        });
        if let Ok(added) = added {
            self.edit(ctx, DocumentEdit::Paste(Box::new(blueprint), added.steps));
            if !added.notices.is_empty() {
                self.notice.say(self.words.import_notices(&added.notices), ctx.time());
            }
        } else if source.is_list() {
            let why = faults.map(|faults| self.why_not_pasted(&faults));
            self.say_not_pasted(&why.unwrap_or_default());
        } else {
            self.show_import(Import::pasted(source));
        }
    }

    fn say_not_pasted(&mut self, why: &str) {
        self.ask(Message::new(self.words.text("paste-failed-title"), why));
    }

    fn why_not_pasted(&self, errors: &TableErrors) -> String {
        let no_table = errors
            .0
            .iter()
            .any(|error| matches!(error.fault, TableFault::NoHeader | TableFault::Empty));
        if no_table {
            self.words.text("paste-no-steps").to_owned()
        } else {
            self.words.table_errors(errors)
        }
    }

    /// Takes a text for the card that is selected alone; asks where it may be meant otherwise.
    /// Answers whether it did: cells of a spreadsheet are steps.
    pub(in crate::ui) fn paste_on_card(&mut self, ctx: &Context, text: &str) -> bool {
        let Some(step) = self.editor.selection().only_step() else { return false };
        let lines = lines(text);
        if lines.is_empty() || text.contains('\t') {
            return false;
        }
        match lines.as_slice() {
            [name] if name.chars().count() <= LONGEST_NAME => {
                self.put_on_card(ctx, step, text, PastedAs::Name);
            }
            _ => self.ask(PasteOnCard { step, text: text.to_owned() }),
        }
        true
    }

    /// Puts a text on a card, as one step to undo.
    pub(in crate::ui) fn put_on_card(
        &mut self,
        ctx: &Context,
        id: StepId,
        text: &str,
        as_what: PastedAs,
    ) {
        let Some(step) = self.editor.scenario().steps().get(&id) else { return };
        let mut changed = Step::clone(step);
        let lines = lines(text);
        let (name, more) = match (as_what, lines.split_first()) {
            (PastedAs::Name, _) => (Some(lines.join(" ")), String::new()),
            (PastedAs::NameAndProcedure, Some((first, rest))) => {
                (Some((*first).to_owned()), rest.join("\n"))
            }
            (PastedAs::NameAndProcedure, None) => return,
            (PastedAs::Procedure, _) => (None, lines.join("\n")),
        };
        if let Some(name) = name {
            changed.name = name;
        }
        if !more.is_empty() {
            if !changed.procedure.trim().is_empty() {
                changed.procedure.push('\n');
            }
            changed.procedure.push_str(&more);
        }
        self.edit(ctx, Edit::SetSteps(vec![(id, changed)]));
    }

    /// Where the pointer is on the sheet, unless something lies over it.
    fn place_under_pointer(&self, ctx: &Context) -> Option<Place> {
        let point = self.pointer_on_sheet(ctx)?;
        self.canvas.geometry().place_at(self.editor.scenario(), point)
    }

    /// The point of the sheet under the pointer, unless something lies over it.
    pub(in crate::ui) fn pointer_on_sheet(&self, ctx: &Context) -> Option<Point> {
        let pointer = ctx.pointer_latest_pos()?;
        if self.bottom.enlarged || ctx.layer_id_at(pointer) != Some(egui::LayerId::background()) {
            return None;
        }
        self.canvas.point_at(pointer)
    }
}

/// Brings steps that were added to where they lie within their lanes and on no other card.
fn settle(scenario: &mut Scenario, steps: &[StepId], block: Block) -> Result<(), Refusal> {
    let geometry = SheetGeometry::of(scenario);
    let cards: Vec<(LaneId, Falling)> = steps
        .iter()
        .filter_map(|id| {
            let (step, card) = (scenario.steps().get(id)?, geometry.card(*id)?);
            // In a lane that is folded a card keeps the height that it has in the open one.
            let form = CardForm::of(step, card.zone);
            Some((step.lane, Falling { centre: card.rect.centre(), form }))
        })
        .collect();
    let added: BTreeSet<StepId> = steps.iter().copied().collect();
    let besides = |card: &Card| !added.contains(&card.step);
    let (rooms, places) =
        fall_in_lanes(&geometry, scenario, &cards, block, besides).ok_or(Refusal::NotThere)?;
    for room in rooms {
        scenario.make_room(room)?;
    }
    for (step, place) in steps.iter().zip(places) {
        scenario.place_step(*step, place)?;
    }
    scenario.widen_last_phase(PhaseWidth::USUAL / 2);
    Ok(())
}

/// Whether a fragment was copied from a scenario.
fn is_of(fragment: &Scenario, scenario: &Scenario) -> bool {
    let mut steps = fragment.steps().iter();
    steps.all(|(id, step)| scenario.steps().get(id).is_some_and(|own| own.name == step.name))
}

/// Whether nothing tells what numbers in a table of one's own are in, so that people are asked.
fn leaves_units_open(source: &exchange::Source, reading: &exchange::Reading) -> bool {
    let mut plain = source.plain_numbers(reading).into_iter();
    plain.any(|numbers| numbers.told == exchange::UnitTold::Assumed)
}
