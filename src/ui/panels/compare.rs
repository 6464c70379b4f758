//! Two scenarios side by side: their figures, and what changed.

use egui::{
    Align2, Color32, Pos2, Response, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::{Scenario, ScenarioId};
use crate::process::ProblemPlace;
use crate::redesign::{FigureChange, Verdict};
use crate::ui::commands::Command;
use crate::ui::comparing::Compared;
use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::panels::scenario_tabs::shown_name;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::{ChangeSign, ChangeWords, Wording};

/// How many lines of changes are shown; a sheet that was drawn anew has thousands.
const MOST_LINES: usize = 200;

/// Shows the tab.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(compared) = view.compared else { return };
    figures(ui, view, compared);
    ui.add_space(8.0);
    section_head(ui, view.tokens, view.text("compare-changes"));
    let lines = &compared.lines;
    if lines.is_empty() {
        small(ui, view.tokens, view.text("compare-changes-none"));
    }
    for line in lines.iter().take(MOST_LINES) {
        change(ui, view, compared, line);
    }
    if let Some(rest) = lines.len().checked_sub(MOST_LINES).filter(|rest| *rest > 0) {
        let text = view.words.with("compare-more", &[("count", rest.into())]);
        small(ui, view.tokens, text);
    }
    ui.add_space(10.0);
    if ui.button(view.text("command-leave-comparing")).clicked() {
        view.ask(Action::Run(Command::LeaveComparing));
    }
}

/// The switch between the two, and the choice of another to compare with: above everything whose
/// height depends on which of them is shown.
pub(in crate::ui) fn sides(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(compared) = view.compared else { return };
    let shown = view.scenario.id();
    let half = (ui.available_width() - 8.0) / 2.0;
    ui.horizontal(|ui| {
        for (key, scenario) in
            [("compare-before", &compared.before), ("compare-after", &compared.after)]
        {
            let side = match key {
                "compare-before" => view.text("compare-before"),
                _ => view.text("compare-after"),
            };
            let is_shown = scenario.id() == shown;
            let text = view.words.labelled(side, shown_name(view, scenario));
            let colour = if is_shown { view.tokens.accent } else { view.tokens.ink };
            let weight = if is_shown { Weight::Semibold } else { Weight::Regular };
            let text = RichText::new(text).font(font(weight, BODY)).color(colour);
            let (fill, edge) = if is_shown {
                (view.tokens.accent_wash, view.tokens.accent)
            } else {
                (view.tokens.panel, view.tokens.hairline)
            };
            let button = egui::Button::new(text).truncate().fill(fill).stroke((1.0, edge));
            let response = ui.add_sized(Vec2::new(half, 26.0), button);
            let face = view.face(Command::FlipComparison);
            let hint = view.text(face.text);
            let keys = face.shortcut_text(ui.ctx()).unwrap_or_default();
            if response.on_hover_text(format!("{hint}   {keys}")).clicked() && !is_shown {
                view.ask(Action::Run(Command::FlipComparison));
            }
        }
    });
    let scenarios = view.editor.blueprint().scenarios().to_vec();
    let others: Vec<_> =
        scenarios.iter().filter(|scenario| scenario.id() != compared.after.id()).collect();
    if others.len() < 2 {
        return;
    }
    ui.horizontal(|ui| {
        small(ui, view.tokens, view.text("compare-with"));
        egui::ComboBox::from_id_salt("compare with")
            .selected_text(shown_name(view, &compared.before))
            .show_ui(ui, |ui| {
                for scenario in others {
                    let is_on = scenario.id() == compared.before.id();
                    let name = shown_name(view, scenario);
                    if ui.selectable_label(is_on, name).clicked() {
                        view.ask(Action::Compare(scenario.id(), compared.after.id()));
                    }
                }
            });
    });
}

/// The table of figures; rows without a number on either side are left out.
fn figures(ui: &mut Ui, view: &mut ViewContext<'_>, compared: &Compared) {
    let currency = view.editor.blueprint().currency();
    let tokens = view.tokens;
    let mut subject = None;
    let known = (compared.comparison.figures.iter())
        .filter(|change| change.before.value.is_some() || change.after.value.is_some());
    ui.spacing_mut().item_spacing.y = 3.0;
    let heads =
        [view.text("compare-before"), view.text("compare-after"), view.text("compare-difference")];
    let heads = heads.map(|head| (head.to_owned(), tokens.muted));
    let known: Vec<(&FigureChange, [String; 3])> =
        known.map(|change| (change, numbers(view, change, currency))).collect();
    let texts = known.iter().map(|(_, texts)| texts.each_ref().map(String::as_str));
    let texts = texts.chain([heads.each_ref().map(|(head, _)| head.as_str())]);
    let columns = columns(ui, tokens, texts);
    row(ui, tokens, columns, view.text("compare-figures"), &heads, Verdict::Same);
    for (change, texts) in known {
        if subject.replace(change.subject) != Some(change.subject) {
            ui.add_space(3.0);
            section_head(ui, tokens, view.words.figure_subject(change.subject));
        }
        figure(ui, view, columns, change, texts);
    }
}

/// Before, after and difference of a figure as they are shown.
fn numbers(view: &ViewContext<'_>, change: &FigureChange, currency: &str) -> [String; 3] {
    let amount = |value| Wording::figure_amount(change.key, value, currency);
    let [before, after] =
        [&change.before, &change.after].map(|figure| view.words.marked(figure, amount));
    [before, after, view.words.figure_difference(change, currency)]
}

