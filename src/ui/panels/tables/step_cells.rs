//! The cells of a step's fields by the sort of their value: what they show, what is typed into them,
//! how they sort. A column of a field of a known sort needs no line here.

use super::sheet::{CellFault, Rank};
use super::step_rows::StepRows;
use crate::blueprint::notation::{parse_count, parse_time};
use crate::blueprint::{
    Date, Emotion, Field, FieldMut, FieldRef, FieldSort, Meeting, Places, Refusal, ServiceTime,
    Step, StepField, StepKind, TimeUnit, ValueKind,
};
use crate::exchange::{read_step_kind, write_needs};
use crate::ui::reading::{
    optional, parse_money, parse_name, parse_places, parse_share, share_text, span_or_blank,
    time_or_blank, write_cost, write_places,
};

/// Whether two names are the same to a person.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl StepRows<'_> {
    /// The text of a field as it is typed.
    pub(super) fn written_field(&self, step: &Step, field: StepField) -> String {
        let words = self.words;
        match field.of(step) {
            FieldRef::Text(text) | FieldRef::Prose(text) => text.clone(),
            FieldRef::Kind(kind) => words.step_kind(*kind).to_owned(),
            FieldRef::Needs(needs) => write_needs(&self.scenario.needs_as_named(needs)),
            FieldRef::Time(time) => {
                time.as_ref().map(|time| words.entered_time(time)).unwrap_or_default()
            }
            FieldRef::Span(span) => span.map(|span| words.entered_span(span)).unwrap_or_default(),
            FieldRef::Share(share) => share_text(words, *share),
            FieldRef::Places(places) => write_places(*places, words.text("places-unlimited")),
            FieldRef::Count(count) if count.get() == 1 => String::new(),
            FieldRef::Count(count) => count.to_string(),
            FieldRef::Money(cost) => write_cost(*cost),
            FieldRef::Fail(fail) => self.yes_or_no(fail.is_some()),
            FieldRef::Wait(wait) => self.yes_or_no(wait.is_some()),
            FieldRef::Value(value) => {
                value.map(|value| words.value_kind(value).to_owned()).unwrap_or_default()
            }
            FieldRef::Emotion(emotion) => {
                emotion.map(|emotion| emotion.get().to_string()).unwrap_or_default()
            }
            FieldRef::Meeting(meeting) => {
                meeting.map(|meeting| words.meeting(meeting).to_owned()).unwrap_or_default()
            }
            FieldRef::Priority(priority) => {
                priority.map(|priority| words.priority(priority).to_owned()).unwrap_or_default()
            }
            FieldRef::Date(date) => date.map(|date| date.to_string()).unwrap_or_default(),
            FieldRef::Elements(elements) => {
                let all = self.scenario.elements();
                let names = elements.iter().filter_map(|id| Some(all.get(id)?.name.as_str()));
                names.collect::<Vec<_>>().join(" + ")
            }
            // No step has these.
            FieldRef::Price(_)
            | FieldRef::RoleKind(_)
            | FieldRef::Headcount(_)
            | FieldRef::Presence(_)
            | FieldRef::Colour(_)
            | FieldRef::Roles(_)
            | FieldRef::Arrivals(_)
            | FieldRef::Variation(_)
            | FieldRef::Hours(_)
            | FieldRef::Day(_)
            | FieldRef::Shifts(_)
            | FieldRef::Urgency(_) => String::new(),
        }
    }

    fn yes_or_no(&self, yes: bool) -> String {
        let [on, off] = self.yes_no();
        if yes { on } else { off }.to_owned()
    }

    /// The text of a field as it is shown: where nothing is said, a dash.
    pub(super) fn shown_field(&self, step: &Step, field: StepField) -> String {
        let words = self.words;
        let text = match field.of(step) {
            FieldRef::Needs(needs) => {
                let needs: Vec<String> =
                    needs.iter().map(|need| words.need(need, self.scenario)).collect();
                needs.join(" + ")
            }
            FieldRef::Time(time) => {
                time.as_ref().map(|time| words.service_time(time)).unwrap_or_default()
            }
            FieldRef::Money(cost) if cost.get() > 0.0 => words.money(cost.get(), self.currency),
            FieldRef::Fail(None) | FieldRef::Wait(None) => String::new(),
            _ => self.written_field(step, field),
        };
        if text.is_empty() { words.text("no-figure").to_owned() } else { text }
    }

    /// What rows are sorted by in the column of a field.
    pub(super) fn rank_of_field(&self, step: &Step, field: StepField) -> Rank {
        let number = |value: Option<f64>| value.map_or(Rank::Missing, Rank::Number);
        match field.of(step) {
            FieldRef::Time(time) => number(time.as_ref().map(ServiceTime::mean_s)),
            FieldRef::Span(span) => number(span.map(crate::blueprint::Span::seconds)),
            FieldRef::Share(share) => number(share.map(crate::blueprint::Share::value)),
            FieldRef::Money(cost) => number(Some(cost.get()).filter(|cost| *cost > 0.0)),
            FieldRef::Count(count) => Rank::Number(f64::from(count.get())),
            FieldRef::Emotion(emotion) => number(emotion.map(|it| f64::from(it.get()))),
            FieldRef::Places(places) => number(places.map(|places| match places {
                Places::Count(count) => f64::from(count.get()),
                Places::Unlimited => f64::INFINITY,
            })),
            FieldRef::Fail(None) | FieldRef::Wait(None) => Rank::Missing,
            FieldRef::Needs(needs) if needs.is_empty() => Rank::Missing,
            _ => Rank::Text(self.written_field(step, field).to_lowercase()),
        }
    }

    /// What can be chosen in the column of a field; empty where anything can be typed.
    pub(super) fn options_of_field(&self, field: StepField) -> Vec<String> {
        let words = self.words;
        match field.sort() {
            FieldSort::Kind => {
                StepKind::ALL.iter().map(|kind| words.step_kind(*kind).to_owned()).collect()
            }
            FieldSort::Needs => {
                self.scenario.roles().values().map(|role| role.name.clone()).collect()
            }
            FieldSort::Fail | FieldSort::Wait => self.yes_no().map(str::to_owned).to_vec(),
            FieldSort::Value => {
                ValueKind::ALL.iter().map(|value| words.value_kind(*value).to_owned()).collect()
            }
            FieldSort::Meeting => {
                let both = [Meeting::Join, Meeting::Merge];
                both.iter().map(|meeting| words.meeting(*meeting).to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Puts a typed text into a field. `before` is what the cell showed when it was entered: a plain
    /// number keeps its unit. Needs are gathered apart, as they may name roles that are not there.
    ///
    /// # Errors
    /// Why the text is not taken.
    pub(super) fn put_field(
        &self,
        step: &mut Step,
        field: StepField,
        text: &str,
        before: Option<&str>,
    ) -> Result<(), CellFault> {
        let words = self.words;
        let unit_of = |time: Option<&ServiceTime>| {
            let typed = before.map(|text| parse_time(text, TimeUnit::Second).ok());
            let time = typed.unwrap_or_else(|| time.cloned());
            time.as_ref().map(ServiceTime::unit).unwrap_or_default()
        };
        match field.of_mut(step) {
            FieldMut::Text(slot) if field == StepField::Name => *slot = parse_name(text)?,
            FieldMut::Text(slot) | FieldMut::Prose(slot) => text.clone_into(slot),
            FieldMut::Kind(slot) => {
                let shown = |kind: &StepKind| same(words.step_kind(*kind), text);
                *slot = match StepKind::ALL.into_iter().find(shown) {
                    Some(kind) => kind,
                    None => read_step_kind(text)?,
                };
            }
            FieldMut::Time(slot) => {
                let unit = unit_of(slot.as_ref());
                *slot = time_or_blank(words, unit)(text)?.value;
            }
            FieldMut::Span(slot) => {
                let unit = slot.map(crate::blueprint::Span::unit).unwrap_or_default();
                *slot = span_or_blank(words, unit)(text)?.value;
            }
            FieldMut::Share(slot) => *slot = optional(parse_share)(text)?,
            FieldMut::Places(slot) => {
                let unlimited = words.text("places-unlimited");
                *slot = optional(|text| parse_places(text, unlimited))(text)?;
            }
            FieldMut::Count(slot) => {
                *slot = optional(parse_count)(text)?.unwrap_or(std::num::NonZeroU32::MIN);
            }
            FieldMut::Money(slot) => {
                let read = optional(|text| parse_money(text, self.currency));
                *slot = read(text)?.unwrap_or_default();
            }
            FieldMut::Fail(slot) => {
                *slot = self.yes(text)?.then(|| slot.take().unwrap_or_default());
            }
            FieldMut::Wait(slot) => {
                *slot = self.yes(text)?.then(|| slot.take().unwrap_or_default());
            }
            FieldMut::Value(slot) => {
                *slot = chosen(text, &ValueKind::ALL, |value| words.value_kind(value))?;
            }
            FieldMut::Meeting(slot) => {
                let both = [Meeting::Join, Meeting::Merge];
                *slot = chosen(text, &both, |meeting| words.meeting(meeting))?;
            }
            FieldMut::Date(slot) => *slot = optional(Date::parse)(text)?,
            FieldMut::Emotion(slot) => {
                let read = |text: &str| {
                    let number = text.parse().map_err(|_| Refusal::EmotionRange)?;
                    Emotion::new(number)
                };
                *slot = optional(read)(text)?;
            }
            // Chosen in the inspector, or gathered apart, or no step has them.
            FieldMut::Needs(_)
            | FieldMut::Elements(_)
            | FieldMut::Price(_)
            | FieldMut::RoleKind(_)
            | FieldMut::Headcount(_)
            | FieldMut::Presence(_)
            | FieldMut::Colour(_)
            | FieldMut::Roles(_)
            | FieldMut::Arrivals(_)
            | FieldMut::Variation(_)
            | FieldMut::Hours(_)
            | FieldMut::Priority(_)
            | FieldMut::Day(_)
            | FieldMut::Shifts(_)
            | FieldMut::Urgency(_) => return Err(CellFault::Computed),
        }
        Ok(())
    }

    fn yes(&self, text: &str) -> Result<bool, CellFault> {
        let [yes, no] = self.yes_no();
        if same(text, yes) || same(text, "F") {
            Ok(true)
        } else if text.is_empty() || same(text, no) || text == self.words.text("no-figure") {
            Ok(false)
        } else {
            Err(CellFault::NotYesNo)
        }
    }
}

/// One of some named values; none where the text is blank.
fn chosen<'w, T: Copy>(
    text: &str,
    values: &[T],
    name: impl Fn(T) -> &'w str,
) -> Result<Option<T>, CellFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = values.iter().copied().find(|value| same(name(*value), text));
    found.map(Some).ok_or_else(|| CellFault::NotAChoice(text.to_owned()))
}
