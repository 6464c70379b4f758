//! Tables with more in them than steps, and with more than one way to write the same.

use onstage::blueprint::Quantity;
use onstage::exchange::{
    AddedSteps, ColumnRequest, NoticeKind, Source, StepColumn, TableErrors, TableFault,
    roles_from_raw,
};
use onstage::wording::{Language, Wording};

use super::as_people_write::{refused, steps, take, take_bytes};
use super::{empty, links};

fn kinds(added: &AddedSteps) -> Vec<NoticeKind> {
    added.notices.iter().map(|notice| notice.kind.clone()).collect()
}

fn names(text: &str) -> Vec<String> {
    take(text).0.steps().values().map(|step| step.name.clone()).collect()
}

#[test]
fn totals_are_no_steps() {
    for (total, label) in [
        ("Total,,30 s", "Total"),
        ("TOTAL:,,30 s", "TOTAL:"),
        ("合计,,30 s", "合计"),
        ("Summe,,30 s", "Summe"),
        ("Sum,,", "Sum"),
        ("Total time,2 people,30 s", "Total time"),
        ("Average,,15 s", "Average"),
        (",,30 s", "30 s"),
    ] {
        let text = format!("step,role,time\nA,a,10 s\nB,b,20 s\n{total}\n");
        let (scenario, added) = take(&text);
        assert_eq!(scenario.steps().len(), 2, "{text}");
        let said = NoticeKind::TotalsLeftOut(vec![label.to_owned()]);
        assert!(kinds(&added).contains(&said), "{text}: {:?}", added.notices);
    }
    let subtotals = "step,role,time (min)\nA,a,1\nB,b,2\nSubtotal,,3\nC,a,4\nD,b,5\nSubtotal,,9\n\
                     Grand total,,12\n";
    assert_eq!(names(subtotals), ["A", "B", "C", "D"]);
    // Somebody's work, or a step that others lead to, stays.
    assert_eq!(names("step,role,time\nA,a,10 s\nTotal,b,20 s\n"), ["A", "Total"]);
    assert_eq!(names("step,role,next\nA,a,Sum\nSum,,end\n"), ["A", "Sum"]);
    assert_eq!(names("step,role\nTotal the till,\nPay,a\n"), ["Total the till", "Pay"]);
}

#[test]
fn remarks_below_a_table_are_left_out() {
    for remark in ["Source: survey 2024,,", "* without breaks,,", "注：2024 年调查,,"] {
        let text = format!("step,role,time\nA,a,10 s\nB,b,20 s\n,,\n{remark}\n");
        let (scenario, added) = take(&text);
        assert_eq!(scenario.steps().len(), 2, "{text}");
        let said = kinds(&added).into_iter().any(|kind| matches!(kind, NoticeKind::BelowTable(_)));
        assert!(said, "{text}");
    }
    assert_eq!(names("step,role,time\nA,a,10 s\n,,\nLeave,,\n"), ["A", "Leave"]);
}

#[test]
fn one_person_is_one_role_however_written() {
    let (scenario, added) =
        take("step,role\nA,Clerk\nB,clerk\nC,\"ＣＬＥＲＫ + Nurse\"\nD,nurse \n");
    let roles: Vec<&str> = scenario.roles().values().map(|role| role.name.as_str()).collect();
    assert_eq!(roles, ["Clerk", "Nurse"]);
    let pair = |written: &str, taken: &str| (written.to_owned(), taken.to_owned());
    let said = NoticeKind::RolesAlike(vec![
        pair("clerk", "Clerk"),
        pair("ＣＬＥＲＫ", "Clerk"),
        pair("nurse", "Nurse"),
    ]);
    assert!(kinds(&added).contains(&said), "{:?}", added.notices);
    // So it is beside a table of roles, whichever spelling comes first.
    let (mut scenario, mut ids) = empty();
    let table = |text: &str| Source::of_text(text).unwrap();
    let roles = table("role,count\nclerk,3\n");
    roles_from_raw(&roles.sheets[0].1, &mut scenario, &mut ids).unwrap();
    let source = table("step,role\nA,Clerk\nB,CLERK\n");
    source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
    let roles: Vec<u32> = scenario.roles().values().map(|role| role.headcount).collect();
    assert_eq!(roles, [3]);
    let twice = table("role,count\nClerk,3\nclerk,2\n");
    let errors = roles_from_raw(&twice.sheets[0].1, &mut scenario, &mut ids).unwrap_err();
    assert_eq!(errors.0[0].fault, TableFault::NameTwice("clerk".to_owned()));
}

