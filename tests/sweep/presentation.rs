//! What a sheet looks like changes no figure by a bit: names, places of cards, the order of rows.

use std::collections::BTreeMap;

use std::fmt::Write as _;

use onstage::analysis::{Analysis, Figure, analyse};
use onstage::blueprint::{
    IdSource, Link, LinkEnd, Place, RoleId, Scenario, SheetPoint, StepId, Zone,
};

use crate::draw::{draw, with_demand};
use crate::kinds::KINDS;
use crate::numbers::Numbers;

/// Services of each kind.
const CASES: u64 = 6;

fn all_kinds(mut law: impl FnMut(&str, &str, &Scenario) -> Result<(), String>) {
    let mut broken = Vec::new();
    for kind in KINDS {
        for number in 0..CASES {
            let service = kind.service(number);
            if let Err(text) = law(kind.name, &service.text, &service.scenario) {
                broken.push(format!("── {}\n{}{text}", kind.name, service.text));
            }
        }
    }
    broken.sort_by_key(String::len);
    let (count, shown) = (broken.len(), broken.iter().take(4).cloned().collect::<String>());
    assert!(broken.is_empty(), "{count} services change, such as\n{shown}");
}

#[test]
fn other_names_change_no_figure() {
    all_kinds(|_, _, scenario| {
        let mut renamed = scenario.clone();
        for (at, (id, step)) in scenario.steps().iter().enumerate() {
            let mut step = step.as_ref().clone();
            step.name = format!("{} {}", 97 * at % 89, step.name);
            renamed.set_step(*id, step).map_err(|refusal| refusal.to_string())?;
        }
        for (at, (id, role)) in scenario.roles().iter().enumerate() {
            let mut role = role.as_ref().clone();
            role.name = format!("{} {}", 31 * at % 7, role.name);
            renamed.set_role(*id, role).map_err(|refusal| refusal.to_string())?;
        }
        same(&analyse(scenario), &analyse(&renamed))
    });
}

#[test]
fn a_card_moved_within_its_zone_changes_no_figure() {
    all_kinds(|_, _, scenario| {
        let mut moved = scenario.clone();
        for (at, (id, step)) in scenario.steps().iter().enumerate() {
            let by = i32::try_from(at * 53 % 400).expect("few cards");
            let place = Place { lane: step.lane, phase: step.phase, at: SheetPoint::new(by, 60) };
            moved.place_step(*id, place).map_err(|refusal| refusal.to_string())?;
        }
        same(&analyse(scenario), &analyse(&moved))
    });
}

fn same(one: &Analysis, other: &Analysis) -> Result<(), String> {
    if one == other { Ok(()) } else { Err("   the analyses differ\n".to_owned()) }
}

#[test]
fn rows_in_another_order_change_no_figure() {
    all_kinds(|name, text, scenario| {
        let mut numbers = Numbers::of(text.len() as u64);
        let before = told(scenario);
        let rows = rows(text);
        assert_eq!(told(&redrawn(&rows, scenario)), before, "{name}: {rows:?}");
        for _ in 0..2 {
            let mut rows = rows.clone();
            for last in (1..rows.len()).rev() {
                let other = numbers.whole(0, u32::try_from(last).expect("few rows"));
                rows.swap(last, other as usize);
            }
            // A text names a role before it uses it.
            rows.sort_by_key(|row| !row.starts_with("role "));
            let after = told(&redrawn(&rows, scenario));
            let differing = before.iter().filter(|(what, value)| after[*what] != **value);
            let differing: Vec<String> = differing
                .map(|(what, value)| format!("   {what}: {value}, not {}\n", after[what]))
                .collect();
            if !differing.is_empty() {
                let rows = rows.join("\n   ");
                return Err(format!("{}   with the rows\n   {rows}\n", differing.concat()));
            }
        }
        Ok(())
    });
}

#[test]
fn roles_steps_and_links_in_another_order_and_by_other_names_change_no_figure() {
    // Where a service that begins with a loop is entered would be a guess by the order.
    all_kinds(|_, text, scenario| changes_nothing(text, &redrawn(&rows(text), scenario)));
}

