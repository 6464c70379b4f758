//! What is said at the pointer: what a drag would do, and what a thing that is pointed at is for.

use egui::{
    Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::blueprint::LinkId;
use crate::drawing::{Hit, Outdated, Point, Scene, SheetFigures, hidden_figure, sheet_area};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

use super::gesture::Gesture;
use super::{Canvas, paint};

/// How wide a hint becomes before it breaks, in points.
const WIDEST: f32 = 340.0;

impl Canvas {
    /// What is said at the pointer while something is dragged.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_ref().map(|(_, text)| text.as_str())
    }

    /// Says at the pointer what a drag would do.
    pub(super) fn show_hint(&self, ui: &Ui, view: &ViewContext<'_>) {
        let Some((at, said)) = &self.hint else { return };
        let tokens = view.tokens;
        let area = paint::rect(self.sight.viewport());
        let painter = ui.painter().with_clip_rect(area);
        let letters = self.look.wall.unwrap_or(SMALL);
        let widest = WIDEST * letters / SMALL;
        let text = painter.layout(said.clone(), font(Weight::Medium, letters), tokens.ink, widest);
        let size = text.size() + Vec2::new(20.0, 12.0);
        let corner = *at + Vec2::new(16.0, 18.0);
        let corner: Pos2 = corner.min(area.max - size - Vec2::splat(4.0)).max(area.min);
        let frame = Rect::from_min_size(corner, size);
        let stroke = Stroke::new(1.0, tokens.accent);
        painter.rect(frame, 6.0, tokens.accent_wash, stroke, StrokeKind::Inside);
        painter.galley(frame.min + Vec2::new(10.0, 6.0), text, tokens.ink);
        // It is read out too, and takes nothing from the pointer.
        let words = ui.interact(frame, Id::unique("hint at the pointer"), Sense::hover());
        words.widget_info(|| WidgetInfo::labeled(Role::Status, true, said));
    }

    /// Says what the border, line or name that is pointed at is for, of a card the figure that it
    /// has no room for, and of a link where it leads if that is out of sight.
    pub(super) fn show_help(&self, ui: &Ui, response: &Response, view: &ViewContext<'_>) {
        if !matches!(self.gesture, Gesture::Nothing) || self.renaming.is_some() {
            return;
        }
        if let (Some(Hit::Card(step)), Some(at)) = (self.look.hovered, self.look.pointer) {
            let hidden = |scene: &Scene<'_>| hidden_figure(scene, step);
            let outdated = view.card_figures().outdated(step);
            let figure = self.with_scene_at(view, ui, at, hidden).map(|figure| {
                if outdated.says {
                    view.words.with("figure-before", &[("value", figure.into())])
                } else {
                    figure
                }
            });
            // What stands in grey says why.
            let is_grey = outdated != Outdated::default();
            let said = figure.or_else(|| is_grey.then(|| view.text("headline-before").to_owned()));
            if let Some(said) = said {
                response.clone().on_hover_text_at_pointer(said);
            }
            return;
        }
        if let (Some(Hit::Link(link)), Some(at)) = (self.look.hovered, self.look.pointer) {
            if self.leads_out_of_sight(link, at, view) {
                let text = view.words.link(link, view.scenario);
                response.clone().on_hover_text_at_pointer(text);
            }
            return;
        }
        let key = match self.look.hovered {
            Some(Hit::LaneBorder(_)) => "lane-border-help",
            Some(Hit::PhaseBorder(_)) => "phase-border-help",
            Some(Hit::PhaseCut(..)) => "phase-cut-help",
            Some(Hit::LaneName(_)) => "lane-name-help",
            Some(Hit::PhaseName(_)) => "phase-name-help",
            Some(Hit::Line(line)) => {
                let line = view.words.line(line);
                let text = view.words.with("line-help", &[("line", line.into())]);
                response.clone().on_hover_text_at_pointer(text);
                return;
            }
            _ => return,
        };
        response.clone().on_hover_text_at_pointer(view.text(key));
    }

    /// Whether a link that is pointed at joins a card that is not seen in the row of the pointer.
    fn leads_out_of_sight(&self, link: LinkId, at: Point, view: &ViewContext<'_>) -> bool {
        let (Some(link), Some(pane)) = (view.scenario.links().get(&link), self.sight.pane_at(at))
        else {
            return false;
        };
        let seen = pane.camera.rect_on_sheet(sheet_area(pane.viewport));
        [Some(link.from), link.to.step()]
            .into_iter()
            .flatten()
            .filter_map(|step| self.geometry.card(step))
            .any(|card| !seen.contains(card.rect.centre()))
    }
}
