//! Which column of a table holds what: told by its headings, else by what stands below them; a
//! person may say otherwise.

use super::answers::{answers, names_an_answer, take_answers};
use super::columns::{Column, RoleColumn, StepColumn};
use super::faults::TableFault;
use super::fixed_words::{NOTHING, is_word};
use super::heading_units::HeadingUnit;
use super::headings::{Fit, is_average, is_other_time, plain, read_heading};
use super::joined::{Join, holds_units, join_columns, parts_of_one};
use super::lanes::zone_named;
use super::raw::{HEAD, RawTable, RowFault};
use super::second_header::{first_of_two, sub_header};
use crate::blueprint::TimeUnit;
use crate::blueprint::notation::{Habits, LengthUnit, parse_time};

/// The longest text that is taken for the name of a step, in characters.
const LONGEST_NAME: usize = 80;

/// How a column was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its heading is a word for it.
    ByName,
    /// Its heading contains a word for it.
    ByPart,
    /// By what stands in it.
    ByContent,
    /// A person said so.
    ByPerson,
}

/// What a column of a table is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnPlan<C> {
    /// Its heading as written; blank where it has none.
    pub heading: String,
    /// What it holds, if it is taken at all.
    pub column: Option<C>,
    /// How that was told.
    pub told: Told,
    /// The unit that the heading, or a person where it gives none, says plain numbers are in.
    pub unit: Option<LengthUnit>,
    /// What it adds to a time beside it, if it is not taken itself.
    pub join: Option<Join>,
}

/// What the columns of a table are taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<C> {
    /// Which row is the header, counted among the rows that are not blank; `None` without one.
    pub header: Option<usize>,
    /// How many rows the header has, of which [`Plan::header`] is the last: two where units, or
    /// "min" and "max", stand below the headings.
    pub header_rows: usize,
    /// Each column, from left to right.
    pub columns: Vec<ColumnPlan<C>>,
    /// What a person said of commas and colons in times that could mean two things.
    pub said: Habits,
}

/// A column that somebody names: by its heading, or by its place counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnRequest<C> {
    /// What it holds; `None` to leave it out.
    pub column: Option<C>,
    /// Its heading or its number.
    pub source: String,
}

impl<C: Guess> Plan<C> {
    /// What the columns of a table hold, as far as can be told.
    ///
    /// # Errors
    /// [`TableFault::ColumnTwice`] where two headings are the same word for one column.
    pub fn of(table: &RawTable) -> Result<Self, RowFault> {
        let header = header_row::<C>(table).map(|row| first_of_two::<C>(table, row));
        let said = Habits { decimal: None, clock: None };
        let below = header.filter(|row| sub_header::<C>(table, *row).is_some()).map(|row| row + 1);
        let header_rows = 1 + usize::from(below.is_some());
        let headings = match (header, below) {
            (Some(row), Some(_)) => sub_header::<C>(table, row).unwrap_or_default(),
            (Some(row), None) => {
                table.rows.get(row).map(|row| row.cells.clone()).unwrap_or_default()
            }
            (None, _) => Vec::new(),
        };
        let mut plan = Self { header: below.or(header), header_rows, columns: Vec::new(), said };
        for at in 0..table.width() {
            plan.columns.push(ColumnPlan {
                heading: headings.get(at).cloned().unwrap_or_default(),
                column: None,
                told: Told::ByContent,
                unit: None,
                join: None,
            });
        }
        plan.take_named(table)?;
        C::by_content(&mut plan, table);
        Ok(plan)
    }

