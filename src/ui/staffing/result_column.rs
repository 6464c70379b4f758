//! The right column: whether the plan holds, what it costs, what it changes, and why it is no smaller.

use egui::{
    Align2, Button, CornerRadius, Pos2, Rect, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, vec2,
};

use super::reasons::reasons;
use super::{Request, StaffingDialog, View};
use crate::blueprint::Day;
use crate::drawing::Ink;
use crate::process::ProblemPlace;
use crate::redesign::{RolePlan, StaffTarget, Staffing};
use crate::simulation::Estimate;
use crate::ui::change_rows::{self, ChangeRow, Meaning};
use crate::ui::controls::{callout, elided, section_head, small};
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::{BODY, FIGURE, SMALL};
use crate::ui::three_columns::{STALE, above_foot, make_button, sentence};

/// Height of the buttons at the foot.
const FOOT: f32 = 34.0;
/// Height of a row of the table of roles, and between its columns.
const ROW: f32 = 28.0;
const GAP: f32 = 14.0;
/// Two numbers this close are the same.
const SAME: f64 = 1e-6;

impl StaffingDialog {
    /// Shows verdict, costs, changes, reasons, and the buttons.
    pub(super) fn result_column(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        requests: &mut Vec<Request>,
    ) {
        above_foot(
            ui,
            "result scrolls",
            FOOT,
            &mut (self, requests),
            |(this, requests), ui| {
                ui.set_max_width(ui.available_width() - 2.0);
                if this.obstacle().is_some() {
                    return;
                }
                if this.is_searching() {
                    ui.multiply_opacity(STALE);
                }
                if let Some(plan) = this.plan()
                    && let Some(day) = plan.scenario.demand().day.as_deref()
                {
                    let standing = Standing {
                        is_by_hand: this.by_hand.plan().is_some(),
                        is_checked: !this.by_hand.is_busy(),
                    };
                    result(ui, view, (plan, standing), day, requests);
                }
                if let Some(said) = &this.said {
                    ui.add_space(8.0);
                    let said = RichText::new(said).size(SMALL).color(view.tokens.muted);
                    ui.add(egui::Label::new(said).wrap());
                }
            },
            |(this, requests), ui| this.buttons(ui, view, requests),
        );
    }

    fn buttons(&self, ui: &mut Ui, view: &View<'_>, requests: &mut Vec<Request>) {
        let View { words, tokens, .. } = *view;
        let is_ready = !self.is_searching() && self.obstacle().is_none() && self.plan().is_some();
        ui.spacing_mut().item_spacing.x = 10.0;
        let width = ((ui.available_width() - 10.0) / 2.0).floor();
        ui.horizontal(|ui| {
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            let save = Button::new(words.text("staffing-save-rota")).min_size(vec2(width, FOOT));
            if ui.add_enabled(is_ready, save).clicked() {
                requests.push(Request::SaveRota);
            }
            if make_button(ui, words.text("advisor-make"), tokens, is_ready, vec2(width, FOOT)) {
                requests.push(Request::Make);
            }
        });
    }
}

/// How a plan stands.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether shifts were moved.
    is_by_hand: bool,
    /// Whether what is said of it is of its shifts as they lie.
    is_checked: bool,
}

fn result(
    ui: &mut Ui,
    view: &View<'_>,
    (plan, standing): (&Staffing, Standing),
    day: &Day,
    requests: &mut Vec<Request>,
) {
    let (words, tokens) = (view.words, view.tokens);
    if standing.is_checked {
        verdict(ui, view, plan, day);
    } else {
        checking(ui, view);
    }
    ui.add_space(10.0);
    roles(ui, view, plan, requests);
    ui.add_space(16.0);
    let mut rows = changes(view, plan, day);
    if !(standing.is_checked && plan.holds) {
        // What is cheaper and keeps no promise is not better.
        for row in rows.iter_mut().filter(|row| row.verdict == Meaning::Better) {
            row.verdict = Meaning::Neither;
        }
    }
    change_rows::show(ui, words, tokens, words.text("staffing-plan"), &rows);
    ui.spacing_mut().item_spacing.y = 5.0;
    ui.add_space(14.0);
    if standing.is_by_hand {
        sentence(ui, tokens, words.text("staffing-by-hand"));
        return;
    }
    section_head(ui, tokens, words.text("staffing-why"));
    for line in reasons(view, plan, day) {
        sentence(ui, tokens, &line);
    }
}

/// Whether it is by the hour that things are said.
fn by_the_hour(day: &Day) -> &'static str {
    if day.every == 60 { "yes" } else { "no" }
}

