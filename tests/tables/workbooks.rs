//! Workbooks that were written from a blueprint: what reads back, and what follows a change.

use std::io::{Cursor, Read};

use calamine::Reader;
use onstage::analysis::{Analysis, analyse};
use onstage::blueprint::sheets::{Purpose, Sheet};
use onstage::blueprint::{
    Blueprint, Demand, Emotion, FailPoint, Judgements, Lane, Link, LinkKind, Meeting, Quantity,
    Rating, Role, RoleId, Scenario, Share, Span, Step, StepId, TimeUnit, ValueKind, WaitPoint,
    Zone,
};
use onstage::exchange::{
    CellContent, CellLook, CellResult, Date, EXPORTERS, Export, NotHeld, NoticeKind, Source,
    Workbook, WorkbookSheet, roles_from_table, steps_from_table, write_roles, write_steps,
};
use onstage::wording::{Language, Wording};
use onstage::workbooks::{WorkbookSource, workbook};

use super::formulas::{Cells, Value};
use super::{empty, read};

const DAY: Date = Date::of(2026, 11, 29).unwrap();

fn made(blueprint: &Blueprint, scenario: &Scenario, language: Language) -> Workbook {
    let words = Wording::new(language);
    let source = WorkbookSource { blueprint, scenario, date: DAY, words: &words };
    workbook(&source).workbook
}

fn written(workbook: &Workbook) -> Vec<u8> {
    let exporter = EXPORTERS.iter().find(|exporter| exporter.ending == "xlsx").unwrap();
    let Export::Workbook(write) = exporter.export else { panic!("no workbook") };
    write(workbook).unwrap().files.remove(0).bytes
}

fn read_back(bytes: &[u8]) -> (Scenario, Vec<NoticeKind>) {
    let source = Source::of_bytes(bytes, None).unwrap();
    let (mut scenario, mut ids) = empty();
    let added = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
    (scenario, added.notices.into_iter().map(|notice| notice.kind).collect())
}

/// What two tables say of a scenario.
fn as_tables(scenario: &Scenario) -> Scenario {
    let (mut back, mut ids) = empty();
    roles_from_table(&write_roles(scenario).text, &mut back, &mut ids).unwrap();
    steps_from_table(&write_steps(scenario).text, &mut back, &mut ids).unwrap();
    back
}

/// Every blueprint that is shipped, in each language, with the language that it is in.
fn shipped() -> Vec<(Blueprint, Language, String)> {
    let all = onstage::storage::samples().iter().chain(onstage::storage::templates());
    all.flat_map(|sample| {
        Language::ALL.map(|language| {
            let name = format!("{} {}", sample.key, language.code());
            (sample.open_in(language.code()).unwrap(), language, name)
        })
    })
    .collect()
}

fn office() -> Blueprint {
    onstage::storage::sample("driver-licence-office").unwrap().open_in("en").unwrap()
}

/// What is read back as a new blueprint, as every import makes one.
fn blueprint_back(bytes: &[u8]) -> (Blueprint, Vec<NoticeKind>) {
    let source = Source::of_bytes(bytes, None).unwrap();
    let reading = source.propose().unwrap();
    let mut blueprint = Blueprint::empty("file", "As-is");
    let id = blueprint.baseline().id();
    let added = blueprint.edit(id, |scenario, ids| Ok(source.add(&reading, scenario, ids)));
    source.name(&mut blueprint, id);
    let notices = added.unwrap().unwrap().notices;
    (blueprint, notices.into_iter().map(|notice| notice.kind).collect())
}

