//! The customer goes on; what need not keep them is done afterwards.

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::passage::{only_in, only_out};
use super::situation::Situation;
use crate::blueprint::{Link, LinkKind, StepKind, Zone};
use crate::editor::Edit;
use crate::process::Part;

/// How many steps are tried.
const TRIED: usize = 3;

/// Backstage and support steps that customers wait for although they take no part in them: set off
/// instead of waited for. It saves time, never work.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    if situation.target != super::Target::Time {
        return;
    }
    let mut hidden: Vec<(f64, usize)> = Vec::new();
    for (at, moment) in situation.process.moments.iter().enumerate() {
        let is_hidden = moment.part == Part::Customer
            && moment.decision.is_none()
            && moment.steps().all(|id| {
                situation.step(id).is_some_and(|step| {
                    let zone = situation.scenario.zone_of(step);
                    step.kind == StepKind::Action
                        && matches!(zone, Zone::Backstage | Zone::Support)
                        && step.needs.iter().all(|need| !need.keep)
                })
            });
        let lasts = moment.duration_s.unwrap_or(0.0) * moment.visits.unwrap_or(0.0);
        if is_hidden && lasts > 0.0 {
            hidden.push((lasts, at));
        }
    }
    hidden.sort_by(|a, b| b.0.total_cmp(&a.0));
    let tried = hidden.into_iter().filter_map(|(_, at)| afterwards(situation, at));
    found.extend(tried.take(TRIED));
}

fn afterwards(situation: &Situation<'_>, moment: usize) -> Option<Candidate> {
    let (scenario, process) = (situation.scenario, &situation.process);
    let into = only_in(scenario, process, moment)?;
    let out = only_out(scenario, process, moment)?;
    only_out(scenario, process, into.from)?;
    let id = process.moments.get(moment)?.first_step()?;
    Some(Candidate {
        heuristic: Heuristic::ContactReduction,
        proposal: Proposal::Afterwards(id),
        subjects: vec![Subject::Step(id)],
        trade_offs: vec![TradeOff::ResultLater],
        edit: Edit::Several(vec![
            // The customer goes past it; first, so that two links never join the same steps.
            Edit::SetLink(out.id, Link { from: into.link.from, ..out.link }),
            Edit::SetLink(into.id, Link { kind: LinkKind::Trigger, share: None, ..into.link }),
        ]),
        steps: 1,
        unasked: false,
    })
}
