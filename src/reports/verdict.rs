//! The verdict: whether the service copes, in a sentence and six figures; what to look at; what would
//! help.

use std::collections::BTreeSet;

use super::{Draft, findings};
use crate::analysis::{Basis, Figure};
use crate::drawing::{
    DocumentBlock, DocumentTable, Entry, KeyFigure, KeyFigures, Mood, RowLook, Tone,
};
use crate::pictures::Shown;
use crate::process::Problem;
use crate::redesign::{Suggestion, Target, TradeOff, suggestions};
use crate::wording::Amount;

/// Below this utilisation a service copes well.
pub const HOLDS: f64 = 0.85;
/// How many suggestions are said.
const MOST_SUGGESTIONS: usize = 3;

impl Draft<'_> {
    pub(super) fn verdict(&mut self) {
        let (mood, sentence) = sentence(&self.source.shown);
        self.say(Tone::Verdict(mood), sentence);
        let figures = self.key_figures();
        self.blocks.push(DocumentBlock::Figures(figures));
        let heads = ["report-column-matter", "report-column-finding"];
        let mut table = DocumentTable::with(heads.map(|key| (self.text(key), false)));
        for (key, finding) in findings::findings(&self.source) {
            table.row(RowLook::Plain, vec![self.text(key), finding]);
        }
        self.blocks.push(DocumentBlock::Table(table));
        self.quality();
        self.suggestions();
        self.blocks.push(DocumentBlock::Contents(self.text("report-contents")));
    }

    fn key_figures(&self) -> KeyFigures {
        let Shown { scenario, analysis, words, currency } = self.source.shown;
        let figure =
            |key: &'static str, figure: &Figure, amount: &dyn Fn(f64) -> Amount<'static>| {
                let remark = match figure.value {
                    Some(_) => words.basis(figure.basis, amount),
                    None => words.lacks(&figure.lacks, scenario).unwrap_or_default(),
                };
                let (name, value) = (words.text(key).to_owned(), words.marked(figure, amount));
                KeyFigure { name, value, remark }
            };
        let mut demand = figure("figure-demand", &analysis.demand_per_hour, &Amount::PerHour);
        if analysis.demand_per_hour.value.is_some() {
            // It is an entry, and no result that could be exact.
            words.text("report-basis-given").clone_into(&mut demand.remark);
        }
        let mut figures = vec![
            figure("figure-capacity", &analysis.capacity_per_hour, &Amount::PerHour),
            demand,
            figure("figure-utilisation", &analysis.utilisation, &Amount::Share),
            figure("figure-throughput-time", &analysis.throughput_time_s, &Amount::Seconds),
            figure("figure-wip", &analysis.wip, &Amount::Number),
        ];
        let mut cost = figure("figure-cost", &analysis.cost_per_customer, &Amount::Number);
        let money = |value| Amount::Money(value, currency);
        cost.value = words.marked(&analysis.cost_per_customer, money);
        let is_known = analysis.cost_per_customer.value.is_some();
        if is_known && analysis.demand_per_hour.value.is_none() {
            // Another demand would leave more idle time to be paid by each.
            let said = [cost.remark.as_str(), words.text("report-basis-full-load")];
            cost.remark = words.clauses(&said);
        }
        figures.push(cost);
        let head = ["report-column-figure", "report-column-value", "report-column-basis"];
        KeyFigures { head: head.map(|key| self.text(key)), figures }
    }

    fn suggestions(&mut self) {
        let Shown { scenario, analysis, words, currency } = self.source.shown;
        self.heading(3, words.text("report-suggestions"));
        let mut found = suggestions(scenario, analysis, self.source.blueprint.only_today());
        // On paper nobody goes on to try: of those for what matters more, which come first, that which
        // brings most; of equals the cheapest.
        let target = found.first().map(|suggestion| suggestion.target);
        found.sort_by(|a, b| {
            let is_other = |suggestion: &Suggestion| Some(suggestion.target) != target;
            let [(brings_a, cost_a), (brings_b, cost_b)] = [brings(a), brings(b)];
            is_other(a)
                .cmp(&is_other(b))
                .then(brings_b.total_cmp(&brings_a))
                .then(cost_a.total_cmp(&cost_b))
        });
        let mut entries: Vec<(String, Entry)> = found
            .into_iter()
            .filter_map(|suggestion| {
                let what = words.proposal(&suggestion.proposal, scenario);
                let gain = words.gain(&suggestion)?;
                let arguments = [("what", what.as_str().into()), ("gain", gain.into())];
                let offs = suggestion.trade_offs.iter();
                let offs: Vec<String> =
                    offs.map(|off| words.trade_off(*off, scenario, currency)).collect();
                let text = words.with("report-suggestion", &arguments);
                Some((what, Entry { text, remark: words.facts(&offs) }))
            })
            .collect();
        // What helps in two ways is said once.
        let mut said = BTreeSet::new();
        entries.retain(|(what, _)| said.insert(what.clone()));
        let entries: Vec<Entry> =
            entries.into_iter().map(|(_, entry)| entry).take(MOST_SUGGESTIONS).collect();
        if entries.is_empty() {
            self.say(Tone::Plain, words.text("report-suggestions-none"));
        } else {
            self.blocks.push(DocumentBlock::List(entries));
        }
    }
}

