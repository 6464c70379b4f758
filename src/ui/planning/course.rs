//! The value against the number that is looked at: worked out off the thread where that takes long, and the same
//! while the number is dragged.

use std::sync::Arc;

use egui::{Rect, Ui, WidgetInfo, accesskit::Role};

use crate::background::{Kept, Memo, Pace, Snapshot};
use crate::blueprint::SheetId;
use crate::blueprint::sheets::{Purpose, Sheet};
use crate::drawing::charts::{Course, Easel};
use crate::pictures::planning::{Between, axis_end, course, value_name};
use crate::planning::exact::Number;
use crate::planning::sheet::{Place, Run, Sample, bends, is_whole, relaxed, run, sample};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::paint::{self, FontWidths, from_egui};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::keeper::is_quick;
use super::numbers::Dragged;
use super::{PlanningDesk, Shown};

/// Values of a staircase at most.
const MOST_SAMPLES: i64 = 60;
/// Plans that are looked at for the bends of a line at most.
const MOST_BENDS: usize = 60;
/// Sentences below the curve at most.
const MOST_LINES: usize = 3;

/// What a curve is of: the sheet without the number itself, the number, and between which ends.
#[derive(Clone, PartialEq)]
struct Of {
    id: SheetId,
    sheet: Arc<Sheet>,
    place: Place,
    ends: (Number, Number),
}

/// What there is to draw.
#[derive(Clone, Default)]
struct Found {
    run: Option<Run>,
    samples: Vec<Sample>,
}

/// Keeps the curve.
pub(super) struct CourseKeeper {
    pieces: Kept<Of, Option<Run>>,
    stairs: Kept<Of, Vec<Sample>>,
    /// The ends of the axis, which stay while a number is dragged.
    ends: Option<(SheetId, Place, (Number, Number))>,
    /// The sheet without the number.
    bare: Memo<(Snapshot<Sheet>, Place), Arc<Sheet>>,
}

impl Default for CourseKeeper {
    fn default() -> Self {
        Self {
            pieces: Kept::new("value against a number"),
            stairs: Kept::new("staircase of values"),
            ends: None,
            bare: Memo::default(),
        }
    }
}

impl CourseKeeper {
    pub fn is_busy(&self) -> bool {
        self.pieces.is_busy() || self.stairs.is_busy()
    }

    /// The ends of the axis for a number: they stay as long as it is inside and the same is looked at.
    fn ends(
        &mut self,
        shown: &Shown,
        place: Place,
        now: &Number,
        is_held: bool,
    ) -> (Number, Number) {
        let id = shown.id;
        let is_share = shown.sheet.is_share(place);
        let kept = self.ends.take().filter(|(of, at, (from, to))| {
            let is_inside = now >= from && now <= to;
            let is_near = is_held || *to <= axis_end(&(now + now), is_share);
            *of == id && *at == place && is_inside && is_near
        });
        let (.., ends) = self.ends.insert(kept.unwrap_or_else(|| {
            let end = axis_end(now, is_share);
            let from = if now.is_negative() { -&end } else { Number::zero() };
            (id, place, (from, end))
        }));
        ends.clone()
    }

    /// What is known of the curve of a number.
    fn found(&mut self, ui: &Ui, shown: &Shown, place: Place, ends: &(Number, Number)) -> Found {
        // The curve is the same wherever on it the number is.
        let key = (Snapshot::of(&shown.sheet), place);
        let bare = self.bare.get(key, || Arc::new(shown.sheet.with(place, &Number::zero())));
        let of = Of { id: shown.id, sheet: Arc::clone(bare), place, ends: ends.clone() };
        let when = if is_quick(&shown.sheet) { Pace::AtOnce } else { Pace::Beside };
        let (sheet, range) = (Arc::clone(&shown.sheet), ends.clone());
        self.pieces.follow(&of, ui.ctx(), when, move |_| {
            let reals = relaxed(&sheet);
            let place =
                if reals.count.is_none() && place == Place::Count { Place::Total } else { place };
            run(&reals, place, &range.0, &range.1).ok().flatten()
        });
        let is_exact = self.pieces.value().is_some_and(Option::is_some);
        let is_stepped = is_whole(&shown.sheet) || !is_exact && self.pieces.is_for(&of);
        if !is_stepped {
            self.stairs.rest();
            let run = self.pieces.value().cloned().flatten();
            return Found { run, samples: Vec::new() };
        }
        let (sheet, range) = (Arc::clone(&shown.sheet), ends.clone());
        let when = if is_quick(&shown.sheet) && shown.sheet.items.len() <= 3 {
            Pace::AtOnce
        } else {
            Pace::Beside
        };
        self.stairs.follow(&of, ui.ctx(), when, move |signal| {
            let is_cancelled = || signal.is_cancelled();
            if let (Place::Worth(item), true) = (place, is_whole(&sheet)) {
                let ends = (&range.0, &range.1);
                if let Ok(Some(bends)) = bends(&sheet, item, ends, MOST_BENDS, &is_cancelled) {
                    return bends;
                }
            }
            let numbers = steps(&range, is_whole(&sheet));
            sample(&sheet, place, &numbers, &is_cancelled).unwrap_or_default()
        });
        let is_own =
            self.stairs.value_key().is_some_and(|key| key.id == of.id && key.place == place);
        let samples = self.stairs.value().filter(|_| is_own).cloned().unwrap_or_default();
        Found { run: self.pieces.value().cloned().flatten(), samples }
    }
}

/// The first limit that holds the plan back: of the others one more brings nothing.
fn binding(shown: &Shown) -> Option<Place> {
    let limits = &shown.answer.as_ref()?.limits;
    let is_shown = |place: Place| match place {
        Place::LimitAmount(at) => shown.sheet.limits.get(at).is_some_and(|it| !it.is_hidden),
        _ => false,
    };
    limits.iter().find(|it| it.binding == Some(true) && is_shown(it.place)).map(|it| it.place)
}

