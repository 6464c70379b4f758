//! The command line's own words, help and usage, in the language that is on.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::{Arg, ArgAction, Command, CommandFactory, Error};

use super::arguments::{Arguments, language};
use crate::wording::{Language, Wording};

/// How help is laid out; `§` stands for the word before the usage.
const TEMPLATE: &str = "{about-with-newline}\n§{usage}\n\n{all-args}{after-help}";

/// The place in a list of options that comes after all others.
const LAST: usize = 999;

/// The language that a command line asks for; needed before the rest of it can be read, as the
/// answer to a mistake is in that language too.
pub fn asked_language(words: &[OsString]) -> Option<Language> {
    let mut words = words.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--language") {
            Some("") => words.next()?.into_owned(),
            Some(rest) => rest.strip_prefix('=')?.to_owned(),
            None => continue,
        };
        return language(&value).ok();
    }
    None
}

/// The command line with its texts.
pub fn command_line(words: &Wording) -> Command {
    let text = |key: &'static str| words.text(key).to_owned();
    // What every command has stands last, wherever it is listed.
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let help = help.display_order(LAST);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.display_order(LAST);
    let template = TEMPLATE.replace('§', words.text("cli-usage"));
    let mut command = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .about(text("cli-about"))
        .after_help(text("cli-exit-codes"))
        .subcommand_value_name(text("cli-value-command"))
        .subcommand_help_heading(text("cli-commands"))
        .help_template(template.clone())
        .args([help, version])
        .mut_args(|arg| with_texts(arg, None, words))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let about = about_key(&name).map(text).unwrap_or_default();
            sub.disable_help_flag(true)
                .about(about)
                .help_template(template.clone())
                .mut_args(|arg| with_texts(arg, Some(&name), words))
        });
    let options = format!("[{}]", words.text("cli-value-options"));
    let usage = |command: &mut Command| {
        let usage = command.render_usage().to_string();
        usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &options)
    };
    let mut built = command.clone();
    built.build();
    command = command.override_usage(usage(&mut built));
    command.mut_subcommands(|sub| {
        let usage = built.find_subcommand_mut(sub.get_name()).map(usage);
        sub.override_usage(usage.unwrap_or_default())
    })
}

/// Prints help, with the headings as the language sets them: clap ends each with a half-width colon.
///
/// # Errors
/// The output cannot be written, as when the reading end of a pipe is closed.
pub fn print_help(help: &Error, words: &Wording) -> io::Result<()> {
    let help = help.render();
    let mut out = io::stdout().lock();
    let mut text = if out.is_terminal() { help.ansi().to_string() } else { help.to_string() };
    for heading in ["cli-commands", "cli-arguments", "cli-options"] {
        let name = words.text(heading);
        let set = words.with("cli-heading", &[("name", name.into())]);
        text = text.replace(&format!("{name}:"), &set);
    }
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// An argument with its description, its heading and the names of its values.
fn with_texts(arg: Arg, command: Option<&str>, words: &Wording) -> Arg {
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let about = argument_key(command, arg.get_id().as_str()).map(|key| match key {
        "cli-language" => words.with("cli-language", &[("languages", languages(words).into())]),
        key @ ("cli-export-output" | "cli-export-to") => {
            words.with(key, &[("formats", super::saving::formats(words).into())])
        }
        key @ ("cli-report-output" | "cli-report-to") => {
            let formats = super::export_choices::REPORTS.iter().map(|format| format!(".{format}"));
            let formats: Vec<String> = formats.collect();
            let formats: Vec<&str> = formats.iter().map(String::as_str).collect();
            words.with(key, &[("formats", words.either(&formats).into())])
        }
        key @ ("cli-handout-output" | "cli-handout-to") => {
            let formats = super::handout::HANDOUTS.iter().map(|format| format!(".{format}"));
            let formats: Vec<String> = formats.collect();
            let formats: Vec<&str> = formats.iter().map(String::as_str).collect();
            words.with(key, &[("formats", words.either(&formats).into())])
        }
        key @ ("cli-export-chart" | "cli-export-theme" | "cli-export-paper"
        | "cli-export-pages" | "cli-export-as" | "cli-report-without"
        | "cli-report-paper") => {
            let option = format!("--{}", arg.get_long().unwrap_or_default());
            let choices = super::export_choices::choices(&option).unwrap_or_default();
            words.with(key, &[("choices", words.either(&choices).into())])
        }
        key => words.text(key).to_owned(),
    });
    let arg = arg.help_heading(words.text(heading).to_owned()).help(about.unwrap_or_default());
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| value_name(name, words)).collect();
    if arg.get_action().takes_values() && !names.is_empty() { arg.value_names(names) } else { arg }
}

