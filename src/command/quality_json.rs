//! The quality of a service as JSON. What is absent is null.

use serde_json::{Map, Value, json};

use crate::blueprint::{
    Blueprint, DesignFactor, Dimension, QualityDimension, RiskResponse, Scenario, Stars, StepId,
};
use crate::process::Severity;
use crate::quality::{
    Assessment, ChartKind, ControlChart, Emotions, FindingCode, FindingPlace, ItemFigures,
    KanoFigures, Quadrant, ResourceKind, Rule, ToleranceZone, WeightsFrom,
};

/// The fewest of a role with which every class waits within its limit.
pub struct Heads<'a> {
    /// The role that people queue for.
    pub role: &'a str,
    /// How many, if any number does.
    pub least: Option<u32>,
}

/// A dimension of the surroundings as in JSON.
fn surroundings_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Ambient => "ambient",
        Dimension::Space => "space",
        Dimension::Signs => "signs",
    }
}

/// The name of a value in a list of names.
fn named<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> Option<&'static str> {
    names.iter().find(|(_, other)| *other == value).map(|(name, _)| *name)
}

/// A dimension as in JSON: in small letters.
fn dimension_name(dimension: QualityDimension) -> Option<String> {
    named(&QualityDimension::NAMES, dimension).map(str::to_lowercase)
}

fn response_name(response: Option<RiskResponse>) -> Option<String> {
    response.and_then(|it| named(&RiskResponse::NAMES, it)).map(str::to_lowercase)
}

/// The scenario on which surveys and indicators were measured, where it is another: they are true of the first.
pub fn measured_on<'a>(blueprint: &'a Blueprint, scenario: &Scenario) -> Option<&'a Scenario> {
    let judgements = blueprint.judgements();
    let is_measured = !judgements.quality.surveys.is_empty()
        || judgements.indicators.iter().any(|(_, it)| !it.data.is_empty());
    let first = blueprint.baseline();
    (is_measured && first.id() != scenario.id()).then_some(first)
}

/// Everything.
pub fn value(
    blueprint: &Blueprint,
    scenario: &Scenario,
    found: &Assessment,
    heads: Option<&Heads<'_>>,
) -> Value {
    let scores = &found.scores;
    let weights: Map<String, Value> = QualityDimension::ALL
        .into_iter()
        .zip(scores.weights)
        .filter_map(|(it, weight)| Some((dimension_name(it)?, json!(weight))))
        .collect();
    let gaps: Map<String, Value> =
        scores.gaps.named().into_iter().map(|(name, gap)| (name.to_owned(), json!(gap))).collect();
    let items: Vec<Value> = found.items.iter().map(|it| item(it, blueprint, scenario)).collect();
    json!({
        "respondents": scores.respondents,
        "measured_on": measured_on(blueprint, scenario).map(Scenario::name),
        "weights": weights,
        "weights_from": match scores.weights_from {
            WeightsFrom::Customers => "customers",
            WeightsFrom::Hand => "hand",
            WeightsFrom::Study => "study",
        },
        "dimensions": dimensions(found),
        "servqual_weighted": scores.servqual_weighted,
        "servqual_low": scores.interval.map(|it| it.0),
        "servqual_high": scores.interval.map(|it| it.1),
        "servqual_unweighted": scores.servqual_unweighted,
        "servperf": scores.servperf,
        "gaps": gaps,
        "items": items,
        "surroundings": surroundings(found),
        "emotion": found.emotion.as_ref().map(emotion),
        "failure_free_share": found.failure_free_share.value,
        "failures_per_customer": found.failures_per_customer.value,
        "unknown_risks": found.unknown_risks,
        "risks": risks(found, scenario),
        "indicators": indicators(found, blueprint, scenario),
        "resources": resources(found, scenario),
        "budget": found.budget.map(|it| json!({
            "cost_per_hour": it.cost_per_hour,
            "cost_per_month": it.cost_per_month,
            "budget": it.budget,
            "hours_a_day": it.hours_a_day,
        })),
        "customer_value": found.customer_value.map(|it| it.value),
        "win_back_value": found.customer_value.and_then(|it| it.win_back_value),
        "urgency": urgency(found, scenario),
        "urgency_heads": heads.map(|it| json!({ "role": it.role, "least": it.least })),
        "findings": findings(found, blueprint, scenario),
        "basis": basis(found),
    })
}

