//! Every problem of the fixed list: found at its place, said with a way out of it, and no obstacle
//! to figures that do not depend on it.

use std::collections::BTreeSet;

use onstage::analysis::{Analysis, Figure, analyse};
use onstage::blueprint::{Scenario, StepId};
use onstage::process::{Problem, ProblemCode};
use onstage::wording::{Language, Wording};

use crate::draw::{draw, role, step};

/// A blueprint with a problem.
struct Case {
    code: ProblemCode,
    drawn: &'static str,
    /// What it says: the place, and the number where it has one.
    says: &'static str,
    /// Figures that stand nevertheless.
    stands: &'static [(&'static str, f64)],
    /// Figures that depend on what is wrong.
    falls: &'static [&'static str],
}

/// A figure by its name in the table: `capacity`, `role X`, `step A`, `visits A`, …
fn figure<'a>(scenario: &Scenario, analysis: &'a Analysis, name: &str) -> &'a Figure {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match first {
        "capacity" => &analysis.capacity_per_hour,
        "rush" => &analysis.rush_order_time_s,
        "throughput" => &analysis.throughput_time_s,
        "content" => &analysis.direct_labour_content_s,
        "cost" => &analysis.cost_per_customer,
        "truths" => &analysis.experience.moments_of_truth,
        "hand-offs" => &analysis.experience.hand_offs,
        "role" => &analysis.roles[&role(scenario, rest)].capacity_per_hour,
        "step" => &analysis.steps[&step(scenario, rest)].capacity_per_hour,
        "visits" => &analysis.steps[&step(scenario, rest)].visits,
        _ => panic!("what is {name}?"),
    }
}

