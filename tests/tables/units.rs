//! The unit of a plain number, wherever a table says it.

use onstage::blueprint::notation::LengthUnit;
use onstage::exchange::{NoticeKind, Source, TableFault};

use super::as_people_write::{refused, steps, take, take_bytes};
use super::empty;

/// The seconds that the steps of a table take.
fn seconds(text: &str) -> Vec<String> {
    let steps = steps(&take(text).0);
    steps.iter().map(|step| step.rsplit(" | ").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn headings_say_the_unit_in_many_ways() {
    for heading in [
        "Minutes per unit",
        "Mins per customer",
        "min/customer",
        "TimeMin",
        "timeMinutes",
        "ProcessingTimeMin",
        "Duration_Min",
        "Minutes (avg)",
        "Number of minutes",
        "Minutes of work",
        "Time in minutes per customer",
        "用时min",
        "每人用时（分钟）",
        "每件分钟数",
        "分钟/人",
    ] {
        assert_eq!(seconds(&format!("step\t{heading}\nA\t5\nB\t7\n")), ["300", "420"], "{heading}");
    }
    for heading in ["Hours each", "ServiceTimeHrs"] {
        assert_eq!(
            seconds(&format!("step\t{heading}\nA\t1\nB\t2\n")),
            ["3600", "7200"],
            "{heading}"
        );
    }
}

#[test]
fn a_column_of_units_holds_row_by_row() {
    for text in [
        "step,Time,Unit\nA,5,min\nB,30,s\nC,1,Hours\n",
        "step,Unit,Time\nA,min,5\nB,s,30\nC,h,1\n",
        "步骤,时间,单位\nA,5,分钟\nB,30,秒\nC,1,小时\n",
        "step,Duration,Time unit\nA,5,Min.\nB,30,sec\nC,1,Std\n",
        "step,time,UoM\nA,5,min\nB,30 s,min\nC,1,h\n",
        "step,Time,\nA,5,min\nB,30,s\nC,1,h\n",
    ] {
        assert_eq!(seconds(text), ["300", "30", "3600"], "{text}");
    }
    assert_eq!(
        refused("step,Time,Unit\nA,5,min\nB,3,months\nC,7,\n"),
        ["3 time: UnknownUnit(\"months\")", "4 time: UnitMissing"]
    );
    // A unit of an organisation is somebody.
    let (scenario, _) = take("step,Unit,Time (min)\nA,Cardiology,5\nB,Surgery,7\n");
    assert_eq!(
        steps(&scenario),
        ["A | Frontstage | Cardiology | 300", "B | Frontstage | Surgery | 420"]
    );
}

#[test]
fn parts_of_one_time_are_added_up_and_said() {
    for (text, expect) in [
        ("step,Minutes,Seconds\nA,1,30\nB,,45\nC,2,\n", ["90", "45", "120"]),
        ("step,Hours,Minutes\nA,0,5\nB,1,0\nC,1,30\n", ["300", "3600", "5400"]),
        ("step,Time (h),Time (min)\nA,0,5\nB,1,0\nC,1,30\n", ["300", "3600", "5400"]),
        ("步骤,小时,分钟\nA,0,5\nB,1,0\nC,1,30\n", ["300", "3600", "5400"]),
        ("步骤,用时（小时）,用时（分）\nA,,5\nB,1,\nC,1,30\n", ["300", "3600", "5400"]),
    ] {
        assert_eq!(seconds(text), expect, "{text}");
        let said = take(text).1.notices.into_iter().any(
            |notice| matches!(notice.kind, NoticeKind::PartsOfTime(names) if names.len() == 2),
        );
        assert!(said, "{text}");
    }
    let three = "step,Hours,Minutes,Seconds\nA,1,2,3\n";
    assert_eq!(seconds(three), ["3723"]);
    // One time in two units is not added to itself.
    let (scenario, added) = take("step,Time (min),Time (s)\nA,5,300\nB,7,420\n");
    assert_eq!(steps(&scenario), ["A | Frontstage |  | 300", "B | Frontstage |  | 420"]);
    assert_eq!(added.ignored(), ["Time (s)"]);
}

#[test]
fn min_beside_max_is_no_unit() {
    assert_eq!(seconds("step,Min,Avg,Max\nA,2,5,10\n"), ["5"]);
    assert_eq!(seconds("step,Min,Max\nA,2,10\n"), ["6"]);
    assert_eq!(seconds("step,Min time,Max time\nA,2,10\n"), ["6"]);
    assert_eq!(seconds("step,Min (min),Avg,Max\nA,2,5,10\n"), ["300"]);
    assert_eq!(seconds("step,Time,Min (min),Max (min)\nA,5,2,10\n"), ["300"]);
}

#[test]
fn a_second_row_of_the_header_says_more() {
    assert_eq!(seconds("step,Role,Time,\n,,min,max\nA,a,2,10\nB,b,3,5\n"), ["6", "4"]);
    assert_eq!(seconds("step,Role,Time\n,,min\nA,a,2\nB,b,3\n"), ["120", "180"]);
    assert_eq!(seconds("步骤,角色,时间\n,,（分钟）\nA,a,2\nB,b,3\n"), ["120", "180"]);
    assert_eq!(seconds("Office\nstep,Role,Time,\n,,min,max\nA,a,2,10\nB,b,3,5\n"), ["6", "4"]);
    assert_eq!(refused("step,Role,Time\n,Clerk,3 min\nA,a,2\n"), ["2 step: NoName"]);
}

#[test]
fn how_many_there_are_numbers_no_row_and_names_nobody() {
    for heading in [
        "Number of staff",
        "No. of staff",
        "Staff count",
        "Headcount",
        "员工数",
        "人员数量",
        "# of people",
    ] {
        let text = format!("step,Role,{heading},Next\nA,a,2,3\nB,b,3,end\nC,c,1,end\n");
        let (scenario, added) = take(&text);
        assert_eq!(super::links(&scenario)[0], "A > C", "{heading}");
        assert_eq!(added.ignored(), [heading], "{heading}");
        let (scenario, _) = take(&format!("step,{heading}\nA,2\nB,3\n"));
        assert!(scenario.roles().is_empty(), "{heading}");
    }
    // What is the same in two rows numbers neither.
    let (scenario, _) = take("step,Room number,Next\nA,2,3\nB,2,end\nC,3,end\n");
    assert_eq!(super::links(&scenario)[0], "A > C");
}

#[test]
fn what_a_workbook_shows_behind_a_number_is_its_unit() {
    let (scenario, _) = take_bytes(include_bytes!("../fixtures/number_formats.xlsx"));
    assert_eq!(
        steps(&scenario),
        [
            "Receive | Frontstage | Clerk | 300",
            "Check | Frontstage | Clerk | 30",
            "Drive | Frontstage | Driver | 5400",
            "Wait | Frontstage | Driver | 240",
            "File | Frontstage | Clerk | 12"
        ]
    );
    let enters = scenario.steps().values().filter_map(|step| step.enter);
    let enters: Vec<String> = enters.map(|share| share.to_string()).collect();
    assert_eq!(enters, ["70 %", "30 %"], "a heading of per cent makes nothing of 70 % smaller");
}

#[test]
fn a_formula_whose_result_is_not_stored_is_named() {
    let bytes = include_bytes!("../fixtures/formula_without_result.xlsx");
    let source = Source::of_bytes(bytes, None).unwrap();
    let (mut scenario, mut ids) = empty();
    let errors = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap_err();
    let found: Vec<(usize, &TableFault)> =
        errors.0.iter().map(|error| (error.row, &error.fault)).collect();
    assert_eq!(found, [(3, &TableFault::FormulaWithoutResult("=C2*2".to_owned()))]);
}

#[test]
fn a_comma_between_quotation_marks_separates_nothing() {
    assert_eq!(seconds("step,time\nA,\"1,5 min\"\nB,\"2,25 min\"\n"), ["90", "135"]);
    assert_eq!(seconds("step,time (min)\nA,\"1,5\"\nB,2\n"), ["90", "120"]);
    assert_eq!(seconds("step,time\nA,\"1,200 s\"\nB,\"2,400 s\"\n"), ["1200", "2400"]);
    let mixed = refused("step,time\nA,\"1,5 s\"\nB,\"1,200 s\"\n");
    assert_eq!(mixed, ["3 time: Refused(DoubtfulComma)"]);
}

#[test]
fn numbers_without_a_unit_are_in_that_of_their_neighbours_or_said_to_be_seconds() {
    let taken = |text: &str| {
        let (scenario, added) = take(text);
        let means: Vec<f64> = scenario
            .steps()
            .values()
            .map(|step| step.time.as_ref().map_or(0.0, onstage::blueprint::ServiceTime::mean_s))
            .collect();
        let said = added.notices.into_iter().find_map(|notice| match notice.kind {
            NoticeKind::UnitTaken { unit, by_cells, .. } => Some((unit, by_cells)),
            _ => None,
        });
        (means, said)
    };
    let (minute, second) = (LengthUnit::Minute, LengthUnit::Second);
    for (text, means, said) in [
        ("Activity,Duration\nA,5\nB,10 min\n", [300.0, 600.0], Some((minute, true))),
        ("活动,时长\nA,5\nB,10分钟\n", [300.0, 600.0], Some((minute, true))),
        ("Activity,Min,Max\nA,2,4 min\nB,5,10\n", [180.0, 450.0], Some((minute, true))),
        ("Activity,Min,Max\nA,2,4\nB,5,10\n", [3.0, 7.5], Some((second, false))),
        ("Activity,Average handling time\nA,120\nB,60\n", [120.0, 60.0], Some((second, false))),
        // Cells that do not agree tell nothing.
        ("Activity,Duration,x\nA,5,\nB,10 min,\nC,1 h,\n", [5.0, 600.0], Some((second, false))),
        ("Activity,Duration (min)\nA,5\nB,10\n", [300.0, 600.0], None),
        ("Activity,Min (min),Max\nA,2,4\nB,5,10\n", [180.0, 450.0], None),
        ("Activity,Duration,Unit\nA,5,min\nB,10,min\n", [300.0, 600.0], None),
        ("Activity,Duration\nA,5 s\nB,0\n", [5.0, 0.0], None),
    ] {
        let (found, notice) = taken(text);
        assert_eq!(found[..2], means, "{text}");
        assert_eq!(notice, said, "{text}");
    }
}
