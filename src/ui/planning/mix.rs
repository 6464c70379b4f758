//! A service mix in the window: filled by the blueprint whenever that changes, with what its pools are worth.

use std::sync::Arc;

use egui::{RichText, TextEdit, Ui, Vec2};

use crate::background::{Memo, Snapshot};
use crate::blueprint::sheets::{Figure, Purpose, Sheet, SortedBy};
use crate::blueprint::{Blueprint, Scenario, SheetId};
use crate::editor::{DocumentEdit, SheetWork};
use crate::pictures::planning::pool_numbers;
use crate::planning::exact::{NotANumber, Number};
use crate::planning::mix::{Filled, MixAnswer, MixRefusal, fill, fill_open, mix_answer, with_mix};
use crate::planning::sheet::{Answer, Fault, Place, Wrong};
use crate::ui::controls::{callout, section_head, small, value_row};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::change;

/// A mix that was filled and solved.
pub(super) struct Mix {
    pub sheet: Arc<Sheet>,
    filled: Filled,
    pub found: Option<MixAnswer>,
    scenario: Arc<Scenario>,
}

/// The mix that is shown, or why it cannot be filled.
#[derive(Default)]
pub(super) struct MixKeeper {
    mix: Memo<(Snapshot<Blueprint>, SheetId), Result<Arc<Mix>, MixRefusal>>,
    open: Memo<(Snapshot<Blueprint>, SheetId), Option<OpenMix>>,
    /// The last that was filled, and of which sheet.
    last: Option<(SheetId, Arc<Mix>)>,
}

/// A filled sheet some of whose worths are lacking, and where.
type OpenMix = (Arc<Sheet>, Arc<Vec<Fault>>);

impl MixKeeper {
    /// The sheet as the blueprint fills it; `None` where it is no mix.
    pub fn of(
        &mut self,
        blueprint: &Arc<Blueprint>,
        id: SheetId,
        sheet: &Sheet,
    ) -> Option<Result<Arc<Mix>, MixRefusal>> {
        if sheet.purpose != Purpose::ServiceMix {
            return None;
        }
        let made = self.mix.get((Snapshot::of(blueprint), id), || {
            let filled = fill(blueprint, sheet)?;
            let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
            let scenario = Arc::clone(scenario.ok_or(MixRefusal::NoScenario)?);
            let found = mix_answer(&filled, &scenario).ok();
            Ok(Arc::new(Mix { sheet: Arc::new(filled.sheet.clone()), filled, found, scenario }))
        });
        let made = made.clone();
        if let Ok(mix) = &made {
            self.last = Some((id, Arc::clone(mix)));
        }
        Some(made)
    }

    /// What was filled last of a sheet, with its answer.
    pub fn before(&self, id: SheetId) -> Option<(Arc<Sheet>, Arc<Answer>)> {
        let (_, mix) = self.last.as_ref().filter(|(of, _)| *of == id)?;
        let answer = Arc::new(mix.found.as_ref()?.answer.clone());
        Some((Arc::clone(&mix.sheet), answer))
    }

    /// The sheet as far as the blueprint fills it, where worths are lacking.
    pub fn open(
        &mut self,
        blueprint: &Arc<Blueprint>,
        id: SheetId,
        sheet: &Sheet,
    ) -> Option<OpenMix> {
        let made = self.open.get((Snapshot::of(blueprint), id), || {
            let filled = fill_open(blueprint, sheet).ok()?.sheet;
            let items = filled.items.iter().enumerate();
            let lacking = items.filter(|(_, item)| !item.is_hidden && item.worth.is_blank());
            let wrong = Wrong::NotANumber(NotANumber::Empty);
            let fault = |at| Fault { place: Place::Worth(at), wrong: wrong.clone() };
            let faults = lacking.map(|(at, _)| fault(at)).collect();
            Some((Arc::new(filled), Arc::new(faults)))
        });
        made.clone()
    }
}

/// Why a mix cannot be filled.
pub(super) fn refusal(ui: &mut Ui, view: &mut ViewContext<'_>, id: SheetId, why: &MixRefusal) {
    let blueprint = view.editor.blueprint();
    let Some(sheet) = blueprint.sheet(id) else { return };
    let own = Arc::clone(sheet);
    let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
    callout(view.tokens.bad_wash, view.tokens.bad).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.label(view.words.mix_refusal(sheet, why, scenario.map(AsRef::as_ref)));
    });
    if let (MixRefusal::BadFill, Some(stored)) = (why, own.mix.as_deref()) {
        ui.horizontal(|ui| fill_field(ui, view, id, &own, stored));
    }
}

/// What fills it, above the table, and how full people's hours may be.
pub(super) fn strip(ui: &mut Ui, view: &mut ViewContext<'_>, id: SheetId, mix: &Mix) {
    let Some(own) = view.editor.blueprint().sheet(id).map(Arc::clone) else { return };
    let Some(stored) = own.mix.as_deref() else { return };
    let scenario = view.words.scenario_name(&mix.scenario);
    let by = match stored.sorted_by {
        SortedBy::Ways(step) => {
            let step = view.words.step(step, &mix.scenario).to_owned();
            let arguments = [("scenario", scenario.into()), ("step", step.into())];
            view.words.with("planner-mix-by-ways", &arguments)
        }
        SortedBy::Entries => {
            view.words.with("planner-mix-by-entries", &[("scenario", scenario.into())])
        }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
        ui.label(RichText::new(by).size(SMALL).color(view.tokens.muted));
        ui.add_space(6.0);
        fill_field(ui, view, id, &own, stored);
    });
}