const CASES: &[Case] = &[
    Case {
        code: ProblemCode::MissingTime,
        drawn: "A: 1 min, by X\nB: by Y",
        says: "B needs a time",
        stands: &[("role X", 60.0), ("visits B", 1.0), ("hand-offs", 1.0)],
        falls: &["capacity", "rush", "content", "step B"],
    },
    Case {
        code: ProblemCode::NotConnected,
        drawn: "A: 1 min, by X, next end\nB: 2 min, by X, next",
        says: "B is not connected",
        stands: &[("capacity", 60.0), ("rush", 60.0), ("content", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::SharesDoNotAddUp,
        drawn: "S: 1 min, by X, next A
                A: decision, next B 60 %; C 30 %
                B: 1 min, by Y, next end
                C: 1 min, by Y, next end",
        says: "The shares out of A add up to 90 %, not 100 %",
        stands: &[("role X", 60.0), ("visits A", 1.0), ("step S", 60.0)],
        falls: &["capacity", "visits B", "rush", "hand-offs"],
    },
    Case {
        code: ProblemCode::SharesDiffer,
        drawn: "A: decision, next C 60 %; end
                B: 1 min, by X, with A, next C 50 %
                C: 1 min, by Y, next end",
        says: "Different shares are given at B → C",
        stands: &[("visits A", 1.0), ("role X", 60.0), ("truths", 0.0)],
        falls: &["capacity", "visits C"],
    },
    Case {
        code: ProblemCode::FlowInsideMoment,
        drawn: "S: 1 min, by Z, next A
                A: 1 min, by X, with B, next C
                C: 1 min, by W, with B, next end
                B: 1 min, by Y",
        says: "A → C happen together, but a Flow leads from one to the other",
        stands: &[("role Z", 60.0), ("visits S", 1.0)],
        falls: &["capacity", "visits A"],
    },
    Case {
        code: ProblemCode::SeveralDecisions,
        drawn: "S: 1 min, by X, next A\nA: decision, next end\nB: decision, with A",
        says: "B happens together with another decision",
        stands: &[("role X", 60.0), ("visits S", 1.0)],
        falls: &["visits A", "rush"],
    },
    Case {
        code: ProblemCode::LoopWithoutExit,
        drawn: "S: 1 min, by X\nA: 1 min, by Y\nB: decision, next A 100 %",
        says: "Customers never leave the loop of A and B",
        stands: &[("role X", 60.0), ("visits S", 1.0)],
        falls: &["capacity", "visits A", "rush"],
    },
    Case {
        code: ProblemCode::ReworkWithoutDecision,
        drawn: "S: 1 min, by X\nA: 1 min, by Y\nB: 1 min, by Y, next A; C\nC: 1 min, by Y",
        says: "B → A leads back, but nothing there decides who goes back",
        stands: &[("role X", 60.0), ("visits S", 1.0)],
        falls: &["capacity", "visits A"],
    },
    Case {
        code: ProblemCode::AmbiguousJoin,
        drawn: "A: 1 min, by X, next B; C
                B: decision, next D 50 %; end
                C: decision, next D 50 %; end
                D: 1 min, by X",
        says: "It is not clear whether the Flows into D wait for each other",
        stands: &[("visits D", 0.5), ("capacity", 40.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::UnbalancedJoin,
        drawn: "A: 1 min, by X, next B; C
                B: decision, next D 50 %; end
                C: 1 min, by Y, next D
                D: 1 min, by Z",
        says: "The branches that join at D do not carry the same number of customers",
        stands: &[("role X", 60.0), ("role Y", 60.0), ("visits C", 1.0)],
        falls: &["capacity", "visits D"],
    },
    Case {
        code: ProblemCode::EntriesDoNotAddUp,
        drawn: "A: 1 min, by X, enter 50 %, next end\nB: 1 min, by Y, enter 40 %, next end",
        says: "The shares of the arrivals add up to 90 %, not 100 %",
        stands: &[("truths", 0.0)],
        falls: &["capacity", "visits A", "rush"],
    },
    Case {
        code: ProblemCode::NeedWithoutRole,
        drawn: "role X x0\nA: 1 min, by X\nB: 1 min, by Y",
        says: "Nobody is available for A",
        stands: &[("role Y", 60.0), ("rush", 120.0), ("content", 120.0), ("hand-offs", 1.0)],
        falls: &["capacity", "role X"],
    },
    Case {
        code: ProblemCode::CountAboveHeadcount,
        drawn: "role X x2\nA: 1 min, by 3 X\nB: 1 min, by Y",
        says: "A needs more at once than the 2 there are",
        stands: &[("role Y", 60.0), ("rush", 120.0), ("content", 240.0)],
        falls: &["capacity", "role X"],
    },
    Case {
        code: ProblemCode::OverloadedRole,
        drawn: "demand 90/h\nA: 1 min, by X, next end",
        says: "X has more work than time: 150 % busy",
        stands: &[("capacity", 60.0), ("rush", 60.0), ("content", 60.0)],
        falls: &["throughput"],
    },
    Case {
        code: ProblemCode::OneServerAssumed,
        drawn: "A: 1 min, next end",
        says: "A counts as one server",
        stands: &[("capacity", 60.0), ("rush", 60.0)],
        falls: &["content"],
    },
    Case {
        code: ProblemCode::SeveralEntries,
        drawn: "A: 1 min, by X, next C\nB: 2 min, by Y, next C\nC: 1 min, by Z",
        says: "Customers start at several steps at once: A and B",
        stands: &[("capacity", 30.0), ("rush", 180.0), ("visits C", 1.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::EntryAssumed,
        drawn: "A: 1 min, by X\nB: decision, next A 50 %; end",
        says: "Nothing says where customers enter: A is assumed",
        stands: &[("capacity", 30.0), ("rush", 120.0), ("visits B", 2.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::BatchAbovePlaces,
        drawn: "A: 10 min, places 3, batch 4, next end",
        says: "A serves more together than the 3 it holds at once",
        stands: &[("capacity", 18.0), ("rush", 600.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::NobodyOnDuty,
        drawn: "role X x2
                A: 1 min, by X, next end
                demand 10/h
                day 08:00-11:00 20 0 40
                shift X 08:00-09:00 x2
                shift X 10:00-11:00 break 10:15 30",
        says: "From 10:15 nobody is on duty as X, though customers come",
        stands: &[("capacity", 120.0), ("rush", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::AppointmentWhenClosed,
        drawn: "role X x2
                A: 1 min, by X, next end
                day 08:00-10:00 20 40; at 09:30; at 10:00 x2; at 10:00",
        says: "The doors are closed at 10:00: nobody comes to the appointment of that time",
        stands: &[("capacity", 120.0), ("rush", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::BatchNeverFull,
        drawn: "role X x1
                A: 1 min, by X, batch 20, next end
                day 08:00-10:00 4 7",
        says: "Only 11 come to A in a day, fewer than its batch takes",
        stands: &[("capacity", 1200.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::TriggerRejoins,
        drawn: "A: 1 min, by X, trigger B, next C\nB: 1 min, by Y, next C\nC: 1 min, by Z",
        says: "B → C leads from triggered work back into the customer’s flow",
        stands: &[("role X", 60.0), ("role Y", 60.0), ("visits B", 1.0)],
        falls: &["capacity", "visits C"],
    },
    Case {
        code: ProblemCode::Unreachable,
        drawn: "A: 1 min, by X, next end, enter 100 %\nB: 9 min, by X, next end",
        says: "No customer ever reaches B",
        stands: &[("capacity", 60.0), ("rush", 60.0), ("visits B", 0.0), ("hand-offs", 0.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::DuplicateName,
        drawn: "A: 9 min, by X, next end\nA : 1 min, by X, enter 100 %",
        says: "A has the same name as another",
        stands: &[("capacity", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::SharesRounded,
        drawn: "S: 1 min, by X, decision, next A 33.3 %; B 33.3 %; C 33.3 %
                A: 1 min, by X, next end
                B: 1 min, by X, next end
                C: 1 min, by X, next end",
        says: "The shares at S are 99.9 % together, within rounding: the rest is spread over them",
        stands: &[("capacity", 30.0), ("rush", 120.0), ("visits B", 1.0 / 3.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::RoleNamesAnother,
        drawn: "role X&Y x1\nA: 1 min, by X, next B\nB: 1 min, by X&Y, next end",
        says: "X&Y is a role of its own, though its name holds that of another role",
        stands: &[("capacity", 60.0), ("rush", 120.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::ToleranceBroken,
        drawn: "A: 90 s, by X, acceptable 1 min, next end",
        says: "A takes 30 s longer than is acceptable",
        stands: &[("capacity", 40.0), ("rush", 90.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::EvidenceMissing,
        drawn: "A: 1 min, customer, with B\nB: by X",
        says: "A meets the customer without any evidence",
        stands: &[("capacity", 60.0), ("truths", 1.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::FailWithoutRecovery,
        drawn: "A: 1 min, by X, fail wrong colour, next end",
        says: "A can fail, and nothing says how it is put right",
        stands: &[("capacity", 60.0), ("rush", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::RateMissing,
        drawn: "role X $10\nrole Y\nA: 1 min, by X + Y, next end",
        says: "Y has no cost per hour",
        stands: &[("capacity", 60.0), ("rush", 60.0), ("content", 120.0)],
        falls: &["cost"],
    },
    Case {
        code: ProblemCode::MayStay,
        drawn: "role Clerk x1\nrole Other x1\ndemand 20\nA: 1 min, by Clerk\nB: 1 min, by Clerk\nC: 30 s, by Other, next end",
        says: "The same person does A, then B, with a queue before each",
        stands: &[("capacity", 30.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::ClassesDoNotAddUp,
        drawn: "demand 30 class 60% class 30%\nA: 1 min, by X, next end",
        says: "The classes by urgency are 90 % of the customers",
        stands: &[("capacity", 60.0)],
        falls: &[],
    },
    Case {
        code: ProblemCode::Deadlock,
        drawn: "S: customer, 0 s, next B; C
                B: 1 min, by keep X, next D
                C: 1 min, by keep Y, next E
                D: 1 min, by X + Y, next end
                E: 1 min, by X + Y, next end",
        says: "Customers can wait for each other for ever at D and E: each holds what another waits for",
        stands: &[("visits D", 1.0)],
        falls: &[],
    },
];

fn drawn(case: &Case) -> Scenario {
    draw(case.drawn)
}

#[test]
fn every_problem_is_found_where_it_is() {
    let english = Wording::new(Language::English);
    for case in CASES {
        let scenario = drawn(case);
        let analysis = analyse(&scenario);
        let found = analysis.problems.iter().filter(|problem| problem.code == case.code);
        let said: Vec<String> =
            found.map(|problem| english.problem(problem, &scenario).message).collect();
        assert_eq!(said, [case.says], "{:?}", case.code);
    }
}

#[test]
fn classes_that_are_all_customers_as_near_as_their_digits_say_are_no_problem() {
    for classes in ["class 60% class 40%", "class 33.3% class 33.3% class 33.3%", ""] {
        let drawn = format!("demand 30 {classes}\nA: 1 min, by X, next end");
        let found = analyse(&draw(drawn.trim())).problems;
        let is_it = |problem: &Problem| problem.code == ProblemCode::ClassesDoNotAddUp;
        assert!(!found.iter().any(is_it), "{classes}");
    }
}

#[test]
fn one_person_under_two_names_is_a_problem() {
    for (drawn, code, says) in [
        (
            "A: 1 min, by Nurse, next B\nB: 1 min, by Nurses, next end",
            ProblemCode::RoleNamesAnother,
            "Nurses is a role of its own, though its name holds that of another role",
        ),
        (
            "A: 1 min, by Clerk, next B\nB: 1 min, by clerk, next end",
            ProblemCode::DuplicateName,
            "clerk has the same name as another",
        ),
    ] {
        let scenario = draw(drawn);
        let problems = analyse(&scenario).problems;
        let found = problems.iter().filter(|problem| problem.code == code);
        let english = Wording::new(Language::English);
        let said: Vec<String> = found.map(|p| english.problem(p, &scenario).message).collect();
        assert_eq!(said, [says]);
    }
}

#[test]
fn shares_that_are_the_whole_leave_out_the_way_that_says_none() {
    for (ways, says) in [
        ("B 60 %; C 40 %; end", "A Flow out of A has no share"),
        ("B; C", "A Flow out of A has no share"),
        ("B 60 %; C 70 %; end", "The shares out of A add up to 130 %, not 100 %"),
        ("B 60 %; C 70 %", "The shares out of A add up to 130 %, not 100 %"),
    ] {
        let drawn = format!(
            "S: 1 min, by X, next A
             A: decision, next {ways}
             B: 1 min, by Y, next end
             C: 1 min, by Y, next end"
        );
        let scenario = draw(&drawn);
        let problems = analyse(&scenario).problems;
        let english = Wording::new(Language::English);
        let of_shares = |problem: &&Problem| problem.code == ProblemCode::SharesDoNotAddUp;
        let found = problems.iter().filter(of_shares);
        let said: Vec<String> = found.map(|p| english.problem(p, &scenario).message).collect();
        assert_eq!(said, [says], "{ways}");
    }
}

#[test]
fn no_problem_is_left_out() {
    let covered: BTreeSet<ProblemCode> = CASES.iter().map(|case| case.code).collect();
    // What only a simulation sees is tested with it.
    let by_reading = ProblemCode::ALL.into_iter().filter(|code| !code.is_simulated());
    let all: BTreeSet<ProblemCode> = by_reading.collect();
    assert_eq!(covered, all);
    assert_eq!(CASES.len(), all.len(), "one case for each");
}

#[test]
fn every_problem_says_what_to_do_about_it() {
    for language in Language::ALL {
        let wording = Wording::new(language);
        let mut hints = BTreeSet::new();
        for case in CASES {
            let scenario = drawn(case);
            for problem in analyse(&scenario).problems.iter().filter(|p| p.code == case.code) {
                let words = wording.problem(problem, &scenario);
                assert!(words.hint != words.message && !words.hint.is_empty(), "{:?}", case.code);
                hints.insert(words.hint);
            }
        }
        assert_eq!(hints.len(), CASES.len(), "each problem has a way out of its own");
    }
}

#[test]
fn problems_spoil_only_what_depends_on_them() {
    for case in CASES {
        let scenario = drawn(case);
        let analysis = analyse(&scenario);
        for (name, expected) in case.stands {
            let figure = figure(&scenario, &analysis, name);
            let value = figure
                .value
                .unwrap_or_else(|| panic!("{:?}: {name} lacks {:?}", case.code, figure.lacks));
            assert!((value - expected).abs() < 1e-9, "{:?}: {name} is {value}", case.code);
        }
        for name in case.falls {
            let figure = figure(&scenario, &analysis, name);
            assert_eq!(figure.value, None, "{:?}: {name}", case.code);
            assert!(!figure.lacks.is_empty(), "{:?}: {name}", case.code);
        }
    }
}

#[test]
fn customers_wait_for_each_other_only_where_each_keeps_what_another_waits_for() {
    let at = |text: &str| -> Vec<Vec<String>> {
        let scenario = draw(text);
        let name = |step: &StepId| scenario.steps()[step].name.clone();
        let problems = analyse(&scenario).problems;
        let found = problems.iter().filter(|problem| problem.code == ProblemCode::Deadlock);
        found.map(|problem| problem.steps.iter().map(name).collect()).collect()
    };
    let ways = |kind: &str, b: &str, c: &str, d: &str, e: &str| {
        format!(
            "S: {kind}, next B{0}; C{0}
             B: 1 min, by {b}, next D
             C: 1 min, by {c}, next E
             D: 1 min, by {d}, next end
             E: 1 min, by {e}, next end",
            if kind == "decision" { " 50 %" } else { "" }
        )
    };
    // Branches of one customer, or ways of several.
    for kind in ["customer, 0 s", "decision"] {
        for heads in ["", "role X x3\nrole Y x2\n"] {
            let both = ways(kind, "keep X", "keep Y", "X + Y", "X + Y");
            assert_eq!(at(&format!("{heads}{both}")), [["D", "E"]]);
            assert_eq!(
                at(&format!("{heads}{}", ways(kind, "keep X", "keep Y", "Y", "X"))),
                [["D", "E"]]
            );
        }
        // In the same order, all at once, or nothing kept on one of the ways.
        for (b, c, d, e) in [
            ("keep X", "keep X", "X + Y", "X + Y"),
            ("keep X", "keep Y", "X", "Y"),
            ("keep X", "Y", "X + Y", "X + Y"),
            ("keep X + Y", "keep Y + X", "X + Y", "X + Y"),
            ("keep X", "keep Y", "X + Y | Z", "X + Y"),
        ] {
            assert_eq!(at(&ways(kind, b, c, d, e)), [[""; 0]; 0], "{b}, {c}, {d}, {e}");
        }
        // Who could also be somebody else is no way out where all of them are kept.
        let either = ways(kind, "keep X", "keep Y | Z", "X + Y | Z", "X + Y | Z");
        assert_eq!(at(&either), [["D", "E"]]);
        // Two are kept of five: the fifth sets somebody free.
        let pairs = ways(kind, "keep 2 X", "keep Y", "2 X + Y", "X + Y");
        assert_eq!(at(&format!("role X x5\n{pairs}")), [[""; 0]; 0]);
        assert_eq!(at(&format!("role X x4\n{pairs}")), [["D", "E"]]);
    }
    // Round three, in a row, and for another of the same.
    let three = "S: customer, 0 s, next A; B; C
         A: 1 min, by keep X, next D\nB: 1 min, by keep Y, next E\nC: 1 min, by keep Z, next F
         D: 1 min, by X + Y, next end\nE: 1 min, by Y + Z, next end\nF: 1 min, by Z + X, next end";
    assert_eq!(at(three), [["D", "E", "F"]]);
    assert_eq!(at(&three.replace("Z + X", "Z")), [[""; 0]; 0]);
    let row = "A: 1 min, by keep X\nB: 1 min, by keep Y\nC: 1 min, by X\nD: 1 min, by X + Y";
    assert_eq!(at(row), [["B", "D"]]);
    assert_eq!(at(&row.replace("\nC: 1 min, by X", "")), [[""; 0]; 0]);
    let more = "role X x2\nA: 1 min, by keep X\nB: 1 min, by 2 X";
    assert_eq!(at(more), [["B"]]);
    assert_eq!(at(&more.replace("keep X", "keep 2 X")), [[""; 0]; 0]);
    assert_eq!(at(&more.replace("keep ", "")), [[""; 0]; 0]);
    // Where one room lets in one customer at a time, there is nobody to wait for.
    let inside = |rooms: u32| {
        let ways = ways("decision, by keep Room", "keep X", "keep Y", "X + Y", "X + Y");
        format!("role Room x{rooms}\n{}", ways.replace("B;", "B 50 %;").replace("C\n", "C 50 %\n"))
    };
    assert_eq!(at(&inside(1)), [[""; 0]; 0]);
    assert_eq!(at(&inside(2)), [["D", "E"]]);
    // A branch that needs what was taken along gives it back by itself.
    let shared = "S: 1 min, by keep X, next B; C
         B: 1 min, by keep Y, next D\nC: 1 min, by X, next end\nD: 1 min, by X + Y, next end";
    assert_eq!(at(shared).len(), 0);
}

#[test]
fn a_moment_has_one_share_and_one_way_to_meet() {
    let english = Wording::new(Language::English);
    let says = |text: &str, code: ProblemCode| {
        let scenario = draw(text);
        let problems = analyse(&scenario).problems;
        let problem = problems.iter().find(|problem| problem.code == code).expect("the problem");
        let words = english.problem(problem, &scenario);
        format!("{}. {}", words.message, words.hint)
    };
    let entries = "A: 1 min, by X, enter 60 %, next end\nB: by Y, with A, enter 40 %";
    let differ = says(entries, ProblemCode::SharesDiffer);
    assert!(differ.starts_with("Different shares are given at B.") && differ.contains("entries"));
    let meetings = "A: 1 min, by X, next B; C
         B: 1 min, by Y, next D
         C: 1 min, by Y, next D
         D: 1 min, by X, join, next end
         E: by Y, with D, merge";
    let unclear = says(meetings, ProblemCode::AmbiguousJoin);
    assert!(unclear.contains("into E") && unclear.contains("alike"), "{unclear}");
}
