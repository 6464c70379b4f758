//! The pictures of what is judged, measured and planned, each drawn whole, on a page of any size.

use crate::blueprint::{Blueprint, Date, Id as _, IndicatorView, Scenario};
use crate::drawing::charts::{Caption, Easel, Frame, Look, Sides, Tile, draw_heading};
use crate::drawing::{DisplayList, Point, Rect};
use crate::quality::{IndicatorFigures, Question, assess, cycle, schedule, staircase};
use crate::wording::Wording;

use super::quality::SideSource;
use super::{IndicatorChart, PlanChart, PlanSource, RiskChart, Shown, caption};

/// Between tiles, and the height of the head of a column, before they grow.
const GAP: f32 = 10.0;
const HEAD: f32 = 24.0;

/// The least width and height of a control chart below the tiles, before they grow, and how many there are at most.
const LEAST_CHART: (f32, f32) = (260.0, 130.0);
const MOST_CHARTS: u8 = 3;

/// A picture of what is judged, measured and planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Improving {
    /// What can fail, as a matrix.
    Risk,
    /// The scorecard.
    Indicators,
    /// The plan in time.
    Plan,
    /// The score of each survey.
    Trend,
    /// What customers got, by part.
    Parts,
    /// Whose needs the items are.
    Needs,
    /// The service under the definitions of quality.
    Views,
}

