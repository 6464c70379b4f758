//! The values of a file, checked one by one and put together to a document.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use super::FORMAT_VERSION;
use super::blame::parts_fault;
use super::errors::{DecodeProblem, Position};
use super::fields::FileStep;
use super::outline::Segment;
use super::sections::sections;
use super::version1::{
    FileBlueprint, FileComplexity, FileDimension, FileElement, FileFail, FileLane, FileLink,
    FileLinkKind, FileNeed, FileParticipation, FilePhase, FileScenario, FileTypology, FileZone,
    OUTSIDE, UNLIMITED, Written, rates_of,
};
use crate::blueprint::notation::{parse_share, parse_span, parse_time};
use crate::blueprint::{
    Blueprint, Complexity, Dimension, Element, FailPoint, Id, IdSource, Lane, LaneHeight, LaneId,
    Link, LinkEnd, LinkKind, Need, Participation, Parts, Phase, PhaseId, PhaseWidth, Place, Places,
    Quantity, Rating, Refusal, Role, Scenario, ScenarioId, ServiceTime, Share, SheetPoint, Span,
    Stars, Step, StepId, StepKind, TimeUnit, Typology, Zone,
};

/// The highest number that a thing in a file may bear: beyond it too few are left to hand out.
const HIGHEST_ID: i64 = 4_000_000_000;

/// A mistake, before it is located.
pub struct Fault {
    pub path: Vec<Segment>,
    pub position: Option<Position>,
    pub problem: DecodeProblem,
}

/// The way to the value at hand; it becomes a path only when there is a mistake.
pub struct At<'a> {
    up: Option<&'a At<'a>>,
    field: &'static str,
    index: Option<usize>,
}

/// A number as a message shows it: one of hundreds of digits by its exponent.
fn shown(value: f64) -> String {
    if value.is_finite() && value.abs() > 1e21 { format!("{value:e}") } else { value.to_string() }
}

impl At<'static> {
    pub const ROOT: Self = Self { up: None, field: "", index: None };
}