    /// Gives each column to the heading that names it best, and each heading one column.
    fn take_named(&mut self, table: &RawTable) -> Result<(), RowFault> {
        let Some(header) = self.header else { return Ok(()) };
        let mut claims = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if C::stands_aside(&column.heading, table, at, header + 1) {
                continue;
            }
            for heading in read_heading::<C>(&column.heading) {
                if heading.column.is_spoiled_by(&column.heading) {
                    continue;
                }
                let sure = heading.column.sure();
                let first = matches!(heading.fit, Fit::Named(at) if at < sure);
                // What is headed by the very word is meant, even if it cannot be read.
                let is_key = heading.fit != Fit::Likely
                    || !heading.column.numbers_rows()
                    || is_unique(table, at, header + 1);
                if first || is_key && fits(heading.column, table, at, header + 1) {
                    claims.push((heading.fit, at, heading));
                }
            }
        }
        claims.sort_by_key(|(fit, at, _)| (*fit, *at));
        let mut taken: Vec<(C, usize)> = Vec::new();
        for (fit, at, heading) in claims {
            let Some(slot) = self.columns.get(at) else { continue };
            if slot.column.is_some() {
                continue;
            }
            if let Some((_, other)) = taken.iter().find(|(column, _)| *column == heading.column) {
                let other = self.columns.get(*other).map_or("", |other| other.heading.as_str());
                if C::parts_of_one(other, &slot.heading) {
                    continue;
                }
                let same = Some(plain(other));
                if fit == Fit::Named(0) || same.as_deref() == Some(&*plain(&slot.heading)) {
                    let row = table.rows.get(header).map_or(0, |row| row.number);
                    return Err((row, TableFault::ColumnTwice));
                }
                continue;
            }
            taken.push((heading.column, at));
            if let Some(slot) = self.columns.get_mut(at) {
                slot.column = Some(heading.column);
                slot.unit = heading.unit;
                let doubtful = heading.column.is_doubtful(&slot.heading);
                let by_part = fit == Fit::Likely || doubtful;
                slot.told = if by_part { Told::ByPart } else { Told::ByName };
            }
        }
        Ok(())
    }

    /// Where a column stands.
    pub fn place(&self, column: C) -> Option<usize> {
        self.columns.iter().position(|plan| plan.column == Some(column))
    }

    /// Takes a column for something, as a person says; another that was taken for it is left out.
    pub fn set(&mut self, at: usize, column: Option<C>) {
        if let Some(other) = column.and_then(|column| self.place(column))
            && other != at
            && let Some(other) = self.columns.get_mut(other)
        {
            other.column = None;
            other.told = Told::ByPerson;
        }
        if let Some(slot) = self.columns.get_mut(at) {
            slot.column = column;
            slot.told = Told::ByPerson;
            slot.join = None;
            slot.unit = read_heading::<StepColumn>(&slot.heading)
                .iter()
                .find_map(|heading| heading.unit)
                .filter(|_| column.is_some_and(Column::holds_time));
        }
    }

    /// Takes columns as requested.
    ///
    /// # Errors
    /// [`TableFault::NoSuchColumn`] for a heading or number that the table does not have.
    pub fn follow(&mut self, requests: &[ColumnRequest<C>]) -> Result<(), TableFault> {
        for request in requests {
            let wanted = plain(&request.source);
            let by_heading =
                self.columns.iter().position(|column| plain(&column.heading) == wanted);
            let by_number = || {
                let number: usize = request.source.trim().parse().ok()?;
                number.checked_sub(1).filter(|at| *at < self.columns.len())
            };
            let at = by_heading
                .filter(|_| !wanted.is_empty())
                .or_else(by_number)
                .ok_or_else(|| TableFault::NoSuchColumn(request.source.clone()))?;
            self.set(at, request.column);
        }
        Ok(())
    }

    /// Whether nothing was guessed: all that is taken was named, and the required column is there.
    pub fn is_sure(&self) -> bool {
        self.header.is_some()
            && self.place(C::REQUIRED).is_some()
            && self
                .columns
                .iter()
                .filter(|plan| plan.column.is_some())
                .all(|plan| matches!(plan.told, Told::ByName | Told::ByPerson))
    }
}

/// Whether no cell of a column says what another one does.
fn is_unique(table: &RawTable, at: usize, from: usize) -> bool {
    let mut seen = std::collections::HashSet::new();
    table.column(at, from).all(|cell| seen.insert(cell))
}

