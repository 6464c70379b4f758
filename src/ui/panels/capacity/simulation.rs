//! Formula and simulation side by side, how far the simulation has come, and whom to believe.

use egui::accesskit::Role;
use egui::{Align, Color32, Layout, RichText, Sense, Ui, WidgetInfo};

use super::day_rows;
use crate::analysis::FigureKey;
use crate::redesign::Verdict;
use crate::simulation::{Believe, SideBySide, Subject, led_figure};
use crate::ui::controls::{section_head, small};
use crate::ui::panels::compare::Table;
use crate::ui::panels::day::{show_state as show_state_of_day, state as state_of_day};
use crate::ui::panels::why::Asked;
use crate::ui::simulating::{Ended, Simulated, Wish};
use crate::ui::theme::{SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::{Amount, Wording};

/// How high the line is that says how far the day has come, in points.
const ROW: f32 = 24.0;

/// What stands beside the title while the section is closed: the time through the service as it was
/// simulated, or why there is none.
pub(super) fn summary(view: &ViewContext<'_>) -> String {
    let Some(simulated) = view.simulated else { return String::new() };
    let words = view.words;
    if let Some((said, _)) = state_of_day(view, simulated) {
        return said;
    }
    let found = simulated.found.as_ref();
    let row = simulated.row(FigureKey::ThroughputTime);
    let is_settled = found.and_then(|found| found.run.as_ref()).is_some_and(|run| run.settled);
    match (row, found.and_then(|found| found.ended)) {
        (Some(row), _) if is_settled => words.marked(&row.simulated, Amount::Seconds),
        _ if simulated.is_lost => String::new(),
        _ if simulated.is_running => words.text("simulation-running").to_owned(),
        (_, Some(Ended::NoSteadyState)) => words.text("simulation-no-steady-state").to_owned(),
        (_, Some(Ended::Lacking) | None) => words.text("no-figure").to_owned(),
        (_, Some(Ended::TooMuch)) => words.text("simulation-too-much").to_owned(),
        _ => words.text("simulation-not-settled").to_owned(),
    }
}

/// Shows the section.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(simulated) = view.simulated else { return };
    let day = view.scenario.demand().day.as_deref();
    if let Some(day) = day {
        ui.horizontal(|ui| {
            ui.set_min_height(ROW);
            show_state_of_day(ui, view);
        });
        day_rows::show(ui, view);
        ui.add_space(6.0);
        // Below it stands the long run at the time that was picked.
        let of = match view.hour {
            Some(at) => {
                let of = view.words.interval(day, at);
                view.words.with("simulated-day-long-run", &[("of", of.into())])
            }
            None => view.text("day-long-run").to_owned(),
        };
        section_head(ui, view.tokens, &of);
    }
    state(ui, view, simulated);
    let Some(found) = &simulated.found else { return };
    if found.rows.is_empty() {
        return;
    }
    ui.add_space(2.0);
    let (words, tokens) = (view.words, view.tokens);
    let currency = view.editor.blueprint().currency();
    let rows: Vec<(&SideBySide, String, [String; 3])> = found
        .rows
        .iter()
        .map(|row| {
            (row, words.simulated_name(row.subject, view.scenario), cells(words, row, currency))
        })
        .collect();
    let heads = [
        words.text("simulate-column-formula"),
        words.text("simulate-column-simulation"),
        words.text("simulate-column-believe"),
    ];
    let heads = heads.map(|head| (head.to_owned(), tokens.muted));
    let texts = rows.iter().map(|(_, _, cells)| cells.each_ref().map(String::as_str));
    let texts = texts.chain([heads.each_ref().map(|(head, _)| head.as_str())]);
    // Words that a running simulation may come to have their room from the first.
    let verdicts = Believe::ALL.map(|believe| ["", "", words.text(word_of(believe))]);
    let table = Table::steady(ui, tokens, "the long run", texts.chain(verdicts));
    table.head().row(ui, tokens, "", &heads, Verdict::Same);
    for (row, name, cells) in &rows {
        figure(ui, view, &table, row, (name, cells));
    }
    if let Some(said) = words.beyond_formulas(&found.beyond) {
        small(ui, tokens, &said);
    }
}

/// How far it has come, and what can be done about it.
fn state(ui: &mut Ui, view: &mut ViewContext<'_>, simulated: &Simulated) {
    let words = view.words;
    let (said, wish) = told(view, simulated);
    // The buttons stand at the day already.
    let wish = wish.filter(|_| view.scenario.demand().day.is_none());
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some((wish, key)) = wish {
                let name = RichText::new(words.text(key)).size(SMALL + 0.5);
                if ui.button(name).clicked() {
                    view.ask(Action::Simulate(wish));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(
                    egui::Label::new(RichText::new(said).size(SMALL).color(view.tokens.muted))
                        .wrap(),
                );
            });
        });
    });
    let mut rows = simulated.found.iter().flat_map(|found| &found.rows);
    if rows.any(|row| row.believe == Believe::Neither) {
        small(ui, view.tokens, words.text("simulation-contradiction"));
    }
}

