//! Steps and roles as tables: what is read, what is refused, and that nothing is lost.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use onstage::blueprint::{
    Blueprint, IdSource, LinkEnd, LinkKind, Role, RoleId, Scenario, ServiceTime, Step, StepId,
    StepKind, Zone,
};
use onstage::drawing::{Rect, SheetGeometry};
use onstage::exchange::{
    Column, StepColumn, TableColumn, TableErrors, roles_from_table, steps_from_table, write_roles,
    write_some_steps, write_steps,
};

#[path = "tables/as_people_write.rs"]
mod as_people_write;
#[path = "tables/choices.rs"]
mod choices;
#[path = "tables/day.rs"]
mod day;
#[path = "tables/formulas.rs"]
mod formulas;
#[path = "tables/headings.rs"]
mod headings;
#[path = "tables/loosely_written.rs"]
mod loosely_written;
#[path = "tables/mermaid.rs"]
mod mermaid;
#[path = "tables/roles.rs"]
mod roles;
#[path = "tables/surveys.rs"]
mod surveys;
#[path = "tables/units.rs"]
mod units;
#[path = "tables/workbooks.rs"]
mod workbooks;

fn empty() -> (Scenario, IdSource) {
    let mut ids = IdSource::default();
    (Scenario::empty("As-is", &mut ids), ids)
}

fn read(text: &str) -> Scenario {
    let (mut scenario, mut ids) = empty();
    steps_from_table(text, &mut scenario, &mut ids).unwrap();
    scenario
}

fn name(scenario: &Scenario, id: StepId) -> &str {
    &scenario.steps()[&id].name
}

/// The labels of links, those without one left out.
fn labels(scenario: &Scenario) -> Vec<&str> {
    let labels = scenario.links().values().map(|link| link.label.as_str());
    labels.filter(|label| !label.is_empty()).collect()
}

/// Links as text: `A > B 70 %`, `A = B` together, `A ! B` trigger.
fn links(scenario: &Scenario) -> Vec<String> {
    scenario
        .links()
        .values()
        .map(|link| {
            let sign = match link.kind {
                LinkKind::Flow => '>',
                LinkKind::Together => '=',
                LinkKind::Trigger => '!',
            };
            let to = match link.to {
                LinkEnd::Step(to) => name(scenario, to),
                LinkEnd::Outside => "outside",
            };
            let share = link.share.map(|share| format!(" {share}")).unwrap_or_default();
            format!("{} {sign} {to}{share}", name(scenario, link.from))
        })
        .collect()
}

/// The links that a table of `step, kind, next, together, trigger` rows gives.
fn check_links(rows: &[&str], expect: &[&str]) {
    let text = format!("step\tkind\tnext\ttogether\ttrigger\n{}\n", rows.join("\n"));
    assert_eq!(links(&read(&text)), expect, "{rows:?}");
}

/// Everything that is wrong with a table, as `row column: fault`.
fn faults(result: Result<impl Sized, TableErrors>) -> Vec<String> {
    let Err(errors) = result else { return Vec::new() };
    errors
        .0
        .iter()
        .map(|error| {
            let column = error.column.map_or("", TableColumn::name);
            format!("{} {column}: {:?}", error.row, error.fault)
        })
        .collect()
}

fn step_faults(text: &str) -> Vec<String> {
    let (mut scenario, mut ids) = empty();
    let before = (scenario.clone(), ids);
    let found = faults(steps_from_table(text, &mut scenario, &mut ids));
    assert!(found.is_empty() || before == (scenario, ids), "a refused table leaves no trace");
    found
}

#[test]
fn rows_follow_each_other() {
    check_links(&["A", "B", "C"], &["A > B", "B > C"]);
}

#[test]
fn next_names_ways_out() {
    check_links(&["A\t\tC", "B", "C"], &["A > C", "B > C"]);
    check_links(&["A\t\tB; C", "B\t\tend", "C"], &["A > B", "A > C", "B > outside"]);
    check_links(&["A\t\tB 70 %; C", "B\t\tend", "C"], &["A > B 70 %", "A > C 30 %", "B > outside"]);
    check_links(
        &["A\t\tB 1/3;C 1/3;end", "B\t\t-", "C"],
        &["A > B 1/3", "A > C 1/3", "A > outside 1/3"],
    );
    check_links(&["A\t\tA 30 %; end"], &["A > A 30 %", "A > outside 70 %"]);
    check_links(&["A\t\tB 70 %; C ?", "B\t\t-", "C"], &["A > B 70 %", "A > C"]);
    check_links(&["A\t\t-", "B"], &[]);
    check_links(&["拍照\t\t付款70%；结束", "付款"], &["拍照 > 付款 70 %", "拍照 > outside 30 %"]);
}

