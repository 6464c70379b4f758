//! Which line of a file to blame when its parts do not fit together.

use super::at::{At, Fault};
use super::errors::{DecodeProblem, Sort};
use super::fields::{FileRole, FileStep};
use super::file_values::Written;
use super::version1::FileScenario;
use crate::blueprint::PartsError;

/// The fault of a scenario whose parts do not fit: the first row that the error can mean.
pub fn parts_fault(at: &At<'_>, file: &FileScenario, error: PartsError) -> Fault {
    if let PartsError::DanglingInSection { section, .. } = &error {
        return at.field(section).fault(DecodeProblem::Parts(error));
    }
    let place = match &error {
        PartsError::DuplicateId { sort, number } => second(file, sort, *number),
        PartsError::Dangling { sort, number, .. } => naming(file, sort, *number),
        PartsError::Nameless { sort, number } => match *sort {
            "role" => first(file, Sort::Role, *number, "name"),
            "element" => first(file, Sort::Element, *number, "name"),
            _ => first(file, Sort::Step, *number, "name"),
        },
        PartsError::BadLink { number, .. } => first(file, Sort::Link, *number, "to"),
        PartsError::StandsInForItself { number } => {
            first(file, Sort::Role, *number, "stands_in_for")
        }
        // What is judged is blamed where it is read.
        PartsError::DanglingInSection { .. }
        | PartsError::WaitsForItself { .. }
        | PartsError::ClassOfNothing => None,
        PartsError::EmptyNeed { number } => first(file, Sort::Step, *number, "needs"),
    };
    let problem = DecodeProblem::Parts(error);
    match place {
        Some(Place { sort, index, field }) => {
            at.row(sort.field(), index).field(field).fault(problem)
        }
        None => at.fault(problem),
    }
}

struct Place {
    sort: Sort,
    index: usize,
    field: &'static str,
}

fn is(value: Option<f64>, number: u32) -> bool {
    // Numbers of things are whole and were checked: they are equal or they are not.
    value.is_some_and(|value| value.total_cmp(&f64::from(number)).is_eq())
}

/// The rows of a table that have a number.
fn bearers(file: &FileScenario, sort: Sort, number: u32) -> impl Iterator<Item = usize> {
    let numbers: Vec<Option<f64>> = match sort {
        Sort::Scenario | Sort::Item | Sort::Indicator | Sort::Action | Sort::Sheet => Vec::new(),
        Sort::Lane => file.lanes.iter().map(|row| row.id).collect(),
        Sort::Phase => file.phases.iter().map(|row| row.id).collect(),
        Sort::Role => file.roles.iter().map(|row| row.id).collect(),
        Sort::Element => file.elements.iter().map(|row| row.id).collect(),
        Sort::Step => file.steps.iter().map(|row| row.id).collect(),
        Sort::Link => file.links.iter().map(|row| row.id).collect(),
    };
    numbers.into_iter().enumerate().filter(move |(_, id)| is(*id, number)).map(|(index, _)| index)
}

fn first(file: &FileScenario, sort: Sort, number: u32, field: &'static str) -> Option<Place> {
    bearers(file, sort, number).next().map(|index| Place { sort, index, field })
}

fn second(file: &FileScenario, table: &str, number: u32) -> Option<Place> {
    let sort = Sort::ALL.into_iter().find(|sort| sort.field() == table)?;
    bearers(file, sort, number).nth(1).map(|index| Place { sort, index, field: "id" })
}

/// The first row that names a thing which is not there.
fn naming(file: &FileScenario, missing: &str, number: u32) -> Option<Place> {
    let step = |field, names: &dyn Fn(&FileStep) -> bool| {
        let index = file.steps.iter().position(names)?;
        Some(Place { sort: Sort::Step, index, field })
    };
    match missing {
        "lane" => step("lane", &|step| is(step.lane, number)),
        "phase" => step("phase", &|step| is(step.phase, number)),
        "role" => {
            step("needs", &|step| step.roles().any(|role| is(Some(role), number))).or_else(|| {
                let names = |role: &FileRole| {
                    role.stands_in_for().iter().any(|other| is(Some(*other), number))
                };
                let index = file.roles.iter().position(names)?;
                Some(Place { sort: Sort::Role, index, field: "stands_in_for" })
            })
        }
        "element" => step("elements", &|step| {
            step.elements().iter().any(|element| is(Some(*element), number))
        }),
        _ => {
            let recovery = step("fail", &|step| is(step.recovery_step(), number));
            recovery.or_else(|| {
                let to = |to: &Option<Written>| {
                    is(to.as_ref().and_then(|Written(to)| to.trim().parse().ok()), number)
                };
                file.links.iter().enumerate().find_map(|(index, link)| {
                    let field = if is(link.from, number) {
                        "from"
                    } else if to(&link.to) {
                        "to"
                    } else {
                        return None;
                    };
                    Some(Place { sort: Sort::Link, index, field })
                })
            })
        }
    }
}
