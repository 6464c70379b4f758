//! A mix as bars: how many customers of each class an hour, beside those of today and what the market has.

use egui::{Align2, CornerRadius, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::pictures::planning::signed;
use crate::planning::exact::Number;
use crate::planning::mix::MixAnswer;
use crate::ui::controls::{elided, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::mix::Mix;

const ROW: f32 = 34.0;
const HIGH: f32 = 14.0;
/// The part of the width for names, and for numbers.
const NAMES: f32 = 0.26;
const NUMBERS: f32 = 84.0;

/// A class.
struct Class {
    name: String,
    worth: String,
    amount: Number,
    most: Option<Number>,
    today: Option<f64>,
}

fn classes(mix: &Mix, found: &MixAnswer) -> Vec<Class> {
    let items = mix.sheet.items.iter().filter(|item| !item.is_hidden);
    let today = found.today.as_ref();
    let class = |(at, (item, own)): (usize, (&crate::blueprint::sheets::Item, _))| {
        let own: &crate::planning::sheet::ItemAnswer = own;
        let share = today.and_then(|today| Some(today.shares.get(at)? * today.per_hour));
        Class {
            name: item.name.clone(),
            worth: item.worth.written().to_owned(),
            amount: own.amount.clone().unwrap_or_default(),
            most: item.most.number().ok(),
            today: share,
        }
    };
    items.zip(&found.answer.items).enumerate().map(class).collect()
}

/// Shows the bars; nothing where there is no best mix.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, mix: &Mix) {
    let Some(found) = &mix.found else { return };
    let Some(value) = &found.answer.value else { return };
    head(ui, view, found, value);
    let classes = classes(mix, found);
    let most = classes.iter().map(|class| {
        let market = class.most.as_ref().map_or(0.0, Number::to_f64);
        market.max(class.amount.to_f64()).max(class.today.unwrap_or(0.0))
    });
    let most = most.fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    ui.add_space(4.0);
    for class in &classes {
        row(ui, view, class, most);
    }
    legend(ui, view, found);
    ui.add_space(8.0);
}

fn head(ui: &mut Ui, view: &ViewContext<'_>, found: &MixAnswer, value: &Number) {
    let value = view.words.exact_number(value);
    let said = match &found.today {
        Some(today) => {
            let now = view.words.number(today.worth);
            let arguments = [("value", value.into()), ("today", now.into())];
            view.words.with("planner-mix-head", &arguments)
        }
        None => view.words.with("planner-mix-head-alone", &[("value", value.into())]),
    };
    ui.label(RichText::new(said).font(font(Weight::Semibold, BODY)));
    let more = found.pools.iter().filter_map(|pool| {
        let brings = signed(view.words, pool.one_more_brings.as_ref()?);
        let arguments = [("pool", pool.name.as_str().into()), ("value", brings.into())];
        Some(view.words.with("planner-mix-one-more", &arguments))
    });
    let more: Vec<String> = more.collect();
    if !more.is_empty() {
        small(ui, view.tokens, view.words.clauses(&more));
    }
}

// Places on a screen: precision beyond a pixel is lost on purpose.
#[allow(clippy::cast_possible_truncation)]
fn row(ui: &mut Ui, view: &ViewContext<'_>, class: &Class, most: f64) {
    let tokens = view.tokens;
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let amount = view.words.exact_number(&class.amount);
    let number = match &class.most {
        Some(most) => {
            let most = view.words.exact_number(most);
            let arguments = [("used", amount.into()), ("amount", most.into())];
            view.words.with("planner-used-of", &arguments)
        }
        None => amount,
    };
    let said = view.words.labelled(&class.name, &number);
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &said));
    let painter = ui.painter();
    let names = rect.width() * NAMES;
    let name = elided(ui, &class.name, font(Weight::Regular, BODY), tokens.ink, names - 8.0);
    painter.galley(rect.left_top() + Vec2::new(0.0, 1.0), name, tokens.ink);
    let worth = view.words.with("planner-mix-worth", &[("value", class.worth.as_str().into())]);
    let worth = elided(ui, &worth, font(Weight::Regular, SMALL), tokens.muted, names - 8.0);
    painter.galley(rect.left_top() + Vec2::new(0.0, 17.0), worth, tokens.muted);
    let strong = font(Weight::Semibold, BODY);
    let end = rect.right_center();
    painter.text(end, Align2::RIGHT_CENTER, number, strong, tokens.ink);
    let left = rect.left() + names;
    let track = (rect.width() - names - NUMBERS).max(20.0);
    let along = |number: f64| (number / most) as f32 * track;
    let bar = |width: f32| {
        let top = rect.center().y - HIGH / 2.0;
        Rect::from_min_size(egui::pos2(left, top), Vec2::new(width.max(1.0), HIGH))
    };
    let round = CornerRadius::same(3);
    if let Some(most) = &class.most {
        painter.rect_filled(bar(along(most.to_f64())), round, tokens.hairline);
    }
    painter.rect_filled(bar(along(class.amount.to_f64())), round, tokens.accent);
    if let Some(today) = class.today {
        let tick = bar(0.0).expand2(Vec2::new(0.0, 4.0)).y_range();
        let stroke = egui::Stroke::new(2.0, tokens.ink);
        painter.vline(left + along(today), tick, stroke);
    }
}

fn legend(ui: &mut Ui, view: &ViewContext<'_>, found: &MixAnswer) {
    let tokens = view.tokens;
    let today = found.today.as_ref().map(|today| {
        let rate = view.words.number(today.per_hour);
        view.words.with("planner-mix-now", &[("rate", rate.into())])
    });
    let marks = [
        (Some(view.text("planner-mix-best").to_owned()), tokens.accent, 10.0),
        (today, tokens.ink, 2.0),
        (Some(view.text("planner-mix-market").to_owned()), tokens.hairline, 10.0),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        for (text, colour, width) in marks {
            let Some(text) = text else { continue };
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 10.0), Sense::hover());
            ui.painter().rect_filled(rect, CornerRadius::same(2), colour);
            small(ui, tokens, text);
            ui.add_space(8.0);
        }
    });
}
