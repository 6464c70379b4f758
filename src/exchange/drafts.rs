//! The rows of a table of steps as read, before names are looked up on the sheet.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use super::cells::{Next, Target, TargetShare, fill_last_share, read_names, read_next};
use super::columns::{Column, StepColumn, is_most_likely};
use super::faults::{TableColumn, TableError, TableFault, TableKind};
use super::fixed_words::{NOTHING, UNLIMITED, is_word, read_step_kind};
use super::grid::{Grid, Row};
use super::lanes::{is_line, read_lane};
use super::leftovers::leftovers;
use super::list_marks::take_off;
use super::needs::read_needs;
use super::notices::{Notice, NoticeKind};
use super::references::References;
use super::role_names::RoleNames;
use super::written_shares::{are_percents, read_share_cell};
use crate::blueprint::notation::{
    Calendar, Context, Habits, Note, Reading, USUAL_WORKING_HOURS, parse_count, read_money,
    read_quantity, read_span, read_time,
};
use crate::blueprint::{
    Law, NamedNeed, Places, Quantity, Refusal, Scenario, ServiceTime, Share, Span, StepKind, Zone,
};

/// A row as read, before names are looked up.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its number in the table.
    pub row: usize,
    /// What other rows name it by; in a table its name.
    pub key: String,
    /// The name of the step.
    pub name: String,
    /// What the card stands for.
    pub kind: StepKind,
    /// Its zone, and the name of its lane.
    pub lane: (Zone, String),
    /// The name of its phase.
    pub phase: String,
    /// Who and what it needs.
    pub needs: Vec<NamedNeed>,
    /// How long it takes.
    pub time: Option<ServiceTime>,
    /// How many customers it holds.
    pub places: Option<Places>,
    /// How many customers are served together.
    pub batch: NonZeroU32,
    /// Set-up time of a batch.
    pub setup: Option<Span>,
    /// The ways out, by the keys of other rows.
    pub next: Next,
    /// What happens with it, by the keys of other rows.
    pub together: Vec<Target>,
    /// What it sets off, by the keys of other rows.
    pub trigger: Vec<Target>,
    /// The share of the arrivals that starts here.
    pub enter: Option<Share>,
    /// Material for each execution.
    pub cost: Quantity,
}

impl Draft {
    /// A card of which nothing but its name and place is known.
    pub fn plain(row: usize, name: &str, kind: StepKind, lane: (Zone, String)) -> Self {
        Self {
            row,
            key: name.to_owned(),
            name: name.to_owned(),
            kind,
            lane,
            phase: String::new(),
            needs: Vec::new(),
            time: None,
            places: None,
            batch: NonZeroU32::MIN,
            setup: None,
            next: Next::Usual,
            together: Vec::new(),
            trigger: Vec::new(),
            enter: None,
            cost: Quantity::ZERO,
        }
    }
}

/// An error of the table of steps.
pub fn at(row: usize, column: Option<StepColumn>, fault: TableFault) -> TableError {
    let column = column.map(TableColumn::Step);
    TableError { table: TableKind::Steps, row, column, heading: None, fault }
}

