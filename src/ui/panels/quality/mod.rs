//! The quality tab: what is known of how good the service is, and what is found, with a click to the place.

mod by_lens;
mod learning;
mod means;
mod remedies;
mod scores;
mod trials;
mod views;

use egui::{Color32, RichText, Sense, Ui, UiBuilder};

use crate::blueprint::{ElementId, Id as _, Item, StepId};
use crate::editor::{Selection, Thing};
use crate::pictures::Lens;
use crate::process::{ProblemPlace, Severity};
use crate::quality::{self, Assessment, Finding, FindingCode, FindingPlace};
use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::panels::capacity::Advice;
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

/// How many findings of one sort are listed at most once somebody asks for them.
const MOST_LISTED: usize = 100;
/// How many of the others are named where one points.
const NAMED: usize = 8;

/// Whether there is something to show: what was judged, or a lens that is on.
pub(in crate::ui) fn is_offered(view: &ViewContext<'_>) -> bool {
    view.lens != Lens::Figures || !view.editor.blueprint().judgements().is_empty()
}

/// Shows the tab.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, advice: &mut Advice) {
    let Some(found) = view.assessment else { return };
    ui.spacing_mut().item_spacing.y = 4.0;
    // The lens of the whole shows all of it, another what belongs to what is seen through it.
    if !matches!(view.lens, Lens::Figures | Lens::Quality) {
        by_lens::show(ui, view, found, advice);
        return;
    }
    scores::show(ui, view, &found.scores);
    section_head(ui, view.tokens, view.text("quality-verdict"));
    verdict(ui, view, found);
    ui.add_space(6.0);
    findings_of(ui, view, found, advice, &|_| true);
    means::show(ui, view, found);
    views::show(ui, view, found);
}

/// Who was asked, and of how many items something is known: a score of few says little.
fn answered(view: &ViewContext<'_>) -> Vec<String> {
    let words = view.words;
    let quality = &view.editor.blueprint().judgements().quality;
    let mut said = Vec::new();
    let Some(found) = view.assessment else { return said };
    if let Some(last) = quality.surveys.last() {
        let count = words.number(f64::from(last.respondents));
        let arguments = [("count", count.into()), ("source", last.source.as_str().into())];
        said.push(words.with("items-asked", &arguments));
    }
    let scored = quality.items.iter().zip(&found.items);
    let scored = scored.filter(|((_, item), _)| item.dimension.is_some());
    let all = scored.clone().count();
    let known = scored.filter(|(_, figures)| figures.gaps.customer.is_some()).count();
    if known < all {
        let arguments = [("known", known.into()), ("all", all.into())];
        said.push(words.with("quality-answered", &arguments));
    }
    // A survey is true of the first scenario.
    let blueprint = view.editor.blueprint();
    if !quality.surveys.is_empty() && view.scenario.id() != blueprint.baseline().id() {
        let name = blueprint.baseline().name();
        said.push(words.with("quality-measured-on", &[("name", name.into())]));
    }
    said
}

