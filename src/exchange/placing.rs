//! A place for every card that comes without one: by phase and flow, none over another.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::blueprint::{
    Lane, LaneHeight, LaneId, LinkKind, Phase, PhaseId, PhaseWidth, Place, Refusal, Scenario,
    SheetPoint, StepId,
};
use crate::drawing::{CardForm, LayerEdge, Layers, whole_units};

/// From one column of cards to the next: one card with room beside it.
const COLUMN: i32 = PhaseWidth::USUAL;
/// The least gap between cards of a column, and between a card and the edge of its lane.
const GAP: i32 = 16;
/// How many cards of a lane stand one below the other before a further column is opened.
const MOST_ROWS: usize = 6;

/// Places steps anew, each in its lane and phase: a column for each length of the longest way from
/// the start, cards of one column and lane below one another. Lanes grow in height and phases in
/// width where needed; cards that are not among `steps` stay, and the new ones stand right of them.
///
/// Linear in steps and links, but for sorting.
///
/// # Errors
/// [`Refusal::NotThere`] for a step that is not in the scenario; [`Refusal::SizeRange`] if a phase
/// would have to be wider than a sheet can be.
pub fn place_steps(scenario: &mut Scenario, steps: &[StepId]) -> Result<(), Refusal> {
    let layers = layers(scenario, steps)?;
    // Phase, then layer, then lane: the order in which cards are set down.
    let mut cells: BTreeMap<(usize, usize), BTreeMap<usize, Vec<StepId>>> = BTreeMap::new();
    let mut edges: HashMap<PhaseId, i32> = HashMap::new();
    let chosen: HashSet<StepId> = steps.iter().copied().collect();
    for (id, step) in scenario.steps() {
        if !chosen.contains(id) {
            let edge = edges.entry(step.phase).or_insert(0);
            let half = CardForm::of(step, scenario.zone_of(step)).size().width / 2.0;
            *edge = (*edge).max(step.at.x.saturating_add(whole_units(half)));
        }
    }
    for (id, layer) in steps.iter().zip(layers) {
        let step = scenario.steps().get(id).ok_or(Refusal::NotThere)?;
        let phase = scenario.phases().get_index_of(&step.phase).ok_or(Refusal::NotThere)?;
        let lane = scenario.lanes().get_index_of(&step.lane).ok_or(Refusal::NotThere)?;
        cells.entry((phase, layer)).or_default().entry(lane).or_default().push(*id);
    }
    for stack in cells.values().flat_map(BTreeMap::values).flat_map(|cards| cards.chunks(MOST_ROWS))
    {
        make_room(scenario, stack)?;
    }
    for ((phase, _), lanes) in cells {
        let (phase, _) = scenario.phases().get_index(phase).ok_or(Refusal::NotThere)?;
        let phase = *phase;
        let left = edges.entry(phase).or_insert(0);
        let mut columns = 0;
        for cards in lanes.values() {
            for (column, stack) in cards.chunks(MOST_ROWS).enumerate() {
                let column = i32::try_from(column).map_err(|_| Refusal::SizeRange)?;
                columns = columns.max(column + 1);
                let x = left.saturating_add(COLUMN * column + COLUMN / 2);
                stack_cards(scenario, stack, x)?;
            }
        }
        *left = left.saturating_add(COLUMN * columns);
        let right = *left;
        let wide = scenario.phases().get(&phase).ok_or(Refusal::NotThere)?;
        if wide.width.units() < right {
            let phase_now = Phase { width: PhaseWidth::new(right)?, ..Phase::clone(wide) };
            scenario.set_phase(phase, phase_now)?;
        }
    }
    Ok(())
}

/// The lane of cards that stand below one another, and their heights.
fn measure(scenario: &Scenario, stack: &[StepId]) -> Result<(LaneId, Vec<i32>), Refusal> {
    let mut heights = Vec::with_capacity(stack.len());
    let mut lane = None;
    for id in stack {
        let step = scenario.steps().get(id).ok_or(Refusal::NotThere)?;
        lane = Some(step.lane);
        let form = CardForm::of(step, scenario.zone_of(step));
        heights.push(whole_units(form.size().height));
    }
    Ok((lane.ok_or(Refusal::NotThere)?, heights))
}

