//! The quality of a service in words: dimensions, findings, and what is wrong with tables of answers.

use super::numbers::Amount;
use super::texts::Wording;
use crate::blueprint::{
    ActionStage, Better, Blueprint, DesignFactor, IndicatorView, LogEntry, QualityDimension,
    RiskResponse, Scale, Scenario,
};
use crate::exchange::{SurveyFault, SurveyTableError};
use crate::quality::{
    Assessment, BudgetFigures, DesignFacts, Finding, FindingCode, FindingPlace, MORE, VerdictCode,
    VerdictLine, schedule,
};

/// How many mistakes of a table are named before the rest is counted.
const MISTAKES_NAMED: usize = 12;

impl Wording {
    /// A dimension of quality.
    #[must_use]
    pub fn quality_dimension(&self, dimension: QualityDimension) -> &str {
        self.text(match dimension {
            QualityDimension::Reliability => "quality-dimension-reliability",
            QualityDimension::Responsiveness => "quality-dimension-responsiveness",
            QualityDimension::Assurance => "quality-dimension-assurance",
            QualityDimension::Empathy => "quality-dimension-empathy",
            QualityDimension::Tangibles => "quality-dimension-tangibles",
        })
    }

    /// A factor of the design of a place.
    #[must_use]
    pub fn design_factor(&self, factor: DesignFactor) -> &str {
        self.text(match factor {
            DesignFactor::Purpose => "factor-purpose",
            DesignFactor::Space => "factor-space",
            DesignFactor::Flexibility => "factor-flexibility",
            DesignFactor::Security => "factor-security",
            DesignFactor::Aesthetics => "factor-aesthetics",
            DesignFactor::Community => "factor-community",
        })
    }

    /// How the service answers to a risk.
    #[must_use]
    pub fn risk_response(&self, response: RiskResponse) -> &str {
        self.text(match response {
            RiskResponse::Avoid => "risk-avoid",
            RiskResponse::Transfer => "risk-transfer",
            RiskResponse::Reduce => "risk-reduce",
            RiskResponse::Accept => "risk-accept",
        })
    }

    /// The stage of a plan that an action belongs to.
    #[must_use]
    pub fn action_stage(&self, stage: ActionStage) -> &str {
        self.text(match stage {
            ActionStage::Prepare => "plan-stage-prepare",
            ActionStage::Implement => "plan-stage-implement",
            ActionStage::Evaluate => "plan-stage-evaluate",
            ActionStage::Optimise => "plan-stage-optimise",
        })
    }

    /// A view of the scorecard.
    #[must_use]
    pub fn indicator_view(&self, view: IndicatorView) -> &str {
        self.text(match view {
            IndicatorView::Customer => "indicator-view-customer",
            IndicatorView::Process => "indicator-view-process",
            IndicatorView::Finance => "indicator-view-finance",
            IndicatorView::Learning => "indicator-view-learning",
        })
    }

    /// Which values of an indicator are good.
    #[must_use]
    pub fn better(&self, better: Better) -> &str {
        self.text(match better {
            Better::Higher => "indicator-higher",
            Better::Lower => "indicator-lower",
            Better::Near => "indicator-near",
        })
    }

    /// The sentences of the classical questionnaire in its order.
    #[must_use]
    pub fn classical_items(&self) -> Vec<String> {
        [
            "quality-item-1",
            "quality-item-2",
            "quality-item-3",
            "quality-item-4",
            "quality-item-5",
            "quality-item-6",
            "quality-item-7",
            "quality-item-8",
            "quality-item-9",
            "quality-item-10",
            "quality-item-11",
            "quality-item-12",
            "quality-item-13",
            "quality-item-14",
            "quality-item-15",
            "quality-item-16",
            "quality-item-17",
            "quality-item-18",
            "quality-item-19",
            "quality-item-20",
            "quality-item-21",
            "quality-item-22",
        ]
        .map(|key| self.text(key).to_owned())
        .to_vec()
    }

    /// A gap or a reading, to two digits behind the point.
    #[must_use]
    pub fn reading(&self, value: f64) -> String {
        self.number((value * 100.0).round() / 100.0)
    }

