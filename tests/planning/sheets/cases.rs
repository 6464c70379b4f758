//! Published planning problems and what is known of them, exactly.

use super::tables::n;
use onstage::blueprint::sheets::{
    Aim, Amounts, End, Figure, Item, Limit, Purpose, Rule, Sense, Sheet,
};
use onstage::planning::exact::Number;
use onstage::planning::sheet::{Answer, Place, Status, solve};

use Sense::{AtLeast, AtMost, Exactly};

fn table(
    purpose: Purpose,
    limits: &[(&str, Sense, &str)],
    items: &[(&str, &str, &[&str])],
) -> Sheet {
    Sheet {
        limits: limits
            .iter()
            .map(|(name, sense, amount)| Limit::new(name, *sense, *amount))
            .collect(),
        items: items
            .iter()
            .map(|(name, worth, uses)| Item::new(name, *worth, uses.iter().copied()))
            .collect(),
        ..Sheet::of("Sheet", purpose)
    }
}

fn ways(purpose: Purpose, supply: &[&str], demand: &[&str], cells: &[&[i64]]) -> Sheet {
    let ends = |letter: &str, amounts: &[&str]| -> Vec<End> {
        amounts
            .iter()
            .enumerate()
            .map(|(at, amount)| End::new(&format!("{letter}{}", at + 1), *amount))
            .collect()
    };
    Sheet {
        from: ends("F", supply),
        to: ends("T", demand),
        cells: cells
            .iter()
            .map(|line| line.iter().map(|cost| Figure::from(*cost)).collect())
            .collect(),
        ..Sheet::of("Ways", purpose)
    }
}

fn some(text: &str) -> Option<Number> {
    if text == "-" { None } else { Some(n(text)) }
}

fn amounts(answer: &Answer) -> Vec<String> {
    let items = answer.items.iter().map(|item| &item.amount);
    let ways = answer.ways.iter().map(|way| &way.amount);
    items
        .chain(ways)
        .map(|amount| amount.as_ref().map_or_else(String::new, Number::to_fraction))
        .collect()
}

#[track_caller]
fn plan_is(answer: &Answer, plan: &[&str], value: &str) {
    assert_eq!(answer.status, Status::Optimal);
    assert_eq!(answer.value, some(value), "{:?}", answer.value.as_ref().map(Number::to_fraction));
    assert_eq!(amounts(answer), plan.iter().map(|text| n(text).to_fraction()).collect::<Vec<_>>());
}

/// less, from, more, to of each limit.
#[track_caller]
fn prices_are(answer: &Answer, prices: &[[&str; 4]]) {
    let text = |number: &Option<Number>| {
        number.as_ref().map_or_else(|| "-".to_owned(), Number::to_fraction)
    };
    let found: Vec<[String; 4]> = answer
        .limits
        .iter()
        .map(|l| [text(&l.price_less), text(&l.from), text(&l.price_more), text(&l.to)])
        .collect();
    let wanted: Vec<[String; 4]> =
        prices.iter().map(|line| line.map(|cell| text(&some(cell)))).collect();
    assert_eq!(found, wanted);
}

#[track_caller]
fn worths_are(answer: &Answer, worths: &[[&str; 2]]) {
    for (item, [from, to]) in answer.items.iter().zip(worths) {
        assert_eq!((&item.worth_from, &item.worth_to), (&some(from), &some(to)), "{}", item.name);
    }
}

fn corner_values(answer: &Answer) -> Vec<String> {
    answer.corners.iter().map(|corner| corner.value.to_string()).collect()
}

fn tables_and_chairs() -> Sheet {
    let sheet = table(
        Purpose::Production,
        &[("Large", AtMost, "6"), ("Small", AtMost, "8")],
        &[("Table", "20", &["2", "2"]), ("Chair", "15", &["1", "2"])],
    );
    Sheet { amounts: Amounts::Whole, ..sheet }
}

