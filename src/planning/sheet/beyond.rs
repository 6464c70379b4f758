//! What there is to say beyond the best plan: what parts would bring, between which worths a whole plan stays, the
//! next best plan, and what would be if a number were another. All of it is solved anew.

use super::answer::{Answer, LimitAnswer, Status};
use super::check::Place;
use super::exact::Number;
use super::solving::{plan_unless, solve_unless};
use crate::blueprint::sheets::{Aim, Amounts, End, Purpose, Sheet};

/// Items, or ends of ways, up to which all of this is looked for.
const MOST_ITEMS: usize = 24;
/// Limits that are asked about.
const MOST_LIMITS: usize = 2;
/// Questions that are answered.
const MOST_ASKED: usize = 4;
/// How often a search asks whether to go on, for all of this together.
const MOST_ASKING: u32 = 6_000;
/// Plans that are looked at for one end of a range.
const MOST_STEPS: usize = 24;

/// What else there is to say of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// The answer if amounts need not be whole; only where they need.
    pub relaxed: Option<Answer>,
    /// Whole amounts: between which worths of each item the plan stays a best one.
    pub stays: Vec<Stays>,
    /// The best of all other plans.
    pub next: Option<Answer>,
    /// What would be if one number were another.
    pub what_ifs: Vec<WhatIf>,
}

/// Between which worths a plan stays a best one; `None` is no end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stays {
    /// The least.
    pub from: Option<Number>,
    /// The most.
    pub to: Option<Number>,
}

/// What would be if one number were another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// Where the number stands.
    pub place: Place,
    /// What it is.
    pub from: Number,
    /// What it would be.
    pub to: Number,
    /// The plan then.
    pub answer: Answer,
    /// Where that is worth no more: the value with twice as much more, if that is worth something else.
    pub value_two_more: Option<Number>,
}

/// What else there is to say of the answer to a sheet; `None` where nobody wants it any more.
#[must_use]
pub fn beyond(sheet: &Sheet, answer: &Answer, cancelled: &dyn Fn() -> bool) -> Option<Beyond> {
    let mut found = Beyond::default();
    let size = if sheet.purpose.has_ways() {
        sheet.from.len().max(sheet.to.len())
    } else {
        sheet.items.len()
    };
    if answer.status != Status::Optimal || sheet.purpose == Purpose::ServiceMix {
        return Some(found);
    }
    // Hard sheets are asked no more than some: what is not found out then is left open.
    let asked = std::cell::Cell::new(0_u32);
    let stopped = || {
        asked.set(asked.get().saturating_add(1));
        asked.get() > MOST_ASKING || cancelled()
    };
    let seeker = Seeker { sheet, answer, stopped: &stopped };
    if is_whole(sheet) && sheet.items.len() * sheet.limits.len() <= MOST_ITEMS * MOST_ITEMS {
        found.relaxed = solve_unless(&relaxed(sheet), cancelled).ok().flatten();
    }
    if size <= MOST_ITEMS {
        found.stays = seeker.all_stay();
        found.next = seeker.next();
        found.what_ifs = seeker.what_ifs(&found.stays);
    }
    (!cancelled()).then_some(found)
}

/// Whether some amounts of items have to be whole.
#[must_use]
pub fn is_whole(sheet: &Sheet) -> bool {
    !sheet.purpose.has_ways()
        && (sheet.amounts != Amounts::Any
            || sheet.items.iter().any(|item| item.amounts.is_some_and(|own| own != Amounts::Any)))
}

/// The sheet with parts allowed; what was yes or no is between both.
#[must_use]
pub fn relaxed(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    let is_choice = sheet.purpose == Purpose::Choice && sheet.total.is_none();
    if is_choice && sheet.rules.is_empty() && sheet.items.iter().all(|it| it.amounts.is_none()) {
        // How many are chosen, each in part, is what their parts sum up to.
        sheet.total = sheet.count.take();
    }
    let usual = std::mem::take(&mut sheet.amounts);
    for item in &mut sheet.items {
        if item.amounts.take().unwrap_or(usual) == Amounts::YesNo && item.most.is_blank() {
            item.most = 1_i64.into();
        }
    }
    sheet
}

/// It was not found out.
struct NotFound;

/// How much of each item that is seen there is.
fn amounts_of(answer: &Answer) -> Option<Vec<Number>> {
    answer.items.iter().map(|item| item.amount.clone()).collect()
}

struct Seeker<'a> {
    sheet: &'a Sheet,
    answer: &'a Answer,
    stopped: &'a dyn Fn() -> bool,
}

/// What another sheet comes to.
enum Found {
    Plan(Box<Answer>),
    NoPlan,
    /// There is no saying.
    Open,
}

