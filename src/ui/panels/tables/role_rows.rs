//! The roles as rows of a table; below the last one a row for a new one.

use super::sheet::{CellFault, Column, Entry, Look, Rank, Sheet, Typing};
use crate::analysis::{Analysis, Figure};
use crate::blueprint::{Role, RoleId, RoleKind, Scenario, Share};
use crate::drawing::{Ink, Palette, ROLE_INKS};
use crate::editor::{DocumentEdit, Edit, RowChanges, Selection, Thing};
use crate::exchange::{TableKind, read_role_kind};
use crate::ui::reading::{
    optional, parse_headcount, parse_money, parse_name, parse_share, written,
};
use crate::ui::theme::colour;
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

/// A row of the table of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum RoleRow {
    /// A role.
    There(RoleId),
    /// A role to be: so many rows below the last.
    New(usize),
}

/// The columns by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RoleCell {
    Name,
    Headcount,
    Availability,
    Cost,
    Utilisation,
    Capacity,
    Wait,
    Steps,
    Kind,
    Colour,
}

impl RoleCell {
    const ALL: [Self; 10] = [
        Self::Name,
        Self::Headcount,
        Self::Availability,
        Self::Cost,
        Self::Utilisation,
        Self::Capacity,
        Self::Wait,
        Self::Steps,
        Self::Kind,
        Self::Colour,
    ];

    fn at(place: usize) -> Self {
        Self::ALL.get(place).copied().unwrap_or(Self::Colour)
    }
}

const fn column(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { name, help, width, numeric: true, typing: Typing::Optional, live: true }
}

const fn computed(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { typing: Typing::Computed, live: false, ..column(name, help, width) }
}

/// The columns of [`RoleCell`], in its order.
static COLUMNS: [Column; RoleCell::ALL.len()] = [
    Column {
        numeric: false,
        typing: Typing::Needed,
        ..column("column-role", "column-role-name-help", 150.0)
    },
    Column {
        typing: Typing::Needed,
        ..column("details-headcount", "details-headcount-help", 84.0)
    },
    column("details-availability", "details-availability-help", 84.0),
    column("details-cost_per_hour", "details-cost_per_hour-help", 90.0),
    computed("column-utilisation", "column-role-utilisation-help", 84.0),
    computed("column-capacity", "column-role-capacity-help", 84.0),
    computed("column-wait", "column-role-wait-help", 76.0),
    Column { numeric: false, ..computed("column-steps", "column-steps-help", 200.0) },
    Column {
        numeric: false,
        typing: Typing::Needed,
        ..column("details-kind", "details-role-kind-help", 90.0)
    },
    Column { typing: Typing::Needed, ..column("details-colour", "details-colour-help", 70.0) },
];

/// The table of roles, as the document stands.
pub(super) struct RoleRows<'a> {
    scenario: &'a Scenario,
    analysis: &'a Analysis,
    /// The last figures with a capacity, where the last changes took it away.
    before: Option<&'a Analysis>,
    words: &'a Wording,
    currency: &'a str,
    selected: Option<RoleId>,
    palette: Palette,
    /// Words that a row must hold.
    pub text: String,
}

impl<'a> RoleRows<'a> {
    /// The roles whose names hold a text.
    pub fn of(view: &ViewContext<'a>, text: String, palette: Palette) -> Self {
        let selected = match view.editor.selection().other {
            Some(Thing::Role(role)) => Some(role),
            _ => None,
        };
        Self {
            scenario: view.scenario,
            analysis: view.analysis,
            before: view.before,
            words: view.words,
            currency: view.editor.blueprint().currency(),
            selected,
            palette,
            text,
        }
    }

    fn role(&self, row: RoleRow) -> Option<(RoleId, &Role)> {
        let RoleRow::There(id) = row else { return None };
        Some((id, self.scenario.roles().get(&id)?))
    }

    fn written(&self, id: RoleId, role: &Role, cell: RoleCell) -> String {
        match cell {
            RoleCell::Name => role.name.clone(),
            RoleCell::Headcount => role.headcount.to_string(),
            RoleCell::Availability => self.words.share(role.availability),
            RoleCell::Cost => written(&role.cost_per_hour),
            RoleCell::Kind => self.words.role_kind(role.kind).to_owned(),
            RoleCell::Colour => (role.colour % ROLE_INKS + 1).to_string(),
            RoleCell::Utilisation | RoleCell::Capacity | RoleCell::Wait | RoleCell::Steps => {
                self.computed(id, cell)
            }
        }
    }

    fn figure(&self, id: RoleId, cell: RoleCell) -> Option<&Figure> {
        self.outdated(id, cell).or_else(|| Self::figure_of(self.analysis, id, cell))
    }

    /// The figure of before of a computed column, where there is none now.
    fn outdated(&self, id: RoleId, cell: RoleCell) -> Option<&Figure> {
        let now = Self::figure_of(self.analysis, id, cell);
        let before = self.before.filter(|_| now.is_none_or(|now| now.value.is_none()))?;
        Self::figure_of(before, id, cell).filter(|before| before.value.is_some())
    }

