//! The score of the service in two tiles, and below them what the five bars of a card mean, with the gap of each
//! dimension as a whole.

use egui::text::LayoutJob;
use egui::{
    Align, Align2, CornerRadius, Rect, RichText, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit,
};

use crate::blueprint::QualityDimension;
use crate::pictures::BAR_OF_SCALE;
use crate::quality::{Scores, WeightsFrom};
use crate::ui::controls::{FigureCard, elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

/// Between the tiles.
const GAP: f32 = 8.0;
/// How tall the bars of the key are, up and down, and the room of their names.
const UP: f32 = 12.0;
const DOWN: f32 = 26.0;
const NAMES: f32 = 42.0;
/// How wide a bar is at most.
const WIDE: f32 = 18.0;

/// Shows the score, or what to do as long as there is none.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, scores: &Scores) {
    let (words, tokens) = (view.words, view.tokens);
    let Some(weighted) = scores.servqual_weighted else {
        ui.label(
            RichText::new(words.text("quality-nothing-measured")).font(font(Weight::Medium, BODY)),
        );
        small(ui, tokens, words.text("quality-nothing-measured-help"));
        ui.add_space(8.0);
        return;
    };
    let from = words.text(match scores.weights_from {
        WeightsFrom::Customers => "quality-weights-customers",
        WeightsFrom::Hand => "quality-weights-hand",
        WeightsFrom::Study => "quality-weights-study",
    });
    let interval = scores.interval.map(|(low, high)| {
        let arguments = [("low", words.reading(low).into()), ("high", words.reading(high).into())];
        words.with("quality-score-interval", &arguments)
    });
    let card = |name, value: f64, hover: String| FigureCard {
        name,
        value: words.even_reading(value),
        spoken: None,
        note: None,
        then: None,
        difference: None,
        is_compared: false,
        badge: None,
        colour: tokens.ink,
        hover,
    };
    let width = ((ui.available_width() - GAP) / 2.0).floor();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let hover =
            interval.iter().map(String::as_str).chain([from]).collect::<Vec<_>>().join("\n");
        card(words.text("quality-score"), weighted, hover).show(ui, words, tokens, width);
        if let Some(score) = scores.servqual_unweighted {
            let hover = words.text("quality-unweighted-help").to_owned();
            card(words.text("quality-unweighted"), score, hover).show(ui, words, tokens, width);
        }
    });
    let mut said: Vec<String> = interval.into_iter().collect();
    said.push(from.to_owned());
    said.extend(super::answered(view));
    small(ui, tokens, words.facts(&said));
    ui.add_space(6.0);
    key(ui, view, scores);
    ui.add_space(6.0);
}

/// What the five bars of a card are, from left to right, with the gap of each dimension of the whole.
fn key(ui: &mut Ui, view: &ViewContext<'_>, scores: &Scores) {
    let (words, tokens) = (view.words, view.tokens);
    if scores.dimensions.iter().all(|it| it.gap.is_none()) {
        return;
    }
    section_head(ui, tokens, words.text("quality-key"));
    let size = Vec2::new(ui.available_width(), UP + DOWN + NAMES);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let scale = view.editor.blueprint().judgements().quality.scale;
    let full = (scale.high - scale.low) / BAR_OF_SCALE;
    let count = scores.dimensions.len().max(1) as f32;
    let pitch = whole.width() / count;
    let middle = whole.top() + UP;
    for (at, dimension) in scores.dimensions.iter().enumerate() {
        let left = whole.left() + pitch * at as f32;
        let column = Rect::from_min_size(egui::pos2(left, whole.top()), Vec2::new(pitch, size.y));
        let name = words.quality_dimension(dimension.dimension);
        let gap = dimension
            .gap
            .map_or_else(|| words.text("no-figure").to_owned(), |gap| words.even_reading(gap));
        let said = words.labelled(name, &gap);
        let response = ui.interact(column, ui.scope_id().with(("key", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, said.as_str()));
        let painter = ui.painter();
        if let Some(gap) = dimension.gap {
            // A float cast of a bounded share.
            #[allow(clippy::cast_possible_truncation)]
            let part = (gap / full).clamp(-1.0, 1.0) as f32;
            let colour = match part {
                ..=-0.5 => tokens.bad,
                ..=-0.25 => tokens.warn,
                ..0.0 => tokens.accent,
                _ => tokens.good,
            };
            let tall = (part * DOWN).clamp(-DOWN, UP);
            let centre = column.center().x;
            let bar = Rect::from_two_pos(
                egui::pos2(centre - WIDE / 2.0, middle),
                egui::pos2(centre + WIDE / 2.0, middle - tall),
            );
            painter.rect_filled(bar, CornerRadius::same(2), colour);
        }
        let letters = font(Weight::Regular, SMALL - 0.5);
        let gap = elided(ui, &gap, font(Weight::Semibold, SMALL), tokens.ink, pitch);
        // In two lines where one is too long.
        let narrow = match dimension.dimension {
            QualityDimension::Responsiveness => words.text("quality-key-responsiveness"),
            _ => name,
        };
        let mut job = LayoutJob::simple(narrow.to_owned(), letters, tokens.muted, pitch);
        job.halign = Align::Center;
        let name = ui.painter().layout_job(job);
        let top = column.bottom() - NAMES + 2.0;
        let place = Align2::CENTER_TOP.anchor_size(egui::pos2(column.center().x, top), gap.size());
        let below = egui::pos2(column.center().x, top + 14.0);
        painter.galley(place.min, gap, tokens.ink);
        // It is centred about its corner.
        painter.galley(below, name, tokens.muted);
        response.on_hover_text(said);
    }
    ui.painter().hline(whole.x_range(), middle, Stroke::new(1.25, tokens.muted));
}
