//! What is known of quality from other sides: the trend over the surveys, the hierarchy of its parts, the needs that
//! stand behind the items, and the service under the definitions of quality. Each can be closed.

use egui::{
    Align2, Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::{Item, ItemPart, QualityDimension, Voice};
use crate::pictures::Improving;
use crate::quality::{Assessment, KanoCategory, QualityOf, QualityView, Wave, view_of_quality};
use crate::ui::controls::{icon_button, small, value_row};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::panels::section::section;
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};

/// The height of the picture of the trend.
const TREND: f32 = 108.0;
/// Its room for the numbers of the scale, and for the dates below.
const MARGIN: (f32, f32) = (34.0, 18.0);

/// Shows all of it that there is.
pub(super) fn show<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    trend(ui, view, &found.waves);
    hierarchy(ui, view, found);
    needs(ui, view, found);
    definitions(ui, view, found);
}

/// Lets a picture be copied, as it stands on a page.
fn copying(ui: &mut Ui, view: &mut ViewContext<'_>, picture: Improving) {
    let (copy, name) = (view.text("views-copy"), view.text(picture.key()));
    let said = view.words.labelled(name, copy);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        if icon_button(ui, icons::COPY, &said, true).on_hover_text(copy).clicked() {
            view.ask(Action::CopyImproving(picture));
        }
    });
}

fn when(view: &ViewContext<'_>, wave: &Wave) -> String {
    wave.taken.map_or_else(|| wave.source.clone(), |date| view.words.date(date))
}

/// The score of each survey, oldest first; a picture from two on.
fn trend<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, waves: &'a [Wave]) {
    let [.., before, last] = waves else { return };
    let words = view.words;
    let score = |wave: &Wave| wave.weighted.map(|it| words.reading(it)).unwrap_or_default();
    let arguments = [("before", score(before).into()), ("now", score(last).into())];
    let summary = words.with("views-trend-summary", &arguments);
    section(ui, view, "quality trend", words.text("views-trend"), &summary, false, |ui, view| {
        copying(ui, view, Improving::Trend);
        picture(ui, view, waves);
        for wave in waves.iter().rev() {
            let arguments = [
                ("score", score(wave).into()),
                ("count", words.number(f64::from(wave.respondents)).into()),
            ];
            let said = words.with("views-wave", &arguments);
            value_row(ui, view.tokens, &when(view, wave), said, &wave.source);
        }
        small(ui, view.tokens, words.text("views-trend-help"));
        let gap = |wave: &Wave, at: usize| wave.dimensions.get(at).copied().flatten();
        for (at, dimension) in QualityDimension::ALL.into_iter().enumerate() {
            let (Some(was), Some(is)) = (gap(before, at), gap(last, at)) else { continue };
            let arguments =
                [("before", words.reading(was).into()), ("now", words.reading(is).into())];
            let said = words.with("views-trend-summary", &arguments);
            value_row(ui, view.tokens, words.quality_dimension(dimension), said, "");
        }
    });
}

/// The scores as a line over the surveys, with their intervals.
fn picture(ui: &mut Ui, view: &ViewContext<'_>, waves: &[Wave]) {
    let (words, tokens) = (view.words, view.tokens);
    let (area, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), TREND), Sense::hover());
    let said: Vec<String> = waves
        .iter()
        .map(|wave| {
            let score = wave.weighted.map(|it| words.reading(it)).unwrap_or_default();
            words.labelled(&when(view, wave), &score)
        })
        .collect();
    let said = words.labelled(words.text("views-trend"), &words.clauses(&said));
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &said));
    let ends = waves.iter().flat_map(|wave| {
        let (low, high) = wave.interval.or(wave.weighted.map(|it| (it, it))).unwrap_or_default();
        [low, high]
    });
    // As good as customers ought to get it is always on the picture.
    let low = ends.fold(-0.5, f64::min);
    let step = if low < -3.0 {
        2.0
    } else if low < -1.2 {
        1.0
    } else {
        0.5
    };
    let low = (low / step).floor() * step;
    let frame = Rect::from_min_max(
        area.min + Vec2::new(MARGIN.0, 6.0),
        area.max - Vec2::new(8.0, MARGIN.1),
    );
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    let y = |value: f64| frame.top() + frame.height() * (value / low) as f32;
    let letters = font(Weight::Regular, SMALL);
    let painter = ui.painter();
    let marks = std::iter::successors(Some(0.0), |mark| Some(mark - step));
    for mark in marks.take_while(|mark| *mark >= low - 1e-9).take(12) {
        painter.hline(frame.x_range(), y(mark), Stroke::new(1.0, tokens.hairline));
        let at = Pos2::new(frame.left() - 5.0, y(mark));
        painter.text(at, Align2::RIGHT_CENTER, words.reading(mark), letters.clone(), tokens.muted);
    }
    let last = waves.len().saturating_sub(1).max(1) as f32;
    let inset = 14.0;
    let x = |at: usize| frame.left() + inset + (frame.width() - 2.0 * inset) * at as f32 / last;
    let mut line: Vec<Pos2> = Vec::new();
    for (at, wave) in waves.iter().enumerate() {
        let Some(score) = wave.weighted else { continue };
        if let Some((from, to)) = wave.interval {
            painter.vline(x(at), y(to)..=y(from), Stroke::new(2.0, tokens.faint));
        }
        line.push(Pos2::new(x(at), y(score)));
    }
    painter.add(Shape::line(line.clone(), Stroke::new(2.0, tokens.accent)));
    for at in &line {
        painter.circle_filled(*at, 3.5, tokens.accent);
    }
    let ends: [(Option<&Wave>, Align2, f32); 2] = [
        (waves.first(), Align2::LEFT_TOP, frame.left()),
        (waves.last(), Align2::RIGHT_TOP, frame.right()),
    ];
    for (wave, align, x) in ends {
        let Some(wave) = wave else { continue };
        let date = wave.taken.map_or_else(|| wave.source.clone(), |date| words.short_date(date));
        let at = Pos2::new(x, frame.bottom() + 3.0);
        painter.text(at, align, date, letters.clone(), tokens.muted);
    }
}

