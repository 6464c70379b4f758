//! The whole file: a title, a currency and the scenarios, the first of which is the baseline.

use std::sync::Arc;

use super::discussion::Discussion;
use super::ids::{IdSource, ScenarioId, SheetId};
use super::judgements::Judgements;
use super::lesson::Lesson;
use super::notation::RateUnit;
use super::refusal::Refusal;
use super::scenario::Scenario;
use super::sheets::Sheet;

/// A service blueprint with all its scenarios.
#[derive(Clone, Debug)]
pub struct Blueprint {
    title: String,
    currency: String,
    rates: RateUnit,
    only_today: bool,
    scenarios: Vec<Arc<Scenario>>,
    unit: String,
    lineage: Lineage,
    judgements: Arc<Judgements>,
    lesson: Option<Arc<Lesson>>,
    sheets: Vec<(SheetId, Arc<Sheet>)>,
    discussion: Arc<Discussion>,
    ids: IdSource,
}

/// Which documents have a common origin: in two of one lineage a number means the same thing. A random word of a
/// document's first save; copies keep it. Blank before.
pub type Lineage = String;

/// Cheap for versions that share their scenarios or the rows of them.
impl PartialEq for Blueprint {
    fn eq(&self, other: &Self) -> bool {
        // Taken apart, so that a part that is added later cannot be forgotten. Which number comes
        // next is no part of what is drawn.
        let Self {
            title,
            currency,
            rates,
            only_today,
            scenarios,
            unit,
            lineage,
            judgements,
            lesson,
            sheets,
            discussion,
            ids: _,
        } = self;
        *title == other.title
            && *currency == other.currency
            && *unit == other.unit
            && *lineage == other.lineage
            && *judgements == other.judgements
            && *lesson == other.lesson
            && *sheets == other.sheets
            && *discussion == other.discussion
            && *rates == other.rates
            && *only_today == other.only_today
            && scenarios.len() == other.scenarios.len()
            && scenarios.iter().zip(&other.scenarios).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
}

impl Blueprint {
    /// An empty sheet with one scenario of the given name.
    #[must_use]
    pub fn empty(title: impl Into<String>, scenario: impl Into<String>) -> Self {
        let mut ids = IdSource::default();
        let scenario = Arc::new(Scenario::empty(scenario, &mut ids));
        Self {
            title: title.into(),
            currency: String::new(),
            rates: RateUnit::Hour,
            only_today: false,
            scenarios: vec![scenario],
            unit: String::new(),
            lineage: Lineage::new(),
            judgements: Arc::default(),
            lesson: None,
            sheets: Vec::new(),
            discussion: Arc::default(),
            ids,
        }
    }

    /// Puts a blueprint together from a file's parts. Without a scenario it gets an empty one.
    #[must_use]
    pub fn assemble(
        title: String,
        currency: String,
        scenarios: Vec<Scenario>,
        mut ids: IdSource,
    ) -> Self {
        let mut scenarios: Vec<_> = scenarios.into_iter().map(Arc::new).collect();
        if scenarios.is_empty() {
            scenarios.push(Arc::new(Scenario::empty("", &mut ids)));
        }
        Self {
            title,
            currency,
            rates: RateUnit::Hour,
            only_today: false,
            scenarios,
            unit: String::new(),
            lineage: Lineage::new(),
            judgements: Arc::default(),
            lesson: None,
            sheets: Vec::new(),
            discussion: Arc::default(),
            ids,
        }
    }

    /// What the service is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Gives the service a name.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.title = title.into();
    }

    /// The symbol or code of the currency that all money is in, such as `$`; may be blank.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Sets the currency; no amount is converted.
    pub fn set_currency(&mut self, currency: impl Into<String>) {
        self.currency = currency.into();
    }

    /// What rates are shown and entered per; the figures are per hour all the same.
    #[must_use]
    pub fn rates(&self) -> RateUnit {
        self.rates
    }

    /// Sets what rates are shown and entered per; no rate changes.
    pub fn set_rates(&mut self, rates: RateUnit) {
        self.rates = rates;
    }

