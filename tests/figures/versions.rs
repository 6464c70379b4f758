//! What changed between two versions: known edits of the licence office, and what each does.

#![allow(clippy::unwrap_used, reason = "what the tests look for is there by construction")]

use std::collections::BTreeSet;

use onstage::blueprint::sheets::{Purpose, Sheet};
use onstage::blueprint::{
    Blueprint, Demand, Dimension, Discussion, Element, FailPoint, Item, Judgements, Lane, LinkKind,
    Phase, Place, Quantity, Role, Scenario, ServiceTime, SheetPoint, Stars, Step, StepId, StepKind,
    TimeUnit, Zone,
};
use onstage::editor::{DocumentEdit, Edit, Editor};
use onstage::redesign::Difference;
use onstage::storage::{samples, templates};
use onstage::versions::{
    Change, Effects, FileChange, Group, Judged, Matching, Measure, Said, ScenarioChanges,
    ScenarioPair, Versions, is_one_lineage,
};
use onstage::wording::{Language, Wording};

fn sample(key: &str) -> Blueprint {
    samples().iter().find(|sample| sample.key == key).unwrap().open().unwrap()
}

fn office() -> Editor {
    Editor::new(sample("driver-licence-office"))
}

fn named(scenario: &Scenario, name: &str) -> StepId {
    *scenario.steps().iter().find(|(_, step)| step.name == name).unwrap().0
}

fn step(scenario: &Scenario, name: &str) -> (StepId, Step) {
    let id = named(scenario, name);
    (id, Step::clone(&scenario.steps()[&id]))
}

fn role(name: &str) -> impl Fn(&Scenario) -> Edit {
    move |scenario| {
        let (id, role) = scenario.roles().iter().find(|(_, role)| role.name == name).unwrap();
        Edit::SetRole(*id, Role { headcount: 2, ..Role::clone(role) })
    }
}

fn set(name: &str, change: impl Fn(&mut Step)) -> impl Fn(&Scenario) -> Edit {
    move |scenario| {
        let (id, mut step) = step(scenario, name);
        change(&mut step);
        Edit::SetSteps(vec![(id, step)])
    }
}

fn remove(name: &str) -> impl Fn(&Scenario) -> Edit {
    move |scenario| Edit::Remove {
        steps: BTreeSet::from([named(scenario, name)]),
        links: BTreeSet::new(),
    }
}

fn new_step(scenario: &Scenario, name: &str, kind: StepKind, zone: Zone) -> Box<Step> {
    let lane = scenario.lanes_of(zone).next().unwrap().0;
    let phase = *scenario.phases().keys().next_back().unwrap();
    let place = Place { lane, phase, at: SheetPoint::new(72, 40) };
    Box::new(Step::new(name, kind, place))
}

fn seconds(seconds: f64) -> Option<ServiceTime> {
    ServiceTime::fixed(seconds, TimeUnit::Second).ok()
}

/// The office before and after some edits of its first scenario, one after another.
fn edited(edits: &[&dyn Fn(&Scenario) -> Edit]) -> (Blueprint, Blueprint) {
    let mut editor = office();
    let before = Blueprint::clone(editor.blueprint());
    for edit in edits {
        let edit = edit(editor.scenario());
        editor.apply(edit).unwrap();
    }
    (before, Blueprint::clone(editor.blueprint()))
}

/// What became of the only scenario that is not the same.
fn changes(before: &Blueprint, after: &Blueprint) -> ScenarioChanges {
    let versions = Versions::of(before, after, true);
    let mut changed: Vec<ScenarioChanges> =
        versions.pairs.iter().map(ScenarioPair::changes).collect();
    changed.retain(|changes| !changes.is_same());
    assert_eq!(changed.len(), 1);
    changed.remove(0)
}

/// All lines of two versions, of the file and of its scenarios.
fn count(before: &Blueprint, after: &Blueprint, one_lineage: bool) -> usize {
    let versions = Versions::of(before, after, one_lineage);
    let lines = versions.pairs.iter().map(|pair| pair.changes().lines.len());
    versions.file.len() + lines.sum::<usize>()
}

