//! Mistakes in a file are named: where they stand, whose they are, what was expected.

use onstage::storage::{decode, encode};

use super::small;

/// The error of a text: `line:column: what`, the field, and the row that it belongs to.
fn mistake(text: &str) -> String {
    let Err(error) = decode(text) else { return "none".to_owned() };
    let owner = error.owner.as_ref().map_or_else(String::new, |owner| {
        format!(
            " ({:?} {} {})",
            owner.sort,
            owner.number.map_or_else(|| "?".to_owned(), |number| number.to_string()),
            owner.name.as_deref().unwrap_or("?")
        )
    });
    format!("{error}, {}{owner}", error.field().unwrap_or("file"))
}

/// The error of the small blueprint's text with something in it replaced.
fn mistake_with(from: &str, to: &str) -> String {
    let text = encode(&small());
    assert!(text.contains(from), "{from}");
    mistake(&text.replacen(from, to, 1))
}

#[test]
fn a_refused_value_is_named_with_its_place() {
    let check = |from: &str, to: &str, expect: &str| assert_eq!(mistake_with(from, to), expect);
    let add = |field: &str, expect: &str| {
        check("procedure:", &format!("{field}, procedure:"), &format!("38:{expect} (Step 10 Cut)"));
    };
    check("20 ± 5 min", "soon", "36:27: soon: unknown form of time, time (Step 10 Cut)");
    check("lane: 4", "lane: -4", "33:27: -4: below zero, lane (Step 10 Cut)");
    add("batch: NaN", "28: NaN: not a number, batch");
    add("batch: 2.5", "28: 2.5: not a whole number from 1 up, batch");
    add("batch: 0", "28: 0: not a whole number from 1 up, batch");
    add("emotion: 3", "30: 3: emotion outside -2 to 2, emotion");
    add("material_cost: inf", "36: inf: not a number, material_cost");
    add("material_cost: -1", "36: -1: below zero, material_cost");
    add("material_cost: 1e15", "36: 1000000000000000: too large, material_cost");
    add("material_cost: 1e300", "36: 1e300: too large, material_cost");
    add("batch: 1e300", "28: 1e300: not a whole number from 1 up, batch");
    add("fail: (severity: 11)", "38: 11: rating outside 1 to 10, severity");
    add("enter: \"120 %\"", "28: 120 %: a share above 100 %, enter");
    add("places: \"many\"", "29: many: not a number, places");
    assert_eq!(
        mistake_with("id: 10", "id: 5000000000"),
        "31:25: 5000000000: the number of a thing is a whole one up to 4000000000, id \
         (Step ? Cut)"
    );
    assert_eq!(
        mistake_with("width: 1008", "width: 3"),
        "17:32: 3: size out of range, width (Phase 7 ?)"
    );
    assert_eq!(
        mistake_with("colour: 3", "headcount: 2000000"),
        "20:52: 2000000: too large, headcount (Role 8 Barber)"
    );
}

#[test]
fn who_stands_in_for_whom_is_checked() {
    let field =
        |others: &str| mistake_with("colour: 3", &format!("colour: 3, stands_in_for: {others}"));
    assert!(
        field("[18]")
            .contains("the role 8 names the role 18, which is not in the file, stands_in_for"),
        "{}",
        field("[18]")
    );
    assert!(field("[8]").contains("the role 8 stands in for itself"), "{}", field("[8]"));
    assert!(field("[-1]").contains("below zero, stands_in_for"), "{}", field("[-1]"));
    assert_eq!(field("[]"), "none");
}

#[test]
fn numbers_that_do_not_fit_together_are_named() {
    assert_eq!(
        mistake_with("lane: 4", "lane: 44"),
        "33:27: the step 10 names the lane 44, which is not in the file, lane (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("roles: [8]", "roles: [18]"),
        "37:28: the step 10 names the role 18, which is not in the file, needs (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("id: 10", "id: 9"),
        "31:25: two steps have the number 9, id (Step 9 Cut)"
    );
    assert_eq!(
        mistake_with("to: 10", "to: 77"),
        "42:39: the link 11 names the step 77, which is not in the file, to (Link 11 ?)"
    );
    assert_eq!(
        mistake_with("to: 10", "to: 9"),
        "42:39: the link 11: a link to itself, to (Link 11 ?)"
    );
    assert_eq!(
        mistake_with("steps: [", "redesign: (first: 99), steps: ["),
        "22:23: the redesign names the step 99, which is not in the file, redesign (Scenario 1 As is)"
    );
    assert_eq!(mistake_with("from: 9, ", ""), "42:17: from is missing, from (Link 11 ?)");
    assert_eq!(
        mistake_with("\"Cut\"", "\"  \""),
        "32:27: the step 10 has no name, name (Step 10   )"
    );
}

