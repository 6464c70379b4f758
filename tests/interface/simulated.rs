//! Figures that are simulated beside the formulas while a person works.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::analysis::analyse;
use onstage::blueprint::Blueprint;
use onstage::wording::Language;

use crate::context::{Person, Setup};

/// A clerk whose waits are known exactly, two who share work of differing length, whose are not.
fn shop(demand: f64) -> Blueprint {
    let steps = "step,role,time,scv\nGreet,Clerk,60 s,1\nBrew,Barista,2 min,0.5\n";
    service(steps, "role,count\nClerk,1\nBarista,3\n", demand)
}

fn service(steps: &str, roles: &str, demand: f64) -> Blueprint {
    use onstage::blueprint::{Quantity, Refusal};
    use onstage::exchange::{roles_from_table, steps_from_table};
    let mut blueprint = Blueprint::empty("Shop", "As-is");
    let id = blueprint.baseline().id();
    let added = blueprint.edit(id, |scenario, ids| {
        steps_from_table(steps, scenario, ids).map_err(|_| Refusal::NotThere)?;
        roles_from_table(roles, scenario, ids).map_err(|_| Refusal::NotThere)?;
        let mut all = scenario.demand().clone();
        all.per_hour = Some(Quantity::new(demand)?);
        scenario.set_demand(all)
    });
    added.expect("a service");
    blueprint
}

fn hotel() -> Setup {
    Person::at("hotel-room-service").size(1440.0, 1_600.0)
}

impl Person {
    /// Opens the section of the simulation.
    fn open_simulation(&mut self) {
        let name = self.word("section-simulation");
        self.click_role(Role::DisclosureTriangle, &name);
    }

    /// The row of a figure: formula, simulation, and whom to believe.
    fn row(&self, name: &str) -> [String; 3] {
        let start = self.words().labelled(name, "");
        let rows = self.window.query_all_by_label_contains(" | ");
        // What can be pressed has a label, what is only read a value.
        let rows = rows.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        });
        let rows: Vec<String> = rows.collect();
        let row = rows.iter().find_map(|row| row.strip_prefix(start.trim_end()));
        let row = row.unwrap_or_else(|| panic!("no row {name} in {rows:?}"));
        let cells: Vec<&str> = row.trim().split(" | ").collect();
        [cells[0], cells[1], cells[2]].map(str::to_owned)
    }

    /// What is painted on the tile of a figure.
    fn painted_on(&self, key: &str) -> String {
        let name = self.words().labelled(&self.word(key), "");
        let mut tiles = self.window.query_all_by_role(Role::Button).filter(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name.trim()))
        });
        let tile = tiles.next().unwrap_or_else(|| panic!("no tile {key}")).rect().expand(1.0);
        let here = self.painted().into_iter().filter(|(_, rect, _)| tile.contains_rect(*rect));
        here.map(|(text, ..)| text).collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn what_no_formula_knows_exactly_is_simulated_by_itself() {
    let mut person = hotel().simulating(3).open();
    let tile = person.painted_on("figure-throughput-time");
    assert!(tile.contains('±') && !tile.contains('≈'), "{tile}");
    assert!(!person.painted_on("figure-capacity").contains('±'), "what is exact stays so");
    person.open_simulation();
    let [formula, simulation, believe] = person.row("Throughput time");
    assert!(formula.starts_with("≈ 45 min") && simulation.contains('±'), "{formula} {simulation}");
    assert_eq!(believe, "simulation");
    let [formula, _, believe] = person.row("Wait at Take order");
    assert_eq!((formula.as_str(), believe.as_str()), ("40 s", "either"));
    // Nothing of it is in the document, nor in what is made of it.
    let before = Person::at("hotel-room-service").open().document();
    assert_eq!(person.document(), before);
    assert_eq!(**person.app().analysis(), analyse(person.scenario()));
}

#[test]
fn a_changed_demand_is_simulated_anew_and_an_undo_brings_back_what_was_known() {
    let mut person = hotel().simulating(2).open();
    person.open_simulation();
    let first = person.row("Throughput time");
    person.press(Modifiers::NONE, Key::Escape);
    let tab = person.word("tab-blueprint");
    person.click_role(Role::Tab, &tab);
    person.fill("Arrivals", "6/h");
    let tab = person.word("tab-capacity");
    person.click_role(Role::Tab, &tab);
    let second = person.row("Throughput time");
    assert_ne!(first[1], second[1]);
    assert!(second[1].contains('±'), "{second:?}");
    let tile = person.painted_on("figure-throughput-time");
    let number = second[1].split(' ').next().expect("minutes");
    assert!(tile.contains('±') && tile.contains(number), "{tile}: {second:?}");
    person.undo();
    assert_eq!(person.row("Throughput time"), first);
}

#[test]
fn a_figure_that_is_only_tried_is_simulated_beside_the_real_one() {
    let mut person = hotel().simulating(2).open();
    let real = person.painted_on("figure-throughput-time");
    let levers = person.word("section-levers");
    person.click_role(Role::DisclosureTriangle, &levers);
    let demand = person.window.get_by_role_and_label(Role::Slider, "Demand: 12 /h").rect();
    person.drag(demand.center(), demand.left_center() + egui::vec2(demand.width() / 4.0, 0.0));
    let tried = person.painted_on("figure-throughput-time");
    let (now, then) = tried.split_once('→').expect("a preview");
    assert!(then.contains('±'), "{tried}");
    assert!(real.split_whitespace().all(|word| now.contains(word)), "{real} in {tried}");
}