#[test]
fn case_1_tables_and_chairs() {
    let whole = tables_and_chairs();
    let answer = solve(&whole).unwrap();
    plan_is(&answer, &["2", "2"], "70");
    assert_eq!(answer.limits[0].value_one_more, some("75"));
    assert_eq!(answer.limits[0].price_more, None);
    assert_eq!(answer.unique, Some(true));
    assert_eq!(answer.relaxation, some("70"));
    let answer = solve(&Sheet { amounts: Amounts::Any, ..whole }).unwrap();
    plan_is(&answer, &["2", "2"], "70");
    prices_are(&answer, &[["5", "4", "5", "8"], ["5", "6", "5", "12"]]);
    worths_are(&answer, &[["15", "30"], ["10", "20"]]);
    assert_eq!(corner_values(&answer), ["0", "60", "70", "60"]);
    let points: Vec<String> =
        answer.corners.iter().map(|c| format!("{} {}", c.amounts[0], c.amounts[1])).collect();
    assert_eq!(points, ["0 0", "3 0", "2 2", "0 4"]);
    assert_eq!((answer.unique, answer.relaxation), (Some(true), None));
}

fn five_companies(assets: &str, debts: &str) -> Sheet {
    let sheet = table(
        Purpose::Choice,
        &[("Assets", AtLeast, assets), ("Debts", AtMost, debts)],
        &[
            ("A", "5400", &["3.48", "1.28"]),
            ("B", "2300", &["5.62", "2.53"]),
            ("C", "4600", &["7.33", "1.02"]),
            ("D", "3300", &["6.27", "3.55"]),
            ("E", "980", &["2.14", ".53"]),
        ],
    );
    Sheet { count: Some((Exactly, "3".into())), ..sheet }
}

#[test]
fn case_2_five_companies() {
    let answer = solve(&five_companies("10", "5")).unwrap();
    plan_is(&answer, &["1", "1", "1", "0", "0"], "12300");
    assert_eq!(answer.relaxation.as_ref().unwrap().to_decimal(6), "12647.019868");
    assert_eq!(answer.limits[1].value_one_more, some("13300"));
    assert_eq!(solve(&five_companies("10", "6")).unwrap().value, some("13300"));
    let answer = solve(&five_companies("20", "5")).unwrap();
    assert_eq!(answer.status, Status::Infeasible);
    assert_eq!(answer.conflict, ["Assets", "count"]);
    assert_eq!(answer.conflict_places, [Place::LimitAmount(0), Place::Count]);
    let repairs: Vec<_> =
        answer.repairs.iter().map(|r| (r.limit.as_str(), r.amount.clone())).collect();
    assert_eq!(repairs, [("Assets", some("16.43")), ("Debts", None), ("count", None)]);
}

#[test]
fn case_3_two_products() {
    let sheet = table(
        Purpose::Production,
        &[("One", AtMost, "4"), ("Two", AtMost, "12"), ("Three", AtMost, "18")],
        &[("x", "3", &["1", "0", "3"]), ("y", "5", &["", "2", "2"])],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["2", "6"], "36");
    prices_are(&answer, &[["0", "2", "0", "-"], ["3/2", "6", "3/2", "18"], ["1", "12", "1", "24"]]);
    worths_are(&answer, &[["0", "15/2"], ["2", "-"]]);
}

#[test]
fn case_4_paints() {
    let sheet = table(
        Purpose::Production,
        &[("a", AtMost, "24"), ("b", AtMost, "6"), ("c", AtMost, "1"), ("d", AtMost, "2")],
        &[("x", "5", &["6", "1", "-1", "0"]), ("y", "4", &["4", "2", "1", "1"])],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["3", "3/2"], "21");
    prices_are(
        &answer,
        &[
            ["3/4", "20", "3/4", "36"],
            ["1/2", "4", "1/2", "20/3"],
            ["0", "-3/2", "0", "-"],
            ["0", "3/2", "0", "-"],
        ],
    );
    worths_are(&answer, &[["2", "6"], ["10/3", "10"]]);
    assert_eq!(corner_values(&answer), ["0", "20", "21", "18", "13", "4"]);
}

#[test]
fn case_5_furniture() {
    let sheet = table(
        Purpose::Production,
        &[("a", AtMost, "240"), ("b", AtMost, "100")],
        &[("x", "7", &["4", "2"]), ("y", "5", &["3", "1"])],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["30", "40"], "410");
    prices_are(&answer, &[["3/2", "200", "3/2", "300"], ["1/2", "80", "1/2", "120"]]);
    worths_are(&answer, &[["20/3", "10"], ["7/2", "21/4"]]);
}

