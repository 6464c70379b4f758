//! The left column: what is wanted, and what must be kept to.

use egui::{
    Align2, CornerRadius, Key, Margin, Rect, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, Vec2, WidgetInfo, accesskit::Role, vec2,
};

use super::new_rule::{Left, NewRule};
use super::rules::{Rule, RuleLine};
use super::target::Aim;
use super::{Redesign, View};
use crate::analysis::Basis;
use crate::ui::controls::{elided, section_head};
use crate::ui::fields::bubble;
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::theme::{BODY, SMALL};
use crate::ui::three_columns::{Check, StateOfWork, above_foot};

/// Height of the foot and of a rule.
const FOOT: f32 = 36.0;
const LINE: f32 = 27.0;
/// Room for the unit behind a field.
const UNIT: f32 = 40.0;
/// The widest limit of a job that can be asked for.
const WIDEST: u32 = 60;

impl Redesign {
    /// Shows target, rules and how far the search is.
    pub(super) fn goal_column(&mut self, ui: &mut Ui, view: &View<'_>) {
        above_foot(
            ui,
            "goal scrolls",
            FOOT,
            self,
            |this, ui| {
                ui.set_max_width(ui.available_width() - 2.0);
                section_head(ui, view.tokens, view.words.text("advisor-target"));
                ui.spacing_mut().item_spacing.y = 6.0;
                for aim in Aim::ALL {
                    this.target_row(ui, view, aim);
                }
                ui.add_space(12.0);
                section_head(ui, view.tokens, view.words.text("advisor-rules"));
                this.rule_lines(ui, view);
                ui.add_space(4.0);
                this.add_rule(ui, view);
                this.taken_for_granted(ui, view);
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
        let per = words.rate_unit();
        let unit = match aim {
            Aim::Rate => per.as_str(),
            Aim::People => words.text("advisor-unit-people"),
            Aim::Cost => view.currency,
        };
        let inside = rect.shrink2(vec2(10.0, 4.0));
        let letters = font(if is_on { Weight::Semibold } else { Weight::Regular }, BODY);
        let unit = elided(ui, unit, font(Weight::Regular, SMALL), tokens.muted, UNIT);
        let field_right = inside.right() - UNIT;
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
        let (ground, line) = if is_on {
            (tokens.panel, tokens.hairline)
        } else {
            (tokens.background, egui::Color32::TRANSPARENT)
        };
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
        let field = ui.scope_builder(
            UiBuilder::new().max_rect(field).id_salt(("field", aim as u8)),
            |ui| {
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, line);
                ui.add(edit)
            },
        );
        let field = field.inner;
        let _ = field.clone().accessible_name(name);
        if field.changed() {
            *is_number = self.target.read(aim, text, words.units()).is_ok();
            if *is_number {
                self.target.aim = aim;
            }
        }
        let given_up = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        let blank = text.trim().is_empty();
        if field.lost_focus() && (*is_number || given_up || blank) {
            *text = self.target.text(aim, words.units());
            *is_number = aim != Aim::Cost || self.target.cost.is_some();
        } else if !*is_number && !blank {
            // What cannot be read stays, with the reason, until it is corrected.
            let read = self.target.clone().read(aim, text, words.units());
            if let Err(refusal) = read {
                let id = egui::Id::unique(("redesign target refused", aim as u8));
                bubble(ui, tokens, id, field.rect, words.refusal(refusal));
            }
        }
    }

    fn rule_lines(&mut self, ui: &mut Ui, view: &View<'_>) {
        let mut removed = None;
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, line) in self.rules.lines.iter_mut().enumerate() {
            if rule_line(ui, view, at, line) {
                removed = Some(at);
            }
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
        match new.show(ui, view, &self.tasks) {
            Some(Left::Added(rule)) => {
                self.rules.add(rule);
                self.new_rule = None;
            }
            Some(Left::GivenUp) => self.new_rule = None,
            None => {}
        }
    }

    /// What the answer takes for granted, and what "proven best" leaves out.
    fn taken_for_granted(&self, ui: &mut Ui, view: &View<'_>) {
        let View { words, tokens, .. } = *view;
        let mut said = Vec::new();
        if self.assumed > 0 {
            said.push(words.with("redesign-assumed", &[("count", self.assumed.into())]));
        }
        if matches!(self.shown(), Some((found, point, _)) if found.frontier.is_less_than_today(point))
        {
            said.push(words.text("redesign-today-reaches-more").to_owned());
        }
        if self.is_free_between_decisions() {
            said.push(words.text("redesign-free-between-decisions").to_owned());
        }
        for line in said {
            ui.add_space(8.0);
            let line = RichText::new(line).font(font(Weight::Regular, SMALL)).color(tokens.muted);
            ui.add(egui::Label::new(line).wrap());
        }
    }

    fn is_free_between_decisions(&self) -> bool {
        let answer = self.search.answer();
        matches!(answer, Some(Ok(found)) if found.frontier.free_between_decisions)
    }

    /// How far the search is, or how good its answer.
    fn state_of_search(&mut self, ui: &mut Ui, view: &View<'_>) {
        let words = view.words;
        let done = self.search.part_done();
        let (said, link) = if self.search.is_stale() {
            (words.text("advisor-searching").to_owned(), done.map(|_| "advisor-stop"))
        } else if self.is_complete() {
            (self.quality(view), None)
        } else if self.search.answer().is_some_and(Result::is_ok) {
            (words.text("advisor-stopped").to_owned(), Some("advisor-again"))
        } else if self.search.is_lost() {
            (words.text("work-stopped").to_owned(), Some("button-try-again"))
        } else {
            (words.text("advisor-nothing").to_owned(), None)
        };
        let link = link.map(|key| words.text(key));
        if (StateOfWork { done, said: &said, link }).show(ui, view.tokens) {
            if self.search.is_stale() {
                self.search.stop();
            } else {
                self.search.again();
            }
        }
    }

    fn is_complete(&self) -> bool {
        matches!(self.search.answer(), Some(Ok(found)) if found.frontier.complete)
    }

    /// How good the point that is shown is.
    fn quality(&self, view: &View<'_>) -> String {
        let words = view.words;
        let Some((found, point, _)) = self.shown() else { return String::new() };
        if found.frontier.is_less_than_today(point) {
            let people = usize::try_from(found.frontier.today.staff).unwrap_or(usize::MAX);
            let arguments = [("people", words.counted("people", people).into())];
            return words.with("advisor-less-than-today", &arguments);
        }
        if !point.proven {
            let most = words.rate(point.at_most_per_hour);
            return words.with("advisor-best-found", &[("rate", most.into())]);
        }
        let people = usize::try_from(point.needed).unwrap_or(usize::MAX);
        let free = self.is_free_between_decisions();
        let key = if free { "advisor-proven-between" } else { "advisor-proven" };
        let proven = words.with(key, &[("people", words.counted("people", people).into())]);
        // A bound is proved to be the best bound, and no more.
        match self.shown().map(|(found, ..)| found.frontier.basis) {
            Some(Basis::UpperBound) => {
                words.with("advisor-proven-at-most", &[("proven", proven.into())])
            }
            _ => proven,
        }
    }
}

/// A rule that can be ticked; answers whether it is to be taken off the list.
fn rule_line(ui: &mut Ui, view: &View<'_>, at: usize, line: &mut RuleLine) -> bool {
    let View { words, tokens, scenario, .. } = *view;
    let mut said = line.rule.words(words, scenario);
    if line.held {
        said = words.with("rule-held", &[("rule", said.into())]);
    }
    let size = vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let response = response.on_hover_text(&said);
    response
        .widget_info(|| WidgetInfo::selected(Role::CheckBox, !line.held, line.on, said.as_str()));
    if response.clicked() && !line.held {
        line.on = !line.on;
    }
    let buttons = Buttons { rect, view, salt: at };
    let mut removed = false;
    let mut end = rect.right();
    if let Rule::Widest(count) = &mut line.rule {
        let now = count.get();
        for (place, icon, key, next) in [
            (0.0, icons::PLUS, "rule-wider", now.saturating_add(1)),
            (1.0, icons::MINUS, "rule-narrower", now.saturating_sub(1)),
        ] {
            if buttons.show(ui, place, icon, words.text(key), true) {
                *count = std::num::NonZeroU32::new(next.clamp(1, WIDEST)).unwrap_or(*count);
                line.on = true;
            }
        }
        end -= 2.0 * Buttons::SIZE;
    } else if line.rule.is_removable() {
        let name = words.with("rule-remove", &[("rule", said.as_str().into())]);
        let is_near = ui.rect_contains_pointer(rect);
        removed = buttons.show(ui, 0.0, icons::X, &name, is_near);
        end -= if is_near { Buttons::SIZE } else { 0.0 };
    }
    let near = response.hovered() || response.has_focus();
    let focused = response.has_focus();
    let check = Check { on: line.on, held: line.held, near, focused };
    let check = check.paint(ui.painter(), tokens, rect);
    let left = check.right() + 8.0;
    let ink = if line.on { tokens.ink } else { tokens.muted };
    let text = elided(ui, &said, font(Weight::Regular, BODY), ink, end - left);
    let at = egui::pos2(left, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, ink);
    removed
}

/// The small buttons at the right end of a rule.
struct Buttons<'a> {
    rect: Rect,
    view: &'a View<'a>,
    salt: usize,
}

impl Buttons<'_> {
    const SIZE: f32 = 20.0;

    /// A button, so many places from the right; painted where it is near the pointer or focused.
    fn show(&self, ui: &Ui, place: f32, icon: &str, name: &str, is_near: bool) -> bool {
        let tokens = self.view.tokens;
        let middle = self.rect.right() - (place + 0.5) * Self::SIZE;
        let rect = Rect::from_center_size(
            egui::pos2(middle, self.rect.center().y),
            Vec2::splat(Self::SIZE),
        );
        let id = ui.scope_id().with(("rule button", self.salt, icon));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let is_here = response.hovered() || response.has_focus();
        if is_here {
            ui.painter().rect_filled(rect, CornerRadius::same(5), tokens.accent_wash);
        }
        if is_here || is_near {
            let ink = if is_here { tokens.ink } else { tokens.muted };
            let letters = crate::ui::fonts::icon(13.0);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, letters, ink);
        }
        response.on_hover_text(name).clicked()
    }
}
