//! Why the plan has not fewer people: sentences of what was tried and proven.

use super::View;
use crate::blueprint::Day;
use crate::redesign::{RolePlan, StaffTarget, Staffing};

/// Relative difference below which hours are the same.
const SAME: f64 = 1e-9;

/// The sentences, for each role in turn.
pub(super) fn reasons(view: &View<'_>, plan: &Staffing, day: &Day) -> Vec<String> {
    plan.roles.iter().flat_map(|role| of_role(view, plan, day, role)).collect()
}

fn of_role(view: &View<'_>, plan: &Staffing, day: &Day, role: &RolePlan) -> Vec<String> {
    let words = view.words;
    let name = words.role(role.role, view.scenario);
    let mut lines = Vec::new();
    if role.is_least {
        lines.push(words.with("staffing-why-least", &[("role", name.into())]));
    }
    // Where chance let the trial pass, nothing is said.
    if let Some(less) = role.one_less
        && plan.target.slack(less.held) < 0.0
    {
        let key = match (plan.target, less.at == less.worst) {
            (StaffTarget::Within { .. }, true) => "staffing-why-less",
            (StaffTarget::Within { .. }, false) => "staffing-why-less-then",
            (StaffTarget::Busy { .. }, true) => "staffing-why-busier",
            (StaffTarget::Busy { .. }, false) => "staffing-why-busier-then",
        };
        let arguments = [
            ("role", name.into()),
            ("time", day.begins(less.at).to_string().into()),
            ("then", day.begins(less.worst).to_string().into()),
            ("share", words.percent(less.held.mean).into()),
        ];
        lines.push(words.with(key, &arguments));
    }
    let needed = hours_needed(role, day);
    let arguments = [
        ("role", name.into()),
        ("need", words.paid_hours(needed).into()),
        ("paid", words.paid_hours(role.paid_hours).into()),
        ("above", words.percent(role.rota.above_best()).into()),
    ];
    let key = match () {
        () if role.rota.is_proven() && role.paid_hours - needed <= SAME * needed.max(1.0) => {
            "staffing-why-exact"
        }
        () if role.rota.is_proven() => "staffing-why-cover",
        () if role.rota.above_best().is_finite() => "staffing-why-above",
        () => "staffing-why-unknown",
    };
    lines.push(words.with(key, &arguments));
    lines
}

/// Hours of a role that are needed over the day.
pub(super) fn hours_needed(role: &RolePlan, day: &Day) -> f64 {
    let minutes = role.need.iter().enumerate().map(|(at, need)| {
        let (from, to) = day.interval(at);
        f64::from(*need) * f64::from(to - from)
    });
    minutes.sum::<f64>() / 60.0
}