fn dimensions(found: &Assessment) -> Vec<Value> {
    found
        .scores
        .dimensions
        .iter()
        .map(|it| {
            json!({
                "name": dimension_name(it.dimension),
                "n": it.n,
                "expected": it.expected,
                "perceived": it.perceived,
                "gap": it.gap,
                "gap_low": it.interval.map(|it| it.0),
                "gap_high": it.interval.map(|it| it.1),
                "weight": it.weight,
            })
        })
        .collect()
}

fn risks(found: &Assessment, scenario: &Scenario) -> Vec<Value> {
    let step = |id: &StepId| scenario.steps().get(id).map(|step| step.name.as_str());
    found
        .risks
        .iter()
        .map(|it| {
            let fail = scenario.steps().get(&it.step).and_then(|step| step.fail.as_ref());
            json!({
                "step": step(&it.step),
                "what": fail.map(|fail| fail.what.as_str()),
                "per_customer": it.per_customer,
                "per_hour": it.per_hour,
                "per_day": it.per_day,
                "occurrence": it.occurrence,
                "rpn": it.rpn,
                "suggested": response_name(it.suggested),
                "response": response_name(it.response),
                "lost_per_hour": it.lost_per_hour,
            })
        })
        .collect()
}

fn resources(found: &Assessment, scenario: &Scenario) -> Vec<Value> {
    found
        .resources
        .iter()
        .map(|it| {
            let names = it.roles.iter().filter_map(|id| found.role_name(*id, scenario));
            let names: Vec<&str> = names.collect();
            json!({
                "role": names.join(" | "),
                "kind": named(&ResourceKind::NAMES, it.kind),
                "count": it.count,
                "needed": it.needed,
                "planned": it.planned,
                "gap": it.gap,
                "cost_per_hour": it.cost_per_hour,
                "cost_per_month": it.cost_per_month,
            })
        })
        .collect()
}

fn urgency(found: &Assessment, scenario: &Scenario) -> Vec<Value> {
    found
        .urgency
        .iter()
        .map(|it| {
            let class = scenario.demand().urgency.get(it.class);
            json!({
                "name": class.map(|class| class.name.as_str()),
                "wait_s": it.wait_s.value,
                "within_limit": it.within_limit,
                "basis": it.wait_s.value.map(|_| it.wait_s.basis.name()),
            })
        })
        .collect()
}

fn findings(found: &Assessment, blueprint: &Blueprint, scenario: &Scenario) -> Vec<Value> {
    found
        .findings
        .iter()
        .map(|it| {
            json!({
                "code": named(&FindingCode::NAMES, it.code),
                "severity": match it.code.severity() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Hint => "hint",
                },
                "place": place(&it.place, blueprint, scenario),
                "figure": it.figure,
            })
        })
        .collect()
}

/// What the figures rest on that are there.
fn basis(found: &Assessment) -> Map<String, Value> {
    let scores = &found.scores;
    let measured = [
        ("servqual_weighted", scores.servqual_weighted),
        ("servqual_unweighted", scores.servqual_unweighted),
        ("servperf", scores.servperf),
    ];
    let is_surveyed = scores.respondents.is_some();
    let measured = measured
        .into_iter()
        .filter(|(_, value)| value.is_some() && is_surveyed)
        .map(|(name, _)| (name.to_owned(), json!("measured")));
    let failing = [
        ("failure_free_share", &found.failure_free_share),
        ("failures_per_customer", &found.failures_per_customer),
    ];
    let failing = failing
        .into_iter()
        .filter(|(_, figure)| figure.value.is_some())
        .map(|(name, figure)| (name.to_owned(), json!(figure.basis.name())));
    measured.chain(failing).collect()
}

fn item(it: &ItemFigures, blueprint: &Blueprint, scenario: &Scenario) -> Value {
    let quality = &blueprint.judgements().quality;
    let about = quality.items.iter().find(|(id, _)| *id == it.item).map(|(_, item)| item);
    let steps: Vec<&str> = about
        .into_iter()
        .flat_map(|item| &item.steps)
        .filter_map(|id| Some(scenario.steps().get(id)?.name.as_str()))
        .collect();
    let mut all = Map::new();
    let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
    put("name", json!(about.map(|item| item.text.as_str())));
    put("dimension", json!(about.and_then(|item| dimension_name(item.dimension?))));
    put("steps", json!(steps));
    put("n", json!(it.n));
    for (name, reading) in it.readings.named().into_iter().chain(it.gaps.named()) {
        put(name, json!(reading));
    }
    put("gap_low", json!(it.gap_interval.map(|it| it.0)));
    put("gap_high", json!(it.gap_interval.map(|it| it.1)));
    put("adequacy", json!(it.adequacy));
    put("superiority", json!(it.superiority));
    put("satisfaction", json!(it.satisfaction));
    put(
        "zone",
        json!(it.zone.map(|zone| match zone {
            ToleranceZone::Below => "below",
            ToleranceZone::Within => "within",
            ToleranceZone::Above => "above",
        })),
    );
    put("importance", json!(it.importance));
    put(
        "quadrant",
        json!(it.quadrant.map(|quadrant| match quadrant {
            Quadrant::Concentrate => "concentrate",
            Quadrant::KeepUp => "keep_up",
            Quadrant::LowPriority => "low_priority",
            Quadrant::Overkill => "overkill",
        })),
    );
    put("kano", it.kano.as_ref().map_or(Value::Null, kano));
    Value::Object(all)
}

