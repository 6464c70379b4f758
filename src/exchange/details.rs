//! What steps hold beyond the columns of tables. A workbook has a sheet with a column for each of these
//! that some step says, and they are read back from it.

use std::collections::HashMap;

use super::exporters::SheetCell;
use super::fixed_words::{find_word, is_word};
use super::grid::unescape;
use super::raw::RawTable;
use super::typed_cells::cell;
use super::writing::step_texts;
use crate::blueprint::notation::{parse_share, parse_span};
use crate::blueprint::{
    Emotion, FailPoint, Meeting, Rating, Scenario, Step, StepId, TimeUnit, ValueKind, WaitPoint,
};

/// A column of that sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DetailColumn {
    /// What a step is worth to the customer.
    Value,
    /// That customers wait, and the longest wait that they accept.
    AcceptedWait,
    /// The standard execution time.
    Standard,
    /// The longest execution time that customers tolerate.
    Tolerated,
    /// The time that is aimed at.
    Target,
    /// That something can fail, and what.
    Failure,
    /// How often it fails.
    FailShare,
    /// How bad that is.
    Severity,
    /// How hard it is to notice.
    Detection,
    /// How it is put right.
    Recovery,
    /// The step that puts it right.
    RecoveryStep,
    /// Whether flows that meet here wait for each other.
    Meeting,
    /// How the customer feels.
    Emotion,
    /// Who answers for it.
    Owner,
    /// How it is done.
    Procedure,
    /// What is used or made.
    Documents,
}

/// What stands for a wait point without a time, and for a fail point of which nothing is said.
const WAITS: &str = "W";
const FAILS: &str = "F";

/// The words of a language that stand in cells.
#[derive(Clone, Copy)]
pub struct DetailWords<'a> {
    /// What a step is worth.
    pub value: &'a dyn Fn(ValueKind) -> String,
    /// Whether flows wait for each other.
    pub meeting: &'a dyn Fn(Meeting) -> String,
}

/// The words that are read for what a step is worth.
fn value_words(value: ValueKind) -> &'static [&'static str] {
    match value {
        ValueKind::Adding => &["adds value", "value-adding", "va", "增值"],
        ValueKind::Necessary => &["necessary", "bva", "nnva", "必要但不增值", "必要"],
        ValueKind::Waste => &["waste", "nva", "浪费"],
    }
}

/// The words that are read for what becomes of flows that meet.
fn meeting_words(meeting: Meeting) -> &'static [&'static str] {
    match meeting {
        Meeting::Join => &["wait for each other", "join", "等齐再继续"],
        Meeting::Merge => &["continue without waiting", "merge", "不等待，各自继续"],
    }
}

