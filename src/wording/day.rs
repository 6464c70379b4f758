//! A day, its hours and shifts in words.

use super::texts::Wording;
use crate::blueprint::{
    AtClosing, Break, Day, Order, Scenario, Shift, SimulationRules, TimeOfDay, WaitPoint,
};
use crate::exchange::{DayColumn, DayFault, DayTableError};

/// How many intervals that differ are named before the rest is counted.
const INTERVALS_NAMED: usize = 4;

impl Wording {
    /// An interval of a day: `12:00–13:00`.
    #[must_use]
    pub fn interval(&self, day: &Day, at: usize) -> String {
        let (from, to) = day.interval(at);
        let open = day.open.minutes();
        // The end of a day is called 24:00, not 00:00.
        let end = TimeOfDay::new(open + to).unwrap_or_else(|_| TimeOfDay::on_any_day(open + to));
        self.from_to(TimeOfDay::on_any_day(open + from), end)
    }

    /// A day of the week, 0 for Monday.
    #[must_use]
    pub fn weekday(&self, day: u8) -> &str {
        self.text(match day {
            0 => "weekday-monday",
            1 => "weekday-tuesday",
            2 => "weekday-wednesday",
            3 => "weekday-thursday",
            4 => "weekday-friday",
            5 => "weekday-saturday",
            _ => "weekday-sunday",
        })
    }

    /// From one time to another: `08:00–17:00`.
    #[must_use]
    pub fn from_to(&self, from: TimeOfDay, to: TimeOfDay) -> String {
        let arguments = [("from", from.to_string().into()), ("to", to.to_string().into())];
        self.with("day-from-to", &arguments)
    }

    /// A scenario's name with the interval of its day at which it is looked at.
    #[must_use]
    pub fn scenario_at(&self, scenario: &Scenario, at: usize) -> String {
        let name = self.scenario_name(scenario);
        let interval =
            scenario.demand().day.as_deref().map_or_else(String::new, |day| self.interval(day, at));
        self.with("day-scenario-at", &[("name", name.into()), ("interval", interval.into())])
    }

    /// A shift in a few words: `2 × 08:00–16:00, break 12:00 (30 min, paid)`.
    #[must_use]
    pub fn shift(&self, shift: &Shift) -> String {
        let breaks: String = shift.breaks.iter().map(|it| self.pause(*it)).collect();
        let arguments = [
            ("count", shift.count.get().into()),
            ("hours", self.from_to(shift.from, shift.to).into()),
            ("breaks", breaks.into()),
        ];
        self.with("day-shift", &arguments)
    }

    /// A break in a few words, behind its shift.
    fn pause(&self, pause: Break) -> String {
        let key = if pause.paid { "day-break-paid" } else { "day-break-unpaid" };
        let lasts = self.time(f64::from(pause.lasts) * 60.0);
        self.with(key, &[("at", pause.at.to_string().into()), ("lasts", lasts.into())])
    }

    /// Some shifts in a few words, each with its count, and how many more there are than so many.
    #[must_use]
    pub fn shifts(&self, shifts: &[&Shift], most: usize) -> Vec<String> {
        let mut lines: Vec<String> = shifts.iter().take(most).map(|it| self.shift(it)).collect();
        if shifts.len() > most {
            let more = self.number((shifts.len() - most) as f64);
            lines.push(self.with("day-more", &[("count", more.into())]));
        }
        lines
    }

    /// A day in a few words: `08:00–17:00, 36 to 70 an hour, 3 by appointment`.
    #[must_use]
    pub fn day(&self, day: &Day) -> String {
        let mut parts = vec![self.from_to(day.open, day.close)];
        let rates = day.per_hour.iter().map(|rate| rate.get());
        let least = rates.clone().fold(f64::INFINITY, f64::min);
        let most = rates.fold(f64::NEG_INFINITY, f64::max);
        if least < most {
            let (least, most) = (self.number(least), self.rate(most));
            let arguments = [("least", least.into()), ("most", most.into())];
            parts.push(self.with("day-rates", &arguments));
        } else if least.is_finite() {
            parts.push(self.rate(least));
        }
        let planned = planned(day);
        if planned > 0 {
            let arguments = [("customers", self.number(planned.into()).into())];
            parts.push(self.with("day-planned", &arguments));
        }
        self.in_a_line(&parts)
    }

    /// Parts of a line.
    fn in_a_line(&self, parts: &[String]) -> String {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        parts.join(self.text("day-comma"))
    }

