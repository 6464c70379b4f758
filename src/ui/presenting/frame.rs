//! What stands in the place of a stop: a blank wall, all stops at once, the results.

use egui::accesskit::Role;
use egui::{Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::presenting::{Over, Session, Tool};
use crate::stage::Held;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::playing::PlayWish;
use crate::ui::view_context::{Action, ViewContext};

use super::asking::ask;
use super::wall::{Seen, WallState};
use super::wish::LessonWish;

/// Shows the wall with whatever lies over it; answers whether nothing was clicked but the wall itself.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &mut Session,
    wall: &mut WallState,
    (rect, seen): (Rect, Seen),
) -> bool {
    match session.place().over {
        Over::Nothing => {
            let response = wall.show_stop(ui, view, session, rect, seen);
            let draws = matches!(session.tool(), Some(Tool::Draw | Tool::Erase));
            let part = wall.chosen_time(&response).filter(|_| !draws);
            let to = part.and_then(|part| view.playing?.time_at(part));
            if let Some(to) = to {
                view.ask(Action::Play(PlayWish::GoTo(to)));
            }
            response.clicked() && to.is_none()
        }
        Over::Black | Over::White => {
            let is_black = session.place().over == Over::Black;
            let colour = if is_black { Color32::BLACK } else { Color32::WHITE };
            ui.painter().rect_filled(rect, CornerRadius::ZERO, colour);
            let response = ui.interact(rect, ui.scope_id().with("blank wall"), Sense::click());
            let name = view.words.text(if is_black { "lesson-black" } else { "lesson-white" });
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            response.clicked()
        }
        Over::Overview(chosen) => {
            overview(ui, view, session, wall, (rect, chosen));
            false
        }
        Over::EndCard => wall.show_results(ui, view, session, rect).clicked(),
        Over::TheEnd => wall.show_the_end(ui, view, session, rect).clicked(),
    }
}

/// All stops, each small with its number and title.
fn overview(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &mut Session,
    wall: &mut WallState,
    (rect, chosen): (Rect, usize),
) {
    let tokens = view.tokens;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.background);
    let count = session.count().max(1);
    let columns = (1..=count).find(|columns| columns * columns >= count).unwrap_or(1);
    let rows = count.div_ceil(columns);
    let unit = rect.height() / 36.0;
    let cell = vec2(rect.width() / columns as f32, rect.height() / rows as f32);
    for at in 0..session.count() {
        let Some(stop) = session.stop_at(at).cloned() else { continue };
        let corner = vec2((at % columns) as f32 * cell.x, (at / columns) as f32 * cell.y);
        let whole = Rect::from_min_size(rect.min + corner, cell).shrink(unit * 0.5);
        let name = view.words.with(
            "lesson-stop-named",
            &[("number", (at + 1).into()), ("title", stop.title.as_str().into())],
        );
        let response = ui.interact(whole, ui.scope_id().with(("stop", at)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let label_height = 1.8 * unit;
        let room = Rect::from_min_max(whole.min, whole.max - vec2(0.0, label_height));
        let shape = fitting(room, 16.0 / 9.0);
        let held = Held::those(&session.hidden_among_all(at));
        // Its title stands below, in letters of the wall.
        wall.show_small(ui, view, session, (&stop, held), (shape, Some(unit)));
        let is_chosen = at == chosen;
        let edge = if is_chosen { tokens.accent } else { tokens.hairline };
        let width = if is_chosen { unit * 0.2 } else { 1.0 };
        let corner = CornerRadius::same(4);
        ui.painter().rect_stroke(shape, corner, Stroke::new(width, edge), StrokeKind::Outside);
        let ink =
            if session.is_there(at, view.editor.blueprint()) { tokens.ink } else { tokens.faint };
        let galley = elided(ui, &name, font(Weight::Semibold, unit), ink, whole.width());
        let left = shape.left();
        ui.painter().galley(egui::pos2(left, shape.bottom() + 0.3 * unit), galley, ink);
        if response.clicked() {
            ask(view, LessonWish::GoTo(at));
        }
    }
}

/// The largest part of a room with so much width to its height, in its middle.
pub(super) fn fitting(room: Rect, shape: f32) -> Rect {
    let width = room.width().min(room.height() * shape).max(1.0);
    Rect::from_center_size(room.center(), vec2(width, width / shape))
}
