//! The verdict page in the window: what somebody wants to know of a service they never saw.

use std::sync::Arc;

use egui::{Color32, Context, Pos2, Rect, RichText, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::analysis::{Analysis, analyse};
use crate::background::{Memo, Snapshot};
use crate::blueprint::{Blueprint, Date, Discussion, Judgements, Scenario, ScenarioId, StepId};
use crate::drawing::Mood;
use crate::pictures::Shown;
use crate::process::ProblemPlace;
use crate::reports::{
    Beside, Earlier, PageRow, Past, ReportSource, VerdictPage, told_beside, verdict_page,
};
use crate::storage::model_fingerprint;
use crate::ui::controls::small;
use crate::ui::fonts::{Weight, font};
use crate::ui::printed_figures::PrintedFigures;
use crate::ui::theme::{BODY, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::versions::Since;
use crate::wording::Language;

/// The columns of mark, subject and figure.
const MARK: f32 = 22.0;
const SUBJECT: f32 = 116.0;
const FIGURE: f32 = 112.0;
/// The size of the letters of the title.
const TITLE: f32 = 18.0;
/// The longest line that is read with ease.
const WIDEST: f32 = 860.0;
/// The least room for the tools beside the tabs.
pub(in crate::ui) const LEAST_TOOLS: f32 = 120.0;

/// What the page is made of.
#[derive(PartialEq)]
struct Key {
    scenario: Snapshot<Scenario>,
    discussion: Snapshot<Discussion>,
    judgements: Snapshot<Judgements>,
    today: Option<Date>,
    /// The whole document, where it is held against a review.
    reviewed: Option<Snapshot<Blueprint>>,
    /// What changed since the version that it is held against, and what that is called.
    held: Option<(Snapshot<Since>, Option<String>)>,
    /// The scenario that it is told beside.
    beside: Option<Snapshot<Scenario>>,
    /// Whether its figures are those that are printed; before that they are found.
    is_settled: bool,
    language: Language,
    /// The file, the service and its money.
    names: [String; 3],
}

/// The version that a page is held against.
#[derive(Clone, Debug)]
pub(in crate::ui) struct HeldAgainst {
    /// What became of the scenario that is shown since then.
    pub since: Arc<Since>,
    /// The figures that it had, as they are printed; `None` where it is new.
    pub before: Option<Arc<Analysis>>,
    /// What that version is called; `None` where it is the one that was reviewed last.
    pub name: Option<String>,
}

/// The page that is shown, made anew only when something on it changes.
#[derive(Default)]
pub(in crate::ui) struct VerdictTab {
    page: Memo<Key, Arc<VerdictPage>>,
    /// What the page is made of.
    printed: PrintedFigures,
    /// What formulas say of the scenario and of the one that it is told beside, until that is known.
    formulas: [Memo<Snapshot<Scenario>, Arc<Analysis>>; 2],
    /// The version that it is held against, where that is at hand.
    held: Option<HeldAgainst>,
}

impl VerdictTab {
    /// The page as it was made last.
    pub fn last(&self) -> Option<Arc<VerdictPage>> {
        self.page.last().map(|(_, page)| Arc::clone(page))
    }

    /// Holds the page against an earlier version.
    pub fn hold_against(&mut self, held: Option<HeldAgainst>) {
        self.held = held;
    }

    /// Whether its figures are being found.
    pub fn is_busy(&self) -> bool {
        self.printed.is_busy()
    }

    /// The figures that the page is made of, and of other scenarios that are shown with it.
    pub fn printed(&self) -> &PrintedFigures {
        &self.printed
    }

    /// The page of what is shown.
    pub fn page(&mut self, ctx: &Context, view: &ViewContext<'_>) -> Arc<VerdictPage> {
        let blueprint = view.editor.blueprint();
        let said = blueprint.discussion();
        let names = [view.file_name, blueprint.title(), blueprint.currency()];
        // A verdict is about the service, whatever hour of its day is looked at beside.
        let whole = view.editor.scenario();
        let beside = told_beside(blueprint, view.scenario.id());
        let told = beside.map(|(other, _)| other);
        let near = scenarios_near(blueprint, view.scenario.id(), MOST_NEAR);
        self.printed.follow(ctx, std::iter::once(whole).chain(told).chain(near));
        let is_known = |scenario| self.printed.of(scenario).is_some();
        let is_settled = is_known(whole) && told.is_none_or(is_known);
        let held = self.held.as_ref();
        let key = Key {
            held: held.map(|held| (Snapshot::of(&held.since), held.name.clone())),
            beside: told.map(Snapshot::of),
            scenario: Snapshot::of(whole),
            reviewed: said.last_review().map(|_| Snapshot::of(blueprint)),
            discussion: Snapshot::of(said),
            judgements: Snapshot::of(blueprint.judgements()),
            today: view.today,
            is_settled,
            language: view.words.language(),
            names: names.map(str::to_owned),
        };
        let (printed, [formulas, formulas_beside]) = (&self.printed, &mut self.formulas);
        let make = || {
            let known = |scenario: &Arc<Scenario>, formulas: &mut Memo<_, _>| {
                let by_formula = || Arc::new(analyse(scenario));
                let found = || Arc::clone(formulas.get(Snapshot::of(scenario), by_formula));
                printed.of(scenario).unwrap_or_else(found)
            };
            let analysis = known(whole, formulas);
            let of_other = told.map(|other| known(other, formulas_beside));
            let beside = beside.zip(of_other.as_deref());
            let beside = beside.map(|((scenario, is_before), analysis)| Beside {
                scenario,
                analysis,
                is_before,
            });
            let currency = blueprint.currency();
            let shown = Shown { scenario: whole, analysis: &analysis, words: view.words, currency };
            let file = if view.has_file { view.file_name } else { "" };
            let source = ReportSource { blueprint, shown, file, date: "" };
            let (review, open_comments) = (said.last_review(), said.open_count());
            let is_same = review.is_some_and(|it| it.of == model_fingerprint(blueprint));
            let earlier = held.map(|held| Earlier {
                since: &held.since,
                before: held.before.as_deref(),
                name: held.name.as_deref(),
            });
            let today = view.today;
            let past = Past { review, is_same, earlier, open_comments, beside, today };
            let mut page = verdict_page(&source, past);
            if !is_settled {
                let running = view.text("page-still-reckoned");
                page.note = view.words.facts(&[running, page.note.as_str()]);
            }
            Arc::new(page)
        };
        Arc::clone(self.page.get(key, make))
    }

    /// Shows the page.
    pub fn show(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let page = self.page(ui.ctx(), view);
        let tokens = view.tokens;
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(WIDEST));
            if view.bottom.enlarged {
                ui.add_space(8.0);
                let title = RichText::new(&page.title).font(font(Weight::Semibold, TITLE));
                ui.label(title.color(tokens.ink));
                small(ui, tokens, &page.note);
                ui.add_space(4.0);
            }
            for sentence in &page.sentences {
                let text = RichText::new(sentence).font(font(Weight::Medium, BODY));
                ui.add(egui::Label::new(text.color(tokens.ink)).wrap());
            }
            quality_lines(ui, view, &page, |step| Action::GoTo(ProblemPlace::Step(step)));
            ui.add_space(6.0);
            for row in &page.rows {
                show_row(ui, view, row);
            }
        });
    }

    /// Shows beside the tabs what takes the page along.
    pub fn tools(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, room: Rect) {
        let page = self.page(ui.ctx(), view);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
            if ui.button(view.text("page-copy")).clicked() {
                ui.ctx().copy_text(page.summary());
                let said = view.text("page-copied").to_owned();
                view.ask(Action::Say(said));
            }
        });
    }
}