fn feed() -> Sheet {
    let sheet = table(
        Purpose::Blend,
        &[],
        &[("Corn", ".30", &[".09", ".02"]), ("Soya", ".90", &[".60", ".06"])],
    );
    Sheet {
        limits: vec![
            Limit::new("Protein", AtLeast, "30 %").of_total(),
            Limit::new("Fibre", AtMost, "5 %").of_total(),
        ],
        total: Some((AtLeast, "800".into())),
        ..sheet
    }
}

#[test]
fn case_6_feed() {
    let answer = solve(&feed()).unwrap();
    plan_is(&answer, &["8000/17", "5600/17"], "7440/17");
    let prices: Vec<_> = answer
        .limits
        .iter()
        .map(|limit| limit.price_more.as_ref().unwrap().to_decimal(6))
        .collect();
    assert_eq!(prices, ["1.176471", "0", "0.547059"]);
    assert_eq!(answer.limits[0].used, some("30 %"));
    assert_eq!(answer.limits[2].name, "total");
    let short = Sheet {
        limits: vec![
            Limit::new("Protein", AtLeast, "70 %").of_total(),
            Limit::new("Fibre", AtMost, "7 %").of_total(),
        ],
        ..feed()
    };
    let answer = solve(&short).unwrap();
    assert_eq!(answer.status, Status::Infeasible);
    assert_eq!(answer.conflict, ["Protein", "total"]);
    assert_eq!(answer.repairs[0].amount, some("60 %"));
    assert_eq!(answer.repairs[1].amount, None);
    assert_eq!(answer.repairs[2].amount, some("0"));
}

fn post_office() -> Sheet {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let need = ["17", "13", "15", "19", "14", "16", "11"];
    let item = |start: usize| {
        let works = |day: usize| i64::from((day + 7 - start) % 7 < 5);
        Item::new(days[start], "1", (0..7).map(works))
    };
    Sheet {
        limits: days.iter().zip(need).map(|(day, need)| Limit::new(day, AtLeast, need)).collect(),
        items: (0..7).map(item).collect(),
        ..Sheet::of("Post office", Purpose::Blend)
    }
}

#[test]
fn case_7_post_office() {
    let answer = solve(&post_office()).unwrap();
    assert_eq!(answer.value, some("67/3"));
    let prices: Vec<_> =
        answer.limits.iter().map(|limit| limit.price_more.clone().unwrap().to_fraction()).collect();
    assert_eq!(prices, ["1/3", "0", "1/3", "1/3", "0", "1/3", "0"]);
    assert_eq!(answer.items[0].least_optimal, some("4/3"));
    assert_eq!(answer.items[0].most_optimal, some("19/3"));
    assert_eq!(answer.unique, Some(false));
    let answer = solve(&Sheet { amounts: Amounts::Whole, ..post_office() }).unwrap();
    assert_eq!((answer.value, answer.relaxation), (some("23"), some("67/3")));
    assert_eq!(answer.unique, Some(false));
}

#[test]
fn case_8_peas() {
    let sheet = ways(
        Purpose::Transport,
        &["75", "125", "100"],
        &["80", "65", "70", "85"],
        &[&[464, 513, 654, 867], &[352, 416, 690, 791], &[995, 682, 388, 685]],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["0", "20", "0", "55", "80", "45", "0", "0", "0", "0", "70", "30"], "152535");
    assert_eq!(answer.unique, Some(true));
    let more: Vec<_> = answer.limits.iter().map(|l| (l.price_more.clone(), l.to.clone())).collect();
    assert_eq!(more[0].0, some("0"));
    assert_eq!(more[1], (some("-97"), some("145")));
    assert_eq!(more[2], (some("-182"), some("155")));
    assert!(more[3..].iter().all(|(price, _)| price.is_none()));
    let less: Vec<_> = answer.limits.iter().map(|l| l.price_less.clone()).collect();
    assert_eq!(less[..3], [None, None, None]);
    assert_eq!(less[3..], [some("449"), some("513"), some("570"), some("867")]);
}

