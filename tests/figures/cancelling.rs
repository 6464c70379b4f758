//! Figures that take long end at the next look when nobody wants them any more.

use std::cell::Cell;

use onstage::analysis::{analyse, wait_curve, wait_curve_until};
use onstage::process::compile;
use onstage::redesign::{suggestions, suggestions_until};

/// What asks for a cancel says yes from the time that it is asked so often; counts how often it was.
fn from(asked: &Cell<u32>, nth: u32) -> impl Fn() -> bool {
    move || {
        asked.set(asked.get() + 1);
        asked.get() >= nth
    }
}

#[test]
fn a_curve_ends_with_the_points_that_it_has() {
    let desk = crate::draw::draw("role Clerk x2\nServe: exp 60 s, by Clerk, next end");
    let process = compile(&desk);
    let whole = wait_curve(&desk, &process, 40).unwrap();
    for nth in [1, 6] {
        let asked = Cell::new(0);
        let part = wait_curve_until(&desk, &process, 40, &from(&asked, nth)).unwrap();
        assert_eq!(part, whole[..nth as usize - 1], "one point between two looks");
        assert_eq!(asked.get(), nth, "nothing is done behind the look that says so");
    }
}

#[test]
fn suggestions_end_before_the_next_copy() {
    let office = onstage::storage::sample("driver-licence-office").unwrap().open().unwrap();
    let scenario = office.baseline();
    let today = analyse(scenario);
    let asked = Cell::new(0);
    let whole = suggestions_until(scenario, &today, false, &from(&asked, u32::MAX));
    assert_eq!(whole, suggestions(scenario, &today, false));
    let copies = asked.get();
    assert!(copies > 10, "it is asked before each copy, {copies} times");
    for nth in [1, 4] {
        let asked = Cell::new(0);
        let part = suggestions_until(scenario, &today, false, &from(&asked, nth));
        // Each of the two targets looks once more.
        assert!(asked.get() <= nth + 1, "{} looks", asked.get());
        assert!(part.len() < nth as usize, "{part:?}");
    }
}
