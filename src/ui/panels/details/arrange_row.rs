//! The commands that line up several cards, as small pictures of what they do.

use egui::{Painter, Rect, Stroke, Ui, Vec2, pos2};

use crate::drawing::{Alignment, Spacing};
use crate::ui::commands::Command;
use crate::ui::controls::painted_button;
use crate::ui::view_context::{Action, ViewContext};

/// A command that lines cards up.
#[derive(Clone, Copy)]
enum Arranging {
    Align(Alignment),
    Distribute(Spacing),
}

impl Arranging {
    fn command(self) -> Command {
        match self {
            Self::Align(alignment) => Command::Align(alignment),
            Self::Distribute(spacing) => Command::Distribute(spacing),
        }
    }
}

/// From left to right: the edges of columns, those of rows, and equal gaps.
const ROW: [Arranging; 8] = [
    Arranging::Align(Alignment::Left),
    Arranging::Align(Alignment::Centre),
    Arranging::Align(Alignment::Right),
    Arranging::Align(Alignment::Top),
    Arranging::Align(Alignment::Middle),
    Arranging::Align(Alignment::Bottom),
    Arranging::Distribute(Spacing::Horizontally),
    Arranging::Distribute(Spacing::Vertically),
];

/// Shows the row; what does not apply says why.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (at, arranging) in ROW.into_iter().enumerate() {
            if at == 3 || at == 6 {
                ui.add_space(8.0);
            }
            let command = arranging.command();
            let face = view.face(command);
            let obstacle = face.obstacle(view);
            let name = view.words.text(face.text);
            let response = painted_button(ui, name, obstacle.is_none(), |painter, rect, colour| {
                picture(painter, rect, arranging, Stroke::new(1.5, colour));
            });
            let hover = match (obstacle, face.shortcut_text(ui.ctx())) {
                (Some(why), _) => format!("{name}\n{}", view.words.text(why)),
                (None, Some(keys)) => format!("{name}   {keys}"),
                (None, None) => name.to_owned(),
            };
            if response.on_hover_text(hover).clicked() {
                view.ask(Action::Run(command));
            }
        }
    });
}

/// Two cards at a line, or three with equal gaps.
fn picture(painter: &Painter, rect: Rect, arranging: Arranging, stroke: Stroke) {
    let place = Rect::from_center_size(rect.center(), Vec2::splat(15.0));
    // A card of a length along its own axis, and where it lies across.
    let flat = |across: f32, from: f32, to: f32| {
        let (left, right) = (place.left() + from * 15.0, place.left() + to * 15.0);
        let y = place.top() + across * 15.0;
        Rect::from_min_max(pos2(left, y - 2.0), pos2(right, y + 2.0))
    };
    let upright = |across: f32, from: f32, to: f32| {
        let (top, bottom) = (place.top() + from * 15.0, place.top() + to * 15.0);
        let x = place.left() + across * 15.0;
        Rect::from_min_max(pos2(x - 2.0, top), pos2(x + 2.0, bottom))
    };
    let column = |at: f32, cards: [(f32, f32); 2]| {
        let x = place.left() + at * 15.0;
        painter.vline(x, place.y_range(), stroke);
        for (across, (from, to)) in [0.28, 0.74].into_iter().zip(cards) {
            painter.rect_filled(flat(across, from, to), 1.0, stroke.color);
        }
    };
    let row = |at: f32, cards: [(f32, f32); 2]| {
        let y = place.top() + at * 15.0;
        painter.hline(place.x_range(), y, stroke);
        for (across, (from, to)) in [0.28, 0.74].into_iter().zip(cards) {
            painter.rect_filled(upright(across, from, to), 1.0, stroke.color);
        }
    };
    match arranging {
        Arranging::Align(Alignment::Left) => column(0.0, [(0.14, 0.95), (0.14, 0.6)]),
        Arranging::Align(Alignment::Centre) => column(0.5, [(0.05, 0.95), (0.25, 0.75)]),
        Arranging::Align(Alignment::Right) => column(1.0, [(0.05, 0.86), (0.4, 0.86)]),
        Arranging::Align(Alignment::Top) => row(0.0, [(0.14, 0.95), (0.14, 0.6)]),
        Arranging::Align(Alignment::Middle) => row(0.5, [(0.05, 0.95), (0.25, 0.75)]),
        Arranging::Align(Alignment::Bottom) => row(1.0, [(0.05, 0.86), (0.4, 0.86)]),
        Arranging::Distribute(spacing) => {
            for at in [0.1, 0.5, 0.9] {
                let card = match spacing {
                    Spacing::Horizontally => upright(at, 0.1, 0.9),
                    Spacing::Vertically => flat(at, 0.1, 0.9),
                };
                painter.rect_filled(card, 1.0, stroke.color);
            }
        }
    }
}
