//! The figures of what is selected, in a quiet strip above its fields.

use egui::{Align2, Color32, CornerRadius, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::analysis::{Basis, Figure, FigureKey, Lack, Lacks, Pool};
use crate::blueprint::{RoleId, StepId};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::capacity::place_of_lack;
use crate::ui::panels::steady::growing;
use crate::ui::panels::why::Asked;
use crate::ui::theme::{BODY, HEAD, SMALL};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::whole_units;
use crate::wording::Amount;

/// Least height of what says what is lacking: two lines, as nearly all reasons take at most. What is
/// typed below may bring one.
const LACK_LINE: f32 = 28.0;
/// How many lines it takes at most; the hover says all of it.
const LACK_LINES: usize = 4;
/// Between the cells.
const GAP: f32 = 6.0;
/// Between a number and its badge.
const BESIDE: f32 = 3.0;

/// One figure of the strip.
struct Cell<'a> {
    why: FigureKey,
    figure: &'a Figure,
    amount: fn(f64) -> Amount<'static>,
    colour: Color32,
    /// Whose figure it is, if not that of what is selected.
    of: Option<&'a str>,
}

/// The figures of a step; nothing for one that can take no part in the flow.
pub(super) fn of_step(ui: &mut Ui, view: &mut ViewContext<'_>, id: StepId) {
    let analysis = view.analysis;
    let Some(figures) = analysis.steps.get(&id) else {
        if view.scenario.steps().get(&id).is_some_and(|step| step.kind.flows()) {
            not_yet(ui, view, id);
        }
        return;
    };
    let tokens = view.tokens;
    let limit = if figures.bottleneck { tokens.bad } else { tokens.ink };
    // Whose people do other steps as well, or stand in for those who do, is as loaded as all of them
    // together. Their figures are those of a role that no other pool limits more.
    let shared = figures.tightest.as_ref().and_then(|pool| match &pool.pool {
        Pool::Roles(roles) if pool.steps > 1 => {
            let tightest = |role: &RoleId| {
                let mut pools = analysis.pools.iter().map(|pool| &pool.pool);
                pools.find(|other| matches!(other, Pool::Roles(roles) if roles.contains(role)))
            };
            Some((*roles.iter().find(|role| tightest(role) == Some(&pool.pool))?, pool))
        }
        _ => None,
    });
    let people = shared.map(|(_, pool)| view.words.pool(&pool.pool, view.scenario));
    let (capacity, utilisation) = match shared {
        Some((role, pool)) => (
            (FigureKey::RoleCapacity(role), &pool.capacity_per_hour),
            (FigureKey::RoleUtilisation(role), &pool.utilisation),
        ),
        None => (
            (FigureKey::StepCapacity(id), &figures.capacity_per_hour),
            (FigureKey::StepUtilisation(id), &figures.utilisation),
        ),
    };
    let cells = [
        Cell {
            why: FigureKey::Visits(id),
            figure: &figures.visits,
            amount: Amount::Number,
            colour: tokens.ink,
            of: None,
        },
        Cell {
            why: capacity.0,
            figure: capacity.1,
            amount: Amount::PerHour,
            colour: limit,
            of: people.as_deref(),
        },
        Cell {
            why: utilisation.0,
            figure: utilisation.1,
            amount: Amount::Share,
            colour: limit,
            of: people.as_deref(),
        },
        Cell {
            why: FigureKey::Wait(id),
            figure: &figures.wait_s,
            amount: Amount::Seconds,
            colour: tokens.ink,
            of: None,
        },
    ];
    show(ui, view, &cells, figures.bottleneck);
}