impl DetailColumn {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 16] = [
        Self::Value,
        Self::AcceptedWait,
        Self::Standard,
        Self::Tolerated,
        Self::Target,
        Self::Failure,
        Self::FailShare,
        Self::Severity,
        Self::Detection,
        Self::Recovery,
        Self::RecoveryStep,
        Self::Meeting,
        Self::Emotion,
        Self::Owner,
        Self::Procedure,
        Self::Documents,
    ];

    /// The words that head it, in English and Chinese.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Value => &["value", "价值"],
            Self::AcceptedWait => &["accepted wait", "可接受等待"],
            Self::Standard => &["standard time", "标准时间"],
            Self::Tolerated => &["tolerated time", "可接受时间"],
            Self::Target => &["target time", "目标时间"],
            Self::Failure => &["what fails", "失误内容"],
            Self::FailShare => &["how often", "发生比例"],
            Self::Severity => &["severity", "严重程度"],
            Self::Detection => &["detection", "发现难度"],
            Self::Recovery => &["recovery", "补救"],
            Self::RecoveryStep => &["recovery step", "补救步骤"],
            Self::Meeting => &["incoming flows", "汇合方式"],
            Self::Emotion => &["emotion", "感受"],
            Self::Owner => &["owner", "负责人"],
            Self::Procedure => &["procedure", "操作规程"],
            Self::Documents => &["documents", "单据"],
        }
    }

    fn named(heading: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| is_word(heading, column.words()))
    }

    /// Whether its cells are numbers, with a unit or without.
    fn holds_number(self) -> bool {
        use DetailColumn as C;
        matches!(
            self,
            C::AcceptedWait
                | C::Standard
                | C::Tolerated
                | C::Target
                | C::FailShare
                | C::Severity
                | C::Detection
                | C::Emotion
        )
    }

    /// What stands in the cell of a step; blank where the step says nothing.
    fn text(
        self,
        step: &Step,
        name: &dyn Fn(StepId) -> Option<String>,
        words: DetailWords<'_>,
    ) -> String {
        let or = |text: &str, blank: &str| {
            if text.trim().is_empty() { blank.to_owned() } else { text.to_owned() }
        };
        let fail = step.fail.as_ref();
        let rating = |rating: Option<Rating>| rating.map(|rating| rating.get().to_string());
        let span = |span: Option<crate::blueprint::Span>| span.map(|span| span.to_string());
        let said = match self {
            Self::Value => step.value.map(words.value),
            Self::AcceptedWait => {
                let wait = step.wait.as_ref();
                wait.map(|wait| span(wait.acceptable).unwrap_or_else(|| WAITS.to_owned()))
            }
            Self::Standard => span(step.standard),
            Self::Tolerated => span(step.acceptable),
            Self::Target => span(step.target),
            Self::Failure => fail.map(|fail| or(&fail.what, FAILS)),
            Self::FailShare => fail.and_then(|fail| fail.how_often).map(|share| share.to_string()),
            Self::Severity => rating(fail.and_then(|fail| fail.severity)),
            Self::Detection => rating(fail.and_then(|fail| fail.detection)),
            Self::Recovery => fail.map(|fail| fail.recovery.clone()),
            Self::RecoveryStep => fail.and_then(|fail| fail.recovery_step).and_then(name),
            Self::Meeting => step.meeting.map(words.meeting),
            Self::Emotion => step.emotion.map(|emotion| emotion.get().to_string()),
            Self::Owner => Some(step.owner.clone()),
            Self::Procedure => Some(step.procedure.clone()),
            Self::Documents => Some(step.documents.clone()),
        };
        said.unwrap_or_default()
    }

    /// Puts what stands in a cell into a step. `None` where it cannot be read.
    fn put(self, text: &str, step: &mut Step, find: &dyn Fn(&str) -> Option<StepId>) -> Option<()> {
        let span = || parse_span(text, TimeUnit::Second).ok();
        let rating = || Rating::new(text.parse().ok()?).ok();
        let fail = |step: &mut Step| step.fail.take().unwrap_or_default();
        let texts = || text.to_owned();
        match self {
            Self::Value => step.value = Some(find_word(text, &ValueKind::ALL, value_words)?),
            Self::AcceptedWait => {
                let acceptable = if text == WAITS { None } else { Some(span()?) };
                let patience = step.wait.take().and_then(|wait| wait.patience);
                step.wait = Some(WaitPoint { acceptable, patience });
            }
            Self::Standard => step.standard = Some(span()?),
            Self::Tolerated => step.acceptable = Some(span()?),
            Self::Target => step.target = Some(span()?),
            Self::Failure => {
                let what = if text == FAILS { String::new() } else { texts() };
                step.fail = Some(FailPoint { what, ..fail(step) });
            }
            Self::FailShare => {
                let how_often = Some(parse_share(text).ok()?);
                step.fail = Some(FailPoint { how_often, ..fail(step) });
            }
            Self::Severity => {
                let severity = Some(rating()?);
                step.fail = Some(FailPoint { severity, ..fail(step) });
            }
            Self::Detection => {
                let detection = Some(rating()?);
                step.fail = Some(FailPoint { detection, ..fail(step) });
            }
            Self::Recovery => step.fail = Some(FailPoint { recovery: texts(), ..fail(step) }),
            Self::RecoveryStep => {
                let recovery_step = Some(find(text)?);
                step.fail = Some(FailPoint { recovery_step, ..fail(step) });
            }
            Self::Meeting => {
                let all = [Meeting::Join, Meeting::Merge];
                step.meeting = Some(find_word(text, &all, meeting_words)?);
            }
            Self::Emotion => step.emotion = Some(Emotion::new(text.parse().ok()?).ok()?),
            Self::Owner => step.owner = texts(),
            Self::Procedure => step.procedure = texts(),
            Self::Documents => step.documents = texts(),
        }
        Some(())
    }
}

