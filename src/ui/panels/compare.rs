//! Two scenarios side by side: their figures, and what changed.

use egui::{
    Align2, Color32, Pos2, Response, RichText, Sense, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::{Scenario, ScenarioId};
use crate::process::ProblemPlace;
use crate::redesign::{FigureChange, Verdict};
use crate::ui::commands::Command;
use crate::ui::comparing::Compared;
use crate::ui::controls::{option, section_head, small};
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
                    if option(ui, is_on, name).clicked() {
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
    let names = known.iter().map(|(change, _)| view.words.figure_name(change.key));
    let table = Table::of(ui, tokens, texts, names);
    table.head().row(ui, tokens, view.text("compare-figures"), &heads, Verdict::Same);
    for (change, texts) in known {
        if subject.replace(change.subject) != Some(change.subject) {
            ui.add_space(3.0);
            section_head(ui, tokens, view.words.figure_subject(change.subject));
        }
        figure(ui, view, compared, &table, change, texts);
    }
}

/// Before, after and difference of a figure as they are shown.
fn numbers(view: &ViewContext<'_>, change: &FigureChange, currency: &str) -> [String; 3] {
    let amount = |value| Wording::figure_amount(change.key, value, currency);
    let [before, after] =
        [&change.before, &change.after].map(|figure| view.words.marked(figure, amount));
    [before, after, view.words.figure_difference(change, currency)]
}

fn figure(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    compared: &Compared,
    table: &Table,
    change: &FigureChange,
    [before, after, difference]: [String; 3],
) {
    let (words, tokens) = (view.words, view.tokens);
    let name = words.figure_name(change.key);
    let verdict = words.change_meaning(change);
    let mut hover = format!("{name}\n{}\n{verdict}", words.figure_meaning(change.key));
    // Why one of them has none.
    for (figure, scenario) in [(&change.before, &compared.before), (&change.after, &compared.after)]
    {
        let why = figure.value.is_none().then(|| words.lacks(&figure.lacks, scenario)).flatten();
        if let Some(why) = why {
            hover.push('\n');
            hover.push_str(&words.labelled(shown_name(view, scenario), &why));
        }
    }
    let said = words.labelled(name, &format!("{before} → {after} {difference} {verdict}"));
    let colour = verdict_colour(tokens, change.verdict);
    let cells = [(before, tokens.ink), (after, tokens.ink), (difference, colour)];
    let response = table.row(ui, tokens, name, &cells, change.verdict);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response.on_hover_text(hover);
}

/// The colour of a difference.
pub(super) fn verdict_colour(tokens: Tokens, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::Better => tokens.good,
        Verdict::Worse => tokens.bad,
        Verdict::Same | Verdict::Unclear => tokens.muted,
    }
}

/// The least widths of the columns before, after and difference.
const LEAST: [f32; 3] = [60.0, 60.0, 60.0];
/// What is free before a number.
const GAP: f32 = 8.0;
/// The height of a line of numbers.
const ROW: f32 = 17.0;
/// The room of the sign at the end of a row.
const SIGN: f32 = 13.0;
/// What a row of two lines has below its numbers: its lower edge.
const EDGE: f32 = 3.0;

/// How every row of the table is set: all alike, so that each number is found where it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A name and its numbers in one line.
    Beside,
    /// Numbers below their name: a name is wider than what the numbers leave.
    Below,
    /// Before and after below the name, the difference at its end: the panel is narrower than the
    /// three numbers.
    Narrow,
}

/// The columns of the table.
#[derive(Clone, Copy)]
pub(super) struct Table {
    /// How wide before, after and difference are.
    columns: [f32; 3],
    form: Form,
}

