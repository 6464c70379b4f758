//! The day as it is simulated in the window.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::process::compile;
use onstage::simulation::{DayFigures, DayStudy, Model, simulated};
use onstage::wording::{Amount, Language};

use crate::context::{Person, Setup};

/// An office of one clerk, with a lunch that is too much for one.
const TEXT: &str = r#"(title: "Passes", scenarios: [
    (id: 1, name: "Today", roles: [
            (id: 13, name: "Clerk", headcount: 1, cost_per_hour: 20, shifts: [(from: "08:00", to: "12:00")]),
            (id: 14, name: "Guard")],
        demand: (per_hour: 20, day: (open: "08:00", close: "12:00", per_hour: [8, 14, 22, 8])),
        simulation: (promise: "15 min"),
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "exp 3.5 min", needs: [(roles: [13])]),
            (id: 36, name: "Leave", lane: 2, phase: 3, at: (200, 0), time: "1 min", needs: [(roles: [14])])],
        links: [(id: 35, from: 34, to: 36)]),
])"#;

fn office() -> Setup {
    Person::at_text(TEXT).size(1440.0, 1_600.0)
}

/// What as many days say where nobody looks.
fn days(person: &Person, count: u32) -> DayFigures {
    let scenario = person.scenario();
    let process = compile(scenario);
    let model = Model::of_day(scenario, &process).expect("a day");
    let mut study = DayStudy::new(model, scenario.simulation_rules().seed);
    let done = study.go_to(count, 1, &|parts, work| parts.iter_mut().all(work), &|| false);
    assert!(done);
    DayFigures::of(&study, scenario, &process)
}

/// What a node is called.
fn said(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value())
}

impl Person {
    /// The value of a row of the panel; not that of the table, which has the formula before it.
    fn of_day(&self, name: &str) -> String {
        let start = self.words().labelled(name, "");
        let start = start.trim_end();
        let rows = self.window.query_all_by_label_contains(start);
        let mut rows = rows.filter_map(|node| said(&node)).filter(|row| !row.contains(" | "));
        let row = rows.find_map(|row| row.strip_prefix(start).map(|row| row.trim().to_owned()));
        row.unwrap_or_else(|| panic!("no row {name}"))
    }
}

#[test]
fn the_day_that_is_seen_is_the_one_of_the_command_line() {
    let person = office().simulating(3).open();
    // Rounds end at 20, 40, 80 days here.
    let found = days(&person, 80);
    let words = person.words();
    let time = simulated(found.throughput_time_s);
    let card = person.of_day("Throughput time over the day, simulated");
    let shown = words.time(time.value.expect("a time"));
    let half = words.badge(time.basis, Amount::Seconds);
    assert!(card.starts_with(&shown) && card.contains(&half), "{card}: {shown} {half}");
    assert!(card.ends_with("The day is too uneven for the long run"), "{card}");
    let within = person.of_day("Out within 15 min");
    let share = simulated(found.within_promise);
    assert!(within.starts_with(&words.percent(share.value.expect("a share"))), "{within}");
    for name in [
        "9 of 10 are out within",
        "Inside when doors close",
        "Last one out after closing",
        "Came",
        "Served",
        "Paid hours",
    ] {
        assert!(person.of_day(name).starts_with(|it: char| it.is_ascii_digit()), "{name}");
    }
    assert!(person.window.query_by_label_contains("Gave up").is_none(), "nobody did");
    assert!(person.sees("mean of 80 days") || person.sees("80 days"));
}

#[test]
fn of_an_uneven_day_the_simulation_is_believed() {
    let person = office().simulating(2).open();
    let rows = person.window.query_all_by_label_contains(" | ");
    let rows: Vec<String> = rows.filter_map(|node| said(&node)).collect();
    let row = rows.iter().find(|row| row.starts_with("Wait at Serve")).expect("a row");
    assert!(row.ends_with("| simulation") && row.contains('±'), "{row}");
}

#[test]
fn the_formula_beside_a_day_says_of_which_rate_it_is() {
    let mut person = office().simulating(2).open();
    let head = format!("Formula, {} all day", person.words().rate(20.0));
    assert!(person.sees(&head));
    let formula = |person: &Person| {
        let rows = person.window.query_all_by_label_contains(" | ");
        let mut rows = rows.filter_map(|node| said(&node));
        rows.find(|row| row.starts_with("Wait at Serve")).expect("a row")
    };
    let before = formula(&person);
    person.choose("Figures of", "11:00–12:00");
    assert!(person.sees(&head) && formula(&person) == before);
    let chinese = office().language(Language::Chinese).simulating(2).open();
    assert!(chinese.sees(&format!("公式，全天 {}", chinese.words().rate(20.0))));
}

#[test]
fn rows_of_a_running_simulation_stay_as_high_as_they_are() {
    let mut person = office().language(Language::Chinese).simulating(40).open_busy();
    let mut heights = std::collections::BTreeSet::new();
    for _ in 0..400 {
        person.window.run_steps(1);
        let rows = person.window.query_all_by_label_contains(" | ");
        // Rounded to points.
        heights.extend(
            rows.filter(|node| {
                said(node)
                    .is_some_and(|said| said.starts_with("“Serve”") || said.starts_with("Serve"))
            })
            .map(|node| format!("{:.0}", node.rect().height())),
        );
        if !person.app().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(3));
    }
    assert_eq!(heights.len(), 1, "{heights:?}");
}