impl Improving {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Risk,
        Self::Indicators,
        Self::Plan,
        Self::Trend,
        Self::Parts,
        Self::Needs,
        Self::Views,
    ];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Risk => "chart-tab-risk",
            Self::Indicators => "chart-tab-indicators",
            Self::Plan => "chart-tab-plan",
            Self::Trend => "views-trend",
            Self::Parts => "views-parts",
            Self::Needs => "views-needs",
            Self::Views => "views-title",
        }
    }

    /// Whether there is something to draw.
    #[must_use]
    pub fn is_there(self, blueprint: &Blueprint, scenario: &Scenario) -> bool {
        let judgements = blueprint.judgements();
        let items = || judgements.quality.items.iter().map(|(_, item)| item);
        match self {
            Self::Risk => scenario.steps().values().any(|step| step.fail.is_some()),
            Self::Indicators => !judgements.indicators.is_empty(),
            Self::Plan => !judgements.plan.actions.is_empty(),
            Self::Trend => judgements.quality.surveys.len() > 1,
            Self::Parts => items().any(|item| item.part.is_some()),
            Self::Needs => items().any(|item| item.voice.is_some()),
            Self::Views => !judgements.is_empty(),
        }
    }

    /// Draws it with the sentence above it and the line below; answers what there is to see, `None` where there is
    /// nothing.
    #[must_use]
    pub fn draw(
        self,
        blueprint: &Blueprint,
        shown: &Shown<'_>,
        today: Option<Date>,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Option<String> {
        let names = caption(shown.words, blueprint.title(), shown.scenario.name(), false);
        let around = |title: String| Caption { title, names: names.clone(), ..Caption::default() };
        let question = Question { today, ..Question::default() };
        let found = assess(blueprint, shown.scenario, shown.analysis, &question);
        let plan = schedule(&blueprint.judgements().plan, today);
        let sides = SideSource { blueprint, shown, found: &found };
        let mut side = |seen: Option<(String, Sides)>| {
            let (title, picture) = seen?;
            let body = Frame::draw(&around(title.clone()), None, easel, area, list);
            let more = |count: usize| shown.words.with("views-more", &[("count", count.into())]);
            picture.draw(easel, body, &more, list);
            Some(title)
        };
        let said = match self {
            Self::Trend => side(sides.trend())?,
            Self::Parts => side(sides.parts())?,
            Self::Needs => side(sides.needs())?,
            Self::Views => side(sides.views())?,
            Self::Risk => {
                let chart = RiskChart::of(shown.scenario, &found, shown.words, None)?;
                let body = Frame::draw(&around(chart.headline()), None, easel, area, list);
                chart.values().laid(easel, body)?.draw(list, &Look::default());
                chart.headline()
            }
            Self::Plan => {
                let plan = plan.filter(|plan| !plan.actions.is_empty())?;
                let stairs = staircase(blueprint, &plan);
                let source = PlanSource {
                    blueprint,
                    schedule: &plan,
                    stairs: stairs.as_deref(),
                    demand: shown.analysis.demand_per_hour.value,
                    today,
                    scenario: shown.scenario,
                    figures: &found.indicators,
                    words: shown.words,
                };
                let chart = PlanChart::of(source, None);
                let body = Frame::draw(&around(chart.headline()), None, easel, area, list);
                chart.values().laid(easel, body).draw(list, &Look::default());
                chart.headline()
            }
            Self::Indicators => {
                let indicators = &blueprint.judgements().indicators;
                if indicators.is_empty() {
                    return None;
                }
                let met = found.indicators.iter().filter(|it| it.met == Some(true)).count();
                let of = found.indicators.iter().filter(|it| it.met.is_some()).count();
                let arguments = [("met", met.into()), ("of", of.into())];
                let title = shown.words.with("indicators-met", &arguments);
                let body = Frame::draw(&around(title.clone()), None, easel, area, list);
                let gap = easel.length(GAP);
                let width = (body.width() - 3.0 * gap) / 4.0;
                let pitch = Tile::height(easel) + gap;
                let mut lowest = body.top();
                for (column, (_, view)) in (0_u8..).zip(IndicatorView::NAMES) {
                    let left = body.left() + f32::from(column) * (width + gap);
                    let head =
                        Rect::new(left, body.top(), left + width, body.top() + easel.length(HEAD));
                    draw_heading(easel, head, shown.words.indicator_view(view), list);
                    let own = indicators.iter().filter(|(_, it)| it.view == view);
                    for (row, (id, _)) in (0_u8..).zip(own) {
                        let top = head.bottom() + f32::from(row) * pitch;
                        if top + pitch > body.bottom() {
                            break;
                        }
                        let chart =
                            IndicatorChart::of(*id, blueprint, &found.indicators, shown.words)?;
                        let cycle = cycle(
                            id.number(),
                            blueprint,
                            shown.scenario,
                            &found.indicators,
                            plan.as_ref(),
                        );
                        let corner = Point::new(left, top);
                        let bottom = Point::new(left + width, top + Tile::height(easel));
                        let place = Rect::spanning(corner, bottom);
                        chart.tile(cycle).draw(easel, place, (false, false), list);
                        lowest = lowest.max(bottom.y);
                    }
                }
                let below = Rect::new(body.left(), lowest + 2.0 * gap, body.right(), body.bottom());
                let figures = &found.indicators;
                charts(blueprint, figures, shown.words, easel, below, list);
                title
            }
        };
        let said: Vec<&str> =
            [names.as_str(), said.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
        Some(said.join(": "))
    }
}

/// The control charts that say most, beside each other where there is room below the tiles: those that stand out by
/// more than chance, then those of most data.
fn charts(
    blueprint: &Blueprint,
    figures: &[IndicatorFigures],
    words: &Wording,
    easel: &Easel<'_>,
    area: Rect,
    list: &mut DisplayList,
) {
    if area.height() < easel.length(LEAST_CHART.1) {
        return;
    }
    let mut all: Vec<IndicatorChart<'_>> = blueprint
        .judgements()
        .indicators
        .iter()
        .filter_map(|(id, _)| IndicatorChart::of(*id, blueprint, figures, words))
        .filter(|chart| chart.indicator.data.len() > 1)
        .collect();
    let stands_out = |chart: &IndicatorChart<'_>| {
        chart.figures.chart.as_ref().is_some_and(|chart| !chart.signals.is_empty())
    };
    all.sort_by_key(|chart| (!stands_out(chart), std::cmp::Reverse(chart.indicator.data.len())));
    let gap = easel.length(2.0 * GAP);
    let mut count: u8 = 0;
    let wide = |count: u8| (area.width() + gap) / f32::from(count) - gap;
    while count < MOST_CHARTS && wide(count + 1) >= easel.length(LEAST_CHART.0) {
        count += 1;
    }
    let count = count.min(u8::try_from(all.len()).unwrap_or(MOST_CHARTS));
    for (at, chart) in (0..count).zip(&all) {
        let left = area.left() + f32::from(at) * (wide(count) + gap);
        let head = Rect::new(left, area.top(), left + wide(count), area.top() + easel.length(HEAD));
        draw_heading(easel, head, &chart.indicator.name, list);
        let body = Rect::new(left, head.bottom(), head.right(), area.bottom());
        let Some(control) = chart.control() else { continue };
        if let Some(plot) = control.laid(easel, body) {
            plot.draw(list, &Look::default());
        }
    }
}
