//! What a link means that was just drawn: for a moment the kinds stand beside it to choose from.
//!
//! They cover nothing for long, take no keys and are never needed: the inspector and the context
//! menu of the link have the same choice.

use egui::{Area, Button, Frame, Id, Order, Pos2, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::blueprint::{Link, LinkId, LinkKind, StepId};
use crate::drawing::{Point, Route};
use crate::editor::Edit;
use crate::ui::view_context::ViewContext;

use super::gesture::Gesture;
use super::{Canvas, paint};

/// How long the kinds stand there, in seconds.
const STAYS: f64 = 2.0;
/// How long they stay once the pointer has left them, in seconds.
const LINGERS: f64 = 0.8;
/// How far from the link they stand, in screen points.
const AWAY: f32 = 22.0;
/// About how large they are together, in screen points.
const ABOUT: Vec2 = Vec2::new(210.0, 30.0);
/// About how large the words of a link are, in screen points.
const WORDS: Vec2 = Vec2::new(72.0, 22.0);

/// The choice beside a link.
pub(super) struct KindChip {
    /// Where the link starts.
    from: StepId,
    /// How many links there were before it.
    before: usize,
    /// The link, once it is there.
    link: Option<LinkId>,
    /// Until when the choice is shown, in seconds.
    until: f64,
    /// Where it was shown last.
    shown: Option<egui::Rect>,
}

impl Canvas {
    /// Has the kinds stand beside the link that is about to be drawn from a card.
    pub(super) fn offer_kinds(&mut self, view: &ViewContext<'_>, from: StepId) {
        let before = view.scenario.links().len();
        self.chip = Some(KindChip { from, before, link: None, until: f64::INFINITY, shown: None });
    }

    /// Shows the kinds beside the link that was drawn a moment ago.
    pub(super) fn show_kind_chip(&mut self, ui: &Ui, view: &mut ViewContext<'_>) {
        let Some(mut chip) = self.chip.take() else { return };
        let now = ui.input(|input| input.time);
        if chip.link.is_none() {
            if view.scenario.links().len() <= chip.before {
                // The edit is done at the end of the pass that asks for it, or it was refused.
                if chip.until.is_infinite() {
                    chip.until = now + STAYS;
                    self.chip = Some(chip);
                }
                return;
            }
            let newest = view.scenario.links().iter().next_back();
            chip.link = newest.filter(|(_, link)| link.from == chip.from).map(|(id, _)| *id);
            chip.until = now + STAYS;
        }
        // While the pointer rests on it no frame comes that could have put the end off.
        let pointer = ui.input(|input| input.pointer.hover_pos());
        if pointer.is_some_and(|at| chip.shown.is_some_and(|shown| shown.contains(at))) {
            chip.until = chip.until.max(now + LINGERS);
        }
        let busy = !matches!(self.gesture, Gesture::Nothing);
        let there = chip.link.and_then(|id| Some((id, view.scenario.links().get(&id)?)));
        let Some((id, link)) = there.filter(|_| now < chip.until && !busy) else { return };
        let kinds = view.scenario.possible_link_kinds(link, Some(id));
        let Some(at) = self.routes.route(id).and_then(|route| self.beside(route)) else { return };
        if kinds.len() < 2 {
            return;
        }
        let (link, area) = (Link::clone(link), paint::rect(self.sight.area()));
        let shown = Area::new(Id::unique("kinds of the new link"))
            .order(Order::Middle)
            .pivot(egui::Align2::CENTER_CENTER)
            .fixed_pos(at)
            .constrain_to(area)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).inner_margin(2.0).show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing = Vec2::new(2.0, 0.0);
                        kind_buttons(ui, view, id, &link, &kinds);
                    });
                });
            });
        chip.shown = Some(shown.response.rect);
        let left = (chip.until - now).max(0.01);
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
        self.chip = Some(chip);
    }

    /// A place beside the middle of a link.
    fn beside(&self, route: &Route) -> Option<Pos2> {
        let id = route.link;
        // A link from row to row is told where it ends.
        let ends = [route.points.first(), route.points.last()].map(Option::<&Point>::copied);
        if let [Some(from), Some(to)] = ends
            && self.sight.pane_of(from.x) != self.sight.pane_of(to.x)
        {
            return Some(self.off_cards(id, paint::pos(self.sight.screen_from_sheet(to)), false));
        }
        let length: f32 = route.points.windows(2).map(length_of).sum();
        let mut left = length / 2.0;
        for piece in route.points.windows(2) {
            let [a, b] = piece else { continue };
            let here = length_of(piece);
            if left <= here {
                let middle = a.towards(*b, if here > 0.0 { left / here } else { 0.0 });
                let upright = (b.y - a.y).abs() > (b.x - a.x).abs();
                let on_screen = paint::pos(self.sight.screen_from_sheet(middle));
                return Some(self.off_cards(id, on_screen, upright));
            }
            left -= here;
        }
        None
    }
}

