//! The verdict page: what somebody who has to decide wants to know of a service they never saw, on one page.
//!
//! A row that has no answer says what is missing and what to ask for. Every number is one that the figures
//! give; nothing is reckoned here.

use super::ReportSource;
use super::changed::{Beside, Earlier, beside_said, changes, kept, since_said};
use super::findings::{limit, limit_alone, longest_wait, next_limit};
use super::gaps::gap_list;
use super::plan_sentences::plan_sentences;
use super::quality::quality_said;
use super::risks::{greatest, riskiest};
use super::sentences::sentences;
use super::trust::trust;
use super::verdict::HOLDS;
use super::verdict_head::{headline, visit, written};
use super::waits::longest;
use crate::analysis::{Figure, cost_structure, wait_of_share};
use crate::blueprint::{Blueprint, Date, Review, Span, StepId, ValueKind};
use crate::drawing::Mood;
use crate::pictures::Shown;
use crate::process;
use crate::wording::{Amount, Wording};

/// From this risk on (0 to 100) a fail point is worth a look.
const RISKY: f64 = 0.5;
/// Where so many wait no longer than they accept, waiting is in order; where fewer than so many, it is not.
const MOST: f64 = 0.9;
const MANY: f64 = 0.75;

/// How long so many wait at most is said of the longest wait.
const NEARLY_ALL: f64 = 0.95;

/// What a row is about, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageSubject {
    /// How much the service can do at most, and what limits it.
    Limit,
    /// How busy it is.
    Load,
    /// Where customers wait longest.
    WorstWait,
    /// What a customer costs.
    Cost,
    /// What is most likely to go badly wrong.
    Risk,
    /// What customers meet and feel.
    Experience,
    /// What is not given.
    Missing,
    /// What is otherwise than at the last review.
    Changed,
    /// How far the figures can be trusted.
    Trust,
}

impl PageSubject {
    /// All, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Limit,
        Self::Load,
        Self::WorstWait,
        Self::Cost,
        Self::Risk,
        Self::Experience,
        Self::Missing,
        Self::Changed,
        Self::Trust,
    ];

    /// Its name for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Load => "load",
            Self::WorstWait => "worst_wait",
            Self::Cost => "cost",
            Self::Risk => "largest_risk",
            Self::Experience => "experience",
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Trust => "trust",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, words: &Wording) -> &str {
        match self {
            Self::Limit => words.text("page-limit"),
            Self::Load => words.text("page-load"),
            Self::WorstWait => words.text("page-worst-wait"),
            Self::Cost => words.text("page-cost"),
            Self::Risk => words.text("page-risk"),
            Self::Experience => words.text("page-experience"),
            Self::Missing => words.text("page-missing"),
            Self::Changed => words.text("page-changed"),
            Self::Trust => words.text("page-trust"),
        }
    }
}

/// A row of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRow {
    /// What it is about.
    pub subject: PageSubject,
    /// The figure, or a dash.
    pub value: String,
    /// How it looks; `None` where what is known is no judgement.
    pub mood: Option<Mood>,
    /// The same of the scenario that it is told beside.
    pub beside: Option<BesideFigure>,
    /// What there is to say.
    pub said: String,
    /// The step that it is about.
    pub step: Option<StepId>,
    /// What to ask whoever drew it, where something is missing.
    pub request: Option<String>,
}

/// The figure of a row in the scenario that it is told beside.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideFigure {
    /// What that scenario is called.
    pub scenario: String,
    /// The figure, or a dash.
    pub value: String,
    /// Why there is none; `None` where there is one.
    pub unknown: Option<String>,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerdictPage {
    /// The service and the scenario.
    pub title: String,
    /// The file, the day, the last review, open comments.
    pub note: String,
    /// The service in a few sentences.
    pub sentences: Vec<String>,
    /// The verdict on its quality, a line each, with the step that it is about; none where nothing was judged.
    pub quality: Vec<(String, Option<StepId>)>,
    /// In the order of [`PageSubject::ALL`].
    pub rows: Vec<PageRow>,
}

