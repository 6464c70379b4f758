//! The left column: what is wanted, and what must be kept to.

use egui::{
    Align, Align2, CornerRadius, Layout, Margin, Rect, RichText, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, vec2,
};

use super::new_rule::NewRule;
use super::rules::Rule;
use super::target::Aim;
use super::{Redesign, View};
use crate::ui::controls::{elided, section_head, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};

/// Height of the foot.
const FOOT: f32 = 36.0;
/// The widest limit of a job that can be asked for.
const WIDEST: u32 = 60;

impl Redesign {
    /// Shows target, rules and how far the search is.
    pub(super) fn goal_column(&mut self, ui: &mut Ui, view: &View<'_>) {
        self.above_foot(
            ui,
            "goal scrolls",
            FOOT,
            |this, ui| {
                ui.set_max_width(ui.available_width() - 2.0);
                section_head(ui, view.tokens, view.words.text("advisor-target"));
                for aim in Aim::ALL {
                    this.target_row(ui, view, aim);
                }
                ui.add_space(12.0);
                section_head(ui, view.tokens, view.words.text("advisor-rules"));
                this.rule_lines(ui, view);
                ui.add_space(4.0);
                this.add_rule(ui, view);
            },
            |this, ui| this.state_of_search(ui, view),
        );
    }

    fn target_row(&mut self, ui: &mut Ui, view: &View<'_>, aim: Aim) {
        let View { words, tokens, .. } = *view;
        let is_on = self.target.aim == aim;
        let name = words.text(aim.key());
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
        let (fill, edge, ink) = if is_on {
            (tokens.accent_wash, tokens.accent, tokens.accent)
        } else {
            (tokens.background, tokens.hairline, tokens.ink)
        };
        let edge = if response.has_focus() { tokens.accent } else { edge };
        ui.painter().rect(
            rect,
            CornerRadius::same(7),
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let unit = match aim {
            Aim::Rate => words.text("advisor-per-hour"),
            Aim::People => words.text("advisor-unit-people"),
            Aim::Cost => view.currency,
        };
        let inside = rect.shrink2(vec2(10.0, 3.0));
        let letters = font(if is_on { Weight::Semibold } else { Weight::Regular }, BODY);
        let unit = elided(ui, unit, font(Weight::Regular, SMALL), tokens.muted, 44.0);
        let field_right = inside.right() - unit.size().x - 4.0;
        let unit_at = Align2::LEFT_CENTER
            .anchor_size(egui::pos2(field_right + 4.0, rect.center().y), unit.size());
        ui.painter().galley(unit_at.min, unit, tokens.muted);
        let field = Rect::from_min_max(
            egui::pos2(field_right - 62.0, inside.top()),
            egui::pos2(field_right, inside.bottom()),
        );
        let name_galley = elided(ui, name, letters, ink, field.left() - inside.left() - 4.0);
        let at = egui::pos2(inside.left(), rect.center().y - name_galley.size().y / 2.0);
        ui.painter().galley(at, name_galley, ink);
        if response.clicked() && self.typed[aim as usize].1 {
            self.target.aim = aim;
        }
        let (text, is_number) = &mut self.typed[aim as usize];
        let colour = if *is_number { tokens.ink } else { tokens.bad };
        let ground = if is_on { tokens.panel } else { tokens.background };
        let edit = TextEdit::singleline(text)
            .id(egui::Id::unique(("redesign target", aim as u8)))
            .font(font(Weight::Semibold, BODY))
            .text_color(colour)
            .background_color(ground)
            .align(Align2::RIGHT_CENTER)
            .margin(Margin::symmetric(6, 2))
            .char_limit(16)
            .desired_width(50.0)
            .min_size(vec2(62.0, 26.0));
        let field = ui
            .scope_builder(UiBuilder::new().max_rect(field).id_salt(("field", aim as u8)), |ui| {
                ui.add(edit)
            });
        let field = field.inner;
        let _ = field.clone().accessible_name(name);
        if field.changed() {
            *is_number = self.target.read(aim, text);
            if *is_number {
                self.target.aim = aim;
            }
        }
        if field.lost_focus() {
            // What is no number gives way to the last one that was.
            *text = self.target.text(aim);
            *is_number = aim != Aim::Cost || self.target.cost.is_some();
        }
    }

    fn rule_lines(&mut self, ui: &mut Ui, view: &View<'_>) {
        let View { words, tokens, scenario, .. } = *view;
        let mut removed = None;
        ui.spacing_mut().item_spacing.y = 4.0;
        for at in 0..self.rules.lines.len() {
            let line = &mut self.rules.lines[at];
            let said = line.rule.words(words, scenario);
            let width = ui.available_width();
            ui.allocate_ui_with_layout(
                vec2(width, 24.0),
                Layout::right_to_left(Align::Center),
                |ui| {
                    ui.set_min_height(24.0);
                    ui.spacing_mut().item_spacing.x = 0.0;
                    if line.rule.is_removable() {
                        let name = words.with("rule-remove", &[("rule", said.as_str().into())]);
                        if small_button(ui, view, icons::X, &name) {
                            removed = Some(at);
                        }
                    } else if let Rule::Widest(count) = &mut line.rule {
                        let now = count.get();
                        let more = (icons::PLUS, "rule-wider", now.saturating_add(1));
                        let less = (icons::MINUS, "rule-narrower", now.saturating_sub(1));
                        for (icon, key, next) in [more, less] {
                            let next = next.clamp(1, WIDEST);
                            if small_button(ui, view, icon, words.text(key)) {
                                *count = std::num::NonZeroU32::new(next).unwrap_or(*count);
                                line.on = true;
                            }
                        }
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                        ui.spacing_mut().icon_spacing = 8.0;
                        let ink = if line.on { tokens.ink } else { tokens.muted };
                        let text = RichText::new(&said).color(ink);
                        let response = ui.add(egui::Checkbox::new(&mut line.on, text));
                        response.on_hover_text(&said);
                    });
                },
            );
        }
        if let Some(removed) = removed {
            self.rules.lines.remove(removed);
        }
    }

