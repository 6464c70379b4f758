//! From tables to a blueprint and back.

use std::path::{Path, PathBuf};

use super::{FINE, Stop, say, set_demand};
use crate::blueprint::{Blueprint, Scenario};
use crate::exchange::{
    TableErrors, TableFileError, TableKind, read_table, roles_from_table, steps_from_table,
    write_roles, write_steps, write_table,
};
use crate::storage;
use crate::wording::Wording;

/// The files of an import.
pub struct Import<'a> {
    /// The table of steps.
    pub steps: &'a Path,
    /// The table of roles.
    pub roles: Option<&'a Path>,
    /// The blueprint to make.
    pub output: &'a Path,
    /// Whether it may replace a file.
    pub force: bool,
}

/// Makes a blueprint from tables.
pub fn import(files: &Import<'_>, demand: Option<&str>, wording: &Wording) -> Result<u8, Stop> {
    let output = files.output.display().to_string();
    if files.output.exists() && !files.force {
        return Err(wording.with("command-exists", &[("file", output.into())]).into());
    }
    let steps = read(files.steps, TableKind::Steps, wording)?;
    let roles = files.roles.map(|path| read(path, TableKind::Roles, wording)).transpose()?;
    let title = files.output.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = wording.text("command-scenario-name");
    let mut blueprint = Blueprint::empty(title.unwrap_or_default(), name);
    let id = blueprint.baseline().id();
    let read_both = blueprint.edit(id, |scenario, ids| {
        let roles_read = match &roles {
            Some(text) => roles_from_table(text, scenario, ids).map(|_| ()),
            None => Ok(()),
        };
        // The steps are read even if the roles are wrong, so that one run names every fault.
        Ok((roles_read, steps_from_table(&steps, scenario, ids)))
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
    if !added.ignored.is_empty() {
        let file = files.steps.display().to_string();
        let names = added.ignored.join(", ");
        say(&wording.with("command-ignored", &[("file", file.into()), ("names", names.into())]));
    }
    if let Some(demand) = demand {
        set_demand(&mut blueprint, id, demand, wording)?;
    }
    storage::save(files.output, &blueprint).map_err(|error| wording.save_error(&error))?;
    let steps = wording.counted("steps", blueprint.baseline().steps().len());
    let roles = wording.counted("roles", blueprint.baseline().roles().len());
    say(&wording.with(
        "command-imported",
        &[("file", output.into()), ("steps", steps.into()), ("roles", roles.into())],
    ));
    Ok(FINE)
}

fn read(path: &Path, kind: TableKind, wording: &Wording) -> Result<String, Stop> {
    read_table(path).map_err(|error| {
        let reason = match error {
            TableFileError::File(error) => wording.file_problem(&error.into()),
            TableFileError::Text(fault) => wording.table_fault(&fault, kind),
        };
        wording.at_file(path, &reason).into()
    })
}

fn faults(path: &Path, errors: &TableErrors, wording: &Wording) -> Vec<String> {
    errors.0.iter().map(|error| wording.at_file(path, &wording.table_error(error))).collect()
}

/// Writes the tables of a scenario.
pub fn export(
    scenario: &Scenario,
    output: &Path,
    roles: Option<&Path>,
    wording: &Wording,
) -> Result<u8, Stop> {
    let file = output.display().to_string();
    match output.extension().map(|end| end.to_string_lossy().to_lowercase()) {
        None => {
            return Err(wording.with("command-format-missing", &[("file", file.into())]).into());
        }
        Some(end) if end != "csv" => {
            let format = format!(".{end}");
            let arguments = [("file", file.into()), ("format", format.into())];
            return Err(wording.with("command-format", &arguments).into());
        }
        Some(_) => {}
    }
    let roles = roles.map_or_else(|| beside(output), Path::to_owned);
    let (step_table, role_table) = (write_steps(scenario), write_roles(scenario));
    for (path, table) in [(output, &step_table), (roles.as_path(), &role_table)] {
        write_table(path, &table.text)
            .map_err(|error| wording.at_file(path, &wording.file_problem(&error.into())))?;
    }
    let renamed = [step_table.renamed, role_table.renamed].concat();
    if !renamed.is_empty() {
        say(&wording.with("command-renamed", &[("names", renamed.join(", ").into())]));
    }
    let roles = roles.display().to_string();
    say(&wording.with("command-exported", &[("steps", file.into()), ("roles", roles.into())]));
    Ok(FINE)
}

/// The file of the roles beside that of the steps: `OUT-roles.csv`.
fn beside(output: &Path) -> PathBuf {
    let mut name = output.file_stem().unwrap_or_default().to_owned();
    name.push("-roles.csv");
    output.with_file_name(name)
}
