//! How far the figures of the verdict page can be trusted, each for itself.

use super::sentences::{sentence, sentences};
use super::waits::longest;
use crate::analysis::{Basis, Figure, analyse};
use crate::blueprint::Blueprint;
use crate::drawing::Mood;
use crate::pictures::Shown;
use crate::wording::Amount;

/// How far a figure can be trusted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    Exact,
    Simulated,
    Approximate,
    Unsure,
}

impl Certainty {
    fn of(basis: Basis) -> Self {
        match basis {
            Basis::Exact => Self::Exact,
            Basis::Simulated { .. } => Self::Simulated,
            Basis::Approximate { .. } | Basis::LowerBound | Basis::UpperBound => Self::Approximate,
            Basis::Unreliable => Self::Unsure,
        }
    }
}

/// The reckoned figures that the page says, with their names: each is trusted or not for itself.
fn figures_said<'a>(shown: &Shown<'a>) -> Vec<(&'a str, &'a Figure)> {
    let Shown { scenario, analysis, words, .. } = *shown;
    let mut figures = vec![
        (words.text("figure-capacity"), &analysis.capacity_per_hour),
        (words.text("figure-utilisation"), &analysis.utilisation),
        (words.text("figure-throughput-time"), &analysis.throughput_time_s),
    ];
    if analysis.throughput_time_s.value.is_some() {
        let share = &analysis.experience.waiting_share;
        figures.push((words.text("figure-waiting-share"), share));
    }
    let waits = longest(shown).and_then(|(step, _)| Some((step, analysis.steps.get(&step)?)));
    if let Some((step, waits)) = waits {
        figures.push((words.text("page-longest-wait"), &waits.wait_s));
        let point = scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
        if point.is_some_and(|point| point.acceptable.is_some()) {
            figures.push((words.text("page-share-within"), &waits.within_acceptable));
        }
    }
    figures.push((words.text("figure-cost"), &analysis.cost_per_customer));
    figures.push((words.text("figure-profit"), &analysis.profit_per_hour));
    figures.retain(|(_, figure)| figure.value.is_some());
    figures
}

/// What formulas say of a visit that is simulated, where that reads otherwise: so it stands in other places.
fn formula_says(shown: &Shown<'_>) -> Option<String> {
    let Shown { scenario, analysis, words, .. } = *shown;
    let simulated = &analysis.throughput_time_s;
    let time = analyse(scenario).throughput_time_s;
    let is_poor =
        Certainty::of(simulated.basis) == Certainty::Simulated && time.basis == Basis::Unreliable;
    let said = |figure: &Figure| words.figure(figure, Amount::Seconds);
    let is_other = time.value.is_some() && said(&time) != said(simulated);
    (is_poor && is_other).then(|| words.with("page-formula-says", &[("time", said(&time).into())]))
}

/// How far the figures of the page can be trusted, in a word, as a mood and in sentences.
pub(super) fn trust(shown: &Shown<'_>, blueprint: &Blueprint) -> (String, Mood, String) {
    let Shown { scenario, analysis, words, .. } = *shown;
    let figures = figures_said(shown);
    let those = |certainty: Certainty| {
        let those = figures.iter().filter(move |(_, it)| Certainty::of(it.basis) == certainty);
        those.map(|(name, _)| *name).collect::<Vec<_>>()
    };
    let any = |certainty| !those(certainty).is_empty();
    let value = words.text(match () {
        () if figures.is_empty() => "no-figure",
        () if any(Certainty::Unsure) => "page-some-unsure",
        () if any(Certainty::Approximate) => "page-some-approximate",
        () if any(Certainty::Simulated) => "page-some-simulated",
        () => "page-all-exact",
    });
    // Shares of waits are hardly ever exact, and nobody decides by their last digit.
    let heads = [
        &analysis.capacity_per_hour,
        &analysis.utilisation,
        &analysis.throughput_time_s,
        &analysis.cost_per_customer,
    ];
    let known = heads.iter().filter(|figure| figure.value.is_some());
    let are_exact = known.clone().all(|figure| figure.basis == Basis::Exact);
    let mood = match known.count() {
        0 => Mood::Unknown,
        _ if any(Certainty::Unsure) => Mood::Bad,
        _ if are_exact => Mood::Good,
        _ => Mood::Warning,
    };
    let mut said = Vec::new();
    for certainty in [Certainty::Simulated, Certainty::Approximate, Certainty::Unsure] {
        let names = those(certainty);
        if names.is_empty() {
            continue;
        }
        let names = [("names", words.list(&names, names.len()).into())];
        said.push(match certainty {
            Certainty::Simulated => words.with("page-simulated", &names),
            Certainty::Unsure => words.with("page-unsure", &names),
            Certainty::Exact | Certainty::Approximate => words.with("page-approximate", &names),
        });
    }
    // Where all are exact the figure of the row says so.
    if !said.is_empty() && any(Certainty::Exact) {
        said.push(words.text("page-else-exact").to_owned());
    }
    said.extend(formula_says(shown));
    said.push(sentence(shown, &words.assumptions(scenario, analysis)));
    // An interval of a day that is looked at has no day itself.
    let whole = blueprint.scenario(scenario.id());
    let has_day = whole.is_some_and(|whole| whole.demand().day.is_some());
    if has_day {
        said.push(words.text("page-of-steady-rate").to_owned());
    }
    let (value, mood) = if has_day {
        (words.text("page-steady-rate"), if mood == Mood::Good { Mood::Warning } else { mood })
    } else {
        (value, mood)
    };
    (value.to_owned(), mood, sentences(shown, &said))
}
