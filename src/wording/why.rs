//! Why a figure is what it is, in words: the arithmetic with the blueprint's own numbers.

use super::texts::Wording;
use crate::analysis::{BoundReason, Derivation, PaidLine, Pool, PoolLine, QueueFormula, TimeLine};
use crate::blueprint::Scenario;

/// How many names a sentence lists before it counts the rest.
const NAMES_SHOWN: usize = 3;

/// An explanation of a figure: sentences first, then what they add up.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Whole sentences, the arithmetic first.
    pub sentences: Vec<String>,
    /// What was added up or compared, each with its number; may be empty.
    pub rows: Vec<(String, String)>,
    /// Who found the formula, and when, where there is one.
    pub source: Option<String>,
}

impl Explanation {
    fn saying(sentences: impl IntoIterator<Item = String>) -> Self {
        Self { sentences: sentences.into_iter().collect(), ..Self::default() }
    }
}

impl Wording {
    /// Puts a derivation into words. Money is in the given currency.
    #[must_use]
    // One short arm for each derivation reads better than the same arms in several functions.
    #[allow(clippy::too_many_lines)]
    pub fn why(&self, why: &Derivation, scenario: &Scenario, currency: &str) -> Explanation {
        match why {
            Derivation::Missing(lacks) => Explanation::saying(self.lacks(lacks, scenario)),
            Derivation::TightestPool(lines) => self.why_capacity(lines, scenario),
            Derivation::HourOverCapacity { capacity_per_hour, cycle_time_s } => {
                let arguments = [
                    ("time", self.reckoned_time(*cycle_time_s).into()),
                    ("customers", self.customers(*capacity_per_hour).into()),
                ];
                Explanation::saying([
                    self.with("why-cycle-time", &arguments),
                    self.text("why-cycle-time-trap").to_owned(),
                ])
            }
            Derivation::DemandOverCapacity { demand_per_hour, capacity_per_hour, utilisation } => {
                self.why_utilisation(*demand_per_hour, *capacity_per_hour, *utilisation)
            }
            Derivation::SumOfTimes { lines, total_s, forks } => {
                let sentence = self.with("why-rush-order", &[("time", self.time(*total_s).into())]);
                self.why_time(sentence, lines, *forks, scenario)
            }
            Derivation::SumOfTimesAndWaits { lines, total_s, forks } => {
                let sentence = self.with("why-throughput", &[("time", self.time(*total_s).into())]);
                self.why_time(sentence, lines, *forks, scenario)
            }
            Derivation::Little { output_per_hour, throughput_time_s, inside } => {
                let arguments = [
                    ("output", self.per_hour(*output_per_hour).into()),
                    ("time", self.time(*throughput_time_s).into()),
                    ("inside", self.number(*inside).into()),
                ];
                let mut words = Explanation::saying([self.with("why-wip", &arguments)]);
                words.source = Some(self.source("why-source-little"));
                words
            }
            Derivation::SumOfWork { lines, total_s } => {
                let time = self.time(*total_s);
                let mut words =
                    Explanation::saying(
                        [self.with("why-labour-content", &[("time", time.into())])],
                    );
                let row = |(role, seconds): &(_, f64)| {
                    (self.role(*role, scenario).to_owned(), self.time(*seconds))
                };
                words.rows = lines.iter().map(row).collect();
                words
            }
            Derivation::LabourOverPaid { content_s, output_per_hour, staff, utilisation } => {
                let work = (*content_s, *output_per_hour);
                Explanation::saying([self.why_labour_utilisation(work, *staff, *utilisation)])
            }
            Derivation::ContentOverCycle { content_s, staff, cycle_time_s, balance } => {
                let times = (*content_s, *cycle_time_s);
                Explanation::saying([self.why_balance(times, *staff, *balance)])
            }
            Derivation::PaidOverOutput {
                lines,
                overhead_per_hour,
                output_per_hour,
                material,
                cost,
            } => {
                let paid = Paid { lines, overhead_per_hour: *overhead_per_hour };
                self.why_cost(&paid, *output_per_hour, (*material, *cost), scenario, currency)
            }
            Derivation::MarginTimesOutput { price, cost, output_per_hour, profit_per_hour } => {
                let (margin, output) = ((*price, *cost), *output_per_hour);
                let sentence = self.why_profit(margin, output, *profit_per_hour, currency);
                Explanation::saying([sentence])
            }
            Derivation::NoQueue => Explanation::saying([self.text("why-no-queue").to_owned()]),
            Derivation::Queue { pool, servers, utilisation, formula, wait_s } => {
                let servers = self.with("why-servers", &[("count", (*servers).into())]);
                let arguments = [
                    ("servers", servers.into()),
                    ("pool", self.pool(pool, scenario).into()),
                    ("busy", self.percent(*utilisation).into()),
                    ("wait", self.time(*wait_s).into()),
                ];
                let mut words = Explanation::saying([
                    self.with("why-queue", &arguments),
                    self.formula(*formula).to_owned(),
                ]);
                words.source = Some(self.source(source_of(*formula)));
                words
            }
            Derivation::SumOfFlows { lines, visits } => {
                let visits = self.number(*visits);
                let mut words =
                    Explanation::saying([self.with("why-visits", &[("visits", visits.into())])]);
                let rows = lines.iter().map(|(from, visits, share)| {
                    let from = from.map_or_else(
                        || self.text("why-arrivals").to_owned(),
                        |step| self.step(step, scenario).to_owned(),
                    );
                    (from, self.times(*visits, self.percent(*share)))
                });
                words.rows = rows.collect();
                words
            }
        }
    }

