//! What a sheet looks like changes no figure by a bit: names, places of cards, the order of rows.

use std::collections::BTreeMap;

use onstage::analysis::{Analysis, Figure, analyse};
use onstage::blueprint::{Place, Scenario, SheetPoint};

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
    scenario.set_demand(like.demand().clone());
    with_demand(scenario, like.demand().per_hour.expect("a demand").get())
}

/// Every figure by name, to the last bit.
fn told(scenario: &Scenario) -> BTreeMap<String, String> {
    let analysis = analyse(scenario);
    let mut told = BTreeMap::new();
    let mut tell = |what: String, figure: &Figure| {
        let (value, basis) = (figure.value, figure.basis);
        told.insert(what, format!("{value:?} {basis:?}"));
    };
    for (what, figure) in [
        ("capacity", &analysis.capacity_per_hour),
        ("utilisation", &analysis.utilisation),
        ("rush order", &analysis.rush_order_time_s),
        ("throughput", &analysis.throughput_time_s),
        ("inside", &analysis.wip),
        ("labour content", &analysis.direct_labour_content_s),
        ("labour utilisation", &analysis.direct_labour_utilisation),
        ("balance", &analysis.balance),
        ("cost", &analysis.cost_per_customer),
    ] {
        tell(what.to_owned(), figure);
    }
    for (id, figures) in &analysis.steps {
        let name = &scenario.steps()[id].name;
        tell(format!("visits of {name}"), &figures.visits);
        tell(format!("capacity of {name}"), &figures.capacity_per_hour);
        tell(format!("utilisation of {name}"), &figures.utilisation);
        tell(format!("wait of {name}"), &figures.wait_s);
    }
    for (id, figures) in &analysis.roles {
        let name = &scenario.roles()[id].name;
        tell(format!("capacity of {name}"), &figures.capacity_per_hour);
        tell(format!("utilisation of {name}"), &figures.utilisation);
        tell(format!("wait of {name}"), &figures.wait_s);
    }
    told
}