/// What a suggestion brings, more being better, and what it costs an hour.
fn brings(suggestion: &Suggestion) -> (f64, f64) {
    let reached = suggestion.kept().and_then(|kept| suggestion.target.figure(&kept.after).value);
    let brings = match suggestion.target {
        _ if reached.is_none() => f64::NEG_INFINITY,
        Target::Capacity => reached.unwrap_or_default(),
        Target::Time => -reached.unwrap_or_default(),
    };
    let cost = suggestion.trade_offs.iter().map(|off| match off {
        TradeOff::CostPerHour(cost) => *cost,
        TradeOff::CostUnknown => f64::INFINITY,
        _ => 0.0,
    });
    (brings, cost.sum())
}

/// How many an hour are seen to leave without having been served; `None` where nobody is.
pub(super) fn lost(shown: &Shown<'_>) -> Option<String> {
    let of_hour = |problem: &&Problem| problem.code.is_loss() && !problem.by_day;
    let lost = shown.analysis.problems.iter().filter(of_hour).filter_map(|problem| problem.amount);
    let lost = lost.reduce(|one, other| one + other)?;
    Some(shown.words.number(shown.words.in_rate_unit(lost)))
}

/// Whether the service copes: below the utilisation at which people count as busy, below all that it
/// can do, or not.
pub(super) fn sentence(shown: &Shown<'_>) -> (Mood, String) {
    let Shown { scenario, analysis, words, .. } = *shown;
    let number = |figure: &Figure| {
        words.marked_as(figure, |words, rate| words.number(words.in_rate_unit(rate)))
    };
    let capacity = number(&analysis.capacity_per_hour);
    if analysis.capacity_per_hour.value.is_none() {
        let lacks = words.lacks(&analysis.capacity_per_hour.lacks, scenario).unwrap_or_default();
        return (Mood::Unknown, words.with("report-verdict-unknown", &[("lacks", lacks.into())]));
    }
    let Some(busy) = analysis.utilisation.value else {
        let arguments = [("capacity", capacity.into())];
        return (Mood::Unknown, words.with("report-verdict-no-demand", &arguments));
    };
    let demand = number(&analysis.demand_per_hour);
    if let Some(lost) = lost(shown) {
        let attained = analysis.attained_capacity_per_hour.value;
        let most = attained.or(analysis.capacity_per_hour.value).unwrap_or_default();
        let most = words.number(words.in_rate_unit(most));
        let arguments =
            [("demand", demand.into()), ("capacity", most.into()), ("lost", lost.into())];
        return (Mood::Bad, words.with("report-verdict-loses", &arguments));
    }
    let attained = &analysis.attained_capacity_per_hour;
    if let Some(most) = attained.value.filter(|most| busy < 1.0 && *most > 0.0) {
        let busy = analysis.demand_per_hour.value.unwrap_or_default() / most;
        return copes(shown, busy, attained);
    }
    // What can be served at most says that more is too much, not that less is none too much.
    if analysis.capacity_per_hour.basis == Basis::UpperBound && busy < 1.0 {
        let most = analysis.capacity_per_hour.value.unwrap_or_default();
        let most = words.number(words.in_rate_unit(most));
        let arguments = [("demand", demand.into()), ("capacity", most.into())];
        return (Mood::Warning, words.with("report-verdict-may-hold", &arguments));
    }
    copes(shown, busy, &analysis.capacity_per_hour)
}

/// Whether the service copes that is so busy with what it can do.
fn copes(shown: &Shown<'_>, busy: f64, capacity: &Figure) -> (Mood, String) {
    let Shown { analysis, words, .. } = *shown;
    let number = |figure: &Figure| {
        words.marked_as(figure, |words, rate| words.number(words.in_rate_unit(rate)))
    };
    let [demand, capacity] = [&analysis.demand_per_hour, capacity].map(number);
    let mut arguments = vec![("demand", demand.into()), ("capacity", capacity.into())];
    let growth = analysis.growth_per_hour.value.filter(|growth| *growth > 0.0);
    let (mood, key) = match growth {
        _ if busy < HOLDS => (Mood::Good, "report-verdict-holds"),
        _ if busy < 1.0 => (Mood::Warning, "report-verdict-tight"),
        Some(_) => (Mood::Bad, "report-verdict-over"),
        None => (Mood::Bad, "report-verdict-full"),
    };
    if key == "report-verdict-over" {
        arguments.push(("growth", number(&analysis.growth_per_hour).into()));
    }
    (mood, words.with(key, &arguments))
}
