//! The risks as a list: how often, their rank, what is suggested, what was chosen, and into the plan with them.

use egui::{Align2, Button, Id, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::blueprint::{Id as _, RiskResponse};
use crate::pictures::RiskChart;
use crate::process::ProblemPlace;
use crate::quality::{Assessment, RiskFigures};
use crate::ui::controls::elided;
use crate::ui::fields::bare_choice;
use crate::ui::fonts::{Weight, font};
use crate::ui::judging::{action_about, add_action, change_fail_point};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

/// Heights of the head and of a row.
const HEAD: f32 = 20.0;
const ROW: f32 = 62.0;
/// Widths of the columns of numbers, of the choice and of the button.
const NUMBER: f32 = 62.0;
const CHOICE: f32 = 104.0;
const INTO: f32 = 112.0;
const GAP: f32 = 8.0;

/// Where the columns end on the right, from the last one on; as many as there is room for.
struct Columns {
    name: f32,
    numbers: Vec<(&'static str, f32)>,
    choice: f32,
    /// Whether the button stands beside the choice, or below it.
    is_wide: bool,
}

impl Columns {
    /// The columns in a rectangle; `per` names that of how many.
    fn of(rect: Rect, per: &'static str) -> Self {
        let is_wide = rect.width() > 560.0;
        let right = rect.right() - if is_wide { INTO + GAP } else { 0.0 };
        let choice = right - CHOICE.max(if is_wide { 0.0 } else { INTO });
        let mut left = choice - GAP;
        let mut numbers = Vec::new();
        if !is_wide {
            // The numbers stand below the name.
            return Self { name: choice - GAP, numbers, choice, is_wide };
        }
        for key in ["risk-column-rank", per, "risk-column-customer"] {
            if left - NUMBER < rect.left() + 96.0 {
                break;
            }
            numbers.push((key, left));
            left -= NUMBER;
        }
        Self { name: left - GAP, numbers, choice, is_wide }
    }
}

/// Shows the list, the highest rank first.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    chart: &RiskChart<'_>,
    found: &Assessment,
) {
    let width = ui.available_width() - 10.0;
    let (head, _) = ui.allocate_exact_size(Vec2::new(width, HEAD), Sense::hover());
    let by_day = found.risks.iter().any(|risk| risk.per_day.is_some());
    let per = if by_day { "risk-column-day" } else { "risk-column-hour" };
    let columns = Columns::of(head, per);
    let letters = font(Weight::Regular, SMALL);
    let muted = view.tokens.muted;
    let name = elided(
        ui,
        view.text("risk-column-what"),
        letters.clone(),
        muted,
        columns.name - head.left(),
    );
    ui.painter().galley(head.left_top(), name, muted);
    for (key, right) in &columns.numbers {
        let text = elided(ui, view.text(key), letters.clone(), muted, NUMBER - 4.0);
        let at = egui::pos2(right - text.size().x, head.top());
        ui.painter().galley(at, text, muted);
    }
    let text = elided(ui, view.text("risk-column-response"), letters, muted, CHOICE);
    ui.painter().galley(egui::pos2(columns.choice, head.top()), text, muted);
    let mut risks: Vec<&RiskFigures> = found.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse((risk.rpn, risk.suggested.map(worst))));
    ScrollArea::vertical().id_salt("risks").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for risk in risks {
            row(ui, view, chart, risk, (width, per));
        }
    });
}

/// Answers in the order of how much they press.
fn worst(response: RiskResponse) -> u8 {
    match response {
        RiskResponse::Avoid => 3,
        RiskResponse::Transfer => 2,
        RiskResponse::Reduce => 1,
        RiskResponse::Accept => 0,
    }
}

