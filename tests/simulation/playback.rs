//! A day that is watched: any moment of it is what the engine says, however one came there.

use std::sync::Arc;

use onstage::blueprint::Scenario;
use onstage::process::compile;
use onstage::simulation::playback::{Cursor, MINUTE, Reel, Scene, Stage, Still, Which};
use onstage::simulation::{Model, Replication};

use crate::draw::draw;

fn staged(scenario: &Scenario) -> Arc<Stage> {
    Arc::new(Stage::of(scenario).expect("can be played"))
}

fn reel(scenario: &Scenario, number: u32) -> Arc<Reel> {
    Arc::new(Reel::record(&staged(scenario), number, &|| false).expect("plays to its end"))
}

fn at(reel: &Arc<Reel>, time: u64) -> Still {
    let mut cursor = Cursor::new(reel);
    assert!(cursor.seek(time, &mut || true));
    cursor.still()
}

/// A licence office with a lunch peak: the records officer is the bottleneck.
fn office(officers: u32) -> Scenario {
    draw(&format!(
        "role Clerk x1
         role Officer x{officers}
         demand 54/h
         day 08:00-17:00 36 50 58 64 70 62 56 50 40
         Apply: 30 s, by Clerk
         Check: 60 s, by Officer"
    ))
}

/// Services with everything that makes a day uneven.
fn uneven() -> Vec<Scenario> {
    [
        "role Clerk x2
         demand 54/h
         day 08:00-12:00 40 90 60 30; turn away
         shift Clerk 08:00-10:00 x2
         shift Clerk 10:00-12:00 x1
         Serve: 90 s, scv 1, by Clerk, patience 6 min",
        "role Doctor x1
         demand 6/h
         day 09:00-12:00; at 09:00 x2; at 09:30 x2; at 10:00; at 11:00 x3; no-show 10 %; early 10 min; spread 8 min
         Seats: customer, wait 5 min, places 4
         See: 8 min, scv 0.5, by Doctor",
        "role Guard x2
         demand 20/h
         day 00:00-24:00; every 240
         shift Guard 22:00-06:00 x1
         shift Guard 06:00-22:00 x2
         Check: 4 min, scv 1, by Guard",
    ]
    .map(draw)
    .into()
}

#[test]
fn a_day_ends_as_the_engine_says() {
    for scenario in uneven().iter().chain([&office(1)]) {
        let model = Model::of_day(scenario, &compile(scenario)).expect("can be simulated");
        for number in 0..4 {
            let day = Replication::new(&model, 1, number).run_day(&model, &|| false);
            let day = day.expect("ends");
            let all = day.all();
            let reel = reel(scenario, number);
            let last = reel.last();
            assert_eq!(
                (last.inside, last.waiting),
                if reel.stage().closes().is_some() { (0, 0) } else { (last.inside, last.waiting) }
            );
            assert_eq!(
                [last.arrivals, last.served, last.gave_up, last.no_room, last.unserved],
                [all.arrivals, all.served, all.gave_up, all.no_room, all.unserved]
            );
            if let Some(close) = reel.stage().closes() {
                assert_eq!((last.inside, last.waiting), (0, 0));
                let told = reel.story().iter().find_map(|marker| match marker.scene {
                    Scene::DoorsClose { inside } => Some((marker.at, inside)),
                    _ => None,
                });
                assert_eq!(told, Some((close, day.inside_at_closing)));
                assert!(at(&reel, close).inside <= day.inside_at_closing, "some are turned away");
                assert!(reel.ends() >= close + day.overtime);
            }
        }
    }
}

#[test]
fn a_moment_is_the_same_however_one_comes_there() {
    for scenario in uneven().iter().chain([&office(1)]) {
        let reel = reel(scenario, 3);
        assert!((64..=128).contains(&reel.kept()) || reel.last().arrivals < 200, "{}", reel.kept());
        let (from, to) = (reel.begins(), reel.ends());
        let time = |part: u64| from + (to - from) / 97 * part;
        // Forward without a jump, event by event.
        let mut walking = Cursor::new(&reel);
        let mut seen: Vec<Still> = Vec::new();
        for part in 0..=97 {
            let until = if part == 97 { to } else { time(part) };
            while let Some(next) = walking.next_event().filter(|next| *next <= until) {
                walking.seek(next, &mut || true);
            }
            walking.seek(until, &mut || true);
            seen.push(walking.still());
        }
        // Backwards and criss-cross.
        let mut jumping = Cursor::new(&reel);
        for step in 0..seen.len() {
            let part = step * 41 % seen.len();
            let still = &seen[part];
            jumping.seek(still.at, &mut || true);
            assert_eq!(jumping.still(), *still, "part {part}");
        }
        // With hardly any time a frame, it arrives all the same.
        let mut patient = Cursor::new(&reel);
        while !patient.seek(to, &mut || false) {}
        assert_eq!(patient.still(), *reel.last());
    }
}

