//! Scenarios side by side: all figures in columns, the first scenario being the baseline, and what
//! changed in words.
//!
//! As JSON: `scenarios`, a list of `name`, `figures` (the object that `analyse` prints) and
//! `changes`: null for the baseline, else `against` (its name), `drawn` (a list of `sign`, which is
//! `added`, `removed`, `changed` or `moved`, and `text`) and `figures` (by the names of `analyse`:
//! `before`, `after`, `difference`, which is null where it is not known which is the greater, `half_width` of
//! the interval of a difference that was simulated on the same customers, null of others, and `verdict`, which is `better`, `worse`, `same` or `unclear`).

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value, json};

use super::report::Columns;
use super::{Stop, script};
use crate::analysis::{Analysis, Contact, FigureKey, Stretch};
use crate::blueprint::{Blueprint, Line, Scenario, ScenarioId, ValueKind};
use crate::redesign::{Comparison, FigureSubject, Verdict, compare_printed};
use crate::simulation::Printed;
use crate::wording::Wording;

/// One scenario with its figures and what differs from the baseline.
pub struct Side<'a> {
    scenario: &'a Scenario,
    /// Its figures.
    pub analysis: Analysis,
    /// `None` for the baseline.
    comparison: Option<Comparison>,
}

/// The scenarios that are asked for, the baseline first.
pub fn chosen(
    blueprint: &Blueprint,
    names: &[String],
    file: &Path,
    wording: &Wording,
) -> Result<Vec<ScenarioId>, Stop> {
    let mut chosen: Vec<ScenarioId> = Vec::new();
    if names.len() <= 1 {
        chosen.push(blueprint.baseline().id());
    }
    if names.is_empty() {
        chosen.extend(blueprint.scenarios().iter().skip(1).map(|scenario| scenario.id()));
    }
    for name in names {
        chosen.push(super::choose(blueprint, Some(name), wording)?);
    }
    if chosen.len() < 2 {
        let file = file.display().to_string();
        return Err(wording.with("compare-one-scenario", &[("file", file.into())]).into());
    }
    Ok(chosen)
}

/// Computes everything about some scenarios, the first of which is the baseline.
pub fn sides<'a>(scenarios: &[&'a Scenario]) -> Vec<Side<'a>> {
    let mut sides: Vec<Side<'a>> = Vec::with_capacity(scenarios.len());
    let mut baseline: Option<Printed<'_>> = None;
    for scenario in scenarios {
        let printed = Printed::of(scenario);
        let comparison = baseline.as_ref().zip(scenarios.first());
        let comparison = comparison
            .map(|(before, first)| compare_printed((first, before), (scenario, &printed)));
        sides.push(Side { scenario, analysis: printed.analysis.clone(), comparison });
        baseline = baseline.or(Some(printed));
    }
    sides
}

/// Writes the table of figures and the changes.
pub fn write(
    out: &mut dyn Write,
    blueprint: &Blueprint,
    sides: &[Side<'_>],
    wording: &Wording,
) -> io::Result<()> {
    let Some((baseline, others)) = sides.split_first() else { return Ok(()) };
    if !blueprint.title().trim().is_empty() {
        writeln!(out, "{}\n", blueprint.title())?;
    }
    figures(blueprint.currency(), baseline, others, wording).write(out)?;
    for side in others {
        let arguments = [
            ("name", wording.scenario_name(side.scenario).into()),
            ("baseline", wording.scenario_name(baseline.scenario).into()),
        ];
        writeln!(out, "\n{}", wording.with("compare-changes-against", &arguments))?;
        let Some(comparison) = &side.comparison else { continue };
        let lines = wording.changes(comparison, baseline.scenario, side.scenario);
        if lines.is_empty() {
            writeln!(out, "  {}", wording.text("compare-changes-none"))?;
        }
        for line in lines {
            writeln!(out, "  {} {}", line.sign.sign(), line.text)?;
        }
    }
    Ok(())
}

/// All figures that at least one scenario has: a column for each, and behind each but the first
/// its difference from the first.
fn figures(currency: &str, baseline: &Side<'_>, others: &[Side<'_>], wording: &Wording) -> Columns {
    let mut head = vec![String::new(), wording.scenario_name(baseline.scenario).to_owned()];
    for side in others {
        head.push(wording.scenario_name(side.scenario).to_owned());
        head.extend([wording.text("compare-difference").to_owned(), String::new()]);
    }
    let mut rows = vec![head];
    let changes: Vec<_> = others.iter().filter_map(|side| side.comparison.as_ref()).collect();
    let count = changes.first().map_or(0, |comparison| comparison.figures.len());
    let mut subject: Option<FigureSubject> = None;
    for at in 0..count {
        let row: Vec<_> =
            changes.iter().filter_map(|comparison| comparison.figures.get(at)).collect();
        let Some(first) = row.first() else { continue };
        let key = first.key;
        if first.before.value.is_none() && row.iter().all(|change| change.after.value.is_none()) {
            continue;
        }
        if subject.replace(first.subject) != Some(first.subject) {
            rows.push(vec![wording.figure_subject(first.subject).to_owned()]);
        }
        let amount = |value| Wording::figure_amount(key, value, currency);
        let mut cells =
            vec![format!("  {}", wording.figure_name(key)), wording.marked(&first.before, amount)];
        for change in row {
            let difference = wording.figure_difference(change, currency);
            let verdict = match change.verdict {
                Verdict::Better | Verdict::Worse => wording.verdict(change.verdict),
                Verdict::Same | Verdict::Unclear => "",
            };
            cells.extend([wording.marked(&change.after, amount), difference, verdict.to_owned()]);
        }
        rows.push(cells);
    }
    Columns { rows, right: true }
}

