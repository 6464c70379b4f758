//! Laws that hold for every blueprint.

use std::fmt::Write as _;

use onstage::analysis::{
    Analysis, Basis, Change, Derivation, Figure, FigureKey, analyse, explain_process,
};
use onstage::blueprint::{Blueprint, Scenario};
use onstage::drawing::{Routes, SheetGeometry};
use onstage::process::compile;
use onstage::storage::encode;
use proptest::prelude::*;

use crate::draw::{draw, with_demand};

/// One step of a random service: seconds, role, servers' law, and how the next steps follow.
#[derive(Clone, Debug)]
pub struct Part {
    seconds: u32,
    role: usize,
    shape: Shape,
}

#[derive(Clone, Copy, Debug)]
pub enum Shape {
    Line,
    Rework(u32),
    Choice(u32),
    Fork,
    Alternatives,
}

fn part() -> impl Strategy<Value = Part> {
    let shape = prop_oneof![
        3 => Just(Shape::Line),
        1 => (1_u32..90).prop_map(Shape::Rework),
        1 => (0_u32..100).prop_map(Shape::Choice),
        1 => Just(Shape::Fork),
        1 => Just(Shape::Alternatives),
    ];
    (1_u32..600, 0_usize..3, shape).prop_map(|(seconds, role, shape)| Part { seconds, role, shape })
}

pub fn parts() -> impl Strategy<Value = Vec<Part>> {
    prop::collection::vec(part(), 1..7)
}

/// Writes a service in which every part begins at `P<n>` and leads to the next.
pub fn service(parts: &[Part], heads: [u32; 3], scale: u32) -> String {
    let mut text = String::new();
    for (role, heads) in heads.iter().enumerate() {
        let _ = writeln!(text, "role R{role} x{heads} $10");
    }
    for (at, Part { seconds, role, shape }) in parts.iter().enumerate() {
        let next = if at + 1 < parts.len() { format!("P{}", at + 1) } else { "end".to_owned() };
        let time = format!("exp {} s", seconds * scale);
        let _ = match shape {
            Shape::Line => writeln!(text, "P{at}: {time}, by R{role}, next {next}"),
            Shape::Alternatives => {
                writeln!(text, "P{at}: {time}, by R{role} | R{}, next {next}", (role + 1) % 3)
            }
            Shape::Rework(share) => writeln!(
                text,
                "P{at}: {time}, by R{role}, next D{at}
                 D{at}: decision, next P{at} {share} %; {next}"
            ),
            Shape::Choice(share) => writeln!(
                text,
                "P{at}: decision, next A{at} {share} %; B{at}
                 A{at}: {time}, by R{role}, next {next}
                 B{at}: {time}, by R0, next {next}"
            ),
            Shape::Fork => writeln!(
                text,
                "P{at}: 1 s, by R{role}, next A{at}; B{at}
                 A{at}: {time}, by R{role}, next J{at}
                 B{at}: {time}, by R1, next J{at}
                 J{at}: 0 s, next {next}"
            ),
        };
    }
    text
}

