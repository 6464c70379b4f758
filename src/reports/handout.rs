//! The handout of a lesson: for who was there, or could not be. The trainer's notes are never in it.

use std::sync::Arc;

use super::{Draft, ReportSource, called};
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{
    Blueprint, HeldBack, Scenario, ScenarioId, Stop, StopGone, StopLever, StopPicture, Untold,
};
use crate::drawing::{
    DisplayList, Document, DocumentBlock, DocumentPicture, DocumentTable, Entry, MeasureText,
    Point, Rect, RowLook, Size, Tone, draw_ruled,
};
use crate::pictures::planning::finished;
use crate::pictures::{Chart, ChartSource, DayCurve, SheetChoice, Shown};
use crate::redesign::{Frontier, Proposal, Question, compare_analysed, frontier, suggestions};
use crate::stage::{Figured, Held, Pill, Results, StopView, Tried, figure_named, plan_of, wall};

/// The size that a stop is drawn at, in points: its smallest letters are read with ease on a page.
const WALL: Size = Size { width: 1280.0, height: 640.0 };
/// Lines to write on: how wide, how far apart, how many.
const LINES: (f32, f32, f32) = (640.0, 32.0, 8.0);
/// Of a sheet that is shown in parts so many at most.
const MOST_PARTS: usize = 4;
/// The letters of answers.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The versions of a blueprint with their figures, each reckoned once.
struct Versions<'a>(Vec<(&'a Scenario, Analysis)>);

impl<'a> Versions<'a> {
    fn of(source: &ReportSource<'a>) -> Self {
        let all = source.blueprint.scenarios().iter();
        Self(all.map(|scenario| (&**scenario, analyse(scenario))).collect())
    }

    /// The version of an identity.
    fn get(&self, id: Option<ScenarioId>) -> Option<Figured<'_>> {
        let found = self.0.iter().find(|(scenario, _)| Some(scenario.id()) == id);
        found.map(|(scenario, analysis)| Figured { scenario, analysis })
    }

    fn baseline(&self) -> Option<Figured<'_>> {
        self.0.first().map(|(scenario, analysis)| Figured { scenario, analysis })
    }
}

/// The handout of the lesson that a blueprint holds: the blueprint, a page for each stop, what was tried,
/// and how it was reckoned. Answers stand at its end where they are wanted.
#[must_use]
pub fn handout(source: &ReportSource<'_>, answers: bool, measure: &dyn MeasureText) -> Document {
    let mut draft = Draft { source: *source, measure, blocks: Vec::new() };
    let words = source.shown.words;
    let lesson = source.blueprint.lesson().map(|lesson| &**lesson);
    let versions = Versions::of(source);
    let name = lesson.map(|lesson| lesson.title.trim()).filter(|title| !title.is_empty());
    draft.heading(1, name.unwrap_or_else(|| source.service()));
    let service = Some(source.service()).filter(|_| name.is_some()).unwrap_or_default();
    let mut facts = vec![service, source.scenario(), source.date];
    facts.retain(|fact| !fact.trim().is_empty());
    draft.say(Tone::Note, words.facts(&facts));
    draft.say(Tone::Note, words.assumptions(source.shown.scenario, source.shown.analysis));
    let stops = lesson.map_or(&[][..], |lesson| lesson.stops.as_slice());
    // What is to be guessed is not told on the first page.
    let hides_figures = holds_back(source.blueprint);
    draft.sheet_with(&SheetChoice { hides_figures, ..SheetChoice::default() });
    let untold = untold(source.blueprint);
    // A stop whose scenario is gone is skipped, as it is before a class; the others keep their numbers.
    let is_there = |stop: &Stop| !StopGone::of(stop, source.blueprint).scenario;
    for (number, (_, stop)) in stops.iter().enumerate().filter(|(_, (_, stop))| is_there(stop)) {
        draft.blocks.push(DocumentBlock::PageBreak);
        let held = held_at(&untold, number, stop);
        draft.stop(number, (stop, held), &versions);
    }
    draft.tries(&versions);
    draft.blocks.push(DocumentBlock::PageBreak);
    draft.heading(2, words.text("handout-reckoned"));
    draft.method();
    if answers && !stops.is_empty() {
        draft.blocks.push(DocumentBlock::PageBreak);
        draft.heading(2, words.text("handout-answers"));
        for (number, (_, stop)) in stops.iter().enumerate().filter(|(_, (_, it))| is_there(it)) {
            draft.answer(number, stop, &versions);
        }
    }
    let name = name.unwrap_or_else(|| source.service());
    let title = words.with("handout-title", &[("lesson", name.into())]);
    Document { title, language: words.language().code(), blocks: draft.blocks }
}