/// Of so many scenarios the figures are shown beside the page.
pub(in crate::ui) const MOST_NEAR: usize = 3;

/// At most so many scenarios, the shown one among them.
pub(in crate::ui) fn scenarios_near(
    blueprint: &Blueprint,
    shown: ScenarioId,
    most: usize,
) -> &[Arc<Scenario>] {
    let scenarios = blueprint.scenarios();
    let shown = scenarios.iter().position(|it| it.id() == shown).unwrap_or_default();
    let first = shown.saturating_sub(most.max(1) - 1);
    scenarios.get(first..(first + most).min(scenarios.len())).unwrap_or_default()
}

/// The verdict on the quality; a line leads to its step.
pub(in crate::ui) fn quality_lines(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    page: &VerdictPage,
    leads: fn(StepId) -> Action,
) {
    if page.quality.is_empty() {
        return;
    }
    // One after the other: a line for each would push the rows off the page.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 2.0);
        for (at, (said, step)) in page.quality.iter().enumerate() {
            if at > 0 {
                ui.label(
                    RichText::new("·").font(font(Weight::Regular, BODY)).color(view.tokens.muted),
                );
            }
            let text = RichText::new(said).font(font(Weight::Regular, BODY)).color(view.tokens.ink);
            match step {
                Some(step) => {
                    if ui.add(egui::Link::new(text)).clicked() {
                        view.ask(leads(*step));
                    }
                }
                None => {
                    ui.add(egui::Label::new(text).wrap());
                }
            }
        }
    });
}

