//! A day by its intervals: how many customers come an hour, and how many can be served.

use crate::analysis::analyse;
use crate::blueprint::Scenario;
use crate::drawing::charts::{Caption, DayBar, DayPlot, Easel, Frame};
use crate::drawing::{DisplayList, Rect};
use crate::wording::Wording;

/// The intervals of a day, with what comes and what can be served.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayCurve {
    bars: Vec<DayBar>,
}

impl DayCurve {
    /// Of the day of a scenario; `None` where it has none. Takes an analysis for each interval.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Option<Self> {
        let demand = scenario.demand();
        let day = demand.day.as_deref()?;
        let bars = (0..day.intervals()).map(|at| {
            let then = scenario.at(at).map(|then| analyse(&then));
            DayBar {
                from: day.begins(at).to_string(),
                per_hour: day.demand(at, demand.steady_rate()),
                capacity: then.and_then(|figures| figures.capacity_per_hour.value),
            }
        });
        Some(Self { bars: bars.collect() }).filter(|day| !day.bars.is_empty())
    }

    /// Draws it into a rectangle; what can be served only where that may be told. Answers what there is to see.
    #[must_use]
    pub fn draw(
        &self,
        words: &Wording,
        tells_capacity: bool,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> String {
        let busiest = self.bars.iter().max_by(|a, b| a.per_hour.total_cmp(&b.per_hour));
        let title = busiest.map_or_else(String::new, |bar| {
            let arguments =
                [("time", bar.from.as_str().into()), ("rate", words.arrivals(bar.per_hour).into())];
            words.with("day-picture-busiest", &arguments)
        });
        let key = if tells_capacity { "day-picture-axes" } else { "day-picture-axes-held" };
        let caption = Caption {
            title: title.clone(),
            names: String::new(),
            axes: Some(words.text(key).to_owned()),
            other: None,
        };
        let body = Frame::draw(&caption, None, easel, area, list);
        let bars = self.bars.iter().cloned();
        let bars =
            bars.map(|bar| DayBar { capacity: bar.capacity.filter(|_| tells_capacity), ..bar });
        let plot =
            DayPlot { bars: bars.collect(), rate: &|rate| words.number(words.in_rate_unit(rate)) };
        plot.draw(easel, body, list);
        title
    }
}
