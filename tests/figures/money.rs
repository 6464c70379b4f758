//! What a customer leaves: the profit of the execution, the margin, and what the price goes to.

use onstage::analysis::{
    Basis, BoundReason, CostStructure, Derivation, Figure, FigureKey, Lack, ProfitMarkKind,
    ProfitRule, analyse, bound_reason, cost_structure, explain, profit_curve,
};
use onstage::blueprint::Scenario;
use onstage::process::compile;
use onstage::storage::samples;

use crate::draw::{draw, step, with_demand};

fn is(figure: &Figure, expected: f64) {
    let value = figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks));
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value}, not {expected}");
}

/// The corner shoeshine of Shostack 1984, everything stretched so many times.
fn shoeshine(stretch: f64) -> Scenario {
    draw(&format!(
        "role Shoeshiner x1 $6
         demand 20 price 0.5
         Brush: {} s, by Shoeshiner
         Polish: {} s, by Shoeshiner, cost 0.03
         Buff: {} s, by Shoeshiner, cost 0.09
         Collect: {} s, by Shoeshiner, next end",
        30.0 * stretch,
        30.0 * stretch,
        45.0 * stretch,
        15.0 * stretch
    ))
}

#[test]
fn a_shoeshine_leaves_less_the_longer_it_takes() {
    // Shostack 1984: 18 cents at 2 minutes, 8 at 3, and a loss of 2 at 4.
    for (minutes, profit) in [(2.0, 0.18), (3.0, 0.08), (4.0, -0.02)] {
        let analysis = analyse(&shoeshine(minutes / 2.0));
        is(&analysis.money.execution_profit_per_customer, profit);
        is(&analysis.money.material_per_customer, 0.12);
        is(&analysis.money.delay_cost_per_minute, 0.1);
        // Derived: (50 − 12) ÷ 10 cents = 3.8 minutes, wherever one starts from.
        is(&analysis.money.break_even_time_s, 228.0);
    }
}

#[test]
fn the_sample_is_the_shoeshine_of_the_literature() {
    let sample = samples().iter().find(|sample| sample.key == "corner-shoeshine").unwrap();
    let blueprint = sample.open().unwrap();
    let scenario = blueprint.baseline();
    let analysis = analyse(scenario);
    is(&analysis.money.execution_profit_per_customer, 0.18);
    is(&analysis.money.break_even_time_s, 228.0);
    is(&analysis.money.delay_cost_per_minute, 0.1);
    is(&analysis.rush_order_time_s, 120.0);
    let curve = profit_curve(scenario, &analysis, ProfitRule::WorkOnly).unwrap();
    let at = |kind| {
        let mark = curve.marks.iter().find(|mark| mark.kind == kind).unwrap();
        (mark.point.execution_s.round(), (mark.point.profit * 1e9).round() / 1e9)
    };
    assert_eq!(at(ProfitMarkKind::Standard), (120.0, 0.18));
    assert_eq!(at(ProfitMarkKind::Present), (120.0, 0.18));
    assert_eq!(at(ProfitMarkKind::BreakEven), (228.0, 0.0));
    assert_eq!(at(ProfitMarkKind::Acceptable), (300.0, -0.12));
    let fail = scenario.steps().values().find_map(|step| step.fail.as_ref()).unwrap();
    assert!(fail.what.contains("colour of wax") && fail.has_recovery());
}

#[test]
fn the_curve_crosses_zero_where_it_breaks_even() {
    let drawn = shoeshine(1.0);
    let analysis = analyse(&drawn);
    let curve = profit_curve(&drawn, &analysis, ProfitRule::WorkOnly).unwrap();
    let [first, last] = curve.ends;
    assert!(first.execution_s.abs() < 1e-9);
    assert!((first.profit - 0.38).abs() < 1e-9);
    // Where the straight line between its ends is at zero.
    let zero = first.profit / (first.profit - last.profit) * last.execution_s;
    is(&analysis.money.break_even_time_s, zero);
    assert!(last.profit < 0.0 && last.execution_s > zero);
    // No step states a standard or acceptable time.
    let kinds: Vec<_> = curve.marks.iter().map(|mark| mark.kind).collect();
    assert_eq!(kinds, [ProfitMarkKind::Present, ProfitMarkKind::BreakEven]);
}

