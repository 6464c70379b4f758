//! The picture of the money: on the left where a customer's money goes, on the right profit against
//! the time that the work takes (Shostack 1984).

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, RichText, ScrollArea, Sense, Shape, Stroke, Ui,
    UiBuilder, Vec2,
};

use crate::analysis::{
    Analysis, Basis, CostStructure, Lack, ProfitCurve, ProfitMark, ProfitMarkKind, ProfitRule,
    cost_structure, profit_curve,
};
use crate::blueprint::Scenario;
use crate::drawing::Ink;
use crate::editor::{Selection, Thing};
use crate::process::{self, ProblemPlace};
use crate::ui::controls::elided;
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::Weight;
use crate::ui::whole_units;

use super::easel::Easel;
use super::labels::{self, Obstacles};
use super::missing;
use super::models::axis::{clock_marks, round_marks};
use super::models::money::{MoneyPart, MoneyPicture, PartKind, ProfitPicture};
use super::spoken;
use super::truth::marked;

/// Least and largest height of a row, before it grows with the picture.
const ROW: (f32, f32) = (20.0, 40.0);

/// The money of the scenario that is shown, reckoned anew only when the scenario changes.
#[derive(Default)]
pub(super) struct MoneyKeeper {
    kept: Option<Kept>,
    other: Option<Kept>,
    /// Whether the work alone is counted, and not all paid time.
    work_only: bool,
}

struct Kept {
    scenario: Arc<Scenario>,
    structure: Option<CostStructure>,
    /// With all paid time, and of the work alone.
    curves: [Result<ProfitCurve, Vec<Lack>>; 2],
}

impl Kept {
    fn of(scenario: &Arc<Scenario>, analysis: &Analysis) -> Self {
        Self {
            scenario: Arc::clone(scenario),
            structure: cost_structure(scenario, &process::compile(scenario), analysis),
            curves: [ProfitRule::PaidTime, ProfitRule::WorkOnly]
                .map(|rule| profit_curve(scenario, analysis, rule)),
        }
    }

    fn parts(&self) -> Option<MoneyPicture> {
        self.structure.as_ref().and_then(MoneyPicture::of)
    }

    fn profit(&self, work_only: bool) -> Option<ProfitPicture> {
        let [paid, work] = &self.curves;
        ProfitPicture::of(if work_only { work } else { paid }.as_ref().ok()?)
    }
}

impl MoneyKeeper {
    fn kept(&mut self, desk: &Desk<'_>) -> &Kept {
        let scenario = desk.editor.scenario();
        // A version that is held here cannot share its address with another one.
        if self.kept.as_ref().is_some_and(|kept| !Arc::ptr_eq(&kept.scenario, scenario)) {
            self.kept = None;
        }
        self.kept.get_or_insert_with(|| Kept::of(scenario, desk.analysis))
    }

    /// The money of the scenario that the present one is compared with.
    fn other(&mut self, desk: &Desk<'_>) -> Option<&Kept> {
        let (scenario, analysis, _) = desk.compared?.other();
        if self.other.as_ref().is_some_and(|kept| !Arc::ptr_eq(&kept.scenario, scenario)) {
            self.other = None;
        }
        Some(self.other.get_or_insert_with(|| Kept::of(scenario, analysis)))
    }

    /// Whether there is a curve of profit.
    pub fn draws_profit(&mut self, desk: &Desk<'_>) -> bool {
        let work_only = self.work_only;
        self.kept(desk).profit(work_only).is_some()
    }

    /// What is to be seen, in a sentence.
    pub fn headline(&mut self, desk: &Desk<'_>) -> String {
        let structure = self.kept(desk).structure.as_ref();
        let Some(picture) = structure.and_then(MoneyPicture::of) else { return String::new() };
        let words = desk.words;
        let basis = structure.map_or(Basis::Exact, |structure| structure.basis);
        let amount = |value: f64| marked(words, basis, &money(desk, value));
        let left = |value: f64| marked(words, basis.turned(), &money(desk, value));
        match picture.margin {
            Some(margin) if margin >= 0.0 => words.with(
                "chart-money-margin",
                &[
                    ("price", money(desk, picture.total).into()),
                    ("cost", amount(picture.cost).into()),
                    ("margin", left(margin).into()),
                ],
            ),
            Some(_) => words.with(
                "chart-money-loss",
                &[
                    ("price", money(desk, picture.total).into()),
                    ("cost", amount(picture.cost).into()),
                ],
            ),
            None => words.with(
                "chart-money-cost",
                &[("cost", amount(picture.cost).into()), ("idle", amount(picture.idle).into())],
            ),
        }
    }

