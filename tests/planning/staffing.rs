//! Staffing plans: what they promise holds on other days, with no more hours than known to be enough.

use std::process::{Command, Output};

use onstage::analysis::Lack;
use onstage::blueprint::Scenario;
use onstage::planning::{PlannedShift, Rest, RotaRefusal, Shape};
use onstage::redesign::{
    StaffTarget, Staffing, StaffingProgress, StaffingQuestion, StaffingRefusal, StaffingStage,
    staffing, staffing_told, staffing_tried,
};
use onstage::simulation::{OfPart, Part};

use crate::draw::{draw, role};

/// A lunch peak of exponential services of three minutes, by the hour.
const PEAK: &str = "role Clerk x7 $20
    demand 60/h
    day 08:00-17:00 20 40 60 80 100 90 60 40 30
    Serve: 3 min, scv 1, by Clerk, next end";

fn in_turn(days: &mut [Part], work: &OfPart<'_>) -> bool {
    days.iter_mut().all(work)
}

fn plan(scenario: &Scenario, question: &StaffingQuestion) -> Result<Staffing, StaffingRefusal> {
    staffing(scenario, question, &in_turn, &|| false)
}

fn shape(hours: u32, rest: Option<Rest>) -> Shape {
    Shape { length_min: 60 * hours, rest }
}

/// Shifts of 4, 6 and 8 hours on the hour, the longest with an unpaid hour.
fn on_the_hour() -> StaffingQuestion {
    let rest = Rest { lasts_min: 60, paid: false, from_min: 180, to_min: 300 };
    StaffingQuestion {
        shapes: vec![shape(4, None), shape(6, None), shape(8, Some(rest))],
        start_every_min: 60,
        ..StaffingQuestion::default()
    }
}

#[test]
fn a_lunch_peak_is_held_with_no_more_than_37_hours() {
    let found = plan(&draw(PEAK), &on_the_hour()).expect("a plan");
    let [clerk] = found.roles.as_slice() else { panic!("one role") };
    // As many as are at work if nobody waits: with the delay of the work, not the rate of the hour.
    let load = [0.95, 1.95, 2.95, 3.95, 4.95, 4.525, 3.075, 2.05, 1.525];
    for (found, load) in clerk.load.iter().zip(load) {
        assert!((found - load).abs() < 0.07 * load, "{:?}", clerk.load);
    }
    assert!(clerk.need.iter().sum::<u32>() <= 37, "{:?}", clerk.need);
    assert!(found.holds, "{:?}", clerk.held);
    for (at, held) in clerk.held.iter().enumerate() {
        let held = held.expect("customers in every hour");
        assert!(held.mean >= 0.9 && held.half_width < 0.03, "{at}: {held:?}");
        assert!(clerk.duty[at] >= clerk.need[at], "{at}");
    }
    assert!(clerk.rota.is_proven());
    let paid: f64 = clerk.rota.shifts.iter().map(|it| f64::from(it.paid_min() * it.count)).sum();
    assert!((clerk.paid_hours - paid / 60.0).abs() < 1e-9);
    assert!(clerk.paid_hours <= 39.0, "{}", clerk.paid_hours);
    assert_eq!(found.cost_per_day, Some(20.0 * clerk.paid_hours));
    // Seven clerks for nine hours.
    assert_eq!(found.cost_today, Some(20.0 * 63.0));
}

#[test]
fn the_same_question_has_the_same_plan_on_any_thread() {
    let scenario = draw(
        "role Clerk x2
         role Cook x2
         demand 30/h
         day 10:00-16:00 8 16 20 16 10 6
         Order: 2 min, scv 1, by Clerk
         Cook: 3 min, by Cook, next end",
    );
    let question = StaffingQuestion { shapes: vec![shape(3, None)], ..on_the_hour() };
    let one = plan(&scenario, &question).expect("a plan");
    let backwards = |days: &mut [Part], work: &OfPart<'_>| {
        let (first, second) = days.split_at_mut(days.len() / 3);
        std::thread::scope(|scope| {
            let other = scope.spawn(|| second.iter_mut().rev().all(work));
            first.iter_mut().rev().all(work) && other.join().expect("no panic")
        })
    };
    let other = staffing(&scenario, &question, &backwards, &|| false).expect("a plan");
    for (one, other) in one.roles.iter().zip(&other.roles) {
        assert_eq!((&one.need, &one.rota, &one.held), (&other.need, &other.rota, &other.held));
        assert_eq!(one.load, other.load);
    }
    assert!(one.holds);
}

