//! A lesson in a file. What it names need not be there any more: a stop stays, framed on what is left.

use serde::Deserialize;

use super::at::{At, Fault};
use super::lines::Lines;
use super::row::{Row, text};
use crate::blueprint::{Id, IdSource, Lesson, ScenarioId, Stop};

/// A lesson.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLesson {
    pub title: String,
    pub stops: Vec<FileStop>,
}

/// A stop.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileStop {
    pub id: Option<f64>,
    pub title: String,
    pub scenario: Option<f64>,
    pub shows: String,
    #[serde(rename = "with")]
    pub compared: Option<f64>,
    pub sheet: Option<f64>,
    pub around: Vec<f64>,
    pub spotlight: Vec<f64>,
    pub view: Option<(f64, f64, f64)>,
    pub hold: Vec<String>,
    pub figures: Vec<String>,
    pub ask: String,
    pub answers: Vec<String>,
    pub levers: Vec<String>,
    pub minutes: Option<f64>,
    pub note: String,
}

/// Checks what a file says. Stops without a number get a fresh one.
pub fn read(at: &At<'_>, file: &FileLesson, ids: &mut IdSource) -> Result<Lesson, Fault> {
    let mut lesson = Lesson { title: file.title.clone(), stops: Vec::new() };
    for (index, row) in file.stops.iter().enumerate() {
        let at = at.row("stops", index);
        let id = at.own_number(row.id, ids)?;
        if lesson.stops.iter().any(|(other, _)| *other == id) {
            let twice =
                crate::blueprint::PartsError::DuplicateId { sort: "stops", number: id.number() };
            return Err(at.field("id").fault(super::errors::DecodeProblem::Parts(twice)));
        }
        lesson.stops.push((id, stop(&at, row)?));
    }
    Ok(lesson)
}

fn stop(at: &At<'_>, file: &FileStop) -> Result<Stop, Fault> {
    let number = |field: &'static str, value: Option<f64>| -> Result<Option<ScenarioId>, Fault> {
        value.map(|value| at.field(field).number(value)).transpose()
    };
    let steps = |field: &'static str, steps: &[f64]| {
        let steps = steps.iter().enumerate();
        steps.map(|(index, step)| at.row(field, index).number(*step)).collect::<Result<_, _>>()
    };
    let most = i64::from(Stop::MOST_MINUTES);
    let minutes = file.minutes.map(|minutes| at.field("minutes").small(minutes, 0..=most));
    let view = file.view.filter(|(x, y, zoom)| [x, y, zoom].iter().all(|it| it.is_finite()));
    Ok(Stop {
        title: file.title.clone(),
        scenario: number("scenario", file.scenario)?,
        shows: file.shows.clone(),
        with: number("with", file.compared)?,
        sheet: file.sheet.map(|value| at.field("sheet").number(value)).transpose()?,
        around: steps("around", &file.around)?,
        spotlight: steps("spotlight", &file.spotlight)?,
        view: view.map(|(x, y, zoom)| [x, y, zoom]),
        hold: file.hold.clone(),
        figures: file.figures.clone(),
        ask: file.ask.clone(),
        answers: file.answers.clone(),
        levers: file.levers.clone(),
        minutes: minutes.transpose()?,
        note: file.note.clone(),
    })
}

/// Every number that a stop of a lesson has.
pub fn numbers_in(file: &FileLesson) -> impl Iterator<Item = Option<f64>> {
    file.stops.iter().map(|stop| stop.id)
}

/// A lesson as lines: a stop on one.
pub fn write(out: &mut Lines, lesson: &Lesson) {
    out.open("lesson: (");
    if !lesson.title.is_empty() {
        out.line(&format!("title: {},", text(&lesson.title)));
    }
    if !lesson.stops.is_empty() {
        out.open("stops: [");
        for (id, stop) in &lesson.stops {
            out.ended_line(&row(*id, stop).on_one_line(), ",");
        }
        out.close("],");
    }
    out.close("),");
}

fn row(id: impl Id, stop: &Stop) -> Row {
    let texts = |texts: &[String]| texts.iter().map(|it| text(it)).collect::<Vec<_>>().into_iter();
    Row::of(id)
        .text("title", &stop.title)
        .some("scenario", stop.scenario)
        .text("shows", &stop.shows)
        .some("with", stop.with)
        .some("sheet", stop.sheet)
        .list("around", stop.around.iter().map(ToString::to_string))
        .list("spotlight", stop.spotlight.iter().map(ToString::to_string))
        .some("view", stop.view.map(|[x, y, zoom]| format!("({x}, {y}, {zoom})")))
        .list("hold", texts(&stop.hold))
        .list("levers", texts(&stop.levers))
        .list("figures", texts(&stop.figures))
        .text("ask", &stop.ask)
        .list("answers", texts(&stop.answers))
        .some("minutes", stop.minutes)
        .text("note", &stop.note)
}