/// Where several pools are loaded alike, the order of the rows must not decide which one counts.
#[test]
fn where_loads_tie_no_order_decides() {
    let cases = std::env::var("SWEEP_CASES").ok().and_then(|cases| cases.parse().ok());
    let from = std::env::var("SWEEP_FROM").ok().and_then(|from| from.parse().ok()).unwrap_or(0);
    let mut broken = Vec::new();
    for number in from..from + cases.unwrap_or(150_u64) {
        let text = alike(&mut Numbers::of(number));
        if let Err(difference) = changes_nothing(&text, &with_demand(draw(&text), 1.0)) {
            broken.push(format!("── {number}\n{text}{difference}"));
        }
    }
    broken.sort_by_key(String::len);
    let (count, shown) = (broken.len(), broken.iter().take(3).cloned().collect::<String>());
    assert!(broken.is_empty(), "{count} services change, such as\n{shown}");
}

/// Draws a service of few round numbers, at nine tenths of what it can do: a line of steps, forks,
/// decisions, ways back and triggered work, some of which need several roles at once.
fn alike(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    let roles = numbers.whole(2, 4);
    for role in 0..roles {
        let kind = numbers.one_of(&["", "", "", " equipment"]);
        let _ = writeln!(text, "role R{role} x{}{kind}", numbers.whole(1, 3));
    }
    let what = |numbers: &mut Numbers| {
        let time = numbers.one_of(&["20 s", "40 s", "20 s, scv 1", "40 s, scv 1", "40 s, scv 0.5"]);
        let by = match (numbers.whole(0, 13), numbers.whole(0, roles - 1)) {
            (0, _) => "customer".to_owned(),
            (10 | 11, role) => format!("by keep R{role}"),
            (12, role) => format!("by keep R{role} + R{}", (role + 1) % roles),
            (13, role) => format!("by R{role}, batch {}", numbers.whole(2, 3)),
            (1 | 2, role) => format!("by R{role} + R{}", (role + 1) % roles),
            (3, role) => format!("by R{role} | R{}", (role + 1) % roles),
            (_, role) => format!("by R{role}"),
        };
        format!("{time}, {by}")
    };
    let (mut at, parts) = (0, numbers.whole(1, 4));
    let (mut logs, mut first) = (String::new(), ", enter 100 %");
    for part in 0..parts {
        let next = if part + 1 == parts { "end".to_owned() } else { format!("S{}", at + 10) };
        let (a, b, c, d) = (at + 1, at + 2, at + 3, at + 4);
        let start = format!("S{at}: {}{first}", what(numbers));
        first = "";
        if numbers.whole(0, 4) == 0 {
            let _ = writeln!(logs, "W{at}: {}, with S{at}", what(numbers));
        }
        let back = numbers.one_of(&[10, 20, 30, 50]);
        let (one, two, three) = (what(numbers), what(numbers), what(numbers));
        let _ = match numbers.whole(0, 6) {
            0 => writeln!(text, "{start}, next {next}"),
            1 => writeln!(text, "{start}, next S{a}\nS{a}: decision, next S{at} {back} %; {next}"),
            2 => writeln!(
                text,
                "{start}, next S{a}; S{b}\nS{a}: {one}, next S{c}\nS{b}: {two}, next S{c}\n\
                 S{c}: {three}, next {next}"
            ),
            3 => writeln!(
                text,
                "{start}, next S{a}\nS{a}: decision, next S{b} {back} %; S{c}\n\
                 S{b}: {one}, next S{d}\nS{c}: {two}, next S{d}\nS{d}: {three}, next {next}"
            ),
            4 => writeln!(
                text,
                "{start}, next S{a}; S{b}\nS{a}: {one}, next S{c}\nS{b}: {two}, next S{d}\n\
                 S{c}: decision, next S{a} {back} %; S{d}\nS{d}: {three}, next {next}"
            ),
            5 => {
                let _ = writeln!(logs, "S{b}: {one}, support, next end");
                writeln!(text, "{start}, next S{a}, trigger S{b}\nS{a}: {two}, next {next}")
            }
            _ => writeln!(
                text,
                "{start}, next S{a}; S{b}\nS{a}: {one}, next S{c}\nS{b}: decision, next S{c} {back} %; \
                 S{d}\nS{d}: {two}, next S{c}\nS{c}: decision, {three}, next S{at} {back} %; {next}"
            ),
        };
        at += 10;
    }
    text + &logs
}

