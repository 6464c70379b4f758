//! `solve`: published problems through a file, and what is wrong in one.

use std::io::Write as _;

use serde_json::{Value, json};

use super::{onstage, printed, said};

const SHEETS: &str = r#"(
    sheets: [
        (id: 101, name: "Tables and chairs", purpose: Production, aim: Most, amounts: Whole,
            limits: [(name: "Large", amount: 6), (name: "Small", amount: 8)],
            items: [(name: "Table", worth: 20, uses: [2, 2]), (name: "Chair", worth: 15, uses: [1, 2])]),
        (id: 102, name: "Three of five", purpose: Choice, aim: Most, count: (Exactly, 3),
            limits: [(name: "Assets", sense: AtLeast, amount: 10), (name: "Debts", amount: 5)],
            items: [
                (name: "A", worth: 5400, uses: [3.48, 1.28]),
                (name: "B", worth: 2300, uses: [5.62, 2.53]),
                (name: "C", worth: 4600, uses: [7.33, 1.02]),
                (name: "D", worth: 3300, uses: [6.27, 3.55]),
                (name: "E", worth: 980, uses: [2.14, ".53"]),
            ]),
        (id: 103, name: "Feed", purpose: Blend, aim: Least, total: (AtLeast, 800),
            limits: [
                (name: "Protein", sense: AtLeast, amount: "30 %", of_total: true),
                (name: "Fibre", amount: "5 %", of_total: true),
            ],
            items: [
                (name: "Corn", worth: 0.30, uses: [0.09, 0.02]),
                (name: "Soya", worth: 0.90, uses: [0.60, 0.06]),
            ]),
        (id: 104, name: "Peas", purpose: Transport, aim: Least,
            from: [("Bellingham", 75), ("Eugene", 125), ("Albert Lea", 100)],
            to: [("Sacramento", 80), ("Salt Lake City", 65), ("Rapid City", 70), ("Albuquerque", 85)],
            cells: [[464, 513, 654, 867], [352, 416, 690, 791], [995, 682, 388, 685]]),
        (id: 105, name: "Machines", purpose: Assignment, aim: Least,
            from: [("M1"), ("M2"), ("M3"), ("M4")], to: [("J1"), ("J2"), ("J3"), ("J4")],
            cells: [[14, 5, 8, 7], [2, 12, 6, 5], [7, 8, 3, 9], [2, 4, 6, 10]]),
        (id: 106, name: "Without end", purpose: Production, aim: Most,
            limits: [(name: "L", amount: 10), (name: "M", amount: 40)],
            items: [(name: "X", worth: 2, uses: [1, 2]), (name: "Y", worth: 1, uses: [-1, "-"])]),
        (id: 107, name: "Rules", purpose: Choice, aim: Most, limits: [(name: "Cash", amount: 14)],
            items: [
                (name: "One", worth: 16, uses: [5]), (name: "Two", worth: 22, uses: [7]),
                (name: "Three", worth: 12, uses: [4]), (name: "Four", worth: 8, uses: [3]),
            ],
            rules: [Needs("Two", "One"), Excludes("Two", "Four")]),
    ],
)
"#;

/// A file with a text.
fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".ron").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn solve(text: &str, words: &[&str]) -> std::process::Output {
    let file = file(text);
    let path = file.path().to_str().unwrap();
    onstage(&[&["solve", path, "--language", "en"], words].concat())
}

/// The answer to a sheet, and how the command ended.
fn answer(name: &str, words: &[&str]) -> (Value, i32) {
    let output = solve(SHEETS, &[&["--json", "--sheet", name], words].concat());
    let page: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    assert_eq!((&page["format"], page["sheets"].as_array().unwrap().len()), (&json!(1), 1));
    (page["sheets"][0].clone(), output.status.code().unwrap())
}

/// A field of each of some things.
fn each(answer: &Value, list: &str, field: &str) -> Value {
    answer[list].as_array().unwrap().iter().map(|it| it[field].clone()).collect()
}

