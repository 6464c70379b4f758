//! What changed between two versions of a blueprint, line by line, with what each change does.
//!
//! Git calls it to show a difference, with seven words (`path old-file old-hex old-mode new-file
//! new-hex new-mode`), two more for a file that was renamed, and the path alone for one that is not
//! merged. Then it ends with 0 whatever it finds, as git stops at anything else.
//!
//! As JSON: `same`; `matching`, which is `identity` or `name`; `file`, a list of what changed about
//! the file as a whole (`sign`, `text`); `scenarios`, a list of those that changed: `name`,
//! `figures` (as `compare` prints them), `before`, `after`, `total`, `together` (each with
//! `capacity_per_hour`, `throughput_time_s`, `wait_s` and `cost_per_customer`), `largest_risk` (`before` and `after`: how
//! often × severity × detection, blank ratings as 10) and `changes`, a list
//! of `sign`, `text`, `group` (`figures`, `customers` or `other`), `before` and `after` (in words,
//! where they fit a line) and `effects`, the same four figures: what the change does alone. An effect
//! that is not known is null; all effects and `together` make up `total`.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::report::Columns;
use super::{FINE, Stop, compare, open_with_comments};
use crate::analysis::Basis;
use crate::blueprint::Blueprint;
use crate::redesign::FigureChange;
use crate::storage::Comments;
use crate::versions::{
    ChangeLine, Effects, FileChange, Group, Matching, Measure, Said, ScenarioChanges, ScenarioPair,
    Versions, is_one_lineage, largest_risk,
};
use crate::wording::{Units, Wording};

/// Two versions differ.
const DIFFERS: u8 = 1;
/// What git calls a version that is not there.
const NO_FILE: &str = "/dev/null";
/// What git says, besides the path and the old file, where it shows a difference.
const WORDS_OF_GIT: usize = 5;
/// The same where the file was renamed too.
const WORDS_OF_RENAMING: usize = 7;

/// What can be asked of two versions.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The old version
    #[arg(value_name = "OLD", display_order = 1)]
    old: PathBuf,
    /// The new version
    #[arg(value_name = "NEW", display_order = 2)]
    new: PathBuf,
    /// What git adds where it calls this command to show a difference
    #[arg(hide = true)]
    of_git: Vec<PathBuf>,
    /// Which scenario; without it all
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// Whether git calls it for a path that is not merged: it has nothing to show, and must not stop.
pub fn is_unmerged(words: &[OsString]) -> bool {
    matches!(words, [_, command, _] if command == "diff")
        && std::env::var_os("GIT_DIFF_PATH_TOTAL").is_some()
}

/// Prints what changed.
pub fn run(asked: &DiffArguments, wording: &mut Wording, out: &mut dyn Write) -> Result<u8, Stop> {
    match asked.of_git.as_slice() {
        [] => {
            let old = open_with_comments(&asked.old, wording)?;
            let new = open_with_comments(&asked.new, wording)?;
            let same = told(&old, &new, None, asked, wording, out)?;
            Ok(if same { FINE } else { DIFFERS })
        }
        of_git @ [_, _, new, ..] if [WORDS_OF_GIT, WORDS_OF_RENAMING].contains(&of_git.len()) => {
            match of_git_difference(&asked.old, &asked.new, new, asked, wording, out) {
                Err(Stop::Said(messages)) => {
                    for message in messages {
                        writeln!(out, "{message}")?;
                    }
                    Ok(FINE)
                }
                done => done.map(|()| FINE),
            }
        }
        _ => Err(wording.text("command-diff-two").to_owned().into()),
    }
}

/// Prints a difference that git asks for.
fn of_git_difference(
    path: &Path,
    old: &Path,
    new: &Path,
    asked: &DiffArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    let file = match asked.of_git.get(WORDS_OF_GIT) {
        Some(renamed) => format!("{} → {}", path.display(), renamed.display()),
        None => path.display().to_string(),
    };
    let is_missing = |path: &Path| path == Path::new(NO_FILE);
    if is_missing(old) {
        writeln!(out, "{}", wording.with("versions-file-added", &[("file", file.into())]))?;
    } else if is_missing(new) {
        writeln!(out, "{}", wording.with("versions-file-removed", &[("file", file.into())]))?;
    } else {
        let old = open_with_comments(old, wording)?;
        let new = open_with_comments(new, wording)?;
        told(&old, &new, Some(&file), asked, wording, out)?;
    }
    Ok(())
}

