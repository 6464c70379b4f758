//! The values of a file, checked one by one and put together to a document.

use super::FORMAT_VERSION;
use super::at::{At, Fault, HIGHEST_ID};
use super::blame::parts_fault;
use super::errors::DecodeProblem;
use super::fields::FileStep;
use super::file_values::Written;
use super::sections::sections;
use super::version1::{
    FileBlueprint, FileComplexity, FileDimension, FileElement, FileLane, FileLink, FileLinkKind,
    FileParticipation, FilePhase, FileScenario, FileTypology, FileZone, OUTSIDE, rates_of,
};
use crate::blueprint::{
    Blueprint, Complexity, Dimension, Element, Id, IdSource, Lane, LaneHeight, LaneId, Link,
    LinkEnd, LinkKind, Participation, Parts, Phase, PhaseId, PhaseWidth, Place, Refusal, Role,
    Scenario, ScenarioId, SheetPoint, Step, StepId, StepKind, Typology, Zone, link_label,
};

/// The version of the format that a file says it has.
pub fn version(file: &FileBlueprint) -> Result<u32, Fault> {
    At::ROOT
        .field("version")
        .small(file.version.unwrap_or(f64::from(FORMAT_VERSION)), 1..=HIGHEST_ID)
}

/// The document that a file describes.
pub fn blueprint(at: &At<'_>, file: FileBlueprint) -> Result<Blueprint, Fault> {
    let next: u32 = at.field("next_id").small(file.next_id.unwrap_or(1.0), 0..=HIGHEST_ID)?;
    let mut ids = IdSource::starting_at(next);
    let of_stops = file.lesson.iter().flat_map(super::lesson::numbers_in);
    let judged = super::judgements::numbers_in(&file);
    let all = file
        .scenarios
        .iter()
        .flat_map(numbers_in)
        .chain(of_stops)
        .chain(judged)
        .chain(file.sheets.iter().map(|sheet| sheet.id));
    for number in all.flatten() {
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
    let judgements = super::judgements::read(at, &file, &scenarios, &mut ids)?;
    let lesson = file.lesson.as_ref();
    let lesson = lesson
        .map(|lesson| super::lesson::read(&at.field("lesson"), lesson, &mut ids))
        .transpose()?;
    let sheets = super::sheets::read(at, &file.sheets, &mut ids)?;
    let discussion =
        super::discussion::read(at, file.asked.as_ref(), &file.comments, &file.reviews)?;
    let mut blueprint = Blueprint::assemble(file.title, file.currency, scenarios, ids);
    blueprint.set_unit(file.unit);
    blueprint.set_lineage(file.lineage);
    blueprint.set_judgements(judgements);
    blueprint.set_lesson(lesson);
    blueprint.set_sheets(sheets);
    blueprint.set_discussion(discussion);
    blueprint.set_rates(file.rates.as_deref().and_then(rates_of).unwrap_or_default());
    blueprint.set_only_today(file.redesign.only_today);
    Ok(blueprint)
}

/// Every number that something in a scenario has.
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
        by: file.by.clone(),
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
    phase.stage = at.field("stage").word(file.stage);
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
        rating: at.field("rating").stars(file.rating)?,
        staff_rating: at.field("staff_rating").stars(file.staff_rating)?,
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
        label: {
            let at = at.field("label");
            link_label(&file.label).map_err(|refusal| at.refuse(&file.label, refusal))?
        },
    })
}