#[test]
fn tables_and_chairs() {
    let (found, code) = answer("Tables and chairs", &[]);
    assert_eq!((&found["status"], &found["value"], code), (&json!("optimal"), &json!(70), 0));
    assert_eq!(each(&found, "items", "amount"), json!([2, 2]));
    assert_eq!(each(&found, "limits", "value_one_more")[0], 75);
    assert_eq!((&found["unique"], &found["purpose"]), (&json!(true), &json!("production")));
    assert_eq!(found["pools"], Value::Null);
    assert_eq!(answer("Tables and chairs", &["--set", "Large=7"]).0["value"], 75);
    let set = ["--set", "Large = 8", "--set", "Small=12"];
    assert_eq!(answer("Tables and chairs", &set).0["limits"][1]["amount"], 12);
}

#[test]
fn five_companies_and_why_there_is_no_plan() {
    let (found, code) = answer("Three of five", &[]);
    assert_eq!((&found["value"], code), (&json!(12300), 0));
    assert_eq!(each(&found, "items", "amount"), json!([1, 1, 1, 0, 0]));
    assert_eq!(answer("Three of five", &["--set", "Debts=6"]).0["value"], 13300);
    let (found, code) = answer("Three of five", &["--set", "Assets=20"]);
    assert_eq!((&found["status"], code), (&json!("infeasible"), 1));
    assert_eq!(found["conflict"], json!(["Assets", "count"]));
    assert_eq!(each(&found, "repairs", "amount"), json!([16.43, null, null]));
    assert_eq!(each(&found, "repairs", "limit"), json!(["Assets", "Debts", "count"]));
    assert_eq!(found["value"], Value::Null);
}

#[test]
fn feed_of_shares() {
    let (found, _) = answer("Feed", &[]);
    assert_eq!(found["items"][0]["amount_exact"], "8000/17");
    assert_eq!(found["value_exact"], "7440/17");
    let total = found["limits"].as_array().unwrap().iter().find(|it| it["name"] == "total");
    assert_eq!(total.unwrap()["sense"], "at_least");
}

#[test]
fn peas_and_machines() {
    let (found, code) = answer("Peas", &[]);
    assert_eq!((&found["value"], code), (&json!(152_535), 0));
    let amounts = json!([0, 20, 0, 55, 80, 45, 0, 0, 0, 0, 70, 30]);
    assert_eq!(each(&found, "ways", "amount"), amounts);
    assert_eq!(each(&found, "limits", "price_more"), json!([0, -97, -182, null, null, null, null]));
    assert_eq!(found["limits"][1]["to"], 145);
    let (found, _) = answer("Machines", &[]);
    assert_eq!((&found["value"], &found["unique"]), (&json!(15), &json!(true)));
    assert_eq!(answer("Peas", &["--set", "Eugene=20"]).1, 1);
}

#[test]
fn a_plan_without_end_and_rules() {
    let (found, code) = answer("Without end", &[]);
    assert_eq!((&found["status"], code), (&json!("unbounded"), 1));
    assert_eq!(found["ray"], json!([{ "item": "Y", "rate": 1 }]));
    assert_eq!(answer("Rules", &[]).0["value"], 38);
}

const PRACTICE: &str = include_str!("practice.ron");