    /// Shows the picture.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel) {
        let mut work_only = self.work_only;
        let other = self.other(desk).map(|other| (other.parts(), other.profit(work_only)));
        let (other_parts, other_profit) = other.unwrap_or_default();
        let kept = self.kept(desk);
        let area = ui.available_rect_before_wrap();
        let gap = easel.length(28.0);
        let middle = area.center().x;
        let left = area.with_max_x(middle - gap / 2.0);
        let right = area.with_min_x(middle + gap / 2.0);
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            match kept.structure.as_ref().and_then(MoneyPicture::of) {
                Some(picture) => {
                    let picture = picture.beside(other_parts);
                    show_parts(ui, desk, easel, &picture);
                    spoken::parts(ui, desk, &picture);
                }
                None => missing::show(ui, desk, easel, &desk.analysis.cost_per_customer.lacks),
            }
        });
        let line = Stroke::new(1.0, easel.tokens.hairline);
        ui.painter().vline(middle, area.y_range(), line);
        let [paid, work] = &kept.curves;
        let curve = if work_only { work } else { paid };
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| match curve {
            Ok(curve) => match ProfitPicture::of(curve) {
                Some(picture) => {
                    let picture = picture.beside(other_profit);
                    profit_head(ui, desk, easel, curve, &mut work_only);
                    show_profit(ui, desk, easel, &picture);
                    spoken::profit(ui, desk, &picture, curve);
                }
                None => missing::show(ui, desk, easel, &[]),
            },
            Err(lacks) => missing::show(ui, desk, easel, lacks),
        });
        self.work_only = work_only;
    }
}

/// A part's amount, with the mark of the tiles.
pub(super) fn part_amount(desk: &Desk<'_>, picture: &MoneyPicture, part: &MoneyPart) -> String {
    let basis = match part.kind {
        PartKind::Role(_) | PartKind::Overhead => picture.basis,
        // What is paid once a customer is known.
        PartKind::Material => Basis::Exact,
        PartKind::Margin | PartKind::Loss => picture.basis.turned(),
    };
    let sign = if part.kind == PartKind::Loss { -1.0 } else { 1.0 };
    marked(desk.words, basis, &money(desk, sign * part.amount()))
}

pub(super) fn money(desk: &Desk<'_>, amount: f64) -> String {
    desk.words.money(amount, desk.editor.blueprint().currency())
}

/// Where a customer's money goes, one part below the other.
fn show_parts(ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel, picture: &MoneyPicture) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let body = easel.small(Weight::Semibold);
    let all = ui.available_width() - 8.0;
    let amounts = picture.parts.iter().take(40);
    let wide = amounts.map(|part| Easel::width(ui, &part_amount(desk, picture, part), &body));
    let letters = easel.small(Weight::Semibold);
    let names = picture.parts.iter().take(40).map(|part| {
        let name = part_name(desk, part.kind);
        Easel::width(ui, name, &letters) + easel.length(12.0)
    });
    let amount = wide.fold(0.0, f32::max) + easel.length(8.0);
    let columns = Columns {
        // The bars tell their tale in two fifths of the room.
        name: names.fold(0.0, f32::max).min((all - amount) * 0.6),
        amount,
        all,
        end: picture.end,
        total: picture.total,
        other: picture.other,
    };
    parts_head(ui, desk, easel, picture, &columns);
    let room = ui.available_height();
    let count = picture.parts.len().max(1);
    let height = (room / count as f32).clamp(easel.length(ROW.0), easel.length(ROW.1)).floor();
    let scroll = ScrollArea::vertical().id_salt("money").auto_shrink(false);
    scroll.show_rows(ui, height, picture.parts.len(), |ui, rows| {
        for part in picture.parts.get(rows).unwrap_or_default() {
            show_part(ui, desk, easel, picture, part, &columns, height);
        }
    });
}

