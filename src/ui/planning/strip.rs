//! What holds for the whole sheet, above the table: what is wanted, in what amounts, how many, under which rules.

use egui::{Align2, ComboBox, RichText, TextEdit, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::sheets::{Aim, Amounts, Figure, Purpose, Rule, Sense, Sheet};
use crate::editor::SheetWork;
use crate::planning::exact::Number;
use crate::planning::sheet::Place;
use crate::ui::controls::{option, painted_button};
use crate::ui::fields::select_all;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::{Shown, change};

/// The strip; it takes as many lines as it needs.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown) {
    let sheet = &shown.sheet;
    match &shown.mix {
        Some(Ok(mix)) => return super::mix::strip(ui, view, shown.id, mix),
        Some(Err(why)) => return super::mix::refusal(ui, view, shown.id, why),
        None => {}
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
        let aims = [
            (Aim::Most, view.text("planner-aim-most")),
            (Aim::Least, view.text("planner-aim-least")),
        ];
        let aim = list(ui, view, "planner-aim", sheet.aim, &aims, 98.0);
        if let Some(aim) = aim {
            let sheet = Sheet { aim, ..Sheet::clone(sheet) };
            change(view, SheetWork::Change, shown.id, sheet);
        }
        let all = [Amounts::Any, Amounts::Whole, Amounts::YesNo];
        let kinds: Vec<(Amounts, &str)> = all
            .into_iter()
            .filter(|kind| !sheet.purpose.has_ways() || *kind != Amounts::YesNo)
            .map(|kind| (kind, view.words.sheet_amounts(kind)))
            .collect();
        let kind = list(ui, view, "planner-amounts", sheet.amounts, &kinds, 78.0);
        if let Some(amounts) = kind {
            let sheet = Sheet { amounts, ..Sheet::clone(sheet) };
            change(view, SheetWork::Change, shown.id, sheet);
        }
        if sheet.purpose.has_ways() {
            return;
        }
        // What a template hardly asks for is found in the menu of rules.
        if sheet.purpose == Purpose::Blend || sheet.total.is_some() {
            bound(ui, view, shown, Place::Total);
        }
        if sheet.purpose == Purpose::Choice || sheet.count.is_some() {
            bound(ui, view, shown, Place::Count);
        }
        rules(ui, view, shown);
    });
}

/// A choice with its name before it.
fn list<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &'static str,
    now: T,
    all: &[(T, &str)],
    width: f32,
) -> Option<T> {
    let name = view.words.text(name);
    let label = ui.label(RichText::new(name).size(SMALL).color(view.tokens.muted));
    let text = all.iter().find(|(value, _)| *value == now).map_or("", |(_, text)| text);
    let mut chosen = None;
    let muted = view.tokens.muted;
    let combo = ComboBox::from_id_salt(("planning strip", name))
        .selected_text(text)
        .width(width)
        .truncate()
        .icon(move |ui, rect, _, _| {
            let down = icons::CHEVRON_DOWN;
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, down, icon(13.0), muted);
        })
        .show_ui(ui, |ui| {
            for (value, text) in all {
                if option(ui, *value == now, *text).clicked() {
                    ui.close();
                    chosen = Some(*value).filter(|value| *value != now);
                }
            }
        });
    let _ = combo.response.labelled_by(label.id);
    ui.add_space(6.0);
    chosen
}

/// How many are chosen, or what all amounts sum up to: whether it matters, and how much.
fn bound(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, place: Place) {
    let sheet = &shown.sheet;
    let (name, own) = match place {
        Place::Count => ("planner-count", &sheet.count),
        _ => ("planner-total", &sheet.total),
    };
    let now = own.as_ref().map(|(sense, _)| *sense);
    let all = [
        (None, view.text("planner-free")),
        (Some(Sense::AtMost), view.text("planner-at-most")),
        (Some(Sense::AtLeast), view.text("planner-at-least")),
        (Some(Sense::Exactly), view.text("planner-exactly")),
    ];
    if let Some(sense) = list(ui, view, name, now, &all, 84.0) {
        let figure = match own {
            Some((_, figure)) => figure.clone(),
            None => begins(ui, shown, place),
        };
        let new = sense.map(|sense| (sense, figure));
        let mut sheet = Sheet::clone(sheet);
        match place {
            Place::Count => sheet.count = new,
            _ => sheet.total = new,
        }
        change(view, SheetWork::Change, shown.id, sheet);
    }
    let Some((_, figure)) = own else { return };
    number(ui, view, shown, place, figure.written());
}

/// The identity of the field of a number of the strip.
fn field_id(place: Place) -> egui::Id {
    egui::Id::unique(("planning strip number", format!("{place:?}")))
}

/// What a count or total begins with: what the plan has now, so that nothing changes until another number is
/// typed, for which the field is ready.
fn begins(ui: &Ui, shown: &Shown, place: Place) -> Figure {
    ui.data_mut(|data| data.insert_temp(field_id(place).with("begins"), true));
    let items = shown.answer.iter().filter(|_| !shown.is_stale).flat_map(|answer| &answer.items);
    let amounts: Vec<&Number> = items.filter_map(|item| item.amount.as_ref()).collect();
    let found = match place {
        Place::Count => {
            let chosen = amounts.iter().filter(|amount| amount.is_positive()).count();
            Number::whole(i64::try_from(chosen).unwrap_or_default())
        }
        _ => amounts.into_iter().sum(),
    };
    if !found.is_positive() {
        return Figure::from(1_i64);
    }
    Figure::from(&found)
}

