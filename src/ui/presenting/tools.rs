//! What a class is shown something with: pointer, pen, spotlight, zoom. Where they are is a part of the wall, so
//! that what is pointed at on the desk is seen on the wall.

use std::collections::VecDeque;

use egui::{Event, PointerButton, Pos2, Rect, Response, Stroke, Ui, Vec2, vec2};

use crate::presenting::Tool;
use crate::ui::theme::Tokens;

/// How long the trail of the pointer is seen, in seconds.
const TRAIL_S: f64 = 0.4;

/// A stroke of the pen, in parts of the wall.
#[derive(Clone, Debug, Default)]
struct Line {
    points: Vec<Vec2>,
    /// Whether it stays on the next stop.
    stays: bool,
}

/// Where the tools are, in parts of the wall: 0 is left or top, 1 right or bottom.
#[derive(Debug, Default)]
pub(super) struct Tools {
    pointer: Option<Vec2>,
    size: Vec2,
    trail: VecDeque<(f64, Vec2)>,
    lines: Vec<Line>,
    drawing: bool,
    /// What is shown large: from the corner of the wall to that of the larger one, in parts of the wall, and how much
    /// larger it is.
    zoomed: Option<(Vec2, f32)>,
}

impl Tools {
    /// Where the pointer is.
    pub fn pointer_at(&self) -> Option<Vec2> {
        self.pointer
    }

    /// How large the wall was, in points.
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// Another stop: only strokes that stay are left.
    pub fn turn_over(&mut self) {
        self.lines.retain(|line| line.stays);
        self.drawing = false;
        self.zoomed = None;
    }

    /// Takes all strokes away.
    pub fn wipe(&mut self) {
        self.lines.clear();
        self.drawing = false;
    }

    /// From the corner of the wall to that of what is shown large: a card is in the middle then, else the point under the
    /// pointer stays.
    pub fn zoomed_at(&mut self, rect: Rect, zoom: f32, card: Option<Vec2>) -> Vec2 {
        if zoom <= 1.0 {
            self.zoomed = None;
            return Vec2::ZERO;
        }
        let (shift, _) = *self.zoomed.get_or_insert_with(|| {
            let shift = match card {
                Some(middle) => vec2(0.5, 0.5) - middle * zoom,
                None => self.pointer.unwrap_or(vec2(0.5, 0.5)) * (1.0 - zoom),
            };
            (shift, zoom)
        });
        shift * rect.size()
    }

    /// Follows the pointer over the wall and paints what is in hand and what was drawn.
    pub fn show(&mut self, ui: &Ui, response: &Response, tool: Option<Tool>, unit: f32) {
        let rect = response.rect;
        self.size = rect.size();
        let part = |at: Pos2| (at - rect.min) / rect.size();
        let over = response.hover_pos().or(response.interact_pointer_pos());
        if let Some(at) = over.filter(|at| rect.contains(*at)) {
            self.pointer = Some(part(at));
        }
        let now = ui.input(|input| input.time);
        if matches!(tool, Some(Tool::Draw | Tool::Erase)) {
            self.follow_pen(ui, response, tool == Some(Tool::Draw));
        } else {
            self.drawing = false;
        }
        let whole = |at: &Vec2| rect.min + *at * rect.size();
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let tokens = Tokens::of(ui.ctx());
        // Strokes grow with what they were drawn on.
        let (shift, zoom) = self.zoomed.unwrap_or((Vec2::ZERO, 1.0));
        let drawn = |at: &Vec2| whole(&(*at * zoom + shift));
        let pen = Stroke::new(unit * 0.22 * zoom, tokens.bad);
        for line in &self.lines {
            if let [dot] = line.points.as_slice() {
                painter.circle_filled(drawn(dot), pen.width / 2.0, pen.color);
            } else {
                painter.line(line.points.iter().map(drawn).collect(), pen);
            }
        }
        if tool == Some(Tool::Pointer)
            && let Some(at) = self.pointer
        {
            self.trail.retain(|(time, _)| now - time < TRAIL_S);
            if self.trail.back().is_none_or(|(_, last)| (*last - at).length() > 1e-4) {
                self.trail.push_back((now, at));
            }
            for (time, at) in &self.trail {
                // How pale a dot is needs no more digits.
                #[allow(clippy::cast_possible_truncation)]
                let left = 1.0 - ((now - time) / TRAIL_S).clamp(0.0, 1.0) as f32;
                painter.circle_filled(
                    whole(at),
                    unit * 0.5 * left,
                    tokens.bad.gamma_multiply(0.35 * left),
                );
            }
            painter.circle_filled(whole(&at), unit * 0.5, tokens.bad);
            if self.trail.len() > 1 {
                ui.ctx().request_repaint();
            }
        }
    }