/// What is known of earlier, and beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Past<'a> {
    /// The last review.
    pub review: Option<&'a Review>,
    /// Whether the service is just what it was then.
    pub is_same: bool,
    /// The version that it is held against, where that is at hand.
    pub earlier: Option<Earlier<'a>>,
    /// How many comments are open.
    pub open_comments: usize,
    /// The scenario that it is told beside.
    pub beside: Option<Beside<'a>>,
    /// Which day it is; no action is late without it.
    pub today: Option<Date>,
}

/// The verdict page of a scenario.
#[must_use]
pub fn verdict_page(source: &ReportSource<'_>, past: Past<'_>) -> VerdictPage {
    let shown = &source.shown;
    let words = shown.words;
    let mut facts = vec![source.file.to_owned(), source.date.to_owned()];
    if let Some(review) = past.review {
        let arguments =
            [("name", words.author(&review.by).into()), ("date", words.day_of(&review.at).into())];
        facts.push(words.with("page-last-review", &arguments));
    }
    if past.open_comments > 0 {
        facts.push(words.counted("open-comments", past.open_comments));
    }
    facts.retain(|fact| !fact.trim().is_empty());
    let title = words.with(
        "report-title",
        &[("blueprint", source.service().into()), ("scenario", source.scenario().into())],
    );
    let mut rows = PageSubject::ALL.map(|subject| match subject {
        PageSubject::Changed => changed_row(shown, past),
        of_service => row_of(of_service, shown, source.blueprint),
    });
    if let Some(beside) = past.beside {
        let other = Shown { scenario: beside.scenario, analysis: beside.analysis, ..*shown };
        let told = rows.iter_mut().filter(|row| row.subject != PageSubject::Changed);
        for row in told {
            let told = row_of(row.subject, &other, source.blueprint);
            row.beside = Some(BesideFigure {
                scenario: words.scenario_name(beside.scenario).to_owned(),
                unknown: (told.value == words.text("no-figure")).then_some(told.said),
                value: told.value,
            });
        }
    }
    VerdictPage {
        title,
        note: words.facts(&facts),
        sentences: [headline(shown), visit(shown)]
            .into_iter()
            .chain(plan_sentences(source))
            .collect(),
        quality: quality_said(source, past.today),
        rows: rows.into(),
    }
}

/// A row about a scenario alone; the row of what changed is none.
fn row_of(subject: PageSubject, shown: &Shown<'_>, blueprint: &Blueprint) -> PageRow {
    match subject {
        PageSubject::Limit => limit_row(shown),
        PageSubject::Load => load_row(shown),
        PageSubject::WorstWait => wait_row(shown),
        PageSubject::Cost => cost_row(shown),
        PageSubject::Risk => risk_row(shown),
        PageSubject::Experience => experience_row(shown),
        PageSubject::Missing => missing_row(shown),
        PageSubject::Changed => row(subject, String::new(), None, String::new()),
        PageSubject::Trust => trust_row(shown, blueprint),
    }
}

/// The value of a row of the page of a scenario; blank for what changed.
#[must_use]
pub fn page_value(subject: PageSubject, shown: &Shown<'_>, blueprint: &Blueprint) -> String {
    row_of(subject, shown, blueprint).value
}

/// A row without a place.
fn row(
    subject: PageSubject,
    value: String,
    mood: impl Into<Option<Mood>>,
    said: String,
) -> PageRow {
    let (mood, beside) = (mood.into(), None);
    PageRow { subject, value, mood, beside, said, step: None, request: None }
}

/// Asks for something.
fn asking_for(row: PageRow, words: &Wording, what: &str) -> PageRow {
    let request = words.with("page-please-give", &[("what", what.into())]);
    PageRow { request: Some(request), ..row }
}

fn limit_row(shown: &Shown<'_>) -> PageRow {
    let analysis = shown.analysis;
    let capacity = &analysis.capacity_per_hour;
    let mood = match (capacity.value, analysis.utilisation.value) {
        (None, _) => Mood::Unknown,
        (_, Some(busy)) if busy >= 1.0 => Mood::Bad,
        _ => Mood::Good,
    };
    let value = shown.words.marked_as(capacity, Wording::rate);
    let step = analysis.bottleneck.first().copied();
    // Where it is known how busy it is, what limits next is told with that.
    let said = if analysis.utilisation.value.is_some() { limit_alone(shown) } else { limit(shown) };
    let found = PageRow { step, ..row(PageSubject::Limit, value, mood, said) };
    match capacity.value {
        Some(_) => found,
        None => asking_for(found, shown.words, shown.words.text("page-ask-times")),
    }
}

