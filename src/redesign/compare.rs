//! What differs between two scenarios: steps, links, roles, the sheet, demand, and the figures.
//!
//! Copies of a scenario keep the identities of what they hold, so that things are matched by
//! identity and never guessed by name.

use rustc_hash::{FxHashMap, FxHashSet};

use super::certainty::Course;
use super::order::reordered;
use super::verdict::{FigureChange, figure_changes};
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{
    DemandField, ElementId, Field, LaneId, Line, Link, LinkEnd, LinkId, LinkKind, PhaseId,
    RoleField, RoleId, Scenario, Step, StepField, StepId, Zone,
};
use crate::simulation::{PairedDifference, Printed};

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Only the second has it.
    Added,
    /// Only the first has it.
    Removed,
    /// Both have it, and it is not the same.
    Changed,
}

impl Difference {
    fn turned(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Changed => Self::Changed,
        }
    }
}

/// Where a step went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its lane before and after.
    pub lanes: (LaneId, LaneId),
    /// The zone before and after; it also changes where the lane itself moved over a line.
    pub zones: (Zone, Zone),
    /// The lines that lie between the two zones, top to bottom.
    pub crossed: Vec<Line>,
    /// Its phase before and after.
    pub phases: (PhaseId, PhaseId),
    /// Whether it stands at another place among the steps from left to right.
    pub reordered: bool,
}

impl Move {
    fn turned(&self) -> Self {
        let swap = |(before, after): (Zone, Zone)| (after, before);
        Self {
            lanes: (self.lanes.1, self.lanes.0),
            zones: swap(self.zones),
            phases: (self.phases.1, self.phases.0),
            ..self.clone()
        }
    }
}

/// How a step differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepChange {
    /// Which step.
    pub step: StepId,
    /// How.
    pub difference: Difference,
    /// What is not the same, in the order of [`StepField`]; empty where only the place differs.
    pub fields: Vec<StepField>,
    /// Where it went. A card that was only nudged within lane and phase did not move.
    pub moved: Option<Move>,
}

/// How a link differs.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkChange {
    /// Which link, by its identity where it is now, else where it was.
    pub link: LinkId,
    /// How.
    pub difference: Difference,
    /// What it was.
    pub before: Option<Link>,
    /// What it is.
    pub after: Option<Link>,
    /// Whether it only follows a step that was added or removed.
    pub follows: bool,
}

/// How a role differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChange {
    /// Which role.
    pub role: RoleId,
    /// How.
    pub difference: Difference,
    /// What is not the same.
    pub fields: Vec<RoleField>,
}

/// How the sheet or the surroundings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetChange {
    /// A lane; changed is its name or its zone.
    Lane(LaneId, Difference),
    /// A phase; changed is its name.
    Phase(PhaseId, Difference),
    /// The lanes of a zone stand in another order.
    LaneOrder(Zone),
    /// The phases stand in another order.
    PhaseOrder,
    /// A servicescape element.
    Element(ElementId, Difference),
    /// The typology of the servicescape.
    Typology,
    /// How it is simulated.
    Simulation,
}

/// Everything that differs between two scenarios, but for their names and for how cards lie within
/// their lane and phase.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Comparison {
    /// Steps in the document order of the second scenario, then those that it no longer has.
    pub steps: Vec<StepChange>,
    /// Links, likewise.
    pub links: Vec<LinkChange>,
    /// Roles, likewise.
    pub roles: Vec<RoleChange>,
    /// Lanes, phases, servicescape.
    pub sheet: Vec<SheetChange>,
    /// What differs in the demand.
    pub demand: Vec<DemandField>,
    /// All compared figures, changed or not, in the order of their table.
    pub figures: Vec<FigureChange>,
}

impl Comparison {
    /// Whether nothing that was drawn differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
            && self.links.is_empty()
            && self.roles.is_empty()
            && self.sheet.is_empty()
            && self.demand.is_empty()
    }

    /// Takes the differences that were simulated on the same customers, wherever one of the two figures is simulated.
    pub fn pair(&mut self, paired: &[PairedDifference]) {
        for change in &mut self.figures {
            let found = paired.iter().find(|paired| paired.subject.key() == Some(change.key));
            if let Some(found) = found {
                change.pair(found);
            }
        }
    }
}

