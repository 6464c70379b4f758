//! What a text or file holds that steps can be made of, and how it is going to be read: the way of
//! paste, drop, *Import…* and the command line alike.

use super::columns::{Column, RoleColumn, StepColumn};
use super::decoding::{EncodingGuess, decode_table, decode_table_as};
use super::drafts::at;
use super::faults::{TableErrors, TableFault};
use super::flowchart::{Flowchart, read_flowchart};
use super::headings::plain;
use super::list_marks::without_mark;
use super::matrix::Matrix;
use super::notices::{Notice, NoticeKind};
use super::own_sheets::{LinksSheet, prepare};
use super::own_values::OwnValues;
use super::plain_numbers::{PlainNumbers, settle_units};
use super::plan::{Plan, Told};
use super::raw::RawTable;
use super::roles_table::{AddedRoles, roles_from_raw, unneeded_roles};
use super::steps_table::{AddedSteps, add_drafts, steps_from_raw};
use super::workbook::{NamedTable, is_workbook, read_workbook};
use crate::blueprint::{Blueprint, Demand, IdSource, Scenario, ScenarioId};

/// The longest line that is taken for a step where a text is no table, in characters.
const LONGEST_LINE: usize = 80;

/// What a text or file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its tables; a text has one.
    pub sheets: Vec<NamedTable>,
    /// Its flowchart, if it is the source of one.
    flowchart: Option<Flowchart>,
    /// The sheet of a workbook that holds links.
    links: Option<LinksSheet>,
    /// What a workbook that this program wrote says beside its steps, roles and links.
    own: Option<OwnValues>,
    /// How its bytes were read, where that is a guess.
    pub encoding: Option<EncodingGuess>,
}

/// How a source is going to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which of its sheets.
    pub sheet: usize,
    /// As what.
    pub form: Form,
}

/// What a table is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A row for each step.
    Steps(Plan<StepColumn>),
    /// Zones one way, phases the other.
    Matrix {
        /// Where they stand.
        matrix: Matrix,
        /// Whether steps follow one another from the first phase to the last.
        flow: bool,
    },
    /// A flowchart.
    Flowchart,
}

impl Reading {
    /// Whether nothing was guessed.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        match &self.form {
            Form::Steps(plan) => plan.is_sure(),
            Form::Matrix { .. } => false,
            Form::Flowchart => true,
        }
    }
}

impl Reading {
    /// Whether it can be followed without a question: nothing was guessed, or there is no header and
    /// what stands in the columns tells all of them.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        match &self.form {
            Form::Steps(plan) if plan.header.is_none() => {
                plan.columns.iter().all(|column| column.column.is_some())
            }
            _ => self.is_sure(),
        }
    }
}

fn whole((row, fault): (usize, TableFault)) -> TableErrors {
    TableErrors(vec![at(row, None, fault)])
}

