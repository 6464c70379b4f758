//! Why the capacity and its use are what they are.

use super::{Explanation, NAMES_SHOWN};
use crate::analysis::PoolLine;
use crate::blueprint::Scenario;
use crate::wording::Wording;

impl Wording {
    pub(super) fn why_capacity(&self, lines: &[PoolLine], scenario: &Scenario) -> Explanation {
        let mut sentences = Vec::new();
        let binding: Vec<&PoolLine> = lines.iter().filter(|line| line.binding).collect();
        if let Some(first) = binding.first() {
            let arguments = [
                ("offer", self.number(first.offer).into()),
                ("pool", self.pool(&first.pool, scenario).into()),
                ("work", self.reckoned_time(first.work_s).into()),
                ("rate", self.per_hour(first.capacity_per_hour).into()),
            ];
            sentences.push(self.with("why-capacity", &arguments));
        }
        if let Some((_, alike @ [_, ..])) = binding.split_first() {
            let names: Vec<String> =
                alike.iter().map(|line| self.pool(&line.pool, scenario)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let pools = self.list(&names, NAMES_SHOWN);
            sentences.push(self.with("why-capacity-alike", &[("pools", pools.into())]));
        }
        sentences.push(match lines.iter().find(|line| !line.binding) {
            Some(next) => {
                let arguments = [
                    ("pool", self.pool(&next.pool, scenario).into()),
                    ("rate", self.rate(next.capacity_per_hour).into()),
                ];
                self.with("why-capacity-next", &arguments)
            }
            None => self.text("why-capacity-no-other").to_owned(),
        });
        let mut words = Explanation::saying(sentences);
        if lines.len() > 1 {
            let row = |line: &PoolLine| {
                (self.pool(&line.pool, scenario), self.rate(line.capacity_per_hour))
            };
            words.rows = lines.iter().map(row).collect();
        }
        words
    }

    pub(super) fn why_utilisation(&self, demand: f64, capacity: f64, share: f64) -> Explanation {
        let arguments = [
            ("demand", self.rate(demand).into()),
            ("capacity", self.rate(capacity).into()),
            ("share", self.percent(share).into()),
        ];
        let rate = |rate: f64| [("rate", self.per_hour(rate).into())];
        // What reads as 100 % is full.
        let consequence = if (share - 1.0).abs() < 0.0005 {
            self.text("why-utilisation-full").to_owned()
        } else if share > 1.0 {
            self.with("why-utilisation-grows", &rate(demand - capacity))
        } else {
            self.with("why-utilisation-spare", &rate(capacity - demand))
        };
        Explanation::saying([self.with("why-utilisation", &arguments), consequence])
    }
}
