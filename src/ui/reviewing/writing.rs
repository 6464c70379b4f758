//! The field in which a comment or an answer is written, and what is suggested with it.

use egui::{
    Button, CornerRadius, DragValue, Frame, Grid, Label, Margin, RichText, Stroke, TextEdit, Ui,
    WidgetInfo,
};

use crate::blueprint::{CommentKind, LONGEST_COMMENT, Role, RoleId, StepId};
use crate::drawing::flow_order;
use crate::ui::controls::{named_choice, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::desk::{About, Desk, Writing};
use super::wish::ReviewWish;

/// Shows what is being written.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk) {
    let Some(mut writing) = desk.writing.take() else { return };
    let tokens = view.tokens;
    let is_comment = writing.about == About::Comment;
    let frame = Frame::new()
        .fill(tokens.panel)
        .stroke(Stroke::new(1.5, tokens.accent))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 9));
    let inside = |ui: &mut Ui, view: &mut ViewContext<'_>, writing: &mut Writing| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        if is_comment {
            let scenario = writing.on.scenario;
            let scenario = scenario.and_then(|id| view.editor.blueprint().scenario(id));
            let scenario = scenario.map_or(view.scenario, AsRef::as_ref);
            let place = view.words.place_in(&writing.on, scenario, view.editor.blueprint());
            let title = RichText::new(place).font(font(Weight::Semibold, BODY));
            ui.add(Label::new(title.color(tokens.ink)).truncate());
            kinds(ui, view, writing);
        }
        text(ui, view, writing);
        // Levers are those of a blueprint.
        if is_comment && writing.on.sheet.is_none() {
            suggestion(ui, view, writing);
        }
        buttons(ui, view, is_comment);
    };
    if is_comment {
        frame.show(ui, |ui| inside(ui, view, &mut writing));
    } else {
        inside(ui, view, &mut writing);
    }
    desk.writing = Some(writing);
}

/// Which sort of comment it is.
fn kinds(ui: &mut Ui, view: &ViewContext<'_>, writing: &mut Writing) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 7.0;
        for (_, kind) in CommentKind::NAMES {
            let word = RichText::new(view.words.comment_kind(kind)).size(SMALL);
            if ui.selectable_label(writing.kind == kind, word).clicked() {
                writing.kind = kind;
            }
        }
    });
}

fn text(ui: &mut Ui, view: &ViewContext<'_>, writing: &mut Writing) {
    let label = view.text(match writing.about {
        About::Comment => "review-comment-text",
        About::Reply(_) => "review-reply-text",
    });
    let field = TextEdit::multiline(&mut writing.text)
        .desired_rows(3)
        .hint_text(label)
        .char_limit(LONGEST_COMMENT)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    if std::mem::take(&mut writing.wants_keys) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    let said = writing.text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &said, &said, label);
        info.label = Some(label.to_owned());
        info
    });
}

/// The roles that a suggestion on this place may be about.
fn roles_of(view: &ViewContext<'_>, writing: &Writing) -> Vec<(RoleId, u32)> {
    let head = |id: &RoleId| view.scenario.roles().get(id).map(|role| (*id, role.headcount));
    if let Some(role) = &writing.on.role {
        return head(role).into_iter().collect();
    }
    let step = writing.on.step.and_then(|step| view.scenario.steps().get(&step));
    let needs = step.iter().flat_map(|step| &step.needs);
    let mut roles: Vec<(RoleId, u32)> =
        needs.flat_map(|need| &need.roles).filter_map(head).collect();
    roles.dedup();
    roles
}