#[test]
fn labels_stand_in_square_brackets() {
    let scenario = read(
        "step\tnext\ttogether\nOK?\tPay [Yes] 70 %; end [No] 30 %\t\n\
         Pay\t-\tBow [\"a; b\"]\nBow\t-\t\n",
    );
    assert_eq!(links(&scenario)[..3], ["OK? > Pay 70 %", "OK? > outside 30 %", "Pay = Bow"]);
    assert_eq!(labels(&scenario), ["Yes", "No", "a; b"], "in quotes the sign parts nothing");
    let scenario = read("step,next\nA,B [1] 70 %; C 30 %\nB [1],-\nB,-\nC,-\n");
    assert_eq!(labels(&scenario), [""; 0], "a name with brackets is a name");
    assert_eq!(links(&scenario)[..2], ["A > B [1] 70 %", "A > C 30 %"]);
}

#[test]
fn shares_make_a_decision() {
    let scenario = read("step,next\nA,B 70 %; C\nB,\nC,\n");
    let kinds: Vec<StepKind> = scenario.steps().values().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::Decision, StepKind::Action, StepKind::Action]);
}

#[test]
fn the_usual_next_opens_a_new_moment() {
    // Evidence and notes take no part; what happens together has no way out of its own.
    check_links(&["A", "Form\tevidence", "Remark\tnote", "B"], &["A > B"]);
    check_links(&["A", "B\t\t\tA", "C"], &["A > C", "B = A"]);
    check_links(&["A\t\t\tB", "B", "C"], &["A > C", "A = B"]);
    check_links(&["A\t\t\tB", "B\t\t\tA", "C"], &["A > C", "A = B"]);
    // A moment in which one row says what is next has no other way out.
    check_links(&["A", "B\t\tD\tA", "C", "D"], &["B > D", "B = A", "C > D"]);
    // Triggered work, with what follows it, stands beside the customer's flow.
    check_links(&["A\t\t\t\tT", "T\t\tU", "U", "B"], &["A > B", "A ! T", "T > U"]);
}

#[test]
fn names_that_look_like_something_else_are_quoted() {
    let table = "step,next\nA,\"\"\"end\"\" 20 %; \"\"B; C\"\" 30 %; \"\"Pay 70 %\"\"\"\n\
                 end,-\nB; C,-\nPay 70 %,\n";
    assert_eq!(
        links(&read(table)),
        ["A > end 20 %", "A > B; C 30 %", "A > Pay 70 % 50 %"],
        "{table}"
    );
    // A name that is there needs no quotes.
    check_links(&["A\t\tPay 70 %", "Pay 70 %"], &["A > Pay 70 %"]);
}

/// A step's cell after reading, as it is written back.
fn check_cell(column: StepColumn, text: &str, expect: &str) {
    let header = column.name();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let time = if column == StepColumn::Scv { "time" } else { "unknown" };
    writer.write_record(["step", header, time]).unwrap();
    writer.write_record(["A", text, "2 min"]).unwrap();
    let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let written = write_steps(&read(&table)).text;
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    let at = reader.headers().unwrap().iter().position(|name| name == header).unwrap();
    let row = reader.records().next().unwrap().unwrap();
    assert_eq!(&row[at], expect, "{header}: {text}");
}