#[test]
fn an_edit_simulates_the_day_anew_and_an_hour_that_is_picked_does_not() {
    let mut person = office().simulating(2).open();
    let card = "Throughput time over the day, simulated";
    let before = person.of_day(card);
    person.choose("Figures of", "the long run");
    assert_eq!(person.of_day(card), before, "another hour is the same day");
    person.choose("Figures of", "08:00–09:00");
    assert_eq!(person.of_day(card), before);
    person.command("Day: customers");
    person.click_cell("10:00–11:00", "Customers/h");
    person.enter("10");
    let after = person.of_day(card);
    assert_ne!(after, before);
    person.undo();
    assert_eq!(person.of_day(card), before);
}

#[test]
fn it_says_how_far_it_has_come_and_stops_when_it_is_told_to() {
    let mut person = office().simulating(1_000).open_busy();
    let mut seen = false;
    for _ in 0..2_000 {
        person.window.run_steps(1);
        seen |= person.window.query_by_label_contains("refining to ±2 %").is_some();
        if seen {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(seen, "days that are counted");
    let stop = person.word("simulation-stop");
    person.window.get_all_by_label(&stop).next().expect("a button").click();
    person.wait();
    assert!(!person.app().is_busy());
    assert!(person.sees("Stopped after") || person.sees("precise to ±2 %"));
}

#[test]
fn the_tab_shows_who_is_inside_and_how_busy_they_are() {
    let mut person = office().simulating(3).open();
    person.command("Day: customers");
    person.press(Modifiers::NONE, Key::F9);
    let found = days(&person, 80);
    let highest = found.intervals.iter().max_by(|a, b| {
        let mean = |it: &onstage::simulation::IntervalFigures| it.wip.map_or(0.0, |wip| wip.mean);
        mean(a).total_cmp(&mean(b))
    });
    let highest = highest.expect("intervals");
    let plot = person.window.get_by_label_contains("Inside, simulated: at most ");
    let said = said(&plot).expect("a name");
    let when = person.words().from_to(highest.from, highest.to);
    assert!(said.contains(&when), "{said}: {when}");
    let rect = plot.rect();
    let bar = person.window.get_by_label("10:00–11:00: 22 customers an hour").rect();
    assert!(rect.left() <= bar.left() && bar.right() <= rect.right(), "one axis of time");
    assert!(rect.top() >= bar.bottom());
    person.point_at(egui::pos2(bar.center().x, rect.center().y));
    assert!(person.sees("10:00–11:00: ") && person.sees("Who begins to wait then waits"));
}

#[test]
fn two_days_are_compared_on_the_same_customers() {
    let mut person = office().simulating(2).open();
    person.command("Duplicate scenario");
    person.wait();
    person.command("Day: customers");
    person.click_cell("10:00–11:00", "Clerk");
    person.enter("2");
    person.press(Modifiers::COMMAND, Key::B);
    person.wait();
    let rows = person.window.query_all_by_label_contains(" → ");
    let rows: Vec<String> = rows.filter_map(|node| said(&node)).collect();
    let row = rows.iter().find(|row| row.starts_with("Wait at Serve:") && row.ends_with("less"));
    let row = row.unwrap_or_else(|| panic!("{rows:?}"));
    assert_eq!(row.matches('±').count(), 3, "{row}");
    assert!(person.sees("THE DAY, ON THE SAME"));
}

#[test]
fn at_rest_nothing_runs_and_the_document_knows_nothing() {
    let mut person = office().simulating(2).open();
    person.let_pass(5);
    assert!(!person.app().is_busy());
    let repaint = person.window.output().viewport_output.values();
    let soonest = repaint.map(|viewport| viewport.repaint_delay).min();
    assert!(soonest.is_none_or(|delay| delay > std::time::Duration::from_mins(1)), "{soonest:?}");
    assert_eq!(person.document(), office().open().document());
}

#[test]
fn it_speaks_chinese() {
    let person = office().language(Language::Chinese).simulating(2).open();
    let card = person.of_day("全天的全部时间（仿真）");
    assert!(card.contains('±') && card.contains("忙闲不均"), "{card}");
}

#[test]
fn the_section_is_there_only_where_there_is_a_day() {
    let mut person = office().simulating(1).open();
    let name = person.word("section-the-day");
    assert!(person.window.query_by_role_and_label(Role::DisclosureTriangle, &name).is_some());
    person.command("Day: customers");
    person.click("Hours…");
    person.click("Remove the day");
    assert!(person.window.query_by_role_and_label(Role::DisclosureTriangle, &name).is_none());
    assert!(person.window.query_by_label_contains("over the day, simulated").is_none());
}

#[test]
fn who_is_left_unserved_is_a_problem_with_its_step_and_its_role() {
    let home_early = TEXT.replace(r#"to: "12:00")]"#, r#"to: "11:00")]"#);
    let mut person = Person::at_text(&home_early).size(1440.0, 1_600.0).simulating(2).open();
    assert!(person.of_day("Left unserved").starts_with(|it: char| it.is_ascii_digit()));
    assert!(person.of_day("at Serve").starts_with(|it: char| it.is_ascii_digit()));
    let tab = person.window.get_all_by_role(Role::Tab);
    let tab = tab.filter_map(|node| said(&node)).find(|name| name.starts_with("Problems"));
    let tab = tab.expect("a tab");
    person.click_role(Role::Tab, &tab);
    let told = "customers a day are left unserved at Serve: nobody is on duty as Clerk after 11:00";
    assert!(person.sees(told));
    // Once somebody is there to the end, nothing is said any more.
    person.command("Day: customers");
    person.click_cell("11:00–12:00", "Clerk");
    person.enter("1");
    assert!(!person.sees(told));
    let name = person.words().labelled(&person.word("day-unserved"), "");
    assert!(person.window.query_by_label_contains(name.trim_end()).is_none());
}
