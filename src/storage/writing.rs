//! A blueprint as RON text, laid out for people: every row of a table on one line, every step a
//! block with one field per line, fields that hold the default left out, `\n` between lines.
//!
//! The layout is written out here and not left to a serialiser: a changed step then changes its
//! own lines only, and a text keeps its apostrophes.

use super::FORMAT_VERSION;
use super::fields;
use super::lines::Lines;
use super::row::{Row, text};
use super::sections::{section_list, section_rows};
use super::version1::{OUTSIDE, rates_word};
use super::words::word;
use super::{discussion, judgements, lesson, sheets};
use crate::blueprint::{
    Blueprint, Complexity, CustomerStage, Demand, DemandField, Dimension, Element, Field, Id, Lane,
    Link, LinkEnd, LinkKind, Participation, Phase, PhaseWidth, RateUnit, Role, RoleField, Scenario,
    Stars, Step, StepField, Typology, Zone,
};

/// Writes a blueprint as text. The same blueprint always gives the same text, and [`super::decode`]
/// reads it back to an equal blueprint. Linear.
#[must_use]
pub fn encode(blueprint: &Blueprint) -> String {
    let mut out = Lines::default();
    out.open("(");
    out.line(&format!("version: {FORMAT_VERSION},"));
    out.line(&format!("title: {},", text(blueprint.title())));
    if !blueprint.currency().is_empty() {
        out.line(&format!("currency: {},", text(blueprint.currency())));
    }
    if blueprint.rates() != RateUnit::default() {
        out.line(&format!("rates: {},", text(rates_word(blueprint.rates()))));
    }
    for (field, value) in [("unit", blueprint.unit()), ("lineage", blueprint.lineage())] {
        if !value.is_empty() {
            out.line(&format!("{field}: {},", text(value)));
        }
    }
    judgements::write_head(&mut out, blueprint.judgements());
    if blueprint.only_today() {
        out.line("redesign: (only_today: true),");
    }
    out.line(&format!("next_id: {},", blueprint.ids().next_number()));
    out.open("scenarios: [");
    for scenario in blueprint.scenarios() {
        write_scenario(&mut out, scenario);
    }
    out.close("],");
    sheets::write(&mut out, blueprint.sheets());
    judgements::write(&mut out, blueprint.judgements());
    if let Some(lesson) = blueprint.lesson() {
        lesson::write(&mut out, lesson);
    }
    discussion::write(&mut out, blueprint.discussion());
    out.close(")");
    out.text
}

/// A fingerprint of the service alone, without what is said about it and taught with it: twelve digits of a
/// hash of its text. Linear.
#[must_use]
pub fn model_fingerprint(blueprint: &Blueprint) -> String {
    let mut model = blueprint.clone();
    model.set_lesson(None);
    model.set_discussion(crate::blueprint::Discussion::default());
    model.set_lineage("");
    let text = encode(&model);
    // Which number comes next is no part of the service.
    let is_of_service = |line: &&str| !line.trim_start().starts_with("next_id:");
    let lines: Vec<&str> = text.lines().filter(is_of_service).collect();
    let hash = siphasher::sip::SipHasher13::new().hash(lines.join("\n").as_bytes());
    format!("{:012x}", hash >> 16)
}

fn write_scenario(out: &mut Lines, scenario: &Scenario) {
    out.open("(");
    out.line(&format!("id: {},", scenario.id()));
    out.line(&format!("name: {},", text(scenario.name())));
    if !scenario.by().is_empty() {
        out.line(&format!("by: {},", text(scenario.by())));
    }
    rows(out, "lanes", scenario.lanes().iter().map(|(id, lane)| lane_row(*id, lane)));
    rows(out, "phases", scenario.phases().iter().map(|(id, phase)| phase_row(*id, phase)));
    rows(out, "roles", scenario.roles().iter().map(|(id, role)| role_row(*id, role)));
    rows(out, "elements", scenario.elements().iter().map(|(id, e)| element_row(*id, e)));
    let own = [
        ("demand", demand_row(scenario.demand())),
        ("typology", typology_row(scenario.typology())),
    ];
    for (field, row) in own.into_iter().chain(section_rows(scenario.sections())) {
        if !row.fields.is_empty() {
            out.line(&format!("{field}: {},", row.on_one_line()));
        }
    }
    let (field, list) = section_list(scenario.sections());
    if !list.is_empty() {
        out.open(&format!("{field}: ["));
        for row in list {
            out.ended_line(&row, ",");
        }
        out.close("],");
    }
    if !scenario.steps().is_empty() {
        out.open("steps: [");
        for (id, step) in scenario.steps() {
            out.open("(");
            for field in step_row(*id, step).fields {
                out.ended_line(&field, ",");
            }
            out.close("),");
        }
        out.close("],");
    }
    rows(out, "links", scenario.links().iter().map(|(id, link)| link_row(*id, link)));
    out.close("),");
}

