//! Two versions side by side on the wall.

use crate::analysis::Figure;
use crate::drawing::{
    Became, ComparedFigure, ComparedSide, DisplayList, Rect, WallComparison, WallTable, say,
};
use crate::redesign::{Comparison, Verdict, compare_analysed};

use super::figures::{StopFigure, figure_named};
use super::{Figured, StopView, TOLD};

/// Draws what a stop compares; answers what there is to see.
pub(super) fn draw_comparison(
    view: &StopView<'_>,
    area: Rect,
    u: f32,
    list: &mut DisplayList,
) -> String {
    let words = view.words;
    let held = view.held.figures && !view.on_desk;
    let told = |figure: StopFigure, version: Figured<'_>| {
        if held && !figure.is_entered() {
            "?".to_owned()
        } else {
            figure.told(version, words, view.blueprint.currency())
        }
    };
    let name = |of: Figured<'_>| match of.scenario.name().trim() {
        "" => words.text("scenario-unnamed").to_owned(),
        name => name.to_owned(),
    };
    if held && view.is_small {
        // Small, bars that are not there yet would be nothing at all.
        say("?", area, 4.0 * u, view.text, list);
        return words.text("wall-held-back").to_owned();
    }
    let Some(other) = view.other else {
        let mut table = WallTable { of_words: 1, ..WallTable::default() };
        table.heads = vec![String::new(), name(view.shown)];
        let row =
            |figure: StopFigure| vec![figure.name(words).to_owned(), told(figure, view.shown)];
        table.rows = figures(view).into_iter().map(row).collect();
        table.draw(area, u, view.text, list);
        return in_words(&table.heads, &table.rows, view);
    };
    // Before and after stand in one order, whichever is shown.
    let (before, after, shown) =
        if view.is_flipped { (view.shown, other, 0) } else { (other, view.shown, 1) };
    let found =
        compare_analysed((before.scenario, before.analysis), (after.scenario, after.analysis));
    let figure = |figure: StopFigure| {
        let hidden = held && !figure.is_entered();
        let values = [before, after].map(|side| figure.of(side.analysis));
        let shares = shares(&values);
        let [was, is] = shares.map(|share| share.filter(|_| !hidden));
        ComparedFigure {
            name: figure.name(words).to_owned(),
            sides: [
                ComparedSide { said: told(figure, before), share: was },
                ComparedSide { said: told(figure, after), share: is },
            ],
            change: if hidden {
                (String::new(), Became::Other)
            } else {
                change(view, figure, &found)
            },
        }
    };
    let mut comparison = WallComparison {
        names: [name(before), name(after)],
        shown,
        figures: figures(view).into_iter().map(figure).collect(),
        notes: Vec::new(),
    };
    // What changed tells as much as the figures do.
    if !((view.held.help || view.held.figures) && !view.on_desk) {
        let changes = words.changes_in_short(&found, before.scenario, after.scenario);
        let line = |sign: &str, text: &str| format!("{sign} {text}");
        comparison.notes = changes.into_iter().map(|it| line(it.sign.sign(), &it.text)).collect();
    }
    let more = |count: usize| words.with("wall-more", &[("count", count.into())]);
    comparison.draw(area, u, view.text, &more, list);
    let heads: Vec<String> =
        std::iter::once(String::new()).chain(comparison.names.iter().cloned()).collect();
    let rows = comparison.figures.iter().map(|figure| {
        let [was, is] = &figure.sides;
        [&figure.name, &was.said, &is.said, &figure.change.0]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    in_words(&heads, &rows, view)
}

/// The figures that are compared: those of the stop, with the usual ones where these are too few.
fn figures(view: &StopView<'_>) -> Vec<StopFigure> {
    let named = view.stop.figures.iter().filter_map(|name| figure_named(name));
    let mut figures: Vec<StopFigure> = Vec::new();
    for figure in named {
        if !figures.contains(&figure) {
            figures.push(figure);
        }
    }
    if figures.len() < 2 {
        for figure in TOLD.into_iter().filter_map(figure_named) {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
    }
    figures
}

/// How long the two bars are on one axis that begins at nothing. A loss has a short one: its number tells.
fn shares(values: &[Figure; 2]) -> [Option<f32>; 2] {
    let known = values.iter().filter_map(|figure| figure.value).filter(|it| it.is_finite());
    let most = known.fold(0.0, f64::max);
    // A part of a length on the screen.
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = |value: f64| if most > 0.0 { (value / most).max(0.0) as f32 } else { 0.0 };
    [0, 1].map(|at: usize| {
        let value = values.get(at).and_then(|figure| figure.value);
        value.filter(|value| value.is_finite()).map(share)
    })
}

/// By how much a figure differs, and what that means.
fn change(view: &StopView<'_>, figure: StopFigure, found: &Comparison) -> (String, Became) {
    let StopFigure::Key(key) = figure else { return (String::new(), Became::Other) };
    let Some(change) = found.figures.iter().find(|change| change.key == key) else {
        return (String::new(), Became::Other);
    };
    if change.is_uncertain() {
        return (String::new(), Became::Other);
    }
    let said = view.words.figure_difference(change, view.blueprint.currency());
    let became = match change.verdict {
        Verdict::Better => Became::Better,
        Verdict::Worse => Became::Worse,
        Verdict::Same | Verdict::Unclear => Became::Other,
    };
    (said, became)
}

fn in_words(heads: &[String], rows: &[Vec<String>], view: &StopView<'_>) -> String {
    let rows = rows.iter().map(|row| view.words.facts(row));
    let all: Vec<String> = std::iter::once(view.words.facts(heads)).chain(rows).collect();
    all.join("\n")
}
