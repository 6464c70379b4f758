//! What changed against an earlier version, line by line: what each does to the figures, what customers see of it,
//! what was looked at.

use std::collections::BTreeSet;

use egui::{
    Align, Button, CornerRadius, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role,
};

use crate::ui::controls::{section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;
use crate::versions::{Group, Matching, Measure};

use super::bubble::{BUBBLE, counted};
use super::desk::{About, Desk, Shown};
use super::held::{Changed, Line, NoBase, besides, name_of_file};
use super::pane::{one as show_one, topics};
use super::places::Topic;
use super::wish::{Against, ReviewWish};
use super::writing::show as show_writing;

/// Where the places of topics begin that stand below their lines: behind those of the pane.
const FIRST_OF_LINES: usize = 1 << 32;

/// Shows the list in the place of the comments.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, views: &mut ViewState) {
    let page = views.verdict.page(ui.ctx(), view);
    let desk = &mut views.review;
    let topics = topics(view, desk, &page);
    let said = on_lines(view, desk, &topics);
    if !desk.held.lines.is_empty() {
        Panel::bottom("changes walked").frame(Frame::new()).resizable(false).show(ui, |ui| {
            ui.add_space(6.0);
            foot(ui, view, desk, said.iter().flatten().collect::<BTreeSet<_>>().len());
        });
    }
    head(ui, view, desk);
    ScrollArea::vertical().id_salt("review changes").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 7.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        if desk.writing.as_ref().is_some_and(|writing| writing.about == About::Comment) {
            show_writing(ui, view, desk);
        }
        list(ui, view, desk, (&topics, &said));
    });
}

/// The topics on each line, by their places in the list; of what is closed only where all is asked for.
fn on_lines(view: &ViewContext<'_>, desk: &Desk, topics: &[Topic]) -> Vec<Vec<usize>> {
    let scenario = view.scenario.id();
    let of_line = |line: &Line| {
        let on = line.anchor(scenario);
        let counts = |topic: &Topic| topic.is_open() || desk.shown == Shown::All;
        let all = topics.iter().enumerate();
        all.filter(|(_, it)| it.comment.on == on && counts(it)).map(|(at, _)| at).collect()
    };
    desk.held.lines.iter().map(of_line).collect()
}

/// What it is held against.
fn name_of(view: &ViewContext<'_>, against: &Against) -> String {
    match against {
        Against::LastReview => {
            let said = view.editor.blueprint().discussion();
            let day = said.last_review().map(|review| view.words.day_of(&review.at));
            match day {
                Some(day) => view.words.with("review-against-review", &[("date", day.into())]),
                None => view.text("review-against-last").to_owned(),
            }
        }
        Against::Baseline => {
            let name = view.words.scenario_name(view.editor.blueprint().baseline());
            view.words.with("review-against-baseline", &[("name", name.into())])
        }
        Against::File(path) => name_of_file(path),
        Against::OnDisk => view.text("review-against-disk").to_owned(),
        Against::Recovery => view.text("review-against-copy").to_owned(),
        Against::ChooseFile => view.text("review-against-file").to_owned(),
    }
}

fn head(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &mut Desk) {
    let tokens = view.tokens;
    let shown = view.scenario.id();
    let against = desk.held.against(view.editor.blueprint(), shown);
    let is_baseline = view.editor.blueprint().baseline().id() == shown;
    let name = match (&against, desk.held.no_base) {
        (Against::LastReview, Some(NoBase::NeverReviewed)) => {
            view.text("review-against-nothing").to_owned()
        }
        _ => name_of(view, &against),
    };
    ui.horizontal(|ui| {
        small(ui, tokens, view.text("review-against"));
        let shown = RichText::new(&name).font(font(Weight::Medium, BODY));
        let menu = ui.menu_button(shown, |ui| {
            let said = view.editor.blueprint().discussion();
            let mut offered = vec![Against::ChooseFile];
            if !is_baseline {
                offered.insert(0, Against::Baseline);
            }
            if view.has_file {
                offered.insert(0, Against::Recovery);
                offered.insert(0, Against::OnDisk);
            }
            if said.last_review().is_some() {
                offered.insert(0, Against::LastReview);
            }
            for other in offered {
                if ui.button(name_of(view, &other)).clicked() {
                    view.ask(Action::review(ReviewWish::Against(other)));
                    ui.close();
                }
            }
        });
        let label = view.words.labelled(view.text("review-against"), &name);
        menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    });
    let scenario = view.words.scenario_name(view.scenario);
    let arguments = [("scenario", scenario.into()), ("against", name.as_str().into())];
    let title = if desk.held.no_base == Some(NoBase::NeverReviewed) {
        scenario.to_owned()
    } else {
        view.words.with("review-changes-of", &arguments)
    };
    let title = RichText::new(title).font(font(Weight::Semibold, 15.0)).color(tokens.ink);
    ui.add(Label::new(title).wrap());
    if let Some(changed) = desk.held.changed() {
        let key = match changed.since.matching {
            Matching::ByIdentity => "review-matched-by-id",
            Matching::ByName => "versions-by-name",
        };
        small(ui, tokens, view.text(key));
    }
    ui.separator();
}