#[test]
fn shares_beside_the_next_step_are_never_lost() {
    for cell in ["B (70%), C (30%)", "B 70%, C 30%", "70% B / 30% C", "B（70%）、C（30%）"] {
        let (scenario, _) = take(&format!("step\tnext\nA\t{cell}\nB\tend\nC\tend\n"));
        let expect = ["A > B 70 %", "A > C 30 %", "B > outside", "C > outside"];
        assert_eq!(links(&scenario), expect, "{cell}");
    }
    let unknown = refused("step\tnext\nA\tB (70% of them, C (30\nB\tend\nC\tend\n");
    assert!(unknown[0].starts_with("2 next: UnknownStep"), "{unknown:?}");
    let both = refused("step\tnext\nA\tB & C 70 %; D\nB\tend\nC\tend\nD\tend\n");
    assert_eq!(both, ["2 next: UnknownStep(\"B & C\")"]);
}

#[test]
fn a_dot_before_three_digits_groups_where_commas_are_decimal() {
    let first = |text: &str| steps(&take(text).0)[0].clone();
    assert_eq!(first("step;role;time\nA;a;1.200 s\n"), "A | Frontstage | a | 1200");
    assert_eq!(first("step;role;time\nA;a;1.200 s\nB;a;1,5 min\n"), "A | Frontstage | a | 1200");
    assert_eq!(
        first("step\trole\ttime\nA\ta\t1.200 s\nB\ta\t1,5 min\n"),
        "A | Frontstage | a | 1200"
    );
    assert_eq!(first("step;role;time\nA;a;1.200 s\nB;a;1.5 s\n"), "A | Frontstage | a | 1.2");
    assert_eq!(first("step,role,time\nA,a,1.200 s\n"), "A | Frontstage | a | 1.2");
    assert_eq!(first("step;time;cost\nA;1.200 s;0,5\n"), "A | Frontstage |  | 1200");
    let mixed = refused("step;time\nA;1.200 s\nB;1,5 s\nC;2.5 s\n");
    assert_eq!(mixed, ["2 time: Refused(DoubtfulPoint)"]);
}

#[test]
fn bars_separate_too() {
    let expect = ["A | Frontstage | a | 120", "B | Frontstage | b | 60"];
    for text in [
        "step|role|time\nA|a|2 min\nB|b|1 min\n",
        "| step | role | time |\n| A | a | 2 min |\n| B | b | 1 min |\n",
        "step | role | time\n--- | --- | ---\nA | a | 2 min\nB | b | 1 min\n",
    ] {
        assert_eq!(steps(&take(text).0), expect, "{text}");
    }
}

#[test]
fn cells_drawn_over_several_rows_hold_for_each() {
    let (scenario, added) = take_bytes(include_bytes!("../fixtures/merged_cells.xlsx"));
    assert_eq!(
        steps(&scenario),
        [
            "Sign in | Customer | Clerk | 120",
            "Look up | Customer | Clerk | 90",
            "Decide | Backstage | Officer | 240",
            "Record | Backstage | Officer | "
        ]
    );
    let kinds = kinds(&added);
    assert!(kinds.iter().any(|kind| matches!(kind, NoticeKind::MergedTakenOnce { .. })));
    assert!(kinds.contains(&NoticeKind::BelowTable(vec!["Source: survey 2024".to_owned()])));
}

#[test]
fn failed_formulas_are_named_with_their_row() {
    let source = Source::of_bytes(include_bytes!("../fixtures/failed_formula.xlsx"), None).unwrap();
    let (mut scenario, mut ids) = empty();
    let errors = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap_err();
    assert_eq!((errors.0[0].row, errors.0.len()), (3, 1));
    assert_eq!(errors.0[0].fault, TableFault::FailedFormula("#REF!".to_owned()));
    assert_eq!(refused("step,role\nA,#N/A\n"), ["2 role: FailedFormula(\"#N/A\")"]);
}