/// Says that what was moved is being tried: what is known is of other shifts.
fn checking(ui: &mut Ui, view: &View<'_>) {
    let tokens = view.tokens;
    callout(tokens.background, tokens.hairline).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let said = RichText::new(view.words.text("staffing-checking"));
        ui.label(said.font(font(Weight::Semibold, BODY)).color(tokens.muted));
    });
}

/// Whether the plan holds, by how much, and where by least.
fn verdict(ui: &mut Ui, view: &View<'_>, plan: &Staffing, day: &Day) {
    let (words, tokens) = (view.words, view.tokens);
    let (wash, ink, sign) = if plan.holds {
        (view.ink(Ink::GoodWash), tokens.good, icons::CHECK)
    } else {
        (tokens.bad_wash, tokens.bad, icons::TRIANGLE_ALERT)
    };
    let tightest = plan.tightest();
    let head = match tightest {
        Some((_, at, _)) if !plan.holds => misses(view, plan, day, at),
        _ => words.with("staffing-holds-always", &[("hours", by_the_hour(day).into())]),
    };
    callout(wash, ink).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(RichText::new(sign).font(icon(14.0)).color(ink));
            ui.label(RichText::new(head).font(font(Weight::Semibold, BODY)).color(ink));
        });
        let Some((role, at, share_held)) = tightest else { return };
        share(ui, view, share_held);
        let key = match plan.target {
            StaffTarget::Within { .. } => "staffing-least-share",
            StaffTarget::Busy { .. } => "staffing-most-busy",
        };
        let wait = match plan.target {
            StaffTarget::Within { wait_s, .. } => words.time(wait_s),
            StaffTarget::Busy { .. } => String::new(),
        };
        let arguments = [
            ("wait", wait.into()),
            ("time", day.begins(at).to_string().into()),
            ("role", words.role(role, view.scenario).into()),
        ];
        let said = RichText::new(words.with(key, &arguments)).size(SMALL).color(tokens.ink);
        ui.add(egui::Label::new(said).wrap());
        let days = [("days", words.number(f64::from(plan.days)).into())];
        let said = words.with("staffing-on-days", &days);
        ui.add(egui::Label::new(RichText::new(said).size(SMALL).color(tokens.ink)).wrap());
    });
}

/// In how many intervals the target is missed, and where by most.
fn misses(view: &View<'_>, plan: &Staffing, day: &Day, worst: usize) -> String {
    let time = day.begins(worst).to_string();
    let (missed, of) = plan.intervals_missed();
    if missed < 2 {
        return view.words.with("staffing-misses-at", &[("time", time.into())]);
    }
    let arguments = [
        ("missed", missed.into()),
        ("of", of.into()),
        ("hours", by_the_hour(day).into()),
        ("time", time.into()),
    ];
    view.words.with("staffing-misses-some", &arguments)
}

