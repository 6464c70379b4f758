//! Random services, kind by kind, as the text that `draw` reads.

use std::fmt::Write as _;

use onstage::blueprint::Scenario;

use crate::draw::{draw, with_demand};
use crate::load::{all_can_start, busiest_work_h};
use crate::numbers::Numbers;

/// A kind of services, and how one is made.
pub struct Kind {
    pub name: &'static str,
    make: fn(&mut Numbers) -> String,
    /// Variation of the gaps between arrivals: one of these.
    gaps: &'static [f64],
    /// The busiest pool's load, from and to.
    loads: (f64, f64),
}

/// A random service.
pub struct Service {
    pub text: String,
    pub scenario: Scenario,
}

const POISSON: &[f64] = &[1.0];
const UNEVEN: &[f64] = &[0.0, 0.25, 0.5, 2.0, 4.0];
const USUAL: (f64, f64) = (0.3, 0.95);

macro_rules! kind {
    ($name:literal, $make:expr) => {
        kind!($name, $make, POISSON)
    };
    ($name:literal, $make:expr, $gaps:expr) => {
        Kind { name: $name, make: $make, gaps: $gaps, loads: USUAL }
    };
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    kind!("one queue, exponential", |n| single(n, &[1.0], 8)),
    kind!("one queue, fixed", |n| single(n, &[0.0], 8)),
    kind!("one queue, any times", |n| single(n, &[0.2, 0.5, 2.0, 4.0], 8)),
    kind!("one queue, uneven arrivals, exponential", |n| single(n, &[1.0], 8), UNEVEN),
    kind!("one queue, uneven arrivals, one server", |n| single(n, &[0.0, 0.5, 2.0], 1), UNEVEN),
    kind!("one queue, uneven arrivals, several", |n| single(n, &[0.0, 0.5, 2.0], 8), UNEVEN),
    kind!("line, exponential", |n| line(n, &[1.0], Servers::Any)),
    kind!("line, random times", |n| line(n, &[0.25, 0.5, 1.0, 2.0], Servers::Any)),
    kind!("line, random times, single servers", |n| line(n, &[0.25, 0.5, 1.0, 2.0], Servers::One)),
    kind!("line, fixed times, single servers", |n| line(n, &[0.0], Servers::One)),
    kind!("line, fixed times, equal numbers", |n| line(n, &[0.0], Servers::Equal)),
    kind!("line, fixed times, unequal numbers", |n| line(n, &[0.0], Servers::Any)),
    kind!("line, mixed times", |n| line(n, &[0.0, 0.25, 1.0, 2.0], Servers::Any)),
    kind!("line, uneven arrivals", |n| line(n, &[0.0, 0.5, 1.0], Servers::Any), UNEVEN),
    kind!("one role at several steps, one head", |n| shared(n, 1)),
    kind!("one role at several steps, several heads", |n| {
        let heads = n.whole(2, 4);
        shared(n, heads)
    }),
    kind!("rework by a decision card", rework_at_once),
    kind!("rework by decisions that come first", decisions_first),
    kind!("rework through other steps", rework_through_others),
    kind!("decisions", decisions),
    kind!("fork, own people", |n| fork(n, false)),
    kind!("fork, shared people", |n| fork(n, true)),
    kind!("triggers, own people", |n| triggers(n, false)),
    kind!("triggers, copies meet", |n| triggers(n, true)),
    kind!("moments of several people", moments),
    kind!("moments whose members last differently", uneven_moments),
    kind!("people who are absent", absence),
    kind!("people who stand in for each other", stand_ins),
    kind!("places", places),
    kind!("several of a role at once", several_units),
    kind!("anything", anything),
    kind!("anything, uneven arrivals", anything, UNEVEN),
];

