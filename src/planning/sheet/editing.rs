//! Changes of a sheet, cell by cell and row by row, as somebody types them.

use super::check::Place;
use super::exact::Number;
use crate::blueprint::sheets::{End, Figure, Item, Limit, Rule, Sense, Sheet};

/// A kind of rows or columns that a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// Rows of items.
    Item,
    /// Columns of limits.
    Limit,
    /// Rows of from × to.
    From,
    /// Columns of from × to.
    To,
}

impl Sheet {
    /// What is written at a place: a name, a number; nothing for a rule and for the sheet as a whole.
    #[must_use]
    pub fn text_at(&self, place: Place) -> &str {
        let name = match place {
            Place::ItemName(at) => self.items.get(at).map(|item| item.name.as_str()),
            Place::LimitName(at) => self.limits.get(at).map(|limit| limit.name.as_str()),
            Place::FromName(at) => self.from.get(at).map(|end| end.name.as_str()),
            Place::ToName(at) => self.to.get(at).map(|end| end.name.as_str()),
            _ => self.figure_at(place).map(Figure::written),
        };
        name.unwrap_or_default()
    }

    /// The number that is written at a place, right or wrong.
    #[must_use]
    pub fn figure_at(&self, place: Place) -> Option<&Figure> {
        match place {
            Place::Worth(item) => self.items.get(item).map(|item| &item.worth),
            Place::Least(item) => self.items.get(item).map(|item| &item.least),
            Place::Most(item) => self.items.get(item).map(|item| &item.most),
            Place::Uses { item, limit } => {
                self.items.get(item).and_then(|item| item.uses.get(limit))
            }
            Place::LimitAmount(limit) => self.limits.get(limit).map(|limit| &limit.amount),
            Place::Count => self.count.as_ref().map(|(_, figure)| figure),
            Place::Total => self.total.as_ref().map(|(_, figure)| figure),
            Place::Supply(from) => self.from.get(from).map(|end| &end.amount),
            Place::Demand(to) => self.to.get(to).map(|end| &end.amount),
            Place::Cell { from, to } => self.cells.get(from).and_then(|line| line.get(to)),
            Place::Sheet
            | Place::ItemName(_)
            | Place::LimitName(_)
            | Place::Rule(_)
            | Place::FromName(_)
            | Place::ToName(_) => None,
        }
    }

    /// The same sheet with another text at a place. Rules follow the name of an item.
    #[must_use]
    pub fn with_text(&self, place: Place, text: &str) -> Self {
        let mut sheet = self.clone();
        match place {
            Place::ItemName(at) => sheet.name_item(at, text),
            Place::LimitName(at) => {
                if let Some(limit) = sheet.limits.get_mut(at) {
                    text.clone_into(&mut limit.name);
                }
            }
            Place::FromName(at) => {
                if let Some(end) = sheet.from.get_mut(at) {
                    text.clone_into(&mut end.name);
                }
            }
            Place::ToName(at) => {
                if let Some(end) = sheet.to.get_mut(at) {
                    text.clone_into(&mut end.name);
                }
            }
            _ => {
                if let Some(slot) = sheet.slot(place) {
                    *slot = Figure::from(text);
                }
            }
        }
        sheet
    }

    /// The same sheet with another number in a cell; a name, a rule and what there is not stay as they are.
    #[must_use]
    pub fn with(&self, place: Place, number: &Number) -> Self {
        let mut sheet = self.clone();
        let is_share = sheet.is_share(place);
        if let Some(slot) = sheet.slot(place) {
            // What is written in per cent stays so.
            *slot = if is_share && slot.written().contains('%') {
                let hundred = number * &Number::whole(100);
                let decimal = hundred.places().is_some_and(|places| places <= 12);
                let text = if decimal { hundred.to_decimal(12) } else { hundred.to_fraction() };
                Figure::from(format!("{text} %"))
            } else {
                Figure::from(number)
            };
        }
        sheet
    }

