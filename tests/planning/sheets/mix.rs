//! The service mix: what the blueprint asks of whom, and how many of which customers it should take.

use onstage::analysis::{Basis, analyse};
use onstage::blueprint::sheets::{ClassOf, Figure, Mix, MixClass, Purpose, Sheet, SortedBy};
use onstage::blueprint::{
    Blueprint, Demand, IdSource, LinkId, LinkKind, Quantity, Role, Scenario, StepId,
};
use onstage::planning::exact::Number;
use onstage::planning::mix::{Filled, MixAnswer, MixRefusal, fill, mix_answer, with_mix};
use onstage::planning::sheet::Status;

use crate::draw::draw;

/// A practice: all register, then a decision sends them three ways.
const PRACTICE: &str = "role Receptionist x1
     role Nurse x3
     role Doctor x2
     demand 8/h
     Register: 3 min, by Receptionist, next Which
     Which: decision, 0 s, next Check-up 50 %; Vaccination 30 %; Consultation 20 %
     Check-up: 12 min, by Nurse, next Examine
     Examine: 15 min, by Doctor, next end
     Vaccination: 10 min, by Nurse | Doctor, next end
     Consultation: 20 min, by Doctor, next end";

fn blueprint(text: &str) -> Blueprint {
    let ids = IdSource::starting_at(10_000);
    Blueprint::assemble("Practice".to_owned(), "$".to_owned(), vec![draw(text)], ids)
}

fn named(scenario: &Scenario, name: &str) -> StepId {
    let found = scenario.steps().iter().find(|(_, step)| step.name == name);
    *found.expect("a step").0
}

/// The ways out of the decision in document order.
fn ways(blueprint: &Blueprint) -> Vec<LinkId> {
    let scenario = blueprint.baseline();
    let decision = named(scenario, "Which");
    let links = scenario.links().iter();
    let ways = links.filter(|(_, it)| it.from == decision && it.kind == LinkKind::Flow);
    ways.map(|(id, _)| *id).collect()
}

/// A mix over the ways, each with a worth and a most; 0 is no end.
fn mix(blueprint: &Blueprint, classes: &[(i64, i64)]) -> Sheet {
    let said = ways(blueprint).into_iter().zip(classes).map(|(way, (worth, most))| MixClass {
        worth: Figure::from(*worth),
        most: if *most == 0 { Figure::default() } else { Figure::from(*most) },
        ..MixClass::new(ClassOf::Way(way))
    });
    let scenario = blueprint.baseline();
    let mix = Mix {
        scenario: scenario.id(),
        sorted_by: SortedBy::Ways(named(scenario, "Which")),
        fill: Figure::default(),
        classes: said.collect(),
    };
    Sheet { mix: Some(Box::new(mix)), ..Sheet::of("Mix", Purpose::ServiceMix) }
}

fn solved(blueprint: &Blueprint, sheet: &Sheet) -> (Filled, MixAnswer) {
    let filled = fill(blueprint, sheet).expect("can be filled");
    let found = mix_answer(&filled, blueprint.baseline()).expect("can be solved");
    (filled, found)
}

fn amounts(found: &MixAnswer) -> Vec<String> {
    let amount = |number: &Option<Number>| number.as_ref().map(Number::to_fraction);
    found.answer.items.iter().filter_map(|item| amount(&item.amount)).collect()
}

fn fraction(number: Option<&Number>) -> String {
    number.map(Number::to_fraction).unwrap_or_default()
}

const MARKET: [(i64, i64); 3] = [(60, 6), (20, 8), (75, 4)];

#[test]
fn the_published_mix_is_exact() {
    let practice = blueprint(PRACTICE);
    let (_, found) = solved(&practice, &mix(&practice, &MARKET));
    assert_eq!(found.answer.status, Status::Optimal);
    assert_eq!(amounts(&found), ["6", "8", "3/2"]);
    assert_eq!(fraction(found.answer.value.as_ref()), "1265/2");
    assert!(found.answer.items.iter().all(|item| !item.name.starts_with("tie")));
    let pool = |name: &str| found.pools.iter().find(|pool| pool.name == name).expect("a pool");
    let doctor = pool("Doctor");
    assert_eq!(fraction(doctor.price_per_hour.as_ref()), "225");
    assert_eq!(fraction(doctor.one_more_brings.as_ref()), "375/2");
    assert_eq!(fraction(pool("Nurse").one_more_brings.as_ref()), "0");
    let minutes = found.answer.limits.iter().find(|limit| limit.name == "Doctor").expect("there");
    let range = [&minutes.price_more, &minutes.from, &minutes.to].map(|it| fraction(it.as_ref()));
    assert_eq!(range, ["15/4", "90", "170"]);
    let today = found.today.expect("known");
    assert!((today.per_hour - 240.0 / 23.0).abs() < 1e-9, "{today:?}");
    assert!((today.worth - 532.173_913).abs() < 1e-6, "{today:?}");
    // Without a market the doctors do what is worth most of their time.
    let (_, free) = solved(&practice, &mix(&practice, &[(60, 0), (20, 0), (75, 0)]));
    assert_eq!(amounts(&free), ["0", "14", "6"]);
    assert_eq!(fraction(free.answer.value.as_ref()), "730");
}