#[test]
fn a_service_mix_is_filled_by_the_blueprint() {
    let output = solve(PRACTICE, &["--json"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(0));
    let mix = &all["sheets"][0];
    assert_eq!((&mix["purpose"], &mix["status"]), (&json!("service_mix"), &json!("optimal")));
    assert_eq!(mix["value"], json!(632.5));
    assert_eq!(each(mix, "items", "amount"), json!([6, 8, 1.5]));
    assert_eq!(each(mix, "pools", "name"), json!(["Receptionist", "Nurse", "Doctor"]));
    assert_eq!(each(mix, "pools", "price_per_hour"), json!([0, 0, 225]));
    assert_eq!(each(mix, "pools", "one_more_brings"), json!([0, 0, 187.5]));
    assert_eq!(each(mix, "pools", "less_wage"), json!([null, null, 87.5]));
    assert_eq!(mix["at_most"], json!(false));
    let today = mix["today"]["value"].as_f64().expect("known");
    assert!((today - 532.173_913).abs() < 1e-6, "{today}");
    // A pool's minutes can be set.
    let output = solve(PRACTICE, &["--json", "--set", "Doctor=180"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(all["sheets"][0]["value"], json!(820));
    // For people.
    let text = String::from_utf8(solve(PRACTICE, &[]).stdout).expect("text");
    for said in ["Mix: service mix", "One more brings", "With today’s shares 10.4 an hour"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("tie"), "{text}");
    // What is gone is named.
    let gone = PRACTICE.replace("(link: 22, worth", "(link: 99, worth");
    let output = solve(&gone, &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("class 2 is gone"), "{said}");
    let neither = PRACTICE.replace("(link: 22, worth", "(worth");
    let said = String::from_utf8(solve(&neither, &[]).stderr).expect("text");
    assert!(said.contains("either the link"), "{said}");
}

#[test]
fn all_sheets_are_printed_for_people() {
    let output = solve(SHEETS, &[]);
    assert_eq!(output.status.code(), Some(1), "one has no end");
    let text = printed(&output);
    for part in [
        "Tables and chairs: production plan\nBest value: 70\n",
        "Table       2                 15 … 30\nChair       2                 10 … 20\n",
        "Best value: 12,300\nIf amounts need not be whole: 12,647.019868\n",
        "There is no best plan: nothing limits Y\n",
        "Bellingham  Salt Lake City  20\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let output = solve(SHEETS, &["--sheet", "Three of five", "--set", "Assets=20"]);
    let text = printed(&output);
    let conflict = "These cannot hold together: Assets at least 20 and number chosen exactly 3\n";
    assert!(text.contains(conflict) && text.contains("16.43 alone would do"), "{text}");
}

#[test]
fn what_is_wrong_is_said_and_the_other_sheets_are_solved() {
    let told = |text: &str, words: &[&str]| {
        let output = solve(text, words);
        assert_eq!((output.status.code(), printed(&output).as_str()), (Some(2), ""), "{words:?}");
        said(&output)
    };
    assert!(told("(title: \"x\")", &[]).contains("holds no planning sheet"));
    let unknown = told(SHEETS, &["--sheet", "Pease"]);
    assert!(unknown.contains("The most similar one is “Peas”"), "{unknown}");
    let unknown = told(SHEETS, &["--sheet", "Peas", "--set", "Eugen=1"]);
    assert!(unknown.contains("“Eugene”"), "{unknown}");
    assert!(told(SHEETS, &["--set", "Large"]).contains("equals sign"));
    assert!(told(SHEETS, &["--set", "Large=many"]).contains("“many” is not a number"));
    let set = ["--sheet", "Peas", "--set", "Eugene=-1"];
    assert!(told(SHEETS, &set).contains("amount of Eugene: -1 is below 0"));
    let wrong =
        SHEETS.replace("worth: 5400", "worth: \"much\"").replace("Needs(\"Two\"", "Needs(\"Ten\"");
    let output = solve(&wrong, &[]);
    let (told, text) = (said(&output), printed(&output));
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("Sheet “Three of five”, worth of A: “much” is not a number"), "{told}");
    assert!(told.contains("Sheet “Rules”, rule 1: there is no item called “Ten”"), "{told}");
    assert!(text.starts_with("Tables and chairs") && text.contains("Machines"), "{text}");
    assert!(!text.contains("Three of five") && !text.contains("Rules"), "{text}");
    let output = solve(&wrong, &["--json"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), all["sheets"].as_array().unwrap().len()), (Some(2), 7));
    let bad = &all["sheets"][1];
    assert_eq!((&bad["sheet"], &bad["status"]), (&json!("Three of five"), &json!("faulty")));
    assert!(bad["faults"][0].as_str().unwrap().contains("worth of A"), "{bad}");
    assert_eq!(all["sheets"][0]["value"], json!(70));
}

#[test]
fn a_check_finds_what_cannot_be_solved() {
    let check = |text: &str| {
        let file = file(text);
        let output = onstage(&["check", file.path().to_str().unwrap(), "--language", "en"]);
        (output.status.code(), printed(&output))
    };
    let (code, text) = check(SHEETS);
    assert_eq!(code, Some(0), "{text}");
    let wrong = SHEETS.replace("worth: 5400", "worth: \"much\"");
    let (code, text) = check(&wrong);
    assert_eq!(code, Some(1), "{text}");
    let line = "Error  Sheet “Three of five”, worth of A: “much” is not a number";
    assert!(text.contains(line), "{text}");
    let (code, text) = check(&PRACTICE.replace("Ways(", "Ways(9"));
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("is not in its scenario"), "{text}");
}

#[test]
fn scripts_find_what_cannot_be_solved_among_the_problems() {
    let analyse = |text: &str| -> Vec<Value> {
        let file = file(text);
        let output = onstage(&["analyse", file.path().to_str().unwrap(), "--json"]);
        let all: Value = serde_json::from_str(&printed(&output)).unwrap();
        let problems = all["problems"].as_array().unwrap().iter();
        problems.filter(|it| it["code"] == "planning_sheet").cloned().collect()
    };
    assert!(analyse(SHEETS).is_empty());
    let wrong = analyse(&SHEETS.replacen("worth: 20", "worth: \"much\"", 1));
    assert_eq!(wrong.len(), 1);
    assert_eq!(
        (&wrong[0]["sheet"], &wrong[0]["severity"], &wrong[0]["step"]),
        (&json!("Tables and chairs"), &json!("error"), &Value::Null)
    );
    assert!(wrong[0]["message"].as_str().unwrap().contains("much"), "{wrong:?}");
}

#[test]
fn no_plan_no_end_and_not_worked_out_are_told_apart() {
    // Ten of what takes three each, with room for no less than nothing.
    let text = r#"(sheets: [
        (id: 101, name: "Tight", purpose: Production, aim: Most, amounts: Whole,
            limits: [(name: "Room", amount: 0), (name: "Need", sense: AtLeast, amount: 0)],
            items: [(name: "A", worth: 2, uses: [1, 1]), (name: "B", worth: 0, uses: ["-", "-"])]),
        (id: 102, name: "Bare", purpose: Production, aim: Most, amounts: Whole,
            items: [(name: "A", worth: 2, most: 3)]),
        (id: 103, name: "Alone", purpose: Production, aim: Most,
            limits: [(name: "Room", amount: -1)], items: [(name: "A", worth: 2, uses: [1])]),
    ])"#;
    let all = printed(&solve(text, &[]));
    let room = all.lines().find(|line| line.starts_with("Room")).unwrap_or_default();
    assert!(room.ends_with("no plan") && !room.contains("not known"), "{all}");
    assert!(all.contains("This cannot hold, whatever else does: Room at most −1"), "{all}");
    let bare = all.split("Bare").nth(1).unwrap_or_default();
    assert!(!bare.split("Alone").next().unwrap_or_default().contains("Limit"), "{all}");
    let output = solve(text, &["--json", "--sheet", "Tight"]);
    let page: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let room = &page["sheets"][0]["limits"][0];
    assert_eq!((&room["value_one_less"], &room["value_one_more"]), (&Value::Null, &json!(2)));
    assert_eq!(room["unknown"], json!(["price_more", "to", "price_less", "from"]));
    let items = &page["sheets"][0]["items"];
    assert_eq!(items[1]["most_optimal"], Value::Null);
    let unknown = items[1]["unknown"].as_array().unwrap();
    assert!(unknown.contains(&json!("reduced_cost")), "{items}");
    assert!(!unknown.contains(&json!("most_optimal")), "there is no end: {items}");
    let (found, _) = answer("Without end", &["--set", "L=10"]);
    assert_eq!(found["limits"][0]["unknown"], json!([]));
}