/// Every figure of the whole, by its name.
fn figures(scenario: &Scenario) -> Vec<(String, Option<f64>)> {
    let analysis = analyse(scenario);
    let own = |name: &str, figure: &onstage::analysis::Figure| (name.to_owned(), figure.value);
    let mut all = vec![
        own("capacity", &analysis.capacity_per_hour),
        own("demand", &analysis.demand_per_hour),
        own("output", &analysis.output_per_hour),
        own("utilisation", &analysis.utilisation),
        own("rush order", &analysis.rush_order_time_s),
        own("throughput", &analysis.throughput_time_s),
        own("wip", &analysis.wip),
        own("cost", &analysis.cost_per_customer),
        own("profit", &analysis.profit_per_hour),
        own("margin", &analysis.money.margin_per_customer),
    ];
    let comparison =
        onstage::redesign::compare_analysed((scenario, &analysis), (scenario, &analysis));
    all.extend(comparison.figures.iter().map(|it| own(&format!("{:?}", it.key), &it.after)));
    for (id, step) in scenario.steps() {
        let Some(of_step) = analysis.steps.get(id) else { continue };
        all.push(own(&format!("wait {}", step.name), &of_step.wait_s));
        all.push(own(&format!("in time {}", step.name), &of_step.within_acceptable));
    }
    for (id, role) in scenario.roles() {
        all.push(own(&format!("load {}", role.name), &analysis.roles[id].utilisation));
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    all
}

/// What steps hold beyond the columns of tables, by their names.
fn details(scenario: &Scenario) -> Vec<String> {
    let name = |id: StepId| scenario.steps()[&id].name.clone();
    let of = |step: &Step| {
        let recovery = step.fail.as_ref().and_then(|fail| fail.recovery_step).map(name);
        // What is judged of it is told to have no room either.
        let fail = step.fail.clone().map(|fail| FailPoint {
            recovery_step: None,
            cause: None,
            guard: String::new(),
            guard_kind: None,
            response: None,
            recovered: None,
            ..fail
        });
        format!(
            "{} {:?} {fail:?} {recovery:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            step.name,
            // Patience belongs to the day, for which there is no room.
            step.wait.as_ref().map(|wait| wait.acceptable),
            step.value,
            step.emotion,
            step.standard,
            step.acceptable,
            step.target,
            step.meeting,
            (&step.procedure, &step.documents),
            step.owner,
        )
    };
    let mut all: Vec<String> = scenario.steps().values().map(|step| of(step)).collect();
    all.sort();
    all
}

fn said_of(notices: &[NoticeKind], what: NotHeld) -> bool {
    notices.iter().any(|it| matches!(it, NoticeKind::NotHeld(it, _) if *it == what))
}

/// Whether a scenario has a day, and with it what only a simulation knows.
fn knows_days(scenario: &Scenario) -> bool {
    scenario.demand().day.is_some()
}

#[test]
fn a_workbook_reads_back_with_all_its_figures() {
    let mut lost = Vec::new();
    for (blueprint, language, name) in shipped() {
        for scenario in blueprint.scenarios().iter().filter(|it| !it.steps().is_empty()) {
            let written = written(&made(&blueprint, scenario, language));
            let (back, notices) = blueprint_back(&written);
            let read = back.baseline();
            let expected = as_tables(scenario);
            assert_eq!(write_steps(read).text, write_steps(&expected).text, "{name}");
            assert_eq!(write_roles(read).text, write_roles(&expected).text, "{name}");
            // Of the day it says that it has no room for it; its hours stay.
            let without = Demand { day: None, ..scenario.demand().clone() };
            assert_eq!(*read.demand(), without, "{name}");
            assert_eq!(said_of(&notices, NotHeld::Day), knows_days(scenario), "{name}");
            assert_eq!(back.currency(), blueprint.currency(), "{name}");
            assert_eq!(back.title(), blueprint.title(), "{name}");
            assert_eq!(read.name(), scenario.name(), "{name}");
            assert_eq!(details(read), details(scenario), "{name}");
            let (found, expected) = (figures(read), figures(scenario));
            for ((figure, found), (other, expected)) in found.iter().zip(&expected) {
                assert!(figure == other && close(*found, *expected), "{name}: {figure} {other}");
            }
            assert_eq!(found.len(), expected.len());
            // All that is said is what the workbook has no room for, and that a role does nothing.
            for notice in &notices {
                match notice {
                    NoticeKind::NotHeld(what, _) => lost.push(*what),
                    NoticeKind::RolesUnneeded(_) => {}
                    notice => panic!("{name}: {notice:?}"),
                }
            }
            let said = |what| said_of(&notices, what);
            assert_eq!(said(NotHeld::Scenarios), blueprint.scenarios().len() > 1, "{name}");
            assert_eq!(said(NotHeld::Surroundings), !scenario.elements().is_empty(), "{name}");
            for other in blueprint.scenarios().iter().filter(|other| other.id() != scenario.id()) {
                let named = |it: &NoticeKind| match it {
                    NoticeKind::NotHeld(_, names) => names.contains(other.name()),
                    _ => false,
                };
                assert!(notices.iter().any(named), "{name}: {} {notices:?}", other.name());
            }
        }
    }
    assert!(lost.contains(&NotHeld::Scenarios) && lost.contains(&NotHeld::Surroundings));
}

#[test]
fn whatever_a_workbook_has_no_room_for_is_named_when_it_is_read() {
    for language in Language::ALL {
        let mut blueprint = office();
        blueprint.set_only_today(true);
        blueprint.set_rates(onstage::blueprint::RateUnit::Day);
        let judgements = Judgements { concept: "Quick".to_owned(), ..Judgements::default() };
        blueprint.set_judgements(judgements);
        let sheet = Sheet::of("Tables and chairs", Purpose::Production);
        let sheet = (blueprint.fresh_id(), std::sync::Arc::new(sheet));
        blueprint.set_sheets(vec![sheet]);
        let id = blueprint.baseline().id();
        blueprint
            .edit(id, |scenario, ids| {
                let lane = Lane { name: "Bare".to_owned(), ..Lane::new(Zone::Support) };
                scenario.add_lane(lane, ids);
                let first = *scenario.steps().keys().next().unwrap();
                let flowing = scenario.steps().iter().find(|(_, step)| step.kind.flows());
                let first = flowing.map_or(first, |(id, _)| *id);
                scenario.set_demand(scenario.demand().with_a_day())?;
                let mut rules = scenario.redesign_rules().clone();
                rules.first = Some(first);
                scenario.set_redesign_rules(rules)
            })
            .unwrap();
        let (_, notices) =
            blueprint_back(&written(&made(&blueprint, blueprint.baseline(), language)));
        let words = Wording::new(language);
        for what in NotHeld::ALL {
            let found = notices.iter().find_map(|notice| match notice {
                NoticeKind::NotHeld(it, names) if *it == what => Some(names),
                _ => None,
            });
            let names = found.unwrap_or_else(|| panic!("{what:?} {notices:?}"));
            let said = words.import_notice(&NoticeKind::NotHeld(what, names.clone()).into());
            assert!(said.contains(names) && said.contains(&words.not_held(what, "")), "{said}");
        }
    }
}

#[test]
fn everything_a_step_can_hold_comes_back() {
    let mut office = office();
    let id = office.baseline().id();
    office
        .edit(id, |scenario, _| {
            let all: Vec<StepId> = scenario.steps().keys().copied().collect();
            let span = |minutes| Span::new(minutes, TimeUnit::Minute).unwrap();
            for (at, id) in all.iter().enumerate() {
                let mut step = Step::clone(&scenario.steps()[id]);
                step.wait = [
                    None,
                    Some(WaitPoint::default()),
                    Some(WaitPoint { acceptable: Some(span(1.5)), patience: None }),
                ][at % 3]
                    .clone();
                step.value = ValueKind::ALL.get(at % 4).copied();
                step.standard = (at % 2 == 0).then(|| span(0.1 + at as f64));
                step.acceptable = (at % 3 == 0).then(|| span(3.0));
                step.target = (at % 5 == 0).then(|| span(1.0 / 3.0));
                step.emotion = Emotion::new(i8::try_from(at % 5).unwrap() - 2).ok();
                step.meeting = [None, Some(Meeting::Join), Some(Meeting::Merge)][at % 3];
                step.owner = ["", "Ann", "=1+1"][at % 3].to_owned();
                step.procedure = ["", "First\nthen", "-"][at % 3].to_owned();
                step.documents = ["", "'quoted", "F"][at % 3].to_owned();
                step.fail = [
                    None,
                    Some(FailPoint::default()),
                    Some(FailPoint {
                        what: "Misspelt; \"name\"".to_owned(),
                        how_often: Share::fraction(1.0, 3.0).ok(),
                        severity: Rating::new(7).ok(),
                        detection: Rating::new(10).ok(),
                        recovery: "+1 form".to_owned(),
                        recovery_step: Some(all[(at + 3) % all.len()]),
                        ..FailPoint::default()
                    }),
                ][at % 3]
                    .clone();
                scenario.set_step(*id, step)?;
            }
            Ok(())
        })
        .unwrap();
    for language in Language::ALL {
        let scenario = office.baseline();
        let (back, notices) = blueprint_back(&written(&made(&office, scenario, language)));
        assert_eq!(details(back.baseline()), details(scenario));
        let known = |it: &NoticeKind| matches!(it, NoticeKind::NotHeld(..));
        assert!(notices.iter().all(known), "{notices:?}");
    }
}

#[test]
fn what_was_changed_in_a_workbook_is_read_and_what_was_spoilt_is_named() {
    let office = office();
    let mut book = made(&office, office.baseline(), Language::English);
    let number = |text: &str| onstage::exchange::SheetCell::text(text);
    book.sheets[0].rows[1][1] = number("72");
    book.sheets[0].rows[2][1] = number("4.50");
    book.sheets[0].rows[3][1] = number("a lot");
    let (back, notices) = blueprint_back(&written(&book));
    assert_eq!(back.baseline().demand().per_hour, Quantity::new(72.0).ok());
    assert_eq!(back.baseline().demand().price, Quantity::new(4.5).ok());
    assert!(notices.contains(&NoticeKind::CellsLeftOut(vec!["a lot".to_owned()])), "{notices:?}");
    // Among steps that are there, their demand stays, which is said.
    let source = Source::of_bytes(&written(&book), None).unwrap();
    let (mut scenario, mut ids) = empty();
    steps_from_table("step,time\nA,1 min\n", &mut scenario, &mut ids).unwrap();
    let added = source.add(&source.propose().unwrap(), &mut scenario, &mut ids).unwrap();
    assert_eq!(scenario.demand(), &Demand::default());
    assert!(added.notices.iter().any(|notice| notice.kind == NoticeKind::DemandKept));
}

#[test]
fn names_that_begin_like_formulas_stay_texts_and_come_back() {
    const NAMES: &[&str] = &[
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "'=1+1",
        "'",
        "''=x",
        "-",
        "12",
        "1/3",
        "70 %",
        "30 s",
        "end",
        "=HYPERLINK(\"http://x\")",
        "a\nb",
        "_x0041_",
        "<b>&amp;",
        "TRUE",
        "1:30",
        "a; b",
    ];
    let (mut scenario, mut ids) = empty();
    for (at, name) in NAMES.iter().enumerate() {
        let role = Role { availability: Share::fraction(1.0, 3.0).unwrap(), ..Role::new(*name, 0) };
        let role = scenario.add_role(role, &mut ids).unwrap();
        let zone = onstage::blueprint::Zone::ALL[1 + at % 4];
        let lane = scenario.lanes_of(zone).next().unwrap().0;
        let phase = *scenario.phases().keys().next().unwrap();
        let place = onstage::blueprint::Place {
            lane,
            phase,
            at: onstage::blueprint::SheetPoint::default(),
        };
        let kind = onstage::blueprint::StepKind::Action;
        let mut step = onstage::blueprint::Step::new(*name, kind, place);
        step.needs = vec![onstage::blueprint::Need::one(role)];
        scenario.add_step(step, &mut ids).unwrap();
    }
    let steps: Vec<StepId> = scenario.steps().keys().copied().collect();
    for (pair, label) in steps.windows(2).zip(NAMES.iter().cycle().skip(3)) {
        let label = if label.contains('\n') { "" } else { label };
        let link = Link::between(pair[0], pair[1], LinkKind::Flow);
        scenario.add_link(Link { label: label.to_owned(), ..link }, &mut ids).unwrap();
    }
    let blueprint = Blueprint::empty("=cmd", "As-is");
    let book = made(&blueprint, &scenario, Language::English);
    for (sheet, rows) in book.sheets.iter().map(|sheet| (&sheet.name, &sheet.rows)) {
        for cell in rows.iter().flatten() {
            let CellContent::Formula(formula, _) = &cell.content else { continue };
            assert!(["Summary", "Roles", "Scenarios"].contains(&sheet.as_str()), "{sheet}");
            assert!(!formula.contains("HYPERLINK"), "{formula}");
        }
    }
    let (back, notices) = read_back(&written(&book));
    assert_eq!(write_steps(&back).text, write_steps(&as_tables(&scenario)).text);
    assert_eq!(write_roles(&back).text, write_roles(&as_tables(&scenario)).text);
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn the_same_workbook_is_the_same_to_the_byte() {
    let office = office();
    let bytes = || written(&made(&office, office.baseline(), Language::English));
    let (first, again) = (bytes(), bytes());
    assert!(first == again);
    let mut book = made(&office, office.baseline(), Language::English);
    book.date = Date::of(2026, 11, 28).unwrap();
    assert!(written(&book) != first, "the day is in it");
    let mut zip = zip::ZipArchive::new(Cursor::new(first)).unwrap();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        assert_eq!(part.last_modified().map(|time| time.year()), Some(1980), "{name}");
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        assert_eq!(text.contains("2026-11-29"), name == "docProps/core.xml");
    }
}

/// The sheet of scenarios.
fn scenarios_of(book: &Workbook) -> &WorkbookSheet {
    let named = |sheet: &&WorkbookSheet| ["Scenarios", "方案"].contains(&sheet.name.as_str());
    book.sheets.iter().find(named).unwrap()
}

/// The names of the sheets of a workbook, the summary and the roles.
fn names(book: &Workbook) -> (&str, &str) {
    (&book.sheets[0].name, &book.sheets[2].name)
}

fn close(found: Option<f64>, expected: Option<f64>) -> bool {
    match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        (found, expected) => found == expected,
    }
}

