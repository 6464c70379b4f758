//! What changed about a planning sheet: numbers by their place, rows and columns by their name.

use crate::blueprint::sheets::{Aim, Amounts, ClassOf, Figure, Item, MixClass, Sense, Sheet};
use crate::planning::sheet::{Line, Place};
use crate::redesign::Difference;

/// Numbers of a sheet that are told one by one; of more it is told that the rest differs.
const MOST_TOLD: usize = 12;

/// What changed about a planning sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// A number, or a name, is another one; blank is none.
    Number {
        /// Where it stands now.
        place: Place,
        /// What was written.
        was: String,
        /// What is written.
        is: String,
    },
    /// A row or column came or went.
    Line(Line, Difference, String),
    /// It had another name.
    Renamed(String),
    /// The part of people's time that a mix fills.
    Fill(String, String),
    /// What is wanted.
    Aim(Aim, Aim),
    /// Which amounts there can be.
    Amounts(Amounts, Amounts),
    /// Which way a limit, a count or a total holds, and whether it is a share of all.
    Holds {
        /// Where its amount stands now.
        place: Place,
        /// Which way it held.
        was: (Sense, bool),
        /// Which way it holds.
        is: (Sense, bool),
    },
    /// A number of a class of a mix; blank is none.
    Class {
        /// What the class is called.
        class: String,
        /// Which number.
        number: ClassNumber,
        /// What was written.
        was: String,
        /// What is written.
        is: String,
    },
    /// Something else: rules, amounts of an item, what sorts the classes of a mix, or more numbers than are told.
    Otherwise,
}

/// A number of a class of a mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassNumber {
    /// What one customer is worth.
    Worth,
    /// The least an hour.
    Least,
    /// The most an hour.
    Most,
}

/// What changed, in the order of the sheet.
/// `class` says what a class of a mix is called.
pub(super) fn of_sheet(
    old: &Sheet,
    new: &Sheet,
    class: &dyn Fn(ClassOf) -> String,
) -> Vec<PlanChange> {
    let mut found = Finder { old, new, found: Vec::new() };
    if old.name != new.name {
        found.found.push(PlanChange::Renamed(old.name.clone()));
    }
    if old.aim != new.aim {
        found.found.push(PlanChange::Aim(old.aim, new.aim));
    }
    if old.amounts != new.amounts {
        found.found.push(PlanChange::Amounts(old.amounts, new.amounts));
    }
    if old.purpose.has_ways() && new.purpose.has_ways() {
        found.ways();
    } else if !old.purpose.has_ways() && !new.purpose.has_ways() {
        found.items();
    }
    let fill = |sheet: &Sheet| {
        sheet.mix.as_ref().map(|mix| mix.fill.written().to_owned()).unwrap_or_default()
    };
    if fill(old) != fill(new) {
        found.found.push(PlanChange::Fill(fill(old), fill(new)));
    }
    found.classes(class);
    let mut changes = found.found;
    if is_otherwise(old, new) {
        changes.push(PlanChange::Otherwise);
    }
    let is_number = |change: &PlanChange| {
        matches!(change, PlanChange::Number { .. } | PlanChange::Class { .. })
    };
    if changes.iter().filter(|change| is_number(change)).count() > MOST_TOLD {
        let mut left = MOST_TOLD;
        changes.retain(|change| {
            let is_kept = !is_number(change) || left > 0;
            left -= usize::from(is_number(change) && left > 0);
            is_kept
        });
        if changes.last() != Some(&PlanChange::Otherwise) {
            changes.push(PlanChange::Otherwise);
        }
    }
    if changes.is_empty() && old != new {
        changes.push(PlanChange::Otherwise);
    }
    changes
}

/// Whether something differs that is no number of a cell.
fn is_otherwise(old: &Sheet, new: &Sheet) -> bool {
    let whole = |of: &Sheet| (of.purpose, of.rules.clone());
    let classes = |of: &Sheet| of.mix.as_ref().map(|mix| (mix.scenario, mix.sorted_by));
    let kinds = pairs(&old.items, &new.items, |item| &item.name).into_iter().any(|(was, is)| {
        let kind = |of: &Sheet, at: usize| of.items.get(at).map(|item| item.amounts);
        kind(old, was) != kind(new, is)
    });
    whole(old) != whole(new) || classes(old) != classes(new) || kinds
}

/// Which of two lists belong together: by name, and in the same place where neither name is in the other list.
fn pairs<T>(old: &[T], new: &[T], name: impl Fn(&T) -> &String) -> Vec<(usize, usize)> {
    let find = |all: &[T], own: &T| all.iter().position(|it| name(it).trim() == name(own).trim());
    let mut pairs = Vec::new();
    for (at, is) in new.iter().enumerate() {
        match find(old, is) {
            // Of doubled names the first.
            Some(was) if find(new, is) == Some(at) => pairs.push((was, at)),
            Some(_) => {}
            None => {
                if old.get(at).is_some_and(|was| find(new, was).is_none()) {
                    pairs.push((at, at));
                }
            }
        }
    }
    pairs
}

struct Finder<'a> {
    old: &'a Sheet,
    new: &'a Sheet,
    found: Vec<PlanChange>,
}

