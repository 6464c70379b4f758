//! Planning sheets in words: what they are for, what holds in them, and what is wrong where.

use super::texts::Wording;
use crate::blueprint::Scenario;
use crate::blueprint::notation::in_threes;
use crate::blueprint::sheets::{Figure, Purpose, Rule, Sheet};
use crate::planning::exact::{NotANumber, Number, Sense};
use crate::planning::mix::MixRefusal;
use crate::planning::sheet::{Fault, LimitAnswer, MOST_ITEMS, MOST_LIMITS, Place, Wrong};

/// Places behind the point that are shown of a number that has more.
const PLACES: u32 = 6;

impl Wording {
    /// What a sheet is for.
    #[must_use]
    pub fn sheet_purpose(&self, purpose: Purpose) -> &str {
        self.text(match purpose {
            Purpose::Production => "planning-production",
            Purpose::Blend => "planning-blend",
            Purpose::Knapsack => "planning-knapsack",
            Purpose::Choice => "planning-choice",
            Purpose::Transport => "planning-transport",
            Purpose::Assignment => "planning-assignment",
            Purpose::ServiceMix => "planning-service-mix",
        })
    }

    /// Why a service mix cannot be filled; `scenario` is its own, where it is there.
    #[must_use]
    pub fn mix_refusal(
        &self,
        sheet: &Sheet,
        refusal: &MixRefusal,
        scenario: Option<&Scenario>,
    ) -> String {
        let of = |key: &str, name: &str| self.with(key, &[("name", name.into())]);
        let numbered = |key: &str, at: usize| of(key, &(at + 1).to_string());
        let wrong = match refusal {
            MixRefusal::NoLink => self.text("planning-mix-no-link").to_owned(),
            MixRefusal::NoScenario => self.text("planning-mix-no-scenario").to_owned(),
            MixRefusal::StepGone(step) => of("planning-mix-step-gone", &step.to_string()),
            MixRefusal::NoDecision => self.text("planning-mix-no-decision").to_owned(),
            MixRefusal::NoEntries => self.text("planning-mix-no-entries").to_owned(),
            MixRefusal::ClassGone(at) => numbered("planning-mix-class-gone", *at),
            MixRefusal::ClassTwice(at) => numbered("planning-mix-class-twice", *at),
            MixRefusal::NoWorth(name) => of("planning-mix-no-worth", name),
            MixRefusal::BadFill => {
                let fill = sheet.mix.as_ref().map_or("", |mix| mix.fill.written());
                self.with("planning-mix-bad-fill", &[("text", fill.into())])
            }
            MixRefusal::Lacks(name, lacks) => {
                let lacks = scenario.and_then(|scenario| self.lacks(lacks, scenario));
                let lacks = lacks.unwrap_or_default();
                self.with(
                    "planning-mix-lacks",
                    &[("name", name.as_str().into()), ("lacks", lacks.into())],
                )
            }
        };
        let arguments = [("sheet", sheet.name.as_str().into()), ("wrong", wrong.into())];
        self.with("planning-fault-of-sheet", &arguments)
    }

    /// An exact number, to six places: `12,647.019868`, `−97`.
    #[must_use]
    pub fn exact_number(&self, number: &Number) -> String {
        let text = number.to_decimal(PLACES);
        let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
        format!("{sign}{}", in_threes(text))
    }

    /// The name of a limit, supply or demand within a sentence; that of count and total in the language.
    #[must_use]
    pub fn limit_name<'a>(&'a self, limit: &'a LimitAnswer) -> &'a str {
        match limit.place {
            Place::Count => self.text("planning-count"),
            Place::Total => self.text("planning-total"),
            _ => &limit.name,
        }
    }

    /// The same where it stands alone: in a table, before a colon, as a title.
    #[must_use]
    pub fn limit_title<'a>(&'a self, limit: &'a LimitAnswer) -> &'a str {
        match limit.place {
            Place::Count => self.text("planner-count"),
            Place::Total => self.text("planner-total"),
            _ => &limit.name,
        }
    }

