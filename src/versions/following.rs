//! Which changes are lines of their own, and which only follow another.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::change::Change;
use super::rules;
use crate::blueprint::{
    DemandField, ElementId, Link, LinkEnd, LinkKind, Need, Role, RoleField, RoleId, Scenario, Step,
    StepField, StepId,
};
use crate::redesign::{Comparison, Difference, LinkChange, Move, StepChange};

/// The changes of a comparison, each once: demand, roles, steps, links, the sheet, the rules.
pub(super) fn changes_of(comparison: &Comparison, old: &Scenario, new: &Scenario) -> Vec<Change> {
    let pair = Pair { old, new };
    let mut found: Vec<Change> = Vec::new();
    found.extend(
        comparison
            .demand
            .iter()
            .filter(|it| !pair.follows_day(**it))
            .map(|field| Change::Demand(*field)),
    );
    for change in &comparison.roles {
        if change.difference != Difference::Changed {
            found.push(Change::Role(change.role, change.difference));
        }
        let own =
            change.fields.iter().filter(|field| !pair.role_field_follows(change.role, **field));
        found.extend(own.map(|field| Change::RoleField(change.role, *field)));
    }
    for change in &comparison.steps {
        pair.step(change, &mut found);
    }
    pair.links(&comparison.links, &mut found);
    found.extend(comparison.sheet.iter().map(|change| Change::Sheet(*change)));
    if pair.rules(old) != pair.rules(new) {
        found.push(Change::Rules);
    }
    let moved = pair.moved_within(&found);
    // Sizes follow from what else is done to a sheet.
    if !moved.is_empty() || found.is_empty() && pair.is_sized_otherwise() {
        found.push(Change::Drawn(moved));
    }
    found
}

struct Pair<'a> {
    old: &'a Scenario,
    new: &'a Scenario,
}

