//! The panel beside the sheet: headline figures that stay, and tabs below them.

use super::access;
use super::flash::Flashes;
use super::panels::{HEADLINE, steady};
use super::view_context::{Action, LEVERS, SideTab, ViewContext};
use super::views::{ViewState, beside};
use super::{fonts, panels, theme};

/// A panel that is lower than this, in points, shows the key figures in one line: the tiles would
/// leave too little for what is below them.
const LOW: f32 = 520.0;

/// The side panel: headline figures that stay, and a tab below.
pub(super) fn side_panel(
    ui: &mut egui::Ui,
    view: &mut ViewContext<'_>,
    tab: SideTab,
    flashes: &Flashes,
    views: &mut ViewState,
) {
    profiling::function_scope!();
    if view.compared.is_some() {
        panels::compare::sides(ui, view);
        ui.add_space(8.0);
    }
    panels::day::hour_picker(ui, view);
    let is_about_things = tab == SideTab::Details && !view.editor.selection().is_empty();
    // Seen through another lens, the sheet is about something else than figures, and so is the panel.
    let is_about_more = view.lens != crate::pictures::Lens::Figures;
    if is_about_things || is_about_more || ui.available_height() < LOW {
        panels::headline_line::show(ui, view, flashes);
    } else {
        steady(ui, view, HEADLINE, |ui, view| panels::headline::show(ui, view, flashes));
        ui.add_space(4.0);
    }
    let offered = SideTab::ALL.into_iter().filter(|each| (beside(*each).is_offered)(view)).count();
    let is_crowded = panels::quality::is_offered(view) && offered > 4;
    let tabs = |ui: &mut egui::Ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        for each in SideTab::ALL {
            let row = beside(each);
            if (row.is_offered)(view) && tab_button(ui, view, &(row.name)(view), each == tab) {
                view.ask(Action::Tab(each));
            }
        }
    };
    // More than a row holds begin another.
    if is_crowded {
        ui.horizontal_wrapped(tabs);
    } else {
        ui.horizontal(tabs);
    }
    ui.separator();
    let mut area = egui::ScrollArea::vertical().id_salt(("side", tab as u8)).auto_shrink(false);
    let (id, top, height) =
        (egui::Id::unique("side panel, last"), ui.cursor().top(), ui.available_height());
    let levers = tab == SideTab::Capacity && view.editor.trial() == Some(LEVERS);
    let pass = ui.ctx().cumulative_pass_nr();
    let last = ui.data(|data| data.get_temp::<Place>(id)).unwrap_or_default();
    // Where something else was shown meanwhile, as while a day is played, nothing lies under the pointer: it is
    // as it was left.
    let was_away = last.pass + 1 < pass;
    let last = if was_away { Place { top, ..last } } else { last };
    // A lever under the pointer stays there, however much is said above: what is pressed twice is
    // pressed twice.
    let follows = (levers || last.levers) && tab == SideTab::Capacity;
    let offset = (last.offset + top - last.top).max(0.0);
    if follows {
        area = area.vertical_scroll_offset(offset);
    }
    let shown = area.show(ui, |ui| {
        // The scroll bar floats; what it would cover stays free.
        ui.set_max_width(ui.available_width() - 7.0);
        if levers {
            ui.set_min_height(height + offset);
        }
        (beside(tab).show)(ui, view, views);
        ui.add_space(12.0);
    });
    let place = Place { top, offset: shown.state.clamped_offset().y, levers, pass };
    ui.data_mut(|data| data.insert_temp(id, place));
}

/// Where what scrolls was in the last pass.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Its upper edge in the window.
    top: f32,
    /// How far it was scrolled.
    offset: f32,
    /// Whether levers were set.
    levers: bool,
    /// Which pass that was.
    pass: u64,
}

/// A tab by its name; answers whether it was clicked.
pub(super) fn tab_button(
    ui: &mut egui::Ui,
    view: &ViewContext<'_>,
    name: &str,
    selected: bool,
) -> bool {
    let colour = if selected { view.tokens.accent } else { view.tokens.muted };
    let weight = if selected { fonts::Weight::Semibold } else { fonts::Weight::Medium };
    let text = egui::RichText::new(name).font(fonts::font(weight, theme::BODY)).color(colour);
    let response = ui.add(egui::Button::new(text).frame(false).min_size(egui::vec2(0.0, 26.0)));
    access::tab(&response, name, selected);
    if selected {
        let rect = response.rect;
        let y = rect.bottom() + 1.0;
        ui.painter().hline(rect.x_range(), y, egui::Stroke::new(2.0, view.tokens.accent));
    }
    response.clicked()
}
