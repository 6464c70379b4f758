//! What would help, in words: what is proposed, after which heuristic, and what it costs beside.

use std::borrow::Cow;

use super::measures::measure_of_role;
use super::texts::Wording;
use crate::analysis::Basis;
use crate::blueprint::Scenario;
use crate::redesign::{Heuristic, Proposal, Subject, Suggestion, Target, TradeOff};

/// A name, cut with an ellipsis where it has more letters than this.
fn shortened(name: &str, most: Option<usize>) -> Cow<'_, str> {
    match most {
        Some(most) if name.chars().count() > most => {
            let start: String = name.chars().take(most.saturating_sub(1)).collect();
            format!("{}…", start.trim_end()).into()
        }
        _ => name.into(),
    }
}

impl Wording {
    /// What is proposed, short enough for a button; names are those of today's scenario.
    #[must_use]
    pub fn proposal(&self, proposal: &Proposal, scenario: &Scenario) -> String {
        self.proposal_within(proposal, scenario, None)
    }

    /// What is proposed, with names of at most so many letters: what is longer ends with an
    /// ellipsis. What is proposed itself is never shortened.
    #[must_use]
    pub fn proposal_within(
        &self,
        proposal: &Proposal,
        scenario: &Scenario,
        most: Option<usize>,
    ) -> String {
        let step = |id| shortened(self.step(id, scenario), most);
        let role = |id| shortened(self.role(id, scenario), most);
        match proposal {
            Proposal::OneMore { role: id, count } => self.with(
                "proposal-one-more",
                &[
                    ("name", role(*id).into()),
                    ("count", (*count).into()),
                    ("measure", measure_of_role(*id, scenario).into()),
                ],
            ),
            Proposal::OneMorePlace { step: id, count } => self.with(
                "proposal-one-more-place",
                &[("name", step(*id).into()), ("count", (*count).into())],
            ),
            Proposal::OneMoreOfEach(subjects) => {
                let names: Vec<Cow<'_, str>> = subjects
                    .iter()
                    .map(|subject| match subject {
                        Subject::Role(id) => role(*id),
                        Subject::Step(id) => step(*id),
                    })
                    .collect();
                let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
                let names = self.list(&names, 3);
                self.with("proposal-one-more-each", &[("names", names.into())])
            }
            Proposal::Help { helper, helped, .. } => self.with(
                "proposal-help",
                &[("helper", role(*helper).into()), ("helped", role(*helped).into())],
            ),
            Proposal::Pool(a, b) => self
                .with("proposal-pool", &[("first", role(*a).into()), ("second", role(*b).into())]),
            Proposal::HandOver { step: id, from, to } => self.with(
                "proposal-hand-over",
                &[
                    ("name", step(*id).into()),
                    ("from", role(*from).into()),
                    ("to", role(*to).into()),
                ],
            ),
            Proposal::Merge(a, b) => self
                .with("proposal-merge", &[("first", step(*a).into()), ("second", step(*b).into())]),
            Proposal::SideBySide(a, b) => self.with(
                "proposal-side-by-side",
                &[("first", step(*a).into()), ("second", step(*b).into())],
            ),
            Proposal::Afterwards(id) => {
                self.with("proposal-afterwards", &[("name", step(*id).into())])
            }
            Proposal::DecideBefore { decision, step: id } => self.with(
                "proposal-decide-before",
                &[("decision", step(*decision).into()), ("name", step(*id).into())],
            ),
            Proposal::Shorten { step: id, from_s, to_s } => {
                let to = self.reckoned_time(*to_s);
                // Two times in seconds share their unit.
                let is_short = from_s.max(*to_s) <= 120.0;
                let from =
                    if is_short { self.number(*from_s) } else { self.reckoned_time(*from_s) };
                self.with(
                    "proposal-shorten",
                    &[("name", step(*id).into()), ("from", from.into()), ("to", to.into())],
                )
            }
            Proposal::LeaveOut(id) => {
                self.with("proposal-leave-out", &[("name", step(*id).into())])
            }
            Proposal::Automate(id) => self.with("proposal-automate", &[("name", step(*id).into())]),
        }
    }

    /// A heuristic with its source.
    #[must_use]
    pub fn heuristic(&self, heuristic: Heuristic) -> String {
        let name = self.text(match heuristic {
            Heuristic::ExtraResources => "heuristic-extra-resources",
            Heuristic::FlexibleAssignment => "heuristic-flexible-assignment",
            Heuristic::SpecialistGeneralist => "heuristic-specialist-generalist",
            Heuristic::Exploit => "heuristic-exploit",
            Heuristic::TaskElimination => "heuristic-task-elimination",
            Heuristic::TaskComposition => "heuristic-task-composition",
            Heuristic::Parallelism => "heuristic-parallelism",
            Heuristic::ContactReduction => "heuristic-contact-reduction",
            Heuristic::KnockOut => "heuristic-knock-out",
            Heuristic::TaskAutomation => "heuristic-task-automation",
        });
        if heuristic == Heuristic::Exploit {
            self.with("heuristic-source-constraint", &[("name", name.into())])
        } else {
            self.with("heuristic-source", &[("name", name.into())])
        }
    }

    /// What a change costs beside.
    #[must_use]
    pub fn trade_off(&self, trade_off: TradeOff, scenario: &Scenario, currency: &str) -> String {
        let key = match trade_off {
            TradeOff::CostPerHour(cost) => {
                let cost = self.money(cost, currency);
                return self.with("trade-cost", &[("cost", cost.into())]);
            }
            TradeOff::Training(role) => {
                let name = self.role(role, scenario);
                return self.with("trade-training", &[("name", name.into())]);
            }
            TradeOff::CostUnknown => "trade-cost-unknown",
            TradeOff::Haste => "trade-haste",
            TradeOff::Missed => "trade-missed",
            TradeOff::LongerJobs => "trade-longer-jobs",
            TradeOff::ResultLater => "trade-result-later",
            TradeOff::WaitsForBoth => "trade-waits-for-both",
            TradeOff::OrderMustAllow => "trade-order",
            TradeOff::MustBeIndependent => "trade-independent",
            TradeOff::SetUpAndFailure => "trade-set-up",
        };
        self.text(key).to_owned()
    }

    /// What a suggestion does to its target: `60 → 90 /h`, `≈ 3 min 48 s → 3 min 41 s`; `None` while
    /// something must be answered.
    #[must_use]
    pub fn gain(&self, suggestion: &Suggestion) -> Option<String> {
        let figure = |outlook| suggestion.target.figure(outlook);
        let (was, is) = (figure(&suggestion.before), figure(&suggestion.kept()?.after));
        let (from, to) = (was.value?, is.value?);
        let (from, to) = match suggestion.target {
            Target::Capacity => (self.number(self.in_rate_unit(from)), self.rate(to)),
            Target::Time => (self.time(from), self.time(to)),
        };
        let gain = self.with("from-to", &[("from", from.into()), ("to", to.into())]);
        // One sign for both: the weaker of the two.
        let signs = [is.basis, was.basis].into_iter().filter(|basis| *basis != Basis::Exact);
        let sign = signs.map(|basis| self.sign(basis)).next();
        Some(sign.map_or_else(|| gain.clone(), |sign| format!("{sign} {gain}")))
    }
}
