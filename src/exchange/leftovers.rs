//! Rows of a table that are no steps: totals and averages, and remarks under the table.

use std::collections::HashSet;

use super::columns::StepColumn;
use super::grid::{Grid, Row};
use super::headings::plain;
use super::notices::{Notice, NoticeKind};

/// Words that only sums and averages are called by.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "subtotal",
    "sum",
    "sums",
    "average",
    "averages",
    "mean",
    "avg",
    "summe",
    "zwischensumme",
    "gesamtsumme",
    "gesamt",
    "gesamtzeit",
    "insgesamt",
    "durchschnitt",
    "somme",
    "totale",
    "totaal",
    "totaux",
    "suma",
    "promedio",
    "moyenne",
    "media",
    "итого",
    "всего",
    "合计",
    "总计",
    "小计",
    "总和",
    "共计",
    "累计",
    "总数",
    "汇总",
    "平均",
    "平均值",
    "均值",
    "合計",
    "總計",
    "小計",
    "總和",
    "共計",
    "累計",
    "總數",
];

/// Words beside them.
const BESIDE: &[&str] = &[
    "grand",
    "sub",
    "overall",
    "time",
    "times",
    "duration",
    "processing",
    "process",
    "cycle",
    "service",
    "lead",
    "work",
    "content",
    "minutes",
    "mins",
    "min",
    "seconds",
    "sec",
    "hours",
    "hrs",
    "h",
    "s",
    "of",
    "all",
    "steps",
    "the",
    "for",
    "per",
    "customer",
    "case",
    "cost",
    "costs",
    "general",
    "général",
    "in",
    "and",
    "days",
    "d",
];

/// Beginnings of Chinese names of sums.
const CHINESE: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "总和",
    "共计",
    "累计",
    "总时间",
    "总时长",
    "总用时",
    "总耗时",
    "总工时",
    "平均",
];

/// What may follow them.
const CHINESE_BESIDE: &[&str] =
    &["", "时间", "时长", "用时", "耗时", "工时", "分钟", "小时", "秒", "天", "数", "值"];

/// Whether a text is what sums and averages are called: `Total`, `Total time (min)`, `合计`.
pub fn names_a_total(text: &str) -> bool {
    let without_remark = text.split(['(', '（', '[']).next().unwrap_or_default();
    let folded = without_remark.to_lowercase();
    let mut words =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let known = |word: &str| TOTALS.contains(&word);
    let says = words.peek().is_some()
        && words.clone().any(known)
        && words.all(|word| known(word) || BESIDE.contains(&word));
    let text = plain(without_remark);
    says || CHINESE
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| CHINESE_BESIDE.contains(&rest)))
}

/// The numbers of the rows that are no steps, and what there is to say of them. `seconds` reads a
/// cell of the column of times. Linear in the rows.
///
/// A row is a total if it is called so and its time is about the sum of those above it, or if it
/// is called so and nobody is named to do it; also one without a name whose time is such a sum. A
/// step that leads somewhere or that other rows lead to is none.
pub fn leftovers(
    grid: &Grid<StepColumn>,
    seconds: impl Fn(&str) -> Option<f64>,
) -> (HashSet<usize>, Vec<Notice>) {
    let (mut left, mut notices) = (HashSet::new(), Vec::new());
    if grid.is_own {
        // Every row that is written is a step.
        if !grid.below.is_empty() {
            notices.push(NoticeKind::BelowTable(grid.below.clone()).into());
        }
        return (left, notices);
    }
    let below = below(&grid.rows);
    left.extend(below.iter().map(|row| row.number));
    let mut totals = Vec::new();
    let unnamed = |row: &Row<StepColumn>| row.cell(StepColumn::Step).is_empty();
    let may_be = |row: &Row<StepColumn>| unnamed(row) || names_a_total(row.cell(StepColumn::Step));
    // Times are read only where there may be a sum of them.
    let rows: &[Row<StepColumn>] = if grid.rows.iter().any(may_be) { &grid.rows } else { &[] };
    let (mut all, mut since) = (Sum::default(), Sum::default());
    for row in rows {
        if left.contains(&row.number) {
            continue;
        }
        let name = row.cell(StepColumn::Step);
        let label = if name.is_empty() { row.first.as_str() } else { name };
        let called = names_a_total(label);
        let time = seconds(row.cell(StepColumn::Time));
        let is_sum = time.is_some_and(|time| all.is_about(time) || since.is_about(time));
        let alone = row.cell(StepColumn::Role).is_empty();
        let leads = [
            StepColumn::Next,
            StepColumn::Previous,
            StepColumn::Together,
            StepColumn::Trigger,
            StepColumn::Kind,
        ];
        let leads = row.filled().any(|column| leads.contains(&column));
        let is_total = if called { is_sum || alone } else { name.is_empty() && alone && is_sum };
        if is_total && !leads && !is_named(grid, name) {
            left.insert(row.number);
            totals.push(if label.is_empty() { row.number.to_string() } else { label.to_owned() });
            since = Sum::default();
            continue;
        }
        if let Some(time) = time {
            all.add(time);
            since.add(time);
        }
    }
    if !totals.is_empty() {
        notices.push(NoticeKind::TotalsLeftOut(totals).into());
    }
    let texts: Vec<String> =
        below.iter().map(|row| &row.first).chain(&grid.below).cloned().collect();
    if !texts.is_empty() {
        notices.push(NoticeKind::BelowTable(texts).into());
    }
    (left, notices)
}