/// Reads the rows of a table. What is wrong goes to `errors`, what there is to say to `notices`.
pub fn read_rows(
    grid: &Grid<StepColumn>,
    scenario: &Scenario,
    errors: &mut Vec<TableError>,
    notices: &mut Vec<Notice>,
) -> Vec<Draft> {
    let habits = ColumnHabits::of(grid);
    let calendar = calendar_of(grid, habits, scenario);
    let context = grid.context(StepColumn::Time, habits.time, calendar);
    let seconds = |text: &str| read_time(text, &context).ok().map(|time| time.value.mean_s());
    let (left, said) = leftovers(grid, seconds);
    notices.extend(said);
    for (column, _) in &grid.merged {
        let heading = grid.heading(*column).map(str::to_owned);
        let kind = NoticeKind::MergedTakenOnce { column: TableColumn::Step(*column), heading };
        if !notices.iter().any(|notice| notice.kind == kind) {
            notices.push(kind.into());
        }
    }
    let mut rows = without_lines(grid, errors, notices);
    rows.retain(|row| !left.contains(&row.number));
    let mut names: Vec<&str> = rows.iter().map(|row| row.cell(StepColumn::Step)).collect();
    if !grid.is_own
        && let Some(bare) = take_off(&names)
    {
        // Only a list that numbers all its rows, or has no header at all, has marks.
        let numbered = grid.is_headless
            || names.iter().all(|name| super::list_marks::without_mark(name).is_some());
        let unique: HashSet<&str> = bare.iter().copied().collect();
        if numbered && unique.len() == bare.len() {
            names = bare;
            notices.push(NoticeKind::MarksTakenOff.into());
        }
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (row, name) in rows.iter().zip(&names) {
        if seen.insert(*name, row.number).is_some() && !name.is_empty() {
            let fault = TableFault::NameTwice((*name).to_owned());
            errors.push(at(row.number, Some(StepColumn::Step), fault));
        }
    }
    let mut references = References::new(grid, &rows, &names, scenario);
    let roles: Vec<String> = scenario.roles().values().map(|role| role.name.clone()).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let mut lists = Lists::default();
    let mut granted: Vec<(StepColumn, Note)> = Vec::new();
    let enters = grid.rows.iter().map(|row| row.cell(StepColumn::Enter));
    let percents = are_percents(grid.heading(StepColumn::Enter), enters);
    let mut role_names = RoleNames::of(roles.iter().copied());
    let mut drafts = Vec::with_capacity(rows.len());
    for (row, name) in rows.iter().zip(&names) {
        let mut reader = CellReader {
            grid,
            row,
            errors,
            roles: &roles,
            lists: &mut lists,
            habits,
            granted: &mut granted,
            calendar,
            percents,
        };
        drafts.push(reader.draft(name, &mut references));
    }
    if !grid.is_own {
        name_roles(&rows, &mut drafts, &mut role_names, errors);
    }
    if grid.has(StepColumn::Previous) && !grid.has(StepColumn::Next) {
        turn_round(&rows, &mut drafts, &mut references, errors);
    }
    notices.extend(lists.notices());
    notices.extend(role_names.notice().map(Notice::from));
    only_once(&mut granted);
    for (column, note) in granted {
        let heading = grid.heading(column).map(str::to_owned);
        notices.push(NoticeKind::TakenForGranted { column, heading, note }.into());
    }
    notices.extend(references.notices());
    drafts
}

/// Takes the names of roles that mean one and the same for one, and refuses those of which it is
/// open whether they hold a number.
fn name_roles(
    rows: &[&Row<StepColumn>],
    drafts: &mut [Draft],
    names: &mut RoleNames,
    errors: &mut Vec<TableError>,
) {
    let needs = drafts.iter().flat_map(|draft| &draft.needs);
    let all: Vec<String> = needs.flat_map(|need| need.roles.clone()).collect();
    names.learn(&all.iter().map(String::as_str).collect::<Vec<&str>>());
    for (row, draft) in rows.iter().zip(drafts) {
        let cell = row.cell(StepColumn::Role);
        for role in draft.needs.iter_mut().flat_map(|need| &mut need.roles) {
            if names.has_doubtful_number(role, cell) {
                let fault = TableFault::NumberInName(role.clone());
                errors.push(at(row.number, Some(StepColumn::Role), fault));
            }
            *role = names.take(role);
        }
    }
}

/// What days are in a table: where it counts in working days and no opening hours are given, a day
/// is a working day too.
fn calendar_of(grid: &Grid<StepColumn>, habits: ColumnHabits, scenario: &Scenario) -> Calendar {
    let calendar = Calendar::new(scenario.demand().opening_hours);
    let columns = [(StepColumn::Time, habits.time), (StepColumn::Setup, habits.setup)];
    let working = columns.into_iter().any(|(column, habits)| {
        let context = grid.context(column, habits, calendar);
        let in_working_days = |text: &str| {
            read_time(text, &context).is_ok_and(|time| {
                time.notes().any(|note| matches!(note, Note::WorkingDayOf { .. }))
            })
        };
        grid.rows.iter().any(|row| in_working_days(row.cell(column)))
    });
    if !working || calendar.has_opening_hours() {
        return calendar;
    }
    Calendar::new(Quantity::new(USUAL_WORKING_HOURS).ok())
}

/// Says of days and working days of the same hours only one.
fn only_once(granted: &mut Vec<(StepColumn, Note)>) {
    let days: Vec<(StepColumn, f64)> = granted
        .iter()
        .filter_map(|(column, note)| match note {
            Note::DayOf { hours } => Some((*column, *hours)),
            _ => None,
        })
        .collect();
    granted.retain(|(column, note)| match note {
        Note::WorkingDayOf { hours } => !days.contains(&(*column, *hours)),
        _ => true,
    });
}

/// The rows without those that only name a line between zones.
fn without_lines<'g>(
    grid: &'g Grid<StepColumn>,
    errors: &mut Vec<TableError>,
    notices: &mut Vec<Notice>,
) -> Vec<&'g Row<StepColumn>> {
    let mut lines = Vec::new();
    let mut rows = Vec::new();
    for row in &grid.rows {
        let lane = row.cell(StepColumn::Lane);
        if !is_line(lane) {
            rows.push(row);
            continue;
        }
        let beside = [StepColumn::Step, StepColumn::Lane, StepColumn::Number];
        if row.filled().all(|column| beside.contains(&column)) {
            lines.push(lane.to_owned());
        } else {
            let fault = TableFault::LineAsLane(lane.to_owned());
            errors.push(at(row.number, Some(StepColumn::Lane), fault));
        }
    }
    if !lines.is_empty() {
        notices.push(NoticeKind::LinesLeftOut(lines).into());
    }
    rows
}

