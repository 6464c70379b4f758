//! A sheet as a programme: which column is which item or way, which row which limit.

use super::check::{Checked, CheckedRule, Place};
use super::exact::{Column, Number, Programme, Row, Sense};
use crate::blueprint::sheets::{Aim, Amounts, Purpose, Rule, Sheet};

/// What a row of a programme stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// A limit, by place.
    Limit(usize),
    /// How many are chosen.
    Count,
    /// What all sum up to.
    Total,
    /// A part of a rule.
    Rule(usize),
    /// A supply.
    Supply(usize),
    /// A demand.
    Demand(usize),
    /// What ties amounts together.
    Hidden,
}

/// A programme of a sheet. Its first columns are the items, or the ways.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) programme: Programme,
    pub(super) rows: Vec<Stands>,
    /// From and to of each way.
    pub(super) ways: Vec<(usize, usize)>,
    /// Items or ways.
    pub(super) amounts: usize,
}

impl Stands {
    /// Where its amount stands in the sheet.
    pub(super) fn place(self) -> Place {
        match self {
            Self::Limit(place) => Place::LimitAmount(place),
            Self::Count => Place::Count,
            Self::Total => Place::Total,
            Self::Rule(place) => Place::Rule(place),
            Self::Supply(place) => Place::Supply(place),
            Self::Demand(place) => Place::Demand(place),
            Self::Hidden => Place::Sheet,
        }
    }
}

impl Made {
    pub(super) fn new(sheet: &Sheet, checked: &Checked) -> Self {
        if sheet.purpose.has_ways() { ways(sheet, checked) } else { items(sheet, checked) }
    }

    /// The name of what a row stands for.
    pub(super) fn name(&self, sheet: &Sheet, row: usize) -> String {
        let limit = |place: usize| sheet.limits.get(place).map(|limit| limit.name.clone());
        let end = |ends: &[crate::blueprint::sheets::End], place: usize| {
            ends.get(place).map(|end| end.name.clone())
        };
        let name = match self.rows.get(row).copied() {
            Some(Stands::Limit(place)) => limit(place),
            Some(Stands::Count) => Some("count".to_owned()),
            Some(Stands::Total) => Some("total".to_owned()),
            Some(Stands::Supply(place)) => end(&sheet.from, place),
            Some(Stands::Demand(place)) => end(&sheet.to, place),
            Some(Stands::Rule(place)) => sheet.rules.get(place).map(|rule| match rule {
                Rule::Needs(one, other) => format!("{one} needs {other}"),
                Rule::Excludes(one, other) => format!("not both {one} and {other}"),
            }),
            Some(Stands::Hidden) | None => None,
        };
        name.unwrap_or_default()
    }
}

/// Costs are made least: what is wanted most is a cost below 0.
fn cost(aim: Aim, worth: &Number) -> Number {
    match aim {
        Aim::Least => worth.clone(),
        Aim::Most => -worth,
    }
}

fn items(sheet: &Sheet, checked: &Checked) -> Made {
    let mut making = Making {
        made: Made {
            programme: Programme::default(),
            rows: Vec::new(),
            ways: Vec::new(),
            amounts: checked.items.len(),
        },
        chosen: vec![None; checked.items.len()],
    };
    making.made.programme.columns = checked
        .items
        .iter()
        .map(|item| Column {
            cost: cost(sheet.aim, &item.worth),
            least: item.least.clone(),
            most: item.most.clone(),
            is_whole: item.amounts != Amounts::Any,
        })
        .collect();
    let shown: Vec<usize> = sheet
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| !item.is_hidden)
        .map(|(place, _)| place)
        .collect();
    let limits = sheet.limits.iter().zip(&checked.limits).enumerate();
    for (place, (limit, amount)) in limits.filter(|(_, (limit, _))| !limit.amount.is_blank()) {
        let mut terms = Vec::new();
        for (column, (item, own)) in checked.items.iter().zip(&sheet.items).enumerate() {
            let Some(uses) = item.uses.get(place) else { continue };
            let is_part = limit.of_total && !own.is_hidden;
            let uses = if is_part { uses - amount } else { uses.clone() };
            if !uses.is_zero() {
                terms.push((column, uses));
            }
        }
        let amount = if limit.of_total { Number::zero() } else { amount.clone() };
        let stands = if limit.is_hidden { Stands::Hidden } else { Stands::Limit(place) };
        making.row(stands, terms, limit.sense.into(), amount);
    }
    if let Some((sense, amount)) = &checked.count {
        // Chosen is what an item is at all.
        let ties = *sense != Sense::AtMost;
        let terms = shown.iter().map(|item| (making.chosen(checked, *item, ties), Number::one()));
        let terms = terms.collect();
        making.row(Stands::Count, terms, *sense, amount.clone());
    }
    if let Some((sense, amount)) = &checked.total {
        let terms = shown.iter().map(|item| (*item, Number::one())).collect();
        making.row(Stands::Total, terms, *sense, amount.clone());
    }
    for (place, rule) in checked.rules.iter().enumerate() {
        let one = Number::one();
        match *rule {
            CheckedRule::Needs(first, second) => {
                let first = making.chosen(checked, first, false);
                let is_yes_no = Making::is_yes_no(checked, second);
                let second = if is_yes_no { making.chosen(checked, second, true) } else { second };
                let terms = vec![(first, one.clone()), (second, -one)];
                making.row(Stands::Rule(place), terms, Sense::AtMost, Number::zero());
            }
            CheckedRule::Excludes(first, second) => {
                let first = making.chosen(checked, first, false);
                let second = making.chosen(checked, second, false);
                let terms = vec![(first, one.clone()), (second, one.clone())];
                making.row(Stands::Rule(place), terms, Sense::AtMost, one);
            }
        }
    }
    making.made
}

