//! The steps that the inspector is about: one or several, which then are changed together.

use egui::{Id, Ui};

use crate::blueprint::notation::Reading;
use crate::blueprint::{Refusal, Step, StepId, TimeUnit};
use crate::editor::Edit;
use crate::ui::fields::{self, ValueField};
use crate::ui::view_context::ViewContext;

/// The selected steps, in document order.
pub(super) struct Subject<'a> {
    steps: Vec<(StepId, &'a Step)>,
}

/// What a field is called.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    /// Tells the field apart from the others of the same steps.
    pub key: &'static str,
    /// The name beside it.
    pub name: &'a str,
    /// What stands in it while it is blank.
    pub hint: &'a str,
    /// What it means, on hover.
    pub help: &'a str,
}

impl<'a> Subject<'a> {
    /// What is selected.
    pub fn of(view: &ViewContext<'a>) -> Self {
        let selected = &view.editor.selection().steps;
        let scenario = view.scenario;
        let steps = scenario
            .steps()
            .iter()
            .filter(|(id, _)| selected.contains(*id))
            .map(|(id, step)| (*id, step.as_ref()))
            .collect();
        Self { steps }
    }

    /// The steps.
    pub fn steps(&self) -> &[(StepId, &'a Step)] {
        &self.steps
    }

    /// The step, if it is only one.
    pub fn only(&self) -> Option<(StepId, &'a Step)> {
        match self.steps.as_slice() {
            [step] => Some(*step),
            _ => None,
        }
    }

    /// Tells a field of these steps apart from all others.
    pub fn id(&self, key: &'static str) -> Id {
        let ids: Vec<StepId> = self.steps.iter().map(|(id, _)| *id).collect();
        Id::unique(("details step", ids, key))
    }

    /// What all steps have in common; `None` where they differ.
    pub fn common<T: PartialEq>(&self, get: impl Fn(&Step) -> T) -> Option<T> {
        let mut values = self.steps.iter().map(|(_, step)| get(step));
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// Whether something holds for any of the steps.
    pub fn any(&self, holds: impl Fn(&Step) -> bool) -> bool {
        self.steps.iter().any(|(_, step)| holds(step))
    }

    /// Changes all steps as one edit.
    pub fn change(&self, change: impl Fn(&mut Step)) -> Edit {
        let changed = self.steps.iter().map(|(id, step)| {
            let mut step = Step::clone(step);
            change(&mut step);
            (*id, step)
        });
        Edit::SetSteps(changed.collect())
    }

    /// A value that is typed. Where the steps differ the field is blank and says so; what is typed
    /// then goes for all.
    // Where it is shown, what it is called, and the four ways between a text and a step.
    #[allow(clippy::too_many_arguments)]
    pub fn value<T: PartialEq, N: Clone>(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        field: Field<'_>,
        get: impl Fn(&Step) -> T,
        write: impl Fn(&T) -> String,
        parse: impl Fn(&str) -> Result<N, Refusal>,
        set: impl Fn(&mut Step, N),
    ) {
        let read = |text: &str| parse(text).map(Reading::from);
        self.reading(ui, view, field, get, write, read, set);
    }

    /// As [`Subject::value`], for a text that may be read with something taken for granted.
    // As above.
    #[allow(clippy::too_many_arguments)]
    pub fn reading<T: PartialEq, N: Clone>(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        field: Field<'_>,
        get: impl Fn(&Step) -> T,
        write: impl Fn(&T) -> String,
        read: impl Fn(&str) -> Result<Reading<N>, Refusal>,
        set: impl Fn(&mut Step, N),
    ) {
        let common = self.common(get);
        let hint = if common.is_some() { field.hint } else { view.text("details-mixed") };
        let shown = common.as_ref().map(write).unwrap_or_default();
        ValueField {
            source: self.id(field.key),
            name: field.name,
            shown: &shown,
            hint,
            help: field.help,
        }
        .show_reading(ui, view, read, |value| self.change(|step| set(step, value.clone())));
    }

    /// A choice among named values.
    pub fn choice<T: Copy + PartialEq>(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        field: Field<'_>,
        get: impl Fn(&Step) -> T,
        options: &[(T, &str)],
        set: impl Fn(&mut Step, T),
    ) {
        let current = self.common(get);
        if let Some(chosen) = fields::choice(ui, view, field.name, field.help, current, options) {
            view.edit(self.change(|step| set(step, chosen)));
        }
    }

    /// A text of several lines.
    pub fn text_area(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        field: Field<'_>,
        get: impl Fn(&Step) -> String,
        set: impl Fn(&mut Step, String),
    ) {
        let common = self.common(get);
        let hint = if common.is_some() { field.hint } else { view.text("details-mixed") };
        let shown = common.unwrap_or_default();
        fields::text_area(ui, view, self.id(field.key), field.name, &shown, hint, |text| {
            self.change(|step| set(step, text.clone()))
        });
    }
}

/// The unit that a plain number takes: the one that was shown when the field was entered.
pub(super) fn unit_before(ui: &Ui, field: Id, shown: Option<TimeUnit>) -> TimeUnit {
    let memory = field.with("unit before");
    let typing = ui.memory(|memory| memory.has_focus(field));
    let before: Option<Option<TimeUnit>> = ui.data(|data| data.get_temp(memory));
    match before {
        Some(before) if typing => before.unwrap_or_default(),
        _ => {
            ui.data_mut(|data| data.insert_temp(memory, shown));
            shown.unwrap_or_default()
        }
    }
}
