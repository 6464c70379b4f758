//! A sheet on its way to its answer: what its programme, and any plan of it, look like to who reads the sheet.

use super::answer::{Answer, ItemAnswer, LimitAnswer, RayPart, Repair, Status, WayAnswer};
use super::check::{Checked, Fault, Place, checked};
use super::exact::{
    Number, Programme, Repairs, Row, Sense, Solved, conflict, repair, repair_share,
};
use super::made::{Made, Stands};
use crate::blueprint::sheets::{Aim, Amounts, Sheet};

/// A sheet with its numbers and its programme.
pub(super) struct Task<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) checked: Checked,
    pub(super) made: Made,
    pub(super) cancelled: &'a dyn Fn() -> bool,
}

impl<'a> Task<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        cancelled: &'a dyn Fn() -> bool,
    ) -> Result<Self, Vec<Fault>> {
        let checked = checked(sheet)?;
        let made = Made::new(sheet, &checked);
        Ok(Self { sheet, checked, made, cancelled })
    }

    /// Whether whole amounts have to be searched for: those of ways between whole ends are whole by
    /// themselves (Hoffman & Kruskal 1956).
    pub(super) fn is_searched(&self) -> bool {
        let ends = self.checked.supply.iter().chain(&self.checked.demand);
        let is_network = self.sheet.purpose.has_ways() && ends.into_iter().all(Number::is_whole);
        self.made.programme.is_whole() && !is_network
    }

    /// What a cost is as a value.
    pub(super) fn value(&self, cost: Number) -> Number {
        match self.sheet.aim {
            Aim::Least => cost,
            Aim::Most => -cost,
        }
    }

    /// The rows that are seen.
    pub(super) fn seen(&self) -> impl Iterator<Item = (usize, Stands)> {
        let seen = |stands: &Stands| !matches!(stands, Stands::Hidden | Stands::Rule(_));
        self.made.rows.iter().copied().enumerate().filter(move |(_, stands)| seen(stands))
    }

    /// The amount of a limit as the sheet has it, and whether it is a share.
    fn written(&self, row: usize, stands: Stands) -> (Number, bool) {
        if let Stands::Limit(place) = stands
            && self.sheet.limits.get(place).is_some_and(|limit| limit.of_total)
        {
            return (self.checked.limits.get(place).cloned().unwrap_or_default(), true);
        }
        let amount = self.made.programme.rows.get(row).map(|row| row.amount.clone());
        (amount.unwrap_or_default(), false)
    }

    pub(super) fn shown_items(&self) -> Vec<usize> {
        let items = self.sheet.items.iter().enumerate().filter(|(_, item)| !item.is_hidden);
        items.map(|(place, _)| place).collect()
    }

    /// The columns that are seen: items that are not hidden, or all ways.
    pub(super) fn shown(&self) -> Vec<usize> {
        if self.sheet.purpose.has_ways() {
            (0..self.made.amounts).collect()
        } else {
            self.shown_items()
        }
    }

    /// Whether it is two items and nothing else.
    pub(super) fn is_pair(&self) -> bool {
        let amounts = self.made.programme.columns.len();
        !self.sheet.purpose.has_ways() && amounts == 2 && self.shown_items().len() == 2
    }

    pub(super) fn without_plan(&self, status: Status) -> Answer {
        let limit = |(row, stands): (usize, Stands)| {
            let (amount, _) = self.written(row, stands);
            self.limit(row, stands, amount)
        };
        Answer {
            sheet: self.sheet.name.clone(),
            purpose: self.sheet.purpose,
            status,
            value: None,
            bound: None,
            relaxation: None,
            unique: None,
            basis: Vec::new(),
            items: self.items(|_| ItemAnswer::default()),
            limits: self.seen().map(limit).collect(),
            ways: self.ways(|_| (None, None)),
            corners: Vec::new(),
            conflict: Vec::new(),
            conflict_places: Vec::new(),
            is_conflict_minimal: true,
            repairs: Vec::new(),
            ray: Vec::new(),
        }
    }

    fn limit(&self, row: usize, stands: Stands, amount: Number) -> LimitAnswer {
        LimitAnswer {
            name: self.made.name(self.sheet, row),
            place: stands.place(),
            sense: self.made.programme.rows.get(row).map_or(Sense::AtMost, |row| row.sense),
            amount,
            used: None,
            left: None,
            binding: None,
            price_more: None,
            to: None,
            price_less: None,
            from: None,
            value_one_more: None,
            value_one_less: None,
            no_plan_one_more: false,
            no_plan_one_less: false,
        }
    }

    pub(super) fn items(&self, mut item: impl FnMut(usize) -> ItemAnswer) -> Vec<ItemAnswer> {
        if self.sheet.purpose.has_ways() {
            return Vec::new();
        }
        let named = |place: usize| {
            let name = self.sheet.items.get(place).map(|item| item.name.clone());
            ItemAnswer { name: name.unwrap_or_default(), ..item(place) }
        };
        self.shown_items().into_iter().map(named).collect()
    }

    pub(super) fn ways(
        &self,
        mut way: impl FnMut(usize) -> (Option<Number>, Option<Number>),
    ) -> Vec<WayAnswer> {
        let mut ways = Vec::with_capacity(self.made.ways.len());
        for (place, (from, to)) in self.made.ways.iter().enumerate() {
            let (Some(from), Some(to)) = (self.sheet.from.get(*from), self.sheet.to.get(*to))
            else {
                continue;
            };
            let (amount, reduced_cost) = way(place);
            let (from, to) = (from.name.clone(), to.name.clone());
            ways.push(WayAnswer { from, to, amount, reduced_cost });
        }
        ways
    }

    /// Amounts, value, and what is used of each limit.
    pub(super) fn with_plan(&self, plan: &[Number]) -> Answer {
        let mut answer = self.without_plan(Status::Optimal);
        let value = self.value(self.made.programme.cost_of(plan));
        answer.bound = Some(value.clone());
        answer.value = Some(value);
        answer.items = self.items(|place| ItemAnswer {
            amount: plan.get(place).cloned(),
            ..ItemAnswer::default()
        });
        answer.ways = self.ways(|place| (plan.get(place).cloned(), None));
        let total: Number = self.shown_items().iter().filter_map(|place| plan.get(*place)).sum();
        for (limit, (row, stands)) in answer.limits.iter_mut().zip(self.seen()) {
            let (amount, is_share) = self.written(row, stands);
            let mut used = self.made.programme.used_by(plan, row);
            limit.binding =
                Some(self.made.programme.rows.get(row).is_some_and(|row| row.amount == used));
            if is_share {
                // Of nothing there is no share.
                used = used.over(&total).map_or(amount.clone(), |excess| &excess + &amount);
            }
            limit.left = Some((&used - &amount).abs());
            limit.used = Some(used);
        }
        answer
    }

    /// The name of an amount; empty where it is not seen.
    pub(super) fn amount_name(&self, column: usize) -> String {
        if let Some((from, to)) = self.made.ways.get(column) {
            return match (self.sheet.from.get(*from), self.sheet.to.get(*to)) {
                (Some(from), Some(to)) => format!("{} → {}", from.name, to.name),
                _ => String::new(),
            };
        }
        let item = self.sheet.items.get(column).filter(|item| !item.is_hidden);
        item.map(|item| item.name.clone()).unwrap_or_default()
    }

    pub(super) fn infeasible(&self) -> Answer {
        let mut answer = self.without_plan(Status::Infeasible);
        // Ways between whole ends are whole by themselves.
        let programme = if self.is_searched() {
            self.made.programme.clone()
        } else {
            self.made.programme.relaxed()
        };
        // What is seen, then the rules; a rule may be more than one row.
        let mut groups: Vec<(String, Place, Vec<usize>)> = self
            .seen()
            .map(|(row, stands)| (self.made.name(self.sheet, row), stands.place(), vec![row]))
            .collect();
        for rule in 0..self.checked.rules.len() {
            let is_own = |row: &usize| self.made.rows.get(*row) == Some(&Stands::Rule(rule));
            let rows: Vec<usize> = (0..self.made.rows.len()).filter(is_own).collect();
            let name = rows.first().map(|row| self.made.name(self.sheet, *row));
            groups.push((name.unwrap_or_default(), Place::Rule(rule), rows));
        }
        let rows: Vec<Vec<usize>> = groups.iter().map(|(.., rows)| rows.clone()).collect();
        let found = conflict(&programme, &rows, self.cancelled);
        // What takes no part in a conflict leaves it there, whatever its amount.
        let takes_part = |row: usize| {
            found
                .groups
                .iter()
                .any(|group| rows.get(*group).is_some_and(|rows| rows.contains(&row)))
        };
        answer.is_conflict_minimal = found.is_minimal;
        let mut repairs = Repairs::new(&programme);
        for (name, place, _) in found.groups.iter().filter_map(|group| groups.get(*group)) {
            answer.conflict.push(name.clone());
            answer.conflict_places.push(*place);
        }
        answer.repairs = self
            .seen()
            .take_while(|_| !(self.cancelled)())
            .map(|(row, stands)| {
                let (share, is_share) = self.written(row, stands);
                let amount = if !takes_part(row) {
                    None
                } else if is_share {
                    repair_share(&programme, row, &self.shown_items(), &share)
                } else {
                    repairs.of(row)
                };
                // An amount below 0 is none that anybody could give.
                let amount = amount.filter(|amount| Self::may_be(stands, amount));
                Repair { limit: self.made.name(self.sheet, row), place: stands.place(), amount }
            })
            .collect();
        self.blame_bounds(&mut answer, &programme, |row| {
            self.made.rows.get(row) == Some(&Stands::Hidden) || takes_part(row)
        });
        answer
    }

    /// Adds those least and most of items without which what cannot hold together could, and what each would have
    /// to be instead. The limits of the conflict were found with all bounds held: none of them becomes idle.
    fn blame_bounds(
        &self,
        answer: &mut Answer,
        programme: &Programme,
        takes_part: impl Fn(usize) -> bool,
    ) {
        let bounds = self.bounds();
        let mut freed = Programme { columns: programme.columns.clone(), rows: Vec::new() };
        let rows = programme.rows.iter().enumerate().filter(|(row, _)| takes_part(*row));
        freed.rows = rows.map(|(_, row)| row.clone()).collect();
        let mut groups = Vec::new();
        for place in &bounds {
            groups.push(vec![freed.rows.len()]);
            self.free(&mut freed, *place);
        }
        let found = conflict(&freed, &groups, self.cancelled);
        answer.is_conflict_minimal &= found.is_minimal;
        for place in found.groups.iter().filter_map(|group| bounds.get(*group)) {
            let (Place::Least(at) | Place::Most(at)) = *place else { continue };
            let item = self.sheet.items.get(at).map(|item| item.name.as_str()).unwrap_or_default();
            let is_least = matches!(place, Place::Least(_));
            let name = if is_least { format!("least {item}") } else { format!("most {item}") };
            answer.conflict.push(name.clone());
            answer.conflict_places.push(*place);
            if (self.cancelled)() {
                continue;
            }
            let mut freed = programme.clone();
            self.free(&mut freed, *place);
            let amount = repair(&freed, programme.rows.len());
            let amount = amount.filter(|amount| !amount.is_negative());
            answer.repairs.push(Repair { limit: name, place: *place, amount });
        }
    }

    /// Where least and most of items are written that are no matter of course.
    fn bounds(&self) -> Vec<Place> {
        let items = if self.sheet.purpose.has_ways() { Vec::new() } else { self.shown_items() };
        let mut bounds = Vec::new();
        for at in items {
            let (Some(item), Some(own)) = (self.checked.items.get(at), self.sheet.items.get(at))
            else {
                continue;
            };
            if item.least.is_positive() {
                bounds.push(Place::Least(at));
            }
            let is_choice = item.amounts == Amounts::YesNo;
            let is_usual = is_choice && item.most.as_ref().is_some_and(Number::is_positive);
            if !own.most.is_blank() && !is_usual {
                bounds.push(Place::Most(at));
            }
        }
        bounds
    }

    /// Makes a bound of an item the last row of a programme.
    fn free(&self, programme: &mut Programme, place: Place) {
        let (Place::Least(at) | Place::Most(at)) = place else { return };
        let is_choice = self.checked.items.get(at).is_some_and(|it| it.amounts == Amounts::YesNo);
        let Some(column) = programme.columns.get_mut(at) else { return };
        let (sense, amount) = if matches!(place, Place::Least(_)) {
            (Sense::AtLeast, std::mem::take(&mut column.least))
        } else {
            let most = std::mem::replace(&mut column.most, is_choice.then(Number::one));
            (Sense::AtMost, most.unwrap_or_default())
        };
        programme.rows.push(Row { terms: vec![(at, Number::one())], sense, amount });
    }

    fn may_be(stands: Stands, amount: &Number) -> bool {
        matches!(stands, Stands::Limit(_)) || !amount.is_negative()
    }

    pub(super) fn unbounded(&self, solved: &Solved) -> Answer {
        let mut answer = self.without_plan(Status::Unbounded);
        let rates = solved.ray().iter().enumerate().filter(|(_, rate)| !rate.is_zero());
        answer.ray = rates
            .map(|(column, rate)| RayPart { item: self.amount_name(column), rate: rate.clone() })
            .filter(|part| !part.item.is_empty())
            .collect();
        answer
    }
}