#[test]
fn case_9_machines() {
    let sheet = ways(
        Purpose::Assignment,
        &["", "", "", ""],
        &["", "", "", ""],
        &[&[14, 5, 8, 7], &[2, 12, 6, 5], &[7, 8, 3, 9], &[2, 4, 6, 10]],
    );
    let answer = solve(&sheet).unwrap();
    let plan = ["0", "1", "0", "0", "0", "0", "0", "1", "0", "0", "1", "0", "1", "0", "0", "0"];
    plan_is(&answer, &plan, "15");
    assert_eq!(answer.unique, Some(true));
}

#[test]
fn case_10_knapsack() {
    let weights = [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120];
    let worths = [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240];
    let item = |(at, (weight, worth)): (usize, (i64, i64))| {
        Item::new(&(at + 1).to_string(), worth, [weight]).at_most(1)
    };
    let sheet = Sheet {
        limits: vec![Limit::new("Weight", AtMost, 750)],
        items: weights.into_iter().zip(worths).enumerate().map(item).collect(),
        ..Sheet::of("Knapsack", Purpose::Knapsack)
    };
    let answer = solve(&sheet).unwrap();
    let taken = [1, 3, 5, 7, 8, 9, 14, 15];
    let plan: Vec<&str> = (1..=15).map(|at| if taken.contains(&at) { "1" } else { "0" }).collect();
    plan_is(&answer, &plan, "1458");
    assert_eq!(answer.unique, Some(true));
    // The same by branch and bound: a second limit that never binds.
    let mut searched = sheet;
    searched.limits.push(Limit::new("Idle", AtMost, 1));
    let other = solve(&searched).unwrap();
    plan_is(&other, &plan, "1458");
    assert_eq!(other.limits[0].value_one_more, answer.limits[0].value_one_more);
    assert_eq!(other.limits[0].value_one_less, answer.limits[0].value_one_less);
}

#[test]
fn case_11_investments() {
    let sheet = || Sheet {
        amounts: Amounts::YesNo,
        ..table(
            Purpose::Choice,
            &[("Cash", AtMost, "14")],
            &[("1", "16", &["5"]), ("2", "22", &["7"]), ("3", "12", &["4"]), ("4", "8", &["3"])],
        )
    };
    let answer = solve(&sheet()).unwrap();
    plan_is(&answer, &["0", "1", "1", "1"], "42");
    assert_eq!(answer.relaxation, some("44"));
    let two = Sheet { count: Some((AtMost, "2".into())), ..sheet() };
    assert_eq!(solve(&two).unwrap().value, some("38"));
    let needs = Sheet { rules: vec![Rule::Needs("2".into(), "1".into())], ..sheet() };
    assert_eq!(solve(&needs).unwrap().value, some("38"));
    let not_both = Sheet { rules: vec![Rule::Excludes("2".into(), "4".into())], ..sheet() };
    assert_eq!(solve(&not_both).unwrap().value, some("38"));
}