impl Seeker<'_> {
    fn look(&self, sheet: &Sheet) -> Found {
        match plan_unless(sheet, self.stopped) {
            // What nobody may write there is no plan either.
            Err(_) => Found::NoPlan,
            Ok(Some(answer)) if answer.status == Status::Optimal => Found::Plan(Box::new(answer)),
            Ok(Some(answer)) if answer.status == Status::Infeasible => Found::NoPlan,
            Ok(_) => Found::Open,
        }
    }

    /// The best plan of another sheet, where there is one.
    fn best(&self, sheet: &Sheet) -> Option<Answer> {
        match self.look(sheet) {
            Found::Plan(answer) => Some(*answer),
            Found::NoPlan | Found::Open => None,
        }
    }

    /// Where the items that are seen stand in the sheet, with how much of each the plan has.
    fn amounts(&self) -> impl Iterator<Item = (usize, &Number)> {
        let seen = self.sheet.items.iter().enumerate().filter(|(_, item)| !item.is_hidden);
        let amounts = self.answer.items.iter().map(|item| item.amount.as_ref());
        seen.map(|(at, _)| at).zip(amounts).filter_map(|(at, amount)| Some((at, amount?)))
    }

    fn is_better(&self, one: &Answer, other: &Answer) -> bool {
        match self.sheet.aim {
            Aim::Most => one.value > other.value,
            Aim::Least => one.value < other.value,
        }
    }

    /// The best plan that has less or more of something.
    fn next(&self) -> Option<Answer> {
        let mut next: Option<Answer> = None;
        // Whether it was found out what there is.
        let mut look = |sheet: &Sheet| match self.look(sheet) {
            Found::Plan(found) => {
                if next.as_ref().is_none_or(|known| self.is_better(&found, known)) {
                    next = Some(*found);
                }
                true
            }
            Found::NoPlan => true,
            Found::Open => false,
        };
        if self.sheet.purpose == Purpose::Assignment {
            // Another plan leaves out one of the ways.
            let ends = |name: &str, all: &[End]| all.iter().position(|end| end.name == name);
            let used = self.answer.ways.iter().filter(|way| way.amount == Some(Number::one()));
            for way in used {
                let place = ends(&way.from, &self.sheet.from).zip(ends(&way.to, &self.sheet.to));
                let Some((from, to)) = place else { continue };
                if !look(&self.sheet.with_text(Place::Cell { from, to }, "")) {
                    return None;
                }
            }
            return next;
        }
        let all_whole = self.sheet.items.iter().all(|item| {
            item.is_hidden || item.amounts.unwrap_or(self.sheet.amounts) != Amounts::Any
        });
        if !all_whole || self.sheet.purpose.has_ways() {
            return None;
        }
        for (at, amount) in self.amounts() {
            for (place, is_there) in
                [(Place::Most(at), amount.is_positive()), (Place::Least(at), true)]
            {
                let step = Number::whole(if place == Place::Most(at) { -1 } else { 1 });
                if is_there && !look(&self.sheet.with(place, &(amount + &step))) {
                    return None;
                }
            }
        }
        next
    }

    /// Between which worths a plan of whole amounts stays.
    fn all_stay(&self) -> Vec<Stays> {
        if !is_whole(self.sheet) {
            return Vec::new();
        }
        let mut all = Vec::new();
        for (seen, (at, amount)) in self.amounts().enumerate() {
            let ends = [false, true].map(|up| self.end(seen, at, amount, up));
            let [Ok(from), Ok(to)] = ends else { return Vec::new() };
            all.push(Stays { from, to });
        }
        all
    }

    /// How far the worth of an item can go before another plan is better: each plan is a straight line against it,
    /// and the one that crosses first is found by going back from one that crosses later (Newton's method, as for
    /// fractional programmes by Dinkelbach 1967). `None`: there is no end.
    fn end(
        &self,
        seen: usize,
        at: usize,
        amount: &Number,
        up: bool,
    ) -> Result<Option<Number>, NotFound> {
        let worth = self.sheet.figure_at(Place::Worth(at)).ok_or(NotFound)?;
        let worth = worth.number().unwrap_or_default();
        let value = self.answer.value.as_ref().ok_or(NotFound)?;
        // A dearer item comes in where much is wanted; a cheaper one where little is.
        let wants_more = (self.sheet.aim == Aim::Most) == up;
        let mut steep = self.sheet.clone();
        for (place, item) in steep.items.iter_mut().enumerate() {
            item.worth = i64::from(place == at).into();
        }
        steep.aim = if wants_more { Aim::Most } else { Aim::Least };
        let furthest = self.best(&steep).ok_or(NotFound)?;
        let mut other = amounts_of(&furthest).ok_or(NotFound)?;
        let mut line = self.worth_of(&other).ok_or(NotFound)?;
        for _ in 0..MOST_STEPS {
            let slope = other.get(seen).ok_or(NotFound)?.clone();
            let Some(apart) = (value - &line).over(&(&slope - amount)) else { return Ok(None) };
            let crosses = &worth + &apart;
            let there = self.best(&self.sheet.with(Place::Worth(at), &crosses)).ok_or(NotFound)?;
            let ours = value + &(amount * &apart);
            if there.value.as_ref() == Some(&ours) {
                return Ok(Some(crosses));
            }
            other = amounts_of(&there).ok_or(NotFound)?;
            line = self.worth_of(&other).ok_or(NotFound)?;
        }
        Err(NotFound)
    }

    /// What some amounts of the items that are seen are worth, as the sheet is.
    fn worth_of(&self, amounts: &[Number]) -> Option<Number> {
        let seen = self.sheet.items.iter().filter(|item| !item.is_hidden);
        let mut sum = Number::zero();
        for (item, amount) in seen.zip(amounts) {
            let worth =
                if item.worth.is_blank() { Number::zero() } else { item.worth.number().ok()? };
            sum += &(&worth * amount);
        }
        Some(sum)
    }

    /// One and two more of the limits that bind, and a worth from which on the plan is another one.
    fn what_ifs(&self, stays: &[Stays]) -> Vec<WhatIf> {
        let mut found: Vec<WhatIf> = Vec::new();
        let brings = |limit: &LimitAnswer| match (&limit.value_one_more, &limit.price_more) {
            (Some(more), _) => Some(more) != self.answer.value.as_ref(),
            (None, Some(slope)) => !slope.is_zero(),
            (None, None) => false,
        };
        let matters = |limit: &&LimitAnswer| {
            (limit.binding == Some(true) || brings(limit)) && !self.sheet.is_share(limit.place)
        };
        let mut limits: Vec<&LimitAnswer> = self.answer.limits.iter().filter(matters).collect();
        limits.sort_by_key(|limit| !brings(limit));
        let mut more: Vec<WhatIf> = Vec::new();
        for (number, limit) in limits.into_iter().take(MOST_LIMITS).enumerate() {
            let by = |step: i64| {
                let to = &limit.amount + &Number::whole(step);
                self.what_if(limit.place, &limit.amount, &to)
            };
            let Some(mut one) = by(1) else { continue };
            let is_other = |what_if: &WhatIf| what_if.answer.value != self.answer.value;
            let list = if number == 0 { &mut found } else { &mut more };
            let two = if number == 0 || !is_other(&one) { by(2).filter(is_other) } else { None };
            if is_other(&one) {
                list.push(one);
                list.extend(two);
            } else {
                one.value_two_more = two.and_then(|two| two.answer.value);
                list.push(one);
            }
        }
        found.extend(self.other_worth(stays));
        found.extend(more);
        found.truncate(MOST_ASKED);
        found
    }

    fn what_if(&self, place: Place, from: &Number, to: &Number) -> Option<WhatIf> {
        let answer = self.best(&self.sheet.with(place, to))?;
        let (from, to) = (from.clone(), to.clone());
        Some(WhatIf { place, from, to, answer, value_two_more: None })
    }

    /// The first item whose worth, made better by not too much, changes the plan.
    fn other_worth(&self, stays: &[Stays]) -> Option<WhatIf> {
        let is_better_up = self.sheet.aim == Aim::Most;
        for (seen, (at, _)) in self.amounts().enumerate() {
            let own = self.answer.items.get(seen)?;
            let whole = stays.get(seen);
            let end = if is_better_up {
                whole.map_or(&own.worth_to, |it| &it.to)
            } else {
                whole.map_or(&own.worth_from, |it| &it.from)
            };
            let (Some(end), Ok(from)) = (end, self.sheet.items.get(at)?.worth.number()) else {
                continue;
            };
            let Some(to) = beyond_end(end, is_better_up) else { continue };
            if to.is_negative() {
                continue;
            }
            return self.what_if(Place::Worth(at), &from, &to);
        }
        None
    }
}

/// The next number beyond an end that somebody would write: with one figure more than it takes to say how large it
/// is.
fn beyond_end(end: &Number, up: bool) -> Option<Number> {
    let size = end.abs().to_f64();
    if size <= 0.0 || !size.is_finite() {
        return None;
    }
    let ten = Number::whole(10);
    let mut step = Number::one();
    let least = end.abs().over(&ten)?;
    while step > least {
        step = step.over(&ten)?;
    }
    while &step * &ten <= least {
        step = &step * &ten;
    }
    let steps = end.over(&step)?;
    let steps = if up { &steps.floor() + &Number::one() } else { &steps.ceil() - &Number::one() };
    Some(&steps * &step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_beyond_an_end_is_one_that_somebody_would_write() {
        for (end, up, expected) in [
            ("30", true, "31"),
            ("20/3", true, "6.7"),
            ("0.35", false, "0.34"),
            ("12000", true, "13000"),
            ("9", true, "9.1"),
        ] {
            let end: Number = end.parse().unwrap();
            let expected: Number = expected.parse().unwrap();
            assert_eq!(beyond_end(&end, up).unwrap(), expected, "{end}");
        }
    }
}
