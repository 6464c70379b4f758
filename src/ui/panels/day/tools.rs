//! What a day is steered with: hours, interval, closing, appointments, new shifts.

use std::num::NonZeroU32;

use egui::{Id, RichText, Ui};

use crate::blueprint::notation::{parse_share, parse_span, read_time_of_day};
use crate::blueprint::{AtClosing, Day, Demand, Quantity, Refusal, Role, Shift, Span, TimeUnit};
use crate::editor::Edit;
use crate::ui::fields::{ValueField, choice};
use crate::ui::reading::optional;
use crate::ui::view_context::ViewContext;

use super::axis::shown_shifts;

/// How wide the menu is.
const WIDTH: f32 = 260.0;

/// Shows the menus.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let closes = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    // As dark as other buttons: pale, they would read as words.
    let text = RichText::new(view.text("day-menu")).color(view.tokens.ink);
    let menu = egui::containers::menu::MenuButton::from_button(egui::Button::new(text));
    menu.config(closes).ui(ui, |ui| {
        ui.set_min_width(WIDTH);
        ui.set_max_width(WIDTH);
        fields(ui, view);
        ui.separator();
        if ui.button(view.text("day-remove")).clicked() {
            view.edit(Edit::SetDemand(Demand { day: None, ..view.scenario.demand().clone() }));
            ui.close();
        }
        close_for_drag(ui);
    });
    let text = RichText::new(view.text("day-add-shift")).color(view.tokens.ink);
    egui::containers::menu::MenuButton::from_button(egui::Button::new(text)).ui(ui, |ui| {
        ui.set_min_width(160.0);
        let roles = view.scenario.roles();
        for (id, role) in roles {
            if ui.button(&role.name).clicked() {
                if let Some(day) = view.scenario.demand().day.as_deref() {
                    view.edit(Edit::SetRole(*id, with_one_more(role, day)));
                }
                ui.close();
            }
        }
        close_for_drag(ui);
    });
    super::show_state(ui, view);
    crate::ui::staffing::day_line(ui, view);
}

/// Closes the menu that is shown once something else is dragged: the toolkit closes it for clicks alone.
fn close_for_drag(ui: &Ui) {
    let menu = ui.min_rect().expand(8.0);
    let drags = ui.input(|input| {
        let pointer = &input.pointer;
        pointer.is_decidedly_dragging()
            && pointer.press_origin().is_some_and(|at| !menu.contains(at))
    });
    if drags {
        ui.close();
    }
}

/// A role with one more on duty from opening to closing, in a shift of its own.
fn with_one_more(role: &Role, day: &Day) -> Role {
    let mut shifts = shown_shifts(role, day);
    let ends = day.ends(day.intervals().saturating_sub(1));
    shifts.push(Shift { count: NonZeroU32::MIN, ..Shift::new(day.open, ends) });
    Role { shifts, ..role.clone() }
}

/// The day with other hours or intervals: what it holds for each minute stays, as a mean where an interval
/// covers several.
fn cut_anew(old: &Day, new: Day) -> Day {
    if old.per_hour.is_empty() {
        return new;
    }
    let rate_at = |minute: u32| {
        let clock = crate::blueprint::TimeOfDay::on_any_day(new.open.minutes() + minute);
        let at = old.interval_at(clock);
        let last = old.per_hour.last().copied().unwrap_or(Quantity::ZERO);
        at.and_then(|at| old.per_hour.get(at)).copied().unwrap_or(last).get()
    };
    let mean = |at: usize| {
        let (from, to) = new.interval(at);
        let sum: f64 = (from..to).map(rate_at).sum();
        let mean = sum / f64::from((to - from).max(1));
        Quantity::new((mean * 1e6).round() / 1e6).unwrap_or(Quantity::ZERO)
    };
    let per_hour = (0..new.intervals().min(Day::MOST_INTERVALS)).map(mean).collect();
    Day { per_hour, ..new }
}

