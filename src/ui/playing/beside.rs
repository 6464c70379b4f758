//! The panel beside the sheet while a day is played: this moment, levers, counts, and the story.

use egui::{Align, Button, Layout, RichText, ScrollArea, Sense, Stroke, Ui, Vec2};
use egui::{WidgetInfo, accesskit::Role};

use crate::simulation::playback::{Marker, Still};
use crate::ui::commands::Command;
use crate::ui::controls::{callout, elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::{capacity::levers_while_playing, section};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;

use super::strip::mood;
use super::{PlayWish, Playing};

/// The size of the number of those who wait.
const WAITING: f32 = 19.0;
/// A panel that is lower than this, in points, has not room for all.
const LOW: f32 = 680.0;
/// And one that is lower than this has not room for words around the levers.
const COMPACT: f32 = 820.0;
/// How high a marker of the story is at least, and where there is not room for all.
const STORY: f32 = 30.0;
const STORY_IF_LOW: f32 = 25.0;

/// Shows the panel.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    playing: &Playing,
    views: &mut ViewState,
) {
    ui.horizontal(|ui| {
        section_head(ui, view.tokens, view.text("playing-title"));
        if let Some(reel) = playing.reel() {
            let arguments =
                [("day", playing.number().into()), ("seed", reel.stage().seed().into())];
            let text = view.words.with("playing-day-and-seed", &arguments);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                small(ui, view.tokens, text);
            });
        }
    });
    let foot = 40.0;
    let height = ui.available_height();
    let (is_low, is_compact) = (height < LOW, height < COMPACT);
    let area = ScrollArea::vertical().id_salt("playback").auto_shrink(false);
    area.max_height((ui.available_height() - foot).max(80.0)).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 7.0);
        moment(ui, view, playing);
        ui.add_space(4.0);
        let title = view.text("playing-levers");
        section(ui, view, "playing levers", title, "", true, |ui, view| {
            levers_while_playing(ui, view, &mut views.advice, is_compact);
        });
        // The story is to be seen without scrolling; the numbers stand on the sheet too.
        if is_low {
            story(ui, view, playing, STORY_IF_LOW);
            counts(ui, view, playing);
        } else {
            counts(ui, view, playing);
            story(ui, view, playing, STORY);
        }
    });
    ui.with_layout(Layout::bottom_up(Align::Center), |ui| {
        let size = Vec2::new(ui.available_width(), 28.0);
        let text = view.text("command-leave-playing");
        if ui.add_sized(size, Button::new(text)).clicked() {
            view.ask(Action::Run(Command::PlayDay));
        }
    });
}

/// How many wait at this moment, and for what.
fn moment(ui: &mut Ui, view: &ViewContext<'_>, playing: &Playing) {
    let (Some((still, before)), Some(at)) = (playing.stills(), playing.at()) else { return };
    let words = view.words;
    let (ink, wash, edge) = mood(view, playing);
    callout(wash, edge).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        let time = playing.clock(at, words);
        ui.label(RichText::new(time).font(font(Weight::Semibold, BODY)).color(ink));
        let said = words.played_waiting(still, before, playing.compared_with.as_deref());
        let letters = font(Weight::Semibold, WAITING);
        ui.label(RichText::new(said).font(letters).color(view.tokens.ink));
        let note = match (still.longest_line(), before) {
            (_, Some(_)) if playing.compared_with.is_some() => {
                words.text("playing-same-customers").to_owned()
            }
            (_, Some(before)) if before.arrivals != still.arrivals => {
                let arguments =
                    [("count", still.arrivals.into()), ("before", before.arrivals.into())];
                words.with("playing-others-came", &arguments)
            }
            (_, Some(_)) => words.text("playing-lever-did-it").to_owned(),
            (None, _) => words.text("playing-nobody-waits").to_owned(),
            (Some(line), _) => {
                let step = words.step(line.step, view.scenario);
                if u64::from(line.waiting) == still.waiting {
                    words.with("playing-all-for", &[("step", step.into())])
                } else {
                    let arguments = [("step", step.into()), ("count", line.waiting.into())];
                    words.with("playing-most-for", &arguments)
                }
            }
        };
        small(ui, view.tokens, note);
    });
}

/// A number of a moment.
type Count = fn(&Still) -> u64;

/// The section of what was counted up to this moment.
fn counts(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let (Some((still, before)), Some(at)) = (playing.stills(), playing.at()) else { return };
    let time = playing.clock(at, view.words);
    let title = view.words.with("playing-moment", &[("time", time.into())]);
    section(ui, view, "playing counts", &title, "", true, |ui, view| {
        rows(ui, view, playing, still, before);
    });
}

/// The section of what stands out on this day, each marker so high at least.
fn story(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing, least: f32) {
    let Some(reel) = playing.reel() else { return };
    let title = view.text("playing-story");
    section(ui, view, "playing story", title, "", true, |ui, view| {
        if reel.story().is_empty() {
            small(ui, view.tokens, view.text("playing-story-empty"));
        }
        for (number, at) in (1..).zip(reel.story()) {
            marker(ui, view, playing, (number, at), least);
        }
    });
}

