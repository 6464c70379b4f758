//! Published and brute-force answers of line balancing and of grouping.

use super::*;

/// Pieces with seconds of work; `order` holds pairs "before, after", counted from 1.
fn puzzle(seconds: &[u64], order: &[(usize, usize)]) -> Puzzle {
    let count = seconds.len();
    let mut before = vec![0; count];
    for _ in 0..count {
        for (first, then) in order {
            before[then - 1] |= 1 << (first - 1) | before[first - 1];
        }
    }
    Puzzle {
        work: seconds.to_vec(),
        before,
        alone: 0,
        together: Vec::new(),
        most_workers: vec![None; count],
        widest: u32::MAX,
        far_side: 0,
        one_worker_jobs: false,
        trades: vec![u64::MAX; count],
    }
}

/// "first before all, all before last".
fn between(count: usize) -> Vec<(usize, usize)> {
    let after_first = (2..=count).map(|piece| (1, piece));
    after_first.chain((1..count).map(|piece| (piece, count))).collect()
}

fn frontier(puzzle: &Puzzle, staff: std::ops::RangeInclusive<u64>) -> Vec<f64> {
    let mut known = None;
    staff
        .map(|workers| {
            let mut allowance = Allowance::new(50_000_000, &|| false);
            known = best_rate(puzzle, workers, known.as_ref(), &mut allowance);
            let best = known.as_ref().unwrap();
            assert!(best.proven);
            (best.rate.value() * 3_600_000.0).round() / 1000.0
        })
        .collect()
}

const LICENCE: [u64; 6] = [15, 30, 60, 40, 20, 30];

#[test]
fn lines_are_balanced_with_the_published_number_of_stations() {
    // Jackson 1956 and Mertens 1967, from the library of Scholl 1993.
    let jackson = puzzle(
        &[6, 2, 5, 7, 1, 2, 3, 6, 5, 5, 4],
        &[
            (1, 2),
            (1, 3),
            (1, 4),
            (1, 5),
            (2, 6),
            (3, 7),
            (4, 7),
            (5, 7),
            (6, 8),
            (7, 9),
            (8, 10),
            (9, 11),
            (10, 11),
        ],
    );
    let mertens =
        puzzle(&[1, 5, 4, 3, 5, 6, 5], &[(1, 2), (1, 4), (2, 3), (2, 5), (3, 6), (4, 6), (5, 7)]);
    for (mut line, answers) in [
        (jackson, [(7, 8), (9, 6), (10, 5), (13, 4), (14, 4), (21, 3)]),
        (mertens, [(6, 6), (7, 5), (8, 5), (10, 3), (15, 2), (18, 2)]),
    ] {
        line.one_worker_jobs = true;
        for (cycle, stations) in answers {
            let aim = Aim::Reach(Rate { workers: 1, ticks: cycle });
            let mut allowance = Allowance::new(1_000_000, &|| false);
            let found = fewest_workers(&line, aim, 99, &mut allowance).unwrap().unwrap();
            assert_eq!(found.0, stations, "cycle {cycle}");
        }
    }
}

#[test]
fn the_licence_office_reaches_what_brute_force_reaches() {
    // By brute force over all 203 groupings.
    let mut office = puzzle(&LICENCE, &between(6));
    office.alone = 1 << 5;
    assert_eq!(
        frontier(&office, 6..=12),
        [109.091, 120.0, 130.909, 152.727, 174.545, 196.364, 218.182]
    );
    let mut camera = office.clone();
    camera.most_workers[4] = Some(1);
    assert_eq!(
        frontier(&camera, 6..=12),
        [102.857, 120.0, 124.138, 148.966, 173.793, 180.0, 180.0]
    );
    let mut narrow = office.clone();
    narrow.widest = 2;
    assert_eq!(frontier(&narrow, 6..=12), [102.857, 120.0, 120.0, 144.0, 160.0, 180.0, 216.0]);
    let mut single = office.clone();
    single.widest = 1;
    assert_eq!(frontier(&single, 6..=12), [60.0, 90.0, 120.0, 120.0, 120.0, 180.0, 180.0]);
    // By brute force: the third, done out of sight, stays apart from the others.
    let mut hidden = office.clone();
    hidden.far_side = 1 << 2;
    assert_eq!(frontier(&hidden, 6..=8), [102.857, 120.0, 120.0]);
    let free = puzzle(&LICENCE, &[]);
    assert_eq!(
        frontier(&free, 6..=12),
        [110.769, 129.231, 147.692, 166.154, 184.615, 203.077, 221.538]
    );
    let mut today = puzzle(&LICENCE, &[(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]);
    today.widest = 2;
    // By hand for eight: {1,2}×2 {3,4}×4 {5,6}×2 does min(160, 144, 144).
    assert_eq!(frontier(&today, 6..=12), [80.0, 120.0, 144.0, 144.0, 160.0, 180.0, 216.0]);
    today.alone = 1 << 5;
    assert_eq!(frontier(&today, 6..=12), [80.0, 120.0, 120.0, 144.0, 160.0, 180.0, 200.0]);
}

#[test]
fn the_airport_reaches_what_brute_force_reaches() {
    let seconds = [20, 16, 40, 24, 18, 15];
    assert_eq!(frontier(&puzzle(&seconds, &[]), 6..=8), [162.406, 189.474, 216.541]);
    // Claiming baggage may come at any point.
    let order = [(1, 2), (2, 4), (4, 5), (5, 6)];
    let mut course = puzzle(&seconds, &order);
    course.widest = 2;
    assert_eq!(frontier(&course, 6..=12), [130.909, 180.0, 200.0, 225.0, 257.143, 281.25, 300.0]);
}

#[test]
fn all_best_designs_of_the_licence_office_are_listed() {
    let mut office = puzzle(&LICENCE, &between(6));
    office.alone = 1 << 5;
    let designs = |puzzle: &Puzzle| {
        let mut allowance = Allowance::new(1_000_000, &|| false);
        let (found, complete) =
            groupings(puzzle, Rate { workers: 1, ticks: 30 }, 7, 1000, &mut allowance);
        assert!(complete);
        found
    };
    assert_eq!(designs(&office).len(), 25);
    office.most_workers[4] = Some(1);
    let five = designs(&office);
    assert_eq!(five.len(), 5);
    let course = vec![(0b1001, 2), (0b10, 1), (0b100, 2), (0b1_0000, 1), (0b10_0000, 1)];
    assert!(five.contains(&course), "{five:?}");
}
