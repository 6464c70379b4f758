//! Painting the wall: the stop itself, and what a class is shown on it.

use std::cell::RefCell;
use std::sync::Arc;

use egui::accesskit::{Live, Role};
use egui::emath::TSTransform;
use egui::{Rect, Response, Sense, Ui};

use crate::background::{Kept, Memo, Pace, Snapshot};
use crate::blueprint::sheets::Sheet;
use crate::blueprint::{Scenario, StepId, Stop, StopPicture};
use crate::drawing::{DisplayList, KnownWidths, Size};
use crate::pictures::DayCurve;
use crate::pictures::planning::{Finished, finished};
use crate::presenting::{Session, Tool};
use crate::redesign::{Frontier, Question, frontier};
use crate::stage::{Figured, Held, Pill, PlayedDay, Results, StopView, Tried, WallPlaces, plan_of};
use crate::ui::paint::{self, FontWidths};
use crate::ui::theme;
use crate::ui::view_context::ViewContext;
use crate::wording::Language;

use super::changed::Changed;
use super::tools::Tools;
use super::versions::{self, Version, Versions};

/// What the wall remembers from pass to pass.
#[derive(Default)]
pub(super) struct WallState {
    list: DisplayList,
    /// What a small picture is made of.
    scratch: DisplayList,
    widths: RefCell<KnownWidths>,
    places: WallPlaces,
    frontier: FrontierKeeper,
    plan: PlanKeeper,
    /// That of a stop that is shown small.
    small_plan: PlanKeeper,
    days: DayKeeper,
    pub changed: Changed,
    pub tools: Tools,
}

/// What the planning sheet of a stop depends on: itself, and the scenario that fills it.
type PlanKey = (Snapshot<Sheet>, Option<Snapshot<Scenario>>, Language);

/// The planning sheet of a stop, solved anew where it changes.
#[derive(Default)]
struct PlanKeeper(Memo<PlanKey, Option<Arc<Finished>>>);

impl PlanKeeper {
    fn of(&mut self, stop: &Stop, view: &ViewContext<'_>) -> Option<Arc<Finished>> {
        let blueprint = view.editor.blueprint();
        let sheet = plan_of(stop, blueprint)?;
        let scenario = sheet.mix.as_ref().and_then(|mix| blueprint.scenario(mix.scenario));
        let key = (Snapshot::of(sheet), scenario.map(Snapshot::of), view.words.language());
        let found = self.0.get(key, || finished(blueprint, sheet, view.words).ok().map(Arc::new));
        found.clone()
    }
}

/// The fewest people for each target, searched off the window's thread once a stop shows them.
struct FrontierKeeper(Kept<Snapshot<Scenario>, Option<Arc<Frontier>>>);

impl Default for FrontierKeeper {
    fn default() -> Self {
        Self(Kept::new("redesign of a stop").after_pause(0.25))
    }
}

impl FrontierKeeper {
    /// What is known for a scenario, where the stop shows it; searches it where it is not known.
    fn follow(&mut self, ctx: &egui::Context, stop: &Stop, scenario: &Arc<Scenario>) {
        if stop.picture() != Some(StopPicture::Redesign) {
            return;
        }
        let wanted = Arc::clone(scenario);
        self.0.follow(&Snapshot::of(scenario), ctx, Pace::Beside, move |signal| {
            let (rules, question) = (wanted.redesign_rules(), Question::near_today(&wanted));
            let cancelled = || signal.is_cancelled();
            frontier(&wanted, rules, &question, &cancelled, &mut |_| ()).ok().map(Arc::new)
        });
    }

    fn known(&self) -> Option<Arc<Frontier>> {
        self.0.value().and_then(Clone::clone)
    }
}

/// The days that are seen small, of the scenarios that were seen last.
#[derive(Default)]
struct DayKeeper(Vec<(Snapshot<Scenario>, Option<Arc<DayCurve>>)>);

