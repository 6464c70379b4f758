//! How far the simulation of the day has come, and what can be done about it.

use egui::{Align, Button, Label, Layout, RichText, Ui};

use crate::blueprint::Day;
use crate::ui::simulating::{Ended, FoundDay, Simulated, Wish};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};

/// What is known of the day that is shown; `None` where there is no day, or nothing is simulated.
pub(in crate::ui) fn found<'a>(view: &ViewContext<'a>) -> Option<&'a FoundDay> {
    view.scenario.demand().day.as_ref()?;
    view.simulated?.day.as_deref()
}

/// The state in words, with a button and the key of its name; `None` where no day is simulated.
pub(in crate::ui) fn told(
    view: &ViewContext<'_>,
    simulated: &Simulated,
) -> Option<(String, Option<(Wish, &'static str)>)> {
    const STOP: Option<(Wish, &str)> = Some((Wish::Stop, "simulation-stop"));
    const GO_ON: Option<(Wish, &str)> = Some((Wish::GoOn, "simulation-go-on"));
    view.scenario.demand().day.as_ref()?;
    let words = view.words;
    if simulated.is_lost {
        return Some((
            words.text("simulation-lost").to_owned(),
            Some((Wish::Again, "simulation-again")),
        ));
    }
    let found = simulated.day.as_deref();
    let days = found.map_or(0, FoundDay::days);
    let width = found.and_then(FoundDay::width).map(|width| words.percent(width));
    let counted = |key: &str, without: &str| {
        let days = words.number(f64::from(days));
        match &width {
            _ if days == "0" => words.text("simulation-nothing").to_owned(),
            Some(width) => {
                words.with(key, &[("days", days.into()), ("width", width.as_str().into())])
            }
            None => words.with(without, &[("days", days.into())]),
        }
    };
    if simulated.is_day_running() {
        let said = if days == 0 {
            words.text("simulation-running").to_owned()
        } else {
            counted("simulated-day-running", "simulated-day-first")
        };
        return Some((said, STOP));
    }
    // The day is over, the long run beside it is not: that is what can be stopped.
    let beside_it = |said: String| {
        if simulated.is_running {
            words.with("simulated-day-beside", &[("said", said.into())])
        } else {
            said
        }
    };
    let of_days = |key| beside_it(counted(key, "simulated-day-only"));
    let beside = if simulated.is_running { STOP } else { GO_ON };
    let whole = if simulated.is_running { STOP } else { None };
    Some(match found.and_then(|found| found.ended) {
        Some(Ended::Precise | Ended::NoSteadyState) => {
            let days = words.number(f64::from(days)).into();
            (beside_it(words.with("simulated-day-precise", &[("days", days)])), whole)
        }
        Some(Ended::Time) => (of_days("simulated-day-time"), beside),
        Some(Ended::MostDays) => (of_days("simulated-day-most"), whole),
        Some(Ended::ByHand) => (of_days("simulated-day-by-hand"), beside),
        Some(Ended::Held) => {
            let days = words.number(f64::from(days)).into();
            (words.with("simulated-day-held", &[("days", days)]), None)
        }
        Some(Ended::TooMuch) => (words.text("simulate-too-much").to_owned(), None),
        Some(Ended::Lacking) => {
            let lacks = found.map(|found| found.lacks.as_slice()).unwrap_or_default();
            let lacks = words.lacks(lacks, view.scenario).unwrap_or_default();
            (words.with("simulate-lacks", &[("lacks", lacks.into())]), None)
        }
        None => (String::new(), None),
    })
}

/// Shows the state with its button at the right end of what room there is.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some((said, wish)) = view.simulated.and_then(|simulated| told(view, simulated)) else {
        return;
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some((wish, key)) = wish {
            let name = RichText::new(view.text(key)).size(SMALL + 0.5);
            if ui.add(Button::new(name)).clicked() {
                view.ask(Action::Simulate(wish));
            }
        }
        let text = RichText::new(said).size(SMALL).color(view.tokens.muted);
        ui.add(Label::new(text).truncate());
    });
}

/// Whether as many come in each hour of a day, and nobody by appointment.
fn is_even(view: &ViewContext<'_>, day: &Day) -> bool {
    let steady = view.scenario.demand().per_hour;
    let mut rates = (0..day.intervals()).map(|at| day.demand(at, steady).to_bits());
    let first = rates.next();
    let goes_home = view.scenario.roles().values().any(|role| !role.shifts.is_empty());
    rates.all(|rate| Some(rate) == first) && day.appointments.is_empty() && !goes_home
}

/// The key of the sentence that says why the simulation is to be believed.
pub(in crate::ui) fn why_it_leads(view: &ViewContext<'_>) -> &'static str {
    let day = view.scenario.demand().day.as_deref();
    if day.is_none_or(|day| is_even(view, day)) {
        "simulated-day-short"
    } else {
        "simulated-day-uneven"
    }
}
