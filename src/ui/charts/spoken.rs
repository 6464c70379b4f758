//! The figures of the pictures as tables for those who cannot see them.

use egui::Ui;

use crate::analysis::{ProfitCurve, ProfitMarkKind};
use crate::ui::access;
use crate::ui::desk::Desk;

use super::load::{capacity, share};
use super::models::load::LoadPicture;
use super::models::money::{MoneyPicture, ProfitPicture};
use super::models::visit::{VisitPicture, VisitRow};
use super::models::waiting::WaitingPicture;
use super::money::{money, part_amount, part_name};
use super::truth::marked;
use super::visit::wait_text;

/// How many points of a curve are told: a step of load of about a tenth.
const POINTS_TOLD: usize = 12;

/// The loads: a pool to a row.
pub(super) fn load(ui: &mut Ui, desk: &Desk<'_>, picture: &LoadPicture) {
    let words = desk.words;
    let rows: Vec<Vec<String>> = picture
        .bars
        .iter()
        .filter_map(|bar| {
            let pool = desk.analysis.pools.get(bar.pool)?;
            let name = words.pool(&pool.pool, desk.scenario);
            Some(vec![name, share(desk, bar), capacity(desk, bar)])
        })
        .collect();
    let head =
        [desk.text("column-role"), desk.text("chart-load-share"), desk.text("chart-load-capacity")];
    access::figures(ui, desk.text("chart-tab-load"), &head, &rows);
}

/// The visit: a step to a row, in the order of time.
pub(super) fn visit(ui: &mut Ui, desk: &Desk<'_>, picture: &VisitPicture) {
    let words = desk.words;
    let mut bars: Vec<_> = picture
        .rows
        .iter()
        .flat_map(|row| match row {
            VisitRow::Bars { bars, .. } => bars.as_slice(),
            VisitRow::Visibility => &[],
        })
        .collect();
    bars.sort_by(|a, b| a.start_s.total_cmp(&b.start_s).then(a.step.cmp(&b.step)));
    let rows: Vec<Vec<String>> = bars
        .into_iter()
        .map(|bar| {
            vec![
                words.step(bar.step, desk.scenario).to_owned(),
                words.time(bar.start_s),
                words.time(bar.end_s),
                wait_text(desk, bar),
            ]
        })
        .collect();
    let head = ["column-step", "chart-column-from", "chart-column-to", "column-wait"];
    access::figures(ui, desk.text("chart-tab-visit"), &head.map(|key| desk.text(key)), &rows);
}

/// The waits: the time through at demands up to the capacity.
pub(super) fn waiting(ui: &mut Ui, desk: &Desk<'_>, picture: &WaitingPicture) {
    let words = desk.words;
    let apart = picture.curve.len().div_ceil(POINTS_TOLD).max(1);
    let told = picture.curve.iter().step_by(apart).copied();
    let marks = picture.compared.iter().map(|(_, demand, seconds)| (*demand, *seconds));
    let now = picture.present.and_then(|(demand, seconds)| Some((demand, seconds?)));
    let mut points: Vec<(f64, f64)> = told.chain(marks).chain(now).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| (a.0 - b.0).abs() < 1e-9);
    let rows: Vec<Vec<String>> = points
        .into_iter()
        .map(|(demand, seconds)| {
            let time = marked(words, picture.basis(demand), &words.time(seconds));
            vec![words.rate(demand), time]
        })
        .collect();
    let head = ["chart-column-demand", "chart-column-time"].map(|key| desk.text(key));
    access::figures(ui, desk.text("chart-tab-waiting"), &head, &rows);
}

/// Where a customer's money goes: a part to a row.
pub(super) fn parts(ui: &mut Ui, desk: &Desk<'_>, picture: &MoneyPicture) {
    let rows: Vec<Vec<String>> = picture
        .parts
        .iter()
        .map(|part| vec![part_name(desk, part.kind).to_owned(), part_amount(desk, picture, part)])
        .collect();
    let head = ["chart-column-part", "chart-column-amount"].map(|key| desk.text(key));
    access::figures(ui, desk.text("chart-tab-money"), &head, &rows);
}

/// Profit by the time that the work takes, at the marks and at the ends of the line.
pub(super) fn profit(ui: &mut Ui, desk: &Desk<'_>, picture: &ProfitPicture, curve: &ProfitCurve) {
    let words = desk.words;
    let amount = |profit| marked(words, picture.basis, &money(desk, profit));
    let marks = picture.marks.iter().map(|mark| {
        let key = match mark.kind {
            ProfitMarkKind::Present => "chart-money-now",
            ProfitMarkKind::BreakEven => "chart-money-break-even",
            ProfitMarkKind::Standard => "chart-money-standard",
            ProfitMarkKind::Acceptable => "chart-money-acceptable",
        };
        let time = words.time(mark.point.execution_s);
        vec![words.with(key, &[("time", time.into())]), amount(mark.point.profit)]
    });
    let ends = picture.line.iter().map(|(at, profit)| vec![words.time(*at), amount(*profit)]);
    let rows: Vec<Vec<String>> = marks.chain(ends).collect();
    let head = ["chart-column-time", "chart-column-profit"].map(|key| desk.text(key));
    access::figures(ui, &words.profit_title(curve), &head, &rows);
}