/// A share in large numbers, with its half-width.
fn share(ui: &mut Ui, view: &View<'_>, held: Estimate) {
    let (words, tokens) = (view.words, view.tokens);
    let number = words.number((held.mean * 1_000.0).round() / 10.0);
    let painter = ui.painter();
    let large = painter.layout_no_wrap(number, font(Weight::Semibold, FIGURE), tokens.ink);
    let unit = painter.layout_no_wrap("%".to_owned(), font(Weight::Regular, SMALL), tokens.ink);
    let half = held.half_width;
    let chip = half.is_finite().then(|| {
        let half = [("half", words.percent(half).into())];
        let text = words.with("staffing-half-width", &half);
        painter.layout_no_wrap(text, font(Weight::Semibold, SMALL), tokens.ink)
    });
    let size = vec2(ui.available_width(), large.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = if half.is_finite() {
        let of = [("share", words.percent(held.mean).into()), ("half", words.percent(half).into())];
        words.with("staffing-plus-minus", &of)
    } else {
        words.percent(held.mean)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
    let painter = ui.painter();
    let mut left = rect.left();
    let width = large.size().x;
    painter.galley(Pos2::new(left, rect.top()), large, tokens.ink);
    left += width + 3.0;
    let bottom = rect.bottom() - 4.0;
    let (width, height) = (unit.size().x, unit.size().y);
    painter.galley(Pos2::new(left, bottom - height), unit, tokens.ink);
    left += width + 10.0;
    if let Some(chip) = chip {
        let place = Rect::from_min_size(
            Pos2::new(left, rect.center().y - chip.size().y / 2.0 - 2.0),
            chip.size() + vec2(14.0, 4.0),
        );
        let edge = Stroke::new(1.0, tokens.hairline);
        painter.rect(place, CornerRadius::same(9), tokens.panel, edge, StrokeKind::Inside);
        painter.galley(place.min + vec2(7.0, 2.0), chip, tokens.ink);
    }
}

/// A row of the table of roles.
struct Costs {
    name: String,
    dot: Option<egui::Color32>,
    cells: [String; 3],
    is_strong: bool,
}

/// People on the books of a role today: all who come, else its headcount.
fn people_today(view: &View<'_>, role: &RolePlan) -> u64 {
    let Some(role) = view.scenario.roles().get(&role.role) else { return 0 };
    if role.shifts.is_empty() {
        return u64::from(role.headcount);
    }
    role.shifts.iter().map(|shift| u64::from(shift.count.get())).sum()
}

/// Who comes, for how many hours, at what cost: by role, in all, and today.
fn roles(ui: &mut Ui, view: &View<'_>, plan: &Staffing, requests: &mut Vec<Request>) {
    let View { words, tokens, currency, .. } = *view;
    let money = |amount: Option<f64>| {
        amount.map_or_else(|| words.text("no-figure").to_owned(), |it| words.money(it, currency))
    };
    let row = |name: &str, people: u64, hours: f64, cost: Option<f64>| Costs {
        name: name.to_owned(),
        dot: None,
        cells: [people.to_string(), words.paid_hours(hours), money(cost)],
        is_strong: false,
    };
    let sum = |of: fn(&RolePlan) -> f64| plan.roles.iter().map(of).sum::<f64>();
    let people: u64 = plan.roles.iter().map(|role| role.rota.people).sum();
    let today: u64 = plan.roles.iter().map(|role| people_today(view, role)).sum();
    let mut rows: Vec<Costs> = plan
        .roles
        .iter()
        .map(|role| {
            let name = words.role(role.role, view.scenario);
            let row = row(name, role.rota.people, role.paid_hours, role.cost);
            Costs { dot: Some(view.of_role(role.role)), ..row }
        })
        .collect();
    let all =
        row(words.text("staffing-sum"), people, sum(|role| role.paid_hours), plan.cost_per_day);
    rows.push(Costs { is_strong: true, ..all });
    let hours = sum(|role| role.paid_hours_today);
    rows.push(row(words.text("staffing-sum-today"), today, hours, plan.cost_today));
    section_head(ui, tokens, words.text("staffing-roles"));
    ui.spacing_mut().item_spacing.y = 0.0;
    table(ui, view, &rows);
    ui.spacing_mut().item_spacing.y = 6.0;
    for role in plan.roles.iter().filter(|role| role.cost.is_none()) {
        ui.add_space(2.0);
        let name = words.role(role.role, view.scenario);
        small(ui, tokens, words.with("staffing-wage-missing", &[("role", name.into())]));
        if ui.link(words.text("go-there")).clicked() {
            requests.push(Request::GoTo(ProblemPlace::Role(role.role)));
        }
    }
}

fn table(ui: &mut Ui, view: &View<'_>, rows: &[Costs]) {
    let (words, tokens) = (view.words, view.tokens);
    let heads =
        ["staffing-people", "staffing-paid-hours", "staffing-cost"].map(|key| words.text(key));
    let width_of = |text: &str, letters: egui::FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), letters, tokens.ink).size().x
    };
    let mut widths = heads.map(|head| width_of(head, font(Weight::Regular, SMALL)));
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            *width = width.max(width_of(cell, font(Weight::Semibold, BODY)));
        }
    }
    let line = |ui: &mut Ui, height: f32| {
        let size = vec2(ui.available_width(), height);
        ui.allocate_exact_size(size, Sense::hover())
    };
    let cells = |ui: &Ui, rect: Rect, cells: [&str; 3], letters: &egui::FontId, ink| {
        let mut right = rect.right();
        for (cell, width) in cells.into_iter().zip(widths).rev() {
            let at = Pos2::new(right, rect.center().y);
            ui.painter().text(at, Align2::RIGHT_CENTER, cell, letters.clone(), ink);
            right -= width + GAP;
        }
        right
    };
    let (rect, _) = line(ui, 20.0);
    cells(ui, rect, heads, &font(Weight::Regular, SMALL), tokens.muted);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hairline));
    for row in rows {
        let (rect, response) = line(ui, ROW);
        let [people, hours, cost] = &row.cells;
        let said = words.labelled(&row.name, &words.clauses(&[people.as_str(), hours, cost]));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
        let weight = if row.is_strong { Weight::Semibold } else { Weight::Regular };
        let is_part = row.dot.is_some() || row.is_strong;
        let ink = if is_part { tokens.ink } else { tokens.muted };
        let letters = font(weight, BODY);
        let end = cells(ui, rect, [people, hours, cost], &letters, ink);
        let mut left = rect.left();
        if let Some(dot) = row.dot {
            ui.painter().circle_filled(Pos2::new(left + 4.0, rect.center().y), 4.0, dot);
            left += 14.0;
        }
        let name = elided(ui, &row.name, letters, ink, end - left);
        let at = Pos2::new(left, rect.center().y - name.size().y / 2.0);
        ui.painter().galley(at, name, ink);
        let edge = if row.is_strong { rect.top() } else { rect.bottom() };
        let stroke = if row.is_strong {
            Stroke::new(1.0, tokens.faint)
        } else {
            Stroke::new(1.0, tokens.hairline)
        };
        ui.painter().hline(rect.x_range(), edge, stroke);
        response.on_hover_text(said);
    }
}