/// Where the parts of a row stand.
struct Columns {
    name: f32,
    amount: f32,
    all: f32,
    end: f64,
    total: f64,
    /// Where the cost ends in the scenario that this one is compared with.
    other: Option<f64>,
}

impl Columns {
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn x(&self, left: f32, amount: f64) -> f32 {
        let span = (self.all - self.name - self.amount).max(30.0);
        left + self.name + span * (amount / self.end).clamp(0.0, 1.0) as f32
    }
}

/// The price above its line, and what solid and hatched mean.
fn parts_head(
    ui: &mut Ui,
    desk: &Desk<'_>,
    easel: &Easel,
    picture: &MoneyPicture,
    columns: &Columns,
) {
    let letters = easel.small(Weight::Regular);
    let size = Vec2::new(ui.available_width(), (letters.size * 1.5).round());
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let key = if picture.margin.is_some() { "chart-money-price" } else { "chart-money-total" };
    let basis = if picture.margin.is_some() { Basis::Exact } else { picture.basis };
    let amount = marked(desk.words, basis, &money(desk, picture.total));
    let text = desk.words.with(key, &[("amount", amount.into())]);
    let at = Pos2::new(columns.x(rect.left(), picture.total), rect.center().y);
    let ink = easel.tokens.ink;
    let head = ui.painter().layout_no_wrap(text, easel.small(Weight::Semibold), ink);
    let place = Align2::RIGHT_CENTER.anchor_size(at, head.size());
    ui.painter().galley(place.min, head, ink);
    let mut x = rect.left();
    let tall = easel.length(9.0);
    for key in ["chart-money-busy", "chart-money-idle"] {
        let text = desk.text(key);
        let wide = Easel::width(ui, text, &letters);
        let corner = Pos2::new(x, rect.center().y - tall / 2.0);
        let chip = Rect::from_min_size(corner, Vec2::new(easel.length(16.0), tall));
        let end = chip.right() + easel.length(5.0) + wide;
        if end + easel.length(6.0) > place.left() {
            return;
        }
        paint_amount(ui, easel, chip, easel.tokens.muted, key == "chart-money-idle");
        let at = Pos2::new(chip.right() + easel.length(5.0), rect.center().y);
        let muted = easel.tokens.muted;
        ui.painter().text(at, Align2::LEFT_CENTER, text, letters.clone(), muted);
        x = end + easel.length(14.0);
    }
}

/// Solid for work; pale and hatched for what is paid without work.
fn paint_amount(ui: &Ui, easel: &Easel, rect: Rect, ink: Color32, idle: bool) {
    let radius = CornerRadius::same(2);
    if idle {
        ui.painter().rect_filled(rect, radius, easel.tokens.panel.lerp_to_gamma(ink, 0.22));
        let stroke = Stroke::new(easel.scale, ink.gamma_multiply(0.6));
        Easel::hatch(ui.painter(), rect, easel.length(5.0), stroke);
    } else {
        ui.painter().rect_filled(rect, radius, ink);
    }
}

/// What a part is called.
pub(super) fn part_name<'a>(desk: &Desk<'a>, kind: PartKind) -> &'a str {
    match kind {
        PartKind::Role(role) => desk.words.role(role, desk.scenario),
        PartKind::Overhead => desk.words.text("chart-money-overhead"),
        PartKind::Material => desk.words.text("chart-money-material"),
        PartKind::Margin => desk.words.text("chart-money-left"),
        PartKind::Loss => desk.words.text("chart-money-lacking"),
    }
}