fn load_row(shown: &Shown<'_>) -> PageRow {
    let Shown { analysis, words, .. } = *shown;
    let busy = &analysis.utilisation;
    let growth = analysis.growth_per_hour.value.is_some_and(|growth| growth > 0.0);
    let mood = match busy.value {
        None => Mood::Unknown,
        Some(_) if growth => Mood::Bad,
        Some(busy) if busy < HOLDS => Mood::Good,
        Some(busy) if busy < 1.0 => Mood::Warning,
        Some(_) => Mood::Bad,
    };
    let value = written(shown, busy, Amount::Share);
    let Some(_) = busy.value else {
        let found = row(PageSubject::Load, value, mood, needs(shown, busy));
        return asking_for(found, words, words.text("report-gap-demand"));
    };
    let arguments = [
        ("demand", words.marked_as(&analysis.demand_per_hour, Wording::rate).into()),
        ("capacity", words.marked_as(&analysis.capacity_per_hour, Wording::rate).into()),
    ];
    let mut said = vec![words.with("page-load-of", &arguments)];
    if let Some(lost) = super::verdict::lost(shown) {
        said.push(words.with("page-load-loses", &[("lost", lost.into())]));
    } else if growth {
        let rate = words.marked_as(&analysis.growth_per_hour, Wording::rate);
        said.push(words.with("page-load-grows", &[("rate", rate.into())]));
    } else if let Some(share) = Some(HOLDS).filter(|_| mood == Mood::Warning) {
        let share = words.number(share * 100.0);
        said.push(words.with("page-load-busy", &[("share", share.into())]));
    }
    if analysis.capacity_per_hour.value.is_some() {
        said.push(next_limit(shown));
    }
    let step = analysis.bottleneck.first().copied();
    PageRow { step, ..row(PageSubject::Load, value, mood, sentences(shown, &said)) }
}

fn wait_row(shown: &Shown<'_>) -> PageRow {
    let Shown { scenario, analysis, words, .. } = *shown;
    let said = longest_wait(shown);
    let Some((step, wait)) = longest(shown) else {
        let value = words.text("no-figure").to_owned();
        let lacks = &analysis.throughput_time_s.lacks;
        let found = row(PageSubject::WorstWait, value, Mood::Unknown, said);
        return match words.lacks(lacks, scenario) {
            Some(_) => asking_for(found, words, words.text("page-ask-times")),
            None => found,
        };
    };
    let figures = analysis.steps.get(&step);
    let figure = figures.map(|figures| figures.wait_s.clone()).unwrap_or_default();
    let point = scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let accepted = point.and_then(|point| point.acceptable).map(Span::seconds);
    let within = figures.map(|figures| &figures.within_acceptable);
    let within = within.filter(|within| within.value.is_some());
    let mood = match (accepted, within.and_then(|within| within.value)) {
        _ if wait <= 0.0 => Mood::Good,
        (Some(_), Some(share)) if share >= MOST => Mood::Good,
        (Some(_), Some(share)) if share >= MANY => Mood::Warning,
        (Some(accepted), None) if wait <= accepted => Mood::Good,
        (Some(_), _) => Mood::Bad,
        (None, _) => Mood::Unknown,
    };
    // How long is known; whether that is too long is not.
    let mood = Some(mood).filter(|mood| *mood != Mood::Unknown);
    let mut parts = vec![said];
    if let Some(within) = within {
        let share = written(shown, within, Amount::Share);
        // What the mark is made of: not the mean, but how many wait too long.
        parts.push(if mood == Some(Mood::Good) {
            words.with("page-wait-within", &[("share", share.into())])
        } else {
            let should = words.percent(MOST);
            words.with("page-wait-too-few", &[("share", share.into()), ("should", should.into())])
        });
    }
    if let Some(within) = within {
        let process = process::compile(scenario);
        let most = wait_of_share(scenario, analysis, &process, step, NEARLY_ALL);
        if let Some(most) = most.filter(|most| *most > 0.0) {
            let time = written(shown, &Figure::new(most, within.basis), Amount::Seconds);
            let share = words.percent(NEARLY_ALL);
            let arguments = [("share", share.into()), ("time", time.into())];
            parts.push(words.with("page-wait-nearly-all", &arguments));
        }
    }
    let value = written(shown, &figure, Amount::Seconds);
    let said = sentences(shown, &parts);
    let found = PageRow { step: Some(step), ..row(PageSubject::WorstWait, value, mood, said) };
    if accepted.is_none() && wait > 0.0 {
        let name = words.step(step, scenario);
        let what = words.with("report-gap-waits", &[("names", name.into())]);
        return asking_for(found, words, &what);
    }
    found
}