#[test]
fn case_12_special_ones() {
    let other_plans = table(
        Purpose::Production,
        &[("a", AtMost, "5"), ("b", AtMost, "4")],
        &[("x", "2", &["1", "1"]), ("y", "4", &["2", "1"])],
    );
    let answer = solve(&other_plans).unwrap();
    assert_eq!((answer.value.clone(), answer.unique), (some("10"), Some(false)));
    let spans: Vec<_> = answer
        .items
        .iter()
        .map(|item| (item.least_optimal.clone(), item.most_optimal.clone()))
        .collect();
    assert_eq!(spans, [(some("0"), some("3")), (some("1"), some("2.5"))]);

    let degenerate = table(
        Purpose::Production,
        &[("a", AtMost, "8"), ("b", AtMost, "4")],
        &[("x", "3", &["1", "1"]), ("y", "9", &["4", "2"])],
    );
    let answer = solve(&degenerate).unwrap();
    plan_is(&answer, &["0", "2"], "18");
    let prices: Vec<_> =
        answer.limits.iter().map(|l| (l.price_more.clone(), l.price_less.clone())).collect();
    assert_eq!(prices, [(some("0"), some("3/2")), (some("3/2"), some("9/2"))]);

    let unbounded = table(
        Purpose::Production,
        &[("a", AtMost, "10"), ("b", AtMost, "40")],
        &[("x", "2", &["1", "2"]), ("y", "1", &["-1", "0"])],
    );
    let answer = solve(&unbounded).unwrap();
    assert_eq!(answer.status, Status::Unbounded);
    let ray: Vec<_> =
        answer.ray.iter().map(|part| (part.item.as_str(), part.rate.clone())).collect();
    assert_eq!(ray, [("y", n("1"))]);

    let infeasible = table(
        Purpose::Production,
        &[("a", AtMost, "2"), ("b", AtLeast, "12")],
        &[("x", "3", &["2", "3"]), ("y", "2", &["1", "4"])],
    );
    let answer = solve(&infeasible).unwrap();
    assert_eq!(answer.status, Status::Infeasible);
    assert_eq!(answer.conflict, ["a", "b"]);
    let repairs: Vec<_> = answer.repairs.iter().map(|repair| repair.amount.clone()).collect();
    assert_eq!(repairs, [some("3"), some("8")]);
}

fn service_mix(receptionist: &str, nurse: &str, doctor: &str, has_market: bool) -> Sheet {
    let most = |item: Item, most: i64| if has_market { item.at_most(most) } else { item };
    let hidden = |item: Item| Item { is_hidden: true, ..item };
    let tie = Limit { is_hidden: true, ..Limit::new("", Exactly, 0) };
    Sheet {
        limits: vec![
            Limit::new("Receptionist", AtMost, receptionist),
            Limit::new("Nurse", AtMost, nurse),
            Limit::new("Doctor", AtMost, doctor),
            tie,
        ],
        items: vec![
            most(Item::new("Check-up", 60, [3, 12, 15, 0]), 6),
            most(Item::new("Vaccination", 20, [3, 0, 0, 1]), 8),
            most(Item::new("Consultation", 75, [3, 0, 20, 0]), 4),
            hidden(Item::new("by nurse", 0, [0, 10, 0, -1])),
            hidden(Item::new("by doctor", 0, [0, 0, 10, -1])),
        ],
        ..Sheet::of("Mix", Purpose::Production)
    }
}

#[test]
fn case_13_service_mix() {
    let answer = solve(&service_mix("60", "180", "120", true)).unwrap();
    plan_is(&answer, &["6", "8", "1.5"], "632.5");
    assert_eq!(answer.unique, Some(true));
    let doctor = &answer.limits[2];
    assert_eq!(
        (&doctor.price_more, &doctor.to, &doctor.price_less, &doctor.from),
        (&some("3.75"), &some("170"), &some("3.75"), &some("90"))
    );
    assert_eq!(solve(&service_mix("60", "180", "180", true)).unwrap().value, some("820"));
    assert_eq!(solve(&service_mix("60", "240", "120", true)).unwrap().value, some("632.5"));
    let free = solve(&service_mix("60", "180", "120", false)).unwrap();
    plan_is(&free, &["0", "14", "6"], "730");
}

#[test]
fn the_aim_turns_the_signs() {
    let sheet = tables_and_chairs();
    let least = Sheet {
        aim: Aim::Least,
        amounts: Amounts::Any,
        items: vec![Item::new("Table", -20, [2, 2]), Item::new("Chair", -15, [1, 2])],
        ..sheet
    };
    let answer = solve(&least).unwrap();
    plan_is(&answer, &["2", "2"], "-70");
    prices_are(&answer, &[["-5", "4", "-5", "8"], ["-5", "6", "-5", "12"]]);
    worths_are(&answer, &[["-30", "-15"], ["-20", "-10"]]);
}