/// What steps say in such columns.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailCells {
    /// The columns that some step says something in.
    pub columns: Vec<DetailColumn>,
    /// Of each step that says something in one of them its name, then its cells below them, in
    /// document order.
    pub rows: Vec<Vec<SheetCell>>,
}

/// What the steps of a scenario say beyond the columns of tables.
#[must_use]
pub fn detail_cells(scenario: &Scenario, words: DetailWords<'_>) -> DetailCells {
    let names = step_texts(scenario).rows.into_iter().map(|row| row.into_iter().next());
    let names: HashMap<StepId, Option<String>> =
        scenario.steps().keys().copied().zip(names).collect();
    let name = |id: StepId| names.get(&id).cloned().flatten();
    let says = |column: &DetailColumn| {
        let mut texts = scenario.steps().values().map(|step| column.text(step, &name, words));
        texts.any(|text| !text.trim().is_empty())
    };
    let columns: Vec<DetailColumn> = DetailColumn::ALL.into_iter().filter(says).collect();
    let row = |(id, step): (&StepId, &std::sync::Arc<Step>)| {
        let texts: Vec<String> =
            columns.iter().map(|column| column.text(step, &name, words)).collect();
        let says = texts.iter().any(|text| !text.trim().is_empty());
        let cells = columns.iter().zip(texts);
        let cells = cells.map(|(column, text)| cell(text, column.holds_number()));
        let own = cell(name(*id).unwrap_or_default(), false);
        says.then(|| std::iter::once(own).chain(cells).collect())
    };
    let rows = scenario.steps().iter().filter_map(row).collect();
    DetailCells { columns, rows }
}

/// What the cells of such columns say of steps, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Details(Vec<(String, Vec<(DetailColumn, String)>)>);

impl Details {
    /// Reads a sheet of such columns, in whose first one the steps are named.
    pub fn read(table: &RawTable) -> Self {
        let header = table.rows.first().map_or(&[][..], |row| row.cells.as_slice());
        let named = |(at, cell): (usize, &String)| Some((at, DetailColumn::named(cell)?));
        let columns: Vec<_> = header.iter().enumerate().skip(1).filter_map(named).collect();
        let row = |row: &super::raw::RawRow| {
            let cells = columns.iter().map(|(at, column)| (*column, unescape(row.cell(*at))));
            let cells: Vec<_> = cells.filter(|(_, text)| !text.is_empty()).collect();
            (unescape(row.cell(0)), cells)
        };
        let rows = table.rows.iter().skip(1).map(row);
        Self(rows.filter(|(_, cells)| !cells.is_empty()).collect())
    }

    /// Puts them into the steps that bear their names, of some steps. Answers the cells that cannot be
    /// read.
    pub fn put_into(&self, scenario: &mut Scenario, steps: &[StepId]) -> Vec<String> {
        let there = steps.iter().filter_map(|id| {
            let step = scenario.steps().get(id)?;
            Some((step.name.trim().to_owned(), *id))
        });
        let ids: HashMap<String, StepId> = there.collect();
        let find = |name: &str| ids.get(name.trim()).copied();
        let mut left = Vec::new();
        for (name, cells) in &self.0 {
            let there = find(name).and_then(|id| Some((id, scenario.steps().get(&id)?)));
            let Some((id, step)) = there else {
                left.push(name.clone());
                continue;
            };
            let mut step = Step::clone(step);
            for (column, text) in cells {
                if column.put(text, &mut step, &find).is_none() {
                    left.push(text.clone());
                }
            }
            // Nothing of it can be refused: the step was there, and so is what it names.
            if scenario.set_step(id, step).is_err() {
                left.push(name.clone());
            }
        }
        left
    }
}
