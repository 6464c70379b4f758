//! Which branch of a join counts for all, told from values: never from who was drawn first.

use super::network::{Activity, FlowArc, MeetingTree, OfBranches, Process, Room};
use crate::blueprint::Scenario;

/// Looks at moments, roles and arcs after which what looks alike is taken to be alike.
const MOST_LOOKS: usize = 400_000;

/// Puts the branch of each join first that lasts longest on average, since with it the customer
/// goes on; of those that last alike, one that only values tell. Nothing to do without joins;
/// else near-linear in moments and arcs but for the rounds of [`colours`].
pub(super) fn settle(scenario: &Scenario, process: &mut Process) {
    let joins = |process: &Process, index: usize| {
        let tree = process.moments[index].meeting.as_ref();
        tree.is_some_and(|tree| !matches!(tree, MeetingTree::Arc(_)) && has_join(tree))
    };
    let joining: Vec<usize> =
        (0..process.moments.len()).filter(|index| joins(process, *index)).collect();
    if joining.is_empty() {
        return;
    }
    let over_s = over_s(process);
    // Only branches that last alike have to be told apart by anything else.
    let colours = if joining.iter().any(|index| has_tie(process, *index, &over_s)) {
        colours(scenario, process)
    } else {
        vec![0; process.moments.len()]
    };
    for index in joining {
        let Some(tree) = process.moments[index].meeting.take() else { continue };
        let leaf = |at: usize| {
            let arc = &process.arcs[at];
            let (end_s, colour) = arc.from.map_or((0.0, 0), |from| (over_s[from], colours[from]));
            Branch { end_s, colour: mix(&[colour, look(arc)]), tree: MeetingTree::Arc(at) }
        };
        process.moments[index].meeting = Some(
            tree.fold(leaf, |tree, branches| {
                let mut branches: OfBranches<Branch> = branches;
                let end_s = branches.iter().map(|branch| branch.end_s).fold(0.0, f64::max);
                let colour = sum(branches.iter().map(|branch| branch.colour));
                let (tag, tree) = match tree {
                    MeetingTree::Join { parted_at, .. } => {
                        branches.sort_by(|a, b| {
                            b.end_s.total_cmp(&a.end_s).then(a.colour.cmp(&b.colour))
                        });
                        let branches = branches.into_iter().map(|branch| branch.tree).collect();
                        (1, MeetingTree::Join { parted_at: *parted_at, branches })
                    }
                    _ => (2, MeetingTree::Merge(branches.into_iter().map(|b| b.tree).collect())),
                };
                Branch { end_s, colour: mix(&[tag, colour]), tree }
            })
            .tree,
        );
    }
}

/// A branch of a meeting.
struct Branch {
    /// Mean seconds from arrival until it is over, without waiting.
    end_s: f64,
    colour: u64,
    tree: MeetingTree,
}

fn has_join(tree: &MeetingTree) -> bool {
    tree.fold(
        |_| false,
        |tree, branches| matches!(tree, MeetingTree::Join { .. }) || branches.contains(&true),
    )
}

/// Whether two branches of a join before a moment last alike.
fn has_tie(process: &Process, moment: usize, over_s: &[f64]) -> bool {
    let Some(tree) = &process.moments[moment].meeting else { return false };
    let leaf = |at: usize| (process.arcs[at].from.map_or(0.0, |from| over_s[from]), false);
    let (_, tied) = tree.fold(leaf, |tree, branches| {
        let mut ends: OfBranches<f64> = branches.iter().map(|(end_s, _)| *end_s).collect();
        ends.sort_by(f64::total_cmp);
        let is_join = matches!(tree, MeetingTree::Join { .. });
        let alike = ends.windows(2).any(|pair| pair[0].total_cmp(&pair[1]).is_eq());
        let tied = is_join && alike || branches.iter().any(|(_, tied)| *tied);
        (ends.last().copied().unwrap_or(0.0), tied)
    });
    tied
}

/// Mean seconds from arrival until each moment is over, by the longest way without rework.
fn over_s(process: &Process) -> Vec<f64> {
    let mut over_s = vec![0.0; process.moments.len()];
    let mut reached: Vec<f64> = Vec::new();
    for level in process.levels.iter() {
        reached.clear();
        reached.extend(level.iter().map(|moment| {
            let ins = process.live_ins(*moment).filter(|arc| !arc.back);
            ins.filter_map(|arc| Some(over_s[arc.from?])).fold(0.0, f64::max)
        }));
        for (moment, start_s) in level.iter().zip(&reached) {
            over_s[*moment] = start_s + process.moments[*moment].duration_s.unwrap_or(0.0);
        }
    }
    over_s
}