/// What is suggested: how many of who does it, how long it takes, whether it is left out.
fn suggestion(ui: &mut Ui, view: &ViewContext<'_>, writing: &mut Writing) {
    let tokens = view.tokens;
    let step = writing.on.step.filter(|step| view.scenario.steps().contains_key(step));
    let roles = roles_of(view, writing);
    if step.is_none() && roles.is_empty() {
        return;
    }
    if !writing.with_suggestion {
        let text = RichText::new(view.text("review-suggest-too")).size(SMALL);
        if ui.add(Button::new(text.color(tokens.accent)).frame(false)).clicked() {
            writing.with_suggestion = true;
        }
        return;
    }
    let row = |ui: &mut Ui, name: &str, content: &mut dyn FnMut(&mut Ui)| {
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 100.0).max(60.0);
            ui.allocate_ui(egui::vec2(width, 22.0), |ui| {
                ui.set_width(width);
                ui.add(Label::new(RichText::new(name).color(tokens.muted)).truncate());
            });
            content(ui);
        });
    };
    for (role, now) in roles {
        let known = writing.suggests.headcount.iter().find(|(id, _)| *id == role);
        let mut count = known.map_or(now, |(_, count)| *count);
        let name = view.words.role(role, view.scenario);
        row(ui, name, &mut |ui| {
            let field = DragValue::new(&mut count).range(0..=Role::MOST).speed(0.05);
            let response = ui.add(field);
            let said = view.words.with("review-heads-of", &[("role", name.into())]);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::SpinButton, true, &said));
        });
        writing.suggests.headcount.retain(|(id, _)| *id != role);
        if count != now {
            writing.suggests.headcount.push((role, count));
        }
    }
    if let Some(step) = step {
        let name = view.text("details-time");
        row(ui, name, &mut |ui| {
            let field = TextEdit::singleline(&mut writing.time).desired_width(80.0);
            let said = view.text("review-suggested-time");
            let response = ui.add(field);
            let typed = writing.time.clone();
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &typed, &typed, said);
                info.label = Some(said.to_owned());
                info
            });
        });
        Grid::new("suggested choices").num_columns(2).show(ui, |ui| {
            may_do(ui, view, writing, step);
            ui.end_row();
            merge(ui, view, writing, step);
            ui.end_row();
        });
        let mut leaves_out = writing.suggests.leave_out.contains(&step);
        if ui.checkbox(&mut leaves_out, view.text("review-leave-out")).changed() {
            writing.suggests.leave_out.retain(|other| *other != step);
            writing.suggests.leave_out.extend(leaves_out.then_some(step));
        }
    }
    let suggested = writing.suggested();
    if !suggested.is_empty() {
        let ground = (view.editor.blueprint().as_ref(), view.scenario, view.formulas);
        let prospect = crate::reports::prospect(&suggested, ground, view.words);
        let colour = if prospect.is_better { tokens.good } else { tokens.warn };
        let said = view.words.clauses(&[prospect.limit.as_str(), prospect.besides.as_str()]);
        ui.add(Label::new(RichText::new(said).size(SMALL).color(colour)).wrap());
    }
}

/// Who may do the step as well: a role that does not do it yet.
fn may_do(ui: &mut Ui, view: &ViewContext<'_>, writing: &mut Writing, step: StepId) {
    let Some(known) = view.scenario.steps().get(&step) else { return };
    let does = known.needs.first().map(|need| need.roles.as_slice()).unwrap_or_default();
    let roles = view.scenario.roles().keys().filter(|id| !does.contains(id));
    let roles: Vec<(RoleId, &str)> =
        roles.map(|id| (*id, view.words.role(*id, view.scenario))).collect();
    let chosen = writing.suggests.may_do.iter().find(|(id, _)| *id == step).map(|(_, who)| *who);
    let names = ("review-may-do", "review-may-do-nobody");
    let who = choose(ui, view, names, chosen, &roles);
    writing.suggests.may_do.retain(|(id, _)| *id != step);
    writing.suggests.may_do.extend(who.map(|who| (step, who)));
}

/// The step that is done as one with this one, by who does this one: one that takes time, too.
fn merge(ui: &mut Ui, view: &ViewContext<'_>, writing: &mut Writing, step: StepId) {
    let takes_time =
        |id: &StepId| view.scenario.steps().get(id).is_some_and(|step| step.time.is_some());
    let others = flow_order(view.scenario).into_iter().filter(|id| *id != step);
    let others: Vec<(StepId, &str)> =
        others.filter(takes_time).map(|id| (id, view.words.step(id, view.scenario))).collect();
    let chosen = writing.suggests.merge.iter().find(|(id, _)| *id == step).map(|(_, other)| *other);
    let names = ("review-merge-with", "review-merge-nothing");
    if !takes_time(&step) {
        return;
    }
    let other = choose(ui, view, names, chosen, &others);
    writing.suggests.merge.retain(|(id, _)| *id != step);
    writing.suggests.merge.extend(other.map(|other| (step, other)));
}

/// A choice with a name among things, or of none of them; answers what is chosen then.
fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    (name, none): (&str, &str),
    chosen: Option<T>,
    all: &[(T, &str)],
) -> Option<T> {
    if all.is_empty() {
        return None;
    }
    let mut options = vec![(None, view.text(none).to_owned())];
    options.extend(all.iter().map(|(id, shown)| (Some(*id), (*shown).to_owned())));
    let picked = named_choice(ui, view.text(name), 130.0, chosen, &options);
    picked.unwrap_or(chosen)
}

fn buttons(ui: &mut Ui, view: &mut ViewContext<'_>, is_comment: bool) {
    let tokens = view.tokens;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let keeps = is_comment && view.reviewing.is_some();
        if keeps {
            let text = RichText::new(view.text("review-keep-draft")).color(tokens.on_accent);
            if ui.add(Button::new(text).fill(tokens.accent)).clicked() {
                view.ask(Action::review(ReviewWish::LeaveDraft));
            }
        }
        let send = view.text("review-send-now");
        let send = if keeps {
            Button::new(send)
        } else {
            Button::new(RichText::new(send).color(tokens.on_accent)).fill(tokens.accent)
        };
        if ui.add(send).on_hover_text(view.text("review-send-hint")).clicked() {
            view.ask(Action::review(ReviewWish::Send));
        }
        if !keeps {
            small(ui, tokens, view.text("review-esc-leaves"));
        }
    });
}
