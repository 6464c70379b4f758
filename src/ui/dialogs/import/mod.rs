//! What a table holds, before it is imported: a guess for each column, which a person may correct,
//! and the steps that come of it.

mod columns;
mod dialog;
mod found;

use std::path::Path;
use std::sync::Arc;

use crate::blueprint::{Blueprint, LinkEnd, LinkKind, Refusal, Scenario, StepId};
use crate::editor::Editor;
use crate::exchange::{self, AddedSteps, RawTable, Reading, Source, TableErrors};
use crate::wording::Wording;

/// How many steps are shown of those that are imported.
const SHOWN: usize = 60;

/// Where the steps go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Destination {
    /// Into a blueprint of their own.
    New,
    /// Onto the sheet that is open.
    Sheet,
}

/// A table on its way in.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Import {
    /// The name of the file; `None` for what was pasted.
    name: Option<String>,
    /// The bytes of the file, to be read in another encoding.
    bytes: Arc<[u8]>,
    /// The encoding that a person chose.
    encoding: Option<&'static str>,
    source: Arc<Source>,
    reading: Reading,
    /// How the sheet is read as zones and phases, if it can be that.
    matrix: Option<Reading>,
    destination: Destination,
    outcome: Option<Arc<Outcome>>,
    /// What was open when the outcome was computed.
    onto: Option<Arc<Blueprint>>,
}

/// What comes of it.
#[derive(Debug)]
enum Outcome {
    /// The blueprint with the steps, and the rows that are shown of them.
    Steps { blueprint: Box<Blueprint>, added: AddedSteps, rows: Vec<[String; 5]> },
    /// What is in the way.
    Faults(TableErrors),
}

impl Import {
    /// What a file holds.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn file(path: &Path, bytes: Vec<u8>) -> Result<Self, TableErrors> {
        let source = Source::of_bytes(&bytes, None)?;
        let import = Self::of(source)?;
        Ok(Self {
            name: Some(name_of(path)),
            bytes: bytes.into(),
            destination: Destination::New,
            ..import
        })
    }

    /// What was pasted.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn pasted(source: Source) -> Result<Self, TableErrors> {
        Self::of(source)
    }

    fn of(source: Source) -> Result<Self, TableErrors> {
        let reading = match source.propose() {
            Ok(reading) => reading,
            // A person may tell which column holds the steps.
            Err(errors) => source.blank_reading(0).ok_or(errors)?,
        };
        let matrix = source.matrix_reading(reading.sheet);
        Ok(Self {
            matrix,
            name: None,
            bytes: Arc::default(),
            encoding: None,
            source: Arc::new(source),
            reading,
            destination: Destination::Sheet,
            outcome: None,
            onto: None,
        })
    }

    /// Whether it was pasted, and so is meant for the sheet that was open.
    pub fn is_pasted(&self) -> bool {
        self.name.is_none()
    }

    /// The table that is read.
    fn table(&self) -> Option<&RawTable> {
        self.source.sheets.get(self.reading.sheet).map(|(_, table)| table)
    }

    /// Reads the file anew in another encoding; one in which it cannot be read changes nothing.
    fn read_as(&mut self, encoding: &'static str) {
        if let Ok(source) = Source::of_bytes(&self.bytes, Some(encoding))
            && let Ok(again) = Self::of(source)
        {
            self.source = again.source;
            self.reading = again.reading;
            self.matrix = again.matrix;
            self.encoding = Some(encoding);
            self.outcome = None;
        }
    }

    fn choose(&mut self, reading: Reading) {
        self.reading = reading;
        self.outcome = None;
    }

    /// What would come of it now.
    fn outcome(&mut self, editor: &Editor, words: &Wording) -> Arc<Outcome> {
        // What is open may have become another meanwhile.
        let open = editor.blueprint();
        let is_same = self.onto.as_ref().is_some_and(|onto| Arc::ptr_eq(onto, open));
        if let Some(outcome) = self.outcome.as_ref().filter(|_| is_same) {
            return Arc::clone(outcome);
        }
        self.onto = Some(Arc::clone(open));
        let mut blueprint = match self.destination {
            Destination::Sheet => Blueprint::clone(editor.blueprint()),
            Destination::New => {
                let stem = self.name.as_deref().map(|name| {
                    Path::new(name).file_stem().unwrap_or_default().to_string_lossy().into_owned()
                });
                Blueprint::empty(stem.unwrap_or_default(), words.text("scenario-first"))
            }
        };
        let id = match self.destination {
            Destination::Sheet => editor.scenario().id(),
            Destination::New => blueprint.baseline().id(),
        };
        let mut faults = TableErrors(Vec::new());
        let added = blueprint.edit(id, |scenario, ids| {
            self.source.add(&self.reading, scenario, ids).map_err(|errors| {
                faults = errors;
                Refusal::NotThere
            })
        });
        if self.destination == Destination::New {
            self.source.name(&mut blueprint, id);
        }
        let outcome = Arc::new(match added {
            Ok(added) => {
                let rows = blueprint.scenario(id).map(|scenario| {
                    let shown = added.steps.iter().take(SHOWN);
                    shown.filter_map(|step| row(words, scenario, *step)).collect()
                });
                Outcome::Steps {
                    blueprint: Box::new(blueprint),
                    added,
                    rows: rows.unwrap_or_default(),
                }
            }
            Err(_) => Outcome::Faults(faults),
        });
        self.outcome = Some(Arc::clone(&outcome));
        outcome
    }
}

/// The row of a step: name, lane, role, time, what follows.
fn row(words: &Wording, scenario: &Scenario, id: StepId) -> Option<[String; 5]> {
    let step = scenario.steps().get(&id)?;
    let lane = words.lane(scenario, step.lane).into_owned();
    let needs = exchange::write_needs(&scenario.needs_as_named(&step.needs));
    let time = step.time.as_ref().map(|time| words.service_time(time));
    let next: Vec<String> = scenario
        .links_at(id)
        .filter(|(_, link)| link.from == id && link.kind == LinkKind::Flow)
        .map(|(_, link)| {
            let to = match link.to {
                LinkEnd::Step(to) => words.step(to, scenario).to_owned(),
                LinkEnd::Outside => words.text("link-outside").to_owned(),
            };
            link.share.map_or(to.clone(), |share| format!("{to} {}", words.share(share)))
        })
        .collect();
    let next = next.join(words.text("import-preview-between"));
    let name = step.name.replace('\n', " ");
    Some([name, lane, needs, time.unwrap_or_default(), next])
}

/// The name of a file without its folder.
pub(in crate::ui) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
