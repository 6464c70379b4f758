//! Where customers go on to: all ways, or one of them.

use onstage::blueprint::StepKind;
use onstage::exchange::{AddedSteps, NoticeKind, StepColumn};

use super::as_people_write::{refused, take};
use super::links;

/// What becomes of a next step: the kind of the card, its links, and whether the shares are asked
/// for.
fn next(cell: &str) -> String {
    let (scenario, added) =
        take(&format!("step\tnext\nAsk?\t\"{cell}\"\nFit\tend\nRepair\tend\nSell\tend\n"));
    let kind = scenario.steps().values().next().unwrap().kind;
    let asked = added.notices.iter().any(|notice| {
        notice.kind == NoticeKind::ChoicesWithoutShares(vec![cell.replace("\"\"", "\"")])
    });
    let mut ways = links(&scenario);
    ways.retain(|way| way.starts_with("Ask?"));
    let ways: Vec<&str> = ways.iter().filter_map(|way| way.strip_prefix("Ask? > ")).collect();
    let kind = if kind == StepKind::Decision { "one of" } else { "all of" };
    format!("{kind} {}{}", ways.join(", "), if asked { ", shares?" } else { "" })
}

#[test]
fn alternatives_are_a_choice_and_never_a_fork() {
    for cell in [
        "Fit or Repair",
        "Fit OR Repair",
        "Fit / Repair",
        "Fit/Repair",
        "Fit | Repair",
        "either Fit or Repair",
        "Fit或Repair",
        "Fit 或者 Repair",
        "2 or 3",
        "2/3",
        "Yes: Fit; No: Repair",
        "是：Fit；否：Repair",
        "Yes→Fit; No→Repair",
        "Yes -> Fit, No -> Repair",
        "Yes: Fit / No: Repair",
        "Yes: Fit\nNo: Repair",
        "Yes: Fit; Repair",
        "Fit (yes); Repair (no)",
        "Yes - Fit; No - Repair",
        "if small: Fit; else: Repair",
    ] {
        assert_eq!(next(cell), "one of Fit, Repair, shares?", "{cell}");
    }
    assert_eq!(next("Fit, Repair or Sell"), "one of Fit, Repair, Sell, shares?");
    assert_eq!(next("Fit, Repair, or Sell"), "one of Fit, Repair, Sell, shares?");
    for cell in
        ["Fit; Repair", "Fit, Repair", "Fit and Repair", "Fit & Repair", "2: Fit; 3: Repair"]
    {
        assert_eq!(next(cell), "all of Fit, Repair", "{cell}");
    }
    assert_eq!(next("Fit, Repair and Sell"), "all of Fit, Repair, Sell");
    assert_eq!(next("Yes: Fit"), "all of Fit");
    let both = refused("step\tnext\nA\tB or C; D\nB\tend\nC\tend\nD\tend\n");
    assert_eq!(both, ["2 next: ChoiceAmongAll(\"B or C\")"]);
    // Whatever the kind says; and what leads to a step decides nothing.
    let (scenario, _) = take("step,type,next\nA,task,B or C\nB,,end\nC,,end\n");
    assert_eq!(scenario.steps().values().next().unwrap().kind, StepKind::Decision);
    let (scenario, _) = take("step,previous\nA,\nB,\nC,A or B\n");
    assert!(scenario.steps().values().all(|step| step.kind == StepKind::Action));
}

#[test]
fn shares_are_read_in_every_width_and_as_the_rest() {
    for cell in [
        "Fit 70 %; Repair 30 %",
        "Fit ７０％；Repair ３０％",
        "Fit 70 %; Repair rest",
        "Fit 70%, Repair: the rest",
        "Fit 70%；Repair 其余",
        "Yes 70 %: Fit; No 30 %: Repair",
    ] {
        assert_eq!(next(cell), "one of Fit 70 %, Repair 30 %", "{cell}");
    }
    for cell in ["Fit 0.7; Repair 0.3", "Fit .7; Repair .3", "Fit (0.7); Repair (0.3)"] {
        assert_eq!(next(cell), "one of Fit 70 %, Repair 30 %", "{cell}");
    }
    assert_eq!(next("Fit; Repair rest"), "one of Fit, Repair");
}

#[test]
fn answers_in_a_flowchart_make_a_choice_too() {
    let chart = |label: &str| {
        let text = format!("flowchart TD\nA[Ask] -->|{label}| B[Fit]\nA --> C[Repair]\n");
        take(&text).0.steps().values().next().unwrap().kind
    };
    for label in ["yes", "No", "否", "otherwise", "if large", "70 %"] {
        assert_eq!(chart(label), StepKind::Decision, "{label}");
    }
    for label in ["form", "e-mail", "单据"] {
        assert_eq!(chart(label), StepKind::Action, "{label}");
    }
}

#[test]
fn a_step_before_an_arrow_is_no_label() {
    for (cell, fault) in [
        ("B → C", "B → C"),
        ("B -> C", "B -> C"),
        ("B: C", "B: C"),
        ("C (B)", "C (B)"),
        ("B > C", "B > C"),
    ] {
        let text = format!("step\tnext\nA\t{cell}\nB\tC\nC\tend\n");
        assert_eq!(refused(&text), [format!("2 next: UnknownStep(\"{fault}\")")], "{cell}");
    }
    assert_eq!(
        refused("步骤\t下一步\n甲\t乙→丙\n乙\t丙\n丙\t结束\n"),
        ["2 next: UnknownStep(\"乙→丙\")"]
    );
    let (scenario, _) = take("step\tnext\nA\tYes → B; No → C\nB\tend\nC\tend\n");
    assert_eq!(links(&scenario)[..2], ["A > B", "A > C"]);
}

