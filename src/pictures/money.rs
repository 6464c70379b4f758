//! Where a customer's money goes, in numbers and in words.

use crate::analysis::{Basis, CostStructure};
use crate::blueprint::RoleId;
use crate::drawing::charts::{self, MoneyParts, PartWords};

use super::truth::marked;
use super::{Shown, Table};

/// Amounts below this share of the whole are not drawn.
const DUST: f64 = 1e-9;

/// What a customer pays, part by part: each begins where the one before ends.
#[derive(Debug, PartialEq)]
struct Money {
    /// From top to bottom: roles, overhead, material, and what is left or lacking.
    pub parts: Vec<Share>,
    /// The price, or the cost where there is none.
    pub total: f64,
    /// What a customer costs.
    pub cost: f64,
    /// What of it is paid for time without work.
    pub idle: f64,
    /// What is left of the price; below zero where it does not cover the cost.
    pub margin: Option<f64>,
    /// The amount at the right edge.
    pub end: f64,
    /// What a customer costs in the scenario that this one is compared with.
    pub other: Option<f64>,
    /// How far the cost can be trusted.
    pub basis: Basis,
}

/// A part of a customer's money.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Share {
    pub kind: Goes,
    /// Where it begins and ends on the axis of money.
    pub from: f64,
    pub to: f64,
    /// For roles: where the part for work ends and that for idle time begins.
    pub busy_to: f64,
}

/// What a part goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    Role(RoleId),
    Overhead,
    Material,
    /// What is left.
    Margin,
    /// What the price does not cover.
    Loss,
}

impl Share {
    /// How much it is.
    pub fn amount(&self) -> f64 {
        self.to - self.from
    }
}

impl Money {
    /// Puts the parts in a row; `None` where nothing costs anything and nothing is paid.
    pub fn of(structure: &CostStructure) -> Option<Self> {
        let mut parts = Vec::with_capacity(structure.roles.len() + 3);
        let (mut at, mut idle) = (0.0, 0.0);
        for role in &structure.roles {
            let busy_to = at + role.busy;
            let to = busy_to + role.idle;
            parts.push(Share { kind: Goes::Role(role.role), from: at, to, busy_to });
            at = to;
            idle += role.idle;
        }
        for (kind, amount) in
            [(Goes::Overhead, structure.overhead), (Goes::Material, structure.material)]
        {
            if amount > 0.0 {
                parts.push(Share { kind, from: at, to: at + amount, busy_to: at });
                at += amount;
            }
        }
        let end = at.max(structure.total);
        if !(end > 0.0 && end.is_finite()) {
            return None;
        }
        if let Some(margin) = structure.margin.filter(|margin| margin.abs() > DUST * end) {
            let kind = if margin > 0.0 { Goes::Margin } else { Goes::Loss };
            let (from, to) = if margin > 0.0 { (at, at + margin) } else { (at + margin, at) };
            parts.push(Share { kind, from, to, busy_to: from });
        }
        Some(Self {
            parts,
            total: structure.total,
            cost: at,
            idle,
            margin: structure.margin,
            end,
            other: None,
            basis: structure.basis,
        })
    }

    /// Puts the cost of another scenario beside, on one axis, so that nothing jumps when they are
    /// flipped.
    pub fn beside(mut self, other: Option<Self>) -> Self {
        if let Some(other) = other {
            self.end = self.end.max(other.end);
            self.other = Some(other.cost);
        }
        self
    }
}

/// What a part of a customer's money leads to when it is clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyTarget {
    /// A role.
    Role(RoleId),
    /// The blueprint, where price and overhead are entered.
    Sheet,
}

/// The chart of where a customer's money goes.
pub struct MoneyChart<'a> {
    shown: Shown<'a>,
    money: Money,
}

impl<'a> MoneyChart<'a> {
    /// Of a structure of costs; `None` where nothing costs anything and nothing is paid.
    #[must_use]
    pub fn of(shown: Shown<'a>, structure: &CostStructure) -> Option<Self> {
        Some(Self { shown, money: Money::of(structure)? })
    }

    /// Puts the cost of another scenario beside, on one axis.
    #[must_use]
    pub fn beside(self, other: Option<&CostStructure>) -> Self {
        Self { money: self.money.beside(other.and_then(Money::of)), ..self }
    }

