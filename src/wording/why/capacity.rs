//! Why the capacity and its use are what they are.

use super::{Explanation, NAMES_SHOWN};
use crate::analysis::{NextLimit, PoolLine, WorkLine};
use crate::blueprint::Scenario;
use crate::wording::{Wording, measure_of_pool};

impl Wording {
    pub(super) fn why_capacity(
        &self,
        lines: &[PoolLine],
        next: Option<&NextLimit>,
        scenario: &Scenario,
    ) -> Explanation {
        let mut sentences = Vec::new();
        let binding: Vec<&PoolLine> = lines.iter().filter(|line| line.binding).collect();
        sentences.extend(binding.first().map(|first| self.offer_over_work(first, scenario)));
        if let Some((_, alike @ [_, ..])) = binding.split_first() {
            let names: Vec<String> =
                alike.iter().map(|line| self.pool(&line.pool, scenario)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let pools = self.list(&names, NAMES_SHOWN);
            let arguments = [("pools", pools.into()), ("count", names.len().into())];
            sentences.push(self.with("why-capacity-alike", &arguments));
        }
        sentences.push(match next {
            Some(next) => self.next_limit(next, scenario),
            None => self.text("why-capacity-no-other").to_owned(),
        });
        let mut words = Explanation::saying(sentences);
        let work = binding.first().map_or(&[][..], |first| first.work.as_slice());
        let work = work
            .iter()
            .map(|line| (self.step(line.step, scenario).to_owned(), self.reckoned_work(line)));
        words.rows = work.collect();
        if lines.len() > 1 {
            words.rows.extend(lines.iter().map(|line| {
                let rate = self.rate(line.capacity_per_hour);
                let share = self.percent(line.slack);
                let arguments = [("rate", rate.clone().into()), ("share", share.into())];
                let used = line.binding || line.slack <= 0.0;
                let rate = if used { rate } else { self.with("why-capacity-slack", &arguments) };
                (self.pool(&line.pool, scenario), rate)
            }));
        }
        words
    }

    /// `1 Records officer ÷ 60 s = 60 customers per hour.`
    fn offer_over_work(&self, line: &PoolLine, scenario: &Scenario) -> String {
        let arguments = [
            ("offer", self.number(line.offer).into()),
            ("count", line.offer.into()),
            ("pool", self.counted_pool(&line.pool, line.offer, scenario).into()),
            ("measure", measure_of_pool(&line.pool, scenario).into()),
            ("work", self.reckoned_time(line.work_s).into()),
            ("rate", self.customers_at(line.capacity_per_hour).into()),
        ];
        self.with("why-capacity", &arguments)
    }

    pub(super) fn why_one_pool(&self, line: &PoolLine, scenario: &Scenario) -> Explanation {
        let mut words = Explanation::saying([self.offer_over_work(line, scenario)]);
        let work = line
            .work
            .iter()
            .map(|line| (self.step(line.step, scenario).to_owned(), self.reckoned_work(line)));
        words.rows = work.collect();
        words
    }

    pub(super) fn why_step_capacity(
        &self,
        ((servers, batch), (visits, hold_s)): ((f64, f64), (f64, f64)),
        capacity_per_hour: f64,
    ) -> String {
        let mut at_once = self.number(servers);
        if batch > 1.0 {
            let batch = self.customers(batch);
            at_once = self
                .with("why-step-batch", &[("servers", at_once.into()), ("batch", batch.into())]);
        }
        let arguments = [
            ("servers", at_once.into()),
            ("work", self.times(visits, self.reckoned_time(hold_s)).into()),
            ("rate", self.customers_at(capacity_per_hour).into()),
        ];
        self.with("why-step-capacity", &arguments)
    }

    /// What would limit next, and what it takes to get there.
    fn next_limit(&self, next: &NextLimit, scenario: &Scenario) -> String {
        let names: Vec<String> = next.pools.iter().map(|pool| self.pool(pool, scenario)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let rate = next.capacity_per_hour.value.unwrap_or(0.0);
        let limit = [
            ("pools", self.list(&names, NAMES_SHOWN).into()),
            ("rate", self.rate(rate).into()),
            ("gap", self.more_customers_at(next.gap_per_hour).into()),
        ];
        let limit = self.with("why-capacity-next", &limit);
        let share = |less: f64| ("share", self.percent(less).into());
        let reach = match (next.more_units.as_slice(), next.less_work) {
            ([(pool, units)], less) => {
                let mut arguments = vec![
                    ("units", (*units).into()),
                    ("number", self.number(f64::from(*units)).into()),
                    ("pool", self.pool(pool, scenario).into()),
                    ("measure", measure_of_pool(pool, scenario).into()),
                ];
                match less {
                    Some(less) => {
                        arguments.push(share(less));
                        self.with("why-capacity-reach", &arguments)
                    }
                    None => self.with("why-capacity-reach-units", &arguments),
                }
            }
            (_, Some(less)) => self.with("why-capacity-reach-work", &[share(less)]),
            (_, None) => return limit,
        };
        self.with("why-capacity-then", &[("limit", limit.into()), ("reach", reach.into())])
    }

    /// A step's part of a pool's work: `60 s`, `2 × (30 s + 1 min set-up) ÷ 12 customers`.
    fn reckoned_work(&self, line: &WorkLine) -> String {
        let mut work = self.reckoned_time(line.time_s);
        if line.setup_s > 0.0 {
            let setup = self.reckoned_time(line.setup_s);
            work = self.with("why-work-setup", &[("time", work.into()), ("setup", setup.into())]);
        }
        work = self.times(line.visits, work);
        if line.batch > 1.0 {
            let batch = self.customers(line.batch);
            work = self.with("why-work-batch", &[("work", work.into()), ("batch", batch.into())]);
        }
        if line.kept_s > 0.0 {
            let kept = self.reckoned_time(line.kept_s);
            work = self.with("why-work-kept", &[("work", work.into()), ("kept", kept.into())]);
        }
        if line.count > 1 {
            let count = self.number(f64::from(line.count));
            let key = if line.kept_s > 0.0 { "why-work-count-all" } else { "why-work-count" };
            work = self.with(key, &[("work", work.into()), ("count", count.into())]);
        }
        work
    }

    pub(super) fn why_utilisation(&self, demand: f64, capacity: f64, share: f64) -> Explanation {
        let arguments = [
            ("demand", self.rate(demand).into()),
            ("capacity", self.rate(capacity).into()),
            ("share", self.percent(share).into()),
        ];
        // What reads as 100 % is full.
        let consequence = if (share - 1.0).abs() < 0.0005 {
            self.text("why-utilisation-full").to_owned()
        } else if share > 1.0 {
            let grows = self.growth_at(demand - capacity);
            self.with("why-utilisation-grows", &[("rate", grows.into())])
        } else {
            let room = self.more_customers_at(capacity - demand);
            self.with("why-utilisation-spare", &[("rate", room.into())])
        };
        Explanation::saying([self.with("why-utilisation", &arguments), consequence])
    }
}
