//! What customers see, meet and wait for, against answers derived by hand from the notation's
//! rules.

use onstage::analysis::{
    Analysis, Basis, BoundReason, Contact, Derivation, Figure, FigureKey, Lack, Stretch, analyse,
    bound_reason, explain,
};
use onstage::blueprint::{Line, Scenario, ValueKind, Zone};

use crate::draw::{draw, role, step};

fn value(figure: &Figure) -> f64 {
    figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks))
}

fn is(figure: &Figure, expected: f64) {
    let value = value(figure);
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value}, not {expected}");
}

/// A table at a restaurant: the guest orders while the waiter writes (60 s, the pen takes 40), the
/// cook cooks (300 s, unseen), the waiter serves; the order sets off a note to the store.
fn restaurant() -> Scenario {
    draw(
        "role Waiter x2
         role Cook x1
         Order: customer, 60 s, next Cook
         Write: 40 s, by Waiter, with Order, trigger Log
         Cook: backstage, 300 s, by Cook, next Eat
         Serve: 20 s, by Waiter, with Eat
         Eat: customer, next end
         Log: support, 30 s",
    )
}

#[test]
fn each_zone_counts_its_longest_step_of_each_moment() {
    let analysis = analyse(&restaurant());
    let time = |zone| &analysis.experience.zone(zone).time_s;
    // The guest has no time of their own while they are served: as long as the moment.
    is(time(Zone::Customer), 60.0 + 20.0);
    is(time(Zone::Frontstage), 40.0 + 20.0);
    is(time(Zone::Backstage), 300.0);
    is(time(Zone::Support), 30.0);
    is(time(Zone::Evidence), 0.0);
    is(&analysis.experience.zone(Zone::Support).triggered_s, 30.0);
    is(&analysis.experience.zone(Zone::Backstage).triggered_s, 0.0);
}

#[test]
fn each_line_divides_what_is_done_at_the_same_time_only_once() {
    let analysis = analyse(&restaurant());
    let line = |line| analysis.experience.line(line);
    is(&line(Line::Interaction).in_front.time_s, 80.0);
    is(&line(Line::Interaction).behind.time_s, 40.0 + 300.0 + 20.0 + 30.0);
    is(&line(Line::Visibility).in_front.time_s, 60.0 + 20.0);
    is(&line(Line::Visibility).behind.time_s, 330.0);
    is(&line(Line::Visibility).behind.triggered_s, 30.0);
    is(&line(Line::InternalInteraction).in_front.time_s, 380.0);
    is(&line(Line::InternalInteraction).behind.time_s, 30.0);
}

#[test]
fn crossings_are_counted_as_often_as_they_are_used() {
    let analysis = analyse(&restaurant());
    let experience = &analysis.experience;
    // Guest and waiter meet twice; guest to cook and back cross both lines but meet nobody.
    is(&experience.moments_of_truth, 2.0);
    is(&experience.line(Line::Interaction).crossings, 4.0);
    is(&experience.line(Line::Visibility).crossings, 2.0);
    is(&experience.line(Line::Visibility).triggers, 1.0);
    is(&experience.line(Line::InternalInteraction).crossings, 0.0);
    is(&experience.line(Line::InternalInteraction).triggers, 1.0);
    // Derived: rework with 20 % lets everything happen 1.25 times.
    let again = analyse(&draw(
        "Ask: customer, 10 s, next Search
         Answer: 10 s, with Ask
         Search: backstage, 10 s, next Found?
         Found?: customer, decision, next Ask 20 %; end",
    ));
    is(&again.experience.moments_of_truth, 1.25);
    is(&again.experience.line(Line::Visibility).crossings, 2.5);
}

#[test]
fn work_is_handed_over_where_nobody_has_the_role_before() {
    let restaurant = restaurant();
    let analysis = analyse(&restaurant);
    is(&analysis.experience.hand_offs, 2.0);
    let why = explain(&restaurant, &analysis, FigureKey::HandOffs);
    let Derivation::SumOfHandOffs { lines, count } = why else { panic!("{why:?}") };
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].from, [role(&restaurant, "Waiter")]);
    assert_eq!(lines[0].to, step(&restaurant, "Cook"));
    assert!((lines.iter().map(|line| line.times).sum::<f64>() - count).abs() < 1e-9);
}

fn hand_offs(text: &str) -> Figure {
    analyse(&draw(text)).experience.hand_offs
}

