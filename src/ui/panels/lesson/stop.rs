//! The fields of a stop.

use egui::{Id, Ui};

use super::{edit_of, held_key, picture_key};
use crate::blueprint::{HeldBack, Lesson, Refusal, Stop, StopId, StopLever, StopPicture};
use crate::presenting::with_stop;
use crate::stage::figure_named;
use crate::ui::controls::{section_head, small};
use crate::ui::fields::{ValueField, choice, text_area};
use crate::ui::view_context::ViewContext;

/// The figures that a stop is offered, by their names in a file.
const FIGURES: [&str; 9] = [
    "demand_per_hour",
    "capacity_per_hour",
    "utilisation",
    "throughput_time_s",
    "rush_order_time_s",
    "wait_s",
    "wip",
    "cost_per_customer",
    "profit_per_hour",
];

/// Shows the fields of the chosen stop.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let lesson = view.editor.blueprint().lesson().cloned();
    let (Some(lesson), Some(id)) = (lesson, view.chosen_stop) else { return };
    let Some((_, stop)) = lesson.stops.iter().find(|(other, _)| *other == id) else { return };
    ui.spacing_mut().item_spacing.y = 5.0;
    let fields = Fields { lesson: &lesson, id, stop };
    fields.heading(ui, view);
    fields.picture(ui, view);
    fields.spotlight(ui, view);
    ui.add_space(6.0);
    section_head(ui, view.tokens, view.text("lesson-field-figures"));
    fields.figures(ui, view);
    ui.add_space(6.0);
    section_head(ui, view.tokens, view.text("lesson-field-hold"));
    for (name, what) in HeldBack::NAMES {
        let is_on = stop.holds(what);
        if let Some(hold) = ticked(ui, view.text(held_key(what)), is_on, true, &stop.hold, name) {
            fields.set(view, Stop { hold, ..stop.clone() });
        }
    }
    ui.add_space(6.0);
    section_head(ui, view.tokens, view.text("lesson-field-levers"));
    for (name, what) in StopLever::NAMES {
        let key = match what {
            StopLever::Demand => "figure-demand",
            StopLever::Headcount => "lesson-lever-headcount",
            StopLever::Time => "lesson-lever-time",
        };
        let is_on = stop.lever_kinds().any(|lever| lever == what);
        if let Some(levers) = ticked(ui, view.text(key), is_on, true, &stop.levers, name) {
            fields.set(view, Stop { levers, ..stop.clone() });
        }
    }
    ui.add_space(6.0);
    fields.question(ui, view);
}

/// A box that is ticked while a list holds a name; answers the list with or without it, once it was clicked.
fn ticked(
    ui: &mut Ui,
    text: &str,
    is_on: bool,
    can: bool,
    list: &[String],
    name: &str,
) -> Option<Vec<String>> {
    let mut on = is_on;
    let clicked = ui.add_enabled(can, egui::Checkbox::new(&mut on, text)).changed();
    clicked.then(|| {
        let others = list.iter().filter(|other| *other != name).cloned();
        others.chain(on.then(|| name.to_owned())).collect()
    })
}

/// A stop and the lesson that it belongs to.
struct Fields<'a> {
    lesson: &'a Lesson,
    id: StopId,
    stop: &'a Stop,
}

