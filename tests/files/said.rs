//! Lessons, comments and reviews in a file.

use onstage::blueprint::{CommentKind, HeldBack, Review, ReviewVerdict, StopPicture};
use onstage::storage::{Segment, decode, encode};

/// A blueprint with all that can be said about it, as it is written.
const SAID: &str = r#"(
    version: 1,
    title: "Licences",
    unit: "licence",
    lineage: "k3f97xq2",
    next_id: 80,
    scenarios: [
        (
            id: 1,
            name: "As-is",
            lanes: [
                (id: 2, zone: Frontstage),
            ],
            phases: [
                (id: 3),
            ],
            roles: [
                (id: 15, name: "Officer", headcount: 2),
            ],
            steps: [
                (
                    id: 47,
                    name: "Check violations",
                    lane: 2,
                    phase: 3,
                    at: (0, 0),
                    time: "60 s",
                    needs: [(roles: [15])],
                ),
            ],
        ),
        (
            id: 50,
            name: "Clerk tests eyes",
            by: "Table 3",
            lanes: [
                (id: 2, zone: Frontstage),
            ],
            phases: [
                (id: 3),
            ],
        ),
    ],
    lesson: (
        title: "60, 90, 120",
        stops: [
            (id: 70, title: "Read it like a customer", scenario: 1, around: [34, 47], minutes: 3, note: "Top to bottom."),
            (id: 71, title: "Which desk decides?", scenario: 1, hold: ["bottleneck", "figures"], figures: ["capacity_per_hour"], ask: "Which desk decides?", answers: ["Payment", "Eye test"], minutes: 4),
            (id: 72, title: "Why 90 % hurts", scenario: 1, shows: "waiting", levers: ["demand"], figures: ["wait_s", "utilisation"]),
            (id: 73, scenario: 50, shows: "compare", with: 1, view: (420.5, -20, 1.25)),
            (id: 74, shows: "hologram", hold: ["smells"]),
        ],
    ),
    asked: (by: "Designer", at: "2026-11-28T10:00:00+08:00", text: "Before Monday, please."),
    comments: [
        (on: (), by: "李", at: "2026-11-27T15:00:00+08:00", text: "谁来批准？"),
        (on: (scenario: 1, at: (420, 210)), by: "Reviewer Two", at: "2026-11-27T07:05:10Z", kind: "omen", text: "Here?"),
        (on: (scenario: 1, figure: "throughput_time_s"), by: "Reviewer One", at: "2026-11-27T14:06:00+08:00", kind: "must_change", text: "Too long.", saw: "7 min 45 s"),
        (
            on: (scenario: 1, step: 47, field: "time"),
            by: "Reviewer One",
            at: "2026-11-27T14:05:10+08:00",
            kind: "question",
            text: "Is one officer a given?\nIn May there were two.",
            saw: "60 s",
            suggests: (headcount: [(role: 15, count: 2)]),
            replies: [
                (by: "Reviewer Two", at: "2026-11-28T09:12:44+08:00", text: "One on leave."),
            ],
            closed: (by: "Reviewer Two", at: "2026-11-28T09:13:02+08:00", as: "done"),
            earlier: [
                (by: "李", at: "2026-11-28T09:10:02+08:00", as: "declined"),
                (by: "Reviewer Two", at: "2026-11-28T09:11:02+08:00", as: "reopened"),
            ],
        ),
    ],
    reviews: [
        (by: "Reviewer One", at: "2026-11-27T14:20:00+08:00", verdict: "changes", text: "Not before the second officer is costed.", of: "9c41e07b52aa", saw: (capacity_per_hour: 60, throughput_time_s: 465, cost_per_customer: 1.7037)),
    ],
)
"#;

#[test]
fn what_is_said_is_written_as_it_was_read_byte_for_byte() {
    let opened = decode(SAID).expect("sound");
    assert!(opened.is_complete(), "{:?}", opened.unknown_fields);
    let written = encode(&opened.blueprint);
    for (line, (found, wanted)) in written.lines().zip(SAID.lines()).enumerate() {
        assert_eq!(found, wanted, "line {}", line + 1);
    }
    assert_eq!(written.len(), SAID.len());
}

