//! The summary: what may be changed, and what the service can do and costs.

use super::cells::{amounts, basis, computed, computed_text, header, numbers, shares};
use super::places::{
    CAPACITY, COST, DEMAND, FIXED, MATERIAL, OUTPUT, OVERHEAD, PAID, PRICE, ROLE_CAPACITY,
    ROLE_PAID, of_roles,
};
use super::{Rows, Shown};
use crate::analysis::{Figure, FigureKey};
use crate::blueprint::Quantity;
use crate::exchange::{CellLook, NumberFormat, SheetCell};
use crate::wording::{Amount, Wording};

/// What the cells of a row are made of.
struct Line<'a> {
    name: &'a str,
    unit: &'a str,
    value: SheetCell,
    basis: SheetCell,
    remark: &'a str,
}

impl Line<'_> {
    fn row(self) -> Vec<SheetCell> {
        let Self { name, unit, value, basis, remark } = self;
        vec![SheetCell::text(name), value, SheetCell::text(unit), basis, SheetCell::text(remark)]
    }
}

/// The rows of the summary; `live` as [`Shown::is_live`] says.
pub fn rows(shown: &Shown<'_>, live: bool) -> Rows {
    let (words, analysis) = (shown.words, &shown.analysis);
    let title = shown.title();
    let headings = ["workbook-value", "workbook-unit", "workbook-basis", "workbook-remark"];
    let mut rows =
        vec![header(std::iter::once(title.as_str()).chain(headings.map(|key| words.text(key))))];
    rows.extend(inputs(shown));
    rows.extend(capacity(shown, live));
    rows.extend(money(shown, live));
    let steps = analysis.bottleneck.iter().map(|step| words.step(*step, shown.scenario));
    let bottleneck = words.list(&steps.collect::<Vec<_>>(), 12);
    for (name, unit, value) in [
        (
            words.text("workbook-fixed-limit"),
            words.text("workbook-unit-hour"),
            computed(shown.fixed_limit(), amounts()),
        ),
        (words.text("figure-bottleneck"), "", computed_text(bottleneck)),
    ] {
        let remark = words.text("workbook-as-of-export");
        rows.push(Line { name, unit, value, basis: blank(), remark }.row());
    }
    let seconds = |key, figure: &Figure| figure_line(words, key, figure, Amount::Seconds);
    rows.push(seconds(FigureKey::RushOrderTime, &analysis.rush_order_time_s));
    rows.push(seconds(FigureKey::ThroughputTime, &analysis.throughput_time_s));
    rows.push(figure_line(words, FigureKey::WorkInProcess, &analysis.wip, Amount::Number));
    rows.push(seconds(FigureKey::LabourContent, &analysis.direct_labour_content_s));
    let labour = &analysis.direct_labour_utilisation;
    rows.push(figure_line(words, FigureKey::LabourUtilisation, labour, Amount::Share));
    rows.push(figure_line(words, FigureKey::Balance, &analysis.balance, Amount::Share));
    rows.extend(kept(shown));
    rows
}

fn blank() -> SheetCell {
    SheetCell::blank()
}

/// What may be changed.
fn inputs(shown: &Shown<'_>) -> Rows {
    let (words, demand) = (shown.words, shown.scenario.demand());
    let currency = shown.source.blueprint.currency();
    let hour = words.text("workbook-unit-hour");
    let line = |name, number: Option<Quantity>, unit| {
        let value = SheetCell::number(number.map(Quantity::get), NumberFormat::General);
        let value = value.looking(CellLook::Input);
        Line { name, unit, value, basis: blank(), remark: words.text("workbook-input") }.row()
    };
    let money_per_hour = words.with("workbook-money-per-hour", &[("currency", currency.into())]);
    vec![
        line(words.text("figure-demand"), demand.steady_rate(), hour),
        line(words.text("details-price"), demand.price, currency),
        line(words.text("report-overhead"), Some(demand.overhead_per_hour), &money_per_hour),
    ]
}

/// What figures rest on that no formula follows; it is read back.
fn kept(shown: &Shown<'_>) -> Rows {
    let (words, demand) = (shown.words, shown.scenario.demand());
    let line = |name, number: Option<Quantity>, unit| {
        let value = SheetCell::number(number.map(Quantity::get), NumberFormat::General);
        let remark = words.text("workbook-recompute");
        Line { name: words.text(name), unit, value, basis: blank(), remark }.row()
    };
    vec![
        line("workbook-opening-hours", demand.opening_hours, words.text("workbook-unit-hours")),
        line("workbook-gap-scv", Some(demand.gap_scv), ""),
    ]
}

/// A figure that was computed and does not follow changes.
fn figure_line<'a>(
    words: &Wording,
    key: FigureKey,
    figure: &Figure,
    amount: impl FnOnce(f64) -> Amount<'a>,
) -> Vec<SheetCell> {
    let amount = amount(figure.value.unwrap_or_default());
    let (unit, format) = match amount {
        Amount::Seconds(_) | Amount::ClockSeconds(_) => {
            (words.text("workbook-unit-second"), numbers())
        }
        Amount::PerHour(_) => (words.text("workbook-unit-hour"), amounts()),
        Amount::Share(_) | Amount::Points(_) => ("", shares()),
        Amount::Money(_, currency) => (currency, amounts()),
        Amount::Number(_) => ("", numbers()),
    };
    let name = words.figure_name(key);
    let (value, basis) = (computed(figure.value, format), basis(figure, |_| amount, words));
    Line { name, unit, value, basis, remark: words.text("workbook-as-of-export") }.row()
}

