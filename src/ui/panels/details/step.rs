//! One step or several: what it is, how long it takes, who does it, and everything else that a
//! card can be annotated with.

use egui::Ui;

use crate::analysis::FigureKey;
use crate::blueprint::{
    FieldGroup, LaneId, LinkEnd, LinkKind, PhaseId, Refusal, Step, StepField, StepId, StepKind,
    Zone,
};
use crate::drawing::{SheetGeometry, into_phase};
use crate::editor::Edit;
use crate::ui::canvas::into_lane;
use crate::ui::controls::small;
use crate::ui::fields::{self, ValueField, quiet_line};
use crate::ui::panels::figure_row::figure_row;
use crate::ui::panels::section::section;
use crate::ui::panels::why::Asked;
use crate::ui::reading::{parse_name, phase_text, time_or_blank};
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

use super::law::LawKind;
use super::step_fields::{control, fields_of, section_of, words_of};
use super::subject::{Subject, unit_before};
use super::{annotations, arrange_row, link, needs, strip};

/// The fields at the head of the inspector that are shown by themselves.
const OWN: [StepField; 4] = [StepField::Name, StepField::Kind, StepField::Time, StepField::Needs];

/// Shows the inspector of the selected steps.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let subject = Subject::of(view);
    if let Some((id, step)) = subject.only() {
        name(ui, view, &subject, step);
        strip::of_step(ui, view, id);
    } else {
        heading(ui, view, &subject);
        arrange_row::show(ui, view);
    }
    what(ui, view, &subject);
    let flows = subject.any(|step| step.kind.flows());
    if flows {
        time(ui, view, &subject);
        needs::show(ui, view, &subject);
        if let Some((id, step)) = subject.only()
            && step.kind == StepKind::Decision
        {
            ways_out(ui, view, id);
        }
        for field in fields_of(FieldGroup::Head).filter(|field| !OWN.contains(field)) {
            control(ui, view, &subject, field);
        }
        section_of(ui, view, &subject, FieldGroup::Room, |_, _| {});
        section_of(ui, view, &subject, FieldGroup::Targets, delay_cost);
    } else {
        quiet_line(ui, view, view.text("details-not-in-flow"));
    }
    annotations::show(ui, view, &subject, flows);
}

fn name(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>, step: &Step) {
    let field = ValueField {
        source: subject.id("name"),
        name: view.text("details-name"),
        shown: &step.name,
        hint: view.text("details-name"),
        help: "",
    };
    field.show_as_title(ui, view, parse_name, |name| {
        subject.change(|step| step.name.clone_from(&name))
    });
}

/// How many are selected, and how long they take one after the other.
fn heading(ui: &mut Ui, view: &ViewContext<'_>, subject: &Subject<'_>) {
    let count = subject.steps().len();
    let steps = subject.steps().iter().filter(|(_, step)| step.kind.flows()).count();
    // Evidence and notes are cards, but no steps: what is said of steps counts without them.
    let text = if steps == count {
        view.words.with("details-selected", &[("count", count.into())])
    } else {
        let counts = [("count", count.into()), ("steps", steps.into())];
        view.words.with("details-selected-cards", &counts)
    };
    ui.add_space(2.0);
    ui.label(
        egui::RichText::new(text)
            .font(crate::ui::fonts::font(crate::ui::fonts::Weight::Semibold, 14.0)),
    );
    let times: Vec<f64> =
        subject.steps().iter().filter_map(|(_, step)| Some(step.time.as_ref()?.mean_s())).collect();
    if times.len() > 1 {
        let total = view.words.time(times.iter().sum());
        small(
            ui,
            view.tokens,
            view.words.with("details-times-together", &[("time", total.into())]),
        );
    }
    small(ui, view.tokens, view.text("details-selected-help"));
}

/// Kind and lane, and what the lane makes of a step.
fn what(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let words = view.words;
    control(ui, view, subject, StepField::Kind);
    let scenario = view.scenario;
    let lanes: Vec<(LaneId, &str)> =
        scenario.lanes().iter().map(|(id, lane)| (*id, words.lane(lane))).collect();
    let current = subject.common(|step| step.lane);
    let name = view.text("details-lane");
    let help = view.text("details-lane-help");
    if let Some(lane) = fields::choice(ui, view, name, help, current, &lanes) {
        view.edit(into_lane(scenario, subject.steps(), lane));
    }
    if let Some(zone) = subject.common(|step| scenario.zone_of(step)) {
        let meets = |(id, _): &(StepId, _)| is_met(view, *id);
        let key = if zone == Zone::Frontstage && subject.steps().iter().all(meets) {
            "details-zone-moment-of-truth"
        } else {
            zone_meaning(zone)
        };
        quiet_line(ui, view, view.text(key));
    }
    phase(ui, view, subject);
}

/// The phase, where there are several to choose from.
fn phase(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let phases = view.scenario.phases();
    if phases.len() < 2 {
        return;
    }
    let texts: Vec<(PhaseId, String)> = phases
        .iter()
        .enumerate()
        .map(|(place, (id, phase))| (*id, phase_text(place, phase)))
        .collect();
    let options: Vec<(PhaseId, &str)> =
        texts.iter().map(|(id, text)| (*id, text.as_str())).collect();
    let current = subject.common(|step| step.phase);
    let name = view.text("column-phase");
    let help = view.text("details-phase-help");
    if let Some(phase) = fields::choice(ui, view, name, help, current, &options) {
        view.edit(moved_to_phase(view, subject, phase));
    }
}

