//! The figures as a text that a manager reads in a terminal.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{BLUEPRINT_HAS_ERRORS, FINE, sections};
use crate::analysis::{
    Analysis, Figure, FigureKey, PoolFigures, bound_reason, explain, time_for_customers,
};
use crate::blueprint::{Blueprint, Scenario, Span, StepId};
use crate::pictures::Shown;
use crate::pictures::planning::sheet_faults;
use crate::process::Severity;
use crate::wording::{Amount, Wording};

/// Writes the figures of a scenario.
pub fn write(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    heading(out, blueprint, scenario, wording)?;
    writeln!(out)?;
    headline(scenario, analysis, wording).write(out)?;
    bottleneck(out, scenario, analysis, wording)?;
    if !analysis.steps.is_empty() {
        writeln!(out)?;
        steps(scenario, analysis, wording).write(out)?;
    }
    if !scenario.roles().is_empty() {
        writeln!(out)?;
        roles(scenario, analysis, wording).write(out)?;
    }
    let shown = Shown { scenario, analysis, words: wording, currency: blueprint.currency() };
    sections::write_experience(out, &shown)?;
    sections::write_money(out, &shown)?;
    if !analysis.problems.is_empty() {
        writeln!(out, "\n{}", wording.text("report-problems"))?;
        problems(out, scenario, analysis, wording)?;
    }
    Ok(())
}

/// Writes how long so many customers take who all come at once to an empty service.
pub fn write_time_for(
    out: &mut dyn Write,
    scenario: &Scenario,
    analysis: &Analysis,
    customers: u32,
    wording: &Wording,
) -> io::Result<()> {
    let figure = time_for_customers(scenario, analysis, customers);
    let remark = match figure.value {
        Some(_) => wording.basis(figure.basis, Amount::Seconds),
        None => wording.lacks(&figure.lacks, scenario).unwrap_or_default(),
    };
    let count = usize::try_from(customers).unwrap_or(usize::MAX);
    let arguments = [
        ("customers", wording.counted("customers", count).into()),
        ("time", wording.figure(&figure, Amount::Seconds).into()),
        ("remark", remark.into()),
    ];
    writeln!(out, "\n{}", wording.with("report-all-at-once", &arguments))
}

/// Writes the problems of a scenario and how many there are.
pub fn write_check(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    heading(out, blueprint, scenario, wording)?;
    if analysis.problems.is_empty() {
        return writeln!(out, "{}", wording.text("command-sound"));
    }
    problems(out, scenario, analysis, wording)?;
    let count = |severity| analysis.problems.iter().filter(|p| p.severity() == severity).count();
    let arguments = [
        ("errors", wording.counted("errors", count(Severity::Error)).into()),
        ("warnings", wording.counted("warnings", count(Severity::Warning)).into()),
        ("hints", wording.counted("hints", count(Severity::Hint)).into()),
    ];
    writeln!(out, "{}", wording.with("command-counts", &arguments))
}

/// Writes what is wrong with planning sheets, which have no answer for that, and what the command ends with.
pub fn write_sheet_faults(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    wording: &Wording,
) -> io::Result<u8> {
    let sheets = blueprint.sheets().iter();
    let faults = sheets.flat_map(|(_, sheet)| sheet_faults(blueprint, sheet, wording));
    let severity = format!("  {}", wording.severity(Severity::Error));
    let rows: Vec<_> = faults.map(|fault| vec![severity.clone(), fault]).collect();
    let code = if rows.is_empty() { FINE } else { BLUEPRINT_HAS_ERRORS };
    Columns { rows, right: false }.write(out)?;
    Ok(code)
}

fn heading(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    scenario: &Scenario,
    wording: &Wording,
) -> io::Result<()> {
    let names = [blueprint.title(), scenario.name()];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.trim().is_empty()).collect();
    match names.as_slice() {
        [title, scenario] => {
            let arguments = [("blueprint", (*title).into()), ("scenario", (*scenario).into())];
            writeln!(out, "{}", wording.with("report-title", &arguments))
        }
        names => writeln!(out, "{}", names.concat()),
    }
}