/// A number for each moment that is the same for moments which look alike: by their own values,
/// those of the people they need, and those of the moments around them, and around those, until
/// another look tells no more of them apart (Weisfeiler & Leman 1968).
fn colours(scenario: &Scenario, process: &Process) -> Vec<u64> {
    let roles = scenario.roles().values();
    let mut of_role: Vec<u64> = roles
        .map(|role| mix(&[u64::from(role.heads()), role.availability.value().to_bits()]))
        .collect();
    let own: Vec<u64> = process
        .moments
        .iter()
        .map(|moment| {
            let asked = moment.steps().filter_map(|id| scenario.steps().get(&id)?.meeting);
            mix(&[
                moment.part as u64,
                u64::from(moment.decision.is_some()),
                sum(asked.map(|meeting| meeting as u64 + 1)),
                sum(moment.activities.iter().map(of_activity)),
            ])
        })
        .collect();
    let mut colours = own.clone();
    let size = process.moments.len() + process.arcs.len() + of_role.len();
    let mut known = 0;
    for _ in 0..(MOST_LOOKS / size.max(1)).clamp(2, 1 + size) {
        let mut needed_by = vec![0_u64; of_role.len()];
        let mut next = Vec::with_capacity(colours.len());
        for (index, moment) in process.moments.iter().enumerate() {
            let mut people = 0_u64;
            for activity in &moment.activities {
                let mut of_claims = 0_u64;
                for claim in &activity.claims {
                    let positions =
                        claim.roles.iter().filter_map(|role| scenario.roles().get_index_of(role));
                    let need = mix(&[
                        u64::from(claim.count),
                        u64::from(claim.keep),
                        sum(positions.clone().map(|role| of_role[role])),
                    ]);
                    of_claims = of_claims.wrapping_add(need);
                    for role in positions {
                        let use_of = mix(&[colours[index], of_activity(activity), need]);
                        needed_by[role] = needed_by[role].wrapping_add(use_of);
                    }
                }
                people = people.wrapping_add(mix(&[of_activity(activity), of_claims]));
            }
            let around = |arcs: &[usize], end: fn(&FlowArc) -> Option<usize>| {
                let live = arcs.iter().map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
                sum(live.map(|arc| mix(&[look(arc), end(arc).map_or(1, |at| colours[at])])))
            };
            let ins = around(&moment.ins, |arc| arc.from);
            let outs = around(&moment.outs, |arc| arc.to);
            next.push(mix(&[colours[index], people, ins, mix(&[outs])]));
        }
        colours = next;
        for (role, uses) in of_role.iter_mut().zip(needed_by) {
            *role = mix(&[*role, uses]);
        }
        let mut different: Vec<u64> = colours.iter().chain(&of_role).copied().collect();
        different.sort_unstable();
        different.dedup();
        if different.len() == known {
            break;
        }
        known = different.len();
    }
    colours
}

/// What an activity does as far as others wait for it, without who does it.
fn of_activity(activity: &Activity) -> u64 {
    let room = match activity.room {
        Room::Unlimited => 0,
        Room::OneServer => 1,
        Room::Waiting { limited } => 2 + u64::from(limited),
        Room::Places(count) => 4 + u64::from(count),
    };
    mix(&[
        activity.mean_s.map_or(1, f64::to_bits),
        activity.scv.to_bits(),
        u64::from(activity.exponential) + 2 * u64::from(activity.own_time),
        activity.setup_s.to_bits(),
        activity.batch.to_bits(),
        room,
    ])
}

/// What an arc is, without where it leads.
fn look(arc: &FlowArc) -> u64 {
    mix(&[arc.kind as u64, u64::from(arc.back), arc.share.map_or(1, f64::to_bits)])
}

/// Numbers in any order.
fn sum(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0, |sum, number| sum.wrapping_add(mix(&[number])))
}

/// Numbers in their order, scattered (`SplitMix64`; Steele, Lea & Flood 2014).
fn mix(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0, |mixed: u64, number| {
        let mixed = (mixed.rotate_left(23) ^ number).wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    })
}
