//! A stop on the wall.

use std::sync::Arc;

use super::comparison::draw_comparison;
use super::day::rooms;
use super::figures::tiles;
use super::{Pill, StopView};
use crate::blueprint::sheets::Sheet;
use crate::blueprint::{Blueprint, StepId, Stop, StopPicture};
use crate::drawing::charts::Easel;
use crate::drawing::{
    DayStrip, DisplayList, Point, Rect, SheetGeometry, Size, StageLook, StageSheet, TileValue,
    Wall, WallAnswer, WallPlaces, WallTable, WallTile, say,
};
use crate::pictures::planning::{Finished, limit_lines, plan_lines, verdict};
use crate::pictures::{
    CardFigures, Chart, ChartSource, QualityPicture, SheetWords, Shown, draw_frontier_with,
    draw_quality_with,
};
use crate::wording::Wording;

/// Draws the wall of a stop. The list is cleared first; keep it from frame to frame.
pub fn wall(view: &StopView<'_>, list: &mut DisplayList) -> WallPlaces {
    list.clear();
    let pill = pill(view);
    let hands = view.hands.iter().fold(0_usize, |sum, hands| {
        sum.saturating_add(usize::try_from(*hands).unwrap_or(usize::MAX))
    });
    let is_counted = view.hands.len() == view.stop.answers.len() && hands > 0;
    // Who tries something has read the question: the sheet needs its room.
    let asks = !(view.is_bare && matches!(view.pill, Pill::Try(_)));
    let compares =
        view.stop.picture() == Some(StopPicture::Compare) && view.other.is_some() && !view.is_bare;
    let answers = view.stop.answers.iter().enumerate();
    let cut = |count: usize| view.words.counted("wall-answers-cut", count);
    let around = Wall {
        cut: &cut,
        size: view.size,
        title: &view.stop.title,
        pill: &pill,
        is_try: matches!(view.pill, Pill::Try(_) | Pill::Changed(_)),
        // A comparison has the figures itself.
        tiles: if compares { Vec::new() } else { tiles(view) },
        ask: if asks { &view.stop.ask } else { "" },
        answers: answers
            .filter(|_| asks)
            .map(|(at, text)| WallAnswer {
                text: text.clone(),
                hands: view.hands.get(at).copied().filter(|_| is_counted),
            })
            .collect(),
        hands: if is_counted && asks {
            view.words.counted("wall-hands", hands)
        } else {
            String::new()
        },
        text: view.text,
    };
    let u = around.unit();
    let mut middle = around.areas().middle;
    let played = view.played.filter(|_| view.stop.picture() == Some(StopPicture::Day));
    let below = played.map(|day| {
        let (sheet, strip) = rooms(middle, u);
        middle = sheet;
        (day.strip, strip)
    });
    let mut places = WallPlaces { middle, pages: 1, ..WallPlaces::default() };
    let mut said = vec![view.stop.title.clone(), pill.clone()];
    let mut aside = 0.0;
    let around_view = seen_freely(view);
    let picture =
        if view.is_bare { Some(String::new()) } else { draw_picture(view, middle, u, list) };
    let sheet = match picture {
        Some(words) => {
            said.push(words);
            None
        }
        None => Some(stage_sheet(view, &around_view)),
    };
    let figures = CardFigures::of(view.shown.analysis, view.words);
    let labels = SheetWords(view.words);
    let mut framed = None;
    if let Some(look) = sheet {
        let sheet = StageSheet {
            scenario: view.shown.scenario,
            figures: &figures,
            labels: &labels,
            text: view.text,
            look,
        };
        let stage = sheet.draw(middle, u, list);
        places.cards = stage.cards;
        (places.page, places.pages) = (stage.page, stage.pages);
        if let Some(part) = stage.framed {
            aside = MAP * u;
            framed = Some((sheet, part));
        }
        said.extend(sheet_in_words(view, &places));
    }
    if let Some((strip, area)) = below {
        let tells = !view.held.bottleneck || view.on_desk;
        said.extend(strip_in_words(view.words, strip));
        places.course = Some(strip.draw(area, u, view.text, tells, list));
    }
    (places.tiles, places.answers) = around.draw(aside, list);
    if let Some((sheet, part)) = framed {
        let end = around.areas().top.right() - u - around.pill_room();
        let room = Rect::new(end - aside, 0.35 * u, end, 2.65 * u);
        places.miniature = Some(sheet.draw_miniature(part, room, list));
    }
    said.extend(around.tiles.iter().map(|tile| tile_in_words(view.words, tile)));
    said.push(around.ask.to_owned());
    said.extend(around.answers.iter().map(|answer| match answer.hands {
        Some(hands) => {
            let hands = usize::try_from(hands).unwrap_or(usize::MAX);
            view.words.labelled(&answer.text, &view.words.counted("wall-hands", hands))
        }
        None => answer.text.clone(),
    }));
    said.retain(|line| !line.trim().is_empty());
    places.said = said;
    places
}

