//! The parts of the report that are left out where they have nothing to say: what is visible and
//! what is hidden, and money.

use std::io::{self, Write};

use super::report::Columns;
use crate::analysis::{
    Analysis, Contact, Figure, FigureKey, Lack, ProfitPoint, ProfitRule, Stretch, cost_structure,
    profit_curve,
};
use crate::blueprint::{Line, Scenario, ValueKind, Zone};
use crate::process;
use crate::wording::{Amount, Wording};

/// A section under construction. What was never asked for gets no row, and what keeps several
/// figures from being known is said at the first of them.
struct Section<'a> {
    scenario: &'a Scenario,
    wording: &'a Wording,
    rows: Vec<Vec<String>>,
    /// Whether a row has a number.
    speaks: bool,
}

impl<'a> Section<'a> {
    fn new(scenario: &'a Scenario, wording: &'a Wording) -> Self {
        Self { scenario, wording, rows: Vec::new(), speaks: false }
    }

    fn row(&mut self, key: FigureKey, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'a>) {
        let wording = self.wording;
        let remark = if figure.value.is_some() {
            self.speaks = true;
            wording.basis(figure.basis, amount)
        } else {
            let needless = figure.lacks.iter().any(|lack| was_not_asked(*lack));
            let Some(lacks) = wording.lacks(&figure.lacks, self.scenario) else { return };
            if needless || self.rows.iter().any(|row| row.last() == Some(&lacks)) {
                return;
            }
            lacks
        };
        let value = wording.figure(figure, amount);
        self.rows.push(vec![wording.figure_name(key).to_owned(), value, remark]);
    }

    /// A row for a figure that says nothing where it is zero.
    fn row_if_any(&mut self, key: FigureKey, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'a>) {
        if figure.value != Some(0.0) {
            self.row(key, figure, amount);
        }
    }

    /// Adds to the remark of the last row.
    fn remark(&mut self, remark: &str) {
        if let Some(last) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            last.push_str(self.wording.text("report-remark-separator"));
            last.push_str(remark);
        }
    }

    fn write(self, out: &mut dyn Write, title: &str) -> io::Result<()> {
        if !self.speaks {
            return Ok(());
        }
        writeln!(out, "\n{}", self.wording.text(title))?;
        Columns { rows: self.rows, right: false }.write(out)
    }
}

/// Whether a figure has no number only because nobody wanted one, or for a reason that is said with
/// the flow as a whole.
fn was_not_asked(lack: Lack) -> bool {
    matches!(
        lack,
        Lack::Flow
            | Lack::SoundFlow
            | Lack::Demand
            | Lack::SpareCapacity
            | Lack::Limit
            | Lack::StaffRole
            | Lack::Price
            | Lack::ValueMarks
            | Lack::Cost
            | Lack::BusyCost
            | Lack::Method
    )
}

/// Writes what customers see and meet.
pub(super) fn write_experience(
    out: &mut dyn Write,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let experience = &analysis.experience;
    let mut section = Section::new(scenario, wording);
    let stretches = Zone::ALL
        .into_iter()
        .map(Stretch::Zone)
        .chain([Stretch::InFrontOf(Line::Visibility), Stretch::Behind(Line::Visibility)]);
    for stretch in stretches {
        let work = experience.work_in(stretch);
        section.row_if_any(FigureKey::WorkIn(stretch), &work.time_s, &Amount::Seconds);
        if let (Some(_), Some(triggered)) = (work.time_s.value, work.triggered_s.value)
            && triggered > 0.0
        {
            let time = wording.time(triggered);
            section.remark(&wording.with("report-triggered", &[("time", time.into())]));
        }
    }
    let visibility = experience.line(Line::Visibility);
    let inner = experience.line(Line::InternalInteraction);
    for (contact, figure) in [
        (Contact::MomentOfTruth, &experience.moments_of_truth),
        (Contact::Crossing(Line::Visibility), &visibility.crossings),
        (Contact::Trigger(Line::Visibility), &visibility.triggers),
        (Contact::Crossing(Line::InternalInteraction), &inner.crossings),
        (Contact::Trigger(Line::InternalInteraction), &inner.triggers),
    ] {
        section.row_if_any(FigureKey::Contacts(contact), figure, &Amount::Number);
    }
    section.row(FigureKey::HandOffs, &experience.hand_offs, &Amount::Number);
    let adding = experience.value_share(ValueKind::Adding);
    section.row(FigureKey::ValueShare(ValueKind::Adding), adding, &Amount::Share);
    for value in [ValueKind::Necessary, ValueKind::Waste] {
        let share = experience.value_share(value);
        section.row_if_any(FigureKey::ValueShare(value), share, &Amount::Share);
    }
    section.row(FigureKey::WaitingShare, &experience.waiting_share, &Amount::Share);
    section.row(FigureKey::FlowEfficiency, &experience.flow_efficiency, &Amount::Share);
    section.write(out, "report-experience")
}

