//! The pane of comments: what is open, whose, in which order, and below it the review as a whole.

use std::sync::Arc;

use egui::{
    Align, Button, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, TextEdit, Ui, Vec2,
    WidgetInfo,
};

use crate::analysis::analyse;
use crate::background::Snapshot;
use crate::blueprint::{Anchor, LONGEST_COMMENT, ReviewVerdict};
use crate::reports::{Prospect, VerdictPage};
use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::side_panel::tab_button;
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;

use super::desk::{About, Desk, Order, Reckoned, Shown, TopicsKey};
use super::levers::show as levers;
use super::places::{Ground, Topic};
use super::selected::anchor;
use super::topic::{Seen, show as show_topic};
use super::wish::ReviewWish;
use super::writing::show as show_writing;

/// How high a topic is held to be that was not shown yet, in points.
const USUAL_HEIGHT: f32 = 110.0;
/// Between two topics.
const GAP: f32 = 8.0;

/// Shows the pane while a review is on.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, views: &mut ViewState) {
    let page = views.verdict.page(ui.ctx(), view);
    let desk = &mut views.review;
    let topics = topics(view, desk, &page);
    Panel::bottom("review as a whole").frame(Frame::new()).resizable(false).show(ui, |ui| {
        foot(ui, view, desk);
    });
    head(ui, view, desk, &topics);
    ScrollArea::vertical().id_salt("review comments").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 7.0);
        list(ui, view, desk, &topics);
    });
}

/// Shows the comments as a view beside the sheet.
pub(in crate::ui) fn show_beside(ui: &mut Ui, view: &mut ViewContext<'_>, views: &mut ViewState) {
    let page = views.verdict.page(ui.ctx(), view);
    let desk = &mut views.review;
    let topics = topics(view, desk, &page);
    head(ui, view, desk, &topics);
    list(ui, view, desk, &topics);
}

/// The comments with their places, made anew only when something of them changes.
pub(super) fn topics(
    view: &ViewContext<'_>,
    desk: &mut Desk,
    page: &Arc<VerdictPage>,
) -> Arc<Vec<Topic>> {
    // What is tried is nobody's version yet.
    let (blueprint, shown) = (view.editor.settled_blueprint(), view.editor.settled_scenario());
    let is_tried = view.editor.trial().is_some();
    let key = TopicsKey {
        blueprint: Snapshot::of(blueprint),
        shown: Snapshot::of(shown),
        page: Snapshot::of(page),
        drafts: Snapshot::of(&desk.drafts),
        language: view.words.language(),
    };
    let drafts = Arc::clone(&desk.drafts);
    let made = desk.topics.get(key, || {
        let words = view.words;
        let ground = Ground { blueprint, shown, page, is_tried, is_short: false, words };
        Arc::new(ground.topics(&drafts))
    });
    Arc::clone(made)
}

/// The comments with their places and numbers, without what the places hold: for pins, which are there also while the
/// page is not made.
pub(super) fn pinned_topics(view: &ViewContext<'_>, desk: &mut Desk) -> Arc<Vec<Topic>> {
    let (blueprint, shown) = (view.editor.settled_blueprint(), view.editor.settled_scenario());
    let key = TopicsKey {
        blueprint: Snapshot::of(blueprint),
        shown: Snapshot::of(shown),
        page: Snapshot::of(&desk.no_page),
        drafts: Snapshot::of(&desk.drafts),
        language: view.words.language(),
    };
    let (drafts, page) = (Arc::clone(&desk.drafts), Arc::clone(&desk.no_page));
    let made = desk.pinned.get(key, || {
        let ground = Ground {
            blueprint,
            shown,
            page: &page,
            is_tried: false,
            is_short: true,
            words: view.words,
        };
        Arc::new(ground.topics(&drafts))
    });
    Arc::clone(made)
}