/// Compares two scenarios as they are printed: figures that were simulated differ by what they do on the same customers.
#[must_use]
pub fn compare_printed(
    (a, before): (&Scenario, &Printed<'_>),
    (b, after): (&Scenario, &Printed<'_>),
) -> Comparison {
    let mut comparison = compare_analysed((a, &before.analysis), (b, &after.analysis));
    comparison.pair(&before.differences(after));
    comparison
}

/// Compares two scenarios: what became of `a` in `b`. O(n log n) in what they hold, and two
/// analyses.
#[must_use]
pub fn compare(a: &Scenario, b: &Scenario) -> Comparison {
    compare_analysed((a, &analyse(a)), (b, &analyse(b)))
}

/// As [`compare`], with analyses that are at hand.
#[must_use]
pub fn compare_analysed(
    (a, analysis_a): (&Scenario, &Analysis),
    (b, analysis_b): (&Scenario, &Analysis),
) -> Comparison {
    Comparison {
        steps: steps(a, b),
        links: links(a, b),
        roles: roles(a, b),
        sheet: sheet(a, b),
        demand: DemandField::differing(a.demand(), b.demand()).collect(),
        figures: figure_changes(analysis_a, analysis_b, &Course::of(a, b)),
    }
}

/// What a field list means for something that is in both.
fn kept<F>(fields: &[F]) -> Option<Difference> {
    (!fields.is_empty()).then_some(Difference::Changed)
}

fn steps(a: &Scenario, b: &Scenario) -> Vec<StepChange> {
    let reordered = reordered(a, b);
    let mut changes = Vec::new();
    for (id, after) in b.steps() {
        let Some(before) = a.steps().get(id) else {
            changes.push(StepChange {
                step: *id,
                difference: Difference::Added,
                fields: Vec::new(),
                moved: None,
            });
            continue;
        };
        let fields: Vec<StepField> = StepField::differing(before, after).collect();
        let moved = moved((a, before), (b, after), reordered.binary_search(id).is_ok());
        if !fields.is_empty() || moved.is_some() {
            changes.push(StepChange { step: *id, difference: Difference::Changed, fields, moved });
        }
    }
    let gone = a.steps().keys().filter(|id| !b.steps().contains_key(*id));
    changes.extend(gone.map(|id| StepChange {
        step: *id,
        difference: Difference::Removed,
        fields: Vec::new(),
        moved: None,
    }));
    changes
}

fn moved(
    (a, before): (&Scenario, &Step),
    (b, after): (&Scenario, &Step),
    reordered: bool,
) -> Option<Move> {
    let zones = (a.zone_of(before), b.zone_of(after));
    let stays = before.lane == after.lane && before.phase == after.phase && zones.0 == zones.1;
    let (upper, lower) = (zones.0.min(zones.1), zones.0.max(zones.1));
    let between = |line: &Line| upper <= line.zone_above() && line.zone_above() < lower;
    (!stays || reordered).then(|| Move {
        lanes: (before.lane, after.lane),
        zones,
        crossed: Line::ALL.into_iter().filter(between).collect(),
        phases: (before.phase, after.phase),
        reordered,
    })
}

/// What makes two links of different scenarios the same one where their identities differ: a link
/// that was drawn anew between the same steps is no change. Together links have no direction.
fn ends(link: &Link) -> (LinkKind, StepId, LinkEnd) {
    match link.to {
        LinkEnd::Step(to) if link.kind == LinkKind::Together && to < link.from => {
            (link.kind, to, LinkEnd::Step(link.from))
        }
        to => (link.kind, link.from, to),
    }
}

fn says_the_same(a: &Link, b: &Link) -> bool {
    a.share == b.share && a.label == b.label
}

fn links(a: &Scenario, b: &Scenario) -> Vec<LinkChange> {
    let by_ends: FxHashMap<_, LinkId> = a.links().iter().map(|(id, l)| (ends(l), *id)).collect();
    // The same ends first, then the same identity: a Flow that became a Trigger is one change.
    let mut partner: FxHashMap<LinkId, LinkId> = FxHashMap::default();
    let mut taken: FxHashSet<LinkId> = FxHashSet::default();
    for (id, link) in b.links() {
        if let Some(before) = by_ends.get(&ends(link)) {
            partner.insert(*id, *before);
            taken.insert(*before);
        }
    }
    for id in b.links().keys() {
        let free = !partner.contains_key(id) && a.links().contains_key(id) && !taken.contains(id);
        if free {
            partner.insert(*id, *id);
            taken.insert(*id);
        }
    }
    let in_both = |id: StepId| a.steps().contains_key(&id) && b.steps().contains_key(&id);
    let follows =
        |link: &Link| !in_both(link.from) || link.to.step().is_some_and(|to| !in_both(to));
    let mut changes = Vec::new();
    for (id, after) in b.links() {
        let before = partner.get(id).and_then(|before| a.links().get(before));
        let difference = match before {
            None => Difference::Added,
            Some(before) if ends(before) == ends(after) && says_the_same(before, after) => continue,
            Some(_) => Difference::Changed,
        };
        changes.push(LinkChange {
            link: *id,
            difference,
            before: before.map(|link| Link::clone(link)),
            after: Some(Link::clone(after)),
            follows: before.is_none() && follows(after),
        });
    }
    let gone = a.links().iter().filter(|(id, _)| !taken.contains(*id));
    changes.extend(gone.map(|(id, before)| LinkChange {
        link: *id,
        difference: Difference::Removed,
        before: Some(Link::clone(before)),
        after: None,
        follows: follows(before),
    }));
    changes
}

fn roles(a: &Scenario, b: &Scenario) -> Vec<RoleChange> {
    let mut changes = Vec::new();
    for (id, after) in b.roles() {
        let fields =
            a.roles().get(id).map(|before| RoleField::differing(before, after).collect::<Vec<_>>());
        let difference = fields.as_ref().map_or(Some(Difference::Added), |fields| kept(fields));
        if let Some(difference) = difference {
            let fields = fields.unwrap_or_default();
            changes.push(RoleChange { role: *id, difference, fields });
        }
    }
    let gone = a.roles().keys().filter(|id| !b.roles().contains_key(*id));
    changes.extend(gone.map(|id| RoleChange {
        role: *id,
        difference: Difference::Removed,
        fields: Vec::new(),
    }));
    changes
}

/// The rows of two tables that differ, by identity.
fn rows<K: crate::blueprint::Id, V>(
    a: &crate::blueprint::Table<K, V>,
    b: &crate::blueprint::Table<K, V>,
    same: impl Fn(&V, &V) -> bool,
) -> Vec<(K, Difference)> {
    let mut found = Vec::new();
    for (id, after) in b {
        match a.get(id) {
            None => found.push((*id, Difference::Added)),
            Some(before) if !same(before, after) => found.push((*id, Difference::Changed)),
            Some(_) => {}
        }
    }
    let gone = a.keys().filter(|id| !b.contains_key(*id));
    found.extend(gone.map(|id| (*id, Difference::Removed)));
    found
}

fn sheet(a: &Scenario, b: &Scenario) -> Vec<SheetChange> {
    let lanes = rows(a.lanes(), b.lanes(), |a, b| a.name == b.name && a.zone == b.zone);
    let phases = rows(a.phases(), b.phases(), |a, b| a.name == b.name);
    let elements = rows(a.elements(), b.elements(), PartialEq::eq);
    let order = {
        let before = a.phases().keys().filter(|id| b.phases().contains_key(*id));
        let after = b.phases().keys().filter(|id| a.phases().contains_key(*id));
        !before.eq(after)
    };
    let lane_order = Zone::ALL.into_iter().filter(|zone| {
        // Lanes that came, went or changed their zone are said by themselves.
        let stays = |id: &LaneId, other: &Scenario| {
            other.lanes().get(id).is_some_and(|lane| lane.zone == *zone)
        };
        let before = a.lanes_of(*zone).map(|(id, _)| id).filter(|id| stays(id, b));
        let after = b.lanes_of(*zone).map(|(id, _)| id).filter(|id| stays(id, a));
        !before.eq(after)
    });
    lanes
        .into_iter()
        .map(|(lane, difference)| SheetChange::Lane(lane, difference))
        .chain(lane_order.map(SheetChange::LaneOrder))
        .chain(phases.into_iter().map(|(phase, difference)| SheetChange::Phase(phase, difference)))
        .chain(order.then_some(SheetChange::PhaseOrder))
        .chain(elements.into_iter().map(|(id, difference)| SheetChange::Element(id, difference)))
        .chain((a.typology() != b.typology()).then_some(SheetChange::Typology))
        .chain((a.simulation_rules() != b.simulation_rules()).then_some(SheetChange::Simulation))
        .collect()
}

impl StepChange {
    /// The same change seen from the other scenario.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self {
            step: self.step,
            difference: self.difference.turned(),
            fields: self.fields.clone(),
            moved: self.moved.as_ref().map(Move::turned),
        }
    }
}

impl RoleChange {
    /// The same change seen from the other scenario.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self { difference: self.difference.turned(), ..self.clone() }
    }
}