/// Holds what the summary and the roles of a workbook come to against an analysis.
fn hold(cells: &Cells, book: &Workbook, scenario: &Scenario, figures: &Analysis, about: &str) {
    let (summary, roles) = names(book);
    for (row, figure) in [
        (4, &figures.capacity_per_hour),
        (5, &figures.output_per_hour),
        (6, &figures.utilisation),
        (8, &figures.cycle_time_s),
        (11, &figures.cost_per_customer),
        (12, &figures.money.margin_per_customer),
        (13, &figures.profit_per_hour),
    ] {
        let place = (summary, row, 1);
        if cells.is_live(place) {
            let found = cells.number(place);
            assert!(close(found, figure.value), "{about}: row {row} {found:?} {:?}", figure.value);
        }
    }
    for (row, id) in scenario.roles().keys().enumerate() {
        let of_role = &figures.roles[id];
        for (column, figure) in [(7, &of_role.capacity_per_hour), (9, &of_role.utilisation)] {
            let place = (roles, row + 1, column);
            if cells.is_live(place) {
                assert!(close(cells.number(place), figure.value), "{about}: role {row} {column}");
            }
        }
    }
}

#[test]
fn formulas_come_to_what_the_analysis_says() {
    let (mut live, mut values) = (0, 0);
    for (blueprint, language, name) in shipped() {
        for scenario in blueprint.scenarios() {
            let book = made(&blueprint, scenario, language);
            let cells = Cells::of(&book);
            for (place, stored) in cells.formulas() {
                match (cells.value(place), stored) {
                    (Value::Number(found), CellResult::Number(stored)) => {
                        assert!(close(Some(found), Some(*stored)), "{name} {place:?} {found}");
                    }
                    (Value::Text(text), CellResult::Blank) if text.is_empty() => {}
                    (Value::Blank, CellResult::Blank) => {}
                    other => panic!("{name} {place:?}: {other:?}"),
                }
            }
            let is_live = cells.is_live((names(&book).0, 4, 1));
            live += usize::from(is_live);
            values += usize::from(!is_live);
            hold(&cells, &book, scenario, &analyse(scenario), &name);
            for (row, id) in scenario.roles().keys().enumerate() {
                for more in [1, 5] {
                    let changed = with_more(scenario, *id, more);
                    let mut cells = Cells::of(&book);
                    let count = changed.roles()[id].headcount;
                    cells.set((names(&book).1, row + 1, 2), f64::from(count));
                    let about = format!("{name} {} role {row} +{more}", scenario.name());
                    hold(&cells, &book, &changed, &analyse(&changed), &about);
                }
            }
            for (demand, price, overhead) in [(1.0, 20.0, 0.0), (500.0, 3.0, 7.5)] {
                let mut changed = Scenario::clone(scenario);
                let quantity = |number| Quantity::new(number).unwrap();
                changed
                    .set_demand(Demand {
                        per_hour: Some(quantity(demand)),
                        price: Some(quantity(price)),
                        overhead_per_hour: quantity(overhead),
                        ..scenario.demand().clone()
                    })
                    .unwrap();
                let mut cells = Cells::of(&book);
                for (row, number) in [(1, demand), (2, price), (3, overhead)] {
                    cells.set((names(&book).0, row, 1), number);
                }
                hold(&cells, &book, &changed, &analyse(&changed), &format!("{name} {demand}"));
            }
        }
    }
    assert!(live > 10 && values > 0, "{live} live, {values} not");
}