/// Why there is no list, and what to do.
fn nothing(ui: &mut Ui, view: &mut ViewContext<'_>, why: NoBase) {
    let key = match why {
        NoBase::Busy => "review-no-base-busy",
        NoBase::NeverReviewed => "review-no-base-never-reviewed",
        NoBase::NotAtHand => "review-no-base-not-at-hand",
        NoBase::AsReviewed => "review-no-base-as-reviewed",
        NoBase::Unreadable => "review-no-base-unreadable",
        NoBase::NoCopy => "review-no-base-no-copy",
    };
    let text = RichText::new(view.text(key)).color(view.tokens.muted);
    ui.add(Label::new(text).wrap());
    if why != NoBase::Busy && ui.button(view.text("review-against-file")).clicked() {
        view.ask(Action::review(ReviewWish::Against(Against::ChooseFile)));
    }
}

fn list(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &mut Desk,
    (topics, said): (&[Topic], &[Vec<usize>]),
) {
    if let Some(why) = desk.held.no_base {
        return nothing(ui, view, why);
    }
    let Some(changed) = desk.held.changed().cloned() else { return };
    if changed.since.pair.is_none() {
        let text = RichText::new(view.text("review-scenario-is-new")).color(view.tokens.muted);
        ui.add(Label::new(text).wrap());
        return;
    }
    let lines = desk.held.lines.clone();
    if lines.is_empty() {
        let text = RichText::new(view.text("review-nothing-changed")).color(view.tokens.muted);
        ui.add(Label::new(text).wrap());
        return;
    }
    for group in Group::ALL {
        let in_group = || lines.iter().enumerate().filter(move |(_, line)| line.group == group);
        let count = in_group().count();
        if count == 0 {
            continue;
        }
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            section_head(ui, view.tokens, view.words.change_group(group));
            small(ui, view.tokens, view.words.number(count as f64));
            if group == Group::Other {
                let key = if desk.held.shows_other { "review-fold" } else { "review-unfold" };
                if ui.link(RichText::new(view.text(key)).size(SMALL)).clicked() {
                    desk.held.shows_other ^= true;
                }
            }
        });
        if group == Group::Other && !desk.held.shows_other {
            continue;
        }
        for (at, line) in in_group() {
            let said = said.get(at).map(Vec::as_slice).unwrap_or_default();
            one(ui, view, desk, (at, line), said.len());
            if desk.held.meant == Some(at) {
                // What was said of the change that is meant stands below it.
                for topic in said {
                    if let Some(it) = topics.get(*topic) {
                        show_one(ui, view, desk, it, FIRST_OF_LINES + topic);
                    }
                }
            }
        }
        if group == Group::Figures {
            together(ui, view, &changed);
        }
    }
}

/// A change.
fn one(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    desk: &mut Desk,
    (at, line): (usize, &Line),
    comments: usize,
) {
    let tokens = view.tokens;
    let is_meant = desk.held.meant == Some(at);
    let is_viewed = desk.held.viewed.contains(&line.key);
    let frame = Frame::new()
        .fill(if is_meant { tokens.accent_wash } else { tokens.panel })
        .stroke(Stroke::new(1.0, if is_meant { tokens.accent } else { tokens.hairline }))
        .corner_radius(CornerRadius::same(7))
        .inner_margin(Margin::symmetric(11, 7));
    let response = ui
        .scope_builder(UiBuilder::new().id_salt(at).sense(Sense::click()), |ui| {
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                let ink = if is_viewed { tokens.muted } else { tokens.ink };
                let limit = limit_of(view, line);
                ui.horizontal_top(|ui| {
                    let width = ui.available_width();
                    let shade = match line.is_better {
                        Some(true) => tokens.good,
                        Some(false) => tokens.bad,
                        None => tokens.muted,
                    };
                    let letters = font(Weight::Semibold, BODY);
                    let said = ui.painter().layout_no_wrap(limit, letters, shade);
                    let room = (width - said.size().x - 10.0).max(60.0);
                    ui.allocate_ui(Vec2::new(room, 16.0), |ui| {
                        ui.set_width(room);
                        let text = RichText::new(&line.text).font(font(Weight::Medium, BODY));
                        ui.add(Label::new(text.color(ink)).wrap().selectable(false));
                    });
                    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                        ui.add(Label::new(said).selectable(false));
                    });
                });
                // Beside what can be done with it, or above that where it is long.
                let room = ui.available_width() - if comments > 0 { 176.0 } else { 150.0 };
                let letters = font(Weight::Regular, SMALL);
                let whole =
                    ui.painter().layout_no_wrap(line.besides.clone(), letters, tokens.muted);
                let besides = || {
                    let text = RichText::new(&line.besides).size(SMALL).color(tokens.muted);
                    Label::new(text).wrap().selectable(false)
                };
                let fits = whole.size().x <= room;
                if !fits {
                    ui.add(besides());
                }
                ui.horizontal(|ui| {
                    ui.spacing_mut().interact_size.y = 18.0;
                    if fits && !line.besides.is_empty() {
                        ui.add(besides());
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let mut viewed = is_viewed;
                        let text = RichText::new(view.text("review-viewed")).size(SMALL);
                        if ui.checkbox(&mut viewed, text).changed() {
                            view.ask(Action::review(ReviewWish::Change(at)));
                            view.ask(Action::review(ReviewWish::Viewed));
                        }
                        let text = RichText::new(view.text("command-add-comment")).size(SMALL);
                        let button = Button::new(text.color(tokens.accent)).frame(false);
                        if ui.add(button).clicked() {
                            view.ask(Action::review(ReviewWish::Change(at)));
                            view.ask(Action::review(ReviewWish::CommentOnChange));
                        }
                        if comments > 0 {
                            bubble(ui, view, (at, line), comments);
                        }
                    });
                });
            });
        })
        .response;
    let state = view.text(if is_viewed { "review-viewed" } else { "review-not-viewed" });
    let told = [line.text.as_str(), line.limit.as_str(), line.besides.as_str(), state];
    let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let told = view.words.clauses(&told);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_meant, &told));
    if is_meant && std::mem::take(&mut desk.held.seeks_meant) {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        view.ask(Action::review(ReviewWish::Change(at)));
    }
}