    fn add_rule(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        if self.tasks.len() < 2 {
            return;
        }
        let Some(new) = &mut self.new_rule else {
            if ui.link(words.text("rule-add")).clicked() {
                self.new_rule = Some(NewRule::default());
            }
            return;
        };
        let answer = new.show(ui, view, &self.tasks);
        match answer {
            Some(Some(rule)) => {
                self.rules.add(rule);
                self.new_rule = None;
            }
            Some(None) => self.new_rule = None,
            None => {}
        }
    }

    /// How far the search is, or how good its answer.
    fn state_of_search(&mut self, ui: &mut Ui, view: &View<'_>) {
        let View { words, tokens, .. } = *view;
        let rect = ui.max_rect();
        ui.painter().rect(
            rect,
            CornerRadius::same(7),
            tokens.background,
            Stroke::new(1.0, tokens.hairline),
            StrokeKind::Inside,
        );
        if let Some(part) = self.search.part_done() {
            let track = rect.shrink(1.0);
            let bar = track.with_min_y(track.bottom() - 3.0);
            let done = bar.with_max_x(bar.left() + bar.width() * part);
            ui.painter().rect_filled(done, CornerRadius::same(2), tokens.accent);
        }
        let inside = rect.shrink2(Vec2::new(10.0, 4.0));
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(inside).layout(layout), |ui| {
            let said = if self.search.is_stale() {
                if self.search.part_done().is_some()
                    && ui.link(words.text("advisor-stop")).clicked()
                {
                    self.search.stop();
                }
                words.text("advisor-searching").to_owned()
            } else if self.is_complete() {
                self.quality(view)
            } else if self.search.answer().is_some_and(Result::is_ok) {
                if ui.link(words.text("advisor-again")).clicked() {
                    self.search.again();
                }
                words.text("advisor-stopped").to_owned()
            } else {
                words.text("advisor-nothing").to_owned()
            };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                small(ui, tokens, &said).on_hover_text(&said);
            });
        });
    }

    fn is_complete(&self) -> bool {
        matches!(self.search.answer(), Some(Ok(found)) if found.frontier.complete)
    }

    /// How good the point that is shown is.
    fn quality(&self, view: &View<'_>) -> String {
        let words = view.words;
        let Some((found, point, _)) = self.shown() else { return String::new() };
        if !point.proven {
            let most = words.rate(point.at_most_per_hour);
            return words.with("advisor-best-found", &[("rate", most.into())]);
        }
        let count: usize = found.frontier.points.iter().map(|point| point.design_count).sum();
        words.with("advisor-proven", &[("count", count.into())])
    }
}

/// A button of a rule, quiet until it is pointed at.
fn small_button(ui: &mut Ui, view: &View<'_>, icon: &str, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let is_near = response.hovered() || response.has_focus();
    if is_near {
        ui.painter().rect_filled(rect, CornerRadius::same(5), view.tokens.accent_wash);
    }
    let ink = if is_near { view.tokens.ink } else { view.tokens.faint };
    let letters = crate::ui::fonts::icon(13.0);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, letters, ink);
    response.on_hover_text(name).clicked()
}