/// A line of the tab: how bad it is, what it says, and where it leads.
struct Line {
    sign: (&'static str, Color32),
    said: String,
    place: Option<FindingPlace>,
}

/// What somebody wants to know who has to decide.
fn verdict(ui: &mut Ui, view: &mut ViewContext<'_>, found: &Assessment) {
    let (words, tokens) = (view.words, view.tokens);
    let blueprint = view.editor.blueprint();
    let line = |line: quality::VerdictLine| {
        let sign = match line.severity() {
            Severity::Error => (icons::CIRCLE_ALERT, tokens.bad),
            _ => (icons::TRIANGLE_ALERT, tokens.warn),
        };
        let said = words.quality_verdict(&line, blueprint, view.scenario);
        Line { sign, said, place: Some(line.place) }
    };
    let lines: Vec<Line> = quality::verdict(found).into_iter().map(line).collect();
    for (at, line) in lines.iter().enumerate() {
        row(ui, view, (0, at), line);
        ui.add_space(4.0);
    }
    if found.failure_free_share.value.is_some() {
        small(ui, tokens, words.failure_free(found));
    }
    if let Some(felt) = &found.emotion {
        let level = |value: i8| words.number(f64::from(value)).into();
        let arguments = [
            ("peak", level(felt.peak.1)),
            ("low", level(felt.low.1)),
            ("end", level(felt.end.1)),
            ("mean", words.reading(felt.mean).into()),
        ];
        small(ui, tokens, words.with("quality-emotion", &arguments));
    }
}

/// What is found of the codes that are wanted, the worst first. What is the same of several places is said once, of the
/// worst of them; the others are listed once somebody asks for them.
fn findings_of(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    found: &Assessment,
    advice: &mut Advice,
    is_wanted: &dyn Fn(FindingCode) -> bool,
) {
    let (words, tokens) = (view.words, view.tokens);
    let wanted = || found.findings.iter().filter(|it| is_wanted(it.code));
    if wanted().next().is_none() {
        section_head(ui, tokens, words.text("quality-findings"));
        ui.label(words.text("quality-no-findings"));
        return;
    }
    for (group, severity) in
        [Severity::Error, Severity::Warning, Severity::Hint].into_iter().enumerate()
    {
        let of: Vec<&Finding> = wanted().filter(|it| it.code.severity() == severity).collect();
        if of.is_empty() {
            continue;
        }
        let arguments = [("severity", words.severity(severity).into()), ("count", of.len().into())];
        section_head(ui, tokens, &words.with("quality-findings-of", &arguments));
        let sign = match severity {
            Severity::Error => (icons::CIRCLE_ALERT, tokens.bad),
            Severity::Warning => (icons::TRIANGLE_ALERT, tokens.warn),
            Severity::Hint => (icons::INFO, tokens.accent),
        };
        for (sort, alike) in quality::grouped(&of).into_iter().enumerate() {
            of_one_sort(ui, view, advice, &alike, (1 + group, sort), sign);
        }
        ui.add_space(4.0);
    }
}

/// Findings of one sort: the worst, and the rest once somebody asks for them.
fn of_one_sort(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    advice: &mut Advice,
    alike: &[&Finding],
    (group, sort): (usize, usize),
    sign: (&'static str, Color32),
) {
    let words = view.words;
    let Some(first) = alike.first() else { return };
    let is_of_dimension = matches!(first.place, FindingPlace::Dimension(_));
    let salt = egui::Id::unique(("all findings", first.code, is_of_dimension));
    let all_asked = ui.data(|data| data.get_temp(salt)).unwrap_or(false);
    let most = if all_asked { MOST_LISTED } else { 1 };
    for (at, finding) in alike.iter().take(most).enumerate() {
        let said = words.finding(finding, view.editor.blueprint(), view.scenario);
        let line = Line { sign, said, place: Some(finding.place.clone()) };
        let salt = (group * 100 + sort, at);
        row(ui, view, salt, &line);
        ui.push_id(("remedies", salt), |ui| {
            remedies::show(ui, view, advice, finding, &line.said);
        });
        ui.add_space(5.0);
    }
    let more = alike.len().saturating_sub(most);
    if more > 0 && !all_asked {
        let text = words.with("quality-findings-more", &[("count", more.into())]);
        let names: Vec<String> = alike
            .iter()
            .skip(1)
            .take(NAMED)
            .map(|it| words.finding_place(&it.place, view.editor.blueprint(), view.scenario))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = RichText::new(text).font(font(Weight::Medium, crate::ui::theme::SMALL));
        // Close below what it belongs to.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            let response = ui.link(text).on_hover_text(words.list(&names, alike.len() - 1));
            if response.clicked() {
                ui.data_mut(|data| data.insert_temp(salt, true));
            }
        });
        ui.add_space(5.0);
    } else if more > 0 {
        small(ui, view.tokens, words.with("rows-more", &[("count", more.into())]));
    }
}

