//! A comment with all that was answered.

use std::sync::Arc;

use egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, RichText, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::{ClosingWay, CommentKind, Timestamp};
use crate::drawing::Ink;
use crate::reports::Prospect;
use crate::ui::controls::{elided, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, colour, palette};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::bubble::{BUBBLE, filled};
use super::places::Topic;
use super::wish::{ReviewWish, Which};

/// From so many seconds on the day is said in the place of how long ago it was.
const LONG_AGO: i64 = 7 * 86_400;

/// How a topic is seen.
pub(super) struct Seen {
    pub is_chosen: bool,
    pub prospect: Option<Arc<Prospect>>,
    pub is_tried: bool,
}

/// When something was said, in short.
pub(super) fn when(words: &Wording, at: &Timestamp) -> String {
    let ago = chrono::Utc::now().signed_duration_since(at.at()).num_seconds();
    match u64::try_from(ago) {
        Ok(seconds) if ago < LONG_AGO => words.ago(seconds),
        _ => words.day_of(at),
    }
}

/// When it was said, to the minute.
fn exactly(words: &Wording, at: &Timestamp) -> String {
    let time = at.at().format("%H:%M").to_string();
    let arguments = [("date", words.day_of(at).into()), ("time", time.into())];
    words.with("review-date-and-time", &arguments)
}

/// Who said it, and when.
fn signature(ui: &mut Ui, view: &ViewContext<'_>, by: &str, at: &Timestamp) {
    let said = view.words.facts(&[by, when(view.words, at).as_str()]);
    small(ui, view.tokens, said).on_hover_text(exactly(view.words, at));
}

/// What a topic is called for who cannot see it.
pub(super) fn spoken(words: &Wording, topic: &Topic) -> String {
    let state = words.text(match (topic.draft, topic.is_open()) {
        (Some(_), _) => "review-state-draft",
        (None, true) => "review-state-open",
        (None, false) => "review-state-closed",
    });
    let named = [
        ("kind", words.kind_of_comment(&topic.comment).into()),
        ("state", state.into()),
        ("name", topic.comment.by.as_str().into()),
        ("place", topic.place.as_str().into()),
    ];
    let said = match topic.number {
        Some(number) => {
            let [kind, state, name, place] = named;
            let number = ("number", number.to_string().into());
            words.with("review-comment-spoken", &[number, kind, state, name, place])
        }
        None => words.with("review-comment-spoken-closed", &named),
    };
    // What is on a copy in another scenario says so.
    if topic.is_elsewhere { words.facts(&[said.as_str(), topic.detail.as_str()]) } else { said }
}

/// Shows a topic; `below` shows what is being answered.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    topic: &Topic,
    seen: &Seen,
    below: impl FnOnce(&mut Ui, &mut ViewContext<'_>),
) {
    let tokens = view.tokens;
    let is_open = topic.is_open();
    let edge = if seen.is_chosen { tokens.accent } else { tokens.hairline };
    let frame = Frame::new()
        .fill(if is_open { tokens.panel } else { tokens.background })
        .stroke(Stroke::new(if seen.is_chosen { 1.5 } else { 1.0 }, edge))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 9));
    let builder = UiBuilder::new().sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 4.0;
                content(ui, view, topic, seen);
                actions(ui, view, topic);
                below(ui, view);
            });
        })
        .response;
    let name = spoken(view.words, topic);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, seen.is_chosen, &name));
    if response.clicked() {
        view.ask(Action::review(ReviewWish::Go(Which::of(&topic.comment))));
    }
}

