//! What the figures take for granted, in one line.

use super::texts::Wording;
use crate::analysis::{Analysis, Pool, PoolFigures};
use crate::blueprint::{Law, Quantity, Scenario, ServiceTime};

impl Wording {
    /// What the figures of a scenario assume: how customers come, how times vary, how many come and
    /// when: `arrivals at random, times fixed, 54 /h all day`. Linear in the number of steps.
    #[must_use]
    pub fn assumptions(&self, scenario: &Scenario, analysis: &Analysis) -> String {
        self.assumptions_at(None, scenario, analysis)
    }

    /// The same of an hour of a day, whose name is given: `54 /h all day, as at 12:00–13:00`.
    #[must_use]
    pub fn assumptions_at(
        &self,
        hour: Option<&str>,
        scenario: &Scenario,
        analysis: &Analysis,
    ) -> String {
        let demand = scenario.demand();
        let in_flow = scenario.steps().iter().filter(|(id, _)| analysis.steps.contains_key(*id));
        let times: Vec<&ServiceTime> = in_flow
            .filter_map(|(_, step)| step.time.as_ref())
            .filter(|time| time.mean_s() > 0.0)
            .collect();
        let fixed = times.iter().filter(|time| time.scv() == 0.0).count();
        let at_random = times.iter().all(|time| matches!(time.law(), Law::Exponential { .. }));
        let times = self.text(match fixed {
            _ if times.is_empty() => {
                let any = scenario.steps().values().any(|step| step.time.is_some());
                if any { "assumed-no-links" } else { "assumed-times-none" }
            }
            all if all == times.len() => "assumed-times-fixed",
            0 if at_random => "assumed-times-random",
            0 => "assumed-times-vary",
            _ => "assumed-times-some-vary",
        });
        let Some(rate) = demand.steady_rate().map(Quantity::get) else {
            return self.with("assumed-without-demand", &[("times", times.into())]);
        };
        let scv = demand.gap_scv.get();
        let arrivals = self.text(if scv == 0.0 {
            "assumed-arrivals-even"
        } else if scv < 1.0 {
            "assumed-arrivals-fairly-even"
        } else if scv > 1.0 {
            "assumed-arrivals-bursts"
        } else {
            "assumed-arrivals-random"
        });
        let rate = self.rate(rate);
        let hours = demand.opening_hours.map(Quantity::get);
        let rate = match (hour, hours.filter(|hours| *hours < 24.0)) {
            (Some(hour), _) => {
                self.with("assumed-rate-hour", &[("rate", rate.into()), ("hour", hour.into())])
            }
            (None, Some(hours)) => {
                let hours = self.number(hours);
                self.with("assumed-rate-open", &[("rate", rate.into()), ("hours", hours.into())])
            }
            (None, None) => self.with("assumed-rate", &[("rate", rate.into())]),
        };
        self.with(
            "assumed",
            &[("arrivals", arrivals.into()), ("times", times.into()), ("rate", rate.into())],
        )
    }

    /// What stands in the way where a pool limits: its step if it does but one, else the pool itself,
    /// as every of its steps is as much in the way as the others.
    #[must_use]
    pub fn pool_in_the_way(&self, pool: &PoolFigures, scenario: &Scenario) -> String {
        match (&pool.pool, pool.steps.as_slice()) {
            (_, [step]) => self.step(*step, scenario).to_owned(),
            (Pool::Roles(roles), _) => {
                let names: Vec<&str> =
                    roles.iter().map(|role| self.role(*role, scenario)).collect();
                self.list(&names, names.len())
            }
            _ => self.pool(&pool.pool, scenario),
        }
    }

    /// What stands in the way where several pools limit, each once: a step that needs two roles is
    /// one step.
    #[must_use]
    pub fn in_the_way<'a>(
        &self,
        pools: impl IntoIterator<Item = &'a PoolFigures>,
        scenario: &Scenario,
    ) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for pool in pools {
            let name = self.pool_in_the_way(pool, scenario);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// A pool by its roles, with its step in brackets if it does but one: `Waiter (Deliver tray)`.
    #[must_use]
    pub fn pool_with_its_step(&self, pool: &PoolFigures, scenario: &Scenario) -> String {
        let name = self.pool(&pool.pool, scenario);
        match (&pool.pool, pool.steps.as_slice()) {
            (Pool::Roles(_), [step]) => {
                let step = self.step(*step, scenario);
                self.with("pool-with-step", &[("name", name.into()), ("step", step.into())])
            }
            _ => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::storage::sample;
    use crate::wording::Language;

    #[test]
    fn the_line_says_what_is_assumed() {
        let says = |key: &str, language| {
            let blueprint = sample(key).and_then(|sample| sample.open().ok()).expect("a sample");
            let scenario = blueprint.baseline();
            Wording::new(language).assumptions(scenario, &analyse(scenario))
        };
        let english = says("driver-licence-office", Language::English);
        assert_eq!(english, "Assumed: arrivals at random, times fixed, 54 /h all day");
        assert_eq!(
            says("driver-licence-office", Language::Chinese),
            "假设：随机到达，时间固定，全天 54 位/小时"
        );
    }
}