impl Fields<'_> {
    fn source(&self, field: &'static str) -> Id {
        Id::unique(("stop", self.id, field))
    }

    fn set(&self, view: &mut ViewContext<'_>, stop: Stop) {
        view.edit(edit_of(with_stop(self.lesson, self.id, stop)));
    }

    fn heading(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let (lesson, id, stop) = (self.lesson, self.id, self.stop);
        let title = ValueField {
            source: self.source("title"),
            name: view.text("lesson-field-title"),
            shown: &stop.title,
            hint: "",
            help: "",
        };
        title.show_as_title(
            ui,
            view,
            |text| Ok(text.to_owned()),
            |title| edit_of(with_stop(lesson, id, Stop { title, ..stop.clone() })),
        );
        let minutes = stop.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
        let field = ValueField {
            source: self.source("minutes"),
            name: view.text("lesson-field-minutes"),
            shown: &minutes,
            hint: "",
            help: view.text("lesson-field-minutes-help"),
        };
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => {
                let minutes: u32 = text.parse().map_err(|_| Refusal::NotANumber)?;
                if minutes > Stop::MOST_MINUTES {
                    Err(Refusal::TooLarge)
                } else {
                    Ok(Some(minutes))
                }
            }
        };
        field.show(ui, view, read, |minutes| {
            edit_of(with_stop(lesson, id, Stop { minutes, ..stop.clone() }))
        });
    }

    fn picture(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let stop = self.stop;
        let words = view.words;
        let pictures: Vec<(StopPicture, &str)> = StopPicture::NAMES
            .iter()
            .map(|(_, picture)| (*picture, words.text(picture_key(*picture))))
            .collect();
        let name = words.text("lesson-field-shows");
        if let Some(chosen) = choice(ui, view, name, "", stop.picture(), &pictures) {
            let shows = if chosen == StopPicture::Sheet { "" } else { chosen.name() };
            self.set(view, Stop { shows: shows.to_owned(), ..stop.clone() });
        }
        let blueprint = std::sync::Arc::clone(view.editor.blueprint());
        if stop.picture() == Some(StopPicture::Plan) {
            let sheets: Vec<_> =
                blueprint.sheets().iter().map(|(id, sheet)| (*id, sheet.name.as_str())).collect();
            let now = stop.sheet.or_else(|| sheets.first().map(|(id, _)| *id));
            let name = words.text("lesson-field-sheet");
            if let Some(chosen) = choice(ui, view, name, "", now, &sheets) {
                self.set(view, Stop { sheet: Some(chosen), ..stop.clone() });
            }
        }
        let scenarios: Vec<_> = blueprint
            .scenarios()
            .iter()
            .map(|scenario| (scenario.id(), words.scenario_name(scenario)))
            .collect();
        let now = stop.scenario.unwrap_or(blueprint.baseline().id());
        let name = words.text("lesson-field-scenario");
        if let Some(chosen) = choice(ui, view, name, "", Some(now), &scenarios) {
            self.set(view, Stop { scenario: Some(chosen), ..stop.clone() });
        }
        let mut others: Vec<_> = vec![(None, words.text("lesson-with-none"))];
        others.extend(scenarios.iter().map(|(id, name)| (Some(*id), *name)));
        let name = words.text("lesson-field-with");
        if let Some(with) = choice(ui, view, name, "", Some(stop.with), &others) {
            self.set(view, Stop { with, ..stop.clone() });
        }
        let around = if stop.around.is_empty() {
            words.text("lesson-around-all").to_owned()
        } else {
            words.with("lesson-around-some", &[("count", stop.around.len().into())])
        };
        small(ui, view.tokens, around);
        ui.horizontal(|ui| {
            let selected: Vec<_> = view.editor.selection().steps.iter().copied().collect();
            let button = egui::Button::new(words.text("lesson-around-selected"));
            if ui.add_enabled(!selected.is_empty(), button).clicked() {
                self.set(view, Stop { around: selected, ..stop.clone() });
            }
            let button = egui::Button::new(words.text("lesson-around-whole"));
            if ui.add_enabled(!stop.around.is_empty(), button).clicked() {
                self.set(view, Stop { around: Vec::new(), ..stop.clone() });
            }
        });
    }

    /// Which cards stand out.
    fn spotlight(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let stop = self.stop;
        let words = view.words;
        let text = if stop.spotlight.is_empty() {
            words.text("lesson-spotlight-none").to_owned()
        } else {
            words.counted("lesson-spotlight-some", stop.spotlight.len())
        };
        small(ui, view.tokens, text);
        ui.horizontal(|ui| {
            let selected: Vec<_> = view.editor.selection().steps.iter().copied().collect();
            let button = egui::Button::new(words.text("lesson-spotlight-selected"));
            if ui.add_enabled(!selected.is_empty(), button).clicked() {
                self.set(view, Stop { spotlight: selected, ..stop.clone() });
            }
            let button = egui::Button::new(words.text("lesson-spotlight-off"));
            if ui.add_enabled(!stop.spotlight.is_empty(), button).clicked() {
                self.set(view, Stop { spotlight: Vec::new(), ..stop.clone() });
            }
        });
    }

    fn figures(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let stop = self.stop;
        for name in FIGURES {
            let Some(figure) = figure_named(name) else { continue };
            let is_on = stop.figures.iter().any(|other| other == name);
            let can = is_on || stop.figures.len() < Stop::MOST_FIGURES;
            let text = figure.name(view.words);
            if let Some(figures) = ticked(ui, text, is_on, can, &stop.figures, name) {
                self.set(view, Stop { figures, ..stop.clone() });
            }
        }
    }

    fn question(&self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let (lesson, id, stop) = (self.lesson, self.id, self.stop);
        let words = view.words;
        let name = words.text("lesson-field-ask");
        text_area(ui, view, self.source("ask"), name, &stop.ask, "", |ask| {
            edit_of(with_stop(lesson, id, Stop { ask: one_line(&ask), ..stop.clone() }))
        });
        let answers = stop.answers.join("\n");
        let (name, hint) =
            (words.text("lesson-field-answers"), words.text("lesson-field-answers-hint"));
        text_area(ui, view, self.source("answers"), name, &answers, hint, |text| {
            let lines = text.lines().map(str::to_owned);
            let answers = lines.take(MOST_ANSWERS).collect();
            edit_of(with_stop(lesson, id, Stop { answers, ..stop.clone() }))
        });
        let (name, hint) = (words.text("lesson-field-note"), words.text("lesson-field-note-hint"));
        text_area(ui, view, self.source("note"), name, &stop.note, hint, |note| {
            edit_of(with_stop(lesson, id, Stop { note, ..stop.clone() }))
        });
    }
}

/// More answers than these have no letter.
const MOST_ANSWERS: usize = 8;

/// A question stands in one line.
fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