/// A number of the strip, typed and kept with Enter or when it is left.
fn number(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, place: Place, written: &str) {
    let id = field_id(place);
    let kept: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = kept.unwrap_or_else(|| written.to_owned());
    let fault = shown.faults.iter().find(|fault| fault.place == place);
    let name = view.words.place_in_sheet(&shown.sheet, place);
    let colour = if fault.is_some() { view.tokens.bad } else { view.tokens.ink };
    let field = TextEdit::singleline(&mut text)
        .id(id)
        .desired_width(52.0)
        .text_color(colour)
        .font(font(Weight::Regular, BODY));
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, written, &text, "");
        info.label = Some(name.clone());
        info
    });
    if ui.data_mut(|data| data.remove_temp::<bool>(id.with("begins"))).is_some() {
        response.request_focus();
        select_all(ui, id, &text);
    }
    if response.lost_focus() {
        ui.data_mut(|data| data.remove_temp::<String>(id));
        let kept = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if !kept && text != written {
            let sheet = shown.sheet.with_text(place, &text);
            change(view, SheetWork::Change, shown.id, sheet);
        }
    } else if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
    } else {
        ui.data_mut(|data| data.remove_temp::<String>(id));
    }
    if let Some(fault) = fault {
        let said = view.words.wrong_in_cell(&shown.sheet, fault);
        response.on_hover_text(said);
    }
}

/// The rules as they are read, each with a button that removes it, and a menu that adds one.
fn rules(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown) {
    let sheet = &shown.sheet;
    for (at, rule) in sheet.rules.iter().enumerate() {
        let text = view.words.sheet_rule(rule);
        let fault = shown.faults.iter().find(|fault| fault.place == Place::Rule(at));
        let frame = egui::Frame::new()
            .fill(if fault.is_some() { view.tokens.bad_wash } else { view.tokens.background })
            .stroke(egui::Stroke::new(1.0, view.tokens.hairline))
            .corner_radius(egui::CornerRadius::same(6))
            .inner_margin(egui::Margin { left: 8, right: 2, top: 0, bottom: 0 });
        let mut is_removed = false;
        let shape = frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.label(RichText::new(&text).size(SMALL));
            let name = view.words.with("planner-remove-rule", &[("rule", text.as_str().into())]);
            let response = painted_button(ui, &name, true, |painter, rect, colour| {
                let middle = rect.center();
                painter.text(middle, Align2::CENTER_CENTER, icons::X, icon(12.0), colour);
            });
            is_removed = response.on_hover_text(name).clicked();
        });
        if let Some(fault) = fault {
            let said = view.words.wrong_in_cell(sheet, fault);
            shape.response.on_hover_text(said);
        }
        if is_removed {
            let mut sheet = Sheet::clone(sheet);
            sheet.rules.remove(at);
            change(view, SheetWork::Change, shown.id, sheet);
            return;
        }
    }
    let name = view.text("planner-add-rule");
    let button = ui.button(RichText::new(name).size(SMALL));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    egui::Popup::menu(&button).show(|ui| {
        ui.set_min_width(220.0);
        rule_menu(ui, view, shown);
    });
}

/// Which item needs which, and which exclude each other.
fn rule_menu(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown) {
    let sheet = &shown.sheet;
    if sheet.total.is_none() && ui.button(view.text("planner-total")).clicked() {
        let most = (Sense::AtMost, begins(ui, shown, Place::Total));
        let sheet = Sheet { total: Some(most), ..Sheet::clone(sheet) };
        change(view, SheetWork::Change, shown.id, sheet);
        ui.close();
    }
    if sheet.count.is_none() && ui.button(view.text("planner-count")).clicked() {
        let most = (Sense::AtMost, begins(ui, shown, Place::Count));
        let sheet = Sheet { count: Some(most), ..Sheet::clone(sheet) };
        change(view, SheetWork::Change, shown.id, sheet);
        ui.close();
    }
    ui.separator();
    for one in sheet.items.iter().filter(|item| !item.is_hidden) {
        ui.menu_button(&one.name, |ui| {
            for other in sheet.items.iter().filter(|other| other.name != one.name) {
                let (own, its) = (one.name.clone(), other.name.clone());
                for rule in [Rule::Needs(own.clone(), its.clone()), Rule::Excludes(own, its)] {
                    let is_new = !sheet.rules.contains(&rule);
                    let text = view.words.sheet_rule(&rule);
                    if ui.add_enabled(is_new, egui::Button::new(text)).clicked() {
                        let mut sheet = Sheet::clone(sheet);
                        sheet.rules.push(rule);
                        change(view, SheetWork::Change, shown.id, sheet);
                        ui.close();
                    }
                }
            }
        });
    }
}