/// The languages that can be asked for: `en or zh`.
pub fn languages(words: &Wording) -> String {
    words.either(&Language::ALL.map(Language::primary))
}

/// What stands for a value: `FILE.ron`, in the language that is on.
fn value_name(name: &str, words: &Wording) -> String {
    let (stem, ending) = name.split_once('.').map_or((name, ""), |(stem, _)| {
        let (_, ending) = name.split_at(stem.len());
        (stem, ending)
    });
    let key = match stem {
        "FILE" => "cli-value-file",
        "NAME" => "cli-value-name",
        "NAME=AMOUNT" => "cli-value-set",
        "MODE" => "cli-value-mode",
        "RATE" => "cli-value-rate",
        "AMOUNT" => "cli-value-amount",
        "STAFF" => "cli-value-staff",
        "STEP" => "cli-value-step",
        "STEPS" => "cli-value-steps",
        "ROLES" => "cli-value-roles",
        "SCALE" => "cli-value-scale",
        "OUT" => "cli-value-out",
        "LANGUAGE" => "cli-value-language",
        "COLUMNS" => "cli-value-columns",
        "ENCODING" => "cli-value-encoding",
        "FORMAT" => "cli-value-format",
        "CHART" => "cli-value-chart",
        "THEME" => "cli-value-theme",
        "DPI" => "cli-value-dpi",
        "WIDTH" => "cli-value-width",
        "PAPER" => "cli-value-paper",
        "PAGES" => "cli-value-pages",
        "DATE" => "cli-value-date",
        "FORM" => "cli-value-form",
        "PART" => "cli-value-part",
        "SHARE" => "cli-value-share",
        "SHIFT" => "cli-value-shift",
        "TIME" => "cli-value-time",
        "VERB" => "cli-value-verb",
        "OLD" => "cli-value-old",
        "NEW" => "cli-value-new",
        other => return format!("{other}{ending}"),
    };
    format!("{}{ending}", words.text(key))
}

fn about_key(command: &str) -> Option<&'static str> {
    Some(match command {
        "analyse" => "cli-analyse",
        "redesign" => "cli-redesign",
        "compare" => "cli-compare",
        "diff" => "cli-diff",
        "simulate" => "cli-simulate",
        "staff" => "cli-staffing",
        "quality" => "cli-quality",
        "plan" => "cli-plan",
        "solve" => "cli-solve",
        "check" => "cli-check",
        "review" => "cli-review",
        "merge-comments" => "cli-merge-comments",
        "import" => "cli-import",
        "export" => "cli-export",
        "report" => "cli-report",
        "handout" => "cli-handout",
        "handbook" => "cli-handbook",
        _ => return None,
    })
}

