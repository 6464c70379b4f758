//! The fields of a step in a file: read, checked and written by the sort of their value, so that a
//! new field of a known sort needs no line here.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::checking::{At, Fault, fail, need, places};
use super::version1::{
    FileFail, FileMeeting, FileNeed, FileStepKind, FileValue, FileWait, UNLIMITED, Written,
};
use super::writing::{Row, fail_text, need_text, positive, text, wait_text};
use crate::blueprint::{
    Emotion, FieldMut, FieldRef, FieldSort, Meeting, Places, Step, StepField, StepKind, ValueKind,
    WaitPoint,
};

/// A step as a file gives it.
#[derive(Default)]
pub struct FileStep {
    pub id: Option<f64>,
    pub lane: Option<f64>,
    pub phase: Option<f64>,
    pub at: Option<(f64, f64)>,
    /// What else it says, in the order of [`StepField`]; each field at most once.
    pub fields: Vec<(StepField, Given)>,
}

impl FileStep {
    /// What it says of a field.
    fn given(&self, field: StepField) -> Option<&Given> {
        self.fields.iter().find(|(other, _)| *other == field).map(|(_, given)| given)
    }

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
        match self.given(StepField::Elements) {
            Some(Given::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }

    /// The number of the step that puts right what fails.
    pub fn recovery_step(&self) -> Option<f64> {
        match self.given(StepField::Fail) {
            Some(Given::Fail(fail)) => fail.recovery_step,
            _ => None,
        }
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
}

/// Reads the value of a field; `None` where the file says that it has none.
fn read<'de, M: MapAccess<'de>>(map: &mut M, sort: FieldSort) -> Result<Option<Given>, M::Error> {
    Ok(match sort {
        FieldSort::Text | FieldSort::Prose => Some(Given::Text(map.next_value()?)),
        FieldSort::Kind => Some(Given::Kind(map.next_value()?)),
        FieldSort::Needs => Some(Given::Needs(map.next_value()?)),
        FieldSort::Elements => Some(Given::Numbers(map.next_value()?)),
        FieldSort::Money => Some(Given::Number(map.next_value()?)),
        FieldSort::Count | FieldSort::Emotion => {
            map.next_value::<Option<f64>>()?.map(Given::Number)
        }
        FieldSort::Time | FieldSort::Span | FieldSort::Share | FieldSort::Places => {
            map.next_value::<Option<Written>>()?.map(Given::Written)
        }
        FieldSort::Fail => map.next_value::<Option<FileFail>>()?.map(Given::Fail),
        FieldSort::Wait => map.next_value::<Option<FileWait>>()?.map(Given::Wait),
        FieldSort::Value => map.next_value::<Option<FileValue>>()?.map(Given::Value),
        FieldSort::Meeting => map.next_value::<Option<FileMeeting>>()?.map(Given::Meeting),
    })
}

/// What a field is called in a file.
enum Key {
    Id,
    Lane,
    Phase,
    At,
    Field(StepField),
    Unknown,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
                Ok(match name {
                    "id" => Key::Id,
                    "lane" => Key::Lane,
                    "phase" => Key::Phase,
                    "at" => Key::At,
                    name => StepField::of_key(name).map_or(Key::Unknown, Key::Field),
                })
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

impl<'de> Deserialize<'de> for FileStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = FileStep;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("struct FileStep")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<FileStep, M::Error> {
                let mut step = FileStep::default();
                let mut seen = [false; 4];
                let mut read_fields = Vec::new();
                while let Some(key) = map.next_key()? {
                    let place = match key {
                        Key::Id => 0,
                        Key::Lane => 1,
                        Key::Phase => 2,
                        Key::At => 3,
                        Key::Field(field) => {
                            if read_fields.contains(&field) {
                                return Err(M::Error::duplicate_field(field.key()));
                            }
                            read_fields.push(field);
                            let given = read(&mut map, field.sort())?;
                            step.fields.extend(given.map(|given| (field, given)));
                            continue;
                        }
                        Key::Unknown => {
                            map.next_value::<IgnoredAny>()?;
                            continue;
                        }
                    };
                    if let Some(seen) = seen.get_mut(place)
                        && std::mem::replace(seen, true)
                    {
                        let name = StepField::KEYS.get(place).copied().unwrap_or_default();
                        return Err(M::Error::duplicate_field(name));
                    }
                    match key {
                        Key::Id => step.id = map.next_value()?,
                        Key::Lane => step.lane = map.next_value()?,
                        Key::Phase => step.phase = map.next_value()?,
                        _ => step.at = map.next_value()?,
                    }
                }
                // Mistakes are told in the order of the table, however the file is ordered.
                step.fields.sort_by_key(|(field, _)| *field);
                Ok(step)
            }
        }

        deserializer.deserialize_struct("FileStep", StepField::KEYS, Fields)
    }
}

/// Checks what a file gives for a field and puts it into a step.
pub fn put(at: &At<'_>, given: &Given, step: &mut Step, field: StepField) -> Result<(), Fault> {
    match (field.of_mut(step), given) {
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
            *slot = Some(WaitPoint { acceptable });
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
        // `read` gives each sort what belongs to it.
        _ => log::error!("{} was read as another sort", field.key()),
    }
    Ok(())
}

/// Adds a field of a step to its row, unless it holds what it holds by itself.
pub(super) fn write(row: Row, step: &Step, field: StepField) -> Row {
    let key = field.key();
    match field.of(step) {
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
        FieldRef::Share(share) => row.quoted(key, *share),
        FieldRef::Needs(needs) => row.list(key, needs.iter().map(need_text)),
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
        FieldRef::Meeting(meeting) => {
            let word = meeting.map(|meeting| match meeting {
                Meeting::Join => "Join",
                Meeting::Merge => "Merge",
            });
            row.some(key, word)
        }
    }
}