impl Pair<'_> {
    /// The steps that lie elsewhere in the same lane and phase, and of which no line says so already.
    fn moved_within(&self, found: &[Change]) -> Vec<StepId> {
        let said: FxHashSet<StepId> = found
            .iter()
            .filter_map(|change| match change {
                Change::Lane(step, _) | Change::Phase(step, _) => Some(*step),
                _ => None,
            })
            .collect();
        let moved = self.new.steps().iter().filter(|(id, is)| {
            self.old
                .steps()
                .get(*id)
                .is_some_and(|was| was.at != is.at && was.lane == is.lane && was.phase == is.phase)
        });
        moved.map(|(id, _)| *id).filter(|id| !said.contains(id)).collect()
    }

    /// Whether a lane or a phase has another size.
    fn is_sized_otherwise(&self) -> bool {
        let lanes = self.new.lanes().iter().any(|(id, is)| {
            let was = self.old.lanes().get(id);
            was.is_some_and(|was| was.height != is.height || was.collapsed != is.collapsed)
        });
        let width = |id, width| self.old.phases().get(id).is_some_and(|was| was.width != width);
        lanes || self.new.phases().iter().any(|(id, is)| width(id, is.width))
    }

    fn has_step(&self, id: StepId) -> bool {
        self.old.steps().contains_key(&id) && self.new.steps().contains_key(&id)
    }

    fn has_role(&self, id: RoleId) -> bool {
        self.old.roles().contains_key(&id) && self.new.roles().contains_key(&id)
    }

    fn has_element(&self, id: ElementId) -> bool {
        self.old.elements().contains_key(&id) && self.new.elements().contains_key(&id)
    }

    /// The rules as far as they speak of what is in both.
    fn rules(&self, of: &Scenario) -> crate::blueprint::RedesignRules {
        rules::mapped(
            of.redesign_rules(),
            |step| self.has_step(step).then_some(step),
            |role| self.has_role(role).then_some(role),
        )
    }

    /// Where there is a day in both, the opening hours are its hours.
    fn follows_day(&self, field: DemandField) -> bool {
        let days = self.old.demand().day.is_some() && self.new.demand().day.is_some();
        field == DemandField::OpeningHours && days
    }

    fn role_field_follows(&self, role: RoleId, field: RoleField) -> bool {
        let of = |scenario: &Scenario| scenario.roles().get(&role).map(|role| Role::clone(role));
        let (Some(was), Some(is)) = (of(self.old), of(self.new)) else { return false };
        let kept = |role: &Role| -> Vec<RoleId> {
            role.stands_in_for.iter().copied().filter(|id| self.has_role(*id)).collect()
        };
        field == RoleField::StandsInFor && kept(&was) == kept(&is)
    }

    fn step(&self, change: &StepChange, found: &mut Vec<Change>) {
        let id = change.step;
        let rows = (self.old.steps().get(&id), self.new.steps().get(&id));
        let (Some(was), Some(is)) = rows else {
            found.push(Change::Step(id, change.difference));
            return;
        };
        if let Some(moved) = &change.moved {
            self.moved(id, moved, found);
        }
        let own = change.fields.iter().filter(|field| !self.field_follows(**field, was, is));
        found.extend(own.map(|field| Change::Field(id, *field)));
    }

    /// A lane or phase that came or went takes its steps along, unless they come to another zone.
    fn moved(&self, id: StepId, moved: &Move, found: &mut Vec<Change>) {
        let (lanes, phases) = (moved.lanes, moved.phases);
        let lanes_stay =
            self.new.lanes().contains_key(&lanes.0) && self.old.lanes().contains_key(&lanes.1);
        // A lane that goes to another zone as a whole says so itself.
        if lanes.0 != lanes.1 && (lanes_stay || moved.zones.0 != moved.zones.1) {
            let phases = (phases.1, phases.1);
            found.push(Change::Lane(id, Move { phases, reordered: false, ..moved.clone() }));
        }
        let phases_stay =
            self.new.phases().contains_key(&phases.0) && self.old.phases().contains_key(&phases.1);
        let within = Move {
            lanes: (lanes.1, lanes.1),
            zones: (moved.zones.1, moved.zones.1),
            crossed: Vec::new(),
            ..moved.clone()
        };
        if phases.0 == phases.1 && moved.reordered {
            found.push(Change::Phase(id, within));
        } else if phases.0 != phases.1 && phases_stay {
            found.push(Change::Phase(id, Move { reordered: false, ..within }));
        }
    }

    /// Whether a field differs only by what came or went elsewhere.
    fn field_follows(&self, field: StepField, was: &Step, is: &Step) -> bool {
        match field {
            StepField::Needs => {
                let without = |needs: &[Need], other: &Scenario| {
                    kept_needs(needs, |role| other.roles().contains_key(&role))
                };
                // Where a role that came does the work of one that went, it is a line of its own.
                without(&was.needs, self.new) == is.needs
                    || without(&is.needs, self.old) == was.needs
            }
            StepField::Elements => {
                let kept = |step: &Step| -> Vec<ElementId> {
                    step.elements.iter().copied().filter(|id| self.has_element(*id)).collect()
                };
                kept(was) == kept(is)
            }
            StepField::Fail => {
                let kept = |step: &Step| {
                    let mut fail = step.fail.clone();
                    if let Some(fail) = &mut fail {
                        fail.recovery_step = fail.recovery_step.filter(|id| self.has_step(*id));
                    }
                    fail
                };
                kept(was) == kept(is)
            }
            _ => false,
        }
    }

    /// Links that only follow a step belong to its line, and so do the shares of the other ways out;
    /// shares that change together are one line.
    fn links(&self, links: &[LinkChange], found: &mut Vec<Change>) {
        let gone = Bridges::of(self.old, |id| !self.new.steps().contains_key(&id));
        let come = Bridges::of(self.new, |id| !self.old.steps().contains_key(&id));
        let follows = |side: &Option<Link>, bridges: &Bridges| {
            side.as_ref().is_none_or(|link| self.touches_one(link) || bridges.leads(link))
        };
        let mut own: Vec<LinkChange> = Vec::new();
        let mut forks: FxHashSet<StepId> = FxHashSet::default();
        for change in links {
            let is_same = match (&change.before, &change.after) {
                (Some(was), Some(is)) => same_way(was, is),
                _ => false,
            };
            // What was a link is replaced by steps that came; what is one closes a gap.
            let left = (!is_same).then(|| follows(&change.before, &come));
            let led = (!is_same).then(|| follows(&change.after, &gone));
            match (left, led) {
                (Some(true), Some(true)) => {
                    let sides = [&change.before, &change.after].into_iter().flatten();
                    forks.extend(sides.filter(|link| link.share.is_some()).map(|link| link.from));
                }
                (Some(true), Some(false)) if change.before.is_some() => own.push(LinkChange {
                    difference: Difference::Added,
                    before: None,
                    ..change.clone()
                }),
                (Some(false), Some(true)) if change.after.is_some() => own.push(LinkChange {
                    difference: Difference::Removed,
                    after: None,
                    ..change.clone()
                }),
                _ => own.push(change.clone()),
            }
        }
        let mut shares: BTreeMap<StepId, Vec<LinkChange>> = BTreeMap::new();
        let mut order: Vec<Result<LinkChange, StepId>> = Vec::new();
        for change in own {
            let from = only_share(&change);
            match from {
                Some(from) if forks.contains(&from) => {}
                Some(from) => {
                    let together = shares.entry(from).or_default();
                    if together.is_empty() {
                        order.push(Err(from));
                    }
                    together.push(change);
                }
                None => order.push(Ok(change)),
            }
        }
        for entry in order {
            match entry {
                Ok(change) => found.push(Change::Link(change)),
                Err(from) => match shares.remove(&from).as_deref() {
                    Some([change]) => found.push(Change::Link(change.clone())),
                    Some(several) => found.push(Change::Shares(from, several.to_vec())),
                    None => {}
                },
            }
        }
    }

    /// Whether a link touches a step that is only in one version.
    fn touches_one(&self, link: &Link) -> bool {
        !self.has_step(link.from) || link.to.step().is_some_and(|to| !self.has_step(to))
    }
}