/// Whether what stands below a heading can be read as that column: most of it.
fn fits<C: Column>(column: C, table: &RawTable, at: usize, from: usize) -> bool {
    let (mut read, mut all) = (0_usize, 0_usize);
    let says_nothing = |cell: &&str| !is_word(cell, NOTHING);
    for cell in table.column(at, from).filter(says_nothing).take(200) {
        all += 1;
        read += usize::from(column.reads(cell));
    }
    // Nobody is called by a number alone.
    let counts = column.names_people() && all > 0 && table.column(at, from).all(is_number);
    2 * read >= all && !counts
}

/// The row among the first that is most of all a header: the one with the most known headings; it
/// is one where the required column is named, or where it names two columns.
fn header_row<C: Guess>(table: &RawTable) -> Option<usize> {
    let score = |at: usize| {
        let row = table.rows.get(at)?;
        let (mut named, mut likely, mut required) = (0_usize, 0_usize, false);
        for cell in row.cells.iter().filter(|cell| cell.chars().count() <= LONGEST_NAME) {
            let found = read_heading::<C>(cell);
            required |= found.iter().any(|heading| heading.column == C::REQUIRED);
            match found.first().map(|heading| heading.fit) {
                Some(Fit::Named(_)) => named += 1,
                Some(Fit::Likely) => likely += 1,
                None => {}
            }
        }
        // An amount heads nothing; "Quarter hours" beside headings is one of them.
        let has_digits = |cell: &str| cell.chars().any(char::is_numeric);
        if row.cells.iter().any(|cell| is_time(cell) && (named < 2 || has_digits(cell))) {
            return None;
        }
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        if table.width() == 1 {
            // In a column of names a word that could be a heading is one only at its top, and only
            // where it could hardly be a step.
            return (at == 0 && heads_alone(row.cell(0))).then_some((1, 0));
        }
        let is_header = named > 0 && (required && at == 0 || named + likely > 1)
            || required && likely > 0 && filled > 1 && likely * 2 >= filled
            || C::header_by_content(table, at);
        is_header.then_some((named, likely))
    };
    let rows = 0..table.rows.len().min(HEAD);
    // The first of equals.
    rows.filter_map(|at| score(at).map(|score| (score, std::cmp::Reverse(at))))
        .max()
        .map(|(_, std::cmp::Reverse(at))| at)
}

/// Whether a word heads a column of steps even where nothing stands beside it.
fn heads_alone(text: &str) -> bool {
    let text = plain(text);
    let words = [
        "step",
        "steps",
        "stepname",
        "processstep",
        "processsteps",
        "activity",
        "activities",
        "activityname",
        "task",
        "tasks",
        "taskname",
        "role",
        "roles",
        "步骤",
        "步骤名称",
        "步骤名",
        "环节",
        "环节名称",
        "工序",
        "工序名称",
        "活动",
        "活动名称",
        "任务",
        "任务名称",
        "节点",
        "节点名称",
        "流程环节",
        "流程步骤",
        "办理环节",
        "操作步骤",
        "服务步骤",
        "角色",
    ];
    words.contains(&text.as_str())
}

/// Columns that can be told by what stands in them.
pub trait Guess: Column {
    /// Fills what the headings left open.
    fn by_content(plan: &mut Plan<Self>, table: &RawTable);

    /// Whether a column says something of another one, whatever its heading could name as well.
    fn stands_aside(_heading: &str, _table: &RawTable, _at: usize, _from: usize) -> bool {
        false
    }

    /// Whether two headings name parts of one amount.
    fn parts_of_one(_one: &str, _other: &str) -> bool {
        false
    }

    /// The column that parts of a time are joined to.
    fn joined_time() -> Option<Self> {
        None
    }

    /// Gives the unit of one of several times that belong together to those that say none.
    fn share_units(_units: &mut [(Self, HeadingUnit)]) {}

    /// The column of next steps, and those that say them for the answers yes and no.
    fn answers(_plan: &Plan<Self>) -> Option<(Self, usize, usize)> {
        None
    }

