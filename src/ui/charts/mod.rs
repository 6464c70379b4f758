//! Pictures of the figures, made to be read from the back of a room.
//!
//! Each picture has a model (numbers, marks, labels), which knows nothing of the window and is
//! tested by its numbers, and a painting of it. Both are made anew in every pass from the present
//! figures, so that a picture follows a drag; what takes a reading of the flow (visit, money) or
//! many analyses (the curve of waits) is kept until the scenario changes.

mod curve_keeper;
mod easel;
mod foot;
mod labels;
mod load;
mod missing;
mod models;
mod money;
mod spoken;
mod truth;
mod visit;
mod waiting;

use egui::{Ui, accesskit::Role};

use super::desk::{BottomTab, Desk};
use super::theme;
use curve_keeper::CurveKeeper;
use easel::Easel;
use money::MoneyKeeper;
use visit::VisitKeeper;

/// The pictures, with what they keep from pass to pass.
#[derive(Default)]
pub(super) struct Charts {
    curve: CurveKeeper,
    money: MoneyKeeper,
    visit: VisitKeeper,
}

impl Charts {
    /// Shows the picture of a tab; answers the sentence that says what is to be seen.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, tab: BottomTab) -> String {
        let whole = ui.available_rect_before_wrap();
        let easel = Easel::of(desk.tokens, theme::palette(ui.ctx()), whole.size());
        let foot = whole.with_min_y(whole.bottom() - foot::height(&easel));
        let area = whole.with_max_y(foot.top());
        let headline = match tab {
            BottomTab::Load => load::headline(desk),
            BottomTab::Visit => self.visit.headline(desk),
            BottomTab::Waiting => waiting::headline(ui, desk, &mut self.curve),
            BottomTab::Money => self.money.headline(desk),
            BottomTab::Steps | BottomTab::Roles => String::new(),
        };
        let node = ui.scope_builder(egui::UiBuilder::new().max_rect(area), |ui| {
            if desk.bottom.enlarged && !headline.is_empty() {
                easel.title(ui, &headline);
            }
            match tab {
                BottomTab::Load => load::show(ui, desk, &easel),
                BottomTab::Visit => self.visit.show(ui, desk, &easel),
                BottomTab::Waiting => waiting::show(ui, desk, &easel, &mut self.curve),
                BottomTab::Money => self.money.show(ui, desk, &easel),
                BottomTab::Steps | BottomTab::Roles => {}
            }
        });
        let axes = match tab {
            BottomTab::Load => "chart-axes-load",
            BottomTab::Visit => "chart-axes-visit",
            BottomTab::Waiting => "chart-axes-waiting",
            BottomTab::Money if self.money.draws_profit(desk) => "chart-axes-money",
            BottomTab::Money | BottomTab::Steps | BottomTab::Roles => "chart-axes-money-parts",
        };
        let axes = Some(axes).filter(|_| !headline.is_empty());
        foot::show(ui, desk, &easel, tab, foot, axes);
        ui.advance_cursor_after_rect(whole);
        let name = desk.words.labelled(desk.text(tab.key()), &headline);
        ui.ctx().accesskit_node_builder(node.response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(name);
            node.set_description(foot::names(desk));
        });
        headline
    }
}
