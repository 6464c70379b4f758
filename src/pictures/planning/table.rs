//! A planning sheet as a table: what was written, and beside and below it what comes out.

use crate::blueprint::sheets::{Aim, Amounts, Purpose, Sense, Sheet};
use crate::planning::exact::Number;
use crate::planning::sheet::{Answer, Beyond, Fault, LimitAnswer, Line, Place, Status, is_whole};
use crate::wording::Wording;

/// What a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Nothing stands here.
    #[default]
    Blank,
    /// A word of the table.
    Head,
    /// A name that is typed.
    Name(Place),
    /// A number that is typed, or dragged.
    Number(Place),
    /// Which way a limit holds.
    Sense(usize),
    /// What amounts an item can have.
    Kind(usize),
    /// What comes out.
    Computed,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it is.
    pub part: Part,
    /// What stands there.
    pub text: String,
    /// What stands beside it, small.
    pub note: String,
    /// The answer that stands in it, large.
    pub answer: String,
    /// More of it: the exact fraction, one less.
    pub hover: String,
    /// Of what it is, for who cannot see the heads.
    pub said: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// Whether it is what matters: an answer that is more than nothing, a limit that binds.
    pub is_strong: bool,
}

/// What a row or column belongs to.
pub type CellOf = Option<(Line, usize)>;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The limit or end that it is.
    pub of: CellOf,
    /// Its usual width in points.
    pub width: f32,
    /// Whether it is the table's own answer.
    pub is_computed: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The item or end that it is.
    pub of: CellOf,
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
    /// Whether it is the table's own answer.
    pub is_computed: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns; the first holds names.
    pub columns: Vec<Column>,
    /// Its rows; the first holds heads.
    pub rows: Vec<Row>,
}

impl Table {
    /// The cell at a row and a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(column)
    }

    /// Where the cell of a place stands: row and column.
    #[must_use]
    pub fn find(&self, place: Place) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().find_map(|(row, cells)| {
            let column = cells.cells.iter().position(|cell| cell.part.place() == Some(place))?;
            Some((row, column))
        })
    }
}

impl Part {
    /// The place that is written to.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        match self {
            Self::Name(place) | Self::Number(place) => Some(place),
            Self::Blank | Self::Head | Self::Sense(_) | Self::Kind(_) | Self::Computed => None,
        }
    }
}

pub(super) const NAME: f32 = 124.0;
const NUMBER: f32 = 80.0;
const EDGE: f32 = 60.0;
pub(super) const ANSWER: f32 = 82.0;
const RANGE: f32 = 116.0;

/// The table of a sheet with its last answer, what there is beyond that, and what is wrong with the sheet.
#[must_use]
pub fn table(
    sheet: &Sheet,
    (answer, beyond): (Option<&Answer>, Option<&Beyond>),
    faults: &[Fault],
    words: &Wording,
) -> Table {
    let maker = Maker { sheet, answer, beyond, faults, words };
    let table = if sheet.purpose.has_ways() { maker.ways() } else { maker.items() };
    if sheet.purpose == Purpose::ServiceMix { table.filled(sheet, words) } else { table }
}

/// Makes the cells.
pub(super) struct Maker<'a> {
    pub sheet: &'a Sheet,
    pub answer: Option<&'a Answer>,
    beyond: Option<&'a Beyond>,
    faults: &'a [Fault],
    pub words: &'a Wording,
}

pub(super) fn blank() -> Cell {
    Cell::default()
}

pub(super) fn head(text: &str) -> Cell {
    Cell { part: Part::Head, text: text.to_owned(), said: text.to_owned(), ..Cell::default() }
}