    /// Whether a row is a header although it names nothing that is known.
    fn header_by_content(_table: &RawTable, _at: usize) -> bool {
        false
    }
}

impl Guess for RoleColumn {
    fn by_content(_plan: &mut Plan<Self>, _table: &RawTable) {}
}

impl Guess for StepColumn {
    fn by_content(plan: &mut Plan<Self>, table: &RawTable) {
        let from = plan.header.map_or(0, |row| row + 1);
        number_the_steps(plan, table, from);
        pair_the_ends(plan);
        take_answers(plan, table, from);
        let free = |plan: &Plan<Self>, at: usize| {
            plan.columns.get(at).is_some_and(|column| column.column.is_none())
        };
        let give = |plan: &mut Plan<Self>, at: usize, column: Self| {
            if let Some(slot) = plan.columns.get_mut(at) {
                slot.column = Some(column);
                slot.told = Told::ByContent;
            }
        };
        let width = plan.columns.len();
        let all = |at: usize, fits: &dyn Fn(&str) -> bool| {
            let mut cells = table.column(at, from).take(500).peekable();
            cells.peek().is_some() && cells.all(fits)
        };
        if plan.place(Self::Step).is_none() {
            let rows = table.rows.len().saturating_sub(from);
            let named = (0..width).find(|at| {
                free(plan, *at)
                    && table.column(*at, from).count() == rows
                    && all(*at, &|cell| is_name(cell))
            });
            if let Some(at) = named {
                give(plan, at, Self::Step);
            }
        }
        // Below a header only what is headed like nothing else; a remark is no role.
        let headless = plan.header.is_none();
        for at in 0..width {
            let heading = plan.columns.get(at).map_or("", |column| column.heading.as_str());
            let spoiled = Self::Time.is_spoiled_by(heading)
                || is_other_time(heading)
                || names_an_answer(heading);
            if !free(plan, at) || spoiled || holds_units(heading, table, at, from) {
                continue;
            }
            let guess = if plan.place(Self::Time).is_none() && all(at, &is_time_in_words) {
                Some(Self::Time)
            } else if plan.place(Self::Lane).is_none()
                && all(at, &|cell| zone_named(cell).is_some())
            {
                Some(Self::Lane)
            } else if headless && plan.place(Self::Time).is_none() && all(at, &is_time) {
                Some(Self::Time)
            } else if headless && plan.place(Self::Role).is_none() && all(at, &is_name) {
                Some(Self::Role)
            } else {
                None
            };
            if let Some(guess) = guess {
                give(plan, at, guess);
            }
        }
        join_columns(plan, table, from);
    }

    fn stands_aside(heading: &str, table: &RawTable, at: usize, from: usize) -> bool {
        holds_units(heading, table, at, from)
    }

    fn parts_of_one(one: &str, other: &str) -> bool {
        parts_of_one(one, other)
    }

    fn joined_time() -> Option<Self> {
        Some(Self::Time)
    }

    fn share_units(units: &mut [(Self, HeadingUnit)]) {
        let group = [Self::LeastTime, Self::MostTime, Self::Time];
        let of = |column: Self, units: &[(Self, HeadingUnit)]| {
            units.iter().find(|(other, _)| *other == column).map(|(_, unit)| unit.clone())
        };
        if of(Self::LeastTime, units).is_none() || of(Self::MostTime, units).is_none() {
            return;
        }
        let known = group
            .iter()
            .filter_map(|column| of(*column, units))
            .find(|unit| *unit != HeadingUnit::Unsaid);
        let Some(known) = known else { return };
        for (column, unit) in units {
            if group.contains(column) && *unit == HeadingUnit::Unsaid {
                *unit = known.clone();
            }
        }
    }

    fn answers(plan: &Plan<Self>) -> Option<(Self, usize, usize)> {
        answers(plan).map(|(yes, no)| (Self::Next, yes, no))
    }