#[test]
fn every_column_is_read() {
    for (column, text, expect) in [
        (StepColumn::Kind, "Decision", "decision"),
        (StepColumn::Kind, "判断", "decision"),
        (StepColumn::Lane, "", "frontstage"),
        (StepColumn::Lane, "Backstage / Kitchen", "backstage/Kitchen"),
        (StepColumn::Lane, "后台/厨房", "backstage/厨房"),
        (StepColumn::Phase, "Arrive", "Arrive"),
        (StepColumn::Role, "Nurse + Doctor", "Nurse + Doctor"),
        (StepColumn::Role, "Nurse|Doctor+Bed", "Nurse | Doctor + Bed"),
        (StepColumn::Role, "2 Nurse | Doctor", "2 Nurse | Doctor"),
        (StepColumn::Role, "keep 2 Oven + Baker", "keep 2 Oven + Baker"),
        (StepColumn::Role, "保留烤箱", "keep 烤箱"),
        (StepColumn::Role, "\"2 Nurse\" + \"A + B\"", "\"2 Nurse\" + \"A + B\""),
        (StepColumn::Role, "Keeper", "Keeper"),
        (StepColumn::Role, "2 keep Bed", "keep 2 Bed"),
        (StepColumn::Time, "90", "90 s"),
        (StepColumn::Time, "1,5 h", "1.5 h"),
        (StepColumn::Time, "2 ± 0.5 min", "2 ± 0.5 min"),
        (StepColumn::Time, "exp 2 min", "2 min"),
        (StepColumn::Scv, "1", "1"),
        (StepColumn::Scv, "0,25", "0.25"),
        (StepColumn::Scv, "0", ""),
        (StepColumn::Places, "3", "3"),
        (StepColumn::Places, "不限", "unlimited"),
        (StepColumn::Batch, "12", "12"),
        (StepColumn::Setup, "5 min", "5 min"),
        (StepColumn::Enter, "40%", "40 %"),
        (StepColumn::Enter, "1/3", "1/3"),
        (StepColumn::Cost, "0,03", "0.03"),
    ] {
        check_cell(column, text, expect);
    }
}

#[test]
fn a_comma_before_three_digits_groups() {
    for text in [
        "step\trole\ttime\nApprove\tOfficer\t1,200 s\n",
        "step,role,time\nApprove,Officer,\"1,200 s\"\n",
        "step,role,time\nApprove,Officer,\"1,200\"\n",
        "step;role;time\nApprove;Officer;1 200 s\n",
        "step,role,time\nApprove,Officer,１２００ s\n",
    ] {
        let scenario = read(text);
        let step = scenario.steps().values().next().expect("a step");
        assert_eq!(step.time.as_ref().map(ServiceTime::mean_s), Some(1200.0), "{text:?}");
    }
}

#[test]
fn a_comma_or_a_colon_of_two_meanings_is_asked_about() {
    for (table, expect) in [
        ("step\ttime\nA\t1,5\nB\t1,200\n", "3 time: Refused(DoubtfulComma)"),
        ("step\ttime\nA\t0:05\nB\t0:10\n", "2 time: Refused(DoubtfulClock)"),
    ] {
        assert_eq!(step_faults(table).first().map(String::as_str), Some(expect), "{table:?}");
    }
    let seconds = |table: &str| {
        let scenario = read(table);
        let times = scenario.steps().values();
        times.filter_map(|step| Some(step.time.as_ref()?.mean_s())).collect::<Vec<f64>>()
    };
    assert_eq!(seconds("step\ttime\nA\t0:05\nB\t0:05:30\n"), [300.0, 330.0]);
    assert_eq!(seconds("step\ttime\nA\t0:05\nB\t5 s\n"), [5.0, 5.0]);
}

#[test]
fn separators_headers_and_units_are_found() {
    let expect = ["A > B", "B > C"];
    for text in [
        "step,time\nA,1.5 min\nB,90 s\nC,1:30\n",
        "\u{feff}Step;Time (min)\r\nA;1,5\r\n\r\nB;1,5\r\n;\r\nC;1,5\r\n",
        "sep=;\nstep;time\nA;90\nB;90\nC;90",
        "步骤\t作业时间（分钟）\nA\t1.5\nB\t1.5\nC\t1.5\n",
        "step,time\nA,1 min 30 s\nB,1 分 30 秒\nC,0:01:30\n",
        "time,\"step\"\n90,\"A\"\n90,\"B\"\n90,C\n",
        "step\ttime\rA\t90\rB\t90\rC\t90\r",
    ] {
        let scenario = read(text);
        assert_eq!(links(&scenario), expect, "{text:?}");
        for step in scenario.steps().values() {
            let seconds = step.time.as_ref().map(ServiceTime::mean_s);
            assert_eq!(seconds, Some(90.0), "{text:?}");
        }
    }
}

#[test]
fn columns_that_mean_nothing_are_named() {
    let (mut scenario, mut ids) = empty();
    let added = steps_from_table("step,remark,time\nA,hello,5\n", &mut scenario, &mut ids).unwrap();
    assert_eq!(added.ignored(), ["remark"]);
}