    fn name_item(&mut self, at: usize, text: &str) {
        let Some(item) = self.items.get_mut(at) else { return };
        let old = std::mem::replace(&mut item.name, text.to_owned());
        // Of two items of one name nobody knows which is meant.
        if old.trim().is_empty() || self.items.iter().any(|item| item.name.trim() == old.trim()) {
            return;
        }
        for rule in &mut self.rules {
            let (Rule::Needs(one, other) | Rule::Excludes(one, other)) = rule;
            for name in [one, other] {
                if name.trim() == old.trim() {
                    text.clone_into(name);
                }
            }
        }
    }

    fn slot(&mut self, place: Place) -> Option<&mut Figure> {
        match place {
            Place::Worth(item) => self.items.get_mut(item).map(|item| &mut item.worth),
            Place::Least(item) => self.items.get_mut(item).map(|item| &mut item.least),
            Place::Most(item) => self.items.get_mut(item).map(|item| &mut item.most),
            Place::Uses { item, limit } => {
                let count = self.limits.len();
                let item = self.items.get_mut(item).filter(|_| limit < count)?;
                if item.uses.len() <= limit {
                    item.uses.resize(limit + 1, Figure::default());
                }
                item.uses.get_mut(limit)
            }
            Place::LimitAmount(limit) => self.limits.get_mut(limit).map(|limit| &mut limit.amount),
            Place::Count => self.count.as_mut().map(|(_, figure)| figure),
            Place::Total => self.total.as_mut().map(|(_, figure)| figure),
            Place::Supply(from) => self.from.get_mut(from).map(|end| &mut end.amount),
            Place::Demand(to) => self.to.get_mut(to).map(|end| &mut end.amount),
            Place::Cell { from, to } => {
                let count = self.to.len();
                if from >= self.from.len() || to >= count {
                    return None;
                }
                if self.cells.len() <= from {
                    self.cells.resize(from + 1, Vec::new());
                }
                let line = self.cells.get_mut(from)?;
                if line.len() <= to {
                    line.resize(to + 1, Figure::default());
                }
                line.get_mut(to)
            }
            Place::Sheet
            | Place::ItemName(_)
            | Place::LimitName(_)
            | Place::Rule(_)
            | Place::FromName(_)
            | Place::ToName(_) => None,
        }
    }

    /// Whether the amount at a place is a share of the total of all.
    #[must_use]
    pub fn is_share(&self, place: Place) -> bool {
        match place {
            Place::LimitAmount(at) => self.limits.get(at).is_some_and(|limit| limit.of_total),
            _ => false,
        }
    }

    /// How many rows or columns of a kind there are.
    #[must_use]
    pub fn lines(&self, line: Line) -> usize {
        match line {
            Line::Item => self.items.len(),
            Line::Limit => self.limits.len(),
            Line::From => self.from.len(),
            Line::To => self.to.len(),
        }
    }

    /// The same sheet with a row or column more at a place, of this name.
    #[must_use]
    pub fn with_line(&self, line: Line, at: usize, name: &str) -> Self {
        let mut sheet = self.clone();
        let at = at.min(sheet.lines(line));
        match line {
            Line::Item => {
                sheet.items.insert(at, Item { name: name.to_owned(), ..Item::default() });
            }
            Line::Limit => {
                let new = sheet.usual_limit(name);
                for item in &mut sheet.items {
                    if at < item.uses.len() {
                        item.uses.insert(at, Figure::default());
                    }
                }
                sheet.limits.insert(at, new);
            }
            Line::From => {
                if at < sheet.cells.len() {
                    sheet.cells.insert(at, Vec::new());
                }
                let amount = sheet.usual_amount(sheet.from.last());
                sheet.from.insert(at, End::new(name, amount));
            }
            Line::To => {
                for cells in &mut sheet.cells {
                    if at < cells.len() {
                        cells.insert(at, Figure::default());
                    }
                }
                // Nothing comes there yet: whatever were wanted could not be had.
                let amount = sheet.usual_amount(None);
                sheet.to.insert(at, End::new(name, amount));
            }
        }
        sheet
    }

    /// A new limit. It has no amount and holds nothing down until somebody types one, whatever uses it by then.
    fn usual_limit(&self, name: &str) -> Limit {
        let sense = match self.limits.last().map(|limit| limit.sense) {
            Some(Sense::AtLeast) => Sense::AtLeast,
            _ => Sense::AtMost,
        };
        Limit::new(name, sense, Figure::default())
    }