/// The state in words, and the button beside it.
fn told(view: &ViewContext<'_>, simulated: &Simulated) -> (String, Option<(Wish, &'static str)>) {
    const STOP: Option<(Wish, &str)> = Some((Wish::Stop, "simulation-stop"));
    const GO_ON: Option<(Wish, &str)> = Some((Wish::GoOn, "simulation-go-on"));
    let words = view.words;
    if simulated.is_lost {
        return (words.text("simulation-lost").to_owned(), Some((Wish::Again, "simulation-again")));
    }
    let found = simulated.found.as_ref();
    let run = found.and_then(|found| found.run.as_ref());
    let customers = run.map(|run| words.number(run.customers as f64));
    let counted = |key| match &customers {
        Some(customers) => words.with(key, &[("customers", customers.as_str().into())]),
        None => words.text("simulation-nothing").to_owned(),
    };
    if simulated.is_running {
        let said = match customers {
            Some(_) => counted("simulation-running-after"),
            None => words.text("simulation-running").to_owned(),
        };
        return (said, STOP);
    }
    let is_settled = run.is_some_and(|run| run.settled);
    let Some(ended) = found.and_then(|found| found.ended) else { return (String::new(), None) };
    match ended {
        Ended::Precise => (counted("simulation-precise"), None),
        Ended::Time if is_settled => (counted("simulation-time"), GO_ON),
        Ended::Time | Ended::MostDays => (counted("simulation-unsettled"), GO_ON),
        Ended::ByHand => (counted("simulation-by-hand"), GO_ON),
        Ended::Held => (counted("simulation-held"), None),
        Ended::TooMuch => (words.text("simulate-too-much").to_owned(), None),
        Ended::NoSteadyState => {
            let growth = view.formulas.growth_per_hour.value.unwrap_or_default();
            let grows = words.queue_grows(growth);
            (words.with("simulation-grows", &[("grows", grows.into())]), None)
        }
        Ended::Lacking => {
            let lacks = found.map(|found| found.lacks.as_slice()).unwrap_or_default();
            let lacks = words.lacks(lacks, view.scenario).unwrap_or_default();
            (words.with("simulate-lacks", &[("lacks", lacks.into())]), None)
        }
    }
}

/// The key of the word for whom to believe.
fn word_of(believe: Believe) -> &'static str {
    match believe {
        Believe::Either => "simulation-believe-either",
        Believe::Formula => "simulation-believe-formula",
        Believe::Simulation => "simulation-believe-simulation",
        Believe::Neither => "simulation-believe-neither",
        Believe::NothingYet => "simulation-believe-nothing-yet",
    }
}

/// Formula, simulation and whom to believe.
fn cells(words: &Wording, row: &SideBySide, currency: &str) -> [String; 3] {
    let amount = |value| Wording::simulated_amount(row.subject, value, currency);
    // Nobody is busier than all the time: what the formula says then is how much there is to do.
    let is_load = matches!(row.subject, Subject::Busy(_))
        && row.believe == Believe::Formula
        && row.formula.value.is_some_and(|load| load > 1.0);
    let key = if is_load { "simulation-believe-load" } else { word_of(row.believe) };
    let believe = words.text(key);
    [words.marked(&row.formula, amount), words.marked(&row.simulated, amount), believe.to_owned()]
}

fn figure(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    table: &Table,
    row: &SideBySide,
    (name, cells): (&str, &[String; 3]),
) {
    let (words, tokens) = (view.words, view.tokens);
    let [formula, simulation, believe] = cells;
    let said = words.labelled(name, &format!("{formula} | {simulation} | {believe}"));
    let inks = inks(tokens, row.believe);
    let coloured =
        [(formula.clone(), inks[0]), (simulation.clone(), inks[1]), (believe.clone(), inks[2])];
    let verdict = if row.believe == Believe::Neither { Verdict::Worse } else { Verdict::Same };
    let response = table.row(ui, tokens, name, &coloured, verdict);
    let led = row.subject.key().and_then(|key| match key {
        FigureKey::Capacity => Some((key, &view.analysis.capacity_per_hour)),
        key => Some((key, led_figure(view.analysis, key)?)),
    });
    let Some((why, figure)) = led else {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
        return;
    };
    let response = response.interact(Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
    let currency = view.editor.blueprint().currency();
    let amount = |value| Wording::simulated_amount(row.subject, value, currency);
    let shown = words.figure(figure, amount);
    let response = response.on_hover_text(words.figure_meaning(why));
    Asked { why, figure, shown: &shown }.answer(ui, view, &response);
}

/// The colours of formula, simulation and verdict: who is believed stands out.
fn inks(tokens: Tokens, believe: Believe) -> [Color32; 3] {
    match believe {
        Believe::Either => [tokens.ink, tokens.ink, tokens.muted],
        Believe::Formula => [tokens.ink, tokens.muted, tokens.muted],
        Believe::Simulation => [tokens.muted, tokens.ink, tokens.muted],
        Believe::Neither => [tokens.bad; 3],
        Believe::NothingYet => [tokens.muted; 3],
    }
}
