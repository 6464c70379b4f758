//! The redesign advisor: frontiers of the course's services and of line balancing.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use onstage::analysis::Basis;
use onstage::blueprint::{LinkKind, RedesignRules, Role, Scenario, StepId, Zone};
use onstage::redesign::{Frontier, FrontierPoint, Obstacle, Question, apply, frontier};
use onstage::storage;

use crate::draw::{draw, role, step};

/// The driver-licence office as a line, its steps named by their numbers.
const LICENCE: &str = "
    role Camera equipment $10
    role Clerk $12
    role Cashier $12
    role Officer $12
    role Examiner $12
    role Photographer $16
    role Trooper $18
    1: 15 s, by Clerk
    2: 30 s, by Cashier
    3: 60 s, by Officer
    4: 40 s, by Examiner
    5: 20 s, by Photographer + Camera
    6: 30 s, by Trooper
";

fn ask(scenario: &Scenario, rules: &RedesignRules, question: &Question) -> Frontier {
    frontier(scenario, rules, question, &|| false, &mut |_| {}).unwrap()
}

fn refused(scenario: &Scenario, rules: &RedesignRules, question: &Question) -> Obstacle {
    frontier(scenario, rules, question, &|| false, &mut |_| {}).unwrap_err()
}

/// Capacities to three decimals, as published; in brackets where fewer people do as much.
fn capacities(
    scenario: &Scenario,
    rules: &RedesignRules,
    staff: std::ops::RangeInclusive<u64>,
) -> String {
    let frontier = ask(scenario, rules, &Question::Staff(staff));
    let shown = |point: &FrontierPoint| {
        assert!(point.proven && point.all_counted, "{point:?}");
        let rounded = (point.capacity_per_hour * 1000.0).round() / 1000.0;
        if point.is_dominated() { format!("({rounded})") } else { rounded.to_string() }
    };
    frontier.points.iter().map(shown).collect::<Vec<_>>().join(" ")
}

/// A design such as `1+4 x2, 2, 3 x2`.
fn jobs(scenario: &Scenario, point: &FrontierPoint, design: usize) -> String {
    let name = |step: &StepId| scenario.steps()[step].name.as_str();
    let job = |job: &onstage::redesign::Job| {
        let steps = job.steps.iter().map(name).collect::<Vec<_>>().join("+");
        if job.workers == 1 { steps } else { format!("{steps} x{}", job.workers) }
    };
    point.designs[design].jobs.iter().map(job).collect::<Vec<_>>().join(", ")
}

/// Free order, but the first step stays first and the last stays last and alone.
fn course_rules(scenario: &Scenario) -> RedesignRules {
    RedesignRules {
        free_order: true,
        first: Some(step(scenario, "1")),
        last: Some(step(scenario, "6")),
        alone: vec![step(scenario, "6")],
        ..RedesignRules::default()
    }
}

#[test]
fn the_frontiers_of_the_licence_office_are_those_of_brute_force() {
    // By brute force over all 203 groupings.
    let office = draw(LICENCE);
    let course = course_rules(&office);
    assert_eq!(
        capacities(&office, &course, 6..=12),
        "109.091 120 130.909 152.727 174.545 196.364 218.182"
    );
    let one_camera =
        RedesignRules { places: vec![(step(&office, "5"), NonZeroU32::MIN)], ..course.clone() };
    assert_eq!(
        capacities(&office, &one_camera, 6..=12),
        "102.857 120 124.138 148.966 173.793 180 (180)"
    );
    let narrow = RedesignRules { widest_job: NonZeroU32::new(2), ..course };
    assert_eq!(capacities(&office, &narrow, 6..=12), "102.857 120 (120) 144 160 180 216");
    let single = RedesignRules { widest_job: NonZeroU32::new(1), ..RedesignRules::default() };
    assert_eq!(capacities(&office, &single, 6..=12), "60 90 120 (120) (120) 180 (180)");
    let free = RedesignRules { free_order: true, ..RedesignRules::default() };
    assert_eq!(
        capacities(&office, &free, 6..=12),
        "110.769 129.231 147.692 166.154 184.615 203.077 221.538"
    );
    let mut today = RedesignRules { widest_job: NonZeroU32::new(2), ..RedesignRules::default() };
    assert_eq!(capacities(&office, &today, 6..=12), "80 120 144 (144) 160 180 216");
    today.alone = vec![step(&office, "6")];
    assert_eq!(capacities(&office, &today, 6..=12), "80 120 (120) 144 160 180 200");
}

