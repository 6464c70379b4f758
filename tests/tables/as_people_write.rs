//! Tables as they come out of spreadsheets, documents and people's heads.

use onstage::blueprint::{IdSource, Scenario, ServiceTime, Span, StepKind, Zone};
use onstage::exchange::{AddedSteps, Form, NoticeKind, Source, TableErrors, TableFault};

use super::{empty, faults, labels, links, name};

/// Reads a text as it would be pasted onto an empty sheet.
pub fn take(text: &str) -> (Scenario, AddedSteps) {
    take_bytes(text.as_bytes())
}

pub fn take_bytes(bytes: &[u8]) -> (Scenario, AddedSteps) {
    let (mut scenario, mut ids) = empty();
    let source = Source::of_bytes(bytes, None).unwrap();
    let reading = source.propose().unwrap();
    let added = source.add(&reading, &mut scenario, &mut ids).unwrap();
    (scenario, added)
}

pub fn refused(text: &str) -> Vec<String> {
    fn read(text: &str) -> Result<AddedSteps, TableErrors> {
        let (mut scenario, mut ids) = (empty().0, IdSource::starting_at(1_000));
        let source = Source::of_text(text)?;
        source.add(&source.propose()?, &mut scenario, &mut ids)
    }
    faults(read(text))
}

/// Steps as `name | lane | roles | seconds`.
pub fn steps(scenario: &Scenario) -> Vec<String> {
    scenario
        .steps()
        .values()
        .map(|step| {
            let zone = scenario.zone_of(step);
            let needs = onstage::exchange::write_needs(&scenario.needs_as_named(&step.needs));
            let seconds = step.time.as_ref().map(ServiceTime::mean_s);
            let seconds = seconds.map(|seconds| seconds.to_string()).unwrap_or_default();
            format!("{} | {zone:?} | {needs} | {seconds}", step.name)
        })
        .collect()
}

#[test]
fn the_usual_headings_are_known() {
    let expect = ["Receive | Frontstage | Clerk | 300", "Approve | Frontstage | Officer | 720"];
    for header in [
        "Activity\tResource\tDuration (min)",
        "Task\tOwner\tProcessing time [min]",
        "Process step\tResponsible\ttime in minutes",
        "Name\tWho\tMinutes",
        "环节\t负责人\t用时（分钟）",
        "工序\t责任部门\t耗时（分钟）",
        "节点\t部门\t办理时限（分钟）",
        "任务\t资源\t工时/分钟",
        "Step\tDepartment\tDuration, min",
    ] {
        let (scenario, added) =
            take(&format!("{header}\nReceive\tClerk\t5\nApprove\tOfficer\t12\n"));
        assert_eq!(steps(&scenario), expect, "{header}");
        assert_eq!(added.notices, [], "{header}");
    }
}

#[test]
fn a_title_above_and_columns_beside_are_said() {
    let text = "Licence office,,,\n,,,\nNo,Activity,Remark,Time (min)\n1,Ask,loud,5\n2,Pay,,3\n";
    let (scenario, added) = take(text);
    assert_eq!(steps(&scenario), ["Ask | Frontstage |  | 300", "Pay | Frontstage |  | 180"]);
    let kinds: Vec<&NoticeKind> = added.notices.iter().map(|notice| &notice.kind).collect();
    let said = |kind: &NoticeKind| kinds.contains(&kind);
    assert!(said(&NoticeKind::AboveHeader(vec!["Licence office".into()])), "{kinds:?}");
    assert!(said(&NoticeKind::ColumnsLeftOut(vec!["Remark".into()])), "{kinds:?}");
}

#[test]
fn what_is_guessed_is_said() {
    let (scenario, added) = take("Vorgang;Dauer\nAnnehmen;5 min\nZahlen;3 min\n");
    assert_eq!(scenario.steps().len(), 2);
    assert!(added.notices.iter().any(
        |n| matches!(&n.kind, NoticeKind::ColumnGuessed { heading, .. } if heading == "Dauer")
    ));
    let source = Source::of_text("Vorgang;Dauer\nAnnehmen;5 min\nZahlen;3 min\n").unwrap();
    assert!(!source.propose().unwrap().is_plain(), "a person looks first");
}