#[test]
fn every_fault_is_named_with_its_place() {
    for (text, expect) in [
        ("", vec!["0 : Empty"]),
        ("12,5\n13,6\n", vec!["1 : NoHeader"]),
        ("step,time\n", vec!["1 : NoRows"]),
        ("step,time,TIME\nA,1,2\n", vec!["1 : ColumnTwice"]),
        ("step,time\nA,1,5\n", vec!["2 : TooManyCells"]),
        ("step,time\n\"A,5\nB,6\n", vec!["2 : UnclosedQuote"]),
        ("step,time\n,5\n", vec!["2 step: NoName"]),
        ("step\nA\n\nA\n", vec!["4 step: NameTwice(\"A\")"]),
        ("\r\nstep\r\nA\r\n\r\nA\r\n", vec!["5 step: NameTwice(\"A\")"]),
        (
            "step,kind,lane,time,scv,places,batch,next\nA,thing,cellar,soon,-1,none,0,X 70 %;\n",
            vec![
                "2 next: EmptyName",
                "2 kind: UnknownKind(\"thing\")",
                "2 lane: UnknownZone(\"cellar\")",
                "2 time: Refused(UnknownTime)",
                "2 scv: Refused(Negative)",
                "2 places: Refused(NotACount)",
                "2 batch: Refused(NotACount)",
            ],
        ),
        ("step,scv\nA,1\n", vec!["2 scv: VariationWithoutTime"]),
        ("step,time,scv\nA,2 ± 1 min,1\n", vec!["2 scv: VariationTwice"]),
        ("step,next\nA,B 70 %; C 50 %; end\nB,\nC,\n", vec!["2 next: SharesAboveAll"]),
        (
            "step,next,together,trigger\nA,X,Y,Z\n",
            vec![
                "2 next: UnknownStep(\"X\")",
                "2 together: UnknownStep(\"Y\")",
                "2 trigger: UnknownStep(\"Z\")",
            ],
        ),
        ("step,next\nA,A\n", vec!["2 next: LinkRefused(\"A\", LinkToItself)"]),
        ("step,next,together\nA,B,B\nB,,\n", vec!["2 together: LinkRefused(\"B\", WithinMoment)"]),
        (
            "step,role\nA,Nurse +\nB,0 Nurse\n",
            vec!["2 role: EmptyName", "3 role: Refused(NotACount)"],
        ),
        // A line break inside a cell opens no row.
        ("step,time\n\"A\nB\",1\nC,x\n", vec!["3 time: Refused(UnknownTime)"]),
    ] {
        assert_eq!(step_faults(text), expect, "{text:?}");
    }
}

#[test]
fn roles_have_a_table_of_their_own() {
    let (mut scenario, mut ids) = empty();
    let text = "role;kind;count;availability;cost per hour\n\
                Nurse;;3;80 %;12,5\nOven;equipment;0;;\n\"Room\";场地;2;1/2;\n";
    roles_from_table(text, &mut scenario, &mut ids).unwrap();
    assert_eq!(
        write_roles(&scenario).text,
        "role,kind,count,availability,cost_per_hour,stands_in_for\n\
         Nurse,staff,3,80 %,12.5,\nOven,equipment,0,100 %,,\nRoom,room,2,1/2,,\n"
    );
    // Steps then name the roles that are there.
    steps_from_table("step,role\nA,Nurse + Clerk\n", &mut scenario, &mut ids).unwrap();
    let counts: Vec<_> =
        scenario.roles().values().map(|role| (role.name.as_str(), role.headcount)).collect();
    assert_eq!(counts, [("Nurse", 3), ("Oven", 0), ("Room", 2), ("Clerk", 1)]);
}

/// For whom each role may stand in, by names.
fn stand_ins(scenario: &Scenario) -> Vec<(&str, Vec<&str>)> {
    let name = |id: &RoleId| scenario.roles()[id].name.as_str();
    let others = |role: &Role| role.stands_in_for.iter().map(name).collect();
    scenario.roles().iter().map(|(id, role)| (name(id), others(role))).collect()
}