#[test]
fn the_course_design_changes_least() {
    // By brute force: five optimal designs with one camera, twenty-five without.
    let office = draw(LICENCE);
    let mut rules = course_rules(&office);
    let seven = |rules: &RedesignRules| ask(&office, rules, &Question::Rate(120.0));
    assert_eq!(seven(&rules).points[0].design_count, 25);
    rules.places = vec![(step(&office, "5"), NonZeroU32::MIN)];
    let frontier = seven(&rules);
    let point = &frontier.points[0];
    assert_eq!((point.staff, point.design_count), (7, 5));
    assert_eq!(jobs(&office, point, 0), "1+4 x2, 2, 3 x2, 5, 6");
    let best = &point.designs[0];
    let changes = best.changes;
    // The examiner becomes a clerk, and one officer is new.
    assert_eq!((changes.merges, changes.splits, changes.moved, changes.reordered), (1, 0, 2, 1));
    // Derived: $104 an hour at 120 customers, with one camera.
    assert!((best.cost_per_customer.unwrap() - 104.0 / 120.0).abs() < 1e-9);
    let today = frontier.today;
    assert_eq!((today.staff, today.capacity_per_hour), (6, Some(60.0)));
    assert!((today.cost_per_customer.unwrap() - 1.533_333_333_333).abs() < 1e-9);
}

#[test]
fn people_who_swap_jobs_are_moved() {
    let office = draw(LICENCE);
    // The officers' step needs two, and only of clerks there are two: one officer takes over theirs,
    // two clerks that of the officers, one of whom is new (derived).
    let crew = Question::Crew(vec![(role(&office, "Clerk"), 2)]);
    let point = &ask(&office, &RedesignRules::default(), &crew).points[0];
    assert_eq!(jobs(&office, point, 0), "1, 2, 3 x2, 4, 5, 6");
    let roles = point.designs[0].jobs.iter().map(|job| office.roles()[&job.role].name.as_str());
    assert_eq!(
        roles.collect::<Vec<_>>(),
        ["Officer", "Cashier", "Clerk", "Examiner", "Photographer", "Trooper"]
    );
    assert_eq!(point.designs[0].changes.moved, 3);
    // Where everybody does everything, five get another role.
    let free = RedesignRules { free_order: true, ..RedesignRules::default() };
    let all = &ask(&office, &free, &Question::Staff(6..=6)).points[0].designs;
    let all = all.iter().find(|design| design.jobs.len() == 1).unwrap();
    assert_eq!((all.changes.merges, all.changes.moved), (5, 5));
}

