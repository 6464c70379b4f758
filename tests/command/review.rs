//! `review` and `merge-comments`.

use serde_json::Value;

use super::{onstage, printed, said, sample};

fn page(words: &[&str]) -> Value {
    let output = onstage(&[&["review", "--json", "--language", "en"], words].concat());
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn row<'a>(page: &'a Value, subject: &str) -> &'a Value {
    let rows = page["rows"].as_array().unwrap();
    rows.iter().find(|row| row["subject"] == subject).unwrap()
}

/// A sample with something said about it.
fn with(said: &str) -> String {
    let text = std::fs::read_to_string(sample("driver-licence-office")).unwrap();
    let end = text.rfind(')').unwrap();
    format!("{}{said}\n)\n", &text[..end])
}

const ASKED: &str = r#"
    asked: (by: "Designer", at: "2026-11-26T10:00:00+08:00", text: "Before Monday."),
    comments: [
        (on: (scenario: 1, step: 47, field: "time"), by: "Ann", at: "2026-11-27T14:05:10+08:00", kind: "question", text: "One officer?"),
        (on: (), by: "李", at: "2026-11-27T15:00:00+08:00", text: "很好", closed: (by: "Ann", at: "2026-11-28T09:00:00+08:00", as: "done")),
    ],"#;

#[test]
fn the_page_says_what_somebody_wants_to_know_who_never_saw_it() {
    let page = page(&[&sample("driver-licence-office")]);
    assert!(row(&page, "limit")["value"].as_str().unwrap().starts_with("60 "), "{page:#}");
    assert_eq!(row(&page, "load")["value"], "90 %");
    assert_eq!(row(&page, "load")["mark"], "warning");
    // On average within what is accepted, but three in ten wait longer.
    assert_eq!(row(&page, "worst_wait")["mark"], "bad");
    // 0.9 of them wait, in the mean 258 s over all: 258 ÷ 0.9 × ln(0.9 ÷ 0.05) = 829 s.
    let waits = row(&page, "worst_wait")["said"].as_str().unwrap();
    assert!(waits.ends_with(" 95 % wait no longer than ≈ 13 min 48 s."), "{waits}");
    assert_eq!(row(&page, "changed")["value"], "–");
    let missing = row(&page, "missing");
    assert!(missing["said"].as_str().unwrap().contains("the price"), "{missing:#}");
    assert!(missing["request"].as_str().unwrap().starts_with("Please give: "), "{missing:#}");
    let names: Vec<&str> =
        page["rows"].as_array().unwrap().iter().filter_map(|row| row["subject"].as_str()).collect();
    assert_eq!(
        names,
        [
            "limit",
            "load",
            "worst_wait",
            "cost",
            "largest_risk",
            "experience",
            "missing",
            "changed",
            "trust"
        ]
    );
    for row in page["rows"].as_array().unwrap() {
        assert!(!row["said"].as_str().unwrap().is_empty(), "{row:#}");
    }
}

#[test]
fn what_is_open_is_printed_and_what_was_seen_is_compared() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron").display().to_string();
    std::fs::write(&file, with(ASKED)).unwrap();
    let found = page(&[&file]);
    assert_eq!(found["asked"]["by"], "Designer");
    let open = found["open_comments"].as_array().unwrap();
    assert_eq!(open.len(), 1, "the other is closed");
    assert_eq!(open[0]["on"]["field"], "time");
    assert_eq!(open[0]["kind"], "question");
    let text = printed(&onstage(&["review", &file, "--language", "en"]));
    assert!(text.contains("Question on "), "{text}");
    assert!(text.contains("(Ann, 27 November 2026): One officer?"), "{text}");
    assert!(text.contains("1 open comment"), "{text}");
    let chinese = printed(&onstage(&["review", &file, "--language", "zh"]));
    assert!(chinese.contains("疑问，位于“") && chinese.contains("上限："), "{chinese}");
    // A review remembers what it saw.
    let reviewed = with(
        r#"
    reviews: [(by: "Ann", at: "2026-11-12T10:00:00+08:00", verdict: "changes", saw: (capacity_per_hour: 45, throughput_time_s: 465))],"#,
    );
    std::fs::write(&file, reviewed).unwrap();
    let found = page(&[&file]);
    assert_eq!(row(&found, "changed")["mark"], "warning");
    assert_eq!(
        row(&found, "changed")["value"],
        "yes",
        "how much nobody can say without that version"
    );
    let said = row(&found, "changed")["said"].as_str().unwrap();
    assert!(said.contains("45") && said.contains("60") && said.contains("12 November"), "{said}");
}