    fn figure_of(analysis: &Analysis, id: RoleId, cell: RoleCell) -> Option<&Figure> {
        let figures = analysis.roles.get(&id)?;
        match cell {
            RoleCell::Utilisation => Some(&figures.utilisation),
            RoleCell::Capacity => Some(&figures.capacity_per_hour),
            RoleCell::Wait => Some(&figures.wait_s),
            _ => None,
        }
    }

    fn computed(&self, id: RoleId, cell: RoleCell) -> String {
        if cell == RoleCell::Steps {
            let steps = self.analysis.roles.get(&id).map(|role| role.steps.as_slice());
            let names: Vec<&str> = steps
                .unwrap_or_default()
                .iter()
                .map(|step| self.words.step(*step, self.scenario))
                .collect();
            return if names.is_empty() {
                self.words.text("no-figure").to_owned()
            } else {
                self.words.with(
                    "cell-steps",
                    &[("count", names.len().into()), ("names", self.words.facts(&names).into())],
                )
            };
        }
        let Some(figure) = self.figure(id, cell) else {
            return self.words.text("no-figure").to_owned();
        };
        let write = match cell {
            RoleCell::Utilisation => Wording::percent,
            RoleCell::Capacity => Wording::short_rate,
            _ => Wording::time,
        };
        self.words.marked_as(figure, write)
    }

    /// Puts a text into a role.
    fn take(&self, role: &mut Role, cell: RoleCell, text: &str) -> Result<(), CellFault> {
        match cell {
            RoleCell::Name => role.name = parse_name(text)?,
            RoleCell::Headcount => role.headcount = parse_headcount(text)?,
            RoleCell::Availability => {
                role.availability = optional(parse_share)(text)?.unwrap_or(Share::ALL);
            }
            RoleCell::Cost => {
                role.cost_per_hour = optional(|text| parse_money(text, self.currency))(text)?;
            }
            RoleCell::Kind => {
                let wanted = text.trim().to_lowercase();
                let shown = |kind: &RoleKind| self.words.role_kind(*kind).to_lowercase() == wanted;
                role.kind = match RoleKind::ALL.into_iter().find(shown) {
                    Some(kind) => kind,
                    None => read_role_kind(text)?,
                };
            }
            RoleCell::Colour => {
                let number = text.trim().parse::<u8>().ok();
                let number = number.filter(|number| (1..=ROLE_INKS).contains(number));
                role.colour = number.ok_or(CellFault::NotAColour(ROLE_INKS))? - 1;
            }
            RoleCell::Utilisation | RoleCell::Capacity | RoleCell::Wait | RoleCell::Steps => {
                return Err(CellFault::Computed);
            }
        }
        Ok(())
    }
}