#[test]
fn wages_and_fill_are_taken_into_account() {
    let mut practice = blueprint(PRACTICE);
    let id = practice.baseline().id();
    let doctor = *practice.baseline().roles().iter().find(|(_, it)| it.name == "Doctor").unwrap().0;
    let changed = practice.edit(id, |scenario, _| {
        let role = Role::clone(&scenario.roles()[&doctor]);
        scenario.set_role(doctor, Role { cost_per_hour: Quantity::new(100.0).ok(), ..role })
    });
    changed.expect("sound");
    let mut sheet = mix(&practice, &MARKET);
    let (_, full) = solved(&practice, &sheet);
    let doctor = full.pools.iter().find(|pool| pool.name == "Doctor").expect("a pool");
    assert_eq!(fraction(doctor.less_wage.as_ref()), "175/2");
    sheet.mix.as_mut().expect("a mix").fill = Figure::from("85 %");
    let (filled, part) = solved(&practice, &sheet);
    let limit = |name: &str| filled.sheet.limits.iter().find(|it| it.name == name).expect("there");
    assert_eq!(limit("Doctor").amount.written(), "102");
    assert!(part.answer.value < full.answer.value);
    // What it is held against fills as much.
    let today = |found: &MixAnswer| found.today.clone().expect("known");
    assert!((today(&part).worth - 0.85 * today(&full).worth).abs() < 1e-9);
    assert!((today(&part).per_hour - 0.85 * today(&full).per_hour).abs() < 1e-9);
    // A scenario serves the plan, and waits stay short where not all hours are filled.
    let new = with_mix(&mut practice, id, (&filled, &part), "Best mix").expect("made");
    let scenario = practice.scenario(new).expect("there");
    let analysis = analyse(scenario);
    let all: Number = part.answer.items.iter().filter_map(|item| item.amount.as_ref()).sum();
    assert_eq!(analysis.demand_per_hour.value, Some(all.to_f64()));
    assert!((analysis.utilisation.value.expect("known") - 0.85).abs() < 1e-9);
}

#[test]
fn a_mix_becomes_a_scenario_that_is_just_full() {
    let mut practice = blueprint(PRACTICE);
    let id = practice.baseline().id();
    let sheet = mix(&practice, &MARKET);
    let (filled, found) = solved(&practice, &sheet);
    let new = with_mix(&mut practice, id, (&filled, &found), "Best mix").expect("made");
    let scenario = practice.scenario(new).expect("there");
    let shares: Vec<(f64, f64)> = ways(&practice)
        .iter()
        .map(|way| scenario.links()[way].share.expect("a share").parts())
        .collect();
    // 6, 8 and 1.5 of 15.5, as fractions.
    assert_eq!(shares, [(12.0, 31.0), (16.0, 31.0), (3.0, 31.0)]);
    let analysis = analyse(scenario);
    assert_eq!(analysis.demand_per_hour.value, Some(15.5));
    let capacity = &analysis.capacity_per_hour;
    assert_eq!(capacity.basis, Basis::Exact);
    assert!((capacity.value.expect("known") - 15.5).abs() < 1e-9, "{capacity:?}");
}

#[test]
fn entries_sort_customers_as_well() {
    let practice = blueprint(
        "role Clerk x2
         demand 10/h
         Renew: 5 min, by Clerk, next end, enter 70 %
         Apply: 12 min, by Clerk, next end, enter 30 %",
    );
    let scenario = practice.baseline();
    let class = |name: &str, worth: i64, most: i64| MixClass {
        worth: Figure::from(worth),
        most: Figure::from(most),
        ..MixClass::new(ClassOf::Entry(named(scenario, name)))
    };
    let mix = Mix {
        scenario: scenario.id(),
        sorted_by: SortedBy::Entries,
        fill: Figure::default(),
        classes: vec![class("Renew", 10, 12), class("Apply", 30, 10)],
    };
    let sheet = Sheet { mix: Some(Box::new(mix)), ..Sheet::of("Mix", Purpose::ServiceMix) };
    let (_, found) = solved(&practice, &sheet);
    // 2.5 an application's minute, 2 a renewal's: ten applications use all.
    assert_eq!(amounts(&found), ["0", "10"]);
    assert_eq!(fraction(found.answer.value.as_ref()), "300");
}