#[test]
fn the_table_of_roles_says_who_may_stand_in() {
    for heading in
        ["stands_in_for", "May stand in for", "Substitutes for", "可以顶替", "可代替的角色"]
    {
        let (mut scenario, mut ids) = empty();
        // A row may name a later one, two may name each other, and a name may look like a list.
        let text = format!(
            "role\tcount\t{heading}\nNurse\t2\tDoctor; R and D\nDoctor\t1\tNurse\nR and D\t1\t\n"
        );
        roles_from_table(&text, &mut scenario, &mut ids).unwrap();
        let expect =
            [("Nurse", vec!["Doctor", "R and D"]), ("Doctor", vec!["Nurse"]), ("R and D", vec![])];
        assert_eq!(stand_ins(&scenario), expect, "{heading}");
        let written = write_roles(&scenario).text;
        assert!(
            written.contains("Nurse,staff,2,100 %,,\"Doctor; \"\"R and D\"\"\"\n"),
            "{written}"
        );
        let (mut again, mut fresh) = empty();
        roles_from_table(&written, &mut again, &mut fresh).unwrap();
        assert_eq!(stand_ins(&again), expect);
        assert_eq!(write_roles(&again).text, written);
        // A table without the column leaves it as it is.
        roles_from_table("role,count\nNurse,3\n", &mut scenario, &mut ids).unwrap();
        assert_eq!(stand_ins(&scenario), expect);
        assert_eq!(scenario.roles().values().next().unwrap().headcount, 3);
        // A blank cell says nobody.
        roles_from_table("role,count,stands_in_for\nNurse,3,\n", &mut scenario, &mut ids).unwrap();
        assert_eq!(stand_ins(&scenario)[0], ("Nurse", vec![]));
    }
    let (mut scenario, mut ids) = empty();
    let text = "role,stands_in_for\nNurse,Docter\nDoctor,Doctor\nPorter,2 Nurse\n";
    assert_eq!(
        faults(roles_from_table(text, &mut scenario, &mut ids)),
        [
            "2 stands_in_for: UnknownRole(\"Docter\")",
            "3 stands_in_for: StandsInForItself",
            "4 stands_in_for: UnknownRole(\"2 Nurse\")",
        ]
    );
    assert!(scenario.roles().is_empty());
}

#[test]
fn faults_of_roles_are_named_too() {
    let (mut scenario, mut ids) = empty();
    let text = "role,kind,count,availability\nA,king,-1,200\nA,,,\n,,1,\n";
    assert_eq!(
        faults(roles_from_table(text, &mut scenario, &mut ids)),
        [
            "2 kind: UnknownKind(\"king\")",
            "2 count: NotAHeadcount(\"-1\")",
            "2 availability: Refused(ShareAboveOne)",
            "3 role: NameTwice(\"A\")",
            "4 role: NoName",
        ]
    );
    assert!(scenario.roles().is_empty());
}

#[test]
fn lanes_and_phases_are_made_as_named() {
    let scenario = read(
        "step,lane,phase\nA,customer,Arrive\nB,backstage/Kitchen,Arrive\n\
         C,backstage/Bar,Pay\nD,frontstage,Pay\nE,frontstage/Desk,Pay\n",
    );
    let lanes: Vec<&str> = scenario.lanes().values().map(|lane| lane.name.as_str()).collect();
    // The backstage lane that nobody calls by its zone alone takes the first name.
    assert_eq!(lanes, ["", "", "", "Desk", "Kitchen", "Bar", ""]);
    let phases: Vec<&str> = scenario.phases().values().map(|phase| phase.name.as_str()).collect();
    assert_eq!(phases, ["Arrive", "Pay"]);
}

/// No two cards of a scenario overlap on the sheet, and each lies inside its phase and lane.
fn check_placing(scenario: &Scenario) {
    let geometry = SheetGeometry::of(scenario);
    let cards = geometry.cards();
    assert_eq!(cards.len(), scenario.steps().len());
    for (at, card) in cards.iter().enumerate() {
        let step = &scenario.steps()[&card.step];
        let column = geometry.column_of(step.phase).unwrap();
        let band = geometry.band_of(step.lane).unwrap();
        let cell = Rect::new(column.left, band.top, column.right, band.bottom);
        assert_eq!(cell.union(card.rect), cell, "{} leaves its cell", step.name);
        for other in &cards[..at] {
            let apart = !card.rect.touches(other.rect);
            assert!(apart, "{} over {}", step.name, name(scenario, other.step));
        }
    }
}

