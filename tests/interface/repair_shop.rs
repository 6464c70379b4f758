//! A repair shop of 26 cards, drawn from an empty sheet: how many acts of the mouse it takes, and
//! that every link means at once what it should.
//!
//! The window is that of a usual screen. Keys are free: names, roles, times, demand, headcounts,
//! answers, and to see another part of the sheet. Clicks and drags are counted.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{
    Blueprint, LaneId, LinkEnd, LinkKind, Place, Scenario, ServiceTime, SheetPoint, Step, StepKind,
    Zone,
};
use onstage::storage::decode;

use crate::context::Person;

/// The most that it may take.
const MOST_ACTS: usize = 70;
/// From column to column, in sheet units.
const COLUMN: i32 = 144;

/// How far from the edges of the sheet in the window something is dropped.
const EDGE: Vec2 = Vec2::new(64.0, 8.0);

const RIGHT: Vec2 = Vec2::new(1.0, 0.0);
const UP: Vec2 = Vec2::new(0.0, -1.0);
const DOWN: Vec2 = Vec2::new(0.0, 1.0);

/// A person whose acts with the mouse are counted.
struct Hand {
    person: Person,
    acts: usize,
}

impl Hand {
    /// A point of the sheet: the middle of a lane, in a column counted from the left. Keys bring it
    /// into view.
    fn spot(&mut self, lane: LaneId, column: i32) -> Pos2 {
        let phase = *self.person.scenario().phases().keys().next().expect("a phase");
        let middle = self.person.scenario().lanes()[&lane].height.units() / 2;
        let at = SheetPoint::new(COLUMN / 2 + COLUMN * column, middle);
        for _ in 0..20 {
            let app = self.person.app();
            let spot = app.place_on_screen(Place { lane, phase, at }).expect("on the sheet");
            // At the edge the sheet would move on below what is dragged.
            if app.sheet_on_screen().0.shrink2(EDGE).contains(spot) {
                return spot;
            }
            // Around the middle, not around what is selected.
            self.person.press(Modifiers::NONE, Key::Escape);
            self.person.press(Modifiers::COMMAND, Key::Minus);
        }
        panic!("column {column} is out of reach");
    }

    fn lane(&self, zone: Zone) -> LaneId {
        self.person.scenario().lanes_of(zone).next().expect("a lane").0
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.acts += 1;
        self.person.drag(from, to);
    }

    /// Names what was just made, and shows the whole sheet again, by keys.
    fn call(&mut self, name: &str) {
        self.person.enter(name);
        self.person.press(Modifiers::SHIFT, Key::Num1);
    }

    /// Drags a card out of the palette.
    fn take(&mut self, item: &str, zone: Zone, column: i32, name: &str) {
        let to = self.spot(self.lane(zone), column);
        let from = self.person.item(item);
        self.drag(from, to);
        self.call(name);
    }

    /// Where a link is pulled from.
    fn edge(&mut self, name: &str, way: Vec2) -> Pos2 {
        let rect = self.person.card_rect(name);
        self.person.point_at(rect.center());
        rect.center() + way * rect.size() / 2.0
    }

    /// Pulls a link from a card into the empty sheet.
    fn pull_to(&mut self, from: &str, way: Vec2, lane: LaneId, column: i32, name: &str) {
        let to = self.spot(lane, column);
        let from = self.edge(from, way);
        self.drag(from, to);
        self.call(name);
    }

    fn pull(&mut self, from: &str, way: Vec2, zone: Zone, column: i32, name: &str) {
        self.pull_to(from, way, self.lane(zone), column, name);
    }

    /// Pulls a link from a card to another, and types what stands beside it.
    fn link(&mut self, from: &str, way: Vec2, to: &str, words: &str) {
        let (from, to) = (self.edge(from, way), self.person.card(to));
        self.drag(from, to);
        if !words.is_empty() {
            self.person.press(Modifiers::NONE, Key::F2);
            self.person.enter(words);
        }
        self.person.press(Modifiers::SHIFT, Key::Num1);
    }

    fn click(&mut self, at: Pos2, button: PointerButton) {
        self.acts += 1;
        self.person.button(at, button);
    }

    /// Clicks a row of an open menu.
    fn click_row(&mut self, label: &str) {
        self.acts += 1;
        self.person.click(label);
    }

    /// Switches what a row of an open menu names.
    fn switch(&mut self, label: &str) {
        self.acts += 1;
        self.person.click_role(Role::MenuItemCheckBox, label);
    }