#[test]
fn shares_make_a_decision_whatever_the_kind_says() {
    for kind in ["Action", "Task", "活动", ""] {
        let text = format!("Step,Type,Next\nA,{kind},B 70%; C 30%\nB,{kind},end\nC,{kind},end\n");
        let (scenario, _) = take(&text);
        let kinds: Vec<StepKind> = scenario.steps().values().map(|step| step.kind).collect();
        assert_eq!(kinds, [StepKind::Decision, StepKind::Action, StepKind::Action], "{kind}");
        assert_eq!(links(&scenario)[..2], ["A > B 70 %", "A > C 30 %"], "{kind}");
    }
    let (scenario, _) = take("Step,Type,Next\nA,Task,B 100%\nB,Task,end\n");
    assert!(scenario.steps().values().all(|step| step.kind == StepKind::Action));
    let (scenario, _) = take("Step,Type,Previous\nA,Task,\nB,Task,A 70%\nC,Task,A 30%\n");
    assert_eq!(scenario.steps().values().next().unwrap().kind, StepKind::Decision);
}

#[test]
fn a_label_may_lead_out() {
    for (text, ways) in [
        ("step\tnext\nA\tYes: B; No: end\nB\tend\n", ["A > B", "A > outside"]),
        ("step\tnext\nA\tYes → B; No → exit\nB\tend\n", ["A > B", "A > outside"]),
        ("step\tnext\nA\tB (yes); end (no)\nB\tend\n", ["A > B", "A > outside"]),
        ("step\tnext\nA\tYes: B / No: end\nB\tend\n", ["A > B", "A > outside"]),
        ("步骤\t下一步\n甲\t是：乙；否：结束\n乙\t结束\n", ["甲 > 乙", "甲 > outside"]),
    ] {
        let (scenario, added) = take(text);
        assert_eq!(links(&scenario)[..2], ways, "{text}");
        assert_eq!(scenario.steps().values().next().unwrap().kind, StepKind::Decision, "{text}");
        let asked = |kind: &NoticeKind| matches!(kind, NoticeKind::ChoicesWithoutShares(_));
        assert!(added.notices.iter().any(|notice| asked(&notice.kind)), "{text}");
    }
    // A step that is called so is meant; and a step before the word is no label.
    let (scenario, _) = take("step\tnext\nA\tYes: B; No: Stop\nB\tend\nStop\tend\n");
    assert_eq!(links(&scenario)[..2], ["A > B", "A > Stop"]);
    assert_eq!(refused("step\tnext\nA\tB → end\nB\tend\n"), ["2 next: UnknownStep(\"B → end\")"]);
    assert_eq!(
        refused("step\ttogether\nA\tNo: end\nB\t\n"),
        ["2 together: UnknownStep(\"No: end\")"]
    );
}

#[test]
fn columns_for_yes_and_no_are_the_ways_of_a_choice() {
    let said = |added: &AddedSteps, heading: &str| {
        let kind =
            NoticeKind::ColumnGuessed { heading: heading.to_owned(), column: StepColumn::Next };
        added.notices.iter().any(|notice| notice.kind == kind)
    };
    for (yes, no) in
        [("If yes", "If no"), ("Yes", "No"), ("Next if yes", "Next if no"), ("是", "否")]
    {
        for (head, ordinary, out) in [("", "", ""), (",Next", ",", ",end")] {
            let text = format!(
                "Step,Role{head},{yes},{no}\nA,N{ordinary},,\nOK?,N{ordinary},C,D\n\
                 C,N{out},,\nD,N{out},,\n"
            );
            let (scenario, added) = take(&text);
            assert_eq!(links(&scenario)[..3], ["A > OK?", "OK? > C", "OK? > D"], "{text}");
            let kinds = scenario.steps().values().map(|step| step.kind == StepKind::Decision);
            assert_eq!(kinds.collect::<Vec<_>>(), [false, true, false, false], "{text}");
            assert!(said(&added, yes) && said(&added, no), "{:?}", added.notices);
            let asked = NoticeKind::ChoicesWithoutShares(vec!["yes: C; no: D".to_owned()]);
            assert!(added.notices.iter().any(|notice| notice.kind == asked), "{text}");
            assert_eq!(added.ignored(), [""; 0], "{text}");
        }
    }
    // What is not said is asked for.
    let half = refused("Step,If yes,If no\nA,C,\nB,C,A\nC,,\n");
    assert_eq!(half, ["2 next: UnknownStep(\"no:\")"]);
    let both = refused("Step,Next,If yes,If no\nA,B,C,D\nB,,,\nC,,,\nD,,,\n");
    assert_eq!(both, ["2 next: ChoiceAmongAll(\"yes: C; no: D\")"]);
    // Nothing is made of columns that name no step, nor of one alone.
    for (text, left) in [
        ("Step,If yes,If no\nA,x,y\nB,,x\n", vec!["If yes", "If no"]),
        ("Step,If no\nA,B\nB,\n", vec!["If no"]),
    ] {
        assert_eq!(take(text).1.ignored(), left, "{text}");
    }
    let (_, added) = take("Step no,Step\n1,A\n2,B\n");
    assert_eq!(added.notices, []);
    let (scenario, added) = take("No,Step,Yes,Next\n1,A,C,3\n2,B,,end\n3,C,,end\n");
    assert_eq!(links(&scenario)[0], "A > C");
    assert_eq!(added.ignored(), ["Yes"]);
}
