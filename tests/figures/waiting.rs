//! Waits in whole blueprints, against exact answers, and how far approximations are off.

use onstage::analysis::{Analysis, Basis, Figure, QueueFormula, analyse};

use crate::draw::draw;

/// One pool of servers with a mean service of 1 s, busy to a share, with so much variation of
/// arrivals and service.
fn station(gap_scv: f64, scv: f64, servers: u32, busy: f64) -> Analysis {
    let per_hour = f64::from(servers) * busy * 3600.0;
    analyse(&draw(&format!(
        "role Clerk x{servers}
         demand {per_hour} gap {gap_scv}
         Serve: 1 s, scv {scv}, by Clerk, next end"
    )))
}

fn wait(analysis: &Analysis) -> &Figure {
    &analysis.steps[0].wait_s
}

fn check(figure: &Figure, expect: f64, tolerance: f64) {
    let value = figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks));
    assert!((value - expect).abs() <= tolerance * expect, "{value}, not {expect}");
}

fn formula(analysis: &Analysis) -> Option<QueueFormula> {
    analysis.pools[0].queue.map(|queue| queue.formula)
}

#[test]
fn exact_waits_are_exact() {
    // By Takács and Crommelin in another program, mean service 1.
    for (gap_scv, scv, servers, busy, expect, by) in [
        (1.0, 0.0, 2, 0.5, 0.176_741_06, QueueFormula::Crommelin),
        (1.0, 0.0, 2, 0.8, 0.903_283_88, QueueFormula::Crommelin),
        (1.0, 0.0, 3, 0.8, 0.553_900_23, QueueFormula::Crommelin),
        (1.0, 0.0, 5, 0.9, 0.776_695_16, QueueFormula::Crommelin),
        (1.0, 0.0, 10, 0.9, 0.344_582_05, QueueFormula::Crommelin),
        (0.0, 1.0, 1, 0.5, 0.255_000_97, QueueFormula::Takacs),
        (0.0, 1.0, 2, 0.8, 0.711_114_83, QueueFormula::Takacs),
        (0.0, 1.0, 10, 0.9, 0.270_306_31, QueueFormula::Takacs),
        (2.0, 1.0, 2, 0.9, 6.473_638_82, QueueFormula::Takacs),
    ] {
        let analysis = station(gap_scv, scv, servers, busy);
        check(wait(&analysis), expect, 1e-6);
        assert_eq!(wait(&analysis).basis, Basis::Exact);
        assert_eq!(formula(&analysis), Some(by));
    }
}

#[test]
fn only_the_whole_stream_from_outside_is_what_the_demand_describes() {
    let basis = |text: &str| wait(&analyse(&draw(text))).basis;
    let whole = "demand 20/h gap 0\nServe: exp 1 min, by Clerk";
    let alone = format!("{whole}, next end");
    assert_eq!(basis(&alone), Basis::Exact);
    // A part of it, work that comes back, times that are not exponential, absent staff.
    for text in [
        &format!("{whole}, enter 50 %, next end\nOther: exp 1 min, by X, enter 50 %, next end"),
        &format!("{whole}\nCheck: exp 1 s, by X, decision, next Serve 10 %; end"),
        &alone.replace("exp 1 min", "1 min"),
        &format!("role Clerk x1 at 80\n{alone}"),
        &format!("{whole}\nAgain: exp 1 min, by Clerk"),
    ] {
        assert_ne!(basis(text), Basis::Exact, "{text}");
    }
}