/// What was counted up to this moment, and that beside it.
fn rows(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    playing: &Playing,
    still: &Still,
    before: Option<&Still>,
) {
    let words = view.words;
    let rows: [(&str, Count, bool, bool); 7] = [
        ("playing-came", |still| still.arrivals, true, false),
        ("playing-served", |still| still.served, true, true),
        ("playing-gave-up", |still| still.gave_up, false, false),
        ("playing-no-room", |still| still.no_room, false, false),
        ("playing-unserved", |still| still.unserved, false, false),
        ("playing-inside-now", |still| still.inside, true, false),
        ("playing-waiting-now", |still| still.waiting, true, false),
    ];
    if before.is_some() {
        let name = playing.compared_with.as_deref().unwrap_or(words.text("playing-before-head"));
        row(
            ui,
            view,
            "",
            Some((name, view.tokens.muted)),
            (words.text("playing-now"), view.tokens.ink),
        );
    }
    for (key, of, always, more_is_better) in rows {
        let (now, was) = (of(still), before.map(of));
        if !always && now == 0 && was.unwrap_or_default() == 0 {
            continue;
        }
        let is_better = was.is_some_and(|was| if more_is_better { now > was } else { now < was });
        let ink =
            if is_better && key != "playing-came" { view.tokens.good } else { view.tokens.ink };
        let was = was.map(|was| was.to_string());
        let was = was.as_deref().map(|was| (was, view.tokens.muted));
        row(ui, view, words.text(key), was, (&now.to_string(), ink));
    }
    let whole = |reel: Option<&std::sync::Arc<crate::simulation::playback::Reel>>| {
        reel.and_then(|reel| reel.last().throughput_s)
    };
    let (now, was) = (whole(playing.reel()), whole(playing.reel_before()));
    let is_better = now.zip(was).is_some_and(|(now, was)| now < was);
    let ink = if is_better { view.tokens.good } else { view.tokens.ink };
    let was = was.map(|was| words.played_visit(Some(was)));
    let was = was.as_deref().map(|was| (was, view.tokens.muted));
    let response = row(ui, view, words.text("playing-visit"), was, (&words.played_visit(now), ink));
    response.on_hover_text(words.text("playing-visit-hint"));
}

/// A name, a number of before, and one of now.
fn row(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    name: &str,
    before: Option<(&str, egui::Color32)>,
    (now, ink): (&str, egui::Color32),
) -> egui::Response {
    let size = Vec2::new(ui.available_width(), 21.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = before.map_or_else(|| now.to_owned(), |(before, _)| format!("{before} | {now}"));
    response
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, view.words.labelled(name, &said)));
    let column = 0.3 * rect.width();
    let text = |text: &str, weight, ink, room| elided(ui, text, font(weight, BODY), ink, room);
    let put = |galley: std::sync::Arc<egui::Galley>, right: f32, ink| {
        let at = egui::pos2(right - galley.size().x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    };
    let now = text(now, Weight::Semibold, ink, column);
    put(now, rect.right(), ink);
    let mut room = rect.width() - column - 8.0;
    if let Some((before, ink)) = before {
        put(text(before, Weight::Regular, ink, column), rect.right() - column - 4.0, ink);
        room -= column;
    }
    let name = text(name, Weight::Regular, view.tokens.ink, room);
    let at = egui::pos2(rect.left(), rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, view.tokens.ink);
    let line = Stroke::new(1.0, view.tokens.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
    response
}

/// A marker of the story.
fn marker(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    playing: &Playing,
    (number, marker): (u32, &Marker),
    least: f32,
) {
    let words = view.words;
    // The hours of the next day stand below those of the first: the sentence says which they are.
    let time = words.clock(playing.minute_of_day(marker.at));
    let mut said = words.played_scene(&marker.scene, view.scenario);
    if playing.is_next_day(marker.at) {
        said = words.with("playing-said-next-day", &[("said", said.into())]);
    }
    let whole = words
        .with("playing-marker", &[("time", time.as_str().into()), ("said", said.as_str().into())]);
    let tokens = view.tokens;
    let is_next = playing.next_marker().is_some_and(|next| next.at == marker.at);
    let width = ui.available_width();
    let letters = font(Weight::Regular, SMALL + 0.5);
    let room = width - 84.0;
    let mut job = egui::text::LayoutJob::simple(said, letters, tokens.ink, room.max(40.0));
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let size = Vec2::new(width, (galley.size().y + least - 18.0).max(least));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, whole.as_str()));
    let lit = is_next || response.hovered() || response.has_focus();
    let fill = if lit { tokens.accent_wash } else { tokens.background };
    let edge = if is_next || response.has_focus() { tokens.accent } else { tokens.hairline };
    ui.painter().rect(rect, 5.0, fill, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    let middle = rect.center().y;
    let mark = egui::pos2(rect.left() + 15.0, middle);
    ui.painter().circle_stroke(mark, 7.5, Stroke::new(1.25, tokens.accent));
    let bold = |size| font(Weight::Semibold, size);
    let centre = egui::Align2::CENTER_CENTER;
    ui.painter().text(mark, centre, number.to_string(), bold(SMALL - 1.0), tokens.accent);
    let at = egui::pos2(rect.left() + 29.0, middle);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, time, bold(BODY), tokens.ink);
    let at = egui::pos2(rect.left() + 72.0, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    if response.clicked() {
        view.ask(Action::Play(PlayWish::GoTo(marker.at)));
    }
}