impl Sheet for RoleRows<'_> {
    type Key = RoleRow;
    const KIND: TableKind = TableKind::Roles;

    fn columns(&self) -> &[Column] {
        &COLUMNS
    }

    fn all(&self) -> Vec<RoleRow> {
        let there = self.scenario.roles().keys().map(|id| RoleRow::There(*id));
        there.chain([RoleRow::New(0)]).collect()
    }

    fn lets_through(&self, row: RoleRow) -> bool {
        let wanted = self.text.trim().to_lowercase();
        // The row for a new role is always there.
        self.role(row).is_none_or(|(_, role)| role.name.to_lowercase().contains(&wanted))
    }

    fn row_name(&self, row: RoleRow) -> String {
        let name = self.role(row).map(|(_, role)| role.name.clone());
        name.unwrap_or_else(|| self.words.text("role-row-new").to_owned())
    }

    fn look(&self, row: RoleRow, column: usize) -> Look {
        let cell = RoleCell::at(column);
        let Some((id, role)) = self.role(row) else { return Look::default() };
        let none = || self.words.text("no-figure").to_owned();
        let text = match cell {
            RoleCell::Cost => role
                .cost_per_hour
                .map_or_else(none, |cost| self.words.money(cost.get(), self.currency)),
            _ => self.written(id, role, cell),
        };
        let limits =
            |analysis: &Analysis| analysis.roles.get(&id).is_some_and(|role| role.bottleneck);
        // Without a capacity nothing limits it any more.
        let lost = self.analysis.capacity_per_hour.value.is_none();
        let limited = self.before.is_some_and(|before| lost && limits(before));
        let bottleneck = limited || limits(self.analysis);
        let marked = matches!(cell, RoleCell::Name | RoleCell::Utilisation | RoleCell::Capacity);
        let dotted = matches!(cell, RoleCell::Name | RoleCell::Colour);
        let dot = dotted.then(|| colour(&self.palette, Ink::Role(role.colour)));
        let outdated = limited && marked || self.outdated(id, cell).is_some();
        Look { text, critical: bottleneck && marked, outdated, dot }
    }

    fn entry(&self, row: RoleRow, column: usize) -> String {
        let role = self.role(row);
        role.map(|(id, role)| self.written(id, role, RoleCell::at(column))).unwrap_or_default()
    }

    fn rank(&self, row: RoleRow, column: usize) -> Rank {
        let Some((id, role)) = self.role(row) else { return Rank::Missing };
        let cell = RoleCell::at(column);
        let number = |value: Option<f64>| value.map_or(Rank::Missing, Rank::Number);
        match cell {
            RoleCell::Name | RoleCell::Kind => {
                Rank::Text(self.written(id, role, cell).to_lowercase())
            }
            RoleCell::Headcount => Rank::Number(f64::from(role.headcount)),
            RoleCell::Availability => Rank::Number(role.availability.value()),
            RoleCell::Cost => number(role.cost_per_hour.map(crate::blueprint::Quantity::get)),
            RoleCell::Colour => Rank::Number(f64::from(role.colour % ROLE_INKS)),
            RoleCell::Steps => {
                let steps = self.analysis.roles.get(&id).map(|role| role.steps.len());
                number(steps.map(|count| count as f64))
            }
            RoleCell::Utilisation | RoleCell::Capacity | RoleCell::Wait => {
                number(self.figure(id, cell).and_then(|figure| figure.value))
            }
        }
    }

    fn options(&self, column: usize) -> Vec<String> {
        match RoleCell::at(column) {
            RoleCell::Kind => {
                RoleKind::ALL.iter().map(|kind| self.words.role_kind(*kind).to_owned()).collect()
            }
            RoleCell::Colour => (1..=ROLE_INKS).map(|number| number.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    fn separators(&self, _column: usize) -> &'static [char] {
        &[]
    }

    fn edit(&self, entries: &[Entry<RoleRow>]) -> Result<DocumentEdit, Vec<(usize, CellFault)>> {
        let mut rows: Vec<(RoleRow, Role, usize)> = Vec::new();
        let mut faults = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let known = rows.iter_mut().position(|(row, ..)| *row == entry.row);
            let at = known.unwrap_or_else(|| {
                let role = self.role(entry.row).map(|(_, role)| role.clone());
                rows.push((entry.row, role.unwrap_or_else(|| Role::new("", 0)), place));
                rows.len() - 1
            });
            let Some((_, role, _)) = rows.get_mut(at) else { continue };
            if let Err(fault) = self.take(role, RoleCell::at(entry.column), &entry.text) {
                faults.push((place, fault));
            }
        }
        // A row that is blank throughout adds nobody.
        let blank = |row: RoleRow| {
            matches!(row, RoleRow::New(_))
                && entries.iter().all(|entry| entry.row != row || entry.text.trim().is_empty())
        };
        faults.retain(|(place, _)| entries.get(*place).is_none_or(|entry| !blank(entry.row)));
        rows.retain(|(row, ..)| !blank(*row));
        for (row, role, place) in &rows {
            let refused =
                faults.iter().any(|(at, _)| entries.get(*at).is_some_and(|e| e.row == *row));
            if role.name.is_empty() && !refused {
                faults.push((*place, CellFault::NamelessRow));
            }
            // Cells name roles by their names, so that two of one name could not be told apart.
            let among_rows =
                rows.iter().any(|(other, one, _)| other != row && one.name == role.name);
            let before = self.role(*row).map(|(_, role)| role.name.as_str());
            let renamed = before != Some(role.name.as_str());
            let there = self.scenario.roles().iter().any(|(id, other)| {
                RoleRow::There(*id) != *row
                    && other.name == role.name
                    && !rows.iter().any(|(row, ..)| *row == RoleRow::There(*id))
            });
            if renamed && !role.name.is_empty() && (among_rows || there) {
                faults.push((*place, CellFault::NameTaken(role.name.clone())));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut changes = RowChanges { colours: ROLE_INKS, ..RowChanges::default() };
        for (row, role, _) in rows {
            match row {
                RoleRow::There(id) => changes.roles.push((id, role)),
                RoleRow::New(_) => changes.new_roles.push(role),
            }
        }
        Ok(Edit::SetRows(Box::new(changes)).into())
    }

    fn removal(&self, rows: &[RoleRow]) -> Option<DocumentEdit> {
        let edits: Vec<Edit> = rows
            .iter()
            .filter_map(|row| self.role(*row))
            .map(|(id, _)| Edit::RemoveRole(id))
            .collect();
        (!edits.is_empty()).then_some(Edit::Several(edits).into())
    }

    fn below(&self, number: usize) -> Option<RoleRow> {
        Some(RoleRow::New(number + 1))
    }

    fn choose(&self, rows: &[RoleRow]) -> Option<Action> {
        match rows {
            [RoleRow::There(id)] => Some(Action::Select(Selection::thing(Thing::Role(*id)))),
            _ => None,
        }
    }

    fn is_selected(&self, row: RoleRow) -> bool {
        matches!(row, RoleRow::There(id) if self.selected == Some(id))
    }
}