    /// What cannot hold, of which some would: each, or the only one.
    #[must_use]
    pub fn conflict(&self, held: &[String]) -> Option<String> {
        let each: Vec<&str> = held.iter().map(String::as_str).collect();
        let all = self.list(&each, each.len());
        let arguments = [("count", each.len().into()), ("held", all.into())];
        (!each.is_empty()).then(|| self.with("planning-conflict", &arguments))
    }

    /// What has to hold at a place: `Assets at least 20`, `B needs A`.
    #[must_use]
    pub fn held_at(&self, sheet: &Sheet, limits: &[LimitAnswer], place: Place) -> String {
        if let Place::Rule(at) = place {
            return sheet.rules.get(at).map(|rule| self.sheet_rule(rule)).unwrap_or_default();
        }
        if let Place::Least(at) | Place::Most(at) = place {
            let Some(item) = sheet.items.get(at) else { return String::new() };
            let is_least = matches!(place, Place::Least(_));
            let amount = if is_least { &item.least } else { &item.most };
            let amount = amount.number().map(|amount| self.exact_number(&amount));
            let amount = amount.unwrap_or_default();
            let arguments = [("name", item.name.as_str().into()), ("amount", amount.into())];
            let key = if is_least { "planning-holds-at-least" } else { "planning-holds-at-most" };
            return self.with(key, &arguments);
        }
        let Some(limit) = limits.iter().find(|limit| limit.place == place) else {
            return String::new();
        };
        let amount = self.limit_number(sheet, limit, &limit.amount);
        let arguments = [("name", self.limit_name(limit).into()), ("amount", amount.into())];
        self.with(
            match limit.sense {
                Sense::AtMost => "planning-holds-at-most",
                Sense::AtLeast => "planning-holds-at-least",
                Sense::Exactly => "planning-holds-exactly",
            },
            &arguments,
        )
    }

    /// A rule in words.
    #[must_use]
    pub fn sheet_rule(&self, rule: &Rule) -> String {
        let (Rule::Needs(one, other) | Rule::Excludes(one, other)) = rule;
        let arguments = [("one", one.as_str().into()), ("other", other.as_str().into())];
        match rule {
            Rule::Needs(..) => self.with("planning-needs", &arguments),
            Rule::Excludes(..) => self.with("planning-excludes", &arguments),
        }
    }

    /// What is wrong with a sheet, and where.
    #[must_use]
    pub fn sheet_fault(&self, sheet: &Sheet, fault: &Fault) -> String {
        let wrong = self.wrong_in_sheet(&fault.wrong, written(sheet, fault.place));
        let name = sheet.name.as_str();
        if fault.place == Place::Sheet {
            let arguments = [("sheet", name.into()), ("wrong", wrong.into())];
            return self.with("planning-fault-of-sheet", &arguments);
        }
        let place = self.place_in_sheet(sheet, fault.place);
        let arguments = [("sheet", name.into()), ("place", place.into()), ("wrong", wrong.into())];
        self.with("planning-fault", &arguments)
    }

    /// What a place of a sheet is called: `amount of Large`.
    #[must_use]
    pub fn place_in_sheet(&self, sheet: &Sheet, place: Place) -> String {
        let numbered = |at: usize| (at + 1).to_string();
        let or_number = |name: Option<&String>, at: usize| {
            let name = name.filter(|name| !name.trim().is_empty());
            name.cloned().unwrap_or_else(|| numbered(at))
        };
        let item = |at: usize| or_number(sheet.items.get(at).map(|it| &it.name), at);
        let limit = |at: usize| or_number(sheet.limits.get(at).map(|it| &it.name), at);
        let from = |at: usize| or_number(sheet.from.get(at).map(|it| &it.name), at);
        let to = |at: usize| or_number(sheet.to.get(at).map(|it| &it.name), at);
        let of = |key: &str, name: String| self.with(key, &[("name", name.into())]);
        match place {
            Place::Sheet => String::new(),
            Place::ItemName(at) => of("planning-at-item-name", numbered(at)),
            Place::Worth(at) => of("planning-at-worth", item(at)),
            Place::Uses { item: at, limit: of } => {
                let arguments = [("item", item(at).into()), ("limit", limit(of).into())];
                self.with("planning-at-uses", &arguments)
            }
            Place::Least(at) => of("planning-at-least", item(at)),
            Place::Most(at) => of("planning-at-most", item(at)),
            Place::LimitName(at) => of("planning-at-limit-name", numbered(at)),
            Place::LimitAmount(at) => of("planning-at-amount", limit(at)),
            Place::Count => self.text("planning-count").to_owned(),
            Place::Total => self.text("planning-total").to_owned(),
            Place::Rule(at) => of("planning-at-rule", numbered(at)),
            Place::FromName(at) => of("planning-at-row-name", numbered(at)),
            Place::ToName(at) => of("planning-at-column-name", numbered(at)),
            Place::Supply(at) => of("planning-at-amount", from(at)),
            Place::Demand(at) => of("planning-at-amount", to(at)),
            Place::Cell { from: row, to: column } => {
                let arguments = [("from", from(row).into()), ("to", to(column).into())];
                self.with("planning-at-way", &arguments)
            }
        }
    }