    /// Follows pen or eraser through everything that the pointer did since the last pass: a quick stroke may begin, run
    /// and end between two of them.
    fn follow_pen(&mut self, ui: &Ui, response: &Response, draws: bool) {
        let (rect, layer, ctx) = (response.rect, response.layer_id, ui.ctx());
        let part = |at: Pos2| (at - rect.min) / rect.size();
        let (events, stays) = ui.input(|input| (input.events.clone(), input.modifiers.shift));
        for event in events {
            match event {
                Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } => {
                    // What lies over the wall is pressed instead.
                    let is_wall = || ctx.layer_id_at(pos).is_none_or(|other| other == layer);
                    if pressed && rect.contains(pos) && is_wall() {
                        self.drawing = true;
                        if draws {
                            self.lines.push(Line { points: Vec::new(), stays });
                        }
                    }
                    if self.drawing {
                        self.touch(part(pos), draws);
                    }
                    self.drawing &= pressed;
                }
                Event::PointerMoved(pos) if self.drawing => self.touch(part(pos), draws),
                Event::PointerGone => self.drawing = false,
                _ => {}
            }
        }
    }

    /// The pen, or else the eraser, touches the wall.
    fn touch(&mut self, at: Vec2, draws: bool) {
        if !draws {
            self.lines.retain(|line| !line.passes(at));
        } else if let Some(line) = self.lines.last_mut()
            && line.points.last() != Some(&at)
        {
            line.points.push(at);
        }
    }
}

impl Line {
    /// Whether it passes near a point.
    fn passes(&self, at: Vec2) -> bool {
        let near = |from: Vec2, to: Vec2| {
            let way = to - from;
            let part = ((at - from).dot(way) / way.length_sq().max(1e-9)).clamp(0.0, 1.0);
            (from + way * part - at).length() < 0.02
        };
        let alone = self.points.first().is_some_and(|point| near(*point, *point));
        alone || self.points.windows(2).any(|ends| matches!(ends, [from, to] if near(*from, *to)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tools() -> Tools {
        let line = |x: f32, stays| Line { points: vec![vec2(x, 0.5)], stays };
        Tools { lines: vec![line(0.2, false), line(0.8, true)], drawing: true, ..Tools::default() }
    }

    #[test]
    fn strokes_fade_on_the_next_stop_but_for_those_that_stay() {
        let mut tools = tools();
        tools.turn_over();
        assert!(tools.lines.len() == 1 && tools.lines[0].stays && !tools.drawing);
        tools.wipe();
        assert!(tools.lines.is_empty());
    }

    #[test]
    fn a_stroke_is_erased_where_it_is_touched() {
        let tools = tools();
        let passes = |at: Vec2| tools.lines.iter().filter(|line| line.passes(at)).count();
        assert_eq!(passes(vec2(0.21, 0.5)), 1);
        assert_eq!(passes(vec2(0.5, 0.5)), 0);
    }

    #[test]
    fn what_is_under_the_pointer_stays_where_it_is_when_shown_large() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 900.0));
        let mut tools = Tools { pointer: Some(vec2(0.25, 0.5)), ..Tools::default() };
        let around = tools.zoomed_at(rect, 2.0, None);
        let under = vec2(0.25, 0.5) * rect.size();
        assert_eq!(under * 2.0 + around, under);
        tools.pointer = Some(vec2(0.9, 0.9));
        let card = vec2(0.95, 0.9);
        assert_eq!(tools.zoomed_at(rect, 2.0, Some(card)), around, "it does not run after it");
        assert_eq!(tools.zoomed_at(rect, 1.0, None), Vec2::ZERO);
        assert_ne!(tools.zoomed_at(rect, 2.0, None), around);
        assert_eq!(tools.zoomed_at(rect, 1.0, None), Vec2::ZERO);
        let around = tools.zoomed_at(rect, 2.0, Some(card));
        let middle = card * rect.size() * 2.0 + around;
        assert!(
            (middle - rect.size() / 2.0).length() < 0.01,
            "a card at the edge is in the middle"
        );
    }

