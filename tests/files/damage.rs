//! Damaged and foreign files: an error with its place or a blueprint, never a crash.

use onstage::blueprint::RateUnit;
use onstage::storage::{self, DecodeProblem, Opened, Position, decode, encode};

use super::small;

#[test]
fn every_shortened_sample_is_an_error_with_its_place() {
    let text = storage::sample("corner-shoeshine").unwrap().ron("en");
    let whole = text.trim_end().len();
    for end in (0..whole).filter(|end| text.is_char_boundary(*end)) {
        let error = decode(&text[..end]).unwrap_err();
        assert!(error.position.is_some(), "cut at {end}: {error}");
    }
}

#[test]
fn flipped_bytes_never_crash() {
    let original = storage::sample("mortgage-applications").unwrap().ron("en").as_bytes();
    // A small generator of its own keeps the test the same on every run.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    let mut refused = 0;
    for _ in 0..3_000 {
        let mut bytes = original.to_vec();
        for _ in 0..=random(3) {
            let at = random(bytes.len());
            let printable = b"()[]{},:\"'/*#-+.019eErSN x\n";
            bytes[at] =
                if random(2) == 0 { printable[random(printable.len())] } else { bytes[at] ^ 1 };
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        match decode(&text) {
            Ok(opened) => assert_eq!(
                decode(&encode(&opened.blueprint)).unwrap().blueprint,
                opened.blueprint,
                "{text}"
            ),
            Err(error) => {
                refused += 1;
                let lines = text.lines().count();
                let position = error.position.unwrap_or_else(|| panic!("{error}"));
                assert!((1..=lines + 1).contains(&position.line), "{error}");
            }
        }
    }
    assert!(refused > 1_000, "{refused} were refused");
}

/// The small blueprint's text with something in it replaced, read.
fn opened_with(from: &str, to: &str) -> Opened {
    let text = encode(&small());
    assert!(text.contains(from), "{from}");
    decode(&text.replacen(from, to, 1)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_rates_are_per_is_kept_and_a_newer_word_for_it_is_reported() {
    let mut blueprint = small();
    blueprint.set_rates(RateUnit::Day);
    let text = encode(&blueprint);
    assert!(text.contains("\n    rates: \"day\",\n"), "{text}");
    assert!(decode(&text).unwrap().is_complete());
    let newer = decode(&text.replace("\"day\"", "\"shift\"")).unwrap();
    assert_eq!(newer.blueprint.rates(), RateUnit::Hour);
    assert_eq!(newer.unknown_fields[0].path, "rates");
    assert!(newer.unknown_fields[0].position.is_some_and(|at| at.line == 4));
}

#[test]
fn words_of_a_newer_version_are_reported_and_left_out() {
    let text = r#"(
    version: 1,
    scenarios: [(id: 1, name: "As-is",
        demand: (day: (open: "08:00", close: "17:00", at_closing: CallBack)),
        simulation: (order: Shortest, promise: "15 min"),
        lanes: [(id: 2, zone: Frontstage)],
        phases: [(id: 3, name: "Stay", stage: Dream)],
        factors: [(factor: Smell, rating: 3), (factor: Space, rating: 4)],
        steps: [(id: 4, name: "Serve", priority: Urgent, time: "60 s",
            fail: (what: "Lost", cause: Weather, guard_kind: Magic, response: Ignore))],
    )],
    quality: (items: [(id: 5, text: "Prompt", dimension: Warmth, part: Smell, voice: Loud)],
        surveys: [(
            dimensions: [(dimension: Warmth, n: 9, expected: 5, perceived: 4)])]),
    indicators: [(id: 6, name: "Calls", view: Planet, better: Louder)],
    plan: (actions: [(id: 7, name: "Train", days: 3, stage: Dance)]),
    sheets: [(id: 9, name: "Stools", purpose: Juggling, aim: Fair, amounts: Odd, count: (About, 3),
        limits: [(name: "Wood", sense: About, amount: 300)],
        items: [(name: "Stool", worth: 6, uses: [4], amounts: Odd)])],
)"#;
    let opened = decode(text).expect("the rest is understood");
    assert!(!opened.is_complete(), "saving would lose them");
    let paths: Vec<&str> = opened.unknown_fields.iter().map(|it| it.path.as_str()).collect();
    let expected = [
        "scenarios[0].demand.day.at_closing",
        "scenarios[0].simulation.order",
        "scenarios[0].phases[0].stage",
        "scenarios[0].factors[0].factor",
        "scenarios[0].steps[0].priority",
        "scenarios[0].steps[0].fail.cause",
        "scenarios[0].steps[0].fail.guard_kind",
        "scenarios[0].steps[0].fail.response",
        "quality.items[0].dimension",
        "quality.items[0].part",
        "quality.items[0].voice",
        "quality.surveys[0].dimensions[0].dimension",
        "indicators[0].view",
        "indicators[0].better",
        "plan.actions[0].stage",
        "sheets[0].purpose",
        "sheets[0].aim",
        "sheets[0].amounts",
        "sheets[0].count",
        "sheets[0].limits[0].sense",
        "sheets[0].items[0].amounts",
    ];
    for path in expected {
        assert!(paths.contains(&path), "{path}: {paths:#?}");
    }
    assert_eq!(paths.len(), expected.len(), "{paths:#?}");
    assert!(opened.unknown_fields.iter().all(|field| field.position.is_some()));
    let scenario = opened.blueprint.baseline();
    assert_eq!(scenario.steps()[0].priority, None);
    assert_eq!(
        scenario.simulation_rules().promise.map(onstage::blueprint::Span::seconds),
        Some(900.0)
    );
    let (_, sheet) = &opened.blueprint.sheets()[0];
    assert!(sheet.limits[0].amount.is_blank(), "nobody knows which way it holds");
}

#[test]
fn unknown_fields_are_reported_and_left_out() {
    let text = encode(&small())
        .replace("title:", "author: (name: \"A\", since: [1, 2]), title:")
        .replace("needs: [(roles: [8])]", "needs: [(roles: [8], mood: Calm(2))], fail: (odds: 3)");
    let opened = decode(&text).unwrap();
    let found: Vec<_> = opened
        .unknown_fields
        .iter()
        .map(|field| {
            let Position { line, column } = field.position.unwrap();
            format!("{} {line}:{column}", field.path)
        })
        .collect();
    assert_eq!(
        found,
        [
            "author 3:13",
            "scenarios[0].steps[1].needs[0].mood 37:48",
            "scenarios[0].steps[1].fail.odds 37:72"
        ]
    );
    assert!(!opened.is_complete());
    assert!(!encode(&opened.blueprint).contains("author"));
}

#[test]
fn a_newer_file_is_read_as_far_as_it_is_understood() {
    let opened = opened_with("version: 1", "version: 2");
    assert_eq!(opened.newer_version, Some(2));
    assert!(!opened.is_complete());
    assert_eq!(opened.blueprint, small());
    let text = encode(&small()).replace("version: 1", "version: 3");
    let error = decode(&text.replace("Together", "Sideways")).unwrap_err();
    assert_eq!(*error.problem, DecodeProblem::NewerVersion { version: 3, known: 1 });
    assert_eq!(error.position, Some(Position { line: 2, column: 14 }));
}

#[test]
fn comments_are_noticed() {
    assert!(!opened_with("phases:", "// by hand\n phases:").comments.is_empty());
    assert!(!opened_with("phases:", "/* by hand */ phases:").comments.is_empty());
    assert!(opened_with("As is", "https://example.org // As is").comments.is_empty());
}

#[test]
fn what_is_missing_is_supplied() {
    let opened = decode("(scenarios: [(steps: [(name: \"Greet\"), (name: \"Part\")])])").unwrap();
    let scenario = opened.blueprint.baseline();
    let names: Vec<_> = scenario.steps().values().map(|step| step.name.as_str()).collect();
    assert_eq!(names, ["Greet", "Part"]);
    assert_eq!((scenario.lanes().len(), scenario.phases().len()), (5, 1));
    for step in scenario.steps().values() {
        assert_eq!(scenario.zone_of(step), onstage::blueprint::Zone::Frontstage);
        assert_eq!((step.at.x, step.at.y), (72, 78));
    }
    assert_eq!(decode(&encode(&opened.blueprint)).unwrap().blueprint, opened.blueprint);
    assert_eq!(decode("()").unwrap().blueprint.scenarios().len(), 1);
}

#[test]
fn values_are_read_in_the_forms_people_write() {
    let step = |from: &str, to: &str| {
        let opened = opened_with(from, to);
        onstage::blueprint::Step::clone(
            opened.blueprint.baseline().steps().values().last().unwrap(),
        )
    };
    let plain = step("\"20 ± 5 min\"", "90");
    assert_eq!(plain.time.unwrap().to_string(), "90 s");
    assert_eq!(step("\"20 ± 5 min\"", "Some(\"1:30\")").time.unwrap().to_string(), "90 s");
    assert_eq!(step("procedure", "enter: 0.5, procedure").enter.unwrap().parts(), (50.0, 100.0));
    let text = "procedure: r#\"Say \"hello\".\"#, owner";
    let named = step("procedure: \"Ask first.\\nThen cut.\"", &format!("{text}: \"A\""));
    assert_eq!(named.procedure, "Say \"hello\".");
}