/// What the suggestion of a comment would bring to the file as it is, whatever is tried.
fn prospect(
    view: &ViewContext<'_>,
    desk: &mut Desk,
    comment: &crate::blueprint::Comment,
) -> Option<Arc<Prospect>> {
    /// How many are kept.
    const MOST: usize = 40;
    let blueprint = view.editor.settled_blueprint();
    let here = view.editor.settled_scenario();
    let of = comment.on.scenario.map_or(Some(here), |id| blueprint.scenario(id))?;
    let (suggests, language) = (&comment.suggests, view.words.language());
    let known = desk
        .reckoned
        .iter()
        .find(|known| known.of.is(of) && known.suggests == *suggests && known.language == language);
    if let Some(known) = known {
        return Some(Arc::clone(&known.prospect));
    }
    let now = analyse(of);
    let prospect = Arc::new(crate::reports::prospect(suggests, (blueprint, of, &now), view.words));
    if desk.reckoned.len() >= MOST {
        desk.reckoned.remove(0);
    }
    let (suggests, of) = (suggests.clone(), Snapshot::of(of));
    desk.reckoned.push(Reckoned { suggests, of, language, prospect: Arc::clone(&prospect) });
    Some(prospect)
}

/// Whether a topic is one of whoever sits here.
fn is_mine(topic: &Topic, name: &str) -> bool {
    topic.draft.is_some() || topic.comment.by == name && !name.is_empty()
}

/// The tabs, and the order.
fn head(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk, topics: &[Topic]) {
    let mine = |topic: &&Topic| is_mine(topic, view.reviewer);
    let counts = [
        (Shown::Open, "review-open", topics.iter().filter(|it| it.is_open()).count()),
        (Shown::Mine, "review-mine", topics.iter().filter(mine).count()),
        (Shown::All, "review-all", topics.len()),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (shown, key, count) in counts {
            let name = view.words.with(key, &[("count", count.into())]);
            if tab_button(ui, view, &name, desk.shown == shown) {
                desk.shown = shown;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (key, next) = match desk.order {
                Order::Place => ("review-by-place", Order::Time),
                Order::Time => ("review-by-time", Order::Place),
            };
            let text = RichText::new(view.text(key)).size(SMALL).color(view.tokens.muted);
            let response = ui.add(Button::new(text).frame(false));
            if response.on_hover_text(view.text("review-other-order")).clicked() {
                desk.order = next;
            }
        });
    });
    ui.separator();
}

/// Whether a comment is on a thing, or on a part of it.
fn is_on(on: &Anchor, thing: &Anchor) -> bool {
    on.step == thing.step
        && on.link == thing.link
        && on.role == thing.role
        && on.lane == thing.lane
        && on.phase == thing.phase
        && on.sheet == thing.sheet
        && on.figure.is_empty()
        && on.at.is_none()
}

/// The topics, above them what is written.
fn list(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk, topics: &[Topic]) {
    ui.spacing_mut().item_spacing.y = GAP;
    // Over the blueprint lies a planning sheet: nothing of what is selected is seen.
    let selected = anchor(view.editor.selection(), view.scenario.id());
    let selected = selected.filter(|_| view.sheet.is_none());
    if let Some(about) = &view.editor.blueprint().discussion().asked {
        asked(ui, view, about);
    }
    notes(ui, view);
    reviews(ui, view, desk);
    levers(ui, view, desk);
    if desk.writing.as_ref().is_some_and(|writing| writing.about == About::Comment) {
        show_writing(ui, view, desk);
    } else {
        begin(ui, view, selected.as_ref());
    }
    let shown = desk.shown;
    let by_tab = |topic: &&Topic| match shown {
        Shown::Open => topic.is_open(),
        Shown::Mine => is_mine(topic, view.reviewer),
        Shown::All => true,
    };
    let mut all: Vec<&Topic> = topics.iter().filter(by_tab).collect();
    if let Some(selected) = &selected {
        let on_it = |topic: &&&Topic| is_on(&topic.comment.on, selected);
        let count = all.iter().filter(on_it).count();
        let place = view.words.place_of(selected, view.scenario);
        filter_row(ui, view, &place, (count, all.len()));
        if count == 0 && !all.is_empty() {
            let said = view.words.with("review-none-on", &[("place", place.into())]);
            ui.add(Label::new(RichText::new(said).color(view.tokens.muted)).wrap());
            return;
        }
        all.retain(|topic| is_on(&topic.comment.on, selected));
    }
    if desk.order == Order::Time {
        all.sort_by(|a, b| b.comment.at.cmp(&a.comment.at));
    }
    if all.is_empty() {
        let key = if topics.is_empty() { "review-no-comments" } else { "review-none-here" };
        ui.add(Label::new(RichText::new(view.text(key)).color(view.tokens.muted)).wrap());
        return;
    }
    let (gone, here): (Vec<&Topic>, Vec<&Topic>) = all.into_iter().partition(|it| it.is_gone);
    for (at, topic) in here.iter().enumerate() {
        one(ui, view, desk, topic, at);
    }
    if !gone.is_empty() {
        ui.add_space(4.0);
        section_head(ui, view.tokens, view.text("review-gone"));
        for (at, topic) in gone.iter().enumerate() {
            one(ui, view, desk, topic, here.len() + at);
        }
    }
}

