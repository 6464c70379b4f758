//! What figures are called, and what they are.

use super::texts::Wording;
use crate::analysis::{Contact, FigureKey, ProfitCurve, ProfitMarkKind, ProfitRule, Stretch};
use crate::blueprint::{Line, Scenario, ValueKind};

impl Wording {
    /// What a figure is called; work in a zone is called like the zone.
    #[must_use]
    pub fn figure_name(&self, key: FigureKey) -> &str {
        self.text(match key {
            FigureKey::Capacity | FigureKey::StepCapacity(_) | FigureKey::RoleCapacity(_) => {
                "figure-capacity"
            }
            FigureKey::CycleTime => "figure-cycle-time",
            FigureKey::Utilisation => "figure-utilisation",
            FigureKey::RushOrderTime => "figure-rush-order-time",
            FigureKey::ThroughputTime => "figure-throughput-time",
            FigureKey::WorkInProcess => "figure-wip",
            FigureKey::LabourContent => "figure-labour-content",
            FigureKey::LabourUtilisation => "figure-labour-utilisation",
            FigureKey::Balance => "figure-balance",
            FigureKey::Cost => "figure-cost",
            FigureKey::Profit => "figure-profit",
            FigureKey::Wait(_) | FigureKey::RoleWait(_) => "figure-wait",
            FigureKey::WithinAcceptable(_) => "figure-service-level",
            FigureKey::Visits(_) => "figure-visits",
            FigureKey::StepUtilisation(_) | FigureKey::RoleUtilisation(_) => "details-busy",
            FigureKey::RoleWork(_) => "details-work",
            FigureKey::WorkIn(Stretch::Zone(zone)) => return self.zone(zone),
            FigureKey::WorkIn(Stretch::InFrontOf(line)) => match line {
                Line::Interaction => "figure-in-front-of-interaction",
                Line::Visibility => "figure-in-front-of-visibility",
                Line::InternalInteraction => "figure-in-front-of-internal-interaction",
            },
            FigureKey::WorkIn(Stretch::Behind(line)) => match line {
                Line::Interaction => "figure-behind-interaction",
                Line::Visibility => "figure-behind-visibility",
                Line::InternalInteraction => "figure-behind-internal-interaction",
            },
            FigureKey::Contacts(Contact::Crossing(line)) => match line {
                Line::Interaction => "figure-crossings-of-interaction",
                Line::Visibility => "figure-crossings-of-visibility",
                Line::InternalInteraction => "figure-internal-hand-offs",
            },
            FigureKey::Contacts(Contact::Trigger(line)) => match line {
                Line::Interaction => "figure-triggers-across-interaction",
                Line::Visibility => "figure-triggers-across-visibility",
                Line::InternalInteraction => "figure-triggers-across-internal-interaction",
            },
            FigureKey::Contacts(Contact::MomentOfTruth) => "figure-moments-of-truth",
            FigureKey::HandOffs => "figure-hand-offs",
            FigureKey::ValueShare(value) => match value {
                ValueKind::Adding => "figure-adding-share",
                ValueKind::Necessary => "figure-necessary-share",
                ValueKind::Waste => "figure-waste-share",
            },
            FigureKey::WaitingShare => "figure-waiting-share",
            FigureKey::FlowEfficiency => "figure-flow-efficiency",
            FigureKey::Margin => "figure-margin",
            FigureKey::ProfitAtCapacity => "figure-profit-at-capacity",
            FigureKey::BusyCost => "figure-busy-cost",
            FigureKey::ExecutionProfit => "figure-execution-profit",
            FigureKey::BreakEvenTime => "figure-break-even-time",
            FigureKey::DelayCost => "figure-delay-cost",
            FigureKey::StepDelayCost(_) => "figure-step-delay-cost",
        })
    }