    /// Lets a phase start at the card that was made last.
    fn phase(&mut self, card: &str, name: &str) {
        assert_eq!(self.person.selected(), [card]);
        self.person.command("Phase starts here");
        self.call(name);
    }

    /// Types down a column of the table of steps what is known of each row.
    fn fill_column(&mut self, column: &str, known: &[(&str, &str)]) {
        self.person.go_to_table("Steps", 0);
        let count = self.person.scenario().steps().len();
        for _ in 0..count {
            self.person.press(Modifiers::NONE, Key::ArrowUp);
        }
        for _ in 0..8 {
            if !self.row(column).is_empty() {
                break;
            }
            self.person.press(Modifiers::NONE, Key::ArrowRight);
        }
        for _ in 0..count {
            let row = self.row(column);
            if let Some((_, value)) = known.iter().find(|(name, _)| *name == row) {
                self.person.enter(value);
            } else {
                self.person.press(Modifiers::NONE, Key::ArrowDown);
            }
        }
    }

    /// Says in the table of roles how many there are of one.
    fn staff(&mut self, role: &str, count: &str) {
        self.person.command("role table");
        self.person.go_to_table("Roles", 1);
        for _ in 0..self.person.scenario().roles().len() {
            if self.row("Headcount") == role {
                break;
            }
            self.person.press(Modifiers::NONE, Key::ArrowDown);
        }
        self.person.enter(count);
    }

    /// Types how many customers come an hour, into the field of the panel.
    fn demand(&mut self, per_hour: &str) {
        self.person.go_to_region("Sheet");
        self.person.press(Modifiers::NONE, Key::Escape);
        self.person.go_to_beside(Role::Tab, "Blueprint");
        self.person.press(Modifiers::NONE, Key::Space);
        self.person.go_to_beside(Role::TextInput, "Arrivals");
        self.person.press(Modifiers::COMMAND, Key::A);
        self.person.enter(per_hour);
    }

    /// The row of the cell that has the keys, if that is in a column.
    fn row(&self, column: &str) -> String {
        let all = self.person.window.query_all_by_role(Role::GridCell);
        let named = format!(", {column}: ");
        let mut chosen = all.filter(|cell| cell.accesskit_node().is_selected() == Some(true));
        let label = chosen.find_map(|cell| cell.accesskit_node().label()).unwrap_or_default();
        label.split_once(&named).map(|(row, _)| row.to_owned()).unwrap_or_default()
    }
}

/// The links by the names of their ends and their kind, associations apart.
fn links(scenario: &Scenario) -> Vec<String> {
    let name = |id| scenario.steps()[&id].name.clone();
    let mut links: Vec<String> = scenario
        .links()
        .values()
        .map(|link| {
            let LinkEnd::Step(to) = link.to else { return format!("{} > out", name(link.from)) };
            let mut ends = [name(link.from), name(to)];
            let sign = match link.kind {
                _ if scenario.is_association(link) => "~",
                LinkKind::Flow => ">",
                LinkKind::Together => "=",
                LinkKind::Trigger => "!",
            };
            if sign == "~" || sign == "=" {
                ends.sort();
            }
            let [from, to] = ends;
            // What says none has the rest.
            let share = link.share.or_else(|| scenario.rest_share(link));
            let share = share.map(|share| format!(" {share}")).unwrap_or_default();
            format!("{from} {sign} {to}{share}")
        })
        .collect();
    links.sort();
    links
}

const ROLES: [(&str, &str); 13] = [
    ("Greets", "Adviser"),
    ("Logs the fault", "Adviser"),
    ("Explains estimate", "Adviser"),
    ("Takes payment", "Cashier"),
    ("Hands over", "Adviser"),
    ("Calls customer", "Adviser"),
    ("Diagnoses", "Technician"),
    ("Books the repair", "Adviser"),
    ("Clears bench", "Technician"),
    ("Replaces part", "Technician"),
    ("Tests", "Technician"),
    ("Cleans", "Assistant"),
    ("Orders part", "Parts clerk"),
];

const TIMES: [(&str, &str); 13] = [
    ("Greets", "1 min"),
    ("Logs the fault", "3 min"),
    ("Explains estimate", "4 min"),
    ("Takes payment", "2 min"),
    ("Hands over", "1 min"),
    ("Calls customer", "2 min"),
    ("Diagnoses", "12 ± 4 min"),
    ("Books the repair", "1 min"),
    ("Clears bench", "2 min"),
    ("Replaces part", "25 ± 10 min"),
    ("Tests", "5 min"),
    ("Cleans", "3 min"),
    ("Orders part", "6 min"),
];

