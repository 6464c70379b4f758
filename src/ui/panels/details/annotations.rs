//! What a card can be annotated with: fail point, wait point, worth, surroundings, documents, flow.

use egui::Ui;

use crate::analysis::{FigureKey, Lack};
use crate::blueprint::notation::parse_count;
use crate::blueprint::{
    FailPoint, FieldGroup, Rating, Refusal, ServiceTime, Share, Step, StepId, TimeUnit,
};
use crate::ui::controls::small;
use crate::ui::panels::figure_row::figure_row;
use crate::ui::panels::section::{Section, section};
use crate::ui::panels::why::Asked;
use crate::ui::view_context::ViewContext;
use crate::wording::Amount;

use super::guard;
use super::parts::{chip, switch};
use super::step_fields::{section_of, span};
use super::subject::{Field, Subject};
use crate::ui::reading::{optional, parse_share, share_text, time_or_blank, written};

/// Shows the sections; `flows` says whether one of the steps takes part in the flow.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>, flows: bool) {
    if flows {
        fail_point(ui, view, subject);
        wait_point(ui, view, subject);
        section_of(ui, view, subject, FieldGroup::Worth, |_, _| {});
    }
    surroundings(ui, view, subject);
    section_of(ui, view, subject, FieldGroup::Documents, |_, _| {});
    if flows {
        section_of(ui, view, subject, FieldGroup::Flow, |_, _| {});
    }
}

/// Reads a rating from 1 to 10.
fn parse_rating(text: &str) -> Result<Rating, Refusal> {
    // A number of any size, and a broken one, is told the same bounds.
    let count = parse_count(text).map_err(|refusal| match refusal {
        Refusal::NotANumber => refusal,
        _ => Refusal::RatingRange,
    })?;
    u8::try_from(count.get()).map_err(|_| Refusal::RatingRange).and_then(Rating::new)
}

/// A section of something that a card can be marked with; closed and without it, it says so.
fn markable<'a>(
    ui: &mut Ui,
    view: &mut ViewContext<'a>,
    (key, title, summary, hint): (&'static str, &str, &str, &str),
    content: impl FnOnce(&mut Ui, &mut ViewContext<'a>),
) {
    Section { key, title, summary, hint, unit: "", open_at_first: false }.show(ui, view, content);
}

/// A part of the fail point, where there is one.
fn of_fail<T>(step: &Step, get: impl Fn(&FailPoint) -> Option<T>) -> Option<T> {
    step.fail.as_ref().and_then(get)
}

fn fail_point(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let on = subject.common(|step| step.fail.is_some());
    let summary = match subject.common(|step| step.fail.clone()) {
        Some(Some(fail)) => {
            let what = Some(fail.what).filter(|what| !what.trim().is_empty());
            let often = fail.how_often.map(|share| view.words.share(share));
            let said: Vec<String> = what.into_iter().chain(often).collect();
            if said.is_empty() {
                view.text("details-yes").to_owned()
            } else {
                view.words.facts(&said)
            }
        }
        Some(None) => String::new(),
        None => view.text("details-mixed").to_owned(),
    };
    let title = view.text("details-fail");
    let hint = view.text("details-fail-none");
    markable(ui, view, ("fail", title, &summary, hint), |ui, view| {
        let name = view.text("details-fail-here");
        let help = view.text("details-fail-help");
        if let Some(on) = switch(ui, view, name, help, on) {
            view.edit(subject.change(|step| {
                if on {
                    step.fail.get_or_insert_default();
                } else {
                    step.fail = None;
                }
            }));
        }
        if on != Some(true) {
            return;
        }
        what_fails(ui, view, subject);
        recovery(ui, view, subject);
        guard::show(ui, view, subject);
    });
}

/// What can fail, how often, how bad it is and how hard to notice.
fn what_fails(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let field = Field {
        key: "fail what",
        name: view.text("details-fail-what"),
        hint: view.text("details-fail-what-hint"),
        help: "",
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| Some(fail.what.clone())),
        written,
        |text| Ok(text.to_owned()),
        |step, text| step.fail.get_or_insert_default().what = text,
    );
    let words = view.words;
    let field = Field {
        key: "fail often",
        name: view.text("details-fail-often"),
        hint: view.text("details-share-hint"),
        help: view.text("details-fail-often-help"),
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| fail.how_often),
        |share| share_text(words, *share),
        optional(parse_share),
        |step, share: Option<Share>| step.fail.get_or_insert_default().how_often = share,
    );
    let write = |rating: &Option<Rating>| rating.map(|r| r.get().to_string()).unwrap_or_default();
    let field = Field {
        key: "fail severity",
        name: view.text("details-fail-severity"),
        hint: view.text("details-rating-hint"),
        help: view.text("details-fail-severity-help"),
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| fail.severity),
        write,
        optional(parse_rating),
        |step, rating| step.fail.get_or_insert_default().severity = rating,
    );
    let field = Field {
        key: "fail detection",
        name: view.text("details-fail-detection"),
        hint: view.text("details-rating-hint"),
        help: view.text("details-fail-detection-help"),
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| fail.detection),
        write,
        optional(parse_rating),
        |step, rating| step.fail.get_or_insert_default().detection = rating,
    );
}

