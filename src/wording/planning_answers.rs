//! Answers of planning sheets in words, as the window says them.

use super::texts::Wording;
use crate::blueprint::sheets::{Amounts, Purpose, Sense, Sheet};
use crate::planning::exact::Number;
use crate::planning::sheet::{Fault, LimitAnswer, RunChange, RunCorner};

impl Wording {
    /// What a template is called, as a title.
    #[must_use]
    pub fn sheet_title(&self, purpose: Purpose) -> &str {
        self.text(match purpose {
            Purpose::Production => "planner-title-production",
            Purpose::Blend => "planner-title-blend",
            Purpose::Knapsack => "planner-title-knapsack",
            Purpose::Choice => "planner-title-choice",
            Purpose::Transport => "planner-title-transport",
            Purpose::Assignment => "planner-title-assignment",
            Purpose::ServiceMix => "planner-title-mix",
        })
    }

    /// What a template asks.
    #[must_use]
    pub fn sheet_about(&self, purpose: Purpose) -> &str {
        self.text(match purpose {
            Purpose::Production => "planner-about-production",
            Purpose::Blend => "planner-about-blend",
            Purpose::Knapsack => "planner-about-knapsack",
            Purpose::Choice => "planner-about-choice",
            Purpose::Transport => "planner-about-transport",
            Purpose::Assignment => "planner-about-assignment",
            Purpose::ServiceMix => "planner-about-mix",
        })
    }

    /// Which way a limit holds, in a word or two.
    #[must_use]
    pub fn sheet_sense(&self, sense: Sense, of_total: bool) -> &str {
        self.text(match (sense, of_total) {
            (Sense::AtMost, false) => "planner-at-most",
            (Sense::AtLeast, false) => "planner-at-least",
            (Sense::Exactly, false) => "planner-exactly",
            (Sense::AtMost, true) => "planner-at-most-share",
            (Sense::AtLeast, true) => "planner-at-least-share",
            (Sense::Exactly, true) => "planner-exactly-share",
        })
    }

    /// How large a sheet is: `2 items · 2 limits`.
    #[must_use]
    pub fn sheet_size(&self, sheet: &Sheet) -> String {
        // The blueprint says how large a mix is.
        if sheet.purpose == Purpose::ServiceMix {
            return self.sheet_title(sheet.purpose).to_owned();
        }
        if sheet.purpose.has_ways() {
            let (rows, columns) = (sheet.from.len(), sheet.to.len());
            return self
                .with("planner-size-ways", &[("rows", rows.into()), ("columns", columns.into())]);
        }
        let (items, limits) = (sheet.items.len(), sheet.limits.len());
        self.with("planner-size-items", &[("items", items.into()), ("limits", limits.into())])
    }

    /// What amounts an item can have.
    #[must_use]
    pub fn sheet_amounts(&self, amounts: Amounts) -> &str {
        self.text(match amounts {
            Amounts::Any => "planner-any",
            Amounts::Whole => "planner-whole",
            Amounts::YesNo => "planner-yes-no",
        })
    }

    /// What is wrong with a cell, without saying where it is.
    #[must_use]
    pub fn wrong_in_cell(&self, sheet: &Sheet, fault: &Fault) -> String {
        self.wrong_in_sheet(&fault.wrong, sheet.text_at(fault.place))
    }

    /// How much of a limit is used: `6 of 8`.
    #[must_use]
    pub fn used_of(&self, sheet: &Sheet, limit: &LimitAnswer) -> String {
        let amount = self.limit_number(sheet, limit, &limit.amount);
        match &limit.used {
            Some(used) => {
                let used = self.limit_number(sheet, limit, used);
                self.with("planner-used-of", &[("used", used.into()), ("amount", amount.into())])
            }
            None => amount,
        }
    }

    /// An amount of an item: yes or no where it is nothing else.
    #[must_use]
    pub fn item_amount(&self, amounts: Amounts, amount: &Number) -> String {
        match amounts {
            Amounts::YesNo if amount.is_zero() => self.text("planner-no").to_owned(),
            Amounts::YesNo if *amount == Number::one() => self.text("planner-yes").to_owned(),
            _ => self.exact_number(amount),
        }
    }

    /// A number in the unit of a limit: a share in per cent, of a mix minutes.
    #[must_use]
    pub fn limit_number(&self, sheet: &Sheet, limit: &LimitAnswer, number: &Number) -> String {
        if sheet.purpose == Purpose::ServiceMix {
            let value = self.exact_number(number);
            return self.with("planner-minutes", &[("value", value.into())]);
        }
        if !sheet.is_share(limit.place) {
            return self.exact_number(number);
        }
        let hundred = number * &Number::whole(100);
        let rounded = hundred.to_decimal(2).parse::<Number>();
        format!("{} %", self.exact_number(&rounded.unwrap_or(hundred)))
    }

    /// What changes at a corner of a run: `from 8 on: large blocks no longer limit`.
    #[must_use]
    pub fn run_corner(&self, corner: &RunCorner) -> String {
        let changes: Vec<String> =
            corner.changes.iter().map(|change| self.run_change(change)).collect();
        let at = self.exact_number(&corner.at);
        let changes = self.clauses(&changes);
        self.with("planner-corner", &[("at", at.into()), ("changes", changes.into())])
    }

    fn run_change(&self, change: &RunChange) -> String {
        let (RunChange::Binds(name)
        | RunChange::Frees(name)
        | RunChange::ComesIn(name)
        | RunChange::GoesOut(name)
        | RunChange::ReachesMost(name)
        | RunChange::LeavesMost(name)) = change;
        // Limits that have no name of their own are called so by the solver.
        let name = match (change, name.as_str()) {
            (RunChange::Binds(_) | RunChange::Frees(_), "count") => self.text("planner-count"),
            (RunChange::Binds(_) | RunChange::Frees(_), "total") => self.text("planner-total"),
            (_, name) => name,
        };
        self.with(
            match change {
                RunChange::Binds(_) => "planner-binds",
                RunChange::Frees(_) => "planner-frees",
                RunChange::ComesIn(_) => "planner-comes-in",
                RunChange::GoesOut(_) => "planner-goes-out",
                RunChange::ReachesMost(_) => "planner-reaches-most",
                RunChange::LeavesMost(_) => "planner-leaves-most",
            },
            &[("name", name.into())],
        )
    }
}