#[test]
fn people_who_do_the_same_work_today_do_not_move() {
    let ward = draw(
        "role Nurse x2 $20
         role Doctor $60
         Talk: 10 min, by Nurse | Doctor",
    );
    let point = &ask(&ward, &RedesignRules::default(), &Question::Staff(3..=4)).points;
    let moved = point.iter().map(|point| point.designs[0].changes.moved);
    assert_eq!(moved.collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn the_airport_reaches_what_brute_force_reaches() {
    // By brute force; claiming baggage may come at any point.
    let airport = draw(
        "1: 20 s, by A\n 2: 16 s, by B\n 3: 40 s, by C\n 4: 24 s, by D\n 5: 18 s, by E\n 6: 15 s, by F",
    );
    let free = RedesignRules { free_order: true, ..RedesignRules::default() };
    assert_eq!(capacities(&airport, &free, 6..=8), "162.406 189.474 216.541");
    let at = |name: &str| step(&airport, name);
    let course = RedesignRules {
        order: vec![(at("1"), at("2")), (at("2"), at("4")), (at("4"), at("5")), (at("5"), at("6"))],
        widest_job: NonZeroU32::new(2),
        ..free
    };
    assert_eq!(capacities(&airport, &course, 6..=12), "130.909 180 200 225 257.143 281.25 300");
}

/// The physical examination, with pooled nurses and doctors.
const EXAMINATION: &str = "
    role Nurse x3
    role Doctor x2
    1: 6 min, by Nurse
    2: 20 min, by Nurse
    3: 18 min, by Doctor
    4: 10 min, by Nurse
    5: 12 min, by Doctor
";

#[test]
fn nurses_and_doctors_are_shared_out_as_by_brute_force() {
    // By brute force over all groupings and splits.
    let examination = draw(EXAMINATION);
    let mut rules = RedesignRules {
        free_order: true,
        last: Some(step(&examination, "5")),
        fixed_roles: true,
        ..RedesignRules::default()
    };
    let staff = 5..=12;
    assert_eq!(capacities(&examination, &rules, staff.clone()), "4 5 6 6.667 8 8.333 10 (10)");
    let (nurse, doctor) = (role(&examination, "Nurse"), role(&examination, "Doctor"));
    for (nurses, doctors, expected) in
        [(3, 2, 4.0), (3, 3, 5.0), (4, 3, 6.0), (4, 4, 20.0 / 3.0), (5, 4, 8.0), (7, 5, 10.0)]
    {
        let crew = Question::Crew(vec![(nurse, nurses), (doctor, doctors)]);
        let point = &ask(&examination, &rules, &crew).points[0];
        assert!(point.proven, "{nurses}+{doctors}");
        assert!((point.capacity_per_hour - expected).abs() < 1e-9, "{nurses}+{doctors}");
        let of = |role| {
            let jobs = point.designs[0].jobs.iter().filter(|job| job.role == role);
            jobs.map(|job| u64::from(job.workers)).sum::<u64>()
        };
        assert!(of(nurse) <= nurses && of(doctor) <= doctors);
    }
    // Doctors may also do what nurses do.
    rules.trained = ["1", "2", "4"].map(|name| (doctor, step(&examination, name))).to_vec();
    assert_eq!(
        capacities(&examination, &rules, staff),
        "4.545 5.455 6.364 7.273 8.182 9.091 10 10.909"
    );
}

#[test]
fn only_who_may_does_a_step() {
    let ward = |stands_in: Option<&str>| {
        let mut ward = draw(
            "role Nurse $20
             role Doctor $60
             role Porter $90
             Weigh: 2 min, by Nurse
             Examine: 10 min, by Doctor
             Carry: 1 min, by Porter, next end",
        );
        if let Some(name) = stands_in {
            let (who, doctor) = (role(&ward, name), role(&ward, "Doctor"));
            let changed = Role { stands_in_for: vec![doctor], ..Role::clone(&ward.roles()[&who]) };
            ward.set_role(who, changed).unwrap();
        }
        ward
    };
    let who_examines = |ward: &Scenario, rules: &RedesignRules| -> BTreeSet<String> {
        let examine = step(ward, "Examine");
        let found = ask(ward, rules, &Question::Staff(3..=6));
        let designs = found.points.iter().flat_map(|point| &point.designs);
        let jobs = designs.flat_map(|design| &design.jobs);
        let examining = jobs.filter(|job| job.steps.contains(&examine));
        examining.map(|job| ward.roles()[&job.role].name.clone()).collect()
    };
    let today = RedesignRules { fixed_roles: true, ..RedesignRules::default() };
    let only =
        |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(who_examines(&ward(None), &today), only(&["Doctor"]));
    // Where somebody is named to stand in, nobody else is asked, whatever else may change.
    for rules in [RedesignRules::default(), today] {
        let ward = ward(Some("Nurse"));
        let examining = who_examines(&ward, &rules);
        assert!(!examining.contains("Porter"), "{examining:?}");
        let porter = (role(&ward, "Porter"), step(&ward, "Examine"));
        let rules = RedesignRules { trained: vec![porter], ..rules };
        ask(&ward, &rules, &Question::Staff(3..=6));
    }
    // Of two steps that two may do, the job goes to one who may do both.
    let ward = ward(Some("Nurse"));
    let rules = RedesignRules {
        together: vec![vec![step(&ward, "Weigh"), step(&ward, "Examine")]],
        ..RedesignRules::default()
    };
    let examining = who_examines(&ward, &rules);
    assert!(examining.is_subset(&only(&["Nurse", "Doctor"])), "{examining:?}");
}

#[test]
fn today_is_a_design_too() {
    // Nurses come back after the doctor: four an hour, though no chain of jobs in today's
    // order does more than 10/3 with three nurses and two doctors (derived: 3 and 5 one doctor each).
    let examination = draw(EXAMINATION);
    let rules = RedesignRules { fixed_roles: true, ..RedesignRules::default() };
    let (nurse, doctor) = (role(&examination, "Nurse"), role(&examination, "Doctor"));
    let crew = Question::Crew(vec![(nurse, 3), (doctor, 2)]);
    for question in [crew, Question::Staff(5..=5), Question::Rate(4.0)] {
        let point = &ask(&examination, &rules, &question).points[0];
        assert_eq!((point.staff, point.capacity_per_hour), (5, 4.0), "{question:?}");
        let best = &point.designs[0];
        assert!(best.in_place && best.changes.total() == 0);
        assert_eq!(jobs(&examination, point, 0), "1+2+4 x3, 3+5 x2");
    }
}

#[test]
fn a_target_that_nobody_reaches_says_what_is_possible() {
    let office = draw(LICENCE);
    let mut rules = course_rules(&office);
    rules.places = vec![(step(&office, "5"), NonZeroU32::MIN)];
    assert_eq!(
        refused(&office, &rules, &Question::Rate(200.0)),
        Obstacle::RateOutOfReach {
            best_per_hour: 180.0,
            basis: Basis::Exact,
            proven: true,
            staying: Vec::new()
        }
    );
    rules.together = vec![vec![step(&office, "5"), step(&office, "6")]];
    assert_eq!(
        refused(&office, &rules, &Question::Staff(7..=7)),
        Obstacle::NoDesign { staff: 7, least: None }
    );
    rules.order = vec![(step(&office, "6"), step(&office, "2"))];
    assert_eq!(refused(&office, &rules, &Question::Staff(7..=7)), Obstacle::OrderInCircle);
    assert_eq!(
        refused(
            &office,
            &RedesignRules { widest_job: NonZeroU32::new(2), ..RedesignRules::default() },
            &Question::Staff(1..=2)
        ),
        Obstacle::NoDesign { staff: 2, least: Some(3) }
    );
}

#[test]
fn a_cost_is_reached_by_the_fewest_staff() {
    // Derived: $1.53 today, $0.87 with seven.
    let office = draw(LICENCE);
    let mut rules = course_rules(&office);
    rules.places = vec![(step(&office, "5"), NonZeroU32::MIN)];
    rules.widest_job = NonZeroU32::new(2);
    let point = &ask(&office, &rules, &Question::Cost(0.87)).points[0];
    assert!(point.designs.iter().all(|design| design.cost_per_customer.unwrap() <= 0.87));
    let fewer = ask(&office, &rules, &Question::Staff(3..=point.staff - 1));
    let costs = fewer.points.iter().flat_map(|point| &point.designs);
    assert!(costs.into_iter().all(|design| design.cost_per_customer.unwrap() > 0.87));
    // Any design is fast enough for next to nobody.
    let slow = &ask(&office, &rules, &Question::Rate(0.0)).points[0];
    assert_eq!(slow.staff, 4);
    let obstacle = refused(&office, &rules, &Question::Cost(0.5));
    assert!(matches!(obstacle, Obstacle::CostOutOfReach { best: Some(best), .. } if best > 0.5));
}

/// The Flows between a zone's cards, by their names.
fn flows(scenario: &Scenario) -> Vec<String> {
    let name = |step: StepId| scenario.steps()[&step].name.as_str();
    let flows = scenario.links().values().filter(|link| link.kind == LinkKind::Flow);
    flows.map(|link| format!("{} > {}", name(link.from), name(link.to.step().unwrap()))).collect()
}

/// Cards that lie over each other, a card being about 120 by 60.
fn overlapping(scenario: &Scenario) -> Vec<&str> {
    let cards: Vec<_> = scenario.steps().values().collect();
    let mut found = Vec::new();
    for (at, card) in cards.iter().enumerate() {
        let over = cards[..at].iter().any(|other| {
            (other.lane, other.phase) == (card.lane, card.phase)
                && other.at.x.abs_diff(card.at.x) < 120
                && other.at.y.abs_diff(card.at.y) < 60
        });
        if over {
            found.push(card.name.as_str());
        }
    }
    found
}

#[test]
fn the_course_design_becomes_a_scenario_that_reads_well() {
    let mut office = storage::sample("driver-licence-office").unwrap().open().unwrap();
    let scenario = office.baseline().clone();
    let at = |name: &str| step(&scenario, name);
    let rules = RedesignRules {
        free_order: true,
        first: Some(at("Review application")),
        last: Some(at("Issue temp. licence")),
        alone: vec![at("Issue temp. licence")],
        places: vec![(at("Photograph"), NonZeroU32::MIN)],
        ..RedesignRules::default()
    };
    let point = ask(&scenario, &rules, &Question::Rate(120.0)).points.remove(0);
    let id = apply(&mut office, scenario.id(), &point.designs[0], "To-be B").unwrap();
    let made = office.scenario(id).unwrap();
    let joined = &made.steps()[&at("Review application")];
    assert_eq!(joined.name, "Review application + Eye test");
    assert_eq!(joined.time.as_ref().unwrap().to_string(), "55 s");
    assert_eq!(joined.fail.as_ref().unwrap().how_often.unwrap().to_string(), "9.84 %");
    assert_eq!(joined.documents, "Application form");
    assert_eq!(joined.elements.len(), 2);
    assert!(!made.steps().contains_key(&at("Eye test")));
    let customer = &made.steps()[&at("Hands in form")];
    assert_eq!(customer.name, "Hands in form + Reads eye chart");
    // The rows of the others stay as they are; one Flow closes the gap.
    assert_eq!(
        flows(made),
        [
            "Hands in form + Reads eye chart > Pays the fee",
            "Pays the fee > Waits for check",
            "Poses for photo > Takes licence",
            "Waits for check > Poses for photo",
        ]
    );
    let heads = |name: &str| made.roles()[&role(made, name)].headcount;
    assert_eq!((heads("Clerk"), heads("Records officer"), heads("Camera")), (2, 2, 1));
    assert!(made.roles().values().all(|role| role.name != "Eye examiner"));
    // The eye chart goes with the eye test.
    let chart = step(made, "Eye chart");
    assert!(made.links_at(chart).any(|(_, link)| link.touches(at("Hands in form"))));
    // Every design can be drawn, with nothing over anything else, and customers run left to right.
    for design in &point.designs {
        let mut changed = office.clone();
        let id = apply(&mut changed, scenario.id(), design, "To-be").unwrap();
        let made = changed.scenario(id).unwrap();
        assert_eq!(overlapping(made), [""; 0]);
        let place = |id: StepId| {
            let step = &made.steps()[&id];
            (made.phases().get_index_of(&step.phase), step.at.x)
        };
        for link in made.links().values().filter(|link| link.kind == LinkKind::Flow) {
            assert!(place(link.from) < place(link.to.step().unwrap()));
        }
        let of_customer = made.steps().values().filter(|s| made.zone_of(s) == Zone::Customer);
        let staff_cards: usize = design.jobs.len();
        assert_eq!(of_customer.count(), staff_cards);
    }
    assert_eq!(scenario, *office.baseline());
}

#[test]
fn what_cannot_be_regrouped_stays_and_says_why() {
    let clinic = draw(
        "role Nurse x2\n role Doctor x4\n role Lab external
         Weigh: 4 min, by Nurse
         Examine: 10 min, by 2 Doctor
         Talk: 5 min, by Doctor
         Pay: 3 min, by Nurse
         Blood: 2 min, by Clerk + Lab",
    );
    let frontier = ask(&clinic, &RedesignRules::default(), &Question::Staff(9..=9));
    let stays: Vec<_> = frontier
        .stays
        .iter()
        .map(|stays| (clinic.steps()[&stays.step].name.as_str(), stays.because.code()))
        .collect();
    assert_eq!(
        stays,
        [("Examine", "several_at_once"), ("Talk", "shared_with_others"), ("Blood", "partner")]
    );
    // Four doctors: 4 ÷ 25 min = 9.6 an hour at most, whatever the nurses do (derived). One nurse
    // for both steps does 60 ÷ 7 = 8.6, so two are needed and two of nine are not.
    let point = &frontier.points[0];
    assert!((point.capacity_per_hour - 9.6).abs() < 1e-9 && point.proven);
    assert_eq!(frontier.basis, Basis::UpperBound);
    assert_eq!((frontier.today.staff, point.needed), (7, 7));
    // What cannot be reached is bounded likewise, and so is what it costs.
    let faster = refused(&clinic, &RedesignRules::default(), &Question::Rate(100.0));
    let Obstacle::RateOutOfReach { best_per_hour, basis, proven, staying } = faster else {
        panic!()
    };
    assert!((best_per_hour - 9.6).abs() < 1e-9);
    assert_eq!((basis, proven), (Basis::UpperBound, true));
    // The doctors' own work is what limits, and they are not added to.
    assert_eq!(staying, [step(&clinic, "Examine"), step(&clinic, "Talk")]);
    let nobody = draw("A: 5 s, customer\n B: 6 s, places 1");
    assert_eq!(
        refused(&nobody, &RedesignRules::default(), &Question::Staff(1..=2)),
        Obstacle::NothingToRegroup(Vec::new())
    );
}

#[test]
fn usual_rules_keep_the_order_and_single_equipment() {
    let office = draw(LICENCE);
    let usual = RedesignRules::usual(&office);
    assert_eq!(usual.places, [(step(&office, "5"), NonZeroU32::MIN)]);
    // Six people: the best in today's order with one camera is that of three jobs (derived:
    // {1,2}×2 45 s, {3,4}×… is beaten by {1,2,3,4}×4 145 s, {5} 20 s, {6} 30 s).
    let point = &ask(&office, &usual, &Question::Staff(6..=6)).points[0];
    assert!((point.capacity_per_hour - 4.0 * 3600.0 / 145.0).abs() < 1e-9);
    assert_eq!(jobs(&office, point, 0), "1+2+3+4 x4, 5, 6");
}
