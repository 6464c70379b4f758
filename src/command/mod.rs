//! The command line: the same program without a window, for scripts and remote machines.
//!
//! [`run`] reads the words and does what they say; each command has its file.
//!
//! # What always holds
//!
//! - Results go to standard output, messages to standard error.
//! - A command ends with 0 if all is well, 1 if it is done but the blueprint has errors, a target is
//!   out of reach, a planning sheet has no best plan or two versions differ, 2 if the command or a file could not be
//!   read and nothing was written, or a planning sheet that was to be solved is wrong: all others are answered
//!   (`check_ends_with_one_if_there_is_an_error`,
//!   `what_cannot_be_read_ends_with_two_and_plain_words`, `a_target_out_of_reach_ends_with_one`,
//!   `two_versions_that_differ_end_with_one`,
//!   `an_export_of_a_blueprint_with_errors_is_written_and_ends_with_one`).
//! - No file is replaced without `--force` (`a_file_is_only_replaced_by_force`,
//!   `an_export_replaces_nothing_without_force`, `no_picture_replaces_a_file_without_force`).
//! - Names in JSON are the same in every language and never change their meaning; what is absent is
//!   null.
//! - The figures are those of the window: both call [`crate::analysis::analyse`].
//! - Every text for people is in the language that is on (`chinese_help_holds_no_english`).
//!
//! It knows no window and opens none.

mod arguments;
mod at;
mod compare;
mod day;
mod diff;
mod document;
mod export;
mod export_choices;
mod handbook;
mod handout;
mod json_output;
mod lesson_oddities;
mod localised;
mod merge_comments;
mod mistakes;
mod names;
mod plan;
mod quality;
mod quality_json;
mod random_options;
mod redesign;
mod report;
mod review;
mod said_oddities;
mod saving;
mod script;
mod sections;
mod simulate;
mod simulate_day;
mod simulate_figures;
mod simulate_long_run;
mod simulate_long_versus;
mod simulate_wanted;
mod solve;
mod solve_answer;
mod solve_json;
mod staff;
mod tables;
mod versus;
mod visible;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::analysis::{Analysis, analyse};
use crate::blueprint::notation::{Context, LARGEST_COUNT, parse_count, read_rate_per_hour};
use crate::blueprint::{Blueprint, Scenario, ScenarioId};
use crate::process::Severity;
use crate::storage;
use crate::wording::{Language, Units, Wording};

use arguments::{Arguments, Command};

/// Everything is fine.
const FINE: u8 = 0;
/// The blueprint has errors.
const BLUEPRINT_HAS_ERRORS: u8 = 1;
/// The command or a file could not be read.
const CANNOT_READ: u8 = 2;
/// How many lessons of a playlist are named.
const MOST_LESSONS: usize = 5;

/// What the caller does after a command line was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Open the window.
    Window {
        /// The file to open, if one was named.
        file: Option<PathBuf>,
        /// The language that was asked for, else that of the system.
        language: Language,
        /// Whether it was asked for: then it counts more than what is kept in the preferences.
        asked: bool,
        /// Whether the file is to be reviewed: then nothing of it is changed.
        review: bool,
    },
    /// The command ran; end the process with this code: 0 fine, 1 the blueprint has errors, 2 the
    /// command or a file could not be read.
    Done(u8),
}