#[test]
fn people_are_no_busier_than_asked() {
    let question = StaffingQuestion { target: StaffTarget::Busy { most: 0.7 }, ..on_the_hour() };
    let quiet = PEAK.replace("20 40 60 80 100 90 60 40 30", "8 16 24 32 40 36 24 16 12");
    let found = plan(&draw(&quiet), &question).expect("a plan");
    let [clerk] = found.roles.as_slice() else { panic!("one role") };
    assert!(found.holds);
    let busiest = clerk.held.iter().flatten().map(|held| held.mean).fold(0.0, f64::max);
    assert!((0.5..=0.7).contains(&busiest), "{busiest}");
}

#[test]
fn what_cannot_be_planned_says_why() {
    let question = on_the_hour();
    let without_day = draw(&PEAK.replace("day 08:00-17:00 20 40 60 80 100 90 60 40 30", ""));
    assert_eq!(plan(&without_day, &question).err(), Some(StaffingRefusal::NoDay));
    // One window: more clerks shorten no wait.
    let window = draw(&PEAK.replace("by Clerk", "by Clerk, places 4"));
    let clerk = role(&window, "Clerk");
    match plan(&window, &question) {
        Err(StaffingRefusal::OutOfReach { role, share, .. }) => {
            assert!(role == clerk && share < 0.9, "{share}");
        }
        other => panic!("{other:?}"),
    }
    // No shift is as short as the day.
    let short = draw(&PEAK.replace("08:00-17:00 20 40 60 80 100 90 60 40 30", "08:00-10:00 20 40"));
    assert_eq!(
        plan(&short, &question).err(),
        Some(StaffingRefusal::Rota {
            role: role(&short, "Clerk"),
            refusal: RotaRefusal::Unreached(vec![(480, 600)])
        })
    );
    let nobody = draw(&PEAK.replace("$20", "equipment"));
    assert_eq!(plan(&nobody, &question).err(), Some(StaffingRefusal::NoStaff));
    let timeless = draw(&PEAK.replace("3 min, scv 1, by Clerk", "by Clerk"));
    match plan(&timeless, &question) {
        Err(StaffingRefusal::Lacks(lacks)) => {
            assert!(matches!(lacks.as_slice(), [Lack::Time(_)]), "{lacks:?}");
        }
        other => panic!("{other:?}"),
    }
    let without_shifts = StaffingQuestion { shapes: Vec::new(), ..question.clone() };
    assert_eq!(plan(&draw(PEAK), &without_shifts).err(), Some(StaffingRefusal::NoShapes));
    let cancelled = staffing(&draw(PEAK), &question, &in_turn, &|| true);
    assert_eq!(cancelled.err(), Some(StaffingRefusal::Cancelled));
}

fn onstage(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_onstage"))
        .args(words)
        .env("LANG", "C")
        .env_remove("LANGUAGE")
        .env_remove("LC_ALL")
        .output()
        .expect("the program")
}

/// A file with a lunch peak, in a folder of its own.
fn file() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("peak.ron");
    let text = r#"(
    version: 1, title: "Desk", currency: "$", next_id: 7,
    scenarios: [(
        id: 1, name: "Today",
        lanes: [(id: 2, zone: Frontstage)],
        phases: [(id: 3, name: "")],
        roles: [(id: 4, name: "Clerk", kind: Staff, headcount: 7, cost_per_hour: 20)],
        demand: (per_hour: 20, day: (open: "08:00", close: "14:00",
            per_hour: [8, 16, 24, 28, 20, 12])),
        steps: [(id: 5, name: "Serve", lane: 2, phase: 3, time: "exp 3 min", needs: [(roles: [4])])],
        links: [(id: 6, from: 5, to: "outside")],
    )],
)"#;
    std::fs::write(&path, text).expect("a file");
    let path = path.display().to_string();
    (folder, path)
}