/// Arrival and agreement, from the first card on.
fn draw_the_front(hand: &mut Hand) {
    use Zone::{Backstage, Customer, Evidence, Frontstage, Support};
    hand.take("Customer action", Customer, 0, "Walks in");
    hand.pull("Walks in", DOWN, Frontstage, 0, "Greets");
    hand.pull("Walks in", UP, Evidence, 0, "Sign and counter");
    hand.pull("Walks in", RIGHT, Customer, 1, "Describes fault");
    hand.pull("Describes fault", DOWN, Frontstage, 1, "Logs the fault");
    hand.pull("Logs the fault", DOWN, Support, 1, "Ticket system");
    hand.pull("Logs the fault", RIGHT, Backstage, 2, "Diagnoses");
    hand.phase("Diagnoses", "Agree");
    hand.take("Decision", Backstage, 3, "Repairable?");
    hand.link("Diagnoses", RIGHT, "Repairable?", "");
    hand.pull("Repairable?", RIGHT, Frontstage, 4, "Explains estimate");
    hand.take("Decision", Customer, 5, "Approves estimate?");
    hand.link("Explains estimate", RIGHT, "Approves estimate?", "");
    hand.pull("Approves estimate?", UP, Evidence, 5, "Estimate sheet");
}

/// Repair and return.
fn draw_the_back(hand: &mut Hand) {
    use Zone::{Backstage, Customer, Evidence, Frontstage, Support};
    hand.pull("Approves estimate?", DOWN, Backstage, 6, "Books the repair");
    hand.phase("Books the repair", "Repair");
    hand.pull("Books the repair", UP, Customer, 6, "Waits or leaves");
    hand.pull("Books the repair", RIGHT, Backstage, 7, "Clears bench");
    hand.pull("Books the repair", RIGHT, Support, 7, "Orders part");
    hand.pull("Clears bench", RIGHT, Backstage, 8, "Replaces part");
    hand.link("Orders part", RIGHT, "Replaces part", "");
    hand.pull("Replaces part", DOWN, Support, 8, "Parts store");
    hand.pull("Replaces part", RIGHT, Backstage, 9, "Tests");
    hand.take("Decision", Backstage, 10, "Passed?");
    hand.link("Tests", RIGHT, "Passed?", "");
    hand.pull("Passed?", RIGHT, Backstage, 11, "Cleans");
    hand.link("Passed?", DOWN, "Replaces part", "No 10 %");
    let counter = hand.lane(Frontstage);
    let at = hand.person.app().lane_on_screen(counter).expect("its name is seen");
    hand.click(at, PointerButton::Secondary);
    hand.click_row("Add lane below");
    hand.call("Phone line");
    let phone = hand.person.scenario().lanes_of(Frontstage).last().expect("two lanes").0;
    hand.pull_to("Cleans", RIGHT, phone, 12, "Calls customer");
    hand.phase("Calls customer", "Return");
    hand.pull("Calls customer", RIGHT, Frontstage, 13, "Takes payment");
    hand.pull("Takes payment", UP, Customer, 13, "Pays");
    hand.pull("Pays", UP, Evidence, 13, "Receipt");
    hand.pull("Takes payment", RIGHT, Frontstage, 14, "Hands over");
    hand.pull("Hands over", UP, Customer, 14, "Takes phone home");
    hand.link("Repairable?", RIGHT, "Takes phone home", "No 15 %");
    hand.link("Approves estimate?", RIGHT, "Takes phone home", "No 30 %");
}