impl Canvas {
    /// The nearest place beside a point of a link where the choice covers nothing: no card, no field in
    /// which something is typed, no other link and its words. Where there is none, other links may run
    /// below it, at worst their words too.
    fn off_cards(&self, id: LinkId, at: Pos2, upright: bool) -> Pos2 {
        let (side, over) = (5.0 * AWAY, 1.5 * AWAY);
        let beside = [Vec2::new(side, 0.0), Vec2::new(-side, 0.0)];
        let above = [Vec2::new(0.0, -over), Vec2::new(0.0, over)];
        let first = if upright { [beside, above] } else { [above, beside] };
        let farther = (2_u8..6).flat_map(|times| {
            let times = f32::from(times);
            [-1.0, 1.0, 0.0]
                .into_iter()
                .flat_map(move |x| [-times, times].map(|y| Vec2::new(x * side, y * over)))
        });
        let places = || first.into_iter().flatten().chain(farther.clone());
        let around = |away: &Vec2| egui::Rect::from_center_size(at + *away, ABOUT);
        let is_free = |away: &Vec2| {
            let rect = around(away);
            let seen = paint::rect(self.sight.area()).contains_rect(rect);
            let types = self.field_shown.is_some_and(|field| field.intersects(rect));
            seen && !types && !self.lies_on_cards(paint::from_egui(rect))
        };
        let wordless = |away: &Vec2| is_free(away) && !self.lies_on_words(around(away));
        let alone = |away: &Vec2| wordless(away) && !self.lies_on_links(id, around(away));
        let found = places().find(alone).or_else(|| places().find(wordless));
        let found = found.or_else(|| places().find(is_free)).or_else(|| places().next());
        at + found.unwrap_or_default()
    }

    /// Whether words of links are seen in a part of the window.
    fn lies_on_words(&self, on_screen: egui::Rect) -> bool {
        self.routes.all().iter().filter_map(|route| route.label).any(|at| {
            let at = paint::pos(self.sight.screen_from_sheet(at));
            egui::Rect::from_center_size(at, WORDS).intersects(on_screen)
        })
    }

    /// Whether links but one are seen in a part of the window.
    fn lies_on_links(&self, id: LinkId, on_screen: egui::Rect) -> bool {
        let others = self.routes.all().iter().filter(|route| route.link != id);
        let mut pieces = others.flat_map(Route::pieces);
        pieces.any(|piece| paint::rect(self.sight.rect_on_screen(piece)).intersects(on_screen))
    }
}

fn length_of(piece: &[Point]) -> f32 {
    if let [a, b] = piece { a.distance(*b) } else { 0.0 }
}

/// A button for each kind; what a link cannot be is greyed.
fn kind_buttons(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    id: LinkId,
    link: &Link,
    kinds: &[LinkKind],
) {
    for kind in LinkKind::ALL {
        let word = view.words.link_kind(kind).to_owned();
        let on = link.kind == kind;
        let response =
            ui.add_enabled(kinds.contains(&kind), Button::selectable(on, word.as_str()).small());
        let named = view.words.with("link-chip", &[("kind", word.into())]);
        let enabled = response.enabled();
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, on, &named));
        if response.on_hover_text(view.words.link_meaning(kind)).clicked() && !on {
            view.edit(Edit::SetLink(id, Link { kind, ..link.clone() }));
        }
    }
}