fn sums_up(changes: &ScenarioChanges) {
    for measure in Measure::ALL {
        let of = |effects: &Effects| effects.get(measure);
        let Some(total) = of(&changes.total) else { continue };
        let alone: f64 = changes.lines.iter().filter_map(|line| of(&line.effects)).sum();
        let sum = alone + of(&changes.together).unwrap();
        assert!((sum - total).abs() <= 1e-9 * total.abs().max(1.0), "{measure:?}: {sum} {total}");
        let difference = of(&changes.after).unwrap() - of(&changes.before).unwrap();
        assert!((difference - total).abs() <= 1e-9 * difference.abs().max(1.0));
    }
}

#[test]
fn a_version_has_no_changes_against_itself() {
    for shipped in samples().iter().chain(templates()) {
        let blueprint = shipped.open().unwrap();
        for one_lineage in [true, false] {
            assert_eq!(count(&blueprint, &blueprint, one_lineage), 0, "{}", shipped.key);
        }
    }
}

#[test]
fn twelve_known_edits_are_twelve_lines_whose_effects_sum_up() {
    let edits: [&dyn Fn(&Scenario) -> Edit; 12] = [
        &role("Records officer"),
        &set("Check violations", |step| step.time = seconds(45.0)),
        &|scenario| {
            let per_hour = Some(Quantity::from(57));
            Edit::SetDemand(Demand { per_hour, ..scenario.demand().clone() })
        },
        &|scenario| Edit::RenameStep(named(scenario, "Pays the fee"), "Pays by card".to_owned()),
        &set("Photograph", |step| {
            step.fail = Some(FailPoint { what: "Blurred".to_owned(), ..FailPoint::default() });
        }),
        &set("Eye test", |step| step.procedure = "Both eyes at once.".to_owned()),
        &|scenario| {
            let board = scenario.elements().iter().find(|(_, it)| it.name == "Progress board");
            let (id, board) = board.unwrap();
            Edit::SetElement(*id, Element { rating: Some(Stars::new(5)), ..Element::clone(board) })
        },
        &remove("Waits for check"),
        &|scenario| {
            let (from, to) = (named(scenario, "Poses for photo"), named(scenario, "Takes licence"));
            let link = scenario
                .links()
                .iter()
                .find(|(_, link)| link.from == from && link.to.step() == Some(to))
                .unwrap();
            let mut step = new_step(scenario, "Signs", StepKind::Action, Zone::Customer);
            step.time = seconds(10.0);
            Edit::InsertStep(*link.0, step)
        },
        &|scenario| {
            let steps = BTreeSet::from([named(scenario, "Review application")]);
            Edit::AddRoleTo(steps, Role::new("Greeter", 0))
        },
        &|scenario| {
            let (id, step) = step(scenario, "Check violations");
            let lane = scenario.lanes_of(Zone::Frontstage).next().unwrap().0;
            Edit::PlaceSteps(vec![(id, Place { lane, ..step.place() })])
        },
        &|scenario| Edit::AddStep(new_step(scenario, "Ticket", StepKind::Evidence, Zone::Evidence)),
    ];
    let (before, after) = edited(&edits);
    let changes = changes(&before, &after);
    assert_eq!(changes.lines.len(), 12, "{:#?}", changes.lines);
    sums_up(&changes);
    let effect = |wanted: &dyn Fn(&Change) -> bool| {
        changes.lines.iter().find(|line| wanted(&line.change)).unwrap()
    };
    let officer = effect(&|change| matches!(change, Change::RoleField(..)));
    assert_eq!(
        (officer.group, officer.effects.get(Measure::Capacity)),
        (Group::Figures, Some(30.0))
    );
    let board = effect(&|change| matches!(change, Change::Sheet(_)));
    assert_eq!(board.group, Group::Customers);
    let over_the_line = effect(&|change| matches!(change, Change::Lane(..)));
    assert_eq!(over_the_line.group, Group::Customers);
    let renamed = effect(&|change| {
        let name = onstage::blueprint::StepField::Name;
        matches!(change, Change::Field(_, field) if *field == name)
    });
    assert_eq!(renamed.group, Group::Other);
    let groups: Vec<Group> = changes.lines.iter().map(|line| line.group).collect();
    assert!(groups.is_sorted());
    assert_eq!(count(&before, &after, true), count(&after, &before, true));
}

