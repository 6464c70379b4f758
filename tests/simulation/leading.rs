//! What is shown where formula and simulation both say something.

use onstage::analysis::{Analysis, Basis, FigureKey, Lack, analyse};
use onstage::blueprint::{Quantity, Role, Scenario};
use onstage::process::{ProblemCode, compile};
use onstage::simulation::{
    Believe, Estimate, LongRun, Loss, Order, SideBySide, Subject, leading, printed_analysis,
    side_by_side,
};
use onstage::wording::{Language, Wording};

use crate::draw::{draw, step};
use crate::running::long_run;

fn shown(scenario: &Scenario, rounds: u32) -> (Analysis, Analysis, LongRun, Vec<SideBySide>) {
    let (process, analysis) = (compile(scenario), analyse(scenario));
    let found = long_run(scenario, Order::FirstCome, rounds);
    let of = (scenario, &process, &analysis);
    (
        leading(of, &found, None),
        analysis.clone(),
        found.clone(),
        side_by_side(of, &found, None, &[]),
    )
}

#[test]
fn exact_figures_stay_and_the_others_are_simulated() {
    let scenario = draw(
        "role Clerk x1
         role Cook x2
         demand 40/h
         Greet: 60 s, scv 1, wait 2 min, by Clerk
         Cook: 150 s, scv 0.5, wait 1 min, by Cook",
    );
    let (shown, formulas, found, rows) = shown(&scenario, 4);
    assert!(found.settled);
    let (greet, cook) = (step(&scenario, "Greet"), step(&scenario, "Cook"));
    assert_eq!(shown.steps[&greet], formulas.steps[&greet], "M/M/1 is exact");
    assert_eq!(shown.capacity_per_hour, formulas.capacity_per_hour);
    assert_eq!(shown.output_per_hour, formulas.output_per_hour);
    assert_ne!(formulas.steps[&cook].wait_s.basis, Basis::Exact);
    let estimate = found.moments[1].wait_s.expect("a wait");
    let wait = &shown.steps[&cook].wait_s;
    assert_eq!(wait.value, Some(estimate.mean));
    assert_eq!(wait.basis, Basis::Simulated { half_width: estimate.half_width });
    let whole = [&shown.throughput_time_s, &shown.wip, &shown.steps[&cook].within_acceptable];
    assert!(whole.iter().all(|figure| figure.basis.half_width().is_some()), "{whole:?}");
    // What follows from the time follows from the one that is shown.
    let (time, half) =
        (shown.throughput_time_s.value.expect("a time"), shown.throughput_time_s.basis);
    let half = half.half_width().expect("an interval");
    let share = &shown.experience.waiting_share;
    assert!((share.value.expect("a share") - (1.0 - 210.0 / time)).abs() < 1e-12);
    let of_share = share.basis.half_width().expect("an interval");
    assert!((of_share - 210.0 / time / time * half).abs() < 1e-12);
    let believe = |subject| rows.iter().find(|row| row.subject == subject).map(|row| row.believe);
    assert_eq!(believe(Subject::Wait(greet)), Some(Believe::Either));
    assert_eq!(believe(Subject::Wait(cook)), Some(Believe::Simulation));
    assert_eq!(believe(Subject::WithinAcceptable(cook)), Some(Believe::Simulation));
    assert_eq!(believe(Subject::ThroughputTime), Some(Believe::Simulation));
}

/// What is wrong with what is shown, in English.
fn said(shown: &Analysis, scenario: &Scenario) -> Vec<String> {
    let words = Wording::new(Language::English);
    shown.problems.iter().map(|problem| words.problem(problem, scenario).message).collect()
}

#[test]
fn circles_of_waits_are_told_in_the_long_run() {
    let scenario = draw(
        "role Anna x1
         role Ben x1
         demand 6/h
         Split: decision, 0 s, next P 50 %; Q 50 %
         P: 3 min, scv 1, by keep Anna, next Then Ben
         Then Ben: 3 min, by keep Ben, next end
         Q: 3 min, scv 1, by keep Ben, next Then Anna
         Then Anna: 3 min, by keep Anna, next end",
    );
    let (shown, _, found, rows) = shown(&scenario, 3);
    assert!(found.settled);
    let lost = found.unserved_per_hour.expect("known").mean;
    let served = found.output_per_hour.expect("known").mean;
    assert!(lost > 0.5 && (lost + served - 6.0).abs() < 0.2, "{lost} {served}");
    let told = "at Then Ben and Then Anna they waited for each other, each keeping what another waited for";
    let said = said(&shown, &scenario);
    assert!(said.iter().any(|it| it.ends_with(told) && it.contains(" /h")), "{said:?}");
    assert!(rows.iter().any(|row| row.subject == Subject::Lost(Loss::Unserved)));
}

