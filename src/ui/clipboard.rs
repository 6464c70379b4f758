//! Copy and paste of cards: as cells for spreadsheets, and without loss between scenarios,
//! blueprints and windows.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Blueprint, IdSource, Place, Refusal, Scenario};
use crate::editor::{DocumentEdit, Edit};
use crate::exchange::{self, TableErrors, TableFault};
use crate::storage::{preferences::PreferenceStore, same_cells};

use super::app::App;
use super::dialogs::{Dialog, Import};

/// What was copied last in this window.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    /// The text that went to the system's clipboard, and the cards themselves.
    copied: Option<(String, Arc<Scenario>)>,
}

impl Clipboard {
    /// Keeps what was copied, here and for other windows.
    fn keep(&mut self, store: Option<&PreferenceStore>, text: &str, fragment: &Arc<Scenario>) {
        self.copied = Some((text.to_owned(), Arc::clone(fragment)));
        let Some(store) = store else { return };
        // Its identities are those of the blueprint that it comes from; none is handed out here.
        let scenarios = vec![Scenario::clone(fragment)];
        let blueprint =
            Blueprint::assemble(String::new(), String::new(), scenarios, IdSource::default());
        // Pasting in this window works all the same, and the text does in any.
        if let Err(error) = store.keep_copied(text, &blueprint) {
            log::warn!("copied cards not kept for other windows: {error}");
        }
    }

    /// The cards that a text on the clipboard stands for.
    fn cards(&self, store: Option<&PreferenceStore>, text: &str) -> Option<Arc<Scenario>> {
        if let Some((copied, fragment)) = &self.copied
            && same_cells(copied, text)
        {
            return Some(Arc::clone(fragment));
        }
        store?.copied(text).map(|blueprint| Arc::clone(blueprint.baseline()))
    }
}

impl App {
    /// Copies the selected cards.
    pub(super) fn copy(&mut self, ctx: &Context) {
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
    pub(super) fn paste(&mut self, ctx: &Context, text: &str) {
        if let Some(fragment) = self.clipboard.cards(self.files.preference_store(), text) {
            let at = self.place_under_pointer(ctx);
            self.edit(ctx, Edit::PasteFragment(fragment, at));
            return;
        }
        if self.paste_on_card(ctx, text) {
            return;
        }
        self.paste_table(ctx, text);
    }

    /// Turns cells of a spreadsheet, a list or a flowchart into steps.
    pub(super) fn paste_table(&mut self, ctx: &Context, text: &str) {
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
        self.ask(Dialog::message(self.words.text("paste-failed-title"), why));
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

    /// Where the pointer is on the sheet, unless something lies over it.
    fn place_under_pointer(&self, ctx: &Context) -> Option<Place> {
        let pointer = ctx.pointer_latest_pos()?;
        if self.bottom.enlarged || ctx.layer_id_at(pointer) != Some(egui::LayerId::background()) {
            return None;
        }
        self.canvas.place_at(self.editor.scenario(), pointer)
    }
}

/// Whether nothing tells what numbers in a table of one's own are in, so that people are asked.
fn leaves_units_open(source: &exchange::Source, reading: &exchange::Reading) -> bool {
    let mut plain = source.plain_numbers(reading).into_iter();
    plain.any(|numbers| numbers.told == exchange::UnitTold::Assumed)
}
