//! What an hour of people costs.

use crate::analysis::result::Lack;
use crate::blueprint::{Role, RoleId, RoleKind, Scenario};
use crate::process::Sum;

/// The staff roles that nobody says the cost of.
pub(in crate::analysis) fn unpaid(scenario: &Scenario) -> impl Iterator<Item = RoleId> {
    scenario
        .roles()
        .iter()
        .filter(|(_, role)| role.kind == RoleKind::Staff && role.cost_per_hour.is_none())
        .map(|(id, _)| *id)
}

/// What an hour of a unit of these roles costs, by what each offers, and whether that is certain.
///
/// # Errors
/// A role of the kind staff without a rate.
pub(in crate::analysis) fn rate_per_hour(
    scenario: &Scenario,
    roles: &[RoleId],
) -> Result<(f64, bool), Lack> {
    let known = roles.iter().filter_map(|id| Some((*id, scenario.roles().get(id)?.as_ref())));
    rate_of(known)
}

/// [`rate_per_hour`] of roles that are looked up already.
pub(super) fn rate_of<'a>(
    roles: impl Iterator<Item = (RoleId, &'a Role)>,
) -> Result<(f64, bool), Lack> {
    let (mut offered, mut paid, mut plain) = (Sum::default(), Sum::default(), Sum::default());
    let mut rates: Option<(f64, f64)> = None;
    let mut count = 0.0;
    for (id, role) in roles {
        let rate = match (role.cost_per_hour, role.kind) {
            (Some(rate), _) => rate.get(),
            (None, RoleKind::Staff) => return Err(Lack::Rate(id)),
            (None, _) => 0.0,
        };
        offered.add(role.offer());
        paid.add(role.offer() * rate);
        plain.add(rate);
        count += 1.0;
        let (least, most) = rates.unwrap_or((rate, rate));
        rates = Some((least.min(rate), most.max(rate)));
    }
    let Some((least, most)) = rates else { return Ok((0.0, true)) };
    if least >= most {
        Ok((most, true))
    } else if offered.value() > 0.0 {
        Ok((paid.value() / offered.value(), false))
    } else {
        Ok((plain.value() / count, false))
    }
}