#[test]
fn without_a_way_to_break_even_the_figure_says_why() {
    let money = |text: &str| analyse(&draw(text)).money;
    let free = money("demand 20 price 5\nA: 1 min, places 1, next end");
    assert_eq!(free.break_even_time_s.lacks, [Lack::BusyCost]);
    is(&free.execution_profit_per_customer, 5.0);
    let dear = "role X x1 $6\ndemand 20 price 1\nA: 1 min, by X, cost 2, next end";
    assert_eq!(money(dear).break_even_time_s.lacks, [Lack::PriceAboveMaterial]);
    is(&money(dear).execution_profit_per_customer, -1.1);
    let unpriced = "role X x1 $6\nA: 1 min, by X, next end";
    assert_eq!(money(unpriced).break_even_time_s.lacks, [Lack::Price]);
    is(&money(unpriced).busy_cost_per_customer, 0.1);
    let drawn = draw("role X x1\ndemand 20 price 5\nA: 1 min, by X, next end");
    let unpaid = analyse(&drawn);
    let rate = Lack::Rate(crate::draw::role(&drawn, "X"));
    assert_eq!(unpaid.money.busy_cost_per_customer.lacks, [rate]);
    assert_eq!(unpaid.money.margin_per_customer.lacks, [rate]);
    assert_eq!(unpaid.steps[0].delay_cost_per_minute.lacks, [rate]);
    for rule in [ProfitRule::PaidTime, ProfitRule::WorkOnly] {
        assert_eq!(profit_curve(&drawn, &unpaid, rule), Err(vec![rate]));
    }
    // Equipment without a rate is free.
    let machine = "role M x1 equipment\ndemand 20 price 5\nA: 1 min, by M, next end";
    is(&money(machine).busy_cost_per_customer, 0.0);
    // Triggered work alone does not make the customer's way any longer.
    let later = "role X x1 $6\ndemand 20 price 5\nA: 0 s, trigger B, next end\nB: 1 min, by X";
    assert_eq!(money(later).break_even_time_s.lacks, [Lack::Method]);
}

#[test]
fn a_minute_more_costs_the_rates_of_those_who_are_there() {
    let drawn = draw(
        "role Nurse x3 $18
         role Doctor x2 $60
         role Bed x4 equipment
         demand 1 price 5
         Lift: 6 min, by 2 Nurse + Bed
         Talk: 6 min, by Nurse | Doctor, next end",
    );
    let analysis = analyse(&drawn);
    let of = |name| &analysis.steps[&step(&drawn, name)].delay_cost_per_minute;
    is(of("Lift"), 0.6);
    // Derived: 3 of 5 who can do it are nurses: (3 × 18 + 2 × 60) ÷ 5 = 34.8 an hour.
    is(of("Talk"), 34.8 / 60.0);
    assert_eq!(of("Lift").basis, Basis::Exact);
    assert_eq!(of("Talk").basis, Basis::APPROXIMATE);
    let key = FigureKey::StepDelayCost(step(&drawn, "Lift"));
    let Derivation::SumOfRates { lines, .. } = explain(&drawn, &analysis, key) else {
        panic!("the rates are known")
    };
    assert_eq!(lines, [(vec![crate::draw::role(&drawn, "Nurse")], 2, 18.0)]);
    is(&analysis.money.busy_cost_per_customer, 0.1 * 36.0 + 0.1 * 34.8);
}

#[test]
fn whoever_stays_with_the_customer_also_costs_the_waits() {
    let drawn = draw(
        "role Nurse x2 $30
         role Doctor x1 $60
         demand 1 price 50
         Fetch: 2 min, by keep Nurse
         Talk: 6 min, by Doctor
         Lead out: 1 min, by Nurse, next end",
    );
    let analysis = analyse(&drawn);
    // Derived: 9 minutes of a nurse at 0.50 and 6 of a doctor at 1, waits not counted.
    let busy = &analysis.money.busy_cost_per_customer;
    is(busy, 10.5);
    assert_eq!(busy.basis, Basis::LowerBound);
    assert_eq!(analysis.money.break_even_time_s.basis, Basis::UpperBound);
    assert_eq!(analysis.money.execution_profit_per_customer.basis, Basis::UpperBound);
    for key in [FigureKey::BusyCost, FigureKey::ExecutionProfit, FigureKey::BreakEvenTime] {
        assert_eq!(bound_reason(&drawn, &analysis, key), Some(BoundReason::Kept), "{key:?}");
    }
}