fn with_more(scenario: &Scenario, id: RoleId, more: u32) -> Scenario {
    let mut changed = scenario.clone();
    let role = Role::clone(&scenario.roles()[&id]);
    let headcount = role.headcount + more;
    changed.set_role(id, Role { headcount, ..role }).unwrap();
    changed
}

#[test]
fn a_second_records_officer_makes_it_ninety_an_hour() {
    let office = office();
    let book = made(&office, office.baseline(), Language::English);
    let mut cells = Cells::of(&book);
    let figures = |cells: &Cells| [4, 6, 11].map(|row| cells.number(("Summary", row, 1)).unwrap());
    let near = |found: [f64; 3], expected: [f64; 3]| {
        found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.0005)
    };
    assert!(near(figures(&cells), [60.0, 0.9, 1.704]), "{:?}", figures(&cells));
    let roles = &book.sheets[2].rows;
    let name = CellContent::Text("Records officer".to_owned());
    let row = roles.iter().position(|row| row[0].content == name).unwrap();
    assert_eq!(roles[row][2].look, CellLook::Input);
    cells.set(("Roles", row, 2), 2.0);
    assert!(near(figures(&cells), [90.0, 0.6, 1.926]), "{:?}", figures(&cells));
    // The differences of the scenarios follow: "To-be A" serves 120.
    let scenarios = &scenarios_of(&book).rows;
    assert_eq!(scenarios[0][3].content, CellContent::Text("To-be A".to_owned()));
    assert_eq!(cells.number(("Scenarios", 1, 4)), Some(30.0));
    // Without a cost that it rests on, what a customer costs is not known.
    cells.clear(("Roles", row, 4));
    assert_eq!(cells.value(("Summary", 11, 1)), Value::Text(String::new()));
}

