//! The list of tries: whose idea, and what came of it.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::analysis::FigureKey;
use crate::blueprint::ScenarioId;
use crate::presenting::Session;
use crate::stage::StopFigure;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::asking::ask;
use super::versions;
use super::wish::LessonWish;

/// A try with its figures, or the stop as it is.
struct Row {
    /// Which try; `None` for the stop as it is.
    scenario: Option<ScenarioId>,
    cells: [String; 6],
    /// Whether that is what is seen.
    is_seen: bool,
}

/// The heads of the columns.
fn heads(view: &ViewContext<'_>) -> [String; 6] {
    [
        view.text("lesson-idea").to_owned(),
        view.text("lesson-by").to_owned(),
        view.words.figure_name(FigureKey::Capacity).to_owned(),
        view.text("lesson-load").to_owned(),
        view.text("lesson-throughput").to_owned(),
        view.text("lesson-cost").to_owned(),
    ]
}

/// The stop as it is, and all tries, as rows.
fn rows(view: &ViewContext<'_>, session: &mut Session) -> Vec<Row> {
    let versions = versions::all(view, session);
    let shown = view.editor.scenario().id();
    let currency = view.editor.blueprint().currency();
    let is_try = |id| session.tries().iter().any(|tried| tried.scenario == id);
    let mut rows = Vec::new();
    for (version, figures) in &versions {
        let id = version.id();
        let said = |key: FigureKey| {
            let figure = StopFigure::Key(key);
            let none = || view.text("no-figure").to_owned();
            figure.said(figures, view.words, currency).unwrap_or_else(none)
        };
        rows.push(Row {
            scenario: Some(id).filter(|id| is_try(*id)),
            cells: [
                view.words.scenario_name(version).to_owned(),
                version.by().to_owned(),
                said(FigureKey::Capacity),
                said(FigureKey::Utilisation),
                said(FigureKey::ThroughputTime),
                said(FigureKey::Cost),
            ],
            is_seen: id == shown,
        });
    }
    rows
}

/// Where the columns are, in parts of the width.
const COLUMNS: [(f32, f32); 6] =
    [(0.0, 0.24), (0.25, 0.37), (0.38, 0.52), (0.53, 0.63), (0.64, 0.83), (0.84, 1.0)];

/// Shows the list; a click shows one on the wall, a second one goes on with it.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, session: &mut Session) {
    let tokens = view.tokens;
    let rows = rows(view, session);
    let width = ui.available_width();
    let line = |ui: &Ui, rect: Rect, cells: &[String; 6], is_head: bool| {
        for (at, (cell, (from, to))) in cells.iter().zip(COLUMNS).enumerate() {
            let (size, ink) = if is_head { (SMALL, tokens.muted) } else { (BODY, tokens.ink) };
            let weight =
                if !is_head && (at == 0 || at == 2) { Weight::Semibold } else { Weight::Regular };
            let ink = if !is_head && at == 1 { tokens.muted } else { ink };
            let galley = elided(ui, cell, font(weight, size), ink, (to - from) * width - 4.0);
            let x = if at < 2 { from * width } else { to * width - galley.size().x };
            let at = egui::pos2(rect.left() + x, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
        }
    };
    let (head, _) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    line(ui, head, &heads(view), true);
    let mut chosen = None;
    for row in &rows {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
        let name = view.words.facts(&row.cells);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let around = rect.expand2(vec2(6.0, -1.0));
        if row.is_seen {
            let edge = Stroke::new(1.0, tokens.accent);
            let corner = CornerRadius::same(6);
            ui.painter().rect(around, corner, tokens.accent_wash, edge, StrokeKind::Inside);
        } else if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(around, CornerRadius::same(6), tokens.background);
        }
        line(ui, rect, &row.cells, false);
        if response.double_clicked()
            && let Some(id) = row.scenario
        {
            chosen = Some(LessonWish::GoOnTrying(id));
        } else if response.clicked() {
            chosen = Some(LessonWish::ShowTry(row.scenario));
        }
    }
    if let Some(wish) = chosen {
        ask(view, wish);
    }
}
