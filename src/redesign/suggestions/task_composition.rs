//! Jobs cut anew: two small ones made one, or a part of a large one handed over for good.

use std::collections::BTreeSet;

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::passage::only_out;
use super::situation::{Leave, Situation};
use crate::blueprint::{
    Link, LinkEnd, LinkKind, Need, Places, RoleId, RoleKind, Step, StepId, StepKind,
};
use crate::editor::Edit;
use crate::redesign::joining;

/// How many steps are tried to be merged with a neighbour, and to be handed over.
const TRIED: usize = 2;

/// Steps of what limits merged with the one before or after, and steps of a role that does several
/// handed to the least busy other.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    for id in situation.steps.iter().take(TRIED) {
        found.extend(neighbours(situation, *id).filter_map(|(a, b)| merged(situation, *id, a, b)));
    }
    for (role, pool) in situation.roles().take(1) {
        if pool.steps.len() > 1 {
            let of_pool = situation.steps.iter().filter(|id| pool.steps.contains(id));
            // Without the largest, which is the job that stays.
            let smaller = of_pool.skip(1).take(TRIED);
            found.extend(smaller.filter_map(|id| handed_over(situation, *id, role)));
        }
    }
}

/// The pairs of moments that follow each other and hold a step.
fn neighbours(
    situation: &Situation<'_>,
    step: StepId,
) -> impl Iterator<Item = (usize, usize)> + use<> {
    let (scenario, process) = (situation.scenario, &situation.process);
    let pair = |first: usize| {
        let second = only_out(scenario, process, first)?.to?;
        super::passage::only_in(scenario, process, second)?;
        Some((first, second))
    };
    let at = process.moment_of(step);
    let before = at.and_then(|at| super::passage::only_in(scenario, process, at));
    let pairs = [before.and_then(|way| pair(way.from)), at.and_then(pair)];
    pairs.into_iter().flatten()
}

/// What a moment holds: its one step that somebody does, and steps that only go with it.
struct Job {
    main: StepId,
    beside: Vec<StepId>,
}

fn job(situation: &Situation<'_>, moment: usize) -> Option<Job> {
    let moment = situation.process.moments.get(moment)?;
    let (mut main, mut beside) = (None, Vec::new());
    for id in moment.steps() {
        let step = situation.step(id)?;
        if step.needs.is_empty() && step.time.is_none() && step.places.is_none() {
            beside.push(id);
        } else if main.is_none() && is_plain(step) {
            main = Some(id);
        } else {
            return None;
        }
    }
    Some(Job { main: main?, beside })
}

/// Whether a step is one person's work with one customer.
fn is_plain(step: &Step) -> bool {
    let is_one = |need: &Need| !need.keep && need.count.get() == 1;
    step.kind == StepKind::Action
        && step.time.is_some()
        && step.needs.len() == 1
        && step.needs.iter().all(is_one)
        && step.batch.get() == 1
        && step.setup.is_none()
        && !matches!(step.places, Some(Places::Count(_)))
}

/// One job of two: it takes the sum of their times, variances add, and either role does it.
fn merged(
    situation: &Situation<'_>,
    helped: StepId,
    first: usize,
    second: usize,
) -> Option<Candidate> {
    let (a, b) = (job(situation, first)?, job(situation, second)?);
    if ![a.main, b.main].iter().all(|id| is_done_by_staff(situation, *id)) {
        // Nobody trains a machine.
        return None;
    }
    let (one, other) = (situation.step(a.main)?, situation.step(b.main)?);
    let mut step = joined(one, other)?;
    // Whoever is to do both must be let do both.
    let of_both = |role: &RoleId| [a.main, b.main].map(|id| situation.leave(*role, id));
    let mut unasked = false;
    for need in &mut step.needs {
        need.roles.retain(|role| !of_both(role).contains(&Leave::Refused));
        unasked |= need.roles.iter().any(|role| of_both(role).contains(&Leave::Unasked));
        if need.roles.is_empty() {
            return None;
        }
    }
    let training: Vec<TradeOff> = (step.needs.iter().flat_map(|need| &need.roles))
        .map(|role| TradeOff::Training(*role))
        .collect();
    let mut changed = vec![(a.main, step)];
    // Which card takes the place of which.
    let mut heirs = vec![(b.main, a.main)];
    let mut edits = Vec::new();
    let mut loosened = BTreeSet::new();
    for id in &b.beside {
        let card = situation.step(*id)?;
        let zone = situation.scenario.zone_of(card);
        let is_like = |twin: &&StepId| {
            situation.step(**twin).is_some_and(|twin| situation.scenario.zone_of(twin) == zone)
                && !changed.iter().any(|(id, _)| id == *twin)
        };
        if let Some(twin) = a.beside.iter().find(is_like) {
            // Of what goes with the jobs, two cards of one zone become one.
            changed.push((*twin, both(situation.step(*twin)?, card)?));
            heirs.push((*id, *twin));
        } else {
            // Anything else goes with the new job.
            let links = situation.scenario.links_at(*id);
            let together = links.filter(|(_, link)| link.kind == LinkKind::Together);
            loosened.extend(
                together.filter(|(_, link)| !situation.scenario.is_association(link)).map(|l| l.0),
            );
            edits.push(Edit::AddLink(Link::between(a.main, *id, LinkKind::Together)));
        }
    }
    edits.extend(inherited(situation, &heirs));
    lead_recoveries(situation, &heirs, &mut changed);
    if heirs.iter().any(|(gone, _)| situation.scenario.sections_name(*gone)) {
        edits.push(Edit::HandOnSections(heirs.clone()));
    }
    let removed = heirs.iter().map(|(gone, _)| *gone).collect();
    edits.insert(0, Edit::SetSteps(changed));
    edits.insert(1, Edit::Remove { steps: removed, links: loosened });
    Some(Candidate {
        heuristic: Heuristic::TaskComposition,
        proposal: Proposal::Merge(a.main, b.main),
        subjects: vec![Subject::Step(helped)],
        trade_offs: std::iter::once(TradeOff::LongerJobs).chain(training).collect(),
        steps: 2,
        unasked,
        edit: Edit::Several(edits),
    })
}

