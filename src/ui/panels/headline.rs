//! The figures that stay in view: capacity, demand, utilisation, time, and the bottleneck with its
//! arithmetic.

use egui::{Color32, RichText, Ui, Vec2};

use crate::analysis::{Analysis, Basis, Figure, FigureKey, PoolFigures};
use crate::process::ProblemPlace;
use crate::ui::controls::{FigureCard, callout, small};
use crate::ui::desk::{Action, Desk};
use crate::ui::flash::Flashes;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, Tokens};
use crate::wording::measure_of_pool;

use super::why::Asked;

/// From this utilisation on the figure warns.
const WARM: f64 = 0.85;

/// Which time the fourth card shows: with waiting where that is known, else without.
pub(super) fn time_shown(analysis: &Analysis) -> FigureKey {
    if analysis.throughput_time_s.value.is_some() {
        FigureKey::ThroughputTime
    } else {
        FigureKey::RushOrderTime
    }
}

/// Shows the four cards and the bottleneck.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>, flashes: &Flashes) {
    let tokens = desk.tokens;
    let gap = 8.0;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    let analysis = desk.analysis;
    let throughput = if time_shown(analysis) == FigureKey::ThroughputTime {
        ("figure-throughput-time", &analysis.throughput_time_s)
    } else {
        ("figure-rush-order-time", &analysis.rush_order_time_s)
    };
    let utilisation_colour = match analysis.utilisation.value {
        Some(share) if share >= 1.0 => tokens.bad,
        Some(share) if share >= WARM => tokens.warn,
        _ => tokens.ink,
    };
    ui.spacing_mut().item_spacing = Vec2::splat(gap);
    ui.horizontal(|ui| {
        rate_card(ui, desk, flashes, "figure-capacity", &analysis.capacity_per_hour, width);
        rate_card(ui, desk, flashes, "figure-demand", &analysis.demand_per_hour, width);
    });
    ui.horizontal(|ui| {
        let share = analysis.utilisation.value.map(|share| desk.words.percent(share));
        card(
            ui,
            desk,
            flashes,
            Headline {
                key: "figure-utilisation",
                figure: &analysis.utilisation,
                value: share,
                colour: utilisation_colour,
                width,
            },
        );
        let time = throughput.1.value.map(|seconds| desk.words.time(seconds));
        card(
            ui,
            desk,
            flashes,
            Headline {
                key: throughput.0,
                figure: throughput.1,
                value: time,
                colour: tokens.ink,
                width,
            },
        );
    });
    ui.add_space(2.0);
    bottleneck(ui, desk, tokens);
}

fn rate_card(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    flashes: &Flashes,
    key: &'static str,
    figure: &Figure,
    width: f32,
) {
    let value = figure.value.map(|rate| desk.words.rate(rate));
    let colour = desk.tokens.ink;
    card(ui, desk, flashes, Headline { key, figure, value, colour, width });
}

struct Headline<'a> {
    key: &'static str,
    figure: &'a Figure,
    value: Option<String>,
    colour: Color32,
    width: f32,
}

fn card(ui: &mut Ui, desk: &mut Desk<'_>, flashes: &Flashes, headline: Headline<'_>) {
    let Headline { key, figure, value, colour, width } = headline;
    let words = desk.words;
    let name = desk.text(key);
    let missing = words.lacks(&figure.lacks, desk.scenario);
    let hover = std::iter::once(words.text(meaning_key(key)).to_owned())
        .chain(missing.clone())
        .chain(figure.value.map(|_| words.basis_meaning(figure.basis)))
        .collect::<Vec<_>>()
        .join("\n");
    let shown = value.unwrap_or_else(|| desk.text("no-figure").to_owned());
    // Number large, unit small: the number is what stands before the first space.
    let (number, unit) = shown.split_once(' ').unwrap_or((shown.as_str(), ""));
    let difference = flashes.difference(key);
    let badge = match (difference, figure.value, figure.basis) {
        (Some(change), _, _) => Some(change.text.clone()),
        (None, Some(_), basis) if basis != Basis::Exact => Some(words.badge(basis)),
        _ => None,
    };
    let colour = if figure.value.is_some() { colour } else { desk.tokens.muted };
    let card = FigureCard { name, value: number.to_owned(), unit, badge, colour, hover };
    let response = card.show(ui, desk.tokens, width);
    match why_key(key) {
        Some(why) => Asked { why, figure, shown: &shown }.answer(ui, desk, &response),
        // Demand is what somebody entered.
        None if response.clicked() => desk.ask(Action::GoTo(ProblemPlace::Sheet)),
        None => {}
    }
}

