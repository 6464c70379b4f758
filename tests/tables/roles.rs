//! Who is needed: nobody new, and nobody lost, without a word.

use onstage::blueprint::Share;
use onstage::exchange::{NoticeKind, Source, roles_from_raw, unneeded_roles};

use super::as_people_write::{refused, take};
use super::empty;

/// The needs of the last step of a table in which `Nurse` and `Doctor` work, what was refused, or the
/// new roles that hold another's name.
fn needs(cell: &str) -> String {
    let text = format!("step\trole\nA\tNurse\nB\tDoctor\nC\t{cell}\n");
    let faults = refused(&text);
    if let Some(fault) = faults.first() {
        return fault.split(['(', ':']).nth(1).unwrap_or_default().trim().to_owned();
    }
    let (scenario, added) = take(&text);
    let step = scenario.steps().values().next_back().unwrap();
    let written = onstage::exchange::write_needs(&scenario.needs_as_named(&step.needs));
    let said = added.notices.iter().any(|n| matches!(n.kind, NoticeKind::RolesNameOthers(_)));
    format!("{written}{}", if said { " !" } else { "" })
}

#[test]
fn several_people_are_never_one_new_person_in_silence() {
    for (cell, expect) in [
        ("Nurse w/ Doctor", "Nurse + Doctor"),
        ("Nurse plus Doctor", "Nurse + Doctor"),
        ("two nurses", "2 Nurse"),
        ("2 nurses", "2 Nurse"),
        ("Nurses", "Nurse"),
        ("Nurse(s)", "Nurse"),
        ("a nurse", "Nurse"),
        ("one doctor", "Doctor"),
        ("Nurse #2", "NumberInName"),
        ("Nurse (2)", "NumberInName"),
        ("Nurse No. 2", "NumberInName"),
        ("½ Nurse", "AmountUnclear"),
        ("1.5 Nurse", "AmountUnclear"),
        ("-1 Nurse", "AmountUnclear"),
        ("several nurses", "AmountUnclear"),
        ("Nurse, then Doctor", "OneAfterAnother"),
        ("Nurse > Doctor", "OneAfterAnother"),
        ("\"\"\"Nurse #2\"\"\"", "Nurse #2 !"),
        ("Nurse with Doctor", "Nurse with Doctor !"),
        ("Nurse - Doctor", "Nurse - Doctor !"),
        ("Nurse (with Doctor)", "Nurse (with Doctor) !"),
        ("NurseDoctor", "NurseDoctor !"),
        ("Nurse y Doctor", "Nurse y Doctor !"),
        ("Nurse 2", "Nurse 2"),
        ("Nurse (keep)", "keep Nurse"),
        ("50 % Nurse", "AmountUnclear"),
        ("Nurse (50%)", "AmountUnclear"),
        ("Doctor (assisted by Nurse)", "Doctor (assisted by Nurse) !"),
        ("Doctor assisted by nurse", "Doctor assisted by nurse !"),
        ("Doctor supported by Nurse", "Doctor supported by Nurse !"),
        ("not Nurse", "not Nurse !"),
        ("TBD", ""),
        ("nobody", ""),
        ("Head nurse", "Head nurse"),
    ] {
        assert_eq!(needs(cell), expect, "{cell}");
    }
    // The number of somebody of whom there is no other is part of the name.
    let (scenario, _) = take("step,role\nA,Window #1\nB,Window #2\n");
    let names: Vec<&str> = scenario.roles().values().map(|role| role.name.as_str()).collect();
    assert_eq!(names, ["Window #1", "Window #2"]);
    let (scenario, added) = take("step,role\nA,护士\nB,護士\nC,护士兼医生\nD,医生\n");
    let names: Vec<&str> = scenario.roles().values().map(|role| role.name.as_str()).collect();
    assert_eq!(names, ["护士", "护士兼医生", "医生"]);
    let said = NoticeKind::RolesNameOthers(vec!["护士兼医生".into()]);
    assert!(added.notices.iter().any(|notice| notice.kind == said), "{:?}", added.notices);
}

#[test]
fn a_role_of_the_table_that_no_step_needs_is_said() {
    let unneeded = |roles: &str| {
        let (mut scenario, mut ids) = empty();
        let table = Source::of_text(roles).unwrap();
        let added = roles_from_raw(&table.sheets[0].1, &mut scenario, &mut ids).unwrap();
        let steps = Source::of_text("step,role\nA,Clerk\nB,Doctor\n").unwrap();
        steps.add(&steps.propose().unwrap(), &mut scenario, &mut ids).unwrap();
        match unneeded_roles(&scenario, &added.roles).map(|notice| notice.kind) {
            Some(NoticeKind::RolesUnneeded(names)) => {
                let said = names.into_iter().map(|(name, meant)| match meant {
                    Some(meant) => format!("{name} for {meant}"),
                    None => name,
                });
                said.collect::<Vec<_>>().join(", ")
            }
            other => format!("{other:?}"),
        }
    };
    assert_eq!(unneeded("role,count\nClark,3\nDoctor,1\n"), "Clark for Clerk");
    assert_eq!(unneeded("role,count\nCourt clerk,3\nPorter,1\n"), "Court clerk for Clerk, Porter");
    assert_eq!(unneeded("role,count\nclerk,3\nDoctor,1\n"), "None");
    assert_eq!(unneeded("role,count,stands_in_for\nClerk,3,\nDoctor,1,\nTemp,1,Clerk\n"), "None");
}

#[test]
fn counts_and_shares_of_roles_are_read_with_their_words_or_refused() {
    let role = |column: &str, cells: &[&str]| {
        let (mut scenario, mut ids) = empty();
        let rows = cells.iter().zip('A'..).map(|(cell, name)| format!("{name}\t{cell}\n"));
        let text = format!("role\t{column}\n{}", rows.collect::<String>());
        let read = onstage::exchange::roles_from_table(&text, &mut scenario, &mut ids);
        let faults = super::faults(read);
        if !faults.is_empty() {
            return faults.join(", ");
        }
        let shown = scenario.roles().values().map(|role| match column {
            "count" => role.headcount.to_string(),
            _ => format!("{:.4}", role.availability.value()),
        });
        shown.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(role("count", &["2 people", "2 FTE", "two", "2 名", "0"]), "2 2 2 2 0");
    assert_eq!(role("count", &["2.5 FTE"]), "2 count: NotAHeadcount(\"2.5 FTE\")");
    assert_eq!(role("availability", &["0.85", "1"]), "0.8500 1.0000");
    assert_eq!(role("availability", &["85", "100"]), "0.8500 1.0000");
    assert_eq!(role("availability", &["1.5"]), "2 availability: Refused(ShareAboveOne)");
    assert_eq!(role("availability", &["0.85", "90"]), "3 availability: Refused(ShareAboveOne)");
    let (scenario, _) = take("step,enter\nA,99.5\nB,0.5\n");
    let enters: Vec<f64> =
        scenario.steps().values().filter_map(|s| s.enter).map(Share::value).collect();
    assert_eq!(enters, [0.995, 0.005]);
}