#[test]
fn text_that_is_no_ron_says_what_was_expected() {
    assert_eq!(
        mistake_with("kind: Together", "kind: Sideways"),
        "42:57: expected one of Flow, Together, Trigger not Sideways, kind (Link 11 ?)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72, x)"),
        "28:30: expected a number, at (Step 9 Sits down)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72)"),
        "28:28: expected two numbers, at (Step 9 Sits down)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72, 60, 4)"),
        "28:34: expected ), at (Step 9 Sits down)"
    );
    assert_eq!(mistake_with("\"Cut\"", "\"Cut"), "36:28: expected a comma, name (Step 10 ?)");
    assert_eq!(
        mistake_with("procedure:", "batch: \"two\", procedure:"),
        "38:28: expected a number, batch (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("procedure:", "time: true, procedure:"),
        "38:25: expected time only once, roles (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("procedure:", "setup: true, procedure:"),
        "38:32: expected a text or a number, setup (Step 10 Cut)"
    );
    assert_eq!(mistake_with("scenarios: [", "scenarios: "), "6:9: expected [, scenarios");
    assert_eq!(
        mistake_with("version: 1", "version: 7, title: ["),
        "2:14: version 7, newest known is 1, version"
    );
    assert_eq!(mistake(""), "1:1: expected (, file");
    assert_eq!(mistake("()"), "none");
    assert_eq!(mistake("() x"), "1:4: expected the end, file");
    assert_eq!(mistake("hello"), "1:6: expected (, file");
    assert_eq!(mistake("(/* ab"), "1:7: expected the end of the comment, file");
    assert_eq!(mistake(&"[".repeat(1000)), "1:1: expected (, file");
    assert_eq!(mistake(&format!("(new: {}", "[".repeat(1000))), "1:71: expected fewer levels, new");
}

#[test]
fn links_that_no_edit_would_draw_are_named() {
    let add = |link: &str| mistake_with("kind: Together),", &format!("kind: Together),\n{link},"));
    assert_eq!(
        add("(id: 12, from: 10, to: 9, kind: Together)"),
        "43:24: the link 12: linked already, to (Link 12 ?)"
    );
    assert_eq!(
        add("(id: 12, from: 9, to: 10)"),
        "43:23: the link 12: steps of one moment cannot follow each other, to (Link 12 ?)"
    );
    assert_eq!(
        add("(id: 11, from: 9, to: \"outside\")"),
        "43:6: two links have the number 11, id (Link 11 ?)"
    );
    assert_eq!(add("(id: 12, from: 9, to: \"outside\")"), "none");
    assert_eq!(add("(id: 12, from: 9, to: \"home\")"), "43:23: home: not a number, to (Link 12 ?)");
}

#[test]
fn a_scenario_has_a_number_of_its_own() {
    assert_eq!(
        mistake("(scenarios: [(id: 1, name: \"A\"), (id: 1, name: \"B\")])"),
        "1:39: two scenarios have the number 1, id (Scenario 1 B)"
    );
}

#[test]
fn a_label_is_a_short_text_on_one_line() {
    let link = |label: &str| {
        mistake(&format!(
            "(version: 1, scenarios: [(id: 1, steps: [(id: 10, name: \"A\"), (id: 11, name: \"B\")], \
             links: [(id: 12, from: 10, to: 11, label: {label})])])"
        ))
    };
    assert!(link("\"Yes\\nNo\"").contains("a label of several lines, label (Link 12"));
    let long = format!("{:?}", "long ".repeat(9));
    assert!(link(&long).contains("too long a label, label (Link 12"), "{}", link(&long));
    assert!(!link("\" Yes \"").contains("label"), "blanks around it are cut off");
}
