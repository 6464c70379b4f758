//! The fields of steps, roles and demand in a file: read, checked and written by the sort of their
//! value, so that a new field of a known sort needs no line here.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::at::{At, Fault};
use super::checked_values::{fail, need, places, urgency};
use super::day::{FileDay, FileShift, day, day_text, shift_text, shifts};
use super::file_values::{
    FileFail, FileMeeting, FileNeed, FileRoleKind, FileStepKind, FileUrgencyClass, FileValue,
    FileWait, UNLIMITED, Written,
};
use super::row::{Row, fail_text, need_text, positive, text, urgency_text, wait_text};
use super::words::FilePriority;
use crate::blueprint::{
    Date, DemandField, Emotion, Field, FieldMut, FieldRef, FieldSort, Meeting, Places, Priority,
    Quantity, Role, RoleField, RoleKind, Share, StepField, StepKind, ValueKind, WaitPoint,
};

/// A step, a role or the demand as a file gives it.
pub struct FileRow<F> {
    /// Its number, where it has one.
    pub id: Option<f64>,
    /// The lane of a step.
    pub lane: Option<f64>,
    /// The phase of a step.
    pub phase: Option<f64>,
    /// The place of a step.
    pub at: Option<(f64, f64)>,
    /// What else it says, in the order of the table; each field at most once.
    pub fields: Vec<(F, Given)>,
}

/// A step as a file gives it.
pub type FileStep = FileRow<StepField>;
/// A role as a file gives it.
pub type FileRole = FileRow<RoleField>;
/// The demand as a file gives it.
pub type FileDemand = FileRow<DemandField>;

impl<F> Default for FileRow<F> {
    fn default() -> Self {
        Self { id: None, lane: None, phase: None, at: None, fields: Vec::new() }
    }
}

impl<F: Field> FileRow<F> {
    /// Whether it says something of a field.
    pub fn says(&self, field: F) -> bool {
        self.given(field).is_some()
    }

    /// What it says of a field.
    fn given(&self, field: F) -> Option<&Given> {
        self.fields.iter().find(|(other, _)| *other == field).map(|(_, given)| given)
    }

