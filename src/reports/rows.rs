//! Figures one below the other: their names, their numbers and what is to be remarked. The command line
//! prints the same rows.

use crate::analysis::{
    Contact, Figure, FigureKey, Lack, ProfitPoint, ProfitRule, Stretch, cost_structure,
    profit_curve,
};
use crate::blueprint::{Line, ValueKind, Zone};
use crate::pictures::Shown;
use crate::process;
use crate::wording::Amount;

/// A figure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What it is called.
    pub name: String,
    /// The number with its unit, or a dash.
    pub value: String,
    /// How far it can be trusted, or what it lacks.
    pub remark: String,
}

/// Rows under construction. What was never asked for gets none, and what keeps several figures from
/// being known is said at the first of them.
struct Rows<'a> {
    shown: &'a Shown<'a>,
    written: Vec<FigureRow>,
    /// Whether a row has a number.
    speaks: bool,
}

impl<'a> Rows<'a> {
    fn new(shown: &'a Shown<'a>) -> Self {
        Self { shown, written: Vec::new(), speaks: false }
    }

    fn row(&mut self, key: FigureKey, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'a>) {
        let words = self.shown.words;
        let remark = if figure.value.is_some() {
            self.speaks = true;
            words.basis(figure.basis, amount)
        } else {
            let needless = figure.lacks.iter().any(|lack| was_not_asked(*lack));
            let Some(lacks) = words.lacks(&figure.lacks, self.shown.scenario) else { return };
            if needless || self.written.iter().any(|row| row.remark == lacks) {
                return;
            }
            lacks
        };
        let (name, value) = (words.figure_name(key).to_owned(), words.figure(figure, amount));
        self.written.push(FigureRow { name, value, remark });
    }

    /// A row for a figure that says nothing where it is zero.
    fn row_if_any(&mut self, key: FigureKey, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'a>) {
        if figure.value != Some(0.0) {
            self.row(key, figure, amount);
        }
    }

    /// Adds to the remark of the last row.
    fn remark(&mut self, remark: &str) {
        if let Some(last) = self.written.last_mut() {
            last.remark.push_str(self.shown.words.text("report-remark-separator"));
            last.remark.push_str(remark);
        }
    }

