//! What is wrong with a command line, in the language that is on.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::wording::Wording;

/// A mistake in words: what is wrong, what may have been meant, the usage, and where to read more.
pub fn in_words(mistake: &Error, words: &Wording) -> String {
    let what = words.with("cli-error", &[("what", what(mistake, words).into())]);
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(|kind| one(mistake, kind))
            .map(|name| words.with("cli-did-you-mean", &[("name", name.into())]));
    let usage = mistake.get(ContextKind::Usage).map(|usage| {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim();
        format!("{}{usage}", words.text("cli-usage"))
    });
    let more = words.text("cli-try-help").to_owned();
    [Some(what), meant, usage, Some(more)].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

fn what(mistake: &Error, words: &Wording) -> String {
    let name = one(mistake, ContextKind::InvalidArg).unwrap_or_default();
    let value = one(mistake, ContextKind::InvalidValue).unwrap_or_default();
    match mistake.kind() {
        ErrorKind::UnknownArgument => words.with("cli-unknown-argument", &[("name", name.into())]),
        ErrorKind::InvalidSubcommand => {
            let name = one(mistake, ContextKind::InvalidSubcommand).unwrap_or_default();
            words.with("cli-unknown-command", &[("name", name.into())])
        }
        ErrorKind::MissingRequiredArgument => words.with("cli-missing", &[("names", name.into())]),
        ErrorKind::InvalidValue if value.is_empty() => {
            words.with("cli-value-missing", &[("name", name.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooManyValues => {
            let hint = words.text(if name.starts_with("--language") {
                "cli-hint-language"
            } else if name.starts_with("--max-job") {
                "cli-hint-count"
            } else {
                "cli-hint-help"
            });
            let arguments = [("value", value.into()), ("name", name.into()), ("hint", hint.into())];
            words.with("cli-value-wrong", &arguments)
        }
        ErrorKind::ArgumentConflict => {
            let name = if name.is_empty() {
                one(mistake, ContextKind::InvalidSubcommand).unwrap_or_default()
            } else {
                name
            };
            match one(mistake, ContextKind::PriorArg) {
                Some(other) if other != name => {
                    let arguments = [("name", name.into()), ("other", other.into())];
                    words.with("cli-conflict", &arguments)
                }
                Some(_) => words.with("cli-twice", &[("name", name.into())]),
                None => words.with("cli-conflict-alone", &[("name", name.into())]),
            }
        }
        ErrorKind::InvalidUtf8 => words.text("cli-not-utf8").to_owned(),
        _ => words.text("cli-not-understood").to_owned(),
    }
}

/// What is known about a mistake, as one text.
fn one(mistake: &Error, kind: ContextKind) -> Option<String> {
    match mistake.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join("  ")),
        _ => None,
    }
}