#[test]
fn the_command_line_plans_shifts() {
    let (folder, file) = file();
    let rota = folder.path().join("shifts.csv").display().to_string();
    let words = ["staff", &file, "--shift", "4 h", "--shift", "6 h", "--start-every", "1 h"];
    let shift = ["--shift", "8 h, break 1 h after 3:00-5:00"];
    let words: Vec<&str> = words.into_iter().chain(shift).collect();
    let output = onstage(&[&words[..], &["--json", "-o", &rota]].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["target"]["within"], 0.9);
    let clerk = &json["roles"][0];
    assert_eq!((&clerk["name"], &clerk["proven"]), (&"Clerk".into(), &true.into()));
    assert_eq!(clerk["bound"], clerk["cost"]);
    assert_eq!(json["intervals"].as_array().map(Vec::len), Some(6));
    assert_eq!(json["intervals"][0]["from"], "08:00");
    assert!(json["intervals"][5]["roles"][0]["within"].as_f64() >= Some(0.9), "{json}");
    let table = std::fs::read_to_string(&rota).expect("a table");
    assert!(table.starts_with("role,from,to,count,breaks\nClerk,08:00,"), "{table}");

    let plan = folder.path().join("plan.ron").display().to_string();
    let output = onstage(&[&words[..], &["-o", &plan]].concat());
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("It held in every interval of 1,000 other days"), "{told}");
    assert!(told.contains("no cheaper ones"), "{told}");
    let checked = onstage(&["check", &plan]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    assert!(std::fs::read_to_string(&plan).expect("a file").contains("shifts: ["));
}

#[test]
fn mistakes_of_a_staffing_plan_are_told() {
    let (folder, file) = file();
    let text = folder.path().join("x.txt").display().to_string();
    for (words, meant) in [
        (&["--within", "much"][..], "much"),
        (&["--wait", "soon"], "soon"),
        (&["--busy", "200 %"], "200 %"),
        (&["--shift", "always"], "always"),
        (&["--start-every", "0 min"], "0 min"),
        (&["--role", "Clark"], "The most similar one is “Clerk”"),
        (&["--role", "Nobody"], "There are “Clerk”"),
        (&["--busy", "85 %", "--wait", "5 min"], "together"),
        // Refused before anything is simulated, by its name.
        (&["--shift", "8 h, break 30 min after 7:30-8:30"], "8 h, break 30 min after 7:30-8:30"),
        (
            &["--shift", "8 h, break 30 min after 3:15-3:45", "--start-every", "1 h"],
            "8 h, break 30 min after 3:15-3:45",
        ),
        (&["-o", &text], "x.txt"),
    ] {
        let output = onstage(&[&["staff", &file][..], words].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
        assert!(said.contains(meant) && output.stdout.is_empty(), "{words:?}: {said}");
    }
    let without = onstage(&["staff", "assets/samples/en/driver-licence-office.ron"]);
    let said = String::from_utf8_lossy(&without.stderr).into_owned();
    assert_eq!(without.status.code(), Some(2), "{said}");
    assert!(said.contains("opening hours"), "{said}");
    let nine = ["--shift", "10 h"];
    let output = onstage(&[&["staff", &file][..], &nine].concat());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("No shift reaches from 08:00 to 14:00"), "{said}");
}

/// A quiet morning, which is planned in no time.
fn morning() -> (Scenario, StaffingQuestion) {
    let scenario =
        draw(&PEAK.replace("08:00-17:00 20 40 60 80 100 90 60 40 30", "08:00-12:00 20 40 30 20"));
    let question = StaffingQuestion { trial_days: 100, check_days: 300, ..on_the_hour() };
    (scenario, question)
}

#[test]
fn a_plan_says_how_far_it_is_what_today_is_like_and_why_nobody_can_go() {
    let (scenario, question) = morning();
    let told = std::sync::Mutex::new(Vec::new());
    let note = |progress: StaffingProgress| told.lock().expect("no panic").push(progress);
    let found = staffing_told(&scenario, &question, &in_turn, &|| false, &note).expect("a plan");
    let told = told.into_inner().expect("no panic");
    let first = StaffingStage::ALL.map(|stage| told.iter().position(|it| it.stage == stage));
    assert!(first.iter().all(Option::is_some) && first.is_sorted(), "{told:?}");
    assert!(told.iter().all(|progress| (0.0..=1.0).contains(&progress.done)), "{told:?}");
    let [clerk] = found.roles.as_slice() else { panic!("one role") };
    // Seven clerks today: everybody is served at once, on the same days.
    assert_eq!(found.intervals_held(|role| &role.held_today), Some((4, 4)));
    let (_, _, today) = found.tightest_today().expect("customers");
    assert!(today.mean > 0.99, "{today:?}");
    // One less where it is tightest, and the target is missed.
    assert!(!clerk.is_least);
    let less = clerk.one_less.expect("somebody could go");
    assert!(clerk.need[less.at] > 1 && found.target.slack(less.held) < 0.0, "{less:?}");
}