impl At<'_> {
    pub fn field(&self, field: &'static str) -> At<'_> {
        At { up: Some(self), field, index: None }
    }

    pub fn row(&self, field: &'static str, index: usize) -> At<'_> {
        At { up: Some(self), field, index: Some(index) }
    }

    /// One of the things in the list at hand.
    pub fn member(&self, index: usize) -> Self {
        Self { up: self.up, field: self.field, index: Some(index) }
    }

    fn path(&self) -> Vec<Segment> {
        let Some(up) = self.up else { return Vec::new() };
        let mut path = up.path();
        path.push(Segment::Field(self.field.to_owned()));
        path.extend(self.index.map(Segment::Index));
        path
    }

    pub fn fault(&self, problem: DecodeProblem) -> Fault {
        Fault { path: self.path(), position: None, problem }
    }

    pub fn refuse(&self, found: &dyn ToString, refusal: Refusal) -> Fault {
        self.fault(DecodeProblem::Value { found: found.to_string(), refusal })
    }

    pub fn quantity(&self, value: f64) -> Result<Quantity, Fault> {
        Quantity::new(value).map_err(|refusal| self.refuse(&shown(value), refusal))
    }

    fn whole(&self, value: f64, range: RangeInclusive<i64>) -> Result<i64, Fault> {
        // Every bound is far below 2^53, so the comparison is exact and the cast loses nothing.
        #[allow(clippy::cast_possible_truncation)]
        let whole = value as i64;
        let refusal = if !value.is_finite() {
            Refusal::NotANumber
        } else if value > *range.end() as f64 {
            Refusal::TooLarge
        } else if value < 0.0 && *range.start() >= 0 {
            Refusal::Negative
        } else if value.fract() != 0.0 || value < *range.start() as f64 {
            Refusal::NotACount
        } else {
            return Ok(whole);
        };
        Err(self.refuse(&shown(value), refusal))
    }

    pub fn small<T: TryFrom<i64>>(
        &self,
        value: f64,
        range: RangeInclusive<i64>,
    ) -> Result<T, Fault> {
        let whole = self.whole(value, range)?;
        T::try_from(whole).map_err(|_| self.refuse(&value, Refusal::TooLarge))
    }

    pub fn count(&self, value: Option<f64>) -> Result<NonZeroU32, Fault> {
        let value = value.unwrap_or(1.0);
        let count: u32 = self.small(value, 1..=i64::from(Role::MOST))?;
        NonZeroU32::new(count).ok_or_else(|| self.refuse(&value, Refusal::NotACount))
    }

    pub fn number<T: Id>(&self, value: f64) -> Result<T, Fault> {
        self.small(value, 0..=HIGHEST_ID).map(T::from_number)
    }

    fn own_number<T: Id>(&self, value: Option<f64>, ids: &mut IdSource) -> Result<T, Fault> {
        value.map_or_else(|| Ok(ids.fresh()), |value| self.field("id").number(value))
    }

    pub fn span(&self, written: Option<&Written>) -> Result<Option<Span>, Fault> {
        self.parsed(written, |text| parse_span(text, TimeUnit::Second))
    }

    pub fn time(&self, written: Option<&Written>) -> Result<Option<ServiceTime>, Fault> {
        self.parsed(written, |text| parse_time(text, TimeUnit::Second))
    }

    pub fn share(&self, written: Option<&Written>) -> Result<Option<Share>, Fault> {
        self.parsed(written, parse_share)
    }

    fn parsed<T>(
        &self,
        written: Option<&Written>,
        parse: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Fault> {
        let Some(Written(text)) = written else { return Ok(None) };
        parse(text).map(Some).map_err(|refusal| self.refuse(text, refusal))
    }
}

/// The version of the format that a file says it has.
pub fn version(file: &FileBlueprint) -> Result<u32, Fault> {
    At::ROOT
        .field("version")
        .small(file.version.unwrap_or(f64::from(FORMAT_VERSION)), 1..=HIGHEST_ID)
}

/// The document that a file describes.
pub fn blueprint(file: FileBlueprint) -> Result<Blueprint, Fault> {
    let at = At::ROOT;
    let next: u32 = at.field("next_id").small(file.next_id.unwrap_or(1.0), 0..=HIGHEST_ID)?;
    let mut ids = IdSource::starting_at(next);
    for number in file.scenarios.iter().flat_map(numbers_in).flatten() {
        // A number that is refused below needs no reserving.
        if let Ok(id) = at.number::<StepId>(number) {
            ids.reserve(id);
        }
    }
    let mut scenarios: Vec<Scenario> = Vec::with_capacity(file.scenarios.len());
    for (index, scenario) in file.scenarios.iter().enumerate() {
        let at = at.row("scenarios", index);
        let scenario = self::scenario(&at, scenario, &mut ids)?;
        if scenarios.iter().any(|other| other.id() == scenario.id()) {
            let (sort, number) = ("scenarios", scenario.id().number());
            let twice = crate::blueprint::PartsError::DuplicateId { sort, number };
            return Err(at.field("id").fault(DecodeProblem::Parts(twice)));
        }
        scenarios.push(scenario);
    }
    let mut blueprint = Blueprint::assemble(file.title, file.currency, scenarios, ids);
    blueprint.set_rates(file.rates.as_deref().and_then(rates_of).unwrap_or_default());
    blueprint.set_only_today(file.redesign.only_today);
    Ok(blueprint)
}

/// Every number that something in a scenario bears.
fn numbers_in(scenario: &FileScenario) -> impl Iterator<Item = Option<f64>> {
    std::iter::once(scenario.id)
        .chain(scenario.lanes.iter().map(|row| row.id))
        .chain(scenario.phases.iter().map(|row| row.id))
        .chain(scenario.roles.iter().map(|row| row.id))
        .chain(scenario.elements.iter().map(|row| row.id))
        .chain(scenario.steps.iter().map(|row| row.id))
        .chain(scenario.links.iter().map(|row| row.id))
}

fn scenario(at: &At<'_>, file: &FileScenario, ids: &mut IdSource) -> Result<Scenario, Fault> {
    let id: ScenarioId = at.own_number(file.id, ids)?;
    let mut parts = Parts {
        typology: typology(&file.typology),
        sections: sections(at, file)?,
        ..Parts::default()
    };
    file.demand.put_into(&at.field("demand"), &mut parts.demand)?;
    for (index, row) in file.lanes.iter().enumerate() {
        let at = at.row("lanes", index);
        parts.lanes.push((at.own_number(row.id, ids)?, lane(&at, row)?));
    }
    for (index, row) in file.phases.iter().enumerate() {
        let at = at.row("phases", index);
        parts.phases.push((at.own_number(row.id, ids)?, phase(&at, row)?));
    }
    if parts.lanes.is_empty() {
        parts.lanes.extend(Zone::ALL.map(|zone| (ids.fresh(), Lane::new(zone))));
    }
    if parts.phases.is_empty() {
        parts.phases.push((ids.fresh(), Phase::new("")));
    }
    for (index, row) in file.roles.iter().enumerate() {
        let at = at.row("roles", index);
        let mut role = Role::new("", 0);
        row.put_into(&at, &mut role)?;
        parts.roles.push((at.own_number(row.id, ids)?, role));
    }
    for (index, row) in file.elements.iter().enumerate() {
        let at = at.row("elements", index);
        parts.elements.push((at.own_number(row.id, ids)?, element(&at, row)?));
    }
    for (index, row) in file.steps.iter().enumerate() {
        let at = at.row("steps", index);
        let step = step(&at, row, &parts.lanes, &parts.phases)?;
        parts.steps.push((at.own_number(row.id, ids)?, step));
    }
    for (index, row) in file.links.iter().enumerate() {
        let at = at.row("links", index);
        parts.links.push((at.own_number(row.id, ids)?, link(&at, row)?));
    }
    Scenario::assemble(id, file.name.clone(), parts, ids)
        .map_err(|error| parts_fault(at, file, error))
}

fn typology(file: &FileTypology) -> Typology {
    Typology {
        participation: file.participation.map(|participation| match participation {
            FileParticipation::SelfService => Participation::SelfService,
            FileParticipation::Interpersonal => Participation::Interpersonal,
            FileParticipation::Remote => Participation::Remote,
        }),
        complexity: file.complexity.map(|complexity| match complexity {
            FileComplexity::Lean => Complexity::Lean,
            FileComplexity::Elaborate => Complexity::Elaborate,
        }),
    }
}

fn lane(at: &At<'_>, file: &FileLane) -> Result<Lane, Fault> {
    let mut lane = Lane::new(match file.zone {
        FileZone::Evidence => Zone::Evidence,
        FileZone::Customer => Zone::Customer,
        FileZone::Frontstage => Zone::Frontstage,
        FileZone::Backstage => Zone::Backstage,
        FileZone::Support => Zone::Support,
    });
    file.name.clone_into(&mut lane.name);
    lane.collapsed = file.collapsed;
    if let Some(height) = file.height {
        let at = at.field("height");
        lane.height = LaneHeight::new(at.small(height, 0..=i64::from(i32::MAX))?)
            .map_err(|refusal| at.refuse(&height, refusal))?;
    }
    Ok(lane)
}

fn phase(at: &At<'_>, file: &FilePhase) -> Result<Phase, Fault> {
    let mut phase = Phase::new(file.name.as_str());
    if let Some(width) = file.width {
        let at = at.field("width");
        phase.width = PhaseWidth::new(at.small(width, 0..=i64::from(i32::MAX))?)
            .map_err(|refusal| at.refuse(&width, refusal))?;
    }
    Ok(phase)
}

fn element(at: &At<'_>, file: &FileElement) -> Result<Element, Fault> {
    Ok(Element {
        name: file.name.clone(),
        dimension: match file.dimension {
            FileDimension::Ambient => Dimension::Ambient,
            FileDimension::Space => Dimension::Space,
            FileDimension::Signs => Dimension::Signs,
        },
        note: file.note.clone(),
        rating: file
            .rating
            .map(|rating| {
                let at = at.field("rating");
                let stars = at.small(rating, 1..=5).map(Stars::new);
                stars.map_err(|_| at.refuse(&rating, Refusal::StarsRange))
            })
            .transpose()?,
    })
}

fn step(
    at: &At<'_>,
    file: &FileStep,
    lanes: &[(LaneId, Lane)],
    phases: &[(PhaseId, Phase)],
) -> Result<Step, Fault> {
    let mut step = Step::new("", StepKind::Action, place(at, file, lanes, phases)?);
    file.put_into(at, &mut step)?;
    Ok(step)
}

/// Where a step lies. Without a lane it is frontstage, without a phase in the first, without a
/// point in the middle of both.
fn place(
    at: &At<'_>,
    file: &FileStep,
    lanes: &[(LaneId, Lane)],
    phases: &[(PhaseId, Phase)],
) -> Result<Place, Fault> {
    let usual_lane = || lanes.iter().find(|(_, lane)| lane.zone == Zone::Frontstage);
    let lane = match (file.lane, usual_lane().or(lanes.first())) {
        (None, Some((lane, _))) => *lane,
        (lane, _) => at.field("lane").number(lane.unwrap_or_default())?,
    };
    let phase = match (file.phase, phases.first()) {
        (None, Some((phase, _))) => *phase,
        (phase, _) => at.field("phase").number(phase.unwrap_or_default())?,
    };
    let point = if let Some((x, y)) = file.at {
        let at = at.field("at");
        let reach = -i64::from(SheetPoint::FARTHEST)..=i64::from(SheetPoint::FARTHEST);
        SheetPoint::new(at.small(x, reach.clone())?, at.small(y, reach)?)
    } else {
        let width = phases.iter().find(|(id, _)| *id == phase).map(|(_, phase)| phase.width);
        let height = lanes.iter().find(|(id, _)| *id == lane).map(|(_, lane)| lane.height);
        SheetPoint::new(
            width.map_or(0, |width| width.units() / 2),
            height.map_or(0, |height| height.units() / 2),
        )
    };
    Ok(Place { lane, phase, at: point })
}

pub fn need(at: &At<'_>, file: &FileNeed) -> Result<Need, Fault> {
    let mut roles = Vec::with_capacity(file.roles.len());
    for (index, role) in file.roles.iter().enumerate() {
        roles.push(at.row("roles", index).number(*role)?);
    }
    Ok(Need { roles, count: at.field("count").count(file.count)?, keep: file.keep })
}

pub fn places(at: &At<'_>, Written(text): &Written) -> Result<Places, Fault> {
    if text.trim() == UNLIMITED {
        return Ok(Places::Unlimited);
    }
    let count = text.trim().parse().map_err(|_| at.refuse(text, Refusal::NotANumber))?;
    at.count(Some(count)).map(Places::Count)
}

pub fn fail(at: &At<'_>, file: &FileFail) -> Result<FailPoint, Fault> {
    let rating = |field, value: Option<f64>| {
        let at = at.field(field);
        value
            .map(|value| {
                // Whatever else is wrong with it, it is told the bounds.
                let whole = at.small(value, 1..=10).ok().and_then(|whole| Rating::new(whole).ok());
                whole.ok_or_else(|| at.refuse(&value, Refusal::RatingRange))
            })
            .transpose()
    };
    Ok(FailPoint {
        what: file.what.clone(),
        how_often: at.field("how_often").share(file.how_often.as_ref())?,
        severity: rating("severity", file.severity)?,
        detection: rating("detection", file.detection)?,
        recovery: file.recovery.clone(),
        recovery_step: file
            .recovery_step
            .map(|step| at.field("recovery_step").number(step))
            .transpose()?,
    })
}

fn link(at: &At<'_>, file: &FileLink) -> Result<Link, Fault> {
    let from_at = at.field("from");
    let missing =
        |field: &'static str| at.field(field).fault(DecodeProblem::FieldMissing { field });
    let from = file.from.ok_or_else(|| missing("from"))?;
    let to_at = at.field("to");
    let Written(to) = file.to.as_ref().ok_or_else(|| missing("to"))?;
    let to = if to.trim() == OUTSIDE {
        LinkEnd::Outside
    } else {
        let number = to.trim().parse().map_err(|_| to_at.refuse(to, Refusal::NotANumber))?;
        LinkEnd::Step(to_at.number(number)?)
    };
    Ok(Link {
        from: from_at.number(from)?,
        to,
        kind: match file.kind {
            FileLinkKind::Flow => LinkKind::Flow,
            FileLinkKind::Together => LinkKind::Together,
            FileLinkKind::Trigger => LinkKind::Trigger,
        },
        share: at.field("share").share(file.share.as_ref())?,
    })
}
