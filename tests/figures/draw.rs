//! Draws scenarios from a short text, one step per line, so that a test shows the service it is
//! about:
//!
//! ```text
//! role Nurse x3 $12            a role, how many, its cost per hour; also `at 50 %`, `equipment`
//! demand 54/h price 5          also `gap 4` (scv of the gap) and `overhead 10`
//! Weigh: 6 min, by Nurse       a step; without `next` it leads to the next line that flows on
//! Judge: decision, next Weigh 30 %; end 70 %
//! Log in: backstage, with Weigh; by Clerk
//! day 08:00-10:00 20 40; turn away; at 09:00 x2      a day
//! shift Nurse 08:00-16:00 x2 break 12:00 30         a shift, behind its role
//! ```
//!
//! Clauses of a step, separated by commas: a time; `scv 1`; `by Nurse | Doctor + 2 Porter` (`keep`
//! before a need keeps it); `next A; B 70 %; end`; `with A; B` (together); `trigger A; B`;
//! `enter 50 %`; `places 3` or `places unlimited`; `batch 12`; `setup 1 min`; `cost 2`; `wait 5 min`;
//! `join` or `merge`; `fail what`; `value adding`; `decision`, `evidence`, `note`; a zone. Steps lie frontstage by default.

#![allow(clippy::expect_used, reason = "the texts that are drawn are part of the tests")]

use std::num::NonZeroU32;

use onstage::blueprint::notation::{
    parse_quantity, parse_rate_per_hour, parse_share, parse_span, parse_time, read_time_of_day,
};
use onstage::blueprint::{
    Appointment, AtClosing, Break, Day, Demand, FailPoint, IdSource, Link, LinkEnd, LinkKind,
    Meeting, Need, Place, Places, Priority, Quantity, Role, RoleId, RoleKind, Scenario,
    ServiceTime, SheetPoint, Shift, Step, StepId, StepKind, TimeUnit, UrgencyClass, ValueKind,
    Zone,
};

/// Draws a scenario. Panics with the line that it cannot read: the text is part of a test.
pub fn draw(text: &str) -> Scenario {
    let mut drawing = Drawing::default();
    drawing.read(text);
    drawing.scenario
}

/// Draws what the document takes of a text and leaves out the links that it refuses.
#[allow(dead_code, reason = "only random blueprints hold refused links")]
pub fn draw_what_is_allowed(text: &str) -> Scenario {
    let mut drawing = Drawing { lenient: true, ..Drawing::default() };
    drawing.read(text);
    drawing.scenario
}

/// The step of a name.
pub fn step(scenario: &Scenario, name: &str) -> StepId {
    let found = scenario.steps().iter().find(|(_, step)| step.name == name);
    *found.unwrap_or_else(|| panic!("no step {name}")).0
}

/// The role of a name.
#[allow(dead_code, reason = "shared by tests and benchmarks, not all of which look for roles")]
pub fn role(scenario: &Scenario, name: &str) -> RoleId {
    let found = scenario.roles().iter().find(|(_, role)| role.name == name);
    *found.unwrap_or_else(|| panic!("no role {name}")).0
}

struct Drawing {
    scenario: Scenario,
    ids: IdSource,
    rows: Vec<Row>,
    /// Whether refused links are left out.
    lenient: bool,
}

#[derive(Default)]
struct Row {
    name: String,
    next: Option<String>,
    with: String,
    trigger: String,
    flows: bool,
}

impl Default for Drawing {
    fn default() -> Self {
        let mut ids = IdSource::default();
        Self { scenario: Scenario::empty("Test", &mut ids), ids, rows: Vec::new(), lenient: false }
    }
}