fn row(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    chart: &RiskChart<'_>,
    risk: &RiskFigures,
    (width, per): (f32, &'static str),
) {
    let (tokens, words) = (view.tokens, view.words);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let columns = Columns::of(rect, per);
    let is_selected = view.editor.selection().steps.contains(&risk.step);
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, tokens.hairline));
    let names = Rect::from_min_max(rect.min, egui::pos2(columns.choice - GAP, rect.bottom()));
    // The dot has the same name and does the same, so Tab need not stop here as well.
    let response = ui.interact(names, ui.scope_id().with(("risk row", risk.step)), Sense::CLICK);
    if is_selected || response.hovered() {
        ui.painter().rect_filled(names.shrink2(Vec2::new(0.0, 1.0)), 4.0, tokens.accent_wash);
    }
    if response.clicked() {
        view.ask(Action::GoTo(ProblemPlace::Step(risk.step)));
    }
    response.on_hover_text(chart.spoken(risk));
    let room = columns.name - rect.left() - 4.0;
    let top = rect.top() + 7.0;
    let left = rect.left() + 4.0;
    let name = elided(ui, &chart.name(risk), font(Weight::Medium, BODY), tokens.ink, room);
    ui.painter().galley(egui::pos2(left, top), name, tokens.ink);
    let step = words.step(risk.step, view.scenario);
    let small = font(Weight::Regular, SMALL);
    let step = elided(ui, step, small.clone(), tokens.muted, room);
    ui.painter().galley(egui::pos2(left, top + 18.0), step, tokens.muted);
    if !columns.is_wide {
        let fits = |said: &str| {
            let galley = ui.painter().layout_no_wrap(said.to_owned(), small.clone(), tokens.muted);
            galley.size().x <= room
        };
        let numbers = chart.numbers_within(risk, &fits);
        let numbers = elided(ui, &numbers, small.clone(), tokens.muted, room);
        ui.painter().galley(egui::pos2(left, top + 33.0), numbers, tokens.muted);
    }
    for (key, right) in &columns.numbers {
        let (strong, below) = match *key {
            "risk-column-rank" => (
                risk.rpn.map_or_else(|| "–".to_owned(), |rank| rank.to_string()),
                chart.product(risk),
            ),
            "risk-column-hour" | "risk-column-day" => (
                risk.per_day
                    .or(risk.per_hour)
                    .map_or_else(|| "–".to_owned(), |it| words.reading(it)),
                String::new(),
            ),
            _ => {
                let share = risk.per_customer.map(|share| words.percent(share));
                (share.unwrap_or_else(|| "–".to_owned()), String::new())
            }
        };
        let weight = if *key == "risk-column-rank" { Weight::Semibold } else { Weight::Regular };
        let at = egui::pos2(*right, top);
        ui.painter().text(at, Align2::RIGHT_TOP, strong, font(weight, BODY), tokens.ink);
        if !below.is_empty() {
            let at = egui::pos2(*right, top + 18.0);
            ui.painter().text(at, Align2::RIGHT_TOP, below, small.clone(), tokens.muted);
        }
    }
    answers(ui, view, chart, risk, (rect, &columns));
}

/// What was chosen, with what is suggested, and the button that plans it.
fn answers(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    chart: &RiskChart<'_>,
    risk: &RiskFigures,
    (rect, columns): (Rect, &Columns),
) {
    let words = view.words;
    let name = chart.name(risk);
    let suggested = risk.suggested.map(|suggested| words.risk_response(suggested).to_owned());
    let undecided = match &suggested {
        Some(response) => words.with("risk-undecided", &[("response", response.as_str().into())]),
        None => words.text("risk-not-rated").to_owned(),
    };
    let mut options: Vec<(Option<RiskResponse>, &str)> = vec![(None, undecided.as_str())];
    let all =
        [RiskResponse::Avoid, RiskResponse::Transfer, RiskResponse::Reduce, RiskResponse::Accept];
    options.extend(all.map(|response| (Some(response), words.risk_response(response))));
    let place = Rect::from_min_size(
        egui::pos2(columns.choice, rect.top() + if columns.is_wide { 18.0 } else { 5.0 }),
        Vec2::new(if columns.is_wide { CHOICE } else { INTO }, 25.0),
    );
    let choice = UiBuilder::new().max_rect(place).id_salt(("risk answer", risk.step));
    let chosen = ui.scope_builder(choice, |ui| {
        let said = words.with("risk-response-to", &[("what", name.as_str().into())]);
        let label = hidden_label(ui, &said, risk.step.number());
        bare_choice(ui, view, label, &said, Some(risk.response), &options)
    });
    if let Some(response) = chosen.inner {
        let edit = change_fail_point(view, risk.step, |fail| fail.response = response);
        if let Some(edit) = edit {
            view.edit(edit);
        }
    }
    let place = if columns.is_wide {
        Rect::from_min_size(
            egui::pos2(rect.right() - INTO, rect.top() + 18.5),
            Vec2::new(INTO, 24.0),
        )
    } else {
        Rect::from_min_size(egui::pos2(columns.choice, rect.top() + 35.0), Vec2::new(INTO, 22.0))
    };
    let number = risk.step.number();
    let plan = &view.editor.blueprint().judgements().plan;
    let is_planned = plan.actions.iter().any(|(_, action)| action.about.contains(&number));
    let key = if is_planned { "plan-is-in" } else { "plan-put" };
    let text = RichText::new(view.text(key)).font(font(Weight::Regular, SMALL));
    let button =
        Button::new(text.color(if is_planned { view.tokens.muted } else { view.tokens.ink }));
    let builder = UiBuilder::new().max_rect(place).id_salt(("risk plan", risk.step));
    let clicked = ui
        .scope_builder(builder, |ui| {
            let response = ui.add_sized(place.size(), button.truncate());
            response.widget_info(|| {
                let said = words.labelled(&name, view.text(key));
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &said)
            });
            response.clicked()
        })
        .inner;
    if clicked && is_planned {
        view.ask(Action::Below(crate::ui::view_context::BottomTab::Plan));
    } else if clicked {
        let answer = suggested.unwrap_or_else(|| view.text("risk-guard").to_owned());
        let title = words.labelled(&answer, &name);
        let (_, edit) = add_action(view, action_about(title.clone(), vec![number]));
        view.edit(edit);
        view.ask(Action::Say(words.with("plan-was-put", &[("name", title.into())])));
    }
}

/// A name for the ear alone: the eye sees the column.
fn hidden_label(ui: &mut Ui, said: &str, salt: u32) -> Id {
    let rect = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    let response = ui.interact(rect, ui.scope_id().with(("label", salt)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, said));
    response.id
}