#[test]
fn shares_differ_by_percentage_points() {
    for language in Language::ALL {
        let office = onstage::storage::sample("driver-licence-office").unwrap();
        let office = office.open_in(language.code()).unwrap();
        let book = made(&office, office.baseline(), language);
        let (words, sheet) = (Wording::new(language), scenarios_of(&book));
        let name = CellContent::Text(words.text("figure-utilisation").to_owned());
        let row = sheet.rows.iter().position(|row| row[0].content == name).unwrap();
        let found = Cells::of(&book).number((&sheet.name, row, 4)).unwrap();
        assert!((found + 45.0).abs() < 1e-9, "90 % less 45 %: {found}");
        let code = sheet.rows[row][4].format.code().unwrap();
        assert!(code.contains(words.text("workbook-points")) && !code.contains('%'), "{code}");
    }
}

#[test]
fn what_is_in_the_file_is_what_was_made() {
    let office = office();
    for language in Language::ALL {
        let book = made(&office, office.baseline(), language);
        let mut file: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(written(&book))).unwrap();
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(file.sheet_names(), names);
        if language == Language::English {
            assert_eq!(
                names.join(" "),
                "Summary Steps Roles Links Details Scenarios Problems About"
            );
        }
        for sheet in &book.sheets {
            let values = file.worksheet_range(&sheet.name).unwrap();
            let formulas = file.worksheet_formula(&sheet.name).unwrap();
            for (row, cells) in (0_u32..).zip(&sheet.rows) {
                for (column, cell) in (0_u32..).zip(cells) {
                    let found = values.get_value((row, column)).cloned().unwrap_or_default();
                    let formula = formulas.get_value((row, column)).cloned().unwrap_or_default();
                    let (text, expected) = match &cell.content {
                        CellContent::Blank => (String::new(), calamine::Data::Empty),
                        CellContent::Text(text) => {
                            (String::new(), calamine::Data::String(text.clone()))
                        }
                        CellContent::Number(it) => (String::new(), calamine::Data::Float(*it)),
                        CellContent::Formula(formula, CellResult::Number(it)) => {
                            (formula.clone(), calamine::Data::Float(*it))
                        }
                        CellContent::Formula(formula, CellResult::Blank) => {
                            (formula.clone(), calamine::Data::String(String::new()))
                        }
                    };
                    assert_eq!((formula, found), (text, expected), "{} {row} {column}", sheet.name);
                }
            }
        }
    }
}