    /// Whether, in every scenario, a step is only to be done by who does it today or may stand in for
    /// them. It says what may be suggested, and changes no figure.
    #[must_use]
    pub fn only_today(&self) -> bool {
        self.only_today
    }

    /// Sets whether steps are only to be done by who does them today.
    pub fn set_only_today(&mut self, only_today: bool) {
        self.only_today = only_today;
    }

    /// What a customer is called, such as `licence`; blank for “customer”.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Sets what a customer is called.
    pub fn set_unit(&mut self, unit: impl Into<String>) {
        self.unit = unit.into();
    }

    /// Where it comes from; blank before it was first saved.
    #[must_use]
    pub fn lineage(&self) -> &str {
        &self.lineage
    }

    /// Says where it comes from.
    pub fn set_lineage(&mut self, lineage: impl Into<Lineage>) {
        self.lineage = lineage.into();
    }

    /// What is judged and planned about it.
    #[must_use]
    pub fn judgements(&self) -> &Arc<Judgements> {
        &self.judgements
    }

    /// Sets what is judged and planned about it; what it names that no scenario has is dropped.
    pub fn set_judgements(&mut self, judgements: Judgements) {
        for (item, _) in &judgements.quality.items {
            self.ids.reserve(*item);
        }
        for (indicator, _) in &judgements.indicators {
            self.ids.reserve(*indicator);
        }
        for (action, _) in &judgements.plan.actions {
            self.ids.reserve(*action);
        }
        self.judgements = Arc::new(judgements);
        self.forget_lost_places();
    }

    /// Judgements forget the steps, elements and scenarios that are nowhere any more. Linear in the items.
    fn forget_lost_places(&mut self) {
        let scenarios = &self.scenarios;
        let has_step = |step| scenarios.iter().any(|it| it.steps().contains_key(&step));
        let has_element = |element| scenarios.iter().any(|it| it.elements().contains_key(&element));
        let has_scenario = |id| scenarios.iter().any(|it| it.id() == id);
        if self.judgements.has_lost(&has_step, &has_element, &has_scenario) {
            let judgements = Arc::make_mut(&mut self.judgements);
            judgements.forget_lost(&has_step, &has_element, &has_scenario);
        }
    }

    /// The lesson that is held with it, if there is one.
    #[must_use]
    pub fn lesson(&self) -> Option<&Arc<Lesson>> {
        self.lesson.as_ref()
    }

    /// Sets the lesson.
    pub fn set_lesson(&mut self, lesson: Option<Lesson>) {
        for (stop, _) in lesson.iter().flat_map(|lesson| &lesson.stops) {
            self.ids.reserve(*stop);
        }
        self.lesson = lesson.map(Arc::new);
    }

    /// Whether its planning sheets are what it is about: there are more of them than steps.
    #[must_use]
    pub fn is_about_sheets(&self) -> bool {
        self.sheets().len() > self.baseline().steps().len()
    }

    /// The planning sheets in the order of their tabs.
    #[must_use]
    pub fn sheets(&self) -> &[(SheetId, Arc<Sheet>)] {
        &self.sheets
    }

