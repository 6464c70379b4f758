//! A blueprint from RON text: parsed, checked, and every mistake named with its place.

use std::collections::HashMap;

use serde_ignored::Path;

use super::FORMAT_VERSION;
use super::at::{At, Fault, Unknown};
use super::checking;
use super::comments::Comments;
use super::errors::{DecodeError, DecodeProblem, Owner, Sort};
use super::outline::{self, Segment};
use super::plain;
use super::position::Position;
use super::version1::{FileBlueprint, FileScenario, rates_of};
use crate::blueprint::{Blueprint, DemandField};

/// So many things that were said are taken out of a text at most: each takes another reading.
const MOST_UNREAD: usize = 50;

/// A blueprint that was read, and what saving it would lose.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The blueprint.
    pub blueprint: Blueprint,
    /// Fields that this program does not know, in the order of the file; they are left out.
    pub unknown_fields: Vec<UnknownField>,
    /// What was said and cannot be read, in the order of the file; it is left out.
    pub unread: Vec<DecodeError>,
    /// Opening hours that say nothing, as there is a day, which says them.
    pub ignored_hours: Vec<UnknownField>,
    /// The version of the format, if it is newer than [`FORMAT_VERSION`].
    pub newer_version: Option<u32>,
    /// The comments that were written by hand; [`super::save_with`] keeps them.
    pub comments: Comments,
}

impl Opened {
    /// Whether everything that stood in the file was understood.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unknown_fields.is_empty() && self.unread.is_empty() && self.newer_version.is_none()
    }
}

/// A field that this program does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// Where it stands among the fields, such as `scenarios[0].steps[3].colour`.
    pub path: String,
    /// Where it stands in the text.
    pub position: Option<Position>,
}

/// Reads a blueprint from text. Linear in its length.
///
/// # Errors
/// [`DecodeError`], with the place of the mistake and what was expected there.
pub fn decode(text: &str) -> Result<Opened, DecodeError> {
    profiling::function_scope!();
    // Some editors begin a text with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = || {
        let (file, mut unknown, mut unread) = parse_around(text)?;
        // A word of a newer version is left out like one of its fields.
        if file.rates.as_deref().is_some_and(|word| rates_of(word).is_none()) {
            unknown.insert(0, vec![Segment::Field("rates".to_owned())]);
        }
        let version = checking::version(&file)?;
        let ignored = ignored_hours(&file);
        let words = Unknown::default();
        let blueprint = checking::blueprint(&At::root(&words), file)?;
        unknown.extend(words.words.into_inner());
        // What was taken out before is told once.
        let is_new = |fault: &Fault, told: &[Fault]| {
            told.iter().all(|other| said_in(&other.path) != said_in(&fault.path))
        };
        for fault in words.unread.into_inner() {
            if is_new(&fault, &unread) {
                unread.push(fault);
            }
        }
        Ok((blueprint, unknown, ignored, version, unread))
    };
    let (blueprint, unknown, ignored, version, unread) =
        read().map_err(|fault| explain(text, fault))?;
    Ok(Opened {
        blueprint,
        unknown_fields: locate_all(text, &unknown),
        unread: in_order(unread.into_iter().map(|fault| explain(text, fault)).collect()),
        ignored_hours: locate_all(text, &ignored),
        newer_version: (version > FORMAT_VERSION).then_some(version),
        comments: Comments::of(text),
    })
}

/// Where opening hours stand beside a day.
fn ignored_hours(file: &FileBlueprint) -> Vec<Vec<Segment>> {
    let both = |(_, scenario): &(usize, &FileScenario)| {
        let demand = &scenario.demand;
        demand.says(DemandField::Day) && demand.says(DemandField::OpeningHours)
    };
    let path = |(at, _): (usize, &FileScenario)| {
        let field = |name: &str| Segment::Field(name.to_owned());
        vec![field("scenarios"), Segment::Index(at), field("demand"), field("opening_hours")]
    };
    file.scenarios.iter().enumerate().filter(both).map(path).collect()
}

fn syntax_fault(text: &str, error: ron::error::SpannedError) -> Fault {
    let position = Position { line: error.span.end.line, column: error.span.end.col };
    let path = outline::path_at(text, position);
    Fault { path, position: Some(position), problem: DecodeProblem::Syntax(error.code.into()) }
}

/// A parser's error with its place, for texts that are no blueprints.
pub(super) fn syntax_error(text: &str, error: ron::error::SpannedError) -> DecodeError {
    let Fault { path, position, problem } = syntax_fault(text, error);
    DecodeError { position, path, owner: None, problem: Box::new(problem) }
}

/// Mistakes in the order of the file.
fn in_order(mut unread: Vec<DecodeError>) -> Vec<DecodeError> {
    unread.sort_by_key(|error| error.position.map(|at| (at.line, at.column)));
    unread
}

/// What was said that a path lies in: a comment, a review, or that one is asked for.
fn said_in(path: &[Segment]) -> Option<&[Segment]> {
    match path {
        [Segment::Field(list), Segment::Index(_), ..]
            if list == "comments" || list == "reviews" =>
        {
            path.get(..2)
        }
        [Segment::Field(asked), ..] if asked == "asked" => path.get(..1),
        _ => None,
    }
}