    /// The numbers that it gives for a field.
    fn numbers(&self, field: F) -> &[f64] {
        match self.given(field) {
            Some(Given::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }

    /// Checks what it gives and puts it into something that holds the usual values.
    ///
    /// # Errors
    /// The first mistake in the order of the table.
    pub fn put_into(&self, at: &At<'_>, whole: &mut F::Of) -> Result<(), Fault> {
        for (field, given) in &self.fields {
            put(&at.field(field.key()), given, field.of_mut(whole), field.key())?;
        }
        Ok(())
    }
}

impl FileStep {
    /// The numbers of the roles that it needs.
    pub fn roles(&self) -> impl Iterator<Item = f64> {
        let needs = match self.given(StepField::Needs) {
            Some(Given::Needs(needs)) => needs.as_slice(),
            _ => &[],
        };
        needs.iter().flat_map(|need| &need.roles).copied()
    }

    /// The numbers of the surroundings that it relies on.
    pub fn elements(&self) -> &[f64] {
        self.numbers(StepField::Elements)
    }

    /// The number of the step that puts right what fails.
    pub fn recovery_step(&self) -> Option<f64> {
        match self.given(StepField::Fail) {
            Some(Given::Fail(fail)) => fail.recovery_step,
            _ => None,
        }
    }
}

impl FileRole {
    /// The numbers of the roles for whom it stands in.
    pub fn stands_in_for(&self) -> &[f64] {
        self.numbers(RoleField::StandsInFor)
    }
}

/// The value of a field as a file gives it, before it is checked.
pub enum Given {
    Text(String),
    Written(Written),
    Number(f64),
    Numbers(Vec<f64>),
    Kind(FileStepKind),
    Needs(Vec<FileNeed>),
    Fail(FileFail),
    Wait(FileWait),
    Value(FileValue),
    Meeting(FileMeeting),
    RoleKind(FileRoleKind),
    Priority(FilePriority),
    Day(Box<FileDay>),
    Shifts(Vec<FileShift>),
    Urgency(Vec<FileUrgencyClass>),
}

/// Reads the value of a field; `None` where the file says that it has none.
fn read<'de, M: MapAccess<'de>>(map: &mut M, sort: FieldSort) -> Result<Option<Given>, M::Error> {
    Ok(match sort {
        FieldSort::Text | FieldSort::Prose => Some(Given::Text(map.next_value()?)),
        FieldSort::Kind => Some(Given::Kind(map.next_value()?)),
        FieldSort::Needs => Some(Given::Needs(map.next_value()?)),
        FieldSort::RoleKind => Some(Given::RoleKind(map.next_value()?)),
        FieldSort::Shifts => Some(Given::Shifts(map.next_value()?)),
        FieldSort::Urgency => Some(Given::Urgency(map.next_value()?)),
        FieldSort::Day => map.next_value::<Option<FileDay>>()?.map(|day| Given::Day(Box::new(day))),
        FieldSort::Priority => map.next_value::<Option<FilePriority>>()?.map(Given::Priority),
        FieldSort::Elements | FieldSort::Roles => Some(Given::Numbers(map.next_value()?)),
        FieldSort::Money | FieldSort::Colour => Some(Given::Number(map.next_value()?)),
        FieldSort::Count
        | FieldSort::Emotion
        | FieldSort::Headcount
        | FieldSort::Price
        | FieldSort::Arrivals
        | FieldSort::Variation
        | FieldSort::Hours => map.next_value::<Option<f64>>()?.map(Given::Number),
        FieldSort::Time
        | FieldSort::Date
        | FieldSort::Span
        | FieldSort::Share
        | FieldSort::Places
        | FieldSort::Presence => map.next_value::<Option<Written>>()?.map(Given::Written),
        FieldSort::Fail => map.next_value::<Option<FileFail>>()?.map(Given::Fail),
        FieldSort::Wait => map.next_value::<Option<FileWait>>()?.map(Given::Wait),
        FieldSort::Value => map.next_value::<Option<FileValue>>()?.map(Given::Value),
        FieldSort::Meeting => map.next_value::<Option<FileMeeting>>()?.map(Given::Meeting),
    })
}

/// What a field is called in a file.
enum Key<F> {
    Id,
    Lane,
    Phase,
    At,
    Field(F),
    Unknown,
}

impl<'de, F: Field> Deserialize<'de> for Key<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name<F>(PhantomData<F>);

        impl<F: Field> Visitor<'_> for Name<F> {
            type Value = Key<F>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Key<F>, E> {
                if let Some(field) = F::of_key(name) {
                    return Ok(Key::Field(field));
                }
                Ok(match name {
                    // A row that is not numbered or has no place gives these no meaning.
                    name if !F::KEYS.contains(&name) => Key::Unknown,
                    "id" => Key::Id,
                    "lane" => Key::Lane,
                    "phase" => Key::Phase,
                    "at" => Key::At,
                    _ => Key::Unknown,
                })
            }
        }

        deserializer.deserialize_identifier(Name(PhantomData))
    }
}

impl<'de, F: Field> Deserialize<'de> for FileRow<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<F>(PhantomData<F>);

        impl<'de, F: Field> Visitor<'de> for Fields<F> {
            type Value = FileRow<F>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct FileRow")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<FileRow<F>, M::Error> {
                let mut row = FileRow::default();
                let mut seen = Vec::new();
                let mut read_fields = Vec::new();
                while let Some(key) = map.next_key::<Key<F>>()? {
                    let name = match key {
                        Key::Id => "id",
                        Key::Lane => "lane",
                        Key::Phase => "phase",
                        Key::At => "at",
                        Key::Field(field) => {
                            if read_fields.contains(&field) {
                                return Err(M::Error::duplicate_field(field.key()));
                            }
                            read_fields.push(field);
                            let given = read(&mut map, field.sort())?;
                            row.fields.extend(given.map(|given| (field, given)));
                            continue;
                        }
                        Key::Unknown => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    if seen.contains(&name) {
                        return Err(M::Error::duplicate_field(name));
                    }
                    seen.push(name);
                    match name {
                        "id" => row.id = map.next_value()?,
                        "lane" => row.lane = map.next_value()?,
                        "phase" => row.phase = map.next_value()?,
                        _ => row.at = map.next_value()?,
                    }
                }
                // Mistakes are told in the order of the table, however the file is ordered.
                row.fields.sort_by_key(|(field, _)| *field);
                Ok(row)
            }
        }

        deserializer.deserialize_struct("FileRow", F::KEYS, Fields(PhantomData))
    }
}