    /// Without the cost of the other scenario, on the axis of both.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { money: Money { other: None, ..self.money }, ..self }
    }

    /// The amount at the end of the axis.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.money.end
    }

    /// What is to be seen, in a sentence.
    #[must_use]
    pub fn headline(&self) -> String {
        let words = self.shown.words;
        let Money { basis, cost, idle, total, .. } = self.money;
        let amount = |value: f64| marked(words, basis, &self.shown.money(value));
        let left = |value: f64| marked(words, basis.turned(), &self.shown.money(value));
        let price = || self.shown.money(total);
        match self.money.margin {
            Some(margin) if margin >= 0.0 => words.with(
                "chart-money-margin",
                &[
                    ("price", price().into()),
                    ("cost", amount(cost).into()),
                    ("margin", left(margin).into()),
                ],
            ),
            Some(_) => words.with(
                "chart-money-loss",
                &[("price", price().into()), ("cost", amount(cost).into())],
            ),
            None => words.with(
                "chart-money-cost",
                &[("cost", amount(cost).into()), ("idle", amount(idle).into())],
            ),
        }
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> MoneyParts {
        let words = self.shown.words;
        let has_price = self.money.margin.is_some();
        let key = if has_price { "chart-money-price" } else { "chart-money-total" };
        let basis = if has_price { Basis::Exact } else { self.money.basis };
        let amount = marked(words, basis, &self.shown.money(self.money.total));
        let part = |share: &Share| {
            let kind = match share.kind {
                Goes::Role(role) => {
                    let role = self.shown.scenario.roles().get(&role);
                    charts::PartKind::Role(role.map(|role| role.colour))
                }
                Goes::Overhead => charts::PartKind::Overhead,
                Goes::Material => charts::PartKind::Material,
                Goes::Margin => charts::PartKind::Margin,
                Goes::Loss => charts::PartKind::Loss,
            };
            let Share { from, to, busy_to, .. } = *share;
            let words = PartWords { name: self.name(share).to_owned(), amount: self.amount(share) };
            (charts::MoneyPart { kind, from, to, busy_to }, words)
        };
        MoneyParts {
            parts: self.money.parts.iter().map(part).collect(),
            total: self.money.total,
            total_text: words.with(key, &[("amount", amount.into())]),
            end: self.money.end,
            other: self.money.other,
            busy_and_idle: ["chart-money-busy", "chart-money-idle"]
                .map(|key| words.text(key).to_owned()),
        }
    }

    /// Where a part leads; `None` where to nothing.
    #[must_use]
    pub fn target(&self, at: usize) -> Option<MoneyTarget> {
        match self.money.parts.get(at)?.kind {
            Goes::Role(role) => Some(MoneyTarget::Role(role)),
            Goes::Material => None,
            Goes::Overhead | Goes::Margin | Goes::Loss => Some(MoneyTarget::Sheet),
        }
    }

    /// A part as it is read aloud.
    #[must_use]
    pub fn spoken(&self, at: usize) -> String {
        let Some(share) = self.money.parts.get(at) else { return String::new() };
        let amount = self.amount(share);
        let said = match self.work(share) {
            Some(work) => self.shown.words.clauses(&[amount, work]),
            None => amount,
        };
        self.shown.words.labelled(self.name(share), &said)
    }

    /// What a part says when it is pointed at, line by line.
    #[must_use]
    pub fn hover(&self, at: usize) -> Vec<String> {
        let Some(share) = self.money.parts.get(at) else { return Vec::new() };
        let said = self.shown.words.labelled(self.name(share), &self.amount(share));
        std::iter::once(said).chain(self.work(share)).collect()
    }

    /// The parts as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.shown.words;
        let row = |share: &Share| vec![self.name(share).to_owned(), self.amount(share)];
        let head = ["chart-column-part", "chart-column-amount"];
        Table {
            name: words.text("chart-tab-money").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).into(),
            rows: self.money.parts.iter().map(row).collect(),
        }
    }

    /// What a part is called.
    fn name(&self, share: &Share) -> &str {
        let Shown { scenario, words, .. } = self.shown;
        match share.kind {
            Goes::Role(role) => words.role(role, scenario),
            Goes::Overhead => words.text("chart-money-overhead"),
            Goes::Material => words.text("chart-money-material"),
            Goes::Margin => words.text("chart-money-left"),
            Goes::Loss => words.text("chart-money-lacking"),
        }
    }

    /// A part's amount, with the mark of the tiles.
    fn amount(&self, share: &Share) -> String {
        let basis = match share.kind {
            Goes::Role(_) | Goes::Overhead => self.money.basis,
            // What is paid once a customer is known.
            Goes::Material => Basis::Exact,
            Goes::Margin | Goes::Loss => self.money.basis.turned(),
        };
        let sign = if share.kind == Goes::Loss { -1.0 } else { 1.0 };
        marked(self.shown.words, basis, &self.shown.money(sign * share.amount()))
    }

    /// How much of a role's part is paid for work.
    fn work(&self, share: &Share) -> Option<String> {
        let Goes::Role(role) = share.kind else { return None };
        self.shown.scenario.roles().get(&role)?;
        let words = self.shown.words;
        let busy = self.shown.money(share.busy_to - share.from);
        let busy = marked(words, self.money.basis, &busy);
        Some(words.with("chart-money-of-it", &[("busy", busy.into())]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::RoleCost;
    use crate::blueprint::IdSource;

    fn structure(price: Option<f64>) -> CostStructure {
        let mut ids = IdSource::default();
        let mut role = |busy, idle| RoleCost { role: ids.fresh(), busy, idle };
        let (clerk, cook) = (role(0.5, 0.25), role(1.0, 0.0));
        CostStructure {
            roles: vec![clerk, cook],
            overhead: 0.25,
            material: 0.0,
            margin: price.map(|price| price - 2.0),
            total: price.unwrap_or(2.0),
            basis: Basis::Exact,
        }
    }

    fn spans(picture: &Money) -> Vec<(f64, f64)> {
        picture.parts.iter().map(|part| (part.from, part.to)).collect()
    }

    #[test]
    fn each_part_begins_where_the_one_before_ends() {
        let picture = Money::of(&structure(Some(5.0))).unwrap();
        assert_eq!(spans(&picture), [(0.0, 0.75), (0.75, 1.75), (1.75, 2.0), (2.0, 5.0)]);
        assert_eq!(picture.parts[0].busy_to.to_bits(), 0.5_f64.to_bits());
        assert_eq!(picture.parts[3].kind, Goes::Margin);
        assert!((picture.idle - 0.25).abs() < 1e-12 && (picture.cost - 2.0).abs() < 1e-12);
        assert!((picture.parts[3].amount() - 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_the_price_does_not_cover_is_a_loss_behind_it() {
        let picture = Money::of(&structure(Some(1.5))).unwrap();
        let last = picture.parts.last().unwrap();
        assert_eq!((last.kind, last.from, last.to), (Goes::Loss, 1.5, 2.0));
        assert!((picture.end - 2.0).abs() < 1e-12, "the cost is seen whole");
    }

    #[test]
    fn without_a_price_only_costs_are_shown() {
        let picture = Money::of(&structure(None)).unwrap();
        assert_eq!(picture.parts.len(), 3);
        assert!((picture.total - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_service_for_nothing_has_no_picture() {
        let mut free = structure(None);
        free.roles.clear();
        (free.overhead, free.total) = (0.0, 0.0);
        assert_eq!(Money::of(&free), None);
    }

    #[test]
    fn two_scenarios_have_the_same_axis_of_money_whichever_is_shown() {
        let dear = || {
            let mut structure = structure(None);
            structure.overhead += 3.0;
            structure.total += 3.0;
            Money::of(&structure).unwrap()
        };
        let cheap = || Money::of(&structure(Some(2.5))).unwrap();
        assert!(dear().end > cheap().end, "alone each has its own");
        let (before, after) = (cheap().beside(Some(dear())), dear().beside(Some(cheap())));
        assert!((before.end - after.end).abs() < 1e-12 && (before.end - 5.0).abs() < 1e-12);
        // The cost of each is marked on the other.
        assert_eq!((before.other, after.other), (Some(dear().cost), Some(cheap().cost)));
        assert_eq!(cheap().beside(None), cheap());
    }
}