/// A sum of times.
#[derive(Default)]
struct Sum {
    seconds: f64,
    count: usize,
}

impl Sum {
    fn add(&mut self, seconds: f64) {
        self.seconds += seconds;
        self.count += 1;
    }

    /// Whether a time is the sum of several, within what rounding makes of it.
    fn is_about(&self, seconds: f64) -> bool {
        self.count > 1 && (seconds - self.seconds).abs() <= 0.02 * self.seconds
    }
}

/// Whether other rows lead to a step of that name.
fn is_named(grid: &Grid<StepColumn>, name: &str) -> bool {
    let lead = [StepColumn::Next, StepColumn::Previous, StepColumn::Together, StepColumn::Trigger];
    !name.is_empty()
        && lead
            .iter()
            .filter(|column| grid.has(**column))
            .any(|column| grid.rows.iter().any(|row| row.cell(*column).contains(name)))
}

/// The remarks at the end of a table: rows of one cell that reads like a remark, below rows with
/// several cells.
pub fn below<C>(rows: &[Row<C>]) -> Vec<&Row<C>> {
    let tail = rows.iter().rev().take_while(|row| row.filled_cells == 1).count();
    let start = rows.len() - tail;
    let (above, tail) = rows.split_at_checked(start).unwrap_or_default();
    let Some(last) = above.last() else { return Vec::new() };
    let mut before = last.number;
    let mut is_below = false;
    let mut found = Vec::new();
    for row in tail {
        let apart = row.number > before + 1;
        before = row.number;
        is_below = is_below || opens_a_remark(&row.first) || apart && reads_as_remark(&row.first);
        if is_below {
            found.push(row);
        }
    }
    found
}

/// Words that open a remark, before a colon or a blank.
const REMARKS: &[&str] = &[
    "source",
    "sources",
    "note",
    "notes",
    "remark",
    "remarks",
    "nb",
    "legend",
    "disclaimer",
    "assumption",
    "assumptions",
    "quelle",
    "hinweis",
    "anmerkung",
    "来源",
    "数据来源",
    "资料来源",
    "注",
    "备注",
    "说明",
    "注释",
    "附注",
    "注意",
];

/// Whether a text begins as remarks do: `Source: …`, `* …`, `注：…`.
fn opens_a_remark(text: &str) -> bool {
    let text = text.trim();
    if text.starts_with(['*', '※', '©', '†']) {
        return true;
    }
    let head = text.split([':', '：']).next().filter(|head| head.len() < text.len());
    let head = head.unwrap_or_default().trim().trim_end_matches(|c: char| c.is_ascii_digit());
    REMARKS.contains(&head.trim().to_lowercase().as_str())
}

/// Whether a text is rather a remark than the name of a step.
fn reads_as_remark(text: &str) -> bool {
    let long = |most: usize| text.chars().count() > most;
    text.contains([':', '：', '%'])
        || text.ends_with(['.', '。', '）', ')'])
        || long(if text.is_ascii() { 40 } else { 20 })
        || REMARKS.iter().any(|word| text.to_lowercase().starts_with(&format!("{word} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_steps() {
        for text in [
            "Total",
            "TOTAL:",
            "Grand total",
            "Sub-total",
            "Total time (min)",
            "Sum",
            "Summe",
            "合计",
            "总计：",
            "总时间",
            "合计时间（分钟）",
            "小计",
            "Average",
            "Mean time",
            "平均",
        ] {
            assert!(names_a_total(text), "{text}");
        }
        for text in [
            "Total the till",
            "Sum up the case",
            "Time",
            "合计金额核对",
            "Pay total",
            "总台登记",
            "",
        ] {
            assert!(!names_a_total(text), "{text}");
        }
    }
}