#[test]
fn a_step_back_is_the_event_before() {
    let reel = reel(&office(1), 0);
    let mut cursor = Cursor::new(&reel);
    cursor.seek(reel.stage().opens() + 200 * MINUTE, &mut || true);
    for _ in 0..200 {
        let now = cursor.next_event().expect("goes on");
        let before = cursor.at();
        cursor.seek(now, &mut || true);
        if before > reel.begins() {
            let last = cursor.last_event().expect("something happened");
            let mut back = cursor.clone();
            back.seek(last, &mut || true);
            assert_eq!(back.next_event(), Some(now), "nothing lies between");
        }
    }
}

#[test]
fn numbers_add_up_at_every_instant() {
    for scenario in uneven().iter().chain([&office(1)]) {
        let reel = reel(scenario, 1);
        let mut cursor = Cursor::new(&reel);
        let carried = cursor.still();
        let carried = carried.inside
            - (carried.arrivals
                - carried.served
                - carried.gave_up
                - carried.no_room
                - carried.unserved)
                .min(carried.inside);
        let mut most = 0;
        while let Some(next) = cursor.next_event() {
            cursor.seek(next, &mut || true);
            let now = cursor.still();
            most = most.max(now.inside);
            let left = now.served + now.gave_up + now.no_room + now.unserved;
            assert_eq!(now.arrivals + carried, now.inside + left);
            assert!(now.waiting <= now.inside, "{now:?}");
            let in_lines: u64 = now.steps.iter().map(|step| u64::from(step.waiting)).sum();
            assert_eq!(in_lines, now.waiting);
            for role in &now.roles {
                let here = |step: &onstage::simulation::playback::StepNow| {
                    step.crews
                        .iter()
                        .filter(|crew| crew.role == role.role)
                        .map(|crew| crew.here)
                        .sum::<u32>()
                };
                assert!(now.steps.iter().map(here).sum::<u32>() <= role.busy);
            }
        }
        let course = reel.course().inside().map(|(_, inside)| u64::from(inside)).max();
        assert_eq!(course, Some(most), "the course shows the fullest moment");
    }
}

#[test]
fn the_story_tells_what_happens() {
    let reel = reel(&office(1), 5);
    let story = reel.story();
    assert!(!story.is_empty() && story.len() <= 6, "{story:?}");
    assert!(story.is_sorted_by_key(|marker| marker.at));
    for marker in story {
        let now = at(&reel, marker.at);
        match marker.scene {
            Scene::FirstLine { step } => {
                assert!(now.step(step).is_some_and(|step| step.waiting > 5));
            }
            Scene::LongestLine { step, waiting } => {
                assert_eq!(now.step(step).map(|step| step.waiting), Some(waiting));
            }
            Scene::Busiest { share, .. } => assert!((0.9..=1.0).contains(&share), "{share}"),
            Scene::FewerOnDuty { role, now: left, .. } => {
                assert_eq!(now.role(role).map(|role| role.on_duty), Some(left));
            }
            Scene::DoorsClose { inside } => assert_eq!(now.inside, inside, "all are served"),
            Scene::LastOut => assert_eq!(now.inside, 0),
        }
    }
}

#[test]
fn a_lever_changes_nothing_but_what_it_moves() {
    let (one, two) = (reel(&office(1), 2), reel(&office(2), 2));
    let (mut before, mut after) = (Cursor::new(&one), Cursor::new(&two));
    let mut fewer = 0;
    for minute in 0..(9 * 60) {
        let time = one.stage().opens() + minute * MINUTE;
        before.seek(time, &mut || true);
        after.seek(time, &mut || true);
        let (before, after) = (before.still(), after.still());
        assert_eq!(before.arrivals, after.arrivals, "the same customers");
        assert!(after.waiting <= before.waiting, "and nobody waits longer");
        fewer += u32::from(after.waiting < before.waiting);
    }
    assert!(fewer > 60, "the lever is seen");
}

#[test]
fn typical_and_bad_days_are_days_of_the_first_twenty() {
    let stage = staged(&office(1));
    let wait = |number: u32| {
        let reel = Reel::record(&stage, number, &|| false).expect("plays");
        reel.last().throughput_s.expect("somebody was served")
    };
    let number = |which: Which| which.number(&stage, &|| false).expect("is chosen");
    let (typical, bad) = (number(Which::Typical), number(Which::Bad));
    // Work is the same each day, so that the order by wait is that by time inside.
    let below = |than: f64| (0..20).filter(|number| wait(*number) < than).count();
    assert_eq!((below(wait(typical)), below(wait(bad))), (9, 18));
    assert_eq!(number(Which::Number(154)), 154);
    assert_eq!(Which::Bad.number(&stage, &|| true), None, "is cancelled");
}

#[test]
fn a_service_without_a_day_is_played_on_its_opening_hours() {
    let scenario = draw("role Clerk x1\n demand 48/h\n Serve: 60 s, scv 1, by Clerk");
    let reel = reel(&scenario, 0);
    let stage = reel.stage();
    assert!(stage.is_assumed());
    assert!((stage.seconds_of_day(stage.opens()) - 8.0 * 3600.0).abs() < 1e-9);
    assert!(reel.last().arrivals > 300);
    let lacking = draw("role Clerk x1\n Serve: 60 s, scv 1, by Clerk");
    assert!(Stage::of(&lacking).is_err());
}