#[test]
fn one_change_does_all_that_differs() {
    let single: [&dyn Fn(&Scenario) -> Edit; 6] = [
        &role("Records officer"),
        &set("Eye test", |step| step.time = seconds(50.0)),
        &remove("Waits for check"),
        &remove("Collect payment"),
        &|scenario| {
            let clerk = scenario.roles().iter().find(|(_, role)| role.name == "Clerk").unwrap();
            Edit::RemoveRole(*clerk.0)
        },
        &|scenario| {
            let steps = BTreeSet::from([named(scenario, "Eye test")]);
            let role = Role { cost_per_hour: Some(Quantity::from(20)), ..Role::new("Aide", 0) };
            Edit::AddRoleTo(steps, role)
        },
    ];
    for edit in single {
        let (before, after) = edited(&[edit]);
        for (from, to) in [(&before, &after), (&after, &before)] {
            let changes = changes(from, to);
            let [line] = changes.lines.as_slice() else { panic!("{:#?}", changes.lines) };
            assert!(line.group == Group::Figures || !changes.total.is_any(), "{line:?}");
            for measure in Measure::ALL {
                let (alone, total) = (line.effects.get(measure), changes.total.get(measure));
                assert_eq!(alone.is_some(), total.is_some(), "{line:?} {measure:?}");
                let off = alone.unwrap_or_default() - total.unwrap_or_default();
                assert!(off.abs() < 1e-6, "{line:?} {measure:?} {total:?}");
            }
        }
    }
}

#[test]
fn what_is_moved_or_gone_and_new_is_told_by_itself() {
    let (before, after) = edited(&[
        &|scenario| {
            let (id, step) = step(scenario, "Receipt printer");
            let phase = *scenario.phases().keys().next_back().unwrap();
            Edit::PlaceSteps(vec![(id, Place { phase, ..step.place() })])
        },
        &remove("Camera booth"),
        &|scenario| {
            Edit::AddStep(new_step(scenario, "Camera booth", StepKind::Evidence, Zone::Evidence))
        },
    ]);
    let changes = changes(&before, &after);
    let of = |difference| {
        let wanted = |change: &Change| matches!(change, Change::Step(_, it) if *it == difference);
        changes.lines.iter().filter(|line| wanted(&line.change)).count()
    };
    assert_eq!((of(Difference::Added), of(Difference::Removed)), (1, 1), "by identity");
    assert!(changes.lines.iter().any(|line| matches!(line.change, Change::Phase(..))));
    assert_eq!(changes.lines.len(), 3);
    let by_name = Versions::of(&before, &after, false);
    let lines = by_name.pairs[0].changes().lines;
    assert!(lines.iter().all(|line| matches!(line.change, Change::Phase(..))), "{lines:#?}");
}

#[test]
fn lanes_and_phases_take_their_steps_along() {
    let (before, after) = edited(&[&|scenario| {
        let phase = scenario.phases().iter().find(|(_, phase)| phase.name == "Pay").unwrap();
        Edit::RemovePhase(*phase.0)
    }]);
    assert_eq!(count(&before, &after, true), 1);
    assert_eq!(count(&after, &before, true), 1);
    let (before, after) = edited(&[&|scenario| {
        let (id, lane) = scenario.lanes_of(Zone::Backstage).next().unwrap();
        Edit::SetLane(id, Lane { zone: Zone::Frontstage, ..lane.clone() })
    }]);
    let changes = changes(&before, &after);
    let [line] = changes.lines.as_slice() else { panic!("{:#?}", changes.lines) };
    assert_eq!(line.group, Group::Customers);
}

#[test]
fn how_things_are_drawn_is_one_line_that_moves_no_figure() {
    let (before, after) = edited(&[
        &|scenario| {
            let (id, step) = step(scenario, "Photograph");
            let at = SheetPoint::new(step.at.x + 3, step.at.y + 9);
            Edit::PlaceSteps(vec![(id, Place { at, ..step.place() })])
        },
        &|scenario| {
            let (id, phase) = scenario.phases().iter().next().unwrap();
            let width = onstage::blueprint::PhaseWidth::new(300).unwrap();
            Edit::SetPhase(*id, Phase { width, ..Phase::clone(phase) })
        },
    ]);
    let moved = changes(&before, &after);
    let [line] = moved.lines.as_slice() else { panic!("{:#?}", moved.lines) };
    let photograph = named(after.baseline(), "Photograph");
    assert_eq!(line.change, Change::Drawn(vec![photograph]));
    assert_eq!((line.group, moved.total.is_any()), (Group::Other, false));
    assert_eq!(count(&after, &before, true), 1);
    assert_eq!(count(&before, &after, false), 0, "drawn anew");
    let (before, after) = edited(&[&|scenario| {
        let (id, phase) = scenario.phases().iter().next().unwrap();
        let width = onstage::blueprint::PhaseWidth::new(900).unwrap();
        Edit::SetPhase(*id, Phase { width, ..Phase::clone(phase) })
    }]);
    assert_eq!(changes(&before, &after).lines[0].change, Change::Drawn(Vec::new()));
}