impl Finder<'_> {
    /// Tells a cell that is written otherwise.
    fn number(&mut self, was: Place, is: Place) {
        let (was, now) = (self.old.text_at(was).trim(), self.new.text_at(is).trim());
        if was != now {
            let (was, now) = (was.to_owned(), now.to_owned());
            self.found.push(PlanChange::Number { place: is, was, is: now });
        }
    }

    /// Tells which way something holds where that is another one.
    fn holds(&mut self, place: Place, was: Option<(Sense, bool)>, is: Option<(Sense, bool)>) {
        if let (Some(was), Some(is)) = (was, is)
            && was != is
        {
            self.found.push(PlanChange::Holds { place, was, is });
        }
    }

    /// Tells the numbers of the classes of a mix; one of which nothing is said has none.
    fn classes(&mut self, class: &dyn Fn(ClassOf) -> String) {
        let (Some(old), Some(new)) = (&self.old.mix, &self.new.mix) else { return };
        let gone = old.classes.iter().map(|said| said.of);
        let gone = gone.filter(|of| !new.classes.iter().any(|said| said.of == *of));
        for (at, of) in new.classes.iter().map(|said| said.of).chain(gone).enumerate() {
            // One that is gone has its number.
            let name = Some(class(of)).filter(|name| !name.is_empty());
            let name = name.unwrap_or_else(|| (at + 1).to_string());
            let find = |all: &[MixClass]| all.iter().find(|said| said.of == of).cloned();
            let [was, is] = [&old.classes, &new.classes]
                .map(|all| find(all).unwrap_or_else(|| MixClass::new(of)));
            let numbers = [
                (ClassNumber::Worth, &was.worth, &is.worth),
                (ClassNumber::Least, &was.least, &is.least),
                (ClassNumber::Most, &was.most, &is.most),
            ];
            for (number, was, is) in numbers {
                let said = |figure: &Figure| figure.written().trim().to_owned();
                let (was, is) = (said(was), said(is));
                if was != is {
                    self.found.push(PlanChange::Class { class: name.clone(), number, was, is });
                }
            }
        }
    }

    /// Tells rows or columns that only one version has, and answers which belong together.
    fn lines<T>(
        &mut self,
        line: Line,
        (old, new): (&[T], &[T]),
        name: impl Fn(&T) -> &String + Copy,
    ) -> Vec<(usize, usize)> {
        let pairs = pairs(old, new, name);
        for (at, own) in old.iter().enumerate() {
            if !pairs.iter().any(|(was, _)| *was == at) {
                let gone = PlanChange::Line(line, Difference::Removed, name(own).trim().to_owned());
                self.found.push(gone);
            }
        }
        for (at, own) in new.iter().enumerate() {
            if !pairs.iter().any(|(_, is)| *is == at) {
                let came = PlanChange::Line(line, Difference::Added, name(own).trim().to_owned());
                self.found.push(came);
            }
        }
        pairs
    }

    fn items(&mut self) {
        let (old, new) = (self.old, self.new);
        let limits = self.lines(Line::Limit, (&old.limits, &new.limits), |limit| &limit.name);
        let items = self.lines(Line::Item, (&old.items, &new.items), |item: &Item| &item.name);
        for (was, is) in &limits {
            self.number(Place::LimitName(*was), Place::LimitName(*is));
            self.number(Place::LimitAmount(*was), Place::LimitAmount(*is));
            let way = |of: &Sheet, at: usize| {
                of.limits.get(at).map(|limit| (limit.sense, limit.of_total))
            };
            self.holds(Place::LimitAmount(*is), way(old, *was), way(new, *is));
        }
        for (was, is) in items {
            for place in [Place::ItemName, Place::Worth, Place::Least, Place::Most] {
                self.number(place(was), place(is));
            }
            for (limit_was, limit_is) in &limits {
                let was = Place::Uses { item: was, limit: *limit_was };
                self.number(was, Place::Uses { item: is, limit: *limit_is });
            }
        }
        self.number(Place::Count, Place::Count);
        self.number(Place::Total, Place::Total);
        let way = |own: &Option<(Sense, Figure)>| own.as_ref().map(|(sense, _)| (*sense, false));
        self.holds(Place::Count, way(&old.count), way(&new.count));
        self.holds(Place::Total, way(&old.total), way(&new.total));
    }

    fn ways(&mut self) {
        let (old, new) = (self.old, self.new);
        let from = self.lines(Line::From, (&old.from, &new.from), |end| &end.name);
        let to = self.lines(Line::To, (&old.to, &new.to), |end| &end.name);
        for (was, is) in &from {
            self.number(Place::FromName(*was), Place::FromName(*is));
            self.number(Place::Supply(*was), Place::Supply(*is));
            for (to_was, to_is) in &to {
                let was = Place::Cell { from: *was, to: *to_was };
                self.number(was, Place::Cell { from: *is, to: *to_is });
            }
        }
        for (was, is) in &to {
            self.number(Place::ToName(*was), Place::ToName(*is));
            self.number(Place::Demand(*was), Place::Demand(*is));
        }
    }
}
