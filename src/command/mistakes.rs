//! What is wrong with a command line, in the language that is on.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::wording::Wording;

/// A mistake in words: what is wrong, what may have been meant, the usage, and where to read more.
pub fn in_words(mistake: &Error, words: &Wording) -> String {
    let what = words.with("cli-error", &[("what", what(mistake, words).into())]);
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(|kind| match mistake.get(kind)? {
                // The likeliest stands last.
                ContextValue::Strings(names) => names.last().cloned(),
                _ => one(mistake, kind),
            })
            .map(|name| words.with("cli-did-you-mean", &[("name", name.into())]));
    let usage = mistake.get(ContextKind::Usage).map(|usage| {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim();
        format!("{}{usage}", words.text("cli-usage"))
    });
    let more = words.text("cli-try-help").to_owned();
    [Some(what), meant, usage, Some(more)].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The mistake in a command line that names a command wrongly: its first word is then taken for the
/// file to open. `None` where that word is a command, or may well be a file; a word that is followed
/// by what no window takes (`more`) is meant for a command, whatever it is like.
pub fn mistyped_command(words: &[OsString], command: &Command, more: bool) -> Option<Error> {
    let mut words = words.iter().skip(1);
    let word = loop {
        let word = words.next()?.to_str()?;
        match word {
            "--language" => drop(words.next()),
            word if word.starts_with('-') => {}
            word => break word,
        }
    };
    let path = Path::new(word);
    let like_a_file = path.extension().is_some() || path.components().count() > 1 || path.exists();
    if like_a_file || command.find_subcommand(word).is_some() {
        return None;
    }
    // Without a file to open, every word is a command.
    let usage = command.clone().render_usage().to_string();
    let names = command.get_subcommands().map(|sub| Command::new(sub.get_name().to_owned()));
    let commands = Command::new(command.get_name().to_owned())
        .disable_help_subcommand(true)
        .subcommands(names)
        .override_usage(usage.trim_start_matches("Usage:").trim().to_owned());
    let mistake = commands.try_get_matches_from([command.get_name(), word]).err()?;
    let similar = mistake.get(ContextKind::SuggestedSubcommand).is_some();
    let unknown = mistake.kind() == ErrorKind::InvalidSubcommand;
    (unknown && (similar || more)).then_some(mistake)
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
        ErrorKind::MissingRequiredArgument => {
            let names = match mistake.get(ContextKind::InvalidArg) {
                Some(ContextValue::Strings(names)) => {
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    words.list(&names, names.len())
                }
                _ => name,
            };
            words.with("cli-missing", &[("names", names.into())])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            words.with("cli-value-missing", &[("name", name.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooManyValues => {
            let hint = if name.starts_with("--language") {
                let languages = super::localised::languages(words);
                words.with("cli-hint-language", &[("languages", languages.into())])
            } else if let Some(choices) =
                super::export_choices::choices(name.split(' ').next().unwrap_or_default())
            {
                words.with("cli-hint-choice", &[("choices", words.either(&choices).into())])
            } else if name.starts_with("--max-job") {
                words.text("cli-hint-count").to_owned()
            } else {
                words.text("cli-hint-help").to_owned()
            };
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
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            let count = match mistake
                .get(ContextKind::ExpectedNumValues)
                .or_else(|| mistake.get(ContextKind::MinValues))
            {
                Some(ContextValue::Number(count)) => *count,
                _ => 1,
            };
            let count = usize::try_from(count).unwrap_or_default();
            words.with("cli-value-count", &[("name", name.into()), ("count", count.into())])
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
