//! A link: where it leads from and to, what it means, and the share of customers that takes it.

use egui::{RichText, Ui};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, StepId, StepKind};
use crate::editor::{Edit, Selection};
use crate::process::ProblemPlace;
use crate::ui::controls::small;
use crate::ui::desk::{Action, Desk};
use crate::ui::fields::{ValueField, choice, named_row, quiet_line};
use crate::ui::fonts::{Weight, font};

use super::parts::{remove_button, way_to};
use crate::ui::reading::{optional, parse_share, share_text};

/// Shows the inspector of a link.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, id: LinkId) {
    let scenario = desk.scenario;
    let Some(link) = scenario.links().get(&id).map(|link| **link) else { return };
    step_end(ui, desk, desk.text("details-from"), link.from);
    match link.to {
        LinkEnd::Step(to) => step_end(ui, desk, desk.text("details-to"), to),
        LinkEnd::Outside => named_row(ui, desk, desk.text("details-to"), "", |ui, desk, _| {
            ui.label(desk.text("link-outside"));
        }),
    }
    if scenario.is_association(&link) {
        small(ui, desk.tokens, desk.text("details-association"));
    } else {
        kind(ui, desk, id, &link);
        let decision =
            scenario.steps().get(&link.from).is_some_and(|step| step.kind == StepKind::Decision);
        if link.kind == LinkKind::Flow && (decision || link.share.is_some()) {
            share_field(ui, desk, id, &link, desk.text("details-share"));
        }
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if let LinkEnd::Step(to) = link.to
            && to != link.from
            && ui.button(desk.text("details-swap")).clicked()
        {
            let share = None;
            let swapped = Link { from: to, to: LinkEnd::Step(link.from), share, ..link };
            desk.edit(Edit::SetLink(id, swapped));
        }
        if remove_button(ui, desk, desk.text("details-link-remove")) {
            desk.edit(Edit::Remove { steps: [].into(), links: [id].into() });
        }
    });
}

fn step_end(ui: &mut Ui, desk: &mut Desk<'_>, name: &str, step: StepId) {
    named_row(ui, desk, name, "", |ui, desk, _| {
        let text = desk.words.step(step, desk.scenario);
        if way_to(ui, desk, text).clicked() {
            desk.ask(Action::GoTo(ProblemPlace::Step(step)));
        }
    });
}

fn kind(ui: &mut Ui, desk: &mut Desk<'_>, id: LinkId, link: &Link) {
    let words = desk.words;
    if link.to == LinkEnd::Outside {
        named_row(ui, desk, desk.text("details-kind"), "", |ui, _, _| {
            ui.label(words.link_kind(link.kind));
        });
    } else {
        let kinds = LinkKind::ALL.map(|kind| (kind, words.link_kind(kind)));
        let name = desk.text("details-kind");
        if let Some(kind) = choice(ui, desk, name, "", Some(link.kind), &kinds) {
            desk.edit(Edit::SetLink(id, Link { kind, ..*link }));
        }
    }
    quiet_line(ui, desk, words.link_meaning(link.kind));
}

/// The share of customers that takes a way out of a decision.
pub(super) fn share_field(ui: &mut Ui, desk: &mut Desk<'_>, id: LinkId, link: &Link, name: &str) {
    let shown = share_text(desk.words, link.share);
    let field = ValueField {
        source: egui::Id::unique(("details link share", id)),
        name,
        shown: &shown,
        hint: desk.text("details-share-hint"),
        help: desk.text("details-share-help"),
    };
    field.show(ui, desk, optional(parse_share), |share| Edit::SetShare(id, share));
}

/// Several links: what they are, each with a way to it.
pub(super) fn show_several(ui: &mut Ui, desk: &mut Desk<'_>) {
    let links = &desk.editor.selection().links;
    let text = desk.words.with("details-selected-links", &[("count", links.len().into())]);
    ui.label(RichText::new(text).font(font(Weight::Semibold, 14.0)));
    for id in links {
        let name = desk.words.link(*id, desk.scenario);
        if way_to(ui, desk, &name).clicked() {
            desk.ask(Action::Select(Selection::link(*id)));
        }
    }
    kind_of_several(ui, desk);
    ui.add_space(6.0);
    if remove_button(ui, desk, desk.text("details-links-remove")) {
        desk.edit(Edit::Remove { steps: [].into(), links: links.clone() });
    }
}

/// What several links mean; a choice goes for all of them that join two steps of the flow.
fn kind_of_several(ui: &mut Ui, desk: &mut Desk<'_>) {
    let scenario = desk.scenario;
    let links: Vec<(LinkId, Link)> = desk
        .editor
        .selection()
        .links
        .iter()
        .filter_map(|id| Some((*id, **scenario.links().get(id)?)))
        .filter(|(_, link)| link.to != LinkEnd::Outside && !scenario.is_association(link))
        .collect();
    let Some((_, first)) = links.first() else { return };
    let common = links.iter().all(|(_, link)| link.kind == first.kind).then_some(first.kind);
    let words = desk.words;
    let kinds = LinkKind::ALL.map(|kind| (kind, words.link_kind(kind)));
    if let Some(kind) = choice(ui, desk, desk.text("details-kind"), "", common, &kinds) {
        let edits = links.into_iter().map(|(id, link)| Edit::SetLink(id, Link { kind, ..link }));
        desk.edit(Edit::Several(edits.collect()));
    }
}
