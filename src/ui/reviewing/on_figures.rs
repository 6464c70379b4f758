//! What was said of a figure, where the figure stands while one edits: a bubble on its tile, and the way to say more.

use egui::{Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::Anchor;
use crate::ui::view_context::{Action, ViewContext};

use super::bubble::{BUBBLE, counted};
use super::wish::ReviewWish;

/// A figure of the scenario that is shown, by its name in `--json`, as something to comment on.
fn anchor(view: &ViewContext<'_>, figure: &str) -> Anchor {
    let scenario = Some(view.editor.scenario().id());
    Anchor { scenario, figure: figure.to_owned(), ..Anchor::default() }
}

/// How many comments on the figure wait for something: a bubble in the lower right corner of its tile. A click shows
/// them.
pub(in crate::ui) fn bubble_on_tile(
    ui: &Ui,
    view: &mut ViewContext<'_>,
    tile: Rect,
    (figure, name): (&str, &str),
) {
    if !view.settings.pins {
        return;
    }
    let on = anchor(view, figure);
    let said = view.editor.blueprint().discussion().comments.iter();
    let count = said.filter(|comment| comment.is_open() && comment.on == on).count();
    if count == 0 {
        return;
    }
    let at = tile.right_bottom() - Vec2::splat(BUBBLE / 2.0 + 4.0);
    let rect = Rect::from_center_size(at, Vec2::splat(BUBBLE + 4.0));
    let response = ui.interact(rect, ui.scope_id().with(("said of", figure)), Sense::click());
    let arguments = [("count", count.into()), ("place", name.into())];
    let told = view.words.with("review-comments-on", &arguments);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    counted(ui.painter(), view.tokens, at, count, view.tokens.accent);
    if response.on_hover_text(&told).clicked() {
        view.ask(Action::review(ReviewWish::Show(on)));
    }
}

/// Leads to a comment on a figure; answers whether it was followed.
pub(in crate::ui) fn comment_on_figure(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    (figure, name): (&str, &str),
) -> bool {
    let text = view.words.with("review-comment-on", &[("place", name.into())]);
    let is_followed = ui.link(text).clicked();
    if is_followed {
        view.ask(Action::review(ReviewWish::Comment(anchor(view, figure))));
    }
    is_followed
}
