//! What a workbook of this program says beside its steps, roles and links: demand and money in its
//! summary, what steps hold beyond the columns of tables, what it is called, and what it has no room
//! for.

use super::details::Details;
use super::fixed_words::is_word;
use super::grid::unescape;
use super::not_held::NotHeld;
use super::notices::{Notice, NoticeKind};
use super::raw::RawTable;
use super::workbook::NamedTable;
use crate::blueprint::notation::{parse_quantity, parse_rate_per_hour};
use crate::blueprint::{Blueprint, Demand, Quantity, Scenario, ScenarioId, StepId};

/// Names of the sheets beside those of steps, roles and links.
const SUMMARY: &[&str] = &["summary", "概要"];
const ABOUT: &[&str] = &["about", "说明"];
const DETAILS: &[&str] = &["details", "详情"];
const OTHERS: &[&str] = &["scenarios", "方案", "problems", "问题"];
/// What the names of planning sheets begin with, which are not read back: *About* says so.
const PLANS: [&str; 2] = ["plan ", "规划 "];

/// The rows of *About* that are read back.
const BLUEPRINT: &[&str] = &["blueprint", "蓝图"];
const SCENARIO: &[&str] = &["scenario", "方案"];
const NOT_HELD: &[&str] = &["not in it", "未包含"];

/// A row of the summary that is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Input {
    Demand,
    Price,
    Overhead,
    OpeningHours,
    GapScv,
}

impl Input {
    const ALL: [Self; 5] =
        [Self::Demand, Self::Price, Self::Overhead, Self::OpeningHours, Self::GapScv];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Demand => &["demand", "需求"],
            Self::Price => &["price", "价格"],
            Self::Overhead => &["overhead", "间接费用"],
            Self::OpeningHours => &["opening hours", "营业时间"],
            Self::GapScv => &["arrival scv", "间隔 scv"],
        }
    }

    /// Puts a number into a demand; a blank cell says that there is none. `None` where it is no number.
    fn put(self, text: &str, demand: &mut Demand) -> Option<()> {
        let given = |read: &dyn Fn(&str) -> Option<Quantity>| {
            if text.is_empty() { Some(None) } else { Some(Some(read(text)?)) }
        };
        let number = |text: &str| parse_quantity(text).ok();
        match self {
            Self::Demand => {
                demand.per_hour = given(&|text| parse_rate_per_hour(text).ok())?;
            }
            Self::Price => demand.price = given(&number)?,
            Self::Overhead => demand.overhead_per_hour = given(&number)?.unwrap_or(Quantity::ZERO),
            Self::OpeningHours => demand.opening_hours = given(&number)?,
            Self::GapScv => demand.gap_scv = given(&number)?.unwrap_or(Quantity::ONE),
        }
        Some(())
    }
}

/// What a workbook of this program says beside its steps, roles and links.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OwnValues {
    /// Which sheet holds the steps.
    pub steps: usize,
    /// The sheets beside those of steps, roles and links.
    pub sheets: Vec<usize>,
    /// What steps hold beyond the columns of tables.
    details: Details,
    inputs: Vec<(Input, String)>,
    currency: String,
    title: String,
    scenario: String,
    not_held: Vec<(NotHeld, String)>,
}

impl OwnValues {
    /// Reads what the sheets of a workbook say, whose steps stand on one of them; `None` where this
    /// program did not write it.
    pub fn read(sheets: &[NamedTable], steps: usize) -> Option<Self> {
        let at = |words: &[&str]| sheets.iter().position(|(name, _)| is_word(name, words));
        let (summary, about) = (at(SUMMARY)?, at(ABOUT)?);
        let mut own = Self { steps, ..Self::default() };
        own.read_summary(&sheets.get(summary)?.1)?;
        own.read_about(&sheets.get(about)?.1);
        let details = at(DETAILS);
        if let Some((_, table)) = details.and_then(|at| sheets.get(at)) {
            own.details = Details::read(table);
        }
        let is_other = |name: &str| {
            let name = name.trim().to_lowercase();
            is_word(&name, OTHERS) || PLANS.iter().any(|plan| name.starts_with(plan))
        };
        let others = sheets.iter().enumerate().filter(|(_, (name, _))| is_other(name));
        own.sheets = others.map(|(at, _)| at).chain([summary, about]).chain(details).collect();
        Some(own)
    }

    fn read_summary(&mut self, table: &RawTable) -> Option<()> {
        for row in table.rows.iter().skip(1) {
            let label = row.cell(0);
            let input = Input::ALL.into_iter().find(|input| is_word(label, input.words()));
            let Some(input) = input else { continue };
            if input == Input::Price {
                self.currency = unescape(row.cell(2));
            }
            self.inputs.push((input, row.cell(1).to_owned()));
        }
        let is_there = |input| self.inputs.iter().any(|(other, _)| *other == input);
        [Input::Demand, Input::Price, Input::Overhead].into_iter().all(is_there).then_some(())
    }

    fn read_about(&mut self, table: &RawTable) {
        for row in table.rows.iter().skip(1) {
            let (label, text) = (row.cell(0), unescape(row.cell(1)));
            if is_word(label, BLUEPRINT) {
                self.title = text;
            } else if is_word(label, SCENARIO) {
                self.scenario = text;
            } else if is_word(label, NOT_HELD) {
                let (word, names) = text.split_once([':', '：']).unwrap_or((text.as_str(), ""));
                let what = NotHeld::ALL.into_iter().find(|what| what.is_called(word));
                self.not_held.extend(what.map(|what| (what, names.trim().to_owned())));
            }
        }
    }

    /// Puts it into a scenario whose steps were just read; demand and money only where `is_new`, that
    /// is, where the scenario had no steps and said nothing of them. Answers what there is to say.
    pub fn put_into(&self, scenario: &mut Scenario, steps: &[StepId], is_new: bool) -> Vec<Notice> {
        let mut left = self.details.put_into(scenario, steps);
        let mut demand = Demand::default();
        for (input, text) in &self.inputs {
            if input.put(text, &mut demand).is_none() {
                left.push(text.clone());
            }
        }
        let mut notices: Vec<NoticeKind> = Vec::new();
        if is_new {
            if scenario.set_demand(demand).is_err() {
                notices.push(NoticeKind::DemandKept);
            }
        } else if *scenario.demand() != demand {
            notices.push(NoticeKind::DemandKept);
        }
        if !left.is_empty() {
            notices.push(NoticeKind::CellsLeftOut(left));
        }
        let not_held = self.not_held.iter();
        notices.extend(not_held.map(|(what, names)| NoticeKind::NotHeld(*what, names.clone())));
        notices.into_iter().map(Notice::from).collect()
    }

    /// Gives a new blueprint what it was called, and its currency.
    pub fn name(&self, blueprint: &mut Blueprint, scenario: ScenarioId) {
        blueprint.set_currency(self.currency.clone());
        if !self.title.trim().is_empty() {
            blueprint.set_title(self.title.clone());
        }
        // A blank name is refused, and the one that is there stays.
        let _ = blueprint.rename_scenario(scenario, &self.scenario);
    }
}
