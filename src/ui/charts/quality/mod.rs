//! What customers judge, below the sheet: the table of items and its pictures.
//!
//! - here: which of them is shown, and the item that all of them share;
//! - `items`: the table with what is done to it as a whole;
//! - `fall`: where quality is lost, and what is dragged there;
//! - `lists`, `planes`: the other pictures.
//!
//! # What always holds
//!
//! - A click on a part of a picture chooses its item, and selects the item's steps on the sheet.
//! - A bar that is dragged or moved by keys is one edit, and the axis stays while it moves.
//! - What a survey says is shown, and changed by no hand.

mod fall;
mod items;
mod lists;
mod planes;

use std::cell::RefCell;

use egui::{
    Align, Button, Layout, Rect, RichText, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit,
};

use super::easel::Easel;
use crate::blueprint::ItemId;
use crate::drawing::charts::Easel as Sizes;
use crate::drawing::{DisplayList, KnownWidths};
use crate::pictures::{QualityPicture, QualitySource};
use crate::ui::fonts::{Weight, font};
use crate::ui::paint::{FontWidths, from_egui};
use crate::ui::panels::quality::to_item;
use crate::ui::panels::tables::Tables;
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};
use fall::Dragged;

/// The room beside the tabs that the choice takes.
pub(in crate::ui) const LEAST_TOOLS: f32 = 270.0;
/// The width of the menu in their place.
const MENU: f32 = 100.0;

/// What the tab shows: the items, or a picture of them.
type Seen = Option<QualityPicture>;

/// All that can be shown.
const ALL: [Seen; 5] = [
    None,
    Some(QualityPicture::Profile),
    Some(QualityPicture::Gaps),
    Some(QualityPicture::Importance),
    Some(QualityPicture::Kano),
];

/// What the tab remembers from pass to pass.
#[derive(Default)]
pub(in crate::ui) struct QualityTab {
    seen: Seen,
    /// The item that table and pictures share.
    chosen: Option<ItemId>,
    dragged: Option<Dragged>,
    /// Where somebody drew the cross of importance and performance; at the means without.
    cross: Option<(f64, f64)>,
    list: DisplayList,
    widths: RefCell<KnownWidths>,
}

fn name<'a>(view: &ViewContext<'a>, seen: Seen) -> &'a str {
    match seen {
        None => view.text("items-view-items"),
        Some(picture) => view.text(picture.key()),
    }
}

impl QualityTab {
    /// The picture that is shown.
    pub fn picture(&self) -> Option<QualityPicture> {
        self.seen
    }

    /// Shows what is chosen.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, tables: &mut Tables) {
        profiling::function_scope!();
        let items = &view.editor.blueprint().judgements().quality.items;
        // What was just added is there a pass later.
        let is_gone = |chosen| items.iter().all(|(id, _)| *id != chosen);
        self.chosen = self.chosen.filter(|chosen| !is_gone(*chosen));
        let Some(picture) = self.seen else {
            self.chosen = items::show(ui, view, tables, self.chosen);
            return;
        };
        let Some(found) = view.assessment else { return };
        let source = QualitySource {
            blueprint: view.editor.blueprint(),
            scenario: view.scenario,
            found,
            words: view.words,
        };
        let Self { chosen, dragged, cross, list, widths, .. } = self;
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: widths };
        let area = from_egui(ui.available_rect_before_wrap());
        let sizes = Sizes::of(area.size(), &widths);
        let mut easel = Easel { sizes: &sizes, list, tokens: view.tokens };
        let before = *chosen;
        let clicked = match picture {
            QualityPicture::Profile => lists::profile(ui, view, &mut easel, &source, before),
            QualityPicture::Gaps => fall::show(ui, view, &mut easel, &source, before, dragged),
            QualityPicture::Importance => {
                planes::importance(ui, view, &mut easel, &source, before, cross)
            }
            QualityPicture::Kano => planes::kano(ui, view, &mut easel, &source, before),
        };
        match clicked {
            Some(Asked::Item(item)) => {
                *chosen = Some(item);
                let items = &source.blueprint.judgements().quality.items;
                let item = items.iter().find(|(id, _)| *id == item).map(|(_, item)| item);
                for action in item.map(|item| to_item(view, item)).unwrap_or_default() {
                    view.ask(action);
                }
            }
            Some(Asked::Table) => self.seen = None,
            None => {}
        }
    }

    /// Shows in a room beside the tabs what can be shown; where that is small, as a menu.
    pub fn tools(&mut self, ui: &mut Ui, view: &ViewContext<'_>, room: Rect) {
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
            let letters = |on| font(if on { Weight::Semibold } else { Weight::Medium }, SMALL);
            let painter = ui.painter().clone();
            let wide = |seen: &Seen| {
                let text = name(view, *seen).to_owned();
                painter.layout_no_wrap(text, letters(true), view.tokens.ink).size().x + 15.0
            };
            let needed = ALL.iter().map(wide).sum::<f32>() + 8.0;
            if needed > room.width() {
                self.as_menu(ui, view);
                return;
            }
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().button_padding = Vec2::new(7.0, 2.0);
            for seen in ALL.into_iter().rev() {
                let on = self.seen == seen;
                let ink = if on { view.tokens.accent } else { view.tokens.muted };
                let text = RichText::new(name(view, seen)).font(letters(on)).color(ink);
                // As wide as it is when chosen: what is beside it stays under the pointer.
                let button = Button::new(text).min_size(Vec2::new(wide(&seen), 24.0));
                let button = if on {
                    button.stroke(Stroke::new(1.0, view.tokens.hairline)).fill(view.tokens.panel)
                } else {
                    button.stroke(Stroke::NONE).fill(egui::Color32::TRANSPARENT)
                };
                let response = ui.add(button);
                response.widget_info(|| {
                    let role = accesskit::Role::RadioButton;
                    WidgetInfo::selected(role, true, on, name(view, seen))
                });
                if response.clicked() {
                    self.seen = seen;
                }
            }
        });
    }

    fn as_menu(&mut self, ui: &mut Ui, view: &ViewContext<'_>) {
        let said = view.text("items-views");
        let combo = egui::ComboBox::from_id_salt("items views")
            .selected_text(name(view, self.seen))
            .width(MENU)
            .truncate()
            .show_ui(ui, |ui| {
                for seen in ALL {
                    if ui.selectable_label(self.seen == seen, name(view, seen)).clicked() {
                        self.seen = seen;
                        ui.close();
                    }
                }
            });
        let _ = combo.response.accessible_name(said);
    }
}

/// What is asked for in a picture.
enum Asked {
    /// To choose an item.
    Item(ItemId),
    /// To enter something.
    Table,
}

/// Says what a picture lacks, and offers to enter it.
fn lack(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &Easel<'_>,
    key: &'static str,
) -> Option<Asked> {
    let mut asked = None;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3 - 10.0).max(0.0));
        let text = RichText::new(view.text(key)).font(easel.body(Weight::Regular));
        ui.add(egui::Label::new(text.color(view.tokens.muted)).wrap());
        ui.add_space(6.0);
        let link = |text| RichText::new(text).font(easel.body(Weight::Medium));
        if ui.link(link(view.text("items-view-items"))).clicked() {
            asked = Some(Asked::Table);
        }
        if ui.link(link(view.text("items-read-survey"))).clicked() {
            view.ask(Action::Run(crate::ui::commands::Command::ReadSurvey));
        }
    });
    asked
}
