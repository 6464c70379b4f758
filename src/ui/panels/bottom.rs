//! The panel below the sheet: a row of tabs, and a table or a picture of the figures.

use egui::{Align, Align2, Layout, Pos2, Rect, Ui};

use crate::ui::charts::Charts;
use crate::ui::commands::Command;
use crate::ui::controls::{elided, icon_button};
use crate::ui::desk::{Action, BottomTab, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::side_panel::tab_button;
use crate::ui::theme::SMALL;

use super::tables::Tables;

/// Shows the panel.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    charts: &mut Charts,
    tables: &mut Tables,
) {
    // A panel is as high as what it holds; a short picture must not make it shrink.
    ui.set_min_height(ui.available_height());
    let room = tabs(ui, desk);
    ui.add_space(2.0);
    let tab = desk.bottom.tab;
    let headline = match tab {
        BottomTab::Steps | BottomTab::Roles => {
            tables.tools(ui, desk, tab, room);
            tables.show(ui, desk, tab);
            return;
        }
        _ => charts.show(ui, desk, tab),
    };
    if !desk.bottom.enlarged && !headline.is_empty() {
        let letters = font(Weight::Regular, SMALL);
        let galley = elided(ui, &headline, letters, desk.tokens.muted, room.width());
        let rect = Align2::RIGHT_CENTER.anchor_size(room.right_center(), galley.size());
        ui.painter().galley(rect.min, galley, desk.tokens.muted);
    }
}

/// The row of tabs; answers the room that it leaves.
fn tabs(ui: &mut Ui, desk: &mut Desk<'_>) -> Rect {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for tab in BottomTab::ALL {
            let name = desk.text(tab.key());
            if tab_button(ui, desk, name, tab == desk.bottom.tab) {
                desk.ask(Action::Below(tab));
            }
        }
        let left = ui.cursor().left();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (icon, key) = if desk.bottom.enlarged {
                (icons::CHEVRON_DOWN, "chart-make-small")
            } else {
                (icons::CHEVRON_UP, "chart-enlarge")
            };
            let name = desk.text(key);
            let keys = Command::Enlarge.shortcut_text(ui.ctx()).unwrap_or_default();
            let response = icon_button(ui, icon, name, true);
            let right = response.rect.left();
            if response.on_hover_text(format!("{name}   {keys}")).clicked() {
                desk.ask(Action::Run(Command::Enlarge));
            }
            (left, right)
        })
        .inner
    });
    let (left, right) = row.inner;
    let line = row.response.rect;
    Rect::from_min_max(
        Pos2::new(left + 8.0, line.top()),
        Pos2::new((right - 10.0).max(left + 8.0), line.bottom()),
    )
}
