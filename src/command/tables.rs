//! From tables to a blueprint.
//!
//! As JSON: `file`, `steps` and `roles` (how many), and `notices`, a list of `file`, `row` (null for
//! a file as a whole), `code`, which is the same in every language, and `message`.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::export_choices::refuse_folder;
use super::{Stop, code_of, say, set_demand};
use crate::analysis::analyse;
use crate::blueprint::Blueprint;
use crate::exchange::{
    AddedRoles, ColumnRequest, Form, Notice, Reading, Source, StepColumn, TableErrors,
    TableFileError, read_source, roles_from_raw, unneeded_roles,
};
use crate::storage;
use crate::wording::Wording;

/// What an import is asked for.
// Each is a switch of its own on the command line.
#[allow(clippy::struct_excessive_bools)]
pub struct Import<'a> {
    /// The table of steps.
    pub steps: &'a Path,
    /// The table of roles.
    pub roles: Option<&'a Path>,
    /// The blueprint to make.
    pub output: &'a Path,
    /// Whether it may replace a file.
    pub force: bool,
    /// Which columns hold what, such as `step=Activity,time=3`.
    pub columns: &'a [String],
    /// The encoding of the tables.
    pub encoding: Option<&'a str>,
    /// The sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// Whether the steps of a matrix are left without links.
    pub no_flow: bool,
    /// Whether nothing is written if anything was guessed or left out.
    pub strict: bool,
    /// Whether that is printed for programs rather than said to people.
    pub json: bool,
}

/// Makes a blueprint from tables.
pub fn import(
    files: &Import<'_>,
    demand: Option<&str>,
    wording: &Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let output = files.output.display().to_string();
    refuse_folder(files.output, files.steps, "ron", wording)?;
    if files.output.exists() && !files.force {
        return Err(wording.with("command-exists", &[("file", output.into())]).into());
    }
    if crate::exchange::is_table_file(files.output) {
        return Err(wording.with("command-import-to-table", &[("file", output.into())]).into());
    }
    let steps = read(files.steps, files.encoding, wording)?;
    let roles = files.roles.map(|path| read(path, files.encoding, wording)).transpose()?;
    let reading = choose(&steps, files, wording)?;
    let title = files.output.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = wording.text("command-scenario-name");
    let mut blueprint = Blueprint::empty(title.unwrap_or_default(), name);
    let id = blueprint.baseline().id();
    let read_both = blueprint.edit(id, |scenario, ids| {
        let table = roles.as_ref().and_then(|roles| roles.sheets.first());
        let roles_read = match table {
            Some((_, table)) => roles_from_raw(table, scenario, ids),
            None => Ok(AddedRoles::default()),
        };
        // The steps are read even if the roles are wrong, so that one run names every fault.
        let steps_read = steps.add(&reading, scenario, ids);
        let roles_read = roles_read.map(|mut added| {
            added.notices.extend(unneeded_roles(scenario, &added.roles));
            added.notices
        });
        Ok((roles_read, steps_read))
    });
    let (roles_read, steps_read) =
        read_both.map_err(|refusal| wording.refusal(refusal).to_owned())?;
    let mut messages = Vec::new();
    if let (Err(errors), Some(path)) = (&roles_read, files.roles) {
        messages.extend(faults(path, errors, wording));
    }
    let added = match steps_read {
        Ok(added) => added,
        Err(errors) => {
            messages.extend(faults(files.steps, &errors, wording));
            return Err(Stop::Said(messages));
        }
    };
    if !messages.is_empty() {
        return Err(Stop::Said(messages));
    }
    let mut notices: Vec<(&Path, &Notice)> = Vec::new();
    if let (Ok(of_roles), Some(path)) = (&roles_read, files.roles) {
        notices.extend(of_roles.iter().map(|notice| (path, notice)));
    }
    notices.extend(added.notices.iter().map(|notice| (files.steps, notice)));
    let told =
        |(path, notice): &(&Path, &Notice)| wording.at_file(path, &wording.import_notice(notice));
    if files.strict && !notices.is_empty() {
        let count = wording.counted("notices", notices.len());
        let mut messages: Vec<String> = notices.iter().map(told).collect();
        messages.push(wording.with("command-strict", &[("count", count.into())]));
        return Err(Stop::Said(messages));
    }
    if !files.json {
        for notice in &notices {
            say(&told(notice));
        }
    }
    steps.name(&mut blueprint, id);
    if let Some(demand) = demand {
        set_demand(&mut blueprint, id, demand, wording)?;
    }
    storage::save(files.output, &blueprint).map_err(|error| wording.save_error(&error))?;
    let scenario = blueprint.baseline();
    let (steps, roles) = (scenario.steps().len(), scenario.roles().len());
    if files.json {
        let notices: Vec<Value> = notices.iter().map(|it| as_json(it, wording)).collect();
        let all = json!({ "file": output, "steps": steps, "roles": roles, "notices": notices });
        super::json_output::write(out, all)?;
    } else {
        let (steps, roles) = (wording.counted("steps", steps), wording.counted("roles", roles));
        let arguments = [("file", output.into()), ("steps", steps.into()), ("roles", roles.into())];
        say(&wording.with("command-imported", &arguments));
    }
    Ok(code_of(&analyse(scenario)))
}