#[test]
fn cards_are_placed_by_phase_and_flow() {
    let branches: Vec<String> = (0..9).map(|n| format!("Branch {n}")).collect();
    let mut rows = vec![
        "step,phase,next".to_owned(),
        format!("Start,One,{}", branches.join("; ")),
        "Finish,Two,Start again".to_owned(),
        "Start again,Two,Finish".to_owned(),
    ];
    rows.extend(branches.iter().map(|branch| format!("{branch},One,Finish")));
    let scenario = read(&rows.join("\n"));
    check_placing(&scenario);
    let at = |wanted: &str| scenario.steps().values().find(|s| s.name == wanted).unwrap().at;
    assert!(at("Start").x < at("Branch 0").x);
    assert_eq!(at("Branch 0").x, at("Branch 5").x);
    assert!(at("Finish").x < at("Start again").x);
}

#[test]
fn cards_of_every_form_stand_apart() {
    let (mut names, mut rows) = (Vec::new(), Vec::new());
    for lane in ["customer", "backstage", "support"] {
        for (form, cells) in [
            ("Plain", "action,{lane},,,end"),
            ("Timed", "action,{lane},1 min,,end"),
            ("Staffed", "action,{lane},,Clerk,end"),
            ("Decide", "decision,{lane},,,end 50 %; Start"),
        ] {
            names.push(format!("{form} {lane}"));
            rows.push(format!("{form} {lane},{}", cells.replace("{lane}", lane)));
        }
    }
    // All of them follow the first step, and so stand in one column.
    let start = format!("Start,action,frontstage,,,{}", names.join("; "));
    let table = format!("step,kind,lane,time,role,next\n{start}\n{}", rows.join("\n"));
    let scenario = read(&table);
    assert_eq!(scenario.steps().len(), 13);
    check_placing(&scenario);
}

#[test]
fn pasted_cells_stand_beside_what_is_there() {
    let mut scenario = read("step\tphase\nA\tOne\nB\tOne\n");
    let mut ids = IdSource::starting_at(1_000);
    let before = scenario.steps().values().map(|step| step.at.x).max().unwrap();
    let text = "Step\tPhase\tNext\nC\tOne\tA\nD\tTwo\t\n";
    let added = steps_from_table(text, &mut scenario, &mut ids).unwrap();
    assert_eq!(added.steps.len(), 2);
    assert!(scenario.steps()[&added.steps[0]].at.x > before);
    assert_eq!(links(&scenario), ["A > B", "C > A"]);
    check_placing(&scenario);
}

#[test]
fn a_table_can_be_pasted_through_an_edit_of_the_file() {
    let mut blueprint = Blueprint::empty("", "As-is");
    let id = blueprint.baseline().id();
    let added =
        blueprint.edit(id, |scenario, ids| Ok(steps_from_table("step\nA\n", scenario, ids)));
    assert_eq!(added.unwrap().unwrap().steps.len(), 1);
    assert_eq!(blueprint.baseline().steps().len(), 1);
}

#[test]
fn copied_steps_keep_the_links_among_them() {
    let scenario = read("step,next\nA,B\nB,C 70 %; end\nC,end\n");
    let two = scenario.steps().keys().copied().take(2).collect();
    let copied = read(&write_some_steps(&scenario, &two).text);
    assert_eq!(links(&copied), ["A > B", "B > outside 30 %"]);
}

#[test]
fn names_that_are_borne_twice_are_told_apart() {
    let mut scenario = read("step\nA\nB\n");
    let mut ids = IdSource::starting_at(1_000);
    steps_from_table("step\nA\nA (2)\n", &mut scenario, &mut ids).unwrap();
    let written = write_steps(&scenario);
    assert_eq!(written.renamed, ["A (3)"]);
    let names: Vec<String> = read(&written.text).steps().values().map(|s| s.name.clone()).collect();
    assert_eq!(names, ["A", "B", "A (3)", "A (2)"]);
}

mod round_trip {
    use std::num::NonZeroU32;

    use onstage::blueprint::{
        Lane, Law, Link, Need, Phase, Place, Places, Quantity, Role, RoleKind, Share, SheetPoint,
        Span, TimeUnit,
    };
    use proptest::prelude::*;

    use super::*;

    fn a_name() -> impl Strategy<Value = String> {
        prop_oneof![
            3 => "[A-Z][a-z]{0,5}",
            1 => "(end|-|keep it|结束|拍照 ?[0-9]{1,2}%|[0-9] x|A 1/2|B 7 %|[A;+|\"?,= %\n]{1,4}x|['=+@-]{1,2}[A-Z]|A and B|A/B|1. A|n/a)",
        ]
    }

