//! What changed between random versions of random documents.

use onstage::blueprint::Blueprint;
use onstage::versions::{Measure, ScenarioChanges, ScenarioPair, Versions};

use super::sequences::versions;

/// All lines, which hold what always holds.
fn lines(old: &Blueprint, new: &Blueprint, one_lineage: bool) -> usize {
    let found = Versions::of(old, new, one_lineage);
    let changes: Vec<ScenarioChanges> = found.pairs.iter().map(ScenarioPair::changes).collect();
    for of_one in &changes {
        for measure in Measure::ALL {
            let Some(total) = of_one.total.get(measure) else { continue };
            let effects = of_one.lines.iter().map(|line| &line.effects).chain([&of_one.together]);
            let parts: Vec<f64> = effects.filter_map(|it| it.get(measure)).collect();
            let most = parts.iter().fold(total.abs(), |most, part| most.max(part.abs()));
            let sum: f64 = parts.iter().sum();
            assert!((sum - total).abs() <= 1e-9 * most, "{measure:?}: {sum} is not {total}");
        }
    }
    found.file.len() + changes.iter().map(|changes| changes.lines.len()).sum::<usize>()
}

fn of_one_document(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let versions = versions(seed, 8);
        for pair in versions.windows(2) {
            let (old, new) = (&pair[0], &pair[1]);
            for one_lineage in [true, false] {
                assert_eq!(lines(new, new, one_lineage), 0, "seed {seed}: nothing is new");
                let (there, back) = (lines(old, new, one_lineage), lines(new, old, one_lineage));
                assert_eq!(there, back, "seed {seed}, one lineage: {one_lineage}");
            }
        }
    }
}

#[test]
fn the_way_back_has_as_many_lines() {
    of_one_document(0..60);
}

#[test]
fn unrelated_documents_have_as_many_lines_both_ways() {
    for seed in 0..40 {
        let (a, b) = (versions(seed, 6), versions(1_000 + seed, 6));
        for (old, new) in a.iter().zip(&b).skip(2) {
            for one_lineage in [true, false] {
                let (there, back) = (lines(old, new, one_lineage), lines(new, old, one_lineage));
                assert_eq!(there, back, "seed {seed}, one lineage: {one_lineage}");
            }
        }
    }
}
