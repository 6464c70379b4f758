//! What a planning sheet is.

use super::figure::Figure;
use super::mix::Mix;

/// Which way a limit holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sense {
    /// No more than its amount.
    #[default]
    AtMost,
    /// No less.
    AtLeast,
    /// Neither more nor less.
    Exactly,
}

impl Sense {
    /// All of them, as a file calls them.
    pub const NAMES: [(&'static str, Self); 3] =
        [("AtMost", Self::AtMost), ("AtLeast", Self::AtLeast), ("Exactly", Self::Exactly)];
}

/// Which template a sheet was made from; it words and presets, and decides which of the two tables it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// What to make of scarce hours.
    #[default]
    Production,
    /// The cheapest that has enough of everything.
    Blend,
    /// What to take along.
    Knapsack,
    /// Which to choose.
    Choice,
    /// What to send where.
    Transport,
    /// Who is to do what.
    Assignment,
    /// How many customers of which sort a service takes; filled by the blueprint.
    ServiceMix,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Production,
        Self::Blend,
        Self::Knapsack,
        Self::Choice,
        Self::Transport,
        Self::Assignment,
        Self::ServiceMix,
    ];

    /// All of them, as a file calls them.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("Production", Self::Production),
        ("Blend", Self::Blend),
        ("Knapsack", Self::Knapsack),
        ("Choice", Self::Choice),
        ("Transport", Self::Transport),
        ("Assignment", Self::Assignment),
        ("ServiceMix", Self::ServiceMix),
    ];

    /// Whether its table is from × to.
    #[must_use]
    pub fn has_ways(self) -> bool {
        matches!(self, Self::Transport | Self::Assignment)
    }
}

/// Which way the value is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aim {
    /// As much as there can be.
    #[default]
    Most,
    /// As little as there can be.
    Least,
}

impl Aim {
    /// All of them, as a file calls them.
    pub const NAMES: [(&'static str, Self); 2] = [("Most", Self::Most), ("Least", Self::Least)];
}

/// What amounts an item can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Amounts {
    /// Any from 0.
    #[default]
    Any,
    /// Whole numbers.
    Whole,
    /// 0 or 1.
    YesNo,
}

impl Amounts {
    /// All of them, as a file calls them.
    pub const NAMES: [(&'static str, Self); 3] =
        [("Any", Self::Any), ("Whole", Self::Whole), ("YesNo", Self::YesNo)];
}

/// A column of items × limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its name.
    pub name: String,
    /// Which way it holds.
    pub sense: Sense,
    /// Its amount.
    pub amount: Figure,
    /// Whether the amount is a share of the total of all amounts.
    pub of_total: bool,
    /// Whether it only ties amounts together, and nobody sees it. No file holds it.
    pub is_hidden: bool,
}

impl Limit {
    /// One that is seen.
    #[must_use]
    pub fn new(name: &str, sense: Sense, amount: impl Into<Figure>) -> Self {
        let (name, amount) = (name.to_owned(), amount.into());
        Self { name, sense, amount, of_total: false, is_hidden: false }
    }

    /// The same, of the total.
    #[must_use]
    pub fn of_total(self) -> Self {
        Self { of_total: true, ..self }
    }
}

/// A row of items × limits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// What one brings, or costs. Blank is 0.
    pub worth: Figure,
    /// What one uses of each limit, in their order; what is blank or missing is 0.
    pub uses: Vec<Figure>,
    /// The least of it; blank is 0.
    pub least: Figure,
    /// The most of it; blank is no end.
    pub most: Figure,
    /// Other amounts than the sheet's.
    pub amounts: Option<Amounts>,
    /// Whether it only helps, and nobody sees it: it is in no total and no count. No file
    /// holds it.
    pub is_hidden: bool,
}

impl Item {
    /// One with a worth and what it uses.
    #[must_use]
    pub fn new<F: Into<Figure>>(
        name: &str,
        worth: impl Into<Figure>,
        uses: impl IntoIterator<Item = F>,
    ) -> Self {
        let uses = uses.into_iter().map(Into::into).collect();
        Self { name: name.to_owned(), worth: worth.into(), uses, ..Self::default() }
    }

    /// The same with a most.
    #[must_use]
    pub fn at_most(self, most: impl Into<Figure>) -> Self {
        Self { most: most.into(), ..self }
    }

    /// The same with a least.
    #[must_use]
    pub fn at_least(self, least: impl Into<Figure>) -> Self {
        Self { least: least.into(), ..self }
    }
}

/// What items have to do with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The first at all only if the second at all.
    Needs(String, String),
    /// Not both.
    Excludes(String, String),
}

/// Where something comes from or goes to: a supply or a demand, a person or a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Its name.
    pub name: String,
    /// How much there is, or is wanted.
    pub amount: Figure,
}

impl End {
    /// One of an amount.
    #[must_use]
    pub fn new(name: &str, amount: impl Into<Figure>) -> Self {
        Self { name: name.to_owned(), amount: amount.into() }
    }
}

/// A planning sheet: items × limits, or from × to where its purpose says so; what belongs to the other table
/// does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Which way its value is wanted.
    pub aim: Aim,
    /// The amounts of items that do not say otherwise, and of all ways.
    pub amounts: Amounts,
    /// The limits.
    pub limits: Vec<Limit>,
    /// The items.
    pub items: Vec<Item>,
    /// How many items are chosen.
    pub count: Option<(Sense, Figure)>,
    /// What all amounts sum up to.
    pub total: Option<(Sense, Figure)>,
    /// What items have to do with each other.
    pub rules: Vec<Rule>,
    /// Rows of from × to: no more leaves than there is, no person does more than so many.
    pub from: Vec<End>,
    /// Columns: at least as much arrives; each job is done exactly so often.
    pub to: Vec<End>,
    /// The cost of each way, row by row; blank or missing where there is none.
    pub cells: Vec<Vec<Figure>>,
    /// What fills a service mix; nothing else reads it.
    pub mix: Option<Box<Mix>>,
}

impl Sheet {
    /// An empty sheet as a template presets it.
    #[must_use]
    pub fn of(name: &str, purpose: Purpose) -> Self {
        let aim = match purpose {
            Purpose::Blend | Purpose::Transport | Purpose::Assignment => Aim::Least,
            _ => Aim::Most,
        };
        let amounts = match purpose {
            Purpose::Knapsack | Purpose::Assignment => Amounts::Whole,
            Purpose::Choice => Amounts::YesNo,
            _ => Amounts::Any,
        };
        Self { name: name.to_owned(), purpose, aim, amounts, ..Self::default() }
    }
}