fn rows(out: &mut Lines, field: &str, rows: impl ExactSizeIterator<Item = Row>) {
    if rows.len() > 0 {
        out.open(&format!("{field}: ["));
        for row in rows {
            out.ended_line(&row.on_one_line(), ",");
        }
        out.close("],");
    }
}

fn lane_row(id: impl Id, lane: &Lane) -> Row {
    let zone = match lane.zone {
        Zone::Evidence => "Evidence",
        Zone::Customer => "Customer",
        Zone::Frontstage => "Frontstage",
        Zone::Backstage => "Backstage",
        Zone::Support => "Support",
    };
    let height = lane.height.units();
    Row::of(id)
        .text("name", &lane.name)
        .put("zone", zone)
        .some("height", (height != lane.zone.usual_height()).then_some(height))
        .flag("collapsed", lane.collapsed)
}

fn phase_row(id: impl Id, phase: &Phase) -> Row {
    let width = phase.width.units();
    Row::of(id)
        .text("name", &phase.name)
        .some("width", (width != PhaseWidth::USUAL).then_some(width))
        .some("stage", phase.stage.and_then(|stage| word(&CustomerStage::NAMES, stage)))
}

fn role_row(id: impl Id, role: &Role) -> Row {
    RoleField::ALL.iter().fold(Row::of(id), |row, field| fields::write(row, role, *field))
}

fn element_row(id: impl Id, element: &Element) -> Row {
    let dimension = match element.dimension {
        Dimension::Ambient => "Ambient",
        Dimension::Space => "Space",
        Dimension::Signs => "Signs",
    };
    Row::of(id)
        .text("name", &element.name)
        .put("dimension", dimension)
        .text("note", &element.note)
        .some("rating", element.rating.map(Stars::get))
        .some("staff_rating", element.staff_rating.map(Stars::get))
}

fn demand_row(demand: &Demand) -> Row {
    // The hours are those of the day.
    let is_derived =
        |field: &DemandField| *field == DemandField::OpeningHours && demand.day.is_some();
    let own = DemandField::ALL.iter().filter(|field| !is_derived(field));
    own.fold(Row::default(), |row, field| fields::write(row, demand, *field))
}

fn typology_row(typology: Typology) -> Row {
    let participation = typology.participation.map(|participation| match participation {
        Participation::SelfService => "SelfService",
        Participation::Interpersonal => "Interpersonal",
        Participation::Remote => "Remote",
    });
    let complexity = typology.complexity.map(|complexity| match complexity {
        Complexity::Lean => "Lean",
        Complexity::Elaborate => "Elaborate",
    });
    Row::default().some("participation", participation).some("complexity", complexity)
}

fn step_row(id: impl Id, step: &Step) -> Row {
    let mut row = Row::of(id);
    for field in StepField::ALL {
        row = fields::write(row, step, *field);
        if *field == StepField::Kind {
            // What it is comes first, then where it lies.
            row = row
                .put("lane", step.lane)
                .put("phase", step.phase)
                .put("at", format_args!("({}, {})", step.at.x, step.at.y));
        }
    }
    row
}

fn link_row(id: impl Id, link: &Link) -> Row {
    let kind = match link.kind {
        LinkKind::Flow => None,
        LinkKind::Together => Some("Together"),
        LinkKind::Trigger => Some("Trigger"),
    };
    let to = match link.to {
        LinkEnd::Step(step) => step.to_string(),
        LinkEnd::Outside => text(OUTSIDE),
    };
    Row::of(id)
        .put("from", link.from)
        .put("to", to)
        .some("kind", kind)
        .quoted("share", link.share)
        .text("label", &link.label)
}
