//! What is shown of the window while a review is on: the page, the sheet or the changes, and the comments.

use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, Ui};

use crate::ui::canvas::Canvas;
use crate::ui::controls::{icon_button, section_head};
use crate::ui::icons;
use crate::ui::notice::Notice;
use crate::ui::redesign;
use crate::ui::regions::{Region, Regions};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;

use super::wish::{ReviewPage, ReviewWish};
use super::{axis, changes, page, pane, pins};

/// How wide the answer of a planning sheet is, and the room that it needs with the sheet beside it, in points.
const ANSWER: f32 = 250.0;
const ROOM_FOR_ANSWER: f32 = 820.0;
/// The least height of a picture below the sheet, in points.
const LEAST_BELOW: f32 = 120.0;

/// In a window that is narrower, in points, the comments take less of it.
const NARROW: f32 = 1_100.0;

/// The parts of the window that a review shows.
pub(in crate::ui) struct Parts<'a> {
    pub views: &'a mut ViewState,
    pub canvas: &'a mut Canvas,
    pub notice: &'a mut Notice,
    pub regions: &'a mut Regions,
}

impl Parts<'_> {
    /// Shows them below the bar.
    pub fn show(self, ui: &mut Ui, view: &mut ViewContext<'_>, seen: ReviewPage) {
        let Self { views, canvas, notice, regions } = self;
        let tokens = view.tokens;
        let width = ui.available_width();
        Panel::right("review")
            .frame(Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 10)))
            .default_size(if width < NARROW { 290.0 } else { 336.0 })
            .size_range(280.0..=(0.42 * width).clamp(280.0, 520.0))
            .show(ui, |ui| {
                regions.begin(ui, view, Region::Figures);
                if seen == ReviewPage::Changes {
                    changes::show(ui, view, views);
                } else {
                    pane::show(ui, view, views);
                }
            });
        if seen == ReviewPage::Changes && views.review.held.changed().is_some() {
            let frame = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 8));
            Panel::bottom("figures before and now")
                .frame(frame)
                .exact_size(axis::HEIGHT + 18.0)
                .show(ui, |ui| {
                    regions.begin(ui, view, Region::Below);
                    axis::show(ui, view, &views.review.held);
                });
        }
        let below =
            views.review.below.filter(|_| seen == ReviewPage::Sheet && view.sheet.is_none());
        if let Some(tab) = below {
            let frame = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(14, 8));
            let most = (0.6 * ui.available_height()).max(LEAST_BELOW);
            Panel::bottom("picture below")
                .frame(frame)
                .default_size(230.0)
                .size_range(LEAST_BELOW..=most)
                .show(ui, |ui| {
                    regions.begin(ui, view, Region::Below);
                    ui.horizontal(|ui| {
                        section_head(ui, tokens, view.text(tab.key()));
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            if icon_button(ui, icons::X, view.text("review-close-below"), true)
                                .clicked()
                            {
                                view.ask(Action::review(ReviewWish::CloseBelow));
                            }
                        });
                    });
                    views.charts.show(ui, view, tab);
                });
        }
        // The comments have the place of the answer: it stands at the other side.
        let has_answer = view.sheet.is_some() && seen != ReviewPage::Verdict;
        if has_answer && ui.available_width() > ROOM_FOR_ANSWER {
            let frame = Frame::new().fill(tokens.panel).inner_margin(Margin::symmetric(12, 10));
            Panel::left("answer in review")
                .frame(frame)
                .default_size(ANSWER)
                .size_range(220.0..=(0.36 * width).clamp(220.0, 360.0))
                .show(ui, |ui| {
                    regions.begin(ui, view, Region::Palette);
                    views.planning.beside(ui, view);
                });
        }
        CentralPanel::no_frame().show(ui, |ui| {
            regions.begin(ui, view, Region::Sheet);
            if seen == ReviewPage::Verdict {
                page::show(ui, view, views);
            } else if view.sheet.is_some() {
                canvas.leave_naming();
                views.planning.show(ui, view);
            } else {
                canvas.show(ui, view);
                if view.editor.trial().is_some() {
                    redesign::mark_preview(ui, tokens, None);
                }
                pins::show(ui, view, views, canvas);
            }
            notice.show(ui, tokens, None);
        });
    }
}
