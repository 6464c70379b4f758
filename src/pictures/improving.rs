//! The pictures of what is judged, measured and planned, each drawn whole, on a page of any size.

use crate::blueprint::{Blueprint, Date, Id as _, IndicatorView, Scenario};
use crate::drawing::charts::{Caption, Easel, Frame, Look, Tile, draw_heading};
use crate::drawing::{DisplayList, Point, Rect};
use crate::quality::{Question, assess, cycle, schedule, staircase};

use super::{IndicatorChart, PlanChart, PlanSource, RiskChart, Shown, caption};

/// Between tiles, and the height of the head of a column, before they grow.
const GAP: f32 = 10.0;
const HEAD: f32 = 24.0;

/// A picture of what is judged, measured and planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Improving {
    /// What can fail, as a matrix.
    Risk,
    /// The scorecard.
    Indicators,
    /// The plan in time.
    Plan,
}

impl Improving {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Risk, Self::Indicators, Self::Plan];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Risk => "chart-tab-risk",
            Self::Indicators => "chart-tab-indicators",
            Self::Plan => "chart-tab-plan",
        }
    }

    /// Whether there is something to draw.
    #[must_use]
    pub fn is_there(self, blueprint: &Blueprint, scenario: &Scenario) -> bool {
        let judgements = blueprint.judgements();
        match self {
            Self::Risk => scenario.steps().values().any(|step| step.fail.is_some()),
            Self::Indicators => !judgements.indicators.is_empty(),
            Self::Plan => !judgements.plan.actions.is_empty(),
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
        let said = match self {
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
                    }
                }
                title
            }
        };
        let said: Vec<&str> =
            [names.as_str(), said.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
        Some(said.join(": "))
    }
}
