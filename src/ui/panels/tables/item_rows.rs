//! What customers judge, as rows of a table; below the last one a row for a new item.

use super::sheet::{CellFault, Column, Entry, Look, Rank, Sheet, Typing};
use crate::blueprint::notation::parse_quantity;
use crate::blueprint::{
    Blueprint, Item, ItemId, ItemPart, Judgements, Quality, QualityDimension, ReadingKind,
    Scenario, StepId, Voice,
};
use crate::editor::{DocumentEdit, Judging, Selection};
use crate::exchange::{TableFault, TableKind};
use crate::process::ProblemPlace;
use crate::quality::{Assessment, ItemFigures, surveyed};
use crate::ui::reading::optional;
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

use super::step_cells::same;

/// A row of the table of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::ui) enum ItemRow {
    /// An item.
    There(ItemId),
    /// An item to be: so many rows below the last.
    New(usize),
}

impl ItemRow {
    /// The item, where there is one.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::There(id) => Some(id),
            Self::New(_) => None,
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ItemCell {
    Text,
    Dimension,
    Part,
    Voice,
    Steps,
    Weight,
    Reading(ReadingKind),
    Kano,
    Gap,
    Zone,
}

const fn typed(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { name, help, width, numeric: false, typing: Typing::Optional, live: false }
}

const fn number(name: &'static str, help: &'static str) -> Column {
    Column { numeric: true, live: true, ..typed(name, help, 72.0) }
}

const fn computed(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { typing: Typing::Computed, ..typed(name, help, width) }
}

/// The columns, from left to right.
const CELLS: [(ItemCell, Column); 18] = {
    use ItemCell::{Dimension, Gap, Kano, Part, Reading, Steps, Text, Voice, Weight, Zone};
    use ReadingKind::{
        Believed, Delivered, Least, Perceived, Promised, Rival, Should, Standard, Will,
    };
    [
        (
            Text,
            Column {
                typing: Typing::Needed,
                ..typed("items-column-item", "items-column-item-help", 190.0)
            },
        ),
        (Dimension, typed("items-column-dimension", "items-column-dimension-help", 112.0)),
        (Steps, typed("items-column-steps", "items-column-steps-help", 130.0)),
        (Weight, number("items-column-weight", "items-column-weight-help")),
        (Reading(Least), number("items-least", "items-least-help")),
        (Reading(Will), number("items-will", "items-will-help")),
        (Reading(Should), number("items-should", "items-should-help")),
        (Reading(Perceived), number("items-perceived", "items-perceived-help")),
        (Reading(Rival), number("items-rival", "items-rival-help")),
        (Reading(Believed), number("items-believed", "items-believed-help")),
        (Reading(Standard), number("items-standard", "items-standard-help")),
        (Reading(Delivered), number("items-delivered", "items-delivered-help")),
        (Reading(Promised), number("items-promised", "items-promised-help")),
        (Kano, computed("items-column-kano", "items-column-kano-help", 92.0)),
        (
            Gap,
            Column { numeric: true, ..computed("items-column-gap", "items-column-gap-help", 56.0) },
        ),
        (Zone, computed("items-column-zone", "items-column-zone-help", 70.0)),
        (Part, typed("items-column-part", "items-column-part-help", 112.0)),
        (Voice, typed("items-column-voice", "items-column-voice-help", 92.0)),
    ]
};

static COLUMNS: [Column; CELLS.len()] = {
    let mut columns = [CELLS[0].1; CELLS.len()];
    let mut at = 0;
    while at < CELLS.len() {
        columns[at] = CELLS[at].1;
        at += 1;
    }
    columns
};

fn cell(place: usize) -> ItemCell {
    CELLS.get(place).map_or(ItemCell::Zone, |(cell, _)| *cell)
}

/// The choice that a text names, as it is shown or as a file has it; none for a blank.
fn chosen<'w, T: Copy>(
    text: &str,
    names: &[(&'static str, T)],
    shown: impl Fn(T) -> &'w str,
) -> Result<Option<T>, CellFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = names.iter().find(|(name, it)| same(shown(*it), text) || same(name, text));
    found.map(|(_, it)| Some(*it)).ok_or_else(|| CellFault::NotAChoice(text.to_owned()))
}

/// The table of items, as the document stands.
pub(super) struct ItemRows<'a> {
    blueprint: &'a Blueprint,
    quality: &'a Quality,
    scenario: &'a Scenario,
    assessment: Option<&'a Assessment>,
    words: &'a Wording,
    /// The item that pictures and table share.
    chosen: Option<ItemId>,
}