/// A number that follows changes where that is true, else as it was.
struct Following<'a> {
    shown: &'a Shown<'a>,
    live: bool,
}

impl Following<'_> {
    fn row<'a>(
        &self,
        (name, unit): (&str, &str),
        figure: &Figure,
        formula: String,
        (format, amount): (NumberFormat, impl FnOnce(f64) -> Amount<'a>),
    ) -> Vec<SheetCell> {
        let words = self.shown.words;
        let (value, remark) = if self.live {
            (SheetCell::formula(formula, figure.value, format), "")
        } else {
            (computed(figure.value, format), words.text("workbook-recompute"))
        };
        Line { name, unit, value, basis: basis(figure, amount, words), remark }.row()
    }
}

/// What the service can do.
fn capacity(shown: &Shown<'_>, live: bool) -> Rows {
    let (words, analysis) = (shown.words, &shown.analysis);
    let of = Following { shown, live };
    let hour = words.text("workbook-unit-hour");
    let sheet = words.text("workbook-roles");
    let roles = shown.scenario.roles().len();
    let capacities = match roles {
        0 => String::new(),
        _ => format!("{},", of_roles(sheet, ROLE_CAPACITY, roles)),
    };
    let growth = match analysis.demand_per_hour.value {
        Some(_) => analysis.growth_per_hour.clone(),
        None => Figure::default(),
    };
    vec![
        of.row(
            (words.figure_name(FigureKey::Capacity), hour),
            &analysis.capacity_per_hour,
            format!("MIN({capacities}B{FIXED})"),
            (amounts(), Amount::PerHour),
        ),
        of.row(
            (words.text("figure-output"), hour),
            &analysis.output_per_hour,
            format!("IF(ISNUMBER(B{DEMAND}),MIN(B{DEMAND},B{CAPACITY}),B{CAPACITY})"),
            (amounts(), Amount::PerHour),
        ),
        of.row(
            (words.figure_name(FigureKey::Utilisation), ""),
            &analysis.utilisation,
            format!("IF(ISNUMBER(B{DEMAND}),IF(B{CAPACITY}>0,B{DEMAND}/B{CAPACITY},\"\"),\"\")"),
            (shares(), Amount::Share),
        ),
        of.row(
            (words.text("figure-growth"), hour),
            &growth,
            format!("IF(ISNUMBER(B{DEMAND}),MAX(B{DEMAND}-B{CAPACITY},0),\"\")"),
            (amounts(), Amount::PerHour),
        ),
        of.row(
            (words.figure_name(FigureKey::CycleTime), words.text("workbook-unit-second")),
            &analysis.cycle_time_s,
            format!("IF(B{CAPACITY}>0,3600/B{CAPACITY},\"\")"),
            (numbers(), Amount::Seconds),
        ),
    ]
}

/// What it costs.
fn money(shown: &Shown<'_>, live: bool) -> Rows {
    let (words, analysis, scenario) = (shown.words, &shown.analysis, shown.scenario);
    let currency = shown.source.blueprint.currency();
    // Where the cost is not known, neither is what is left of the price.
    let of = Following { shown, live: live && analysis.cost_per_customer.value.is_some() };
    let money = |value| Amount::Money(value, currency);
    let per_hour = words.with("workbook-money-per-hour", &[("currency", currency.into())]);
    let sheet = words.text("workbook-roles");
    let count = scenario.roles().len();
    let paid: f64 = scenario
        .roles()
        .values()
        .filter_map(|role| Some(f64::from(role.headcount) * role.cost_per_hour?.get()))
        .sum();
    let rated = scenario.roles().values().filter(|role| role.cost_per_hour.is_some()).count();
    let of_all = of_roles(sheet, ROLE_PAID, count);
    let paid_cell = if count == 0 {
        computed(Some(0.0), amounts())
    } else {
        let formula = format!("IF(COUNT({of_all})>0,SUM({of_all}),\"\")");
        SheetCell::formula(formula, (rated > 0).then_some(paid), amounts())
    };
    // Who empties a cost that the sum rests on has none that is true.
    let cost = format!("IF(B{OUTPUT}>0,SUM(B{PAID},B{OVERHEAD})/B{OUTPUT}+B{MATERIAL},\"\")");
    let cost = match rated.checked_sub(1) {
        Some(fewer) => format!("IF(COUNT({of_all})>{fewer},{cost},\"\")"),
        None => cost,
    };
    let profit_name = words.figure_name(FigureKey::Profit);
    let material = &analysis.money.material_per_customer;
    vec![
        Line {
            name: words.text("workbook-paid"),
            unit: &per_hour,
            value: paid_cell,
            basis: blank(),
            remark: "",
        }
        .row(),
        Line {
            name: words.text("report-material"),
            unit: currency,
            value: computed(material.value, amounts()),
            basis: basis(material, money, words),
            remark: words.text("workbook-as-of-export"),
        }
        .row(),
        of.row(
            (words.figure_name(FigureKey::Cost), currency),
            &analysis.cost_per_customer,
            cost,
            (amounts(), money),
        ),
        of.row(
            (words.figure_name(FigureKey::Margin), currency),
            &analysis.money.margin_per_customer,
            format!("IF(AND(ISNUMBER(B{PRICE}),ISNUMBER(B{COST})),B{PRICE}-B{COST},\"\")"),
            (amounts(), money),
        ),
        of.row(
            (profit_name, currency),
            &analysis.profit_per_hour,
            format!(
                "IF(AND(ISNUMBER(B{PRICE}),ISNUMBER(B{COST})),(B{PRICE}-B{COST})*B{OUTPUT},\"\")"
            ),
            (amounts(), money),
        ),
    ]
}