/// The strip of a step that takes no part in the flow yet. Its place is kept, so that the fields
/// below stay where they are once it does.
fn not_yet(ui: &mut Ui, view: &mut ViewContext<'_>, id: StepId) {
    let nothing = Figure::lacking([Lack::Flow]);
    let cell =
        |why, amount| Cell { why, figure: &nothing, amount, colour: view.tokens.ink, of: None };
    let cells = [
        cell(FigureKey::Visits(id), Amount::Number as fn(f64) -> Amount<'static>),
        cell(FigureKey::StepCapacity(id), Amount::PerHour),
        cell(FigureKey::StepUtilisation(id), Amount::Share),
        cell(FigureKey::Wait(id), Amount::Seconds),
    ];
    show(ui, view, &cells, false);
}

/// The figures of a role; nothing for one that no step needs.
pub(super) fn of_role(ui: &mut Ui, view: &mut ViewContext<'_>, id: RoleId) {
    let analysis = view.analysis;
    let Some(figures) = analysis.roles.get(&id) else { return };
    let tokens = view.tokens;
    let limit = if figures.bottleneck { tokens.bad } else { tokens.ink };
    let work = Figure::exact(figures.work_s);
    let cells = [
        Cell {
            why: FigureKey::RoleCapacity(id),
            figure: &figures.capacity_per_hour,
            amount: Amount::PerHour,
            colour: limit,
            of: None,
        },
        Cell {
            why: FigureKey::RoleUtilisation(id),
            figure: &figures.utilisation,
            amount: Amount::Share,
            colour: limit,
            of: None,
        },
        Cell {
            why: FigureKey::RoleWait(id),
            figure: &figures.wait_s,
            amount: Amount::Seconds,
            colour: tokens.ink,
            of: None,
        },
        Cell {
            why: FigureKey::RoleWork(id),
            figure: &work,
            amount: Amount::Seconds,
            colour: tokens.ink,
            of: None,
        },
    ];
    show(ui, view, &cells, figures.bottleneck);
}

fn show(ui: &mut Ui, view: &mut ViewContext<'_>, cells: &[Cell<'_>], bottleneck: bool) {
    let tokens = view.tokens;
    let words = view.words;
    let size = Vec2::new(ui.available_width(), 46.0);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let ground = if bottleneck { tokens.bad_wash } else { tokens.background };
    ui.painter().rect_filled(whole, CornerRadius::same(8), ground);
    let inside = whole.shrink2(Vec2::new(10.0, 0.0));
    let widths = widths(ui, view, cells, inside.width());
    let mut left = inside.left();
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let rect = egui::Rect::from_min_size(
            egui::pos2(left, whole.top()),
            Vec2::new(width - GAP, whole.height()),
        );
        left += width;
        let value = words.figure(cell.figure, cell.amount);
        let name = words.figure_name(cell.why);
        let mut hover = match cell.of {
            Some(people) => {
                format!("{}\n{}", words.labelled(people, name), view.text("details-pool-meaning"))
            }
            None => format!("{name}\n{}", words.figure_meaning(cell.why)),
        };
        let badge = badge(view, cell);
        if cell.figure.value.is_some() {
            hover = format!("{hover}\n{}", words.basis_meaning(cell.figure.basis, cell.amount));
        } else if let Some(lack) = words.lacks(&cell.figure.lacks, view.scenario) {
            hover = format!("{hover}\n{lack}");
        }
        let id = ui.scope_id().with(("strip", at));
        let response = ui.interact(rect, id, Sense::click());
        let said = words.labelled(name, &format!("{badge} {value}"));
        let said = cell.of.map_or(said.clone(), |people| words.labelled(people, &said));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        let painter = ui.painter();
        let ground_ink = if bottleneck { tokens.ink } else { tokens.muted };
        if response.hovered() || response.has_focus() {
            let ground = rect.expand2(Vec2::new(4.0, -3.0));
            painter.rect_filled(ground, CornerRadius::same(4), tokens.accent_wash);
        }
        let name = elided(ui, name, font(Weight::Regular, HEAD), ground_ink, rect.width());
        painter.galley(rect.left_top() + Vec2::new(0.0, 7.0), name, ground_ink);
        let colour = if cell.figure.value.is_some() { cell.colour } else { tokens.muted };
        let text = elided(ui, &value, font(Weight::Semibold, BODY + 0.5), colour, rect.width());
        let corner = egui::pos2(rect.left(), rect.bottom() - 7.0 - text.size().y);
        let end = corner + Vec2::new(text.size().x + BESIDE, text.size().y - 1.5);
        painter.galley(corner, text, colour);
        if !badge.is_empty() {
            let small = font(Weight::Regular, SMALL - 1.0);
            painter.text(end, Align2::LEFT_BOTTOM, badge, small, tokens.muted);
        }
        let response = response.on_hover_text(hover);
        let asked = Asked { why: cell.why, figure: cell.figure, shown: &value };
        asked.answer(ui, view, &response);
    }
    // Its line is there also while nothing is lacking: what it says comes and goes with what is
    // typed below, which must not move.
    growing(ui, view, "lack", LACK_LINE, |ui, view| {
        ui.spacing_mut().interact_size.y = 0.0;
        lack(ui, view, cells);
    });
}