    /// A planning sheet by identity.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> Option<&Arc<Sheet>> {
        self.sheets.iter().find(|(own, _)| *own == id).map(|(_, sheet)| sheet)
    }

    /// Sets the planning sheets; those that did not change stay shared with earlier versions.
    pub fn set_sheets(&mut self, sheets: Vec<(SheetId, Arc<Sheet>)>) {
        for (sheet, _) in &sheets {
            self.ids.reserve(*sheet);
        }
        self.sheets = sheets;
    }

    /// What is said about it.
    #[must_use]
    pub fn discussion(&self) -> &Arc<Discussion> {
        &self.discussion
    }

    /// Sets what is said about it; it is put in order.
    pub fn set_discussion(&mut self, discussion: Discussion) {
        self.discussion = Arc::new(discussion.in_order());
    }

    /// An identity that nothing in the file has or ever had.
    pub fn fresh_id<T: super::ids::Id>(&mut self) -> T {
        self.ids.fresh()
    }

    /// The scenarios in the order of their tabs; never empty.
    #[must_use]
    pub fn scenarios(&self) -> &[Arc<Scenario>] {
        &self.scenarios
    }

    /// The baseline: the first scenario.
    #[must_use]
    pub fn baseline(&self) -> &Arc<Scenario> {
        // Never empty: every constructor makes one and `remove_scenario` keeps the last.
        &self.scenarios[0]
    }

    /// A scenario by identity.
    #[must_use]
    pub fn scenario(&self, id: ScenarioId) -> Option<&Arc<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.id() == id)
    }

    /// A scenario by name.
    #[must_use]
    pub fn scenario_named(&self, name: &str) -> Option<&Arc<Scenario>> {
        self.scenarios.iter().find(|scenario| scenario.name() == name)
    }

    /// Where the next identity comes from.
    #[must_use]
    pub fn ids(&self) -> IdSource {
        self.ids
    }

    /// Changes one scenario; the others are shared with earlier versions.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown scenario, else what `change` refuses. A refused change
    /// leaves no trace.
    pub fn edit<T>(
        &mut self,
        id: ScenarioId,
        change: impl FnOnce(&mut Scenario, &mut IdSource) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let slot = self.scenarios.iter_mut().find(|s| s.id() == id).ok_or(Refusal::NotThere)?;
        let mut ids = self.ids;
        let mut changed = Scenario::clone(slot);
        let answer = change(&mut changed, &mut ids)?;
        let has_fewer = changed.steps().len() < slot.steps().len()
            || changed.elements().len() < slot.elements().len();
        *slot = Arc::new(changed);
        self.ids = ids;
        if has_fewer {
            self.forget_lost_places();
        }
        Ok(answer)
    }

    /// Adds a copy of a scenario after it. Its steps keep their identities, so that the two can be
    /// compared step by step.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown scenario.
    pub fn duplicate_scenario(
        &mut self,
        id: ScenarioId,
        name: impl Into<String>,
    ) -> Result<ScenarioId, Refusal> {
        let at = self.position(id)?;
        let mut copy = Scenario::clone(&self.scenarios[at]);
        copy.id = self.ids.fresh();
        copy.name = name.into();
        let new = copy.id;
        self.scenarios.insert(at + 1, Arc::new(copy));
        Ok(new)
    }

    /// Renames a scenario.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown scenario, [`Refusal::NameNeeded`] for a blank name.
    pub fn rename_scenario(&mut self, id: ScenarioId, name: &str) -> Result<(), Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        self.edit(id, |scenario, _| {
            name.trim().clone_into(&mut scenario.name);
            Ok(())
        })
    }

    /// Removes a scenario.
    ///
    /// # Errors
    /// [`Refusal::LastScenario`], or [`Refusal::NotThere`] for an unknown one.
    pub fn remove_scenario(&mut self, id: ScenarioId) -> Result<(), Refusal> {
        let at = self.position(id)?;
        if self.scenarios.len() == 1 {
            return Err(Refusal::LastScenario);
        }
        self.scenarios.remove(at);
        self.forget_lost_places();
        Ok(())
    }

    /// Moves a scenario to a place in the order of the tabs, counted from 0; a place beyond the
    /// last is the last. The one that comes to stand first is the baseline.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown scenario.
    pub fn move_scenario(&mut self, id: ScenarioId, place: usize) -> Result<(), Refusal> {
        let at = self.position(id)?;
        let moved = self.scenarios.remove(at);
        self.scenarios.insert(place.min(self.scenarios.len()), moved);
        Ok(())
    }

    /// Where a scenario stands in the order of the tabs, counted from 0.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown scenario.
    pub fn position(&self, id: ScenarioId) -> Result<usize, Refusal> {
        self.scenarios.iter().position(|s| s.id() == id).ok_or(Refusal::NotThere)
    }
}