#[test]
fn a_column_that_counts_is_the_number_of_the_step() {
    let (scenario, _) = take("Step\tActivity\tNext\n1\tAsk\t3\n2\tPay\tend\n3\tSign\t2\n");
    assert_eq!(links(&scenario), ["Ask > Sign", "Pay > outside", "Sign > Pay"]);
}

#[test]
fn the_next_step_is_known_by_number_sign_or_name() {
    let by_number = "No,step,next\n1,Receive,2\n2,Check,\"3 80%; 1 20%\"\n3,Pay,\n";
    assert_eq!(
        links(&take(by_number).0),
        ["Receive > Check", "Check > Pay 80 %", "Check > Receive 20 %"]
    );
    let by_sign = "ID,Activity,Next\nS10,Ask,\"S20, S30\"\nS20,Pay,end\nS30,Sign,end\n";
    let ways = ["Ask > Pay", "Ask > Sign", "Pay > outside", "Sign > outside"];
    assert_eq!(links(&take(by_sign).0), ways);
    let by_place = "Activity,Next\nAsk,3\nPay,end\nSign,2\n";
    assert_eq!(links(&take(by_place).0), ["Ask > Sign", "Pay > outside", "Sign > Pay"]);
    let loosely = "步骤,下一步\n取号,第2步\n受理,是：发证；否：取号\n发证,结束\n";
    let (scenario, added) = take(loosely);
    assert_eq!(links(&scenario), ["取号 > 受理", "受理 > 发证", "受理 > 取号", "发证 > outside"]);
    assert_eq!(labels(&scenario), ["是", "否"]);
    let left = |kind: &NoticeKind| matches!(kind, NoticeKind::LabelsLeftOut(_));
    assert!(!added.notices.iter().any(|notice| left(&notice.kind)), "{:?}", added.notices);
    let before = "Task,Predecessor\nA,\nB,A\nC,A\nD,\"B, C\"\n";
    assert_eq!(links(&take(before).0), ["A > B", "A > C", "B > D", "C > D"]);
}

#[test]
fn lists_of_roles_are_all_or_either_and_said() {
    let (scenario, added) =
        take("step,role\nA,\"Nurse, Doctor\"\nB,Nurse/Clerk\nC,Nurse and Doctor\n");
    let roles: Vec<&str> = scenario.roles().values().map(|role| role.name.as_str()).collect();
    assert_eq!(roles, ["Nurse", "Doctor", "Clerk"], "nobody new");
    let kinds: Vec<NoticeKind> = added.notices.into_iter().map(|notice| notice.kind).collect();
    assert_eq!(
        kinds,
        [
            NoticeKind::RolesAll(vec!["Nurse, Doctor".into(), "Nurse and Doctor".into()]),
            NoticeKind::RolesEither(vec!["Nurse/Clerk".into()]),
        ]
    );
}

#[test]
fn zones_are_known_and_an_unknown_one_is_named_as_written() {
    let (scenario, added) = take(
        "步骤,泳道\nA,用户行为\nB,前台员工行为\nC,后台行为\nD,支持系统\nE,有形展示\nF,可视线\n",
    );
    let zones: Vec<Zone> = scenario.steps().values().map(|step| scenario.zone_of(step)).collect();
    let expect = [Zone::Customer, Zone::Frontstage, Zone::Backstage, Zone::Support, Zone::Evidence];
    assert_eq!(zones, expect);
    let line = NoticeKind::LinesLeftOut(vec!["可视线".into()]);
    assert!(added.notices.iter().any(|notice| notice.kind == line));
    let (mut scenario, mut ids) = empty();
    let source = Source::of_text("步骤,泳道\nA,地下室\n").unwrap();
    let errors = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap_err();
    assert_eq!(errors.0[0].heading.as_deref(), Some("泳道"));
}