/// A figure in words.
fn tile_in_words(words: &Wording, tile: &WallTile) -> String {
    let value = match &tile.value {
        TileValue::Number(value) | TileValue::Lacking(value) => value.clone(),
        TileValue::Held(Some(value)) => {
            words.with("wall-held-back-as", &[("value", value.as_str().into())])
        }
        TileValue::Held(None) => words.text("wall-held-back").to_owned(),
    };
    let value =
        if tile.was.is_empty() { value } else { words.facts(&[value.as_str(), tile.was.as_str()]) };
    words.labelled(&tile.name, &value)
}

/// Which day is played, and how many wait: while it runs nobody could listen to that.
fn strip_in_words(words: &Wording, strip: &DayStrip) -> Vec<String> {
    let now = (strip.is_still && !strip.clock.is_empty())
        .then(|| words.labelled(&strip.clock, &strip.said));
    [strip.day.clone()].into_iter().chain(now).collect()
}

/// How wide the small map is at most, in units.
const MAP: f32 = 7.0;

/// How much of the top the pill takes, in points.
pub(super) fn pill_room(view: &StopView<'_>) -> f32 {
    let pill = pill(view);
    let cut = |_| String::new();
    let around = Wall {
        cut: &cut,
        size: view.size,
        title: "",
        pill: &pill,
        is_try: false,
        tiles: Vec::new(),
        ask: "",
        answers: Vec::new(),
        hands: String::new(),
        text: view.text,
    };
    around.pill_room()
}

/// Whose version is shown, in words.
fn pill(view: &StopView<'_>) -> String {
    match view.pill {
        Pill::Scenario(name) if name.trim().is_empty() => {
            view.words.text("scenario-unnamed").to_owned()
        }
        Pill::Scenario(name) => name.to_owned(),
        Pill::Changed(name) => view.words.with("wall-changed", &[("name", name.into())]),
        Pill::Try(by) if by.trim().is_empty() => view.words.text("wall-try").to_owned(),
        Pill::Try(by) => view.words.with("wall-try-by", &[("by", by.into())]),
    }
}

/// What a window shows of a sheet at 100 %, in sheet units.
const WINDOW: Size = Size { width: 1200.0, height: 700.0 };

/// The steps that a free view of the sheet shows: it is set anew around them. None without such a view.
fn seen_freely(view: &StopView<'_>) -> Vec<StepId> {
    let Some([x, y, zoom]) = view.stop.view else { return Vec::new() };
    // Places on the sheet.
    #[allow(clippy::cast_possible_truncation)]
    let [x, y, zoom] = [x, y, zoom.clamp(0.05, 8.0)].map(|value| value as f32);
    let size = Size::new(WINDOW.width / zoom, WINDOW.height / zoom);
    let seen = Rect::centred(Point::new(x, y), size);
    let geometry = SheetGeometry::of(view.shown.scenario);
    let cards = geometry.cards().iter().filter(|card| seen.contains(card.rect.centre()));
    cards.map(|card| card.step).collect()
}

/// Of a sheet with more steps no card is drawn where it is one of many.
const MOST_SMALL: usize = 500;

/// How the sheet is shown.
fn stage_sheet<'a>(view: &StopView<'a>, free: &'a [StepId]) -> StageLook<'a> {
    let held = view.held;
    StageLook {
        around: if view.stop.around.is_empty() { free } else { &view.stop.around },
        changed: view.changed,
        follows: view.follows,
        page: view.page,
        hides_bottleneck: held.bottleneck,
        is_faint: held.bottleneck && view.on_desk,
        shows_rates: view.on_desk || !(held.bottleneck || held.figures),
        played: view.played.map(|day| day.played),
        // What the trainer lights up now comes before what the stop does.
        in_short: view.is_small && view.shown.scenario.steps().len() > MOST_SMALL,
        spotlight: if view.spotlight.is_empty() { &view.stop.spotlight } else { view.spotlight },
    }
}