/// Puts roles, steps and links in another order, gives all of them other names, and tells which
/// figures are others.
fn changes_nothing(text: &str, scenario: &Scenario) -> Result<(), String> {
    let mut numbers = Numbers::of(text.len() as u64);
    let mut scenario = scenario.clone();
    if let Some(capacity) = analyse(&scenario).capacity_per_hour.value {
        let demand = scenario.demand().per_hour.map_or(0.0, onstage::blueprint::Quantity::get);
        if demand <= 1.0 {
            scenario = with_demand(scenario, 0.9 * capacity);
        }
    }
    let before =
        all_told(&scenario, |step| format!("step {step:?}"), |role| format!("role {role:?}"));
    for _ in 0..2 {
        let (other, steps, roles) = in_another_order(&scenario, &mut numbers);
        let after = all_told(
            &other,
            |step| steps.get(&step).map(|step| format!("step {step:?}")).expect("a step"),
            |role| roles.get(&role).map(|role| format!("role {role:?}")).expect("a role"),
        );
        let differing = before.iter().filter(|(what, value)| after.get(*what) != Some(*value));
        let differing: Vec<String> = differing
            .map(|(what, value)| format!("   {what}: {value}, not {:?}\n", after.get(what)))
            .take(6)
            .collect();
        if !differing.is_empty() {
            return Err(differing.concat());
        }
    }
    Ok(())
}

type Known<T> = BTreeMap<T, T>;

/// The same service with its roles, steps and links in another order and by other names, and what
/// each of its steps and roles was before.
fn in_another_order(
    scenario: &Scenario,
    numbers: &mut Numbers,
) -> (Scenario, Known<StepId>, Known<RoleId>) {
    let mut ids = IdSource::default();
    let mut other = Scenario::empty("Other", &mut ids);
    let mut order = |count: usize| {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let swapped = numbers.whole(0, u32::try_from(last).expect("few rows"));
            order.swap(last, swapped as usize);
        }
        order
    };
    let (mut roles, mut steps) = (Known::new(), Known::new());
    for (at, old) in order(scenario.roles().len()).into_iter().enumerate() {
        let (id, role) = scenario.roles().get_index(old).expect("a role");
        let mut role = role.as_ref().clone();
        role.name = format!("{} {}", 31 * at % 7, role.name);
        roles.insert(*id, other.add_role(role, &mut ids).expect("a role"));
    }
    for (at, old) in order(scenario.steps().len()).into_iter().enumerate() {
        let (id, step) = scenario.steps().get_index(old).expect("a step");
        let mut step = step.as_ref().clone();
        let zone: Zone = scenario.zone_of(&step);
        step.lane = other.lanes_of(zone).next().expect("a lane of each zone").0;
        step.phase = *other.phases().keys().next().expect("a phase");
        step.name = format!("{} {}", 97 * at % 89, step.name);
        for need in &mut step.needs {
            for role in &mut need.roles {
                *role = roles[role];
            }
            need.roles.reverse();
        }
        step.needs.reverse();
        steps.insert(*id, other.add_step(step, &mut ids).expect("a step"));
    }
    for old in order(scenario.links().len()) {
        let (_, link) = scenario.links().get_index(old).expect("a link");
        let to = match link.to {
            LinkEnd::Step(step) => LinkEnd::Step(steps[&step]),
            LinkEnd::Outside => LinkEnd::Outside,
        };
        let link = Link { from: steps[&link.from], to, ..Link::clone(link) };
        other.add_link(link, &mut ids).expect("a link");
    }
    other.set_demand(scenario.demand().clone()).expect("a demand");
    let back = |known: Known<StepId>| known.into_iter().map(|(old, new)| (new, old)).collect();
    let roles = roles.into_iter().map(|(old, new)| (new, old)).collect();
    (other, back(steps), roles)
}

/// The rows of a text, each of which says by itself where it leads and who comes first.
fn rows(text: &str) -> Vec<String> {
    let all: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.starts_with("demand")).collect();
    let triggered = |line: &str| {
        let name = name_of(line);
        all.iter().any(|other| {
            let set_off = other.split(", ").filter_map(|clause| clause.strip_prefix("trigger "));
            set_off.flat_map(|names| names.split("; ")).any(|other| other == name)
        })
    };
    let goes_on =
        |line: &&&str| !line.starts_with("role ") && !line.contains("with ") && !triggered(line);
    let on: Vec<&str> = all.iter().filter(goes_on).copied().collect();
    let place = |line: &str| on.iter().position(|other| name_of(other) == name_of(line));
    let mut rows: Vec<String> = Vec::new();
    for line in &all {
        let mut row = (*line).to_owned();
        if let Some(at) = place(line).filter(|_| !line.starts_with("role ")) {
            if !line.contains("next ") && at + 1 < on.len() {
                row += ", next ";
                row += name_of(on[at + 1]);
            }
            if at == 0 {
                row += ", enter 100 %";
            }
        }
        rows.push(row);
    }
    rows
}