fn content(ui: &mut Ui, view: &mut ViewContext<'_>, topic: &Topic, seen: &Seen) {
    let tokens = view.tokens;
    head(ui, view, topic);
    let ink = if topic.is_open() { tokens.ink } else { tokens.muted };
    if !topic.comment.text.is_empty() {
        let text = RichText::new(&topic.comment.text).color(ink);
        ui.add(Label::new(text).wrap().selectable(false));
    }
    if topic.draft.is_some() {
        small(ui, tokens, view.text("review-state-draft"));
    } else {
        signature(ui, view, &topic.comment.by, &topic.comment.at);
    }
    if let Some((before, after)) = &topic.changed {
        let arguments = [("before", before.as_str().into()), ("after", after.as_str().into())];
        let said = view.words.with("review-changed-since", &arguments);
        let text = RichText::new(said).font(font(Weight::Medium, SMALL)).color(tokens.warn);
        ui.add(Label::new(text).wrap().selectable(false));
    }
    if let Some(prospect) = &seen.prospect {
        suggestion(ui, view, topic, prospect, seen.is_tried);
    }
    for reply in &topic.comment.replies {
        let left = ui.cursor().left_top();
        let answered = ui.horizontal(|ui| {
            ui.add_space(10.0);
            ui.vertical(|ui| {
                let text = RichText::new(&reply.text).color(ink);
                ui.add(Label::new(text).wrap().selectable(false));
                signature(ui, view, &reply.by, &reply.at);
            });
        });
        let bar = Stroke::new(2.0, tokens.hairline);
        ui.painter().vline(left.x + 1.0, answered.response.rect.y_range(), bar);
    }
    for closed in topic.comment.earlier.iter().chain(&topic.comment.closed) {
        let how = view.text(way_key(closed.way()));
        let when = when(view.words, &closed.at);
        let said = view.words.facts(&[how, closed.by.as_str(), when.as_str()]);
        let text = RichText::new(said).font(font(Weight::Medium, SMALL)).color(tokens.muted);
        ui.add(Label::new(text).wrap().selectable(false))
            .on_hover_text(exactly(view.words, &closed.at));
    }
}

/// How a comment was closed.
fn way_key(way: ClosingWay) -> &'static str {
    match way {
        ClosingWay::Done => "review-way-done",
        ClosingWay::Declined => "review-way-declined",
        ClosingWay::Obsolete => "review-way-obsolete",
        ClosingWay::Withdrawn => "review-way-withdrawn",
        ClosingWay::Reopened => "review-way-reopened",
    }
}

/// Number, place, what that holds, kind.
fn head(ui: &mut Ui, view: &ViewContext<'_>, topic: &Topic) {
    let tokens = view.tokens;
    let kind = topic.comment.kind();
    let shade = match kind {
        CommentKind::Remark => tokens.muted,
        CommentKind::Question => tokens.accent,
        CommentKind::Risk => tokens.warn,
        CommentKind::MustChange => tokens.bad,
    };
    let size = Vec2::new(ui.available_width(), BUBBLE + 2.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    let mut left = rect.left();
    if let Some(number) = topic.number {
        let ground = if topic.is_elsewhere { tokens.muted } else { tokens.accent };
        let at = egui::pos2(left + BUBBLE / 2.0, rect.center().y);
        filled(painter, tokens, at, &number.to_string(), ground);
        left += BUBBLE + 8.0;
    }
    let mut right = rect.right();
    let unknown = topic.comment.unknown_kind();
    if kind != CommentKind::Remark || unknown.is_some() {
        // What is not known is written as it is in the file.
        let word = match unknown {
            Some(_) => view.words.kind_of_comment(&topic.comment),
            None => view.words.comment_kind(kind).to_lowercase(),
        };
        let text = elided(ui, &word, font(Weight::Medium, SMALL), shade, size.x * 0.5);
        let pill = egui::Rect::from_min_size(
            egui::pos2(right - text.size().x - 14.0, rect.center().y - 8.5),
            Vec2::new(text.size().x + 14.0, 17.0),
        );
        let edge = Stroke::new(1.0, shade);
        painter.rect_stroke(pill, CornerRadius::same(8), edge, StrokeKind::Inside);
        painter.galley(pill.center() - text.size() / 2.0, text, shade);
        right = pill.left() - 8.0;
    }
    let ink = if topic.is_open() { tokens.ink } else { tokens.muted };
    let room = right - left;
    let place = elided(ui, &topic.place, font(Weight::Semibold, BODY), ink, room);
    let end = left + place.size().x + 8.0;
    let at = egui::pos2(left, rect.center().y - place.size().y / 2.0);
    ui.painter().galley(at, place, ink);
    if right - end > 24.0 {
        let letters = font(Weight::Regular, SMALL);
        let detail = elided(ui, &topic.detail, letters, tokens.muted, right - end);
        let at = egui::pos2(end, rect.center().y - detail.size().y / 2.0 + 0.5);
        ui.painter().galley(at, detail, tokens.muted);
    }
}

/// What is suggested, what it would bring, and what can be done with it.
fn suggestion(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    topic: &Topic,
    prospect: &Prospect,
    is_tried: bool,
) {
    let tokens = view.tokens;
    let palette = palette(ui.ctx());
    let (ground, ink) = if prospect.is_better {
        (colour(&palette, Ink::GoodWash), tokens.good)
    } else {
        (colour(&palette, Ink::WarnWash), tokens.warn)
    };
    let frame = Frame::new().fill(ground).corner_radius(6).inner_margin(Margin::symmetric(10, 7));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let strong = |text: &str, colour| {
            RichText::new(text).font(font(Weight::Semibold, BODY)).color(colour)
        };
        for line in &prospect.lines {
            ui.add(Label::new(strong(line, tokens.ink)).wrap().selectable(false));
        }
        if prospect.is_possible {
            ui.add(Label::new(strong(&prospect.limit, ink)).wrap().selectable(false));
        }
        let besides = RichText::new(&prospect.besides).size(SMALL).color(ink);
        ui.add(Label::new(besides).wrap().selectable(false));
        if !prospect.is_possible || !topic.is_open() {
            return;
        }
        let which = Which::of(&topic.comment);
        ui.horizontal(|ui| {
            let key = if is_tried { "review-put-back" } else { "review-try-first" };
            if ui.button(view.text(key)).clicked() {
                view.ask(Action::review(ReviewWish::Try(which.clone())));
            }
            let accept = Button::new(view.text("review-accept"));
            let can = topic.draft.is_none();
            let response = ui.add_enabled(can, accept);
            if response.on_hover_text(view.text("review-accept-hint")).clicked() {
                view.ask(Action::review(ReviewWish::Accept(which)));
            }
        });
    });
}