/// The widths of the cells: what each needs, and a fair part of what is left. Where there is too
/// little room for all names, they give way: a number keeps its place, and its badge with it.
fn widths(ui: &Ui, view: &ViewContext<'_>, cells: &[Cell<'_>], room: f32) -> Vec<f32> {
    let wide = |text: &str, weight, size| {
        elided(ui, text, font(weight, size), view.tokens.ink, f32::INFINITY).size().x
    };
    // What the number takes with its badge, and how much more the name would take.
    let needed: Vec<(f32, f32)> = cells
        .iter()
        .map(|cell| {
            let value = view.words.figure(cell.figure, cell.amount);
            let badge = badge(view, cell);
            let mut least = wide(&value, Weight::Semibold, BODY + 0.5) + GAP;
            if !badge.is_empty() {
                least += BESIDE + wide(&badge, Weight::Regular, SMALL - 1.0);
            }
            let name = wide(view.words.figure_name(cell.why), Weight::Regular, HEAD) + GAP;
            (least, (name - least).max(0.0))
        })
        .collect();
    let spare = room - needed.iter().map(|(least, _)| least).sum::<f32>();
    let names: f32 = needed.iter().map(|(_, more)| more).sum();
    let part = if names > 0.0 { (spare / names).clamp(0.0, 1.0) } else { 0.0 };
    let left = (spare - part * names) / cells.len().max(1) as f32;
    needed.into_iter().map(|(least, more)| (least + part * more + left).max(GAP)).collect()
}

/// What stands beside a number that is not exact; blank for others.
fn badge(view: &ViewContext<'_>, cell: &Cell<'_>) -> String {
    match cell.figure.basis {
        Basis::Exact => String::new(),
        _ if cell.figure.value.is_none() => String::new(),
        basis => view.words.badge(basis, cell.amount),
    }
}

/// What the first figure without a value lacks, with a way there.
fn lack(ui: &mut Ui, view: &mut ViewContext<'_>, cells: &[Cell<'_>]) {
    // A method that is missing is not for the drawer to supply; the hover says it.
    let wanted = |lacks: &&Lacks| lacks.first().is_some_and(|lack| !lack.is_method());
    let Some(lacks) = cells.iter().map(|cell| &cell.figure.lacks).find(wanted) else {
        return;
    };
    let Some(said) = view.words.lacks(lacks, view.scenario) else { return };
    // The line under the key figures says it already.
    let capacity = &view.analysis.capacity_per_hour;
    if view.words.lacks(&capacity.lacks, view.scenario).as_ref() == Some(&said) {
        return;
    }
    let letters = font(Weight::Regular, SMALL);
    let room = (ui.available_width(), LACK_LINES);
    let lines = |ui: &Ui, colour| whole_units::layout(ui, &said, letters.clone(), colour, room);
    if let Some(place) = lacks.iter().copied().find_map(place_of_lack) {
        let button = egui::Button::new(lines(ui, view.tokens.accent)).frame(false);
        let response = ui.add(button).on_hover_cursor(egui::CursorIcon::PointingHand);
        let response = response.on_hover_text(&said);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
        if response.clicked() {
            view.ask(Action::GoTo(place));
        }
    } else {
        let text = lines(ui, view.tokens.muted);
        let response = ui.add(egui::Label::new(text)).on_hover_text(&said);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    }
}