#[test]
fn moments_without_staff_are_looked_through() {
    let roles = "role A x1\nrole B x1\nrole C x1\n";
    let count = |text: &str| hand_offs(&format!("{roles}{text}"));
    is(&count("One: 1 s, by A\nForm: customer, 5 s\nTwo: 1 s, by A, next end"), 0.0);
    is(&count("One: 1 s, by A\nForm: customer, 5 s\nTwo: 1 s, by B, next end"), 1.0);
    // One of two stays with it.
    is(&count("One: 1 s, by A + B\nTwo: 1 s, by B + C, next end"), 0.0);
    // A machine is nobody.
    let machine = "role M x1 equipment\nOne: 1 s, by A\nWash: 5 s, by M\nTwo: 1 s, by A, next end";
    is(&count(machine), 0.0);
    // Each of two branches hands over, to them and from them.
    let fork = "One: 1 s, by A, next Left; Right
         Left: 1 s, by B, next Two
         Right: 1 s, by C, next Two
         Two: 1 s, by A, next end";
    is(&count(fork), 4.0);
    // Derived: 30 % go to B, the rest to C, then all to A; the decision asks nobody.
    let choice = "One: 1 s, by A
         Which?: decision, next Left 30 %; Right
         Left: 1 s, by B, next Two
         Right: 1 s, by A, next Two
         Two: 1 s, by A, next end";
    is(&count(choice), 0.6);
}

#[test]
fn loops_hand_over_again_and_again() {
    let roles = "role A x1\nrole B x1\n";
    let count = |text: &str| hand_offs(&format!("{roles}{text}"));
    // Derived: 2 passes on average, so A to B twice and back once.
    let rework = "One: 1 s, by A\nTwo: 1 s, by B\nFine?: decision, next One 50 %; end";
    is(&count(rework), 3.0);
    // Going round without staff changes nothing: the work comes to B once.
    let aimless = "One: 1 s, by A
         Read: customer, 5 s
         Clear?: customer, decision, next Read 75 %; Two
         Two: 1 s, by B, next end";
    for text in [aimless.to_owned(), aimless.replace("75 %", "99 %")] {
        let figure = count(&text);
        is(&figure, 1.0);
        assert_eq!(figure.basis, Basis::Exact);
    }
    let itself = "One: 1 s, by A
         Read: customer, decision, 5 s, next Read 75 %; Two
         Two: 1 s, by B, next end";
    is(&count(itself), 1.0);
}

#[test]
fn more_staffs_than_are_told_apart_make_a_bound() {
    use std::fmt::Write as _;
    let mut text = String::from("role Z x1\nWhich?: decision, next ");
    let ways: Vec<String> = (0..20).map(|at| format!("S{at} 5 %")).collect();
    let _ = writeln!(text, "{}", ways.join("; "));
    for at in 0..20 {
        let _ = writeln!(text, "role R{at} x1\nS{at}: 1 s, by R{at}, next Read");
    }
    text.push_str("Read: customer, 5 s, next Last\nLast: 1 s, by Z, next end");
    let drawn = draw(&text);
    let analysis = analyse(&drawn);
    assert_eq!(analysis.experience.hand_offs.basis, Basis::LowerBound);
    assert!(value(&analysis.experience.hand_offs) <= 1.0);
    let reason = bound_reason(&drawn, &analysis, FigureKey::HandOffs);
    assert_eq!(reason, Some(BoundReason::ManyStaffs));
}

#[test]
fn the_best_of_what_goes_on_at_once_is_what_time_is_worth() {
    let sample = onstage::storage::samples().iter().find(|s| s.key == "corner-shoeshine").unwrap();
    let blueprint = sample.open().unwrap();
    let analysis = analyse(blueprint.baseline());
    let share = |value| analysis.experience.value_share(value);
    // Shostack 1984: brushing, polishing and buffing, 105 of 120 s; paying is necessary.
    is(share(ValueKind::Adding), 105.0 / 120.0);
    is(share(ValueKind::Necessary), 15.0 / 120.0);
    is(share(ValueKind::Waste), 0.0);
    let why = explain(blueprint.baseline(), &analysis, FigureKey::ValueShare(ValueKind::Adding));
    let Derivation::ValueOverTime { worth_s, total_s, lines, .. } = why else { panic!("{why:?}") };
    assert!((worth_s - 105.0).abs() < 1e-9 && (total_s - 120.0).abs() < 1e-9);
    assert_eq!(lines.len(), 3);
}