#[test]
fn where_customers_leave_nothing_grows_and_nobody_is_overloaded() {
    let scenario = draw(
        "role Clerk x1
         demand 90/h
         Serve: 60 s, scv 1, wait 10 s, by Clerk, patience exp 60 s",
    );
    let mut scenario = scenario;
    let (id, clerk) = scenario.roles().first().expect("a clerk");
    let (id, mut clerk) = (*id, Role::clone(clerk));
    clerk.cost_per_hour = Quantity::new(20.0).ok();
    scenario.set_role(id, clerk).expect("there");
    let (shown, formulas, found, _) = shown(&scenario, 4);
    assert!(found.settled);
    // An hour of the clerk is paid by those who were served.
    // Who is lost is known better than who goes out: the rest is served.
    let lost = found.gave_up_per_hour.expect("known");
    let output = 90.0 - lost.mean;
    assert_eq!(shown.output_per_hour.value, Some(output));
    let counted = found.output_per_hour.expect("known");
    assert!((counted.mean - output).abs() < counted.half_width + lost.half_width);
    let cost = &shown.cost_per_customer;
    assert!((cost.value.expect("known") - 20.0 / output).abs() < 1e-12);
    let half = cost.basis.half_width().expect("simulated");
    assert!((half - 20.0 / output / output * lost.half_width).abs() < 1e-12);
    // Formulas call nothing exact of a service that people leave.
    assert_eq!(formulas.output_per_hour.basis, Basis::UpperBound);
    assert_ne!(formulas.cost_per_customer.basis, Basis::Exact);
    assert!(formulas.growth_per_hour.value.is_some_and(|growth| growth > 0.0));
    assert_eq!(shown.growth_per_hour.value, Some(0.0));
    let said = said(&shown, &scenario);
    assert!(said.iter().any(|it| it.starts_with("Customers wait too long at Serve")), "{said:?}");
    // The wait is that of the simulation: half a minute, where ten seconds are accepted.
    let overloaded = |analysis: &Analysis| {
        analysis.problems.iter().any(|problem| problem.code == ProblemCode::OverloadedRole)
    };
    assert!(overloaded(&formulas) && !overloaded(&shown));
    let broken = shown.problems.iter().find(|it| it.code == ProblemCode::ToleranceBroken);
    let wait = found.moments[0].wait_s.expect("known").mean;
    let over = broken.and_then(|problem| problem.amount).expect("too long");
    assert!((over - (wait - 10.0)).abs() < 1e-9, "{over} {wait}");
}

#[test]
fn before_it_has_settled_the_formulas_stand() {
    // The line grows by ten an hour, and no formula says how long who comes waits.
    let scenario = draw("role Clerk x1\n demand 70/h\n Greet: 60 s, scv 1, by Clerk");
    let (shown, formulas, found, rows) = shown(&scenario, 3);
    assert!(!found.settled);
    assert_eq!(shown, formulas);
    for row in &rows {
        let is_known = row.formula.value.is_some();
        let believe = if is_known { Believe::Formula } else { Believe::NothingYet };
        assert_eq!(row.believe, believe, "{row:?}");
    }
    assert!(rows.iter().any(|row| row.believe == Believe::NothingYet), "{rows:?}");
}

#[test]
fn where_no_wait_is_called_acceptable_nobody_says_how_many_are() {
    let scenario = draw("role Cook x2\n demand 40/h\n Cook: 150 s, scv 0.5, by Cook");
    let (shown, ..) = shown(&scenario, 3);
    let cook = step(&scenario, "Cook");
    assert_eq!(shown.steps[&cook].within_acceptable.lacks, [Lack::Target]);
}

#[test]
fn a_card_that_stands_for_a_wait_keeps_what_its_formula_says() {
    let scenario = draw(
        "role Cook x2
         demand 40/h
         Waits: customer, wait 5 min
         Cook: 150 s, scv 0.5, by Cook",
    );
    let (shown, formulas, found, rows) = shown(&scenario, 4);
    assert!(found.settled);
    let waits = step(&scenario, "Waits");
    assert_eq!(shown.steps[&waits].within_acceptable, formulas.steps[&waits].within_acceptable);
    assert!(rows.iter().all(|row| row.subject.key() != Some(FigureKey::Wait(waits))));
}

