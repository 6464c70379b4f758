//! Why the time through the service and the waits are what they are.

use super::Explanation;
use crate::analysis::{QueueFormula, TimeLine};
use crate::blueprint::Scenario;
use crate::wording::Wording;

impl Wording {
    pub(super) fn why_time(
        &self,
        sentence: String,
        lines: &[TimeLine],
        forks: bool,
        scenario: &Scenario,
    ) -> Explanation {
        let side_by_side = forks.then(|| self.text("why-forks").to_owned());
        let mut words = Explanation::saying(std::iter::once(sentence).chain(side_by_side));
        let row = |line: &TimeLine| (self.step(line.step, scenario).to_owned(), self.stop(line));
        let spent = lines.iter().filter(|line| line.wait_s + line.time_s > 0.0);
        words.rows = spent.map(row).collect();
        words
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

    pub(super) fn formula(&self, formula: QueueFormula) -> &str {
        self.text(match formula {
            QueueFormula::Erlang => "why-formula-erlang",
            QueueFormula::PollaczekKhinchine => "why-formula-pollaczek-khinchine",
            QueueFormula::Kimura => "why-formula-kimura",
            QueueFormula::KraemerLangenbachBelz => "why-formula-kraemer-langenbach-belz",
            QueueFormula::Whitt => "why-formula-whitt",
        })
    }
}

/// The key of who found a formula.
pub(super) fn source_of(formula: QueueFormula) -> &'static str {
    match formula {
        QueueFormula::Erlang => "why-source-erlang",
        QueueFormula::PollaczekKhinchine => "why-source-pollaczek-khinchine",
        QueueFormula::Kimura => "why-source-kimura",
        QueueFormula::KraemerLangenbachBelz => "why-source-kraemer-langenbach-belz",
        QueueFormula::Whitt => "why-source-whitt",
    }
}