impl DayKeeper {
    /// So many are kept.
    const MOST: usize = 8;

    /// The day of a scenario, reckoned once for each version of it.
    fn of(&mut self, scenario: &Arc<Scenario>) -> Option<Arc<DayCurve>> {
        let key = Snapshot::of(scenario);
        if let Some((_, known)) = self.0.iter().find(|(of, _)| *of == key) {
            return known.clone();
        }
        let day = DayCurve::of(scenario).map(Arc::new);
        if self.0.len() >= Self::MOST {
            self.0.remove(0);
        }
        self.0.push((key, day.clone()));
        day
    }
}

/// Who sees what is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// The class.
    ByAll,
    /// The presenter, who also sees, faintly, what is held back.
    OnDesk,
    /// The class, around the sheet itself, on which a try is made.
    Around,
}

/// A version as the stage takes it.
fn figured((scenario, analysis): &Version) -> Figured<'_> {
    Figured { scenario, analysis }
}

impl WallState {
    /// Which part of the stop is shown, and in how many it is; `wanted` where nothing was shown yet.
    pub fn part_of_parts(&self, wanted: usize) -> (usize, usize) {
        if self.places.pages == 0 { (wanted, 1) } else { (self.places.page, self.places.pages) }
    }

    /// Whether something is searched for a stop.
    pub fn is_busy(&self) -> bool {
        self.frontier.0.is_busy()
    }

    /// Where the middle of the wall is, on a wall that lies in a rectangle.
    pub fn middle(&self, wall: Rect) -> Rect {
        let middle = self.places.middle;
        let at = |point: crate::drawing::Point| wall.min + egui::vec2(point.x, point.y);
        Rect::from_min_max(at(middle.min), at(middle.max)).intersect(wall)
    }

    /// How far along the day's course a time is chosen, as a part of it.
    pub fn chosen_time(&self, response: &Response) -> Option<f32> {
        let course = self.places.course?;
        let at = response.interact_pointer_pos()?;
        let at = paint::point((at - response.rect.min).to_pos2());
        let is_chosen = (response.clicked() || response.dragged()) && course.contains(at);
        is_chosen.then(|| (at.x - course.left()) / course.width().max(1.0))
    }

    /// Another stop is shown: strokes fade that were not meant to stay.
    pub fn turn_over(&mut self) {
        self.places = WallPlaces::default();
        self.tools.turn_over();
    }

    /// Takes all strokes away.
    pub fn wipe(&mut self) {
        self.tools.wipe();
    }