/// How many comments there are on a change; shows them.
fn bubble(ui: &mut Ui, view: &mut ViewContext<'_>, (at, line): (usize, &Line), count: usize) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(BUBBLE + 2.0), Sense::click());
    let arguments = [("count", count.into()), ("place", line.text.as_str().into())];
    let name = view.words.with("review-comments-on", &arguments);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    counted(ui.painter(), view.tokens, rect.center(), count, view.tokens.accent);
    if response.on_hover_text(&name).clicked() {
        view.ask(Action::review(ReviewWish::Change(at)));
    }
}

/// What a change does to the limit.
fn limit_of(view: &ViewContext<'_>, line: &Line) -> String {
    match line.group {
        Group::Figures if line.limit.is_empty() => view.text("review-limit-same").to_owned(),
        Group::Figures => line.limit.clone(),
        Group::Customers | Group::Other => String::new(),
    }
}

/// What the changes do only with each other.
fn together(ui: &mut Ui, view: &ViewContext<'_>, changed: &Changed) {
    let Some((_, all)) = &changed.since.pair else { return };
    if !all.together.is_any() {
        return;
    }
    let tokens = view.tokens;
    let currency = changed.since.currency_before(view.editor.blueprint().currency());
    let more = all.together.get(Measure::Capacity).filter(|more| more.abs() > 0.0);
    let more = more.map(|more| view.words.effect(Measure::Capacity, Some(more), currency));
    let rest = besides(&all.together, currency, view.words);
    let effects: Vec<String> = more.into_iter().chain((!rest.is_empty()).then_some(rest)).collect();
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, tokens.hairline))
        .corner_radius(CornerRadius::same(7))
        .inner_margin(Margin::symmetric(11, 7));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = RichText::new(view.text("versions-together"));
        ui.add(Label::new(text.font(font(Weight::Medium, BODY)).color(tokens.ink)).wrap());
        small(ui, tokens, view.words.clauses(&effects));
    });
}

/// How many were looked at, and the way to the next.
fn foot(ui: &mut Ui, view: &mut ViewContext<'_>, desk: &Desk, comments: usize) {
    let lines = &desk.held.lines;
    let viewed = lines.iter().filter(|line| desk.held.viewed.contains(&line.key)).count();
    let arguments = [("viewed", viewed.into()), ("count", lines.len().into())];
    let viewed = view.words.with("review-viewed-of", &arguments);
    let said = (comments > 0).then(|| view.words.counted("review-comment-count", comments));
    let told: Vec<String> = std::iter::once(viewed).chain(said).collect();
    let told = view.words.facts(&told);
    let ways = [("review-next-change", false, true), ("review-previous-change", true, false)];
    let width = |text: &str, size: f32| {
        let letters = font(Weight::Regular, size);
        ui.painter().layout_no_wrap(text.to_owned(), letters, view.tokens.muted).size().x
    };
    let buttons: f32 = ways.iter().map(|(key, ..)| width(view.text(key), BODY) + 30.0).sum();
    let is_beside = width(&told, SMALL) + buttons < ui.available_width();
    if !is_beside {
        small(ui, view.tokens, told.as_str());
    }
    ui.horizontal(|ui| {
        if is_beside {
            small(ui, view.tokens, told.as_str());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (key, back, is_main) in ways {
                let colour = if is_main { view.tokens.on_accent } else { view.tokens.ink };
                let mut button = Button::new(RichText::new(view.text(key)).color(colour));
                if is_main {
                    button = button.fill(view.tokens.accent);
                }
                if ui.add(button).clicked() {
                    view.ask(Action::review(ReviewWish::WalkChanges { back }));
                }
            }
        });
    });
}