#[test]
fn money_and_shares_are_read_with_their_signs() {
    let role = |column: &str, cell: &str| {
        let (mut scenario, mut ids) = empty();
        let text = format!("role\t{column}\nNurse\t{cell}\n");
        onstage::exchange::roles_from_table(&text, &mut scenario, &mut ids).map(|_| {
            let role = scenario.roles().values().next().unwrap();
            (role.cost_per_hour.map(Quantity::get), role.availability.value())
        })
    };
    for (cell, cost) in [
        ("$18", 18.0),
        ("18 €", 18.0),
        ("¥18", 18.0),
        ("€1,200", 1200.0),
        ("18/h", 18.0),
        ("$18 per hour", 18.0),
        ("18 元/小时", 18.0),
        ("每小时18元", 18.0),
        ("18.50", 18.5),
    ] {
        for heading in ["cost_per_hour", "Rate", "Wage", "时薪"] {
            assert_eq!(role(heading, cell).unwrap().0, Some(cost), "{heading} {cell}");
        }
    }
    assert!(role("cost_per_hour", "$18/month").is_err());
    for heading in ["Wage (monthly)", "Wage (€/day)", "工资（元/月）"] {
        let errors = role(heading, "18").unwrap_err();
        assert!(matches!(errors.0[0].fault, TableFault::NotPerHour(_)), "{heading}: {errors}");
        assert_eq!(role(heading, "18/h").unwrap().0, Some(18.0), "{heading}");
        assert_eq!(role(heading, "").unwrap().0, None, "{heading}");
    }
    for (heading, cell, share) in [
        ("availability", "50", 0.5),
        ("availability (%)", "50", 0.5),
        ("availability (%)", "1", 0.01),
        ("availability", "0.5", 0.5),
    ] {
        let found = role(heading, cell).unwrap().1;
        assert!((found - share).abs() < 1e-9, "{heading} {cell}: {found}");
    }
    let (scenario, _) = take("step,enter (%),cost\nA,70,$2.50\nB,30,2 €\n");
    let costs: Vec<f64> = scenario.steps().values().map(|step| step.material_cost.get()).collect();
    assert_eq!(costs, [2.5, 2.0]);
    let enters = scenario.steps().values().filter_map(|step| step.enter);
    let enters: Vec<String> = enters.map(|share| share.to_string()).collect();
    assert_eq!(enters, ["70 %", "30 %"]);
}

#[test]
fn a_table_of_roles_names_what_it_leaves_out() {
    let (mut scenario, mut ids) = empty();
    let text = "role,count,Rate,Remark,Foo\na,2,20,x,y\nTotal,2,,,\n";
    let source = Source::of_text(text).unwrap();
    let added = roles_from_raw(&source.sheets[0].1, &mut scenario, &mut ids).unwrap();
    assert_eq!(added.roles.len(), 1);
    let kinds: Vec<NoticeKind> = added.notices.into_iter().map(|notice| notice.kind).collect();
    assert_eq!(
        kinds,
        [
            NoticeKind::ColumnsLeftOut(vec!["Remark".into(), "Foo".into()]),
            NoticeKind::TotalsLeftOut(vec!["Total".into()]),
            NoticeKind::TakenPerHour { heading: "Rate".into() },
        ]
    );
}

#[test]
fn the_shortest_and_the_longest_time_are_a_range() {
    let time = |text: &str| steps(&take(text).0)[0].clone();
    for header in [
        "Min time (min)\tMax time (min)",
        "Minimum (min)\tMaximum (min)",
        "最短时间（分钟）\t最长时间（分钟）",
    ] {
        let text = format!("step\t{header}\nA\t2\t4\n");
        assert_eq!(time(&text), "A | Frontstage |  | 180", "{header}");
    }
    let likely = "step,Min time (min),Most likely (min),Max time (min)\nA,1,2,6\n";
    assert_eq!(time(likely), "A | Frontstage |  | 180");
    let (scenario, added) = take("step,Time (min),Min time (min),Max time (min)\nA,3,2,9\n");
    assert_eq!(steps(&scenario), ["A | Frontstage |  | 180"]);
    let left = NoticeKind::ColumnsLeftOut(vec!["Min time (min)".into(), "Max time (min)".into()]);
    assert!(kinds(&added).contains(&left), "{:?}", added.notices);
}