    fn a_unit() -> impl Strategy<Value = TimeUnit> {
        prop::sample::select(TimeUnit::ALL.to_vec())
    }

    fn a_time() -> impl Strategy<Value = ServiceTime> {
        let law = prop_oneof![
            (0.0..1e4).prop_map(Law::Fixed),
            (0.0..1e4).prop_map(|mean| Law::Exponential { mean }),
            (1_u32..2_000, 0.0..1e4).prop_map(|(stages, mean)| Law::Erlang { stages, mean }),
            (1.0..1e4, 0.0..1e3).prop_map(|(mean, sd)| Law::LogNormal { mean, sd }),
            (1.0..1e4, 0.0..1e3).prop_map(|(mean, sd)| Law::Normal { mean, sd }),
            (0.0..9.0, 9.0..1e3).prop_map(|(low, high)| Law::Uniform { low, high }),
            (0.0..9.0, 9.0..20.0, 20.0..1e3).prop_map(|(low, mode, high)| Law::Triangular {
                low,
                mode,
                high
            }),
            prop::collection::vec(0.0..1e3, 1..4).prop_map(Law::Samples),
        ];
        (law, a_unit()).prop_map(|(law, unit)| ServiceTime::new(law, unit).unwrap())
    }

    fn a_share() -> impl Strategy<Value = Share> {
        prop_oneof![
            (0.0..100.0).prop_map(|percent| Share::percent(percent).unwrap()),
            (0_u32..9, 9_u32..20).prop_map(|(part, whole)| Share::fraction(
                part.into(),
                whole.into()
            )
            .unwrap()),
        ]
    }

    #[derive(Clone, Debug)]
    struct Card {
        name: String,
        kind: StepKind,
        lane: usize,
        phase: usize,
        time: Option<ServiceTime>,
        needs: Vec<(Vec<usize>, u32, bool)>,
        places: Option<Places>,
        batch: u32,
        setup: Option<(f64, TimeUnit)>,
        enter: Option<Share>,
        cost: f64,
    }

    fn a_card() -> impl Strategy<Value = Card> {
        let places = prop_oneof![
            Just(Places::Unlimited),
            (1_u32..9).prop_map(|n| Places::Count(NonZeroU32::new(n).unwrap())),
        ];
        let needs = prop::collection::vec(
            (prop::collection::vec(0_usize..4, 1..3), 1_u32..4, any::<bool>()),
            0..3,
        );
        (
            (a_name(), prop::sample::select(StepKind::ALL.to_vec()), 0_usize..8, 0_usize..3),
            (prop::option::of(a_time()), needs, prop::option::of(places), 1_u32..4),
            (
                prop::option::of((0.0..100.0, a_unit())),
                prop::option::of(a_share()),
                prop_oneof![Just(0.0), 0.0..50.0],
            ),
        )
            .prop_map(|((name, kind, lane, phase), (time, needs, places, batch), rest)| {
                let (setup, enter, cost) = rest;
                Card { name, kind, lane, phase, time, needs, places, batch, setup, enter, cost }
            })
    }

