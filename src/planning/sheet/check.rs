//! Whether a sheet can be solved, and where not.

use std::collections::BTreeMap;

use super::exact::{NotANumber, Number, Sense};
use crate::blueprint::sheets::Figure;
use crate::blueprint::sheets::{Amounts, Item, Purpose, Rule, Sheet};

/// Items that a sheet may have.
pub const MOST_ITEMS: usize = 300;
/// Limits that a sheet may have.
pub const MOST_LIMITS: usize = 100;
/// Rows, and columns, of ways that a sheet may have.
pub const MOST_ENDS: usize = 60;

/// Where something is wrong. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The sheet as a whole.
    Sheet,
    /// The name of an item.
    ItemName(usize),
    /// The worth of an item.
    Worth(usize),
    /// What an item uses of a limit.
    Uses {
        /// The item.
        item: usize,
        /// The limit.
        limit: usize,
    },
    /// The least of an item.
    Least(usize),
    /// The most of an item.
    Most(usize),
    /// The name of a limit.
    LimitName(usize),
    /// The amount of a limit.
    LimitAmount(usize),
    /// How many are chosen.
    Count,
    /// What all sum up to.
    Total,
    /// A rule.
    Rule(usize),
    /// The name of a row of ways.
    FromName(usize),
    /// What there is in a row.
    Supply(usize),
    /// The name of a column of ways.
    ToName(usize),
    /// What is wanted in a column.
    Demand(usize),
    /// The cost of a way.
    Cell {
        /// Its row.
        from: usize,
        /// Its column.
        to: usize,
    },
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no number.
    NotANumber(NotANumber),
    /// It is below 0.
    Negative,
    /// The least is above the most.
    LeastAboveMost,
    /// No whole number is between the least and the most.
    NoWholeBetween,
    /// Another before it has the same name.
    DoubledName(String),
    /// A rule between an item and itself.
    OfItself(String),
    /// No item has that name.
    Unknown(String),
    /// There are so many, and may be so many.
    TooMany {
        /// How many there are.
        there: usize,
        /// How many there may be.
        most: usize,
    },
    /// More uses than limits, or more cells than columns.
    Beyond,
    /// A rule or count that asks whether this item is chosen at all needs its most.
    WantsMost(String),
    /// One that asks that this item is chosen needs whole amounts of it.
    WantsWhole(String),
}

/// Something wrong somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What.
    pub wrong: Wrong,
}

/// An item in numbers.
#[derive(Clone, Debug)]
pub(super) struct CheckedItem {
    pub(super) worth: Number,
    /// By limit.
    pub(super) uses: Vec<Number>,
    pub(super) least: Number,
    pub(super) most: Option<Number>,
    /// Least and most before those of whole amounts were brought inward, where that is something else.
    pub(super) written: Option<(Number, Option<Number>)>,
    pub(super) amounts: Amounts,
}

/// A rule by places.
#[derive(Clone, Copy, Debug)]
pub(super) enum CheckedRule {
    Needs(usize, usize),
    Excludes(usize, usize),
}

/// A sheet in numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked {
    pub(super) items: Vec<CheckedItem>,
    pub(super) limits: Vec<Number>,
    pub(super) count: Option<(Sense, Number)>,
    pub(super) total: Option<(Sense, Number)>,
    pub(super) rules: Vec<CheckedRule>,
    pub(super) supply: Vec<Number>,
    pub(super) demand: Vec<Number>,
    /// Costs; nothing where there is no way.
    pub(super) cells: Vec<Vec<Option<Number>>>,
}

/// What is wrong with a sheet, in the order of its cells; nothing where it can be solved.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<Fault> {
    checked(sheet).err().unwrap_or_default()
}

pub(super) fn checked(sheet: &Sheet) -> Result<Checked, Vec<Fault>> {
    let mut checker = Checker::default();
    let numbers = if sheet.purpose.has_ways() { checker.ways(sheet) } else { checker.items(sheet) };
    if checker.faults.is_empty() { Ok(numbers) } else { Err(checker.faults) }
}

#[derive(Default)]
struct Checker {
    faults: Vec<Fault>,
}

impl Checker {
    fn fault(&mut self, place: Place, wrong: Wrong) {
        self.faults.push(Fault { place, wrong });
    }

    fn size(&mut self, there: usize, most: usize) -> bool {
        if there > most {
            self.fault(Place::Sheet, Wrong::TooMany { there, most });
        }
        there <= most
    }

