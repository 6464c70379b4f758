//! Pins on the sheet: the numbers of the comments, at the lower right of what they are on.

use std::collections::BTreeMap;

use egui::{Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::{Anchor, LaneId, PhaseId, RoleId, Scenario, StepId};
use crate::drawing::{Point, flow_order};
use crate::reports::is_there;
use crate::ui::canvas::Canvas;
use crate::ui::view_context::{Action, ViewContext};
use crate::ui::views::ViewState;

use super::bubble::{BUBBLE, counted, filled, stacked, tick};
use super::desk::{Desk, Shown};
use super::pane::pinned_topics;
use super::places::Topic;
use super::topic::spoken;
use super::wish::{ReviewWish, Which};

/// How many comments a pin tells one by one.
const MOST_TOLD: usize = 8;

/// Pins that are nearer to each other than this, in points, are one.
const NEAR: f32 = 15.0;

/// What the middle of a pin keeps from the corner of the strip of a lane.
const CORNER: Vec2 = Vec2::new(3.0, 12.0);

/// What a pin is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pinned {
    Step(StepId),
    Lane(LaneId),
    Phase(PhaseId),
    At(i32, i32),
}

/// Shows the pins of what is seen of the sheet.
pub(in crate::ui) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    views: &mut ViewState,
    canvas: &Canvas,
) {
    let nothing_said = view.editor.blueprint().discussion().comments.is_empty();
    if !view.settings.pins || nothing_said && views.review.drafts.is_empty() {
        return;
    }
    let topics = pinned_topics(view, &mut views.review);
    let pins = pinned(view, &topics, views.review.shown);
    let (area, _) = canvas.sheet_on_screen();
    let mut seen: Vec<(Pinned, Pos2, Vec<&Topic>)> = Vec::new();
    for (pinned, topics) in pins {
        let at = match pinned {
            Pinned::Step(step) => canvas.card_on_screen(step).map(|card| card.right_bottom()),
            // In the corner of its strip, off its name.
            Pinned::Lane(lane) => canvas.lane_corner_on_screen(lane).map(|at| at - CORNER),
            Pinned::Phase(phase) => {
                canvas.phase_on_screen(phase).map(|at| at + Vec2::new(40.0, 0.0))
            }
            #[expect(clippy::cast_precision_loss, reason = "places on a sheet are small")]
            Pinned::At(x, y) => canvas.at_on_screen(Point::new(x as f32, y as f32)),
        };
        let is_inside = |at: &Pos2| match pinned {
            Pinned::Step(_) | Pinned::At(..) => area.expand(BUBBLE / 2.0).contains(*at),
            Pinned::Lane(_) | Pinned::Phase(_) => true,
        };
        let Some(at) = at.filter(is_inside) else { continue };
        // Seen from afar pins would cover each other: those that would are one.
        match seen.iter_mut().find(|(_, other, _)| other.distance(at) < NEAR) {
            Some((_, _, together)) => together.extend(topics),
            None => seen.push((pinned, at, topics)),
        }
    }
    for (pinned, at, topics) in seen {
        pin(ui, view, &topics, (pinned, at));
    }
}

/// What is seen of the topics on the sheet, by what they are on.
fn pinned<'a>(
    view: &ViewContext<'_>,
    topics: &'a [Topic],
    shown: Shown,
) -> BTreeMap<Pinned, Vec<&'a Topic>> {
    // What is done with is not in the way, unless all is asked for.
    let with_closed = shown == Shown::All;
    let seen = topics.iter().filter(|topic| (topic.is_open() || with_closed) && !topic.is_gone);
    let flow = flow_order(view.scenario);
    let along = || flow.iter().copied();
    let mut pins: BTreeMap<Pinned, Vec<&Topic>> = BTreeMap::new();
    for topic in seen {
        let on = &topic.comment.on;
        // A thing of another scenario is seen here too, if it was copied.
        if topic.is_elsewhere && !is_there(on, view.scenario) {
            continue;
        }
        let link = on.link.and_then(|link| view.scenario.links().get(&link));
        // A role has no place of its own: its pin is on the first card that it does.
        let done = on.role.and_then(|role| along().find(|step| does(view.scenario, *step, role)));
        let step = on.step.or(link.map(|link| link.from)).or(done);
        let pinned = match (step, on.lane, on.phase, on.at) {
            (Some(step), ..) => Pinned::Step(step),
            (_, Some(lane), ..) => Pinned::Lane(lane),
            (_, _, Some(phase), _) => Pinned::Phase(phase),
            (.., Some((x, y))) if !topic.is_elsewhere => Pinned::At(x, y),
            _ => continue,
        };
        pins.entry(pinned).or_default().push(topic);
    }
    pins
}

