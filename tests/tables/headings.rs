//! Headings that say more than a name: what the numbers below them count is read, or the column is
//! left out and named; never is a part of it dropped.

use onstage::blueprint::Places;
use onstage::exchange::{NoticeKind, Source, roles_from_raw};

use super::as_people_write::{refused, steps, take};
use super::empty;

/// The columns of a table that were left out, by their headings.
fn left_out(text: &str) -> Vec<String> {
    take(text).1.ignored().to_vec()
}

#[test]
fn times_of_several_customers_are_left_out_and_named() {
    for heading in [
        "Time per 10 customers (min)",
        "Time per dozen (min)",
        "Time per batch (min)",
        "Minutes per day",
        "Time (min/10)",
        "Time %",
        "Time of day",
        "每百人用时（分）",
        "用时（分/10人）",
        "每批用时（分）",
    ] {
        for cell in ["5", "7 min"] {
            let text = format!("step\t{heading}\nA\t{cell}\nB\t{cell}\n");
            assert_eq!(left_out(&text), [heading], "{heading}");
            let (scenario, _) = take(&text);
            assert!(scenario.steps().values().all(|step| step.time.is_none()), "{heading}");
        }
    }
}

#[test]
fn a_number_of_multiples_of_a_unit_is_refused() {
    for (heading, unit) in [
        ("Time (in half hours)", "in half hours"),
        ("Time (quarter hours)", "quarter hours"),
        ("Quarter hours", "quarter hours"),
        ("Half hours", "half hours"),
        ("用时（半小时）", "半小时"),
        ("Time (min x 10)", "min x 10"),
    ] {
        let expect = format!("2 time: UnknownUnit(\"{unit}\")");
        let text = format!("step\trole\t{heading}\nA\tClerk\t5\n");
        assert_eq!(refused(&text), [expect], "{heading}");
        assert_eq!(steps(&take(&text.replace("\t5", "\t5 min")).0).len(), 1, "{heading}");
    }
}

#[test]
fn a_rate_is_no_number_of_places() {
    for heading in [
        "Capacity (per hour)",
        "Capacity/h",
        "Capacity per day",
        "Hourly capacity",
        "Capacity (kg)",
        "容量（人/小时）",
        "每小时容量",
    ] {
        let text = format!("step\ttime (min)\t{heading}\nA\t5\t12\nB\t10\t6\n");
        assert_eq!(left_out(&text), [heading]);
        assert!(take(&text).0.steps().values().all(|step| step.places.is_none()), "{heading}");
    }
    for heading in ["Capacity", "Capacity (people)", "容量", "容量（人）"] {
        let (scenario, added) = take(&format!("step\ttime (min)\t{heading}\nA\t5\t12\n"));
        let step = scenario.steps().values().next().unwrap();
        assert!(matches!(step.places, Some(Places::Count(count)) if count.get() == 12));
        assert!(
            added.notices.iter().any(|notice| matches!(&notice.kind,
                NoticeKind::ColumnGuessed { heading: said, .. } if said == heading)),
            "{heading}"
        );
    }
}

#[test]
fn amounts_in_thousands_are_left_out_and_a_cost_that_is_none_is_refused() {
    for heading in ["Cost (k€)", "Cost per month", "成本（万元）", "Cost (in thousands)"] {
        assert_eq!(left_out(&format!("step\ttime\t{heading}\nA\t5\t3\n")), [heading]);
    }
    for (heading, cell) in [("成本", "若干"), ("Cost", "cheap"), ("材料费", "待定")] {
        let text = format!("step\ttime\t{heading}\nA\t5\t{cell}\n");
        assert_eq!(refused(&text), ["2 cost: Refused(NotMoney)"], "{heading}");
    }
    let (scenario, _) = take("步骤\t时间\t成本\nA\t5\t一百五\nB\t5\t无\n");
    let costs: Vec<f64> = scenario.steps().values().map(|step| step.material_cost.get()).collect();
    assert_eq!(costs, [150.0, 0.0]);
}