#[test]
fn whole_amounts_have_ranges_and_a_next_best_plan() {
    let text = printed(&solve(SHEETS, &["--sheet", "Tables and chairs"]));
    assert!(text.contains("Next best: Table 1 and Chair 3, worth 65"), "{text}");
    assert!(text.contains("Stays best while worth"), "{text}");
    let (found, _) = answer("Tables and chairs", &[]);
    assert_eq!(each(&found, "items", "worth_from"), json!([15, 10]));
    assert_eq!(each(&found, "items", "worth_to"), json!([30, 20]));
    assert_eq!(each(&found, "items", "unknown"), json!([["reduced_cost"], ["reduced_cost"]]));
    assert_eq!(found["next_best"]["value"], json!(65));
    assert_eq!(found["next_best"]["items"][1], json!({ "name": "Chair", "amount": 3 }));
}

#[test]
fn amounts_are_set_in_whatever_letters_and_as_they_are_printed() {
    let value = |words: &[&str]| {
        let output = solve(SHEETS, &[&["--json"], words].concat());
        let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        all["sheets"][0]["value"].clone()
    };
    assert_eq!(value(&["--sheet", "tables AND chairs", "--set", "large=7"]), json!(75));
    for name in ["count", "number chosen"] {
        let set = format!("{name}=2");
        assert_eq!(value(&["--sheet", "Three of five", "--set", &set]), json!(10_000), "{name}");
    }
    // What is written exactly so goes first.
    let two = SHEETS.replace("name: \"Small\"", "name: \"large\"");
    let output = solve(&two, &["--json", "--sheet", "Tables and chairs", "--set", "Large=7"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn shares_are_printed_in_per_cent() {
    let text = printed(&solve(SHEETS, &["--sheet", "Feed"]));
    assert!(text.contains("30 %") && text.contains("5 %"), "{text}");
    assert!(text.contains("per unit of the total beyond it"), "{text}");
    let text = printed(&solve(SHEETS, &["--sheet", "Feed", "--set", "Protein=70 %"]));
    assert!(
        text.contains("Protein at least 70 %") && text.contains("47.25 % alone would do"),
        "{text}"
    );
}

#[test]
fn bounds_and_rules_of_a_conflict_are_in_the_json() {
    let file = file(
        &SHEETS
            .replace("Excludes(\"Two\"", "Excludes(\"One\"")
            .replace(
                "(name: \"Two\", worth: 22, uses: [7])",
                "(name: \"Two\", worth: 22, uses: [7], least: 1)",
            )
            .replace("(name: \"Four\", worth: 8", "(name: \"Four\", least: 1, worth: 8"),
    );
    let path = file.path().to_str().unwrap();
    let output = onstage(&["solve", path, "--sheet", "Rules", "--json", "--language", "zh"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules = &all["sheets"][0];
    assert_eq!(rules["status"], json!("infeasible"));
    assert_eq!(rules["conflict_is_minimal"], json!(true));
    let conflict = rules["conflict"].to_string();
    assert!(conflict.contains("One") && !conflict.contains("needs"), "{conflict}");
    let output = solve(SHEETS, &["--json", "--sheet", "Tables and chairs"]);
    let all: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(all["sheets"][0]["bound"], json!(70));
}

#[test]
fn in_chinese_too() {
    let file = file(SHEETS);
    let output = onstage(&["solve", file.path().to_str().unwrap(), "--language", "zh"]);
    let text = printed(&output);
    assert!(text.contains("生产计划") && text.contains("最优值：70"), "{text}");
}

#[test]
fn what_is_not_a_number_is_said_in_words() {
    for name in ["Peas", "Feed", "Three of five", "Rules"] {
        let text = printed(&solve(SHEETS, &["--sheet", name]));
        assert!(!text.contains('–'), "{text}");
    }
    let peas = printed(&solve(SHEETS, &["--sheet", "Peas"]));
    assert!(peas.contains("no plan"), "{peas}");
    let without_end = printed(&solve(SHEETS, &["--sheet", "Without end"]));
    assert!(
        without_end.contains("Each further Y brings 1 and uses nothing that is limited."),
        "{without_end}"
    );
}

#[test]
fn a_limit_without_an_amount_and_a_sheet_of_nothing_are_named() {
    let text = SHEETS.replace(r#"(name: "Small", amount: 8)"#, r#"(name: "Small")"#);
    let output = printed(&solve(&text, &["--sheet", "Tables and chairs"]));
    assert!(
        output.contains("No amount is given for Small: nothing is limited by that yet"),
        "{output}"
    );
    let empty = r#"(sheets: [(id: 101, name: "New", purpose: Production, aim: Most)])"#;
    let output = printed(&solve(empty, &[]));
    assert!(output.contains("Nothing to plan yet"), "{output}");
    assert!(!output.contains("Best value"), "{output}");
}

#[test]
fn names_to_set_are_told_once_and_in_any_letters() {
    let output = said(&solve(SHEETS, &["--sheet", "Feed", "--set", "Glue=7"]));
    assert_eq!(output.matches("Total").count(), 1, "{output}");
    let output = printed(&solve(SHEETS, &["--sheet", "Tables and chairs", "--set", "large=7"]));
    assert!(output.contains("75"), "{output}");
}