    /// The number of a cell; 0 where it is none.
    fn number(&mut self, place: Place, figure: &Figure) -> Number {
        figure.number().unwrap_or_else(|wrong| {
            self.fault(place, Wrong::NotANumber(wrong));
            Number::zero()
        })
    }

    fn or_zero(&mut self, place: Place, figure: &Figure) -> Number {
        if figure.is_blank() { Number::zero() } else { self.number(place, figure) }
    }

    fn not_negative(&mut self, place: Place, figure: &Figure) -> Number {
        let number = self.number(place, figure);
        if number.is_negative() {
            self.fault(place, Wrong::Negative);
        }
        number
    }

    /// The places of names, of those that are seen; each is there once.
    fn names<'a>(
        &mut self,
        names: impl Iterator<Item = (&'a str, bool)>,
        place: fn(usize) -> Place,
    ) -> BTreeMap<&'a str, usize> {
        let mut places = BTreeMap::new();
        for (at, (name, is_hidden)) in names.enumerate() {
            let name = name.trim();
            if is_hidden {
                continue;
            }
            if places.contains_key(name) {
                self.fault(place(at), Wrong::DoubledName(name.to_owned()));
            } else {
                places.insert(name, at);
            }
        }
        places
    }

    fn items(&mut self, sheet: &Sheet) -> Checked {
        let shown = sheet.items.iter().filter(|item| !item.is_hidden).count();
        let limits = sheet.limits.iter().filter(|limit| !limit.is_hidden).count();
        // What is hidden may be as much again and more: it comes from a blueprint.
        if !self.size(shown, MOST_ITEMS) | !self.size(limits, MOST_LIMITS) {
            return Checked::default();
        }
        let names = self.names(
            sheet.items.iter().map(|item| (item.name.as_str(), item.is_hidden)),
            Place::ItemName,
        );
        let own = sheet.limits.iter().map(|limit| (limit.name.as_str(), limit.is_hidden));
        let limit_names = self.names(own, Place::LimitName);
        let reserved = [("count", sheet.count.is_some()), ("total", sheet.total.is_some())];
        for (name, is_used) in reserved {
            if let Some(place) = limit_names.get(name).filter(|_| is_used) {
                self.fault(Place::LimitName(*place), Wrong::DoubledName(name.to_owned()));
            }
        }
        let mut checked = Checked::default();
        for (place, limit) in sheet.limits.iter().enumerate() {
            // Without an amount it is no limit yet.
            checked.limits.push(self.or_zero(Place::LimitAmount(place), &limit.amount));
        }
        for (place, item) in sheet.items.iter().enumerate() {
            let item = self.item(sheet, place, item);
            checked.items.push(item);
        }
        if let Some((sense, figure)) = &sheet.count {
            checked.count = Some(((*sense).into(), self.not_negative(Place::Count, figure)));
        }
        if let Some((sense, figure)) = &sheet.total {
            checked.total = Some(((*sense).into(), self.not_negative(Place::Total, figure)));
        }
        for (place, rule) in sheet.rules.iter().enumerate() {
            let rule = self.rule(&names, place, rule);
            checked.rules.extend(rule);
        }
        if self.faults.is_empty() {
            self.choices(sheet, &checked);
        }
        checked
    }

    fn item(&mut self, sheet: &Sheet, place: usize, item: &Item) -> CheckedItem {
        let worth = self.or_zero(Place::Worth(place), &item.worth);
        let mut uses = vec![Number::zero(); sheet.limits.len()];
        for (limit, figure) in item.uses.iter().enumerate() {
            let at = Place::Uses { item: place, limit };
            let number = self.or_zero(at, figure);
            match uses.get_mut(limit) {
                Some(slot) => *slot = number,
                None if figure.is_blank() => {}
                None => self.fault(at, Wrong::Beyond),
            }
        }
        let mut least = self.or_zero(Place::Least(place), &item.least);
        if least.is_negative() {
            self.fault(Place::Least(place), Wrong::Negative);
        }
        let mut most = (!item.most.is_blank()).then(|| self.number(Place::Most(place), &item.most));
        if most.as_ref().is_some_and(|most| *most < least) {
            self.fault(Place::Most(place), Wrong::LeastAboveMost);
            most = None;
        }
        let amounts = item.amounts.unwrap_or(sheet.amounts);
        if amounts == Amounts::YesNo {
            let one = Number::one();
            most = Some(most.map_or(one.clone(), |most| most.min(one)));
        }
        let written = (least.clone(), most.clone());
        if amounts != Amounts::Any {
            // Fractional ends are brought inward.
            least = least.ceil();
            most = most.map(|most| most.floor());
        }
        if most.as_ref().is_some_and(|most| *most < least) {
            self.fault(Place::Most(place), Wrong::NoWholeBetween);
        }
        let written = Some(written).filter(|written| *written != (least.clone(), most.clone()));
        CheckedItem { worth, uses, least, most, written, amounts }
    }

    fn rule(
        &mut self,
        names: &BTreeMap<&str, usize>,
        place: usize,
        rule: &Rule,
    ) -> Option<CheckedRule> {
        let (Rule::Needs(one, other) | Rule::Excludes(one, other)) = rule;
        let mut find = |name: &str| {
            let found = names.get(name.trim()).copied();
            if found.is_none() {
                self.fault(Place::Rule(place), Wrong::Unknown(name.to_owned()));
            }
            found
        };
        let (first, second) = (find(one), find(other));
        let (first, second) = (first?, second?);
        if first == second {
            self.fault(Place::Rule(place), Wrong::OfItself(one.clone()));
            return None;
        }
        Some(match rule {
            Rule::Needs(..) => CheckedRule::Needs(first, second),
            Rule::Excludes(..) => CheckedRule::Excludes(first, second),
        })
    }

    /// Whether it can be told of every item of a rule or a count that it is chosen.
    fn choices(&mut self, sheet: &Sheet, checked: &Checked) {
        let mut wants = Vec::new();
        for (place, rule) in checked.rules.iter().enumerate() {
            let at = Place::Rule(place);
            match *rule {
                CheckedRule::Needs(one, other) => {
                    wants.extend([(at, one, true), (at, other, false)]);
                }
                CheckedRule::Excludes(one, other) => {
                    wants.extend([(at, one, true), (at, other, true)]);
                }
            }
        }
        if let Some((sense, _)) = &checked.count {
            for (place, item) in sheet.items.iter().enumerate() {
                if !item.is_hidden {
                    if *sense != Sense::AtLeast {
                        wants.push((Place::Count, place, true));
                    }
                    if *sense != Sense::AtMost {
                        wants.push((Place::Count, place, false));
                    }
                }
            }
        }
        for (at, place, has_most) in wants {
            let (Some(item), Some(own)) = (checked.items.get(place), sheet.items.get(place)) else {
                continue;
            };
            if has_most && item.most.is_none() {
                self.fault(at, Wrong::WantsMost(own.name.clone()));
            }
            if !has_most && item.amounts == Amounts::Any {
                self.fault(at, Wrong::WantsWhole(own.name.clone()));
            }
        }
    }

    /// The amount of a supply or demand: of a person or job that says nothing 1.
    fn end(&mut self, sheet: &Sheet, place: Place, figure: &Figure) -> Number {
        if sheet.purpose == Purpose::Assignment && figure.is_blank() {
            return Number::one();
        }
        self.not_negative(place, figure)
    }

    fn ways(&mut self, sheet: &Sheet) -> Checked {
        if !self.size(sheet.from.len(), MOST_ENDS) | !self.size(sheet.to.len(), MOST_ENDS) {
            return Checked::default();
        }
        self.names(sheet.from.iter().map(|end| (end.name.as_str(), false)), Place::FromName);
        self.names(sheet.to.iter().map(|end| (end.name.as_str(), false)), Place::ToName);
        let mut checked = Checked::default();
        for (place, end) in sheet.from.iter().enumerate() {
            checked.supply.push(self.end(sheet, Place::Supply(place), &end.amount));
        }
        for (place, end) in sheet.to.iter().enumerate() {
            checked.demand.push(self.end(sheet, Place::Demand(place), &end.amount));
        }
        for (from, line) in sheet.cells.iter().enumerate() {
            let mut costs = Vec::with_capacity(line.len());
            for (to, figure) in line.iter().enumerate() {
                let at = Place::Cell { from, to };
                if figure.is_blank() {
                    costs.push(None);
                } else if from >= sheet.from.len() || to >= sheet.to.len() {
                    self.fault(at, Wrong::Beyond);
                } else {
                    costs.push(Some(self.number(at, figure)));
                }
            }
            checked.cells.push(costs);
        }
        checked
    }
}