    /// What a new end has: of a person or job one, which is not written; else as much as another one.
    fn usual_amount(&self, like: Option<&End>) -> Figure {
        match self.purpose {
            crate::blueprint::sheets::Purpose::Assignment => Figure::default(),
            _ => like.map_or_else(|| Figure::from(0_i64), |end| end.amount.clone()),
        }
    }

    /// The same sheet without a row or column. Rules of an item that goes, go too.
    #[must_use]
    pub fn without_line(&self, line: Line, at: usize) -> Self {
        let mut sheet = self.clone();
        if at >= sheet.lines(line) {
            return sheet;
        }
        match line {
            Line::Item => {
                let gone = sheet.items.remove(at).name;
                sheet.rules.retain(|rule| {
                    let (Rule::Needs(one, other) | Rule::Excludes(one, other)) = rule;
                    one.trim() != gone.trim() && other.trim() != gone.trim()
                });
            }
            Line::Limit => {
                sheet.limits.remove(at);
                for item in &mut sheet.items {
                    if at < item.uses.len() {
                        item.uses.remove(at);
                    }
                }
            }
            Line::From => {
                sheet.from.remove(at);
                if at < sheet.cells.len() {
                    sheet.cells.remove(at);
                }
            }
            Line::To => {
                sheet.to.remove(at);
                for cells in &mut sheet.cells {
                    if at < cells.len() {
                        cells.remove(at);
                    }
                }
            }
        }
        sheet
    }

    /// The same sheet with a limit that holds otherwise.
    #[must_use]
    pub fn with_sense(&self, limit: usize, sense: Sense, of_total: bool) -> Self {
        let mut sheet = self.clone();
        if let Some(limit) = sheet.limits.get_mut(limit) {
            (limit.sense, limit.of_total) = (sense, of_total);
        }
        sheet
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::sheets::Purpose;

    fn tables() -> Sheet {
        Sheet {
            limits: vec![
                Limit::new("Large", Sense::AtMost, 6_i64),
                Limit::new("Small", Sense::AtMost, 8_i64),
            ],
            items: vec![
                Item::new("Table", 20_i64, [2_i64, 2]),
                Item::new("Chair", 15_i64, [1_i64, 2]),
            ],
            rules: vec![Rule::Needs("Table".to_owned(), "Chair".to_owned())],
            ..Sheet::of("Tables and chairs", Purpose::Production)
        }
    }

    #[test]
    fn what_is_put_into_a_cell_stands_there() {
        let sheet = tables();
        for (place, was) in [
            (Place::Worth(1), "15"),
            (Place::Uses { item: 1, limit: 0 }, "1"),
            (Place::LimitAmount(1), "8"),
            (Place::LimitName(0), "Large"),
            (Place::Most(0), ""),
        ] {
            assert_eq!(sheet.text_at(place), was, "{place:?}");
            assert_eq!(sheet.with_text(place, "x").text_at(place), "x", "{place:?}");
            assert_eq!(sheet.with_text(place, "x").with_text(place, was), sheet, "{place:?}");
        }
    }

    #[test]
    fn rules_follow_the_names_of_items() {
        let sheet = tables().with_text(Place::ItemName(1), "Stool");
        assert_eq!(sheet.rules, [Rule::Needs("Table".to_owned(), "Stool".to_owned())]);
        assert!(sheet.without_line(Line::Item, 1).rules.is_empty());
    }

    #[test]
    fn a_line_that_comes_and_goes_leaves_the_others() {
        let sheet = tables();
        for line in [Line::Item, Line::Limit] {
            for at in 0..3 {
                let more = sheet.with_line(line, at, "new");
                assert_eq!(more.lines(line), 3);
                assert_eq!(more.without_line(line, at), sheet, "{line:?} {at}");
            }
        }
        let ways = Sheet {
            from: vec![End::new("A", 5_i64)],
            to: vec![End::new("B", 5_i64)],
            cells: vec![vec![Figure::from(3_i64)]],
            ..Sheet::of("Ways", Purpose::Transport)
        };
        for line in [Line::From, Line::To] {
            for at in 0..2 {
                let more = ways.with_line(line, at, "new");
                assert_eq!(more.without_line(line, at), ways, "{line:?} {at}");
            }
        }
    }
}
