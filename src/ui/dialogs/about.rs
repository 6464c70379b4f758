//! What this program is, and whose work it carries.

use egui::Ui;

use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::theme::Tokens;

use super::DialogView;

/// What this program is.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct About;

impl DialogView for About {
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        super::title(ui, "Onstage");
        let version = env!("CARGO_PKG_VERSION");
        ui.label(app.words.with("about-version", &[("version", version.into())]));
        ui.add(egui::Label::new(app.words.text("about-text")).wrap());
        small(ui, Tokens::of(ui.ctx()), app.words.text("about-licences"));
        let close = app.words.text("button-close").to_owned();
        super::buttons(ui, |ui| super::main_button(ui, &close))
    }
}