impl Kind {
    /// A service of this kind, the same for the same number.
    pub fn service(&self, number: u64) -> Service {
        let name =
            self.name.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
        let mut numbers = Numbers::of(name ^ number.wrapping_mul(0x9e37_79b9));
        let body = loop {
            let body = with_exit(&(self.make)(&mut numbers));
            if all_can_start(&draw(&body)) {
                break body;
            }
        };
        let gap = numbers.one_of(self.gaps);
        let load = numbers.between(self.loads.0, self.loads.1);
        let full = draw(&body);
        let work_h = busiest_work_h(&full);
        // Two digits more than anybody would type, so that the text is the whole of it.
        let per_hour = rounded(load / work_h);
        let text = format!("demand {per_hour}/h gap {gap}\n{body}");
        let scenario = with_demand(draw(&text), per_hour);
        Service { text, scenario }
    }
}

/// Lets the last step of the way lead out, so that one alone is linked too.
fn with_exit(body: &str) -> String {
    let goes_on = |line: &&str| {
        line.contains(": ") && !["support", "with ", "next "].iter().any(|word| line.contains(word))
    };
    let last = body.lines().rfind(goes_on);
    let lines = body.lines().map(|line| match last {
        Some(last) if std::ptr::eq(last, line) => format!("{line}, next end\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

/// To four digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().expect("a number")
}

fn seconds(n: &mut Numbers) -> u32 {
    n.one_of(&[10, 20, 30, 45, 60, 75, 90, 120])
}

/// A time of any mean.
fn time(n: &mut Numbers, scvs: &[f64]) -> String {
    let (mean, scv) = (seconds(n), n.one_of(scvs));
    timed(mean, scv)
}

fn timed(mean: u32, scv: f64) -> String {
    if scv == 0.0 { format!("{mean} s") } else { format!("{mean} s, scv {scv}") }
}

fn share(n: &mut Numbers, low: u32, high: u32) -> u32 {
    n.whole(low / 5, high / 5) * 5
}

fn single(n: &mut Numbers, scvs: &[f64], most: u32) -> String {
    let servers = n.whole(1, most);
    format!("role A x{servers}\nServe: {}, by A\n", time(n, scvs))
}

#[derive(Clone, Copy)]
enum Servers {
    One,
    Equal,
    Any,
}

fn line(n: &mut Numbers, scvs: &[f64], servers: Servers) -> String {
    let equal = n.whole(2, 4);
    let mut text = String::new();
    for step in 0..n.whole(2, 5) {
        let count = match servers {
            Servers::One => 1,
            Servers::Equal => equal,
            Servers::Any => n.whole(1, 4),
        };
        let _ = writeln!(text, "role R{step} x{count}\nS{step}: {}, by R{step}", time(n, scvs));
    }
    text
}

const ALL_SCVS: &[f64] = &[0.0, 0.25, 0.5, 1.0, 2.0];

/// A role does some steps of a line, in a row or with others between.
fn shared(n: &mut Numbers, heads: u32) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let steps = n.whole(2, 5);
    let mut text = format!("role A x{heads}\n");
    for step in 0..steps {
        let own = step > 0 && step + 1 < steps && n.chance(0.35);
        if own {
            let _ = writeln!(text, "S{step}: {}, by R{step}", time(n, scvs));
        } else {
            let _ = writeln!(text, "S{step}: {}, by A", time(n, scvs));
        }
    }
    text
}

/// Passes in a row, by decisions that others come to first: a part of the customers never enters.
fn decisions_first(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.7) { ALL_SCVS } else { &[1.0] };
    let heads = if n.chance(0.7) { 1 } else { n.whole(2, 3) };
    let mut text = format!("role A x{heads}\n");
    if n.chance(0.4) {
        let before: &[f64] = if n.chance(0.5) { &[1.0] } else { scvs };
        let _ = writeln!(text, "First: {}, by R", time(n, before));
    }
    if n.chance(0.4) {
        let _ = writeln!(text, "New: decision, next Right {} %; Last", share(n, 20, 80));
    }
    let _ = writeln!(text, "Right: decision, next Do {} %; Last", share(n, 20, 80));
    let _ = if n.chance(0.5) {
        writeln!(text, "Do: {}, by A, next Right", time(n, scvs))
    } else {
        writeln!(
            text,
            "Do: {}, by A, next Done\nDone: decision, next Right {} %; Last",
            time(n, scvs),
            share(n, 20, 80)
        )
    };
    let _ = writeln!(text, "Last: {}, customer", timed(seconds(n), 0.0));
    text
}

/// Passes in a row, by a decision on the step itself or by a card behind it.
fn rework_at_once(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let (back, heads) = (share(n, 10, 80), n.whole(1, 3));
    let (before, work) = (time(n, scvs), time(n, scvs));
    let mut text = format!("role A x{heads}\n");
    if n.chance(0.4) {
        let _ = writeln!(text, "First: {before}, by R");
    }
    if n.chance(0.4) {
        let _ = writeln!(text, "Do: decision, {work}, by A, next Do {back} %; Last");
    } else {
        let _ = writeln!(text, "Do: {work}, by A\nRight: decision, next Do {back} %; Last");
    }
    let _ = writeln!(text, "Last: {}, customer", timed(seconds(n), 0.0));
    if n.chance(0.4) {
        let _ = writeln!(text, "After: {}, by Q", time(n, scvs));
    }
    text
}

fn rework_through_others(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let steps = n.whole(2, 4);
    let mut text = String::new();
    for step in 0..steps {
        let heads = n.whole(1, 3);
        let _ = writeln!(text, "role R{step} x{heads}\nS{step}: {}, by R{step}", time(n, scvs));
    }
    let to = n.whole(0, steps - 2);
    let back = share(n, 10, 60);
    let _ = writeln!(text, "Right: decision, next S{to} {back} %; Last");
    let _ = writeln!(text, "Last: {}, by Q", time(n, scvs));
    text
}

fn decisions(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let ways = n.whole(2, 3);
    let mut text = format!("role R x{}\nFirst: {}, by R\n", n.whole(1, 2), time(n, scvs));
    let mut rest = 100;
    let _ = write!(text, "Which: decision, next ");
    for way in 0..ways {
        let part = if way + 1 == ways { rest } else { share(n, 10, rest - 20 * (ways - 1 - way)) };
        rest -= part;
        let _ = write!(text, "{}W{way} {part} %", if way > 0 { "; " } else { "" });
    }
    text.push('\n');
    for way in 0..ways {
        let _ = writeln!(text, "role B{way} x{}", n.whole(1, 2));
        let _ = writeln!(text, "W{way}: {}, by B{way}, next Last", time(n, scvs));
    }
    let _ = writeln!(text, "Last: {}, by Q", time(n, scvs));
    text
}

/// Two or three ways side by side that meet again.
fn fork(n: &mut Numbers, together: bool) -> String {
    let scvs: &[f64] = n.one_of(&[ALL_SCVS, &[1.0], &[0.0]]);
    let ways = n.whole(2, 3);
    let heads = n.whole(1, 3);
    let first = if n.chance(0.5) { "customer".to_owned() } else { "by F".to_owned() };
    let names: Vec<String> = (0..ways).map(|way| format!("W{way}")).collect();
    let mut text = format!("First: {}, {first}, next {}\n", time(n, scvs), names.join("; "));
    for way in 0..ways {
        let by =
            if together && (way < 2 || n.chance(0.5)) { "S".to_owned() } else { format!("B{way}") };
        if by != "S" {
            let _ = writeln!(text, "role {by} x{}", n.whole(1, 2));
        }
        if n.chance(0.25) {
            let _ = writeln!(text, "W{way}: {}, by {by}, next X{way}", time(n, scvs));
            let _ = writeln!(text, "X{way}: {}, by C{way}, next Last", time(n, scvs));
        } else {
            let _ = writeln!(text, "W{way}: {}, by {by}, next Last", time(n, scvs));
        }
    }
    let _ = writeln!(text, "Last: {}, by Q", time(n, scvs));
    if together { format!("role S x{heads}\n{text}") } else { text }
}

/// Work that customers set off, at people of its own or at those who serve.
fn triggers(n: &mut Numbers, meet: bool) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let mut text = format!("role A x{}\nrole B x{}\n", n.whole(1, 3), n.whole(1, 2));
    let log = if meet { n.one_of(&["A", "B", "L"]) } else { "L" };
    let again = n.chance(0.4) || (meet && log == "L");
    let _ = writeln!(text, "First: {}, by A, trigger Log", time(n, scvs));
    if again {
        let back = share(n, 10, 60);
        let _ = writeln!(text, "Right: decision, next First {back} %; Next");
    }
    let _ = writeln!(text, "Next: {}, by B", time(n, scvs));
    let _ = writeln!(text, "Log: {}, support, by {log}", time(n, scvs));
    text
}

