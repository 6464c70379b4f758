//! The rules of a redesign as lines that can be ticked.

use std::num::NonZeroU32;

use crate::blueprint::{RedesignRules, RoleId, RoleKind, Scenario, StepId};
use crate::redesign::Task;
use crate::wording::{Wording, measure_of_role};

/// How many names of a group are said.
const NAMES_SHOWN: usize = 3;

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Rule {
    First(StepId),
    Last(StepId),
    Before(StepId, StepId),
    Alone(StepId),
    Together(Vec<StepId>),
    Places(StepId, NonZeroU32),
    Trained(RoleId, StepId),
    Widest(NonZeroU32),
    OneWorker,
    KeepVisibility,
    TodaysOrder,
    TodaysRoles,
}

impl Rule {
    /// Whether it can be taken off the list: others are always offered.
    pub fn is_removable(&self) -> bool {
        !matches!(
            self,
            Self::Widest(_)
                | Self::OneWorker
                | Self::KeepVisibility
                | Self::TodaysOrder
                | Self::TodaysRoles
        )
    }

    /// The rule in the blueprint's own words.
    pub fn words(&self, words: &Wording, scenario: &Scenario) -> String {
        let name = |step: &StepId| words.step(*step, scenario);
        match self {
            Self::First(step) => words.with("rule-first", &[("step", name(step).into())]),
            Self::Last(step) => words.with("rule-last", &[("step", name(step).into())]),
            Self::Before(first, then) => {
                let (first, then) = (name(first), name(then));
                words.with("rule-before", &[("first", first.into()), ("then", then.into())])
            }
            Self::Alone(step) => words.with("rule-alone", &[("step", name(step).into())]),
            Self::Together(steps) => {
                let names: Vec<&str> = steps.iter().map(name).collect();
                let names = words.list(&names, NAMES_SHOWN);
                words.with("rule-together", &[("steps", names.into())])
            }
            Self::Places(step, count) => match single(scenario, *step) {
                Some(thing) if count.get() == 1 => {
                    let measure = measure_of_role(thing, scenario);
                    let thing = words.role(thing, scenario);
                    let arguments = &[
                        ("thing", thing.into()),
                        ("step", name(step).into()),
                        ("measure", measure.into()),
                    ];
                    words.with("rule-one-thing", arguments)
                }
                _ => words.with(
                    "rule-places",
                    &[("step", name(step).into()), ("count", count.get().into())],
                ),
            },
            Self::Trained(role, step) => {
                let role = words.role(*role, scenario);
                words.with("rule-trained", &[("role", role.into()), ("step", name(step).into())])
            }
            Self::Widest(count) => words.with("rule-widest", &[("count", count.get().into())]),
            Self::OneWorker => words.text("rule-one-worker").to_owned(),
            Self::KeepVisibility => words.text("rule-keep-visibility").to_owned(),
            Self::TodaysOrder => words.text("rule-order").to_owned(),
            Self::TodaysRoles => words.text("rule-roles").to_owned(),
        }
    }
}

/// The one thing that a step needs and that there is one of.
fn single(scenario: &Scenario, step: StepId) -> Option<RoleId> {
    let needs = &scenario.steps().get(&step)?.needs;
    needs.iter().flat_map(|need| need.roles.iter().copied()).find(|role| {
        let role = scenario.roles().get(role);
        role.is_some_and(|role| role.kind == RoleKind::Equipment && role.headcount == 1)
    })
}

/// A rule, and whether it holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RuleLine {
    pub rule: Rule,
    pub on: bool,
    /// Whether the file says it of all its scenarios, so that it cannot be given up here.
    pub held: bool,
}

impl RuleLine {
    fn new(rule: Rule, on: bool) -> Self {
        Self { rule, on, held: false }
    }
}

/// All rules that are offered.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct RuleList {
    pub lines: Vec<RuleLine>,
}

impl RuleList {
    /// The rules that hold, those that are often wanted, and those that can always be chosen;
    /// `only_today` says that the file lets nobody do what they do not do today.
    pub fn of(rules: &RedesignRules, tasks: &[Task], only_today: bool) -> Self {
        let mut list = Self::default();
        for rule in each(rules) {
            list.lines.push(RuleLine::new(rule, true));
        }
        let ends = [
            tasks.first().filter(|_| rules.first.is_none()).map(|task| Rule::First(task.step)),
            tasks.last().filter(|_| rules.last.is_none()).map(|task| Rule::Last(task.step)),
        ];
        // What is first and what is last stand on top.
        for (at, rule) in ends.into_iter().flatten().enumerate() {
            if tasks.len() > 1 {
                list.lines.insert(at.min(list.lines.len()), RuleLine::new(rule, false));
            }
        }
        list.lines.sort_by_key(|line| match line.rule {
            Rule::First(_) => 0,
            Rule::Last(_) => 1,
            _ => 2,
        });
        let two = NonZeroU32::MIN.saturating_add(1);
        for (rule, on) in [
            (Rule::Widest(rules.widest_job.unwrap_or(two)), rules.widest_job.is_some()),
            (Rule::KeepVisibility, rules.keep_visibility),
            (Rule::TodaysOrder, !rules.free_order),
            (Rule::TodaysRoles, rules.fixed_roles),
            (Rule::OneWorker, rules.one_worker_jobs),
        ] {
            let held = only_today && rule == Rule::TodaysRoles;
            list.lines.push(RuleLine { rule, on: on || held, held });
        }
        list
    }

