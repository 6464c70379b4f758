//! Whether a tidy sheet could be framed: counts over samples, templates and random services, held
//! against those of the time before links shared trunks and cards stood in rows.

use onstage::blueprint::Scenario;
use onstage::drawing::{SheetGeometry, tidy};
use onstage::storage::{Sample, samples, templates};

use crate::office::Draft;
use crate::processes::{service, services};
use crate::tallies::Tallies;
use crate::tidied::tidied;

/// The counts as they were: samples and templates as they are drawn, tidied up, and random services
/// tidied up.
const DRAWN_BEFORE: Tallies = Tallies {
    crossings: 17,
    bends: 66,
    along: 2,
    along_lines: 1,
    heads: 9,
    off_middle: 27,
    labels: 5,
    grazing: 6,
    on_brackets: 2,
    ..Tallies::NONE
};
const TIDIED_BEFORE: Tallies = Tallies {
    crossings: 18,
    bends: 68,
    along: 2,
    along_lines: 1,
    heads: 9,
    off_middle: 27,
    labels: 3,
    ..Tallies::NONE
};
const RANDOM_BEFORE: Tallies = Tallies {
    crossings: 4_871,
    bends: 43_238,
    along: 758,
    along_lines: 40,
    heads: 2_602,
    off_middle: 9_450,
    labels: 2_141,
    grazing: 126,
    on_brackets: 59,
    ..Tallies::NONE
};

/// Sheets that have come since, which nobody counted before.
const COUNTED_BEFORE: fn(&&Sample) -> bool = |sample| {
    let later = ["licence-office-measured", "complaint-handling", "customer-journey"];
    !later.contains(&sample.key) && sample.key != "planning-class"
};

fn shipped(count: impl Fn(&Scenario) -> Tallies) -> Tallies {
    counted(|_| true, count)
}

fn counted(is_meant: fn(&&Sample) -> bool, count: impl Fn(&Scenario) -> Tallies) -> Tallies {
    let mut all = Tallies::default();
    for sample in samples().iter().chain(templates()).filter(is_meant) {
        for scenario in sample.open().unwrap().scenarios() {
            all += count(scenario);
        }
    }
    all
}

#[test]
fn links_of_the_shipped_sheets_run_more_quietly_than_before() {
    let all = shipped(Tallies::of);
    assert_eq!((all.through_cards, all.overlaps, all.heads), (0, 0, 0), "{all:?}");
    let drawn = counted(COUNTED_BEFORE, Tallies::of);
    assert_eq!(drawn.along_lines, 0, "{drawn:?}");
    assert!(2 * drawn.crossings <= DRAWN_BEFORE.crossings, "{drawn:?}");
    assert!(drawn.bends < DRAWN_BEFORE.bends && drawn.along < DRAWN_BEFORE.along, "{drawn:?}");
    assert!(5 * drawn.off_middle < DRAWN_BEFORE.off_middle, "{drawn:?}");
    assert!(2 * drawn.grazing <= DRAWN_BEFORE.grazing, "{drawn:?}");
    assert!(drawn.on_brackets <= DRAWN_BEFORE.on_brackets, "{drawn:?}");
    let all = shipped(|scenario| Tallies::of(&tidied(scenario)));
    assert_eq!((all.through_cards, all.overlaps, all.heads), (0, 0, 0), "{all:?}");
    let after = counted(COUNTED_BEFORE, |scenario| Tallies::of(&tidied(scenario)));
    assert_eq!((after.labels, after.along_lines), (0, 0), "{after:?}");
    assert_eq!((after.grazing, after.on_brackets), (0, 0), "{after:?}");
    assert!(2 * after.crossings <= TIDIED_BEFORE.crossings, "{after:?}");
    assert!(after.bends < TIDIED_BEFORE.bends && after.along < TIDIED_BEFORE.along, "{after:?}");
    assert!(5 * after.off_middle < TIDIED_BEFORE.off_middle, "{after:?}");
}

#[test]
fn two_hundred_random_services_are_tidied_up_better_than_before() {
    let mut all = Tallies::default();
    for draft in services() {
        all += Tallies::of(&tidied(&draft.scenario));
    }
    assert_eq!((all.overlaps, all.heads), (0, 0), "{all:?}");
    assert!(all.through_cards <= 1 && all.labels <= 2, "{all:?}");
    assert!(2 * all.crossings < RANDOM_BEFORE.crossings, "{all:?}");
    assert!(10 * all.bends < 9 * RANDOM_BEFORE.bends, "{all:?}");
    assert!(4 * all.along < RANDOM_BEFORE.along, "{all:?}");
    assert!(all.along_lines < RANDOM_BEFORE.along_lines, "{all:?}");
    assert!(20 * all.off_middle < RANDOM_BEFORE.off_middle, "{all:?}");
    assert!(5 * all.grazing < RANDOM_BEFORE.grazing, "{all:?}");
    assert!(all.on_brackets < RANDOM_BEFORE.on_brackets, "{all:?}");
}

#[test]
fn a_tidy_service_stays_as_it_is_and_keeps_lanes_and_phases() {
    for seed in [3, 40, 81, 122] {
        let draft = service(seed, 20 + usize::try_from(seed).unwrap());
        let after = tidied(&draft.scenario);
        assert!(tidy(&after, None).unwrap().is_so(&after), "{seed}");
        for (id, step) in draft.scenario.steps() {
            let new = &after.steps()[id];
            assert_eq!((step.lane, step.phase), (new.lane, new.phase));
        }
    }
}

#[test]
fn branches_of_a_fork_stand_one_above_another() {
    use onstage::blueprint::{LinkKind, StepKind, Zone};
    let mut draft = Draft::new(&["Repair"]);
    let mut add = |zone, name: &str| draft.add(zone, 0, StepKind::Action, name);
    let start = add(Zone::Backstage, "Books the repair");
    let branches = ["Orders part", "Clears bench", "Calls"].map(|name| add(Zone::Backstage, name));
    let files = add(Zone::Support, "Ticket system");
    let end = add(Zone::Backstage, "Replaces part");
    for branch in branches {
        draft.link(start, branch, LinkKind::Flow);
        draft.link(branch, end, LinkKind::Flow);
    }
    draft.link(branches[1], files, LinkKind::Together);
    let after = tidied(&draft.scenario);
    let geometry = SheetGeometry::of(&after);
    let centre = |step| geometry.card(step).unwrap().rect.centre();
    assert!(branches.iter().all(|branch| centre(*branch).x == centre(branches[0]).x));
    let lowest = branches.iter().map(|branch| centre(*branch).y).fold(0.0, f32::max);
    assert_eq!(centre(branches[1]).y, lowest, "whose line leads down stands lowest");
    assert_eq!(centre(start).y, centre(end).y, "the way in and the way out are in one row");
}