#[test]
fn what_formulas_know_nothing_of_is_no_contradiction() {
    use onstage::blueprint::SimulationRules;
    let mut scenario = draw(
        "role Clerk x1
         demand 50/h
         First: 30 s, scv 1, by Clerk
         Last: 30 s, scv 1, by Clerk",
    );
    assert!(onstage::simulation::beyond_formulas(&scenario, &compile(&scenario)).is_empty());
    let rules = SimulationRules { order: Order::LongestInside, ..SimulationRules::default() };
    scenario.set_simulation_rules(rules);
    assert!(!onstage::simulation::beyond_formulas(&scenario, &compile(&scenario)).is_empty());
    assert_eq!(Believe::Neither.beyond_formulas(true), Believe::Simulation);
    assert_eq!(Believe::Neither.beyond_formulas(false), Believe::Neither);
    assert_eq!(Believe::Either.beyond_formulas(true), Believe::Either);
}

/// Three teams of two of three people, one after another: by units alone one customer each two hours, of which two
/// in three are attained.
fn teams(per_hour: &str) -> Scenario {
    draw(&format!(
        "role A x1
         role B x1
         role C x1
         demand {per_hour}/h
         One: 1 h, scv 1, by A + B
         Two: 1 h, scv 1, by B + C
         Three: 1 h, scv 1, by A + C"
    ))
}

#[test]
fn more_than_is_attained_lets_the_line_grow_though_the_bound_allows_it() {
    let scenario = teams("0.4");
    let printed = printed_analysis(&scenario);
    assert_eq!(printed.capacity_per_hour.basis, Basis::UpperBound);
    let attained = printed.attained_capacity_per_hour.value.expect("attained");
    assert!((attained - 1.0 / 3.0).abs() < 0.02, "{attained}");
    let growth = printed.growth_per_hour.value.expect("grows");
    assert!((growth - (0.4 - attained)).abs() < 1e-9, "{growth}");
    assert!(printed.problems.iter().any(|it| it.code == ProblemCode::DemandNotAttained));
    // The rows say nothing of a line that would settle.
    let (process, formulas) = (compile(&scenario), analyse(&scenario));
    let found = long_run(&scenario, Order::FirstCome, 3);
    let estimate = Estimate { mean: attained, half_width: 0.01 };
    let rows = side_by_side((&scenario, &process, &formulas), &found, Some(estimate), &[]);
    assert!(rows.iter().all(|row| row.believe != Believe::Formula), "{rows:?}");
}

#[test]
fn less_than_is_attained_holds() {
    let scenario = teams("0.2");
    let printed = printed_analysis(&scenario);
    assert!(printed.attained_capacity_per_hour.value.is_some());
    assert!(printed.problems.iter().all(|it| it.code != ProblemCode::DemandNotAttained));
    assert!(printed.growth_per_hour.value.is_none_or(|growth| growth <= 0.0));
    // Where formulas know the capacity, nothing is looked for.
    let clerk = draw("role Clerk x1\n demand 40/h\n Serve: 60 s, scv 1, by Clerk");
    assert_eq!(printed_analysis(&clerk).attained_capacity_per_hour.value, None);
}

#[test]
fn a_loss_is_named_by_the_step_that_somebody_is_needed_for() {
    // What the customer does in the same moment is drawn first.
    let scenario = draw(
        "role Doctor x1
         demand 9/h
         Tells: customer, 2 min
         Consult: 6 min, scv 1, by Doctor, with Tells, patience exp 5 min",
    );
    let (shown, _, found, _) = shown(&scenario, 3);
    assert!(found.gave_up_per_hour.is_some_and(|it| it.mean > 0.0));
    // The typical visit is that of somebody who is served.
    let at = scenario.steps().get_index_of(&step(&scenario, "Consult")).expect("a step");
    let moment = compile(&scenario).moment_of(step(&scenario, "Consult")).expect("a moment");
    let served = found.moments[moment].wait_served_s.expect("known").mean;
    let figures = shown.steps.get_index(at).expect("figures").1;
    assert_eq!(figures.wait_served_s, Some(served));
    assert!(figures.wait_s.value.is_some_and(|all| (all - served).abs() > 1.0), "{figures:?}");
    let visit = onstage::analysis::visit(&scenario, &compile(&scenario), &shown);
    let whole = shown.throughput_time_s.value.expect("known");
    assert!((visit.total_s - whole).abs() < 0.05 * whole, "{} {whole}", visit.total_s);
    let said = said(&shown, &scenario);
    let at = "Customers wait too long at Consult";
    assert!(said.iter().any(|it| it.starts_with(at)), "{said:?}");
}