impl<'a> ItemRows<'a> {
    /// The items of the open file.
    pub fn of(view: &ViewContext<'a>, chosen: Option<ItemId>) -> Self {
        let blueprint = view.editor.blueprint();
        Self {
            blueprint,
            quality: &blueprint.judgements().quality,
            scenario: view.scenario,
            assessment: view.assessment,
            words: view.words,
            chosen,
        }
    }

    fn item(&self, row: ItemRow) -> Option<&'a Item> {
        let id = row.item()?;
        self.quality.items.iter().find(|(own, _)| *own == id).map(|(_, item)| item)
    }

    fn figures(&self, row: ItemRow) -> Option<&'a ItemFigures> {
        let id = row.item()?;
        self.assessment?.items.iter().find(|figures| figures.item == id)
    }

    /// A number as it is typed.
    fn written(value: Option<f64>) -> String {
        value.map(|value| ((value * 1e4).round() / 1e4).to_string()).unwrap_or_default()
    }

    /// A reading with what the last survey says.
    fn reading(&self, row: ItemRow, kind: ReadingKind) -> Option<f64> {
        match self.figures(row) {
            Some(figures) => figures.readings.get(kind),
            None => self.item(row)?.readings.get(kind),
        }
    }

    /// The steps of an item that this scenario has, by their names.
    fn steps(&self, item: &Item) -> String {
        let here = item.steps.iter().filter_map(|step| self.scenario.steps().get(step));
        let names: Vec<&str> = here.map(|step| step.name.as_str()).collect();
        names.join("; ")
    }

    /// The steps that are named; those of other scenarios stay.
    fn read_steps(&self, item: &Item, text: &str) -> Result<Vec<StepId>, CellFault> {
        let elsewhere = |step: &&StepId| !self.scenario.steps().contains_key(*step);
        let mut found: Vec<StepId> = Vec::new();
        let each = text.split([';', '；']).map(str::trim).filter(|name| !name.is_empty());
        for name in each {
            let steps = self.scenario.steps().iter();
            let named: Vec<StepId> =
                steps.filter(|(_, step)| same(&step.name, name)).map(|(id, _)| *id).collect();
            // Of steps that are called alike those stay that were meant before.
            let meant = named.iter().copied().filter(|step| item.steps.contains(step));
            let meant: Vec<StepId> = meant.collect();
            let first = named.first().copied();
            let first = first.ok_or_else(|| TableFault::UnknownStep(name.to_owned()))?;
            let taken = if meant.is_empty() { vec![first] } else { meant };
            found.extend(taken);
        }
        let mut unique: Vec<StepId> = Vec::new();
        for step in found.into_iter().chain(item.steps.iter().filter(elsewhere).copied()) {
            if !unique.contains(&step) {
                unique.push(step);
            }
        }
        Ok(unique)
    }

    /// Puts a text into an item.
    fn take(
        &self,
        item: &mut Item,
        id: Option<ItemId>,
        cell: ItemCell,
        text: &str,
    ) -> Result<(), CellFault> {
        let text = text.trim();
        match cell {
            ItemCell::Text if text.is_empty() => return Err(CellFault::TextlessItem),
            ItemCell::Text => text.clone_into(&mut item.text),
            ItemCell::Dimension if text.is_empty() => item.dimension = None,
            ItemCell::Dimension => {
                let called = |it: &QualityDimension| same(self.words.quality_dimension(*it), text);
                let found = QualityDimension::ALL.into_iter().find(called);
                let of_file = || {
                    let mut names = QualityDimension::NAMES.into_iter();
                    names.find(|(name, _)| same(name, text)).map(|(_, it)| it)
                };
                let fault = || CellFault::NotAChoice(text.to_owned());
                item.dimension = Some(found.or_else(of_file).ok_or_else(fault)?);
            }
            ItemCell::Part => {
                let names = |part| self.words.item_part(part);
                item.part = chosen(text, &ItemPart::NAMES, names)?;
            }
            ItemCell::Voice => {
                item.voice = chosen(text, &Voice::NAMES, |voice| self.words.voice(voice))?;
            }
            ItemCell::Steps => item.steps = self.read_steps(item, text)?,
            ItemCell::Weight => {
                let weight = optional(parse_quantity)(text)?;
                item.weight = weight.map(crate::blueprint::Quantity::get);
            }
            ItemCell::Reading(kind) => {
                if let Some(source) = id.and_then(|id| surveyed(self.quality, id, kind)) {
                    return Err(CellFault::FromSurvey(source.to_owned()));
                }
                let scale = self.quality.scale;
                let below = text.strip_prefix(['-', '−']).filter(|_| scale.low < 0.0);
                let value = optional(parse_quantity)(below.unwrap_or(text))?;
                let value = value.map(crate::blueprint::Quantity::get);
                let value = if below.is_some() { value.map(|value| -value) } else { value };
                if value.is_some_and(|value| !scale.holds(value)) {
                    let [low, high] = [scale.low, scale.high].map(|end| self.words.number(end));
                    return Err(CellFault::OffTheScale(low, high));
                }
                *item.readings.slot(kind) = value;
            }
            ItemCell::Kano | ItemCell::Gap | ItemCell::Zone => return Err(CellFault::Computed),
        }
        Ok(())
    }
}

