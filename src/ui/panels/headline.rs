//! The figures that stay in view: capacity, demand, utilisation, time, and the bottleneck with its
//! arithmetic.

use egui::{Color32, Response, RichText, Ui, Vec2};

use crate::analysis::{Analysis, Basis, Figure, FigureKey, Lack, PoolFigures};
use crate::process::{ProblemPlace, Severity};
use crate::ui::comparing::Compared;
use crate::ui::controls::{FigureCard, callout, small};
use crate::ui::flash::Flashes;
use crate::ui::fonts::{Weight, font};
use crate::ui::reviewing::bubble_on_tile;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, SUGGESTION, ViewContext};
use crate::ui::whole_units;
use crate::wording::{Amount, Wording};

use super::compare::verdict_colour;
use super::why::Asked;

/// From this utilisation on the figure warns.
const WARM: f64 = 0.85;

/// Between the lines of what limits, and of what is missing.
const LINE_GAP: f32 = 3.0;

/// How many limits are named, and computed.
const LIMITS: usize = 3;

/// Shows the four cards, what they assume, and the bottleneck. A card never changes what it is: where
/// its figure cannot be had, it says why.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, flashes: &Flashes) {
    let tokens = view.tokens;
    let gap = 8.0;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    ui.spacing_mut().item_spacing = Vec2::splat(gap);
    for pair in [[Tile::Capacity, Tile::Demand], [Tile::Utilisation, Tile::Time]] {
        ui.horizontal(|ui| {
            for tile in pair {
                card(ui, view, flashes, tile, width);
            }
        });
    }
    super::day::card(ui, view);
    // A preview stands beside what is real, and what is assumed of what is real.
    let is_real = view.settled.is_none();
    let scenario = if is_real { view.seen } else { view.editor.settled_scenario() };
    let analysis = real(view);
    let day = view.scenario.demand().day.as_deref();
    let hour = view.hour.zip(day).map(|(at, day)| view.words.interval(day, at));
    small(ui, tokens, view.words.assumptions_at(hour.as_deref(), scenario, analysis));
    if let Some(attained) = attained(view) {
        small(ui, tokens, attained);
    }
    ui.add_space(2.0);
    bottleneck(ui, view, tokens);
}

/// What the simulation attained where the capacity is no more than a bound.
fn attained(view: &ViewContext<'_>) -> Option<String> {
    let attained = view.simulated_really?.attained()?;
    let rate = view.words.marked(attained, Amount::PerHour);
    Some(view.words.with("simulation-attained", &[("rate", rate.into())]))
}

/// The figures of the file as it is, whatever is tried on the sheet.
pub(super) fn real<'a>(view: &ViewContext<'a>) -> &'a Analysis {
    view.settled.unwrap_or(view.analysis)
}

/// What keeps the capacity from being known, and where it can be entered. Of a flow that has an
/// error this is the error, which alone says what to do.
pub(super) fn missing(view: &ViewContext<'_>) -> (Option<String>, Option<ProblemPlace>) {
    let lacks = &view.analysis.capacity_per_hour.lacks;
    let mut problems = view.analysis.problems.iter();
    if lacks.first() == Some(&Lack::SoundFlow)
        && let Some(error) = problems.find(|problem| problem.severity() == Severity::Error)
    {
        return (Some(view.words.problem(error, view.scenario).message), Some(error.place));
    }
    let place = lacks.iter().copied().find_map(super::capacity::place_of_lack);
    (view.words.lacks(lacks, view.scenario), place)
}

/// A card of the headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tile {
    Capacity,
    Demand,
    Utilisation,
    Time,
}

impl Tile {
    /// All, in reading order.
    pub const ALL: [Self; 4] = [Self::Capacity, Self::Demand, Self::Utilisation, Self::Time];