/// Makes ways out of what rows say of where customers come from.
fn turn_round(
    rows: &[&Row<StepColumn>],
    drafts: &mut [Draft],
    references: &mut References,
    errors: &mut Vec<TableError>,
) {
    let mut ways: HashMap<String, Vec<Target>> = HashMap::new();
    for (row, draft) in rows.iter().zip(drafts.iter()) {
        let text = row.cell(StepColumn::Previous);
        let read = read_next(text, |name| references.knows(name));
        // Of "B or C" before a step either leads to it: that decides nothing.
        match read.and_then(|next| references.resolve_ways(next)).map(|(next, _)| next) {
            Ok(Next::Ways(targets)) => {
                for target in targets {
                    if let Some(from) = target.step {
                        let way = Target { step: Some(draft.key.clone()), ..target };
                        ways.entry(from).or_default().push(way);
                    }
                }
            }
            Ok(Next::Usual) => {}
            Err(fault) => {
                errors.push(at(row.number, Some(StepColumn::Previous), fault));
            }
        }
    }
    let known: HashSet<String> = drafts.iter().map(|draft| draft.key.clone()).collect();
    for (row, draft) in rows.iter().zip(drafts.iter_mut()) {
        draft.next = Next::Ways(ways.remove(&draft.key).unwrap_or_default());
        if let Next::Ways(ways) = &draft.next
            && draft.kind == StepKind::Action
            && (are_parts(ways)
                || row.cell(StepColumn::Kind).is_empty()
                    && ways.iter().any(|way| way.share != TargetShare::Unsaid))
        {
            draft.kind = StepKind::Decision;
        }
    }
    let mut left: Vec<String> = ways.into_keys().filter(|name| !known.contains(name)).collect();
    left.sort();
    for name in left {
        let row = rows.iter().find(|row| row.cell(StepColumn::Previous).contains(&name));
        let number = row.map_or(0, |row| row.number);
        errors.push(at(number, Some(StepColumn::Previous), TableFault::UnknownStep(name)));
    }
}

/// Cells whose lists of roles could be meant otherwise.
#[derive(Default)]
struct Lists {
    all: Vec<String>,
    either: Vec<String>,
    /// Next steps of which customers take one, without a share.
    choices: Vec<String>,
    /// Words for roles that name nobody.
    nobody: Vec<String>,
}