/// How full people's hours may be.
fn fill_field(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    id: SheetId,
    own: &Sheet,
    stored: &crate::blueprint::sheets::Mix,
) {
    let name = view.text("planner-mix-fill");
    let label = ui.label(RichText::new(name).size(SMALL).color(view.tokens.muted));
    let field = egui::Id::unique(("planning mix fill", id));
    let kept: Option<String> = ui.data(|data| data.get_temp(field));
    let written = if stored.fill.is_blank() { "100 %" } else { stored.fill.written() };
    let mut text = kept.unwrap_or_else(|| written.to_owned());
    let edit = TextEdit::singleline(&mut text).desired_width(64.0).id(field);
    let response = ui.add(edit).labelled_by(label.id);
    let response = response.on_hover_text(view.text("planner-mix-fill-help"));
    if response.lost_focus() {
        ui.data_mut(|data| data.remove_temp::<String>(field));
        let is_taken_back = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if !is_taken_back && text.trim() != written {
            let mut sheet = Sheet::clone(own);
            if let Some(mix) = &mut sheet.mix {
                mix.fill = Figure::from(text.trim());
            }
            change(view, SheetWork::Change, id, sheet);
        }
    } else if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(field, text));
    }
}

/// What an hour and one more of each pool bring, what today's shares come to, and the plan as a scenario.
pub(super) fn beside(ui: &mut Ui, view: &mut ViewContext<'_>, mix: &Mix) {
    let Some(found) = &mix.found else { return };
    let tokens = view.tokens;
    if found.is_at_most {
        small(ui, tokens, view.text("planning-mix-at-most"));
        ui.add_space(6.0);
    }
    section_head(ui, tokens, view.text("planning-column-one-more"));
    ui.spacing_mut().item_spacing.y = 3.0;
    for pool in &found.pools {
        let [hour, brings, left] = pool_numbers(pool, view.words);
        let brings = RichText::new(brings);
        value_row(ui, tokens, &pool.name, brings.font(font(Weight::Semibold, BODY)), &pool.name);
        let hour = view.words.labelled(view.text("planning-column-hour"), &hour);
        let wage = pool.less_wage.is_some();
        let wage = wage.then(|| view.words.labelled(view.text("planning-column-less-wage"), &left));
        let facts: Vec<String> = std::iter::once(hour).chain(wage).collect();
        small(ui, tokens, view.words.clauses(&facts));
    }
    ui.add_space(8.0);
    if !found.shared.is_empty() {
        section_head(ui, tokens, view.text("planner-mix-shared"));
        for work in &found.shared {
            let arguments = [
                ("class", work.class.as_str().into()),
                ("minutes", view.words.exact_number(&work.minutes).into()),
            ];
            let does = view.words.with("planner-mix-does", &arguments);
            small(ui, tokens, view.words.labelled(&work.pool, &does));
        }
        ui.add_space(8.0);
    }
    if let Some(today) = &found.today {
        let arguments = [
            ("rate", view.words.number(today.per_hour).into()),
            ("value", view.words.number(today.worth).into()),
        ];
        small(ui, tokens, view.words.with("planning-mix-today", &arguments));
        ui.add_space(6.0);
    }
    // Whoever reviews makes no scenario of it.
    if view.reviewing.is_some() {
        return;
    }
    let has_plan =
        found.answer.items.iter().any(|item| item.amount.as_ref().is_some_and(Number::is_positive));
    let button = ui.add_enabled(has_plan, egui::Button::new(view.text("planner-mix-make")));
    if button.on_hover_text(view.text("planner-mix-make-help")).clicked() {
        make(view, mix, found);
    }
    ui.add_space(8.0);
}

/// Makes the plan a scenario, and shows that.
fn make(view: &mut ViewContext<'_>, mix: &Mix, found: &MixAnswer) {
    let mut prepared = Blueprint::clone(view.editor.blueprint());
    let name = free_name(&prepared, view.text("planner-mix-scenario"));
    match with_mix(&mut prepared, mix.scenario.id(), (&mix.filled, found), &name) {
        Ok(new) => view.edit(DocumentEdit::AddScenario(Box::new(prepared), new)),
        Err(refusal) => {
            let said = view.words.refusal(refusal).to_owned();
            view.ask(Action::Say(said));
        }
    }
}

/// A name that no other scenario has.
fn free_name(blueprint: &Blueprint, name: &str) -> String {
    let is_free = |name: &str| blueprint.scenario_named(name).is_none();
    let numbered = |number: usize| format!("{name} {number}");
    if is_free(name) {
        return name.to_owned();
    }
    (2..=blueprint.scenarios().len() + 2).map(numbered).find(|it| is_free(it)).unwrap_or_default()
}