    /// What all who are planned cost, against the budget: in a month, or for how long it pays them where nobody says
    /// how long the service is open.
    #[must_use]
    pub fn budget(&self, figures: &BudgetFigures, currency: &str) -> String {
        let money = |amount: f64| self.money(amount, currency);
        let hour = money(figures.cost_per_hour);
        match (figures.cost_per_month, figures.budget, figures.hours_a_day) {
            (Some(month), Some(budget), _) => {
                let key = if month > budget { "budget-over" } else { "budget-within" };
                let arguments = [("cost", money(month).into()), ("budget", money(budget).into())];
                self.with(key, &arguments)
            }
            (Some(month), None, _) => self.with("budget-month", &[("cost", money(month).into())]),
            (None, Some(budget), Some(hours)) => {
                let arguments = [
                    ("cost", hour.into()),
                    ("budget", money(budget).into()),
                    ("hours", self.number((hours * 10.0).round() / 10.0).into()),
                ];
                self.with("budget-pays-for", &arguments)
            }
            (None, ..) => self.with("budget-hour", &[("cost", hour.into())]),
        }
    }

    /// Where something is found.
    #[must_use]
    pub fn finding_place(
        &self,
        place: &FindingPlace,
        blueprint: &Blueprint,
        scenario: &Scenario,
    ) -> String {
        let judgements = blueprint.judgements();
        let name = match place {
            FindingPlace::Item(id) => {
                let item = judgements.quality.items.iter().find(|(own, _)| own == id);
                item.map(|(_, item)| item.text.as_str())
            }
            FindingPlace::Dimension(dimension) => Some(self.quality_dimension(*dimension)),
            FindingPlace::Step(id) | FindingPlace::Skill(id, _) => Some(self.step(*id, scenario)),
            FindingPlace::Element(id) => {
                scenario.elements().get(id).map(|element| element.name.as_str())
            }
            FindingPlace::Factor(factor) => Some(self.design_factor(*factor)),
            FindingPlace::Indicator(id) => {
                let indicator = judgements.indicators.iter().find(|(own, _)| own == id);
                indicator.map(|(_, indicator)| indicator.name.as_str())
            }
            FindingPlace::Action(id) => {
                let action = judgements.plan.actions.iter().find(|(own, _)| own == id);
                action.map(|(_, action)| action.name.as_str())
            }
            FindingPlace::Line(at) => {
                let line = judgements.log.get(*at);
                return line.map(|line| self.log_line(line)).unwrap_or_default();
            }
            FindingPlace::Whole => Some(scenario.name()),
        };
        name.unwrap_or_default().to_owned()
    }

    /// How many meet no failure, and of how many fail points that does not know.
    #[must_use]
    pub fn failure_free(&self, found: &Assessment) -> String {
        let share = self.marked_as(&found.failure_free_share, Self::percent);
        let free = self.with("quality-failure-free", &[("share", share.into())]);
        self.clauses(&[free].into_iter().chain(self.unknown_risks(found)).collect::<Vec<_>>())
    }

    /// Of how many fail points it is not known how often they fail; `None` where all are known.
    #[must_use]
    pub fn unknown_risks(&self, found: &Assessment) -> Option<String> {
        let count = found.unknown_risks;
        (count > 0).then(|| self.with("quality-risks-unknown", &[("count", count.into())]))
    }

    /// What the blueprint knows beside the stars of a factor of the design; `None` where it knows nothing.
    #[must_use]
    pub fn design_fact(&self, factor: DesignFactor, facts: &DesignFacts) -> Option<String> {
        match factor {
            DesignFactor::Flexibility => {
                let more = self.percent(MORE);
                if facts.keeps_up == Some(false) {
                    return Some(self.with("fact-cannot-keep-up", &[("more", more.into())]));
                }
                let (now, then) = facts.waits_s;
                let (now, then) = (self.time(now?), self.time(then?));
                let arguments = [("now", now.into()), ("then", then.into()), ("more", more.into())];
                Some(self.with("fact-flexibility", &arguments))
            }
            DesignFactor::Space => {
                let (inside, places) = facts.inside?;
                let arguments =
                    [("inside", self.reading(inside).into()), ("places", places.into())];
                Some(self.with("fact-space", &arguments))
            }
            DesignFactor::Security => {
                Some(self.with("fact-security", &[("count", facts.unguarded.into())]))
            }
            DesignFactor::Purpose | DesignFactor::Aesthetics | DesignFactor::Community => None,
        }
    }

