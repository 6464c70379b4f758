//! The charts that there are, each drawn whole: as the window shows it, on a page of any size.

use crate::analysis::{
    self, Analysis, Lack, ProfitRule, cost_structure, profit_curve, visit, wait_curve,
};
use crate::blueprint::Scenario;
use crate::drawing::charts::{
    self, Caption, Easel, Frame, Load, Look, Profit, ProfitHead, Visit, draw_lacks, draw_rows,
    halves,
};
use crate::drawing::{DisplayList, MeasureText, Rect};
use crate::process;
use crate::wording::Wording;

use super::{LoadChart, MoneyChart, ProfitChart, Shown, VisitChart, WaitingChart};

/// Points of a curve of waits.
pub const CURVE_POINTS: usize = 56;

/// A chart of two halves is at least so wide on a wall, before it grows.
const WALL_HALVES: f32 = 460.0;

/// A chart of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chart {
    /// How busy everybody is.
    Load,
    /// One customer's visit along the clock.
    Visit,
    /// How waiting rises with demand.
    Waiting,
    /// Where a customer's money goes.
    Money,
}

/// What a chart is drawn of.
#[derive(Clone, Copy)]
pub struct ChartSource<'a> {
    /// The scenario with its figures.
    pub shown: Shown<'a>,
    /// What the service is called; may be blank.
    pub service: &'a str,
    /// The scenario that it is compared with.
    pub other: Option<(&'a Scenario, &'a Analysis)>,
}

impl Chart {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Load, Self::Visit, Self::Waiting, Self::Money];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Load => "chart-tab-load",
            Self::Visit => "chart-tab-visit",
            Self::Waiting => "chart-tab-waiting",
            Self::Money => "chart-tab-money",
        }
    }

    /// The key of what its axes measure; `has_profit` says whether there is a curve of profit.
    #[must_use]
    pub fn axes_key(self, has_profit: bool) -> &'static str {
        match self {
            Self::Load => "chart-axes-load",
            Self::Visit => "chart-axes-visit",
            Self::Waiting => "chart-axes-waiting",
            Self::Money if has_profit => "chart-axes-money",
            Self::Money => "chart-axes-money-parts",
        }
    }

    /// Whether values of another scenario are drawn into it.
    #[must_use]
    pub fn compares(self) -> bool {
        self != Self::Visit
    }

    /// Draws the chart with the sentence above it and the line below, as the enlarged one of the
    /// window, into a rectangle. Answers what there is to see, in words.
    ///
    /// # Errors
    /// What the figures lack, where there is no picture of them; nothing is drawn then.
    pub fn draw(
        self,
        source: &ChartSource<'_>,
        text: &dyn MeasureText,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<String, Vec<Lack>> {
        list.clear();
        self.draw_with(source, &Easel::of(area.size(), text), area, list)
    }

    /// As [`Chart::draw`], in letters of another size and into a list that is not cleared.
    ///
    /// # Errors
    /// As [`Chart::draw`].
    pub fn draw_with(
        self,
        source: &ChartSource<'_>,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<String, Vec<Lack>> {
        self.draw_beside(source, true, easel, area, list).map(|(said, _)| said)
    }

    /// As [`Chart::draw_with`], on the axes of both scenarios, whether or not the other one is seen. Answers
    /// the axes too.
    ///
    /// # Errors
    /// As [`Chart::draw`].
    pub fn draw_beside(
        self,
        source: &ChartSource<'_>,
        other_is_seen: bool,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        let source = &Both { source, seen: other_is_seen };
        match self {
            Self::Load => source.load(easel, area, list),
            Self::Visit => source.visit(easel, area, list),
            Self::Waiting => source.waiting(easel, area, list),
            Self::Money => source.money(easel, area, list),
        }
    }
}

/// The range of an axis: from where to where it goes, in its own unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis {
    /// The value at its beginning.
    pub from: f64,
    /// The value at its end.
    pub to: f64,
}

/// The axes of a chart: across and up, of which one may have no numbers; and of what stands beside it.
pub type Axes = [Axis; 4];

fn axes(known: &[(f64, f64)]) -> Axes {
    let mut axes = Axes::default();
    for (axis, (from, to)) in axes.iter_mut().zip(known) {
        *axis = Axis { from: *from, to: *to };
    }
    axes
}

/// What a chart is drawn of, and whether the other scenario is seen or only shares its axes.
struct Both<'a, 'b> {
    source: &'b ChartSource<'a>,
    seen: bool,
}