/// What stands in the row of a planning sheet's sheet that begins with a name.
fn row_of(book: &Workbook, sheet: &str, name: &str) -> Vec<CellContent> {
    let sheet = book.sheets.iter().find(|found| found.name == sheet).unwrap();
    let begins = |row: &&Vec<onstage::exchange::SheetCell>| {
        row.first().is_some_and(|cell| cell.content == CellContent::Text(name.to_owned()))
    };
    let row = sheet.rows.iter().rev().find(begins).unwrap();
    row.iter().map(|cell| cell.content.clone()).collect()
}

/// All rows of a planning sheet's sheet that begin with a name.
fn rows_of(book: &Workbook, sheet: &str, name: &str) -> Vec<Vec<CellContent>> {
    let sheet = book.sheets.iter().find(|found| found.name == sheet).unwrap();
    let rows = sheet.rows.iter().map(|row| row.iter().map(|cell| cell.content.clone()).collect());
    let is_meant =
        |row: &Vec<CellContent>| row.first() == Some(&CellContent::Text(name.to_owned()));
    rows.filter(is_meant).collect()
}

/// Whether a row of a sheet is like that.
fn row_of_any(book: &Workbook, sheet: &str, is: &dyn Fn(&[CellContent]) -> bool) -> bool {
    let sheet = book.sheets.iter().find(|found| found.name == sheet).unwrap();
    let mut rows = sheet.rows.iter();
    rows.any(|row| is(&row.iter().map(|cell| cell.content.clone()).collect::<Vec<_>>()))
}