    /// By how much an indicator misses its target, in its own unit.
    fn missed_by(&self, variance: f64, place: &FindingPlace, blueprint: &Blueprint) -> String {
        let indicators = &blueprint.judgements().indicators;
        let known = indicators.iter().find(|(id, _)| *place == FindingPlace::Indicator(*id));
        let Some((_, indicator)) = known else { return self.reading(variance) };
        if indicator.data.iter().any(|datum| datum.n.is_some()) {
            self.amount(Self::difference(Amount::Share(variance)))
        } else if indicator.figure.ends_with("_time_s") {
            self.time(variance)
        } else {
            self.reading(variance)
        }
    }

    /// When an action of the plan was to end.
    fn due(&self, place: &FindingPlace, blueprint: &Blueprint) -> String {
        let laid = schedule(&blueprint.judgements().plan, None);
        let actions = laid.iter().flat_map(|laid| &laid.actions);
        let own = actions.clone().find(|it| *place == FindingPlace::Action(it.action));
        own.map_or_else(|| self.text("no-figure").to_owned(), |it| self.date(it.end))
    }

    /// A line of the log by its date, and how it begins.
    fn log_line(&self, line: &LogEntry) -> String {
        let begins: String = line.text.chars().take(40).collect();
        self.labelled(&self.date(line.date), &begins)
    }

    /// A finding in a sentence.
    #[must_use]
    pub fn finding(&self, finding: &Finding, blueprint: &Blueprint, scenario: &Scenario) -> String {
        let place = self.finding_place(&finding.place, blueprint, scenario);
        let place = || place.as_str().into();
        let figure = finding.figure.unwrap_or_default();
        let gap = || self.reading(figure.abs()).into();
        match finding.code {
            FindingCode::GapWide => {
                self.with("finding-gap-wide", &[("place", place()), ("gap", gap())])
            }
            FindingCode::ZoneMissed => self.with("finding-zone-missed", &[("place", place())]),
            FindingCode::BasicUnmet => {
                self.with("finding-basic-unmet", &[("place", place()), ("gap", gap())])
            }
            FindingCode::Overkill => self.with("finding-overkill", &[("place", place())]),
            FindingCode::BeliefOff => {
                self.with("finding-belief-off", &[("place", place()), ("gap", gap())])
            }
            FindingCode::StandardLow => {
                self.with("finding-standard-low", &[("place", place()), ("gap", gap())])
            }
            FindingCode::DeliveryLow => {
                self.with("finding-delivery-low", &[("place", place()), ("gap", gap())])
            }
            FindingCode::PromiseHigh => {
                self.with("finding-promise-high", &[("place", place()), ("gap", gap())])
            }
            FindingCode::ElementPoor => {
                self.with("finding-element-poor", &[("place", place()), ("stars", figure.into())])
            }
            FindingCode::FactorPoor => {
                self.with("finding-factor-poor", &[("place", place()), ("stars", figure.into())])
            }
            FindingCode::RiskOpen => self.with("finding-risk-open", &[("place", place())]),
            FindingCode::GuardMissing => self.with("finding-guard-missing", &[("place", place())]),
            FindingCode::TargetMissed => {
                let variance = self.missed_by(figure.abs(), &finding.place, blueprint);
                let arguments = [("place", place()), ("variance", variance.into())];
                let said = self.with("finding-target-missed", &arguments);
                self.as_measured(said, &finding.place, blueprint, scenario)
            }
            FindingCode::OutOfControl => {
                let said = self.with("finding-out-of-control", &[("place", place())]);
                self.as_measured(said, &finding.place, blueprint, scenario)
            }
            FindingCode::FigureUnknown => {
                self.with("finding-figure-unknown", &[("place", place())])
            }
            FindingCode::NameLost => self.with("finding-name-lost", &[("place", place())]),
            FindingCode::StandardMissing => {
                self.with("finding-standard-missing", &[("place", place())])
            }
            FindingCode::ReviewDue => {
                let days = self.number(figure);
                self.with("finding-review-due", &[("place", place()), ("days", days.into())])
            }
            FindingCode::SkillMissing => {
                let skill = match &finding.place {
                    FindingPlace::Skill(_, skill) => skill.as_str(),
                    _ => "",
                };
                self.with("finding-skill-missing", &[("place", place()), ("skill", skill.into())])
            }
            FindingCode::PlanLate => {
                let due = self.due(&finding.place, blueprint);
                let arguments = [("place", place()), ("days", figure.into()), ("due", due.into())];
                self.with("finding-plan-late", &arguments)
            }
            FindingCode::DoneBeforeStart => {
                let arguments = [("place", place()), ("days", figure.into())];
                self.with("finding-done-before-start", &arguments)
            }
            FindingCode::OverBudget => {
                let money = self.money(figure, blueprint.currency());
                self.with("finding-over-budget", &[("money", money.into())])
            }
            FindingCode::SadEnd => self.with("finding-sad-end", &[("place", place())]),
            FindingCode::SurveyVaries => {
                let sd = self.reading(figure);
                self.with("finding-survey-varies", &[("place", place()), ("sd", sd.into())])
            }
            FindingCode::SurveyCovariance => {
                let quality = &blueprint.judgements().quality;
                let odd = quality.surveys.iter().filter(|it| it.has_odd_covariance(quality.scale));
                let names: Vec<&str> = odd.map(|survey| survey.source.as_str()).collect();
                let names = self.list(&names, names.len());
                self.with("finding-survey-covariance", &[("source", names.into())])
            }
        }
    }

