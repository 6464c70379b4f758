//! The controls of a step's fields by the sort of their value: a field of a known sort is shown in its
//! section without a line here.

use egui::Ui;

use crate::blueprint::notation::parse_count;
use crate::blueprint::{
    Date, Emotion, Field as _, FieldGroup, FieldMut, FieldRef, FieldSort, Meeting, Places,
    Priority, Quantity, ServiceTime, Step, StepField, StepKind, ValueKind,
};
use crate::ui::fields::named_row;
use crate::ui::panels::section::section;
use crate::ui::reading::{
    optional, parse_money, parse_places, parse_share, share_text, span_or_blank, write_cost,
    write_places,
};
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

use super::parts::{segments, switch};
use super::subject::{Field, Subject, unit_before};

/// What a field holds of one sort; what is usual for it where the sort is another.
macro_rules! held {
    ($field:expr, $step:expr, $sort:ident) => {
        match $field.of($step) {
            FieldRef::$sort(value) => value.clone(),
            _ => Default::default(),
        }
    };
}

/// Puts a value of one sort into a field.
macro_rules! put {
    ($field:expr, $step:expr, $sort:ident, $value:expr) => {
        if let FieldMut::$sort(slot) = $field.of_mut($step) {
            *slot = $value;
        }
    };
}

/// The fields of a section in the order in which they are shown: what is one line before what may be
/// many.
pub(super) fn fields_of(group: FieldGroup) -> impl Iterator<Item = StepField> {
    let all = StepField::ALL.iter().copied().filter(move |field| field.group() == group);
    let is_long = |field: &StepField| field.sort() == FieldSort::Prose;
    all.clone().filter(move |field| !is_long(field)).chain(all.filter(is_long))
}

/// A section of fields; closed, it says in short what they hold. `below` follows the fields.
pub(super) fn section_of(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    group: FieldGroup,
    below: impl FnOnce(&mut Ui, &mut ViewContext<'_>),
) {
    let (key, title) = match group {
        FieldGroup::Room => ("room", "details-section-room"),
        FieldGroup::Targets => ("targets", "details-section-targets"),
        FieldGroup::Worth => ("worth", "details-section-worth"),
        FieldGroup::Documents => ("documents", "details-section-documents"),
        FieldGroup::Flow => ("flow", "details-section-flow"),
        FieldGroup::Money => ("step money", "details-section-money"),
        // Their fields are sections of their own.
        FieldGroup::Head | FieldGroup::Fail | FieldGroup::Wait | FieldGroup::Surroundings => return,
    };
    let said: Vec<String> =
        fields_of(group).filter_map(|field| summary(view, subject, field)).collect();
    let said = view.words.facts(&said);
    section(ui, view, key, view.text(title), &said, false, |ui, view| {
        for field in fields_of(group) {
            control(ui, view, subject, field);
        }
        below(ui, view);
    });
}

/// What a field of all steps holds, in few words; nothing where they differ or it holds nothing.
fn summary(view: &ViewContext<'_>, subject: &Subject<'_>, field: StepField) -> Option<String> {
    let words = view.words;
    let (_, first) = subject.steps().first()?;
    if !subject.steps().iter().all(|(_, step)| field.same(first, step)) {
        return None;
    }
    let short = |argument: &'static str, value: String| {
        let key = field.short();
        words.knows(key).then(|| words.with(key, &[(argument, value.into())]))
    };
    match field.of(first) {
        FieldRef::Text(text) | FieldRef::Prose(text) => {
            text.lines().next().filter(|line| !line.trim().is_empty()).map(str::to_owned)
        }
        FieldRef::Span(span) => short("time", words.entered_span((*span)?)),
        FieldRef::Share(share) => short("share", words.share((*share)?)),
        FieldRef::Places(Some(Places::Count(count))) => {
            Some(words.with(field.short(), &[("count", count.get().into())]))
        }
        FieldRef::Places(Some(Places::Unlimited)) => {
            Some(words.text("places-unlimited").to_owned())
        }
        FieldRef::Count(count) if count.get() > 1 => {
            Some(words.with(field.short(), &[("count", count.get().into())]))
        }
        FieldRef::Money(cost) if *cost > Quantity::ZERO => {
            Some(words.money(cost.get(), view.editor.blueprint().currency()))
        }
        FieldRef::Value(value) => value.map(|value| words.value_kind(value).to_owned()),
        FieldRef::Emotion(emotion) => emotion.map(|emotion| words.emotion(emotion).to_owned()),
        FieldRef::Date(date) => date.map(|date| words.date(date)),
        FieldRef::Priority(priority) => {
            priority.map(|priority| words.priority(priority).to_owned())
        }
        FieldRef::Meeting(meeting) => meeting.map(|meeting| words.meeting(meeting).to_owned()),
        FieldRef::Places(None)
        | FieldRef::Count(_)
        | FieldRef::Money(_)
        | FieldRef::Kind(_)
        | FieldRef::Time(_)
        | FieldRef::Needs(_)
        | FieldRef::Fail(_)
        | FieldRef::Wait(_)
        | FieldRef::Elements(_)
        | FieldRef::Price(_)
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
        | FieldRef::Urgency(_) => None,
    }
}