impl Maker<'_> {
    pub(super) fn text(&self, key: &'static str) -> &str {
        self.words.text(key)
    }

    fn fault(&self, place: Place) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.place == place)?;
        Some(self.words.wrong_in_cell(self.sheet, fault))
    }

    fn said(&self, column: &str, row: &str) -> String {
        self.words.clauses(&[row, column])
    }

    pub(super) fn name(&self, place: Place, said: &str) -> Cell {
        Cell {
            part: Part::Name(place),
            text: self.sheet.text_at(place).to_owned(),
            said: said.to_owned(),
            fault: self.fault(place),
            ..Cell::default()
        }
    }

    pub(super) fn number(&self, place: Place, column: &str, row: &str) -> Cell {
        // A person does one job, and a job is done once, unless something else is said.
        let is_usual = self.sheet.purpose == Purpose::Assignment
            && matches!(place, Place::Supply(_) | Place::Demand(_))
            && self.sheet.text_at(place).is_empty();
        Cell {
            part: Part::Number(place),
            note: if is_usual { "1".to_owned() } else { String::new() },
            text: self.sheet.text_at(place).to_owned(),
            said: self.said(column, row),
            fault: self.fault(place),
            ..Cell::default()
        }
    }

    /// A number that comes out, with the exact fraction where a decimal does not say it.
    fn computed(&self, number: Option<&Number>, column: &str, row: &str) -> Cell {
        Cell {
            part: Part::Computed,
            text: number.map(|number| self.words.exact_number(number)).unwrap_or_default(),
            hover: number.map(exactly).unwrap_or_default(),
            said: self.said(column, row),
            is_strong: number.is_some_and(|number| !number.is_zero()),
            ..Cell::default()
        }
    }

    fn limit_at(&self, place: Place) -> Option<&LimitAnswer> {
        self.answer?.limits.iter().find(|limit| limit.place == place)
    }

    pub(super) fn has_plan(&self) -> bool {
        self.answer.is_some_and(|answer| answer.value.is_some())
    }

    /// What is used of a limit, and what is left.
    pub(super) fn used(&self, place: Place, name: &str) -> Cell {
        let head = self.text("planner-used-left");
        let Some(limit) = self.limit_at(place).filter(|_| self.has_plan()) else {
            return Cell { part: Part::Computed, said: self.said(name, head), ..Cell::default() };
        };
        let mut cell = self.computed(limit.used.as_ref(), name, head);
        if let Some(used) = &limit.used {
            cell.text = self.words.limit_number(self.sheet, limit, used);
        }
        if let Some(left) = &limit.left {
            // The unit stands before it.
            let left = match self.sheet.purpose {
                Purpose::ServiceMix => self.words.exact_number(left),
                _ => self.words.limit_number(self.sheet, limit, left),
            };
            cell.note = self.words.with("planner-left", &[("left", left.into())]);
        }
        cell.is_strong = limit.binding == Some(true);
        cell
    }

    /// What one more of a limit brings, and up to where.
    pub(super) fn more(&self, place: Place, name: &str) -> Cell {
        let head = self.text("planner-one-more");
        let mut cell =
            Cell { part: Part::Computed, said: self.said(name, head), ..Cell::default() };
        let (Some(limit), Some(answer)) = (self.limit_at(place), self.answer) else { return cell };
        let Some(value) = answer.value.as_ref() else { return cell };
        let number = |number: &Number| self.words.exact_number(number);
        if let Some(more) = &limit.value_one_more {
            let brings = more - value;
            cell.text = signed(self.words, &brings);
            let to = number(more);
            // From nothing to something would read like a range.
            cell.note = if brings.is_zero() {
                self.words.with("planner-at-value", &[("value", to.into())])
            } else {
                self.words.with("planner-to-value", &[("value", to.into())])
            };
            cell.is_strong = !brings.is_zero();
            return cell;
        }
        let is_whole = answer.relaxation.is_some() || answer.status != Status::Optimal;
        if is_whole && !limit.no_plan_one_more {
            self.text("planner-not-known").clone_into(&mut cell.text);
            self.text("planner-more-unknown").clone_into(&mut cell.hover);
            return cell;
        }
        let Some(slope) = &limit.price_more else {
            self.text("planner-no-plan-then").clone_into(&mut cell.text);
            self.text("planner-more-none").clone_into(&mut cell.hover);
            return cell;
        };
        cell.text = signed(self.words, slope);
        cell.is_strong = !slope.is_zero();
        if self.sheet.is_share(limit.place) {
            if !slope.is_zero() {
                self.text("planner-excess-unit").clone_into(&mut cell.note);
            }
            self.text("planner-excess-note").clone_into(&mut cell.hover);
            return cell;
        }
        if let Some(to) = &limit.to {
            let to = self.words.limit_number(self.sheet, limit, to);
            cell.note = self.words.with("planner-up-to", &[("to", to.into())]);
        }
        let mut hover: Vec<String> = Vec::new();
        let exact = exactly(slope);
        if !exact.is_empty() {
            hover.push(exact);
        }
        if let Some(less) = &limit.price_less {
            let brings = signed(self.words, &-less);
            hover.push(match &limit.from {
                Some(from) => {
                    let arguments = [("value", brings.into()), ("from", number(from).into())];
                    self.words.with("planner-one-less", &arguments)
                }
                None => self.words.with("planner-one-less-always", &[("value", brings.into())]),
            });
        }
        cell.hover = hover.join("\n");
        cell
    }

    pub(super) fn value(&self, row: &str) -> Cell {
        let value = self.answer.and_then(|answer| answer.value.as_ref());
        let mut cell = self.computed(value, self.text("planner-answer"), row);
        cell.is_strong = true;
        cell
    }

    fn items(&self) -> Table {
        let sheet = self.sheet;
        let has_ends = sheet.purpose != Purpose::Choice;
        // Few sheets mix amounts: where none does, the table has more room without.
        let has_kinds = sheet.items.iter().any(|item| item.amounts.is_some());
        let items: Vec<usize> =
            (0..sheet.items.len()).filter(|at| !sheet.items[*at].is_hidden).collect();
        let limits: Vec<usize> =
            (0..sheet.limits.len()).filter(|at| !sheet.limits[*at].is_hidden).collect();
        let plain = |width| Column { of: None, width, is_computed: false };
        let computed = |width| Column { of: None, width, is_computed: true };
        // Of a mix nobody writes the minutes: what is written stands before them, in sight.
        let ends_first = has_ends && self.has_ends_first();
        let mut columns = vec![plain(NAME), plain(NUMBER)];
        let of_limits =
            limits.iter().map(|at| Column { of: Some((Line::Limit, *at)), ..plain(NUMBER) });
        if ends_first {
            columns.extend([plain(EDGE), plain(EDGE)]);
        }
        columns.extend(of_limits);
        if has_ends && !ends_first {
            columns.extend([plain(EDGE), plain(EDGE)]);
        }
        if has_kinds {
            columns.push(plain(ANSWER));
        }
        columns.extend([computed(ANSWER), computed(RANGE)]);

        let worth = self.text(match sheet.aim {
            Aim::Most => "planner-profit",
            Aim::Least => "planner-cost",
        });
        let (least, most) = (self.text("planner-least"), self.text("planner-most"));
        let kind = self.text("planner-kind");
        let (answer, stays) = (self.text("planner-answer"), self.range_head());
        let mut heads = vec![head(self.text("planning-item")), head(worth)];
        if ends_first {
            heads.extend([head(least), head(most)]);
        }
        for (number, at) in limits.iter().enumerate() {
            let said = self.words.with("planner-name-of-limit", &[("number", (number + 1).into())]);
            heads.push(self.name(Place::LimitName(*at), &said));
        }
        if has_ends && !ends_first {
            heads.extend([head(least), head(most)]);
        }
        if has_kinds {
            heads.push(head(kind));
        }
        heads.extend([head(answer), head(stays)]);
        let mut rows = vec![Row { of: None, cells: heads, is_computed: false }];

        for (number, at) in items.iter().copied().enumerate() {
            let item = &sheet.items[at];
            let own = item.name.as_str();
            let said = self.words.with("planner-name-of-item", &[("number", (number + 1).into())]);
            let mut cells = vec![self.name(Place::ItemName(at), &said)];
            cells.push(self.number(Place::Worth(at), worth, own));
            let ends = [(Place::Least(at), least), (Place::Most(at), most)];
            let ends = ends.map(|(place, head)| self.number(place, head, own));
            if ends_first {
                cells.extend(ends.clone());
            }
            for limit in &limits {
                let name = &sheet.limits[*limit].name;
                let mut cell = self.number(Place::Uses { item: at, limit: *limit }, name, own);
                let uses = item.uses.get(*limit).and_then(|uses| uses.number().ok());
                if uses.is_some_and(|uses| uses.is_negative()) {
                    self.text("planner-gives").clone_into(&mut cell.hover);
                }
                cells.push(cell);
            }
            if has_ends && !ends_first {
                cells.extend(ends);
            }
            if has_kinds {
                cells.push(Cell {
                    part: Part::Kind(at),
                    text: self
                        .words
                        .sheet_amounts(item.amounts.unwrap_or(sheet.amounts))
                        .to_owned(),
                    said: self.said(kind, own),
                    is_strong: item.amounts.is_some(),
                    ..Cell::default()
                });
            }
            let out = self.answer.and_then(|answer| answer.items.get(number));
            let amount = out.and_then(|item| item.amount.as_ref());
            let mut cell = self.computed(amount, answer, own);
            let kind = item.amounts.unwrap_or(sheet.amounts);
            if let Some(amount) = amount {
                cell.text = self.words.item_amount(kind, amount);
            }
            cells.push(cell);
            cells.push(self.range(number, own, stays, kind));
            rows.push(Row { of: Some((Line::Item, at)), cells, is_computed: false });
        }
        self.below(&limits, &columns, &mut rows);
        Table { columns, rows }
    }

    /// Whether least and most stand before what is used of limits.
    fn has_ends_first(&self) -> bool {
        self.sheet.purpose == Purpose::ServiceMix
    }

    /// How limits hold, their amounts, what is used of them and what one more brings.
    fn below(&self, limits: &[usize], columns: &[Column], rows: &mut Vec<Row>) {
        let filled = |mut cells: Vec<Cell>| {
            cells.resize_with(columns.len(), blank);
            cells
        };
        let holds = self.text("planner-holds");
        let begin = |name: &str| {
            let mut cells = vec![head(name)];
            cells.resize_with(if self.has_ends_first() { 4 } else { 2 }, blank);
            cells
        };
        let mut senses = begin(holds);
        let mut amounts = begin(self.text("planning-amount"));
        let mut used = begin(self.text("planner-used-left"));
        // Of a mix limits are minutes; what one more of a pool brings is told beside.
        let is_mix = self.sheet.purpose == Purpose::ServiceMix;
        let more_head = if is_mix { "planner-minute-more" } else { "planner-one-more" };
        let mut more = begin(self.text(more_head));
        for at in limits {
            let limit = &self.sheet.limits[*at];
            let name = limit.name.as_str();
            senses.push(Cell {
                part: Part::Sense(*at),
                text: self.words.sheet_sense(limit.sense, limit.of_total).to_owned(),
                said: self.said(name, holds),
                ..Cell::default()
            });
            let place = Place::LimitAmount(*at);
            let mut amount = self.number(place, name, self.text("planning-amount"));
            if limit.amount.is_blank() {
                self.text("planner-no-amount").clone_into(&mut amount.note);
            }
            amounts.push(amount);
            used.push(self.used(place, name));
            more.push(self.more(place, name));
        }
        let mut amounts = filled(amounts);
        let answer = columns.len().saturating_sub(2);
        let row = self.value_name();
        if let Some(cell) = amounts.get_mut(answer) {
            *cell = self.value(row);
        }
        if let Some(cell) = amounts.get_mut(answer + 1).filter(|_| self.has_plan()) {
            let aim = match self.sheet.aim {
                Aim::Most => "planner-profit-most",
                Aim::Least => "planner-cost-least",
            };
            *cell = Cell { part: Part::Computed, text: self.text(aim).to_owned(), ..blank() };
        }
        rows.push(Row { of: None, cells: filled(senses), is_computed: false });
        rows.push(Row { of: None, cells: amounts, is_computed: false });
        rows.push(Row { of: None, cells: filled(used), is_computed: true });
        rows.push(Row { of: None, cells: filled(more), is_computed: true });
        if is_whole(self.sheet) {
            let mut parts = begin(self.text("planner-parts-row"));
            parts.extend(limits.iter().map(|at| self.if_parts(*at)));
            rows.push(Row { of: None, cells: filled(parts), is_computed: true });
        }
    }

    /// What one more of a limit would bring if amounts need not be whole, and between which amounts.
    fn if_parts(&self, at: usize) -> Cell {
        let name = self.sheet.limits[at].name.as_str();
        let said = self.said(name, self.text("planner-parts-row"));
        let mut cell = Cell { part: Part::Computed, said, ..Cell::default() };
        let relaxed = self.beyond.and_then(|beyond| beyond.relaxed.as_ref());
        let place = Place::LimitAmount(at);
        let limit = relaxed.and_then(|answer| answer.limits.iter().find(|it| it.place == place));
        let Some(limit) = limit.filter(|_| self.has_plan()) else { return cell };
        let Some(slope) = &limit.price_more else {
            self.text("planner-no-plan-then").clone_into(&mut cell.text);
            return cell;
        };
        cell.text = signed(self.words, slope);
        cell.hover = exactly(slope);
        let show = |number: &Number| self.words.limit_number(self.sheet, limit, number);
        let is_same = limit.price_less.as_ref() == Some(slope);
        cell.note = match (limit.from.as_ref().filter(|_| is_same), &limit.to) {
            _ if self.sheet.is_share(place) => self.text("planner-excess-unit").to_owned(),
            (Some(from), Some(to)) => {
                let arguments = [("from", show(from).into()), ("to", show(to).into())];
                self.words.with("planner-for-span", &arguments)
            }
            (Some(from), None) => {
                self.words.with("planner-from-on", &[("from", show(from).into())])
            }
            (None, Some(to)) => self.words.with("planner-up-to", &[("to", show(to).into())]),
            (None, None) => String::new(),
        };
        cell
    }

    pub(super) fn value_name(&self) -> &str {
        self.text(match self.sheet.aim {
            Aim::Most => "planner-profit",
            Aim::Least => "planner-cost",
        })
    }

    fn is_one_of_many(&self) -> bool {
        self.answer.is_some_and(|answer| answer.unique == Some(false))
    }

    fn range_head(&self) -> &str {
        self.text(if self.is_one_of_many() { "planner-all-best" } else { "planner-stays" })
    }

    /// Between which worths the plan stays; with whole amounts, or several best plans, which amounts these have.
    fn range(&self, number: usize, own: &str, head: &str, kind: Amounts) -> Cell {
        let mut cell = Cell { part: Part::Computed, said: self.said(head, own), ..blank() };
        let Some(answer) = self.answer.filter(|answer| answer.value.is_some()) else { return cell };
        let Some(item) = answer.items.get(number) else { return cell };
        let show = |number: &Option<Number>, none: &'static str| {
            let shown = number.as_ref().map(|number| self.words.exact_number(number));
            shown.unwrap_or_else(|| none.to_owned())
        };
        let is_whole = answer.relaxation.is_some();
        if self.is_one_of_many() {
            if item.least_optimal.is_some() {
                cell.text = if item.least_optimal == item.most_optimal {
                    let amount = item.least_optimal.as_ref();
                    amount.map(|it| self.words.item_amount(kind, it)).unwrap_or_default()
                } else if kind == Amounts::YesNo {
                    self.text("planner-yes-no").to_owned()
                } else {
                    format!(
                        "{} … {}",
                        show(&item.least_optimal, "0"),
                        show(&item.most_optimal, "∞")
                    )
                };
            } else {
                self.text("planner-not-known").clone_into(&mut cell.text);
            }
        } else if is_whole {
            let stays = self.beyond.and_then(|beyond| beyond.stays.get(number));
            if let Some(stays) = stays {
                cell.text = format!("{} … {}", show(&stays.from, "−∞"), show(&stays.to, "∞"));
            } else if self.beyond.is_some() {
                self.text("planner-not-known").clone_into(&mut cell.text);
            }
        } else {
            let (from, to) = (show(&item.worth_from, "−∞"), show(&item.worth_to, "∞"));
            cell.text = format!("{from} … {to}");
            if let Some(loss) = item.reduced_cost.as_ref().filter(|loss| loss.is_positive()) {
                let loss = self.words.exact_number(loss);
                cell.hover = self.words.with("planner-forced", &[("loss", loss.into())]);
            }
        }
        cell
    }
}

/// The exact fraction of a number whose decimal is too long to be shown; blank for others.
#[must_use]
pub(super) fn exactly(number: &Number) -> String {
    let is_short = number.places().is_some_and(|places| places <= 6);
    if is_short { String::new() } else { format!("= {}", number.to_fraction()) }
}

/// A number with its sign, 0 without one.
#[must_use]
pub fn signed(words: &Wording, number: &Number) -> String {
    let text = words.exact_number(number);
    if number.is_positive() { format!("+{text}") } else { text }
}

/// A sense as a symbol, for narrow places.
#[must_use]
pub(super) fn symbol(sense: Sense) -> &'static str {
    match sense {
        Sense::AtMost => "≤",
        Sense::AtLeast => "≥",
        Sense::Exactly => "=",
    }
}
