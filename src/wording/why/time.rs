//! Why the time through the service and the waits are what they are.

use super::Explanation;
use crate::analysis::{Basis, ForkLine, ForkMethod, Queue, QueueFormula, TimeLine};
use crate::blueprint::Scenario;
use crate::wording::{Amount, Wording};

/// Settling times from which on they are worth a sentence.
const WORTH_SAYING_S: f64 = 900.0;
/// How many settling times a day must last for its waits to be nearly those of the long run.
const SETTLED_DAY: f64 = 3.0;

impl Wording {
    pub(super) fn why_time(
        &self,
        sentence: String,
        lines: &[TimeLine],
        (forks, branches): (bool, &[ForkLine]),
        scenario: &Scenario,
    ) -> Explanation {
        let side_by_side = forks.then(|| self.text("why-forks").to_owned());
        let mut methods: Vec<ForkMethod> = branches.iter().map(|fork| fork.method).collect();
        methods.sort_unstable();
        methods.dedup();
        let reckoned = methods.iter().map(|method| self.fork_method(*method).to_owned());
        let sentences = std::iter::once(sentence).chain(side_by_side).chain(reckoned);
        let mut words = Explanation::saying(sentences);
        let row = |line: &TimeLine| (self.step(line.step, scenario).to_owned(), self.stop(line));
        let spent = lines.iter().filter(|line| line.wait_s + line.time_s > 0.0);
        words.rows = spent.map(row).collect();
        for fork in branches {
            self.fork_rows(fork, scenario, &mut words.rows);
        }
        let sources: Vec<&str> =
            methods.into_iter().map(|m| self.text(source_of_fork(m))).collect();
        if !sources.is_empty() {
            let sources = sources.join(self.text("why-sources-between"));
            words.source = Some(self.with("why-source", &[("source", sources.into())]));
        }
        words
    }

    /// A fork and its branches: which one decides, and how much the others have to spare.
    fn fork_rows(&self, fork: &ForkLine, scenario: &Scenario, rows: &mut Vec<(String, String)>) {
        let name = match fork.fork {
            Some(step) => self.with("why-fork", &[("name", self.step(step, scenario).into())]),
            None => self.text("why-fork-on-arrival").to_owned(),
        };
        rows.push((name, self.time(fork.mean_s)));
        for branch in &fork.branches {
            let name =
                branch.step.map_or(self.text("why-branch-empty"), |s| self.step(s, scenario));
            let time = self.time(branch.mean_s);
            let number = if branch.slack_s > 0.0 {
                let slack = self.time(branch.slack_s);
                self.with("why-branch-slack", &[("time", time.into()), ("slack", slack.into())])
            } else {
                self.with("why-branch-longest", &[("time", time.into())])
            };
            rows.push((name.to_owned(), number));
        }
    }

    fn fork_method(&self, method: ForkMethod) -> &str {
        self.text(match method {
            ForkMethod::Fixed => "why-fork-fixed",
            ForkMethod::Random => "why-fork-random",
            ForkMethod::FlattoHahn => "why-fork-flatto-hahn",
            ForkMethod::NelsonTantawi => "why-fork-nelson-tantawi",
            ForkMethod::LongestMean => "why-fork-longest-mean",
            ForkMethod::Contested => "why-fork-contested",
        })
    }

    /// What a stop takes: `30 s`, `2 × 30 s`, `9 min wait + 1 min`.
    pub(super) fn stop(&self, line: &TimeLine) -> String {
        let time = self.time(line.time_s);
        if line.wait_s <= 0.0 {
            return self.times(line.visits, time);
        }
        let wait = self.time(line.wait_s);
        let count = self.number(line.visits);
        if count == self.number(1.0) {
            self.with("why-throughput-wait", &[("wait", wait.into()), ("time", time.into())])
        } else {
            let arguments = [("count", count.into()), ("wait", wait.into()), ("time", time.into())];
            self.with("why-throughput-wait-several", &arguments)
        }
    }

    /// How long it takes until waits are what they are in the long run, where that is longer than
    /// a pause for coffee; and that a day much like that sees less of them.
    pub(super) fn settling(&self, settling_s: f64, day_s: Option<f64>) -> Option<String> {
        if settling_s < WORTH_SAYING_S {
            return None;
        }
        let time = [("time", self.time(settling_s).into())];
        Some(match day_s {
            Some(day_s) if day_s < SETTLED_DAY * settling_s => self.with("why-settling-day", &time),
            _ => self.with("why-settling", &time),
        })
    }