    type LinkPlan = (usize, usize, LinkKind, Option<Share>, &'static str);

    /// Labels, among them what would read as something else.
    const LABELS: [&str; 14] = [
        "",
        "",
        "Yes",
        "No",
        "是",
        "a; b",
        "[x]",
        "over 50 %",
        "70 %",
        "the \"other\" way",
        "end",
        "a, b or c",
        "?",
        "A: B → C",
    ];

    fn a_link() -> impl Strategy<Value = LinkPlan> {
        let kind = prop::sample::select(LinkKind::ALL.to_vec());
        let label = prop::sample::select(LABELS.to_vec());
        (0_usize..9, 0_usize..10, kind, prop::option::of(a_share()), label)
    }

    fn build(cards: &[Card], plans: &[LinkPlan], role_names: &[String]) -> Scenario {
        let (mut scenario, mut ids) = empty();
        for (name, zone) in [
            ("Desk", Zone::Frontstage),
            ("Kitchen/Cold", Zone::Backstage),
            ("Bar", Zone::Backstage),
        ] {
            scenario.add_lane(Lane { name: name.into(), ..Lane::new(zone) }, &mut ids);
        }
        scenario.add_phase(Phase::new("Arrive"), 9, &mut ids);
        scenario.add_phase(Phase::new("Pay, leave"), 9, &mut ids);
        let mut roles = Vec::new();
        for (at, name) in role_names.iter().enumerate() {
            let kind = RoleKind::ALL[at % 5];
            let role = Role { kind, headcount: u32::try_from(at).unwrap(), ..Role::new(name, 0) };
            roles.push(scenario.add_role(role, &mut ids).unwrap());
        }
        let lanes: Vec<_> = scenario.lanes().keys().copied().collect();
        let phases: Vec<_> = scenario.phases().keys().copied().collect();
        let mut steps = Vec::new();
        for card in cards {
            let place = Place {
                lane: lanes[card.lane],
                phase: phases[card.phase],
                at: SheetPoint::default(),
            };
            let needs = card.needs.iter().map(|(any, count, keep)| {
                let mut any: Vec<_> = any.iter().map(|at| roles[*at]).collect();
                any.dedup();
                Need { roles: any, count: NonZeroU32::new(*count).unwrap(), keep: *keep }
            });
            let step = Step {
                needs: needs.collect(),
                time: card.time.clone(),
                places: card.places,
                batch: NonZeroU32::new(card.batch).unwrap(),
                setup: card.setup.map(|(value, unit)| Span::new(value, unit).unwrap()),
                enter: card.enter,
                material_cost: Quantity::new(card.cost).unwrap(),
                ..Step::new(card.name.as_str(), card.kind, place)
            };
            steps.push(scenario.add_step(step, &mut ids).unwrap());
        }
        for (from, to, kind, share, label) in plans {
            let from = steps[from % steps.len()];
            let to = match to {
                9 => LinkEnd::Outside,
                to => LinkEnd::Step(steps[to % steps.len()]),
            };
            let share = share.filter(|_| *kind == LinkKind::Flow);
            // Links that a scenario refuses are none.
            let link = Link { from, to, kind: *kind, share, label: (*label).to_owned() };
            let _ = scenario.add_link(link, &mut ids);
        }
        scenario
    }

    fn unique(names: Vec<String>) -> Vec<String> {
        names.into_iter().enumerate().map(|(at, name)| format!("{name}{at}")).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_lost(
            cards in prop::collection::vec(a_card(), 1..9),
            plans in prop::collection::vec(a_link(), 0..14),
            role_names in prop::collection::vec(a_name(), 4),
        ) {
            let before = build(&cards, &plans, &unique(role_names));
            let (steps, roles) = (write_steps(&before), write_roles(&before));
            let (mut after, mut ids) = empty();
            let read_roles = roles_from_table(&roles.text, &mut after, &mut ids);
            prop_assert!(read_roles.is_ok(), "{read_roles:?}\n{}", roles.text);
            let read_steps = steps_from_table(&steps.text, &mut after, &mut ids);
            prop_assert!(read_steps.is_ok(), "{read_steps:?}\n{}", steps.text);
            prop_assert_eq!(&write_steps(&after).text, &steps.text);
            prop_assert_eq!(&write_roles(&after).text, &roles.text);
            let same_links = links(&after).len() == links(&before).len();
            let labels = |scenario: &Scenario| {
                let mut labels: Vec<_> =
                    scenario.links().values().map(|link| link.label.clone()).collect();
                labels.sort();
                labels
            };
            prop_assert_eq!(labels(&before), labels(&after), "{}", steps.text);
            prop_assert!(same_links, "{:?}\n{:?}\n{}", links(&before), links(&after), steps.text);
            for (a, b) in after.steps().values().zip(before.steps().values()) {
                prop_assert_eq!((&a.time, a.setup, a.enter), (&b.time, b.setup, b.enter));
            }
            check_placing(&after);
        }

        #[test]
        fn no_text_brings_the_reader_down(text in "(step|next|role|time|[,;\t\n\"A-C0-9 %|+/.:-]){0,60}") {
            let (mut scenario, mut ids) = empty();
            let _ = steps_from_table(&text, &mut scenario, &mut ids);
            let _ = steps_from_table(&format!("step,next,role,time\n{text}"), &mut scenario, &mut ids);
            let _ = roles_from_table(&format!("role,count\n{text}"), &mut scenario, &mut ids);
        }
    }
}