/// Checks what a file gives for a field and puts it in its place.
fn put(at: &At<'_>, given: &Given, slot: FieldMut<'_>, key: &str) -> Result<(), Fault> {
    match (slot, given) {
        (FieldMut::Text(slot) | FieldMut::Prose(slot), Given::Text(text)) => {
            text.clone_into(slot);
        }
        (FieldMut::Kind(slot), Given::Kind(kind)) => {
            *slot = match kind {
                FileStepKind::Action => StepKind::Action,
                FileStepKind::Decision => StepKind::Decision,
                FileStepKind::Evidence => StepKind::Evidence,
                FileStepKind::Note => StepKind::Note,
            };
        }
        (FieldMut::Time(slot), Given::Written(time)) => *slot = at.time(Some(time))?,
        (FieldMut::Span(slot), Given::Written(span)) => *slot = at.span(Some(span))?,
        (FieldMut::Share(slot), Given::Written(share)) => *slot = at.share(Some(share))?,
        (FieldMut::Places(slot), Given::Written(written)) => *slot = Some(places(at, written)?),
        (FieldMut::Count(slot), Given::Number(count)) => *slot = at.count(Some(*count))?,
        (FieldMut::Money(slot), Given::Number(amount)) => *slot = at.quantity(*amount)?,
        (FieldMut::Emotion(slot), Given::Number(emotion)) => {
            let whole = at.small(*emotion, -100..=100)?;
            let checked = Emotion::new(whole).map_err(|refusal| at.refuse(emotion, refusal))?;
            *slot = Some(checked);
        }
        (FieldMut::Needs(slot), Given::Needs(needs)) => {
            for (index, given) in needs.iter().enumerate() {
                slot.push(need(&at.member(index), given)?);
            }
        }
        (FieldMut::Elements(slot), Given::Numbers(numbers)) => {
            for (index, element) in numbers.iter().enumerate() {
                slot.push(at.member(index).number(*element)?);
            }
        }
        (FieldMut::Fail(slot), Given::Fail(given)) => *slot = Some(fail(at, given)?),
        (FieldMut::Wait(slot), Given::Wait(wait)) => {
            let acceptable = at.field("acceptable").span(wait.acceptable.as_ref())?;
            let patience = at.field("patience").time(wait.patience.as_ref())?;
            *slot = Some(WaitPoint { acceptable, patience });
        }
        (FieldMut::Value(slot), Given::Value(value)) => {
            *slot = Some(match value {
                FileValue::Adding => ValueKind::Adding,
                FileValue::Necessary => ValueKind::Necessary,
                FileValue::Waste => ValueKind::Waste,
            });
        }
        (FieldMut::Meeting(slot), Given::Meeting(meeting)) => {
            *slot = Some(match meeting {
                FileMeeting::Join => Meeting::Join,
                FileMeeting::Merge => Meeting::Merge,
            });
        }
        (FieldMut::RoleKind(slot), Given::RoleKind(kind)) => {
            *slot = match kind {
                FileRoleKind::Staff => RoleKind::Staff,
                FileRoleKind::Equipment => RoleKind::Equipment,
                FileRoleKind::Room => RoleKind::Room,
                FileRoleKind::Information => RoleKind::Information,
                FileRoleKind::External => RoleKind::External,
            };
        }
        (FieldMut::Headcount(slot), Given::Number(count)) => {
            *slot = at.small(*count, 0..=i64::from(Role::MOST))?;
        }
        (FieldMut::Colour(slot), Given::Number(colour)) => {
            *slot = at.small(*colour, 0..=i64::from(u8::MAX))?;
        }
        (FieldMut::Presence(slot), Given::Written(share)) => {
            *slot = at.share(Some(share))?.unwrap_or(*slot);
        }
        (FieldMut::Roles(slot), Given::Numbers(numbers)) => {
            for (index, role) in numbers.iter().enumerate() {
                slot.push(at.member(index).number(*role)?);
            }
        }
        (FieldMut::Price(slot) | FieldMut::Hours(slot), Given::Number(amount)) => {
            *slot = Some(at.quantity(*amount)?);
        }
        (FieldMut::Arrivals(slot), Given::Number(rate)) => *slot = Some(at.rate(*rate)?),
        (FieldMut::Priority(slot), Given::Priority(priority)) => {
            *slot = at.word(Some(*priority));
        }
        (FieldMut::Day(slot), Given::Day(given)) => *slot = Some(Box::new(day(at, given)?)),
        (FieldMut::Shifts(slot), Given::Shifts(given)) => *slot = shifts(at, given)?,
        (FieldMut::Urgency(slot), Given::Urgency(given)) => *slot = urgency(at, given)?,
        (FieldMut::Date(slot), Given::Written(Written(text))) => {
            *slot = Some(Date::parse(text).map_err(|refusal| at.refuse(text, refusal))?);
        }
        (FieldMut::Variation(slot), Given::Number(scv)) => *slot = at.quantity(*scv)?,
        // `read` gives each sort what belongs to it.
        _ => log::error!("{key} was read as another sort"),
    }
    Ok(())
}