/// How wide the columns before, after and difference must be for none to run into the next.
fn columns<'t>(ui: &Ui, tokens: Tokens, texts: impl Iterator<Item = [&'t str; 3]>) -> [f32; 3] {
    let letters = font(Weight::Regular, SMALL);
    let width = |text: &str| {
        ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), tokens.ink).size().x
    };
    texts.fold(LEAST, |widest, texts| {
        let [before, after, difference] = texts.map(|text| width(text) + GAP);
        [widest[0].max(before), widest[1].max(after), widest[2].max(difference)]
    })
}

fn figure(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    columns: [f32; 3],
    change: &FigureChange,
    [before, after, difference]: [String; 3],
) {
    let (words, tokens) = (view.words, view.tokens);
    let name = words.figure_name(change.key);
    let verdict = words.change_meaning(change);
    let hover = format!("{name}\n{}\n{verdict}", words.figure_meaning(change.key));
    let said = words.labelled(name, &format!("{before} → {after} {difference} {verdict}"));
    let colour = match change.verdict {
        Verdict::Better => tokens.good,
        Verdict::Worse => tokens.bad,
        Verdict::Same | Verdict::Unclear => tokens.muted,
    };
    let cells = [(before, tokens.ink), (after, tokens.ink), (difference, colour)];
    let response = row(ui, tokens, columns, name, &cells, change.verdict);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response.on_hover_text(hover);
}

/// The least widths of the columns before, after and difference.
const LEAST: [f32; 3] = [60.0, 60.0, 60.0];
/// What is free before a number.
const GAP: f32 = 8.0;
/// The height of a line of numbers.
const ROW: f32 = 17.0;
/// The room of the sign at the end of a row.
const SIGN: f32 = 13.0;

/// A row of the table: a name, three numbers, and a sign. A name that is wider than its column
/// stands in a line of its own above the numbers.
fn row(
    ui: &mut Ui,
    tokens: Tokens,
    columns: [f32; 3],
    name: &str,
    cells: &[(String, Color32); 3],
    verdict: Verdict,
) -> Response {
    let [_, after, difference] = columns;
    let numbers: f32 = columns.iter().sum::<f32>() + SIGN;
    let room = (ui.available_width() - numbers).max(40.0);
    let small = font(Weight::Regular, SMALL);
    let whole = ui.available_width();
    let galley = ui.painter().layout(name.to_owned(), small.clone(), tokens.muted, whole);
    let above = if galley.size().x > room { galley.size().y } else { 0.0 };
    // In a narrow panel a difference that finds no room beside the two numbers stands below them.
    let is_narrow = numbers > whole;
    let below =
        if is_narrow && cells.last().is_some_and(|(text, _)| !text.is_empty()) { ROW } else { 0.0 };
    let size = Vec2::new(whole, above + ROW + below);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let last = rect.bottom() - ROW / 2.0;
    let middle = last - below;
    let top = if above > 0.0 { rect.top() } else { middle - galley.size().y / 2.0 };
    ui.painter().galley(egui::pos2(rect.left(), top), galley, tokens.muted);
    let [after, difference] = if is_narrow { [after, 0.0] } else { [after, difference] };
    let mut right = rect.right() - SIGN - after - difference;
    let lines = [middle, middle, last];
    for (((text, colour), next), line) in cells.iter().zip([after, difference, 0.0]).zip(lines) {
        let at = egui::pos2(right, line);
        ui.painter().text(at, Align2::RIGHT_CENTER, text, small.clone(), *colour);
        right += next;
    }
    let end = egui::pos2(rect.right() - SIGN / 2.0 + 2.0, last);
    verdict_sign(ui, end, verdict, tokens);
    response
}

/// A tick for better, a warning for worse: which way a number went, its difference says.
fn verdict_sign(ui: &Ui, centre: Pos2, verdict: Verdict, tokens: Tokens) {
    let (sign, colour) = match verdict {
        Verdict::Better => (icons::CHECK, tokens.good),
        Verdict::Worse => (icons::TRIANGLE_ALERT, tokens.bad),
        Verdict::Same | Verdict::Unclear => return,
    };
    ui.painter().text(centre, Align2::CENTER_CENTER, sign, icon_font(11.0), colour);
}

/// One change; a click shows it on the sheet.
fn change(ui: &mut Ui, view: &mut ViewContext<'_>, compared: &Compared, line: &ChangeWords) {
    let tokens = view.tokens;
    let colour = match line.sign {
        ChangeSign::Added => tokens.good,
        ChangeSign::Removed => tokens.bad,
        ChangeSign::Changed | ChangeSign::Moved => tokens.accent,
    };
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let sign = RichText::new(line.sign.sign()).font(font(Weight::Semibold, BODY));
        ui.add_sized(Vec2::new(12.0, 18.0), egui::Label::new(sign.color(colour)));
        let text = RichText::new(&line.text).size(SMALL + 0.5).color(tokens.ink);
        ui.add(egui::Label::new(text).wrap().sense(Sense::click()))
    });
    let response = row.inner.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        view.ask(Action::GoToChange(line.place, holder(compared, line.place)));
    }
}

/// Which of the two scenarios shows what a change is about: the later one where it can.
fn holder(compared: &Compared, place: ProblemPlace) -> ScenarioId {
    let has = |scenario: &Scenario| match place {
        ProblemPlace::Step(step) => scenario.steps().contains_key(&step),
        ProblemPlace::Link(link) => scenario.links().contains_key(&link),
        ProblemPlace::Role(role) => scenario.roles().contains_key(&role),
        ProblemPlace::Sheet => true,
    };
    if has(&compared.after) { compared.after.id() } else { compared.before.id() }
}