/// What a field is called, with what stands in it while it is blank.
pub(super) fn words_of<'a>(words: &'a Wording, field: StepField, currency: &'a str) -> Field<'a> {
    let known = |key: &'static str| if words.knows(key) { words.text(key) } else { "" };
    let hint = match field.sort() {
        FieldSort::Span => words.text("details-span-hint"),
        FieldSort::Share => words.text("details-share-hint"),
        FieldSort::Count => "1",
        FieldSort::Money => currency,
        _ => known(field.hint()),
    };
    Field { key: field.key(), name: words.text(field.label()), hint, help: known(field.help()) }
}

/// The control of a field; nothing for one that has a section of its own.
// One arm for each sort of value; taken apart it would be no shorter.
#[allow(clippy::too_many_lines)]
pub(super) fn control(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    field: StepField,
) {
    let words = view.words;
    let currency = view.editor.blueprint().currency().to_owned();
    let named = words_of(words, field, &currency);
    match field.sort() {
        FieldSort::Text => subject.value(
            ui,
            view,
            named,
            |step| held!(field, step, Text),
            Clone::clone,
            |text| Ok(text.to_owned()),
            |step, text: String| put!(field, step, Text, text),
        ),
        FieldSort::Prose => subject.text_area(
            ui,
            view,
            named,
            |step| held!(field, step, Prose),
            |step, text| put!(field, step, Prose, text),
        ),
        FieldSort::Span => span(
            ui,
            view,
            subject,
            named,
            |step| held!(field, step, Span),
            |step, span| put!(field, step, Span, span),
        ),
        FieldSort::Share => subject.value(
            ui,
            view,
            named,
            |step| held!(field, step, Share),
            |share| share_text(words, *share),
            optional(parse_share),
            |step, share| put!(field, step, Share, share),
        ),
        FieldSort::Count => subject.value(
            ui,
            view,
            named,
            |step| match field.of(step) {
                FieldRef::Count(count) => *count,
                _ => std::num::NonZeroU32::MIN,
            },
            |count| if count.get() == 1 { String::new() } else { count.to_string() },
            optional(parse_count),
            |step, count| put!(field, step, Count, count.unwrap_or(std::num::NonZeroU32::MIN)),
        ),
        FieldSort::Money => subject.value(
            ui,
            view,
            named,
            |step| held!(field, step, Money),
            |cost| write_cost(*cost),
            optional(|text| parse_money(text, &currency)),
            |step, cost| put!(field, step, Money, cost.unwrap_or_default()),
        ),
        FieldSort::Places => places(ui, view, subject, named, field),
        FieldSort::Kind => {
            let kinds = StepKind::ALL.map(|kind| (kind, words.step_kind(kind)));
            let get = |step: &Step| held!(field, step, Kind);
            subject.choice(ui, view, named, get, &kinds, |step, kind| {
                put!(field, step, Kind, kind);
            });
        }
        FieldSort::Value => {
            let mut values = vec![(None, view.text("details-not-said"))];
            values.extend(ValueKind::ALL.map(|value| (Some(value), words.value_kind(value))));
            let get = |step: &Step| held!(field, step, Value);
            subject.choice(ui, view, named, get, &values, |step, value| {
                put!(field, step, Value, value);
            });
        }
        FieldSort::Meeting => {
            let mut meetings = vec![(None, view.text("details-meeting-by-itself"))];
            let both = [Meeting::Join, Meeting::Merge];
            meetings.extend(both.map(|meeting| (Some(meeting), words.meeting(meeting))));
            let get = |step: &Step| held!(field, step, Meeting);
            subject.choice(ui, view, named, get, &meetings, |step, meeting| {
                put!(field, step, Meeting, meeting);
            });
        }
        FieldSort::Priority => {
            let mut priorities = vec![(None, view.text("details-priority-between"))];
            priorities.extend(Priority::ALL.map(|it| (Some(it), words.priority(it))));
            let get = |step: &Step| held!(field, step, Priority);
            subject.choice(ui, view, named, get, &priorities, |step, priority| {
                put!(field, step, Priority, priority);
            });
        }
        FieldSort::Date => subject.value(
            ui,
            view,
            named,
            |step| held!(field, step, Date),
            |date: &Option<Date>| date.map(|date| date.to_string()).unwrap_or_default(),
            optional(Date::parse),
            |step, date| put!(field, step, Date, date),
        ),
        FieldSort::Emotion => feeling(ui, view, subject, named, field),
        // These have a room of their own, or no step has them.
        FieldSort::Time
        | FieldSort::Needs
        | FieldSort::Fail
        | FieldSort::Wait
        | FieldSort::Elements
        | FieldSort::Price
        | FieldSort::RoleKind
        | FieldSort::Headcount
        | FieldSort::Presence
        | FieldSort::Colour
        | FieldSort::Roles
        | FieldSort::Arrivals
        | FieldSort::Variation
        | FieldSort::Hours
        | FieldSort::Day
        | FieldSort::Shifts
        | FieldSort::Urgency => {}
    }
}

