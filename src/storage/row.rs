//! A group of fields as text, each as `name: value`, those that hold the usual left out.

use std::fmt::{Display, Write};

use super::words::word;
use crate::blueprint::{
    FailCause, FailPoint, GuardKind, Id, Need, Quantity, RiskResponse, UrgencyClass, WaitPoint,
};

pub(super) fn need_text(need: &Need) -> String {
    Row::default()
        .list("roles", need.roles.iter().map(ToString::to_string))
        .some("count", (need.count.get() != 1).then_some(need.count))
        .flag("keep", need.keep)
        .on_one_line()
}

pub(super) fn fail_text(fail: &FailPoint) -> String {
    Row::default()
        .text("what", &fail.what)
        .quoted("how_often", fail.how_often)
        .some("severity", fail.severity.map(crate::blueprint::Rating::get))
        .some("detection", fail.detection.map(crate::blueprint::Rating::get))
        .text("recovery", &fail.recovery)
        .some("recovery_step", fail.recovery_step)
        .some("cause", fail.cause.and_then(|it| word(&FailCause::NAMES, it)))
        .text("guard", &fail.guard)
        .some("guard_kind", fail.guard_kind.and_then(|it| word(&GuardKind::NAMES, it)))
        .some("response", fail.response.and_then(|it| word(&RiskResponse::NAMES, it)))
        .quoted("recovered", fail.recovered)
        .on_one_line()
}

pub(super) fn wait_text(wait: &WaitPoint) -> String {
    Row::default()
        .quoted("acceptable", wait.acceptable)
        .quoted("patience", wait.patience.as_ref())
        .on_one_line()
}

pub(super) fn urgency_text(class: &UrgencyClass) -> String {
    Row::default()
        .text("name", &class.name)
        .quoted("share", class.share)
        .quoted("within", class.within)
        .on_one_line()
}

pub(super) fn positive(quantity: Quantity) -> Option<Quantity> {
    (quantity > Quantity::ZERO).then_some(quantity)
}

/// A text in quotation marks, with what a reader or an editor could trip over escaped.
pub(super) fn text(plain: &str) -> String {
    let mut quoted = String::with_capacity(plain.len() + 2);
    quoted.push('"');
    // Most texts need no look at each character.
    if plain.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        quoted.push_str(plain);
        quoted.push('"');
        return quoted;
    }
    for c in plain.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Line separators and the marks that turn the writing direction are invisible.
            c if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
            {
                quoted.extend(c.escape_unicode());
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The fields of a group, each as `name: value`.
#[derive(Default)]
pub(super) struct Row {
    pub(super) fields: Vec<String>,
}

impl Row {
    pub(super) fn of(id: impl Id) -> Self {
        Self::default().put("id", id.number())
    }

    pub(super) fn put(mut self, field: &str, value: impl Display) -> Self {
        let mut written = String::with_capacity(field.len() + 16);
        written.push_str(field);
        written.push_str(": ");
        // Writing to a string cannot fail.
        let _ = write!(written, "{value}");
        self.fields.push(written);
        self
    }

    pub(super) fn some(self, field: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.put(field, value),
            None => self,
        }
    }

    pub(super) fn text(self, field: &str, value: &str) -> Self {
        if value.is_empty() { self } else { self.put(field, text(value)) }
    }

    /// The same behind the fields of another.
    pub(super) fn after(self, before: Self) -> Self {
        Self { fields: before.fields.into_iter().chain(self.fields).collect() }
    }

    /// A value in its written form, which holds nothing to escape.
    pub(super) fn quoted(self, field: &str, value: Option<impl Display>) -> Self {
        self.some(field, value.map(|value| format!("\"{value}\"")))
    }

    pub(super) fn flag(self, field: &str, value: bool) -> Self {
        if value { self.put(field, true) } else { self }
    }

    pub(super) fn list(self, field: &str, values: impl Iterator<Item = String>) -> Self {
        let values: Vec<String> = values.collect();
        if values.is_empty() { self } else { self.put(field, format!("[{}]", values.join(", "))) }
    }

    pub(super) fn on_one_line(&self) -> String {
        format!("({})", self.fields.join(", "))
    }
}
