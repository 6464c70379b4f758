//! The parts of the printed figures that are left out where they have nothing to say: what is visible and
//! what is hidden, and money.

use std::io::{self, Write};

use super::report::Columns;
use crate::pictures::Shown;
use crate::reports::{FigureRow, cost_rows, experience_rows, money_rows, names_money, profit_rows};

/// Writes what customers see and meet.
pub(super) fn write_experience(out: &mut dyn Write, shown: &Shown<'_>) -> io::Result<()> {
    write_rows(out, shown, "report-experience", experience_rows(shown))
}

/// Writes what a customer costs and leaves, if the blueprint names any money.
pub(super) fn write_money(out: &mut dyn Write, shown: &Shown<'_>) -> io::Result<()> {
    if !names_money(shown) {
        return Ok(());
    }
    write_rows(out, shown, "report-money", money_rows(shown))?;
    write_structure(out, shown)?;
    write_curve(out, shown)
}

fn write_rows(
    out: &mut dyn Write,
    shown: &Shown<'_>,
    title: &str,
    rows: Vec<FigureRow>,
) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", shown.words.text(title))?;
    let rows = rows.into_iter().map(|row| vec![row.name, row.value, row.remark]);
    Columns { rows: rows.collect(), right: false }.write(out)
}

/// Writes what the price goes to, as a table of parts.
fn write_structure(out: &mut dyn Write, shown: &Shown<'_>) -> io::Result<()> {
    let Some((total, parts)) = cost_rows(shown) else { return Ok(()) };
    writeln!(out, "{}", shown.words.with("report-cost-structure", &[("total", total.into())]))?;
    let rows = parts.into_iter().map(|(name, amount)| vec![format!("  {name}"), amount]);
    Columns { rows: rows.collect(), right: true }.write(out)
}

/// Writes profit at the marks of the profit curve, and where its reach ends.
fn write_curve(out: &mut dyn Write, shown: &Shown<'_>) -> io::Result<()> {
    let Some((title, marks, reach)) = profit_rows(shown) else { return Ok(()) };
    writeln!(out, "{title}")?;
    let rows =
        marks.into_iter().map(|[name, time, profit]| vec![format!("  {name}"), time, profit]);
    Columns { rows: rows.collect(), right: true }.write(out)?;
    match reach {
        Some(reach) => writeln!(out, "  {reach}"),
        None => Ok(()),
    }
}