impl Drawing {
    fn read(&mut self, text: &str) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(role) = line.strip_prefix("role ") {
                self.role(role);
            } else if let Some(day) = line.strip_prefix("day ") {
                self.day(day);
            } else if let Some(shift) = line.strip_prefix("shift ") {
                self.shift(shift);
            } else if let Some(demand) = line.strip_prefix("demand ") {
                self.demand(demand);
            } else {
                let (name, clauses) = line.split_once(':').unwrap_or((line, ""));
                self.step(name.trim(), clauses);
            }
        }
        self.link();
    }

    fn role(&mut self, text: &str) {
        let mut words = text.split(' ').peekable();
        let mut role = Role::new(words.next().unwrap_or_default(), 0);
        while let Some(word) = words.next() {
            if let Some(count) = word.strip_prefix('x') {
                role.headcount = count.parse().expect("a headcount");
            } else if let Some(rate) = word.strip_prefix('$') {
                role.cost_per_hour = Some(parse_quantity(rate).expect("a rate"));
            } else if word == "at" {
                let share = words.next().unwrap_or_default().to_owned() + "%";
                role.availability = parse_share(&share).expect("an availability");
            } else {
                role.kind = match word {
                    "equipment" => RoleKind::Equipment,
                    "room" => RoleKind::Room,
                    "external" => RoleKind::External,
                    _ => panic!("what is {word}?"),
                };
            }
        }
        self.scenario.add_role(role, &mut self.ids).expect("a role");
    }

    fn demand(&mut self, text: &str) {
        let mut words = text.split(' ');
        let mut demand = self.scenario.demand().clone();
        demand.per_hour = Some(arrivals_per_hour(words.next().unwrap_or_default()));
        while let (Some(word), Some(value)) = (words.next(), words.next()) {
            if word == "class" {
                let share = Some(parse_share(value).expect("a share"));
                let name = format!("Class {}", demand.urgency.len() + 1);
                demand.urgency.push(UrgencyClass { name, share, within: None });
                continue;
            }
            let value = parse_quantity(value).expect("a number");
            match word {
                "gap" => demand.gap_scv = value,
                "price" => demand.price = Some(value),
                "overhead" => demand.overhead_per_hour = value,
                _ => panic!("what is {word}?"),
            }
        }
        self.scenario.set_demand(demand).expect("a demand");
    }

    /// `08:00-17:00 20 40 …` with rates by the hour; `turn away`, `no-show 10 %`, `early 5 min`, `spread
    /// 8 min`, `at 09:00 x2`, `every 30 min` behind semicolons.
    fn day(&mut self, text: &str) {
        let mut parts = text.split(';').map(str::trim);
        let mut words = parts.next().unwrap_or_default().split(' ');
        let (open, close) = words.next().unwrap_or_default().split_once('-').expect("hours");
        let time = |text: &str| read_time_of_day(text).expect("a time of day");
        let mut day = Day::new(time(open), time(close));
        day.per_hour = words.map(|rate| parse_quantity(rate).expect("a rate")).collect();
        let span = |text: &str| parse_span(text, TimeUnit::Minute).expect("a time");
        for part in parts {
            let (word, rest) = part.split_once(' ').unwrap_or((part, ""));
            match word {
                "turn" => day.at_closing = AtClosing::TurnAway,
                "no-show" => day.no_show = Some(parse_share(rest).expect("a share")),
                "early" => day.early = Some(span(rest)),
                "spread" => day.spread = Some(span(rest)),
                "every" => {
                    let minutes = rest.split(' ').next().unwrap_or_default();
                    day.every = minutes.parse().expect("whole minutes");
                }
                "at" => {
                    let (at, count) = rest.split_once(" x").unwrap_or((rest, "1"));
                    let customers = count.parse().expect("a count");
                    day.appointments.push(Appointment { at: time(at), customers });
                }
                _ => panic!("what is {word}?"),
            }
        }
        let demand = Demand { day: Some(Box::new(day)), ..self.scenario.demand().clone() };
        self.scenario.set_demand(demand).expect("a day");
    }

    /// `Clerk 08:00-16:00 x2 break 12:00 30 paid 15:00 10`.
    fn shift(&mut self, text: &str) {
        let mut words = text.split(' ');
        let name = words.next().unwrap_or_default();
        let time = |text: &str| read_time_of_day(text).expect("a time of day");
        let (from, to) = words.next().unwrap_or_default().split_once('-').expect("hours");
        let mut shift = Shift::new(time(from), time(to));
        while let Some(word) = words.next() {
            if let Some(count) = word.strip_prefix('x') {
                shift.count = count.parse().expect("a count");
                continue;
            }
            let at = time(words.next().unwrap_or_default());
            let lasts = words.next().unwrap_or_default().parse().expect("minutes");
            shift.breaks.push(Break { at, lasts, paid: word == "paid" });
        }
        let id = role(&self.scenario, name);
        let mut role = Role::clone(&self.scenario.roles()[&id]);
        role.shifts.push(shift);
        self.scenario.set_role(id, role).expect("a shift");
    }

    fn place(&self, zone: Zone) -> Place {
        Place {
            lane: self.scenario.lanes_of(zone).next().expect("a lane of each zone").0,
            phase: *self.scenario.phases().keys().next().expect("a phase"),
            at: SheetPoint::default(),
        }
    }

    fn step(&mut self, name: &str, clauses: &str) {
        let mut step = Step::new(name, StepKind::Action, self.place(Zone::Frontstage));
        let mut row = Row { name: name.to_owned(), flows: true, ..Row::default() };
        for clause in clauses.split(',').map(str::trim).filter(|clause| !clause.is_empty()) {
            let (word, rest) = clause.split_once(' ').unwrap_or((clause, ""));
            match word {
                "by" => step.needs = rest.split('+').map(|need| self.need(need)).collect(),
                "next" => row.next = Some(rest.to_owned()),
                "with" => rest.clone_into(&mut row.with),
                "trigger" => rest.clone_into(&mut row.trigger),
                "enter" => step.enter = Some(parse_share(rest).expect("a share")),
                "places" if rest == "unlimited" => step.places = Some(Places::Unlimited),
                "places" => step.places = Some(Places::Count(rest.parse().expect("a count"))),
                "batch" => step.batch = rest.parse().expect("a count"),
                "setup" => step.setup = Some(parse_span(rest, TimeUnit::Second).expect("a time")),
                "acceptable" => {
                    step.acceptable = Some(parse_span(rest, TimeUnit::Second).expect("a time"));
                }
                "cost" => step.material_cost = parse_quantity(rest).expect("a number"),
                "wait" => {
                    let acceptable = parse_span(rest, TimeUnit::Second).ok();
                    step.wait.get_or_insert_default().acceptable = acceptable;
                }
                "patience" => {
                    let time = parse_time(rest, TimeUnit::Second).expect("a time");
                    step.wait.get_or_insert_default().patience = Some(time);
                }
                "priority" => {
                    step.priority =
                        Some(if rest == "high" { Priority::High } else { Priority::Low });
                }
                "batchwait" => {
                    step.batch_wait = Some(parse_span(rest, TimeUnit::Second).expect("a time"));
                }
                "join" => step.meeting = Some(Meeting::Join),
                "merge" => step.meeting = Some(Meeting::Merge),
                "decision" => step.kind = StepKind::Decision,
                "evidence" => step.kind = StepKind::Evidence,
                "note" => step.kind = StepKind::Note,
                "fail" => {
                    step.fail = Some(FailPoint { what: rest.to_owned(), ..FailPoint::default() });
                }
                "value" => {
                    step.value = Some(match rest {
                        "adding" => ValueKind::Adding,
                        "necessary" => ValueKind::Necessary,
                        "waste" => ValueKind::Waste,
                        _ => panic!("what is {clause}?"),
                    });
                }
                "frontstage" => step.lane = self.place(Zone::Frontstage).lane,
                "customer" => step.lane = self.place(Zone::Customer).lane,
                "backstage" => step.lane = self.place(Zone::Backstage).lane,
                "support" => step.lane = self.place(Zone::Support).lane,
                "scv" => {
                    let mean = step.time.as_ref().expect("a time before its scv").mean_s();
                    let scv = parse_quantity(rest).expect("a number").get();
                    let time = ServiceTime::from_mean_scv(mean, scv, TimeUnit::Second);
                    step.time = Some(time.expect("a law"));
                }
                _ => step.time = Some(parse_time(clause, TimeUnit::Second).expect(clause)),
            }
        }
        row.flows = step.kind.flows();
        self.scenario.add_step(step, &mut self.ids).expect("a step");
        self.rows.push(row);
    }

    fn need(&mut self, text: &str) -> Need {
        let text = text.trim();
        let (keep, text) = text.strip_prefix("keep ").map_or((false, text), |rest| (true, rest));
        let (count, names) = match text.split_once(' ') {
            Some((count, names)) if count.parse::<NonZeroU32>().is_ok() => {
                (count.parse().expect("a count"), names)
            }
            _ => (NonZeroU32::MIN, text),
        };
        let roles = names.split('|').map(|name| self.role_named(name.trim())).collect();
        Need { roles, count, keep }
    }

    fn role_named(&mut self, name: &str) -> RoleId {
        if let Some((id, _)) = self.scenario.roles().iter().find(|(_, role)| role.name == name) {
            return *id;
        }
        self.scenario.add_role(Role::new(name, 0), &mut self.ids).expect("a role")
    }

    fn link(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let names = |text: &str| -> Vec<String> {
            text.split(';').map(|name| name.trim().to_owned()).filter(|n| !n.is_empty()).collect()
        };
        let triggered: Vec<String> = rows.iter().flat_map(|row| names(&row.trigger)).collect();
        let goes_on =
            |row: &Row| row.flows && row.with.is_empty() && !triggered.contains(&row.name);
        for (at, row) in rows.iter().enumerate() {
            for other in names(&row.with) {
                self.add(&row.name, &other, LinkKind::Together);
            }
            for other in names(&row.trigger) {
                self.add(&row.name, &other, LinkKind::Trigger);
            }
            match &row.next {
                Some(next) => {
                    for target in names(next) {
                        self.add(&row.name, &target, LinkKind::Flow);
                    }
                }
                None if goes_on(row) => {
                    if let Some(next) = rows[at + 1..].iter().find(|row| goes_on(row)) {
                        self.add(&row.name, &next.name, LinkKind::Flow);
                    }
                }
                None => {}
            }
        }
    }

    fn add(&mut self, from: &str, target: &str, kind: LinkKind) {
        let (name, share) = match target.rsplit_once(' ') {
            Some((name, share)) if share.ends_with('%') || share.contains('/') => {
                (name, Some(share))
            }
            _ => (target, None),
        };
        let (name, share) = match name.rsplit_once(' ') {
            Some((name, number)) if share == Some("%") => (name, Some(format!("{number} %"))),
            _ => (name, share.map(str::to_owned)),
        };
        let share = share.map(|share| parse_share(&share).expect("a share"));
        let to = if name == "end" {
            LinkEnd::Outside
        } else {
            LinkEnd::Step(step(&self.scenario, name))
        };
        let link = Link { from: step(&self.scenario, from), to, kind, share, label: String::new() };
        let added = self.scenario.add_link(link, &mut self.ids);
        assert!(self.lenient || added.is_ok(), "{from} -> {target}: {added:?}");
    }
}

/// A rate as people type it, or a bare number of any size per hour, as a file may hold it.
fn arrivals_per_hour(text: &str) -> Quantity {
    parse_quantity(text).or_else(|_| parse_rate_per_hour(text)).expect("a rate")
}

/// Sets the arrivals per hour.
#[allow(dead_code, reason = "shared by tests and benchmarks, not all of which change the demand")]
pub fn with_demand(mut scenario: Scenario, per_hour: f64) -> Scenario {
    let mut demand = scenario.demand().clone();
    demand.per_hour = Some(Quantity::new(per_hour).expect("a rate"));
    scenario.set_demand(demand).expect("a demand");
    scenario
}