    /// Paints the stop that is shown into a part of the window, as a node that says what is to be seen.
    pub fn show_stop(
        &mut self,
        ui: &mut Ui,
        view: &ViewContext<'_>,
        session: &mut Session,
        rect: Rect,
        seen: Seen,
    ) -> Response {
        let id = ui.scope_id().with(("wall", seen == Seen::OnDesk));
        // Around a try there is nothing to click.
        let sense = if seen == Seen::Around { Sense::hover() } else { Sense::click_and_drag() };
        let response = ui.interact(rect, id, sense);
        let (Some(versions), Some(stop)) = (Versions::of(session, view), session.stop().cloned())
        else {
            return response;
        };
        let held = Held::those(&session.hidden_at(session.place().stop));
        let interval = session.seen_of(view.editor.scenario()).interval;
        let by = session.seen_try(view.editor).map(|_| view.editor.scenario().by().to_owned());
        // Of a day the pill says which hour is seen.
        let name = match interval {
            Some(at) if !session.is_flipped() => view.words.scenario_at(view.editor.scenario(), at),
            _ => versions.shown.0.name().to_owned(),
        };
        let pill = match &by {
            Some(by) if !session.is_flipped() => Pill::Try(by),
            _ if session.levers().are_turned() && !session.is_flipped() => Pill::Changed(&name),
            _ => Pill::Scenario(&name),
        };
        self.frontier.follow(ui.ctx(), &stop, &versions.shown.0);
        let frontier = self.frontier.known();
        let plan = self.plan.of(&stop, view);
        let lit = self.lit(session.tool());
        let plays = stop.picture() == Some(StopPicture::Day);
        let played = view.playing.filter(|_| plays);
        let played = played.map(|it| (Arc::clone(it.played()), it.strip_on_wall(view)));
        let changed = self.changed.of(session, view).to_vec();
        // Shown large, everything is drawn larger around the point that stays where it is.
        let zoom = if session.tool() == Some(Tool::Zoom) { ZOOM } else { 1.0 };
        let size = rect.size() * zoom;
        let text = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let stop_view = StopView {
            blueprint: view.editor.blueprint(),
            shown: figured(&versions.shown),
            other: versions.other.as_ref().map(figured),
            before: versions.before.as_ref().map(figured),
            frontier: frontier.as_deref(),
            plan: plan.as_deref(),
            stop: &stop,
            held,
            pill,
            is_flipped: session.is_flipped() && versions.before.is_some(),
            is_small: false,
            day: None,
            played: played.as_ref().map(|(played, strip)| PlayedDay { played, strip }),
            is_bare: seen == Seen::Around,
            hands: session.hands(),
            changed: &changed,
            follows: session.follows_try(view.editor),
            spotlight: lit.as_slice(),
            page: session.part(),
            on_desk: seen == Seen::OnDesk,
            size: Size::new(size.x, size.y),
            words: view.words,
            text: &text,
        };
        let places = crate::stage::wall(&stop_view, &mut self.list);
        let said = places.said.join("\n");
        if zoom <= 1.0 {
            self.places = places;
        }
        let around = self.tools.zoomed_at(rect, zoom, self.card_at_pointer());
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let place = TSTransform::from_translation(rect.min.to_vec2() + around);
        if zoom > 1.0 {
            // Beyond the edge of the wall, when a card there is in the middle.
            painter.rect_filled(rect, egui::CornerRadius::ZERO, view.tokens.panel);
        }
        paint_at(&painter, &self.list, place, session.has_contrast());
        let unit = rect.height() / 36.0;
        self.tools.show(ui, &response, session.tool(), unit);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(said);
            if seen != Seen::OnDesk {
                node.set_live(Live::Polite);
            }
        });
        response
    }

    /// The cards that stand out: the one under the pointer while the spotlight is in hand.
    fn lit(&self, tool: Option<Tool>) -> Vec<StepId> {
        if tool != Some(Tool::Spotlight) {
            return Vec::new();
        }
        self.card_under_pointer().map(|(step, _)| step).into_iter().collect()
    }

    /// The card under the pointer.
    fn card_under_pointer(&self) -> Option<(StepId, crate::drawing::Rect)> {
        let at = paint::point((self.tools.pointer_at()? * self.tools.size()).to_pos2());
        self.places.cards.iter().find(|(_, rect)| rect.contains(at)).copied()
    }

    /// Where the middle of the card under the pointer is, in parts of the wall.
    fn card_at_pointer(&self) -> Option<egui::Vec2> {
        let (_, rect) = self.card_under_pointer()?;
        let whole = self.tools.size();
        Some(egui::vec2(rect.centre().x / whole.x.max(1.0), rect.centre().y / whole.y.max(1.0)))
    }

    /// Paints the results: what the room proposed, and what came of it.
    pub fn show_results(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        session: &mut Session,
        rect: Rect,
    ) -> Response {
        let response = ui.interact(rect, ui.scope_id().with("results"), Sense::click());
        let versions = versions::of_results(view, session);
        let tried: Vec<Tried<'_>> = versions
            .iter()
            .map(|(it, by)| Tried { name: it.0.name(), by, version: figured(it) })
            .collect();
        let text = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let results = Results {
            blueprint: view.editor.blueprint(),
            title: &session.lesson().title,
            tried: &tried,
            marked: None,
            size: Size::new(rect.width(), rect.height()),
            words: view.words,
            text: &text,
        };
        let places = crate::stage::results(&results, &mut self.list);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let place = TSTransform::from_translation(rect.min.to_vec2());
        paint_at(&painter, &self.list, place, session.has_contrast());
        let said = places.said.join("\n");
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(said);
        });
        response
    }

    /// Paints that the lesson is over.
    pub fn show_the_end(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        session: &Session,
        rect: Rect,
    ) -> Response {
        let response = ui.interact(rect, ui.scope_id().with("the end"), Sense::click());
        let text = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let size = Size::new(rect.width(), rect.height());
        let title = &session.lesson().title;
        crate::stage::the_end(title, size, view.words, &text, &mut self.list);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let place = TSTransform::from_translation(rect.min.to_vec2());
        paint_at(&painter, &self.list, place, session.has_contrast());
        let said = view.words.text("wall-the-end").to_owned();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(said);
            node.set_live(Live::Polite);
        });
        response
    }

    /// Paints a stop small, as it will be.
    pub fn show_small(
        &mut self,
        ui: &Ui,
        view: &ViewContext<'_>,
        session: &mut Session,
        (stop, held): (&Stop, Held),
        (rect, least): (Rect, Option<f32>),
    ) {
        let versions = Versions::of_stop(session, stop, view);
        let day = (stop.picture() == Some(StopPicture::Day))
            .then(|| self.days.of(&versions.shown.0))
            .flatten();
        // Letters that are smaller than a screen has them are drawn larger and shrunk.
        let plan = self.small_plan.of(stop, view);
        let shrunk = (LEAST_WIDTH / rect.width()).max(1.0);
        let text = FontWidths { ctx: ui.ctx(), known: &self.widths };
        let stop_view = StopView {
            blueprint: view.editor.blueprint(),
            shown: figured(&versions.shown),
            other: versions.other.as_ref().map(figured),
            before: versions.before.as_ref().map(figured),
            frontier: None,
            plan: plan.as_deref(),
            stop,
            held,
            pill: Pill::Scenario(versions.shown.0.name()),
            is_flipped: false,
            is_small: true,
            day: day.as_deref(),
            played: None,
            is_bare: false,
            hands: &[],
            changed: &[],
            follows: false,
            spotlight: &[],
            page: 0,
            on_desk: false,
            size: Size::new(rect.width() * shrunk, rect.height() * shrunk),
            words: view.words,
            text: &text,
        };
        let _ = crate::stage::small_wall(
            &stop_view,
            least.map(|least| least * shrunk),
            &mut self.scratch,
            &mut self.list,
        );
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let place = TSTransform::new(rect.min.to_vec2(), 1.0 / shrunk);
        paint_at(&painter, &self.list, place, session.has_contrast());
    }
}

/// How much larger a part is shown.
const ZOOM: f32 = 2.0;

/// A wall that is narrower, in points, is drawn so wide and shrunk.
const LEAST_WIDTH: f32 = 560.0;

/// Paints a list, whose shapes are counted from its own upper left corner, at a place.
pub(super) fn paint_at(
    painter: &egui::Painter,
    list: &DisplayList,
    place: TSTransform,
    has_contrast: bool,
) {
    let (ctx, layer, bounds) = (painter.ctx(), painter.layer_id(), painter.clip_rect());
    let next = || ctx.graphics_mut(|graphics| graphics.entry(layer).next_idx());
    let first = next();
    // What is clipped here is moved along with the shapes.
    let mut own = painter.clone();
    own.set_clip_rect(place.inverse() * bounds);
    if has_contrast {
        paint::paint_in(&own, list, &theme::projector_palette(ctx));
    } else {
        paint::paint(&own, list);
    }
    let end = next();
    ctx.graphics_mut(|graphics| {
        graphics.entry(layer).transform_range(first, end, place);
    });
}