/// Numbers between two ends, whole ones where they are few.
fn steps((from, to): &(Number, Number), is_whole: bool) -> Vec<Number> {
    let width = to - from;
    let count = width.to_i64().filter(|count| is_whole && (1..=MOST_SAMPLES).contains(count));
    let count = count.unwrap_or(MOST_SAMPLES);
    let step = Number::fraction(1, count).unwrap_or_default();
    let step = &width * &step;
    (0..=count).map(|at| from + &(&Number::whole(at) * &step)).collect()
}

impl PlanningDesk {
    /// The number that the curve is drawn against: the one that was looked at last, else the first amount.
    fn about(&self, shown: &Shown) -> Option<Place> {
        let sheet = &shown.sheet;
        let first = match sheet.purpose {
            Purpose::Transport => Place::Demand(0),
            Purpose::Assignment => Place::Cell { from: 0, to: 0 },
            _ => binding(shown).unwrap_or(Place::LimitAmount(0)),
        };
        let place = self.grid.about.unwrap_or(first);
        sheet.figure_at(place)?.number().ok()?;
        Some(place)
    }

    /// Draws the curve into a part of the page.
    pub(super) fn course(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        shown: &Shown,
        area: Rect,
    ) {
        let tokens = view.tokens;
        let Some(place) = self.about(shown) else {
            let text = view.text("planner-pick-number");
            let galley = ui.painter().layout(
                text.to_owned(),
                font(Weight::Regular, BODY),
                tokens.muted,
                area.width() - 24.0,
            );
            ui.painter().galley(area.min + egui::vec2(0.0, 8.0), galley, tokens.muted);
            return;
        };
        let now = shown.sheet.figure_at(place).and_then(|figure| figure.number().ok());
        let Some(now) = now else { return };
        let ends = self.course.ends(shown, place, &now, self.grid.is_dragging());
        let found = self.course.found(ui, shown, place, &ends);
        let answer = shown.answer.as_deref().filter(|_| !shown.is_stale);
        let name = value_name(&shown.sheet, place, view.words);
        let title = view.words.with("planner-course", &[("name", name.as_str().into())]);
        let head = elided(ui, &title, font(Weight::Semibold, BODY), tokens.ink, area.width());
        let top = area.top() + head.size().y + 6.0;
        ui.painter().galley(area.min, head, tokens.ink);
        let mut values = course(
            (&ends.0, &ends.1),
            found.run.as_ref(),
            (&found.samples, Between::of(is_whole(&shown.sheet), place)),
            (Some(&now), answer),
            (name, shown.sheet.is_share(place)),
            view.words,
        );
        let dragged = self.grid.dragged.as_ref().filter(|dragged| dragged.place == place);
        values.ghost = ghost(shown, dragged);
        // What changes where, in sentences below.
        let corners = found.run.iter().flat_map(|run| &run.corners);
        let lines: Vec<String> = corners
            .filter(|corner| !corner.changes.is_empty())
            .take(MOST_LINES)
            .map(|corner| view.words.run_corner(corner))
            .collect();
        let line_height = 15.0;
        let foot = line_height * lines.len() as f32 + if lines.is_empty() { 0.0 } else { 6.0 };
        let plot = Rect::from_min_max(
            egui::pos2(area.left(), top),
            egui::pos2(area.right(), area.bottom() - foot),
        );
        if values.is_empty() && !self.course.is_busy() {
            let why = view.text("planner-no-course");
            let galley = ui.painter().layout(
                why.to_owned(),
                font(Weight::Regular, BODY),
                tokens.muted,
                area.width(),
            );
            ui.painter().galley(plot.min, galley, tokens.muted);
            return;
        }
        self.draw_course(ui, &values, plot, &title, &lines);
        let mut y = plot.bottom() + 6.0;
        for line in &lines {
            let text = elided(ui, line, font(Weight::Regular, SMALL), tokens.muted, area.width());
            let at = Rect::from_min_size(egui::pos2(area.left(), y), text.size());
            ui.painter().galley(at.min, text, tokens.muted);
            ui.interact(at, ui.scope_id().with(("corner", line)), egui::Sense::hover())
                .on_hover_text(line);
            y += line_height;
        }
    }

    fn draw_course(&mut self, ui: &Ui, values: &Course, area: Rect, title: &str, lines: &[String]) {
        if area.height() < 70.0 || area.width() < 120.0 {
            return;
        }
        let ctx = ui.ctx().clone();
        let widths = FontWidths { ctx: &ctx, known: &self.widths };
        let easel = Easel::plain(&widths);
        self.list.clear();
        self.list.clip_to(from_egui(area));
        values.laid(&easel, from_egui(area)).draw(&mut self.list);
        paint::paint(ui.painter(), &self.list);
        let response = ui.interact(area, ui.scope_id().with("course"), egui::Sense::hover());
        let mut said = title.to_owned();
        for line in values.present.iter().map(|(_, text)| text).chain(lines) {
            said.push_str("; ");
            said.push_str(line);
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &said));
    }
}

/// Where the value was before the number was dragged.
fn ghost(shown: &Shown, dragged: Option<&Dragged>) -> Option<(f64, f64)> {
    let value = shown.ghost.as_ref()?.value.as_ref()?.to_f64();
    let dragged = dragged?;
    // The axis of a share is in per cent, however it is written.
    let is_bare = shown.sheet.is_share(dragged.place) && !dragged.is_share();
    let unit = if is_bare { 100.0 } else { 1.0 };
    Some((dragged.from().to_f64() * unit, value))
}