/// What is put right by a card that goes is put right by the one that takes its place. Linear in
/// the number of steps.
fn lead_recoveries(
    situation: &Situation<'_>,
    heirs: &[(StepId, StepId)],
    changed: &mut Vec<(StepId, Step)>,
) {
    let heir = |step: &Step| {
        let recovery = step.fail.as_ref()?.recovery_step?;
        heirs.iter().find(|(gone, _)| *gone == recovery).map(|(_, heir)| *heir)
    };
    let lead = |step: &mut Step, to: StepId| {
        if let Some(fail) = &mut step.fail {
            fail.recovery_step = Some(to);
        }
    };
    for (_, step) in changed.iter_mut() {
        if let Some(to) = heir(step) {
            lead(step, to);
        }
    }
    for (id, step) in situation.scenario.steps() {
        let goes = heirs.iter().any(|(gone, _)| gone == id);
        if let Some(to) = heir(step)
            && !goes
            && !changed.iter().any(|(changed, _)| changed == id)
        {
            let mut step = Step::clone(step);
            lead(&mut step, to);
            changed.push((*id, step));
        }
    }
}

/// What evidence and notes say of cards that go is said of those that take their place. Linear in
/// the number of links.
fn inherited(situation: &Situation<'_>, heirs: &[(StepId, StepId)]) -> Vec<Edit> {
    let scenario = situation.scenario;
    let heir = |id: StepId| heirs.iter().find(|(gone, _)| *gone == id).map(|(_, heir)| *heir);
    let associations = scenario.links().values().filter(|link| scenario.is_association(link));
    let moved = associations.filter_map(|link| {
        let to = link.to.step()?;
        if heir(link.from).is_none() && heir(to).is_none() {
            return None;
        }
        let from = heir(link.from).unwrap_or(link.from);
        let moved = Link { from, to: LinkEnd::Step(heir(to).unwrap_or(to)), ..Link::clone(link) };
        scenario.check_link(&moved, None).ok().map(|()| Edit::AddLink(moved))
    });
    moved.collect()
}

/// Two cards in one, with all that either holds.
fn both(mine: &Step, card: &Step) -> Option<Step> {
    let step = joining::joined(&[mine, card]).ok()??;
    Some(Step { name: names(mine, card), ..step })
}

fn is_done_by_staff(situation: &Situation<'_>, id: StepId) -> bool {
    let is_staff = |role: &RoleId| {
        let role = situation.scenario.roles().get(role);
        role.is_some_and(|role| role.kind == RoleKind::Staff)
    };
    situation
        .step(id)
        .is_some_and(|step| step.needs.iter().flat_map(|need| &need.roles).all(is_staff))
}

fn names(one: &Step, other: &Step) -> String {
    format!("{} & {}", one.name, other.name)
}