/// How the failure is put right: in words, or by a step that is drawn.
fn recovery(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let field = Field {
        key: "fail recovery",
        name: view.text("details-recovery"),
        hint: view.text("details-recovery-hint"),
        help: "",
    };
    subject.text_area(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| Some(fail.recovery.clone())).unwrap_or_default(),
        |step, text| step.fail.get_or_insert_default().recovery = text,
    );
    let scenario = view.scenario;
    let mut steps: Vec<(Option<StepId>, &str)> = vec![(None, view.text("details-none"))];
    let others = scenario.steps().iter().filter(|(id, step)| {
        step.kind.flows() && subject.steps().iter().all(|(own, _)| own != *id)
    });
    steps.extend(others.map(|(id, step)| (Some(*id), step.name.as_str())));
    let field = Field {
        key: "fail recovery step",
        name: view.text("details-recovery-step"),
        hint: "",
        help: view.text("details-recovery-step-help"),
    };
    subject.choice(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| fail.recovery_step),
        &steps,
        |step, recovery| step.fail.get_or_insert_default().recovery_step = recovery,
    );
}

fn wait_point(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let acceptable = |step: &Step| step.wait.as_ref().and_then(|wait| wait.acceptable);
    let on = subject.common(|step| step.wait.is_some());
    let summary = match (on, subject.common(acceptable)) {
        (Some(true), Some(Some(span))) => view
            .words
            .with("details-acceptable-short", &[("time", view.words.entered_span(span).into())]),
        (Some(true), _) => view.text("details-yes").to_owned(),
        (Some(false), _) => String::new(),
        (None, _) => view.text("details-mixed").to_owned(),
    };
    let title = view.text("details-wait");
    let hint = view.text("details-wait-none");
    markable(ui, view, ("wait", title, &summary, hint), |ui, view| {
        let name = view.text("details-wait-here");
        let help = view.text("details-wait-help");
        if let Some(on) = switch(ui, view, name, help, on) {
            view.edit(subject.change(|step| {
                if on {
                    step.wait.get_or_insert_default();
                } else {
                    step.wait = None;
                }
            }));
        }
        if on == Some(true) {
            let field = Field {
                key: "wait acceptable",
                name: view.text("details-wait-acceptable"),
                hint: view.text("details-span-hint"),
                help: view.text("details-wait-acceptable-help"),
            };
            span(ui, view, subject, field, acceptable, |step, span| {
                step.wait.get_or_insert_default().acceptable = span;
            });
            patience(ui, view, subject);
            service_level(ui, view);
        }
    });
}

/// After how long those who wait leave.
fn patience(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let get = |step: &Step| step.wait.as_ref().and_then(|wait| wait.patience.clone());
    let field = Field {
        key: "wait patience",
        name: view.text("details-patience"),
        hint: view.text("details-patience-hint"),
        help: view.text("details-patience-help"),
    };
    let words = view.words;
    let write = |time: &Option<ServiceTime>| {
        time.as_ref().map(|time| words.service_time(time)).unwrap_or_default()
    };
    let read = time_or_blank(words, TimeUnit::Minute);
    subject.reading(ui, view, field, get, write, read, |step, patience| {
        step.wait.get_or_insert_default().patience = patience;
    });
}

/// How many customers wait no longer than they accept, once it is said how long that is.
fn service_level(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let analysis = view.analysis;
    let Some(step) = view.editor.selection().only_step() else { return };
    let Some(figure) = analysis.steps.get(&step).map(|figures| &figures.within_acceptable) else {
        return;
    };
    if figure.lacks != [Lack::Target] {
        let shown = view.words.figure(figure, Amount::Share);
        let why = FigureKey::WithinAcceptable(step);
        figure_row(ui, view, Asked { why, figure, shown: &shown });
    }
}

fn surroundings(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let scenario = view.scenario;
    let held: Vec<&str> = scenario
        .elements()
        .iter()
        .filter(|(id, _)| subject.any(|step| step.elements.contains(id)))
        .map(|(_, element)| element.name.as_str())
        .collect();
    let summary = view.words.list(&held, 2);
    let title = view.text("details-section-surroundings");
    section(ui, view, "surroundings", title, &summary, false, |ui, view| {
        if scenario.elements().is_empty() {
            small(ui, view.tokens, view.text("details-surroundings-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for (id, element) in scenario.elements() {
                let on = subject.common(|step| step.elements.contains(id));
                if let Some(on) = chip(ui, view, &element.name, on) {
                    view.edit(subject.change(|step| {
                        step.elements.retain(|other| other != id);
                        if on {
                            step.elements.push(*id);
                        }
                    }));
                }
            }
        });
    });
}
