//! The matrix in the window: dots are clicked, dragged and moved by arrows.

use egui::{CursorIcon, Key, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role};

use crate::blueprint::{Rating, Share, StepId};
use crate::drawing::Subject;
use crate::drawing::charts::{Easel, Look, RiskPlot};
use crate::editor::Edit;
use crate::pictures::RiskChart;
use crate::process::ProblemPlace;
use crate::quality::RiskFigures;
use crate::ui::access;
use crate::ui::judging::change_fail_point;
use crate::ui::paint::{self, FontWidths, from_egui};
use crate::ui::panels::held::end_of_drag;
use crate::ui::view_context::{Action, RISK, ViewContext};

use super::RiskTab;

/// What is dragged: how far from its middle it was seized, and the axis as it was, which stays while it moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drag {
    step: StepId,
    off: egui::Vec2,
    pub span: (f64, f64),
}

/// By what an arrow key multiplies a likelihood.
const STEP: f64 = 1.1;

impl RiskTab {
    /// Shows the matrix.
    pub(super) fn matrix(
        &mut self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        chart: &RiskChart<'_>,
    ) {
        let Self { drag, list, widths } = self;
        let ctx = ui.ctx().clone();
        let mut area = ui.available_rect_before_wrap();
        // Not much higher than wide: both ways count alike.
        area.max.y = area.bottom().min(area.top() + area.width() * 1.1);
        let widths = FontWidths { ctx: &ctx, known: widths };
        let easel = if view.bottom.enlarged {
            Easel::of(from_egui(area).size(), &widths)
        } else {
            Easel::plain(&widths)
        };
        let Some(plot) = chart.values().laid(&easel, from_egui(area)) else { return };
        let title = view.words.labelled(view.text("chart-tab-risk"), &chart.headline());
        let whole = ui.interact(area, ui.scope_id().with("risk matrix"), Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &title));
        let mut pointed = None;
        for part in plot.parts() {
            let Subject::Part(at) = part.subject else { continue };
            let Some(risk) = chart.risk(at as usize) else { continue };
            let dot = Dot { risk, rect: paint::rect(part.rect), chart, plot: &plot };
            if dot.show(ui, view, drag) {
                pointed = Some(part.subject);
            }
        }
        let steps = view.editor.selection().steps.clone();
        let selected = |subject| match subject {
            Subject::Part(at) => {
                chart.risk(at as usize).is_some_and(|risk| steps.contains(&risk.step))
            }
            _ => false,
        };
        list.clear();
        list.clip_to(from_egui(area.expand(4.0).intersect(ui.clip_rect())));
        plot.draw(list, &Look { pointed, selected: Some(&selected) });
        paint::paint(ui.painter(), list);
        let table = chart.table();
        let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
        access::figures(ui, view.words, &table.name, &head, &table.rows);
        end_of_drag(ui, view, drag, RISK);
    }
}

/// A dot of the matrix.
struct Dot<'a> {
    risk: &'a RiskFigures,
    rect: Rect,
    chart: &'a RiskChart<'a>,
    plot: &'a RiskPlot<'a>,
}

impl Dot<'_> {
    /// Shows it; answers whether it is pointed at.
    fn show(&self, ui: &mut Ui, view: &mut ViewContext<'_>, drag: &mut Option<Drag>) -> bool {
        let step = self.risk.step;
        let id = ui.scope_id().with(("risk dot", step));
        let response = ui.interact(self.rect, id, Sense::click_and_drag());
        let said = self.chart.spoken(self.risk);
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, said.as_str()));
        if response.clicked() {
            view.ask(Action::GoTo(ProblemPlace::Step(step)));
        }
        if response.drag_started()
            && let Some(at) = ui.input(|input| input.pointer.press_origin())
        {
            let span = self.chart.values().span;
            *drag = Some(Drag { step, off: at - self.rect.center(), span });
        }
        let held = drag.filter(|drag| drag.step == step && response.dragged());
        if let Some((held, at)) = held.zip(ui.input(|input| input.pointer.latest_pos())) {
            let (likelihood, severity) = self.plot.read(paint::point(at - held.off));
            if let Some(edit) = self.moved(view, likelihood, severity) {
                view.ask(Action::Preview(RISK, edit.into()));
            }
        }
        if let Some(edit) = self.by_keys(ui, view, &response) {
            view.edit(edit);
        }
        let lively = response.hovered() || response.has_focus() || response.dragged();
        let response = response.on_hover_cursor(CursorIcon::Grab);
        if drag.is_none() {
            response.on_hover_text(said);
        }
        lively
    }

    /// The edit that moves the fail point; `None` where it lies there.
    fn moved(&self, view: &ViewContext<'_>, likelihood: f64, severity: f64) -> Option<Edit> {
        let fail = view.scenario.steps().get(&self.risk.step)?.fail.as_ref()?;
        let now = fail.how_often?.value();
        // How often it is visited leads from a customer to an execution.
        let visits = self.risk.per_customer? / now;
        let often = Share::percent(rounded(likelihood / visits * 100.0).min(100.0)).ok()?;
        // Within 1 to 10.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let severity = Rating::new(severity.round().clamp(1.0, 10.0) as u8).ok()?;
        let is_elsewhere = (often.value() / now - 1.0).abs() > 1e-9;
        change_fail_point(view, self.risk.step, |fail| {
            if is_elsewhere {
                fail.how_often = Some(often);
            }
            fail.severity = Some(severity);
        })
    }

    /// The edit of the arrow keys: left and right change how often, up and down how severe.
    fn by_keys(&self, ui: &Ui, view: &ViewContext<'_>, response: &Response) -> Option<Edit> {
        if !response.has_focus() {
            return None;
        }
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (across, up) = ui.input(|input| {
            let pressed = |key| i32::from(input.key_pressed(key));
            (
                pressed(Key::ArrowRight) - pressed(Key::ArrowLeft),
                pressed(Key::ArrowUp) - pressed(Key::ArrowDown),
            )
        });
        if (across, up) == (0, 0) {
            return None;
        }
        let fail = view.scenario.steps().get(&self.risk.step)?.fail.as_ref()?;
        let severity = f64::from(fail.severity?.get()) + f64::from(up);
        let likelihood = self.risk.per_customer? * STEP.powi(across);
        self.moved(view, likelihood, severity)
    }
}

/// A likelihood to two digits, as people say it.
fn rounded(share: f64) -> f64 {
    if share <= 0.0 || !share.is_finite() {
        return 0.0;
    }
    let unit = 10_f64.powf(share.log10().floor() - 1.0);
    // The product of two binary fractions: printed and read, it is the decimal that was meant.
    format!("{:.12}", (share / unit).round() * unit).parse().unwrap_or(share)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn likelihoods_have_two_digits() {
        for (exact, shown) in [(0.0217, 0.022), (0.1, 0.1), (0.001_049, 0.001), (0.0, 0.0)] {
            assert!((rounded(exact) - shown).abs() < 1e-12, "{exact}");
        }
    }
}