fn kano(it: &KanoFigures) -> Value {
    json!({
        "category": it.category.letter(),
        "better": it.better,
        "worse": it.worse,
        "total_strength": it.total_strength,
        "category_strength": it.category_strength,
        "mixed": it.mixed,
    })
}

fn surroundings(found: &Assessment) -> Value {
    let dimensions: Vec<Value> = found
        .surroundings
        .dimensions
        .iter()
        .map(|it| {
            json!({
                "name": surroundings_name(it.dimension),
                "rated": it.rated,
                "mean_stars": it.mean_stars,
            })
        })
        .collect();
    let factors: Vec<Value> = found
        .surroundings
        .factors
        .iter()
        .map(|(factor, stars)| {
            let name = named(&DesignFactor::NAMES, *factor).map(str::to_lowercase);
            json!({ "name": name, "stars": stars.map(Stars::get) })
        })
        .collect();
    json!({ "dimensions": dimensions, "factors": factors })
}

fn emotion(it: &Emotions) -> Value {
    json!({ "peak": it.peak.1, "low": it.low.1, "end": it.end.1, "mean": it.mean })
}

fn indicators(found: &Assessment, blueprint: &Blueprint, scenario: &Scenario) -> Vec<Value> {
    let first = Some(blueprint.baseline()).filter(|first| first.id() != scenario.id());
    let judged = &blueprint.judgements().indicators;
    found
        .indicators
        .iter()
        .zip(judged)
        .map(|(it, (_, about))| {
            let chart = it.chart.as_ref();
            let limits = chart.and_then(ControlChart::last_limits);
            let signals: Vec<Value> = chart
                .into_iter()
                .flat_map(|chart| &chart.signals)
                .map(|signal| {
                    json!({
                        "date": signal.date.to_string(),
                        "rule": named(&Rule::NAMES, signal.rule),
                    })
                })
                .collect();
            json!({
                "name": about.name,
                "measured_on": first.filter(|_| !about.data.is_empty()).map(|it| it.name()),
                "latest": it.latest,
                "latest_low": it.interval.map(|it| it.0),
                "latest_high": it.interval.map(|it| it.1),
                "target": about.target,
                "variance": it.variance,
                "met": it.met,
                "chart": chart.map(|chart| match chart.kind {
                    ChartKind::Run => "run",
                    ChartKind::Trial => "trial",
                    ChartKind::Control => "control",
                }),
                "centre": chart.map(|chart| chart.centre),
                "lower": limits.map(|it| it.0),
                "upper": limits.map(|it| it.1),
                "signals": signals,
                "blueprint": it.blueprint,
            })
        })
        .collect()
}

/// Where something is found, by the name that it has in the file.
fn place(place: &FindingPlace, blueprint: &Blueprint, scenario: &Scenario) -> Option<String> {
    let judgements = blueprint.judgements();
    Some(match place {
        FindingPlace::Item(id) => {
            judgements.quality.items.iter().find(|it| it.0 == *id)?.1.text.clone()
        }
        FindingPlace::Dimension(dimension) => dimension_name(*dimension)?,
        FindingPlace::Step(id) | FindingPlace::Skill(id, _) => {
            scenario.steps().get(id)?.name.clone()
        }
        FindingPlace::Element(id) => scenario.elements().get(id)?.name.clone(),
        FindingPlace::Factor(factor) => named(&DesignFactor::NAMES, *factor)?.to_lowercase(),
        FindingPlace::Indicator(id) => {
            judgements.indicators.iter().find(|it| it.0 == *id)?.1.name.clone()
        }
        FindingPlace::Action(id) => {
            judgements.plan.actions.iter().find(|it| it.0 == *id)?.1.name.clone()
        }
        FindingPlace::Line(at) => judgements.log.get(*at)?.text.clone(),
        FindingPlace::Whole => return None,
    })
}