#[test]
fn what_was_said_and_the_lesson_are_told_of_the_file() {
    let before = sample("driver-licence-office");
    let mut after = before.clone();
    let at = |minute: u32| {
        let text = format!("2026-11-27T14:{minute:02}:10+08:00");
        onstage::blueprint::Timestamp::parse(&text).unwrap()
    };
    let comment = |minute| {
        onstage::blueprint::Comment::new(
            onstage::blueprint::Anchor::default(),
            "Ann",
            at(minute),
            "Why?",
        )
    };
    let comments = vec![comment(1), comment(2)];
    after.set_discussion(Discussion { comments, ..Discussion::default() });
    let new = |new| FileChange::Comments(Said { new, ..Said::default() });
    assert_eq!(Versions::of(&before, &after, true).file, [new(2)]);
    let mut answered = after.clone();
    let mut said = Discussion::clone(after.discussion());
    said.comments.remove(1);
    said.comments[0].text = "Why?".to_owned();
    said.comments[0].kind = "risk".to_owned();
    said.asked =
        Some(onstage::blueprint::Asked { at: at(9), by: "Ann".to_owned(), text: String::new() });
    answered.set_discussion(said);
    let said = Said { gone: 1, otherwise: 1, ..Said::default() };
    let told = [FileChange::Comments(said), FileChange::Asked(true)];
    assert_eq!(Versions::of(&after, &answered, true).file, told);
    let mut judged = before.clone();
    let mut judgements = Judgements::clone(before.judgements());
    let mut ids = before.ids();
    let item = |text: &str| Item { text: text.to_owned(), ..Item::default() };
    let (kept, gone) = (ids.fresh(), ids.fresh());
    judgements.quality.items = vec![(kept, item("Quick")), (gone, item("Kind"))];
    judged.set_judgements(judgements.clone());
    let mut planned = judged.clone();
    judgements.quality.items = vec![(kept, item("Quick and right"))];
    judgements.plan.start = onstage::blueprint::Date::of(2026, 6, 1);
    judgements.concept = "At once".to_owned();
    planned.set_judgements(judgements);
    let sheet = Sheet::of("Mix", Purpose::Production);
    planned.set_sheets(vec![(ids.fresh(), std::sync::Arc::new(sheet))]);
    let told = |what, how, name: &str| FileChange::Judged(what, how, name.to_owned());
    assert_eq!(
        Versions::of(&judged, &planned, true).file,
        [
            told(Judged::Settings, Difference::Changed, ""),
            told(Judged::Item, Difference::Changed, "Quick and right"),
            told(Judged::Item, Difference::Removed, "Kind"),
            told(Judged::Plan, Difference::Changed, ""),
            told(Judged::Sheet, Difference::Added, "Mix"),
        ]
    );
    let words = Wording::new(Language::English);
    let (_, said) = words.file_change(&told(Judged::Item, Difference::Removed, "Kind"));
    assert_eq!(said, "Item “Kind” · removed");
    let mut taught = before.clone();
    taught.set_lesson(None);
    let lesson = |old: &Blueprint, new: &Blueprint| Versions::of(old, new, true).file;
    assert_eq!(lesson(&before, &taught), [FileChange::Lesson(Difference::Removed)]);
    assert_eq!(lesson(&taught, &before), [FileChange::Lesson(Difference::Added)]);
    taught.set_lesson(Some(onstage::blueprint::Lesson::default()));
    assert_eq!(lesson(&before, &taught), [FileChange::Lesson(Difference::Changed)]);
}

