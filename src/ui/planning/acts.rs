//! What is done with planning sheets as a whole.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::SheetId;
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::editor::{DocumentEdit, SheetWork};
use crate::planning::mix::usual_mix;
use crate::ui::app::App;
use crate::ui::modes::Planning;

use super::PlanWish;
use super::starters::starter;

impl App {
    /// Does what was asked of the planning sheets.
    pub(in crate::ui) fn grant_plan(&mut self, ctx: &Context, wish: PlanWish) {
        match wish {
            PlanWish::Show(sheet) => self.show_sheet(sheet),
            PlanWish::Add(purpose) => self.add_sheet(ctx, purpose),
            PlanWish::Duplicate(sheet) => self.duplicate_sheet(ctx, sheet),
            PlanWish::Remove(sheet) => self.remove_sheet(ctx, sheet),
            PlanWish::Rename(id, name) => {
                if let Some(sheet) = self.editor.blueprint().sheet(id) {
                    let named = Sheet { name, ..Sheet::clone(sheet) };
                    let mut sheets = self.editor.blueprint().sheets().to_vec();
                    if let Some((_, own)) = sheets.iter_mut().find(|(own, _)| *own == id) {
                        *own = Arc::new(named);
                    }
                    self.edit(ctx, DocumentEdit::Reckon(SheetWork::Rename, sheets));
                }
            }
            PlanWish::Move(id, to) => {
                let mut sheets = self.editor.blueprint().sheets().to_vec();
                if let Some(from) = sheets.iter().position(|(own, _)| *own == id) {
                    let sheet = sheets.remove(from);
                    sheets.insert(to.min(sheets.len()), sheet);
                    self.edit(ctx, DocumentEdit::Reckon(SheetWork::Move, sheets));
                }
            }
        }
    }

    /// Shows a sheet in the place of the blueprint.
    pub(in crate::ui) fn show_sheet(&mut self, sheet: SheetId) {
        if self.editor.blueprint().sheet(sheet).is_none() {
            return;
        }
        self.editor.commit_gesture();
        self.modes.playing = None;
        self.leave_verdict();
        let scenario = self.editor.scenario().id();
        self.modes.planning = Some(Planning { sheet, scenario });
    }

    /// Adds a sheet of a template behind the others and shows it.
    pub(in crate::ui) fn add_sheet(&mut self, ctx: &Context, purpose: Purpose) {
        let name = self.free_sheet_name(self.words.sheet_title(purpose));
        let mut sheet = starter(&name, purpose, &self.words);
        if purpose == Purpose::ServiceMix {
            sheet.mix = usual_mix(self.editor.scenario()).map(Box::new);
        }
        self.put_sheet(ctx, None, sheet);
    }

    fn duplicate_sheet(&mut self, ctx: &Context, id: SheetId) {
        let Some(sheet) = self.editor.blueprint().sheet(id) else { return };
        let name = self.free_sheet_name(&sheet.name);
        let copy = Sheet { name, ..Sheet::clone(sheet) };
        self.put_sheet(ctx, Some(id), copy);
    }

    /// Puts a new sheet behind another one, or behind all, and shows it.
    fn put_sheet(&mut self, ctx: &Context, behind: Option<SheetId>, sheet: Sheet) {
        let mut prepared = crate::blueprint::Blueprint::clone(self.editor.blueprint());
        let id: SheetId = prepared.fresh_id();
        let mut sheets = self.editor.blueprint().sheets().to_vec();
        let at = behind.and_then(|behind| sheets.iter().position(|(own, _)| *own == behind));
        let at = at.map_or(sheets.len(), |at| at + 1);
        sheets.insert(at, (id, Arc::new(sheet)));
        self.edit(ctx, DocumentEdit::Reckon(SheetWork::Add, sheets));
        self.show_sheet(id);
    }

    fn remove_sheet(&mut self, ctx: &Context, id: SheetId) {
        let mut sheets = self.editor.blueprint().sheets().to_vec();
        sheets.retain(|(own, _)| *own != id);
        self.edit(ctx, DocumentEdit::Reckon(SheetWork::Remove, sheets));
    }

    /// A name that no other sheet has.
    fn free_sheet_name(&self, name: &str) -> String {
        let sheets = self.editor.blueprint().sheets();
        let is_free = |name: &str| sheets.iter().all(|(_, sheet)| sheet.name.trim() != name);
        if is_free(name) {
            return name.to_owned();
        }
        // Of as many names as there are sheets and one more, one is free.
        let numbered = |number: usize| format!("{name} {number}");
        (2..=sheets.len() + 2).map(numbered).find(|name| is_free(name)).unwrap_or_default()
    }

    /// Leaves a sheet that is gone, or whose scenario gave way to another one.
    pub(in crate::ui) fn settle_planning(&mut self) {
        let scenario = self.editor.scenario().id();
        let blueprint = self.editor.blueprint();
        let stays = |planning: &mut Planning| {
            planning.scenario == scenario && blueprint.sheet(planning.sheet).is_some()
        };
        if let Some(left) = self.modes.planning.take_if(|planning| !stays(planning)) {
            // One that undo brings back is shown again.
            self.views.planning.gone = (left.scenario == scenario).then_some(left.sheet);
        } else if let Some(sheet) =
            self.views.planning.gone.take_if(|sheet| blueprint.sheet(*sheet).is_some())
        {
            self.modes.planning = Some(Planning { sheet, scenario });
        }
    }
}