/// Draws what a stop shows but the sheet; answers what there is to see. `None` where the sheet is to be
/// drawn.
fn draw_picture(view: &StopView<'_>, area: Rect, u: f32, list: &mut DisplayList) -> Option<String> {
    let words = view.words;
    let picture = view.stop.picture().unwrap_or_default();
    let key = match picture {
        StopPicture::Sheet => return None,
        StopPicture::Day if view.played.is_some() => return None,
        StopPicture::Day => {
            let day = view.day?;
            say("", area, u, view.text, list);
            let easel = Easel::of_letters(u, view.text);
            let inner = Rect::new(
                area.left() + 1.5 * u,
                area.top() + 0.8 * u,
                area.right() - 1.5 * u,
                area.bottom() - 0.6 * u,
            );
            // How many can be served an hour tells as much as the figure.
            let hides = (view.held.figures || view.held.bottleneck) && !view.on_desk;
            return Some(day.draw(words, !hides, &easel, inner, list));
        }
        StopPicture::Compare => return Some(draw_comparison(view, area, u, list)),
        StopPicture::Load => Chart::Load.key(),
        StopPicture::Visit => Chart::Visit.key(),
        StopPicture::Waiting => Chart::Waiting.key(),
        StopPicture::Money => Chart::Money.key(),
        StopPicture::Profile => QualityPicture::Profile.key(),
        StopPicture::Gaps => QualityPicture::Gaps.key(),
        StopPicture::Importance => QualityPicture::Importance.key(),
        StopPicture::Kano => QualityPicture::Kano.key(),
        StopPicture::Redesign => "chart-axes-redesign",
        StopPicture::Plan => "lesson-shows-plan",
    };
    let name = words.text(key).to_owned();
    if (view.held.figures || view.held.bottleneck) && !view.on_desk {
        say("?", area, 4.0 * u, view.text, list);
        return Some(words.labelled(&name, words.text("wall-held-back")));
    }
    let easel = Easel::of_letters(u, view.text);
    let inner = Rect::new(
        area.left() + 1.5 * u,
        area.top() + 0.8 * u,
        area.right() - 1.5 * u,
        area.bottom() - 0.6 * u,
    );
    say("", area, u, view.text, list);
    if let Some(judged) = judged(picture) {
        let shown = Shown {
            scenario: view.shown.scenario,
            analysis: view.shown.analysis,
            words,
            currency: view.blueprint.currency(),
        };
        let drawn = draw_quality_with(judged, view.blueprint, &shown, &easel, inner, list);
        return Some(drawn.unwrap_or_else(|| {
            let why = words.text("chart-nothing").to_owned();
            say(&why, area, u, view.text, list);
            words.labelled(&name, &why)
        }));
    }
    if picture == StopPicture::Plan {
        return Some(draw_plan(view, &easel, (area, inner), u, list));
    }
    let service = view.blueprint.title();
    let names = || crate::pictures::caption(words, service, view.shown.scenario.name(), false);
    let chart = match picture {
        StopPicture::Load => Chart::Load,
        StopPicture::Visit => Chart::Visit,
        StopPicture::Waiting => Chart::Waiting,
        StopPicture::Money => Chart::Money,
        _ => {
            let frontier = view.frontier;
            let drawn = frontier.and_then(|frontier| {
                draw_frontier_with(words, names(), frontier, &easel, inner, list)
            });
            return Some(drawn.unwrap_or_else(|| {
                let why = words.text("wall-no-redesign").to_owned();
                say(&why, area, u, view.text, list);
                why
            }));
        }
    };
    let source = ChartSource {
        shown: Shown {
            scenario: view.shown.scenario,
            analysis: view.shown.analysis,
            words,
            currency: view.blueprint.currency(),
        },
        service,
        // The other version shares the axes also while it is not laid over, so that nothing jumps.
        other: view.other.or(view.before).map(|other| (other.scenario, other.analysis)),
    };
    let drawn = chart.draw_beside(&source, view.other.is_some(), &easel, inner, list);
    Some(match drawn {
        Ok((said, _)) => said,
        Err(lacks) => {
            let why = words.lacks(&lacks, view.shown.scenario);
            let why = why.unwrap_or_else(|| words.text("chart-nothing").to_owned());
            say(&why, area, u, view.text, list);
            words.labelled(&name, &why)
        }
    })
}