fn show_part(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    easel: &Easel,
    picture: &MoneyPicture,
    part: &MoneyPart,
    columns: &Columns,
    height: f32,
) {
    let words = desk.words;
    let role = match part.kind {
        PartKind::Role(role) => desk.scenario.roles().get(&role),
        _ => None,
    };
    let name = part_name(desk, part.kind);
    let ink = match part.kind {
        PartKind::Role(_) => role.map_or(Ink::NoRole, |role| Ink::Role(role.colour)),
        PartKind::Overhead | PartKind::Material => Ink::Muted,
        PartKind::Margin => Ink::Good,
        PartKind::Loss => Ink::Bad,
    };
    let amount = part_amount(desk, picture, part);
    let work = role.map(|_| {
        let busy = money(desk, part.busy_to - part.from);
        let busy = marked(words, picture.basis, &busy);
        words.with("chart-money-of-it", &[("busy", busy.into())])
    });
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let id = ui.scope_id().with(("money", part.from.to_bits(), name));
    let response = Easel::part(ui, rect, id, || match &work {
        Some(work) => words.labelled(name, &format!("{amount}, {work}")),
        None => words.labelled(name, &amount),
    });
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::same(4), easel.tokens.accent_wash);
    }
    let strong = matches!(part.kind, PartKind::Margin | PartKind::Loss);
    let weight = if strong { Weight::Semibold } else { Weight::Regular };
    let middle = rect.center().y;
    let at = Pos2::new(rect.left(), middle);
    let room = columns.name - easel.length(8.0);
    let letters = easel.small(weight);
    // A tall row has room for a second line.
    let lines = if height >= 2.4 * letters.size { 2 } else { 1 };
    let galley = whole_units::layout(ui, name, letters, easel.tokens.ink, (room, lines));
    let place = Align2::LEFT_CENTER.anchor_size(at, galley.size());
    ui.painter().galley(place.min, galley, easel.tokens.ink);
    let thick = (height * 0.66).round();
    let bar = |from: f64, to: f64| {
        Rect::from_x_y_ranges(
            columns.x(rect.left(), from)..=columns.x(rect.left(), to),
            (middle - thick / 2.0)..=(middle + thick / 2.0),
        )
    };
    if role.is_some() {
        paint_amount(ui, easel, bar(part.from, part.busy_to), easel.ink(ink), false);
        paint_amount(ui, easel, bar(part.busy_to, part.to), easel.ink(ink), true);
    } else {
        paint_amount(ui, easel, bar(part.from, part.to), easel.ink(ink), false);
    }
    let line = Stroke::new(easel.length(2.0), easel.tokens.ink);
    ui.painter().vline(columns.x(rect.left(), columns.total), rect.y_range(), line);
    if let Some(other) = columns.other {
        let x = columns.x(rect.left(), other);
        let ends = [Pos2::new(x, rect.top()), Pos2::new(x, rect.bottom())];
        let dashed = Stroke::new(easel.length(2.0), easel.tokens.muted);
        let dash = easel.length(3.0);
        ui.painter().extend(Shape::dashed_line(&ends, dashed, dash, dash));
    }
    let colour = match part.kind {
        PartKind::Margin => easel.tokens.good,
        PartKind::Loss => easel.tokens.bad,
        _ => easel.tokens.ink,
    };
    let at = Pos2::new(rect.left() + columns.all, middle);
    let letters = easel.small(Weight::Semibold);
    ui.painter().text(at, Align2::RIGHT_CENTER, &amount, letters, colour);
    if response.clicked() {
        match part.kind {
            PartKind::Role(role) => desk.ask(Action::Select(Selection::thing(Thing::Role(role)))),
            PartKind::Material => {}
            _ => desk.ask(Action::GoTo(ProblemPlace::Sheet)),
        }
    }
    response.on_hover_ui(|ui| {
        ui.label(words.labelled(name, &amount));
        if let Some(work) = &work {
            ui.label(work);
        }
    });
}