#[test]
fn days_and_working_days_go_by_one_rule() {
    let (scenario, added) = take("step,time\nA,2 days\nB,3 working days\n");
    let expect = ["A | Frontstage |  | 57600", "B | Frontstage |  | 86400"];
    assert_eq!(steps(&scenario), expect);
    let granted = kinds(&added)
        .into_iter()
        .filter(|kind| matches!(kind, NoticeKind::TakenForGranted { .. }))
        .count();
    assert_eq!(granted, 1, "{:?}", added.notices);
    assert_eq!(steps(&take("step,time\nA,2 days\n").0), ["A | Frontstage |  | 172800"]);
}

/// Reads a table whose column of times somebody names.
fn chosen(text: &str, heading: &str) -> Result<Vec<String>, TableErrors> {
    let (mut scenario, mut ids) = empty();
    let source = Source::of_text(text)?;
    let mut reading = source.propose().or_else(|errors| source.blank_reading(0).ok_or(errors))?;
    if let onstage::exchange::Form::Steps(plan) = &mut reading.form {
        let wish = |column, source: &str| ColumnRequest {
            column: Some(column),
            source: source.to_owned(),
        };
        let wishes = [wish(StepColumn::Step, "1"), wish(StepColumn::Time, heading)];
        plan.follow(&wishes).unwrap();
    }
    source.add(&reading, &mut scenario, &mut ids).map(|_| steps(&scenario))
}

#[test]
fn the_unit_counts_whoever_tells_the_column() {
    for (heading, seconds) in [
        ("Dauer (min)", 180),
        ("Avg min", 180),
        ("Zeit (Min.)", 180),
        ("Bearbeitungszeit (h)", 10_800),
        ("Temps (min)", 180),
        ("Dur (min)", 180),
        ("Zeit (Std.)", 10_800),
    ] {
        let text = format!("Vorgang;{heading}\nA;3\n");
        assert_eq!(
            chosen(&text, "2").unwrap(),
            [format!("A | Frontstage |  | {seconds}")],
            "{heading}"
        );
    }
    let guessed = take("Vorgang;Dauer (min)\nA;1,5\nB;12,25\n").0;
    assert_eq!(steps(&guessed), ["A | Frontstage |  | 90", "B | Frontstage |  | 735"]);
    for (heading, unit) in [
        ("Time (1/100 min)", "1/100 min"),
        ("Time (0.1 min)", "0.1 min"),
        ("time (months)", "months"),
        ("用时（月）", "月"),
    ] {
        let expect = format!("2 time: UnknownUnit(\"{unit}\")");
        assert_eq!(refused(&format!("step\t{heading}\nA\t3\n")), [expect], "{heading}");
        // A cell with its own unit asks nothing of the heading.
        assert_eq!(refused(&format!("step\t{heading}\nA\t3 min\n")), [""; 0], "{heading}");
    }
    for heading in ["Time (h:mm)", "时间（时:分）", "Time (hh:mm)"] {
        let (scenario, _) = take(&format!("step\t{heading}\nA\t1:30\n"));
        assert_eq!(steps(&scenario), ["A | Frontstage |  | 5400"], "{heading}");
        let plain = refused(&format!("step\t{heading}\nA\t3\n"));
        assert_eq!(plain, ["2 time: NumberAmongClocks"], "{heading}");
    }
}

#[test]
fn wages_that_say_no_time_are_taken_per_hour_and_that_is_said() {
    let said = |heading: &str, cell: &str| {
        let source = Source::of_text(&format!("role\t{heading}\nNurse\t{cell}\n")).unwrap();
        let (mut scenario, mut ids) = empty();
        let added = roles_from_raw(&source.sheets[0].1, &mut scenario, &mut ids).unwrap();
        let role = scenario.roles().values().next().unwrap();
        assert_eq!(role.cost_per_hour.map(Quantity::get), Some(18.0), "{heading} {cell}");
        let [english, chinese] = [Language::English, Language::Chinese]
            .map(|language| Wording::new(language).import_notices(&added.notices));
        (english, chinese)
    };
    for heading in ["Wage", "工资", "Rate", "Wage (EUR)", "工资（元）"] {
        let (english, chinese) = said(heading, "18");
        let expect =
            format!("“{heading}” does not say what it is per: taken as the cost of an hour");
        assert_eq!(english, expect);
        assert!(chinese.contains(heading) && chinese.contains("每小时"), "{chinese}");
        for cell in ["18/h", "18 元/小时"] {
            assert_eq!(said(heading, cell), (String::new(), String::new()), "{heading} {cell}");
        }
    }
    for heading in ["cost_per_hour", "Hourly wage", "Wage (€/h)", "时薪", "工资（元/小时）"]
    {
        assert_eq!(said(heading, "18"), (String::new(), String::new()), "{heading}");
    }
}