/// Runs a command line, whose first word is the program's own name. Results go to standard output,
/// messages to standard error. No window is opened here.
pub fn run(words: impl IntoIterator<Item = impl Into<OsString>>) -> Outcome {
    let mut words: Vec<OsString> = words.into_iter().map(Into::into).collect();
    // `onstage help check` asks for what `onstage check --help` says.
    if words.get(1).is_some_and(|word| word == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    if diff::is_unmerged(&words) {
        return Outcome::Done(FINE);
    }
    let asked = localised::asked_language(&words);
    let language = asked.unwrap_or_else(system_language);
    let mut wording = Wording::new(language);
    let command_line = localised::command_line(&wording);
    let matches = command_line.clone().try_get_matches_from(&words);
    let read = matches.and_then(|found| Arguments::from_arg_matches(&found));
    let no_command = match &read {
        Ok(arguments) => arguments.command.is_none(),
        Err(error) => {
            matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand)
        }
    };
    if no_command
        && let Some(error) = mistakes::mistyped_command(&words, &command_line, read.is_err())
    {
        say(&mistakes::in_words(&error, &wording));
        return Outcome::Done(CANNOT_READ);
    }
    let arguments = match read {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            say(&mistakes::in_words(&error, &wording));
            return Outcome::Done(CANNOT_READ);
        }
        Err(help) => {
            let _ = localised::print_help(&help, &wording);
            return Outcome::Done(FINE);
        }
    };
    let Some(command) = arguments.command else {
        let (file, asked) = (arguments.file, asked.is_some());
        return Outcome::Window { file, language, asked, review: false };
    };
    if let Some(file) = arguments.file {
        // A file before a command belongs to neither.
        say(&wording.with("command-file-first", &[("file", file.display().to_string().into())]));
        return Outcome::Done(CANNOT_READ);
    }
    if let Command::Review(wanted) = &command
        && wanted.opens_window()
    {
        let file = Some(wanted.file().to_owned());
        return Outcome::Window { file, language, asked: asked.is_some(), review: true };
    }
    let mut out = visible::Visible::new(io::BufWriter::new(io::stdout().lock()));
    let done = execute(&command, &mut wording, &mut out)
        .and_then(|code| out.flush().map(|()| code).map_err(Stop::Output));
    Outcome::Done(match done {
        Ok(code) => code,
        // The reading end was closed, as `head` does.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        Err(Stop::Output(error)) => {
            say(&wording.file_problem(&error.into()));
            CANNOT_READ
        }
        Err(Stop::Said(messages)) => {
            for message in &messages {
                say(message);
            }
            CANNOT_READ
        }
    })
}

/// What ends a command early.
enum Stop {
    /// Messages for people, one to a line.
    Said(Vec<String>),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Self::Said(vec![message])
    }
}

/// Puts a message on standard error. If nobody can read it, there is nobody to tell.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "{}", visible::visible(message));
}

