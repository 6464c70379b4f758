//! The figures of the long run beside those of the day as it was simulated.

use egui::accesskit::Role;
use egui::{Ui, WidgetInfo};

use crate::analysis::{Analysis, Figure};
use crate::redesign::Verdict;
use crate::simulation::{DayFigures, Estimate, Loss, Subject, simulated};
use crate::ui::panels::compare::Table;
use crate::ui::panels::day::found;
use crate::ui::view_context::ViewContext;
use crate::wording::{Amount, Wording};

/// Shows the table, once something is known of the day; answers whether it did.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>) -> bool {
    let Some(day) = found(view) else { return false };
    let Some(figures) = &day.figures else { return false };
    let (words, tokens) = (view.words, view.tokens);
    let believe = words.text("simulation-believe-simulation");
    let currency = view.editor.blueprint().currency();
    let rows: Vec<(String, [String; 3])> = subjects(figures)
        .into_iter()
        .filter_map(|(subject, estimate)| {
            let of_day = simulated(estimate);
            of_day.value?;
            let unknown = Figure::default();
            let formula = formula(&day.long_run, subject).unwrap_or(&unknown);
            // Of a day all are counted, not those of an hour.
            let amount = |value| match subject {
                Subject::Lost(_) => Amount::Number(value),
                _ => match Wording::simulated_amount(subject, value, currency) {
                    Amount::Seconds(seconds) => Amount::ClockSeconds(seconds),
                    other => other,
                },
            };
            let name = words.simulated_name(subject, view.scenario);
            let cells = [words.marked(formula, amount), words.marked(&of_day, amount)];
            let [formula, day] = cells;
            Some((name, [formula, day, believe.to_owned()]))
        })
        .collect();
    let heads = [
        words.text("simulate-column-formula"),
        words.text("simulated-day-column-day"),
        words.text("simulate-column-believe"),
    ];
    // Whatever hour is looked at, the formula is that of the steady rate.
    let rate = day.long_run.demand_per_hour.value.map_or_else(String::new, |rate| {
        words.with("simulated-day-all-day", &[("rate", words.rate(rate).into())])
    });
    let texts = rows.iter().map(|(_, cells)| cells.each_ref().map(String::as_str));
    let texts = texts.chain([heads, [rate.as_str(), "", ""]]);
    let table = Table::steady(ui, tokens, "the day", texts);
    let [formula, of_day, believe] = heads;
    let of_what: Vec<&str> =
        [formula, rate.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let said = format!("{} | {of_day} | {believe}", words.clauses(&of_what));
    let head = |ui: &mut Ui, texts: [&str; 3]| {
        let cells = texts.map(|text| (text.to_owned(), tokens.muted));
        table.head().row(ui, tokens, "", &cells, Verdict::Same)
    };
    let whole = words.clauses(&of_what);
    let is_narrow = table.is_narrow();
    let first = if is_narrow { whole.as_str() } else { formula };
    let response = head(ui, [first, of_day, believe]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    response.on_hover_text(words.text("simulated-day-believe-help"));
    if !rate.is_empty() && !is_narrow {
        head(ui, [rate.as_str(), "", ""]);
    }
    for (name, [formula, day, believe]) in &rows {
        let said = words.labelled(name, &format!("{formula} | {day} | {believe}"));
        let cells = [
            (formula.clone(), tokens.muted),
            (day.clone(), tokens.ink),
            (believe.clone(), tokens.accent),
        ];
        let response = table.row(ui, tokens, name, &cells, Verdict::Same);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
        response.on_hover_text(words.text("simulated-day-believe-help"));
    }
    true
}

/// What the day says that formulas say of the long run.
fn subjects(figures: &DayFigures) -> Vec<(Subject, Option<Estimate>)> {
    let whole = [
        (Subject::ThroughputTime, figures.throughput_time_s),
        (Subject::WorkInProcess, figures.wip),
        (Subject::Output, figures.output_per_hour),
        (Subject::Waiting, figures.wait_s),
        (Subject::WithinPromise, figures.within_promise),
    ];
    // Who waits at a place to wait waits for what is behind it.
    let steps = figures.steps.iter().filter(|step| !step.stands_for_wait);
    let steps = steps.flat_map(|step| {
        [
            (Subject::Wait(step.step), step.wait_s),
            (Subject::WithinAcceptable(step.step), step.within_acceptable),
        ]
    });
    let roles = figures.roles.iter().map(|role| (Subject::Busy(role.role), role.utilisation));
    let classes = figures.classes.iter().enumerate();
    let classes = classes.map(|(class, it)| (Subject::UrgentWait(class), it.wait_s));
    let losses = [figures.gave_up, figures.no_room, figures.unserved].into_iter();
    // Only what occurs is of interest.
    let losses = Loss::ALL.into_iter().zip(losses).filter_map(|(loss, lost)| {
        Some((Subject::Lost(loss), Some(lost.filter(|it| it.mean > 0.0)?)))
    });
    whole.into_iter().chain(steps).chain(roles).chain(classes).chain(losses).collect()
}

/// The same by formula; `None` where there is no such figure.
fn formula(analysis: &Analysis, subject: Subject) -> Option<&Figure> {
    Some(match subject {
        Subject::ThroughputTime => &analysis.throughput_time_s,
        Subject::WorkInProcess => &analysis.wip,
        Subject::Output => &analysis.output_per_hour,
        Subject::Capacity => &analysis.capacity_per_hour,
        Subject::CostPerCustomer => &analysis.cost_per_customer,
        Subject::Profit => &analysis.profit_per_hour,
        Subject::Waiting
        | Subject::WithinPromise
        | Subject::LabourCost
        | Subject::UrgentWait(_)
        | Subject::Lost(_) => return None,
        Subject::Wait(step) => &analysis.steps.get(&step)?.wait_s,
        Subject::WithinAcceptable(step) => &analysis.steps.get(&step)?.within_acceptable,
        Subject::Busy(role) => {
            let figures = analysis.roles.get(&role).filter(|figures| figures.work_s > 0.0);
            &figures?.utilisation
        }
    })
}