fn argument_key(command: Option<&str>, argument: &str) -> Option<&'static str> {
    Some(match (command.unwrap_or_default(), argument) {
        (_, "help") => "cli-help",
        (_, "version") => "cli-version",
        (_, "language") => "cli-language",
        ("", "file") => "cli-open-file",
        (_, "file") => "cli-file",
        ("merge-comments", "base") => "cli-merge-base",
        ("merge-comments", "one") => "cli-merge-one",
        ("merge-comments", "other") => "cli-merge-other",
        ("merge-comments", "output") => "cli-merge-output",
        ("compare", "scenario") => "cli-compare-scenario",
        ("diff", "old") => "cli-diff-old",
        ("diff", "new") => "cli-diff-new",
        ("diff", "of_git") => "cli-diff-git",
        ("diff", "scenario") => "cli-diff-scenario",
        (_, "scenario") => "cli-scenario",
        ("analyse" | "simulate" | "quality", "demand") => "cli-other-demand",
        ("quality", "survey") => "cli-quality-survey",
        ("quality", "kano") => "cli-quality-kano",
        ("quality", "skip_bad") => "cli-quality-skip-bad",
        ("quality", "busy") => "cli-quality-busy",
        ("quality" | "plan" | "review", "today") => "cli-today",
        ("plan", "verb") => "cli-plan-verb",
        ("solve", "sheet") => "cli-solve-sheet",
        ("solve", "set") => "cli-solve-set",
        ("simulate", "counts") => "cli-simulate-counts",
        ("simulate", "appointments") => "cli-simulate-appointments",
        ("simulate", "shifts") => "cli-simulate-shifts",
        ("simulate", "mode") => "cli-simulate-mode",
        ("simulate", "days") => "cli-simulate-days",
        ("simulate", "log") => "cli-simulate-log",
        ("simulate", "day") => "cli-simulate-day",
        ("simulate", "versus") => "cli-simulate-versus",
        ("simulate", "precision") => "cli-simulate-precision",
        ("simulate", "time") => "cli-simulate-time",
        ("simulate" | "staff", "seed") => "cli-simulate-seed",
        ("simulate" | "staff", "threads") => "cli-simulate-threads",
        ("staff", "within") => "cli-staffing-within",
        ("staff", "wait") => "cli-staffing-wait",
        ("staff", "busy") => "cli-staffing-busy",
        ("staff", "role") => "cli-staffing-role",
        ("staff", "shift") => "cli-staffing-shift",
        ("staff", "start_every") => "cli-staffing-start-every",
        ("staff", "output") => "cli-staffing-output",
        (_, "at") => "cli-at",
        (_, "customers") => "cli-customers",
        (_, "demand") => "cli-demand",
        ("review", "text") => "cli-review-text",
        ("review", "window") => "cli-review-window",
        ("import", "json") => "cli-import-json",
        (_, "json") => "cli-json",
        (_, "force") => "cli-force",
        ("import", "steps") => "cli-steps",
        ("import", "columns") => "cli-columns",
        ("import", "sheet") => "cli-sheet",
        ("import", "encoding") => "cli-encoding",
        ("import", "no_flow") => "cli-no-flow",
        ("import", "strict") => "cli-strict",
        ("import", "roles") => "cli-roles",
        ("import", "output") => "cli-import-output",
        ("export", "output") => "cli-export-output",
        ("export", "form") => "cli-export-as",
        ("report" | "handbook", "output") => "cli-report-output",
        ("report" | "handbook", "to") => "cli-report-to",
        ("handbook", "role") => "cli-handbook-role",
        ("handout", "output") => "cli-handout-output",
        ("handout", "to") => "cli-handout-to",
        ("handout", "answers") => "cli-handout-answers",
        ("report", "without") => "cli-report-without",
        ("report" | "handout" | "handbook", "paper") => "cli-report-paper",
        ("export", "to") => "cli-export-to",
        ("export", "select") => "cli-export-select",
        ("export", "pair") => "cli-export-pair",
        ("export", "stacked") => "cli-export-stacked",
        ("export", "no_figures") => "cli-export-no-figures",
        ("export", "chart") => "cli-export-chart",
        ("export" | "report" | "handout" | "handbook", "theme") => "cli-export-theme",
        ("export", "outlines") => "cli-export-outlines",
        ("export", "dpi") => "cli-export-dpi",
        ("export", "width") => "cli-export-width",
        ("export", "paper") => "cli-export-paper",
        ("export", "pages") => "cli-export-pages",
        ("export" | "report" | "handout" | "handbook", "date") => "cli-export-date",
        ("export", "roles") => "cli-export-roles",
        ("export", "rows") => "cli-export-rows",
        ("export", "scale") => "cli-export-scale",
        ("export", "transparent") => "cli-export-transparent",
        ("redesign", option) => return redesign_key(option),
        _ => return None,
    })
}

fn redesign_key(option: &str) -> Option<&'static str> {
    Some(match option {
        "output" => "cli-redesign-output",
        "target" => "cli-target",
        "target_cost" => "cli-target-cost",
        "staff" => "cli-staff",
        "free_order" => "cli-free-order",
        "first" => "cli-first",
        "last" => "cli-last",
        "alone" => "cli-alone",
        "one_place" => "cli-one-place",
        "max_job" => "cli-max-job",
        "one_worker_jobs" => "cli-one-worker-jobs",
        "keep_visibility" => "cli-keep-visibility",
        "fixed_roles" => "cli-fixed-roles",
        "all" => "cli-all",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_text() {
        let command = Arguments::command();
        let root = command.get_arguments().map(|arg| (None, arg.get_id().to_string()));
        let below = command.get_subcommands().flat_map(|sub| {
            assert!(about_key(sub.get_name()).is_some(), "{}", sub.get_name());
            sub.get_arguments().map(|arg| (Some(sub.get_name()), arg.get_id().to_string()))
        });
        for (command, argument) in root.chain(below) {
            assert!(argument_key(command, &argument).is_some(), "{command:?} {argument}");
        }
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in Language::ALL {
            command_line(&Wording::new(language)).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_before_the_rest_is_read() {
        let asked = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            asked_language(&words)
        };
        assert_eq!(asked("onstage check x.ron --language zh"), Some(Language::Chinese));
        assert_eq!(asked("onstage --language=en_GB --wrong"), Some(Language::English));
        assert_eq!(asked("onstage --language"), None);
        assert_eq!(asked("onstage --language=fr"), None);
        assert_eq!(asked("onstage --languages zh"), None);
        assert_eq!(asked("--language zh"), None, "the first word is the program");
    }
}
