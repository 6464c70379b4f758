//! Why labour and money are what they are.

use super::Explanation;
use crate::analysis::PaidLine;
use crate::blueprint::Scenario;
use crate::wording::Wording;

impl Wording {
    pub(super) fn why_labour_utilisation(
        &self,
        (content_s, output_per_hour): (f64, f64),
        staff: u32,
        utilisation: f64,
    ) -> String {
        let people = usize::try_from(staff).unwrap_or(usize::MAX);
        let arguments = [
            ("content", self.time(content_s).into()),
            ("output", self.per_hour(output_per_hour).into()),
            ("people", self.counted("people", people).into()),
            ("share", self.percent(utilisation).into()),
        ];
        self.with("why-labour-utilisation", &arguments)
    }

    pub(super) fn why_balance(
        &self,
        (content_s, cycle_time_s): (f64, f64),
        staff: u32,
        balance: f64,
    ) -> String {
        let people = usize::try_from(staff).unwrap_or(usize::MAX);
        let arguments = [
            ("content", self.time(content_s).into()),
            ("people", self.counted("people", people).into()),
            ("time", self.reckoned_time(cycle_time_s).into()),
            ("share", self.percent(balance).into()),
        ];
        self.with("why-balance", &arguments)
    }

    pub(super) fn why_cost(
        &self,
        paid: &Paid<'_>,
        output_per_hour: f64,
        (material, cost): (f64, f64),
        scenario: &Scenario,
        currency: &str,
    ) -> Explanation {
        let money = |amount: f64| self.money(amount, currency);
        let output = self.per_hour(output_per_hour);
        let total = money(paid.per_hour());
        let sentence = if material > 0.0 {
            let arguments = [
                ("paid", total.into()),
                ("output", output.into()),
                ("material", money(material).into()),
                ("cost", money(cost).into()),
            ];
            self.with("why-cost-material", &arguments)
        } else {
            let arguments =
                [("paid", total.into()), ("output", output.into()), ("cost", money(cost).into())];
            self.with("why-cost", &arguments)
        };
        let mut words = Explanation::saying([sentence]);
        let per_hour = |amount: f64| self.with("why-per-hour", &[("amount", money(amount).into())]);
        let row = |line: &PaidLine| {
            let count = f64::from(line.headcount);
            (
                self.role(line.role, scenario).to_owned(),
                self.times(count, per_hour(line.cost_per_hour)),
            )
        };
        words.rows = paid.lines.iter().map(row).collect();
        if paid.overhead_per_hour > 0.0 {
            let overhead = self.text("why-cost-overhead").to_owned();
            words.rows.push((overhead, per_hour(paid.overhead_per_hour)));
        }
        words
    }

    pub(super) fn why_profit(
        &self,
        (price, cost): (f64, f64),
        output_per_hour: f64,
        profit_per_hour: f64,
        currency: &str,
    ) -> String {
        let money = |amount: f64| self.money(amount, currency);
        let arguments = [
            ("price", money(price).into()),
            ("cost", money(cost).into()),
            ("output", self.per_hour(output_per_hour).into()),
            ("profit", money(profit_per_hour).into()),
        ];
        self.with("why-profit", &arguments)
    }
}

/// What is paid in an hour, whoever comes.
pub(super) struct Paid<'a> {
    pub(super) lines: &'a [PaidLine],
    pub(super) overhead_per_hour: f64,
}

impl Paid<'_> {
    fn per_hour(&self) -> f64 {
        let wages = self.lines.iter().map(|line| f64::from(line.headcount) * line.cost_per_hour);
        wages.sum::<f64>() + self.overhead_per_hour
    }
}
