//! Offers the work that other runs left unsaved.

use std::path::Path;

use egui::{Align, Button, Frame, Layout, RectAlign, RichText, Ui};

use super::{DialogView, main_button, title};
use crate::guide::Page;
use crate::storage::recovery::{Content, DiskNow, Found, Keeper};
use crate::ui::app::App;
use crate::ui::controls::{callout, small};
use crate::ui::files::Intent;
use crate::ui::fonts::{Weight, font};
use crate::ui::recovery::clock;
use crate::ui::theme::{BODY, SMALL, Tokens};

/// A copy that is offered.
#[derive(Clone, Debug)]
struct Offer {
    found: Found,
    /// Whether it is to be deleted, which is asked twice.
    sure: bool,
}

impl Offer {
    fn of(found: Found) -> Self {
        Self { found, sure: false }
    }
}

/// Work was left unsaved by other runs.
#[derive(Clone, Debug)]
pub(in crate::ui) struct OfferCopies(Vec<Offer>);

impl OfferCopies {
    /// Offers copies, the newest first; those that cannot be read come last.
    pub fn of(found: Vec<Found>) -> Self {
        let mut offers: Vec<Offer> = found.into_iter().map(Offer::of).collect();
        let written =
            |offer: &Offer| offer.found.content.as_ref().ok().map(|content| content.written);
        offers.sort_by(|a, b| {
            written(b).cmp(&written(a)).then_with(|| a.found.place.cmp(&b.found.place))
        });
        Self(offers)
    }
}

/// What is answered to an offer.
enum Answer {
    Recover,
    OpenFile,
    Delete,
}

impl DialogView for OfferCopies {
    fn page(&self) -> Option<Page> {
        Some(Page::Files)
    }

    fn width(&self) -> f32 {
        480.0
    }

    /// What was not answered is offered again where its file is opened.
    fn close(&mut self, app: &mut App) {
        app.recovery.postpone(self.0.iter().map(|offer| offer.found.place.as_path()));
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self(offers) = self;
        title(ui, app.words.text("recovery-title"));
        ui.label(app.words.text("recovery-text"));
        if app.reporting.last_words().is_some() {
            // The same mishap; so it is not told in a dialog of its own.
            app.reporting.take_news();
            ui.horizontal_wrapped(|ui| {
                ui.label(app.words.text("fallen-title"));
                if ui.link(app.words.text("fallen-look")).clicked() {
                    app.open_report();
                }
            });
        }
        let mut answered = None;
        egui::ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            for (at, offer) in offers.iter_mut().enumerate() {
                let tokens = Tokens::of(ui.ctx());
                callout(tokens.background, tokens.hairline).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 4.0;
                    ui.push_id(at, |ui| {
                        if let Some(answer) = show_offer(ui, app, offer, at == 0) {
                            answered = Some((at, answer));
                        }
                    });
                });
            }
        });
        if let Some((at, answer)) = answered {
            let offer = offers.remove(at);
            answer_offer(ui, app, offer.found, &answer);
        }
        let later = app.words.text("recovery-later").to_owned();
        let left = super::buttons(ui, |ui| {
            ui.button(&later).on_hover_text(app.words.text("recovery-later-help")).clicked()
        });
        left || offers.is_empty()
    }
}

fn answer_offer(ui: &Ui, app: &mut App, found: Found, answer: &Answer) {
    let ctx = ui.ctx().clone();
    match answer {
        Answer::Recover => {
            // It may be called off where the open document is asked about.
            app.recovery.postpone(std::iter::once(found.place.as_path()));
            app.pursue(&ctx, Intent::Recover(Box::new(found)));
        }
        Answer::OpenFile => {
            if let Some(path) = found.file
                && app.path() != Some(&path)
            {
                app.open_file(&ctx, path);
            }
        }
        Answer::Delete => app.recovery.remove(found.place),
    }
}

