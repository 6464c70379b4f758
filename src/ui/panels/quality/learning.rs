//! Who is to learn what, as a grid: a row for each skill that steps ask for, a column for each role that does them.

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, CornerRadius, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role,
};

use crate::blueprint::{Action as PlannedAction, Brings, Id as _, RoleId};
use crate::quality::{Able, Learned, training};
use crate::ui::controls::{elided, small};
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::judging::{action_about, add_action};
use crate::ui::panels::section::section;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

/// How tall the names of roles are at most, which stand upright, and how tall a row is.
const HEADS: f32 = 96.0;
const ROW: f32 = 28.0;
/// How wide a column is at least and at most, and the least room of the name of a skill.
const LEAST_COLUMN: f32 = 26.0;
const MOST_COLUMN: f32 = 48.0;
const LEAST_NAME: f32 = 110.0;
/// Between the name of a skill and the first column.
const GAP: f32 = 8.0;

/// A skill by its name, with what each role that is asked for it has.
struct Skill<'a> {
    name: &'a str,
    cells: Vec<&'a Learned>,
}

/// Shows the grid; closed, how many holes it has.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let all = training(view.scenario);
    if all.is_empty() {
        return;
    }
    let words = view.words;
    let holes = all.iter().filter(|it| it.able == Able::Lacks).count();
    let summary = words.with("training-holes", &[("count", holes.into())]);
    let title = words.text("training-title");
    section(ui, view, "quality training", title, &summary, false, |ui, view| {
        let mut roles: Vec<RoleId> = Vec::new();
        let mut skills: Vec<Skill<'_>> = Vec::new();
        for learned in &all {
            if !roles.contains(&learned.role) {
                roles.push(learned.role);
            }
            let same =
                |skill: &&mut Skill<'_>| skill.name.to_lowercase() == learned.skill.to_lowercase();
            match skills.iter_mut().find(same) {
                Some(skill) => skill.cells.push(learned),
                None => skills.push(Skill { name: &learned.skill, cells: vec![learned] }),
            }
        }
        skills.truncate(super::MOST_LISTED);
        grid(ui, view, &roles, &skills);
        small(ui, view.tokens, words.text("training-help"));
    });
}

fn grid(ui: &mut Ui, view: &mut ViewContext<'_>, roles: &[RoleId], skills: &[Skill<'_>]) {
    let words = view.words;
    let names: Vec<&str> = roles.iter().map(|role| words.role(*role, view.scenario)).collect();
    let room = ui.available_width();
    let count = roles.len().max(1) as f32;
    let column = ((room - LEAST_NAME - GAP) / count).clamp(LEAST_COLUMN, MOST_COLUMN);
    let wide = (room - GAP - column * count).max(LEAST_NAME);
    ScrollArea::horizontal().id_salt("training").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let size = Vec2::new(wide + GAP + column * count, HEADS);
        let (head, _) = ui.allocate_exact_size(size, Sense::hover());
        let left = |at: usize| head.left() + wide + GAP + column * at as f32;
        for (at, name) in names.iter().enumerate() {
            let letters = font(Weight::Medium, SMALL);
            let galley = elided(ui, name, letters, view.tokens.ink, HEADS - 6.0);
            let tall = galley.size().y;
            let corner = egui::pos2(left(at) + (column - tall) / 2.0, head.bottom() - 4.0);
            let shape = egui::epaint::TextShape::new(corner, galley, view.tokens.ink);
            ui.painter().add(shape.with_angle(-std::f32::consts::FRAC_PI_2));
        }
        for skill in skills {
            let (row, response) = ui.allocate_exact_size(Vec2::new(size.x, ROW), Sense::hover());
            let edge = Stroke::new(1.0, view.tokens.hairline);
            ui.painter().hline(row.x_range(), row.top(), edge);
            name_of(ui, view, skill, row.with_max_x(row.left() + wide));
            response.on_hover_text(skill.name);
            for (at, (role, name)) in roles.iter().zip(&names).enumerate() {
                let Some(learned) = skill.cells.iter().find(|it| it.role == *role) else {
                    continue;
                };
                let corner = egui::pos2(left(at), row.top());
                let place = Rect::from_min_size(corner, Vec2::new(column, ROW));
                cell(ui, view, learned, name, place);
            }
        }
    });
}

/// The name of a skill, in two lines where it is long.
fn name_of(ui: &Ui, view: &ViewContext<'_>, skill: &Skill<'_>, place: Rect) {
    let letters = font(Weight::Regular, SMALL);
    let ink = view.tokens.ink;
    let mut job = LayoutJob::simple(skill.name.to_owned(), letters, ink, place.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let at = Align2::LEFT_CENTER.anchor_size(place.left_center(), galley.size());
    ui.painter().galley(at.min, galley, ink);
}

/// Whether a role has a skill; a hole that a click puts into the plan.
fn cell(ui: &Ui, view: &mut ViewContext<'_>, learned: &Learned, role: &str, place: Rect) {
    let (words, tokens) = (view.words, view.tokens);
    let steps: Vec<&str> =
        learned.steps.iter().map(|step| words.step(*step, view.scenario)).collect();
    let steps = words.list(&steps, steps.len());
    let arguments = [("role", role.into()), ("skill", learned.skill.as_str().into())];
    let action = words.with("training-action", &arguments);
    let plan = &view.editor.blueprint().judgements().plan;
    let is_planned = plan.actions.iter().any(|(_, known)| known.name == action);
    let (said, sign, ink): (&str, &str, Color32) = match learned.able {
        Able::Itself => (words.text("training-able"), icons::CHECK, tokens.good),
        Able::Beside => (words.text("training-beside"), icons::USERS, tokens.muted),
        Able::Lacks if is_planned => (words.text("plan-is-in"), icons::WAIT, tokens.accent),
        Able::Lacks => (words.text("training-hole"), icons::PLUS, tokens.bad),
    };
    let is_open = learned.able == Able::Lacks && !is_planned;
    let id = ui.scope_id().with(("training", learned.role, &learned.skill));
    let sense = if is_open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(place, id, sense);
    let of = words.facts(&[role, learned.skill.as_str()]);
    let said = words.labelled(&of, said);
    let spoken =
        if is_open { words.labelled(&action, words.text("plan-put")) } else { said.clone() };
    let kind = if is_open { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(kind, true, spoken.as_str()));
    let painter = ui.painter();
    if is_open {
        let lively = response.hovered() || response.has_focus();
        let edge = Stroke::new(if lively { 2.0 } else { 1.0 }, tokens.bad);
        let square = Rect::from_center_size(place.center(), Vec2::splat(20.0));
        let round = CornerRadius::same(4);
        painter.rect(square, round, tokens.bad_wash, edge, StrokeKind::Inside);
    }
    painter.text(place.center(), Align2::CENTER_CENTER, sign, icon(BODY), ink);
    let mut hover = vec![said, steps];
    if is_open {
        hover.push(words.text("plan-put").to_owned());
    }
    let response = response.on_hover_text(RichText::new(hover.join("\n")));
    if response.clicked() {
        let about = learned.steps.iter().map(|step| step.number());
        let about: Vec<u32> = about.chain([learned.role.number()]).collect();
        let said = words.with("plan-was-put", &[("name", action.as_str().into())]);
        // Who learns something changes neither how many there are nor what a step takes.
        let taught = PlannedAction { brings: Brings::default(), ..action_about(action, about) };
        let (_, edit) = add_action(view, taught);
        view.edit(edit);
        view.ask(Action::Say(said));
    }
}