/// What is told of two versions: all of it, or what one scenario became.
struct Told<'a> {
    matching: Matching,
    file: Vec<FileChange>,
    scenarios: Vec<(ScenarioPair, ScenarioChanges)>,
    new: &'a Blueprint,
    /// The money of the old version, which effects are reckoned on, and that of the new one.
    currencies: [&'a str; 2],
}

impl Told<'_> {
    fn is_same(&self) -> bool {
        self.file.is_empty() && self.scenarios.is_empty()
    }
}

/// Prints what changed, and returns whether nothing did.
fn told(
    (old, old_notes): &(Blueprint, Comments),
    (new, new_notes): &(Blueprint, Comments),
    heading: Option<&str>,
    asked: &DiffArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<bool, Stop> {
    let mut versions = Versions::of(old, new, is_one_lineage(old, new));
    // What stands in the text of a file is kept by it, though no version of the model has it.
    let notes = Said::of(&old_notes.as_said(), &new_notes.as_said(), Clone::clone);
    if notes != Said::default() {
        versions.file.push(FileChange::Notes(notes));
    }
    if let Some(name) = &asked.scenario {
        if old.scenario_named(name).is_none() {
            super::choose(new, Some(name), wording)?;
        }
        versions.pairs.retain(|pair| pair.before.name() == name || pair.after.name() == name);
        versions.file.retain(|change| is_of(change, name));
    }
    let changed = versions.pairs.into_iter().map(|pair| {
        let changes = pair.changes();
        (pair, changes)
    });
    let scenarios = changed.filter(|(_, changes)| !changes.is_same()).collect();
    let currencies = [old.currency(), new.currency()];
    let told =
        Told { matching: versions.matching, file: versions.file, scenarios, new, currencies };
    if asked.json {
        write_json(out, &told, wording)?;
    } else if !told.is_same() {
        if let Some(heading) = heading {
            writeln!(out, "{heading}")?;
        }
        write(out, &told, wording)?;
    }
    Ok(told.is_same())
}

/// Whether a change of the file is one of a scenario.
fn is_of(change: &FileChange, scenario: &str) -> bool {
    match change {
        FileChange::ScenarioAdded(name) | FileChange::ScenarioRemoved(name) => name == scenario,
        FileChange::ScenarioRenamed(was, is) => was == scenario || is == scenario,
        FileChange::Title(..)
        | FileChange::Currency(..)
        | FileChange::Unit(..)
        | FileChange::Rates(..)
        | FileChange::OnlyToday(_)
        | FileChange::ScenarioOrder
        | FileChange::Comments(_)
        | FileChange::Notes(_)
        | FileChange::Reviews(_)
        | FileChange::Asked(_)
        | FileChange::Lesson(_)
        | FileChange::Judged(..)
        | FileChange::Sheet(..) => false,
    }
}

fn write(out: &mut dyn Write, told: &Told<'_>, wording: &mut Wording) -> io::Result<()> {
    let mut gap = "";
    if told.matching == Matching::ByName {
        writeln!(out, "{}", wording.text("versions-by-name"))?;
        gap = "\n";
    }
    if !told.file.is_empty() {
        writeln!(out, "{gap}{}", wording.text("versions-file"))?;
        for change in &told.file {
            let (sign, text) = wording.file_change(change);
            writeln!(out, "  {} {text}", sign.sign())?;
        }
        gap = "\n";
    }
    for (pair, changes) in &told.scenarios {
        wording.set_units(Units::of(told.new, &pair.after));
        writeln!(out, "{gap}{}", wording.scenario_name(&pair.after))?;
        gap = "\n";
        figures(pair, changes, told.currencies, wording).write(out)?;
        if let Some(risk) = wording.largest_risk_changed(&pair.before, &pair.after) {
            writeln!(out, "  {risk}")?;
        }
        for group in [Group::Customers, Group::Other] {
            let mut lines = changes.of(group).peekable();
            if lines.peek().is_some() {
                writeln!(out, "  {}", wording.change_group(group))?;
            }
            for line in lines {
                writeln!(out, "    {}", said(line, pair, wording))?;
            }
        }
    }
    Ok(())
}

fn said(line: &ChangeLine, pair: &ScenarioPair, wording: &Wording) -> String {
    let words = wording.version_change(&line.change, &pair.before, &pair.after);
    format!("{} {}", words.sign.sign(), words.text)
}

/// How far one side of a figure can be trusted.
type Side<'a> = &'a dyn Fn(&FigureChange) -> Basis;

/// The way from the figures of the old version to those of the new one, change by change; nothing
/// where no figure changed.
fn figures(
    pair: &ScenarioPair,
    changes: &ScenarioChanges,
    [currency, currency_after]: [&str; 2],
    wording: &Wording,
) -> Columns {
    let mut rows: Vec<Vec<String>> = Vec::new();
    if changes.of(Group::Figures).next().is_some() || changes.total.is_any() {
        let row = |name: String, cell: &dyn Fn(Measure) -> String| {
            std::iter::once(name).chain(Measure::ALL.map(cell)).collect::<Vec<String>>()
        };
        // How far each can be trusted is marked, as everywhere.
        let amounts = |name: &str, of: &Effects, side: Side<'_>, currency: &str| {
            row(format!("    {name}"), &|measure| {
                let figures = &changes.comparison.figures;
                let rests_on = figures.iter().find(|figure| figure.key == measure.key());
                let basis = rests_on.map_or(Basis::Exact, side);
                wording.measured(measure, of.get(measure), basis, currency)
            })
        };
        let effects = |name: String, of: &Effects| {
            row(name, &|measure| wording.effect(measure, of.get(measure), currency))
        };
        let heading = format!("  {}", wording.change_group(Group::Figures));
        rows.push(row(heading, &|measure| wording.measure(measure).to_owned()));
        let before: Side<'_> = &|figure| figure.before.basis;
        rows.push(amounts(wording.text("versions-before"), &changes.before, before, currency));
        for line in changes.of(Group::Figures) {
            rows.push(effects(format!("    {}", said(line, pair, wording)), &line.effects));
        }
        if changes.together.is_any() {
            let name = format!("    {}", wording.text("versions-together"));
            rows.push(effects(name, &changes.together));
        }
        let after: Side<'_> = &|figure| figure.after.basis;
        rows.push(amounts(wording.text("versions-after"), &changes.after, after, currency_after));
    }
    Columns { rows, right: true }
}