fn value(figure: &Figure) -> f64 {
    figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Every figure has either a finite number or a reason, and none contradicts another.
fn check_sound(scenario: &Scenario, analysis: &Analysis) {
    let whole = [
        &analysis.capacity_per_hour,
        &analysis.cycle_time_s,
        &analysis.demand_per_hour,
        &analysis.output_per_hour,
        &analysis.utilisation,
        &analysis.growth_per_hour,
        &analysis.rush_order_time_s,
        &analysis.throughput_time_s,
        &analysis.wip,
        &analysis.direct_labour_content_s,
        &analysis.direct_labour_utilisation,
        &analysis.balance,
        &analysis.cost_per_customer,
        &analysis.profit_per_hour,
    ];
    let steps = analysis.steps.values().flat_map(|step| {
        let load = [&step.visits, &step.capacity_per_hour, &step.utilisation];
        load.into_iter().chain([&step.wait_s, &step.within_acceptable])
    });
    let roles = analysis.roles.values().flat_map(|role| {
        [&role.capacity_per_hour, &role.utilisation, &role.growth_per_hour, &role.wait_s]
    });
    let pools = analysis.pools.iter().flat_map(|pool| {
        [&pool.capacity_per_hour, &pool.utilisation, &pool.growth_per_hour, &pool.wait_s]
    });
    for figure in whole.into_iter().chain(steps).chain(roles).chain(pools) {
        match figure.value {
            Some(value) => assert!(value.is_finite() && figure.lacks.is_empty(), "{figure:?}"),
            None => assert!(!figure.lacks.is_empty(), "a figure without number or reason"),
        }
    }
    for figure in &whole[..11] {
        assert!(figure.value.is_none_or(|value| value >= 0.0), "{figure:?}");
    }
    check_capacity(scenario, analysis);
    check_demand(analysis);
    if let (Some(quick), Some(slow)) =
        (analysis.rush_order_time_s.value, analysis.throughput_time_s.value)
    {
        assert!(slow >= quick * (1.0 - 1e-9), "waiting cannot save time");
        let inside = analysis.output_per_hour.value.map(|output| output * slow / 3600.0);
        if let (Some(inside), Some(told)) = (inside, analysis.wip.value) {
            assert!(near(inside, told), "{told} inside, not {inside} (Little 1961)");
        }
    }
    check_explained(scenario, analysis);
}

/// The figures of pools, roles and steps do not contradict the capacity.
fn check_capacity(scenario: &Scenario, analysis: &Analysis) {
    let Some(capacity) = analysis.capacity_per_hour.value else {
        assert!(analysis.bottleneck.is_empty() && analysis.trials.is_empty());
        assert!(analysis.next_limit.is_none());
        assert!(analysis.pools.iter().all(|pool| !pool.binding && pool.slack.is_none()));
        return;
    };
    assert!(!analysis.bottleneck.is_empty(), "a capacity has a bottleneck");
    let reaches = |rate: &f64| *rate >= capacity * (1.0 - 1e-9);
    let pools = || analysis.pools.iter();
    assert!(pools().filter_map(|pool| pool.capacity_per_hour.value).all(|rate| reaches(&rate)));
    let mut roles = analysis.roles.values().filter_map(|role| role.capacity_per_hour.value);
    assert!(roles.all(|rate| reaches(&rate)), "a role below the capacity");
    for pool in pools() {
        let Some(slack) = pool.slack else { panic!("no slack at a known capacity") };
        assert!(slack.units >= 0.0 && (0.0..=1.0).contains(&slack.share), "{slack:?}");
        assert!(!pool.binding || (slack.units, slack.share) == (0.0, 0.0), "{slack:?}");
    }
    let loads = |id| pools().any(|pool| pool.binding && pool.steps.contains(id));
    for (id, step) in &analysis.steps {
        assert_eq!(step.bottleneck, loads(id), "a bottleneck loads a pool that binds");
        assert_eq!(step.bottleneck, analysis.bottleneck.contains(id));
    }
    for (id, role) in &analysis.roles {
        assert_eq!(role.bottleneck, analysis.bottleneck_roles.contains(id));
    }
    if let Some(cycle) = analysis.cycle_time_s.value {
        assert!(near(cycle * capacity, 3600.0), "{cycle} s at {capacity} an hour");
    }
    let turned = match analysis.capacity_per_hour.basis {
        Basis::UpperBound => Basis::LowerBound,
        Basis::LowerBound => Basis::UpperBound,
        same => same,
    };
    assert!(analysis.cycle_time_s.value.is_none() || analysis.cycle_time_s.basis == turned);
    let always_there = scenario.roles().values().all(|role| role.availability.is_all());
    if let (Some(balance), Basis::Exact, true) =
        (analysis.balance.value, analysis.balance.basis, always_there)
    {
        assert!(balance <= 1.0 + 1e-9, "nobody works more than all the time: {balance}");
    }
    for trial in &analysis.trials {
        assert!(trial.capacity_per_hour.is_finite() && trial.capacity_per_hour > 0.0);
        let lowers = matches!(trial.change, Change::OneLess(_) | Change::OneLessPlace(_));
        let rate = trial.capacity_per_hour;
        assert!(if lowers { rate <= capacity * (1.0 + 1e-9) } else { reaches(&rate) }, "{trial:?}");
    }
    if let Some(next) = &analysis.next_limit {
        assert!(next.capacity_per_hour.value.is_some_and(|rate| rate > capacity));
        assert!(next.gap_per_hour > 0.0 && !next.pools.is_empty());
        assert!(next.more_units.iter().all(|(_, units)| *units >= 1));
    }
}

/// What comes and leaves agrees with the capacity.
fn check_demand(analysis: &Analysis) {
    let demand = analysis.demand_per_hour.value;
    let output = analysis.output_per_hour.value;
    for most in [demand, analysis.capacity_per_hour.value] {
        if let (Some(output), Some(most)) = (output, most) {
            assert!(output <= most, "{output} leave of {most}");
        }
    }
    if let (Some(load), Some(growth)) = (analysis.utilisation.value, analysis.growth_per_hour.value)
    {
        assert!(load <= 1.0 + 1e-9 || growth > 0.0, "an overload grows a queue");
        assert!(growth <= 0.0 || load >= 1.0, "a queue grows at {load}");
    }
}

/// Every explanation has finite numbers, and ends in the figure that it explains.
fn check_explained(scenario: &Scenario, analysis: &Analysis) {
    let process = compile(scenario);
    let steps = || scenario.steps().iter().filter(|(_, step)| step.kind.flows());
    let mut asked = vec![
        (FigureKey::Capacity, &analysis.capacity_per_hour),
        (FigureKey::CycleTime, &analysis.cycle_time_s),
        (FigureKey::Utilisation, &analysis.utilisation),
        (FigureKey::RushOrderTime, &analysis.rush_order_time_s),
        (FigureKey::ThroughputTime, &analysis.throughput_time_s),
        (FigureKey::WorkInProcess, &analysis.wip),
        (FigureKey::LabourContent, &analysis.direct_labour_content_s),
        (FigureKey::LabourUtilisation, &analysis.direct_labour_utilisation),
        (FigureKey::Balance, &analysis.balance),
        (FigureKey::Cost, &analysis.cost_per_customer),
        (FigureKey::Profit, &analysis.profit_per_hour),
    ];
    for (id, _) in steps() {
        if let Some(figures) = analysis.steps.get(id) {
            asked.push((FigureKey::Wait(*id), &figures.wait_s));
            asked.push((FigureKey::Visits(*id), &figures.visits));
            asked.push((FigureKey::StepCapacity(*id), &figures.capacity_per_hour));
            asked.push((FigureKey::StepUtilisation(*id), &figures.utilisation));
        }
    }
    for (id, figures) in &analysis.roles {
        asked.push((FigureKey::RoleCapacity(*id), &figures.capacity_per_hour));
        asked.push((FigureKey::RoleUtilisation(*id), &figures.utilisation));
        asked.push((FigureKey::RoleWait(*id), &figures.wait_s));
        let work = explain_process(scenario, &process, analysis, FigureKey::RoleWork(*id));
        let Derivation::SumOfSteps { lines, total_s } = &work else { panic!("{work:?}") };
        let sum: f64 = lines.iter().map(|(_, seconds)| seconds).sum();
        assert!(near(sum, *total_s) && near(sum, figures.work_s), "{work:?}");
    }
    for (key, figure) in asked {
        let why = explain_process(scenario, &process, analysis, key);
        let told = format!("{why:?}");
        assert!(!told.contains("NaN") && !told.contains("inf,"), "{told}");
        let answer = match &why {
            Derivation::Missing(lacks) => {
                assert!(figure.value.is_none() || !lacks.is_empty(), "{key:?}: {told}");
                continue;
            }
            Derivation::TightestPool { lines, .. } => {
                let Some(first) = lines.first().filter(|line| line.binding) else {
                    panic!("nothing binds: {told}")
                };
                let work: f64 = first.work.iter().map(|line| line.work_s).sum();
                assert!(near(work, first.work_s), "{work} s, not {first:?}");
                first.capacity_per_hour
            }
            Derivation::OnePool(line) => {
                let work: f64 = line.work.iter().map(|line| line.work_s).sum();
                assert!(near(work, line.work_s), "{work} s, not {line:?}");
                line.capacity_per_hour
            }
            Derivation::ServersOverWork { servers, batch, visits, hold_s, capacity_per_hour } => {
                let reckoned = servers * batch / (visits * hold_s) * 3600.0;
                assert!(near(reckoned, *capacity_per_hour), "{reckoned}: {told}");
                reckoned
            }
            Derivation::HourOverCapacity { cycle_time_s, .. } => *cycle_time_s,
            Derivation::DemandOverCapacity { utilisation, .. }
            | Derivation::LabourOverPaid { utilisation, .. } => *utilisation,
            Derivation::SumOfTimes { total_s, .. }
            | Derivation::SumOfTimesAndWaits { total_s, .. }
            | Derivation::SumOfWork { total_s, .. } => *total_s,
            Derivation::Little { inside, .. } => *inside,
            Derivation::ContentOverCycle { balance, .. } => *balance,
            Derivation::PaidOverOutput { cost, .. } => *cost,
            Derivation::MarginTimesOutput { profit_per_hour, .. } => *profit_per_hour,
            Derivation::Queue { wait_s, .. } => *wait_s,
            Derivation::SumOfFlows { lines, visits } => {
                let sum: f64 = lines.iter().map(|(_, visits, share)| visits * share).sum();
                assert!((sum - visits).abs() <= 1e-6 * visits.max(1.0), "{sum}: {told}");
                *visits
            }
            Derivation::NoQueue => continue,
            other => panic!("{key:?} is not answered by {other:?}"),
        };
        let Some(value) = figure.value else { panic!("{key:?} explains nothing: {told}") };
        assert!(near(answer, value), "{key:?}: {answer}, not {value}");
    }
    crate::laws_of_experience::check_sound(scenario, analysis);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slower_by_a_factor_is_slower_by_that_factor(parts in parts(), scale in 2_u32..50) {
        let heads = [2, 1, 3];
        // A decision without a time and a fork's second are the same on either scale.
        let parts: Vec<Part> =
            parts.into_iter().filter(|part| !matches!(part.shape, Shape::Fork)).collect();
        prop_assume!(!parts.is_empty());
        let (one, many) = (analyse(&draw(&service(&parts, heads, 1))), analyse(&draw(&service(&parts, heads, scale))));
        let factor = f64::from(scale);
        prop_assert!(near(value(&one.capacity_per_hour), value(&many.capacity_per_hour) * factor));
        prop_assert!(near(value(&one.rush_order_time_s) * factor, value(&many.rush_order_time_s)));
        prop_assert!(near(value(&one.direct_labour_content_s) * factor, value(&many.direct_labour_content_s)));
        prop_assert_eq!(one.bottleneck.len(), many.bottleneck.len());
    }

    #[test]
    fn one_more_person_never_lowers_capacity(parts in parts(), which in 0_usize..3) {
        let mut heads = [1, 2, 1];
        let before = analyse(&draw(&service(&parts, heads, 1)));
        heads[which] += 1;
        let after = analyse(&draw(&service(&parts, heads, 1)));
        let (less, more) = (value(&before.capacity_per_hour), value(&after.capacity_per_hour));
        prop_assert!(more >= less * (1.0 - 1e-9));
        // The trial says so beforehand.
        let role = *before.roles.keys().nth(which).expect("three roles");
        let tried = before.trials.iter().find(|trial| trial.change == Change::OneMore(role));
        if let Some(trial) = tried {
            prop_assert!(near(trial.capacity_per_hour, more));
        }
    }

    #[test]
    fn more_demand_never_shortens_waits(parts in parts(), low in 0.05_f64..0.9, high in 0.05_f64..0.9) {
        let drawn = draw(&service(&parts, [2, 1, 3], 1));
        let capacity = value(&analyse(&drawn).capacity_per_hour);
        let (low, high) = (low.min(high), low.max(high));
        let at = |load: f64| analyse(&with_demand(drawn.clone(), capacity * load));
        let (quiet, busy) = (at(low), at(high));
        // Behind others even the true wait may fall, as busy pools send customers on more evenly: the
        // law is one of what is exact or states a band.
        let promised = |wait: &Figure| {
            wait.value.filter(|_| wait.basis == Basis::Exact || wait.basis.band().is_some())
        };
        for (a, b) in quiet.steps.values().zip(busy.steps.values()) {
            if let (Some(a), Some(b)) = (promised(&a.wait_s), promised(&b.wait_s)) {
                prop_assert!(a <= b * (1.0 + 1e-9) + 1e-9, "{a} s at {low}, {b} s at {high}");
            }
        }
        // Little's law binds the three figures.
        if let (Some(inside), Some(seconds)) = (busy.wip.value, busy.throughput_time_s.value) {
            prop_assert!(near(inside, value(&busy.output_per_hour) * seconds / 3600.0));
        }
        check_sound(&drawn, &busy);
    }

    #[test]
    fn everybody_who_comes_leaves(parts in parts()) {
        let drawn = draw(&service(&parts, [1, 1, 1], 1));
        let process = compile(&drawn);
        // Forks copy a customer and joins undo it, so that one leaves for each that comes.
        let left: f64 = process.arcs.iter().filter(|arc| arc.to.is_none()).map(|arc| {
            let from = arc.from.and_then(|from| process.moments[from].visits);
            from.unwrap_or(f64::NAN) * arc.share.unwrap_or(f64::NAN)
        }).sum();
        prop_assert!(near(left, 1.0), "{left}");
    }

    #[test]
    fn the_order_of_rows_changes_nothing(parts in parts(), turn in 0_usize..20) {
        let text = service(&parts, [2, 1, 3], 1);
        let before = analyse(&draw(&text.replace("P0:", "P0: enter 100 %,")));
        let mut rows: Vec<&str> = text.lines().collect();
        let steps = &mut rows[3..];
        let count = steps.len();
        steps.rotate_left(turn % count);
        let turned = rows.join("\n").replace("P0:", "P0: enter 100 %,");
        let after = analyse(&draw(&turned));
        prop_assert!(near(value(&before.capacity_per_hour), value(&after.capacity_per_hour)));
        prop_assert!(near(value(&before.rush_order_time_s), value(&after.rush_order_time_s)));
        prop_assert_eq!(before.bottleneck.len(), after.bottleneck.len());
        prop_assert_eq!(before.problems.len(), after.problems.len());
    }
}

/// Everything that is computed, put on paper and written of a scenario, as text.
fn told(scenario: &Scenario) -> String {
    let mut blueprint = Blueprint::empty("", "");
    let id = blueprint.baseline().id();
    let put = blueprint.edit(id, |slot, _| {
        *slot = scenario.clone();
        Ok(())
    });
    assert_eq!(put, Ok(()));
    let geometry = SheetGeometry::of(scenario);
    let mut routes = Routes::default();
    routes.update(scenario, &geometry);
    format!("{:?}\n{:?}\n{routes:?}\n{}", analyse(scenario), geometry, encode(&blueprint))
}

#[test]
fn labels_of_links_change_no_figure() {
    let all = onstage::storage::samples().iter().chain(onstage::storage::templates());
    let mut labelled = 0;
    for sample in all {
        let blueprint = sample.open().expect("a sound sample");
        for scenario in blueprint.scenarios() {
            let mut bare = Scenario::clone(scenario);
            let links: Vec<_> =
                bare.links().iter().map(|(id, link)| (*id, link.label.clone())).collect();
            for (id, label) in links {
                labelled += usize::from(!label.is_empty());
                bare.set_label(id, "").expect("no label");
            }
            let figures = |scenario: &Scenario| format!("{:?}", analyse(scenario));
            assert_eq!(figures(scenario), figures(&bare), "{}", sample.key);
        }
    }
    assert!(labelled > 10, "the templates have decisions that are answered: {labelled}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, ..ProptestConfig::default() })]

    #[test]
    fn the_same_blueprint_gives_the_same_answer_to_the_letter(parts in parts()) {
        let text = service(&parts, [2, 1, 3], 1);
        // Drawn anew, so that no table or cache is shared.
        prop_assert_eq!(told(&draw(&text)), told(&draw(&text)));
    }

    #[test]
    fn the_order_of_roles_changes_no_figure(parts in parts(), turn in 1_usize..3) {
        let text = service(&parts, [2, 1, 3], 1);
        let mut rows: Vec<&str> = text.lines().collect();
        rows[..3].rotate_left(turn);
        let (before, after) = (draw(&text), draw(&rows.join("\n")));
        let (one, other) = (analyse(&before), analyse(&after));
        prop_assert!(near(value(&one.capacity_per_hour), value(&other.capacity_per_hour)));
        prop_assert!(near(value(&one.rush_order_time_s), value(&other.rush_order_time_s)));
        for (id, role) in before.roles() {
            let figures = one.roles.get(id);
            let moved = other.roles.get(&crate::draw::role(&after, &role.name));
            prop_assert_eq!(figures.map(|figures| figures.bottleneck), moved.map(|moved| moved.bottleneck));
            let (a, b) = (figures.map_or(0.0, |f| f.work_s), moved.map_or(0.0, |f| f.work_s));
            prop_assert!(near(a, b), "{}: {a} s, {b} s", role.name);
        }
    }
}

/// Anything that can be drawn: random cards, links of every kind, values missing or extreme.
fn anything() -> impl Strategy<Value = String> {
    let time = prop_oneof![
        Just(String::new()),
        Just("0 s,".to_owned()),
        Just("1e12 h,".to_owned()),
        Just("1e-9 s,".to_owned()),
        Just("exp 60 s,".to_owned()),
        Just("2 ± 3 min,".to_owned()),
        Just("1 min, scv 1e6,".to_owned()),
        Just("1e-300 s,".to_owned()),
        Just("45 ± 10 s,".to_owned()),
        Just("exp 1e9 h,".to_owned()),
    ];
    let extra = prop_oneof![
        4 => Just(""),
        1 => Just("decision,"),
        1 => Just("customer, wait 1 min,"),
        1 => Just("wait 1e-9 s,"),
        1 => Just("customer,"),
        1 => Just("places 1,"),
        1 => Just("places unlimited,"),
        1 => Just("batch 12, setup 1 min,"),
        1 => Just("by A,"),
        1 => Just("by A | B,"),
        1 => Just("by 2 B + keep C,"),
        1 => Just("by C + A | C,"),
        1 => Just("by keep A,"),
        1 => Just("by keep A | B + C,"),
        1 => Just("by D1 | D2 | D3,"),
        1 => Just("by 2 D3 | D4 | D5 | D6,"),
        1 => Just("by D6 | D7 | D8 | D9 | A,"),
        1 => Just("by D9 | D10 | D11 | D12 + D13 | D14 | D1,"),
        1 => Just("by D2 | D5 | D13,"),
        1 => Just("enter 50 %,"),
        1 => Just("join,"),
        1 => Just("merge,"),
        1 => Just("evidence,"),
        1 => Just("backstage, value waste,"),
        1 => Just("support, value adding, cost 1e12,"),
    ];
    let card = (time, extra.clone(), extra);
    let link = (0_usize..12, 0_usize..13, 0_u8..5, 0_u32..=100);
    let cards = prop::collection::vec(card, 1..12);
    let links = prop::collection::vec(link, 0..24);
    let heads = (0_u32..4, 0_u32..4, prop_oneof![Just(1_u32), Just(1_000_000)], 0_u32..=100);
    let demand = prop_oneof![
        Just(""),
        Just("demand 0 price 5"),
        Just("demand 1e-9"),
        Just("demand 54 gap 4 price 5 overhead 7"),
        Just("demand 0.01 gap 0"),
        Just("demand 9 gap 0.3"),
        Just("demand 1 gap 1e-15"),
        Just("demand 9 gap 1e9"),
        Just("demand 1e12 price 1e12"),
    ];
    (cards, links, heads, demand).prop_map(|(cards, links, (a, b, c, at), demand)| {
        let mut text =
            format!("role A x{a} $5\nrole B x{b} at {at}\nrole C x{c} equipment\n{demand}\n");
        for role in 1..15 {
            let _ = writeln!(
                text,
                "role D{role} x{} at {}",
                (role + a) % 4,
                [100, 50, 1, 0][role as usize % 4]
            );
        }
        let count = cards.len();
        for (at, (time, one, two)) in cards.iter().enumerate() {
            let mut next = Vec::new();
            let (mut with, mut trigger) = (Vec::new(), Vec::new());
            for (from, to, kind, share) in links.iter().filter(|(from, ..)| from % count == at) {
                let name = if *to == 12 { "end".to_owned() } else { format!("S{}", to % count) };
                let to_itself = *to != 12 && to % count == from % count;
                match kind {
                    0 if !to_itself && *to != 12 => with.push(name),
                    1 if !to_itself && *to != 12 => trigger.push(name),
                    2 | 3 => next.push(format!("{name} {share} %")),
                    _ => next.push(name),
                }
            }
            let _ = writeln!(
                text,
                "S{at}: {time} {one} {two} next {}, with {}, trigger {}",
                next.join(";"),
                with.join(";"),
                trigger.join(";")
            );
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_can_be_drawn_upsets_the_figures(text in anything()) {
        let drawn = crate::draw::draw_what_is_allowed(&text);
        check_sound(&drawn, &analyse(&drawn));
        check_moments(&drawn);
    }
}

/// Every action and decision is in one moment, what takes no part in the flow in none.
fn check_moments(scenario: &Scenario) {
    let process = compile(scenario);
    let activities = || process.moments.iter().flat_map(|moment| &moment.activities);
    for (id, step) in scenario.steps() {
        let times = activities().filter(|activity| activity.step == *id).count();
        assert_eq!(times, usize::from(step.kind.flows()), "{}", step.name);
        assert_eq!(process.moment_of(*id).is_some(), step.kind.flows(), "{}", step.name);
    }
}

/// Forks and decisions inside each other, with the rest of a nesting in one branch of each, or in
/// both; with rework and kept units around.
fn nested(shapes: &[u8]) -> String {
    let mut text = String::from("role A x2\nrole B x1\nrole C x3\ndemand 0.01\n");
    let last = shapes.len();
    for (at, shape) in shapes.iter().enumerate() {
        let inner = at + 1;
        let _ = match shape {
            0 => writeln!(
                text,
                "I{at}: exp 5 s, by A | B, next L{at}; I{inner}
                 L{at}: 3 s, by B, next O{at}
                 O{at}: 0 s, join, next {}",
                outer(at)
            ),
            1 => writeln!(
                text,
                "I{at}: decision, next L{at} 40 %; I{inner}
                 L{at}: 3 s, by keep C, next O{at}
                 O{at}: 2 s, by C, next {}",
                outer(at)
            ),
            2 => writeln!(
                text,
                "I{at}: 1 s, by keep A, next I{inner}
                 O{at}: decision, 2 s, by A, next I{at} 30 %; {}",
                outer(at)
            ),
            _ => writeln!(
                text,
                "I{at}: 4 s, by B | C, trigger T{at}, next I{inner}
                 T{at}: decision, 1 s, by C, next T{at} 50 %; end
                 O{at}: 1 s, places 2, next {}",
                outer(at)
            ),
        };
    }
    let _ = writeln!(text, "I{last}: 6 s, by A, next {}", outer(last));
    text
}

fn outer(at: usize) -> String {
    if at == 0 { "end".to_owned() } else { format!("O{}", at - 1) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deep_nesting_upsets_nothing(shapes in prop::collection::vec(0_u8..4, 1..40)) {
        let drawn = draw(&nested(&shapes));
        let analysis = analyse(&drawn);
        prop_assert!(analysis.capacity_per_hour.value.is_some(), "{:?}", analysis.capacity_per_hour.lacks);
        check_sound(&drawn, &analysis);
    }
}
