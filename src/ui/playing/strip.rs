//! The strip below the sheet: clock, buttons, speed, which day, and the timeline.

use egui::{
    Align, Button, Color32, Layout, Pos2, Rect, Response, RichText, Sense, Stroke, Ui, Vec2,
};
use egui::{Key, KeyboardShortcut, Modifiers, WidgetInfo, accesskit::Role};

use crate::blueprint::notation::parse_quantity;
use crate::simulation::playback::Which;
use crate::ui::commands::{Command, shortcut_words};
use crate::ui::controls::{elided, painted_button, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::{Missing, PlayWish, Playing, Speed, timeline};

/// The size of the clock, in points: read from five metres away on a wall.
const CLOCK: f32 = 28.0;
/// And while the sheet has the window.
const WIDE_CLOCK: f32 = 40.0;
/// The highest number of a day that can be typed.
const MOST_DAYS: u32 = 9_999;
/// A strip that is wider than this has room for all in one row.
const ONE_ROW: f32 = 900.0;

/// How high the strip is at a width, in points.
pub(in crate::ui) fn height(width: f32, is_wide: bool) -> f32 {
    let rows = if width > ONE_ROW { 0.0 } else { 22.0 };
    let wide = if is_wide { 34.0 } else { 0.0 };
    172.0 + rows + wide
}

/// Shows the strip.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let one_row = ui.available_width() > ONE_ROW;
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.horizontal(|ui| {
        clock(ui, view, playing);
        ui.add_space(6.0);
        transport(ui, view, playing);
        if one_row {
            ui.add_space(10.0);
            speeds(ui, view, playing);
            ui.add_space(10.0);
            days(ui, view, playing);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            wide_button(ui, view, playing);
            next_button(ui, view, playing);
        });
    });
    if !one_row {
        ui.horizontal(|ui| {
            speeds(ui, view, playing);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // From the right: what comes first lies at the end.
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| days(ui, view, playing));
            });
        });
    }
    ui.add_space(2.0);
    headline(ui, view, playing);
    if playing.reel().is_some() {
        timeline::show(ui, view, playing);
    }
}