    /// Why a figure is a bound.
    #[must_use]
    pub fn why_bound(&self, reason: BoundReason) -> &str {
        self.text(match reason {
            BoundReason::ManyAlternatives => "why-bound-many-alternatives",
            BoundReason::WaitingRoom => "why-bound-waiting-room",
            BoundReason::SeveralAtOnce => "why-bound-several-at-once",
            BoundReason::Kept => "why-bound-kept",
            BoundReason::Overlap => "why-bound-overlap",
            BoundReason::SeveralVary => "why-bound-several-vary",
            BoundReason::SideBySide => "why-bound-side-by-side",
            BoundReason::NotOnlyStaff => "why-bound-not-only-staff",
        })
    }

    /// A pool by its roles or its step: `Nurse and Doctor`, `places at Oven`.
    #[must_use]
    pub fn pool(&self, pool: &Pool, scenario: &Scenario) -> String {
        let at =
            |key: &'static str, step| self.with(key, &[("name", self.step(step, scenario).into())]);
        match pool {
            Pool::Roles(roles) => {
                let names: Vec<&str> =
                    roles.iter().map(|role| self.role(*role, scenario)).collect();
                self.list(&names, NAMES_SHOWN)
            }
            Pool::Places(step) => at("why-pool-places", *step),
            Pool::Assumed(step) => at("why-pool-assumed", *step),
        }
    }