#[test]
fn shares_that_change_together_are_one_line() {
    let before = sample("hotel-room-service");
    let mut editor = Editor::new(before.clone());
    let (id, link) = {
        let scenario = editor.scenario();
        let found = scenario.links().iter().find(|(_, link)| {
            link.kind == LinkKind::Flow && link.share.is_some_and(|share| share.value() < 0.99)
        });
        let (id, link) = found.unwrap();
        (*id, link.clone())
    };
    let half = onstage::blueprint::notation::parse_share("41 %").unwrap();
    assert_ne!(link.share, Some(half));
    editor.apply(Edit::SetShare(id, Some(half))).unwrap();
    let changes = changes(&before, editor.blueprint());
    assert_eq!(changes.lines.len(), 1, "{:#?}", changes.lines);
    assert!(changes.together.get(Measure::Capacity).unwrap().abs() < 1e-9);
}

#[test]
fn scenarios_come_go_and_are_renamed() {
    let mut editor = office();
    let before = Blueprint::clone(editor.blueprint());
    let first = before.baseline().id();
    let name = "Copy".to_owned();
    editor.apply(DocumentEdit::DuplicateScenario(first, name)).unwrap();
    let after = Blueprint::clone(editor.blueprint());
    assert_eq!(
        Versions::of(&before, &after, true).file,
        [FileChange::ScenarioAdded("Copy".to_owned())]
    );
    assert_eq!(count(&before, &after, true), 1, "a copy changes nothing else");
    assert_eq!(
        Versions::of(&after, &before, true).file,
        [FileChange::ScenarioRemoved("Copy".to_owned())]
    );
    editor.apply(DocumentEdit::RenameScenario(first, "Today".to_owned())).unwrap();
    let renamed = FileChange::ScenarioRenamed("As-is".to_owned(), "Today".to_owned());
    assert!(Versions::of(&before, editor.blueprint(), true).file.contains(&renamed));
}

#[test]
fn versions_of_one_lineage_are_told_from_unrelated_files() {
    let (before, after) = edited(&[&remove("Waits for check"), &role("Clerk")]);
    assert!(is_one_lineage(&before, &after));
    let hotel = sample("hotel-room-service");
    assert!(!is_one_lineage(&before, &hotel));
    let versions = Versions::of(&before, &hotel, is_one_lineage(&before, &hotel));
    assert_eq!(versions.matching, Matching::ByName);
    assert!(!versions.pairs.is_empty());
    assert_eq!(count(&before, &hotel, false), count(&hotel, &before, false));
}

#[test]
fn the_same_service_drawn_anew_is_matched_by_name() {
    // The Chinese and the English names differ, so that nothing but the sheet is the same.
    let english = sample("driver-licence-office");
    let (_, after) = edited(&[&role("Records officer")]);
    let versions = Versions::of(&english, &after, false);
    let lines: Vec<usize> = versions.pairs.iter().map(|it| it.changes().lines.len()).collect();
    assert_eq!(lines.iter().sum::<usize>(), 1, "{lines:?}");
    let element = Element::new("Clock", Dimension::Signs);
    let (_, after) = edited(&[&|_| Edit::AddElement(element.clone())]);
    assert_eq!(count(&english, &after, false), 1);
}

#[test]
fn of_very_many_changes_the_effects_are_left_out() {
    use std::fmt::Write as _;
    let drawn = |time: u32, worth: &str| {
        let mut text = String::from("role Clerk x9 $12\ndemand 1/h\n");
        for number in 0..260 {
            let _ = writeln!(text, "Step {number}: {time} s, by Clerk, value {worth}");
        }
        let mut ids = onstage::blueprint::IdSource::starting_at(9_999);
        let scenario = super::draw::draw(&text);
        ids.reserve(scenario.id());
        Blueprint::assemble(String::new(), String::new(), vec![scenario], ids)
    };
    let changes = changes(&drawn(10, "adding"), &drawn(20, "necessary"));
    assert_eq!(changes.lines.len(), 520);
    assert!(changes.lines.iter().all(|line| !line.effects.is_any()));
    assert_eq!(changes.together, changes.total);
    assert!(changes.total.is_any());
    sums_up(&changes);
}