/// What the figure is asked for when it is clicked; demand is what somebody entered.
fn why_key(key: &'static str) -> Option<FigureKey> {
    match key {
        "figure-capacity" => Some(FigureKey::Capacity),
        "figure-utilisation" => Some(FigureKey::Utilisation),
        "figure-throughput-time" => Some(FigureKey::ThroughputTime),
        "figure-rush-order-time" => Some(FigureKey::RushOrderTime),
        _ => None,
    }
}

/// The key of the sentence that says what a figure is.
fn meaning_key(key: &'static str) -> &'static str {
    match key {
        "figure-capacity" => "figure-capacity-meaning",
        "figure-demand" => "figure-demand-meaning",
        "figure-utilisation" => "figure-utilisation-meaning",
        "figure-throughput-time" => "figure-throughput-time-meaning",
        _ => "figure-rush-order-time-meaning",
    }
}

fn bottleneck(ui: &mut Ui, desk: &mut Desk<'_>, tokens: Tokens) {
    let analysis = desk.analysis;
    let words = desk.words;
    let head = |text: String, colour: Color32| {
        RichText::new(text).font(font(Weight::Semibold, BODY + 0.5)).color(colour)
    };
    if analysis.capacity_per_hour.value.is_none() {
        callout(tokens.background, tokens.hairline).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(head(desk.text("no-capacity").to_owned(), tokens.ink));
            let lacks = &analysis.capacity_per_hour.lacks;
            if let Some(missing) = words.lacks(lacks, desk.scenario) {
                small(ui, tokens, missing);
            }
            if let Some(place) = lacks.iter().copied().find_map(super::capacity::place_of_lack)
                && ui.link(desk.text("go-there")).clicked()
            {
                desk.ask(Action::GoTo(place));
            }
        });
        return;
    }
    let binding: Vec<&PoolFigures> = analysis.pools.iter().filter(|pool| pool.binding).collect();
    callout(tokens.bad_wash, tokens.bad).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let names: Vec<&str> =
            analysis.bottleneck.iter().map(|step| words.step(*step, desk.scenario)).collect();
        let title = words.with("bottleneck-is", &[("name", words.list(&names, 3).into())]);
        ui.label(head(title, tokens.bad));
        for pool in binding.iter().take(2) {
            if let Some(rate) = pool.capacity_per_hour.value {
                ui.label(arithmetic(desk, pool, rate));
            }
        }
        small(ui, tokens, second_line(desk));
    });
}

/// "1 records officer ÷ 60 s = 60 /h".
fn arithmetic(desk: &Desk<'_>, pool: &PoolFigures, rate: f64) -> String {
    let words = desk.words;
    words.with(
        "bottleneck-arithmetic",
        &[
            ("offer", words.number(pool.offer).into()),
            ("name", words.pool(&pool.pool, desk.scenario).into()),
            ("measure", measure_of_pool(&pool.pool, desk.scenario).into()),
            ("work", words.reckoned_time(pool.work_s).into()),
            ("rate", words.rate(rate).into()),
        ],
    )
}

/// What limits next, or by how much the queue grows.
fn second_line(desk: &Desk<'_>) -> String {
    let words = desk.words;
    if let Some(growth) = desk.analysis.growth_per_hour.value.filter(|growth| *growth > 0.0) {
        return words.with("queue-grows", &[("rate", words.rate(growth).into())]);
    }
    let next = desk.analysis.next_limit.as_ref().and_then(|next| {
        let limits = |pool: &&PoolFigures| next.pools.contains(&pool.pool);
        let step = desk.analysis.pools.iter().find(limits)?.steps.first()?;
        Some((words.step(*step, desk.scenario), next.capacity_per_hour.value?))
    });
    match next {
        Some((name, rate)) => {
            let rate = words.rate(rate);
            words.with("bottleneck-next", &[("name", name.into()), ("rate", rate.into())])
        }
        None => desk.text("bottleneck-no-other").to_owned(),
    }
}
