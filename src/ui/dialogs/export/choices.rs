//! What can be chosen for a format.

use egui::Ui;

use crate::drawing::{PageCount, PaperSize};
use crate::exchange::Exporter;
use crate::exports::{Choices, Motif, PAGE_COUNTS, PAPERS, PixelSize, THEMES};
use crate::pictures::Chart;
use crate::ui::app::App;
use crate::ui::controls::named_choice;

/// The width of a choice, in points.
const WIDTH: f32 = 150.0;
/// Pixels to a point that are offered.
const SCALES: [f32; 4] = [1.0, 2.0, 3.0, 4.0];

/// Shows the choices of a format.
pub(super) fn show(ui: &mut Ui, app: &App, exporter: &Exporter, choices: &mut Choices) {
    if !exporter.is_drawn() {
        ui.label(app.words.text("export-scenario-only"));
        return;
    }
    let words = &app.words;
    egui::Grid::new("export choices").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| {
        motif(ui, app, choices);
        let themes = THEMES
            .map(|(word, theme)| (theme, words.text(&format!("export-theme-{word}")).to_owned()));
        let name = words.text("export-theme");
        choose(ui, name, &mut choices.theme, &themes);
        match exporter.ending {
            "png" => pixels(ui, app, choices),
            "svg" => {}
            _ => pages(ui, app, choices),
        }
    });
    let is_chart = matches!(choices.motif, Motif::Chart(_));
    ui.add_enabled_ui(!is_chart, |ui| {
        let mut figures = !choices.hides_figures;
        ui.checkbox(&mut figures, words.text("export-figures"));
        choices.hides_figures = !figures;
        let can_fold = matches!(choices.motif, Motif::Sheet);
        ui.add_enabled_ui(can_fold, |ui| {
            ui.checkbox(&mut choices.rows, words.text("export-rows"));
        });
    });
    match exporter.ending {
        "png" => {
            ui.checkbox(&mut choices.transparent, words.text("export-transparent"));
        }
        "svg" => {
            ui.checkbox(&mut choices.outlines, words.text("export-outlines"))
                .on_hover_text(words.text("export-outlines-help"));
        }
        _ => {}
    }
}

/// A row of the grid: a name and what can be chosen.
fn choose<T: Copy + PartialEq>(ui: &mut Ui, name: &str, now: &mut T, options: &[(T, String)]) {
    if let Some(chosen) = named_choice(ui, name, WIDTH, *now, options) {
        *now = chosen;
    }
    ui.end_row();
}

/// A motif by its place in the list that is offered.
fn motif(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let words = &app.words;
    let mut offered = vec![(Motif::Sheet, words.text("export-sheet").to_owned())];
    let steps = &app.editor.selection().steps;
    if !steps.is_empty() {
        let counted = words.counted("steps", steps.len());
        let text = words.with("export-selected", &[("steps", counted.into())]);
        offered.push((Motif::Steps(steps.clone()), text));
    }
    let blueprint = app.editor.blueprint();
    let shown = app.editor.scenario().id();
    for other in blueprint.scenarios().iter().filter(|other| other.id() != shown) {
        for (stacked, key) in [(false, "export-compared"), (true, "export-stacked")] {
            let text = words.with(key, &[("name", other.name().into())]);
            offered.push((Motif::Pair { before: other.id(), stacked }, text));
        }
    }
    for chart in Chart::ALL {
        let text = words.with("export-chart", &[("chart", words.text(chart.key()).into())]);
        offered.push((Motif::Chart(chart), text));
    }
    let now = offered.iter().position(|(motif, _)| *motif == choices.motif).unwrap_or(0);
    let options: Vec<(usize, String)> =
        offered.iter().enumerate().map(|(at, (_, text))| (at, text.clone())).collect();
    let mut chosen = now;
    choose(ui, words.text("export-shows"), &mut chosen, &options);
    // What was selected, or a scenario, may be gone.
    if let Some((motif, _)) = offered.get(chosen) {
        choices.motif = motif.clone();
    }
}

fn pixels(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let words = &app.words;
    let mut scale = match choices.size {
        PixelSize::Scale(scale) => scale,
        PixelSize::Width(_) => SCALES[1],
    };
    let options: Vec<(f32, String)> = SCALES
        .into_iter()
        .chain((!SCALES.contains(&scale)).then_some(scale))
        .map(|scale| (scale, format!("{} ×", words.number(scale.into()))))
        .collect();
    choose(ui, words.text("export-scale"), &mut scale, &options);
    choices.size = PixelSize::Scale(scale);
}

fn pages(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let words = &app.words;
    let papers: [(PaperSize, String); 4] =
        PAPERS.map(|(word, paper)| (paper, words.text(&format!("export-paper-{word}")).to_owned()));
    choose(ui, words.text("export-paper"), &mut choices.paper, &papers);
    let counts: [(PageCount, String); 3] = PAGE_COUNTS
        .map(|(word, count)| (count, words.text(&format!("export-pages-{word}")).to_owned()));
    choose(ui, words.text("export-pages"), &mut choices.pages, &counts);
}