fn write_json(out: &mut dyn Write, told: &Told<'_>, wording: &mut Wording) -> io::Result<()> {
    let file: Vec<Value> = told
        .file
        .iter()
        .map(|change| {
            let (sign, text) = wording.file_change(change);
            json!({ "sign": sign.name(), "text": text })
        })
        .collect();
    let mut scenarios: Vec<Value> = Vec::with_capacity(told.scenarios.len());
    for (pair, changes) in &told.scenarios {
        wording.set_units(Units::of(told.new, &pair.after));
        let lines: Vec<Value> =
            changes.lines.iter().map(|line| change(line, pair, wording)).collect();
        scenarios.push(json!({
            "name": pair.after.name(),
            "figures": compare::changed_figures(&changes.comparison),
            "before": measures(&changes.before),
            "after": measures(&changes.after),
            "total": measures(&changes.total),
            "together": measures(&changes.together),
            "largest_risk": {
                "before": largest_risk(&pair.before).map(|(_, risk)| risk),
                "after": largest_risk(&pair.after).map(|(_, risk)| risk),
            },
            "changes": lines,
        }));
    }
    let matching = match told.matching {
        Matching::ByIdentity => "identity",
        Matching::ByName => "name",
    };
    let same = told.is_same();
    let all = json!({ "same": same, "matching": matching, "file": file, "scenarios": scenarios });
    super::json_output::write(out, all)
}

fn change(line: &ChangeLine, pair: &ScenarioPair, wording: &Wording) -> Value {
    let words = wording.version_change(&line.change, &pair.before, &pair.after);
    let values = wording.values_of_change(&line.change, &pair.before, &pair.after);
    let (before, after) = values.unzip();
    json!({
        "sign": words.sign.name(),
        "text": words.text,
        "group": line.group.name(),
        "before": before,
        "after": after,
        "effects": measures(&line.effects),
    })
}

fn measures(effects: &Effects) -> Value {
    json!({
        "capacity_per_hour": effects.get(Measure::Capacity),
        "throughput_time_s": effects.get(Measure::ThroughputTime),
        "wait_s": effects.get(Measure::Wait),
        "cost_per_customer": effects.get(Measure::Cost),
    })
}