/// What a change from one number to another means; `more_is_good` says which way is better.
fn meaning(today: Option<f64>, plan: Option<f64>, more_is_good: bool) -> Meaning {
    let (Some(today), Some(plan)) = (today, plan) else { return Meaning::Neither };
    match (plan - today, more_is_good) {
        (by, _) if by.abs() <= SAME * today.abs().max(1.0) => Meaning::Neither,
        (by, true) if by > 0.0 => Meaning::Better,
        (by, false) if by < 0.0 => Meaning::Better,
        _ => Meaning::Worse,
    }
}

/// What is other than today.
fn changes(view: &View<'_>, plan: &Staffing, day: &Day) -> Vec<ChangeRow> {
    let View { words, currency, .. } = *view;
    let none = || words.text("no-figure").to_owned();
    let (today, then) = (plan.tightest_today(), plan.tightest());
    let share = |of: Option<(_, usize, Estimate)>| of.map(|(_, _, held)| held.mean);
    let name = match plan.target {
        StaffTarget::Within { wait_s, .. } => {
            words.with("staffing-row-share", &[("wait", words.time(wait_s).into())])
        }
        StaffTarget::Busy { .. } => words.text("staffing-row-busy").to_owned(),
    };
    let is_waits = matches!(plan.target, StaffTarget::Within { .. });
    let text = |share: Option<f64>| share.map_or_else(none, |share| words.percent(share));
    let mut rows = vec![ChangeRow {
        name,
        today: text(share(today)),
        design: text(share(then)),
        verdict: meaning(share(today), share(then), is_waits),
    }];
    let begins = |of: Option<(_, usize, Estimate)>| {
        of.map_or_else(none, |(_, at, _)| day.begins(at).to_string())
    };
    let hours = by_the_hour(day);
    rows.push(ChangeRow {
        name: words.with("staffing-row-when", &[("hours", hours.into())]),
        today: begins(today),
        design: begins(then),
        verdict: Meaning::Neither,
    });
    let held_today = plan.intervals_held(|role| &role.held_today);
    let held_then = plan.intervals_held(|role| &role.held);
    let of = |held: Option<(usize, usize)>| {
        held.map_or_else(none, |(held, of)| {
            words.with("staffing-held-of", &[("held", held.into()), ("of", of.into())])
        })
    };
    let count = |held: Option<(usize, usize)>| held.map(|(held, _)| held as f64);
    rows.push(ChangeRow {
        name: words.with("staffing-row-held", &[("hours", hours.into())]),
        today: of(held_today),
        design: of(held_then),
        verdict: meaning(count(held_today), count(held_then), true),
    });
    let sum = |of: fn(&RolePlan) -> f64| plan.roles.iter().map(of).sum::<f64>();
    let (paid_today, paid) = (sum(|role| role.paid_hours_today), sum(|role| role.paid_hours));
    rows.push(ChangeRow {
        name: words.text("staffing-paid-hours").to_owned(),
        today: words.paid_hours(paid_today),
        design: words.paid_hours(paid),
        verdict: meaning(Some(paid_today), Some(paid), false),
    });
    if plan.cost_per_day.is_some() || plan.cost_today.is_some() {
        let money = |cost: Option<f64>| cost.map_or_else(none, |cost| words.money(cost, currency));
        rows.push(ChangeRow {
            name: words.text("staffing-cost").to_owned(),
            today: money(plan.cost_today),
            design: money(plan.cost_per_day),
            verdict: meaning(plan.cost_today, plan.cost_per_day, false),
        });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_cost_is_better_and_less_in_time_is_worse() {
        assert_eq!(meaning(Some(900.0), Some(760.0), false), Meaning::Better);
        assert_eq!(meaning(Some(760.0), Some(900.0), false), Meaning::Worse);
        assert_eq!(meaning(Some(0.9), Some(0.8), true), Meaning::Worse);
        assert_eq!(meaning(Some(0.8), Some(0.9), true), Meaning::Better);
        assert_eq!(meaning(Some(0.8), Some(0.8), true), Meaning::Neither);
        assert_eq!(meaning(None, Some(0.8), true), Meaning::Neither);
    }
}