#[test]
fn the_row_of_changes_counts_the_changes_that_diff_lists() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (old, new) = (at("as-reviewed.ron"), at("office.ron"));
    std::fs::copy(sample("driver-licence-office"), &old).unwrap();
    let fingerprint = page(&[&old])["fingerprint"].as_str().unwrap().to_owned();
    let said = format!(
        r#"
    reviews: [(by: "Ann", at: "2026-11-12T10:00:00+08:00", verdict: "changes", of: "{fingerprint}", saw: (capacity_per_hour: 60))],"#
    );
    std::fs::write(&new, with(&said)).unwrap();
    let found = page(&[&new]);
    assert_eq!(row(&found, "changed")["value"], "0", "{found:#}");
    let changed = [
        ("\"Records officer\", cost", "\"Records officer\", headcount: 2, cost"),
        ("\"Pays the fee\"", "\"Pays by card\""),
        ("title: \"Driver", "title: \"The driver"),
    ];
    let changed = changed.iter().fold(with(&said), |text, (old, new)| text.replacen(old, new, 1));
    std::fs::write(&new, changed).unwrap();
    let found = page(&[&new]);
    let output = onstage(&["diff", &old, &new, "--scenario", "As-is", "--json"]);
    let diff: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of_scenario = diff["scenarios"][0]["changes"].as_array().unwrap().len();
    assert_eq!(of_scenario, 2, "{diff:#}");
    // The title is a change of the file as a whole; the review itself is none.
    assert_eq!(row(&found, "changed")["value"], "3");
    assert_eq!(
        row(&found, "changed")["said"],
        "Since 12 November 2026: 3 changes, capacity 60 → 90 /h, visit −4 min, cost $1.70 → $1.93. \
         To-be A: capacity 90 → 120 /h, visit −17.7 s."
    );
    let text = printed(&onstage(&["review", &new, "--language", "en"]));
    assert!(text.contains("Changed: 3 – Since 12 November 2026: 3 changes, "), "{text}");
    let other = page(&[&new, "--scenario", "To-be A"]);
    assert_eq!(row(&other, "changed")["value"], "1", "only the title: {other:#}");
    // Of a file that nobody reviewed, the second scenario is held against the first, as in the window.
    let never = page(&[&old, "--scenario", "To-be A"]);
    assert_eq!(row(&never, "changed")["value"], "20");
    let said = row(&never, "changed")["said"].as_str().unwrap();
    assert!(said.starts_with("Against As-is: −"), "{said}");
}

#[test]
fn a_review_opens_the_window_where_it_is_asked_for_and_never_in_a_pipe() {
    let file = sample("driver-licence-office");
    for words in [["--window", "--json"], ["--window", "--text"]] {
        let output = onstage(&[&["review", &file][..], &words].concat());
        assert_eq!(output.status.code(), Some(2), "both at once: {}", said(&output));
    }
    let printed = printed(&onstage(&["review", &file, "--language", "en"]));
    assert!(printed.starts_with("Driver-licence office – As-is"), "{printed}");
}