/// What the curve shows and counts, the choice of what is counted, and where its reach ends. One
/// line beside the sheet, where the rest is said when it is pointed at; all of it once enlarged.
fn profit_head(
    ui: &mut Ui,
    desk: &Desk<'_>,
    easel: &Easel,
    curve: &ProfitCurve,
    work_only: &mut bool,
) {
    let (ink, muted) = (easel.tokens.ink, easel.tokens.muted);
    let regular = easel.small(Weight::Regular);
    let title = desk.text("chart-money-profit");
    let rule = desk.words.profit_rule(curve);
    let reach = desk.words.profit_reach(curve, desk.scenario);
    ui.spacing_mut().item_spacing.y = easel.length(1.0);
    ui.horizontal(|ui| {
        let name = desk.text("chart-money-work-only");
        let room = ui.available_width() - Easel::width(ui, name, &regular) - easel.length(40.0);
        let letters = easel.small(Weight::Semibold);
        let galley = if desk.bottom.enlarged {
            ui.painter().layout(title.to_owned(), letters, ink, room)
        } else {
            elided(ui, title, letters, ink, room)
        };
        let size = Vec2::new(room, galley.size().y);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let written = galley.size().x + easel.length(8.0);
        ui.painter().galley(rect.min, galley, ink);
        if !desk.bottom.enlarged {
            let room = room - written;
            if room > easel.length(60.0) {
                let at = rect.left_center() + Vec2::new(written, 0.0);
                Easel::cut(ui, &rule, regular.clone(), muted, at, Align2::LEFT_CENTER, room);
            }
            response.on_hover_ui(|ui| {
                ui.label(title);
                ui.label(&rule);
                if let Some(reach) = &reach {
                    ui.label(reach);
                }
            });
        }
        let hint = desk.text("chart-money-work-only-hint");
        let name = RichText::new(name).font(regular.clone()).color(ink);
        ui.checkbox(work_only, name).on_hover_text(hint);
    });
    if !desk.bottom.enlarged {
        return;
    }
    for text in std::iter::once(rule).chain(reach) {
        let room = ui.available_width();
        let galley = ui.painter().layout(text, regular.clone(), muted, room);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(room, galley.size().y), Sense::hover());
        ui.painter().galley(rect.min, galley, muted);
    }
}

/// Profit for one customer against the time that the work takes.
fn show_profit(ui: &mut Ui, desk: &Desk<'_>, easel: &Easel, picture: &ProfitPicture) {
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    if area.width() < 60.0 || area.height() < 40.0 {
        return;
    }
    let letters = easel.small(Weight::Regular);
    let line = letters.size * 1.35;
    let (low, high) = picture.span;
    // Few marks, so that none crowds its neighbour.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (rows, columns) = (
        (area.height() / (line * 2.4)).clamp(2.0, 6.0) as usize,
        (area.width() / (line * 4.0)).clamp(2.0, 7.0) as usize,
    );
    let step = round_marks(high - low, rows).get(1).copied().unwrap_or(high);
    let below = (low / step).ceil();
    let amounts: Vec<f64> = (0..24)
        .map(|at| (below + f64::from(at)) * step)
        .take_while(|amount| *amount <= high)
        .collect();
    let wide = amounts.iter().map(|amount| Easel::width(ui, &money(desk, *amount), &letters));
    let left = wide.fold(0.0, f32::max) + easel.length(8.0);
    let frame = Rect::from_min_max(
        area.min + Vec2::new(left, easel.length(8.0)),
        area.max - Vec2::new(easel.length(8.0), line + easel.length(4.0)),
    );
    let plot = ProfitPlot { picture, frame };
    let muted = easel.tokens.muted;
    let painter = ui.painter();
    let zero = plot.at(0.0, 0.0).y;
    painter.rect_filled(frame.with_max_y(zero), 0, easel.tokens.good.gamma_multiply(0.07));
    painter.rect_filled(frame.with_min_y(zero), 0, easel.ink(Ink::BadWash));
    for amount in &amounts {
        let y = plot.at(0.0, *amount).y;
        painter.hline(frame.x_range(), y, Stroke::new(1.0, easel.tokens.hairline));
        let at = Pos2::new(frame.left() - easel.length(6.0), y);
        painter.text(at, Align2::RIGHT_CENTER, money(desk, *amount), letters.clone(), muted);
    }
    painter.hline(frame.x_range(), zero, Stroke::new(easel.length(2.0), easel.tokens.ink));
    for mark in clock_marks(picture.end_s, columns) {
        let text = Easel::mark_of_time(desk.words, mark, picture.end_s);
        let half = Easel::width(ui, &text, &letters) / 2.0;
        let x = plot.at(mark, 0.0).x.clamp(frame.left() + half, frame.right() - half);
        let at = Pos2::new(x, frame.bottom() + easel.length(3.0));
        painter.text(at, Align2::CENTER_TOP, text, letters.clone(), muted);
    }
    plot.paint_line(ui, easel);
    plot.paint_marks(ui, desk, easel);
    if let Some(at) = response.hover_pos().filter(|at| frame.contains(*at)) {
        let seconds = f64::from((at.x - frame.left()) / frame.width()) * picture.end_s;
        let profit = picture.read(seconds);
        let on_line = plot.at(seconds, profit);
        painter.vline(at.x, frame.y_range(), Stroke::new(1.0, muted));
        painter.circle_filled(on_line, easel.length(4.0), easel.tokens.ink);
        let what = marked(desk.words, picture.basis, &money(desk, profit));
        let arguments = [("at", desk.words.time(seconds).into()), ("what", what.into())];
        let text = desk.words.with("chart-reading", &arguments);
        response.on_hover_text_at_pointer(text);
    }
}