fn cost_row(shown: &Shown<'_>) -> PageRow {
    let Shown { scenario, analysis, words, currency } = *shown;
    let cost = &analysis.cost_per_customer;
    let money = |value| Amount::Money(value, currency);
    let value = written(shown, cost, money);
    if cost.value.is_none() {
        let found = row(PageSubject::Cost, value, Mood::Unknown, needs(shown, cost));
        return asking_for(found, words, words.text("page-ask-rates"));
    }
    let mut said = Vec::new();
    if let Some(parts) = cost_structure(scenario, &process::compile(scenario), analysis) {
        let idle: f64 = parts.roles.iter().map(|role| role.idle).sum();
        if idle > 0.0 {
            let amount = words.money(idle, currency);
            said.push(words.with("page-idle-cost", &[("amount", amount.into())]));
        }
    }
    let profit = &analysis.profit_per_hour;
    let (mood, asks) = match profit.value {
        Some(profit) if profit < 0.0 => (Some(Mood::Bad), None),
        Some(_) => (Some(Mood::Good), None),
        None => (None, Some(words.text("report-gap-price"))),
    };
    said.push(match profit.value {
        Some(_) => words.with("page-profit", &[("profit", written(shown, profit, money).into())]),
        None => words.text("page-no-price").to_owned(),
    });
    let found = row(PageSubject::Cost, value, mood, sentences(shown, &said));
    match asks {
        Some(what) => asking_for(found, words, what),
        None => found,
    }
}

fn risk_row(shown: &Shown<'_>) -> PageRow {
    let words = shown.words;
    let said = riskiest(shown);
    let Some((step, risk, recovers)) = greatest(shown) else {
        let any = shown.scenario.steps().values().any(|step| step.fail.is_some());
        let value = words.text("no-figure").to_owned();
        let found = row(PageSubject::Risk, value, Mood::Unknown, said);
        let what = if any { "page-ask-often" } else { "page-ask-fail-points" };
        return asking_for(found, words, words.text(what));
    };
    let mood = match risk {
        risk if risk < RISKY => Mood::Good,
        _ if recovers => Mood::Warning,
        _ => Mood::Bad,
    };
    PageRow { step: Some(step), ..row(PageSubject::Risk, words.number(risk), mood, said) }
}

fn experience_row(shown: &Shown<'_>) -> PageRow {
    let Shown { scenario, analysis, words, .. } = *shown;
    let experience = &analysis.experience;
    let moments = &experience.moments_of_truth;
    let mut said = Vec::new();
    if moments.value.is_some() {
        let count = written(shown, moments, Amount::Number);
        said.push(words.with("page-moments", &[("count", count.into())]));
    }
    let adding = experience.value_share(ValueKind::Adding);
    if adding.value.is_some() {
        let share = written(shown, adding, Amount::Share);
        said.push(words.with("page-value-adding", &[("share", share.into())]));
    }
    let felt = scenario.steps().iter().filter_map(|(id, step)| Some((*id, step.emotion?.get())));
    let low: Vec<_> = felt.filter(|(_, emotion)| *emotion < 0).collect();
    let worst = low.iter().min_by_key(|(_, emotion)| *emotion).map(|(id, _)| *id);
    let low = low.len();
    if low > 0 {
        said.push(words.counted("low-feelings", low));
    }
    let mood = match moments.value {
        None => Mood::Unknown,
        Some(_) if low > 0 => Mood::Warning,
        Some(_) => Mood::Good,
    };
    if said.is_empty() {
        said.push(needs(shown, moments));
    }
    let value = written(shown, moments, Amount::Number);
    // The step that feels worst is where to look first.
    PageRow { step: worst, ..row(PageSubject::Experience, value, mood, words.clauses(&said)) }
}