/// The fields of the day.
fn fields(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let demand = view.scenario.demand().clone();
    let Some(day) = demand.day.as_deref().cloned() else { return };
    let set = |new: Day| {
        let day = Some(Box::new(cut_anew(&day, new)));
        Edit::SetDemand(Demand { day, ..demand.clone() })
    };
    let keep = |new: Day| {
        let day = Some(Box::new(new));
        Edit::SetDemand(Demand { day, ..demand.clone() })
    };
    let time = |key: &'static str,
                name,
                help,
                shown: &str,
                ui: &mut Ui,
                view: &mut ViewContext<'_>,
                put: &dyn Fn(crate::blueprint::TimeOfDay) -> Edit| {
        let field = ValueField { source: Id::unique(("day", key)), name, shown, hint: "", help };
        field.show(ui, view, read_time_of_day, put);
    };
    let (name, help) = (view.text("day-opens"), view.text("day-opens-help"));
    time("open", name, help, &day.open.to_string(), ui, view, &|open| {
        set(Day { open, ..day.clone() })
    });
    let (name, help) = (view.text("day-closes"), view.text("day-closes-help"));
    time("close", name, help, &day.close.to_string(), ui, view, &|close| {
        set(Day { close, ..day.clone() })
    });
    let (name, help) = (view.text("day-every"), view.text("day-every-help"));
    let usual =
        [15, 30, 60, 120, 240].map(|minutes| (minutes, view.words.time(f64::from(minutes) * 60.0)));
    let mut usual: Vec<(u32, String)> = usual.to_vec();
    if !usual.iter().any(|(minutes, _)| *minutes == day.every) {
        usual.push((day.every, view.words.time(f64::from(day.every) * 60.0)));
        usual.sort_unstable();
    }
    let options: Vec<(u32, &str)> = usual.iter().map(|(it, text)| (*it, text.as_str())).collect();
    if let Some(every) = choice(ui, view, name, help, Some(day.every), &options) {
        view.edit(set(Day { every, ..day.clone() }));
    }
    let (name, help) = (view.text("day-at-closing"), view.text("day-at-closing-help"));
    let closings = AtClosing::ALL.map(|it| (it, view.words.at_closing(it)));
    if let Some(at_closing) = choice(ui, view, name, help, Some(day.at_closing), &closings) {
        view.edit(keep(Day { at_closing, ..day.clone() }));
    }
    if day.appointments.is_empty() {
        return;
    }
    let span =
        |span: Option<Span>| span.map_or_else(String::new, |span| view.words.entered_span(span));
    let minutes = |text: &str| -> Result<Span, Refusal> { parse_span(text, TimeUnit::Minute) };
    let (early, spread) = (span(day.early), span(day.spread));
    let share = day.no_show.map_or_else(String::new, |share| view.words.share(share));
    let field = |key: &'static str, name, help, shown| ValueField {
        source: Id::unique(("day", key)),
        name,
        shown,
        hint: "",
        help,
    };
    let (name, help) = (view.text("day-early"), view.text("day-early-help"));
    field("early", name, help, &early)
        .show(ui, view, optional(minutes), |early| keep(Day { early, ..day.clone() }));
    let (name, help) = (view.text("day-spread"), view.text("day-spread-help"));
    field("spread", name, help, &spread)
        .show(ui, view, optional(minutes), |spread| keep(Day { spread, ..day.clone() }));
    let (name, help) = (view.text("day-no-show"), view.text("day-no-show-help"));
    field("no_show", name, help, &share)
        .show(ui, view, optional(parse_share), |no_show| keep(Day { no_show, ..day.clone() }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::TimeOfDay;

    fn at(hours: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60).unwrap()
    }

    #[test]
    fn other_hours_keep_who_comes_when() {
        let old =
            Day { per_hour: [10, 20, 30].map(Quantity::from).to_vec(), ..Day::new(at(8), at(11)) };
        let rates = |new: Day| -> Vec<f64> {
            let new = cut_anew(&old, new);
            assert_eq!(new.check(), Ok(()));
            new.per_hour.iter().map(|rate| rate.get()).collect()
        };
        assert_eq!(rates(Day { open: at(9), ..old.clone() }), [20.0, 30.0]);
        assert_eq!(rates(Day { close: at(13), ..old.clone() }), [10.0, 20.0, 30.0, 30.0, 30.0]);
        assert_eq!(rates(Day { every: 120, ..old.clone() }), [15.0, 30.0]);
        assert_eq!(rates(Day { every: 30, ..old.clone() }), [10.0, 10.0, 20.0, 20.0, 30.0, 30.0]);
    }

    #[test]
    fn one_more_is_a_shift_from_opening_to_closing() {
        let day = Day::new(at(8), at(17));
        let role = with_one_more(&Role { headcount: 2, ..Role::new("", 0) }, &day);
        let counts: Vec<u32> = role.shifts.iter().map(|shift| shift.count.get()).collect();
        assert_eq!((counts, role.most_on_duty()), (vec![2, 1], 3));
    }
}
