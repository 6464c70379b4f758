//! Comments that were written and not sent stand in the way of what would take their blueprint away.

use egui::{Context, Ui};

use crate::blueprint::ReviewVerdict;
use crate::ui::app::App;
use crate::ui::files::{GivenUp, Intent};
use crate::ui::reviewing::ReviewWish;

use super::{DialogView, as_a, buttons, main_button, title};

/// Asks what becomes of drafts before something is done; what else need not be saved.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskDrafts(pub Intent, pub GivenUp);

impl DialogView for AskDrafts {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        as_a::<Self>(other).is_some_and(|Self(intent, _)| *intent == self.0)
    }

    fn is_about_document(&self) -> bool {
        matches!(self.0, Intent::Show(_))
    }

    fn settles(&mut self, app: &mut App, ctx: &Context) -> bool {
        let settles = app.draft_count() == 0;
        if settles {
            app.pursue_without(ctx, self.0.clone(), self.1.clone());
        }
        settles
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, &app.words.counted("ask-drafts", app.draft_count()));
        ui.label(app.words.text("ask-drafts-text"));
        let [send, discard, cancel] = ["ask-drafts-send", "ask-drafts-discard", "button-cancel"]
            .map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &send) {
                app.grant_review(&ctx, ReviewWish::HandIn(ReviewVerdict::Comment));
                if app.draft_count() == 0 {
                    app.pursue_without(&ctx, self.0.clone(), self.1.clone());
                }
                return true;
            }
            if ui.button(&discard).clicked() {
                app.drop_drafts();
                app.pursue_without(&ctx, self.0.clone(), self.1.clone());
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}