/// A row: its mark, what it is about, the figure, what there is to say.
fn show_row(ui: &mut Ui, view: &mut ViewContext<'_>, row: &PageRow) {
    let tokens = view.tokens;
    let subject = row.subject.title(view.words);
    let told = view.words.with(
        "page-row-told",
        &[
            ("name", subject.into()),
            ("value", row.value.as_str().into()),
            ("mark", view.text(mood_key(row.mood)).into()),
            ("said", row.told(view.words).into()),
        ],
    );
    let sense = if row.step.is_some() { Sense::click() } else { Sense::hover() };
    let builder = UiBuilder::new().id_salt(row.subject.name()).sense(sense);
    let response = ui
        .scope_builder(builder, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let (rect, _) = ui.allocate_exact_size(Vec2::new(MARK, 18.0), Sense::hover());
                paint_mark(ui, tokens, row.mood, rect.left_center() + Vec2::new(7.0, 0.0));
                let mut cell = |width: f32, text: &str, weight| {
                    let text = RichText::new(text).font(font(weight, BODY)).color(tokens.ink);
                    ui.allocate_ui(Vec2::new(width, 18.0), |ui| {
                        ui.set_width(width);
                        ui.add(egui::Label::new(text).wrap().selectable(false));
                    });
                };
                cell(SUBJECT, subject, Weight::Semibold);
                cell(FIGURE, &row.value, Weight::Medium);
                let text = row.told(view.words);
                let text = RichText::new(text).font(font(Weight::Regular, BODY));
                ui.vertical(|ui| {
                    ui.add(egui::Label::new(text.color(tokens.ink)).wrap().selectable(false));
                });
            });
        })
        .response;
    let sort = if row.step.is_some() { egui::Role::Button } else { egui::Role::Label };
    response.widget_info(|| WidgetInfo::labeled(sort, true, &told));
    if let Some(step) = row.step {
        let hint = view.text("page-go-to").to_owned();
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.on_hover_text(hint).clicked() {
            view.ask(Action::GoTo(ProblemPlace::Step(step)));
        }
    }
    ui.add_space(2.0);
}

/// What a mark says.
pub(in crate::ui) fn mood_key(mood: Option<Mood>) -> &'static str {
    match mood {
        Some(Mood::Good) => "page-mark-good",
        Some(Mood::Warning) => "page-mark-warning",
        Some(Mood::Bad) => "page-mark-bad",
        Some(Mood::Unknown) => "page-mark-unknown",
        None => "page-mark-none",
    }
}

/// A mark of its own shape for each mood: nobody needs to see its colour.
pub(in crate::ui) fn paint_mark(ui: &Ui, tokens: Tokens, mood: Option<Mood>, at: Pos2) {
    const HALF: f32 = 5.0;
    let painter = ui.painter();
    let none = egui::Stroke::NONE;
    let Some(mood) = mood else {
        // Known, and nothing to judge.
        painter.circle_filled(at, 2.5, tokens.muted);
        return;
    };
    match mood {
        Mood::Good => {
            painter.circle_filled(at, HALF, tokens.good);
        }
        Mood::Warning => {
            let corners = [Vec2::new(0.0, -6.0), Vec2::new(6.0, 5.0), Vec2::new(-6.0, 5.0)];
            let corners = corners.map(|corner| at + corner).to_vec();
            painter.add(egui::Shape::convex_polygon(corners, tokens.warn, none));
        }
        Mood::Bad => {
            let rect = Rect::from_center_size(at, Vec2::splat(2.0 * HALF));
            painter.rect_filled(rect, 1.0, tokens.bad);
        }
        Mood::Unknown => {
            let stroke = egui::Stroke::new(1.5, tokens.muted);
            painter.circle(at, HALF, Color32::TRANSPARENT, stroke);
        }
    }
}