#[test]
fn what_is_said_is_no_part_of_the_fingerprint() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron").display().to_string();
    std::fs::write(&file, with(ASKED)).unwrap();
    let plain = page(&[&sample("driver-licence-office")]);
    assert_eq!(page(&[&file])["fingerprint"], plain["fingerprint"]);
    let other = with(ASKED).replacen("time: \"60 s\"", "time: \"50 s\"", 1);
    std::fs::write(&file, other).unwrap();
    assert_ne!(page(&[&file])["fingerprint"], plain["fingerprint"]);
}

#[test]
fn two_copies_become_one_in_which_nothing_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let [base, one, other, merged] = ["base.ron", "a.ron", "b.ron", "c.ron"].map(at);
    let comment = |who: &str, minute: u32| {
        format!(
            r#"(on: (scenario: 1), by: "{who}", at: "2026-11-27T14:{minute:02}:10+08:00", text: "Why?")"#
        )
    };
    let of = |who: &str| {
        let own = (1..5).map(|minute| comment(who, minute)).collect::<Vec<_>>().join(", ");
        with(&format!("comments: [{own}, {}],", comment("Both", 9)))
    };
    std::fs::write(&base, with("")).unwrap();
    std::fs::write(&one, of("Ann")).unwrap();
    // The second copy also has a quicker officer.
    std::fs::write(&other, of("李").replacen("time: \"60 s\"", "time: \"45 s\"", 1)).unwrap();
    let merge = |first: &str, second: &str| {
        onstage(&[
            "merge-comments",
            &base,
            first,
            second,
            "-o",
            &merged,
            "--force",
            "--language",
            "en",
        ])
    };
    let output = merge(&one, &other);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(printed(&output), "5 comments and 5 comments are 9 comments now.\n");
    let text = std::fs::read_to_string(&merged).unwrap();
    assert!(text.contains("\"45 s\""), "the service is that of the copy that changed it");
    assert_eq!(merge(&other, &one).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&merged).unwrap(), text, "in whatever order");
    assert_eq!(merge(&merged, &one).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&merged).unwrap(), text, "as often as one likes");
    // Both changed the service: the first counts, and that is said.
    std::fs::write(&one, of("Ann").replacen("time: \"60 s\"", "time: \"50 s\"", 1)).unwrap();
    let output = merge(&one, &other);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("also changed the service itself"), "{}", said(&output));
    assert!(std::fs::read_to_string(&merged).unwrap().contains("\"50 s\""));
    // Copies of something else have other things at the same numbers.
    let barber = sample("hotel-room-service");
    let output = merge(&one, &barber);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("does not come from"), "{}", said(&output));
    // No file is replaced unasked.
    let output = onstage(&["merge-comments", &base, &one, &other, "-o", &merged]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_names_words_of_nobody_and_words_that_are_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("said.ron");
    let said = r#"comments: [
        (on: (), by: "", at: "2026-11-27T14:05:10+08:00", kind: "omen", text: "a"),
        (on: (), by: "Ann", at: "2026-11-27T14:06:10+08:00", text: "b",
            replies: [(by: " ", at: "2026-11-27T14:07:10+08:00", text: "c")],
            closed: (by: "Ann", at: "2026-11-27T14:08:10+08:00", as: "buried")),
    ],
    reviews: [(by: "Ann", at: "2026-11-27T14:20:00+08:00", verdict: "perhaps")],
    "#;
    std::fs::write(&file, with(said)).unwrap();
    let output = onstage(&["review", "--text", "--language", "en", &file.display().to_string()]);
    let text = printed(&output);
    assert_eq!(text.matches("without a name, 27 November 2026").count(), 1, "{text}");
    let output = onstage(&["check", &file.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let text = printed(&output);
    for line in [
        "comments[0] does not say whose it is",
        "comments[0] is of a kind that is not known, “omen”",
        "comments[1].replies[0] does not say whose it is",
        "comments[1].closed ends in a way that is not known, “buried”",
        "reviews[0] has a verdict that is not known, “perhaps”",
    ] {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
}

#[test]
fn check_and_handout_name_what_a_lesson_no_longer_has() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lesson.ron");
    let lesson = r#"lesson: (
        title: "L",
        stops: [
            (id: 970, title: "Gone", scenario: 4000, minutes: 3),
            (id: 971, title: "Odd", with: 4000, around: [4001], shows: "hologram",
             figures: ["capacity_per_hour", "mood"], hold: ["breath"], levers: ["gravity"]),
        ],
    ),
    "#;
    // The sample has a lesson of its own.
    let text = with(lesson).replacen("    lesson: (", "    other: (", 1);
    std::fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    let lines = [
        "Stop 1 of the lesson, “Gone”: Scenario is gone",
        "Stop 2 of the lesson, “Odd”: The scenario that it is compared with is gone",
        "1 of its cards is gone",
        "“hologram” in “shows” is not known and is left out; known are sheet, ",
        "“breath” in “hold”",
        "“gravity” in “levers”",
        "“mood” in “figures”",
    ];
    let output = onstage(&["check", &file]);
    let text = printed(&output);
    for line in lines {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
    let page = folder.path().join("page.html").display().to_string();
    let output = onstage(&["handout", &file, "-o", &page]);
    let text = said(&output);
    for line in lines {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
    let written = std::fs::read_to_string(&page).unwrap();
    assert!(!written.contains("Gone"), "a stop that cannot be shown is skipped");
    assert!(written.contains("Odd"));
}

#[test]
fn a_playlist_is_no_empty_blueprint() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("course.ron");
    std::fs::write(&file, "(lessons: [\"licence.ron\", \"sample:airport-arrival\"])").unwrap();
    let file = file.display().to_string();
    let page = folder.path().join("page.html").display().to_string();
    for words in [
        &["review", &file, "--json"][..],
        &["check", &file],
        &["analyse", &file],
        &["handout", &file, "-o", &page],
        &["diff", &file, &file],
    ] {
        let output = onstage(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", printed(&output));
        let text = said(&output);
        assert!(text.contains("is a playlist, not a blueprint"), "{words:?}: {text}");
        assert!(text.contains("licence.ron and sample:airport-arrival"), "{text}");
    }
}

#[test]
fn what_is_missing_counts_waits_that_nobody_judged_and_steps_that_are_not_there() {
    let missing = |name: &str| {
        let page = page(&[&sample(name)]);
        row(&page, "missing")["said"].as_str().unwrap().to_owned()
    };
    for name in ["clinic-appointments", "mortgage-applications", "physical-examination"] {
        assert!(missing(name).contains("an acceptable wait ("), "{name}: {}", missing(name));
    }
    assert!(!missing("driver-licence-office").contains("acceptable wait"), "it says one");
    let empty = missing("empty-sheet");
    for part in ["the steps and how long they take", "arrivals", "price", "overhead", "hours"] {
        assert!(empty.contains(part), "no {part}: {empty}");
    }
}

#[test]
fn what_is_known_is_never_called_unknown_and_both_scenarios_are_told() {
    let page = page(&[&sample("driver-licence-office")]);
    let rows = page["rows"].as_array().unwrap();
    for row in rows {
        let is_dash = row["value"] == "–";
        assert_eq!(row["mark"] == "unknown", is_dash, "{row:#}");
        if row["subject"] != "changed" {
            assert_eq!(row["beside"]["scenario"], "To-be A", "{row:#}");
        }
    }
    assert_eq!(row(&page, "limit")["beside"]["value"], "120 /h");
    let sentences = page["sentences"].to_string();
    assert!(sentences.contains("Records officer: 1 ÷ 60 s"), "{sentences}");
    assert!(sentences.contains("A customer costs $1.70."), "{sentences}");
}

#[test]
fn the_command_line_tells_what_the_window_tells_of_what_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("said.ron");
    let said = r#"asked: (by: "Designer", at: "2026-11-30T10:00:00+08:00", text: "Before Monday."),
    comments: [
        (on: (scenario: 1, step: 99999), by: "Ann", at: "2026-11-27T14:04:10+08:00", text: "It was here"),
        (on: (scenario: 61, step: 47), by: "Ann", at: "2026-11-27T14:05:10+08:00", text: "There too?"),
        (on: (scenario: 1, step: 47), by: "Ann", at: "2026-11-27T14:06:10+08:00", text: "Two?",
            suggests: (headcount: [(role: 15, count: 2)])),
        (on: (sheet: 99998), by: "Ann", at: "2026-11-27T14:06:30+08:00", text: "That table"),
        (on: (scenario: 77), by: "Ann", at: "2026-11-27T14:07:10+08:00", text: "That one"),
    ],
    reviews: [(by: "Ann", at: "2026-11-27T14:20:00+08:00", verdict: "changes", text: "Not yet.")],
    "#;
    std::fs::write(&file, with(said)).unwrap();
    let file = file.display().to_string();
    let text = printed(&onstage(&["review", "--text", "--language", "en", &file]));
    for line in [
        "Designer asked for a review on 30 November 2026, Before Monday.",
        "Ann asks for changes (27 November 2026): Not yet.",
        "Remark on what is gone (Ann, 27 November 2026): It was here",
        " in To-be A (Ann, 27 November 2026): There too?",
        "Suggested: Records officer 1 → 2",
        "60 → 90 /h",
    ] {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
    let found = page(&[&file]);
    let open = found["open_comments"].as_array().unwrap();
    let of = |text: &str| open.iter().find(|it| it["text"] == text).unwrap();
    assert_eq!((&of("It was here")["gone"], &of("That one")["gone"]), (&true.into(), &true.into()));
    assert_eq!(
        (&of("That table")["gone"], &of("That table")["on"]["sheet"]),
        (&true.into(), &99_998.into())
    );
    assert_eq!(of("There too?")["scenario"], "To-be A");
    assert_eq!(of("Two?")["suggests"]["headcount"][0]["count"], 2);
    assert_eq!(found["last_review"]["verdict"], "changes");
}

#[test]
fn the_widest_gap_has_its_place_and_both_its_ends() {
    let text = |path: &str| {
        let output = onstage(&["review", "--text", "--language", "en", path]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let measured = text(&sample("licence-office-measured"));
    // What the lesson of the same file teaches.
    let widest = "Widest gap: promise, 6.2 is promised and 5.2 delivered (Ready when promised)";
    assert!(measured.contains(widest), "{measured}");
    // Without what is promised another one is the widest.
    let file = std::fs::read_to_string(sample("licence-office-measured")).unwrap();
    let without = file.replace("promised: ", "promised_once: ");
    let path = std::env::temp_dir().join(format!("onstage-gaps-{}.ron", std::process::id()));
    std::fs::write(&path, without).unwrap();
    let said = text(path.to_str().unwrap());
    assert!(said.contains("Widest gap: "), "{said}");
    assert!(!said.contains("Widest gap: promise"), "{said}");
}

#[test]
fn json_names_its_form() {
    assert_eq!(page(&[&sample("driver-licence-office")])["format"], 1);
    for command in ["analyse", "compare", "quality"] {
        let output = onstage(&[command, "--json", &sample("driver-licence-office")]);
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["format"], 1, "{command}");
        let first = String::from_utf8_lossy(&output.stdout).lines().nth(1).map(str::to_owned);
        assert_eq!(first.as_deref().map(str::trim), Some("\"format\": 1,"), "{command}");
    }
}

#[test]
fn a_day_says_what_is_late() {
    let said = |day: &str| {
        let page = page(&["--today", day, &sample("licence-office-measured")]);
        let lines = page["quality"].as_array().unwrap().clone();
        lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
    };
    assert!(said("2026-11-30").contains("5 actions are late, first"), "{}", said("2026-11-30"));
    assert!(!said("2026-06-01").contains("late"), "{}", said("2026-06-01"));
    let wrong = onstage(&["review", "--today", "soon", &sample("licence-office-measured")]);
    assert_eq!(wrong.status.code(), Some(2));
    // Too few within what is accepted is why a mean within it is marked.
    let page = page(&[&sample("driver-licence-office")]);
    let wait = row(&page, "worst_wait");
    assert!(
        wait["said"].as_str().unwrap().contains("wait no longer than is accepted, 90 % should")
    );
}

#[test]
fn a_review_lists_what_was_written_by_hand_and_keeps_the_word_of_an_unknown_kind() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("noted.ron");
    let text = with(&ASKED.replacen("\"question\"", "\"banana\"", 1));
    let noted = text.replacen("    version: 1,\n", "    version: 1, // ask Li first\n", 1);
    std::fs::write(&file, noted).unwrap();
    let file = file.display().to_string();
    let output = onstage(&["review", "--text", "--language", "en", &file]);
    let text = printed(&output);
    assert!(text.contains("Unknown kind “banana” on"), "{text}");
    assert!(
        text.contains("Written into the file by hand, no comments yet:")
            && text.contains(": ask Li first"),
        "{text}"
    );
    let page = page(&[&file]);
    assert_eq!(page["open_comments"][0]["kind"], "banana");
    assert_eq!(page["notes"][0]["text"], "ask Li first");
}

#[test]
fn a_handout_names_only_the_formats_that_it_has() {
    let file = sample("driver-licence-office");
    let output = onstage(&["handout", "--language", "en", &file, "-o", "h.txt"]);
    let text = said(&output);
    assert!(text.contains(".docx, .html and .pdf, not as .txt"), "{text}");
    assert!(text.contains("a picture of each stop") && !text.contains(".xlsx"), "{text}");
}

#[test]
fn comments_by_hand_of_both_copies_stay_and_what_is_not_known_is_not_dropped_unsaid() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let [base, one, other, merged] = ["base.ron", "a.ron", "b.ron", "c.ron"].map(at);
    let merge = |first: &str, second: &str, more: &[&str]| {
        let words = ["merge-comments", &base, first, second, "-o", &merged, "--language", "en"];
        onstage(&[&words, more].concat())
    };
    let comment = |who: &str, minute: u32| {
        format!(
            "(on: (scenario: 1), by: \"{who}\", at: \"2026-11-27T14:{minute:02}:10+08:00\", text: \"Why?\"),"
        )
    };
    let noted = |note: &str, said: &str| {
        with(said).replacen("time: \"60 s\"", &format!("/* {note} */ time: \"60 s\""), 1)
    };
    std::fs::write(&base, with("")).unwrap();
    let said = format!("comments: [{}],", comment("Ann", 5));
    std::fs::write(&one, noted("one officer?", &said)).unwrap();
    let said = format!("comments: [\n// ask Bo\n{}],", comment("Bo", 1));
    std::fs::write(&other, noted("since May", &said)).unwrap();
    assert_eq!(merge(&one, &other, &[]).status.code(), Some(0));
    let text = std::fs::read_to_string(&merged).unwrap();
    for note in ["/* one officer? */", "/* since May */", "// ask Bo"] {
        assert_eq!(text.matches(note).count(), 1, "{note} in {text}");
    }
    let after = text.split("// ask Bo").nth(1).unwrap();
    assert!(after.find("\"Bo\"") < after.find("\"Ann\""), "{after}");
    assert_eq!(merge(&other, &one, &["--force"]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&merged).unwrap(), text, "in whatever order");
    assert_eq!(merge(&merged, &one, &["--force"]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&merged).unwrap(), text, "as often as one likes");
    // A field that is not known.
    std::fs::remove_file(&merged).unwrap();
    let said =
        format!("comments: [{}],", comment("Bo", 1).replace("text:", "mood: \"glum\", text:"));
    std::fs::write(&other, with(&said)).unwrap();
    for (first, second) in [(&one, &other), (&other, &one)] {
        let output = merge(first, second, &[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(super::said(&output).contains("comments[0].mood"), "{}", super::said(&output));
        assert!(super::said(&output).contains("Nothing is written"), "{}", super::said(&output));
        assert!(!std::path::Path::new(&merged).exists());
    }
    assert_eq!(merge(&one, &other, &["--force"]).status.code(), Some(1));
    assert!(std::path::Path::new(&merged).exists());
}

#[test]
fn what_would_steer_a_terminal_is_shown_instead() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron").display().to_string();
    let said = "comments: [(on: (), by: \"Ann\\u{202e}\", at: \"2026-11-27T14:05:10+08:00\", text: \"a\\u{1b}[2Jb\\u{9b}\")],";
    std::fs::write(&file, with(said)).unwrap();
    let text = printed(&onstage(&["review", "--text", &file]));
    assert!(text.contains("a\\u001b[2Jb\\u009b") && text.contains("Ann\\u202e"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']));
    let page = page(&[&file]);
    assert!(page.to_string().contains("Ann\u{202e}"), "the same character for a script");
}

#[test]
fn one_comment_that_cannot_be_read_is_named_and_all_else_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron").display().to_string();
    let said = r#"
    comments: [
        (on: (), by: "Ann", at: "2026-11-27T14:05:10+08:00", text: "Why?"),
        (on: (), by: "Bob", at: "yesterday", text: "When?"),
        (on: (), by: "Cy", at: "2026-11-27T14:05:10+08:00", kind: Question, text: "Say (what)?"),
    ],"#;
    std::fs::write(&file, with(said)).unwrap();
    let output = onstage(&["review", &file, "--json", "--language", "en"]);
    let page: Value = serde_json::from_slice(&output.stdout).unwrap();
    let open = page["open_comments"].as_array().unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    let told = super::said(&output);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines[0].contains("“yesterday” does not fit"), "{told}");
    assert!(lines[1].contains("expected a text in quotation marks"), "{told}");
    assert!(lines.iter().all(|line| line.contains(": line ")), "{told}");
    // What was saved anew would lack it: no merge drops it unsaid.
    let out = folder.path().join("merged.ron").display().to_string();
    let merged = onstage(&["merge-comments", &file, &file, &file, "-o", &out]);
    assert_eq!(merged.status.code(), Some(1), "{}", super::said(&merged));
}

#[test]
fn check_names_comments_on_what_is_gone_or_not_known_and_those_that_say_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron").display().to_string();
    let said = r#"
    comments: [
        (on: (scenario: 1, role: 9999), by: "Ann", at: "2026-11-27T14:05:10+08:00", text: "Who?"),
        (on: (scenario: 1, figure: "speed"), by: "Ann", at: "2026-11-27T14:05:11+08:00", text: "What?"),
        (on: (), by: "Ann", at: "2026-11-27T14:05:12+08:00"),
        (on: (scenario: 1, figure: "largest_risk"), by: "Ann", at: "2026-11-27T14:05:13+08:00", text: "So?"),
    ],"#;
    std::fs::write(&file, with(said)).unwrap();
    let text = printed(&onstage(&["check", &file, "--language", "en"]));
    assert!(
        text.contains(
            "(Ann, 2026-11-27T14:05:10+08:00) is on something that is no longer there in As-is"
        ),
        "{text}"
    );
    assert!(
        text.contains("(Ann, 2026-11-27T14:05:11+08:00) is on a figure that is not known, “speed”"),
        "{text}"
    );
    assert!(text.contains("comments[0] says nothing"), "{text}");
    assert!(!text.contains("14:05:13"), "{text}");
}
