//! The middle column: demand, need and shifts over the day, on one axis; or why there is no plan.

use egui::{Align2, Color32, Pos2, Rect, RichText, Sense, Stroke, Ui, Vec2};

use super::by_hand::{Drag, Wish};
use super::day_axis::{DayAxis, Frame};
use super::{Request, StaffingDialog, View, demand_chart, need_chart, person_rows};
use crate::blueprint::Day;
use crate::drawing::Ink;
use crate::process::ProblemPlace;
use crate::redesign::{RolePlan, StaffTarget, Staffing, StaffingRefusal, StaffingStage};
use crate::ui::controls::{callout, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::panels::capacity::place_of_lack;
use crate::ui::theme::{BODY, HEAD, SMALL};
use crate::ui::three_columns::STALE;

/// Room for names and numbers at the left, and for half a time at the right.
const GUTTER: f32 = 104.0;
const RIGHT: f32 = 20.0;
/// Between two times that are written, and how high they are.
const APART: f32 = 46.0;
const TIMES: f32 = 20.0;
/// Height of what holds, and of the head of the shifts.
const CHIPS: f32 = 30.0;
const HEAD_LINE: f32 = 24.0;
/// Between blocks.
const GAP: f32 = 18.0;
/// Heights of the charts, as parts of the room and in points.
const DEMAND: (f32, f32, f32) = (0.13, 58.0, 104.0);
const NEED: (f32, f32, f32) = (0.18, 92.0, 140.0);

impl StaffingDialog {
    /// Shows the plan, or what is in the way.
    pub(super) fn plan_column(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        requests: &mut Vec<Request>,
    ) {
        let height = ui.available_height();
        egui::ScrollArea::vertical().id_salt("plan scrolls").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 2.0);
            if let Some(obstacle) = self.obstacle() {
                self.in_the_way(ui, view, &obstacle, requests);
                return;
            }
            let Some(plan) = self.plan() else {
                if let Some(day) = view.scenario.demand().day.as_deref() {
                    demand_alone(ui, view, day, height);
                }
                if self.search.is_stale() {
                    self.under_way(ui, view);
                } else {
                    small(ui, view.tokens, view.words.text("advisor-stopped"));
                }
                return;
            };
            if self.search.is_stale() {
                ui.multiply_opacity(STALE);
            }
            let Some(day) = plan.scenario.demand().day.as_deref() else { return };
            let shown = Shown {
                plan,
                is_checked: !self.by_hand.is_busy(),
                is_by_hand: self.by_hand.plan().is_some(),
                drag: self.by_hand.drag,
                step_min: self.choices.start_every_min,
            };
            let wish = over_the_day(ui, view, &shown, day, height);
            if let Some(wish) = wish.filter(|_| !self.search.is_stale()) {
                let plan = plan.clone();
                self.by_hand.grant(&plan, wish);
                ui.ctx().request_repaint();
            }
        });
    }

    /// Says in which stage the work is, and how far, while there is no plan to look at.
    fn under_way(&self, ui: &mut Ui, view: &View<'_>) {
        let View { words, tokens, .. } = *view;
        callout(tokens.background, tokens.hairline).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let head = RichText::new(words.text("staffing-working"));
            ui.label(head.font(font(Weight::Semibold, BODY)).color(tokens.ink));
            let stage = self.search.stage().unwrap_or(StaffingStage::Load);
            let at = StaffingStage::ALL.iter().position(|it| *it == stage).unwrap_or_default() + 1;
            let arguments = [
                ("number", at.into()),
                ("of", StaffingStage::ALL.len().into()),
                ("stage", self.stage_said(view, stage).into()),
            ];
            small(ui, tokens, words.with("staffing-step-of", &arguments));
            let size = Vec2::new(ui.available_width(), 4.0);
            let (track, _) = ui.allocate_exact_size(size, Sense::hover());
            let done = self.search.part_done().unwrap_or_default();
            ui.painter().rect_filled(track, 2.0, tokens.hairline);
            let full = track.with_max_x(track.left() + track.width() * done);
            ui.painter().rect_filled(full, 2.0, tokens.accent);
        });
    }

    /// Says why there is no plan, what to do about it, and does it.
    fn in_the_way(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        obstacle: &StaffingRefusal,
        requests: &mut Vec<Request>,
    ) {
        let View { words, tokens, scenario, .. } = *view;
        let what = match obstacle {
            StaffingRefusal::NoStaff if !self.choices.roles.is_empty() => {
                words.text("staffing-no-role-chosen").to_owned()
            }
            StaffingRefusal::Shape(at) => {
                let every = self.choices.start_every_min;
                let shape = self.choices.shapes.shapes().get(*at);
                shape.map(|shape| words.malformed_shape(shape, every)).unwrap_or_default()
            }
            obstacle => words.staffing_refusal(obstacle, scenario),
        };
        callout(view.ink(Ink::WarnWash), tokens.warn).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let what = RichText::new(what).font(font(Weight::Medium, BODY)).color(tokens.ink);
            ui.add(egui::Label::new(what).wrap());
            match obstacle {
                StaffingRefusal::NoDay => {
                    ui.add_space(4.0);
                    let text = RichText::new(words.text("day-give")).color(tokens.on_accent);
                    let button = egui::Button::new(text).fill(tokens.accent);
                    if ui.add(button).on_hover_text(words.text("day-give-help")).clicked() {
                        requests.push(Request::GiveDay);
                    }
                }
                StaffingRefusal::NoShapes
                    if ui.link(words.text("staffing-usual-shapes")).clicked() =>
                {
                    self.choices.take_usual_shapes();
                }
                StaffingRefusal::OutOfReach { role, share, .. } => {
                    if let Some(reachable) = self.choices.in_reach(*share) {
                        let reachable = words.percent(reachable);
                        let take = words.with("advisor-take", &[("target", reachable.into())]);
                        if ui.link(take).clicked() {
                            self.choices.take_reachable(words, *share);
                        }
                    }
                    go_there(ui, view, ProblemPlace::Role(*role), requests);
                }
                StaffingRefusal::Lacks(lacks) => {
                    if let Some(place) = lacks.iter().copied().find_map(place_of_lack) {
                        go_there(ui, view, place, requests);
                    }
                }
                _ => {}
            }
        });
    }
}