    /// What differs between two days: what it is, and how it was and is.
    pub(super) fn day_differences(&self, a: &Day, b: &Day) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        let mut say = |name: &str, was: String, is: String| {
            if was != is {
                found.push((name.to_owned(), was, is));
            }
        };
        let hours = |day: &Day| self.from_to(day.open, day.close);
        let every = |day: &Day| self.time(f64::from(day.every) * 60.0);
        let minutes = |span: Option<crate::blueprint::Span>| {
            self.time(span.map_or(0.0, crate::blueprint::Span::seconds))
        };
        say(self.text("day-hours"), hours(a), hours(b));
        say(self.text("day-every"), every(a), every(b));
        let same_intervals = a.open == b.open && a.every == b.every;
        if same_intervals && !a.per_hour.is_empty() && !b.per_hour.is_empty() {
            let pairs = a.per_hour.iter().zip(&b.per_hour).enumerate();
            let differ: Vec<_> = pairs.filter(|(_, (was, is))| was != is).collect();
            for (at, (was, is)) in differ.iter().take(INTERVALS_NAMED) {
                say(&self.interval(a, *at), self.rate(was.get()), self.rate(is.get()));
            }
            if differ.len() > INTERVALS_NAMED {
                let more = self.number((differ.len() - INTERVALS_NAMED) as f64);
                let more = self.with("day-more-hours", &[("count", more.into())]);
                let mean = |day: &Day| self.rate(day.mean_rate().unwrap_or_default());
                say(&more, mean(a), mean(b));
            }
        } else if a.per_hour != b.per_hour {
            let mean = |day: &Day| match day.mean_rate() {
                Some(rate) => self.rate(rate),
                None => self.text("day-steady-rate").to_owned(),
            };
            say(self.text("day-mean-rate"), mean(a), mean(b));
        }
        let booked = |day: &Day| self.number(planned(day).into());
        say(self.text("day-appointments"), booked(a), booked(b));
        say(self.text("day-early"), minutes(a.early), minutes(b.early));
        say(self.text("day-spread"), minutes(a.spread), minutes(b.spread));
        let share =
            |day: &Day| self.percent(day.no_show.map_or(0.0, crate::blueprint::Share::value));
        say(self.text("day-no-show"), share(a), share(b));
        let closing = |day: &Day| self.at_closing(day.at_closing).to_owned();
        say(self.text("day-at-closing"), closing(a), closing(b));
        found
    }

    /// What becomes of those who are inside at closing.
    #[must_use]
    pub fn at_closing(&self, closing: AtClosing) -> &str {
        self.text(match closing {
            AtClosing::ServeAll => "day-serve-all",
            AtClosing::TurnAway => "day-turn-away",
        })
    }

    /// Who comes first among those who wait for the same.
    #[must_use]
    pub fn order(&self, order: Order) -> &str {
        self.text(match order {
            Order::FirstCome => "day-first-come",
            Order::LongestInside => "day-longest-inside",
        })
    }

    /// How a scenario is simulated, in a few words.
    #[must_use]
    pub fn simulation_rules(&self, rules: &SimulationRules) -> String {
        let mut parts = vec![self.order(rules.order).to_owned()];
        if let Some(promise) = rules.promise {
            let time = self.entered_span(promise);
            parts.push(self.with("day-promised", &[("time", time.into())]));
        }
        if rules.seed != 1 {
            parts.push(self.with("day-seeded", &[("seed", rules.seed.to_string().into())]));
        }
        self.in_a_line(&parts)
    }

    /// A wait in a few words: what is accepted, and when people leave.
    pub(super) fn wait(&self, wait: &WaitPoint) -> String {
        let mut parts = Vec::new();
        if let Some(acceptable) = wait.acceptable {
            let time = self.entered_span(acceptable);
            parts.push(self.with("day-accepted", &[("time", time.into())]));
        }
        if let Some(patience) = &wait.patience {
            let time = self.service_time(patience);
            parts.push(self.with("day-patient", &[("time", time.into())]));
        }
        if parts.is_empty() { self.text("day-waits").to_owned() } else { self.in_a_line(&parts) }
    }
}

/// How many mistakes of a table are named before the rest is counted.
const MISTAKES_NAMED: usize = 12;

impl Wording {
    /// What is wrong with a table of a day, one line to a mistake.
    #[must_use]
    pub fn day_table_errors(&self, errors: &[DayTableError]) -> String {
        let mut lines: Vec<String> =
            errors.iter().take(MISTAKES_NAMED).map(|error| self.day_table_error(error)).collect();
        if errors.len() > MISTAKES_NAMED {
            let more = self.number((errors.len() - MISTAKES_NAMED) as f64);
            lines.push(self.with("day-more", &[("count", more.into())]));
        }
        lines.join("\n")
    }

    fn day_table_error(&self, error: &DayTableError) -> String {
        let column = error.column.map_or("", |column| self.day_column(column));
        let why = match error.fault {
            DayFault::Table => self.text("day-fault-table").to_owned(),
            DayFault::Empty => self.text("day-fault-empty").to_owned(),
            DayFault::NoColumn => self.with("day-fault-no-column", &[("column", column.into())]),
            DayFault::Refused(refusal) => self.refusal(refusal).to_owned(),
            DayFault::NotADate => self.text("day-fault-not-a-date").to_owned(),
            DayFault::NoRole => self.text("day-fault-no-role").to_owned(),
            DayFault::NotABreak => self.text("day-fault-not-a-break").to_owned(),
        };
        if error.row == 0 {
            return why;
        }
        let arguments = [
            ("row", self.number(error.row as f64).into()),
            ("column", column.into()),
            ("text", error.text.as_str().into()),
            ("why", why.into()),
        ];
        let key = if error.column.is_some() { "day-fault-at" } else { "day-fault-in-row" };
        self.with(key, &arguments)
    }

    fn day_column(&self, column: DayColumn) -> &str {
        self.text(match column {
            DayColumn::Time => "day-column-time",
            DayColumn::Count => "day-column-count",
            DayColumn::Customers => "day-column-customers",
            DayColumn::Date => "day-column-date",
            DayColumn::Role => "day-column-role",
            DayColumn::From => "day-column-from",
            DayColumn::To => "day-column-to",
            DayColumn::Breaks => "day-column-breaks",
        })
    }
}

/// How many are planned in a day, when the doors are open or not.
fn planned(day: &Day) -> u32 {
    day.appointments.iter().map(|it| it.customers.get()).fold(0, u32::saturating_add)
}
