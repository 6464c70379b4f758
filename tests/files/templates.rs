//! The templates, and the two languages of everything that is shipped: the same blueprint but for
//! its texts, with figures at once.

use onstage::analysis::analyse;
use onstage::blueprint::{Scenario, StepKind};
use onstage::process::Severity;
use onstage::storage::{self, Sample};

/// The fields of a file that people read as words.
const TEXTS: [&str; 16] = [
    "title",
    "currency",
    "name",
    "label",
    "note",
    "what",
    "recovery",
    "procedure",
    "documents",
    "owner",
    "ask",
    "text",
    "concept",
    "guard",
    "skills",
    "authority",
];

/// A file without the lists of answers to a question of a lesson.
fn without_answers(ron: &str) -> String {
    let mut parts = ron.split(", answers: [");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(']').map_or("", |(_, rest)| rest))
}

/// A file with its texts taken out, and the texts with their fields.
fn without_texts(ron: &str) -> (String, Vec<(&'static str, &str)>) {
    let (mut rest, mut bare, mut texts) = (ron, String::new(), Vec::new());
    // The ends of ways have no field: `("Eugene", 125)`.
    let mut ends = ron.split_once("\n    sheets: [").map_or("", |(_, sheets)| sheets);
    while let Some((_, after)) = ends.split_once("(\"") {
        let Some((name, after)) = after.split_once('"') else { break };
        texts.push(("name", name));
        ends = after;
    }
    while let Some(at) = rest.find(": \"") {
        let (before, after) = rest.split_at(at + 3);
        let end = after.find('"').unwrap();
        assert!(!after[..end].ends_with('\\'), "no shipped text holds a quotation mark");
        let ends_with = |field: &&&str| before[..at].ends_with(**field);
        bare.push_str(before);
        match TEXTS.iter().find(ends_with) {
            Some(field) => texts.push((*field, &after[..end])),
            None => bare.push_str(&after[..end]),
        }
        rest = &after[end..];
    }
    let mut whole = bare + rest;
    for (_, name) in &texts {
        whole = whole.replace(&format!("(\"{name}\""), "(\"\"");
    }
    (whole, texts)
}

fn shipped() -> impl Iterator<Item = &'static Sample> {
    storage::samples().iter().chain(storage::templates())
}

#[test]
fn both_languages_are_one_blueprint_but_for_their_texts() {
    for sample in shipped() {
        let [english, chinese] = ["en", "zh-Hans"].map(|it| without_answers(sample.ron(it)));
        let (english, words) = without_texts(&english);
        let (chinese, translated) = without_texts(&chinese);
        assert_eq!(english, chinese, "{}", sample.key);
        assert_eq!(words.len(), translated.len(), "{}", sample.key);
        for ((field, english), (_, chinese)) in words.into_iter().zip(translated) {
            let is_chinese = chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let translated = is_chinese || english.is_empty() && chinese.is_empty();
            assert!(translated || field == "currency", "{}: {english} → {chinese}", sample.key);
        }
    }
}

#[test]
fn an_unknown_language_is_read_in_english() {
    for sample in shipped() {
        assert_eq!(sample.ron("fr"), sample.ron("en"));
    }
}

#[test]
fn keys_name_one_shipped_blueprint() {
    for sample in shipped() {
        assert_eq!(storage::sample(sample.key), Some(sample));
    }
    assert_eq!(storage::sample("nothing"), None);
}

/// Steps that are worked on, by the time, people or equipment that they ask for.
fn has_work(scenario: &Scenario) -> bool {
    let mut steps = scenario.steps().values();
    steps.any(|step| step.time.is_some() && !step.needs.is_empty())
}

#[test]
fn every_template_shows_sound_figures_at_once() {
    for template in storage::templates() {
        let blueprint = template.open().unwrap();
        for scenario in blueprint.scenarios() {
            let analysis = analyse(scenario);
            let key = template.key;
            let grave = analysis.problems.iter().filter(|it| it.severity() != Severity::Hint);
            assert_eq!(grave.count(), 0, "{key}: {:?}", analysis.problems);
            let load = analysis.utilisation.value.unwrap();
            assert!((0.6..0.9).contains(&load), "{key} is {load} busy");
            assert_eq!(analysis.bottleneck_roles.len(), 1, "{key} has one clear bottleneck");
            for (id, role) in &analysis.roles {
                let busy = role.utilisation.value.unwrap();
                let bottleneck = analysis.bottleneck_roles.contains(id);
                assert!(bottleneck || busy < load - 0.02, "{key}: {id:?} is as busy");
            }
            assert!(analysis.throughput_time_s.value.is_some(), "{key}");
            assert!(analysis.profit_per_hour.value.is_some_and(|profit| profit > 0.0), "{key}");
        }
    }
}

#[test]
fn templates_hold_what_their_services_are_known_for() {
    let procedures = |key: &str| -> String {
        let blueprint = storage::sample(key).unwrap().open().unwrap();
        let steps = blueprint.baseline().steps().values();
        let told: Vec<_> = steps.map(|step| [&*step.name, &*step.procedure].join(": ")).collect();
        told.join("\n")
    };
    let workshop = procedures("car-workshop");
    for detail in ["One adviser per customer", "original words", "diagnosis bay", "lounge"] {
        assert!(workshop.contains(detail), "{detail}");
    }
    let operation = procedures("it-service-operation");
    for process in ["Event", "Incident", "Problem"] {
        assert!(operation.contains(&format!("{process} management:")), "{process}");
    }
    assert!(operation.contains("Request fulfilment:") && operation.contains("Access management:"));
}

#[test]
fn templates_differ_in_length_and_all_decide_something() {
    for template in storage::templates() {
        let blueprint = template.open().unwrap();
        let mut steps = blueprint.baseline().steps().values();
        assert!(has_work(blueprint.baseline()), "{}", template.key);
        assert!(steps.any(|step| step.kind == StepKind::Decision), "{}", template.key);
    }
}