fn go_there(ui: &mut Ui, view: &View<'_>, place: ProblemPlace, requests: &mut Vec<Request>) {
    if ui.link(view.words.text("go-there")).clicked() {
        requests.push(Request::GoTo(place));
    }
}

fn part((share, least, most): (f32, f32, f32), height: f32) -> f32 {
    (height * share).clamp(least, most)
}

/// Shows who comes, as long as there is no plan for them.
fn demand_alone(ui: &mut Ui, view: &View<'_>, day: &Day, height: f32) {
    let words = view.words;
    let demand = part(DEMAND, height);
    let size = Vec2::new(ui.available_width(), demand + TIMES);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let lies = (whole.left() + GUTTER, whole.right() - RIGHT);
    let frame = Frame { day, axis: DayAxis::of(day, lies), gutter: whole.left() };
    let bottom = whole.top() + demand;
    hour_lines(ui, view, &frame, whole.top()..=bottom);
    let (name, below) = (words.text("staffing-demand"), words.text("staffing-an-hour"));
    beside(ui, view, &frame, whole.top(), name, below);
    let chart = Rect::from_x_y_ranges(lies.0..=lies.1, whole.top() + 14.0..=bottom);
    demand_chart::paint(ui, view, &frame, chart);
    times(ui, view, &frame, None, bottom + 2.0);
}

/// A plan, and how it stands.
struct Shown<'a> {
    plan: &'a Staffing,
    /// Whether its shares are those of its shifts.
    is_checked: bool,
    /// Whether shifts were moved.
    is_by_hand: bool,
    drag: Option<Drag>,
    /// By how many minutes shifts are moved at least.
    step_min: u32,
}

/// Shows everything on one axis, with the critical interval through all of it; answers what is wanted of the
/// shifts.
fn over_the_day(
    ui: &mut Ui,
    view: &View<'_>,
    shown: &Shown<'_>,
    day: &Day,
    height: f32,
) -> Option<Wish> {
    let (words, plan) = (view.words, shown.plan);
    let (demand, need) = (part(DEMAND, height), part(NEED, height));
    let block = need + CHIPS + GAP;
    let roles = plan.roles.as_slice();
    let shifts = person_rows::height(roles);
    let all = demand + GAP + roles.len() as f32 * block + TIMES + HEAD_LINE + shifts + TIMES + 8.0;
    let size = Vec2::new(ui.available_width(), all.max(height - 4.0));
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    let lies = (whole.left() + GUTTER, whole.right() - RIGHT);
    let frame = Frame { day, axis: DayAxis::of(day, lies), gutter: whole.left() };
    let bottom = whole.top() + all - TIMES;
    let tightest = plan.tightest().map(|(_, at, _)| at);
    let critical = tightest.map(|at| day.interval(at).0);
    if let Some(at) = tightest {
        let band = frame.column(at, Rect::from_x_y_ranges(whole.x_range(), whole.top()..=bottom));
        ui.painter().rect_filled(band, 0.0, view.tokens.accent_wash);
    }
    let across = |top: f32, height: f32| {
        Rect::from_min_max(Pos2::new(lies.0, top), Pos2::new(lies.1, top + height))
    };
    let mut top = whole.top();
    let chart = across(top, demand);
    hour_lines(ui, view, &frame, top..=bottom);
    beside(ui, view, &frame, top, words.text("staffing-demand"), words.text("staffing-an-hour"));
    demand_chart::paint(ui, view, &frame, chart.with_min_y(top + 14.0));
    top += demand + GAP;
    for role in roles {
        let chart = across(top, need);
        let chips = across(top + need, CHIPS);
        let name = words.role(role.role, view.scenario);
        beside(ui, view, &frame, top, name, "");
        legend(ui, view, &frame, role, top + 20.0);
        need_chart::paint(ui, view, &frame, role, chart);
        let (held, of) = match plan.target {
            StaffTarget::Within { .. } => ("staffing-in-time", "staffing-of-waits"),
            StaffTarget::Busy { .. } => ("staffing-busy-share", "staffing-of-time"),
        };
        beside(ui, view, &frame, chips.top() + 2.0, words.text(held), words.text(of));
        ui.scope(|ui| {
            if !shown.is_checked {
                ui.multiply_opacity(STALE);
            }
            need_chart::shares(ui, view, &frame, (role, plan.target), (chart, chips));
        });
        top += block;
    }
    times(ui, view, &frame, critical, top - GAP + 2.0);
    top += TIMES - GAP + 6.0;
    ui.painter().hline(frame.gutter..=lies.1, top, Stroke::new(1.0, view.tokens.hairline));
    beside(ui, view, &frame, top + 5.0, words.text("staffing-shifts"), "");
    let head = across(top + 2.0, HEAD_LINE - 2.0);
    let is_back = above_shifts(ui, view, head, shown.is_by_hand);
    top += HEAD_LINE;
    let rows = (roles, shown.drag, shown.step_min);
    let wish = person_rows::show(ui, view, &frame, rows, top);
    times(ui, view, &frame, critical, top + shifts + 2.0);
    if is_back { Some(Wish::Back) } else { wish }
}

