//! Why the execution costs and leaves as much as it does, in words.

use super::Explanation;
use crate::analysis::WageLine;
use crate::blueprint::{RoleId, Scenario};
use crate::wording::Wording;

impl Wording {
    pub(super) fn why_margin(&self, price: f64, cost: f64, margin: f64, currency: &str) -> String {
        let arguments = [
            ("price", self.money(price, currency).into()),
            ("cost", self.money(cost, currency).into()),
            ("margin", self.money(margin, currency).into()),
        ];
        self.with("why-margin", &arguments)
    }

    pub(super) fn why_busy_cost(
        &self,
        lines: &[WageLine],
        busy_cost: f64,
        scenario: &Scenario,
        currency: &str,
    ) -> Explanation {
        let cost = self.money(busy_cost, currency);
        let mut words = Explanation::saying([self.with("why-busy-cost", &[("cost", cost.into())])]);
        let row = |line: &WageLine| {
            let rate = self.hourly(line.cost_per_hour, currency);
            let arguments = [("count", self.time(line.work_s).into()), ("what", rate.into())];
            (self.roles(&line.roles, scenario), self.with("why-times", &arguments))
        };
        words.rows = lines.iter().map(row).collect();
        words
    }

    pub(super) fn why_execution_profit(
        &self,
        price: f64,
        (busy_cost, material): (f64, f64),
        profit: f64,
        currency: &str,
    ) -> Explanation {
        let arguments = [
            ("price", self.money(price, currency).into()),
            ("busy", self.money(busy_cost, currency).into()),
            ("material", self.money(material, currency).into()),
            ("profit", self.money(profit, currency).into()),
        ];
        self.shostack([
            self.with("why-execution-profit", &arguments),
            self.text("why-execution-profit-idle").to_owned(),
        ])
    }

    pub(super) fn why_break_even(
        &self,
        (price, material): (f64, f64),
        per_minute: f64,
        (execution_time_s, break_even_time_s): (f64, f64),
        currency: &str,
    ) -> Explanation {
        let arguments = [
            ("price", self.money(price, currency).into()),
            ("material", self.money(material, currency).into()),
            ("rate", self.money(per_minute, currency).into()),
            ("time", self.time(break_even_time_s).into()),
        ];
        let now = self.time(execution_time_s);
        self.shostack([
            self.with("why-break-even", &arguments),
            self.with("why-break-even-now", &[("time", now.into())]),
        ])
    }

    pub(super) fn why_delay_cost(
        &self,
        busy_cost: f64,
        execution_time_s: f64,
        per_minute: f64,
        currency: &str,
    ) -> Explanation {
        let arguments = [
            ("busy", self.money(busy_cost, currency).into()),
            ("time", self.time(execution_time_s).into()),
            ("rate", self.money(per_minute, currency).into()),
        ];
        self.shostack([self.with("why-delay-cost", &arguments)])
    }

    pub(super) fn why_step_delay_cost(
        &self,
        lines: &[(Vec<RoleId>, u32, f64)],
        per_minute: f64,
        scenario: &Scenario,
        currency: &str,
    ) -> Explanation {
        let rate = self.money(per_minute, currency);
        let mut words =
            Explanation::saying([self.with("why-step-delay-cost", &[("rate", rate.into())])]);
        let row = |(roles, count, cost_per_hour): &(Vec<RoleId>, u32, f64)| {
            let rate = self.hourly(*cost_per_hour, currency);
            (self.roles(roles, scenario), self.times(f64::from(*count), rate))
        };
        words.rows = lines.iter().map(row).collect();
        words
    }

    fn shostack(&self, sentences: impl IntoIterator<Item = String>) -> Explanation {
        let mut words = Explanation::saying(sentences);
        words.source = Some(self.source("why-source-shostack"));
        words
    }

    /// `$6.00 /h`.
    fn hourly(&self, amount: f64, currency: &str) -> String {
        self.with("why-per-hour", &[("amount", self.money(amount, currency).into())])
    }
}
