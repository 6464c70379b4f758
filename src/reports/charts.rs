//! Charts of a report.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Draft;
use crate::analysis::{ProfitRule, cost_structure, profit_curve, visit, wait_curve};
use crate::blueprint::LaneId;
use crate::drawing::{DisplayList, DocumentBlock, DocumentPicture, Rect};
use crate::pictures::{
    CURVE_POINTS, Chart, ChartSource, LoadChart, MoneyChart, Shown, VisitChart, WaitingChart,
};
use crate::process;

/// How wide a chart is drawn, in points.
const WIDTH: f32 = 640.0;
/// The height of a chart with axes.
const HEIGHT: f32 = 330.0;
/// The height of a row of a chart of rows, and what stands around them.
const ROW: f32 = 27.0;
const AROUND: f32 = 110.0;
/// The height of a row of a visit in which a step stands alone, so that its name has room, and of a
/// lane whose steps share rows.
const STEP: f32 = 23.0;
const LANE: f32 = 46.0;
/// A chart of rows is no lower and no higher.
const LEAST: f32 = 190.0;
const MOST: f32 = 620.0;

impl Draft<'_> {
    /// Adds a chart, where it has something to show.
    pub(super) fn chart(&mut self, chart: Chart) {
        let shown = self.source.shown;
        let service = self.source.service();
        let source = ChartSource { shown, service, other: None };
        let has_profit = profit_curve(shown.scenario, shown.analysis, ProfitRule::PaidTime).is_ok();
        let height = match chart {
            Chart::Load => rows_height(shown.analysis.pools.len()),
            Chart::Visit => visit_height(&shown),
            Chart::Money if !has_profit => rows_height(shown.scenario.roles().len() + 1),
            Chart::Waiting | Chart::Money => HEIGHT,
        };
        let area = Rect::new(0.0, 0.0, WIDTH, height);
        let mut list = DisplayList::new();
        let drawn = if chart == Chart::Money && !has_profit {
            source.draw_costs(self.measure, area, &mut list)
        } else {
            chart.draw(&source, self.measure, area, &mut list)
        };
        if drawn.is_err() {
            return;
        }
        let title = shown.words.text(chart.key()).to_owned();
        let headline = headline(&shown, chart).unwrap_or_default();
        let description = if headline.is_empty() {
            title.clone()
        } else {
            shown.words.labelled(&title, &headline)
        };
        let picture = DocumentPicture {
            name: match chart {
                Chart::Load => "-load",
                Chart::Visit => "-visit",
                Chart::Waiting => "-waiting",
                Chart::Money => "-money",
            },
            title,
            description,
            lists: Arc::from([list]),
            viewport: area,
            ..DocumentPicture::default()
        };
        self.blocks.push(DocumentBlock::Picture(Box::new(picture)));
    }
}

/// A row for each step with its name, where a page is high enough for them.
fn visit_height(shown: &Shown<'_>) -> f32 {
    let passed = visit(shown.scenario, &process::compile(shown.scenario), shown.analysis);
    let steps: usize = passed.stops.iter().map(|stop| stop.steps.len()).sum();
    // The line of visibility has a row, too.
    let alone = AROUND + STEP * (steps + 1) as f32;
    let height = if alone <= MOST { alone } else { AROUND + LANE * lanes(shown) as f32 };
    height.clamp(LEAST, MOST)
}

/// How many lanes there are in which a step of the flow lies.
fn lanes(shown: &Shown<'_>) -> usize {
    let steps = shown.analysis.steps.keys().filter_map(|step| shown.scenario.steps().get(step));
    let lanes: BTreeSet<LaneId> = steps.map(|step| step.lane).collect();
    lanes.len()
}

fn rows_height(rows: usize) -> f32 {
    (AROUND + ROW * rows as f32).clamp(LEAST, MOST)
}

/// What is to be seen in a chart, in a sentence.
fn headline(shown: &Shown<'_>, chart: Chart) -> Option<String> {
    let Shown { scenario, analysis, .. } = *shown;
    let process = process::compile(scenario);
    match chart {
        Chart::Load => LoadChart::of(*shown).map(|chart| chart.headline()),
        Chart::Visit => {
            let visit = visit(scenario, &process, analysis);
            VisitChart::of(*shown, &visit, 0, false).map(|chart| chart.headline())
        }
        Chart::Waiting => {
            let points = wait_curve(scenario, &process, CURVE_POINTS).ok()?;
            WaitingChart::of(*shown, &points, true).map(|chart| chart.headline())
        }
        Chart::Money => {
            let costs = cost_structure(scenario, &process, analysis)?;
            MoneyChart::of(*shown, &costs).map(|chart| chart.headline())
        }
    }
}