#[test]
fn waiting_is_what_the_throughput_time_adds() {
    // Erlang 1917: 90 % busy with 60 s, so a wait of 540 s before 60.
    let analysis = analyse(&draw(
        "role Clerk x1
         demand 54/h
         Record: exp 60 s, by Clerk, next end",
    ));
    is(&analysis.experience.waiting_share, 0.9);
    assert_eq!(analysis.experience.waiting_share.basis, Basis::Exact);
    let idle = analyse(&draw("Record: exp 60 s, next end"));
    assert_eq!(idle.experience.waiting_share.lacks, [Lack::Demand]);
}

#[test]
fn what_is_missing_spoils_only_what_needs_it() {
    let drawn = draw(
        "role Clerk x1
         Ask: customer, 10 s, next File
         Answer: 10 s, by Clerk, with Ask
         File: backstage, by Clerk, next end",
    );
    let analysis = analyse(&drawn);
    let experience = &analysis.experience;
    is(&experience.zone(Zone::Customer).time_s, 10.0);
    let missing = [Lack::Time(step(&drawn, "File"))];
    assert_eq!(experience.zone(Zone::Backstage).time_s.lacks, missing);
    assert_eq!(experience.line(Line::Visibility).behind.time_s.lacks, missing);
    is(&experience.line(Line::Visibility).in_front.time_s, 10.0);
    is(&experience.moments_of_truth, 1.0);
    is(&experience.hand_offs, 0.0);
    assert_eq!(experience.value_share(ValueKind::Adding).lacks[0], Lack::ValueMarks);
    let nobody = analyse(&draw("Ask: customer, 10 s, next end"));
    assert_eq!(nobody.experience.hand_offs.lacks, [Lack::StaffRole]);
    let nothing = Analysis::clone(&analyse(&draw("Ask: customer")));
    assert_eq!(nothing.experience.moments_of_truth.lacks, [Lack::Flow]);
}

#[test]
fn several_varying_steps_last_at_least_their_longest_mean() {
    let drawn = draw(
        "Talk: customer, exp 60 s, next end
         Listen: exp 50 s, with Talk
         Note: backstage, 30 s, with Talk",
    );
    let analysis = analyse(&drawn);
    let in_front = &analysis.experience.line(Line::Visibility).in_front.time_s;
    assert_eq!((in_front.value, in_front.basis), (Some(60.0), Basis::LowerBound));
    let key = FigureKey::WorkIn(Stretch::InFrontOf(Line::Visibility));
    assert_eq!(bound_reason(&drawn, &analysis, key), Some(BoundReason::SeveralVary));
    // Alone in its zone a step lasts as long as it says.
    assert_eq!(analysis.experience.zone(Zone::Frontstage).time_s, Figure::exact(50.0));
}

#[test]
fn every_sum_adds_up_to_its_figure() {
    let drawn = restaurant();
    let analysis = analyse(&drawn);
    let stretches = Zone::ALL
        .map(Stretch::Zone)
        .into_iter()
        .chain(Line::ALL.map(Stretch::InFrontOf))
        .chain(Line::ALL.map(Stretch::Behind));
    for stretch in stretches {
        let why = explain(&drawn, &analysis, FigureKey::WorkIn(stretch));
        let Derivation::SumOfWorkTimes { lines, total_s, .. } = why else { panic!("{why:?}") };
        let sum: f64 = lines.iter().map(|line| line.visits * line.time_s).sum();
        assert!((sum - total_s).abs() < 1e-9, "{stretch:?}: {sum} s, not {total_s}");
        is(&analysis.experience.work_in(stretch).time_s, total_s);
    }
    let contacts = Line::ALL
        .map(Contact::Crossing)
        .into_iter()
        .chain(Line::ALL.map(Contact::Trigger))
        .chain([Contact::MomentOfTruth]);
    for contact in contacts {
        let why = explain(&drawn, &analysis, FigureKey::Contacts(contact));
        let Derivation::SumOfContacts { lines, count, .. } = why else { panic!("{why:?}") };
        let sum: f64 = lines.iter().map(|line| line.times).sum();
        assert!((sum - count).abs() < 1e-9, "{contact:?}: {sum}, not {count}");
    }
}