/// The language that the system is set to: on Linux by the environment, on Windows and macOS by the
/// person's settings.
fn system_language() -> Language {
    Language::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

fn execute(command: &Command, wording: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    match command {
        Command::Analyse { file, scenario, demand, at, customers, json } => {
            let customers = customers.as_deref().map(|text| count_of(text, wording)).transpose()?;
            let mut blueprint = open(file, wording)?;
            let id = choose(&blueprint, scenario.as_deref(), wording)?;
            if let Some(demand) = demand {
                set_demand(&mut blueprint, id, demand, wording)?;
            }
            wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
            let from = at::look_at(&mut blueprint, id, at.as_deref(), *json, wording)?;
            let scenario = scenario_of(&blueprint, id);
            let analysis = analyse(scenario);
            if *json {
                let asked = script::Asked { customers, at: from };
                let faulty = script::of_sheets(&blueprint, wording);
                script::write(out, scenario, (&analysis, faulty), asked, wording)?;
            } else {
                report::write(out, &blueprint, scenario, &analysis, wording)?;
                if let Some(customers) = customers {
                    report::write_time_for(out, scenario, &analysis, customers, wording)?;
                }
            }
            Ok(code_of(&analysis))
        }
        Command::Redesign(asked) => redesign::run(asked, wording, out),
        Command::Compare { file, scenario, at, json } => {
            let mut blueprint = open(file, wording)?;
            let chosen = compare::chosen(&blueprint, scenario, file, wording)?;
            for id in &chosen {
                wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, *id)));
                at::look_at(&mut blueprint, *id, at.as_deref(), *json, wording)?;
            }
            let chosen: Vec<&Scenario> =
                chosen.iter().map(|id| scenario_of(&blueprint, *id).as_ref()).collect();
            if let Some(baseline) = chosen.first() {
                wording.set_units(Units::of(&blueprint, baseline));
            }
            let sides = compare::sides(&chosen);
            if *json {
                compare::write_json(out, &sides, wording)?;
            } else {
                compare::write(out, &blueprint, &sides, wording)?;
            }
            Ok(sides.iter().map(|side| code_of(&side.analysis)).max().unwrap_or(FINE))
        }
        Command::Diff(asked) => diff::run(asked, wording, out),
        Command::Simulate(asked) => simulate::run(asked, wording, out),
        Command::Staff(asked) => staff::run(asked, wording, out),
        Command::Quality(asked) => quality::run(asked, wording, out),
        Command::Plan(asked) => plan::run(asked, wording, out),
        Command::Solve(asked) => solve::run(asked, wording, out),
        Command::Check { file } => {
            let blueprint = open(file, wording)?;
            let mut code = FINE;
            for scenario in blueprint.scenarios() {
                wording.set_units(Units::of(&blueprint, scenario));
                let analysis = analyse(scenario);
                code = code.max(code_of(&analysis));
                report::write_check(out, &blueprint, scenario, &analysis, wording)?;
            }
            code = code.max(report::write_sheet_faults(out, &blueprint, wording)?);
            write_oddities(out, &blueprint, wording)?;
            Ok(code)
        }
        Command::Import {
            steps,
            roles,
            demand,
            columns,
            sheet,
            encoding,
            no_flow,
            strict,
            json,
            force,
            output,
        } => {
            let files = tables::Import {
                steps,
                roles: roles.as_deref(),
                output,
                force: *force,
                columns,
                encoding: encoding.as_deref(),
                sheet: sheet.as_deref(),
                no_flow: *no_flow,
                strict: *strict,
                json: *json,
            };
            tables::import(&files, demand.as_deref(), wording, out)
        }
        Command::Export(asked) => export::export(asked, wording, out),
        Command::Review(asked) => review::run(asked, wording, out),
        Command::MergeComments(asked) => merge_comments::run(asked, wording, out),
        Command::Handbook(asked) => handbook::write(asked, wording, out),
        Command::Handout(asked) => handout::write(asked, wording, out),
        Command::Report(asked) => document::write(&asked.common, &asked.without, wording, out),
    }
}

fn code_of(analysis: &Analysis) -> u8 {
    let is_error = analysis.problems.iter().any(|p| p.severity() == Severity::Error);
    if is_error { BLUEPRINT_HAS_ERRORS } else { FINE }
}

