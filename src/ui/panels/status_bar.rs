//! The foot of the window: what there is, what is wrong, how fast figures follow.

use egui::{Align, Layout, RichText, Ui};

use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::hints;
use crate::ui::reviewing::ReviewPage;
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, LEVERS, SideTab, ViewContext};

/// Shows the bar.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.horizontal_centered(|ui| {
        let muted = view.tokens.muted;
        let quiet = |text: String| RichText::new(text).size(SMALL).color(muted);
        if view.reviewing.is_some() {
            return reviewing(ui, view);
        }
        if let Some(sheet) = view.sheet.and_then(|id| view.editor.blueprint().sheet(id)) {
            ui.label(quiet(view.words.sheet_size(sheet)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                ui.label(quiet(view.words.language().own_name().to_owned()));
                ui.label(quiet(view.text(saved_state(view)).to_owned()));
            });
            return;
        }
        let steps = view.words.counted("steps", view.scenario.flowing_steps());
        let roles = view.words.counted("roles", view.scenario.roles().len());
        ui.spacing_mut().item_spacing.x = 5.0;
        let counts = [("steps", steps.into()), ("roles", roles.into())];
        ui.label(quiet(view.words.with("state-counts", &counts)));
        let serious = super::problems::serious(view);
        let (text, colour) = if super::problems::has_errors(view) {
            (view.words.counted("problems", serious), view.tokens.bad)
        } else if serious > 0 {
            (view.words.counted("problems", serious), view.tokens.warn)
        } else {
            (view.text("problems-none").to_owned(), view.tokens.muted)
        };
        let link = egui::Label::new(RichText::new(text).size(SMALL).color(colour));
        let response = ui.add(link.sense(egui::Sense::click()));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            view.ask(Action::Tab(SideTab::Problems));
        }
        if view.editor.trial() == Some(LEVERS) {
            ui.add_space(14.0);
            // Seen from every tab, so that nobody takes the levers' figures for the service's.
            let set = RichText::new(view.text("levers-set")).size(SMALL);
            ui.label(set.color(view.tokens.warn));
            let back = RichText::new(view.text("levers-back")).size(SMALL);
            if ui.link(back).clicked() {
                view.ask(Action::Abort);
            }
        }
        let from = ui.cursor().left() + 22.0;
        let states = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            ui.label(quiet(view.words.language().own_name().to_owned()));
            ui.label(quiet(view.text(saved_state(view)).to_owned()));
            let time = view.words.number((view.recompute_ms * 10.0).round() / 10.0);
            ui.label(quiet(view.words.with("recomputed-in", &[("time", time.into())])));
            ui.min_rect().left()
        });
        hint(ui, view, from, states.inner - 22.0);
    });
}

/// Whether the work is saved, as a key of the localisation layer.
fn saved_state(view: &ViewContext<'_>) -> &'static str {
    match (view.editor.is_modified(), view.editor.covered()) {
        (true, _) => "state-unsaved",
        (false, Some(_)) => "state-covered",
        (false, None) if view.has_file => "state-saved",
        // What lies in no file was never saved.
        (false, None) => "state-new",
    }
}

/// What there is to know while a review is on: by whom, how much is unsaved, the keys.
fn reviewing(ui: &mut Ui, view: &ViewContext<'_>) {
    let muted = view.tokens.muted;
    let quiet = |text: &str| RichText::new(text).size(SMALL).color(muted);
    let by = match view.reviewer {
        "" => view.text("review-by-nobody").to_owned(),
        name => view.words.with("review-by", &[("name", name.into())]),
    };
    let Some(review) = &view.reviewing else { return };
    let open = view.editor.blueprint().discussion().open_count();
    let counted =
        |key: &'static str, count: usize| (count > 0).then(|| view.words.counted(key, count));
    let counts = review.counts;
    let parts = if review.page == ReviewPage::Changes {
        [
            counted("review-change-count", counts.changes),
            counted("review-moving-count", counts.moving),
            counted("open-comments", open),
        ]
    } else {
        [Some(by), counted("review-drafts-kept", counts.drafts), counted("open-comments", open)]
    };
    let state = view.editor.is_modified().then(|| view.text("state-unsaved").to_owned());
    let said: Vec<String> = parts.into_iter().flatten().chain(state).collect();
    let left = ui.label(quiet(&view.words.facts(&said))).rect.right();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let language = ui.label(quiet(view.words.language().own_name()));
        let keys = match review.page {
            ReviewPage::Changes => view.text("review-keys-changes"),
            ReviewPage::Verdict | ReviewPage::Sheet => view.text("review-keys"),
        };
        // As much of the keys as there is room for beside the counts.
        let room = language.rect.left() - left - 28.0;
        if room > LEAST {
            let letters = font(Weight::Regular, SMALL);
            let keys = elided(ui, keys, letters, muted, room);
            ui.add(egui::Label::new(keys).selectable(false));
        }
    });
}

/// The least room for a hint, in points.
const LEAST: f32 = 140.0;

/// What can be done with what is under the pointer, between the counts and the states.
fn hint(ui: &Ui, view: &ViewContext<'_>, left: f32, right: f32) {
    let Some(key) = hints::now(ui.ctx()).filter(|_| view.settings.hints) else { return };
    if right - left < LEAST {
        return;
    }
    let letters = font(Weight::Regular, SMALL);
    let text = elided(ui, view.words.text(key), letters, view.tokens.muted, right - left);
    let middle = ui.max_rect().center().y;
    let rect =
        egui::Rect::from_min_size(egui::pos2(left, middle - text.size().y / 2.0), text.size());
    ui.painter().galley(rect.min, text, view.tokens.muted);
}
