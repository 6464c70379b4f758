//! What is wrong with a blueprint, by code and place; and what stays known nevertheless.

use onstage::analysis::analyse;
use onstage::blueprint::Scenario;
use onstage::process::{ProblemCode, ProblemPlace};

use crate::draw::draw;

/// The problems of a scenario as lines `code: place (steps)`, worst first.
fn problems(scenario: &Scenario) -> String {
    let name = |id| scenario.steps()[&id].name.as_str();
    let lines = analyse(scenario).problems.into_iter().map(|problem| {
        let place = match problem.place {
            ProblemPlace::Step(id) => name(id).to_owned(),
            ProblemPlace::Link(id) => {
                let link = &scenario.links()[&id];
                let to = link.to.step().map_or("end", name);
                format!("{} -> {to}", name(link.from))
            }
            ProblemPlace::Role(id) => scenario.roles()[&id].name.clone(),
            ProblemPlace::Sheet => "sheet".to_owned(),
        };
        format!("{}: {place}", problem.code.name())
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn check(text: &str, expect: &str) {
    assert_eq!(problems(&draw(text)), expect, "{text}");
}

#[test]
fn sound_blueprints_have_no_problems() {
    check("A: 1 min, by X\nB: 1 min, by Y", "");
    check(
        "A: 1 min, by X, next B; C\nB: 1 min, by Y, next D\nC: 1 min, by Z, next D\nD: 1 s, by X",
        "",
    );
    check(
        "A: decision, next B 1/3; C\nB: 1 s, by X, next D\nC: 1 s, by X, next D\nD: 1 s, by X",
        "",
    );
}

#[test]
fn blanks_are_named_where_something_depends_on_them() {
    check("A: 1 min, by X\nB: by Y", "missing_time: B");
    check("A: 1 min, backstage, by X\nB: customer", "missing_time: B");
    // Filled in by the moment, by the diamond, by the wait.
    check("A: 1 min, by X\nB: by Y, with A", "");
    check("A: decision, by X, next end 100 %", "");
    check("A: customer, wait\nB: 1 s, backstage, by X", "");
    // Work that nobody waits for and nobody is named for takes as long as it likes.
    check("A: 1 min, by X, trigger B, next end\nB: backstage", "");
    check("A: 1 min, by X, trigger B, next end\nB: backstage, by Y", "missing_time: B");
    check("A: 1 min, next end", "one_server_assumed: A");
}

#[test]
fn shares_must_add_up() {
    check(
        "A: decision, next B 60 %; C 30 %\nB: 1 s, by X, next end\nC: 1 s, by X",
        "shares_do_not_add_up: A",
    );
    check(
        "A: decision, next B; C\nB: 1 s, by X, next end\nC: 1 s, by X",
        "shares_do_not_add_up: A",
    );
    check("A: 1 s, by X, enter 50 %\nB: 1 s, by X, enter 40 %", "entries_do_not_add_up: sheet");
    check(
        "A: decision, next C 60 %; end\nB: 5 s, by X, with A, next C 50 %\nC: 1 s, by X",
        "shares_differ: B -> C",
    );
    check("A: decision, next end\nB: decision, with A", "several_decisions: B");
    check(
        "A: 1 s, by X, with B, next C\nC: 1 s, by X, with B, next end\nB: 1 s, by Y",
        "count_above_headcount: A\nflow_inside_moment: A -> C",
    );
}

#[test]
fn loops_need_a_decision_and_a_way_out() {
    check(
        "A: 1 s, by X\nB: 1 s, by X, next A",
        "loop_without_exit: A\nrework_without_decision: B -> A\nentry_assumed: A",
    );
    check("A: 1 s, by X\nB: decision, next A 100 %", "loop_without_exit: A\nentry_assumed: A");
    check(
        "A: 1 s, by X, enter 100 %\nB: 1 s, by X, next A; C\nC: 1 s, by X",
        "rework_without_decision: B -> A",
    );
    // Whoever leads back to the very same moment comes from nowhere else first.
    check("A: decision, 1 s, by X, next A 50 %; end", "");
    check("A: 1 s, by X\nB: decision, next A 50 %; end", "entry_assumed: A");
    check("B: decision, next A 50 %; end\nA: 1 s, by X, next B", "entry_assumed: B");
    check("A: 1 s, by X, enter 100 %\nB: decision, next A 50 %; end", "");
}

#[test]
fn branches_that_meet_must_fit() {
    let fork = "A: 1 s, by X, next B; C\nB: decision, next D 50 %; end\nC: 1 s, by X, next D";
    check(&format!("{fork}\nD: 1 s, by X"), "unbalanced_join: D");
    check(&format!("{fork}\nD: 1 s, by X, merge"), "");
    check(
        "A: 1 s, by X, next B; C
         B: decision, next D 50 %; end
         C: decision, next D 50 %; end
         D: 1 s, by X",
        "ambiguous_join: D",
    );
    check("A: 1 s, by X, next C\nB: 1 s, by Y, next C\nC: 1 s, by X", "several_entries: sheet");
}

#[test]
fn triggered_work_stays_apart() {
    check(
        "A: 1 s, by X, trigger B, next C\nB: 1 s, by Y, next C\nC: 1 s, by X",
        "trigger_rejoins: B -> C",
    );
    let figures = analyse(&draw(
        "A: 10 s, by X, trigger B\nC: 5 s, by X, next end\nB: 60 s, by Y, next D\nD: 30 s, by Y, next end",
    ));
    assert_eq!(figures.rush_order_time_s.value, Some(15.0));
    assert_eq!(figures.direct_labour_content_s.value, Some(105.0));
    assert_eq!(figures.capacity_per_hour.value, Some(40.0));
}

#[test]
fn weak_spots_of_the_drawing_are_named() {
    check("A: 1 s, by X, next end\nB: 1 s, by X, next end\nC: note", "several_entries: sheet");
    check(
        "A: 1 s, by X, next end\nA : 1 s, by X, enter 100 %",
        "unreachable: A\nduplicate_name: A",
    );
    check("role X x0\nA: 1 s, by X, next end", "need_without_role: A");
    check("role X x2\nA: 1 s, by 3 X, next end", "count_above_headcount: A");
    check("A: 1 s, by X, next end\nB: 1 s, by X, next end, enter 100 %", "unreachable: A");
    check("role X $10\nrole Y\nA: 1 s, by X + Y, next end", "rate_missing: Y");
    check("demand 90/h\nA: 60 s, by X, next end", "overloaded_role: X");
    check("A: 90 s, by X, acceptable 1 min, next end", "tolerance_broken: A");
    let queue = "demand 54/h\nW: customer, wait 5 min\nA: exp 1 min, backstage, by X, next end";
    check(queue, "tolerance_broken: W");
    check(&queue.replace("5 min", "9 min"), "");
    check("A: 9 s, customer, with B\nB: by X", "evidence_missing: A");
    check("A: 9 s, customer, with B\nB: by X\nForm: evidence", "");
}

#[test]
fn the_only_step_that_could_be_served_is_the_service() {
    for text in [
        "Answer: 2 min, by Agent, next",
        "Answer: 2 min, next",
        "Answer: 2 min, places 1, next",
        "Answer: 2 min, by Agent, next\nForm: evidence\nHm: note\nCalls: customer, next",
    ] {
        let analysis = analyse(&draw(text));
        assert_eq!(analysis.capacity_per_hour.value, Some(30.0), "{text}");
        assert_eq!(analysis.rush_order_time_s.value, Some(120.0), "{text}");
        let alone =
            |problem: &&onstage::process::Problem| problem.code == ProblemCode::NotConnected;
        assert_eq!(
            analysis.problems.iter().filter(alone).count(),
            usize::from(text.contains("Calls")),
            "{text}"
        );
    }
    // Of two nobody knows which is the service.
    let two = analyse(&draw("A: 2 min, by Agent, next\nB: 1 min, by Agent, next"));
    assert_eq!(two.capacity_per_hour.value, None);
    let together = analyse(&draw("A: 2 min, by Agent, next, with B\nB: customer, next"));
    assert_eq!(together.capacity_per_hour.value, Some(30.0));
}
