//! The bar over a review: that nothing is changed, which scenario is seen, and what of it.

use egui::{
    Align, Button, CornerRadius, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use crate::analysis::Figure;
use crate::ui::access;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::planning::PlanWish;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::bubble::lock;
use super::wish::{ReviewPage, ReviewWish};

/// How high the tabs of the bar are, in points.
const HEIGHT: f32 = 27.0;
/// The room that the scenarios have at least, in points.
const LEAST_SCENARIOS: f32 = 230.0;
/// The room that a menu of those without room takes.
const MENU: f32 = 84.0;
/// The room that is kept for planning sheets: for the one that is shown, and the menu of the others.
const SHEETS: f32 = MOST_NAME + 26.0 + MENU;
/// The width at which a scenario's name is cut.
const MOST_NAME: f32 = 130.0;

/// Shows the bar; `capacities` are those of the scenarios in their order.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, capacities: &[Figure]) {
    let Some(page) = view.reviewing.as_ref().map(|review| review.page) else { return };
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        pill(ui, view);
        let leave = RichText::new(view.text("review-leave")).color(view.tokens.accent);
        let leave = leave.font(font(Weight::Medium, BODY));
        if ui.add(Button::new(leave).frame(false)).clicked() {
            view.ask(Action::review(ReviewWish::Leave));
        }
        divider(ui, view.tokens);
        // What was handed in is passed on as a copy with the reviewer's name.
        let talked = view.editor.blueprint().discussion();
        let is_said = *talked != *view.editor.saved_blueprint().discussion();
        let pass_on = is_said.then_some(("command-save-reviewed-copy", ReviewWish::SaveCopy));
        let always = [
            ("review-save-verdict", ReviewWish::SaveVerdict),
            ("page-copy", ReviewWish::CopySummary),
        ];
        let buttons: Vec<(&'static str, ReviewWish)> = pass_on.into_iter().chain(always).collect();
        let letters = egui::TextStyle::Button.resolve(ui.style());
        let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
        let width = |key: &'static str| {
            let text = view.text(key).to_owned();
            ui.painter().layout_no_wrap(text, letters.clone(), view.tokens.ink).size().x + around
        };
        let needed: f32 = buttons.iter().map(|(key, _)| width(key)).sum();
        let more = width("review-more") + 16.0;
        let pages_width = pages_width(ui, view) + 40.0;
        let of_sheets = if view.editor.blueprint().sheets().is_empty() { 0.0 } else { SHEETS };
        // What there is no room for beside the scenario that is shown stands in a menu.
        let fits = ui.available_width() - pages_width - needed > LEAST_SCENARIOS + of_sheets;
        let right = if fits { needed } else { more };
        scenarios(ui, view, capacities, right + pages_width + of_sheets);
        sheets(ui, view, right + pages_width);
        divider(ui, view.tokens);
        pages(ui, view, page);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if fits {
                for (key, wish) in buttons {
                    if ui.button(view.text(key)).clicked() {
                        view.ask(Action::review(wish));
                    }
                }
                return;
            }
            ui.menu_button(view.text("review-more"), |ui| {
                for (key, wish) in buttons {
                    if ui.button(view.text(key)).clicked() {
                        view.ask(Action::review(wish));
                        ui.close();
                    }
                }
            });
        });
    });
}

/// Says that nothing is changed.
fn pill(ui: &mut Ui, view: &ViewContext<'_>) {
    let tokens = view.tokens;
    let tried = view.editor.trial().is_some();
    let said = view.text(if tried { "review-trying" } else { "review-locked" });
    let letters = font(Weight::Semibold, BODY);
    let text = ui.painter().layout_no_wrap(said.to_owned(), letters, tokens.accent);
    let size = Vec2::new(text.size().x + 40.0, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, said));
    ui.painter().rect_filled(rect, CornerRadius::same(13), tokens.accent_wash);
    lock(ui.painter(), rect.left_center() + Vec2::new(16.0, 0.0), tokens.accent);
    let at = rect.left_center() + Vec2::new(28.0, -text.size().y / 2.0);
    ui.painter().galley(at, text, tokens.accent);
}

