//! A link to the page of the guide that tells more.

use egui::{Link, RichText, Ui};

use crate::guide::{Page, Place};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};

/// Shows the link; answers whether it was followed.
pub(super) fn more_in_the_guide(ui: &mut Ui, view: &mut ViewContext<'_>, page: Page) -> bool {
    let text = RichText::new(view.text("guide-more")).size(SMALL);
    let followed = ui.add(Link::new(text)).clicked();
    if followed {
        view.ask(Action::Read(Place::from(page)));
    }
    followed
}