struct Making {
    made: Made,
    /// Of each item the column that is 1 where it is chosen, and whether it is 0 where it is not.
    chosen: Vec<Option<(usize, bool)>>,
}

impl Making {
    fn row(&mut self, stands: Stands, terms: Vec<(usize, Number)>, sense: Sense, amount: Number) {
        self.made.programme.rows.push(Row { terms, sense, amount });
        self.made.rows.push(stands);
    }

    fn is_yes_no(checked: &Checked, item: usize) -> bool {
        checked.items.get(item).is_some_and(|item| {
            item.amounts != Amounts::Any
                && item.most.as_ref().is_some_and(|most| *most <= Number::one())
        })
    }

    /// The column that tells whether an item is chosen: 1 wherever there is any of it; with `ties` also 0
    /// where there is none.
    fn chosen(&mut self, checked: &Checked, item: usize, ties: bool) -> usize {
        if Self::is_yes_no(checked, item) {
            return item;
        }
        let has = self.chosen.get(item).copied().flatten();
        let column = has.map_or(self.made.programme.columns.len(), |(column, _)| column);
        if has.is_none() {
            let most = Some(Number::one());
            let own = Column { most, is_whole: true, ..Column::of_cost(Number::zero()) };
            self.made.programme.columns.push(own);
            if let Some(most) = checked.items.get(item).and_then(|item| item.most.clone()) {
                let terms = vec![(item, Number::one()), (column, -most)];
                self.row(Stands::Hidden, terms, Sense::AtMost, Number::zero());
            }
        }
        let is_tied = has.is_some_and(|(_, tied)| tied);
        if ties && !is_tied {
            let terms = vec![(column, Number::one()), (item, Number::whole(-1))];
            self.row(Stands::Hidden, terms, Sense::AtMost, Number::zero());
        }
        if let Some(slot) = self.chosen.get_mut(item) {
            *slot = Some((column, ties || is_tied));
        }
        column
    }
}

fn ways(sheet: &Sheet, checked: &Checked) -> Made {
    let is_whole = sheet.amounts != Amounts::Any;
    let most = (sheet.amounts == Amounts::YesNo).then(Number::one);
    let mut programme = Programme::default();
    let mut ways = Vec::new();
    let mut supply = vec![Vec::new(); checked.supply.len()];
    let mut demand = vec![Vec::new(); checked.demand.len()];
    for (from, line) in checked.cells.iter().enumerate() {
        for (to, worth) in line.iter().enumerate() {
            let (Some(worth), Some(supply), Some(demand)) =
                (worth, supply.get_mut(from), demand.get_mut(to))
            else {
                continue;
            };
            let column = ways.len();
            let cost = cost(sheet.aim, worth);
            programme.columns.push(Column {
                cost,
                least: Number::zero(),
                most: most.clone(),
                is_whole,
            });
            ways.push((from, to));
            supply.push((column, Number::one()));
            demand.push((column, Number::one()));
        }
    }
    let wanted = match sheet.purpose {
        Purpose::Assignment => Sense::Exactly,
        _ => Sense::AtLeast,
    };
    let mut rows = Vec::new();
    for (place, (terms, amount)) in supply.into_iter().zip(&checked.supply).enumerate() {
        programme.rows.push(Row { terms, sense: Sense::AtMost, amount: amount.clone() });
        rows.push(Stands::Supply(place));
    }
    for (place, (terms, amount)) in demand.into_iter().zip(&checked.demand).enumerate() {
        programme.rows.push(Row { terms, sense: wanted, amount: amount.clone() });
        rows.push(Stands::Demand(place));
    }
    let amounts = ways.len();
    Made { programme, rows, ways, amounts }
}