impl Table {
    /// Columns in which no number runs into the next.
    pub fn of<'t>(
        ui: &Ui,
        tokens: Tokens,
        texts: impl Iterator<Item = [&'t str; 3]>,
        mut names: impl Iterator<Item = &'t str>,
    ) -> Self {
        let letters = font(Weight::Regular, SMALL);
        let width = |text: &str| {
            ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), tokens.ink).size().x
        };
        let columns = texts.fold(LEAST, |widest, texts| {
            let [before, after, difference] = texts.map(|text| width(text) + GAP);
            [widest[0].max(before), widest[1].max(after), widest[2].max(difference)]
        });
        let room = ui.available_width() - columns.iter().sum::<f32>() - SIGN;
        let form = if room < 0.0 {
            Form::Narrow
        } else if names.any(|name| width(name) > room) {
            Form::Below
        } else {
            Form::Beside
        };
        Self { columns, form }
    }

    /// Columns of a table whose numbers change while it is looked at: names stand above their numbers, and no
    /// column gets narrower, so that a row lies where it was. `key` tells the table from others.
    pub fn steady<'t>(
        ui: &Ui,
        tokens: Tokens,
        key: &'static str,
        texts: impl Iterator<Item = [&'t str; 3]>,
    ) -> Self {
        let table = Self::of(ui, tokens, texts, std::iter::empty());
        // A panel of another width is set anew; widths are whole points.
        #[allow(clippy::cast_possible_truncation)]
        let id = egui::Id::unique(("steady table", key, ui.available_width().round() as i32));
        let last = ui.data(|data| data.get_temp::<[f32; 3]>(id)).unwrap_or_default();
        let [before, after, difference] = table.columns;
        let columns = [before.max(last[0]), after.max(last[1]), difference.max(last[2])];
        ui.data_mut(|data| data.insert_temp(id, columns));
        let room = ui.available_width() - columns.iter().sum::<f32>() - SIGN;
        Self { columns, form: if room < 0.0 { Form::Narrow } else { Form::Below } }
    }

    /// Whether a row has its first numbers in a line of their own, with room at their left.
    pub fn is_narrow(self) -> bool {
        self.form == Form::Narrow
    }

    /// How the heads of the columns are set: their name is short enough for one line.
    pub fn head(self) -> Self {
        let form = if self.form == Form::Below { Form::Beside } else { self.form };
        Self { form, ..self }
    }

    /// A row: a name, three numbers, and a sign.
    pub fn row(
        &self,
        ui: &mut Ui,
        tokens: Tokens,
        name: &str,
        cells: &[(String, Color32); 3],
        verdict: Verdict,
    ) -> Response {
        let [_, after, difference] = self.columns;
        let small = font(Weight::Regular, SMALL);
        let whole = ui.available_width();
        // At the end of a narrow row's first line stands the difference.
        let end = if self.form == Form::Narrow { difference + SIGN } else { 0.0 };
        let room = (whole - end).max(40.0);
        let galley = ui.painter().layout(name.to_owned(), small.clone(), tokens.muted, room);
        let above = if self.form == Form::Beside { 0.0 } else { galley.size().y };
        let edge = if self.form == Form::Beside { 0.0 } else { EDGE };
        let size = Vec2::new(whole, above + ROW + edge);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let below = rect.top() + above + ROW / 2.0;
        let (top, first) = match self.form {
            Form::Beside => (below - galley.size().y / 2.0, below),
            Form::Below => (rect.top(), below),
            Form::Narrow => (rect.top(), rect.top() + ROW / 2.0),
        };
        ui.painter().galley(egui::pos2(rect.left(), top), galley, tokens.muted);
        if edge > 0.0 {
            let y = rect.bottom() - 1.0;
            ui.painter().hline(rect.x_range(), y, egui::Stroke::new(1.0, tokens.hairline));
        }
        let right = rect.right() - SIGN;
        let of_after = if self.form == Form::Narrow { right } else { right - difference };
        let places = [(of_after - after, below), (of_after, below), (right, first)];
        for ((text, colour), (x, y)) in cells.iter().zip(places) {
            let at = egui::pos2(x, y);
            ui.painter().text(at, Align2::RIGHT_CENTER, text, small.clone(), *colour);
        }
        let end = egui::pos2(rect.right() - SIGN / 2.0 + 2.0, first);
        verdict_sign(ui, end, verdict, tokens);
        response
    }
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