#[test]
fn full_load_shares_the_hour_among_more() {
    // Xootr: three workers at 12 an hour, 4.615385 an hour at most, 7.80 each then.
    let line = draw(
        "role A x1 $12
         role B x1 $12
         role C x1 $12
         demand 3 price 10
         One: 13 min, by A
         Two: 11 min, by B
         Three: 8 min, by C, next end",
    );
    let analysis = analyse(&line);
    is(&analysis.cost_per_customer, 12.0);
    is(&analysis.money.margin_per_customer, -2.0);
    is(&analysis.profit_per_hour, -6.0);
    is(&analysis.money.profit_at_capacity_per_hour, (10.0 - 7.8) * 60.0 / 13.0);
    let key = FigureKey::ProfitAtCapacity;
    let Derivation::MarginTimesOutput { cost, .. } = explain(&line, &analysis, key) else {
        panic!("the profit is known")
    };
    assert!((cost - 7.8).abs() < 1e-9);
    // At full load both are the same.
    let full = analyse(&with_demand(line, 100.0));
    assert_eq!(full.profit_per_hour, full.money.profit_at_capacity_per_hour);
}

fn sum(structure: &CostStructure) -> f64 {
    let roles: f64 = structure.roles.iter().map(|role| role.busy + role.idle).sum();
    roles + structure.overhead + structure.material + structure.margin.unwrap_or(0.0)
}

#[test]
fn the_price_goes_to_work_idle_time_overhead_material_and_margin() {
    let drawn = draw(
        "role Clerk x2 $12
         role Cook x1 $18
         demand 30/h price 5 overhead 6
         Order: 1 min, by Clerk, cost 0.5
         Cook: 1 min, by Cook, next end",
    );
    let analysis = analyse(&drawn);
    let structure = cost_structure(&drawn, &compile(&drawn), &analysis).unwrap();
    let parts: Vec<(f64, f64)> = structure.roles.iter().map(|r| (r.busy, r.idle)).collect();
    // Derived: two clerks cost 24 ÷ 30 = 0.80, of which a minute at 12 an hour is 0.20.
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(near(parts[0].0, 0.2) && near(parts[0].1, 0.6), "{parts:?}");
    assert!(near(parts[1].0, 0.3) && near(parts[1].1, 0.3), "{parts:?}");
    assert!(near(structure.overhead, 0.2) && near(structure.material, 0.5));
    assert!(near(structure.margin.unwrap(), 2.9));
    assert!(near(structure.total, 5.0) && near(sum(&structure), 5.0));
}

#[test]
fn without_a_price_the_parts_make_the_cost() {
    let drawn = draw("role Clerk x1 $12\nOrder: 1 min, by Clerk, next end");
    let analysis = analyse(&drawn);
    let structure = cost_structure(&drawn, &compile(&drawn), &analysis).unwrap();
    assert_eq!(structure.margin, None);
    is(&analysis.cost_per_customer, sum(&structure));
    let unpaid = draw("role Clerk x1\nOrder: 1 min, by Clerk, next end");
    assert_eq!(cost_structure(&unpaid, &compile(&unpaid), &analyse(&unpaid)), None);
}

/// A clerk and a cook, everything stretched so many times; 30 customers an hour.
fn kitchen(stretch: f64, demand: &str) -> Scenario {
    draw(&format!(
        "role Clerk x2 $12
         role Cook x1 $18
         demand {demand} price 5 overhead 6
         Order: {} s, by Clerk, cost 0.5
         Cook: {} s, by Cook, next end",
        60.0 * stretch,
        60.0 * stretch
    ))
}

