//! What scripts read: one object, with the number of its form.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

/// The number of the form of what is printed; another one where a field changes what it means.
const FORMAT: u32 = 1;

/// Writes an object for scripts, with `format` first; anything else as it is.
///
/// # Errors
/// Those of writing.
pub(super) fn write(out: &mut dyn Write, value: Value) -> io::Result<()> {
    let value = match value {
        Value::Object(fields) => {
            let first = ("format".to_owned(), json!(FORMAT));
            let rest = fields.into_iter().filter(|(name, _)| name != "format");
            Value::Object(std::iter::once(first).chain(rest).collect::<Map<_, _>>())
        }
        value => value,
    };
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}