fn missing_row(shown: &Shown<'_>) -> PageRow {
    let words = shown.words;
    let gaps = gap_list(shown);
    let mood = if gaps.is_empty() { Mood::Good } else { Mood::Warning };
    let said = super::gaps::gaps(shown);
    let found = row(PageSubject::Missing, words.number(gaps.len() as f64), mood, said);
    if gaps.is_empty() {
        return found;
    }
    asking_for(found, words, &gaps.join(words.text("report-between-gaps")))
}

fn changed_row(shown: &Shown<'_>, past: Past<'_>) -> PageRow {
    let words = shown.words;
    // What it is held against is not told of twice.
    let is_held_against = |other: &Beside<'_>| {
        let name = past.earlier.and_then(|earlier| earlier.name);
        other.is_before && name == Some(words.scenario_name(other.scenario))
    };
    let beside = past.beside.filter(|other| !is_held_against(other));
    let beside = beside.map(|other| beside_said(shown, other));
    let told = |said: String| match &beside {
        Some(beside) => sentences(shown, &[said, beside.clone()]),
        None => said,
    };
    let unknown = |said: String| {
        row(PageSubject::Changed, words.text("no-figure").to_owned(), Mood::Unknown, told(said))
    };
    if let Some(earlier) = past.earlier.filter(|earlier| earlier.name.is_some() || !past.is_same) {
        let day = past.review.map(|review| words.day_of(&review.at)).unwrap_or_default();
        if earlier.since.pair.is_none() {
            return unknown(words.text("review-scenario-is-new").to_owned());
        }
        let count = earlier.since.tally().count();
        let mood = if count == 0 { Mood::Good } else { Mood::Warning };
        let said =
            match (earlier.name, count) {
                (Some(name), 0) => words.with("page-same-as", &[("name", name.into())]),
                (None, 0) => words.with("page-unchanged", &[("date", day.into())]),
                (name, _) => {
                    let changes = since_said(shown, &earlier).into();
                    match name {
                        Some(name) => words
                            .with("page-against", &[("name", name.into()), ("changes", changes)]),
                        None => words
                            .with("page-changes", &[("changes", changes), ("date", day.into())]),
                    }
                }
            };
        return row(PageSubject::Changed, words.number(count as f64), mood, told(said));
    }
    let Some(review) = past.review else {
        return unknown(words.text("page-never-reviewed").to_owned());
    };
    let before =
        |name: &str| review.saw.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
    let day = words.day_of(&review.at);
    if past.is_same {
        let said = told(words.with("page-unchanged", &[("date", day.into())]));
        return row(PageSubject::Changed, words.number(0.0), Mood::Good, said);
    }
    // A review keeps the figures of the first scenario. How much changed nobody can say without that version.
    let is_other = past.beside.is_some_and(|beside| beside.is_before);
    let changes = if is_other { Vec::new() } else { changes(shown, before, shown.analysis) };
    let said = if is_other {
        words.with("page-changed-somewhere", &[("date", day.into())])
    } else if changes.is_empty() {
        words.with("page-changed-otherwise", &[("date", day.into())])
    } else {
        let arguments = [("changes", words.clauses(&changes).into()), ("date", day.into())];
        words.with("page-changes", &arguments)
    };
    let value = words.text("page-changed-yes").to_owned();
    row(PageSubject::Changed, value, Mood::Warning, told(said))
}

/// What a figure that is not known needs, as a sentence.
fn needs(shown: &Shown<'_>, figure: &Figure) -> String {
    let lacks = shown.words.lacks(&figure.lacks, shown.scenario);
    lacks
        .map(|lacks| shown.words.with("page-row-needs", &[("lacks", lacks.into())]))
        .unwrap_or_default()
}

/// How far the figures can be trusted.
fn trust_row(shown: &Shown<'_>, blueprint: &Blueprint) -> PageRow {
    let (value, mood, said) = trust(shown, blueprint);
    row(PageSubject::Trust, value, mood, said)
}

impl ReportSource<'_> {
    /// The figures that a review keeps, by their names in a file.
    #[must_use]
    pub fn figures_seen(&self) -> Vec<(String, f64)> {
        let known = kept(self.shown.analysis).into_iter();
        known.filter_map(|(name, figure)| Some((name.to_owned(), figure.value?))).collect()
    }
}
