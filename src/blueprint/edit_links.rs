//! Edits of links.

use std::sync::Arc;

use super::ids::{IdSource, LinkId, StepId};
use super::link::{Link, LinkEnd, LinkKind, check_label, check_pair, link_label};
use super::quantity::Share;
use super::refusal::Refusal;
use super::scenario::Scenario;
use super::step_parts::StepKind;

impl Scenario {
    /// Draws a link. The first way out of a decision starts with all customers, a further one with
    /// no share: the inspector then asks for it.
    ///
    /// # Errors
    /// What [`Scenario::check_link`] refuses.
    pub fn add_link(&mut self, link: Link, ids: &mut IdSource) -> Result<LinkId, Refusal> {
        self.check_link(&link, None)?;
        let id = ids.fresh();
        self.links.insert(id, Arc::new(link));
        Ok(id)
    }

    /// Replaces a link by a changed version.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], or what [`Scenario::check_link`] refuses.
    pub fn set_link(&mut self, id: LinkId, link: Link) -> Result<(), Refusal> {
        if !self.links.contains_key(&id) {
            return Err(Refusal::NotThere);
        }
        self.check_link(&link, Some(id))?;
        self.links.insert(id, Arc::new(link));
        Ok(())
    }

    /// Sets the share of a way out of a decision. What the others have follows, so that shares that
    /// added up still do: of two ways the other gets the rest; of more, those that come later share
    /// what is left as they did before, or all others do where nothing is left for those.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn set_share(&mut self, id: LinkId, share: Option<Share>) -> Result<(), Refusal> {
        let link = Link::clone(self.links.get(&id).ok_or(Refusal::NotThere)?);
        let others = share.map(|share| self.shares_beside(id, share)).unwrap_or_default();
        self.set_link(id, Link { share, ..link })?;
        for (other, share) in others {
            if let Some(way) = self.links.get_mut(&other) {
                Arc::make_mut(way).share = Some(share);
            }
        }
        Ok(())
    }

    /// Sets the label of a link; an empty one takes it away.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], or what [`link_label`] refuses.
    pub fn set_label(&mut self, id: LinkId, label: &str) -> Result<(), Refusal> {
        let label = link_label(label)?;
        let link = self.links.get_mut(&id).ok_or(Refusal::NotThere)?;
        Arc::make_mut(link).label = label;
        Ok(())
    }

    /// Leads a link through a step: it then ends there, and a new one of its kind leads on to
    /// where it led before. A share and a label stay on the first half.
    ///
    /// # Errors
    /// [`Refusal::NotThere`]; [`Refusal::NotInFlow`] for evidence and notes; what
    /// [`Scenario::check_link`] refuses.
    pub fn lead_link_through(
        &mut self,
        link: LinkId,
        step: StepId,
        ids: &mut IdSource,
    ) -> Result<LinkId, Refusal> {
        let old = Link::clone(self.links.get(&link).ok_or(Refusal::NotThere)?);
        if !self.steps.get(&step).ok_or(Refusal::NotThere)?.kind.flows() {
            return Err(Refusal::NotInFlow);
        }
        self.set_link(link, Link { to: LinkEnd::Step(step), ..old.clone() })?;
        self.add_link(Link { from: step, share: None, label: String::new(), ..old }, ids)
    }

    /// Removes a link.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn remove_link(&mut self, id: LinkId) -> Result<(), Refusal> {
        self.links.shift_remove(&id).map(|_| ()).ok_or(Refusal::NotThere)
    }

    /// Whether a link may be drawn, or put in the place of `instead_of`. Linear in the number of
    /// links.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an end that is not in the scenario, [`Refusal::LinkToItself`],
    /// [`Refusal::LinkedAlready`], [`Refusal::WithinMoment`] for a Flow and a Together link between
    /// the same two steps, [`Refusal::NotInFlow`] for evidence or a note that leads outside, and what
    /// [`super::link_label`] refuses of its label.
    pub fn check_link(&self, link: &Link, instead_of: Option<LinkId>) -> Result<(), Refusal> {
        self.check_ends(link)?;
        check_label(&link.label)?;
        self.links
            .iter()
            .filter(|(id, _)| Some(**id) != instead_of)
            .try_for_each(|(_, other)| check_pair(link, other))
    }

    /// What [`Scenario::check_link`] checks but for the other links.
    pub(super) fn check_ends(&self, link: &Link) -> Result<(), Refusal> {
        let from = self.steps.get(&link.from).ok_or(Refusal::NotThere)?;
        let LinkEnd::Step(to) = link.to else {
            return if link.kind != LinkKind::Flow || !from.kind.flows() {
                Err(Refusal::NotInFlow)
            } else {
                Ok(())
            };
        };
        if !self.steps.contains_key(&to) {
            return Err(Refusal::NotThere);
        }
        if to == link.from && !(from.kind == StepKind::Decision && link.kind == LinkKind::Flow) {
            return Err(Refusal::LinkToItself);
        }
        Ok(())
    }
}