#[test]
fn dakota_furniture() {
    // Winston, Operations Research, chapter 6.
    let sheet = table(
        Purpose::Production,
        &[
            ("Lumber", AtMost, "48"),
            ("Finishing", AtMost, "20"),
            ("Carpentry", AtMost, "8"),
            ("Tables sold", AtMost, "5"),
        ],
        &[
            ("Desk", "60", &["8", "4", "2", "0"]),
            ("Table", "30", &["6", "2", "1.5", "1"]),
            ("Chair", "20", &["1", "1.5", ".5", "0"]),
        ],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["2", "0", "8"], "280");
    prices_are(
        &answer,
        &[
            ["0", "24", "0", "-"],
            ["10", "16", "10", "24"],
            ["10", "20/3", "10", "10"],
            ["0", "0", "0", "-"],
        ],
    );
    worths_are(&answer, &[["56", "80"], ["-", "35"], ["15", "22.5"]]);
    assert_eq!(answer.items[1].reduced_cost, some("5"));
    assert_eq!(answer.limits[0].left, some("24"));
    assert_eq!((answer.unique, answer.corners.len()), (Some(true), 0));
}

#[test]
fn advertising() {
    // Winston, chapter 3: a region without end, its corners on the way back from there.
    let sheet = table(
        Purpose::Blend,
        &[("Women", AtLeast, "28"), ("Men", AtLeast, "24")],
        &[("Comedy", "50", &["7", "2"]), ("Football", "100", &["2", "12"])],
    );
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["3.6", "1.4"], "320");
    let points: Vec<String> = answer
        .corners
        .iter()
        .map(|c| format!("{} {} {}", c.amounts[0], c.amounts[1], c.value))
        .collect();
    assert_eq!(points, ["0 14 1400", "3.6 1.4 320", "12 0 600"]);
    prices_are(&answer, &[["5", "4", "5", "84"], ["7.5", "8", "7.5", "168"]]);
}

#[test]
fn power_to_cities() {
    // Winston, chapter 7.
    let sheet = ways(
        Purpose::Transport,
        &["35", "50", "40"],
        &["45", "20", "30", "30"],
        &[&[8, 6, 10, 9], &[9, 12, 13, 7], &[14, 9, 16, 5]],
    );
    let answer = solve(&sheet).unwrap();
    assert_eq!(answer.value, some("1020"));
    let amount = |from: usize, to: usize| answer.ways[from * 4 + to].amount.clone();
    assert_eq!(answer.unique, Some(true));
    for (from, to, sent) in
        [(0, 1, "10"), (0, 2, "25"), (1, 0, "45"), (1, 2, "5"), (2, 1, "10"), (2, 3, "30")]
    {
        assert_eq!(amount(from, to), some(sent));
    }
    // What u and v make of the ways that stay empty.
    let losses: Vec<_> =
        answer.ways.iter().map(|way| way.reduced_cost.clone().unwrap().to_string()).collect();
    assert_eq!(losses, ["2", "0", "0", "7", "0", "3", "0", "2", "5", "0", "3", "0"]);
}

#[test]
fn the_most_of_persons_and_jobs() {
    // Each person at most two jobs, the most wanted: by hand 9 + 8 + 7 (first), 6 (second).
    let mut sheet =
        ways(Purpose::Assignment, &["2", "2"], &["", "", "", ""], &[&[9, 8, 1, 4], &[3, 7, 5, 6]]);
    sheet.aim = Aim::Most;
    let answer = solve(&sheet).unwrap();
    plan_is(&answer, &["1", "1", "0", "0", "0", "0", "1", "1"], "28");
    assert_eq!(answer.limits[0].value_one_more, some("28"));
    assert_eq!(answer.limits[0].value_one_less, None);
    // A third job for one person only: less by 8 − 7 at most where another gives one up.
    sheet.from[1].amount = "3".into();
    assert_eq!(solve(&sheet).unwrap().limits[0].value_one_less, some("27"));
    sheet.from[0].amount = "1".into();
    sheet.from[1].amount = "2".into();
    let answer = solve(&sheet).unwrap();
    assert_eq!(answer.status, Status::Infeasible);
    assert_eq!(answer.conflict, ["F1", "F2", "T1", "T2", "T3", "T4"]);
    let repairs: Vec<_> = answer.repairs.iter().map(|repair| repair.amount.clone()).collect();
    assert_eq!(repairs[..2], [some("2"), some("3")]);
    assert_eq!(repairs[2..], [some("0"), some("0"), some("0"), some("0")]);
}