/// Whether a stop of the lesson holds something back, which the first page is not to tell.
#[must_use]
pub fn holds_back(blueprint: &Blueprint) -> bool {
    let stops = blueprint.lesson().map_or(&[][..], |lesson| lesson.stops.as_slice());
    stops.iter().any(|(_, stop)| Held::of(stop).any())
}

/// What the stops of the lesson are not to tell before it is asked for.
fn untold(blueprint: &Blueprint) -> Untold {
    blueprint.lesson().map(|lesson| Untold::of(lesson, blueprint)).unwrap_or_default()
}

/// What the page of a stop does not tell: what the stop holds back, and what a later one asks for.
fn held_at(untold: &Untold, at: usize, stop: &Stop) -> Held {
    let kept = untold.kept_at(at).map(|(what, _)| what);
    let own = HeldBack::NAMES.iter().map(|(_, what)| *what).filter(|what| stop.holds(*what));
    Held::those(&own.chain(kept).collect::<Vec<_>>())
}

/// The fewest people for each target, near as many as there are today.
fn near_today(scenario: &Scenario) -> Option<Frontier> {
    let question = Question::near_today(scenario);
    frontier(scenario, scenario.redesign_rules(), &question, &|| false, &mut |_| ()).ok()
}

/// The pictures of a stop as a class sees it before anything is revealed: with its title and question, or
/// without both where these stand beside it. A sheet that is shown in parts has several.
fn pictures(
    source: &ReportSource<'_>,
    (stop, held): (&Stop, Held),
    (shown, other): (Figured<'_>, Option<Figured<'_>>),
    (size, is_alone): (Size, bool),
    measure: &dyn MeasureText,
) -> Vec<(DisplayList, String)> {
    let words = source.shown.words;
    let found = (stop.picture() == Some(StopPicture::Redesign)).then(|| near_today(shown.scenario));
    let found = found.flatten();
    let bare =
        Stop { title: String::new(), ask: String::new(), answers: Vec::new(), ..stop.clone() };
    let day = (stop.picture() == Some(StopPicture::Day)).then(|| DayCurve::of(shown.scenario));
    let day = day.flatten();
    let plan = plan_of(stop, source.blueprint);
    let plan = plan.and_then(|sheet| finished(source.blueprint, sheet, words).ok());
    let mut drawn = Vec::new();
    let mut pages = 1;
    while drawn.len() < pages.min(MOST_PARTS) {
        let view = StopView {
            day: day.as_ref(),
            played: None,
            blueprint: source.blueprint,
            shown,
            other,
            before: None,
            frontier: found.as_ref(),
            plan: plan.as_ref(),
            stop: if is_alone { stop } else { &bare },
            held,
            pill: Pill::Scenario(shown.scenario.name()),
            is_flipped: false,
            is_small: false,
            is_bare: false,
            hands: &[],
            changed: &[],
            follows: false,
            spotlight: &[],
            page: drawn.len(),
            on_desk: false,
            size,
            words,
            text: measure,
        };
        let mut list = DisplayList::new();
        let places = wall(&view, &mut list);
        pages = places.pages;
        drawn.push((list, words.clauses(&places.said)));
    }
    drawn
}

/// The walls of all stops, each as large as asked for, with what is to be seen.
#[must_use]
pub fn handout_walls(
    source: &ReportSource<'_>,
    size: Size,
    measure: &dyn MeasureText,
) -> Vec<(DisplayList, String)> {
    let versions = Versions::of(source);
    let stops = source.blueprint.lesson().map_or(&[][..], |lesson| lesson.stops.as_slice());
    let mut walls = Vec::new();
    let untold = untold(source.blueprint);
    for (at, (_, stop)) in stops.iter().enumerate() {
        if StopGone::of(stop, source.blueprint).scenario {
            continue;
        }
        let shown = versions.get(stop.scenario).or_else(|| versions.baseline());
        let Some(shown) = shown else { continue };
        let pair = (shown, versions.get(stop.with));
        let held = held_at(&untold, at, stop);
        walls.extend(pictures(source, (stop, held), pair, (size, true), measure));
    }
    walls
}

/// The change that a stop asks about.
enum Change<'a> {
    /// What it was compared with.
    With(Figured<'a>),
    /// The one that helps most, where the class was to find one.
    Helps { proposal: Proposal, after: Arc<Scenario>, figures: Box<Analysis> },
}

impl<'a> Change<'a> {
    fn asked_by(
        stop: &Stop,
        (scenario, analysis): (&Scenario, &Analysis),
        versions: &'a Versions<'_>,
    ) -> Option<Self> {
        if let Some(with) = versions.get(stop.with) {
            return Some(Self::With(with));
        }
        let turns = |lever| matches!(lever, StopLever::Headcount | StopLever::Time);
        let is_asked = !stop.ask.trim().is_empty()
            && stop.answers.is_empty()
            && (stop.holds(HeldBack::Help) || stop.lever_kinds().any(turns));
        if !is_asked {
            return None;
        }
        let all = suggestions(scenario, analysis, true);
        let best = all.iter().find_map(|one| Some((one, one.kept()?)))?;
        let after = Arc::clone(&best.1.scenario);
        let figures = Box::new(analyse(&after));
        Some(Self::Helps { proposal: best.0.proposal.clone(), after, figures })
    }
}