#[test]
fn behind_a_bottleneck_the_simulation_sees_that_less_is_to_be_done() {
    // Sixty of ninety an hour come through to the second: half of its time, not three quarters.
    let scenario = draw(
        "role First x1
         role Second x1
         demand 90/h
         Take: 60 s, scv 1, by First
         Give: 30 s, scv 1, by Second",
    );
    let (_, _, found, rows) = shown(&scenario, 4);
    assert!(!found.settled);
    let row = |name: &str| {
        let busy = Subject::Busy(crate::draw::role(&scenario, name));
        rows.iter().find(|row| row.subject == busy).expect("a row")
    };
    assert_eq!(row("First").believe, Believe::Formula);
    let second = row("Second");
    assert_eq!(second.believe, Believe::Simulation, "{second:?}");
    assert!(second.simulated.value.is_some_and(|busy| (busy - 0.5).abs() < 0.03), "{second:?}");
}

#[test]
fn a_full_place_within_the_service_lets_lines_grow() {
    // One place between two servers attains 45 an hour, where units alone would do 60.
    let scenario = draw(
        "role A x1
         role B x1
         demand 50/h
         First: 60 s, scv 1, by A
         Between: customer, wait 5 min, places 1
         Second: 60 s, scv 1, by B",
    );
    let process = compile(&scenario);
    assert!(!onstage::simulation::can_lose(&scenario, &process));
    let printed = printed_analysis(&scenario);
    let attained = printed.attained_capacity_per_hour.value.expect("attained");
    assert!((attained - 45.0).abs() < 1.5, "{attained}");
    assert!(printed.problems.iter().any(|it| it.code == ProblemCode::DemandNotAttained));
    // A line that grows has no mean time.
    assert_eq!(printed.throughput_time_s.value, None);
}

#[test]
fn where_customers_give_up_the_staff_is_as_busy_as_was_seen() {
    let scenario =
        draw("role Clerk x2\n demand 9/h\n Serve: 15 min, scv 1, by Clerk, patience exp 8 min");
    let (shown, formulas, found, _) = shown(&scenario, 4);
    assert_ne!(formulas.direct_labour_utilisation.basis, Basis::Exact);
    let busy = shown.direct_labour_utilisation.value.expect("known");
    let seen = found.utilisation[0].expect("known").mean;
    assert!((busy - seen).abs() < 1e-9, "{busy} {seen}");
    assert!(busy < 0.8, "{busy}");
}

#[test]
fn how_busy_a_role_is_follows_from_its_work_where_several_are_needed_at_once() {
    let scenario = draw(
        "role Nurse x3
         demand 48/h
         Lift: 60 s, scv 1, by 2 Nurse",
    );
    let (shown, formulas, found, rows) = shown(&scenario, 6);
    assert!(found.settled);
    let nurse = *scenario.roles().keys().next().expect("a role");
    // Two at a time serve one at a time: 48 of 60 an hour, with two of three at work.
    let used = &formulas.roles[&nurse].utilisation;
    assert_eq!(used.value, Some(0.8));
    let row = rows.iter().find(|row| row.subject == Subject::Busy(nurse)).expect("a row");
    let busy = row.formula.value.expect("known");
    assert!((busy - 1.6 / 3.0).abs() < 1e-9, "{busy}");
    assert!(matches!(row.formula.basis, Basis::Exact | Basis::UpperBound));
    assert!(matches!(row.believe, Believe::Either | Believe::Simulation), "{:?}", row.believe);
    let found = row.simulated.value.expect("simulated");
    assert!((found - busy).abs() < 0.02, "{found}");
    assert_eq!(shown.roles[&nurse].utilisation, *used, "what is left of its capacity is no more");
}

#[test]
fn of_roles_that_share_work_no_formula_says_exactly_how_busy_each_is() {
    for drawn in [
        "role X x2\nrole Y x1\ndemand 60/h\nA: 60 s, scv 1, by X | Y\nB: 30 s, scv 1, by Y",
        "role X x1\nrole Y x1\ndemand 60/h\nA: 60 s, scv 1, by X | Y",
    ] {
        let (_, _, found, rows) = shown(&draw(drawn), 5);
        assert!(found.settled);
        let busy = rows.iter().filter(|row| matches!(row.subject, Subject::Busy(_)));
        for row in busy {
            assert_eq!(row.formula.basis, Basis::APPROXIMATE, "{drawn}");
            assert_eq!(row.believe, Believe::Simulation, "{drawn}");
        }
    }
}
