//! What stands against a failure: where it comes from, what guards against it, how the service answers, and how
//! often it is put right.

use egui::Ui;

use crate::blueprint::{FailCause, FailPoint, GuardKind, RiskResponse, Share, Step, Zone};
use crate::ui::panels::section::section;
use crate::ui::reading::{optional, parse_share, share_text, written};
use crate::ui::view_context::ViewContext;

use super::subject::{Field, Subject};

/// A part of the fail point, where there is one.
fn of_fail<T>(step: &Step, get: impl Fn(&FailPoint) -> Option<T>) -> Option<T> {
    step.fail.as_ref().and_then(get)
}

fn fail(step: &mut Step) -> &mut FailPoint {
    step.fail.get_or_insert_default()
}

/// Shows the section of steps that can fail; closed, it says in short what it holds.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let common = subject.common(|step| step.fail.clone()).flatten();
    let said: Vec<String> = common
        .map(|fail| {
            let response = fail.response.map(|it| view.words.risk_response(it).to_owned());
            let guard = Some(fail.guard).filter(|guard| !guard.trim().is_empty());
            let recovered = fail.recovered.map(|share| view.words.share(share));
            response.into_iter().chain(guard).chain(recovered).collect()
        })
        .unwrap_or_default();
    let summary = view.words.facts(&said);
    let title = view.text("details-section-guard");
    section(ui, view, "fail guard", title, &summary, false, |ui, view| {
        cause(ui, view, subject);
        guard(ui, view, subject);
        response(ui, view, subject);
        recovered(ui, view, subject);
    });
}

fn cause(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let mut causes = vec![(None, view.text("details-not-said"))];
    causes.extend(FailCause::NAMES.map(|(_, it)| (Some(it), view.words.fail_cause(it))));
    let field = Field {
        key: "fail cause",
        name: view.text("details-cause"),
        hint: "",
        help: view.text("details-cause-help"),
    };
    let get = |step: &Step| of_fail(step, |fail| fail.cause);
    subject.choice(ui, view, field, get, &causes, |step, cause| fail(step).cause = cause);
}

fn guard(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let field = Field {
        key: "fail guard",
        name: view.text("details-guard"),
        hint: view.text("details-guard-hint"),
        help: view.text("details-guard-help"),
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| Some(fail.guard.clone())),
        written,
        |text| Ok(text.to_owned()),
        |step, text| fail(step).guard = text,
    );
    let scenario = view.scenario;
    let zone = subject.common(|step| scenario.zone_of(step));
    let now = subject.common(|step| of_fail(step, |fail| fail.guard_kind)).flatten();
    // Customers err in their zone and staff in the others; what is said already stays to be seen.
    let fits = |kind: GuardKind| match zone {
        Some(Zone::Customer) => kind.is_of_customer(),
        Some(_) => !kind.is_of_customer(),
        None => true,
    };
    let kinds = GuardKind::NAMES.into_iter().map(|(_, kind)| kind);
    let kinds = kinds.filter(|kind| fits(*kind) || now == Some(*kind));
    let mut options = vec![(None, view.text("details-not-said"))];
    options.extend(kinds.map(|kind| (Some(kind), view.words.guard_kind(kind))));
    let field = Field {
        key: "fail guard kind",
        name: view.text("details-guard-kind"),
        hint: "",
        help: view.text("details-guard-kind-help"),
    };
    let get = |step: &Step| of_fail(step, |fail| fail.guard_kind);
    subject.choice(ui, view, field, get, &options, |step, kind| fail(step).guard_kind = kind);
}

fn response(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let mut options = vec![(None, view.text("details-not-said"))];
    options.extend(RiskResponse::NAMES.map(|(_, it)| (Some(it), view.words.risk_response(it))));
    let field = Field {
        key: "fail response",
        name: view.text("details-response"),
        hint: "",
        help: view.text("details-response-help"),
    };
    let get = |step: &Step| of_fail(step, |fail| fail.response);
    subject.choice(ui, view, field, get, &options, |step, it| fail(step).response = it);
}

fn recovered(ui: &mut Ui, view: &mut ViewContext<'_>, subject: &Subject<'_>) {
    let words = view.words;
    let field = Field {
        key: "fail recovered",
        name: view.text("details-recovered"),
        hint: view.text("details-share-hint"),
        help: view.text("details-recovered-help"),
    };
    subject.value(
        ui,
        view,
        field,
        |step| of_fail(step, |fail| fail.recovered),
        |share| share_text(words, *share),
        optional(parse_share),
        |step, share: Option<Share>| fail(step).recovered = share,
    );
}