    #[test]
    fn strokes_grow_with_what_they_were_drawn_on() {
        let ctx = egui::Context::default();
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 900.0));
        let mut tools = tools();
        tools.lines.truncate(1);
        let mut dot_at = |zoom: f32| {
            tools.zoomed_at(screen, zoom, Some(vec2(0.2, 0.5)));
            let input = egui::RawInput { screen_rect: Some(screen), ..Default::default() };
            let mut output = ctx.run_ui(input, |ui| {
                let response =
                    ui.interact(screen, ui.scope_id().with("wall"), egui::Sense::click());
                tools.show(ui, &response, None, 25.0);
            });
            output.textures_delta.clear();
            let dots = output.shapes.iter().filter_map(|shape| match &shape.shape {
                egui::Shape::Circle(dot) => Some((dot.center, dot.radius)),
                _ => None,
            });
            dots.collect::<Vec<_>>()
        };
        let small = dot_at(1.0);
        let large = dot_at(2.0);
        assert_eq!((small[0].0, large[0].0), (Pos2::new(320.0, 450.0), Pos2::new(800.0, 450.0)));
        assert!((large[0].1 - 2.0 * small[0].1).abs() < 1e-3);
    }

    #[test]
    fn a_stroke_that_begins_and_ends_between_two_passes_is_drawn() {
        let ctx = egui::Context::default();
        let (mut tools, whole) = (Tools::default(), vec2(1600.0, 900.0));
        let mut pass = |events: Vec<Event>, tool: Tool| {
            let screen = Rect::from_min_size(Pos2::ZERO, whole);
            let input = egui::RawInput { screen_rect: Some(screen), events, ..Default::default() };
            let mut output = ctx.run_ui(input, |ui| {
                let sense = egui::Sense::click_and_drag();
                let response = ui.interact(screen, ui.scope_id().with("wall"), sense);
                tools.show(ui, &response, Some(tool), 25.0);
            });
            output.textures_delta.clear();
            tools.lines.iter().map(|line| line.points.len()).collect::<Vec<_>>()
        };
        let button = |x: f32, pressed| Event::PointerButton {
            pos: Pos2::new(x, 450.0),
            button: PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let moved = |x: f32| Event::PointerMoved(Pos2::new(x, 450.0));
        assert!(pass(vec![moved(100.0)], Tool::Draw).is_empty());
        let stroke = vec![
            button(100.0, true),
            moved(300.0),
            moved(500.0),
            moved(700.0),
            button(700.0, false),
        ];
        assert_eq!(pass(stroke, Tool::Draw), [4]);
        assert_eq!(pass(vec![moved(900.0)], Tool::Draw), [4], "the pen is up");
        assert_eq!(pass(vec![button(900.0, true), moved(950.0)], Tool::Draw), [4, 2]);
        assert_eq!(pass(Vec::new(), Tool::Draw), [4, 2], "it rests");
        assert_eq!(pass(vec![moved(990.0), button(990.0, false)], Tool::Draw), [4, 3]);
        // A stroke is erased wherever it is touched, also between two of its points.
        let erased = vec![moved(400.0), button(400.0, true), button(400.0, false)];
        assert_eq!(pass(erased, Tool::Erase), [3]);
    }
}