fn clock(ui: &mut Ui, view: &ViewContext<'_>, playing: &Playing) {
    let size = if playing.is_wide { WIDE_CLOCK } else { CLOCK };
    let at = playing.at().filter(|_| playing.reel().is_some());
    let text = at.map_or_else(|| "–".to_owned(), |at| view.words.clock(playing.minute_of_day(at)));
    let is_next_day = at.is_some_and(|at| playing.is_next_day(at));
    // While it runs nobody could read them.
    let at = at.filter(|_| !playing.is_running());
    let seconds = at.map(|at| format!(":{:02}", playing.second_of_day(at) % 60));
    let seconds = seconds.unwrap_or_default();
    let letters = font(Weight::Semibold, size);
    let small = font(Weight::Semibold, (size * 0.6).round());
    let laid = |text: &str, letters: &egui::FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), view.tokens.ink)
    };
    // As wide as any time, so that nothing beside it moves.
    let (whole, mut part) = (laid("00:00", &letters).size(), laid(":00", &small).size());
    // Above the seconds, on days that have such hours.
    let mark = laid(view.text("playing-next-day-mark"), &font(Weight::Medium, SMALL));
    if playing.reel().is_some_and(|reel| playing.is_next_day(reel.ends())) {
        part.x = part.x.max(mark.size().x + 2.0);
    }
    let (time, behind) = (laid(&text, &letters), laid(&seconds, &small));
    let size = Vec2::new(whole.x + part.x, whole.y.max(34.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let mut said = format!("{text}{seconds}");
    if is_next_day {
        said = view.words.with("playing-next-day", &[("time", said.into())]);
        let corner = Pos2::new(rect.left() + whole.x + 2.0, rect.top() - 1.0);
        ui.painter().galley(corner, mark, view.tokens.accent);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    let at = Pos2::new(rect.left(), rect.center().y - time.size().y / 2.0);
    // On one line: both stand on their feet, a fifth of the letters' height above the edge.
    let foot = at.y + time.size().y * 0.8 - behind.size().y * 0.8;
    let beside = Pos2::new(at.x + time.size().x, foot);
    ui.painter().galley(at, time, view.tokens.ink);
    ui.painter().galley(beside, behind, view.tokens.muted);
}

/// What is to be said of this moment: how many wait, and how many would without the lever.
fn headline(ui: &mut Ui, view: &ViewContext<'_>, playing: &Playing) {
    let words = view.words;
    let (said, colour) = match (playing.stills(), playing.at()) {
        (Some((still, before)), Some(at)) => {
            let said = words.played_waiting(still, before, playing.compared_with.as_deref());
            let time = playing.clock(at, words);
            let said = words.with("playing-at", &[("time", time.into()), ("said", said.into())]);
            (said, mood(view, playing).0)
        }
        _ => nothing_to_show(view, playing),
    };
    ui.horizontal(|ui| {
        ui.set_min_height(18.0);
        let letters = font(Weight::Semibold, if playing.is_wide { CLOCK } else { BODY + 1.0 });
        ui.label(RichText::new(said).font(letters).color(colour));
        if playing.is_wide {
            ui.add_space(24.0);
            story(ui, view, playing);
        } else if let Some(reel) = playing.reel() {
            let stage = reel.stage();
            let mut quiet = vec![match stage.closes() {
                Some(close) => {
                    let time = playing.clock(close, words);
                    words.with("playing-doors-close-at", &[("time", time.into())])
                }
                None => words.text("playing-never-closes").to_owned(),
            }];
            if playing.is_late {
                quiet.push(words.text("playing-late").to_owned());
            }
            if stage.is_assumed() {
                quiet.push(words.text("playing-assumed").to_owned());
            }
            let quiet: Vec<&str> = quiet.iter().map(String::as_str).collect();
            let said = words.clauses(&quiet);
            let room = ui.available_width();
            let letters = font(Weight::Regular, SMALL);
            let galley = elided(ui, &said, letters, view.tokens.muted, room);
            ui.add_space(8.0);
            ui.label(galley).on_hover_text(said);
        }
    });
}

/// Why there is no day to show, in its colour.
pub(super) fn nothing_to_show(view: &ViewContext<'_>, playing: &Playing) -> (String, Color32) {
    let words = view.words;
    let text = |key| words.text(key).to_owned();
    match &playing.missing {
        _ if playing.is_lost() => (text("work-lost"), view.tokens.bad),
        Some(Missing::TooMuch) => (text("playing-too-much"), view.tokens.bad),
        Some(Missing::Lacks(lacks)) => {
            let lacks = words.lacks(lacks, view.scenario).unwrap_or_default();
            (words.with("playing-lacks", &[("lacks", lacks.into())]), view.tokens.bad)
        }
        None => (text("playing-recording"), view.tokens.muted),
    }
}

/// What the story says of this moment, to be read from afar.
fn story(ui: &mut Ui, view: &ViewContext<'_>, playing: &Playing) {
    let said = story_line(view, playing).unwrap_or_default();
    let letters = font(Weight::Regular, CLOCK);
    let galley = elided(ui, &said, letters, view.tokens.muted, ui.available_width());
    let size = Vec2::new(ui.available_width(), CLOCK + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let at = Pos2::new(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, view.tokens.muted);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
}

/// The colours of this moment: of its words, of their ground, of the edge of that.
pub(super) fn mood(view: &ViewContext<'_>, playing: &Playing) -> (Color32, Color32, Color32) {
    let tokens = view.tokens;
    let plain = (tokens.ink, tokens.background, tokens.hairline);
    let Some((still, before)) = playing.stills() else { return plain };
    let fewer = before.is_some_and(|before| still.waiting < before.waiting);
    if fewer {
        return (tokens.good, tokens.background, tokens.good);
    }
    let longest = still.longest_line().map_or(0, |step| step.waiting);
    if longest > 5 { (tokens.bad, tokens.bad_wash, tokens.bad) } else { plain }
}

fn transport(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let known = playing.reel().is_some();
    let wish = |view: &mut ViewContext<'_>, response: Response, wish: PlayWish| {
        if response.clicked() {
            view.ask(Action::Play(wish));
        }
    };
    let name = view.text("playing-to-start");
    let start = painted_button(ui, name, known, |painter, rect, colour| {
        let at = rect.center();
        let bar = Rect::from_center_size(at - Vec2::new(6.0, 0.0), Vec2::new(2.5, 12.0));
        painter.rect_filled(bar, 0.0, colour);
        triangle(painter, at + Vec2::new(1.0, 0.0), -6.0, colour);
    });
    wish(view, start.on_hover_text(keyed(name, "Home")), PlayWish::ToStart);
    let name = view.text("playing-step-back");
    let back = painted_button(ui, name, known, |painter, rect, colour| {
        triangle(painter, rect.center() - Vec2::new(3.0, 0.0), -5.0, colour);
        let dot = rect.center() + Vec2::new(6.0, 0.0);
        painter.circle_filled(dot, 2.0, colour);
    });
    wish(view, back.on_hover_text(keyed(name, ",")), PlayWish::StepBack);
    play_button(ui, view, playing, known);
    let name = view.text("playing-step-on");
    let on = painted_button(ui, name, known, |painter, rect, colour| {
        painter.circle_filled(rect.center() - Vec2::new(6.0, 0.0), 2.0, colour);
        triangle(painter, rect.center() + Vec2::new(3.0, 0.0), 5.0, colour);
    });
    wish(view, on.on_hover_text(keyed(name, ".")), PlayWish::StepOn);
}

fn keyed(name: &str, key: &str) -> String {
    format!("{name}   {key}")
}

/// A triangle that points to the right; to the left with a negative size.
fn triangle(painter: &egui::Painter, at: Pos2, size: f32, colour: Color32) {
    let (wide, high) = (size * 0.8, size.abs());
    let corners =
        vec![at + Vec2::new(wide, 0.0), at + Vec2::new(-wide, -high), at + Vec2::new(-wide, high)];
    painter.add(egui::Shape::convex_polygon(corners, colour, Stroke::NONE));
}

fn play_button(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing, known: bool) {
    let runs = playing.is_running();
    let name = view.text(if runs { "playing-pause" } else { "playing-play" });
    let sense = if known { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(34.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, known, name));
    let tokens = view.tokens;
    let fill = if known { tokens.accent } else { tokens.faint };
    let painter = ui.painter();
    painter.circle_filled(rect.center(), 16.0, fill);
    if response.has_focus() {
        painter.circle_stroke(rect.center(), 16.5, Stroke::new(2.0, tokens.ink));
    }
    let ink = tokens.on_accent;
    if runs {
        for side in [-3.5, 3.5] {
            let at = rect.center() + Vec2::new(side, 0.0);
            painter.rect_filled(Rect::from_center_size(at, Vec2::new(3.5, 12.0)), 1.0, ink);
        }
    } else {
        triangle(painter, rect.center() + Vec2::new(1.5, 0.0), 7.0, ink);
    }
    let space = KeyboardShortcut::new(Modifiers::NONE, Key::Space);
    let keys = shortcut_words(ui.ctx(), space);
    if response.on_hover_text(keyed(name, &keys)).clicked() {
        view.ask(Action::Play(PlayWish::Toggle));
    }
}

/// A choice among several, of which one is on.
fn segment(ui: &mut Ui, view: &ViewContext<'_>, text: &str, name: &str, is_on: bool) -> Response {
    let tokens = view.tokens;
    let ink = if is_on { tokens.accent } else { tokens.ink };
    let weight = if is_on { Weight::Semibold } else { Weight::Regular };
    let mut button = Button::new(RichText::new(text).font(font(weight, BODY)).color(ink));
    button = button.min_size(Vec2::new(26.0, 26.0));
    if is_on {
        button = button.fill(tokens.accent_wash).stroke(Stroke::new(1.0, tokens.accent));
    }
    ui.spacing_mut().button_padding.x = 7.0;
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
    response
}

fn speeds(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    small(ui, view.tokens, view.text("playing-speed"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for speed in Speed::ALL {
            let is_on = playing.speed == speed;
            let (text, name) = if let Some(minutes) = speed.minutes() {
                let arguments = [("minutes", minutes.into())];
                (minutes.to_string(), view.words.with("playing-speed-named", &arguments))
            } else {
                small(ui, view.tokens, view.text("playing-minutes-a-second"));
                let text = view.text("playing-whole-day").to_owned();
                (text.clone(), text)
            };
            let response = segment(ui, view, &text, &name, is_on);
            if response.on_hover_text(name).clicked() {
                view.ask(Action::Play(PlayWish::At(speed)));
            }
        }
    });
}

fn days(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    small(ui, view.tokens, view.text("playing-day"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let choices = [
            (Which::Typical, "playing-typical", "playing-typical-hint"),
            (Which::Bad, "playing-bad", "playing-bad-hint"),
        ];
        for (which, key, hint) in choices {
            let name = view.text(key);
            let response = segment(ui, view, name, name, playing.which == which);
            if response.on_hover_text(view.text(hint)).clicked() {
                view.ask(Action::Play(PlayWish::Day(which)));
            }
        }
        let mut number = playing.number();
        let name = view.text("playing-number");
        let is_on = matches!(playing.which, Which::Number(_));
        let refused = std::cell::RefCell::new(None);
        let read = |text: &str| {
            let read = read_day(text);
            if read.is_none() {
                *refused.borrow_mut() = Some(text.trim().to_owned());
            }
            read.map(f64::from)
        };
        let response = ui.scope(|ui| {
            if is_on {
                ui.visuals_mut().widgets.inactive.weak_bg_fill = view.tokens.accent_wash;
            }
            let field = egui::DragValue::new(&mut number).range(0..=MOST_DAYS).speed(0.1);
            ui.add(field.custom_parser(read).update_while_editing(false))
        });
        if let Some(text) = refused.into_inner().filter(|text| !text.is_empty()) {
            let most = view.words.number(f64::from(MOST_DAYS));
            let arguments = [("text", text.into()), ("most", most.into())];
            view.ask(Action::Say(view.words.with("playing-bad-number", &arguments)));
        }
        let response = response.inner.on_hover_text(name);
        response.widget_info(|| {
            let mut info = WidgetInfo::drag_value(true, f64::from(number));
            info.label = Some(name.to_owned());
            info
        });
        if response.changed() {
            view.ask(Action::Play(PlayWish::Day(Which::Number(number))));
        }
    });
}

/// The number of a day as it is typed; `None` where there is no such day.
fn read_day(text: &str) -> Option<u32> {
    let number = parse_quantity(text).ok()?.get();
    let is_day = number.fract() == 0.0 && number <= f64::from(MOST_DAYS);
    // From 0 to 9,999.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    is_day.then_some(number as u32)
}

fn next_button(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let next = playing.next_marker();
    let text = match &next {
        Some(marker) => {
            let time = playing.clock(marker.at, view.words);
            view.words.with("playing-next", &[("time", time.into())])
        }
        None => view.text("playing-no-next").to_owned(),
    };
    let button = Button::new(text).min_size(Vec2::new(96.0, 28.0));
    let response = ui.add_enabled(next.is_some(), button);
    let said = next.map(|marker| view.words.played_scene(&marker.scene, view.scenario));
    let response = match said {
        Some(said) => response.on_hover_text(said),
        None => response,
    };
    if response.clicked() {
        view.ask(Action::Play(PlayWish::NextMarker));
    }
}

fn wide_button(ui: &mut Ui, view: &mut ViewContext<'_>, playing: &Playing) {
    let name = view.text(if playing.is_wide { "playing-narrow" } else { "playing-widen" });
    let response = crate::ui::controls::icon_button(ui, crate::ui::icons::FIT, name, true);
    let keys = view.face(Command::Enlarge).shortcut_text(ui.ctx()).unwrap_or_default();
    if response.on_hover_text(keyed(name, &keys)).clicked() {
        view.ask(Action::Run(Command::Enlarge));
    }
}

/// What the story says of this moment, for a sheet that has the window; `None` before its first marker.
pub(super) fn story_line(view: &ViewContext<'_>, playing: &Playing) -> Option<String> {
    let (reel, at) = (playing.reel()?, playing.at()?);
    let marker = reel.story().iter().rev().find(|marker| marker.at <= at)?;
    let time = playing.clock(marker.at, view.words);
    let said = view.words.played_scene(&marker.scene, view.scenario);
    Some(view.words.with("playing-marker", &[("time", time.into()), ("said", said.into())]))
}