/// How many fit, and whether any number does.
fn places(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    named: Field<'_>,
    field: StepField,
) {
    let unlimited = view.text("places-unlimited");
    subject.value(
        ui,
        view,
        named,
        |step| held!(field, step, Places),
        |places| write_places(*places, unlimited),
        optional(|text| parse_places(text, unlimited)),
        |step, places| put!(field, step, Places, places),
    );
    let name = view.text("details-places-no-limit");
    let help = view.text("details-places-no-limit-help");
    let on = subject.common(|step| held!(field, step, Places) == Some(Places::Unlimited));
    if let Some(on) = switch(ui, view, name, help, on) {
        let places = on.then_some(Places::Unlimited);
        view.edit(subject.change(|step| put!(field, step, Places, places)));
    }
}

/// Five buttons from awful to delighted; the one that is on goes off again.
fn feeling(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    named: Field<'_>,
    field: StepField,
) {
    let words = view.words;
    let current = subject.common(|step| held!(field, step, Emotion));
    let feelings: Vec<(Option<Emotion>, &str, &str)> =
        [(-2, "−2"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2")]
            .into_iter()
            .filter_map(|(number, text)| {
                let feeling = Emotion::new(number).ok()?;
                Some((Some(feeling), text, words.emotion(feeling)))
            })
            .collect();
    let pressed = named_row(ui, view, named.name, named.help, |ui, view, _| {
        segments(ui, view, current, &feelings)
    });
    if let Some(pressed) = pressed {
        let feeling = if current == Some(pressed) { None } else { pressed };
        view.edit(subject.change(|step| put!(field, step, Emotion, feeling)));
    }
}

/// A length of time that may be blank.
pub(super) fn span(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    subject: &Subject<'_>,
    field: Field<'_>,
    get: impl Fn(&Step) -> Option<crate::blueprint::Span>,
    set: impl Fn(&mut Step, Option<crate::blueprint::Span>),
) {
    let own = subject.common(&get).flatten().map(crate::blueprint::Span::unit);
    let of_time = || subject.common(|step| step.time.as_ref().map(ServiceTime::unit));
    let unit = unit_before(ui, subject.id(field.key), own.or_else(|| of_time().flatten()));
    let words = view.words;
    let write = |span: &Option<crate::blueprint::Span>| {
        span.map(|span| words.entered_span(span)).unwrap_or_default()
    };
    subject.reading(ui, view, field, get, write, span_or_blank(words, unit), set);
}