/// Moves the steps into a phase, where they keep how they lie to each other.
fn moved_to_phase(view: &ViewContext<'_>, subject: &Subject<'_>, phase: PhaseId) -> Edit {
    let steps = subject.steps().iter().map(|(id, _)| *id).collect();
    let geometry = SheetGeometry::of(view.scenario);
    let (room, places) = into_phase(&geometry, view.scenario, &steps, phase).unwrap_or_default();
    Edit::PlaceSteps(places).in_rooms(room)
}

/// Whether a customer meets a frontstage step: a link leads between it and a customer action, as
/// the moments of truth are counted. Linear in the links.
fn is_met(view: &ViewContext<'_>, step: StepId) -> bool {
    let visits = view.analysis.steps.get(&step).and_then(|figures| figures.visits.value);
    let is_customer = |id: StepId| {
        let other = view.scenario.steps().get(&id);
        other.is_some_and(|other| view.scenario.zone_of(other) == Zone::Customer)
    };
    visits.is_some_and(|visits| visits > 0.0)
        && view.scenario.links().values().any(|link| {
            let other = match link.to.step() {
                Some(to) if to == step => Some(link.from),
                to if link.from == step => to,
                _ => None,
            };
            link.kind != LinkKind::Trigger && other.is_some_and(is_customer)
        })
}

/// What a zone makes of a step that lies in it, in the localisation layer.
pub(super) fn zone_meaning(zone: Zone) -> &'static str {
    match zone {
        Zone::Evidence => "details-zone-evidence",
        Zone::Customer => "details-zone-customer",
        Zone::Frontstage => "details-zone-frontstage",
        Zone::Backstage => "details-zone-backstage",
        Zone::Support => "details-zone-support",
    }
}

fn time(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let shown = subject.common(|step| step.time.clone());
    let unit = shown.as_ref().and_then(|time| Some(time.as_ref()?.unit()));
    let unit = unit_before(ui, subject.id("time"), unit);
    let words = view.words;
    let field = words_of(words, StepField::Time, "");
    subject.reading(
        ui,
        view,
        field,
        |step| step.time.clone(),
        |time| time.as_ref().map(|time| words.entered_time(time)).unwrap_or_default(),
        time_or_blank(words, unit),
        |step, time| step.time = time,
    );
    if subject.any(|step| step.time.is_some()) {
        law(ui, view, subject);
    }
    if let Some(Some(time)) = shown
        && time.scv() > 0.0
    {
        let mean = view.words.time(time.mean_s());
        let scv = view.words.number(time.scv());
        let said =
            view.words.with("details-mean-and-scv", &[("mean", mean.into()), ("scv", scv.into())]);
        quiet_line(ui, view, &said);
    }
}

/// How the time varies; a change keeps every mean.
fn law(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let current = subject.common(|step| step.time.as_ref().map(LawKind::of));
    let laws = LawKind::ALL.map(|law| (Some(law), view.text(law.key())));
    let name = view.text("details-law");
    let help = view.text("details-law-help");
    let Some(Some(law)) = fields::choice(ui, view, name, help, current, &laws) else { return };
    let changed: Result<Vec<(StepId, Step)>, Refusal> = subject
        .steps()
        .iter()
        .filter_map(|(id, step)| {
            let time = step.time.as_ref()?;
            Some(
                law.applied_to(time)
                    .map(|time| (*id, Step { time: Some(time), ..(*step).clone() })),
            )
        })
        .collect();
    match changed {
        Ok(steps) => view.edit(Edit::SetSteps(steps)),
        Err(refusal) => {
            let why = view.words.refusal(refusal).to_owned();
            view.ask(crate::ui::view_context::Action::Say(why));
        }
    }
}

/// The ways out of a decision with their shares.
fn ways_out(ui: &mut Ui, view: &mut ViewContext<'_>, id: StepId) {
    let scenario = view.scenario;
    let outs: Vec<_> = scenario
        .links_at(id)
        .filter(|(_, link)| {
            link.from == id && link.kind == LinkKind::Flow && !scenario.is_association(link)
        })
        .collect();
    section(ui, view, "ways out", view.text("details-ways-out"), "", true, |ui, view| {
        if outs.is_empty() {
            small(ui, view.tokens, view.text("details-ways-out-none"));
        }
        for (link_id, way) in outs {
            let to = match way.to {
                LinkEnd::Step(to) => view.words.step(to, scenario),
                LinkEnd::Outside => view.words.text("link-outside"),
            };
            link::share_field(ui, view, link_id, way, to);
        }
    });
}

/// What each minute more costs, where rates are known.
fn delay_cost(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let analysis = view.analysis;
    let Some(step) = view.editor.selection().only_step() else { return };
    let Some(figures) = analysis.steps.get(&step) else { return };
    let figure = &figures.delay_cost_per_minute;
    if figure.value.is_some() {
        let currency = view.editor.blueprint().currency();
        let shown = view.words.figure(figure, |value| Amount::Money(value, currency));
        let why = FigureKey::StepDelayCost(step);
        figure_row(ui, view, Asked { why, figure, shown: &shown });
    }
}
