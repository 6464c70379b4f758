//! Two scenarios on the same days: the same customers with the same times.

use egui::{Ui, WidgetInfo, accesskit::Role};

use crate::redesign::Verdict;
use crate::simulation::{DayDifference, Versus, simulated};
use crate::ui::controls::section_head;
use crate::ui::panels::compare::{Table, verdict_colour};
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

/// Shows what differs, once both days are known: both columns are of the days that both went through, so that
/// each row adds up.
pub(in crate::ui) fn show(ui: &mut Ui, view: &ViewContext<'_>) {
    let Some(compared) = view.compared else { return };
    let (words, tokens) = (view.words, view.tokens);
    let rows: Vec<(String, [String; 3], Verdict, &str)> = compared
        .of_days
        .iter()
        // What occurs in neither says nothing.
        .filter(|found| found.before.mean != 0.0 || found.after.mean != 0.0)
        .map(|found| {
            let name = words.day_difference_name(found, view.scenario);
            let amount = |value| {
                Wording::day_difference_amount(found, value, view.editor.blueprint().currency())
            };
            let difference = |value| Wording::difference(amount(value));
            let [before, after] = [found.before, found.after]
                .map(|estimate| words.marked(&simulated(Some(estimate)), amount));
            let sign = if found.difference.mean > 0.0 { "+" } else { "" };
            let by = words.marked(&simulated(Some(found.difference)), difference);
            let verdict = verdict(found);
            let meaning = words.text(match found.verdict {
                Versus::NoDifferenceSeen => "compare-no-difference-seen",
                Versus::Less => "simulate-less",
                Versus::More => "simulate-more",
            });
            (name, [before, after, format!("{sign}{by}")], verdict, meaning)
        })
        .collect();
    let Some(days) = compared.of_days.first().map(|found| found.days) else { return };
    if rows.is_empty() {
        return;
    }
    let count = words.number(f64::from(days));
    let title = words.with("simulated-day-compared", &[("days", count.into())]);
    section_head(ui, tokens, &title);
    let heads =
        ["compare-before", "compare-after", "compare-difference"].map(|key| words.text(key));
    let texts = rows.iter().map(|(_, cells, ..)| cells.each_ref().map(String::as_str));
    let texts = texts.chain([heads]);
    let table = Table::of(ui, tokens, texts, rows.iter().map(|(name, ..)| name.as_str()));
    let heads = heads.map(|head| (head.to_owned(), tokens.muted));
    table.head().row(ui, tokens, words.text("compare-figures"), &heads, Verdict::Same);
    for (name, [before, after, by], verdict, meaning) in &rows {
        let said = words.labelled(name, &format!("{before} → {after} {by} {meaning}"));
        let colour = verdict_colour(tokens, *verdict);
        let cells =
            [(before.clone(), tokens.ink), (after.clone(), tokens.ink), (by.clone(), colour)];
        let response = table.row(ui, tokens, name, &cells, *verdict);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.as_str()));
        response.on_hover_text(format!("{name}\n{meaning}"));
    }
    ui.add_space(8.0);
}

/// Whether the later one is better: shorter times, lower costs and fewer who are lost, more who are served and kept the
/// promise, and more profit. How many come, how many are inside, how busy somebody is, is neither.
fn verdict(found: &DayDifference) -> Verdict {
    let is_more = match found.verdict {
        Versus::NoDifferenceSeen => return Verdict::Unclear,
        Versus::Less => false,
        Versus::More => true,
    };
    let more_is_better = match found.figure {
        "served" | "output_per_hour" | "profit" | "within_promise" | "within_acceptable" => true,
        "arrivals" | "utilisation" | "wip" | "wip_max" => return Verdict::Same,
        _ => false,
    };
    if is_more == more_is_better { Verdict::Better } else { Verdict::Worse }
}