    /// What a figure is, in one sentence.
    #[must_use]
    pub fn figure_meaning(&self, key: FigureKey) -> &str {
        self.text(match key {
            FigureKey::Capacity => "figure-capacity-meaning",
            FigureKey::CycleTime => "figure-cycle-time-meaning",
            FigureKey::Utilisation => "figure-utilisation-meaning",
            FigureKey::RushOrderTime => "figure-rush-order-time-meaning",
            FigureKey::ThroughputTime => "figure-throughput-time-meaning",
            FigureKey::WorkInProcess => "figure-wip-meaning",
            FigureKey::LabourContent => "figure-labour-content-meaning",
            FigureKey::LabourUtilisation => "figure-labour-utilisation-meaning",
            FigureKey::Balance => "figure-balance-meaning",
            FigureKey::Cost => "figure-cost-meaning",
            FigureKey::Profit => "figure-profit-meaning",
            FigureKey::Wait(_) | FigureKey::RoleWait(_) => "figure-wait-meaning",
            FigureKey::WithinAcceptable(_) => "figure-service-level-meaning",
            FigureKey::Visits(_) => "figure-visits-meaning",
            FigureKey::StepCapacity(_) => "details-step-capacity-meaning",
            FigureKey::RoleCapacity(_) => "details-role-capacity-meaning",
            FigureKey::StepUtilisation(_) => "details-step-busy-meaning",
            FigureKey::RoleUtilisation(_) => "details-role-busy-meaning",
            FigureKey::RoleWork(_) => "figure-work-meaning",
            FigureKey::WorkIn(Stretch::Zone(_)) => "figure-work-in-zone-meaning",
            FigureKey::WorkIn(Stretch::InFrontOf(_)) => "figure-in-front-meaning",
            FigureKey::WorkIn(Stretch::Behind(_)) => "figure-behind-meaning",
            FigureKey::Contacts(Contact::Crossing(Line::InternalInteraction)) => {
                "figure-internal-hand-offs-meaning"
            }
            FigureKey::Contacts(Contact::Crossing(_)) => "figure-crossings-meaning",
            FigureKey::Contacts(Contact::Trigger(_)) => "figure-triggers-meaning",
            FigureKey::Contacts(Contact::MomentOfTruth) => "figure-moments-of-truth-meaning",
            FigureKey::HandOffs => "figure-hand-offs-meaning",
            FigureKey::ValueShare(ValueKind::Adding) => "figure-adding-share-meaning",
            FigureKey::ValueShare(ValueKind::Necessary) => "figure-necessary-share-meaning",
            FigureKey::ValueShare(ValueKind::Waste) => "figure-waste-share-meaning",
            FigureKey::WaitingShare => "figure-waiting-share-meaning",
            FigureKey::FlowEfficiency => "figure-flow-efficiency-meaning",
            FigureKey::Margin => "figure-margin-meaning",
            FigureKey::ProfitAtCapacity => "figure-profit-at-capacity-meaning",
            FigureKey::BusyCost => "figure-busy-cost-meaning",
            FigureKey::ExecutionProfit => "figure-execution-profit-meaning",
            FigureKey::BreakEvenTime => "figure-break-even-time-meaning",
            FigureKey::DelayCost => "figure-delay-cost-meaning",
            FigureKey::StepDelayCost(_) => "figure-step-delay-cost-meaning",
        })
    }

    /// What the profit curve shows, with what it counts.
    #[must_use]
    pub fn profit_title(&self, curve: &ProfitCurve) -> String {
        self.labelled(self.text("chart-money-profit"), &self.profit_rule(curve))
    }

    /// What the profit curve counts.
    #[must_use]
    pub fn profit_rule(&self, curve: &ProfitCurve) -> String {
        match (curve.rule, &curve.full) {
            (ProfitRule::WorkOnly, _) => self.text("profit-rule-work").to_owned(),
            (ProfitRule::PaidTime, Some(full)) => {
                let demand = self.rate(full.demand_per_hour);
                self.with("profit-rule-paid", &[("demand", demand.into())])
            }
            (ProfitRule::PaidTime, None) => self.text("profit-rule-capacity").to_owned(),
        }
    }

    /// From which execution time on more come than can be served, and whom that keeps busy all the
    /// time; `None` where nothing limits the demand.
    #[must_use]
    pub fn profit_reach(&self, curve: &ProfitCurve, scenario: &Scenario) -> Option<String> {
        let full = curve.full.as_ref()?;
        let pools: Vec<String> = full.pools.iter().map(|pool| self.pool(pool, scenario)).collect();
        let names: Vec<&str> = pools.iter().map(String::as_str).collect();
        let who = self.list(&names, 2);
        let arguments = [
            ("time", self.time(full.point.execution_s).into()),
            ("demand", self.rate(full.demand_per_hour).into()),
            ("who", who.into()),
        ];
        Some(self.with("profit-reach", &arguments))
    }

    /// What a mark on the profit curve is called.
    #[must_use]
    pub fn profit_mark(&self, kind: ProfitMarkKind) -> &str {
        self.text(match kind {
            ProfitMarkKind::Standard => "mark-standard",
            ProfitMarkKind::Present => "mark-present",
            ProfitMarkKind::Acceptable => "mark-acceptable",
            ProfitMarkKind::BreakEven => "mark-break-even",
        })
    }
}