/// Says that shifts can be moved, or leads back to the plan that was found; answers whether it is followed.
fn above_shifts(ui: &mut Ui, view: &View<'_>, rect: Rect, is_by_hand: bool) -> bool {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let place = egui::UiBuilder::new().max_rect(rect).layout(layout).id_salt("above shifts");
    ui.scope_builder(place, |ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        if is_by_hand {
            return ui.link(view.words.text("staffing-back")).clicked();
        }
        small(ui, view.tokens, view.words.text("staffing-drag"));
        false
    })
    .inner
}

/// The name of a block at its left, and what is said below it.
fn beside(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, top: f32, name: &str, below: &str) {
    let tokens = view.tokens;
    let room = GUTTER - 26.0;
    let mut job = egui::text::LayoutJob::default();
    let mut format = egui::TextFormat::simple(font(Weight::Semibold, HEAD), tokens.muted);
    format.extra_letter_spacing = 1.2;
    job.append(&name.to_uppercase(), 0.0, format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let head = ui.painter().layout_job(job);
    let height = head.size().y;
    ui.painter().galley(Pos2::new(frame.gutter, top), head, tokens.muted);
    if below.is_empty() {
        return;
    }
    let letters = font(Weight::Regular, SMALL);
    let text = ui.painter().layout(below.to_owned(), letters, tokens.muted, room + 8.0);
    ui.painter().galley(Pos2::new(frame.gutter, top + height + 1.0), text, tokens.muted);
}

/// What area and line mean.
fn legend(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, role: &RolePlan, top: f32) {
    let (words, tokens, ink) = (view.words, view.tokens, view.of_role(role.role));
    let painter = ui.painter();
    let letters = || font(Weight::Regular, SMALL);
    let text = |key: &str, at: f32, colour: Color32| {
        let place = Pos2::new(frame.gutter + 18.0, at);
        painter.text(place, Align2::LEFT_CENTER, words.text(key), letters(), colour);
    };
    let swatch = Rect::from_center_size(Pos2::new(frame.gutter + 6.0, top), Vec2::new(12.0, 10.0));
    painter.rect_filled(swatch, 2.0, ink.gamma_multiply(0.2));
    text("staffing-needed", top, tokens.ink);
    let line = top + 17.0;
    painter.hline(frame.gutter..=frame.gutter + 12.0, line, Stroke::new(2.0, ink));
    text("staffing-there", line, tokens.ink);
}

fn hour_lines(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, range: std::ops::RangeInclusive<f32>) {
    for (minute, _) in frame.axis.hours(APART) {
        let line = Stroke::new(1.0, view.tokens.hairline);
        ui.painter().vline(frame.axis.x(minute), range.clone(), line);
    }
}

/// The times; that at which the critical interval begins stands out.
fn times(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, critical: Option<u32>, top: f32) {
    for (minute, time) in frame.axis.hours(APART) {
        let is_critical = critical == Some(minute);
        let (weight, ink) = if is_critical {
            (Weight::Semibold, view.tokens.ink)
        } else {
            (Weight::Regular, view.tokens.muted)
        };
        let at = Pos2::new(frame.axis.x(minute), top);
        let letters = font(weight, SMALL);
        ui.painter().text(at, Align2::CENTER_TOP, time.to_string(), letters, ink);
    }
}