impl Sheet for ItemRows<'_> {
    type Key = ItemRow;
    const KIND: TableKind = TableKind::Steps;

    fn columns(&self) -> &[Column] {
        &COLUMNS
    }

    fn all(&self) -> Vec<ItemRow> {
        let there = self.quality.items.iter().map(|(id, _)| ItemRow::There(*id));
        there.chain([ItemRow::New(0)]).collect()
    }

    fn lets_through(&self, _row: ItemRow) -> bool {
        true
    }

    fn row_name(&self, row: ItemRow) -> String {
        let name = self.item(row).map(|item| item.text.clone());
        name.unwrap_or_else(|| self.words.text("items-row-blank").to_owned())
    }

    fn look(&self, row: ItemRow, column: usize) -> Look {
        let (Some(item), words) = (self.item(row), self.words) else { return Look::default() };
        let none = || words.text("no-figure").to_owned();
        let figures = self.figures(row);
        let short = |value: Option<f64>| value.map_or_else(none, |value| words.reading(value));
        let gap = figures.and_then(|figures| figures.gaps.customer);
        let text = match cell(column) {
            ItemCell::Weight => short(item.weight),
            ItemCell::Reading(kind) => {
                self.reading(row, kind).map_or_else(none, |value| words.even_reading(value))
            }
            ItemCell::Gap => gap.map_or_else(none, |gap| words.even_reading(gap)),
            ItemCell::Kano => {
                let kano = figures.and_then(|figures| figures.kano.as_ref());
                kano.map_or_else(none, |kano| words.kano_category(kano.category).to_owned())
            }
            ItemCell::Zone => {
                let zone = figures.and_then(|figures| figures.zone);
                zone.map_or_else(none, |zone| words.tolerance_zone(zone).to_owned())
            }
            _ => self.entry(row, column),
        };
        Look { text, critical: false, outdated: false, dot: None }
    }

    fn entry(&self, row: ItemRow, column: usize) -> String {
        let Some(item) = self.item(row) else { return String::new() };
        match cell(column) {
            ItemCell::Text => item.text.clone(),
            ItemCell::Dimension => {
                item.dimension.map_or("", |it| self.words.quality_dimension(it)).to_owned()
            }
            ItemCell::Part => item.part.map_or("", |it| self.words.item_part(it)).to_owned(),
            ItemCell::Voice => item.voice.map_or("", |it| self.words.voice(it)).to_owned(),
            ItemCell::Steps => self.steps(item),
            ItemCell::Weight => Self::written(item.weight),
            ItemCell::Reading(kind) => Self::written(self.reading(row, kind)),
            ItemCell::Kano | ItemCell::Gap | ItemCell::Zone => self.look(row, column).text,
        }
    }

    fn rank(&self, row: ItemRow, column: usize) -> Rank {
        let Some(item) = self.item(row) else { return Rank::Missing };
        let number = |value: Option<f64>| value.map_or(Rank::Missing, Rank::Number);
        let figures = self.figures(row);
        match cell(column) {
            ItemCell::Dimension => {
                let place = item.dimension.and_then(|dimension| {
                    QualityDimension::ALL.into_iter().position(|it| it == dimension)
                });
                number(place.map(|place| place as f64))
            }
            ItemCell::Part => number(item.part.map(|part| f64::from(part as u8))),
            ItemCell::Voice => number(item.voice.map(|voice| f64::from(voice as u8))),
            ItemCell::Weight => number(item.weight),
            ItemCell::Reading(kind) => number(self.reading(row, kind)),
            ItemCell::Gap => number(figures.and_then(|figures| figures.gaps.customer)),
            ItemCell::Zone => {
                let zone = figures.and_then(|figures| figures.zone);
                number(zone.map(|zone| f64::from(zone as u8)))
            }
            ItemCell::Kano => {
                let kano = figures.and_then(|figures| figures.kano.as_ref());
                number(kano.map(|kano| f64::from(kano.category as u8)))
            }
            ItemCell::Text | ItemCell::Steps => Rank::Text(self.entry(row, column).to_lowercase()),
        }
    }

    fn options(&self, column: usize) -> Vec<String> {
        match cell(column) {
            ItemCell::Dimension => QualityDimension::ALL
                .map(|dimension| self.words.quality_dimension(dimension).to_owned())
                .to_vec(),
            ItemCell::Part => {
                ItemPart::NAMES.map(|(_, part)| self.words.item_part(part).to_owned()).to_vec()
            }
            ItemCell::Voice => {
                Voice::NAMES.map(|(_, voice)| self.words.voice(voice).to_owned()).to_vec()
            }
            ItemCell::Steps => {
                let mut names: Vec<String> = Vec::new();
                for step in self.scenario.steps().values() {
                    if !names.contains(&step.name) {
                        names.push(step.name.clone());
                    }
                }
                names
            }
            _ => Vec::new(),
        }
    }

    fn separators(&self, column: usize) -> &'static [char] {
        if cell(column) == ItemCell::Steps { &[';', '；'] } else { &[] }
    }

    fn edit(&self, entries: &[Entry<ItemRow>]) -> Result<DocumentEdit, Vec<(usize, CellFault)>> {
        let mut rows: Vec<(ItemRow, Item, usize)> = Vec::new();
        let mut faults = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let known = rows.iter().position(|(row, ..)| *row == entry.row);
            let at = known.unwrap_or_else(|| {
                rows.push((entry.row, self.item(entry.row).cloned().unwrap_or_default(), place));
                rows.len() - 1
            });
            let Some((_, item, _)) = rows.get_mut(at) else { continue };
            // Pasting what a survey says over itself changes nothing.
            if let ItemCell::Reading(kind) = cell(entry.column)
                && let ItemRow::There(id) = entry.row
                && surveyed(self.quality, id, kind).is_some()
                && self.entry(entry.row, entry.column) == entry.text
            {
                continue;
            }
            let taken = self.take(item, entry.row.item(), cell(entry.column), &entry.text);
            if let Err(fault) = taken {
                faults.push((place, fault));
            }
        }
        // A row that is blank throughout adds nothing.
        let blank = |row: ItemRow| {
            matches!(row, ItemRow::New(_))
                && entries.iter().all(|entry| entry.row != row || entry.text.trim().is_empty())
        };
        faults.retain(|(place, _)| entries.get(*place).is_none_or(|entry| !blank(entry.row)));
        rows.retain(|(row, ..)| !blank(*row));
        for (row, item, place) in &rows {
            let refused =
                faults.iter().any(|(at, _)| entries.get(*at).is_some_and(|e| e.row == *row));
            if item.text.is_empty() && !refused {
                faults.push((*place, CellFault::TextlessItem));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let adds = rows.iter().any(|(row, ..)| row.item().is_none());
        let mut judgements = Judgements::clone(self.blueprint.judgements());
        let items = &mut judgements.quality.items;
        let mut ids = self.blueprint.ids();
        for (row, item, _) in rows {
            match row.item().and_then(|id| items.iter_mut().find(|(own, _)| *own == id)) {
                Some((_, slot)) => *slot = item,
                None => items.push((ids.fresh(), item)),
            }
        }
        let judging = if adds { Judging::AddItem } else { Judging::ChangeItem };
        Ok(DocumentEdit::Judge(judging, Box::new(judgements)))
    }

    fn removal(&self, rows: &[ItemRow]) -> Option<DocumentEdit> {
        let gone: Vec<ItemId> = rows.iter().filter_map(|row| row.item()).collect();
        (!gone.is_empty()).then(|| without(self.blueprint, &gone))
    }

    fn below(&self, number: usize) -> Option<ItemRow> {
        Some(ItemRow::New(number + 1))
    }

    fn choose(&self, rows: &[ItemRow]) -> Option<Action> {
        let steps = rows.iter().filter_map(|row| self.item(*row)).flat_map(|item| &item.steps);
        let here = steps.filter(|step| self.scenario.steps().contains_key(*step));
        let mut steps: Vec<StepId> = here.copied().collect();
        steps.dedup();
        Some(match steps.as_slice() {
            [only] => Action::GoTo(ProblemPlace::Step(*only)),
            _ => Action::Select(Selection::steps(steps)),
        })
    }

    fn is_selected(&self, row: ItemRow) -> bool {
        row.item().is_some_and(|item| self.chosen == Some(item))
    }
}

/// The edit that removes items, with what surveys say about them.
pub(in crate::ui) fn without(blueprint: &Blueprint, gone: &[ItemId]) -> DocumentEdit {
    let mut judgements = Judgements::clone(blueprint.judgements());
    let quality = &mut judgements.quality;
    quality.items.retain(|(id, _)| !gone.contains(id));
    for survey in &mut quality.surveys {
        survey.items.retain(|row| !gone.contains(&row.item));
    }
    DocumentEdit::Judge(Judging::RemoveItem, Box::new(judgements))
}