    /// The key of its name where there is little room.
    pub fn short_key(self) -> &'static str {
        match self {
            Self::Capacity => "figure-capacity",
            Self::Demand => "figure-demand",
            Self::Utilisation => "headline-utilisation",
            Self::Time => "headline-time",
        }
    }

    /// The key of its name.
    fn key(self) -> &'static str {
        match self {
            Self::Capacity => "figure-capacity",
            Self::Demand => "figure-demand",
            Self::Utilisation => "figure-utilisation",
            Self::Time => "figure-throughput-time",
        }
    }

    /// Its name in `--json`, by which comments are on it.
    fn name(self) -> &'static str {
        match self {
            Self::Capacity => "capacity_per_hour",
            Self::Demand => "demand_per_hour",
            Self::Utilisation => "utilisation",
            Self::Time => "throughput_time_s",
        }
    }

    /// The key of the sentence that says what it is.
    fn meaning(self) -> &'static str {
        match self {
            Self::Capacity => "figure-capacity-meaning",
            Self::Demand => "figure-demand-meaning",
            Self::Utilisation => "figure-utilisation-meaning",
            Self::Time => "figure-throughput-time-meaning",
        }
    }

    /// What is explained when it is clicked; demand is what somebody entered.
    fn why(self) -> Option<FigureKey> {
        match self {
            Self::Capacity => Some(FigureKey::Capacity),
            Self::Demand => None,
            Self::Utilisation => Some(FigureKey::Utilisation),
            Self::Time => Some(FigureKey::ThroughputTime),
        }
    }

    fn figure(self, analysis: &Analysis) -> &Figure {
        match self {
            Self::Capacity => &analysis.capacity_per_hour,
            Self::Demand => &analysis.demand_per_hour,
            Self::Utilisation => &analysis.utilisation,
            Self::Time => &analysis.throughput_time_s,
        }
    }

    /// What its number is.
    fn amount(self, value: f64) -> Amount<'static> {
        match self {
            Self::Capacity | Self::Demand => Amount::PerHour(value),
            Self::Utilisation => Amount::Share(value),
            Self::Time => Amount::Seconds(value),
        }
    }

    /// Its number with its unit; `None` without a value.
    fn number(self, words: &Wording, analysis: &Analysis) -> Option<String> {
        self.figure(analysis).value.map(|value| self.written(words, value))
    }

    fn written(self, words: &Wording, value: f64) -> String {
        match self {
            Self::Capacity | Self::Demand => words.rate(value),
            Self::Utilisation => words.percent(value),
            Self::Time => words.time(value),
        }
    }

    /// The same for a preview, which may have no end.
    fn short(self, words: &Wording, analysis: &Analysis) -> String {
        self.number(words, analysis).unwrap_or_else(|| {
            let key =
                if self == Self::Time && has_no_end(analysis) { "no-end" } else { "no-figure" };
            words.text(key).to_owned()
        })
    }

    /// What a preview would make of it; why it has no number then, where it has none.
    fn then(self, view: &ViewContext<'_>) -> String {
        let (words, figure) = (view.words, self.figure(view.analysis));
        let no_end = self == Self::Time && has_no_end(view.analysis);
        let lack = if figure.value.is_some() || no_end {
            None
        } else {
            words.lacks(&figure.lacks, view.scenario)
        };
        lack.unwrap_or_else(|| match figure.value {
            Some(_) => words.marked_as(figure, |words, value| self.written(words, value)),
            None => self.short(words, view.analysis),
        })
    }

    fn colour(self, tokens: Tokens, analysis: &Analysis) -> Color32 {
        match (self, self.figure(analysis).value) {
            (Self::Utilisation, Some(share)) if share >= 1.0 => tokens.bad,
            (Self::Utilisation, Some(share)) if share >= WARM => tokens.warn,
            _ => tokens.ink,
        }
    }
}

/// Whether more customers come than can be served, so that who comes later waits ever longer.
fn has_no_end(analysis: &Analysis) -> bool {
    analysis.throughput_time_s.lacks.contains(&Lack::SpareCapacity)
}

fn card(ui: &mut Ui, view: &mut ViewContext<'_>, flashes: &Flashes, tile: Tile, width: f32) {
    let card = told(view, flashes, tile);
    let shown = card.value.clone();
    let response = card.show(ui, view.words, view.tokens, width);
    answer(ui, view, tile, &shown, &response);
    let name = view.words.text(tile.key());
    bubble_on_tile(ui, view, response.rect, (tile.name(), name));
}

/// What a click on a figure leads to.
pub(super) fn answer(
    ui: &Ui,
    view: &mut ViewContext<'_>,
    tile: Tile,
    shown: &str,
    response: &Response,
) {
    let figure = tile.figure(real(view));
    match tile.why() {
        Some(why) => Asked { why, figure, shown }.answer(ui, view, response),
        // Demand is what somebody entered.
        None if response.clicked() => view.ask(Action::GoTo(ProblemPlace::Sheet)),
        None => {}
    }
}

/// Whether what a figure lacks is said in the box below, or on the card of the demand.
fn is_said_already(view: &ViewContext<'_>, tile: Tile, lack: Option<&String>) -> bool {
    let said = |figure: &Figure| view.words.lacks(&figure.lacks, view.scenario);
    let analysis = real(view);
    lack == said(&analysis.capacity_per_hour).as_ref()
        || tile != Tile::Demand && lack == said(&analysis.demand_per_hour).as_ref()
}