/// A file with what it does not know, and what could not be read of it.
type Parsed = (FileBlueprint, Vec<Vec<Segment>>, Vec<Fault>);

/// Parses a text around what was said and is no comment or review at all: all else is read nevertheless.
fn parse_around(text: &str) -> Result<Parsed, Fault> {
    let mut around = std::borrow::Cow::Borrowed(text);
    let mut unread: Vec<Fault> = Vec::new();
    loop {
        let fault = match parse(&around) {
            Ok((file, unknown)) => return Ok((file, unknown, unread)),
            Err(fault) => fault,
        };
        let is_known = unread.iter().any(|other| said_in(&other.path) == said_in(&fault.path));
        let cut = said_in(&fault.path)
            .filter(|_| !is_known && unread.len() < MOST_UNREAD)
            .and_then(|place| outline::emptied(&around, place));
        let Some(cut) = cut else {
            // Where nothing can be taken out, the first mistake is the one to tell.
            return Err(unread.into_iter().next().unwrap_or(fault));
        };
        around = std::borrow::Cow::Owned(cut);
        unread.push(fault);
    }
}

fn parse(text: &str) -> Result<(FileBlueprint, Vec<Vec<Segment>>), Fault> {
    // Several times as fast; what it takes is whole and has no unknown fields.
    if let Ok(file) = plain::read(text) {
        return Ok((file, Vec::new()));
    }
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let fault = |error| syntax_fault(text, error);
    let mut unknown = Vec::new();
    let mut deserializer =
        ron::Deserializer::from_str_with_options(text, &options).map_err(fault)?;
    let file = serde_ignored::deserialize(&mut deserializer, |path: Path<'_>| {
        let mut segments = Vec::new();
        collect_path(&path, &mut segments);
        unknown.push(segments);
    })
    .map_err(|error| fault(deserializer.span_error(error)))?;
    deserializer.end().map_err(|error| fault(deserializer.span_error(error)))?;
    Ok((file, unknown))
}

fn collect_path(path: &Path<'_>, segments: &mut Vec<Segment>) {
    match path {
        Path::Root => {}
        Path::Seq { parent, index } => {
            collect_path(parent, segments);
            segments.push(Segment::Index(*index));
        }
        Path::Map { parent, key } => {
            collect_path(parent, segments);
            segments.push(Segment::Field(key.clone()));
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => collect_path(parent, segments),
    }
}

fn locate_all(text: &str, unknown: &[Vec<Segment>]) -> Vec<UnknownField> {
    let mut bytes: HashMap<&[Segment], Option<usize>> =
        unknown.iter().map(|path| (path.as_slice(), None)).collect();
    if !unknown.is_empty() {
        outline::each_value(text, |path, byte| {
            if let Some(slot) = bytes.get_mut(path.as_slice()) {
                slot.get_or_insert(byte);
            }
        });
    }
    unknown
        .iter()
        .map(|path| UnknownField {
            path: outline::path_text(path),
            position: bytes
                .get(path.as_slice())
                .copied()
                .flatten()
                .map(|byte| outline::position_of(text, byte)),
        })
        .collect()
}

/// Puts a place and an owner to a mistake. A file of a newer version is told so instead.
fn explain(text: &str, fault: Fault) -> DecodeError {
    let version_path = [Segment::Field("version".to_owned())];
    let newer = outline::written(text, &version_path)
        .and_then(|number| number.parse::<u32>().ok())
        .filter(|version| *version > FORMAT_VERSION);
    if let Some(version) = newer {
        return DecodeError {
            position: outline::locate(text, &version_path),
            path: version_path.to_vec(),
            owner: None,
            problem: Box::new(DecodeProblem::NewerVersion { version, known: FORMAT_VERSION }),
        };
    }
    // A field that is missing is looked for where its group begins.
    let position = fault.position.or_else(|| {
        (0..=fault.path.len())
            .rev()
            .find_map(|length| outline::locate(text, fault.path.get(..length)?))
    });
    let owner = owner_of(text, &fault.path);
    DecodeError { position, path: fault.path, owner, problem: Box::new(fault.problem) }
}

/// The innermost numbered thing on a path.
fn owner_of(text: &str, path: &[Segment]) -> Option<Owner> {
    let (end, sort) = path.windows(2).enumerate().rev().find_map(|(at, pair)| match pair {
        [Segment::Field(list), Segment::Index(_)] => {
            let sort = Sort::ALL.into_iter().find(|sort| sort.field() == list)?;
            // The servicescape chips of a step or an item are a list of numbers, not elements themselves; the
            // items of a planning sheet have no numbers.
            let is_in_sheet = at > 0 && path.first() == Some(&Segment::Field("sheets".to_owned()));
            (at <= 2 && !is_in_sheet).then_some((at + 2, sort))
        }
        _ => None,
    })?;
    let row = path.get(..end)?;
    let field = |name: &str| {
        let path: Vec<Segment> =
            row.iter().cloned().chain([Segment::Field(name.to_owned())]).collect();
        outline::written(text, &path)
    };
    Some(Owner {
        sort,
        number: field("id").and_then(|number| number.parse().ok()),
        // A name that runs over the line lost its closing quotation mark.
        name: field(if sort == Sort::Item { "text" } else { "name" })
            .filter(|name| !name.contains('\n'))
            .and_then(|name| ron::from_str(name).ok()),
    })
}