/// Adds a field to a row, unless it holds what it holds by itself.
pub(super) fn write<F: Field>(row: Row, whole: &F::Of, field: F) -> Row {
    let key = field.key();
    match field.of(whole) {
        FieldRef::Text(words) | FieldRef::Prose(words) => row.text(key, words),
        FieldRef::Kind(kind) => {
            let word = match kind {
                StepKind::Action => None,
                StepKind::Decision => Some("Decision"),
                StepKind::Evidence => Some("Evidence"),
                StepKind::Note => Some("Note"),
            };
            row.some(key, word)
        }
        FieldRef::Time(time) => row.quoted(key, time.as_ref()),
        FieldRef::Span(span) => row.quoted(key, *span),
        FieldRef::Date(date) => row.quoted(key, *date),
        FieldRef::Share(share) => row.quoted(key, *share),
        FieldRef::Needs(needs) => row.list(key, needs.iter().map(need_text)),
        FieldRef::RoleKind(kind) => {
            let word = match kind {
                RoleKind::Staff => None,
                RoleKind::Equipment => Some("Equipment"),
                RoleKind::Room => Some("Room"),
                RoleKind::Information => Some("Information"),
                RoleKind::External => Some("External"),
            };
            row.some(key, word)
        }
        FieldRef::Headcount(count) => row.some(key, (*count != 1).then_some(*count)),
        FieldRef::Presence(share) => row.quoted(key, (*share != Share::ALL).then_some(*share)),
        FieldRef::Colour(colour) => row.some(key, (*colour != 0).then_some(*colour)),
        FieldRef::Roles(roles) => row.list(key, roles.iter().map(ToString::to_string)),
        FieldRef::Price(amount) | FieldRef::Arrivals(amount) | FieldRef::Hours(amount) => {
            row.some(key, *amount)
        }
        FieldRef::Variation(scv) => row.some(key, (*scv != Quantity::ONE).then_some(*scv)),
        FieldRef::Elements(elements) => row.list(key, elements.iter().map(ToString::to_string)),
        FieldRef::Places(places) => {
            let places = places.map(|places| match places {
                Places::Count(count) => count.to_string(),
                Places::Unlimited => text(UNLIMITED),
            });
            row.some(key, places)
        }
        FieldRef::Count(count) => row.some(key, (count.get() != 1).then_some(*count)),
        FieldRef::Money(amount) => row.some(key, positive(*amount)),
        FieldRef::Fail(fail) => row.some(key, fail.as_ref().map(fail_text)),
        FieldRef::Wait(wait) => row.some(key, wait.as_ref().map(wait_text)),
        FieldRef::Value(value) => {
            let word = value.map(|value| match value {
                ValueKind::Adding => "Adding",
                ValueKind::Necessary => "Necessary",
                ValueKind::Waste => "Waste",
            });
            row.some(key, word)
        }
        FieldRef::Emotion(emotion) => row.some(key, emotion.map(Emotion::get)),
        FieldRef::Priority(priority) => {
            let word = priority.map(|priority| match priority {
                Priority::High => "High",
                Priority::Low => "Low",
            });
            row.some(key, word)
        }
        FieldRef::Day(day) => row.some(key, day.as_ref().map(|day| day_text(day))),
        FieldRef::Shifts(shifts) => row.list(key, shifts.iter().map(shift_text)),
        FieldRef::Urgency(classes) => row.list(key, classes.iter().map(urgency_text)),
        FieldRef::Meeting(meeting) => {
            let word = meeting.map(|meeting| match meeting {
                Meeting::Join => "Join",
                Meeting::Merge => "Merge",
            });
            row.some(key, word)
        }
    }
}
