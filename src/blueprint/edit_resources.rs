//! Edits of roles, servicescape elements and demand.

use std::sync::Arc;

use super::ids::{ElementId, IdSource, RoleId};
use super::refusal::Refusal;
use super::resources::{Demand, Element, Role, Typology};
use super::scenario::Scenario;
use super::shift::Shift;

impl Scenario {
    /// Adds a role.
    ///
    /// # Errors
    /// [`Refusal::NameNeeded`]; [`Refusal::TooLarge`] for a headcount above [`Role::MOST`].
    pub fn add_role(&mut self, mut role: Role, ids: &mut IdSource) -> Result<RoleId, Refusal> {
        accept_role(&role)?;
        let id = ids.fresh();
        self.settle_stand_ins(id, &mut role);
        self.roles.insert(id, Arc::new(role));
        Ok(id)
    }

    /// Replaces a role by a changed version.
    ///
    /// # Errors
    /// As [`Scenario::add_role`]; [`Refusal::NotThere`].
    pub fn set_role(&mut self, id: RoleId, mut role: Role) -> Result<(), Refusal> {
        accept_role(&role)?;
        self.settle_stand_ins(id, &mut role);
        *self.roles.get_mut(&id).ok_or(Refusal::NotThere)? = Arc::new(role);
        Ok(())
    }

    /// Removes a role; steps no longer need it.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn remove_role(&mut self, id: RoleId) -> Result<(), Refusal> {
        self.roles.shift_remove(&id).ok_or(Refusal::NotThere)?;
        for step in self.steps.values_mut() {
            if step.needs.iter().any(|need| need.roles.contains(&id)) {
                let step = Arc::make_mut(step);
                for need in &mut step.needs {
                    need.roles.retain(|role| *role != id);
                }
                step.needs.retain(|need| !need.roles.is_empty());
            }
        }
        self.forget_lost_stand_ins();
        self.forget_lost_subjects();
        Ok(())
    }

    /// Brings the roles that one may stand in for into document order, without those that are not
    /// there, itself, and what is said twice.
    pub(super) fn settle_stand_ins(&self, id: RoleId, role: &mut Role) {
        role.stands_in_for.retain(|other| *other != id && self.roles.contains_key(other));
        role.stands_in_for.sort_by_key(|other| self.roles.get_index_of(other));
        role.stands_in_for.dedup();
    }

    /// Lets roles stand in for those only that are there.
    pub(super) fn forget_lost_stand_ins(&mut self) {
        let ids: Vec<RoleId> = self.roles.keys().copied().collect();
        for role in self.roles.values_mut() {
            if role.stands_in_for.iter().any(|other| !ids.contains(other)) {
                Arc::make_mut(role).stands_in_for.retain(|other| ids.contains(other));
            }
        }
    }

    /// The palette colour that the next role gets: the one that is used least, lowest first.
    #[must_use]
    pub fn next_colour(&self, palette: u8) -> u8 {
        (0..palette)
            .min_by_key(|colour| self.roles.values().filter(|role| role.colour == *colour).count())
            .unwrap_or(0)
    }

    /// Adds a servicescape element.
    ///
    /// # Errors
    /// [`Refusal::NameNeeded`].
    pub fn add_element(
        &mut self,
        element: Element,
        ids: &mut IdSource,
    ) -> Result<ElementId, Refusal> {
        if element.name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        let id = ids.fresh();
        self.elements.insert(id, Arc::new(element));
        Ok(id)
    }

    /// Replaces a servicescape element by a changed version.
    ///
    /// # Errors
    /// [`Refusal::NameNeeded`]; [`Refusal::NotThere`].
    pub fn set_element(&mut self, id: ElementId, element: Element) -> Result<(), Refusal> {
        if element.name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        *self.elements.get_mut(&id).ok_or(Refusal::NotThere)? = Arc::new(element);
        Ok(())
    }

    /// Removes a servicescape element, also from the steps that rely on it.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn remove_element(&mut self, id: ElementId) -> Result<(), Refusal> {
        self.elements.shift_remove(&id).ok_or(Refusal::NotThere)?;
        for step in self.steps.values_mut() {
            if step.elements.contains(&id) {
                Arc::make_mut(step).elements.retain(|element| *element != id);
            }
        }
        Ok(())
    }

    /// Sets the demand. Where there is a day, the opening hours are its hours.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for a first step that is not; what [`super::Day::check`] finds.
    pub fn set_demand(&mut self, mut demand: Demand) -> Result<(), Refusal> {
        if let Some(day) = &demand.day {
            day.check()?;
            if day.first.is_some_and(|step| !self.steps.contains_key(&step)) {
                return Err(Refusal::NotThere);
            }
        }
        demand.settle_hours();
        self.demand = demand;
        Ok(())
    }

    /// Sets the typology of the servicescape.
    pub fn set_typology(&mut self, typology: Typology) {
        self.typology = typology;
    }
}

fn accept_role(role: &Role) -> Result<(), Refusal> {
    if role.name.trim().is_empty() {
        Err(Refusal::NameNeeded)
    } else if role.headcount > Role::MOST {
        Err(Refusal::TooLarge)
    } else if role.shifts.len() > Shift::MOST {
        Err(Refusal::TooManyShifts)
    } else {
        role.shifts.iter().try_for_each(Shift::check)
    }
}