    fn why_capacity(&self, lines: &[PoolLine], scenario: &Scenario) -> Explanation {
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

    fn why_utilisation(&self, demand: f64, capacity: f64, share: f64) -> Explanation {
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

    fn why_labour_utilisation(
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

    fn why_balance(
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

    fn why_time(
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
    fn stop(&self, line: &TimeLine) -> String {
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

    fn why_cost(
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

    fn why_profit(
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

    /// Something so many times; once is not counted.
    fn times(&self, count: f64, what: String) -> String {
        let count = self.number(count);
        if count == self.number(1.0) {
            return what;
        }
        self.with("why-times", &[("count", count.into()), ("what", what.into())])
    }

    /// `60 customers per hour`.
    fn per_hour(&self, rate: f64) -> String {
        let arguments = [("count", rate.into()), ("number", self.number(rate).into())];
        self.with("why-customers-per-hour", &arguments)
    }

    /// `60 customers`, on average, so that there may be a part of one.
    fn customers(&self, count: f64) -> String {
        let arguments = [("count", count.into()), ("number", self.number(count).into())];
        self.with("why-customers", &arguments)
    }

    fn formula(&self, formula: QueueFormula) -> &str {
        self.text(match formula {
            QueueFormula::Erlang => "why-formula-erlang",
            QueueFormula::PollaczekKhinchine => "why-formula-pollaczek-khinchine",
            QueueFormula::Kimura => "why-formula-kimura",
            QueueFormula::KraemerLangenbachBelz => "why-formula-kraemer-langenbach-belz",
            QueueFormula::Whitt => "why-formula-whitt",
        })
    }

    fn source(&self, key: &str) -> String {
        self.with("why-source", &[("source", self.text(key).into())])
    }
}

fn source_of(formula: QueueFormula) -> &'static str {
    match formula {
        QueueFormula::Erlang => "why-source-erlang",
        QueueFormula::PollaczekKhinchine => "why-source-pollaczek-khinchine",
        QueueFormula::Kimura => "why-source-kimura",
        QueueFormula::KraemerLangenbachBelz => "why-source-kraemer-langenbach-belz",
        QueueFormula::Whitt => "why-source-whitt",
    }
}

/// What is paid in an hour, whoever comes.
struct Paid<'a> {
    lines: &'a [PaidLine],
    overhead_per_hour: f64,
}

impl Paid<'_> {
    fn per_hour(&self) -> f64 {
        let wages = self.lines.iter().map(|line| f64::from(line.headcount) * line.cost_per_hour);
        wages.sum::<f64>() + self.overhead_per_hour
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, FigureKey, analyse, explain};
    use crate::blueprint::{Quantity, Role};
    use crate::storage::samples;
    use crate::wording::Language;

    /// The driver-licence office, with so many arrivals an hour.
    fn office(demand_per_hour: f64) -> (Scenario, Analysis) {
        let sample = samples().iter().find(|sample| sample.key == "driver-licence-office");
        let blueprint = sample.unwrap().open().unwrap();
        let mut scenario = Scenario::clone(blueprint.baseline());
        let mut demand = scenario.demand().clone();
        demand.per_hour = Some(Quantity::new(demand_per_hour).unwrap());
        scenario.set_demand(demand);
        let analysis = analyse(&scenario);
        (scenario, analysis)
    }

    fn words(language: Language, demand_per_hour: f64, key: FigureKey) -> Explanation {
        let (scenario, analysis) = office(demand_per_hour);
        let why = explain(&scenario, &analysis, key);
        Wording::new(language).why(&why, &scenario, "$")
    }

    fn sentences(language: Language, demand_per_hour: f64, key: FigureKey) -> String {
        words(language, demand_per_hour, key).sentences.join(" ")
    }

    #[test]
    fn capacity_is_the_tightest_pool() {
        let english = words(Language::English, 54.0, FigureKey::Capacity);
        assert_eq!(english.sentences[0], "1 Records officer ÷ 60 s = 60 customers per hour.");
        assert!(english.sentences[1].starts_with("Every other pool could serve more: the next is"));
        assert!(english.sentences[1].ends_with("with 90 /h."), "{}", english.sentences[1]);
        assert_eq!(english.rows[0], ("Records officer".to_owned(), "60 /h".to_owned()));
        let chinese = words(Language::Chinese, 54.0, FigureKey::Capacity);
        assert_eq!(chinese.sentences[0], "1 个Records officer ÷ 60 秒 = 每小时 60 位顾客。");
    }

    #[test]
    fn cycle_time_says_what_it_is_not() {
        assert_eq!(
            sentences(Language::English, 54.0, FigureKey::CycleTime),
            "One customer every 60 s at full load: 1 h ÷ 60 customers. This is not the \
             time a customer spends here: that is the throughput time."
        );
        assert!(sentences(Language::Chinese, 54.0, FigureKey::CycleTime).contains("全部时间"));
    }

    #[test]
    fn utilisation_says_what_follows() {
        let english = |demand| sentences(Language::English, demand, FigureKey::Utilisation);
        assert_eq!(
            english(54.0),
            "Demand 54 /h ÷ capacity 60 /h = 90 %. There is room for 6 customers per hour more."
        );
        assert!(english(61.0).ends_with("The queue grows by 1 customer per hour."));
        assert!(english(60.0).contains("= 100 %. Without any room to spare"));
        let chinese = sentences(Language::Chinese, 66.0, FigureKey::Utilisation);
        assert_eq!(
            chinese,
            "需求 66 /小时 ÷ 每小时流量 60 /小时 = 110%。 队伍增长：每小时 6 位顾客。"
        );
    }

    #[test]
    fn times_are_listed_step_by_step() {
        let rush = words(Language::English, 54.0, FigureKey::RushOrderTime);
        assert!(rush.rows.iter().any(|(_, time)| time == "15 s"), "{:?}", rush.rows);
        let slow = words(Language::English, 54.0, FigureKey::ThroughputTime);
        assert_eq!(slow.rows.len(), rush.rows.len());
        assert!(
            slow.rows.iter().any(|(_, time)| time.contains(" wait + 1 min")),
            "{:?}",
            slow.rows
        );
    }

    #[test]
    fn waits_name_their_formula_and_its_source() {
        for language in Language::ALL {
            let (scenario, analysis) = office(54.0);
            let busiest = analysis.bottleneck[0];
            let why = explain(&scenario, &analysis, FigureKey::Wait(busiest));
            let words = Wording::new(language).why(&why, &scenario, "$");
            assert!(words.sentences[1].contains("/G/1") || words.sentences[1].contains("/M/c"));
            assert!(words.source.is_some_and(|source| source.contains("19")));
        }
    }

    #[test]
    fn customers_inside_follow_little() {
        let words = words(Language::English, 54.0, FigureKey::WorkInProcess);
        assert!(words.sentences[0].starts_with("54 customers per hour × "));
        assert!(words.source.is_some_and(|source| source.contains("Little 1961")));
    }

    #[test]
    fn balance_is_work_against_cycle_time() {
        assert_eq!(
            sentences(Language::English, 54.0, FigureKey::Balance),
            "3 min 15 s of staff time ÷ (6 people × 60 s of cycle time) = 54.2 %."
        );
        assert_eq!(
            sentences(Language::Chinese, 54.0, FigureKey::Balance),
            "员工时间 3 分 15 秒 ÷（6 人 × 作业时间 60 秒）= 54.2%。"
        );
    }

    #[test]
    fn money_names_every_role_that_is_paid() {
        let (mut scenario, _) = office(54.0);
        let wage = Quantity::new(12.0).unwrap();
        let roles: Vec<_> = scenario.roles().keys().copied().collect();
        for role in &roles {
            let paid = Role { cost_per_hour: Some(wage), ..Role::clone(&scenario.roles()[role]) };
            scenario.set_role(*role, paid).unwrap();
        }
        let mut demand = scenario.demand().clone();
        demand.price = Some(Quantity::new(5.0).unwrap());
        scenario.set_demand(demand);
        let analysis = analyse(&scenario);
        let english = Wording::new(Language::English);
        let say = |key| english.why(&explain(&scenario, &analysis, key), &scenario, "$");
        let cost = say(FigureKey::Cost);
        assert!(cost.sentences[0].contains("paid in an hour ÷ 54 customers per hour"));
        assert!(cost.rows.len() >= roles.len(), "{:?}", cost.rows);
        let profit = say(FigureKey::Profit);
        assert!(profit.sentences[0].starts_with("($5.00 − "), "{:?}", profit.sentences);
    }

    #[test]
    fn a_missing_figure_says_what_it_needs() {
        let why = Derivation::Missing(vec![crate::analysis::Lack::Demand]);
        let (scenario, _) = office(54.0);
        let words = Wording::new(Language::English).why(&why, &scenario, "$");
        assert_eq!(words.sentences, ["needs the arrivals per hour"]);
    }
}