    /// What is said of an indicator, with the scenario on which it was measured where that is another one: what was
    /// measured is true of the first.
    fn as_measured(
        &self,
        said: String,
        place: &FindingPlace,
        blueprint: &Blueprint,
        scenario: &Scenario,
    ) -> String {
        let FindingPlace::Indicator(id) = place else { return said };
        let first = blueprint.baseline();
        let indicators = &blueprint.judgements().indicators;
        let is_measured = indicators.iter().any(|(own, it)| own == id && !it.data.is_empty());
        if !is_measured || first.id() == scenario.id() {
            return said;
        }
        let on = self.with("quality-measured-on", &[("name", first.name().into())]);
        self.clauses(&[said, on])
    }

    /// A line of the verdict.
    #[must_use]
    pub fn quality_verdict(
        &self,
        line: &VerdictLine,
        blueprint: &Blueprint,
        scenario: &Scenario,
    ) -> String {
        let place = self.finding_place(&line.place, blueprint, scenario);
        let counted = [("count", line.count.into()), ("place", place.as_str().into())];
        match line.code {
            VerdictCode::Sorest => {
                let by = self.reading(line.figure.unwrap_or_default());
                let by = line.interval.map_or(by.clone(), |(low, high)| {
                    let (low, high) = (self.reading(low), self.reading(high));
                    let arguments =
                        [("score", by.into()), ("low", low.into()), ("high", high.into())];
                    self.with("quality-whole-interval", &arguments)
                });
                if line.count > 1 {
                    let more = line.count - 1;
                    let arguments =
                        [("place", place.into()), ("gap", by.into()), ("more", more.into())];
                    return self.with("quality-sorest-tied", &arguments);
                }
                let arguments = [("place", place.into()), ("gap", by.into())];
                self.with("quality-sorest", &arguments)
            }
            VerdictCode::WidestGap(number) => {
                let (ought, is) = line.ends.unwrap_or_default();
                let arguments = [
                    ("number", number.into()),
                    ("place", place.into()),
                    ("ought", self.number(ought).into()),
                    ("is", self.number(is).into()),
                ];
                self.with("quality-widest-gap", &arguments)
            }
            VerdictCode::BasicsUnmet => self.with("quality-basics", &counted),
            VerdictCode::RisksOpen => self.with("quality-risks-open", &counted),
            VerdictCode::TargetsMissed => {
                let said = self.with("quality-targets-missed", &counted);
                self.as_measured(said, &line.place, blueprint, scenario)
            }
            VerdictCode::Late => {
                let [count, place] = counted;
                let days = ("days", line.figure.unwrap_or_default().into());
                let due = ("due", self.due(&line.place, blueprint).into());
                self.with("quality-actions-late", &[count, place, days, due])
            }
        }
    }

