//! Flowcharts in Mermaid that were written from a blueprint.

use onstage::blueprint::{
    Lane, Link, LinkEnd, LinkKind, Place, Scenario, Share, Step, StepKind, Zone,
};
use onstage::exchange::{EXPORTERS, Export, Source, TextSource};
use onstage::wording::{Language, Wording};

use super::{empty, name};

/// What is written of a scenario in a language.
fn written_in(scenario: &Scenario, language: Language) -> String {
    let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "mmd").unwrap();
    let Export::Document(write) = exporter.export else { panic!("not of the document alone") };
    let words = Wording::new(language);
    let zones = Zone::ALL.map(|zone| words.zone(zone));
    let written = write(&TextSource { scenario, zones, end: words.text("export-flowchart-end") });
    assert_eq!(written.files.len(), 1);
    String::from_utf8(written.files[0].bytes.clone()).unwrap()
}

/// What is written of a scenario in English.
fn written(scenario: &Scenario) -> String {
    written_in(scenario, Language::English)
}

fn read_back(text: &str) -> Scenario {
    let source = Source::of_text(text).unwrap();
    let (mut scenario, mut ids) = empty();
    source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
    scenario
}

/// Every step with its kind, zone and lane, and every link with its share and label, whatever the
/// order.
fn flow(scenario: &Scenario) -> (Vec<String>, Vec<String>) {
    let step = |step: &Step| {
        let lane = &scenario.lanes()[&step.lane];
        format!("{:?} {:?} {:?} {:?}", step.name, step.kind, lane.zone, lane.name)
    };
    let link = |link: &Link| {
        let to = link.to.step().map_or("outside", |to| name(scenario, to));
        let from = name(scenario, link.from);
        let share = link.share.map(|share| share.to_string());
        format!("{from:?} {:?} {to:?} {share:?} {:?}", link.kind, link.label)
    };
    let mut steps: Vec<String> = scenario.steps().values().map(|it| step(it)).collect();
    let mut links: Vec<String> = scenario.links().values().map(|it| link(it)).collect();
    steps.sort();
    links.sort();
    (steps, links)
}

#[test]
fn every_sample_and_template_comes_back_with_its_lanes_links_and_shares() {
    let shipped = onstage::storage::samples().iter().chain(onstage::storage::templates());
    let mut decisions = 0;
    for sample in shipped {
        for language in Language::ALL {
            let blueprint = sample.open_in(language.code()).unwrap();
            for scenario in blueprint.scenarios().iter().filter(|it| !it.steps().is_empty()) {
                let text = written_in(scenario, language);
                assert!(text.starts_with("flowchart LR\n  subgraph "), "{text}");
                assert_eq!(flow(&read_back(&text)), flow(scenario), "{}\n{text}", sample.key);
                assert_eq!(written_in(scenario, language), text, "the same to the byte");
                let other = Language::ALL.into_iter().find(|other| *other != language).unwrap();
                let other = written_in(scenario, other);
                assert_eq!(flow(&read_back(&other)), flow(scenario), "{}\n{other}", sample.key);
                decisions += text.matches("{\"").count();
            }
        }
    }
    assert!(decisions > 20, "diamonds: {decisions}");
}

/// Names that mean something to Mermaid, to Markdown or to tables.
const NAMES: &[&str] = &[
    "end",
    "End",
    "Start",
    "结束",
    "subgraph",
    "style",
    "\"quoted\"",
    "a \"b\" c",
    "[brackets] {and} (more)",
    "}]) };",
    "pipe | pipe",
    "line\nbreak",
    "two  blanks",
    "#35; & #quot; &amp; <br/> <b>",
    "--> B; C --- D",
    "A & B",
    "%% remark",
    "**bold** `code` \\n",
    "1. first",
    "- listed",
    "+1",
    "=1+1",
    "shape: doc, label: \"x\"",
    "付款（现金）；找零",
    "😀 % #",
    "x",
    "o",
];

