//! What stands above the rows of the page: the service, the facts, a few sentences with their figures set off.

use egui::text::LayoutJob;
use egui::{Color32, Label, Sense, TextFormat, Ui, Vec2};

use crate::reports::VerdictPage;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

/// The size of the title.
const TITLE: f32 = 21.0;
/// Of the name of the scenario.
const SCENARIO: f32 = 15.0;
/// Of sentences.
const SENTENCE: f32 = 14.5;
/// The title takes at most so much of the width, the scenario at most so much.
const MOST: f32 = 0.6;
const MOST_SCENARIO: f32 = 0.25;

/// Title, facts, sentences.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, page: &VerdictPage, large: f32) {
    let tokens = view.tokens;
    let title = match view.editor.blueprint().title().trim() {
        "" => view.text("untitled"),
        title => title,
    };
    let width = ui.available_width();
    let letters = font(Weight::Semibold, TITLE * large);
    let title = elided(ui, title, letters, tokens.ink, width * MOST);
    let scenario = view.words.scenario_name(view.scenario);
    let letters = font(Weight::Regular, SCENARIO * large);
    let scenario = elided(ui, scenario, letters, tokens.muted, width * MOST_SCENARIO);
    // The facts take what is left.
    let end = title.size().x + 10.0;
    let left = (width - end - scenario.size().x - 24.0).max(0.0);
    let note = elided(ui, &page.note, font(Weight::Regular, SMALL), tokens.muted, left);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, title.size().y), Sense::hover());
    let base = rect.bottom() - 3.0;
    ui.painter().galley(rect.min, title, tokens.ink);
    let at = egui::pos2(rect.left() + end, base - scenario.size().y);
    ui.painter().galley(at, scenario, tokens.muted);
    let at = egui::pos2(rect.right() - note.size().x, base - note.size().y);
    ui.painter().galley(at, note, tokens.muted);
    ui.add_space(4.0);
    for sentence in &page.sentences {
        ui.add(Label::new(set(sentence, SENTENCE * large, tokens.ink)).wrap());
    }
    ui.add_space(6.0);
}

/// A sentence in which figures are set off.
fn set(sentence: &str, size: f32, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (part, is_figure) in parts(sentence) {
        let weight = if is_figure { Weight::Semibold } else { Weight::Regular };
        let font_id = font(weight, size);
        let format = TextFormat { font_id, color: colour, ..TextFormat::default() };
        job.append(part, 0.0, format);
    }
    job
}

/// A sentence in pieces, each with whether it is a figure: digits with what belongs to them, and a unit behind.
fn parts(sentence: &str) -> Vec<(&str, bool)> {
    let belongs = |c: char| c.is_ascii_digit() || "$€£¥%≈±.,−".contains(c);
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let is_run = belongs(first);
        let end = rest.find(|c| belongs(c) != is_run).unwrap_or(rest.len());
        let (run, _) = rest.split_at(end);
        // What only ends a sentence is no figure, and stays behind the one before it.
        let figure = if is_run { run.trim_end_matches(['.', ',']) } else { "" };
        let is_figure = figure.contains(|c: char| c.is_ascii_digit());
        let length = if is_figure { figure.len() } else { run.len() };
        let unit = if is_figure { unit_behind(rest, length) } else { 0 };
        let (part, after) = rest.split_at(length + unit);
        parts.push((part, is_figure));
        rest = after;
    }
    parts
}

/// How long the unit is that stands behind so much of a text; 0 for none.
fn unit_behind(text: &str, length: usize) -> usize {
    const UNITS: [&str; 6] = [" %", " min", " s", " h", " d", " /h"];
    let (_, behind) = text.split_at(length);
    let found = UNITS.into_iter().find(|unit| {
        let after = behind.strip_prefix(unit);
        after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    });
    found.map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn figures(sentence: &str) -> Vec<&str> {
        let parts = parts(sentence);
        let whole: String = parts.iter().map(|(part, _)| *part).collect();
        assert_eq!(whole, sentence);
        parts.into_iter().filter(|(_, is_figure)| *is_figure).map(|(part, _)| part).collect()
    }

    #[test]
    fn figures_are_set_off_and_full_stops_are_not() {
        assert_eq!(
            figures("A customer costs $1.70, and 54 come. It is 18.9 % of 60."),
            ["$1.70", "54", "18.9 %", "60"]
        );
        assert_eq!(figures("每小时来 54 人，可服务 60 人。"), ["54", "60"]);
        assert_eq!(figures("It takes 4 min 7 s, or 5 hours."), ["4 min", "7 s", "5"]);
        assert!(figures("Nothing is known.").is_empty());
    }
}