/// What a card says. A figure that has been lost by the last changes keeps its last number, in grey
/// and said to be of before.
pub(super) fn told<'a>(view: &ViewContext<'a>, flashes: &Flashes, tile: Tile) -> FigureCard<'a> {
    let words = view.words;
    let analysis = real(view);
    let figure = tile.figure(analysis);
    let lack = || words.lacks(&figure.lacks, view.scenario);
    let before = view.before.and_then(|before| tile.number(words, before));
    let no_end = tile == Tile::Time && has_no_end(analysis);
    let mut spoken = None;
    let (value, note) = match (tile.number(words, analysis), before) {
        (Some(number), _) => (number, None),
        (None, _) if no_end => (words.text("no-end").to_owned(), Some(queue(words, analysis))),
        (None, Some(before)) => {
            spoken = Some(words.with("figure-before", &[("value", before.as_str().into())]));
            (before, None)
        }
        // What the box below says already is not said a second time.
        (None, None) if is_said_already(view, tile, lack().as_ref()) => {
            spoken = lack();
            (words.text("no-figure").to_owned(), None)
        }
        (None, None) => (String::new(), lack()),
    };
    let is_there = figure.value.is_some();
    let amount = |value| tile.amount(value);
    let hover = std::iter::once(words.text(tile.meaning()).to_owned())
        .chain(note.clone())
        .chain(is_there.then(|| words.basis_meaning(figure.basis, amount)))
        .chain(spoken.clone().filter(|_| !is_there))
        .chain(lack().filter(|lack| !is_there && !no_end && spoken.as_ref() != Some(lack)))
        .fold(String::new(), |all, line| if all.is_empty() { line } else { all + "\n" + &line });
    let then = view.settled.map(|_| tile.then(view)).filter(|then| {
        // What stays as it is needs no second number.
        let same = tile.short(words, view.analysis) == tile.short(words, analysis);
        !same && note.as_ref() != Some(then)
    });
    let is_compared = view.compared.is_some();
    let difference = match view.compared {
        _ if view.settled.is_some() => None,
        Some(compared) => against(view, compared, tile),
        None => {
            let change = flashes.difference(tile.key());
            change.map(|change| (change.text.clone(), view.tokens.muted))
        }
    };
    let is_marked = is_there && figure.basis != Basis::Exact;
    let badge = is_marked.then(|| words.badge(figure.basis, amount));
    let colour =
        if is_there || no_end { tile.colour(view.tokens, analysis) } else { view.tokens.muted };
    let name = words.text(tile.key());
    FigureCard { name, value, spoken, note, then, difference, is_compared, badge, colour, hover }
}

/// How a figure stands to that of the scenario that is compared with: the earlier one says what it
/// becomes, the later one by how much it differs. Nothing where they are the same.
fn against(view: &ViewContext<'_>, compared: &Compared, tile: Tile) -> Option<(String, Color32)> {
    let (words, tokens, analysis) = (view.words, view.tokens, real(view));
    let (_, other, is_before) = compared.other();
    let (here, there) = (tile.short(words, analysis), tile.short(words, other));
    if here == there {
        return None;
    }
    if !is_before {
        return Some((format!("→ {there}"), tokens.accent));
    }
    let change = (compared.comparison.figures.iter()).find(|change| Some(change.key) == tile.why());
    let Some(change) = change else {
        // Demand is compared as something that was entered: neither direction is better.
        let differs = tile.figure(analysis).value? - tile.figure(other).value?;
        let amount = words.amount(tile.amount(differs));
        let sign = if differs > 0.0 { "+" } else { "" };
        return Some((format!("{sign}{amount}"), tokens.muted));
    };
    let text = words.figure_difference(change, view.editor.blueprint().currency());
    let text = if text.is_empty() { format!("{there} →") } else { text };
    Some((text, verdict_colour(tokens, change.verdict)))
}

/// What becomes of the queue where no wait settles.
fn queue(words: &Wording, analysis: &Analysis) -> String {
    match analysis.growth_per_hour.value.filter(|growth| *growth > 0.0) {
        Some(growth) => words.short_queue_grows(growth),
        None => words.text("tile-queue-unsettled").to_owned(),
    }
}