/// Cells in columns as wide as they need, the first left-aligned and the rest by choice.
pub(super) struct Columns {
    pub(super) rows: Vec<Vec<String>>,
    pub(super) right: bool,
}

impl Columns {
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut widths: Vec<usize> = Vec::new();
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        for row in &self.rows {
            let mut line = String::new();
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                // Chinese characters are two columns wide, which formatting does not know.
                let padding = " ".repeat(width.saturating_sub(cell.width()));
                let gap = if at == 0 { "" } else { "  " };
                line += gap;
                line +=
                    &if self.right && at > 0 { padding + cell } else { cell.clone() + &padding };
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn headline(scenario: &Scenario, analysis: &Analysis, wording: &Wording) -> Columns {
    let mut rows = Vec::new();
    let mut row = |key: &str, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'static>| {
        let remark = match figure.value {
            Some(_) => wording.basis(figure.basis, amount),
            None => wording.lacks(&figure.lacks, scenario).unwrap_or_default(),
        };
        let value = wording.figure(figure, amount);
        rows.push(vec![wording.text(key).to_owned(), value, remark]);
    };
    row("figure-capacity", &analysis.capacity_per_hour, &Amount::PerHour);
    row("figure-cycle-time", &analysis.cycle_time_s, &Amount::Seconds);
    row("figure-demand", &analysis.demand_per_hour, &Amount::PerHour);
    row("figure-output", &analysis.output_per_hour, &Amount::PerHour);
    row("figure-utilisation", &analysis.utilisation, &Amount::Share);
    if analysis.growth_per_hour.value.is_some_and(|growth| growth > 0.0) {
        row("figure-growth", &analysis.growth_per_hour, &Amount::PerHour);
    }
    row("figure-rush-order-time", &analysis.rush_order_time_s, &Amount::Seconds);
    row("figure-throughput-time", &analysis.throughput_time_s, &Amount::Seconds);
    row("figure-wip", &analysis.wip, &Amount::Number);
    row("figure-labour-content", &analysis.direct_labour_content_s, &Amount::Seconds);
    row("figure-labour-utilisation", &analysis.direct_labour_utilisation, &Amount::Share);
    row("figure-balance", &analysis.balance, &Amount::Share);
    Columns { rows, right: false }
}

/// Names the bottleneck and shows its arithmetic with the blueprint's own numbers.
fn bottleneck(
    out: &mut dyn Write,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let binding = analysis.pools.iter().filter(|pool| pool.binding);
    let mut names: Vec<String> = binding.map(|pool| limit_name(pool, scenario, wording)).collect();
    // A step that needs two roles is one step.
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let names = match names.as_slice() {
        [] => wording.text("report-no-bottleneck").to_owned(),
        names => wording.list(names, names.len()),
    };
    let names = wording.with("report-bottleneck", &[("names", names.into())]);
    writeln!(out, "\n{names}")?;
    for pool in analysis.pools.iter().filter(|pool| pool.binding) {
        writeln!(out, "  {}", wording.limit_in_short(pool, scenario))?;
    }
    if let Some(reason) = bound_reason(scenario, analysis, FigureKey::Capacity) {
        writeln!(out, "  {}", wording.why_bound(reason))?;
    }
    if let Some(order) = analysis.capacity_order {
        writeln!(out, "  {}", wording.why_order(order))?;
    }
    if analysis.capacity_per_hour.value.is_some() {
        let why = explain(scenario, analysis, FigureKey::Capacity);
        if let Some(next) = wording.why(&why, scenario, "").sentences.last() {
            writeln!(out, "  {next}")?;
        }
    }
    Ok(())
}

/// What a pool that limits is called: its only step, or who or what does several, with how many.
fn limit_name(pool: &PoolFigures, scenario: &Scenario, wording: &Wording) -> String {
    if let [only] = pool.steps.as_slice() {
        return wording.step(*only, scenario).to_owned();
    }
    let name = wording.pool(&pool.pool, scenario);
    let count = wording.counted("steps", pool.steps.len());
    wording.with("report-limit-of-several", &[("pool", name.into()), ("steps", count.into())])
}

fn header(keys: &[&str], wording: &Wording) -> Vec<String> {
    keys.iter().map(|key| wording.text(key).to_owned()).collect()
}

/// Capacity, utilisation and wait, in the tables of steps and of roles.
fn load_cells([capacity, utilisation, wait]: [&Figure; 3], wording: &Wording) -> [String; 3] {
    [
        wording.marked(capacity, Amount::PerHour),
        wording.marked(utilisation, Amount::Share),
        wording.marked(wait, Amount::Seconds),
    ]
}

/// What ends the row of a bottleneck.
fn bottleneck_mark(bottleneck: bool, wording: &Wording) -> Option<String> {
    bottleneck.then(|| format!("← {}", wording.text("figure-bottleneck")))
}

/// The steps, each with the most loaded of what it works in: how much of that is its own, and what
/// the pool can do and has to do in all.
fn steps(scenario: &Scenario, analysis: &Analysis, wording: &Wording) -> Columns {
    let mut keys = vec![
        "report-steps",
        "figure-visits",
        "figure-tightest-pool",
        "figure-share-of-pool",
        "figure-capacity",
        "figure-utilisation",
        "figure-wait",
    ];
    let leveled = analysis.steps.keys().any(|step| acceptable_wait(*step, scenario).is_some());
    if leveled {
        keys.push("figure-service-level");
    }
    let mut rows = vec![header(&keys, wording)];
    for (id, figures) in &analysis.steps {
        let mut row = vec![
            wording.step(*id, scenario).to_owned(),
            wording.marked(&figures.visits, Amount::Number),
        ];
        let load = if let Some(tightest) = &figures.tightest {
            row.push(wording.pool(&tightest.pool, scenario));
            row.push(wording.percent(tightest.share));
            [&tightest.capacity_per_hour, &tightest.utilisation, &figures.wait_s]
        } else {
            row.extend([wording.text("no-figure"); 2].map(str::to_owned));
            [&figures.capacity_per_hour, &figures.utilisation, &figures.wait_s]
        };
        row.extend(load_cells(load, wording));
        if leveled {
            let level = acceptable_wait(*id, scenario).map(|acceptable| {
                let share = wording.marked(&figures.within_acceptable, Amount::Share);
                let time = wording.time(acceptable.seconds());
                wording.with("report-within", &[("share", share.into()), ("time", time.into())])
            });
            row.push(level.unwrap_or_default());
        }
        row.extend(bottleneck_mark(figures.bottleneck, wording));
        rows.push(row);
    }
    Columns { rows, right: true }
}

/// The wait before a step that customers accept, where it is stated.
fn acceptable_wait(step: StepId, scenario: &Scenario) -> Option<Span> {
    scenario.steps().get(&step)?.wait.as_ref()?.acceptable
}

fn roles(scenario: &Scenario, analysis: &Analysis, wording: &Wording) -> Columns {
    let keys = [
        "report-roles",
        "report-count",
        "figure-work",
        "figure-capacity",
        "figure-utilisation",
        "figure-wait",
        "figure-queue-length",
    ];
    let mut rows = vec![header(&keys, wording)];
    for (id, role) in scenario.roles() {
        let Some(figures) = analysis.roles.get(id) else { continue };
        let mut row =
            vec![role.name.clone(), role.headcount.to_string(), wording.time(figures.work_s)];
        let load = [&figures.capacity_per_hour, &figures.utilisation, &figures.wait_s];
        row.extend(load_cells(load, wording));
        row.push(wording.marked(&figures.queue_length, Amount::Number));
        row.extend(bottleneck_mark(figures.bottleneck, wording));
        rows.push(row);
    }
    Columns { rows, right: true }
}

fn problems(
    out: &mut dyn Write,
    scenario: &Scenario,
    analysis: &Analysis,
    wording: &Wording,
) -> io::Result<()> {
    let mut rows = Vec::new();
    for problem in &analysis.problems {
        let words = wording.problem(problem, scenario);
        let severity = wording.severity(problem.severity()).to_owned();
        rows.push(vec![format!("  {severity}"), words.message]);
        rows.push(vec![String::new(), words.hint]);
    }
    Columns { rows, right: false }.write(out)
}