/// Everybody of a moment is there as long as it lasts.
fn moments(n: &mut Numbers) -> String {
    let scvs: &[f64] = n.one_of(&[ALL_SCVS, &[1.0], &[0.0]]);
    let mut text = String::new();
    for role in 0..3 {
        let _ = writeln!(text, "role R{role} x{}", n.whole(1, 3));
    }
    for step in 0..n.whole(1, 3) {
        let mut by: Vec<String> =
            (0..3).filter(|_| n.chance(0.55)).map(|r| format!("R{r}")).collect();
        if by.is_empty() {
            by.push("R0".to_owned());
        }
        let _ = writeln!(text, "S{step}: {}, by {}", time(n, scvs), by.join(" + "));
    }
    text
}

/// Steps together, each with its own time and people.
fn uneven_moments(n: &mut Numbers) -> String {
    let scvs: &[f64] = n.one_of(&[ALL_SCVS, &[1.0], &[0.0]]);
    let mut text = String::new();
    for role in 0..3 {
        let _ = writeln!(text, "role R{role} x{}", n.whole(1, 2));
    }
    for step in 0..n.whole(1, 3) {
        let first = n.whole(0, 2);
        let _ = writeln!(text, "S{step}: {}, by R{first}", time(n, scvs));
        let other = (first + n.whole(1, 2)) % 3;
        let who = if n.chance(0.7) { format!("by R{other}") } else { "customer".to_owned() };
        let _ = writeln!(text, "T{step}: {}, {who}, with S{step}", time(n, scvs));
    }
    text
}