/// The planning sheet that a stop shows: its own, else the first.
#[must_use]
pub fn plan_of<'a>(stop: &Stop, blueprint: &'a Blueprint) -> Option<&'a Arc<Sheet>> {
    if stop.picture() != Some(StopPicture::Plan) {
        return None;
    }
    match stop.sheet {
        Some(id) => blueprint.sheet(id),
        None => blueprint.sheets().first().map(|(_, sheet)| sheet),
    }
}

/// A planning sheet: the plane of two items, bands of ways, else what there is of each and what limits it.
fn draw_plan(
    view: &StopView<'_>,
    easel: &Easel<'_>,
    (area, inner): (Rect, Rect),
    u: f32,
    list: &mut DisplayList,
) -> String {
    let words = view.words;
    let Some(plan) = view.plan else {
        let why = words.text("wall-no-plan").to_owned();
        say(&why, area, u, view.text, list);
        return why;
    };
    let Finished { sheet, answer, .. } = plan;
    let said = verdict(sheet, answer, words);
    let head = match &answer.value {
        Some(value) => words.labelled(&said.head, &words.exact_number(value)),
        None => said.head.clone(),
    };
    let lines = plan_lines(sheet, answer, words);
    let mut told = vec![sheet.name.clone(), head.clone()];
    told.extend(said.lines.iter().cloned());
    told.extend(lines.iter().map(|(name, amount)| words.labelled(name, amount)));
    if !plan.draw(easel, inner, list, words) {
        let mut table = WallTable { of_words: 1, ..WallTable::default() };
        table.heads = vec![head, String::new()];
        table.rows = lines.into_iter().map(|(name, amount)| vec![name, amount]).collect();
        table.notes = said.lines;
        let limits =
            limit_lines(sheet, answer, words).into_iter().filter(|_| answer.value.is_some());
        table.notes.extend(limits.map(|line| {
            let used = words.labelled(&line.name, &line.used);
            let facts: Vec<&str> =
                [used.as_str(), &line.brings].into_iter().filter(|it| !it.is_empty()).collect();
            words.facts(&facts)
        }));
        let more = |count: usize| words.with("wall-more", &[("count", count.into())]);
        table.keep_notes_with_room(area, u, view.text, &more);
        table.draw(area, u, view.text, list);
    }
    told.join("\n")
}

/// The picture of what customers judge that a stop shows.
fn judged(picture: StopPicture) -> Option<QualityPicture> {
    Some(match picture {
        StopPicture::Profile => QualityPicture::Profile,
        StopPicture::Gaps => QualityPicture::Gaps,
        StopPicture::Importance => QualityPicture::Importance,
        StopPicture::Kano => QualityPicture::Kano,
        _ => return None,
    })
}

/// The cards that are seen, lane by lane, and which of them limits the whole.
fn sheet_in_words(view: &StopView<'_>, places: &WallPlaces) -> Vec<String> {
    let (words, scenario) = (view.words, view.shown.scenario);
    let mut said = Vec::new();
    for (lane, _) in scenario.lanes() {
        let cards = places.cards.iter().filter_map(|(step, _)| {
            let found = scenario.steps().get(step)?;
            (found.lane == *lane).then_some(found.name.as_str())
        });
        let names: Vec<&str> = cards.collect();
        if !names.is_empty() {
            said.push(
                words.labelled(&words.lane(scenario, *lane), &words.list(&names, names.len())),
            );
        }
    }
    if places.pages > 1 {
        let arguments = [("number", (places.page + 1).into()), ("count", places.pages.into())];
        said.push(words.with("wall-part", &arguments));
    }
    if view.held.bottleneck {
        said.push(words.labelled(words.text("figure-bottleneck"), words.text("wall-held-back")));
    } else {
        let limits = view.shown.analysis.bottleneck.iter();
        let names: Vec<&str> = limits.map(|step| words.step(*step, scenario)).collect();
        if !names.is_empty() {
            said.push(
                words.labelled(words.text("figure-bottleneck"), &words.list(&names, names.len())),
            );
        }
    }
    said
}