#[test]
fn odd_names_and_labels_come_back() {
    const LABELS: &[&str] = &[
        "",
        "yes",
        "no",
        "5 % off",
        "under 5 %",
        "1/2 portion",
        "? % sure",
        "|",
        "\"",
        "a -- b",
        "0.7",
        "70 %",
        "是",
        "- ",
    ];
    let (mut scenario, mut ids) = empty();
    let kinds = [StepKind::Action, StepKind::Decision, StepKind::Evidence, StepKind::Note];
    for (at, name) in NAMES.iter().enumerate() {
        for (other, kind) in kinds.into_iter().enumerate() {
            // Every kind lies in every zone somewhere.
            let zone = Zone::ALL[(at + other) % Zone::ALL.len()];
            let lane = scenario.lanes_of(zone).next().unwrap().0;
            let phase = *scenario.phases().keys().next().unwrap();
            let place = Place { lane, phase, at: onstage::blueprint::SheetPoint::default() };
            let name = format!("{name}{}", ["", " ?", " e", " n"][other]);
            scenario.add_step(Step::new(name, kind, place), &mut ids).unwrap();
        }
    }
    let lanes: Vec<_> =
        scenario.lanes().iter().map(|(id, lane)| (*id, lane.as_ref().clone())).collect();
    for ((id, lane), name) in lanes.into_iter().zip(["end", "a]", "/b", "\"c\" | d", ""]) {
        let name = name.to_owned();
        scenario.set_lane(id, onstage::blueprint::Lane { name, ..lane }).unwrap();
    }
    let steps: Vec<_> = scenario.steps().iter().map(|(id, step)| (*id, step.kind)).collect();
    let flowing: Vec<_> =
        steps.iter().filter(|(_, kind)| kind.flows()).map(|(id, _)| *id).collect();
    for (at, from) in flowing.iter().enumerate() {
        for (way, label) in LABELS.iter().enumerate() {
            let to = flowing[(at + way + 1) % flowing.len()];
            let kind = LinkKind::ALL[way % 7 / 3 % 3];
            let is_flow = kind == LinkKind::Flow;
            let to = if is_flow && way % 4 == 3 { LinkEnd::Outside } else { LinkEnd::Step(to) };
            // Ways with all, some and no shares.
            let share = match (is_flow, at % 3, way % 2) {
                (true, 0, _) | (true, 1, 0) => Some(Share::fraction(1.0, 3.0).unwrap()),
                _ => None,
            };
            let label = label.trim().to_owned();
            let link = Link { from: *from, to, kind, share, label };
            // Some are refused beside others.
            let _ = scenario.add_link(link, &mut ids);
        }
    }
    assert!(scenario.links().len() > 300, "{}", scenario.links().len());
    // Lanes are called as oddly.
    for (at, name) in NAMES.iter().enumerate() {
        let lane = Lane { name: (*name).to_owned(), ..Lane::new(Zone::ALL[at % Zone::ALL.len()]) };
        let lane = scenario.add_lane(lane, &mut ids);
        let phase = *scenario.phases().keys().next().unwrap();
        let place = Place { lane, phase, at: onstage::blueprint::SheetPoint::default() };
        let step = Step::new(format!("Lies in {at}"), StepKind::Action, place);
        scenario.add_step(step, &mut ids).unwrap();
    }
    for language in Language::ALL {
        let text = written_in(&scenario, language);
        let (steps, links) = flow(&read_back(&text));
        let (expected_steps, expected_links) = flow(&scenario);
        for (step, expected) in steps.iter().zip(&expected_steps) {
            assert_eq!(step, expected, "{text}");
        }
        for (link, expected) in links.iter().zip(&expected_links) {
            assert_eq!(link, expected, "{text}");
        }
        assert_eq!((steps.len(), links.len()), (expected_steps.len(), expected_links.len()));
    }
}

#[test]
fn an_arrow_says_what_kind_of_link_it_is() {
    let scenario = super::read(
        "step\tlane\tkind\tnext\ttogether\ttrigger\n\
         Orders\tcustomer\t\tOK?\t\t\n\
         OK?\tfrontstage/Bar\tdecision\tPays [yes] 70 %; end\tNod\tLog\n\
         Nod\tcustomer\t\t\t\t\nPays\tcustomer\t\t-\t\t\nLog\tsupport\t\t-\t\t\n",
    );
    let text = written(&scenario);
    for line in [
        "  subgraph lane",
        "[\"Frontstage/Bar\"]\n",
        "{\"OK?\"}\n",
        " -->|\"70 % yes\"| s",
        " -->|\"30 %\"| outside\n",
        " --- s",
        " -.-> s",
        "  outside([\"End\"])\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn what_has_no_name_is_called_in_the_language() {
    let (mut scenario, mut ids) = empty();
    let phase = *scenario.phases().keys().next().unwrap();
    for zone in Zone::ALL {
        let lane = scenario.lanes_of(zone).next().unwrap().0;
        let place = Place { lane, phase, at: onstage::blueprint::SheetPoint::default() };
        let step = Step::new(format!("In {zone:?}"), StepKind::Action, place);
        let id = scenario.add_step(step, &mut ids).unwrap();
        let link = Link::between(id, id, LinkKind::Flow);
        let leaves = Link { to: LinkEnd::Outside, ..link };
        scenario.add_link(leaves, &mut ids).unwrap();
    }
    for (language, names) in [
        (
            Language::English,
            ["Physical evidence", "Customer actions", "Frontstage", "Support processes", "End"],
        ),
        (Language::Chinese, ["有形展示", "顾客行为", "前台", "支持过程", "结束"]),
    ] {
        let text = written_in(&scenario, language);
        for name in names {
            assert!(text.contains(&format!("[\"{name}\"]")), "{name}\n{text}");
        }
        assert_eq!(flow(&read_back(&text)), flow(&scenario), "{text}");
    }
    let chinese = written_in(&scenario, Language::Chinese);
    let told = |letter: char| letter.is_ascii_alphabetic();
    let titles = chinese.lines().filter(|line| line.contains("subgraph") || line.contains("(["));
    for title in titles.filter_map(|line| line.split('"').nth(1)) {
        assert!(!title.contains(told), "{title}");
    }
}