    /// Why customers wait for a pool of this name.
    pub(super) fn why_wait(
        &self,
        pool: &str,
        queue: &Queue,
        utilisation: f64,
        (wait_s, basis): (f64, Basis),
    ) -> Explanation {
        let servers = self.with("why-servers", &[("count", queue.servers.into())]);
        let arguments = [
            ("servers", servers.into()),
            ("pool", pool.into()),
            ("busy", self.percent(utilisation).into()),
            ("wait", self.time(wait_s).into()),
        ];
        let sentence = self.with("why-queue", &arguments);
        let formula = self.text(formula_of(queue.formula)).to_owned();
        let mut words = Explanation::saying([sentence, formula]);
        words.sentences.extend(self.variation_of(queue));
        if basis != Basis::Exact {
            let basis = self.basis_meaning(basis, Amount::Seconds);
            words.sentences.push(self.with("why-queue-basis", &[("basis", basis.into())]));
        }
        words.sentences.extend(self.settling(queue.settling_s, None));
        words.source = Some(self.source(source_of(queue.formula)));
        words
    }

    /// Why such a share of customers waits no longer than they accept.
    pub(super) fn why_served_within(
        &self,
        waiting: f64,
        (wait_if_waiting_s, acceptable_s): (f64, f64),
        share: f64,
        formula: QueueFormula,
    ) -> Explanation {
        let wait = self.reckoned_time(wait_if_waiting_s);
        let (waiting, share) = (self.percent(waiting), self.percent(share));
        let arguments = [("waiting", waiting.clone().into()), ("wait", wait.clone().into())];
        let who = self.with("why-served-who", &arguments);
        let arguments = [
            ("waiting", waiting.into()),
            ("wait", wait.into()),
            ("acceptable", self.reckoned_time(acceptable_s).into()),
            ("share", share.into()),
        ];
        let reckoning = self.with("why-served-within", &arguments);
        let exact = matches!(formula, QueueFormula::Erlang | QueueFormula::Takacs);
        let tail = if exact { "why-served-exponential" } else { "why-served-tail" };
        let mut words = Explanation::saying([who, reckoning, self.text(tail).to_owned()]);
        words.source = Some(self.source(source_of(formula)));
        words
    }

    /// How much arrivals and service vary, where the formula asks.
    fn variation_of(&self, queue: &Queue) -> Option<String> {
        let gaps = ("gaps", self.number(queue.inter_arrival_scv).into());
        let service = ("service", self.number(queue.service_scv).into());
        match queue.formula {
            QueueFormula::Erlang | QueueFormula::Crommelin | QueueFormula::Cosmetatos => None,
            QueueFormula::PollaczekKhinchine | QueueFormula::Kimura | QueueFormula::Feedback => {
                Some(self.with("why-queue-service-scv", &[service]))
            }
            QueueFormula::FixedLine if (queue.inter_arrival_scv - 1.0).abs() < 1e-9 => None,
            QueueFormula::Takacs | QueueFormula::FixedLine => {
                Some(self.with("why-queue-gap-scv", &[gaps]))
            }
            QueueFormula::KraemerLangenbachBelz
            | QueueFormula::Whitt
            | QueueFormula::Conservation => Some(self.with("why-queue-both-scv", &[gaps, service])),
        }
    }
}

/// The key of what a formula is for.
fn formula_of(formula: QueueFormula) -> &'static str {
    match formula {
        QueueFormula::Erlang => "why-formula-erlang",
        QueueFormula::PollaczekKhinchine => "why-formula-pollaczek-khinchine",
        QueueFormula::Crommelin => "why-formula-crommelin",
        QueueFormula::Cosmetatos => "why-formula-cosmetatos",
        QueueFormula::Kimura => "why-formula-kimura",
        QueueFormula::Takacs => "why-formula-takacs",
        QueueFormula::KraemerLangenbachBelz => "why-formula-kraemer-langenbach-belz",
        QueueFormula::Whitt => "why-formula-whitt",
        QueueFormula::Feedback => "why-formula-feedback",
        QueueFormula::FixedLine => "why-formula-fixed-line",
        QueueFormula::Conservation => "why-formula-conservation",
    }
}

/// The key of who found a formula.
fn source_of(formula: QueueFormula) -> &'static str {
    match formula {
        QueueFormula::Erlang => "why-source-erlang",
        QueueFormula::PollaczekKhinchine => "why-source-pollaczek-khinchine",
        QueueFormula::Crommelin => "why-source-crommelin",
        QueueFormula::Cosmetatos => "why-source-cosmetatos",
        QueueFormula::Kimura => "why-source-kimura",
        QueueFormula::Takacs => "why-source-takacs",
        QueueFormula::KraemerLangenbachBelz => "why-source-kraemer-langenbach-belz",
        QueueFormula::Whitt => "why-source-whitt",
        QueueFormula::Feedback => "why-source-feedback",
        QueueFormula::FixedLine => "why-source-fixed-line",
        QueueFormula::Conservation => "why-source-conservation",
    }
}

/// The key of who found how to compute branches.
fn source_of_fork(method: ForkMethod) -> &'static str {
    match method {
        ForkMethod::Fixed => "why-source-fork-fixed",
        ForkMethod::Random => "why-source-fork-random",
        ForkMethod::FlattoHahn => "why-source-flatto-hahn",
        ForkMethod::NelsonTantawi => "why-source-nelson-tantawi",
        ForkMethod::LongestMean => "why-source-fork-longest-mean",
        ForkMethod::Contested => "why-source-fork-contested",
    }
}