#[test]
fn what_formulas_know_exactly_stays_theirs_and_the_simulation_agrees() {
    let mut person = Person::at_blueprint(shop(30.0)).size(1440.0, 1_600.0).simulating(6).open();
    person.open_simulation();
    let [formula, simulation, believe] = person.row("Wait at Greet");
    assert_eq!((formula.as_str(), believe.as_str()), ("1 min", "either"));
    assert!(simulation.contains('±'));
    person.click_containing("Wait at Greet");
    assert!(person.sees("The simulation says the same: "));
}

#[test]
fn an_explanation_says_what_was_simulated_and_what_the_formula_says() {
    let mut person = hotel().simulating(3).open();
    person.click_containing("Throughput time: ");
    assert!(person.sees("customers in 16 runs, each from an empty service on"));
    assert!(person.sees("The formula says 45 min 8 s (approximate"));
    assert!(person.sees("of 100 such intervals, about 95 contain the true mean"));
}

#[test]
fn it_stops_when_it_is_told_to_and_goes_on_when_it_is_told_to() {
    // So close to the capacity that it never settles.
    let clerk = service("step,role,time,scv\nGreet,Clerk,60 s,1\n", "role,count\nClerk,1\n", 59.99);
    let setup = Person::at_blueprint(clerk).size(1440.0, 1_600.0).simulating(1_000);
    let mut person = setup.open_busy();
    let stop = person.word("simulation-stop");
    let section = person.word("section-simulation");
    person.window.run_steps(4);
    person.window.get_by_role_and_label(Role::DisclosureTriangle, &section).click();
    person.window.run_steps(4);
    assert!(person.app().is_busy());
    person.window.get_by_label(&stop).click();
    person.wait();
    assert!(!person.app().is_busy());
    assert!(person.window.query_by_label(&stop).is_none() && person.sees("Stopped"));
    let go_on = person.word("simulation-go-on");
    person.window.get_by_label(&go_on).click();
    person.window.run_steps(6);
    assert!(person.app().is_busy() && person.window.query_by_label(&stop).is_some());
    person.window.get_by_label(&stop).click();
    person.wait();
    assert!(person.sees(&go_on));
}

#[test]
fn at_rest_nothing_is_asked_of_the_computer() {
    let mut person = hotel().simulating(2).open();
    person.let_pass(5);
    assert!(!person.app().is_busy());
    let repaint = person.window.output().viewport_output.values();
    let soonest = repaint.map(|viewport| viewport.repaint_delay).min();
    assert!(soonest.is_none_or(|delay| delay > std::time::Duration::from_mins(1)), "{soonest:?}");
}

#[test]
fn what_cannot_be_simulated_says_why() {
    let setup = Person::at_blueprint(shop(90.0)).size(1440.0, 1_600.0).simulating(4);
    let mut person = setup.open();
    person.open_simulation();
    assert!(person.sees("There is no steady state: The queue grows by 30 an hour"));
    let mut person = Person::at("empty-sheet").size(1440.0, 1_600.0).simulating(4).open();
    person.open_simulation();
    assert!(person.sees("It cannot be simulated yet: the simulation needs"));
}

#[test]
fn two_scenarios_are_compared_on_the_same_customers() {
    let mut person = hotel().simulating(3).open();
    person.click_containing("Prepare meal: 16 min → 13 min 20 s ≈");
    person.click("Create scenario");
    person.point_at(egui::pos2(600.0, 300.0));
    person.press(Modifiers::COMMAND, Key::B);
    let row = |person: &Person, name: &str| {
        let start = format!("{name}: ");
        let rows = person.window.query_all_by_label_contains(" → ");
        let said = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        };
        let rows: Vec<String> = rows.filter_map(said).collect();
        let mut row =
            rows.iter().filter(|label| label.starts_with(&start) && label.ends_with("better"));
        row.next().unwrap_or_else(|| panic!("no row {name} in {rows:?}")).clone()
    };
    let time = row(&person, "Throughput time");
    assert_eq!(time.matches('±').count(), 3, "before, after and difference: {time}");
}

#[test]
fn it_speaks_chinese() {
    let setup = hotel().language(Language::Chinese).simulating(3);
    let mut person = setup.open();
    person.open_simulation();
    let name = person.word("figure-throughput-time");
    let [formula, simulation, believe] = person.row(&name);
    assert!(formula.starts_with('≈') && simulation.contains('±'), "{formula} {simulation}");
    assert_eq!(believe, "仿真");
    assert!(person.sees("位顾客"));
}

#[test]
fn each_class_of_urgency_stands_beside_what_the_formula_says_of_it() {
    use onstage::blueprint::UrgencyClass;
    let steps = "step,role,time,scv\nTreat,Doctor,20 min,1\n";
    let mut blueprint = service(steps, "role,count\nDoctor,1\n", 2.0);
    let id = blueprint.baseline().id();
    let class = |name: &str, share| UrgencyClass {
        name: name.to_owned(),
        share: onstage::blueprint::notation::parse_share(share).ok(),
        within: None,
    };
    let added = blueprint.edit(id, |scenario, _| {
        let mut demand = scenario.demand().clone();
        demand.urgency =
            vec![class("Red", "10 %"), class("Yellow", "30 %"), class("Green", "60 %")];
        scenario.set_demand(demand)
    });
    added.expect("three classes");
    let mut person = Person::at_blueprint(blueprint).size(1440.0, 1_600.0).simulating(4).open();
    person.open_simulation();
    // Cobham 1954: 0.238095, 0.324675 and 0.909091 h.
    for (class, formula) in
        [("Red", "14 min 17 s"), ("Yellow", "19 min 29 s"), ("Green", "54 min 33 s")]
    {
        let [by_formula, simulated, believe] = person.row(&format!("Wait of {class}"));
        assert_eq!(by_formula, formula, "{class}");
        assert!(simulated.contains('±'), "{class}: {simulated}");
        assert_eq!(believe, "either", "{class}: {simulated}");
    }
}