    /// What is wrong with a table of answers, one line to a mistake.
    #[must_use]
    pub fn survey_errors(&self, errors: &[SurveyTableError], scale: Scale) -> String {
        let named = errors.iter().take(MISTAKES_NAMED);
        let mut lines: Vec<String> = named.map(|error| self.survey_error(error, scale)).collect();
        if errors.len() > MISTAKES_NAMED {
            let more = self.number((errors.len() - MISTAKES_NAMED) as f64);
            lines.push(self.with("survey-more", &[("count", more.into())]));
        }
        lines.join("\n")
    }

    fn survey_error(&self, error: &SurveyTableError, scale: Scale) -> String {
        let column = error.column.as_str();
        let why = match &error.fault {
            SurveyFault::Table => {
                return self.in_row(error, self.text("survey-fault-table").to_owned());
            }
            SurveyFault::Empty => return self.text("survey-fault-empty").to_owned(),
            SurveyFault::NoForm => {
                return self.in_row(error, self.text("survey-fault-no-form").to_owned());
            }
            SurveyFault::UnknownColumn => {
                let said = self.with("survey-fault-unknown-column", &[("column", column.into())]);
                return self.in_row(error, said);
            }
            SurveyFault::DoubledColumn => {
                let said = self.with("survey-fault-doubled-column", &[("column", column.into())]);
                return self.in_row(error, said);
            }
            SurveyFault::Unpaired(partner) => {
                let arguments = [("column", column.into()), ("partner", partner.as_str().into())];
                return self.in_row(error, self.with("survey-fault-unpaired", &arguments));
            }
            SurveyFault::CellCount { found, expected } => {
                let arguments = [
                    ("row", error.row.to_string().into()),
                    ("found", (*found).into()),
                    ("expected", (*expected).into()),
                ];
                return self.with("survey-fault-cells", &arguments);
            }
            SurveyFault::NotANumber => self.text("survey-fault-not-a-number").to_owned(),
            SurveyFault::OffTheScale => {
                let (low, high) = (self.number(scale.low), self.number(scale.high));
                let arguments = [("low", low.into()), ("high", high.into())];
                self.with("survey-fault-off-scale", &arguments)
            }
            SurveyFault::TooWide(hundredths) => {
                let most = self.reading(f64::from(*hundredths) / 100.0);
                self.with("survey-fault-too-wide", &[("most", most.into())])
            }
            SurveyFault::NotAnAnswer => self.text("survey-fault-not-an-answer").to_owned(),
            SurveyFault::Refused(refusal) => self.refusal(*refusal).to_owned(),
            SurveyFault::NoDimension => self.text("survey-fault-no-dimension").to_owned(),
            SurveyFault::DoubledItem => self.text("survey-fault-doubled-item").to_owned(),
            SurveyFault::NoItem => self.text("survey-fault-no-item").to_owned(),
        };
        let arguments = [
            // As text, so that no thousands are marked.
            ("row", error.row.to_string().into()),
            ("column", column.into()),
            ("text", error.text.as_str().into()),
            ("why", why.into()),
        ];
        self.with("survey-fault-at", &arguments)
    }

    /// What is said of a row as a whole, with its number where it is known.
    fn in_row(&self, error: &SurveyTableError, said: String) -> String {
        if error.row == 0 {
            return said;
        }
        // As text, so that no thousands are marked.
        let arguments = [("row", error.row.to_string().into()), ("why", said.into())];
        self.with("survey-fault-in-row", &arguments)
    }
}