/// Shows a topic if it is seen; of others only the room is kept.
pub(super) fn one(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &mut Desk,
    topic: &Topic,
    at: usize,
) {
    let is_chosen = desk.chosen.as_ref().is_some_and(|which| which.is(&topic.comment));
    let seeks = is_chosen && desk.seeks_chosen;
    let replies = matches!(&desk.writing, Some(writing)
        if matches!(&writing.about, About::Reply(which) if which.is(&topic.comment)));
    let height = desk.heights.get(&at).copied().unwrap_or(USUAL_HEIGHT);
    let top = ui.cursor().top();
    let clip = ui.clip_rect();
    let is_far = top > clip.bottom() + 200.0 || top + height < clip.top() - 200.0;
    if is_far && !seeks && !replies {
        ui.allocate_space(Vec2::new(ui.available_width(), height));
        return;
    }
    let prospect = if topic.comment.suggests.is_empty() || topic.is_gone {
        None
    } else {
        prospect(view, desk, &topic.comment)
    };
    let seen = Seen { is_chosen, prospect, is_tried: desk.is_tried(&topic.comment) };
    let response = ui
        .scope(|ui| {
            show_topic(ui, view, topic, &seen, |ui, view| {
                if replies {
                    show_writing(ui, view, desk);
                }
            });
        })
        .response;
    desk.heights.insert(at, response.rect.height());
    if seeks {
        response.scroll_to_me(None);
        desk.seeks_chosen = false;
    }
}

/// Shows what stands above the comments, on a ground of its own.
fn noted(ui: &mut Ui, tokens: Tokens, content: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(tokens.accent_wash)
        .corner_radius(8)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}

/// Says that a review is wanted, and by whom.
fn asked(ui: &mut Ui, view: &ViewContext<'_>, asked: &crate::blueprint::Asked) {
    let said = view.words.review_asked(asked);
    noted(ui, view.tokens, |ui| {
        ui.add(Label::new(RichText::new(said).color(view.tokens.ink)).wrap());
    });
}

/// Offers what was written into the file by hand as comments.
fn notes(ui: &mut Ui, view: &mut ViewContext<'_>) {
    if view.notes == 0 {
        return;
    }
    let said = view.words.counted("review-notes", view.notes);
    noted(ui, view.tokens, |ui| {
        ui.add(Label::new(RichText::new(said).color(view.tokens.ink)).wrap());
        let take = ui.button(view.text("review-take-notes"));
        if take.on_hover_text(view.text("command-take-notes-hint")).clicked() {
            view.ask(Action::review(ReviewWish::TakeNotes));
        }
    });
}

/// What the last review came to, and on request those before.
fn reviews(ui: &mut Ui, view: &ViewContext<'_>, desk: &mut Desk) {
    let reviews = &view.editor.blueprint().discussion().reviews;
    let count = if desk.unfolded.reviews { reviews.len() } else { 1 };
    for review in reviews.iter().rev().take(count) {
        let said = view.words.review_said(review);
        let frame = Frame::new()
            .fill(view.tokens.background)
            .corner_radius(8)
            .inner_margin(Margin::symmetric(12, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(RichText::new(said).color(view.tokens.ink)).wrap());
        });
    }
    if let Some(earlier) = reviews.len().checked_sub(1).filter(|earlier| *earlier > 0) {
        let said = if desk.unfolded.reviews {
            view.text("review-fold").to_owned()
        } else {
            view.words.counted("review-earlier", earlier)
        };
        if ui.link(RichText::new(said).size(SMALL)).clicked() {
            desk.unfolded.reviews ^= true;
        }
    }
}

