//! Problems of the names of roles, which are told from the names alone.

use std::cell::RefCell;

use rustc_hash::FxHashSet;

use super::problem::{Problem, ProblemCode, ProblemPlace};
use super::role_lists::roles_that_name_others;
use crate::blueprint::{RoleId, Scenario, alike};

/// Adds the problems of the names of roles. Linear in the roles; names that were checked last, as
/// after most edits, are only compared with those.
pub(super) fn check(scenario: &Scenario, found: &mut Vec<Problem>) {
    LAST_CHECKED.with_borrow_mut(|last| {
        if !last.is_about(scenario) {
            *last = Checked {
                names: scenario.roles().iter().map(|(id, role)| (*id, role.name.clone())).collect(),
                problems: problems(scenario),
            };
        }
        found.extend_from_slice(&last.problems);
    });
}

thread_local! {
    /// Names change seldom, but everything is checked at each edit.
    static LAST_CHECKED: RefCell<Checked> = RefCell::default();
}

/// Names, and what is wrong with them.
#[derive(Default)]
struct Checked {
    names: Vec<(RoleId, String)>,
    problems: Vec<Problem>,
}

impl Checked {
    fn is_about(&self, scenario: &Scenario) -> bool {
        let known = self.names.iter().map(|(id, name)| (*id, name.as_str()));
        known.eq(scenario.roles().iter().map(|(id, role)| (*id, role.name.as_str())))
    }
}

fn problems(scenario: &Scenario) -> Vec<Problem> {
    let problem = |code, id| Problem::at(code, ProblemPlace::Role(id));
    let another = roles_that_name_others(scenario).into_iter();
    let mut problems: Vec<Problem> =
        another.map(|id| problem(ProblemCode::RoleNamesAnother, id)).collect();
    let mut names: FxHashSet<String> = FxHashSet::default();
    for (id, role) in scenario.roles() {
        // Nobody means another person by a capital.
        if !names.insert(alike(&role.name)) {
            problems.push(problem(ProblemCode::DuplicateName, *id));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Role};

    fn codes(scenario: &Scenario) -> Vec<ProblemCode> {
        let mut found = Vec::new();
        check(scenario, &mut found);
        found.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn what_is_remembered_of_names_never_outlives_them() {
        let mut ids = IdSource::default();
        let mut one = Scenario::empty("", &mut ids);
        for name in ["Nurse", "nurse", "Nurse, Doctor"] {
            one.add_role(Role::new(name, 0), &mut ids).unwrap();
        }
        let mut other = Scenario::empty("", &mut ids);
        other.add_role(Role::new("Nurse", 0), &mut ids).unwrap();
        for _ in 0..2 {
            assert_eq!(codes(&one), [ProblemCode::RoleNamesAnother, ProblemCode::DuplicateName]);
            assert_eq!(codes(&other), []);
        }
    }
}
