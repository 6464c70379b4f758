//! Small days whose every start is known: who takes whose turn, to the microsecond. Times are in minutes.

use onstage::simulation::Replication;

use crate::draw::{draw, step};
use crate::running::model;

/// Starts of steps, in the order of time: name and minute.
type Starts = Vec<(&'static str, f64)>;

/// What starts when customers come at given minutes to steps, with other numbers on duty of the first role.
fn starts(text: &str, coming: &[(&'static str, &[f64])], duty: &[(f64, u32)]) -> Starts {
    let scenario = draw(text);
    let planned: Vec<_> = coming
        .iter()
        .flat_map(|(name, minutes)| {
            let id = step(&scenario, name);
            minutes.iter().map(move |minute| (minute * 60.0, id))
        })
        .collect();
    let duty: Vec<(f64, u32)> = duty.iter().map(|(at, units)| (at * 60.0, *units)).collect();
    let model = model(&scenario).expect("can be simulated").at_demand(0.0);
    let model = model.with_appointments(&planned).with_duty(0, &duty);
    let mut replication = Replication::new(&model, 1, 0).logging();
    assert!(replication.run(&model, 600_000_000 * 60, &|| false));
    assert_eq!(replication.inside(), 0, "all come to their end");
    let name = |moment: u32| {
        let process = onstage::process::compile(&scenario);
        let first = process.moments[moment as usize].first_step().expect("a step");
        let name = &scenario.steps()[&first].name;
        coming.iter().map(|(name, _)| *name).find(|other| other == name).expect("a name")
    };
    let starts = replication.starts().iter();
    starts.map(|start| (name(start.moment), start.at as f64 / 60e6)).collect()
}

/// The minutes at which one of them starts.
fn of(name: &str, starts: &Starts) -> Vec<f64> {
    starts.iter().filter(|(other, _)| *other == name).map(|(_, at)| *at).collect()
}

#[test]
fn who_is_busy_when_duty_ends_finishes_first() {
    let found = starts(
        "role Clerk x1\n demand 1/h\n A: 5 min, by Clerk, next end",
        &[("A", &[0.0, 0.0, 2.0, 3.0, 10.0, 14.0, 15.0])],
        &[(6.0, 2), (12.0, 1), (20.0, 2)],
    );
    assert_eq!(of("A", &found), [0.0, 5.0, 6.0, 10.0, 11.0, 16.0, 20.0]);
}

#[test]
fn nobody_overtakes_who_waits_for_a_second_nurse() {
    let found = starts(
        "role Nurse x2
         demand 1/h
         Q: 5 min, by Nurse, next end, enter 50 %
         P: 4 min, by 2 Nurse, next end, enter 50 %",
        &[("Q", &[0.0, 1.0, 3.0]), ("P", &[2.0])],
        &[],
    );
    assert_eq!(of("P", &found), [6.0]);
    assert_eq!(of("Q", &found), [0.0, 1.0, 10.0]);
}

#[test]
fn who_was_passed_three_times_at_each_need_holds_what_is_free() {
    let each = |last: u32| (0..=last).map(f64::from).collect::<Vec<f64>>();
    let found = starts(
        "role Anna x1
         role Ben x1
         demand 1/h
         A: 4 min, by Anna, next end, enter 1/3
         B: 9.5 min, by Ben, next end, enter 1/3
         J: 2 min, by Anna + Ben, next end, enter 1/3",
        &[("A", &each(20)), ("B", &each(8)), ("J", &[0.5])],
        &[],
    );
    assert_eq!(of("J", &found), [38.0]);
    let a = of("A", &found);
    assert_eq!(a[..9], [0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0, 40.0]);
    assert_eq!(of("B", &found)[..5], [0.0, 9.5, 19.0, 28.5, 40.0]);
}

#[test]
fn who_lacks_another_thing_lets_others_pass() {
    let found = starts(
        "role Room x2 room
         role Doctor x1
         demand 1/h
         X: 10 min, by Room + Doctor, next end, enter 50 %
         Y: 6 min, by Room, next end, enter 50 %",
        &[("X", &[0.0, 1.0]), ("Y", &[2.0, 3.0])],
        &[],
    );
    assert_eq!(of("X", &found), [0.0, 10.0]);
    assert_eq!(of("Y", &found), [2.0, 8.0]);
}

#[test]
fn alternatives_are_taken_so_that_all_needs_are_met() {
    let found = starts(
        "role Paramedic x1
         role Doctor x1
         demand 1/h
         E: 6 min, by Paramedic | Doctor, next end, enter 1/3
         D: 6 min, by Doctor, next end, enter 1/3
         B: 6 min, by Paramedic | Doctor + Paramedic, next end, enter 1/3",
        &[("E", &[0.0, 1.0]), ("D", &[2.0]), ("B", &[3.0])],
        &[],
    );
    assert_eq!(of("E", &found), [0.0, 1.0]);
    assert_eq!((of("D", &found), of("B", &found)), (vec![7.0], vec![13.0]));
}

#[test]
fn who_waits_in_a_circle_leaves_and_the_next_are_served() {
    let text = "role Anna x1
         role Ben x1
         demand 1/h
         P: 3 min, by keep Anna, next Then Ben, enter 50 %
         Then Ben: 2 min, by keep Ben, next end
         Q: 4 min, by keep Ben, next Then Anna, enter 50 %
         Then Anna: 2 min, by keep Anna, next end";
    let coming: [(&'static str, &[f64]); 4] =
        [("P", &[0.0, 5.0]), ("Q", &[1.0, 20.0]), ("Then Ben", &[]), ("Then Anna", &[])];
    let found = starts(text, &coming, &[]);
    // At 3 the first has Anna and waits for Ben, at 5 the other has Ben and waits for Anna: neither ever starts.
    // Both are free for who comes at 5.
    assert_eq!(of("P", &found), [0.0, 5.0]);
    assert_eq!(of("Then Ben", &found), [8.0]);
    assert_eq!(of("Q", &found), [1.0, 20.0]);
    assert_eq!(of("Then Anna", &found), [24.0]);
}

#[test]
fn who_keeps_two_of_three_leaves_only_where_nobody_can_give_way() {
    let text = |doctors: u32| {
        format!(
            "role Anna x1
             role Doctor x{doctors}
             demand 1/h
             P: 3 min, by keep Anna, next Then Doctor, enter 50 %
             Then Doctor: 2 min, by keep Doctor, next end
             Q: 4 min, by keep Doctor, next Then Anna, enter 50 %
             Then Anna: 2 min, by keep Anna, next end"
        )
    };
    let coming: [(&'static str, &[f64]); 4] =
        [("P", &[0.0]), ("Q", &[1.0]), ("Then Doctor", &[]), ("Then Anna", &[])];
    // With a second doctor the first goes on, and then the other.
    let found = starts(&text(2), &coming, &[]);
    assert_eq!(of("Then Doctor", &found), [3.0]);
    assert_eq!(of("Then Anna", &found), [5.0]);
    assert_eq!(of("Then Anna", &starts(&text(1), &coming, &[])), [] as [f64; 0]);
}