#[test]
fn planning_sheets_say_totals_counts_pools_and_what_parts_would_bring() {
    let class = onstage::storage::sample("planning-class").unwrap().open_in("en").unwrap();
    let book = made(&class, class.baseline(), Language::English);
    let text = |text: &str| CellContent::Text(text.to_owned());
    let number = |found: &CellContent, expected: f64| match found {
        CellContent::Number(found) => {
            assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
        }
        other => panic!("{other:?}, not {expected}"),
    };

    let companies = "Plan Three of five companies";
    let count = row_of(&book, companies, "Number chosen");
    assert_eq!(count[1], text("exactly"));
    number(&count[2], 3.0);
    number(&count[3], 3.0);
    let parts = row_of(&book, companies, "If parts were allowed");
    number(&parts[1], 12_647.019_867_549_669);

    let total = row_of(&book, "Plan Feed", "Total of all");
    assert_eq!(total[1], text("at least"));
    number(&total[2], 800.0);
    number(&total[3], 800.0);
    // Thirty per cent of the total, as the number that this is.
    let least = row_of_any(&book, "Plan Feed", &|row| row.contains(&CellContent::Number(0.3)));
    assert!(least, "the share of protein is a number");
    assert!(matches!(&total[4], CellContent::Text(brings) if brings.contains("0.547059")));

    // Ways: costs, and below them what is carried, as numbers.
    let name = class.sheets().iter().find(|(_, sheet)| sheet.purpose.has_ways());
    let (_, peas) = name.unwrap();
    let page = format!("Plan {}", peas.name);
    let carried = rows_of(&book, &page, &peas.from[0].name);
    for (found, expected) in carried[0][1..5].iter().zip([464.0, 513.0, 654.0, 867.0]) {
        number(found, expected);
    }
    for (found, expected) in carried[1][1..5].iter().zip([0.0, 20.0, 0.0, 55.0]) {
        number(found, expected);
    }
    // What there is, what is used, what is left.
    for (found, expected) in carried[2][1..4].iter().zip([75.0, 75.0, 0.0]) {
        number(found, expected);
    }

    // Doctors: 225 an hour at the margin, 187.5 for a whole one, less a wage of 100.
    let doctor = row_of(&book, "Plan Mix", "Doctor");
    for (found, expected) in doctor[1..].iter().zip([225.0, 187.5, 87.5]) {
        number(found, expected);
    }
    let nurse = row_of(&book, "Plan Mix", "Nurse");
    number(&nurse[2], 0.0);
    number(&nurse[3], -26.0);
}