fn joined(one: &Step, other: &Step) -> Option<Step> {
    if other.enter.is_some() {
        // Who comes in between the two would do the first as well.
        return None;
    }
    let mut roles = one.needs.first()?.roles.clone();
    let others = &other.needs.first()?.roles;
    if others.iter().any(|role| roles.contains(role)) {
        // Work that one role does already gains nothing by another cut.
        return None;
    }
    roles.extend(others);
    let recovery = |step: &Step| step.fail.as_ref().and_then(|fail| fail.recovery_step);
    if let (Some(a), Some(b)) = (recovery(one), recovery(other))
        && a != b
    {
        // A fail point has room for one step that puts it right.
        return None;
    }
    let mut step = both(one, other)?;
    step.needs = vec![Need { roles, ..one.needs.first()?.clone() }];
    Some(step)
}

/// A step given to the least busy role that is not there already.
fn handed_over(situation: &Situation<'_>, id: StepId, from: RoleId) -> Option<Candidate> {
    let step = situation.step(id)?;
    let helpers = situation.helpers_of(from);
    let to = helpers.into_iter().find(|role| situation.leave(*role, id) != Leave::Refused)?;
    if situation.is_there(to, id) || step.needs.iter().any(|need| need.keep) {
        return None;
    }
    let given = |need: &Need| {
        let roles = need.roles.iter().map(|role| if *role == from { to } else { *role });
        Need { roles: roles.collect(), ..need.clone() }
    };
    let needs = step.needs.iter().map(given).collect();
    Some(Candidate {
        heuristic: Heuristic::TaskComposition,
        proposal: Proposal::HandOver { step: id, from, to },
        subjects: vec![Subject::Step(id)],
        trade_offs: vec![TradeOff::Training(to)],
        edit: Edit::SetSteps(vec![(id, Step { needs, ..step.clone() })]),
        steps: 1,
        unasked: situation.leave(to, id) == Leave::Unasked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{
        Blueprint, Emotion, FailPoint, Place, Role, SheetPoint, Span, TimeUnit, WaitPoint, Zone,
    };

    /// A step that holds something in every field that two cards can both have.
    fn full(name: &str, place: Place, role: RoleId) -> Step {
        let mut step = Step::new(name, StepKind::Action, place);
        step.time = crate::blueprint::notation::parse_time("30 s", TimeUnit::Second).ok();
        step.needs = vec![Need::one(role)];
        step.owner = format!("{name}'s owner");
        step.procedure = format!("{name}'s procedure");
        step.documents = format!("{name}'s documents");
        step.standard = Span::new(40.0, TimeUnit::Second).ok();
        step.emotion = Emotion::new(-1).ok();
        step.wait =
            Some(WaitPoint { acceptable: Span::new(60.0, TimeUnit::Second).ok(), patience: None });
        step.fail = Some(FailPoint { what: format!("{name} fails"), ..FailPoint::default() });
        step
    }

    #[test]
    fn what_either_card_holds_the_merged_one_holds() {
        let mut blueprint = Blueprint::empty("", "As-is");
        let id = blueprint.baseline().id();
        let mut made = None;
        let drawn = blueprint.edit(id, |scenario, ids| {
            let lane = scenario.lanes_of(Zone::Frontstage).next().map(|(id, _)| id);
            let phase = scenario.phases().keys().next().copied();
            let place = lane.zip(phase).map(|(lane, phase)| Place {
                lane,
                phase,
                at: SheetPoint::new(72, 60),
            });
            let roles = [Role::new("Clerk", 0), Role::new("Guide", 1)];
            let [one, other] = roles.map(|role| scenario.add_role(role, ids));
            if let Some(place) = place {
                made = Some((full("Greet", place, one?), full("Ask", place, other?)));
            }
            Ok(())
        });
        assert!(drawn.is_ok());
        let (mut one, other) = made.expect("two steps");
        let joined = joined(&one, &other).expect("one card");
        for word in ["Greet's owner", "Ask's owner"] {
            assert!(joined.owner.contains(word), "{}", joined.owner);
        }
        assert!(joined.procedure.contains("Ask's procedure"));
        assert!(joined.documents.contains("Ask's documents"));
        let fail = joined.fail.as_ref().map(|fail| fail.what.as_str());
        assert_eq!(fail, Some("Greet fails; Ask fails"));
        assert_eq!(joined.standard.map(crate::blueprint::Span::seconds), Some(80.0));
        assert_eq!((joined.wait.is_some(), joined.emotion), (true, other.emotion));
        // What only the second has is not lost either.
        (one.wait, one.emotion, one.fail) = (None, None, None);
        one.owner.clear();
        let joined = super::joined(&one, &other).expect("one card");
        assert_eq!(joined.wait, other.wait);
        assert_eq!(joined.emotion, other.emotion);
        assert_eq!(joined.owner, other.owner);
        assert_eq!(joined.fail, other.fail);
    }
}