fn absence(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let mut text = String::new();
    for step in 0..n.whole(1, 3) {
        let there = n.one_of(&[50, 70, 80, 90]);
        let _ = writeln!(text, "role R{step} x{} at {there}", n.whole(1, 3));
        // Now and then the same people are needed again.
        let by = if step > 0 && n.chance(0.3) { step - 1 } else { step };
        let _ = writeln!(text, "S{step}: {}, by R{by}", time(n, scvs));
    }
    text
}

fn stand_ins(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let mut text = String::new();
    for role in 0..3 {
        let _ = writeln!(text, "role R{role} x{}", n.whole(1, 3));
    }
    let alike = n.chance(0.5);
    for step in 0..n.whole(1, 3) {
        let first = if alike { 0 } else { n.whole(0, 2) };
        let by = if alike || n.chance(0.6) {
            format!("R{first} | R{}", (first + 1) % 3)
        } else {
            format!("R{first}")
        };
        let _ = writeln!(text, "S{step}: {}, by {by}", time(n, scvs));
    }
    text
}

fn places(n: &mut Numbers) -> String {
    let scvs: &[f64] = if n.chance(0.5) { ALL_SCVS } else { &[1.0] };
    let mut text = String::new();
    for step in 0..n.whole(1, 3) {
        let heads = n.whole(1, 3);
        let _ = match n.whole(0, 3) {
            0 => writeln!(text, "S{step}: {}, places {heads}", time(n, scvs)),
            1 => writeln!(text, "S{step}: {}", time(n, scvs)),
            2 => writeln!(text, "S{step}: {}, customer, places unlimited", time(n, scvs)),
            _ => writeln!(
                text,
                "role R{step} x{heads}\nS{step}: {}, by R{step}, places {}",
                time(n, scvs),
                n.whole(1, 3)
            ),
        };
    }
    text + "Last: 30 s\n"
}

