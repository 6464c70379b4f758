//! What sends customers away is decided before the work, not after it.

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::passage::{Way, only_in, only_out};
use super::situation::Situation;
use crate::blueprint::{Link, LinkEnd, Place, StepId};
use crate::editor::Edit;

/// How many steps are tried.
const TRIED: usize = 3;

/// A step of what limits that is followed by a decision after which some customers leave: the
/// decision first, so that less work is done for those.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    for id in situation.steps.iter().take(TRIED) {
        found.extend(decided_before(situation, *id));
    }
}

fn decided_before(situation: &Situation<'_>, step: StepId) -> Option<Candidate> {
    let (scenario, process) = (situation.scenario, &situation.process);
    let (work, _) = situation.moment(step)?;
    let before = only_in(scenario, process, work)?;
    let between = only_out(scenario, process, work)?;
    let judge = between.to?;
    only_in(scenario, process, judge)?;
    let decision = process.moments.get(judge)?.decision?;
    let onward = goes_on(situation, judge)?;
    let edits = vec![
        Edit::SetLink(before.id, Link { to: between.link.to, ..before.link }),
        // The share stays with the decision: it leads to the work now.
        Edit::SetLink(between.id, Link { to: onward.link.to, ..between.link }),
        Edit::SetLink(onward.id, Link { to: before.link.to, ..onward.link }),
        Edit::PlaceSteps(swapped(situation, work, judge)?),
    ];
    Some(Candidate {
        heuristic: Heuristic::KnockOut,
        proposal: Proposal::DecideBefore { decision, step },
        subjects: vec![Subject::Step(step)],
        trade_offs: vec![TradeOff::OrderMustAllow],
        edit: Edit::Several(edits),
        steps: 1,
        unasked: false,
    })
}

/// The one way on from a decision all of whose other ways lead out of the service.
fn goes_on(situation: &Situation<'_>, judge: usize) -> Option<Way> {
    let mut onward = None;
    let mut leaves = false;
    for arc in &situation.process.moments.get(judge)?.outs {
        let arc = situation.process.arcs.get(*arc)?;
        let [id] = arc.links.as_slice() else { return None };
        let link = Link::clone(situation.scenario.links().get(id)?);
        if link.to == LinkEnd::Outside {
            leaves = true;
        } else if onward.is_none() && !arc.back {
            onward = Some(Way { id: *id, link, from: judge, to: arc.to });
        } else {
            return None;
        }
    }
    onward.filter(|_| leaves)
}

/// The steps of two moments in each other's columns, so that time still runs to the right.
fn swapped(situation: &Situation<'_>, a: usize, b: usize) -> Option<Vec<(StepId, Place)>> {
    let column = |moment: usize| {
        let first = situation.process.moments.get(moment)?.first_step()?;
        let place = situation.step(first)?.place();
        Some((place.phase, place.at.x))
    };
    let (of_a, of_b) = (column(a)?, column(b)?);
    let mut places = Vec::new();
    for (moment, (phase, x)) in [(a, of_b), (b, of_a)] {
        for id in situation.process.moments.get(moment)?.steps() {
            let mut place = situation.step(id)?.place();
            (place.phase, place.at.x) = (phase, x);
            places.push((id, place));
        }
    }
    Some(places)
}