#[test]
fn rework_places_and_batches_count_as_they_do_in_the_capacity() {
    // With all customers in one class its most alone is the capacity of a service with nobody else.
    let practice = blueprint(
        "role Clerk x2
         role Cook x1
         demand 10/h
         Which: decision, 0 s, next Check 50 %; Bake 50 %
         Check: decision, 4 min, by Clerk, next Check 20 %; end 80 %
         Bake: 20 min, batch 4, places 8, by Cook, setup 2 min, next end",
    );
    for (at, per_hour) in [(0, 24.0), (1, 120.0 / 11.0)] {
        let classes = [0, 1].map(|class| if class == at { (1, 0) } else { (0, 0) });
        let (_, found) = solved(&practice, &mix(&practice, &classes));
        let value = found.answer.value.expect("a plan").to_f64();
        assert!((value - per_hour).abs() < 1e-9, "{at}: {value}");
    }
}

#[test]
fn no_mix_beats_the_best_and_todays_is_one() {
    let practice = blueprint(PRACTICE);
    let (_, found) = solved(&practice, &mix(&practice, &[(60, 0), (20, 0), (75, 0)]));
    let best = found.answer.value.expect("a plan").to_f64();
    assert!(found.today.expect("known").worth <= best);
    // Any other shares, at capacity, are a plan as well.
    for shares in [(80.0, 10.0, 10.0), (5.0, 70.0, 25.0), (0.0, 70.0, 30.0), (34.0, 33.0, 33.0)] {
        let (a, b, c) = shares;
        let text = PRACTICE
            .replace("Check-up 50 %", &format!("Check-up {a} %"))
            .replace("Vaccination 30 %", &format!("Vaccination {b} %"))
            .replace("Consultation 20 %", &format!("Consultation {c} %"));
        let capacity = analyse(&draw(&text)).capacity_per_hour.value.expect("known");
        let worth = capacity * (60.0 * a + 20.0 * b + 75.0 * c) / 100.0;
        assert!(worth <= best + 1e-9, "{shares:?}: {worth} {best}");
    }
}

#[test]
fn what_cannot_be_filled_says_why() {
    let practice = blueprint(PRACTICE);
    let sheet = mix(&practice, &MARKET);
    let wrong = |change: &dyn Fn(&mut Mix)| {
        let mut sheet = sheet.clone();
        change(sheet.mix.as_mut().expect("a mix"));
        fill(&practice, &sheet).expect_err("wrong")
    };
    let register = named(practice.baseline(), "Register");
    assert_eq!(wrong(&|mix| mix.sorted_by = SortedBy::Ways(register)), MixRefusal::NoDecision);
    assert_eq!(wrong(&|mix| mix.sorted_by = SortedBy::Entries), MixRefusal::NoEntries);
    assert_eq!(wrong(&|mix| mix.fill = Figure::from("120 %")), MixRefusal::BadFill);
    assert_eq!(
        wrong(&|mix| mix.classes[1].of = ClassOf::Entry(register)),
        MixRefusal::ClassGone(1)
    );
    assert_eq!(
        wrong(&|mix| {
            let first = mix.classes[0].of;
            mix.classes[2].of = first;
        }),
        MixRefusal::ClassTwice(2)
    );
    assert_eq!(
        wrong(&|mix| mix.classes[2].worth = Figure::default()),
        MixRefusal::NoWorth("Consultation".to_owned())
    );
    assert_eq!(fill(&practice, &Sheet::of("Mix", Purpose::ServiceMix)), Err(MixRefusal::NoLink));
    let untimed = blueprint(&PRACTICE.replace("Examine: 15 min,", "Examine:"));
    let found = fill(&untimed, &mix(&untimed, &MARKET)).expect_err("no time");
    assert!(matches!(&found, MixRefusal::Lacks(name, _) if name == "Check-up"), "{found:?}");
    // With a price, a blank worth is what the price leaves.
    let mut priced = blueprint(PRACTICE);
    let id = priced.baseline().id();
    let changed = priced.edit(id, |scenario, _| {
        let price = Quantity::new(50.0).ok();
        scenario.set_demand(Demand { price, ..scenario.demand().clone() })
    });
    changed.expect("sound");
    let mut sheet = mix(&priced, &MARKET);
    sheet.mix.as_mut().expect("a mix").classes.clear();
    let filled = fill(&priced, &sheet).expect("priced");
    assert!(filled.sheet.items.iter().take(3).all(|item| item.worth.written() == "50"));
}

#[test]
fn todays_shares_are_compared_within_the_market() {
    let blueprint = blueprint(PRACTICE);
    let (_, found) = solved(&blueprint, &mix(&blueprint, &[(60, 4), (20, 3), (75, 1)]));
    let today = found.today.expect("shares are known");
    // There is one consultation an hour to be had, and every fifth customer wants one.
    assert!((today.per_hour - 5.0).abs() < 1e-9, "{today:?}");
    let best = found.answer.value.expect("a plan").to_f64();
    assert!(today.worth <= best + 1e-9, "{today:?} beats {best}");
}