fn name_of(line: &str) -> &str {
    line.split_once(':').map_or(line, |(name, _)| name)
}

fn redrawn(rows: &[String], like: &Scenario) -> Scenario {
    let mut scenario = draw(&rows.join("\n"));
    scenario.set_demand(like.demand().clone()).expect("a demand");
    with_demand(scenario, like.demand().per_hour.expect("a demand").get())
}

/// Every figure by name, to the last bit.
fn told(scenario: &Scenario) -> BTreeMap<String, String> {
    all_told(
        scenario,
        |step| scenario.steps()[&step].name.clone(),
        |role| scenario.roles()[&role].name.clone(),
    )
}

/// Every figure, to the last bit, with steps and roles by what they are called.
fn all_told(
    scenario: &Scenario,
    step_called: impl Fn(StepId) -> String,
    role_called: impl Fn(RoleId) -> String,
) -> BTreeMap<String, String> {
    let analysis = analyse(scenario);
    let mut told = BTreeMap::new();
    let mut tell = |what: String, figure: &Figure| {
        let (value, basis) = (figure.value, figure.basis);
        told.insert(what, format!("{value:?} {basis:?}"));
    };
    let experience = &analysis.experience;
    for (what, figure) in [
        ("capacity", &analysis.capacity_per_hour),
        ("utilisation", &analysis.utilisation),
        ("growth", &analysis.growth_per_hour),
        ("rush order", &analysis.rush_order_time_s),
        ("throughput", &analysis.throughput_time_s),
        ("inside", &analysis.wip),
        ("labour content", &analysis.direct_labour_content_s),
        ("labour utilisation", &analysis.direct_labour_utilisation),
        ("balance", &analysis.balance),
        ("cost", &analysis.cost_per_customer),
        ("profit", &analysis.profit_per_hour),
        ("moments of truth", &experience.moments_of_truth),
        ("hand-offs", &experience.hand_offs),
        ("waiting share", &experience.waiting_share),
        ("flow efficiency", &experience.flow_efficiency),
    ] {
        tell(what.to_owned(), figure);
    }
    for (at, zone) in experience.zones.iter().enumerate() {
        tell(format!("time in zone {at}"), &zone.time_s);
        tell(format!("triggered in zone {at}"), &zone.triggered_s);
    }
    for (at, line) in experience.lines.iter().enumerate() {
        tell(format!("time in front of line {at}"), &line.in_front.time_s);
        tell(format!("time behind line {at}"), &line.behind.time_s);
        tell(format!("crossings of line {at}"), &line.crossings);
        tell(format!("triggers across line {at}"), &line.triggers);
    }
    for (at, share) in experience.value_shares.iter().enumerate() {
        tell(format!("value {at}"), share);
    }
    for (id, figures) in &analysis.steps {
        let name = step_called(*id);
        tell(format!("visits of {name}"), &figures.visits);
        tell(format!("capacity of {name}"), &figures.capacity_per_hour);
        tell(format!("utilisation of {name}"), &figures.utilisation);
        tell(format!("wait of {name}"), &figures.wait_s);
        tell(format!("queue of {name}"), &figures.queue_length);
        if let Some(tightest) = &figures.tightest {
            tell(format!("tightest pool of {name}"), &Figure::exact(tightest.share));
            tell(format!("load of {name}"), &tightest.load);
        }
        tell(format!("acceptable at {name}"), &figures.within_acceptable);
        tell(format!("delay at {name}"), &figures.delay_cost_per_minute);
    }
    for (id, figures) in &analysis.roles {
        let name = role_called(*id);
        tell(format!("capacity of {name}"), &figures.capacity_per_hour);
        tell(format!("utilisation of {name}"), &figures.utilisation);
        tell(format!("growth of {name}"), &figures.growth_per_hour);
        tell(format!("wait of {name}"), &figures.wait_s);
        tell(format!("queue of {name}"), &figures.queue_length);
        tell(format!("work of {name}"), &Figure::exact(figures.work_s));
    }
    told
}
