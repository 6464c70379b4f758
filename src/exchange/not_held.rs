//! What a workbook has no room for. It names it, so that whoever reads it back is told.

use super::fixed_words::is_word;
use crate::blueprint::{
    Blueprint, CustomerRelation, DesignFactors, RateUnit, Role, Scenario, Sections,
    SimulationRules, Step, Typology,
};

/// Something that a workbook has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeld {
    /// The other scenarios.
    Scenarios,
    /// Lanes and phases without a step.
    EmptyBands,
    /// The servicescape: its elements and what it is like.
    Surroundings,
    /// What a redesign has to keep.
    RedesignRules,
    /// The day, shifts, and what else only a simulation knows: who goes first, how long people are patient.
    Day,
    /// What customers judge, what is measured and planned, and the words that only a handbook knows.
    Judgements,
    /// Planning sheets.
    PlanningSheets,
    /// That steps are only done by who does them today.
    OnlyToday,
    /// The period in which rates are shown and entered.
    Rates,
}

impl NotHeld {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Scenarios,
        Self::EmptyBands,
        Self::Surroundings,
        Self::RedesignRules,
        Self::Day,
        Self::Judgements,
        Self::PlanningSheets,
        Self::OnlyToday,
        Self::Rates,
    ];

    /// Whether a word of either language names it.
    #[must_use]
    pub fn is_called(self, word: &str) -> bool {
        is_word(word, self.words())
    }

    /// The words for it, in English and Chinese.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Scenarios => &["other scenarios", "其他方案"],
            Self::EmptyBands => &["lanes and phases without a step", "没有步骤的泳道和阶段"],
            Self::Surroundings => &["servicescape", "服务场景"],
            Self::RedesignRules => &["rules of the redesign", "重新设计的条件"],
            Self::Day => &["day and shifts", "一天与班次"],
            Self::Judgements => &["quality and improvement plan", "质量与改进计划"],
            Self::PlanningSheets => &["planning sheets", "规划表"],
            Self::OnlyToday => &["who may do which step", "步骤只由现有角色完成"],
            Self::Rates => &["period of rates", "流量的时间单位"],
        }
    }
}

/// What a workbook has no room for of a scenario, each with the names of what it is, if it has some.
#[must_use]
pub fn not_held(blueprint: &Blueprint, scenario: &Scenario) -> Vec<(NotHeld, Vec<String>)> {
    let others = blueprint.scenarios().iter().filter(|other| other.id() != scenario.id());
    let others: Vec<String> = others.map(|other| other.name().to_owned()).collect();
    let steps = || scenario.steps().values();
    let lanes = scenario.lanes().iter();
    let lanes = lanes.filter(|(id, _)| !steps().any(|step| step.lane == **id));
    let phases = scenario.phases().iter();
    let phases = phases.filter(|(id, _)| !steps().any(|step| step.phase == **id));
    let empty = lanes.map(|(_, lane)| &lane.name).chain(phases.map(|(_, phase)| &phase.name));
    let empty: Vec<String> = empty.filter(|name| !name.trim().is_empty()).cloned().collect();
    let elements: Vec<String> =
        scenario.elements().values().map(|element| element.name.clone()).collect();
    let has_typology = scenario.typology() != Typology::default();
    let simulation = scenario.simulation_rules();
    let of_others = Sections::default();
    let sections = Sections {
        simulation,
        relation: of_others.relation,
        factors: of_others.factors,
        ..scenario.sections().clone()
    };
    let planned = blueprint.sheets().iter().map(|(_, sheet)| sheet.name.clone()).collect();
    let all = [
        (NotHeld::Scenarios, !others.is_empty(), others),
        (NotHeld::EmptyBands, !empty.is_empty(), empty),
        (NotHeld::Surroundings, has_typology || !elements.is_empty(), elements),
        (NotHeld::RedesignRules, sections != Sections::default(), Vec::new()),
        (NotHeld::Day, knows_days(scenario), Vec::new()),
        (NotHeld::Judgements, is_judged(blueprint, scenario), Vec::new()),
        (NotHeld::PlanningSheets, !blueprint.sheets().is_empty(), planned),
        (NotHeld::OnlyToday, blueprint.only_today(), Vec::new()),
        (NotHeld::Rates, blueprint.rates() != RateUnit::Hour, Vec::new()),
    ];
    all.into_iter().filter(|(_, is, _)| *is).map(|(what, _, names)| (what, names)).collect()
}

/// Whether a scenario has what only a simulation of it knows.
fn knows_days(scenario: &Scenario) -> bool {
    let waits = |step: &Step| {
        let is_patient = step.wait.as_ref().is_some_and(|wait| wait.patience.is_some());
        is_patient || step.priority.is_some() || step.batch_wait.is_some()
    };
    scenario.demand().day.is_some()
        || !scenario.demand().urgency.is_empty()
        || scenario.roles().values().any(|role| !role.shifts.is_empty())
        || scenario.simulation_rules() != SimulationRules::default()
        || scenario.steps().values().any(|step| waits(step))
}

/// Whether something is judged, measured, planned or laid down that no column holds.
fn is_judged(blueprint: &Blueprint, scenario: &Scenario) -> bool {
    let is_said = |step: &Step| {
        let Step { purpose, skills, manner, result, revised, fail, .. } = step;
        let answers = fail.as_ref().is_some_and(|fail| {
            fail.cause.is_some()
                || !fail.guard.is_empty()
                || fail.guard_kind.is_some()
                || fail.response.is_some()
                || fail.recovered.is_some()
        });
        [purpose, skills, manner, result].iter().any(|text| !text.is_empty())
            || revised.is_some()
            || answers
    };
    let is_able = |role: &Role| !role.skills.is_empty() || !role.authority.is_empty();
    !blueprint.judgements().is_empty()
        || scenario.customer_relation() != CustomerRelation::default()
        || *scenario.design_factors() != DesignFactors::default()
        || scenario.phases().values().any(|phase| phase.stage.is_some())
        || scenario.elements().values().any(|element| element.staff_rating.is_some())
        || scenario.roles().values().any(|role| is_able(role))
        || scenario.steps().values().any(|step| is_said(step))
}