fn same_way(a: &Link, b: &Link) -> bool {
    let turned = a.kind == LinkKind::Together
        && b.to == LinkEnd::Step(a.from)
        && a.to == LinkEnd::Step(b.from);
    a.kind == b.kind && (turned || a.from == b.from && a.to == b.to)
}

/// Where a link starts of which nothing but the share differs.
fn only_share(change: &LinkChange) -> Option<StepId> {
    let (was, is) = change.before.as_ref().zip(change.after.as_ref())?;
    let only = same_way(was, is) && was.label == is.label && was.share != is.share;
    only.then_some(is.from)
}

/// Needs of roles that are there; a need that nobody is left for is none.
pub(super) fn kept_needs(needs: &[Need], there: impl Fn(RoleId) -> bool) -> Vec<Need> {
    let kept = needs.iter().map(|need| Need {
        roles: need.roles.iter().copied().filter(|role| there(*role)).collect(),
        ..need.clone()
    });
    kept.filter(|need| !need.roles.is_empty()).collect()
}

/// The ways through the steps that are only in one of two versions.
struct Bridges {
    next: FxHashMap<StepId, Vec<LinkEnd>>,
    only: FxHashSet<StepId>,
}

impl Bridges {
    fn of(scenario: &Scenario, is_only: impl Fn(StepId) -> bool) -> Self {
        let only: FxHashSet<StepId> =
            scenario.steps().keys().copied().filter(|id| is_only(*id)).collect();
        let mut next: FxHashMap<StepId, Vec<LinkEnd>> = FxHashMap::default();
        for link in scenario.links().values() {
            let through =
                only.contains(&link.from) || link.to.step().is_some_and(|to| only.contains(&to));
            if !through {
                continue;
            }
            next.entry(link.from).or_default().push(link.to);
            // What happens at the same time has no direction.
            if let (LinkKind::Together, LinkEnd::Step(to)) = (link.kind, link.to) {
                next.entry(to).or_default().push(LinkEnd::Step(link.from));
            }
        }
        Self { next, only }
    }

    /// Whether a way leads where a link leads, through nothing but such steps.
    fn leads(&self, link: &Link) -> bool {
        let mut seen: FxHashSet<StepId> = FxHashSet::default();
        let mut open = vec![link.from];
        while let Some(at) = open.pop() {
            for end in self.next.get(&at).into_iter().flatten() {
                if *end == link.to && at != link.from {
                    return true;
                }
                if let Some(step) = end.step().filter(|step| self.only.contains(step))
                    && seen.insert(step)
                {
                    open.push(step);
                }
            }
        }
        false
    }
}
