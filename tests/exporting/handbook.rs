//! The handbook of a service, by the command line and as a document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onstage::analysis::analyse;
use onstage::blueprint::{
    Blueprint, FailPoint, Judgements, RiskResponse, RoleId, StepId, TimeUnit,
};
use onstage::drawing::{Document, DocumentBlock, Typesetter};
use onstage::pictures::Shown;
use onstage::reports::{ReportSource, handbook};
use onstage::storage;
use onstage::wording::{Language, Units, Wording};

use super::{OFFICE, OFFICE_CHINESE, count, onstage, said};

/// A handbook as Markdown, on a day that never changes.
fn markdown(file: &str, more: &[&str]) -> String {
    let words = ["handbook", file, "-o", "-", "--to", "md", "--date", "2026-11-29"];
    let output = onstage(&[&words[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{file}: {}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// What stands below a heading, up to the next of its level or above.
fn below<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("{heading}\n")).unwrap();
    let level = heading.split(' ').next().unwrap_or_default().len();
    let ends = (1..=level).filter_map(|level| rest.find(&format!("\n{} ", "#".repeat(level))));
    &rest[..ends.min().unwrap_or(rest.len())]
}

/// The document of the first scenario, of which a role only what it needs.
fn document(blueprint: &Blueprint, language: Language, role: Option<RoleId>) -> Document {
    let scenario = blueprint.baseline();
    let mut words = Wording::new(language);
    words.set_units(Units::of(blueprint, scenario));
    let analysis = analyse(scenario);
    let shown =
        Shown { scenario, analysis: &analysis, words: &words, currency: blueprint.currency() };
    let source = ReportSource { blueprint, shown, file: "office.ron", date: "today" };
    handbook(&source, role, &Typesetter::new(1.0))
}

/// All samples and templates of a language.
fn shipped(language: Language) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["assets/samples", "assets/templates"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(language.code());
        files.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.sort();
    files
}

/// The licence office, its step “Check violations” and its “Records officer” laid down as it is asked.
fn office(change: impl FnOnce(&mut onstage::blueprint::Step)) -> Blueprint {
    let mut blueprint = storage::sample("driver-licence-office").unwrap().open_in("en").unwrap();
    let first = blueprint.baseline().id();
    let scenario = Arc::clone(blueprint.baseline());
    let (id, step) =
        scenario.steps().iter().find(|(_, step)| step.name == "Check violations").unwrap();
    let (id, mut step): (StepId, _) = (*id, (**step).clone());
    change(&mut step);
    blueprint.edit(first, |scenario, _| scenario.set_step(id, step)).unwrap();
    blueprint
}

#[test]
fn the_office_has_six_sections() {
    let text = markdown(OFFICE, &[]);
    let phases = text.split("\n## Job description").next().unwrap();
    assert_eq!(phases.matches("\n### ").count(), 6, "{phases}");
    let check = below(&text, "### Check violations");
    for row in [
        "| Who | Records officer × 1 |",
        "| Owner | Records office |",
        "| Actions | 1\\. Look the applicant up by name and date of birth; note violations and restrictions on the form. |",
        "| What the customer does | Waits for check |",
        "| Time | 1 min |",
        "| Accepted wait | 5 min |",
        "| Documents | Driving record |",
        "| Surroundings | Benches facing the counters: 3 of 5. Waiting people see how far they are.<br>Progress board: 2 of 5. Shows whose record is being checked. |",
    ] {
        assert!(check.contains(row), "{row}\n{check}");
    }
    for blank in ["| Purpose", "| Skills", "| Standard", "| Target", "| If it fails"] {
        assert!(!check.contains(blank), "what is blank is left out: {check}");
    }
    let photograph = below(&text, "### Photograph");
    assert!(photograph.contains("| Who | Photographer × 1, Camera × 1 |"), "{photograph}");
    assert!(photograph.contains("| What the customer sees | Camera booth |"), "{photograph}");
    let review = below(&text, "### Review application");
    for row in [
        "| If it fails | The form is incomplete or not signed |",
        "| How often | 8 % |",
        "| Severity | 4 of 10 |",
        "| Detection | 2 of 10 |",
        "| Recovery | The clerk completes it",
    ] {
        assert!(review.contains(row), "{row}\n{review}");
    }
}

#[test]
fn a_fail_point_has_a_row_for_each_of_its_answers() {
    let text = markdown("assets/samples/en/licence-office-measured.ron", &[]);
    let rows =
        ["| Cause | People |", "| Put right | 95 % |", "| It guards | Customer: preparation |"];
    for row in rows {
        assert!(text.contains(row), "{row}");
    }
}

#[test]
fn what_is_still_to_be_written_is_named_once() {
    let text = markdown(OFFICE, &[]);
    let blanks = below(&text, "## Still to be written");
    // How long is accepted before the check is said of the wait, not of the step.
    let all = "| All 6 steps | Purpose, Skills, Manner, Result, Standard, Acceptable |";
    assert!(blanks.contains(all), "{blanks}");
    assert!(blanks.contains("| Photograph | Documents |"), "{blanks}");
    assert!(blanks.contains("| The service | Concept |"), "{blanks}");
    assert!(blanks.contains("| All 6 roles of staff | Authority, Skills |"), "{blanks}");
    assert_eq!(blanks.trim().lines().count(), 6, "{blanks}");
    assert!(below(&text, "## Training").contains("No step says which skills"), "{text}");
}

#[test]
fn a_job_description_is_made_from_the_steps() {
    let text = markdown(OFFICE, &[]);
    let job = below(&text, "## Job description: Records officer");
    for row in [
        "| Time per customer | 1 min |",
        "| Share of the day | 90 % |",
        "| Check violations | Verify | 1 min | 1 min | 90 % |",
    ] {
        assert!(job.contains(row), "{row}\n{job}");
    }
    let clerk = below(&text, "## Job description: Clerk");
    assert!(clerk.contains("### Risks") && clerk.contains("not signed"), "{clerk}");
    assert!(text.contains("\n## Equipment: Camera\n"), "things have a page, but no job");
}

#[test]
fn a_skill_that_a_step_asks_for_and_its_role_lacks_is_a_hole() {
    let mut blueprint = office(|step| {
        step.skills = "Reading the register\nTact".to_owned();
        step.purpose = "Nobody drives who may not".to_owned();
        step.procedure = "Look up\nNote it".to_owned();
    });
    let first = blueprint.baseline().id();
    let scenario = Arc::clone(blueprint.baseline());
    let (id, role) =
        scenario.roles().iter().find(|(_, role)| role.name == "Records officer").unwrap();
    let (id, mut role) = (*id, (**role).clone());
    role.skills = " tact ".to_owned();
    blueprint.edit(first, |scenario, _| scenario.set_role(id, role)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron");
    storage::save(&file, &blueprint).unwrap();
    let text = markdown(file.to_str().unwrap(), &[]);
    let training = below(&text, "## Training");
    let hole =
        "| **Records officer** | **Reading the register** | **Check violations** | **A hole** |";
    assert!(training.contains(hole), "{training}");
    let able = "| Records officer | Tact | Check violations | Yes |";
    assert!(training.contains(able), "{training}");
    let check = below(&text, "### Check violations");
    assert!(check.contains("| Purpose | Nobody drives who may not |"), "{check}");
    assert!(check.contains("| Actions | 1\\. Look up<br>2\\. Note it |"), "{check}");
    let blanks = below(&text, "## Still to be written");
    assert!(blanks.contains("| All 6 steps | Manner, Result, Standard, Acceptable |"), "{blanks}");
    assert!(!blanks.contains("| Records officer | Skills"), "{blanks}");
}

#[test]
fn whatever_is_laid_down_has_a_row() {
    let mut blueprint = office(|step| {
        let span = |text| onstage::blueprint::notation::parse_span(text, TimeUnit::Minute).ok();
        step.standard = span("1 min");
        step.acceptable = span("90 s");
        step.manner = "Unseen".to_owned();
        step.result = "A clean record".to_owned();
        for need in &mut step.needs {
            need.keep = true;
        }
        step.fail = Some(FailPoint {
            guard: "Two keys".to_owned(),
            response: Some(RiskResponse::Reduce),
            ..FailPoint::default()
        });
    });
    let concept = "Licensed in one visit".to_owned();
    blueprint.set_judgements(Judgements { concept, ..Judgements::default() });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.ron");
    storage::save(&file, &blueprint).unwrap();
    let text = markdown(file.to_str().unwrap(), &[]);
    assert!(below(&text, "## Concept").contains("Licensed in one visit"), "{text}");
    let check = below(&text, "### Check violations");
    for row in [
        "| Who | Records officer × 1, staying with the customer |",
        "| Standard | 1 min |",
        "| Acceptable | 1 min 30 s |",
        "| Manner | Unseen |",
        "| Result | A clean record |",
        "| If it fails | something fails |",
        "| Guard | Two keys |",
        "| Response | Reduce |",
    ] {
        assert!(check.contains(row), "{row}\n{check}");
    }
    let blanks = below(&text, "## Still to be written");
    let own = "| Check violations | What fails, How often, Severity, Detection, Recovery |";
    assert!(blanks.contains(own) && !blanks.contains("Concept"), "{blanks}");
    assert!(blanks.contains("| All 6 steps | Purpose, Skills |"), "{blanks}");
}

#[test]
fn of_a_role_there_are_only_its_pages() {
    let text = markdown(OFFICE, &["--role", "records OFFICER"]);
    assert!(text.contains("## Job description: Records officer"), "{text}");
    assert!(text.contains("### Check violations"), "{text}");
    for other in ["Clerk", "Photograph", "Eye test", "Still to be written"] {
        assert!(!text.contains(other), "{other}: {text}");
    }
    let words = ["handbook", OFFICE, "-o", "-", "--to", "md", "--role"];
    let near = onstage(&[&words[..], &["Record oficer"]].concat());
    assert_eq!(near.status.code(), Some(2));
    assert!(said(&near).contains("“Record oficer”"), "{}", said(&near));
    assert!(said(&near).contains("“Records officer”"), "{}", said(&near));
    let far = onstage(&[&words[..], &["Juggler"]].concat());
    assert!(said(&far).contains("Clerk") && said(&far).contains("Trooper"), "{}", said(&far));
}

#[test]
fn every_format_holds_it_and_none_is_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    for (sample, tag) in [(OFFICE, "en"), (OFFICE_CHINESE, "zh")] {
        for format in ["pdf", "html", "docx", "md"] {
            let file = folder.path().join(format!("{tag}.{format}"));
            let path = file.to_str().unwrap();
            let words = ["handbook", sample, "-o", path, "--language", tag, "--paper", "a4"];
            // Only what has pages has paper.
            let words = if matches!(format, "pdf" | "docx") { &words[..] } else { &words[..6] };
            let output = onstage(words);
            assert_eq!(output.status.code(), Some(0), "{path}: {}", said(&output));
            let bytes = std::fs::read(&file).unwrap();
            assert!(bytes.len() > 1_000, "{path}");
            if format == "pdf" {
                assert!(bytes.starts_with(b"%PDF"));
                assert!(count(&bytes, "/MediaBox") > 8, "a page for each role");
            }
            let again = onstage(words);
            assert_eq!(again.status.code(), Some(2), "{path}");
            assert_eq!(std::fs::read(&file).unwrap(), bytes, "{path}");
            let forced = onstage(&[words, &["--force"]].concat());
            assert_eq!(forced.status.code(), Some(0), "{path}: {}", said(&forced));
        }
    }
    let table = onstage(&["handbook", OFFICE, "-o", "x.csv"]);
    assert_eq!(table.status.code(), Some(2));
    assert!(said(&table).contains("a handbook is written as"), "{}", said(&table));
}

#[test]
fn an_empty_blueprint_says_that_nothing_is_laid_down() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.ron");
    storage::save(&empty, &Blueprint::empty("Nothing", "As-is")).unwrap();
    let text = markdown(empty.to_str().unwrap(), &[]);
    assert!(text.contains("No step says yet who serves customers"), "{text}");
    assert!(below(&text, "## Still to be written").contains("Concept"), "{text}");
}

#[test]
fn every_sample_has_a_handbook_without_blank_rows() {
    for language in Language::ALL {
        for file in shipped(language) {
            let name = file.display();
            let blueprint = storage::open(&file).unwrap().blueprint;
            let scenario = Arc::clone(blueprint.baseline());
            let roles = scenario.roles().keys().copied().map(Some);
            for role in roles.chain([None]) {
                let document = document(&blueprint, language, role);
                let mut titles = 0;
                for block in &document.blocks {
                    match block {
                        DocumentBlock::Heading(level, text) => {
                            titles += usize::from(*level == 1);
                            assert!((1..=3).contains(level) && !text.trim().is_empty(), "{name}");
                        }
                        DocumentBlock::Text(_, text) => assert!(!text.trim().is_empty(), "{name}"),
                        DocumentBlock::Table(table) => {
                            assert!(!table.rows.is_empty(), "{name}");
                            for row in &table.rows {
                                assert_eq!(row.cells.len(), table.columns.len(), "{name}: {row:?}");
                                let first = row.cells.first().unwrap();
                                assert!(!first.trim().is_empty(), "{name}: {row:?}");
                                let last = row.cells.last().unwrap();
                                assert!(!last.trim().is_empty(), "{name}: {row:?}");
                            }
                        }
                        _ => {}
                    }
                }
                assert_eq!(titles, 1, "{name}");
            }
        }
    }
}