#[test]
fn what_only_a_newer_version_knows_is_kept_and_shown_plainly() {
    let blueprint = decode(SAID).expect("sound").blueprint;
    let lesson = blueprint.lesson().expect("a lesson");
    let stop = |at: usize| &lesson.stops[at].1;
    assert_eq!(stop(0).picture(), Some(StopPicture::Sheet));
    assert_eq!(stop(2).picture(), Some(StopPicture::Waiting));
    assert_eq!(stop(4).picture(), None);
    assert!(stop(1).holds(HeldBack::Bottleneck) && !stop(4).holds(HeldBack::Figures));
    let said = blueprint.discussion();
    assert_eq!(said.comments[1].kind(), CommentKind::Remark);
    assert_eq!(said.open_count(), 3);
    assert_eq!(said.last_review().map(Review::verdict), Some(ReviewVerdict::Changes));
    assert_eq!(blueprint.scenarios()[1].by(), "Table 3");
}

#[test]
fn what_is_wrong_names_its_place() {
    for (sound, wrong, path) in [
        ("2026-11-28T09:13:02+08:00", "yesterday", "comments[3].closed.at"),
        ("2026-11-27T07:05:10Z", "2026-11-27", "comments[1].at"),
        ("minutes: 4", "minutes: -4", "lesson.stops[1].minutes"),
        ("(id: 72,", "(id: 71,", "lesson.stops[2].id"),
        ("step: 47,", "step: -47,", "comments[3].on.step"),
        ("15, count: 2)", "15, count: 0.5)", "comments[3].suggests.headcount[0].count"),
        ("Here?", &"x".repeat(10_001), "comments[1].text"),
    ] {
        let error = match decode(&SAID.replacen(sound, wrong, 1)) {
            Err(error) => error,
            // A comment that cannot be read is left out, and all else is read.
            Ok(mut opened) => {
                assert_eq!(opened.blueprint.discussion().comments.len(), 3, "{path}");
                assert!(!opened.is_complete(), "{path}");
                opened.unread.pop().unwrap_or_else(|| panic!("{path}"))
            }
        };
        let found = error.path.iter().fold(String::new(), |found, segment| match segment {
            Segment::Index(at) => format!("{found}[{at}]"),
            Segment::Field(field) if found.is_empty() => field.clone(),
            Segment::Field(field) => format!("{found}.{field}"),
        });
        assert_eq!(found, path);
        assert!(error.position.is_some(), "{path} has a place in the text");
    }
    // More figures than a stop shows are no reason to refuse a file: they are kept, the first are shown.
    let many = SAID.replacen(r#"["wait_s", "utilisation"]"#, r#"["a", "b", "c", "d"]"#, 1);
    let kept = encode(&decode(&many).expect("sound").blueprint);
    assert!(kept.contains(r#"figures: ["a", "b", "c", "d"]"#));
    // What is not known is told before a save would lose it.
    let newer = SAID.replacen("kind: \"omen\",", "kind: \"omen\", colour: 3,", 1);
    let unknown = decode(&newer).expect("sound").unknown_fields;
    assert_eq!(unknown.len(), 1);
    assert_eq!(unknown[0].path, "comments[1].colour");
}

#[test]
fn a_number_of_a_stop_is_never_given_again() {
    let text = SAID.replacen("next_id: 80", "next_id: 1", 1);
    let blueprint = decode(&text).expect("sound").blueprint;
    assert!(blueprint.ids().next_number() > 74);
}

#[test]
fn a_comment_on_a_planning_sheet_is_written_as_it_was_read() {
    let sheet = "    sheets: [(id: 76, name: \"Tables\", purpose: Production)],\n    lesson: (";
    let text = SAID.replacen("    lesson: (", sheet, 1).replacen(
        "(on: (), by: \"李\"",
        "(on: (sheet: 76, field: \"Small\"), by: \"李\"",
        1,
    );
    let opened = decode(&text).expect("sound");
    assert!(opened.is_complete(), "{:?}", opened.unknown_fields);
    let on = &opened.blueprint.discussion().comments;
    let on = on.iter().find(|it| it.by == "李").map(|it| it.on.clone()).expect("it was said");
    assert_eq!(on.sheet, Some(opened.blueprint.sheets()[0].0));
    let written = encode(&opened.blueprint);
    let line = "(on: (sheet: 76, field: \"Small\"), by: \"李\", at: \"2026-11-27T15:00:00+08:00\", text: \"谁来批准？\"),";
    assert!(written.contains(line), "{written}");
    assert_eq!(encode(&decode(&written).expect("sound").blueprint), written, "and so again");
}