/// Names what is odd about what was said and about the lesson.
fn write_oddities(out: &mut dyn Write, blueprint: &Blueprint, wording: &Wording) -> io::Result<()> {
    for oddity in blueprint.discussion().oddities() {
        writeln!(out, "{}", wording.said_oddity(&oddity))?;
    }
    for line in said_oddities::told(blueprint, wording) {
        writeln!(out, "{line}")?;
    }
    for line in lesson_oddities::told(blueprint, wording) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Opens a blueprint, saying what this version leaves out of it.
fn open(path: &Path, wording: &Wording) -> Result<Blueprint, Stop> {
    open_with_comments(path, wording).map(|(blueprint, _)| blueprint)
}

/// As [`open()`], with the comments of the file, for a caller that writes it again.
fn open_with_comments(
    path: &Path,
    wording: &Wording,
) -> Result<(Blueprint, storage::Comments), Stop> {
    open_whole(path, wording).map(|opened| (opened.blueprint, opened.comments))
}

/// As [`open()`], with all that was found in the file.
fn open_whole(path: &Path, wording: &Wording) -> Result<storage::Opened, Stop> {
    let opened = storage::open(path).map_err(|error| {
        let is_table = crate::exchange::is_table_file(path);
        match (&error.problem, is_table) {
            (storage::OpenProblem::Decode(_), true) => {
                let file = path.display().to_string();
                wording.with("command-is-table", &[("file", file.into())])
            }
            _ => wording.open_error(&error),
        }
    })?;
    let file = path.display().to_string();
    // A playlist reads as a blueprint that holds nothing: figures of nothing would look like an answer.
    if opened.unknown_fields.iter().any(|field| field.path == "lessons")
        && let Some(listed) = storage::open_playlist(path)
    {
        let listed = listed.map(|playlist| playlist.lessons).unwrap_or_default();
        let lessons: Vec<String> = listed.iter().map(storage::PlaylistEntry::written).collect();
        let lessons: Vec<&str> = lessons.iter().map(String::as_str).collect();
        let arguments =
            [("file", file.into()), ("lessons", wording.list(&lessons, MOST_LESSONS).into())];
        return Err(wording.with("command-is-playlist", &arguments).into());
    }
    if opened.newer_version.is_some() {
        say(&wording.with("command-newer", &[("file", file.as_str().into())]));
    }
    for error in &opened.unread {
        let reason = wording.at_file(path, &wording.decode_error(error));
        say(&wording.with("command-unread-said", &[("reason", reason.into())]));
    }
    let unknown = opened.unknown_fields.iter().map(|field| ("command-unknown-field", field));
    let ignored = opened.ignored_hours.iter().map(|field| ("command-hours-ignored", field));
    for (key, field) in unknown.chain(ignored) {
        let line = field.position.map_or(0, |at| at.line);
        let arguments = [
            ("file", file.as_str().into()),
            ("line", line.into()),
            ("field", field.path.as_str().into()),
        ];
        say(&wording.with(key, &arguments));
    }
    Ok(opened)
}

/// The scenario that is asked for: by name, else the baseline.
fn choose(
    blueprint: &Blueprint,
    name: Option<&str>,
    wording: &Wording,
) -> Result<ScenarioId, Stop> {
    let Some(name) = name else { return Ok(blueprint.baseline().id()) };
    if let Some(scenario) = blueprint.scenario_named(name) {
        return Ok(scenario.id());
    }
    let names: Vec<&str> = blueprint.scenarios().iter().map(|s| s.name()).collect();
    let names = wording.list(&names, names.len());
    let arguments = [("name", name.into()), ("names", names.into())];
    Err(wording.with("command-no-such-scenario", &arguments).into())
}

fn scenario_of(blueprint: &Blueprint, id: ScenarioId) -> &Arc<Scenario> {
    blueprint.scenario(id).unwrap_or_else(|| blueprint.baseline())
}

/// A number of customers, as people write it: `30`, `1,000`, `三十`.
fn count_of(text: &str, wording: &Wording) -> Result<u32, Stop> {
    let refused = |_| {
        let arguments =
            [("text", text.into()), ("most", wording.number(f64::from(LARGEST_COUNT)).into())];
        Stop::from(wording.with("command-bad-customers", &arguments))
    };
    parse_count(text).map(std::num::NonZeroU32::get).map_err(refused)
}

/// Puts another demand into a scenario.
fn set_demand(
    blueprint: &mut Blueprint,
    id: ScenarioId,
    text: &str,
    wording: &Wording,
) -> Result<(), Stop> {
    let refused = |refusal| {
        let reason = wording.refusal(refusal);
        Stop::from(
            wording.with("command-bad-demand", &[("text", text.into()), ("reason", reason.into())]),
        )
    };
    // As in the window: a plain number is per what the blueprint shows rates per.
    let Units { per, calendar } = Units::of(blueprint, scenario_of(blueprint, id));
    let context = Context { per, calendar, ..Context::default() };
    let read = read_rate_per_hour(text, &context).map_err(refused)?;
    for note in read.notes() {
        say(&wording.reading_note(note));
    }
    let per_hour = read.value;
    blueprint
        .edit(id, |scenario, _| scenario.set_demand(scenario.demand().at_rate(per_hour)))
        .map_err(refused)
}