/// Writes figures and changes for programs.
pub fn write_json(out: &mut dyn Write, sides: &[Side<'_>], wording: &Wording) -> io::Result<()> {
    let Some(baseline) = sides.first() else { return Ok(()) };
    let scenarios: Vec<Value> = sides
        .iter()
        .map(|side| {
            json!({
                "name": side.scenario.name(),
                "figures": script::figures(side.scenario, &side.analysis, wording),
                "changes": side.comparison.as_ref().map(|comparison| {
                    changes(comparison, baseline.scenario, side.scenario, wording)
                }),
            })
        })
        .collect();
    super::json_output::write(out, json!({ "scenarios": scenarios }))
}

fn changes(
    comparison: &Comparison,
    before: &Scenario,
    after: &Scenario,
    wording: &Wording,
) -> Value {
    let drawn: Vec<Value> = wording
        .changes(comparison, before, after)
        .into_iter()
        .map(|line| json!({ "sign": line.sign.name(), "text": line.text }))
        .collect();
    let figures = changed_figures(comparison);
    json!({ "against": before.name(), "drawn": drawn, "figures": figures })
}

/// All compared figures before and after, by their names in JSON.
pub fn changed_figures(comparison: &Comparison) -> Map<String, Value> {
    let mut figures = Map::new();
    for change in &comparison.figures {
        let verdict = match change.verdict {
            Verdict::Better => "better",
            Verdict::Worse => "worse",
            Verdict::Same => "same",
            Verdict::Unclear => "unclear",
        };
        let Some(name) = script_name(change.key) else { continue };
        let object = json!({
            "before": change.before.value,
            "after": change.after.value,
            "difference": change.difference(),
            "half_width": change.paired.as_ref().and_then(|paired| paired.basis.half_width()),
            "verdict": verdict,
        });
        figures.insert(name.to_owned(), object);
    }
    figures
}

/// The name of a figure of the whole in JSON, as `analyse` prints it; those that it nests are
/// called by what they are.
fn script_name(key: FigureKey) -> Option<&'static str> {
    Some(match key {
        FigureKey::Capacity => "capacity_per_hour",
        FigureKey::CycleTime => "cycle_time_s",
        FigureKey::Utilisation => "utilisation",
        FigureKey::RushOrderTime => "rush_order_time_s",
        FigureKey::ThroughputTime => "throughput_time_s",
        FigureKey::WorkInProcess => "wip",
        FigureKey::WaitingShare => "waiting_share",
        FigureKey::WorkIn(Stretch::InFrontOf(Line::Visibility)) => "visible_work_s",
        FigureKey::WorkIn(Stretch::Behind(Line::Visibility)) => "hidden_work_s",
        FigureKey::Contacts(Contact::MomentOfTruth) => "moments_of_truth",
        FigureKey::Contacts(Contact::Crossing(Line::Visibility)) => "visibility_crossings",
        FigureKey::Contacts(Contact::Crossing(Line::InternalInteraction)) => "internal_hand_offs",
        FigureKey::HandOffs => "role_hand_offs",
        FigureKey::ValueShare(ValueKind::Adding) => "value_adding_share",
        FigureKey::ValueShare(ValueKind::Necessary) => "necessary_share",
        FigureKey::ValueShare(ValueKind::Waste) => "waste_share",
        FigureKey::LabourContent => "direct_labour_content_s",
        FigureKey::LabourUtilisation => "direct_labour_utilisation",
        FigureKey::Balance => "balance",
        FigureKey::Cost => "cost_per_customer",
        FigureKey::Margin => "margin_per_customer",
        FigureKey::Profit => "profit_per_hour",
        FigureKey::ProfitAtCapacity => "profit_at_capacity_per_hour",
        FigureKey::BusyCost => "busy_cost_per_customer",
        FigureKey::ExecutionProfit => "execution_profit_per_customer",
        FigureKey::BreakEvenTime => "break_even_time_s",
        FigureKey::DelayCost => "delay_cost_per_minute",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redesign::COMPARED;

    #[test]
    fn every_compared_figure_has_a_name_of_its_own() {
        let mut names: Vec<_> =
            COMPARED.iter().map(|(key, ..)| script_name(*key).expect("a name")).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMPARED.len());
    }
}