    pub(super) fn wrong_in_sheet(&self, wrong: &Wrong, written: &str) -> String {
        let of = |key: &str, name: &str| self.with(key, &[("name", name.into())]);
        match wrong {
            Wrong::NotANumber(why) => self.no_number(*why, written),
            Wrong::Negative => self.with("planning-wrong-negative", &[("text", written.into())]),
            Wrong::LeastAboveMost => self.text("planning-wrong-least-above-most").to_owned(),
            Wrong::NoWholeBetween => self.text("planning-wrong-no-whole").to_owned(),
            Wrong::DoubledName(name) => of("planning-wrong-doubled", name),
            Wrong::OfItself(name) => of("planning-wrong-of-itself", name),
            Wrong::Unknown(name) => of("planning-wrong-unknown", name),
            Wrong::TooMany { there, most } => {
                let arguments = [("there", (*there).into()), ("most", (*most).into())];
                self.with(
                    match *most {
                        MOST_ITEMS => "planning-wrong-items",
                        MOST_LIMITS => "planning-wrong-limits",
                        _ => "planning-wrong-ends",
                    },
                    &arguments,
                )
            }
            Wrong::Beyond => self.text("planning-wrong-beyond").to_owned(),
            Wrong::WantsMost(name) => of("planning-wrong-wants-most", name),
            Wrong::WantsWhole(name) => of("planning-wrong-wants-whole", name),
        }
    }

    /// Why something is no number.
    #[must_use]
    pub fn no_number(&self, why: NotANumber, written: &str) -> String {
        let arguments = [("text", written.into())];
        match why {
            NotANumber::Empty => self.text("planning-wrong-empty").to_owned(),
            NotANumber::Text => self.with("planning-wrong-text", &arguments),
            NotANumber::OverZero => self.with("planning-wrong-over-zero", &arguments),
            NotANumber::TooLong => self.text("planning-wrong-too-long").to_owned(),
        }
    }
}

/// What is written at a place.
fn written(sheet: &Sheet, place: Place) -> &str {
    let item = |at: usize| sheet.items.get(at);
    let figure = match place {
        Place::Worth(at) => item(at).map(|it| &it.worth),
        Place::Uses { item: at, limit } => item(at).and_then(|it| it.uses.get(limit)),
        Place::Least(at) => item(at).map(|it| &it.least),
        Place::Most(at) => item(at).map(|it| &it.most),
        Place::LimitAmount(at) => sheet.limits.get(at).map(|it| &it.amount),
        Place::Count => sheet.count.as_ref().map(|(_, amount)| amount),
        Place::Total => sheet.total.as_ref().map(|(_, amount)| amount),
        Place::Supply(at) => sheet.from.get(at).map(|it| &it.amount),
        Place::Demand(at) => sheet.to.get(at).map(|it| &it.amount),
        Place::Cell { from, to } => sheet.cells.get(from).and_then(|line| line.get(to)),
        _ => None,
    };
    figure.map(Figure::written).unwrap_or_default()
}
