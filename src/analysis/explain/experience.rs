//! Why customers see, meet and wait as much as they do.

use super::needs::needs;
use crate::analysis::experience::crossings;
use crate::analysis::experience::hand_offs;
use crate::analysis::experience::value::worth_in;
use crate::analysis::experience::work_time::longest_in;
use crate::analysis::result::{
    Analysis, Contact, ContactLine, Derivation, FigureKey, HandOffLine, Stretch, TimeLine,
};
use crate::blueprint::{Scenario, StepId, ValueKind};
use crate::process::{Moment, Part, Process};

pub(in crate::analysis) fn explain(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    key: FigureKey,
) -> Derivation {
    match key {
        FigureKey::WorkIn(stretch) => work_in(process, analysis, stretch),
        FigureKey::Contacts(contact) => contacts(scenario, process, analysis, contact),
        FigureKey::HandOffs => needs(&[&analysis.experience.hand_offs], |numbers| {
            let lines = hand_offs::list(scenario, process).into_iter().filter_map(|hand_off| {
                let to = process.moments.get(hand_off.moment)?.first_step()?;
                Some(HandOffLine { from: hand_off.from, to, times: hand_off.times })
            });
            Derivation::SumOfHandOffs { lines: lines.collect(), count: numbers[0] }
        }),
        FigureKey::ValueShare(value) => value_share(scenario, process, analysis, value),
        _ => needs(
            &[
                &analysis.rush_order_time_s,
                &analysis.throughput_time_s,
                &analysis.experience.waiting_share,
            ],
            |numbers| Derivation::WaitOverThroughput {
                rush_order_time_s: numbers[0],
                throughput_time_s: numbers[1],
                share: numbers[2],
            },
        ),
    }
}

/// A line for each moment that is passed and that `part` finds something in.
fn lines<'a>(
    moments: impl Iterator<Item = &'a Moment>,
    part: impl Fn(&Moment) -> Option<(StepId, f64)>,
) -> Vec<TimeLine> {
    let lines = moments.filter(|moment| moment.is_reached()).filter_map(|moment| {
        let visits = moment.visits.filter(|visits| *visits > 0.0)?;
        let (step, time_s) = part(moment)?;
        Some(TimeLine { step, visits, wait_s: 0.0, time_s })
    });
    lines.filter(|line| line.time_s > 0.0).collect()
}

fn work_in(process: &Process, analysis: &Analysis, stretch: Stretch) -> Derivation {
    let work = analysis.experience.work_in(stretch);
    needs(&[&work.time_s, &work.triggered_s], |numbers| Derivation::SumOfWorkTimes {
        stretch,
        lines: lines(process.moments.iter(), |moment| longest_in(moment, stretch)),
        total_s: numbers[0],
        triggered_s: numbers[1],
    })
}

fn contacts(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    contact: Contact,
) -> Derivation {
    let figure = match contact {
        Contact::Crossing(line) => &analysis.experience.line(line).crossings,
        Contact::Trigger(line) => &analysis.experience.line(line).triggers,
        Contact::MomentOfTruth => &analysis.experience.moments_of_truth,
    };
    needs(&[figure], |numbers| {
        let uses = crossings::uses(scenario, process).into_iter().filter(|link| link.is(contact));
        let lines = uses.filter_map(|link| {
            let times = link.times?;
            Some(ContactLine { link: link.link, from: link.from, to: link.to, times })
        });
        Derivation::SumOfContacts { contact, lines: lines.collect(), count: numbers[0] }
    })
}

fn value_share(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
    value: ValueKind,
) -> Derivation {
    needs(&[analysis.experience.value_share(value)], |numbers| {
        let on_the_way = || process.moments.iter().filter(|moment| moment.part == Part::Customer);
        let lines = lines(on_the_way(), |moment| worth_in(scenario, moment, value));
        let total_s =
            on_the_way().filter_map(|moment| Some(moment.visits? * moment.duration_s?)).sum();
        let worth_s = lines.iter().map(|line| line.visits * line.time_s).sum();
        Derivation::ValueOverTime { value, lines, worth_s, total_s, share: numbers[0] }
    })
}