fn bottleneck(ui: &mut Ui, view: &mut ViewContext<'_>, tokens: Tokens) {
    let analysis = view.analysis;
    let words = view.words;
    let head = |text: String, colour: Color32| {
        RichText::new(text).font(font(Weight::Semibold, BODY + 0.5)).color(colour)
    };
    // A suggestion that is pointed at keeps the room of what is real: whole lines, as many as there
    // is room for.
    let is_cramped = view.editor.trial() == Some(SUGGESTION);
    if analysis.capacity_per_hour.value.is_none() {
        callout(tokens.background, tokens.hairline).show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Set as the bottleneck is, so that what is below stays where it was.
            ui.spacing_mut().item_spacing.y = LINE_GAP;
            let key = match (view.settled, view.before) {
                (Some(_), _) => "no-capacity-tried",
                (None, Some(_)) => "no-capacity-now",
                (None, None) => "no-capacity",
            };
            let title = head(view.text(key).to_owned(), tokens.ink);
            let (missing, place) = missing(view);
            if is_cramped {
                ui.add(egui::Label::new(title).truncate());
                if let Some(missing) = missing {
                    whole_lines(ui, &missing, tokens);
                }
                return;
            }
            ui.label(title);
            if let Some(missing) = missing {
                small(ui, tokens, missing);
            }
            if view.before.is_some() {
                small(ui, tokens, view.text("headline-before"));
            }
            if let Some(place) = place
                && ui.link(view.text("go-there")).clicked()
            {
                view.ask(Action::GoTo(place));
            }
        });
        return;
    }
    let binding: Vec<&PoolFigures> = analysis.pools.iter().filter(|pool| pool.binding).collect();
    // What is only tried is said to be so.
    let is_tried = view.settled.is_some();
    let edge = if is_tried { tokens.accent } else { tokens.bad };
    callout(tokens.bad_wash, edge).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = LINE_GAP;
        // Of one step the step, of a role's several steps the role: nobody else is in the way.
        let names = words.in_the_way(binding.iter().copied(), view.scenario);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let key = if is_tried { "bottleneck-tried" } else { "bottleneck-is" };
        let title = words.with(key, &[("name", words.list(&names, LIMITS).into())]);
        if is_cramped {
            ui.add(egui::Label::new(head(title, tokens.bad)).truncate());
        } else {
            ui.label(head(title, tokens.bad));
        }
        let letters = font(Weight::Regular, BODY);
        // With the line below it.
        let needed = row_height(ui, BODY) + LINE_GAP + row_height(ui, SMALL);
        let has_room = |ui: &Ui| rest(ui) >= needed;
        for pool in binding.iter().take(LIMITS) {
            if pool.capacity_per_hour.value.is_none() {
                continue;
            }
            // What can be reached of it may be less, as the tile says.
            let basis = match pool.capacity_per_hour.basis {
                Basis::Exact => analysis.capacity_per_hour.basis,
                own => own,
            };
            let name = words.pool(&pool.pool, view.scenario);
            let text = words.pool_arithmetic(pool, &name, view.scenario, basis);
            if !is_cramped {
                whole_units::label(ui, &text, letters.clone(), tokens.ink);
            } else if has_room(ui) {
                let text = RichText::new(text).font(letters.clone()).color(tokens.ink);
                ui.add(egui::Label::new(text).truncate());
            }
        }
        if is_cramped {
            whole_lines(ui, &second_line(view), tokens);
            return;
        }
        if let Some(rest) = binding.len().checked_sub(LIMITS).filter(|rest| *rest > 0) {
            small(ui, tokens, words.with("rows-more", &[("count", rest.into())]));
        }
        small(ui, tokens, second_line(view));
    });
}

/// How high a line of letters of a size is.
fn row_height(ui: &Ui, size: f32) -> f32 {
    ui.fonts_mut(|fonts| fonts.row_height(&font(Weight::Regular, size)))
}

/// What is left of the height of the box. Half a point is lost to whole pixels.
fn rest(ui: &Ui) -> f32 {
    ui.max_rect().bottom() - ui.cursor().top() + 0.5
}

/// Secondary text in as many lines as the rest of the box has room for; none where it has none.
fn whole_lines(ui: &mut Ui, text: &str, tokens: Tokens) {
    // A small count of lines.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rows = (rest(ui) / row_height(ui, SMALL)).max(0.0) as usize;
    if rows > 0 {
        let width = ui.available_width();
        let letters = font(Weight::Regular, SMALL);
        let galley = whole_units::layout(ui, text, letters, tokens.muted, (width, rows));
        ui.add(egui::Label::new(galley));
    }
}

/// What limits next, or by how much the queue grows.
fn second_line(view: &ViewContext<'_>) -> String {
    let words = view.words;
    if let Some(growth) = view.analysis.growth_per_hour.value.filter(|growth| *growth > 0.0) {
        return words.queue_grows(growth);
    }
    let next = view.analysis.next_limit.as_ref().and_then(|next| {
        let limits = |pool: &&PoolFigures| next.pools.contains(&pool.pool);
        let pools = view.analysis.pools.iter().filter(limits);
        let pools: Vec<&PoolFigures> = pools.collect();
        let name = match pools.as_slice() {
            [pool] => words.pool_with_its_step(pool, view.scenario),
            // In one line.
            pools => {
                let names: Vec<String> =
                    pools.iter().map(|pool| words.pool(&pool.pool, view.scenario)).collect();
                words.list(&names.iter().map(String::as_str).collect::<Vec<_>>(), 1)
            }
        };
        next.capacity_per_hour.value?;
        Some((name, words.marked_as(&next.capacity_per_hour, Wording::rate)))
    });
    match next {
        Some((name, rate)) => {
            words.with("bottleneck-next", &[("name", name.into()), ("rate", rate.into())])
        }
        None => view.text("bottleneck-no-other").to_owned(),
    }
}