/// Writes what a customer costs and leaves, if the blueprint names any money.
pub(super) fn write_money(
    out: &mut dyn Write,
    currency: &str,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let demand = scenario.demand();
    let names_money = demand.price.is_some()
        || demand.overhead_per_hour.get() > 0.0
        || scenario.roles().values().any(|role| role.cost_per_hour.is_some())
        || analysis.money.material_per_customer.value.is_some_and(|material| material > 0.0);
    if !names_money {
        return Ok(());
    }
    let amount = |value| Amount::Money(value, currency);
    let money = &analysis.money;
    let mut section = Section::new(scenario, wording);
    for (key, figure) in [
        (FigureKey::Cost, &analysis.cost_per_customer),
        (FigureKey::Margin, &money.margin_per_customer),
        (FigureKey::Profit, &analysis.profit_per_hour),
        (FigureKey::ProfitAtCapacity, &money.profit_at_capacity_per_hour),
        (FigureKey::BusyCost, &money.busy_cost_per_customer),
        (FigureKey::ExecutionProfit, &money.execution_profit_per_customer),
    ] {
        section.row(key, figure, &amount);
    }
    section.row(FigureKey::BreakEvenTime, &money.break_even_time_s, &Amount::Seconds);
    section.row_if_any(FigureKey::DelayCost, &money.delay_cost_per_minute, &amount);
    section.speaks |= !section.rows.is_empty();
    section.write(out, "report-money")?;
    write_structure(out, currency, scenario, analysis, wording)?;
    write_curve(out, currency, scenario, analysis, wording)
}

/// Writes what the price goes to, as a table of parts.
fn write_structure(
    out: &mut dyn Write,
    currency: &str,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let process = process::compile(scenario);
    let Some(parts) = cost_structure(scenario, &process, analysis) else { return Ok(()) };
    let money = |amount: f64| wording.money(amount, currency);
    let mut rows = Vec::new();
    let mut row = |name: &str, amount: f64| {
        if amount != 0.0 {
            rows.push(vec![format!("  {name}"), money(amount)]);
        }
    };
    for role in &parts.roles {
        let name = wording.role(role.role, scenario);
        row(&wording.with("report-role-busy", &[("name", name.into())]), role.busy);
        row(&wording.with("report-role-idle", &[("name", name.into())]), role.idle);
    }
    row(wording.text("report-overhead"), parts.overhead);
    row(wording.text("report-material"), parts.material);
    row(wording.text("report-margin"), parts.margin.unwrap_or(0.0));
    if rows.len() < 2 {
        return Ok(());
    }
    let total = Figure::new(parts.total, parts.basis);
    let total = match parts.margin {
        Some(_) => money(parts.total),
        None => wording.marked(&total, |value| Amount::Money(value, currency)),
    };
    writeln!(out, "{}", wording.with("report-cost-structure", &[("total", total.into())]))?;
    Columns { rows, right: true }.write(out)
}

/// Writes profit at the marks of the profit curve, and where its reach ends.
fn write_curve(
    out: &mut dyn Write,
    currency: &str,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let Ok(curve) = profit_curve(scenario, analysis, ProfitRule::PaidTime) else { return Ok(()) };
    let is_beyond = |point: &ProfitPoint| {
        curve.full.as_ref().is_some_and(|full| point.execution_s > full.point.execution_s)
    };
    writeln!(out, "{}", wording.profit_title(&curve))?;
    let rows = curve.marks.iter().map(|mark| {
        let beyond = if is_beyond(&mark.point) { wording.text("report-beyond") } else { "" };
        vec![
            format!("  {}", wording.profit_mark(mark.kind)),
            wording.time(mark.point.execution_s),
            format!("{}{beyond}", wording.money(mark.point.profit, currency)),
        ]
    });
    Columns { rows: rows.collect(), right: true }.write(out)?;
    match wording.profit_reach(&curve, scenario) {
        Some(reach) => writeln!(out, "  {reach}"),
        None => Ok(()),
    }
}