/// Profit against time on its place.
struct ProfitPlot<'a> {
    picture: &'a ProfitPicture,
    frame: Rect,
}

impl ProfitPlot<'_> {
    // Places on a screen: precision beyond a pixel is lost on purpose.
    #[allow(clippy::cast_possible_truncation)]
    fn at(&self, seconds: f64, profit: f64) -> Pos2 {
        let (low, high) = self.picture.span;
        let x = (seconds / self.picture.end_s).clamp(0.0, 1.0) as f32;
        let y = ((profit - low) / (high - low)).clamp(0.0, 1.0) as f32;
        Pos2::new(
            self.frame.left() + x * self.frame.width(),
            self.frame.bottom() - y * self.frame.height(),
        )
    }

    /// The line; greyed out where the demand is out of reach.
    fn paint_line(&self, ui: &Ui, easel: &Easel) {
        let painter = ui.painter();
        let points = |from: f64, to: f64| -> Vec<Pos2> {
            let inner = self.picture.line.iter().map(|(seconds, _)| *seconds);
            let inner = inner.filter(|seconds| *seconds > from && *seconds < to);
            let all = std::iter::once(from).chain(inner).chain([to]);
            all.map(|seconds| self.at(seconds, self.picture.read(seconds))).collect()
        };
        let full_s = self.picture.full_s.unwrap_or(self.picture.end_s);
        let line = Stroke::new(easel.length(2.5), easel.tokens.accent);
        if full_s < self.picture.end_s {
            let beyond = self.frame.with_min_x(self.at(full_s, 0.0).x);
            painter.rect_filled(beyond, 0, easel.tokens.panel.gamma_multiply(0.6));
            painter.rect_filled(beyond, 0, easel.tokens.muted.gamma_multiply(0.12));
            let edge = Stroke::new(easel.length(1.5), easel.tokens.muted);
            let ends = [beyond.left_bottom(), beyond.left_top()];
            let dash = easel.length(4.0);
            painter.extend(Shape::dashed_line(&ends, edge, dash, dash));
            let grey = Stroke::new(easel.length(2.0), easel.tokens.faint);
            let beyond = points(full_s, self.picture.end_s);
            painter.extend(Shape::dashed_line(&beyond, grey, easel.length(6.0), dash));
        }
        if !self.picture.other.is_empty() {
            let line: Vec<Pos2> = self.picture.other.iter().map(|(x, y)| self.at(*x, *y)).collect();
            let stroke = Stroke::new(easel.length(2.0), easel.tokens.muted);
            painter.extend(Shape::dashed_line(&line, stroke, easel.length(3.0), easel.length(3.0)));
        }
        painter.add(Shape::line(points(0.0, full_s), line));
    }

    fn paint_marks(&self, ui: &Ui, desk: &Desk<'_>, easel: &Easel) {
        let painter = ui.painter();
        let words = desk.words;
        let drawn = |mark: &&ProfitMark| mark.point.execution_s <= self.picture.end_s;
        let marks = || self.picture.marks.iter().filter(drawn);
        let point = |mark: &ProfitMark| self.at(mark.point.execution_s, mark.point.profit);
        let mut obstacles = self.obstacles();
        for mark in marks() {
            let at = point(mark);
            if mark.kind == ProfitMarkKind::Present {
                let drop = [at, self.at(mark.point.execution_s, 0.0)];
                let dash = easel.length(3.0);
                let stroke = Stroke::new(easel.length(1.5), easel.tokens.accent);
                painter.extend(Shape::dashed_line(&drop, stroke, dash, dash));
                obstacles.faint.push(drop);
            }
            obstacles.taken.push(Rect::from_center_size(at, Vec2::splat(easel.length(9.0))));
        }
        for mark in marks() {
            let at = point(mark);
            let time = words.time(mark.point.execution_s);
            let (key, strong) = match mark.kind {
                ProfitMarkKind::Present => ("chart-money-now", true),
                ProfitMarkKind::BreakEven => ("chart-money-break-even", true),
                ProfitMarkKind::Standard => ("chart-money-standard", false),
                ProfitMarkKind::Acceptable => ("chart-money-acceptable", false),
            };
            let mut text = words.with(key, &[("time", time.into())]);
            if mark.kind == ProfitMarkKind::Present {
                let what = marked(words, self.picture.basis, &money(desk, mark.point.profit));
                let arguments = [("at", text.into()), ("what", what.into())];
                text = words.with("chart-reading", &arguments);
            }
            let weight = if strong { Weight::Semibold } else { Weight::Regular };
            let galley = painter.layout_no_wrap(text, easel.small(weight), easel.tokens.ink);
            let gap = easel.length(7.0);
            let Some(place) = labels::place(at, galley.size(), gap, self.frame, &obstacles) else {
                continue;
            };
            let rect = place.rect;
            if rect.distance_to_pos(at) > 2.0 * gap {
                // So far away that a line has to lead there.
                let side = if at.x < rect.left() - gap {
                    rect.left_center() - Vec2::new(3.0, 0.0)
                } else if at.x > rect.right() + gap {
                    rect.right_center() + Vec2::new(3.0, 0.0)
                } else {
                    rect.clamp(at)
                };
                painter.line_segment([at, side], Stroke::new(1.0, easel.tokens.ink));
            }
            if place.covers {
                let ground = easel.tokens.panel.gamma_multiply(0.85);
                painter.rect_filled(rect.expand(1.0), CornerRadius::same(3), ground);
            }
            painter.galley(rect.min, galley, easel.tokens.ink);
            obstacles.taken.push(rect);
        }
        for mark in marks() {
            let at = point(mark);
            if mark.kind == ProfitMarkKind::Present {
                let edge = Stroke::new(easel.length(2.0), easel.tokens.panel);
                painter.circle(at, easel.length(6.0), easel.tokens.accent, edge);
            } else {
                let stroke = Stroke::new(easel.length(1.5), easel.tokens.ink);
                painter.circle(at, easel.length(4.0), easel.tokens.panel, stroke);
            }
        }
    }

    /// The lines of the picture, which no label may lie on.
    fn obstacles(&self) -> Obstacles {
        let mut obstacles = Obstacles::default();
        for line in [&self.picture.line, &self.picture.other] {
            let points: Vec<Pos2> = line.iter().map(|(x, y)| self.at(*x, *y)).collect();
            obstacles.polyline(&points);
        }
        let zero = self.at(0.0, 0.0).y;
        obstacles
            .polyline(&[Pos2::new(self.frame.left(), zero), Pos2::new(self.frame.right(), zero)]);
        if let Some(full_s) = self.picture.full_s {
            let x = self.at(full_s, 0.0).x;
            let edge = [Pos2::new(x, self.frame.top()), Pos2::new(x, self.frame.bottom())];
            obstacles.faint.push(edge);
        }
        obstacles
    }
}