    fn header_by_content(table: &RawTable, at: usize) -> bool {
        // Texts above a column of times or of zones.
        let Some(row) = table.rows.get(at).filter(|_| at == 0 && table.rows.len() > 1) else {
            return false;
        };
        (0..table.width()).any(|column| {
            let heading = row.cell(column);
            let below = |fits: &dyn Fn(&str) -> bool| {
                let mut cells = table.column(column, 1).take(500).peekable();
                cells.peek().is_some() && cells.all(fits)
            };
            !heading.is_empty()
                && (below(&is_time) && !is_time(heading)
                    || below(&|cell| zone_named(cell).is_some()) && zone_named(heading).is_none())
        })
    }
}

/// The shortest and the longest time come in pairs: "Min" beside "Max" are no minutes, and one of
/// the two alone is the time, if there is no other.
fn pair_the_ends(plan: &mut Plan<StepColumn>) {
    let (least, most) = (StepColumn::LeastTime, StepColumn::MostTime);
    let is_min = |column: &ColumnPlan<StepColumn>| {
        let name = column.heading.split(['(', '（', '[']).next().unwrap_or_default();
        plain(name) == "min"
    };
    if plan.place(most).is_some()
        && plan.place(least).is_none()
        && let Some(min) = plan.columns.iter_mut().find(|column| {
            is_min(column) && column.column.is_none_or(|column| column == StepColumn::Time)
        })
    {
        min.column = Some(least);
        min.told = Told::ByName;
        min.unit = None;
    }
    if plan.place(least).is_some() == plan.place(most).is_some() {
        if plan.place(least).is_some() && plan.place(StepColumn::Time).is_none() {
            // Between them "Avg" is the time.
            let free = |column: &&mut ColumnPlan<StepColumn>| {
                column.column.is_none() && is_average(&column.heading)
            };
            if let Some(column) = plan.columns.iter_mut().find(free) {
                column.column = Some(StepColumn::Time);
                column.told = Told::ByPart;
            }
        }
        return;
    }
    let alone = plan.place(least).or_else(|| plan.place(most));
    let has_time = plan.place(StepColumn::Time).is_some();
    if let Some(column) = alone.and_then(|at| plan.columns.get_mut(at)) {
        column.column = (!has_time).then_some(StepColumn::Time);
        column.told = Told::ByPart;
    }
}

/// A column headed "Step" that only counts is the number of the step, whose name stands beside it.
fn number_the_steps(plan: &mut Plan<StepColumn>, table: &RawTable, from: usize) {
    let is_count = |at: usize| {
        let mut cells = table.column(at, from).take(500).peekable();
        cells.peek().is_some() && cells.all(is_number)
    };
    let Some(at) = plan.place(StepColumn::Step).filter(|at| is_count(*at)) else { return };
    let named = plan.columns.iter().enumerate().find(|(other, column)| {
        let may = |heading: &str| {
            read_heading::<StepColumn>(heading).iter().any(|h| h.column == StepColumn::Step)
        };
        *other != at && column.column.is_none() && may(&column.heading) && !is_count(*other)
    });
    let named = named.map(|(at, column)| {
        let fit = read_heading::<StepColumn>(&column.heading)
            .into_iter()
            .find(|heading| heading.column == StepColumn::Step)
            .map(|heading| heading.fit);
        (at, if matches!(fit, Some(Fit::Named(_))) { Told::ByName } else { Told::ByPart })
    });
    let counted = plan.place(StepColumn::Number).is_none();
    if let Some((name, told)) = named {
        if let Some(slot) = plan.columns.get_mut(at) {
            slot.column = counted.then_some(StepColumn::Number);
        }
        if let Some(slot) = plan.columns.get_mut(name) {
            slot.column = Some(StepColumn::Step);
            slot.told = told;
        }
    }
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|c| c.is_numeric() || matches!(c, '.' | '-' | ')' | '）'))
}

fn is_name(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().count() <= LONGEST_NAME && !is_number(cell)
}

fn is_time(cell: &str) -> bool {
    parse_time(cell, TimeUnit::Second).is_ok()
}

/// A time that cannot be an ordinary number.
fn is_time_in_words(cell: &str) -> bool {
    is_time(cell) && !is_number(cell)
}