#[test]
fn marks_of_markdown_say_only_how_it_looks() {
    let text = "| Step | Role | Time | Next |\n|---|---|---|---|\n\
        | **A** | `Nurse` | *5 min* | [B](x) |\n| [B](http://b) | Nurse | 3 min | |\n";
    let (scenario, added) = take(text);
    assert_eq!(steps(&scenario), ["A | Frontstage | Nurse | 300", "B | Frontstage | Nurse | 180"]);
    assert_eq!(added.notices, []);
    assert_eq!(scenario.roles().len(), 1);
}

#[test]
fn letters_before_the_items_of_a_list_are_marks() {
    let (scenario, _) = take("(a) Wave\n(b) Greet\n(c) Part\n");
    let names: Vec<&str> = scenario.steps().values().map(|step| step.name.as_str()).collect();
    assert_eq!(names, ["Wave", "Greet", "Part"]);
}

#[test]
fn who_is_nobody_becomes_nobody_and_that_is_said() {
    for cell in ["TBD", "self", "nobody", "待定", "自助"] {
        let (scenario, added) = take(&format!("step\trole\ttime\nA\t{cell}\t5\n"));
        assert_eq!(scenario.roles().len(), 0, "{cell}");
        assert!(kinds(&added).contains(&NoticeKind::NamesNobody(vec![cell.to_owned()])), "{cell}");
    }
}

#[test]
fn a_range_of_days_says_both() {
    for text in ["step,time\nA,2-3 days\n", "步骤,时间\nA,2-3天\n", "步骤,时间\nA,两三天\n"]
    {
        let (_, added) = take(text);
        let notes: Vec<String> = kinds(&added)
            .into_iter()
            .filter_map(|kind| match kind {
                NoticeKind::TakenForGranted { note, .. } => Some(format!("{note:?}")),
                _ => None,
            })
            .collect();
        assert_eq!(notes, ["RangeIsUniform", "DayOf { hours: 24.0 }"], "{text}");
    }
}

#[test]
fn only_the_table_of_a_markdown_text_is_read() {
    let table = "| Step | Who | Avg time | Next |\n|---|---|---|---|\n\
                 | Greet | Host | 1 min | Seat |\n| Seat | Host | 2 min | end |\n";
    let expect = ["Greet | Frontstage | Host | 60", "Seat | Frontstage | Host | 120"];
    let plain = table.replace("|---|---|---|---|\n", "");
    for (above, said) in [
        ("", vec![]),
        ("# Our service\n\n", vec!["Our service"]),
        (
            "Our service\n===\n\nWe greet; then seat, all day.\n\n",
            vec!["Our service", "We greet; then seat, all day."],
        ),
    ] {
        for (below, left) in [
            ("", vec![]),
            ("\nAfter text\n", vec!["After text"]),
            ("\n## More\nWords, and words.\n", vec!["More", "Words, and words."]),
        ] {
            for table in [table, plain.as_str()] {
                let text = format!("{above}{table}{below}");
                let (scenario, added) = take(&text);
                assert_eq!(steps(&scenario), expect, "{text}");
                let has = |kind: &NoticeKind| added.notices.iter().any(|n| n.kind == *kind);
                let owned = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect();
                assert_eq!(has(&NoticeKind::AboveHeader(owned(&said))), !said.is_empty(), "{text}");
                assert_eq!(has(&NoticeKind::BelowTable(owned(&left))), !left.is_empty(), "{text}");
            }
        }
    }
    // Whatever the headings are called; and a fault keeps its row.
    let (scenario, _) = take("# Ablauf\n\n| Vorgang | Dauer |\n|---|---|\n| Annehmen | 5 min |\n");
    assert_eq!(steps(&scenario), ["Annehmen | Frontstage |  | 300"]);
    let text = "# Title\n\n| Step | Next |\n|---|---|\n| A | Nowhere |\n";
    assert_eq!(refused(text), ["5 next: UnknownStep(\"Nowhere\")"]);
}