#[test]
fn a_capacity_that_is_no_quotient_is_a_value() {
    for (table, why) in [
        ("step,role,time\nA,Nurse | Doctor,1 min\n", "a need has alternatives"),
        ("step,role,time,places\nA,Nurse,1 min,\nB,,10 min,2\n", "places bind"),
        ("step,role,time\nA,2 Nurse,1 min\n", "two at once"),
    ] {
        let scenario = read(table);
        let mut scenario = scenario;
        let all: Vec<RoleId> = scenario.roles().keys().copied().collect();
        for id in all {
            scenario = with_more(&scenario, id, 2);
        }
        let blueprint = Blueprint::empty("", "");
        let book = made(&blueprint, &scenario, Language::English);
        let cells = Cells::of(&book);
        for row in [4, 5, 6, 8, 11] {
            assert!(!cells.is_live(("Summary", row, 1)), "{why}: row {row}");
        }
        let remark = Value::Text("recompute in Onstage".to_owned());
        assert_eq!(cells.value(("Summary", 4, 4)), remark, "{why}");
    }
    let scenario = read("step,role,time,places\nA,Nurse,1 min,\nB,,10 s,2\n");
    let book = made(&Blueprint::empty("", ""), &scenario, Language::English);
    let mut cells = Cells::of(&book);
    assert_eq!(cells.number(("Summary", 4, 1)), Some(60.0));
    // With more nurses the places would bind at 720 an hour.
    cells.set(("Roles", 1, 2), 20.0);
    assert_eq!(cells.number(("Summary", 4, 1)), Some(720.0));
}

#[test]
fn links_of_a_sheet_count_where_the_steps_say_none() {
    let office = office();
    let scenario = office.baseline();
    let book = made(&office, scenario, Language::English);
    let strip = |keep: &dyn Fn(usize) -> bool, links: &dyn Fn(&mut Workbook)| {
        let mut book = book.clone();
        for row in &mut book.sheets[1].rows {
            let cells = std::mem::take(row).into_iter().enumerate();
            *row = cells.filter(|(at, _)| keep(*at)).map(|(_, cell)| cell).collect();
        }
        links(&mut book);
        read_back(&written(&book))
    };
    let flow = |scenario: &Scenario| {
        let mut all = super::links(scenario);
        all.sort();
        all
    };
    // Without the columns of next, together and trigger.
    let (back, notices) = strip(&|at| !(10..=12).contains(&at), &|_| {});
    assert_eq!(flow(&back), flow(scenario));
    assert!(!notices.contains(&NoticeKind::LinksDiffer), "{notices:?}");
    // With both, and one of them changed.
    let (back, notices) = strip(&|_| true, &|book| {
        book.sheets[3].rows.pop();
    });
    assert_eq!(flow(&back), flow(scenario), "the columns of the steps count");
    assert!(notices.contains(&NoticeKind::LinksDiffer), "{notices:?}");
}