#[test]
fn changed_numbers_of_planning_sheets_are_told_one_by_one() {
    use onstage::blueprint::sheets::{Item, Limit, Sense};
    use onstage::planning::sheet::{Line, Place};
    use onstage::versions::PlanChange;
    let mut before = Blueprint::empty("", "As-is");
    let id = before.fresh_id();
    let sheet = Sheet {
        limits: vec![Limit::new("Large", Sense::AtMost, 6), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![Item::new("Table", 20, [2, 2]), Item::new("Chair", 15, [1, 2])],
        ..Sheet::of("Tables", Purpose::Production)
    };
    before.set_sheets(vec![(id, std::sync::Arc::new(sheet.clone()))]);
    let mut changed = sheet.clone();
    changed.limits[0].amount = 7.into();
    changed.items[1].worth = "".into();
    changed.items[0].uses[1] = 3.into();
    changed.limits.push(Limit::new("Glue", Sense::AtMost, 5));
    let changed = std::sync::Arc::new(changed);
    let mut after = before.clone();
    after.set_sheets(vec![(id, std::sync::Arc::clone(&changed))]);
    let number = |place, was: &str, is: &str| PlanChange::Number {
        place,
        was: was.to_owned(),
        is: is.to_owned(),
    };
    let told = |file: Vec<FileChange>| {
        let lines = file.into_iter().map(|change| match change {
            FileChange::Sheet(_, change) => change,
            other => panic!("{other:?}"),
        });
        lines.collect::<Vec<_>>()
    };
    assert_eq!(
        told(Versions::of(&before, &after, true).file),
        [
            PlanChange::Line(Line::Limit, Difference::Added, "Glue".to_owned()),
            number(Place::LimitAmount(0), "6", "7"),
            number(Place::Uses { item: 0, limit: 1 }, "2", "3"),
            number(Place::Worth(1), "15", ""),
        ]
    );
    let back = told(Versions::of(&after, &before, true).file);
    assert_eq!(back.len(), 4, "the way back has as many");
    let words = onstage::wording::Wording::new(onstage::wording::Language::English);
    let (_, line) =
        words.file_change(&FileChange::Sheet(changed, number(Place::LimitAmount(0), "6", "7")));
    assert_eq!(line, "Planning sheet “Tables”, amount of Large: 6 → 7");
}

#[test]
fn aim_sense_and_classes_of_planning_sheets_are_told_with_before_and_after() {
    use onstage::blueprint::sheets::{Aim, ClassOf, Limit, Mix, MixClass, Sense, SortedBy};
    let mut before = Blueprint::empty("", "As-is");
    let (plain, filled) = (before.fresh_id(), before.fresh_id());
    let sheet = Sheet {
        limits: vec![Limit::new("Large", Sense::AtMost, 6)],
        ..Sheet::of("Tables", Purpose::Production)
    };
    let of = ClassOf::Way(before.fresh_id());
    let classes = vec![MixClass { worth: 60.into(), most: 6.into(), ..MixClass::new(of) }];
    let scenario = before.scenarios()[0].id();
    let mix = Mix { scenario, sorted_by: SortedBy::Entries, fill: "85 %".into(), classes };
    let of_mix = Sheet { mix: Some(Box::new(mix)), ..Sheet::of("Mix", Purpose::ServiceMix) };
    let arc = std::sync::Arc::new;
    before.set_sheets(vec![(plain, arc(sheet.clone())), (filled, arc(of_mix.clone()))]);
    let (mut sheet, mut of_mix) = (sheet, of_mix);
    sheet.aim = Aim::Least;
    sheet.limits[0].sense = Sense::AtLeast;
    let class = &mut of_mix.mix.as_mut().unwrap().classes[0];
    (class.worth, class.least, class.most) = (70.into(), 1.into(), "".into());
    let mut after = before.clone();
    after.set_sheets(vec![(plain, arc(sheet)), (filled, arc(of_mix))]);
    let words = onstage::wording::Wording::new(onstage::wording::Language::English);
    let file = Versions::of(&before, &after, true).file;
    let lines: Vec<String> = file.iter().map(|change| words.file_change(change).1).collect();
    assert_eq!(
        lines,
        [
            "Planning sheet “Tables”, what is wanted: most profit → least cost",
            "Planning sheet “Tables”, how Large holds: at most → at least",
            "Planning sheet “Mix”, worth of 1: 60 → 70",
            "Planning sheet “Mix”, least of 1: blank → 1",
            "Planning sheet “Mix”, most of 1: 6 → blank",
        ]
    );
}