/// What can be done with a comment.
fn actions(ui: &mut Ui, view: &mut ViewContext<'_>, topic: &Topic) {
    let which = || Which::of(&topic.comment);
    let close = |way| ReviewWish::Close(which(), way);
    let mut row: Vec<(&'static str, ReviewWish)> = Vec::new();
    let mut more: Vec<(&'static str, ReviewWish)> = Vec::new();
    match topic.draft {
        Some(at) => row.extend([
            ("review-revise", ReviewWish::Revise(at)),
            ("review-send-now", ReviewWish::SendDraft(at)),
            ("review-discard", ReviewWish::Discard(at)),
        ]),
        None if topic.is_open() => {
            row.push(("review-reply", ReviewWish::Reply(which())));
            row.push(("review-done", close(ClosingWay::Done)));
            if topic.comment.on.step.is_some() || topic.comment.on.role.is_some() {
                let on = topic.comment.on.clone();
                row.push(("review-suggest", ReviewWish::Suggest(on)));
            }
            more.push(("review-decline", close(ClosingWay::Declined)));
            more.push(("review-no-longer", close(ClosingWay::Obsolete)));
            if topic.comment.by == view.reviewer {
                more.push(("review-withdraw", close(ClosingWay::Withdrawn)));
            }
        }
        None => row.push(("review-reopen", close(ClosingWay::Reopened))),
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.spacing_mut().interact_size.y = 20.0;
        for (key, wish) in row {
            let text = RichText::new(view.text(key)).font(font(Weight::Medium, BODY - 0.5));
            let button = Button::new(text.color(view.tokens.accent)).frame(false);
            if ui.add(button).clicked() {
                view.ask(Action::review(wish));
            }
        }
        if more.is_empty() {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(view.text("review-more")).size(SMALL);
            ui.menu_button(text.color(view.tokens.muted), |ui| {
                for (key, wish) in more {
                    if ui.button(view.text(key)).clicked() {
                        view.ask(Action::review(wish));
                        ui.close();
                    }
                }
            });
        });
    });
}