/// What customers got, of interaction, environment and outcome, with what is computed beside it.
fn hierarchy<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    let hierarchy = &found.hierarchy;
    let Some(whole) = hierarchy.whole else { return };
    let words = view.words;
    let shown = |value: Option<f64>| {
        value.map_or_else(|| words.text("no-figure").to_owned(), |value| words.reading(value))
    };
    let named: Vec<String> = QualityOf::ALL
        .into_iter()
        .zip(hierarchy.of)
        .filter_map(|(of, mean)| Some(words.labelled(words.quality_of(of), &words.reading(mean?))))
        .collect();
    let summary = words.reading(whole);
    section(ui, view, "quality parts", words.text("views-parts"), &summary, false, |ui, view| {
        copying(ui, view, Improving::Parts);
        let said = words.labelled(words.text("views-parts-whole"), &words.reading(whole));
        small(ui, view.tokens, words.labelled(&said, &words.clauses(&named)));
        for (of, mean) in QualityOf::ALL.into_iter().zip(hierarchy.of) {
            ui.add_space(2.0);
            let head =
                egui::RichText::new(words.quality_of(of)).font(font(Weight::Semibold, SMALL));
            ui.horizontal(|ui| {
                ui.label(head.color(view.tokens.ink));
                ui.label(egui::RichText::new(shown(mean)).font(font(Weight::Semibold, SMALL)));
            });
            let own = hierarchy.parts.iter().filter(|(part, ..)| QualityOf::part(*part) == of);
            for (part, count, mean) in own {
                bar(ui, view, *part, *count, *mean);
            }
            beside(ui, view, found, of);
        }
    });
}

/// What the blueprint computes about environment and outcome.
fn beside(ui: &mut Ui, view: &ViewContext<'_>, found: &Assessment, of: QualityOf) {
    let words = view.words;
    let said = match of {
        QualityOf::Interaction => return,
        QualityOf::Environment => {
            let stars = stars(view, found);
            stars.map(|stars| words.with("views-stars", &[("stars", stars.into())]))
        }
        QualityOf::Outcome => {
            let share = view.formulas.experience.waiting_share.value;
            let wait = share.zip(view.formulas.throughput_time_s.value);
            wait.map(|(share, time)| {
                words.with("views-wait", &[("time", words.time(share * time).into())])
            })
        }
    };
    if let Some(said) = said {
        small(ui, view.tokens, said);
    }
}

fn stars(view: &ViewContext<'_>, found: &Assessment) -> Option<String> {
    let blueprint = view.editor.blueprint();
    let of = QualityView::Aesthetics;
    let stars = view_of_quality(of, blueprint, view.scenario, view.formulas, found)?;
    Some(view.words.reading(stars))
}

