//! A link: where it leads from and to, what it means, and the share of customers that takes it.

use egui::{RichText, Ui};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, StepId, StepKind, link_label};
use crate::editor::{Edit, Selection};
use crate::process::ProblemPlace;
use crate::ui::controls::small;
use crate::ui::fields::{ValueField, choice, named_row, quiet_line};
use crate::ui::fonts::{Weight, font};
use crate::ui::view_context::{Action, ViewContext};

use super::parts::{remove_button, way_to};
use crate::ui::reading::{optional, parse_share, share_text};

/// Shows the inspector of a link.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId) {
    let scenario = view.scenario;
    let Some(link) = scenario.links().get(&id).map(|link| Link::clone(link)) else { return };
    step_end(ui, view, view.text("details-from"), link.from);
    match link.to {
        LinkEnd::Step(to) => step_end(ui, view, view.text("details-to"), to),
        LinkEnd::Outside => named_row(ui, view, view.text("details-to"), "", |ui, view, _| {
            ui.label(view.text("link-outside"));
        }),
    }
    if scenario.is_association(&link) {
        small(ui, view.tokens, view.text("details-association"));
    } else {
        kind(ui, view, id, &link);
        label_field(ui, view, id, &link);
        let decision =
            scenario.steps().get(&link.from).is_some_and(|step| step.kind == StepKind::Decision);
        if link.kind == LinkKind::Flow && (decision || link.share.is_some()) {
            share_field(ui, view, id, &link, view.text("details-share"));
        }
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if let LinkEnd::Step(to) = link.to
            && to != link.from
            && ui.button(view.text("details-swap")).clicked()
        {
            reverse(view, id, &link, to);
        }
        if remove_button(ui, view, view.text("details-link-remove")) {
            view.edit(Edit::Remove { steps: [].into(), links: [id].into() });
        }
    });
}

/// Lets a link lead the other way. Its label stays; its share does not, and that is said: it was one
/// of the customers who come to the step where the link began.
fn reverse(view: &mut ViewContext<'_>, id: LinkId, link: &Link, to: StepId) {
    let (from, share) = (link.from, link.share);
    let reversed = Link { from: to, to: LinkEnd::Step(from), share: None, ..link.clone() };
    let can = view.scenario.check_link(&reversed, Some(id)).is_ok();
    view.edit(Edit::SetLink(id, reversed));
    if let Some(share) = share.filter(|_| can) {
        let share = view.words.share(share);
        let step = view.words.step(from, view.scenario);
        let said = [("share", share.into()), ("step", step.into())];
        view.ask(Action::Say(view.words.with("details-share-dropped", &said)));
    }
}

fn step_end(ui: &mut Ui, view: &mut ViewContext<'_>, name: &str, step: StepId) {
    named_row(ui, view, name, "", |ui, view, _| {
        let text = view.words.step(step, view.scenario);
        if way_to(ui, view, text).clicked() {
            view.ask(Action::GoTo(ProblemPlace::Step(step)));
        }
    });
}

fn kind(ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId, link: &Link) {
    let words = view.words;
    if link.to == LinkEnd::Outside {
        named_row(ui, view, view.text("details-kind"), "", |ui, _, _| {
            ui.label(words.link_kind(link.kind));
        });
    } else {
        let kinds = LinkKind::ALL.map(|kind| (kind, words.link_kind(kind)));
        let name = view.text("details-kind");
        if let Some(kind) = choice(ui, view, name, "", Some(link.kind), &kinds) {
            view.edit(Edit::SetLink(id, Link { kind, ..link.clone() }));
        }
    }
    quiet_line(ui, view, words.link_meaning(link.kind));
}

/// A word or two beside a link.
fn label_field(ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId, link: &Link) {
    let field = ValueField {
        source: egui::Id::unique(("details link label", id)),
        name: view.text("details-label"),
        shown: &link.label,
        hint: view.text("details-label-hint"),
        help: view.text("details-label-help"),
    };
    field.show(ui, view, link_label, |label| Edit::SetLabel(id, label));
}

/// The share of customers that takes a way out of a decision.
pub(super) fn share_field(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    id: LinkId,
    link: &Link,
    name: &str,
) {
    let shown = share_text(view.words, link.share);
    // What the other ways leave is known without being given.
    let rest = view.scenario.rest_share(link).map(|share| {
        view.words.with("details-share-rest", &[("share", view.words.share(share).into())])
    });
    let field = ValueField {
        source: egui::Id::unique(("details link share", id)),
        name,
        shown: &shown,
        hint: rest.as_deref().unwrap_or(view.text("details-share-hint")),
        help: view.text("details-share-help"),
    };
    field.show(ui, view, optional(parse_share), |share| Edit::SetShare(id, share));
}

/// Several links: what they are, each with a way to it.
pub(super) fn show_several(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let links = &view.editor.selection().links;
    let text = view.words.with("details-selected-links", &[("count", links.len().into())]);
    ui.label(RichText::new(text).font(font(Weight::Semibold, 14.0)));
    for id in links {
        let name = view.words.link(*id, view.scenario);
        if way_to(ui, view, &name).clicked() {
            view.ask(Action::Select(Selection::link(*id)));
        }
    }
    kind_of_several(ui, view);
    ui.add_space(6.0);
    if remove_button(ui, view, view.text("details-links-remove")) {
        view.edit(Edit::Remove { steps: [].into(), links: links.clone() });
    }
}

/// What several links mean; a choice goes for all of them that join two steps of the flow.
fn kind_of_several(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let scenario = view.scenario;
    let links: Vec<(LinkId, Link)> = view
        .editor
        .selection()
        .links
        .iter()
        .filter_map(|id| Some((*id, Link::clone(scenario.links().get(id)?))))
        .filter(|(_, link)| link.to != LinkEnd::Outside && !scenario.is_association(link))
        .collect();
    let Some((_, first)) = links.first() else { return };
    let common = links.iter().all(|(_, link)| link.kind == first.kind).then_some(first.kind);
    let words = view.words;
    let kinds = LinkKind::ALL.map(|kind| (kind, words.link_kind(kind)));
    if let Some(kind) = choice(ui, view, view.text("details-kind"), "", common, &kinds) {
        let edits = links.into_iter().map(|(id, link)| Edit::SetLink(id, Link { kind, ..link }));
        view.edit(Edit::Several(edits.collect()));
    }
}