fn show_offer(ui: &mut Ui, app: &App, offer: &mut Offer, first: bool) -> Option<Answer> {
    let words = &app.words;
    let tokens = Tokens::of(ui.ctx());
    let file = offer.found.file.as_deref();
    let name = file.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let title = match (&name, &offer.found.content) {
        (Some(name), _) => name.clone(),
        (None, Ok(content)) if !content.blueprint.title().is_empty() => {
            content.blueprint.title().to_owned()
        }
        (None, _) => words.text("untitled").to_owned(),
    };
    ui.horizontal(|ui| {
        let strong = RichText::new(&title).font(font(Weight::Semibold, BODY)).color(tokens.ink);
        ui.add(egui::Label::new(strong).truncate());
        if let Ok(content) = &offer.found.content {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let ago = words.ago(clock().saturating_sub(content.written));
                ui.label(RichText::new(ago).color(tokens.muted));
            });
        }
    });
    if let Some(file) = file {
        let path = file.display().to_string();
        let quiet = RichText::new(&path).size(SMALL).color(tokens.muted);
        let shown = ui.add(egui::Label::new(quiet).truncate());
        // Above: the buttons that one goes on to lie below.
        let mut whole = egui::Tooltip::for_enabled(&shown);
        whole.popup = whole.popup.align(RectAlign::TOP_START);
        whole.show(|ui| ui.label(path));
    }
    let Ok(content) = &offer.found.content else {
        let place = offer.found.place.display().to_string();
        ui.label(words.with("recovery-damaged", &[("place", place.into())]));
        return delete_button(ui, app, &title, &mut offer.sure).then_some(Answer::Delete);
    };
    small(ui, tokens, words.copy_in_short(content));
    if content.from_lesson {
        let scenarios = content.blueprint.scenarios().iter();
        let by: Vec<&str> =
            scenarios.map(|it| it.by().trim()).filter(|by| !by.is_empty()).collect();
        let said = if by.is_empty() {
            words.text("recovery-lesson").to_owned()
        } else {
            let who = words.list(&by, by.len());
            words.with("recovery-lesson-of", &[("who", who.into())])
        };
        small(ui, tokens, said);
    }
    let warn = |ui: &mut Ui, key| {
        ui.label(RichText::new(words.text(key)).color(tokens.warn));
    };
    if matches!(content.disk, DiskNow::There { changed: true, .. }) {
        warn(ui, "recovery-disk-changed");
    }
    if offer.found.keeper == Keeper::Elsewhere {
        warn(ui, "recovery-elsewhere");
    }
    ui.add_space(4.0);
    choose(ui, app, &title, content, &mut offer.sure, first)
}

/// The buttons of an offer. Each is named with its file, for those who do not see where it stands.
fn choose(
    ui: &mut Ui,
    app: &App,
    name: &str,
    content: &Content,
    sure: &mut bool,
    first: bool,
) -> Option<Answer> {
    let words = &app.words;
    let mut answer = None;
    Frame::NONE.show(ui, |ui| {
        ui.horizontal(|ui| {
            let recover = words.text("recovery-recover");
            // Enter recovers the first.
            let wanted =
                if first { main_button(ui, recover) } else { ui.button(recover).clicked() };
            if wanted {
                answer = Some(Answer::Recover);
            }
            if matches!(content.disk, DiskNow::There { .. })
                && ui.button(words.text("recovery-open-file")).clicked()
            {
                answer = Some(Answer::OpenFile);
            }
            if delete_button(ui, app, name, sure) {
                answer = Some(Answer::Delete);
            }
        });
    });
    answer
}

/// Deletes at the second click: what is deleted here is nowhere else.
fn delete_button(ui: &mut Ui, app: &App, name: &str, sure: &mut bool) -> bool {
    let key = if *sure { "recovery-delete-sure" } else { "recovery-delete" };
    let label = RichText::new(app.words.text(key));
    let label = if *sure { label.color(Tokens::of(ui.ctx()).bad) } else { label };
    let clicked = ui.add(Button::new(label)).on_hover_text(name).clicked();
    let again = *sure && clicked;
    *sure |= clicked;
    again
}
