//! What can be chosen for a format.

use std::collections::BTreeSet;

use egui::Ui;

use crate::drawing::{PageCount, PaperSize};
use crate::exchange::{Export, Exporter};
use crate::exports::{Choices, Motif, PAGE_COUNTS, PAPERS, PixelSize, THEMES, Theme};
use crate::pictures::{Chart, Improving, QualityPicture};
use crate::reports::Part;
use crate::ui::app::App;
use crate::ui::controls::{named_choice, small};
use crate::ui::theme::Tokens;

/// The width of a choice, in points.
const WIDTH: f32 = 150.0;
/// Pixels to a point that are offered.
const SCALES: [f32; 4] = [1.0, 2.0, 3.0, 4.0];

/// Shows the choices of a format.
pub(super) fn show(ui: &mut Ui, app: &App, exporter: &Exporter, choices: &mut Choices) {
    let words = &app.words;
    if !exporter.is_drawn() {
        ui.add(egui::Label::new(words.text(format_key(exporter.ending))).wrap());
        if matches!(exporter.export, Export::Document(_)) {
            small(ui, Tokens::of(ui.ctx()), words.text("export-scenario-only"));
        }
        return;
    }
    egui::Grid::new("export choices").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| {
        motif(ui, app, exporter, choices);
        let themes = THEMES.map(|(_, theme)| (theme, words.text(theme_key(theme)).to_owned()));
        let name = words.text("export-theme");
        choose(ui, name, &mut choices.theme, &themes);
        let is_report = is_report(exporter, choices);
        match exporter.ending {
            "png" => pixels(ui, app, choices),
            "pdf" | "docx" => pages(ui, app, choices, is_report),
            _ => {}
        }
    });
    if is_report(exporter, choices) {
        parts(ui, app, choices);
        return;
    }
    let is_chart = matches!(
        choices.motif,
        Motif::Chart(_) | Motif::Quality(_) | Motif::Improving(..) | Motif::Frontier
    );
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
fn motif(ui: &mut Ui, app: &App, exporter: &Exporter, choices: &mut Choices) {
    let words = &app.words;
    if matches!(exporter.export, Export::Report(_)) {
        if !matches!(choices.motif, Motif::Report(_)) {
            choices.motif = Motif::Report(BTreeSet::new());
        }
        return;
    }
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
    if !blueprint.judgements().quality.items.is_empty() {
        for picture in QualityPicture::ALL {
            let name = words.labelled(words.text("chart-tab-quality"), words.text(picture.key()));
            let text = words.with("export-chart", &[("chart", name.into())]);
            offered.push((Motif::Quality(picture), text));
        }
    }
    let today = app.assessing.today();
    for picture in
        Improving::ALL.into_iter().filter(|it| it.is_there(blueprint, app.editor.scenario()))
    {
        let text = words.with("export-chart", &[("chart", words.text(picture.key()).into())]);
        offered.push((Motif::Improving(picture, today), text));
    }
    let redesign = words.text("chart-tab-redesign");
    let text = words.with("export-chart", &[("chart", redesign.into())]);
    offered.push((Motif::Frontier, text));
    if matches!(exporter.export, Export::Pages(_)) {
        let report = match &choices.motif {
            report @ Motif::Report(_) => report.clone(),
            _ => Motif::Report(BTreeSet::new()),
        };
        // Near the top, where a long list shows it.
        offered.insert(1, (report, words.text("export-report").to_owned()));
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

/// Whether a report comes of it.
pub(super) fn is_report(exporter: &Exporter, choices: &Choices) -> bool {
    matches!(exporter.export, Export::Report(_))
        || matches!(exporter.export, Export::Pages(_)) && matches!(choices.motif, Motif::Report(_))
}

/// The parts that a report has.
fn parts(ui: &mut Ui, app: &App, choices: &mut Choices) {
    let Motif::Report(without) = &mut choices.motif else { return };
    let words = &app.words;
    small(ui, Tokens::of(ui.ctx()), words.text("export-parts"));
    // All of them are in sight.
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = 20.0;
    for part in Part::ALL {
        // There is nothing to compare the only scenario with, or no sheet.
        let is_missing = !part.is_in(app.editor.blueprint());
        let mut has = !without.contains(&part) && !is_missing;
        let tick = egui::Checkbox::new(&mut has, words.text(part.key()));
        let response = ui.add_enabled(!is_missing, tick);
        let why = match part {
            Part::Plans => words.text("export-no-plans"),
            _ => words.text("obstacle-one-scenario"),
        };
        let response = response.on_disabled_hover_text(why);
        if response.changed() {
            if has {
                without.remove(&part);
            } else {
                without.insert(part);
            }
        }
    }
}

fn pages(ui: &mut Ui, app: &App, choices: &mut Choices, is_report: bool) {
    let words = &app.words;
    let papers: [(PaperSize, String); 4] =
        PAPERS.map(|(_, paper)| (paper, words.text(paper_key(paper)).to_owned()));
    choose(ui, words.text("export-paper"), &mut choices.paper, &papers);
    if is_report {
        return;
    }
    let counts: [(PageCount, String); 3] =
        PAGE_COUNTS.map(|(_, count)| (count, words.text(count_key(count)).to_owned()));
    choose(ui, words.text("export-pages"), &mut choices.pages, &counts);
}

/// What is said of a format.
pub(super) fn format_key(ending: &str) -> &'static str {
    match ending {
        "csv" => "export-format-csv",
        "docx" => "export-format-docx",
        "html" => "export-format-html",
        "md" => "export-format-md",
        "mmd" => "export-format-mmd",
        "pdf" => "export-format-pdf",
        "png" => "export-format-png",
        "svg" => "export-format-svg",
        "xlsx" => "export-format-xlsx",
        _ => "",
    }
}

fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "export-theme-light",
        Theme::Dark => "export-theme-dark",
        Theme::Contrast => "export-theme-contrast",
    }
}

fn paper_key(paper: PaperSize) -> &'static str {
    match paper {
        PaperSize::A4 => "export-paper-a4",
        PaperSize::A3 => "export-paper-a3",
        PaperSize::Letter => "export-paper-letter",
        PaperSize::Sheet => "export-paper-sheet",
    }
}

fn count_key(count: PageCount) -> &'static str {
    match count {
        PageCount::Auto => "export-pages-auto",
        PageCount::One => "export-pages-one",
        PageCount::Tiles => "export-pages-tiles",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::EXPORTERS;

    #[test]
    fn every_format_says_what_it_is_for() {
        for exporter in EXPORTERS {
            assert_ne!(format_key(exporter.ending), "", "{}", exporter.ending);
        }
    }
}