fn as_json((path, notice): &(&Path, &Notice), wording: &Wording) -> Value {
    json!({
        "file": path.display().to_string(),
        "row": (notice.row > 0).then_some(notice.row),
        "code": notice.kind.name(),
        "message": wording.import_notice(notice),
    })
}

/// Reads a file; an encoding that is as likely as another must be named.
fn read(path: &Path, encoding: Option<&str>, wording: &Wording) -> Result<Source, Stop> {
    let source = read_source(path, encoding).map_err(|error| match error {
        TableFileError::Table(errors) => Stop::Said(faults(path, &errors, wording)),
        error => wording.at_file(path, &wording.table_file_error(&error)).into(),
    })?;
    if let Some(guess) = source.encoding.as_ref().filter(|guess| guess.doubtful) {
        let others = wording.clauses(&guess.others);
        let arguments = [
            ("encoding", guess.name.into()),
            ("others", others.into()),
            ("sample", guess.sample.as_str().into()),
        ];
        return Err(wording.at_file(path, &wording.with("command-encoding", &arguments)).into());
    }
    Ok(source)
}

/// How the steps are read: as is best, but for what was asked for.
fn choose(source: &Source, files: &Import<'_>, wording: &Wording) -> Result<Reading, Stop> {
    let refuse = |errors: TableErrors| Stop::Said(faults(files.steps, &errors, wording));
    let requests = requests(files.columns, wording)?;
    let sheet = files.sheet.map(|name| source.sheet_named(name)).transpose().map_err(refuse)?;
    let proposed = match sheet {
        Some(at) => source.propose_sheet(at),
        None => source.propose(),
    };
    let mut reading = match proposed {
        Ok(reading) => reading,
        // Somebody who names the columns needs no guess.
        Err(errors) => match source.blank_reading(sheet.unwrap_or(0)) {
            Some(reading) if !requests.is_empty() => reading,
            _ => return Err(refuse(errors)),
        },
    };
    if !requests.is_empty()
        && !matches!(reading.form, Form::Steps(_))
        && let Some(rows) = source.blank_reading(reading.sheet)
    {
        reading = rows;
    }
    match &mut reading.form {
        Form::Steps(plan) => plan.follow(&requests).map_err(|fault| {
            let reason = wording.table_fault(&fault, crate::exchange::TableKind::Steps);
            wording.at_file(files.steps, &reason)
        })?,
        Form::Matrix { flow, .. } => *flow = !files.no_flow,
        Form::Flowchart => {}
    }
    Ok(reading)
}

/// What `--columns` asks for: `step=Activity`, `time=3`; `-=Remark` leaves a column out.
fn requests(texts: &[String], wording: &Wording) -> Result<Vec<ColumnRequest<StepColumn>>, Stop> {
    let mut requests = Vec::new();
    for text in texts.iter().flat_map(|text| text.split([',', '，'])) {
        let parts = text.split_once(['=', '＝']).map(|(name, source)| (name.trim(), source.trim()));
        let request = parts.and_then(|(name, source)| {
            let column = if name == "-" { None } else { Some(StepColumn::named(name)?) };
            Some(ColumnRequest { column, source: source.to_owned() })
        });
        requests.push(
            request
                .filter(|request| !request.source.is_empty())
                .ok_or_else(|| wording.with("command-columns", &[("text", text.trim().into())]))?,
        );
    }
    Ok(requests)
}

/// The text of a table in a file.
pub(super) fn text_of(path: &Path, wording: &Wording) -> Result<String, Stop> {
    let said = |error: &TableFileError| {
        Stop::from(wording.at_file(path, &wording.table_file_error(error)))
    };
    let bytes = crate::exchange::read_table_bytes(path).map_err(|error| said(&error))?;
    let decoded = crate::exchange::decode_table(&bytes).map_err(|fault| {
        let why = wording.table_fault(&fault, crate::exchange::TableKind::Steps);
        Stop::from(wording.at_file(path, &why))
    })?;
    Ok(decoded.text)
}

fn faults(path: &Path, errors: &TableErrors, wording: &Wording) -> Vec<String> {
    errors.0.iter().map(|error| wording.at_file(path, &wording.table_error(error))).collect()
}