/// How many customers an hour the shop can serve, worked out with pencil and paper: its two
/// technicians are the bottleneck.
fn capacity_by_hand() -> f64 {
    // Of 100 customers 85 have a phone that can be repaired, and 70 of each 100 of those agree.
    let agreed = 0.85 * 0.70;
    // One of ten parts is replaced again, which is tested again: 1 + 1/10 + 1/100 + …
    let rounds = agreed / 0.9;
    // A time of 25 ± 10 min is bell-shaped and never below nothing, which leaves a mean a little above
    // 25: by the density and distribution of the normal law at 25/10 and at 12/4 standard deviations.
    let part = 25.0 + 10.0 * 0.017_528_3 / 0.993_790_3;
    let diagnosis = 12.0 + 4.0 * 0.004_431_85 / 0.998_650_1;
    // Minutes of a technician for each customer who walks in: diagnosis for all, a bench cleared for
    // each repair, part and test in each round.
    let technician = diagnosis + 2.0 * agreed + (part + 5.0) * rounds;
    // An adviser greets and logs all, explains to those whose phone can be repaired, and books, calls
    // and hands over, at most to all.
    let adviser = 1.0 + 3.0 + 4.0 * 0.85 + (1.0 + 2.0) * agreed + 1.0;
    let others = [2.0 * agreed, 3.0 * agreed, 6.0 * agreed];
    assert!(others.into_iter().chain([adviser]).all(|minutes| minutes < technician / 2.0));
    60.0 * 2.0 / technician
}

#[test]
fn the_repair_shop_takes_at_most_seventy_acts_and_no_link_is_repaired() {
    let person = Person::at_blueprint(Blueprint::empty("", "As-is")).size(1_920.0, 1_080.0).open();
    let mut hand = Hand { person, acts: 0 };
    draw_the_front(&mut hand);
    draw_the_back(&mut hand);
    // The first phase is there already; it wants its name.
    let first = *hand.person.scenario().phases().keys().next().expect("a phase");
    let at = hand.person.app().phase_on_screen(first).expect("its name is seen");
    hand.acts += 1;
    hand.person.double_click_at(at);
    hand.call("Arrive");
    for (name, mark) in
        [("Describes fault", "Customers wait here"), ("Passed?", "It can fail here")]
    {
        let at = hand.person.card(name);
        hand.click(at, PointerButton::Secondary);
        hand.switch(mark);
    }
    hand.person.press(Modifiers::NONE, Key::F9);
    hand.fill_column("Role", &ROLES);
    hand.fill_column("Time", &TIMES);
    hand.staff("Technician", "2");
    hand.person.press(Modifiers::NONE, Key::F9);
    hand.demand("3");

    let scenario = hand.person.scenario();
    let shop = decode(include_str!("../fixtures/repair-shop.ron")).expect("a blueprint").blueprint;
    let wanted = shop.baseline();
    assert_eq!(links(scenario), links(wanted), "every link means at once what it should");
    let names = |scenario: &Scenario| {
        let phase = |step: &Step| scenario.phases()[&step.phase].name.clone();
        let mut names: Vec<(String, StepKind, Zone, String)> = scenario
            .steps()
            .values()
            .map(|step| (step.name.clone(), step.kind, scenario.zone_of(step), phase(step)))
            .collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        names
    };
    assert_eq!(names(scenario), names(wanted));
    assert_eq!(scenario.steps().len(), 26);
    let times = |scenario: &Scenario| {
        let mut times: Vec<(String, Option<f64>)> = scenario
            .steps()
            .values()
            .map(|step| (step.name.clone(), step.time.as_ref().map(ServiceTime::mean_s)))
            .collect();
        times.sort_by(|a, b| a.0.cmp(&b.0));
        times
    };
    assert_eq!(times(scenario), times(wanted));
    assert_eq!(scenario.roles().len(), wanted.roles().len());
    let phases: Vec<&str> = scenario.phases().values().map(|phase| phase.name.as_str()).collect();
    assert_eq!(phases, ["Arrive", "Agree", "Repair", "Return"]);
    let headcounts = |scenario: &Scenario| {
        let mut all: Vec<(String, u32)> =
            (scenario.roles().values()).map(|role| (role.name.clone(), role.headcount)).collect();
        all.sort();
        all
    };
    assert_eq!(headcounts(scenario), headcounts(wanted));
    assert_eq!(scenario.demand().per_hour, wanted.demand().per_hour);
    let capacity = hand.person.capacity().expect("a capacity");
    assert!((capacity - capacity_by_hand()).abs() < 1e-5, "{capacity}");
    assert!(hand.person.sees("Technician"), "who is the bottleneck");
    let bottleneck = &hand.person.app().analysis().bottleneck;
    let names: Vec<&str> =
        bottleneck.iter().map(|step| scenario.steps()[step].name.as_str()).collect();
    assert!(names.contains(&"Replaces part"), "{names:?}");
    assert!(hand.acts <= MOST_ACTS, "{} acts", hand.acts);
    hand.person.assert_apart();
}