/// A line; where it leads somewhere, a click goes there.
fn row(ui: &mut Ui, view: &mut ViewContext<'_>, salt: (usize, usize), line: &Line) {
    let tokens = view.tokens;
    let leads = line.place.as_ref().map(|place| way_to(view, place)).unwrap_or_default();
    let sense = if leads.is_empty() { Sense::hover() } else { Sense::click() };
    let builder =
        UiBuilder::new().id_salt(salt).sense(sense).accessibility_label(line.said.clone());
    let response = ui
        .scope_builder(builder, |ui| {
            ui.horizontal_top(|ui| {
                let (icon, colour) = line.sign;
                ui.label(RichText::new(icon).font(icon_font(14.0)).color(colour));
                let said = RichText::new(&line.said).font(font(Weight::Medium, BODY));
                ui.add(egui::Label::new(said.color(tokens.ink)).wrap());
            });
        })
        .response;
    if !leads.is_empty() && response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        for action in leads {
            view.ask(action);
        }
    }
}

/// What brings a place into view and selects it; nothing where it lies nowhere on the sheet.
fn way_to(view: &ViewContext<'_>, place: &FindingPlace) -> Vec<Action> {
    let judgements = view.editor.blueprint().judgements();
    match place {
        FindingPlace::Step(step) | FindingPlace::Skill(step, _) => to_step(view, *step),
        FindingPlace::Element(element) => to_element(view, *element),
        FindingPlace::Item(id) => {
            let item = judgements.quality.items.iter().find(|(own, _)| own == id);
            item.map(|(_, item)| to_item(view, item)).unwrap_or_default()
        }
        FindingPlace::Dimension(dimension) => {
            let gap = |id| {
                let figures = &view.assessment?.items;
                figures.iter().find(|figures| figures.item == id)?.gaps.customer
            };
            let items = judgements.quality.items.iter();
            let own = items.filter(|(_, item)| item.dimension == Some(*dimension));
            let own = own.filter_map(|(id, item)| Some((gap(*id)?, to_item(view, item))));
            let own = own.filter(|(_, way)| !way.is_empty());
            own.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, way)| way).unwrap_or_default()
        }
        FindingPlace::Indicator(id) => {
            let indicator = judgements.indicators.iter().find(|(own, _)| own == id);
            let of = indicator.and_then(|(_, indicator)| indicator.of);
            of.map(|of| to_step(view, StepId::from_number(of))).unwrap_or_default()
        }
        FindingPlace::Action(_) | FindingPlace::Line(_) => {
            vec![Action::Below(crate::ui::view_context::BottomTab::Plan)]
        }
        FindingPlace::Factor(_) | FindingPlace::Whole => Vec::new(),
    }
}

fn to_step(view: &ViewContext<'_>, step: StepId) -> Vec<Action> {
    let is_there = view.scenario.steps().contains_key(&step);
    is_there.then_some(Action::GoTo(ProblemPlace::Step(step))).into_iter().collect()
}

/// To an element, with a step in view that relies on it.
fn to_element(view: &ViewContext<'_>, element: ElementId) -> Vec<Action> {
    if !view.scenario.elements().contains_key(&element) {
        return Vec::new();
    }
    let mut steps = view.scenario.steps().iter();
    let relies = steps.find(|(_, step)| step.elements.contains(&element)).map(|(id, _)| *id);
    let mut way = relies.map(|step| to_step(view, step)).unwrap_or_default();
    way.push(Action::Select(Selection::thing(Thing::Element(element))));
    way
}

/// To the first step that an item names, else to the first element.
pub(in crate::ui) fn to_item(view: &ViewContext<'_>, item: &Item) -> Vec<Action> {
    let steps = item.steps.iter().map(|step| to_step(view, *step));
    let elements = item.elements.iter().map(|element| to_element(view, *element));
    steps.chain(elements).find(|way| !way.is_empty()).unwrap_or_default()
}