impl<'a> std::ops::Deref for Both<'a, '_> {
    type Target = ChartSource<'a>;

    fn deref(&self) -> &Self::Target {
        self.source
    }
}

/// Of which service and scenario a chart is, and that it is only a preview where it is one.
#[must_use]
pub fn caption(words: &Wording, service: &str, scenario: &str, is_preview: bool) -> String {
    let names = if service.trim().is_empty() {
        scenario.to_owned()
    } else {
        words.with("chart-of", &[("service", service.into()), ("scenario", scenario.into())])
    };
    if is_preview { words.with("chart-preview-of", &[("names", names.into())]) } else { names }
}

/// What a chart is of and what it shows.
fn said(caption: &Caption) -> String {
    [caption.names.as_str(), caption.title.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}

impl Both<'_, '_> {
    /// What stands around a chart.
    fn caption(&self, chart: Chart, title: String, has_profit: bool) -> Caption {
        let Shown { scenario, words, .. } = self.shown;
        let axes = (!title.is_empty()).then(|| words.text(chart.axes_key(has_profit)).to_owned());
        let other = self.other.filter(|_| self.seen && axes.is_some() && chart.compares());
        Caption {
            title,
            names: caption(words, self.service, scenario.name(), false),
            axes,
            other: other.map(|(scenario, _)| scenario.name().to_owned()),
        }
    }

    /// What a chart says of what it lacks.
    fn lacks(&self, lacks: &[Lack]) -> Option<String> {
        let Shown { scenario, words, .. } = self.shown;
        let what = words.lacks(lacks, scenario)?;
        Some(words.with("chart-lacks", &[("what", what.into())]))
    }

    fn load(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        let chart = LoadChart::of(self.shown);
        let chart = chart.ok_or_else(|| self.shown.analysis.capacity_per_hour.lacks.to_vec())?;
        let chart = chart.beside(self.other.map(|(_, analysis)| analysis));
        let chart = if self.seen { chart } else { chart.alone() };
        let caption = self.caption(Chart::Load, chart.headline(), false);
        let frame = Frame::draw(&caption, self.lacks(chart.lacks()), easel, area, list);
        let rows = Load::of(&chart, easel, frame.width());
        draw_rows(&rows, easel, frame, &Look::default(), list);
        Ok((said(&caption), axes(&[(0.0, chart.end())])))
    }

    fn visit(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        let Shown { scenario, analysis, .. } = self.shown;
        let visit = visit(scenario, &process::compile(scenario), analysis);
        let headline = VisitChart::of(self.shown, &visit, 0, false).map(|chart| chart.headline());
        let caption = self.caption(Chart::Visit, headline.unwrap_or_default(), false);
        let lacks = self.lacks(&visit.lacks);
        let body = Frame::of(&caption, lacks.is_some(), easel, area).body;
        let most_rows = Visit::rows_with_room(easel, body.height(), true);
        let chart = VisitChart::of(self.shown, &visit, most_rows, true);
        // Before a class two visits that are flipped have one axis, though only one of them is drawn.
        let other = self.other.filter(|_| easel.is_wall()).and_then(|(scenario, figures)| {
            let end_s = |visit: &analysis::Visit| {
                visit.stops.iter().map(|stop| stop.end_s).fold(visit.total_s, f64::max)
            };
            let other = analysis::visit(scenario, &process::compile(scenario), figures);
            (!other.stops.is_empty()).then(|| end_s(&other))
        });
        let chart = chart.map(|chart| chart.until(other.unwrap_or(0.0)));
        let chart = chart.filter(VisitChart::takes_time).ok_or_else(|| visit.lacks.clone())?;
        let frame = Frame::draw(&caption, lacks, easel, area, list);
        let rows = Visit::of(&chart, easel, frame.width());
        draw_rows(&rows, easel, frame, &Look::default(), list);
        Ok((said(&caption), axes(&[(0.0, charts::VisitValues::end_s(&chart))])))
    }

    fn waiting(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        let curve = |scenario| wait_curve(scenario, &process::compile(scenario), CURVE_POINTS);
        let points = curve(self.shown.scenario)?;
        let other =
            self.other.and_then(|(scenario, analysis)| Some((curve(scenario).ok()?, analysis)));
        let chart = WaitingChart::of(self.shown, &points, true).ok_or_else(Vec::new)?;
        let other = other.as_ref().map(|(points, analysis)| (points.as_slice(), *analysis));
        let chart = chart.beside(other);
        let chart = if self.seen { chart } else { chart.alone() };
        let caption = self.caption(Chart::Waiting, chart.headline(), false);
        let body = Frame::draw(&caption, None, easel, area, list);
        if let Some(plot) = chart.values().laid(&chart, easel, body) {
            plot.draw(list);
        }
        let values = chart.values();
        Ok((said(&caption), axes(&[(0.0, values.end_per_hour), (0.0, values.top_s)])))
    }

    /// What a customer's money goes to, on one axis with that of the other scenario.
    fn costs(&self) -> Result<MoneyChart<'_>, Vec<Lack>> {
        let Shown { scenario, analysis, .. } = self.shown;
        let structure =
            |scenario, analysis| cost_structure(scenario, &process::compile(scenario), analysis);
        let costs = structure(scenario, analysis);
        let parts = costs.as_ref().and_then(|costs| MoneyChart::of(self.shown, costs));
        let parts = parts.ok_or_else(|| analysis.cost_per_customer.lacks.to_vec())?;
        let other = self.other.and_then(|(scenario, analysis)| structure(scenario, analysis));
        Ok(parts.beside(other.as_ref()))
    }

    fn money(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        let Shown { scenario, analysis, .. } = self.shown;
        let parts = self.costs()?;
        let rule = ProfitRule::PaidTime;
        let curve = profit_curve(scenario, analysis, rule);
        let other =
            self.other.and_then(|(scenario, analysis)| profit_curve(scenario, analysis, rule).ok());
        let profit = curve.as_ref().ok().and_then(|curve| ProfitChart::of(self.shown, curve));
        let profit = profit.map(|profit| profit.beside(other.as_ref()));
        let (parts, profit) = if self.seen {
            (parts, profit)
        } else {
            (parts.alone(), profit.map(ProfitChart::alone))
        };
        // On a wall half of the room is too little, and a lack no picture.
        if easel.is_wall() && (profit.is_none() || area.width() < easel.length(WALL_HALVES)) {
            return self.costs_only(easel, area, list);
        }
        let mut known = vec![(0.0, parts.end())];
        if let Some(profit) = &profit {
            let Profit { end_s, span, .. } = *profit.values();
            known.extend([(0.0, end_s), span]);
        }
        let caption = self.caption(Chart::Money, parts.headline(), profit.is_some());
        let body = Frame::draw(&caption, None, easel, area, list);
        let [left, right] = halves(easel, body, list);
        let values = parts.values();
        draw_rows(&values.laid(easel, left.width()), easel, left, &Look::default(), list);
        list.clip_to(right);
        if let Some(profit) = profit {
            let head = ProfitHead {
                title: profit.title().to_owned(),
                rule: profit.rule(),
                reach: profit.reach(),
                is_whole: true,
                aside: 0.0,
            };
            let right = head.draw(easel, right, list);
            if let Some(plot) = profit.values().laid(&profit, easel, right) {
                plot.draw(list);
            }
        } else {
            let lacks = curve.as_ref().err().and_then(|lacks| self.lacks(lacks));
            let nothing = || self.shown.words.text("chart-nothing").to_owned();
            draw_lacks(easel, right, &lacks.unwrap_or_else(nothing), list);
        }
        Ok((said(&caption), axes(&known)))
    }

    fn costs_only(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<(String, Axes), Vec<Lack>> {
        // On one axis with the other, whose cost is marked where there is room for its name.
        let parts = self.costs()?.alone();
        let caption = self.caption(Chart::Money, parts.headline(), false);
        let body = Frame::draw(&caption, None, easel, area, list);
        let values = parts.values();
        draw_rows(&values.laid(easel, body.width()), easel, body, &Look::default(), list);
        Ok((said(&caption), axes(&[(0.0, parts.end())])))
    }
}

impl ChartSource<'_> {
    /// Draws only what a customer's money goes to, as wide as the area: for where there is no price, and
    /// so nothing to draw beside it.
    ///
    /// # Errors
    /// As [`Chart::draw`].
    pub fn draw_costs(
        &self,
        text: &dyn MeasureText,
        area: Rect,
        list: &mut DisplayList,
    ) -> Result<String, Vec<Lack>> {
        list.clear();
        let alone = Self { other: None, ..*self };
        let both = Both { source: &alone, seen: false };
        both.costs_only(&Easel::of(area.size(), text), area, list).map(|(said, _)| said)
    }
}