/// A part with its mean as a bar on the scale.
fn bar(ui: &mut Ui, view: &ViewContext<'_>, part: ItemPart, count: usize, mean: Option<f64>) {
    let (words, tokens) = (view.words, view.tokens);
    let (area, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 18.0), Sense::hover());
    let name = words.item_part(part);
    let figure = match mean {
        Some(mean) => words.reading(mean),
        None => words.text("views-nothing").to_owned(),
    };
    let of = words.with("views-of-items", &[("count", count.into())]);
    let said = words.labelled(name, &words.clauses(&[figure.clone(), of]));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let letters = font(Weight::Regular, SMALL);
    let painter = ui.painter();
    let middle = area.center().y;
    let at = Pos2::new(area.left() + 10.0, middle);
    painter.text(at, Align2::LEFT_CENTER, name, letters.clone(), tokens.muted);
    let at = Pos2::new(area.right(), middle);
    let ink = if mean.is_some() { tokens.ink } else { tokens.muted };
    painter.text(at, Align2::RIGHT_CENTER, figure, letters, ink);
    let scale = view.editor.blueprint().judgements().quality.scale;
    if let Some(mean) = mean {
        let left = area.left() + area.width() * 0.42;
        let right = area.right() - 34.0;
        // A place on a screen.
        #[allow(clippy::cast_possible_truncation)]
        let share = ((mean - scale.low) / (scale.high - scale.low)).clamp(0.0, 1.0) as f32;
        let whole = Rect::from_x_y_ranges(left..=right, (middle - 3.0)..=(middle + 3.0));
        painter.rect_filled(whole, 3.0, tokens.hairline);
        let filled = whole.with_max_x(left + share * whole.width());
        painter.rect_filled(filled, 3.0, tokens.accent);
    }
    response.on_hover_text(said);
}

/// Whose needs the items are; what is latent and exciting is an idea.
fn needs<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    let blueprint = view.editor.blueprint();
    let items = &blueprint.judgements().quality.items;
    let of = |voice: Voice| -> Vec<&Item> {
        let own = items.iter().filter(|(_, item)| item.voice == Some(voice));
        own.map(|(_, item)| item).collect()
    };
    let counts = Voice::NAMES.map(|(_, voice)| (voice, of(voice)));
    if counts.iter().all(|(_, items)| items.is_empty()) {
        return;
    }
    let words = view.words;
    let is_exciting = |at: usize| {
        let kano = found.items.get(at).and_then(|figures| figures.kano.as_ref());
        kano.is_some_and(|kano| kano.category == KanoCategory::Attractive)
    };
    let ideas: Vec<String> = items
        .iter()
        .enumerate()
        .filter(|(at, (_, item))| item.voice == Some(Voice::Latent) && is_exciting(*at))
        .map(|(_, (_, item))| item.text.clone())
        .collect();
    let latent: Vec<String> = counts
        .iter()
        .filter(|(voice, _)| *voice == Voice::Latent)
        .flat_map(|(_, items)| items.iter().map(|item| item.text.clone()))
        .collect();
    let counts: Vec<(Voice, usize)> =
        counts.iter().map(|(voice, items)| (*voice, items.len())).collect();
    let summary = words.with("views-ideas", &[("count", ideas.len().into())]);
    section(ui, view, "quality needs", words.text("views-needs"), &summary, false, |ui, view| {
        copying(ui, view, Improving::Needs);
        for (voice, count) in counts {
            let count = words.number(count as f64);
            value_row(ui, view.tokens, words.voice(voice), count, words.voice_help(voice));
        }
        for text in &latent {
            if ideas.contains(text) {
                let said = words.with("views-idea", &[("item", text.as_str().into())]);
                ui.add(egui::Label::new(said).wrap());
            } else {
                small(ui, view.tokens, words.labelled(words.voice(Voice::Latent), text));
            }
        }
    });
}

/// The five definitions of quality, and the eight of Garvin.
fn definitions<'a>(ui: &mut Ui, view: &mut ViewContext<'a>, found: &'a Assessment) {
    let words = view.words;
    let blueprint = std::sync::Arc::clone(view.editor.blueprint());
    let figure = |of| view_of_quality(of, &blueprint, view.scenario, view.formulas, found);
    let all = || QualityView::DEFINITIONS.into_iter().chain(QualityView::EIGHT);
    let known = all().filter(|of| figure(*of).is_some()).count();
    let arguments = [("known", known.into()), ("all", all().count().into())];
    let summary = words.with("views-known", &arguments);
    let rows: Vec<(QualityView, Option<f64>)> = all().map(|of| (of, figure(of))).collect();
    let currency = blueprint.currency().to_owned();
    section(ui, view, "quality views", words.text("views-title"), &summary, false, |ui, view| {
        copying(ui, view, Improving::Views);
        for (at, (of, value)) in rows.iter().enumerate() {
            if at == 0 {
                small(ui, view.tokens, words.text("views-five"));
            } else if at == QualityView::DEFINITIONS.len() {
                ui.add_space(4.0);
                small(ui, view.tokens, words.text("views-eight"));
            }
            let said = words.quality_view_figure(*of, *value, &currency);
            let ink: Color32 = if value.is_some() { view.tokens.ink } else { view.tokens.muted };
            let text = egui::RichText::new(said).color(ink);
            value_row(ui, view.tokens, words.quality_view(*of), text, words.quality_view_help(*of));
        }
    });
}