/// The letter of the answer, where just one of those that are offered names what limits the service.
fn letter_of<'a>(stop: &'a Stop, limits: &[&str]) -> Option<(char, &'a str)> {
    if !stop.holds(HeldBack::Bottleneck) {
        return None;
    }
    let is_limit = |answer: &str| {
        let answer = answer.trim().to_lowercase();
        limits.iter().any(|limit| {
            let limit = limit.trim().to_lowercase();
            !answer.is_empty() && (limit == answer || limit.contains(&answer))
        })
    };
    let mut right = stop.answers.iter().zip(LETTERS.chars()).filter(|(answer, _)| is_limit(answer));
    match (right.next(), right.next()) {
        (Some((answer, letter)), None) => Some((letter, answer.as_str())),
        _ => None,
    }
}

impl Draft<'_> {
    fn stop_heading(&mut self, level: u8, number: usize, stop: &Stop) {
        let title = match stop.title.trim() {
            "" => self.words().text("handout-stop-unnamed"),
            title => title,
        };
        let arguments = [("number", (number + 1).into()), ("title", title.into())];
        let heading = self.words().with("handout-stop", &arguments);
        self.heading(level, heading);
    }

    /// A stop with its picture, its question and lines to write on.
    fn stop(&mut self, number: usize, (stop, held): (&Stop, Held), versions: &Versions<'_>) {
        let words = self.words();
        self.stop_heading(2, number, stop);
        let shown = versions.get(stop.scenario).or_else(|| versions.baseline());
        if let Some(shown) = shown {
            let pair = (shown, versions.get(stop.with));
            let drawn = pictures(&self.source, (stop, held), pair, (WALL, false), self.measure);
            for (list, said) in drawn {
                self.blocks.push(DocumentBlock::Picture(Box::new(DocumentPicture {
                    title: stop.title.clone(),
                    description: said,
                    lists: Arc::from([list]),
                    viewport: Rect::of(Point::default(), WALL),
                    ..DocumentPicture::default()
                })));
            }
        }
        if !stop.ask.trim().is_empty() {
            self.heading(3, stop.ask.trim());
        }
        let answers = stop.answers.iter().zip(LETTERS.chars());
        let entries: Vec<Entry> = answers
            .map(|(text, letter)| Entry {
                text: words.labelled(&letter.to_string(), text),
                remark: String::new(),
            })
            .collect();
        if !entries.is_empty() {
            self.blocks.push(DocumentBlock::List(entries));
        }
        self.lines();
    }

    /// Lines to write on.
    fn lines(&mut self) {
        let (width, apart, count) = LINES;
        let viewport = Rect::new(0.0, 0.0, width, apart * count + 2.0);
        let mut list = DisplayList::new();
        draw_ruled(viewport, apart, &mut list);
        let title = self.text("handout-lines");
        self.blocks.push(DocumentBlock::Picture(Box::new(DocumentPicture {
            description: title.clone(),
            title,
            lists: Arc::from([list]),
            viewport,
            ..DocumentPicture::default()
        })));
    }

    /// The kept tries: who proposed what, what changed, and what came of it.
    fn tries(&mut self, versions: &Versions<'_>) {
        let Shown { words, .. } = self.source.shown;
        let is_try = |scenario: &Scenario| !scenario.by().trim().is_empty();
        if !versions.0.iter().any(|(scenario, _)| is_try(scenario)) {
            return;
        }
        self.blocks.push(DocumentBlock::PageBreak);
        self.heading(2, words.text("handout-tries"));
        let first = versions.0.iter().take(1);
        let tried = versions.0.iter().skip(1).filter(|(scenario, _)| is_try(scenario));
        let tried: Vec<Tried<'_>> = first
            .chain(tried)
            .map(|(scenario, analysis)| Tried {
                name: scenario.name(),
                by: scenario.by(),
                version: Figured { scenario, analysis },
            })
            .collect();
        let results = Results {
            blueprint: self.source.blueprint,
            title: "",
            tried: &tried,
            marked: None,
            size: WALL,
            words,
            text: self.measure,
        };
        let table = results.table();
        let columns = table.heads.iter().enumerate().map(|(at, head)| (head.clone(), at > 1));
        let mut set = DocumentTable::with(columns);
        for row in table.rows {
            set.row(RowLook::Plain, row);
        }
        self.blocks.push(DocumentBlock::Table(set));
        let Some(baseline) = versions.baseline() else { return };
        for tried in tried.iter().skip(1) {
            let Figured { scenario, analysis } = tried.version;
            let arguments =
                [("name", called(scenario, words).into()), ("by", scenario.by().trim().into())];
            self.heading(3, words.with("handout-try-of", &arguments));
            let before = (baseline.scenario, baseline.analysis);
            let comparison = compare_analysed(before, (scenario, analysis));
            let changes = words.changes(&comparison, baseline.scenario, scenario);
            if changes.is_empty() {
                self.say(Tone::Plain, words.text("compare-changes-none"));
                continue;
            }
            let entry = |text| Entry { text, remark: String::new() };
            let entries = changes.into_iter().map(|change| entry(change.text));
            self.blocks.push(DocumentBlock::List(entries.collect()));
        }
    }

    /// The sentence above the chart of a stop; `None` where it shows none, or the chart has none.
    fn said_by_picture(
        &self,
        stop: &Stop,
        scenario: &Scenario,
        analysis: &Analysis,
    ) -> Option<String> {
        let chart = match stop.picture()? {
            StopPicture::Load => Chart::Load,
            StopPicture::Visit => Chart::Visit,
            StopPicture::Waiting => Chart::Waiting,
            StopPicture::Money => Chart::Money,
            _ => return None,
        };
        let Shown { words, currency, .. } = self.source.shown;
        let shown = Shown { scenario, analysis, words, currency };
        let source = ChartSource { shown, service: "", other: None };
        let area = Rect::of(Point::default(), WALL);
        chart.draw(&source, self.measure, area, &mut DisplayList::new()).ok()
    }

    /// What a stop asks for or holds back.
    fn answer(&mut self, number: usize, stop: &Stop, versions: &Versions<'_>) {
        let Shown { words, currency, .. } = self.source.shown;
        let shown = versions.get(stop.scenario).or_else(|| versions.baseline());
        let Some(Figured { scenario, analysis }) = shown else { return };
        if stop.ask.trim().is_empty() && stop.hold.is_empty() {
            return;
        }
        self.stop_heading(3, number, stop);
        if !stop.ask.trim().is_empty() {
            self.say(Tone::Note, stop.ask.trim());
        }
        let limits = analysis.bottleneck.iter();
        let names: Vec<&str> = limits.map(|step| words.step(*step, scenario)).collect();
        let mut entries = Vec::new();
        if let Some((letter, answer)) = letter_of(stop, &names) {
            let arguments = [("letter", letter.to_string().into()), ("answer", answer.into())];
            let answer = words.with("handout-answer-letter", &arguments);
            let text = words.labelled(words.text("handout-answer-is"), &answer);
            entries.push(Entry { text, remark: String::new() });
        }
        // What the picture of the stop says is what it asks about; else what limits the service.
        let picture = self.said_by_picture(stop, scenario, analysis);
        let asks_for_limit = stop.holds(HeldBack::Bottleneck) || picture.is_none();
        entries.extend(picture.map(|text| Entry { text, remark: String::new() }));
        if !names.is_empty() && asks_for_limit {
            let binding = analysis.pools.iter().filter(|pool| pool.binding);
            let reckoned: Vec<String> =
                binding.map(|pool| words.limit_in_short(pool, scenario)).collect();
            let bottleneck = words.list(&names, names.len());
            entries.push(Entry {
                text: words.labelled(words.text("figure-bottleneck"), &bottleneck),
                remark: words.clauses(&reckoned),
            });
        }
        let change = Change::asked_by(stop, (scenario, analysis), versions);
        if let Some(Change::Helps { proposal, .. }) = &change {
            let proposal = words.proposal(proposal, scenario);
            let text = words.labelled(words.text("handout-change"), &proposal);
            entries.push(Entry { text, remark: String::new() });
        }
        entries.extend(stop.figures.iter().filter_map(|name| figure_named(name)).map(|figure| {
            let told = |of: Figured<'_>| figure.told(of, words, currency);
            let shown = told(Figured { scenario, analysis });
            let pair = match &change {
                None => None,
                Some(Change::With(before)) => Some((told(*before), shown.clone())),
                Some(Change::Helps { after, figures, .. }) => {
                    let after = Figured { scenario: after, analysis: figures };
                    Some((shown.clone(), told(after)))
                }
            };
            let said = match pair {
                Some((before, after)) if before != after => {
                    let arguments = [("value", after.into()), ("before", before.into())];
                    words.with("handout-after", &arguments)
                }
                _ => shown,
            };
            let text = words.labelled(figure.name(words), &said);
            Entry { text, remark: String::new() }
        }));
        self.blocks.push(DocumentBlock::List(entries));
    }
}