    /// The rows, where any has a number.
    fn told(self) -> Vec<FigureRow> {
        if self.speaks { self.written } else { Vec::new() }
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
            | Lack::Day
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

/// What customers see and meet; nothing where no number is known.
#[must_use]
pub fn experience_rows(shown: &Shown<'_>) -> Vec<FigureRow> {
    let (experience, words) = (&shown.analysis.experience, shown.words);
    let mut rows = Rows::new(shown);
    let stretches = Zone::ALL
        .into_iter()
        .map(Stretch::Zone)
        .chain([Stretch::InFrontOf(Line::Visibility), Stretch::Behind(Line::Visibility)]);
    for stretch in stretches {
        let work = experience.work_in(stretch);
        rows.row_if_any(FigureKey::WorkIn(stretch), &work.time_s, &Amount::Seconds);
        if let (Some(_), Some(triggered)) = (work.time_s.value, work.triggered_s.value)
            && triggered > 0.0
        {
            let time = words.time(triggered);
            rows.remark(&words.with("report-triggered", &[("time", time.into())]));
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
        rows.row_if_any(FigureKey::Contacts(contact), figure, &Amount::Number);
    }
    rows.row(FigureKey::HandOffs, &experience.hand_offs, &Amount::Number);
    for value in [ValueKind::Adding, ValueKind::Necessary, ValueKind::Waste] {
        rows.row(FigureKey::ValueShare(value), experience.value_share(value), &Amount::Share);
    }
    rows.row(FigureKey::WaitingShare, &experience.waiting_share, &Amount::Share);
    rows.row(FigureKey::FlowEfficiency, &experience.flow_efficiency, &Amount::Share);
    rows.told()
}

/// Whether a blueprint names any money.
#[must_use]
pub fn names_money(shown: &Shown<'_>) -> bool {
    let Shown { scenario, analysis, .. } = *shown;
    let demand = scenario.demand();
    demand.price.is_some()
        || demand.overhead_per_hour.get() > 0.0
        || scenario.roles().values().any(|role| role.cost_per_hour.is_some())
        || analysis.money.material_per_customer.value.is_some_and(|material| material > 0.0)
}

/// What a customer costs and leaves; nothing where the blueprint names no money.
#[must_use]
pub fn money_rows(shown: &Shown<'_>) -> Vec<FigureRow> {
    if !names_money(shown) {
        return Vec::new();
    }
    let Shown { analysis, currency, .. } = *shown;
    let amount = |value| Amount::Money(value, currency);
    let money = &analysis.money;
    let mut rows = Rows::new(shown);
    for (key, figure) in [
        (FigureKey::Cost, &analysis.cost_per_customer),
        (FigureKey::Margin, &money.margin_per_customer),
        (FigureKey::Profit, &analysis.profit_per_hour),
        (FigureKey::ProfitAtCapacity, &money.profit_at_capacity_per_hour),
        (FigureKey::BusyCost, &money.busy_cost_per_customer),
        (FigureKey::ExecutionProfit, &money.execution_profit_per_customer),
    ] {
        rows.row(key, figure, &amount);
    }
    rows.row(FigureKey::BreakEvenTime, &money.break_even_time_s, &Amount::Seconds);
    rows.row_if_any(FigureKey::DelayCost, &money.delay_cost_per_minute, &amount);
    rows.written
}

/// What the price, or the cost, of a customer goes to: the total in words, and the parts, each with its
/// amount. `None` where there are fewer than two.
#[must_use]
pub fn cost_rows(shown: &Shown<'_>) -> Option<(String, Vec<(String, String)>)> {
    let Shown { scenario, analysis, words, currency } = *shown;
    let process = process::compile(scenario);
    let parts = cost_structure(scenario, &process, analysis)?;
    let money = |amount: f64| words.money(amount, currency);
    let mut rows = Vec::new();
    let mut row = |name: String, amount: f64| {
        if amount != 0.0 {
            rows.push((name, money(amount)));
        }
    };
    for role in &parts.roles {
        let name = words.role(role.role, scenario);
        row(words.with("report-role-busy", &[("name", name.into())]), role.busy);
        row(words.with("report-role-idle", &[("name", name.into())]), role.idle);
    }
    row(words.text("report-overhead").to_owned(), parts.overhead);
    row(words.text("report-material").to_owned(), parts.material);
    row(words.text("report-margin").to_owned(), parts.margin.unwrap_or(0.0));
    if rows.len() < 2 {
        return None;
    }
    let total = Figure::new(parts.total, parts.basis);
    let total = match parts.margin {
        Some(_) => money(parts.total),
        None => words.marked(&total, |value| Amount::Money(value, currency)),
    };
    Some((total, rows))
}

/// Profit at the marks of the profit curve: what the curve shows, for each mark its name, the time and
/// the profit, and where its reach ends. `None` where there is no curve.
#[must_use]
pub fn profit_rows(shown: &Shown<'_>) -> Option<(String, Vec<[String; 3]>, Option<String>)> {
    let Shown { scenario, analysis, words, currency } = *shown;
    let curve = profit_curve(scenario, analysis, ProfitRule::PaidTime).ok()?;
    let is_beyond = |point: &ProfitPoint| {
        curve.full.as_ref().is_some_and(|full| point.execution_s > full.point.execution_s)
    };
    let rows = curve.marks.iter().map(|mark| {
        let beyond = if is_beyond(&mark.point) { words.text("report-beyond") } else { "" };
        [
            words.profit_mark(mark.kind).to_owned(),
            words.time(mark.point.execution_s),
            format!("{}{beyond}", words.money(mark.point.profit, currency)),
        ]
    });
    Some((words.profit_title(&curve), rows.collect(), words.profit_reach(&curve, scenario)))
}
