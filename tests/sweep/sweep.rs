//! The sweep itself: many services of every kind, and the table of what held.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::kinds::{KINDS, Kind};
use crate::verdict::{Checked, Claim, Findings, Subject, check};

/// Of the stated bands of a kind, this share must hold the truth.
const PROMISED: f64 = 0.95;
/// So many services of a kind are shown that say what is untrue.
const SHOWN: usize = 3;

/// How many services, and how well each is looked at.
struct Plan {
    /// So many of each kind, from this number on.
    cases: u64,
    from: u64,
    /// Simulated customers of each, at most.
    most: u64,
}

/// A service that was looked at.
struct Case {
    text: String,
    findings: Findings,
}

impl Plan {
    /// Looks at all services of a kind, as many at once as there are processors; in their order.
    fn carry_out(&self, kind: &Kind) -> Vec<Case> {
        let next = AtomicU64::new(self.from);
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let mut done = BTreeMap::new();
        thread::scope(|scope| {
            let (sender, receiver) = mpsc::channel();
            for _ in 0..threads {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= self.from + self.cases {
                            return;
                        }
                        let service = kind.service(number);
                        let findings = check(&service.scenario, number, self.most);
                        let case = Case { text: service.text, findings };
                        if sender.send((number, case)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(sender);
            done.extend(receiver);
        });
        done.into_values().collect()
    }
}

/// How many figures say what of themselves, and how many of those hold.
#[derive(Default)]
struct Row {
    exact: Count,
    band: Count,
    at_least: Count,
    at_most: Count,
    open: Count,
    unreliable: Count,
    lacking: usize,
}

#[derive(Default)]
struct Count {
    all: usize,
    held: usize,
    errors: Vec<f64>,
}

impl Count {
    fn add(&mut self, checked: &Checked) {
        self.all += 1;
        self.held += usize::from(checked.holds());
        self.errors.push(checked.error());
    }

    fn join(&mut self, other: &Self) {
        self.all += other.all;
        self.held += other.held;
        self.errors.extend(&other.errors);
    }

    /// `held/all`, and the errors that half, 95 of 100 and all stay below, in per cent.
    fn text(&self, with_errors: bool) -> String {
        if self.all == 0 {
            return "–".to_owned();
        }
        let mut text = format!("{}/{}", self.held, self.all);
        if with_errors {
            let mut errors = self.errors.clone();
            errors.sort_by(f64::total_cmp);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let at =
                |share: f64| 100.0 * errors[((errors.len() - 1) as f64 * share).ceil() as usize];
            let _ = write!(text, " ({:.1} {:.1} {:.1})", at(0.5), at(0.95), at(1.0));
        }
        text
    }

    fn share(&self) -> f64 {
        if self.all == 0 { 1.0 } else { self.held as f64 / self.all as f64 }
    }
}

impl Row {
    fn is_empty(&self) -> bool {
        let counts =
            [&self.exact, &self.band, &self.at_least, &self.at_most, &self.open, &self.unreliable];
        counts.iter().all(|count| count.all == 0) && self.lacking == 0
    }

    fn add(&mut self, checked: &Checked) {
        let count = match checked.claim {
            Claim::Exact => &mut self.exact,
            Claim::Band(_) => &mut self.band,
            Claim::AtLeast => &mut self.at_least,
            Claim::AtMost => &mut self.at_most,
            Claim::Open => &mut self.open,
            Claim::Unreliable => &mut self.unreliable,
        };
        count.add(checked);
    }

    fn join(&mut self, other: &Self) {
        self.exact.join(&other.exact);
        self.band.join(&other.band);
        self.at_least.join(&other.at_least);
        self.at_most.join(&other.at_most);
        self.open.join(&other.open);
        self.unreliable.join(&other.unreliable);
        self.lacking += other.lacking;
    }

    fn text(&self, kind: &str, subject: &str) -> String {
        format!(
            "{kind:<41} {subject:<10} | {:<9} | {:<25} | {:<8} | {:<8} | {:<26} | {:<26} | {}\n",
            self.exact.text(false),
            self.band.text(true),
            self.at_least.text(false),
            self.at_most.text(false),
            self.open.text(true),
            self.unreliable.text(true),
            self.lacking,
        )
    }
}

const HEADINGS: &str = "\
kind                                      figure     | exact     | band held (50 95 100 %)   | at least | \
at most  | no band                    | unreliable                 | none
";

/// What a sweep found: the sums, what broke its promise, and the shortest services that did.
#[derive(Default)]
struct Report {
    faults: Vec<String>,
    untrue: String,
    totals: BTreeMap<Subject, Row>,
}

impl Report {
    /// Adds the services of a kind, and gives their lines of the table.
    fn add(&mut self, kind: &str, cases: &[Case]) -> String {
        let mut lines = String::new();
        for subject in Subject::ALL {
            let mut row = Row::default();
            for findings in cases.iter().map(|case| &case.findings) {
                findings.checked.iter().filter(|c| c.subject == subject).for_each(|c| row.add(c));
                row.lacking += findings.lacking.iter().filter(|lack| **lack == subject).count();
            }
            if !row.is_empty() {
                lines += &row.text(kind, &format!("{subject:?}"));
                self.judge(kind, subject, &row);
                self.totals.entry(subject).or_default().join(&row);
            }
        }
        self.untrue += &untrue(kind, cases);
        lines
    }

    fn judge(&mut self, kind: &str, subject: Subject, row: &Row) {
        for (what, count) in
            [("exact", &row.exact), ("at least", &row.at_least), ("at most", &row.at_most)]
        {
            if count.held < count.all {
                let (broken, all) = (count.all - count.held, count.all);
                self.faults.push(format!("{kind}, {subject:?}: {broken} of {all} {what} untrue"));
            }
        }
        if row.band.share() < PROMISED {
            let (held, all) = (row.band.held, row.band.all);
            self.faults.push(format!("{kind}, {subject:?}: {held} of {all} bands hold"));
        }
    }

    /// The lines for all kinds together.
    fn sums(&self) -> String {
        self.totals.iter().map(|(subject, row)| row.text("all", &format!("{subject:?}"))).collect()
    }

    /// Fails if a promise was broken.
    fn hold(&self) {
        let faults = self.faults.join("\n  ");
        assert!(self.faults.is_empty(), "promises broken:\n  {faults}\n{}", self.untrue);
    }
}

/// The shortest services whose figures say what is untrue.
fn untrue(kind: &str, cases: &[Case]) -> String {
    let mut text = String::new();
    let mut broken: Vec<(&Case, Vec<&Checked>)> = cases
        .iter()
        .map(|case| {
            let promises = case.findings.checked.iter().filter(|c| c.claim.is_promise());
            (case, promises.filter(|checked| !checked.holds()).collect())
        })
        .filter(|(_, broken): &(_, Vec<_>)| !broken.is_empty())
        .collect();
    // What has no band to be within by chance goes first.
    let is_band = |broken: &[&Checked]| broken.iter().all(|c| matches!(c.claim, Claim::Band(_)));
    broken.sort_by_key(|(case, broken)| (is_band(broken), case.text.len()));
    for (case, broken) in broken.into_iter().take(SHOWN) {
        let _ = writeln!(text, "── {kind}\n{}", case.text.trim_end());
        for checked in broken {
            let _ = writeln!(text, "   {checked}");
        }
    }
    text
}

fn number(name: &str, usual: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
#[ignore = "takes minutes; see the head of this folder's main.rs"]
fn every_promise_holds_in_random_services_of_every_kind() {
    let word = env::var("SWEEP_KIND").unwrap_or_default();
    let plan = Plan {
        cases: number("SWEEP_CASES", 40),
        from: number("SWEEP_FROM", 0),
        most: number("SWEEP_CUSTOMERS", 2_000_000),
    };
    print!("{HEADINGS}");
    let mut report = Report::default();
    for kind in KINDS.iter().filter(|kind| kind.name.contains(&word)) {
        print!("{}", report.add(kind.name, &plan.carry_out(kind)));
    }
    println!("{}", report.sums());
    report.hold();
}

#[test]
fn every_promise_holds_in_a_few_random_services() {
    let plan = Plan { cases: 2, from: 0, most: 32_000 };
    let mut report = Report::default();
    for kind in KINDS {
        report.add(kind.name, &plan.carry_out(kind));
    }
    report.hold();
}
