//! The figures as they were and as they are, each against its own value before, on one axis.

use egui::{Align2, Color32, Pos2, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::analysis::FigureKey;
use crate::redesign::FigureChange;
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::{Amount, Wording};

use super::held::Held;

/// How many figures are shown at most, and how high a row is.
const MOST: usize = 6;
const ROW: f32 = 25.0;
/// How high the whole is, in points.
pub(super) const HEIGHT: f32 = 196.0;
/// The figures that a decision rests on.
const FIRST: [FigureKey; 4] =
    [FigureKey::Capacity, FigureKey::Utilisation, FigureKey::ThroughputTime, FigureKey::Cost];
/// Relative difference below which two figures are the same.
const SAME: f64 = 1e-6;

/// The figures that are shown: those that differ first.
fn chosen(held: &Held) -> Vec<FigureChange> {
    let Some((_, changes)) = held.changed().and_then(|changed| changed.since.pair.as_ref()) else {
        return Vec::new();
    };
    let known =
        |change: &&FigureChange| change.before.value.is_some() || change.after.value.is_some();
    let differs = |change: &FigureChange| match (change.before.value, change.after.value) {
        (Some(was), Some(is)) => (was - is).abs() > SAME * was.abs().max(is.abs()),
        _ => true,
    };
    let figures = changes.comparison.figures.iter().filter(known);
    let mut figures: Vec<FigureChange> = figures.cloned().collect();
    // What is judged first is always among them; of the rest what differs.
    let is_first = |change: &FigureChange| FIRST.contains(&change.key);
    figures.sort_by_key(|change| (!is_first(change), !differs(change)));
    figures.truncate(MOST);
    figures
}

/// Shows the figures.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, held: &Held) {
    let tokens = view.tokens;
    let figures = chosen(held);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        section_head(ui, tokens, view.text("review-figures"));
        small(ui, tokens, view.text("review-figures-each"));
    });
    let width = ui.available_width();
    let [name_end, values_end, axis_end] = [0.17, 0.40, 0.72].map(|part| width * part);
    let (top, _) = ui.allocate_exact_size(Vec2::new(width, 16.0), Sense::hover());
    let axis = |left: f32, share: f64| {
        // From nothing at the left over what was in the middle to twice that at the right.
        #[expect(clippy::cast_possible_truncation, reason = "a place on an axis")]
        let share = share.clamp(0.0, 2.0) as f32;
        left + values_end + 14.0 + (axis_end - values_end - 28.0) * share / 2.0
    };
    let marks =
        [("review-axis-nothing", 0.0), ("review-axis-before", 1.0), ("review-axis-twice", 2.0)];
    for (key, share) in marks {
        let letters = font(
            if key == "review-axis-before" { Weight::Semibold } else { Weight::Regular },
            SMALL,
        );
        let text = ui.painter().layout_no_wrap(view.text(key).to_owned(), letters, tokens.muted);
        let at = Pos2::new(axis(top.left(), share), top.center().y);
        let place = Align2::CENTER_CENTER.anchor_size(at, text.size());
        ui.painter().galley(place.min, text, tokens.muted);
    }
    let currency = view.editor.blueprint().currency();
    let changed = held.changed();
    let was_currency = changed.map_or(currency, |it| it.since.currency_before(currency));
    for change in &figures {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
        let y = rect.center().y;
        let name = view.words.figure_name(change.key);
        let before = view.words.compared(change.key, &change.before, was_currency);
        let after = view.words.compared(change.key, &change.after, currency);
        // Amounts of two currencies have no difference.
        let is_money =
            matches!(Wording::figure_amount(change.key, 0.0, currency), Amount::Money(..));
        let difference = if is_money && was_currency != currency {
            String::new()
        } else {
            view.words.figure_difference(change, currency)
        };
        let meaning = view.words.change_meaning(change);
        let shade = shade_of(view, change);
        response.widget_info(|| {
            let way = view.words.with(
                "review-before-after",
                &[("before", before.as_str().into()), ("after", after.as_str().into())],
            );
            let told: Vec<&str> = [way.as_str(), difference.as_str(), meaning]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            let told = view.words.labelled(name, &view.words.clauses(&told));
            WidgetInfo::labeled(Role::Label, true, told)
        });
        let put = |text: &str, weight, colour: Color32, at: Pos2, align: Align2, room: f32| {
            let text = elided(ui, text, font(weight, BODY), colour, room);
            let place = align.anchor_size(at, text.size());
            ui.painter().galley(place.min, text, colour);
        };
        let left = rect.left();
        let (start, end) = (Align2::LEFT_CENTER, Align2::RIGHT_CENTER);
        put(name, Weight::Regular, tokens.ink, Pos2::new(left, y), start, name_end - 8.0);
        let middle = left + f32::midpoint(name_end, values_end);
        let half = (values_end - name_end) / 2.0 - 12.0;
        put(&before, Weight::Regular, tokens.muted, Pos2::new(middle - 10.0, y), end, half);
        put("→", Weight::Regular, tokens.muted, Pos2::new(middle, y), Align2::CENTER_CENTER, 20.0);
        put(&after, Weight::Semibold, tokens.ink, Pos2::new(middle + 10.0, y), start, half);
        let times = match (change.before.value, change.after.value) {
            (Some(was), Some(is)) if was.abs() > 0.0 => Some(is / was),
            _ => None,
        };
        let one = Pos2::new(axis(left, 1.0), y);
        let line = |from: Pos2, to: Pos2, width, colour| {
            ui.painter().line_segment([from, to], Stroke::new(width, colour));
        };
        let (first, last) = (axis(left, 0.0), axis(left, 2.0));
        line(Pos2::new(first, y), Pos2::new(last, y), 1.0, tokens.hairline);
        if let Some(times) = times {
            let to = Pos2::new(axis(left, times), y);
            line(one, to, 2.5, shade);
            ui.painter().circle_filled(to, 4.5, shade);
        }
        ui.painter().circle(one, 3.5, tokens.panel, Stroke::new(1.5, tokens.muted));
        // What a difference means takes more words than the difference.
        let (for_difference, for_meaning) = ((width - axis_end) * 0.4, (width - axis_end) * 0.6);
        let at = Pos2::new(left + axis_end + for_difference - 8.0, y);
        put(&difference, Weight::Medium, shade, at, end, for_difference - 12.0);
        let beside = Pos2::new(at.x + 14.0, y);
        put(meaning, Weight::Regular, shade, beside, start, for_meaning - 6.0);
    }
}

fn shade_of(view: &ViewContext<'_>, change: &FigureChange) -> Color32 {
    use crate::redesign::Verdict;
    match change.verdict {
        Verdict::Better => view.tokens.good,
        Verdict::Worse => view.tokens.bad,
        _ => view.tokens.muted,
    }
}