/// The steps with pins: how many comments each has, and the number where that is one.
pub(super) fn on_steps(view: &ViewContext<'_>, desk: &mut Desk) -> Vec<(StepId, usize, String)> {
    let topics = pinned_topics(view, desk);
    let pins = pinned(view, &topics, Shown::Open).into_iter();
    pins.filter_map(|(pinned, topics)| match pinned {
        Pinned::Step(step) => Some((step, topics.len(), text_of(&topics))),
        Pinned::Lane(_) | Pinned::Phase(_) | Pinned::At(..) => None,
    })
    .collect()
}

/// The number in the pin of one comment. What is closed has none, and several have a count.
fn text_of(open: &[&Topic]) -> String {
    match open {
        [only] => only.number.map(|number| number.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Whether a step is done by a role.
fn does(scenario: &Scenario, step: StepId, role: RoleId) -> bool {
    let step = scenario.steps().get(&step);
    step.is_some_and(|step| step.needs.iter().any(|need| need.roles.contains(&role)))
}

/// What a pin is on, in words.
fn place_of(view: &ViewContext<'_>, pinned: Pinned, first: &Topic) -> String {
    let on = Anchor { scenario: Some(view.scenario.id()), ..Anchor::default() };
    match pinned {
        Pinned::Step(step) => {
            view.words.place_of(&Anchor { step: Some(step), ..on }, view.scenario)
        }
        Pinned::Lane(_) | Pinned::Phase(_) | Pinned::At(..) => first.place.clone(),
    }
}

fn pin(ui: &mut Ui, view: &mut ViewContext<'_>, topics: &[&Topic], (pinned, at): (Pinned, Pos2)) {
    let Some(first) = topics.first() else { return };
    let rect = Rect::from_center_size(at, Vec2::splat(BUBBLE + 4.0));
    let id = ui.scope_id().with(("pin", first.number, &first.comment.text, topics.len()));
    let response = ui.interact(rect, id, Sense::click());
    // Of very many nobody hears or reads all: how many there are, and the first ones.
    let name = if topics.len() > MOST_TOLD {
        let place = place_of(view, pinned, first);
        let arguments = [("count", topics.len().into()), ("place", place.into())];
        view.words.with("review-comments-on", &arguments)
    } else {
        let names: Vec<String> = topics.iter().map(|topic| spoken(view.words, topic)).collect();
        names.join("\n")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let tokens = view.tokens;
    let open: Vec<&Topic> = topics.iter().copied().filter(|topic| topic.is_open()).collect();
    let is_pale = open.iter().all(|topic| topic.is_elsewhere);
    let ground = if is_pale { tokens.muted.gamma_multiply(0.75) } else { tokens.accent };
    if open.len() > 1 {
        // Several lie on each other: a count is told from a number by that.
        stacked(ui.painter(), tokens, at, ground);
    }
    ui.painter().circle_filled(at, BUBBLE / 2.0 + 1.5, tokens.panel);
    match open.len() {
        0 | 1 => filled(ui.painter(), tokens, at, &text_of(&open), ground),
        count => counted(ui.painter(), tokens, at, count, ground),
    }
    if open.is_empty() {
        tick(ui.painter(), at, tokens.on_accent);
    }
    let told = topics.iter().take(MOST_TOLD).map(|topic| topic.comment.text.as_str());
    let more = (topics.len() > MOST_TOLD).then_some("…");
    let said: Vec<&str> = told.chain(more).collect();
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.on_hover_text(said.join("\n")).clicked() {
        view.ask(Action::review(ReviewWish::Go(Which::of(&first.comment))));
    }
}