impl Lists {
    fn note(list: &mut Vec<String>, cell: &str) {
        if !list.iter().any(|other| other == cell) {
            list.push(cell.to_owned());
        }
    }

    fn notices(self) -> impl Iterator<Item = Notice> {
        let all = (!self.all.is_empty()).then_some(NoticeKind::RolesAll(self.all));
        let either = (!self.either.is_empty()).then_some(NoticeKind::RolesEither(self.either));
        let choices =
            (!self.choices.is_empty()).then_some(NoticeKind::ChoicesWithoutShares(self.choices));
        let nobody = (!self.nobody.is_empty()).then_some(NoticeKind::NamesNobody(self.nobody));
        all.into_iter().chain(either).chain(choices).chain(nobody).map(Notice::from)
    }
}

/// How the columns of numbers write them.
#[derive(Clone, Copy)]
struct ColumnHabits {
    time: Habits,
    setup: Habits,
    scv: Habits,
    enter: Habits,
    cost: Habits,
    least: Habits,
    most: Habits,
}

impl ColumnHabits {
    fn of(grid: &Grid<StepColumn>) -> Self {
        Self {
            time: grid.habits(StepColumn::Time),
            setup: grid.habits(StepColumn::Setup),
            scv: grid.habits(StepColumn::Scv),
            enter: grid.habits(StepColumn::Enter),
            cost: grid.habits(StepColumn::Cost),
            least: grid.habits(StepColumn::LeastTime),
            most: grid.habits(StepColumn::MostTime),
        }
    }
}

/// Reads the cells of one row and collects what is wrong with them.
struct CellReader<'a> {
    grid: &'a Grid<StepColumn>,
    row: &'a Row<StepColumn>,
    errors: &'a mut Vec<TableError>,
    roles: &'a [&'a str],
    lists: &'a mut Lists,
    habits: ColumnHabits,
    /// What was taken for granted in which column, once each.
    granted: &'a mut Vec<(StepColumn, Note)>,
    /// What days are in the scenario that the table is added to.
    calendar: Calendar,
    /// Whether plain numbers in the column of shares are per cents.
    percents: bool,
}