#[test]
fn shifts_that_are_moved_by_hand_are_tried_on_the_same_days() {
    let (scenario, question) = morning();
    let found = plan(&scenario, &question).expect("a plan");
    let clerk = &found.roles[0];
    let again = found.with_other_shifts(clerk.role, &clerk.rota.shifts);
    let again = staffing_tried(&again, &question, &in_turn, &|| false).expect("tried");
    assert_eq!(again.roles[0].held, clerk.held, "the same shifts on the same days");
    assert_eq!((again.cost_per_day, again.holds), (found.cost_per_day, found.holds));
    // The last of them stays at home.
    let mut fewer = clerk.rota.shifts.clone();
    let last = fewer.pop().expect("somebody comes");
    if last.count > 1 {
        fewer.push(PlannedShift { count: last.count - 1, ..last });
    }
    let fewer = found.with_other_shifts(clerk.role, &fewer);
    assert!(fewer.cost_per_day < found.cost_per_day);
    assert_eq!(fewer.roles[0].rota.people + 1, clerk.rota.people);
    let fewer = staffing_tried(&fewer, &question, &in_turn, &|| false).expect("tried");
    assert!(!fewer.holds && fewer.roles[0].held != clerk.held);
}

fn never(_: &mut [Part], _: &OfPart<'_>) -> bool {
    panic!("nothing is simulated")
}

#[test]
fn a_shape_that_is_none_is_refused_before_anything_is_simulated() {
    let rest = Rest { lasts_min: 30, paid: false, from_min: 195, to_min: 225 };
    let question =
        StaffingQuestion { shapes: vec![shape(4, None), shape(8, Some(rest))], ..on_the_hour() };
    let refused =
        |question: &StaffingQuestion| staffing(&draw(PEAK), question, &never, &|| false).err();
    assert_eq!(refused(&question), Some(StaffingRefusal::Shape(1)));
    let finer = StaffingQuestion { start_every_min: 15, ..question };
    assert_eq!(finer.malformed_shape(), None);
    let short = StaffingQuestion { shapes: vec![shape(10, None)], ..on_the_hour() };
    let clerk = role(&draw(PEAK), "Clerk");
    let unreached = RotaRefusal::Unreached(vec![(480, 1_020)]);
    let nowhere = StaffingRefusal::Rota { role: clerk, refusal: unreached };
    assert_eq!(refused(&short), Some(nowhere));
}

#[test]
fn what_is_no_person_gets_no_break() {
    let (scenario, question) = morning();
    let rest = Some(Rest { lasts_min: 30, paid: false, from_min: 60, to_min: 120 });
    let id = role(&scenario, "Clerk");
    let question = StaffingQuestion {
        shapes: vec![shape(4, rest), shape(3, rest)],
        roles: vec![id],
        ..question
    };
    let people = plan(&scenario, &question).expect("a plan");
    assert!(people.roles[0].rota.shifts.iter().any(|shift| shift.rest.is_some()));
    let mut machines = scenario.clone();
    let role = scenario.roles().get(&id).expect("the role");
    let machine = onstage::blueprint::Role {
        kind: onstage::blueprint::RoleKind::Equipment,
        ..onstage::blueprint::Role::clone(role)
    };
    machines.set_role(id, machine).expect("a machine");
    let machines = plan(&machines, &question).expect("a plan");
    assert!(machines.roles[0].rota.shifts.iter().all(|shift| shift.rest.is_none()));
}

#[test]
fn a_plan_that_misses_says_in_how_many_intervals() {
    let (scenario, question) = morning();
    let found = plan(&scenario, &question).expect("a plan");
    assert_eq!(found.intervals_missed().0, 0);
    // Without its shifts all hours are as bad as they are today.
    let mut missing = found.clone();
    missing.holds = false;
    for held in missing.roles.iter_mut().flat_map(|role| role.held.iter_mut().flatten()) {
        held.mean = 0.4;
    }
    let (missed, of) = missing.intervals_missed();
    assert!(missed == of && of > 1, "{missed} of {of}");
    let day = scenario.demand().day.as_deref().expect("a day");
    let words = onstage::wording::Wording::new(onstage::wording::Language::English);
    let said = words.staffing_holds(&missing, day).expect("a verdict");
    assert!(said.starts_with(&format!("Missed in {missed} of {of} intervals")), "{said}");
}