impl Source {
    /// Reads a text, as it is pasted.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn of_text(text: &str) -> Result<Self, TableErrors> {
        let (flowchart, table) = match read_flowchart(text) {
            Some(chart) => (Some(chart.map_err(whole)?), RawTable::default()),
            None => (None, RawTable::read(text).map_err(whole)?),
        };
        let sheets = vec![(String::new(), table)];
        Ok(Self { sheets, flowchart, links: None, own: None, encoding: None })
    }

    /// Reads the bytes of a file, in an encoding if one is named.
    ///
    /// # Errors
    /// What keeps it from being read at all.
    pub fn of_bytes(bytes: &[u8], encoding: Option<&str>) -> Result<Self, TableErrors> {
        if is_workbook(bytes) {
            let mut sheets = read_workbook(bytes).map_err(|fault| whole((0, fault)))?;
            let (links, own) = prepare(&mut sheets);
            return Ok(Self { sheets, flowchart: None, links, own, encoding: None });
        }
        let (text, guess) = match encoding {
            Some(name) => (decode_table_as(bytes, name), None),
            None => match decode_table(bytes) {
                Ok(decoded) => (Ok(decoded.text), decoded.guess),
                Err(fault) => (Err(fault), None),
            },
        };
        let mut source = Self::of_text(&text.map_err(|fault| whole((0, fault)))?)?;
        source.encoding = guess;
        Ok(source)
    }

    /// A table of the source.
    fn table(&self, sheet: usize) -> Option<&RawTable> {
        self.sheets.get(sheet).map(|(_, table)| table)
    }

    /// How the source is best read: its sheet of steps, else the first sheet that has a column of
    /// steps or is a matrix.
    ///
    /// # Errors
    /// [`TableFault::NoSheet`] for a workbook without such a sheet, [`TableFault::NoHeader`] for a
    /// table in which no column holds the steps.
    pub fn propose(&self) -> Result<Reading, TableErrors> {
        let called =
            |name: &str| ["steps", "step", "步骤", "流程步骤"].contains(&plain(name).as_str());
        let steps = self.sheets.iter().position(|(name, _)| called(name));
        let mut order: Vec<usize> = (0..self.sheets.len()).collect();
        order.sort_by_key(|at| (Some(*at) != steps, *at));
        let mut unsure = None;
        for sheet in order {
            let Ok(reading) = self.propose_sheet(sheet) else { continue };
            let Form::Steps(plan) = &reading.form else { return Ok(reading) };
            if self.sheets.len() == 1 || steps == Some(sheet) || named_steps(plan) {
                return Ok(reading);
            }
            unsure.get_or_insert(reading);
        }
        match unsure {
            Some(reading) => Ok(reading),
            None if self.sheets.len() > 1 => {
                let names = self.sheets.iter().map(|(name, _)| name.clone()).collect();
                Err(whole((0, TableFault::NoSheet(names))))
            }
            None => self.propose_sheet(0),
        }
    }

    /// How a sheet of the source is best read.
    ///
    /// # Errors
    /// As [`Source::propose`].
    pub fn propose_sheet(&self, sheet: usize) -> Result<Reading, TableErrors> {
        if self.flowchart.is_some() {
            return Ok(Reading { sheet, form: Form::Flowchart });
        }
        let table = self.table(sheet).ok_or_else(|| whole((0, TableFault::Empty)))?;
        if let Some(matrix) = Matrix::find(table) {
            return Ok(Reading { sheet, form: Form::Matrix { matrix, flow: true } });
        }
        let plan = Plan::of(table).map_err(whole)?;
        if plan.place(StepColumn::REQUIRED).is_none() {
            let row = plan.header.and_then(|header| table.rows.get(header));
            let row = row.or(table.rows.first()).map_or(0, |row| row.number);
            return Err(whole((row, TableFault::NoHeader)));
        }
        Ok(Reading { sheet, form: Form::Steps(plan) })
    }

    /// The columns of a reading that hold times without a unit, each with what they are taken to be
    /// in.
    #[must_use]
    pub fn plain_numbers(&self, reading: &Reading) -> Vec<PlainNumbers> {
        match (&reading.form, self.table(reading.sheet)) {
            (Form::Steps(plan), Some(table)) => settle_units(plan, table).1,
            _ => Vec::new(),
        }
    }

    /// The sheet that is called so, or that stands at that place counted from 1.
    ///
    /// # Errors
    /// [`TableFault::NoSuchSheet`].
    pub fn sheet_named(&self, name: &str) -> Result<usize, TableErrors> {
        let by_name = self.sheets.iter().position(|(other, _)| plain(other) == plain(name));
        let by_number = || {
            let number: usize = name.trim().parse().ok()?;
            number.checked_sub(1).filter(|at| *at < self.sheets.len())
        };
        by_name.or_else(by_number).ok_or_else(|| {
            let there = self.sheets.iter().map(|(name, _)| name.clone()).collect();
            whole((0, TableFault::NoSuchSheet(name.to_owned(), there)))
        })
    }

    /// A reading of a sheet without a guess, for a person to fill in.
    #[must_use]
    pub fn blank_reading(&self, sheet: usize) -> Option<Reading> {
        let table = self.table(sheet)?;
        let mut plan = Plan::of(table).ok()?;
        for column in &mut plan.columns {
            column.told = Told::ByPerson;
        }
        Some(Reading { sheet, form: Form::Steps(plan) })
    }

    /// A reading of a sheet as zones and phases, if it can be that.
    #[must_use]
    pub fn matrix_reading(&self, sheet: usize) -> Option<Reading> {
        let matrix = Matrix::find(self.table(sheet)?)?;
        Some(Reading { sheet, form: Form::Matrix { matrix, flow: true } })
    }

    /// Whether the text is a column of names and nothing else, such as a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.flowchart.is_none()
            && matches!(self.sheets.as_slice(), [(_, table)] if table.width() == 1)
    }

    /// Whether the text can hardly be meant as steps: a list with sentences in it, or a single
    /// sentence.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        let [(_, table)] = self.sheets.as_slice() else { return false };
        if self.flowchart.is_some() || table.width() > 1 {
            return false;
        }
        let sentence = |cell: &str| {
            let cell = without_mark(cell).unwrap_or(cell);
            cell.chars().count() > LONGEST_LINE
                || cell.contains(". ")
                || cell.contains("://")
                || table.rows.len() == 1 && cell.ends_with(['.', '?', '!', '。', '？', '！'])
        };
        table.rows.iter().any(|row| sentence(row.cell(0)))
    }

    /// How many steps the source makes by itself, if it can be read.
    #[must_use]
    pub fn step_count(&self) -> Option<usize> {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let reading = self.propose().ok()?;
        self.add(&reading, &mut scenario, &mut ids).ok().map(|added| added.steps.len())
    }

    /// Adds what is read to a scenario; the roles of a workbook's second sheet too.
    ///
    /// # Errors
    /// Everything that is wrong; then the scenario is as it was.
    pub fn add(
        &self,
        reading: &Reading,
        scenario: &mut Scenario,
        ids: &mut IdSource,
    ) -> Result<AddedSteps, TableErrors> {
        let (mut changed, mut fresh) = (scenario.clone(), *ids);
        let is_new = scenario.steps().is_empty() && *scenario.demand() == Demand::default();
        let own = self.own.as_ref().filter(|own| own.steps == reading.sheet);
        let roles = self.roles_sheet(reading);
        let mut of_roles = AddedRoles::default();
        if let Some(roles) = roles.and_then(|at| self.table(at)) {
            of_roles = roles_from_raw(roles, &mut changed, &mut fresh)?;
        }
        let nothing = RawTable::default();
        let table = self.table(reading.sheet).unwrap_or(&nothing);
        let mut added = match &reading.form {
            Form::Steps(plan) => steps_from_raw(table, plan, &mut changed, &mut fresh)?,
            Form::Matrix { matrix, flow } => {
                let read = matrix.read(table, *flow);
                let mut added = add_drafts(&read.drafts, Vec::new(), &mut changed, &mut fresh)?;
                added.notices.splice(0..0, read.notices);
                if !table.above.is_empty() {
                    added.notices.push(NoticeKind::AboveHeader(table.above.clone()).into());
                }
                if !table.below.is_empty() {
                    added.notices.push(NoticeKind::BelowTable(table.below.clone()).into());
                }
                added
            }
            Form::Flowchart => {
                let chart = self.flowchart.as_ref().ok_or_else(|| whole((0, TableFault::Empty)))?;
                add_flowchart(chart, &mut changed, &mut fresh)?
            }
        };
        added.notices.append(&mut of_roles.notices);
        added.notices.extend(unneeded_roles(&changed, &of_roles.roles));
        if let Some(own) = own {
            added.notices.extend(own.put_into(&mut changed, &added.steps, is_new));
        }
        if let Some((name, _)) = self.sheets.get(reading.sheet).filter(|_| self.sheets.len() > 1) {
            let mut links = None;
            if let Some(sheet) = &self.links {
                links = Some(sheet.at);
                if !sheet.taken && sheet.differs(&changed, &added.steps) {
                    added.notices.push(NoticeKind::LinksDiffer.into());
                } else if !sheet.left.is_empty() {
                    added.notices.push(NoticeKind::PartsLeftOut(sheet.left.clone()).into());
                }
            }
            let others = self.sheets.iter().enumerate();
            let read = own.map_or(&[][..], |own| own.sheets.as_slice());
            let others = others.filter(|(at, _)| {
                let is_steps = *at == reading.sheet;
                !is_steps && Some(*at) != roles && Some(*at) != links && !read.contains(at)
            });
            let others: Vec<String> = others.map(|(_, (name, _))| name.clone()).collect();
            if !others.is_empty() {
                let kind = NoticeKind::SheetRead { name: name.clone(), others };
                added.notices.insert(0, kind.into());
            }
        }
        if let Some(guess) = &self.encoding {
            let kind = NoticeKind::EncodingGuessed {
                encoding: guess.name.to_owned(),
                sample: guess.sample.clone(),
            };
            added.notices.insert(0, kind.into());
        }
        (*scenario, *ids) = (changed, fresh);
        Ok(added)
    }

    /// Gives a new blueprint that is made of the source what this says of the whole: title, currency
    /// and the name of a scenario, where it is a workbook of this program.
    pub fn name(&self, blueprint: &mut Blueprint, scenario: ScenarioId) {
        if let Some(own) = &self.own {
            own.name(blueprint, scenario);
        }
    }

    /// The sheet of roles of a workbook.
    fn roles_sheet(&self, reading: &Reading) -> Option<usize> {
        let called =
            |name: &str| ["roles", "role", "角色", "人员", "岗位"].contains(&plain(name).as_str());
        let at = self.sheets.iter().position(|(name, _)| called(name))?;
        let fits = at != reading.sheet
            && Plan::<RoleColumn>::of(self.table(at)?)
                .is_ok_and(|plan| plan.place(RoleColumn::REQUIRED).is_some());
        fits.then_some(at)
    }
}

/// Whether a heading names the column of steps.
fn named_steps(plan: &Plan<StepColumn>) -> bool {
    let at = plan.place(StepColumn::Step);
    at.and_then(|at| plan.columns.get(at)).is_some_and(|column| column.told == Told::ByName)
}

/// Adds the steps of a flowchart. A link that a blueprint takes none of is left out and said.
fn add_flowchart(
    chart: &Flowchart,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<AddedSteps, TableErrors> {
    let mut read = chart.read();
    let mut left: Vec<Notice> = Vec::new();
    loop {
        let (mut changed, mut fresh) = (scenario.clone(), *ids);
        match add_drafts(&read.drafts, Vec::new(), &mut changed, &mut fresh) {
            Ok(mut added) => {
                (*scenario, *ids) = (changed, fresh);
                read.notices.append(&mut left);
                added.notices.splice(0..0, read.notices);
                return Ok(added);
            }
            Err(errors) => {
                let (links, rest) = Flowchart::refused(&mut read.drafts, &errors);
                if links.is_empty() {
                    return Err(TableErrors(rest));
                }
                left.extend(links.into_iter().map(Notice::from));
            }
        }
    }
}