/// The height of cards with the gaps between them.
fn total(heights: &[i32]) -> i32 {
    heights.iter().map(|height| height + GAP).sum::<i32>() - GAP
}

/// Makes a lane high enough for cards below one another.
fn make_room(scenario: &mut Scenario, stack: &[StepId]) -> Result<(), Refusal> {
    let (id, heights) = measure(scenario, stack)?;
    let lane = scenario.lanes().get(&id).ok_or(Refusal::NotThere)?;
    let needed = total(&heights) + GAP;
    if lane.height.units() < needed {
        let lane = Lane { height: LaneHeight::new(needed)?, ..Lane::clone(lane) };
        scenario.set_lane(id, lane)?;
    }
    Ok(())
}

/// Sets cards of one lane below one another around its middle.
fn stack_cards(scenario: &mut Scenario, stack: &[StepId], x: i32) -> Result<(), Refusal> {
    let (lane, heights) = measure(scenario, stack)?;
    let lane = scenario.lanes().get(&lane).ok_or(Refusal::NotThere)?;
    let mut top = (lane.height.units() - total(&heights)) / 2;
    for (id, card) in stack.iter().zip(heights) {
        let step = scenario.steps().get(id).ok_or(Refusal::NotThere)?;
        let place = Place { at: SheetPoint::new(x, top + card / 2), ..step.place() };
        scenario.place_step(*id, place)?;
        top += card + GAP;
    }
    Ok(())
}

/// For each step the number of moments on the longest way to it, without ways back. A card outside
/// the flow stands with the step it is linked to, else with the step before it.
fn layers(scenario: &Scenario, steps: &[StepId]) -> Result<Vec<usize>, Refusal> {
    let index: HashMap<StepId, usize> =
        steps.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut flows = Vec::with_capacity(steps.len());
    for id in steps {
        flows.push(scenario.steps().get(id).ok_or(Refusal::NotThere)?.kind.flows());
    }
    let mut moments = petgraph::unionfind::UnionFind::<usize>::new(steps.len());
    let mut ways: Vec<(usize, usize)> = Vec::new();
    let mut beside: Vec<Option<usize>> = vec![None; steps.len()];
    for link in scenario.links().values() {
        let ends = (index.get(&link.from), link.to.step().and_then(|to| index.get(&to)));
        let (Some(&from), Some(&to)) = ends else { continue };
        let flowing = |at: usize| flows.get(at).is_some_and(|flows| *flows);
        match (flowing(from), flowing(to)) {
            (true, true) if link.kind == LinkKind::Together => {
                moments.union(from, to);
            }
            (true, true) => ways.push((from, to)),
            (true, false) => beside[to] = beside[to].or(Some(from)),
            (false, true) => beside[from] = beside[from].or(Some(to)),
            (false, false) => {}
        }
    }
    // A moment is called by its first step, so that the walk starts where the document does.
    let mut first = HashMap::new();
    let labels: Vec<usize> = moments
        .into_labeling()
        .into_iter()
        .enumerate()
        .map(|(at, label)| *first.entry(label).or_insert(at))
        .collect();
    let label = |at: usize| labels.get(at).copied().unwrap_or(at);
    let edge =
        |&(from, to): &(usize, usize)| LayerEdge { from: label(from), to: label(to), span: 1 };
    let edges: Vec<LayerEdge> = ways.iter().map(edge).collect();
    let depth = Layers::of(steps.len(), &edges, &[]).depth;
    let mut layers: Vec<usize> = Vec::with_capacity(steps.len());
    for at in 0..steps.len() {
        let before = layers.last().copied().unwrap_or(0);
        let of_step = |at: usize| labels.get(at).and_then(|label| depth.get(*label)).copied();
        let layer = match (flows.get(at), beside.get(at).copied().flatten()) {
            (Some(true), _) => of_step(at),
            (_, Some(step)) => of_step(step),
            _ => Some(before),
        };
        layers.push(layer.unwrap_or(before));
    }
    Ok(layers)
}