#[test]
fn a_matrix_becomes_steps_in_lane_and_phase() {
    let text = "\tArrive\tRegister\tPay\nPhysical evidence\tSigns\tForm\tReceipt\n\
                Customer actions\tWalks in\tFills in the form\tPays\n\
                Frontstage\tGreets\t\"Checks the form\nStamps it\"\tTakes the money\n\
                Backstage\t\tEnters data\t\nSupport processes\tCleaning\t\tBank link\n";
    let (scenario, _) = take(text);
    let phases: Vec<&str> = scenario.phases().values().map(|phase| phase.name.as_str()).collect();
    assert_eq!(phases, ["Arrive", "Register", "Pay"]);
    assert_eq!(scenario.steps().len(), 13);
    let flows: Vec<String> = links(&scenario).into_iter().filter(|l| l.contains('>')).collect();
    assert_eq!(
        flows,
        ["Walks in > Fills in the form", "Fills in the form > Stamps it", "Stamps it > Pays"]
    );
    assert!(links(&scenario).contains(&"Walks in = Greets".to_owned()));
    let of = |wanted: &str| scenario.steps().values().find(|step| step.name == wanted).unwrap();
    assert_eq!(of("Form").kind, StepKind::Evidence);
    assert_eq!(scenario.phases()[&of("Enters data").phase].name, "Register");
    // Without a flow nothing is linked.
    let source = Source::of_text(text).unwrap();
    let mut reading = source.propose().unwrap();
    if let Form::Matrix { flow, .. } = &mut reading.form {
        *flow = false;
    }
    let (mut scenario, mut ids) = empty();
    source.add(&reading, &mut scenario, &mut ids).unwrap();
    assert!(scenario.links().is_empty());
}

#[test]
fn flowcharts_and_lists_become_steps() {
    let (scenario, _) = take(
        "flowchart LR\n  A[Receive form] -->|ok| B[Check form]\n  B --> C{Approved?}\n\
         C -->|yes 80%| D[Pay]\n C -->|no| A\n",
    );
    assert_eq!(
        links(&scenario),
        [
            "Receive form > Check form",
            "Check form > Approved?",
            "Approved? > Pay 80 %",
            "Approved? > Receive form 20 %"
        ]
    );
    assert_eq!(labels(&scenario), ["ok", "yes", "no"]);
    let (scenario, added) = take("1. Receive form\n2. Check form\n• Approve\n- Archive\n");
    let names: Vec<&str> = scenario.steps().keys().map(|id| name(&scenario, *id)).collect();
    assert_eq!(names, ["Receive form", "Check form", "Approve", "Archive"]);
    assert_eq!(added.notices[0].kind, NoticeKind::MarksTakenOff);
    let refusal = refused("sequenceDiagram\n A->>B: hello\n");
    assert_eq!(refusal, ["1 : OtherNotation(\"Mermaid sequenceDiagram\")"]);
    assert!(!Source::of_text("Receive form").unwrap().is_prose());
    assert!(Source::of_text("See you at the meeting tomorrow?").unwrap().is_prose());
}

#[test]
fn other_encodings_are_read_and_said() {
    let big5 = b"step,role,time\n\xb1\xbe\xb8\xb9,\xc2d\xc2i\xa4H\xad\xfb,2 min\n\
        \xac\xdd\xb6E,\xc2\xe5\xaev,8 min\n";
    let (scenario, added) = take_bytes(big5);
    assert_eq!(steps(&scenario)[0], "掛號 | Frontstage | 櫃檯人員 | 120");
    assert!(matches!(
        &added.notices[0].kind,
        NoticeKind::EncodingGuessed { encoding, .. } if encoding == "Big5"
    ));
}

#[test]
fn the_sheet_of_steps_is_found_in_a_workbook() {
    let bytes = include_bytes!("../fixtures/workbook.xlsx");
    let (scenario, added) = take_bytes(bytes);
    assert_eq!(
        steps(&scenario),
        ["Receive | Frontstage | Clerk | 300", "Pay | Frontstage | Cashier | 90"]
    );
    let counts: Vec<u32> = scenario.roles().values().map(|role| role.headcount).collect();
    assert_eq!(counts, [2, 1], "the sheet of roles is read too");
    assert!(matches!(
        &added.notices[0].kind,
        NoticeKind::SheetRead { name, others } if name == "steps" && others == &["Cover"]
    ));
    let damaged = Source::of_bytes(&bytes[..bytes.len() / 2], None).unwrap_err();
    assert!(matches!(damaged.0[0].fault, TableFault::Workbook(_)));
}