    /// The rules that hold.
    pub fn rules(&self) -> RedesignRules {
        let mut rules = RedesignRules { free_order: true, ..RedesignRules::default() };
        for line in self.lines.iter().filter(|line| line.on) {
            match &line.rule {
                Rule::First(step) => rules.first = Some(*step),
                Rule::Last(step) => rules.last = Some(*step),
                Rule::Before(first, then) => rules.order.push((*first, *then)),
                Rule::Alone(step) => rules.alone.push(*step),
                Rule::Together(steps) => rules.together.push(steps.clone()),
                Rule::Places(step, count) => rules.places.push((*step, *count)),
                Rule::Trained(role, step) => rules.trained.push((*role, *step)),
                Rule::Widest(count) => rules.widest_job = Some(*count),
                Rule::OneWorker => rules.one_worker_jobs = true,
                Rule::KeepVisibility => rules.keep_visibility = true,
                Rule::TodaysOrder => rules.free_order = false,
                Rule::TodaysRoles => rules.fixed_roles = true,
            }
        }
        rules
    }

    /// Adds a rule, which then holds. What it contradicts, or says again, gives way.
    pub fn add(&mut self, rule: Rule) {
        let rule = match rule {
            Rule::Together(mut steps) => {
                // Groups that share a step are one.
                self.lines.retain(|line| match &line.rule {
                    Rule::Together(others) if others.iter().any(|step| steps.contains(step)) => {
                        steps.extend(others.iter().copied());
                        false
                    }
                    _ => true,
                });
                steps.sort_unstable();
                steps.dedup();
                Rule::Together(steps)
            }
            rule => rule,
        };
        let gives_way = |other: &Rule| match (&rule, other) {
            (Rule::First(_), Rule::First(_)) | (Rule::Last(_), Rule::Last(_)) => true,
            (Rule::Before(a, b), Rule::Before(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
            (Rule::Places(step, _), Rule::Places(other, _)) => step == other,
            _ => rule == *other,
        };
        let old = self.lines.iter().position(|line| gives_way(&line.rule));
        let end = self.lines.iter().position(|line| !line.rule.is_removable());
        let at = old.or(end).unwrap_or(self.lines.len());
        self.lines.retain(|line| !gives_way(&line.rule));
        self.lines.insert(at.min(self.lines.len()), RuleLine::new(rule, true));
    }
}

/// The rules that a list of rules holds and that are not always offered.
fn each(rules: &RedesignRules) -> Vec<Rule> {
    let mut each = Vec::new();
    each.extend(rules.first.map(Rule::First));
    each.extend(rules.last.map(Rule::Last));
    each.extend(rules.order.iter().map(|(first, then)| Rule::Before(*first, *then)));
    each.extend(rules.alone.iter().copied().map(Rule::Alone));
    each.extend(rules.together.iter().cloned().map(Rule::Together));
    each.extend(rules.places.iter().map(|(step, count)| Rule::Places(*step, *count)));
    each.extend(rules.trained.iter().map(|(role, step)| Rule::Trained(*role, *step)));
    each
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::IdSource;

    /// Rules with something of every sort.
    fn some_of_all() -> (RedesignRules, Vec<StepId>) {
        let mut ids = IdSource::default();
        let steps: Vec<StepId> = (0..5).map(|_| ids.fresh()).collect();
        let rules = RedesignRules {
            free_order: true,
            order: vec![(steps[1], steps[2])],
            first: Some(steps[0]),
            last: Some(steps[4]),
            alone: vec![steps[4]],
            together: vec![vec![steps[1], steps[3]]],
            places: vec![(steps[2], NonZeroU32::MIN)],
            widest_job: NonZeroU32::new(3),
            one_worker_jobs: true,
            keep_visibility: true,
            fixed_roles: true,
            trained: vec![(ids.fresh(), steps[1])],
        };
        (rules, steps)
    }

    #[test]
    fn lines_say_what_the_rules_say() {
        let (rules, _) = some_of_all();
        assert_eq!(RuleList::of(&rules, &[], false).rules(), rules);
        let none = RedesignRules::default();
        assert_eq!(RuleList::of(&none, &[], false).rules(), none);
    }

    #[test]
    fn a_new_rule_takes_the_place_of_what_it_contradicts() {
        let (rules, steps) = some_of_all();
        let mut list = RuleList::of(&rules, &[], false);
        let before = list.lines.len();
        list.add(Rule::First(steps[1]));
        list.add(Rule::Before(steps[2], steps[1]));
        list.add(Rule::Alone(steps[4]));
        assert_eq!(list.lines.len(), before);
        let rules = list.rules();
        assert_eq!(rules.first, Some(steps[1]));
        assert_eq!(rules.order, [(steps[2], steps[1])]);
        list.add(Rule::Together(vec![steps[3], steps[2]]));
        assert_eq!(list.rules().together, [vec![steps[1], steps[2], steps[3]]]);
    }
}