impl CellReader<'_> {
    fn draft(&mut self, name: &str, references: &mut References) -> Draft {
        if self.row.too_long {
            self.errors.push(at(self.row.number, None, TableFault::TooManyCells));
        }
        // Errors stand for a default, which never gets into a scenario.
        let name = self.cell(StepColumn::Step, |_| {
            if name.is_empty() { Err(TableFault::NoName) } else { Ok(name.to_owned()) }
        });
        let next = self.cell(StepColumn::Next, |text| {
            let read = read_next(text, |name| references.knows(name))?;
            let (mut next, decides) = references.resolve_ways(read)?;
            if let Next::Ways(ways) = &mut next {
                fill_last_share(ways)?;
            }
            Ok((next, decides))
        });
        let (next, one_of_them) = next.unwrap_or((Next::Usual, false));
        let has_shares = matches!(&next, Next::Ways(ways)
            if ways.iter().any(|way| way.share != TargetShare::Unsaid));
        // Labels in square brackets are those of a choice too, unless the table says what it is.
        let labelled = matches!(&next, Next::Ways(ways)
            if ways.len() > 1 && ways.iter().any(|way| !way.label.is_empty()));
        let decides = has_shares || one_of_them || labelled;
        let usual_kind = if decides { StepKind::Decision } else { StepKind::Action };
        let kind = self
            .cell(StepColumn::Kind, |text| match text {
                "" => Ok(usual_kind),
                _ => read_step_kind(text),
            })
            .unwrap_or(usual_kind);
        // "A or B" never sends everybody both ways, whatever the step is called; nor do shares.
        let parts = !self.grid.is_own && matches!(&next, Next::Ways(ways) if are_parts(ways));
        let kind = if kind == StepKind::Action
            && (one_of_them || parts || labelled && !self.grid.is_own)
        {
            StepKind::Decision
        } else {
            kind
        };
        if (one_of_them || labelled && !self.grid.is_own) && !has_shares {
            Lists::note(&mut self.lists.choices, self.row.cell(StepColumn::Next));
        }
        let lane = self.cell(StepColumn::Lane, |text| read_lane(text, kind));
        let time = self.time();
        let name = name.unwrap_or_else(|| "?".to_owned());
        let percents = self.percents;
        Draft {
            row: self.row.number,
            key: name.clone(),
            name,
            kind,
            lane: lane.unwrap_or((Zone::Frontstage, String::new())),
            phase: self.cell(StepColumn::Phase, |text| Ok(text.to_owned())).unwrap_or_default(),
            needs: self.needs(),
            time,
            places: self.cell(StepColumn::Places, read_places).flatten(),
            batch: self
                .cell(StepColumn::Batch, |text| match text {
                    blank if is_unsaid(blank) => Ok(NonZeroU32::MIN),
                    _ => parse_count(text).map_err(TableFault::Refused),
                })
                .unwrap_or(NonZeroU32::MIN),
            setup: self.amount(StepColumn::Setup, self.habits.setup, read_span),
            next,
            together: self.names(StepColumn::Together, references),
            trigger: self.names(StepColumn::Trigger, references),
            enter: self.amount(StepColumn::Enter, self.habits.enter, |text, context| {
                read_share_cell(text, context.decimal, percents).map(Reading::from)
            }),
            cost: self
                .amount(StepColumn::Cost, self.habits.cost, |text, context| {
                    read_money(text, "", context.decimal).map(Reading::from)
                })
                .unwrap_or(Quantity::ZERO),
        }
    }

    fn needs(&mut self) -> Vec<NamedNeed> {
        let text = self.row.cell(StepColumn::Role);
        let roles = self.roles;
        let Some(read) = self.cell(StepColumn::Role, |text| read_needs(text, roles)) else {
            return Vec::new();
        };
        if read.named_nobody {
            Lists::note(&mut self.lists.nobody, text);
        }
        if read.took_all {
            Lists::note(&mut self.lists.all, text);
        }
        if read.took_either {
            Lists::note(&mut self.lists.either, text);
        }
        read.needs
    }

    fn names(&mut self, column: StepColumn, references: &mut References) -> Vec<Target> {
        let names = self.cell(column, |text| {
            if is_blank(text) && !references.knows(text) {
                Ok(Vec::new())
            } else {
                read_names(text, |name| references.knows(name))
            }
        });
        let names = names.unwrap_or_default();
        names.into_iter().flat_map(|name| references.resolve_named(name)).collect()
    }

    fn cell<T>(
        &mut self,
        column: StepColumn,
        read: impl FnOnce(&str) -> Result<T, TableFault>,
    ) -> Option<T> {
        let text = self.row.cell(column);
        let read = match self.row.fault(column) {
            Some(fault) => Err(fault),
            None => read(text),
        };
        match read {
            Ok(value) => Some(value),
            Err(fault) => {
                self.errors.push(at(self.row.number, Some(column), fault));
                None
            }
        }
    }

    /// A cell that holds an amount, in the way that its column writes them; `None` where it is
    /// blank or wrong.
    fn amount<T>(
        &mut self,
        column: StepColumn,
        habits: Habits,
        read: impl FnOnce(&str, &Context) -> Result<Reading<T>, Refusal>,
    ) -> Option<T> {
        let context = self.grid.context(column, habits, self.calendar);
        let mut notes: Vec<Note> = Vec::new();
        let value = self.cell(column, |text| {
            if is_blank(text) {
                return Ok(None);
            }
            habits.check(text).map_err(TableFault::Refused)?;
            if column.holds_time() {
                self.grid.check_unit(column, text)?;
            }
            let reading = read(text, &context).map_err(TableFault::Refused)?;
            notes.extend(reading.notes());
            Ok(Some(reading.value))
        });
        for note in notes.into_iter().map(|note| (column, note)) {
            if !self.granted.contains(&note) {
                self.granted.push(note);
            }
        }
        value.flatten()
    }

    /// The time between the shortest and the longest one where the row gives both: with the most
    /// likely one a triangular law, without another time a uniform one.
    fn between(&mut self, time: Option<ServiceTime>) -> Option<ServiceTime> {
        if !self.grid.has(StepColumn::LeastTime) || !self.grid.has(StepColumn::MostTime) {
            return time;
        }
        let least = self.amount(StepColumn::LeastTime, self.habits.least, read_span);
        let most = self.amount(StepColumn::MostTime, self.habits.most, read_span);
        let (Some(least), Some(most)) = (least, most) else {
            return time.or_else(|| {
                let span = least.or(most)?;
                ServiceTime::new(Law::Fixed(span.value()), span.unit()).ok()
            });
        };
        let likely = time
            .as_ref()
            .filter(|_| self.grid.heading(StepColumn::Time).is_some_and(is_most_likely));
        if time.is_some() && likely.is_none() {
            return time;
        }
        let unit = least.unit();
        let of = |seconds: f64| seconds / unit.seconds();
        let (low, high) = (least.value(), of(most.seconds()));
        let law = match likely.map(ServiceTime::mean_s) {
            Some(mode) => Law::Triangular { low, mode: of(mode), high },
            None if (low - high).abs() < f64::EPSILON => Law::Fixed(low),
            None => Law::Uniform { low, high },
        };
        if matches!(law, Law::Uniform { .. }) {
            let note = (StepColumn::MostTime, Note::RangeIsUniform);
            if !self.granted.contains(&note) {
                self.granted.push(note);
            }
        }
        self.cell(StepColumn::MostTime, |_| {
            ServiceTime::new(law, unit).map_err(TableFault::Refused)
        })
    }

    fn time(&mut self) -> Option<ServiceTime> {
        let errors_before = self.errors.len();
        let time = self.amount(StepColumn::Time, self.habits.time, read_time);
        let time = self.between(time);
        let scv = self.amount(StepColumn::Scv, self.habits.scv, |text, context| {
            read_quantity(text, context.decimal).map(Reading::from)
        });
        if self.errors.len() > errors_before {
            return None;
        }
        let (Some(known), Some(scv)) = (&time, scv) else {
            if scv.is_some() {
                self.cell(StepColumn::Scv, |_| Err::<(), _>(TableFault::VariationWithoutTime));
            }
            return time;
        };
        match known.law() {
            Law::Fixed(mean) => self.cell(StepColumn::Scv, |_| {
                ServiceTime::from_mean_scv(*mean, scv.get(), known.unit())
                    .map_err(TableFault::Refused)
            }),
            _ if (known.scv() - scv.get()).abs() <= 1e-6 * (1.0 + scv.get()) => time,
            _ => self.cell(StepColumn::Scv, |_| Err(TableFault::VariationTwice)),
        }
    }
}

/// Whether ways out have shares that send some customers one way and some another.
fn are_parts(ways: &[Target]) -> bool {
    ways.iter().any(|way| match way.share {
        TargetShare::Unsaid => false,
        TargetShare::Given(share) => share.value() < 1.0 || ways.len() > 1,
        TargetShare::Unknown | TargetShare::Rest => ways.len() > 1,
    })
}

/// Whether a cell of an amount says nothing: blank, or a word or sign for that.
fn is_blank(text: &str) -> bool {
    text.is_empty() || is_word(text, NOTHING)
}

/// Whether a cell of a number of things says nothing; "none" could be no place at all.
fn is_unsaid(text: &str) -> bool {
    is_blank(text)
        && !text.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
        && text != "none"
        && text != "nil"
}

fn read_places(text: &str) -> Result<Option<Places>, TableFault> {
    if is_unsaid(text) {
        Ok(None)
    } else if is_word(text, UNLIMITED) {
        Ok(Some(Places::Unlimited))
    } else {
        parse_count(text).map(|count| Some(Places::Count(count))).map_err(TableFault::Refused)
    }
}
