//! What things are counted in: Chinese says 两名员工, but 两台设备 and 两间房间.

use super::numbers::Amount;
use super::texts::Wording;
use crate::analysis::{Basis, Figure, Pool, PoolFigures};
use crate::blueprint::{RoleId, RoleKind, Scenario};
use crate::process::ProblemPlace;

/// What nothing more particular is known of.
const THING: &str = "other";

fn measure_of_kind(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Staff => "staff",
        RoleKind::Equipment => "equipment",
        RoleKind::Room => "room",
        RoleKind::Information | RoleKind::External => THING,
    }
}

/// The sort of thing that a role is, as the texts' `$measure` distinguishes them.
#[must_use]
pub fn measure_of_role(role: RoleId, scenario: &Scenario) -> &'static str {
    scenario.roles().get(&role).map_or(THING, |role| measure_of_kind(role.kind))
}

/// The sort of thing that a pool consists of, as the texts' `$measure` distinguishes them; of a pool
/// of several kinds none in particular.
#[must_use]
pub fn measure_of_pool(pool: &Pool, scenario: &Scenario) -> &'static str {
    let Pool::Roles(roles) = pool else { return THING };
    let mut measures = roles.iter().map(|role| measure_of_role(*role, scenario));
    let first = measures.next().unwrap_or(THING);
    if measures.all(|measure| measure == first) { first } else { THING }
}

/// The sort of thing that is counted at a place: a role, or what a step needs if that is all of one
/// sort.
pub(super) fn measure_of_place(place: ProblemPlace, scenario: &Scenario) -> &'static str {
    let roles = match place {
        ProblemPlace::Role(role) => vec![role],
        ProblemPlace::Step(step) => {
            let step = scenario.steps().get(&step);
            step.into_iter()
                .flat_map(|step| &step.needs)
                .flat_map(|need| need.roles.clone())
                .collect()
        }
        ProblemPlace::Link(_) | ProblemPlace::Sheet => Vec::new(),
    };
    let mut measures = roles.into_iter().map(|role| measure_of_role(role, scenario));
    let first = measures.next().unwrap_or(THING);
    if measures.all(|measure| measure == first) { first } else { THING }
}

impl Wording {
    /// What a pool that limits can serve, with its name: `Records officer: 1 ÷ 60 s per customer =
    /// 60 /h`.
    #[must_use]
    pub fn limit_in_short(&self, pool: &PoolFigures, scenario: &Scenario) -> String {
        let capacity = self.marked(&pool.capacity_per_hour, Amount::PerHour);
        // A bound has a sign of its own.
        let is_number = capacity.starts_with(|c: char| c.is_numeric());
        let capacity = if is_number { format!("= {capacity}") } else { capacity };
        let arguments = [
            ("pool", self.pool(&pool.pool, scenario).into()),
            ("offer", self.number(pool.offer).into()),
            ("work", self.reckoned_time(pool.work_s).into()),
            ("capacity", capacity.into()),
        ];
        self.with("report-arithmetic", &arguments)
    }

    /// What a pool can serve, computed: `1 records officer ÷ 60 s = 60 /h`. What is not exact has
    /// its sign instead: `1 records officer ÷ 60 s: ≤ 60 /h`.
    #[must_use]
    pub fn pool_arithmetic(
        &self,
        pool: &PoolFigures,
        name: &str,
        scenario: &Scenario,
        basis: Basis,
    ) -> String {
        let rate = Figure { basis, ..pool.capacity_per_hour.clone() };
        self.with(
            "bottleneck-arithmetic",
            &[
                ("offer", self.number(pool.offer).into()),
                ("count", pool.offer.into()),
                ("name", name.into()),
                ("measure", measure_of_pool(&pool.pool, scenario).into()),
                ("work", self.reckoned_time(pool.work_s).into()),
                ("exact", if basis == Basis::Exact { "yes" } else { "no" }.into()),
                ("rate", self.marked_as(&rate, Self::rate).into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Role};
    use crate::wording::{Language, Wording};

    #[test]
    fn chinese_counts_each_kind_with_its_own_word() {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let mut add = |name: &str, kind| {
            let role = Role { kind, ..Role::new(name, 0) };
            scenario.add_role(role, &mut ids).unwrap()
        };
        let clerk = add("办事员", RoleKind::Staff);
        let camera = add("照相机", RoleKind::Equipment);
        let room = add("诊室", RoleKind::Room);
        let record = add("档案", RoleKind::Information);
        let chinese = Wording::new(Language::Chinese);
        let one = |role| {
            let arguments = [
                ("number", 1.into()),
                ("name", chinese.role(role, &scenario).into()),
                ("measure", measure_of_role(role, &scenario).into()),
            ];
            chinese.with("counted", &arguments)
        };
        assert_eq!(one(clerk), "1 名办事员");
        assert_eq!(one(camera), "1 台照相机");
        assert_eq!(one(room), "1 间诊室");
        assert_eq!(one(record), "1 个档案");
        let both = Pool::of_roles([clerk, camera]);
        assert_eq!(measure_of_pool(&both, &scenario), THING);
        assert_eq!(measure_of_pool(&Pool::of_roles([clerk]), &scenario), "staff");
    }
}