fn several_units(n: &mut Numbers) -> String {
    let scvs: &[f64] = n.one_of(&[ALL_SCVS, &[1.0], &[0.0]]);
    let heads = n.whole(2, 5);
    let mut text = format!("role A x{heads}\n");
    let same = n.chance(0.5).then(|| n.whole(2, heads));
    for step in 0..n.whole(1, 3) {
        let count = same.unwrap_or_else(|| n.whole(1, heads));
        let _ = writeln!(text, "S{step}: {}, by {count} A", time(n, scvs));
    }
    text
}

/// A way of six to twelve steps in which everything happens.
fn anything(n: &mut Numbers) -> String {
    let mut text = String::new();
    let roles = n.whole(2, 5);
    for role in 0..roles {
        let there = if n.chance(0.1) { " at 80" } else { "" };
        let _ = writeln!(text, "role R{role} x{}{there}", n.whole(1, 4));
    }
    let mut parts = n.whole(2, 5);
    let mut step = 0;
    let mut logs = String::new();
    while parts > 0 {
        parts -= 1;
        let by = |n: &mut Numbers| match n.whole(0, 9) {
            0 => "customer".to_owned(),
            1 => format!("by R{} | R{}", n.whole(0, 0), n.whole(1, roles - 1)),
            2 => format!("by R{} + R{}", n.whole(0, 0), n.whole(1, roles - 1)),
            _ => format!("by R{}", n.whole(0, roles - 1)),
        };
        let (one, two, next) = (step, step + 1, step + 2);
        step += 3;
        let _ = match n.whole(0, 6) {
            0 => writeln!(
                text,
                "S{one}: {}, {}\nS{two}: decision, next S{one} {} %; S{next}\nS{next}: {}, {}",
                time(n, ALL_SCVS),
                by(n),
                share(n, 5, 50),
                time(n, ALL_SCVS),
                by(n)
            ),
            1 => {
                let (a, b) = (step, step + 1);
                step += 2;
                writeln!(
                    text,
                    "S{one}: {}, {}, next S{a}; S{b}\nS{a}: {}, {}, next S{next}\n\
                     S{b}: {}, {}, next S{next}\nS{next}: {}, {}",
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n)
                )
            }
            2 => {
                let _ = writeln!(logs, "L{one}: {}, support, {}", time(n, ALL_SCVS), by(n));
                writeln!(text, "S{one}: {}, {}, trigger L{one}", time(n, ALL_SCVS), by(n))
            }
            3 => {
                let (part, a, b) = (share(n, 20, 80), step, step + 1);
                step += 2;
                writeln!(
                    text,
                    "S{one}: decision, {}, {}, next S{a} {part} %; S{b}\n\
                     S{a}: {}, {}, next S{next}\nS{b}: {}, {}, next S{next}\nS{next}: {}, {}",
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n),
                    time(n, ALL_SCVS),
                    by(n)
                )
            }
            4 => writeln!(
                text,
                "S{one}: {}, {}\nT{one}: {}, {}, with S{one}",
                time(n, ALL_SCVS),
                by(n),
                time(n, ALL_SCVS),
                by(n)
            ),
            _ => writeln!(text, "S{one}: {}, {}", time(n, ALL_SCVS), by(n)),
        };
    }
    text + &logs
}
