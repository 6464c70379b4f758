//! The handout of a lesson, by the command line.

use std::path::{Path, PathBuf};

use onstage::blueprint::{Blueprint, IdSource, Lesson, Scenario, Stop, StopId};
use onstage::storage;

use super::{command, count, onstage, said};

/// A file with a lesson of two stops and a kept try.
fn with_lesson(folder: &Path, language: &str) -> PathBuf {
    let sample = storage::sample("driver-licence-office").unwrap();
    let mut blueprint = sample.open_in(language).unwrap();
    let stop = |title: &str, shows: &str| Stop {
        title: title.to_owned(),
        shows: shows.to_owned(),
        hold: vec!["bottleneck".to_owned(), "figures".to_owned()],
        figures: vec!["capacity_per_hour".to_owned(), "throughput_time_s".to_owned()],
        ask: "Which desk decides?".to_owned(),
        answers: vec!["Payment".to_owned(), "Violations".to_owned()],
        note: "Secret of the trainer".to_owned(),
        ..Stop::default()
    };
    let stops = [("Read it", "sheet"), ("Why 90 % hurts", "waiting")];
    let stops = stops.map(|(title, shows)| (blueprint.fresh_id::<StopId>(), stop(title, shows)));
    let lesson = Lesson { title: "60, 90, 120".to_owned(), stops: stops.into() };
    blueprint.set_lesson(Some(lesson));
    let first = blueprint.baseline().id();
    let kept = blueprint.duplicate_scenario(first, "Clerk tests eyes").unwrap();
    let keep = |scenario: &mut Scenario, _: &mut IdSource| {
        scenario.set_by("Table 3");
        Ok::<_, onstage::blueprint::Refusal>(())
    };
    blueprint.edit(kept, keep).unwrap();
    let path = folder.join("lesson.ron");
    storage::save(&path, &blueprint).unwrap();
    path
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// What a handout in HTML says.
fn html(file: &Path, more: &[&str]) -> String {
    let file = text(file);
    let words = ["handout", file.as_str(), "-o", "-", "--to", "html", "--date", "2026-11-29"];
    let output = onstage(&[&words[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_handout_has_a_page_for_each_stop_and_never_a_note() {
    let folder = tempfile::tempdir().unwrap();
    for (language, tag, assumed) in [("en", "en", "Assumed"), ("zh-Hans", "zh", "假设")] {
        let file = with_lesson(folder.path(), language);
        let more = ["--language", tag];
        let plain = html(&file, &more);
        for told in ["60, 90, 120", "Read it", "Why 90 % hurts", "Which desk decides?", "Table 3"] {
            assert!(plain.contains(told), "{told} in {language}");
        }
        assert!(plain.contains(assumed), "{language}");
        assert!(!plain.contains("Secret of the trainer"));
        assert!(!plain.contains("<script"));
        let answered = html(&file, &[&more[..], &["--answers"]].concat());
        let heading = if tag == "en" { ">Answers<" } else { ">答案<" };
        assert!(!plain.contains(heading) && answered.contains(heading), "{language}");
        assert!(!answered.contains("Secret of the trainer"));
    }
}

#[test]
fn a_handout_is_pages_with_text_or_a_picture_of_each_stop() {
    let folder = tempfile::tempdir().unwrap();
    let file = with_lesson(folder.path(), "en");
    let pdf = folder.path().join("lesson.pdf");
    let output = onstage(&["handout", &text(&file), "--answers", "-o", &text(&pdf)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let bytes = std::fs::read(&pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    // Text has fonts with a way back to its letters.
    assert!(count(&bytes, "/ToUnicode") > 0);
    let walls = folder.path().join("walls");
    let output = onstage(&["handout", &text(&file), "-o", &text(&walls)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("2 pictures"), "{}", said(&output));
    for name in ["01.png", "02.png"] {
        assert!(std::fs::read(walls.join(name)).unwrap().starts_with(b"\x89PNG"));
    }
    let again = onstage(&["handout", &text(&file), "-o", &text(&walls)]);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("already exists"), "{}", said(&again));
}

#[test]
fn a_copy_for_participants_has_no_lesson() {
    let folder = tempfile::tempdir().unwrap();
    let file = with_lesson(folder.path(), "en");
    let copy = folder.path().join("participants.ron");
    let output = onstage(&["handout", &text(&file), "-o", &text(&copy)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let written = std::fs::read_to_string(&copy).unwrap();
    assert!(!written.contains("lesson:") && !written.contains("Secret"), "{written}");
    assert!(written.contains("Clerk tests eyes"));
}

#[test]
fn what_cannot_be_a_handout_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.ron");
    storage::save(&empty, &Blueprint::empty("Nothing", "As-is")).unwrap();
    let output = onstage(&["handout", &text(&empty), "-o", "-", "--to", "pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("holds no lesson and no step"), "{}", said(&output));
    let output = command(&["handout", super::OFFICE, "-o", "x.csv"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("a handout is written as"), "{}", said(&output));
}

#[test]
fn a_file_without_a_lesson_is_handed_out_with_the_suggested_stops() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("clinic.pdf");
    let clinic = "assets/samples/en/clinic-appointments.ron";
    let output = onstage(&["handout", clinic, "-o", &text(&pdf)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("the stops that Onstage suggests"), "{}", said(&output));
}

#[test]
fn no_page_tells_what_a_later_one_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let sample = storage::sample("driver-licence-office").unwrap();
    let path = folder.path().join("lesson.ron");
    storage::save(&path, &sample.open_in("en").unwrap()).unwrap();
    let page = html(&path, &[]);
    let first = page.find("Read it like a customer").unwrap();
    let asks = page.find("Which desk decides?").unwrap();
    let between = &page[first..asks];
    assert!(between.contains("held back"), "its picture says so");
    assert!(!between.contains("Bottleneck: Check"), "no picture tells it");
}

#[test]
fn answers_name_their_letter_and_the_figures_after_the_change() {
    let folder = tempfile::tempdir().unwrap();
    let sample = storage::sample("driver-licence-office").unwrap();
    let mut blueprint = sample.open_in("en").unwrap();
    let ids: Vec<_> = blueprint.scenarios().iter().map(|scenario| scenario.id()).collect();
    let limit = "Check violations";
    let figures = vec!["capacity_per_hour".to_owned(), "throughput_time_s".to_owned()];
    let guess = Stop {
        title: "Which desk".to_owned(),
        hold: vec!["bottleneck".to_owned()],
        ask: "Which?".to_owned(),
        answers: vec!["Payment".to_owned(), limit.to_owned()],
        figures: figures.clone(),
        ..Stop::default()
    };
    let compared = Stop {
        title: "Compared".to_owned(),
        scenario: ids.get(1).copied(),
        with: ids.first().copied(),
        ask: "What changes?".to_owned(),
        figures: figures.clone(),
        ..Stop::default()
    };
    let cure = Stop {
        title: "Cure".to_owned(),
        ask: "What would help?".to_owned(),
        hold: vec!["help".to_owned()],
        figures,
        ..Stop::default()
    };
    let money = Stop {
        title: "The money".to_owned(),
        shows: "money".to_owned(),
        ask: "What of it is paid for waiting?".to_owned(),
        ..Stop::default()
    };
    let stops = [guess, compared, cure, money];
    let stops = stops.map(|stop| (blueprint.fresh_id::<StopId>(), stop));
    blueprint.set_lesson(Some(Lesson { title: "Guessing".to_owned(), stops: stops.into() }));
    let path = folder.path().join("lesson.ron");
    storage::save(&path, &blueprint).unwrap();
    let page = html(&path, &["--answers"]);
    let answers = &page[page.find(">Answers<").unwrap()..];
    assert!(answers.contains("Answer: B"), "{answers}");
    assert!(answers.contains(", before "), "{answers}");
    assert!(answers.contains("One change that helps"), "{answers}");
    // Of a chart its own sentence answers, not what limits the service.
    let of_money = &answers[answers.find("The money").expect("the last stop")..];
    assert!(of_money.contains("of it") && !of_money.contains("Bottleneck"), "{of_money}");
    // What is held back is not told by what describes a picture either.
    let first = &page[..page.find("Which desk").unwrap()];
    let described = first.split("<desc").skip(1).map(|part| part.split("</desc>").next().unwrap());
    for text in described {
        assert!(!text.contains(limit) && !text.contains("60 /h"), "{text}");
    }
    assert!(page.contains("14 steps"), "evidence is no step: {first}");
}

#[test]
fn the_page_of_a_day_shows_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let sample = storage::sample("licence-office-day").unwrap();
    let mut blueprint = sample.open_in("en").unwrap();
    let stop = Stop { title: "The day".to_owned(), shows: "day".to_owned(), ..Stop::default() };
    let id = blueprint.fresh_id::<StopId>();
    blueprint.set_lesson(Some(Lesson { title: String::new(), stops: vec![(id, stop)] }));
    let path = folder.path().join("day.ron");
    storage::save(&path, &blueprint).unwrap();
    let page = html(&path, &[]);
    assert!(page.contains("Most come at"), "the picture of the day");
}