/// The button that begins a comment: on what is selected, else on the whole.
fn begin(ui: &mut Ui, view: &mut ViewContext<'_>, selected: Option<&Anchor>) {
    let on = selected
        .cloned()
        .or_else(|| view.sheet.map(Anchor::sheet))
        .unwrap_or_else(|| Anchor { scenario: Some(view.scenario.id()), ..Anchor::default() });
    let place = view.words.place_in(&on, view.scenario, view.editor.blueprint());
    let name = view.words.with("review-comment-on", &[("place", place.into())]);
    let text = RichText::new(name).font(font(Weight::Medium, BODY)).color(view.tokens.accent);
    let button = Button::new(text).min_size(Vec2::new(ui.available_width(), 28.0)).truncate();
    if ui.add(button).clicked() {
        view.ask(Action::review(ReviewWish::Comment(on)));
    }
}

/// Says that only comments on what is selected are shown.
fn filter_row(ui: &mut Ui, view: &mut ViewContext<'_>, place: &str, (count, of): (usize, usize)) {
    let tokens = view.tokens;
    let arguments = [("place", place.into()), ("count", count.into()), ("of", of.into())];
    let said = view.words.with("review-on-selected", &arguments);
    let frame = Frame::new()
        .fill(tokens.accent_wash)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 4));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let text = RichText::new(said).size(SMALL).color(tokens.ink);
            ui.add(Label::new(text).wrap());
            let text = RichText::new(view.text("review-show-all")).size(SMALL);
            if ui.link(text).clicked() {
                view.ask(Action::Select(crate::editor::Selection::default()));
            }
        });
    });
}

/// The review as a whole: a text, and what it comes to.
fn foot(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk) {
    let tokens = view.tokens;
    ui.horizontal(|ui| {
        let title = RichText::new(view.text("review-yours")).font(font(Weight::Semibold, BODY));
        ui.label(title.color(tokens.ink));
        let drafts = desk.drafts.len();
        if drafts > 0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                small(ui, tokens, view.words.counted("review-drafts", drafts));
            });
        }
    });
    let label = view.text("review-text");
    let said = desk.review_text.clone();
    let field = TextEdit::multiline(&mut desk.review_text)
        .hint_text(label)
        .desired_rows(2)
        .char_limit(LONGEST_COMMENT)
        .desired_width(f32::INFINITY);
    ScrollArea::vertical().id_salt("review text").max_height(48.0).show(ui, |ui| {
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &said, &said, label);
            info.label = Some(label.to_owned());
            info
        });
    });
    ui.add_space(2.0);
    let all = [
        (ReviewVerdict::Approve, "review-approve"),
        (ReviewVerdict::Comment, "review-comment"),
        (ReviewVerdict::Changes, "review-ask-for-changes"),
    ];
    let widths = all.map(|(_, key)| {
        let letters = font(Weight::Medium, BODY - 0.5);
        ui.painter().layout_no_wrap(view.text(key).to_owned(), letters, tokens.ink).size().x
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 4.0;
        // What is left beside the words is shared out.
        let free = (ui.available_width() - 12.0 - widths.iter().sum::<f32>()).max(0.0) / 3.0;
        for ((verdict, key), width) in all.into_iter().zip(widths) {
            let is_main = verdict == ReviewVerdict::Changes;
            let colour = if is_main { tokens.on_accent } else { tokens.ink };
            let text = RichText::new(view.text(key)).font(font(Weight::Medium, BODY - 0.5));
            let size = Vec2::new(width + free, 28.0);
            let mut button = Button::new(text.color(colour)).min_size(size);
            if is_main {
                button = button.fill(tokens.accent);
            }
            if ui.add(button.truncate()).on_hover_text(view.text("review-hand-in-hint")).clicked() {
                view.ask(Action::review(ReviewWish::HandIn(verdict)));
            }
        }
    });
}