#[test]
fn what_a_spreadsheet_would_compute_is_written_as_text() {
    let (mut scenario, mut ids) = empty();
    let names = ["=1+1 check", "-Receive", "+Call back", "@desk", "'quoted", "'=twice"];
    let source = Source::of_text(&names.join("\n")).unwrap();
    source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
    let written = onstage::exchange::write_steps(&scenario).text;
    for line in written.lines().skip(1) {
        assert!(!line.starts_with(['=', '+', '-', '@']), "{line}");
    }
    let back = super::read(&written);
    let back: Vec<String> = back.steps().values().map(|step| step.name.clone()).collect();
    let before: Vec<String> = scenario.steps().values().map(|step| step.name.clone()).collect();
    assert_eq!(back, before);
}

#[test]
fn days_and_weeks_in_a_heading_are_a_unit_and_said_once() {
    let opened = |text: &str| {
        let (mut scenario, mut ids) = empty();
        let mut demand = scenario.demand().clone();
        demand.opening_hours = Some(onstage::blueprint::Quantity::new(8.0).unwrap());
        scenario.set_demand(demand).unwrap();
        let source = Source::of_text(text).unwrap();
        let added = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
        let notes = added.notices.iter().filter_map(|notice| match &notice.kind {
            NoticeKind::TakenForGranted { heading, note, .. } => {
                Some(format!("{} {note:?}", heading.as_deref().unwrap_or("")))
            }
            _ => None,
        });
        (scenario.clone(), notes.collect::<Vec<_>>())
    };
    for (heading, hours, note) in [
        ("time (days)", 8.0, "DayOf { hours: 8.0 }"),
        ("用时（天）", 8.0, "DayOf { hours: 8.0 }"),
        ("Duration (weeks)", 40.0, "WeekOf { hours: 40.0 }"),
        ("办理时限（工作日）", 8.0, "WorkingDayOf { hours: 8.0 }"),
    ] {
        let (scenario, notes) =
            opened(&format!("step\trole\t{heading}\nA\tClerk\t1\nB\tClerk\t2\n"));
        let times: Vec<f64> =
            scenario.steps().values().filter_map(|s| Some(s.time.as_ref()?.mean_s())).collect();
        assert_eq!(times, [hours * 3600.0, hours * 7200.0], "{heading}");
        assert_eq!(notes, [format!("{heading} {note}")]);
    }
    // In the cells as well, once for the column, and for the set-up time too.
    let (_, notes) = opened("step\ttime\tsetup\nA\t3 days\t1 day\nB\t2 days\t\nC\t5 min\t\n");
    assert_eq!(notes, ["time DayOf { hours: 8.0 }", "setup DayOf { hours: 8.0 }"]);
    let (_, notes) = opened("step\ttime\nA\t3 min\nB\t2 h\n");
    assert!(notes.is_empty(), "{notes:?}");
}

#[test]
fn every_column_of_numbers_has_its_own_habits() {
    // Decimal commas in one column say nothing of the thousands in another.
    let (scenario, _) = take(
        "step\ttime (min)\tsetup (s)\tcost\tscv\n\
         A\t1,5\t1,200\t1,250\t0,5\nB\t2,5\t2,400\t2,500\t0,25\n",
    );
    let a = scenario.steps().values().next().unwrap();
    let time = a.time.as_ref().unwrap();
    assert_eq!((time.mean_s(), time.scv()), (90.0, 0.5));
    assert_eq!(a.setup.map(Span::seconds), Some(1200.0));
    assert_eq!(a.material_cost.to_string(), "1250");
    let (scenario, _) =
        take("step\ttime\tsetup\tcost\nA\t1,200 s\t1,5 min\t12,50\nB\t5 s\t\t7,5\n");
    let a = scenario.steps().values().next().unwrap();
    assert_eq!(a.time.as_ref().map(ServiceTime::mean_s), Some(1200.0));
    assert_eq!(a.setup.map(Span::seconds), Some(90.0));
    assert_eq!(a.material_cost.to_string(), "12.5");
    // Where both stand in one column, only people can tell.
    for column in ["setup", "cost"] {
        let found = refused(&format!("step\ttime\t{column}\nA\t5 s\t1,200\nB\t5 s\t1,5\n"));
        assert_eq!(found, [format!("2 {column}: Refused(DoubtfulComma)")]);
    }
}