#[test]
fn a_chinese_table_of_roles_is_read() {
    for count in
        ["人数", "数量", "编制", "人员编制", "配备人数", "定员", "台数", "在岗人数", "员工人数"]
    {
        for availability in ["在岗率", "出勤率", "可用率", "到岗率"] {
            for wage in ["时薪", "小时工资", "工资（元/小时）", "每小时成本", "小时成本（元）"]
            {
                let text = format!("角色\t{count}\t{availability}\t{wage}\n护士\t3\t80%\t25\n");
                let source = Source::of_text(&text).unwrap();
                let (mut scenario, mut ids) = empty();
                let added = roles_from_raw(&source.sheets[0].1, &mut scenario, &mut ids).unwrap();
                assert_eq!(added.notices, [], "{text}");
                let role = scenario.roles().values().next().unwrap();
                assert_eq!(role.headcount, 3, "{text}");
                assert!((role.availability.value() - 0.8).abs() < 1e-9, "{text}");
                assert_eq!(
                    role.cost_per_hour.map(onstage::blueprint::Quantity::get),
                    Some(25.0),
                    "{text}"
                );
            }
        }
    }
    let text = "角色\t人数\n护士\t若干\n";
    let source = Source::of_text(text).unwrap();
    let (mut scenario, mut ids) = empty();
    let errors = roles_from_raw(&source.sheets[0].1, &mut scenario, &mut ids).unwrap_err();
    assert_eq!(errors.to_string().lines().count(), 1, "a number that is none is named");
}

#[test]
fn cells_that_say_nothing_are_blank() {
    for nothing in ["-", "–", "—", "n/a", "N/A", "/", "无", "－", "--"] {
        let text = format!(
            "step\ttime (min)\trole\tplaces\tcost\nA\t{nothing}\tN\t\t\nB\t5\tN\t\t{nothing}\n"
        );
        let (scenario, _) = take(&text);
        let expect = ["A | Frontstage | N | ", "B | Frontstage | N | 300"];
        assert_eq!(steps(&scenario), expect, "{nothing}");
    }
}

#[test]
fn a_header_may_have_two_lines() {
    for (head, names) in [
        ("Step,Role,Time,Cost\n,,min,$\n", "units and a currency"),
        ("Step,Role,Time,Cost\n-,-,min,€\n", "dashes"),
        ("Step,Role,Time,Cost\n,,(min),(EUR)\n", "brackets"),
        ("步骤,角色,用时,成本\n,,分钟,元\n", "Chinese"),
        ("Step,Role,Time (min),Cost\n步骤,角色,用时（分钟）,成本\n", "two languages"),
        ("步骤,角色,用时,成本\nStep,Role,Time (min),Cost\n", "two languages, the unit below"),
        ("Step,Role,Time,Cost\n步骤,角色,用时（分钟）,成本\n", "the unit in Chinese"),
    ] {
        let (scenario, added) = take(&format!("{head}A,Clerk,5,2\nB,Clerk,7,3\n"));
        let expect = ["A | Frontstage | Clerk | 300", "B | Frontstage | Clerk | 420"];
        assert_eq!(steps(&scenario), expect, "{names}");
        let costs: Vec<f64> = scenario.steps().values().map(|s| s.material_cost.get()).collect();
        assert_eq!(costs, [2.0, 3.0], "{names}");
        assert_eq!(added.notices, [], "{names}");
    }
}

#[test]
fn amounts_in_small_coin_are_left_out() {
    for heading in [
        "Cost (cents)",
        "Cost in cents",
        "Cost (¢)",
        "Cost (ct)",
        "Cost (pence)",
        "Cost (p)",
        "Material cost, pence",
        "成本（分）",
        "成本（角）",
        "材料费（分/次）",
    ] {
        let text = format!("step\ttime (min)\t{heading}\nA\t5\t50\nB\t3\t20\n");
        assert_eq!(left_out(&text), [heading]);
        let (scenario, _) = take(&text);
        let nothing = onstage::blueprint::Quantity::ZERO;
        assert!(scenario.steps().values().all(|s| s.material_cost == nothing), "{heading}");
    }
    for heading in ["Wage (cents)", "Cost per hour (pence)", "时薪（分）", "时薪（角/小时）"]
    {
        let source = Source::of_text(&format!("role\t{heading}\nNurse\t2500\n")).unwrap();
        let (mut scenario, mut ids) = empty();
        let added = roles_from_raw(&source.sheets[0].1, &mut scenario, &mut ids).unwrap();
        let said = NoticeKind::ColumnsLeftOut(vec![heading.to_owned()]);
        assert!(added.notices.iter().any(|notice| notice.kind == said), "{heading}");
        assert!(scenario.roles().values().all(|role| role.cost_per_hour.is_none()), "{heading}");
    }
}

#[test]
fn the_clock_at_the_start_is_no_time_that_a_step_takes() {
    for (start, end) in [
        ("Start", "End"),
        ("Started", "Finished"),
        ("Start time", "End time"),
        ("Begin", "Finish"),
        ("开始", "结束"),
        ("开始时间", "结束时间"),
    ] {
        let text =
            format!("Step\tRole\t{start}\t{end}\nA\tN\t9:00:00\t9:05:00\nB\tD\t9:05:00\t9:15:00\n");
        assert_eq!(left_out(&text), [start, end]);
        let (scenario, _) = take(&text);
        assert!(scenario.steps().values().all(|step| step.time.is_none()), "{start}");
    }
}