/// The scenarios with their capacities: as many as there is room for, the shown one among them.
fn scenarios(ui: &mut Ui, view: &mut ViewContext<'_>, capacities: &[Figure], kept_free: f32) {
    let tokens = view.tokens;
    let room = ui.available_width() - kept_free;
    let mut left = room;
    let mut others = Vec::new();
    for (at, scenario) in view.editor.blueprint().scenarios().iter().enumerate() {
        let is_shown = scenario.id() == view.scenario.id();
        let name = view.words.scenario_name(scenario);
        let ink = if is_shown { tokens.accent } else { tokens.ink };
        let name_text = elided(ui, name, font(Weight::Semibold, BODY), ink, MOST_NAME);
        let capacity = capacities.get(at).filter(|capacity| capacity.value.is_some());
        let rate = capacity.map(|capacity| view.words.marked_as(capacity, Wording::short_rate));
        let rate = rate.unwrap_or_default();
        let letters = font(Weight::Regular, SMALL);
        let rate_text = ui.painter().layout_no_wrap(rate.clone(), letters, tokens.muted);
        let width = name_text.size().x + rate_text.size().x + 28.0;
        if width > left && !is_shown {
            others.push((scenario.id(), name.to_owned()));
            continue;
        }
        left -= width + 6.0;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
        let is_lit = is_shown && view.sheet.is_none();
        access::tab(&response, &view.words.labelled(name, &rate), is_lit);
        let (fill, edge) = if is_lit {
            (tokens.accent_wash, tokens.accent)
        } else {
            (tokens.panel, tokens.hairline)
        };
        let corners = CornerRadius::same(6);
        ui.painter().rect(rect, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        let top = rect.center().y;
        let at = egui::pos2(rect.left() + 10.0, top - name_text.size().y / 2.0);
        let end = at.x + name_text.size().x + 8.0;
        ui.painter().galley(at, name_text, ink);
        let at = egui::pos2(end, top - rate_text.size().y / 2.0 + 0.5);
        ui.painter().galley(at, rate_text, tokens.muted);
        if response.clicked() {
            view.ask(Action::Show(scenario.id()));
        }
    }
    if !others.is_empty() {
        let more = view.words.with("review-more-scenarios", &[("count", others.len().into())]);
        ui.menu_button(more, |ui| {
            for (id, name) in others {
                if ui.button(name).clicked() {
                    view.ask(Action::Show(id));
                    ui.close();
                }
            }
        });
    }
}

/// How wide the names of the pages are together.
fn pages_width(ui: &Ui, view: &ViewContext<'_>) -> f32 {
    let texts = ReviewPage::ALL.map(|each| {
        let letters = font(Weight::Semibold, BODY);
        let text = view.text(each.key()).to_owned();
        ui.painter().layout_no_wrap(text, letters, view.tokens.ink).size().x + 22.0
    });
    texts.iter().sum()
}

/// The planning sheets: as many as there is room for, the others in a menu.
fn sheets(ui: &mut Ui, view: &mut ViewContext<'_>, kept_free: f32) {
    let tokens = view.tokens;
    let mut left = ui.available_width() - kept_free - MENU;
    let mut others = Vec::new();
    let mut shown = None;
    for (id, sheet) in view.editor.blueprint().sheets() {
        let is_shown = view.sheet == Some(*id);
        let name = match sheet.name.trim() {
            "" => view.text("planner-unnamed"),
            name => name,
        };
        let ink = if is_shown { tokens.accent } else { tokens.ink };
        let text = elided(ui, name, font(Weight::Semibold, BODY), ink, MOST_NAME);
        let width = text.size().x + 20.0;
        if width > left && !is_shown {
            others.push((*id, name.to_owned()));
            continue;
        }
        left -= width + 6.0;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
        let said = view.words.clauses(&[name, view.words.sheet_title(sheet.purpose)]);
        access::tab(&response, &said, is_shown);
        let (fill, edge) = if is_shown {
            (tokens.accent_wash, tokens.accent)
        } else {
            (tokens.panel, tokens.hairline)
        };
        let corners = CornerRadius::same(6);
        ui.painter().rect(rect, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        ui.painter().galley(rect.center() - text.size() / 2.0, text, ink);
        if response.on_hover_text(said).clicked() {
            shown = Some(*id);
        }
    }
    if let Some(id) = shown {
        view.ask(Action::Plan(PlanWish::Show(id)));
    }
    if !others.is_empty() {
        let more = view.words.with("review-more-scenarios", &[("count", others.len().into())]);
        ui.menu_button(more, |ui| {
            for (id, name) in others {
                if ui.button(name).clicked() {
                    view.ask(Action::Plan(PlanWish::Show(id)));
                    ui.close();
                }
            }
        });
    }
}

/// What is seen: one of three.
fn pages(ui: &mut Ui, view: &mut ViewContext<'_>, page: ReviewPage) {
    let tokens = view.tokens;
    let has_sheet = view.sheet.is_some();
    let is_seen = |each: ReviewPage| each == page && !has_sheet;
    let texts = ReviewPage::ALL.map(|each| {
        let weight = if is_seen(each) { Weight::Semibold } else { Weight::Medium };
        let colour = if is_seen(each) { tokens.accent } else { tokens.muted };
        let text = view.text(each.key()).to_owned();
        (each, ui.painter().layout_no_wrap(text, font(weight, BODY), colour), colour)
    });
    let width: f32 = texts.iter().map(|(_, text, _)| text.size().x + 22.0).sum();
    let (whole, _) = ui.allocate_exact_size(Vec2::new(width + 4.0, HEIGHT), Sense::hover());
    let edge = Stroke::new(1.0, tokens.hairline);
    let corners = CornerRadius::same(7);
    ui.painter().rect(whole, corners, tokens.background, edge, StrokeKind::Inside);
    let mut x = whole.left() + 2.0;
    for (each, text, colour) in texts {
        let size = Vec2::new(text.size().x + 22.0, HEIGHT - 4.0);
        let rect = Rect::from_min_size(egui::pos2(x, whole.top() + 2.0), size);
        x += size.x;
        let id = ui.scope_id().with(("review page", each.key()));
        let response = ui.interact(rect, id, Sense::click());
        access::tab(&response, view.text(each.key()), is_seen(each));
        if is_seen(each) {
            let corners = CornerRadius::same(5);
            ui.painter().rect(rect, corners, tokens.panel, edge, StrokeKind::Inside);
        }
        let at = rect.center() - text.size() / 2.0;
        ui.painter().galley(at, text, colour);
        if response.clicked() {
            view.ask(Action::review(ReviewWish::See(each)));
        }
    }
}

fn divider(ui: &mut Ui, tokens: Tokens) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(9.0, 20.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, tokens.hairline));
}