#[test]
fn there_is_one_profit_that_of_a_customer_with_idle_time_at_the_demand() {
    for demand in ["30/h", "75/h"] {
        let drawn = kitchen(1.0, demand);
        let analysis = analyse(&drawn);
        let curve = profit_curve(&drawn, &analysis, ProfitRule::PaidTime).unwrap();
        let present = curve.marks.iter().find(|m| m.kind == ProfitMarkKind::Present).unwrap();
        assert!(
            (present.point.profit - analysis.money.margin_per_customer.value.unwrap()).abs() < 1e-9
        );
        let full = curve.full.as_ref().unwrap();
        // Whatever the stretch: the curve says what the margin would be then.
        let on_curve = |seconds: f64| {
            let [first, last] = curve.ends;
            let (from, to) = if seconds <= full.point.execution_s {
                (first, full.point)
            } else {
                (full.point, last)
            };
            let part = (seconds - from.execution_s) / (to.execution_s - from.execution_s);
            from.profit + (to.profit - from.profit) * part
        };
        for stretch in [0.25, 0.5, 1.0, 1.7, 2.0, 2.4, 3.1] {
            let margin = analyse(&kitchen(stretch, demand)).money.margin_per_customer;
            let said = on_curve(120.0 * stretch);
            assert!((said - margin.value.unwrap()).abs() < 1e-9, "{demand} {stretch}: {said}");
        }
    }
}

#[test]
fn beyond_where_somebody_is_busy_all_the_time_profit_is_out_of_reach() {
    let drawn = kitchen(1.0, "30/h");
    let analysis = analyse(&drawn);
    let curve = profit_curve(&drawn, &analysis, ProfitRule::PaidTime).unwrap();
    let full = curve.full.as_ref().unwrap();
    // Derived: the cook can take 2 minutes a customer, so the visit 4 of now 2.
    assert!((full.point.execution_s - 240.0).abs() < 1e-9, "{full:?}");
    assert!((full.demand_per_hour - 30.0).abs() < 1e-9);
    assert_eq!(full.pools.len(), 1, "the cook alone is full");
    // Derived: 48 an hour are paid; 4.50 are left of the price, so 48 ÷ 4.5 customers an hour are
    // needed: a visit of 120 s × 60 ÷ (48 ÷ 4.5).
    let even = curve.marks.iter().find(|m| m.kind == ProfitMarkKind::BreakEven).unwrap();
    assert!((even.point.execution_s - 675.0).abs() < 1e-9, "{even:?}");
    assert!(even.point.profit.abs() < 1e-9);
    // The clerks' and the cook's work alone is worth less than their time.
    let work = profit_curve(&drawn, &analysis, ProfitRule::WorkOnly).unwrap();
    assert!((work.full.unwrap().point.execution_s - 240.0).abs() < 1e-9, "no other rule of reach");
}

#[test]
fn without_a_demand_the_hour_is_shared_by_as_many_as_can_be_served() {
    let mut drawn = draw(
        "role Cook x1 $18
         demand 30/h price 5
         Cook: 60 s, by Cook, next end",
    );
    let mut demand = drawn.demand().clone();
    demand.per_hour = None;
    drawn.set_demand(demand).unwrap();
    let analysis = analyse(&drawn);
    let curve = profit_curve(&drawn, &analysis, ProfitRule::PaidTime).unwrap();
    assert_eq!(curve.full, None);
    let [first, last] = curve.ends;
    // Derived: 0.30 of each minute.
    assert!((first.profit - 5.0).abs() < 1e-9);
    assert!((5.0 - last.profit - 0.3 * last.execution_s / 60.0).abs() < 1e-9);
}

#[test]
fn a_shoeshine_is_one_wait_and_then_two_minutes() {
    let sample = samples().iter().find(|sample| sample.key == "corner-shoeshine").unwrap();
    let blueprint = sample.open().unwrap();
    let scenario = blueprint.baseline();
    let analysis = analyse(scenario);
    let waits: Vec<f64> = ["Brush shoes", "Apply polish", "Buff", "Collect payment"]
        .iter()
        .map(|name| analysis.steps[&step(scenario, name)].wait_s.value.unwrap())
        .collect();
    // Pollaczek–Khinchine with fixed times: ρ s ÷ 2(1 − ρ) = 2/3 × 120 ÷ (2/3) = 120 s.
    assert!((waits[0] - 120.0).abs() < 1e-6, "{waits:?}");
    assert!(waits[1..].iter().all(|wait| wait.abs() < 1e-9), "{waits:?}");
    is(&analysis.throughput_time_s, 240.0);
    assert_eq!(analysis.throughput_time_s.basis, Basis::Exact);
}
